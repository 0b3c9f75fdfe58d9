"""Of which of some states somebody is by the form of the name: `Masanobu Sakamoto` is Japan's rather than China's.

Whole words, beginnings and endings of the names of all whom the knowledge base knows, counted by state. Only states
that a text names are compared, and only a clear difference says anything.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from dragoman.actors.entries import Person
from dragoman.actors.names import pieces

# How much likelier one state must make a name than another, as a natural logarithm: on names of the base that were
# left out, of two states the right one in 19 of 20 cases.
CLEAR = 6.0
# A name as unlike all those of a state as this says nothing for it.
STRANGE = -4.0
_NONE = 0.05  # what a form that no name of a state has counts for
_FEW = 5  # what is added to the number of a state's names
_SHORT = 3


class NameForms:
    """The forms of names by state."""

    def __init__(self, persons: Iterable[tuple[Person, set[str]]]) -> None:
        self.forms: dict[str, Counter[str]] = defaultdict(Counter)
        self.names: Counter[str] = Counter()
        for person, states in persons:
            if len(states) != 1:
                continue
            (state,) = states
            self.names[state] += 1
            for form in _forms(person.name):
                self.forms[form][state] += 1
        self.all = max(self.names.total(), 1)
        self.floor = _NONE * len(self.names)

    def score(self, name: str, state: str) -> float:
        """How much likelier a name is in a state than anywhere."""
        out = 0.0
        for form in _forms(name):
            found = self.forms.get(form)
            if found is not None:
                here = (found[state] + _NONE) / (self.names[state] + _FEW)
                out += math.log(here) - math.log((found.total() + self.floor) / self.all)
        return out

    def clearer(self, name: str, guess: str, states: Iterable[str]) -> str | None:
        """The one of some states to which a name belongs by its form, if that is clearly not the one guessed."""
        scores = {s: self.score(name, s) for s in states if self.names[s]}
        best = max(scores, key=lambda s: (scores[s], s), default=None)
        if best is None or best == guess or scores[best] < STRANGE:
            return None
        others = [self.score(name, guess), *(v for s, v in scores.items() if s not in (best, guess))]
        return best if scores[best] - others[0] >= CLEAR and scores[best] > max(others) else None


def _forms(name: str) -> Iterator[str]:
    """A name's words, their beginnings and their endings, marked as such."""
    for word in pieces(name):
        if len(word) >= _SHORT:
            yield word
            yield f"{word[:3]}-"
            yield f"-{word[-3:]}"
            yield f"-{word[-4:]}"

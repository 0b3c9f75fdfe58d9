"""Of which of some states somebody is by the form of the name: `Masanobu Sakamoto` is Japan's rather than China's.

Whole words, beginnings and endings of the names of all whom the knowledge base knows, counted by state. Only states
that a text names are compared, and only a clear difference says anything.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable

from dragoman.actors.entries import Person
from dragoman.actors.names import pieces

# How much likelier (as a natural logarithm) a name must be in one state than in another, and than anywhere. On names
# of the base that were left out, among three states, so one in 200 right guesses is given up for a wrong one, and a
# third of the wrong ones are righted.
CLEAR, SURE = 5.0, 1.0
_PRIOR = 20  # names of a state that is not known yet count like so many of anywhere
_SEEN = 3  # a word that so many bear says what it says alone, without its parts
_PARTS = 1.2  # what the parts of an unknown word weigh together
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
            for word in _words(person.name):
                for form in {word, *_parts(word)}:
                    self.forms[form][state] += 1
        self.all = max(self.names.total(), 1)

    def score(self, name: str, state: str) -> float:
        """How much likelier a name is in a state than anywhere."""
        out = 0.0
        for word in _words(name):
            if word in self.forms and self.forms[word].total() >= _SEEN:
                out += self._says(word, state)
                continue
            said = [self._says(form, state) for form in (word, *_parts(word)) if form in self.forms]
            out += _PARTS * sum(said) / len(said) if said else 0.0
        return out

    def _says(self, form: str, state: str) -> float:
        found = self.forms[form]
        anywhere = found.total() / self.all
        here = (found[state] + _PRIOR * anywhere) / (self.names[state] + _PRIOR)
        return math.log(here / anywhere)

    def clearer(self, name: str, guess: str, states: Iterable[str]) -> str | None:
        """The one of some states to which a name belongs by its form, if that is clearly not the one guessed."""
        scores = {s: self.score(name, s) for s in states if self.names[s]}
        best = max(scores, key=lambda s: (scores[s], s), default=None)
        if best is None or best == guess or scores[best] < SURE:
            return None
        return best if scores[best] - self.score(name, guess) >= CLEAR else None


def _words(name: str) -> list[str]:
    return [word for word in pieces(name) if len(word) >= _SHORT]


def _parts(word: str) -> tuple[str, str, str]:
    """The beginning and the endings of a word, marked as such."""
    return f"{word[:3]}-", f"-{word[-3:]}", f"-{word[-4:]}"

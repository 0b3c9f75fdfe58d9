"""The lists of a parse while they are being mended: what stands above and below a token, before `Grammar` is built."""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Final

from dragoman.datafiles import read_words

# Tags of verbs that show a tense, of those and the modals, and of names.
TENSED: Final = frozenset({"VBD", "VBZ", "VBP"})
_FINITE: Final = TENSED | {"MD"}
PROPER: Final = frozenset({"NNP", "NNPS"})
# Pronouns that turn a verb back on its subject.
SELVES: Final = frozenset({"himself", "herself", "itself", "themselves"})
# Words of time, words that open a noun phrase, and those between a word of judging and the deed.
DAY_PARTS: Final = frozenset({"morning", "afternoon", "evening", "night"})
TIMES: Final = DAY_PARTS | {"day", "week", "month", "year", "time", "weekend"}
DETERMINERS: Final = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their"}
)
OF_DEEDS: Final = frozenset({"against", "at", "over", "for", "to", "about", "with"})


@cache
def words(name: str) -> frozenset[str]:
    """A list of words beside this room (`data/NAME.txt`)."""
    return frozenset(read_words(resources.files("dragoman.language") / "data" / f"{name}.txt"))


def circles(head: Sequence[int]) -> list[int]:
    """One token of each circle that heads (token indices; a root is its own) close: the first that is met again from before it."""
    found: list[int] = []
    reached = [False] * len(head)
    for i in range(len(head)):
        way: list[int] = []
        k = i
        while not reached[k]:
            reached[k] = True
            way.append(k)
            k = head[k]
        if k in way and head[k] != k:
            found.append(k)
    return found


@dataclass(frozen=True, slots=True)
class Lists:
    """One item a token: words in lower case, classes, tags, labels, heads (token indices).

    Labels may be changed; heads only by `hang`, which knows what hangs on what.
    """

    lower: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    _children: list[list[int]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        children: list[list[int]] = [[] for _ in self.head]
        for k, h in enumerate(self.head):
            if h != k:
                children[h].append(k)
        object.__setattr__(self, "_children", children)

    def below(self, i: int, *deps: str) -> list[int]:
        """The tokens that hang on `i`, in text order: all of them, or those with one of these labels."""
        return [k for k in self._children[i] if not deps or self.dep[k] in deps]

    def has(self, i: int, *deps: str) -> bool:
        """Whether anything hangs on `i` with one of these labels."""
        return any(self.dep[k] in deps for k in self._children[i])

    def hang(self, i: int, head: int, dep: str | None = None) -> None:
        """Hang `i`, and what hangs on it, on another token (on itself: a root); under the label it has if none is given."""
        if self.head[i] != i:
            self._children[self.head[i]].remove(i)
        if head != i:
            insort(self._children[head], i)
        self.head[i] = head
        if dep is not None:
            self.dep[i] = dep

    def break_circles(self) -> None:
        """Make a root of one token of each circle: rules that hang words on one another may close one in broken text."""
        for k in circles(self.head):
            self.hang(k, k, "ROOT")

    def hand_down(self, i: int, to: int) -> None:
        """Hang on another token all that hangs on `i`, but that token itself."""
        for k in self.below(i):
            if k != to:
                self.hang(k, to)

    def replace(self, old: int, new: int) -> None:
        """Put a token in the place of another, with all that hangs on that; where the other goes then, the caller says."""
        above, dep = self.head[old], self.dep[old]
        self.hand_down(old, new)
        self.hang(new, new if above == old else above, dep)

    def raise_main(self, verb: int, subject: int) -> None:
        """Make a verb the root of a sentence that the parser built on the noun before it, now its subject."""
        for k in self.below(subject):
            if k > verb:
                self.hang(k, verb)
        self.hang(verb, verb, "ROOT")
        self.hang(subject, verb, "nsubj")

    def make_main(self, verb: int, subject: int) -> None:
        """Make a past tense of what the parser took for a participle, the root of a sentence, as `raise_main` does."""
        self.raise_main(verb, subject)
        self.tag[verb] = "VBD"

    def make_subject(self, noun: int, verb: int) -> None:
        """Make a noun, and what hangs on it, the subject of a verb, of a passive where it is one."""
        self.hang(noun, verb, "nsubjpass" if self.has(verb, "auxpass") else "nsubj")

    def verb_above(self, i: int) -> int | None:
        """The verb that a token hangs on, directly or not."""
        while self.head[i] != i:
            i = self.head[i]
            if self.pos[i] in ("VERB", "AUX"):
                return i
        return None

    def lacks_subject(self, verb: int) -> bool:
        """Whether a finite verb has no subject of its own."""
        return not self.has(verb, "nsubj", "nsubjpass", "csubj", "expl") and (
            self.tag[verb] in _FINITE
            or any(self.tag[k] in _FINITE for k in self.below(verb, "aux", "auxpass"))
        )

    def last(self, i: int) -> int:
        """The last token of what hangs on `i`."""
        end = i
        for k in range(i + 1, len(self.head)):
            h = self.head[k]
            while h > i and self.head[h] != h:
                h = self.head[h]
            if h != i:
                break
            end = k
        return end

    def follows(self, i: int, *words: str) -> bool:
        """Whether one of these words stands right behind what hangs on `i`."""
        behind = self.last(i) + 1
        return behind < len(self.lower) and self.lower[behind] in words

    def first(self, i: int) -> int:
        """The first token of what hangs on `i`."""
        start = i
        while below := [k for k in self._children[start] if k < start]:
            start = below[0]
        return start

    def first_below(self, i: int, after: int) -> int:
        """The first token that hangs on `i`, directly or not, behind the phrase of `after`, which hangs on it too."""
        return min((self.first(k) for k in self._children[i] if k > after and k < i), default=i)

    def is_titled(self, first: int, last: int) -> bool:
        """Whether a word from one token to another says a title: `U.S. Secretary of State Kerry`."""
        return not words("titles").isdisjoint(self.lower[first : last + 1])

"""One pass over a text that finds every known phrase, by whole words, leftmost and longest."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from dragoman.actors.knowledge import WORD, KnowledgeBase, Target, fold
from dragoman.language import Grammar


class Word(NamedTuple):
    """A word or mark of the text: folded form, character span, form as written."""

    fold: str
    start: int
    end: int
    text: str

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital."""
        return self.text[0].isupper()


@dataclass(slots=True)
class Hit:
    """A known phrase at words `[a, b)` and what it may stand for."""

    a: int
    b: int
    targets: list[Target]

    def of(self, *flavours: str) -> Target | None:
        """The first target of one of these flavours."""
        for t in self.targets:
            if t.flavour in flavours:
                return t
        return None


class Matches:
    """The words of a text, the known phrases among them, and the way from characters to tokens."""

    def __init__(self, text: str, g: Grammar, kb: KnowledgeBase) -> None:
        self.text = text
        self.g = g
        self.words = [Word(fold(m.group()), m.start(), m.end(), m.group()) for m in WORD.finditer(text)]
        self.hits: list[Hit] = find_hits(self.words, text, kb)
        self.starting = {h.a: h for h in self.hits}
        self.ending = {h.b: h for h in self.hits}

    def token(self, offset: int) -> int:
        """The token that holds a character offset."""
        return max(0, bisect_right(self.g.start, offset) - 1)

    def tokens(self, a: int, b: int) -> tuple[int, int]:
        """First and last token of words `[a, b)`."""
        return self.token(self.words[a].start), self.token(self.words[b - 1].end - 1)

    def head(self, first: int, last: int) -> int:
        """The token of a range on which the others hang: the one whose own head lies outside."""
        g = self.g
        best = last
        for i in range(last, first - 1, -1):
            h = g.head[i]
            if (h == i or not first <= h <= last) and g.pos[i] not in ("PUNCT", "DET", "SPACE", "ADP", "PART"):
                best = i
                if g.dep[i] in ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "appos", "ROOT", "attr", "dative"):
                    return i
        return best


def find_hits(words: list[Word], text: str, kb: KnowledgeBase) -> list[Hit]:
    """Known phrases in a text, never overlapping."""
    out: list[Hit] = []
    n = len(words)
    i = 0
    phrases = kb.phrases
    while i < n:
        entries = phrases.get(words[i].fold)
        if entries is not None:
            for phrase, targets in entries:
                size = len(phrase)
                if i + size > n or any(words[i + k].fold != phrase[k] for k in range(1, size)):
                    continue
                fitting = _fitting(words, i, size, targets, text)
                if fitting:
                    out.append(Hit(i, i + size, fitting))
                    i += size - 1
                    break
        i += 1
    return out


def _fitting(words: list[Word], i: int, size: int, targets: list[Target], text: str) -> list[Target]:
    written = text[words[i].start : words[i + size - 1].end]
    capital = any(words[k].text[0].isupper() for k in range(i, i + size))
    first = words[i].text[0].isupper()
    out = []
    for t in targets:
        if t.exact:
            if written == t.exact:
                out.append(t)
        elif t.flavour in ("title", "garbled"):
            out.append(t)
        elif capital and (first or size > 1):
            out.append(t)
    return out

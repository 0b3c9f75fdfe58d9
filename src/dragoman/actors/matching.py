"""One pass over a text finds every known phrase, by whole words, leftmost and longest."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from dragoman.actors.entries import LAND_FLAVOURS, Target
from dragoman.actors.knowledge import KnowledgeBase, pattern_of
from dragoman.actors.names import PIECE, fold
from dragoman.language import Grammar

# In a headline in capitals these acronyms cannot be told from words.
_WORDS_IN_CAPITALS = frozenset({"WHO", "IS", "IT", "OR", "AS", "AN", "IN", "NO", "SO", "US"})
_READ_AS_WORD = 5  # letters; shorter ones are words of their own too often (`Care`)


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

    def keys(self, flavour: str) -> list[str]:
        """The keys of all targets of a flavour."""
        return [t.key for t in self.targets if t.flavour == flavour]


class Scan:
    """The words of a text, the known phrases among them, and the way from characters to tokens.

    `fold`, `start`, `end`, `capital` have one item a word; a hyphen inside a compound is no word, a line's end
    and every other mark is one.
    """

    def __init__(self, text: str, g: Grammar | None, kb: KnowledgeBase) -> None:
        self.text = text
        self.g = g
        self.fold: list[str] = []
        self.start: list[int] = []
        self.end: list[int] = []
        folded = fold(text)
        words, starts, ends = self.fold, self.start, self.end
        blank = len(folded)
        for m in PIECE.finditer(folded):
            piece = m.group()
            s, e = m.span()
            if piece == "-":
                if s > 0 and e < blank and not folded[s - 1].isspace() and not folded[e].isspace():
                    continue
            elif len(piece) > 2 and "'" in piece:
                piece = piece.replace("'", "")
            words.append(piece)
            starts.append(s)
            ends.append(e)
        self.n = len(words)
        self.capital = [text[s].isupper() for s in starts]
        self.case = _cases(text)
        self.hits = self._find(kb)
        self.starting = {h.a: h for h in self.hits}
        self.ending = {h.b: h for h in self.hits}

    def _find(self, kb: KnowledgeBase) -> list[Hit]:
        out: list[Hit] = []
        done = 0
        for a, word in enumerate(self.fold):
            if a < done:
                continue
            for size in kb.sizes.get(word, ()):
                b = a + size
                targets = kb.phrases.get(pattern_of(self.fold[a:b])) if b <= self.n else None
                if targets is None:
                    continue
                fitting = self._fitting(a, b, targets)
                if fitting:
                    out.append(Hit(a, b, fitting))
                elif size > 1:
                    out += self._shorter(a, b, kb)
                done = b
                break
        return out

    def _shorter(self, a: int, b: int, kb: KnowledgeBase) -> list[Hit]:
        """Phrases inside one that matched in letters but not in case (`the state of Israel` for a title)."""
        out: list[Hit] = []
        k = a
        while k < b:
            for size in range(min(b - k, b - a - 1), 0, -1):
                targets = kb.phrases.get(pattern_of(self.fold[k : k + size]))
                fitting = self._fitting(k, k + size, targets) if targets is not None else []
                if fitting:
                    out.append(Hit(k, k + size, fitting))
                    k += size - 1
                    break
            k += 1
        return out

    def _fitting(self, a: int, b: int, targets: tuple[Target, ...]) -> list[Target]:
        written = ""
        first = self.capital[a] or self.fold[a][0].isdigit()  # "5+1 group"
        capital = first or any(self.capital[a + 1 : b])
        case = self.case_at(self.start[a])
        out = []
        for t in targets:
            if t.exact:
                written = written or self.text[self.start[a] : self.end[b - 1]]
                if (written == t.exact or self._pronounced(written, t.exact)) and not (
                    case == "upper" and written in _WORDS_IN_CAPITALS and written != "US"
                ):
                    out.append(t)
            elif (
                t.flavour in ("title", "titles", "garbled", "body")
                or (capital and (first or b - a > 1))
                or (
                    case == "lower"
                    and (
                        b - a > 1
                        or (
                            (t.flavour in LAND_FLAVOURS or t.flavour in ("org", "surname"))
                            and self.end[a] - self.start[a] > 4
                        )
                    )
                )
            ):
                out.append(t)
        return out

    @staticmethod
    def _pronounced(written: str, acronym: str) -> bool:
        """Whether a long acronym is written as the word that it is read as: `Caricom`, `Minusma`."""
        return len(acronym) >= _READ_AS_WORD and acronym.isalpha() and written == acronym.capitalize()

    def behind(self, k: int) -> int:
        """The word after a preposition at word `k` and the article that may follow it: `of [the] Congress`."""
        return k + 2 if self.fold[k + 1 : k + 2] == ["the"] else k + 1

    def owner_before(self, a: int) -> tuple[Hit | None, bool]:
        """The known phrase that ends before word `a`, and whether a possessive stands between: `Russia['s] army`."""
        owned = a > 1 and self.fold[a - 1] in ("'s", "'")
        return self.ending.get(a - 1 if owned else a), owned

    def case_at(self, offset: int) -> str:
        """How the line at an offset is written: `lower`, `upper`, or empty for the usual mixture."""
        if not self.case:
            return ""
        k = bisect_right(self.case, (offset, 1 << 60, "")) - 1
        if k >= 0 and offset < self.case[k][1]:
            return self.case[k][2]
        return ""

    def token(self, offset: int) -> int:
        """The token that holds a character offset."""
        assert self.g is not None
        return max(0, bisect_right(self.g.start, offset) - 1)

    def tokens(self, a: int, b: int) -> tuple[int, int]:
        """First and last token of words `[a, b)`."""
        return self.token(self.start[a]), self.token(self.end[b - 1] - 1)

    def word(self, token: int) -> int:
        """The word at which a token begins (the next one when the token begins none)."""
        assert self.g is not None
        return bisect_left(self.start, self.g.start[token])

    def span(self, a: int, b: int) -> tuple[int, int]:
        """Character span of words `[a, b)`."""
        return self.start[a], self.end[b - 1]

    def written(self, a: int, b: int) -> str:
        """Words `[a, b)` as written, blanks made single."""
        return " ".join(self.text[self.start[a] : self.end[b - 1]].split())


def _cases(text: str) -> list[tuple[int, int, str]]:
    """Lines that are written in one case throughout: start, end, `lower` or `upper`."""
    out = []
    at = 0
    for line in text.split("\n"):
        if len(line) > 12 and " " in line:
            if line.islower():
                out.append((at, at + len(line), "lower"))
            elif line.isupper():
                out.append((at, at + len(line), "upper"))
        at += len(line) + 1
    return out

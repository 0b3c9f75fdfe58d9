"""What is set into what in a long sentence, read from its commas and tags, before anything is asked of the parse.

`Kenya, after two of its workers were seized, has since May kept troops in Somalia, which the rebels, for their part,
have vowed to drive out` is three clauses and two phrases. A clause that was begun wants its verb, and a part between
commas that begins with a verb belongs to the one that wants it: that tells them apart without a parse.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

from dragoman.language.lists import PROPER, words

FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUNS: Final = PROPER | {"NN", "NNS", "PRP", "CD"}
RELATIVE: Final = frozenset({"WDT", "WP", "WP$"})
_NOMINAL: Final = NOUNS | {"DT", "PDT", "PRP$", "JJ", "JJR", "JJS", "EX", "POS"}
_TIMED: Final = frozenset({"DT", "CD", "IN", "JJ", "RB", "PRP$", "NNP"})
# Subordinators that are prepositions too: without a verb behind them they open a phrase.
_EITHER: Final = frozenset({"after", "before", "since", "until", "till", "as"})
_BESIDE_A_TIME: Final = frozenset({"after", "before", "since"})
_QUOTES: Final = {'"': 0, "“": 1, "``": 1, "”": -1, "''": -1}
_ASIDE = 6  # words of `he said`, at most
_ROW = 6  # words before the first comma of a row of names, at most
_YEAR = 4  # figures of a year

Kind = Literal["main", "relative", "clause", "participle", "phrase", "name", "aside", "verb", "sentence", "that",
               "infinitive", "and", "joint"]  # fmt: skip
# What a part is that goes on with a clause begun before; the others are set into one.
_WITH_VERB: Final = ("verb", "sentence")


class UnclearError(Exception):
    """The words do not tell what is set into what."""


@dataclass(slots=True)
class Level:
    """A clause or phrase and its own words, without what is set into it.

    `host`: the level that it is set into, by its number; `governor`: the verb that it is the object of, where the
    sentence was broken off between the two; `anew`: no parse can be right that was made with what is set into it.
    """

    kind: Kind
    host: int | None
    own: list[int] = field(default_factory=list)
    governor: int | None = None
    anew: bool = False
    verbs: list[int] = field(default_factory=list)  # past forms that must be its verbs, whatever their tags
    subject: list[int] = field(
        default_factory=list
    )  # what must be its subject, behind a phrase of when or where
    commas: set[int] = field(default_factory=set)  # words of it before which the comma stays
    pending: int = 0  # clauses in it that want their verb
    maybe: bool = False  # `after the minister`: a phrase, unless a verb follows
    joint: bool = False  # it ends with `and`
    front: bool = False  # so far it is but a phrase of when or where


class Unit:
    """What stands between stronger marks than commas."""

    def __init__(self, lower: list[str], tag: list[str], tokens: list[int]) -> None:
        self.lower, self.tag = lower, tag
        self.parts = self._parts(tokens)
        self.levels = [Level("main", None, pending=1)]
        self._open = [0]  # levels that may go on, the outermost first
        self._last: int | None = None  # the level that the part before belongs to

    def read(self) -> list[Level]:
        """The levels of the unit, the main clause first. Raises `UnclearError`."""
        kinds = [self._kind(part, first=not n) for n, part in enumerate(self.parts)]
        for n, part in enumerate(self.parts):
            self._place(n, part, kinds)
        main = self.levels[0]
        if main.pending == 1 and any(self.tag[k] == "VBN" for k in main.own):
            main.pending = 0  # a past tense, taken for a participle
        if any(level.pending for level in self.levels):
            raise UnclearError
        return self.levels

    def _parts(self, tokens: list[int]) -> list[list[int]]:
        """What the commas part; none within a quotation or brackets."""
        out: list[list[int]] = [[]]
        depth = quoted = 0
        for k in tokens:
            word = self.lower[k]
            depth += (word in ("(", "[")) - (word in (")", "]"))
            if word in _QUOTES:
                quoted = max(_QUOTES[word], 0) if _QUOTES[word] else 1 - quoted
            if word == "," and not depth and not quoted:
                out.append([])
            else:
                out[-1].append(k)
        return [part for part in out if part]

    # What a part is -------------------------------------------------------------

    def _kind(self, part: list[int], *, first: bool = False) -> Kind:
        lower, tag = self.lower, self.tag
        i = part[0]
        if tag[i] == "CC":
            return "and" if len(part) > 1 else "joint"
        behind = [tag[k] for k in part[1:4]]
        among = lower[i + 1 : i + 2] == ["of"] or (
            tag[i] in ("IN", "TO") and behind[:1] and behind[0] in RELATIVE
        )
        if among and any(t in RELATIVE for t in behind):
            return "relative"  # "some of whom", "to whose"
        if tag[i] in RELATIVE or lower[i] == "where" or (lower[i] == "that" and tag[i] != "IN"):
            return "relative"
        if lower[i] == "that":
            return "that"
        if lower[i] == "to" and any(t == "VB" for t in behind[:2]):
            return "infinitive"
        timed = tag[i] in _NOMINAL and any(lower[k] in _BESIDE_A_TIME for k in part[1:4])
        if lower[i] in words("subordinators") or timed:
            begun = lower[i] in words("subordinators") - _EITHER and self._leads(part[1:]) in _NOMINAL
            return "clause" if begun or self._verbs(part[1:]) else "phrase"
        return self._plain_kind(part, first=first)

    def _plain_kind(self, part: list[int], *, first: bool) -> Kind:
        """What a part is that no word for it opens."""
        tag = self.tag[self._first(part)[0]]
        if self.lower[part[0]] in words("like_prepositions"):
            return "phrase"
        if tag in FINITE:
            return "verb"
        if tag in ("VBN", "VBG", "VB"):
            return "participle"
        if not self._verbs(part):
            return "name" if tag in _NOMINAL else "phrase"
        told = tag in _NOMINAL and len(part) <= _ASIDE and self.tag[part[-1]] in FINITE
        return "aside" if told and not first else "sentence"

    def _first(self, part: list[int]) -> list[int]:
        """A part without the adverbs before it."""
        k = 0
        while k < len(part) - 1 and self.tag[part[k]] in ("RB", "``", "''"):
            k += 1
        return part[k:]

    def _leads(self, part: list[int]) -> str:
        return self.tag[self._first(part)[0]] if part else ""

    def _opens(self, k: int) -> bool:
        """Whether a word opens a clause that wants a verb."""
        return self.tag[k] in RELATIVE or (self.tag[k] == "IN" and self.lower[k] in ("that", "whether"))

    def _verbs(self, part: list[int]) -> int:
        """Finite verbs of a part that no clause within it takes."""
        wanting = found = 0
        for k in part:
            if self._opens(k):
                wanting += 1
            elif self._finite(k):
                found += not wanting
                wanting = max(wanting - 1, 0)
        return found

    def _finite(self, k: int) -> bool:
        """Whether a word is a finite verb, no participle: `a letter [signed] by both and [sent] to Rome`."""
        lower, tag = self.lower, self.tag
        if tag[k] not in FINITE:  # "which borders on Chad", taken for a noun
            return tag[k] == "NNS" and tag[k - 1] in ("WDT", "WP")
        if tag[k] != "VBD":
            return True
        if lower[k + 1 : k + 2] == ["by"]:
            return False
        if tag[k - 1] == "CC":
            for j in range(k - 2, max(k - 9, 0), -1):
                if tag[j] in FINITE or tag[j] == "VBN":
                    return lower[j + 1] != "by" or tag[j - 1] not in NOUNS
        return True

    # Where it belongs -----------------------------------------------------------

    def _place(self, n: int, part: list[int], kinds: list[Kind]) -> None:
        """Give a part to the level that it goes on with, or begin one."""
        main, kind = self.levels[0], kinds[n]
        coming = sum(k in _WITH_VERB for k in kinds[n:])
        if kind == "name" and self._begins_main(kinds[n + 1 :]):
            main.subject = part if main.own else []
            self._go_on(0, part)
        elif n == 0 and kind not in ("clause", "participle", "infinitive"):
            self._take(0, part)
            main.front = kind == "phrase"
        elif kind == "name" and (governor := self._broken_off()) is not None:
            self._set_in("name", part, coming)
            self.levels[self._last or 0].governor = governor
        elif kind == "relative":
            self._begin(kind, part, pending=1)
        elif kind == "clause":
            self._begin(kind, part, pending=not self._verbs(part[1:]))
        elif kind == "participle" and self._is_verb(n, part, kinds):
            self._go_on_with_verb("verb", n, part, kinds, coming + 1)
        elif kind == "sentence" or (kind == "verb" and not self._is_participle(n, part, kinds)):
            self._go_on_with_verb(kind, n, part, kinds, coming)
        elif kind in ("infinitive", "that") and n:
            at = self._open[-1]  # "called on both, whose envoys are there, [to agree]"
            self._go_on(0 if self._last == at and not self.levels[at].pending else at, part)
        elif kind == "participle" and n and self._leads(part) == "VB":
            self._take(self._open[-1], part)  # "urged them to leave, [disarm] and vote"
        elif kind == "joint":
            self._go_on(self._complete(), part)
        elif kind == "and":
            self._coordinate(part, coming)
        elif kind == "name" and self._in_row(n, kinds):
            self._take(self._open[-1], part)
        else:
            self._set_in("participle" if kind in ("verb", "infinitive") else kind, part, coming)

    def _take(self, at: int, part: list[int]) -> None:
        """Add a part to a level, and count what wants a verb now."""
        level = self.levels[at]
        part = self._without_times(part, at)
        if level.own and (not level.pending or (level.front and self.tag[part[0]] not in FINITE)):
            level.commas.add(part[0])
        begun = level.kind == "relative" and not level.own  # what it begins with was counted
        for k in part:
            if self._opens(k):
                level.pending += not begun
                begun = False
            elif self._finite(k):
                level.maybe = level.maybe and level.pending > 0
                level.pending = max(level.pending - 1, 0)
            elif self.lower[k] in words("subordinators") and self.tag[k] != "RB" and level.kind != "clause":
                level.maybe = True
        level.joint, level.front = self.tag[part[-1]] == "CC", False
        level.own += part
        self._last = at

    def _without_times(self, part: list[int], at: int) -> list[int]:
        """A part without when, between an auxiliary and its verb: `had [the night before] accused`, `has [since May] held`."""
        lower, tag = self.lower, self.tag
        for n, k in enumerate(part[:-2]):
            if lower[k] not in words("auxiliaries"):
                continue
            for m in range(n + 2, min(n + 7, len(part))):
                when = part[n + 1 : m]
                if not all(tag[j] in _TIMED or lower[j] in words("times") for j in when):
                    break
                timed = any(
                    lower[j] in words("times") or (tag[j] == "CD" and len(lower[j]) == _YEAR) for j in when
                )
                if timed and tag[part[m]] in ("VBN", "VBD", "VBG"):
                    self.levels.append(Level("phrase", at, own=when))
                    self.levels[at].anew |= tag[part[m]] != "VBG"
                    return [*part[: n + 1], *part[m:]]
        return part

    def _begin(self, kind: Kind, part: list[int], *, pending: int = 0) -> None:
        self.levels.append(Level(kind, self._open[-1], pending=pending))
        at = len(self.levels) - 1
        self._open.append(at)
        taken = self.levels[at].pending
        self._take(at, part)
        if kind == "clause":
            self.levels[at].pending = taken

    def _set_in(self, kind: Kind, part: list[int], coming: int) -> None:
        """Begin a level that ends with its part, unless a verb may follow that belongs to it."""
        before = list(self._open)
        self._begin(kind, part)
        level = self.levels[self._open[-1]]
        due = sum(self.levels[k].pending > 0 for k in before)
        if not level.pending and not (level.maybe and coming > due):
            self._open = before

    def _go_on(self, at: int, part: list[int], *, verb: bool = False) -> None:
        """Go on with an open level; what is open within it ends. `verb`: the part begins with one, whatever its tag."""
        while self._open[-1] != at:
            if self.levels[self._open.pop()].pending:
                raise UnclearError
        level, first = self.levels[at], self._first(part)[0]
        self._take(at, part)
        if verb:
            level.verbs.append(first)
            if not self._finite(first):
                level.pending = max(level.pending - 1, 0)

    def _go_on_with_verb(self, kind: Kind, n: int, part: list[int], kinds: list[Kind], coming: int) -> None:
        due = sum(self.levels[k].pending > 0 for k in self._open)
        for at in reversed(self._open):
            level = self.levels[at]
            if level.pending or level.joint or (level.maybe and level.kind != "main" and coming > due):
                break
        else:  # one more verb of the main clause; not `..., the spokesman, Mr X, said`
            if len(self._open) > 1 or (kind == "verb" and kinds[n - 1] == "name"):
                raise UnclearError
            at = 0
        main = self.levels[0]
        named = any(level.kind == "name" and level.host == 0 for level in self.levels)
        if (
            kind == "sentence"
            and at == 0
            and main.own
            and main.pending
            and named
            and self.tag[main.own[0]] in _NOMINAL
        ):
            raise UnclearError  # "A, B and C signed"
        self._go_on(at, part, verb=kind == "verb")

    def _is_verb(self, n: int, part: list[int], kinds: list[Kind]) -> bool:
        """Whether a past participle at the beginning of a part is a verb that a clause wants."""
        first = self._first(part)
        if self.tag[first[0]] != "VBN":
            return False
        if len(first) == 1 and kinds[n + 1 : n + 2] == ["participle"]:
            raise UnclearError  # "hit, publicly mocked, starved, and robbed"
        by = next((k for k in first[1:3] if self.lower[k] == "by"), None)
        if by is not None and not {"DT", "CD"}.intersection(self.tag[by + 1 : by + 2]):
            return False  # but "prolonged by a year"
        behind = list(zip(kinds[n + 1 :], self.parts[n + 1 :], strict=True))
        due = sum(self.levels[k].pending for k in self._open)
        due += sum(kind == "and" and self._kind(other[1:]) == "name" for kind, other in behind)
        joint = self.tag[part[-1]] == "CC" or any(self.levels[k].joint for k in self._open)
        return joint or due > sum(kind in _WITH_VERB for kind, _ in behind)

    def _is_participle(self, n: int, part: list[int], kinds: list[Kind]) -> bool:
        """Whether what is tagged a past tense is a participle, for the verb comes next: `lawyers, [turned] away, have appealed`."""
        first = self._first(part)
        if self.tag[first[0]] != "VBD" or n + 1 >= len(kinds) or len(first) == 1:
            return False
        due = sum(self.levels[k].pending for k in self._open)
        bare = self.tag[first[1]] in ("IN", "TO", "RP", "RB") and self.lower[first[0]].endswith("ed")
        more = sum(k in _WITH_VERB for k in kinds[n:]) > due > 0
        return bare and more and kinds[n + 1] == "verb" and self._leads(self.parts[n + 1]) != "VBD"

    def _begins_main(self, kinds: list[Kind]) -> bool:
        """Whether a name is the subject of the main clause, which has none yet: `In Dili, [soldiers], whom X sent, disarmed`."""
        main = self.levels[0]
        if (
            not main.pending
            or any(self.levels[k].pending for k in self._open[1:])
            or (main.own and not main.front)
        ):
            return False
        verbs = [k for k in kinds if k in (*_WITH_VERB, "and")]
        return verbs[0] == "verb" if verbs else "participle" in kinds

    def _broken_off(self) -> int | None:
        """The verb behind which the open level was broken off, and which has no object yet: `freed, in May, [a pilot]`."""
        last, at = self._last, self._open[-1]
        if last is None or last in self._open or self.levels[last].kind not in ("phrase", "aside"):
            return None
        if self.levels[at].pending or self.levels[last].host != at:
            return None
        for n, k in enumerate(reversed(self.levels[at].own)):
            if self.tag[k] in FINITE or self.tag[k] in ("VB", "VBN", "VBG"):
                beside = self.tag[k + 1 : k + 2] in (["IN"], ["TO"], ["RP"]) and self.lower[k] in words(
                    "short_of_object"
                )
                return k if n == 0 or beside else None
        return None

    def _in_row(self, n: int, kinds: list[Kind]) -> bool:
        """Whether a name is one of a row: `Denmark, [Norway and Sweden], in a letter, asked`, `arrested A, [B and C]`."""
        level = self.levels[self._open[-1]]
        row = []
        for kind, part in zip(kinds[n:], self.parts[n:], strict=True):
            if kind != "name":
                break
            row.append(part)
            if any(self.tag[k] == "CC" for k in part):
                break
        if not row or not level.own or not any(self.tag[k] == "CC" for k in row[-1]):
            return False
        if not level.pending:
            return len(row) < 3 and level.kind in ("main", "relative", "clause")
        proper = all(
            self.tag[part[0]] in PROPER and "of" not in [self.lower[k] for k in part] for part in row
        )
        return self._open == [0] and proper and len(level.own) <= _ROW and self.tag[level.own[0]] in PROPER

    def _complete(self) -> int:
        """Where a coordination goes on: the outermost level that has its verb."""
        for k in self._open:
            if not self.levels[k].pending:
                return k
        raise UnclearError

    def _coordinate(self, part: list[int], coming: int) -> None:
        """Give a part that begins with `and` to its level."""
        kind, main = self._kind(part[1:]), self.levels[0]
        subjects = bool(main.own) and main.pending > 0 and self.tag[main.own[0]] in _NOMINAL
        if kind == "relative":
            while len(self._open) > 1 and self.levels[self._open.pop()].kind != "relative":
                pass
            self._begin(kind, part, pending=1)
        elif kind in ("verb", "participle", "infinitive", "that"):
            self._go_on(self._complete(), part)
        elif kind in ("sentence", "aside"):
            if main.pending and len(self._open) > 1 and (self._leads(part[1:]) not in _NOMINAL or coming > 1):
                raise UnclearError
            main.anew |= subjects
            self._go_on(0, part)
        elif kind == "name" and subjects:
            main.anew = True
            self._go_on(0, part)
        elif not main.pending and (kind == "clause" or (kind in ("phrase", "name") and coming > 0)):
            self._go_on(0, part)
            main.pending += 1
        elif kind == "phrase":
            self._begin(kind, part)
            self._open.pop()
        else:
            raise UnclearError

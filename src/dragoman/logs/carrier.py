"""Remarks of a log as sentences that the reader can read, and the way back from their offsets.

Logs leave out who did it: `Met with President Putin.` The carrier says who was where, puts the traveller's name
where a clause lacks its subject, and keeps for every piece where in the entry it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Any, NamedTuple

from dragoman.datafiles import shipped_yaml
from dragoman.schema import Span

_BOUNDARY = re.compile(r"(?:^|(?<=[.;!?\])”\"])\s)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DAY = re.compile(r"(?<![\w,–-])([\w.’']+) ([A-Z][a-z]+)\.? \d{1,2}\b")
_LONGEST = 60  # characters before the comma in `In Kazan, met with`


@lru_cache(maxsize=1)
def words() -> dict[str, frozenset[str]]:
    """The word lists of `data/words.yml` by name."""
    raw: dict[str, Any] = shipped_yaml(resources.files("dragoman.logs") / "data" / "words.yml")
    return {name: frozenset(listed) for name, listed in raw.items() if name != "__line__"}


class _Piece(NamedTuple):
    """A stretch of the carrier and where it comes from; a piece put in has the span of the name it stands for."""

    start: int
    end: int
    origin: Span | None
    inserted: bool


@dataclass(slots=True)
class Carrier:
    """A text to read in place of an entry's remarks."""

    text: str = ""
    pieces: list[_Piece] = field(default_factory=list)

    def put(self, words: str, origin: Span | None, *, inserted: bool) -> None:
        """Add words at the end."""
        if words:
            start = len(self.text)
            self.text += words
            self.pieces.append(_Piece(start, len(self.text), origin, inserted))

    def _at(self, offset: int) -> int:
        return bisect_right(self.pieces, offset, key=lambda p: p.start) - 1

    def inserted(self, span: Span) -> bool:
        """Whether a span of the carrier holds nothing that the entry says."""
        first, last = self._at(span[0]), self._at(span[1] - 1)
        return all(p.inserted for p in self.pieces[first : last + 1])

    def origin(self, span: Span) -> Span | None:
        """The span of the entry behind a span of the carrier; what was put in counts only where it stands alone."""
        first, last = self._at(span[0]), self._at(span[1] - 1)
        own = [p for p in self.pieces[first : last + 1] if not p.inserted]
        if not own:
            return next((p.origin for p in self.pieces[first : last + 1] if p.origin is not None), None)
        head, tail = own[0], own[-1]
        assert head.origin is not None
        assert tail.origin is not None
        start = head.origin[0] + max(0, span[0] - head.start)
        end = tail.origin[0] + min(tail.end, span[1]) - tail.start
        return (start, end) if start < end else None


def carry(text: str, remarks: tuple[Span, ...], *, subject: str, span: Span | None, preamble: str) -> Carrier:
    """A carrier of the remarks of an entry, with `subject` (which stands at `span`) where a clause has none."""
    carrier = Carrier()
    carrier.put(preamble, None, inserted=True)
    for begin, end in remarks:
        if carrier.text:
            carrier.put(" ", None, inserted=True)
        at = begin
        for gap in _gaps(text[begin:end]):
            here = begin + gap.offset
            carrier.put(text[at:here], (at, here), inserted=False)
            at = here
            if not gap.subject:
                carrier.put(gap.words, None, inserted=True)
            elif subject:
                carrier.put(subject + gap.words, span, inserted=True)
                carrier.put(text[here].lower() if gap.lower else text[here], (here, here + 1), inserted=False)
                at = here + 1
        carrier.put(text[at:end], (at, end), inserted=False)
        if text[end - 1] not in ".!?;":
            carrier.put(".", None, inserted=True)
    return carrier


def says_more(remarks: str) -> bool:
    """Whether remarks say more than of what sort the visit was."""
    sorts = words()["sorts"]
    return any(w.lower() not in sorts for w in _WORD.findall(remarks)) or any(c.isdigit() for c in remarks)


class _Gap(NamedTuple):
    """Where words are missing: at an offset, these (after the subject, where that is missing too)."""

    offset: int
    words: str
    subject: bool
    lower: bool = False


def _gaps(remark: str) -> list[_Gap]:
    """Where a remark lacks a subject, or the preposition before a day."""
    known = words()
    out: list[_Gap] = []
    for boundary in _BOUNDARY.finditer(remark):
        found = _clause(remark, boundary.end(), known)
        if found is None:
            first = _WORD.match(remark, boundary.end())
            comma = remark.find(",", boundary.end(), boundary.end() + _LONGEST)
            if first is None or comma < 0 or first.group().lower() not in known["before_comma"]:
                continue
            if any(c in remark[boundary.end() : comma] for c in ".;"):
                continue
            found = _clause(remark, comma + 2, known)
            if found is None or not remark[found.offset].islower():
                continue
        out.append(found)
    for day in _DAY.finditer(remark):
        if day.group(1).lower() not in known["before_days"] and day.group(2).lower() in known["months"]:
            out.append(_Gap(day.start(2), "on ", False))
    return sorted(out)


def _clause(remark: str, start: int, known: dict[str, frozenset[str]]) -> _Gap | None:
    """A clause without a subject that begins at an offset."""
    listed = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(remark, start, start + _LONGEST)]
    if not listed or listed[0][1] != start:
        return None
    k = 0
    while k + 1 < len(listed) and listed[k][0].lower() in known["openers"]:
        k += 1
    word = listed[k][0].lower()
    # A name may end like a verb; a verb begins a clause here, or follows an opener in lower case.
    if (k == 0 or listed[k][0].islower()) and (
        word in known["past"] or (word.endswith("ed") and len(word) > 4 and word not in known["not_past"])
    ):
        return _Gap(start, " ", True, remark[start].isupper())
    for m in range(k, min(k + 3, len(listed) - 1)):
        noun = listed[m][0].lower()
        if noun in known["nouns"] and listed[m + 1][0] == "with":
            if m > k and not all(w.islower() for w, _, _ in listed[k + 1 : m + 1]):
                return None
            article = "" if noun.endswith("s") else "an " if word[0] in "aeiou" else "a "
            return _Gap(listed[k][1], f" had {article}", True, remark[listed[k][1]].isupper())
        if not (listed[m][0].islower() or m == k):
            return None
    return None

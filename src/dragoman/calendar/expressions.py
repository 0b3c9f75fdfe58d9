"""Temporal expressions of English news, resolved to intervals of days with a precision.

An expression is a *core* (`March 11`, `next week`, `2015`) that a rule finds, with *leads* before it that
change it, tried from the inside out (`by` + `the end of` + `the year`), and may be joined with the core after
it to a range. Everything is anchored on `today`, the day of publication, or on what the text told just before
(`the next day`, `two weeks later`). An expression without its anchor gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.calendar import patterns
from dragoman.calendar.arithmetic import (
    Found,
    Kind,
    Tense,
    month_interval,
)
from dragoman.calendar.leads import Leads
from dragoman.calendar.relative import Relative
from dragoman.schema import Time

__all__ = ["Expression", "Finder", "Kind", "Tense", "find_times"]

# Cores that are none without a word before them.
_WEAK = frozenset({"bare_month", "bare_season", "bare_year", "the_unit"})


# Two wordings of one day lie no further apart: the text may be told on the day after.
_BESIDE = timedelta(days=3)


@dataclass(slots=True)
class Expression:
    """A temporal expression: characters, interval, kind, how it was read, and whether a year was inferred."""

    start: int
    end: int
    time: Time
    kind: Kind
    why: str
    inferred_year: bool = False
    since: Time | None = None  # what a `since` counts from


@dataclass(slots=True)
class _Read:
    """A core with its leads: characters, meaning, and what later expressions count from."""

    start: int
    end: int
    found: Found
    core: Found
    rule: str
    since: bool = False

    def expression(self) -> Expression:
        since = self._time(self.core) if self.core is not self.found and self.since else None
        found = self.found
        why = f"rule {self.rule}"
        return Expression(self.start, self.end, self._time(found), found.kind, why, found.inferred, since)

    def _time(self, found: Found) -> Time:
        first, last = found.first.isoformat(), found.last.isoformat()
        return Time(start=first, end=last, precision=found.precision, span=(self.start, self.end))


class Finder(Relative, Leads):
    """Finds and resolves the expressions of a text; it remembers what the text told, so it reads forward."""

    def find(self, start: int, end: int, tense: Tense | Callable[[int], Tense] = "past") -> list[Expression]:
        """Expressions in `text[start:end]`, leftmost longest.

        `tense` (of all, or of the one at a character) gives undirected ones (`on Friday`) their direction.
        """
        held = patterns.marks(self.text, start, end)
        if not held:
            return []
        self._tense_of = tense if callable(tense) else lambda _: tense
        self._before = len(self._told)
        cores: list[tuple[int, int, int, str, re.Match[str]]] = []
        for order, (name, needs, pattern) in enumerate(patterns.RULES):
            if needs in held:
                for match in pattern.finditer(self.text, start, end):
                    cores.append((match.start(), -match.end(), order, name, match))
        cores.sort(key=lambda f: f[:3])
        out: list[_Read] = []
        limit = start
        for begin, _, _, name, match in cores:
            if begin < limit:
                continue
            one = self._read(name, match, limit, end)
            if one is None:
                continue
            limit = one.end
            joined = (self._join(out[-1], one, start) or self._bracketed(out[-1], one, end)) if out else None
            if joined is not None:
                out[-1] = joined
            else:
                out.append(one)
            self._told.append(out[-1].core)
            self._told_at = out[-1].start, out[-1].end
        return [one.expression() for one in out]

    def _bracketed(self, one: _Read, other: _Read, end: int) -> _Read | None:
        """One day of two wordings, of which the second, in brackets, is the exact one: `this evening (Sep. 3)`."""
        a, b = one.found, other.found
        if self.text[one.end : other.start] != " (" or not self.text.startswith(")", other.end, end):
            return None
        if (
            a.precision != "day"
            or b.precision != "day"
            or a.kind != "relative"
            or abs(b.first - a.first) > _BESIDE
        ):
            return None
        return _Read(one.start, other.end + 1, b, b, other.rule)

    def _read(self, name: str, match: re.Match[str], limit: int, end: int) -> _Read | None:
        """Resolve a core and what its leads make of it; `None` when it is no time."""
        self._at = match.start()
        got = {k: v for k, v in match.groupdict().items() if v is not None}
        try:
            core: Found | None = getattr(self, f"_{name}")(got)
            if core is None or core.last < core.first:
                return None
            start, found, core, supported = self._leads(core, match.start(), limit, ended=name == "unit_end")
        except (ValueError, OverflowError):
            return None
        if name in _WEAK and not supported and not ("ry" in got and name == "bare_season"):
            before = self._preposition(name, match, limit)
            if before is None:
                return None
            start = min(start, before)
        after = patterns.OTHER_AFTER.match(self.text, match.end(), end)
        stop = after.end() if after and found.precision == "day" else match.end()
        since = patterns.SINCE.match(self.text, start) is not None
        return _Read(start, stop, found, core, name, since)

    def _preposition(self, name: str, match: re.Match[str], limit: int) -> int | None:
        """Where a bare month, season or year begins with the preposition that makes it one."""
        begin = match.start()
        window = self.text[max(limit, begin - 16) : begin]
        if name == "bare_year":
            told = patterns.BEFORE_YEAR.search(window) or (
                patterns.A.search(window) and patterns.OF_A_YEAR.match(self.text, match.end())
            )
            return begin if told else None
        if name == "bare_season":
            found = patterns.BEFORE_SEASON.search(window)
        elif name == "bare_month":
            capital = re.compile(r" [A-Z]").match(self.text, match.end())
            doubtful = capital or match["m"] in ("May", "March")
            found = (patterns.BEFORE_MAY if doubtful else patterns.BEFORE_MONTH).search(window)
            if capital and found and found.group().lower() == "by ":
                return None
            if (
                found is None
                and patterns.A.search(window)
                and patterns.OF_A_YEAR.match(self.text, match.end())
            ):
                return begin  # "a May peace accord"
        else:
            return None
        if found is None:
            return None
        word = found.group().lower()
        keeps = word.startswith(("in ", "since ", "by ", "until ", "from "))
        return begin - len(word) if keeps else begin

    # Ranges --------------------------------------------------------------------------

    def _join(self, one: _Read, other: _Read, start: int) -> _Read | None:
        """One range of two neighbours (`from 30 September to 2 October 2015`), or `None`."""
        a, b = one.found, other.found
        between = self.text[one.end : other.start]
        if a.precision != b.precision or len(between) > 16:
            return None
        join = patterns.JOIN.match(between) if between else None
        if join is None:
            return None
        before = self.text[max(start, one.start - 16) : one.start]
        own = self.text[one.start : one.start + 8].lower()
        if join["to"]:
            if not (
                patterns.FROM.search(before)
                or own.startswith("from ")
                or a.kind == b.kind == "absolute"
                or join["to"] in ("through", "thru")
            ):
                return None
        elif join["and"] and not patterns.BETWEEN.search(before):
            return None
        first, last = a.first, b.last
        if a.inferred and not b.inferred and b.precision != "week":
            first = _with_year(first, b.first.year)
            if first > b.first:
                first = _with_year(first, b.first.year - 1)
        elif first > last and b.inferred and not a.inferred:
            last = _with_year(last, first.year + (last.month < first.month))
        elif first > last and a.inferred and b.inferred:
            first = _with_year(first, last.year - 1)
        elif first > last and a.precision == "day" and a.kind == b.kind == "relative":
            last += timedelta(days=7)
        if first > last:
            return None
        found = Found(first, last, a.precision, "range", a.inferred and b.inferred)
        return _Read(one.start, other.end, found, found, one.rule)


def _with_year(day: date, year: int) -> date:
    return day.replace(year=year, day=min(day.day, month_interval(year, day.month)[1].day))


def find_times(text: str, *, today: date | None, tense: Tense = "past") -> list[Expression]:
    """Temporal expressions of a text; `today` is the day of publication, `None` when unknown."""
    return Finder(text, today).find(0, len(text), tense)

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
    WEEKDAYS,
    Found,
    Kind,
    Part,
    Tense,
    around,
    month_interval,
    named_day,
    named_days,
    nearest_year,
    part_of,
    resolve_weekday,
    season_interval,
    shift,
    shift_months,
    week_of,
    year_interval,
)
from dragoman.schema import Precision, Time

__all__ = ["Expression", "Finder", "Kind", "Tense", "find_times"]

Groups = dict[str, str]

# News is of so many days.
_WEEK = 7
# Cores that are none without a word before them.
_WEAK = frozenset({"bare_month", "bare_season", "bare_year", "the_unit"})
_PARTS: dict[str, Part] = {
    "early": "early",
    "mid": "mid",
    "late": "late",
    "middle": "mid",
    "midst": "mid",
    "end": "late",
    "ends": "late",
    "close": "late",
    "first half": "first half",
    "second half": "second half",
    "latter half": "second half",
}
# What each unit may be counted from.
_COUNTED_FROM: dict[str, frozenset[str]] = {
    "day": frozenset({"day"}),
    "week": frozenset({"day", "week"}),
    "fortnight": frozenset({"day", "week"}),
    "month": frozenset({"day", "week", "month"}),
    "year": frozenset({"day", "week", "month", "season", "year"}),
    "decade": frozenset({"day", "week", "month", "season", "year", "decade"}),
}
_FORWARD = frozenset({"after", "later", "next", "following", "afterward", "afterwards", "after that"})
_OF_TOLD = frozenset({"that", "the same", "that same"})


@dataclass(slots=True)
class Expression:
    """A temporal expression: characters, interval, kind, how it was read, and whether a year was inferred."""

    start: int
    end: int
    time: Time
    kind: Kind
    why: str
    inferred_year: bool = False


@dataclass(slots=True)
class _Read:
    """A core with its leads: characters, meaning, and what later expressions count from."""

    start: int
    end: int
    found: Found
    core: Found
    rule: str

    def expression(self) -> Expression:
        first, last, precision, kind, inferred = self.found
        time = Time(
            start=first.isoformat(), end=last.isoformat(), precision=precision, span=(self.start, self.end)
        )
        return Expression(self.start, self.end, time, kind, f"rule {self.rule}", inferred)


class Finder:
    """Finds and resolves the expressions of a text; it remembers what the text told, so it reads forward."""

    def __init__(self, text: str, today: date | None) -> None:
        self.text = text
        self.today = today
        self._told: list[Found] = []
        self._tense_of: Callable[[int], Tense] = lambda _: "past"
        self._at = 0
        self._before = 0  # how much was told before the stretch that is read

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
            joined = self._join(out[-1], one, start) if out else None
            if joined is not None:
                out[-1] = joined
            else:
                out.append(one)
            self._told.append(out[-1].core)
        return [one.expression() for one in out]

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
        return _Read(start, stop, found, core, name)

    def _preposition(self, name: str, match: re.Match[str], limit: int) -> int | None:
        """Where a bare month, season or year begins with the preposition that makes it one."""
        begin = match.start()
        window = self.text[max(limit, begin - 16) : begin]
        if name == "bare_year":
            return begin if patterns.BEFORE_YEAR.search(window) else None
        if name == "bare_season":
            found = patterns.BEFORE_SEASON.search(window)
        elif name == "bare_month":
            capital = re.compile(r" [A-Z]").match(self.text, match.end())
            doubtful = capital or match["m"] in ("May", "March")
            found = (patterns.BEFORE_MAY if doubtful else patterns.BEFORE_MONTH).search(window)
            if capital and found and found.group().lower() == "by ":
                return None
        else:
            return None
        if found is None:
            return None
        word = found.group().lower()
        keeps = word.startswith(("in ", "since ", "by ", "until ", "from "))
        return begin - len(word) if keeps else begin

    # Leads ---------------------------------------------------------------------------

    def _leads(self, core: Found, begin: int, limit: int, *, ended: bool) -> tuple[int, Found, Found, bool]:
        """Apply the words before a core, from the inside out.

        Gives the new beginning, the meaning, what later expressions count from, and whether a lead was found.
        """
        found, supported = core, False
        while True:
            window = self.text[max(limit, begin - patterns.LEAD_WIDTH) : begin]
            lead = patterns.LEAD.search(window)
            if lead is None:
                return begin, found, core, supported
            got = {k: v for k, v in lead.groupdict().items() if v is not None}
            length = len(lead.group())
            if "since" in got:
                if self.today is not None and found.first <= self.today:
                    core, begin = found, begin - length
                    return begin, found._replace(last=self.today, kind="range"), core, True
                return begin, found, core, supported
            if "until" in got:
                if ended and self.today is not None and found.last >= self.today:
                    core, begin = found, begin - length
                    return begin, found._replace(first=self.today, kind="range"), core, True
                return begin, found, core, supported
            changed = self._led(got, found)
            if changed is None:
                return begin, found, core, supported
            found = core = changed
            begin -= length
            supported = True
            word = (got.get("part_of") or got.get("part_end") or "").lower()
            ended = word in ("end", "ends", "close")

    def _led(self, got: Groups, found: Found) -> Found | None:
        """What one lead makes of a meaning; `None` when it does not belong to it."""
        if "filler" in got:
            return found if found.precision in ("month", "year") else None
        if "other" in got:
            return found if found.precision == "day" else None
        if "week" in got:
            return Found(*week_of(found.first), "week", "absolute") if found.precision == "day" else None
        if "clip" in got:
            if self.today is None or not found.first <= self.today <= found.last or found.precision == "day":
                return None
            return (
                found._replace(last=self.today)
                if got["clip"].lower() == "earlier"
                else found._replace(first=self.today)
            )
        if "nth" in got:
            return self._nth(got, found)
        if "span_unit" in got:
            return self._spanned(got, found)
        if "eve" in got:
            return around(shift(found.first, "day", -1), "day") if found.precision == "day" else None
        if "shift" in got:
            unit = "day" if "shift_day" in got else got["shift_unit"].lower()
            if found.precision not in _COUNTED_FROM[unit]:
                return None
            amount = self._amount(got)
            if got["shift"].lower() == "before":
                return around(shift(found.first, unit, -amount), unit)
            return around(shift(found.last, unit, amount), unit)
        word = (got.get("part") or got.get("part_of") or got.get("part_end") or "early").lower()
        named = _PARTS.get(word) or ("late" if word.startswith(("last", "final", "closing")) else "early")
        return part_of(found, named)

    def _spanned(self, got: Groups, found: Found) -> Found | None:
        """`For two weeks from August 30`: from that day on."""
        unit, amount = got["span_unit"].lower(), self._amount({"count": got["span_count"]})
        if found.precision != "day":
            return None
        last = shift(found.first, unit, amount - (unit == "day"))
        return found._replace(last=last, kind="range") if amount else None

    def _nth(self, got: Groups, found: Found) -> Found | None:
        """`The second week of May`, `the first three months of 2015`: a count of units from one end."""
        unit, count = got["of_unit"].lower(), patterns.NUMBERS[got.get("of_count", "one").lower()]
        which = got["nth"].lower()
        longer = ("week", "month", "season", "year", "decade")
        if found.precision not in longer[{"day": 0, "week": 1, "month": 2, "quarter": 3}[unit] :]:
            return None
        n, unit = (3 * count, "month") if unit == "quarter" else (count, unit)
        precision: Precision = unit  # type: ignore[assignment]
        if which in ("last", "final"):
            first = shift(found.last + timedelta(days=1), unit, -n)
            return Found(first, found.last, precision, "relative", found.inferred)
        skip = ("first", "second", "third", "fourth").index(which) * n
        first = shift(found.first, unit, skip)
        last = min(shift(first, unit, n) - timedelta(days=1), found.last)
        return Found(first, last, precision, "relative", found.inferred)

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
                patterns.FROM.search(before) or own.startswith("from ") or a.kind == b.kind == "absolute"
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

    # What was told -------------------------------------------------------------------

    def _told_for(self, unit: str) -> Found | None:
        """What the text told last that this unit can be counted from."""
        fits = _COUNTED_FROM[unit]
        return next((f for f in reversed(self._told) if f.precision in fits), None)

    def _news(self) -> Found | None:
        """The day that the text tells first, which `the same day` at the head of a later stretch goes back to.

        Only in news: where that day and the one told last are of the week before publication.
        """
        if self.today is None or len(self._told) != self._before:
            return None
        issued = (self.today, "absolute")  # the dateline's own day
        days = [f for f in self._told if f.precision == "day" and (f.first, f.kind) != issued]
        return days[0] if days and self._recent(days[0]) and self._recent(days[-1]) else None

    def _recent(self, found: Found) -> bool:
        """Whether something told is of the week before publication."""
        return self.today is not None and 0 <= (self.today - found.last).days <= _WEEK

    def _tense(self) -> Tense:
        return self._tense_of(self._at)

    def _relative_year(self, wording: str) -> int | None:
        """The year of `this year`, `the previous year`, `the same year`."""
        which = wording.lower().removesuffix(" year")
        told = self._told_for("year")
        if which in _OF_TOLD:
            return told.first.year if told else None
        if which in ("the previous", "the following") and told:
            return told.first.year + (1 if which == "the following" else -1)
        if self.today is None:
            return None
        return self.today.year + {"last": -1, "the previous": -1, "the past": -1, "next": 1, "the following": 1, "the coming": 1}.get(which, 0)  # fmt: skip

    def _year(self, got: Groups, month: int, day: int | None, tense: Tense | None = None) -> tuple[int, bool] | None:  # fmt: skip
        """The year of a date, and whether it was inferred."""
        if "y" in got:
            return int(got["y"]), False
        if "ry" in got:
            year = self._relative_year(got["ry"])
            return None if year is None else (year, False)
        if self.today is None:
            return None
        return nearest_year(month, day, self.today, tense or self._tense()), True

    # Absolute ------------------------------------------------------------------------

    def _iso(self, got: Groups) -> Found | None:
        day = date(int(got["y"]), int(got["m"]), int(got["d"]))
        return Found(day, day, "day", "absolute")

    def _numeric(self, got: Groups) -> Found | None:
        """Day first; month first only where nothing else is a date."""
        year, a, b = int(got["y"]), int(got["d"]), int(got["m"])
        day = date(year, a, b) if b > 12 else date(year, b, a)
        return Found(day, day, "day", "absolute")

    def _month(self, name: str) -> int:
        return patterns.MONTHS[name.lower().rstrip(".")]

    def _month_day(self, got: Groups) -> Found | None:
        month, number = self._month(got["m"]), int(got["d"])
        year = self._year(got, month, number)
        if year is None:
            return None
        day = date(year[0], month, number)
        return Found(day, day, "day", "absolute", year[1])

    _day_month = _month_day

    def _ordinal_month(self, got: Groups) -> Found | None:
        return self._month_day(got | {"d": str(patterns.ORDINALS[got["ordinal"]])})

    def _days_of_month(self, got: Groups) -> Found | None:
        month = self._month(got["m"])
        year = self._year(got, month, int(got["d"]))
        if year is None or int(got["d2"]) <= int(got["d"]):
            return None
        first, last = date(year[0], month, int(got["d"])), date(year[0], month, int(got["d2"]))
        return Found(first, last, "day", "range", year[1])

    _days_before_month = _days_of_month

    def _nth_weekday(self, got: Groups) -> Found | None:
        """`The first Sunday of October`."""
        month = self._month(got["m"])
        year = self._year(got, month, None)
        if year is None:
            return None
        nth = -1 if got["nth"] == "last" else patterns.ORDINALS[got["nth"]]
        day = named_day(f"{nth} {got['weekday'].lower()} {month}", year[0])
        return Found(day, day, "day", "absolute", year[1])

    def _nth_day(self, got: Groups) -> Found | None:
        """`On the 25th`, `the 14th of this month`: of the month told, or of the nearest that fits."""
        number, which = int(got["d"]), got.get("which", "").lower()
        told = self._told_for("month")
        if which in _OF_TOLD or which in ("the previous", "the following"):
            base = told.first if told else None
        elif which:
            base = self.today
        else:
            base = self._month_of_nth(number, told)
        if base is None:
            return None
        step = {"last": -1, "the previous": -1, "next": 1, "the following": 1}.get(which, 0)
        year, month = shift_months(base, step)
        day = date(year, month, number)
        return Found(day, day, "day", "relative")

    def _month_of_nth(self, number: int, told: Found | None) -> date | None:
        """A day in the month of a bare `the 25th`."""
        today = self.today
        if told is not None and told.kind == "absolute":
            if today is None or (told.first.year, told.first.month) < (today.year, today.month):
                return shift(told.first.replace(day=1), "month", int(number < told.first.day))
        if today is None:
            return None
        future = self._tense() == "future"
        step = int(number < today.day) if future else -int(number > today.day)
        return shift(today.replace(day=1), "month", step)

    def _months(self, got: Groups) -> Found | None:
        """`From February to May`, `between November 2014 and March`."""
        a, b = self._month(got["m"]), self._month(got["m2"])
        ends = {k.removesuffix("2"): got[k] for k in ("y2", "ry2") if k in got}
        if not ends and ("y" in got or "ry" in got):
            first = self._year(got, a, None)
            if first is None:
                return None
            years, inferred = (first[0], first[0] + (b < a)), first[1]
        else:
            last = self._year(ends, b, None)
            if last is None:
                return None
            own = self._year(got, a, None) if "y" in got or "ry" in got else None
            years, inferred = (own[0] if own else last[0] - (a > b), last[0]), last[1]
        begin, end = month_interval(years[0], a)[0], month_interval(years[1], b)[1]
        return Found(begin, end, "month", "range", inferred)

    def _month_year(self, got: Groups) -> Found | None:
        return Found(*month_interval(int(got["y"]), self._month(got["m"])), "month", "absolute")

    def _month_rel(self, got: Groups) -> Found | None:
        if "y" in got or "ry" in got or self.today is None:
            return self._bare_month(got)
        month, which = self._month(got["m"]), got["which"].lower()
        if which.startswith("th") and not which.startswith("this"):
            return self._month_told(month, which)
        year = self.today.year
        if which in ("last", "this past") and month >= self.today.month:
            year -= 1
        elif which in ("next", "this coming") and month <= self.today.month:
            year += 1
        return Found(*month_interval(year, month), "month", "relative", True)

    def _month_told(self, month: int, which: str) -> Found | None:
        """`The following May`, `that June`: counted from what the text told last; nothing where it told nothing."""
        told = self._told_for("year")
        if told is None:
            return None
        year = told.last.year
        if which == "the following":
            year += month <= told.last.month or told.precision == "year"
        elif which in ("the previous", "the preceding"):
            year = told.first.year - (month >= told.first.month or told.precision == "year")
        return Found(*month_interval(year, month), "month", "relative")

    def _bare_month(self, got: Groups) -> Found | None:
        month = self._month(got["m"])
        word = self.text[max(0, self._at - 6) : self._at].lower()
        ahead = word.endswith((" by ", "until ", " till "))
        year = self._year(got, month, None, "future" if ahead else None)
        return Found(*month_interval(year[0], month), "month", "relative", year[1]) if year else None

    def _season(self, got: Groups) -> Found | None:
        return Found(*season_interval(got["season"], int(got["y"])), "season", "absolute")

    def _seasons(self, name: str, around_: date) -> list[tuple[date, date]]:
        return [season_interval(name, around_.year + k) for k in (-2, -1, 0, 1, 2)]

    def _season_rel(self, got: Groups) -> Found | None:
        which = got["which"].lower()
        told = self._told_for("year") if which in ("the previous", "the following") else None
        first = told.first if told else self.today
        last = told.last if told else self.today
        if first is None or last is None:
            return None
        seasons = self._seasons(got["season"], first)
        if which in ("last", "this past", "the past", "the previous"):
            span = [s for s in seasons if s[1] < first][-1]
        elif which in ("next", "this coming", "the coming", "the following"):
            span = next(s for s in seasons if s[0] > last)
        else:
            now = [s for s in seasons if s[0] <= first <= s[1]]
            span = now[0] if now else season_interval(got["season"], first.year)
        return Found(*span, "season", "relative")

    def _bare_season(self, got: Groups) -> Found | None:
        if "ry" in got:
            year = self._relative_year(got["ry"])
            return (
                None if year is None else Found(*season_interval(got["season"], year), "season", "relative")
            )
        if self.today is None:
            return None
        seasons = self._seasons(got["season"], self.today)
        if self._tense() == "future":
            span = next(s for s in seasons if s[1] >= self.today)
        else:
            span = [s for s in seasons if s[0] <= self.today][-1]
        return Found(*span, "season", "relative", True)

    def _quarter(self, got: Groups) -> Found | None:
        part = got["part"].lower()
        year: int | None
        if "ry" in got:
            year = self._relative_year(got["ry"])
        elif "y" in got:
            year = int(got["y"])
        elif part == "last":
            return self._rel_unit({"which": "last", "unit": "quarter"})
        else:
            year = self.today.year if self.today else None
        if year is None:
            return None
        n = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": 3}.get(part)
        n = int(part) - 1 if n is None else n
        return Found(
            date(year, 3 * n + 1, 1),
            month_interval(year, 3 * n + 3)[1],
            "month",
            "absolute",
            not ("y" in got or "ry" in got),
        )

    def _decade(self, got: Groups) -> Found | None:
        if "d" in got:
            first = int(got["d"]) * 10
        else:
            tens = next((int(got[k]) for k in ("short", "short2", "short3", "short4") if k in got), None)
            if tens is None:
                tens = patterns.DECADES[got["word"].lower()] // 10
            century = got.get("century", "").lower()
            start = 1900
            if century in ("nineteenth", "19th"):
                start = 1800
            elif century in ("last", "past", "previous") and self.today is not None:
                start = (self.today.year - 1) // 100 * 100 - 100
                start = 1900 if self.today.year >= 2000 else start
            first = start + 10 * tens
        return Found(*year_interval(first, first + 9), "decade", "absolute")

    def _bare_year(self, got: Groups) -> Found | None:
        return Found(*year_interval(int(got["y"])), "year", "absolute")

    def _year_span(self, got: Groups) -> Found | None:
        first = int(got["y"])
        last = int(got["y2"]) if "y2" in got else first // 100 * 100 + int(got["short"])
        return Found(*year_interval(first, last), "year", "range") if first < last else None

    def _named(self, got: Groups) -> Found | None:
        """A day that has a name, the nearest in the direction of the tense."""
        when = named_days()[got["word"].lower().replace("’", "'")]
        if when.count("-") == 2:
            day = named_day(when, 1)
            return Found(day, day, "day", "absolute")
        year = self._relative_year(got["ry"]) if "ry" in got else int(got["y"]) if "y" in got else None
        if year is None and self.today is not None:
            probe = named_day(when, self.today.year)
            year = nearest_year(probe.month, probe.day, self.today, self._tense())
        if year is None:
            return None
        day = named_day(when, year)
        return Found(day, day, "day", "absolute", "y" not in got)

    # Relative ------------------------------------------------------------------------

    def _today(self, got: Groups) -> Found | None:
        if self.today is None:
            return None
        word = got["word"].lower()
        shifts = {
            "yesterday": -1,
            "last night": -1,
            "tomorrow": 1,
            "the day before yesterday": -2,
            "the night before last": -2,
            "the day after tomorrow": 2,
        }
        day = self.today + timedelta(days=shifts.get(word, 0))
        if word == "overnight":
            return Found(day - timedelta(days=1), day, "day", "relative")
        return Found(day, day, "day", "relative")

    def _day_before(self, got: Groups) -> Found | None:
        """The day beside the one told last; before what is published where none was told."""
        if "m" in got:
            return self._month_day(got)
        word = next(v for k, v in got.items() if k.startswith("word")).lower()
        told = self._told_for("day")
        if word in ("same", "on"):
            told = self._news() or told
            return around(told.last, "day") if told else None
        step = 1 if word in _FORWARD else -1
        if told is not None:
            return around(shift(told.last if step > 0 else told.first, "day", step), "day")
        if self.today is None or (step > 0 and self._tense() == "past"):
            return None
        return around(shift(self.today, "day", step), "day")

    def _in_day(self, _: Groups) -> Found | None:
        """`Earlier in the day`: of the day told last, else of publication."""
        told = self._told_for("day")
        day = told.last if told is not None else self.today
        return around(day, "day") if day is not None else None

    def _amount(self, got: Groups) -> int:
        word = got.get("count", "few" if "plural" in got else "1").lower()
        return int(word) if word.isdigit() else patterns.NUMBERS[word]

    def _ago(self, got: Groups) -> Found | None:
        if self.today is None:
            return None
        unit = got["unit"].lower()
        if unit in ("hour", "minute"):
            return around(self.today, "day")
        return around(shift(self.today, unit, -self._amount(got)), unit)

    def _later(self, got: Groups) -> Found | None:
        """So long after or before what was told last."""
        unit = got["unit"].lower()
        told = self._told_for(unit)
        if told is None:
            return None
        if got["dir"].lower() in _FORWARD:
            return around(shift(told.last, unit, self._amount(got)), unit)
        return around(shift(told.first, unit, -self._amount(got)), unit)

    def _hours_later(self, got: Groups) -> Found | None:
        """`Hours later`, `within minutes`: on the day that the text told last, in news the last of its week; `48 hours
        later` two days on.
        """
        past = self._tense() == "past" and self.today is not None
        days = [
            f
            for f in self._told
            if f.precision == "day" and not (past and self.today and f.first > self.today)
        ]
        days = [f for f in days if self._recent(f)] or days
        if not days:
            return None
        amount = self._amount(got) // 24 if "count" in got else 0
        if got.get("dir", "").lower() == "earlier":
            return around(shift(days[-1].first, "day", -amount), "day")
        return around(shift(days[-1].last, "day", amount), "day")

    def _in_future(self, got: Groups) -> Found | None:
        if self.today is None or self._tense() != "future":
            return None
        unit = got["unit"].lower()
        found = around(shift(self.today, unit, self._amount(got)), unit)
        return found._replace(first=self.today) if got["within"].lower() == "within" else found

    def _past_span(self, got: Groups) -> Found | None:
        """So many units that end, or begin, at publication."""
        if self.today is None:
            return None
        unit, which = got["unit"].lower(), got["which"].lower()
        amount = self._amount(got)
        if which in ("previous", "preceding", "following"):
            told = self._told_for("day")
            if told is None:
                return None
            base = told.first if which != "following" else told.last
        else:
            base = self.today
        if unit == "hour":
            unit, amount = "day", -(-amount // 24) + 1
        precision: Precision = unit  # type: ignore[assignment]
        if which in ("next", "coming", "following"):
            return Found(base, shift(base, unit, amount), precision, "vague")
        first = shift(base, unit, -amount)
        if unit in ("day", "week"):
            first += timedelta(days=1)
        return Found(first, base, precision, "vague")

    def _before_last(self, got: Groups) -> Found | None:
        if self.today is None:
            return None
        step = 2 if got["which"].lower() == "after next" else -2
        if got["unit"].lower() == "weekend":
            return self._weekend_of(shift(self.today, "week", step))
        return around(shift(self.today, got["unit"].lower(), step), got["unit"].lower())

    def _weekend_of(self, day: date) -> Found:
        saturday = week_of(day)[0] + timedelta(days=5)
        return Found(saturday, saturday + timedelta(days=1), "day", "relative")

    def _rel_unit(self, got: Groups) -> Found | None:
        """`Last week`, `the following month`, `that year`, `this weekend`."""
        which, unit = got["which"].lower(), got["unit"].lower()
        step = 0
        if which in ("last", "the previous", "the preceding"):
            step = -1
        elif which in ("next", "the coming", "this coming", "the following"):
            step = 1
        base = self.today
        if which in _OF_TOLD or which in ("the following", "the previous", "the preceding"):
            told = self._told_for({"weekend": "week", "quarter": "month"}.get(unit, unit))
            if told is not None:
                base = told.last if step > 0 else told.first
            elif which in _OF_TOLD:
                return None
        if base is None:
            return None
        if unit == "weekend":
            if step < 0 or (step == 0 and which == "this" and base.weekday() < 5 and self._tense() == "past"):
                return self._weekend_of(shift(base, "week", -1))
            return self._weekend_of(shift(base, "week", int(which == "next" or (step > 0 and base.weekday() > 4))))  # fmt: skip
        if unit == "week" and which == "last" and base.weekday() == 6:
            step = 0  # on a Sunday the week that is ending
        if unit == "quarter":
            year, month = shift_months(base.replace(day=1), 3 * step)
            first = date(year, (month - 1) // 3 * 3 + 1, 1)
            return Found(first, shift(first, "month", 3) - timedelta(days=1), "month", "relative")
        return around(shift(base, unit, step), unit)

    def _the_unit(self, got: Groups) -> Found | None:
        """`(The end of) the year`."""
        return around(self.today, got["unit"].lower()) if self.today is not None else None

    def _unit_end(self, got: Groups) -> Found | None:
        whole = self._the_unit(got)
        return part_of(whole, "late") if whole is not None else None

    def _weekend(self, got: Groups) -> Found | None:
        return self._rel_unit({"which": "this", "unit": "weekend"})

    def _weekday_week(self, got: Groups) -> Found | None:
        """`Monday of last week`."""
        week = self._rel_unit({"which": got["which"], "unit": "week"})
        if week is None:
            return None
        day = week.first + timedelta(days=WEEKDAYS[got["weekday"].lower()])
        return Found(day, day, "day", "relative")

    def _weekday_rel(self, got: Groups) -> Found | None:
        number, which = WEEKDAYS[got["weekday"].lower()], got["which"].lower()
        if which in _OF_TOLD:
            return self._weekday_told(number)
        told = self._told_for("day") if which in ("the previous", "the following", "the preceding", "the next") else None  # fmt: skip
        base = (told.last if which in ("the following", "the next") else told.first) if told else self.today
        if base is None:
            return None
        if which in ("last", "this past", "the previous", "the preceding"):
            day = base - timedelta(days=(base.weekday() - number) % 7 or 7)
        elif which == "this":
            day = resolve_weekday(number, base, self._tense())
        else:
            ahead = (number - base.weekday()) % 7 or 7
            # Tomorrow and the day after are not called `next Thursday`: that is the one of next week.
            day = base + timedelta(days=ahead + 7 if which == "next" and ahead <= 2 else ahead)
        return Found(day, day, "day", "relative")

    def _weekday_told(self, number: int) -> Found | None:
        """`That Sunday`: of the week told last; some day of the month told last, and no day of publication's week."""
        told = self._told_for("month")
        if told is None or told.precision == "month":
            return None if told is None else told._replace(kind="vague")
        day = week_of(told.last)[0] + timedelta(days=number)
        return Found(day, day, "day", "relative")

    def _weekday(self, got: Groups) -> Found | None:
        if self.today is None:
            return None
        day = resolve_weekday(WEEKDAYS[got["weekday"].lower()], self.today, self._tense())
        return Found(day, day, "day", "relative")


def _with_year(day: date, year: int) -> date:
    return day.replace(year=year, day=min(day.day, month_interval(year, day.month)[1].day))


def find_times(text: str, *, today: date | None, tense: Tense = "past") -> list[Expression]:
    """Temporal expressions of a text; `today` is the day of publication, `None` when unknown."""
    return Finder(text, today).find(0, len(text), tense)

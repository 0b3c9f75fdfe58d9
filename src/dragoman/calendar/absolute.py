"""Times that are named: days, months, seasons, years, feasts; a year that is not told is the nearest that fits."""

from __future__ import annotations

from datetime import date

from dragoman.calendar import patterns
from dragoman.calendar.arithmetic import (
    Found,
    month_interval,
    named_day,
    named_days,
    nearest_year,
    season_interval,
    shift,
    shift_months,
    year_interval,
)
from dragoman.calendar.context import OF_TOLD, Context, Groups
from dragoman.language.numerals import ORDINALS


class Absolute(Context):
    """Resolves the cores of named times; each method bears the name of its rule in `patterns`."""

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
        year = self._year(got, month, number, "future" if self._due() else None)
        if year is None:
            return None
        day = date(year[0], month, number)
        return Found(day, day, "day", "absolute", year[1])

    def _due(self) -> bool:
        """Whether a date is one by which something is to be done: `by Dec. 10`."""
        word = self.text[max(0, self._at - 6) : self._at].lower()
        return word.endswith((" by ", "until ", " till "))

    _day_month = _month_day

    def _ordinal_month(self, got: Groups) -> Found | None:
        return self._month_day(got | {"d": str(ORDINALS[got["ordinal"]])})

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
        nth = -1 if got["nth"] == "last" else ORDINALS[got["nth"]]
        day = named_day(f"{nth} {got['weekday'].lower()} {month}", year[0])
        return Found(day, day, "day", "absolute", year[1])

    def _nth_day(self, got: Groups) -> Found | None:
        """`On the 25th`, `the 14th of this month`: of the month told, or of the nearest that fits."""
        number = int(got["d"]) if "d" in got else ORDINALS[got["ordinal"].lower()]
        which = got.get("which", "").lower()
        told = self._told_for("month")
        if which in OF_TOLD or which in ("the", "the previous", "the following"):
            base = told.first if told else self.today if which == "the" else None
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
        ahead = self._tense() == "future"
        if told is not None and told.kind == "absolute" and not (ahead and today and told.last < today):
            if today is None or (told.first.year, told.first.month) < (today.year, today.month):
                return shift(told.first.replace(day=1), "month", int(number < told.first.day))
        if today is None:
            return None
        step = int(number < today.day) if ahead else -int(number > today.day)
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
        year = self._year(got, month, None, "future" if self._due() else None)
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

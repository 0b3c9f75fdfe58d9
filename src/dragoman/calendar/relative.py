"""Relative times: counted from publication (`last week`) or from what the text told (`the next day`)."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.calendar.absolute import Absolute
from dragoman.calendar.arithmetic import (
    WEEKDAYS,
    Found,
    around,
    month_interval,
    part_of,
    resolve_weekday,
    shift,
    shift_months,
    week_of,
)
from dragoman.calendar.context import FORWARD, OF_TOLD, Groups
from dragoman.schema import Precision

_NOW = frozenset({"today", "tonight", "this morning", "this afternoon", "this evening"})


class Relative(Absolute):
    """Resolves the cores of relative times; each method bears the name of its rule in `patterns`."""

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
        # A correspondent's `today` is that of the dateline, `yesterday` in translated papers that of the paper.
        day = self.issued or self.today if word in _NOW else self.today + timedelta(days=shifts.get(word, 0))
        if word == "overnight":
            return Found(day - timedelta(days=1), day, "day", "relative")
        return Found(day, day, "day", "relative")

    def _day_before(self, got: Groups) -> Found | None:
        """The day beside the one told last; before what is published where none was told."""
        if "m" in got:
            return self._month_day(got)
        word = next(v for k, v in got.items() if k.startswith("word")).lower()
        told = self._told_for("day")
        over = [f for f in self._told if f.precision == "day" and self.today and f.first <= self.today]
        if word in ("same", "on", "that"):
            told = self._news() or (over[-1] if over and self._tense() == "past" else told)
            return around(told.last, "day") if told else None
        step = 1 if word in FORWARD else -1
        if step < 0 and over and told is not None and self.today is not None and told.first > self.today:
            told = over[-1]  # a term set for a day to come is no day before which something was done
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

    def _ago(self, got: Groups) -> Found | None:
        if self.today is None:
            return None
        unit = got["unit"].lower()
        if unit in ("hour", "minute"):
            return around(self.today, "day")
        return around(shift(self.today, unit, -self._amount(got)), unit)

    def _ago_day(self, got: Groups) -> Found | None:
        """`A week ago Monday`, `two years ago this month`: so long before that day, or the one of publication."""
        if self.today is None:
            return None
        unit, amount = got["unit"].lower(), -self._amount(got)
        if "same" in got:
            same = got["same"].lower().removeprefix("this ")
            day = shift(self.today, unit, amount)
            return around(day, "day" if same in ("today", "day") else same)
        weekday = resolve_weekday(WEEKDAYS[got["weekday"].lower()], self.today, "past")
        if unit == "week":
            return around(shift(weekday, "week", amount), "day")
        return around(shift(weekday, unit, amount), unit)

    def _later(self, got: Groups) -> Found | None:
        """So long after or before what was told last."""
        unit = got["unit"].lower()
        told = self._told_for(unit)
        if told is None:
            return self._before_news(got, unit)
        if got["dir"].lower() in FORWARD:
            return around(shift(told.last, unit, self._amount(got)), unit)
        return around(shift(told.first, unit, -self._amount(got)), unit)

    def _before_news(self, got: Groups, unit: str) -> Found | None:
        """So many days before news that tells no day, which is of the day of publication or the one before."""
        if self.today is None or unit != "day" or got["dir"].lower() in FORWARD or self._tense() != "past":
            return None
        day = shift(self.today, unit, -self._amount(got))
        return Found(day - timedelta(days=1), day, "day", "relative")

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
        if (unit, which) == ("day", "next") and "count" not in got and self._tense() == "past":
            return self._day_before({"word": "next"})  # "In the next day Rome recalled its envoy"
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
        if which in OF_TOLD or which in ("the following", "the previous", "the preceding"):
            told = self._told_for({"weekend": "week", "quarter": "month"}.get(unit, unit))
            if told is not None:
                base = told.last if step > 0 else told.first
            elif which in OF_TOLD:
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
        if which in OF_TOLD:
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
        coming = (
            self.text[max(0, self._at - 5) : self._at].lower().endswith(" for ")
        )  # "called for Saturday a meeting"
        tense = "future" if coming else self._tense()
        day = resolve_weekday(WEEKDAYS[got["weekday"].lower()], self.today, tense)
        return Found(day, day, "day", "relative")

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

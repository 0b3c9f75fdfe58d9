"""Sums with days: months, weeks, seasons, thirds and halves of a period, Easter, days that have a name."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import Literal, NamedTuple

from dragoman import daynames
from dragoman.datafiles import read_table, read_words
from dragoman.errors import KnowledgeError
from dragoman.schema import Precision

# `done`: told as over by the verb that a time hangs on; `past` also where nothing tells.
Tense = Literal["past", "done", "future"]
Kind = Literal["absolute", "relative", "range", "vague"]
Part = Literal["early", "mid", "late", "first half", "second half"]

WEEKDAYS = {name.lower(): n for n, name in enumerate(daynames.WEEKDAYS)}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_THIRDS: dict[str, int] = {"early": 0, "mid": 1, "late": 2}


class Found(NamedTuple):
    """What an expression means: first and last day, precision, kind, and whether its year was inferred."""

    first: date
    last: date
    precision: Precision
    kind: Kind
    inferred: bool = False


def month_interval(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def year_interval(year: int, last: int | None = None) -> tuple[date, date]:
    """First and last day of a year, or of years."""
    return date(year, 1, 1), date(last or year, 12, 31)


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the week of a day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def season_interval(season: str, year: int) -> tuple[date, date]:
    """First and last day of a season; the winter of a year begins in its December."""
    first = _SEASONS[season.lower()]
    return date(year, first, 1), month_interval(*shift_months(date(year, first, 1), 2))[1]


def shift_months(day: date, months: int) -> tuple[int, int]:
    """Year and month so many months from a day."""
    total = day.year * 12 + day.month - 1 + months
    return total // 12, total % 12 + 1


def shift(day: date, unit: str, amount: int) -> date:
    """The day so many units from a day; the last of the month where the month is too short."""
    if unit in ("day", "week", "fortnight"):
        return day + timedelta(days=amount * {"day": 1, "week": 7, "fortnight": 14}[unit])
    year, month = shift_months(day, amount * {"month": 1, "year": 12, "decade": 120}[unit])
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def around(day: date, unit: str, kind: Kind = "relative") -> Found:
    """The day, week, month, year or decade of a day: the unit decides the precision."""
    if unit == "day":
        return Found(day, day, "day", kind)
    if unit in ("week", "fortnight"):
        return Found(*week_of(day), "week", kind)
    if unit == "month":
        return Found(*month_interval(day.year, day.month), "month", kind)
    if unit == "year":
        return Found(*year_interval(day.year), "year", kind)
    first = day.year // 10 * 10
    return Found(*year_interval(first, first + 9), "decade", kind)


def part_of(whole: Found, part: Part) -> Found | None:
    """A third or a half of a week, month, quarter, season, year or decade; `None` of anything else."""
    first, last, days = whole.first, whole.last, (whole.last - whole.first).days + 1
    if whole.precision == "week" and days == 7:
        cuts, halves = [0, 2, 4, 7], [0, 3, 7]
        edges = cuts if part in _THIRDS else halves
        starts = [first + timedelta(days=n) for n in edges]
    elif whole.precision == "month" and 28 <= days <= 31:
        edges = [0, 10, 20, days] if part in _THIRDS else [0, 15, days]
        starts = [first + timedelta(days=n) for n in edges]
    elif first.day == 1 and days > 80 and whole.precision in ("month", "season", "year", "decade"):
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        if months == 120:  # the decade in 0-3, 4-6, 7-9
            edges = [0, 48, 84, 120] if part in _THIRDS else [0, 60, 120]
        elif months in (3, 6, 12):
            n = 3 if part in _THIRDS else 2
            edges = [months * k // n for k in range(n + 1)]
        else:
            return None
        starts = [date(*shift_months(first, n), 1) for n in edges]
    else:
        return None
    k = _THIRDS[part] if part in _THIRDS else int(part == "second half")
    return whole._replace(first=starts[k], last=starts[k + 1] - timedelta(days=1), kind="vague")


def nearest_year(month: int, day: int | None, today: date, tense: Tense) -> int:
    """The year of a date without one: in the direction of the tense, at most about a year away."""
    best = today.year
    probe = date(best, month, min(day or 15, monthrange(best, month)[1]))
    if tense == "future" and (today - probe).days > 60:
        return best + 1
    if tense == "past" and (probe - today).days > 60:
        return best - 1
    # What is told as done is not of a month to come; a day may be the one of another zone.
    if tense == "done" and (probe.replace(day=day or 1) - today).days > (1 if day else 0):
        return best - 1
    return best


def resolve_weekday(weekday: int, today: date, tense: Tense) -> date:
    """The day a bare weekday names: the last one up to today, or the next one for a future tense."""
    back = (today.weekday() - weekday) % 7
    if tense == "future":
        return today + timedelta(days=(weekday - today.weekday()) % 7 or (0 if back == 0 else 7))
    return today - timedelta(days=back)


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


@cache
def named_days() -> dict[str, str]:
    """Names of days, lower-cased, with how each is found in a year."""
    file = resources.files("dragoman.calendar") / "data" / "named-days.tsv"
    out: dict[str, str] = {}
    for row in read_table(file, ["name", "when"]):
        out[row.cells["name"].lower()] = row.cells["when"]
        try:
            named_day(row.cells["when"], 2000)
        except (ValueError, KeyError, IndexError) as error:
            raise KnowledgeError(str(file), row.line, f"{row.cells['when']!r} describes no day") from error
    return out


@cache
def other_months() -> list[str]:
    """Names of the months of the Islamic and the Persian calendar."""
    return read_words(resources.files("dragoman.calendar") / "data" / "other-months.txt")


def named_day(when: str, year: int) -> date:
    """The day of a year that `when` describes: `12-25`, `4 thursday 11`, `easter -2`, or one full date."""
    words = when.split()
    if words[0] == "easter":
        return easter(year) + timedelta(days=int(words[1]))
    if len(words) == 3:
        nth, weekday, month = int(words[0]), WEEKDAYS[words[1]], int(words[2])
        if nth > 0:
            first = date(year, month, 1)
            return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
        last = month_interval(year, month)[1]
        return last - timedelta(days=(last.weekday() - weekday) % 7 + 7 * (-nth - 1))
    if when.count("-") == 2:
        return date.fromisoformat(when)
    month, day = when.split("-")  # type: ignore[assignment]
    return date(year, int(month), int(day))

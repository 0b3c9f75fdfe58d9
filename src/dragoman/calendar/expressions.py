"""Temporal expressions of English news, resolved to intervals of days with a precision.

Everything is anchored on `today`, the day of publication. An expression that needs an anchor gives nothing
without one.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dragoman.schema import Precision, Time

Tense = Literal["past", "future"]
Kind = Literal["absolute", "relative", "range", "vague"]
Found = tuple[date, date, Precision, Kind, bool]
Groups = dict[str, str]

MONTHS = {
    name: n
    for n, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: n
    for n, name in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
}
_NUMBERS = {
    w: n
    for n, w in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"a": 1, "an": 1, "several": 3, "few": 3, "a few": 3, "couple": 2, "a couple of": 2, "dozen": 12}
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
_NAMED = {"9/11": "2001-09-11", "september 11 attacks": "2001-09-11"}

_MONTH = r"(?P<{0}>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_DAY = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<{0}>(?:1[89]|20)\d\d)"
_DASH = r"\s?(?:-|–|—|to|and|until|till)\s?"
_WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_COUNT = r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a few|a couple of|dozen)"
_UNIT = r"(?P<unit>day|week|fortnight|month|year|decade)s?"

_RULES: list[tuple[str, re.Pattern[str]]] = [
    (name, re.compile(r"(?<![\w.])" + pattern + r"(?![\w])", re.IGNORECASE if flags else 0))
    for name, flags, pattern in [
        ("iso", 0, r"(?P<y>(?:1[89]|20)\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)"),
        ("dotted", 0, r"(?P<d>[0-3]?\d)\.(?P<m>[01]?\d)\.(?P<y>(?:1[89]|20)\d\d)"),
        ("days_of_month", 0, _MONTH.format("m") + r",? " + _DAY.format("d") + _DASH + _DAY.format("d2") + r"(?:,? " + _YEAR.format("y") + ")?"),
        ("days_before_month", 0, _DAY.format("d") + _DASH + _DAY.format("d2") + r"(?: of)? " + _MONTH.format("m") + r"(?:,? " + _YEAR.format("y") + ")?"),
        ("span_of_months", 0, _MONTH.format("m") + r" " + _DAY.format("d") + _DASH + _MONTH.format("m2") + r" " + _DAY.format("d2") + r"(?:,? " + _YEAR.format("y") + ")?"),
        ("month_day", 0, r"(?:" + _WEEKDAY + r",? (?:on )?)?(?:the )?" + _MONTH.format("m") + r",? (?:the )?" + _DAY.format("d") + r"(?!\d|:|%| ?(?:percent|million|billion))(?:,? (?:of )?" + _YEAR.format("y") + r")?(?: this year)?"),
        ("day_month", 0, r"(?:" + _WEEKDAY + r",? )?(?:the )?" + _DAY.format("d") + r"(?: of)?,? " + _MONTH.format("m") + r"(?:,? (?:of )?" + _YEAR.format("y") + r")?(?: this year)?"),
        ("part_of_month", 1, r"(?P<part>early|mid|late|the end of|the beginning of|end of|beginning of|the start of)[- ]" + _MONTH.format("m") + r"(?:,? (?:of )?" + _YEAR.format("y") + ")?"),
        ("month_year", 0, _MONTH.format("m") + r",? (?:of )?" + _YEAR.format("y")),
        ("month_rel", 1, r"(?P<which>last|next|this|in|since|by|until|from) (?P<m>January|February|March|April|May|June|July|August|September|October|November|December)(?: (?P<of>last year|this year|next year))?(?! \d)"),
        ("season", 1, r"(?:(?P<which>last|next|this|the|in the|in) )?(?P<season>spring|summer|autumn|fall|winter)(?: of)? " + _YEAR.format("y")),
        ("season_rel", 1, r"(?P<which>last|next|this) (?P<season>spring|summer|autumn|fall|winter)"),
        ("half", 1, r"(?:the )?(?P<part>first|second) half of " + _YEAR.format("y")),
        ("quarter", 1, r"(?:the )?(?P<part>first|second|third|fourth) quarter(?: of " + _YEAR.format("y") + ")?"),
        ("part_of_year", 1, r"(?P<part>early|mid|late|the end of|the beginning of|end of|beginning of|the start of)[- ](?:of )?" + _YEAR.format("y")),
        ("decade", 0, r"(?:(?P<part>early|mid|late)[- ])?(?:the )?(?P<d>(?:1[89]|20)\d)0['’]?s"),
        ("today", 1, r"(?P<word>today|tonight|this (?:morning|afternoon|evening)|overnight|yesterday|tomorrow|the day before yesterday|the day after tomorrow|last night)"),
        ("day_before", 1, r"(?:the day (?P<word>before|after|earlier)|a day (?P<word2>earlier|later)|the (?P<word3>previous|next|following) day)(?:,? (?:on )?" + _MONTH.format("m") + r" " + _DAY.format("d") + ")?"),
        ("ago", 1, _COUNT + r" " + _UNIT + r" ago"),
        ("later", 1, _COUNT + r" " + _UNIT + r" (?P<dir>later|earlier|before)"),
        ("in_future", 1, r"(?:in|within) " + _COUNT + r" " + _UNIT + r"(?:['’]? time)?(?= |,|\.|$)"),
        ("past_span", 1, r"(?:in|over|during|for) the (?P<which>past|last|next|coming|previous) (?:" + _COUNT + r" )?(?P<unit>day|week|month|year|decade|hour)s?(?! ago)"),
        ("numbered_span", 1, r"the (?P<which>past|last|next) " + _COUNT + r" (?P<unit>day|week|month|year|decade)s"),
        ("rel_unit", 1, r"(?P<part>early|late|earlier|later)? ?(?P<which>last|next|this|the previous|the coming|the current|the past|the following) (?P<unit>week|month|year|weekend|decade)"),
        ("weekday_rel", 0, r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Tt]he previous|[Tt]he following) " + _WEEKDAY),
        ("weekday", 0, r"(?:(?P<part>early|late) )?(?:[Oo]n )?" + _WEEKDAY + r"(?: (?:morning|afternoon|evening|night))?"),
        ("weekend", 1, r"(?:over|at|on|during) the weekend"),
        ("year_span", 0, r"(?:from |between )?" + _YEAR.format("y") + r"\s?(?:-|–|to|and)\s?" + _YEAR.format("y2")),
        ("bare_year", 0, r"(?<![-/,.\d])(?:(?<=in )|(?<=of )|(?<=since )|(?<=from )|(?<=until )|(?<=by )|(?<=the )|(?<=during )|(?<=after )|(?<=before )|(?<=\())" + _YEAR.format("y") + r"(?![-/%]|\.\d|,\d)"),
        ("named", 1, r"(?P<word>9/11|september 11 attacks)"),
    ]
]  # fmt: skip
# A rule can only match where one of these stands; most sentences have none and are skipped at once.
_GATE = re.compile(
    r"\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|day|night|week|month|year|decade|ago|morrow|spring|summer|autumn|"
    r"fall|winter|hour|quarter|morning|afternoon|evening",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Expression:
    """A temporal expression: characters, interval, kind, how it was read, and whether a year was inferred."""

    start: int
    end: int
    time: Time
    kind: Kind
    why: str
    inferred_year: bool = False


def _time(first: date, last: date, precision: Precision, span: tuple[int, int]) -> Time:
    return Time(start=first.isoformat(), end=last.isoformat(), precision=precision, span=span)


def month_interval(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _shift_months(day: date, months: int) -> tuple[int, int]:
    total = day.year * 12 + day.month - 1 + months
    return total // 12, total % 12 + 1


def nearest_year(month: int, day: int | None, today: date, tense: Tense) -> int:
    """The year of a date without one: in the direction of the tense, at most about a year away."""
    best = today.year
    probe = date(best, month, min(day or 15, monthrange(best, month)[1]))
    if tense == "future" and (today - probe).days > 60:
        return best + 1
    if tense == "past" and (probe - today).days > 60:
        return best - 1
    return best


def resolve_weekday(weekday: int, today: date, tense: Tense) -> date:
    """The day a bare weekday names: the last one up to today, or the next one for a future tense."""
    back = (today.weekday() - weekday) % 7
    if tense == "future":
        return today + timedelta(days=(weekday - today.weekday()) % 7 or (0 if back == 0 else 7))
    return today - timedelta(days=back)


class Finder:
    """Finds and resolves the expressions of a text."""

    def __init__(self, text: str, today: date | None) -> None:
        self.text = text
        self.today = today

    def find(self, start: int, end: int, tense: Tense = "past") -> list[Expression]:
        """Expressions in `text[start:end]`, leftmost longest, resolved with a tense for undirected ones."""
        if not _GATE.search(self.text, start, end):
            return []
        found: list[tuple[int, int, int, str, re.Match[str]]] = []
        for order, (name, pattern) in enumerate(_RULES):
            for match in pattern.finditer(self.text, start, end):
                found.append((match.start(), -match.end(), order, name, match))
        found.sort(key=lambda f: f[:3])
        out: list[Expression] = []
        limit = start
        for begin, _, _, name, match in found:
            if begin < limit:
                continue
            one = self._resolve(name, match, tense)
            if one is not None:
                out.append(one)
                limit = match.end()
        return out

    def _resolve(self, name: str, match: re.Match[str], tense: Tense) -> Expression | None:
        got = {k: v for k, v in match.groupdict().items() if v is not None}
        try:
            result = getattr(self, f"_{name}")(got, tense)
        except (ValueError, OverflowError):
            return None
        if result is None:
            return None
        first, last, precision, kind, inferred = result
        span = (match.start(), match.end())
        return Expression(*span, _time(first, last, precision, span), kind, f"rule {name}", inferred)

    def _year(self, got: Groups, month: int, day: int | None, tense: Tense) -> tuple[int, bool] | None:
        if "y" in got:
            return int(got["y"]), False
        if self.today is None:
            return None
        return nearest_year(month, day, self.today, tense), True

    # Absolute ------------------------------------------------------------------------

    def _iso(self, got: Groups, tense: Tense) -> Found | None:
        day = date(int(got["y"]), int(got["m"]), int(got["d"]))
        return day, day, "day", "absolute", False

    _dotted = _iso

    def _month(self, name: str) -> int:
        return MONTHS[name.lower().rstrip(".")]

    def _month_day(self, got: Groups, tense: Tense) -> Found | None:
        month, number = self._month(got["m"]), int(got["d"])
        year = self._year(got, month, number, tense)
        if year is None:
            return None
        day = date(year[0], month, number)
        return day, day, "day", "absolute", year[1]

    _day_month = _month_day

    def _days_of_month(self, got: Groups, tense: Tense) -> Found | None:
        month = self._month(got["m"])
        year = self._year(got, month, int(got["d"]), tense)
        if year is None or int(got["d2"]) <= int(got["d"]):
            return None
        return (
            date(year[0], month, int(got["d"])),
            date(year[0], month, int(got["d2"])),
            "day",
            "range",
            year[1],
        )

    _days_before_month = _days_of_month

    def _span_of_months(self, got: Groups, tense: Tense) -> Found | None:
        month = self._month(got["m"])
        year = self._year(got, month, int(got["d"]), tense)
        if year is None:
            return None
        return (
            date(year[0], month, int(got["d"])),
            date(year[0], self._month(got["m2"]), int(got["d2"])),
            "day",
            "range",
            year[1],
        )

    def _month_year(self, got: Groups, tense: Tense) -> Found | None:
        return *month_interval(int(got["y"]), self._month(got["m"])), "month", "absolute", False

    def _month_rel(self, got: Groups, tense: Tense) -> Found | None:
        if self.today is None:
            return None
        month, which = self._month(got["m"]), got["which"].lower()
        shift = {"last year": -1, "this year": 0, "next year": 1}.get(got.get("of", "").lower())
        year = self.today.year
        if shift is not None:
            year += shift
        elif which == "last" and month >= self.today.month:
            year -= 1
        elif which == "next" and month <= self.today.month:
            year += 1
        elif which in ("in", "since", "by", "until", "from"):
            year = nearest_year(month, None, self.today, "future" if which in ("by", "until") else tense)
        return *month_interval(year, month), "month", "relative", True

    def _part_of_month(self, got: Groups, tense: Tense) -> Found | None:
        month = self._month(got["m"])
        year = self._year(got, month, None, tense)
        if year is None:
            return None
        first, last = month_interval(year[0], month)
        part = got["part"].lower()
        if part in ("early", "the beginning of", "beginning of", "the start of"):
            return first, date(year[0], month, 10), "month", "vague", year[1]
        if part == "mid":
            return date(year[0], month, 11), date(year[0], month, 20), "month", "vague", year[1]
        return date(year[0], month, 21), last, "month", "vague", year[1]

    def _months_of_season(self, season: str, year: int) -> tuple[date, date]:
        first, last = _SEASONS[season.lower()]
        if last < first:  # winter begins in the year before
            return date(year - 1, 12, 1), month_interval(year, last)[1]
        return date(year, first, 1), month_interval(year, last)[1]

    def _season(self, got: Groups, tense: Tense) -> Found | None:
        return *self._months_of_season(got["season"], int(got["y"])), "season", "absolute", False

    def _season_rel(self, got: Groups, tense: Tense) -> Found | None:
        if self.today is None:
            return None
        first, last = self._months_of_season(got["season"], self.today.year)
        if got["which"].lower() == "last" and last >= self.today:
            first, last = self._months_of_season(got["season"], self.today.year - 1)
        if got["which"].lower() == "next" and first <= self.today:
            first, last = self._months_of_season(got["season"], self.today.year + 1)
        return first, last, "season", "relative", False

    def _half(self, got: Groups, tense: Tense) -> Found | None:
        year = int(got["y"])
        if got["part"].lower() == "first":
            return date(year, 1, 1), date(year, 6, 30), "season", "absolute", False
        return date(year, 7, 1), date(year, 12, 31), "season", "absolute", False

    def _quarter(self, got: Groups, tense: Tense) -> Found | None:
        if "y" not in got and self.today is None:
            return None
        year = int(got["y"]) if "y" in got else self.today.year  # type: ignore[union-attr]
        n = ("first", "second", "third", "fourth").index(got["part"].lower())
        return (
            date(year, 3 * n + 1, 1),
            month_interval(year, 3 * n + 3)[1],
            "season",
            "absolute",
            "y" not in got,
        )

    def _part_of_year(self, got: Groups, tense: Tense) -> Found | None:
        year, part = int(got["y"]), got["part"].lower()
        if part in ("early", "the beginning of", "beginning of", "the start of"):
            return date(year, 1, 1), date(year, 4, 30), "season", "vague", False
        if part == "mid":
            return date(year, 5, 1), date(year, 8, 31), "season", "vague", False
        return date(year, 9, 1), date(year, 12, 31), "season", "vague", False

    def _decade(self, got: Groups, tense: Tense) -> Found | None:
        first = int(got["d"]) * 10
        low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(got.get("part", ""), (0, 9))
        return date(first + low, 1, 1), date(first + high, 12, 31), "decade", "absolute", False

    def _bare_year(self, got: Groups, tense: Tense) -> Found | None:
        year = int(got["y"])
        return date(year, 1, 1), date(year, 12, 31), "year", "absolute", False

    def _year_span(self, got: Groups, tense: Tense) -> Found | None:
        if int(got["y2"]) <= int(got["y"]):
            return None
        return date(int(got["y"]), 1, 1), date(int(got["y2"]), 12, 31), "year", "range", False

    def _named(self, got: Groups, tense: Tense) -> Found | None:
        day = date.fromisoformat(_NAMED[got["word"].lower()])
        return day, day, "day", "absolute", False

    # Relative ------------------------------------------------------------------------

    def _today(self, got: Groups, tense: Tense) -> Found | None:
        if self.today is None:
            return None
        word = got["word"].lower()
        shift = {
            "yesterday": -1,
            "last night": -1,
            "tomorrow": 1,
            "the day before yesterday": -2,
            "the day after tomorrow": 2,
        }.get(word, 0)
        day = self.today + timedelta(days=shift)
        if word == "overnight":
            return day - timedelta(days=1), day, "day", "relative", False
        return day, day, "day", "relative", False

    def _day_before(self, got: Groups, tense: Tense) -> Found | None:
        if "m" in got:
            return self._month_day(got, tense)
        if self.today is None:
            return None
        word = (got.get("word") or got.get("word2") or got.get("word3") or "").lower()
        day = self.today + timedelta(days=1 if word in ("after", "later", "next", "following") else -1)
        return day, day, "day", "relative", False

    def _amount(self, got: Groups) -> int:
        word = got.get("count", "1").lower()
        return int(word) if word.isdigit() else _NUMBERS[word]

    def _moved(self, unit: str, amount: int) -> Found | None:
        if self.today is None:
            return None
        if unit in ("day", "week", "fortnight"):
            day = self.today + timedelta(days=amount * {"day": 1, "week": 7, "fortnight": 14}[unit])
            return day, day, "day", "relative", False
        if unit == "month":
            return *month_interval(*_shift_months(self.today, amount)), "month", "relative", False
        if unit == "year":
            year = self.today.year + amount
            return date(year, 1, 1), date(year, 12, 31), "year", "relative", False
        first = (self.today.year // 10 + amount) * 10
        return date(first, 1, 1), date(first + 9, 12, 31), "decade", "relative", False

    def _ago(self, got: Groups, tense: Tense) -> Found | None:
        return self._moved(got["unit"].lower(), -self._amount(got))

    def _later(self, got: Groups, tense: Tense) -> Found | None:
        return None  # anchored on an event whose day is not known here

    def _in_future(self, got: Groups, tense: Tense) -> Found | None:
        return self._moved(got["unit"].lower(), self._amount(got)) if tense == "future" else None

    def _past_span(self, got: Groups, tense: Tense) -> Found | None:
        if self.today is None:
            return None
        amount, unit = self._amount(got), got["unit"].lower()
        days = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30.44, "year": 365.25, "decade": 3652.5}[
            unit
        ] * amount
        delta = timedelta(days=max(1, round(days)))
        precision: Precision = {
            "hour": "day",
            "day": "day",
            "week": "day",
            "month": "month",
            "year": "year",
            "decade": "decade",
        }[unit]  # type: ignore[assignment]
        if got["which"].lower() in ("next", "coming"):
            return self.today, self.today + delta, precision, "vague", False
        return self.today - delta, self.today, precision, "vague", False

    _numbered_span = _past_span

    def _rel_unit(self, got: Groups, tense: Tense) -> Found | None:
        if self.today is None:
            return None
        which = got["which"].lower()
        shift = (
            -1
            if which in ("last", "the previous", "the past")
            else 1
            if which in ("next", "the coming", "the following")
            else 0
        )
        unit = got["unit"].lower()
        monday = self.today - timedelta(days=self.today.weekday())
        if unit == "week":
            first = monday + timedelta(days=7 * shift)
            last = first + timedelta(days=6)
            part = got.get("part", "").lower()
            if part == "early":
                last = first + timedelta(days=2)
            elif part == "late":
                first = first + timedelta(days=3)
            elif part == "earlier":
                last = self.today
            elif part == "later":
                first = self.today
            return first, last, "day", "relative", False
        if unit == "weekend":
            saturday = monday + timedelta(days=5)
            if shift < 0 or (shift == 0 and tense == "past" and self.today.weekday() < 5):
                saturday -= timedelta(days=7)
            elif shift > 0:
                saturday += timedelta(days=7)
            return saturday, saturday + timedelta(days=1), "day", "relative", False
        part = got.get("part", "").lower()
        result = self._moved(unit, shift)
        if result is None:
            return None
        if part == "earlier":
            return result[0], self.today, *result[2:]
        if part == "later":
            return self.today, result[1], *result[2:]
        return result

    def _weekend(self, got: Groups, tense: Tense) -> Found | None:
        return self._rel_unit({"which": "this", "unit": "weekend"}, tense)

    def _weekday_rel(self, got: Groups, tense: Tense) -> Found | None:
        if self.today is None:
            return None
        number, which = WEEKDAYS[got["weekday"].lower()], got["which"].lower()
        if which in ("last", "the previous"):
            back = (self.today.weekday() - number) % 7 or 7
            day = self.today - timedelta(days=back)
        elif which in ("next", "the following"):
            day = self.today + timedelta(days=(number - self.today.weekday()) % 7 or 7)
        else:
            day = resolve_weekday(number, self.today, tense)
        return day, day, "day", "relative", False

    def _weekday(self, got: Groups, tense: Tense) -> Found | None:
        if self.today is None:
            return None
        day = resolve_weekday(WEEKDAYS[got["weekday"].lower()], self.today, tense)
        return day, day, "day", "relative", False


def find_times(text: str, *, today: date | None, tense: Tense = "past") -> list[Expression]:
    """Temporal expressions of a text; `today` is the day of publication, `None` when unknown."""
    return Finder(text, today).find(0, len(text), tense)

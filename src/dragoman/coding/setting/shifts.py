"""So long before or after another act: `two days after`, `hours before`."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from dragoman.calendar import TimeMention
from dragoman.calendar.arithmetic import around, shift
from dragoman.calendar.patterns import NUMBERS
from dragoman.language import Grammar
from dragoman.schema import Time

# Units of `hours after`, which is the same day.
_SMALL = frozenset({"hour", "hours", "minute", "minutes", "moments", "shortly", "immediately", "soon"})
# Units as long as a day or longer, in either number.
LONG = {form: unit for unit in ("day", "week", "month", "year") for form in (unit, f"{unit}s")}


class Shift(NamedTuple):
    """How long before or after another act something happened: units forward, and the words that say so."""

    amount: int
    unit: str
    first: int
    last: int
    less: bool = False  # "less than a week after"

    def of(self, time: TimeMention, g: Grammar) -> TimeMention | None:
        """The time that lies so far from another; `None` where that is no day and the unit is."""
        if time.time.precision != "day":
            return None
        edge = date.fromisoformat(time.time.start if self.amount < 0 else time.time.end)
        found = around(shift(edge, self.unit, self.amount), self.unit)
        if self.less and self.unit != "day":
            one, day = shift(edge, self.unit, self.amount), timedelta(1)
            first, last = (edge, one) if self.amount > 0 else (one, edge)
            found = found._replace(first=first + day, last=last - day)
        start, end = g.start[self.first], g.end[self.last]
        when = Time(
            start=found.first.isoformat(),
            end=found.last.isoformat(),
            precision=found.precision,
            span=(start, end),
        )
        return TimeMention(self.first, self.last, start, end, when, "relative", "so long from another act")


def shift_at(g: Grammar, word: int) -> Shift | None:
    """What `a day after`, `two weeks before`, `hours after` say of what is told after them."""
    sign = {"after": -1, "before": 1}.get(g.lower[word])
    if sign is None or word == 0 or g.sent[word - 1] != g.sent[word]:
        return None
    unit = g.lower[word - 1]
    if unit in _SMALL:
        return Shift(0, "day", word - 1, word)
    if unit not in LONG or word < 2:
        return None
    count = g.lower[word - 2]
    if count in ("several", "few"):
        return None
    if unit == "year" and count == "a" and word > 2 and g.lower[word - 3] == "half":
        return Shift(sign * 6, "month", word - 3, word)
    amount = 1 if count == "the" else int(count) if count.isdigit() else NUMBERS.get(count, 0)
    less = word > 3 and (g.lower[word - 4], g.lower[word - 3]) == ("less", "than")
    return Shift(sign * amount, LONG[unit], word - 2, word, less) if 0 < amount < 100 else None

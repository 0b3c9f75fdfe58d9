"""Words before a core that change what it means: `the end of`, `since`, `two days before`, `the eve of`."""

from __future__ import annotations

from datetime import timedelta

from dragoman.calendar import patterns
from dragoman.calendar.arithmetic import Found, Part, around, part_of, shift, week_of
from dragoman.calendar.context import COUNTED_FROM, Context, Groups
from dragoman.schema import Precision

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


class Leads(Context):
    """Applies the words before a core to its meaning."""

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
            if found.precision not in COUNTED_FROM[unit]:
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

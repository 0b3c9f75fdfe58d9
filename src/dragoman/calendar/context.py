"""What the resolution of a time counts on: the day of publication, what the text told before, the tense."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from dragoman.calendar import patterns
from dragoman.calendar.arithmetic import Found, Tense, nearest_year

Groups = dict[str, str]

# A clause opens within so many characters.
_OPENING = 24
# News is of so many days.
_WEEK = 7
# What each unit may be counted from.
COUNTED_FROM: dict[str, frozenset[str]] = {
    "day": frozenset({"day"}),
    "week": frozenset({"day", "week"}),
    "fortnight": frozenset({"day", "week"}),
    "month": frozenset({"day", "week", "month"}),
    "year": frozenset({"day", "week", "month", "season", "year"}),
    "decade": frozenset({"day", "week", "month", "season", "year", "decade"}),
}
FORWARD = frozenset({"after", "later", "next", "following", "afterward", "afterwards", "after that"})
OF_TOLD = frozenset({"that", "the same", "that same"})


class Context:
    """What a text has told so far, and the wording that is read; it remembers, so it reads forward."""

    def __init__(self, text: str, today: date | None, issued: date | None = None) -> None:
        self.text = text
        self.today = today
        self.issued = issued  # the dateline's day, where the text was published after it
        self._told: list[Found] = []
        self._told_at = (0, 0)  # where what was told last stands
        self._tense_of: Callable[[int], Tense] = lambda _: "past"
        self._at = 0
        self._before = 0  # how much was told before the stretch that is read

    def _told_for(self, unit: str) -> Found | None:
        """What the text told last that this unit can be counted from."""
        fits = COUNTED_FROM[unit]
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
        tense = self._tense_of(self._at)
        return "past" if tense == "done" else tense

    def _relative_year(self, wording: str) -> int | None:
        """The year of `this year`, `the previous year`, `the same year`."""
        which = wording.lower().removesuffix(" year")
        told = self._told_for("year")
        if which in OF_TOLD:
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
        told = self._told[-1] if self._told else None
        if (
            told is not None
            and not told.inferred
            and told.kind == "absolute"
            and told.precision in ("day", "month")
        ):
            if (told.first.year, told.first.month) == (
                told.last.year,
                month,
            ) and told.first.year < self.today.year:
                return told.first.year, True  # "in June 2000 they met; the June 15 declaration"
        carried = self._told_on(month) if tense is None else None
        if carried is not None:
            return carried, True
        return nearest_year(month, day, self.today, tense or self._tense_of(self._at)), True

    def _told_on(self, month: int) -> int | None:
        """The year of a month that a sentence goes on to, clause by clause: `On 3 May 1994 A did; in June B did`."""
        told = self._told[-1] if self._told else None
        start, end = self._told_at
        if told is None or self.today is None or told.precision not in ("day", "month") or self._at <= end:
            return None
        own = told.kind == "absolute" and not told.inferred
        if told.first.year >= self.today.year - (not own) or self._tense_of(self._at) == "future":
            return None  # no year that is not told is so long ago
        between = self.text[end : self._at]
        before = self.text[start - _OPENING : start] if start > _OPENING else f"\n{self.text[:start]}"
        if (
            patterns.OPENS.search(before) is None
            or patterns.GOES_ON.search(between) is None
            or patterns.STOP.search(between)
        ):
            return None
        return told.first.year + (month < told.first.month)

    def _amount(self, got: Groups) -> int:
        word = got.get("count", "few" if "plural" in got else "1").lower()
        return int(word) if word.isdigit() else patterns.NUMBERS[word]

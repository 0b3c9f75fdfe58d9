"""What all contact logs share: the entry, the page its words are laid out on, and the checks it passes.

An entry keeps the words of the log and nothing else: its text is the fields a reader of the log sees, in
the log's own spelling, and every name, date and remark is a span of it. Who is meant by the names is for
`dragoman.logs` to say.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from dragoman.errors import DocumentError
from dragoman.schema import Precision, Span, Status
from dragoman.sources.common import is_day

Kind = Literal["meeting", "call", "visit", "conference", "letter"]
Note = Callable[[str], None]

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?")
_TIME = re.compile(r"[T ]\d{2}:?\d{2}(:?\d{2})?(\.\d+)?(Z|[+-]\d{2}:?\d{2})?")


def silent(_: str) -> None:
    """Take a note and do nothing with it."""


@dataclass(frozen=True, slots=True)
class Named:
    """A party or place as the log writes it.

    `span` is where it stands in the entry's text (`None`: the log says so for all its entries), `country` and
    `title` are what the log says of it elsewhere in the entry, `hint` another name that the log's own coding
    gives it, `is_country` whether it says that this is a country.
    """

    name: str
    span: Span | None = None
    country: str | None = None
    title: str | None = None
    hint: str | None = None
    is_country: bool = False


@dataclass(frozen=True, slots=True)
class Dates:
    """A closed interval of days with the precision of the log."""

    start: str
    end: str
    precision: Precision


@dataclass(frozen=True, slots=True)
class ContactEntry:
    """One entry of a contact log; spans are offsets into `text`.

    In a visit `actors` are the visitors and `recipients` the hosts; in every other kind all parties are in
    `actors`. `remarks` are the spans that hold sentences, `subject` is whom they are about where they name nobody.
    """

    log: str
    where: str
    id: str
    text: str
    dates: Dates
    dated: Span
    kind: Kind | None
    status: Status
    actors: tuple[Named, ...]
    recipients: tuple[Named, ...] = ()
    places: tuple[Named, ...] = ()
    remarks: tuple[Span, ...] = ()
    topics: tuple[str, ...] = ()
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None

    @property
    def subject(self) -> Named | None:
        """Whom the remarks are about where they name nobody: the party that the log names first."""
        return self.actors[0] if self.actors else None


class Page:
    """The text of an entry while it is put together."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0

    def add(self, words: str, before: str = "\n") -> Span:
        """Put words at the end, after `before` where they are not the first; their span."""
        if self._parts:
            self._parts.append(before)
            self._length += len(before)
        start = self._length
        self._parts.append(words)
        self._length += len(words)
        return start, self._length

    def many(self, names: list[str], before: str = "\n", between: str = ", ") -> list[Span]:
        """Put a list of names at the end; their spans."""
        return [self.add(name, between if k else before) for k, name in enumerate(names)]

    @property
    def text(self) -> str:
        """All that was put on the page."""
        return "".join(self._parts)


def squeeze(text: str | None) -> str:
    """Text without the line breaks and indentation of the file it stood in."""
    return " ".join((text or "").split())


def dates_of(start: str, end: str | None, where: str) -> Dates:
    """The days from one date to another, each a day, a month or a year.

    Raises `DocumentError` when either is no date or they are the wrong way round.
    """
    first, precision, last = _date(start, where)
    if end:
        until, other, last = _date(end, where)
        if until < first and last < first:
            raise DocumentError("D133", where, start=start, end=end)
        precision = max(precision, other, key=("day", "month", "year").index)
    return Dates(first, last, precision)


def _date(text: str, where: str) -> tuple[str, Precision, str]:
    """First day, precision and last day of one date."""
    text = text.strip()
    if is_day(text[:10]) and (len(text) == 10 or _TIME.fullmatch(text[10:])):
        return text[:10], "day", text[:10]
    partial = _PARTIAL.fullmatch(text)
    if partial is None:
        raise DocumentError("D114", where, value=text)
    year, month = partial.groups()
    if int(year) == 0 or (month is not None and not 1 <= int(month) <= 12):
        raise DocumentError("D114", where, value=text)
    if month is None:
        return f"{year}-01-01", "year", f"{year}-12-31"
    return f"{text}-01", "month", f"{text}-{monthrange(int(year), int(month))[1]}"


def put_dates(page: Page, dates: Dates, before: str = "\n") -> Span:
    """Put the days of an entry on its page, `2013-05-07 to 2013-05-08`; their span."""
    first, last = dates.start, dates.end
    if dates.precision == "year":
        first, last = first[:4], last[:4]
    elif dates.precision == "month":
        first, last = first[:7], last[:7]
    return page.add(first if first == last else f"{first} to {last}", before)

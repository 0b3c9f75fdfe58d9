"""iCalendar files (RFC 5545): one event is one contact."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.errors import DocumentError
from dragoman.schema import Status
from dragoman.sources.common import decode, read_bytes
from dragoman.sources.contacts.common import (
    ContactEntry,
    Dates,
    Named,
    Note,
    Page,
    put_dates,
    silent,
    squeeze,
)
from dragoman.sources.contacts.kinds import kind_of

if TYPE_CHECKING:
    from icalendar.cal import Component

NAME = "ical"
SUFFIXES = (".ics", ".ical")
SIGN = re.compile(rb"^(\xef\xbb\xbf)?\s*BEGIN:VCALENDAR", re.IGNORECASE)
_NO_PERSON = frozenset({"ROOM", "RESOURCE"})


def read(path: Path, note: Note = silent) -> Iterator[ContactEntry | DocumentError]:
    """The events of a calendar in the order of the file; a faulty one is yielded as its error.

    Of a recurring event the first day is read, and a note says so. Raises `DocumentError` when the file cannot
    be read or is no calendar.
    """
    from icalendar import Calendar  # noqa: PLC0415  (only calendars need it)

    text = decode(read_bytes(path), str(path), note)
    try:
        calendars = Calendar.from_ical(text, multiple=True)
    except (ValueError, IndexError, KeyError) as error:
        raise DocumentError("D139", str(path), problem=squeeze(str(error))) from None
    events = [(c, e) for c in calendars if isinstance(c, Calendar) for e in c.walk("VEVENT")]
    if not events:
        raise DocumentError("D131", str(path), tag="VEVENT", log=NAME)
    for number, (calendar, event) in enumerate(events, 1):
        uid = squeeze(str(event.get("UID", "")))
        where = f"{path} event {number}" + (f" ({uid})" if uid else "")
        try:
            if event.get("RRULE") is not None:
                note(f"{where}: recurs; its first day is read")
            yield _entry(event, where, uid, publisher=squeeze(str(calendar.get("X-WR-CALNAME", ""))) or None)
        except DocumentError as error:
            yield error


def _entry(event: Component, where: str, uid: str, *, publisher: str | None) -> ContactEntry:
    dates = _dates(event, where)
    summary = squeeze(_text(event, "SUMMARY"))
    description = squeeze(_text(event, "DESCRIPTION"))
    location = squeeze(_text(event, "LOCATION"))
    people = _people(event)
    if not (summary or description or people):
        raise DocumentError("D132", where, name="SUMMARY", have=", ".join(sorted(event.keys())))
    page = Page()
    remarks = [page.add(summary)] if summary else []
    dated = put_dates(page, dates)
    places = (Named(location, page.add(location)),) if location else ()
    spans = page.many(people)
    if description:
        remarks.append(page.add(description))
    stamp = _day(event, "LAST-MODIFIED") or _day(event, "DTSTAMP") or _day(event, "CREATED")
    key = f"{uid}|{_day(event, 'RECURRENCE-ID') or ''}"
    categories = _listed(event.get("CATEGORIES"))
    return ContactEntry(
        log=NAME,
        where=where,
        id=f"{NAME}-{hashlib.sha256(key.encode()).hexdigest()[:16]}" if uid else "",
        dates=dates,
        dated=dated,
        kind=kind_of(" ".join([*categories, summary])),
        status=_status(event, dates, stamp),
        actors=tuple(Named(name, span) for name, span in zip(people, spans, strict=True)),
        places=places,
        remarks=tuple(remarks),
        title=summary or None,
        published=stamp,
        publisher=publisher,
        url=squeeze(_text(event, "URL")) or None,
        text=page.text,
    )


def _text(event: Component, name: str) -> str:
    """A property's text; of one that is given several times the first."""
    value = event.get(name)
    if isinstance(value, list):
        value = value[0]
    return "" if value is None else str(value)


def _listed(value: Any) -> list[str]:
    found = value if isinstance(value, list) else [value] if value is not None else []
    return [squeeze(str(c)) for v in found for c in getattr(v, "cats", [v])]


def _people(event: Component) -> list[str]:
    """The names of organiser and attendees, each once; addresses without a name and rooms are left out."""
    names: dict[str, None] = {}
    for prop in ("ORGANIZER", "ATTENDEE"):
        value = event.get(prop)
        for address in value if isinstance(value, list) else [value] if value is not None else []:
            params = address.params
            if str(params.get("CUTYPE", "")).upper() in _NO_PERSON:
                continue
            if str(params.get("PARTSTAT", "")).upper() == "DECLINED":
                continue
            name = squeeze(str(params.get("CN", "")))
            if name and "@" not in name:
                names[name] = None
    return list(names)


def _dates(event: Component, where: str) -> Dates:
    """The days of an event, in its own time zone; the end of whole days is the day after them."""
    start = _value(event, "DTSTART")
    if start is None:
        raise DocumentError("D132", where, name="DTSTART", have=", ".join(sorted(event.keys())))
    end = _value(event, "DTEND")
    if end is None:
        duration = getattr(event.get("DURATION"), "dt", None)
        end = start + duration if isinstance(duration, timedelta) else None
    first = _as_day(start)
    last = first
    if end is not None:
        last = _as_day(end)
        midnight = not isinstance(end, datetime) or (end.hour, end.minute, end.second) == (0, 0, 0)
        if midnight and last > first:
            last -= timedelta(days=1)
        if last < first:
            raise DocumentError("D133", where, start=first.isoformat(), end=last.isoformat())
    return Dates(first.isoformat(), last.isoformat(), "day")


def _value(event: Component, name: str) -> date | datetime | None:
    value = event.get(name)
    if isinstance(value, list):
        value = value[0]
    found = getattr(value, "dt", None)
    return found if isinstance(found, date) else None


def _as_day(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value


def _day(event: Component, name: str) -> str | None:
    value = _value(event, name)
    return _as_day(value).isoformat() if value is not None else None


def _status(event: Component, dates: Dates, stamp: str | None) -> Status:
    """Cancelled where it says so; planned where it was last touched before its day; a past maybe is a maybe."""
    stated = squeeze(_text(event, "STATUS")).upper()
    if stated == "CANCELLED":
        return "cancelled"
    if stamp is not None and dates.start > stamp:
        return "future"
    return "hypothetical" if stated == "TENTATIVE" else "actual"

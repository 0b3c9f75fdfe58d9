"""A ledger of contacts in the forms other tools take: CSV, and iCalendar."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta

from icalendar import Calendar, Event

import dragoman
from dragoman.record.ledger import Ledger

_COLUMNS = ("date", "end", "kind", "a", "b", "place", "topics", "status", "sources", "documents", "id")


def csv_of(ledger: Ledger) -> str:
    """The ledger as CSV, in the columns that `add --format contacts-csv` takes."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for c in ledger.contacts:
        documents = "; ".join(dict.fromkeys(t.document for t in c.tellings))
        a, b = ("; ".join(p.name for p in side) for side in (c.actors, c.recipients))
        topics = "; ".join(c.topics)
        writer.writerow([c.start, c.end, c.kind, a, b, c.place, topics, c.status, c.sources, documents, c.id])
    return out.getvalue()


def ical(ledger: Ledger) -> str:
    """The ledger as an iCalendar (RFC 5545): one all-day event a dated contact."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Dragoman//{dragoman.__version__}//EN")
    calendar.add("version", "2.0")
    for c in ledger.contacts:
        if c.start is None or c.end is None:
            continue
        event = Event()
        event.add("uid", f"{c.id}@dragoman")
        event.add("summary", f"{c.kind.capitalize()}: {c.who()}")
        event.add("dtstart", date.fromisoformat(c.start))
        event.add("dtend", date.fromisoformat(c.end) + timedelta(1))
        event.add(
            "status", {"actual": "CONFIRMED", "future": "TENTATIVE", "cancelled": "CANCELLED"}[c.status]
        )
        if c.place is not None:
            event.add("location", c.place)
        sources = [f"{t.published or 'undated'} {t.title or t.document}: {t.quote}" for t in c.tellings]
        event.add("description", "\n".join(sources))
        calendar.add_component(event)
    return calendar.to_ical().decode("utf-8")  # type: ignore[no-any-return]

"""Travels abroad of presidents and secretaries of state of the United States, as the Office of the Historian lists them.

One `<trip>` is one stop: a traveller, days, a country, the places in it, and remarks on what was done there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from dragoman.errors import DocumentError
from dragoman.sources.contacts.common import ContactEntry, Named, Note, Page, dates_of, put_dates, silent
from dragoman.sources.contacts.xml import PUBLISHER, Record, entries

NAME = "us-travels"
SUFFIXES = (".xml",)
SIGN = re.compile(rb"<trips[\s>]")
_URL = "https://history.state.gov/departmenthistory/travels"
_SERIES = {
    "president": ("Travels Abroad of the President", "President"),
    "secretary": ("Travels Abroad of the Secretary of State", "Secretary of State"),
}
_FIELDS = frozenset({"id", "role", "name", "start-date", "end-date", "country", "locale", "remarks"})
# `Mexico, D.F.` is one place.
_PLACES = re.compile(r",\s+(?![A-Z]\.)")


def read(path: Path, note: Note = silent) -> Iterator[ContactEntry | DocumentError]:
    """The entries of a file in order; a faulty one is yielded as its error and the rest goes on."""
    return entries(path, "trip", _FIELDS, _entry, log=NAME, note=note)


def _entry(record: Record) -> ContactEntry:
    name, role = record.need("name").text, record.need("role").text
    country = record.need("country")
    dates = dates_of(record.need("start-date").text, record.get("end-date") or None, record.where)
    if role not in _SERIES:
        raise DocumentError("D136", record.where, name="role", value=role, choices=", ".join(sorted(_SERIES)))
    series, title = _SERIES[role]
    page = Page()
    traveller = Named(name, page.add(name), country="United States", title=title)
    page.add(role, ", ")
    dated = put_dates(page, dates)
    locales = [p for p in _PLACES.split(record.get("locale")) if p]
    spans = page.many(locales)
    host = Named(
        country.text,
        page.add(country.text, ", " if locales else "\n"),
        hint=_words(country.id),
        is_country=True,
    )
    remarks = record.get("remarks")
    traveller_id = record.attributes.get("who")
    return ContactEntry(
        log=NAME,
        where=record.where,
        id=f"{NAME}-{record.need('id').text}",
        dates=dates,
        dated=dated,
        kind="visit",
        status="actual",
        actors=(traveller,),
        recipients=(host,),
        places=tuple(
            Named(place, span, country=country.text) for place, span in zip(locales, spans, strict=True)
        ),
        remarks=(page.add(remarks),) if remarks else (),
        title=f"{series}: {name}, {country.text}",
        published=dates.start,
        publisher=PUBLISHER,
        url=f"{_URL}/{role}/{traveller_id}" if traveller_id else None,
        text=page.text,
    )


def _words(id_: str | None) -> str | None:
    """The words of an id: `burkina-faso`, which the log gives to Upper Volta too."""
    return id_.replace("-", " ") if id_ else None

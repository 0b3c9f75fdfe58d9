"""Visits of foreign leaders to the United States, as the Office of the Historian lists them.

One `<visit>` has days, the visitor with the title held, the country come from, and a description.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from dragoman.errors import DocumentError
from dragoman.sources.contacts.common import ContactEntry, Named, Note, Page, dates_of, put_dates, silent
from dragoman.sources.contacts.xml import PUBLISHER, Record, entries

NAME = "us-visits"
SUFFIXES = (".xml",)
SIGN = re.compile(rb"<visits[\s>]")
_URL = "https://history.state.gov/departmenthistory/visits"
_FIELDS = frozenset({"id", "start-date", "end-date", "visitor", "from", "description"})


def read(path: Path, note: Note = silent) -> Iterator[ContactEntry | DocumentError]:
    """The entries of a file in order; a faulty one is yielded as its error and the rest goes on."""
    return entries(path, "visit", _FIELDS, _entry, log=NAME, note=note)


def _entry(record: Record) -> ContactEntry:
    visitor, country = record.need("visitor").text, record.need("from")
    dates = dates_of(record.need("start-date").text, record.get("end-date") or None, record.where)
    page = Page()
    span = page.add(visitor)
    page.add(country.text, ", ")
    dated = put_dates(page, dates)
    description = record.get("description")
    return ContactEntry(
        log=NAME,
        where=record.where,
        id=f"{NAME}-{record.need('id').text}",
        dates=dates,
        dated=dated,
        kind="visit",
        status="actual",
        actors=(
            Named(
                visitor, span, country=country.text, hint=country.id.replace("-", " ") if country.id else None
            ),
        ),
        recipients=(Named("United States", is_country=True),),
        remarks=(page.add(description),) if description else (),
        title=f"Visits by Foreign Leaders: {visitor}, {country.text}",
        published=dates.start,
        publisher=PUBLISHER,
        url=f"{_URL}/{country.id}" if country.id else None,
        text=page.text,
    )

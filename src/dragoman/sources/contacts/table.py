"""A plain table of contacts: CSV with a header, one contact a line.

Columns are known by the names in `data/words.yml`; `date` and one of `a` and `b` must be there.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from dragoman.delimited import Rows, delimiter_of
from dragoman.errors import DocumentError
from dragoman.schema import Status
from dragoman.sources.common import LONGEST, decode, read_bytes
from dragoman.sources.contacts.common import (
    ContactEntry,
    Kind,
    Named,
    Note,
    Page,
    dates_of,
    put_dates,
    silent,
    squeeze,
)
from dragoman.sources.contacts.kinds import columns, kind_of, stati

NAME = "contacts-csv"
SUFFIXES = (".csv", ".tsv")
_SIGNS = (",", "\t")  # `;` parts the parties in a cell
_KEY = re.compile(r"[\s_\-]+")
Row = tuple[int, list[str]]


def read(path: Path, note: Note = silent) -> Iterator[ContactEntry | DocumentError]:
    """The contacts of a table in order; a faulty line is yielded as its error, with its number.

    Raises `DocumentError` when the file cannot be read or its header lacks a column.
    """
    text = decode(read_bytes(path), str(path), note).removeprefix("\ufeff")
    rows = _rows(text, str(path))
    header: list[str] | None = None
    names: list[str | None] = []
    for row in rows:
        if isinstance(row, DocumentError):
            yield row
            continue
        number, cells = row
        if header is None:
            header = cells
            names = _header(cells, f"{path}:{number}", note)
            continue
        where = f"{path}:{number}"
        if len(cells) > len(header) and any(c.strip() for c in cells[len(header) :]):
            yield DocumentError("D135", where, cells=len(cells), columns=len(header))
            continue
        found = {n: squeeze(c) for n, c in zip(names, cells, strict=False) if n is not None and c.strip()}
        try:
            yield _entry(found, where)
        except DocumentError as error:
            yield error


def sign(head: str) -> bool:
    """Whether the first line of a text is the header of a table of contacts."""
    line = head.lstrip("\ufeff").split("\n", 1)[0]
    found = set(_named(next(csv.reader([line], delimiter=delimiter_of(line, _SIGNS)), [])))
    return "date" in found and bool({"a", "b"} & found)


def _rows(text: str, path: str) -> Iterator[Row | DocumentError]:
    """Rows that are not blank, with the number of their first line."""
    rows = Rows(enumerate(text.splitlines(keepends=True), 1), LONGEST)
    for number, row in rows.read(delimiter_of(rows.header(), _SIGNS)):
        yield (number, row) if isinstance(row, list) else DocumentError("D138", f"{path}:{number}")


def _named(cells: list[str]) -> list[str | None]:
    """Our name of each column, `None` for one that is not known."""
    ours = {usual: name for name, usuals in columns().items() for usual in usuals}
    return [ours.get(_KEY.sub("", c.strip().lower())) for c in cells]


def _header(cells: list[str], where: str, note: Note) -> list[str | None]:
    names = _named(cells)
    have = ", ".join(c.strip() for c in cells)
    for wanted in (("date",), ("a", "b")):
        if not set(wanted) & set(names):
            raise DocumentError("D137", where, name=" or ".join(wanted), have=have)
    for cell, name in zip(cells, names, strict=True):
        if name is None:
            note(f"{where}: the column {cell.strip()!r} is not known and not read")
        elif names.count(name) > 1:
            note(f"{where}: the column {name!r} is there more than once; the last one that is filled counts")
    return names


def _entry(row: dict[str, str], where: str) -> ContactEntry:
    for wanted in (("date",), ("a", "b")):
        if not any(row.get(w) for w in wanted):
            raise DocumentError("D132", where, name=" or ".join(wanted), have=", ".join(row) or "nothing")
    dates = dates_of(row["date"], row.get("end"), where)
    kind, status = _kind(row.get("kind"), where), _status(row.get("status"), where)
    page = Page()
    first = _listed(row.get("a"))
    spans = page.many(first, between="; ")
    others = _listed(row.get("b"))
    other_spans = page.many(others, before="; ", between="; ")
    if row.get("kind"):
        page.add(row["kind"], " – ")
    dated = put_dates(page, dates)
    place = (Named(row["place"], page.add(row["place"])),) if row.get("place") else ()
    topics = _listed(row.get("topics"))
    page.many(topics, between="; ")
    remarks = (page.add(row["remarks"]),) if row.get("remarks") else ()
    a = tuple(Named(n, s) for n, s in zip(first, spans, strict=True))
    b = tuple(Named(n, s) for n, s in zip(others, other_spans, strict=True))
    visit = kind == "visit" and a
    published = dates_of(row["published"], None, where).start if row.get("published") else None
    return ContactEntry(
        log=NAME,
        where=where,
        id=f"{NAME}-{row['id']}" if row.get("id") else "",
        dates=dates,
        dated=dated,
        kind=kind,
        status=status,
        actors=a if visit else (*a, *b),
        recipients=b if visit else (),
        places=place,
        remarks=remarks,
        topics=tuple(topics),
        published=published or (dates.start if status == "actual" else None),
        publisher=row.get("source"),
        url=row.get("url"),
        text=page.text,
    )


def _listed(cell: str | None) -> list[str]:
    return [v.strip() for v in (cell or "").split(";") if v.strip()]


def _kind(cell: str | None, where: str) -> Kind | None:
    if not cell:
        return None
    kind = kind_of(cell)
    if kind is None:
        raise DocumentError(
            "D136", where, name="kind", value=cell, choices="meeting, call, visit, conference, letter"
        )
    return kind


def _status(cell: str | None, where: str) -> Status:
    if not cell:
        return "actual"
    found = stati().get(cell.lower())
    if found is None:
        raise DocumentError("D136", where, name="status", value=cell, choices=", ".join(sorted(stati())))
    return found

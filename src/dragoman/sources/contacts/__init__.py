"""Contact logs: who met whom, where and when, as somebody's office keeps it. One module a format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from dragoman.errors import DocumentError
from dragoman.sources.common import unreadable
from dragoman.sources.contacts import ical, table, us_travels, us_visits
from dragoman.sources.contacts.common import ContactEntry, Dates, Kind, Named, Note

Parser = Callable[[Path, Note], Iterator[ContactEntry | DocumentError]]
FORMATS: Final[dict[str, Parser]] = {m.NAME: m.read for m in (us_travels, us_visits, ical, table)}
SUFFIXES: Final[dict[str, tuple[str, ...]]] = {
    m.NAME: m.SUFFIXES for m in (us_travels, us_visits, ical, table)
}
_HEAD = 4096  # bytes in which the sign of a format stands

__all__ = ["FORMATS", "SUFFIXES", "ContactEntry", "Dates", "Kind", "Named", "Note", "Parser", "format_of"]


def format_of(path: Path) -> str | None:
    """The format of a file by what it begins with, `None` when it is no contact log.

    Raises `DocumentError` when the file cannot be read.
    """
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError as error:
        raise unreadable(str(path), error) from None
    signs = {us_travels.NAME: us_travels.SIGN, us_visits.NAME: us_visits.SIGN, ical.NAME: ical.SIGN}
    for name, sign in signs.items():
        if sign.search(head):
            return name
    return table.NAME if table.sign(head.decode("utf-8", "replace")) else None

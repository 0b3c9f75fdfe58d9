"""Contact logs as readings: `read_log` gives one reading an entry, with the contacts as events.

>>> from dragoman.logs import read_log
>>> for item in read_log(Path("travels.xml"), "us-travels"): ...
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from dragoman.errors import DocumentError, RunError
from dragoman.logs.reading import LogReader
from dragoman.reader import Reader
from dragoman.schema import Reading
from dragoman.sources.contacts import FORMATS, SUFFIXES, ContactEntry, Note, format_of
from dragoman.sources.contacts.common import silent

__all__ = ["FORMATS", "ContactEntry", "LogReader", "format_of", "read_entries", "read_log"]


def read_log(
    path: Path | str, format: str | None = None, *, reader: Reader | None = None, note: Note = silent
) -> Iterator[Reading | DocumentError]:
    """The readings of a log's entries, in order: of a file, or of every file of the format in a folder, sorted.

    `format` is one of `FORMATS`; without it each file tells its own. An entry or file that cannot be read is
    yielded as its error and the rest goes on. `note` is told what a person should know. Raises `RunError` for a
    format that there is not.
    """
    log: LogReader | None = None
    for item in read_entries(path, format, note=note):
        if isinstance(item, DocumentError):
            yield item
            continue
        log = log or LogReader(reader)
        try:
            yield log.read(item)
        except DocumentError as error:
            yield error.at(item.where)


def read_entries(
    path: Path | str, format: str | None = None, *, note: Note = silent
) -> Iterator[ContactEntry | DocumentError]:
    """The entries of a log as they stand in it; see `read_log`."""
    if format is not None and format not in FORMATS:
        raise RunError("D240", value=format, choices=", ".join(FORMATS))
    path = Path(path)
    for file in _files(path, format) if os.path.isdir(path) else (path,):  # noqa: PTH112  (Path.is_dir raises where this says no)
        if isinstance(file, DocumentError):
            yield file
            continue
        try:
            found = format or format_of(file)
            if found is None:
                raise DocumentError("D140", str(file), choices=", ".join(FORMATS))
            yield from FORMATS[found](file, note)
        except DocumentError as error:
            yield error


def _files(folder: Path, format: str | None) -> Iterator[Path | DocumentError]:
    """The files of a folder that may hold logs, sorted."""
    suffixes = (
        SUFFIXES[format] if format is not None else tuple(s for listed in SUFFIXES.values() for s in listed)
    )
    found = sorted(f for f in folder.rglob("*") if f.suffix.lower() in suffixes and f.is_file())
    if not found:
        yield DocumentError("D109", str(folder), suffixes=", ".join(sorted(set(suffixes))))
    yield from found

"""Contact logs as readings: `read_log` gives one reading an entry, with the contacts as events.

>>> from dragoman.logs import read_log
>>> for item in read_log(Path("travels.xml"), "us-travels"): ...
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from dragoman.errors import DocumentError, RunError
from dragoman.language import DEFAULT_MODEL
from dragoman.logs.reading import LogReader
from dragoman.reader import BATCH, Reader, failed
from dragoman.schema import Reading
from dragoman.sources.contacts import FORMATS, SUFFIXES, ContactEntry, Note, format_of
from dragoman.sources.contacts.common import silent
from dragoman.workers import spread

Entry = ContactEntry | DocumentError

__all__ = ["FORMATS", "ContactEntry", "LogReader", "format_of", "read_entries", "read_log"]


def read_log(
    path: Path | str,
    format: str | None = None,
    *,
    reader: Reader | None = None,
    processes: int = 1,
    note: Note = silent,
) -> Iterator[Reading | DocumentError]:
    """The readings of a log's entries, in order: of a file, or of every file of the format in a folder, sorted.

    `format` is one of `FORMATS`; without it each file tells its own. An entry or file that cannot be read is
    yielded as its error and the rest goes on. With `processes` > 1 the work is spread over that many worker
    processes; the readings are the same to the byte. `note` is told what a person should know. Raises `RunError`
    for a format that there is not.
    """
    entries = read_entries(path, format, note=note)
    if processes <= 1:
        log: LogReader | None = None
        for entry in entries:
            if isinstance(entry, ContactEntry):
                log = log or LogReader(reader)
                yield _tried(log, entry)
            else:
                yield entry
        return
    own = (reader.model, reader.lexicon, reader.actors) if reader is not None else (DEFAULT_MODEL, (), ())
    for batch in spread(_work, _batches(entries), processes, start=_start_worker, given=own):
        for item in batch:
            yield Reading.from_json(item) if isinstance(item, bytes) else item


def _tried(log: LogReader, entry: ContactEntry) -> Reading | DocumentError:
    try:
        return log.read(entry)
    except DocumentError as error:
        return error.at(entry.where)
    except Exception as error:
        return failed(error, entry.where)


def _batches(entries: Iterator[Entry]) -> Iterator[list[Entry]]:
    while batch := list(islice(entries, BATCH)):
        yield batch


_worker: LogReader | None = None


def _start_worker(model: str, lexicon: tuple[str, ...], actors: tuple[str, ...]) -> None:
    global _worker  # noqa: PLW0603  (one reader a worker process)
    _worker = LogReader(Reader(model, lexicon=lexicon, actors=actors))


def _work(batch: list[Entry]) -> list[bytes | DocumentError]:
    assert _worker is not None
    out: list[bytes | DocumentError] = []
    for entry in batch:
        result = _tried(_worker, entry) if isinstance(entry, ContactEntry) else entry
        out.append(
            result if isinstance(result, DocumentError) else result.to_json(indent=None).encode("utf-8")
        )
    return out


def read_entries(path: Path | str, format: str | None = None, *, note: Note = silent) -> Iterator[Entry]:
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

"""How documents get in: files, folders, standard input, addresses."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from dragoman.errors import DocumentError
from dragoman.schema import Document
from dragoman.sources import html, json, text, web
from dragoman.sources.common import (
    SourceOptions,
    decode,
    is_day,
    make_document,
    read_stream,
    unreadable,
)

FORMATS = {suffix: module for module in (text, html, json) for suffix in module.SUFFIXES}
OnError = Callable[[DocumentError], None]
Found = tuple[str, Document]

__all__ = [
    "FORMATS",
    "Found",
    "OnError",
    "SourceOptions",
    "decode",
    "is_day",
    "make_document",
    "open_documents",
]


def open_documents(paths: Iterable[str], options: SourceOptions, on_error: OnError) -> Iterator[Found]:
    """Documents of files, folders (recursively, sorted), `-` (standard input) and addresses, in order.

    Yields `(where, document)`. What cannot be read goes to `on_error`; the rest goes on.
    """
    for path in paths:
        try:
            yield from _open(path, options, on_error)
        except DocumentError as error:
            on_error(error)


def _open(path: str, options: SourceOptions, on_error: OnError) -> Iterator[Found]:
    if path == "-":
        where = "standard input"
        data = read_stream(sys.stdin.buffer, where)
        yield where, make_document(where, options, text=decode(data, where, options.note))
    elif path.startswith(web.PREFIXES):
        yield from ((path, d) for d in web.read(path, options))
    elif os.path.isdir(path):  # noqa: PTH112  (Path.is_dir raises where this says no)
        yield from _folder(path, options, on_error)
    else:
        module = FORMATS.get(Path(path).suffix.lower(), text)
        for item in module.read(Path(path), options):
            if isinstance(item, DocumentError):
                on_error(item)
            else:
                yield path, item


def _is_record(folder: Path) -> bool:
    """Whether a folder is a record: what Dragoman wrote is no document."""
    return (folder / "readings" / "_delta_log").is_dir()


def _folder(path: str, options: SourceOptions, on_error: OnError) -> Iterator[Found]:
    """Documents of a folder; the folders in it that cannot be opened go to `on_error`."""
    shut: list[OSError] = []
    files: list[Path] = []
    for folder, folders, names in os.walk(path, onerror=shut.append):
        folders[:] = sorted(name for name in folders if not _is_record(Path(folder) / name))
        files += [Path(folder) / n for n in names if Path(n).suffix.lower() in FORMATS]
    for error in shut:
        on_error(unreadable(str(error.filename or path), error))
    readable = [f for f in sorted(files) if f.is_file()]
    if not readable and not shut:
        raise DocumentError("D109", path, suffixes=", ".join(sorted(FORMATS)))
    yield from open_documents(map(str, readable), options, on_error)

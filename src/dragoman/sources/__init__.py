"""How documents get in: files, folders, standard input, addresses."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from dragoman.errors import DocumentError
from dragoman.schema import Document
from dragoman.sources import feed, html, json, text, web
from dragoman.sources.common import (
    SourceOptions,
    decode,
    is_day,
    make_document,
    read_stream,
    unreadable,
)

FORMATS = {suffix: module for module in (text, html, json, feed) for suffix in module.SUFFIXES}
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
        for item in _streamed("standard input", options):
            if isinstance(item, DocumentError):
                on_error(item)
            else:
                yield "standard input", item
    elif path.startswith(web.PREFIXES):
        for item in web.read(path, options):
            if isinstance(item, DocumentError):
                on_error(item)
            else:
                yield path, item
    elif os.path.isdir(path):  # noqa: PTH112  (Path.is_dir raises where this says no)
        yield from _folder(path, options, on_error)
    else:
        module = FORMATS.get(Path(path).suffix.lower(), text)
        for item in module.read(Path(path), options):
            if isinstance(item, DocumentError):
                on_error(item)
            else:
                yield path, item


def _streamed(where: str, options: SourceOptions) -> Iterator[Document | DocumentError]:
    """What comes through a pipe: a page or a feed where it begins like one, else text."""
    data = read_stream(sys.stdin.buffer, where)
    told = decode(data, where, options.note)
    if feed.is_feed(told[: feed.HEAD]):
        yield from feed.documents_of(data, where, options)
    elif html.is_page(told):
        yield html.document_of(told, where, options)
    else:
        yield make_document(where, options, text=told)


def _is_record(folder: Path) -> bool:
    """Whether a folder is a record: what Dragoman wrote is no document."""
    return (folder / "readings" / "_delta_log").is_dir()


def _is_told(file: Path) -> bool:
    """Whether a file of a folder may hold documents: of XML only feeds do."""
    return file.suffix.lower() != ".xml" or feed.looks_like_feed(file)


def _folder(path: str, options: SourceOptions, on_error: OnError) -> Iterator[Found]:
    """Documents of a folder; the folders in it that cannot be opened go to `on_error`."""
    shut: list[OSError] = []
    files: list[Path] = []
    for folder, folders, names in os.walk(path, onerror=shut.append):
        folders[:] = sorted(name for name in folders if not _is_record(Path(folder) / name))
        files += [Path(folder) / n for n in names if Path(n).suffix.lower() in FORMATS]
    for error in shut:
        on_error(unreadable(str(error.filename or path), error))
    readable = [f for f in sorted(files) if f.is_file() and _is_told(f)]
    if not readable and not shut:
        raise DocumentError("D109", path, suffixes=", ".join(sorted(FORMATS)))
    yield from open_documents(map(str, readable), options, on_error)

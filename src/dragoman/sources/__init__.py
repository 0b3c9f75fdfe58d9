"""How documents get in: files, folders, standard input, addresses."""

from __future__ import annotations

import codecs
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import cast

from dragoman.errors import DocumentError
from dragoman.schema import Document
from dragoman.sources import feed, html, json, table, text, web
from dragoman.sources.common import (
    Distinct,
    Names,
    SourceOptions,
    decode,
    is_day,
    make_document,
    read_stream,
    told_apart,
    unreadable,
)

FORMATS = {suffix: module for module in (text, html, json, table, feed) for suffix in module.SUFFIXES}
OnError = Callable[[DocumentError], None]
Found = tuple[str, Document]

__all__ = [
    "FORMATS",
    "Distinct",
    "Found",
    "Names",
    "OnError",
    "SourceOptions",
    "decode",
    "is_day",
    "make_document",
    "open_documents",
    "told_apart",
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
        yield from _own(where, _streamed(where, options), options, on_error)
    elif path.startswith(web.PREFIXES):
        yield from _own(path, web.read(path, options), options, on_error)
    elif os.path.isdir(path):  # noqa: PTH112  (Path.is_dir raises where this says no)
        yield from _folder(path, options, on_error)
    else:
        module = FORMATS.get(Path(path).suffix.lower(), text)
        yield from _own(path, module.read(Path(path), options), options, on_error)


def _own(
    where: str, items: Iterable[Document | DocumentError], options: SourceOptions, on_error: OnError
) -> Iterator[Found]:
    """The documents of one file, each text under an id of its own."""
    ids = Distinct(options.note_first)
    for item in items:
        if isinstance(item, DocumentError):
            on_error(item)
        else:
            yield where, ids.own(where, item)


def _streamed(where: str, options: SourceOptions) -> Iterator[Document | DocumentError]:
    """What comes through a pipe: JSON, a page or a feed where it begins like one, else text."""
    stream: io.BufferedReader = io.BufferedReader(cast(io.RawIOBase, sys.stdin.buffer))
    if stream.peek(1).lstrip(codecs.BOM_UTF8 + b" \t\r\n")[:1] in (b"{", b"["):
        yield from json.piped(stream, where, options)
        return
    data = read_stream(stream, where)
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


def _holds_documents(file: Path, options: SourceOptions) -> bool:
    """Whether a file of a folder holds documents: tables may hold anything, and of XML only feeds do."""
    if file.suffix.lower() in table.SUFFIXES:
        return table.is_corpus(file, options)
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
    readable = [f for f in sorted(files) if f.is_file() and _holds_documents(f, options)]
    if not readable and not shut:
        raise DocumentError("D109", path, suffixes=", ".join(sorted(FORMATS)))
    yield from open_documents(map(str, readable), options, on_error)

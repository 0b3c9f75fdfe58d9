"""JSON and JSON lines: one object or a list of objects, fields mapped by option, in whatever case they are written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from io import BufferedReader
from itertools import chain
from pathlib import Path
from typing import Any

from dragoman.errors import DocumentError
from dragoman.schema import Document
from dragoman.sources.common import (
    LIMIT,
    Note,
    SourceOptions,
    bom_encoding,
    decode,
    guess_encoding,
    make_document,
    read_bytes,
    read_stream,
    unreadable,
)
from dragoman.sources.markup import plain

SUFFIXES = (".json", ".jsonl", ".ndjson")
# Our field and the names it usually goes by; an option names another.
USUAL = {
    "text": ("text", "body", "content", "article", "story"),
    "title": ("title", "headline"),
    "published": ("published", "date", "date_published", "publication_date", "pub_date"),
    "publisher": ("publisher", "source", "outlet", "publication"),
    "url": ("url", "link"),
    "id": ("id", "_id", "uid"),
}
_KINDS = {list: "a list", dict: "an object", str: "text", bool: "true or false", type(None): "null"}


def _kind(value: Any) -> str:
    return _KINDS.get(type(value), "a number")


def names_of(ours: str, options: SourceOptions) -> tuple[str, ...]:
    """The names under which a file may have one of our fields, the surest first."""
    return (options.fields[ours],) if ours in options.fields else USUAL[ours]


def document_of(item: Any, where: str, options: SourceOptions) -> Document:
    """The document of one object. Raises `DocumentError` when it has no text."""
    if not isinstance(item, dict):
        raise DocumentError("D111", where, kind=_kind(item))
    written = {name.lower(): name for name in reversed(item)}
    values: dict[str, str | None] = {}
    for ours in USUAL:
        names = (n if n in item else written.get(n.lower(), n) for n in names_of(ours, options))
        name = next((n for n in names if item.get(n) is not None), None)
        if name is None:
            values[ours] = None
        elif isinstance(item[name], list | dict) or (ours == "text" and not isinstance(item[name], str)):
            if ours in ("text", "published") or ours in options.fields:
                raise DocumentError("D113", where, name=name, kind=_kind(item[name]), ours=ours)
            values[ours] = None  # metadata in a shape of its own, not asked for
        else:
            values[ours] = str(item[name])
    for ours in ("text", "title"):
        if given := values[ours]:
            values[ours] = plain(given, where, options)
    if values["text"] is None:
        have = ", ".join(sorted(map(str, item))[:8]) or "no fields at all"
        raise DocumentError("D112", where, have=have)
    return make_document(where, options, **values)


def read(path: Path, options: SourceOptions) -> Iterator[Document | DocumentError]:
    """The documents of a file; a faulty line or item is yielded as its error and the rest goes on."""
    if path.suffix.lower() == ".json":
        content = _parse(decode(read_bytes(path), str(path), options.note), str(path))
        if isinstance(content, DocumentError):
            raise content
        listed = content if isinstance(content, list) else [content]
        if not listed:
            raise DocumentError("D117", str(path))
        for number, item in enumerate(listed, 1):
            yield tried(item, f"{path} item {number}" if len(listed) > 1 else str(path), options)
        return
    empty = True
    for item in _of_lines(lines_of(path, options.note), options):
        empty = False
        yield item
    if empty:
        raise DocumentError("D103", str(path))


def piped(stream: BufferedReader, where: str, options: SourceOptions) -> Iterator[Document | DocumentError]:
    """The documents of a stream: of JSON lines, or of one object or list of objects; else its text is the document."""
    first = stream.readline(LIMIT + 1) if stream.peek(1)[:1] == b"{" else b""
    if isinstance(_parse(first.decode("utf-8", "replace"), where), dict):
        raw = chain([first], _split(stream, where))
        yield from _of_lines(_decoded(raw, where, options.note, blank=False), options)
        return
    text = decode(read_stream(stream, where, first), where, options.note)
    listed = _parse(text, where) if text.lstrip("\ufeff \t\r\n")[:1] in ("{", "[") else None
    listed = [listed] if isinstance(listed, dict) else listed
    if isinstance(listed, list) and listed and all(isinstance(item, dict) for item in listed):
        yield from (tried(item, f"{where} item {n}", options) for n, item in enumerate(listed, 1))
    else:
        yield make_document(where, options, text=text)


def _of_lines(
    lines: Iterable[tuple[str, str | DocumentError]], options: SourceOptions
) -> Iterator[Document | DocumentError]:
    for where, line in lines:
        if isinstance(line, DocumentError):
            yield line
            continue
        item = _parse(line, where)
        yield item if isinstance(item, DocumentError) else tried(item, where, options)


def _parse(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        at = f"line {error.lineno} " if error.lineno > 1 else ""
        return DocumentError("D110", where, problem=f"{error.msg} ({at}column {error.colno})")
    except ValueError as error:  # a number of too many digits
        return DocumentError("D110", where, problem=str(error))
    except RecursionError:
        return DocumentError("D110", where, problem="brackets are nested too deep")


def lines_of(path: Path, note: Note, *, blank: bool = False) -> Iterator[tuple[str, str | DocumentError]]:
    """The lines of a file, one at a time, each with its place; `blank` ones only where they are asked for.

    Only a line feed ends a line: JSON may hold U+2028 and its like as they are.
    """
    try:
        with path.open("rb") as stream:
            yield from _decoded(_split(stream, str(path)), str(path), note, blank=blank)
    except OSError as error:
        raise unreadable(str(path), error) from None


def _decoded(
    lines: Iterable[bytes], path: str, note: Note, *, blank: bool
) -> Iterator[tuple[str, str | DocumentError]]:
    guess: str | None = None
    for number, raw in enumerate(lines, 1):
        where = f"{path}:{number}"
        if len(raw) > LIMIT:
            yield where, DocumentError("D105", where, limit=LIMIT)
            continue
        if not blank and not raw.strip(b"\x00 \t\r\n\f\v"):
            continue
        try:
            yield where, raw.decode("utf-8")
        except UnicodeDecodeError:
            try:
                if guess is None:
                    guess = guess_encoding(raw, where)
                    note(f"{where}: read as {guess} (detected), like later lines that are not UTF-8")
                yield where, raw.decode(guess, "replace")
            except DocumentError as error:
                yield where, error


def _split(stream: BufferedReader, where: str) -> Iterator[bytes]:
    """The lines of a file as UTF-8 or as they are; of an endless line little more than the limit is kept."""
    encoding = bom_encoding(stream.peek(4)[:4])
    if encoding == "utf-8-sig":
        stream.read(3)
    elif (
        encoding is not None
    ):  # wide characters cannot be split at a byte; such files are rare, and read whole
        for text in decode(read_stream(stream, where), where).split("\n"):
            yield text.encode("utf-8", "replace")
        return
    while line := stream.readline(LIMIT + 1):
        yield line
        while len(line) > LIMIT and not line.endswith(b"\n"):
            line = stream.readline(LIMIT + 1)


def tried(item: Any, where: str, options: SourceOptions) -> Document | DocumentError:
    """The document of one object, or why there is none."""
    try:
        return document_of(item, where, options)
    except DocumentError as error:
        return error

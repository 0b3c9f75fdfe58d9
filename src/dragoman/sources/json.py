"""JSON and JSON lines: one object or a list of objects, fields mapped by option."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.errors import DocumentError
from dragoman.schema import Document
from dragoman.sources.common import SourceOptions, decode, make_document, read_bytes

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


def document_of(item: Any, where: str, options: SourceOptions) -> Document:
    """The document of one object. Raises `DocumentError` when it has no text."""
    if not isinstance(item, dict):
        raise DocumentError(where, "is no JSON object")
    values: dict[str, str | None] = {}
    for name, usual in USUAL.items():
        names = (options.fields[name],) if name in options.fields else usual
        found = next((item[n] for n in names if item.get(n) is not None), None)
        values[name] = None if found is None else str(found)
    if values["text"] is None:
        have = ", ".join(sorted(map(str, item))[:8])
        raise DocumentError(where, f"has no text field (it has: {have}). Name it with --field text=NAME.")
    return make_document(where, options, **values)


def read(path: Path, options: SourceOptions) -> Iterator[Document | DocumentError]:
    """The documents of a file; a faulty line or item is yielded as its error and the rest goes on."""
    text = decode(read_bytes(path), str(path), options.note)
    items: Iterator[tuple[str, Any]]
    if path.suffix.lower() == ".json":
        try:
            content = json.loads(text)
        except ValueError as error:
            raise DocumentError(str(path), f"is not JSON: {error}") from None
        listed = content if isinstance(content, list) else [content]
        items = (
            (f"{path} item {n}" if len(listed) > 1 else str(path), item) for n, item in enumerate(listed, 1)
        )
        for where, item in items:
            yield _tried(item, where, options)
        return
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            where = f"{path}:{number}"
            try:
                item = json.loads(line)
            except ValueError as error:
                yield DocumentError(where, f"is not JSON: {error}")
                continue
            yield _tried(item, where, options)


def _tried(item: Any, where: str, options: SourceOptions) -> Document | DocumentError:
    try:
        return document_of(item, where, options)
    except DocumentError as error:
        return error

"""How documents get in: files, folders, standard input, addresses."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from dragoman.errors import DocumentError
from dragoman.schema import Document
from dragoman.sources import html, json, text, web
from dragoman.sources.common import SourceOptions, decode, make_document

FORMATS = {suffix: module for module in (text, html, json) for suffix in module.SUFFIXES}
OnError = Callable[[DocumentError], None]
Found = tuple[str, Document]

__all__ = ["FORMATS", "Found", "OnError", "SourceOptions", "decode", "make_document", "open_documents"]


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
        data = sys.stdin.buffer.read()
        where = "standard input"
        if not data.strip(b"\x00 \t\r\n"):
            raise DocumentError(where, "is empty")
        yield where, make_document(where, options, text=decode(data, where, options.note))
    elif path.startswith(web.PREFIXES):
        yield from ((path, d) for d in web.read(path, options))
    elif Path(path).is_dir():
        files = [f for f in sorted(Path(path).rglob("*")) if f.is_file() and f.suffix.lower() in FORMATS]
        if not files:
            raise DocumentError(path, f"the folder holds no readable file ({', '.join(sorted(FORMATS))})")
        yield from open_documents(map(str, files), options, on_error)
    else:
        module = FORMATS.get(Path(path).suffix.lower(), text)
        for item in module.read(Path(path), options):
            if isinstance(item, DocumentError):
                on_error(item)
            else:
                yield path, item

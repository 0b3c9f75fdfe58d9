"""Plain text and Markdown: the file's text, unchanged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dragoman.schema import Document
from dragoman.sources.common import SourceOptions, decode, make_document, read_bytes

SUFFIXES = (".txt", ".md", ".text")


def read(path: Path, options: SourceOptions) -> Iterator[Document]:
    """The one document of a text file."""
    yield make_document(str(path), options, text=decode(read_bytes(path), str(path), options.note))

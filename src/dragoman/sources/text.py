"""Plain text and Markdown: the file's text, without tags and entities of HTML if it holds any."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dragoman.schema import Document
from dragoman.sources.common import SourceOptions, decode, make_document, read_bytes
from dragoman.sources.markup import plain

SUFFIXES = (".txt", ".md", ".text")


def read(path: Path, options: SourceOptions) -> Iterator[Document]:
    """The one document of a text file."""
    text = plain(decode(read_bytes(path), str(path), options.note), str(path), options)
    yield make_document(str(path), options, text=text)

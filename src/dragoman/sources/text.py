"""Plain text and Markdown: the file's text, without tags and entities of HTML if it holds any."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dragoman.schema import Document
from dragoman.sources.common import SourceOptions, decode, make_document, read_bytes
from dragoman.sources.markup import without_markup

SUFFIXES = (".txt", ".md", ".text")


def read(path: Path, options: SourceOptions) -> Iterator[Document]:
    """The one document of a text file."""
    given = decode(read_bytes(path), str(path), options.note)
    text = without_markup(given)
    if text != given:
        options.note_first("markup", f"{path}: holds HTML, and is read without its tags and entities")
    yield make_document(str(path), options, text=text)

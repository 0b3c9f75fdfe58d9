"""Tables of documents: CSV and TSV with a header, one document a row, in the columns that JSON has as fields.

Rows are read one by one, so that a table may have any length.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dragoman.delimited import Rows, Unclosed, delimiter_of
from dragoman.errors import DocumentError
from dragoman.schema import Document
from dragoman.sources.common import LONGEST, SourceOptions
from dragoman.sources.json import lines_of, names_of, tried

SUFFIXES = (".csv", ".tsv")
Row = tuple[str, list[str] | DocumentError]


def read(path: Path, options: SourceOptions) -> Iterator[Document | DocumentError]:
    """The documents of a table; a faulty row is yielded as its error and the rest goes on.

    Raises `DocumentError` when the file cannot be read or its header has no column for the text.
    """
    rows = _rows(path, options)
    where, header = next(rows, (str(path), None))
    if header is None:
        raise DocumentError("D103", str(path))
    if isinstance(header, DocumentError):
        raise header
    header = [name.strip() for name in header]
    if not _has_text(header, options):
        raise DocumentError("D112", where, have=", ".join(header))
    empty = True
    for where, cells in rows:
        empty = False
        if isinstance(cells, DocumentError):
            yield cells
        elif len(cells) > len(header) and any(c.strip() for c in cells[len(header) :]):
            yield DocumentError("D135", where, cells=len(cells), columns=len(header))
        else:
            given = {n: c for n, c in zip(header, cells, strict=False) if n and c.strip()}
            yield tried({_text_column(header, options): "", **given}, where, options)
    if empty:
        raise DocumentError("D117", str(path))


def is_corpus(path: Path, options: SourceOptions) -> bool:
    """Whether a file is a table of documents: its header has a column for the text."""
    try:
        header = next(_rows(path, options), (str(path), []))[1]
    except DocumentError:
        return True  # to be told of when it is read
    return isinstance(header, DocumentError) or _has_text([name.strip() for name in header], options)


def _text_column(header: list[str], options: SourceOptions) -> str:
    """The column that holds the text."""
    return next(n for wanted in names_of("text", options) for n in header if n.lower() == wanted.lower())


def _has_text(header: list[str], options: SourceOptions) -> bool:
    return not {n.lower() for n in names_of("text", options)}.isdisjoint(n.lower() for n in header)


def _rows(path: Path, options: SourceOptions) -> Iterator[Row]:
    """The rows that are not blank, each with the place of its first line; of a faulty row the error."""
    rows = Rows(lines_of(path, options.note, blank=True), LONGEST)
    for where, row in rows.read(delimiter_of(rows.header())):
        if isinstance(row, Unclosed):
            yield where, DocumentError("D138", where)
        elif isinstance(row, DocumentError):
            yield row.where, row
        elif isinstance(row, Exception):
            raise row
        else:
            yield where, row

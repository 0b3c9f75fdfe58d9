"""Tables of documents: CSV and TSV with a header, one document a row, in the columns that JSON has as fields.

Rows are read one by one, so that a table may have any length.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from dragoman.errors import DocumentError
from dragoman.schema import Document
from dragoman.sources.common import LIMIT, LONGEST, SourceOptions
from dragoman.sources.json import lines_of, names_of, tried

SUFFIXES = (".csv", ".tsv")
_DELIMITERS: Final = (",", "\t", ";", "|")
_LINES: Final = re.compile(
    r"(?<=\r)(?=[^\n])"
)  # old line ends, which a reader of rows refuses outside quotation marks
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
            yield tried({header_of_text(header, options): "", **given}, where, options)
    if empty:
        raise DocumentError("D117", str(path))


def is_corpus(path: Path, options: SourceOptions) -> bool:
    """Whether a file is a table of documents: its header has a column for the text."""
    try:
        header = next(_rows(path, options), (str(path), []))[1]
    except DocumentError:
        return True  # to be told of when it is read
    return isinstance(header, DocumentError) or _has_text([name.strip() for name in header], options)


def header_of_text(header: list[str], options: SourceOptions) -> str:
    """The column that holds the text."""
    return next(n for wanted in names_of("text", options) for n in header if n.lower() == wanted.lower())


def _has_text(header: list[str], options: SourceOptions) -> bool:
    return not {n.lower() for n in names_of("text", options)}.isdisjoint(n.lower() for n in header)


def _rows(path: Path, options: SourceOptions) -> Iterator[Row]:
    """The rows that are not blank, each with the place of its first line; of a faulty row the error."""
    feed = _Feed(lines_of(path, options.note, blank=True))
    delimiter = max(_DELIMITERS, key=feed.first().count)
    csv.field_size_limit(max(csv.field_size_limit(), 2 * LIMIT))
    rows = None
    while True:
        rows = rows or csv.reader(feed, delimiter=delimiter, strict=True)
        feed.begin()
        try:
            cells = next(rows)
        except StopIteration:
            return
        except DocumentError as error:
            yield error.where, error
            rows = None
        except csv.Error:  # a quotation mark that is opened and not closed, or stands alone in a cell
            yield feed.where, DocumentError("D138", feed.where)
            feed.skip()
            rows = None
        else:
            if any(cell.strip() for cell in cells):
                yield feed.where, cells


class _Feed:
    """The lines of a file as a reader of rows asks for them.

    A quotation mark that is not closed swallows what follows, to the next one or to the end of the file. No row goes on
    for longer than any document may; of a faulty one the first line is left out and the next ones are given again.
    """

    def __init__(self, lines: Iterator[tuple[str, str | DocumentError]]) -> None:
        self._lines = lines
        self._given: list[tuple[str, str]] = []  # of the row under way
        self._again: list[tuple[str, str]] = []  # the next one last
        self._size = 0

    def first(self) -> str:
        """The first line, which will be given."""
        where, line = next(self._lines, ("", ""))
        if isinstance(line, DocumentError):
            raise line
        self._again = [(where, line)] if where else []
        return line

    def begin(self) -> None:
        """A row begins."""
        self._given, self._size = [], 0

    @property
    def where(self) -> str:
        """The place of the first line of the row."""
        return self._given[0][0]

    def skip(self) -> None:
        """Leave out the first line of the row and give the others again."""
        self._again += reversed(self._given[1:])

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        found = self._again.pop() if self._again else next(self._lines, None)
        if found is None or self._size > 2 * LONGEST:
            if found is not None and isinstance(found[1], str):
                self._again.append((found[0], found[1]))
            raise StopIteration
        where, line = found
        if isinstance(line, DocumentError):
            raise line
        line, *more = _LINES.split(line)
        self._again += ((where, part) for part in reversed(more))
        self._given.append((where, line))
        self._size += len(line)
        return line

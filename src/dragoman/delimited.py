"""Tables as people save them: which sign parts their cells, and their rows, of which a faulty one leaves the rest.

A quotation mark that is not closed swallows what follows, to the next one or to the end of the file. No row goes on for
longer than it may; of a faulty one the first line is left out and the next ones are given again.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from typing import Final, Generic, NamedTuple, TypeVar

SIGNS: Final = (",", "\t", ";", "|")
# Old line ends, which a reader of rows refuses outside quotation marks.
_LINES: Final = re.compile(r"(?<=\r)(?=[^\n])")
P = TypeVar("P")  # the place of a line: its number, or more


class Unclosed(NamedTuple):
    """A row that is none: a quotation mark is opened and not closed, or text follows a closed one in its cell."""


def delimiter_of(header: str, signs: Iterable[str] = SIGNS) -> str:
    """The sign that parts the cells of a table, by its header: the one that is there most often, the first of equals."""
    return max(signs, key=header.count)


class Rows(Generic[P]):
    """The rows of a table that are not blank, each with the place of its first line.

    `lines` come with their ends, or as the error that stands in their place, which is passed on. `longest`: characters
    of one row.
    """

    def __init__(self, lines: Iterable[tuple[P, str | Exception]], longest: int) -> None:
        self._feed = _Feed(iter(lines), longest)
        self._longest = longest

    def header(self) -> str:
        """The first line that is not blank, which will be given. Raises the error that stands in its place."""
        return self._feed.first()

    def read(self, delimiter: str) -> Iterator[tuple[P, list[str] | Exception | Unclosed]]:
        """The rows, of a faulty one what is wrong."""
        csv.field_size_limit(max(csv.field_size_limit(), 2 * self._longest))
        feed, rows = self._feed, None
        while True:
            rows = rows or csv.reader(feed, delimiter=delimiter, strict=True)
            feed.begin()
            try:
                cells = next(rows)
            except StopIteration:
                return
            except csv.Error:
                yield feed.place, Unclosed()
                feed.skip()
                rows = None
            except _PassedOnError as passed:
                yield feed.at_fault, passed.error
                rows = None
            else:
                if any(cell.strip() for cell in cells):
                    yield feed.place, cells


class _PassedOnError(Exception):
    """An error that stands in the place of a line, on its way through a reader of rows."""

    def __init__(self, error: Exception) -> None:
        self.error = error
        super().__init__(error)


class _Feed(Generic[P]):
    """The lines of a file as a reader of rows asks for them."""

    def __init__(self, lines: Iterator[tuple[P, str | Exception]], longest: int) -> None:
        self._lines = lines
        self._longest = longest
        self._given: list[tuple[P, str]] = []  # of the row under way
        self._again: list[tuple[P, str]] = []  # the next one last
        self._size = 0
        self.at_fault: P

    def first(self) -> str:
        """The first line that is not blank, which will be given."""
        for place, line in self._lines:
            if isinstance(line, Exception):
                raise line
            if line.strip():
                self._again = [(place, line)]
                return line
        return ""

    def begin(self) -> None:
        """A row begins."""
        self._given, self._size = [], 0

    @property
    def place(self) -> P:
        """The place of the first line of the row."""
        return self._given[0][0]

    def skip(self) -> None:
        """Leave out the first line of the row and give the others again."""
        self._again += reversed(self._given[1:])

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        found = self._again.pop() if self._again else next(self._lines, None)
        if found is None:
            raise StopIteration
        place, line = found
        if self._size > 2 * self._longest:
            if isinstance(line, str):
                self._again.append((place, line))
            raise StopIteration
        if isinstance(line, Exception):
            self.at_fault = place
            raise _PassedOnError(line)
        line, *more = _LINES.split(line)
        self._again += ((place, part) for part in reversed(more))
        self._given.append((place, line))
        self._size += len(line)
        return line

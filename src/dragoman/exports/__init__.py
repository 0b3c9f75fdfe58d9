"""Readings in the forms other tools take: PLOVER's own JSON, and flat tables of events.

A format is a function `(readings, out, selection)` that writes to a text stream as the readings come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TextIO

from dragoman.exports import plover, table
from dragoman.exports.common import Selection
from dragoman.schema import Reading

Format = Callable[[Iterable[Reading], TextIO, Selection], None]

FORMATS: dict[str, Format] = {
    "plover": plover.write,
    "csv": table.write_csv,
    "events": table.write_jsonl,
}

__all__ = ["FORMATS", "Format", "Selection", "plover", "table"]

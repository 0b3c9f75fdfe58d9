"""Records of older versions: rebuilt from the readings they keep, in one commit.

Every row has its reading whole, as JSON, and its text; all other columns follow from these. So whatever the older
columns were, the newer ones are made again, and the older version stays in the history.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from deltalake import DeltaTable
from rich.console import Console

from dragoman.errors import RunError
from dragoman.record.store import TRIES, Entry, Record, database, restore


def open_record(
    address: str | Path, *, create: bool = False, as_of: str | None = None, tell: Console | None = None
) -> Record:
    """Open a record; one of an older version is migrated first, and `tell` says so. Raises `RunError` D401 to D405."""
    record = Record(address, create=create, as_of=as_of)
    if record.outdated:
        count = migrate(record)
        if tell is not None:
            tell.print(
                f"{record.address}: brought to the present version ({count:,} readings)",
                highlight=False,
                soft_wrap=True,
                markup=False,
            )
        record = Record(address, as_of=as_of)
    return record


def migrate(record: Record) -> int:
    """Make all columns anew from the kept readings; gives their number.

    Raises `RunError` D404 for a damaged reading, D403 when others keep writing.
    """
    for _ in range(TRIES):
        older = record.table("readings")
        entries = list(_entries(record, older))
        if record.rebuild(older, entries, record.judgements()):
            return len(entries)
    raise RunError("D403", address=record.address, reason="another process keeps writing")


def _entries(record: Record, older: DeltaTable) -> Iterator[Entry]:
    with database() as con:
        record.scan(con, "readings", "older", older)
        rows = con.execute(
            "SELECT source, reader, added, text, reading FROM older ORDER BY added, source"
        ).fetchall()
    for source, reader, added, text, reading in rows:
        try:
            read = restore(text, reading)
        except ValueError as error:
            problem = f"the reading of {source} is damaged ({str(error).splitlines()[0]})"
            raise RunError("D404", address=record.address, problem=problem) from None
        yield Entry(source, read, reader, datetime.fromisoformat(added))

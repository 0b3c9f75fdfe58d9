"""`dragoman record info|verify|compact|history|export|sql`."""

from __future__ import annotations

import csv
import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
from rich.console import Console
from rich.table import Table

from dragoman.errors import RunError
from dragoman.exports import FORMATS, Selection
from dragoman.record.migration import open_record
from dragoman.record.refresh import look
from dragoman.record.store import Record
from dragoman.record.tables import VERSION
from dragoman.record.tellings import Tellings
from dragoman.record.verify import problems
from dragoman.record.views import VIEWS

_COUNTED = (
    "documents",
    "events",
    "statements",
    "positions",
    "counts",
    "agreements",
    "designations",
    "occurrences",
    "contacts",
)


def info(address: str, as_of: str | None, *, as_json: bool) -> int:
    """Print what a record holds."""
    record = open_record(address, as_of=as_of, tell=Console(stderr=True))
    with look(record) as con:
        counts = {view: con.execute(f"SELECT count(*) FROM {view}").fetchall()[0][0] for view in _COUNTED}
        days = con.execute("SELECT min(published), max(published) FROM documents").fetchall()
        # What is of no day by its metadata may bear one in its text.
        *borne, undated = con.execute(
            """SELECT min(day), max(day), count(*) - count(day) FROM (
                SELECT try_cast(reading->>'$.document.dateline.date' AS DATE) AS day FROM current WHERE published IS NULL
            )"""
        ).fetchall()[0]
        known = [day for day in (*days[0], *borne) if day is not None]
        readers = [r for (r,) in con.execute("SELECT DISTINCT reader FROM documents ORDER BY 1").fetchall()]
    told = {
        "record": record.address,
        "schema": VERSION,
        "version": record.table("readings").version(),
        **counts,
        "judgements": len(record.judgements()),
        "first published": _plain(min(known, default=None)),
        "last published": _plain(max(known, default=None)),
        "without a day": undated,
        "readers": readers,
        "bytes": _size(record),
    }
    if _machine(as_json):
        print(json.dumps(told, indent=1, ensure_ascii=False))
    else:
        table = Table(show_header=False, box=None)
        for name, value in told.items():
            shown = (
                f"{value:,}"
                if isinstance(value, int)
                else ", ".join(value)
                if isinstance(value, list)
                else str(value or "–")
            )
            table.add_row(name, shown)
        Console().print(table)
    return 0


def verify(address: str, *, as_json: bool) -> int:
    """Print what is wrong with a record; 1 when something is."""
    record = Record(address)
    found = list(problems(record))
    if _machine(as_json):
        print(
            json.dumps(
                {"record": record.address, "sound": not found, "problems": found},
                indent=1,
                ensure_ascii=False,
            )
        )
    else:
        for problem in found:
            print(problem)
        print(f"{record.address} is {'not sound' if found else 'sound'}.")
    return 1 if found else 0


def compact(address: str, *, as_json: bool) -> int:
    """Rewrite the tables of a record in few files."""
    record = open_record(address, tell=Console(stderr=True))
    files = record.compact()
    if _machine(as_json):
        print(json.dumps({name: {"before": a, "after": b} for name, (a, b) in files.items()}, indent=1))
    else:
        for name, (before, after) in files.items():
            print(f"{name}: {before:,} files, now {after:,}")
    return 0


def history(address: str, *, as_json: bool) -> int:
    """Print the versions of a record."""
    commits = Record(address).history()
    if _machine(as_json):
        print(json.dumps(commits, indent=1))
        return 0
    table = Table()
    for name in ("version", "time", "operation", "readings"):
        table.add_column(name, justify="right" if name in ("version", "readings") else "left")
    for commit in commits:
        table.add_row(*(f"{v:,}" if isinstance(v, int) else str(v) for v in commit.values()))
    Console().print(table)
    return 0


def export(
    address: str, as_of: str | None, format_: str, *, dyads: bool, every_status: bool, once: bool
) -> int:
    """Print the events of a record in another format, the oldest document first."""
    tellings = Tellings(open_record(address, as_of=as_of, tell=Console(stderr=True)))
    selection = Selection(dyads, every_status, tellings.occurrence_of, once)
    FORMATS[format_](tellings, sys.stdout, selection)
    return 0


def sql(address: str, query: str | None, as_of: str | None, *, as_json: bool, as_csv: bool) -> int:
    """Print the rows of a query; without one the views with their columns, or a prompt on a terminal."""
    record = open_record(address, as_of=as_of, tell=Console(stderr=True))
    with look(record) as con:
        if query is not None:
            return _answer(con, query, as_json=as_json, as_csv=as_csv)
        if not sys.stdin.isatty() or _machine(as_json):
            _list_views(con, as_json=as_json)
            return 0
        _list_views(con, as_json=False)
        return _prompt(con)


def _prompt(con: duckdb.DuckDBPyConnection) -> int:
    """Answer queries until the end of input; a faulty one is told and the next asked for."""
    while True:
        try:
            query = input("sql> ").strip()
        except EOFError:
            print()
            return 0
        if query.lower() in ("exit", "quit", ".quit"):
            return 0
        if query:
            try:
                _answer(con, query, as_json=False, as_csv=False)
            except RunError as error:
                print(f"dragoman: {error}", file=sys.stderr)


def _answer(con: duckdb.DuckDBPyConnection, query: str, *, as_json: bool, as_csv: bool) -> int:
    try:
        cursor = con.execute(query)
        if cursor is None:  # only a comment, or nothing
            raise RunError("D415", problem="it asks nothing")
        names = [d[0] for d in cursor.description or ()]
        rows = cursor.fetchall()
    except duckdb.Error as error:
        raise RunError("D415", problem=" ".join(str(error).split())[:400]) from None
    if as_csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(names)
        writer.writerows([_cell(v) for v in row] for row in rows)
    elif _machine(as_json):
        print(
            json.dumps(
                [dict(zip(names, map(_plain, row), strict=True)) for row in rows],
                indent=1,
                ensure_ascii=False,
            )
        )
    else:
        table = Table()
        for name in names:
            table.add_column(name, overflow="fold")
        for row in rows:
            table.add_row(*(_cell(v) for v in row))
        Console().print(table)
        print(f"{len(rows):,} row{'s' if len(rows) != 1 else ''}")
    return 0


def _list_views(con: duckdb.DuckDBPyConnection, *, as_json: bool) -> None:
    views = {}
    for view in VIEWS:
        rows = con.execute(f"DESCRIBE {view}").fetchall()
        views[view] = {row[0]: row[1] for row in rows}
    if _machine(as_json):
        print(json.dumps(views, indent=1))
        return
    for view, columns in views.items():
        print(f"{view}: {', '.join(columns)}")


def _plain(value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(v) for v in value]
    return value


def _cell(value: Any) -> str:
    plain = _plain(value)
    if plain is None:
        return ""
    return plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False)


def _machine(as_json: bool) -> bool:
    return as_json or not sys.stdout.isatty()


def _size(record: Record) -> int | None:
    if not record.is_local:
        return None
    return sum(p.stat().st_size for p in Path(record.address).rglob("*") if p.is_file())

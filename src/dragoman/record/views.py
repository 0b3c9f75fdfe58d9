"""The record as flat views: one DuckDB connection over the newest readings, judgements respected."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import resources
from typing import Final

import duckdb

from dragoman.record.judgements import Judgements
from dragoman.record.store import Record

VIEWS: Final = (
    "documents",
    "events",
    "statements",
    "positions",
    "counts",
    "agreements",
    "designations",
    "memberships",
    "profiles",
    "warnings",
    "occurrences",
    "contacts",
)
_MEMORY: Final = "1500MB"

# Characters of a text at a half-open span, and participants as people judged them. A macro sees its arguments only.
_MACROS: Final = """
CREATE OR REPLACE TEMP MACRO words(text, span) AS substring(text, span[1] + 1, span[2] - span[1]);
CREATE OR REPLACE TEMP MACRO who(document, people) AS {who};
"""
_AS_READ: Final = (
    "list_transform(people, lambda p: {'id': p.id, 'name': p.name, 'country': p.country, 'sector': p.sector})"
)
_AS_JUDGED: Final = """list_transform(people, lambda p: {
    'id': coalesce(judged_ids()[document || chr(0) || p.id], judged_ids()[p.id], p.id),
    'name': coalesce(judged_names()[coalesce(judged_ids()[document || chr(0) || p.id], judged_ids()[p.id])], p.name),
    'country': p.country, 'sector': p.sector})"""


def connect(record: Record) -> duckdb.DuckDBPyConnection:
    """A connection with `readings` (all rows), `current` (the newest of each source) and the views over them.

    The views of occurrences need `grouped`, which `refresh.grouped_in` makes.
    """
    con = duckdb.connect(config={"memory_limit": _MEMORY, "preserve_insertion_order": True})
    record.scan(con, "readings", "readings")
    define_current(con)
    judgements = Judgements(record.judgements())
    con.execute("CREATE TEMP TABLE rejected (document VARCHAR, act VARCHAR, first INTEGER, last INTEGER)")
    rejected = [[a.document, a.act, *a.trigger] for a in judgements.rejected]
    if rejected:
        con.executemany("INSERT INTO rejected VALUES (?, ?, ?, ?)", rejected)
    _define_macros(con, judgements)
    return con


def define_views(con: duckdb.DuckDBPyConnection) -> None:
    """Make the documented views; `grouped` must be there."""
    con.execute((resources.files("dragoman.record") / "data" / "views.sql").read_text(encoding="utf-8"))


def define_current(con: duckdb.DuckDBPyConnection) -> None:
    """The newest reading of each source as the view `current`."""
    con.execute(
        """CREATE OR REPLACE TEMP TABLE superseded AS
        SELECT source, added, batch FROM (
            SELECT source, added, batch,
                   row_number() OVER (PARTITION BY source ORDER BY added DESC, batch DESC, document DESC) AS place
            FROM readings WHERE source IN (SELECT source FROM readings GROUP BY source HAVING count(*) > 1)
        ) WHERE place > 1"""
    )
    (old,) = con.execute("SELECT count(*) FROM superseded").fetchall()[0]
    newest = (
        "WHERE (source, added, batch) NOT IN (SELECT (source, added, batch) FROM superseded)" if old else ""
    )
    con.execute(f"CREATE OR REPLACE TEMP VIEW current AS SELECT * FROM readings {newest}")


def _define_macros(con: duckdb.DuckDBPyConnection, judgements: Judgements) -> None:
    ids = judgements.renamed
    if not ids:
        con.execute(_MACROS.format(who=_AS_READ))
        return
    names = {into: judgements.name_of(into) for into in ids.values()}
    for macro, table in (("judged_ids", ids), ("judged_names", names)):
        con.execute(f"CREATE OR REPLACE TEMP MACRO {macro}() AS {_map(table.items())}")
    con.execute(_MACROS.format(who=_AS_JUDGED))


def _map(items: Iterable[tuple[str, str]]) -> str:
    keys, values = zip(*items, strict=True)
    return f"MAP([{', '.join(map(_literal, keys))}], [{', '.join(map(_literal, values))}])"


def _literal(text: str) -> str:
    head, zero, tail = text.partition("\0")
    quoted = "'" + head.replace("'", "''") + "'"
    return f"{quoted} || chr(0) || {_literal(tail)}" if zero else quoted

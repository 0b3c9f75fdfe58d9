"""The record as flat views: one DuckDB connection over the newest readings, judgements respected."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import resources
from typing import Final

import duckdb
from deltalake import DeltaTable

from dragoman.record.judgements import Judgements
from dragoman.record.store import Record, database

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


def connect(record: Record, readings: DeltaTable | None = None) -> duckdb.DuckDBPyConnection:
    """A connection with `readings` (all rows), `current` (the newest of each source) and the views over them.

    The views of occurrences need `grouped`, which `refresh.grouped_in` makes; give both the same version of the
    readings when others may be writing.
    """
    con = database()
    record.scan(con, "readings", "readings", readings)
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
    """The newest reading of each source as the view `current`; a document's id is there once.

    Two processes that keep one text from two places at once both land: the later is the document then.
    """
    rows, sources, documents = con.execute(
        "SELECT count(*), count(DISTINCT source), count(DISTINCT document) FROM readings"
    ).fetchall()[0]
    if rows == sources == documents:
        con.execute("CREATE OR REPLACE TEMP VIEW current AS SELECT * FROM readings")
        return
    con.execute(
        """CREATE OR REPLACE TEMP TABLE superseded AS
        WITH heads AS (SELECT source, document, added, batch FROM readings), newest AS (
            SELECT * FROM heads
            QUALIFY row_number() OVER (PARTITION BY source ORDER BY added DESC, batch DESC, document DESC) = 1
        ), once AS (
            SELECT * FROM newest
            QUALIFY row_number() OVER (PARTITION BY document ORDER BY added DESC, batch DESC, source DESC) = 1
        )
        SELECT * FROM heads EXCEPT SELECT * FROM once"""
    )
    con.execute(
        "CREATE OR REPLACE TEMP VIEW current AS "
        "SELECT * FROM readings ANTI JOIN superseded USING (source, document, added, batch)"
    )


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

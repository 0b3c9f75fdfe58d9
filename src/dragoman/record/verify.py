"""Whether a record is sound: every reading whole, every derived row what it is derived from."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
from deltalake import DeltaTable

from dragoman.errors import RunError
from dragoman.record.judgements import Judgements
from dragoman.record.occurrences import group
from dragoman.record.refresh import grouped_in, parsed
from dragoman.record.reports import reports_of
from dragoman.record.store import Record, fingerprint, restore
from dragoman.record.tables import FACTS, TABLES
from dragoman.record.views import connect
from dragoman.schema import Reading


def problems(record: Record) -> Iterator[str]:
    """What is wrong with a record, one sentence each; a sound one has none."""
    missing = list(_missing_files(record))
    yield from missing
    if missing:
        return
    try:
        readings = record.table("readings")
        con = connect(record, readings)
        rows = con.execute(
            f"SELECT source, document, fingerprint, text, reading, {', '.join(f'len({f})' for f in FACTS)} FROM readings "
            "ORDER BY source, added"
        )
        whole = True
        while batch := rows.fetchmany(256):
            for source, document, digest, text, told, *lengths in batch:
                problem = _damage(document, digest, text, told, lengths)
                if problem is not None:
                    whole = False
                    yield f"the reading of {source} {problem}"
    except (RunError, duckdb.Error) as error:
        yield f"the readings cannot be queried: {' '.join(str(error).split())[:300]}"
        return
    if whole:
        yield from _groups(record, con, readings)


def _missing_files(record: Record) -> Iterator[str]:
    for name in TABLES:
        if record.is_local:
            for file in record.files(record.table(name)):
                if not file.is_file():
                    yield f"a file of {name} is missing: {file}"


def _damage(document: str, digest: str, text: str, told: str, lengths: list[int]) -> str | None:
    try:
        reading = restore(text, told)
    except ValueError as error:
        return f"is damaged: {str(error).splitlines()[0]}"
    if reading.document.id != document or fingerprint(reading.document) != digest:
        return "is not the one that its row names"
    for name, length in zip(FACTS, lengths, strict=True):
        if len(getattr(reading, name)) != length:
            return f"has {len(getattr(reading, name))} {name}, its columns have {length}"
    return None


def _groups(record: Record, con: duckdb.DuckDBPyConnection, readings: DeltaTable) -> Iterator[str]:
    """Whether the occurrences are those that grouping all reports anew gives."""
    judgements = Judgements(record.judgements())
    signatures = dict(con.execute("SELECT document, signature FROM current").fetchall())
    rows = con.execute("SELECT text, reading FROM current ORDER BY document").fetchall()
    as_judged: Iterator[Reading] = (judgements.applied(restore(*row)) for row in rows)
    reports = [r for reading in as_judged for r in reports_of(reading)]
    wanted = group(reports, signatures={k: tuple(v or ()) for k, v in signatures.items()}, ruling=judgements)
    grouped_in(con, record, readings)
    kept = {o.id: o for o in map(parsed, con.execute("SELECT to_json(g) FROM grouped g").fetchall())}
    expected = {o.id: o for o in wanted}
    differing = sorted(i for i in kept.keys() | expected.keys() if kept.get(i) != expected.get(i))
    if differing:
        n = len(differing)
        yield f"{n:,} occurrence{'s are' if n > 1 else ' is'} not as the reports have it, such as {differing[0]}"

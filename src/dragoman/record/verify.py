"""Whether a record is sound: every reading whole, every derived row what it is derived from."""

from __future__ import annotations

import json
from collections.abc import Iterator

import duckdb
from deltalake import DeltaTable

from dragoman.errors import RunError
from dragoman.record.refresh import OWN, grouped_in
from dragoman.record.store import Record, fingerprint, restore
from dragoman.record.tables import FACTS, TABLES
from dragoman.record.views import connect


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
            f"SELECT source, document, fingerprint, text, reading, {', '.join(f'to_json({f})' for f in FACTS)} FROM readings "
            "ORDER BY source, added"
        )
        whole = True
        while batch := rows.fetchmany(256):
            for source, document, digest, text, told, *columns in batch:
                problem = _damage(document, digest, text, told, columns)
                if problem is not None:
                    whole = False
                    yield f"the reading of {source} {problem}"
    except (RunError, duckdb.Error) as error:
        yield f"the readings cannot be queried: {' '.join(str(error).split())[:300]}"
        return
    if whole:
        yield from _groups(record, readings)


def _missing_files(record: Record) -> Iterator[str]:
    for name in TABLES:
        if record.is_local:
            for file in record.files(record.table(name)):
                if not file.is_file():
                    yield f"a file of {name} is missing: {file}"


def _damage(document: str, digest: str, text: str, told: str, columns: list[str | None]) -> str | None:
    try:
        reading = restore(text, told)
    except ValueError as error:
        return f"is damaged: {str(error).splitlines()[0]}"
    read = reading.document
    # The title may have been found in the text: the document came without.
    given = (fingerprint(d) for d in (read, read.model_copy(update={"title": None})))
    if read.id != document or digest not in given:
        return "is not the one that its row names"
    facts = json.loads(told)
    for name, column in zip(FACTS, columns, strict=True):
        if facts[name] != json.loads(column or "null"):
            return f"has other {name} than its columns"
    return None


def _groups(record: Record, readings: DeltaTable) -> Iterator[str]:
    """Whether the occurrences are those that grouping all reports anew gives."""
    expected = dict(_digests(record, readings, anew=True))
    differing = [id_ for id_, digest in _digests(record, readings) if expected.pop(id_, None) != digest]
    differing += expected
    if differing:
        n = len(differing)
        yield f"{n:,} occurrence{'s are' if n > 1 else ' is'} not as the reports have it, such as {min(differing)}"


def _digests(record: Record, readings: DeltaTable, *, anew: bool = False) -> Iterator[tuple[str, int]]:
    """Occurrences by their ids, each as a number: of many, two whole sets would not fit into memory."""
    with connect(record, readings) as con:
        grouped_in(con, record, readings, anew=anew)
        con.execute(f"SELECT id, hash({OWN}) FROM grouped")
        while rows := con.fetchmany(10_000):
            yield from rows

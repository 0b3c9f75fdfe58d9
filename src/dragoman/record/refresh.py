"""Bringing the occurrences up to date: only what new reports can touch is grouped again.

A report can touch occurrences of its act that share a side with it and lie within a few days; they are taken apart and
grouped again together with it. Vague reports over those days choose again, among all that they could mean. The
outcome is the same as grouping everything at once; a test holds the two against each other.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Final

import duckdb
from pydantic import TypeAdapter

from dragoman.record.judgements import Judgements
from dragoman.record.occurrences import RECENT, Signatures, group
from dragoman.record.reports import reports_of
from dragoman.record.sides import UNKNOWN, side_of
from dragoman.record.store import Record
from dragoman.record.tables import columns_of, occurrence_structure
from dragoman.record.views import connect, define_current, define_views
from dragoman.schema import Actor, Document, Event, Reading
from dragoman.schema.record import Occurrence, Report

TRIES: Final = 20
# More rows than these are grouped anew, all of them: finding neighbours one by one would take longer.
_MANY: Final = 20_000

_EVENTS: Final = TypeAdapter(list[Event])
_ACTORS: Final = TypeAdapter(list[Actor])


def refresh(record: Record) -> bool:
    """Bring the kept occurrences up to date; `False` when they were. Raises `RunError` D403 when they cannot be kept."""
    for _ in range(TRIES):
        with duckdb.connect() as con:
            update = _Update(record, con)
            if not update.needed:
                return False
            if update.keep():
                return True
    return True  # others keep committing: they bring it up to date


def look(record: Record) -> duckdb.DuckDBPyConnection:
    """A connection with all documented views of a record, its occurrences up to date; nothing is written."""
    con = connect(record)
    grouped_in(con, record)
    define_views(con)
    return con


def grouped_in(con: duckdb.DuckDBPyConnection, record: Record) -> None:
    """Make the occurrences of a record the view `grouped` of a connection, up to date without writing anything."""
    if record.as_of is None:
        with duckdb.connect() as own:
            update = _Update(record, own)
            if not update.needed:
                record.scan(con, "occurrences", "grouped")
                return
            rows = update.all_rows()
    else:
        with duckdb.connect() as own:
            rows = _Update(record, own, anew=True).all_rows()
    con.execute("CREATE OR REPLACE TEMP TABLE grouped_json (row VARCHAR)")
    if rows:
        con.executemany("INSERT INTO grouped_json VALUES (?)", [[r] for r in rows])
    con.execute(f"CREATE OR REPLACE TEMP TABLE grouped AS {_typed('grouped_json')}")


class _Update:
    """One attempt to bring occurrences up to date, over one state of the tables."""

    def __init__(self, record: Record, con: duckdb.DuckDBPyConnection, *, anew: bool = False) -> None:
        self.record, self.con = record, con
        self.origin = {} if anew else record.origin()
        readings = record.table("readings")
        self.now = {"readings": readings.version(), "judgements": record.table("judgements").version()}
        self.needed = anew or self.origin != self.now
        if not self.needed:
            return
        self.judgements = Judgements(record.judgements())
        record.scan(con, "readings", "readings", readings.file_uris())
        define_current(con)
        record.scan(con, "occurrences", "kept")
        self.years: set[int] = set()

    def keep(self) -> bool:
        """Commit the new rows; `False` when another process was faster."""
        rows = self._changed_rows()
        self.con.execute("CREATE OR REPLACE TEMP TABLE fresh_json (row VARCHAR)")
        if rows:
            self.con.executemany("INSERT INTO fresh_json VALUES (?)", [[r] for r in rows])
        columns = ", ".join(f'"{c}"' for c in columns_of("occurrences"))
        kept = f"SELECT {columns} FROM kept WHERE year IN ({_listed(self.years)}) AND id NOT IN (SELECT id FROM gone)"
        fresh = f"SELECT {columns} FROM ({_typed('fresh_json')})"
        both = self.con.sql(
            f"{fresh} UNION ALL {kept}" if self.years else f"SELECT {columns} FROM kept WHERE false"
        )
        return self.record.replace_occurrences(both.order('year, "start", id'), sorted(self.years), self.now)

    def all_rows(self) -> list[str]:
        """All occurrences as they would be kept."""
        rows = self._changed_rows()
        kept = self.con.execute(
            "SELECT to_json(kept) FROM kept WHERE id NOT IN (SELECT id FROM gone)"
        ).fetchall()
        return [*rows, *(row[0] for row in kept)]

    # What changes ------------------------------------------------------------------------------------------

    def _changed_rows(self) -> list[str]:
        """The rows that change, as JSON; what they replace is in the table `gone`, the years in `years`."""
        con = self.con
        con.execute("CREATE OR REPLACE TEMP TABLE gone (id VARCHAR)")
        stale = self._stale_documents()
        if stale is None or len(stale) > _MANY:
            con.execute("INSERT INTO gone SELECT id FROM kept")
            self.years = {y for (y,) in con.execute("SELECT DISTINCT year FROM kept").fetchall()}
            taken: list[Occurrence] = []
            reports, frozen = self._reports(None), list[Occurrence]()
        else:
            reports = self._reports(stale)
            taken, frozen = self._neighbours(reports, stale)
            reports += [r for o in taken for r in o.reports if r.document not in stale]
        signatures = self._signatures(
            {r.document for r in reports} | {r.document for o in frozen for r in o.reports}
        )
        fresh = group(reports, known=frozen, signatures=signatures, ruling=self.judgements)
        standing = {o.id: o for o in frozen}
        fresh = [o for o in fresh if standing.get(o.id) != o]
        replaced = {o.id for o in taken} | {o.id for o in fresh if o.id in standing}
        if replaced:
            con.executemany("INSERT INTO gone VALUES (?)", [[i] for i in sorted(replaced)])
        before = [*taken, *(standing[o.id] for o in fresh if o.id in standing)]
        self.years |= {_year(o) for o in (*before, *fresh)}
        return [_row(o) for o in fresh]

    def _stale_documents(self) -> set[str] | None:
        """Documents whose reports must be read again; `None` for all."""
        if not self.origin:
            return None
        then = self.record.files_at("readings", self.origin["readings"])
        now = set(self.record.table("readings").file_uris())
        if not then <= now:
            return None  # files were rewritten: nothing tells what is new
        stale: set[str] = set()
        if new := sorted(now - then):
            self.record.scan(self.con, "readings", "added_rows", new)
            stale |= _first(self.con.execute("SELECT document FROM added_rows"))
            stale |= _first(
                self.con.execute(
                    "SELECT document FROM readings WHERE source IN (SELECT source FROM added_rows)"
                )
            )
        if self.origin["judgements"] != self.now["judgements"]:
            all_of_them = Judgements([j for j in self.record.judgements() if j.kind != "undo"])
            stale |= all_of_them.documents()
            for actor in sorted(all_of_them.actors()):
                stale |= _first(
                    self.con.execute(
                        "SELECT DISTINCT unnest(list_transform(reports, lambda r: r.document)) FROM kept WHERE list_contains(keys, ?)",
                        [actor],
                    )
                )
        return stale

    def _reports(self, documents: set[str] | None) -> list[Report]:
        """The reports of the newest readings of some documents, or of all."""
        where = "" if documents is None else "WHERE document IN (SELECT unnest(?))"
        rows = self.con.execute(
            f"SELECT document, text[1:0], CAST(published AS VARCHAR), publisher, reading->'$.document.dateline', "
            f"to_json(actors), to_json(events) FROM current {where} ORDER BY document",
            [] if documents is None else [sorted(documents)],
        ).fetchall()
        out: list[Report] = []
        for id_, text, published, publisher, dateline, actors, events in rows:
            filed = json.loads(dateline) if dateline else None
            document = Document.model_construct(
                id=id_,
                text=text,
                published=published or (filed or {}).get("date"),
                publisher=publisher,
                dateline=None,
            )
            reading = Reading.model_construct(
                document=document,
                actors=_ACTORS.validate_json(actors or "[]"),
                events=_EVENTS.validate_json(events or "[]"),
            )
            out += reports_of(self.judgements.applied(reading))
        return out

    def _signatures(self, documents: set[str]) -> Signatures:
        rows = self.con.execute(
            "SELECT document, signature FROM current WHERE document IN (SELECT unnest(?))",
            [sorted(documents)],
        ).fetchall()
        return {document: tuple(numbers or ()) for document, numbers in rows}

    # Neighbours --------------------------------------------------------------------------------------------

    def _neighbours(
        self, reports: Sequence[Report], stale: set[str]
    ) -> tuple[list[Occurrence], list[Occurrence]]:
        """Occurrences to take apart, and those that stand but that vague reports may mean."""
        taken = {o.id: o for o in self._told_by(stale)}
        reach = [_Reach.around(o.reports) for o in taken.values()] + [_Reach.of(r) for r in reports]
        while reach:
            found = [o for o in self._within(reach, sharp=True) if o.id not in taken]
            taken |= {o.id: o for o in found}
            reach = [_Reach.around(o.reports) for o in found]
        # Vague reports over the days that change choose again, and those of the same words with them.
        days = [_Reach.of(r) for r in (*reports, *(r for o in taken.values() for r in o.reports))]
        choosing = self._within(days, sharp=False)
        while choosing:
            found = [o for o in choosing if o.id not in taken]
            taken |= {o.id: o for o in found}
            more = [_Reach.around(o.reports) for o in found]
            choosing = [
                o for r in more for o in (*self._within([r], sharp=True), *self._within([r], sharp=False))
                if o.id not in taken and o.dating in ("vague", "undated")
            ]  # fmt: skip
        vague = [
            _Reach.of(r)
            for r in (*reports, *(r for o in taken.values() for r in o.reports))
            if r.dating == "vague"
        ]
        frozen = {o.id: o for o in self._within(vague, sharp=True, days=0) if o.id not in taken}
        return list(taken.values()), sorted(frozen.values(), key=lambda o: o.id)

    def _told_by(self, documents: set[str]) -> list[Occurrence]:
        rows = self.con.execute(
            "SELECT to_json(kept) FROM kept WHERE list_has_any(list_transform(reports, lambda r: r.document), ?)",
            [sorted(documents)],
        ).fetchall()
        return [_parsed(row[0]) for row in rows]

    def _within(self, reach: Sequence[_Reach], *, sharp: bool, days: int = RECENT) -> list[Occurrence]:
        """Kept occurrences within reach: by their exact or inferred reports, or by their vague ones."""
        if not reach:
            return []
        part = "sharp" if sharp else "vague"
        self.con.execute(
            'CREATE OR REPLACE TEMP TABLE reach (act VARCHAR, keys VARCHAR[], "start" DATE, "end" DATE)'
        )
        self.con.executemany(
            "INSERT INTO reach VALUES (?, ?, ?, ?)", [[r.act, r.keys, r.start, r.end] for r in reach]
        )
        rows = self.con.execute(
            f"""SELECT to_json(kept) FROM kept WHERE id IN (
                SELECT k.id FROM (SELECT id, act, keys, {part}_start, {part}_end, dating FROM kept) k JOIN reach r
                ON k.act = r.act AND list_has_any(k.keys, r.keys) AND (
                    (k.{part}_start <= r."end" + {days} AND k.{part}_end >= r."start" - {days})
                    OR (k.dating = 'undated' AND r."start" IS NULL)))"""
        ).fetchall()
        return [_parsed(row[0]) for row in rows]


class _Reach:
    """What a report or an occurrence can touch: its act, its sides, its days."""

    def __init__(self, act: str, keys: Iterable[str], start: str | None, end: str | None) -> None:
        self.act, self.keys, self.start, self.end = act, sorted(set(keys)), start, end

    @classmethod
    def of(cls, report: Report) -> _Reach:
        return cls(report.act, _sides([report]), report.start, report.end)

    @classmethod
    def around(cls, reports: Sequence[Report]) -> _Reach:
        starts = [r.start for r in reports if r.start is not None]
        ends = [r.end for r in reports if r.end is not None]
        return cls(reports[0].act, _sides(reports), min(starts, default=None), max(ends, default=None))


def _sides(reports: Iterable[Report]) -> set[str]:
    return {side_of(p) for r in reports for p in (*r.actors, *r.recipients)} - {UNKNOWN}


def _first(cursor: duckdb.DuckDBPyConnection) -> set[str]:
    return {row[0] for row in cursor.fetchall()}


def _year(o: Occurrence) -> int:
    return int(o.start[:4]) if o.start is not None else 0


def _row(o: Occurrence) -> str:
    """An occurrence as a row, in JSON."""
    people = [p for r in o.reports for p in (*r.actors, *r.recipients)]
    keys = {side_of(p) for p in people} | {p.id for p in people}
    sharp = [r for r in o.reports if r.dating in ("exact", "inferred")]
    vague = [r for r in o.reports if r.dating == "vague"]
    lookup = {"year": _year(o), "keys": sorted(keys)}
    for name, reports in (("sharp", sharp), ("vague", vague)):
        lookup[f"{name}_start"] = min((r.start for r in reports if r.start), default=None)
        lookup[f"{name}_end"] = max((r.end for r in reports if r.end), default=None)
    return json.dumps({**lookup, **o.model_dump(mode="json")}, ensure_ascii=False)


def _parsed(row: str) -> Occurrence:
    told = json.loads(row)
    return Occurrence.model_validate({k: v for k, v in told.items() if k in occurrence_structure()})


def _typed(table: str) -> str:
    columns = ", ".join(f'"{name}" {kind}' for name, kind in columns_of("occurrences").items())
    return f"SELECT unnest(CAST(row::JSON AS STRUCT({columns}))) FROM {table}"


def _listed(years: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(years))) or "NULL"

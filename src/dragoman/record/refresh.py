"""Bringing the occurrences up to date: only what new reports can touch is grouped again.

A report can touch occurrences of its field of acts that share a side with it and lie within a few days; they are taken apart and
grouped again together with it. Vague reports over those days choose again, among all that they could mean. The
outcome is the same as grouping everything at once; a test holds the two against each other.
"""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final

import duckdb
from deltalake import DeltaTable
from pydantic import TypeAdapter
from pydantic_core import from_json

from dragoman.datafiles import uncollected
from dragoman.record.copies import Signatures
from dragoman.record.judgements import Judgements
from dragoman.record.kindred import field_acts, field_of
from dragoman.record.occurrences import RECENT, RULES, grouped
from dragoman.record.reports import reach_of, reports_of
from dragoman.record.sides import links_of, side_of
from dragoman.record.store import Record
from dragoman.record.tables import columns_of, typed
from dragoman.record.views import connect, define_views
from dragoman.schema import Actor, Count, Document, Event, Reading
from dragoman.schema.record import Occurrence, Report

TRIES: Final = 20
# More rows than these are grouped anew, all of them: finding neighbours one by one would take longer.
_MANY: Final = 20_000
# Reports of all acts are held in memory together up to so many.
_AT_ONCE: Final = 100_000
# Rows handed over at once.
_PART: Final = 500

# An occurrence as JSON, from its columns but for those that only serve to look it up.
OWN: Final = "to_json({" + ", ".join(f"'{c}': \"{c}\"" for c in Occurrence.model_fields) + "})"

_EVENTS: Final = TypeAdapter(list[Event])
_ACTORS: Final = TypeAdapter(list[Actor])
_COUNTS: Final = TypeAdapter(list[Count])


def refresh(record: Record) -> bool:
    """Bring the kept occurrences up to date; `False` when they were. Raises `RunError` D403 when they cannot be kept."""
    for _ in range(TRIES):
        state = _State(record)
        if not state.behind:
            return False
        with connect(record, state.readings) as con:
            if _Update(record, con, state).keep():
                return True
    return True  # others keep committing: they bring it up to date


def look(record: Record) -> duckdb.DuckDBPyConnection:
    """A connection with all documented views of a record, its occurrences up to date; nothing is written."""
    readings = record.table("readings")
    con = connect(record, readings)
    grouped_in(con, record, readings)
    define_views(con)
    return con


def grouped_in(
    con: duckdb.DuckDBPyConnection, record: Record, readings: DeltaTable, *, anew: bool = False
) -> None:
    """Make the occurrences of a record the view `grouped` of a connection, up to date without writing anything.

    `con` is one that `views.connect` made over the same version of the readings. `anew` groups all reports, whatever
    is kept.
    """
    state = _State(record, readings, anew=anew or record.as_of is not None)
    if not state.behind:
        record.scan(con, "occurrences", "grouped", state.occurrences)
        return
    update = _Update(record, con, state)
    update.find()
    con.execute(f"CREATE OR REPLACE TEMP TABLE grouped AS {update.rows('true')}")


class _State:
    """One state of the tables, and whether the occurrences are behind it."""

    def __init__(self, record: Record, readings: DeltaTable | None = None, *, anew: bool = False) -> None:
        self.readings = record.table("readings") if readings is None else readings
        self.occurrences = record.table("occurrences")
        self.origin = {} if anew else record.origin(self.occurrences)
        self.now = {
            "readings": self.readings.version(),
            "judgements": record.table("judgements").version(),
            "rules": RULES,
        }
        self.behind = anew or self.origin != self.now


class _Update:
    """One attempt to bring occurrences up to date with a state of the tables; `con` has its readings already."""

    def __init__(self, record: Record, con: duckdb.DuckDBPyConnection, state: _State) -> None:
        self.record, self.con = record, con
        self.occurrences, self.readings = state.occurrences, state.readings
        self.origin, self.now = state.origin, state.now
        self.judgements = Judgements(record.judgements())
        record.scan(con, "occurrences", "kept", self.occurrences)
        self.years: set[int] = set()

    def keep(self) -> bool:
        """Commit the new rows; `False` when another process was faster."""
        self.find()
        rows = self.con.sql(self.rows(f"year IN ({_listed(self.years)})")).order('year, act, "start", id')
        return self.record.replace_occurrences(self.occurrences, rows, sorted(self.years), self.now)

    def rows(self, where: str) -> str:
        """A query for the rows as they are to be: the new ones, and those kept ones that stand and of which `where` is true."""
        columns = ", ".join(f'"{c}"' for c in columns_of("occurrences"))
        kept = f"SELECT {columns} FROM kept WHERE {where} AND id NOT IN (SELECT id FROM gone)"
        return f"SELECT {columns} FROM ({typed('occurrences', 'fresh_json')}) UNION ALL {kept}"

    # What changes ------------------------------------------------------------------------------------------

    def find(self) -> None:
        """Find what changes: new rows in the table `fresh_json`, the ids of those they replace in `gone`, `years`."""
        self.con.execute("CREATE OR REPLACE TEMP TABLE gone (id VARCHAR)")
        self.con.execute("CREATE OR REPLACE TEMP TABLE fresh_json (row VARCHAR)")
        stale = self._stale_documents()
        if stale is None or len(stale) > _MANY:
            self._group_all()
        else:
            self._group_near(stale)

    def _group_all(self) -> None:
        """Group all reports anew, some fields of acts at a time: they have nothing in common, and memory is not without end."""
        self.con.execute("INSERT INTO gone SELECT id FROM kept")
        self.years = {y for (y,) in self.con.execute("SELECT DISTINCT year FROM kept").fetchall()}
        counted = self.con.execute(
            """SELECT act, count(*) FROM (SELECT unnest(reading->>'$.events[*].act') AS act FROM current)
            GROUP BY act ORDER BY act"""
        ).fetchall()
        for acts in _together(dict(counted)):
            with (
                uncollected()
            ):  # hundreds of thousands of reports stay, and looking through them takes a third
                self._put(
                    grouped(self._reports(acts=acts), signatures=self._signatures(), ruling=self.judgements)
                )

    def _group_near(self, stale: set[str]) -> None:
        """Group the reports of some documents together with the occurrences that they can touch."""
        reports = list(self._reports(stale))
        taken, frozen = self._neighbours(reports, stale)
        reports += [r for o in taken for r in o.reports if r.document not in stale]
        documents = {r.document for r in reports} | {r.document for o in frozen for r in o.reports}
        done = grouped(reports, known=frozen, signatures=self._signatures(documents), ruling=self.judgements)
        standing = {o.id: o for o in frozen}
        fresh = [(o, links) for o, links in done if standing.get(o.id) != o]
        replaced = [*taken, *(standing[o.id] for o, _ in fresh if o.id in standing)]
        if replaced:
            self.con.executemany(
                "INSERT INTO gone VALUES (?)", [[i] for i in sorted({o.id for o in replaced})]
            )
        self.years |= {_year(o) for o in replaced}
        self._put(fresh)

    def _put(self, fresh: Iterable[tuple[Occurrence, set[str]]]) -> None:
        stream = iter(fresh)
        while part := list(islice(stream, _PART)):
            self.years |= {_year(o) for o, _ in part}
            rows = [_row(o, links) for o, links in part]
            self.con.execute("INSERT INTO fresh_json SELECT unnest(CAST(? AS VARCHAR[]))", [rows])

    def _stale_documents(self) -> set[str] | None:
        """Documents whose reports must be read again; `None` for all."""
        if not self.origin or self.origin.get("rules") != self.now["rules"]:
            return None
        then = self.record.files_at("readings", self.origin["readings"])
        now = set(self.readings.file_uris())
        if then is None or not then <= now:
            return None  # files were rewritten: nothing tells what is new
        stale: set[str] = set()
        if new := sorted(now - then):
            self.record.scan(self.con, "readings", "added_rows", self.readings, new)
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
                        "SELECT DISTINCT unnest(documents) FROM kept WHERE list_contains(keys, ?)",
                        [actor],
                    )
                )
        return self.judgements.with_partners(stale)

    def _reports(
        self, documents: Collection[str] | None = None, acts: Collection[str] | None = None
    ) -> Iterator[Report]:
        """The reports of the newest readings of some documents, or of all; of some acts, or of all.

        Made from the readings as JSON: their nested columns take DuckDB many times the memory.
        """
        which = "" if documents is None else "WHERE document IN (SELECT unnest($documents))"
        self.con.execute(
            f"SELECT reading FROM current {which}",
            {} if documents is None else {"documents": sorted(documents)},
        )
        while rows := self.con.fetchmany(_PART):
            for (row,) in rows:
                told = from_json(row)
                events = [e for e in told["events"] if acts is None or e["act"] in acts]
                if events:
                    yield from reports_of(self.judgements.applied(_reading(told, events)))

    def _signatures(self, documents: Collection[str] | None = None) -> Signatures:
        which = "" if documents is None else "WHERE document IN (SELECT unnest($documents))"
        self.con.execute(
            f"SELECT document, signature FROM current {which}",
            {} if documents is None else {"documents": sorted(documents)},
        )
        found: dict[str, Sequence[int]] = {}
        while rows := self.con.fetchmany(_PART):
            found |= {document: array("i", numbers or ()) for document, numbers in rows}
        return found

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
            f"SELECT {OWN} FROM kept WHERE list_has_any(documents, ?)",
            [sorted(documents)],
        ).fetchall()
        return [parsed(row) for row in rows]

    def _within(self, reach: Sequence[_Reach], *, sharp: bool, days: int = RECENT) -> list[Occurrence]:
        """Kept occurrences within reach: by their exact or inferred reports, or by their vague ones."""
        if not reach:
            return []
        part = "sharp" if sharp else "vague"
        self.con.execute(
            'CREATE OR REPLACE TEMP TABLE reach (acts VARCHAR[], links VARCHAR[], "start" DATE, "end" DATE)'
        )
        self.con.executemany(
            "INSERT INTO reach VALUES (?, ?, ?, ?)", [[r.acts, r.links, r.start, r.end] for r in reach]
        )
        rows = self.con.execute(
            f"""SELECT {OWN} FROM kept WHERE id IN (
                SELECT k.id
                FROM (SELECT id, act, unnest(links) AS link, {part}_start, {part}_end, dating FROM kept) k
                JOIN (
                    SELECT act, unnest(links) AS link, "start", "end"
                    FROM (SELECT unnest(acts) AS act, links, "start", "end" FROM reach)
                ) r USING (act, link)
                WHERE (k.{part}_start <= r."end" + {days} AND k.{part}_end >= r."start" - {days})
                    OR (k.dating = 'undated' AND r."start" IS NULL))"""
        ).fetchall()
        return [parsed(row) for row in rows]


class _Reach:
    """What a report or an occurrence can touch: the acts that it can be told as, its links, its days."""

    def __init__(self, act: str, links: Iterable[str], start: str | None, end: str | None) -> None:
        self.acts, self.links = sorted(field_acts(act)), sorted(set(links))
        self.start, self.end = start, end

    @classmethod
    def of(cls, report: Report) -> _Reach:
        return cls(report.act, links_of(report), *reach_of(report))

    @classmethod
    def around(cls, reports: Sequence[Report]) -> _Reach:
        days = list(map(reach_of, reports))
        starts = [start for start, _ in days if start is not None]
        ends = [end for _, end in days if end is not None]
        return cls(reports[0].act, _links(reports), min(starts, default=None), max(ends, default=None))


def _together(counted: Mapping[str, int]) -> Iterator[list[str]]:
    """Acts by how many events tell them, in groups of as many as may be held at once, or as the most told field has."""
    fields: Counter[str] = Counter()
    for act, count in sorted(counted.items()):
        fields[field_of(act)] += count
    most = max([_AT_ONCE, *fields.values()])
    waiting = sorted(fields, key=lambda field: -fields[field])
    while waiting:
        taken, room = [], most
        for field in waiting:
            if fields[field] <= room:
                taken.append(field)
                room -= fields[field]
        waiting = [field for field in waiting if field not in taken]
        yield [act for act in counted if field_of(act) in taken]


def _reading(told: dict[str, Any], events: list[dict[str, Any]]) -> Reading:
    """A reading with what reports are made of, and some of its events."""
    document = told["document"]
    day = document["published"] or (document["dateline"] or {}).get("date")
    return Reading.model_construct(
        document=Document.model_construct(
            id=document["id"], text="", published=day, publisher=document["publisher"], dateline=None
        ),
        actors=_ACTORS.validate_python(told["actors"]),
        events=_EVENTS.validate_python(events),
        counts=_COUNTS.validate_python(told["counts"]),
    )


def _links(reports: Iterable[Report]) -> set[str]:
    return {link for r in reports for link in links_of(r)}


def _first(cursor: duckdb.DuckDBPyConnection) -> set[str]:
    return {row[0] for row in cursor.fetchall()}


def _year(o: Occurrence) -> int:
    return int(o.start[:4]) if o.start is not None else 0


def _row(o: Occurrence, links: Iterable[str]) -> str:
    """An occurrence as a row, in JSON."""
    people = [p for r in o.reports for p in (*r.actors, *r.recipients)]
    keys = {side_of(p) for p in people} | {p.id for p in people}
    sharp = [r for r in o.reports if r.dating in ("exact", "inferred")]
    vague = [r for r in o.reports if r.dating == "vague"]
    lookup = {"year": _year(o), "keys": sorted(keys), "links": sorted(links)}
    lookup["documents"] = sorted({r.document for r in o.reports})
    for name, reports in (("sharp", sharp), ("vague", vague)):
        days = list(map(reach_of, reports))
        lookup[f"{name}_start"] = min((start for start, _ in days if start), default=None)
        lookup[f"{name}_end"] = max((end for _, end in days if end), default=None)
    return json.dumps(lookup, ensure_ascii=False)[:-1] + "," + o.model_dump_json()[1:]


def parsed(row: Sequence[str]) -> Occurrence:
    """An occurrence from a row of `OWN`."""
    return Occurrence.model_validate_json(row[0])


def _listed(years: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(years))) or "NULL"

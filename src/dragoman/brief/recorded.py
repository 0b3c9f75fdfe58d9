"""What a record holds of some parties up to a day: selected by SQL, then turned into models.

A record has millions of events and a brief a few dozen lines. So every question is asked twice: first for what decides
(who, when, of which kind), then for the texts and reports of the few lines that are shown.

Nothing told after the day is used: a document without a day counts when what it tells has a day of its own.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from deltalake import QueryBuilder
from pydantic import Field, TypeAdapter

from dragoman.actors import KnowledgeBase
from dragoman.actors.knowledge import layered_base
from dragoman.brief.evidence import Model, Quote, Source
from dragoman.brief.parties import Party, acts_for, speaks_for
from dragoman.record.judgements import Judgements
from dragoman.record.ledger import is_counted
from dragoman.record.occurrences import group
from dragoman.record.refresh import OWN, grouped_in, parsed
from dragoman.record.sides import ACTING
from dragoman.record.store import Record
from dragoman.record.views import connect, define_views
from dragoman.schema import (
    Act,
    Actor,
    Dateline,
    Document,
    Event,
    Participant,
    Position,
    Precision,
    Reading,
    Related,
    Span,
    Statement,
)
from dragoman.schema.reading import Day
from dragoman.schema.record import Change, Conflict, ContactKind, Dating, Occurrence, OccurrenceStatus, Report

# Quotes of one happening that are shown; how many reports there are is always said.
QUOTED: Final = 3

_EVENTS: Final = TypeAdapter(list[Event])
_STATEMENTS: Final = TypeAdapter(list[Statement])
_POSITIONS: Final = TypeAdapter(list[Position])
_RELATED: Final = TypeAdapter(list[Related])
_DATELINE: Final = TypeAdapter(Dateline | None)


class Happening(Model):
    """An occurrence as it was known on the day, with words that tell it."""

    occurrence: str = Field(description="Its id in the record.")
    act: Act
    mode: str | None
    kind: ContactKind | None = Field(description="The kind of contact, of a contact.")
    status: OccurrenceStatus
    actors: list[Participant]
    recipients: list[Participant]
    start: Day | None
    end: Day | None
    precision: Precision | None
    dating: Dating
    place: str | None
    topics: list[str]
    history: list[Change] = Field(description="What it was held to be, from which day on.")
    conflicts: list[Conflict] = Field(description="Details on which its reports differ.")
    perhaps: list[str] = Field(description="Occurrences of which it may be one more telling.")
    sources: int = Field(description="Independent sources: syndicated copies count once.")
    reports: int = Field(description="How many reports tell it.")
    told: list[Quote] = Field(description="The words of some of them, the latest first.")


@dataclass(frozen=True, slots=True)
class Line:
    """An occurrence without its reports: enough to choose, count and order it."""

    id: str
    act: str
    kind: ContactKind | None
    status: OccurrenceStatus
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    start: str | None
    end: str | None
    dating: Dating
    topics: frozenset[str]
    counted: bool  # by the rule of the ledger

    @property
    def people(self) -> tuple[Participant, ...]:
        """Everybody who takes part."""
        return (*self.actors, *self.recipients)

    @property
    def order(self) -> tuple[str, str]:
        """By its last day."""
        return (self.end or "", self.id)


@dataclass(frozen=True, slots=True)
class Side:
    """A party as the record is asked for it; beside a person, his state is everybody else who acts for it."""

    party: Party
    ids: tuple[str, ...]
    kb: KnowledgeBase
    but: str | None = None

    @property
    def country(self) -> str | None:
        """The state for which everybody counts who acts for it."""
        return self.party.id if self.party.kind == "state" else None

    def has(self, who: Participant, on: str | None) -> bool:
        """Whether somebody's word or act is the party's on a day."""
        return who.id != self.but and acts_for(self.party, who, on, self.kb)

    def speaks(self, people: Iterable[Participant], on: str | None) -> bool:
        """Whether one of some people speaks for this side on a day."""
        return any(p.id != self.but and speaks_for(self.party, p, on, self.kb) for p in people)

    def in_(self, people: Iterable[Participant], on: str | None) -> list[Participant]:
        """Those of some people who are of this side."""
        return [p for p in people if self.has(p, on)]


def side_of(party: Party, kb: KnowledgeBase, other: Party | None = None) -> Side:
    """A party as a side; `other` is who stands on the other one."""
    ids = {party.id}
    if party.kind not in ("state", "person", "unnamed", "population"):
        ids |= {
            p for office, held in kb.holders.items() if kb.owner_of(office)[0] == party.id for *_, p in held
        }
    but = other.id if other is not None and other.kind == "person" else None
    return Side(party, tuple(sorted(ids)), kb, but)


# Columns that hold one participant; the others that people stand in hold a list.
_SINGLE: Final = frozenset({"holder", "speaker", "target", "organisation", "member", "actor"})


def _is_of(column: str, n: int) -> str:
    """The test whether side n stands in a column, before Python looks at the day."""

    def is_(p: str) -> str:
        acts = f"({p}.country = $country_{n} AND list_contains($acting, {p}.sector))"
        return f"(list_contains($ids_{n}, {p}.id) OR {acts})"

    return is_(column) if column in _SINGLE else f'len(list_filter("{column}", lambda p: {is_("p")})) > 0'


def _parameters(sides: Iterable[Side]) -> dict[str, Any]:
    out: dict[str, Any] = {"acting": sorted(ACTING)}
    for n, side in enumerate(sides):
        out |= {f"ids_{n}": list(side.ids), f"country_{n}": side.country}
    return out


class Recorded:
    """A record up to a day, for one brief. `on` is its last day when not given.

    `actors` names the files over the built-in actors. Raises what `Record` raises.
    """

    def __init__(self, record: Record, *, on: str | None = None, actors: Iterable[Path | str] = ()) -> None:
        self.kb = layered_base(actors)
        readings = record.table("readings")
        self.con = connect(record, readings)
        grouped_in(self.con, record, readings)
        define_views(self.con)
        # There is none where no reading has a newer one.
        self.con.execute(
            "CREATE TEMP TABLE IF NOT EXISTS superseded (source VARCHAR, document VARCHAR, added VARCHAR, batch VARCHAR)"
        )
        self._judgements = Judgements(record.judgements())
        # The days of documents that only their datelines tell.
        self.con.execute(
            """CREATE TEMP TABLE filed AS
            SELECT document, try_cast(reading->>'$.document.dateline.date' AS DATE) AS filed
            FROM current WHERE published IS NULL"""
        )
        self.documents, dated, last = self._rows(
            """SELECT count(*), count(coalesce(published, filed)), CAST(max(coalesce(published, filed)) AS VARCHAR)
            FROM (SELECT document, published FROM current) LEFT JOIN filed USING (document)"""
        )[0]
        self.undated = self.documents - dated
        self.on = on if on is not None else last
        # Whether anything in the record was told after the day, or on no day that is known.
        self._cut = self.on is not None and (dated < self.documents or last > self.on)
        self._stored = QueryBuilder().register("readings", readings)
        self._known: dict[str, Document] = {}
        self._whole: dict[str, Occurrence] = {}

    def close(self) -> None:
        """Close the connection."""
        self.con.close()

    def _rows(self, sql: str, parameters: dict[str, Any] | None = None) -> list[tuple[Any, ...]]:
        return self.con.execute(sql, parameters or {}).fetchall()

    def side(self, party: Party, other: Party | None = None) -> Side:
        """A party as it is asked for."""
        return side_of(party, self.kb, other)

    # Who ---------------------------------------------------------------------------------------------------

    @property
    def day(self) -> str | None:
        """The day: who is in office is asked of it (see `parties.Named`)."""
        return self.on

    def called(self, key: str) -> list[Actor]:
        """See `parties.Named`."""
        whole = self._actors("lower(a.name) = $key OR lower(a.id) = $key", {"key": key})
        return whole or self._actors(
            "a.kind = 'person' AND lower(string_split(a.name, ' ')[-1]) = $key", {"key": key}
        )

    def among(self, ids: Collection[str]) -> Collection[str]:
        """See `parties.Named`."""
        return {a.id for a in self.actors(ids)}

    def names(self) -> Iterable[str]:
        """See `parties.Named`."""
        rows = self._rows(
            "SELECT DISTINCT a.name FROM (SELECT unnest(actors) AS a FROM current) WHERE a.kind <> 'unnamed' ORDER BY 1"
        )
        return [name for (name,) in rows]

    def actors(self, ids: Collection[str]) -> list[Actor]:
        """Actors of the record, each as the last document has it that names it."""
        return self._actors("list_contains($ids, a.id)", {"ids": sorted(ids)})

    def _actors(self, where: str, parameters: dict[str, Any]) -> list[Actor]:
        rows = self._rows(
            f"""SELECT to_json(max_by(a, coalesce(published, DATE '0001-01-01')))
            FROM (SELECT published, unnest(actors) AS a FROM current) WHERE {where} GROUP BY a.id ORDER BY a.id""",
            parameters,
        )
        return [Actor.model_validate_json(row) for (row,) in rows]

    # What happened -----------------------------------------------------------------------------------------

    def lines(
        self,
        acts: Collection[str],
        *sides: Side,
        kinds: Collection[str] = (),
        since: str | None = None,
        until: str | None = None,
        latest: int | None = None,
    ) -> list[Line]:
        """Occurrences of some acts in which all the sides take part, as they were known on the day.

        `kinds` keeps contacts of those kinds, `since` and `until` what began from a day on or before one (which leaves
        most of a large record unread), `latest` looks at so many of the latest only.
        """
        where = ["list_contains($acts, act)"]
        parameters: dict[str, Any] = {"acts": sorted(acts)}
        for n, side in enumerate(sides):
            where.append(f"list_has_any(keys, $keys_{n})")
            parameters[f"keys_{n}"] = list(side.ids)
        if kinds:
            where.append("list_contains($kinds, kind)")
            parameters["kinds"] = sorted(kinds)
        for sign, name, day in ((">=", "since", since), ("<", "until", until)):
            if day is not None:
                where.append(f'"start" {sign} CAST(${name} AS DATE)')
                parameters[name] = day
        # Reports are many: they are looked at only where some were told after the day.
        days = (
            """list_transform(reports, lambda r: coalesce(r.published, r."start"))""" if self._cut else "[]"
        )
        rows = self._rows(
            f"""SELECT occurrence, act, kind, status, actors, recipients, CAST("start" AS VARCHAR),
                   CAST("end" AS VARCHAR), dating, topics, perhaps, precision, {days}
            FROM occurrences WHERE {" AND ".join(where)} ORDER BY "end" DESC NULLS LAST, occurrence
            {"" if latest is None else f"LIMIT {latest}"}""",
            parameters,
        )
        out: list[Line] = []
        later: dict[str, str | None] = {}
        for (
            id_,
            act,
            kind,
            status,
            actors,
            recipients,
            start,
            end,
            dating,
            topics,
            perhaps,
            precision,
            told,
        ) in rows:
            if self._cut and not all(map(self._counts, told)):
                if any(map(self._counts, told)):
                    later[id_] = start
                continue
            people = tuple(map(_participant, actors)), tuple(map(_participant, recipients))
            counted = is_counted(status, dating, precision, perhaps)
            out.append(Line(id_, act, kind, status, *people, start, end, dating, frozenset(topics), counted))
        out += [_line(o) for id_ in self._restore(later) for o in self._as_of(self._whole[id_])]
        return [line for line in out if all(s.in_(line.people, line.end or self.on) for s in sides)]

    def _counts(self, day: str | None) -> bool:
        """Whether what was told on a day counts."""
        return self.on is None or (day is not None and day <= self.on)

    def _restore(self, wanted: dict[str, str | None]) -> list[str]:
        """Make whole occurrences known by their ids and starts; gives the ids."""
        missing = [i for i in wanted if i not in self._whole]
        if missing:
            years = {int(start[:4]) if start is not None else 0 for i in missing for start in [wanted[i]]}
            rows = self._rows(
                f"""SELECT {OWN} FROM grouped
                WHERE year IN ({", ".join(map(str, sorted(years)))}) AND id IN (SELECT unnest($ids))""",
                {"ids": missing},
            )
            self._whole |= {o.id: o for o in map(parsed, rows)}
        return list(wanted)

    def _as_of(self, o: Occurrence) -> list[Occurrence]:
        """An occurrence from the reports of the day and before: what they tell of may have looked like several."""
        reports = [r for r in o.reports if self._counts(r.published or r.start)]
        documents = sorted({r.document for r in reports})
        rows = self._rows(
            "SELECT document, signature FROM current WHERE list_contains($documents, document)",
            {"documents": documents},
        )
        parts = group(reports, signatures={d: tuple(s or ()) for d, s in rows}, ruling=self._judgements)
        if len(parts) == 1:
            parts = [parts[0].model_copy(update={"id": o.id})]
        for part in parts:
            self._whole[part.id] = part
        return parts

    def happenings(self, lines: Sequence[Line]) -> list[Happening]:
        """The lines with the words that tell them, in their order."""
        whole = [self._whole[i] for i in self._restore({line.id: line.start for line in lines})]
        shown = [_shown(o) for o in whole]
        self._read(r.document for reports in shown for r in reports)
        return [self._happening(o, reports) for o, reports in zip(whole, shown, strict=True)]

    def fetch(self, lines: Iterable[Line], documents: Iterable[str]) -> None:
        """Make known at once what `happenings` and `quotes` of these will ask for: one look at the texts costs as many."""
        whole = [self._whole[i] for i in self._restore({line.id: line.start for line in lines})]
        self._read([*documents, *(r.document for o in whole for r in _shown(o))])

    def _happening(self, o: Occurrence, shown: Sequence[Report]) -> Happening:
        return Happening(
            occurrence=o.id, act=o.act, mode=o.mode, kind=o.kind, status=o.status,
            actors=[_participant(p.model_dump()) for p in o.actors],
            recipients=[_participant(p.model_dump()) for p in o.recipients],
            start=o.start, end=o.end, precision=o.precision, dating=o.dating,
            place=o.place.name if o.place is not None else None, topics=o.topics, history=o.history,
            conflicts=o.conflicts, perhaps=o.perhaps, sources=o.sources, reports=len(o.reports),
            told=[self._quote(r.document, r.evidence) for r in shown],
        )  # fmt: skip

    # What was read -----------------------------------------------------------------------------------------

    def facts(
        self,
        view: str,
        columns: Sequence[str],
        people: Sequence[tuple[str, Side]],
        *,
        dated: bool = False,
        latest: int = 500,
    ) -> list[dict[str, Any]]:
        """Rows of a flat view in which each side stands in the column that is named for it, the latest told first.

        The first of the columns is the fact's id. `dated` says that the view has the days of its facts in `start`.
        `latest` is how many are looked at, at most. A row is the columns, `document`, and `day`: that of the document,
        else the fact's own.
        """
        tests, parameters = [], _parameters(side for _, side in people)
        for n, (column, _) in enumerate(people):
            tests.append(_is_of(column, n))
        day = 'coalesce(published, filed, "start")' if dated else "coalesce(published, filed)"
        if self.on is not None:
            tests.append(f"{day} <= CAST($on AS DATE)")
            parameters["on"] = self.on
        names = ("document", "day", *columns)
        rows = self._rows(
            f"""SELECT document, CAST({day} AS VARCHAR), {", ".join(map(_column, columns))}
            FROM {view} LEFT JOIN filed USING (document) WHERE {" AND ".join(tests)}
            ORDER BY {day} DESC NULLS LAST, document, evidence[1], 3 LIMIT {latest}""",
            parameters,
        )
        found = {
            (row[0], row[2]): dict(zip(names, row, strict=True)) for row in rows
        }  # a text kept twice is one
        return [
            row
            for row in found.values()
            if all(side.in_(participants(row[column]), row["day"]) for column, side in people)
        ]

    def warnings(
        self, documents: Iterable[str], kinds: Collection[str]
    ) -> list[tuple[str, str, Span | None, str]]:
        """Warnings of some documents, in their order: document, kind, span, message."""
        listed = list(dict.fromkeys(documents))
        rows = self._rows(
            """SELECT DISTINCT document, kind, span, message FROM warnings
            WHERE list_contains($documents, document) AND list_contains($kinds, kind) ORDER BY ALL""",
            {"documents": listed, "kinds": sorted(kinds)},
        )
        found = [(d, k, (span[0], span[1]) if span else None, message) for d, k, span, message in rows]
        return sorted(found, key=lambda w: listed.index(w[0]))

    def quotes(self, places: Sequence[tuple[str, Sequence[int]]]) -> list[Quote]:
        """The words at some places: documents and offsets."""
        self._read(document for document, _ in places)
        return [self._quote(document, span) for document, span in places]

    def _quote(self, document: str, span: Sequence[int]) -> Quote:
        found = self._known[document]
        place = (span[0], span[1])
        return Quote(words=found.text[place[0] : place[1]], source=Source.of(found, place))

    def _read(self, documents: Iterable[str]) -> None:
        """Make texts known."""
        missing = sorted(set(documents) - self._known.keys())
        if missing:
            rows = self._rows(
                """SELECT document, title, text, CAST(coalesce(published, filed) AS VARCHAR), publisher, url, language
                FROM current LEFT JOIN filed USING (document) WHERE document IN (SELECT unnest($documents))""",
                {"documents": missing},
            )
            names = ("id", "title", "text", "published", "publisher", "url", "language")
            self._known |= {
                row[0]: Document.model_construct(**dict(zip(names, row, strict=True))) for row in rows
            }

    def positions(
        self,
        *sides: Side,
        wanted: Callable[[str, str], bool] | None = None,
        shared: int | None = None,
        alone: int | None = None,
        each: int | None = None,
    ) -> tuple[list[dict[str, Any]], int]:
        """The latest positions of some sides, and how many issues were left out.

        `shared` issues of all the sides and `alone` issues of each, the latest first; of every side the `each` latest
        positions on an issue; without a number all. `wanted` says of an issue's id and label whether it is asked for.
        """
        parameters = _parameters(sides)
        told = ""
        if self.on is not None:
            parameters["on"] = self.on
            told = "AND day <= CAST($on AS DATE)"
        of = ", ".join(f"CASE WHEN {_is_of('holder', n)} THEN {n} END" for n in range(len(sides)))
        self.con.execute(
            f"""CREATE OR REPLACE TEMP TABLE held AS
            SELECT * FROM (
                SELECT unnest([{of}]) AS side, issue, label, document, position, holder, coalesce(published, filed) AS day
                FROM positions LEFT JOIN filed USING (document)
            ) WHERE side IS NOT NULL {told}""",
            parameters,
        )
        only = ""
        asked: dict[str, Any] = {}
        if wanted is not None:
            listed = self._rows("SELECT DISTINCT issue, label FROM held")
            asked["issues"] = sorted({issue for issue, label in listed if wanted(issue, label)})
            only = "WHERE list_contains($issues, issue)"
        rows = self._rows(
            f"""SELECT issue, first, final, side, document, position, holder FROM (
                SELECT *, min(side) OVER issue AS first, max(side) OVER issue AS final, max(day) OVER issue AS last,
                       row_number() OVER (PARTITION BY side, issue ORDER BY day DESC NULLS LAST, document, position) AS place
                FROM (SELECT DISTINCT ON (side, document, position) * FROM held {only})
                WINDOW issue AS (PARTITION BY issue)
            ) {"" if each is None else f"WHERE place <= {each}"}
            ORDER BY last DESC NULLS LAST, issue, side, place""",
            asked,
        )
        chosen: dict[int, dict[str, list[dict[str, Any]]]] = {}  # by side; -1 is all of them
        for issue, first, final, side, document, position, holder in rows:
            whose = side if first == final else -1
            row = {"document": document, "position": position, "holder": holder}
            chosen.setdefault(whose, {}).setdefault(issue, []).append(row)
        out: list[dict[str, Any]] = []
        left = 0
        for group_, issues in sorted(chosen.items()):
            most = shared if group_ < 0 else alone
            left += max(0, len(issues) - most) if most is not None else 0
            out += [row for rows_ in list(issues.values())[:most] for row in rows_]
        return out, left

    def readings(self, positions: Iterable[dict[str, Any]]) -> list[Reading]:
        """The readings of some positions (rows of `facts`), with what a comparison asks for and no more.

        They have those positions only, held by whom people judged them to be held by, and none that an act shows which
        people rejected. Actors and mentions are left out.
        """
        holders = {(p["document"], p["position"]): p["holder"] for p in positions}
        found = {}
        for text, told in self._whole_readings({document for document, _ in holders}):
            reading = self._reading(text, json.loads(told), holders)
            found[reading.document.id] = reading
        return list(found.values())

    def _whole_readings(self, documents: Collection[str]) -> list[tuple[str, str]]:
        """Texts and readings of some documents, by day and document.

        Delta's own reader passes over the pages that hold others; DuckDB reads the column of readings whole: for 80
        documents of a record of a million events 0.2 seconds of a processor instead of 0.5.
        """
        if not documents:
            return []
        listed = ", ".join("'" + d.replace("'", "''") + "'" for d in sorted(documents))
        rows = self._stored.execute(
            f"""SELECT source, document, added, batch, published, "text", reading
            FROM readings WHERE document IN ({listed})"""
        )
        self.con.register("stored", rows)
        return self.con.execute(
            """SELECT "text", reading FROM stored
            ANTI JOIN superseded USING (source, document, added, batch) ORDER BY published, document, source"""
        ).fetchall()

    def _reading(
        self, text: str, told: dict[str, Any], holders: dict[tuple[str, str], dict[str, Any]]
    ) -> Reading:
        document = Document.model_construct(**{**told["document"], "text": text})
        document.related = _RELATED.validate_python(told["document"]["related"])
        document.dateline = _DATELINE.validate_python(told["document"]["dateline"])
        self._known[document.id] = document
        held = _POSITIONS.validate_python([p for p in told["positions"] if (document.id, p["id"]) in holders])
        shows = {p.by for p in held}  # of the events those that show a position are asked for
        reading = self._judgements.applied(
            Reading.model_construct(
                document=document,
                actors=[],
                statements=_STATEMENTS.validate_python(told["statements"]),
                events=_EVENTS.validate_python([e for e in told["events"] if e["id"] in shows]),
            )
        )
        shown = {None, *(x.id for x in (*reading.statements, *reading.events))}
        reading.positions = [
            p.model_copy(update={"holder": p.holder.model_copy(update=holders[document.id, p.id])})
            for p in held
            if p.by in shown
        ]
        return reading


def _participant(told: dict[str, Any]) -> Participant:
    return Participant.model_construct(
        id=told["id"], name=told["name"], country=told["country"], sector=told["sector"], span=None
    )


def participants(column: Any) -> list[Participant]:
    """The participants of a column: a list of them, or one."""
    people = column if isinstance(column, list) else [column]
    return [_participant(p) for p in people if p is not None]


def _line(o: Occurrence) -> Line:
    actors, recipients = (
        tuple(_participant(p.model_dump()) for p in side) for side in (o.actors, o.recipients)
    )
    return Line(
        o.id, o.act, o.kind, o.status, actors, recipients, o.start, o.end, o.dating, frozenset(o.topics),
        is_counted(o.status, o.dating, o.precision, o.perhaps),
    )  # fmt: skip


def _shown(o: Occurrence) -> list[Report]:
    """The reports of an occurrence that are quoted: the latest, one a document."""
    told = sorted(o.reports, key=lambda r: (r.published or "", r.document, r.evidence), reverse=True)
    return list({r.document: r for r in told}.values())[:QUOTED]


def _column(name: str) -> str:
    """A column as Python is to have it: days as text."""
    return f'CAST("{name}" AS VARCHAR)' if name in ("start", "end") else f'"{name}"'

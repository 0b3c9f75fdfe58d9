"""The ledger: contacts between parties, one line an occurrence, with counts and gaps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, Final, Literal

import duckdb
from pydantic import ConfigDict, Field

from dragoman.record.reports import days_between
from dragoman.schema.reading import Model
from dragoman.schema.record import ContactKind, Dating, OccurrenceStatus, Party

SCHEMA: Final = "dragoman.ledger/1"
# A vague report counts as one contact when its period is at most a month; `in 2013` may be told of one already listed.
_COUNTED_VAGUE: Final = frozenset({"week", "month"})


class Telling(Model):
    """One document that tells of a contact, with the characters that do."""

    document: str
    event: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    source: str
    evidence: tuple[int, int]
    quote: str
    status: str
    rule: str


class Contact(Model):
    """A line of the ledger."""

    id: str
    kind: ContactKind
    status: OccurrenceStatus
    actors: list[Party]
    recipients: list[Party]
    start: str | None
    end: str | None
    precision: str | None
    dating: Dating
    place: str | None
    country: str | None
    topics: list[str]
    perhaps: list[str]
    sources: int
    told: int
    tellings: list[Telling]
    held: bool = Field(
        description="Whether it counts: it took place, and is no vague telling of another line."
    )

    @property
    def participants(self) -> list[Party]:
        """Everybody who took part."""
        return [*self.actors, *self.recipients]

    def who(self) -> str:
        """Their names: those who met, or `guests → hosts`."""
        actors = ", ".join(p.name for p in self.actors)
        return f"{actors} → {', '.join(p.name for p in self.recipients)}" if self.recipients else actors

    def when(self) -> str:
        """Its days as people write them, as precise as they are known."""
        if self.start is None:
            return "undated"
        if self.dating == "vague":
            lengths = {"month": 7, "year": 4, "decade": 4}
            n = lengths.get(self.precision or "", 10)
            return self.start[:n] if self.start[:n] == (self.end or "")[:n] else f"{self.start}/{self.end}"
        about = "about " if self.dating == "inferred" else ""
        return about + (self.start if self.start == self.end else f"{self.start}/{self.end}")


class Gap(Model):
    """The days between one contact and the next."""

    after: str
    before: str
    days: int


class Ledger(Model):
    """The contacts of one party, or of two with each other."""

    schema_: Literal["dragoman.ledger/1"] = Field(default=SCHEMA, alias="schema")
    a: str | None
    b: str | None
    contacts: list[Contact]
    counts: dict[str, dict[str, int]] = Field(description="Held contacts by year, then by kind.")
    held: int
    planned: int
    cancelled: int
    gaps: list[Gap] = Field(description="Between held contacts of known days, the longest first.")

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    def to_json(self, *, indent: int | None = 1) -> str:
        """The ledger as JSON text."""
        return self.model_dump_json(by_alias=True, indent=indent)


def contacts(
    con: duckdb.DuckDBPyConnection,
    a: Sequence[str] = (),
    b: Sequence[str] = (),
    *,
    kinds: Iterable[str] = (),
    since: str | None = None,
    until: str | None = None,
    place: str | None = None,
) -> Ledger:
    """The ledger of one party or of two, each by its ids (`RUS`; `un` and its officials), over the views of a record.

    A state takes part through everybody who acts for it. `since` and `until` are ISO days; `place` a town or a
    state's code or name.
    """
    where, values = ["true"], list[Any]()
    for party in (a, b):
        if party:
            where.append("list_has_any(keys, ?)")
            values.append(list(party))
    chosen = list(kinds)
    if chosen:
        where.append("kind IN (SELECT unnest(?))")
        values.append(chosen)
    if since is not None:
        where.append('"end" >= CAST(? AS DATE)')
        values.append(since)
    if until is not None:
        where.append('"start" <= CAST(? AS DATE)')
        values.append(until)
    if place is not None:
        where.append("(lower(place) = lower(?) OR place_country = upper(?))")
        values += [place, place]
    rows = con.execute(
        f"""SELECT occurrence, kind, status, actors, recipients, CAST("start" AS VARCHAR), CAST("end" AS VARCHAR), precision,
            dating, place, place_country, topics, perhaps, sources, told, reports
        FROM occurrences WHERE act = 'CONSULT' AND {" AND ".join(where)} ORDER BY "start" NULLS LAST, "end", occurrence""",
        values,
    ).fetchall()
    words = _words(con, [report for row in rows for report in row[-1]])
    listed = [_contact(row, words) for row in rows]
    return ledger_of(listed, a[0] if a else None, b[0] if b else None)


def ledger_of(listed: Sequence[Contact], a: str | None = None, b: str | None = None) -> Ledger:
    """Contacts with what is counted of them."""
    counts: dict[str, dict[str, int]] = {}
    for c in listed:
        if c.held:
            year = c.start[:4] if c.start is not None else "undated"
            by_kind = counts.setdefault(year, {})
            by_kind[c.kind] = by_kind.get(c.kind, 0) + 1
    return Ledger(
        a=a,
        b=b,
        contacts=list(listed),
        counts={year: dict(sorted(by_kind.items())) for year, by_kind in sorted(counts.items())},
        held=sum(c.held for c in listed),
        planned=sum(c.status == "future" for c in listed),
        cancelled=sum(c.status == "cancelled" for c in listed),
        gaps=_gaps(listed),
    )


def is_counted(status: str, dating: str, precision: str | None, perhaps: Sequence[str]) -> bool:
    """Whether a contact counts: it took place, on days known to a month, and is no vague telling of another."""
    vague = dating == "vague" and precision not in _COUNTED_VAGUE
    return status == "actual" and dating != "undated" and not vague and not perhaps


def _contact(row: Sequence[Any], words: dict[tuple[str, str], dict[str, Any]]) -> Contact:
    (id_, kind, status, actors, recipients, start, end, precision, dating, place, country, topics, perhaps, sources, told,
     reports) = row  # fmt: skip
    tellings = [
        Telling(
            document=r["document"], event=r["event"], evidence=tuple(r["evidence"]), status=r["status"], rule=r["rule"],
            published=r["published"], publisher=r["publisher"], **words[r["document"], r["event"]],
        )
        for r in reports
        if (r["document"], r["event"]) in words
    ]  # fmt: skip
    return Contact(
        id=id_, kind=kind, status=status, actors=actors, recipients=recipients, start=start, end=end, precision=precision,
        dating=dating, place=place, country=country, topics=topics, perhaps=perhaps, sources=sources, told=told,
        tellings=tellings, held=is_counted(status, dating, precision, perhaps),
    )  # fmt: skip


def _words(
    con: duckdb.DuckDBPyConnection, reports: Sequence[dict[str, Any]]
) -> dict[tuple[str, str], dict[str, Any]]:
    """Title, address and quoted words of reports, by document and event."""
    if not reports:
        return {}
    documents, events, firsts, lasts = zip(
        *((r["document"], r["event"], *r["evidence"]) for r in reports), strict=True
    )
    rows = con.execute(
        """SELECT w.document, w.event, c.title, c.url, c.source, substring(c.text, w.first + 1, w.last - w.first)
        FROM (SELECT unnest(?) AS document, unnest(?) AS event, unnest(?) AS first, unnest(?) AS last) w
        JOIN current c ON c.document = w.document""",
        [documents, events, firsts, lasts],
    ).fetchall()
    return {(d, e): {"title": t, "url": u, "source": s, "quote": q} for d, e, t, u, s, q in rows}


def _gaps(listed: Sequence[Contact]) -> list[Gap]:
    days = [c for c in listed if c.held and c.start is not None and c.dating in ("exact", "inferred")]
    out = []
    for first, then in pairwise(days):
        assert first.end is not None
        assert then.start is not None
        gap = days_between(first.end, then.start)
        if gap > 0:
            out.append(Gap(after=first.id, before=then.id, days=gap))
    return sorted(out, key=lambda g: (-g.days, g.after))

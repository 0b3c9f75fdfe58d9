"""What is known of one actor on a day: facts, offices, memberships, designations, what it did, said and wants."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final, Literal

from pydantic import ConfigDict, Field

from dragoman.actors.knowledge import STATED, holds
from dragoman.brief.briefing import Cited, cited
from dragoman.brief.compare import View, views
from dragoman.brief.evidence import Model, Quote
from dragoman.brief.parties import Party, resolve_named
from dragoman.brief.people import Office, office_of, tenures_of
from dragoman.brief.recorded import Happening, Recorded, participants
from dragoman.errors import RunError
from dragoman.record.store import Record
from dragoman.schema import Issue, Manner, Participant
from dragoman.schema.reading import Act, Day

__all__ = ["Dossier", "make_dossier"]

SCHEMA: Final = "dragoman.dossier/1"
SOME: Final = 15  # lines of each list
LOOKED_AT: Final = 400  # of the latest occurrences, for those by the actor and those against it
_ACTS: Final[tuple[Act, ...]] = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip


class Known(Model):
    """What the knowledge base has of the actor itself."""

    aliases: list[str]
    country: str | None
    sector: str | None
    capital: str | None
    since: str | None
    until: str | None
    source: str | None


class Holder(Model):
    """Somebody who holds an office of the actor on the day."""

    person: str
    id: str
    office: Office


class Fact(Model):
    """Something that a text says of the actor itself."""

    property: str
    value: str
    day: Day | None = Field(description="The first day that the text gives it.")
    words: Quote


class Belongs(Model):
    """A membership: the actor's in a group, or somebody's in the actor."""

    group: Participant
    member: Participant
    capacity: str
    words: Quote | None = Field(description="Words that say so; none for what the knowledge base says.")


class Designated(Model):
    """A label, by whom and since when; the earliest telling of it."""

    target: Participant
    label: str
    by: Participant | None = Field(description="Whose label it is; None when the text does not say.")
    since: Day | None = Field(
        description="The day that the text gives, else that of the first document with it."
    )
    basis: Literal["text", "document"]
    documents: int
    words: Quote


class Said(Model):
    """A statement."""

    speaker: Participant
    manner: Manner
    day: Day | None
    words: Quote


class Stance(Model):
    """The views of the actor on one issue, the latest first."""

    issue: Issue
    views: list[View]


class Dossier(Model):
    """What is known of one actor on a day."""

    schema_: Literal["dragoman.dossier/1"] = Field(default=SCHEMA, alias="schema")
    actor: Party
    on: Day | None = Field(description="The day; nothing that was told after it is used.")
    on_basis: Literal["given", "record"] = Field(
        description="Whether the day was asked for or is the record's last."
    )
    documents: int = Field(description="How many documents the record has.")
    undated: int = Field(description="How many of them have no day: only what their own words date is told.")
    known: Known | None = Field(description="None when only the record names the actor.")
    offices: list[Office] = Field(description="Offices of a person up to the day, the latest first.")
    holders: list[Holder] = Field(description="Who holds offices of a state or organisation on the day.")
    facts: list[Fact] = Field(description="What texts say of it, the latest first.")
    memberships: list[Belongs]
    designated: list[Designated] = Field(description="What others call it.")
    designates: list[Designated] = Field(description="Whom it calls what.")
    by: list[Happening] = Field(description="What it did lately, the latest first.")
    against: list[Happening] = Field(description="What was done to it lately, the latest first.")
    planned: list[Happening] = Field(
        description="What it is to do, or what is to be done to it, the nearest first."
    )
    statements: list[Said] = Field(description="What was said for it, the latest first.")
    positions: list[Stance] = Field(description="What it wants, the latest first.")
    positions_left: int = Field(description="Further issues that were left out.")
    sources: list[Cited] = Field(description="Every document that is quoted, the latest first.")

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    def to_json(self, *, indent: int | None = 1) -> str:
        """The dossier as JSON text."""
        return self.model_dump_json(by_alias=True, indent=indent)


def make_dossier(
    record: Record, actor: str, *, on: str | None = None, actors: Iterable[Path | str] = ()
) -> Dossier:
    """Gather what the record and the knowledge base have of an actor, as of a day (the record's last when not given).

    `actors` names the files over the built-in actors that the readings were made with. Raises `RunError` D209 and D210
    for a name that is not known or may be several, D406 for an empty record.
    """
    with closing(Recorded(record, on=on, actors=actors)) as recorded:
        if not recorded.documents:
            raise RunError("D406", address=record.address)
        party = resolve_named(actor, recorded, recorded.kb)
        return _Gatherer(recorded, party).dossier("record" if on is None else "given")


class _Gatherer:
    """The sections of one dossier."""

    def __init__(self, recorded: Recorded, party: Party) -> None:
        self.recorded, self.party, self.on, self.kb = recorded, party, recorded.on, recorded.kb
        self.side = recorded.side(party)

    def dossier(self, basis: Literal["given", "record"]) -> Dossier:
        """All sections."""
        chosen, left = self.recorded.positions(self.side, alone=SOME, each=2)
        readings = self.recorded.readings(chosen)
        lines = self.recorded.lines(_ACTS, self.side, latest=LOOKED_AT)
        past = [line for line in lines if line.status == "actual"]
        did = [line for line in past if self.side.in_(line.actors, line.end)][:SOME]
        borne = [
            line for line in past
            if self.side.in_(line.recipients, line.end) and not self.side.in_(line.actors, line.end)
        ][:SOME]  # fmt: skip
        ahead = [
            line
            for line in lines
            if line.status == "future" and not (self.on and line.end and line.end < self.on)
        ]
        ahead = sorted(ahead, key=lambda line: (line.start or "9999", line.id))[:SOME]
        rows = {
            "facts": self._rows("profiles", ("profile", "actor", "property", "value", "start"), "actor"),
            "groups": self._rows(
                "memberships", ("membership", "organisation", "member", "capacity"), "member"
            ),
            "members": self._rows(
                "memberships", ("membership", "organisation", "member", "capacity"), "organisation"
            ),
            "designated": self._rows(
                "designations", ("designation", "target", "label", "by", "start"), "target"
            ),
            "designates": self._rows("designations", ("designation", "target", "label", "by", "start"), "by"),
            "statements": self._rows(
                "statements", ("statement", "speaker", "manner"), "speaker", latest=SOME
            ),
        }
        self.recorded.fetch([*did, *borne, *ahead], [r["document"] for found in rows.values() for r in found])
        parts: dict[str, Any] = {
            "facts": [
                Fact(property=r["property"], value=r["value"], day=r["start"], words=words)
                for r, words in self._quoted(rows["facts"])
            ],
            "memberships": [*self._belongs(rows["groups"]), *self._belongs(rows["members"]), *self._listed()],
            "designated": self._designated(rows["designated"]),
            "designates": self._designated(rows["designates"], own=True),
            "by": self.recorded.happenings(did),
            "against": self.recorded.happenings(borne),
            "planned": self.recorded.happenings(ahead),
            "statements": [
                Said(speaker=participants(r["speaker"])[0], manner=r["manner"], day=r["day"], words=words)
                for r, words in self._quoted(rows["statements"])
            ],
            "positions": [
                Stance(issue=issue, views=found) for issue, found in views(self.party, readings, self.kb)
            ],
        }
        return Dossier(
            actor=self.party, on=self.on, on_basis=basis, documents=self.recorded.documents, undated=self.recorded.undated, known=self._known(),
            offices=self._offices(), holders=self._holders(), positions_left=left, sources=cited(parts.values()), **parts,
        )  # fmt: skip

    def _rows(
        self, view: str, columns: Sequence[str], column: str, latest: int = 200
    ) -> list[dict[str, Any]]:
        """Rows of a view in which the actor itself stands in a column; of statements, whoever speaks for it."""
        dated = view not in ("memberships", "statements")
        rows = self.recorded.facts(
            view, (*columns, "evidence"), [(column, self.side)], dated=dated, latest=latest
        )
        if view == "statements":
            return rows
        return [r for r in rows if any(p.id == self.party.id for p in participants(r[column]))]

    def _quoted(self, rows: Sequence[dict[str, Any]]) -> list[tuple[dict[str, Any], Quote]]:
        rows = rows[:SOME]
        quotes = self.recorded.quotes([(r["document"], r["evidence"]) for r in rows])
        return list(zip(rows, quotes, strict=True))

    # The knowledge base ------------------------------------------------------------------------------------

    def _known(self) -> Known | None:
        described = self.kb.describe(self.party.id)
        if described is None:
            return None
        return Known(
            aliases=described.get("aliases", []), country=described["country"], sector=described["sector"],
            capital=described.get("capital"), since=described.get("from"), until=described.get("until"),
            source=described.get("source"),
        )  # fmt: skip

    def _offices(self) -> list[Office]:
        tenures = [t for t in tenures_of(self.kb, self.party.id) if self.on is None or t.since <= self.on]
        return [office_of(self.kb, t, self.on) for t in reversed(tenures)]

    def _holders(self) -> list[Holder]:
        """Those in office on the day; without a day those of today."""
        out = []
        for office, held in self.kb.holders.items():
            owner, kind = self.kb.owner_of(office)
            if owner != self.party.id or kind.startswith(STATED):
                continue
            for since, until, person in held:
                if holds(since, until, self.on) if self.on is not None else not until:
                    tenure = next(
                        t
                        for t in self.kb.persons[person].tenures
                        if (t.office, t.since, t.until) == (office, since, until)
                    )
                    out.append(
                        Holder(
                            person=self.kb.persons[person].name,
                            id=person,
                            office=office_of(self.kb, tenure, self.on),
                        )
                    )
        return sorted(out, key=lambda h: (h.office.title, h.office.since or "", h.id))[:SOME]

    def _listed(self) -> list[Belongs]:
        """Memberships that the knowledge base has: of the actor in organisations, of states in it."""
        me = Participant(id=self.party.id, name=self.party.name, country=self.party.country)
        groups = [
            Belongs(
                group=Participant(id=o.id, name=o.name, country=o.country, sector=o.sector or None), member=me,
                capacity="member", words=None,
            )
            for o in self.kb.organisations.values()
            if self.party.id in o.members and self._stood(o.since, o.until)
        ]  # fmt: skip
        org = self.kb.organisations.get(self.party.id)
        members = [
            Belongs(
                group=me, capacity="member", words=None,
                member=Participant(id=m, name=self.kb.states[m].name if m in self.kb.states else m),
            )
            for m in (org.members if org is not None else ())
        ]  # fmt: skip
        return sorted(groups, key=lambda g: (g.group.name, g.group.id)) + members

    def _stood(self, since: str, until: str) -> bool:
        return holds(since, until, self.on) if self.on is not None else not until

    # The record --------------------------------------------------------------------------------------------

    def _belongs(self, rows: Sequence[dict[str, Any]]) -> list[Belongs]:
        once = {(r["organisation"]["id"], r["member"]["id"], r["capacity"]): r for r in reversed(rows)}
        return [
            Belongs(
                group=participants(r["organisation"])[0],
                member=participants(r["member"])[0],
                capacity=r["capacity"],
                words=words,
            )
            for r, words in self._quoted(list(once.values())[::-1])
        ]

    def _designated(self, rows: Sequence[dict[str, Any]], *, own: bool = False) -> list[Designated]:
        """Labels by target, label and who gives it; `own` keeps those that the actor gives itself."""
        found: dict[tuple[str, str, str], list[tuple[dict[str, Any], Participant | None]]] = {}
        for r in rows:
            givers: list[Participant | None] = [*participants(r["by"])] or [None]
            for giver in givers:
                if not own or (giver is not None and giver.id == self.party.id):
                    key = (r["target"]["id"], r["label"], giver.id if giver is not None else "")
                    found.setdefault(key, []).append((r, giver))
        out = []
        for told in list(found.values())[:SOME]:
            r, giver = min(
                told,
                key=lambda t: (t[0]["start"] is None, t[0]["start"] or t[0]["day"] or "", t[0]["document"]),
            )
            (words,) = self.recorded.quotes([(r["document"], r["evidence"])])
            out.append(
                Designated(
                    target=participants(r["target"])[0],
                    label=r["label"],
                    by=giver,
                    since=r["start"] or r["day"],
                    basis="text" if r["start"] else "document",
                    documents=len({t["document"] for t, _ in told}),
                    words=words,
                )
            )
        return sorted(out, key=lambda d: (d.since or "", d.by.name if d.by else "", d.target.id))

"""The nouns of Dragoman as typed models: the contract `dragoman.reading/1`.

Spans are half-open `(start, end)` offsets in Unicode code points of `document.text`.
Unknown is `None`, never an empty string. Field names are public: fields may be added, none renamed or
dropped without a new schema number.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

SCHEMA: Final = "dragoman.reading/1"

Span = tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=0)]]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]

Kind = Literal[
    "person",
    "state",
    "government body",
    "intergovernmental organisation",
    "non-governmental organisation",
    "armed group",
    "party",
    "company",
    "media",
    "population",
    "unnamed",
]
Via = Literal["name", "role", "metonym", "demonym", "nominal", "pronoun"]
Act = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
Status = Literal["actual", "future", "hypothetical", "negated", "cancelled", "historical"]
Precision = Literal["day", "week", "month", "season", "year", "decade"]
Manner = Literal["direct", "mixed", "indirect"]
Stance = Literal["supports", "opposes", "demands", "doubts"]
AgreementStatus = Literal[
    "called for", "negotiated", "signed", "in force", "violated", "suspended", "withdrawn", "expired"
]


class Model(BaseModel):
    """Base of all nouns: unknown fields are refused, so that nothing is lost silently."""

    model_config = ConfigDict(extra="forbid")


class Dateline(Model):
    """Where and when the story was filed, as its first line or a line of its head says."""

    place: str | None
    date: Day | None
    span: Span


class Related(Model):
    """A link to another story found inside the text; no part of this story."""

    title: str
    span: Span


class Document(Model):
    """A text with its metadata. The text is never altered; every span is an offset into it.

    `id` defaults to the first 16 hex digits of the text's SHA-256.
    """

    id: str = ""
    title: str | None = None
    text: str
    published: Day | None = None
    dateline: Dateline | None = None
    publisher: str | None = None
    url: str | None = None
    language: str = "en"
    translated_from: str | None = None
    related: list[Related] = []
    sha256: str = ""

    @model_validator(mode="after")
    def _digest(self) -> Document:
        digest = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        if not self.sha256:
            self.sha256 = digest
        elif self.sha256 != digest:
            raise ValueError("sha256 is not that of the text")
        if not self.id:
            self.id = digest[:16]
        return self

    @property
    def day(self) -> Day | None:
        """The day of the document: when it was published, else the day that the text itself bears."""
        return self.published or (self.dateline.date if self.dateline is not None else None)


class Actor(Model):
    """Someone or something that acts, with what it is on the day of the story."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    name: str
    kind: Kind
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    wikidata: str | None = None


class Mention(Model):
    """A span that refers to an actor."""

    id: str
    span: Span
    text: str
    actor: str | None
    via: Via


class Participant(Model):
    """An actor in a role, with the span that puts it there.

    `country` is the state that it acts for there. An armed group with a name of its own acts for none; the state that
    it belongs to is that of the reading's actor with this id.
    """

    id: str
    name: str
    country: str | None = None
    sector: str | None = None
    span: Span | None = None

    @classmethod
    def of(cls, actor: Actor, span: Span | None = None) -> Participant:
        """An actor in a role, put there by the text at `span`."""
        return cls(id=actor.id, name=actor.name, country=actor.country, sector=actor.sector, span=span)


class Time(Model):
    """A closed interval of days with the precision of its wording."""

    start: Day
    end: Day
    precision: Precision
    span: Span | None = None


class Place(Model):
    """A place with its state (ISO 3166-1 alpha-3) and coordinates in degrees (WGS 84)."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    span: Span | None = None


class Plover(Model):
    """PLOVER's own code, derived from act and status (codebook, section on auxiliary modes)."""

    event: Act
    mode: str | None = None
    score: float


class Sourced(Model):
    """Base of every fact: where it was read and which knowledge entry produced it."""

    id: str
    evidence: Span
    rule: str


class Event(Sourced):
    """An act in the PLOVER ontology with its status."""

    act: Act
    mode: str | None = None
    status: Status
    actors: list[Participant]
    recipients: list[Participant] = []
    time: Time | None = None
    place: Place | None = None
    topics: list[str] = []
    contexts: list[str] = []
    plover: Plover
    trigger: Span
    confidence: Annotated[float, Field(ge=0, le=1)]
    statement: str | None = None
    why: list[str] = []


class Statement(Sourced):
    """Who said what, in whose words, with source, cue and content.

    `speakers` are all sources of a joint statement, the first of them `speaker`; `occasion` is where or in what it was
    said (`an interview with the BBC`); `inside` is the id of the statement whose content holds this one, `None` for
    an outermost one.
    """

    speaker: Participant | None
    speakers: list[Participant] = []
    speaker_span: Span | None = None
    cue: Span | None = None
    content: list[Span]
    manner: Manner
    addressees: list[Participant] = []
    time: Time | None = None
    occasion: Span | None = None
    inside: str | None = None


class Issue(Model):
    """What a position is about: a canonical noun phrase."""

    id: str
    label: str


class Position(Sourced):
    """A holder's stance on an issue, with the statement or event that shows it."""

    holder: Participant
    issue: Issue
    stance: Stance
    by: str | None


class Period(Model):
    """A closed interval of days."""

    start: Day
    end: Day


class Count(Sourced):
    """A checkable figure: how many contacts, or which in their row."""

    what: str
    participants: list[Participant]
    value: int
    ordinal: bool
    period: Period | None = None
    place: Place | None = None


class Agreement(Sourced):
    """What was agreed, between whom, and how it is kept."""

    name: str
    parties: list[Participant]
    status: AgreementStatus
    time: Time | None = None


class Designation(Sourced):
    """A party's label for a group, by whom and since when."""

    target: Participant
    label: str
    by: list[Participant]
    time: Time | None = None


class Membership(Sourced):
    """Who belongs to which group, and as what."""

    group: Participant
    member: Participant
    capacity: str


class Profile(Sourced):
    """A fact about an actor itself: founded, merged from, leader, based in."""

    actor: Participant
    property: str
    value: str
    time: Time | None = None


class Warning_(Model):  # noqa: N801  (`Warning` is a builtin)
    """Something in the text that a careful reader would doubt."""

    kind: str
    span: Span | None = None
    message: str


class Reading(Model):
    """All that was understood from one document.

    Raises `pydantic.ValidationError` when a span lies outside the text or an id resolves to nothing.
    """

    schema_: Literal["dragoman.reading/1"] = Field(default=SCHEMA, alias="schema")
    document: Document
    actors: list[Actor] = []
    mentions: list[Mention] = []
    events: list[Event] = []
    statements: list[Statement] = []
    positions: list[Position] = []
    counts: list[Count] = []
    agreements: list[Agreement] = []
    designations: list[Designation] = []
    memberships: list[Membership] = []
    profiles: list[Profile] = []
    warnings: list[Warning_] = []

    model_config = ConfigDict(extra="forbid", populate_by_name=True, ignored_types=(cached_property,))

    @model_validator(mode="after")
    def _check(self) -> Reading:
        length = len(self.document.text)
        for path, start, end in _spans(self):
            if not 0 <= start < end <= length:
                raise ValueError(f"{path}: span [{start}, {end}] does not lie in the text (0 to {length})")
        known = {a.id for a in self.actors}
        for path, actor in _actor_ids(self):
            if actor not in known:
                raise ValueError(f"{path}: no actor has the id {actor!r}")
        statements = {s.id for s in self.statements}
        facts = statements | {e.id for e in self.events}
        for event in self.events:
            if event.statement is not None and event.statement not in statements:
                raise ValueError(f"event {event.id}: no statement has the id {event.statement!r}")
        for statement in self.statements:
            if statement.inside is not None and statement.inside not in statements:
                raise ValueError(f"statement {statement.id}: no statement has the id {statement.inside!r}")
        for position in self.positions:
            if position.by is not None and position.by not in facts:
                raise ValueError(f"position {position.id}: no event or statement has the id {position.by!r}")
        return self

    def to_json(self, *, indent: int | None = 1) -> str:
        """The reading as JSON text, fields in the order of the contract."""
        return self.model_dump_json(by_alias=True, indent=indent)

    @classmethod
    def from_json(cls, text: str | bytes) -> Reading:
        """Read a reading back; raises `pydantic.ValidationError` when it is not one."""
        return cls.model_validate_json(text)

    def country_of(self, who: Participant) -> str | None:
        """The state that a participant acts for, else the one that it belongs to, as rebels do to theirs."""
        return who.country or next((a.country for a in self.actors if a.id == who.id), None)

    def quote(self, span: Span) -> str:
        """The text at a span."""
        return self.document.text[span[0] : span[1]]

    def _repr_html_(self) -> str:
        """The reading as a notebook shows it."""
        from dragoman.cli.page import render_page  # noqa: PLC0415  (only notebooks pay for it)

        return render_page(self, embedded=True)


def _spans(model: BaseModel, path: str = "reading") -> Iterator[tuple[str, int, int]]:
    """Every span below a model, with the path to it."""
    for name, value in model:
        if isinstance(value, (tuple, list, BaseModel)):
            yield from _spans_of(value, name, f"{path}.{name}")


_SPAN_FIELDS = {"span", "evidence", "trigger", "cue", "speaker_span", "occasion"}


def _spans_of(value: Any, name: str, path: str) -> Iterator[tuple[str, int, int]]:
    if isinstance(value, BaseModel):
        yield from _spans(value, path)
    elif name in _SPAN_FIELDS and isinstance(value, tuple):
        yield path, value[0], value[1]
    elif isinstance(value, list):
        for i, item in enumerate(value):
            if name == "content":
                yield f"{path}[{i}]", item[0], item[1]
            elif isinstance(item, BaseModel):
                yield from _spans(item, f"{path}[{i}]")


def _actor_ids(reading: Reading) -> Iterator[tuple[str, str]]:
    """Every actor id that the reading refers to, with the path to it."""
    for mention in reading.mentions:
        if mention.actor is not None:
            yield f"mention {mention.id}", mention.actor
    groups: list[tuple[str, list[Participant]]] = []
    for e in reading.events:
        groups.append((f"event {e.id}", [*e.actors, *e.recipients]))
    for s in reading.statements:
        groups.append(
            (f"statement {s.id}", [*([s.speaker] if s.speaker else []), *s.speakers, *s.addressees])
        )
    for p in reading.positions:
        groups.append((f"position {p.id}", [p.holder]))
    for c in reading.counts:
        groups.append((f"count {c.id}", c.participants))
    for a in reading.agreements:
        groups.append((f"agreement {a.id}", a.parties))
    for d in reading.designations:
        groups.append((f"designation {d.id}", [d.target, *d.by]))
    for m in reading.memberships:
        groups.append((f"membership {m.id}", [m.group, m.member]))
    for f in reading.profiles:
        groups.append((f"profile {f.id}", [f.actor]))
    for path, people in groups:
        for person in people:
            yield path, person.id

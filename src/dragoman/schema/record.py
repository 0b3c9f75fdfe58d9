"""The nouns of the record: what is kept of many readings together.

A `Report` is one document's telling of a happening, an `Occurrence` the happening with all its reports, a
`Judgement` what a person said of either. References to events are by document, act and characters, never by an
event's number, so that they outlive a newer reading of the same document.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from dragoman.schema.reading import Act, Day, Kind, Model, Participant, Place, Precision, Span, Status

# A reading's act with a reciprocal or directed contact in it is of one of these kinds.
ContactKind = Literal["meeting", "call", "visit", "conference", "letter"]
CONTACT_KINDS: Final[tuple[ContactKind, ...]] = ("meeting", "call", "visit", "conference", "letter")
# How a report's days are known: `exact` days of the text, `inferred` from the day of its document, `vague` periods.
Dating = Literal["exact", "inferred", "vague", "undated"]
OccurrenceStatus = Literal["actual", "future", "cancelled"]


class Party(Participant):
    """A participant with what it is: whether it names a person decides who can be whom."""

    kind: Kind | None = None


class Report(Model):
    """One document's telling of a happening: an event of its reading, with what tells two happenings apart.

    `start` and `end` are the closed interval in which the text puts it, or its document's day when the text
    is silent; `dating` says which.
    """

    document: str
    event: str
    evidence: Span
    trigger: Span
    act: Act
    mode: str | None = None
    kind: ContactKind | None = None
    status: Status
    actors: list[Party]
    recipients: list[Party] = []
    start: Day | None = None
    end: Day | None = None
    precision: Precision | None = None
    dating: Dating
    place: Place | None = None
    published: Day | None = None
    publisher: str | None = None
    topics: list[str] = []
    rule: str
    confidence: float


class Conflict(Model):
    """A detail on which reports differ: each value with the documents that give it."""

    detail: Literal["date", "place", "status"]
    value: str
    documents: list[str]


class Change(Model):
    """What a happening was, from a day on: planned on the 10th, cancelled on the 12th."""

    on: Day | None
    status: OccurrenceStatus
    document: str


class Occurrence(Model):
    """One thing that happened in the world (or was to happen), however many documents report it."""

    id: str
    act: Act
    mode: str | None = None
    kind: ContactKind | None = None
    status: OccurrenceStatus
    actors: list[Party]
    recipients: list[Party] = []
    start: Day | None = None
    end: Day | None = None
    precision: Precision | None = None
    dating: Dating
    place: Place | None = None
    topics: list[str] = []
    history: list[Change] = []
    conflicts: list[Conflict] = []
    perhaps: list[str] = Field(
        default=[], description="Occurrences of which a vague report may be one more telling."
    )
    sources: int = Field(description="Independent sources: syndicated copies count once.")
    reports: list[Report]


class Anchor(Model):
    """An event by where it is told: `document`, its `act`, and the characters of its trigger."""

    document: str
    act: Act
    trigger: Span


JudgementKind = Literal[
    "reject event",
    "confirm event",
    "merge actors",
    "split actor",
    "merge occurrences",
    "split occurrences",
    "undo",
]


class Judgement(Model):
    """A correction by a person: appended, never overwritten, reversible by an `undo` that names it.

    `events` are the events judged; `actors` the ids of actors: the first becomes the second in `merge actors`;
    in `split actor` the first is, in the documents of `documents`, the second. In `split occurrences` the first event
    is of another happening than all others. `undoes` names a judgement.
    """

    id: str
    kind: JudgementKind
    events: list[Anchor] = []
    actors: list[str] = []
    documents: list[str] = []
    undoes: str | None = None
    author: str
    at: Annotated[str, Field(description="Time in UTC, ISO 8601.")]
    note: str | None = None

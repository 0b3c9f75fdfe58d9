"""Corrections by people, applied: which events are rejected, who is whom, which reports belong together.

Judgements are appended and never changed; the last word on a matter counts, and an `undo` takes one back. They refer
to events by document, act and characters, so they hold for a newer reading of the same text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from dragoman.actors import knowledge_base
from dragoman.schema import Actor, Event, Participant, Reading
from dragoman.schema.record import Anchor, Judgement, JudgementKind, Report


def judgement(
    kind: JudgementKind,
    author: str,
    *,
    events: Iterable[Anchor] = (),
    actors: Iterable[str] = (),
    documents: Iterable[str] = (),
    undoes: str | None = None,
    note: str | None = None,
    at: datetime | None = None,
) -> Judgement:
    """A new judgement with its id and the time of now (or `at`)."""
    stamp = (at or datetime.now(UTC)).isoformat(timespec="microseconds")
    made = Judgement(
        id="", kind=kind, events=list(events), actors=list(actors), documents=list(documents), undoes=undoes,
        author=author, at=stamp, note=note,
    )  # fmt: skip
    digest = hashlib.sha256(made.model_dump_json().encode()).hexdigest()[:10]
    return made.model_copy(update={"id": f"j{digest}"})


def anchor_of(document: str, event: Event) -> Anchor:
    """Where an event is told."""
    return Anchor(document=document, act=event.act, trigger=event.trigger)


def tells(anchor: Anchor, document: str, act: str, trigger: tuple[int, int]) -> bool:
    """Whether an anchor means an event: the same act told at the same words of the same document."""
    return (
        anchor.document == document
        and anchor.act == act
        and anchor.trigger[0] < trigger[1]
        and trigger[0] < anchor.trigger[1]
    )


class Judgements:
    """All judgements that hold, in the order of their time."""

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        given = list(judgements)
        undone: set[str] = set()
        for j in reversed(given):  # an undo that was itself undone undoes nothing
            if j.kind == "undo" and j.undoes is not None and j.id not in undone:
                undone.add(j.undoes)
        self.standing = [j for j in given if j.id not in undone and j.kind != "undo"]
        self._rulings = [j for j in self.standing if j.kind in ("merge occurrences", "split occurrences")]

    @property
    def rejected(self) -> list[Anchor]:
        """Events that are rejected and were not confirmed afterwards."""
        out: list[Anchor] = []
        for j in self.standing:
            if j.kind == "reject event":
                out += j.events
            elif j.kind == "confirm event":
                out = [a for a in out if not any(tells(b, a.document, a.act, a.trigger) for b in j.events)]
        return out

    @property
    def renamed(self) -> dict[str, str]:
        """Which actor id is another: `id` everywhere, or `document NUL id` in one document. Chains are followed."""
        out: dict[str, str] = {}
        for j in self.standing:
            if j.kind == "merge actors":
                a, b = j.actors
                out = {k: b if v == a else v for k, v in out.items()}
                out[a] = b
                out.pop(b, None)
            elif j.kind == "split actor":
                for document in j.documents:
                    out[f"{document}\0{j.actors[0]}"] = j.actors[1]
        return out

    @staticmethod
    def name_of(actor: str) -> str:
        """The name that the knowledge base has for an id, else the id."""
        kb = knowledge_base()
        state, person, organisation = kb.state(actor), kb.persons.get(actor), kb.organisations.get(actor)
        return (
            state.name if state else person.name if person else organisation.name if organisation else actor
        )

    def applied(self, reading: Reading) -> Reading:
        """A reading without rejected events and with actors as people judged them (in its actors and events only)."""
        document, rejected, renamed = reading.document.id, self.rejected, self.renamed
        if not rejected and not renamed:
            return reading
        actors = reading.actors
        events = [
            e for e in reading.events if not any(tells(a, document, e.act, e.trigger) for a in rejected)
        ]
        if renamed:
            events = [
                e.model_copy(
                    update={
                        "actors": [self._renamed(document, p, renamed) for p in e.actors],
                        "recipients": [self._renamed(document, p, renamed) for p in e.recipients],
                    }
                )
                for e in events
            ]
            actors = list(self._actors(reading, renamed))
        return reading.model_copy(update={"events": events, "actors": actors})

    def _actors(self, reading: Reading, renamed: dict[str, str]) -> Iterator[Actor]:
        """The actors of a reading, with those that people put in their place: of the same kind where nobody knows more."""
        known = {a.id for a in reading.actors}
        yield from reading.actors
        for a in reading.actors:
            into = renamed.get(f"{reading.document.id}\0{a.id}") or renamed.get(a.id)
            if into is not None and into not in known:
                known.add(into)
                yield a.model_copy(update={"id": into, "name": self.name_of(into)})

    def _renamed(self, document: str, p: Participant, renamed: dict[str, str]) -> Participant:
        into = renamed.get(f"{document}\0{p.id}") or renamed.get(p.id)
        return p if into is None else p.model_copy(update={"id": into, "name": self.name_of(into)})

    def between(self, a: Report, b: Report) -> bool | None:
        """Whether two reports were judged one happening (`True`) or two (`False`); the last word counts."""
        for j in reversed(self._rulings):
            if not (_means(j, a) and _means(j, b)):
                continue
            if j.kind == "merge occurrences" and not _same_anchor(j, a, b):
                return True
            if j.kind == "split occurrences" and _is_split_off(j, a) != _is_split_off(j, b):
                return False
        return None

    def with_partners(self, documents: set[str]) -> set[str]:
        """Documents, and those whose reports were judged to be of one happening with theirs, or not."""
        found = set(documents)
        more = True
        while more:
            told = [{a.document for a in j.events} for j in self._rulings]
            new = {d for names in told if names & found for d in names} - found
            found |= new
            more = bool(new)
        return found

    def speaks_of(self, report: Report) -> bool:
        """Whether a report was judged to be of one happening with another, or not."""
        return any(_means(j, report) for j in self._rulings)

    def documents(self) -> set[str]:
        """Documents whose reports some judgement touches."""
        return {a.document for j in self.standing for a in j.events} | {
            d for j in self.standing for d in j.documents
        }

    def actors(self) -> set[str]:
        """Ids of actors that some judgement touches."""
        return {a for j in self.standing for a in j.actors}


def _means(j: Judgement, report: Report) -> bool:
    return any(tells(a, report.document, report.act, report.trigger) for a in j.events)


def _is_split_off(j: Judgement, report: Report) -> bool:
    """Whether a report is the first event of a `split occurrences`, which the others have nothing to do with."""
    return tells(j.events[0], report.document, report.act, report.trigger)


def _same_anchor(j: Judgement, a: Report, b: Report) -> bool:
    return any(
        tells(x, a.document, a.act, a.trigger) and tells(x, b.document, b.act, b.trigger) for x in j.events
    )

"""A flat table of events: one row an event, or one a pair of actor and recipient.

Dyads: each actor with each recipient. Where everybody is an actor (a meeting, a pact, a joint exercise), each with
each other, both ways, as CAMEO has it; where several did something to nobody named, one row an actor.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from itertools import permutations, product
from typing import Any, TextIO

from dragoman.exports.common import Selection, cameo_root, code, dates, event_id, quad
from dragoman.schema import Event, Participant, Reading

# The columns in their order, each with what it holds; docs/exports.md is held against it.
COLUMNS = {
    "id": "document and event; every dyad of an event has the same",
    "date": "first day, as 2015-12-15",
    "enddate": "last day",
    "date_basis": "where the dates come from: `text`, or `published` where the text gives none",
    "status": "actual, future, hypothetical, negated, cancelled, historical",
    "act": "PLOVER's category of the act itself",
    "mode": "its mode",
    "plover_event": "PLOVER's own code, derived from act and status: a future CONSULT is AGREE",
    "plover_mode": "its mode",
    "plover_score": "its conflict-cooperation score",
    "cameo_root": "CAMEO's root category for it, two digits",
    "quad_code": "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict",
    "quad": "the same in words",
    "actors": "names; several are joined by `; `",
    "actor_codes": "PLOVER's codes: countries, IGO, NGO, UNO, EUR ...",
    "actor_sectors": "PLOVER's sectors",
    "recipients": "names",
    "recipient_codes": "codes",
    "recipient_sectors": "sectors",
    "place": "name of the place",
    "place_country": "its country",
    "lat": "degrees north",
    "lon": "degrees east",
    "contexts": "PLOVER's contexts",
    "topics": "what it is about",
    "confidence": "0 to 1",
    "rule": "the entry that produced it, for `dragoman lexicon show`",
    "document": "id of the document",
    "published": "its day of publication",
    "publisher": "who published it",
    "url": "its address",
    "title": "its title",
    "start": "where the evidence begins, in characters",
    "end": "where it ends",
    "evidence": "the words",
    "date_precision": "how closely the text tells the date: day, week, month, season, year, decade; empty where it tells none",
}
# Of events that a record holds.
OF_RECORD = {"occurrence": "id of the happening, which every telling of it shares"}
_MUTUAL = frozenset({"CONSULT", "COOPERATE", "AGREE", "SUPPORT"})
Pair = tuple[list[Participant], list[Participant]]


def rows(readings: Iterable[Reading], selection: Selection) -> Iterator[dict[str, Any]]:
    """The rows of the events that go out; lists stay lists, what is unknown is `None`."""
    for reading in readings:
        for event in selection.events(reading):
            shared = _row(reading, event)
            if selection.occurrence_of is not None:
                shared["occurrence"] = selection.occurrence_of(reading, event)
            for actors, recipients in dyads(event) if selection.dyads else [(event.actors, event.recipients)]:
                yield {
                    **shared,
                    **_people("actor", actors, reading),
                    **_people("recipient", recipients, reading),
                }


def dyads(event: Event) -> list[Pair]:
    """An event as pairs of one actor and one recipient, either of which may be absent."""
    if event.actors and event.recipients:
        return [([a], [r]) for a, r in product(event.actors, event.recipients)]
    if len(event.actors) > 1 and event.act in _MUTUAL:
        return [([a], [b]) for a, b in permutations(event.actors, 2)]
    return [([a], []) for a in event.actors] or [([], [r]) for r in event.recipients] or [([], [])]


def write_csv(readings: Iterable[Reading], out: TextIO, selection: Selection) -> None:
    """Write the table as CSV (RFC 4180) with a header; lists are joined by `; `, unknown is empty."""
    table = csv.DictWriter(out, columns(selection), lineterminator="\n")
    table.writeheader()
    for row in rows(readings, selection):
        table.writerow({name: _cell(row[name]) for name in table.fieldnames})


def write_jsonl(readings: Iterable[Reading], out: TextIO, selection: Selection) -> None:
    """Write the table as one JSON object a row."""
    names = columns(selection)
    for row in rows(readings, selection):
        out.write(json.dumps({name: row[name] for name in names}, ensure_ascii=False) + "\n")


def columns(selection: Selection) -> list[str]:
    """The columns of a table, in their order."""
    return [*COLUMNS, *(OF_RECORD if selection.occurrence_of is not None else ())]


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return "; ".join("" if item is None else str(item) for item in value)
    return value


def _people(role: str, people: list[Participant], reading: Reading) -> dict[str, list[str | None]]:
    return {
        f"{role}s": [who.name for who in people],
        f"{role}_codes": [code(who, reading) for who in people],
        f"{role}_sectors": [who.sector for who in people],
    }


def _row(reading: Reading, event: Event) -> dict[str, Any]:
    document, place = reading.document, event.place
    start, end, basis = dates(document, event)
    number, name = quad(event)
    return {
        "id": event_id(reading, event),
        "date": start,
        "enddate": end,
        "date_basis": basis,
        "status": event.status,
        "act": event.act,
        "mode": event.mode,
        "plover_event": event.plover.event,
        "plover_mode": event.plover.mode,
        "plover_score": event.plover.score,
        "cameo_root": cameo_root(event),
        "quad_code": number,
        "quad": name,
        "place": place.name if place is not None else None,
        "place_country": place.country if place is not None else None,
        "lat": place.lat if place is not None else None,
        "lon": place.lon if place is not None else None,
        "contexts": event.contexts,
        "topics": event.topics,
        "confidence": event.confidence,
        "rule": event.rule,
        "document": document.id,
        "published": document.published,
        "publisher": document.publisher,
        "url": document.url,
        "title": document.title,
        "start": event.evidence[0],
        "end": event.evidence[1],
        "evidence": reading.quote(event.evidence),
        "date_precision": event.time.precision if event.time is not None else None,
    }

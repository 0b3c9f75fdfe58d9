"""PLOVER JSON: one event a line, with the field names of the codebook's chapter on data interchange.

Fields beyond the codebook's: `date_precision`, `date_basis`, `status`, `act` and `act_mode` (the act before the derivation from its
status), `confidence`, `rule`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TextIO

from dragoman import __version__
from dragoman.exports.common import Selection, code, dates, event_id, quad
from dragoman.schema import Event, Participant, Reading

CODEBOOK = "plover-base-2.0"


def write(readings: Iterable[Reading], out: TextIO, selection: Selection) -> None:
    """Write the events of readings, one JSON object a line. Dyads are PLOVER's to make: it lists actors."""
    for reading in readings:
        for event in selection.events(reading):
            told = record(reading, event)
            if selection.occurrence_of is not None:
                told["occurrence"] = selection.occurrence_of(reading, event)
            out.write(json.dumps(told, ensure_ascii=False) + "\n")


def record(reading: Reading, event: Event) -> dict[str, Any]:
    """An event as the codebook has it; what is unknown is left out, but for the date."""
    document = reading.document
    start, end, basis = dates(document, event)
    place = event.place
    out: dict[str, Any] = {
        "id": event_id(reading, event),
        "date": start,
        "enddate": end if end != start else None,
        "date_precision": event.time.precision if event.time is not None else None,
        "date_basis": basis,
        "actor": [_entity(reading, who) for who in event.actors],
        "recipient": [_entity(reading, who) for who in event.recipients],
        "event": [event.plover.event],
        "mode": [event.plover.mode] if event.plover.mode is not None else [],
        "context": event.contexts,
        "quad_code": quad(event)[0],
        "event_scale": event.plover.score,
        "event_text": [reading.quote(event.evidence)],
        "text_info": {"start": event.evidence[0], "end": event.evidence[1]},
        "event_loc": place
        and _known(
            extracted_place=reading.quote(place.span) if place.span is not None else None,
            resolved_place=place.name,
            lat=place.lat,
            lon=place.lon,
            country_code=place.country,
        ),
        "cite_info": _known(
            url=document.url,
            title=document.title,
            language=document.language,
            publication=document.publisher,
            coder=f"dragoman {__version__}",
            codebook=CODEBOOK,
        ),
        "status": event.status,
        "act": event.act,
        "act_mode": event.mode,
        "confidence": event.confidence,
        "rule": event.rule,
    }
    return {name: value for name, value in out.items() if value is not None or name == "date"}


def _entity(reading: Reading, who: Participant) -> dict[str, Any]:
    actor = next((a for a in reading.actors if a.id == who.id), None)
    return _known(
        code=code(who, reading),
        sector=who.sector,
        entity_text=reading.quote(who.span) if who.span is not None else None,
        identifier_id=actor.wikidata if actor is not None else None,
        identifier_text=who.name,
        office=actor.office if actor is not None else None,
    )


def _known(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}

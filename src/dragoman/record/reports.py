"""From a reading to reports: each event that is a happening, with the days on which the text puts it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from importlib import resources
from typing import Final

from dragoman.actors import knowledge_base
from dragoman.actors.names import words_of
from dragoman.datafiles import shipped_yaml
from dragoman.places import gazetteer
from dragoman.record.wordings import wordings
from dragoman.schema import Count, Event, Kind, Participant, Place, Precision, Reading
from dragoman.schema.record import ContactKind, Dating, Party, Report

# Rules of readings that come from official logs.
LOGGED: Final = "log."
# What was not done, or only imagined, is no happening.
_HAPPENINGS: Final = frozenset({"actual", "future", "cancelled", "historical"})
_KINDS: Final[dict[str | None, ContactKind]] = {
    "visit": "visit",
    "phone": "call",
    "multilateral": "conference",
}
# News without a date is of the day of its document or the two before it.
FRESH: Final = 2
# What is to happen, without a date, is thought to happen within a season.
AHEAD: Final = 92
# A stay or a round of talks is told by its days up to here; a longer interval is a period in which it was.
LONGEST: Final = 31
# What is only mentioned, without a date, may have been so many days before its document.
LOOKBACK: Final = 14
# What was called off, without a date, was planned for a day up to so many before the document that recalls it.
RECALLED: Final = 200
# A nominal act that no verb carries, or one told with half its parties, is read with at most this confidence.
MENTIONED: Final = 0.75
# Places within so many kilometres of each other are one town.
TOWN: Final = 25
# A region's towns are within so many kilometres of where it is said to lie.
REGION: Final = 250
# Countries that are one town.
_CITIES: Final = frozenset({"HKG", "MAC", "SGP", "MCO", "VAT", "GIB"})
_KM_A_DEGREE: Final = 111.2


def reports_of(reading: Reading) -> list[Report]:
    """The reports of a reading, in its order."""
    return list(_reports(reading))


# Reports are made of valid readings, and share the set of their fields' names: each its own would take two fifths of
# the memory that a record's reports are grouped in.
_FIELDS: Final = set(Report.model_fields)


def _reports(reading: Reading) -> Iterator[Report]:
    d = reading.document
    published = d.day
    kinds = {a.id: a.kind for a in reading.actors}
    sums = [c for c in reading.counts if not c.ordinal and c.value > 1]
    for event in reading.events:
        if event.status not in _HAPPENINGS or any(_is_sum(event, c) for c in sums):
            continue
        start, end, precision, dating = _days(event, published)
        yield Report.model_construct(
            _FIELDS,
            document=d.id,
            event=event.id,
            evidence=event.evidence,
            trigger=event.trigger,
            act=event.act,
            mode=event.mode,
            kind=kind_of(event),
            status=event.status,
            actors=_parties(event.actors, reading, kinds),
            recipients=_parties(event.recipients, reading, kinds) or _host(event),
            place=_unplaced(_abroad(event)),
            published=published,
            publisher=d.publisher,
            topics=event.topics,
            rule=event.rule,
            confidence=event.confidence,
            start=start,
            end=end,
            precision=precision,
            dating=dating,
        )


def _is_sum(event: Event, count: Count) -> bool:
    """Whether an event only says how often: `they talked 36 times` is a claim about many happenings, and tells none."""
    return count.evidence[0] <= event.trigger[0] and event.trigger[1] <= count.evidence[1]


def kind_of(event: Event) -> ContactKind | None:
    """The kind of contact that an event is; `None` for what is no contact."""
    if event.act != "CONSULT":
        return None
    if event.mode is None and (event.rule in wordings()["letters"] or event.rule.endswith(".letter")):
        return "letter"
    return _KINDS.get(event.mode, "meeting")


def _parties(people: Iterable[Participant], reading: Reading, kinds: Mapping[str, Kind]) -> list[Party]:
    """Participants with what they are, and the state that they belong to where they act for none."""
    return [_party(p.id, p.name, reading.country_of(p), p.sector, kinds.get(p.id)) for p in people]


@lru_cache(maxsize=1 << 16)
def _party(id_: str, name: str, country: str | None, sector: str | None, kind: Kind | None) -> Party:
    """A party, one for all its reports: many thousands tell of the same few."""
    return Party(id=id_, name=name, country=country, sector=sector, kind=kind)


def _abroad(event: Event) -> Place | None:
    """The place of an event; of a visit none at home, where guests only came back to: `returned to Paris from Morocco`."""
    place = event.place
    if kind_of(event) != "visit" or place is None or place.country is None:
        return place
    guests, hosts = ({p.country for p in people} for people in (event.actors, event.recipients))
    return None if guests == {place.country} and hosts and place.country not in hosts else place


def _unplaced(place: Place | None) -> Place | None:
    """A place without where it is told: that is for the reading to say."""
    return None if place is None else _place(place.name, place.country, place.lat, place.lon)


@lru_cache(maxsize=1 << 16)
def _place(name: str, country: str | None, lat: float | None, lon: float | None) -> Place:
    """A place, one for all its reports."""
    return Place(name=name, country=country, lat=lat, lon=lon)


def _host(event: Event) -> list[Party]:
    """The state in which a visit is, where the text names no host."""
    place = event.place
    if kind_of(event) != "visit" or place is None or place.country is None:
        return []
    if any(p.country == place.country for p in event.actors):
        return []
    return [_state(place.country)]


@lru_cache(maxsize=256)
def _state(code: str) -> Party:
    known = knowledge_base().states.get(code)
    return Party(
        id=code, name=known.name if known is not None else code, country=code, sector="GOV", kind="state"
    )


def _days(event: Event, published: str | None) -> tuple[str | None, str | None, Precision | None, Dating]:
    """First and last day, precision and dating: clipped to before or after the document where the status says so."""
    time, status = event.time, event.status
    if time is not None:
        start, end = time.start, time.end
        recalled = status == "cancelled" and (published is None or start <= published)
        if recalled and not event.rule.startswith(LOGGED):  # a log has the day of what was called off
            return start, shift(end, AHEAD), time.precision, "vague"  # news the day of the calling off
        if time.precision == "day" and days_between(start, end) <= LONGEST:
            return start, end, time.precision, "exact"
        if published is not None:
            if status == "future" and start < published <= end:
                start = published
            elif status in ("actual", "historical") and start <= published < end:
                end = published
        return start, end, time.precision, "vague"
    if published is None or status == "historical":
        return None, None, None, "undated"
    if status == "actual":
        return shift(published, -FRESH), published, None, "inferred"
    return published, shift(published, AHEAD), None, "vague"


def is_mentioned(r: Report) -> bool:
    """Whether a report without a date may be a mention of what was told before, rather than news."""
    return r.dating == "inferred" and r.confidence <= MENTIONED and r.kind != "call"


def is_recalled(r: Report) -> bool:
    """Whether a report tells that something was called off, but not for which day it was planned."""
    return r.dating == "vague" and r.status == "cancelled"


def reach_of(r: Report) -> tuple[str | None, str | None]:
    """First and last day on which what a report tells may be: its own days, and those that a mention looks back to."""
    if r.published is not None and is_mentioned(r):
        return shift(r.published, -LOOKBACK), r.end
    if r.published is not None and is_recalled(r) and r.precision is None:
        return shift(r.published, -RECALLED), r.end
    if r.published is not None and r.act == "AID" and r.status == "future" and r.precision is None:
        return shift(r.published, -FRESH), r.end  # `will grant a loan` was promised in the days before
    if r.dating == "vague" and r.start is not None and is_week(r):
        return shift(r.start, -1), r.end
    return r.start, r.end


def is_week(r: Report) -> bool:
    """Whether a report tells a week from Monday to Sunday: `last week`, which for many begins on the Sunday before."""
    if r.start is None or r.end is None or days_between(r.start, r.end) != 6:
        return False
    return date.fromisoformat(r.start).weekday() == 0


@lru_cache(maxsize=1 << 15)
def shift(day: str, days: int) -> str:
    """The day so many days later."""
    try:
        return (date.fromisoformat(day) + timedelta(days)).isoformat()
    except OverflowError:  # the ends of the calendar
        return day


def days_between(start: str, end: str) -> int:
    """Days from one day to another."""
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


def place_conflict(a: Place | None, b: Place | None) -> bool:
    """Whether two places are certainly different: in different states, or different towns of one.

    A state itself contains its towns, so it conflicts with none of them, and so does a region those that it may contain;
    a town may have two names, and seas and rivers lie by many.
    """
    if a is None or b is None or same_place(a, b) or _is_water(a) or _is_water(b):
        return False
    if a.country is not None and b.country is not None and a.country != b.country:
        return True
    if is_state(a) or is_state(b):
        return False
    return not in_region(a, b)


def in_region(a: Place, b: Place) -> bool:
    """Whether one of two places is a region in which the other may lie."""
    return a.country == b.country and (_is_region(a) or _is_region(b)) and _apart(a, b) <= REGION


def across_border(a: Place | None, b: Place | None) -> bool:
    """Whether two places of different states lie beside each other: a crossing, and the region that it leads to."""
    if a is None or b is None or a.country == b.country:
        return False
    return _apart(a, b) <= (REGION if _is_region(a) or _is_region(b) else TOWN)


def _is_water(place: Place) -> bool:
    """Whether a place is a sea or a river: it lies somewhere, but in no state."""
    return place.country is None and place.lat is not None


@lru_cache(maxsize=1)
def _regions() -> frozenset[str]:
    """Last words of the names of regions."""
    raw = shipped_yaml(resources.files("dragoman.record") / "data" / "regions.yml")
    return frozenset(raw["last_words"])


def _is_region(place: Place) -> bool:
    """Whether a place is a part of a state that has towns: `Niger state`, `Zulia`."""
    if place.name.rsplit(maxsplit=1)[-1].casefold() in _regions():
        return True
    return _listed_as_region(place.name, place.country, place.lat, place.lon)


@lru_cache(maxsize=1 << 14)
def _listed_as_region(name: str, country: str | None, lat: float | None, lon: float | None) -> bool:
    """Whether the gazetteer has a place for a region: the name alone may be that of its town too."""
    words = words_of(name)
    if not words:
        return False
    found = (e for w, entries in gazetteer().beginning(words[0]) if w == words for e in entries)
    return any(e.kind == "region" and (e.country, e.lat, e.lon) == (country, lat, lon) for e in found)


def _apart(a: Place, b: Place) -> float:
    """Kilometres between two places; where one has no coordinates, without end."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    east = (a.lon - b.lon) * math.cos(math.radians(a.lat))
    return math.hypot(a.lat - b.lat, east) * _KM_A_DEGREE


def same_place(a: Place, b: Place) -> bool:
    """Whether two places are one: by name, or by lying in each other's reach."""
    return a.name == b.name or _apart(a, b) <= TOWN


def is_state(place: Place) -> bool:
    """Whether a place is a whole state: it has no coordinates of a town of its own, nor is it a town that is a country."""
    return place.lat is None and place.country not in _CITIES

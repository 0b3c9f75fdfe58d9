"""What is said of an occurrence: its reports taken together, and the details on which they differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from dragoman.record.clusters import ORDER_OF_DATING, Cluster, Told, id_of
from dragoman.record.copies import Signatures, independent
from dragoman.record.reports import is_state, place_conflict
from dragoman.schema import Act, Place
from dragoman.schema.record import Change, Conflict, ContactKind, Occurrence, OccurrenceStatus, Party, Report


def composed(c: Cluster, signatures: Signatures) -> Occurrence:
    """The occurrence of a cluster: the best dated and fullest reports speak for it."""
    if c.fixed is not None:
        return c.fixed
    told = sorted(c.told, key=lambda t: (ORDER_OF_DATING[t.report.dating], t.order()))
    reports = [t.report for t in told]
    best = reports[0]
    start, end = (c.start, c.end) if c.sharp else (best.start, best.end)
    history = list(_history(reports))
    act = _act(reports)
    return Occurrence(
        id=id_of(c),
        act=act,
        mode=next((r.mode for r in reports if r.act == act and r.mode is not None), None),
        kind=_kind(reports),
        status=history[-1].status,
        actors=_people(told, "actors"),
        recipients=_people(told, "recipients"),
        start=start,
        end=end,
        precision=best.precision,
        dating=best.dating,
        place=_place(reports),
        topics=sorted({t for r in reports for t in r.topics}),
        history=history,
        conflicts=list(_conflicts(reports)),
        perhaps=c.perhaps,
        sources=independent({r.document for r in reports}, signatures),
        reports=sorted(
            reports, key=lambda r: (r.published or "", r.document, r.evidence, r.trigger, r.event)
        ),
    )


def _act(reports: Sequence[Report]) -> Act:
    """The act most reports tell; of equals that of the best dated."""
    acts = [r.act for r in reports]
    return max(acts, key=lambda a: (acts.count(a), -acts.index(a)))


def _kind(reports: Sequence[Report]) -> ContactKind | None:
    """The kind most reports give; of equals the one of the best dated."""
    kinds: list[ContactKind] = [r.kind for r in reports if r.kind is not None]
    return max(kinds, key=lambda k: (kinds.count(k), -kinds.index(k)), default=None)


def _people(told: Sequence[Told], role: str) -> list[Party]:
    """Everybody in a role: persons and bodies once, a state only where nobody else stands for it."""
    found: dict[str, Party] = {}
    for t in told:
        parties: list[Party] = getattr(t.report, role)
        for p in parties:
            found.setdefault(p.id, p)
    named = {p.country for p in found.values() if p.id != p.country}
    return sorted(
        (p for p in found.values() if p.id not in named),
        key=lambda p: (p.country or "", p.kind != "person", p.id),
    )


def _place(reports: Sequence[Report]) -> Place | None:
    """The place most reports give, a town before a state."""
    places = [r.place for r in reports if r.place is not None]
    if not places:
        return None
    names = [p.name for p in places]
    return max(places, key=lambda p: (not is_state(p), names.count(p.name), -names.index(p.name)))


_STATUS: Final[dict[str, OccurrenceStatus]] = {
    "actual": "actual",
    "historical": "actual",
    "future": "future",
    "cancelled": "cancelled",
}


def _history(reports: Iterable[Report]) -> Iterator[Change]:
    """What it was held to be, in the order of publication; what was held stays held."""
    last: OccurrenceStatus | None = None
    for r in sorted(reports, key=lambda r: (r.published or "", r.document, r.evidence, r.event)):
        status = _STATUS[r.status]
        if last not in (status, "actual"):
            yield Change(on=r.published, status=status, document=r.document)
            last = status


def _conflicts(reports: Sequence[Report]) -> Iterator[Conflict]:
    """Details on which reports differ, each value with the documents that give it."""
    places: dict[str, list[str]] = defaultdict(list)
    days: dict[str, list[str]] = defaultdict(list)
    for r in reports:
        if r.place is not None and r.kind != "call":
            places[r.place.name].append(r.document)
        if r.dating == "exact" and r.start and r.end:
            days[r.start if r.start == r.end else f"{r.start}/{r.end}"].append(r.document)
    first = next((r.place for r in reports if r.place is not None), None)
    if any(place_conflict(first, r.place) for r in reports):
        yield from (
            Conflict(detail="place", value=k, documents=sorted(set(v))) for k, v in sorted(places.items())
        )
    if len(days) > 1:
        yield from (
            Conflict(detail="date", value=k, documents=sorted(set(v))) for k, v in sorted(days.items())
        )

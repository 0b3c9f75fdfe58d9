"""Reports of one happening become one occurrence.

Reports with days of their own come first: the fullest opens an occurrence, others join the one they agree with in
parties, kind, place and day. Reports dated only by their document join the nearest such occurrence of the days before.
A vague report (`last month`, `in 2013`) joins an occurrence only when exactly one fits; when several do, it stays by
itself and names them. Two different days are two happenings, but for what one text alone misremembers: missing a pair
hurts less than merging two.

The result depends on the reports alone, not on the order in which they come.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Protocol

from dragoman.record.copies import independent
from dragoman.record.reports import (
    days_between,
    is_state,
    overlaps,
    place_conflict,
    reports_of,
    same_place,
    shift,
)
from dragoman.record.sides import (
    UNKNOWN,
    Sides,
    links_of,
    persons_agree,
    same_circle,
    same_party,
    shared_persons,
    sides_of,
    united,
)
from dragoman.schema import Place, Reading
from dragoman.schema.record import Change, Conflict, ContactKind, Occurrence, OccurrenceStatus, Party, Report

# An undated report is of an occurrence at most so many days before its document.
RECENT: Final = 3
# Undated reports of documents so many days apart can be of one happening.
APART: Final = 2
# A text so many days after a happening may misremember its day by one.
HINDSIGHT: Final = 2
# What parties say to or of each other: a text that tells it twice tells of two.
_VERBAL: Final = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE"})
# Conferences and meetings are told in each other's words when the circle is the same.
_ROUND: Final = frozenset({"meeting", "conference"})
_ALIKE: Final = 0.6  # circles that share so much of their sides are the same

Signatures = Mapping[str, tuple[int, ...]]


class Ruling(Protocol):
    """What people judged of reports."""

    def between(self, a: Report, b: Report) -> bool | None:
        """Whether two reports are one happening (`True`) or two (`False`); `None` when nobody said."""

    def speaks_of(self, report: Report) -> bool:
        """Whether anything was said of a report."""


class _Silence:
    """Nobody judged anything."""

    def between(self, a: Report, b: Report) -> bool | None:
        return None

    def speaks_of(self, report: Report) -> bool:
        return False


def occurrences_of(readings: Iterable[Reading], signatures: Signatures | None = None) -> list[Occurrence]:
    """The occurrences of some readings, by start and id. `signatures` tell copies of a text (see `copies`)."""
    reports = [report for reading in readings for report in reports_of(reading)]
    return group(reports, signatures=signatures)


def group(
    reports: Iterable[Report],
    *,
    known: Iterable[Occurrence] = (),
    signatures: Signatures | None = None,
    ruling: Ruling | None = None,
) -> list[Occurrence]:
    """Group reports into occurrences.

    `known` are occurrences that stand as they are: vague reports may join them. `ruling` is what
    people judged of reports.
    """
    grouping = _Grouping(ruling or _Silence())
    for occurrence in known:
        grouping.keep(occurrence)
    told = [_Told(r) for r in reports]
    for dating, add in (
        ("exact", grouping.add_exact),
        ("inferred", grouping.add_inferred),
        ("vague", grouping.add_vague),
        ("undated", grouping.add_undated),
    ):
        for one in sorted((t for t in told if t.report.dating == dating), key=_Told.order):
            if not grouping.rule(one):
                add(one)
        if dating == "exact":
            grouping.mend_days()
    done = [_occurrence(c, signatures or {}) for c in grouping.clusters if c.told]
    return sorted(done, key=lambda o: (o.start or "", o.id))


@dataclass(slots=True)
class _Told:
    """A report with its sides."""

    report: Report
    actors: dict[str, frozenset[str]] = field(init=False)
    recipients: dict[str, frozenset[str]] = field(init=False)
    links: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.actors = sides_of(self.report.actors)
        self.recipients = sides_of(self.report.recipients)
        self.links = sorted(links_of(self.report))

    def order(self) -> tuple[object, ...]:
        """Those of earlier days first, then those that say most; the rest decides only which of equals is first."""
        r = self.report
        persons = sum(map(len, (*self.actors.values(), *self.recipients.values())))
        return (
            r.start or "",
            -persons,
            -len(self.actors) - len(self.recipients),
            r.place is None,
            r.document,
            r.evidence,
            r.trigger,
            r.event,
        )


@dataclass(slots=True)
class _Cluster:
    """An occurrence in the making; its interval is what its reports' intervals have in common."""

    told: list[_Told]
    actors: dict[str, frozenset[str]]
    recipients: dict[str, frozenset[str]]
    start: str | None
    end: str | None
    place: Place | None
    sharp: bool
    perhaps: list[str] = field(default_factory=list)
    fixed: Occurrence | None = None

    @property
    def first(self) -> Report:
        return self.told[0].report


class _Grouping:
    """Clusters found by act and link, so that a report is held against its neighbours only."""

    def __init__(self, ruling: Ruling) -> None:
        self.ruling = ruling
        self._ruled: list[_Cluster] = []  # those with a report that people judged
        self.clusters: list[_Cluster] = []
        self._by_link: dict[tuple[str, str], dict[str, list[_Cluster]]] = defaultdict(
            lambda: defaultdict(list)
        )

    def keep(self, occurrence: Occurrence) -> None:
        """An occurrence that stands: only vague reports may join it."""
        told = sorted(
            map(_Told, occurrence.reports), key=lambda t: (_ORDER_OF_DATING[t.report.dating], t.order())
        )
        cluster = self._opened(told[0], sharp=occurrence.dating in ("exact", "inferred"))
        for one in told[1:]:
            self._take(cluster, one)
        cluster.start, cluster.end, cluster.fixed = occurrence.start, occurrence.end, occurrence

    def rule(self, told: _Told) -> bool:
        """Put a report with one that people judged it to be of one happening with, whatever their days."""
        if not self.ruling.speaks_of(told.report):
            return False
        for c in self._ruled:
            if c.fixed is None and any(self.ruling.between(told.report, t.report) for t in c.told):
                self._take(c, told)
                return True
        return False

    def add_exact(self, told: _Told) -> None:
        """Join the occurrence of the same days, or open one."""
        self._join(told, [c for c in self._near(told, 0) if c.fixed is None], sharp=True)

    def mend_days(self) -> None:
        """What one text alone tells, days later, of the day before or after what several tell is theirs, misdated.

        Only where both sides name the same persons, and only one such happening is next to it.
        """
        alone = [c for c in self.clusters if c.fixed is None and len(c.told) == 1 and self._may_err(c.first)]
        for c in sorted(alone, key=lambda c: c.told[0].order()):
            told = c.told[0]
            near = [
                o
                for o in self._near(told, 1)
                if o is not c
                and o.fixed is None
                and len({t.report.document for t in o.told}) > 1
                and _named_on_both(united(c.actors, c.recipients), united(o.actors, o.recipients))
            ]
            if len(near) == 1:
                self._drop(c, told)
                self._take(near[0], told, misdated=True)

    def _may_err(self, r: Report) -> bool:
        """Whether a report was published so late that its day may be misremembered, and nobody judged it."""
        late = r.published is not None and r.end is not None and days_between(r.end, r.published) >= HINDSIGHT
        return late and not self.ruling.speaks_of(r)

    def _drop(self, c: _Cluster, only: _Told) -> None:
        """Take the only report out of a cluster, which is no more."""
        c.told = []
        for key in only.links:
            for month in _months(only.report, 0):
                listed = self._by_link[only.report.act, key][month]
                listed[:] = [o for o in listed if o is not c]

    def add_inferred(self, told: _Told) -> None:
        """Join the nearest occurrence of the days before the document, or one of documents of those days."""
        published = told.report.published or told.report.end
        assert published is not None
        near = []
        for c in self._near(told, RECENT):
            if c.fixed is not None or c.start is None or c.end is None:
                continue
            if c.first.dating == "inferred":
                if abs(days_between(c.first.published or c.end, published)) <= APART:
                    near.append(c)
            elif c.start <= published and shift(published, -RECENT) <= c.end:
                near.append(c)
        latest = max((c.start or "" for c in near if c.first.dating == "exact"), default=None)
        if latest is not None:
            near = [c for c in near if c.first.dating == "exact" and c.start == latest]
        self._join(told, near, sharp=True)

    def add_vague(self, told: _Told) -> None:
        """Join the only occurrence that fits; stay alone where several do."""
        r = told.report
        near = self._near(told, 0)
        fitting = _nearest(r, [c for c in near if c.sharp and overlaps(r, c.start, c.end)])
        if len(fitting) == 1:
            self._take(fitting[0], told)
            return
        same = [
            c
            for c in near
            if not c.sharp and c.first.dating == "vague" and (c.start, c.end) == (r.start, r.end)
        ]
        cluster = self._join(told, [c for c in same if c.fixed is None], sharp=False)
        names = {_id(c) for c in fitting}
        cluster.perhaps = sorted({*cluster.perhaps, *names})

    def add_undated(self, told: _Told) -> None:
        """Undated background stays with the same told undated elsewhere."""
        same = [c for c in self._near(told, 0) if c.fixed is None and c.first.dating == "undated"]
        self._join(told, same, sharp=False)

    def _join(self, told: _Told, near: list[_Cluster], *, sharp: bool) -> _Cluster:
        if not near:
            return self._opened(told, sharp=sharp)
        cluster = min(near, key=lambda c: _closeness(told, c))
        self._take(cluster, told)
        return cluster

    def _near(self, told: _Told, days: int) -> list[_Cluster]:
        """Clusters that the report fits, the days left to the caller but for a widened overlap."""
        r = told.report
        found: dict[int, _Cluster] = {}
        for key in told.links:
            by_month = self._by_link[r.act, key]
            for month in _months(r, days):
                for c in by_month.get(month, ()):
                    found.setdefault(id(c), c)
        return [c for c in found.values() if self._fits(told, c, days)]

    def _fits(self, told: _Told, c: _Cluster, days: int) -> bool:
        r = told.report
        if self.ruling.speaks_of(r) and any(self.ruling.between(r, t.report) is False for t in c.told):
            return False
        if r.dating in ("exact", "inferred") and c.sharp and not _days_meet(r, c, days):
            return False
        return _same_happening(told, c)

    def _opened(self, told: _Told, *, sharp: bool) -> _Cluster:
        r = told.report
        cluster = _Cluster([told], told.actors, told.recipients, r.start, r.end, r.place, sharp)
        self.clusters.append(cluster)
        if self.ruling.speaks_of(r):
            self._ruled.append(cluster)
        for key in told.links:
            for month in _months(r, 0):
                self._by_link[r.act, key][month].append(cluster)
        return cluster

    def _take(self, c: _Cluster, told: _Told, *, misdated: bool = False) -> None:
        r = told.report
        known = {link for t in c.told for link in t.links}
        c.told.append(told)
        c.fixed = None
        if c.sharp and r.dating == "vague":
            return  # what one vague report joins is for no other to change
        c.actors, c.recipients = united(c.actors, told.actors), united(c.recipients, told.recipients)
        if c.place is None or (
            is_state(c.place) and r.place is not None and not place_conflict(c.place, r.place)
        ):
            c.place = r.place or c.place
        if not misdated and c.sharp and r.dating == "exact" and r.start and r.end and c.start and c.end:
            common = max(c.start, r.start), min(c.end, r.end)
            if common[0] <= common[1]:
                c.start, c.end = common
        if self.ruling.speaks_of(r) and not any(x is c for x in self._ruled):
            self._ruled.append(c)
        for link in told.links:
            if link not in known:
                for month in _months(c.first, 0):
                    self._by_link[r.act, link][month].append(c)


def _nearest(r: Report, fitting: list[_Cluster]) -> list[_Cluster]:
    """Of several occurrences that a vague report fits, those it is likeliest to mean: of its kind, at its place, next."""
    alike = [c for c in fitting if c.first.kind == r.kind]
    fitting = alike or fitting
    if r.place is not None and not is_state(r.place):
        there = [c for c in fitting if c.place is not None and same_place(c.place, r.place)]
        fitting = there or fitting
    if r.precision is None:  # `will visit`, without a day: the next time
        first = min((c.start or "" for c in fitting), default="")
        fitting = [c for c in fitting if c.start == first]
    return fitting


_UNDATED: Final = ["undated"]


def _months(r: Report, days: int) -> Sequence[str]:
    """Index keys of a report's interval: its months, widened by some days, or `undated`."""
    if r.start is None or r.end is None:
        return _UNDATED
    return _between(shift(r.start, -days), shift(r.end, days))


@lru_cache(maxsize=1 << 14)
def _between(start: str, end: str) -> tuple[str, ...]:
    """The months from one day to another."""
    year, month = int(start[:4]), int(start[5:7])
    out = []
    while (stamp := f"{year:04}-{month:02}") <= end[:7]:
        out.append(stamp)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return tuple(out)


def _days_meet(r: Report, c: _Cluster, days: int) -> bool:
    if r.start is None or r.end is None or c.start is None or c.end is None:
        return False
    return shift(r.start, -days) <= c.end and c.start <= shift(r.end, days)


def _same_happening(told: _Told, c: _Cluster) -> bool:
    """Whether a report can be of a cluster's happening, its days aside."""
    r, first = told.report, c.first
    if not _same_kind(told, c):
        return False
    if r.act in _VERBAL and any(t.report.document == r.document for t in c.told):
        return False
    conflict = r.kind != "call" and place_conflict(r.place, c.place)
    if r.kind is not None and (r.kind != "visit" or first.kind != "visit"):
        here, there = united(told.actors, told.recipients), united(c.actors, c.recipients)
        if conflict and not _named_on_both(here, there):
            return False  # a wrong place is forgiven to those who name the same persons
        return same_circle(here, there)
    if conflict:
        return False
    if not told.recipients and not c.recipients:
        return same_circle(told.actors, c.actors) or (told.actors.keys() == c.actors.keys() == {UNKNOWN})
    if not same_party(told.actors, c.actors):
        return False
    if r.kind == "visit":
        return bool(told.recipients.keys() & c.recipients.keys())
    if told.recipients and c.recipients:
        return same_party(told.recipients, c.recipients)
    if r.act == "PROTEST":
        return r.dating == first.dating == "exact"
    return r.place is not None and c.place is not None and same_place(r.place, c.place)


def _same_kind(told: _Told, c: _Cluster) -> bool:
    """Whether kinds of contact, or modes of an act, can be one.

    A visit to a person is a meeting in other words; a visit to a state is not the meetings held in it.
    """
    r, first = told.report, c.first
    if r.kind is None and first.kind is None:
        return r.mode == first.mode or r.mode is None or first.mode is None
    if r.kind == first.kind:
        return True
    if r.kind in _ROUND and first.kind in _ROUND:
        both = len(told.actors.keys() & c.actors.keys())
        return both >= _ALIKE * len(told.actors.keys() | c.actors.keys())
    if r.kind == "visit" and first.kind in _ROUND:
        return _to_persons(told)
    return r.kind in _ROUND and first.kind == "visit" and all(map(_to_persons, c.told))


def _to_persons(told: _Told) -> bool:
    """Whether a visit is to persons, or already a meeting."""
    return told.report.kind != "visit" or any(told.recipients.values())


def _named_on_both(a: Sides, b: Sides) -> bool:
    """Whether two circles share a named person on at least two sides."""
    return sum(bool(a[k] & b[k]) for k in a.keys() & b.keys()) >= 2 and persons_agree(a, b)


def _closeness(told: _Told, c: _Cluster) -> tuple[object, ...]:
    """The cluster that a report belongs to, of several that it fits: the nearest in persons, place and topics."""
    r = told.report
    persons = shared_persons(told.actors, c.actors) + shared_persons(told.recipients, c.recipients)
    sides = len({*told.actors, *told.recipients} & {*c.actors, *c.recipients})
    topics = len(set(r.topics) & {t for x in c.told for t in x.report.topics})
    there = r.place is not None and c.place is not None and same_place(r.place, c.place)
    return (-persons, -sides, not there, -topics, -len(c.told), _id(c))


def _id(c: _Cluster) -> str:
    """An id from what the occurrence is told by, the same in whatever order it was added.

    Vague reports have no say where others do, so that those which may mean it can name it.
    """
    told = [t.report for t in c.told if t.report.dating in ("exact", "inferred")] or [
        t.report for t in c.told
    ]
    r = min(told, key=lambda r: (r.document, r.evidence, r.trigger, r.event))
    name = f"{r.document}\0{r.act}\0{r.trigger[0]}\0{r.trigger[1]}\0{r.event}"
    return hashlib.sha256(name.encode()).hexdigest()[:12]


_ORDER_OF_DATING: Final = {"exact": 0, "inferred": 1, "vague": 2, "undated": 3}


def _occurrence(c: _Cluster, signatures: Signatures) -> Occurrence:
    """The occurrence of a cluster: the best dated and fullest reports speak for it."""
    if c.fixed is not None:
        return c.fixed
    told = sorted(c.told, key=lambda t: (_ORDER_OF_DATING[t.report.dating], t.order()))
    reports = [t.report for t in told]
    best = reports[0]
    start, end = (c.start, c.end) if c.sharp else (best.start, best.end)
    history = list(_history(reports))
    return Occurrence(
        id=_id(c),
        act=best.act,
        mode=next((r.mode for r in reports if r.mode is not None), None),
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


def _kind(reports: Sequence[Report]) -> ContactKind | None:
    """The kind most reports give; of equals the one of the best dated."""
    kinds: list[ContactKind] = [r.kind for r in reports if r.kind is not None]
    return max(kinds, key=lambda k: (kinds.count(k), -kinds.index(k)), default=None)


def _people(told: Sequence[_Told], role: str) -> list[Party]:
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

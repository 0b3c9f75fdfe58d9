"""Reports of one happening become one occurrence.

Reports with days of their own come first: the fullest opens an occurrence, others join the one they agree with in
parties, kind, place and day; a visit may last some days. Reports dated only by their document join the nearest such
occurrence of the days before; what is merely mentioned may mean one of some days more.
A vague report (`last month`, `in 2013`) joins an occurrence only when exactly one fits; when several do, it stays by
itself and names them. Two different days are two happenings, but for what one text alone misremembers: missing a pair
hurts less than merging two.

The result depends on the reports alone, not on the order in which they come.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, Protocol

from dragoman.record.clusters import ORDER_OF_DATING, Cluster, Told, id_of
from dragoman.record.composed import composed
from dragoman.record.copies import Signatures
from dragoman.record.kindred import field_of
from dragoman.record.likeness import (
    closeness,
    is_departure,
    left_out,
    named_on_both,
    of_one_sort,
    one_blow_in_town,
    one_stay,
    same_happening,
    was_talk_of,
)
from dragoman.record.reports import (
    LOOKBACK,
    days_between,
    is_mentioned,
    is_recalled,
    is_state,
    is_week,
    place_conflict,
    reach_of,
    reports_of,
    same_place,
    shift,
)
from dragoman.record.sides import MUTUAL, SEIZED, persons_in, united
from dragoman.schema import Reading
from dragoman.schema.record import Occurrence, Report

# To be raised when the rules change by which reports become one: kept occurrences of older rules are made anew.
RULES: Final = 7
# An undated report is of an occurrence at most so many days before its document.
RECENT: Final = 3
# Undated reports of documents so many days apart can be of one happening.
APART: Final = 2
# A text so many days after a happening may misremember its day by one.
HINDSIGHT: Final = 2
# What the same parties sign or agree, they do not so soon again: its day may be misremembered by as many.
SIGNED: Final = 2
# What is done but once (a step taken, a person seized), a text so long after may misdate by so many days: no more than
# `RECENT`, within which new reports look for what they change.
REMEMBERED: Final = 3
MEMORY: Final = 30
# What was planned, and held a day or so before or after, is one happening; a call is soon followed by another.
SLIP: Final = 2
# A visit told of days so far apart is one stay, its end told so many days after its beginning; in all it lasts a week.
STAY: Final = 2
DEPARTED: Final = 3
LONG_STAY: Final = 7
# What was not held yet, or not at all.
_AHEAD: Final = frozenset({"future", "cancelled"})
# Acts that parties do to each other once, so that two texts which differ by a day tell of one.
_ONCE: Final = MUTUAL | {"SANCTION"}


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
    """Group reports into occurrences, by start and id.

    `known` are occurrences that stand as they are: vague reports may join them. `ruling` is what
    people judged of reports.
    """
    done = grouped(reports, known=known, signatures=signatures, ruling=ruling)
    return sorted((o for o, _ in done), key=lambda o: (o.start or "", o.id))


def grouped(
    reports: Iterable[Report],
    *,
    known: Iterable[Occurrence] = (),
    signatures: Signatures | None = None,
    ruling: Ruling | None = None,
) -> Iterator[tuple[Occurrence, set[str]]]:
    """What `group` gives, with the links of each, one by one and in no order: of many reports nothing is held twice."""
    clusters = _clusters(reports, known, ruling or _Silence())
    while clusters:
        c = clusters.pop()
        if c.told:
            yield composed(c, signatures or {}), {link for t in c.told for link in t.links}


def _clusters(reports: Iterable[Report], known: Iterable[Occurrence], ruling: Ruling) -> list[Cluster]:
    grouping = _Grouping(ruling)
    for occurrence in known:
        grouping.keep(occurrence)
    told = [Told(r) for r in reports]
    for dating, add in (
        ("exact", grouping.add_exact),
        ("inferred", grouping.add_inferred),
        ("vague", grouping.add_vague),
        ("undated", grouping.add_undated),
    ):
        for one in sorted((t for t in told if t.report.dating == dating), key=_turn):
            if not grouping.rule(one):
                add(one)
        if dating == "inferred":
            grouping.mend_days()
            grouping.mend_plans()
    return grouping.clusters


def _turn(told: Told) -> tuple[object, ...]:
    """When a report has its turn: `at the weekend` waits for those that tell the day, unless it lasted some days."""
    r = told.report
    brief = r.kind in (None, "call") and r.dating == "exact" and r.start != r.end
    return (brief, *told.order())


class _Grouping:
    """Clusters found by field of acts and link, so that a report is held against its neighbours only."""

    def __init__(self, ruling: Ruling) -> None:
        self.ruling = ruling
        self._ruled: list[Cluster] = []  # those with a report that people judged
        self.clusters: list[Cluster] = []
        self._by_link: dict[tuple[str, str], dict[str, list[Cluster]]] = defaultdict(
            lambda: defaultdict(list)
        )

    def keep(self, occurrence: Occurrence) -> None:
        """An occurrence that stands: only vague reports may join it."""
        told = sorted(
            map(Told, occurrence.reports), key=lambda t: (ORDER_OF_DATING[t.report.dating], t.order())
        )
        cluster = self._opened(told[0], sharp=occurrence.dating in ("exact", "inferred"))
        for one in told[1:]:
            self._take(cluster, one)
        cluster.start, cluster.end, cluster.fixed = occurrence.start, occurrence.end, occurrence
        self._list(cluster, (link for t in cluster.told for link in t.links))

    def rule(self, told: Told) -> bool:
        """Put a report with one that people judged it to be of one happening with, whatever their days."""
        if not self.ruling.speaks_of(told.report):
            return False
        for c in self._ruled:
            if c.fixed is None and any(self.ruling.between(told.report, t.report) for t in c.told):
                self._take(c, told)
                return True
        return False

    def add_exact(self, told: Told) -> None:
        """Join the occurrence of the same days, or a visit that lasted till then, or open one."""
        r = told.report
        near = [c for c in self._near(told, r.start, r.end) if c.fixed is None]
        if not near and r.kind == "visit":
            near = [c for c in self._near(told, _back(r.start, DEPARTED), r.end) if self._lasted(c, told)]
        if len(near) > 1 and not told.recipients:  # told of several, it may be of any of them
            near = [c for c in near if not left_out(told, c)]
        self._join(told, near, sharp=True)

    def _lasted(self, c: Cluster, told: Told) -> bool:
        """Whether a visit told of earlier days is the one of which a report tells a later day or the end."""
        r = told.report
        if c.fixed is not None or not one_stay(told, c) or None in (c.start, c.end, r.start, r.end):
            return False
        departed = is_departure(told)
        if not persons_in(told.actors) & persons_in(c.actors) or (r.document in c.documents and not departed):
            return False  # a text that tells of two days tells of two visits
        apart, whole = days_between(c.end, r.start), days_between(c.start, r.end)  # type: ignore[arg-type]
        return apart <= (DEPARTED if departed else STAY) and whole <= LONG_STAY

    def mend_days(self) -> None:
        """What one text alone tells, days later, of the day before or after what others tell is theirs, misdated.

        Only where both sides name the same persons and several texts tell the other day, or where the act is done but
        once and a text of its own day tells it; and where only one such happening is next to it.
        """
        alone = [c for c in self.clusters if c.fixed is None and len(c.documents) == 1]
        for c in sorted(alone, key=lambda c: c.told[0].order()):
            if len(c.documents) != 1 or not all(self._may_err(t.report) for t in c.told):
                continue
            told = c.told[0]
            days = _slip(c)
            window = _back(told.report.start, days), _back(told.report.end, -days)
            near = [
                o
                for o in self._near(told, *window)
                if o is not c and o.fixed is None and not c.documents & o.documents and _surer(c, o)
            ]
            if len(near) == 1:
                moved = self._drop(c)
                for one in moved:
                    self._take(near[0], one, misdated=True)

    def mend_plans(self) -> None:
        """What was only planned for a day, and held on the day before or after, was held as planned, but for the day.

        Only where nobody tells that it was held on the day of the plan, and only what was announced before what was held.
        """
        plans = [
            c
            for c in self.clusters
            if c.fixed is None and c.told and all(_is_plan(t.report) for t in c.told) and not self._judged(c)
        ]
        for c in sorted(plans, key=lambda c: c.told[0].order()):
            told = c.told[0]
            days = 1 if told.report.kind == "call" else SLIP
            window = _back(told.report.start, days), _back(told.report.end, -days)
            near = [
                o
                for o in self._near(told, *window)
                if o is not c and o.fixed is None and o.first.dating == "exact" and _was_held_after(o, c)
            ]
            if len(near) == 1:
                for one in self._drop(c):
                    self._take(near[0], one, misdated=True)

    def _judged(self, c: Cluster) -> bool:
        return any(self.ruling.speaks_of(t.report) for t in c.told)

    def _may_err(self, r: Report) -> bool:
        """Whether a report was published so late that its day may be misremembered, and nobody judged it."""
        return _is_late(r) and not self.ruling.speaks_of(r)

    def _drop(self, c: Cluster) -> list[Told]:
        """Take the reports out of a cluster, which is no more."""
        moved, c.told = c.told, []
        field = field_of(moved[0].report.act)
        for key in {link for t in moved for link in t.links}:
            for month in _between(c.start, c.end):
                listed = self._by_link[field, key][month]
                listed[:] = [o for o in listed if o is not c]
        return moved

    def add_inferred(self, told: Told) -> None:
        """Join the nearest occurrence of the days before the document, or one of documents of those days."""
        r = told.report
        published = r.published or r.end
        assert published is not None
        near = []
        for c in self._near(told, _back(r.start, RECENT), _back(r.end, -RECENT)):
            if c.fixed is not None or c.start is None or c.end is None:
                continue
            if c.first.dating == "inferred":
                if abs(days_between(c.first.published or c.end, published)) <= APART:
                    near.append(c)
            elif c.start <= published and shift(published, -RECENT) <= c.end:
                near.append(c)
        if not near and is_mentioned(r):
            near = [
                c for c in self._near(told, shift(published, -LOOKBACK), published) if self._recalled(c, told)
            ]
        latest = max((c.start or "" for c in near if c.first.dating == "exact"), default=None)
        if latest is not None:
            near = [c for c in near if c.first.dating == "exact" and c.start == latest]
        if len(near) > 1 and not told.recipients:
            near = [c for c in near if not left_out(told, c)]
        self._join(told, near, sharp=True)

    def _recalled(self, c: Cluster, told: Told) -> bool:
        """Whether a mention may mean what was told of earlier days: the same persons, or an act done but once."""
        if c.fixed is not None or c.first.dating != "exact":
            return False
        r = told.report
        if r.kind is None:
            return r.act in _ONCE
        if r.kind == "visit" and persons_in(told.actors) & persons_in(c.actors):
            return True
        return named_on_both(united(told.actors, told.recipients), united(c.actors, c.recipients))

    def add_vague(self, told: Told) -> None:
        """Join the only occurrence that fits; stay alone where several do."""
        r = told.report
        start, end = reach_of(r)
        near = list(self._near(told, start, end))
        monday = r.start if is_week(r) else start
        fitting = _nearest(told, [c for c in near if _may_be_meant(c, r, monday, end)])
        if not fitting and monday != start:  # whose week began on Sunday
            fitting = [c for c in near if _may_be_meant(c, r, start, end)]
        if not fitting and r.status in _AHEAD:  # the stay is told by no more than whom they saw
            linked = self._linked(told, start, end)
            fitting = [c for c in linked if _may_be_meant(c, r, start, end) and was_talk_of(told, c)]
        if len(fitting) > 1 and _is_one_trip(told, fitting):
            fitting = [min(fitting, key=lambda c: (not of_one_sort(told, c), c.start or "", id_of(c)))]
        if len(fitting) == 1:
            self._take(fitting[0], told)
            return
        same = [
            c
            for c in near
            if not c.sharp and c.first.dating == "vague" and (c.start, c.end) == (r.start, r.end)
        ]
        cluster = self._join(told, [c for c in same if c.fixed is None], sharp=False)
        names = {id_of(c) for c in fitting}
        cluster.perhaps = sorted({*cluster.perhaps, *names})

    def add_undated(self, told: Told) -> None:
        """Undated background stays with the same told undated elsewhere."""
        near = self._near(told, None, None)
        same = [c for c in near if c.fixed is None and c.first.dating == "undated"]
        self._join(told, same, sharp=False)

    def _join(self, told: Told, near: list[Cluster], *, sharp: bool) -> Cluster:
        if not near:
            return self._opened(told, sharp=sharp)
        cluster = min(near, key=lambda c: closeness(told, c))
        self._take(cluster, told)
        return cluster

    def _near(self, told: Told, start: str | None, end: str | None) -> list[Cluster]:
        """Clusters that the report fits; the sharp ones have a day of the window, the undated are of no window."""
        near = self._linked(told, start, end)
        if told.report.dating in ("exact", "inferred"):
            near = [c for c in near if not c.sharp or _meets(c, start, end)]
        if self.ruling.speaks_of(told.report):
            near = [c for c in near if not self._judged_apart(told, c)]
        return [c for c in near if same_happening(told, c)]

    def _linked(self, told: Told, start: str | None, end: str | None) -> Iterable[Cluster]:
        """Clusters of some months that have a link in common with a report."""
        field, months = field_of(told.report.act), _between(start, end)
        found: dict[int, Cluster] = {}
        for key in told.links:
            by_month = self._by_link.get((field, key))
            if by_month is not None:
                for month in months:
                    for c in by_month.get(month, ()):
                        found[id(c)] = c
        return found.values()

    def _judged_apart(self, told: Told, c: Cluster) -> bool:
        return any(self.ruling.between(told.report, t.report) is False for t in c.told)

    def _opened(self, told: Told, *, sharp: bool) -> Cluster:
        r = told.report
        cluster = Cluster([told], told.actors, told.recipients, told.lands, r.start, r.end, r.place, sharp)
        self.clusters.append(cluster)
        if self.ruling.speaks_of(r):
            self._ruled.append(cluster)
        field, months = field_of(r.act), _between(r.start, r.end)
        for link in told.links:
            by_month = self._by_link[field, link]
            for month in months:
                by_month[month].append(cluster)
        return cluster

    def _take(self, c: Cluster, told: Told, *, misdated: bool = False) -> None:
        r = told.report
        stay = one_stay(told, c)
        c.told.append(told)
        c.fixed = None
        if c.sharp and r.dating == "vague":
            return  # what one vague report joins is for no other to change
        c.actors, c.recipients = united(c.actors, told.actors), united(c.recipients, told.recipients)
        c.lands |= told.lands
        if c.place is None or (
            is_state(c.place) and r.place is not None and not place_conflict(c.place, r.place)
        ):
            c.place = r.place or c.place
        if not misdated and c.sharp and r.dating == "exact" and r.start and r.end and c.start and c.end:
            common = max(c.start, r.start), min(c.end, r.end)
            whole = min(c.start, r.start), max(c.end, r.end)
            if stay and days_between(*whole) <= LONG_STAY:
                c.start, c.end = whole
            elif common[0] <= common[1]:
                c.start, c.end = common
        if self.ruling.speaks_of(r) and not any(x is c for x in self._ruled):
            self._ruled.append(c)
        self._list(c, (link for t in c.told for link in t.links))

    def _list(self, c: Cluster, links: Iterable[str]) -> None:
        """Make a cluster to be found by these links in the months that it has come to reach."""
        months = _between(c.start, c.end)
        for link in set(links):
            by_month = self._by_link[field_of(c.first.act), link]
            for month in months:
                if not any(x is c for x in by_month[month]):
                    by_month[month].append(c)


def _meets(c: Cluster, start: str | None, end: str | None) -> bool:
    """Whether a cluster has a day of a window."""
    if c.start is None or c.end is None or start is None or end is None:
        return False
    return start <= c.end and c.start <= end


def _slip(c: Cluster) -> int:
    """By how many days what one text alone tells may be misdated: what is done but once may be by more, and after long."""
    r = c.first
    long_after = all(_is_memory(t.report) for t in c.told)
    if long_after and (r.act in _ONCE or (r.mode in SEIZED and persons_in(c.recipients))):
        return REMEMBERED
    return SIGNED if r.act in MUTUAL and len(c.actors) > 1 else 1


def _surer(c: Cluster, o: Cluster) -> bool:
    """Whether what a cluster tells of the day next to another's is likelier to be wrong than the other."""
    if len(o.documents) > 1:
        if named_on_both(united(c.actors, c.recipients), united(o.actors, o.recipients)):
            return True
        if one_stay(c.told[0], o) and persons_in(c.actors) & persons_in(o.actors):
            return True
        if one_blow_in_town(c.told[0], o):
            return True
    taken_away = c.first.mode in SEIZED and persons_in(c.recipients) & persons_in(o.recipients)
    if not taken_away and (c.first.kind is not None or c.first.act not in _ONCE):
        return False
    return any(
        t.report.published is not None
        and t.report.end is not None
        and days_between(t.report.end, t.report.published) < HINDSIGHT
        for t in o.told
    )


def _is_memory(r: Report) -> bool:
    """Whether a report was published long after what it tells."""
    return r.published is not None and r.end is not None and days_between(r.end, r.published) >= MEMORY


def _is_plan(r: Report) -> bool:
    """Whether a report tells what will be on a day."""
    return r.status == "future" and r.dating == "exact" and r.published is not None


def _was_held_after(o: Cluster, c: Cluster) -> bool:
    """Whether a cluster tells what was held after all plans of another were published, in other texts."""
    if c.documents & o.documents or o.start is None:
        return False
    last = max(t.report.published or "" for t in c.told)
    return last < o.start and any(t.report.status in ("actual", "historical") for t in o.told)


def _may_be_meant(c: Cluster, r: Report, start: str | None, end: str | None) -> bool:
    """Whether a vague report may mean an occurrence whose days are known: what a text says is to come is not what it says was held."""
    if not c.sharp or c.start is None or c.end is None or start is None or end is None:
        return False
    if r.status == "future" and _told_as_held(c, r.document):
        return False
    return c.start <= end and start <= c.end


def _is_one_trip(told: Told, fitting: Sequence[Cluster]) -> bool:
    """Whether several stays of one visitor in one state, within days, are the legs of the visit that a report tells of."""
    if told.report.kind != "visit" or not all(c.first.kind == "visit" for c in fitting):
        return False
    if not all(persons_in(told.actors) & persons_in(c.actors) for c in fitting):
        return False
    days = sorted(day for c in fitting for day in (c.start, c.end) if day is not None)
    return days_between(days[0], days[-1]) <= LONG_STAY


def _told_as_held(c: Cluster, document: str) -> bool:
    """Whether a text tells that something was held; what it says is to come is another."""
    held = ("actual", "historical")
    return any(t.report.document == document and t.report.status in held for t in c.told)


def _nearest(told: Told, fitting: list[Cluster]) -> list[Cluster]:
    """Of several occurrences that a vague report fits, those it is likeliest to mean: of its kind, persons and place, next."""
    r = told.report
    if is_recalled(r):  # what was held was not called off
        fitting = [c for c in fitting if all(t.report.status in ("future", "cancelled") for t in c.told)]
        first = min((_away(c, r) for c in fitting), default=0)
        return [c for c in fitting if _away(c, r) == first]
    alike = [c for c in fitting if c.first.kind == r.kind and (r.kind or r.mode in {None, *_modes(c)})]
    fitting = alike or fitting
    if r.kind is not None:  # `the two met`: not when others were with them
        alone = united(told.actors, told.recipients).keys()
        fitting = [c for c in fitting if united(c.actors, c.recipients).keys() == alone] or fitting
    if r.place is not None and not is_state(r.place):
        there = [c for c in fitting if c.place is not None and same_place(c.place, r.place)]
        fitting = there or fitting
    if (
        len(fitting) > 1 and sum(map(_told_well, fitting)) == 1
    ):  # what one late text tells alone may be the same, misdated
        fitting = [c for c in fitting if not _misremembered(c)] or fitting
    if r.precision is None:  # `will visit`, without a day: the next time
        soonest = min((c.start or "" for c in fitting), default="")
        fitting = [c for c in fitting if c.start == soonest]
    return fitting


def _modes(c: Cluster) -> set[str | None]:
    """The modes of an act that a cluster's reports tell."""
    return {t.report.mode for t in c.told}


def _told_well(c: Cluster) -> bool:
    """Whether several texts tell the days of a cluster."""
    return len({t.report.document for t in c.told if t.report.dating in ("exact", "inferred")}) > 1


def _misremembered(c: Cluster) -> bool:
    """Whether one text alone tells of a cluster, so late that its day may be wrong."""
    return not _told_well(c) and all(_is_late(t.report) for t in c.told if t.report.dating != "vague")


def _is_late(r: Report) -> bool:
    """Whether a report was published so late that its day may be misremembered."""
    return r.published is not None and r.end is not None and days_between(r.end, r.published) >= HINDSIGHT


def _away(c: Cluster, r: Report) -> int:
    """Days between a cluster and a report's document."""
    return abs(days_between(c.start, r.published)) if c.start is not None and r.published is not None else 0


def _back(day: str | None, days: int) -> str | None:
    """The day so many days before, where there is one."""
    return None if day is None else shift(day, -days)


_UNDATED: Final = ("undated",)


@lru_cache(maxsize=1 << 14)
def _between(start: str | None, end: str | None) -> tuple[str, ...]:
    """The months from one day to another, as keys of the index; `undated` where there is no day."""
    if start is None or end is None:
        return _UNDATED
    year, month = int(start[:4]), int(start[5:7])
    out = []
    while (stamp := f"{year:04}-{month:02}") <= end[:7]:
        out.append(stamp)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return tuple(out)

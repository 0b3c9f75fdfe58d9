"""Reports with their sides, and occurrences in the making."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass, field
from typing import Final

from dragoman.record.sides import bands_of, doers_of, lands_of, links_between, others_of
from dragoman.schema import Place
from dragoman.schema.record import Occurrence, Report

ORDER_OF_DATING: Final = {"exact": 0, "inferred": 1, "vague": 2, "undated": 3}


@dataclass(slots=True)
class Told:
    """A report with its sides, its armed groups, the countries of its recipients, and what it has in common with others."""

    report: Report
    actors: dict[str, frozenset[str]] = field(init=False)
    recipients: dict[str, frozenset[str]] = field(init=False)
    bands: dict[str, str] = field(init=False)
    lands: frozenset[str] = field(init=False)
    links: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.actors = doers_of(self.report)
        self.recipients = others_of(self.report)
        self.bands = bands_of((*self.report.actors, *self.report.recipients))
        self.lands = lands_of(self.report.recipients)
        links = links_between(self.report, self.actors, self.recipients, self.bands)
        self.links = tuple(sorted(map(sys.intern, links)))

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
class Cluster:
    """An occurrence in the making; its interval is what its reports' intervals have in common, a stay's all of them."""

    told: list[Told]
    actors: dict[str, frozenset[str]]
    recipients: dict[str, frozenset[str]]
    lands: frozenset[str]
    start: str | None
    end: str | None
    place: Place | None
    sharp: bool
    perhaps: list[str] = field(default_factory=list)
    fixed: Occurrence | None = None

    @property
    def first(self) -> Report:
        """The report that opened it."""
        return self.told[0].report

    @property
    def documents(self) -> set[str]:
        """The documents that tell it."""
        return {t.report.document for t in self.told}


def id_of(c: Cluster) -> str:
    """An id from what the occurrence is told by, the same in whatever order it was added.

    Vague reports have no say where others do, so that those which may mean it can name it.
    """
    told = [t.report for t in c.told if t.report.dating in ("exact", "inferred")] or [
        t.report for t in c.told
    ]
    r = min(told, key=lambda r: (r.document, r.evidence, r.trigger, r.event))
    name = f"{r.document}\0{r.act}\0{r.trigger[0]}\0{r.trigger[1]}\0{r.event}"
    return hashlib.sha256(name.encode()).hexdigest()[:12]

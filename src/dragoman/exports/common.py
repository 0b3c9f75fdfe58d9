"""What every export of events shares: which events go out, their dates and PLOVER codes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Literal

from dragoman.coding.ontology import acts
from dragoman.datafiles import shipped_yaml
from dragoman.schema import Document, Event, Participant, Reading

QUADS = {"verbal cooperation": 1, "material cooperation": 2, "verbal conflict": 3, "material conflict": 4}
NOT_HAPPENED = frozenset({"negated", "cancelled"})


Of = Callable[[Reading, Event], str | None]


@dataclass(frozen=True, slots=True)
class Selection:
    """Which events an export writes, and how.

    `dyads`: one row a pair of actor and recipient, where the format has rows. `every_status`: negated and
    cancelled events too. `occurrence_of` says which happening an event tells, where a record knows; with `once` the
    first telling of each is written, and of events of no occurrence the first in the same words.
    """

    dyads: bool = False
    every_status: bool = False
    occurrence_of: Of | None = None
    once: bool = False
    _told: set[bytes] = field(default_factory=set, repr=False, compare=False)

    def events(self, reading: Reading) -> Iterator[Event]:
        """The events of a reading that go out, in its order."""
        for event in reading.events:
            if event.status in NOT_HAPPENED and not self.every_status:
                continue
            if self.once:
                key = self._key(reading, event)
                if key in self._told:
                    continue
                self._told.add(key)
            yield event

    def _key(self, reading: Reading, event: Event) -> bytes:
        """What two tellings of one happening have in common."""
        known = self.occurrence_of(reading, event) if self.occurrence_of is not None else None
        who = [[p.id for p in side] for side in (event.actors, event.recipients)]
        words = " ".join(reading.quote(event.evidence).split())
        told = known or repr((event.act, event.mode, event.status, who, words))
        return hashlib.blake2b(told.encode("utf-8", "replace"), digest_size=12).digest()


def event_id(reading: Reading, event: Event) -> str:
    """An id that is unique in a data set of documents with ids of their own."""
    return f"{reading.document.id}-{event.id}"


def dates(
    document: Document, event: Event
) -> tuple[str | None, str | None, Literal["text", "published"] | None]:
    """First and last day of an event, and where they come from: its text, else the day of publication."""
    if event.time is not None:
        return event.time.start, event.time.end, "text"
    if document.published is not None:
        return document.published, document.published, "published"
    return None, None, None


@lru_cache(maxsize=1)
def _codes() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """PLOVER's codes by country, by sector and by actor id (`data/plover-codes.yml`)."""
    raw = shipped_yaml(resources.files("dragoman.exports") / "data" / "plover-codes.yml")
    own = {id_: code_ for code_, ids in raw["actors"].items() if code_ != "__line__" for id_ in ids}
    return raw["countries"], raw["sectors"], own


def code(who: Participant, reading: Reading) -> str | None:
    """PLOVER's code of a participant: the country that it acts for or belongs to, else its sort of international actor.

    PLOVER codes rebels by their state (codebook, section on actors); `reading` says which that is.
    """
    countries, sectors, own = _codes()
    country = reading.country_of(who)
    if country is not None:
        return countries.get(country, country)
    return own.get(who.id) or sectors.get(who.sector or "")


def quad(event: Event) -> tuple[int, str]:
    """Number and name of the quad class of PLOVER's category for an event."""
    name = acts()[event.plover.event].quad
    return QUADS[name], name


def cameo_root(event: Event) -> str:
    """The two digits of CAMEO's root category for PLOVER's category and mode of an event."""
    return acts()[event.plover.event].cameo_root(event.plover.mode)

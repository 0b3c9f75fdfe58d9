"""What the knowledge base holds: its entries, the flavours of what a phrase may stand for, days and intervals.

Days are ISO strings of any precision (`2015`, `2015-12`, `2015-12-15`), compared as prefixes. What there are thousands of
is a named tuple, or has no slots: dataclasses with slots take four times as long to load from the cache.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from dragoman.schema import Kind

Flavour = Literal[
    "name", "adjective", "demonym", "capital", "metonym", "region", "org", "person", "surname", "title", "titles", "body", "garbled", "mask"
]  # fmt: skip
Day = date | str | None
STATE_FLAVOURS: tuple[Flavour, ...] = ("name", "adjective", "demonym", "capital", "metonym")
# All that has a country: states, and regions as parts of theirs.
LAND_FLAVOURS: tuple[Flavour, ...] = (*STATE_FLAVOURS, "region")
# Offices of those whom a state sends to another.
SENT = frozenset({"ambassador", "envoy"})
# Slack for a tenure's ends: sources differ by days on appointment, oath and handover.
SLACK_DAYS = 45
# The kind of an office of which only the sector is known begins so: `GBR:sector-gov`.
STATED = "sector-"


# States that only took another name: what was said of the one counts for the other.
CALLED_NOW = {"ZAR": "COD"}
# States with a government and an army of their own before they were born: since when these act for them.
SELF_RULED = {"SSD": "2005-10"}


class Target(NamedTuple):
    """What a known phrase may stand for."""

    flavour: Flavour
    key: str
    exact: str  # acronyms match in this very casing only; empty otherwise


# The offices of those who lead a state, one holder each: `the President` alone is that of the story's own.
STATE_HEADS = frozenset({"head-of-state", "head-of-government"})


@dataclass(frozen=True, slots=True)
class State:
    """A state: its code, name, first adjective, capital, and the years it existed in."""

    code: str
    name: str
    adjective: str
    capital: str
    since: str
    until: str
    aliases: tuple[str, ...] = ()


class Tenure(NamedTuple):
    """One person in one office, OWNER:KIND; `since` and `until` are prefixes of ISO days (empty: open).

    Where a source knows a sector alone the kind is `sector-gov`, and the owner is empty for someone of no state.
    """

    office: str
    since: str = ""
    until: str = ""
    source: str = ""


@dataclass
class Person:
    """A known person with offices over time."""

    id: str
    name: str
    gender: str
    surnames: tuple[str, ...]
    aliases: list[str] = field(default_factory=list)
    tenures: list[Tenure] = field(default_factory=list)
    callings: frozenset[str] = frozenset()  # nouns for his trade or rank: `colonel`, `driver`


class Organisation(NamedTuple):
    """A known organisation, armed group, party, body, medium or company."""

    id: str
    name: str
    kind: Kind
    country: str | None
    sector: str
    members: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a state with a government, adjective or name of its own; its id is an organisation's too."""

    id: str
    name: str
    country: str
    adjectives: frozenset[str]  # folded
    demonyms: frozenset[str]  # folded


@dataclass(frozen=True, slots=True)
class Title:
    """An office that a title may name, in these states only (empty: in all)."""

    office: str
    sector: str
    scope: frozenset[str]


@dataclass(frozen=True, slots=True)
class Body:
    """A body that every state has."""

    slug: str
    pattern: str
    sector: str
    kind: Kind
    head: str


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A state's name that may be another place, with the words that decide."""

    code: str
    pro: frozenset[str]
    contra: frozenset[str]
    default: bool


def day_of(on: Day) -> str | None:
    """A day as an ISO string."""
    return on.isoformat() if isinstance(on, date) else (on or None)


def holds(since: str, until: str, on: str) -> bool:
    """Whether an interval of ISO prefixes holds a day."""
    return since <= on + "~" and (not until or on <= until + "~")


def near(since: str, until: str, on: str) -> bool:
    """Whether a day lies in an interval, give or take the slack at its ends."""
    if holds(since, until, on):
        return True
    day = date.fromisoformat(on)
    return any(abs((day - date.fromisoformat(x)).days) <= SLACK_DAYS for x in (since, until) if len(x) == 10)

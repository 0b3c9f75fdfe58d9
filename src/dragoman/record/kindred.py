"""Which acts can tell one happening: `signed a truce`, `agreed on a ceasefire` (`data/kindred.yml`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from dragoman.datafiles import shipped_yaml
from dragoman.schema.record import Report


@dataclass(frozen=True)
class Wordings:
    """The reports of an act that can tell a kind of happening."""

    modes: frozenset[str | None] | None
    rules: frozenset[str] | None
    unless: frozenset[str]

    def cover(self, mode: str | None, rule: str) -> bool:
        """Whether a report of the act that has this mode, by this rule, is one of them."""
        if self.modes is not None and mode not in self.modes:
            return False
        return (self.rules is None or rule in self.rules) and rule not in self.unless


@dataclass(frozen=True)
class Kind:
    """A kind of happening that is told as different acts."""

    name: str
    circle: bool
    person: bool
    home: bool
    alone: bool
    acts: dict[str, Wordings]


@lru_cache(maxsize=1)
def kinds() -> tuple[Kind, ...]:
    """All kinds, in the order of the file."""
    raw = shipped_yaml(resources.files("dragoman.record") / "data" / "kindred.yml")
    return tuple(_kind(name, fields) for name, fields in raw.items() if name != "__line__")


def _kind(name: str, fields: dict[str, Any]) -> Kind:
    acts = {act: _wordings(w) for act, w in fields["acts"].items() if act != "__line__"}
    circle, person, home, alone = (fields.get(flag, False) for flag in ("circle", "person", "home", "alone"))
    return Kind(name, circle, person, home, alone, acts)


def _wordings(fields: dict[str, Any]) -> Wordings:
    modes, rules = fields.get("modes"), fields.get("rules")
    return Wordings(
        None if modes is None else frozenset(modes),
        None if rules is None else frozenset(rules),
        frozenset(fields.get("unless", ())),
    )


def kinds_told(r: Report) -> tuple[Kind, ...]:
    """The kinds of happenings that a report can tell."""
    return _told(r.act, r.mode, r.rule)


@lru_cache(maxsize=1 << 14)
def _told(act: str, mode: str | None, rule: str) -> tuple[Kind, ...]:
    return tuple(k for k in kinds() if act in k.acts and k.acts[act].cover(mode, rule))


def kind_of_both(a: Report, b: Report) -> Kind | None:
    """The kind of happening that two reports of different acts can both tell."""
    others = kinds_told(b)
    return next((k for k in kinds_told(a) if k in others), None) if others else None


@lru_cache(maxsize=64)
def field_of(act: str) -> str:
    """A name for all acts that an act may be told with, one leading to the next: the first of them."""
    return min(field_acts(act))


@lru_cache(maxsize=64)
def field_acts(act: str) -> frozenset[str]:
    """An act with all that it may be told with, one leading to the next."""
    found, before = {act}, set[str]()
    while found != before:
        before = set(found)
        for kind in kinds():
            if found & kind.acts.keys():
                found |= kind.acts.keys()
    return frozenset(found)

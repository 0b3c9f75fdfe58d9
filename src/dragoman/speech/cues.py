"""The cue words of attribution, read from `data/cues.yml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from dragoman.datafiles import read_yaml


@dataclass(frozen=True)
class Cues:
    """Cue words by the content they take; see the data file for what each list means."""

    clause: frozenset[str]
    strict: frozenset[str]
    noun: frozenset[str]
    express_nouns: frozenset[str]
    object_nouns: frozenset[str]
    preposition: dict[str, frozenset[str]]
    infinitive: frozenset[str]
    nouns: frozenset[str]
    venues: frozenset[str]
    light: dict[str, frozenset[str]]
    judging: frozenset[str]


@lru_cache(maxsize=1)
def cues() -> Cues:
    """The built-in cues."""
    raw: dict[str, Any] = read_yaml(resources.files("dragoman.speech") / "data" / "cues.yml")

    def table(name: str) -> dict[str, frozenset[str]]:
        return {verb: frozenset(words) for verb, words in raw[name].items() if verb != "__line__"}

    return Cues(
        clause=frozenset(raw["clause"]["verbs"]),
        strict=frozenset(raw["clause"]["strict"]),
        noun=frozenset(raw["noun"]["verbs"]),
        express_nouns=frozenset(raw["noun"]["express_nouns"]),
        object_nouns=frozenset(raw["noun"]["object_nouns"]),
        preposition=table("preposition"),
        infinitive=frozenset(raw["infinitive"]["verbs"]),
        nouns=frozenset(raw["nouns"]),
        venues=frozenset(raw["venues"]),
        light=table("light"),
        judging=frozenset(raw["judging"]["verbs"]),
    )

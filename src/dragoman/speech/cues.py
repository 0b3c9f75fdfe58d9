"""The cue words of attribution, read from `data/cues.yml`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import lru_cache
from importlib import resources
from typing import Any

from dragoman.datafiles import shipped_yaml

Words = frozenset[str]
Table = dict[str, Words]


class Wordings:
    """Phrases of one or more words, found where they begin in a text."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self.opening: dict[str, list[list[str]]] = {}  # by their first words
        for phrase in phrases:
            words = phrase.split()
            self.opening.setdefault(words[0], []).append(words)

    def at(self, words: list[str], i: int) -> list[list[str]]:
        """The phrases that begin with word `i` of a text, each as its words, in the order they were given in."""
        return [p for p in self.opening.get(words[i], ()) if words[i : i + len(p)] == p]


@dataclass(frozen=True, slots=True)
class Cues:
    """Cue words by the content they take; the data file says what each list means."""

    verbs: Table  # kind of content -> verbs
    prepositions: Table
    limited_prepositions: Table
    particles: Table
    phrasal: Table
    every_verb: Words
    every_noun: Words
    object_nouns: Words
    object_limited: Words
    object_narrow: Table
    noun_clause: Words
    noun_infinitive: Words
    noun_preposition: Table
    withheld: Words
    silence: Words
    silent: Words
    unowned: Words
    unowned_preposition: Table
    unowned_about: Table
    drawn: Words
    drawing: Words
    widely: Words
    light: Words
    light_complements: Table
    adjectives: Words
    adjective_prepositions: Words
    outspoken: Words
    copulas: Words
    stances: Wordings
    siding: Words
    adverbs: Words
    phrases: Wordings
    possessed: Words
    viewers: Words
    venues: Words
    occasions: Words
    documents: Words
    polls: Words
    standings: Words
    given: Words
    measures: Words
    issued: Words
    issuing: Words
    reasons: Words
    quantities: Words
    sent: Words
    opposite: Words
    peers: Words
    institutions: Words
    individuals: Words
    titles_of_many: Words
    callings: Words
    leanings: Words
    sure: Words
    bodies: Table
    of_parliament: Words
    partitives: Words
    people: Words
    sources: Words  # people and documents
    regional: Words
    summaries: Words
    answers: Words
    collective_names: dict[str, str]
    people_suffixes: tuple[str, ...]

    def takes(self, kind: str, lemma: str) -> bool:
        """Whether a verb takes content of a kind, or belongs to a class of verbs."""
        return lemma in self.verbs[kind]


def _table(raw: dict[str, Any]) -> Table:
    return {word: frozenset(words) for word, words in raw.items() if word != "__line__"}


@lru_cache(maxsize=1)
def cues() -> Cues:
    """The built-in cues."""
    raw: dict[str, Any] = shipped_yaml(resources.files("dragoman.speech") / "data" / "cues.yml")
    verbs, nouns = raw["verbs"], raw["nouns"]
    lists = {kind: frozenset(words) for kind, words in verbs.items() if isinstance(words, list)}
    prepositions, particles = _table(verbs["prepositions"]), _table(verbs["particles"])
    phrasal = _table(verbs["phrasal"])
    limited, narrow = _table(verbs["limited_prepositions"]), _table(raw["object_narrow"])
    light_complements = _table(raw["light_complements"])
    every = frozenset().union(
        *lists.values(), prepositions, limited, narrow, particles, phrasal, light_complements, raw["light"]
    )
    own: dict[str, Any] = {
        "verbs": lists,
        "prepositions": prepositions,
        "limited_prepositions": limited,
        "particles": particles,
        "phrasal": phrasal,
        "every_verb": every,
        "every_noun": frozenset().union(
            raw["drawn"], nouns["clause"], nouns["infinitive"], _table(nouns["preposition"])
        ),
        "object_narrow": narrow,
        "noun_clause": frozenset(nouns["clause"]),
        "noun_infinitive": frozenset(nouns["infinitive"]),
        "noun_preposition": _table(nouns["preposition"]),
        "unowned_preposition": _table(raw["unowned_preposition"]),
        "unowned_about": _table(raw["unowned_about"]),
        "light_complements": light_complements,
        "stances": Wordings(raw["stances"]),
        "phrases": Wordings(raw["phrases"]),
        "bodies": _table(raw["bodies"]),
        "sources": frozenset(raw["people"]) | frozenset(raw["documents"]),
        "collective_names": {k: v for k, v in raw["collective_names"].items() if k != "__line__"},
        "people_suffixes": tuple(raw["people_suffixes"]),
    }
    own |= {f.name: frozenset(raw[f.name]) for f in fields(Cues) if f.name not in own}
    return Cues(**own)

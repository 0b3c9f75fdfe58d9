"""Closed word classes of the mechanism (`data/words.yml`), as sets."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property, lru_cache
from typing import Any

from dragoman.actors.names import DATA
from dragoman.datafiles import shipped_yaml
from dragoman.errors import KnowledgeError

Words = frozenset[str]


@dataclass(frozen=True)
class Vocabulary:
    """The classes by name; what each is for stands in the file."""

    modifiers: Words
    former: Words
    lowered: Words
    particles: Words
    locative: Words
    place_prepositions: Words
    political_nouns: Words
    political_verbs: Words
    addressing_verbs: Words
    visiting: Words
    city_nouns: Words
    city_participles: Words
    not_names: Words
    thing_words: Words
    joining_verbs: Words
    foreign_affairs: Words
    pair_persons: Words
    pair_parties: Words
    unheard_two: Words
    pair_states: Words
    set_persons: Words
    set_parties: Words
    set_peoples: Words
    described: Words
    vague: Words
    members: Words
    articled: Words
    with_article: Words
    shared_offices: Words
    named_only: Words
    bare_things: Words
    family_first: Words
    two_surnames: Words
    honorifics: dict[str, str]
    addresses: Words
    role_nouns: dict[str, Words]
    body_nouns: dict[str, Words]
    named_so: Words
    called_too: dict[str, Words]
    trades: Words
    seats: dict[str, Words]
    world_offices: dict[str, Words]
    world_bodies: dict[str, Words]
    set_states: dict[str, Words]
    private: Words
    rulers: Words
    foreign_verbs: Words
    at_home_verbs: Words
    world_towns: Words
    stationed: Words
    striking: Words
    fighting: Words
    struck: Words
    fall_verbs: Words
    done_to_persons: Words
    governing: Words
    ousting: Words
    travel_verbs: Words
    parted: Words
    noun_states: dict[str, Words]
    land_adjectives: dict[str, Words]
    partisan: dict[str, Words]
    partisans: Words
    credit_verbs: Words
    institution_heads: dict[str, Words]
    heads: Words
    numbered: dict[str, Words]
    mandates: dict[str, Words]
    undergone: Words
    willed: Words
    insisting: Words
    kin: Words
    institutes: Words
    minorities: dict[str, Words]
    warships: dict[str, str]
    peoples_abroad: dict[str, Words]
    namesakes: dict[str, Words]
    land_after: Words
    place_roots: Words
    go_betweens: Words
    departments_of_bodies: Words
    premiers: Words
    by_first_name: Words
    crowned: dict[str, Words]
    demanding: Words
    currencies: Words
    one_of: Words
    proxies: Words
    punishing: Words
    outward: Words
    befalling: Words
    delegates: Words
    sending: Words
    alliances: dict[str, Words]
    disputed: Words
    newcomers: Words
    shored: Words
    newcomers_led: Words
    held_by: dict[str, Words]
    colonised: dict[str, Words]
    regional_bodies: dict[str, Words]
    regional_nouns: Words
    continental_bodies: dict[str, Words]
    occupiers: dict[str, Words]
    continental: Words
    grounds: Words
    being: Words
    voicing: Words
    vague_single: Words
    forceful: Words
    forcing: Words
    led: dict[str, Words]
    desks: Words
    diplomatic_verbs: Words
    soldiers: Words
    talks: Words
    accusing: Words
    departments: Words
    foreign_departments: Words
    portfolios: Words
    with_portfolio: Words
    lawmakers: dict[str, str]
    secretaries: dict[str, str]
    senates: Words
    administrations: Words
    foreign_offices: Words
    many_regions: Words
    many_parted: Words
    many_sorts: Words
    many_states: Words
    relations: Words
    many_worlds: Words
    many_names: dict[str, Words]
    many_bare: Words
    harming: Words
    many_leaders: Words
    many_called: dict[str, Words]
    world_service: Words
    world_parts: Words
    worldly: Words
    commanded: Words
    mutinous: Words
    holding: Words
    called_bodies: Words
    called_by_name: Words
    firms: Words
    stateless: Words
    of_states: Words
    leagues: Words
    appointing: Words
    styling: Words
    of_two_sides: Words
    of_several: Words

    @cached_property
    def somebody(self) -> Words:
        """Nouns for one person by office, trade or part in the story."""
        return self.described | self.private | self.rulers | self.heads | self.kin | self.role_nouns.keys()

    @cached_property
    def names_together(self) -> Words:
        """Whole names of states taken together: `Western countries` for `the West`."""
        return frozenset(name for several in self.many_names.values() for name in several)

    @cached_property
    def nouns_together(self) -> Words:
        """Last words of what states taken together are called: `countries`, `powers`, `world`."""
        plurals = {f"{w[:-1]}ies" if w.endswith("y") else f"{w}s" for w in self.many_states}
        return self.many_worlds | plurals


@lru_cache(maxsize=1)
def read_vocabulary() -> Vocabulary:
    """Read the classes, once. Raises `KnowledgeError` when one is missing or of the wrong shape."""
    file = DATA / "words.yml"
    raw: dict[str, Any] = shipped_yaml(file)
    values: dict[str, Any] = {}
    for field in fields(Vocabulary):
        value = raw.get(field.name)
        if field.type == "Words" and isinstance(value, list):
            values[field.name] = frozenset(map(str, value))
        elif field.type == "dict[str, Words]" and isinstance(value, dict):
            values[field.name] = {str(k): frozenset(map(str, v)) for k, v in value.items() if k != "__line__"}
        elif field.type == "dict[str, str]" and isinstance(value, dict):
            values[field.name] = {str(k): str(v or "") for k, v in value.items() if k != "__line__"}
        else:
            raise KnowledgeError(
                str(file), None, f"the class {field.name!r} is missing or has the wrong shape"
            )
    return Vocabulary(**values)

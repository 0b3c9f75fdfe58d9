"""Where an entry of a log plays: a place name with the state it lies in, by the gazetteer."""

from __future__ import annotations

import re

from dragoman.actors.knowledge import words_of
from dragoman.logs.carrier import words
from dragoman.places.gazetteer import Entry, gazetteer
from dragoman.schema import Place, Span

_PARENTHESIS = re.compile(r"\s*\(([^)]*)\)")
# A place of another state than the log says (a territory, a successor) must be as large as this, and the only one.
_LARGE = 100_000


def locate(name: str, country: str | None, span: Span | None) -> Place:
    """A place of that name in a state (ISO code), with coordinates where the gazetteer knows it."""
    bare = _PARENTHESIS.sub("", name).strip() or name
    entry = next((e for form in _forms(bare) if (e := _best(form, country)) is not None), None)
    if entry is None:
        return Place(name=bare, country=country, span=span)
    same = words_of(entry.name) == words_of(bare)
    return Place(
        name=bare if same else entry.name,
        country=entry.country or country,
        lat=entry.lat,
        lon=entry.lon,
        span=span,
    )


def _forms(name: str) -> list[str]:
    """A name and what is left of it without a comma's tail and words that only say what the place is."""
    kinds = words()["kinds_of_place"]
    head = name.partition(",")[0]
    parts = head.split()
    while len(parts) > 1 and parts[-1].lower().strip(".") in kinds:
        parts.pop()
    while len(parts) > 1 and parts[0].lower() in kinds:
        parts = parts[1:]
    return list(dict.fromkeys([name, head, " ".join(parts), " ".join(parts).replace("-", " ")]))


def inside(name: str) -> str | None:
    """What a log puts in brackets after a place: `Nassau (The Bahamas)`."""
    found = _PARENTHESIS.search(name)
    return found.group(1).strip() if found else None


def _best(name: str, country: str | None) -> Entry | None:
    key = words_of(name)
    if not key:
        return None
    table = gazetteer()
    named = [e for phrase, entries in table.beginning(key[0]) if phrase == key for e in entries]
    found = [*named, *table.towns_of(key)]
    own = [e for e in found if e.country == country]
    if own or country is None:
        large = own or named
        return max(large, key=lambda e: e.weight) if large else None
    large = [e for e in named if e.weight >= _LARGE]
    return large[0] if large and len({e.country for e in large}) == 1 else None

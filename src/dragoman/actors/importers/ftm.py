"""FollowTheMoney and OpenSanctions JSON lines: people, organisations, positions and who occupied them when.

Entities may stand in any order, or nested inside one another. Other schemata (ownership, identification, address ...)
say nothing of who acts in the news; they are counted in one note.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from typing import Any

from dragoman.actors.entries import Tenure
from dragoman.actors.importers.common import (
    Entry,
    Fault,
    Imported,
    Issue,
    interval,
    office_key,
    sector_office,
    state_code,
)
from dragoman.actors.knowledge import KnowledgeBase
from dragoman.datafiles import read_table

_ACTORS = ("Person", "Organization", "PublicBody", "Company", "LegalEntity")
_NAMES = ("name", "alias", "previousName", "weakAlias", "abbreviation")
_COUNTRIES = ("country", "nationality", "citizenship", "jurisdiction", "mainCountry")

Json = dict[str, Any]


@lru_cache(maxsize=1)
def _topics() -> list[tuple[str, str, str]]:
    file = resources.files("dragoman.actors.importers") / "data" / "ftm_topics.tsv"
    return [
        (r.cells["word"], r.cells["sector"], r.cells["kind"])
        for r in read_table(file, ["word", "sector", "kind"])
    ]


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    file = resources.files("dragoman.actors.importers") / "data" / "ftm_countries.tsv"
    return {r.cells["word"]: r.cells["code"] for r in read_table(file, ["word", "code"])}


class Ftm:
    """The importer of FollowTheMoney entities."""

    name = "ftm"

    def fits(self, file: str, head: str) -> bool:
        """Whether the first line is a JSON object with a schema."""
        first = next((x for x in head.splitlines() if x.strip()), "").lstrip("\ufeff ")
        return first.startswith("{") and (
            '"schema"' in first or file.lower().endswith((".ftm.json", ".jsonl", ".ndjson"))
        )

    def read(self, text: str, file: str, base: KnowledgeBase) -> Imported:
        """The actors of a stream of entities."""
        return _Reading(file, base).run(text)


class _Reading:
    """The reading of one stream."""

    def __init__(self, file: str, base: KnowledgeBase) -> None:
        self.file, self.base = file, base
        self.out = Imported()
        self.entries: dict[str, Entry] = {}
        self.positions: dict[str, tuple[int, Json]] = {}
        self.occupancies: dict[str, tuple[int, Json]] = {}
        self.unread: dict[str, tuple[int, int]] = {}  # schema -> first line, how many

    def run(self, text: str) -> Imported:
        for number, line in enumerate(text.split("\n"), 1):
            if not line.strip():
                continue
            with self.out.skipping(self.file, number):
                try:
                    entity = json.loads(line.lstrip("\ufeff"))
                except json.JSONDecodeError as error:
                    raise Fault(f"is not JSON: {error.msg} at character {error.pos + 1}") from None
                self._entity(entity, number)
        for number, occupancy in self.occupancies.values():
            with self.out.skipping(self.file, number):
                self._occupy(occupancy, number)
        for schema, (number, count) in self.unread.items():
            self.out.issues.append(
                Issue(
                    "note", self.file, number, f"entities of schema {schema} are not read: {count} left out"
                )
            )
        self.out.entries = list(self.entries.values())
        return self.out

    def _entity(self, entity: object, number: int, inside: str = "") -> str:
        """Note an entity and those nested in it; returns its id."""
        if not isinstance(entity, dict):
            raise Fault(f"is no entity but {type(entity).__name__}; one JSON object a line is read")
        schema, id_, properties = entity.get("schema"), entity.get("id"), entity.get("properties")
        if not isinstance(schema, str) or not isinstance(id_, str | int) or not isinstance(properties, dict):
            raise Fault("is no entity: it needs id, schema and properties")
        id_ = str(id_)
        for values in properties.values():
            for value in values if isinstance(values, list) else [values]:
                if isinstance(value, dict) and "schema" in value:
                    self._entity(value, number, id_)
        if schema in _ACTORS:
            self._actor(entity, schema, id_, properties, number)
        elif schema == "Position":
            if not _texts(properties, "name"):
                raise Fault(f"the position {id_} has no name")
            self.positions[id_] = number, properties
        elif schema == "Occupancy":
            self.occupancies[id_] = number, {**properties, "_inside": inside}
        else:
            first, count = self.unread.get(schema, (number, 0))
            self.unread[schema] = first, count + 1
        return id_

    def _actor(self, entity: Json, schema: str, id_: str, properties: Json, number: int) -> None:
        names = list(dict.fromkeys(n for p in _NAMES for n in _texts(properties, p)))
        caption = entity.get("caption")
        if isinstance(caption, str) and caption in names:  # the name that the source itself prefers
            names = [caption, *(n for n in names if n != caption)]
        names.sort(key=lambda n: not any("a" <= c.lower() <= "z" for c in n))  # Latin letters first
        if not names:
            raise Fault(f"the {schema.lower()} {id_} has no name")
        sector, kind = _sector(schema, _texts(properties, "topics"))
        kind = "person" if schema == "Person" else kind
        country = self._country(properties, number)
        source = f"{', '.join(map(str, entity.get('datasets') or [])) or self.file} {id_}"
        gender = next((g[:1] for g in _texts(properties, "gender") if g in ("male", "female")), "")
        entry = Entry(
            names[0],
            self.file,
            number,
            kind,
            "",
            "" if sector == "IGO" else country,
            sector,
            names[1:],
            gender,
            source=source,
        )
        if kind == "person":
            for title in _texts(properties, "position"):
                entry.roles.append(Tenure(office_key(title, country, self.base), "", "", source))
            if country and not entry.roles:
                entry.roles.append(Tenure(sector_office(country, sector), "", "", source))
        self.entries[id_] = entry

    def _country(self, properties: Json, number: int) -> str:
        for name in _COUNTRIES:
            for value in _texts(properties, name):
                code = value.lower()
                known = _countries().get(code)
                if known is not None:
                    if known:
                        return known
                    continue
                try:
                    return state_code(code.partition("-")[0], self.base)
                except Fault as fault:
                    self.out.issues.append(
                        Issue("note", self.file, number, f"{name}: {fault}; taken as unknown")
                    )
        return ""

    def _occupy(self, occupancy: Json, number: int) -> None:
        holders = [*_ids(occupancy, "holder")] or [occupancy["_inside"]]
        posts = [*_ids(occupancy, "post")] or [occupancy["_inside"]]
        since, until = interval(_first(occupancy, "startDate"), _first(occupancy, "endDate"))
        for holder in holders:
            entry = self.entries.get(holder)
            if entry is None:
                raise Fault(f"the holder {holder!r} is no entity of this file")
            for post in posts:
                if post not in self.positions:
                    raise Fault(f"the post {post!r} is no entity of this file")
                line, position = self.positions[post]
                country = self._country(position, line) or (
                    entry.country if not _texts(position, "country") else ""
                )
                key = office_key(_texts(position, "name")[0], country, self.base)
                entry.roles = [r for r in entry.roles if r.since or r.until or ":sector-" not in r.office]
                role = Tenure(key, since, until, f"{self.file}:{number} {post}")
                same = [r for r in entry.roles if r.office == key and not r.since and not r.until]
                entry.roles = [r for r in entry.roles if r not in same] + [role]


def _texts(properties: Json, name: str) -> list[str]:
    values = properties.get(name, [])
    return [
        v.strip()
        for v in (values if isinstance(values, list) else [values])
        if isinstance(v, str) and v.strip()
    ]


def _ids(properties: Json, name: str) -> Iterator[str]:
    values = properties.get(name, [])
    for value in values if isinstance(values, list) else [values]:
        if isinstance(value, dict) and "id" in value:
            yield str(value["id"])
        elif isinstance(value, str) and value:
            yield value


def _first(properties: Json, name: str) -> str:
    """The earliest of several dates, without a time of day."""
    return min((v[:10] for v in _texts(properties, name)), default="")


def _sector(schema: str, topics: list[str]) -> tuple[str, str]:
    sector = kind = ""
    for word, s, k in _topics():
        if word in topics or word == schema:
            sector, kind = sector or s, kind or k
    return sector, kind

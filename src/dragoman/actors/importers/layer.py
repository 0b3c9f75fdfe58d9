"""Dragoman's own layer file: a TSV table of actors, one row an actor or an office of a person.

The first row of an id describes the actor; each row with an office adds that office. Offices are keys of the table
of offices (`RUS:foreign-minister`), or `USA:sector-mil` where only the sector is known. A `surname=` among the
aliases is a family name that is used alone; the kind `none` marks a phrase that names no actor.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from dragoman.actors.entries import Tenure
from dragoman.actors.importers.common import (
    KINDS,
    NONE,
    SECTORS,
    Entry,
    Fault,
    Imported,
    interval,
    meant,
    one_of,
)
from dragoman.actors.knowledge import KnowledgeBase

COLUMNS = (
    "id",
    "name",
    "kind",
    "country",
    "sector",
    "aliases",
    "gender",
    "office",
    "from",
    "until",
    "source",
)
_HEAD = (
    "# Actors for Dragoman, laid over the built-in ones with --actors FILE. One row an actor or an office.\n"
)


class Layer:
    """The importer of layer files."""

    name = "layer"

    def fits(self, file: str, head: str) -> bool:
        """Whether the header is that of a layer."""
        lines = (x for x in head.lstrip("\ufeff").splitlines() if x.strip() and not x.startswith("#"))
        return next(lines, "").split("\t")[:3] == list(COLUMNS[:3])

    def read(self, text: str, file: str, base: KnowledgeBase) -> Imported:
        """The actors of a layer file."""
        out = Imported()
        known: dict[str, Entry] = {}
        header: list[str] | None = None
        for number, line in enumerate(text.lstrip("\ufeff").split("\n"), 1):
            if not line.strip() or line.startswith("#"):
                continue
            cells = [c.strip() for c in line.split("\t")]
            if header is None:
                header = cells
                continue
            with out.skipping(file, number):
                if len(cells) > len(header):
                    raise Fault(f"has {len(cells)} cells where the header has {len(header)}")
                _row(defaultdict(str, zip(header, cells, strict=False)), known, file, number, base)
        out.entries = list(known.values())
        return out


def _row(c: dict[str, str], known: dict[str, Entry], file: str, line: int, base: KnowledgeBase) -> None:
    id_, name, country, office = c["id"], c["name"], c["country"], c["office"]
    if not id_ or not name:
        raise Fault(f"has no {'name' if id_ else 'id'}")
    if not c["kind"]:
        raise Fault("has no kind")
    kind = one_of(c["kind"], (*KINDS, NONE), "kind of actor")
    if country and country not in base.states:
        raise Fault(f"{country!r} is no state's code{meant(country, base.states)}")
    sector = one_of(c["sector"], SECTORS, "sector of PLOVER")
    since, until = interval(c["from"], c["until"])
    if office and not re.fullmatch(r"[^:\s]*:[a-z0-9-]+", office):
        raise Fault(f"the office {office!r} is not written OWNER:OFFICE")
    entry = known.setdefault(id_, Entry(name, file, line, kind, id_, country, sector, source=c["source"]))
    entry.also(c["aliases"].split(";"))
    entry.gender = entry.gender or c["gender"]
    if office:
        entry.roles.append(Tenure(office, since, until, c["source"] or f"{file}:{line}"))


def write_layer(entries: Iterable[Entry]) -> str:
    """The text of a layer file, sorted by id: the same actors make the same file."""
    out = [_HEAD, "\t".join(COLUMNS) + "\n"]
    for e in sorted(entries, key=lambda e: (e.id, e.kind)):
        about = [e.id, e.name, e.kind, e.country, e.sector, ";".join(e.aliases), e.gender]
        bare = [e.id, e.name, e.kind, e.country, e.sector, "", ""]
        for k, role in enumerate(e.roles or [Tenure("", source=e.source)]):
            row = [*(about if k == 0 else bare), role.office, role.since, role.until, role.source]
            out.append("\t".join(" ".join(x.split()) for x in row).rstrip() + "\n")
    return "".join(out)

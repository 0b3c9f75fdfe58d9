"""Dragoman's own layer file: a TSV table of actors, one row an actor or an office of a person.

The first row of an id describes the actor; each row with an office adds that office. Offices are keys of the table
of offices (`RUS:foreign-minister`), or `USA:sector-mil` where only the sector is known. A `surname=` among the
aliases is a family name that is used alone; the kind `none` marks a phrase that names no actor.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from dragoman.actors.entries import Tenure
from dragoman.actors.importers.common import (
    KINDS,
    NONE,
    SECTORS,
    Entry,
    Fault,
    Imported,
    Issue,
    interval,
    meant,
    one_of,
)
from dragoman.actors.knowledge import KnowledgeBase
from dragoman.delimited import SIGNS, Rows, delimiter_of

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
        header = next(lines, "").lower()
        return any([c.strip() for c in header.split(sign)][:3] == list(COLUMNS[:3]) for sign in SIGNS)

    def read(self, text: str, file: str, base: KnowledgeBase) -> Imported:
        """The actors of a layer file."""
        out = Imported()
        known: dict[str, Entry] = {}
        header: list[str] | None = None
        for number, cells in _rows(text.lstrip("\ufeff")):
            if cells is None:
                out.fault(file, number, "a quotation mark is opened and not closed in the line")
                continue
            if header is None:
                header = [c.lower() for c in cells]
                out.issues += _unread(header, file, number)
                continue
            with out.skipping(file, number):
                if len(cells) > len(header):
                    raise Fault(f"has {len(cells)} cells where the header has {len(header)}")
                _row(defaultdict(str, zip(header, cells, strict=False)), known, out, file, number, base)
        out.entries = list(known.values())
        return out


def _rows(text: str) -> Iterator[tuple[int, list[str] | None]]:
    """The rows with their lines; quotation marks mean something only where a spreadsheet has parted the cells otherwise."""
    lines = enumerate(text.split("\n"), 1)
    told = [(n, line) for n, line in lines if line.strip() and not line.startswith("#")]
    sign = delimiter_of(told[0][1]) if told else "\t"
    if sign == "\t":
        yield from ((n, [c.strip() for c in line.split("\t")]) for n, line in told)
        return
    for n, row in Rows([(n, f"{line}\n") for n, line in told], len(text)).read(sign):
        yield n, [c.strip() for c in row] if isinstance(row, list) else None


def _row(
    c: dict[str, str], known: dict[str, Entry], out: Imported, file: str, line: int, base: KnowledgeBase
) -> None:
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
    if name != entry.name:
        told = f"the id {id_!r} has the name {entry.name!r} on line {entry.line}; {name!r} is taken for another name of it"
        out.issues.append(Issue("conflict", file, line, told))
    entry.also([name, *c["aliases"].split(";")])
    out.issues += entry.filled(file, line, kind=kind, country=country, sector=sector, gender=c["gender"])
    if office:
        entry.roles.append(Tenure(office, since, until, c["source"] or f"{file}:{line}"))


def _unread(header: list[str], file: str, line: int) -> Iterator[Issue]:
    for column in header:
        if column not in COLUMNS:
            yield Issue("note", file, line, f"the column {column!r} is not read{meant(column, COLUMNS)}")


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

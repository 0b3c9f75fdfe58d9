"""Plain CSV: one row an actor, or one row an office of a person; a person with several offices has several rows.

Columns, in any order, of which only `name` must be there: name, aliases, country, sector, kind, office, start, end,
gender, source. Aliases are separated by `;` or `|`. Commas, semicolons or tabs part the cells, as the header shows.
"""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict

from dragoman.actors.entries import Tenure
from dragoman.actors.importers.common import (
    KINDS,
    SECTORS,
    Entry,
    Fault,
    Imported,
    Issue,
    interval,
    meant,
    office_key,
    one_of,
    sector_office,
    state_code,
)
from dragoman.actors.knowledge import KnowledgeBase

COLUMNS = ("name", "aliases", "country", "sector", "kind", "office", "start", "end", "gender", "source")
# Other names of our columns and kinds that people use.
_ALSO = {
    "from": "start",
    "since": "start",
    "until": "end",
    "to": "end",
    "alias": "aliases",
    "title": "office",
}
_KINDS = {
    "organisation": "",
    "organization": "",
    "igo": KINDS[3],
    "ngo": KINDS[4],
    "country": "state",
    "government": KINDS[2],
}


class Csv:
    """The importer of plain CSV."""

    name = "csv"

    def fits(self, file: str, head: str) -> bool:
        """Whether the header has a column `name`."""
        first = next((x for x in head.splitlines() if x.strip()), "")
        cells = {c.strip().strip('"').lower() for c in first.split(_delimiter(first))}
        return file.lower().endswith(".csv") or ("name" in cells and len(cells) > 1 and "id" not in cells)

    def read(self, text: str, file: str, base: KnowledgeBase) -> Imported:
        """The actors of a table."""
        out = Imported()
        lines = text.splitlines()
        at = next((k for k, x in enumerate(lines) if x.strip()), 0)
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(lines[at] if lines else ""))
        header: list[str] | None = None
        known: dict[tuple[str, str], Entry] = {}
        while True:
            line = rows.line_num + 1
            try:
                cells = next(rows)
            except StopIteration:
                break
            except csv.Error as error:
                out.fault(file, line, f"cannot be read as CSV ({error})")
                continue
            if not any(c.strip() for c in cells) or cells[0].lstrip().startswith("#"):
                continue
            if header is None:
                header = [_ALSO.get(c.strip().lower(), c.strip().lower()) for c in cells]
                if "name" not in header:
                    out.fault(file, line, f"the header has no column 'name'; it has {', '.join(cells)}")
                    return out
                for extra in header:
                    if extra not in COLUMNS:
                        out.issues.append(_unread(file, line, extra))
                continue
            surplus = len(cells) - len(header)
            with out.skipping(file, line):
                if surplus > 0:
                    raise Fault(
                        f"has {surplus} more cells than the header; put a cell with a comma in quotation marks"
                    )
                _row(
                    defaultdict(str, zip(header, map(str.strip, cells), strict=False)),
                    known,
                    file,
                    line,
                    base,
                )
        out.entries = list(known.values())
        return out


def _delimiter(header: str) -> str:
    return max(",;\t", key=header.count)


def _unread(file: str, line: int, column: str) -> Issue:
    return Issue("note", file, line, f"the column {column!r} is not read{meant(column, COLUMNS)}")


def _row(
    cells: dict[str, str], known: dict[tuple[str, str], Entry], file: str, line: int, base: KnowledgeBase
) -> None:
    name, office = cells["name"], cells["office"]
    if not name:
        raise Fault("has no name")
    kind = cells["kind"].lower()
    kind = one_of(_KINDS.get(kind, kind), KINDS, "kind of actor")
    sector = one_of(cells["sector"].upper(), SECTORS, "sector of PLOVER")
    country = state_code(cells["country"], base) if cells["country"] else ""
    gender = cells["gender"].lower()[:1]
    since, until = interval(cells["start"], cells["end"])
    if office and kind and kind != "person":
        raise Fault(f"a {kind} holds no office; the kind of {name!r} must be person")
    source = cells["source"] or f"{file}:{line}"
    kind = kind or ("person" if office else "")
    entry = known.setdefault(
        (name, country if kind != "person" else ""),
        Entry(name, file, line, kind, "", country, sector, source=source),
    )
    entry.kind = entry.kind or kind
    entry.country = entry.country or country
    entry.sector = entry.sector or sector
    entry.gender = entry.gender or (gender if gender in ("m", "f") else "")
    entry.also(re.split(r"[;|]", cells["aliases"]))
    if office:
        entry.roles.append(Tenure(office_key(office, country, base), since, until, source))
    elif since or until:
        entry.roles.append(Tenure(sector_office(country, sector), since, until, source))

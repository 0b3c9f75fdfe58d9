"""Plain CSV: one row an actor, or one row an office of a person; a person with several offices has several rows.

Columns, in any order, of which only `name` must be there: name, aliases, country, sector, kind, office, start, end,
gender, source. Aliases are separated by `;` or `|`. Commas, semicolons or tabs part the cells, as the header shows.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

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
from dragoman.delimited import Rows, delimiter_of

_SIGNS = (",", ";", "\t")  # `|` parts aliases
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
        first = _header(head)
        cells = {c.strip().strip('"').lower() for c in first.split(delimiter_of(first, _SIGNS))}
        return file.lower().endswith(".csv") or ("name" in cells and len(cells) > 1 and "id" not in cells)

    def read(self, text: str, file: str, base: KnowledgeBase) -> Imported:
        """The actors of a table."""
        out = Imported()
        rows = Rows(enumerate(text.splitlines(keepends=True), 1), len(text))
        header: list[str] | None = None
        known: dict[tuple[str, str], Entry] = {}
        for line, cells in rows.read(delimiter_of(_header(text), _SIGNS)):
            if not isinstance(cells, list):
                out.fault(
                    file,
                    line,
                    "a quotation mark is opened and not closed; close it, or double it inside its cell",
                )
                continue
            if cells[0].lstrip().startswith("#"):
                continue
            if header is None:
                header = [_ALSO.get(c.strip().lower(), c.strip().lower()) for c in cells]
                if "name" not in header:
                    out.fault(
                        file,
                        line,
                        f"the header has no column 'name'; it has {', '.join(cells)}, parted by commas, semicolons or tabs",
                    )
                    return out
                out.issues += _unusual(header, file, line)
                continue
            surplus = len(cells) - len(header)
            with out.skipping(file, line):
                if surplus > 0:
                    raise Fault(
                        f"has {surplus} more cells than the header; put a cell with a comma in quotation marks"
                    )
                row: dict[str, str] = defaultdict(str)
                for column, cell in zip(header, map(str.strip, cells), strict=False):
                    row[column] = row[column] or cell
                _row(row, known, out, file, line, base)
        out.entries = list(known.values())
        return out


def _header(text: str) -> str:
    """The first line that is neither blank nor a comment."""
    return next((x for x in text.splitlines() if x.strip() and not x.lstrip().startswith("#")), "")


def _unusual(header: list[str], file: str, line: int) -> Iterator[Issue]:
    """What to tell of columns that are not read, or that are there more than once."""
    for column in dict.fromkeys(header):
        if column not in COLUMNS:
            yield _unread(file, line, column)
        elif header.count(column) > 1:
            told = f"{header.count(column)} columns are read as {column!r}; the first that is filled counts in each row"
            yield Issue("conflict", file, line, told)


def _unread(file: str, line: int, column: str) -> Issue:
    return Issue("note", file, line, f"the column {column!r} is not read{meant(column, COLUMNS)}")


def _row(
    cells: dict[str, str],
    known: dict[tuple[str, str], Entry],
    out: Imported,
    file: str,
    line: int,
    base: KnowledgeBase,
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
    if gender not in ("", "m", "f"):
        out.issues.append(
            Issue("note", file, line, f"the gender {cells['gender']!r} is not read; it is m or f")
        )
        gender = ""
    out.issues += entry.filled(file, line, kind=kind, country=country, sector=sector, gender=gender)
    entry.also(re.split(r"[;|]", cells["aliases"]))
    if office:
        entry.roles.append(Tenure(office_key(office, country, base), since, until, source))
    elif since or until:
        entry.roles.append(Tenure(sector_office(country, sector), since, until, source))

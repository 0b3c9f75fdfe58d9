"""`dragoman actors find|show|import`."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.actors.importers import write_layer
from dragoman.actors.knowledge import KnowledgeBase, Tenure, layered_base
from dragoman.actors.layers import read_files
from dragoman.actors.search import Found, ids_like, search, suggestions
from dragoman.cli.reading import report_layers, write_file
from dragoman.cli.sheets import many
from dragoman.errors import RunError
from dragoman.sources import is_day


def find(text: str, on: str | None, actors: Sequence[Path | str], *, as_json: bool) -> int:
    """Print who a text could be; 1 when nobody is known by it."""
    if on is not None and not is_day(on):
        raise RunError("D220", value=on)
    kb, faults = _base(actors)
    found = search(kb, text, on)
    like = suggestions(kb, text) if not found else []
    if as_json or not sys.stdout.isatty():
        listed = [_row(kb, f) for f in found]
        print(_json({"query": text, "on": on, "found": listed, **({"like": like} if like else {})}))
    elif found:
        Console().print(_table(kb, found, on))
    if not found:
        _unknown(f"nobody is known as {text!r}", like)
    return 1 if faults or not found else 0


def show(id_: str, actors: Sequence[Path | str], *, as_json: bool) -> int:
    """Print all that is known of an id; 1 when it is not known."""
    kb, faults = _base(actors)
    described = next((d for i in (id_, id_.lower(), id_.upper()) if (d := kb.describe(i)) is not None), None)
    if described is None:
        like = ids_like(kb, id_)
        _unknown(f"no actor has the id {id_!r}", like)
        return 1
    if as_json or not sys.stdout.isatty():
        print(_json(described))
    else:
        _page(described)
    return 1 if faults else 0


def convert(files: list[str], format: str | None, to: str) -> int:
    """Write a layer file; 1 when lines were skipped."""
    found = read_files(files, format=format)
    write_file(Path(to), write_layer(found.entries))
    errors = Console(stderr=True)
    faults = report_layers(errors, found.issues)
    conflicts = sum(i.kind == "conflict" for i in found.issues)
    roles = sum(len(e.roles) for e in found.entries)
    told = f"{many(len(found.entries), 'actor')} with {many(roles, 'office')} written to {to}"
    if faults or conflicts:
        told += f"; {many(faults, 'line')} skipped, {many(conflicts, 'conflict')}"
    errors.print(told, highlight=False, soft_wrap=True, markup=False)
    return 1 if faults else 0


def _base(actors: Sequence[Path | str]) -> tuple[KnowledgeBase, int]:
    kb = layered_base(actors)
    faults = report_layers(Console(stderr=True), (i for i in kb.issues if i.kind == "fault"))
    return kb, faults


def _unknown(message: str, like: list[str]) -> None:
    hint = f"; did you mean {', '.join(like[:-1])}{' or ' if like[1:] else ''}{like[-1]}?" if like else ""
    Console(stderr=True).print(
        f"dragoman: {message}{hint}", style="red", highlight=False, soft_wrap=True, markup=False
    )


def _json(value: Any) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False)


def _tenure(kb: KnowledgeBase, t: Tenure) -> dict[str, Any]:
    return {
        "office": t.office, "title": kb.office_name(t.office), "from": t.since or None, "until": t.until or None, "source": t.source or None,
    }  # fmt: skip


def _row(kb: KnowledgeBase, f: Found) -> dict[str, Any]:
    a = f.actor
    return {
        "id": a.id, "name": a.name, "kind": a.kind, "country": a.country, "sector": a.sector, "office": a.office,
        "offices": [_tenure(kb, t) for t in f.offices], "matched": list(f.matched), "how": f.how, "score": f.score,
    }  # fmt: skip


def _when(since: str | None, until: str | None) -> str:
    return f"{since or '...'} to {until or 'now'}" if since or until else "always"


def _table(kb: KnowledgeBase, found: list[Found], on: str | None) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold cyan")
    table.add_column("id", no_wrap=True)
    for column in ("who", f"offices on {on}" if on else "offices", "matched"):
        table.add_column(column)
    for f in found:
        a = f.actor
        who = Text(a.name, style="bold")
        who.append("\n" + ", ".join(x for x in (a.kind, a.country, a.sector) if x), style="not bold")
        offices = "\n".join(f"{kb.office_name(t.office)}, {_when(t.since, t.until)}" for t in f.offices)
        matched = "; ".join(f.matched) + (f" ({f.how} {f.score})" if f.score < 100 else f" ({f.how})")
        table.add_row(Text(a.id, style="cyan"), who, Text(offices), Text(matched))
    return table


def _page(described: dict[str, Any]) -> None:
    console = Console()
    console.print(Text(described["name"], style="bold"), Text(described["id"], style="dim"))
    about = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for key in ("kind", "country", "sector", "capital", "aliases", "members", "from", "until", "source"):
        value = described.get(key)
        if value:
            about.add_row(
                Text(key, style="cyan"), Text("; ".join(value) if isinstance(value, list) else str(value))
            )
    console.print(about)
    for title, rows in (("Offices", described.get("offices")), ("Holders", described.get("holders"))):
        if not rows:
            continue
        table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold cyan")
        for column in (title, "when", "source"):
            table.add_column(column, overflow="fold")
        for row in rows:
            who = row.get("title") or row["person"]
            table.add_row(Text(who), Text(_when(row["from"], row["until"])), Text(row.get("source") or ""))
        console.print(table)

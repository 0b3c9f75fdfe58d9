"""`dragoman correct`: judgements of a person on what was read, kept beside it and reversible."""

from __future__ import annotations

import getpass
import json
import sys

import duckdb
from rich.console import Console
from rich.table import Table

from dragoman.errors import RunError
from dragoman.record.judgements import Judgements, anchor_of, judgement
from dragoman.record.migration import open_record
from dragoman.record.refresh import look, refresh
from dragoman.record.store import Record, restore
from dragoman.schema.record import Anchor, Judgement, JudgementKind

_EVENT = (
    'Events are named as DOCUMENT:EVENT, as in `dragoman record sql "SELECT document, event FROM events"`'
)
_OCCURRENCE = "`dragoman contacts --json` gives the ids of occurrences"


def events(kind: JudgementKind, address: str, named: list[str], author: str | None, note: str | None) -> int:
    """Judge events, each as `DOCUMENT:EVENT`."""
    record = _open(address)
    with look(record) as con:
        anchors = [_anchor(con, name) for name in named]
    return _keep(record, judgement(kind, _author(author), events=anchors, note=note))


def actors(
    kind: JudgementKind,
    address: str,
    a: str,
    b: str,
    documents: list[str],
    author: str | None,
    note: str | None,
) -> int:
    """Judge that an actor is another: everywhere, or in some documents."""
    record = _open(address)
    with look(record) as con:
        known = {row[0] for row in con.execute("SELECT DISTINCT document FROM documents").fetchall()}
        (here,) = con.execute(
            "SELECT count(*) FROM (SELECT unnest(actors) AS a FROM current) WHERE a.id = ?", [a]
        ).fetchall()[0]
    if not here:
        raise RunError("D416", what="actor", id=a, remedy="`dragoman record sql` lists the actors of events")
    for document in documents:
        if document not in known:
            raise RunError("D416", what="document", id=document, remedy="See the view `documents`")
    return _keep(record, judgement(kind, _author(author), actors=[a, b], documents=documents, note=note))


def occurrences(
    kind: JudgementKind, address: str, a: str, b: str, author: str | None, note: str | None
) -> int:
    """Judge that two occurrences are one, or that an event (`a`) is not of an occurrence, or of that of another event."""
    record = _open(address)
    with look(record) as con:
        first = [_anchor(con, a)] if kind == "split occurrences" else _anchors(con, a)
        anchors = [*first, *(anchor for anchor in _anchors(con, b) if anchor not in first)]
    if len(anchors) < 2:
        raise RunError("D416", what="other happening in", id=b, remedy=_OCCURRENCE)
    return _keep(record, judgement(kind, _author(author), events=anchors, note=note))


def undo(address: str, id_: str, author: str | None, note: str | None) -> int:
    """Take a judgement back."""
    record = _open(address)
    if id_ not in {j.id for j in record.judgements()}:
        raise RunError("D416", what="judgement", id=id_, remedy="`dragoman correct list` shows them")
    return _keep(record, judgement("undo", _author(author), undoes=id_, note=note))


def listed(address: str, *, as_json: bool) -> int:
    """Print all judgements, with whether they hold."""
    given = _open(address).judgements()
    standing = {j.id for j in Judgements(given).standing}
    if as_json or not sys.stdout.isatty():
        rows = [{**j.model_dump(mode="json"), "holds": j.id in standing} for j in given]
        print(json.dumps(rows, indent=1, ensure_ascii=False))
        return 0
    table = Table(header_style="bold cyan")
    for name in ("Id", "When", "Who", "What", "On", "Note", "Holds"):
        table.add_column(name, overflow="fold")
    for j in given:
        on = [
            *(f"{a.document} {a.act} {a.trigger[0]}–{a.trigger[1]}" for a in j.events),
            *j.actors,
            *j.documents,
        ]
        holds = "" if j.kind == "undo" else "yes" if j.id in standing else "no"
        table.add_row(
            j.id,
            j.at[:19],
            j.author,
            j.kind,
            "; ".join([*on, *([j.undoes] if j.undoes else [])]),
            j.note or "",
            holds,
        )
    Console().print(table)
    return 0


def _open(address: str) -> Record:
    return open_record(address, tell=Console(stderr=True))


def _author(named: str | None) -> str:
    """Who judges: as named, else the name of the account."""
    try:
        return named or getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def _keep(record: Record, made: Judgement) -> int:
    record.judge(made)
    refresh(record)
    print(
        json.dumps({"judgement": made.id, "kind": made.kind}, ensure_ascii=False)
        if not sys.stdout.isatty()
        else f"{made.id}: {made.kind}"
    )
    return 0


def _anchor(con: duckdb.DuckDBPyConnection, name: str) -> Anchor:
    """Where an event named `DOCUMENT:EVENT` is told. Raises `RunError` D416."""
    document, _, event = name.rpartition(":")
    rows = con.execute("SELECT text, reading FROM current WHERE document = ?", [document]).fetchall()
    for row in rows:
        reading = restore(*row)
        for e in reading.events:
            if e.id == event:
                return anchor_of(document, e)
    raise RunError("D416", what="event", id=name, remedy=_EVENT)


def _anchors(con: duckdb.DuckDBPyConnection, name: str) -> list[Anchor]:
    """The reports of an occurrence by its id, or one event as `DOCUMENT:EVENT`."""
    if ":" in name:
        return [_anchor(con, name)]
    rows = con.execute("SELECT reports FROM occurrences WHERE occurrence = ?", [name]).fetchall()
    if not rows:
        raise RunError("D416", what="occurrence", id=name, remedy=_OCCURRENCE)
    return [
        Anchor(document=r["document"], act=r["act"], trigger=(r["trigger"][0], r["trigger"][1]))
        for r in rows[0][0]
    ]

"""`dragoman contacts`: the ledger for people, machines and calendars."""

from __future__ import annotations

import re
import sys
from calendar import IllegalMonthError, monthrange
from dataclasses import dataclass
from datetime import date

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.brief.parties import resolve_named
from dragoman.brief.recorded import Recorded
from dragoman.errors import RunError
from dragoman.record.ledger import Ledger, contacts
from dragoman.record.migration import open_record
from dragoman.schema.record import CONTACT_KINDS

_PERIOD = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_STATUS = {"actual": "", "future": "planned", "cancelled": "cancelled"}


@dataclass(frozen=True)
class Request:
    """The options of one `dragoman contacts`."""

    a: str | None
    b: str | None
    record: str
    as_of: str | None
    kinds: list[str]
    since: str | None
    until: str | None
    place: str | None
    json: bool
    csv: bool
    ical: bool
    page: bool = False


def run(request: Request) -> int:
    """Print the ledger; 0 also when it is empty."""
    for kind in request.kinds:
        if kind not in CONTACT_KINDS:
            raise RunError("D417", kind=kind, known=", ".join(CONTACT_KINDS))
    since = _day(request.since, last=False) if request.since is not None else None
    until = _day(request.until, last=True) if request.until is not None else None
    record = open_record(request.record, as_of=request.as_of, tell=Console(stderr=True))
    recorded = Recorded(record)
    try:
        parties = [
            resolve_named(name, recorded, recorded.kb) for name in (request.a, request.b) if name is not None
        ]
        if len(parties) == 2 and parties[0].id == parties[1].id:
            raise RunError("D211", a=request.a, b=request.b)
        sides = [recorded.side(p).ids for p in parties]
        ledger = contacts(
            recorded.con, *sides, kinds=request.kinds, since=since, until=until, place=request.place
        )
    finally:
        recorded.close()
    if request.ical or request.csv:
        from dragoman.exports import ledgers  # noqa: PLC0415  (the calendar library takes a while to load)

        sys.stdout.write(ledgers.ical(ledger) if request.ical else ledgers.csv_of(ledger))
    elif request.json or not (request.page or sys.stdout.isatty()):
        print(ledger.to_json())
    else:
        show(ledger, " and ".join(p.name for p in parties) or "Everybody", Console())
    return 0


def _day(text: str, *, last: bool) -> str:
    """The first or last day of a year, month or day. Raises `RunError` D414."""
    match = _PERIOD.fullmatch(text)
    try:
        if match is None:
            raise ValueError
        year, month, day = (int(x) if x else None for x in match.groups())
        assert year is not None
        if day is not None and month is not None:
            return date(year, month, day).isoformat()
        if month is None:
            return date(year, 12, 31).isoformat() if last else date(year, 1, 1).isoformat()
        return date(year, month, monthrange(year, month)[1] if last else 1).isoformat()
    except (ValueError, IllegalMonthError):
        raise RunError("D414", value=text) from None


def show(ledger: Ledger, heading: str, console: Console) -> None:
    """Print the ledger for people."""
    console.print(Text(heading, style="bold"))
    if not ledger.contacts:
        console.print("No contact is on record.")
        return
    table = Table(header_style="bold cyan")
    for name in ("When", "Kind", "Who", "Where", "Sources"):
        table.add_column(name, overflow="fold", justify="right" if name == "Sources" else "left")
    for c in ledger.contacts:
        state = _STATUS[c.status] or ("perhaps told above" if c.perhaps else "" if c.held else "not counted")
        kind = Text(c.kind) + (Text(f" ({state})", style="yellow") if state else Text(""))
        table.add_row(Text(c.when()), kind, Text(c.who()), Text(c.place or ""), str(c.sources))
    console.print(table)
    console.print(Text(f"{ledger.held} held, {ledger.planned} planned, {ledger.cancelled} cancelled."))
    for year, kinds in ledger.counts.items():
        console.print(Text(f"{year}: " + ", ".join(f"{n} {_plural(kind, n)}" for kind, n in kinds.items())))
    if ledger.gaps:
        by_id = {c.id: c for c in ledger.contacts}
        gap = ledger.gaps[0]
        days = f"{gap.days} days, from {by_id[gap.after].end} to {by_id[gap.before].start}"
        console.print(Text(f"Longest gap: {days}."))


def _plural(kind: str, n: int) -> str:
    return kind if n == 1 else f"{kind}s"

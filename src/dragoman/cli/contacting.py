"""`dragoman contacts` and `dragoman check`: the ledger for people, machines and calendars; claims held against it."""

from __future__ import annotations

import re
import sys
from calendar import IllegalMonthError, monthrange
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.actors.layers import layered_base
from dragoman.brief.parties import resolve_named
from dragoman.brief.recorded import Recorded
from dragoman.cli import reading as reads
from dragoman.errors import DocumentError, RunError
from dragoman.record.claims import Check, check
from dragoman.record.ledger import Contact, Ledger, contacts
from dragoman.record.migration import open_record
from dragoman.record.sides import side_of
from dragoman.schema import Participant, Reading
from dragoman.schema.record import CONTACT_KINDS
from dragoman.sources import open_documents

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
    elif request.json or not sys.stdout.isatty():
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


@dataclass(frozen=True)
class CheckRequest:
    """The options of one `dragoman check`."""

    paths: list[str]
    record: str
    published: str | None
    fields: list[str]
    model: str
    lexicon: list[str]
    actors: list[Path]
    json: bool


def run_check(request: CheckRequest) -> int:
    """Read the texts and print what the record says of their claims: 0 none contradicted, 1 some, 2 nothing read."""
    from dragoman.reader import Reader  # noqa: PLC0415

    errors = Console(stderr=True)
    record = open_record(request.record, tell=errors)
    failures: list[DocumentError] = []
    reading = reads.Request(
        paths=request.paths, published=request.published, publisher=None, url=None, fields=request.fields,
        model=request.model, lexicon=request.lexicon, processes=1, json=False, jsonl=False,
    )  # fmt: skip
    found = list(open_documents(request.paths, reads.source_options(reading, errors), failures.append))
    if not found:
        return reads.report(errors, failures, 0)
    layered_base(request.actors)  # loaded once for both
    with ThreadPoolExecutor(1) as beside:  # the record is looked through while the reader loads and reads
        opening = beside.submit(Recorded, record, actors=request.actors)
        reader = Reader(request.model, lexicon=request.lexicon, actors=request.actors)
        readings: list[Reading] = []
        for where, document in found:
            try:
                readings.append(reader.read(document))
            except DocumentError as error:
                failures.append(error.at(where))
        checked = check_against(readings, opening.result())
    if request.json or not sys.stdout.isatty():
        print(checked.to_json())
    else:
        show_check(checked, Console())
    status = reads.report(errors, failures, len(readings))
    return max(status, 1 if any(c.verdict == "contradicted" for c in checked.claims) else 0)


def check_against(readings: Sequence[Reading], recorded: Recorded) -> Check:
    """The claims of readings held against a record, which is closed afterwards."""

    def look(people: Sequence[Participant], kinds: Sequence[str]) -> Ledger:
        sides: dict[str, list[str]] = {}
        for p in people:  # several people of one state are one side; whoever is named must take part
            sides.setdefault(side_of(p), []).append(p.id)
        first, *others = list(sides.values())
        ledger = contacts(recorded.con, first, others[0] if others else (), kinds=kinds)
        wanted = [set(ids) for ids in others[1:]]
        kept = [c for c in ledger.contacts if all(_has(c, ids) for ids in wanted)]
        return ledger.model_copy(update={"contacts": kept})

    def since(person: Participant, day: str) -> tuple[str, str] | None:
        known = recorded.kb.persons.get(person.id)
        tenure = recorded.kb.in_office(known, day) if known is not None else None
        if tenure is None or not tenure.since:
            return None
        first = f"{tenure.since}-01-01"[:10]  # of a year or month that alone is known, its first day
        return recorded.kb.office_name(tenure.office), first

    try:
        return check(readings, look, since)
    finally:
        recorded.close()


def _has(c: Contact, ids: set[str]) -> bool:
    return any(p.id in ids or side_of(p) in ids for p in c.participants)


_VERDICT = {"supported": "bold green", "contradicted": "bold red", "not decidable": "bold yellow"}


def show_check(checked: Check, console: Console) -> None:
    """Print the claims for people."""
    if not checked.claims:
        console.print("The text makes no claim that can be counted.")
    for c in checked.claims:
        console.print(
            Text(c.verdict.upper(), style=_VERDICT[c.verdict]) + Text(f"  “{' '.join(c.quote.split())}”")
        )
        console.print(Text(f"  {c.meaning}", style="dim"))
        console.print(Text(f"  {c.why}"))
        for contact in c.contacts:
            console.print(
                Text(
                    f"    {contact.when()}  {contact.kind}  {contact.who()}  {contact.place or ''}",
                    style="dim",
                )
            )

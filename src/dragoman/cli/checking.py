"""`dragoman check`: what texts claim, held against the ledger of a record."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.text import Text

from dragoman.actors.knowledge import KnowledgeBase, layered_base
from dragoman.actors.search import search
from dragoman.brief.recorded import Recorded
from dragoman.cli import reading as reads
from dragoman.errors import DocumentError
from dragoman.record.claims import Check, check
from dragoman.record.ledger import Contact, Ledger, contacts
from dragoman.record.migration import open_record
from dragoman.record.sides import side_of
from dragoman.schema import Participant, Reading


@dataclass(frozen=True)
class Request:
    """The options of one `dragoman check`."""

    paths: list[str]
    record: str
    published: str | None
    fields: list[str]
    model: str
    lexicon: list[str]
    actors: list[Path]
    json: bool
    page: bool = False


def run(request: Request) -> int:
    """Read the texts and print what the record says of their claims: 0 none contradicted, 1 some, 2 nothing read."""
    from dragoman.reader import Reader  # noqa: PLC0415

    errors = Console(stderr=True)
    record = open_record(request.record, tell=errors)
    failures: list[DocumentError] = []
    reading = reads.Request(
        paths=request.paths, published=request.published, publisher=None, url=None, fields=request.fields,
        model=request.model, lexicon=request.lexicon, processes=1, json=False, jsonl=False,
    )  # fmt: skip
    found = list(reads.documents_at(request.paths, reads.source_options(reading, errors), failures.append))
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
    if request.json or not (request.page or sys.stdout.isatty()):
        print(checked.to_json())
    else:
        show(checked, Console())
    status = reads.report(errors, failures, len(readings))
    return max(status, 1 if any(c.verdict == "contradicted" for c in checked.claims) else 0)


def check_against(readings: Sequence[Reading], recorded: Recorded) -> Check:
    """The claims of readings held against a record, which is closed afterwards."""

    def look(people: Sequence[Participant], kinds: Sequence[str], first_day: str | None) -> Ledger:
        sides: dict[str, list[Participant]] = {}
        for p in people:  # several people of one state are one side; whoever is named must take part
            sides.setdefault(side_of(p), []).append(p)
        # Somebody told by the office alone is whoever held it then: looked for among all of the state.
        first, *others = (
            [p.country if _is_office(p) and p.country else p.id for p in side] for side in sides.values()
        )
        ledger = contacts(recorded.con, first, others[0] if others else (), kinds=kinds, since=first_day)
        kept = [
            c for c in ledger.contacts if all(_takes_part(c, side, recorded.kb) for side in sides.values())
        ]
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


def _is_office(p: Participant) -> bool:
    """Whether somebody is told by state and office alone: `the Chinese premier`."""
    return p.country is not None and p.sector == "GOV" and p.id.startswith(f"{p.country.lower()}-gov-")


def _takes_part(c: Contact, side: Sequence[Participant], kb: KnowledgeBase) -> bool:
    """Whether one of a side takes part in a contact, somebody told by the office alone as who held it on the day."""
    ids = {p.id for p in side}
    for p in side:
        if _is_office(p):
            ids |= _holders(p.name, p.country or "", c.end, kb)
    return any(p.id in ids or side_of(p) in ids for p in c.participants)


def _holders(name: str, country: str, on: str | None, kb: KnowledgeBase) -> set[str]:
    """The ids of who held an office on a day; `leaders` are those of the state and of the government."""
    if name.casefold().endswith(("leader", "leaders")):
        held = (kb.holder(f"{country}:{office}", on) for office in ("head-of-state", "head-of-government"))
        return {person.id for person in held if person is not None}
    return {found.actor.id for found in search(kb, name, on) if found.how == "office"}


_VERDICT = {"supported": "bold green", "contradicted": "bold red", "not decidable": "bold yellow"}


def show(checked: Check, console: Console) -> None:
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

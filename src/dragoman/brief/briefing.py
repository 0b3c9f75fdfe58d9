"""What a person needs before a meeting of two parties: contacts, issues, agreements, disputes, what is open, who is who.

Everything is as it was known on a day, and everything has the words that show it, with document and offsets.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date, timedelta
from itertools import takewhile
from pathlib import Path
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from dragoman.actors.naming import named_all
from dragoman.brief.compare import Comparison, compare
from dragoman.brief.evidence import Model, Quote, Source
from dragoman.brief.issues import builtin_issues, fold_label
from dragoman.brief.parties import Party, resolve_named
from dragoman.brief.people import Official, offices_on
from dragoman.brief.recorded import Happening, Line, Recorded, Side, participants
from dragoman.errors import RunError
from dragoman.record.store import Record
from dragoman.schema import Actor, Participant
from dragoman.schema.figures import figure_of
from dragoman.schema.reading import AgreementStatus, Day
from dragoman.schema.record import CONTACT_KINDS, ContactKind

__all__ = ["Brief", "make_brief"]

SCHEMA: Final = "dragoman.brief/1"

# How much of a section is shown. A brief is read before a meeting, in minutes.
LAST: Final = 3  # contacts of each kind
SOME: Final = 10  # lines of any other list
SHARED: Final = 16  # issues on which both have spoken, ...
ALONE: Final = 8  # ... of each party alone,
EACH: Final = 2  # and views of a party on one of them
TOLD: Final = 4  # tellings of one agreement
SIGNED: Final = 3  # days: what was signed so long after `an agreement` was, is another
RECENT: Final = 365  # days: an older accusation, request or promise is history

_DISPUTES: Final = frozenset({"ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "COERCE", "ASSAULT"})
_DEEDS: Final = frozenset({"SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
_ANSWERS: Final = _DEEDS | {"AGREE", "REJECT"}
_ACTS: Final = _DISPUTES | _ANSWERS | {"CONSULT", "REQUEST"}
# Warnings of a text that tell of a wrong figure or person, and what they are claims about.
_DOUBTS: Final[dict[str, Literal["role", "date"]]] = {"role mismatch": "role", "impossible date": "date"}


TaskKind = Literal["contact", "promise", "request"]


class Contacts(Model):
    """Meetings, calls, visits and conferences of both, as known on the day."""

    last: list[Happening] = Field(description="The last of each kind that were held, the latest first.")
    next: list[Happening] = Field(description="Those planned from the day on, the nearest first.")
    unconfirmed: list[Happening] = Field(
        description="Those planned for a day of the last year that is past, with no report that they were held."
    )
    cancelled: list[Happening] = Field(description="Those cancelled in the last year, the latest first.")
    this_year: dict[ContactKind, int] = Field(
        description="How many were held in the year of the day, by kind."
    )
    last_year: dict[ContactKind, int] = Field(description="How many were held in the year before, by kind.")
    unclear: int = Field(
        description="Contacts told of these two years so vaguely that they may be counted ones."
    )
    gap: int | None = Field(description="Days from the last of them to the day.")


class AgreementTold(Model):
    """One telling of an agreement."""

    status: AgreementStatus
    day: Day | None = Field(description="The first day that the text gives, else that of the document.")
    words: Quote


class Kept(Model):
    """An agreement of both and how it is kept: its status over time."""

    name: str
    parties: list[Participant]
    status: AgreementStatus = Field(description="The latest status that was told.")
    told: list[AgreementTold] = Field(description="What was told of it, the latest first.")


class Task(Model):
    """What is open between the two."""

    kind: TaskKind
    happening: Happening


class Claim(Model):
    """Something that a text says of the two and that can be checked."""

    kind: Literal["count", "role", "date"]
    says: str
    words: Quote | None = Field(description="The words; of a warning about a whole text none.")
    document: str = Field(description="Id of the document.")


class Cited(Model):
    """A document that the brief quotes."""

    id: str
    title: str | None
    publisher: str | None
    published: Day | None
    url: str | None


class Brief(Model):
    """What is known of two parties on a day."""

    schema_: Literal["dragoman.brief/1"] = Field(default=SCHEMA, alias="schema")
    a: Party = Field(description="The first party.")
    b: Party = Field(description="The second party.")
    on: Day | None = Field(
        description="The day; nothing that was told after it is used. None when no text has a day."
    )
    on_basis: Literal["given", "record"] = Field(
        description="Whether the day was asked for or is the record's last."
    )
    documents: int = Field(description="How many documents the record has.")
    undated: int = Field(description="How many of them have no day: only what their own words date is told.")
    contacts: Contacts
    issues: Comparison = Field(description="What each side wants, issue by issue, with its latest words.")
    issues_left: int = Field(description="Further issues that were left out, the longest unspoken of.")
    agreements: list[Kept] = Field(description="Agreements of both, the latest told first.")
    disputes: list[Happening] = Field(
        description="What they hold or did against each other in the last year."
    )
    tasks: list[Task] = Field(
        description="Planned contacts, promises and requests that no later act answers."
    )
    people_a: list[Official] = Field(description="Who acts for A in all this, the most often seen first.")
    people_b: list[Official] = Field(description="Who acts for B in all this, the most often seen first.")
    claims: list[Claim] = Field(
        description="Figures, offices and dates in their texts that are worth checking."
    )
    sources: list[Cited] = Field(description="Every document that is quoted, the latest first.")

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    def to_json(self, *, indent: int | None = 1) -> str:
        """The brief as JSON text."""
        return self.model_dump_json(by_alias=True, indent=indent)


def make_brief(
    record: Record,
    a: str,
    b: str,
    *,
    on: str | None = None,
    issue: str | None = None,
    actors: Iterable[Path | str] = (),
) -> Brief:
    """Prepare a brief of two parties from a record, as of a day (the record's last when not given).

    `issue` keeps the issues that have its words. `actors` names the files over the built-in actors that the readings
    were made with. Raises `RunError` D209 and D210 for a party that is not known or may be several, D211 when both are
    the same, D406 for an empty record.
    """
    files = tuple(actors)
    with closing(Recorded(record, on=on, actors=files)) as recorded:
        if not recorded.documents:
            raise RunError("D406", address=record.address)
        parties = [resolve_named(name, recorded, recorded.kb) for name in (a, b)]
        if parties[0].id == parties[1].id:
            raise RunError("D211", a=a, b=b)
        made = _Maker(recorded, parties[0], parties[1])
        return made.brief("record" if on is None else "given", issue, files)


class _Maker:
    """The sections of one brief."""

    def __init__(self, recorded: Recorded, a: Party, b: Party) -> None:
        self.recorded, self.on = recorded, recorded.on
        self.a, self.b = recorded.side(a, b), recorded.side(b, a)
        # All of this year and the last; contacts of kinds that are rare then from all the years before.
        since = f"{int(self.on[:4]) - 1:04}-01-01" if self.on is not None else None
        self.lines = recorded.lines(_ACTS, self.a, self.b, since=since)
        rare = [k for k in CONTACT_KINDS if len(self._held(k)) < LAST]
        if since is not None and rare:
            self.lines += recorded.lines(["CONSULT"], self.a, self.b, kinds=rare, until=since)
        self.lines.sort(key=lambda line: line.order, reverse=True)

    def brief(
        self, basis: Literal["given", "record"], issue: str | None, actors: tuple[Path | str, ...]
    ) -> Brief:
        """All sections."""
        contacts, disputes = self._contacts(), self._disputes()
        tasks: list[tuple[TaskKind, Line]] = [("contact", line) for line in contacts["next"]]
        tasks += [("promise", line) for line in self._open(_is_promise, _DEEDS, of_doer=True)]
        tasks += [("request", line) for line in self._open(_is_request, _ANSWERS, of_doer=False)]
        agreements, figures = self._agreement_rows(), self._figure_rows()
        issues, left = self._issues(issue, actors)
        lines = [
            *disputes,
            *(line for _, line in tasks),
            *(line for shown in contacts.values() for line in shown),
        ]
        documents = [row["document"] for row in (*figures, *(row for told in agreements for row in told))]
        self.recorded.fetch(lines, documents)
        parts: dict[str, Any] = {
            "contacts": self._told(contacts),
            "issues": issues,
            "agreements": self._agreements(agreements),
            "disputes": self.recorded.happenings(disputes),
            "tasks": [
                Task(kind=kind, happening=happening)
                for (kind, _), happening in zip(
                    tasks, self.recorded.happenings([line for _, line in tasks]), strict=True
                )
            ],
        }
        told = _documents([parts["contacts"], parts["disputes"], parts["tasks"]])
        parts["claims"] = self._claims(figures, told)
        seen = [p for line in (*disputes, *(line for _, line in tasks)) for p in line.people]
        seen += [v.holder for row in issues.rows for v in (*row.a[:1], *row.b[:1])]
        people_a, people_b = self._people(seen)
        return Brief(
            a=self.a.party, b=self.b.party, on=self.on, on_basis=basis, documents=self.recorded.documents, undated=self.recorded.undated,
            issues_left=left, people_a=people_a, people_b=people_b,
            sources=cited(parts.values()), **parts,
        )  # fmt: skip

    # Contacts ----------------------------------------------------------------------------------------------

    def _held(self, kind: ContactKind | None = None) -> list[Line]:
        """Contacts that were held, the latest first."""
        return [
            line
            for line in self.lines
            if line.act == "CONSULT" and line.status == "actual" and kind in (None, line.kind)
        ]

    def _contacts(self) -> dict[str, list[Line]]:
        """The contacts that are shown, by their place in `Contacts`."""
        held = self._held()
        contacts = [line for line in self.lines if line.act == "CONSULT"]
        last = [line for k in CONTACT_KINDS for line in self._held(k)[:LAST]]
        planned = [
            line for line in contacts if line.status == "future" and not any(_held_as(line, h) for h in held)
        ]
        coming = sorted((p for p in planned if not self._past(p)), key=lambda p: (p.start or "9999", p.id))
        return {
            "last": sorted(last, key=lambda line: (line.start or "", line.id), reverse=True),
            "next": coming[:SOME],
            "unconfirmed": [p for p in planned if self._past(p) and self._recent(p)][:SOME],
            "cancelled": [c for c in contacts if c.status == "cancelled" and self._recent(c)][:SOME],
        }

    def _told(self, shown: dict[str, list[Line]]) -> Contacts:
        held = self._held()
        clear = [line for line in held if line.counted]
        years = _years(int(self.on[:4]) if self.on is not None else None)
        counts = [
            _by_kind(line for line in clear if year is not None and _year(line) == year) for year in years
        ]
        latest = max((line.end for line in held if line.end is not None), default=None)
        return Contacts(
            **{name: self.recorded.happenings(lines) for name, lines in shown.items()},
            this_year=counts[0],
            last_year=counts[1],
            unclear=sum(not line.counted and _year(line) in years for line in held),
            gap=_days(latest, self.on) if latest is not None and self.on is not None else None,
        )

    def _past(self, line: Line) -> bool:
        return self.on is not None and line.end is not None and line.end < self.on

    def _recent(self, line: Line) -> bool:
        """Whether something was at most `RECENT` days before the day; what has no day is not."""
        if self.on is None:
            return True
        return line.end is not None and line.end >= _shift(self.on, -RECENT)

    # What each wants, what was agreed ----------------------------------------------------------------------

    def _issues(self, issue: str | None, actors: tuple[Path | str, ...]) -> tuple[Comparison, int]:
        chosen, left = self.recorded.positions(
            self.a, self.b, wanted=wanted_issue(issue) if issue is not None else None,
            shared=SHARED, alone=ALONE, each=EACH,
        )  # fmt: skip
        readings = self.recorded.readings(chosen)
        return compare(self.a.party, self.b.party, readings, issue=issue, actors=actors), left

    def _agreement_rows(self) -> list[list[dict[str, Any]]]:
        """What was told of the agreements of both, by agreement, the latest first."""
        columns = ("agreement", "name", "parties", "status", "start", "evidence")
        rows = self.recorded.facts(
            "agreements", columns, [("parties", self.a), ("parties", self.b)], dated=True
        )
        rows.sort(key=lambda r: (r["start"] or r["day"] or "", r["document"], r["evidence"]), reverse=True)
        by_name: dict[tuple[str, int], list[dict[str, Any]]] = {}
        which: dict[
            str, tuple[str | None, int]
        ] = {}  # of agreements that no name tells apart: the day of the last one
        for row in reversed(rows):
            name = " ".join(row["name"].casefold().split())
            if row["status"] == "signed" and row["start"] and " " not in name:
                day, number = which.get(name, (None, 0))
                another = day is not None and _days(day, row["start"]) > SIGNED
                which[name] = (row["start"], number + another)
            by_name.setdefault((name, which.get(name, (None, 0))[1]), []).append(row)
        ordered = sorted((told[::-1] for told in by_name.values()), key=lambda told: rows.index(told[0]))
        return [told[:TOLD] for told in ordered[:SOME]]

    def _agreements(self, rows: list[list[dict[str, Any]]]) -> list[Kept]:
        quotes = iter(self.recorded.quotes([(r["document"], r["evidence"]) for told in rows for r in told]))
        return [
            Kept(
                name=told[0]["name"],
                parties=participants(told[0]["parties"]),
                status=told[0]["status"],
                told=[
                    AgreementTold(status=r["status"], day=r["start"] or r["day"], words=next(quotes))
                    for r in told
                ],
            )
            for told in rows
        ]

    # Against each other, and open --------------------------------------------------------------------------

    def _does(self, line: Line, doer: Side, other: Side, *, mutual: bool = False) -> bool:
        """Whether a line is an act of one towards the other; `mutual` takes acts of both together too."""
        if not doer.speaks(line.actors, line.end):
            return False
        return bool(other.in_(line.recipients, line.end)) or (
            mutual and bool(other.in_(line.actors, line.end))
        )

    def _disputes(self) -> list[Line]:
        both = ((self.a, self.b), (self.b, self.a))
        return [
            line
            for line in self.lines
            if line.act in _DISPUTES and self._recent(line) and any(self._does(line, x, y) for x, y in both)
        ][:SOME]

    def _open(
        self, is_open: Callable[[Line], bool], answers: Collection[str], *, of_doer: bool
    ) -> list[Line]:
        """Recent lines of one kind that nothing answers: a later act by the one who owes it, of a topic in common."""
        deeds = [line for line in self.lines if line.act in answers and line.status == "actual"]
        out: list[Line] = []
        for line in self.lines:
            if len(out) < SOME and is_open(line) and (line.status == "future" or self._recent(line)):
                later = list(takewhile(lambda deed, line=line: _after(deed, line), deeds))  # type: ignore[misc]
                for x, y in ((self.a, self.b), (self.b, self.a)):
                    if self._does(line, x, y, mutual=line.act == "AGREE"):
                        owing, owed = (x, y) if of_doer else (y, x)
                        if not any(
                            _of_one_topic(deed, line) and self._does(deed, owing, owed, mutual=True)
                            for deed in later
                        ):
                            out.append(line)
                        break
        return out

    # Who, and what to check --------------------------------------------------------------------------------

    def _people(self, others: Sequence[Participant]) -> tuple[list[Official], list[Official]]:
        """The persons of both sides: those of its contacts first, then those who hold views, accuse, ask or promise."""
        a, b = (self._who(side, others) for side in (self.a, self.b))
        kb = self.recorded.kb
        unknown = [i for i in {**a, **b} if i not in kb.persons and kb.actor(i) is None]
        told = {x.id: x for x in self.recorded.actors(unknown)} if unknown else {}
        return self._officials(a, told), self._officials(b, told)

    def _who(self, side: Side, others: Sequence[Participant]) -> dict[str, tuple[Participant, list[Line]]]:
        """Who stands for a side, by id, each with the contacts that he held."""
        found: dict[str, tuple[Participant, list[Line]]] = {}
        for line in self.lines:
            if line.act == "CONSULT" and line.status != "cancelled":
                for p in side.in_(line.people, line.end):
                    held = found.setdefault(p.id, (p, []))[1]
                    if line.status == "actual":
                        held.append(line)
        for p in others:
            if side.has(p, self.on):
                found.setdefault(p.id, (p, []))
        return found

    def _officials(
        self, found: Mapping[str, tuple[Participant, list[Line]]], told: Mapping[str, Actor]
    ) -> list[Official]:
        kb = self.recorded.kb
        persons = [
            (p, held)
            for p, held in found.values()
            if p.id in kb.persons or (p.id in told and told[p.id].kind == "person")
        ]
        persons.sort(key=lambda one: (-len(one[1]), one[0].name, one[0].id))
        out = []
        for p, held in persons[:SOME]:
            offices, before = offices_on(kb, p.id, self.on)
            out.append(
                Official(
                    id=p.id, name=p.name, country=p.country, offices=offices, before=before,
                    called=told[p.id].office if p.id in told else None,
                    contacts=len(held), last=_last_day(held),
                )
            )  # fmt: skip
        return out

    def _figure_rows(self) -> list[dict[str, Any]]:
        columns = ("count", "what", "participants", "value", "ordinal", "start", "end", "place", "evidence")
        people = [("participants", self.a), ("participants", self.b)]
        return self.recorded.facts("counts", columns, people, latest=SOME)

    def _claims(self, rows: list[dict[str, Any]], documents: Iterable[str]) -> list[Claim]:
        quotes = self.recorded.quotes([(r["document"], r["evidence"]) for r in rows])
        out = [
            Claim(kind="count", says=_figure(row), words=words, document=row["document"])
            for row, words in zip(rows, quotes, strict=True)
        ]
        doubts = self.recorded.warnings([*(r["document"] for r in rows), *documents], _DOUBTS)[:SOME]
        places = iter(self.recorded.quotes([(d, span) for d, _, span, _ in doubts if span is not None]))
        for document, kind, span, message in doubts:
            words = next(places) if span is not None else None
            out.append(Claim(kind=_DOUBTS[kind], says=message, words=words, document=document))
        return out


def wanted_issue(words: str) -> Callable[[str, str], bool]:
    """Whether an issue may have some words: its label has them, or it is a known one whose texts may put it so."""
    folded, known = set(fold_label(words)), {k.issue.id for k in builtin_issues()}
    return lambda id_, label: bool(folded) and (id_ in known or folded <= set(fold_label(label)))


def cited(parts: Iterable[Any]) -> list[Cited]:
    """Every document that some models quote, the latest first."""
    found = {s.id: s for s in _sources(parts)}
    ordered = sorted(
        sorted(found.values(), key=lambda s: s.id), key=lambda s: s.published or "", reverse=True
    )
    return [
        Cited(id=s.id, title=s.title, publisher=s.publisher, published=s.published, url=s.url)
        for s in ordered
    ]


def _sources(value: Any) -> Iterator[Source]:
    if isinstance(value, Source):
        yield value
    elif isinstance(value, BaseModel):
        for _, part in value:
            yield from _sources(part)
    elif isinstance(value, Iterable) and not isinstance(value, (str, dict)):
        for part in value:
            yield from _sources(part)


def _documents(parts: Any) -> Iterator[str]:
    yield from dict.fromkeys(s.id for s in _sources(parts))


def _is_promise(line: Line) -> bool:
    """Whether a line is something that one promised the other, announced to do for it, or that both agreed."""
    return line.act in _DEEDS if line.status == "future" else line.act == "AGREE" and line.status == "actual"


def _is_request(line: Line) -> bool:
    return line.act == "REQUEST" and line.status == "actual"


def _held_as(plan: Line, held: Line) -> bool:
    """Whether a contact that was held is one that was planned, told in other words: the same days, all its persons."""
    if plan.start is None or plan.end is None or held.start is None:
        return False
    persons = {p.id for p in plan.people if p.id != p.country}
    return (
        plan.start <= held.start <= plan.end  # begun before, it is none that was still to come
        and (plan.kind == "call") == (held.kind == "call")
        and bool(persons)
        and persons <= {p.id for p in held.people}
    )


def _after(later: Line, line: Line) -> bool:
    """Whether a deed came after a line, or ended so."""
    since = line.start if line.status == "future" else line.end
    return later.end is not None and later.end > (since or "")


def _of_one_topic(a: Line, b: Line) -> bool:
    """Whether two lines may be of one topic: one of them names none, or they have one in common."""
    return not a.topics or not b.topics or bool(a.topics & b.topics)


def _by_kind(lines: Iterable[Line]) -> dict[ContactKind, int]:
    kinds = [line.kind for line in lines]
    return {k: kinds.count(k) for k in CONTACT_KINDS}


def _year(line: Line) -> int | None:
    """The year of a line; of one whose days lie in two years none."""
    return int(line.start[:4]) if line.start and line.end and line.start[:4] == line.end[:4] else None


def _years(year: int | None) -> tuple[int | None, int | None]:
    return (year, year - 1) if year is not None else (None, None)


def _last_day(lines: Iterable[Line]) -> str | None:
    """The last day of some contacts, or its month or year where that is all that is known."""
    last = max(
        (line for line in lines if line.end is not None), key=lambda line: line.end or "", default=None
    )
    if last is None or last.end is None or last.start is None or last.dating != "vague":
        return last.end if last is not None else None
    return next((last.end[:n] for n in (10, 7, 4) if last.start[:n] == last.end[:n]), last.end)


def _days(start: str, end: str) -> int:
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


def _shift(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days)).isoformat()


def _figure(row: dict[str, Any]) -> str:
    """A countable claim in words: `20th meeting of John Kerry and Sergey Lavrov, 2015`."""
    figure = figure_of(row["what"], row["value"], ordinal=row["ordinal"])
    who = named_all(participants(row["participants"]))
    start, end = row["start"], row["end"]
    if start and start[:4] == end[:4] and (start[5:], end[5:]) == ("01-01", "12-31"):
        start = end = start[:4]
    period = f", {start}" if start and start == end else f", {start} to {end}" if start else ""
    place = f", {row['place']}" if row["place"] else ""
    return f"{figure}{f' of {who}' if who else ''}{period}{place}"

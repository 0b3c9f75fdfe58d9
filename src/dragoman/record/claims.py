"""Claims held against the ledger: is this really their 20th meeting this year?

A claim counts contacts of a kind between parties in a period, or says which in their row one is. The ledger supports it
when the contacts are there, contradicts it when there are others, and leaves it open when it may lack some: a record
holds what its documents tell. Only an official log that covers the period makes it complete.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Callable, Sequence
from typing import Final, Literal

from pydantic import ConfigDict, Field

from dragoman.actors.naming import named_all
from dragoman.record.ledger import Contact, Ledger
from dragoman.record.reports import LOGGED, days_between, shift
from dragoman.record.sides import side_of
from dragoman.schema import Count, Participant, Reading, Span, Warning_
from dragoman.schema.figures import figure_of, nth_of
from dragoman.schema.reading import Model

SCHEMA: Final = "dragoman.check/1"
Verdict = Literal["supported", "contradicted", "not decidable"]

# The kinds of contact that a claim of a kind counts; a visit counts as a meeting with the person visited.
_COUNTED: Final[dict[str, tuple[str, ...]]] = {
    "meeting": ("meeting", "conference", "visit"),
    "round": ("meeting", "conference", "visit"),
    "talks": ("meeting", "conference", "visit"),
    "conference": ("conference", "meeting"),
    "session": ("conference", "meeting"),
    "call": ("call",),
    "visit": ("visit",),
}
# An ordinal speaks of a contact at most so many days before its text, or so many after it.
_BEFORE: Final = 45
_AHEAD: Final = 31
# The first since a month or year is the first after it: the one of that year is the one before.
_SINCE: Final = re.compile(rf"\bsince (?:(?P<month>{'|'.join(month_name[1:])}) )?(?P<year>(?:19|20)\d\d)\b")
# Words before whoever makes a visit, and before whoever receives it.
_GUEST: Final = re.compile(r"\b(?:by|of|from)(?: an?| the)? $", re.IGNORECASE)
_HOST: Final = re.compile(r"\b(?:to|in)(?: an?| the)? $", re.IGNORECASE)
_CHECKED_WARNINGS: Final = frozenset({"role mismatch", "impossible date"})

# Who was what: given a participant and a day, the first day of the office held then, if known.
Since = Callable[[Participant, str], tuple[str, str] | None]
Look = Callable[[Sequence[Participant], Sequence[str], str | None], Ledger]


class Checked(Model):
    """One claim of a text with what the ledger, or the knowledge base, says of it."""

    document: str
    claim: str = Field(description="Id of the count in its reading; `warning N` for a role or date.")
    what: str
    quote: str
    evidence: Span | None
    verdict: Verdict
    meaning: str = Field(description="What is counted, between whom, over which period, spelled out.")
    claimed: int | None = None
    found: int | None = None
    complete: bool = Field(default=False, description="Whether an official log covers the whole period.")
    why: str
    contacts: list[Contact] = Field(default_factory=list)


class Check(Model):
    """All claims of some texts."""

    schema_: Literal["dragoman.check/1"] = Field(default=SCHEMA, alias="schema")
    claims: list[Checked]

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    def to_json(self, *, indent: int | None = 1) -> str:
        """The check as JSON text."""
        return self.model_dump_json(by_alias=True, indent=indent)


def check(readings: Sequence[Reading], look: Look, since: Since) -> Check:
    """Hold the claims of readings against a ledger.

    `look` gives the ledger of all given participants with each other, of some kinds, from a day on; `since` the office
    of a person on a day and its first day.
    """
    return Check(claims=[c for reading in readings for c in _of(reading, look, since)])


def _of(reading: Reading, look: Look, since: Since) -> list[Checked]:
    counted = [c for count in reading.counts if (c := _count(reading, count, look, since)) is not None]
    warned = [
        _warning(reading, n, w) for n, w in enumerate(reading.warnings, 1) if w.kind in _CHECKED_WARNINGS
    ]
    return [*counted, *warned]


def _warning(reading: Reading, number: int, warning: Warning_) -> Checked:
    """A role or date that the knowledge base contradicts."""
    return Checked(
        document=reading.document.id, claim=f"warning {number}", what=warning.kind.split()[0],
        quote=reading.quote(warning.span) if warning.span is not None else "", evidence=warning.span,
        verdict="contradicted", meaning="who held which office" if warning.kind.startswith("role") else "a day of the calendar",
        why=warning.message,
    )  # fmt: skip


def _count(reading: Reading, count: Count, look: Look, since: Since) -> Checked | None:
    kinds = _COUNTED.get(count.what)
    if kinds is None:
        return None
    d = reading.document
    day = d.day
    period = _Period.of(count, day, since, reading.quote(count.evidence))
    way = _Way.of(count, d.text)
    told = Checked(
        document=d.id, claim=count.id, what=count.what, quote=reading.quote(count.evidence), evidence=count.evidence,
        verdict="not decidable", meaning=_meaning(count, period, way), claimed=count.value, why="",
    )  # fmt: skip
    if not count.participants or (len(count.participants) < 2 and not _is_group(count.participants[0])):
        return told.model_copy(update={"why": "The text does not say between whom."})
    ledger = look(count.participants, kinds, period.since)
    counted = [c for c in ledger.contacts if _counts(c, period, count) and way.is_that_of(c)]
    if count.what != "visit":
        counted = _met(counted)
    complete = _is_complete(ledger.contacts, period)
    return _judged(told, count, counted, day, complete, period)


class _Way:
    """Who visits whom, where a claim of visits says so: `the first visit to China by an Australian leader`."""

    def __init__(self, guests: Sequence[Participant] = (), hosts: Sequence[Participant] = ()) -> None:
        self.guests, self.hosts = guests, hosts

    @classmethod
    def of(cls, count: Count, text: str) -> _Way:
        """The way that the words before the parties tell; somebody told elsewhere is of his state's side."""
        if count.what != "visit":
            return cls()
        told = {
            p.id: text[max(0, p.span[0] - 12) : p.span[0]] for p in count.participants if p.span is not None
        }
        hosts = {side_of(p) for p in count.participants if _HOST.search(told.get(p.id, ""))}
        guests = {side_of(p) for p in count.participants if _GUEST.search(told.get(p.id, ""))} - hosts
        if not hosts and not guests:
            return cls()
        those = {side_of(p) for p in count.participants}
        hosts, guests = hosts or those - guests, guests or those - hosts
        return cls(
            [p for p in count.participants if side_of(p) in guests],
            [p for p in count.participants if side_of(p) in hosts],
        )

    def is_that_of(self, c: Contact) -> bool:
        """Whether a contact goes the same way."""
        guests = {side_of(p) for p in self.guests} | {p.id for p in self.guests}
        hosts = {side_of(p) for p in self.hosts} | {p.id for p in self.hosts}
        there = {side_of(p) for p in c.recipients} | {p.id for p in c.recipients} | {c.country}
        return (not guests or any(side_of(p) in guests or p.id in guests for p in c.actors)) and (
            not hosts or bool(hosts & there)
        )


def _met(contacts: Sequence[Contact]) -> list[Contact]:
    """The contacts at which people met: a visit to somebody, unless the meeting on it is listed as well."""
    talks = [c for c in contacts if c.kind != "visit"]
    return [
        c for c in contacts
        if c.kind != "visit" or (_is_to_somebody(c) and not any(_is_during(t, c) for t in talks))
    ]  # fmt: skip


def _is_to_somebody(c: Contact) -> bool:
    return any(p.kind == "person" for p in c.recipients)


def _is_during(c: Contact, visit: Contact) -> bool:
    if c.start is None or c.end is None or visit.start is None or visit.end is None:
        return False
    return c.start <= visit.end and visit.start <= c.end


class _Period:
    """The days a claim counts over, and why these."""

    def __init__(self, start: str | None, end: str | None, why: str) -> None:
        self.start, self.end, self.why = start, end, why

    @classmethod
    def of(cls, count: Count, day: str | None, since: Since, quote: str) -> _Period:
        """The period of a claim: its own, else the visitor's or first party's time in the present office."""
        ahead = shift(day, _AHEAD) if day is not None else None
        if count.period is not None:
            end = min(count.period.end, ahead) if ahead is not None else count.period.end
            told = _SINCE.search(quote) if count.ordinal and count.value == 1 else None
            start = (
                _after(told)
                if told is not None and told["year"] in count.period.start
                else count.period.start
            )
            return cls(start, end, "the text says so")
        if day is None:
            return cls(None, None, "the text has no day")
        for person in count.participants:
            held = since(person, day)
            if held is not None:
                office, first = held
                return cls(first, ahead, f"since {person.name} became {office} on {first}")
        return cls(None, ahead, "ever")

    @property
    def since(self) -> str | None:
        """The day from which contacts are looked at: what was over before neither counts nor shows that a log covers it."""
        if self.start is None or self.end is None:
            return self.start
        return min(self.start, shift(self.end, -_AHEAD))

    def has(self, c: Contact) -> bool:
        """Whether a contact lies in it."""
        if c.start is None or c.end is None:
            return False
        return (self.start is None or c.end >= self.start) and (self.end is None or c.start <= self.end)


def _after(since: re.Match[str]) -> str:
    """The first day after a month or year."""
    year, month = int(since["year"]), since["month"]
    number = list(month_name).index(month) if month else 12
    return f"{year + number // 12:04}-{number % 12 + 1:02}-01"


def _counts(c: Contact, period: _Period, count: Count) -> bool:
    """Whether a contact is one of those that a claim counts; the one it announces may be planned."""
    if not period.has(c) or c.perhaps or (c.dating in ("vague", "undated") and not c.held):
        return False
    if count.place is not None and c.place not in (None, count.place.name):
        return False
    return c.held or (c.status == "future" and count.ordinal)


def _is_group(p: Participant) -> bool:
    return p.country is None


def _is_complete(contacts: Sequence[Contact], period: _Period) -> bool:
    """Whether an official log lists contacts of the kind from before the period's start till after its end, nearly."""
    logged = [
        c for c in contacts if any(t.rule.startswith(LOGGED) for t in c.tellings) and c.start is not None
    ]
    if not logged or period.start is None or period.end is None:
        return False
    return logged[-1].start is not None and logged[-1].start >= shift(period.end, -_AHEAD)


def _judged(
    told: Checked, count: Count, counted: Sequence[Contact], day: str | None, complete: bool, period: _Period
) -> Checked:
    n = count.value
    if not count.ordinal:
        return _number(told, counted, n, complete)
    until = [c for c in counted if day is None or c.start is None or c.start <= shift(day, _AHEAD)]
    before = [
        c for c in until if c.held or (day is not None and c.end is not None and c.end >= shift(day, -1))
    ]
    found = len(before)
    if found >= n:
        nth = before[n - 1]
        # Of a time that was over long before the text, it tells of a contact then: `held their first meeting in June 1993`.
        past = day is not None and period.end is not None and period.end < shift(day, -_BEFORE)
        near = past or day is None or nth.end is None or abs(days_between(nth.end, day)) <= _BEFORE
        if near:
            first = f"The first {n} are listed; the {nth_of(n)}" if n > 1 else "The 1st on record"
            why = f"{first} is that of {nth.when()}{_at(nth)}."
            return _with(told, "supported", found, complete, why, before[:n])
        why = f"The {nth_of(n)} was already on {nth.when()}{_at(nth)}; up to the text there were {found}."
        return _with(told, "contradicted", found, complete, why, before)
    if complete:
        why = f"An official log covers the period and lists {found}."
        return _with(told, "contradicted", found, True, why, before)
    why = f"{found} of {n} found; the record may lack some."
    return _with(told, "not decidable", found, False, why, before)


def _number(told: Checked, counted: Sequence[Contact], n: int, complete: bool) -> Checked:
    held = [c for c in counted if c.held]
    found = len(held)
    if found == n:
        return _with(
            told, "supported", found, complete, "It is listed." if n == 1 else f"All {n} are listed.", held
        )
    if found > n:
        return _with(told, "contradicted", found, complete, f"{found} are listed, more than {n}.", held)
    if complete:
        return _with(
            told, "contradicted", found, True, f"An official log covers the period and lists {found}.", held
        )
    return _with(
        told, "not decidable", found, False, f"{found} of {n} found; the record may lack some.", held
    )


def _with(
    told: Checked, verdict: Verdict, found: int, complete: bool, why: str, contacts: Sequence[Contact]
) -> Checked:
    return told.model_copy(
        update={
            "verdict": verdict,
            "found": found,
            "complete": complete,
            "why": why,
            "contacts": list(contacts),
        }
    )


def _at(c: Contact) -> str:
    return f" in {c.place}" if c.place is not None else ""


def _meaning(count: Count, period: _Period, way: _Way) -> str:
    if way.guests or way.hosts:
        guests, hosts = (named_all(some) for some in (way.guests, way.hosts))
        who = " ".join([*([f"by {guests}"] if guests else []), *([f"to {hosts}"] if hosts else [])])
    else:
        who = f"of {named_all(count.participants)}" if count.participants else ""
    which = figure_of(count.what, count.value, ordinal=count.ordinal)
    which = f"the {which}" if count.ordinal else which
    if period.start is None and period.end is None:
        days = period.why
    elif period.start is None:
        days = f"up to {period.end}"
    else:
        days = f"from {period.start} to {period.end}"
    return f"{which} {who} {days} ({period.why})".replace("  ", " ")

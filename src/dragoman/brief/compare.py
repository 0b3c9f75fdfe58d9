"""Two parties' positions, issue by issue: where they agree, where they differ, where only one has spoken.

Pure functions over readings. Whatever a comparison holds was read from a text: every view has the exact words, with
document and offsets. What one party says of the other is marked as told by it, and comes after the other's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from pydantic import ConfigDict, Field

from dragoman.actors.knowledge import KnowledgeBase, layered_base
from dragoman.brief.evidence import Model, Source
from dragoman.brief.issues import (
    KnownIssue,
    builtin_issues,
    fold_label,
    is_example,
    is_turned,
    known_in,
    load_issues,
    names_an_issue,
    phrase_after,
    same_issue,
    short_label,
    turned_wording,
)
from dragoman.brief.parties import Party, acts_for, resolve_party, speaks_for
from dragoman.errors import RunError
from dragoman.schema import Event, Issue, Participant, Position, Reading, Stance, Statement, Time

__all__ = ["Comparison", "Row", "View", "compare"]

SCHEMA: Final = "dragoman.comparison/1"
Verdict = Literal["agree", "differ", "divided", "only a", "only b"]
VERDICTS: tuple[Verdict, ...] = ("agree", "differ", "divided", "only a", "only b")
DateBasis = Literal["text", "document"]
# Two of these are one side: who demands a thing is for it, who doubts it is not.
_FOR = frozenset({"supports", "demands"})


class View(Model):
    """One position of a party: a cell of the table."""

    stance: Stance = Field(description="supports, opposes, demands or doubts.")
    about: str = Field(
        description="What the stance is towards, in the label of the position or the text's words."
    )
    words: str = Field(description="The exact words of the text that show it.")
    holder: Participant = Field(description="Who holds it: the party, or somebody who acts for it.")
    told_by: Participant | None = Field(
        description="Who says that the holder holds it, when it is told by somebody else."
    )
    by: Literal["statement", "act", "text"] = Field(
        description="Whether a statement, an act, or only the words of the text show it."
    )
    date: str | None = Field(description="When, as precise as known: 2015, 2015-12 or 2015-12-15.")
    date_basis: DateBasis | None = Field(
        description="Where the date is from: the text's own words, or the day of the document."
    )
    source: Source = Field(description="Document and offsets.")
    position: str = Field(description="Id of the position in the document's reading.")
    rule: str = Field(description="The knowledge entry that produced the position.")


class Row(Model):
    """One issue: the views of both parties, the latest first."""

    issue: Issue = Field(description="Id and label of the issue.")
    verdict: Verdict = Field(
        description="agree: the latest views are on one side; differ: on two; divided: one party speaks with two "
        "voices on its latest day; only a, only b: only one has spoken."
    )
    a: list[View] = Field(description="Views of party A, the latest first; empty when it has not spoken.")
    b: list[View] = Field(description="Views of party B, the latest first; empty when it has not spoken.")


class Comparison(Model):
    """Where two parties stand, issue by issue."""

    schema_: Literal["dragoman.comparison/1"] = Field(default=SCHEMA, alias="schema")
    a: Party = Field(description="The first party.")
    b: Party = Field(description="The second party.")
    filter: str | None = Field(description="The words that the issues were filtered by.")
    documents: int = Field(description="How many documents were read.")
    nameless: int = Field(description="Positions left out because their words name no issue.")
    rows: list[Row] = Field(
        description="One an issue: agreed, differing, divided, then those of one party alone."
    )

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    def to_json(self, *, indent: int | None = 1) -> str:
        """The comparison as JSON text."""
        return self.model_dump_json(by_alias=True, indent=indent)

    def of(self, verdict: Verdict) -> list[Row]:
        """The rows of one verdict."""
        return [row for row in self.rows if row.verdict == verdict]


@dataclass(frozen=True, slots=True)
class _Found:
    """A view with what orders and compares it; `turned` when its words turn the issue round."""

    view: View
    order: tuple[bool, str, int, int]
    turned: bool
    issue: Issue
    known: bool

    @property
    def is_for(self) -> bool:
        return (self.view.stance in _FOR) != self.turned


def compare(
    a: str | Party,
    b: str | Party,
    readings: Iterable[Reading],
    *,
    issue: str | None = None,
    issues: Path | str | None = None,
    actors: Iterable[Path | str] = (),
) -> Comparison:
    """Compare the positions of two parties in some readings.

    `a` and `b` are names (`Russia`, `EU`, `Lavrov`) or parties. `issue` keeps the issues that have its words.
    `issues` is an issues file of your own, over the built-in one; `actors` names the files over the built-in actors that
    the readings were made with. Raises `RunError` for a party that nobody knows, or when both are the same;
    `KnowledgeError` for a faulty file.
    """
    found, kb = list(readings), layered_base(actors)
    party_a = resolve_party(a, found, kb) if isinstance(a, str) else a
    party_b = resolve_party(b, found, kb) if isinstance(b, str) else b
    if party_a.id == party_b.id:
        raise RunError("D211", a=a if isinstance(a, str) else a.name, b=b if isinstance(b, str) else b.name)
    own = load_issues(Path(issues)) if issues is not None else []
    parties = (party_a, party_b)
    told = [_views(party, parties[1 - n], found, own, kb) for n, party in enumerate(parties)]
    sides = [_drop_repeats(side) for side, _ in told]
    rows = [_row(group, sides) for group in _groups([*sides[0], *sides[1]])]
    if issue is not None:
        rows = [row for row in rows if _has_words(row, issue)]
    rows.sort(key=lambda r: r.issue.label.casefold())
    rows.sort(key=lambda r: max(v.date or "" for v in (*r.a, *r.b)), reverse=True)
    rows.sort(key=lambda r: VERDICTS.index(r.verdict))
    return Comparison(
        a=party_a,
        b=party_b,
        filter=issue,
        documents=len(found),
        nameless=sum(n for _, n in told),
        rows=rows,
    )


def views(party: Party, readings: Sequence[Reading], kb: KnowledgeBase) -> list[tuple[Issue, list[View]]]:
    """What one party wants: its views by issue, the latest issue and view first."""
    found, _ = _views(party, None, readings, [], kb)
    out = []
    for group in _groups(_drop_repeats(found)):
        ordered = sorted(group, key=lambda f: f.order, reverse=True)
        out.append((_issue_of(group), [f.view for f in ordered]))
    return sorted(out, key=lambda x: (x[1][0].date or "", x[0].label), reverse=True)


def _views(
    party: Party, other: Party | None, readings: Sequence[Reading], own: list[KnownIssue], kb: KnowledgeBase
) -> tuple[list[_Found], int]:
    """All views of a party in the readings, in their order, and how many of its positions name no issue."""
    out: list[_Found] = []
    nameless = 0
    for number, reading in enumerate(readings):
        on = reading.document.day
        for p in reading.positions:
            if not speaks_for(party, p.holder, on, kb):
                continue
            if other is not None and other.kind == "person" and p.holder.id == other.id:
                continue  # Lavrov beside Russia: Russia is everybody else who acts for it
            if any(
                r.span[0] <= p.evidence[0] and p.evidence[1] <= r.span[1] for r in reading.document.related
            ):
                continue
            found = _view(party, reading, number, p, own, kb)
            if found is not None:
                out.append(found)
            else:
                nameless += 1
    return out, nameless


def _subject(reading: Reading, p: Position) -> tuple[Issue, str, bool, bool] | None:
    """What a position is about: issue, wording, whether the wording turns it round, whether the issue is known.

    A position gives a known issue by its label alone, so the text's own words are asked whether they turn it round
    (`withdrawal from the treaty`) or name it as an example only. `None` when no issue is named.
    """
    words = reading.quote(p.evidence)
    builtin = next((k for k in builtin_issues() if k.issue.id == p.issue.id), None)
    if builtin is None:
        label = short_label(p.issue.label)
        if not names_an_issue(label):
            return None
        return p.issue.model_copy(update={"label": label}), p.issue.label, is_turned(label), False
    if is_example(words, builtin):
        by = _fact(reading, p.by)
        if isinstance(by, Event):
            phrase = phrase_after(reading.document.text[by.trigger[1] : p.evidence[1]], "")
        else:
            phrase = phrase_after(words, p.rule.rpartition(".")[2])
        if phrase is None or not names_an_issue(phrase):
            return None
        phrase = short_label(phrase)
        id_ = re.sub(r"[^a-z0-9]+", "-", phrase.lower()).strip("-")
        return Issue(id=id_, label=phrase), phrase, is_turned(phrase), False
    turned = turned_wording(words, builtin)
    if turned is not None:
        return p.issue, " ".join(turned.split()), True, True
    return p.issue, p.issue.label, False, True


def _view(
    party: Party, reading: Reading, number: int, p: Position, own: list[KnownIssue], kb: KnowledgeBase
) -> _Found | None:
    """A position as a view; `None` when it names no issue."""
    subject = _subject(reading, p)
    if subject is None:
        return None
    issue, about, turned, known = subject
    mine = known_in(about, own)
    by = _fact(reading, p.by)
    date, basis = _date(reading, p, by)
    told_by = _teller(party, reading, p, kb)
    view = View(
        stance=p.stance,
        about=about,
        words=reading.quote(p.evidence),
        holder=p.holder,
        told_by=told_by,
        by="text" if by is None else "act" if isinstance(by, Event) and by.statement is None else "statement",
        date=date,
        date_basis=basis,
        source=Source.of(reading.document, p.evidence),
        position=p.id,
        rule=p.rule,
    )
    order = (told_by is None, date or "", number, p.evidence[0])
    return _Found(view, order, turned, mine or issue, known=known or mine is not None)


def _fact(reading: Reading, id_: str | None) -> Event | Statement | None:
    facts: tuple[Event | Statement, ...] = (*reading.events, *reading.statements)
    return next((x for x in facts if x.id == id_), None) if id_ is not None else None


def _date(reading: Reading, p: Position, by: Event | Statement | None) -> tuple[str | None, DateBasis | None]:
    """When a statement or act was, as the text says, else the day of its document."""
    day = reading.document.day
    statement = next((s for s in reading.statements if isinstance(by, Event) and s.id == by.statement), None)
    for fact in (by, statement):
        # A date after that of the document, or one inside the issue (`the conference on 13 December`), is the content's.
        if fact is None or fact.time is None or (day is not None and fact.time.start > day):
            continue
        if fact.time.span is not None and " ".join(reading.quote(fact.time.span).split()) in p.issue.label:
            continue
        if (written := _written(fact.time, day)) is not None:
            return written, "text"
    return day, "document" if day is not None else None


def _written(time: Time, day: str | None) -> str | None:
    """The end of an interval, or its start when it goes on after a day, as precise as its wording."""
    length = {"day": 10, "month": 7, "season": 4, "year": 4}.get(time.precision)
    return (time.end if day is None or time.end <= day else time.start)[:length] if length else None


def _teller(party: Party, reading: Reading, p: Position, kb: KnowledgeBase) -> Participant | None:
    """Who tells of a position that the holder does not state: the source of the words that name the holder."""
    span, on = p.holder.span or p.evidence, reading.document.day
    around = [
        (end - start, s.speaker)
        for s in reading.statements
        for start, end in s.content
        if s.speaker is not None and start <= span[0] and span[1] <= end
    ]
    others = [(size, s) for size, s in around if s.id != p.holder.id and not acts_for(party, s, on, kb)]
    return min(others, key=lambda x: x[0])[1] if others else None


def _drop_repeats(found: list[_Found]) -> list[_Found]:
    """Views without those that read the same words of the same party once more: one issue, one side."""
    out: list[_Found] = []
    for f in found:
        repeated = any(
            f.view.source.id == o.view.source.id
            and f.view.source.span[0] < o.view.source.span[1]
            and o.view.source.span[0] < f.view.source.span[1]
            and f.is_for == o.is_for
            and _same(f, o)
            for o in out
        )
        if not repeated:
            out.append(f)
    return out


def _same(a: _Found, b: _Found) -> bool:
    """Whether two views are of one issue."""
    if a.issue.id == b.issue.id:
        return True
    return not (a.known and b.known) and same_issue(a.issue.label, b.issue.label)


def _groups(found: list[_Found]) -> list[list[_Found]]:
    """Views by issue: each joins the first group whose every view is of its issue."""
    groups: list[list[_Found]] = []
    for f in found:
        for group in groups:
            if all(_same(f, other) for other in group):
                group.append(f)
                break
        else:
            groups.append([f])
    return groups


def _issue_of(group: list[_Found]) -> Issue:
    """The issue of a group: a known one, else the shortest label."""
    return min(group, key=lambda f: (not f.known, len(f.issue.label), f.issue.label)).issue


def _row(group: list[_Found], sides: list[list[_Found]]) -> Row:
    """A group as a row."""
    ids = [{id(f) for f in side} for side in sides]
    a, b = (sorted((f for f in group if id(f) in own), key=lambda f: f.order, reverse=True) for own in ids)
    return Row(issue=_issue_of(group), verdict=_verdict(a, b), a=[f.view for f in a], b=[f.view for f in b])


def _verdict(a: list[_Found], b: list[_Found]) -> Verdict:
    if not a or not b:
        return "only a" if a else "only b"
    stands = [{f.is_for for f in side if f.order[:2] == side[0].order[:2]} for side in (a, b)]
    if any(len(s) > 1 for s in stands):
        return "divided"
    return "agree" if stands[0] == stands[1] else "differ"


def _has_words(row: Row, wanted: str) -> bool:
    """Whether an issue has all words of a filter, in its label or as one of the views puts it."""
    words = set(fold_label(wanted))
    labels = (row.issue.label, *(v.about for v in (*row.a, *row.b)))
    return bool(words) and any(words <= set(fold_label(label)) for label in labels)

"""Press releases, read-outs, briefings, records of meetings: an office tells what is done and said, on the day it issues them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc

from dragoman.calendar.arithmetic import WEEKDAYS
from dragoman.language import Grammar, grammar, layout_of
from dragoman.language.datelines import DAY_OF_MONTH as DATE
from dragoman.schema import Actor, Time

# The titles that offices give to what they issue.
_TITLE = re.compile(
    r"\b(?:read-?out (?:of|by)|readout|joint statement|(?:press|media) (?:release|statement|briefing|note|availability)|"
    r"statement (?:by|of|from|on|attributable)|remarks (?:by|at|with|on)|transcript of|communiqu[eé]|"
    r"(?:daily|weekly|regular|noon|press|media) (?:press |media |news )?(?:briefing|conference)|"
    r"briefing by|note to correspondents|(?:spokesperson|spokesman|secretary|minister|president)(?:['’]s)? (?:statement|call|meeting)s?)\b",
    re.IGNORECASE,
)
# Those of them that tell what was said, whenever that was done of which it was said.
_TALK = re.compile(
    r"\b(?:briefing|conference|statement|remarks|transcript|note to correspondents)\b", re.IGNORECASE
)
# Lines that stand before what is issued: who issues it, or where and on what day.
_ISSUED = re.compile(
    r"^(?:(?:press|media|news) release|office of the |(?:\w+ )?(?:ministry|department) of |permanent mission of |(?:press|information) (?:service|office|department)\b"
    rf"|[^\W\d_][\w .'’-]{{2,30}}, (?:{'|'.join(d.capitalize() for d in WEEKDAYS)})?,? ?(?:{DATE})$)"
    r"|^[^\n]{0,60}\((?:UN|U\.N\.) Headquarters\)",
    re.IGNORECASE,
)
_TURN = re.compile(r"[A-Z][\w. ]{0,30}: ")  # of those who ask and answer, who may speak of anybody
_SHORT = 70  # characters of such a line, at most
_TODAY = frozenset({"today", "tonight", "this"})
_WEEKDAY = re.compile("|".join(WEEKDAYS), re.IGNORECASE)
_FIRST = frozenset({"we", "i"})
_BODIES = frozenset({"intergovernmental organisation", "government body"})


@dataclass(frozen=True, slots=True)
class Release:
    """A press release: its day, the actors that its title and first sentence name, the states that they speak for.

    `record`: what it begins with is of its day, so that what is said in it was said on one occasion.
    """

    day: str
    issuers: frozenset[str]
    states: frozenset[str]
    record: bool

    @staticmethod
    def of(doc: Doc) -> Release | None:
        """The press release that a doc is, `None` for any other text or where its day is unknown."""
        today, layout = doc._.today, layout_of(doc)
        if today is None:
            return None
        text = grammar(doc).text
        head = [b for b in layout.blocks if b.kind in ("title", "heading", "byline")]
        body = [b for b in layout.blocks if b.kind == "body"]
        first = next(iter(body), None)
        begun = next((b for b in body if b.end - b.start > _SHORT), first)
        lines = [b for b in layout.blocks if begun is not None and b.start <= begun.start]
        titled = any(_TITLE.search(text[b.start : b.end]) for b in head[:2])
        if not titled and (first is None or not _TITLE.match(text[first.start : first.end])):
            issued = any(_ISSUED.match(text[b.start : b.end]) for b in lines)
            if not issued and not (begun is not None and _told_today(doc, begun.start, begun.end)):
                return None
        own = [b for b in lines if b.kind == "body" and not _TURN.match(text[b.start : b.end])]
        reach = [*head, *own]
        named = [
            a
            for m in doc._.mentions.items
            if any(b.start <= m.start < b.end for b in reach)
            for a in m.actors
        ]
        titles = [
            a for m in doc._.mentions.items if any(b.start <= m.start < b.end for b in head) for a in m.actors
        ]
        states = frozenset(a.country for a in titles if a.kind == "person" and a.country)
        days = [t.time for t in doc._.times or () if begun is not None and begun.start <= t.start < begun.end]
        day = today.isoformat()
        told = [t for t in days if t.precision == "day"]
        record = not told or any(t.start == t.end == day for t in told)
        record = record or any(_TALK.search(text[b.start : b.end]) for b in head[:2])
        return Release(day, frozenset(a.id for a in named), states, record)

    def speaks_now(self, g: Grammar, clause: int, doers: Iterable[Actor]) -> bool:
        """Whether a clause tells in the present what its issuer, or the state it speaks for, says: `We condemn`, `China opposes`."""
        if g.tag[clause] not in ("VBP", "VBZ") or g.is_negated(clause):
            return False
        subject = g.child(clause, "nsubj")
        if subject is not None and g.lower[subject] in _FIRST:
            return True
        return any(a.id in self.issuers or (a.kind == "state" and a.country in self.states) for a in doers)

    def tells(self, g: Grammar, clause: int, doers: Iterable[Actor]) -> Time | None:
        """The day of the release for what its issuer is told to say or do, or says in it: `We condemn`."""
        if not g.is_verb(clause):
            return None
        words = {g.lower[a] for a in g.auxiliaries(clause)}
        subject = g.child(clause, "nsubj")
        first = subject is not None and g.lower[subject] in _FIRST
        if words & {"will", "would", "shall", "may", "can", "could", "had", "to"} or g.is_negated(clause):
            return None
        if first and words & {"have", "'ve"}:
            return None  # "We've asked them for access"
        if not first and (
            not self.issuers & {a.id for a in doers} or g.tag[clause] not in ("VBD", "VBZ", "VBN")
        ):
            return None
        return Time(start=self.day, end=self.day, precision="day")


def _told_today(doc: Doc, start: int, end: int) -> bool:
    """Whether a paragraph begins with what a body did on the day, as only those do who issue it: `The Council today decided`."""
    g = grammar(doc)
    if layout_of(doc).dateline_place and "(" in g.text[start : start + _SHORT].split(" - ")[0]:
        return False  # an agency's name
    times = [t for t in doc._.times or () if start <= t.start < end]
    if not times or any(_WEEKDAY.search(g.text[t.start : t.end]) for t in times):
        return False
    for time in times:
        verb = g.verb_over(time.first)
        if (
            time.time.start != doc._.today.isoformat()
            or g.lower[time.first] not in _TODAY
            or not g.is_verb(verb)
        ):
            continue
        for s in g.subjects(verb):
            mention = doc._.mentions.headed(s)
            if mention is not None and any(a.kind in _BODIES for a in mention.actors):
                return True
    return False

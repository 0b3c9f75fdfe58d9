"""Press releases and read-outs: texts in which an office tells what it does and says, on the day it issues them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc

from dragoman.language import Grammar, grammar, layout_of
from dragoman.schema import Actor, Time

# The titles that offices give to what they issue.
_TITLE = re.compile(
    r"\b(?:read-?out of|readout|joint statement|(?:press|media) (?:release|statement|briefing|note|availability)|"
    r"statement (?:by|of|from|on|attributable)|remarks (?:by|at|with|on)|transcript of|communiqu[eé]|"
    r"briefing by|note to correspondents|(?:spokesperson|spokesman|secretary|minister|president)(?:['’]s)? (?:statement|call|meeting)s?)\b",
    re.IGNORECASE,
)
_FIRST = frozenset({"we", "i"})


@dataclass(frozen=True, slots=True)
class Release:
    """A press release: its day, and the actors that its title and first sentence name."""

    day: str
    issuers: frozenset[str]

    @staticmethod
    def of(doc: Doc) -> Release | None:
        """The press release that a doc is, `None` for any other text or where its day is unknown."""
        today, layout = doc._.today, layout_of(doc)
        if today is None:
            return None
        text = grammar(doc).text
        head = [b for b in layout.blocks if b.kind in ("title", "heading", "byline")]
        first = next((b for b in layout.blocks if b.kind == "body"), None)
        titled = any(_TITLE.search(text[b.start : b.end]) for b in head[:2])
        if not titled and (first is None or not _TITLE.match(text[first.start : first.end])):
            return None
        reach = [*head, *([first] if first is not None else [])]
        issuers = {
            a.id
            for m in doc._.mentions.items
            if any(b.start <= m.start < b.end for b in reach)
            for a in m.actors
        }
        return Release(today.isoformat(), frozenset(issuers))

    def tells(self, g: Grammar, clause: int, doers: Iterable[Actor]) -> Time | None:
        """The day of the release for what its issuer is told to say or do, or says in it: `We condemn`."""
        if not g.is_verb(clause):
            return None
        words = {g.lower[a] for a in g.auxiliaries(clause)}
        subject = g.child(clause, "nsubj")
        first = subject is not None and g.lower[subject] in _FIRST
        if words & {"will", "would", "shall", "may", "can", "could", "had", "to"} or g.is_negated(clause):
            return None
        if not first and (
            not self.issuers & {a.id for a in doers} or g.tag[clause] not in ("VBD", "VBZ", "VBN")
        ):
            return None
        return Time(start=self.day, end=self.day, precision="day")

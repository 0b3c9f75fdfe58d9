"""Who issues a text that says "we": the body or state named in the head of a statement, read-out or press release."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from dragoman.actors import knowledge_base
from dragoman.language import grammar, layout_of
from dragoman.language.layout import Block
from dragoman.language.marks import CLOSING
from dragoman.schema import Actor
from dragoman.speech.speakers import Speaker

_ISSUED = re.compile(
    r"\b(?:statement|read-?out|communiqu[eé]|press release|declaration|spokes(?:man|woman|person)|press office|media note)\b",
    re.IGNORECASE,
)
_BRIEFED = re.compile(r"\b(?:briefing|press conference|media availability)\b", re.IGNORECASE)
_BODIES = frozenset({"government body", "intergovernmental organisation", "non-governmental organisation", "party", "company",
                     "armed group"})  # fmt: skip
_HEAD = 6  # lines in which the one who issues a text is named


def issuer_of(doc: Doc) -> Speaker | None:
    """The actor whose words a text is, by its title and the lines before its first sentence; `None` for a report."""
    return _named_in_head(doc, _ISSUED)


def briefer_of(doc: Doc) -> Speaker | None:
    """The actor that briefs the press in a transcript, by its head: `U.S. DEPARTMENT OF STATE, DAILY PRESS BRIEFING`."""
    return _named_in_head(doc, _ISSUED) or _named_in_head(doc, _BRIEFED)


def _named_in_head(doc: Doc, kind: re.Pattern[str]) -> Speaker | None:
    """The body or state named in the head of a text, where the head says what the text is."""
    text = grammar(doc).text
    head: list[Block] = []
    for block in layout_of(doc).blocks[:_HEAD]:
        line = text[block.start : block.end]
        if head and line.rstrip().endswith((".", ":", *CLOSING)):
            break
        head.append(block)
    if not head or not kind.search(text, head[0].start, head[-1].end):
        return None
    named = [m for m in doc._.mentions.items if m.end <= head[-1].end and m.actors]
    for m in named:
        if m.actors[0].kind in _BODIES:
            return Speaker(m.actors, (m.start, m.end))
    for m in named:  # of a person the state whose office is held
        state = _state(m.actors[0])
        if state is not None:
            return Speaker((state,), (m.start, m.end))
    return None


def _state(actor: Actor) -> Actor | None:
    if actor.kind == "state":
        return actor
    return (
        knowledge_base().state(actor.country) if actor.country is not None and actor.sector == "GOV" else None
    )

"""Who issues a text that says "we": the body or state named in the head of a statement, read-out or press release."""

from __future__ import annotations

import re
from bisect import bisect_left

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
# `Remarks by President Obama`, `Full text: Address of the Pope`: who says `I` in it.
_SPEECH = re.compile(
    r"(?:full text:? |transcript:? (?:of )?)?(?:the )?(?:opening |closing |keynote |introductory |prepared |press )?"
    r"(?:remarks?|speech|address|briefing|statement|message|lecture|comments)(?: to the \w+(?: \w+)?)? (?:by|of|from) ",
    re.IGNORECASE,
)
# What may stand behind him in the title: the occasion, the place, his office.
_OCCASION = re.compile(
    r"\s*(?:$|[,:;|(–—-]|(?:to|at|on|in|before|after|during|with|for|following|of|upon)\b)", re.MULTILINE
)
_BODIES = frozenset({"government body", "intergovernmental organisation", "non-governmental organisation", "party", "company",
                     "armed group"})  # fmt: skip
_HEAD = 6  # lines in which the one who issues a text is named


def issuer_of(doc: Doc) -> Speaker | None:
    """The actor whose words a text is, by its title and the lines before its first sentence; `None` for a report."""
    return _named_in_head(doc, _ISSUED)


def author_of(doc: Doc) -> Speaker | None:
    """The person whose speech a text is, by its title: `Remarks by Foreign Minister Julie Bishop`; `None` for others."""
    first = next((b for b in layout_of(doc).blocks[:_HEAD] if b.kind == "title"), None)
    g = grammar(doc)
    match = _SPEECH.match(g.text, first.start, first.end) if first is not None else None
    if first is None or match is None:
        return None
    title = range(bisect_left(g.start, first.start), bisect_left(g.start, first.end))
    if any(g.tag[i] in ("VBZ", "VBD", "VBP", "MD") for i in title):
        return None  # `Speech by Putin angers Kyiv`
    named = [m for m in doc._.mentions.items if match.end() <= m.end <= first.end and m.actors]
    if not named or len(named[0].actors) != 1 or named[0].actors[0].kind != "person":
        return None
    if _OCCASION.match(g.text, named[0].end, first.end) is None:
        return None  # `Remarks by Bishop anger Burma`
    return Speaker(named[0].actors, (named[0].start, named[0].end))


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

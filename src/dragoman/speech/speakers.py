"""Who speaks: from a token to the actor it stands for."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.actors import Mentions
from dragoman.language import Grammar
from dragoman.schema import Actor

_VENUE_PREPOSITIONS = ("in", "at", "from")


class Speaker(NamedTuple):
    """A source: the actors it stands for (none when unresolved) and the span that names it."""

    actors: tuple[Actor, ...]
    span: tuple[int, int]


def speaker_at(g: Grammar, mentions: Mentions, i: int) -> Speaker:
    """The source named by the phrase headed by token `i`."""
    mention = mentions.headed(i)
    if mention is None:
        covering = mentions.covering(i)
        mention = covering[0] if covering else None
    if mention is not None:
        return Speaker(mention.actors, (mention.start, mention.end))
    span = _phrase(g, i)
    for c in g.children[i]:  # "the ministry's statement", "Iranian sources"
        if g.dep[c] in ("poss", "appos", "amod", "compound", "nmod"):
            owner = mentions.headed(c)
            if owner is not None and owner.actors:
                return Speaker(owner.actors, span)
    if g.pos[i] == "PROPN":  # a name that nothing is known of is nobody else
        return Speaker((), span)
    for k in g.prep_objects(i, "of", "by", "from", "for", "in", "at"):
        owner = mentions.headed(k)
        if owner is not None and owner.actors:
            return Speaker(owner.actors, span)
    return Speaker((), span)


def _phrase(g: Grammar, i: int) -> tuple[int, int]:
    """The noun phrase headed by `i`, without relative clauses and appositions after it."""
    last = i
    for c in g.children[i]:
        if c > i and g.dep[c] in ("prep", "case"):
            last = max(last, g.right[c])
    return g.start[g.left[i]], g.end[last]


def institution(g: Grammar, mentions: Mentions, v: int) -> Speaker | None:
    """The institution in which something is said: `declared in the Ministry`, `noted at the Kremlin`."""
    for k in g.prep_objects(v, *_VENUE_PREPOSITIONS):
        mention = mentions.headed(k)
        if mention is None:
            covering = mentions.covering(k)
            mention = covering[0] if covering else None
        if mention is not None and any(
            a.kind
            in (
                "government body",
                "intergovernmental organisation",
                "media",
                "party",
                "armed group",
                "company",
                "non-governmental organisation",
            )
            for a in mention.actors
        ):
            return Speaker(mention.actors, (mention.start, mention.end))
    return None

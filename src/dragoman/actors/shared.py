"""Agents of several states: `negotiators from the two countries`, `troops of both sides`, `their foreign ministers`.

Who owns them is a set that is known only when what refers back is read; each of its states then has its own.
"""

from __future__ import annotations

import re

from dragoman.actors.discourse import Discourse
from dragoman.actors.knowledge import KnowledgeBase
from dragoman.actors.mention import ActorMention
from dragoman.actors.names import slug
from dragoman.actors.sets import Sets
from dragoman.schema import Actor, Via

_OWNING = frozenset({"of", "from", "in", "on"})
_OWNED = frozenset({"unnamed", "population", "government body", "armed group", "party", "media"})
_PERSON = frozenset({"person"})


def like_in(kb: KnowledgeBase, actor: Actor, code: str) -> Actor | None:
    """The same unnamed agent or body of another state (`Omani troops` for `Saudi troops`), `None` when it is no state's own."""
    if actor.country is None or not actor.id.startswith(f"{actor.country.lower()}-"):
        return None
    rest = actor.id[4:]
    for slug_ in (rest, rest.partition("-")[0]):
        own = kb.body(slug_, actor.country).name if slug_ in kb.bodies else None
        if own is not None and actor.name.startswith(own):  # also `Embassy of Spain in Kabul`
            body = kb.body(slug_, code)
            id_, name = f"{code.lower()}-{rest}", f"{body.name}{actor.name.removeprefix(own)}"
            return body.model_copy(update={"id": id_, "name": name})
    old, new = kb.states[actor.country].adjective, kb.states[code].adjective
    return actor.model_copy(
        update={
            "id": f"{code.lower()}-{rest}",
            "country": code,
            "name": re.sub(rf"\b{re.escape(old)}\b", new, actor.name),
        }
    )


class Shared:
    """Gives a plural noun the states of the set that owns it."""

    def __init__(self, discourse: Discourse, sets: Sets) -> None:
        self.discourse, self.sets = discourse, sets
        self.g, self.kb = discourse.g, discourse.story.kb

    def spread(self, i: int, owners: tuple[Actor, ...]) -> ActorMention | None:
        """Let the noun that the set at token `i` owns mean those of each of its states; a mention that is new."""
        g = self.g
        noun = self._owned(i)
        codes = list(dict.fromkeys(a.country for a in owners if a.country in self.kb.states))
        if noun is None or len(codes) != len(owners) or len(codes) < 2 or g.tag[noun] not in ("NNS", "NNPS"):
            return None
        own = self.discourse.covered.get(noun)
        if own is not None and (own.head != noun or own.via not in ("nominal", "role")):
            return None
        why = f"{g.word[noun]!r} of {' and '.join(a.name for a in owners)}"
        via: Via = "role"
        found = self._holders(noun, i, codes)
        if found is None:
            via, found = "nominal", self._agents(noun, own, codes)
        if found is None:
            return None
        if own is None:
            return ActorMention(noun, noun, noun, g.start[noun], g.end[noun], via, found, why)
        own.actors, own.why, own.via = found, why, via
        return None

    def _owned(self, i: int) -> int | None:
        """The noun whose owner a phrase is: `the two countries' armies`, `troops from both sides`."""
        g = self.g
        if g.dep[i] == "poss":
            return g.head[i]
        up = g.head[i]
        if g.dep[i] == "pobj" and g.dep[up] == "prep" and g.lower[up] in _OWNING and g.head[up] < i:
            return g.head[up]
        return None

    def _holders(self, noun: int, i: int, codes: list[str]) -> tuple[Actor, ...] | None:
        """The persons whom a plural title means, by the names after the phrase or by who holds the office in each state."""
        scan = self.discourse.story.scan
        hit = scan.ending.get(scan.word(noun) + 1)
        t = hit.of("titles") if hit is not None else None
        if t is None or self.g.lemma[noun] in ("leader", "official"):
            return None
        named = self.sets.apposed(max(i, noun), len(codes), _PERSON)
        if named is not None:
            return named[0]
        found = self.discourse.people.titles.holders_in(t.key, codes)
        return tuple(found) if len(found) == len(codes) else None

    def _agents(self, noun: int, own: ActorMention | None, codes: list[str]) -> tuple[Actor, ...] | None:
        """The agents or bodies of each state that a plural noun means."""
        if own is None:
            row = self.kb.agents.get(self.g.lemma[noun])
            return tuple(self._agent(noun, code, row[0]) for code in codes) if row is not None else None
        if len(own.actors) != 1 or own.actors[0].kind not in _OWNED or "modifier" in own.why:
            return None
        actor = own.actors[0]
        if actor.country is None:
            return tuple(self._agent(noun, code, actor.sector) for code in codes)
        found = [like_in(self.kb, actor, code) for code in codes]
        return tuple(a for a in found if a is not None) if all(found) else None

    def _agent(self, noun: int, code: str, sector: str | None) -> Actor:
        """The unnamed agent of one state that a plural noun means."""
        g = self.g
        name = f"{self.kb.states[code].adjective} {g.lower[noun]}"
        id_ = slug(f"{code} {sector or ''} {g.lemma[noun]}")
        return Actor(id=id_, name=name, kind="unnamed", country=code, sector=sector)

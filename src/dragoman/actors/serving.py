"""Persons who act for an international body by what the text says of them: such have no state.

`Johan Verbeke, the UN coordinator`, `the Canadian who commands the alliance's operation`: whatever the passport, and
whatever state the story would give them.
"""

from __future__ import annotations

from dragoman.actors.discourse import Discourse
from dragoman.actors.mention import ActorMention
from dragoman.schema import Actor

WORLD = "intergovernmental organisation"
_FOR = ("of", "for", "from")
_HEADING = frozenset({"head", "lead", "command", "chair", "run", "direct", "oversee"})
# Offices of a state in which somebody is known: only a chair of the world's outweighs them.
_CHAIRS = frozenset({"chairman", "chairwoman", "chairperson", "chair", "chairman-in-office"})
_COURTS = frozenset({"court", "tribunal"})
_OF_COURTS = frozenset({"prosecutor", "judge"})
_SPECIAL = frozenset({"special", "personal", "joint"})
_ENVOYS = frozenset({"coordinator", "envoy", "representative", "rapporteur", "expert"})


class Serving:
    """Settles who acts for no state."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.g, self.words, self.story = discourse.g, discourse.words, discourse.story

    def run(self) -> None:
        """Take the state from everyone of whom the text says so."""
        seen: set[str] = set()
        for m in self.discourse.mentions:
            if m.via != "name" or len(m.actors) != 1:
                continue
            actor = m.actors[0]
            if actor.kind == "person" and actor.country is not None and actor.id not in seen:
                if self._serves(m, actor):
                    seen.add(actor.id)
                    self.discourse.settle(actor, None, sector="IGO")

    def _serves(self, m: ActorMention, actor: Actor) -> bool:
        g = self.g
        known = self.discourse.people.known.get(actor.id)
        officed = actor.id in self.story.kb.persons and known is not None and bool(known.offices)
        for n in self._nouns(m):
            if officed and g.lemma[n].lower() not in _CHAIRS:
                continue
            if self._of_the_world(n) or (actor.id not in self.story.kb.persons and self._sent(n, m)):
                return True
        if officed:
            return False
        return any(self._heads(c) for c in g.all_children(m.head, "appos") if c > m.last)

    def _nouns(self, m: ActorMention) -> list[int]:
        """The nouns for what somebody is beside his name: in his title, before a comma, in apposition."""
        g = self.g
        beside = [k for k in range(m.first, m.head) if g.dep[k] in ("compound", "nmod", "amod")]
        beside += g.all_children(m.head, "appos", "compound", "nmod")
        if g.dep[m.head] == "appos":
            beside.append(g.head[m.head])
        return [k for k in beside if g.lemma[k].lower() in self.words.world_service]

    def _of_the_world(self, n: int) -> bool:
        """Whether the noun for an office says that it is a world body's."""
        g = self.g
        before = [c for c in g.children[n] if g.dep[c] in ("poss", "compound", "nmod", "amod")]
        if any(self._state(c) for c in before):
            return False
        return any(self._world(k) for k in (*before, *g.prep_objects(n, *_FOR)))

    def _world(self, k: int, deep: bool = True) -> bool:
        """Whether a token names a body of no state, or a mission, force or court of one."""
        g = self.g
        m = self.discourse.covered.get(k)
        if m is not None and m.actors and all(a.kind == WORLD for a in m.actors):
            return True
        if g.lower[k] in self.words.alliances and m is None:
            return self.story.named_among(self.words.alliances[g.lower[k]]) is not None
        if not deep or g.lemma[k].lower() not in self.words.world_parts:
            return False
        inner = [c for c in g.children[k] if g.dep[c] in ("poss", "compound", "nmod", "amod")]
        inner += g.prep_objects(k, "of")
        return any(g.lower[c] in self.words.worldly or self._world(c, deep=False) for c in inner)

    def _state(self, k: int) -> bool:
        """Whether a token names a state."""
        m = self.discourse.covered.get(k)
        return m is not None and any(a.kind == "state" for a in m.actors)

    def _sent(self, n: int, m: ActorMention) -> bool:
        """`the special coordinator for Lebanon, X`, `chief prosecutor X` beside a world court: of no state that is named."""
        g, noun = self.g, self.g.lemma[n].lower()
        if any(self._state(c) for c in g.children[n] if c < n) or any(
            self._state(k) for k in range(m.first, m.head)
        ):
            return False
        if noun in _OF_COURTS:
            return self._world_court() and not g.prep_objects(n, "of", "for", "in")
        special = any(g.lower[c] in _SPECIAL for c in g.children[n] if c < n)
        return noun in _ENVOYS and special and any(self._state(k) for k in g.prep_objects(n, "for"))

    def _world_court(self) -> bool:
        """Whether the courts that the text speaks of are the world's."""
        courts = [
            m
            for m in self.discourse.mentions
            if len(m.actors) == 1
            and m.actors[0].kind != "person"
            and (m.actors[0].sector == "JUD" or _COURTS & set(m.actors[0].name.lower().split()))
        ]
        return bool(courts) and all(m.actors[0].country is None for m in courts)

    def _heads(self, c: int) -> bool:
        """`X, the Canadian who heads the commission`, `the general in charge of the alliance's operation`."""
        g = self.g
        for r in g.all_children(c, "relcl"):
            if g.lemma[r] in _HEADING and any(self._world(o) for o in g.objects(r)):
                return True
        return any(
            g.lower[charge] == "charge" and any(self._world(k) for k in g.prep_objects(charge, "of"))
            for charge in g.prep_objects(c, "in")
        )

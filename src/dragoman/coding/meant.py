"""Whom a bare noun means: `troops` of the state that speaks, `fighters` of the one armed group that the text names.

The story's own guess of their country (`actors`) knows neither who tells of them nor who acts on them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.actors import knowledge_base
from dragoman.actors.allegiance import nameless_band
from dragoman.actors.mention import ActorMention

if TYPE_CHECKING:
    from dragoman.coding.participants import Found, Participants

# Forces whom their own state speaks for, and the sectors that speak for it.
OWN_FORCES = frozenset({"MIL", "COP"})
SPEAKING = frozenset({"GOV", "MIL", "COP"})
_BODIES = frozenset({"unnamed", "government body"})


class Meant:
    """Settles the state of nominal actors of one doc."""

    def __init__(self, people: Participants) -> None:
        self.people = people
        self.g = people.g

    def by_teller(self, f: Found, mention: ActorMention) -> Found:
        """A nominal as the speaker who tells of it means it: `the Kenyan spokesman said [officers] shot two men`.

        Forces whose phrase names no state are those of the state that speaks for them, unless that state acts on them.
        """
        g, a = self.g, f.actor
        if nameless_band(a) and mention.head == f.token:
            return self.of_a_group(f, f.token)
        if (
            a.sector not in OWN_FORCES
            or a.country is None
            or a.kind not in _BODIES
            or mention.head != f.token
        ):
            return f
        if any(g.dep[c] == "acl" for c in g.children[f.token]):
            return self._under(f)
        statement = self.people.statement_at(g.start[f.token])
        speaker = statement.speaker if statement is not None else None
        if (
            speaker is None
            or speaker.sector not in SPEAKING
            or speaker.country in (None, a.country)
            or self.people.names_state(f.token, a.country)
            or any(
                g.dep[c] in ("poss", "relcl", "acl", "prep", "compound", "nmod") for c in g.children[f.token]
            )
        ):
            return f
        state = knowledge_base().state(speaker.country or "")
        v = g.head[f.token]
        if state is None or g.dep[f.token] not in ("nsubj", "nsubjpass", "dobj") or not g.is_verb(v):
            return f
        if f.token in g.objects(v):  # "said it had killed ten soldiers"
            doers = [o for s in g.subjects(v) for o in self.people.of(s)]
            if not doers or any(o.actor.country == state.country for o in doers):
                return f
        actor = self.people.of_state(a, f.token, state.country or state.id)
        return replace(f, actor=actor, why=f"{g.word[f.token]!r} are those of {speaker.name}, who speaks")

    def _under(self, f: Found) -> Found:
        """Forces as those of whoever their phrase says commands them: `helicopters commanded by the mission`."""
        g = self.g
        for c in g.all_children(f.token, "acl"):
            if g.lemma[c] not in self.people.commanded or not g.is_passive(c):
                continue
            for chief in (o for k in g.subjects(c) for o in self.people.of(k, owner=False)):
                if chief.actor.sector == "IGO" or chief.actor.country not in (None, f.actor.country):
                    return replace(
                        f, actor=chief.actor, why=f"{g.word[f.token]!r} are under {chief.actor.name}"
                    )
        return f

    def again(self, f: Found) -> Found:
        """An actor whom a pronoun takes up, as its phrase means it."""
        return self.of_a_group(f, self._spoken_of(f)) if nameless_band(f.actor) else f

    def _spoken_of(self, f: Found) -> int:
        """The head of the phrase that a pronoun takes up, of the same actor."""
        before = [m.head for m in self.people.mentions.items if m.first < f.token and f.actor in m.actors]
        named = [k for k in before if self.g.pos[k] == "NOUN"]
        return named[-1] if named else f.token

    def of_a_group(self, f: Found, noun: int) -> Found:
        """Rebels of whom no more is told, as the one armed group that the text names, or as of the state of those it names.

        `Rebels who captured Goma rejected the call. ... The M23 said`.
        """
        g, a, i = self.g, f.actor, noun
        if (
            a.country is None
            or self.people.names_state(i, a.country)
            or any(g.dep[c] in ("poss", "prep", "compound", "nmod") for c in g.children[i])
        ):
            return f
        named = [
            (m.first, b)
            for m in self.people.mentions.items
            if m.via == "name"
            for b in m.actors
            if b.kind == "armed group" and b.country is not None
        ]
        if len({b.id for _, b in named}) == 1:
            return replace(
                f, actor=named[0][1], why=f"{g.word[i]!r} are the one armed group that the text names"
            )
        groups = {b.country for first, b in named if first < i}
        if len(groups) != 1 or a.country in groups:
            return f
        (country,) = groups
        actor = self.people.of_state(a, i, country)
        return replace(f, actor=actor, why=f"{g.word[i]!r} are of the armed group that the text names")

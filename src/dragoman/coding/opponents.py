"""Which side somebody is on, and those who are on the other one: soldiers hurt, rebels backed, who complains of a blow."""

from __future__ import annotations

from dragoman.actors import knowledge_base
from dragoman.actors.allegiance import nameless_band
from dragoman.coding.participants import Found, Participants
from dragoman.language import Grammar
from dragoman.schema import Actor

# Sectors through which a state acts: two of them are one side at home.
STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})


def side(actor: Actor) -> str:
    """The side an actor is on: its state, or a group within one (rebels, the opposition, the people)."""
    if actor.country is None:
        return actor.id
    within = actor.sector is not None and actor.sector not in STATE
    return f"{actor.country}-{actor.sector}" if within else actor.country


def sides(found: list[Found]) -> set[str]:
    """The sides of some actors."""
    return {side(f.actor) for f in found}


class Opponents:
    """Tells in one doc who stands against the doers of an act, where its words leave it open."""

    def __init__(self, g: Grammar, people: Participants) -> None:
        self.g = g
        self.people = people

    def foe(self, f: Found, actors: list[Found]) -> Found:
        """Soldiers of whom no more is told than that a state's forces hurt them: those of the other state named.

        `An Armenian attack failed. Azerbaijan said it had killed ten soldiers.`
        """
        g, a, i = self.g, f.actor, f.token
        own = {o.actor.country for o in actors}
        if a.sector != "MIL" or a.kind != "unnamed" or own != {a.country} or g.pos[i] != "NOUN":
            return f
        if any(o.actor.sector not in STATE for o in actors) or self.people.names_state(i, a.country):
            return f
        if any(g.dep[c] in ("poss", "relcl", "acl", "amod", "compound", "nmod") for c in g.children[i]):
            return f
        first = g.sents[max(0, g.sent[i] - 1)][0]
        last = g.sents[g.sent[i]][1]
        others = {
            b.country
            for m in self.people.mentions.items
            if first <= m.first < last and not m.locative
            for b in m.actors
            if b.country not in (None, a.country) and (b.kind == "state" or b.sector in STATE)
        }
        if len(others) != 1:
            return f
        (country,) = others
        foe = self.people.of_state(a, i, country)
        return Found(foe, i, f.span, f"{g.word[i]!r} are not those of {actors[0].actor.name}", f.direct)

    def backed(self, f: Found, i: int, actors: list[Found]) -> Found:
        """Rebels whom a state is said to back, as those of the state that says so: `Juba says Sudan backs rebels`."""
        g, a = self.g, f.actor
        if not nameless_band(a) or {o.actor.country for o in actors} != {a.country}:
            return f
        statement = self.people.statement_at(g.start[i])
        told = statement.speaker if statement is not None else None
        if told is None or told.country in (None, a.country) or self.people.names_state(f.token, a.country):
            return f
        rebels = self.people.of_state(a, f.token, told.country)
        return Found(
            rebels, i, f.span, f"{g.word[f.token]!r} are against {told.name}, who complains of it", f.direct
        )

    def complaining(self, i: int, actors: list[Found]) -> list[Found]:
        """The state whose official tells of a blow by another state's forces, if it says no more of whom it hit."""
        statement = self.people.statement_at(self.g.start[i])
        told = statement.speaker if statement is not None else None
        if told is None or told.sector not in STATE or any(f.actor.sector not in STATE for f in actors):
            return []
        own = {f.actor.country for f in actors}
        state = knowledge_base().state(told.country) if told.country else None
        if state is None or len(own) != 1 or None in own or state.country in own:
            return []
        span = (self.g.start[i], self.g.end[i])
        return [Found(state, i, span, f"{told.name} tells of it, of another state than its doers", False)]

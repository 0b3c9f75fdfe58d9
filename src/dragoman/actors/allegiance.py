"""Whom an actor acts for, which is not always the state that it belongs to."""

from __future__ import annotations

from dragoman.actors.knowledge import knowledge_base
from dragoman.schema import Actor, Participant

REBELS = "REB"


def nameless_band(who: Actor | Participant) -> bool:
    """Whether fighters are told by no more than what they are and where: an id of their country and kind."""
    return (
        who.sector == REBELS
        and who.country is not None
        and who.id.startswith(f"{who.country.lower()}-{REBELS.lower()}-")
    )


def state_served(who: Participant) -> str | None:
    """The state that somebody in a role acts for: an armed group, and its people, act for none.

    `Colombian rebels` are known by their country alone, and keep it, as a `former guerrilla` does, who fights no more;
    mere `rebels`, whose country the story tells, do not.
    """
    if who.sector != REBELS or who.country is None or not nameless_band(who):
        return None if who.sector == REBELS else who.country
    known = knowledge_base()
    state = known.states.get(who.country)
    called = state is not None and who.name.startswith(state.adjective)
    past = not known.words.former.isdisjoint(who.name.lower().split())
    return who.country if called or past else None

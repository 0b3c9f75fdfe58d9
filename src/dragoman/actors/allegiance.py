"""Whom an actor acts for, which is not always the state that it belongs to."""

from __future__ import annotations

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
    """The state that somebody in a role acts for: an armed group with a name of its own, and its people, act for none.

    `Colombian rebels` are known by their country alone, and keep it.
    """
    return None if who.sector == REBELS and not nameless_band(who) else who.country

"""Who takes part in an act, as far as it tells an act of politics from others."""

from __future__ import annotations

from dragoman.coding.distractors.words import words
from dragoman.coding.participants import Found
from dragoman.language import Grammar

FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT"})
# Acts that sport and antiquity are told in.
FORCED = FORCE | {"SANCTION"}
OF_STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "REB", "SPY", "PRM", "OPP"})
# Sectors of those who are told of by their trade.
_TRADES = frozenset({"EDU", "MED", "BUS"})
_COMMON = _TRADES | {"CVL"}


def named(g: Grammar, found: Found) -> bool:
    """Whether a participant is named itself, not as the owner or the adjective of something else."""
    return g.pos[found.token] == "PROPN" and g.dep[found.token] not in ("amod", "poss", "compound")


def told_itself(found: Found) -> bool:
    """Whether the text tells of a state, body or person itself, not of its people, goods or soil."""
    return found.direct or found.actor.kind != "state"


def slight(found: Found) -> bool:
    """Whether a participant may be anybody: a land, a people, somebody of no office, no force and no body."""
    a = found.actor
    if a.kind in ("state", "population", "company") or found.only_named:
        return True
    return a.kind == "unnamed" and a.sector not in OF_STATE and not found.unknown_attacker


def plain(g: Grammar, found: Found) -> bool:
    """Whether a participant is somebody by his trade only, unnamed: `a Swiss teacher`, `patients`."""
    if found.actor.kind not in ("unnamed", "population"):
        return False
    return found.actor.sector in _TRADES or g.lemma[found.token] in words("shared")["trades"]


def commoner(g: Grammar, found: Found) -> bool:
    """Whether a participant is a people, a company or somebody unnamed of no office, cause or force."""
    a = found.actor
    if found.unknown_attacker or a.kind not in ("unnamed", "population", "company"):
        return False
    if a.kind == "population" and g.word[found.token][:1].isupper():
        return False  # "Israelis and Palestinians" are their states, as often as not
    return a.sector is None or a.sector in _COMMON

"""Who calls on a party or blames it, of whom the text says no more: `The 15 also urged the guerrillas to disarm`.

To whom it is said makes an act of it, whoever says so: `the guarantors asked Chad to stay out`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.actors.names import slug
from dragoman.coding.lexicon import Entry
from dragoman.coding.participants import Found, Participants, nouns
from dragoman.coding.slots import Slots, is_date
from dragoman.language import Grammar
from dragoman.schema import Actor

# Where the party stands to whom it is said: `asked Chad`, `called on Chad`, `demanded of Chad that`, `demanded that Chad go`.
_TO: Final = ("obj", "iobj", "prep:on", "prep:upon", "prep:to", "prep:of", "prep:from", "comp-subj")
_PRONOUNS: Final = frozenset({"he", "she", "it", "they"})
_KINDS: Final = frozenset(
    {"state", "government body", "intergovernmental organisation", "armed group", "party"}
)
_SECTORS: Final = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "REB", "SPY", "PRM", "OPP", "IGO"})
# What hangs on a noun before it and says who is meant.
_BEFORE: Final = frozenset({"amod", "compound", "nmod", "nummod", "poss"})
# Words for any and none of some, who are nobody: `nobody asked`, `each side asked the other`.
_ANY: Final = frozenset({"no", "each", "every", "any", "either", "neither", "what", "which"})


class Callers:
    """Finds them in one doc."""

    def __init__(self, g: Grammar, people: Participants) -> None:
        self.g = g
        self.people = people

    def calls(self, entry: Entry, slots: Slots, doers: Sequence[int]) -> bool:
        """Whether one of some subjects says to a party what an entry tells, though no actor is known in it."""
        g, v = self.g, slots.i
        if entry.kind != "verb" or g.lemma[v] not in nouns()["calling"] or g.is_passive(v):
            return False
        return any(self._somebody(s, v) for s in doers) and self._to_party(slots)

    def found(self, entry: Entry, slots: Slots) -> list[Found]:
        """Who says so, as one of whom no more is known; nobody where it is not said to a party."""
        g = self.g
        if not self.calls(entry, slots, slots.get("subj")):
            return []
        s = next(i for i in slots.get("subj") if self._somebody(i, slots.i))
        why = "whoever says so to a party that is told"
        first = min([s, *(g.left[c] for c in g.children[s] if c < s and g.dep[c] in _BEFORE)])
        first += first < s and g.tag[first] == "DT"
        name = g.text[g.start[first] : g.end[s]]
        actor = Actor(id=f"unknown-{slug(name)}", name=name, kind="unnamed")
        return [Found(actor, s, (g.start[s], g.end[s]), why, True)]

    def _somebody(self, i: int, v: int) -> bool:
        """Whether a word stands for somebody: a name, a noun of people or bodies that one can tell apart."""
        g = self.g
        past = g.tag[v] in ("VBD", "VBN") or any(g.tag[a] in ("VBD", "VBZ", "VBP") for a in g.auxiliaries(v))
        if g.lower[i] in _PRONOUNS or g.lemma[i] in nouns()["text"]:
            return False  # whom it means, or who wrote it, is told or it is not: no actor, no event
        if g.tag[i] in ("NNP", "NNPS"):
            return past and not is_date(g, i) and self.people.place_at(i) is None
        told = [c for c in g.children[i] if c < i and g.dep[c] in ("det", "poss", "nummod")]
        if not past or any(g.lower[c] in _ANY for c in told):
            return False
        if g.tag[i] == "CD":
            return any(g.lower[c] == "the" for c in told)
        known = g.pos[i] in ("NOUN", "ADJ") and g.lemma[i] not in nouns()["voiceless"]
        return known and (bool(told) or g.tag[i] == "NNS")

    def _to_party(self, slots: Slots) -> bool:
        """Whether it is said to a state, a body, an armed group or somebody in office."""
        return any(
            f.direct and (f.actor.kind in _KINDS or f.actor.sector in _SECTORS or f.actor.office is not None)
            for name in _TO
            for i in slots.get(name)
            for f in self.people.of(i, owner=False)
        )

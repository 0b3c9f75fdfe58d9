"""What is told as a custom or of a kind of people: `meet every Friday`, `governments do not throw out envoys lightly`."""

from __future__ import annotations

from dragoman.coding.coded import Coded
from dragoman.coding.distractors.surroundings import PRESENT, Surroundings
from dragoman.coding.distractors.words import words


class Customs:
    """Acts that come round, and those that a kind of people never does."""

    def __init__(self, around: Surroundings) -> None:
        self.g = around.g
        self.rounds = words("shared")["seasons"] | words("customs")["rounds"]

    def why(self, one: Coded) -> str | None:
        """What an act is in words; `None` for one that happened once."""
        if self._custom(one):
            return "it is a custom"
        if self._never(one):
            return "it is what such people never do"
        return None

    def _custom(self, one: Coded) -> bool:
        """Whether people meet by custom: `meet every Friday at the harbour`, `twice a week the colonels meet`."""
        g, v = self.g, one.trigger
        if one.act != "CONSULT" or not g.is_verb(v) or g.tag[v] not in PRESENT:
            return False
        for k in g.all_children(v, "npadvmod", "advmod"):
            span = g.lower[g.left[k] : g.right[k] + 1]
            if g.lemma[k] in self.rounds and ("every" in span or "each" in span or "a" in span):
                return True
        return False

    def _never(self, one: Coded) -> bool:
        """Whether an act is denied of a kind of people, not of some: `governments do not throw out envoys lightly`."""
        g, v = self.g, one.trigger
        if one.status.status != "negated" or not g.is_verb(v):
            return False
        if g.tag[v] in PRESENT:  # "a court that never acquits"
            never = any(g.lower[c] == "never" for c in g.children[v])
            return never and all(f.actor.kind in ("unnamed", "population") for f in one.actors)
        if g.tag[v] != "VB":
            return False
        kinds = [
            s for s in g.subjects(v) if g.tag[s] == "NNS" and not g.all_children(s, "det", "poss", "nummod")
        ]
        return bool(kinds) and any(g.lower[a] in ("do", "don't") for a in g.auxiliaries(v))

"""Business of companies with each other, and trade in figures.

What companies do to states or people stays an act: cut off gas, accuse, lay off. So does what a story of politics tells of
them: it tells of companies for what they do in it.
"""

from __future__ import annotations

from dragoman.coding.coded import Coded
from dragoman.coding.distractors.parties import OF_STATE, named
from dragoman.coding.distractors.surroundings import Surroundings
from dragoman.coding.distractors.words import words
from dragoman.coding.participants import Found

# So many words of the market around an act of what only belongs to a state make it business.
_OF_THE_MARKET = 2


class Business:
    """Acts of companies, and of what merely belongs to a state."""

    def __init__(self, around: Surroundings) -> None:
        self.around, self.g, self.known = around, around.g, words("business")

    def why(self, one: Coded) -> str | None:
        """What an act is in words; `None` for no business."""
        if one.act in self.known["acts"] and self._of_companies(one) and not self.around.of_politics():
            return "it is business of companies"
        return None

    def measured(self, one: Coded) -> str | None:
        """What trade is, in words, that is measured and not agreed upon: `exported 2% more tea`; else `None`."""
        g = self.g
        if one.act != "COOPERATE" or not g.is_verb(one.trigger):
            return None
        told = (k for o in g.objects(one.trigger) for k in range(g.left[o], o + 1))
        return "it is a figure of trade" if any(g.lower[k] in self.known["measures"] for k in told) else None

    def _of_companies(self, one: Coded) -> bool:
        """Whether companies deal with each other, or with what merely belongs to a state: `a Swedish maker`."""
        if one.mode == "resign" and any(self._officer(f) for f in one.actors):
            return True
        if not all(self._owned(f, one.trigger) for f in one.everybody):
            return False
        if all(f.actor.kind == "company" for f in one.actors):
            if one.act == "SANCTION" and self._cuts_off(one):
                return False
            return one.act != "ACCUSE" or all(f.actor.kind == "company" for f in one.recipients)
        return len(self.around.near(one.trigger) & self.known["words"]) >= _OF_THE_MARKET

    def _officer(self, found: Found) -> bool:
        """Whether somebody leads a company: `BP's chief executive`, `the brewer's chief executive`."""
        g, i = self.g, found.token
        if found.actor.sector == "BUS":
            return True
        return g.lemma[i] in self.known["officers"] and any(
            g.pos[k] == "NOUN" for k in g.all_children(i, "poss")
        )

    def _cuts_off(self, one: Coded) -> bool:
        """Whether a company stops what a land lives on: `cut off gas supplies`, `stopped deliveries for the needs of Chad`."""
        g, t = self.g, one.trigger
        if any(f.actor.kind == "state" and named(g, f) for f in one.recipients):
            return True
        cut = g.objects(t) if g.is_verb(t) else (t,)
        goods = (k for o in cut for k in range(g.left[o], g.right[o] + 1))
        return any(g.lemma[k] in self.known["vital"] for k in goods)

    def _owned(self, found: Found, trigger: int) -> bool:
        """Whether a participant is a company, its people, or only the owner or the home of something: `a Swedish maker`."""
        a = found.actor
        if a.kind == "company" or found.only_named:
            return True
        if a.kind in ("unnamed", "person") and a.sector in ("BUS", "LAB"):
            return True
        if found.direct and a.kind not in ("state", "person") and a.sector in OF_STATE:
            return False
        if a.kind == "person" and a.office is not None:
            return False
        return not (found.direct and (named(self.g, found) or self._itself(found, trigger)))

    def _itself(self, found: Found, trigger: int) -> bool:
        """Whether a state does a deed by a pronoun or as the owner of its noun: `it banned`, `China's ban`."""
        g, i = self.g, found.token
        if found.actor.kind != "state":
            return False
        deed = g.head[i] == trigger and g.dep[i] in ("poss", "amod", "compound", "nmod")
        return deed or (g.pos[i] == "PRON" and i in g.subjects(trigger) and g.lower[i] == "it")

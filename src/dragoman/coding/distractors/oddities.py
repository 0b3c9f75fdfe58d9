"""What a hostile word is said of though nobody is hostile to anybody: beasts, spoons, markets, armies of accountants.

Told by who does it and what it is done to, one clause at a time; the words are in `data/oddities.yml`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from dragoman.coding.coded import Coded
from dragoman.coding.distractors.parties import FORCE
from dragoman.coding.distractors.surroundings import Surroundings
from dragoman.coding.participants import Found, nouns, word_classes

# What beasts do not suffer: seized goats and banned chicken are goods.
_TO_BEASTS: Final = frozenset({"ASSAULT", "RETREAT", "CONCEDE", "MOBILIZE"})
# Sectors of those who act by force: what they hit is told by many words.
_ARMED: Final = frozenset({"MIL", "COP", "REB", "PRM", "SPY", "UAF", "CRM"})
_AT: Final = ("on", "against", "of", "at", "upon", "with")


@lru_cache(maxsize=1)
def odd() -> dict[str, frozenset[str]]:
    """The word classes of `data/oddities.yml`."""
    return word_classes("oddities.yml")


class Oddities:
    """Says of the acts coded in one doc whether they are done by or to what no politics is done by or to."""

    def __init__(self, around: Surroundings) -> None:
        self.g = around.g

    def why(self, one: Coded) -> str | None:
        """What is odd about an act, in words; `None` where nothing is."""
        if self._beast(one):
            return "it is done by or to a beast"
        if (one.act, one.mode) == ("COERCE", "restrict") and self._at_beasts(one):
            return "it is done to beasts"
        if (one.act == "ASSAULT" or one.mode == "disarm") and self._thing(one):
            return "it is done to a thing that nobody fights"
        if one.act in ("SUPPORT", "AGREE", "CONCEDE") and self._peace_with_things(one):
            return "it is peace with a thing"
        if one.act == "AID" and self._at_home(one):
            return "it is the care of a state for its own people"
        if one.act in ("ASSAULT", "SANCTION", "MOBILIZE") and self._traders(one):
            return "it is what buyers and sellers do"
        if one.act in FORCE and self._figurative(one):
            return "it is said of what is no force"
        return None

    def _beast(self, one: Coded) -> bool:
        """Whether a verb's subjects or its objects are beasts: `a bear attacked a jogger`, `pardoned a turkey`."""
        g, v = self.g, one.trigger
        if not g.is_verb(v):
            return False
        told = [g.subjects(v), g.objects(v) if one.act in _TO_BEASTS else []]
        return any(bool(them) and all(self._is_beast(k) for k in them) for them in told)

    def _is_beast(self, k: int) -> bool:
        """Whether a word is a beast's, or counts beasts; with a capital it is a name: `the Tamil Tigers`, `Turkey`."""
        if self.g.lemma[k] in nouns()["quantity"] or self.g.pos[k] == "NUM":
            counted = self.g.prep_objects(k, "of")
            return bool(counted) and all(self._is_beast(c) for c in counted)
        return self.g.pos[k] == "NOUN" and self.g.word[k].islower() and self.g.lemma[k] in odd()["beasts"]

    def _at_beasts(self, one: Coded) -> bool:
        """Whether a state is hard on beasts only: `Iceland cracks down on sheep`."""
        hit = self.g.prep_objects(one.trigger, "on")
        return bool(hit) and all(self._is_beast(k) for k in hit)

    def _thing(self, one: Coded) -> bool:
        """Whether what is attacked is nothing that is fought: `has gone to war against the plastic spoon`."""
        g, t = self.g, one.trigger
        if one.recipients or any(f.actor.sector in _ARMED for f in one.actors):
            return False
        if one.mode in ("abduct", "torture", "sexual", "firearms", "beat"):
            return False
        hit = g.objects(t) if g.is_verb(t) else []
        at = [k for name in _AT for k in g.prep_objects(t, name)]
        if one.carrier is not None:
            at += [k for name in ("on", "against", "at") for k in g.prep_objects(one.carrier, name)]
        told = [k for k in (*hit, *at) if k != t and g.lemma[k] not in odd()["wars"]]
        return bool(told) and all(self._unfought(k) for k in told)

    def _peace_with_things(self, one: Coded) -> bool:
        """Whether peace is made with nobody: `Tirana has made peace with its bunkers`."""
        g, t = self.g, one.trigger
        if one.recipients or not g.is_verb(t) or g.lemma[t] not in odd()["peace"] or len(one.actors) > 1:
            return False
        told = g.prep_objects(t, "with") + [k for o in g.objects(t) for k in g.prep_objects(o, "with")]
        return bool(told) and all(
            g.tag[k] in ("NN", "NNS") and g.lemma[k] not in nouns()["agents"] for k in told
        )

    def _at_home(self, one: Coded) -> bool:
        """Whether a state looks after people of whom no other country is told: `Zambia vaccinated two million children`."""
        g, t = self.g, one.trigger
        if one.recipients or not g.is_verb(t) or g.lemma[t] not in odd()["caring"] or len(one.actors) != 1:
            return False
        return one.actors[0].actor.kind == "state" and g.pos[one.actors[0].token] == "PROPN"

    def _unfought(self, k: int) -> bool:
        """Whether a word is a common noun for what nobody hits in earnest."""
        g = self.g
        return g.tag[k] in ("NN", "NNS") and g.lemma[k] in odd()["unfought"]

    def _traders(self, one: Coded) -> bool:
        """Whether traders attack or punish a land with their goods or orders: `the chocolate maker invades China`, `bond buyers punished Italy`."""
        g = self.g
        if not one.actors or not all(f.actor.sector in (None, "BUS", "CVL") for f in one.actors):
            return False
        if not all(g.lemma[f.token] in odd()["traders"] or f.actor.kind == "company" for f in one.actors):
            return False
        return g.is_verb(one.trigger) and g.lemma[one.trigger] in odd()["marketing"]

    def _figurative(self, one: Coded) -> bool:
        """`An army of accountants`, `bombarded with questions`, `the old guard surrendered`."""
        g, t = self.g, one.trigger
        if any(self._horde(f) for f in one.everybody):
            return True
        if not g.is_verb(t):
            return False
        plied = [k for name in ("with", "by") for k in g.prep_objects(t, name)]
        if g.lemma[t] in odd()["plying"] and any(g.lemma[k] in odd()["words"] for k in plied):
            return True
        return g.lemma[t] in odd()["darting"] and self._darts(one)

    def _darts(self, one: Coded) -> bool:
        """Whether a vehicle or its driver shoots somewhere: `the driver shot across the junction`."""
        g, t = self.g, one.trigger
        if g.objects(t) or not any(
            g.prep_objects(t, name) for name in ("across", "off", "past", "up", "down", "through")
        ):
            return False
        return all(f.unknown_attacker or f.actor.sector not in _ARMED for f in one.actors)

    def _horde(self, found: Found) -> bool:
        """Whether a word for forces counts people of peace: `an army of accountants`, `the old guard of painters`."""
        g, i = self.g, found.token
        if g.lemma[i] not in odd()["hordes"] or g.pos[i] != "NOUN":
            return False
        if any(g.lower[c] in ("old", "new") for c in g.children[i]) and g.lemma[i] == "guard":
            return True
        counted = [k for k in g.prep_objects(i, "of") if g.tag[k] == "NNS"]
        return bool(counted) and not any(
            g.lemma[k] in nouns()["agents"] or g.lemma[k] in odd()["forces"] for k in counted
        )

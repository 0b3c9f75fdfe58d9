"""Crimes of private life and of every day, and what police and courts do about them."""

from __future__ import annotations

from dragoman.coding.coded import Coded
from dragoman.coding.distractors.parties import commoner, plain, told_itself
from dragoman.coding.distractors.surroundings import Surroundings
from dragoman.coding.distractors.words import words
from dragoman.coding.participants import Found

# Sectors of those who do not hurt for reasons of their own.
_ON_DUTY = frozenset({"MIL", "COP", "REB", "PRM", "GOV"})
# So many words of crime around an act make it one of every day.
_OF_CRIME = 2


class Crimes:
    """Acts among people of no cause, and those of the courts that deal with them."""

    def __init__(self, around: Surroundings) -> None:
        self.around, self.g, self.known = around, around.g, words("crime")

    def why(self, one: Coded) -> str | None:
        """What an act is in words; `None` for no crime and no suit of private people."""
        if self._private(one) or self._everyday(one):
            return "it is a crime of private life"
        if self._civil(one):
            return "it is the law between private parties"
        return None

    def _private(self, one: Coded) -> bool:
        """Whether somebody hurts whom he lives with or quarrels with: `shot his girlfriend`, `was stabbed in a brawl`."""
        g, known, v = self.g, self.known, one.trigger
        if one.act != "ASSAULT" or not g.is_verb(v):
            return False
        if any(f.actor.sector in _ON_DUTY for f in one.actors):
            return False
        subjects, objects = g.subjects(v), g.objects(v)
        if subjects and objects and all(self._person(k) for k in (*subjects, *objects)):
            return not self.around.political(g.sent[v])
        if g.lemma[v] in known["harms"] and any(g.lemma[s] in known["motorists"] for s in subjects):
            return True
        if any(g.lemma[k] in known["quarrels"] for k in g.prep_objects(v, "in", "during", "after")):
            return True
        return bool(objects) and all(g.lemma[o] in known["private"] for o in objects)

    def _person(self, k: int) -> bool:
        """Whether a word is one for a single person of no cause, whose country nothing tells: `a passenger`."""
        g = self.g
        if g.tag[k] != "NN" or g.lemma[k] not in self.known["persons"]:
            return False
        return not any(
            g.dep[c] in ("amod", "compound", "nmod") and g.word[c][:1].isupper() for c in g.children[k]
        )

    def _everyday(self, one: Coded) -> bool:
        """Whether it is a crime of every day and what police and courts do about it: `robbed a shop and stabbed a clerk`."""
        known = self.known
        if not one.is_among(known["acts"]):
            return False
        if one.act == "ASSAULT" and one.mode and one.mode not in known["modes"]:
            return False
        if not all(self._anybody(f) or self._authority(f) for f in one.actors):
            return False
        if not all(
            self._anybody(f) or self._authority(f) or f.actor.kind == "state" or not f.direct
            for f in one.recipients
        ):
            return False  # a state is the place where it was
        if self.around.politics_near(one.trigger):
            return False
        near = self.around.near(one.trigger)
        if self._someone(one) and near & known["words"]:
            return True
        if near & known["killing"] and near & known["private"]:
            return True  # "for poisoning her husband"
        return len(near & (known["words"] | known["quarrels"])) >= _OF_CRIME

    def _someone(self, one: Coded) -> bool:
        """Whether it is done to one ordinary person: `a man was arrested for selling fake tickets`."""
        g, t = self.g, one.trigger
        objects = g.objects(t) if g.is_verb(t) else []
        ordinary = self.known["persons"] | words("shared")["trades"]
        return bool(objects) and all(
            g.tag[k] == "NN"
            and g.lemma[k] in ordinary
            and any(g.lower[c] in ("a", "an") for c in g.children[k])
            for k in objects
        )

    def _anybody(self, found: Found) -> bool:
        """Whether a participant is nobody in particular: a man, a victim, a person of whom nothing is known."""
        if found.only_named or found.unknown_attacker or plain(self.g, found):
            return True
        told = self.g.lemma[found.token] in self.known["people"] or self.g.pos[found.token] == "PRON"
        return told and found.actor.sector in ("CVL", "UAF", "CRM")

    def _authority(self, found: Found) -> bool:
        """Whether a participant is the state of the place, its courts or its police."""
        return found.actor.sector in ("COP", "JUD") or (found.actor.kind == "state" and not found.direct)

    def _civil(self, one: Coded) -> bool:
        """Whether courts deal with people and firms of no note: `ordered the bank to pay the widow`."""
        g, known = self.g, words("courts")
        if one.act not in known["acts"] or not one.actors:
            return False
        if not all(f.actor.kind == "unnamed" and g.lemma[f.token] in known["courts"] for f in one.actors):
            return False
        if not all(commoner(g, f) or not told_itself(f) for f in one.recipients):
            return False
        if self.around.politics_near(one.trigger):
            return False
        return known["prisons"].isdisjoint(self.around.near(one.trigger))

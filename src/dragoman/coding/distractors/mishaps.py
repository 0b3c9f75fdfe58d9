"""Harm that nobody does: forces of nature, explosions in kitchens and mines, crashes, fires."""

from __future__ import annotations

from dragoman.coding.coded import Coded
from dragoman.coding.distractors.surroundings import Surroundings
from dragoman.coding.distractors.words import words

_BESIDE = ("compound", "amod", "nmod")
# How many words behind an explosion the thing may stand that blew up, wherever the parser hangs it.
_REACH = 4


class Mishaps:
    """Acts of what is nobody."""

    def __init__(self, around: Surroundings) -> None:
        self.g, self.known = around.g, words("mishaps")

    def why(self, one: Coded) -> str | None:
        """What an act is in words; `None` where somebody does it."""
        if self._natural(one):
            return "a force of nature does nothing to anybody"
        if self._accident(one):
            return "it is an accident that nobody is said to have caused"
        return None

    def _natural(self, one: Coded) -> bool:
        """Whether a storm or the like acts, by a name of its own or not: `Hurricane Dean`, `a French volcano`."""
        g, nature = self.g, self.known["nature"]
        return any(
            (
                f.actor.kind == "unnamed"
                and not f.unknown_attacker  # "missiles rained on Kyiv"
                and (g.lemma[f.token] in nature or g.lower[f.token] in nature)
            )
            or (f.actor.kind == "person" and f.actor.name.split()[0].lower() in self.known["named_after"])
            for f in one.actors
        )

    def _accident(self, one: Coded) -> bool:
        """Whether harm without a doer is that of a mine, a kitchen, the road: `a gas explosion killed nine`."""
        g, t = self.g, one.trigger
        if one.act == "ASSAULT" and g.is_verb(t):
            told = g.first_verb(t)
            if g.dep[told] == "advcl" and g.tag[told] == "VBG":
                told = g.head[told]
            if self._mishap(told):
                return True  # "an airliner crashed, killing 150"
        if not all(f.unknown_attacker for f in one.actors):
            return False
        beside = (m for k in g.way_up(t)[1:] for m in (*g.conjuncts(k), *g.all_children(k, "acl")))
        if any(g.is_verb(m) and g.lemma[m] in self.known["mishaps"] for m in beside):
            return True  # "the lorry overturned and exploded, killing nine"
        if one.act == "ASSAULT" and self._disaster(g.sent[t]):
            return True
        things = (
            t,
            *(g.subjects(t) if g.is_verb(t) else ()),
            *(k for name in ("in", "by", "of", "from", "after") for k in g.prep_objects(t, name)),
        )
        return any(
            g.lemma[k] in self.known["things"]
            and self._blown((*g.all_children(k, *_BESIDE), *g.prep_objects(k, "in", "at", "of")))
            for k in things
        )

    def _blown(self, near: tuple[int, ...]) -> bool:
        """Whether one of the words near an explosion is for what blows up by itself: `gas`, `a firework factory`."""
        return any(self.g.lemma[k] in self.known["of"] for k in near)

    def _disaster(self, sentence: int) -> bool:
        """Whether a sentence names what harms without a doer, and no blow: `hurt as a result of the collapse of a roof`."""
        g, known = self.g, self.known
        span = range(*g.sents[sentence])
        if not known["blows"].isdisjoint(g.lemma[span.start : span.stop]):
            return False
        for k in span:
            if g.pos[k] != "NOUN":
                continue
            if g.lemma[k] in known["disasters"]:
                return True
            of = g.prep_objects(k, "of")
            if g.lemma[k] in known["falls"] and any(g.lemma[o] in known["vehicles"] for o in of):
                return True
            if g.lemma[k] in known["things"]:  # "a blast at a colliery"
                behind = range(k + 1, min(k + 1 + _REACH, span.stop))
                if self._blown((*of, *behind, *g.all_children(k, *_BESIDE))):
                    return True
        return False

    def _mishap(self, v: int) -> bool:
        """Whether a verb tells that a vehicle crashed or that a fire broke out: `an airliner crashed, killing 150`."""
        g, known = self.g, self.known
        for s in (*g.subjects(v), *((g.head[v],) if g.dep[v] == "acl" else ())):
            if g.lemma[v] in known["mishaps"] and g.lemma[s] in known["vehicles"] and not g.is_passive(v):
                return all(g.lemma[o] in known["runways"] for o in g.objects(v))
            if g.lemma[s] in known["flames"] and g.lemma[v] in known["fires"]:
                return not any(g.lemma[c] in known["guns"] for c in g.all_children(s, *_BESIDE, "poss"))
        return False

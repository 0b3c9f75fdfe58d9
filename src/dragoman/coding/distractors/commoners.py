"""What people of no office do among themselves: nothing of politics, nor with it."""

from __future__ import annotations

from dragoman.coding.coded import Coded
from dragoman.coding.distractors.parties import commoner, plain, told_itself
from dragoman.coding.distractors.surroundings import Surroundings
from dragoman.coding.distractors.words import words
from dragoman.coding.participants import Found


class Commoners:
    """Acts of those who act for nobody."""

    def __init__(self, around: Surroundings) -> None:
        self.around, self.g, self.known = around, around.g, words("commoners")

    def why(self, one: Coded) -> str | None:
        """What an act is in words; `None` where somebody of politics may be in it."""
        if self._everyday(one):
            return "it is everyday life"
        if self._far_from_politics(one):
            return "nobody and nothing of politics is told of"
        return None

    def _everyday(self, one: Coded) -> bool:
        """Whether people of no office deal with nobody in politics: `Swiss doctors urged patients to rest`."""
        if one.act not in self.known["everyday"] or not one.actors:
            return False
        if one.act == "THREATEN" and not all(self._kin(f) for f in one.actors):
            return False  # students may threaten to occupy a school
        if one.mode == "visit" and all(self._private(f) for f in one.actors):
            return True  # pupils visit no state
        if not all(self._private(f) for f in one.everybody):
            return False
        g, t = self.g, one.trigger
        done_to = {g.lemma[o] for o in g.objects(t)} if g.is_verb(t) else set()
        if (
            any(self._kin(f) for f in one.actors)
            and not one.recipients
            and not done_to & self.known["family"]
        ):
            return False  # mothers may ask something of a state that is not named
        return not self.around.political(g.sent[t])

    def _private(self, found: Found) -> bool:
        """Whether a participant is somebody by his trade or his family only."""
        return plain(self.g, found) or self._kin(found)

    def _kin(self, found: Found) -> bool:
        """Whether a participant is one of a family or the like: `mothers`, `their pupils`; not `Libya's neighbours`."""
        g, i = self.g, found.token
        if found.actor.kind not in ("unnamed", "population") or g.lemma[i] not in self.known["family"]:
            return False
        owners = [*g.all_children(i, "poss"), *g.prep_objects(i, "of")]
        owned = any(g.pos[k] == "PROPN" or g.lower[k] == "its" for k in owners)
        return not (owned and g.lemma[i] in self.known["like_states"])

    def _far_from_politics(self, one: Coded) -> bool:
        """Whether people of no office, cause or force do something among themselves, with no word of politics about.

        `Parents complained to the kindergarten`, `rice exporters agreed to a lower price`; a state may be their home.
        """
        alone = one.act == "THREATEN" and all(self.g.tag[f.token] == "NN" for f in one.actors)
        if not (one.act in self.known["common"] or alone) or not one.actors:
            return False  # students may threaten to occupy a school
        if not all(commoner(self.g, f) for f in one.actors):
            return False
        if not all(commoner(self.g, f) or not told_itself(f) for f in one.recipients):
            return False
        if self.around.politics_near(one.trigger):
            return False
        return not (all(f.actor.kind == "company" for f in one.actors) and self.around.of_politics())

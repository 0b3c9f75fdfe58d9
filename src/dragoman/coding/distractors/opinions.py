"""What people only think: a people counted in a poll, those who foresee something."""

from __future__ import annotations

from dragoman.coding.coded import Coded
from dragoman.coding.distractors.surroundings import Surroundings
from dragoman.coding.distractors.words import words


class Opinions:
    """Acts that are thought of by those who are asked or who know the field."""

    def __init__(self, around: Surroundings) -> None:
        self.around, self.g, self.known = around, around.g, words("opinions")

    def why(self, one: Coded) -> str | None:
        """What an act is in words; `None` for no opinion."""
        if one.act in self.known["acts"] and self._polled(one):
            return "it is what people think, in a poll"
        if self._foreseen(one):
            return "it is what some foresee"
        if self._asked(one):
            return "it is asked by the press"
        return None

    def _asked(self, one: Coded) -> bool:
        """Whether somebody only answers journalists: `Questioned about the raid, the minister said that it went on`."""
        g, i = self.g, one.trigger
        if g.lemma[i] not in self.known["asking"] or g.tag[i] not in ("VBN", "VBD") or g.child(i, "agent"):
            return False
        first = next(k for k in range(g.sents[g.sent[i]][0], i + 1) if g.pos[k] not in ("SPACE", "PUNCT"))
        above = g.head[i]
        about = any(g.lower[c] in ("about", "on", "over") for c in g.all_children(i, "prep"))
        return first == i and about and above > i and g.lemma[above] in self.known["answering"]

    def _polled(self, one: Coded) -> bool:
        """Whether a people is counted rather than acts: `two thirds of Canadians support a shorter week`."""
        if any(f.actor.kind != "population" for f in one.actors):
            return False
        found, known = self.around.words_in(self.g.sent[one.trigger]), self.known
        return bool(found & known["shares"]) and (
            not found & known["unless"] or bool(found & known["pollsters"])
        )

    def _foreseen(self, one: Coded) -> bool:
        """Whether somebody who knows the field only thinks that it may come: `experts predict that they could strike a deal`."""
        g, known = self.g, self.known
        if one.status.status not in ("hypothetical", "future"):
            return False
        if one.status.status == "hypothetical":
            if known["pollsters"] & self.around.words_in(g.sent[one.trigger]):
                return True  # "would punish him, pollsters say"
        return any(
            g.is_verb(k)
            and g.lemma[k] in known["foresight"]
            and any(g.lemma[s] in known["seers"] for s in g.subjects(k))
            for k in g.way_up(one.trigger)[1:]
        )

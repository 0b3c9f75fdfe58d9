"""What happens in works and games, is made up, or is only supposed: `in the film, agents kidnap a senator`."""

from __future__ import annotations

from itertools import pairwise

from dragoman.coding.coded import Coded
from dragoman.coding.distractors.surroundings import Surroundings
from dragoman.coding.distractors.words import words

_DEFINITE = frozenset({"the", "this", "that", "its", "his", "her"})
# So many of the words that reviews have make a text a review.
_OF_A_REVIEW = 4


class Fiction:
    """Acts that are told of a work."""

    def __init__(self, around: Surroundings) -> None:
        self.around, self.g, self.known = around, around.g, words("fiction")
        self._works: dict[int, list[int]] = {}
        self._review: bool | None = None

    def why(self, one: Coded) -> str | None:
        """What an act is in words; `None` for a real one."""
        return "it is told of a work of fiction or a game" if self._fictional(one) else None

    def _fictional(self, one: Coded) -> bool:
        """Whether an act is of a work by its clause, by who is in it, or by what the text tells of before."""
        sentence, trigger = self.g.sent[one.trigger], one.carrier if one.carrier is not None else one.trigger
        if any(self._inside(w, trigger) for w in self._works_of(sentence)):
            return True
        if self._figure(one) or self._shown(trigger) or self._hoax(trigger) or self._supposed(trigger):
            return True
        if self.around.words_in(sentence) & self.known["names"]:
            return True
        return self.around.in_present(trigger) and (self._is_review() or self._in_a_synopsis(trigger))

    def _in_a_synopsis(self, trigger: int) -> bool:
        """Whether a work is told of beside an act in the present tense, or before it in the paragraph."""
        g, loose = self.g, self.known["loose"]
        sentence = g.sent[trigger]
        for w in self._works_of(sentence):
            if g.lemma[w] not in loose - self.known["parts"] and self._tells(w) not in (None, trigger):
                return True
        block, before = self.around.block(sentence), sentence - 1
        while before >= 0 and self.around.block(before) == block:  # a synopsis goes on in the present tense
            if any(g.lemma[w] not in loose and self._told(w) for w in self._works_of(before)):
                return True
            before -= 1
        return False

    def _figure(self, one: Coded) -> bool:
        """Whether somebody in it is made up: `the narrator`, `Scorsese's gangster`."""
        g, known, t = self.g, self.known, one.trigger
        told = [f.token for f in one.everybody]
        told += (*g.subjects(t), *g.objects(t)) if g.is_verb(t) else ()
        for k in told:
            if g.lemma[k] in known["figures"] and g.pos[k] == "NOUN":
                return True
            if g.lemma[k] in known["cast"] and any(g.pos[c] == "PROPN" for c in g.all_children(k, "poss")):
                return self.around.in_present(t)
        return False

    def _shown(self, trigger: int) -> bool:
        """Whether an artist shows it: `the painter shows soldiers killing children`."""
        g, known = self.g, self.known
        return any(
            g.is_verb(k)
            and g.lemma[k] in known["makes"]
            and any(g.lemma[s] in known["makers"] for s in g.subjects(k))
            for k in g.way_up(trigger)[1:]
        )

    def _supposed(self, trigger: int) -> bool:
        """Whether one is bidden to think of it: `suppose Egypt closed the canal`."""
        first, _ = self.g.sents[self.g.sent[trigger]]
        return first < trigger and self.g.lower[first] in self.known["supposing"]

    def _hoax(self, trigger: int) -> bool:
        """Whether what tells it is called made up: `reports that he had been arrested turned out to be a prank`."""
        g, known = self.g, self.known
        for below, k in pairwise(g.way_up(trigger)):
            if not g.is_verb(k) or g.dep[below] not in ("nsubj", "csubj", "nsubjpass") or g.is_negated(k):
                continue
            if g.dep[below] == "nsubjpass" and g.lemma[k] in known["hoaxed"]:
                return True
            said = {k, *g.all_children(k, "xcomp")}
            called = {g.lemma[c] for v in said for c in g.all_children(v, "attr", "acomp", "oprd")}
            called |= {g.lemma[c] for v in said for c in g.prep_objects(v, "as")}
            if called & known["hoaxes"]:
                return True
        return False

    def _is_review(self) -> bool:
        """Whether the whole text speaks of a work, by the words that reviews have."""
        if self._review is None:
            self._review = len(self.known["review"].intersection(self.g.lemma)) >= _OF_A_REVIEW
        return self._review

    def _works_of(self, sentence: int) -> list[int]:
        """The tokens of a sentence that are works: `film`, `tv series`."""
        if sentence not in self._works:
            g, works = self.g, self.known["works"]
            self._works[sentence] = [
                i
                for i in range(*g.sents[sentence])
                if g.pos[i] in ("NOUN", "PROPN")
                and (g.lemma[i] in works or (i > 0 and f"{g.lower[i - 1]} {g.lemma[i]}" in works))
            ]
        return self._works[sentence]

    def _told(self, work: int) -> bool:
        """Whether a sentence says what happens in a work: `in the film`, `the film tells of`."""
        return self._setting(work) or self._tells(work) is not None

    def _setting(self, work: int) -> bool:
        """Whether something is `in` a work."""
        g = self.g
        return g.dep[work] == "pobj" and g.lower[g.head[work]] == "in"

    def _tells(self, work: int) -> int | None:
        """The verb by which a work tells something."""
        g, h = self.g, self.g.head[work]
        return h if g.dep[work] in ("nsubj", "nsubjpass") and g.lemma[h] in self.known["tells"] else None

    def _inside(self, work: int, trigger: int) -> bool:
        """Whether an act happens in a work: in its clause with `in`, below what it tells, in its relative clause."""
        g = self.g
        above = g.way_up(trigger)
        teller = self._tells(work)
        if teller is not None and teller in above[1:]:
            return True
        definite = any(g.lower[c] in _DEFINITE for c in g.children[work])
        if self._setting(work) and (work < trigger or definite):  # not "complained in a film"
            verb = next((k for k in g.way_up(work)[1:] if g.is_verb(k)), None)
            return verb is not None and (verb == trigger or verb in above[1:])
        if g.lemma[work] not in self.known["loose"] and work in self.around.abouts(above):
            return True  # "a comedy about two agents who kidnap a senator"
        for k in above:  # "the comedy, in which the ambassador is arrested"
            if g.dep[k] == "relcl" and g.head[k] == work:
                return any(
                    g.lower[p] == "in" and g.lower[c] == "which" for p in g.children[k] for c in g.children[p]
                )
        return False

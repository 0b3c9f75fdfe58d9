"""What is remembered, not told: anniversaries, monuments, rites for the dead, the lives of people."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Final

from dragoman.coding.coded import Coded
from dragoman.coding.distractors.history import YEAR
from dragoman.coding.distractors.surroundings import Surroundings
from dragoman.coding.distractors.words import words
from dragoman.schema import Time

# So many days after a deed a rite for its dead remembers it.
_MOURNING: Final = 300


class Memories:
    """Acts that somebody or something recalls."""

    def __init__(self, around: Surroundings) -> None:
        self.around, self.g, self.today = around, around.g, around.today
        self.known, self.works = words("memory"), words("fiction")["works"]

    def why(self, one: Coded, time: Time | None) -> str | None:
        """What an act is in words; `None` for one that is told."""
        return "it is remembered, not told" if self._holds(one, time) else None

    def _holds(self, one: Coded, time: Time | None) -> bool:
        """Whether an act is what somebody or something recalls."""
        way = self.g.way_up(one.trigger)
        recalled = self._named(way) if one.kind == "noun" else self._recalled(one.trigger, way)
        if recalled or self._of_a_life(way) or self._told_about(way):
            return True
        return self._in_a_rite(way) and (self._aged(time) or self._yearly(one.trigger))

    def _named(self, way: list[int]) -> bool:
        """Whether a nominal act is what a day, a monument or the like recalls: `the anniversary of the invasion`."""
        g, known = self.g, self.known
        for below, k in pairwise(way):
            if g.is_verb(k):
                if g.dep[below] not in ("dobj", "nsubjpass"):
                    return False
                recalled = g.lemma[k] in known["loosely"] and any(
                    g.lemma[s] in known["things"] for s in g.subjects(k)
                )
                return g.lemma[k] in known["verbs"] or recalled
            if g.lemma[k] in known["nouns"] or (g.lower[below] == "since" and g.lemma[k] in known["since"]):
                return True
        return False

    def _recalled(self, v: int, way: list[int]) -> bool:
        """Whether a verb tells of what is remembered: `gathered to mark the day when troops landed`, `recalls how they landed`.

        So too what happened `on this day in 1973`, and what years have passed since where wreaths are laid.
        """
        g = self.g
        if self._on_this_day(v):
            return True
        for below, k in pairwise(way):
            if g.dep[below] in ("relcl", "acl"):
                if (of_day := self._of_a_day(k)) is not None:
                    return of_day
                if self._honoured(k):
                    return True
            elif g.is_verb(k) and g.dep[below] in ("ccomp", "advcl"):
                recalled = self._recalls(k, below)
                if recalled is not None or g.dep[below] == "ccomp":
                    return bool(recalled)
        return False

    def _of_a_day(self, k: int) -> bool | None:
        """Whether the day that a clause tells of is one to recall: `mark the day in 1945 when`; `None` for no day."""
        g, known = self.g, self.known
        while g.lemma[k] not in known["days"] and g.dep[k] == "pobj":  # "the day in 1945 when"
            k = g.head[g.head[k]]
        if g.lemma[k] not in known["days"]:
            return None
        return g.dep[k] == "dobj" and g.lemma[g.head[k]] in known["recall"]

    def _honoured(self, k: int) -> bool:
        """Whether those a clause tells of are remembered: `a plaque remembers the student who`, `in honour of those who`."""
        g, known = self.g, self.known
        if g.dep[k] == "pobj":
            above = g.head[g.head[k]]
            return g.lower[g.head[k]] in ("of", "to", "for") and g.lemma[above] in known["honours"]
        h = g.head[k]
        if g.dep[k] not in ("dobj", "nsubjpass") or not g.is_verb(h):
            return False
        by_things = any(g.lemma[s] in known["things"] for s in g.subjects(h))
        return g.lemma[h] in known["honouring"] or (by_things and g.lemma[h] in known["loosely"])

    def _recalls(self, verb: int, below: int) -> bool | None:
        """Whether a verb makes a memory of the clause below it; `None` where it says nothing of it."""
        g, known = self.g, self.known
        lemma, objects = g.lemma[verb], {g.lemma[o] for o in g.objects(verb)}
        if lemma in known["loosely"] or lemma in known["verbs"]:  # "a museum recalls how they landed"
            subjects = {g.lemma[s] for s in g.subjects(verb)} - self.works
            if subjects & (known["things"] | known["nouns"]):
                return True
        if lemma in known["recall"] and objects & known["days"]:
            return any(g.lower[c] == "when" for c in g.children[below])
        if lemma in known["rites"] or objects & known["rites"]:  # "ten years after they landed, laid flowers"
            if any(g.lemma[c] in known["since"] for m in g.children[below] for c in (m, *g.children[m])):
                return True
        return None

    def _on_this_day(self, v: int) -> bool:
        """Whether a sentence begins with `on this day` and a year."""
        g = self.g
        first, last = g.sents[g.sent[v]]
        opening = g.lower[first : min(first + 6, last)]
        return opening[:3] == ["on", "this", "day"] and any(YEAR.fullmatch(w) for w in opening)

    def _of_a_life(self, way: list[int]) -> bool:
        """Whether it is told of where or when somebody was born or young: `born in Beirut when jets were bombing the city`."""
        g, known = self.g, self.known
        for below, k in pairwise(way):
            if not g.is_verb(k) or g.dep[below] == "conj":
                continue
            young = g.lemma[k] in known["living"] and any(g.lemma[o] in known["youth"] for o in g.objects(k))
            grown = g.lemma[k] == "grow" and "up" in g.particles(k)
            raised = g.lower[k] == "raised" and g.tag[k] == "VBN" and not g.objects(k)
            if g.lower[k] == "born" or young or grown or raised:
                return True
        return False

    def _told_about(self, way: list[int]) -> bool:
        """Whether a show, a book or the like is about it: `opened a show about the night when guards shot at a mason`."""
        g = self.g
        return any(
            g.lemma[n] in self.known["abouts"] for k in self.around.abouts(way) for n in (k, *g.objects(k))
        )

    def _yearly(self, i: int) -> bool:
        """Whether a sentence tells of what comes every year: `light candles every April`."""
        g = self.g
        first, last = g.sents[g.sent[i]]
        return any(
            a in ("every", "each") and b in words("shared")["seasons"]
            for a, b in pairwise(g.lower[first:last])
        )

    def _aged(self, time: Time | None) -> bool:
        """Whether what happened lies too long ago to be mourned as news."""
        if time is None or self.today is None:
            return False
        return (self.today - date.fromisoformat(time.end)).days > _MOURNING

    def _in_a_rite(self, way: list[int]) -> bool:
        """Whether it stands below a rite: `wreaths were laid for the soldiers who died when the North shelled the island`."""
        g, rites = self.g, self.known["rites"]
        return any(
            g.lemma[k] in rites
            or (g.is_verb(k) and any(g.lemma[c] in rites for c in (*g.subjects(k), *g.objects(k))))
            for k in way[1:]
        )

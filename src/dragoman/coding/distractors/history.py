"""What was centuries ago, the wars of the past that are told in passing, and the tolls of whole wars."""

from __future__ import annotations

import re
from typing import Final

from dragoman.coding.coded import Coded
from dragoman.coding.distractors.parties import FORCE, FORCED
from dragoman.coding.distractors.surroundings import Surroundings
from dragoman.coding.distractors.words import words
from dragoman.language.numerals import ORDINALS
from dragoman.schema import Time

# An act dated before this year is history, no event.
_NEWS_SINCE: Final = 1900
# Of force before this year news tells at memorials: `the beaches where Allied troops landed in 1944`.
_FORCE_SINCE: Final = 1946
YEAR: Final = re.compile(r"[1-9]\d{2,3}")
_CENTURY: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_NEVER: Final = 9999


class History:
    """Acts of long ago."""

    def __init__(self, around: Surroundings) -> None:
        self.around, self.g, self.known = around, around.g, words("history")
        self.dating = words("shared")["seasons"] | self.known["dating"]

    def why(self, one: Coded, time: Time | None) -> str | None:
        """What an act is in words; `None` for one of our days."""
        if self._toll(one):
            return "it is the toll of a war, not a deed"
        if self._long_ago(one, time) or self._ancient(one):
            return f"it is history of before {_NEWS_SINCE}"
        if self._of_old_wars(one):
            return "it is history told in passing"
        return None

    def _toll(self, one: Coded) -> bool:
        """Whether it sums up the dead of a whole war that nobody is named for: `11,000 have been killed since 1996`."""
        g, v = self.g, one.trigger
        if one.act != "ASSAULT" or not g.is_verb(v) or not g.is_passive(v):
            return False
        if not all(f.unknown_attacker for f in one.actors):
            return False
        if any(g.lower[a] in ("have", "has") for a in g.auxiliaries(v)):
            below = (*g.children[v], *(k for c in g.all_children(v, "advcl") for k in g.children[c]))
            return any(g.lower[k] == "since" for k in below)
        # "a war in which 70,000 were killed"
        return g.dep[v] == "relcl" and g.lemma[g.head[v]] in self.known["in_wars"]

    def _long_ago(self, one: Coded, time: Time | None) -> bool:
        """Whether it is dated, or told with a year, before our times."""
        if time is not None:
            told = int(time.end[:4])
            return told < _NEWS_SINCE or (one.act in FORCE and told < _FORCE_SINCE)
        g = self.g
        verb = next((k for k in g.way_up(one.trigger) if g.is_verb(k)), None)
        heads = {one.trigger}
        while verb is not None:
            heads.add(verb)
            verb = g.head[verb] if g.dep[verb] == "conj" else None  # "met in 1494 and agreed on a line"
        return any(
            self._year(k) < _NEWS_SINCE and self._dates(k, heads)
            for k in range(*g.sents[g.sent[one.trigger]])
            if g.lower[k][0].isdigit() or g.lower[k] in ORDINALS
        )

    def _year(self, k: int) -> int:
        """The year that a figure says, the last of a century; one far ahead for other figures."""
        g = self.g
        following = g.lower[k + 1] if k + 1 < g.n else ""
        if g.head[k] != k and g.pos[g.head[k]] in ("NUM", "SYM"):  # "$580 million", "580 %"
            return _NEVER
        if following == "century":
            century = _CENTURY.fullmatch(g.lower[k])
            number = int(century.group(1)) if century is not None else ORDINALS.get(g.lower[k])
            return _NEVER if number is None else number * 100 - 1
        if following in ("bc", "bce", "b.c."):
            return 0
        return int(g.lower[k]) if YEAR.fullmatch(g.lower[k]) is not None else _NEVER

    def _dates(self, k: int, heads: set[int]) -> bool:
        """Whether a year is that of an act: `besieged it in the winter of 1220`, not `a treaty of 1840`."""
        g = self.g
        way = g.way_up(k)
        for above in way[1:]:
            if above in heads:
                return g.dep[k] != "nummod" or g.lower[g.head[k]] in self.dating
            named = g.pos[above] == "PROPN" and g.dep[way[1]] == "prep"  # "met at Tordesillas in 1494"
            if g.pos[above] in ("NOUN", "PROPN") and g.lower[above] not in self.dating and not named:
                return False
            if g.is_verb(above):
                return False
        return False

    def _ancient(self, one: Coded) -> bool:
        """Whether the sentence speaks of antiquity, or that of a deed of force of what is dug up."""
        found = self.around.words_in(self.g.sent[one.trigger])
        if found & self.known["antiquity"]:
            return True
        return one.act in FORCED and bool(found & self.known["ancient"])

    def _of_old_wars(self, one: Coded) -> bool:
        """Whether force is told of an old war or a battle with a name: `fell into captivity at the Battle of the Bulge`."""
        g, t = self.g, one.trigger
        if one.act not in ("ASSAULT", "COERCE", "MOBILIZE"):
            return False
        if one.kind == "noun" and self._named_battle(t):
            return True
        if any(self._named_battle(k) for k in g.prep_objects(t, "in", "during", "at", "after", "of")):
            return True
        if one.mode == "arrest":
            return False
        return bool(self.around.words_in(g.sent[t]) & self.known["wars"])

    def _named_battle(self, i: int) -> bool:
        """Whether a noun names a battle of history: `the Battle of Verdun`."""
        g = self.g
        capital = g.word[i][:1].isupper() and i > g.sents[g.sent[i]][0]
        return capital and g.lower[i] in self.known["battles"] and i + 1 < g.n and g.lower[i + 1] == "of"

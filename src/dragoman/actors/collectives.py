"""Actors of many states or of none: `Western countries`, `African leaders`, `world powers`, `the international community`.

They have no country. A word for a region or a sort of states says so before the noun, an `of` or `from` phrase after
it; what is told of as `the leaders` later in the text is the same.
"""

from __future__ import annotations

import re

from dragoman.actors.entries import LAND_FLAVOURS
from dragoman.actors.names import slug
from dragoman.actors.story import Story
from dragoman.actors.vocabulary import Vocabulary
from dragoman.schema import Actor, Kind

_BEFORE = 5  # words before a noun among which the one that says whose it is may stand
_LASTS = 3  # sentences for which a bare plural means those named before
_LEADERS = ("president", "minister", "premier", "state")  # last words of those whom `the leaders` means
_NUMBERED = frozenset({"CD"})
_FEW = frozenset({"two", "three", "four"})
_SHARED = frozenset({"several", "many", "most", "other", "various", "numerous", "dozens", "all"})
_BESIDE = frozenset({"with", "by", "against", "from", "between", "of", "towards", "toward", "among", "for"})
_POSSESSIVES = frozenset({"its", "his", "her", "their", "our"})


def states_together(actor: Actor, words: Vocabulary) -> bool:
    """Whether an actor is states taken together (`Western countries`), no unnamed person or body."""
    if actor.country is not None or actor.kind != "unnamed" or actor.sector != "GOV":
        return False
    noun = re.split(r"\W+", actor.name.lower())[-1]
    return actor.name in words.names_together or noun in words.nouns_together


class Collectives:
    """Finds the actors of one doc that are of no one state."""

    def __init__(self, story: Story) -> None:
        self.story, self.g, self.kb = story, story.g, story.kb
        self.words = story.kb.words
        self.made: dict[str, Actor] = {}
        self.last: dict[str, tuple[int, Actor]] = {}  # lemma -> sentence and actor of the last such phrase

    def run(self) -> None:
        """Mention states taken together, and what stands for them; agents of theirs are asked for one by one."""
        g, words = self.g, self.words
        for i in range(g.n):
            lemma = g.lemma[i] if g.pos[i] == "NOUN" else g.lower[i]
            if lemma in words.many_worlds and g.tag[i] in ("NN", "NNP", "NNPS"):
                self._world(i)
            elif lemma in words.many_states and g.tag[i] in ("NNS", "NNPS"):
                self._states(i, lemma)

    def _states(self, i: int, lemma: str) -> None:
        """`Western countries`, `regional powers`, `its allies`, `40 nations`."""
        g, story = self.g, self.story
        if story.used[i] or story.kind(g.start[i]) in ("label", "byline"):
            return
        if g.dep[i] in ("compound", "amod", "nmod") and g.head[i] > i:
            return
        if any(g.dep[c] == "appos" and g.pos[c] == "PROPN" for c in g.children[i]):
            return  # "his only foreign allies, Cuba and Bolivia,": those who are named
        if self._counted(i):
            return  # "the two neighbouring countries": those named before
        ways = (
            self.region,
            self.sort,
            self._number,
            *((self._related,) if lemma in self.words.relations else ()),
        )
        first = next((k for way in ways if (k := way(i)) is not None), None)
        if first is None:
            first = self._again(i, lemma)
            if first is not None:
                story.mention_tokens(
                    i, i, "nominal", (self.last[lemma][1],), "the same states before", head=i
                )
            return
        called = self._called(first, i)
        actor = called or self.actor(first, i, "GOV", "unnamed")
        self.last[lemma] = (g.sent[i], actor)
        story.mention_tokens(first, i, "nominal", (actor,), "states taken together", head=i)

    def _counted(self, i: int) -> bool:
        """Whether a phrase means just so many, named elsewhere."""
        words = {self.g.lower[c] for c in self.g.children[i] if c < i}
        return "both" in words or bool(words & {"the", "these"} and words & _FEW)

    def _called(self, first: int, i: int) -> Actor | None:
        """The body that states are called in one context: `world powers` in talks with Iran."""
        g, story = self.g, self.story
        phrase = " ".join(g.lower[k] for k in range(first, i + 1))
        for rule in self.words.many_called.get(phrase, ()):
            id_, code, since, until = rule.split(":")
            told = code in story.votes or code in story.bearers
            if told and (story.on is None or since <= story.on <= until):
                return self.kb.organisation(id_)
        return None

    def _world(self, i: int) -> None:
        """`the international community`, `the Arab world`, `the West`."""
        g, story = self.g, self.story
        lower = g.lower[i]
        if story.used[i]:
            return
        first = i
        if lower in self.words.many_names:
            if not (self._acting(i) if lower in self.words.many_bare else self._by_article(i)):
                return
        else:
            found = self.region(i)
            if found is None or found == i:
                return
            first = found
        name = next(iter(self.words.many_names.get(lower, ())), None)
        actor = self.actor(first, i, "GOV", "unnamed", name)
        story.mention_tokens(first, i, "nominal", (actor,), "states taken together", head=i)

    def _by_article(self, i: int) -> bool:
        """Whether a part of the world is whom the text speaks of: `the West`, `the Europeans`."""
        g = self.g
        return (
            g.word[i][:1].isupper()
            and i > 0
            and g.lower[i - 1] == "the"
            and (g.dep[i] in ("nsubj", "nsubjpass", "dobj", "conj", "poss", "dative") or self._beside(i))
            and not (i + 1 < g.n and g.word[i + 1][:1].isupper())
        )

    def _acting(self, i: int) -> bool:
        """Whether a continent does something, or has something said to it: `Europe had failed`, `warned Europe`."""
        g = self.g
        if not g.word[i][:1].isupper() or g.left[i] != i or any(g.dep[c] == "conj" for c in g.children[i]):
            return False
        if g.dep[i] in ("dobj", "dative"):
            return g.lemma[g.head[i]] in self.words.voicing - self.words.visiting
        return g.dep[i] == "nsubj" or (g.dep[i] == "pobj" and g.lower[g.head[i]] == "against")

    def _beside(self, i: int) -> bool:
        g = self.g
        return g.dep[i] == "pobj" and g.lower[g.head[i]] in _BESIDE

    def region(self, i: int) -> int | None:
        """The first token of what names many states before the noun at token `i` (`Latin American`), else `None`."""
        g, regions = self.g, self.words.many_regions
        for k in range(i - 1, max(-1, i - 1 - _BEFORE), -1):
            if g.sent[k] != g.sent[i] or g.pos[k] in ("DET", "ADP", "VERB", "PUNCT", "PRON", "AUX"):
                return None
            word = g.lower[k]
            if k and f"{g.lower[k - 1]} {word}" in regions:
                return self._stretch(k - 1, i, whole=True)
            if word in regions:
                portfolio = word == "foreign" and k == i - 1 and g.lemma[i] in self.words.foreign_affairs
                return None if portfolio else self._stretch(k, i)
            hit = self.story.scan.starting.get(self.story.scan.word(k))
            if hit is not None and g.word[k][:1].isupper() and hit.of(*LAND_FLAVOURS, "org") is not None:
                return None
        return None

    def _stretch(self, k: int, i: int, *, whole: bool = False) -> int | None:
        """The first token of a phrase whose region stands at token `k`: `four African`, `Sunni Arab`; no part of a name."""
        g, story = self.g, self.story
        several = g.tag[i] in ("NNS", "NNPS")  # "Central African states", no adjective of one
        if (story.used[k] and not (whole and several)) or (
            k and g.word[k - 1] == "-" and g.lower[k - 2] not in ("south", "north", "non")
        ):
            return None  # "pro-European"
        while (
            k > 0 and g.sent[k - 1] == g.sent[i] and g.pos[k - 1] in ("NUM", "ADJ") and not story.used[k - 1]
        ):
            hit = story.scan.starting.get(story.scan.word(k - 1))
            if hit is not None and hit.of(*LAND_FLAVOURS) is not None:
                break
            k -= 1
        return k

    def sort(self, i: int) -> int | None:
        """The first token of `regional states`, `the major powers`, `member states`."""
        g = self.g
        k = i
        while k > 0 and g.lower[k - 1] in self.words.many_sorts and g.sent[k - 1] == g.sent[i]:
            k -= 1
            while k > 1 and g.word[k - 1] == "-":
                k -= 2
        return k if k < i else None

    def _number(self, i: int) -> int | None:
        """`40 countries`, `several states`: a number of which no more is said, three at least."""
        g = self.g
        k = i - 1
        if k < 0 or any(g.lower[c] in ("the", "these", "those", "both") for c in g.children[i]):
            return None
        if g.lower[k] in _SHARED:
            return k
        if g.tag[k] in _NUMBERED and g.lower[k] not in ("one", "two", "1", "2"):
            return k
        return None

    def _related(self, i: int) -> int | None:
        """`Russia's neighbours`, `NATO allies`, `allies of Turkey`, `its partners`: other states than the one named."""
        g, story = self.g, self.story
        for c in g.children[i]:
            if c < i and g.dep[c] in ("poss", "compound", "amod", "nmod"):
                owner = story.at.get(c)
                if owner is None and g.lower[c] in _POSSESSIVES:
                    return None  # whose they are is not known yet
                if owner is not None and any(
                    a.kind in ("state", "intergovernmental organisation") for a in owner.actors
                ):
                    return min(c, owner.first)
        for k in g.prep_objects(i, "of"):
            owner = story.at.get(k)
            if owner is not None and any(a.kind == "state" for a in owner.actors):
                return i
        return None

    def _again(self, i: int, lemma: str) -> int | None:
        """The token itself where a bare `the countries` means those named before."""
        g = self.g
        last = self.last.get(lemma.rpartition(" ")[2])
        if last is None and lemma == "leader":
            last = next((x for x in map(self.last.get, _LEADERS) if x is not None), None)
        if last is None or g.sent[i] - last[0] > _LASTS or g.sent[i] == last[0]:
            return None
        bare = [c for c in g.children[i] if c < i]
        return i if len(bare) == 1 and g.lower[bare[0]] in ("the", "these", "those") else None

    def again(self, i: int, lemma: str) -> Actor | None:
        """Whom a bare `the leaders` means: `African leaders`, named before; noted as told of here."""
        if self.g.tag[i] not in ("NNS", "NNPS") or self._again(i, lemma) is None:
            return None
        found = self.last.get(lemma.rpartition(" ")[2]) or next(x for x in map(self.last.get, _LEADERS) if x)
        actor = found[1]
        self.note(i, lemma, actor)
        return actor

    def of(self, i: int) -> int | None:
        """The last token of `the presidents of four African countries`, `delegates from 40 nations`."""
        g, story = self.g, self.story
        for k in g.prep_objects(i, "of", "from"):
            m = story.at.get(k)
            if k > i and m is not None and m.actors and m.actors[0].id in self.made:
                return m.last
        return None

    def actor(self, first: int, last: int, sector: str, kind: Kind, name: str | None = None) -> Actor:
        """The actor of a phrase, the same for the same words."""
        g = self.g
        name = name or " ".join(self.story.text[g.start[first] : g.end[last]].split())
        id_ = slug(name)
        if id_ not in self.made:
            self.made[id_] = Actor(id=id_, name=name, kind=kind, sector=sector)
        return self.made[id_]

    def forget(self, lemma: str) -> None:
        """Let a bare noun no longer mean those named before: others are told of by it now."""
        self.last.pop(lemma.rpartition(" ")[2], None)

    def note(self, i: int, lemma: str, actor: Actor) -> None:
        """Let a bare noun later mean an actor."""
        self.last[lemma.rpartition(" ")[2]] = (self.g.sent[i], actor)

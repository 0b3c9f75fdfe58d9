"""What the head of a text sums up, and its next sentences tell in full, with the day and the spot.

`Gunmen killed eight people in northern Nigeria. The attack took place on Wednesday in Bama.` tells of one act.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from spacy.tokens import Doc

from dragoman.coding.merge import Told
from dragoman.coding.setting.clauses import mark_of
from dragoman.coding.setting.shifts import shift_at
from dragoman.coding.setting.telling import Tellings
from dragoman.coding.setting.when import clause_time, nearest_time
from dragoman.coding.setting.where import clause_place, place_of
from dragoman.coding.setting.whereabouts import LEAD, happened, states_of
from dragoman.coding.setting.words import is_spot, setting_words
from dragoman.language import Grammar
from dragoman.schema import Place, Time

# The full account stands within so many sentences of the summary.
_WITHIN = 8
# ... an act of the same kind, or what those who did it did, within so many.
_AT_ONCE = 4
# What a text sums up was so many days before it, or fewer.
_FRESH = 3
# What is called so is another happening; what is told with these is told of another.
_OTHER = frozenset(
    {
        "earlier",
        "first",
        "last",
        "latest",
        "other",
        "past",
        "previous",
        "recent",
        "second",
        "separate",
        "similar",
        "twin",
        "two",
    }
)
_ANOTHER = frozenset(
    {
        "also",
        "followed",
        "follows",
        "preceded",
        "another",
        "elsewhere",
        "meanwhile",
        "previously",
        "separate",
        "separately",
        "similar",
        "similarly",
    }
)
# Violence of these kinds is no account of another kind.
_OF_THEIR_OWN = frozenset({"abduct", "sexual", "torture"})
_THE = frozenset({"the", "that", "this"})
# What happened when something broke out is where it broke out: `the clash occurred when rebels raided a post in`.
_WHEN = frozenset({"after", "as", "when", "while"})
# What came after something is counted from it, and was elsewhere: `the attack came hours after a bomb in the capital`.
_COUNTED = frozenset({"come", "follow"})


class Summaries:
    """The acts of one doc that its head sums up, and what is told of them after it."""

    def __init__(
        self, doc: Doc, g: Grammar, told: list[Told], how: Tellings, block: list[int], first_block: int
    ) -> None:
        self.doc = doc
        self.g = g
        self.told = told
        self.how = how
        self.block = block
        self.first_block = first_block
        self.today: date | None = doc._.today

    def in_full(self, one: Told) -> tuple[Time | None, Place | None]:
        """The day and the spot that are told of an act after the sentence that sums it up, where that lacks them."""
        time, place = None, None
        if not self._sums_up(one):
            return time, place
        for when, where in self._accounts(one):
            if one.time is not None and when is not None and when.start != one.time.start:
                break  # another day: what follows is told of that
            if time is not None and when is not None and when.start != time.start:
                break
            time = time or when
            if place is None and where is not None and self._in_it(where, one):
                place = where
            if time is not None and place is not None:
                break
        return (None if one.time is not None else time, None if is_spot(one.place) else place)

    def _sums_up(self, one: Told) -> bool:
        """Whether an act is one of violence of the first paragraphs that lacks its day or its spot."""
        if one.coded.act != "ASSAULT" or not happened(one) or one.coded.status.status != "actual":
            return False
        if self.today is None or self.block[one.sentence] >= self.first_block + LEAD:
            return False
        if one.time is not None and (is_spot(one.place) or not self._fresh(one.time)):
            return False
        how = self.how.act(one)
        clause = how.clause
        if not self.g.is_verb(clause) or self.g.dep[clause] in ("relcl", "acl"):
            return False
        perfect = bool({self.g.lower[a] for a in self.g.auxiliaries(clause)} & {"has", "have"})
        return how.tense == "past" or perfect or (how.reported and how.tense == "before past")

    def _accounts(self, one: Told) -> Iterator[tuple[Time | None, Place | None]]:
        """What the sentences after an act tell of the same happening: when and where it was, each where it is told."""
        g = self.g
        last = min(one.sentence + _WITHIN, len(g.sents) - 1)
        for sentence in range(one.sentence + 1, last + 1):
            first, end = g.sents[sentence]
            if any(g.lower[k] in _ANOTHER for k in range(first, end)):
                continue
            near = sentence - one.sentence <= _AT_ONCE
            for k in range(first, end):
                if self._points_back(k):
                    yield self._of_noun(k)
                elif near and g.is_verb(k) and self._by_the_same(k):
                    yield self._of_clause(k)
            for other in self.told:
                if other.sentence == sentence and self._again(other, one, near=near):
                    yield self._account(other.time, other.place)

    def _points_back(self, noun: int) -> bool:
        """Whether a noun takes a happening as known: `the attack`, `Sunday's clashes`."""
        g = self.g
        if g.pos[noun] != "NOUN" or g.lemma[noun] not in setting_words()["scenes"]:
            return False
        if any(g.lower[c] in _OTHER for c in g.children[noun]):
            return False
        return any(
            (g.dep[c] == "det" and g.lower[c] in _THE) or (g.dep[c] == "poss" and self._is_time(c))
            for c in g.children[noun]
        )

    def _by_the_same(self, verb: int) -> bool:
        """Whether a verb tells what those did who had done a deed: `the bomber rammed`, `the attackers had come`."""
        g = self.g
        return self.how.tense(verb) in ("past", "before past") and any(
            g.lemma[k] in setting_words()["attackers"]
            and any(g.dep[c] == "det" and g.lower[c] in _THE for c in g.children[k])
            for k in g.subjects(verb)
        )

    def _is_time(self, token: int) -> bool:
        return any(t.first <= token <= t.last for t in self.doc._.times or ())

    def _of_noun(self, noun: int) -> tuple[Time | None, Place | None]:
        """When and where a happening was that a noun names: told beside it, or by the verb that it is the subject of."""
        g, doc = self.g, self.doc
        time = nearest_time(doc, g, noun, [noun])
        place = place_of(doc, g, noun, None, "ASSAULT")
        if time is not None and self._day(time.time) is None:
            return None, None  # "the massacre in Gao in 2012"
        when, where = self._account(time.time if time else None, place.place if place else None)
        for c in g.all_children(noun, "relcl"):  # "the incident, which occurred in Lyon"
            if self.how.tense(c) == "past":
                day, spot = self._of_clause(c)
                when, where = when or day, where or spot
        verb = g.head[noun]
        if g.dep[noun] in ("nsubj", "nsubjpass") and g.is_verb(verb) and self.how.tense(verb) != "other":
            day, spot = self._of_clause(verb)
            when, where = when or day, where or spot
            for c in g.children[verb]:
                if where is None and g.dep[c] == "advcl" and g.is_verb(c) and self._marked(verb, c):
                    where = self._of_clause(c)[1]
        return when, where

    def _marked(self, verb: int, clause: int) -> bool:
        """Whether a clause tells on what occasion something broke out, not what it is counted from."""
        g, mark = self.g, mark_of(self.g, clause)
        if mark is None or g.lower[mark] not in _WHEN or g.lemma[verb] in _COUNTED:
            return False
        return shift_at(g, mark) is None

    def _of_clause(self, verb: int) -> tuple[Time | None, Place | None]:
        """The day and the place of a clause."""
        time, place = clause_time(self.doc, self.g, verb), clause_place(self.doc, self.g, verb)
        return self._account(time.time if time else None, place.place if place else None)

    def _again(self, other: Told, one: Told, *, near: bool) -> bool:
        """Whether an act of violence is told as what an earlier one sums up: at once or with its verb, and of one of its states."""
        if not near and self.g.lemma[other.coded.trigger] != self.g.lemma[one.coded.trigger]:
            return False
        if other.coded.act != "ASSAULT" or not happened(other) or other.coded.status.status != "actual":
            return False
        if one.coded.mode != other.coded.mode and _OF_THEIR_OWN & {one.coded.mode, other.coded.mode}:
            return False  # "nine were killed; ... ten women were kidnapped"
        how = self.how.act(other)
        if how.tense not in ("past", "before past") or (how.aside and not how.reported):
            return False
        mine, theirs = states_of(one), states_of(other)
        return bool(mine & theirs) or not mine or not theirs

    def _account(self, time: Time | None, place: Place | None) -> tuple[Time | None, Place | None]:
        """A day of the news and a place; nothing where the time is of another day."""
        day = self._day(time)
        return (None, None) if time is not None and day is None else (day, place)

    def _day(self, time: Time | None) -> Time | None:
        """A time, if it is a day of the news."""
        return time if time is not None and self._fresh(time) else None

    def _fresh(self, time: Time) -> bool:
        if self.today is None or time.precision != "day":
            return False
        first, last = date.fromisoformat(time.start), date.fromisoformat(time.end)
        return (last - first).days <= 1 and 0 <= (self.today - last).days <= _FRESH

    def _in_it(self, place: Place, one: Told) -> bool:
        """Whether a spot is in the state in which an act is told to be, or of those who had a part in it."""
        if not is_spot(place):
            return False
        if one.place is not None:
            return place.country == one.place.country
        return place.country in states_of(one)

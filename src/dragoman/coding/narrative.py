"""What a text goes on to tell: acts without a time or place of their own take them from what was told before.

`Kerry met Lavrov in Geneva on Monday. He urged Moscow to yield.` is told of one day; `He travelled to Moscow in
April 2014; he met Lavrov there` keeps to its frame. Who changes, or speaks of now or of earlier, ends the tale.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from typing import Literal

from spacy.tokens import Doc

from dragoman.actors.mention import ActorMention
from dragoman.coding.merge import Told
from dragoman.coding.status import Judged
from dragoman.coding.when_where import nearest_place, nearest_time
from dragoman.language import Grammar, layout_of
from dragoman.schema import Actor, Place, Time

# What is over for longer than this, in days, is background to a text (the gold format's "month").
HISTORY = 31
# The tale goes on over so many sentences of a paragraph, and paragraphs, in which nothing is told.
_GAP = 2
# What a person did so many days ago, or less, is the news of the text.
_FRESH = 3
_HAPPENED = frozenset({"actual", "historical"})
_NOT_PAST = frozenset(
    {"has", "have", "'s", "'ve", "will", "shall", "would", "may", "might", "could", "can", "should", "must", "'ll", "to"}
)  # fmt: skip
# Determiners of a happening that is taken as known: `the talks`, `his visit`.
_KNOWN = frozenset({"the", "that", "those", "this", "these", "such"})

Tense = Literal["past", "before past", "known", "other"]


@dataclass(slots=True)
class _Moment:
    """Something told with its time: where in the text, when and where it was, and who had a part in it."""

    token: int
    sentence: int
    time: Time
    place: Place | None
    parties: frozenset[str]
    states: frozenset[str]
    phone: bool = False


class Narrative:
    """The moments of one doc, and the acts that go on from them."""

    def __init__(self, doc: Doc, g: Grammar, told: list[Told]) -> None:
        self.doc = doc
        self.g = g
        self.told = told
        self.today: date | None = doc._.today
        blocks = layout_of(doc).blocks
        self.block = [bisect_right(blocks, g.start[first], key=lambda b: b.start) for first, _ in g.sents]
        self.moments: list[_Moment] = []

    def carry_on(self) -> None:
        """Give acts without a time or place those of the moment they go on from.

        An act that takes over an old time is historical.
        """
        self.moments = sorted([*self._clauses(), *self._acts()], key=lambda m: m.token)
        for one in sorted(self.told, key=lambda t: t.coded.trigger):
            happened = one.coded.status.status in _HAPPENED and not one.coded.repeated
            if not happened or (one.time is not None and one.place is not None):
                continue
            before = self._gone_on_from(one)
            if before is None:
                if one.time is None:
                    self._amid_old(one)
                continue
            if one.time is None:
                self._date(one, before)
                if one.time is not None:
                    self.moments.append(_moment(one, one.time))
                    self.moments.sort(key=lambda m: m.token)
            if one.place is None and one.time == before.time and self._stays(one, before):
                one.place = before.place
                if one.place is not None:
                    one.coded.why.append(f"place {one.place.name}: that of what was told before")

    # Moments -------------------------------------------------------------------------

    def _acts(self) -> list[_Moment]:
        return [_moment(t, t.time) for t in self.told if t.time is not None and _happened(t)]

    def _clauses(self) -> list[_Moment]:
        """Clauses with a time that tell of something past, whether or not they are an act."""
        g = self.g
        out: list[_Moment] = []
        for sentence in sorted({g.sent[t.first] for t in self.doc._.times or ()}):
            for v in range(*g.sents[sentence]):
                if not g.is_verb(v) or self._tense(v) not in ("past", "before past"):
                    continue
                time = nearest_time(self.doc, g, v, [v])
                who = [a for s in g.subjects(v) for a in self._actors(s)]
                if time is None or not who:
                    continue
                place = nearest_place(self.doc, g, v, [v])
                out.append(
                    _Moment(
                        v,
                        sentence,
                        time.time,
                        place.place if place is not None else None,
                        frozenset(a.id for a in who),
                        frozenset(a.country for a in who if a.country is not None),
                    )
                )
        return out

    def _actors(self, token: int) -> tuple[Actor, ...]:
        mention: ActorMention | None = self.doc._.mentions.headed(token)
        return mention.actors if mention is not None else ()

    # Acts ----------------------------------------------------------------------------

    def _date(self, one: Told, before: _Moment) -> None:
        time, clause = before.time, self._clause(one)
        if self._inside(clause):
            return
        tense = self._tense(clause)
        old = self._age(time) > HISTORY
        day = time.precision == "day"
        if tense == "known" and one.place is not None and not _same_place(one.place, before.place):
            self._amid_old(one)  # `he went to Moscow in April; his visit to Beijing was ...`
            return
        if (tense == "past" and (day or old)) or (old and tense in ("before past", "known")):
            one.time = time
            one.coded.why.append(f"time {time.start}: that of what was told before")
            if old and one.coded.status.status == "actual":
                one.coded.status = Judged("historical", f"told of {time.end}, over {HISTORY} days before")

    def _clause(self, one: Told) -> int:
        """The verb, or else the noun, that tells an act; the noun where it is what a verb speaks of."""
        g = self.g
        if not g.is_verb(one.coded.trigger) and g.dep[one.coded.trigger] in ("nsubj", "nsubjpass"):
            return one.coded.trigger
        i = one.coded.carrier if one.coded.carrier is not None else one.coded.trigger
        for _ in range(3):
            bare = g.is_verb(i) and g.tag[i] in ("VB", "VBG") and not g.auxiliaries(i)
            if bare and g.dep[i] in ("xcomp", "conj", "advcl"):
                i = g.head[i]
        return i

    def _tense(self, i: int) -> Tense:
        g = self.g
        if not g.is_verb(i):
            known = any(
                g.dep[c] == "poss" or (g.dep[c] == "det" and g.lower[c] in _KNOWN) for c in g.children[i]
            )
            return "known" if known else "other"
        words = {g.lower[a] for a in g.auxiliaries(i)}
        if words & _NOT_PAST or g.is_negated(i):
            return "other"
        if "had" in words:
            return "before past"
        return "past" if g.tag[i] == "VBD" or words & {"was", "were", "did"} else "other"

    def _inside(self, i: int) -> bool:
        """Whether a clause is inside another that tells of it, or describes a thing: it has a time of its own."""
        g = self.g
        for _ in range(8):
            if g.head[i] == i:
                return False
            if g.dep[i] in ("ccomp", "relcl", "acl", "pcomp"):
                return True
            i = g.head[i]
        return False

    def _gone_on_from(self, one: Told) -> _Moment | None:
        """The moment that an act goes on from: the last one told of its doer in its paragraph.

        What a person did in the last days goes on from one paragraph to the next, as long as no other time is told.
        """
        coded = one.coded
        persons = {f.actor.id for f in coded.actors if f.actor.kind == "person"}
        doers = {f.actor.id for f in coded.actors}
        states = {f.actor.country for f in (*coded.actors, *coded.recipients) if f.actor.country}
        between: set[tuple[str, str]] = set()
        for before in reversed(self.moments):
            if before.token >= coded.trigger:
                continue
            far = self.block[one.sentence] - self.block[before.sentence]
            if far > _GAP or (far == 0 and one.sentence - before.sentence > _GAP):
                return None
            if far:
                if persons & before.parties:
                    fresh = self._age(before.time) <= _FRESH
                    return before if fresh and between <= {(before.time.start, before.time.end)} else None
            elif doers & before.parties or (len(states) > 1 and states <= before.states):
                return before
            between.add((before.time.start, before.time.end))
        return None

    def _age(self, time: Time) -> int:
        """Days from a time to publication; none where that is unknown."""
        return (self.today - date.fromisoformat(time.end)).days if self.today is not None else 0

    def _amid_old(self, one: Told) -> None:
        """What is told among things long past, without a time, is no news either."""
        clause = self._clause(one)
        if one.coded.status.status != "actual" or self._tense(clause) == "other" or self._inside(clause):
            return
        near = [
            m
            for m in self.moments
            if m.token < one.coded.trigger
            and self.block[m.sentence] == self.block[one.sentence]
            and one.sentence - m.sentence < _GAP
        ]
        if near and all(self._age(m.time) > HISTORY for m in near):
            one.coded.status = Judged("historical", f"told after {near[-1].time.end}, long past")

    def _stays(self, one: Told, before: _Moment) -> bool:
        """Whether an act is told as done where the moment was: by the same person, and neither on the phone."""
        if one.coded.mode == "phone" or before.phone or self._tense(self._clause(one)) != "past":
            return False
        persons = {f.actor.id for f in one.coded.actors if f.actor.kind == "person"}
        near = self.block[one.sentence] == self.block[before.sentence]
        return near and bool(persons & before.parties)


def _happened(told: Told) -> bool:
    return told.coded.status.status in _HAPPENED and not told.coded.repeated


def _same_place(a: Place, b: Place | None) -> bool:
    return b is not None and (
        a.name == b.name or (a.country == b.country and (a.lat is None or b.lat is None))
    )


def _moment(told: Told, time: Time) -> _Moment:
    people = (*told.coded.actors, *told.coded.recipients)
    return _Moment(
        told.coded.trigger,
        told.sentence,
        time,
        told.place,
        frozenset(f.actor.id for f in people),
        frozenset(f.actor.country for f in people if f.actor.country is not None),
        told.coded.mode == "phone",
    )

"""Why a sentence has no event: which of its words came nearest to one, and what was wanting.

Nothing is recorded while reading but `Coder.refused`; a doc that was read is gone through once more when somebody
asks. `dragoman explain FILE --why-not` prints it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from dragoman.coding.carriers import carrier_of
from dragoman.coding.coded import Reason
from dragoman.coding.coder import Coder
from dragoman.coding.component import CodingComponent, codable
from dragoman.coding.lexicon import Sense
from dragoman.coding.matching import Unmet
from dragoman.coding.merge import Told, merge, same_act
from dragoman.coding.retold import once
from dragoman.coding.slots import AdjectiveSlots, NounSlots, Slots, VerbSlots
from dragoman.language import Grammar, layout_of
from dragoman.schema import Event, Span

_REFUSED: dict[Reason, str] = {
    "no actor": "nobody who could do it can be told: {names}",
    "one party": "a contact needs two parties, and one at most can be told here",
    "uncarried": "no verb brings it about (held, launched, gave ...), and such things are spoken of without being done",
    "uncarried parties": "no verb brings it about (held, launched, gave ...), and too few parties are named beside it",
    "not told as done": "it is only spoken of as possible, and no verb brings it about",
    "own forces": "who supplies his own forces aids nobody",
}
_ROLES = {"subj": "who does it", "obj": "its object", "iobj": "to whom it is done", "comp": "the clause below it",
          "comp-subj": "the subject of the clause below it", "comp-obj": "the object of the clause below it",
          "recipient": "to whom it is done", "poss": "the possessive before it", "mod": "the word before it"}  # fmt: skip
_TESTS = {"actor": "an actor that can be told", "civil": "civilians", "media-outlet": "a media outlet", "state": "a state", "person": "a person",
          "place": "a place", "placed": "somewhere that is told", "several": "two or more parties", "number": "a number",
          "armed-group": "an armed group", "any": "anything", "none": "nothing"}  # fmt: skip
_NOT_READ = {"title": "a title is not coded when there is a body", "byline": "a byline is not coded",
             "related": "a link to another story is not coded", "label": "a label is not coded",
             "repeat": "the title said again is not coded"}  # fmt: skip
_SHOWN = 6  # tests of a condition that are written out

# How near a word came, the nearest first: coded but left out; a sense holds but nobody does it; an exclusion stops
# the sense; a condition fails, the more of the others hold the nearer; the words beside it are others.
_CODED, _HOLDS, _EXCLUDED, _MODIFIES, _FAILS, _OTHER_WORDS = 5.0, 4.0, 3.0, 2.0, 1.0, 0.0


@dataclass(frozen=True, slots=True)
class Refusal:
    """A word that the lexicon knows, and why it made no event.

    `senses`: ids of its entries, the one that came nearest first; empty where no entry but a mechanism knows it.
    `event`: the event that tells it, if another does.
    """

    span: Span
    act: str
    mode: str | None
    senses: tuple[str, ...]
    reason: str
    detail: str
    event: str | None
    nearness: float


@dataclass(frozen=True, slots=True)
class Silence:
    """A sentence (counted from 1) without an event of its own, and its refusals, the nearest first.

    `verbs` are the spans of its verbs, `actors` the names of those who are named in it, `statements` the ids of the
    statements whose content it holds; `not_read` says why the sentence was never coded, if so.
    """

    sentence: int
    span: Span
    refusals: tuple[Refusal, ...]
    verbs: tuple[Span, ...]
    actors: tuple[str, ...]
    statements: tuple[str, ...]
    not_read: str | None


def silences(doc: Doc, component: CodingComponent) -> Iterator[Silence]:
    """The sentences without an event of a doc that `component` has read, in order."""
    trace = _Trace(doc, component)
    for number, (first, last) in enumerate(trace.g.sents, 1):
        start, end = trace.g.start[first], trace.g.end[last - 1]
        if not any(start <= event.trigger[0] < end for event in trace.events):
            yield trace.silence(number, range(first, last))


class _Trace:
    """The coding of one doc gone through again."""

    def __init__(self, doc: Doc, component: CodingComponent) -> None:
        self.doc = doc
        self.events: list[Event] = doc._.events
        self.coder = Coder(doc, component.lexicon)
        self.g: Grammar = self.coder.g
        self.text: str = doc._.document.text if doc._.document is not None else doc.text
        self.codable = set(codable(doc))
        self.told: dict[int, tuple[Told, str | None]] = {}
        tellings = list(component.tellings(doc, self.coder))
        for one, left_out in tellings:
            self.told[one.coded.trigger] = one, left_out
        told = merge([one for one, left_out in tellings if left_out is None])
        self.merged = once(self.g, told)

    def silence(self, number: int, tokens: range) -> Silence:
        g = self.g
        span = (g.start[tokens[0]], g.end[tokens[-1]])
        read = [i for i in tokens if i in self.codable]
        refusals = [r for i in read if (r := self._refusal(i)) is not None]
        if any(r.nearness > _OTHER_WORDS for r in refusals):
            refusals = [r for r in refusals if r.nearness > _OTHER_WORDS]
        mentions = [m for m in self.doc._.mentions.items if m.start < span[1] and span[0] < m.end]
        return Silence(
            sentence=number,
            span=span,
            refusals=tuple(sorted(refusals, key=lambda r: -r.nearness)),
            verbs=tuple((g.start[i], g.end[i]) for i in tokens if g.pos[i] == "VERB"),
            actors=tuple(dict.fromkeys(a.name for m in mentions for a in m.actors)),
            statements=tuple(
                s.id
                for s in self.doc._.statements or ()
                if any(a < span[1] and span[0] < b for a, b in s.content)
            ),
            not_read=None if read else self._not_read(span[0]),
        )

    def _not_read(self, offset: int) -> str:
        kind = next((b.kind for b in layout_of(self.doc).blocks if b.start <= offset < b.end), "")
        return _NOT_READ.get(kind, "it is no part of the story")

    def _refusal(self, i: int) -> Refusal | None:
        """Why the word at `i` tells no event, `None` when neither the lexicon nor a mechanism knows it."""
        if i in self.told:
            return self._left_out(*self.told[i])
        senses = self._senses(i)
        one = self.coder.code(i)
        if one is not None:
            over = next((k for k, (t, _) in self.told.items() if i in t.coded.consumed), None)
            detail = (
                f'it is what "{self._word(over)}" speaks of, not told as done'
                if over is not None
                else "another act of the sentence tells it"
            )
            ids = (one.entry_id, *(s.entry.id for s in senses if s.entry.id != one.entry_id))
            event = self._event_of(self.told[over][0]) if over is not None else None
            return Refusal(self._span(i), one.act, one.mode, ids, "governed", detail, event, _CODED)
        return self._nearest(i, senses) if senses else None

    def _left_out(self, one: Told, left_out: str | None) -> Refusal:
        coded = one.coded
        event = self._event_of(one) if left_out is None else None
        ids = (coded.entry_id,)
        if left_out is None:
            reason, left_out = "told elsewhere", "it is the same act as that of an event told elsewhere"
        else:
            reason = "not worth an event"
        return Refusal(self._span(coded.trigger), coded.act, coded.mode, ids, reason, left_out, event, _CODED)

    def _event_of(self, one: Told) -> str | None:
        """The event that an act became, or into which it was folded."""
        for kept, event in zip(self.merged, self.events, strict=False):
            if kept is one or same_act(kept, one):
                return event.id
        return None

    def _senses(self, i: int) -> list[Sense]:
        g, lexicon = self.g, self.coder.lexicon
        if g.pos[i] == "VERB":  # auxiliaries are in the lexicon with other words beside them only
            return list(lexicon.verbs.get(g.lemma[i], ()))
        if g.pos[i] in ("NOUN", "PROPN"):
            return list(lexicon.nouns.get(self.coder.matcher.noun_name(i) or "", ()))
        if g.pos[i] == "ADJ":
            return list(lexicon.adjectives.get(g.lemma[i], ()))
        return []

    def _nearest(self, i: int, senses: list[Sense]) -> Refusal:
        """The sense of a word that came nearest."""
        slots = self._slots(i)
        tried = [(*self._short_of(i, sense, slots), sense) for sense in senses]
        nearness, reason, detail, best = max(tried, key=lambda t: t[0])
        others = [t[3].entry.id for t in tried if t[3] is not best and t[0] > _OTHER_WORDS]
        ids = tuple(dict.fromkeys((best.entry.id, *others)))
        return Refusal(self._span(i), best.entry.act, best.entry.mode, ids, reason, detail, None, nearness)

    def _slots(self, i: int) -> Slots:
        g, coder = self.g, self.coder
        if g.pos[i] in ("NOUN", "PROPN"):
            return NounSlots(g, i, carrier_of(g, i, coder.matcher.act_at))
        if g.pos[i] == "ADJ":
            return AdjectiveSlots(g, i)
        return VerbSlots(g, i, coder.people.is_actor)

    def _short_of(self, i: int, sense: Sense, slots: Slots) -> tuple[float, str, str]:
        """How near a sense came, the reason, and the reason in words."""
        g, entry = self.g, sense.entry
        unmet = self.coder.matcher.unmet(sense, slots)
        if unmet is None:
            if g.dep[i] in ("amod", "compound", "nmod"):
                return _MODIFIES, "part of a name", f'it only qualifies "{self._word(g.head[i])}"'
            refused = self.coder.refused.get(i)
            if refused is None:
                return _EXCLUDED, "another sense", "another sense of it was taken, and told nothing"
            names = "; ".join(f"{_role(s)}: {self._standing(slots, s)}" for s in entry.frame.actor[:3])
            return _HOLDS, refused, _REFUSED[refused].format(names=names)
        if unmet.kind == "words":
            return _OTHER_WORDS, "other words", f"it wants {_listed(unmet.tests, 'and')} beside it"
        there = self._standing(slots, unmet.slot)
        if unmet.kind == "unless":
            kinds = self._tests(unmet)
            return (
                _EXCLUDED,
                "excluded",
                f"it is not read so when {_role(unmet.slot)} is {kinds}; there stands {there}",
            )
        held = [c.slot for c in entry.when].index(unmet.slot) / len(entry.when)
        nobody = unmet.slot == "subj" and "actor" in unmet.tests
        return (
            _FAILS + held,
            "no actor" if nobody else "condition",
            f"{_role(unmet.slot)} should be {self._tests(unmet)}; there stands {there}",
        )

    def _tests(self, unmet: Unmet) -> str:
        words = []
        for test in unmet.tests:
            if test.startswith("$"):
                words.append(f"a word for {test[1:].replace('_', ' ')}")
            elif test.startswith("act:"):
                words.append(f"an act of {test[4:]}")
            else:
                words.append(_TESTS.get(test) or f'"{test}"')
        return _listed(tuple(words), "or", quoted=False)

    def _standing(self, slots: Slots, slot: str) -> str:
        tokens = slots.get(slot)
        return ", ".join(f'"{self._word(i)}"' for i in tokens) or "nothing"

    def _span(self, i: int) -> Span:
        return self.g.start[i], self.g.end[i]

    def _word(self, i: int) -> str:
        start, end = self._span(i)
        return self.text[start:end]


def _role(slot: str) -> str:
    return _ROLES.get(slot) or f'what stands after "{slot.removeprefix("prep:")}"'


def _listed(items: tuple[str, ...], joint: str, *, quoted: bool = True) -> str:
    """Items in a row: `"a", "b" or "c"`, cut after some."""
    words = [f'"{w}"' if quoted else w for w in items[:_SHOWN]]
    if len(items) > _SHOWN:
        return f"{', '.join(words)} {joint} {len(items) - _SHOWN} more"
    return f"{', '.join(words[:-1])} {joint} {words[-1]}" if len(words) > 1 else words[0]

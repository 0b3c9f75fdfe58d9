"""Matching the lexicon against the parse: from predicates in a doc to coded acts."""

from __future__ import annotations

from spacy.tokens import Doc

from dragoman.coding.asked import asked_before
from dragoman.coding.bench import Bench
from dragoman.coding.between import Between
from dragoman.coding.carriers import carrier_of
from dragoman.coding.coded import Coded
from dragoman.coding.echoes import echoed, send_home
from dragoman.coding.interplay import Interplay
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.means import mode_by_means
from dragoman.coding.nominal import Nominal
from dragoman.coding.retold import Folded
from dragoman.coding.slots import AdjectiveSlots, NounSlots, ParticipleSlots, Slots, VerbSlots
from dragoman.coding.utterances import Utterances
from dragoman.coding.verbal import Verbal

# A sense of a noun that is refused for these leaves the word to a sense of another act.
_BY_NOBODY = frozenset({"uncarried", "uncarried parties"})
# Parts of speech of what can tell an act.
_PREDICATES = frozenset({"NOUN", "PROPN", "VERB", "AUX", "ADJ"})
# How a form of `be` or `have` hangs that may tell an act.
_CLAUSES = frozenset({"ROOT", "conj", "ccomp", "xcomp", "advcl", "relcl"})


class Coder:
    """Codes one doc. `coded()` gives its acts in text order, before merging."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        bench = Bench(doc, lexicon, self.code)
        self.bench, self.g, self.lexicon = bench, bench.g, lexicon
        self.people, self.matcher, self.contacts = bench.people, bench.matcher, bench.contacts
        self.said, self.seeming, self.refused = bench.said, bench.seeming, bench.refused
        self.verbal, self.nominal, self.utterances = Verbal(bench), Nominal(bench), Utterances(bench)

    def coded(self, tokens: list[int]) -> list[Coded]:
        """Code the predicates among these tokens; what a governing act has consumed is left out."""
        found = self._found(tokens)
        told = self._told_by_others(found)
        left = [one for one in found if one.trigger not in told]
        left += [a for one in found if (a := asked_before(self.g, one, self.matcher.act_at)) is not None]
        left.sort(key=lambda one: one.trigger)
        Between(self.g, self.people).settle(left)
        send_home(left)
        return [self.utterances.read(one) for one in left if not self.said.needless(one, left)]

    def _found(self, tokens: list[int]) -> list[Coded]:
        """The acts that the predicates among these tokens tell, settled by those before them."""
        answers, found = self.bench.answers, list[Coded]()
        for i in tokens:
            one = self.code(i) if self.g.pos[i] in _PREDICATES else None
            one = one or echoed(self.g, self.people, i, found)
            if one is not None:
                answers.part(one, found)
                answers.settle(one, found)
                answers.carry_on(one, found, self.people.parties())
                found.append(one)
                self.contacts.settle(one)
        return found

    def _told_by_others(self, found: list[Coded]) -> set[int]:
        """The predicates of acts that other acts tell; gives those others what they add, and what acts share."""
        folded, interplay = Folded(self.g, self.bench.kept), Interplay(self.g, self.people, self.bench.kept)
        ended = {one.trigger for one in found if interplay.ended(one)}
        for one in found:
            interplay.fought(one)
        told = ended.union(self.bench.alleged, *(one.consumed for one in found))
        for one in found:
            by_others = folded.means(one) or folded.blow(one) or folded.toll(one) or folded.counted(one)
            by_others = by_others or folded.adopted(one)
            if by_others or interplay.cause(one) or interplay.reproached(one):
                told.add(one.trigger)
        for one in found:
            interplay.share(one)
            interplay.anothers(one)
            one.mode = mode_by_means(self.g, one)
        return told

    def code(self, i: int) -> Coded | None:
        """The act told by the predicate at token `i`, else `None`."""
        kept = self.bench.kept
        if i not in kept:
            kept[i] = None  # a cycle of government ends here
            kept[i] = self._code(i)
        return kept[i]

    def _code(self, i: int) -> Coded | None:
        """The act of a predicate that was not asked before, by its part of speech."""
        g, pos = self.g, self.g.pos[i]
        if self.seeming.asked(i) or self.seeming.names_weapon(i):
            return None
        if self.matcher.is_nominal(i):
            return self._noun(i)
        if pos == "VERB" or (pos == "AUX" and g.dep[i] in _CLAUSES):
            return None if g.dep[i] in ("amod", "compound") else self._verb(i)
        return self._adjective(i, AdjectiveSlots(g, i)) if pos == "ADJ" else None

    def _verb(self, i: int) -> Coded | None:
        """The act of a verb: demanded by it, by a sense of it, or by what is said with it."""
        demanded = self.said.demanded(i)
        if demanded is not None:
            return demanded
        senses = self.matcher.verbs_at(i)
        if senses:
            slots: Slots = VerbSlots(self.g, i, self.people.is_actor)
            sense = next((s for s in senses if self.matcher.fits(s, slots)), None)
            one = self.verbal.act(sense.entry, slots) if sense is not None else None
            if one is not None:
                return one
        return self._felt(i) or self.said.told(i)

    def _felt(self, i: int) -> Coded | None:
        """The act told by a participle that stands for an adjective: `is deeply troubled by the arrests`, `was opposed to`."""
        g = self.g
        if g.lower[i] not in self.lexicon.adjectives or g.tag[i] not in ("VBN", "VBD"):
            return None
        if g.dep[i] == "acomp":
            return self._adjective(i, AdjectiveSlots(g, i))
        return self._adjective(i, ParticipleSlots(g, i)) if g.is_passive(i) else None

    def _adjective(self, i: int, slots: Slots) -> Coded | None:
        """The act of the first sense of an adjective that holds."""
        for sense in self.lexicon.adjectives.get(self.g.lower[i], ()):
            if self.matcher.fits(sense, slots):
                return self.verbal.act(sense.entry, slots)
        return None

    def _noun(self, i: int) -> Coded | None:
        """The act of a noun: by a sense of it, or by how it is described."""
        g, refused = self.g, self.bench.refused
        senses = self.matcher.nouns_at(i)
        if senses and g.dep[i] not in ("compound", "nmod"):
            slots = NounSlots(g, i, carrier_of(g, i, self.matcher.act_at))
            tried: str | None = None  # a call that is no appeal may be one by telephone
            for sense in senses:
                if sense.entry.act != tried and self.matcher.fits(sense, slots):
                    if sense.entry.act == "PROTEST" and slots.undergone:
                        break  # "killed in protests": those who were killed need not be whom it was against
                    one = self.nominal.act(sense.entry, slots) or self.said.in_passing(i)
                    if one is not None or tried is not None or refused.get(i) not in _BY_NOBODY:
                        return one
                    tried = sense.entry.act
            if tried is not None:
                return None
        return self.said.told_of(i) if g.pos[i] == "NOUN" else None

"""Which sense of a word holds in its clause, and which act a word names by itself."""

from __future__ import annotations

from typing import Literal, NamedTuple

from dragoman.coding.callers import Callers
from dragoman.coding.carriers import FORCED
from dragoman.coding.conditions import Conditions
from dragoman.coding.lexicon import SPOKEN, Entry, Lexicon, Sense
from dragoman.coding.ontology import governed
from dragoman.coding.participants import Participants, nouns
from dragoman.coding.slots import NounSlots, Slots, VerbSlots, hyphenated, is_date
from dragoman.coding.status import governors
from dragoman.language import Grammar

# Acts that are done to people, though only a pronoun tells whom.
HURTING = frozenset({"ASSAULT", "COERCE"})
_PEOPLE = frozenset({"them", "him", "her"})
_THINGS = frozenset({"it", "this", "that", "them", "these"})
# Of the acts that a pronoun may stand for the object of, those of words that are said against somebody.
_AGAINST = frozenset({"ACCUSE", "REJECT"})
# Those that are said to a party, whoever says so.
SAID_TO = frozenset({"REQUEST", "ACCUSE", "THREATEN", "SUPPORT", "REJECT"})
# Acts that are done to others: `blamed himself` is none.
_NEVER_ONESELF = frozenset({"ACCUSE", "SANCTION", "COERCE", "SUPPORT", "REJECT"})
_SELVES = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself"})
# What an entry asks of its subject when any actor will do: an agentless passive need not name one.
_ANYONE = frozenset({"actor", "state", "person"})
# How many tokens after a noun the further words of a sense may stand.
_FOLLOWING = 8
# Prepositions of what an act is done for, no part of what is done.
_GROUNDS = frozenset({"because", "despite"})


class Unmet(NamedTuple):
    """A condition of a sense that does not hold: words beside it, or what a slot must (not) be."""

    kind: Literal["words", "when", "unless"]
    slot: str
    tests: tuple[str, ...]


class Matcher:
    """Puts the lexicon's senses to the predicates of one doc."""

    def __init__(self, g: Grammar, people: Participants, lexicon: Lexicon) -> None:
        self.g = g
        self.people = people
        self.lexicon = lexicon
        self.conditions = Conditions(g, people, self.act_at)
        self.callers = Callers(g, people)
        self._inner: dict[int, tuple[str, str | None] | None] = {}
        self._near: dict[int, set[str]] = {}
        self._before: dict[int, set[str]] = {}

    def nouns_at(self, i: int) -> list[Sense]:
        """The noun senses of a token that the words beside it leave."""
        if i and (self.g.lower[i - 1], self.g.lower[i]) == ("in", "order"):
            return []  # "in order to evolve": nobody orders anything
        name = self.noun_name(i)
        return self.lexicon.nouns_beside(name, lambda: self._around(i)) if name is not None else []

    def noun_name(self, i: int) -> str | None:
        """Under what a token stands in the lexicon as a noun; a hyphenated word (`build-up`), which the parser splits,
        first by all of it."""
        g, nouns = self.g, self.lexicon.nouns
        whole = hyphenated(g, i)
        names: tuple[str, ...] = (g.lemma[i], g.lower[i])
        if whole is not None:
            names = (whole, whole.replace("-", ""), *names)
        for name in names:
            if nouns.get(name):
                return name
        return None

    def _around(self, i: int) -> set[str]:
        """Words and lemmas of a noun's phrase before it and of what follows it, where the words of a sense may stand."""
        g, last = self.g, i + 1 + _FOLLOWING
        return {*self._words_before(i), *g.lower[i + 1 : last], *g.lemma[i + 1 : last]}

    def verbs_at(self, i: int) -> list[Sense]:
        """The verb senses of a token that the words beside it leave."""
        return self.lexicon.verbs_beside(self.g.lemma[i], lambda: self._beside(i))

    def is_nominal(self, i: int) -> bool:
        """Whether a token is a noun, or a participle that stands as one: `carried out shelling of the town`."""
        g = self.g
        if g.pos[i] in ("NOUN", "PROPN"):
            return True
        return g.tag[i] == "VBG" and g.dep[i] == "dobj" and g.lower[i] in self.lexicon.nouns

    def act_at(self, i: int) -> tuple[str, str | None] | None:
        """Act and mode that the word at `i` denotes by itself, whoever does it."""
        if i in self._inner:
            return self._inner[i]
        self._inner[i] = None
        g = self.g
        found: tuple[str, str | None] | None = None
        if self.is_nominal(i):
            for sense in self.nouns_at(i):
                slots: Slots = NounSlots(g, i)
                if self.fits(sense, slots, lenient=True):
                    found = self._governed_act(sense.entry, slots)
                    break
        elif g.pos[i] == "VERB":
            slots = VerbSlots(g, i, self.people.is_actor)
            for sense in self.verbs_at(i):
                if self.fits(sense, slots, lenient=True):
                    found = self._governed_act(sense.entry, slots)
                    break
            else:
                effect = governors()
                if g.lemma[i] in effect["actual"] or g.lemma[i] in effect["support"]:
                    for c in g.complements(i) + g.objects(i):
                        found = self.act_at(c)
                        if found:
                            break
        self._inner[i] = found
        return found

    def _governed_act(self, entry: Entry, slots: Slots) -> tuple[str, str | None]:
        if entry.governs is None:
            return entry.act, entry.mode
        inner, _ = self.inner_of(slots)
        return governed(entry.governs, inner) if inner else (entry.act, entry.mode)

    def fits(self, sense: Sense, slots: Slots, *, lenient: bool = False) -> bool:
        """Whether a sense's words and conditions hold. `lenient` waives who the actors are.

        What is cheap to ask and most often fails, words that must stand in a slot, is asked first.
        """
        slots.sense = sense
        for condition in sense.entry.wording:
            if not self.conditions.hold(condition, slots.get(condition.slot)):
                return False
        return self.unmet(sense, slots, lenient=lenient, worded=True) is None

    def unmet(
        self, sense: Sense, slots: Slots, *, lenient: bool = False, worded: bool = False
    ) -> Unmet | None:
        """The first condition of a sense that does not hold, `None` when all do. `worded`: its `wording` is known to."""
        slots.sense = sense
        if sense.rest and not self._has_words(sense, slots):
            return Unmet("words", "", sense.rest)
        g, entry = self.g, sense.entry
        for condition in entry.further if worded else entry.when:
            slot, tests = condition.slot, condition.tests
            tokens = slots.get(slot)
            if lenient and condition.who and (slot == "subj" or not tokens):
                continue
            doers = tokens
            if slot == "subj" and entry.kind == "verb":
                if entry.act != "ASSAULT":
                    doers = [t for t in tokens if not self.happening(t)]
                if entry.act in FORCED:
                    doers = [t for t in doers if self._agent(t)]
            if self.conditions.hold(condition, tokens, doers):
                continue
            if slot == "subj" and entry.act == "ASSAULT" and "actor" in tests and self._strangers(doers):
                continue
            if slot == "subj" and "actor" in tests and entry.act in SAID_TO:
                if self.callers.calls(entry, slots, doers):
                    continue  # "the 15 urged the rebels to disarm"
            if slot != "subj" and entry.act in HURTING and "actor" in tests:
                if any(g.lower[t] in _PEOPLE for t in tokens):
                    continue  # "opened fire on them"
            if slot == "subj" and (slots.undergone or (not doers and self._agentless(entry, tests, slots.i))):
                continue
            if not (slot == "obj" and self._for_pronoun(entry, tests, slots)):
                return Unmet("when", slot, tests)
        selves = () if _SELVES & set(sense.rest) else slots.get("obj")  # "declared itself troubled"
        if entry.act in _NEVER_ONESELF and any(g.lower[i] in _SELVES for i in selves):
            return Unmet("unless", "obj", ("himself",))
        for condition in entry.unless:
            if self.conditions.hold(condition, slots.get(condition.slot)):
                return Unmet("unless", condition.slot, condition.tests)
        return None

    def _for_pronoun(self, entry: Entry, tests: tuple[str, ...], slots: Slots) -> bool:
        """Whether a pronoun of which nothing is known may be the object: `welcomed it`, `accused him of lying`.

        Not of a refusal whose mode says what was refused.
        """
        if entry.act not in SPOKEN or entry.mode == "investigate":
            return False
        if entry.act == "REJECT" and entry.mode is not None and "actor" not in tests:
            return False
        standing = _THINGS | _PEOPLE if entry.act in _AGAINST else _THINGS
        told = any(self.g.lower[i] in standing for i in slots.get("obj"))
        return told and any(self.people.of(s) for s in slots.get("subj"))

    def _agentless(self, entry: Entry, tests: tuple[str, ...], v: int) -> bool:
        """Whether a passive leaves out a doer that another way may tell: `police were deployed`, `was banned`."""
        return entry.kind == "verb" and bool(_ANYONE & set(tests)) and self.g.is_passive(v)

    def _agent(self, i: int) -> bool:
        """Whether a token can use force: no mere thing that somebody owns, as in `besieged by French films`."""
        g = self.g
        if g.pos[i] != "NOUN" or self.people.of(i, owner=False):
            return True
        return g.lemma[i] in nouns()["weapon_or_blast"] | nouns()["guns"] or not self.people.of(i)

    def _strangers(self, tokens: list[int]) -> bool:
        """Whether people did it of whom nothing is known: `three men with knives`."""
        return bool(tokens) and all(self.g.lemma[i] in nouns()["stranger"] for i in tokens)

    def happening(self, i: int) -> bool:
        """Whether a token names a deed rather than a doer: `the evacuation by the UN opened the road`.

        A text stands for its author, though it tells of one: `signed an order lifting sanctions`.
        """
        g, people = self.g, self.people
        if g.pos[i] != "NOUN" or people.of(i, owner=False) or self.act_at(i) is None:
            return False
        return g.lemma[i] not in nouns()["text"] or not people.owner(i)

    def _has_words(self, sense: Sense, slots: Slots) -> bool:
        i = slots.i
        if sense.entry.kind == "noun":
            if sense.after:
                return self._follow(sense.rest, i)
            before = self._words_before(i)
            return before.issuperset(sense.rest) or before.issuperset(w.replace("-", "") for w in sense.rest)
        return self._beside(i).issuperset(sense.rest)

    def _beside(self, i: int) -> set[str]:
        near = self._near.get(i)
        if near is None:
            near = self._near[i] = self._words_near(i)
        return near

    def _follow(self, words: tuple[str, ...], i: int) -> bool:
        """Whether words follow a noun in this order, others between them, within eight tokens."""
        g, at = self.g, i + 1
        last = min(i + 1 + _FOLLOWING, g.n)
        for word in words:
            while at < last and word != g.lower[at] and word != g.lemma[at]:
                at += 1
            if at == last:
                return False
            at += 1
        return True

    def _words_before(self, i: int) -> set[str]:
        """Words and lemmas within four tokens before a noun, in its phrase."""
        before = self._before.get(i)
        if before is None:
            g = self.g
            first = max(g.left[i], i - 4)
            before = self._before[i] = {*g.lower[first:i], *g.lemma[first:i]}
        return before

    def _words_near(self, i: int) -> set[str]:
        """The words and lemmas beside a verb that the words of a sense may be."""
        g = self.g
        near: set[str] = set()
        for c in g.children[i]:
            if c < i and g.dep[c] == "prep" and (o := g.child(c, "pobj")) is not None and c + 1 != i:
                if g.lower[o] in ("which", "whom"):  # "a word to which Russia had objected"
                    near.add(g.lower[c])
                continue  # "In this regard they gave" is no giving in
            if g.dep[c] == "prep" and any(is_date(g, k) for k in g.all_children(c, "pobj")):
                continue  # "called on Monday" calls on nobody
            if g.dep[c] in ("nsubj", "nsubjpass", "punct", "conj", "advcl", "relcl", "ccomp"):
                if g.dep[c] == "advcl" and not g.all_children(c, "mark", "nsubj"):
                    # "took them hostage", parsed as a clause; "gave them two days to leave"
                    near.update(g.lower[k] for k in (c, *g.all_children(c, "aux")))
                elif g.dep[c] == "advcl" and any(g.lower[k] == "for" for k in g.all_children(c, "mark")):
                    near.add("for")  # "called for the UN to lead"
                continue
            if g.dep[c] == "prep" and g.lower[c] in _GROUNDS:
                continue  # "called for a strike because of the deaths" calls for nobody's death
            if g.dep[c] == "aux" and g.lower[c] == "to":
                continue  # "continue to engage" is no "engage to"
            near.add(g.lower[c])
            near.add(g.lemma[c])
            if g.dep[c] == "agent":
                continue  # "called by the Front for Change" calls for nothing
            if g.dep[c] in (
                "prep",
                "prt",
                "dobj",
                "advmod",
                "acomp",
                "dative",
                "nsubjpass",
                "attr",
                "oprd",
            ):
                near.update(g.lower[k] for k in g.children[c] if g.dep[k] != "neg")  # "Chad, not Mali"
                near.update(
                    g.lower[m]
                    for k in g.children[c]
                    if g.dep[k] == "pobj"
                    for m in g.all_children(k, "amod", "compound", "prep")
                )
                if g.dep[c] == "prep":  # "left at the end of a visit"
                    near.update(
                        g.lemma[m] for k in g.all_children(c, "pobj") for m in g.prep_objects(k, "of")
                    )
                near.update(g.lemma[k] for k in g.children[c] if g.dep[k] in ("pobj", "prep", "amod", "dobj"))
            if g.dep[c] == "dobj" and (
                g.lemma[c] in nouns()["message"] or g.lemma[i] in nouns()["depriving"]
            ):
                # "sent a cable of congratulations", "stripped them of their rank"
                near.update(g.lemma[k] for k in g.prep_objects(c, "of"))
            elif g.dep[c] == "xcomp" and any(g.lower[k] == "to" for k in g.all_children(c, "aux")):
                near.add("to")  # "ordered them to leave"
        if self.g.is_passive(i):
            for k in g.objects(i):
                near.add(g.lower[k])
                near.add(g.lemma[k])
        return near

    def inner_of(
        self, slots: Slots, *, of_promise: bool = False
    ) -> tuple[tuple[str, str | None] | None, int | None]:
        """The act that a governing verb or noun governs, and the token that tells it.

        What a promise is of may hang on its own word: `stands ready [to]`, `voiced readiness [to]`.
        """
        g = self.g
        own = (*slots.get("comp"), *slots.get("obj")) if of_promise else ()
        for k in (k for i in own if g.pos[i] in ("NOUN", "ADJ") for k in g.complements(i)):
            found = self.act_at(k)
            if found is not None:
                return found, k
        candidates = list(slots.get("comp"))
        for name in ("obj", "prep:for", "prep:to", "prep:of", "prep:on", "prep:with", "prep:from"):
            candidates += slots.get(name)
        for i in candidates:
            found = self.act_at(i)
            if found is not None:
                return found, i
            if g.pos[i] == "NOUN":  # "an end to the shelling", "a resumption of talks"
                for k in (*g.prep_objects(i, "of", "to", "in", "from", "for"), *g.complements(i)):
                    found = self.act_at(k)
                    if found is not None:
                        return found, k
        return None, None

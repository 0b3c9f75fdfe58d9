"""Who did what a passive tells without a doer, where grammar or the story leaves one only.

`He was freed the next day`, `the ministry said the ban was lifted`, `In Moscow the charge was rejected`. Nobody is taken
from another part of the story but where two only are in it, or where only the state in which it plays can have done it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from dragoman.actors import knowledge_base
from dragoman.coding.coded import Coded
from dragoman.coding.lexicon import Entry
from dragoman.coding.ontology import HOSTILE
from dragoman.coding.opponents import STATE, sides
from dragoman.coding.participants import Found, Participants, nameless, nouns, unique
from dragoman.coding.roles import KIDNAPPED
from dragoman.coding.slots import Slots, is_date
from dragoman.coding.status import HAPPENED, Judged
from dragoman.language import Grammar

# Acts that are done in words: who does them may be told by where it is said.
_IN_WORDS = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT"})
# What a state does, and its own officials tell of without saying who: `the ministry said troops would be sent`.
_MEASURES = frozenset({"SANCTION", "CONCEDE", "COERCE", "RETREAT", "MOBILIZE"})
# What one of two states does to the people or the envoys of the other.
_TO_FOREIGNERS = frozenset({("SANCTION", "expel"), ("SANCTION", "withdraw"), ("COERCE", "deport")})
_SUMMONS = "accuse.summon"
_DISMISSED = "sanction.dismiss"
# Acts by which people are taken whom no state holds.
_ABDUCTED = ("ASSAULT", "abduct")
_HOUSES = frozenset({"government body", "party", "armed group", "intergovernmental organisation", "company"})
# Clauses that take a truce as known: `a truce which was to take effect once`.
_ASIDE = frozenset({"advcl", "relcl", "acl"})
# Before a text that need not be there: `would honour no accord signed in Taba`.
_ANY = frozenset({"any", "no", "every", "whatever"})


# Who does so with a measure has not taken it.
_JUDGING = frozenset(
    {"oppose", "reject", "veto", "condemn", "criticise", "criticize", "denounce", "deplore", "regret", "protest", "defy",
     "ignore", "resist", "dispute", "welcome", "block"}
)  # fmt: skip


class Untold:
    """Finds the doers that a clause leaves out, in one doc. `told` gives the act of a predicate, if it tells one."""

    def __init__(self, g: Grammar, people: Participants, told: Callable[[int], Coded | None]) -> None:
        self.g = g
        self.people = people
        self.told = told

    def doers(
        self, entry: Entry, slots: Slots, kind: tuple[str, str | None], done_to: list[Found], judged: Judged,
        before: list[Coded],
    ) -> list[Found]:  # fmt: skip
        """Who did the act that the verb of `slots` tells; nobody where more than one could have.

        `kind`: its act and mode; `before`: the acts that the text has told so far.
        """
        g, v = self.g, slots.i
        if judged.status not in HAPPENED and judged.status != "future":
            return []
        if kind == ("RETREAT", "ceasefire") and (held := slots.get("subj")):
            return self._kept_by(v, held, before)
        if not g.is_passive(v) or g.child(v, "agent") is not None or slots.get("subj"):
            return []
        if {g.lower[a] for a in g.auxiliaries(v)} == {"be"}:
            return []  # "recommended that the measures be lifted"
        found = self._hung_elsewhere(v) or self._shared(v, kind[0]) or self._where_said(v, kind[0])
        if found or g.dep[v] == "amod":
            return found
        if kind[0] == "CONCEDE" and (takers := self._taker(slots)):
            return takers
        if kind == ("RETREAT", "release"):
            return self._freer(slots, before)
        if kind[0] == "SUPPORT" and g.lemma[v] in nouns()["signing"]:
            return self._signatories(slots, before)
        if entry.id.startswith(_DISMISSED):
            return self._dismisser(done_to)
        if kind[0] == "SANCTION" and (givers := self._giver(slots)):
            return givers
        if kind[0] == "SANCTION" and all(g.lemma[o] in nouns()["ties"] for o in slots.get("obj") or [v]):
            return self._both(v)  # "relations broken in 1961"
        if kind in _TO_FOREIGNERS or entry.id.startswith(_SUMMONS):
            found = self.people.other_of_two(done_to)
        return found or self._teller(kind, slots, done_to)

    def _as(self, found: list[Found], why: str) -> list[Found]:
        return [Found(f.actor, f.token, f.span, why, False) for f in unique(found)]

    def _hung_elsewhere(self, v: int) -> list[Found]:
        """Doers whom the parser hung on the time or place before them: `initialled at a base near Dayton, by Presidents X and Y`."""
        g = self.g
        for p in range(v + 1, g.right[v] + 1):
            h = g.head[p]
            if g.lower[p] != "by" or g.dep[p] not in ("prep", "agent") or not v < h < p or g.is_verb(h):
                continue
            if h in self.people.places or g.lower[p - 1] == "," or is_date(g, h):
                return unique([f for k in g.prep_objects(h, "by") for f in self.people.of(k, owner=False)])
        return []

    def _taker(self, slots: Slots) -> list[Found]:
        """Who is said to have taken the measure that is eased: `the steps which the Authority took will be reversed`."""
        g = self.g
        clauses = [(c, o) for o in slots.get("obj") for c in g.all_children(o, "relcl", "acl")]
        found = [f for c, o in clauses if o in g.objects(c) for k in g.subjects(c) for f in self.people.of(k)]
        return self._as(found, "who took the measure")

    def _shared(self, v: int, act: str) -> list[Found]:
        """Who did what the passive before it tells, in one row: `was detained in March and accused of`, `X was condemned and Y warned`."""
        g = self.g
        first = g.head[v]
        if g.dep[v] != "conj" or not g.is_verb(first) or not g.is_passive(first):
            return []
        own = g.child(v, "nsubjpass") is not None
        before = self.told(first)
        if before is None or nameless(before.actors) or (own and g.subjects(first)):
            return []
        alike = before.act == act or {before.act, act} <= HOSTILE | _IN_WORDS
        return self._as(before.actors, f"shared with {g.word[first]!r}") if alike else []

    def _where_said(self, v: int, act: str) -> list[Found]:
        """Whose capital or house a thing is said in: `In Moscow the reproaches were rejected`, `accused in Georgia of`."""
        g = self.g
        if act not in _IN_WORDS:
            return []
        top = g.first_verb(v)
        accused = act == "ACCUSE" and g.dep[v] == "acl"
        for p in g.all_children(top if not accused else v, "prep"):
            if g.lower[p] not in ("in", "at") or (p > v and not accused):
                continue
            for k in g.all_children(p, "pobj"):
                text = g.lemma[k] in nouns()["text"]
                house = [f for f in self.people.of(k, owner=text) if text or f.actor.kind in _HOUSES]
                if house:
                    return self._as(house[:1], f"it is said in {g.word[k]!r}")
                state = [f for f in self.people.host_state(k) if f.actor.country in self.people.two_states()]
                if state and not g.all_children(k, "relcl", "acl"):
                    return self._as(state[:1], f"it is said in {g.word[k]!r}")
        return []

    def _signatories(self, slots: Slots, before: list[Coded]) -> list[Found]:
        """The two who have come to terms with each other so far, else the two states that the text is about: `The accord signed in 1991`."""
        g = self.g
        texts = [o for o in slots.get("obj") if g.lemma[o] in nouns()["accords"]]
        if g.dep[slots.i] == "advcl":
            return []  # "the first meeting since the accord was signed"
        if not texts or any(g.lower[c] in _ANY for o in texts for c in g.all_children(o, "det")):
            return []
        return self._come_to_terms(slots.i, before)

    def _kept_by(self, v: int, held: list[int], before: list[Coded]) -> list[Found]:
        """Between whom a truce is that holds or begins: `A ceasefire will come into force on Tuesday`."""
        g, top = self.g, v
        while g.dep[top] == "xcomp" and g.head[top] != top:
            top = g.head[top]
        if g.dep[top] in _ASIDE or any(g.lemma[s] not in nouns()["accords"] for s in held):
            return []
        fought = any(one.act == "ASSAULT" and self._between_two(one) for one in before)
        return self._come_to_terms(v, before, states=fought)

    def _between_two(self, one: Coded) -> bool:
        """Whether an act is between the two states that the text is about."""
        return {f.actor.country for f in (*one.actors, *one.recipients)} == {*self.people.two_states()}

    def _come_to_terms(self, v: int, before: list[Coded], *, states: bool = True) -> list[Found]:
        """The two between whom most accords that the text has told of are, else the two `states` that it is about."""
        g = self.g
        told = Counter(frozenset(sides(one.actors)) for one in before if _agreed(one))
        pair, times = told.most_common(1)[0] if told else (frozenset[str](), 0)
        if 2 * times > told.total() > 0:
            one = next(one for one in before if _agreed(one) and pair == sides(one.actors))
            homes = [
                h if f.actor.sector in STATE and (h := self.people.home(f.actor)) else f.actor
                for f in one.actors
            ]
            why = f"the two of {g.word[one.trigger]!r} before"
            return [Found(a, f.token, f.span, why, False) for a, f in zip(homes, one.actors, strict=True)]
        return self._both(v) if states else []

    def _both(self, v: int) -> list[Found]:
        """The two states that the text is about, for what both do."""
        states = [s for c in self.people.two_states() if (s := knowledge_base().state(c)) is not None]
        why = "the two states that the text is about"
        return [Found(s, v, (self.g.start[v], self.g.end[v]), why, False) for s in states]

    def _freer(self, slots: Slots, before: list[Coded]) -> list[Found]:
        """The state that the text is about, for people who are freed of whom it is not told that anybody kidnapped them."""
        g, freed = self.g, slots.get("obj")
        if any((one.act, one.mode) == _ABDUCTED for one in before):
            return []
        words = {g.lemma[c] for o in freed for c in (o, *g.all_children(o, "acl", "relcl", "amod"))}
        if not freed or words & (nouns()["hostage"] | KIDNAPPED):
            return []
        v = slots.i
        return [
            Found(f.actor, v, (g.start[v], g.end[v]), f"no doer is named; {f.why}", False)
            for f in self.people.setting(dateline=False)[:1]
        ]

    def _dismisser(self, done_to: list[Found]) -> list[Found]:
        """The state whose official is dismissed: `The Peruvian police chief was sacked`."""
        homes = [(f, h) for f in done_to if f.actor.sector in STATE and (h := self.people.home(f.actor))]
        why = "nobody else dismisses its officials"
        return [Found(h, f.token, f.span, why, False) for f, h in homes[:1]]

    def _giver(self, slots: Slots) -> list[Found]:
        """Whose aid it is that was stopped: `European Union budget support for Addis Ababa, suspended in December`."""
        g = self.g
        aid = [o for o in slots.get("obj") if g.lemma[o] in nouns()["given"]]
        beside = [c for o in aid for c in g.all_children(o, "poss", "amod", "compound", "nmod")]
        found = [f for k in beside for f in self.people.of(k, owner=False)]
        return self._as(found, "whose aid it is")

    def _teller(self, kind: tuple[str, str | None], slots: Slots, done_to: list[Found]) -> list[Found]:
        """The state of the official who tells of a measure without saying whose it is, so of its own."""
        g, v = self.g, slots.i
        act, mode = kind
        statement = self.people.statement_at(g.start[v])
        speaker = statement.speaker if statement is not None else None
        if speaker is None or speaker.country is None or speaker.sector not in STATE:
            return []
        if act not in _MEASURES and mode != "investigate":
            return []
        if g.dep[v] == "acl" and g.lemma[g.verb_over(g.head[v])] in _JUDGING:
            return []  # "said it would oppose any sanctions imposed on Chad": by others
        if mode == "ceasefire" or (not done_to and (act == "SANCTION" or mode == "withhold")):
            return []  # "said that supplies had been cut off": by anybody
        there = [f.actor.country for k in slots.get("prep:in") for f in self.people.host_state(k)]
        if slots.get("prep:in") and {*there} != {speaker.country}:
            return []  # "said that a state of siege was declared in the former colony"
        touched = [*done_to, *(f for o in slots.get("obj") for f in self.people.of(o))]
        if act != "MOBILIZE" and any(f.actor.country == speaker.country for f in touched):
            return []  # "said that two of its diplomats had been expelled"
        if act == "MOBILIZE" and any(f.actor.country not in (None, speaker.country) for f in touched):
            return []
        if any(g.lemma[o] in nouns()["weapon_or_blast"] for o in slots.get("obj")):
            return []  # "the army said that a rocket had been fired"
        state = knowledge_base().state(speaker.country)
        why = f"told by {speaker.name}, of a measure of his own state"
        return [] if state is None else [Found(state, v, (g.start[v], g.end[v]), why, False)]


def _agreed(one: Coded) -> bool:
    """Whether two sides came to terms with each other by an act."""
    terms = one.act in ("SUPPORT", "AGREE") or (one.act, one.mode) == ("RETREAT", "ceasefire")
    return terms and not one.recipients and len(one.actors) == len(sides(one.actors)) == 2

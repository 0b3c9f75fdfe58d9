"""Parties that a phrase or a clause names below an act: in its object, its purpose or cause, in what it demands or promises."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from dragoman.coding.coded import Coded
from dragoman.coding.grounds import OWN_PEOPLE, WITHIN
from dragoman.coding.lexicon import PROMISES, Entry
from dragoman.coding.ontology import HOSTILE
from dragoman.coding.opponents import side, sides
from dragoman.coding.participants import Found, Participants, nouns, protests, unique, without
from dragoman.coding.roles import ARMED, Roles
from dragoman.coding.slots import Slots
from dragoman.language import Grammar

# Acts whose object may name the other party at any depth: `vetoed an aid package for Ukraine`.
_NAMING = frozenset(
    {
        "ACCUSE", "SUPPORT", "REJECT", "REQUEST", "THREATEN", "CONCEDE", "SANCTION", "AGREE", "AID", "COERCE", "RETREAT",
        "MOBILIZE", "ASSAULT",
    }
)  # fmt: skip
# What several parties sign or agree to, they do with each other.
_SHARED = frozenset({"SUPPORT", "AGREE"})
_FROM_AFAR = frozenset({"ACCUSE", "SUPPORT", "REJECT", "CONCEDE"})
# Those who fight their own state.
_REBELS = frozenset({"REB", "UAF"})
# Groups at home that a thing done by their state may name without being done to them: `a request to take refugees`.
BYSTANDERS = frozenset({"AGR", "BUS", "CVL", "EDU", "ELI", "MED", "REF", "SOC"})
_TOWARDS = frozenset(
    {
        "to", "for", "with", "from", "against", "on", "in", "of", "into", "between", "towards", "toward", "over", "at",
        "by", "among", "about",
    }
)  # fmt: skip
# Prepositions after which an act names no other party: planes over a country, an appeal against a third.
_ASIDE = {
    "MOBILIZE": frozenset({"over", "for", "by", "among"}),
    "REQUEST": frozenset({"against"}),
}
# Before a house of a state's these say where its protesters stand: `before the embassy`, `in front of it`.
_BEFORE_A_HOUSE = frozenset(
    {"before", "outside", "in", "at", "near", "around", "to", "toward", "towards", "on", "opposite"}
)
_PARTY = frozenset({"to", "for", "with", "from", "against", "on", "in", "of", "into", "between"})
_ABOUT = frozenset({"on", "over", "in", "at", "for", "about"})
_CONDITIONS = frozenset({"if", "unless", "until", "till"})
ActAt = Callable[[int], tuple[str, str | None] | None]


def in_protest(g: Grammar, i: int) -> bool:
    """Whether token `i` is the noun of `in protest (at)`: that is why something else is done, and no protest by itself."""
    return i > 0 and g.lower[i] == "protest" and g.lower[i - 1] == "in"


class Below:
    """Finds the parties that the words below acts name, in one doc."""

    def __init__(self, g: Grammar, people: Participants, roles: Roles, act_at: ActAt) -> None:
        self.g, self.people, self.roles = g, people, roles
        self.act_at = act_at  # act and mode that the word at a token denotes by itself

    def named(
        self,
        i: int,
        depth: int = 0,
        *,
        top: bool = False,
        own: Collection[str] = (),
        words: Collection[str] = _TOWARDS,
        aside: bool = False,
    ) -> list[Found]:
        """Parties that a phrase names: its owners first, then those after its prepositions, then below those.

        Those whose side is in `own` are passed over: `demanded higher prices for its gas from Brazil`. `words`: the prepositions to follow. `aside`: whom one talks with while one does it is no party, `voiced concern in a call with Merkel`.
        """
        g = self.g

        def others(found: list[Found]) -> list[Found]:
            return [
                f
                for f in found
                if side(f.actor) not in own and not (f.actor.sector in BYSTANDERS and f.actor.country in own)
            ]

        if not top:
            found = others(self.people.owner(i, inert=True))
            if found:
                return found
        topical = g.lemma[i] in nouns()["topical"]  # a conference on Syria is no act upon it
        ways = [
            k
            # "closer to the border", "islands close to the coast"
            for hub in (i, *(c for c in g.all_children(i, "advmod", "acomp", "amod") if c > i))
            for name, k in g.prepositions(hub)
            if name in words
            and not (topical and name in _ABOUT)
            and not (name in _ABOUT and g.lemma[k] in nouns()["grounds"])
            and not (
                aside
                and name in ("in", "at", "after", "during")
                and (self.act_at(k) or ("",))[0] == "CONSULT"
            )
            and not (name == "to" and g.lower[g.head[k] - 1] == "according")  # who tells it
        ]
        for k in ways:
            found = others(self.people.of(k, owner=False))
            if (
                not found
                and top
                and g.lower[g.head[k]] in ("to", "from")
                and g.lemma[i] in nouns()["addressing"]
            ):
                found = others(self.people.host_state(k))  # "protested to Canberra"
                if found:
                    return found
            if found and not (top and k in self.people.places and g.lower[g.head[k]] in ("in", "at")):
                return others([f for m in g.noun_conjuncts(k) for f in self.people.of(m, owner=False)])
        if depth < 2:
            inside = [c for c in g.children[i] if g.dep[c] in ("acl", "relcl") and g.is_verb(c)]
            if not top:  # "a ban on selling arms to Vietnam"
                inside += [c for c in g.complements(i) if g.dep[c] == "pcomp"]
            for c in inside:
                if g.lemma[c] in nouns()["telling"]:  # "rebels who Ankara says are armed by Damascus"
                    continue
                blamed = [f.actor.id for k in g.subjects(c) for f in self.people.of(k)]
                if own and blamed and {*blamed} <= {*own} and g.child(c, "mark") is not None:
                    continue  # "rejected claims that it had shelled Togo": no claim of Togo's
                decided = (
                    aside and g.lemma[i] in nouns()["summing"] and g.dep[c] == "acl" and g.tag[c] == "VB"
                )
                things = (
                    () if decided else g.objects(c)
                )  # "regretted the decision to expel two envoys of Chad"
                parties = [k for k in (*g.subjects(c), *things) if k != i]
                found = others([f for k in parties for f in self.people.of(k)])
                found = found or self.named(c, depth + 1, top=True, own=own, words=words)
                if found:
                    return found
            for k in ways:
                found = self.named(k, depth + 1, own=own, words=words)
                if found:
                    return found
        return []

    def _parties_in(self, i: int, depth: int, own: Collection[str] = ()) -> list[Found]:
        """Parties that a governed clause names: datives, objects, phrases on both, complements below.

        Those whose ids are in `own` are passed over.
        """
        g = self.g

        def others(tokens: list[int]) -> list[Found]:
            return [f for k in tokens for f in self.people.of(k) if f.actor.id not in own]

        for tokens in (g.datives(i), g.objects(i)):
            found = others(tokens)
            if found:
                return found
        subject = g.child(i, "nsubj")  # "will not allow [Chad's oil to flow] through its ports"
        found = others([subject]) if subject is not None and depth == 0 and g.dep[i] == "ccomp" else []
        if found:
            return found
        for k in (i, *g.objects(i)):
            ways = _PARTY - _ABOUT if g.lemma[k] in nouns()["topical"] else _PARTY
            for p in g.children[k]:
                if g.dep[p] in ("prep", "agent", "dative") and g.lower[p] in ways:
                    found = others([m for c in g.all_children(p, "pobj") for m in g.noun_conjuncts(c)])
                    if found:
                        return found
        if depth < 2:
            for c in g.children[i]:
                if g.dep[c] in ("xcomp", "advcl", "acl", "ccomp") and g.is_verb(c):
                    subject = g.child(c, "nsubj") if g.dep[c] == "ccomp" else None  # "help [Jordan cope]"
                    found = others([subject] if subject is not None else [])
                    found = found or self._parties_in(c, depth + 1, own)
                    if found:
                        return found
        return []

    def against(self, v: int) -> list[Found]:
        """Whom a protest is against, from its purpose or cause: `to protest against X's decision`, `in protest of`."""
        g = self.g
        for i in g.children[v]:
            if g.dep[i] in ("advcl", "xcomp") and g.is_verb(i):
                result = g.tag[i] == "VBG" and g.lemma[i] in protests()["resulting"]
                found = [] if result else self._parties_in(i, 0)
                if found:
                    return found
        bare = [k for k in range(v + 1, g.sents[g.sent[v]][1]) if in_protest(g, k)]
        for name, k in (*g.prepositions(v), *(("in", k) for k in bare)):
            if name == "in" and g.lemma[k] in ("protest", "demonstration", "response", "reaction"):
                found = [f for _, m in g.prepositions(k) for f in self.people.of(m) or self.named(m)]
            elif name == "to":  # "protested to Accra over the arrests"
                found = self.people.of(k, owner=False) if g.lemma[v] == "protest" else []
            elif name in ("over", "at", "against"):  # a war or law in a country is no act of it
                found = self.people.of(k) or self.named(k, words=_TOWARDS - WITHIN)
            elif name == "for" and g.lemma[k] in nouns()["leaving"]:
                found = self.named(k)  # "demonstrated for the departure of the Syrian troops"
            else:
                continue
            if found:
                return unique(found)
        for name, k in g.prepositions(v):  # "in front of the Chinese consulate"
            if name not in _BEFORE_A_HOUSE:
                continue
            told = (f for t in range(k, g.right[k] + 1) for f in self.people.of(t, owner=False))
            found = [f for f in told if f.actor.name.startswith(("Embassy of", "Consulate of"))]
            if found:
                return found[:1]
        return []

    def faced(self, v: int, actors: list[Found]) -> list[Found]:
        """Whom forces are moved against: `to hold off Boko Haram`, `facing the rebels`, `after a Russian drone crossed`."""
        g = self.g
        own = sides(actors)
        home = {f.actor.country for f in actors} - {None}
        clauses = g.all_children(v, "advcl", "xcomp")
        for c in clauses:
            if not g.is_verb(c) or g.lemma[c] in nouns()["protecting"] or g.all_children(c, "mark", "nsubj"):
                continue
            found = [f for k in g.objects(c) for f in self.people.of(k) if side(f.actor) not in own]
            if found:
                return unique(found)
        for c in clauses:  # what the other party did is what they are moved for
            if any(g.lower[m] in ("as", "after") for m in g.all_children(c, "mark", "prep", "advmod")):
                found = [f for s in g.subjects(c) for f in self.people.of(s)]
                hostile = (self.act_at(c) or ("",))[0] in HOSTILE and not g.is_passive(c)
                if found and (hostile or all(not f.direct or f.actor.sector in ARMED for f in found)):
                    return [f for f in unique(found) if f.actor.country not in home]
        for name, k in g.prepositions(v):
            if name in ("after", "as", "over", "following") or (
                name == "in" and g.lemma[k] in ("response", "reaction")
            ):
                found = self.named(k, own=own)
                if found:
                    return found
        return []

    def of_object(self, slots: Slots, actors: list[Found], act: str) -> list[Found]:
        """The party that the object of an act names within its phrase, when its slots name none."""
        g, own = self.g, sides(actors)
        several = own if act == "SUPPORT" else {f.actor.country for f in actors} - {None}
        if act not in _NAMING or (act in _SHARED and len(several) > 1):
            return []
        if act == "RETREAT":  # what one gives up at home is given to nobody
            own |= {f.actor.country for f in actors if f.actor.country is not None}
        words = _TOWARDS - _ASIDE.get(act, frozenset())
        for i in (*slots.get("obj"), *(() if act == "ASSAULT" else (slots.i,))):
            found = self.named(i, top=i == slots.i, own=own, words=words, aside=act == "ACCUSE")
            if act == "SUPPORT" and i == slots.i:
                found = [f for f in found if f.token > i]  # "In New York, the Secretary-General welcomed"
            # "condemned from Madrid the killing", but "jets attacked infiltrators from Pakistan"
            if act in _FROM_AFAR and i == slots.i and g.lemma[i] != "attack":
                found = [f for f in found if not self._whence(f.token)]
            if found:
                return unique(found)
        if act == "ACCUSE":  # "denounced the deployment as a provocation by the South"
            whose = [k for m in slots.get("prep:as") for k in g.prep_objects(m, "by")]
            found = [f for k in whose for f in self.people.of(k) if side(f.actor) not in own]
            if found:
                return unique(found)
        if act == "AGREE":  # "agreed to dismantle the site after talks with the South Korean president"
            for name, k in (pair for i in (slots.i, *slots.get("comp")) for pair in g.prepositions(i)):
                if name in ("after", "in", "at", "during") and (self.act_at(k) or ("",))[0] == "CONSULT":
                    found = self.named(k, own=own)
                    if found:
                        return unique(found)
        return []

    def _whence(self, k: int) -> bool:
        """Whether a place is where something is said: `from Madrid`, `in Geneva`."""
        return k in self.people.places and self.g.lower[self.g.head[k]] in ("from", "in", "at")

    def on_condition(self, slots: Slots, actors: list[Found]) -> list[Found]:
        """Who has to do or leave something lest a threat come true or a refusal stay: `would cut its aid unless Kabul signed`."""
        g, own = self.g, sides(actors)
        for top in (*slots.get("comp"), slots.i):
            for clause in g.all_children(top, "advcl"):
                if not any(g.lower[m] in _CONDITIONS for m in g.all_children(clause, "mark")):
                    continue
                told = [f for s in g.subjects(clause) for f in self.people.of(s)]
                found = [f for f in told if side(f.actor) not in own]
                if found:
                    return unique(found)
        return []

    def governed(self, slots: Slots, inner: Coded | None, entry: Entry, actors: list[Found]) -> list[Found]:
        """Whom a governing act is directed at, when its own slots do not say: the governed clause tells."""
        if entry.governs == "request" and self._addressed(slots):
            return []  # "urged donors to help Liberians"
        countries = {f.actor.country for f in actors} - {None}
        if entry.governs in PROMISES and len(countries) > 1:
            return []  # what several agree upon, they promise each other
        own = {f.actor.id for f in actors}
        home_sides = sides(actors)
        last: list[Found] = []
        for found in self._below(slots, inner, entry, own):
            others = without(found, actors)
            if entry.governs == "reject":  # what one's own president is asked is not refused to him
                let = {f.actor.id for f in self._permitted(slots)}
                others = [f for f in others if side(f.actor) not in home_sides or f.actor.id in let]
            if entry.governs == "threaten":  # "warned that the United States would cut its aid": it threatens
                others = [f for f in others if side(f.actor) not in home_sides]
            if entry.governs in PROMISES:  # one's own troops are no party to the promise to move them
                home = {f.actor.country for f in actors} - {None}
                others = [f for f in others if f.actor.country not in home or self._rivals(f, actors)]
            if entry.governs == "request":  # "sought Chad's support for Niger's bid" of one's own state last
                strangers = [f for f in others if side(f.actor) not in home_sides]
                last, others = last or others, strangers
            if others:
                return others
        return last

    def _permitted(self, slots: Slots) -> list[Found]:
        """Who asks leave for what: `refused to let [the president] travel`."""
        g = self.g
        return [
            f
            for i in slots.get("comp")
            if g.lemma[i] in nouns()["permitting"]
            for k in (*g.objects(i), *(s for c in g.complements(i) for s in g.subjects(c)))
            if k > i
            for f in self.people.of(k, owner=False)
        ]

    def _rivals(self, f: Found, actors: list[Found]) -> bool:
        """Whether a party fights the actors at home: rebels and their government."""
        fight = {f.actor.sector in _REBELS, *(a.actor.sector in _REBELS for a in actors)}
        armed = f.actor.sector in _REBELS or f.actor.sector == "GOV" or f.actor.kind == "state"
        return armed and len(fight) > 1

    def _addressed(self, slots: Slots) -> bool:
        """Whether a demand is put to people of whom no more is told: `the world community`, `donors`."""
        asked = [i for name in ("obj", "iobj", "prep:to", "prep:on") for i in slots.get(name)]
        return any(self.g.lemma[i] in nouns()["addressee"] for i in asked)

    def _below(
        self, slots: Slots, inner: Coded | None, entry: Entry, own: Collection[str]
    ) -> Iterator[list[Found]]:
        """Parties that a governed clause may name, the surest first."""
        g = self.g
        if entry.governs == "reject":
            yield self._permitted(slots)
        for i in slots.get("comp"):
            if entry.governs == "request":
                # Subject of the demanded clause: "demanded that the US match ..."
                subject = g.child(i, "nsubj", "nsubjpass")
                if subject is not None:
                    yield self.people.of(subject)
        if inner is not None:
            doers = [f for f in inner.actors if not f.unknown_attacker and f.direct]
            refused = entry.governs == "reject" and inner.act in ("REQUEST", "AGREE", "ACCUSE", "THREATEN")
            told = [f for f in inner.recipients if f.why != OWN_PEOPLE]  # "that the guilty be tried"
            doing = inner.actors if told == inner.recipients else [f for f in inner.actors if f.direct]
            yield (doers if refused or entry.governs == "request" else []) or told or doing
        if entry.governs in PROMISES and slots.get("comp"):  # "promised Beijing to close the office"
            yield [f for i in slots.get("obj") for f in self.people.of(i, owner=False)]
        for name in ("prep:from", "prep:to", "prep:on", "prep:with", "prep:against", "prep:for", "prep:by"):
            yield self.roles.in_slot(slots, name, entry)
        for i in slots.get("obj"):
            yield self.people.owner(i)
            for name in ("with", "to", "from", "on", "against", "for", "in", "by", "of"):
                if name in _ASIDE.get(entry.act, ()):
                    continue
                found = [f for k in g.prep_objects(i, name) for f in self.people.of(k)]
                if found:
                    yield found
                    break
        for i in slots.get("comp"):
            yield self._parties_in(i, 0, own)

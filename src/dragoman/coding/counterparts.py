"""Whom an act touches, where the slots of its entry do not say: its other party.

Everything is taken from the clause of the act, from the clause it governs or is governed by, from the place
where it was done, or, for a pronoun, from the sentence before; never from another part of the story.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace

from dragoman.coding.coded import Coded
from dragoman.coding.keepers import keepers
from dragoman.coding.lexicon import PROMISES, Entry
from dragoman.coding.ontology import HOSTILE
from dragoman.coding.opponents import STATE, Opponents, side, sides
from dragoman.coding.participants import (
    UNKNOWN_ATTACKER,
    Found,
    Participants,
    each_other,
    nameless,
    nouns,
    protests,
    unique,
    without,
)
from dragoman.coding.roles import ARMED, AUTHORITY, Roles
from dragoman.coding.slots import Slots
from dragoman.language import Grammar
from dragoman.schema import Actor

# Acts whose object may name the other party at any depth: `vetoed an aid package for Ukraine`.
NAMING = frozenset(
    {
        "ACCUSE", "SUPPORT", "REJECT", "REQUEST", "THREATEN", "CONCEDE", "SANCTION", "AGREE", "AID", "COERCE", "RETREAT",
        "MOBILIZE", "ASSAULT",
    }
)  # fmt: skip
# What several parties sign or agree to, they do with each other.
SHARED = frozenset({"SUPPORT", "AGREE"})
# Acts that a party without another one does to its own people: arrests, a curfew, a riot.
DOMESTIC = frozenset({"COERCE", "PROTEST"})
# Why the actors' own people are whom an act touches.
OWN_PEOPLE = "nobody else is named: the actor's own people"
# Acts that touch the state where they are done, when they name nobody.
AT_HOME = frozenset({"PROTEST", "MOBILIZE", "COERCE", "CONCEDE", "THREATEN", "AID", "RETREAT", "ASSAULT"})
# Acts whose object, if it is no thing said or planned, is a party even as a pronoun: `threatened it with war`.
DIRECTED = frozenset({"ACCUSE", "REQUEST", "THREATEN", "SANCTION", "ASSAULT", "COERCE", "AID"})
# Acts done to whoever holds the people that they name: `demanded the release of those jailed in Eritrea`.
KEPT = frozenset({"REQUEST", "ACCUSE", "REJECT"})
# Acts that a state does to others, not to itself; of these, those that give something of one's own; who acts for a state.
OUTWARD = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT", "SUPPORT", "AID", "AGREE", "CONCEDE"})
_GIVING = frozenset({"SUPPORT", "AID", "AGREE", "CONCEDE"})
_FROM_AFAR = frozenset({"ACCUSE", "SUPPORT", "REJECT", "CONCEDE"})
_SERVING = frozenset({"GOV", "MIL", "COP", "SPY"})
# Acts in words that several may do to one another: `traded accusations`.
VERBAL_BLOWS = frozenset({"ACCUSE", "THREATEN", "SUPPORT"})
# Those who fight their own state.
REBELS = frozenset({"REB", "UAF"})
# Forces that hurt people of their own country, if nothing else says so.
HOME_FORCES = frozenset({"COP", "REB", "PRM", "OPP", "CRM"})
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
_WITHIN = frozenset({"in", "near", "outside", "inside", "at", "around", "across", "over"})
_PARTY = frozenset({"to", "for", "with", "from", "against", "on", "in", "of", "into", "between"})
_PARTIES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "dative", "conj"})
_ABOUT = frozenset({"on", "over", "in", "at", "for", "about"})
_HIM = frozenset({"him", "her", "them"})
_CONDITIONS = frozenset({"if", "unless", "until", "till"})
ActAt = Callable[[int], tuple[str, str | None] | None]


def in_protest(g: Grammar, i: int) -> bool:
    """Whether token `i` is the noun of `in protest (at)`: that is why something else is done, and no protest by itself."""
    return i > 0 and g.lower[i] == "protest" and g.lower[i - 1] == "in"


@dataclass(frozen=True, slots=True)
class Deed:
    """An act whose other party is sought: its slots, entry and code, who did it, the act that it governs.

    `clause` is the verb that tells it, `None` where a noun tells it that no verb carries.
    """

    slots: Slots
    entry: Entry
    act: str
    mode: str | None
    actors: list[Found]
    clause: int | None
    inner: Coded | None = None

    @property
    def verbal(self) -> bool:
        """Whether a verb tells it, not a noun."""
        return self.clause == self.slots.i


class Counterparts:
    """Finds the other party to acts in one doc."""

    def __init__(self, g: Grammar, people: Participants, roles: Roles, act_at: ActAt) -> None:
        self.g = g
        self.people = people
        self.roles = roles
        self.opponents = Opponents(g, people)
        self.act_at = act_at  # act and mode that the word at a token denotes by itself

    def named(self, deed: Deed, found: list[Found]) -> list[Found]:
        """Whom an act touches by what its sentence says: those `found` in its slots, or whoever is named otherwise."""
        whom = dict.fromkeys(("obj", *deed.entry.frame.recipient))
        mutual = any(each_other(self.g, i) for name in whom for i in deed.slots.get(name))
        mutual = (mutual and not deed.entry.frame.reciprocal) or self._exchanged(deed)
        if mutual:
            return [replace(f, why=f"{f.why}; to one another") for f in deed.actors]
        found = self._but_oneself(found, deed)
        if not found or all(f.token in self.people.places for f in found):
            found = self._wanted(deed) or found
        if deed.act == "ASSAULT" and all(f.token in self.people.places for f in found):
            found = self._holders(deed) or found
        if found and deed.act in ("ASSAULT", "COERCE"):
            found = [self.opponents.foe(f, deed.actors) for f in found]
        if found and deed.act in ("SUPPORT", "AID"):
            found = [self.opponents.backed(f, deed.slots.i, deed.actors) for f in found]
        found = found or next(
            (told for way in self._ways(deed) if (told := self._but_oneself(way, deed))), []
        )
        if deed.act == "ASSAULT":
            found = self._others_things(found, deed)
        if self.g.lemma[deed.slots.i] in nouns()["authoring"]:
            found = [f for f in found if not self._where_signed(f)]
        if (
            deed.act == "THREATEN" and "comp-subj" not in deed.entry.frame.recipient
        ):  # "warned that the Union would freeze its aid": who would do it is not threatened
            addressed = set(deed.slots.get("obj"))  # "warned Greece from touching the islands"
            would = {s for c in deed.slots.get("comp") for s in self.g.subjects(c)} - addressed
            found = [f for f in found if f.token not in would]
        if (deed.act, deed.mode) == ("SANCTION", "expel"):
            found = [f for f in found if not self._seemingly_own(f, deed)]
        if (deed.act, deed.mode) == ("SANCTION", "withdraw"):
            found = self._posted(found, deed)
        if deed.act in KEPT:
            found = keepers(self.g, self.people, found, deed.actors, deed.act, self._own_words(deed))
        return found

    def _where_signed(self, f: Found) -> bool:
        """Whether only the place names a state where a text is dealt with: `signed in the Saudi capital an accord`."""
        g = self.g
        where = g.head[f.token]
        return (
            g.lemma[where] in nouns()["locality"]
            and g.dep[where] == "pobj"
            and g.lower[g.head[where]] in ("in", "at")
            and g.is_verb(g.head[g.head[where]])
        )

    def _but_oneself(self, found: list[Found], deed: Deed) -> list[Found]:
        """Parties without the state or body that the doers themselves act for: `voiced the support of Accra`, `invited him to Kenya`.

        That an official of a body acts for a body that the clause names is told by how: he gives what is its own, or
        says what it will do.
        """
        if deed.act not in OUTWARD or deed.mode == "investigate" or not deed.actors:
            return found
        if all(f.actor.sector in _SERVING for f in deed.actors):
            home = {f.actor.country for f in deed.actors}
            return [f for f in found if f.actor.kind != "state" or f.actor.country not in home]
        if all(f.actor.sector == "IGO" and f.actor.kind == "person" for f in deed.actors):
            doing = {s for c in deed.slots.get("comp") for s in self.g.subjects(c)}
            return [
                f for f in found if f.actor.sector != "IGO" or not (f.token in doing or self._gives(f, deed))
            ]
        return found

    def _gives(self, f: Found, deed: Deed) -> bool:
        """Whether a body is whose the thing is that one gives: `offered the help of the United Nations`."""
        g = self.g
        owned = g.head[g.head[f.token]] if g.dep[f.token] == "pobj" else -1
        return g.lower[g.head[f.token]] == "of" and owned in deed.slots.get("obj") and deed.act in _GIVING

    def _holders(self, deed: Deed) -> list[Found]:
        """Those who have the place that is hit: `rebel-held villages`, `a town held by M23`, `Gao, their stronghold`."""
        g, people, own = self.g, self.people, sides(deed.actors)
        out: list[Found] = []
        for i in (k for name in ("obj", *deed.entry.frame.recipient) for k in deed.slots.get(name)):
            for c in g.children[i]:
                if g.lemma[c] in nouns()["held_by"] and g.tag[c] == "VBN":
                    beside = g.all_children(c, "npadvmod", "compound", "nmod", "amod")
                    out += [f for k in (*beside, *g.subjects(c)) if k != i for f in people.of(k, owner=False)]
                elif g.dep[c] == "appos" and g.lemma[c] in nouns()["bastion"]:
                    out += people.owner(c)
        return [f for f in unique(out) if side(f.actor) not in own]

    def _own_words(self, deed: Deed) -> set[int]:
        """The nouns by which an act is told: `launched a fierce [attack] on Germany`."""
        slots = deed.slots
        rest = slots.sense.rest if slots.sense is not None else ()
        return {slots.i, *(o for o in slots.get("obj") if self.g.lemma[o] in rest)}

    def _seemingly_own(self, f: Found, deed: Deed) -> bool:
        """Whether people who are sent out seem to be of who sends them out, by a pronoun: `accused Iran and told [its] envoys to leave`."""
        home = {a.actor.country for a in deed.actors}
        pronoun = any(self.g.tag[k] == "PRP$" for k in self.g.all_children(f.token, "poss"))
        return pronoun and f.actor.country in home and deed.verbal

    def _posted(self, found: list[Found], deed: Deed) -> list[Found]:
        """Those whom the recall of an envoy touches: not the envoy, but where he is posted: `its ambassador in Tel Aviv, X`."""
        home = {f.actor.country for f in deed.actors} - {None}
        others = [f for f in found if f.actor.country not in home]
        if others or not home:
            return others or found
        g = self.g
        away = g.prep_objects(deed.slots.i, "from", "out", "of") if deed.verbal else []
        for o in (*deed.slots.get("obj"), *away):  # "pulled its envoy out of Berlin"
            for k in range(o, g.right[o] + 1):
                host = self.people.host_state(k)
                if host and host[0].actor.country not in home:
                    return host[:1]
        return others

    def _others_things(self, found: list[Found], deed: Deed) -> list[Found]:
        """Whose a thing is that is hit, if its pronoun seems to be the doer: `killed ten men and burned [their] houses`."""
        g, v = self.g, deed.slots.i
        own = sides(deed.actors)
        mine = [f for f in found if g.tag[f.token] == "PRP$" and not f.direct and side(f.actor) in own]
        if not mine or len(mine) < len(found) or g.dep[v] != "conj":
            return found
        before = [f for k in g.objects(g.head[v]) for f in self.people.of(k)]
        return [f for f in unique(before) if f.actor.id not in {a.actor.id for a in deed.actors}] or found

    def _exchanged(self, deed: Deed) -> bool:
        """Whether several states say of each other what they `exchange`, `trade` or `swap`."""
        g, i = self.g, deed.slots.i
        several = len({f.actor.country for f in deed.actors}) > 1 and not deed.entry.frame.reciprocal
        return several and deed.act in VERBAL_BLOWS and g.lemma[i] in nouns()["exchanging"]

    def _wanted(self, deed: Deed) -> list[Found]:
        """Whom a demand or protest is to move, which a slot may give but the place of."""
        inner = deed.inner
        if deed.act == "REQUEST" and inner is not None and (inner.act, inner.mode) == ("RETREAT", "withdraw"):
            return without([f for f in inner.actors if f.direct], deed.actors)  # "of X's troops from Y"
        if deed.act == "PROTEST" and deed.clause is not None:
            return without(self.against(deed.clause), deed.actors)
        return []

    def _ways(self, deed: Deed) -> Iterator[list[Found]]:
        """Those whom the sentence may name outside the slots of the entry, the surest first."""
        slots, entry, act, actors = deed.slots, deed.entry, deed.act, deed.actors
        invited = act == "AGREE" and "obj" in entry.frame.recipient  # "invited him to Kenya"
        pronoun = invited or (act in DIRECTED and (act != "ACCUSE" or deed.mode == "allege"))
        mutual = entry.frame.reciprocal
        if act == "SUPPORT" and any(self.g.lower[o] in _HIM for o in slots.get("obj")):
            yield self.antecedents(slots, entry, actors)  # "thanked him for the meeting" thanks nobody else
            return
        given = (o for name in ("iobj", "prep:to") for o in slots.get(name))
        pronoun = pronoun or (act in _GIVING and any(self.g.lower[o] in _HIM for o in given))
        if deed.verbal and pronoun and not mutual:
            yield self.antecedents(slots, entry, actors)
        if act == "THREATEN":
            yield self.on_condition(slots, actors)
        if entry.governs and not mutual:
            yield self.recipients_below(slots, deed.inner, entry, actors)
        if (act == "ASSAULT" and not (mutual and len(sides(actors)) > 1)) or (
            act == "COERCE" and deed.verbal and "obj" in entry.frame.recipient
        ):
            yield self.place_of_object(slots)
            if (
                act == "ASSAULT" or not actors
            ):  # whom a state's own men arrest is of that state wherever else something happens
                yield self.victims(entry, slots, actors)
        if act == "ASSAULT" and not mutual:
            shots = all(self.g.lemma[o] in nouns()["shots"] for o in slots.get("obj"))
            if (
                deed.verbal and shots
            ):  # "the army attacked after rebels shot at a bus", "opened fire to disperse a crowd"
                yield self.faced(slots.i, actors)
            if deed.verbal:
                yield self.opponents.complaining(slots.i, actors)
        if deed.clause is None or mutual:
            return
        if act == "MOBILIZE" and deed.verbal:
            yield self.abroad(self.place_of_object(slots, over=False), actors)
        yield self.other_party(slots, actors, act)
        if act == "REJECT":
            yield self.on_condition(slots, actors)
        if act == "MOBILIZE":
            yield self.faced(deed.clause, actors)

    def at_home(self, deed: Deed) -> list[Found]:
        """Whom an act touches that names nobody: the state where it is done, else the actors' own people."""
        if deed.entry.frame.reciprocal:
            return []
        found = self.where_done(deed.slots, deed.actors, deed.act) if deed.act in AT_HOME else []
        if deed.verbal and deed.act == "ACCUSE" and self._somebody(deed.slots):
            return []
        domestic = deed.act == "THREATEN" and deed.inner is not None and deed.inner.act == "COERCE"
        act = "COERCE" if domestic else deed.act  # "is prepared to impose martial law"
        return found or self.own_people(deed.entry, deed.actors, act, deed.mode)

    def _somebody(self, slots: Slots) -> bool:
        """Whether somebody is blamed of whom nothing is known: `accused him of lying`, but `accused 14 people`."""
        g = self.g
        blamed = slots.get("obj") if g.lemma[slots.i] in nouns()["accusing"] else []
        return bool(blamed) and not any(
            g.lemma[i] in nouns()["victim"] or g.child(i, "nummod") is not None for i in blamed
        )

    def antecedents(self, slots: Slots, entry: Entry, actors: list[Found]) -> list[Found]:
        """Whom `it` or `them` stands for in a recipient's slot, when nothing has told: the party named last but the doer.

        An object pronoun never stands for the subject of its own clause (`Tehran ... Washington threatened it`).
        """
        g = self.g
        for name in entry.frame.recipient:
            for i in slots.get(name):
                if g.lower[i] in ("him", "her") and g.dep[i] in ("dobj", "dative", "pobj", "nsubj"):
                    return self._person_before(i, actors)
                if g.lower[i] in ("it", "them") and self.people.mentions.headed(i) is None:
                    thing = self._thing_before(i, actors) if entry.act == "ASSAULT" else []
                    return thing or self._party_before(i, actors, several=g.lower[i] == "them")
        return []

    def _person_before(self, i: int, but: list[Found]) -> list[Found]:
        """The one person beside those of `but` whom the sentence names before token `i`: `met Xi, urging him to`."""
        g = self.g
        first = g.sents[g.sent[i]][0]
        known = {f.actor.id for f in but}
        persons = {
            a.id: a
            for m in self.people.mentions.items
            if first <= m.first < i and len(m.actors) == 1
            for a in m.actors
            if a.kind == "person" and a.id not in known
        }
        if len(persons) != 1:
            return []
        (person,) = persons.values()
        why = f"{g.word[i]!r} is {person.name}, the other person of the sentence"
        return [Found(person, i, (g.start[i], g.end[i]), why, False)]

    def _thing_before(self, i: int, but: list[Found]) -> list[Found]:
        """Whose the thing is that a pronoun takes up, the subject before it: `a Syrian jet strayed in; Israel shot [it] down`."""
        g, own = self.g, sides(but)
        tag = "NNS" if g.lower[i] == "them" else "NN"
        floor = g.sents[max(0, g.sent[i] - 1)][0]
        for k in range(i - 1, floor - 1, -1):
            if g.dep[k] in ("nsubj", "nsubjpass") and g.tag[k] == tag and g.pos[k] == "NOUN":
                found = [f for f in self.people.of(k) if side(f.actor) not in own]
                if found:
                    return [
                        replace(f, token=i, why=f"{g.word[i]!r} is {g.word[k]!r}; {f.why}") for f in found
                    ]
        return []

    def _party_before(self, i: int, but: list[Found], *, several: bool) -> list[Found]:
        """The last party named before token `i` in its sentence or the one before, those of `but` passed over."""
        g = self.g
        own = sides(but)
        floor = g.sents[max(0, g.sent[i] - 1)][0]
        best: list[Found] = []
        for m in reversed(self.people.mentions.items):
            if m.first >= i or len(m.actors) != 1:
                continue
            if m.first < floor or (best and g.sent[m.head] != g.sent[best[0].token]):
                break
            a = m.actors[0]
            plural = g.tag[m.head] in ("NNS", "NNPS")
            if side(a) in own or m.locative or m.via == "demonym":
                continue
            if a.kind in ("person", "media") or plural != several or g.dep[m.head] not in _PARTIES:
                continue
            found = Found(
                a, i, (g.start[i], g.end[i]), f"{g.word[i]!r} is {a.name}, the other party named", False
            )
            if g.dep[m.head] in ("nsubj", "nsubjpass"):
                return [found]
            best = best or [found]
        return best

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
                found = [f for _, m in g.prepositions(k) for f in self.people.of(m) or self.named_below(m)]
            elif name == "to":  # "protested to Accra over the arrests"
                found = self.people.of(k, owner=False) if g.lemma[v] == "protest" else []
            elif name in ("over", "at", "against"):  # a war or law in a country is no act of it
                found = self.people.of(k) or self.named_below(k, words=_TOWARDS - _WITHIN)
            elif name == "for" and g.lemma[k] in nouns()["leaving"]:
                found = self.named_below(k)  # "demonstrated for the departure of the Syrian troops"
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
                found = self.named_below(k, own=own)
                if found:
                    return found
        return []

    def other_party(self, slots: Slots, actors: list[Found], act: str) -> list[Found]:
        """The party that the object of an act names within its phrase, when its slots name none."""
        g, own = self.g, sides(actors)
        several = own if act == "SUPPORT" else {f.actor.country for f in actors} - {None}
        if act not in NAMING or (act in SHARED and len(several) > 1):
            return []
        if act == "RETREAT":  # what one gives up at home is given to nobody
            own |= {f.actor.country for f in actors if f.actor.country is not None}
        words = _TOWARDS - _ASIDE.get(act, frozenset())
        for i in (*slots.get("obj"), *(() if act == "ASSAULT" else (slots.i,))):
            found = self.named_below(i, top=i == slots.i, own=own, words=words, aside=act == "ACCUSE")
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
                    found = self.named_below(k, own=own)
                    if found:
                        return unique(found)
        return []

    def _whence(self, k: int) -> bool:
        """Whether a place is where something is said: `from Madrid`, `in Geneva`."""
        return k in self.people.places and self.g.lower[self.g.head[k]] in ("from", "in", "at")

    def named_below(
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
            and g.lemma[k] not in nouns()["grounds"]
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
                decided = (
                    aside and g.lemma[i] in nouns()["summing"] and g.dep[c] == "acl" and g.tag[c] == "VB"
                )
                things = (
                    () if decided else g.objects(c)
                )  # "regretted the decision to expel two envoys of Chad"
                parties = [k for k in (*g.subjects(c), *things) if k != i]
                found = others([f for k in parties for f in self.people.of(k)])
                found = found or self.named_below(c, depth + 1, top=True, own=own, words=words)
                if found:
                    return found
            for k in ways:
                found = self.named_below(k, depth + 1, own=own, words=words)
                if found:
                    return found
        return []

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

    def recipients_below(
        self, slots: Slots, inner: Coded | None, entry: Entry, actors: list[Found]
    ) -> list[Found]:
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
        fight = {f.actor.sector in REBELS, *(a.actor.sector in REBELS for a in actors)}
        armed = f.actor.sector in REBELS or f.actor.sector == "GOV" or f.actor.kind == "state"
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
            doers = [f for f in inner.actors if f.actor.id != UNKNOWN_ATTACKER.id and f.direct]
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

    def own_people(self, entry: Entry, actors: list[Found], act: str, mode: str | None) -> list[Found]:
        """The people of the actors' own country, for acts that touch those at home when nobody else is named.

        These are the acts of authority, and the entries that name `home` among their recipients.
        """
        homes = {f.actor.country for f in actors}
        at_home = act in DOMESTIC or (act, mode) in AUTHORITY or "home" in entry.frame.recipient
        if len(homes) != 1 or not at_home:
            return []
        state = self.people.home(actors[0].actor)
        if state is None:
            return []
        if act == "PROTEST":
            return self.government(actors)
        f = actors[0]
        people = Actor(
            id=f"{state.id}-people", name=f"{self.people.demonym(state.country)} people".strip(),
            kind="population", country=state.country, sector="CVL",
        )  # fmt: skip
        return [Found(people, f.token, f.span, OWN_PEOPLE, False)]

    def government(self, actors: list[Found]) -> list[Found]:
        """The state of those who protest, whose own government a protest addresses if nobody else is named."""
        state = self.people.home(actors[0].actor)
        if state is None:
            return []
        f = actors[0]
        return [Found(state, f.token, f.span, "a protest addresses the protesters' own government", False)]

    def place_of_object(self, slots: Slots, *, over: bool = True) -> list[Found]:
        """The state in which what was hit lies: `shelled positions in Syria`, `attacked a village in Mali`."""
        g = self.g
        hit = (*slots.get("obj"), slots.i, *(k for p in ("into", "on", "at") for k in slots.get(f"prep:{p}")))
        if not g.is_verb(slots.i):  # "the shelling of the town of Abyei", "a raid against a base in Hama"
            hit = (*slots.get("prep:of"), *slots.get("prep:against"), *slots.get("prep:at"), *hit)
        for i in (i for i in hit if g.lemma[i] not in nouns()["grounds"]):
            if not g.is_verb(slots.i) and i != slots.i and i in self.people.places:
                return self.people.host_state(i)
            for name, k in g.prepositions(i):
                if name not in _WITHIN or (name == "over" and not over):
                    continue
                found = self.people.host_state(k) or self.people.of(k, owner=False)
                found = found or [f for m in g.prep_objects(k, "of") for f in self.people.host_state(m)]
                if found:
                    return found[:1]
            if g.lemma[i] in nouns()["ground"]:  # "the town of Halabja", "Israeli towns"
                of = g.prep_objects(i, "of")
                found = [f for k in of for f in self.people.host_state(k) or self.people.of(k, owner=False)]
                near = g.all_children(i, "amod", "compound", "poss", "nmod")
                found = found or [f for k in near for f in self.people.of(k, owner=False)]
                if found:
                    return found[:1]
        if any(g.lemma[i] in nouns()["settlement"] for i in slots.get("obj")):
            return self.people.where(slots.i)[:1]  # "pulled back from Kherson. They shelled the city"
        return []

    def where_done(self, slots: Slots, actors: list[Found], act: str) -> list[Found]:
        """Whom an act without an object touches: the state where it is done, for a protest its own government.

        Source: PLOVER gold records, where `threatened a curfew in Algiers` has Algeria on both sides.
        """
        g = self.g
        leading = (
            c for o in slots.get("obj") for c in g.all_children(o, "acl")
        )  # "lines leading into Kabul"
        bound = self._bound(slots.i) if act == "AID" else []
        within = ("in", "at", "on", "near", "into", "across", "against", "over", "for", "of")
        if act == "COERCE":  # "arrested 39 people on charges of spying for Iran"
            within = tuple(w for w in within if w not in ("against", "for", "of"))
        for i in (slots.i, *slots.get("obj"), *leading):
            for k in (
                *g.prep_objects(i, *within),
                *(bound if i == slots.i else ()),
            ):
                found = [] if self.people.elsewhere(slots.i, k) else self.people.host_state(k)
                if k in bound and not found:
                    found = [f for f in self.people.of(k, owner=False) if f.actor.kind == "state"]
                if found:
                    blow = act in ("ASSAULT", "COERCE")  # of rebels, on the state that they are in
                    countries = {
                        f.actor.country for f in actors if not blow or f.actor.sector in (None, *STATE)
                    }
                    # A state does not do to itself what it does in its own capital; its people do.
                    own = found[0].actor.country in countries
                    if act == "PROTEST" or not own or act in ("CONCEDE", "THREATEN"):
                        return found[:1]
        return []

    def _bound(self, v: int) -> list[int]:
        """Where a carrier goes that its participle tells the load of: `a plane carrying medicines landed in Beirut`."""
        g = self.g
        n = g.head[v]
        if g.dep[v] != "acl" or g.dep[n] != "nsubj" or not g.is_verb(g.head[n]):
            return []
        return g.prep_objects(g.head[n], "to", "for", "in", "at", "into")

    def abroad(self, found: list[Found], actors: list[Found]) -> list[Found]:
        """Those of some parties who are of another country than the actors."""
        home = {f.actor.country for f in actors}
        return [f for f in found if f.actor.country not in home]

    def victims(self, entry: Entry, slots: Slots, actors: list[Found]) -> list[Found]:
        """Those hurt or hit in the clause, whom no actor phrase names, belong to the place that the sentence names.

        Where none is named, those whom a country's police, rebels or militias hurt are its people.
        """
        g = self.g
        hit = slots.get(
            "subj" if entry.frame.recipient == ("subj",) else "obj"
        )  # "nine people died in the raid"
        hurt = [i for i in hit if g.lemma[i] in nouns()["victim"] or g.pos[i] == "NUM"]
        if not hurt:
            strange = nouns()["weapon_or_blast"] | nouns()["stranger"]
            doers = slots.get("subj")
            if (doers or g.is_passive(slots.i)) and all(g.lemma[s] in strange for s in doers):
                # "a bomb went off outside a mosque in Quetta"; "a police station was set ablaze"
                return self.people.where(slots.i, back=0)[:1] or self._set_in(slots.i)
            return []
        found = self.people.where(slots.i)[:1]
        if not found and nameless(actors):
            return self._set_in(slots.i)
        if found or any(f.actor.sector not in HOME_FORCES for f in actors):
            return found
        homes = [(f, home) for f in actors if (home := self.people.home(f.actor)) is not None]
        return [
            Found(home, f.token, f.span, f"whom {f.actor.name} hurt are of their country", False)
            for f, home in homes[:1]
        ]

    def _set_in(self, i: int) -> list[Found]:
        """The state that the text is about, for an act at token `i` that names no place."""
        span = (self.g.start[i], self.g.end[i])
        return [Found(f.actor, i, span, f.why, False) for f in self.people.setting(dateline=False)]

"""Whom an act touches, where the slots of its entry do not say: its other party.

Everything is taken from the clause of the act, from the clause it governs or is governed by, from the place
where it was done, or, for a pronoun, from the sentence before; never from another part of the story.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.coding.antecedents import Antecedents
from dragoman.coding.below import ActAt, Below
from dragoman.coding.coded import Coded
from dragoman.coding.grounds import Grounds
from dragoman.coding.keepers import keepers
from dragoman.coding.lexicon import Entry
from dragoman.coding.opponents import STATE, Opponents, side, sides
from dragoman.coding.participants import Found, Participants, each_other, nouns, unique, without
from dragoman.coding.roles import Roles
from dragoman.coding.slots import Slots
from dragoman.language import Grammar

# Acts that touch the state where they are done, when they name nobody.
_AT_HOME = frozenset({"PROTEST", "MOBILIZE", "COERCE", "CONCEDE", "THREATEN", "AID", "RETREAT", "ASSAULT"})
# Acts whose object, if it is no thing said or planned, is a party even as a pronoun: `threatened it with war`.
_DIRECTED = frozenset({"ACCUSE", "REQUEST", "THREATEN", "SANCTION", "ASSAULT", "COERCE", "AID"})
# Acts done to whoever holds the people that they name: `demanded the release of those jailed in Eritrea`.
_KEPT = frozenset({"REQUEST", "ACCUSE", "REJECT"})
# Acts that a state does to others, not to itself; of these, those that give something of one's own; who acts for a state.
_OUTWARD = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT", "SUPPORT", "AID", "AGREE", "CONCEDE"})
_GIVING = frozenset({"SUPPORT", "AID", "AGREE", "CONCEDE"})
_SERVING = frozenset({"GOV", "MIL", "COP", "SPY"})
# Acts in words that several may do to one another: `traded accusations`.
_VERBAL_BLOWS = frozenset({"ACCUSE", "THREATEN", "SUPPORT"})
_HIM = frozenset({"him", "her", "them"})


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
        self.people, self.roles = people, roles
        self.opponents = Opponents(g, people)
        self.antecedents = Antecedents(g, people)
        self.below = Below(g, people, roles, act_at)
        self.grounds = Grounds(g, people)

    def named(self, deed: Deed, found: list[Found]) -> list[Found]:
        """Whom an act touches by what its sentence says: those `found` in its slots, or whoever is named otherwise."""
        whom = dict.fromkeys(("obj", *deed.entry.frame.recipient))
        mutual = any(
            each_other(self.g, k)
            for name in whom
            for i in deed.slots.get(name)
            for k in (i, *self.g.all_children(i, "poss"))
        )  # also "expelled each other's envoys"
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
            found = self._not_own_ground(self._others_things(found, deed), deed)
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
        if deed.act in _KEPT:
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
        if deed.act not in _OUTWARD or deed.mode == "investigate" or not deed.actors:
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

    def _not_own_ground(self, found: list[Found], deed: Deed) -> list[Found]:
        """Parties without the state that its own forces win ground back for: `Malian troops retook Konna`, `fought a battle in Gao`."""
        g, i = self.g, deed.slots.i
        fought = g.lemma[i] in nouns()["winning_ground"] or g.lemma[i] in nouns()["battling"]
        home = {f.actor.country for f in deed.actors}
        if not fought or len(home) != 1 or any(f.actor.sector not in STATE for f in deed.actors):
            return found
        foes = [f for f in found if f.actor.kind != "state" or f.actor.country not in home]
        if foes or not found:
            return foes
        told = [k for name in ("prep:after", "prep:in", "prep:during") for k in deed.slots.get(name)]
        told = [k for k in told if g.lemma[k] in nouns()["battling"]]  # "took it after a battle with rebels"
        foes = [f for k in told for n in g.prep_objects(k, "with", "against") for f in self.people.of(n)]
        return without(unique(foes), deed.actors)

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
        return several and deed.act in _VERBAL_BLOWS and g.lemma[i] in nouns()["exchanging"]

    def _wanted(self, deed: Deed) -> list[Found]:
        """Whom a demand or protest is to move, which a slot may give but the place of."""
        inner = deed.inner
        if deed.act == "REQUEST" and inner is not None and (inner.act, inner.mode) == ("RETREAT", "withdraw"):
            return without([f for f in inner.actors if f.direct], deed.actors)  # "of X's troops from Y"
        if deed.act == "PROTEST" and deed.clause is not None:
            return without(self.below.against(deed.clause), deed.actors)
        return []

    def _ways(self, deed: Deed) -> Iterator[list[Found]]:
        """Those whom the sentence may name outside the slots of the entry, the surest first."""
        slots, entry, act, actors = deed.slots, deed.entry, deed.act, deed.actors
        invited = act == "AGREE" and "obj" in entry.frame.recipient  # "invited him to Kenya"
        pronoun = invited or (act in _DIRECTED and (act != "ACCUSE" or deed.mode == "allege"))
        mutual = entry.frame.reciprocal
        if act == "SUPPORT" and any(self.g.lower[o] in _HIM for o in slots.get("obj")):
            yield self.antecedents.of(
                slots, entry, actors
            )  # "thanked him for the meeting" thanks nobody else
            return
        given = (o for name in ("iobj", "prep:to") for o in slots.get(name))
        pronoun = pronoun or (act in _GIVING and any(self.g.lower[o] in _HIM for o in given))
        if deed.verbal and pronoun and not mutual:
            yield self.antecedents.of(slots, entry, actors)
        if act == "THREATEN":
            yield self.below.on_condition(slots, actors)
        if entry.governs and not mutual:
            yield self.below.governed(slots, deed.inner, entry, actors)
        if (act == "ASSAULT" and not (mutual and len(sides(actors)) > 1)) or (
            act == "COERCE" and deed.verbal and "obj" in entry.frame.recipient
        ):
            yield self.grounds.place_of_object(slots)
            if (
                act == "ASSAULT" or not actors
            ):  # whom a state's own men arrest is of that state wherever else something happens
                yield self.grounds.victims(entry, slots, actors)
        if act == "ASSAULT" and not mutual:
            shots = all(self.g.lemma[o] in nouns()["shots"] for o in slots.get("obj"))
            if (
                deed.verbal and shots
            ):  # "the army attacked after rebels shot at a bus", "opened fire to disperse a crowd"
                yield self.below.faced(slots.i, actors)
            if deed.verbal:
                yield self.opponents.complaining(slots.i, actors)
        if deed.clause is None or mutual:
            return
        if act == "MOBILIZE" and deed.verbal:
            yield self.grounds.abroad(self.grounds.place_of_object(slots, over=False), actors)
        yield self.below.of_object(slots, actors, act)
        if act == "REJECT":
            yield self.below.on_condition(slots, actors)
        if act == "MOBILIZE":
            yield self.below.faced(deed.clause, actors)

    def at_home(self, deed: Deed) -> list[Found]:
        """Whom an act touches that names nobody: the state where it is done, else the actors' own people."""
        if deed.entry.frame.reciprocal:
            return []
        found = self.grounds.where_done(deed.slots, deed.actors, deed.act) if deed.act in _AT_HOME else []
        if deed.verbal and deed.act == "ACCUSE" and self._somebody(deed.slots):
            return []
        domestic = deed.act == "THREATEN" and deed.inner is not None and deed.inner.act == "COERCE"
        act = "COERCE" if domestic else deed.act  # "is prepared to impose martial law"
        if not found and self._foreign(deed.slots):
            return []
        return found or self.grounds.own_people(deed.entry, deed.actors, act, deed.mode)

    def _foreign(self, slots: Slots) -> bool:
        """Whether an act touches others than those at home, whoever they are: `seized a foreign tanker`, `to its neighbour`."""
        g, words = self.g, nouns()["foreign"]
        return slots.carrier is None and any(
            g.lemma[k] in words and g.lemma[k + 1] not in nouns()["foreign_affairs"]
            for k in range(slots.i + 1, g.right[slots.i] + 1)
        )

    def _somebody(self, slots: Slots) -> bool:
        """Whether somebody is blamed of whom nothing is known: `accused him of lying`, but `accused 14 people`."""
        g = self.g
        blamed = slots.get("obj") if g.lemma[slots.i] in nouns()["accusing"] else []
        return bool(blamed) and not any(
            g.lemma[i] in nouns()["victim"] or g.child(i, "nummod") is not None for i in blamed
        )

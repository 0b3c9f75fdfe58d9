"""Who did an act and whom it touched, where the slots of its entry do not say.

Everything is taken from the clause of the act, from the clause it governs or is governed by, or from the
place where it was done; never from another part of the story.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.coded import Coded
from dragoman.coding.lexicon import Entry
from dragoman.coding.participants import (
    LOCAL,
    UNKNOWN_ATTACKER,
    Found,
    Participants,
    nouns,
    unique,
    without,
)
from dragoman.coding.slots import Slots
from dragoman.coding.status import governors
from dragoman.language import Grammar
from dragoman.schema import Actor

# Acts that only a state's authorities do to people inside it: a passive without a doer gets the state of
# the place ("was arrested in Cairo").
AUTHORITY = frozenset(
    {
        ("COERCE", "arrest"), ("COERCE", "deport"), ("SANCTION", "convict"), ("ACCUSE", "allege"),
        ("ACCUSE", "investigate"), ("MOBILIZE", "police"),
    }
)  # fmt: skip
# Acts whose passive leaves the doer out, being the forces that it moves.
MOVED = frozenset({"MOBILIZE", "RETREAT"})
ARMED = frozenset({"MIL", "COP"})
# Acts whose object may name the other party at any depth: `vetoed an aid package for Ukraine`.
NAMING = frozenset(
    {
        "ACCUSE",
        "SUPPORT",
        "REJECT",
        "REQUEST",
        "THREATEN",
        "CONCEDE",
        "SANCTION",
        "AGREE",
        "AID",
        "COERCE",
        "RETREAT",
        "MOBILIZE",
    }
)
# Acts that a party without another one does to its own people: arrests, a curfew, a riot.
DOMESTIC = frozenset({"COERCE", "PROTEST"})
_TOWARDS = (
    "to", "for", "with", "from", "against", "on", "in", "of", "into", "between", "towards", "toward", "over", "at",
    "by", "among",
)  # fmt: skip


class Roles:
    """Finds the participants of acts in one doc."""

    def __init__(self, g: Grammar, people: Participants) -> None:
        self.g = g
        self.people = people

    def fill(self, slots: Slots, names: tuple[str, ...], entry: Entry, *, owner: bool = True) -> list[Found]:
        """Actors of the first slot that gives any."""
        for name in names:
            found = self.in_slot(slots, name, entry, owner=owner)
            if found:
                return found
        return []

    def in_slot(self, slots: Slots, name: str, entry: Entry, *, owner: bool = True) -> list[Found]:
        """Actors that one slot gives, each once."""
        out: list[Found] = []
        for i in slots.get(name):
            if name == "mod" and entry.kind == "noun":
                found = self.people.of(i, owner=False)
            elif entry.act == "CONSULT" and entry.mode == "visit" and i in self.people.places:
                found = self.people.of(i, owner=False) or self.people.host_state(i)
            else:
                found = self.people.of(i, owner=owner)
                if not found and name != "subj" and i in self.people.places:
                    found = self.people.host_state(i)
            out += found
        return unique(out)

    def undergoers(self, v: int) -> list[Found]:
        """Whom a nominal act touches that its verb says they undergo: `came under fire`, `died in a raid`."""
        g = self.g
        return unique(
            [f for i in (g.objects(v) if g.is_passive(v) else g.subjects(v)) for f in self.people.of(i)]
        )

    def visitor(self, told: Found) -> tuple[list[Found], list[Found]]:
        """Visitor and host of `the visit to Ukraine Vice President Biden`, a translation that lost its `of`."""
        if told.actor.kind == "person":
            for c in self.g.all_children(told.token, "compound", "nmod", "poss"):
                hosts = [f for f in self.people.of(c, owner=False) if f.actor.kind == "state"]
                hosts = hosts or self.people.host_state(c)
                if hosts and hosts[0].actor.country != told.actor.country:
                    return [told], hosts[:1]
        return [], [told]

    def with_clause(
        self, n: int, reciprocal: bool, actors: list[Found], recipients: list[Found]
    ) -> list[Found]:
        """The parties of a contact, with the one that the clause around it names.

        `In a call with Xi, Biden warned ...`, `Hollande, on a visit to the Emirates`, `arrived for talks with`;
        a meeting without parties of its own is one between subject and object: `urged Putin at a meeting`.
        """
        g = self.g
        p = g.head[n]
        table = governors()
        if g.dep[n] != "pobj" or g.lower[p] not in table["contact_in"]:
            return actors
        if len({f.actor.id for f in actors}) > (1 if reciprocal else 0) or (
            not reciprocal and not recipients
        ):
            return actors
        if any(g.dep[c] == "det" and g.lower[c] in ("no", "any", "another") for c in g.children[n]):
            return actors
        above = g.head[p]
        if g.lower[p] == "on" and g.is_verb(above) and g.lemma[above] not in table["contact_on"]:
            return actors  # "commenting on the visit"
        if not g.is_verb(above):
            around = self.people.of(above, owner=False)
        else:
            around = [f for s in g.subjects(above)[:1] for f in self.people.of(s, owner=False)]
            if not actors and not recipients:
                objects = g.objects(above) or g.datives(above)
                around += [f for o in objects[:1] for f in self.people.of(o, owner=False)]
                if any(f.actor.kind != "person" for f in around):
                    return actors
        known = {f.actor.id for f in (*actors, *recipients)}
        extra = [f for f in around if f.direct and f.actor.id not in known]
        if not extra or (reciprocal and len(extra) + len(actors) < 2):
            return actors
        return unique([*extra, *actors])

    def crowd(self, actors: list[Found]) -> bool:
        """Whether the doers are demonstrators and the like, whose violence is a riot (codebook PROTEST)."""
        return bool(actors) and all(self.g.lemma[f.token] in nouns()["crowd"] for f in actors)

    def assembly(self, actors: list[Found]) -> bool:
        """Whether the only party is a body of several states, whose meeting is multilateral by itself."""
        return all(f.actor.kind == "intergovernmental organisation" for f in actors)

    def definite(self, n: int) -> bool:
        """Whether a nominal act is one spoken of before: `the talks`, `this meeting`."""
        return any(self.g.lower[c] in ("the", "this", "these", "their") for c in self.g.children[n])

    def plural(self, slots: Slots, actors: list[Found]) -> bool:
        """Whether one phrase names several parties to a reciprocal act ("the ministers met")."""
        g = self.g
        return any(g.tag[f.token] in ("NNS", "NNPS") or g.lower[f.token] in ("they", "both") for f in actors)

    def implied(
        self, entry: Entry, slots: Slots, act: str, mode: str | None, recipients: list[Found]
    ) -> list[Found]:
        """Doers that PLOVER lets us supply: unknown attackers, the authorities of the place."""
        g, i = self.g, slots.i
        span = (g.start[i], g.end[i])
        if act == "ASSAULT" and recipients and slots.get("subj") == []:
            return [Found(UNKNOWN_ATTACKER, i, span, "no attacker is named", False)]
        if act == "ASSAULT" and recipients and entry.kind == "verb":
            nameless = nouns()["weapon_or_blast"] | nouns()["stranger"]
            if all(g.lemma[s] in nameless for s in slots.get("subj")):
                return [Found(UNKNOWN_ATTACKER, i, span, "no attacker is named", False)]
        if act == "PROTEST":  # "thousands of people took to the streets of Caracas"
            for home in self._where(slots.i)[:1]:
                name = self.people.demonym(home.actor.country)
                people = Actor(
                    id=f"{home.actor.id}-protesters", name=f"{name} protesters", kind="population",
                    country=home.actor.country, sector="CVL",
                )  # fmt: skip
                return [Found(people, i, span, f"people of the place; {home.why}", False)]
        if slots.get("subj"):
            return []
        if act in MOVED and entry.kind == "verb":  # "troops were withdrawn", "police were deployed"
            found = unique(
                [f for k in slots.get("obj") for f in self.people.of(k) if f.actor.sector in ARMED]
            )
            if found:
                return found
        told = entry.kind == "noun" or g.child(i, "auxpass") is not None  # not "a group banned in Russia"
        if (act == "COERCE" and told) or (act, mode) in AUTHORITY:
            for k in (
                k for name in ("prep:in", "prep:at", "prep:across", "prep:by") for k in slots.get(name)
            ):
                found = self.people.host_state(k) or self.people.of(k, owner=False)
                if found:
                    f = found[0]
                    return [Found(f.actor, f.token, f.span, f"authorities of the place; {f.why}", False)]
            for f in recipients:
                state = self.people.home(f.actor)
                if state is not None and (act, mode) in AUTHORITY:
                    why = f"no doer is named; the authorities of {f.actor.name}'s country"
                    return [Found(state, f.token, f.span, why, False)]
        return []

    def against(self, v: int) -> list[Found]:
        """Whom a protest is against, from its purpose or cause: `to protest against X's decision`, `in protest of`."""
        g = self.g
        for i in g.children[v]:
            if g.dep[i] in ("advcl", "xcomp") and g.is_verb(i):
                found = self._parties_in(i, 0)
                if found:
                    return found
        for name, k in g.prepositions(v):
            if name in ("in", "over", "at") and g.lemma[k] in (
                "protest",
                "demonstration",
                "response",
                "reaction",
            ):
                for _, m in g.prepositions(k):
                    found = self.people.of(m)
                    if found:
                        return found
        return []

    def other_party(self, slots: Slots, actors: list[Found], act: str) -> list[Found]:
        """The party that the object of an act names within its phrase, when its slots name none."""
        if act not in NAMING:
            return []
        own = {f.actor.id for f in actors} | {f.actor.country for f in actors} - {None}
        for i in (*slots.get("obj"), slots.i):
            found = [
                f
                for f in self.named_below(i, top=i == slots.i)
                if f.actor.id not in own and f.actor.country not in own
            ]
            if found:
                return unique(found)
        return []

    def named_below(self, i: int, depth: int = 0, *, top: bool = False) -> list[Found]:
        """Parties that a phrase names: its owners first, then those after its prepositions, then below those."""
        g = self.g
        if not top:
            found = self.people.owner(i)
            if found:
                return found
        ways = [k for name, k in g.prepositions(i) if name in _TOWARDS]
        for k in ways:
            found = self.people.of(k, owner=False)
            if found and not (top and k in self.people.places and g.lower[g.head[k]] in ("in", "at")):
                return [f for m in g.noun_conjuncts(k) for f in self.people.of(m, owner=False)]
        if depth < 2:
            inside = [c for c in g.children[i] if g.dep[c] in ("acl", "relcl") and g.is_verb(c)]
            for c in inside:
                found = [f for k in (*g.subjects(c), *g.objects(c)) if k != i for f in self.people.of(k)]
                found = found or self.named_below(c, depth + 1, top=True)
                if found:
                    return found
            for k in ways:
                found = self.named_below(k, depth + 1)
                if found:
                    return found
        return []

    def placed(self, found: list[Found], i: int, authorities: list[Found]) -> list[Found]:
        """Agents without a country, as those of the place where the act at token `i` is done: `a journalist in Tijuana`."""
        if not found or any(f.actor.country or f.actor.sector not in LOCAL for f in found):
            return found
        own = [k for f in found for k in self.g.prep_objects(f.token, "in", "of", "at", "near", "from")]
        states = [s for k in own for s in self.people.host_state(k)] or self._where(i)
        if not states:  # those whom authorities arrest are their own people, if no place says otherwise
            states = [
                Found(home, f.token, f.span, f"{f.actor.name} has authority in {home.name}", False)
                for f in authorities
                if (home := self.people.home(f.actor)) is not None
            ]
        if not states:
            return found
        state = states[0].actor
        return [
            Found(
                f.actor.model_copy(update={"id": f"{state.country}-{f.actor.id}".lower(), "country": state.country}),
                f.token, f.span, f"{f.why}; {states[0].why}", f.direct,
            )
            for f in found
        ]  # fmt: skip

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
        f = actors[0]
        if act == "PROTEST":
            return [
                Found(state, f.token, f.span, "a protest addresses the protesters' own government", False)
            ]
        people = Actor(
            id=f"{state.id}-people", name=f"{self.people.demonym(state.country)} people".strip(),
            kind="population", country=state.country, sector="CVL",
        )  # fmt: skip
        return [Found(people, f.token, f.span, "nobody else is named: the actor's own people", False)]

    def place_of_object(self, slots: Slots) -> list[Found]:
        """The state in which what was hit lies: `shelled positions in Syria`, `attacked a village in Mali`."""
        g = self.g
        hit = (*slots.get("obj"), slots.i, *slots.get("prep:into"), *slots.get("prep:on"))
        if not g.is_verb(slots.i):  # "the shelling of the town of Abyei", "a raid against a base in Hama"
            hit = (*slots.get("prep:of"), *slots.get("prep:against"), *slots.get("prep:at"), *hit)
        for i in hit:
            if not g.is_verb(slots.i) and i != slots.i and i in self.people.places:
                return self.people.host_state(i)
            for k in g.prep_objects(i, "in", "near", "outside", "inside", "at", "around", "across", "over"):
                found = self.people.host_state(k) or self.people.of(k, owner=False)
                if found:
                    return found[:1]
        return []

    def where_done(self, slots: Slots, actors: list[Found], act: str) -> list[Found]:
        """Whom an act without an object touches: the state where it is done, for a protest its own government.

        Source: PLOVER gold records, where `threatened a curfew in Algiers` has Algeria on both sides.
        """
        g = self.g
        for i in (slots.i, *slots.get("obj")):
            for k in g.prep_objects(
                i, "in", "at", "on", "near", "into", "across", "against", "over", "for", "of"
            ):
                found = self.people.host_state(k)
                if found:
                    countries = {f.actor.country for f in actors}
                    # A state does not do to itself what it does in its own capital; its people do.
                    own = found[0].actor.country in countries
                    if act == "PROTEST" or not own or act in ("CONCEDE", "THREATEN"):
                        return found[:1]
        return []

    def victims(self, slots: Slots) -> list[Found]:
        """People hurt in the clause, whom no actor phrase names, belong to the place that the sentence names."""
        g = self.g
        hurt = [i for i in slots.get("obj") if g.lemma[i] in nouns()["victim"] or g.pos[i] == "NUM"]
        if not hurt:
            return []
        return self._where(slots.i)[:1]

    def _where(self, i: int) -> list[Found]:
        """The state of the nearest place that the sentence of token `i`, or else the one before, names."""
        g = self.g
        sentence = g.sent[i]
        for number in (sentence, sentence - 1):
            if number < 0:
                break
            first, last = g.sents[number]
            for k in sorted(range(first, last), key=lambda k: abs(k - i)):
                if k in self.people.places and g.dep[k] == "pobj":
                    return self.people.host_state(k)
        return []

    def recipients_below(
        self, slots: Slots, inner: Coded | None, entry: Entry, actors: list[Found]
    ) -> list[Found]:
        """Whom a governing act is directed at, when its own slots do not say: the governed clause tells."""
        for found in self._below(slots, inner, entry):
            others = without(found, actors)
            if entry.governs == "promise":  # one's own troops are no party to the promise to move them
                own = {f.actor.country for f in actors} - {None}
                others = [f for f in others if f.actor.country not in own]
            if others:
                return others
        return []

    def _below(self, slots: Slots, inner: Coded | None, entry: Entry) -> Iterator[list[Found]]:
        """Parties that a governed clause may name, the surest first."""
        g = self.g
        for i in slots.get("comp"):
            if entry.governs == "request":
                # Subject of the demanded clause: "demanded that the US match ..."
                own = g.child(i, "nsubj", "nsubjpass")
                if own is not None:
                    yield self.people.of(own)
        if inner is not None:
            yield inner.recipients or inner.actors
        for name in ("prep:from", "prep:to", "prep:on", "prep:with", "prep:against", "prep:for", "prep:by"):
            yield self.in_slot(slots, name, entry)
        for i in slots.get("obj"):
            found = self.people.owner(i)
            if not found:
                for name in ("with", "to", "from", "on", "against", "for", "in", "by", "of"):
                    found = [f for k in g.prep_objects(i, name) for f in self.people.of(k)]
                    if found:
                        break
            yield found
        for i in slots.get("comp"):
            yield self._parties_in(i, 0)

    def _parties_in(self, i: int, depth: int) -> list[Found]:
        """Parties that a governed clause names: datives, objects, phrases on both, complements below."""
        g = self.g
        for k in g.datives(i) + g.objects(i):
            found = self.people.of(k)
            if found:
                return found
        for k in (i, *g.objects(i)):
            for name, m in g.prepositions(k):
                if name in ("to", "for", "with", "from", "against", "on", "in", "of", "into", "between"):
                    found = self.people.of(m)
                    if found:
                        return found
        if depth < 2:
            for c in g.children[i]:
                if g.dep[c] in ("xcomp", "advcl", "acl", "ccomp") and g.is_verb(c):
                    own = g.child(c, "nsubj") if g.dep[c] == "ccomp" else None  # "help [Jordan cope]"
                    found = self.people.of(own) if own is not None else []
                    found = found or self._parties_in(c, depth + 1)
                    if found:
                        return found
        return []

"""Whom an act touches by where it is done: the state of the place, its people, those at home."""

from __future__ import annotations

from dragoman.coding.lexicon import Entry
from dragoman.coding.opponents import STATE
from dragoman.coding.participants import Found, Participants, nameless, nouns
from dragoman.coding.roles import AUTHORITY
from dragoman.coding.slots import Slots
from dragoman.language import Grammar
from dragoman.schema import Actor

# Why the actors' own people are whom an act touches.
OWN_PEOPLE = "nobody else is named: the actor's own people"
# Prepositions of the place where something is done.
WITHIN = frozenset({"in", "near", "outside", "inside", "at", "around", "across", "over"})
# Acts that a party without another one does to its own people: arrests, a curfew, a riot.
_DOMESTIC = frozenset({"COERCE", "PROTEST"})
# Acts done by words, wherever they are said.
_SPOKEN = frozenset({"CONCEDE", "THREATEN"})
# Forces that hurt people of their own country, if nothing else says so.
_HOME_FORCES = frozenset({"COP", "REB", "PRM", "OPP", "CRM"})


class Grounds:
    """Finds whom acts touch where they are done, in one doc."""

    def __init__(self, g: Grammar, people: Participants) -> None:
        self.g, self.people = g, people

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
                if name not in WITHIN or (name == "over" and not over):
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
        within: tuple[str, ...] = ("in", "at", "on", "near", "into", "across", "against", "over", "for", "of")
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
                    if not own and act in _SPOKEN and i == slots.i and k < i:
                        continue  # "In Geneva, Iran threatened to close the strait": only where it is said
                    if act == "PROTEST" or not own or act in _SPOKEN:
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
        if found or any(f.actor.sector not in _HOME_FORCES for f in actors):
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

    def own_people(self, entry: Entry, actors: list[Found], act: str, mode: str | None) -> list[Found]:
        """The people of the actors' own country, for acts that touch those at home when nobody else is named.

        These are the acts of authority, and the entries that name `home` among their recipients.
        """
        homes = {f.actor.country for f in actors}
        at_home = act in _DOMESTIC or (act, mode) in AUTHORITY or "home" in entry.frame.recipient
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

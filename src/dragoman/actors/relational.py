"""Nouns for somebody by whose he is: `its president`, `his deputy`, `the head of the agency`, `her party`.

The owner is a pronoun, or a noun that refers back, whose antecedent is known already.
"""

from __future__ import annotations

from dragoman.actors.bodies import BODIES, WORLD, Bodies
from dragoman.actors.discourse import Discourse
from dragoman.actors.entries import SENT, STATE_HEADS
from dragoman.actors.mention import ActorMention
from dragoman.actors.names import slug
from dragoman.actors.shared import like_in
from dragoman.schema import Actor

_RULED = frozenset({"state", "government", "junta", "regime", "country", "nation", "republic", "cabinet"})
_RULING = frozenset({"head-of-state", "head-of-government"})
_SERVING = frozenset({"GOV", "MIL", "COP", "SPY"})
_CABINETS = frozenset({"government", "cabinet"})
_DEPUTIES = ("deputy", "vice-president", "president")
_SECONDS = (
    ("head-of-state", "vice-president"),
    ("head-of-government", "deputy-head-of-government"),
)
_PARTIES = frozenset({"party", "movement"})
_HOMELANDS = frozenset({"country", "nation", "homeland", "fatherland", "motherland", "republic", "kingdom"})
# Prepositions before a country that is dealt with, no place to go or be.
_TOWARDS = frozenset({"with", "against", "by", "between", "on"})
_NEAR_STATES = 4  # sentences back to the other of two states
_NEIGHBOURS = frozenset({"neighbour", "neighbor"})
_SPEAKING_FOR = frozenset({"person", "government body", "unnamed"})  # whose neighbour is that of their state
_FEW = 3  # so many neighbours are told of one by one
_COMPANIONS = frozenset({"guest", "host", "visitor", "colleague", "neighbour", "neighbor", "interlocutor"})
_SENT_NOUNS = frozenset({"ambassador", "envoy", "diplomat", "representative"})
_NEAR_COMPANION = 2  # sentences back to the other of two leaders
_WORLD_SECTORS = frozenset({"IGO", "NGO"})
_NEAR_OWNER = 4  # tokens between a body and the title it owns

# Who is of another state than whose he is.
_OTHERS = frozenset({"counterpart"})


class RelationalNouns:
    """Finds who is meant by a noun that has an owner."""

    def __init__(self, discourse: Discourse, bodies: Bodies) -> None:
        self.discourse, self.bodies = discourse, bodies
        self.g, self.words = discourse.g, discourse.words
        self.story, self.people = discourse.story, discourse.people

    def heads_noun(self, i: int) -> list[ActorMention] | None:
        """`the head of the agency`: who leads the body that a noun refers back to."""
        g = self.g
        own = self.discourse.covered.get(i)
        if g.tag[i] not in ("NN", "NNP") or (own is not None and (own.head != i or own.via != "nominal")):
            return None
        for c in g.children[i]:
            if g.dep[c] == "poss" and g.lower[c] in self.words.body_nouns and i - c <= _NEAR_OWNER:
                owner = self.discourse.mention_of(c) or own  # "the group's leader", "the alliance's chief"
                if owner is not None and len(owner.actors) == 1 and owner.actors[0].kind in BODIES:
                    led = self.leads(i, owner.actors[0])
                    return [led] if led is not None else None
            ruled = self.discourse.covered.get(c) if g.dep[c] == "poss" and g.lower[c] in _RULED else None
            if ruled is not None and ruled.actors and own is not None and g.lower[i] in self.words.heads:
                ruler = self._ruler(ruled.actors[0].country, "head-of-state")  # "the junta's leader"
                if ruler is not None:
                    own.actors, own.via, own.why = (ruler,), "role", f"{g.word[i]!r} of the {g.lower[c]}"
                    return []
        for k in g.prep_objects(i, "of"):
            if g.lower[k] in self.words.body_nouns and self.discourse.bare(k):
                body = self.bodies.noun(k)
                who = self.leads(i, body[0][0]) if body is not None and len(body[0]) == 1 else None
                if who is not None:
                    who.last, who.end = k, g.end[k]
                    return [who]
                if own is not None and own.via == "role":
                    return []
        return self._head_of(i, own)

    def _head_of(self, i: int, own: ActorMention | None) -> list[ActorMention] | None:
        """`the head of the FSB`, `the chief of the junta`: a person, not the body named inside."""
        g, kb = self.g, self.story.kb
        if g.lower[i] not in self.words.heads or (
            own is not None and any(a.kind not in ("unnamed", "state") for a in own.actors)
        ):
            return None
        if not any(g.lower[c] == "the" for c in g.children[i]):
            return None
        for k in g.prep_objects(i, "of"):
            m = self.discourse.covered.get(k)
            if m is None or m.head != k or len(m.actors) != 1 or m is own or m.first <= i:
                continue
            body = m.actors[0]
            noun = g.lower[k]
            who: Actor | None = None
            ruled = (
                body.kind == "state"
                or noun in _RULED
                or body.id == f"{(body.country or '').lower()}-government"
            )
            if ruled and body.country in kb.states:
                order = ("head-of-government", "head-of-state")
                for office in order if noun in _CABINETS else order[::-1]:
                    who = self._ruler(body.country, office)
                    if who is not None:
                        break
            elif m.via == "nominal" and body.id == "un":
                who = self._sent_to(k)
            elif body.kind in BODIES and not (m.via == "nominal" and body.kind == WORLD):
                # but not "the head of the UN mission": a part of the organisation has a head of its own
                found = self.leads(i, body)
                who = found.actors[0] if found is not None else self._of_trade(body, i)
            if who is None:
                if body.kind not in BODIES and body.kind != "unnamed":
                    return None
                who = Actor(
                    id=f"{body.id}-{g.lower[i]}",
                    name=f"{g.lower[i]} of {body.name}",
                    kind="unnamed",
                    country=body.country,
                    sector=body.sector,
                )
            known = self.people.known.get(who.id)
            if known is not None:
                known.note(g.start[i])
            why = f"{g.word[i]!r} of {body.name}"
            if body.kind == "unnamed":  # "the Russian state" is nobody beside its head
                self.discourse.drop(m)
            if own is not None:
                self.discourse.drop(own)
            return [ActorMention(i, m.last, i, g.start[i], max(m.end, g.end[i]), "role", (who,), why)]
        return None

    def _sent_to(self, k: int) -> Actor | None:
        """Who heads the mission of the United Nations at token `k`: their envoy for the state it is in, else the story's."""
        g, kb = self.g, self.story.kb
        here = [
            a
            for p in g.prep_objects(k, "in", "to")
            if (m := self.discourse.covered.get(p)) is not None
            for a in m.actors
        ]
        code = next((a.country for a in here if a.country), None) or self.story.dominant
        name = kb.states[code].name if code in kb.states else ""
        holder = kb.holder(f"un:envoy-{slug(name)}", self.story.on)
        return self.people.registry.register(holder.id).actor if holder is not None else None

    def _ruler(self, country: str | None, office: str) -> Actor | None:
        """Who of this text holds an office of a state, else whom the knowledge base knows to."""
        here = [k for k in self.people.known.values() if k.spots and (office, country) in k.offices]
        if here:
            return max(here, key=lambda k: (len(k.spots), k.actor.id)).actor
        holder = self.story.kb.holder(f"{country}:{office}", self.story.on)
        return self.people.registry.register(holder.id).actor if holder is not None else None

    def _of_trade(self, body: Actor, i: int) -> Actor | None:
        """The one person named before of a body's country and trade: a spy of the intelligence service."""
        if body.sector in (None, "GOV") or body.country is None:
            return None
        at = self.g.start[i]
        same = [
            k.actor
            for k in self.people.known.values()
            if k.before(at) >= 0 and (k.actor.country, k.actor.sector) == (body.country, body.sector)
        ]
        return same[0] if len(same) == 1 else None

    def leads(self, i: int, owner: Actor) -> ActorMention | None:
        """Who is meant by a title that a body owns: `its president`, `the head of the agency`."""
        g, story = self.g, self.story
        own = self.discourse.covered.get(i)
        if (
            owner.kind == "person"
            or (own is not None and own.via not in ("nominal", "role"))
            or (g.tag[i] not in ("NN", "NNP") and g.lower[i] != "general")
        ):
            return None
        hit = story.scan.ending.get(story.scan.word(i) + 1)
        t = hit.of("title") if hit is not None else None
        who = self.people.titles.holder_of(t.key, owner) if t is not None else None
        if who is None or any(g.dep[c] == "appos" for c in g.children[i]):
            return None
        return None if own is not None and own.head != i else self._as_role(i, own, who, owner)

    def deputy(self, i: int, owner: Actor) -> ActorMention | None:
        """`his vice-president`, `her deputy`: who stands in for somebody in the office he holds."""
        g, kb, on = self.g, self.story.kb, self.story.on
        known = self.people.known.get(owner.id)
        if known is None or not g.lower[i].endswith(_DEPUTIES) or g.tag[i] not in ("NN", "NNP"):
            return None
        own = self.discourse.covered.get(i)
        if own is not None and own.via not in ("nominal", "role"):
            return None
        person = kb.persons.get(owner.id)
        held = (
            {t.office for t in person.tenures if on is None or t.since <= on} if person is not None else set()
        )
        who: Actor | None = None
        for first, second in _SECONDS:
            key = f"{owner.country}:{second}"
            if f"{owner.country}:{first}" not in held:
                continue
            # one of this text who has been it, else whoever is
            named = [
                p
                for since, _, p in sorted(kb.holders.get(key, ()), reverse=True)
                if (on is None or since <= on) and p in self.people.known and self.people.known[p].spots
            ]
            holder = kb.persons[named[0]] if named else kb.holder(key, on)
            if holder is not None and holder.id != owner.id:
                who = self.people.registry.register(holder.id).actor
                break
        if who is None:
            return None
        return self._as_role(i, own if own is not None and own.head == i else None, who, owner)

    def minister(self, i: int, owner: Actor) -> ActorMention | None:
        """`his foreign minister`, `her chancellor`: who holds the office in the state that somebody rules.

        `his president`: who rules the state that somebody serves.
        """
        g, kb, story = self.g, self.story.kb, self.story
        known, own = self.people.known.get(owner.id), self.discourse.covered.get(i)
        state = kb.state(owner.country) if owner.country else None
        if (
            state is None
            or known is None
            or (own is not None and (own.head != i or own.via not in ("nominal", "role")))
        ):
            return None
        hit = story.scan.ending.get(story.scan.word(i) + 1)
        t = hit.of("title") if hit is not None else None
        if (
            t is None
            or g.tag[i] not in ("NN", "NNP")
            or any(g.lower[c] in self.words.former for c in g.children[i])
        ):
            return None
        who = self.people.titles.holder_of(t.key, state)
        if who is None or who.id == owner.id or who.kind != "person":
            return None
        rules = any(o in _RULING and c == owner.country for o, c in known.offices)
        if not rules and not (self._serves(owner) and self._rules(who)):
            return None  # ... but "his president", of a minister
        return self._as_role(i, own, who, owner)

    def _serves(self, owner: Actor) -> bool:
        """Whether somebody serves the government of his state: a minister, an envoy, a general."""
        known = self.people.known.get(owner.id)
        return owner.sector in _SERVING and known is not None and bool(known.offices)

    def counterpart(self, i: int, owner: Actor) -> ActorMention | None:
        """`his counterpart`, without a country: who of this text holds the office in another state."""
        g, own = self.g, self.discourse.covered.get(i)
        known = self.people.known.get(owner.id)
        if known is None or g.lower[i] != "counterpart" or (own is not None and own.via != "nominal"):
            return None
        if any(g.dep[c] in ("amod", "compound", "appos") for c in g.children[i]):
            return None  # "his Iranian counterpart"
        kinds = {o for o, _ in known.offices} - self.words.shared_offices
        kinds |= STATE_HEADS if kinds & STATE_HEADS else set()
        at = g.start[i]
        others = [
            k
            for k in self.people.known.values()
            if k.before(at) >= 0 and any(o in kinds and c not in (None, owner.country) for o, c in k.offices)
        ]
        if not others:
            return None
        # the other of the two whom the story is about, no host or mediator
        told = {c: self.story.votes.get(c, 0) + self.story.bearers.get(c, 0) for c in self.story.kb.states}
        who = max(
            others, key=lambda k: (told.get(k.actor.country or "", 0), len(k.spots), k.before(at))
        ).actor
        return self._as_role(i, own, who, owner)

    def _as_role(self, i: int, own: ActorMention | None, who: Actor, owner: Actor) -> ActorMention | None:
        """Let the mention that covers token `i` mean somebody by his office; a new mention where none does."""
        g = self.g
        why = f"{g.word[i]!r} of {owner.name}"
        if own is None:
            return ActorMention(i, i, i, g.start[i], g.end[i], "role", (who,), why)
        own.actors, own.why, own.via = (who,), why, "role"
        return None

    def neighbour(self, i: int, owner: Actor) -> ActorMention | None:
        """`its neighbour`, `its ally`, `its neighbours`: the other states spoken of, by name or by who rules them.

        One is meant where there is one only; of neighbours those that share a border with the state, where any does.
        """
        g, kb = self.g, self.story.kb
        home = owner.country
        near = g.lemma[i] in _NEIGHBOURS
        of_a_state = owner.kind in ("state", "population") or (near and owner.kind in _SPEAKING_FOR)
        if not of_a_state or home is None or g.lemma[i] not in self.words.relations:
            return None
        if g.tag[i] != "NN" and not (near and g.tag[i] == "NNS"):
            return None
        if self.discourse.covered.get(i) is not None or any(g.dep[c] == "appos" for c in g.children[i]):
            return None

        def told(first: int, last: int) -> list[Actor]:
            return [
                a
                for m in self.discourse.named
                if first <= g.sent[m.head] <= last and m.head != i
                for a in m.actors
                if a.country != home and a.country in kb.states
            ]

        def other(actors: list[Actor]) -> set[str]:
            states = {a.country for a in actors if a.kind == "state"} or {
                a.country for a in actors if self._rules(a)
            }
            return {c for c in states if c is not None}

        back = _NEAR_STATES if g.tag[i] == "NN" else g.sent[i]
        before = other(told(g.sent[i] - back, g.sent[i]))
        others = before
        if near:
            borders, everywhere = kb.borders.get(home, frozenset()), other(told(0, len(g.sents)))
            others = before & borders or everywhere & borders or before or everywhere
        if len(others) != 1 and g.tag[i] == "NN":
            return None
        if g.tag[i] == "NNS" and not 1 < len(others & kb.borders.get(home, frozenset())) <= _FEW:
            return None
        who = tuple(state for c in sorted(others) if (state := kb.state(c)) is not None)
        if not who:
            return None
        return ActorMention(i, i, i, g.start[i], g.end[i], "nominal", who, f"{g.word[i]!r} of {owner.name}")

    def _rules(self, actor: Actor) -> bool:
        """Whether somebody leads a state."""
        known = self.people.known.get(actor.id)
        return known is not None and any(o in _RULING and c == actor.country for o, c in known.offices)

    def envoy(self, i: int, owner: Actor) -> ActorMention | None:
        """`its ambassador`, where the text names one whom a state has sent: he is meant."""
        g = self.g
        if (
            owner.country is None
            or owner.kind == "person"
            or g.lower[i] not in _SENT_NOUNS
            or g.tag[i] != "NN"
        ):
            return None
        own = self.discourse.covered.get(i)
        if own is not None and (own.head != i or own.via not in ("nominal", "role")):
            return None
        if any(
            g.dep[c] in ("appos", "prep", "relcl", "acl") or g.lower[c] in self.words.former
            for c in g.children[i]
        ):
            return None
        at = g.start[i]
        sent = {
            k.actor.id: k.actor
            for k in self.people.known.values()
            if k.before(at) >= 0
            and any(o.partition("-")[0] in SENT and c == owner.country for o, c in k.offices)
        }
        return self._as_role(i, own, next(iter(sent.values())), owner) if len(sent) == 1 else None

    def companion(self, i: int, owner: Actor) -> ActorMention | None:
        """`his guest`, `his colleague`: the one other leader of a state named near, where the owner is one."""
        g = self.g
        if g.lower[i] not in _COMPANIONS or g.tag[i] not in ("NN", "NNP") or not self._rules(owner):
            return None
        own = self.discourse.covered.get(i)
        if own is not None and (own.head != i or own.via != "nominal"):
            return None
        if any(g.dep[c] in ("amod", "compound", "nmod", "appos", "relcl", "acl") for c in g.children[i]):
            return None  # "his Greek guest", "his guest, Y"
        others = {
            a.id: a
            for m in self.discourse.named
            if m.head < i and g.sent[i] - g.sent[m.head] <= _NEAR_COMPANION and m.via != "demonym"
            for a in m.actors
            if a.kind == "person" and a.country != owner.country and self._rules(a)
        }
        if len(others) != 1:
            return None
        return self._as_role(i, own, next(iter(others.values())), owner)

    def homeland(self, i: int, owner: Actor) -> ActorMention | None:
        """`his country`, `her nation`: the state that somebody is of, where it acts or is dealt with."""
        g = self.g
        if (
            owner.kind not in ("person", "unnamed")
            or g.lower[i] not in _HOMELANDS
            or g.tag[i] not in ("NN", "NNP")
        ):
            return None
        if g.dep[i] == "pobj" and g.lower[g.head[i]] not in _TOWARDS:
            return None  # "returned to his country"
        if (
            g.dep[i] not in ("nsubj", "nsubjpass", "dobj", "pobj", "dative")
            or self.discourse.covered.get(i) is not None
        ):
            return None
        if any(g.dep[c] in ("appos", "relcl") for c in g.children[i]):
            return None
        if g.dep[i] in ("nsubj", "nsubjpass") and self._says(owner, i):
            return None  # "the minister said his country would": he speaks for it
        state = self.story.kb.state(owner.country) if owner.country else None
        if state is None or (g.dep[i] == "dobj" and self._rules_on(i)):
            return None
        return ActorMention(
            i, i, i, g.start[i], g.end[i], "nominal", (state,), f"{g.word[i]!r} of {owner.name}"
        )

    def _says(self, owner: Actor, i: int) -> bool:
        """Whether somebody says what the clause of token `i` tells."""
        g, k = self.g, i
        while g.head[k] != k:
            k = g.head[k]
            subject = g.child(k, "nsubj") if g.is_verb(k) else None
            m = self.discourse.mention_of(subject) if subject is not None and subject != i else None
            if m is not None and any(a.id == owner.id for a in m.actors):
                return True
        return False

    def _rules_on(self, i: int) -> bool:
        """Whether what is done to one's country is what its own do: `fled his country`, `led his country`."""
        return (
            self.g.lemma[self.g.head[i]]
            in self.words.visiting | self.words.governing | self.words.travel_verbs
        )

    def own_party(self, i: int, owner: Actor) -> ActorMention | None:
        """`her party`, `his movement`: the one that she leads, else one of her country."""
        g = self.g
        if owner.kind != "person" or g.lower[i] not in _PARTIES or g.tag[i] not in ("NN", "NNP"):
            return None
        own = self.discourse.covered.get(i)
        if own is not None and (own.head != i or own.via != "nominal"):
            return None
        body = self.bodies.body_of(owner, i)
        if body is None:
            if own is not None or owner.country is None:
                return None
            noun = g.lower[i]
            body = Actor(
                id=f"{owner.id}-{noun}",
                name=f"{noun} of {owner.name}",
                kind="party",
                country=owner.country,
                sector="PTY",
            )
        why = f"{g.word[i]!r} of {owner.name}"
        if own is not None:
            own.actors, own.why = (body,), why
            return None
        return ActorMention(i, i, i, g.start[i], g.end[i], "nominal", (body,), why)

    def possess(self, i: int, owner: Actor) -> None:
        """Give an agent phrase the owner that its pronoun names: `their fighters`, `his army`, `its envoy, Yasushi Akashi`."""
        m = self.discourse.covered.get(i)
        if m is not None and m.head == i and m.via == "role" and len(m.actors) == 1:
            self._of_owner(m.actors[0], owner)
            return
        if m is None or m.head != i or m.via != "nominal" or len(m.actors) != 1:
            return
        actor = m.actors[0]
        if owner.kind == "armed group" and (self.g.lemma[i] in self.words.members):
            m.actors, m.why = (owner,), f"{self.g.lemma[i]!r} of {owner.name}"
        elif self._adjective_tells(i, actor):
            return  # "his Indian counterpart" is India's
        elif self.g.lemma[i] in _OTHERS:
            if owner.country is not None and actor.country == owner.country:
                noun = f"{self.g.lower[i]} of {owner.name}"
                m.actors = (actor.model_copy(update={"name": noun, "id": slug(noun), "country": None}),)
                m.why = f"{self.g.lower[i]!r} is of another state than {owner.name}"
        elif owner.country is None and owner.sector in _WORLD_SECTORS and actor.kind == "unnamed":
            noun = self.g.lower[i]  # "the Secretary-General welcomed it, his spokesman said"
            own = {"name": f"{noun} of {owner.name}", "id": slug(f"{owner.id} {noun}"), "country": None}
            m.actors = (actor.model_copy(update={**own, "sector": owner.sector}),)
            m.why = f"{noun!r} of {owner.name}, who is of no state"
        elif owner.country in self.story.kb.states and owner.country != actor.country:
            like = like_in(self.story.kb, actor, owner.country)
            if like is None:
                return
            m.actors = (like,)
            m.why = f"{self.g.lemma[i]!r}; country from its owner {owner.name}"

    def _of_owner(self, person: Actor, owner: Actor) -> None:
        """Make a person whom the base does not know, and whom a title and its owner name, one of the owner's country."""
        kb = self.story.kb
        if person.kind != "person" or kb.actor(person.id) is not None or owner.country not in kb.states:
            return
        if owner.kind == "person" or owner.country == person.country:
            return
        own = person.model_copy(update={"country": owner.country})
        for m in self.discourse.mentions:
            m.actors = tuple(own if a.id == person.id else a for a in m.actors)

    def _adjective_tells(self, i: int, actor: Actor) -> bool:
        """Whether the adjective of an actor's own country stands before token `i`."""
        g, scan = self.g, self.story.scan
        state = self.story.kb.states.get(actor.country or "")
        if state is None:
            return False
        for c in g.children[i]:
            if actor.sector == "CVL" and g.word[c] != state.adjective:
                continue  # "its Serb minority"
            hit = (
                scan.starting.get(scan.word(c))
                if c < i and g.dep[c] in ("amod", "compound", "nmod")
                else None
            )
            if (
                hit is not None
                and hit.of("adjective", "name") is not None
                and self.story.code(hit) == actor.country
            ):
                return True
        return False

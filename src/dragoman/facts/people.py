"""Shared by the fact finders: actors of a phrase as participants, and the last contact told."""

from __future__ import annotations

from spacy.tokens import Doc

from dragoman.actors import knowledge_base
from dragoman.language import Grammar, grammar
from dragoman.schema import Event, Participant, Time


class People:
    """Looks actors up in one doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.g: Grammar = grammar(doc)
        self.mentions = doc._.mentions

    def at(self, i: int) -> list[Participant]:
        """Actors of the phrase headed by token `i`, or of the name that covers it."""
        mention = self.mentions.headed(i)
        if mention is None:
            covering = self.mentions.covering(i)
            mention = covering[0] if covering else None
        if mention is None:
            return []
        return [Participant.of(a, (mention.start, mention.end)) for a in mention.actors]

    def within(self, start: int, end: int) -> list[Participant]:
        """Actors mentioned in a stretch of characters, each once, in text order."""
        out: dict[str, Participant] = {}
        for m in self.mentions.items:
            if start <= m.start and m.end <= end:
                for a in m.actors:
                    out.setdefault(a.id, Participant.of(a, (m.start, m.end)))
        return list(out.values())

    def around(self, i: int, *prepositions: str) -> list[Participant]:
        """Actors that belong to the noun at `i`: possessor, adjectives, objects of the prepositions."""
        g = self.g
        tokens = [
            k
            for c in g.children[i]
            if g.dep[c] in ("poss", "amod", "compound", "nmod")
            for k in g.conjuncts(c)
        ]
        tokens += g.prep_objects(i, *prepositions)
        out: dict[str, Participant] = {}
        for k in tokens:
            for p in self.at(k):
                out.setdefault(p.id, p)
        return list(out.values())

    def hosts(self, i: int, *prepositions: str) -> list[Participant]:
        """The states of the places after these prepositions: `his third visit to Cyprus`, `travelled to Baku twice`."""
        out: dict[str, Participant] = {}
        g = self.g
        near = [
            m for _, k in g.prepositions(i) for m in g.prep_objects(k, *prepositions)
        ]  # "by an envoy to Cyprus"
        for k in (*g.prep_objects(i, *prepositions), *g.objects(i), *near):
            for place in self.doc._.places or ():
                state = knowledge_base().state(place.place.country) if place.place.country else None
                if place.first <= k <= place.last and state is not None:
                    out.setdefault(state.id, Participant.of(state, (place.start, place.end)))
        return list(out.values())

    def contact_near(self, i: int) -> list[Participant]:
        """Participants of the contact (CONSULT) told last before token `i`, two sentences back at most."""
        g = self.g
        best: Event | None = None
        for event in self.doc._.events or ():
            if (
                event.act == "CONSULT"
                and event.trigger[0] <= g.end[i]
                and len(event.actors) + len(event.recipients) > 1
            ):
                best = event
        return [*best.actors, *best.recipients] if best is not None else []

    def time_of(self, i: int, verb: int | None) -> Time | None:
        """The time mention that hangs on a verb or on the noun at `i`; without one the nearest that hangs on no other verb."""
        g = self.g
        own, free = [], []
        for t in self.doc._.times or ():
            if g.sent[t.first] != g.sent[i]:
                continue
            k, steps = t.last, 0
            while k not in (verb, i) and not g.is_verb(k) and g.head[k] != k and steps < 6:
                k, steps = g.head[k], steps + 1
            if k in (verb, i):
                own.append(t)
            elif not g.is_verb(k) or (verb is not None and k in (g.head[verb], g.verb_over(verb))):
                free.append(t)
        near = min(own or free, key=lambda t: abs(t.first - (i if verb is None else verb)), default=None)
        return near.time if near is not None else None

    def is_day(self, i: int) -> bool:
        """Whether a token is of a time: the `Friday` of `on Friday`."""
        return any(t.first <= i <= t.last for t in self.doc._.times or ())

    def time_near(self, i: int) -> Time | None:
        """The time mention in the sentence of token `i` that stands nearest to it."""
        g = self.g
        near = [t for t in self.doc._.times or () if g.sent[t.first] == g.sent[i]]
        return min(near, key=lambda t: abs(t.first - i)).time if near else None

"""Whom a pronoun in an act stands for, where no coreference has told: the party named last but the doer."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.lexicon import Entry
from dragoman.coding.opponents import side, sides
from dragoman.coding.participants import Found, Participants
from dragoman.coding.slots import Slots
from dragoman.language import Grammar

_PARTIES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "dative", "conj"})


class Antecedents:
    """Finds the antecedents of pronouns in the acts of one doc."""

    def __init__(self, g: Grammar, people: Participants) -> None:
        self.g, self.people = g, people

    def of(self, slots: Slots, entry: Entry, actors: list[Found]) -> list[Found]:
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

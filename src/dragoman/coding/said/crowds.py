"""Protests told by a noun that no verb brings about: `two people died in protests over fuel prices` (codebook PROTEST)."""

from __future__ import annotations

from dragoman.coding.coded import Coded
from dragoman.coding.participants import Found, protests, unique, without, wrongs
from dragoman.coding.said.common import Voices
from dragoman.coding.status import verb_status
from dragoman.language import Grammar

_MODES = ("demo", "riot", "strike")
_ABOUT = ("against", "over", "outside")
_AT = frozenset({"at", "during", "from"})
_STANCES = frozenset({"anti", "pro"})
_NEAR = 2  # sentences within which a protest is the one told otherwise there
_CLIMB = 4  # steps up from a noun in which a protest stands to the verb of its clause


class Crowds:
    """Codes protests that a clause tells of in passing."""

    def __init__(self, voices: Voices) -> None:
        self.voices = voices
        self.g: Grammar = voices.g

    def told(self, n: int) -> Coded | None:
        """The protest that the noun at token `n` tells of as something that was, else `None`."""
        g = self.g
        mode = self._mode(n)
        if mode is None:
            return None
        clause = self._clause(n)
        if clause is None or verb_status(g, clause).status != "actual":
            return None
        actors = self._doers(n, clause)
        if not actors:
            return None
        counterparts = self.voices.counterparts
        recipients = self._resented(n) or without(counterparts.below.against(n), actors)
        recipients = recipients or counterparts.grounds.government(actors)
        return self.voices.told("protest.told", ("PROTEST", mode), n, actors, recipients, "told in passing")

    def needless(self, one: Coded, others: list[Coded]) -> bool:
        """Whether a protest told in passing is told by another act too: near it, or elsewhere of its kind."""
        if (
            one.act == "COERCE"
            and one.mode == "restrict"
            and self.g.lemma[one.trigger] in protests()["scattering"]
        ):
            return any(  # "used tear gas to break up a march"
                o.act == "ASSAULT"
                and o.mode == "crowd-control"
                and self.g.sent[o.trigger] == self.g.sent[one.trigger]
                for o in others
            )
        if one.entry_id != "protest.told":
            return False
        home = {f.actor.country for f in one.actors}
        sentence = self.g.sent[one.trigger]
        for other in others:
            if other is one or other.act != "PROTEST" or not home & {f.actor.country for f in other.actors}:
                continue
            if other.entry_id == one.entry_id and other.trigger > one.trigger:
                continue
            near = abs(self.g.sent[other.trigger] - sentence) <= _NEAR
            if other.mode == one.mode or (near and "strike" not in (one.mode, other.mode)):
                return True  # a strike is not the march beside it
        return False

    def _mode(self, n: int) -> str | None:
        """The mode of the protest that a noun names with the words beside it, `None` if it names none."""
        g, words = self.g, protests()
        mode = next((m for m in _MODES if g.lemma[n] in words[m]), None)
        if mode is None or g.dep[n] in ("compound", "nmod"):
            return None
        before = {f for c in g.children[n] if c < n for f in (g.lower[c], g.lemma[c])}
        before |= {g.lower[k] for c in g.all_children(n, "nmod", "amod", "compound") for k in g.children[c]}
        if before & words["official"] or any(
            g.pos[c] == "NUM" and len(g.lower[c]) == 4 for c in g.children[n]
        ):
            return None
        if mode == "strike" and "hunger" in before:
            mode = "hunger"
        named = bool(before & words["civic"])
        aimed = any(name in _ABOUT for name, _ in g.prepositions(n))
        if g.lemma[n] in words["weak"]:
            told = named or (self._halts(n) if g.lemma[n] == "strike" else aimed or self._policed(n))
            return mode if told else None
        placed = any(name in ("in", "at", "by", "across", "near") for name, _ in g.prepositions(n))
        counted = self._bunch(n) != n
        return mode if named or aimed or placed or counted or g.all_children(n, "amod") else None

    def _halts(self, n: int) -> bool:
        """Whether a strike is one of workers by what it stops or spreads to: `a strike halted most trains`."""
        g, v = self.g, self.g.head[n]
        if g.dep[n] != "nsubj" or not g.is_verb(v):
            return False
        hit = [*g.objects(v), *g.prep_objects(v, "to", "at", "across")]
        stopped = g.lemma[v] not in ("hit", "destroy", "damage", "target", "kill", "wound", "level", "strike")
        return stopped and any(
            g.lemma[k] in protests()["disrupted"] for o in hit for k in g.noun_conjuncts(o)
        )

    def _policed(self, n: int) -> bool:
        """Whether a gathering is one at which people are arrested or beaten: `detained hundreds at a rally in Minsk`."""
        g, at = self.g, self.g.head[n]
        if g.dep[n] != "pobj" or g.lower[at] not in _AT:
            return False
        return g.lemma[g.head[at]] in protests()["policing"] or (
            g.dep[g.head[at]] == "dobj" and g.lemma[g.head[g.head[at]]] in protests()["policing"]
        )

    def _bunch(self, n: int) -> int:
        """What counts or measures a noun, else the noun: `[weeks] of protests`."""
        g, p = self.g, self.g.head[n]
        counted = g.dep[n] == "pobj" and g.lower[p] == "of" and g.lemma[g.head[p]] in protests()["bunch"]
        return g.head[p] if counted else n

    def _clause(self, n: int) -> int | None:
        """The verb of the clause that says that a protest was: its subject, or `amid`, `during`, `in` it."""
        g, top = self.g, n
        top = g.first_of_row(top)
        top = self._bunch(top)
        above = g.head[top]
        if g.dep[top] == "nsubj" and g.is_verb(above) and not g.is_passive(above):
            return None if g.lemma[above] in wrongs()["being"] else above
        if g.dep[top] != "pobj" or g.lower[above] not in protests()["setting"]:
            return None
        if g.tag[top] != "NNS" and not g.all_children(top, "det", "poss", "amod", "nummod"):
            return None  # "resigned in protest"
        v = g.head[above]
        for _ in range(_CLIMB):
            if g.is_verb(v) or g.head[v] == v:
                break
            v = g.head[v]
        return v if g.is_verb(v) else None

    def _doers(self, n: int, clause: int) -> list[Found]:
        """Who protests: those named beside the noun, else the people of the place."""
        g, people = self.g, self.voices.people
        found = [f for k in g.prep_objects(n, "by") for f in people.of(k, owner=False)]
        found = found or [f for c in g.all_children(n, "poss") for f in people.of(c, owner=False)]
        beside = [c for c in g.all_children(n, "amod", "compound", "nmod") if self._stance(c) is None]
        found = found or [f for c in beside for f in people.of(c)]
        where = clause if self.g.dep[n] == "nsubj" else n  # "anti-Japanese marches swept Chinese cities"
        return unique(found) or self.voices.counterparts.roles.protesters(where)

    def _stance(self, c: int) -> str | None:
        """What a hyphen joins before a name that only says what a protest is for or against: `anti-Japanese`."""
        g = self.g
        return g.lower[c - 2] if c > 1 and g.lower[c - 1] == "-" and g.lower[c - 2] in _STANCES else None

    def _resented(self, n: int) -> list[Found]:
        """Whom a protest is against by a word before it: `anti-Japanese riots`."""
        beside = self.g.all_children(n, "amod", "compound", "nmod")
        return [f for c in beside if self._stance(c) == "anti" for f in self.voices.people.of(c)]

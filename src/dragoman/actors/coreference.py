"""Pronouns and group nominals: who `he`, `they`, `the parties`, `both ministers` are.

Salience: a subject before an object, the same sentence and the one before it, agreement in person, number and
gender; nothing when in doubt. First-person pronouns are left to the speech room.
"""

from __future__ import annotations

from dragoman.actors.mention import ActorMention
from dragoman.actors.resolver import Known
from dragoman.language import Grammar, Layout
from dragoman.schema import Actor

_HE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_THEY = frozenset({"they", "them", "their", "themselves"})
_IT = frozenset({"it", "its", "itself"})
_PERSONAL = frozenset("minister leader president diplomat official politician head premier counterpart statesman men man woman chief".split())
_PARTIES = frozenset("party side country state nation government delegation neighbour neighbor capital partner rival power people".split())
_BODIES = frozenset({"state", "government body", "intergovernmental organisation", "armed group", "party", "company", "media", "non-governmental organisation"})
REACH = 2  # sentences back


class Coreference:
    """Adds pronoun and group mentions to those already found."""

    def __init__(self, g: Grammar, layout: Layout, mentions: list[ActorMention], people: dict[str, Known]) -> None:
        self.g = g
        self.people = people
        skipped = [(b.start, b.end) for b in layout.blocks if b.kind in ("related", "label", "byline", "repeat")]
        self.skipped = skipped
        self.named = sorted((m for m in mentions if m.actors and not self._skip(m.start)), key=lambda m: m.head)
        self.taken = {i for m in mentions for i in range(m.first, m.last + 1)}
        self.out: list[ActorMention] = []

    def _skip(self, offset: int) -> bool:
        return any(a <= offset < b for a, b in self.skipped)

    def run(self) -> list[ActorMention]:
        """The new mentions, in text order."""
        g = self.g
        for i in range(g.n):
            if self._skip(g.start[i]):
                continue
            word = g.lower[i]
            if word in _HE:
                self._add(i, self._person(i, _HE[word]), "pronoun")
            elif word in _THEY:
                self._add(i, self._several(i), "pronoun")
            elif word in _IT:
                self._add(i, self._body(i), "pronoun")
            elif g.tag[i] in ("NNS", "NNPS") and i not in self.taken or g.lower[i] in ("parties", "sides", "ministers", "leaders", "presidents", "diplomats"):
                self._group(i)
        return self.out

    def _add(self, i: int, found: tuple[tuple[Actor, ...], str] | None, via: str) -> None:
        if found is None or not found[0]:
            return
        g = self.g
        mention = ActorMention(i, i, i, g.start[i], g.end[i], via, found[0], found[1])  # type: ignore[arg-type]
        self.out.append(mention)
        self.named.append(mention)
        self.named.sort(key=lambda m: m.head)

    def _before(self, i: int, back: int = REACH) -> list[ActorMention]:
        """Mentions before token `i`, nearest sentence first, subjects first within a sentence."""
        g = self.g
        here = g.sent[i]
        found = [m for m in self.named if m.head < i and here - g.sent[m.head] <= back and not (m.first <= i <= m.last)]
        return sorted(found, key=lambda m: (-g.sent[m.head], not self._subject(m.head), -m.head if g.sent[m.head] == here else m.head))

    def _subject(self, i: int) -> bool:
        g = self.g
        while g.dep[i] in ("compound", "conj", "appos", "nmod") and g.head[i] != i:
            i = g.head[i]
        return g.dep[i] in ("nsubj", "nsubjpass")

    def _same_clause(self, i: int, m: ActorMention) -> bool:
        """A plain pronoun object never refers to the subject of its own verb."""
        g = self.g
        return g.dep[i] in ("dobj", "dative", "pobj") and g.lower[i] in ("him", "her", "them") and g.head[m.head] in (g.head[i], g.head[g.head[i]])

    def _person(self, i: int, gender: str) -> tuple[tuple[Actor, ...], str] | None:
        for m in self._before(i):
            if len(m.actors) != 1 or m.actors[0].kind not in ("person", "unnamed") or self._same_clause(i, m):
                continue
            known = self.people.get(m.actors[0].id)
            if known is not None and known.gender and known.gender != gender:
                continue
            if m.via == "nominal" and self.g.tag[m.head] in ("NNS", "NNPS"):
                continue
            return m.actors, f"{self.g.word[i]!r} is {m.actors[0].name}"
        return None

    def _body(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        g = self.g
        if g.dep[i] == "expl":
            return None
        v = g.head[i]
        if g.lower[i] == "it" and g.is_verb(v) and (g.lemma[v] == "be" or g.is_passive(v)):
            return None  # "it is important that", "it was noted"
        for m in self._before(i, 1):
            if len(m.actors) == 1 and m.actors[0].kind in _BODIES and not m.locative and m.via != "demonym":
                if self._subject(m.head) or g.sent[m.head] == g.sent[i]:
                    return m.actors, f"{g.word[i]!r} is {m.actors[0].name}"
        return None

    def _several(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        g = self.g
        for m in self._before(i):
            if self._same_clause(i, m):
                continue
            if len(m.actors) > 1:
                return m.actors, f"{g.word[i]!r} are those of {m.start}-{m.end}"
            together = self._coordinated(m)
            if len(together) > 1:
                return together, f"{g.word[i]!r} are {', '.join(a.name for a in together)}"
            if g.tag[m.head] in ("NNS", "NNPS") or m.actors[0].kind in ("armed group", "population"):
                return m.actors, f"{g.word[i]!r} are {m.actors[0].name}"
            if self._subject(m.head) and m.actors[0].kind == "person":
                partners = self._partners(m.head)
                if partners:
                    return (m.actors[0], *partners), "they met or talked in the clause before"
        return None

    def _coordinated(self, m: ActorMention) -> tuple[Actor, ...]:
        g = self.g
        top = m.head
        while g.dep[top] == "conj" and g.head[top] != top:
            top = g.head[top]
        heads = set(g.noun_conjuncts(top))
        if len(heads) < 2:
            return ()
        found = [a for n in self.named if n.head in heads for a in n.actors]
        return tuple({a.id: a for a in found}.values())

    def _partners(self, subject: int) -> list[Actor]:
        """With whom a subject did something: objects of `with` in its clause."""
        g = self.g
        v = g.head[subject]
        if not g.is_verb(v):
            return []
        tokens = g.prep_objects(v, "with") + [k for o in g.objects(v) for k in g.prep_objects(o, "with")]
        if g.lemma[v] == "meet":
            tokens += g.objects(v)
        return [a for m in self.named if m.head in tokens for a in m.actors if a.kind in ("person", "state")]

    def _group(self, i: int) -> None:
        g = self.g
        lemma = g.lemma[i] if g.lemma[i] in _PERSONAL | _PARTIES else g.lower[i].rstrip("s")
        lemma = {"partie": "party", "countrie": "country"}.get(lemma, lemma)
        if lemma not in _PERSONAL and lemma not in _PARTIES:
            return
        words = {g.lower[c] for c in g.children[i]}
        if not words & {"the", "both", "two", "these", "their"}:
            return
        if any(m.first <= i <= m.last and m.via in ("name", "role") for m in self.named):
            return
        if any(g.dep[c] in ("amod", "compound", "poss", "nmod") and any(m.first <= c <= m.last for m in self.named) for c in g.children[i]):
            return
        if any(g.lower[p] == "of" for p in g.children[i]) and "both" not in words and "two" not in words:
            return
        wanted = [m for m in self.named if m.head < i and not m.locative]
        if lemma in _PERSONAL:
            pool = [a for m in reversed(wanted) for a in m.actors if a.kind == "person"]
            titled = [a for a in pool if a.id in self.people and any(lemma in office.split("-") for office, _ in self.people[a.id].offices)]
            if len({a.country for a in titled}) > 1:
                pool = titled
        else:
            pool = self._principals(wanted, states=lemma in ("country", "state", "nation", "capital", "neighbour", "neighbor", "people"))
        chosen: list[Actor] = []
        for a in pool:
            if all(a.country != c.country or a.country is None and a.id != c.id for c in chosen):
                chosen.append(a)
            if len(chosen) == 2:
                break
        if len(chosen) == 2:
            self.named = [m for m in self.named if m.head != i]
            self._add(i, (tuple(reversed(chosen)), f"{g.word[i]!r}: the two in focus"), "nominal")

    def _principals(self, before: list[ActorMention], *, states: bool) -> list[Actor]:
        """The two parties spoken of most so far, each by its last mention, the later one first."""
        votes: dict[str, int] = {}
        for m in before:
            for a in m.actors:
                key = a.country or a.id
                votes[key] = votes.get(key, 0) + 1
        top = sorted(votes, key=lambda k: (-votes[k], k))[:2]
        pool = []
        for m in reversed(before):
            for a in m.actors:
                if (a.country or a.id) in top and m.via != "demonym" and (a.kind == "state" if states else a.kind in ("person", "state", "armed group")):
                    pool.append(a)
        return pool

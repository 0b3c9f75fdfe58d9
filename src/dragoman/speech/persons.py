"""One person by what he is, as a source: `the 46-year-old officer`, `the American lawyer`, `the former bank clerk`.

News calls so somebody whom it has just named, to say something more of him. Only sources that the text leaves open
otherwise are looked for, and nobody of another country than the phrase says.
"""

from __future__ import annotations

from dragoman.actors import knowledge_base
from dragoman.actors.described import introduced
from dragoman.actors.mention import ActorMention
from dragoman.schema import Actor
from dragoman.speech.scene import Attributed, Scene

REACH = 3  # sentences back to the person
_TITLE = 7  # tokens of a title
_PAST = frozenset({"former", "ex", "one-time", "onetime", "retired", "erstwhile"})
_SUBJECTS = ("nsubj", "nsubjpass")


class Persons:
    """Finds whom a phrase for one person means."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.g, self.words = scene.g, knowledge_base().words

    def meant(self, s: Attributed, head: int) -> Actor | None:
        """The person named before whom the source of a statement describes, if nobody is known for it yet."""
        g = self.g
        if s.speaker is None or any(a.kind != "unnamed" for a in s.speaker.actors):
            return None
        if not self._describes(head):
            return self._called(s, head)
        country = self._country(head)
        here = g.sent[head]
        for back in range(1, REACH + 1):
            named = [
                m for m in self.scene.mentions.items if g.sent[m.head] == here - back and self._person(m, s)
            ]
            subjects = [m for m in named if g.dep[self._top(m.head)] in _SUBJECTS]
            for m in reversed(subjects or named):
                if country is None or m.actors[0].country in (None, country):
                    return m.actors[0] if self._agrees(m.actors[0], head) else None
        return None

    def _called(self, s: Attributed, head: int) -> Actor | None:
        """The last person whom the text named with this very title: `the secretary` after `Secretary of State Kerrigan`."""
        g = self.g
        near = [c for c in g.children[head] if c != head and g.pos[c] != "PUNCT"]
        if g.tag[head] not in ("NN", "NNP") or [g.lower[c] for c in near] != ["the"]:
            return None
        for m in reversed(self.scene.mentions.items):
            back = g.sent[head] - g.sent[m.head]
            if back > REACH:
                return None
            if m.head < head and m.via == "name" and self._person(m, s) and self._titled(m, head):
                return m.actors[0] if self._agrees(m.actors[0], head) else None
        return None

    def _titled(self, m: ActorMention, head: int) -> bool:
        """Whether a noun stands before a name as its title, or behind it between commas."""
        g, noun = self.g, self.g.lower[head]
        k = m.head - 1
        while k >= 0 and m.head - k < _TITLE and (g.pos[k] in ("PROPN", "NOUN", "ADJ") or g.lower[k] == "of"):
            if g.lower[k] == noun:
                return True
            k -= 1
        if m.last + 1 >= g.n or g.lower[m.last + 1] != ",":
            return False
        for k in range(m.last + 2, min(m.last + 2 + _TITLE, g.n)):
            if k == head or g.is_verb(k) or g.lower[k] in (",", "of", "for", "in"):
                return False
            if g.lower[k] == noun:
                return True
        return False

    def _describes(self, i: int) -> bool:
        """Whether a phrase says what one person is, with `the` and nothing behind it."""
        g = self.g
        near = [c for c in g.children[i] if c < i]
        if g.tag[i] not in ("NN", "NNP") or not any(g.lower[c] == "the" for c in near):
            return False
        if any(c > i and g.pos[c] != "PUNCT" for c in g.children[i]) or any(g.dep[c] == "poss" for c in near):
            return False
        aged = any(
            g.lower[k] == "old" and g.lower[k - 2 : k - 1] == ["year"]
            for c in near
            for k in range(g.left[c], c + 1)
        )
        past = any(g.lower[c] in _PAST for c in near) or g.lower[i].startswith("ex-")
        lemma = g.lemma[i].lower()
        if lemma in self.scene.cues.documents or introduced(g, i):
            return False
        trade = (
            lemma in self.words.private
            or lemma in self.words.described
            or lemma in self.scene.cues.of_parliament
        )
        person = (
            trade or lemma in self.scene.cues.individuals or lemma.endswith(self.scene.cues.people_suffixes)
        )
        return aged or (past and person) or trade or (person and self._country(i) is not None)

    def _country(self, i: int) -> str | None:
        """The state whose adjective a phrase has: `the American lawyer`."""
        inner = [
            m
            for c in self.g.children[i]
            if c < i
            for m in self.scene.mentions.covering(c)
            if m.via == "demonym"
        ]
        return inner[0].actors[0].country if inner and inner[0].actors else None

    def _person(self, m: ActorMention, s: Attributed) -> bool:
        """Whether a mention is of one person, outside what is said."""
        one = len(m.actors) == 1 and m.actors[0].kind == "person"
        return one and not self.scene.in_quote[m.head] and not any(a <= m.start < b for a, b in s.content)

    def _agrees(self, actor: Actor, i: int) -> bool:
        """Whether a noun that says a gender may be said of somebody."""
        known = knowledge_base().persons.get(actor.id)
        word = self.g.lower[i]
        gender = "f" if word.endswith("woman") else "m" if word.endswith("man") else ""
        return known is None or not gender or known.gender in ("", gender)

    def _top(self, i: int) -> int:
        """The head of the noun phrase in which a name stands as a part or an apposition."""
        g = self.g
        while (
            g.dep[i] in ("compound", "appos", "nmod", "flat") and g.head[i] != i and not g.is_verb(g.head[i])
        ):
            i = g.head[i]
        return i

"""One person by what he is, as a source: `the 46-year-old officer`, `the American lawyer`, `the former bank clerk`.

News calls so somebody whom it has just named, to say something more of him. Only sources that the text leaves open
otherwise are looked for, and nobody of another country than the phrase says.
"""

from __future__ import annotations

from dragoman.actors import knowledge_base
from dragoman.actors.described import introduced
from dragoman.actors.mention import ActorMention
from dragoman.actors.newcomers import newcomer
from dragoman.schema import Actor
from dragoman.speech.scene import Attributed, Scene

REACH = 3  # sentences back to the person
_TITLE = 7  # tokens of a title
_PAST = frozenset({"former", "ex", "one-time", "onetime", "retired", "erstwhile"})
DEPUTY = frozenset({"vice", "deputy", "assistant"})  # whose title is not the one it stands before
_NAMELESS = frozenset({"unnamed", "population"})
_WITHIN = frozenset({"of", "the"})
# Ranks as they are written before names.
_RANKS = {"admiral": "adm", "brigadier": "brig", "captain": "capt", "colonel": "col", "commander": "cmdr", "corporal": "cpl",
          "general": "gen", "lieutenant": "lt", "major": "maj", "senator": "sen", "sergeant": "sgt", "representative": "rep",
          "governor": "gov", "professor": "prof", "doctor": "dr"}  # fmt: skip
_SUBJECTS = ("nsubj", "nsubjpass")


class Persons:
    """Finds whom a phrase for one person means."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.g, self.words = scene.g, knowledge_base().words

    def meant(self, s: Attributed, head: int) -> Actor | None:
        """The person named before whom the source of a statement describes, if nobody is known for it yet."""
        g = self.g
        if s.speaker is None or any(a.kind not in _NAMELESS for a in s.speaker.actors):
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

    def aged(self, s: Attributed, head: int, spoke: list[tuple[Actor, ...]]) -> Actor | None:
        """Whom `the 65-year-old leader` means: one named with this title, else who spoke last."""
        g = self.g
        if not self._is_aged(head) or g.tag[head] not in ("NN", "NNP"):
            return None
        for m in reversed(self.scene.mentions.items):
            back = g.sent[head] - g.sent[m.head]
            if back > REACH:
                break
            if m.head < head and m.via == "name" and self._person(m, s) and self.bears(m, head):
                return m.actors[0] if self._agrees(m.actors[0], head) else None
        last = spoke[-1] if spoke else ()
        near = [
            m for m in self.scene.mentions.items if m.head < head and g.sent[head] - g.sent[m.head] <= REACH
        ]
        if len(last) == 1 and last[0].kind == "person" and self._agrees(last[0], head):
            if any(a.id == last[0].id for m in near for a in m.actors):
                return last[0]
        just = [
            m for m in near if g.sent[head] - g.sent[m.head] == 1 and m.via == "name" and self._person(m, s)
        ]
        named = {m.actors[0].id for m in just}  # `sided with Bob Dole. “No,” the 72-year-old Republican said`
        return just[-1].actors[0] if len(named) == 1 and self._agrees(just[-1].actors[0], head) else None

    def titled(self, s: Attributed, head: int) -> Actor | None:
        """Whom the whole title means that the text gave somebody: `the rebel spokesman` after `rebel spokesman Lam Gabriel`.

        Only where the one taken for him is not called so.
        """
        g = self.g
        near = [c for c in g.children[head] if c < head]
        kinds = [c for c in near if g.dep[c] in ("compound", "amod")]
        if not kinds or g.tag[head] != "NN" or len(near) != len(kinds) + 1 or g.lower[near[0]] != "the":
            return None
        if any(c > head and g.pos[c] != "PUNCT" for c in g.children[head]) or s.speaker is None:
            return None
        taken = {a.id for a in s.speaker.actors if a.kind != "unnamed"}
        wanted = {g.lower[c] for c in (*kinds, head)}
        found: Actor | None = None
        for m in self.scene.mentions.items:
            back = g.sent[head] - g.sent[m.head]
            if m.head >= head or back > 2 * REACH or m.via != "name" or not self._person(m, s):
                continue
            if m.actors[0].id in taken and self._is_called(m, g.lower[head]):
                return None
            if wanted <= self._title(m):
                found = m.actors[0]
        return found if found is not None and self._agrees(found, head) else None

    def _is_called(self, m: ActorMention, noun: str) -> bool:
        """Whether a person named has an office, or a title, with this noun."""
        return noun in (m.actors[0].office or "").lower().split() or noun in self._title(m)

    def _title(self, m: ActorMention) -> set[str]:
        """The words of the title before a name."""
        g, k = self.g, m.head - 1
        words: set[str] = set()
        while k >= 0 and m.head - k < _TITLE and (g.pos[k] in ("PROPN", "NOUN", "ADJ") or g.lower[k] == "of"):
            words.add(g.lower[k])
            k -= 1
        return words

    def _is_aged(self, i: int) -> bool:
        """Whether a phrase says how old one person is."""
        g = self.g
        return any(
            g.lower[k] == "old" and g.lower[k - 2 : k - 1] == ["year"]
            for c in g.children[i]
            if c < i
            for k in range(g.left[c], c + 1)
        )

    def _called(self, s: Attributed, head: int) -> Actor | None:
        """The last person whom the text named with this very title: `the secretary` after `Secretary of State Kerrigan`."""
        g = self.g
        near = [c for c in g.children[head] if c != head and g.pos[c] != "PUNCT"]
        if g.tag[head] not in ("NN", "NNP") or [g.lower[c] for c in near] != ["the"]:
            return None
        for m in reversed(self.scene.mentions.items):
            back = g.sent[head] - g.sent[m.head]
            if back > 2 * REACH:
                return None
            if m.head < head and m.via == "name" and self._person(m, s) and self.bears(m, head):
                return m.actors[0] if self._agrees(m.actors[0], head) else None
        return None

    def bears(self, m: ActorMention, head: int) -> bool:
        """Whether a noun stands before a name as its title, or behind it between commas."""
        g, noun = self.g, self.g.lower[head]
        k = m.head - 1
        while (
            k >= 0 and m.head - k < _TITLE and (g.pos[k] in ("PROPN", "NOUN", "ADJ") or g.lower[k] in _WITHIN)
        ):
            if g.lower[k] == noun or g.lower[k].rstrip(".") == _RANKS.get(noun):
                return g.lower[k - 1] not in DEPUTY
            k -= 1
        above = g.head[m.head]
        if g.dep[m.head] == "appos" and above < m.first and g.lower[above] == noun:
            return g.lower[above - 1] not in DEPUTY  # `the peace commissioner, Danilo Rueda`
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
        aged = self._is_aged(i)
        past = any(g.lower[c] in _PAST for c in near) or g.lower[i].startswith("ex-")
        lemma = g.lemma[i].lower()
        if lemma in self.scene.cues.documents or introduced(g, i) or newcomer(g, i) is not None:
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

"""One person beside what he is: `their leader, Captain X,`, `his counterpart, Y,`, `X, a cleric who lives abroad`.

The name and the phrase stand side by side, only a comma between them, and the parse makes one an apposition to the other.
Titles that the knowledge base lists are read before (`titles`); here are the common nouns that it does not.
"""

from __future__ import annotations

from dragoman.actors.discourse import Discourse
from dragoman.actors.mention import ActorMention
from dragoman.schema import Actor

_CLOSING = frozenset({"PUNCT", "SPACE"})
_BODIES = frozenset(
    {"group", "movement", "organisation", "organization", "faction", "front", "body", "country"}
)
_HOME = frozenset({"of", "from"})
_ONCE = frozenset({"ex", "former", "onetime"})
_FAR = 9  # tokens from a noun to the comma before its name


class Appositions:
    """Finds who a noun phrase beside a name is."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.g = discourse.g

    def find(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """The person named right after or before the phrase of the singular noun at token `i`."""
        if self.g.tag[i] not in ("NN", "NNP"):
            return None
        if self.g.lower[i] in self.discourse.words.institutes or self.g.lower[i] in _BODIES:
            return None
        own = self.discourse.covered.get(i)
        if own is not None and (
            own.head != i or own.via not in ("nominal", "role") or not self._nameless(own)
        ):
            return None
        m = self._close(i, own) or self._after(i, own) or self._before(i, own) or self._in_other_office(i)
        if m is None or not self._agrees(m.actors[0], own):
            return None
        return m.actors, f"{self.g.word[i]!r} is {m.actors[0].name}, named beside it"

    def named_after(self, i: int) -> bool:
        """Whether the phrase of token `i` has the name of its person right after it."""
        return self._after(i, self.discourse.covered.get(i)) is not None

    def _person(self, i: int) -> ActorMention | None:
        """The mention of one person by name that begins at token `i`."""
        m = self.discourse.covered.get(i)
        if m is None or m.first != i or m.via != "name" or len(m.actors) != 1 or m.actors[0].kind != "person":
            return None
        return m

    def _in_other_office(self, i: int) -> ActorMention | None:
        """Who is told with an office that he had before: `[Opposition leader] and former Prime Minister Nawaz Sharif`."""
        g = self.g
        own = [c for c in g.children[i] if c < i]
        if any(g.dep[c] in ("det", "poss", "nummod") for c in own) or i + 2 >= g.n or g.lower[i + 1] != "and":
            return None
        return self._person(i + 2) if g.lower[i + 2] in _ONCE else None

    def _nameless(self, m: ActorMention) -> bool:
        """Whether a mention names nobody: a state or somebody unnamed, for want of a name."""
        known = self.discourse.story.kb.organisations
        if m.via == "nominal" and self.g.lemma[m.head] in self.discourse.words.members:
            return True  # "the RPF's commander, X": the group stands for one of its own
        return all(
            a.kind in ("unnamed", "population", "state", "intergovernmental organisation")
            or (a.kind == "person" and a.office is not None and a.name[1:] == a.office[1:])
            or (m.via == "nominal" and a.kind != "person" and a.id not in known)
            for a in m.actors
        )

    def _close(self, i: int, own: ActorMention | None) -> ActorMention | None:
        """`the journalist X`, `her lawyer Y`: the name follows at once, and the parse joins the two."""
        g = self.g
        m = self._person(i + 1) if i + 1 < g.n and (own is None or own.last == i) else None
        if m is None or g.sent[m.head] != g.sent[i]:
            return None
        joined = (g.head[m.head] == i and g.dep[m.head] == "appos") or (
            g.head[i] == m.head and g.dep[i] in ("compound", "nmod", "appos")
        )
        return m if joined else None

    def _after(self, i: int, own: ActorMention | None) -> ActorMention | None:
        """`the head of the mission, X,`: the name hangs on the noun, or follows its last word."""
        g = self.g
        if not any(g.dep[c] in ("det", "poss", "amod", "compound") and c < i for c in g.children[i]):
            return None
        last = max(i, own.last) if own is not None else i
        comma = next((k for k in range(last + 1, min(last + _FAR, g.n - 1)) if g.word[k] == ","), None)
        if comma is None or g.sent[comma + 1] != g.sent[i] or not self._within(i, last, comma):
            return None
        m = self._person(comma + 1)
        if (
            m is None and g.lower[comma + 1] == "the"
        ):  # "its commander, the general X,", as translators put it
            m = self._person(comma + 2) or self._person(comma + 3)  # "..., the Dominican X,"
        if m is not None and self._closed(m.last + 1):
            return m if not self._listed(m) and g.dep[i] != "appos" else None
        return None

    def _closed(self, k: int) -> bool:
        """Whether an apposition ends before token `k`, or where its person comes from: `the envoy, X of Kenya,`."""
        g = self.g
        if k < g.n - 2 and g.lower[k] in _HOME and g.pos[k + 1] == "PROPN":
            k += 2
            while k < g.n and g.pos[k] == "PROPN":
                k += 1
        return k >= g.n or g.pos[k] in _CLOSING

    def _before(self, i: int, own: ActorMention | None) -> ActorMention | None:
        """`X, the cleric`: the noun hangs on the name, and its phrase begins right after it."""
        g = self.g
        if g.dep[i] != "appos":
            return None
        m = self.discourse.covered.get(g.head[i])
        if (
            m is None
            or len(m.actors) != 1
            or m.actors[0].kind != "person"
            or m.actors[0].id not in self.discourse.people.known
        ):
            return None
        if m.via != "name" and self._nameless(m):
            return None
        first = min(g.left[i], own.first if own is not None else i)
        if m.last + 1 != first - 1 or g.word[first - 1] != "," or self._listed(m):
            return None
        return m if any(g.dep[c] == "det" for c in g.children[i]) or g.dep[i + 1 :][:1] == ["punct"] else None

    def _within(self, i: int, last: int, comma: int) -> bool:
        """Whether all between a noun's phrase and a comma belongs to the noun."""
        g = self.g
        for k in range(last + 1, comma):
            up = k
            while g.head[up] != up and up != i:
                up = g.head[up]
            if up != i:
                return False
        return True

    def _listed(self, m: ActorMention) -> bool:
        """Whether a name is one of a list: `the minister, John Smith and others`."""
        g = self.g
        return any(g.dep[c] in ("conj", "cc") for c in g.children[m.head])

    def _agrees(self, actor: Actor, own: ActorMention | None) -> bool:
        """Whether nothing that the phrase says of its state speaks against the person."""
        if own is None or not own.actors or own.actors[0].country is None or "modifier" not in own.why:
            return True
        if actor.country is None or actor.country == own.actors[0].country:
            return True
        known = self.discourse.people.known.get(actor.id)
        if known is not None and known.guessed:
            return True
        person = self.discourse.story.kb.persons.get(actor.id)
        owners = (
            {self.discourse.story.kb.owner_of(t.office)[0] for t in person.tenures}
            if person is not None
            else set()
        )
        return own.actors[0].country in owners

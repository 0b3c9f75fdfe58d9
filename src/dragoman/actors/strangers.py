"""Whoever does something in a clause and is told nowhere else: `donors froze aid`, `the American Legion objected`.

Who acts is somebody, though the text says no more of him; who is only spoken of need not be.
"""

from __future__ import annotations

from collections.abc import Container

from dragoman.actors.discourse import Discourse
from dragoman.actors.mention import ActorMention
from dragoman.actors.names import slug
from dragoman.actors.nominals import Nominals
from dragoman.actors.story import ASIDE
from dragoman.schema import Actor, Kind

# What hangs on a noun before it and says who is meant.
_SAYING = frozenset({"amod", "compound", "nmod", "nummod"})
# Between the parts of a name: `the Mothers of Srebrenica`.
_PARTS = frozenset({"of", "for", "and", "de", "del"})


class Strangers:
    """Finds them, when all that is known otherwise has been found."""

    def __init__(self, discourse: Discourse, nominals: Nominals) -> None:
        self.discourse, self.nominals = discourse, nominals
        self.g, self.words, self.story = discourse.g, discourse.words, discourse.story

    def find(self, i: int) -> ActorMention | None:
        """The mention of a stranger headed by token `i`."""
        g = self.g
        if self.discourse.covered.get(i) is not None or self.story.kind(g.start[i]) in ASIDE:
            return None
        if g.tag[i] in ("NNP", "NNPS"):
            return self._bearer(i) if self._does(i, self.words.voicing) else None
        if g.tag[i] not in ("NN", "NNS") or not self._does(i) or self._named(i):
            return None
        return self._called(self.nominals.stranger(i))

    def _called(self, m: ActorMention | None) -> ActorMention | None:
        """A stranger by all that the phrase says of him: `critics of the deal`, not `critics`."""
        if m is None:
            return None
        g, i = self.g, m.head
        m.stranger = True
        first = min(m.first, *(g.left[c] for c in g.children[i] if c < i and g.dep[c] in _SAYING), i)
        last = max((g.right[c] for c in g.children[i] if c > i and g.dep[c] == "prep"), default=i)
        if any(g.is_verb(k) or g.pos[k] == "PUNCT" for k in range(i, last + 1)):
            last = i
        name = " ".join(self.story.text[g.start[first] : g.end[last]].split())
        m.actors = tuple(
            a.model_copy(update={"name": name, "id": slug(f"{a.country or ''} {name}")}) for a in m.actors
        )
        return m

    def _bearer(self, i: int) -> ActorMention | None:
        """Who bears an unknown name that ends at token `i`: `the American Legion`, `the Democrat Patrick Leahy`."""
        g, story = self.g, self.story
        if story.scan.case_at(g.start[i]) == "upper":
            return None
        first = last = i
        while first > g.left[i] and g.tag[first - 1] not in ("DT", "POS"):
            if not g.word[first - 1][:1].isupper() and g.word[first - 1] != "-":
                break
            first -= 1
        if first == i and not (g.word[i].isupper() and len(g.word[i]) > 1):
            return None  # a club, a river, somebody of long ago
        while last + 2 <= g.right[i] and g.lower[last + 1] in _PARTS and g.word[last + 2][:1].isupper():
            last += 2
        person = first < i - 1 and g.lower[first] in story.kb.strangers
        if person:
            first += 1
        inside = [m for k in range(first, last + 1) if (m := self.discourse.covered.get(k)) is not None]
        if any(m.actors and m.actors[0].kind != "state" for m in inside):
            return None
        country = next((m.actors[0].country for m in inside if m.actors), None)
        why = "a name unknown, of somebody who speaks or decides"
        if country is None:
            country, how = story.whose.country(i, stateless=True)
            why += f"; country from {how}" if country is not None else ""
        name = " ".join(story.text[g.start[first] : g.end[last]].split())
        kind: Kind = "person" if person else "unnamed" if first == last else "non-governmental organisation"
        actor = Actor(id=slug(name), name=name, kind=kind, country=country, sector="CVL")
        return ActorMention(first, last, i, g.start[first], g.end[last], "name", (actor,), why, stranger=True)

    def _named(self, i: int) -> bool:
        """Whether the phrase itself names somebody: `the author, Egypt`, `a group of senators`, `the opposition members`."""
        g = self.g
        many = [k for k in g.prep_objects(i, "of") if g.tag[k] == "NNS"]
        if any(g.lemma[i] == "group" or g.lemma[k] in self.words.many_states for k in many):
            return True
        said = [*g.all_children(i, "appos", "compound", "nmod", "amod"), *g.prep_objects(i, "of")]
        named = [m for k in said if (m := self.discourse.mention_of(k)) is not None]
        return any(len(m.actors) > 1 or (m.actors and m.actors[0].kind != "state") for m in named)

    def _does(self, i: int, verbs: Container[str] | None = None) -> bool:
        """Whether somebody is the doer of a clause, himself or beside another; `verbs`: of one with such a verb."""
        g = self.g
        i = g.first_of_row(i)
        v = g.head[i]
        if g.dep[i] == "pobj" and g.dep[v] == "agent":
            return verbs is None or g.lemma[g.head[v]] in verbs
        if g.dep[i] != "nsubj" or not g.is_verb(v):
            return False
        return g.lemma[v] not in self.words.being if verbs is None else g.lemma[v] in verbs

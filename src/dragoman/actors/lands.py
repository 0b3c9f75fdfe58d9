"""Nouns for one state: `the island nation`, `the kingdom`, `the reclusive state`, `the country`.

They are the state that the text speaks of, by its name or its people, and that may be described so.
"""

from __future__ import annotations

from dragoman.actors.discourse import MARGIN, Discourse
from dragoman.schema import Actor

_HALVES = {"north": "KOR", "south": "PRK"}  # whose name in the text lets the other be called so
LAND_REACH = 6  # sentences back to a state described
# How much heavier a state must be than the next to be `the nation`.
PLAIN_LAND = 1.5
CLEAR_LAND = 2.0  # ... where `the country` is an object, as any country may be
YOUNG = 4  # years in which a state is `the new state`
# Who ruled others, after `colonial`.
_MASTERS = frozenset({"power", "ruler", "master", "masters", "overlord"})
# Who was ruled by others, and words for what is no more.
_RULED = frozenset({"colony", "protectorate", "dominion", "possession"})
_ONCE = frozenset({"former", "ex", "erstwhile", "onetime", "one-time", "old"})
_NEXT_DOOR = frozenset({"neighbouring", "neighboring"})
_NEWBORN = frozenset({"new", "newest", "newborn", "youngest", "fledgling", "newly", "infant"})


class Lands:
    """Finds the state that a noun for a state means."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.g, self.words, self.story = discourse.g, discourse.words, discourse.story

    def find(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`the island nation`, `the kingdom`, `the reclusive state`: a state spoken of, by what is said of it."""
        g, words, story = self.g, self.words, self.story
        noun = g.lower[i]
        if (
            story.preposition(i) in words.locative
            or g.dep[i] not in ("nsubj", "nsubjpass", "poss", "dobj", "pobj", "dative")
            or not any(g.lower[c] in ("the", "this") for c in g.children[i])
            or any(
                c > i and g.dep[c] in ("relcl", "acl", "prep", "appos")
                for c in g.children[i]
                if not self._charge(c)
                and not (g.dep[c] == "prep" and g.lower[c] == "in")
                and not self._means(c)
            )
        ):
            return None
        first = min(c for c in g.children[i] if g.lower[c] in ("the", "this")) + 1
        newest = self._newborn(first, i)
        beside_us = self._next_door(first, i)
        allowed: set[str] | None = set(words.noun_states[noun]) if noun in words.noun_states else None
        described = False
        k = first
        if newest or beside_us:
            allowed, described, k = newest or beside_us, True, i
        while k < i:
            if g.word[k] == "-" or g.lower[k] in ("and", ",") or g.pos[k] == "NUM":
                k += 1
                continue
            size = next((n for n in (3, 2, 1) if k + n <= i and self._adjective(k, k + n) is not None), 0)
            found = self._adjective(k, k + size) if size else None
            if found is None:
                return None
            described = True
            if "*" not in found:
                allowed = set(found) if allowed is None else allowed & found
            k += size
        if (noun == "state" and not described) or (
            noun == "island" and g.dep[i] not in ("nsubj", "nsubjpass", "poss")
        ):
            return None
        plainly = (
            g.dep[i] in ("pobj", "dobj", "dative") and allowed is None and not described and noun != "nation"
        )
        if noun in _HALVES:
            allowed = set(words.noun_states[noun])
            halves = {_HALVES[noun], *allowed}
            if (
                not g.word[i][:1].isupper()
                or described
                or not halves & (story.votes.keys() | story.bearers.keys())
            ):
                return None
            state = story.kb.state(next(iter(allowed)))
            return ((state,), f"{g.word[i]!r} is {state.name}, whose other half is named") if state else None
        weights = self._spoken(i, allowed)
        if not weights and allowed is not None and noun in words.noun_states:
            weights = self._told_after(i, allowed)
        ranked = sorted(weights, key=lambda c: (-weights[c], c))
        if not ranked:
            return None
        margin = CLEAR_LAND if plainly else MARGIN if allowed else PLAIN_LAND
        if len(ranked) > 1 and weights[ranked[0]] < weights[ranked[1]] * margin:
            return None
        state = story.kb.state(ranked[0])
        return ((state,), f"{g.word[i]!r} is {state.name}, of which the text speaks") if state else None

    def pointed(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`that country`, of which nothing else is said: the state told of right before, no other party of its clause."""
        g = self.g
        that = [c for c in g.children[i] if c < i]
        if [g.lower[c] for c in that] != ["that"] or g.dep[that[0]] != "det" or g.tag[i] != "NN":
            return None
        if any(c > i and g.dep[c] in ("relcl", "acl") for c in g.children[i]):
            return None
        beside = self.clause_mates(i)
        for m in reversed(self.discourse.named):
            if m.head >= i or any(a.country in beside for a in m.actors):
                continue
            if g.sent[i] - g.sent[m.head] > 1:
                return None
            if len(m.actors) == 1 and m.actors[0].kind == "state" and m.via != "pronoun":
                return m.actors, f"{g.word[i]!r} is {m.actors[0].name}, told of right before"
        return None

    def _told_after(self, i: int, allowed: set[str]) -> dict[str, float]:
        """The one state that may be called so, where the text names it only after: `The sultanate kept silent. Oman's ...`."""
        codes = {
            a.country for m in self.discourse.named if m.head > i for a in m.actors if a.country in allowed
        } - {None}
        return {code: 1.0 for code in codes if code is not None} if len(codes) == 1 else {}

    def _next_door(self, first: int, i: int) -> set[str]:
        """The states next to that of who acts on, or tells of, `the neighbouring country`."""
        g = self.g
        if not any(g.lower[k] in _NEXT_DOOR for k in range(first, i)):
            return set()
        k, homes = i, set[str | None]()
        while g.head[k] != k and not homes:
            k = g.head[k]
            if g.is_verb(k):
                doers = [
                    m for s in g.subjects(k) if s != i and (m := self.discourse.mention_of(s)) is not None
                ]
                homes = {a.country for m in doers for a in m.actors} - {None}
        near = {c for home in homes for c in self.story.kb.borders.get(home or "", ())}
        return near - {h for h in homes if h is not None}

    def colony(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`the former colony`, `the former British protectorate`: the state spoken of that its ruler once ruled."""
        g, story = self.g, self.story
        if (
            g.lower[i] not in _RULED
            or g.tag[i] not in ("NN", "NNP")
            or story.preposition(i) in self.words.locative
        ):
            return None
        own = [c for c in g.children[i] if c < i]
        said = {g.lower[c] for c in own} | set(g.lower[g.left[i] : i])
        if not said & _ONCE or not (said & {"the", "this"} or any(g.dep[c] == "poss" for c in own)):
            return None
        rulers: set[str | None] = set()
        for c in own:
            m = self.discourse.covered.get(c)
            if g.dep[c] in ("amod", "compound", "nmod", "poss") and m is not None:
                rulers |= {a.country for a in m.actors}
        lands = {c for r in rulers for c in self.words.colonised.get(r or "", ())}
        if not rulers:  # by who deals with it
            rulers = set(self.clause_mates(i))
            lands = {c for r in rulers for c in self.words.colonised.get(r or "", ())}
        if not lands and not rulers:
            lands = {c for codes in self.words.colonised.values() for c in codes}
        weights = self._spoken(i, lands - {r for r in rulers if r is not None})
        ranked = sorted(weights, key=lambda c: (-weights[c], c))
        if not ranked or (len(ranked) > 1 and weights[ranked[0]] < weights[ranked[1]] * MARGIN):
            return None
        state = story.kb.state(ranked[0])
        return ((state,), f"{g.word[i]!r} is {state.name}, once ruled by another") if state else None

    def colonial(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`the former colonial power`, `its old colonial master`: the state that once ruled the one of which the text tells."""
        g, story = self.g, self.story
        if g.lower[i] not in _MASTERS or not any(g.lower[c] == "colonial" for c in g.children[i] if c < i):
            return None
        if not any(g.dep[c] in ("det", "poss") and g.lower[c] not in ("a", "an") for c in g.children[i]):
            return None
        for code in (story.dominant, story.dateline, story.ground()):
            for ruler, lands in self.words.colonised.items():
                if code in lands and (state := story.kb.state(ruler)) is not None:
                    return (
                        state,
                    ), f"{g.word[i]!r}: {state.name} once ruled {story.kb.states[code or ''].name}"
        return None

    def _charge(self, p: int) -> bool:
        """Whether a preposition says what one is accused of: `the country [of] arming`."""
        return self.g.dep[p] == "prep" and self.g.child(p, "pcomp") is not None

    def _means(self, p: int) -> bool:
        """Whether a preposition says with what one threatens: `threatened the country with [war]`."""
        g = self.g
        thing = g.child(p, "pobj")
        threatens = g.lower[p] == "with" and g.lemma[g.head[g.head[p]]] in ("threaten", "menace")
        return threatens and thing is not None and g.child(thing, "relcl", "acl") is None

    def _newborn(self, first: int, i: int) -> set[str]:
        """The states born within some years before the day, for `the new state`, `the fledgling republic`."""
        kb, on = self.story.kb, self.story.on
        if on is None or not any(self.g.lower[k] in _NEWBORN for k in range(first, i)):
            return set()
        year = int(on[:4])
        return {
            c for c, s in kb.states.items() if s.since[:4].isdigit() and 0 <= year - int(s.since[:4]) <= YOUNG
        }

    def _adjective(self, a: int, b: int) -> frozenset[str] | None:
        """The states that tokens `[a, b)` before a noun for a state may be said of; with `*` any."""
        g = self.g
        text = "".join(g.lower[a:b]) if "-" in g.lower[a:b] else " ".join(g.lower[a:b])
        for adjective, states in self.words.land_adjectives.items():
            if text == adjective and adjective != "*":
                return states
        return frozenset({"*"}) if text in self.words.land_adjectives["*"] else None

    def _spoken(self, i: int, allowed: set[str] | None) -> dict[str, float]:
        """The states spoken of before token `i`, with weights: named, by their people, by those of whom they are."""
        g, kb = self.g, self.story.kb
        beside = self.clause_mates(i)
        shares: dict[tuple[str, int], float] = {}  # of a state in a sentence: what it has there once
        for m in self.discourse.named:
            gap = g.sent[i] - g.sent[m.head]
            if m.head >= i or gap > LAND_REACH:
                continue
            for code in {a.country for a in m.actors if a.country is not None} - beside:
                if code in kb.states and (allowed is None or code in allowed):
                    state = any(a.kind == "state" and a.country == code for a in m.actors)
                    share = (1.0 if state and m.via != "demonym" else 0.7) * 0.8**gap / len(m.actors)
                    shares[code, gap] = max(shares.get((code, gap), 0.0), share)
        if allowed is not None:  # also where things are, where the noun fits few: `broadcast from Riyadh`
            for p in self.story.places:
                gap = g.sent[i] - g.sent[p.token]
                if p.token < i and gap <= LAND_REACH and p.code in allowed - beside:
                    shares.setdefault((p.code, gap), 0.7 * 0.8**gap)
        weights: dict[str, float] = {}
        for (code, _), share in shares.items():
            weights[code] = weights.get(code, 0.0) + share
        return weights

    def clause_mates(self, i: int) -> set[str | None]:
        """The states that are other arguments of the clause of token `i`, which are somebody else."""
        g = self.g
        v = g.head[i] if g.dep[i] != "pobj" else g.head[g.head[i]]
        if g.dep[i] == "poss" or not g.is_verb(v):
            return set()
        doers = g.subjects(v)  # "shelled a base, accusing the country of"
        if g.dep[v] == "relcl" and all(g.tag[s] in ("WP", "WDT") for s in doers):
            doers = [g.head[v]]  # "Moscow, which invaded the country"
        return {
            a.country
            for m in self.discourse.named
            if m.via != "demonym" and (m.head in doers or g.head[self.discourse.top(m.head)] == v)
            for a in m.actors
            if a.kind == "state"
        }

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
                if not self._charge(c) and not (g.dep[c] == "prep" and g.lower[c] == "in")
            )
        ):
            return None
        first = min(c for c in g.children[i] if g.lower[c] in ("the", "this")) + 1
        newest = self._newborn(first, i)
        allowed: set[str] | None = set(words.noun_states[noun]) if noun in words.noun_states else None
        described = False
        k = first
        if newest:
            allowed, described, k = newest, True, i
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
        ranked = sorted(weights, key=lambda c: (-weights[c], c))
        if not ranked:
            return None
        margin = CLEAR_LAND if plainly else MARGIN if allowed else PLAIN_LAND
        if len(ranked) > 1 and weights[ranked[0]] < weights[ranked[1]] * margin:
            return None
        state = story.kb.state(ranked[0])
        return ((state,), f"{g.word[i]!r} is {state.name}, of which the text speaks") if state else None

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

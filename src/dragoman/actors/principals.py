"""Whom a story is about: the pair of sides that its clauses set beside or against each other most.

`Both governments` at the end of a story are not the two that were asked to help, and not the mediator and one side, but
the two between whom it all happens. Each clause that joins two sides counts for their pair: `X and Y`, `between X and Y`,
`X met with Y`, `X accused Y`, `X-Y talks`. What stands in the title and the lead counts more, and what stands near.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from dragoman.actors.allegiance import REBELS, nameless_band
from dragoman.actors.discourse import Discourse
from dragoman.actors.mention import ActorMention
from dragoman.schema import Actor

Pair = tuple[str, str]

_KINDS = frozenset({"person", "state", "armed group", "government body", "party", "unnamed"})
_WITH = frozenset(
    {
        "with",
        "against",
        "between",
        "to",
        "from",
        "on",
        "towards",
        "toward",
        "for",
        "upon",
        "at",
        "of",
        "by",
        "in",
    }
)
_PHRASE = frozenset(
    {"pobj", "prep", "dobj", "poss", "compound", "nmod", "amod", "appos", "dative", "conj", "pcomp", "agent"}
)
LEAD = 3  # sentences that say what a story is about: title and lead
_AHEAD = 2.0  # what a clause of the lead weighs more
_NEAR = 0.15  # how fast a clause loses weight with its distance in sentences
CLEAR = 1.25  # how much heavier the first pair must be than the next
_BESIDE = 0.15  # what two weigh who are no more than named in one sentence
_LEAST = 1.0  # what a pair must weigh to be one


class Principals:
    """Weighs the pairs of sides of one story."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse, self.g = discourse, discourse.g
        self._groups: dict[str, str] | None = None

    def side(self, a: Actor) -> str | None:
        """The side that an actor stands for: its state, or the armed group that it is, or is of."""
        if a.sector == "IGO" or a.kind not in _KINDS:
            return None
        if a.sector == REBELS and a.country is not None and (a.kind != "armed group" or nameless_band(a)):
            return self._group_of(a.country) or a.id
        return a.id if a.kind == "armed group" else a.country

    def _group_of(self, country: str) -> str | None:
        """The one armed group of a state that the story names."""
        if self._groups is None:
            found: dict[str, set[str]] = defaultdict(set)
            for m in self.discourse.named:
                for a in m.actors:
                    if a.kind == "armed group" and a.country is not None and not nameless_band(a):
                        found[a.country].add(a.id)
            self._groups = {c: next(iter(ids)) for c, ids in found.items() if len(ids) == 1}
        return self._groups.get(country)

    def pair(
        self, i: int, *, away: frozenset[str] = frozenset(), fits: Callable[[Pair], bool] = lambda _: True
    ) -> Pair | None:
        """The pair that token `i` can only mean, none of whose sides is `away`; None where two pairs weigh alike."""
        weights = self.weights(i)
        ranked = sorted(
            ((w, p) for p, w in weights.items() if not away & set(p) and fits(p)),
            key=lambda x: (-x[0], x[1]),
        )
        if not ranked or ranked[0][0] < _LEAST:
            return None
        if len(ranked) > 1 and ranked[0][0] < ranked[1][0] * CLEAR:
            return None
        return ranked[0][1]

    def weights(self, i: int) -> dict[Pair, float]:
        """What each pair weighs as seen from token `i`."""
        g = self.g
        out: dict[Pair, float] = defaultdict(float)
        for pair, weight, sentence in self._joined_pairs(i):
            ahead = _AHEAD if sentence < LEAD else 1.0
            out[pair] += weight * ahead / (1.0 + _NEAR * abs(g.sent[i] - sentence))
        return out

    def _joined_pairs(self, i: int) -> list[tuple[Pair, float, int]]:
        """Each time that a sentence joins two sides, with how strongly, and its number."""
        by_sentence: dict[int, list[ActorMention]] = defaultdict(list)
        for m in self.discourse.named:
            if not m.locative and m.actors and not m.first <= i <= m.last:
                by_sentence[self.g.sent[m.head]].append(m)
        out: list[tuple[Pair, float, int]] = []
        for sentence, mentions in by_sentence.items():
            found: dict[Pair, float] = {}
            for k, one in enumerate(mentions):
                sides = {s for a in one.actors if (s := self.side(a)) is not None}
                if len(sides) == 2 and len(one.actors) == 2:
                    found.setdefault(_pair(*sides), 1.0)  # "both leaders", "they"
                for other in mentions[k + 1 :]:
                    bond = self._bond(one, other) or _BESIDE
                    for a in one.actors:
                        for b in other.actors:
                            s, t = self.side(a), self.side(b)
                            if s is not None and t is not None and s != t:
                                pair = _pair(s, t)
                                found[pair] = max(found.get(pair, 0.0), bond)
            out += [(pair, weight, sentence) for pair, weight in found.items()]
        return out

    def _bond(self, one: ActorMention, other: ActorMention) -> float:
        """How strongly a sentence joins two mentions, the first of which stands before the second."""
        g = self.g
        between = g.lower[one.last + 1 : other.first]
        if len(between) == 1 and between[0] in ("-", "–", "/", "vs", "versus"):
            return 2.0  # "India-China talks"
        if between in (["and"], ["and", "the"], [",", "and"]):
            opening = g.lower[max(0, one.first - 2) : one.first]
            return 2.0 if "between" in opening else 1.0
        top = self.discourse.top(one.head)
        if g.dep[top] in ("nsubj", "nsubjpass") and g.is_verb(g.head[top]):
            return self._tie(other.head, g.head[top])
        return 0.0

    def _tie(self, k: int, verb: int) -> float:
        """How closely a noun hangs on a verb: as its object or by `with` and the like, or deeper in such a phrase."""
        g = self.g
        last, deep = "", 0
        for _ in range(8):
            if g.dep[k] == "prep":
                if g.lower[k] in ("in", "at") and not last:
                    return 0.0  # where it was, not whom
                if g.lower[k] not in _WITH:
                    return 0.0
                last = g.lower[k]
                deep += 1
            up = g.head[k]
            if up == verb:
                close = g.dep[k] in ("dobj", "dative", "prep", "agent", "attr", "oprd")
                return (1.0 if deep < 2 else 0.5) if close else 0.0
            if up == k or (g.dep[k] not in _PHRASE and not (g.dep[k] == "xcomp" and g.is_verb(k))):
                return 0.0
            k = up
        return 0.0


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)

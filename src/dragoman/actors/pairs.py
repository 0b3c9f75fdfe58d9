"""Nouns for the two in focus: `the parties`, `both sides`, `the two ministers`."""

from __future__ import annotations

from bisect import bisect_left

from dragoman.actors.discourse import Discourse
from dragoman.actors.mention import ActorMention
from dragoman.actors.principals import Pair, Principals
from dragoman.actors.sets import Sets
from dragoman.schema import Actor

# Kinds of actor that can be one of two parties.
_SPOKEN_OF = frozenset(
    {"person", "state", "armed group", "government body", "party", "intergovernmental organisation"}
)


# Those who bring two parties together are none of them.
_MEDIATING = frozenset(
    {"mediator", "facilitator", "broker", "go-between", "peacemaker", "intermediary", "moderator"}
)
_BROKERING = frozenset({"broker", "mediate", "facilitate"})
_NEIGHBOURS = frozenset({"neighbour", "neighbor"})
_FORCES = frozenset({"army", "military"})  # an armed group has one too
_OF_STATE = frozenset({"GOV", "MIL", "LEG", None})
# Plurals of those who bear the title; nobody else is meant for want of one.
_OFFICED = frozenset({"minister", "president", "premier", "chancellor", "general", "monarch", "ambassador"})


class Pairs:
    """Finds the two that a plural noun means."""

    def __init__(self, discourse: Discourse, sets: Sets, principals: Principals) -> None:
        self.discourse, self.sets, self.principals = discourse, sets, principals
        self.g, self.words = discourse.g, discourse.words
        self.story, self.people = discourse.story, discourse.people

    def find(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`the parties`, `both sides`, `the two ministers`: the two in focus."""
        g = self.g
        lemma = (
            g.lemma[i]
            if g.lemma[i] in self.words.pair_persons | self.words.pair_parties
            else g.lower[i].removesuffix("s")
        )
        lemma = {"partie": "party", "countrie": "country", "men": "man"}.get(lemma, lemma)
        if lemma not in self.words.pair_persons and lemma not in self.words.pair_parties:
            return None
        words = {g.lower[c] for c in g.children[i]}
        if "two" in words and not words & {"the", "these", "both"} and self._had(i):
            return None
        two = "both" in words or ("two" in words and not self._anybody(i, lemma, words))
        if not two and lemma in self.words.pair_persons and self._qualified(i):
            return None  # "the interim leaders"
        if not two and not words & {"the", "these"} and not self._opening(i):
            return None
        if i + 1 < g.n and g.lower[i + 1] in ("concerned", "involved", "affected"):
            return None  # "the countries concerned"
        own = self.discourse.covered.get(i)
        if own is not None and own.via in ("name", "role", "metonym"):
            return None
        if words & self.words.of_several - ({"warring"} if two else set()):
            return None
        for c in g.children[i]:
            if g.dep[c] in ("amod", "compound", "poss", "nmod"):
                m = self.discourse.covered.get(c)
                if (m is not None and m is not own) or g.dep[c] == "compound":
                    return None
                if m is not None and m.via == "nominal" and g.child(c, "conj") is not None:
                    return None  # "the Chinese and Russian navies"
                stateless = m is None or all(a.country is None for a in m.actors)
                if stateless and not two and g.pos[c] == "ADJ" and g.lower[c] not in self.words.of_two_sides:
                    return None  # "the Arab countries"
            if g.lower[c] in ("of", "from", "to", "in") and g.dep[c] == "prep" and not two:
                return None
        if not two and lemma in self.words.pair_persons:
            for chain in self.sets.chains(i):
                if len(chain) > 2 and all(a.kind == "person" for a in chain):
                    names = " and ".join(a.name for a in chain)
                    return tuple(chain), f"{g.word[i]!r}: {names}, named together"
                break
        k = bisect_left(self.discourse.heads, i)
        told = self.sets.beheld(i)
        others = {a.country for m in self.discourse.named if m.head in told for a in m.actors} - {None}
        before = [
            m
            for m in self.discourse.named[:k]
            if not m.locative
            and m is not own
            and not self.sets.acts_on(m, i)
            and not (others and all(a.country in others for a in m.actors))
        ]
        principal = self._principals(i, lemma, before)
        if principal is not None:
            if own is not None and own.via == "nominal":
                self.discourse.drop(own)
            names = " and ".join(a.name for a in principal)
            return principal, f"{g.word[i]!r}: {names}, between whom the story happens"
        if lemma in self.words.pair_persons:
            pool = self._persons(before, self._roles(i, lemma), lemma)
        else:
            pool = self._parties(before, i, states=lemma in self.words.pair_states)
        chosen: list[Actor] = []
        for a in pool:
            if all(self._side(a) != self._side(c) for c in chosen):
                chosen.append(a)
            if len(chosen) == 2:
                break
        if len(chosen) < 2:
            return None
        done_to = g.dep[i] in ("dobj", "pobj", "dative")
        if done_to and lemma in self.words.pair_parties and self._ill_matched(chosen):
            return None
        if own is not None and own.via == "nominal":
            self.discourse.drop(own)
        actors = tuple(reversed(chosen))
        states = self.sets.sides(i, actors)
        if states is not None:
            return states
        return actors, f"{g.word[i]!r}: {actors[0].name} and {actors[1].name}, the two in focus"

    def _ill_matched(self, two: list[Actor]) -> bool:
        """Whether two in focus are no two parties: a person and what is not of his own country, `Hashimoto and China`."""
        persons = [a for a in two if a.kind == "person"]
        return len(persons) == 1 and len({a.country for a in two}) > 1

    def between_whom(self, i: int) -> tuple[Actor, ...]:
        """The two between whom the story happens, as seen from token `i`: they talk when `the talks` resume."""
        return self._principals(i, "party", [m for m in self.discourse.named if not m.locative]) or ()

    def _principals(self, i: int, lemma: str, before: list[ActorMention]) -> tuple[Actor, ...] | None:
        """The two sides that the story is about, as the noun wants them: persons, states or parties."""
        away = self.sets.doers(i)
        if lemma in self.words.pair_persons:
            people = self._persons(before, self._roles(i, lemma), lemma)
            here = {a.id for m in before if self.g.sent[m.head] == self.g.sent[i] for a in m.actors}
            latest: dict[str, Actor] = {}
            for a in people:
                side = self.principals.side(a)
                if side is not None:
                    latest.setdefault(side, a)
            if len({self.principals.side(a) for a in people if a.id in here}) > 1:
                return None  # those of the very sentence
            pair = self.principals.pair(i, away=away, fits=lambda p: all(s in latest for s in p))
            return (latest[pair[0]], latest[pair[1]]) if pair is not None else None
        states = lemma in self.words.pair_states and lemma not in _FORCES
        heard = {s for m in before for a in m.actors if (s := self.principals.side(a)) is not None}
        groups = {a.id: a for m in before for a in m.actors if a.kind == "armed group"}

        def fits(pair: Pair) -> bool:
            if lemma in _NEIGHBOURS and pair[0] not in self.story.kb.borders.get(pair[1], ()):
                return False
            return set(pair) <= heard and (not states or not set(pair) & groups.keys())

        pair = self.principals.pair(i, away=away, fits=fits)
        if pair is None:
            return None
        bodies = (
            {}
            if states or lemma == "side"
            else {a.country: a for m in before for a in m.actors if a.id.endswith("-government")}
        )
        found = [groups.get(s) or bodies.get(s) or self.story.kb.state(s) for s in pair]
        return tuple(a for a in found if a is not None) if all(found) else None

    def _anybody(self, i: int, lemma: str, words: set[str]) -> bool:
        """Whether two of many are new to the text: `Two officials said`, not `the two officials`."""
        known = words & {"the", "these", "those", "his", "her", "their", "its"}
        return lemma in self.words.unheard_two and not known and self.g.child(i, "poss") is None

    def _had(self, i: int) -> bool:
        """Whether two of a kind are new to the text: `has had two governments`, `two governments that have ...`."""
        g = self.g
        owned = g.dep[i] == "dobj" and g.lemma[g.head[i]] in ("have", "form", "create")
        return owned or any(g.dep[c] == "relcl" for c in g.children[i])

    def _opening(self, i: int) -> bool:
        """Whether a bare plural opens a sentence, as read-outs and translations have it: `Ministers met in Bali`."""
        g = self.g
        first = g.sents[g.sent[i]][0]
        met = g.lemma[i] in self.words.pair_persons or g.lower[i] in ("sides", "parties", "delegations")
        return (
            met and i == first and g.sent[i] > 0 and not g.children[i] and g.dep[i] in ("nsubj", "nsubjpass")
        )

    def _qualified(self, i: int) -> bool:
        """Whether an adjective says more of persons than that they are two."""
        g = self.g
        return (
            any(
                g.dep[c] in ("amod", "compound")
                and g.lower[c] not in ("rival", "warring", "opposing", "respective")
                for c in g.children[i]
                if c < i
            )
            and self._titled(i) is None
        )

    def _titled(self, i: int) -> str | None:
        """The title of several words that a plural noun ends: `prime ministers`."""
        scan = self.story.scan
        hit = scan.ending.get(scan.word(i) + 1)
        t = hit.of("titles") if hit is not None and hit.b - hit.a > 1 else None
        return t.key if t is not None else None

    def _roles(self, i: int, lemma: str) -> frozenset[str]:
        """The offices of the persons that a plural noun means."""
        key = self._titled(i)
        if key is not None:
            return frozenset(t.office for t in self.story.kb.titles[key])
        return self.words.role_nouns.get(lemma, frozenset({lemma}))

    def _persons(self, before: list[ActorMention], roles: frozenset[str], lemma: str) -> list[Actor]:
        """Persons, the latest first; with a title that fits when two have one."""
        pool = [a for m in reversed(before) for a in m.actors if a.kind == "person"]
        titled = [
            a for a in pool
            if a.id in self.people.known and any(
                o in roles or (o.rpartition("-")[2] in roles and not o.endswith("-general"))
                for o, _ in self.people.known[a.id].offices
            )
        ]  # fmt: skip
        if len({self._side(a) for a in titled}) > 1:
            return titled
        return pool if lemma not in _OFFICED else []

    def _parties(self, before: list[ActorMention], i: int, *, states: bool) -> list[Actor]:
        """The two parties spoken of most and latest, each by its last mention."""
        g = self.g
        weights: dict[str, float] = {}
        if not states:
            before = self._without_mediators(before)
        for m in before:
            gap = g.sent[i] - g.sent[m.head]
            weight = self.discourse.role_weight(m) * (0.75**gap) + 0.02
            for a in m.actors:
                if states and a.kind == "person" and a.sector not in _OF_STATE:
                    continue  # "the two governments" are not that of whoever sought refuge
                if a.kind in _SPOKEN_OF and (a.country is not None or not states):
                    key = a.country or a.id
                    weights[key] = weights.get(key, 0.0) + weight
        top = sorted(weights, key=lambda k: (-weights[k], k))[:2]
        wanted = {"state"} if states else _SPOKEN_OF
        if not states:
            top = self._at_odds(before, weights) or top
        pool = [
            a
            for m in reversed(before)
            for a in m.actors
            if {self._side(a), a.country} & set(top) and a.kind in wanted and (states or m.via != "demonym")
        ]
        if states or len({a.country or a.id for a in pool}) < 2:
            extra = [s for code in top if (s := self.story.kb.state(code)) is not None]
            pool += [s for s in extra if all(a.country != s.country for a in pool)]
        return pool

    def _without_mediators(self, before: list[ActorMention]) -> list[ActorMention]:
        """Mentions but those of who mediates and of his state: `Norway's chief mediator`."""
        g = self.g
        away: set[str] = set()
        for m in before:
            first = m.first
            while (
                first > 0
                and g.head[first - 1] in range(m.first, m.last + 1)
                and g.head[first - 1] != first - 1
            ):
                first -= 1
            about = {g.lemma[k] for k in range(first, m.last + 1)}
            about |= {g.lemma[c] for c in g.children[m.head] if g.dep[c] == "appos"}
            if g.dep[m.head] == "appos":
                about.add(g.lemma[g.head[m.head]])
            if about & _MEDIATING or self._brokers(m.head):
                away |= {a.country or a.id for a in m.actors} | {a.id for a in m.actors}
        kept = [m for m in before if not all({a.id, a.country} & away for a in m.actors)]
        return (
            kept
            if len({a.country or a.id for m in kept for a in m.actors}) > 1 or self._rebels(kept)
            else before
        )

    def _brokers(self, i: int) -> bool:
        """Whether who is named at token `i` brings others together: `X, who brokered the deal`, `X mediated between them`."""
        g = self.g
        done = [g.head[i]] if g.dep[i] == "nsubj" else []
        return any(g.lemma[v] in _BROKERING for v in (*done, *g.all_children(i, "relcl")))

    def _rebels(self, before: list[ActorMention]) -> list[Actor]:
        """The armed groups among mentions, the latest first."""
        return [a for m in reversed(before) for a in m.actors if a.kind == "armed group"]

    def _at_odds(self, before: list[ActorMention], weights: dict[str, float]) -> list[str]:
        """The state that weighs most and the armed group that fights it at home, where the text tells of both."""
        most = max(weights, key=lambda k: (weights[k], k), default=None)
        group = next((a for a in self._rebels(before) if a.country == most), None)
        own = any(
            a.country == most
            and a.kind in ("state", "government body", "person", "unnamed")
            and a.sector in _OF_STATE
            for m in before
            for a in m.actors
        )
        return [most, group.id] if most is not None and group is not None and own else []

    def _side(self, a: Actor) -> str:
        """The key of the side that an actor stands for."""
        return self.principals.side(a) or a.id

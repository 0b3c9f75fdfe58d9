"""What a text has mentioned so far, and how salient each is.

A candidate weighs by where it was named: lately, as a subject before an object, often before once.
"""

from __future__ import annotations

from bisect import bisect_left

from dragoman.actors.mention import ActorMention
from dragoman.actors.people import People
from dragoman.actors.story import ASIDE, Story
from dragoman.schema import Actor

DECAY = 0.45  # what a sentence's distance leaves of a weight; 0.3 to 0.6 give the same on our texts
MARGIN = 1.08  # how much heavier the best must be than the next
# What a phrase that means somebody is in its clause.
ARGUMENTS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "dative", "poss", "conj", "agent", "npadvmod", "ROOT"}
)


class Discourse:
    """The mentions of a text in order, among which an antecedent is sought."""

    def __init__(self, story: Story, people: People, mentions: list[ActorMention]) -> None:
        self.story, self.people = story, people
        self.g, self.words = story.g, story.kb.words
        self.mentions = mentions
        implied = [m for m in story.implied if story.kind(m.start) not in ASIDE]
        self.named = sorted(
            [m for m in mentions if m.actors and story.kind(m.start) not in ASIDE] + implied,
            key=lambda m: m.head,
        )
        self.hidden = {id(m) for m in implied}
        self.heads = [m.head for m in self.named]
        self.covered: dict[int, ActorMention] = {}
        for m in mentions:
            for i in range(m.first, m.last + 1):
                self.covered.setdefault(i, m)
        self.dropped: set[int] = set()

    def add(self, mention: ActorMention) -> None:
        """Let a mention be an antecedent of what comes after it."""
        k = bisect_left(self.heads, mention.head)
        self.named.insert(k, mention)
        self.heads.insert(k, mention.head)

    def drop(self, mention: ActorMention) -> None:
        """Forget a mention that another one replaces."""
        self.dropped.add(id(mention))
        self.named = [m for m in self.named if m is not mention]
        self.heads = [m.head for m in self.named]

    def settle(self, actor: Actor, country: str | None, sector: str | None = None) -> Actor:
        """Give somebody whose country was only that of the story the one that the text says, in all mentions."""
        settled = actor.model_copy(update={"country": country, "sector": sector or actor.sector})
        known = self.people.known.get(actor.id)
        if known is not None:
            known.actor, known.guessed = settled, False
        for m in [*self.mentions, *self.named]:
            if any(a.id == actor.id for a in m.actors):
                m.actors = tuple(settled if a.id == actor.id else a for a in m.actors)
        return settled

    def mention_of(self, i: int) -> ActorMention | None:
        """The mention headed by token `i`, an antecedent before one that only ends there."""
        found = [m for m in self.named if m.first <= i <= m.last and m.head == i]
        return (
            found[0]
            if found
            else (
                self.covered.get(i) if self.covered.get(i) is not None and self.covered[i].last == i else None
            )
        )

    def bare(self, i: int) -> bool:
        """Whether no mention covers a token but one of the bare noun (`the magazine`)."""
        own = self.covered.get(i)
        return own is None or (own.via == "nominal" and own.first == own.last == i)

    def top(self, i: int) -> int:
        """The head of the noun phrase in which a mention is only a part of the name or a coordinate."""
        g = self.g
        while (
            g.dep[i] in ("compound", "conj", "appos", "nmod", "flat")
            and g.head[i] != i
            and not g.is_verb(g.head[i])
        ):
            i = g.head[i]
        return i

    def weigh(
        self, i: int, reach: int, fits: object, cataphora: bool = True
    ) -> list[tuple[float, str, tuple[Actor, ...], ActorMention]]:
        """Candidates before token `i` with their weights, the heaviest first; `fits(mention)` says who may be one."""
        g = self.g
        here = g.sent[i]
        k = bisect_left(self.heads, i)
        weights: dict[tuple[str, ...], float] = {}
        best: dict[tuple[str, ...], tuple[float, ActorMention]] = {}
        for m in reversed(self.named[:k]):
            gap = here - g.sent[m.head]
            if gap > reach:
                break
            if m.first <= i <= m.last or not fits(m):  # type: ignore[operator]
                continue
            weight = self.role_weight(m) * (DECAY**gap)
            if gap == 0:
                weight *= max(0.5, 1.0 - 0.25 * self._above(m, i)) if self._commands(m, i) else 0.85
            key = tuple(a.id for a in m.actors)
            weights[key] = weights.get(key, 0.0) + weight * (1.0 if key not in weights else 0.35)
            if key not in best or weight > best[key][0]:
                best[key] = (weight, m)
        return sorted(
            ((w, k[0], best[k][1].actors, best[k][1]) for k, w in weights.items()),
            key=lambda x: (-x[0], -x[3].head, x[1]),
        )

    def role_weight(self, m: ActorMention) -> float:
        """What a mention weighs by its part in its clause: a subject most."""
        g = self.g
        if id(m) in self.hidden:
            return 0.2
        i = self.top(m.head)
        dep = g.dep[i]
        if dep in ("nsubj", "nsubjpass"):
            v = g.head[i]
            return 1.0 if g.dep[v] in ("ROOT", "conj", "ccomp", "parataxis") else 0.8
        if dep == "agent" or (dep == "pobj" and g.lower[g.head[i]] in ("by", "to")):
            return 0.6
        if dep in ("dobj", "dative"):
            return 0.65
        if dep == "poss":
            return 0.45
        if dep == "pobj":
            return 0.5
        return 0.4

    def _above(self, m: ActorMention, i: int) -> int:
        """How many clauses with subjects of their own stand between a token and the one whose subject a mention is."""
        g = self.g
        verb, k, steps = g.head[self.top(m.head)], i, -1
        while g.head[k] != k and k != verb:
            k = g.head[k]
            steps += g.is_verb(k) and (k == verb or g.child(k, "nsubj", "nsubjpass") is not None)
        return max(steps, 0)

    def _commands(self, m: ActorMention, i: int) -> bool:
        """Whether a mention is the subject of a clause above token `i`."""
        g = self.g
        top = self.top(m.head)
        if g.dep[top] not in ("nsubj", "nsubjpass"):
            return False
        v, k = g.head[top], i
        while g.head[k] != k:
            if g.dep[k] == "conj" and g.is_verb(k) and g.child(k, "nsubj", "nsubjpass") is not None:
                return False  # another clause beside it
            k = g.head[k]
            if k == v:
                return True
        return False

    def governs(self, m: ActorMention, i: int) -> bool:
        """Whether a mention is the subject of the very clause in which token `i` stands."""
        return self._commands(m, i) and self._above(m, i) == 0

    def choose(
        self, scored: list[tuple[float, str, tuple[Actor, ...], ActorMention]], i: int
    ) -> tuple[tuple[Actor, ...], str] | None:
        """The heaviest candidate, unless the next weighs nearly the same."""
        if not scored:
            return None
        if len(scored) > 1 and scored[0][0] < scored[1][0] * MARGIN:
            return None
        _, _, actors, mention = scored[0]
        names = " and ".join(a.name for a in actors)
        return actors, f"{self.g.word[i]!r} is {names}, {self.g.word[mention.head]!r} before"

    def beside(self, i: int, m: ActorMention) -> bool:
        """Whether a mention is another argument of the clause in which token `i` is one."""
        g = self.g
        top = self.top(m.head)
        if g.left[i] <= m.head <= g.right[i]:
            return True
        return g.head[top] == g.head[i] and g.is_verb(g.head[i]) and g.dep[i] != "conj"

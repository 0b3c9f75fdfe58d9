"""Whom an act of words is directed at that speaks of a deed told before: `hailed the closures`, `deplored this decision`.

The deed is the one told last that the noun may stand for: of the same act, of the same stem, or for a noun for any deed
(`move`, `step`) the one told just before. Who did it is who is praised or blamed for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from dragoman.coding.coded import Coded
from dragoman.coding.participants import Found, countries_of, nameless, nouns
from dragoman.coding.status import HAPPENED
from dragoman.language import Grammar

ActAt = Callable[[int], tuple[str, str | None] | None]

_SPEAKING: Final = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
_DEFINITE: Final = frozenset({"the", "this", "that", "these", "those", "such"})
# So many letters two words share that are of one stem: `closures`, `closed`.
_STEM: Final = 4
# So many sentences back may the deed lie: of a noun of its kind, and of a noun for any deed.
_REACH: Final = 4
_NEAR: Final = 1
_DOUBT: Final = 0.1


class Referring:
    """Gives acts of words without a recipient the doer of the deed that they speak of."""

    def __init__(self, g: Grammar, act_at: ActAt) -> None:
        self.g = g
        self.act_at = act_at

    def settle(self, found: Sequence[Coded]) -> None:
        """Look at acts in text order, and change those that name nobody but by their deed."""
        before: list[Coded] = []
        for one in sorted(found, key=lambda c: c.trigger):
            if one.act in _SPEAKING and one.kind == "verb" and one.actors and not one.recipients:
                self._settle(one, before)
            before.append(one)

    def _settle(self, one: Coded, before: Sequence[Coded]) -> None:
        for n in self.g.objects(one.trigger):
            deed = self._deed(one, n, before)
            if deed is not None:
                why = f"{self.g.word[n]!r} is what {self.g.word[deed.trigger]!r} tells"
                one.recipients = [Found(f.actor, n, f.span, why, False) for f in deed.actors]
                one.confidence -= _DOUBT
                one.why.append(why)
                return

    def _deed(self, one: Coded, n: int, before: Sequence[Coded]) -> Coded | None:
        """The deed that the noun at token `n` takes up, done by somebody else, else `None`."""
        g = self.g
        if g.pos[n] != "NOUN" or not _DEFINITE & {g.lower[c] for c in g.children[n] if c < n}:
            return None
        own = countries_of(one.actors)
        act = self.act_at(n)
        for told in reversed(before):
            away = g.sent[n] - g.sent[told.trigger]
            if away > _REACH:
                return None
            if told.trigger >= n or told.status.status not in HAPPENED or nameless(told.actors):
                continue
            foreign = not countries_of(told.actors) & own or one.act != "SUPPORT"
            if not foreign and {f.actor.id for f in told.actors} & {f.actor.id for f in one.actors}:
                continue
            if not told.actors or {f.actor.id for f in told.actors} == {f.actor.id for f in one.actors}:
                continue
            if self._takes_up(n, act, told, away):
                return told
        return None

    def _takes_up(self, n: int, act: tuple[str, str | None] | None, told: Coded, away: int) -> bool:
        g = self.g
        if act is not None and act[0] == told.act and (act[1] == told.mode or None in (act[1], told.mode)):
            return True
        if g.lemma[n][:_STEM] == g.lemma[told.trigger][:_STEM] and len(g.lemma[n]) > _STEM:
            return True
        return away <= _NEAR and g.lemma[n] in nouns()["any_deed"] and told.act not in _SPEAKING

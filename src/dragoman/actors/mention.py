"""Mentions: spans of a doc that refer to actors."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.schema import Actor, Via


@dataclass(slots=True)
class ActorMention:
    """A phrase that refers to actors.

    `first`/`last` are inclusive token indices, `head` the phrase's syntactic head, `start`/`end` its
    character span. `actors` is empty for a reference that could not be resolved and has several members
    for a group ("the parties"). `locative`: the phrase stands as a place ("in Russia"). `stranger`: the text tells
    nothing else of whoever is meant ("donors"). `why` says in one line how it was resolved.
    """

    first: int
    last: int
    head: int
    start: int
    end: int
    via: Via
    actors: tuple[Actor, ...]
    why: str
    locative: bool = False
    stranger: bool = False


class Mentions:
    """The mentions of one doc, in text order.

    `principals` says between which two, if any, the story happens, as seen from a token.
    """

    def __init__(
        self,
        items: list[ActorMention],
        principals: Callable[[int], tuple[Actor, ...]] = lambda _: (),
    ) -> None:
        self.items = sorted(items, key=lambda m: (m.first, -m.last))
        self.principals = principals
        self._heads: dict[int, ActorMention] = {}
        self._cover: dict[int, list[ActorMention]] = {}
        for m in self.items:
            best = self._heads.get(m.head)
            if best is None or m.last - m.first > best.last - best.first:
                self._heads[m.head] = m
            for i in range(m.first, m.last + 1):
                self._cover.setdefault(i, []).append(m)

    def headed(self, i: int) -> ActorMention | None:
        """The largest mention whose head is token `i`."""
        return self._heads.get(i)

    def covering(self, i: int) -> list[ActorMention]:
        """All mentions that hold token `i`, the largest first."""
        return self._cover.get(i, [])

    def actors(self) -> list[Actor]:
        """Every actor mentioned, once, in the order of first mention."""
        return list({a.id: a for m in self.items for a in m.actors}.values())

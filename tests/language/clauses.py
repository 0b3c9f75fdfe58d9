"""What a parse says of a clause."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.language import Grammar

Parse = Callable[[str], Grammar]


def clause(g: Grammar, verb: str) -> tuple[list[str], list[str]]:
    """Who does what a verb says, and to whom."""
    v = g.word.index(verb)
    return [g.word[k] for k in g.subjects(v)], [g.word[k] for k in g.objects(v)]

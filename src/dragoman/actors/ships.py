"""Names of states and towns that ships and houses bear: `aboard the Estonia`."""

from __future__ import annotations

from dragoman.language import Grammar

# What may follow a ship's name: `the Estonia, with a thousand aboard`, but `the Moscow of his youth`.
_OF = frozenset({"of", "that", "which", "where"})
# What is done to rivers: `across the Dnipro`.
_WATER = frozenset({"across", "along", "over", "up", "down", "beyond"})


def a_ship_s(g: Grammar, first: int, last: int) -> bool:
    """Whether a name that never has an article has one, so that a ship or a house is called so: `aboard the Estonia`."""
    return (
        first > 0
        and g.lower[first - 1] == "the"
        and g.dep[last] in ("pobj", "nsubj", "nsubjpass", "dobj", "conj", "appos")
        and not (first > 1 and g.lower[first - 2] in _WATER)
        and g.lower[min(last + 1, g.n - 1)] not in _OF
    )

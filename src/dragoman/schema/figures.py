"""Countable claims in words: `3rd meeting`, `36 calls`."""

from __future__ import annotations


def nth_of(n: int) -> str:
    """An ordinal in figures.

    >>> [nth_of(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 111)]
    ['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '111th']
    """
    if n % 100 in (11, 12, 13):
        return f"{n}th"
    return f"{n}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th') }"


def figure_of(what: str, value: int, *, ordinal: bool) -> str:
    """How many of a kind of contact, or which in their row.

    >>> figure_of("meeting", 3, ordinal=True), figure_of("call", 36, ordinal=False), figure_of("talks", 2, ordinal=False)
    ('3rd meeting', '36 calls', '2 talks')
    """
    if ordinal:
        return f"{nth_of(value)} {what}"
    if value == 1:
        return f"1 {what.removesuffix('s')}"
    return f"{value} {what}" if what.endswith("s") else f"{value} {what}s"

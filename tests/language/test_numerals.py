"""Numbers that are written as words."""

from __future__ import annotations

import pytest

from dragoman.language.numerals import CARDINALS, ORDINALS


@pytest.mark.parametrize(
    ("word", "number"),
    [("zero", 0), ("nineteen", 19), ("forty", 40), ("seventy-three", 73), ("sixty two", 62)],
)
def test_cardinals(word: str, number: int) -> None:
    assert CARDINALS[word] == number


@pytest.mark.parametrize(
    ("word", "number"), [("first", 1), ("twentieth", 20), ("twenty-ninth", 29), ("thirty-first", 31)]
)
def test_ordinals(word: str, number: int) -> None:
    assert ORDINALS[word] == number

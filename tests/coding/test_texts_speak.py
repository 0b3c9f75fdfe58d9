"""A text told of before speaks for its author, by whatever noun it is called."""

from __future__ import annotations

import pytest

from dragoman import Reader
from dragoman.coding.examples import notations


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        (
            "Iran issued a statement on Wednesday. The document accused Iraq of shelling the town.",
            "IRN ACCUSE/allege -> IRQ",
        ),
        (
            "A statement of Poland was published on Friday. The text demanded an apology from Russia.",
            "POL REQUEST/yield -> RUS",
        ),
        (
            "In a letter to the court, Eritrea denied it. The letter accuses Ethiopia of an invasion.",
            "ERI ACCUSE/allege -> ETH",
        ),
        (
            "The press service of the president of Cameroon rejected the accusations of Nigeria.",
            "CMR REJECT -> NGA",
        ),
    ],
)
def test_speaks_for_its_author(reader: Reader, text: str, gives: str) -> None:
    assert gives in notations(reader.read(text))


def test_a_text_of_nobody(reader: Reader) -> None:
    found = notations(reader.read("Police in Kiev found a letter. The document accuses Russia of a plot."))
    assert not [n for n in found if "ACCUSE" in n]

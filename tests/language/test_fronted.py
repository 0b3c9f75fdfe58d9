"""Opening dates are parted from the name behind them; nothing else is touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.fronted import part_fronted


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("On 25 May Obama visited Hanoi.", "On 25 May,Obama visited Hanoi."),
        ("On the 8th Turkey expelled him.", "On the 8th,Turkey expelled him."),
        ("On the night of June 3 Israel fired.", "On the night of June 3,Israel fired."),
        ("In late 2016 Russia withdrew.", "In late 2016,Russia withdrew."),
        ("He said that on 4 July 2019 Chad left.", "He said that on 4 July 2019,Chad left."),
        ("LAGOS - On May 3 Benin agreed.", "LAGOS - On May 3,Benin agreed."),
    ],
)
def test_an_opening_date_is_parted_from_a_name(text: str, parted: str) -> None:
    assert part_fronted(text) == parted


@pytest.mark.parametrize(
    "text",
    [
        "On 25 May, Obama visited Hanoi.",
        "On 25 May the president left.",
        "The May Day parade in June.",
        "They met on 5 May. On Monday May 3 it rained.",
        "A visit on 25 May Street.",
    ],
)
def test_other_text_stays(text: str) -> None:
    assert part_fronted(text) == text


@given(st.text(alphabet="On 25MayIJuneOctober12thKTuesday.,;\n the", max_size=80))
def test_the_length_stays(text: str) -> None:
    parted = part_fronted(text)
    assert len(parted) == len(text)
    assert all(a == b or (a == " " and b == ",") for a, b in zip(text, parted, strict=True))

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language import repair


@given(st.text())
def test_repair_keeps_the_length(text: str) -> None:
    assert len(repair(text)) == len(text)


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        ("the Minister of foreign Affairs", "the Minister of Foreign Affairs"),
        ("Secretary of state John Kerry", "Secretary of State John Kerry"),
        ("in new York on may 5", "in New York on May 5"),
        ("a foreign minister may speak", "a foreign minister may speak"),
        ("«Enough» and „enough“", '"Enough" and "enough"'),
        ("the talks failed”, – said the ministry", 'the talks failed",   said the ministry'),
        ("“it is over», Declared the minister", '"it is over", declared the minister'),
        ("the “unjust act” Of Chad", 'the "unjust act" of Chad'),
        ("“it is over”, The minister said", '"it is over", the minister said'),
        ("“It is over.” The minister left.", '"It is over." The minister left.'),
        ("said “The sea is ours”", 'said "The sea is ours"'),
        ("QUETTA (AFP) - Gunmen shot a judge.", "QUETTA (AFP) - gunmen shot a judge."),
        ("Lima, Oct. 3 - Miners walked out.", "Lima, Oct. 3 - miners walked out."),
        ("LIMA: Striking miners marched.", "LIMA: striking miners marched."),
        ("It rained.\nPolice fired. Police ran.", "It rained.\npolice fired. Police ran."),
        ("DUBLIN (Reuters) - Workers Party members met.", "DUBLIN (Reuters) - Workers Party members met."),
    ],
)
def test_repair(found: str, wanted: str) -> None:
    assert repair(found) == wanted

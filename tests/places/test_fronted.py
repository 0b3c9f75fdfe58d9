"""Opening places are parted from the name behind them, unless both are one name."""

from __future__ import annotations

import pytest

from dragoman import Document, Reader
from dragoman.actors.knowledge import knowledge_base
from dragoman.places.fronted import Openings
from dragoman.places.gazetteer import gazetteer


@pytest.fixture(scope="module")
def openings() -> Openings:
    return Openings(gazetteer(), knowledge_base())


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("In Sochi Turkey signed.", "In Sochi,Turkey signed."),
        ("In New York Obama met him.", "In New York,Obama met him."),
        ("In Geneva Friday Kerry spoke.", "In Geneva Friday,Kerry spoke."),
        ("In the Kremlin Putin met him.", "In the Kremlin,Putin met him."),
        ("He said that in Tehran Foreign Minister Zarif agreed.", "He said that in Tehran,Foreign Minister Zarif agreed."),
    ],
)  # fmt: skip
def test_an_opening_place_is_parted_from_a_name(openings: Openings, text: str, parted: str) -> None:
    assert openings.part(text) == parted


@pytest.mark.parametrize(
    "text",
    [
        "In New York City police fired.",
        "In Washington Post articles he wrote.",
        "In Victoria Nuland's view it was late.",
        "In Damascus University students met.",
        "In Sochi, Turkey signed.",
        "In Sochi the two signed.",
    ],
)
def test_one_name_stays_one(openings: Openings, text: str) -> None:
    assert openings.part(text) == text


def test_who_acts_is_found_behind_place_and_date() -> None:
    reader = Reader()
    for text in (
        "In Sochi Turkey expelled two Greek diplomats.",
        "On 4 July 2019 Turkey expelled two Greek diplomats.",
    ):
        (event,) = reader.read(Document(text=text, published="2019-07-05")).events
        assert [p.country for p in event.actors] == ["TUR"]
        assert [p.country for p in event.recipients] == ["GRC"]

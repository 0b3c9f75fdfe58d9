"""Hostile words said of beasts, things and figures of speech, and their twins in earnest."""

from __future__ import annotations

import pytest

from dragoman import Document, Reader


def acts(reader: Reader, text: str) -> list[str]:
    """The acts read in a text."""
    return [e.act for e in reader.read(Document(text=text, published="2016-05-04")).events]


@pytest.mark.parametrize(
    "text",
    [
        "A leopard attacked two villagers in Nepal.",
        "Drought forced herders in Mali to kill a third of their goats.",
        "Norway has declared war on the plastic bag.",
        "Peruvians bombarded the minister's cook with questions.",
        "An army of dentists invaded Dublin for a congress.",
        "The driver shot across the square in Ghent and hit a fountain.",
        "Lagos has made peace with its potholes.",
        "Laos vaccinated a million children against measles.",
        "Captain Moyo flies attack helicopters and collects butterflies.",
    ],
)
def test_nobody_is_hostile_to_anybody(reader: Reader, text: str) -> None:
    assert acts(reader, text) == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Tamil Tigers attacked a Sri Lankan convoy.", "ASSAULT"),
        ("Eritrea declared war on Ethiopia.", "ASSAULT"),
        ("Turkish artillery bombarded Kobani with shells.", "ASSAULT"),
        ("An army of mercenaries attacked Benin.", "ASSAULT"),
        ("Chad made peace with Sudan.", "SUPPORT"),
        ("Russian attack helicopters struck Idlib in Syria.", "ASSAULT"),
    ],
)
def test_twins_in_earnest(reader: Reader, text: str, act: str) -> None:
    assert act in acts(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "The Peruvian kitchen condemned nobody, but it attacked the senses.",
        "A Danish drugmaker struck a deal with a Swiss firm.",
        "The Italian brand attacked a French competitor with a cheap tablet.",
        "On the title track the Tunisian oud calls for a ceasefire.",
    ],
)
def test_nobody_acts_through_a_thing(reader: Reader, text: str) -> None:
    assert acts(reader, text) == []


def test_its_owner_acts_through_a_weapon(reader: Reader) -> None:
    assert "ASSAULT" in acts(reader, "An Israeli frigate shelled the port of Tyre in Lebanon.")

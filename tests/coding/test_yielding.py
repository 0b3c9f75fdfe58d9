"""What lets yielding, helping and exchanging be told: several parties, things that end or begin, authors of texts."""

import pytest

from dragoman import Reader
from tests.coding.told import coded


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # `several`: two parties make an exchange, one makes none.
        ("Greece and Bulgaria opened a gas pipeline in Komotini.", "BGR,GRC COOPERATE"),
        ("The navies of China and Pakistan began a week of drills on Monday.", "CHN,PAK COOPERATE"),
        # What ends or begins is the subject, and is itself the name of a deed; its phrases tell whose it is.
        ("A truce between Ethiopia and Eritrea took effect on Friday.", "ERI,ETH RETREAT/ceasefire"),
        ("Trade between Chile and Peru doubled in 2012.", "CHL,PER COOPERATE"),
        ("Fighting stopped in the city of Bukavu on Friday.", "COD RETREAT/ceasefire"),
        # A text that orders stands for its author, and what it orders is done.
        ("President Obama signed an executive order lifting sanctions on Sudan.", "USA CONCEDE -> SDN"),
        # Measures and remainders stand for what they measure.
        ("Iraq returned 50 tons of archives to Kuwait.", "IRQ RETREAT -> KWT"),
        ("The last of the Chadian peacekeepers in Mali flew home on Wednesday.", "TCD RETREAT/withdraw"),
    ],
)
def test_told(reader: Reader, text: str, wanted: str) -> None:
    assert wanted in coded(reader, text)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Greece opened a gas pipeline in Komotini.", "COOPERATE"),
        ("The trade deficit of Chile doubled in 2012.", "COOPERATE"),
        ("The trade war between Chile and Peru ended.", "RETREAT"),
        ("The film about the fighting in Bukavu stopped after an hour.", "RETREAT"),
    ],
)
def test_not_told(reader: Reader, text: str, act: str) -> None:
    assert not [one for one in coded(reader, text) if one.split()[1].startswith(act)]


def test_a_sum_is_no_year(reader: Reader) -> None:
    assert "CHE RETREAT -> PHL" in coded(reader, "The Swiss government returned $580 million to Manila.")

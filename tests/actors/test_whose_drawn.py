"""Whose a body without a state is, beside another state: classes drawn from frames over pairs of states."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from .asked import countries


@pytest.mark.parametrize(
    ("text", "written", "country"),
    [
        ("Protests spread across Ghana on Friday. The interior minister said Togo had agreed to mediate.", "interior minister", "GHA"),
        ("Protests spread across Ghana on Friday. The opposition rejected an offer by Togo.", "opposition", "GHA"),
        ("Protests spread across Ghana on Friday. Lomé called on the army to stay in its barracks.", "army", "GHA"),
        ("Nepalese troops searched the valley. Troops found the bodies of two Germans.", "Troops", "NPL"),
        ("Gunmen killed four people in Peru. The army said rebels had crossed from Bolivia.", "army", "PER"),
        ("Gunmen killed four people in Peru. Hundreds of villagers fled into Bolivia.", "villagers", "PER"),
        ("Kenya's president dismissed two aides. The government accused Uganda of lies, which Kampala denied.",
         "government", "KEN"),
        ("Kenya's president dismissed two aides. The police chief said the men had trained in Iran.", "police chief", "KEN"),
        ("Fijian soldiers seized the president and flew him to Samoa.", "president", "FJI"),
        ("Iran blamed Saudi officials. In Sanaa, protesters burned a flag.", "protesters", "YEM"),
        ("Lebanese troops deployed in Tripoli. A soldier was hurt in Tripoli.", "soldier", "LBN"),
        ("MWANZA, Tanzania, May 5 (Reuters) - Two ferries sank on the lake. The army was on alert.", "army", "TZA"),
    ],
)  # fmt: skip
def test_a_body_is_of_the_state_told_of(
    read: Callable[..., Doc], text: str, written: str, country: str
) -> None:
    assert countries(read(text, "2014-05-06"), written) == {country}


@pytest.mark.parametrize(
    ("text", "written", "country"),
    [
        ("A Burundian was shot in Nairobi.", "Burundian", "BDI"),
        ("Two Equatorial Guineans were freed.", "Equatorial Guineans", "GNQ"),
        ("Upper Volta accused the rebels of theft.", "Upper Volta", "BFA"),
        ("French Guiana closed its schools. The prefect thanked French Guiana.", "French Guiana", "GUF"),
        ("Mexico City rejected the offer.", "Mexico City", "MEX"),
        ("Dominica asked for help. Dominican police arrested two men.", "Dominican police", "DMA"),
        ("Dominican police arrested two men.", "Dominican police", "DOM"),
    ],
)
def test_names_and_peoples(read: Callable[..., Doc], text: str, written: str, country: str) -> None:
    assert countries(read(text, "2014-05-06"), written) == {country}


def test_one_of_a_people_is_a_person_and_no_state(read: Callable[..., Doc]) -> None:
    doc = read("An Ivorian stabbed two policemen.", "2014-05-06")
    assert [a.kind for a in doc._.mentions.items[0].actors] == ["unnamed"]


def test_the_name_of_land_is_nobodys(read: Callable[..., Doc]) -> None:
    doc = read("Soldiers shot two men near the Mahama refugee camp in Rwanda.", "2014-05-06")
    assert not any(a.kind == "person" for m in doc._.mentions.items for a in m.actors)


@pytest.mark.parametrize(
    ("text", "written", "country"),
    [
        ("Syrian foes meet in Geneva\n\nGENEVA (Reuters) - The Syrian government and the opposition met on Tuesday.", "opposition", "SYR"),
        ("OSLO (AFP) - The Philippine government and the rebels will meet in Oslo on Monday.", "rebels", "PHL"),
        ("NAIROBI - The Kenyan government and Somali rebels met on Tuesday.", "Somali rebels", "SOM"),
    ],
)  # fmt: skip
def test_opponents_beside_a_government_are_its_own(
    read: Callable[..., Doc], text: str, written: str, country: str
) -> None:
    assert countries(read(text, "2014-02-11"), written) == {country}


def test_a_former_office_behind_another_is_of_one_person(read: Callable[..., Doc]) -> None:
    doc = read("Opposition leader and former president Marc Ravalomanana flew home on Monday.", "2012-03-01")
    assert {a.name for m in doc._.mentions.items for a in m.actors if a.country == "MDG"} == {
        "Marc Ravalomanana"
    }


def test_what_an_officer_is_called_for_short_is_no_party(read: Callable[..., Doc]) -> None:
    doc = read(
        "Gunmen shot a special police officer (SPO) in Kulgam. Indian police said the SPO died.", "2016-05-06"
    )
    assert not any(a.kind == "party" for m in doc._.mentions.items for a in m.actors)

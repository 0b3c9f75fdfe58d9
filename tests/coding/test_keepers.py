"""Of whom the release of people is demanded, and who is condemned for their arrest."""

from __future__ import annotations

import pytest

from dragoman.coding.examples import notations
from dragoman.reader import Reader


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("The Greek prime minister demanded the release of two soldiers held in Turkey.", "GRC REQUEST/yield -> TUR"),
        ("Paris called for the release of French hostages held by rebels in Niger.", "FRA REQUEST/yield -> NER"),
        ("Norway demanded the release of the prisoners in Eritrea.", "NOR REQUEST/yield -> ERI"),
        ("Norway condemned the arrest of journalists in Eritrea.", "NOR ACCUSE/disapprove -> ERI"),
        ("Norway condemned the arrest of Danish journalists by Eritrea.", "NOR ACCUSE/disapprove -> ERI"),
        ("Norway condemned the murder of Danish journalists.", "NOR ACCUSE/disapprove"),
        ("Norway condemned the invasion of Chad by Niger.", "NOR ACCUSE/disapprove -> NER"),
        ("Norway condemned the invasion of Chad.", "NOR ACCUSE/disapprove"),
        ("Norway condemned what it called the barbaric attack of Chad.", "NOR ACCUSE/disapprove -> TCD"),
    ],
)  # fmt: skip
def test_the_one_who_holds_them_is_addressed(reader: Reader, text: str, gives: str) -> None:
    assert gives in notations(reader.read(text, published="2012-05-04"))


def test_the_captives_are_not_addressed(reader: Reader) -> None:
    text = "The United States condemned the renewed detention of political prisoners in Laos."
    (event,) = reader.read(text, published="2012-05-04").events
    assert [p.name for p in event.recipients] == ["Laos"]


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("Ten Polish diplomats were ordered to leave Kenya.", "KEN SANCTION/expel -> POL"),
        ("Two Polish diplomats have been expelled from Nairobi.", "KEN SANCTION/expel -> POL"),
        ("Norway was outraged by the Danish attack.", "NOR ACCUSE/disapprove -> DNK"),
    ],
)
def test_doers_and_feelings_in_the_passive(reader: Reader, text: str, gives: str) -> None:
    assert gives in notations(reader.read(text, published="2012-05-04"))


def test_what_else_is_demanded_is_not_done(reader: Reader) -> None:
    text = "Chad urges Niger to keep to the treaty, immediately cancel arms sales, and cut aid to Togo."
    assert notations(reader.read(text)) == ["TCD REQUEST/change -> NER"]


def test_whoever_is_called_upon_may_be_told_apart_from_what_to_do(reader: Reader) -> None:
    text = "The president of Ghana called on the government of Togo, above all its army, to close the border."
    assert notations(reader.read(text)) == ["GHA REQUEST/change -> TGO"]


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("Twelve Egyptian soldiers seized by Sudanese paramilitaries were handed over.", "SDN RETREAT/release -> EGY"),
        ("Kenya arrested the editor John Kamau. He was released on bail.", "KEN RETREAT/release -> KEN"),
        ("Iran seized seven British sailors. They were freed on Friday.", "IRN RETREAT/release -> GBR"),
        ("Belarusian police detained 200 protesters. Many of them were released.", "BLR RETREAT/release -> BLR"),
    ],
)  # fmt: skip
def test_who_frees_captives_is_who_took_them(reader: Reader, text: str, gives: str) -> None:
    assert gives in notations(reader.read(text, published="2019-05-10"))


def test_captives_do_not_free_themselves(reader: Reader) -> None:
    assert not reader.read("The captured pilot was handed over at the border.", published="2019-05-10").events

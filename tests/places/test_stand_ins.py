"""Places told without their name."""

from __future__ import annotations

import pytest

from dragoman.places.gazetteer import gazetteer
from dragoman.places.stand_ins import _seats, city_of
from dragoman.reader import Reader


def _last_place(reader: Reader, text: str) -> tuple[str, str | None] | None:
    event = reader.read(text, published="2016-10-14").events[-1]
    return (event.place.name, event.place.country) if event.place is not None else None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Lavrov met Kerry in the French capital on Wednesday.", ("Paris", "FRA")),
        ("In the capital of Togo, Lavrov met Kerry.", ("Lomé", "TGO")),
        ("Lavrov met Kerry in the capital on Wednesday.", None),
        ("Obama received Merkel at the White House on Monday.", ("Washington", "USA")),
        ("Kenya's president visited Downing Street on Tuesday. ", ("London", "GBR")),
        ("Kenya's president went to the Elysee Palace and met Sarkozy on Tuesday. ", ("Paris", "FRA")),
        ("Kenya's president criticised the Kremlin on Tuesday. ", None),
        ("The White House said that Obama met Merkel on Monday.", None),
        ("Lavrov met Kerry in Vienna on Monday. They met again there two days later.", ("Vienna", "AUT")),
        ("Lavrov met Kerry in Lome on Monday. Police clashed with protesters in the same city.", ("Lome", "TGO")),
        ("Rebels shelled the island of Yeonpyeong on Monday.\nTwo soldiers were killed on the island.", ("Yeonpyeong", "KOR")),
        ("Rebels shelled Seoul on Monday.\nKerry met Lavrov on the island.", None),
        ("Obama received Merkel on the South Lawn of the White House.", ("Washington", "USA")),
        ("The Chadian army fought rebels who stormed the capital on Sunday.", ("N'Djamena", "TCD")),
        ("Gunmen attacked Palma on Monday. Mozambican soldiers shelled the town on Friday.", ("Palma", "MOZ")),
        ("Burundian police killed protesters in the capital.", ("Bujumbura", "BDI")),
        ("The Philippines summoned China's ambassador on Monday.", ("Manila", "PHL")),
        ("Lavrov flew to Vienna on Monday.\nPolice clashed with protesters there.", None),
        ("Police arrested six men in the Dagestani capital on Monday.", ("Makhachkala", "RUS")),
        ("Gunmen attacked a guard of the Chechen government in the capital on Monday.", ("Grozny", "RUS")),
        ("Rebels fought troops in Helmand. A bomb killed ten men in the provincial capital.", ("Lashkar Gah", "AFG")),
        ("Afghan envoys met Helmand elders on Monday. Gunmen killed six men in the capital of Afghanistan.", ("Kabul", "AFG")),
        ("MOSCOW - Russia sent troops to Chechnya. Police arrested six men in the capital.", ("Moscow", "RUS")),
    ],
)  # fmt: skip
def test_stand_ins(reader: Reader, text: str, place: tuple[str, str] | None) -> None:
    assert _last_place(reader, text) == place


def test_there_covers_its_own_word(reader: Reader) -> None:
    text = "Lavrov met Kerry in Vienna on Monday. They met again there two days later."
    place = reader.read(text, published="2016-10-14").events[-1].place
    assert place is not None
    assert place.span is not None
    assert text[place.span[0] : place.span[1]] == "there"


def test_every_seat_stands_in_a_known_city() -> None:
    lost = [wording for wording, city in _seats().items() if city_of(gazetteer(), *city).lat is None]
    assert lost == []

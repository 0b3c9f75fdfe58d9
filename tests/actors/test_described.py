"""States by what they are, who heads or stands in for a body, the fallen and the new, cities that say where."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from dragoman.actors.knowledge import knowledge_base


@pytest.mark.parametrize(
    ("text", "piece", "country"),
    [
        ("Farmers blocked roads around Toulouse.", "Farmers", "FRA"),
        ("Security forces fired on mourners in Benghazi.", "Security forces", "LBY"),
        ("Russian peacekeepers left the valley.", "peacekeepers", "RUS"),
        ("The foreign minister summoned the Dutch envoy in Ankara.", "foreign minister", "TUR"),
        ("The presidential guard arrested officers in Niamey.", "presidential guard", "NER"),
    ],
)
def test_whose_they_are(read: Callable[..., Doc], text: str, piece: str, country: str) -> None:
    doc = read(text, "2011-02-19")
    start = doc._.document.text.index(piece)
    found = {
        a.country
        for m in doc._.mentions.items
        if m.start <= start + 1 < m.end or m.start == start
        for a in m.actors
    }
    assert country in found


def test_an_unknown_person_is_of_the_country_that_a_description_gives(read: Callable[..., Doc]) -> None:
    doc = read(
        "Michael Jackson told reporters in Kumanovo; the British general will lead them.", "1999-06-09"
    )
    assert {a.country for m in doc._.mentions.items for a in m.actors if a.name == "Michael Jackson"} == {
        "GBR"
    }


def test_an_unknown_person_is_of_the_country_of_who_sends_him(read: Callable[..., Doc]) -> None:
    doc = read("Japan is a donor of Norway. Its envoy, Yasuo Akamatsu, spoke in Oslo. Akamatsu left.", None)
    countries = {a.country for m in doc._.mentions.items for a in m.actors if a.name == "Yasuo Akamatsu"}
    assert countries == {"JPN"}


def test_cities_of_one_name_are_told_apart_or_left() -> None:
    cities = knowledge_base().cities
    assert cities["toulouse"] == ("FRA",)
    assert len(cities["valencia"]) > 1

"""States by what they are, who heads or stands in for a body, the fallen and the new, cities that say where."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from dragoman.actors.knowledge import knowledge_base

from .cases import Case

STATES: list[Case] = [
    ("Gambia and Senegal sent observers. The West African country is poor.", "2016-12-02", {"country": None}),
    ("Saudi warplanes bombed Sanaa. The kingdom acted alone.", "2015-03-26", {"kingdom": "SAU"}),
    ("Islam Karimov received a note from the United States. The Central Asian state is angry.", "2005-07-29", {"state": "UZB"}),
    ("Kim Jong-il has died. The South put troops on alert.", "2011-12-19", {"The South": "KOR"}),
    ("Kim Jong-il has died. The reclusive state fired a missile.", "2011-12-19", {"reclusive state": "PRK"}),
    ("Egypt and Bahrain accuse the emirate of lies.", "2017-06-05", {"emirate": None}),
]  # fmt: skip

PERSONS: list[Case] = [
    ("Mamady Doumbouya detained Alpha Conde in Conakry. The deposed leader was safe.", "2021-09-06",
     {"deposed leader": "alpha-conde"}),
    ("Dmitry Medvedev received Nicolas Sarkozy. The head of the Russian state spoke.", "2008-08-12",
     {"head of the Russian state": "dmitry-medvedev"}),
    ("Alexander Bortnikov blamed rebels. The head of the FSB saw Dmitry Medvedev.", "2010-03-29",
     {"head of the FSB": "alexander-bortnikov"}),
    ("Jacob Zuma resigned. His deputy, an old rival, waits. Cyril Ramaphosa will be sworn in.", "2018-02-14",
     {"deputy": "cyril-ramaphosa"}),
    ("Rishi Sunak took over from Liz Truss. The new prime minister smiled.", "2022-10-25",
     {"new prime minister": "rishi-sunak"}),
    ("Aung San Suu Kyi is held in Naypyidaw. Her party demanded that she be freed.", "2021-02-02",
     {"party": "nld-myanmar"}),
    ("John Bolton pointed at the chair; the American ambassador smiled.", "2006-10-10",
     {"American ambassador": "john-bolton"}),
    ("Donald Trump met Kim Jong Un. The North Korean smiled.", "2018-06-12", {"North Korean": "kim-jong-un"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "published", "expected"), [*STATES, *PERSONS], ids=[c[0][:40] for c in [*STATES, *PERSONS]]
)
def test_who_is_described(
    misread: Callable[..., dict[str, tuple[str | None, str | None]]],
    text: str,
    published: str,
    expected: dict[str, str | None],
) -> None:
    assert not misread(text, published, expected)


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
    start = doc.text.index(piece)
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


def test_cities_of_one_name_are_told_apart_or_left() -> None:
    cities = knowledge_base().cities
    assert cities["toulouse"] == ("FRA",)
    assert len(cities["valencia"]) > 1

"""Places of the classes that were drawn from tables of names and frames: states that share a name, datelines, roads, supplies."""

from __future__ import annotations

import pytest

from dragoman import Document, Reader


def _places(reader: Reader, text: str, on: str = "2014-05-06") -> list[tuple[str, str | None]]:
    doc = reader.analyse(Document(text=text, published=on))
    return [(p.place.name, p.place.country) for p in doc._.places]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rebels captured Zugdidi, Georgia, on Friday.", ("Zugdidi", "GEO")),
        ("A storm struck Valdosta, Georgia, on Friday.", ("Valdosta", "USA")),
        ("Lebanese troops deployed in Tripoli on Sunday.", ("Tripoli", "LBN")),
        ("Libyan police and Lebanese envoys met in Tripoli.", ("Tripoli", "LBY")),
        ("Mexican police arrested two men in La Paz.", ("La Paz", "MEX")),
        ("The Colombian consul warned traders in Florida.", ("Florida", "USA")),
        ("BIHAC, Bosnia and Herzegovina, May 5 - Two people were hurt.", ("Bihac", "BIH")),
        ("Čačak (Tanjug) - Two people were hurt on Monday.", ("Čačak", "SRB")),
        ("Beira - Police beat traders on Monday.", ("Beira", "MOZ")),
        ("Aleppo, Syria - Rebels shelled a market on Monday.", ("Aleppo", "SYR")),
        ("Fighting went on between Thimphu and the border.", ("Thimphu", "BTN")),
        ("A trawler sank off Jeju on Monday.", ("Jeju", "KOR")),
        ("The Bouar-Garoua road was closed.", ("Bouar", "CAF")),
        ("The road linking Zinder and Agadez is mined.", ("Agadez", "NER")),
        ("Benghazi had no power on Monday.", ("Benghazi", "LBY")),
        ("Asmara was without water on Monday.", ("Asmara", "ERI")),
        ("Clashes broke out in Ethiopia's Afar region.", ("Afar", "ETH")),
        ("A blast hit Uruzgan's capital.", ("Uruzgan", "AFG")),
        ("Police in Lagos State arrested six men.", ("Lagos", "NGA")),
        ("Rebels took the town of Shkodër on Friday.", ("Shkodra", "ALB")),
    ],
)
def test_a_name_is_the_place_that_is_meant(reader: Reader, text: str, place: tuple[str, str]) -> None:
    assert place in _places(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "London remained calm.",
        "Talks between Thimphu and the rebels collapsed.",
        "The Camp David agreement was signed long ago.",
        "Links between Asmara and Khartoum are good.",
    ],
)
def test_what_is_no_place(reader: Reader, text: str) -> None:
    assert not _places(reader, text)


def test_a_state_opens_its_dateline(reader: Reader) -> None:
    assert ("Jordan", "JOR") in _places(reader, "Jordan - King Abdullah met an envoy on Monday.")

"""Names of places that are used otherwise, and by what name a place is told."""

from __future__ import annotations

import pytest

from dragoman import Document, Reader


def _places(reader: Reader, text: str) -> list[tuple[str, str | None]]:
    doc = reader.analyse(Document(text=text, published="2016-10-14"))
    return [(p.place.name, p.place.country) for p in doc._.places]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # Institutions and ways named after a place.
        ("The Bank of Osaka closed two branches.", []),
        ("Fleet Street wrote nothing of it.", []),
        # Teams.
        ("Southampton held Chelsea to a draw in Cardiff.", [("Cardiff", "GBR")]),
        ("The rebels held Aleppo for a year.", [("Aleppo", "SYR")]),
        # States of which somebody is said to be, not the places elsewhere that are called so.
        ("The president of Georgia visited Vilnius.", [("Vilnius", "LTU")]),
        ("Snow fell in Atlanta and in the north of Georgia.", [("Atlanta", "USA"), ("Georgia", "USA")]),
        # What lies between two towns.
        (
            "The trucks were burned on the road between Kandahar and Kabul.",
            [("Kandahar", "AFG"), ("Kabul", "AFG")],
        ),
        # Letters that are more than letters with an accent.
        ("The gunman was arrested on the island of Utoya.", [("Utøya", "NOR")]),
        ("The minister flew to Bogota.", [("Bogota", "COL")]),
    ],
)
def test_places(reader: Reader, text: str, places: list[tuple[str, str | None]]) -> None:
    assert _places(reader, text) == places

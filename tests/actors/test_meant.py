"""Who and whose the wordings of many texts are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from .cases_meant import COUNTRIES_TOLD, MEANT


@pytest.mark.parametrize(("text", "published", "expected"), MEANT, ids=[c[0][:40] for c in MEANT])
def test_who_is_meant(
    read: Callable[..., Doc],
    who: Callable[[Doc, str], str | None],
    text: str,
    published: str,
    expected: dict[str, str | None],
) -> None:
    doc = read(text, published)
    assert not {w: (found, ids) for w, ids in expected.items() if (found := who(doc, w)) != ids}


@pytest.mark.parametrize(("text", "piece", "country"), COUNTRIES_TOLD, ids=[c[1] for c in COUNTRIES_TOLD])
def test_of_which_state(read: Callable[..., Doc], text: str, piece: str, country: str) -> None:
    doc = read(text, "2012-09-12")
    at = text.index(piece)
    found = {
        a.country
        for m in doc._.mentions.items
        if m.start <= at and at + len(piece) <= m.end
        for a in m.actors
    }
    assert found == {country}


def test_who_serves_an_organisation_of_no_state_has_no_country(read: Callable[..., Doc]) -> None:
    doc = read(
        "Chad jailed ten men. Tom Bach, director for Amnesty International, asked Chad to stop.", "2012-09-12"
    )
    bach = next(a for m in doc._.mentions.items for a in m.actors if a.name == "Tom Bach")
    assert (bach.country, bach.sector) == (None, "NGO")

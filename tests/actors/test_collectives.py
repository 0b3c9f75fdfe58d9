"""Actors of many states or of none, and what is of no state that stands near it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from dragoman.actors.collectives import states_together
from dragoman.actors.knowledge import knowledge_base
from dragoman.schema import Actor

COUNTRIES = [
    ("The British ambassador to Iran was summoned. The ambassador, Jane Dunn, left.", "Jane Dunn", "GBR"),
    ("Oslo's International Development Minister Pia Lund came to Sri Lanka.", "Pia Lund", "NOR"),
    ("The envoy of the African Union (AU) Ba Diallo left Mali.", "Ba Diallo", None),
    ("Japan's U.N. ambassador, Ken Abe, spoke of Iran.", "Ken Abe", "JPN"),
    (
        "A crowd stoned the Dutch embassy in Tehran. The ambassador, Jan Bol, hid. Iran regretted it.",
        "Jan Bol",
        "NLD",
    ),
    ("Kabul was calm. The ambassador to Pakistan, Abdul Zalam, left.", "Abdul Zalam", "AFG"),
]


@pytest.mark.parametrize(("text", "piece", "country"), COUNTRIES, ids=[c[1] for c in COUNTRIES])
def test_the_state_that_somebody_unknown_serves(
    read: Callable[..., Doc], text: str, piece: str, country: str | None
) -> None:
    doc = read(text, "2009-06-18")
    assert [
        a.country for m in doc._.mentions.items for a in m.actors if a.name == piece and a.kind == "person"
    ][:1] == [country]


def test_states_taken_together_are_told_from_unnamed_persons() -> None:
    words = knowledge_base().words
    states = Actor(id="x", name="Arab countries", kind="unnamed", sector="GOV")
    assert states_together(states, words)
    assert not states_together(states.model_copy(update={"name": "Western diplomats"}), words)
    assert not states_together(states.model_copy(update={"country": "RUS"}), words)

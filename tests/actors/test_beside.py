"""Who stands beside a name, sets named after or by states, what somebody undergoes, who leads a state."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from dragoman.actors.knowledge import knowledge_base


@pytest.mark.parametrize(
    ("text", "piece", "country"),
    [
        (
            "The Pakistani general took over. Soldiers seized the station. India and its army watched India.",
            "Soldiers",
            "PAK",
        ),
        (
            "Sudan's generals rule. Washington urged the military to step aside. Sudan is quiet.",
            "military",
            "SDN",
        ),
        ("The Abkhaz leader agreed.", "Abkhaz leader", "GEO"),
        ("Alan Garcia spoke in Lima, Peru. Congress voted.", "Congress", "PER"),
        ("Congress voted in Washington.", "Congress", "USA"),
        ("Paul Biya met the Liberal Party in Cameroon.", "Liberal Party", "CMR"),
    ],
)
def test_whose_state(read: Callable[..., Doc], text: str, piece: str, country: str) -> None:
    doc = read(text, "2007-06-01")
    start = text.index(piece)
    found = [
        a.country
        for m in doc._.mentions.items
        if m.start < start + len(piece) and start < m.end
        for a in m.actors
    ]
    assert country in found


def test_leaders_of_states_are_in_the_base() -> None:
    """Every state that is led by its premier has had one."""
    kb = knowledge_base()
    assert not [c for c in kb.words.premiers if f"{c[:3]}:head-of-government" not in kb.holders]
    crowned = {c for codes in kb.words.crowned.values() for c in codes}
    assert not [c for c in crowned if f"{c}:head-of-state" not in kb.holders]

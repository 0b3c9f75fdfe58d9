"""Names longer than the known one, given names with a hyphen, and one person in two spellings."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc


@pytest.mark.parametrize(
    ("text", "wording", "id_"),
    [
        (
            "President Pedro Pablo Kuczynski Godard of Peru will visit China.",
            "President Pedro Pablo Kuczynski Godard",
            "pedro-pablo-kuczynski",
        ),
        ("Hugo Chavez met Juan Manuel Santos Calderon in Lima.", "Juan Manuel Santos Calderon", "juan-manuel-santos"),
        ("Finance Ministry spokesman Kim Eui-do met reporters.", "Kim Eui-do", "kim-eui-do"),
        (
            "Polish minister Witold Waszczykowski met Boris Johnson. Minister Witold Wasikowski thanked him.",
            "Witold Wasikowski",
            "witold-waszczykowski",
        ),
        (
            "Commander Abdul Rahman Swehli met Ali Zeidan. Mr Abdul Rahman Suwehli left.",
            "Abdul Rahman Suwehli",
            "abdul-rahman-swehli",
        ),
    ],
)  # fmt: skip
def test_one_person(
    read: Callable[..., Doc], who: Callable[[Doc, str], str | None], text: str, wording: str, id_: str
) -> None:
    doc = read(text, "2017-03-02")
    (mention,) = [
        m
        for m in doc._.mentions.items
        if doc._.document.text[m.start : m.end].endswith(wording.rsplit(maxsplit=1)[-1])
    ]
    assert [a.id for a in mention.actors] == [id_]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Colonel Ahmed Hassanein and General Ahmed Hassan met.", {"ahmed-hassanein", "ahmed-hassan"}),
        ("The activists Maria Ivanova and Maria Petrova met.", {"maria-ivanova", "maria-petrova"}),
    ],
)
def test_two_persons(read: Callable[..., Doc], text: str, ids: set[str]) -> None:
    found = {a.id for m in read(text, "2017-03-02")._.mentions.items for a in m.actors if a.kind == "person"}
    assert found == ids


def test_a_thing_called_after_somebody_is_not_that_person(read: Callable[..., Doc]) -> None:
    doc = read("The Ronald Reagan Building hosted talks.", "2017-03-02")
    assert not [m for m in doc._.mentions.items if m.head == 3]

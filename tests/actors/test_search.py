"""Who a text could be."""

from __future__ import annotations

import pytest

from dragoman.actors import knowledge_base
from dragoman.actors.search import ids_like, search, suggestions


@pytest.mark.parametrize(
    ("text", "on", "id_", "how"),
    [
        ("Sergey Lavrov", "2015-12-15", "sergey-lavrov", "name"),
        ("LAVROV", "2015-12-15", "sergey-lavrov", "surname"),
        ("sergei lavrov", None, "sergey-lavrov", "name"),
        ("Vladimr Putin", None, "vladimir-putin", "spelling"),
        ("Secretary of State of the United States", "2004-05-01", "colin-powell", "office"),
        ("US Secretary of State", "2015-12-15", "john-kerry", "office"),
        ("Russian Foreign Minister", "2015-12-15", "sergey-lavrov", "office"),
        ("President Putin", "2015-12-15", "vladimir-putin", "surname"),
        ("Foreign Ministry of Russia", None, "rus-foreign-ministry", "body"),
        ("Russian foreign ministry", None, "rus-foreign-ministry", "body"),
        ("the Kremlin", "2015-12-15", "RUS", "name"),
        ("NATO", None, "nato", "name"),
        ("rus-foreign-ministry", None, "rus-foreign-ministry", "name"),
    ],
)
def test_who(text: str, on: str | None, id_: str, how: str) -> None:
    found = search(knowledge_base(), text, on)
    assert (found[0].actor.id, found[0].how) == (id_, how)
    assert (found[0].score < 100) == (how == "spelling")


def test_those_in_office_come_first() -> None:
    found = search(knowledge_base(), "Clinton", "2010-01-01")
    assert [f.actor.id for f in found] == ["hillary-clinton", "bill-clinton"]
    assert [t.office for t in found[0].offices] == ["USA:foreign-minister"]
    assert found[1].offices == ()


@pytest.mark.parametrize("text", ["", " ", "zzgrblx", "("])
def test_nobody(text: str) -> None:
    assert search(knowledge_base(), text) == []


def test_what_is_like_it() -> None:
    assert "Sergey Lavrov" in suggestions(knowledge_base(), "Sergey Lavrof mm")
    assert suggestions(knowledge_base(), "") == []
    assert "sergey-lavrov" in ids_like(knowledge_base(), "sergei-lavrov")

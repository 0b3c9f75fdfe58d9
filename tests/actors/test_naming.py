"""Names in sentences of ours."""

from __future__ import annotations

import pytest

from dragoman.actors.naming import Named, named, named_all
from dragoman.schema import Actor


def actor(id_: str, name: str, kind: str) -> Actor:
    return Actor.model_validate(
        {
            "id": id_,
            "name": name,
            "kind": kind,
            "country": None,
            "sector": None,
            "office": None,
            "wikidata": None,
        }
    )


@pytest.mark.parametrize(
    ("id_", "name", "kind", "text", "plural"),
    [
        ("USA", "United States", "state", "the United States", False),
        ("NLD", "Netherlands", "state", "the Netherlands", False),
        ("FRA", "France", "state", "France", False),
        ("houthis", "Houthis", "armed group", "the Houthis", True),
        ("hamas", "Hamas", "armed group", "Hamas", False),
        ("un", "United Nations", "intergovernmental organisation", "the United Nations", False),
        ("sergey-lavrov", "Sergey Lavrov", "person", "Sergey Lavrov", False),
        ("x-1", "Free Forces of Elbonia", "armed group", "the Free Forces of Elbonia", True),
        ("x-2", "Elbonia Patriotic Front", "armed group", "the Elbonia Patriotic Front", False),
        ("x-3", "Social and Labour Party", "party", "the Social and Labour Party", False),
        ("x-4", "The Greens", "party", "The Greens", True),
        ("x-5", "ELN", "armed group", "ELN", False),
    ],
)
def test_article_and_number(id_: str, name: str, kind: str, text: str, plural: bool) -> None:
    assert named(actor(id_, name, kind)) == Named(text, plural)


def test_verbs_and_rows() -> None:
    assert [
        named(actor(i, n, "armed group")).verb("is", "are")
        for i, n in (("houthis", "Houthis"), ("hamas", "Hamas"))
    ] == ["are", "is"]
    assert (
        named_all([actor("USA", "United States", "state"), actor("IRN", "Iran", "state")])
        == "the United States and Iran"
    )

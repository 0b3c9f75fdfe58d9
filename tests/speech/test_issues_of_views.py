"""What a view is of: whole lists, whose stance a wish is, what is not to be let happen."""

from __future__ import annotations

import pytest

from dragoman import Reader


@pytest.mark.parametrize(
    ("text", "views"),
    [
        (
            "Mexico opposes tariffs on steel, cars and tomatoes, its main exports.",
            [("Mexico", "opposes", "tariffs on steel, cars and tomatoes")],
        ),
        (
            "Chile called for the removal of the duties on wine, copper, beef and fruit.",
            [("Chile", "demands", "removal of the duties on wine, copper, beef and fruit")],
        ),
        (
            "Kenya opposes the tariffs on tea, a minister said.",
            [("Kenya", "opposes", "tariffs on tea")],
        ),
        (
            "Turkey expects NATO to back its operation in Syria.",
            [("Turkey", "supports", "operation in Syria")],
        ),
        ("France would like Germany to oppose the treaty.", []),
        (
            "Kenya urged Uganda not to let the lake become a battlefield.",
            [("Kenya", "opposes", "let the lake become a battlefield")],
        ),
        (
            "Kenya expressed the commitment of Nairobi to the truce.",
            [("Kenya", "supports", "truce")],
        ),
    ],
)  # fmt: skip
def test_what_a_view_is_of(reader: Reader, text: str, views: list[tuple[str, str, str]]) -> None:
    found = reader.read(text, published="2019-05-04").positions
    assert [(p.holder.name, p.stance, p.issue.label) for p in found] == views

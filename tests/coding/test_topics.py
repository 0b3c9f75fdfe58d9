from __future__ import annotations

import pytest

from dragoman import Reader


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Lavrov met Kerry on Friday in Geneva.", []),
        ("Lavrov met Kerry on December 15 in Moscow.", []),
        ("Lavrov met Kerry on the sidelines of the summit in Geneva.", []),
        ("Lavrov spoke with Kerry about the truce in Syria on Friday.", ["truce in Syria"]),
        ("Lavrov accused Kerry over the air strikes.", ["air strikes"]),
    ],
)
def test_what_an_act_is_about_is_no_day_and_no_circumstance(
    reader: Reader, text: str, topics: list[str]
) -> None:
    assert reader.read(text, published="2015-12-19").events[0].topics == topics

from __future__ import annotations

import pytest

from dragoman.reader import Reader

CASES = [
    (
        "“We will not sign the agreement,” Lavrov said on Friday.",
        "We will not sign the agreement",
        "Sergey Lavrov",
        "direct",
    ),
    ("Kerry said that the talks were useful.", "the talks were useful", "John Kerry", "indirect"),
    (
        "According to the Kremlin, the visit will take place in May.",
        "the visit will take place in May",
        "Russia",
        "indirect",
    ),
    (
        "“The agreement works”, – said the Russian Foreign Ministry.",
        "The agreement works",
        "Ministry of Foreign Affairs of Russia",
        "direct",
    ),
]


@pytest.mark.parametrize(("text", "content", "speaker", "manner"), CASES)
def test_statement(reader: Reader, text: str, content: str, speaker: str, manner: str) -> None:
    reading = reader.read(text, published="2015-12-15")
    found = [
        (reading.quote(s.content[0]), s.speaker and s.speaker.name, s.manner) for s in reading.statements
    ]
    assert (content, speaker, manner) in found


def test_a_scare_quote_is_no_statement(reader: Reader) -> None:
    assert reader.read("The “moderate” rebels left the town.").statements == []

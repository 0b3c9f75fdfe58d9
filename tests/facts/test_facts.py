from __future__ import annotations

import pytest

from dragoman.facts.agreements import known_agreements, named_in
from dragoman.reader import Reader


def test_counts(reader: Reader) -> None:
    text = "Kerry met Lavrov in Geneva. It was their 20th meeting this year. They talked by phone 36 times."
    found = {(c.what, c.value, c.ordinal) for c in reader.read(text, published="2015-12-15").counts}
    assert ("meeting", 20, True) in found
    assert ("call", 36, False) in found


@pytest.mark.parametrize(
    ("text", "what", "value", "countries", "period"),
    [
        ("Kerry and Lavrov have held 36 phone calls this year.", "call", 36, "RUS USA", ("2015-01-01", "2015-12-31")),
        ("Kerry and Lavrov met for the third time this week.", "meeting", 3, "RUS USA", ("2015-12-14", "2015-12-20")),
        ("Kerry and Lavrov met three times in two months.", "meeting", 3, "RUS USA", ("2015-10-16", "2015-12-15")),
        ("Kerry and Lavrov held five telephone conversations in April alone.", "call", 5, "RUS USA", ("2015-04-01", "2015-04-30")),
        ("Over the past year Kerry and Lavrov have met ten times.", "meeting", 10, "RUS USA", ("2014-12-15", "2015-12-15")),
        ("John Kerry has paid one visit to Cyprus.", "visit", 1, "CYP USA", None),
        ("It was the first visit by John Kerry to Cyprus.", "visit", 1, "CYP USA", None),
        ("Talks between the two ministers, Kerry and Lavrov, were their sixth meeting; the fifth was in May.", "meeting", 6, "RUS USA", None),
    ],
)  # fmt: skip
def test_counts_have_parties_and_a_period(
    reader: Reader, text: str, what: str, value: int, countries: str, period: tuple[str, str] | None
) -> None:
    found = [
        ({p.country for p in c.participants}, (c.period.start, c.period.end) if c.period else None)
        for c in reader.read(text, published="2015-12-15").counts
        if (c.what, c.value) == (what, value)
    ]
    assert found == [(set(countries.split()), period)]


@pytest.mark.parametrize(
    "text",
    ["One visit to the museum is enough.", "Kerry spent 40 hours with Lavrov.", "One of the meetings with Lavrov was long."],
)  # fmt: skip
def test_what_is_no_count(reader: Reader, text: str) -> None:
    assert reader.read(text, published="2015-12-15").counts == []


def test_a_body_that_meets_has_no_host(reader: Reader) -> None:
    text = (
        "There were two meetings of the Security Council in Vienna. Kerry has paid three visits to Austria."
    )
    found = {
        c.what: [p.name for p in c.participants] for c in reader.read(text, published="2015-12-15").counts
    }
    assert found["conference"] == ["UN Security Council"]
    assert "Austria" in found["visit"]


def test_named_agreements_are_whole_words_in_any_case_longest_first() -> None:
    text = "MINSK AGREEMENTS and the Minsk Agreements, not preminsk agreements."
    assert [text[a:b] for a, b, _ in named_in(text, 0, len(text))] == ["MINSK AGREEMENTS", "Minsk Agreements"]
    assert list(named_in(text, 0, 10)) == []  # none goes beyond the end
    for wording, known in known_agreements().items():
        assert [(a, b, k.id) for a, b, k in named_in(f"{wording}.", 0, len(wording) + 1)] == [
            (0, len(wording), known.id)
        ]


def test_agreements(reader: Reader) -> None:
    text = "Moscow called for implementation of the Minsk agreements. The treaty known as New START was signed in 2010."
    found = {a.name: a.status for a in reader.read(text, published="2015-12-15").agreements}
    assert found["Minsk agreements"] == "called for"
    assert "New START" in found


def test_designations(reader: Reader) -> None:
    text = "Boko Haram is designated as a terrorist organization by the United States and Canada."
    (found,) = reader.read(text, published="2015-12-15").designations
    assert found.target.name == "Boko Haram"
    assert {p.country for p in found.by} == {"USA", "CAN"}


def test_a_wrong_office_is_a_warning(reader: Reader) -> None:
    text = "Sergey Lavrov arrived on Monday. U.S. Secretary of State Sergey Lavrov spoke."
    kinds = [w.kind for w in reader.read(text, published="2015-12-15").warnings]
    assert kinds == ["role mismatch"]

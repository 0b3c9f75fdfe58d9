from __future__ import annotations

from dragoman.facts.agreements import known_agreements, named_in
from dragoman.reader import Reader


def test_counts(reader: Reader) -> None:
    text = "Kerry met Lavrov in Geneva. It was their 20th meeting this year. They talked by phone 36 times."
    found = {(c.what, c.value, c.ordinal) for c in reader.read(text, published="2015-12-15").counts}
    assert ("meeting", 20, True) in found
    assert ("call", 36, False) in found


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

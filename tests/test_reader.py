from __future__ import annotations

import subprocess
import sys

import pytest

import dragoman
from dragoman import Document, Reader
from dragoman.errors import DocumentError, RunError

TEXTS = [
    "Putin met Xi in Beijing on Friday. “We agree,” Putin said.",
    "Rebels attacked a village in Mali on Monday.",
    "France urged Iran to release the prisoners.",
] * 3


def documents() -> list[Document]:
    return [Document(id=str(n), text=t, published="2016-06-26") for n, t in enumerate(TEXTS)]


def test_same_bytes_in_one_process_or_several(reader: Reader) -> None:
    alone = [r.to_json() for r in reader.pipe(documents())]
    again = [r.to_json() for r in reader.pipe(documents())]
    spread = [r.to_json() for r in reader.pipe(documents(), processes=2)]
    assert alone == again == spread


def test_a_failing_document_is_set_aside(reader: Reader) -> None:
    errors: list[DocumentError] = []
    stream = [Document(id="bad", text="  "), *documents()[:1]]
    assert [r.document.id for r in reader.pipe(stream, on_error=errors.append)] == ["0"]
    assert errors[0].where == "bad"


def test_a_text_too_long_is_refused_at_once(reader: Reader) -> None:
    with pytest.raises(DocumentError, match="Split it"):
        reader.read("word " * 300_000)


def test_an_unknown_parser_is_named() -> None:
    with pytest.raises(RunError, match="pip install no-such-model"):
        Reader("no_such_model")


def test_components_declare_what_they_need(reader: Reader) -> None:
    found = reader.nlp.analyze_pipes()
    assert found is not None
    assert found["problems"]["dragoman_coding"] == []


def test_import_is_light() -> None:
    code = "import sys, dragoman; sys.exit('spacy' in sys.modules or 'pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_exported_names_exist() -> None:
    assert all(hasattr(dragoman, name) for name in dragoman.__all__)


def test_a_text_is_of_the_day_that_it_bears(reader: Reader) -> None:
    text = "Talks end in Lima\n\n12 March 2004\n\nSecretary of State Colin Powell met the Peruvian foreign minister on Friday."
    reading = reader.read(text)
    assert reading.document.published is None
    assert reading.document.day == "2004-03-12"
    assert reading.events[0].time is not None
    assert reading.events[0].time.start == "2004-03-12"


def test_offices_are_those_of_the_day_of_the_dateline(reader: Reader) -> None:
    text = "LIMA, March 12, 2004 (Wire) - U.S. Secretary of State Hillary Clinton met the Peruvian president on Friday."
    assert [w.kind for w in reader.read(text).warnings] == ["role mismatch"]

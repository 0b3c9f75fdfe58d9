from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import DocumentError
from dragoman.schema import Document
from dragoman.sources import SourceOptions, decode, open_documents


def read(*paths: Path | str, **options: object) -> tuple[list[Document], list[str]]:
    errors: list[str] = []
    found = open_documents(map(str, paths), SourceOptions(**options), lambda e: errors.append(e.message))  # type: ignore[arg-type]
    return [d for _, d in found], errors


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("Erdoğan’s visit\r\nended".encode(encoding))
    documents, errors = read(file)
    assert documents[0].text == "Erdoğan’s visit\r\nended"
    assert errors == []


def test_an_old_encoding_is_detected_and_noted(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(
        "Le président français a rencontré le ministre à l’Élysée hier après-midi.".encode("cp1252")
    )
    notes: list[str] = []
    documents, _ = read(file, note=notes.append)
    assert "français" in documents[0].text
    assert "detected" in notes[0]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("empty.txt", b"", "is empty"),
        ("nulls.txt", b"\0\0\0\0", "is empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "binary"),
        ("paper.txt", b"%PDF-1.7 abc", "binary"),
        ("bad.json", b"{", "is not JSON"),
        ("none.json", b'{"a": 1}', "has no text field"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    documents, errors = read(file)
    assert documents == []
    assert message in errors[0]


def test_missing_file_and_folder_without_texts(tmp_path: Path) -> None:
    _, errors = read(tmp_path / "no.txt", tmp_path)
    assert "no such file" in errors[0]
    assert "no readable file" in errors[1]


def test_a_faulty_line_is_named_and_the_rest_read(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"body": "One."}\n{oops\n{"body": "Two.", "date": "2015-12-15T10:00"}\n')
    errors: list[str] = []
    options = SourceOptions(fields={"text": "body"})
    found = [d for _, d in open_documents([str(file)], options, lambda e: errors.append(str(e)))]
    assert [d.text for d in found] == ["One.", "Two."]
    assert found[1].published == "2015-12-15"
    assert ":2: is not JSON" in errors[0]


def test_html(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    body = "<p>" + "The ministers met in Geneva on Friday and agreed to meet again. " * 6 + "</p>"
    file.write_text(
        f"<html><head><title>Ministers meet</title></head><body><article><h1>Ministers meet</h1>{body}</article></body></html>"
    )
    (document,), _ = read(file)
    assert document.text.startswith("Ministers meet")
    assert "Geneva" in document.text


def test_a_bad_date_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(json.dumps({"text": "One.", "date": "yesterday"}))
    assert "2015-12-15" in read(file)[1][0]


@given(st.binary())
def test_decoding_raises_nothing_but_document_errors(data: bytes) -> None:
    with contextlib.suppress(DocumentError):
        assert isinstance(decode(data, "x"), str)


def test_a_text_decoded_wrongly_before_is_read_as_it_was_meant(tmp_path: Path) -> None:
    meant = "Málaga’s mayor said: “No.” Peru condemned it – twice."
    notes: list[str] = []
    file = tmp_path / "a.txt"
    file.write_text(
        meant.encode("utf-8").decode("cp1252", "replace").replace("\ufffd", "\x9d"), encoding="utf-8"
    )
    documents, _ = read(file, note=notes.append)
    assert documents[0].text == meant
    assert "decoded wrongly" in notes[0]
    file.write_text("Café, Âge, Ã la carte: São Paulo’s mayor.", encoding="utf-8")
    documents, _ = read(file, note=notes.append)
    assert documents[0].text == "Café, Âge, Ã la carte: São Paulo’s mayor."
    assert len(notes) == 1


def test_entities_and_tags_in_a_text_file(tmp_path: Path) -> None:
    notes: list[str] = []
    file = tmp_path / "a.txt"
    file.write_text("<p>Peru &amp; Chile met.</p><p>&quot;Good,&quot; he said.</p>", encoding="utf-8")
    documents, _ = read(file, note=notes.append)
    assert documents[0].text == 'Peru & Chile met.\n\n"Good," he said.'
    assert "without its tags and entities" in notes[0]

"""Collections of many documents in one file: tables, JSON in a pipe, ids, days, markup."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from dragoman.errors import DocumentError
from dragoman.schema import Document
from dragoman.sources import SourceOptions, open_documents
from dragoman.sources.days import day_of
from dragoman.sources.markup import without_markup

LONG = 2_100_000  # more than any document may have


def read(
    path: Path | str, data: bytes | None = None, **fields: str
) -> tuple[list[Document], list[str], list[str]]:
    """The documents of a file, and codes with places of its errors, and notes."""
    if data is not None:
        Path(path).write_bytes(data)
    errors: list[DocumentError] = []
    notes: list[str] = []
    options = SourceOptions(note=notes.append, fields=fields)
    found = [d for _, d in open_documents([str(path)], options, errors.append)]
    return found, [f"{e.code} {e.where.rsplit('/', 1)[-1]}" for e in errors], notes


@pytest.mark.parametrize("sign", [",", "\t", ";", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_table_is_read_row_by_row(tmp_path: Path, sign: str, end: str) -> None:
    rows = [
        ["id", "Headline", "Text", "Date", "Source"],
        ["1", "A", f'"Oslo{end}{end}Norway, ""too""; met | Peru."', "20160504", "X"],
        ["2", "", "Short", "", ""],
    ]
    data = end.join(sign.join(row) for row in rows) + end
    documents, errors, _ = read(tmp_path / "a.csv", b"\xef\xbb\xbf" + data.encode())
    assert errors == []
    first, second = documents
    assert first.text == f'Oslo{end}{end}Norway, "too"; met | Peru.'
    assert (first.id, first.title, first.published, first.publisher) == ("1", "A", "2016-05-04", "X")
    assert (second.id, second.title, second.text, second.published) == ("2", None, "Short", None)


def test_a_faulty_row_is_told_with_its_line_and_the_rest_is_read(tmp_path: Path) -> None:
    data = b'id,text\n1,one,two\n2,\n\n3,"In a caf\xe9 of Oslo"\n4,"never closed\n5,five\n6,"six"\n'
    data += b"".join(b"%d,%s\n" % (n, b"x" * 1000) for n in range(10, 10 + LONG // 1000))
    documents, errors, notes = read(tmp_path / "a.csv", data)
    assert errors == ["D135 a.csv:2", "D103 a.csv:3", "D138 a.csv:6"]
    assert [d.text for d in documents[:4]] == ["In a café of Oslo", "five", "six", "x" * 1000]
    assert "detected" in notes[0]
    unclosed, errors, _ = read(tmp_path / "b.csv", b'id,text\n1,"never closed\n2,two\n3,three\n')
    assert (errors, [d.id for d in unclosed]) == (["D138 b.csv:2"], ["2", "3"])


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"id,place\n1,Oslo\n", "D112 a.csv:1"), (b"", "D103 a.csv"), (b"id,text\n", "D117 a.csv")],
)
def test_a_table_without_documents_is_an_error(tmp_path: Path, data: bytes, code: str) -> None:
    assert read(tmp_path / "a.csv", data)[1] == [code]


def test_in_a_folder_a_table_of_something_else_is_no_corpus(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,text\n1,One.\n")
    (tmp_path / "contacts.csv").write_text("date,a,b\n2016-05-04,Norway,Peru\n")
    documents, errors, _ = read(tmp_path)
    assert ([d.text for d in documents], errors) == (["One."], [])


def test_a_column_is_named_by_an_option(tmp_path: Path) -> None:
    documents, _, _ = read(tmp_path / "a.csv", b"nr,Article_Text\n7,One.\n", text="article_text", id="nr")
    assert [(d.id, d.text) for d in documents] == [("7", "One.")]


@pytest.mark.parametrize(
    ("given", "texts"),
    [
        ('{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),
        ('[{"text": "One."},\n {"text": "Two."}]', ["One.", "Two."]),
        ('{\n "text": "One."\n}', ["One."]),
        ("{not json\n", ["{not json\n"]),
        ("[1, 2] is a list.", ["[1, 2] is a list."]),
        ("Plain.", ["Plain."]),
    ],
)
def test_json_in_a_pipe_is_documents(monkeypatch: pytest.MonkeyPatch, given: str, texts: list[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
    assert [d.text for d in read("-")[0]] == texts


def test_texts_that_differ_have_ids_that_differ(tmp_path: Path) -> None:
    lines = [{"id": "1", "text": t} for t in ("One.", "Two.", "One.", "Two.", "Three.")]
    documents, _, notes = read(tmp_path / "a.jsonl", "\n".join(map(json.dumps, lines)).encode())
    ids = [d.id for d in documents]
    assert ids[0] == ids[2] == "1"
    assert ids[1] == ids[3] == f"1-{documents[1].sha256[:8]}"
    assert len(set(ids)) == 3
    assert len(notes) == 1
    assert "another text has the id '1'" in notes[0]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2015-12-15T10:00:00Z", "2015-12-15"), ("20151215", "2015-12-15"), ("20151215T101500Z", "2015-12-15"),
        ("2015/12/15", "2015-12-15"), ("Tue, 15 Dec 2015 10:00:00 GMT", "2015-12-15"), ("15-Dec-2015", "2015-12-15"),
        ("December 15, 2015", "2015-12-15"), ("Sept. 3rd, 2015", "2015-09-03"), ("Tuesday 3 march 2015", "2015-03-03"),
        ("15/03/2016", None), ("03/04/2016", None), ("2015-02-30", None), ("2015121", None), ("201512155", None),
        ("1458000000", None), ("March 2015", None), ("Marching 3, 2015", None), ("32 March 2015", None),
    ],
)  # fmt: skip
def test_a_day_that_can_mean_one_day_only_is_taken(text: str, day: str | None) -> None:
    assert day_of(text) == day


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("<p>On <b>Tuesday</b>.</p><p>Iran &amp; Iraq met.</p>", "On Tuesday.\n\nIran & Iraq met."),
        ("One.<br/>Two.<BR>Peru&#8217;s", "One.\nTwo.\nPeru’s"),
        ("<script>a<b</script>One.<!-- <p> --><td>2</td><td>3</td>", "One.\n\n2\n\n3"),
        ("Shares of <AAPL.O> fell; 3 < 4, A&B; R&D; <x@example.org>", None),
        ('<a href="http://x/?a=1&b=2">A link</a> & more', "A link & more"),
    ],
)
def test_markup_is_read_as_a_page_shows_it(given: str, shown: str | None) -> None:
    assert without_markup(given) == (given if shown is None else shown)


def test_markup_in_a_collection_is_noted_once(tmp_path: Path) -> None:
    lines = [{"title": "A &amp; B", "text": f"<p>One {n}.</p><p>Two.</p>"} for n in range(3)]
    documents, _, notes = read(tmp_path / "a.jsonl", "\n".join(map(json.dumps, lines)).encode())
    assert (documents[2].text, documents[2].title) == ("One 2.\n\nTwo.", "A & B")
    assert len(notes) == 1


def test_what_stands_within_a_line_parts_nothing() -> None:
    marked = "<p>The <span>envoys</span> met <em>twice</em>.</p><figcaption>Photo: N. N.</figcaption><p>They left.</p>"
    assert without_markup(marked) == "The envoys met twice.\n\nThey left."

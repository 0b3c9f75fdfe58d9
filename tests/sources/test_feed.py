from __future__ import annotations

import io
from pathlib import Path

import pytest

from dragoman.schema import Document
from dragoman.sources import SourceOptions, open_documents

RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Andes Desk</title>
<item><title>Envoys meet in Lima</title><link>https://example.org/1</link>
<pubDate>Thu, 04 Mar 2021 23:30:00 -0500</pubDate>
<description>A summary.</description>
<content:encoded><![CDATA[<p>The envoys of Chile &amp; Peru met.</p><p>They spoke<br/>of fishing.</p><script>x()</script>]]></content:encoded></item>
<item><title>Only a title</title></item>
<item><title>Talks end</title><guid>https://example.org/2</guid><pubDate>soon</pubDate>
<description>&lt;p&gt;The talks ended.&lt;/p&gt;</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Desk</title>
<entry><title type="html">Envoys &amp;amp; ministers</title><link rel="self" href="https://example.org/self"/>
<link href="https://example.org/3"/><updated>2021-03-05T10:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The <b>envoys</b> met.</p></div></content></entry></feed>"""


def read(*paths: Path | str, **options: object) -> tuple[list[Document], list[str]]:
    errors: list[str] = []
    found = open_documents(map(str, paths), SourceOptions(**options), lambda e: errors.append(str(e)))  # type: ignore[arg-type]
    return [d for _, d in found], errors


def test_the_items_of_a_feed_are_documents_with_day_and_address(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_text(RSS, encoding="utf-8")
    notes: list[str] = []
    documents, errors = read(file, note=notes.append)
    first, second = documents
    assert first.text == "Envoys meet in Lima\n\nThe envoys of Chile & Peru met.\n\nThey spoke\nof fishing."
    assert (first.published, first.publisher, first.url) == (
        "2021-03-04",
        "Andes Desk",
        "https://example.org/1",
    )
    assert (second.text, second.published, second.url) == (
        "Talks end\n\nThe talks ended.",
        None,
        "https://example.org/2",
    )
    assert "item 2: the item has no text" in errors[0]
    assert "'soon'" in notes[0]


def test_atom(tmp_path: Path) -> None:
    file = tmp_path / "feed.atom"
    file.write_text(ATOM, encoding="utf-8")
    documents, errors = read(file)
    assert errors == []
    assert documents[0].text == "Envoys & ministers\n\nThe envoys met."
    assert (documents[0].published, documents[0].url) == ("2021-03-05", "https://example.org/3")


def test_xml_that_is_no_feed_is_said_and_passed_over_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(ATOM, encoding="utf-8")
    log = tmp_path / "log.xml"
    log.write_text("<trips><trip/></trips>", encoding="utf-8")
    documents, errors = read(tmp_path)
    assert (len(documents), errors) == (1, [])
    _, errors = read(log)
    assert "no feed: it begins with <trips>" in errors[0]


def test_nothing_is_expanded(tmp_path: Path) -> None:
    file = tmp_path / "feed.rss"
    secret = tmp_path / "secret"
    secret.write_text("hidden", encoding="utf-8")
    file.write_text(
        f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]><rss><channel><item>'
        "<description>The talks &x; ended.</description></item></channel></rss>",
        encoding="utf-8",
    )
    documents, _ = read(file)
    assert all("hidden" not in d.text for d in documents)


@pytest.mark.parametrize(
    ("told", "title"),
    [
        (RSS, "Envoys meet in Lima"),
        ("<!DOCTYPE html><html><head><title>Talks</title></head><body><article><h1>Talks</h1>"
         + "<p>The ministers met in Geneva on Friday and agreed to meet again.</p>" * 6
         + "</article></body></html>", "Talks"),
        ("Talks ended in Lima.", None),
    ],
)  # fmt: skip
def test_what_comes_through_a_pipe_is_seen_from_how_it_begins(
    told: str, title: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Pipe:
        buffer = io.BytesIO(told.encode("utf-8"))

    monkeypatch.setattr("sys.stdin", Pipe)
    documents, _ = read("-")
    assert documents[0].title == title
    assert "<" not in documents[0].text


def test_the_day_of_an_old_page(tmp_path: Path) -> None:
    file = tmp_path / "old.html"
    body = "<p>" + "The ministers met in Geneva on Friday and agreed to meet again. " * 6 + "</p>"
    file.write_text(
        '<html><head><meta property="article:published_time" content="1987-08-13T06:30:00Z"><title>Talks</title></head>'
        f"<body><article><h1>Talks</h1>{body}</article></body></html>",
        encoding="utf-8",
    )
    documents, _ = read(file)
    assert documents[0].published == "1987-08-13"


def test_text_before_an_element_and_days_as_mail_has_them(tmp_path: Path) -> None:
    file = tmp_path / "feed.rss"
    file.write_text(
        "<rss><channel><item><pubDate>Thu, 04 Mar 99 10:00:00 GMT</pubDate>"
        "<description>Smith &amp; Co of <b>Lima</b> met <span>Peru</span> on &lt;AAPL.O&gt;.</description></item></channel></rss>"
    )
    (document,), errors = read(file)
    assert (document.text, document.published, errors) == (
        "Smith & Co of Lima met Peru on <AAPL.O>.",
        "1999-03-04",
        [],
    )

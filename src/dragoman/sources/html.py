"""Web pages: the article's text with its title, date and publisher, as trafilatura finds them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from dragoman.errors import DocumentError
from dragoman.schema import Document
from dragoman.sources.common import SourceOptions, decode, make_document, read_bytes

SUFFIXES = (".html", ".htm", ".xhtml")
_SIGN = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html[\s>])", re.IGNORECASE)
# A page may be an old one from an archive; without this, no day before 1995 is believed.
_DATES = {"original_date": True, "min_date": "1900-01-01"}


def is_page(text: str) -> bool:
    """Whether a text begins as a web page does."""
    return _SIGN.match(text) is not None


def document_of(html: str, where: str, options: SourceOptions) -> Document:
    """The article of a page. Raises `DocumentError` when the page holds none."""
    import trafilatura  # noqa: PLC0415  (a tenth of a second that plain text need not wait for)

    found = trafilatura.bare_extraction(
        html, with_metadata=True, include_comments=False, include_tables=False, date_extraction_params=_DATES
    )
    if found is None or isinstance(found, dict) or not found.text:
        raise DocumentError("D115", where)
    title = found.title or None
    text = found.text.replace("\n", "\n\n")
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}"
    return make_document(
        where, options, text=text, title=title, published=options.published or found.date,
        publisher=found.sitename, url=options.url or found.url,
    )  # fmt: skip


def read(path: Path, options: SourceOptions) -> Iterator[Document]:
    """The one document of an HTML file."""
    yield document_of(decode(read_bytes(path), str(path), options.note), str(path), options)

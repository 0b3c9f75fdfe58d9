"""Feeds: RSS and Atom, one document an item, with its own day and address.

An item's text is all of it that the feed brings: the whole article where it is there, else the summary.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Final

from lxml import etree

from dragoman.errors import DocumentError
from dragoman.schema import Document
from dragoman.sources.common import SourceOptions, make_document, read_bytes, unreadable
from dragoman.sources.days import day_of
from dragoman.sources.markup import without_markup

SUFFIXES = (".rss", ".atom", ".xml")
HEAD: Final = 4096  # characters in which a feed shows what it is
_SIGN: Final = re.compile(r"<(?:rss|feed|(?:\w+:)?RDF)[\s>]")
_ITEMS: Final = frozenset({"item", "entry"})
# Fields of an item by what they are for, the best first, without their namespaces.
_TEXT: Final = ("encoded", "content", "description", "summary")
_DAY: Final = ("pubDate", "published", "date", "issued", "updated")


def is_feed(head: str) -> bool:
    """Whether a file that begins so is a feed."""
    return _SIGN.search(head) is not None


def looks_like_feed(path: Path) -> bool:
    """Whether a file is a feed by what it begins with. Raises `DocumentError` when it cannot be read."""
    try:
        with path.open("rb") as stream:
            return is_feed(stream.read(HEAD).decode("utf-8", "replace").replace("\x00", ""))
    except OSError as error:
        raise unreadable(str(path), error) from None


def documents_of(data: bytes, where: str, options: SourceOptions) -> Iterator[Document | DocumentError]:
    """The items of a feed in order; a faulty one is yielded as its error and the rest goes on.

    Raises `DocumentError` when the whole is no XML or no feed.
    """
    # Nothing is expanded, nothing is fetched.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise DocumentError("D130", f"{where}:{error.lineno}", problem=str(error.msg)) from None
    if root is None or not is_feed(f"<{root.tag.rpartition('}')[2]} "):
        raise DocumentError("D119", where, tag=root.tag if root is not None else "")
    publisher = next((t for e in root.iter() if _name(e) == "title" and (t := _plain(e))), None)
    items = [e for e in root.iter() if _name(e) in _ITEMS]
    if not items:
        raise DocumentError("D120", where)
    for number, item in enumerate(items, 1):
        try:
            yield _document(item, f"{where} item {number}", publisher, options)
        except DocumentError as error:
            yield error


def read(path: Path, options: SourceOptions) -> Iterator[Document | DocumentError]:
    """The documents of a feed that was saved as a file."""
    return documents_of(read_bytes(path), str(path), options)


def _document(item: etree._Element, where: str, publisher: str | None, options: SourceOptions) -> Document:
    fields: dict[str, etree._Element] = {}
    for child in item:
        fields.setdefault(_name(child), child)
    title = _plain(fields["title"]) if "title" in fields else None
    text = next((t for name in _TEXT if name in fields and (t := _plain(fields[name]))), None)
    if text is None:
        raise DocumentError("D121", where, have=", ".join(sorted(fields)) or "no fields at all")
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}"
    told = next((t for name in _DAY if name in fields and (t := (fields[name].text or "").strip())), None)
    return make_document(
        where, options, text=text, title=title or None, published=options.published or _day(told, where, options),
        publisher=options.publisher or publisher, url=_link(item),
    )  # fmt: skip


def _name(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _day(told: str | None, where: str, options: SourceOptions) -> str | None:
    """The day of a time as RSS (RFC 822) or Atom (RFC 3339) has it, where it was written."""
    if told is None:
        return None
    day = day_of(told)
    if day is not None:
        return day
    try:  # RFC 822 has years of two digits
        return parsedate_to_datetime(told).date().isoformat()
    except ValueError:
        options.note(f"{where}: the day {told!r} is not understood")
        return None


def _link(item: etree._Element) -> str | None:
    """The address of an item: RSS has it as text, Atom as an attribute of the link to the page itself."""
    links = [e for e in item if _name(e) == "link"]
    own = [e for e in links if e.get("rel", "alternate") == "alternate"]
    found = next((a for e in own if (a := (e.get("href") or e.text or "").strip())), None)
    if found is not None:
        return found
    guid = next((e for e in item if _name(e) == "guid" and e.get("isPermaLink") != "false"), None)
    told = (guid.text or "").strip() if guid is not None else ""
    return told if told.startswith(("http://", "https://")) else None


def _plain(element: etree._Element) -> str:
    """The text of an element that holds text, or a page's markup, escaped or as it is."""
    markup = element.text or ""
    if len(element):
        markup = html.escape(markup) + "".join(etree.tostring(c, encoding="unicode") for c in element)
    lines = (" ".join(line.split()) for line in without_markup(markup).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()

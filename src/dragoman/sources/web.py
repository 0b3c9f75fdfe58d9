"""A page or a feed on the web, fetched only when its address is given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.errors import DocumentError
from dragoman.schema import Document
from dragoman.sources import feed, html
from dragoman.sources.common import SourceOptions

PREFIXES = ("http://", "https://")


def read(address: str, options: SourceOptions) -> Iterator[Document | DocumentError]:
    """The article at an address, or the items of a feed there. Raises `DocumentError` when it cannot be fetched."""
    import trafilatura  # noqa: PLC0415  (only addresses need it)

    page = trafilatura.fetch_url(address)
    if page is None:
        raise DocumentError("D116", address)
    if feed.is_feed(page[: feed.HEAD]):
        yield from feed.documents_of(page.encode("utf-8"), address, options)
        return
    yield html.document_of(page, address, replace(options, url=options.url or address))

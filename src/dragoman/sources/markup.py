"""Texts of collections that were taken from pages with their tags and entities still in them.

Read as they are, tags part sentences and glue others together: `on Tuesday.</p><p>Iran &amp; Iraq` is one sentence to a
parser, and makes a war of a list.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import Final

from dragoman.sources.common import SourceOptions

_ENTITY: Final = re.compile(r"&(?:#\d{2,6}|#x[0-9a-f]{2,5}|[a-z]{2,8});", re.IGNORECASE)
_UNSEEN: Final = re.compile(
    r"<(script|style|head|template|figcaption)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE
)
_LINES: Final = re.compile(r"\s*\n\s*\n\s*")


# Elements that part what stands before them from what stands behind: others stand within a line.
_BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "caption", "center", "dd", "dir", "div", "dl", "dt", "fieldset", "figure", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section", "table", "td", "th", "tr", "ul",
})  # fmt: skip


@lru_cache(maxsize=1)
def _tag() -> re.Pattern[str]:
    """A tag of HTML, by its name, with or without a prefix. `<AAPL.O>` is none."""
    from lxml.html import defs  # noqa: PLC0415  (only tables, JSON and feeds need it)

    names = "|".join(sorted({*defs.tags, *_BLOCKS, "picture"}, key=len, reverse=True))
    return re.compile(rf"</?(?:x?html:)?({names})\b(?:\s[^<>]*)?/?>", re.IGNORECASE)


def without_markup(text: str) -> str:
    """The text that a page would show of it; the same text where it holds no tag and no entity of HTML."""
    if "<" in text:
        tag = _tag()
        if tag.search(text) is not None:
            parted = tag.sub(lambda m: _between(m.group(1).lower()), _UNSEEN.sub(" ", text))
            text = _LINES.sub("\n\n", parted).strip()
    return _ENTITY.sub(lambda m: html.unescape(m.group(0)), text) if "&" in text else text


def plain(text: str, where: str, options: SourceOptions) -> str:
    """The text without markup; a person is told once that there was some."""
    shown = without_markup(text)
    if shown != text:
        options.note_first("markup", f"{where}: holds HTML, and is read without its tags and entities")
    return shown


def _between(name: str) -> str:
    if name == "br":
        return "\n"
    return "\n\n" if name in _BLOCKS else ""

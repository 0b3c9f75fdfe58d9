"""Lines that only wrap: a text of an old wire, a mail or a paper copied from its page breaks its sentences after so many characters.

Such a break stands where the next word would not have fitted into the line; one that ends a paragraph, a title or an item stands
before that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_BREAK: Final = re.compile(r"(?<=\S)[ \t]*\r?\n(?![ \t]*\r?\n)(?= ?\S)")
_ENDED: Final = re.compile(r"[.!?:;][\"'”’»)\]]*$")
_ITEM: Final = re.compile(r"[ \t]*(?:[-–—•*·>|#]|\(?\d{1,2}[.)] |[A-Z][A-Z .'-]{2,40}:)")
_NARROWEST, _WIDEST = 40, 120  # characters of a line that was wrapped
_FEWEST = 2  # breaks that only wrap, of a text that was wrapped


def unwrap(text: str) -> str:
    """The text with a blank for each character of a break that only wraps: same length, same offsets."""
    breaks = list(_wrapping(text))
    if len(breaks) < _FEWEST:
        return text
    out, at = [], 0
    for start, end in breaks:
        out += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*out, text[at:]])


def _wrapping(text: str) -> Iterator[tuple[int, int]]:
    """The breaks of a text that only wrap its lines."""
    found = list(_BREAK.finditer(text))
    if len(found) < _FEWEST:
        return
    before = [len(_line_before(text, m.start())) for m in found]
    width = max(before)
    if not _NARROWEST <= width <= _WIDEST:
        return
    kept: list[tuple[int, int]] = []
    ended = 0
    for match, length in zip(found, before, strict=True):
        following = text[match.end() : match.end() + _WIDEST].lstrip()
        word = re.split(r"\s", following, maxsplit=1)[0]
        line = _line_before(text, match.start())
        item = _ITEM.match(text, match.end()) is not None
        goes_on = following[:1].islower() and not _ENDED.search(line)
        fits = length + 1 + len(word) <= width
        ended += bool(_ENDED.search(line))
        if not item and (goes_on or not fits or (length >= 0.8 * width and not _ENDED.search(line))):
            kept.append((match.start(), match.end()))
    # Where most lines end a sentence, each is a paragraph; where few are full, they are verses, lists, titles.
    if 2 * ended <= len(found) and 2 * len(kept) >= len(found):
        yield from kept


def _line_before(text: str, at: int) -> str:
    """What the line that ends at a character holds."""
    return text[text.rfind("\n", 0, at) + 1 : at].strip()

"""Texts with their statements marked in them: `<s>source</s>` and `<c>content</c>`."""

from __future__ import annotations

import re
from typing import NamedTuple

_TAG = re.compile(r"<(/?)([sc])>")


class Marked(NamedTuple):
    """A text without its marks, where the source is named, and the spans of the content."""

    text: str
    source: tuple[int, int] | None
    content: list[tuple[int, int]]


def unmark(marked: str) -> Marked:
    """Read a marked text."""
    text, source, content, at, begin = "", None, [], 0, 0
    for tag in _TAG.finditer(marked):
        text += marked[at : tag.start()]
        at = tag.end()
        if not tag.group(1):
            begin = len(text)
        elif tag.group(2) == "s":
            source = (begin, len(text))
        else:
            content.append((begin, len(text)))
    return Marked(text + marked[at:], source, content)


def overlap(a: list[tuple[int, int]], b: list[tuple[int, int]]) -> float:
    """Characters that two contents share, as a part of all that either has."""
    left = {k for start, end in a for k in range(start, end)}
    right = {k for start, end in b for k in range(start, end)}
    return len(left & right) / len(left | right) if left | right else 0.0

"""Texts whose lines were broken at a fixed width: mail, wire archives and transcripts of the nineties.

The break in the middle of a sentence is a blank then, and the paragraph one block. Character for character: a break
inside a paragraph becomes a blank, so every offset holds.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final

_SHORTEST: Final = 40  # characters of a line that was broken because it was full
_WIDEST: Final = 110
_FEWEST: Final = 2  # lines broken within a sentence in a text that was wrapped
_LINE: Final = re.compile(r"[^\n\r]*(?:\r\n|\n|\r|$)")
_ENDED: Final = re.compile(r"[.!?:;][\"'”’»)\]]*$")
_COLON: Final = re.compile(r":[\"'”’»)\]]*$")
# What begins a line of its own: a turn of speech, an item of a list, a question of a briefing.
_OWN_LINE: Final = re.compile(
    r"(?:[-–—•*·#>|]|\(?\d{1,3}[.)]\s|[A-Z][A-Z .'’-]{1,40}:|(?:Q|A|Question|Answer)(?:[.:]| +[A-Z])|(?:Mr|Mrs|Ms|Dr)\.? [A-Z][\w'’-]+:)"
)


@lru_cache(maxsize=4)
def unwrapped(text: str) -> str:
    """The text with blanks for the breaks inside its paragraphs, where its lines were broken at a fixed width."""
    lines = _LINE.findall(text)
    pairs = [(a.strip(), b.strip()) for a, b in pairwise(lines)]
    inside = [bool(a) and b[:1].islower() and not _ENDED.search(a) for a, b in pairs]
    widths = [len(a) for (a, _), broken in zip(pairs, inside, strict=True) if broken and len(a) >= _SHORTEST]
    if len(widths) < _FEWEST or max(widths) > _WIDEST:
        return text
    width = max(widths)
    out = []
    for number, line in enumerate(lines):
        a, b = pairs[number] if number < len(pairs) else ("", "")
        if (
            a
            and b
            and (inside[number] or _is_full(a, b, width))
            and not (_COLON.search(a) or _OWN_LINE.match(b))
        ):
            line = line.replace("\n", " ").replace("\r", " ")
        out.append(line)
    return "".join(out)


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether a line took all words that it could hold, or breaks off near its end without a mark."""
    if len(line) + 1 + len(following.split(None, 1)[0]) > width:
        return True
    return 5 * len(line) >= 4 * width and not _ENDED.search(line) and not line.isupper()

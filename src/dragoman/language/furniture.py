"""What a text saved from a web page holds beside the story: bars to share it, breadcrumbs, credits, other stories, comments.

Told line by line, and only by what sites write there (`data/page_furniture.txt`, `data/page_ends.txt`,
`data/sharing.txt`), so that no line of a story is lost: a line is furniture as a whole or not at all, and what
follows the story is left out only where a line says that the story is over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dragoman.language.lists import words

_FOLDED: Final = re.compile(r"\w+(?:['’]\w+)*")
_LONG: Final = 160  # characters; furniture that is known by its words is no longer
_FULL: Final = 12  # words of a sentence after which a story may end
# `Home > World > Asia`, `News | World`, `#World News`.
_BREADCRUMBS: Final = re.compile(
    r"(?:#?\w+(?: (?:&|and )?\w+){0,2})?(?: *[>»|›] *#?\w+(?: (?:& |and )?\w+){0,2})+ *[>»|›]?|#(?:\w+ ?){1,4}"
)
_CREDIT: Final = re.compile(
    r"(?:©|\(?(?:c\)|file )?(?:photos?|images?|pictures?|video|graphic)(?: credits?| by| source| caption|: )|image (?:source|caption)\b|\(photo|photograph:|getty images$|"
    r"(?:additional |further )?reporting by |writing by |edit(?:ed|ing) by |compiled by |translated by |with (?:inputs|files|reporting) from |"
    r"some information (?:for|in) this (?:report|story|article)|this (?:story|article|report) (?:was|has been) (?:(?:first|originally) )?(?:published|updated|edited|generated)|"
    r"sources?: (?:\w+[, ]*){1,8}$|tags?:|topics?:|filed under\b|posted (?:by|in|on|at)\b|categor(?:y|ies):|"
    r"follow (?:us|@?\w+) on |(?:click|tap) here |sign up (?:for|to) |subscribe (?:to|now|for)\b|download (?:our|the) app|get (?:our|the latest) |"
    r"\d+ (?:min(?:ute)?s?|mins) read|read in \d|\d+ (?:comments?|shares?|views?)\b|last (?:updated|modified)\b|(?:updated|published|posted|modified)(?: (?:on|at))?(?::| \d)|estimated reading)",
    re.IGNORECASE,
)  # fmt: skip


def folded(line: str) -> str:
    """The words of a line in small letters, one blank between them."""
    return " ".join(_FOLDED.findall(line.lower()))


def is_furniture(line: str) -> bool:
    """Whether a line belongs to the page and not to the story."""
    if line.startswith("©"):
        return True
    if len(line) > _LONG:
        return False
    told = folded(line)
    if told in words("page_furniture") or _CREDIT.match(line) or _BREADCRUMBS.fullmatch(line):
        return True
    found = told.split()
    return 0 < len(found) <= _FULL and all(w in words("sharing") for w in found)


def story_end(lines: Sequence[str]) -> int:
    """How many of the lines of a text come before the one that says that the story is over: all, where none does."""
    told = False  # whether anything of a story was seen
    for number, line in enumerate(lines):
        if told and len(line) <= _LONG and _ends(folded(line)):
            return number
        told = told or (line.rstrip()[-1:] in '.!?"”’»)' and len(line.split()) >= _FULL)
    return len(lines)


def _ends(told: str) -> bool:
    return any(told == end or told.startswith(f"{end} ") for end in words("page_ends"))

"""The head of a text: whose paper it is, which day it bears, and which line is its title.

A press release begins with the name of an office, a ministry's read-out with its day, and many a page saved from a news
site has the day on a line of its own. The day is that of the text wherever nothing else gives one; the name of an office
is no title where another line is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.daynames import MONTH, WEEKDAY
from dragoman.language.lists import words

_MONTH: Final = rf"(?i:{MONTH})\.?"
_WEEKDAY: Final = rf"(?i:{WEEKDAY})\.?,? "
_DAY: Final = (
    rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d|\d{{1,2}}(?:st|nd|rd|th)?[ -](?:of )?{_MONTH},?[ -](?:19|20)\d\d|"
    r"(?:19|20)\d\d-\d\d-\d\d|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d)"
)
_TOLD: Final = r"(?i:(?:(?:first|last) )?(?:published|posted|issued|released|date[d]?|updated|for (?:immediate )?release|press release|embargoed until)(?: on)?)[:,]? "
_TOWN: Final = r"[A-ZÀ-Þ][\w.'’-]*(?: (?:(?:de|da|do|el|la|al|of) )?[A-ZÀ-Þ][\w.'’-]*){0,3}"
_TIME: Final = r"[ ,|·•/–-]*(?:at )?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?(?: ?\(?[A-Z]{1,4}\)?(?:[+-]\d{1,2})?)?"
_DATE_LINE: Final = re.compile(
    rf"[*_(\[]*(?:{_TOLD})?(?:(?!{_WEEKDAY})(?P<place>{_TOWN})(?: ?\({_TOWN}\)|, {_TOWN}){{0,2}}[,:] ?(?:on )?)?"
    rf"(?:{_WEEKDAY})?(?P<day>{_DAY})(?:{_TIME})?[.*_)\]]*"
)
# The same with who wrote it, how long ago and how long it is: `By AFP | 22 January 2015 | 2:55 am`, `9:41 AM / 2 years ago`.
_PART: Final = r"[ ,|/•·–-]+"
_AGO: Final = (
    r"(?:(?:\d+|an?) (?:minute|hour|day|week|month|year)s? ago|\d+ min(?:ute)?s?(?: read)?|[A-Z]{2,4})"
)
_CREDITED: Final = re.compile(
    rf"(?:(?i:by|from) [^|/•·\n]{{2,60}}?{_PART}|[A-Z][\w.'’ -]{{1,40}} ?[|/•·] ?)?(?:{_TOLD})?(?:{_WEEKDAY})?(?P<day>{_DAY})"
    rf"(?P<place>(?!))?(?:{_TIME}|{_PART}{_AGO})*[ |/•·.*_)\]]*"
)
_SENTENCE: Final = re.compile(r"[.!?:;,…][\"'”’»)\]]*$")
_PLAIN: Final = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "with"})
_WORD: Final = re.compile(r"\w[\w'’-]*")
# The head of a text has at most so many lines, none of them longer than a title.
_LINES: Final = 14
_LONG: Final = 160
_SHORTEST: Final = 6  # words of what is taken for a sentence


@dataclass(frozen=True)
class Masthead:
    """What the first lines of a text are: by number of line, and by character."""

    title: int | None = None  # the line that is the title where the first line is an office's name
    aside: frozenset[int] = frozenset()  # lines that are neither title nor told: offices, days
    day: tuple[int, int] | None = None
    place: tuple[int, int] | None = None


def masthead(text: str, lines: Sequence[tuple[int, int]]) -> Masthead:
    """The head of a text whose lines are given by their characters."""
    head: list[str] = []
    dated: tuple[int, re.Match[str]] | None = None
    for start, end in lines[:_LINES]:
        line = text[start:end]
        match = _dated(line)
        if match is None and (len(line) > _LONG or _is_sentence(line)):
            break
        if match is not None and dated is None:
            dated = (len(head), match)
        head.append(line)
    else:
        if len(lines) == len(head):  # a list, and no text below it
            return Masthead()
    if dated is None and not any(_is_release(line) for line in head):
        return Masthead()
    day = place = None
    aside = set()
    if dated is not None:
        number, match = dated
        start = lines[number][0]
        day = (start + match.start("day"), start + match.end("day"))
        if match["place"]:
            place = (start + match.start("place"), start + match.end("place"))
        aside = {n for n, line in enumerate(head) if _dated(line)}
    title = _title(head, aside)
    if title is not None:
        aside |= set(range(title))
    return Masthead(title, frozenset(aside), day, place)


def _dated(line: str) -> re.Match[str] | None:
    """A line that bears a day, and no more than what goes with it."""
    return _DATE_LINE.fullmatch(line) or (_CREDITED.fullmatch(line) if len(line) <= _LONG else None)


def _title(head: Sequence[str], dated: set[int]) -> int | None:
    """The line of the title below the name of an office, where there is one."""
    if not head or not _is_letterhead(head[0]):
        return None
    last = max(
        (n for n, line in enumerate(head) if n in dated or _is_release(line) or _is_letterhead(line)),
        default=0,
    )
    # an office whose name goes on for lines: the paper's own title comes after its kind or its day
    told = max((n for n, line in enumerate(head) if n in dated or _is_release(line)), default=None)
    below = list(range((last if told is None else told) + 1, len(head)))
    return below[0] if below else None


def _is_sentence(line: str) -> bool:
    """Whether a line is told, unlike `Washington, D.C.`."""
    return bool(_SENTENCE.search(line)) and len(_WORD.findall(line)) >= _SHORTEST


def _is_release(line: str) -> bool:
    """Whether a line only says what a paper is: `PRESS RELEASE No. 12`."""
    plain = re.sub(r"\W*(?:no\.?|nr\.?|#)? ?[\d/-]*\W*$", "", line.casefold())
    return plain.strip(" :*_()[]") in words("kinds_of_release")


def _is_letterhead(line: str) -> bool:
    """Whether a line is the name of an office: `Office of the Spokesman`, all of whose words are written large."""
    found = _WORD.findall(line)
    large = all(w[0].isupper() or w.casefold() in _PLAIN for w in found)
    return large and any(w.casefold() in words("letterheads") for w in found)

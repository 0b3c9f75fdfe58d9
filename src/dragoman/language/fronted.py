"""A date that opens a clause without a comma: `On 25 May Obama visited Malaysia`.

British and translated English leave the comma out, and the parser then takes date and name for one (`May Obama`) and
finds nobody who visits. The blank between them becomes a comma, so that every offset stays.
"""

from __future__ import annotations

import re

from dragoman.daynames import MONTHS, WEEKDAYS

_MONTH = rf"(?:{'|'.join(MONTHS)}|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)"
_WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
_YEAR = r"(?:1[89]\d\d|20\d\d)"
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:{_WEEKDAY}(?:,? (?:the )?(?:{_MONTH} {_DAY}|{_DAY}(?: of)? {_MONTH}))?"
    rf"|(?:the )?{_DAY}(?: of)? {_MONTH}|{_MONTH} {_DAY}|(?:the )?[0-3]?\d(?:st|nd|rd|th))(?:,? (?:of )?{_YEAR})?"
)
_PART = r"(?:the )?(?:morning|evening|night|afternoon|eve)(?: of)? "
_SPAN = rf"(?:the )?(?:early |late |mid-|end of |beginning of )?(?:{_MONTH}(?: of)?(?: {_YEAR})?|{_YEAR})"
# Where a clause may begin (a regular expression's alternatives): with a sentence, behind a dateline, after a conjunction.
CLAUSE_BEGINS = r"^|(?<=[.!?;] )|(?<=[.!?]\" )|(?<= [–—-] )|(?<=\b(?:and|but) )|(?<=\bthat )"
_FRONTED = re.compile(
    rf"(?:{CLAUSE_BEGINS}|(?<=: )|(?<=\b(?:when|then) ))(?:[Oo]n (?:{_PART})?{_DATE}|[Bb]y {_DATE}|[Ii]n {_SPAN}|[Tt]he (?:past|last) {_DATE})"
    rf"(?P<blank> )(?=[A-Z])(?!{_MONTH}|{_WEEKDAY}|GMT\b|UTC\b|I\b)",
    re.MULTILINE,
)


def part_fronted(text: str) -> str:
    """The text with a comma between an opening date and the name behind it, as long as before."""
    return _FRONTED.sub(lambda m: m.group(0)[: m.start("blank") - m.start()] + ",", text)

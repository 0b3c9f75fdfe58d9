"""The day of publication, in the forms in which collections have it and that can mean one day only.

`15/03/2016` is none of them: 03/04/2016 is one day to some and another to others.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from dragoman.daynames import MONTH, WEEKDAY, month_of

_ISO: Final = re.compile(r"(?P<y>\d{4})(?P<sign>[-/.]?)(?P<m>\d{2})(?P=sign)(?P<d>\d{2})(?!\d)")
_NAMED: Final = rf"(?P<month>{MONTH})\.?"
_DAY: Final = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAY: Final = rf"(?:{WEEKDAY}\.?,? +)?"
_WRITTEN: Final = (
    re.compile(rf"{_WEEKDAY}{_DAY}[ -]{_NAMED},?[ -](?P<y>\d{{4}})(?!\d)", re.IGNORECASE),
    re.compile(rf"{_WEEKDAY}{_NAMED} {_DAY},? (?P<y>\d{{4}})(?!\d)", re.IGNORECASE),
)


def day_of(text: str) -> str | None:
    """The day that a text begins with, as 2015-12-15: a time may follow. `None` when it is no day, or may be several.

    >>> day_of("20151215"), day_of("Tue, 15 Dec 2015 10:00:00 GMT"), day_of("December 15, 2015")
    ('2015-12-15', '2015-12-15', '2015-12-15')
    """
    text = text.strip()
    for pattern in (_ISO, *_WRITTEN):
        match = pattern.match(text)
        if match is None:
            continue
        named = match.groupdict().get("month")
        month = month_of(named) if named else int(match["m"])
        try:
            return date(int(match["y"]), month, int(match["d"])).isoformat()
        except ValueError:
            return None
    return None

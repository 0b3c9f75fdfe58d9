"""Repair of translated and untidy English before it is parsed, one character for one character.

The repaired text has exactly the length of the document's text, so every offset found in the one holds in
the other. The document's own text is never changed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources

from dragoman.datafiles import read_words
from dragoman.daynames import MONTHS, WEEKDAYS
from dragoman.language.fronted import part_fronted
from dragoman.language.wrapping import unwrapped

_CHARACTERS = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»〝〞＂", '"'),
        **dict.fromkeys("‘’‚‛‹›′´`", "'"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000\ufeff\u200b\t\0", " "),
        **dict.fromkeys("‐‑‒", "-"),
        **dict.fromkeys("―−", "–"),
        "…": ".",
    }
)

_MONTH = "|".join(MONTHS).lower()
# "may 2015", "in may 2015", "5 may", "may 5": only beside a figure, as `may` and `march` are verbs too.
_BESIDE_FIGURE = re.compile(
    rf"(?<![\w])(?:(?<=\d )(?P<after>{_MONTH})|(?P<before>{_MONTH})(?=,? \d))(?![\w])"
)
_SURE_MONTH = re.compile(rf"\b({'|'.join(m for m in MONTHS if m not in ('March', 'May')).lower()})\b")
_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS).lower()})\b")
# A dash that only hands over from a quotation to its reporting clause: `”, – said the ministry`.
_HANDOVER = re.compile(r'(?<=[,.!?"])( ?)[–—-]{1,2}(?= [a-z])')


@lru_cache(maxsize=1)
def _casing() -> tuple[re.Pattern[str], dict[str, str]]:
    """The casing list as one pattern (longest first) and a table from lower case to the right case."""
    items = read_words(resources.files("dragoman.language") / "data" / "casing.txt")
    table = {item.lower(): item for item in items}
    longest = sorted(table, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest)) + r")\b", re.IGNORECASE), table


@lru_cache(maxsize=1)
def _after_quotation() -> re.Pattern[str]:
    """A capital within a sentence, after a quotation that does not end it; after a comma `the` and `he` too."""
    items = read_words(resources.files("dragoman.language") / "data" / "after_quotation.txt")
    return re.compile(
        rf"""(?<=[^\s.!?]")(?: (?P<word>{"|".join(items)})|, (?P<more>{"|".join(items)}|The|He|She|They))\b"""
    )


@lru_cache(maxsize=1)
def _opening() -> re.Pattern[str]:
    """A common noun that opens a line, also behind a dateline: the tagger takes `ABUJA (Reuters) - Gunmen` for a name."""
    items = read_words(resources.files("dragoman.language") / "data" / "openings.txt")
    return re.compile(
        rf"^(?P<dateline>[A-Z][^\n.;]{{0,70}}?(?:[.;][^\n.;]{{0,40}})?(?: [–—-]{{1,2}} ?|[–—-]{{2}}|: ))?"
        rf"(?P<word>{'|'.join(items)})(?=[ ,](?![A-Z]))",
        re.MULTILINE,
    )


def _recase(match: re.Match[str]) -> str:
    found = match.group(0)
    if found.islower() or found.isupper():
        return found  # consistently lower ("foreign minister") or a headline: not a slip
    return _casing()[1][found.lower()]


def repair(text: str) -> str:
    """The text as the parser should see it: same length, same offsets.

    No breaks of wrapped lines, straight quotation marks, plain blanks, proper names in their usual case (`foreign Affairs`,
    `may 2015`), no capital within a sentence after a quotation, no dash between a quotation and its reporting clause,
    a comma after a date that opens a clause.
    """
    out = unwrapped(text).translate(_CHARACTERS)
    pattern, _ = _casing()
    out = pattern.sub(_recase, out)
    out = _BESIDE_FIGURE.sub(lambda m: m.group(0).capitalize(), out)
    out = _SURE_MONTH.sub(lambda m: m.group(0).capitalize(), out)
    out = _WEEKDAY.sub(lambda m: m.group(0).capitalize(), out)
    out = _after_quotation().sub(lambda m: m.group(0).lower(), out)
    out = _opening().sub(lambda m: (m["dateline"] or "") + m["word"].lower(), out)
    return part_fronted(_HANDOVER.sub(lambda m: " " * len(m.group(0)), out))

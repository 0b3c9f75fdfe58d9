"""Datelines: the place, the day and the agency before the first sentence of a report.

`MOSCOW, December 15.`, `GENEVA, Nov 24 (Agency) -`, `KABUL (Reuters) -`, `Beijing, 5 March /Xinhua/ --`, and what agencies and
offices of other lands write instead: `Tehran, Sept 8, IRNA --`, `8 September 2016 (Juba) -`, `Sofia. September 8. Interfax -`.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from dragoman.daynames import MONTH
from dragoman.language.lists import words

Span = tuple[int, int]

_MONTHS: Final = rf"(?i:{MONTH})\.?"
DAY_OF_MONTH: Final = rf"(?:{_MONTHS} ?\d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTHS}(?:,? \d{{4}})?)"
# Letters that may begin a name, with marks too: `Česká Lípa`, `Żywiec`.
_CAPITAL: Final = "A-ZÀ-ÖØ-Þ" + "".join(
    chr(c) for c in (*range(0x100, 0x250), *range(0x1E00, 0x1F00)) if chr(c).isupper()
)
_INNER: Final = r"(?:de|da|do|das|dos|del|di|du|des|e|el|en|la|las|le|les|los|al|sur|am|an|of|of the)"
_PLACE: Final = rf"[{_CAPITAL}][\w.'’-]+(?:[ /-](?:{_INNER}[ -])?[{_CAPITAL}][\w.'’-]+){{0,3}}"
# A state behind the place: `Bosnia and Herzegovina`, `the Netherlands`.
_REGION: Final = rf"(?:the )?{_PLACE}(?: and (?:the )?{_PLACE})?"
_BRACKETED: Final = r"(?:\([^)\n]{2,40}\)|/[^/\n]{2,30}/|\[[^\]\n]{2,30}\])"
_DATELINE: Final = re.compile(
    rf"^[\"“]?(?P<place>{_PLACE})(?:, (?P<region>{_REGION})| ?[\[(](?:{_REGION}|[A-Z]{{2,4}})[\])](?=, {DAY_OF_MONTH}))?"
    rf"(?:(?P<comma>, ?| ?[/.(]|:? )(?P<date>{DAY_OF_MONTH})\)?)?"
    rf"(?P<agency>[,.]? ?{_BRACKETED}|, [A-Z]{{3,12}}(?=\. ))?"
    r"(?P<end> ?(?:--|[–—-])+ |[.:] ?(?=[A-Z“\"«])|(?<=[/)\]]),? (?=[A-Z“\"])|(?<=\d) (?=[A-Z“\"]))"
)
_DASH: Final = re.compile("[-–—_]")
_MARK: Final = r" ?(?:\.?[-–—_]{1,2}|:) ?"
# What stands in other orders: a state in brackets behind the place, a second calendar, an agency without brackets, the day first.
_LAND: Final = rf"(?:, (?P<region>{_REGION})| ?[(\[]{_PLACE}[)\]])?"
_CALENDAR: Final = r"(?:,? [A-Z][\w' -]{3,20} \d{1,2},? \d{4})?"
_OTHERS: Final = (
    re.compile(
        rf"^(?P<place>{_PLACE}){_LAND}{_CALENDAR}[,.]? (?P<date>{DAY_OF_MONTH})[,.]? ?(?P<agency>{_BRACKETED}|(?:[A-Z][\w/-]*)(?: [A-Z][\w-]+){{0,2}})(?P<end>{_MARK})(?=\S)"
    ),
    re.compile(
        rf"^(?P<place>{_PLACE}){_LAND}(?P<date>(?!))?: ?(?P<agency>\([A-Z][\w /-]{{1,30}}\))(?P<end> )"
    ),
    re.compile(
        rf"^(?P<date>{DAY_OF_MONTH}) ?(?P<agency>\((?P<place>{_PLACE})\))(?P<region>(?!))?(?P<end>{_MARK})(?=\S)"
    ),
    re.compile(
        rf"^(?P<date>{DAY_OF_MONTH})(?: ?(?P<agency>\([A-Z][\w /-]{{1,30}}\)))?(?P<place>(?!))?(?P<region>(?!))?(?P<end> [-–—]{{1,2}} )(?=[A-Z“\"])"
    ),
    re.compile(
        r"^(?P<agency>\([A-Z][A-Za-z/. ]{1,20}\))(?P<place>(?!))?(?P<region>(?!))?(?P<date>(?!))?(?P<end> ?[-–—]{1,2} ?)(?=[A-Z“\"])"
    ),
    re.compile(
        r"^(?P<agency>\([A-Z][A-Z/. ]{1,15}\))(?P<place>(?!))?(?P<region>(?!))?(?P<date>(?!))?(?P<end>(?: ?[-–—]{1,2} ?)?)(?=[A-Z“\"])"
    ),
)
# What goes on behind the dash: the day (`PARIS - Sept. 8 -`), the agency (`Baku, 8 September - AZERTAC.`), both.
_DAY_BEHIND: Final = re.compile(rf"\s*(?P<date>{DAY_OF_MONTH}) ?[-–—:]{{1,2}} ?(?=\S)")
_AGENCY_BEHIND: Final = re.compile(
    r"\s*(?P<agency>[A-Z][\w/-]*(?: [A-Z][\w/-]*){0,3})(?:\.| ?[-–—]{1,2}|:) (?=\S)"
)
# A word in capitals before a colon: who speaks (`KERRY: Thank you`), unless it is the only one.
_TURN: Final = re.compile(r"^[A-Z][A-Z .'-]{2,40}:", re.MULTILINE)
_NAMED_TURN: Final = re.compile(rf"^{_PLACE}: (?=[A-Z“\"])", re.MULTILINE)
_TOLD: Final = 8  # words of what is told, rather than called out, behind a town and a colon
_NO_PLACE: Final = frozenset(
    {"update", "urgent", "breaking", "question", "answer", "note", "correction", "watch", "live", "exclusive"}
)
_COLUMNS: Final = frozenset(
    {"analysis", "background", "briefing", "comment", "commentary", "editorial", "factbox", "feature", "interview", "opinion",
     "profile", "review", "sport", "sports", "summary", "timeline", "the", "explained"}
)  # fmt: skip


class Found(NamedTuple):
    """A dateline by its characters in the line: where it ends, its place and its day. `sure`: with an agency and a dash."""

    end: int
    place: Span | None
    date: Span | None
    sure: bool


def dateline(line: str) -> Found | None:
    """The dateline that a line begins with."""
    match = next((m for form in _OTHERS if (m := form.match(line)) and _is_other(m)), None)
    match = match or _usual(line)
    return None if match is None else _found(line, match)


def only_capitals(text: str, line: str) -> Found | None:
    """`JEDDAH: Saudi Arabia said`: a place in capitals before a colon, where nothing else of the text is so written."""
    match = _DATELINE.match(line)
    if match is None or not match.group("place").isupper() or match.group("end").strip() != ":":
        return None
    told = set(match.group("place").lower().split())
    turns = 0 if match.group("region") else 1  # "HONIARA, Solomon Islands:" is no turn of a speaker
    if told & _NO_PLACE or told & words("titles") or len(_TURN.findall(text)) != turns:
        return None
    return _found(line, match)


def known_town(text: str, line: str) -> Found | None:
    """`Ankara: Turkey on Monday said`: a town known for its news before a colon, where no other line is so begun."""
    match = _DATELINE.match(line)
    if (
        match is None
        or match.group("end").strip() != ":"
        or match.group("place").lower() not in words("dateline_towns")
    ):
        return None
    told = line[match.end() :]
    ended = told.rstrip("\"'”’»)]")[-1:] in (".", "!", "?", "…")
    return (
        _found(line, match)
        if ended and len(told.split()) >= _TOLD and len(_NAMED_TURN.findall(text)) == 1
        else None
    )


def opens_like_dateline(line: str) -> bool:
    """Whether a line begins with what may be a dateline."""
    return _DATELINE.match(line) is not None


def _found(line: str, match: re.Match[str]) -> Found:
    place = match.span("place") if match.group("place") else None
    date = match.span("date") if match.group("date") else None
    end, agency = match.end(), bool(match.group("agency"))
    if date is None and (behind := _DAY_BEHIND.match(line, end)) and _DASH.search(match.group("end")):
        date, end = behind.span("date"), behind.end()
    told = _AGENCY_BEHIND.match(line, end)
    if told and not agency and (_is_agency(told["agency"]) or (date is not None and end > match.end())):
        end, agency = told.end(), True
    sure = agency and _DASH.search(line[match.start("end") : end]) is not None
    return Found(len(line[:end].rstrip()), place, date, sure)


def _is_other(match: re.Match[str]) -> bool:
    """Whether what stands for a place is none of an agency, and what stands without brackets for an agency is one."""
    place, agency = match.group("place"), match.group("agency")
    if place and _is_agency(place):
        return False
    return agency is None or agency[0] in "([/" or _is_agency(agency)


def _is_agency(name: str) -> bool:
    return name.lower() in words("agencies")


def _usual(line: str) -> re.Match[str] | None:
    match = _DATELINE.match(line)
    if match is None:
        return None
    if match.group("date") or match.group("agency"):  # "KHARTOUM Dec 10 Sudan said" only in capitals
        return (
            match
            if match.group("end").strip() or match.group("agency") or match.group("place").isupper()
            else None
        )
    # "PARIS — ...": a bare place must be in capitals, or have its state behind it, and end in a dash
    dash = match.group("end").replace("–", "-").replace("—", "-")
    if "-" in dash and (match.group("place").isupper() or (match.group("region") and dash.startswith(" "))):
        return match
    # "Port Sudan - ...": other names in small letters may be those of columns, or begin an aside
    told = set(match.group("place").removeprefix("The H").lower().split())  # `The Hague`
    rest = line[match.end() :]
    if dash in (" - ", " -- ") and rest[:1].isupper() and rest.rstrip().endswith(".") and " - " not in rest:
        return match if not told & (_NO_PLACE | _COLUMNS) else None
    return None

"""The wordings of times: rules that find a core, words before it that change it, and a cheap gate.

A rule only runs over a stretch that holds what it needs (a digit, the name of a month, a unit...): most
stretches need few rules, or none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dragoman import daynames
from dragoman.calendar.arithmetic import WEEKDAYS, named_days, other_months
from dragoman.language.numerals import CARDINALS, ORDINALS, TENS, UNITS

MONTHS = {
    **{m.lower(): n for n, m in enumerate(daynames.MONTHS, 1)},
    **{m[:3].lower(): n for n, m in enumerate(daynames.MONTHS, 1)},
    "sept": 9,
}
NUMBERS = (
    CARDINALS
    | {"a": 1, "an": 1, "several": 3, "few": 3, "a few": 3, "couple": 2, "a couple of": 2, "dozen": 12, "a dozen": 12}
    | {"a hundred": 100, "one hundred": 100}
)  # fmt: skip
DECADES = {f"{w[:-1]}ies": 10 * n for n, w in enumerate(TENS, 2)}

_FULL = "|".join(daynames.MONTHS)
_MONTH = r"(?P<{0}>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_MONTH_WORDS = f"{_FULL}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_DAY = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<{0}>(?:1[89]|20)\d\d)"
_RELATIVE_YEAR = (
    r"(?:this|last|next|that|the same|the current|the previous|the following|the past|the coming) year"
)
_DASH = r"\s?(?:-|–|—|to|and|until|till)\s?"
_WEEKDAY = rf"(?P<weekday>{'|'.join(daynames.WEEKDAYS)})"
# `twenty-one` and the like are told by their parts: a list of all of them, in eight patterns, takes long to compile.
_ALONE_WORDS = sorted(
    (w for w in NUMBERS if w.partition(" ")[0].partition("-")[0] not in TENS), key=len, reverse=True
)
_NUMBER_WORDS = rf"(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(UNITS[1:10])}))?|{'|'.join(_ALONE_WORDS)}"
_COUNT = rf"(?P<count>\d{{1,4}}|{_NUMBER_WORDS})"
_UNIT = r"(?P<unit>day|week|fortnight|month|year|decade)s?"
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"


def _of_year(y: str = "y", ry: str = "ry") -> str:
    """The year after a day or a month: `2015`, `of the year 2015`, `of the current year`, `last year`."""
    return rf"(?:,? (?:of )?(?:the year )?{_YEAR.format(y)}(?![\w/])|,? (?:of )?(?P<{ry}>(?i:{_RELATIVE_YEAR})))?"


class Rule(NamedTuple):
    """A core: its name (and that of the method that resolves it), what a stretch must hold, and its pattern."""

    name: str
    needs: str
    pattern: re.Pattern[str]


_OTHER_MONTH = "|".join(sorted(map(re.escape, other_months()), key=len, reverse=True))
_OTHER_DATE = rf"(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)?,? (?:{_OTHER_MONTH})(?:,? \d{{4}})? ?(?:A\.?H\.?|H|SH|A\.S\.H\.)?"
_NAMED_DAY = "|".join(sorted(map(re.escape, named_days()), key=len, reverse=True)).replace("'", "['’]")
# What may follow a bare `the 12th` that is a day: not a noun that it counts.
_NO_NOUN = r"(?=\s*$|[.,;:)]|\s?[-–—]\s| (?:to|and|in|at|for|that|after|before|by|with|when|from|until|the|a|an|as|was|were|is|of (?:this|the|last|next) month|his|its|their|he|she|it|they|we)\b)"
# What may not follow `on 14th`, as translations from Chinese have it: what it would number.
_NO_RANK = r"(?! (?:century|anniversary|birthday|floor|parallel|street|avenue|road|round|session|place|hour|minute|hole|lap|congress|district|day|of|grade|position|attempt|version|edition)\b)"

# What is called after a season is no time: `in the summer capital`, `at the Winter Games`.
_NO_SEASON = r"| (?:capital|camp|clothes|coat|cottage|crop|fuel|games|harvest|home|house|olympics?|palace|quarters|residence|resort|retreat|school|uniform|wheat)s?\b"

# After a weekday: no date that it belongs to (`on Wednesday, June 22`).
_NO_DATE = rf"(?!,? (?:on )?(?:the )?(?:(?:{_MONTH_WORDS})\.? [0-3]?\d\b|[0-3]?\d(?:st|nd|rd|th)?(?: of)?,? (?:{_MONTH_WORDS})))"

# After `the day before`, `two days before`: not what it is counted from, or else a clause that tells of earlier still.
_ALONE = r"(?:(?= (?:the )?[\w’' -]{2,40}? had \w)|(?! (?:the|an?|its|his|her|their|this|these|those|that|he|she|it|they|we|i|you|\w+ing|\d+|(?-i:[A-Z]\w*))\b))"

RULES: list[Rule] = [
    Rule(name, needs, re.compile(r"(?<![\w.])" + pattern + r"(?![\w])", re.IGNORECASE if loose else 0))
    for name, needs, loose, pattern in [
        ("iso", "y", 0, r"(?P<y>(?:1[89]|20)\d\d)(?P<sep>[-/.])(?P<m>[01]?\d)(?P=sep)(?P<d>[0-3]?\d)"),
        ("numeric", "y", 0, r"(?P<d>[0-3]?\d)(?P<sep>[-/.])(?P<m>[0-3]?\d)(?P=sep)(?P<y>(?:1[89]|20)\d\d)"),
        ("days_of_month", "m", 0, _MONTH.format("m") + r",? " + _DAY.format("d") + _DASH + _DAY.format("d2") + r"(?:,? " + _YEAR.format("y") + ")?"),
        ("days_before_month", "m", 0, r"(?:the )?" + _DAY.format("d") + _DASH + r"(?:the )?" + _DAY.format("d2") + r"(?: of)? " + _MONTH.format("m") + _of_year()),
        ("month_day", "m", 0, r"(?:" + _WEEKDAY + r",? (?:on )?)?(?:the )?" + _MONTH.format("m") + r",? (?:the )?" + _DAY.format("d") + r"(?!\d|:|%| ?(?:percent|million|billion))" + _of_year()),
        ("day_month", "m", 0, r"(?:" + _WEEKDAY + r",? )?(?:the )?" + _DAY.format("d") + r"(?: of)?,? " + _MONTH.format("m") + _of_year()),
        ("ordinal_month", "m", 0, r"[Tt]he (?P<ordinal>" + "|".join(ORDINALS) + r")(?: day)? of " + _MONTH.format("m") + _of_year()),
        ("nth_weekday", "m", 0, r"[Tt]he (?P<nth>first|second|third|fourth|last) " + _WEEKDAY + r" (?:of|in) " + _MONTH.format("m") + _of_year()),
        ("nth_day", "d", 1, r"the (?P<d>[0-3]?\d)(?:st|nd|rd|th)" + r"(?: day)? of (?P<which>this|the|last|next|the current|the same|that|the previous|the following) month"),
        ("nth_day", "u", 1, r"the (?P<ordinal>" + "|".join(sorted(ORDINALS, key=len, reverse=True)) + r")(?: day)? of (?P<which>this|the|the current|the same|that) month(?!-)"),
        ("nth_day", "d", 0, r"(?<=[Ff]rom )the (?P<d>[0-3]?\d)(?:st|nd|rd|th)(?= to the [0-3]?\d(?:st|nd|rd|th)\b)"),
        ("nth_day", "d", 0, r"(?<=(?:st|nd|rd|th) to )the (?P<d>[0-3]?\d)(?:st|nd|rd|th)" + _NO_NOUN),
        ("nth_day", "d", 0, r"(?<=[Oo]n )the (?P<d>[0-3]?\d)(?:st|nd|rd|th)" + _NO_NOUN),
        ("nth_day", "d", 0, r"(?<=[Oo]n )(?P<d>[0-3]?\d)(?:st|nd|rd|th)" + _NO_RANK),
        ("nth_day", "d", 0, r"(?<=(?:ning|noon|ight) of )the (?P<d>[0-3]?\d)(?:st|nd|rd|th)" + _NO_NOUN),
        ("nth_day", "d", 0, r"(?P<d>[0-3]?\d)(?:st|nd|rd|th)(?= (?:morning|afternoon|evening|noon|night)\b)"),
        ("months", "m", 0, r"(?:(?:[Ff]rom|[Bb]etween) )" + _MONTH.format("m") + _of_year() + r" (?:to|and|until|till|through) " + _MONTH.format("m2") + r"(?! \d\d?\b)" + _of_year("y2", "ry2")),
        ("months", "m", 0, _MONTH.format("m") + _of_year() + r"\s?[-–—]\s?" + _MONTH.format("m2") + r"(?! \d\d?\b)" + _of_year("y2", "ry2")),
        ("month_year", "m", 0, _MONTH.format("m") + r",? (?:of )?" + _YEAR.format("y")),
        ("month_rel", "m", 0, r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?|[Tt]hat|[Tt]he (?:same|following|previous|preceding)) (?P<m>" + _FULL + r")" + _of_year() + r"(?! \d)"),
        ("bare_month", "m", 0, r"(?P<m>" + _FULL + r")" + _of_year() + r"(?! \d)"),
        ("season", "s", 1, _SEASON + r"(?: of)? " + _YEAR.format("y") + r"(?:[-–/](?:\d\d)?\d\d)?"),
        ("season_rel", "s", 1, r"(?P<which>last|next|this(?: past| coming)?|the (?:previous|following|coming|past)) " + _SEASON),
        ("bare_season", "s", 1, _SEASON + r"(?: (?:of )?(?P<ry>" + _RELATIVE_YEAR + r"))?(?! of| offensive| session" + _NO_SEASON + r")"),
        ("quarter", "q", 1, r"(?:the )?(?P<part>first|second|third|fourth|last) quarter(?: of (?:(?:the year )?" + _YEAR.format("y") + "|(?P<ry>" + _RELATIVE_YEAR + ")))?(?! of| century)"),
        ("quarter", "y", 0, r"Q(?P<part>[1-4])(?: of)? " + _YEAR.format("y")),
        ("decade", "d", 0, r"(?P<d>(?:1[89]|20)\d)0['’]?s"),
        ("decade", "d", 0, r"(?:['‘’](?P<short>[2-9])0s|(?<=the )(?P<short2>[2-9])0['’]?s|(?<=arly )(?P<short3>[2-9])0['’]?s|(?<=late )(?P<short4>[2-9])0['’]?s)(?: of the (?P<century>last|past|previous|twentieth|20th|nineteenth|19th) century)?"),
        ("decade", "c", 1, r"(?<!his )(?<!her )(?<!their )(?P<word>" + "|".join(DECADES) + r") of the (?P<century>last|past|previous|twentieth|20th|nineteenth|19th) century"),
        ("decade", "c", 1, r"(?:(?<=the )|(?<=the early )|(?<=the late )|(?<=the mid-))(?P<word>" + "|".join(DECADES) + r")"),
        ("today", "u", 1, r"(?P<word>today|tonight|this (?:morning|afternoon|evening)|overnight|yesterday|tomorrow|the day before yesterday|the day after tomorrow|last night|the night before last)"),
        ("day_before", "u", 1, r"(?:the day (?P<word>before|after|earlier|later)|a day (?P<word2>earlier|later|before|after)|the (?P<word3>previous|preceding|next|following|same) (?:day|morning|evening|night|afternoon)|that (?P<word4>same )?(?:day|night|evening|morning))(?:,? on |, )" + _MONTH.format("m") + r" " + _DAY.format("d") + _of_year()),
        ("day_before", "u", 1, r"(?:the (?:day|morning|afternoon|evening|night) (?:(?P<word>before|after)(?: that)?" + _ALONE + r"|(?P<word6>earlier|later))|a day (?P<word2>earlier|later)|the (?P<word3>previous|preceding|next|following|same) (?:day|morning|evening|night|afternoon)|(?P<word4>on) that (?:same )?(?:day|night|evening|morning)|that (?P<word5>same) (?:day|night|evening|morning))(?! before| after)"),
        # "That day the king ...", "fell silent that evening": no conjunction (`said that day labourers had left`)
        ("day_before", "u", 0, r"(?:(?P<word>That) (?:day|night|evening|morning|afternoon)(?=,? (?:the|he|she|they|it|an?|its|his|her|their|some|police|troops|thousands|hundreds|[A-Z]\w*)\b)|(?P<word2>that) (?:day|night|evening|morning|afternoon)(?=\s*$|[.,;:)]| (?:in|at|on|by|from|and|but|to|with)\b))"),
        # Without an article, as translations have it: `Next day Rome recalled its envoy`, `on same day`, `the day following`
        ("day_before", "u", 1, r"(?<![\w'’] )(?P<word>same|next|following) day(?! as\b)(?=,? \w)|(?<=\b[oi]n )(?P<word2>same|next|following) day(?! as\b)|(?P<word4>same|next|following) day(?=\s*$|[.,;)]| and\b)|the day (?P<word3>following)(?=\s*$|[,.;)])"),
        ("in_day", "u", 1, r"(?:earlier|later) (?:in|on|during) (?:the|that|the same) day"),
        ("day_before", "e", 1, r"on the (?P<word>eve)(?! of)"),
        ("ago_day", "a", 1, _COUNT + r" (?P<unit>week|month|year)s? ago,? (?:(?:on |this |last )?" + _WEEKDAY + r"|(?P<same>today|this (?:day|week|month)))"),
        ("ago_day", "a", 1, _WEEKDAY + r",? " + _COUNT + r" (?P<unit>week)s? ago"),
        ("ago", "a", 1, _COUNT + r" (?P<unit>day|week|fortnight|month|year|decade|hour|minute)s? ago"),
        ("later", "l", 1, _COUNT + r" " + _UNIT + r" (?P<dir>later|earlier|afterwards?|previously|before that|after that(?! [A-Z])|before" + _ALONE + r")"),
        ("hours_later", "u", 1, r"(?:" + _COUNT + r" )?(?:hours?|minutes?|moments) (?P<dir>later|earlier|afterwards?)"),
        ("hours_later", "u", 1, r"(?:with)?in (?:a few |just )?(?:hours|minutes)(?! of\b)"),
        ("in_future", "u", 1, r"(?P<within>in|within)(?: the next)? " + _COUNT + r" " + _UNIT + r"(?:['’]? time)?(?= (?!of\b)|[,.;)]|$)"),
        ("past_span", "u", 1, r"(?:(?:with)?in|over|during|for|throughout) the (?P<which>past|last|next|coming|previous|preceding|following) (?:" + _COUNT + r" )?(?P<unit>day|week|month|year|decade|hour)(?P<plural>s)?(?! ago)"),
        ("past_span", "u", 1, r"the (?P<which>past|last|next|coming) " + _COUNT + r" (?P<unit>day|week|month|year|decade|hour)s"),
        ("past_span", "u", 1, r"(?:the|this) (?P<which>past) (?P<unit>week|month|year|decade)"),
        ("before_last", "u", 1, r"(?:the )?(?P<unit>week|month|year|weekend) (?P<which>before last|after next)"),
        ("rel_unit", "u", 1, r"(?P<which>last|next|this(?: coming)?|the previous|the preceding|the coming|the current|the following|that(?: same)?|the same) (?P<unit>week|month|year|weekend|decade|quarter)(?!['’-]old| of (?:the )?(?:\d|year|month|(?:" + _FULL + r")\b))"),
        ("the_unit", "u", 1, r"(?P<unit>week|month|year|decade)(?! (?:\d|of\b))"),
        ("unit_end", "u", 1, r"(?P<unit>week|month|year)(?:['’]s | |-)end"),
        ("weekday_week", "w", 0, r"(?:[Oo]n )?" + _WEEKDAY + r",? (?:of )?(?P<which>(?i:last|this|next|the previous|the following|the same|that|the coming)) week"),
        ("weekday_rel", "w", 0, _WEEKDAY + r" (?P<which>next|last)(?= *(?:$|[.,;)]|(?:to|at|in|and|for|when|by|with|after)\b))"),
        ("weekday_rel", "w", 0, r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?|[Tt]hat(?: same)?|[Tt]he (?:previous|following|coming|preceding|next|same)) " + _WEEKDAY),
        ("weekday", "w", 0, r"(?<!GMT )(?<!UTC )(?<![Tt]hat )(?<![Ss]ame )(?:[Oo]n )?" + _WEEKDAY + r"(?: (?:morning|afternoon|evening|night))?" + _NO_DATE),
        ("weekend", "u", 1, r"(?:over|at|on|during|for) the weekend"),
        ("weekend", "u", 1, r"(?<=\ba )weekend(?= (?:attack|ambush|raid|bombing|clash|talks|meeting|summit|visit|strike|offensive|assault|massacre|protest|demonstration|rally|riot|blast|explosion|shooting|killing|kidnapping|broadcast|trip|election|operation|march)\w*)"),
        ("year_span", "y", 0, r"(?:[Ff]rom |[Bb]etween )?" + _YEAR.format("y") + r"\s?(?:-|–|to|and|until|through)\s?" + _YEAR.format("y2")),
        ("year_span", "y", 0, r"(?<![-–/\d])" + _YEAR.format("y") + r"[-–/](?P<short>\d\d)(?![-–/\d])"),
        ("bare_year", "y", 0, r"(?<![/,.\d])(?<!\d-)" + _YEAR.format("y") + r"(?![-/%]|\.\d|,\d)"),
        ("named", "n", 1, r"(?P<word>" + _NAMED_DAY + r")(?:,? (?:of )?" + _YEAR.format("y") + r"|,? (?:of )?(?P<ry>" + _RELATIVE_YEAR + r"))?"),
    ]
]  # fmt: skip

# The words that make rules worth trying, by what they stand for: a unit, a season...
_HOLDS = {
    "m": {*MONTHS},
    "w": {*WEEKDAYS},
    "u": {u + s for u in ("minute", "moment", "hour", "day", "week", "weekend", "fortnight", "month", "year", "decade") for s in ("", "s")}
    | {"today", "tonight", "yesterday", "tomorrow", "overnight", "night", "morning", "afternoon", "evening"},
    "a": {"ago"},
    "l": {"later", "earlier", "afterwards", "afterward", "previously", "before", "after"},
    "s": {"spring", "summer", "autumn", "fall", "winter"},
    "q": {"quarter"},
    "c": {*DECADES},
    "e": {"eve"},
}  # fmt: skip
_KEYS: dict[str, str] = {word: key for key, words in _HOLDS.items() for word in words}
_WORD = re.compile(r"[a-z]+|\d+")
_NAMES = [frozenset(_WORD.findall(name)) for name in named_days()]


def marks(text: str, start: int, end: int) -> set[str]:
    """What a stretch of text holds that rules need."""
    words = set(_WORD.findall(text[start:end].lower()))
    found = {_KEYS[w] for w in words & _KEYS.keys()}
    if any(name <= words for name in _NAMES):
        found.add("n")
    digits = [w for w in words if w[0] <= "9"]
    if digits:
        found.add("d")
        if any(len(w) == 4 for w in digits):
            found.add("y")
    if "w" in found:
        found.add("u")
    return found


# Words before a core that change what it means; tried again for what stands before them.
LEAD = re.compile(
    r"(?<![\w-])(?:"
    r"(?:the )?(?:year|month of|month|year of)(?P<filler>) "
    r"|(?:the )?week (?:of|from)(?: the)?(?P<week>) "
    r"|(?:the )?(?:very )?(?:(?:(?P<part>early|mid|late)(?:-| (?:in |of )?(?:the )?)|(?P<part_end>end)-)"
    r"|(?P<part_of>middle|midst|end|ends|beginnings?|start|starts|close|outset|onset|(?:first|second|latter) half|"
    r"(?:first|last|opening|closing|final) (?:few )?(?:days|weeks|months|years)) (?:of|in) (?:the )?)"
    r"|(?P<clip>earlier|later)(?: in)? (?:the )?"
    r"|(?:the )?(?P<nth>first|second|third|fourth|last|final) (?:(?P<of_count>two|three|four|five|six|seven|eight|nine|ten|eleven) )?(?P<of_unit>day|week|month|quarter)s? of (?:the )?"
    r"|(?:on )?(?:the )?eve of (?:the )?(?P<eve>)"
    rf"|(?<!for )(?:the (?P<shift_day>day)|{_COUNT} (?P<shift_unit>day|week|month|year)s?) (?P<shift>before|after) (?:the )?"
    rf"|for {_COUNT.replace('count', 'span_count')} (?P<span_unit>day|week|month|year)s? (?:from|(?:starting|beginning)(?: on| from)?) (?:the )?"
    r"|(?:ever )?since (?:the )?(?P<since>)"
    r"|(?:by|before|until|till|through|up to) (?:the )?(?P<until>)"
    rf"|{_OTHER_DATE},? ?(?:\(|/ ?|,? ?(?:which )?(?:correspond(?:ing|s) (?:to|with)|coincid(?:ing|es) with|equivalent to|equal to|i\.e\.,?|or|that is,?)(?: on)? ?)(?:the )?(?P<other>)"
    r")\Z",
    re.IGNORECASE,
)  # fmt: skip
LEAD_WIDTH = 72
SINCE = re.compile(r"(?:ever )?since ", re.IGNORECASE)
# Prepositions that let a bare month, season or year be one; of a month and a season they belong to the wording.
BEFORE_MONTH = re.compile(
    r"(?<![\w])(?:in|since|by|until|till|from|during|throughout|through|over|between|for|before|after|of|to|and|or|the) \Z", re.IGNORECASE
)  # fmt: skip
BEFORE_MAY = re.compile(r"(?<![\w])(?:in|since|by|until|till|from|during|throughout) \Z", re.IGNORECASE)
BEFORE_SEASON = re.compile(
    r"(?<![\w])(?:in|since|by|until|till|from|during|throughout|through|over|before|after)(?: the)? \Z", re.IGNORECASE
)  # fmt: skip
A = re.compile(r"\ban? \Z", re.IGNORECASE)
# What is of a year told after an article: `a 2007 peace deal`, not `a 2000 metre climb`.
OF_A_YEAR = re.compile(
    r" (?:[\w-]+ ){0,2}(?:accord|agreement|ambush|armistice|assassination|attack|blast|bombing|campaign|case|ceasefire|cease-fire|"
    r"clash|conference|constitution|coup|crackdown|crash|deal|declaration|decree|earthquake|election|explosion|famine|gun battle|"
    r"incident|incursion|insurrection|interview|invasion|kidnapping|killing|law|letter|massacre|meeting|memorandum|murder|mutiny|"
    r"offensive|operation|order|pact|peace|plot|poll|protest|protocol|raid|rebellion|referendum|report|resolution|revolt|revolution|"
    r"riot|ruling|shooting|speech|statement|strike|summit|treaty|trial|truce|uprising|visit|war)s?\b"
)
BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|of|since|from|until|till|by|the|during|after|before|between|throughout|than|through|to) |\()\Z", re.IGNORECASE
)  # fmt: skip
OTHER_AFTER = re.compile(rf" ?(?:\(|/ ?){_OTHER_DATE}\)?")
JOIN = re.compile(
    r"\s?(?:(?P<dash>[-–—])|(?P<to>to|until|till|thru|through|up to)|(?P<and>and))\s?(?:the )?\Z",
    re.IGNORECASE,
)
FROM = re.compile(r"\bfrom (?:the )?\Z", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween (?:the )?\Z", re.IGNORECASE)
# Where a clause that a time opens begins, where a sentence goes on to another such clause, and where it ends.
OPENS = re.compile(r"(?:\n|[.!?;:][\"”’)]? )\s*(?:(?:[Oo]n|[Ii]n|[Ee]arly in|[Ll]ate in) (?:the )?)?\Z")
GOES_ON = re.compile(
    r"(?:;|\band\b|\bbut\b)(?: (?:and|but|then|finally|again|already|later))?(?: (?:early|late))? (?:in|on|by) (?:the )?\Z"
)
STOP = re.compile(r"[.!?][\"”’)]?\s+[A-Z]|\n")

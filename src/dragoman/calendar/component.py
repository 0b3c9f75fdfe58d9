"""The calendar component: writes `doc._.times` and `doc._.today`."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.calendar.expressions import Expression, Finder, Kind, Tense
from dragoman.language import Grammar, grammar, layout_of
from dragoman.schema import Time, Warning_

for _name in ("times", "today", "warnings"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)

_FULL = re.compile(r"\b((?:19|20)\d\d)\b")
_FUTURE = frozenset({"will", "shall", "'ll", "would"})
# What is said to be so is on the programme.
_DUE = frozenset({"due", "scheduled", "set", "slated", "bound", "expected"})
# What something is done for at the same time: `marched to demand`, `fired gas to disperse`.
_AT_ONCE = frozenset({
    "attempt", "celebrate", "commemorate", "condemn", "demand", "denounce", "disperse", "mark", "mourn", "protest",
    "quell", "repel", "suppress", "try",
})  # fmt: skip
# Verbs whose infinitive tells of the same time as they do: `began to withdraw`, `tried to flee`.
_GONE_THROUGH_WITH = frozenset({
    "attempt", "begin", "cause", "compel", "continue", "drive", "fail", "force", "go", "help", "manage", "proceed",
    "prompt", "rush", "start", "struggle", "try",
})  # fmt: skip
# Verbs whose present tells what is on the programme: `the summit opens on Friday`.
_SCHEDULED = frozenset({
    "begin", "start", "open", "arrive", "depart", "leave", "meet", "travel", "visit", "take", "hold", "convene",
    "gather", "host", "resume", "return", "fly", "expire", "conclude", "close", "end", "come", "go", "fall", "vote",
    "welcome", "receive", "greet", "address", "attend", "chair", "debate", "discuss", "consider", "inaugurate", "unveil",
    "review", "sign", "join", "send", "dispatch", "head", "hear", "talk", "tour", "brief", "testify", "sit", "reconvene", "elect", "decide",
})  # fmt: skip


@dataclass(slots=True)
class TimeMention:
    """A temporal expression in a doc: inclusive token indices, characters, and the interval."""

    first: int
    last: int
    start: int
    end: int
    time: Time
    kind: Kind
    why: str
    since: Time | None = None  # what a `since` counts from


# A paper is out so many days, at most, after its correspondent wrote.
_ISSUED_BEFORE = 2

# What is set for a day, or put off or given time until one, is yet to come: `called a conference for March 15`.
_SET_FOR = frozenset({
    "call", "convene", "schedule", "set", "plan", "announce", "postpone", "fix", "invite", "summon", "reschedule", "book",
    "meeting", "summit", "conference", "session", "election", "referendum", "vote", "rally", "march", "hearing", "trial", "deadline",
})  # fmt: skip
_PUT_OFF = frozenset({
    "extend", "give", "postpone", "delay", "prolong", "suspend", "defer", "adjourn", "grant", "renew", "ban", "put",
})  # fmt: skip
_FIXING = {
    "for": _SET_FOR,
    "until": _PUT_OFF,
    "till": _PUT_OFF,
    "to": frozenset({"postpone", "defer", "reschedule", "extend"}),
}


# Deeds that have their authors, victims and witnesses when a text tells of these.
_DEEDS = frozenset({
    "ambush", "assassination", "assault", "atrocity", "attack", "blast", "bombing", "coup", "crash", "explosion", "genocide",
    "kidnapping", "killing", "massacre", "murder", "raid", "riot", "shooting",
})  # fmt: skip


def _meanwhile(g: Grammar, i: int, auxiliaries: set[str]) -> bool:
    """Whether a participle is done while its clause is: `ministers meeting on Sunday condemned`, not `a summit opening on Sunday`."""
    beside = g.dep[i] == "advcl" or (g.dep[i] == "acl" and g.dep[g.head[i]] in ("nsubj", "nsubjpass"))
    # "The council, meeting on Sunday in Rome, condemned", taken for two verbs
    beside = beside or any(g.dep[c] in ("dep", "conj") and g.tag[c] in ("VBD", "VBN") for c in g.children[i])
    return beside and not auxiliaries


# Verbs whose passive tells what is to come, and words with which one of them does not: `were set free`.
_PROGRAMMED = frozenset({"schedule", "plan", "expect", "await", "due", "set", "slate"})
_SET_SO = frozenset({"free", "ablaze", "alight", "afire", "fire", "up", "aside", "off", "back", "loose"})


def _done(g: Grammar, i: int) -> bool:
    """Whether an infinitive tells what was done, as the verb above it says: `were forced [to retreat] on Friday`."""
    v = g.head[i]
    return g.dep[i] == "xcomp" and g.lemma[v] in _GONE_THROUGH_WITH and g.tag[v] in ("VBD", "VBN")


def _is_over(g: Grammar, i: int) -> bool:
    """Whether a noun is a deed of which others are: `the author of an attack in April`, whatever is yet to be done to him."""
    return (
        g.dep[i] == "pobj"
        and g.lemma[i] in _DEEDS
        and g.lower[g.head[i]] in ("behind", "for", "in", "of")
        and g.pos[g.head[g.head[i]]] in ("NOUN", "PROPN", "ADJ", "ADV")
    )


def tense_at(g: Grammar, i: int) -> Tense:
    """Whether the clause of a token speaks of the future: its verb, or the one that governs it."""
    for steps in range(8):
        if _is_over(g, i):
            return "past"
        if g.dep[i] == "prep" and g.lemma[g.head[i]] in _FIXING.get(g.lower[i], ()):
            return "future"
        if g.is_verb(i):
            words = {g.lower[a] for a in g.auxiliaries(i)}
            if any(g.lower[c] in _DUE and g.dep[c] in ("acomp", "oprd", "attr") for c in g.children[i]):
                return "future"  # "was on Sunday due to travel"
            ahead = "to" in words and "have" not in words and g.lemma[i] not in _AT_ONCE and not _done(g, i)
            due = "must" in words and "have" not in words
            if words & _FUTURE or ahead or due or "going" in words:
                return "future"
            if g.tag[i] in ("VBD", "VBN") and not g.is_passive(i):
                return "done" if steps <= 2 and g.lemma[i] not in ("be", "say", "tell") else "past"
            set_free = g.lemma[i] == "set" and any(g.lower[c] in _SET_SO for c in g.children[i])
            if g.lemma[i] in _PROGRAMMED and not set_free and g.is_passive(i):
                return "future"
            if g.tag[i] in ("VBD",) or words & {"was", "were", "had", "has", "have"}:
                return "past"
            timed = g.tag[i] in ("VBZ", "VBP") or (g.tag[i] == "VBG" and not _meanwhile(g, i, words))
            if timed and g.lemma[i] in _SCHEDULED:
                return "future"
        if any(
            g.lower[c] in ("scheduled", "planned", "due", "forthcoming", "upcoming", "expected", "next")
            for c in g.children[i]
        ):
            return "future"
        if g.head[i] == i:
            break
        i = g.head[i]
    return "past"


def _anchor(doc: Doc) -> tuple[date | None, bool]:
    """The day of publication, else that the text bears, with its year taken from the text; whether it was inferred."""
    document = doc._.document
    day = document.day if document is not None else None
    if day is not None:
        return date.fromisoformat(day), False
    layout = layout_of(doc)
    if layout.dateline_date is None:
        return None, False
    start, end = layout.dateline_date
    text = grammar(doc).text
    plain = Finder(text, None).find(start, end)
    if plain:
        return date.fromisoformat(plain[0].time.start), False
    years = [int(y) for y in _FULL.findall(text)]
    if not years:
        return None, False
    guessed = Finder(text, date(max(years), 12, 31)).find(start, end, "past")
    return (date.fromisoformat(guessed[0].time.start), True) if guessed else (None, False)


def _issued(doc: Doc, text: str, today: date | None) -> date | None:
    """The day of the dateline where the text was published some days after it; its `today` is that day."""
    span = layout_of(doc).dateline_date
    found = Finder(text, today).find(*span, "past") if span is not None and today is not None else []
    if not found or today is None:
        return None
    day = date.fromisoformat(found[0].time.start)
    return day if 0 < (today - day).days <= _ISSUED_BEFORE else None


@Language.component(
    "dragoman_calendar",
    requires=["doc._.layout", "token.dep"],
    assigns=["doc._.times", "doc._.today", "doc._.warnings"],
)
def set_times(doc: Doc) -> Doc:
    """Find when things are said to happen."""
    g = grammar(doc)
    today, inferred = _anchor(doc)
    doc._.today = today
    finder = Finder(g.text, today, _issued(doc, g.text, today))
    starts = g.start
    times: list[TimeMention] = []
    warnings: list[Warning_] = list(doc._.warnings or [])
    if inferred and today is not None and layout_of(doc).dateline_date is not None:
        warnings.append(
            Warning_(
                kind="inferred year",
                span=layout_of(doc).dateline_date,
                message=f"the text gives no year; {today.year} is taken from the years it names",
            )
        )

    def tense(char: int) -> Tense:
        return tense_at(g, max(0, bisect_right(starts, char) - 1))

    k = 0
    for block in layout_of(doc).blocks:
        if block.kind in ("label", "related", "byline", "repeat"):
            continue
        for one in finder.find(block.start, block.end, tense):
            while k < g.n and g.end[k] <= one.start:
                k += 1
            first = k
            last = first
            while last + 1 < g.n and starts[last + 1] < one.end:
                last += 1
            time, since, begin = one.time, one.since, one.start
            if since is not None and _describes(g, last):
                while first < last and g.lower[first] in ("ever", "since", "the"):
                    first += 1
                begin = starts[first]
                time, since = since.model_copy(update={"span": (begin, one.end)}), None
            times.append(TimeMention(first, last, begin, one.end, time, one.kind, one.why, since))
            _doubt(doc, one, warnings)
    warnings += [
        Warning_(kind="impossible date", span=m.span(), message=f"there is no {m.group(0)}")
        for m in _IMPOSSIBLE.finditer(g.text)
    ]
    doc._.times = times
    doc._.warnings = warnings
    return doc


def _describes(g: Grammar, last: int) -> bool:
    """Whether a time says of a thing when it was: `since the 2011 uprising`, `since Saturday's attack`."""
    noun = g.head[last]
    return (
        noun > last and g.dep[last] in ("compound", "nmod", "amod", "nummod", "poss") and not g.is_verb(noun)
    )


_NAMES_WEEKDAY = re.compile(r"^(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b")
_IMPOSSIBLE = re.compile(
    r"\b(?:(?:February|Feb\.?) (?:30|31)|(?:April|June|September|November) 31|(?:30|31) (?:of )?February|31 (?:of )?(?:April|June|September|November))\b"
)


def _doubt(doc: Doc, one: Expression, warnings: list[Warning_]) -> None:
    """Warn of a weekday that contradicts its date."""
    wording = grammar(doc).text[one.start : one.end]
    named = _NAMES_WEEKDAY.match(wording)
    if (
        named
        and one.time.start == one.time.end
        and not one.inferred_year
        and any(c.isdigit() for c in wording)
    ):
        day = date.fromisoformat(one.time.start)
        if day.strftime("%A") != named.group(1):
            warnings.append(
                Warning_(
                    kind="impossible date",
                    span=(one.start, one.end),
                    message=f"{one.time.start} was a {day.strftime('%A')}",
                )
            )

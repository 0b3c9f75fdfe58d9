"""When and where an act happened: the time and place mentions that belong to its clause."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from spacy.tokens import Doc

from dragoman.calendar import TimeMention
from dragoman.calendar.arithmetic import around, shift
from dragoman.calendar.patterns import NUMBERS
from dragoman.language import Grammar
from dragoman.places import PlaceMention
from dragoman.schema import Time

# A nominal act after these happens where and when its clause does.
_WITHIN = frozenset({"for", "at", "in", "during"})
# A contact is told of on the day on which it was: `said on Friday after a meeting with`.
_AFTER_CONTACT = frozenset({"after", "following"})
# Clauses that tell of the time of the clause above them; those with `when` also lend it theirs.
_MEANWHILE = frozenset({"when", "as", "while", "where"})
# Acts of speech, and what of their verb is content: the places in it are where something else is.
_SPOKEN = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})
_CONTENT = frozenset({"dobj", "xcomp", "ccomp", "dative", "oprd", "acl", "relcl", "advcl"})
_TOPICAL = frozenset({"of", "for", "about", "over", "against", "to", "with", "from", "into"})
# Units of `hours after`, which is the same day.
_SMALL = frozenset({"hour", "hours", "minute", "minutes", "moments", "shortly", "immediately", "soon"})
_UNITS = {"day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month", "months": "month"}
_AHEAD = frozenset({"will", "shall", "'ll", "would", "could", "may", "might", "to"})
_BACK = frozenset({"had", "has", "have", "was", "were", "been", "did"})
_COMPARED = frozenset({"unlike", "like", "than"})
_LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "on", "around"})


def _in_phrase(g: Grammar, i: int) -> bool:
    """Whether a place names the whereabouts of a thing that something is at: `at a Sarajevo market`."""
    h = g.head[i]
    return g.dep[i] in ("compound", "nmod", "poss") and g.dep[h] == "pobj" and g.lower[g.head[h]] in _LOCATIVE


def _belongs(g: Grammar, token: int, anchors: list[int]) -> int | None:
    """Steps from a token up to the first anchor, through no other clause; `None` when there is no such way."""
    i, steps = token, 0
    while steps < 8:
        if i in anchors:
            return steps
        h = g.head[i]
        if h == i:
            return None
        # A clause of its own between token and anchor: its time is not ours.
        if g.is_verb(i) and g.dep[i] in ("relcl", "advcl", "ccomp", "conj", "parataxis"):
            return None
        # "unlike in April", "the worst bloodshed since the coup": the time of something else.
        if g.lower[i] in _COMPARED or (
            g.lower[i] == "since" and g.pos[h] in ("NOUN", "PROPN") and g.dep[h] != "npadvmod"
        ):
            return None
        i, steps = h, steps + 1
    return None


def _anchors(g: Grammar, trigger: int, carrier: int | None, act: str) -> list[int]:
    out = [trigger]
    if carrier is not None:
        out.append(carrier)
    elif not g.is_verb(trigger) and g.pos[trigger] == "ADJ":
        out.append(g.head[trigger])
    within = _WITHIN | _AFTER_CONTACT if act == "CONSULT" else _WITHIN
    if carrier is None and g.dep[trigger] == "pobj" and g.lower[g.head[trigger]] in within:
        above = g.head[g.head[trigger]]
        if g.is_verb(above):
            out.append(above)  # "was due in Belgrade on Thursday for talks"
    if g.is_verb(trigger) and g.dep[trigger] in ("xcomp",) and g.head[trigger] != trigger:
        out.append(g.head[trigger])  # "plans to visit Ankara on Monday" may hang the day on either verb
    return out


def nearest_time(doc: Doc, g: Grammar, trigger: int, anchors: list[int]) -> TimeMention | None:
    """The time mention fewest steps below one of these words, in the sentence of the act."""
    best: tuple[int, int] | None = None
    found: TimeMention | None = None
    for time in doc._.times or ():
        if g.sent[time.first] != g.sent[trigger]:
            continue
        ways = [s for t in range(time.first, time.last + 1) if (s := _belongs(g, t, anchors)) is not None]
        if not ways:
            continue
        key = (min(ways), abs(time.first - trigger))
        if best is None or key < best:
            best, found = key, time
    return found


class _Shift(NamedTuple):
    """How long before or after another act something happened: units forward, and the words that say so."""

    amount: int
    unit: str
    first: int
    last: int

    def of(self, time: TimeMention, g: Grammar) -> TimeMention | None:
        """The time that lies so far from another; `None` where that is no day and the unit is."""
        if time.time.precision != "day":
            return None
        edge = date.fromisoformat(time.time.start if self.amount < 0 else time.time.end)
        found = around(shift(edge, self.unit, self.amount), self.unit)
        start, end = g.start[self.first], g.end[self.last]
        when = Time(
            start=found.first.isoformat(),
            end=found.last.isoformat(),
            precision=found.precision,
            span=(start, end),
        )
        return TimeMention(self.first, self.last, start, end, when, "relative", "so long from another act")


def _shift(g: Grammar, word: int) -> _Shift | None:
    """What `a day after`, `two weeks before`, `hours after` say of what is told after them."""
    sign = {"after": -1, "before": 1}.get(g.lower[word])
    if sign is None or word == 0 or g.sent[word - 1] != g.sent[word]:
        return None
    unit = g.lower[word - 1]
    if unit in _SMALL:
        return _Shift(0, "day", word - 1, word)
    if unit not in _UNITS or word < 2:
        return None
    count = g.lower[word - 2]
    if count in ("several", "few"):
        return None
    amount = 1 if count == "the" else int(count) if count.isdigit() else NUMBERS.get(count, 0)
    return _Shift(sign * amount, _UNITS[unit], word - 2, word) if 0 < amount < 100 else None


def _mark(g: Grammar, clause: int) -> int | None:
    """The word that ties a clause to the one above it."""
    for c in g.children[clause]:
        if g.dep[c] == "mark" or (g.dep[c] == "advmod" and g.lower[c] in _MEANWHILE):
            return c
    return g.head[clause] if g.dep[clause] == "pcomp" else None


def _told_with(g: Grammar, clause: int) -> int | None:
    """The verb whose time a clause shares: the one before it that it is coordinated with, or goes along with.

    `On Monday police raided the offices and took away 60 people`; a change to another time ends it.
    """
    h = g.head[clause]
    if h == clause or not g.is_verb(h):
        return None
    if g.dep[clause] == "advcl":  # "marched on Thursday, setting fire to cars"
        mark = _mark(g, clause)
        if mark is not None and g.lower[mark] in _MEANWHILE:
            return h if _reach(g, h) == _reach(g, clause) else None
        alone = (
            h < clause
            and g.tag[clause] == "VBG"
            and not g.auxiliaries(clause)
            and g.child(clause, "nsubj", "nsubjpass", "mark") is None
        )
        return h if alone else None
    if g.dep[clause] != "conj" or h > clause:
        return None
    return h if _reach(g, h) == _reach(g, clause) else None


def _clause_when(g: Grammar, clause: int) -> int | None:
    """The clause with `when` that says on what occasion something was done: `agreed when they met in Brussels`."""
    for c in g.children[clause]:
        if g.dep[c] == "advcl" and g.is_verb(c) and _reach(g, c) == _reach(g, clause):
            mark = _mark(g, c)
            if mark is not None and g.lower[mark] == "when":
                return c
    return None


def _counted_from(doc: Doc, g: Grammar, trigger: int, clause: int) -> TimeMention | None:
    """The time of an act that is told as so long before or after the act above it."""
    word: int | None = None
    if g.is_verb(clause) and g.dep[clause] in ("advcl", "pcomp"):
        word, above = _mark(g, clause), g.head[clause]
    elif g.dep[trigger] in ("pobj", "nsubj") and not g.is_verb(trigger):
        word = g.head[trigger] if g.dep[trigger] == "pobj" else None
        above = g.head[word] if word is not None else trigger
    if word is None:
        return None
    so_long = _shift(g, word)
    for _ in range(3):
        if so_long is None or g.is_verb(above) or g.head[above] == above:
            break
        above = g.head[above]
    if so_long is None or not g.is_verb(above):
        return None
    time = nearest_time(doc, g, trigger, [above])
    return so_long.of(time, g) if time is not None else None


def _reach(g: Grammar, v: int) -> tuple[bool, bool]:
    """Whether a verb tells of the future, and whether of the present."""
    words = {g.lower[a] for a in g.auxiliaries(v)}
    ahead = bool(words & _AHEAD)
    return ahead, not ahead and not words & _BACK and g.tag[v] in ("VBZ", "VBP", "VBG")


def _clauses(g: Grammar, trigger: int, carrier: int | None) -> list[int]:
    """The verbs, nearest first, of the clauses that an act shares its time and place with, but its own."""
    clause = trigger if carrier is None else carrier
    out: list[int] = []
    for _ in range(3):
        if not g.is_verb(clause):
            break
        above = _told_with(g, clause)
        when = _clause_when(g, clause) if not out else None
        if when is not None:
            out.append(when)
        if above is None or above in out:
            break
        out.append(above)
        clause = above
    return out


def _same_doer(g: Grammar, clause: int, other: int) -> bool:
    """Whether a clause is told of the doer of another: it names none, or only refers to one."""
    own = g.child(max(clause, other), "nsubj", "nsubjpass")
    return own is None or g.pos[own] == "PRON" or g.lower[own] in ("two", "pair", "both")


def time_of(doc: Doc, g: Grammar, trigger: int, carrier: int | None, act: str) -> TimeMention | None:
    """The time mention nearest to the act inside its clause, or in a clause that shares its time with it."""
    found = nearest_time(doc, g, trigger, _anchors(g, trigger, carrier, act))
    if found is None:
        found = _counted_from(doc, g, trigger, trigger if carrier is None else carrier)
    for clause in _clauses(g, trigger, carrier):
        if found is not None:
            break
        found = nearest_time(doc, g, trigger, [clause])
    return found


def place_of(doc: Doc, g: Grammar, trigger: int, carrier: int | None, act: str) -> PlaceMention | None:
    """The place mention of the act's clause, or of one that shares it: a locative one, a city before a country."""
    spoken = act in _SPOKEN
    found = nearest_place(doc, g, trigger, _anchors(g, trigger, carrier, act), spoken=spoken)
    own = trigger if carrier is None else carrier
    for clause in _clauses(g, trigger, carrier):
        if found is not None or not _same_doer(g, own, clause):
            break
        found = nearest_place(doc, g, trigger, [clause], spoken=spoken)
    return found


def _of_content(g: Grammar, token: int, anchors: list[int]) -> bool:
    """Whether words belong to what is said rather than to its saying: `urged Moscow to leave Syria`."""
    i = token
    for _ in range(8):
        h = g.head[i]
        if h == i or i in anchors:
            return False
        if h in anchors:
            return g.dep[i] in _CONTENT or (g.dep[i] == "prep" and g.lower[i] in _TOPICAL)
        i = h
    return False


def nearest_place(
    doc: Doc, g: Grammar, trigger: int, anchors: list[int], *, spoken: bool = False
) -> PlaceMention | None:
    """The locative place mention, of an act of speech not one in its content, fewest steps below one of these words, a city before a country."""
    best: tuple[int, int, int] | None = None
    found: PlaceMention | None = None
    for place in doc._.places or ():
        if g.sent[place.first] != g.sent[trigger]:
            continue
        if not place.locative and not any(_in_phrase(g, t) for t in range(place.first, place.last + 1)):
            continue
        ways = [s for t in range(place.first, place.last + 1) if (s := _belongs(g, t, anchors)) is not None]
        if not ways or (spoken and _of_content(g, place.last, anchors)):
            continue
        is_country = int(place.place.lat is None)
        key = (is_country, min(ways), abs(place.first - trigger))
        if best is None or key < best:
            best, found = key, place
    return found

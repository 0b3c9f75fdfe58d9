"""When an act happened: the time mention that belongs to its clause, or to one that it is told along with."""

from __future__ import annotations

from datetime import date, timedelta

from spacy.tokens import Doc

from dragoman.calendar import TimeMention
from dragoman.coding.clauses import anchors_of, belongs, goes_on, mark_of, participles, reach, shared_clauses
from dragoman.coding.shifts import shift_at
from dragoman.coding.when_where import FORCE, spoken_act
from dragoman.language import Grammar
from dragoman.schema import Time

# The time after these is that of what is spoken of.
_DEADLINES = frozenset({"by", "until", "till", "before"})
_ABOUT = frozenset({"for", "about", "of", "on", "over", "against", "from"})
# A text of today counts from its day or the one before: what was so many days before has no day of its own.
_SHARP = 2


def nearest_time(
    doc: Doc, g: Grammar, trigger: int, anchors: list[int], *, spoken: bool = False
) -> TimeMention | None:
    """The time mention fewest steps below one of these words, in the sentence of the act.

    Of an act of speech not one in its content, nor one that is ahead: `urged him to hold elections in January`.
    """
    best: tuple[int, int] | None = None
    found: TimeMention | None = None
    over = _told_as_over(g, trigger)
    today = doc._.today
    for time in doc._.times or ():
        if g.sent[time.first] != g.sent[trigger]:
            continue
        if over and today is not None and time.time.start >= today.isoformat() != time.time.end:
            continue
        if (over and g.tag[trigger] == "VBD" and _lasts(g, time)) or _heads_the_text(g, time):
            continue
        if g.lower[time.first] == "overnight" and g.lemma[g.head[time.first]] == "curfew":
            continue
        ways = [s for t in range(time.first, time.last + 1) if (s := belongs(g, t, anchors)) is not None]
        if not ways or (spoken and _said_to_be_then(g, time, anchors)):
            continue
        key = (min(ways), abs(time.first - trigger))
        if best is None or key < best:
            best, found = key, time
    return _days_together(doc, g, found) if found is not None else None


def _days_together(doc: Doc, g: Grammar, one: TimeMention) -> TimeMention:
    """A day with the next or the one before it that it is coordinated with: `on Monday and Tuesday`."""
    for other in doc._.times:
        a, b = (one, other) if one.first < other.first else (other, one)
        if a is b or g.text[a.end : b.start].strip() != "and":
            continue
        if a.time.precision == b.time.precision == "day" and date.fromisoformat(
            b.time.start
        ) - date.fromisoformat(a.time.end) == timedelta(1):
            when = Time(start=a.time.start, end=b.time.end, precision="day", span=(a.start, b.end))
            return TimeMention(a.first, b.last, a.start, b.end, when, "range", "two days together")
    return one


def _heads_the_text(g: Grammar, time: TimeMention) -> bool:
    """Whether a day is that of a dateline without a place: `March 5 - Demonstrators marched on Thursday`."""
    first = g.sents[g.sent[time.first]][0]
    return time.last + 1 < g.n and time.first - first <= 1 and g.word[time.last + 1] in ("-", "--", "–", "—")


def _told_as_over(g: Grammar, i: int) -> bool:
    """Whether a verb tells in its own form that something happened: its time is not ahead."""
    words = {g.lower[a] for a in g.auxiliaries(i)}
    return (g.tag[i] == "VBD" and not words) or (g.tag[i] == "VBN" and bool(words & {"had", "has", "have"}))


def _said_to_be_then(g: Grammar, time: TimeMention, anchors: list[int]) -> bool:
    """Whether a time is one that is spoken of: `promised to come on Friday`, `demanded an answer by Monday`."""
    own = range(time.first, time.last + 1)
    i = time.last
    for _ in range(8):
        h = g.head[i]
        if h == i or i in anchors:
            return False
        if g.lower[i] in _DEADLINES and g.dep[i] == "prep":
            return True
        if h in anchors:
            if g.dep[i] == "prep" and g.lower[i] in _ABOUT:
                # "congratulated him on the talks last week", not "on Friday"
                return i not in own and not any(g.head[t] == i for t in own)
            return g.is_verb(i) and g.dep[i] in ("xcomp", "ccomp", "oprd", "acl")
        i = h
    return False


def _counted_from(doc: Doc, g: Grammar, trigger: int, clause: int) -> TimeMention | None:
    """The time of an act that is told as so long before or after the act above it."""
    word: int | None = None
    if g.is_verb(clause) and g.dep[clause] in ("advcl", "pcomp"):
        word, above = mark_of(g, clause), g.head[clause]
    elif g.dep[trigger] in ("pobj", "nsubj") and not g.is_verb(trigger):
        word = g.head[trigger] if g.dep[trigger] == "pobj" else None
        above = g.head[word] if word is not None else trigger
    if word is None:
        return None
    so_long = shift_at(g, word)
    for _ in range(3):
        if so_long is None or g.is_verb(above) or g.head[above] == above:
            break
        above = g.head[above]
    if so_long is None or not g.is_verb(above):
        return None
    time = clause_time(doc, g, above)
    if time is not None:
        return so_long.of(time, g)
    today: date | None = doc._.today
    if today is None or so_long.amount >= 0 or reach(g, above)[0]:
        return None
    if so_long.unit == "day" and -so_long.amount > _SHARP:
        so_long = so_long._replace(unit="week", amount=round(so_long.amount / 7) or -1)
    day = Time(start=today.isoformat(), end=today.isoformat(), precision="day")
    return so_long.of(
        TimeMention(so_long.first, so_long.last, 0, 0, day, "relative", "the day of the text"), g
    )


def _when_of(doc: Doc, g: Grammar, clause: int) -> TimeMention | None:
    """The day that a clause with `when` hangs on: `on June 30, when the two met`."""
    if g.dep[clause] != "relcl" or not any(g.lower[c] == "when" for c in g.all_children(clause, "advmod")):
        return None
    return next((t for t in doc._.times or () if t.first <= g.head[clause] <= t.last), None)


def clause_time(doc: Doc, g: Grammar, clause: int) -> TimeMention | None:
    """The time of a clause, its own or that of a participle or of a verb coordinated with it."""
    for v in (clause, *participles(g, clause), *goes_on(g, clause)):
        found = nearest_time(doc, g, clause, [v])
        if found is not None and (v == clause or not _lasts(g, found)):
            return found
    return None


def _lasts(g: Grammar, time: TimeMention) -> bool:
    """Whether a time tells how long something has been so: `sheltering in the embassy since Sunday`."""
    return g.text[time.start : time.start + 6].lower() == "since "


def time_of(doc: Doc, g: Grammar, trigger: int, carrier: int | None, act: str) -> TimeMention | None:
    """The time mention nearest to the act inside its clause, or in a clause that shares its time with it."""
    spoken = spoken_act(g, trigger, act)
    own = trigger if carrier is None else carrier
    found = nearest_time(doc, g, trigger, anchors_of(g, trigger, carrier, act), spoken=spoken)
    if found is None:
        found = _when_of(doc, g, own) or _counted_from(doc, g, trigger, own)
    if found is None and g.is_verb(own):
        for clause in (
            *shared_clauses(g, trigger, carrier, force=act in FORCE),
            *participles(g, own),
            *goes_on(g, own),
        ):
            time = nearest_time(doc, g, trigger, [clause], spoken=spoken)
            if time is not None and not _lasts(g, time):
                found = time
                break
    return found

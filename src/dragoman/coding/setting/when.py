"""When an act happened: the time mention that belongs to its clause, or to one that it is told along with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Doc

from dragoman.calendar import TimeMention
from dragoman.coding.setting.clauses import (
    TOPICS,
    anchors_of,
    belongs,
    goes_on,
    mark_of,
    participles,
    purposes,
    reach,
    shared_clauses,
)
from dragoman.coding.setting.shifts import LONG, Shift, shift_at
from dragoman.coding.setting.words import FORCE, setting_words, spoken_act
from dragoman.language import Grammar
from dragoman.schema import Time

# The time after these is that of what is spoken of.
_DEADLINES = frozenset({"by", "until", "till", "before"})
_ABOUT = frozenset({"for", "about", "of", "on", "over", "against", "from"})
# How a time describes a thing, and the prepositions by which that thing is an occasion.
_DESCRIBING = frozenset({"compound", "nmod", "amod", "nummod", "poss"})
_OCCASIONS = frozenset({"at", "in", "during", "on", "over", "with"})
_AFTER = frozenset({"after", "following", "before"})
# `Shortly after` is the same day in what is told of so many days before publication.
_SOON = frozenset({"shortly", "soon"})
_NEWS = 7
# Acts whose outcome lasts: what has been so since a day was done on it: `detained since Monday`.
_LASTING = frozenset({"COERCE", "RETREAT", "SANCTION"})
# A day counted from another is no second day of one act: `on Monday, and a day later`.
_FROM_ANOTHER = frozenset({"later", "earlier", "afterwards", "after", "before"})
_DASHES = frozenset({"-", "--", "–", "—", "―"})
# A text of today counts from its day or the one before: what was more days before has no day of its own, up to a week
# it was on one of two.
_SHARP = 2
_WEEK = 7
# Who does so has not yet done what the verb below says.
_RESOLVING = frozenset({"agree", "decide", "resolve"})
# A way to the verb that only the order of the words shows is longer than any other.
_LAST_WAY = 99


def nearest_time(
    doc: Doc, g: Grammar, trigger: int, anchors: list[int], *, spoken: bool = False, ahead: bool = False
) -> TimeMention | None:
    """The time mention fewest steps below one of these words, in the sentence of the act.

    Of an act of speech not one in its content, nor one that is ahead: `urged him to hold elections in January`.
    `ahead`: the verb tells what is yet to come, whatever its form: `called a conference for May`.
    """
    best: tuple[int, int] | None = None
    found: TimeMention | None = None
    over = _told_as_over(g, trigger) and not ahead
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
        if g.word[time.first - 1] == "(" and time.time.precision == "year" and g.tag[time.first - 2] == "CD":
            continue  # "resolution 418 (1977)"
        if (
            g.lower[time.first - (g.dep[time.first - 1] == "prep") - 1] == "not"
            or _of_a_thing(g, time, anchors)
            or _of_the_thing_before(g, time, anchors)
            or _of_a_deed_before(g, time, anchors)
        ):
            continue
        ways = [s for t in range(time.first, time.last + 1) if (s := belongs(g, t, anchors)) is not None]
        if not ways and _opens(g, time, anchors):
            ways = [_LAST_WAY]
        if not ways or (spoken and _said_to_be_then(g, time, anchors)):
            continue
        counted = _counted_by(g, time, anchors)
        if counted is not None and (shifted := counted.of(time, g)) is None:
            continue
        key = (min(ways), abs(time.first - trigger))
        if best is None or key < best:
            best, found = key, time if counted is None else shifted
    return _days_together(doc, g, found) if found is not None else None


def _counted_by(g: Grammar, time: TimeMention, anchors: list[int]) -> Shift | None:
    """How long after the thing of a time something was: `[four days after] the attack of March 3 he met Museveni`."""
    i = time.first
    while i not in anchors and g.head[i] != i:
        i = g.head[i]
        if i not in anchors and g.dep[i] == "prep" and g.lower[i] in ("after", "before"):
            so_long = shift_at(g, i)
            apart = (
                so_long is not None and so_long.last < time.first
            )  # not "three weeks before", a time itself
            return so_long._replace(amount=-so_long.amount) if so_long is not None and apart else None
    return None


def _opens(g: Grammar, time: TimeMention, anchors: list[int]) -> bool:
    """Whether a time opens the sentence whose main verb is an anchor, though the parser hung it, or the verb, elsewhere.

    `The following day he called in the envoy` as if he called the day; `On May 5, two days before the country was to
    vote, he flew to Rome` as if of the vote.
    """
    first, end = g.sents[g.sent[time.first]]
    opening = time.first - (g.dep[time.first] == "pobj")
    if opening > first and g.word[opening - 1] == ",":
        behind = [a for a in anchors if any(g.left[s] == time.last + 1 for s in g.subjects(a))]
        if behind:
            return g.tag[behind[0]] == "VBD"  # "Let us recall, May 5 Rome expelled the envoy"
    while opening > first and (g.pos[opening - 1] in ("PUNCT", "CCONJ") or g.lower[opening - 1] == "on"):
        opening -= 1
    if opening > first or time.last + 1 >= end:
        return False
    if any(g.dep[a] == "relcl" and time.first <= g.head[a] <= time.last for a in anchors):
        return not any(g.tag[k].startswith("W") for k in range(time.last + 1, end) if g.head[k] in anchors)
    comma = g.word[time.last + 1] == ","
    over = g.verb_over(time.first)
    return comma and any(g.head[a] == a and g.tag[a] == "VBD" and time.last < over < a for a in anchors)


def _days_together(doc: Doc, g: Grammar, one: TimeMention) -> TimeMention:
    """A day with the next or the one before it that it is coordinated with: `on Monday and Tuesday`."""
    for other in doc._.times:
        a, b = (one, other) if one.first < other.first else (other, one)
        if a is b or g.text[a.end : b.start].strip() != "and" or g.lower[b.last] in _FROM_ANOTHER:
            continue
        if a.time.precision == b.time.precision == "day" and date.fromisoformat(
            b.time.start
        ) - date.fromisoformat(a.time.end) == timedelta(1):
            when = Time(start=a.time.start, end=b.time.end, precision="day", span=(a.start, b.end))
            return TimeMention(a.first, b.last, a.start, b.end, when, "range", "two days together")
    return one


def _of_a_thing(g: Grammar, time: TimeMention, anchors: list[int]) -> bool:
    """Whether a time says when a thing was that an act only speaks of: `urged them to keep the 2003 agreement`.

    Not of the subject (`Monday's attack killed`), nor where something is done at it (`at Thursday's meeting`).
    """
    if time.since is not None:
        return False
    own = time.last
    while time.first <= g.head[own] < own:
        own = g.head[own]
    noun = g.head[own]
    if noun <= time.last or g.dep[own] not in _DESCRIBING or g.is_verb(noun) or noun in anchors:
        return False
    while g.dep[noun] in ("compound", "nmod") and g.head[noun] > noun and g.head[noun] not in anchors:
        noun = g.head[noun]
    if noun in anchors:
        return False
    words = setting_words()
    if g.word[noun][0].isupper() and g.lemma[noun] in words["documents"] | words["vehicles"]:
        return g.lemma[g.head[noun]] not in words["signing"]  # "the August 17 Communique"
    if g.dep[noun] in ("nsubj", "nsubjpass", "npadvmod"):
        return False
    if g.dep[noun] == "dobj" and g.head[noun] in anchors:
        return g.lemma[g.head[noun]] not in setting_words()["signing"]  # "signed a 2007 peace deal"
    if g.dep[noun] == "pobj":
        by_day = time.time.precision == "day"
        return g.lower[g.head[noun]] not in (_OCCASIONS | _AFTER if by_day else _OCCASIONS)
    return True


def _of_the_thing_before(g: Grammar, time: TimeMention, anchors: list[int]) -> bool:
    """Whether a time is that of the thing named just before it, which the act is only counted from, or speaks of.

    `First met since the invasion in February 2022`, `issued a decree on the vote due in March`.
    """
    first = time.first
    before = first - 1 if g.dep[first] == "prep" else first - 2
    if before < 0 or g.sent[before] != g.sent[first] or before in anchors or g.dep[before] != "pobj":
        return False
    if g.lower[g.head[before]] == "since":
        return True
    if g.lower[g.head[before]] == "before" and g.lemma[before] in setting_words()["held"]:
        return True  # "will meet before the summit in September"
    i = before if g.lemma[before] in setting_words()["held"] else first
    while i < first and g.dep[i] in ("pobj", "prep") and i not in anchors:
        if g.lower[i] in TOPICS and not g.is_verb(g.head[i]):
            return True
        i = g.head[i]
    return False


def _of_a_deed_before(g: Grammar, time: TimeMention, anchors: list[int]) -> bool:
    """Whether a month or a year is that of what was done before: `stepped up attacks after quitting the talks in May`."""
    i = time.last if time.time.precision != "day" else -1
    while i >= 0 and i not in anchors and g.head[i] != i:
        if g.dep[i] == "pcomp" and g.is_verb(i):
            return g.lower[g.head[i]] in ("after", "since", "before")
        i = g.head[i]
    return False


def _heads_the_text(g: Grammar, time: TimeMention) -> bool:
    """Whether a day is that of a dateline without a place: `March 5 - Crowds marched on Thursday`, `Oct. 1 (Reuters) --`."""
    first, end = g.sents[g.sent[time.first]]
    k = time.last + 1
    if time.first - first > 1:
        return False
    if k < end and g.word[k] == "(":
        k = next((i + 1 for i in range(k, min(k + 5, end)) if g.word[i] == ")"), end)
    return k < end and g.word[k] in _DASHES


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
            if g.dep[i] == "prep" and g.lower[i] in _ABOUT and i > h:
                # "congratulated him on the talks last week", not "on Friday" nor "Over dinner on May 5 he warned"
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
    time = next(
        (t for v in (above, *shared_clauses(g, above, None)) if (t := clause_time(doc, g, v)) is not None),
        None,
    )
    if time is None and g.lemma[above] in ("come", "follow", "happen", "occur") and g.tag[above] == "VBD":
        time = _told_last(doc, g, above)  # "The raid came a day after ..."
    if time is None and g.dep[above] == "relcl" and reach(g, above)[0]:
        while g.head[above] != above and (g.dep[above] == "relcl" or not g.is_verb(above)):
            above = g.head[above]  # "vetoed a text on Thursday that would have ..., a day after"
        time = clause_time(doc, g, above) if g.is_verb(above) else None
    today: date | None = doc._.today
    if time is not None:
        vague = g.lower[so_long.first] in _SOON and today is not None
        if vague and today is not None and (today - date.fromisoformat(time.time.end)).days > _NEWS:
            return None  # what was "shortly after" long ago may be weeks after
        return so_long.of(time, g)
    if today is None or so_long.amount >= 0 or reach(g, above)[0]:
        return None
    days = -so_long.amount if so_long.unit == "day" else 0
    if days >= _WEEK:
        so_long = so_long._replace(unit="week", amount=round(so_long.amount / 7))
    day = Time(start=today.isoformat(), end=today.isoformat(), precision="day")
    found = so_long.of(
        TimeMention(so_long.first, so_long.last, 0, 0, day, "relative", "the day of the text"), g
    )
    if found is None or not _SHARP < days < _WEEK:
        return found
    before = date.fromisoformat(found.time.start) - timedelta(1)
    return replace(found, time=found.time.model_copy(update={"start": before.isoformat()}))


def _after_another(doc: Doc, g: Grammar, clause: int) -> TimeMention | None:
    """The day of an act that came so long after another, whose day is told: `bombed Gaza two days after Hamas met on May 1`."""
    for c in g.children[clause] if g.is_verb(clause) else ():
        word = mark_of(g, c) if g.dep[c] == "advcl" and c > clause and g.is_verb(c) else None
        so_long = shift_at(g, word) if word is not None else None
        if so_long is None or g.lower[so_long.first] in _SOON:
            continue
        time = nearest_time(doc, g, c, [c])
        if time is not None:
            return so_long._replace(amount=-so_long.amount).of(time, g)
    return None


def _told_last(doc: Doc, g: Grammar, clause: int) -> TimeMention | None:
    """The last day told before the sentence of a clause, if it is of the last week."""
    today: date | None = doc._.today
    first = g.sents[g.sent[clause]][0]
    for time in reversed(doc._.times or []):
        if (
            time.first < first
            and time.time.precision == "day"
            and time.time.start == time.time.end
            and today is not None
        ):
            found: TimeMention = time
            return found if 0 <= (today - date.fromisoformat(time.time.end)).days <= _NEWS else None
    return None


def _when_of(doc: Doc, g: Grammar, clause: int) -> TimeMention | None:
    """The day that a clause with `when` hangs on: `on June 30, when the two met`, `since May 1998, when`."""
    when = next(
        (c for c in g.children[clause] if g.lower[c] == "when" and g.dep[c] in ("advmod", "mark")), None
    )
    if when is None or g.dep[clause] not in ("relcl", "advcl"):
        return None
    times: list[TimeMention] = doc._.times or []
    for time in times:
        if (g.dep[clause] == "relcl" and time.first <= g.head[clause] <= time.last) or (
            0 < when - time.last <= 2 and (time.since is not None or g.word[when - 1] == ",")
        ):
            return time if time.since is None else replace(time, time=time.since)
    return None


def _ever_since(doc: Doc, g: Grammar, clause: int) -> TimeMention | None:
    """From the time of what an act is counted since until today: `have been killed since the war began in 2011`."""
    today: date | None = doc._.today
    if (
        today is None
        or g.lemma[clause] == "be"
        or not g.is_verb(clause)
        or not {g.lower[a] for a in g.auxiliaries(clause)} & {"has", "have"}
    ):
        return None
    for c in g.children[clause]:
        if g.dep[c] == "advcl" and g.is_verb(c):
            mark = mark_of(g, c)
            begun = clause_time(doc, g, c) if mark is not None and g.lower[mark] == "since" else None
        elif g.lower[c] == "since" and (noun := g.child(c, "pobj")) is not None:
            below = (t for t in doc._.times if g.left[noun] <= t.first and t.last <= g.right[noun])
            begun = next(below, None)
        else:
            continue
        if begun is not None and begun.time.end < today.isoformat():
            when = begun.time.model_copy(update={"end": today.isoformat()})
            return replace(begun, time=when, since=begun.time)
    return None


def _in_between(doc: Doc, g: Grammar, trigger: int, clause: int) -> TimeMention | None:
    """The day that is told with what something was done for, if it is past: `fired gas to disperse men on Monday`."""
    today: date | None = doc._.today
    aims = purposes(g, clause) if g.is_verb(clause) and today is not None else []
    found = nearest_time(doc, g, trigger, aims) if aims else None
    past = (
        found is not None
        and today is not None
        and found.time.precision == "day"
        and found.time.end <= today.isoformat()
    )
    return found if past else None


def _suffered(doc: Doc, g: Grammar, clause: int) -> TimeMention | None:
    """The day on which men died of what was done to them: `were killed on Monday after their car was attacked`."""
    if (
        g.dep[clause] != "advcl"
        or not g.is_verb(clause)
        or g.lemma[g.head[clause]] not in setting_words()["suffering"]
    ):
        return None
    word = mark_of(g, clause)
    if word is None or g.lower[word] != "after" or shift_at(g, word) is not None or g.lower[word - 1] in LONG:
        return None
    found = clause_time(doc, g, g.head[clause])
    return found if found is not None and found.time.precision == "day" else None


def _on_the_way(doc: Doc, g: Grammar, clause: int) -> TimeMention | None:
    """The day of the act that another is told to come just before or after: `flew to Rome on Monday before meeting Meloni`."""
    if g.dep[clause] != "pcomp" or g.tag[clause] != "VBG" or g.auxiliaries(clause):
        return None
    word = g.head[clause]
    above = g.verb_over(word)
    if g.lower[word] not in ("after", "before") or not g.is_verb(above) or shift_at(g, word) is not None:
        return None
    if g.tag[above] not in ("VBD", "VBN") or g.lower[word - 1] in LONG or reach(g, above) != (False, False):
        return None
    found = clause_time(doc, g, above)
    one = found is not None and found.time.precision == "day" and found.time.start == found.time.end
    return found if one else None


def _of_the_month(doc: Doc, g: Grammar, trigger: int, clause: int) -> TimeMention | None:
    """The month or year of what came after an act: `relations worsened in November after Sudan sent troops`."""
    if not g.is_verb(clause) or g.dep[clause] not in ("advcl", "pcomp"):
        return None
    word, above = mark_of(g, clause), g.head[clause]
    if word is None or g.lower[word] != "after" or shift_at(g, word) is not None:
        return None
    above = g.verb_over(above)
    if not g.is_verb(above) or reach(g, above)[0] or g.lower[word - 1] in LONG:
        return None
    found = nearest_time(doc, g, trigger, [above])
    return found if found is not None and found.time.precision != "day" and not _lasts(g, found) else None


def clause_time(doc: Doc, g: Grammar, clause: int) -> TimeMention | None:
    """The time of a clause, its own or that of a participle or of a verb coordinated with it."""
    for v in (clause, *participles(g, clause), *goes_on(g, clause)):
        found = nearest_time(doc, g, clause, [v])
        if found is not None and (v == clause or not _lasts(g, found)):
            return found
    return None


def hangs_on(doc: Doc, g: Grammar, time: Time, clause: int) -> bool:
    """Whether a time is that of a clause, not of what is told in its object: `condemned the coup of 12 April`."""
    one = next((t for t in doc._.times or () if time.span == (t.start, t.end)), None)
    if one is None:
        return True
    first, _ = g.sents[g.sent[one.first]]
    verbs = {clause}
    if one.first < clause and not any(g.is_verb(k) for k in range(first, one.first)):
        return True
    while (
        g.dep[clause] in ("conj", "xcomp", "advcl") and g.is_verb(g.head[clause]) and g.head[clause] < clause
    ):
        clause = g.head[clause]
        verbs.add(clause)
    i = one.last
    while g.head[i] != i and g.head[i] not in verbs:
        thing = g.dep[g.head[i]] == "dobj" and g.pos[g.head[i]] != "PRON"
        if g.dep[i] in ("relcl", "acl") or (g.dep[i] == "prep" and thing):
            return False  # "the violence that broke out yesterday", "the return of prisoners on 4 October"
        over = g.head[i]
        if g.dep[over] == "advcl" and not one.first <= i <= one.last and g.lower[i] not in _OCCASIONS:
            return False  # "Recalling the fighting of 13 September, the council called"
        i = over
    return g.dep[i] not in ("dobj", "ccomp", "xcomp") and not (g.dep[i] == "prep" and g.lower[i] in _ABOUT)


def _lasts(g: Grammar, time: TimeMention) -> bool:
    """Whether a time tells how long something has been so: `sheltering in the embassy since Sunday`."""
    return g.text[time.start : time.start + 6].lower() == "since "


def _so_far(g: Grammar, clause: int) -> bool:
    """Whether a clause tells in the perfect what has been done until now: `have been killed or wounded since May`."""
    return bool({g.lower[a] for a in g.auxiliaries(clause)} & {"has", "have"})


def _planned_for(doc: Doc, g: Grammar, trigger: int) -> TimeMention | None:
    """The day for which a nominal act is said to have been planned: `scrapped on Friday a meeting [set for Tuesday]`."""
    if g.is_verb(trigger):
        return None
    for c in g.all_children(trigger, "acl", "relcl"):
        due = [k for k in g.all_children(c, "xcomp") if g.lemma[c] == "be" and g.tag[k] == "VB"]
        if due or (g.tag[c] in ("VBN", "VBD") and g.lemma[c] in setting_words()["planning"]):
            found = nearest_time(doc, g, trigger, [c, *due], ahead=True)
            if found is not None:
                return found
    return None


def _agreed_to(g: Grammar, trigger: int) -> int | None:
    """What is agreed on or decided, and still to be done: `agreed on Friday to [hold] talks`."""
    if g.lemma[trigger] not in _RESOLVING or g.tag[trigger] not in ("VBD", "VBN", "VBZ", "VBP"):
        return None
    return next((k for k in g.all_children(trigger, "xcomp") if k > trigger and g.tag[k] == "VB"), None)


def _day_ahead(doc: Doc, g: Grammar, trigger: int, done: int) -> TimeMention | None:
    """The day of what was agreed on, which is not that on which it was: `agreed on Friday to hold talks [in December]`."""
    own = nearest_time(doc, g, trigger, [done], ahead=True)
    if own is not None and own.first > done:
        return own
    found = nearest_time(doc, g, trigger, [trigger, done], ahead=True)
    today = doc._.today
    return None if found is None or today is None or found.time.end <= today.isoformat() else found


def time_of(
    doc: Doc, g: Grammar, trigger: int, carrier: int | None, act: str, *, ahead: bool = False
) -> TimeMention | None:
    """The time mention nearest to the act inside its clause, or in a clause that shares its time with it."""
    spoken = spoken_act(g, trigger, act)
    own = trigger if carrier is None else carrier
    if ahead and (done := _agreed_to(g, trigger)) is not None:
        return _day_ahead(doc, g, trigger, done)
    found = _planned_for(doc, g, trigger) or nearest_time(
        doc, g, trigger, anchors_of(g, trigger, carrier, act), spoken=spoken, ahead=ahead
    )
    if found is None:
        found = (
            _when_of(doc, g, own)
            or _ever_since(doc, g, own)
            or _counted_from(doc, g, trigger, own)
            or _of_the_month(doc, g, trigger, own)
            or _on_the_way(doc, g, own)
            or _after_another(doc, g, own)
        )
    if found is None:
        found = _in_between(doc, g, trigger, own) or _suffered(doc, g, own)
    if found is None and g.is_verb(own):
        for clause in (
            *shared_clauses(g, trigger, carrier, force=act in FORCE),
            *participles(g, own),
            *goes_on(g, own),
        ):
            time = nearest_time(doc, g, trigger, [clause], spoken=spoken)
            if time is None or (_lasts(g, time) and not _so_far(g, own)):
                time = _when_of(doc, g, clause)
            if time is not None:
                found = time
                break
    if found is not None and found.since is not None and act in _LASTING and not _counted(g, own):
        return replace(found, time=found.since)
    return found


def _counted(g: Grammar, clause: int) -> bool:
    """Whether a clause tells how many something was done to by and by: `has arrested 300 since March`."""
    return g.is_verb(clause) and any(
        g.child(k, "nummod", "quantmod") is not None or g.pos[k] == "NUM"
        for k in (*g.objects(clause), *(c for c in g.children[clause] if g.dep[c] == "nsubjpass"))
    )

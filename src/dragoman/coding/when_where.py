"""When and where an act happened: the time and place mentions that belong to its clause."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from importlib import resources
from typing import Any, NamedTuple

from spacy.tokens import Doc

from dragoman.calendar import TimeMention
from dragoman.calendar.arithmetic import around, shift
from dragoman.calendar.patterns import NUMBERS
from dragoman.datafiles import read_yaml
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
_SPOKEN = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE"})
_CONTENT = frozenset({"dobj", "xcomp", "ccomp", "dative", "oprd", "acl", "relcl", "advcl"})
_TOPICAL = frozenset({"of", "for", "about", "over", "against", "on", "to", "with", "from", "into"})
# Acts of force, which one scene of a text tells of several doers.
FORCE = frozenset({"ASSAULT", "PROTEST", "COERCE"})
# Acts that lead to where they are told to go.
_LED = frozenset({"CONSULT", "MOBILIZE", "AID", "COOPERATE", "RETREAT", "COERCE"})
# The time after these is that of what is spoken of.
_DEADLINES = frozenset({"by", "until", "till", "before"})
_ABOUT = frozenset({"for", "about", "of", "on", "over", "against", "from"})
_STATED_IN = frozenset({"in", "at", "by", "during", "through", "via", "with"})
# Units of `hours after`, which is the same day.
_SMALL = frozenset({"hour", "hours", "minute", "minutes", "moments", "shortly", "immediately", "soon"})
_UNITS = {"day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month", "months": "month"}
_LONG = {**_UNITS, "year": "year", "years": "year"}
# A text of today counts from its day or the one before: what was so many days before has no day of its own.
_SHARP = 2
_AHEAD = frozenset({"will", "shall", "'ll", "would", "could", "may", "might", "to"})
_BACK = frozenset({"had", "has", "have", "was", "were", "been", "did"})
_BOTH = frozenset({"two", "pair", "both"})
_COMPARED = frozenset({"unlike", "like", "than"})
_LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "on", "around"})


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    raw: dict[str, Any] = read_yaml(resources.files("dragoman.coding") / "data" / "when_where.yml")
    return raw


@lru_cache(maxsize=1)
def when_where_words() -> dict[str, frozenset[str]]:
    """Classes of words that decide when and where an act was (`data/when_where.yml`)."""
    return {name: frozenset(words) for name, words in _data().items() if isinstance(words, list)}


@lru_cache(maxsize=1)
def when_where_seats() -> dict[str, tuple[str, str]]:
    """City and state in which a body of an organisation meets, by the id of its actor."""
    return {id_: (seat[0], seat[1]) for id_, seat in _data()["seats"].items() if id_ != "__line__"}


def _in_phrase(g: Grammar, i: int) -> bool:
    """Whether a place names the whereabouts of a thing that something is at: `at a Sarajevo market`."""
    h = g.head[i]
    return g.dep[i] in ("compound", "nmod", "poss") and g.dep[h] == "pobj" and g.lower[g.head[h]] in _LOCATIVE


def _apart(g: Grammar, v: int) -> bool:
    """Whether a verb tells of a time of its own: `discussed the deal reached on Monday`, not `in a statement issued`."""
    if g.dep[v] in ("advcl", "ccomp", "conj", "parataxis"):
        return True
    describes = g.dep[v] == "relcl" or (g.dep[v] == "acl" and g.tag[v] in ("VBN", "VBD"))
    return describes and not _in_vehicle(g, g.head[v])


def _in_vehicle(g: Grammar, noun: int) -> bool:
    """Whether something is said in what a noun names: `in a statement`, `at a news conference`."""
    return (
        g.lemma[noun] in when_where_words()["vehicles"]
        and g.dep[noun] == "pobj"
        and g.lower[g.head[noun]] in _STATED_IN
        and (g.is_verb(g.head[g.head[noun]]) or g.dep[g.head[g.head[noun]]] in ("dobj", "pobj"))
    )


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
        if g.is_verb(i) and _apart(g, i):
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
        p = g.head[trigger]
        above = g.head[p]
        earlier = (
            g.lower[p] in _AFTER_CONTACT and p > 0 and g.lower[p - 1] in _LONG
        )  # "days after a visit to"
        if g.is_verb(above) and not earlier:
            out.append(above)  # "was due in Belgrade on Thursday for talks"
    if g.is_verb(trigger) and g.dep[trigger] in ("xcomp",) and g.head[trigger] != trigger:
        out.append(g.head[trigger])  # "plans to visit Ankara on Monday" may hang the day on either verb
    return out


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
        ways = [s for t in range(time.first, time.last + 1) if (s := _belongs(g, t, anchors)) is not None]
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
    if unit not in _LONG or word < 2:
        return None
    count = g.lower[word - 2]
    if count in ("several", "few"):
        return None
    if unit == "year" and count == "a" and word > 2 and g.lower[word - 3] == "half":
        return _Shift(sign * 6, "month", word - 3, word)
    amount = 1 if count == "the" else int(count) if count.isdigit() else NUMBERS.get(count, 0)
    return _Shift(sign * amount, _LONG[unit], word - 2, word) if 0 < amount < 100 else None


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
    if g.dep[clause] == "relcl" and any(g.lower[c] == "where" for c in g.children[clause]):
        while not g.is_verb(h) and g.head[h] != h:
            h = g.head[h]  # "arrived on Monday in Managua, where he met Ortega"
        return h if g.is_verb(h) and h < clause and _reach(g, h) == _reach(g, clause) else None
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


def _clause_when(g: Grammar, clause: int, *, force: bool) -> int | None:
    """The clause that says on what occasion something was done: `agreed when they met in Brussels`.

    Of an act of force also the one that it came after: `troops killed ten men after they were ambushed on Sunday`.
    """
    for c in g.children[clause]:
        if g.dep[c] == "advcl" and g.is_verb(c) and _reach(g, c) == _reach(g, clause):
            mark = _mark(g, c)
            if mark is not None and (
                g.lower[mark] == "when" or (force and g.lower[mark] == "after" and c > clause)
            ):
                return c if _shift(g, mark) is None else None
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
    time = clause_time(doc, g, above)
    if time is not None:
        return so_long.of(time, g)
    today: date | None = doc._.today
    if today is None or so_long.amount >= 0 or _reach(g, above)[0]:
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


def _reach(g: Grammar, v: int) -> tuple[bool, bool]:
    """Whether a verb tells of the future, and whether of the present."""
    words = {g.lower[a] for a in g.auxiliaries(v)}
    ahead = bool(words & _AHEAD)
    return ahead, not ahead and not words & _BACK and g.tag[v] in ("VBZ", "VBP", "VBG")


def _clauses(g: Grammar, trigger: int, carrier: int | None, *, force: bool = False) -> list[int]:
    """The verbs, nearest first, of the clauses that an act shares its time and place with, but its own."""
    clause = trigger if carrier is None else carrier
    out: list[int] = []
    while g.dep[clause] == "xcomp" and g.is_verb(g.head[clause]):
        clause = g.head[clause]  # "were seen flying"
        out.append(clause)
    for _ in range(3):
        if not g.is_verb(clause):
            break
        above = _told_with(g, clause)
        when = _clause_when(g, clause, force=force) if not out else None
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
    if own is None or g.pos[own] == "PRON":
        return True
    return not _BOTH.isdisjoint({g.lower[own], *(g.lower[c] for c in g.children[own])})  # "the two men"


def _participles(g: Grammar, clause: int) -> list[int]:
    """Participles that tell on what occasion a clause is told: `Speaking in Cairo`, `leaders meeting in Rome urged`."""
    out = [
        c
        for c in g.children[clause]
        if g.dep[c] == "advcl"
        and g.tag[c] in ("VBG", "VBN")
        and g.child(c, "nsubj", "nsubjpass", "mark", "aux", "auxpass") is None
    ]
    subject = g.child(clause, "nsubj", "nsubjpass")
    if subject is not None:
        out += [c for c in g.children[subject] if g.dep[c] == "acl" and g.tag[c] == "VBG" and c < clause]
    return out


def _trip(g: Grammar, clause: int) -> list[int]:
    """The visit on which something was done or said: `Hollande, on a visit to Mali, said`."""
    subject = g.child(clause, "nsubj", "nsubjpass")
    own = [clause] if subject is None else [clause, subject]
    own += [
        c for c in g.children[own[-1]] if g.dep[c] == "relcl" and g.lemma[c] == "be"
    ]  # "who was on a visit to"
    return [
        k
        for i in own
        for name, k in g.prepositions(i)
        if name in ("on", "during") and g.lemma[k] in when_where_words()["trips"]
    ]


def _goes_on(g: Grammar, clause: int) -> list[int]:
    """Verbs coordinated after one, of the same doer, that may bear the time of both: `fired gas and beat men on Monday`."""
    return [
        c
        for c in g.children[clause]
        if g.dep[c] == "conj"
        and g.is_verb(c)
        and g.child(c, "nsubj", "nsubjpass") is None
        and (
            g.tag[c] == g.tag[clause] or (g.tag[clause], g.tag[c]) == ("VBD", "VB")
        )  # "fired gas and beat them"
        and not g.all_children(c, "aux", "auxpass")
    ]


def _meanwhile(g: Grammar, clause: int) -> list[int]:
    """Clauses that tell what went on meanwhile: `chanted as the coffin was carried through Beirut`."""
    marks = [
        (c, _mark(g, c)) for c in g.children[clause] if g.dep[c] == "advcl" and c > clause and g.is_verb(c)
    ]
    return [c for c, mark in marks if mark is not None and g.lower[mark] in ("as", "while")]


def _main(g: Grammar, clause: int) -> int | None:
    """The main verb of the sentence where a clause goes along with it: coordinated, or told by `while`."""
    i = clause
    for _ in range(4):
        h = g.head[i]
        if h == i:
            return i
        mark = _mark(g, i) if g.dep[i] == "advcl" else None
        along = g.dep[i] in ("conj", "ccomp", "parataxis") or (
            mark is not None and g.lower[mark] in _MEANWHILE
        )
        if not along or not g.is_verb(h) or (g.dep[i] == "ccomp" and i > h):
            return None
        i = h
    return None


def _where(doc: Doc, g: Grammar, token: int) -> PlaceMention | None:
    """The place that a clause with `where` describes, for what is told in it: `Donetsk, where a man was killed`."""
    i = token
    for _ in range(6):
        if g.dep[i] == "relcl" and any(g.lower[c] == "where" for c in g.children[i]):
            return next((p for p in doc._.places or () if p.first <= g.head[i] <= p.last), None)
        if g.head[i] == i or (g.is_verb(i) and g.dep[i] in ("ccomp", "relcl")):
            return None
        i = g.head[i]
    return None


def fronted_place(doc: Doc, g: Grammar, clause: int) -> PlaceMention | None:
    """The place that opens a sentence, and holds for every clause that goes along: `In Belgrade, blasts shook ...`."""
    for _ in range(3):
        if g.is_verb(clause):
            break
        clause = g.head[clause]  # "In New York the Assembly turned down a request"
    main = _main(g, clause) if g.is_verb(clause) else None
    if main is None:
        return None
    subject = g.child(main, "nsubj", "nsubjpass", "expl")
    first = g.sents[g.sent[main]][0]
    if subject is None:
        return None
    for place in doc._.places or ():
        if g.sent[place.first] == g.sent[main] and place.locative and place.last < g.left[subject]:
            opens = all(
                g.pos[k] in ("ADP", "DET", "SPACE", "PUNCT", "ADV", "CCONJ", "NOUN", "ADJ")
                for k in range(first, place.first)
            )
            if opens and _belongs(g, place.first, [main]) is not None:
                found: PlaceMention = place
                return found
    return None


def clause_time(doc: Doc, g: Grammar, clause: int) -> TimeMention | None:
    """The time of a clause, its own or that of a participle or of a verb coordinated with it."""
    for v in (clause, *_participles(g, clause), *_goes_on(g, clause)):
        found = nearest_time(doc, g, clause, [v])
        if found is not None and (v == clause or not _lasts(g, found)):
            return found
    return None


def _lasts(g: Grammar, time: TimeMention) -> bool:
    """Whether a time tells how long something has been so: `sheltering in the embassy since Sunday`."""
    return g.text[time.start : time.start + 6].lower() == "since "


def clause_place(doc: Doc, g: Grammar, clause: int) -> PlaceMention | None:
    """The place of a clause, its own or that of a participle or of a visit on which it is told."""
    for v in (clause, *_participles(g, clause), *_trip(g, clause)):
        found = nearest_place(doc, g, clause, [v])
        if found is not None:
            return found
    return None


def spoken_act(g: Grammar, trigger: int, act: str) -> bool:
    """Whether an act is done in words, so that what its verb governs is spoken of and not done."""
    return act in _SPOKEN or (
        act in ("SUPPORT", "CONCEDE") and g.lemma[trigger] in when_where_words()["words"]
    )


def time_of(doc: Doc, g: Grammar, trigger: int, carrier: int | None, act: str) -> TimeMention | None:
    """The time mention nearest to the act inside its clause, or in a clause that shares its time with it."""
    spoken = spoken_act(g, trigger, act)
    own = trigger if carrier is None else carrier
    found = nearest_time(doc, g, trigger, _anchors(g, trigger, carrier, act), spoken=spoken)
    if found is None:
        found = _when_of(doc, g, own) or _counted_from(doc, g, trigger, own)
    if found is None and g.is_verb(own):
        for clause in (
            *_clauses(g, trigger, carrier, force=act in FORCE),
            *_participles(g, own),
            *_goes_on(g, own),
        ):
            time = nearest_time(doc, g, trigger, [clause], spoken=spoken)
            if time is not None and not _lasts(g, time):
                found = time
                break
    return found


def place_of(doc: Doc, g: Grammar, trigger: int, carrier: int | None, act: str) -> PlaceMention | None:
    """The place mention of the act's clause, or of one that shares it: a locative one, a city before a country."""
    spoken = spoken_act(g, trigger, act)
    anchors = _anchors(g, trigger, carrier, act)
    found = nearest_place(doc, g, trigger, anchors, spoken=spoken, led=act in _LED)
    own = trigger if carrier is None else carrier
    told = own
    while g.dep[told] == "xcomp" and g.is_verb(g.head[told]):
        told = g.head[told]
    for clause in _clauses(g, trigger, carrier):
        if found is not None or (clause != told and not _same_doer(g, told, clause)):
            break
        found = nearest_place(doc, g, trigger, [clause], spoken=spoken, shared=True)
    if found is None:
        found = _where(doc, g, own)
    if found is None:
        found = fronted_place(doc, g, own)
    if found is None and g.is_verb(own):
        for clause in (*_participles(g, own), *_trip(g, own)):
            if found is not None:
                break
            found = nearest_place(doc, g, trigger, [clause], spoken=spoken, shared=True)
        for clause in () if found is not None or spoken else (*_goes_on(g, own), *_meanwhile(g, own)):
            found = nearest_place(doc, g, trigger, [clause])
            if found is not None and not _stands_in(g, found, clause):
                found = None
    return found


def _stands_in(g: Grammar, place: PlaceMention, verb: int) -> bool:
    """Whether a place is where something is done, not where it leads: `beat lawyers in Lahore`, not `marched to`."""
    i = place.last
    for _ in range(4):
        if g.dep[i] == "prep":
            return g.lower[i] in _LOCATIVE | {"through", "across"} and verb in (
                g.head[i],
                g.head[g.head[i]],
                g.head[g.head[g.head[i]]],
            )
        i = g.head[i]
    return False


def _of_content(g: Grammar, token: int, anchors: list[int], *, shared: bool) -> bool:
    """Whether words belong to what is said rather than to its saying: `urged Moscow to leave Syria`.

    In a clause that is only `shared`, what it leads to is a place: `flew to Beirut and asked for`.
    """
    i = token
    for _ in range(8):
        h = g.head[i]
        if h == i or i in anchors or _in_vehicle(g, i):
            return False
        if h in anchors:
            led = shared and g.lower[i] == "to"
            return g.dep[i] in _CONTENT or (g.dep[i] == "prep" and g.lower[i] in _TOPICAL and not led)
        i = h
    return False


def nearest_place(
    doc: Doc,
    g: Grammar,
    trigger: int,
    anchors: list[int],
    *,
    spoken: bool = False,
    led: bool = True,
    shared: bool = False,
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
        if not ways or (spoken and _of_content(g, place.last, anchors, shared=shared)):
            continue
        if _only_of_another(doc, g, place) or (not led and _leads_to(g, place)):
            continue
        is_country = int(place.place.lat is None)
        key = (is_country, min(ways), abs(place.first - trigger))
        if best is None or key < best:
            best, found = key, place
    return found


def _leads_to(g: Grammar, place: PlaceMention) -> bool:
    """Whether something only goes to a place: `recalled its ambassador to Syria`."""
    return g.dep[place.last] == "pobj" and g.lower[g.head[place.last]] == "to"


def _only_of_another(doc: Doc, g: Grammar, place: PlaceMention) -> bool:
    """Whether a place only says more of another: `the Red Sea resort of Aqaba`."""
    noun = g.head[place.last]
    if g.dep[place.last] not in ("compound", "nmod", "amod", "poss") or g.is_verb(noun):
        return False
    named = g.prep_objects(noun, "of")
    return any(k <= p.last and p.first <= k for k in named for p in doc._.places)

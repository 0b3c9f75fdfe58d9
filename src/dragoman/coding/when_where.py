"""When and where an act happened: the time and place mentions that belong to its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Doc

from dragoman.language import Grammar

if TYPE_CHECKING:
    from dragoman.calendar import TimeMention
    from dragoman.places import PlaceMention


# A nominal act after these happens where and when its clause does.
_WITHIN = frozenset({"for", "at", "in", "during"})
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


def _anchors(g: Grammar, trigger: int, carrier: int | None) -> list[int]:
    out = [trigger]
    if carrier is not None:
        out.append(carrier)
    elif not g.is_verb(trigger) and g.pos[trigger] == "ADJ":
        out.append(g.head[trigger])
    if carrier is None and g.dep[trigger] == "pobj" and g.lower[g.head[trigger]] in _WITHIN:
        above = g.head[g.head[trigger]]
        if g.is_verb(above):
            out.append(above)  # "was due in Belgrade on Thursday for talks"
    if g.is_verb(trigger) and g.dep[trigger] in ("xcomp",) and g.head[trigger] != trigger:
        out.append(g.head[trigger])  # "plans to visit Ankara on Monday" may hang the day on either verb
    return out


def _nearest_time(doc: Doc, g: Grammar, trigger: int, anchors: list[int]) -> TimeMention | None:
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


def _told_with(g: Grammar, clause: int) -> int | None:
    """The verb whose time a clause shares: the one before it that it is coordinated with, or goes along with.

    `On Monday police raided the offices and took away 60 people`; a change to another time ends it.
    """
    h = g.head[clause]
    if h == clause or not g.is_verb(h) or h > clause:
        return None
    if g.dep[clause] == "advcl":  # "marched on Thursday, setting fire to cars"
        alone = (
            g.tag[clause] == "VBG"
            and not g.auxiliaries(clause)
            and g.child(clause, "nsubj", "nsubjpass", "mark") is None
        )
        return h if alone else None
    if g.dep[clause] != "conj":
        return None
    return h if _reach(g, h) == _reach(g, clause) else None


def _reach(g: Grammar, v: int) -> tuple[bool, bool]:
    """Whether a verb tells of the future, and whether of the present."""
    words = {g.lower[a] for a in g.auxiliaries(v)}
    ahead = bool(words & _AHEAD)
    return ahead, not ahead and not words & _BACK and g.tag[v] in ("VBZ", "VBP", "VBG")


def time_of(doc: Doc, g: Grammar, trigger: int, carrier: int | None) -> TimeMention | None:
    """The time mention nearest to the act inside its clause, or in the clause that it is coordinated with."""
    found = _nearest_time(doc, g, trigger, _anchors(g, trigger, carrier))
    clause = trigger if carrier is None else carrier
    for _ in range(3):
        if found is not None or not g.is_verb(clause):
            break
        above = _told_with(g, clause)
        if above is None:
            break
        found, clause = _nearest_time(doc, g, trigger, [above]), above
    return found


def place_of(doc: Doc, g: Grammar, trigger: int, carrier: int | None) -> PlaceMention | None:
    """The place mention of the act's clause: a locative one, a city before a country."""
    anchors = _anchors(g, trigger, carrier)
    best: tuple[int, int, int] | None = None
    found: PlaceMention | None = None
    for place in doc._.places or ():
        if g.sent[place.first] != g.sent[trigger]:
            continue
        if not place.locative and not any(_in_phrase(g, t) for t in range(place.first, place.last + 1)):
            continue
        ways = [s for t in range(place.first, place.last + 1) if (s := _belongs(g, t, anchors)) is not None]
        if not ways:
            continue
        is_country = int(place.place.lat is None)
        key = (is_country, min(ways), abs(place.first - trigger))
        if best is None or key < best:
            best, found = key, place
    return found

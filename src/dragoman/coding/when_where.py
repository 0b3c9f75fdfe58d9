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


def time_of(doc: Doc, g: Grammar, trigger: int, carrier: int | None) -> TimeMention | None:
    """The time mention nearest to the act inside its clause."""
    anchors = _anchors(g, trigger, carrier)
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
    if found is None and carrier is None and not g.is_verb(trigger):
        return None
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

"""Mends what an unusual order of words hides from the parser, on the plain lists of a parse.

Translations put what a verb is done to last and times first; news opens with a measure (`Six of the eight monitors left`).
"""

from __future__ import annotations

from typing import Final

from dragoman.language.lists import PROPER, TENSED, Lists, words

_ORDERS: Final = frozenset({"ordered", "orders", "order", "ordering"})
_HANDED: Final = frozenset(
    {"transferred", "handed", "delivered", "returned", "surrendered", "sent", "extradited"}
)
# Verbs that are done to a day.
_KEPT: Final = frozenset(
    {
        "marked", "celebrated", "declared", "observed", "spent", "named", "proclaimed", "commemorated", "chose", "set",
        "called", "designated", "made", "had", "was", "were", "is", "proposed", "suggested", "became", "mark", "marks",
    }
)  # fmt: skip
# Papers that bear the name of a day.
_PAPERS: Final = frozenset({"times", "telegraph", "mirror", "herald", "express", "world", "mail", "post"})
# What a day has.
_DAY_PARTS: Final = frozenset(
    {"morning", "afternoon", "evening", "night", "noon", "midnight", "dawn", "week"}
)


def reorder(parse: Lists) -> None:
    """Mend a parse in place: labels, heads and a tag."""
    _free_weekdays(parse)
    _part_weekdays(parse)
    _free_weekday_names(parse)
    _free_eves(parse)
    _free_manners(parse)
    _raise_from_measures(parse)
    _read_orders(parse)
    _give_objects(parse)
    _join_nouns(parse)


def _free_weekdays(parse: Lists) -> None:
    """Make a time of a day that was taken for an object: `suspended [the Saturday] Honduras`."""
    lower, dep, head = parse.lower, parse.dep, parse.head
    for n, label in enumerate(dep):
        if (
            label == "dobj"
            and parse.tag[n] in PROPER
            and lower[n] in words("days")
            and n > head[n]
            and lower[head[n]] not in _KEPT
        ):
            marched = lower[n] == "march" and parse.has(n, "det")  # "banned the march" is no month
            if all(dep[k] == "det" for k in parse.below(n)) and not marched:
                dep[n] = "npadvmod"


def _part_weekdays(parse: Lists) -> None:
    """Part a day from what a verb is done to, named right behind it: `cut on [Monday] [development aid] to Malawi`."""
    lower, tag, dep, head = parse.lower, parse.tag, parse.dep, parse.head
    for n, label in enumerate(dep):
        p, day = head[n], head[n] + 1
        v = head[p]
        if label != "pobj" or lower[p] != "on" or tag[n] not in ("NN", "NNS") or n <= day or v != p - 1:
            continue
        if lower[day] not in words("days") or head[day] != n or lower[n] in _DAY_PARTS:
            continue
        if lower[v] not in words("done_to") or parse.has(v, "dobj", "auxpass", "prt"):
            continue
        if any(head[k] not in range(day, n + 1) for k in range(day, n)):
            continue
        parse.hang(day, p, "pobj")
        parse.hang(n, v, "dobj")


def _free_weekday_names(parse: Lists) -> None:
    """Part a day from the object that it was taken for a name of: `sent on [Friday] [troops]`, `accused [Sunday] [Khartoum]`."""
    lower, tag, dep, head = parse.lower, parse.tag, parse.dep, parse.head
    for day, label in enumerate(dep):
        n, v = head[day], head[head[day]]
        if label not in ("compound", "nmod") or lower[day] not in words("days") or dep[n] != "dobj":
            continue
        if not v < day < n or lower[v] in _KEPT or any(k < day for k in parse.below(n)):
            continue
        if lower[day - 1] == "on" and head[day - 1] == v and not parse.has(day - 1, "pobj"):
            parse.hang(day, day - 1, "pobj")
            dep[day - 1], tag[day - 1], parse.pos[day - 1] = "prep", "IN", "ADP"
        elif day == v + 1 and tag[n] in PROPER and lower[n] not in _PAPERS:
            parse.hang(day, v, "npadvmod")


def _free_eves(parse: Lists) -> None:
    """Find the subject behind `the day before`: `The day before [X], having met Y, accused Z`."""
    lower, pos, tag, dep, head = parse.lower, parse.pos, parse.tag, parse.dep, parse.head
    for p, word in enumerate(lower):
        if word != "before" or p == 0 or lower[p - 1] not in ("day", "eve", "week") or head[p] != p - 1:
            continue
        v = head[p - 1]
        named = [k for k in parse.below(p, "pobj") if tag[k] in PROPER]
        done = tag[v] in TENSED or (tag[v] == "VBN" and not parse.has(v, "aux", "auxpass"))
        if v <= p or not done or len(named) != 1 or parse.has(v, "nsubj", "nsubjpass", "expl"):
            continue
        tag[v] = "VBD" if tag[v] == "VBN" else tag[v]
        parse.hang(named[0], v, "nsubj")
        pos[p], dep[p] = "ADV", "advmod"


def _free_manners(parse: Lists) -> None:
    """Part what one does something without from what it is done to: `visited without success [Tegucigalpa]`."""
    lower, tag, dep, head = parse.lower, parse.tag, parse.dep, parse.head
    for n, label in enumerate(dep):
        p = head[n]
        if label != "pobj" or tag[n] not in PROPER or lower[p] not in ("without", "with") or n - p < 2:
            continue
        manner = [k for k in parse.below(n, "compound") if tag[k] == "NN"]
        v = head[p]
        if len(manner) != 1 or manner[0] != p + 1 or parse.pos[v] != "VERB" or parse.has(v, "dobj"):
            continue
        parse.hang(manner[0], p, "pobj")
        parse.hang(n, v, "dobj")


def _raise_from_measures(parse: Lists) -> None:
    """Find the verb of a sentence that begins with a measure: `Six of the eight monitors [left] the town`."""
    tag, dep, head = parse.tag, parse.dep, parse.head
    for v, label in enumerate(dep):
        if label not in ("acl", "relcl") or tag[v] != "VBD":
            continue
        n = head[v]
        p = head[n]
        measure = head[p]
        if dep[n] != "pobj" or parse.lower[p] != "of" or tag[measure] not in ("CD", "NNS", "NN", "DT"):
            continue
        if dep[measure] != "ROOT" or measure > p or parse.has(v, "nsubj", "nsubjpass", "agent", "mark"):
            continue
        parse.raise_main(v, measure)


def _read_orders(parse: Lists) -> None:
    """Make an object of whom an order befalls: `ordered [the editor] jailed`."""
    lower, tag, dep, head = parse.lower, parse.tag, parse.dep, parse.head
    for w, label in enumerate(dep):
        v = head[w]
        if label != "ccomp" or tag[w] not in ("VBD", "VBN") or lower[v] not in _ORDERS or w < v:
            continue
        subjects = [k for k in parse.below(w, "nsubj", "nsubjpass") if v < k < w]
        if len(subjects) != 1 or parse.has(w, "aux", "auxpass", "mark") or parse.has(v, "dobj"):
            continue
        parse.hang(subjects[0], v, "dobj")
        tag[w] = "VBN"


def _give_objects(parse: Lists) -> None:
    """Give a verb of handing over those whom it names last: `transferred to the chairman, X, [four servicemen]`."""
    lower, tag, dep, head = parse.lower, parse.tag, parse.dep, parse.head
    for n, label in enumerate(dep):
        if label != "appos" or tag[n] != "NNS" or not parse.has(n, "nummod"):
            continue
        p = head[head[n]]
        if lower[p] == "of" and dep[head[p]] == "pobj":  # "to the chairman of the body, X, [four servicemen]"
            p = head[head[p]]
        v = head[p]
        if dep[head[n]] != "pobj" or lower[p] != "to" or lower[v] not in _HANDED or parse.has(v, "dobj"):
            continue
        parse.hang(n, v, "dobj")
        for w in parse.below(v, "conj"):
            if w > n and tag[w] in ("VBD", "VBN") and not parse.has(w, "nsubj", "dobj", "cc"):
                tag[w] = "VBN"
                parse.hang(w, n, "acl")


def _join_nouns(parse: Lists) -> None:
    """Join a noun to the noun before it that the parser joined to the verb: `calls for an end to war and [the release] of X`."""
    tag, dep, head = parse.tag, parse.dep, parse.head
    for n, label in enumerate(dep):
        v = head[n]
        if label != "conj" or tag[n] not in ("NN", "NNS") or parse.pos[v] != "VERB" or n < v:
            continue
        joint = [k for k in parse.below(v, "cc") if v < k < n]
        if not joint or parse.has(n, "nsubj", "nsubjpass", "aux", "cop"):
            continue
        top = joint[-1] - 1
        while head[top] != v and head[top] != top:
            top = head[top]
        if top <= v or head[top] != v or dep[top] not in ("prep", "dobj"):
            continue
        ends = parse.below(top, "pobj") if dep[top] == "prep" else [top]
        if len(ends) == 1 and tag[ends[0]] in ("NN", "NNS", "NNP", "NNPS", "VBG"):
            parse.hang(n, ends[0], "conj")
            parse.hang(joint[-1], ends[0], "cc")

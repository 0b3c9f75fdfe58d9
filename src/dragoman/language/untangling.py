"""Mends what the parser often gets wrong in news, on the plain lists of a parse, before anything is read off them."""

from __future__ import annotations

from typing import Final

from dragoman.language.lists import Lists, words
from dragoman.language.translationese import straighten

_PARTS: Final = frozenset({"morning", "afternoon", "evening", "night"})
_PREPOSITIONS: Final = frozenset({"on", "by", "in", "since", "until", "late", "early", "last", "before"})
_DETERMINERS: Final = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their"}
)
_BESIDE: Final = frozenset(
    {"surrounding", "neighbouring", "neighboring", "remaining", "existing", "outlying"}
)
_BE: Final = frozenset({"is", "are", "was", "were", "'s", "'re"})


def untangle(lower: list[str], pos: list[str], tag: list[str], dep: list[str], head: list[int]) -> None:
    """Mend a parse in place: labels and heads; words, classes and tags stay."""
    parse = Lists(lower, pos, tag, dep, head)
    _free_subjects(parse)
    _free_attributes(parse)
    _free_progressives(parse)
    _free_objects(parse)
    straighten(parse)


def _free_subjects(parse: Lists) -> None:
    """Part a day from the name after it: `On [Friday Putin] met` becomes `On [Friday] Putin met`.

    The parser takes a day or month for the first word of a name that follows it. Done only where the verb above has
    no subject, before it stands, and is finite: then the name is its subject.
    """
    lower, dep, head = parse.lower, parse.dep, parse.head
    days = words("days")
    for n, label in enumerate(dep):
        p = head[n]
        if label != "pobj" or n - p < 2 or lower[p] not in _PREPOSITIONS or lower[p + 1] not in days:
            continue
        last = p + 2 if lower[p + 2] in _PARTS and p + 2 < n else p + 1
        verb = parse.verb_above(p)
        if verb is None or verb < n or not parse.lacks_subject(verb):
            continue
        if any(head[k] not in range(p + 1, n + 1) for k in range(p + 1, n)):
            continue  # what stands between is not one phrase
        for k in range(p + 1, n):
            if k <= last:
                parse.hang(k, *((p, "pobj") if k == last else (last, "compound")))
            elif head[k] <= last:
                parse.hang(k, n)
        parse.hang(n, verb, "nsubjpass" if parse.has(verb, "auxpass") else "nsubj")


def _free_attributes(parse: Lists) -> None:
    """Make a participle that qualifies the noun after it an attribute of it, not a verb with that object.

    `met with [visiting Secretary Kerry]`, `withdrew to [surrounding villages]`, `met neither X nor [deposed President Y]`.
    """
    lower, pos, tag, dep, head = parse.lower, parse.pos, parse.tag, parse.dep, parse.head
    for w, t in enumerate(tag):
        if t not in ("VBG", "VBN", "VBD") or w + 1 >= len(tag) or lower[w + 1] in _DETERMINERS:
            continue
        nouns = [k for k in parse.below(w, "dobj") if k > w]
        if len(nouns) != 1 or parse.has(w, "aux"):
            continue
        n = nouns[0]
        if any(head[k] not in range(w + 1, n + 1) for k in range(w + 1, n)):
            continue
        if t == "VBG" and dep[w] == "pcomp" and head[w] == w - 1:
            qualifies = lower[w] in _BESIDE and tag[n] in ("NNS", "NNPS", "NN")
            if not (qualifies or (lower[w] == "visiting" and parse.is_titled(w + 1, n))):
                continue
            parse.hang(n, w - 1, "pobj")
        elif t != "VBG" and dep[w] == "conj" and tag[head[w]] == "VB" and parse.is_titled(w + 1, n):
            before = max((k for k in range(w) if pos[k] in ("NOUN", "PROPN") and k > head[w]), default=None)
            if before is None:
                continue
            parse.hang(n, before, "conj")
        else:
            continue
        for k in parse.below(w):
            if k > n:
                parse.hang(k, n)
        parse.hang(w, n, "amod")


def _free_progressives(parse: Lists) -> None:
    """Make a participle that the parser took for what something is the verb it is: `is [mediating] between`."""
    lower, pos, dep, head = parse.lower, parse.pos, parse.dep, parse.head
    for v, t in enumerate(parse.tag):
        be = head[v]
        if t != "VBG" or pos[v] != "VERB" or dep[v] != "attr" or be > v or pos[be] != "AUX":
            continue
        if lower[be] not in _BE or not parse.has(v, "dobj", "prep", "agent"):
            continue
        if parse.has(v, "det") or not parse.has(be, "nsubj"):
            continue
        above, label = head[be], dep[be]
        for k in parse.below(be):
            if k != v:
                parse.hang(k, v)
        parse.hang(v, v if above == be else above, label)
        parse.hang(be, v, "aux")


def _free_objects(parse: Lists) -> None:
    """Make a name right behind a verb its object, which the parser took for a time: `visited [Jakarta] to attend`."""
    lower, pos, dep, head = parse.lower, parse.pos, parse.dep, parse.head
    for n, label in enumerate(dep):
        v = head[n]
        if label != "npadvmod" or pos[n] != "PROPN" or pos[v] != "VERB" or n <= v:
            continue
        inside = range(v + 1, n + 1)
        if any(head[k] not in inside and k != n for k in inside):
            continue
        if not words("days").isdisjoint(lower[v + 1 : n + 1]) or any(
            pos[k] not in ("PROPN", "DET") for k in inside
        ):
            continue
        if not parse.has(v, "dobj"):
            dep[n] = "dobj"

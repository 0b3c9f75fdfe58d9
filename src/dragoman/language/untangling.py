"""Mends what the parser often gets wrong in news, on the plain lists of a parse, before anything is read off them."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import Final

from dragoman.datafiles import read_words

_PARTS: Final = frozenset({"morning", "afternoon", "evening", "night"})
_PREPOSITIONS: Final = frozenset({"on", "by", "in", "since", "until", "late", "early", "last", "before"})
_DETERMINERS: Final = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their"}
)
_BESIDE: Final = frozenset(
    {"surrounding", "neighbouring", "neighboring", "remaining", "existing", "outlying"}
)
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})


@lru_cache(maxsize=1)
def _days() -> frozenset[str]:
    return frozenset(read_words(resources.files("dragoman.language") / "data" / "days.txt"))


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return frozenset(read_words(resources.files("dragoman.language") / "data" / "titles.txt"))


def untangle(lower: list[str], pos: list[str], tag: list[str], dep: list[str], head: list[int]) -> None:
    """Mend a parse in place: labels and heads; words, classes and tags stay."""
    _free_subjects(lower, pos, tag, dep, head)
    _free_attributes(lower, pos, tag, dep, head)


def _free_subjects(lower: list[str], pos: list[str], tag: list[str], dep: list[str], head: list[int]) -> None:
    """Part a day from the name after it: `On [Friday Putin] met` becomes `On [Friday] Putin met`.

    The parser takes a day or month for the first word of a name that follows it. Done only where the verb above has
    no subject, before it stands, and is finite: then the name is its subject.
    """
    days = _days()
    for n, label in enumerate(dep):
        p = head[n]
        if label != "pobj" or n - p < 2 or lower[p] not in _PREPOSITIONS or lower[p + 1] not in days:
            continue
        last = p + 2 if lower[p + 2] in _PARTS and p + 2 < n else p + 1
        verb = _verb_above(p, pos, head)
        if verb is None or verb < n or not _is_finite(verb, tag, dep, head) or _has_subject(verb, dep, head):
            continue
        if any(head[k] not in range(p + 1, n + 1) for k in range(p + 1, n)):
            continue  # what stands between is not one phrase
        for k in range(p + 1, n):
            if k <= last:
                dep[k], head[k] = ("pobj", p) if k == last else ("compound", last)
            elif head[k] <= last:
                head[k] = n
        dep[n] = "nsubjpass" if "auxpass" in _children(verb, dep, head) else "nsubj"
        head[n] = verb


def _free_attributes(
    lower: list[str], pos: list[str], tag: list[str], dep: list[str], head: list[int]
) -> None:
    """Make a participle that qualifies the noun after it an attribute of it, not a verb with that object.

    `met with [visiting Secretary Kerry]`, `withdrew to [surrounding villages]`, `met neither X nor [deposed President Y]`.
    """
    for w, t in enumerate(tag):
        if t not in ("VBG", "VBN", "VBD") or w + 1 >= len(tag) or lower[w + 1] in _DETERMINERS:
            continue
        nouns = [k for k, h in enumerate(head) if h == w and dep[k] == "dobj" and k > w]
        if len(nouns) != 1 or "aux" in _children(w, dep, head):
            continue
        n = nouns[0]
        if any(head[k] not in range(w + 1, n + 1) for k in range(w + 1, n)):
            continue
        if t == "VBG" and dep[w] == "pcomp" and head[w] == w - 1:
            qualifies = lower[w] in _BESIDE and tag[n] in ("NNS", "NNPS", "NN")
            if not (qualifies or (lower[w] == "visiting" and _is_person(w, n, lower, pos))):
                continue
            dep[n], head[n] = "pobj", w - 1
        elif t != "VBG" and dep[w] == "conj" and tag[head[w]] == "VB" and _is_person(w, n, lower, pos):
            before = max((k for k in range(w) if pos[k] in ("NOUN", "PROPN") and k > head[w]), default=None)
            if before is None:
                continue
            dep[n], head[n] = "conj", before
        else:
            continue
        for k, h in enumerate(head):
            if h == w and k > n:
                head[k] = n
        dep[w], head[w] = "amod", n


def _is_person(first: int, last: int, lower: list[str], pos: list[str]) -> bool:
    """Whether what stands between reads as a title or a name with one: `U.S. Secretary of State Kerry`."""
    return any(lower[k] in _titles() for k in range(first + 1, last + 1))


def _verb_above(i: int, pos: list[str], head: list[int]) -> int | None:
    while head[i] != i:
        i = head[i]
        if pos[i] in ("VERB", "AUX"):
            return i
    return None


def _children(i: int, dep: list[str], head: list[int]) -> set[str]:
    return {dep[k] for k, h in enumerate(head) if h == i and k != i}


def _has_subject(verb: int, dep: list[str], head: list[int]) -> bool:
    return not _children(verb, dep, head).isdisjoint(("nsubj", "nsubjpass", "csubj", "expl"))


def _is_finite(verb: int, tag: list[str], dep: list[str], head: list[int]) -> bool:
    return tag[verb] in _FINITE or any(
        h == verb and dep[k] in ("aux", "auxpass") and tag[k] in _FINITE for k, h in enumerate(head)
    )

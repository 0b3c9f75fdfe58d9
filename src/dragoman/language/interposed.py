"""Orders of words that English does not have, read from words and tags.

Times and places set between a verb and what it is done to, as translations have them: `expelled on Monday [two envoys]`;
verbs before their subjects, as Arabic has them. The parser takes the object for a part of the time, and the subject
for the object. Whether it was so, the parse without the times, or in English order, tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from dragoman.language.lists import DAY_PARTS, PROPER, words

_VERBS: Final = frozenset({"VBD", "VBZ", "VBP", "VBN", "VB", "VBG"})
_OPENS_NOUN: Final = PROPER | {"DT", "PRP$", "CD", "JJ", "JJS", "NN", "NNS"}
_WITHIN_NOUN: Final = _OPENS_NOUN | {"POS", "HYPH"}
_OPENS_NEXT: Final = frozenset({"DT", "PRP$", "CD", "JJ"})
_ENDS: Final = frozenset({".", ",", "!", "?"})
_NEAR_DAYS: Final = frozenset({"today", "yesterday", "tonight"})
_HOURS: Final = frozenset({"dawn", "noon", "midnight", "dusk", "night"})
_POINTING: Final = frozenset({"this", "last", "that"})
_SPANS: Final = DAY_PARTS | {"week", "month", "year", "weekend"}
_LONGEST_NAME = 3  # words of a place


class Interposed(NamedTuple):
    """A verb and the phrases of when and where between it and `at`, where its object may begin."""

    verb: int
    phrases: list[range]
    at: int


def interposed(lower: list[str], tag: list[str], tokens: list[int]) -> Iterator[Interposed]:
    """The verbs of a sentence with times and places right behind them and a noun behind those."""
    end = tokens[-1]
    for v in tokens:
        if tag[v] not in _VERBS or lower[v] in words("auxiliaries"):
            continue
        phrases: list[range] = []
        at = v + 1
        while (stop := _phrase(lower, tag, at, end)) > at:
            phrases.append(range(at, stop))
            at = stop
        named = bool(phrases) and tag[at] in PROPER and tag[at - 1] in PROPER
        if phrases and at < end and tag[at] in _OPENS_NOUN and lower[at] not in words("days"):
            if not (named and lower[at - 1] not in words("days")):  # "in Geneva Mongolia"
                yield Interposed(v, phrases, at)


def subject_first(lower: list[str], tag: list[str], tokens: list[int]) -> list[int] | None:
    """The order in which the subject stands before the verb that opens a sentence behind `and`: `And condemned [the minister] the raid`."""
    if tag[tokens[0]] != "CC" or tag[tokens[1]] not in ("VBD", "VBN"):
        return None
    at, end = tokens[1] + 1, tokens[-1]
    stop = _noun(tag, at, end)
    while at < stop < end and (lower[stop] == "of" or (tag[stop] == "CC" and tag[stop + 1] in PROPER)):
        stop = _noun(tag, stop + 1, end)
    if not at < stop < end or lower[stop] in _ENDS:
        return None
    return [tokens[0], *range(at, stop), tokens[1], *range(stop, end + 1)]


def _noun(tag: list[str], k: int, end: int) -> int:
    """Where a noun with what stands before it ends: at the word behind it, or the article of the next."""
    named = False
    while k < end and tag[k] in _WITHIN_NOUN and not (named and tag[k] in _OPENS_NEXT):
        named = tag[k] in ("NN", "NNS", *PROPER)
        k += 1
    return k


def _phrase(lower: list[str], tag: list[str], k: int, end: int) -> int:
    """Where a phrase of when or where that begins at a word ends; the word itself where none does."""
    days = words("days")
    if k + 1 >= end:
        return k
    if lower[k] in ("on", "in"):
        n = k + 2 if tag[k + 1] == "CD" else k + 1
        if lower[n] in days:  # "on Monday", "on 4 May", "on May 4", "in May 1994"
            month = not lower[n].endswith("day")
            return n + 2 if month and tag[n + 1] == "CD" else _with_part(lower, n + 1)
        stop = k + 1
        while stop < end and tag[stop] in PROPER and lower[stop] not in words("titles"):
            stop += 1
        return stop if lower[k] == "in" and 0 < stop - k - 1 <= _LONGEST_NAME else k
    if lower[k] == "at" and lower[k + 1] in _HOURS:
        return k + 2
    if lower[k] in _NEAR_DAYS:
        if lower[k + 1] in (",", "(") and lower[k + 2] in days and lower[k + 3] in (",", ")"):
            return k + 4
        return _with_part(lower, k + 1)
    if lower[k] in days and tag[k] in PROPER:
        weekday = lower[k].endswith("day")
        return _with_part(lower, k + 1) if weekday else k + 2 if tag[k + 1] == "CD" else k
    return k + 2 if lower[k] in _POINTING and lower[k + 1] in _SPANS else k


def _with_part(lower: list[str], k: int) -> int:
    """Behind the part of a day, where one is told."""
    return k + 1 if lower[k] in DAY_PARTS else k

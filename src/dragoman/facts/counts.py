"""Countable claims: how many contacts there were, or which in their row one is."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from importlib import resources
from typing import Any

from spacy.tokens import Doc

from dragoman.datafiles import shipped_yaml
from dragoman.facts.people import People
from dragoman.language import layout_of
from dragoman.language.numerals import CARDINALS, ORDINALS
from dragoman.schema import Count, Participant, Period, Time

_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_NTH = re.compile(r"^(\d{1,3})(?:st|nd|rd|th)$")
_CONTACT_VERBS = {
    "meet": "meeting", "talk": "call", "speak": "call", "call": "call", "phone": "call", "telephone": "call",
    "visit": "visit", "travel": "visit", "confer": "meeting", "converse": "call", "gather": "meeting",
}  # fmt: skip
_CARRIED = 12  # tokens over which a period said once holds for a later figure of the sentence
_IN_WORDS = 20  # larger ones are written in figures
_NTHS = {word: n for word, n in ORDINALS.items() if n <= _IN_WORDS}
_NUMBERS = {word: n for word, n in CARDINALS.items() if 0 < n <= _IN_WORDS}
MOST = 999  # a larger figure beside a contact is no count of contacts


# How many days ago: `in two months`, `over the past year`.
_UNITS = {
    "day": 1, "days": 1, "week": 7, "weeks": 7, "month": 30, "months": 30, "year": 365, "years": 365, "decade": 3652,
    "decades": 3652,
}  # fmt: skip
_OVER = frozenset({"in", "within", "over", "during"})
_LATEST = frozenset(
    {"the", "past", "last", "just", "only", "less", "than", "under", "about", "some", "this", "more"}
)
# A stretch of so many days is a period, not the day of something.
_WEEK = 5


def _is_period(time: Time) -> bool:
    """Whether a time is long enough to count over."""
    if time.precision in ("year", "month", "season", "decade"):
        return True
    return (date.fromisoformat(time.end) - date.fromisoformat(time.start)).days >= _WEEK


def ordinal(word: str) -> int | None:
    """The number of an ordinal: `20th` and `twentieth` are 20."""
    match = _NTH.match(word)
    if match:
        return int(match.group(1))
    return _NTHS.get(word)


def cardinal(word: str) -> int | None:
    """The number of a cardinal up to three figures, in words up to twenty."""
    if word.isdigit() and 0 < int(word) <= MOST:
        return int(word)
    return _NUMBERS.get(word)


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    raw: dict[str, Any] = shipped_yaml(resources.files("dragoman.facts") / "data" / "counted.yml")
    return {noun: kind for kind, nouns in raw.items() if kind != "__line__" for noun in nouns}


class Counts:
    """Counts of one doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.people = People(doc)
        self.g = self.people.g
        self.found: list[Count] = []

    def run(self) -> list[Count]:
        """All counts in the body, in text order."""
        g = self.g
        for block in layout_of(self.doc).blocks:
            if block.kind != "body":
                continue
            for i in range(g.n):
                if block.start <= g.start[i] < block.end:
                    self._at(i)
        return [c.model_copy(update={"id": f"c{k}"}) for k, c in enumerate(self.found, 1)]

    def _at(self, i: int) -> None:
        g = self.g
        word = g.lower[i]
        nth = ordinal(word)
        if nth is not None:
            self._ordinal(i, nth)
        elif word in ("time", "times") and i:
            self._times(i)
        elif word in ("twice", "thrice"):
            self._frequency(i, _TIMES[word], i)
        else:
            number = cardinal(word)
            if number is not None and g.dep[i] == "nummod" and (number > 1 or self._is_only(i)):
                self._cardinal(i, number)

    # Ordinals: "the 20th this year", "third visit", "the fifth round of talks", "for the third time" ----------

    def _ordinal(self, i: int, value: int) -> None:
        g = self.g
        head = g.head[i]
        noun = (
            head
            if g.dep[i] in ("amod", "compound", "nummod", "nmod") and g.pos[head] in ("NOUN", "PROPN")
            else None
        )
        if noun is not None and g.lemma[noun] == "time":
            self._nth_time(i, noun, value)
            return
        if noun is None or self._kind(noun) is None:
            bare = g.lower[i - 1] if i else ""
            if bare != "the" or (
                noun is not None
                and self._kind(noun) is None
                and noun != i
                and g.pos[noun] == "NOUN"
                and noun > i
            ):
                return
            noun = self._antecedent(i)
        if noun is None:
            return
        kind = self._kind(noun)
        if kind is None or (value == 1 and not self._is_row(i, noun)):
            return
        start, end = self._clause(i)
        self._add(i, kind, noun, value, True, (start, end))

    def _is_row(self, i: int, noun: int) -> bool:
        """Whether `first` counts ("his first visit since 2010") rather than lists."""
        g = self.g
        told = {c for c, _ in g.prepositions(noun)}
        return bool(told & {"since", "in", "by", "between"}) or g.child(noun, "poss") is not None

    def _nth_time(self, i: int, noun: int, value: int) -> None:
        g = self.g
        v = g.verb_over(g.head[noun])
        kind = _CONTACT_VERBS.get(g.lemma[v])
        if kind is not None and value > 1:
            self._add(i, kind, v, value, True, g.sentence_span(i))

    def _antecedent(self, i: int) -> int | None:
        """The contact noun that a bare ordinal counts: apposed or predicated, in the same sentence before it."""
        g = self.g
        first, _ = g.sents[g.sent[i]]
        for k in range(i - 1, first - 1, -1):
            if g.pos[k] in ("NOUN", "PROPN") and self._kind(k) is not None:
                return k
            if g.lower[k] in (".", ";"):
                return None
        return None

    # Cardinals: "two meetings of the group", "talked 36 times", "five rounds of talks" --------------------------

    def _cardinal(self, i: int, value: int) -> None:
        g = self.g
        noun = g.head[i]
        if noun < i or noun - i > 4:
            return
        kind = self._kind(noun)
        if kind is None or (value > 1 and g.tag[noun] not in ("NNS", "NNPS")):
            return
        self._add(i, kind, noun, value, False, g.span(noun))

    def _is_only(self, i: int) -> bool:
        """Whether `one` counts (`has paid one visit`, `only one meeting`) rather than points (`one meeting that`)."""
        g = self.g
        noun = g.head[i]
        v = g.head[noun]
        if i and g.lower[i - 1] in ("only", "just", "but"):
            return True
        return g.dep[noun] == "dobj" and g.is_verb(v) and any(g.lemma[k] == "have" for k in g.auxiliaries(v))

    def _times(self, i: int) -> None:
        g = self.g
        value = cardinal(g.lower[i - 1])
        if value is not None and value > 1:
            self._frequency(i, value, i - 1)

    def _frequency(self, i: int, value: int, first: int) -> None:
        g = self.g
        v = g.verb_over(g.head[i])
        if not g.is_verb(v):
            return
        kind = _CONTACT_VERBS.get(g.lemma[v])
        if kind is None:
            return
        if kind == "call" and g.lemma[v] in ("talk", "speak") and not self._remote(v):
            kind = "meeting" if "with" in g.particles(v) and not self._remote(v) else "call"
        self._add(i, kind, v, value, False, self._clause(first))

    def _remote(self, v: int) -> bool:
        g = self.g
        first, last = g.sents[g.sent[v]]
        return any(g.lower[k] in ("phone", "telephone", "telephonically") for k in range(first, last))

    # Common ------------------------------------------------------------------------------------------------

    def _kind(self, noun: int) -> str | None:
        g = self.g
        kind = _kinds().get(g.lemma[noun]) or _kinds().get(g.lower[noun])
        if kind == "call" and g.lemma[noun] == "call" and g.child(noun, "prep") is not None:
            if any(g.lower[c] == "for" for c in g.children[noun]):
                return None  # a call for something is an appeal
        return kind

    def _clause(self, i: int) -> tuple[int, int]:
        """From the sentence's start or the last break to the next comma or the end around token `i`."""
        g = self.g
        first, last = g.sents[g.sent[i]]
        stop = i
        while stop + 1 < last and g.lower[stop + 1] not in (",", ";", ".", "–", "-", "—"):
            stop += 1
        start = i
        commas = 0
        while start - 1 >= first:
            if g.lower[start - 1] in (",", ";"):
                commas += 1
                if commas > 1:
                    break
            start -= 1
        while g.pos[start] in ("PUNCT", "SPACE", "CCONJ") and start < i:
            start += 1
        return g.start[start], g.end[stop]

    def _participants(self, anchor: int) -> list[Participant]:
        g = self.g
        found: dict[str, Participant] = {}
        if g.is_verb(anchor):
            tokens = g.subjects(anchor) + g.objects(anchor) + g.prep_objects(anchor, "with", "to")
            for k in tokens:
                for p in self.people.at(k):
                    found.setdefault(p.id, p)
        else:
            for p in self.people.around(anchor, "of", "between", "with", "to", "by", "among"):
                found.setdefault(p.id, p)
            for k in g.prep_objects(anchor, "between", "of"):  # "between the two leaders, Trump and Macron"
                for a in g.all_children(k, "appos"):
                    for m in g.noun_conjuncts(a):
                        for p in self.people.at(m):
                            found.setdefault(p.id, p)
            v = g.head[anchor]
            if len(found) < 2 and g.dep[anchor] in ("dobj", "attr") and g.is_verb(v):
                for k in g.subjects(v):
                    for p in self.people.at(k):
                        found.setdefault(p.id, p)
        if len({p.country for p in found.values()}) < 2:
            # A body meets by itself, wherever: "two meetings of the Council in Vienna".
            body = bool(found) and all(self._is_group(p) for p in found.values())
            for p in self.people.hosts(anchor, *(("to",) if body else ("to", "in"))):
                found.setdefault(p.id, p)
        if len(found) < 2 and not any(self._is_group(p) for p in found.values()):
            for p in self.people.contact_near(anchor):
                found.setdefault(p.id, p)
        return list(found.values())

    def _is_group(self, p: Participant) -> bool:
        return p.country is None and p.sector in ("IGO", "NGO")

    def _period(self, i: int, evidence: tuple[int, int]) -> Period | None:
        """The period counted over: so long till now, or named in the claim's clause or just before it.

        What follows a comma (`the third; the latter was in May`) dates something else.
        """
        g = self.g
        first, last = g.sents[g.sent[i]]
        breaks = [k for k in range(first, last) if g.word[k] == ";"]
        first = max((k + 1 for k in breaks if k < i), default=first)
        last = min((k for k in breaks if k > i), default=last)
        long = self._so_long(first, last)
        if long is not None:
            return long
        before = None
        for t in self.doc._.times or ():
            if not first <= t.first < last or not _is_period(t.time):
                continue
            found = Period(start=t.time.start, end=t.time.end)
            if t.start < evidence[1] and evidence[0] < t.end:
                return found
            if i < t.first and not {",", "–", "—"} & set(g.word[i : t.first]):
                return found
            if 0 < i - t.first <= _CARRIED:
                before = found
        return before

    def _so_long(self, first: int, last: int) -> Period | None:
        """`In two months`, `over the past year`: so long till the day of the text."""
        g, today = self.g, self.doc._.today
        if today is None:
            return None
        for k in range(first, last - 1):
            if g.lower[k] not in _OVER:
                continue
            m = k + 1
            while m < last - 1 and g.lower[m] in _LATEST:
                m += 1
            amount = 1 if g.lower[m] in ("a", "an") else cardinal(g.lower[m])
            told = amount is not None and g.lower[m + 1 if m + 1 < last else m] in _UNITS
            if not told and m > k + 1 and g.lower[m - 1] in ("past", "last") and g.lower[m] in _UNITS:
                amount, told, m = 1, True, m - 1  # "over the past year"
            if told and amount is not None:
                days = amount * _UNITS[g.lower[m + 1]]
                return Period(start=(today - timedelta(days=days)).isoformat(), end=today.isoformat())
        return None

    def _add(
        self, i: int, kind: str, anchor: int, value: int, is_ordinal: bool, evidence: tuple[int, int]
    ) -> None:
        g = self.g
        people = self._participants(anchor)
        if kind == "conference" and people and all(p.sector == "PTY" or "Party" in p.name for p in people):
            return  # the congress of a party
        if kind == "meeting" and people and all(self._is_group(p) for p in people):
            kind = "conference"  # the meeting of a group of states
        start = min(evidence[0], g.start[anchor]) if g.sent[anchor] == g.sent[i] else evidence[0]
        evidence = (start, max(evidence[1], g.end[i]))
        self.found.append(
            Count(
                id="c0",
                what=kind,
                participants=people,
                value=value,
                ordinal=is_ordinal,
                period=self._period(i, self._clause(i) if kind == "visit" or not is_ordinal else evidence),
                evidence=evidence,
                rule="count.ordinal" if is_ordinal else "count.cardinal",
            )
        )

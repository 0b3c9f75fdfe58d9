"""The places component: writes `doc._.places`.

A name is a place only where it is used as one: after a locative preposition, as the object of `visit` and the
like, as the first part of `Vienna talks`, in the dateline. Everything else is left to the actors.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.actors import Mentions, knowledge_base
from dragoman.actors.knowledge import WORD, fold
from dragoman.actors.resolver import VISITING
from dragoman.language import Grammar, grammar, layout_of
from dragoman.places.gazetteer import Entry, gazetteer
from dragoman.schema import Place

if not Doc.has_extension("places"):
    Doc.set_extension("places", default=None)

_LOCATIVE = frozenset(
    [
        "in",
        "at",
        "near",
        "to",
        "from",
        "inside",
        "outside",
        "into",
        "around",
        "across",
        "through",
        "via",
        "towards",
        "toward",
        "over",
        "off",
        "within",
        "throughout",
        "outskirts",
        "of",
        "along",
        "between",
        "on",
    ]
)
# Of these, prepositions that also take actors: the name must be no state or person to be a place.
_WEAK = frozenset({"of", "between", "on", "over", "to", "from", "towards", "toward"})
_EVENTS = frozenset(
    [
        "talk",
        "negotiation",
        "summit",
        "meeting",
        "conference",
        "agreement",
        "process",
        "round",
        "forum",
        "session",
        "airport",
        "suburb",
        "province",
        "region",
        "district",
    ]
)


@dataclass(slots=True)
class PlaceMention:
    """A place named in a doc: inclusive token indices, characters, and whether something happens in it."""

    first: int
    last: int
    start: int
    end: int
    place: Place
    locative: bool
    why: str


def _choose(entries: list[Entry], after: str | None, named: set[str]) -> Entry:
    """Of places with one name: the one in the state named after it, in a state of the story, else the largest."""
    if after is not None:
        for e in entries:
            if e.country == after:
                return e
    here = [e for e in entries if e.country in named]
    if here and entries[0].weight < 40_000_000 and (here[0].weight * 200 > entries[0].weight):
        return here[0]
    return entries[0]


@Language.component("dragoman_places", requires=["doc._.mentions", "token.dep"], assigns=["doc._.places"])
def set_places(doc: Doc) -> Doc:
    """Find where things are said to happen."""
    g = grammar(doc)
    mentions: Mentions = doc._.mentions
    kb = knowledge_base()
    table = gazetteer()
    named = {a.country for m in mentions.items for a in m.actors if a.country and a.kind == "state"}
    layout = layout_of(doc)
    dateline = layout.dateline_place
    out: list[PlaceMention] = []
    taken: set[int] = set()
    for m in mentions.items:  # states as places
        if m.via == "name" and m.actors and m.actors[0].kind == "state":
            preposition = _preposition(g, m.head)
            visited = g.dep[m.head] == "dobj" and g.lemma[g.head[m.head]] in VISITING
            if preposition in _LOCATIVE or visited:
                state = m.actors[0]
                place = Place(name=state.name, country=state.country, span=(m.start, m.end))
                out.append(
                    PlaceMention(
                        m.first,
                        m.last,
                        m.start,
                        m.end,
                        place,
                        preposition not in _WEAK or preposition in ("to", "from") or visited,
                        f"state after {preposition!r}",
                    )
                )
                taken.update(range(m.first, m.last + 1))
    tokens_of = g.start
    words = [(fold(w.group()), w.start(), w.end()) for w in WORD.finditer(doc.text)]
    n = len(words)
    i = token = 0
    text = doc.text
    while i < n:
        entries = table.get(words[i][0]) if text[words[i][1]].isupper() else None
        size = 0
        if entries is not None:
            for phrase, candidates in entries:
                k = len(phrase)
                if i + k <= n and all(words[i + j][0] == phrase[j] for j in range(1, k)):
                    start, end = words[i][1], words[i + k - 1][2]
                    while token + 1 < g.n and tokens_of[token + 1] <= start:
                        token += 1
                    first = last = token
                    while last + 1 < g.n and tokens_of[last + 1] < end:
                        last += 1
                    if first in taken:
                        break
                    how = _used_as_place(g, mentions, first, last, dateline, start, kb.states)
                    if how is None:
                        break
                    after = _state_after(mentions, g, last)
                    entry = _choose(candidates, after, named)
                    written = text[start:end]
                    name = written if written[0].isupper() and not written.isupper() else entry.name
                    place = Place(
                        name=" ".join(name.split()),
                        country=entry.country,
                        lat=entry.lat,
                        lon=entry.lon,
                        span=(start, end),
                    )
                    out.append(PlaceMention(first, last, start, end, place, how[0], how[1]))
                    size = k
                    break
        i += size or 1
    out.sort(key=lambda p: (p.first, p.last))
    doc._.places = out
    return doc


def _preposition(g: Grammar, i: int) -> str:
    """The preposition that a noun phrase hangs on, through coordination and compounds; empty when none."""
    while (
        g.dep[i] in ("compound", "conj", "nmod") and g.head[i] != i and (g.dep[i] == "conj" or g.head[i] > i)
    ):
        i = g.head[i]
    return g.lower[g.head[i]] if g.dep[i] == "pobj" else ""


def _used_as_place(
    g: Grammar,
    mentions: Mentions,
    first: int,
    last: int,
    dateline: tuple[int, int] | None,
    start: int,
    states: object,
) -> tuple[bool, str] | None:
    """Whether a name is used as a place: (something happens there, how it is known)."""
    if dateline is not None and dateline[0] <= start < dateline[1]:
        return False, "dateline"
    covering = mentions.covering(last)
    for m in covering:
        actor = m.actors[0] if m.actors else None
        if (
            actor is not None
            and actor.kind not in ("state",)
            and m.last >= last
            and m.first <= first
            and m.via in ("name", "role")
            and m.last - m.first >= last - first
        ):
            return None
        if m.via in ("metonym", "demonym"):
            return None
    head = last
    if g.pos[head] not in ("PROPN", "NOUN"):
        return None
    if g.dep[head] in ("compound", "nmod") and g.lemma[g.head[head]] in _EVENTS:
        return True, f"before {g.word[g.head[head]]!r}"
    if g.dep[head] == "compound" and g.head[head] != last + 1 and g.pos[g.head[head]] == "PROPN":
        return None
    preposition = _preposition(g, head)
    if preposition in _LOCATIVE:
        return preposition != "of", f"after {preposition!r}"
    if g.dep[head] == "dobj" and g.lemma[g.head[head]] in VISITING:
        return True, f"object of {g.word[g.head[head]]!r}"
    if g.dep[head] == "nsubjpass" and g.lemma[g.head[head]] in VISITING:
        return True, f"object of {g.word[g.head[head]]!r}"
    if g.dep[head] == "appos" and (
        g.lemma[g.head[head]]
        in ("city", "town", "capital", "village", "port", "province", "region", "resort")
        or _preposition(g, g.head[head]) in _LOCATIVE
    ):
        return True, "apposition"
    if g.dep[head] == "npadvmod" and _preposition(g, g.head[head]) in _LOCATIVE:
        return True, "inside a place phrase"
    return None


def _state_after(mentions: Mentions, g: Grammar, last: int) -> str | None:
    """The state named after a comma: `Tripoli, Lebanon`."""
    if last + 2 < g.n and g.word[last + 1] == ",":
        for m in mentions.covering(last + 2):
            if m.actors and m.actors[0].kind == "state":
                return m.actors[0].country
    return None

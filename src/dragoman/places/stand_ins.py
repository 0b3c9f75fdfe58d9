"""Places that the text does not name: `in the French capital`, `at the White House`, `there`, `here`, `in the same city`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple, Protocol

from dragoman.actors import knowledge_base
from dragoman.actors.entries import State
from dragoman.actors.knowledge import words_of
from dragoman.datafiles import read_table, read_words
from dragoman.language import Grammar
from dragoman.places.gazetteer import DATA, Entry, Gazetteer
from dragoman.places.usage import MOTION, OBJECTS
from dragoman.schema import Place

# Where something happens or goes to, before the seat of a government: `received at the Kremlin`, not `said the Kremlin`.
_AT = frozenset({"in", "at", "inside", "outside", "near", "around", "into", "within"})
_TO_FROM = frozenset({"to", "from", "through", "across", "over", "towards", "toward", "on"})
_TOWNS = frozenset({"city", "town", "capital", "village"})
# What stands for a place that was told with the same word: `the port of Tuapse ... at the port`.
_SAME_WORD = frozenset(read_words(DATA / "settlements.txt")) | {
    "island",
    "islands",
    "port",
    "base",
    "camp",
    "enclave",
}
# What a dateline may be, beside a town.
_PORTS = frozenset({"resort", "port", "island", "enclave", "outpost", "crossing", "camp"})
# Parts of a seat, where something is at it: `on the South Lawn of the White House`.
_PARTS = frozenset(
    {"lawn", "garden", "grounds", "steps", "gates", "gate", "courtyard", "hall", "front", "room", "compound"}
)
# Verbs whose object may be a place, or a word for one that means its people or something else.
_NOT_DONE = frozenset(
    {"lead", "run", "rule", "govern", "administer", "carry", "pass", "rename", "divide", "win", "lose", "hit"}
)
# What is `of` a town and happens or lies in it.
_OF_IT = frozenset(
    {"shelling", "capture", "recapture", "siege", "bombing", "bombardment", "fall", "storming", "destruction", "takeover",
     "occupation", "liberation", "evacuation", "outskirt", "outskirts", "centre", "center", "street", "suburb", "edge"}
)  # fmt: skip
# What is a state's with its adjective before it, and where something is in it.
_SOIL = frozenset({"airspace", "soil", "territory"})
_ON_SOIL = frozenset({"across", "from", "in", "inside", "into", "on", "onto", "over", "through", "within"})
# Who does so to a seat of a government is there.
_ENTERING = frozenset({"enter", "reach", "tour", "visit"})
_GOING = frozenset({"come", "drive", "go", "march", "return", "travel", "walk"})
# Whose capital is that of a part of a state.
_LOCAL = frozenset({"provincial", "regional", "state"})
# `there` stands for a place told up to so many sentences before.
_BACK = 2


# Where something is or goes to, before a house of the state.
_BY = _AT | {"to", "towards", "toward", "beside", "behind", "opposite"}


class StandIn(NamedTuple):
    """Words that stand for a place: inclusive tokens, the place, how it is known, and whether it is no name of its own."""

    first: int
    last: int
    place: Place
    why: str
    inner: bool = False


class Part(Protocol):
    """A mention of a part of a state: its tokens, and its entry."""

    first: int
    last: int
    region: Entry | None


class Told(Protocol):
    """A place already found: its tokens, what it is, and whether something happens there."""

    first: int
    last: int
    place: Place
    locative: bool
    why: str


def _capital_of(called: str) -> tuple[str, str] | None:
    """Capital and code of the state of today with this name or adjective."""
    known = knowledge_base()
    for target in known.exactly(called):
        if target.flavour in ("name", "adjective"):
            state = known.states.get(target.key)
            if state is not None and state.capital and not state.until:
                return state.capital, state.code
    return None


@cache
def _chief_towns() -> dict[str, tuple[str, str, bool]]:
    """The chief town of each part of a state, its state, and whether the part is told of as a land of its own."""
    rows = read_table(DATA / "capitals-parts.tsv", ["part", "city", "country", "alone"])
    return {r.cells["part"]: (r.cells["city"], r.cells["country"], r.cells["alone"] == "yes") for r in rows}


@cache
def _seats() -> dict[tuple[str, ...], tuple[str, str]]:
    """City and state of each seat, by the folded words of its name."""
    rows = read_table(DATA / "seats.tsv", ["wording", "city", "country"])
    return {words_of(row.cells["wording"]): (row.cells["city"], row.cells["country"]) for row in rows}


def is_seat(words: tuple[str, ...]) -> bool:
    """Whether folded words are the whole name of a seat."""
    return words in _seats()


@cache
def _opens_a_seat(word: str) -> bool:
    """Whether the name of a seat begins with a word: most words need no further look."""
    words = words_of(word)
    return bool(words) and any(name[0] == words[0] for name in _seats())


def city_of(table: Gazetteer, name: str, country: str) -> Entry:
    """The entry of a city of a state; one without coordinates where the tables have none."""
    words = words_of(name)
    for phrase, entries in table.beginning(words[0]):
        if phrase == words:
            for e in entries:
                if e.country == country:
                    return e
    return Entry(name, country, None, None, 0, "city")


@cache
def _houses() -> dict[str, frozenset[str]]:
    """Words before each house of the state that make it one; empty where it needs none."""
    rows = read_table(DATA / "houses.tsv", ["house", "with"])
    return {row.cells["house"]: frozenset(w for w in row.many("with") if w != "*") for row in rows}


@cache
def _moved() -> dict[str, list[tuple[str, str]]]:
    """Capitals that a state had before, each with the day until which."""
    out: dict[str, list[tuple[str, str]]] = {}
    for row in read_table(DATA / "capitals-once.tsv", ["country", "city", "until"]):
        out.setdefault(row.cells["country"], []).append((row.cells["until"], row.cells["city"]))
    return {code: sorted(rows) for code, rows in out.items()}


def capital_on(code: str, capital: str, on: str | None) -> str:
    """The capital of a state on a day, where it moved since."""
    return next((city for until, city in _moved().get(code, ()) if on is not None and on < until), capital)


def stand_ins(
    g: Grammar,
    table: Gazetteer,
    told: Iterable[Told],
    blocks: list[int],
    home: Entry | None = None,
    on: str | None = None,
    parts: Iterable[Part] = (),
) -> Iterator[StandIn]:
    """Words that stand for places, in text order; `blocks` gives the paragraph of each sentence.

    `home` is the capital of the state that the text plays in, `on` the day of the text, `parts` where the text
    tells of parts of states.
    """
    named = sorted(told, key=lambda p: p.first)
    towned = [p for p in parts if p.region is not None and p.region.name in _chief_towns()]
    taken = {i for p in named for i in range(p.first, p.last + 1)}
    for i in range(g.n):
        if i in taken:
            continue
        found = _capital(g, table, i, on) or _seat(g, table, i) or _house(g, table, i, home) or _soil(g, i)
        if g.lower[i] == "capital" and (found is None or found.inner):
            found = _capital_of_part(g, table, i, towned, named) or found
        if found is None and home is not None and g.lower[i] == "capital":
            found = _the_capital(g, table, i, home, on)
        if found is None:
            back = _there(g, i)
            found = _antecedent(g, i, back, named, blocks) if back else None
        if found is not None:
            yield found


def heres(g: Grammar, dated: Place, quoted: list[tuple[int, int]]) -> Iterator[StandIn]:
    """`Here`, `this southern town`, by which a reporter means the place of his dateline, but not in what others say."""
    for i in range(1, g.n):
        first = _this_town(g, i)
        here = g.lower[i] == "here" and g.dep[i] in ("advmod", "pcomp", "pobj") and g.word[i - 1] != "-"
        if (first is None and not here) or g.sent[i] != g.sent[i - 1]:
            continue
        if any(start <= g.start[i] < end for start, end in quoted):
            continue
        first = i if first is None else first
        place = dated.model_copy(update={"span": (g.start[first], g.end[i])})
        yield StandIn(first, i, place, f"{g.word[i]!r} is {dated.name}", inner=True)


def _this_town(g: Grammar, i: int) -> int | None:
    """The first word of `this southern town`, where something is there, goes there or is done to it."""
    if g.lower[i] not in _TOWNS | _PORTS or not (_is_where(g, i) or _preposition(g, i) in _TO_FROM | {"of"}):
        return None
    return next((c for c in g.children[i] if c < i and g.lower[c] == "this"), None)


def _place(g: Grammar, entry: Entry, first: int, last: int) -> Place:
    return Place(
        name=entry.name,
        country=entry.country,
        lat=entry.lat,
        lon=entry.lon,
        span=(g.start[first], g.end[last]),
    )


def _preposition(g: Grammar, i: int) -> str:
    return g.lower[g.head[i]] if g.dep[i] == "pobj" else ""


def _capital(g: Grammar, table: Gazetteer, i: int, on: str | None) -> StandIn | None:
    """`The French capital`, `Poland's capital`, `the capital of Togo`: where something is or goes to."""
    if g.lower[i] != "capital" or _preposition(g, i) not in _AT | _TO_FROM:
        return None
    if g.child(i, "appos") is not None:
        return None  # "the French capital, Paris"
    first = g.left[i]
    for c in g.children[i]:
        wording = g.text[g.start[c] : g.end[c]] if g.dep[c] == "amod" else ""
        last = i
        if g.dep[c] in ("poss", "nmod", "compound") and c < i:
            wording = g.text[g.start[g.left[c]] : g.end[c]].removeprefix("the ")
        elif g.dep[c] == "prep" and g.lower[c] == "of" and (of := g.child(c, "pobj")) is not None:
            wording, last = g.text[g.start[g.left[of]] : g.end[of]].removeprefix("the "), of
        found = _capital_of(wording) if wording else None
        if found is not None:
            city = city_of(table, capital_on(found[1], found[0], on), found[1])
            return StandIn(first, last, _place(g, city, first, last), f"the capital of {found[1]}")
    return None


def _is_where(g: Grammar, i: int) -> bool:
    """Whether something is or goes to a thing, or is done to it as to a place: `in the town`, `stormed the capital`."""
    preposition = _preposition(g, i)
    if preposition == "of" and g.lemma[g.head[g.head[i]]] in _OF_IT:
        return True
    if preposition in ("to", "from") and g.pos[g.head[g.head[i]]] == "VERB":
        return g.lemma[g.head[g.head[i]]] in MOTION
    return preposition in _AT | {"on"} or (
        g.dep[i] in ("dobj", "nsubjpass") and g.lemma[g.head[i]] in OBJECTS - _NOT_DONE
    )


def _the_capital(g: Grammar, table: Gazetteer, i: int, home: Entry, on: str | None) -> StandIn | None:
    """`The capital` alone: that of the state that the text plays in."""
    own = [g.lower[c] for c in g.children[i] if g.dep[c] != "punct"]
    state = knowledge_base().states.get(home.country or "")
    owner = g.dep[i] == "poss" and _preposition(g, g.head[i]) in _AT
    if own not in (["the"], ["the", "'s"], ["the", "’s"]) or state is None or not state.capital:
        return None
    if not (owner or _is_where(g, i) or _preposition(g, i) in _TO_FROM):
        return None
    city = city_of(table, capital_on(state.code, state.capital, on), state.code)
    return StandIn(g.left[i], i, _place(g, city, g.left[i], i), f"the capital of {state.code}", inner=True)


def _capital_of_part(
    g: Grammar, table: Gazetteer, i: int, parts: list[Part], named: list[Told]
) -> StandIn | None:
    """`The Chechen capital`, `the provincial capital`, and `the capital` in what is told of Chechnya."""
    if not (_is_where(g, i) or _preposition(g, i) in _TO_FROM) or g.child(i, "appos") is not None:
        return None
    own = [c for c in g.children[i] if g.dep[c] not in ("punct", "prep", "relcl")]
    last = i
    called = None
    for c in (*own, *g.prep_objects(i, "of")):
        called = _part_at(g, c, parts)
        if called is not None:
            last = max(i, c)
            break
    if called is None:
        said = [g.lower[c] for c in own]
        local = any(word in _LOCAL for word in said)
        if not local and said != ["the"]:
            return None
        called = _part_told(g, i, parts, _BACK if local else 1)
        if called is None or not (local or (_chief_towns()[called][2] and not _of_the_state(g, i, named))):
            return None
    city, country, _ = _chief_towns()[called]
    first = g.left[i]
    place = _place(g, city_of(table, city, country), first, last)
    return StandIn(first, last, place, f"the capital of {called}", inner=True)


def _part_at(g: Grammar, token: int, parts: list[Part]) -> str | None:
    """The part of a state, with a chief town of its own, that a word names or is the adjective of."""
    for p in parts:
        if p.region is not None and p.first <= token <= p.last:
            return p.region.name
    if not g.word[token][:1].isupper():
        return None
    known = knowledge_base()
    for target in known.exactly(g.word[token]):
        region = known.regions.get(target.key) if target.flavour == "region" else None
        if region is not None and region.name in _chief_towns():
            return region.name
    return None


def _part_told(g: Grammar, i: int, parts: list[Part], back: int) -> str | None:
    """The part of a state told of last before a word, up to so many sentences back."""
    first = g.sents[max(0, g.sent[i] - back)][0]
    return next((name for k in range(i - 1, first - 1, -1) if (name := _part_at(g, k, parts))), None)


def _of_the_state(g: Grammar, i: int, named: list[Told]) -> bool:
    """Whether the capital of a state is where the text is from, or was told just before: `Troops left Moscow for Chechnya`."""
    return any(
        _is_capital(p.place) and p.first < i and (p.why == "dateline" or g.sent[i] - g.sent[p.first] <= 1)
        for p in named
    )


def _seat(g: Grammar, table: Gazetteer, i: int) -> StandIn | None:
    """`In the Kremlin`, `at the Élysée Palace`, longest name first."""
    if not (g.word[i][:1].isupper() or g.word[i].isdigit()) or not _opens_a_seat(g.word[i]):
        return None
    for k in range(min(g.n - 1, i + 5), i - 1, -1):
        found = _seats().get(words_of(g.text[g.start[i] : g.end[k]]))
        if found is None or g.sent[k] != g.sent[i]:
            continue
        if _preposition(g, k) not in _AT and not (g.head[k] != k and _preposition(g, g.head[k]) in _AT):
            part = g.head[g.head[k]]
            at_a_part = _preposition(g, k) == "of" and g.lower[part] in _PARTS and bool(_preposition(g, part))
            if not at_a_part and not _is_entered(g, k):
                return None
        return StandIn(i, k, _place(g, city_of(table, *found), i, k), f"stands in {found[0]}", inner=True)
    return None


def _is_entered(g: Grammar, i: int) -> bool:
    """Whether somebody goes to or into a seat, which is then no government: `visited Downing Street`, `went to the Kremlin`."""
    if _preposition(g, i) == "to":
        return g.lemma[g.head[g.head[i]]] in _GOING
    return g.dep[i] == "dobj" and g.lemma[g.head[i]] in _ENTERING


def _house(g: Grammar, table: Gazetteer, i: int, home: Entry | None) -> StandIn | None:
    """`Outside parliament`, `in front of the Georgian parliament`: in the capital of the state meant."""
    needed = _houses().get(g.lower[i])
    if needed is None or g.child(i, "prep", "relcl") is not None or (i + 1 < g.n and g.dep[i] == "compound"):
        return None
    own = [c for c in g.children[i] if c < i and g.dep[c] in ("amod", "compound", "nmod", "poss", "det")]
    first = min([i, *(g.left[c] for c in own)])
    before = first - 1
    if before < 0 or not (
        g.lower[before] in _BY or (g.lower[before] == "of" and before > 0 and g.lower[before - 1] in _PARTS)
    ):
        return None
    city, made = home, not needed
    for c in own:
        if g.dep[c] == "det" or g.lower[c] in needed:
            made = made or g.lower[c] in needed
            continue
        named = _capital_of(g.text[g.start[g.left[c]] : g.end[c]].removeprefix("the "))
        if named is None:
            return None  # "the regional parliament"
        city = city_of(table, *named)
    if not made or city is None:
        return None
    return StandIn(first, i, _place(g, city, first, i), f"{g.word[i]!r} stands in {city.name}", inner=True)


def _soil(g: Grammar, i: int) -> StandIn | None:
    """`On Syrian soil`, `in Iraqi airspace`: in the state."""
    if (
        g.lemma[i] not in _SOIL
        or _preposition(g, i) not in _ON_SOIL
        or i == 0
        or g.child(i, "prep") is not None
    ):
        return None
    for first in (i - 2, i - 1):  # "Saudi Arabian soil"
        state = _state_called(g.text[g.start[first] : g.end[i - 1]]) if first > g.head[i] else None
        if state is not None:
            span = (g.start[first], g.end[i])
            place = Place(name=state.name, country=state.code, span=span)
            return StandIn(first, i, place, f"{g.word[i]!r} of {state.name}")
    return None


def _state_called(adjective: str) -> State | None:
    """The state of today with this adjective."""
    known = knowledge_base()
    for target in known.exactly(adjective):
        state = known.states.get(target.key) if target.flavour == "adjective" else None
        if state is not None and not state.until:
            return state
    return None


def _there(g: Grammar, i: int) -> frozenset[str] | None:
    """What kinds of place a word may stand for: any for `there`, towns for `the same city`; `None` for no stand-in."""
    if g.lower[i] == "there" and g.tag[i] != "EX" and g.dep[i] in ("advmod", "pobj", "pcomp"):
        return frozenset({"a town", "a state"})
    if g.lower[i] in _TOWNS | _SAME_WORD and _is_where(g, i):
        own = [c for c in g.children[i] if g.dep[c] not in ("punct",)]
        same = [g.lower[c] for c in own]
        if same in (["the"], ["that"], ["the", "same"], ["that", "same"]):
            return frozenset({"a town"}) if g.lower[i] in _TOWNS else frozenset({g.lower[i]})
    return None


def _antecedent(
    g: Grammar, i: int, kinds: frozenset[str], named: list[Told], blocks: list[int]
) -> StandIn | None:
    """The place told last before a word, in its paragraph, that something happens in."""
    here = g.sent[i]
    for p in reversed(named):
        if p.first >= i or not p.locative:
            continue
        sentence = g.sent[p.first]
        if g.lower[i] in kinds:  # "the island" of Yeonpyeong, however far back
            if not _told_as(g, p, g.lower[i]):
                continue
        elif here - sentence > _BACK or blocks[sentence] != blocks[here]:
            return None
        if g.lower[i] in ("town", "village") and _is_capital(p.place):
            return None
        if "a state" in kinds or p.place.lat is not None or g.lower[i] in kinds:
            first = g.left[i] if g.lower[i] != "there" else i
            place = p.place.model_copy(update={"span": (g.start[first], g.end[i])})
            return StandIn(first, i, place, f"{g.word[i]!r} is {p.place.name}", inner=True)
    return None


def _is_capital(place: Place) -> bool:
    state = knowledge_base().states.get(place.country or "")
    return state is not None and place.name == state.capital


def _told_as(g: Grammar, p: Told, word: str) -> bool:
    """Whether a place was told with a word for its kind: `the island of Yeonpyeong`, `Manus Island`, `the Kibati camp`."""
    before = g.lower[max(0, p.first - 2) : p.first]
    after = g.lower[p.last + 1 : p.last + 3]
    return before == [word, "of"] or word in after[:1] or g.lower[p.last] == word

"""Which of the places with one name is meant.

Every candidate weighs the logarithm of its inhabitants; what stands around the name adds to it: the state or
region that directly qualifies it, states and regions of the sentence, of the story, and its neighbours.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from math import cos, hypot, log10, radians

from dragoman.actors import Mentions, knowledge_base
from dragoman.actors.names import fold
from dragoman.datafiles import read_words
from dragoman.language import Grammar
from dragoman.places.gazetteer import DATA, Entry

QUALIFIED = 6.0
LOCATED = 3.0
NAMED = 1.5
TOLD_OFTEN = 2.0
TOLD_ONCE = 1.0
RULES_STORY = 0.5
SAME_REGION = 1.0
NEIGHBOUR = 2.0
CLUE = 2.5
UNION = 2.0
# Neighbours and members of a region lie within these many kilometres.
NEAR = 160.0
WITHIN = 450.0
# ... and of one that a name is directly said to lie in: `London, Ontario`.
ACROSS = 1300.0
LARGE = 300_000
# Stories of the one play in the other: `an Israeli strike on Rafah`.
_KIN = (("PSE", "ISR"),)
_SMALL = frozenset({"town", "village", "hamlet", "settlement", "township"})
_REGION = frozenset({"state", "province", "region", "governor", "premier", "oblast", "county", "territory"})
_CITY = frozenset({"city", "mayor", "port", "capital", "metropolis"})
# A state named before one of these is the neighbour: `Dandong, on the North Korean border`.
EDGES = frozenset({"border", "frontier", "boundary"})
# What may stand between a town and its state, after the comma.
_SIDES = frozenset(
    {side + ern for side in ("north", "south", "east", "west", "north-east", "north-west", "south-east", "south-west",
     "northeast", "northwest", "southeast", "southwest") for ern in ("", "ern")} | {"central", "in", "upper", "lower"}
)  # fmt: skip
_SETTLEMENTS = frozenset(read_words(DATA / "settlements.txt"))
# How many words before the state may stand in it.
_CALLED_WITHIN = 7
LINKS = frozenset(read_words(DATA / "links.txt"))


def kilometres(a: Entry, b: Entry) -> float:
    """How far two places lie apart; far, when one has no coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return 1e6
    east = (a.lon - b.lon + 180) % 360 - 180
    return 111.2 * hypot(a.lat - b.lat, east * cos(radians((a.lat + b.lat) / 2)))


@dataclass(slots=True)
class Sign:
    """A state or region that the text names: its tokens, state, and the region's entry."""

    first: int
    last: int
    country: str
    region: Entry | None = None
    located: bool = False  # "in Lebanon", "the Lebanese city"


@dataclass(slots=True)
class Around:
    """What a doc says about where it plays."""

    g: Grammar
    mentions: Mentions
    signs: list[Sign] = field(default_factory=list)
    at: dict[int, Sign] = field(default_factory=dict)
    told: Counter[str] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)  # by names, adjectives and offices of states only
    regions: list[Sign] = field(default_factory=list)
    by_sentence: dict[int, list[Sign]] = field(default_factory=dict)

    def add(self, sign: Sign) -> None:
        """Take note of a state or region."""
        self.signs.append(sign)
        self.by_sentence.setdefault(self.g.sent[sign.first], []).append(sign)
        if sign.region is not None:
            self.regions.append(sign)
        if not self.is_edge(sign):
            self.told[sign.country] += 1
        for i in range(sign.first, sign.last + 1):
            old = self.at.get(i)
            if old is None or (old.region is None and sign.region is not None and sign.last >= old.last):
                self.at[i] = sign

    def qualifier(self, first: int, last: int) -> Sign | None:
        """The state or region that a name is directly said to lie in: `Moscow, Idaho`, `Mali's Konna`."""
        g = self.g
        end = g.n
        i = last + 1
        if i < end and g.word[i] in (",", "(") and g.sent[min(i + 1, end - 1)] == g.sent[last]:
            at = i + 1
            while at + 1 < end and g.lower[at] in _SIDES:  # "Tripoli, northern Lebanon"
                at += 1
            sign = self.at.get(at)
            if sign is not None and not self._modifies(sign):
                return sign
            sign = self._called(at)
            if sign is not None:
                return sign
            i += 1
        if i < end and g.lower[i] in ("in", "on") and g.sent[i] == g.sent[last]:
            for k in range(i + 1, min(i + 9, end)):
                sign = self.at.get(k)
                if sign is not None:
                    return None if self.is_edge(sign) else sign
                if g.lower[k] not in LINKS:
                    break
        k = first - 1
        while k >= 0 and g.sent[k] == g.sent[first] and first - k <= 8:
            sign = self.at.get(k)
            if sign is not None:
                return sign
            if g.lower[k] not in LINKS or g.lower[k] == "in":
                break
            k -= 1
        return None

    def _called(self, at: int) -> Sign | None:
        """The state in what a name is said to be after the comma: `San Jose, the tenth-largest American city`."""
        g = self.g
        for k in range(at, min(at + _CALLED_WITHIN, g.n)):
            sign = self.at.get(k)
            if sign is not None:
                after = [
                    g.lemma[j] for j in range(sign.last + 1, min(sign.last + 4, g.n)) if g.pos[j] != "ADJ"
                ]
                return sign if after and after[0] in _SETTLEMENTS and g.pos[sign.first] != "NOUN" else None
            if g.lemma[k] in _SETTLEMENTS and k + 1 < g.n and g.lower[k + 1] == "of":
                return self.at.get(k + 2)  # "Tripoli, the second city of Lebanon"
            if (
                g.pos[k] not in ("DET", "ADJ", "ADV", "NUM")
                and g.word[k] != "-"
                and g.tag[k] not in ("JJS", "RBS")
            ):
                return None
        return None

    def is_edge(self, sign: Sign) -> bool:
        """Whether a state is but named for its border, with no place on it: `the Syrian border`, `the border with Mali`."""
        g = self.g
        after, before = sign.last + 1, sign.first - 2
        return (
            after < g.n
            and g.lower[after] in EDGES
            and not (after + 1 < g.n and g.pos[after + 1] in ("NOUN", "PROPN"))
            and g.word[sign.first - 1] not in ("-", "and")
        ) or (before >= 0 and g.lower[before] in EDGES and g.lower[before + 1] in ("of", "with"))

    def _modifies(self, sign: Sign) -> bool:
        """Whether a state after a comma begins something new: `In Paris, U.S. officials said`."""
        g = self.g
        follows = sign.last + 1 < g.n and g.word[sign.last + 1] == ","
        return (
            not follows
            and g.dep[sign.last] in ("amod", "compound", "nmod", "poss", "nsubj", "nsubjpass")
            and g.head[sign.last] > sign.last
        )

    def clue(self, first: int, last: int) -> str:
        """What the name is said to be: a `town`, a `region`, a `city`; empty when nothing is said."""
        g = self.g
        lemmas = []
        if last + 2 < g.n and g.word[last + 1] == ",":
            lemmas = [g.lemma[k] for k in range(last + 2, min(last + 8, g.n)) if g.sent[k] == g.sent[last]]
            for k, lemma in enumerate(lemmas):
                if lemma in (",", "and", "where", "when", "who", "which", "near", "in", "to"):
                    lemmas = lemmas[:k]
                    break
        if last + 1 < g.n:
            lemmas.append(g.lower[last + 1])
        if first >= 2 and g.lower[first - 1] == "of":
            lemmas.append(g.lower[first - 2])  # "the villages of Congo" are not called so
        elif first >= 1:
            lemmas.append(g.lemma[first - 1])
        for lemma in lemmas:
            if lemma in _SMALL:
                return "town"
            if lemma in _REGION:
                return "region"
            if lemma in _CITY:
                return "city"
        return ""

    def countries_of(self, token: int) -> set[str]:
        """States named in the sentence of a token, else those that the story tells of most."""
        own = {s.country for s in self.by_sentence.get(self.g.sent[token], ()) if not self.is_edge(s)}
        if own:
            return own
        top = max(self.told.values(), default=0)
        return {c for c, n in self.told.items() if n == top}

    def choose(self, entries: list[Entry], first: int, last: int, near: list[Entry]) -> tuple[Entry, bool]:
        """The candidate meant, and whether the text names its state or region around it."""
        g = self.g
        sentence = g.sent[first]
        direct = self.qualifier(first, last)
        clue = self.clue(first, last)
        own: dict[str, float] = {}
        elsewhere: Counter[str] = Counter(self.told)
        for s in self.by_sentence.get(sentence, ()):
            elsewhere[s.country] -= 1
            if s.first > last or first > s.last:
                own[s.country] = max(own.get(s.country, 0.0), LOCATED if s.located else NAMED)
        regions = [s for s in self.regions if s.first > last or first > s.last]
        for land, other in _KIN:
            if other in own:
                own.setdefault(land, own[other] / 2)
            elsewhere[land] += elsewhere[other] // 2
        top = max(elsewhere.values(), default=0)
        told_once = top > 0
        american = "USA" in own or elsewhere["USA"] > 0 or any(n.country == "USA" for n in near)
        seat = next((e for e in entries[:1] if e.kind == "capital"), None)
        shared = knowledge_base().words.namesakes.get(fold(seat.name), frozenset()) if seat else frozenset()
        best: tuple[float, int] | None = None
        chosen, backed = entries[0], False
        for k, e in enumerate(entries):
            score = log10(e.weight + 10)
            country = e.country or ""
            named = False
            if direct is not None and direct.country == country and self._inside(e, direct.region, ACROSS):
                score += QUALIFIED
                named = True
            inside = [s for s in regions if s.country == country and self._inside(e, s.region)]
            here = own.get(country, 0.0)
            # News names the state of an American town: America alone points at none.
            stateless = country == "USA" and bool(e.admin) and e.kind != "region" and not inside
            # So it does of a town that bears the name of another's capital: in Canadian news London is Britain's.
            stateless = stateless or (
                seat is not None
                and country not in (seat.country, *shared)
                and not inside
                and not any(kilometres(e, n) < NEAR for n in near)
            )
            if not stateless:
                told = elsewhere[country]
                if told > 0:
                    score += (TOLD_OFTEN if told > 1 else TOLD_ONCE) + (RULES_STORY if told == top else 0.0)
                score += here
                named = named or here > 0.0 or (told > 0 and told == top)
            if inside and e.kind != "region":
                nearby = any(g.sent[s.first] == sentence for s in inside)
                score += SAME_REGION + (LOCATED - here if nearby else 0.0)
                named = True
            elif (
                country == "USA"
                and e.admin
                and e.kind != "region"
                and (
                    any(r.country == "USA" for r in regions)  # another state of the union
                    or (e.weight < LARGE and not american)
                )
            ):
                score -= NAMED  # another state of the union is named, or none as news names it of small towns
            if e.kind == "region" and e.admin:
                score += UNION  # `Florida` is America's, however often the text tells of Colombia
            score += NEIGHBOUR if any(kilometres(e, n) < NEAR for n in near) else 0.0
            if (
                not named
                and any(n.country == country for n in near)
                and not (stateless and (own or told_once))
            ):
                score += SAME_REGION
                named = not stateless
            score += self._fits(e, clue)
            if best is None or score > best[0] + 1e-9:
                best, chosen, backed = (score, k), e, named
        return chosen, backed

    @staticmethod
    def _inside(e: Entry, region: Entry | None, within: float = WITHIN) -> bool:
        if region is None or region.lat is None:
            return True
        if region.admin or e.admin:
            return region.admin == e.admin
        return kilometres(e, region) < within

    @staticmethod
    def _fits(e: Entry, clue: str) -> float:
        if clue == "town":
            return -CLUE if e.weight > LARGE else 0.0
        if clue == "region":
            return CLUE if e.kind == "region" else 0.0
        if clue == "city":
            return -CLUE if e.kind in ("region", "island") else 0.0
        return 0.0

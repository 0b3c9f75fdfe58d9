"""What a phrase says of the person it means: of which country and office, former or coming, in arms or in power."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.actors.discourse import Discourse
from dragoman.actors.entries import LAND_FLAVOURS
from dragoman.language import Grammar

_LOWERED = frozenset({"deputy", "vice", "assistant"})
_ARMS = frozenset({"army", "military", "armed", "navy"})
_REBEL = frozenset(
    {"rebel", "guerrilla", "guerilla", "militia", "insurgent", "separatist", "mercenary", "paramilitary"}
)
SOLDIERS = frozenset(
    {"general", "colonel", "admiral", "commander", "captain", "major", "commodore", "marshal", "brigadier"}
)
MILITARY = frozenset({"general", "chief-of-staff", "commander", "military-officer"})
_KINDS_OF_MINISTER = frozenset(
    {"foreign", "defence", "defense", "interior", "finance", "justice", "trade", "oil", "energy"}
)
SENTENCED = frozenset(
    {
        "ousted",
        "deposed",
        "defeated",
        "fallen",
        "toppled",
        "overthrown",
        "detained",
        "captured",
        "arrested",
        "outgoing",
        "suspended",
        "impeached",
        "exiled",
        "departing",
        "sacked",
        "dismissed",
        "removed",
        "imprisoned",
    }
)
RULING = frozenset({"head-of-state", "head-of-government", "supreme-leader"})
_COMING = frozenset({"future", "designate", "designated", "incoming", "next", "elect"})


_AS_SOMEBODY = ("nsubj", "nsubjpass", "dobj", "pobj", "conj")
_NEW = frozenset({"a", "an", "one", "another"})


def introduced(g: Grammar, i: int) -> bool:
    """Whether the text has told of somebody new by the noun at token `i` before it: `a lawyer was shot`."""
    return any(
        g.lower[k] == g.lower[i]
        and g.dep[k] in _AS_SOMEBODY
        and g.lower[g.head[k]] != "as"
        and any(g.lower[c] in _NEW for c in g.children[k])
        and g.child(k, "appos") is None
        for k in range(i)
    )


class Description(NamedTuple):
    """What a phrase says of the person it means."""

    country: str | None
    owner: str | None  # an organisation
    former: bool
    roles: frozenset[str] | None  # offices that fit; None: anybody
    rebel: bool
    words: frozenset[str]
    noun: str
    coming: bool  # an office not yet taken
    anybody: bool = False  # one in power, too, for want of somebody in private life


class Phrases:
    """Reads the phrases of one doc that describe somebody."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.g, self.words, self.story = discourse.g, discourse.words, discourse.story
        self.kb = discourse.story.kb

    def read(self, i: int, lemma: str) -> Description:
        """What the phrase headed by token `i` says, its noun as `lemma`."""
        g, story = self.g, self.story
        country = owner = None
        own = self.discourse.covered.get(i)
        first = min(g.left[i], own.first if own is not None else i)
        words = set()
        for k in range(first, i):
            if g.sent[k] != g.sent[i]:
                continue
            words.add(g.lower[k])
            hit = story.scan.starting.get(story.scan.word(k))
            if (
                hit is not None
                and hit.of("mask") is None
                and g.word[k][:1].isupper()
                and not story.aside(hit)
            ):
                if hit.of(*LAND_FLAVOURS) is not None and hit.of("org") is None:
                    country = story.code(hit) or country
                elif (t := hit.of("org")) is not None:
                    owner = t.key
        coming = bool(words & _COMING)
        former = g.lower[i].startswith("ex-") or bool(words & (self.words.former | SENTENCED | {"old"}))
        rebel = bool(words & _REBEL) or lemma == "warlord"
        roles: frozenset[str] | None = None
        if lemma in SOLDIERS or (lemma == "chief" and words & _ARMS):
            roles = MILITARY
        elif lemma == "minister" and "prime" in words:
            roles = frozenset({"head-of-government"})
        elif lemma == "minister" and words & _LOWERED:
            roles = frozenset({"deputy-foreign-minister", "deputy-defence-minister", "deputy-minister"})
        elif lemma in ("minister", "secretary") and words & _KINDS_OF_MINISTER:
            kind = next(iter(sorted(words & _KINDS_OF_MINISTER))).replace("defense", "defence")
            roles = frozenset({f"{kind}-minister"})
        elif lemma in self.words.role_nouns and not rebel:
            roles = self.words.role_nouns[lemma]
        elif lemma in self.words.rulers and not rebel:
            roles = RULING
        return Description(country, owner, former, roles, rebel, frozenset(words), lemma, coming)

    def title(self, i: int) -> tuple[str, int] | None:
        """The title of several words that token `i` is the head of, and the token after it."""
        scan = self.story.scan
        word = scan.word(i)
        for a in range(word, max(-1, word - 4), -1):
            hit = scan.starting.get(a)
            t = hit.of("title") if hit is not None else None
            if hit is not None and t is not None and a <= word < hit.b and hit.b - a > 1:
                first, last = scan.tokens(a, hit.b)
                return (t.key, last + 1) if self.story.head(first, last) == i else None
        return None

    def roles(self, key: str, what: Description) -> frozenset[str]:
        """The offices that a title names for the country that goes with it, for any country without one."""
        titles = self.kb.titles[key]
        scoped = [t.office for t in titles if what.country in t.scope]
        return frozenset(scoped or [t.office for t in titles if what.country is None or not t.scope])

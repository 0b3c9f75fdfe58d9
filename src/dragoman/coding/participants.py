"""From a token in a slot to the actors it stands for.

A slot is filled by one clause or by its coreference, never by another part of the story. A token gives
its own mention's actors; a quantity (`two of its nationals`, `a group of diplomats`) those of what it
counts; a thing (`Kurdish positions`, `Israel's decision`) those of its owner; a first-person pronoun the
speaker of the statement it stands in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from spacy.tokens import Doc

from dragoman.actors import knowledge_base
from dragoman.actors.mention import ActorMention
from dragoman.coding.meant import Meant
from dragoman.datafiles import shipped_yaml
from dragoman.language import Grammar, grammar, layout_of
from dragoman.language.grammar import RELATIVES
from dragoman.language.quotations import quotations_of
from dragoman.places import PlaceMention
from dragoman.schema import Actor, Participant, Statement
from dragoman.speech.issuer import author_of, issuer_of

_TEXT_REACH = 3  # sentences back in which a text that is told of again was told first
FIRST_PERSON = frozenset({"we", "i", "us", "me", "our", "my", "ours", "mine"})
PLURAL_SELVES = frozenset({"we", "us", "our"})
# Sectors of agents that belong to the state of the place where they act.
LOCAL = frozenset(
    {
        "COP",
        "MIL",
        "JUD",
        "GOV",
        "LEG",
        "CVL",
        "REB",
        "LAB",
        "EDU",
        "OPP",
        "MED",
        "JRN",
        "REL",
        "BUS",
        "AGR",
        "SOC",
    }
)
# Those who are of the place where something is done to them, but are not looked for there as doers.
PLACED = LOCAL | {"ELI", "CRM", "PTY", "PRM"}
# Prepositions that say in what place something is or was; not "a visit to".
_WITHIN = frozenset(
    {"in", "at", "near", "inside", "outside", "around", "across", "throughout", "from", "into", "on", "of", "towards"}
)  # fmt: skip
# How a word hangs on the noun that it stands beside.
_BESIDE = frozenset({"amod", "compound", "nmod"})
# How often the second of the two states of a story is named at least, how many times as often as the third, and how
# many times as often the first may be named as it.
_OFTEN, _FEWER, _LEAST = 3, 2, 3
UNKNOWN_ATTACKER = Actor(id="unknown-attacker", name="unknown attackers", kind="unnamed", sector="UAF")


@dataclass(frozen=True, slots=True)
class Found:
    """An actor found in a slot: the token and span that put it there, and how it was resolved."""

    actor: Actor
    token: int
    span: tuple[int, int]
    why: str
    direct: bool

    @property
    def only_named(self) -> bool:
        """Whether nothing is known of a person but the name."""
        a = self.actor
        return a.kind == "person" and a.sector is None and a.office is None and a.wikidata is None

    @property
    def unknown_attacker(self) -> bool:
        """Whether it stands for whoever did it, where the text names nobody."""
        return self.actor.id == UNKNOWN_ATTACKER.id

    def participant(self) -> Participant:
        """The actor as the reading's contract writes it."""
        return Participant.of(self.actor, self.span)


def word_classes(file: str) -> dict[str, frozenset[str]]:
    """Word classes of a data file of this room, by name."""
    raw: dict[str, Any] = shipped_yaml(resources.files("dragoman.coding") / "data" / file)
    return {name: frozenset(words) for name, words in raw.items() if name != "__line__"}


@lru_cache(maxsize=1)
def nouns() -> dict[str, frozenset[str]]:
    """Classes of nouns that decide how a phrase stands for an actor (`data/participants.yml`)."""
    return word_classes("participants.yml")


@lru_cache(maxsize=1)
def wrongs() -> dict[str, frozenset[str]]:
    """Words that accuse by what they say of another, and words of refusal (`data/wrongs.yml`)."""
    return word_classes("wrongs.yml")


@lru_cache(maxsize=1)
def protests() -> dict[str, frozenset[str]]:
    """Nouns of protest and the words beside them (`data/protests.yml`)."""
    return word_classes("protests.yml")


def innermost(statements: Iterable[Statement], offset: int) -> Statement | None:
    """The innermost of some statements whose content holds a character offset."""
    best: Statement | None = None
    size = 1 << 30
    for statement in statements:
        for start, end in statement.content:
            if start <= offset < end and end - start < size:
                best, size = statement, end - start
    return best


def each_other(g: Grammar, i: int) -> bool:
    """Whether token `i` is one of the two words of `each other` or `one another`."""
    pairs = (("each", "other"), ("one", "another"))
    return any((g.lower[k], g.lower[k + 1]) in pairs for k in (i - 1, i) if 0 <= k < g.n - 1)


def voted_for(g: Grammar, i: int) -> int | None:
    """The verb on whose phrase a text at token `i` hangs: `[voted] for a resolution`, `[voted] in favour of it`."""
    if g.dep[i] != "pobj":
        return None
    above = g.head[g.head[i]]
    if g.lemma[above] in ("favour", "favor", "support") and g.dep[above] == "pobj":
        above = g.head[g.head[above]]
    return above


def named_by(g: Grammar, i: int) -> int | None:
    """The word for a locality that a name at token `i` names: `the capital, Bissau`, `the town of Mansoa`."""
    kind = g.head[i]
    if g.dep[i] == "pobj" and g.lower[kind] == "of":
        kind = g.head[kind]
    elif g.dep[i] != "appos":
        return None
    return kind if g.lemma[kind] in nouns()["locality"] else None


class Participants:
    """Resolves tokens of one doc to actors."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.g: Grammar = grammar(doc)
        self.mentions = doc._.mentions
        self.statements: list[Statement] = doc._.statements or []
        self.places: dict[int, PlaceMention] = {}
        for place in doc._.places or []:
            for i in range(place.first, place.last + 1):
                self.places[i] = place
        for i, place in list(self.places.items()):  # "in the capital, Bissau", "in the town of Mansoa"
            kind = named_by(self.g, i)
            if kind is not None:
                self.places.setdefault(kind, place)
        self.commanded = nouns()["commanded"]
        self.meant = Meant(self)
        self._states: Counter[str] | None = None
        self._parties: Counter[str] | None = None
        self._two: tuple[str, ...] | None = None
        self._issuer: tuple[Actor, ...] | None = None  # who issues the text, once it is asked for
        self._cache: dict[int, list[Found]] = {}

    def of(self, i: int, *, owner: bool = True) -> list[Found]:
        """Actors that the phrase headed by token `i` stands for; with `owner`, a thing stands for its owner."""
        own = self._cache.get(i)
        if own is None:
            own = self._for_instance(i, self._several(i, self._own(i)))
            own = self._cache[i] = self._run_into(i, own)
        if own or not owner:
            return own
        return self.owner(i)

    def _for_instance(self, i: int, found: list[Found]) -> list[Found]:
        """Some states of which the phrase names a few, as these: `twenty countries, including Chile and Peru`, `among them`."""
        g = self.g
        if len(found) != 1 or found[0].token != i or g.tag[i] not in ("NNS", "NNPS"):
            return found
        a = found[0].actor
        if a.country is not None or a.kind != "unnamed" or a.sector != "GOV":
            return found
        named = [k for name in ("including", "as") for k in g.prep_objects(i, name) if k > i]
        for p in range(i + 1, min(g.right[i] + 3, g.n - 1)) if not named else ():
            if g.lower[p] == "among" and g.lower[p - 1] == "," and g.lower[p + 1] == "them":
                named = [
                    m
                    for k in (*g.all_children(p, "pobj"), *g.all_children(p + 1, "appos"))
                    if k > p + 1
                    for m in g.noun_conjuncts(k)
                ]
        told = [f for k in named for f in self._own(k, 1)]
        states = bool(told) and all(f.direct and f.actor.country for f in told)
        return told if states else found

    def _run_into(self, i: int, found: list[Found]) -> list[Found]:
        """A person and the one before, whom the parser took for a part of his name: `[Vucic and Kosovo Prime Minister Albin Kurti]`."""
        g = self.g
        mention = self.mentions.headed(i)
        if len(found) != 1 or mention is None or found[0].actor.kind != "person" or mention.via != "name":
            return found
        joint = mention.first - 1
        if joint < 1 or g.lower[joint] != "and" or not g.left[i] < joint < i:
            return found
        before = [m for m in self.mentions.covering(joint - 1) if m.via == "name" and m.last == joint - 1]
        persons = [a for m in before[:1] for a in m.actors if len(m.actors) == 1 and a.kind == "person"]
        if not persons or persons[0].id == found[0].actor.id or not g.left[i] <= before[0].head < joint:
            return found
        why = f"in one row with {found[0].actor.name}"
        m = before[0]
        return [Found(persons[0], m.head, (m.start, m.end), why, True), *found]

    def _named_behind(self, i: int) -> list[Found]:
        """The persons whose names end the phrase of an office that they hold: `the heads of the departments of X and Y [A and B]`."""
        g = self.g
        if g.lemma[i] not in nouns()["heads_by_name"] or g.dep[i] not in (
            "nsubj",
            "nsubjpass",
            "dobj",
            "pobj",
        ):
            return []
        inside = [
            m
            for m in self.mentions.items
            if i < m.first and m.last <= g.right[i] and m.via == "name" and len(m.actors) == 1
        ]
        persons = [m for m in inside if m.actors[0].kind == "person"]
        if len(persons) < 2 or persons[-1].last != g.right[i] or "," in g.lower[i : g.right[i]]:
            return []
        return [
            Found(m.actors[0], m.head, (m.start, m.end), f"named behind {g.word[i]!r}", True) for m in persons
        ]

    def _apposed(self, i: int) -> list[Found]:
        """The several whom the text names right behind what they are: `two ministers, Lavrov and Wang, condemned`."""
        g = self.g
        first = g.child(i, "appos") if g.tag[i] == "NNS" else None
        if first is None:
            return []
        named = [self.mentions.headed(k) for k in g.noun_conjuncts(first)]
        if len(named) < 2 or any(m is None or m.via != "name" or len(m.actors) != 1 for m in named):
            return []
        why = f"named behind {g.word[i]!r}"
        return [Found(m.actors[0], m.head, (m.start, m.end), why, True) for m in named if m is not None]

    def _own(self, i: int, depth: int = 0) -> list[Found]:
        g = self.g
        if g.lower[i] in FIRST_PERSON and g.word[i] != "US":
            return self._speaker(i)
        if g.lower[i] == "both" and g.dep[i] == "nsubj" and depth < 2:
            two = self._both(i, depth)
            if two:
                return two
        mention = self.mentions.headed(i)
        if mention is None:
            covering = self.mentions.covering(i)
            if covering and (covering[0].via in ("name", "metonym") or g.pos[i] == "PROPN"):
                mention = covering[0]
        if mention is not None and mention.via in ("nominal", "role") and (apposed_to := self._apposed(i)):
            return apposed_to
        if mention is not None and mention.actors:
            span = (mention.start, mention.end)
            found = [Found(a, i, span, mention.why, True) for a in mention.actors]
            if mention.via == "pronoun":
                return [self.meant.again(f) for f in found]
            if mention.via == "nominal":
                found = [self._of_no_state(self.meant.by_teller(f, mention), mention) for f in found]
                found = [self._led(f, depth) for f in found]
            return found
        if mention is None and each_other(g, i) and depth < 2:
            return [f for s in g.subjects(g.verb_over(i)) if s != i for f in self._own(s, depth + 1)]
        if mention is None and g.tag[i] == "NNS" and (named := self._named_behind(i)):
            return named
        if mention is None and depth < 3 and (g.lemma[i] in nouns()["quantity"] or g.pos[i] == "NUM"):
            counted = g.prep_objects(i, "of", "from", "among", "as", "including", "like")
            found = [f for k in counted for f in self._own(k, depth + 1)]
            if not found and g.lemma[i] in nouns()["heads"]:  # "the heads of the border services of X and Y"
                found = [f for k in counted if g.pos[k] == "NOUN" for f in self.owner(k)]
            return found
        if depth < 2:
            apposed = g.child(i, "appos")
            if apposed is not None:
                several = (
                    g.noun_conjuncts(apposed) if g.tag[i] == "NNS" else [apposed]
                )  # "the presidents X and Y"
                found = [f for k in several for f in self._own(k, depth + 1)]
                if found:
                    return found
        if mention is None and g.lower[i] in RELATIVES and depth < 2:
            antecedent = g.antecedent(i)
            return self._own(antecedent, depth + 1) if antecedent != i else []
        if mention is None and g.lemma[i] in nouns()["band_beside"] and g.dep[i] in _BESIDE:
            return self._band(i)
        if mention is not None or g.pos[i] != "NOUN":
            return []
        own = self.owner(i) if g.lemma[i] in nouns()["agents"] else []  # "their forces", "its jets"
        return own or self._local(i)

    def _band(self, i: int) -> list[Found]:
        """The fighters of whom a word beside a noun tells: `a [rebel] attack`, `[insurgent] positions`.

        They are those whom the text tells of elsewhere, else some of the country of the place that the sentence names.
        """
        g = self.g
        span = (g.start[i], g.end[i])
        beside = (
            f for k in g.all_children(g.head[i], "amod", "nmod", "poss") if k != i for f in self._own(k)
        )
        near = [f.actor.country for f in (*beside, *self.where(i, back=0, by=_WITHIN))][:1]
        told = [
            (m.head, a)
            for m in self.mentions.items
            if m.via == "nominal" and g.lemma[m.head] in nouns()["band_beside"]
            for a in m.actors
            if a.sector == "REB" and (not near or a.country == near[0])
        ]
        states = near or [f.actor.country for f in self.setting()]
        if told:
            head, actor = told[0]
        elif states and states[0] is not None:
            word = g.lower[i] if g.lower[i].endswith("s") else f"{g.lower[i]}s"
            name = f"{self.demonym(states[0])} {word}".strip()
            head, actor = i, Actor(
                id=f"{states[0]}-reb-{g.lemma[i]}".lower(), name=name, kind="armed group", country=states[0], sector="REB",
            )  # fmt: skip
        else:
            return []
        found = Found(actor, i, span, f"{g.word[i]!r} tells of fighters", False)
        return [self.meant.of_a_group(found, head)]

    def _both(self, i: int, depth: int) -> list[Found]:
        """The two of the clause before, who do this too: `signed a truce but [both] violate it`."""
        g = self.g
        v = g.head[i]
        if g.dep[v] not in ("conj", "advcl") or not g.is_verb(g.head[v]):
            return []
        found = [f for s in g.subjects(g.head[v]) if s != i for f in self._own(s, depth + 1)]
        return found if len(found) == 2 else []

    def _led(self, f: Found, depth: int) -> Found:
        """The men of somebody who fights for no state, as fighters of his: `Joseph Kony's men`, `his aides`."""
        g, a = self.g, f.actor
        if g.lemma[f.token] not in nouns()["led"] or a.kind == "armed group" or depth > 1:
            return f
        chiefs = [o.actor for k in g.all_children(f.token, "poss") for o in self._own(k, depth + 1)]
        if not chiefs or any(c.sector != "REB" for c in chiefs):
            return f
        actor = a.model_copy(update={"id": f"{chiefs[0].id}-{g.lemma[f.token]}", "sector": "REB"})
        return Found(actor, f.token, f.span, f"{f.why}; of {chiefs[0].name}", f.direct)

    def _of_no_state(self, f: Found, mention: ActorMention) -> Found:
        """A judge of a court that several states keep, of none: `a special court in The Hague`."""
        if f.actor.sector != "JUD" or f.actor.country is None or mention.head != f.token:
            return f
        g = self.g
        phrase = range(g.left[f.token], min(g.right[f.token], f.token + 8) + 1)
        if not any(g.lower[k] in nouns()["world_courts"] for k in phrase):
            return f
        if self.names_state(f.token, f.actor.country):
            return f  # "a Dutch court in The Hague"
        actor = f.actor.model_copy(
            update={
                "id": f"igo-{g.lemma[f.token]}",
                "name": f"international {g.lower[f.token]}",
                "kind": "intergovernmental organisation",
                "country": None,
                "sector": "IGO",
            }
        )
        return Found(actor, f.token, f.span, "a court of no state", f.direct)

    def names_state(self, i: int, country: str | None) -> bool:
        """Whether the phrase headed by token `i` says itself that it is of a country: `Palestinian gunmen`."""
        g = self.g
        phrase = range(g.left[i], min(g.right[i], i + 8) + 1)
        named = (m for k in phrase for m in self.mentions.covering(k) if m.via in ("demonym", "name"))
        return any(a.country == country for m in named for a in m.actors)

    def _several(self, i: int, found: list[Found]) -> list[Found]:
        """Agents of several states told in one word: `Spanish and Moroccan police`, `their coast guards`."""
        g = self.g
        if len(found) != 1 or g.pos[i] != "NOUN" or found[0].token != i:
            return found
        f = found[0]
        if f.actor.country is None or f.actor.kind in ("state", "person"):
            return found
        states: dict[str, Actor] = {}
        bodies: dict[str, Found] = {}
        for c in g.children[i]:
            if c < i and g.dep[c] in ("poss", "amod", "nmod", "compound"):
                several = g.tag[c] == "PRP$" or any(g.dep[k] == "conj" for k in g.children[c])
                for owner in (o.actor for k in g.noun_conjuncts(c) for o in self._own(k)) if several else ():
                    home = self.home(owner)
                    if home is not None and home.country is not None:
                        states[home.country] = home
                    elif owner.country is None and owner.sector == "IGO":  # "U.N. and French helicopters"
                        bodies[owner.id] = Found(owner, i, f.span, f"{f.why}; of {owner.name} too", f.direct)
        if len(states) + len(bodies) < 2 or f.actor.country not in states:
            return found
        return [
            f
            if code == f.actor.country
            else Found(
                f.actor.model_copy(
                    update={
                        "id": f"{code}-{f.actor.sector}-{g.lemma[i]}".lower(),
                        "name": f"{self.demonym(code)} {g.lower[i]}",
                        "country": code,
                    }
                ),
                i, f.span, f"{f.why}; of {home.name} too", f.direct,
            )
            for code, home in states.items()
        ] + list(bodies.values())  # fmt: skip

    def _local(self, i: int) -> list[Found]:
        """`a court in Istanbul`, `police in Goma`: agents of the state where the sentence puts them."""
        g, kb = self.g, knowledge_base()
        row = kb.agents.get(g.lemma[i])
        if row is None or g.lemma[i] in kb.words.vague or row[0] not in LOCAL:
            return []
        if row[0] == "JRN" and g.dep[i] in _BESIDE:
            return []  # "the press service of the president"
        first, last = g.sents[g.sent[i]]
        own = [k for k in g.prep_objects(i, "in", "of", "at", "near", "from") if k in self.places]
        near = [k for k in range(first, last) if k in self.places and g.dep[k] == "pobj"]
        for k in own or sorted(near, key=lambda k: abs(k - i)):
            code = self.places[k].place.country
            state = kb.states.get(code) if code is not None else None
            if state is not None:
                actor = Actor(
                    id=f"{code}-{row[0]}-{g.lemma[i]}".lower(),
                    name=f"{state.adjective} {g.lower[i]}",
                    kind="unnamed",
                    country=code,
                    sector=row[0],
                )
                why = f"{g.lemma[i]!r} is {row[0]}; {self.places[k].place.name} lies in {state.name}"
                return [Found(actor, i, (g.start[i], g.end[i]), why, True)]
        return []

    def owner(self, i: int, *, inert: bool = False) -> list[Found]:
        """Actors that own or make the thing at token `i`: possessor, adjective, `of`, `by`, `from`.

        What nobody acts through (`Israeli territory`) has no owner, unless `inert`.
        """
        g = self.g
        numbered = any(letter.isdigit() for letter in g.word[i])  # "a Russian Su-24"
        named = g.pos[i] == "PROPN" and g.word[i][:1].isupper() and not numbered
        idle = g.lemma[i] in nouns()["inert"] and not inert and not self._acts_for(i)
        if named or g.pos[i] == "PRON" or idle or g.lemma[i] in nouns()["once_owned"]:
            return []
        out: list[Found] = []
        if g.lemma[i] in nouns()["others"] and (g.child(i, "poss") is not None or g.prep_objects(i, "of")):
            return self._beside(i)
        for c in g.children[i]:
            if g.dep[c] == "poss":
                out += [f for k in g.noun_conjuncts(c) for f in self.of(k, owner=False)]
        if not out:
            for c in g.children[i]:
                arranged = g.lower[c].rpartition("-")[2] in nouns()["arranged"]  # "a U.N.-brokered pact"
                if g.dep[c] in ("amod", "compound", "nmod") and not arranged:
                    out += [f for k in g.conjuncts(c) for f in self._own(k)]
                    if g.lower[c] in nouns()["ensigns"]:  # "a British-flagged tanker"
                        flags = g.all_children(c, "amod", "compound", "nmod", "npadvmod")
                        out += [f for k in flags for f in self._own(k)]
        if not out and g.lemma[i] in nouns()["weapon_or_blast"]:  # "a French-led raid"
            led = [c for c in g.all_children(i, "amod") if g.lower[c] == "led"]
            out = [f for c in led for k in g.all_children(c, "npadvmod") for f in self._own(k)]
        if not out:
            out = [f for k in self._hung_by(i) for f in self.of(k, owner=False)]
        undergone = g.lemma[i] in nouns()["undergone"]  # "the bombing of a church"
        if not out:
            for name in ("by", "from") if undergone else ("by", "of", "from"):
                out = [f for k in g.prep_objects(i, name) for f in self.of(k, owner=False)]
                if out:
                    break
        if not out:  # "a shell fired from Lebanon", "a bomb planted by the rebels"
            for c in g.all_children(i, "acl"):
                if g.lemma[c] in nouns()["launching"] and g.tag[c] == "VBN":
                    whence = g.prep_objects(c, "from")
                    out = [f for k in g.subjects(c) for f in self.of(k, owner=False)]
                    out = out or [f for k in whence for f in self.of(k) or self.host_state(k)]
        if not out:
            for name in ("by", "from") if undergone else ("of", "by", "from"):
                inner = [k for k in g.prep_objects(i, name) if k > i and not self._chaired(i, k)]
                out = [f for k in inner[:1] for f in self.owner(k)]
                if out:
                    break
        if not out and g.lemma[i] in nouns()["text"]:
            out = self._author(i)
        return [Found(f.actor, f.token, f.span, f"{f.why}; owner of {g.word[i]!r}", False) for f in out]

    def _acts_for(self, i: int) -> bool:
        """Whether a side or a team acts for somebody: `his side would keep its word`, `Turkish rescue teams arrived`."""
        g = self.g
        own = g.child(i, "poss") is not None and g.dep[i] in ("nsubj", "nsubjpass")
        sent = any(g.lower[c] in nouns()["team_kinds"] for c in g.all_children(i, "amod", "compound"))
        return (g.lemma[i] in ("side", "team") and own) or (g.lemma[i] == "team" and sent)

    def _chaired(self, i: int, k: int) -> bool:
        """Whether a person heads what is held about or in a state: `the chairmen of the Kosovo conference`."""
        g = self.g
        return g.lemma[i] in nouns()["heads"] and g.lemma[k] in nouns()["topical"]

    def _hung_by(self, i: int) -> list[int]:
        """Doers of a deed whom the parser hung on the verb: `described the downing of a jet by Turkey as a mistake`."""
        g, v = self.g, self.g.head[i]
        if (
            g.dep[i] != "dobj"
            or not g.is_verb(v)
            or g.is_passive(v)
            or not (g.prep_objects(i, "of") or g.lemma[i] in nouns()["misdeed"])
        ):
            return []
        return [k for k in g.prep_objects(v, "by") if k > i]

    def _beside(self, i: int) -> list[Found]:
        """Those who are somebody's without being of his side, whose country is not told: `the allies of Turkey`."""
        g = self.g
        within = [f for k in g.prep_objects(i, "in", "from") for f in self.of(k, owner=False)]
        if within and all(f.actor.kind == "party" for f in within):  # "his allies in the Justice Party"
            return [Found(f.actor, i, f.span, f"{g.word[i]!r} in {f.actor.name}", False) for f in within]
        whose = [k for name, k in g.prepositions(i) if name == "of"]
        start, end = g.start[g.left[i]], g.end[max([i, *(g.right[k] for k in whose)])]
        end = start + len(g.text[start:end].split(",")[0].rstrip())  # no clause that tells more of them
        name = " ".join(g.text[start:end].split())
        actor = Actor(id=f"others-{g.lemma[i]}", name=name, kind="unnamed")
        return [Found(actor, i, (start, end), f"{g.word[i]!r} are others than those whose they are", False)]

    def _author(self, i: int) -> list[Found]:
        """Who makes the text at token `i`: `the Council adopted a resolution`, `a letter signed by the kings`."""
        g = self.g
        makers = [c for c in g.all_children(i, "acl") if g.tag[c] == "VBN"]
        if g.dep[i] in ("dobj", "nsubjpass") and g.lemma[g.head[i]] in nouns()["authoring"]:
            makers.append(g.head[i])
        voted = voted_for(g, i)
        if voted is not None and g.lemma[voted] in nouns()["authoring"]:
            makers.append(voted)
        if self._issued(i):
            makers.append(g.head[g.head[i]])
        found = [f for v in makers for s in g.subjects(v) if s != i for f in self.of(s, owner=False)]
        return found or self._told_author(i)

    def _issued(self, i: int) -> bool:
        """Whether a text is one in which who acts in the clause around it speaks: `In a letter urging Chad to stop, Mali`."""
        g = self.g
        if g.dep[i] != "pobj" or g.lower[g.head[i]] != "in" or not g.is_verb(g.head[g.head[i]]):
            return False
        own = g.lemma[i] in nouns()["own_text"] and any(g.tag[c] == "VBG" for c in g.all_children(i, "acl"))
        return own and any(g.lower[c] in ("a", "an") for c in g.all_children(i, "det"))

    def _told_author(self, i: int) -> list[Found]:
        """Whose text a definite one is that was told of shortly before: `adopted a resolution. The resolution urged`."""
        g = self.g
        if not any(g.lower[c] in ("the", "this") for c in g.all_children(i, "det")) or g.dep[i] != "nsubj":
            return []
        floor = g.sents[max(0, g.sent[i] - _TEXT_REACH)][0]
        any_text = g.lemma[i] in nouns()["called_text"] and not g.all_children(i, "amod", "compound", "nmod")
        called = nouns()["text"] if any_text else {g.lemma[i]}
        for k in range(i - 1, floor - 1, -1):
            if g.lemma[k] in called and g.pos[k] == "NOUN":
                found = self.of(k) or self._told_in(k)
                if found:
                    return [Found(f.actor, i, (g.start[i], g.end[i]), f.why, False) for f in found]
        return []

    def _told_in(self, i: int) -> list[Found]:
        """Who does in a text of his own what its clause tells: `In a letter to the court, [Chad] denied it`."""
        g = self.g
        v = g.head[g.head[i]]
        inside = g.dep[i] == "pobj" and g.lower[g.head[i]] == "in" and g.is_verb(v) and not g.is_passive(v)
        if not inside or not any(g.lower[c] in ("a", "an", "its", "his", "her") for c in g.children[i]):
            return []
        return [f for s in g.subjects(v) for f in self.of(s, owner=False)]

    def _speaker(self, i: int) -> list[Found]:
        """Whoever says `we`: the speaker of the statement around it, else who issues the text, quotations left out."""
        at = self.g.start[i]
        statement = self.statement_at(at)
        if statement is not None:
            return [self.speaker_of(statement, i)] if statement.speaker is not None else []
        if any(q.start <= at < q.end for q in quotations_of(self.doc)):
            return []
        if self.g.lower[i] not in PLURAL_SELVES:
            author = author_of(self.doc) if self.g.lower[i] == "i" else None
            told = "the text is his speech"
            return [Found(a, i, (at, self.g.end[i]), told, True) for a in (author.actors if author else ())]
        if self._issuer is None:
            issuer = issuer_of(self.doc)
            self._issuer = issuer.actors if issuer is not None else ()
        why = "the text is issued by it"
        return [Found(a, i, (at, self.g.end[i]), why, True) for a in self._issuer]

    def speaker_of(self, statement: Statement, i: int) -> Found:
        """The speaker of a statement as an actor of what token `i` of it tells. The statement has a speaker."""
        s = statement.speaker
        assert s is not None
        actor = Actor(id=s.id, name=s.name, kind="unnamed", country=s.country, sector=s.sector)
        span = (self.g.start[i], self.g.end[i])
        return Found(actor, i, span, f"{self.g.word[i]!r} is said by the speaker of {statement.id}", True)

    def statement_at(self, offset: int) -> Statement | None:
        """The innermost statement whose content holds a character offset."""
        return innermost(self.statements, offset)

    def place_at(self, i: int) -> PlaceMention | None:
        """The place that the phrase headed by token `i` names, also beside what it is: `the capital, Bissau`."""
        g = self.g
        return next((self.places[k] for k in (i, *g.all_children(i, "appos")) if k in self.places), None)

    def ground_of(self, i: int) -> int | None:
        """The place in or near which the thing at token `i` is told to stand: `a mosque in Hama`, `a camp near Gao`."""
        g = self.g
        for k in (i, g.head[i]):
            told = (m for m in g.prep_objects(k, "in", "near", "at", "outside") if m in self.places)
            if k == i or g.is_verb(k):
                found = next((m for m in told if m > i), None)
                if found is not None:
                    return found
        part = (m for m in g.prep_objects(i, "of") if m in self.places and not self.is_actor(m))
        return next(part, None)  # "the flooded streets of New Orleans"

    def _place_of_ground(self, i: int) -> PlaceMention | None:
        """The place that stands before a word for ground: `in Hama countryside`, `in Gao's northern outskirts`."""
        g = self.g
        if g.lemma[i] not in nouns()["ground"] and g.lemma[i] not in nouns()["locality"]:
            return None
        near = g.all_children(i, "compound", "nmod", "poss", "amod")
        return next((self.places[k] for k in near if k in self.places), None)

    def host_state(self, i: int) -> list[Found]:
        """The state in which the place at token `i` lies."""
        place = self.place_at(i) or self._place_of_ground(i)
        if place is None or place.place.country is None:
            return []
        state = knowledge_base().state(place.place.country)
        if state is None:
            return []
        why = f"{place.place.name} lies in {state.name}"
        return [Found(state, i, (place.start, place.end), why, True)]

    def where(self, i: int, *, back: int = 1, by: Container[str] | None = None) -> list[Found]:
        """The state of the nearest place that the sentence of token `i`, or else one of the `back` before, names.

        What it is against or about says nothing of where it is: `marched against the war in Iraq`. With `by`, only
        a place that stands after one of these prepositions; from a sentence before, only one that something is in.
        """
        g = self.g
        about = {
            k
            for p in g.children[i]
            if g.dep[p] == "prep" and g.lower[p] in ("against", "over", "about")
            for k in range(g.left[p], g.right[p] + 1)
        }
        sentence = g.sent[i]
        for number in range(sentence, sentence - back - 1, -1):
            if number < 0:
                break
            first, last = g.sents[number]
            for k in sorted(range(first, last), key=lambda k: abs(k - i)):
                whole = self._located(k) if k in self.places else k
                if g.dep[whole] != "pobj" or k not in self.places or k in about or whole in about:
                    continue
                if self.elsewhere(i, whole):
                    continue
                preposition = g.lower[g.head[whole]]
                if preposition in by if by is not None else number == sentence or preposition in _WITHIN:
                    return self.host_state(k)
        return []

    def elsewhere(self, i: int, k: int) -> bool:
        """Whether a place is that of a war which token `i` is against, however the parser hangs it: `against a war in Iraq`."""
        g = self.g
        return k > i and g.lemma[g.head[k] - 1] in nouns()["abroad"] and "against" in g.lower[i:k]

    def _located(self, k: int) -> int:
        """The noun that a place names or stands before: `a Sarajevo market`, `the capital, Bissau`."""
        g = self.g
        while g.dep[k] in ("compound", "appos") and g.head[k] != k:
            k = g.head[k]
        return k

    def states(self) -> Mapping[str, int]:
        """How often the doc names each country, by its people and bodies too."""
        if self._states is None:
            countries = (a.country for m in self.mentions.items for a in m.actors if m.via != "pronoun")
            self._states = Counter(c for c in countries if c is not None)
        return self._states

    def parties(self) -> Mapping[str, int]:
        """How often the doc names each country, as `states` does, and each body of no country, by its id."""
        if self._parties is None:
            told = (a for m in self.mentions.items for a in m.actors if m.via != "pronoun")
            self._parties = Counter(
                a.country or a.id
                for a in told
                if a.country is not None or a.kind == "intergovernmental organisation"
            )
        return self._parties

    def setting(self, *, dateline: bool = True) -> list[Found]:
        """The state that the text is set in: that of its dateline, else the one it names more often than all others.

        Without `dateline` what the text names alone decides: agencies write from afar.
        """
        span = layout_of(self.doc).dateline_place if dateline else None
        if span is not None:
            for i, place in self.places.items():
                if span[0] <= self.g.start[i] < span[1] and place.place.country is not None:
                    return self.host_state(i)
        named = sorted(((n, code) for code, n in self.states().items()), reverse=True)
        if not named or 2 * named[0][0] <= sum(n for n, _ in named):
            return []
        state = knowledge_base().state(named[0][1])
        return [] if state is None else [Found(state, 0, (0, 0), "the state that the text is about", False)]

    def two_states(self) -> tuple[str, ...]:
        """The two states that the text names far more often than any other; fewer where there are none such."""
        if self._two is None:
            states = knowledge_base().states
            named = [(n, code) for code, n in self.parties().items() if code in states]
            others = [n for code, n in self.parties().items() if code not in states]
            row = sorted(named, reverse=True)
            rest = max([n for n, _ in row[2:]] + others, default=0)
            told = (
                len(row) > 1 and row[1][0] >= max(_OFTEN, _FEWER * rest) and _LEAST * row[1][0] >= row[0][0]
            )
            self._two = tuple(code for _, code in row[:2]) if told else ()
        return self._two

    def other_of_two(self, found: list[Found]) -> list[Found]:
        """The other of the two states of the text than that of some people: `1,500 Colombians were deported`."""
        homes = {f.actor.country for f in found}
        two = self.two_states()
        if len(homes) != 1 or not homes <= {*two}:
            return []
        (other,) = [c for c in two if c not in homes]
        state = knowledge_base().state(other)
        f = found[0]
        why = "the other of the two states that the text is about"
        return [] if state is None else [Found(state, f.token, f.span, why, False)]

    def home(self, actor: Actor) -> Actor | None:
        """The state an actor belongs to, else `None`."""
        return knowledge_base().state(actor.country) if actor.country is not None else None

    def of_state(self, agent: Actor, noun: int, country: str) -> Actor:
        """An agent whom the noun at a token names without a state of its own, as one of a state."""
        return agent.model_copy(
            update={
                "id": f"{country}-{agent.sector}-{self.g.lemma[noun]}".lower(),
                "name": f"{self.demonym(country)} {self.g.lower[noun]}",
                "country": country,
            }
        )

    def demonym(self, country: str | None) -> str:
        """The adjective of a state; empty when it is unknown."""
        state = knowledge_base().states.get(country or "")
        return state.adjective if state is not None else ""

    def is_actor(self, i: int, owner: bool = True) -> bool:
        """Whether the phrase headed by `i` stands for an actor."""
        return bool(self.of(i, owner=owner))


def nameless(found: Sequence[Found]) -> bool:
    """Whether nobody but attackers of whom nothing is known did it."""
    return all(f.actor.sector == UNKNOWN_ATTACKER.sector and f.actor.country is None for f in found)


def unique(found: list[Found]) -> list[Found]:
    """The actors of a list, each once, in order."""
    seen: set[str] = set()
    out = []
    for f in found:
        if f.actor.id not in seen:
            seen.add(f.actor.id)
            out.append(f)
    return out


def same_actors(some: list[Found], others: list[Found]) -> bool:
    """Whether two lists name the same actors."""
    return {f.actor.id for f in some} == {f.actor.id for f in others}


def same_states(some: Iterable[Found], others: Iterable[Found]) -> bool:
    """Whether two lists are of the same states."""
    return {f.actor.country for f in some} == {f.actor.country for f in others}


def countries_of(found: Iterable[Found]) -> set[str]:
    """Codes of the states of some actors; of who has none, his id."""
    return {f.actor.country or f.actor.id for f in found}


def without(found: list[Found], others: Sequence[Found]) -> list[Found]:
    """The actors of a list, each once, but for those of another."""
    ids = {f.actor.id for f in others}
    return [f for f in unique(found) if f.actor.id not in ids]

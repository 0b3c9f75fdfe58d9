"""What reads like an act but is none: sport, fiction, forces of nature, history of centuries ago.

The words are in `data/distractors.yml`. An act is looked at once it is coded, so that sentences without one cost
nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import lru_cache
from importlib import resources
from itertools import pairwise
from typing import Any

from spacy.tokens import Doc

from dragoman.coding.coded import Coded
from dragoman.coding.memories import Memories
from dragoman.coding.oddities import Oddities
from dragoman.coding.participants import UNKNOWN_ATTACKER, Found
from dragoman.datafiles import shipped_yaml
from dragoman.language import Grammar, grammar, layout_of
from dragoman.schema import Time

_YEAR = re.compile(r"[1-9]\d{2,3}")
_CENTURY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_PRESENT = frozenset({"VBZ", "VBP"})
_DEFINITE = frozenset({"the", "this", "that", "its", "his", "her"})
# Acts that sport and antiquity are told in.
FORCED = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "RETREAT"})
_OF_STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "REB", "SPY", "PRM", "OPP"})
# Sectors of those who are told of by their trade.
_FORCED = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT"})
_TRADES = frozenset({"EDU", "MED", "BUS"})
_COMMON = _TRADES | {"CVL"}
_TIME_NOUNS = frozenset(
    ["winter", "spring", "summer", "autumn", "fall", "year", "month", "century", "january", "february", "march",
     "april", "may", "june", "july", "august", "september", "october", "november", "december", "bc", "ad", "bce"]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """The words of `data/distractors.yml`."""

    sport_acts: frozenset[str]
    many: int
    certain: frozenset[str]
    spans: frozenset[str]
    times: frozenset[str]
    possible: frozenset[str]
    scores: re.Pattern[str]
    players: frozenset[str]
    works: frozenset[str]
    review: frozenset[str]
    review_many: int
    loose: frozenset[str]
    tells: frozenset[str]
    poll_acts: frozenset[str]
    shares: frozenset[str]
    votes: frozenset[str]
    business_acts: frozenset[str]
    vital: frozenset[str]
    contests: frozenset[str]
    near_contests: frozenset[str]
    likely: frozenset[str]
    loosely: frozenset[str]
    as_teams: frozenset[str]
    plurals: frozenset[str]
    figures: frozenset[str]
    cast: frozenset[str]
    names: frozenset[str]
    makers: frozenset[str]
    makes: frozenset[str]
    pollsters: frozenset[str]
    seers: frozenset[str]
    foresight: frozenset[str]
    hoaxes: frozenset[str]
    hoaxed: frozenset[str]
    supposing: frozenset[str]
    rounds: frozenset[str]
    ordinals: dict[str, int]
    antiquity: frozenset[str]
    civil_acts: frozenset[str]
    courts: frozenset[str]
    prisons: frozenset[str]
    common_acts: frozenset[str]
    disasters: frozenset[str]
    falls: frozenset[str]
    blows: frozenset[str]
    persons: frozenset[str]
    family: frozenset[str]
    like_states: frozenset[str]
    gossip: frozenset[str]
    trade: frozenset[str]
    trade_many: int
    ancient: frozenset[str]
    blasts: frozenset[str]
    blown: frozenset[str]
    mishaps: frozenset[str]
    vehicles: frozenset[str]
    runways: frozenset[str]
    fires: frozenset[str]
    guns: frozenset[str]
    private: frozenset[str]
    motorists: frozenset[str]
    quarrels: frozenset[str]
    crime_acts: frozenset[str]
    crime_modes: frozenset[str]
    crime_people: frozenset[str]
    crime: frozenset[str]
    crime_many: int
    killing: frozenset[str]
    politics: frozenset[str]
    wars: frozenset[str]
    in_wars: frozenset[str]
    battles: frozenset[str]
    nature: frozenset[str]
    named_after: frozenset[str]
    events_since: int
    force_since: int
    everyday_acts: frozenset[str]
    trades: frozenset[str]
    remembered: dict[str, frozenset[str]]
    elsewhere: frozenset[str]
    fields: dict[str, frozenset[str]]
    habits: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def words() -> Words:
    """The words, read once."""
    raw: dict[str, Any] = shipped_yaml(resources.files("dragoman.coding") / "data" / "distractors.yml")
    sport, fiction, crime = raw["sport"], raw["fiction"], raw["crime"]
    return Words(
        frozenset(sport["acts"]), sport["many"], frozenset(sport["certain"]), frozenset(sport["spans"]), frozenset(sport["times"]), frozenset(sport["possible"]),
        re.compile("|".join(sport["scores"])),
        frozenset(sport["players"]), frozenset(fiction["works"]),
        frozenset(fiction["review"]), fiction["review_many"], frozenset(fiction["loose"]),
        frozenset(fiction["tells"]), frozenset(raw["polls"]["acts"]), frozenset(raw["polls"]["shares"]),
        frozenset(raw["polls"]["unless"]), frozenset(raw["business"]["acts"]), frozenset(raw["business"]["vital"]),
        frozenset(sport["contests"]), frozenset(sport["near"]),
        frozenset(sport["likely"]), frozenset(sport["loosely"]), frozenset(sport["as_teams"]), frozenset(sport["plurals"]),
        frozenset(fiction["figures"]), frozenset(fiction["cast"]), frozenset(fiction["names"]), frozenset(fiction["makers"]), frozenset(fiction["makes"]),
        frozenset(raw["polls"]["pollsters"]),
        frozenset(raw["polls"]["seers"]), frozenset(raw["polls"]["foresight"]), frozenset(fiction["hoaxes"]), frozenset(fiction["hoaxed"]), frozenset(fiction["supposing"]), frozenset(raw["rounds"]),
        {word: number for number, word in enumerate(raw["ordinals"], 1)}, frozenset(raw["antiquity"]), frozenset(raw["civil"]), frozenset(raw["courts"]), frozenset(raw["prisons"]), frozenset(raw["common"]),
        frozenset(raw["accidents"]["disasters"]), frozenset(raw["accidents"]["falls"]), frozenset(raw["accidents"]["blows"]),
        frozenset(raw["persons"]), frozenset(raw["family"]), frozenset(raw["like_states"]), frozenset(raw["gossip"]),
        frozenset(raw["business"]["words"]), raw["business"]["many"],
        frozenset(raw["ancient"]),
        frozenset(raw["accidents"]["things"]), frozenset(raw["accidents"]["of"]), frozenset(raw["accidents"]["mishaps"]),
        frozenset(raw["accidents"]["vehicles"]), frozenset(raw["accidents"]["runways"]), frozenset(raw["accidents"]["fires"]), frozenset(raw["accidents"]["guns"]),
        frozenset(raw["private"]), frozenset(raw["motorists"]), frozenset(raw["quarrels"]),
        frozenset(crime["acts"]), frozenset(crime["modes"]), frozenset(crime["people"]), frozenset(crime["words"]),
        crime["many"], frozenset(crime["killing"]), frozenset(crime["unless"]), frozenset(raw["wars"]), frozenset(raw["in_wars"]), frozenset(raw["battles"]),
        frozenset(raw["nature"]),
        frozenset(raw["named_after"]), raw["events_since"], raw["force_since"], frozenset(raw["everyday"]), frozenset(raw["trades"]),
        {name: frozenset(items) for name, items in raw["memory"].items() if name != "__line__"},
        frozenset(raw["elsewhere"]), {name: frozenset(items) for name, items in raw["fields"].items() if name != "__line__"},
        {name: frozenset(items) for name, items in raw["habits"].items() if name != "__line__"},
    )  # fmt: skip


@lru_cache(maxsize=1)
def _firsts() -> frozenset[str]:
    """The words that phrases of several words begin with."""
    lists = [value for f in fields(Words) if isinstance(value := getattr(words(), f.name), frozenset)]
    phrases = frozenset().union(
        *lists, *words().remembered.values(), *words().fields.values(), *words().habits.values()
    )
    return frozenset(re.split("[ -]", phrase)[0] for phrase in phrases if " " in phrase or "-" in phrase)


# So many different words of a field in a sentence make it one about the field.
_OF_A_FIELD = 2


class Distractors:
    """Says of the acts coded in one doc whether they are none."""

    def __init__(self, doc: Doc) -> None:
        self.g: Grammar = grammar(doc)
        self.blocks = [(b.start, b.end) for b in layout_of(doc).blocks]
        self._sport: dict[int, bool] = {}
        self._kept: dict[int, frozenset[str]] = {}
        self._works: dict[int, list[int]] = {}
        self._review: bool | None = None
        self.oddities = Oddities(self.g)
        self.memories = Memories(self.g, words().remembered, words().works, doc._.today)

    def why(self, one: Coded, time: Time | None) -> str | None:
        """The class of distractors that an act belongs to, in words; `None` for an act."""
        if self._natural(one):
            return "a force of nature does nothing to anybody"
        if self._accident(one):
            return "it is an accident that nobody is said to have caused"
        if self._toll(one):
            return "it is the toll of a war, not a deed"
        if self._long_ago(one, time) or self._ancient(one):
            return f"it is history of before {words().events_since}"
        if self._of_old_wars(one):
            return "it is history told in passing"
        if self._private(one) or self._crime(one):
            return "it is a crime of private life"
        if self._civil(one):
            return "it is the law between private parties"
        if self.memories.holds(one, time):
            return "it is remembered, not told"
        acts = {one.act, f"{one.act}/{one.mode}"}
        sentence = self.g.sent[one.trigger]
        if (
            self._teams(one)
            and (acts & words().sport_acts or self._players(one))
            and self._is_sport(sentence)
        ):
            return "it is told of sport"
        if self._contest(one, sentence) or self._of_sides(one, sentence):
            return "it is told of sport"
        if acts & words().poll_acts and self._polled(one, sentence):
            return "it is what people think, in a poll"
        if self._foreseen(one):
            return "it is what some foresee"
        if acts & words().business_acts and self._business(one):
            return "it is business of companies"
        if self._custom(one):
            return "it is a custom"
        if self._habit(one):
            return "it is what such people never do"
        if self._everyday(one):
            return "it is everyday life"
        if self._far_from_politics(one):
            return "nobody and nothing of politics is told of"
        if self._fictional(one):
            return "it is told of a work of fiction or a game"
        field = self._field(sentence)
        if field is not None:
            return f"it is told of {field}"
        if self._statistic(one):
            return "it is a figure of trade"
        field = self._unpolitical(one, sentence)
        if field is not None:
            return f"it is told of {field}"
        return self.oddities.why(one)

    def _custom(self, one: Coded) -> bool:
        """Whether people meet by custom: `meet every Friday at the harbour`, `twice a week the colonels meet`."""
        g, v = self.g, one.trigger
        if one.act != "CONSULT" or not g.is_verb(v) or g.tag[v] not in _PRESENT:
            return False
        for k in g.all_children(v, "npadvmod", "advmod"):
            span = g.lower[g.left[k] : g.right[k] + 1]
            if g.lemma[k] in words().rounds and ("every" in span or "each" in span or "a" in span):
                return True
        return False

    def _habit(self, one: Coded) -> bool:
        """Whether an act is denied of a kind of people, not of some: `governments do not throw out envoys lightly`."""
        g, v = self.g, one.trigger
        if one.status.status != "negated" or not g.is_verb(v):
            return False
        if g.tag[v] in _PRESENT:  # "a court that never acquits"
            never = any(g.lower[c] == "never" for c in g.children[v])
            return never and all(f.actor.kind in ("unnamed", "population") for f in one.actors)
        if g.tag[v] != "VB":
            return False
        kinds = [
            s for s in g.subjects(v) if g.tag[s] == "NNS" and not g.all_children(s, "det", "poss", "nummod")
        ]
        return bool(kinds) and any(g.lower[a] in ("do", "don't") for a in g.auxiliaries(v))

    def _field(self, sentence: int) -> str | None:
        """The field of life far from politics that a sentence is about: one sure word of it, or two that often are."""
        found = self._words_in(sentence)
        if sure := found & words().elsewhere:
            return f"what {min(sure)!r} names"
        return next((name for name, own in words().fields.items() if len(found & own) >= _OF_A_FIELD), None)

    def _unpolitical(self, one: Coded, sentence: int) -> str | None:
        """The field without politics, told of in the present or of people of fame, in which nobody of office acts."""
        if not self._slightly(one):
            return None
        found = self._words_in(sentence)
        if found & words().politics:
            return None
        if len(found & words().gossip) >= _OF_A_FIELD:
            return "people of fame"
        t = one.carrier if one.carrier is not None else one.trigger
        if self.g.tag[t] not in _PRESENT:
            return None
        return next((name for name, own in words().habits.items() if len(found & own) >= _OF_A_FIELD), None)

    def _slightly(self, one: Coded) -> bool:
        """Whether all in an act may be anybody."""
        return all(self._slight(f) for f in (*one.actors, *one.recipients))

    def _slight(self, found: Found) -> bool:
        """Whether a participant may be anybody: a land, a people, somebody of no office, no force and no body."""
        a = found.actor
        if a.kind in ("state", "population", "company") or self._unknown(found):
            return True
        return a.kind == "unnamed" and a.sector not in _OF_STATE and found.actor.id != UNKNOWN_ATTACKER.id

    def _statistic(self, one: Coded) -> bool:
        """Whether trade is measured, not agreed upon: `exported 2% more tea`."""
        g = self.g
        if one.act != "COOPERATE" or not g.is_verb(one.trigger):
            return False
        told = (k for o in g.objects(one.trigger) for k in range(g.left[o], o + 1))
        return any(g.lower[k] in ("%", "percent", "more", "less", "fewer") for k in told)

    def _everyday(self, one: Coded) -> bool:
        """Whether people of no office deal with nobody in politics: `Swiss doctors urged patients to rest`."""
        if one.act not in words().everyday_acts or not one.actors:
            return False
        if one.act == "THREATEN" and not all(self._kin(f) for f in one.actors):
            return False  # students may threaten to occupy a school
        if one.mode == "visit" and all(self._plain(f) or self._kin(f) for f in one.actors):
            return True  # pupils visit no state
        if not all(self._plain(f) or self._kin(f) for f in (*one.actors, *one.recipients)):
            return False
        t = one.trigger
        done_to = {self.g.lemma[o] for o in self.g.objects(t)} if self.g.is_verb(t) else set()
        if any(self._kin(f) for f in one.actors) and not one.recipients and not done_to & words().family:
            return False  # mothers may ask something of a state that is not named
        found = self._words_in(self.g.sent[one.trigger])
        return not found & words().politics

    def _far_from_politics(self, one: Coded) -> bool:
        """Whether people of no office, cause or force do something among themselves, with no word of politics about.

        `Parents complained to the kindergarten`, `rice exporters agreed to a lower price`; a state may be their home.
        """
        alone = one.act == "THREATEN" and all(self.g.tag[f.token] == "NN" for f in one.actors)
        if not (one.act in words().common_acts or alone) or not one.actors:
            return False  # students may threaten to occupy a school
        if not all(self._commoner(f) for f in one.actors):
            return False
        if not all(self._commoner(f) or not self._itself_told(f) for f in one.recipients):
            return False
        return not self._near(one.trigger) & words().politics

    def _itself_told(self, found: Found) -> bool:
        """Whether the text tells of a state, body or person itself, not of its people, goods or soil."""
        return found.direct or found.actor.kind != "state"

    def _commoner(self, found: Found) -> bool:
        """Whether a participant is a people, a company or somebody unnamed of no office, cause or force."""
        a = found.actor
        if a.id == UNKNOWN_ATTACKER.id or a.kind not in ("unnamed", "population", "company"):
            return False
        if a.kind == "population" and self.g.word[found.token][:1].isupper():
            return False  # "Israelis and Palestinians" are their states, as often as not
        return a.sector is None or a.sector in _COMMON

    def _plain(self, found: Found) -> bool:
        """Whether a participant is somebody by his trade only, unnamed: `a Swiss teacher`, `patients`."""
        if found.actor.kind not in ("unnamed", "population"):
            return False
        return found.actor.sector in _TRADES or self.g.lemma[found.token] in words().trades

    def _kin(self, found: Found) -> bool:
        """Whether a participant is one of a family or the like: `mothers`, `their pupils`; not `Libya's neighbours`."""
        g, i = self.g, found.token
        if found.actor.kind not in ("unnamed", "population") or g.lemma[i] not in words().family:
            return False
        owners = [*g.all_children(i, "poss"), *g.prep_objects(i, "of")]
        owned = any(g.pos[k] == "PROPN" or g.lower[k] == "its" for k in owners)
        return not (owned and g.lemma[i] in words().like_states)

    def _private(self, one: Coded) -> bool:
        """Whether somebody hurts whom he lives with or quarrels with: `shot his girlfriend`, `was stabbed in a brawl`."""
        g, known = self.g, words()
        if one.act != "ASSAULT" or not g.is_verb(one.trigger):
            return False
        if any(f.actor.sector in ("MIL", "COP", "REB", "PRM", "GOV") for f in one.actors):
            return False
        v = one.trigger
        drove = any(g.lemma[s] in known.motorists for s in g.subjects(v)) and g.lemma[v] in (
            "kill",
            "injure",
            "hurt",
        )
        quarrelled = any(g.lemma[k] in known.quarrels for k in g.prep_objects(v, "in", "during", "after"))
        objects = g.objects(v)
        subjects = g.subjects(v)
        if subjects and objects and all(self._person(k) for k in (*subjects, *objects)):
            return not self._words_in(g.sent[v]) & known.politics
        return drove or quarrelled or (bool(objects) and all(g.lemma[o] in known.private for o in objects))

    def _person(self, k: int) -> bool:
        """Whether a word is one for a single person of no cause, whose country nothing tells: `a passenger`."""
        g = self.g
        if g.tag[k] != "NN" or g.lemma[k] not in words().persons:
            return False
        return not any(
            g.dep[c] in ("amod", "compound", "nmod") and g.word[c][:1].isupper() for c in g.children[k]
        )

    def _foreseen(self, one: Coded) -> bool:
        """Whether somebody who knows the field only thinks that it may come: `experts predict that they could strike a deal`."""
        g, known = self.g, words()
        if one.status.status not in ("hypothetical", "future"):
            return False
        asked = one.status.status == "hypothetical" and known.pollsters & self._words_in(
            g.sent[one.trigger]
        )  # "would punish him, pollsters say"
        return bool(asked) or any(
            g.is_verb(k)
            and g.lemma[k] in known.foresight
            and any(g.lemma[s] in known.seers for s in g.subjects(k))
            for k in self.g.way_up(one.trigger)[1:]
        )

    def _polled(self, one: Coded, sentence: int) -> bool:
        """Whether a people is counted rather than acts: `two thirds of Canadians support a shorter week`."""
        if any(f.actor.kind != "population" for f in one.actors):
            return False
        found = self._words_in(sentence)
        return bool(found & words().shares) and (not found & words().votes or bool(found & words().pollsters))

    def _business(self, one: Coded) -> bool:
        """Whether companies deal with each other, or with what merely belongs to a state: `a Swedish maker`."""
        if one.mode == "resign" and any(self._officer(f) for f in one.actors):
            return True
        if not all(self._owned(f, one.trigger) for f in (*one.actors, *one.recipients)):
            return False
        if all(f.actor.kind == "company" for f in one.actors):
            if one.act == "SANCTION" and self._cuts_off(one):
                return False
            return one.act != "ACCUSE" or all(f.actor.kind == "company" for f in one.recipients)
        return len(self._near(one.trigger) & words().trade) >= words().trade_many

    def _officer(self, found: Found) -> bool:
        """Whether somebody leads a company: `BP's chief executive`, `the brewer's chief executive`."""
        g, i = self.g, found.token
        if found.actor.sector == "BUS":
            return True
        return g.lemma[i] == "executive" and any(g.pos[k] == "NOUN" for k in g.all_children(i, "poss"))

    def _cuts_off(self, one: Coded) -> bool:
        """Whether a company stops what a land lives on: `cut off gas supplies`, `stopped deliveries for the needs of Chad`."""
        g, t = self.g, one.trigger
        if any(f.actor.kind == "state" and self._named(f) for f in one.recipients):
            return True
        goods = (
            k for o in (g.objects(t) if g.is_verb(t) else (t,)) for k in range(g.left[o], g.right[o] + 1)
        )
        return any(g.lemma[k] in words().vital for k in goods)

    def _owned(self, found: Found, trigger: int) -> bool:
        """Whether a participant is a company, its people, or only the owner or the home of something: `a Swedish maker`."""
        a = found.actor
        if (
            a.kind == "company"
            or self._unknown(found)
            or (a.kind in ("unnamed", "person") and a.sector in ("BUS", "LAB"))
        ):
            return True
        if found.direct and a.kind not in ("state", "person") and a.sector in _OF_STATE:
            return False
        if a.kind == "person" and a.office is not None:
            return False
        return not (found.direct and (self._named(found) or self._itself(found, trigger)))

    def _itself(self, found: Found, trigger: int) -> bool:
        """Whether a state does a deed by a pronoun or as the owner of its noun: `it banned`, `China's ban`."""
        g, i = self.g, found.token
        if found.actor.kind != "state":
            return False
        deed = g.head[i] == trigger and g.dep[i] in ("poss", "amod", "compound", "nmod")
        return deed or (g.pos[i] == "PRON" and i in g.subjects(trigger) and g.lower[i] == "it")

    def _named(self, found: Found) -> bool:
        """Whether a participant is named itself, not as the owner or the adjective of something else."""
        return self.g.pos[found.token] == "PROPN" and self.g.dep[found.token] not in (
            "amod",
            "poss",
            "compound",
        )

    def _natural(self, one: Coded) -> bool:
        """Whether a storm or the like acts, by a name of its own or not: `Hurricane Dean`, `a French volcano`."""
        g, nature = self.g, words().nature
        return any(
            (
                f.actor.kind == "unnamed"
                and f.actor.id != UNKNOWN_ATTACKER.id  # "missiles rained on Kyiv"
                and (g.lemma[f.token] in nature or g.lower[f.token] in nature)
            )
            or (f.actor.kind == "person" and f.actor.name.split()[0].lower() in words().named_after)
            for f in one.actors
        )

    def _accident(self, one: Coded) -> bool:
        """Whether harm without a doer is that of a mine, a kitchen, the road: `a gas explosion killed nine`."""
        g, known = self.g, words()
        around = [
            m for k in self.g.way_up(one.trigger)[1:] for m in (*g.conjuncts(k), *g.all_children(k, "acl"))
        ]
        if one.act == "ASSAULT" and g.is_verb(one.trigger):
            told = g.first_verb(one.trigger)
            if g.dep[told] == "advcl" and g.tag[told] == "VBG":
                told = g.head[told]
            if self._mishap(told):
                return True  # "an airliner crashed, killing 150"
        if any(f.actor.id != UNKNOWN_ATTACKER.id for f in one.actors):
            return False
        if any(g.is_verb(m) and g.lemma[m] in known.mishaps for m in around):
            return True  # "the lorry overturned and exploded, killing nine"
        if one.act == "ASSAULT" and self._disaster(g.sent[one.trigger]):
            return True
        things = [one.trigger, *(g.subjects(one.trigger) if g.is_verb(one.trigger) else ())]
        things += [
            k for name in ("in", "by", "of", "from", "after") for k in g.prep_objects(one.trigger, name)
        ]
        return any(
            g.lemma[t] in known.blasts
            and any(
                g.lemma[k] in known.blown
                for k in (
                    *g.all_children(t, "compound", "amod", "nmod"),
                    *g.prep_objects(t, "in", "at", "of"),
                )
            )
            for t in things
        )

    def _toll(self, one: Coded) -> bool:
        """Whether it sums up the dead of a whole war that nobody is named for: `11,000 have been killed since 1996`."""
        g, v = self.g, one.trigger
        if one.act != "ASSAULT" or not g.is_verb(v) or not g.is_passive(v):
            return False
        if any(f.actor.id != UNKNOWN_ATTACKER.id for f in one.actors):
            return False
        if any(g.lower[a] in ("have", "has") for a in g.auxiliaries(v)):
            below = (*g.children[v], *(k for c in g.all_children(v, "advcl") for k in g.children[c]))
            return any(g.lower[k] == "since" for k in below)
        return (
            g.dep[v] == "relcl" and g.lemma[g.head[v]] in words().in_wars
        )  # "a war in which 70,000 were killed"

    def _disaster(self, sentence: int) -> bool:
        """Whether a sentence names what harms without a doer, and no blow: `hurt as a result of the collapse of a roof`."""
        g, known = self.g, words()
        span = range(*g.sents[sentence])
        if not known.blows.isdisjoint(g.lemma[span.start : span.stop]):
            return False
        for k in span:
            if g.pos[k] != "NOUN":
                continue
            if g.lemma[k] in known.disasters:
                return True
            of = g.prep_objects(k, "of")
            if g.lemma[k] in known.falls and any(g.lemma[o] in known.vehicles for o in of):
                return True
            if g.lemma[k] in known.blasts:  # "a blast at a colliery", wherever the parser hangs it
                near = (
                    *of,
                    *range(k + 1, min(k + 5, span.stop)),
                    *g.all_children(k, "compound", "amod", "nmod"),
                )
                if any(g.lemma[o] in known.blown for o in near):
                    return True
        return False

    def _mishap(self, v: int) -> bool:
        """Whether a verb tells that a vehicle crashed or that a fire broke out: `an airliner crashed, killing 150`."""
        g, known = self.g, words()
        for s in (*g.subjects(v), *((g.head[v],) if g.dep[v] == "acl" else ())):
            if g.lemma[v] in known.mishaps and g.lemma[s] in known.vehicles and not g.is_passive(v):
                return all(g.lemma[o] in known.runways for o in g.objects(v))
            if g.lemma[s] in ("fire", "blaze", "inferno") and g.lemma[v] in known.fires:
                return not any(
                    g.lemma[c] in known.guns for c in g.all_children(s, "compound", "amod", "nmod", "poss")
                )
        return False

    def _unknown(self, found: Found) -> bool:
        """Whether a participant is a person of whom nothing is known but the name."""
        a = found.actor
        return a.kind == "person" and a.sector is None and a.office is None and a.wikidata is None

    def _players(self, one: Coded) -> bool:
        """Whether all who act are people of whom nothing is known, as players are: not for them to protest as a crowd."""
        return bool(one.actors) and one.act != "PROTEST" and all(self._unknown(f) for f in one.actors)

    def _crime(self, one: Coded) -> bool:
        """Whether it is a crime of every day and what police and courts do about it: `robbed a shop and stabbed a clerk`."""
        known = words()
        acts = {one.act, f"{one.act}/{one.mode}"}
        if not acts & known.crime_acts or (
            one.act == "ASSAULT" and one.mode and one.mode not in known.crime_modes
        ):
            return False
        if not all(self._anybody(f) or self._authority(f) for f in one.actors):
            return False
        if not all(
            self._anybody(f) or self._authority(f) or f.actor.kind == "state" or not f.direct
            for f in one.recipients
        ):
            return False  # a state is the place where it was
        near = self._near(one.trigger)
        if near & known.politics:
            return False
        if self._someone(one) and near & known.crime:
            return True
        at_home = bool(near & known.killing) and bool(near & known.private)  # "for poisoning her husband"
        return at_home or len(near & (known.crime | known.quarrels)) >= known.crime_many

    def _civil(self, one: Coded) -> bool:
        """Whether courts deal with people and firms of no note: `ordered the bank to pay the widow`."""
        g, known = self.g, words()
        if one.act not in known.civil_acts or not one.actors:
            return False
        if not all(f.actor.kind == "unnamed" and g.lemma[f.token] in known.courts for f in one.actors):
            return False
        if not all(self._commoner(f) or not self._itself_told(f) for f in one.recipients):
            return False
        return not self._near(one.trigger) & (known.politics | known.prisons)

    def _near(self, i: int) -> set[str]:
        """The words of a sentence and its neighbours in the paragraph."""
        found: set[str] = set()
        for s in self._beside(self.g.sent[i]):
            found |= self._words_in(s)
        return found

    def _someone(self, one: Coded) -> bool:
        """Whether it is done to one ordinary person: `a man was arrested for selling fake tickets`."""
        g, t = self.g, one.trigger
        objects = g.objects(t) if g.is_verb(t) else []
        return bool(objects) and all(
            g.tag[k] == "NN"
            and (g.lemma[k] in words().persons or g.lemma[k] in words().trades)
            and any(g.lower[c] in ("a", "an") for c in g.children[k])
            for k in objects
        )

    def _anybody(self, found: Found) -> bool:
        """Whether a participant is nobody in particular: a man, a victim, a person of whom nothing is known."""
        if self._unknown(found) or found.actor.id == UNKNOWN_ATTACKER.id:
            return True
        named = self.g.lemma[found.token] in words().crime_people or self.g.pos[found.token] == "PRON"
        return self._plain(found) or (named and found.actor.sector in ("CVL", "UAF", "CRM"))

    def _authority(self, found: Found) -> bool:
        """Whether a participant is the state of the place, its courts or its police."""
        return found.actor.sector in ("COP", "JUD") or (found.actor.kind == "state" and not found.direct)

    def _of_old_wars(self, one: Coded) -> bool:
        """Whether force is told of an old war or a battle with a name: `fell into captivity at the Battle of the Bulge`."""
        g, known = self.g, words()
        if one.act not in ("ASSAULT", "COERCE", "MOBILIZE"):
            return False
        t = one.trigger
        if one.kind == "noun" and self._named_battle(t):
            return True
        if any(self._named_battle(k) for k in g.prep_objects(t, "in", "during", "at", "after", "of")):
            return True
        if one.mode == "arrest":
            return False
        return bool(self._words_in(g.sent[t]) & known.wars)

    def _named_battle(self, i: int) -> bool:
        """Whether a noun names a battle of history: `the Battle of Verdun`."""
        g = self.g
        capital = g.word[i][:1].isupper() and i > g.sents[g.sent[i]][0]
        return capital and g.lower[i] in words().battles and i + 1 < g.n and g.lower[i + 1] == "of"

    def _teams(self, one: Coded) -> bool:
        """Whether all who act may be teams: states, peoples, players; no person of an office and no body of a state."""
        return all(
            f.actor.kind in ("state", "population")
            or f.why == "name of a region"  # "Wales"
            or self._unknown(f)
            or f.actor.id == UNKNOWN_ATTACKER.id
            or (f.actor.kind == "unnamed" and self.g.lemma[f.token] in words().players)
            for f in (*one.actors, *one.recipients)
        )

    def _contest(self, one: Coded, sentence: int) -> bool:
        """Whether teams are told by the name of their state with a verb of contest: `France crushed Italy`."""
        g = self.g
        known = words()
        if g.lemma[one.trigger] not in known.contests or one.act not in FORCED or not g.is_verb(one.trigger):
            return False
        teams = {
            f.token for f in (*one.actors, *one.recipients) if f.actor.kind == "state" and self._named(f)
        }
        if teams.isdisjoint(g.subjects(one.trigger)) or teams.isdisjoint(g.objects(one.trigger)):
            return False
        found = self._words_in(sentence)
        return not found.isdisjoint(known.possible | known.certain | known.near_contests)

    def _of_sides(self, one: Coded, sentence: int) -> bool:
        """Whether states are teams by two words of sport, or by one and their verb: `Croatia have called up two strikers`."""
        known = words()
        if one.act not in known.loosely | known.as_teams or not (self._teams(one) or self._slightly(one)):
            return False
        found = self._words_in(sentence)
        if found & known.politics:
            return False
        if len(found & known.likely) >= _OF_A_FIELD:
            return True
        of_sport = found & (known.possible | known.certain | known.likely | known.near_contests)
        enough = 1 if one.act in known.loosely else _OF_A_FIELD
        return len(of_sport) >= enough and any(self._side(f.token) for f in one.actors)

    def _side(self, i: int) -> bool:
        """Whether a state alone is a plural subject: `Poland were`, `Croatia released their list`, not `the United States have`."""
        g = self.g
        if g.tag[i] != "NNP" or g.lower[i].endswith("s") or len(g.noun_conjuncts(i)) > 1:
            return False
        if g.dep[i] not in ("nsubj", "nsubjpass") or (i > 0 and g.lower[i - 1] == "the"):
            return False
        v = g.head[i]
        if (
            i > 0
            and g.lower[i - 1] in ("and", ",", "or", "&")
            and not (g.dep[v] == "conj" and g.left[v] == i)
        ):
            return False  # "Fiji and Tonga have", but "they won, and Tonga have"
        following = g.lower[i + 1] if i + 1 < g.n else ""
        return following in words().plurals or self._theirs(v)

    def _theirs(self, v: int) -> bool:
        """Whether a verb's object is `theirs`, as that of a team is: `Croatia released their list`."""
        g = self.g
        return any(g.lower[c] == "their" for o in g.objects(v) for c in g.all_children(o, "poss"))

    def _ancient(self, one: Coded) -> bool:
        """Whether the sentence speaks of antiquity, or that of a deed of force of what is dug up."""
        found = self._words_in(self.g.sent[one.trigger])
        return bool(found & words().antiquity) or (one.act in FORCED and bool(found & words().ancient))

    def _is_sport(self, sentence: int) -> bool:
        if sentence not in self._sport:
            self._sport[sentence] = any(self._has_sport(s) for s in self._beside(sentence))
        return self._sport[sentence]

    def _beside(self, sentence: int) -> list[int]:
        """A sentence and its neighbours in the same paragraph."""
        block = self._block(sentence)
        near = [s for s in (sentence, sentence - 1, sentence + 1) if 0 <= s < len(self.g.sents)]
        return [s for s in near if self._block(s) == block]

    def _block(self, sentence: int) -> int:
        start = self.g.start[self.g.sents[sentence][0]]
        return next((b for b, e in self.blocks if b <= start < e), -1)

    def _has_sport(self, sentence: int) -> bool:
        g, known = self.g, words()
        first, last = g.sents[sentence]
        found = self._words_in(sentence)
        sure = found & known.certain
        if sure - known.spans or len(found & known.possible) >= known.many:
            return True
        if sure and any(self._is_span_of_sport(i) for i in range(first, last - 1)):
            return True
        return known.scores.search(g.text[g.start[first] : g.end[last - 1]]) is not None

    def _is_span_of_sport(self, i: int) -> bool:
        """Whether a span of two words is one of a match: `in the second half`, not `the second half of the year`."""
        g, known = self.g, words()
        if f"{g.lower[i]} {g.lower[i + 1]}" not in known.spans:
            return False
        _, last = g.sents[g.sent[i]]
        if i + 2 >= last:
            return True
        if g.lower[i + 2] == "of":
            whole = self._phrases(range(i + 3, min(i + 7, last)))
            return not whole.isdisjoint(known.certain | known.possible | known.likely)
        return g.lemma[i + 2] not in known.times

    def _words_in(self, sentence: int) -> frozenset[str]:
        """The phrases of a whole sentence, kept, for many rules ask for them."""
        kept = self._kept.get(sentence)
        if kept is None:
            kept = self._kept[sentence] = frozenset(self._phrases(range(*self.g.sents[sentence])))
        return kept

    def _phrases(self, tokens: range) -> set[str]:
        """Lemmas and words of some tokens, alone, in twos, and in threes around a hyphen, where a phrase begins so."""
        g, firsts = self.g, _firsts()
        out = {*g.lemma[tokens.start : tokens.stop], *g.lower[tokens.start : tokens.stop]}
        for i in tokens:
            if g.lower[i] not in firsts:
                continue
            if i + 1 < tokens.stop:
                out |= {f"{g.lower[i]} {g.lower[i + 1]}", f"{g.lower[i]} {g.lemma[i + 1]}"}
            if i + 2 < tokens.stop and g.lower[i + 1] == "-":
                out |= {f"{g.lower[i]}-{g.lower[i + 2]}", f"{g.lower[i]}-{g.lemma[i + 2]}"}
        return out

    def _fictional(self, one: Coded) -> bool:
        g = self.g
        sentence, trigger = g.sent[one.trigger], one.carrier if one.carrier is not None else one.trigger
        works = self._works_of(sentence)
        if any(self._inside(w, trigger) for w in works) or self._figure(one) or self._shown(trigger):
            return True
        if self._hoax(trigger) or self._supposed(trigger):
            return True
        if self._words_in(sentence) & words().names:
            return True
        if g.tag[trigger] not in _PRESENT and not any(g.tag[a] in _PRESENT for a in g.auxiliaries(trigger)):
            return False
        if self._is_review():
            return True
        loose = words().loose - {"chapter", "episode"}
        if any(g.lemma[w] not in loose and (v := self._tells(w)) is not None and v != trigger for w in works):
            return True
        block, before = self._block(sentence), sentence - 1
        while before >= 0 and self._block(before) == block:  # a synopsis goes on in the present tense
            if any(g.lemma[w] not in words().loose and self._told(w) for w in self._works_of(before)):
                return True
            before -= 1
        return False

    def _figure(self, one: Coded) -> bool:
        """Whether somebody in it is made up: `the narrator`, `Scorsese's gangster`."""
        g, known, t = self.g, words(), one.trigger
        told = [f.token for f in (*one.actors, *one.recipients)]
        told += (*g.subjects(t), *g.objects(t)) if g.is_verb(t) else ()
        for k in told:
            if g.lemma[k] in known.figures and g.pos[k] == "NOUN":
                return True
            if g.lemma[k] in known.cast and any(g.pos[c] == "PROPN" for c in g.all_children(k, "poss")):
                return g.tag[t] in _PRESENT or any(g.tag[a] in _PRESENT for a in g.auxiliaries(t))
        return False

    def _shown(self, trigger: int) -> bool:
        """Whether an artist shows it: `the painter shows soldiers killing children`."""
        g, known = self.g, words()
        return any(
            g.is_verb(k)
            and g.lemma[k] in known.makes
            and any(g.lemma[s] in known.makers for s in g.subjects(k))
            for k in self.g.way_up(trigger)[1:]
        )

    def _supposed(self, trigger: int) -> bool:
        """Whether one is bidden to think of it: `suppose Egypt closed the canal`."""
        first, _ = self.g.sents[self.g.sent[trigger]]
        return first < trigger and self.g.lower[first] in words().supposing

    def _hoax(self, trigger: int) -> bool:
        """Whether what tells it is called made up: `reports that he had been arrested turned out to be a prank`."""
        g, known = self.g, words()
        for below, k in pairwise(self.g.way_up(trigger)):
            if not g.is_verb(k) or g.dep[below] not in ("nsubj", "csubj", "nsubjpass") or g.is_negated(k):
                continue
            if g.dep[below] == "nsubjpass" and g.lemma[k] in known.hoaxed:
                return True
            said = {k, *g.all_children(k, "xcomp")}
            called = {g.lemma[c] for v in said for c in g.all_children(v, "attr", "acomp", "oprd")}
            called |= {g.lemma[c] for v in said for c in g.prep_objects(v, "as")}
            if called & known.hoaxes:
                return True
        return False

    def _is_review(self) -> bool:
        """Whether the whole text speaks of a work, by the words that reviews have."""
        if self._review is None:
            known = words()
            self._review = len(known.review.intersection(self.g.lemma)) >= known.review_many
        return self._review

    def _works_of(self, sentence: int) -> list[int]:
        """The tokens of a sentence that are works: `film`, `tv series`."""
        if sentence not in self._works:
            g, works = self.g, words().works
            self._works[sentence] = [
                i
                for i in range(*g.sents[sentence])
                if g.pos[i] in ("NOUN", "PROPN")
                and (g.lemma[i] in works or (i > 0 and f"{g.lower[i - 1]} {g.lemma[i]}" in works))
            ]
        return self._works[sentence]

    def _told(self, work: int) -> bool:
        """Whether a sentence says what happens in a work: `in the film`, `the film tells of`."""
        return self._setting(work) or self._tells(work) is not None

    def _setting(self, work: int) -> bool:
        g = self.g
        return g.dep[work] == "pobj" and g.lower[g.head[work]] == "in"

    def _tells(self, work: int) -> int | None:
        g, h = self.g, self.g.head[work]
        return h if g.dep[work] in ("nsubj", "nsubjpass") and g.lemma[h] in words().tells else None

    def _inside(self, work: int, trigger: int) -> bool:
        """Whether an act happens in a work: in its clause with `in`, below what it tells, in its relative clause."""
        g = self.g
        above = self.g.way_up(trigger)
        teller = self._tells(work)
        if teller is not None and teller in above[1:]:
            return True
        if self._setting(work) and (
            work < trigger or any(g.lower[c] in _DEFINITE for c in g.children[work])
        ):  # not "complained in a film"
            verb = next((k for k in self.g.way_up(work)[1:] if g.is_verb(k)), None)
            return verb is not None and (verb == trigger or verb in above[1:])
        if work in above and g.lemma[work] not in words().loose:
            below = above[above.index(work) - 1]  # "a comedy about two agents who kidnap a senator"
            if below != work and g.dep[below] == "prep" and g.lower[below] == "about":
                return True
        for k in above:  # "the comedy, in which the ambassador is arrested"
            if g.dep[k] == "relcl" and g.head[k] == work:
                return any(
                    g.lower[p] == "in" and g.lower[c] == "which" for p in g.children[k] for c in g.children[p]
                )
        return False

    def _long_ago(self, one: Coded, time: Time | None) -> bool:
        since = words().events_since
        if time is not None:
            told = int(time.end[:4])
            return told < since or (one.act in _FORCED and told < words().force_since)
        g = self.g
        verb = next((k for k in self.g.way_up(one.trigger) if g.is_verb(k)), None)
        heads = {one.trigger}
        while verb is not None:
            heads.add(verb)
            verb = g.head[verb] if g.dep[verb] == "conj" else None  # "met in 1494 and agreed on a line"
        return any(
            self._year(k) < since and self._dates(k, heads)
            for k in range(*g.sents[g.sent[one.trigger]])
            if g.lower[k][0].isdigit() or g.lower[k] in words().ordinals
        )

    def _year(self, k: int) -> int:
        """The year that a figure says, the last of a century; 9999 for other figures."""
        g = self.g
        following = g.lower[k + 1] if k + 1 < g.n else ""
        if g.head[k] != k and g.pos[g.head[k]] in ("NUM", "SYM"):  # "$580 million", "580 %"
            return 9999
        if following == "century":
            century = _CENTURY.fullmatch(g.lower[k])
            number = int(century.group(1)) if century is not None else words().ordinals.get(g.lower[k], 99)
            return number * 100 - 1
        if following in ("bc", "bce", "b.c."):
            return 0
        return int(g.lower[k]) if _YEAR.fullmatch(g.lower[k]) is not None else 9999

    def _dates(self, k: int, heads: set[int]) -> bool:
        """Whether a year is that of an act: `besieged it in the winter of 1220`, not `a treaty of 1840`."""
        g = self.g
        way = self.g.way_up(k)
        for above in way[1:]:
            if above in heads:
                return g.dep[k] != "nummod" or g.lower[g.head[k]] in _TIME_NOUNS
            named = g.pos[above] == "PROPN" and g.dep[way[1]] == "prep"  # "met at Tordesillas in 1494"
            if g.pos[above] in ("NOUN", "PROPN") and g.lower[above] not in _TIME_NOUNS and not named:
                return False
            if g.is_verb(above):
                return False
        return False

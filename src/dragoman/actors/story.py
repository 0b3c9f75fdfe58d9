"""What the finders of one doc share: the scan, the mentions so far, the countries of the story."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from typing import NamedTuple

from spacy.tokens import Doc

from dragoman.actors.entries import LAND_FLAVOURS, STATE_FLAVOURS, Organisation, holds
from dragoman.actors.knowledge import KnowledgeBase
from dragoman.actors.matching import Hit, Scan
from dragoman.actors.mention import ActorMention
from dragoman.actors.names import SMALL, fold
from dragoman.actors.towns import towns
from dragoman.actors.whose import ABROAD, Whose
from dragoman.language import Grammar, Layout
from dragoman.schema import Actor, Via, Warning_

_NOMINAL_DEPS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "appos", "ROOT", "attr", "dative"}
)
_NO_HEADS = frozenset({"PUNCT", "DET", "SPACE", "ADP", "PART"})
SKIPPED = frozenset({"label", "byline"})
# Nothing in these may be an antecedent or a vote for the story's country.
ASIDE = frozenset({"label", "byline", "related", "repeat"})


# What a vote loses where the state only qualifies a noun (`the Polish president`) or is a venue (`in Geneva`).
MODIFIER = 0.5
# What a person named counts for his state: a little more than its name, which outsiders bear too.
BEARER = 1.1
# ... and what a party, chamber or court of it counts, or those who fight there, of whom news tells at home.
ORGAN = 0.5


class Place(NamedTuple):
    """A state's name, adjective, capital or metonym in the text."""

    token: int
    code: str
    flavour: str
    hit: Hit


# After a hyphen: the state named before acts on another, which is none of its own (`Moscow-backed rebels`).
_ACTED_ON = (
    "back",
    "led",
    "ally",
    "alli",
    "train",
    "support",
    "arm",
    "appoint",
    "impos",
    "install",
    "sponsor",
    "broker",
    "made",
    "controlled",
    "held",
    "occupied",
    "fund",
    "financ",
    "built",
    "supplied",
    "friendly",
    "leaning",
    "aligned",
    "mediat",
    "base",
    "headquarter",
    "own",
    "regist",
    "speaking",
    "flag",
    "propos",
    "draft",
    "born",
    "educat",
    "raised",
)
# Before the name of a city, beside locative prepositions: who is of it, or went there, is in its state.
_THEREABOUTS = frozenset({"of", "from", "outside"})
_LIKENED = (
    "style",
    "like",
    "type",
    "era",
)  # after a hyphen: what only resembles it (`an Egypt-style protest`)
_LENGTHS = frozenset({"miles", "km", "kilometers", "kilometres"})
_PARENTS = {"SSD": "SDN"}
# Rump states whose people are counted for the state that carries them on, from a day.
_HEIRS = {"SCG": ("SRB", "2003-02-04")}
_STANCES = frozenset({"pro", "anti", "non", "un"})


# Prepositions before a state that does something to those of whom a story tells, or where they go to.
_BESIDES = frozenset({"by", "from", "into", "to", "towards", "toward", "with", "against"})

# How many times as often a text must name the state of the smaller of two places of a name.
_FAR_MORE = 2
# Words after the comma that say where a city is.
_SAID_WITHIN = 8
# Before the second half of an Arabic name, behind a hyphen.
_ARTICLES = frozenset({"al", "an", "ar", "as", "ash", "at", "az", "el", "ed"})
# Where somebody does so is not where a story plays.
_DWELLING = frozenset(
    {
        "live",
        "reside",
        "dwell",
        "base",
        "bear",
        "study",
        "exile",
        "settle",
        "educate",
        "sit",
        "headquarter",
        "print",
        "train",
        "hide",
        "shelter",
    }
)

# After `the States` these say which of many.
_WHICH_STATES = frozenset(
    {"concerned", "parties", "party", "members", "member", "of", "that", "which", "involved"}
)


class Story:
    """The state of reading one doc."""

    def __init__(self, doc: Doc, g: Grammar, layout: Layout, kb: KnowledgeBase, on: str | None) -> None:
        self.doc, self.g, self.layout, self.kb, self.on = doc, g, layout, kb, on
        self.text = g.text
        self.scan = Scan(self.text, g, kb)
        self.mentions: list[ActorMention] = []
        self.warnings: list[Warning_] = []
        self.taken: set[int] = set()  # words that belong to a name or title already read
        # Where a minority lives, by the word that names its people: `ethnic Albanian`.
        self.homes: dict[int, str] = {}
        self.at: dict[int, ActorMention] = {}  # the first mention made over each token
        self.used = [False] * g.n
        self.implied: list[ActorMention] = []  # owners inside longer mentions: no mentions, but antecedents
        self.named_bodies: list[
            tuple[int, str, str]
        ] = []  # (offset, kind of body, state), for `the Ministry` later
        # What belonged to whom before a state was born: the SPLM of 2005 is Sudan's.
        self.earlier = {
            new: old for new, old in _PARENTS.items() if on is not None and not kb.existed(new, on)
        }
        self.earlier |= {
            gone: heir for gone, (heir, since) in _HEIRS.items() if on is not None and on >= since
        }
        self.bearers: dict[str, int] = {}  # countries of the persons named, where no state is
        self.organs: dict[
            str, set[str]
        ] = {}  # armed groups, parties, chambers and courts named, by their states
        self.at_home: dict[str, int] = {}  # countries of those introduced by an office without a state
        self._edges = [b.start for b in layout.blocks]
        self.hits = [h for h in self.scan.hits if self.kind(self.scan.start[h.a]) not in SKIPPED]
        self.lower = set(self.scan.fold)
        self.towns: set[str] = set()  # states' names that are towns' here
        self.votes: dict[str, int] = {}
        self.sure: dict[str, int] = {}  # votes of names that are of one state only
        self.spoken: set[str] = set()  # states named otherwise than by their capitals
        for hit in self.hits:
            named = [t.key for t in hit.targets if t.flavour in STATE_FLAVOURS]
            if len(named) == 1:
                self.sure[named[0]] = self.sure.get(named[0], 0) + 1
            if hit.of("name", "adjective", "demonym") is not None:
                self.spoken |= set(named)
        self.places: list[Place] = []
        self._find_places()
        # Votes that only say whose somebody is, or where others met.
        self.modifying: dict[str, int] = {}
        for place in self.places:
            modifies = g.dep[place.token] in ("amod", "compound", "nmod", "poss")
            venue = place.flavour in ("capital", "city") and self.locative(place.token)
            beside = (
                self.preposition(place.token) in _BESIDES
                or self.a_people(place)
                or (g.dep[place.token] == "nsubj" and g.dep[g.head[place.token]] == "ccomp")
                or (self.locative(place.token) and g.lemma[g.verb_over(place.token)] in _DWELLING)
            )
            if (modifies or venue or beside or self._bound_for(place.token)) and self.kind(
                g.start[place.token]
            ) not in ASIDE:
                sends = (modifies or self.preposition(place.token) == "from") and self.sends(place.token)
                self.modifying[place.code] = self.modifying.get(place.code, 0) + (2 if sends else 1)
        self.whose = Whose(self)
        self.dateline = self._dateline_state()
        # Not so where it is only the desk of an agency: `PARIS -- Rebels in Ivory Coast said`.
        self.dateline_at_home = self.dateline is not None and (
            self.dateline not in kb.words.desks or self.ground() in (None, self.dateline)
        )
        if self.dateline is not None and not self.dateline_at_home:
            self.votes[self.dateline] = self.votes.get(self.dateline, 1) - 1

    # Countries -------------------------------------------------------------------

    @property
    def dominant(self) -> str | None:
        """The state of most names, of states and of persons so far; of equals the first named."""
        weights = {c: n - MODIFIER * self.modifying.get(c, 0) for c, n in self.votes.items()}
        for code, n in self.bearers.items():
            weights[code] = weights.get(code, 0.0) + BEARER * n
        for code, bodies in self.organs.items():
            weights[code] = weights.get(code, 0.0) + ORGAN * len(bodies)
        return max(weights, key=lambda c: weights[c]) if weights else None

    @property
    def home(self) -> str | None:
        """The state whose office-holders the text introduces as its own (`President X`, but `the French president`)."""
        best = sorted(self.at_home.items(), key=lambda x: -x[1])[:2]
        return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None

    def of_heads(self, i: int) -> bool:
        """Whether a noun only says what some are the heads of: `heads of state and government`."""
        g = self.g
        if g.dep[i] == "conj":
            i = g.head[i]
        heads = g.head[g.head[i]]
        return g.dep[i] == "pobj" and g.tag[heads] == "NNS" and g.lemma[heads] == "head"

    def other_than(self, code: str | None) -> str | None:
        """The state of most names and persons but for one, of equals the first named."""
        weights = {c: float(n) for c, n in self.votes.items() if c != code}
        for c, n in self.bearers.items():
            if c != code:
                weights[c] = weights.get(c, 0.0) + BEARER * n
        best = max(weights, key=lambda c: weights[c], default=None)
        return best if best is not None and weights[best] > 0 else None

    def aside(self, hit: Hit) -> bool:
        """Whether a state's name only qualifies another actor: `pro-Russian`, `Moscow-backed`."""
        scan = self.scan
        a = hit.a
        if a > 0 and scan.fold[a - 1] == "ethnic":  # "an ethnic Uzbek", but "ethnic Uzbek rebels"
            return self.g.dep[scan.token(scan.start[a])] not in ("amod", "compound", "nmod")
        if a > 0 and scan.fold[a - 1] in _STANCES and scan.end[a - 1] + 1 == scan.start[a]:
            return True
        if scan.fold[a : hit.b] == ["states"] and not self.the_states(hit):
            return True
        return self._joined(hit, _ACTED_ON)

    def named_among(self, ids: Collection[str]) -> Actor | None:
        """The first of these actors that the text names."""
        return next((a for m in self.mentions for a in m.actors if a.id in ids), None)

    def the_states(self, hit: Hit) -> bool:
        """Whether `the States` are America, not those of a treaty or a body: `Member States`, `the States concerned`."""
        fold, a, b = self.scan.fold, hit.a, hit.b
        return a > 0 and fold[a - 1] == "the" and not set(fold[b : b + 1]) & _WHICH_STATES

    def _joined(self, hit: Hit, beginnings: tuple[str, ...]) -> bool:
        """Whether a hyphen joins a name to a word that begins so."""
        scan, b = self.scan, hit.b
        return (
            b < scan.n
            and scan.start[b] == scan.end[b - 1] + 1
            and scan.text[scan.end[b - 1]] == "-"
            and scan.fold[b].startswith(beginnings)
        )

    def _town(self, hit: Hit) -> bool:
        """Whether a state's name is that of a town, by how far it says that it is from another: `San Marino, 170 miles`."""
        scan, b = self.scan, hit.b
        name = " ".join(scan.fold[hit.a : b])
        if (
            b + 2 < scan.n
            and scan.fold[b] == ","
            and scan.fold[b + 1][0].isdigit()
            and scan.fold[b + 2] in _LENGTHS
            and hit.of("name") is not None
        ):
            self.towns.add(name)
        return name in self.towns

    def _rooted(self, hit: Hit) -> bool:
        """Whether a state's name is but the end of that of a village or hill: `Um Qatar`, `Jebel Oman`."""
        scan, a = self.scan, hit.a
        return (
            a > 0
            and scan.capital[a - 1]
            and scan.fold[a - 1] in self.kb.words.place_roots
            and scan.start[a] - scan.end[a - 1] <= 1
        )

    def _said_to_be_in(self, hit: Hit) -> str | None:
        """The state in which a city is said to be that is also a capital's name: `Tripoli, the second city of Lebanon`."""
        scan, b = self.scan, hit.b
        if b >= scan.n or scan.fold[b] != "," or hit.of("capital") is None:
            return None
        name = " ".join(scan.fold[hit.a : b])
        for k in range(b + 1, min(b + _SAID_WITHIN, scan.n)):
            if scan.fold[k] in (",", "."):
                return None
            after = scan.starting.get(k)
            state = after.of("name") if after is not None else None
            if state is not None:
                told = k == b + 1 or scan.fold[k - 1] == "of"
                return (
                    state.key
                    if told and state.key in (*self.kb.cities.get(name, ()), *towns().of(name))
                    else None
                )
        return None

    def _namesake(self, hit: Hit) -> str | None:
        """The state whose city has the name of another's capital, where the text names that state only: `Tripoli` in news of Lebanon."""
        t = hit.of("capital")
        if t is None or hit.of("name", "adjective", "demonym") is not None or t.key in self.spoken:
            return None
        rivals = (
            self.kb.words.namesakes.get(" ".join(self.scan.fold[hit.a : hit.b]), frozenset()) & self.spoken
        )
        return next(iter(rivals)) if len(rivals) == 1 else None

    def seat(self, hit: Hit) -> str | None:
        """The organisation that a capital stands for where its state is not named (`Brussels`)."""
        seated = self.kb.words.seats.get(self.scan.fold[hit.a]) if hit.b - hit.a == 1 else None
        t = hit.of("capital")
        if seated is None or t is None:
            return None
        state = self.kb.states[t.key]
        return None if {state.name.lower(), state.adjective.lower()} & self.lower else next(iter(seated))

    def code(self, hit: Hit) -> str | None:
        """The state that a name, adjective, demonym, capital or metonym stands for on the day, or a region lies in."""
        if hit.b - hit.a == 1:
            doubt = self.kb.ambiguous.get(self.scan.fold[hit.a])
            if doubt is not None and not self._is_state(doubt.pro, doubt.contra, doubt.default):
                return None
        if hit.a in self.homes:
            return self.homes[hit.a]
        if (said := self._said_to_be_in(hit)) is not None:
            return said
        if self._town(hit) or self._rooted(hit):
            return None
        if (namesake := self._namesake(hit)) is not None:
            return namesake
        codes = [t.key for t in hit.targets if t.flavour in STATE_FLAVOURS]
        alive = [code for code in codes if self.kb.existed(code, self.on)]
        if len(alive) > 1:  # "Korean": of the one that the text names otherwise
            return max(alive, key=lambda c: (self.sure.get(c, 0), -alive.index(c)))
        if alive:
            return alive[0]
        if (region := hit.of("region")) is not None:  # `Aden`, the capital of a state that is no more
            return self.kb.regions[region.key].country
        if codes and (now := self.kb.cities.get(" ".join(self.scan.fold[hit.a : hit.b]))):
            return now[0]
        return codes[0] if codes else None

    def one_of(self, ids: list[str], hit: Hit) -> str:
        """Of organisations with one name: the one of the day, of the state beside the name, and of the story's states."""
        if len(ids) == 1:
            return ids[0]
        owner = self._owner_beside(hit)

        def fit(id_: str) -> tuple[bool, bool, int, int]:
            org = self.kb.organisations[id_]
            here = self.votes.get(org.country or "", 0) + self.bearers.get(org.country or "", 0)
            return self.alive(org), owner is not None and org.country == owner, here, int(org.country is None)

        return max(ids, key=fit)

    def alive(self, org: Organisation) -> bool:
        """Whether an organisation exists on the day of the text, as far as is known."""
        return self.on is None or holds(org.since, org.until, self.on)

    def _owner_beside(self, hit: Hit) -> str | None:
        """The state that stands before or after a name: `[Peru]'s Congress`, `the [Bolivian] Congress`, `the Congress of [Peru]`."""
        scan, b = self.scan, hit.b
        beside, _ = scan.owner_before(hit.a)
        if (beside is None or beside.of(*STATE_FLAVOURS) is None) and b < scan.n and scan.fold[b] == "of":
            beside = scan.starting.get(scan.behind(b))
        return self.code(beside) if beside is not None and beside.of(*STATE_FLAVOURS) is not None else None

    def lived_in(self, word: str) -> str | None:
        """The state of the story in which a people lives that bears another's name: `the Serbs` in news of Bosnia."""
        homes = self.kb.words.peoples_abroad.get(word)
        if homes is None:
            return None
        if self.dateline in homes:
            return self.dateline
        best = max(sorted(homes), key=lambda c: self.votes.get(c, 0))
        own = max((n for c, n in self.sure.items() if c not in homes), default=0)
        return best if self.votes.get(best, 0) > own else None

    def elsewhere(self, hit: Hit, id_: str) -> bool:
        """Whether a name is one that bodies of many states have (`Liberal Party`, `National Transitional Council`), and its own is not of the story."""
        org = self.kb.organisations[id_]
        heads = self.kb.words.institution_heads
        if org.kind == "party":
            ends = heads["PTY"]
        elif org.kind == "government body" and hit.b - hit.a > 2:
            ends = heads["GOV"] | heads["LEG"]
        else:
            return False
        if org.country is None or self.dateline == org.country:
            return False
        if not self.votes or org.country in self.votes or org.country in self.bearers:
            return False
        if self.scan.fold[hit.b - 1] not in ends:
            return False  # "Muslim Brotherhood"
        state = self.kb.states.get(org.country)
        if state is not None and state.adjective.lower() in self.scan.fold[hit.a : hit.b]:
            return False  # "the Iraqi Revolution Command Council"
        common = self.kb.organisation_words
        return all(w in common or w in SMALL for w in self.scan.fold[hit.a : hit.b] if w[0].isalpha())

    def _is_state(self, pro: frozenset[str], contra: frozenset[str], default: bool) -> bool:
        for_, against = len(pro & self.lower), len(contra & self.lower)
        return for_ > against if for_ != against else default

    def _find_places(self) -> None:
        scan = self.scan
        for hit in self.hits:
            t = hit.of(*LAND_FLAVOURS)
            if t is None or (not scan.capital[hit.a] and scan.case_at(scan.start[hit.a]) != "lower"):
                continue
            code = self.code(hit)
            if code is None or hit.of("person") is not None or self.seat(hit) is not None:
                continue
            if hit.b < scan.n and self.currency(hit.b):
                continue
            if (
                hit.a
                and scan.fold[hit.a - 1] in self.kb.words.continental
                and scan.end[hit.a - 1] + 1 == scan.start[hit.a]
            ):
                continue
            if self._joined(hit, _LIKENED):
                continue
            aside = self.kind(scan.start[hit.a]) in ASIDE
            if not self.in_dateline(scan.start[hit.a]):
                self.places.append(Place(self.head(*scan.tokens(hit.a, hit.b)), code, t.flavour, hit))
            if not aside:
                self.votes[code] = self.votes.get(code, 0) + 1
        self._find_cities()
        self.places.sort(key=lambda p: p.token)

    def _find_cities(self) -> None:
        """Cities and towns that are no seat of government, where the grammar says that something is there.

        Of towns only large ones count for where a story plays.
        """
        scan, words, cities = self.scan, self.kb.words, self.kb.cities
        known = {
            k for h in self.hits if any(t.flavour != "surname" for t in h.targets) for k in range(h.a, h.b)
        }
        found: list[Place] = []
        for a in range(1, scan.n):
            if not scan.capital[a] or a in known or scan.fold[a] in words.not_names:
                continue
            before = scan.fold[a - 1]
            if (
                before in _ARTICLES
                and scan.end[a - 1] + 1 == scan.start[a]
                and scan.text[scan.end[a - 1]] == "-"
            ):
                continue  # "Maarat al-Numan" is not Numan
            if before not in words.locative | _THEREABOUTS | {"on"} and not self._reached(a):
                continue
            for b in range(min(scan.n, a + 3), a, -1):
                name = " ".join(scan.fold[a:b])
                if any(k in known for k in range(a, b)):
                    continue
                if before == "on" and name not in towns().islands:
                    continue
                code = self.town(name)
                if name not in cities and (code is None or not self._clearly_a_town(a, b)):
                    continue
                if b < scan.n and scan.capital[b] and scan.start[b] == scan.end[b - 1] + 1:
                    break  # part of a longer name
                if code is not None and self.kb.existed(code, self.on):
                    size = "city" if code in cities.get(name, ()) else "town"
                    found.append(Place(scan.token(scan.start[a]), code, size, Hit(a, b, [])))
                break
        for place in found:
            self.places.append(place)
            if place.flavour == "city" and self.kind(scan.start[place.hit.a]) not in ASIDE:
                self.votes[place.code] = self.votes.get(place.code, 0) + 1

    def _clearly_a_town(self, a: int, b: int) -> bool:
        """Whether words `[a, b)`, the name of a small town, are not rather somebody's, or those of a thing."""
        before = self.scan.fold[a - 1]
        if before == "the":
            return False  # "crossed the Line"
        return before != "of" or b - a > 1 or not self.kb.surnames.get(self.scan.fold[a])

    def town(self, name: str) -> str | None:
        """The state of a city or town: of a large city any; of others one that the text names, if it names but one."""
        large = self.kb.cities.get(name, ())
        told = [c for c in large if c in self.votes]
        if told:  # a smaller one, where the text tells far more of its state
            most = max(self.votes[c] for c in told) * _FAR_MORE
            told = [c for c in towns().of(name) if self.votes.get(c, 0) > most][:1] or told
        if not told:
            told = [c for c in towns().of(name) if c in self.votes]
            if len(told) > 1 or name in self.kb.words.disputed:
                return None
        if told:
            return told[0]
        return large[0] if len(large) == 1 else None

    def _reached(self, a: int) -> bool:
        """Whether a word is the object of a verb of reaching, holding or hitting a place: `shelled [Tyre]`."""
        g, token = self.g, self.scan.token(self.scan.start[a])
        return g.dep[token] == "dobj" and g.lemma[g.head[token]] in self.kb.words.visiting

    def _dateline_state(self) -> str | None:
        if self.layout.dateline_place is None:
            return None
        start, end = self.layout.dateline_place
        found = self.kb.find(self.text[start:end].title(), self.on)
        code = next((a.country for a in found if a.kind == "state"), None)
        if code is not None or self.layout.dateline_span is None:
            return code
        # "DARWIN, Australia", else the state of the town
        within = (h for h in self.hits if end <= self.scan.start[h.a] < self.layout.dateline_span[1])
        named = next((h for h in within if h.of("name")), None)
        code = self.code(named) if named is not None else self.town(fold(self.text[start:end]))
        return code if self.ground() in (None, code) else None  # what lies across a border is told from there

    def sends(self, token: int) -> bool:
        """Whether a state is said to send somebody: `[Norway]'s envoy`, `the mediator from [Norway]`."""
        sent = self.g.head[token]
        if self.preposition(token) == "from":
            sent = self.g.head[sent]
        return self.g.lemma[sent] in self.kb.words.delegates

    def ground(self) -> str | None:
        """The state in which the story plays: where things are said to be `in`, before who is said to act."""
        weights: dict[str, float] = {}
        for p in self.places:
            if self.kind(self.g.start[p.token]) in ASIDE or self.aside(p.hit):
                continue
            modifier = self.g.dep[p.token] in ("amod", "compound", "nmod")
            weight = 3.0 if self.locative(p.token) else 0.25 if modifier else 1.0
            if weight == 1.0 and (self.preposition(p.token) in ABROAD or p.flavour in ("capital", "metonym")):
                weight = 0.5  # "Washington condemned the killing": a government, as often of elsewhere
            if weight > 1.0 and self.g.lemma[self.g.head[self.g.head[p.token]]] in _DWELLING:
                weight = 0.25  # "the cleric who lives in Pennsylvania"
            if weight > 1.0 and self.whose.venue_of_talks(p.token):
                weight = 0.25  # "wants the factions to meet in Bonn"
            if weight <= 1.0 and self.sends(p.token):
                weight = 0.1
            weights[p.code] = weights.get(p.code, 0.0) + weight
        for code, n in self.bearers.items():
            weights[code] = weights.get(code, 0.0) + n
        for code, bodies in self.organs.items() if weights else ():
            weights[code] = weights.get(code, 0.0) + len(bodies)
        return max(weights, key=lambda c: weights[c]) if weights else None

    def a_people(self, place: Place) -> bool:
        """Whether a word is for people of a state rather than for it: `two Malians`, `a Venezuelan`."""
        g = self.g
        return (
            place.hit.of("adjective", "demonym") is not None
            and place.hit.of("name") is None
            and g.pos[place.token] in ("NOUN", "PROPN")
            and g.dep[place.token] not in ("amod", "compound", "nmod", "poss")
        )

    def _bound_for(self, token: int) -> bool:
        """Whether a place is only where somebody goes or comes from: `flew to India`."""
        g = self.g
        if self.preposition(token) not in ("to", "from", "for"):
            return False
        token = g.first_of_row(token)
        return g.lemma[g.head[g.head[token]]] in self.kb.words.travel_verbs

    def currency(self, word: int) -> bool:
        """Whether a word of the scan names a currency: `US [dollars]`, not `Paris [won] the backing of`."""
        scan = self.scan
        return scan.fold[word] in self.kb.words.currencies and self.g.pos[
            scan.token(scan.start[word])
        ] not in ("VERB", "AUX")

    def locative(self, token: int) -> bool:
        """Whether a token is the object of a locative preposition, through coordination."""
        return self.preposition(token) in self.kb.words.locative

    def grounds(self, token: int) -> bool:
        """Whether a state's adjective says whose the ground is on which something happens: `at a South Korean island`."""
        g = self.g
        noun = g.head[token]
        return (
            g.dep[token] in ("amod", "compound", "nmod", "poss")
            and g.lemma[noun] in self.kb.words.grounds
            and self.locative(noun)
        )

    def preposition(self, token: int) -> str:
        """The preposition that a token is the object of, through coordination; empty when none."""
        g = self.g
        token = g.first_of_row(token)
        return g.lower[g.head[token]] if g.dep[token] == "pobj" else ""

    # Layout ----------------------------------------------------------------------

    def kind(self, offset: int) -> str | None:
        """The kind of the block that an offset lies in."""
        k = bisect_right(self._edges, offset) - 1
        if k < 0:
            return None
        block = self.layout.blocks[k]
        return block.kind if offset < block.end else None

    def in_dateline(self, offset: int) -> bool:
        """Whether an offset lies in the dateline."""
        span = self.layout.dateline_span
        return span is not None and span[0] <= offset < span[1]

    def imply(self, word: int, owner: str) -> None:
        """Note a state or organisation named only inside a title, for what refers back to it."""
        actor = self.kb.state(owner) or self.kb.organisation(owner)
        if actor is not None and word < self.scan.n:
            token = self.scan.token(self.scan.start[word])
            start = self.g.start[token]
            self.implied.append(
                ActorMention(
                    token, token, token, start, self.g.end[token], "name", (actor,), "inside a title"
                )
            )

    # Writing ---------------------------------------------------------------------

    def head(self, first: int, last: int) -> int:
        """The token of a range on which the others hang."""
        g = self.g
        best = last
        for i in range(last, first - 1, -1):
            h = g.head[i]
            if (h == i or not first <= h <= last) and g.pos[i] not in _NO_HEADS:
                best = i
                if g.dep[i] in _NOMINAL_DEPS:
                    return i
        return best

    def mention(
        self,
        a: int,
        b: int,
        via: Via,
        actors: tuple[Actor, ...],
        why: str,
        *,
        locative: bool = False,
        head: int | None = None,
    ) -> ActorMention:
        """Note a mention over words `[a, b)`."""
        first, last = self.scan.tokens(a, b)
        start, end = self.scan.span(a, b)
        return self.add(
            ActorMention(
                first,
                last,
                self.head(first, last) if head is None else head,
                start,
                end,
                via,
                actors,
                why,
                locative,
            )
        )

    def mention_tokens(
        self, first: int, last: int, via: Via, actors: tuple[Actor, ...], why: str, *, head: int | None = None
    ) -> ActorMention:
        """Note a mention over tokens `first` to `last`."""
        g = self.g
        return self.add(
            ActorMention(
                first,
                last,
                self.head(first, last) if head is None else head,
                g.start[first],
                g.end[last],
                via,
                actors,
                why,
            )
        )

    def add(self, mention: ActorMention) -> ActorMention:
        """Note a mention."""
        if self.earlier and any(a.country in self.earlier and a.kind != "state" for a in mention.actors):
            mention.actors = tuple(
                a.model_copy(update={"country": self.earlier[a.country]})
                if a.kind != "state" and a.country in self.earlier
                else a
                for a in mention.actors
            )
        for i in range(mention.first, mention.last + 1):
            self.used[i] = True
            self.at.setdefault(i, mention)
        self.mentions.append(mention)
        return mention

    def warn(self, kind: str, span: tuple[int, int], message: str) -> None:
        """Note a warning, once for each message."""
        if not any(w.kind == kind and (w.span == span or w.message == message) for w in self.warnings):
            self.warnings.append(Warning_(kind=kind, span=span, message=message))


def tidy(mentions: list[ActorMention]) -> list[ActorMention]:
    """Mentions in text order, doubles and partial overlaps resolved for the longer one."""
    order = sorted(mentions, key=lambda m: (m.first, -m.last, not m.actors))
    out: list[ActorMention] = []
    stack: list[ActorMention] = []
    for m in order:
        while stack and stack[-1].last < m.first:
            stack.pop()
        if stack:
            outer = stack[-1]
            if (outer.first, outer.last) == (m.first, m.last) and (outer.actors or not m.actors):
                continue
            if m.last > outer.last:  # crosses the end of the one before: the longer stays
                if m.last - m.first <= outer.last - outer.first:
                    continue
                out.remove(outer)
                stack.pop()
        out.append(m)
        stack.append(m)
    return out

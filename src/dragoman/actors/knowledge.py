"""The knowledge base: states, offices and their holders by date, organisations, agent nouns.

Read from the tables in `data/`, compiled once, and kept in the cache under a digest of their contents.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Literal, NamedTuple, get_args

import pycountry

from dragoman.datafiles import compiled, files_below, read_table, read_words
from dragoman.errors import KnowledgeError
from dragoman.schema import Actor, Kind

DATA = resources.files("dragoman.actors") / "data"
WORD = re.compile(r"\w+|[^\w\s]")
Flavour = Literal["name", "adjective", "demonym", "capital", "metonym", "org", "person", "surname", "title", "garbled"]


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Lower-case letters without accents; one spelling for all apostrophes."""
    if word.isascii():
        return word.lower()
    text = unicodedata.normalize("NFKD", word)
    return "".join(c for c in text if not unicodedata.combining(c)).lower().replace("’", "'").replace("ł", "l").replace("đ", "d").replace("ø", "o")


def words_of(phrase: str) -> tuple[str, ...]:
    """A phrase as folded words and marks, as texts are split for matching."""
    return tuple(fold(w) for w in WORD.findall(phrase))


class Target(NamedTuple):
    """What a known phrase may stand for."""

    flavour: Flavour
    key: str
    exact: str  # acronyms match in this very casing only; empty otherwise


@dataclass(frozen=True, slots=True)
class State:
    """A state: its code, name, first adjective, capital, and the years it existed in."""

    code: str
    name: str
    adjective: str
    capital: str
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person in one office, `since` and `until` as prefixes of ISO days (empty: open)."""

    office: str
    since: str
    until: str


@dataclass(slots=True)
class Person:
    """A known person with offices over time."""

    id: str
    name: str
    gender: str
    surnames: tuple[str, ...]
    tenures: list[Tenure] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Organisation:
    """A known organisation, armed group, party, body, medium or company."""

    id: str
    name: str
    kind: Kind
    country: str | None
    sector: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """An office that a title may name, in these states only (empty: in all)."""

    office: str
    sector: str
    scope: frozenset[str]


def slug(name: str) -> str:
    """An id from a name."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name.replace("’", "").replace("'", ""))).strip("-") or "x"


class KnowledgeBase:
    """All that is known of actors before any text is read."""

    def __init__(self) -> None:
        self.states: dict[str, State] = {}
        self.persons: dict[str, Person] = {}
        self.organisations: dict[str, Organisation] = {}
        self.holders: dict[str, list[tuple[str, str, str]]] = {}  # office -> (since, until, person)
        self.surnames: dict[str, list[str]] = {}
        self.titles: dict[str, list[Title]] = {}  # title phrase -> offices
        self.agents: dict[str, tuple[str, str]] = {}  # lemma -> (sector, kind)
        self.agent_phrases: dict[str, set[tuple[str, ...]]] = {}
        self.common_surnames: frozenset[str] = frozenset()
        self.phrases: dict[str, list[tuple[tuple[str, ...], list[Target]]]] = {}  # by first word, longest first
        self._index: dict[tuple[str, ...], list[Target]] = {}

    # Building ------------------------------------------------------------------

    @classmethod
    def build(cls) -> KnowledgeBase:
        """Read all tables. Raises `KnowledgeError` with file and line on the first fault."""
        kb = cls()
        kb.common_surnames = frozenset(fold(w) for w in read_words(DATA / "common_surnames.txt"))
        kb._read_states()
        kb._read_offices()
        kb._read_organisations()
        kb._read_holders()
        kb._read_agents()
        kb._read_garbled()
        for words, targets in kb._index.items():
            kb.phrases.setdefault(words[0], []).append((words, targets))
        for entries in kb.phrases.values():
            entries.sort(key=lambda e: -len(e[0]))
        kb._index = {}
        return kb

    def _know(self, phrase: str, flavour: Flavour, key: str) -> None:
        words = words_of(phrase)
        if not words:
            return
        letters = phrase.replace(".", "").replace("-", "").replace("+", "")
        exact = phrase if letters.isupper() and len(letters) <= 8 and " " not in phrase else ""
        targets = self._index.setdefault(words, [])
        target = Target(flavour, key, exact)
        if target not in targets:
            targets.append(target)

    def _read_states(self) -> None:
        columns = ["code", "name", "adjectives", "demonyms", "capital", "metonyms", "aliases", "from", "until"]
        for row in read_table(DATA / "states.tsv", columns):
            c = row.cells
            code = c["code"]
            adjectives = row.many("adjectives")
            self.states[code] = State(
                code, c["name"], adjectives[0] if adjectives else c["name"], c["capital"], c["from"], c["until"]
            )
            self._know(c["name"], "name", code)
            for alias in row.many("aliases"):
                self._know(alias.removeprefix("the "), "name", code)
            for adjective in adjectives:
                self._know(adjective, "adjective", code)
            for demonym in row.many("demonyms"):
                if demonym not in adjectives or demonym.endswith(("ese", "ish", "ch", "ss")):
                    self._know(demonym, "demonym", code)
            if c["capital"]:
                self._know(c["capital"], "capital", code)
            for metonym in row.many("metonyms"):
                self._know(metonym, "metonym", code)
        self._know("Kiev", "capital", "UKR")
        for country in pycountry.countries:
            if country.alpha_3 not in self.states:
                name = getattr(country, "common_name", country.name).split(",")[0]
                self.states[country.alpha_3] = State(country.alpha_3, name, name, "", "", "")
                self._know(name, "name", country.alpha_3)
            elif getattr(country, "official_name", None):
                self._know(country.official_name, "name", country.alpha_3)

    def _read_offices(self) -> None:
        for row in read_table(DATA / "offices.tsv", ["office", "titles", "sector", "scope"]):
            title = Title(row.cells["office"], row.cells["sector"], frozenset(row.many("scope")))
            for phrase in row.many("titles"):
                key = " ".join(words_of(phrase))
                self.titles.setdefault(key, []).append(title)
                self._know(phrase, "title", key)

    def _read_organisations(self) -> None:
        file = DATA / "organisations.tsv"
        for row in read_table(file, ["id", "name", "kind", "country", "sector", "aliases", "members"]):
            c = row.cells
            if c["kind"] not in get_args(Kind):
                raise KnowledgeError(str(file), row.line, f"{c['kind']!r} is no kind of actor")
            if c["country"] and c["country"] not in self.states:
                raise KnowledgeError(str(file), row.line, f"{c['country']!r} is no state's code")
            if c["id"] in self.organisations:
                raise KnowledgeError(str(file), row.line, f"the id {c['id']!r} stands in the file twice")
            self.organisations[c["id"]] = Organisation(
                c["id"], c["name"], c["kind"], c["country"] or None, c["sector"], tuple(row.many("members"))  # type: ignore[arg-type]
            )
            for phrase in (c["name"], *row.many("aliases")):
                self._know(phrase.removeprefix("the "), "org", c["id"])

    def _read_holders(self) -> None:
        file = DATA / "holders.tsv"
        for row in read_table(file, ["office", "name", "from", "until", "gender", "aliases"]):
            c = row.cells
            owner, _, office = c["office"].partition(":")
            if not office or (owner not in self.states and owner not in self.organisations):
                raise KnowledgeError(str(file), row.line, f"the office {c['office']!r} belongs to nobody known")
            if c["until"] and c["until"] != "?" and c["until"] < c["from"][: len(c["until"])]:
                raise KnowledgeError(str(file), row.line, f"{c['name']} ends office before beginning it")
            person = self._person(c["name"], c["gender"], row.many("aliases"))
            until = "" if c["until"] == "?" else c["until"]
            person.tenures.append(Tenure(c["office"], c["from"], until))
            self.holders.setdefault(c["office"], []).append((c["from"], until, person.id))

    def _person(self, name: str, gender: str, aliases: list[str]) -> Person:
        id_ = slug(name)
        surnames = tuple(fold(a[8:]) for a in aliases if a.startswith("surname="))
        person = self.persons.get(id_)
        if person is None:
            own = surnames or (fold(_last(name)),)
            person = self.persons[id_] = Person(id_, name, gender, own)
            for phrase in (name,):
                self._know(phrase, "person", id_)
        elif surnames:
            person.surnames = tuple(dict.fromkeys((*person.surnames, *surnames)))
        for alias in aliases:
            if not alias.startswith("surname="):
                self._know(alias, "person", id_)
        for surname in person.surnames:
            known = self.surnames.setdefault(surname, [])
            if id_ not in known:
                known.append(id_)
            self._know(surname, "surname", surname)
        return person

    def _read_agents(self) -> None:
        file = DATA / "agents.tsv"
        for row in read_table(file, ["lemmas", "sector", "kind"]):
            if row.cells["kind"] not in get_args(Kind):
                raise KnowledgeError(str(file), row.line, f"{row.cells['kind']!r} is no kind of actor")
            for lemma in row.many("lemmas"):
                words = words_of(lemma)
                if len(words) == 1:
                    self.agents[words[0]] = (row.cells["sector"], row.cells["kind"])
                else:
                    self.agents[" ".join(words)] = (row.cells["sector"], row.cells["kind"])
                    self.agent_phrases.setdefault(words[-1], set()).add(words)

    def _read_garbled(self) -> None:
        for row in read_table(DATA / "garbled.tsv", ["wording", "meaning", "source_language"]):
            self._know(row.cells["wording"].lower(), "garbled", row.cells["meaning"])

    # Asking ------------------------------------------------------------------------

    def state(self, code: str) -> Actor | None:
        """The state with an ISO code as an actor, `None` when there is none."""
        state = self.states.get(code)
        if state is None:
            return None
        return Actor(id=code, name=state.name, kind="state", country=code, sector="GOV")

    def organisation(self, id_: str) -> Actor | None:
        """A known organisation as an actor."""
        org = self.organisations.get(id_)
        if org is None:
            return None
        return Actor(id=org.id, name=org.name, kind=org.kind, country=org.country, sector=org.sector)

    def existed(self, code: str, on: str | None) -> bool:
        """Whether a state existed on a day (unknown day: yes, unless it is gone today)."""
        state = self.states[code]
        if on is None:
            return not state.until
        return not (state.until and on > state.until + "~") and not (state.since and on < state.since)

    def in_office(self, person: Person, on: str | None) -> Tenure | None:
        """The tenure of a person on a day; without one, the last one begun before it."""
        if on is None:
            return person.tenures[-1]
        current = [t for t in person.tenures if t.since <= on and (not t.until or on <= t.until + "~")]
        return current[-1] if current else None

    def holder(self, office: str, on: str | None) -> Person | None:
        """Who holds an office (`RUS:foreign-minister`) on a day; `None` when unknown or not only one."""
        if on is None:
            return None
        found = {p for since, until, p in self.holders.get(office, ()) if since <= on and (not until or on <= until + "~")}
        return self.persons[found.pop()] if len(found) == 1 else None

    def office_name(self, office: str) -> str:
        """A readable name of an office key."""
        owner, _, kind = office.partition(":")
        who = self.states[owner].name if owner in self.states else self.organisations[owner].name
        return f"{kind.replace('-', ' ')} of {who}"

    def person(self, id_: str, on: str | None) -> Actor:
        """A known person as an actor, with country, sector and office of that day."""
        person = self.persons[id_]
        tenure = self.in_office(person, on) or _nearest(person, on)
        owner, _, kind = tenure.office.partition(":")
        if owner in self.states:
            country: str | None = owner
            sector = self.sector_of(kind)
        else:
            org = self.organisations[owner]
            country, sector = org.country, org.sector
        current = self.in_office(person, on)
        if current is None and sector == "GOV" and on is not None and tenure.until and tenure.until < on:
            sector = "ELI"  # codebook: former officials
        return Actor(
            id=id_, name=person.name, kind="person", country=country, sector=sector,
            office=self.office_name(current.office) if current else None,
        )  # fmt: skip

    def sector_of(self, office: str) -> str:
        """The sector of an office kind."""
        for titles in self.titles.values():
            for title in titles:
                if title.office == office:
                    return title.sector
        return "GOV"

    def find(self, text: str, on: str | None = None) -> list[Actor]:
        """Known actors that a phrase may stand for on a day, best first."""
        words = words_of(text)
        out: dict[str, Actor] = {}
        for phrase, targets in self.phrases.get(words[0] if words else "", ()):
            if phrase == words:
                for t in targets:
                    actor = self._actor(t, on)
                    if actor is not None:
                        out.setdefault(actor.id, actor)
        for id_ in self.surnames.get(" ".join(words), ()):
            out.setdefault(id_, self.person(id_, on))
        return list(out.values())

    def _actor(self, target: Target, on: str | None) -> Actor | None:
        if target.flavour == "person":
            return self.person(target.key, on)
        if target.flavour == "org":
            return self.organisation(target.key)
        return self.state(target.key)


_PARTICLES = frozenset("de di da do dos van von der den bin ben ibn al el le la".split())


def _last(name: str) -> str:
    """The family name of a name written in Western order, Arabic articles and particles kept off."""
    words = name.replace("-", " - ").split()
    last = words[-1]
    if last.lower().strip(".") in ("jr", "sr", "ii", "iii", "iv", "vi", "xvi", "xiv"):
        return name
    if len(words) > 2 and words[-2] == "-" and words[-3].lower() not in ("al", "el", "an", "as", "ash"):
        return words[-3] + "-" + last
    return last


def _nearest(person: Person, on: str | None) -> Tenure:
    """The tenure nearest to a day: the last begun before it, else the first."""
    if on is None:
        return person.tenures[-1]
    before = [t for t in person.tenures if t.since <= on]
    return max(before, key=lambda t: t.since) if before else min(person.tenures, key=lambda t: t.since)


@lru_cache(maxsize=1)
def knowledge_base() -> KnowledgeBase:
    """The built-in knowledge base, from the cache when its files have not changed."""
    files = list(files_below(DATA, ".tsv", ".txt"))
    return compiled("actors", files, KnowledgeBase.build, also="1")



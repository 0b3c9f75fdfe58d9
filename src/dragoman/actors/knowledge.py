"""The knowledge base: states, offices and their holders by date, organisations, agent nouns.

Read from the tables in `data/`, compiled once, and kept in the cache under a digest of their contents and of
the code that reads them. Days are ISO strings of any precision (`2015`, `2015-12`, `2015-12-15`), compared as
prefixes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

from ahocorasick_rs import AhoCorasick, MatchKind
from rapidfuzz import fuzz

from dragoman.actors.names import DATA, WORD, fold, last_name, name_key, pieces, skeleton, slug, words_of
from dragoman.actors.vocabulary import Vocabulary, read_vocabulary
from dragoman.datafiles import File, Row, compiled, files_below, read_table, read_words
from dragoman.errors import KnowledgeError
from dragoman.schema import Actor, Kind

__all__ = [
    "DATA",
    "WORD",
    "KnowledgeBase",
    "Organisation",
    "Person",
    "State",
    "Target",
    "Tenure",
    "Title",
    "fold",
    "knowledge_base",
    "slug",
    "words_of",
]

Flavour = Literal[
    "name", "adjective", "demonym", "capital", "metonym", "org", "person", "surname", "title", "titles", "body", "garbled", "mask"
]  # fmt: skip
Day = date | str | None
STATE_FLAVOURS: tuple[Flavour, ...] = ("name", "adjective", "demonym", "capital", "metonym")
# Slack for a tenure's ends: sources differ by days on appointment, oath and handover.
SLACK_DAYS = 45
# An office that the table of offices does not list: what a word of its slug says of the sector.
_SECTOR_WORDS = {
    "ambassador": "GOV", "envoy": "GOV", "minister": "GOV", "intelligence": "SPY", "security": "SPY", "army": "MIL", "defence": "MIL",
    "military": "MIL", "commander": "MIL", "navy": "MIL", "staff": "MIL", "joint": "MIL", "police": "COP", "speaker": "LEG", "parliament": "LEG",
    "senate": "LEG", "assembly": "LEG", "justice": "JUD", "prosecutor": "JUD", "court": "JUD", "opposition": "OPP",
}  # fmt: skip
_SMALL = frozenset({"of", "the", "for", "and", "on", "in", "to", "a", "s"})
# An alias's last word is another spelling of the family name from here on: Kadhafi and Gaddafi share 71.
SAME_FAMILY = 65
_UNIQUE_TOP = (
    "secretary-general",
    "president",
    "director-general",
    "high-representative",
    "leader",
    "head-of-state",
    "chairman",
    "commander",
)


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
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person in one office; `since` and `until` are prefixes of ISO days (empty: open)."""

    office: str
    since: str
    until: str
    source: str = ""


@dataclass(slots=True)
class Person:
    """A known person with offices over time."""

    id: str
    name: str
    gender: str
    surnames: tuple[str, ...]
    aliases: list[str] = field(default_factory=list)
    tenures: list[Tenure] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Organisation:
    """A known organisation, armed group, party, body, medium or company."""

    id: str
    name: str
    kind: Kind
    country: str | None
    sector: str
    members: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """An office that a title may name, in these states only (empty: in all)."""

    office: str
    sector: str
    scope: frozenset[str]


@dataclass(frozen=True, slots=True)
class Body:
    """A body that every state has."""

    slug: str
    pattern: str
    sector: str
    kind: Kind
    head: str


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A state's name that may be another place, with the words that decide."""

    code: str
    pro: frozenset[str]
    contra: frozenset[str]
    default: bool


def day_of(on: Day) -> str | None:
    """A day as an ISO string."""
    return on.isoformat() if isinstance(on, date) else (on or None)


def holds(since: str, until: str, on: str) -> bool:
    """Whether an interval of ISO prefixes holds a day."""
    return since <= on + "~" and (not until or on <= until + "~")


def _near(since: str, until: str, on: str) -> bool:
    """Whether a day lies in an interval, give or take the slack at its ends."""
    if holds(since, until, on):
        return True
    day = date.fromisoformat(on)
    return any(abs((day - date.fromisoformat(x)).days) <= SLACK_DAYS for x in (since, until) if len(x) == 10)


class KnowledgeBase:
    """All that is known of actors before any text is read."""

    def __init__(self) -> None:
        self.words: Vocabulary = read_vocabulary()
        self.states: dict[str, State] = {}
        self.persons: dict[str, Person] = {}
        self.organisations: dict[str, Organisation] = {}
        self.owners: dict[str, str] = {}  # slug of a name or alias -> organisation
        self.undescribed: list[str] = []  # owners of offices that no table describes
        self.holders: dict[str, list[tuple[str, str, str]]] = {}  # office -> (since, until, person)
        self.offices_of: dict[str, set[str]] = {}  # owner -> kinds of its offices
        self.surnames: dict[str, list[str]] = {}
        self.titles: dict[str, list[Title]] = {}  # title phrase -> offices
        self.offices: dict[str, str] = {}  # office kind -> sector
        self.bodies: dict[str, Body] = {}
        self.agents: dict[str, tuple[str, str]] = {}  # lemma -> (sector, kind)
        self.agent_phrases: dict[str, list[tuple[str, ...]]] = {}  # last word -> multiword lemmas
        self.common_surnames: frozenset[str] = frozenset()
        self.genders: dict[str, str] = {}  # first name -> gender, where all bearers agree
        self.ambiguous: dict[str, Ambiguity] = {}
        self.state_skeletons: dict[str, list[tuple[str, str]]] = {}  # skeleton -> (folded name, code)
        self.person_skeletons: dict[str, list[str]] = {}
        self.org_skeletons: dict[str, list[tuple[str, str]]] = {}  # skeleton -> (key, id)
        self.bags: list[
            tuple[frozenset[str], str, str]
        ] = []  # content words of long names, organisation, the rarest word
        self.patterns: list[str] = []
        self.targets: list[tuple[Target, ...]] = []
        self._index: dict[str, list[Target]] = {}
        self._automaton: AhoCorasick | None = None

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_automaton": None, "_index": {}}

    @property
    def automaton(self) -> AhoCorasick:
        """The automaton over all known phrases, built on first use."""
        if self._automaton is None:
            self._automaton = AhoCorasick(self.patterns, matchkind=MatchKind.LeftmostLongest)
        return self._automaton

    # Building ------------------------------------------------------------------

    @classmethod
    def load(cls, extra_files: Iterable[Path | str] = ()) -> KnowledgeBase:
        """The built-in knowledge, with tables of the same formats laid over it.

        An extra file's name begins like that of the table it adds to (`holders-mine.tsv`). Raises
        `KnowledgeError` with file and line on the first fault.
        """
        extra: list[File] = [Path(f) for f in extra_files]
        here = Path(__file__).parent
        code: list[File] = [here / f for f in ("knowledge.py", "names.py", "vocabulary.py")]
        files = [*files_below(DATA, ".tsv", ".txt", ".yml"), *extra]
        name = "actors-layered" if extra else "actors"
        return compiled(name, [*files, *code], lambda: cls.build(extra))

    @classmethod
    def build(cls, extra: Iterable[File] = ()) -> KnowledgeBase:
        """Read all tables. Raises `KnowledgeError` with file and line on the first fault."""
        kb = cls()
        files: list[File] = [*files_below(DATA, ".tsv", ".txt"), *extra]

        def named(*stems: str) -> list[File]:
            return [f for f in files if f.name.split(".")[0].split("-")[0] in stems]

        for f in named("common_surnames"):
            kb.common_surnames |= frozenset(fold(w) for w in read_words(f))
        for f in named("states"):
            kb._read_states(f)
        kb._add_iso_names()
        for f in named("offices"):
            kb._read_offices(f)
        kb._add_role_nouns()
        for f in named("organisations", "bodies"):
            kb._read_organisations(f)
        for f in named("generic"):
            kb._read_bodies(f)
        for f in named("holders"):
            kb._read_holders(f)
        kb._close_tenures()
        for f in named("seen_in_office"):
            kb._read_seen(f)
        for f in named("agents"):
            kb._read_agents(f)
        for f in named("garbled"):
            kb._read_garbled(f)
        for f in named("ambiguous"):
            kb._read_ambiguous(f)
        for f in named("masks"):
            for phrase in read_words(f):
                kb._know(phrase, "mask", fold(phrase))
        kb._index_people()
        kb._rank_bags()
        kb.patterns = list(kb._index)
        kb.targets = [tuple(t) for t in kb._index.values()]
        return kb

    def _know(self, phrase: str, flavour: Flavour, key: str, *, loose: bool = False) -> None:
        parts = pieces(phrase)
        if not parts:
            return
        letters = phrase.replace(".", "").replace("-", "").replace("+", "")
        exact = phrase if not loose and letters.isupper() and len(letters) <= 8 and " " not in phrase else ""
        targets = self._index.setdefault(pattern_of(parts), [])
        target = Target(flavour, key, exact)
        if target not in targets:
            targets.append(target)

    def _read_states(self, file: File) -> None:
        columns = [
            "code",
            "name",
            "adjectives",
            "demonyms",
            "capital",
            "metonyms",
            "aliases",
            "from",
            "until",
        ]
        iso = _iso_names()
        for row in read_table(file, columns):
            c = row.cells
            code = c["code"]
            if len(code) != 3 or not code.isupper():
                raise KnowledgeError(str(file), row.line, f"{code!r} is no three-letter code")
            name = c["name"] or iso.get(code, "")
            if not name:
                raise KnowledgeError(str(file), row.line, f"{code} has no name, and ISO 3166 gives none")
            adjectives = row.many("adjectives")
            aliases = row.many("aliases")
            self.states[code] = State(
                code,
                name,
                adjectives[0] if adjectives else name,
                c["capital"],
                c["from"],
                c["until"],
                tuple(aliases),
            )
            for alias in (name, *aliases):
                self._know(alias.removeprefix("the "), "name", code)
            for adjective in adjectives:
                self._know(adjective, "adjective", code)
            for one in (name, *aliases):
                if len(one) > 5 and one.isalpha() and not one.isupper():
                    self.state_skeletons.setdefault(skeleton(fold(one)), []).append((fold(one), code))
            for demonym in row.many("demonyms"):
                if demonym not in adjectives or demonym.endswith(("ese", "ish", "ch", "ss")):
                    self._know(demonym, "demonym", code)
            capitals = [c["capital"]] if c["capital"] else []
            if "capital_aliases" in c:
                capitals += row.many("capital_aliases")
            for capital in capitals:
                self._know(capital, "capital", code)
            for metonym in row.many("metonyms"):
                self._know(metonym.removeprefix("the "), "metonym", code)

    def _add_iso_names(self) -> None:
        import pycountry  # noqa: PLC0415  (only a cold cache pays for it)

        for code, name in _iso_names().items():
            if code not in self.states:
                self.states[code] = State(code, name, name, "", "", "")
                self._know(name, "name", code)
        for country in pycountry.countries:
            official = getattr(country, "official_name", None)
            if official:
                self._know(official.removeprefix("the "), "name", country.alpha_3)

    def _read_offices(self, file: File) -> None:
        for row in read_table(file, ["office", "titles", "sector", "scope"]):
            title = Title(row.cells["office"], row.cells["sector"], frozenset(row.many("scope")))
            self.offices.setdefault(title.office, title.sector)
            for phrase in row.many("titles"):
                key = " ".join(pieces(phrase))
                known = self.titles.setdefault(key, [])
                if title not in known:
                    known.append(title)
                self._know(phrase, "title", key, loose=len(phrase) > 3)
                self._know(_plural(phrase), "titles", key, loose=len(phrase) > 3)

    def _add_role_nouns(self) -> None:
        """Nouns that name a role in general (`diplomat`, `minister`) are titles too."""
        for noun in self.words.role_nouns:
            key = " ".join(pieces(noun))
            if key not in self.titles:
                self.titles[key] = [Title(slug(noun), self.sector_of(slug(noun)), frozenset())]
                self._know(noun, "title", key)

    def _read_organisations(self, file: File) -> None:
        for row in read_table(file, ["id", "name", "kind", "country", "sector", "aliases"]):
            c = row.cells
            if c["kind"] not in get_args(Kind):
                raise KnowledgeError(str(file), row.line, f"{c['kind']!r} is no kind of actor")
            if c["country"] and c["country"] not in self.states:
                raise KnowledgeError(str(file), row.line, f"{c['country']!r} is no state's code")
            aliases = row.many("aliases")
            self.organisations[c["id"]] = Organisation(
                c["id"], c["name"], c["kind"], c["country"] or None, c["sector"],  # type: ignore[arg-type]
                tuple(row.many("members")) if "members" in c else (), tuple(aliases),
                c.get("from", ""), c.get("until", ""), c.get("source", ""),
            )  # fmt: skip
            self.owners[c["id"].lower()] = c["id"]
            for phrase in (c["name"], *aliases):
                self.owners.setdefault(slug(phrase), c["id"])
                self._know(phrase.removeprefix("the ").removeprefix("The ") or phrase, "org", c["id"])
                parts = pieces(phrase)
                content = [p for p in parts if p.isalpha() and p not in _SMALL]
                if len(content) >= 4 and len(set(content)) == len(content):
                    self.bags.append((frozenset(content), c["id"], ""))
                key = name_key(parts)
                bones = skeleton(key)
                if len(bones) >= 5:
                    listed = self.org_skeletons.setdefault(bones, [])
                    if (key, c["id"]) not in listed:
                        listed.append((key, c["id"]))

    def _rank_bags(self) -> None:
        """Note the word of each bag that fewest bags have: where to begin looking."""
        count: dict[str, int] = {}
        for bag, _, _ in self.bags:
            for word in bag:
                count[word] = count.get(word, 0) + 1
        self.bags = [(bag, id_, min(bag, key=lambda w: (count[w], -len(w), w))) for bag, id_, _ in self.bags]

    def _read_bodies(self, file: File) -> None:
        for row in read_table(file, ["body", "name", "sector", "kind", "wordings", "head"]):
            c = row.cells
            if c["kind"] not in get_args(Kind):
                raise KnowledgeError(str(file), row.line, f"{c['kind']!r} is no kind of actor")
            self.bodies[c["body"]] = Body(c["body"], c["name"], c["sector"], c["kind"], c["head"])  # type: ignore[arg-type]
            for wording in row.many("wordings"):
                self._know(wording, "body", c["body"])

    def owner_of(self, office: str) -> tuple[str, str]:
        """Owner (state code or organisation id) and kind of an office key; owner empty when unknown."""
        owner, _, kind = office.partition(":")
        if owner not in self.states and owner not in self.organisations:
            owner = self.owners.get(slug(owner), "")
        return owner, kind

    def kinds_of(self, title: Title, phrase: str, owner: str) -> list[str]:
        """Office keys that a title of an owner may mean, the likeliest first.

        `President` is the head of state of most, and another office beside one in Iran; the president of the
        European Commission is an office of the European Union.
        """
        wanted = [slug(phrase), title.office]
        out = [f"{owner}:{k}" for k in wanted if k in self.offices_of.get(owner, ())]
        parent, _, part = owner.partition("-")
        if part and parent in self.offices_of:
            out += [f"{parent}:{part}-{k}" for k in wanted if f"{part}-{k}" in self.offices_of[parent]]
        return list(dict.fromkeys(out)) or [f"{owner}:{title.office}"]

    def _read_holders(self, file: File) -> None:
        for row in read_table(file, ["office", "name", "from", "until", "gender", "aliases"]):
            c = row.cells
            owner, kind = self.owner_of(c["office"])
            if not kind:
                raise KnowledgeError(
                    str(file), row.line, f"the office {c['office']!r} is not written OWNER:OFFICE"
                )
            owner = owner or self._undescribed(c["office"].partition(":")[0])
            if c["until"] and c["until"] != "?" and c["until"] < c["from"][: len(c["until"])]:
                raise KnowledgeError(str(file), row.line, f"{c['name']} ends office before beginning it")
            person = self._person(c["name"], c["gender"], row.many("aliases"))
            person.tenures.append(Tenure(f"{owner}:{kind}", c["from"], c["until"], c.get("source", "")))

    def _read_seen(self, file: File) -> None:
        """Who was seen in office when: other spellings of known holders, and holders otherwise unknown."""
        for row in read_table(file, ["country", "office", "name", "first", "last", "source"]):
            c = row.cells
            owner, kind = self.owner_of(f"{c['country']}:{c['office']}")
            if not owner or not kind:
                continue
            office = f"{owner}:{kind}"
            key = name_key(pieces(c["name"]))
            then = [
                (s, u, p)
                for s, u, p in self.holders.get(office, ())
                if holds(s[:4], u[:4], c["first"]) or holds(s[:4], u[:4], c["last"])
            ]
            known = next((p for _, _, p in then if _same_person(key, self.persons[p])), None)
            if known is None and slug(c["name"]) in self.persons:
                known = slug(c["name"])
            if known is not None:
                person = self.persons[known]
                if c["name"] != person.name and c["name"] not in person.aliases:
                    person.aliases.append(c["name"])
            else:
                person = self._person(c["name"], "", [])
            if not any(
                t.office == office
                and t.since[:4] <= c["first"][:4]
                and (not t.until or c["last"][:4] <= t.until[:4])
                for t in person.tenures
            ):
                person.tenures.append(Tenure(office, c["first"], c["last"], c["source"]))
                person.tenures.sort(key=lambda t: t.since)
                if not then:
                    self.holders.setdefault(office, []).append((c["first"], c["last"], person.id))
                    self.offices_of.setdefault(owner, set()).add(kind)
        for listed in self.holders.values():
            listed.sort()

    def _undescribed(self, owner: str) -> str:
        """Make do with the id of an owner that no table describes yet; `undescribed` lists them."""
        id_ = owner.lower()
        code = owner[:3] if owner[3:4] == "-" and owner[:3] in self.states else None
        name = id_.replace("-", " ").title()
        self.organisations[id_] = Organisation(
            id_, name, "government body" if code else "unnamed", code, "GOV" if code else ""
        )
        self.undescribed.append(owner)
        self.owners[id_] = id_
        return id_

    def _person(self, name: str, gender: str, aliases: list[str]) -> Person:
        id_ = slug(name)
        person = self.persons.get(id_)
        if person is None:
            plain = name.partition(" (")[0]
            person = self.persons[id_] = Person(id_, plain, gender, ())
        person.gender = person.gender or gender
        surnames = [a.removeprefix("surname=") for a in aliases if a.startswith("surname=")]
        if surnames:
            person.surnames = tuple(dict.fromkeys((*person.surnames, *surnames)))
        for alias in aliases:
            if not alias.startswith("surname=") and alias not in person.aliases and alias != person.name:
                person.aliases.append(alias)
        return person

    def _close_tenures(self) -> None:
        """Give a tenure that ended on an unknown day the beginning of the next one as its end."""
        begun: dict[str, list[str]] = {}
        for person in self.persons.values():
            for t in person.tenures:
                begun.setdefault(t.office, []).append(t.since)
        for person in self.persons.values():
            for k, t in enumerate(person.tenures):
                if t.until == "?":
                    later = [s for s in begun[t.office] if s > t.since]
                    year = str(int(t.since[:4]) + 5) if t.since[:4].isdigit() else ""
                    person.tenures[k] = Tenure(t.office, t.since, min(later) if later else year, t.source)
            person.tenures.sort(key=lambda t: t.since)
            for t in person.tenures:
                self.holders.setdefault(t.office, []).append((t.since, t.until, person.id))
                owner, _, kind = t.office.partition(":")
                self.offices_of.setdefault(owner, set()).add(kind)
        for listed in self.holders.values():
            listed.sort()

    def _index_people(self) -> None:
        firsts: dict[str, set[str]] = {}
        for person in self.persons.values():
            family = self._family(person)
            spelt = [last_name(a) for a in person.aliases if " " in a]
            main = fold(family[0])
            family += [
                s
                for s in spelt
                if len(s) > 4 and s[0].isupper() and SAME_FAMILY <= fuzz.ratio(fold(s), main) < 100
            ]
            person.surnames = tuple(dict.fromkeys(" ".join(pieces(s)) for s in family))
            for form in self._forms(person, family):
                self._know(form, "person", person.id)
            for surname in person.surnames:
                known = self.surnames.setdefault(surname, [])
                if person.id not in known:
                    known.append(person.id)
                self._know(surname, "surname", surname, loose=True)
            for alias in person.aliases:
                if " " not in alias and "-" not in alias and len(alias) > 2:
                    key = " ".join(pieces(alias))
                    if person.id not in self.surnames.setdefault(key, []):
                        self.surnames[key].append(person.id)
            for form in (person.name, *person.aliases):
                bones = skeleton(name_key(pieces(form)))
                if (
                    " " in form
                    and len(bones) >= 5
                    and person.id not in self.person_skeletons.setdefault(bones, [])
                ):
                    self.person_skeletons[bones].append(person.id)
            if person.gender:
                firsts.setdefault(fold(person.name.split()[0]), set()).add(person.gender)
        self.genders = {first: next(iter(g)) for first, g in firsts.items() if len(g) == 1}

    def _family(self, person: Person) -> list[str]:
        """Family names that a person is called by."""
        if person.surnames:
            return list(person.surnames)
        words = person.name.split()
        out = [last_name(person.name)]
        lower = [fold(w) for w in words]
        if len(words) > 2 and lower[-2] in ("bin", "ibn", "bint"):
            return [" ".join(words[-2:])]  # "bin Salman" is no Salman
        k = len(words) - 1
        while (
            k > 1
            and lower[k - 1] in self.words.particles
            and lower[k - 1] not in ("al", "el", "bin", "ibn", "abu")
        ):
            k -= 1
        if k < len(words) - 1:
            out.append(" ".join(words[k:]))
        return out

    def _forms(self, person: Person, family: list[str]) -> list[str]:
        """The ways a person's full name is written: aliases, initials, the other order, without middle names."""
        out = [person.name, *person.aliases]
        words = person.name.split()
        if len(words) >= 2:
            main = family[0]
            given = [w for w in words if w not in main.split()]
            if fold(words[0]) == fold(main):  # family name first
                out.append(" ".join([*words[1:], words[0]]))
            elif given and given[0][0].isalpha() and len(given[0]) > 1:
                out.append(f"{given[0][0]}. {family[-1]}")
                if (
                    len(words) == 3
                    and words[-1] == main
                    and len(words[1]) > 2
                    and "." not in words[1]
                    and fold(words[1]) not in self.words.particles
                ):
                    out.append(f"{words[0]} {words[2]}")
                    out.append(f"{words[1]} {words[2]}")
                elif len(words) == 3 and words[-1] == main and words[1].strip(".").isupper():
                    out.append(f"{words[0]} {words[2]}")
        return list(dict.fromkeys(out))

    def _read_agents(self, file: File) -> None:
        column = "lemmas"
        rows: list[Row]
        try:
            rows = read_table(file, ["lemmas", "sector", "kind"])
        except KnowledgeError:
            rows, column = read_table(file, ["lemma", "sector", "kind"]), "lemma"
        for row in rows:
            kind = row.cells["kind"] or "unnamed"
            if kind not in get_args(Kind):
                raise KnowledgeError(str(file), row.line, f"{kind!r} is no kind of actor")
            for lemma in row.many(column):
                parts = tuple(fold(lemma).split())
                self.agents[" ".join(parts)] = (row.cells["sector"], kind)
                if len(parts) > 1:
                    listed = self.agent_phrases.setdefault(parts[-1], [])
                    if parts not in listed:
                        listed.append(parts)
        for listed in self.agent_phrases.values():
            listed.sort(key=lambda p: (-len(p), p))

    def _read_garbled(self, file: File) -> None:
        languages = {
            "ru": "RUS",
            "uk": "UKR",
            "fa": "IRN",
            "zh": "CHN",
            "tr": "TUR",
            "ko": "KOR",
            "fr": "FRA",
            "de": "DEU",
            "he": "ISR",
            "ja": "JPN",
        }
        for row in read_table(file, ["wording", "meaning", "source_language"]):
            c = row.cells
            target = c.get("id_or_role") or c["meaning"]
            if target.startswith("body:"):
                _, body, code = target.split(":")
                target = f"{code}:{body}"
            owner, _, kind = target.partition(":")
            code = languages.get(c["source_language"].split(";")[0].strip().lower(), "")
            if not kind and owner in self.bodies:
                target = f"{code}:{owner}"
            elif not kind and owner.lower() in self.organisations:
                target = owner.lower()
            elif not kind and owner not in self.states:
                if owner not in self.offices:
                    continue  # a wording whose meaning is no actor of ours
                target = f"{code}:{owner}"
            self._know(c["wording"], "garbled", target)

    def _read_ambiguous(self, file: File) -> None:
        for row in read_table(file, ["name", "code", "for", "against", "default"]):
            c = row.cells
            if c["code"] not in self.states:
                raise KnowledgeError(str(file), row.line, f"{c['code']!r} is no state's code")
            self.ambiguous[c["name"]] = Ambiguity(
                c["code"], frozenset(row.many("for")), frozenset(row.many("against")), c["default"] == "yes"
            )

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

    def body(self, slug_: str, code: str) -> Actor:
        """A body that every state has, of one state: `Ministry of Foreign Affairs of Russia`."""
        body = self.bodies[slug_]
        name = body.pattern.format(self.with_article(self.states[code].name))
        return Actor(
            id=f"{code.lower()}-{slug_}", name=name, kind=body.kind, country=code, sector=body.sector
        )

    def with_article(self, name: str) -> str:
        """A name as it stands after `of`."""
        return f"the {name}" if name in self.words.articled else name

    def existed(self, code: str, on: Day) -> bool:
        """Whether a state existed on a day (unknown day: yes, unless it is gone today)."""
        state = self.states[code]
        day = day_of(on)
        if day is None:
            return not state.until
        return not (state.until and day > state.until + "~") and not (state.since and day < state.since)

    def in_office(self, person: Person, on: Day) -> Tenure | None:
        """The tenure of a person on a day, the highest of several; for an unknown day the last one."""
        day = day_of(on)
        if day is None:
            return max(person.tenures, key=lambda t: (-_rank(t.office), t.since)) if person.tenures else None
        current = [t for t in person.tenures if holds(t.since, t.until, day)]
        return max(current, key=lambda t: (-_rank(t.office), t.since)) if current else None

    def holder(self, office: str, on: Day) -> Person | None:
        """Who holds an office (`RUS:foreign-minister`) on a day; `None` when unknown or shared."""
        day = day_of(on)
        owner, kind = self.owner_of(office)
        listed = self.holders.get(f"{owner}:{kind}", ())
        if day is None or not listed:
            return None
        found = [(since, p) for since, until, p in listed if holds(since, until, day)]
        if not found or (kind in self.words.shared_offices and len({p for _, p in found}) > 1):
            return None
        return self.persons[max(found)[1]]

    def held(self, person: Person, office: str, on: Day) -> bool:
        """Whether a person held an office on a day, or within weeks of it."""
        day = day_of(on)
        return day is not None and any(
            t.office == office and _near(t.since, t.until, day) for t in person.tenures
        )

    def top_office(self, org: str) -> str | None:
        """The kind of the office at the head of an organisation."""
        kinds = self.offices_of.get(org, set())
        return next((k for k in _UNIQUE_TOP if k in kinds), None)

    def office_name(self, office: str) -> str:
        """A readable name of an office key."""
        owner, kind = self.owner_of(office)
        if owner in self.states:
            who = self.with_article(self.states[owner].name)
        elif owner in self.organisations:
            who = self.organisations[owner].name
            who = (
                f"the {who}"
                if self.organisations[owner].kind == "intergovernmental organisation" and not who.isupper()
                else who
            )
        else:
            return kind.replace("-", " ")
        return f"{kind.replace('-', ' ')} of {who}"

    def person(self, id_: str, on: Day) -> Actor:
        """A known person as an actor, with country, sector and office of that day."""
        person = self.persons[id_]
        day = day_of(on)
        current = self.in_office(person, day)
        tenure = current or _nearest(person, day)
        owner, kind = self.owner_of(tenure.office)
        if owner in self.states:
            country: str | None = owner
            sector: str | None = self.sector_of(kind)
            sector = "GOV" if sector in ("REB", "IGO") else sector
        else:
            org = self.organisations[owner]
            country, sector = org.country, org.sector or None
            if org.kind == "intergovernmental organisation":
                # An international official is nobody's envoy, whatever the passport or an earlier post.
                country = None
        if (
            current is None
            and sector in ("GOV", "MIL")
            and day is not None
            and tenure.until
            and tenure.until < day
        ):
            sector = "ELI"  # codebook: former officials
        return Actor(
            id=id_, name=person.name, kind="person", country=country, sector=sector,
            office=self.office_name(current.office) if current is not None else None,
        )  # fmt: skip

    def sector_of(self, kind: str) -> str:
        """The sector of an office kind, by the table or by its words."""
        known = self.offices.get(kind)
        if known is not None:
            return known
        words = kind.split("-")
        for cue, sector in _SECTOR_WORDS.items():
            if cue in words:
                return sector
        return "GOV"

    def find(self, text: str, on: Day = None) -> list[Actor]:
        """Known actors that a phrase may stand for on a day, best first; other spellings of a name last."""
        day = day_of(on)
        parts = pieces(text.removeprefix("the ").removeprefix("The "))
        out: dict[str, Actor] = {}
        if not parts:
            return []
        pattern = pattern_of(parts)
        targets = [
            t
            for m in self.automaton.find_matches_as_indexes(pattern)
            if m[1:] == (0, len(pattern))
            for t in self.targets[m[0]]
        ]
        found = [a for t in targets if (a := self._actor(t, day)) is not None]
        found += [self.person(p, day) for p in self.surnames.get(" ".join(parts), ())]
        if not found and len(parts) > 1:
            bones = skeleton(name_key(parts))
            found = [self.person(p, day) for p in self.person_skeletons.get(bones, ())]
            found += [
                a for _, o in self.org_skeletons.get(bones, ()) if (a := self.organisation(o)) is not None
            ]
        found.sort(key=lambda a: a.kind == "person" and day is not None and a.office is None)
        for actor in found:
            out.setdefault(actor.id, actor)
        return list(out.values())

    def _actor(self, target: Target, on: str | None) -> Actor | None:
        if target.flavour == "person":
            return self.person(target.key, on)
        if target.flavour in ("org", "garbled"):
            return self.organisation(target.key)
        if target.flavour in STATE_FLAVOURS:
            return self.state(target.key) if self.existed(target.key, on) or on is None else None
        return None

    def actor(self, id_: str, on: Day = None) -> Actor | None:
        """The actor with an id on a day: a state, organisation, person or body; `None` when unknown."""
        found = self.state(id_) or self.organisation(id_)
        if found is None and id_ in self.persons:
            found = self.person(id_, on)
        if found is None and id_[3:4] == "-" and id_[:3].upper() in self.states and id_[4:] in self.bodies:
            found = self.body(id_[4:], id_[:3].upper())
        return found

    def describe(self, id_: str) -> dict[str, Any] | None:
        """All that is known of an id: names, kind, country, offices or holders with dates and sources."""
        actor = self.actor(id_)
        if actor is None:
            listed = self.holders.get(id_)
            if listed is None:
                return None
            return {
                "id": id_,
                "name": self.office_name(id_),
                "holders": [
                    {"person": self.persons[p].name, "from": s or None, "until": u or None}
                    for s, u, p in listed
                ],
            }
        out: dict[str, Any] = {
            "id": actor.id,
            "name": actor.name,
            "kind": actor.kind,
            "country": actor.country,
            "sector": actor.sector,
        }
        if id_ in self.persons:
            person = self.persons[id_]
            out["aliases"] = list(person.aliases)
            out["offices"] = [
                {
                    "office": t.office,
                    "title": self.office_name(t.office),
                    "from": t.since or None,
                    "until": t.until or None,
                    "source": t.source or None,
                }
                for t in person.tenures
            ]
        elif id_ in self.organisations:
            org = self.organisations[id_]
            out |= {
                "aliases": list(org.aliases),
                "members": list(org.members),
                "from": org.since or None,
                "until": org.until or None,
                "source": org.source or None,
            }
        elif id_ in self.states:
            state = self.states[id_]
            out |= {
                "aliases": list(state.aliases),
                "capital": state.capital or None,
                "from": state.since or None,
                "until": state.until or None,
            }
        return out


def pattern_of(parts: Iterable[str]) -> str:
    """Words as the automaton sees them: each between blanks of its own, so that words match whole."""
    return " " + "  ".join(parts) + " "


def _same_person(key: str, person: Person) -> bool:
    """Whether a name's key is a spelling of a person's: whole, or by a distinctive last word."""
    words = set(key.split())
    for form in (person.name, *person.aliases):
        own = name_key(pieces(form))
        if fuzz.ratio(key, own) >= 80 or fuzz.token_set_ratio(key, own) >= 90:
            return True
    return any(len(x) > 3 and x in words for x in name_key(pieces(last_name(person.name))).split())


def _iso_names() -> dict[str, str]:
    import pycountry  # noqa: PLC0415  (only a cold cache pays for it)

    return {c.alpha_3: getattr(c, "common_name", c.name).split(",")[0] for c in pycountry.countries}


def _plural(phrase: str) -> str:
    """The plural of a title: `Ministers of Foreign Affairs`, `Foreign Secretaries`."""
    words = phrase.split()
    head = next((k for k, w in enumerate(words) if w in ("of", "for", "to", "on") and k), len(words)) - 1
    word = words[head]
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        word = word[:-1] + "ies"
    elif word.endswith("man"):
        word = word[:-3] + "men"
    elif word.endswith(("s", "x", "ch", "sh")):
        word += "es"
    else:
        word += "s"
    return " ".join([*words[:head], word, *words[head + 1 :]])


_RANKS = (
    "head-of-state",
    "supreme-leader",
    "head-of-government",
    "foreign-minister",
    "secretary-general",
    "vice-president",
    "leader",
)


def _rank(office: str) -> int:
    kind = office.partition(":")[2]
    return _RANKS.index(kind) if kind in _RANKS else len(_RANKS)


def _nearest(person: Person, on: str | None) -> Tenure:
    """The tenure nearest to a day: the last begun before it, else the first."""
    before = [t for t in person.tenures if on is None or t.since <= on]
    if not before:
        return person.tenures[0]
    last = before[-1]
    # The chair of a union that a president held for a year says less than the presidency.
    weighty = [t for t in before if _rank(t.office) < len(_RANKS)]
    return last if _rank(last.office) < len(_RANKS) or not weighty else weighty[-1]


@lru_cache(maxsize=1)
def knowledge_base() -> KnowledgeBase:
    """The built-in knowledge base, from the cache when its files have not changed."""
    return KnowledgeBase.load()

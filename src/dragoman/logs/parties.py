"""Who the names of a log mean on the day of the entry, by the knowledge base that the reader uses too.

The ids are the reader's: a known person, state or body has its own, and somebody whom no table knows gets the one
that a text naming him would give.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rapidfuzz import fuzz

from dragoman.actors.knowledge import KnowledgeBase, Person, Title
from dragoman.actors.names import fold, pieces, slug
from dragoman.actors.registry import SAME_SURNAME
from dragoman.actors.search import search
from dragoman.logs.carrier import words
from dragoman.schema import Actor, Span
from dragoman.sources.contacts import Named

_PARENTHESIS = re.compile(r"\s*\([^)]*\)")
_JOINT = re.compile(r",?\s+and\s+|,\s+")
_LONGEST_TITLE = 5


class Party(NamedTuple):
    """A party of an entry: who, where it stands, and how the carrier names it."""

    actor: Actor
    span: Span | None
    called: str
    known: bool
    doubt: str | None = None


class _Titled(NamedTuple):
    """A name split into the title before it and the rest."""

    title: str
    name: str
    offices: tuple[Title, ...]
    in_office: bool


class Parties:
    """Resolves the names of entries."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.kb = kb

    # States ---------------------------------------------------------------------------

    def state(self, named: Named, on: str) -> Actor | None:
        """The state (or government body) that a country's name means on a day; `None` when no table knows it."""
        found = [a for name in _countries(named) if (a := self._country(name, on)) is not None]
        existing = [a for a in found if a.kind != "state" or self.kb.existed(a.id, on)]
        return next(iter(existing or found), None)

    def called(self, name: str, on: str) -> Actor | None:
        """The state that bears a name, on a day where several have borne it; a capital is no such name."""
        kb = self.kb
        codes = [t.key for t in kb.exactly(_bare(name)) if t.flavour == "name"]
        return kb.state(next((c for c in codes if kb.existed(c, on)), codes[0])) if codes else None

    def _country(self, name: str, on: str) -> Actor | None:
        found = self.called(name, on)
        if found is None:
            known = self.kb.find(_bare(name), on)
            found = next((a for a in known if a.kind in ("state", "government body")), None)
        return found

    def host(self, named: Named, on: str) -> Party:
        """The state that a country's name means, or that name alone."""
        actor = self.state(named, on)
        if actor is None:
            name = _PARENTHESIS.sub("", named.name)
            actor = Actor(id=slug(name), name=name, kind="state", sector="GOV")
            return Party(actor, named.span, name, False)
        return Party(actor, named.span, self.kb.with_article(actor.name), True)

    # People ---------------------------------------------------------------------------

    def all(self, named: Named, on: str) -> list[Party]:
        """Everyone whom a name means: `President A and Prime Minister B` are two."""
        if named.span is None:
            return [self.one(named, on)]
        out, start = [], 0
        ends = [
            m.span() for m in _JOINT.finditer(named.name) if self._two(named.name, start, m.start(), m.end())
        ]
        for a, b in [*ends, (len(named.name), len(named.name))]:
            part = named.name[start:a]
            span = (named.span[0] + start, named.span[0] + a)
            out.append(self.one(Named(part, span, named.country, named.title, named.hint), on))
            start = b
        return out

    def _two(self, text: str, start: int, a: int, b: int) -> bool:
        """Whether two people are named on the two sides of a comma or `and`."""
        left, right = self._titled(text[start:a]), self._titled(text[b:])
        return bool(left.name and left.title and right.name and right.title)

    def one(self, named: Named, on: str) -> Party:
        """Whom one name means: somebody known, a state or body, an office's holder, or a person with this name."""
        country = None
        if named.country is not None:
            state = self.state(Named(named.country, hint=named.hint), on)
            country = state.country if state is not None else None
        else:
            actor = self._thing(named.name, on)
            if actor is not None:
                called = self.kb.with_article(actor.name) if actor.kind == "state" else actor.name
                return Party(actor, named.span, called, True)
        text, owner = self._owner(named.name, on)
        split = self._titled(f"{named.title} {text}" if named.title else text)
        country = country or owner
        if split.name:
            person = self._known(split, country, on)
            if person is not None:
                return self._stated(person, split, country, named.span, on)
        if named.country is None:
            held = [f.actor for f in search(self.kb, named.name, on) if f.how in ("office", "body")]
            if len(held) == 1:
                return Party(held[0], named.span, held[0].name, True)
        return self._new(split, country, named)

    def _thing(self, text: str, on: str) -> Actor | None:
        """A state, body or organisation of that name."""
        found = [a for a in self.kb.find(text, on) if a.kind != "person"]
        return found[0] if found else self._country(text, on)

    def _owner(self, text: str, on: str) -> tuple[str, str | None]:
        """A name without the state that it brings: `Russian Foreign Minister X`, `X (Russia)`, `X, Russia`."""
        inner = _PARENTHESIS.search(text)
        if inner is not None:
            state = self._country(inner.group().strip(" ()"), on)
            if state is not None:
                return _PARENTHESIS.sub("", text).strip(), state.id
        head, comma, tail = text.rpartition(",")
        if comma:
            state = self._country(tail.strip(), on)
            if state is not None:
                return head.strip(), state.id
            title, of, owner = tail.strip().partition(" of ")
            state = self._country(owner, on) if of else None
            if state is not None and " ".join(pieces(title)) in self.kb.titles:
                return f"{title} {head.strip()}", state.id
        for k in (3, 2, 1):
            start = text.split()[:k]
            rest = text.split()[k:]
            codes = [
                t.key for t in self.kb.exactly(" ".join(start)) if t.flavour in ("adjective", "name") and rest
            ]
            if codes and self._titled(" ".join(rest)).title:
                return " ".join(rest), codes[0]
        return text, None

    def _titled(self, text: str) -> _Titled:
        """A name split into title and rest; several titles may follow each other (`Premier and Prince Sihanouk`)."""
        kb = self.kb
        parts = text.split()
        known = words()
        at, title, offices = 0, "", tuple[Title, ...]()
        in_office = True
        while at < len(parts):
            step = 0
            for k in range(min(_LONGEST_TITLE, len(parts) - at), 0, -1):
                phrase = " ".join(parts[at : at + k])
                key = " ".join(pieces(phrase))
                plain = " ".join(w for w in pieces(phrase) if w not in known["not_in_office"])
                listed = kb.titles.get(key) or kb.titles.get(plain)
                if (
                    listed
                    or key in known["styles"]
                    or (k == 1 and (key in kb.words.honorifics or key == "and"))
                ):
                    if key == "and" and not title:
                        break
                    step = k
                    in_office = in_office and key == plain
                    if listed and not offices:
                        offices = tuple(listed)
                    break
            if not step:
                break
            title = " ".join([title, *parts[at : at + step]]).strip()
            at += step
        return _Titled(title, " ".join(parts[at:]), offices, in_office)

    def _known(self, split: _Titled, country: str | None, on: str) -> Person | None:
        """Somebody of the knowledge base by that name, who fits the country and the day."""
        kb = self.kb
        name = _PARENTHESIS.sub("", split.name).strip()
        parts = name.replace(",", "").split()
        ids = [a.id for a in kb.find(name, on) if a.kind == "person"]
        if len(parts) > 2 and country is not None:
            # Without the names in the middle, without the first one, and behind a title that is misspelt.
            tails = [" ".join(parts[k:]) for k in range(1, len(parts) - 1)]
            for short in (f"{parts[0]} {parts[-1]}", f"{parts[1]} {parts[-1]}", *tails):
                ids += [a.id for a in kb.find(short, on) if a.kind == "person"]
        whole = len(parts) > 1
        fitting: list[tuple[bool, bool, int, str]] = []
        for id_ in dict.fromkeys(ids):
            person = kb.persons[id_]
            own = country is None or any(kb.owner_of(t.office)[0] == country for t in person.tenures)
            held = self._held(person, split, country, on)
            if own and (whole or held or (kb.in_office(person, on) is not None and country is not None)):
                fitting.append((held, kb.in_office(person, on) is not None, -len(fitting), id_))
        if fitting:
            return kb.persons[max(fitting)[-1]]
        return self._holder(split, parts, country, on) if country is not None and parts else None

    def _offices(self, split: _Titled, country: str | None) -> list[str]:
        """Office keys that the title may mean in a country."""
        if country is None:
            return []
        out: dict[str, None] = {}
        for t in split.offices:
            if not t.scope or country in t.scope:
                out.update(dict.fromkeys(self.kb.kinds_of(t, split.title, country)))
        return list(out)

    def _sector(self, office: str) -> str:
        """The sector of an office of a state: the chairman of its council is no international official."""
        sector = self.kb.sector_of(office.partition(":")[2])
        return "GOV" if sector in ("IGO", "REB") else sector

    def _held(self, person: Person, split: _Titled, country: str | None, on: str) -> bool:
        return any(self.kb.held(person, o, on) for o in self._offices(split, country))

    def _holder(self, split: _Titled, parts: list[str], country: str, on: str) -> Person | None:
        """The holder of the office on the day, when the name is his in another spelling."""
        if not split.in_office:
            return None
        for office in self._offices(split, country):
            person = self.kb.holder(office, on)
            if person is None:
                continue
            wanted = {fold(p) for p in parts if len(p) > 2}
            for form in (person.name, *person.aliases):
                last = fold(form.split()[-1])
                if any(fuzz.ratio(last, w) >= SAME_SURNAME for w in wanted):
                    return person
        return None

    def _stated(
        self, person: Person, split: _Titled, country: str | None, span: Span | None, on: str
    ) -> Party:
        """A known person in the office that the log states."""
        kb = self.kb
        actor = kb.person(person.id, on)
        doubt = None
        offices = self._offices(split, country)
        if offices and split.in_office and not any(kb.held(person, o, on) for o in offices):
            stated = kb.office_name(offices[0])
            other = kb.holder(offices[0], on)
            if other is not None and other.id != person.id:
                doubt = f"{actor.name} is called {split.title}; the {stated} on {on} was {other.name}"
            if actor.office is None:
                actor = actor.model_copy(update={"office": stated, "sector": self._sector(offices[0])})
        # `Juan Carlos I met` would have somebody of that name and a speaker.
        return Party(actor, span, actor.name.removesuffix(" I"), True, doubt)

    def _new(self, split: _Titled, country: str | None, named: Named) -> Party:
        """Somebody whom no table knows, as the log describes him."""
        kb = self.kb
        name = _PARENTHESIS.sub("", split.name or named.name).strip()
        offices = self._offices(split, country)
        person = bool(split.name) and bool(split.title or named.country or len(name.split()) > 1)
        style = " ".join(pieces(split.title)) in words()["styles"]
        sector = self._sector(offices[0]) if offices else "GOV" if style or named.country else None
        actor = Actor(
            id=slug(name),
            name=name,
            kind="person" if person else "unnamed",
            country=country,
            sector=sector,
            office=kb.office_name(offices[0]) if offices and split.in_office else None,
        )
        called = f"{split.title} {name}" if split.title and split.name else name
        return Party(actor, named.span, called, False)


def _bare(name: str) -> str:
    return name.removeprefix("The ").removeprefix("the ")


def _countries(named: Named) -> list[str]:
    """The forms in which a country's name may be known, the most telling first.

    `Germany, Federal Republic of` is turned round, what stands in brackets is tried both without and alone, and
    the log's own `korea-south` both ways.
    """
    outer = _PARENTHESIS.sub("", named.name).strip()
    head, comma, tail = outer.partition(", ")
    out = [named.name, outer]
    if comma:
        out.append(f"{tail} {head}")
    out += [inner.strip(" ()") for inner in _PARENTHESIS.findall(named.name)]
    if named.hint:
        parts = [w.capitalize() for w in named.hint.split()]
        out += [" ".join(parts), " ".join([parts[-1], *parts[:-1]])]
    if comma:
        out.append(head)
    out += [n.replace("St. ", "Saint ") for n in out if n.startswith("St. ")]
    return list(dict.fromkeys(n for n in out if n))

"""Who a text could be: whole names, offices on a day, other spellings; and what is like it when nothing fits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from dragoman.actors.entries import STATED, Day, Tenure, day_of, holds
from dragoman.actors.knowledge import KnowledgeBase
from dragoman.actors.names import fold, pieces
from dragoman.schema import Actor

# Spellings at least this much like a known name are taken for it: `Vladimr Putin` has 96, `Lavrow` 83 and is only offered.
_SPELLING = 88
# Names at least this much like the text are offered when nothing fits.
_OFFERED = 70
_MOST = 8
_SHORTEST = 5  # characters; every second shorter word is one letter away from an acronym


@dataclass(frozen=True, slots=True)
class Found:
    """An actor that a text could be."""

    actor: Actor
    offices: tuple[Tenure, ...]  # held on the day; all of them when no day is given
    matched: tuple[str, ...]  # names and aliases of the actor that the text is
    how: str  # `name`, `surname`, `office`, `body`, `spelling`
    score: int = 100


@dataclass(slots=True)
class _Search:
    kb: KnowledgeBase
    on: str | None
    found: dict[str, Found] = field(default_factory=dict)

    def add(self, id_: str, how: str, matched: Iterable[str], score: int = 100) -> None:
        actor = self.kb.actor(id_, self.on)
        if actor is None or id_ in self.found:
            return
        self.found[id_] = Found(
            actor, offices_of(self.kb, id_, self.on), tuple(dict.fromkeys(matched)), how, score
        )


def offices_of(kb: KnowledgeBase, id_: str, on: str | None) -> tuple[Tenure, ...]:
    """The offices of a person, those held on a day where one is given, sectors alone left out."""
    person = kb.persons.get(id_)
    if person is None:
        return ()
    held = [t for t in person.tenures if on is None or holds(t.since, t.until, on)]
    known = [t for t in held if not kb.owner_of(t.office)[1].startswith(STATED)]
    return tuple(known or held)


def names_of(kb: KnowledgeBase, id_: str) -> list[str]:
    """The name and the aliases of an actor."""
    for known in (kb.persons.get(id_), kb.organisations.get(id_), kb.states.get(id_)):
        if known is not None:
            return list(dict.fromkeys((known.name, *known.aliases)))
    actor = kb.actor(id_)
    return [actor.name] if actor is not None else []


def search(kb: KnowledgeBase, text: str, on: Day = None) -> list[Found]:
    """Who a text could be on a day, best first; other spellings only where no name, office or body fits."""
    day = day_of(on)
    out = _Search(kb, day)
    if kb.actor(text.strip()) is not None:
        out.add(text.strip(), "name", [text.strip()])
    key = " ".join(pieces(text))
    for actor in kb.find(text, day):
        same = [n for n in names_of(kb, actor.id) if " ".join(pieces(n)) == key]
        person = kb.persons.get(actor.id)
        how = "name"
        if person is not None and not same:
            how = "surname" if key in person.surnames else "spelling"
        nearest = [(fuzz.ratio(key, " ".join(pieces(n))), n) for n in names_of(kb, actor.id)]
        score, name = max(nearest) if how == "spelling" and nearest else (100.0, text.strip())
        out.add(actor.id, how, same or [name], min(round(score), 99) if how == "spelling" else 100)
    if not out.found or all(f.how == "spelling" for f in out.found.values()):
        _titled(out, text)
    if not out.found:
        _bodies(out, text)
    if not out.found and len(key) >= _SHORTEST:
        _alike(out, key)
    return list(out.found.values())


def _splits(kb: KnowledgeBase, text: str) -> Iterable[tuple[str, str]]:
    """A text as owner and what is left: `Russian | foreign minister`, `President | of Iran`."""
    words = text.removeprefix("the ").removeprefix("The ").split()
    for k in range(1, len(words)):
        for t in kb.exactly(" ".join(words[:k])):
            if t.flavour in ("name", "adjective", "capital", "metonym", "org"):
                yield t.key, " ".join(words[k:])
        if fold(words[k]) in ("of", "for", "to"):
            rest = [w for w in words[k + 1 :] if fold(w) != "the"] or words[k + 1 :]
            for t in kb.exactly(" ".join(rest)):
                if t.flavour in ("name", "capital", "metonym", "org"):
                    yield t.key, " ".join(words[:k])


def _titled(out: _Search, text: str) -> None:
    """Offices (`Russian Foreign Minister`) and titles before a name (`President Putin`)."""
    kb, on = out.kb, out.on
    for owner, rest in _splits(kb, text):
        for title in kb.titles.get(" ".join(pieces(rest)), ()):
            if title.scope and owner not in title.scope:
                continue
            for office in kb.kinds_of(title, rest, owner):
                listed = kb.holders.get(office, ())
                current = [(s, p) for s, u, p in listed if (holds(s, u, on) if on is not None else not u)]
                for _, person in sorted(current, reverse=True):
                    out.add(person, "office", [kb.office_name(office)])
    words = text.split()
    for k in range(1, len(words)):
        if " ".join(pieces(" ".join(words[:k]))) in kb.titles:
            for actor in kb.find(" ".join(words[k:]), on):
                if actor.kind == "person":
                    out.add(actor.id, "surname" if k == len(words) - 1 else "name", [" ".join(words[k:])])


def _bodies(out: _Search, text: str) -> None:
    for owner, rest in _splits(out.kb, text):
        for t in out.kb.exactly(rest):
            if t.flavour == "body" and owner in out.kb.states:
                out.add(f"{owner.lower()}-{t.key}", "body", [text.strip()])


def _ids(kb: KnowledgeBase, pattern: str) -> list[str]:
    """Actors behind a known phrase, each once."""
    out: list[str] = []
    for t in kb.exactly(pattern):
        if t.flavour == "surname":
            out += kb.surnames.get(t.key, [])
        elif kb.actor(t.key) is not None:
            out.append(t.key)
    return list(dict.fromkeys(out))


def _alike(out: _Search, key: str) -> None:
    for name, score in _like(out.kb, key, _SPELLING):
        for id_ in _ids(out.kb, name):
            out.add(
                id_, "spelling", [n for n in names_of(out.kb, id_) if fold(n) == name] or [name], round(score)
            )
    out.found = dict(list(out.found.items())[:_MOST])


def _like(kb: KnowledgeBase, key: str, least: int) -> list[tuple[str, float]]:
    found = process.extract(key, list(kb.phrases), scorer=fuzz.ratio, score_cutoff=least, limit=_MOST * 3)
    return [(name, score) for name, score, _ in sorted(found, key=lambda f: (-f[1], f[0])) if _ids(kb, name)]


def suggestions(kb: KnowledgeBase, text: str) -> list[str]:
    """Names that are like a text, the likest first."""
    out: dict[str, None] = {}
    for name, _ in _like(kb, " ".join(pieces(text)), _OFFERED):
        for id_ in _ids(kb, name)[:1]:
            known = names_of(kb, id_)
            out.setdefault(next((n for n in known if " ".join(pieces(n)) == name), known[0]))
    return list(out)[:3]


def ids_like(kb: KnowledgeBase, id_: str) -> list[str]:
    """Ids that are like one that is not known."""
    every = [*kb.states, *kb.organisations, *kb.persons, *kb.holders]
    found = process.extract(
        id_.lower(), {i: i.lower() for i in every}, scorer=fuzz.ratio, score_cutoff=_OFFERED, limit=3
    )
    return [i for _, _, i in found]

"""Who is meant by the name of a party, and who speaks and acts for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

from pydantic import BaseModel, ConfigDict, Field
from rapidfuzz import fuzz, process

from dragoman.actors import KnowledgeBase, knowledge_base
from dragoman.actors.entries import holds
from dragoman.errors import RunError
from dragoman.record.sides import ACTING
from dragoman.schema import Actor, Kind, Participant, Reading

# A name is offered as the one that was meant from this likeness on: `Rusia` and `Russia` have 91, `Iran` and `Iraq` 75.
_LIKE = 75
_OFFERED = 3
_WORSE = 8  # names this much less like it than the best are not offered


class Party(BaseModel):
    """One of the two who are compared: a state, an organisation, a person, or somebody whom the texts name."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(description="Id in the knowledge base or in the readings: `RUS`, `eu`, `sergey-lavrov`.")
    name: str = Field(description="The name it is known by.")
    kind: Kind = Field(description="What it is.")
    country: str | None = Field(default=None, description="ISO 3166-1 alpha-3 code of its state.")


def party_of(actor: Actor) -> Party:
    """An actor as a party."""
    return Party(id=actor.id, name=actor.name, kind=actor.kind, country=actor.country)


def acts_for(
    party: Party, holder: Participant, on: str | None = None, kb: KnowledgeBase | None = None
) -> bool:
    """Whether a holder's word is the party's on a day.

    A state stands for everybody who acts for it (its officials, bodies, forces), an organisation for itself and
    for those who hold an office of it on that day, a person for himself.
    """
    if holder.id == party.id:
        return True
    if party.kind == "state":
        return holder.country == party.id and holder.sector in ACTING
    if party.kind in ("person", "unnamed", "population"):
        return False
    kb = kb or knowledge_base()
    person = kb.persons.get(holder.id)
    tenure = kb.in_office(person, on) if person is not None else None
    return tenure is not None and kb.owner_of(tenure.office)[0] == party.id


def speaks_for(
    party: Party, holder: Participant, on: str | None = None, kb: KnowledgeBase | None = None
) -> bool:
    """Whether a holder's view, promise or reproach is the party's on a day.

    As `acts_for`, but a single member of a parliament speaks for himself alone, whoever presides over it excepted.
    """
    kb = kb or knowledge_base()
    if not acts_for(party, holder, on, kb):
        return False
    return holder.id == party.id or party.kind != "state" or not _is_lone_member(holder, on, kb)


def _is_lone_member(holder: Participant, on: str | None, kb: KnowledgeBase) -> bool:
    """Whether somebody is of a parliament without being it or presiding over it: a senator, lawmakers."""
    if holder.sector != "LEG" or holder.country is None:
        return False
    prefix = f"{holder.country.lower()}-"
    if holder.id in kb.organisations or (
        holder.id.startswith(prefix) and not holder.id.startswith(f"{prefix}leg-")
    ):
        return False  # a chamber
    person = kb.persons.get(holder.id)
    tenures = person.tenures if person is not None else ()
    held = [t for t in tenures if on is None or holds(t.since, t.until, on)]
    return all(kb.owner_of(t.office)[1] in kb.words.shared_offices for t in held)  # not those of one alone


class Named(Protocol):
    """The actors that some texts name, however they are kept."""

    @property
    def day(self) -> str | None:
        """The last day of the texts: who is in office is asked of it."""

    def called(self, key: str) -> list[Actor]:
        """Those whose name or id is the key (case-folded); else the persons of that surname."""

    def among(self, ids: Collection[str]) -> Collection[str]:
        """The ids that the texts name."""

    def names(self) -> Iterable[str]:
        """All their names, but for those of the unnamed."""


class NamedInReadings:
    """The actors of some readings."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.day = max((d for r in readings if (d := r.document.day) is not None), default=None)
        self._actors = {a.id: a for r in readings for a in r.actors}

    def called(self, key: str) -> list[Actor]:
        """See `Named`."""
        actors = self._actors.values()
        whole = [a for a in actors if key in (a.name.casefold(), a.id.casefold())]
        return whole or [a for a in actors if a.kind == "person" and a.name.casefold().split()[-1] == key]

    def among(self, ids: Collection[str]) -> Collection[str]:
        """See `Named`."""
        return self._actors.keys() & set(ids)

    def names(self) -> Iterable[str]:
        """See `Named`."""
        return (a.name for a in self._actors.values() if a.kind != "unnamed")


def resolve_party(name: str, readings: Sequence[Reading] = (), kb: KnowledgeBase | None = None) -> Party:
    """The party of a name, alias, country code, adjective or surname, in some readings; see `resolve_named`."""
    return resolve_named(name, NamedInReadings(readings), kb or knowledge_base())


def resolve_named(name: str, named: Named, kb: KnowledgeBase) -> Party:
    """The party of a name, alias, country code, adjective or surname.

    Of several people of one surname it is the one whom the texts name, else the only one in office on the day of
    the texts. Raises `RunError` D209 for a name that neither the knowledge base nor the texts know, D210 when it may be
    several people.
    """
    state = kb.state(name.strip().upper()) if name.strip().isupper() else None
    found = [state] if state is not None else kb.find(name, named.day)
    if not found:
        found = named.called(name.strip().casefold())
    if not found:
        raise RunError("D209", name=name, hint=_hint(name, kb, named.names()))
    first = found[0]
    if first.kind == "person" and len(found) > 1:
        here = named.among([a.id for a in found])
        choices = [a for a in found if a.id in here] or [a for a in found if a.office] or found
        if len(choices) > 1:
            known = ", ".join(f"{a.name} ({a.office or a.country})" for a in choices[:6])
            raise RunError("D210", name=name, choices=known)
        first = choices[0]
    return party_of(first)


def is_known(name: str, kb: KnowledgeBase | None = None) -> bool:
    """Whether the knowledge base alone knows a name; the readings may know more."""
    kb = kb or knowledge_base()
    return bool(kb.find(name)) or kb.state(name.strip().upper()) is not None


def _hint(name: str, kb: KnowledgeBase, named: Iterable[str]) -> str:
    """` Did you mean ...?`: names like this one, those of the readings first."""
    known = list(named)
    for state in kb.states.values():
        known += [state.name, *state.aliases]
    for org in kb.organisations.values():
        known += [org.name, *org.aliases]
    for person in kb.persons.values():
        known += [person.name, *(s.title() for s in person.surnames)]
    names = list(dict.fromkeys(known))
    close = process.extract(
        name, names, scorer=fuzz.ratio, processor=str.casefold, limit=_OFFERED, score_cutoff=_LIKE
    )
    near = [repr(n) for n, score, _ in close if score > close[0][1] - _WORSE]
    return f" (did you mean {' or '.join(near)}?)" if near else ""

"""Who somebody is on a day: the offices that the knowledge base gives him, else what a text calls him."""

from __future__ import annotations

from pydantic import Field

from dragoman.actors import KnowledgeBase
from dragoman.actors.knowledge import STATED, Tenure, holds
from dragoman.brief.evidence import Model


class Office(Model):
    """An office held over an interval; days as precise as the source has them."""

    office: str = Field(description="Its key in the knowledge base: `RUS:foreign-minister`.")
    title: str
    since: str | None
    until: str | None
    source: str | None = Field(description="Where the knowledge base has it from.")


class Official(Model):
    """A person of one of the parties."""

    id: str
    name: str
    country: str | None
    offices: list[Office] = Field(description="What he holds on the day, by the knowledge base.")
    before: Office | None = Field(description="What he held last, when he holds nothing on the day.")
    called: str | None = Field(
        description="What the record calls him, when the knowledge base does not know him."
    )
    contacts: int = Field(description="His contacts with the other party that were looked at.")
    last: str | None = Field(description="The last day of them, or its month or year where no more is known.")


def office_of(kb: KnowledgeBase, tenure: Tenure, on: str | None) -> Office:
    """A tenure as an office, as it was known on a day: an end after it is none yet."""
    return Office(
        office=tenure.office, title=kb.office_name(tenure.office), since=tenure.since or None,
        until=tenure.until if tenure.until and (on is None or tenure.until <= on) else None,
        source=tenure.source or None,
    )  # fmt: skip


def tenures_of(kb: KnowledgeBase, id_: str) -> list[Tenure]:
    """The offices of a person that have a name, the earliest first; none for whom the knowledge base does not know."""
    person = kb.persons.get(id_)
    if person is None:
        return []
    named = [t for t in person.tenures if not kb.owner_of(t.office)[1].startswith(STATED)]
    return sorted(named, key=lambda t: (t.since, t.until, t.office))


def offices_on(kb: KnowledgeBase, id_: str, on: str | None) -> tuple[list[Office], Office | None]:
    """The offices of a person on a day, and the last one before it when there are none; of no day those of today."""
    tenures = tenures_of(kb, id_)
    held = [t for t in tenures if (holds(t.since, t.until, on) if on is not None else not t.until)]
    if held:
        return [office_of(kb, t, on) for t in held], None
    before = [t for t in tenures if t.until and (on is None or t.until < on)]
    return [], office_of(kb, max(before, key=lambda t: (t.until, t.since, t.office)), on) if before else None

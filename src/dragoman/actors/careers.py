"""Whether somebody is one of whom a thing may be said, by what he has been: his offices, kin and gender."""

from __future__ import annotations

from dragoman.actors.described import MILITARY, RULING, SENTENCED, SOLDIERS, Description
from dragoman.actors.discourse import Discourse
from dragoman.actors.entries import SENT, Person
from dragoman.actors.names import pieces
from dragoman.actors.registry import PROMINENT
from dragoman.schema import Actor

_ELECTED = frozenset({"winner", "loser", "candidate", "contender", "frontrunner", "challenger", "aspirant"})
LONG_RULE = 4  # years from which on a ruler may be called so rather than another
# Ends of nouns that say a gender.
_FEMALE = ("woman", "actress", "widow", "queen", "nun", "princess", "daughter", "sister", "mother", "wife")
_MALE = (
    "businessman", "cleric", "priest", "bishop", "imam", "mullah", "monk", "rabbi", "ayatollah", "king", "prince", "emir", "sultan",
    "pope", "widower", "son", "brother", "father", "husband", "cardinal",
)  # fmt: skip
_SECOND = ("vice-", "deputy-")
_POWERLESS = frozenset(
    {"fugitive", "prisoner", "detainee", "defendant", "accused", "captive", "exile", "dissident"}
)


def _serves(office: str, roles: frozenset[str] | None) -> bool:
    """Whether an office kind is one of these, as a whole, by its last word, or as one sent somewhere."""
    return roles is not None and (
        office in roles
        or (
            office.rpartition("-")[2] in roles
            and not office.endswith("-general")
            and not office.startswith(_SECOND)
        )
        or office.partition("-")[0] in roles & SENT
    )


def _lately(until: str, on: str) -> bool:
    """Whether an office is held, or was lost in the year before a day."""
    return not until[:4].isdigit() or int(until[:4]) >= int(on[:4]) - 1


class Careers:
    """Asks the knowledge base, and what the text says, of the persons of one doc."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.g, self.words, self.story = discourse.g, discourse.words, discourse.story
        self.kb = discourse.story.kb

    def fits(self, actor: Actor, what: Description, sure: bool) -> bool:
        """Whether a person may be meant; `sure`: by what is known of him, not for want of knowledge."""
        person = self.kb.persons.get(actor.id)
        known = self.discourse.people.known.get(actor.id)
        tenures = [self.kb.owner_of(t.office) for t in person.tenures] if person is not None else []
        owners = {o for o, _ in tenures} | {actor.country}
        if what.country is not None and what.country not in owners:
            return False
        if what.owner is not None and what.owner not in owners and (sure or person is not None):
            return False
        if what.rebel:
            return (
                any(
                    o in self.kb.organisations
                    and (
                        self.kb.organisations[o].kind == "armed group"
                        or self.kb.organisations[o].sector == "REB"
                    )
                    for o in owners
                    if o
                )
                or actor.sector == "REB"
            )
        if what.roles is None:
            if person is None and actor.office is not None and actor.name[1:] == actor.office[1:]:
                return False  # an office whose holder nobody names
            if (
                what.noun in _ELECTED
                and known is not None
                and any(o.endswith("-minister") for o, _ in known.offices)
            ):
                return False
            if what.noun in self.words.world_service and known is not None:
                if any(o in RULING and c in self.kb.states for o, c in known.offices):
                    return False  # no ruler is `the inspector`
            if what.noun in self.words.private and known is not None and not what.anybody:
                return not any((sure or o in PROMINENT) and c in self.kb.states for o, c in known.offices)
            officed = actor.office is not None or (known is not None and bool(known.offices))
            return not (what.noun in _POWERLESS and officed)
        if what.coming and person is not None and self.story.on is not None:
            on = self.story.on
            soon = {
                t.office.partition(":")[2]
                for t in person.tenures
                if on < t.since <= str(int(on[:4]) + 1) + "~"
            }
            if any(_serves(o, what.roles) for o in soon):
                return True
        said = known.offices if known is not None else set()
        if what.noun == "politician" and person is not None:
            return not (sure and any(o in RULING and c in self.kb.states for o, c in said))
        offices = self.past(person, what) if person is not None and what.former else set()
        if not (what.former and person is not None):
            offices |= {o for o, _ in said}
        if what.noun in self.words.rulers - {"incumbent"} and person is not None and not what.former:
            offices |= {
                t.office.partition(":")[2]
                for t in person.tenures
                if self.story.on is None or t.since <= self.story.on
            }
        if any(_serves(o, what.roles) for o in offices):
            return True
        past = what.former and person is not None
        if known is not None and not past and known.called & {w for r in what.roles for w in r.split("-")}:
            return True
        # somebody of whom nothing else is known, or a soldier who rules
        if person is None:
            return not sure and not said and not (known is not None and known.called)
        soldier = bool(what.roles & MILITARY)
        if soldier and not sure and what.country is None and self.story.on is not None:
            on = self.story.on  # who has just taken power
            if any(
                k == "head-of-state" and t.since[:4] == on[:4] and t.since <= on
                for t, (_, k) in zip(person.tenures, tenures, strict=True)
            ):
                return True
        return (
            soldier
            and what.country is not None
            and any(
                (k in MILITARY or k == "head-of-state" or k.endswith("leader")) and o == what.country
                for o, k in tenures
            )
        )

    def past(self, person: Person, what: Description) -> set[str]:
        """The offices that a person held before the day, or still holds when he is only defeated or detained."""
        on = self.story.on
        fallen = bool(what.words & SENTENCED)
        return {
            t.office.partition(":")[2]
            for t in person.tenures
            if on is None
            or (t.since < on and (_lately(t.until, on) if fallen else (t.until and t.until <= on)))
        }

    def gender(self, actor: Actor, noun: str) -> bool:
        """Whether a noun that only men or only women are called by may be said of somebody."""
        known = self.discourse.people.known.get(actor.id)
        if known is None or not known.gender:
            return True
        gender = "f" if noun.endswith(_FEMALE) else "m" if noun.endswith(_MALE) else known.gender
        return gender == known.gender

    def kin(self, actor: Actor, other: Actor) -> bool:
        """Whether two persons bear one family name."""
        return bool(set(pieces(actor.name)[1:]) & set(pieces(other.name)[1:]) - self.words.particles)

    def ruled_long(self, actor: Actor) -> bool:
        """Whether somebody has ruled a state for years by the day."""
        person, on = self.kb.persons.get(actor.id), self.story.on or "9999"
        return person is not None and any(
            t.office.partition(":")[2] in RULING
            and t.since[:4].isdigit()
            and int(min(t.until or on, on)[:4]) - int(t.since[:4]) >= LONG_RULE
            for t in person.tenures
        )

    def in_arms(self, actor: Actor) -> bool:
        """Whether somebody is a soldier, or has headed a junta: `the military ruler`."""
        person, known = self.kb.persons.get(actor.id), self.discourse.people.known.get(actor.id)
        if actor.sector == "MIL" or (known is not None and known.called & (SOLDIERS | {"gen", "col", "lt"})):
            return True
        kinds = {t.office.partition(":")[2] for t in person.tenures} if person is not None else set()
        return any(_serves(k, MILITARY) or k.startswith(("junta", "military")) for k in kinds)

    def long_gone(self, actor: Actor, what: Description) -> bool:
        """Whether somebody lost every office that fits years before the day."""
        person, on = self.kb.persons.get(actor.id), self.story.on
        if person is None or on is None or what.roles is None:
            return False
        fitting = [t for t in person.tenures if _serves(t.office.partition(":")[2], what.roles)]
        return bool(fitting) and not any(t.since <= on and _lately(t.until, on) for t in fitting)

    def in_power(self, actor: Actor) -> bool:
        """Whether somebody rules on the day and goes on to, or is about to take over."""
        person, on = self.kb.persons.get(actor.id), self.story.on
        if person is None or on is None:
            return False
        ruling = [t for t in person.tenures if t.office.partition(":")[2] in RULING]
        return self.takes_over(actor) or any(
            t.since <= on and (not t.until or t.until[:7] > on[:7]) for t in ruling
        )

    def newly_in(self, actor: Actor) -> bool:
        """Whether somebody began to rule in the year before the day, and rules: another has been driven out."""
        person, on = self.kb.persons.get(actor.id), self.story.on
        return person is not None and any(
            t.office.partition(":")[2] in RULING
            and on is not None
            and str(int(on[:4]) - 1) <= t.since < on
            and (not t.until or t.until > on)
            for t in person.tenures
        )

    def takes_over(self, actor: Actor) -> bool:
        """Whether somebody begins to rule a state about the day, or within the year after it."""
        person, on = self.kb.persons.get(actor.id), self.story.on
        return person is not None and any(
            t.office.partition(":")[2] in RULING
            and on is not None
            and on[:7] <= t.since <= str(int(on[:4]) + 1) + "~"
            for t in person.tenures
        )

    def lost(self, actor: Actor, what: Description) -> str:
        """The day on which somebody lost an office that fits, give or take a handover; empty when none is known."""
        person, on = self.kb.persons.get(actor.id), self.story.on
        return max(
            (
                t.until
                for t in (person.tenures if person is not None else ())
                if t.until
                and (on is None or t.until[:7] <= on[:7])
                and _serves(t.office.partition(":")[2], what.roles)
            ),
            default="",
        )

    def ruled_lately(self, actor: Actor) -> bool:
        """Whether somebody has just lost power."""
        person, on = self.kb.persons.get(actor.id), self.story.on
        return person is not None and any(
            t.office.partition(":")[2] in RULING and (on is None or (t.since < on and _lately(t.until, on)))
            for t in person.tenures
        )

    def next(self, i: int, one: Actor, step: int) -> tuple[tuple[Actor, ...], str] | None:
        """`his successor`, `her predecessor`: who came after or before somebody in the highest of his last offices."""
        kb, on = self.kb, self.story.on
        person = kb.persons.get(one.id)
        begun = [t for t in person.tenures if on is None or t.since <= on] if person is not None else []
        if not begun:
            return None
        ranked = [t for t in begun if t.office.partition(":")[2] in PROMINENT] or begun
        tenure = max(ranked, key=lambda t: t.since)
        holders = kb.holders.get(tenure.office, [])
        at = next((k for k, h in enumerate(holders) if h[2] == one.id and h[0] == tenure.since), None)
        if at is None or not 0 <= at + step < len(holders) or holders[at + step][2] == one.id:
            return None
        if step > 0 and on is not None and holders[at + step][0][:4] > str(int(on[:4]) + 1):
            return None
        actor = self.discourse.people.registry.register(holders[at + step][2]).actor
        return (actor,), f"{self.g.word[i]!r} of {one.name} is {actor.name}"

"""Whether a report can be of the happening that others tell, its days aside; and to which of several it is nearest."""

from __future__ import annotations

from copy import copy
from typing import Final

from dragoman.record.clusters import Cluster, Told, id_of
from dragoman.record.kindred import kind_of_both
from dragoman.record.reports import across_border, in_region, is_state, place_conflict, same_place
from dragoman.record.sides import (
    MUTUAL,
    SEIZED,
    UNKNOWN,
    Sides,
    aligned,
    is_collective,
    is_league,
    is_mutual,
    is_state_side,
    land_of,
    leaves_out,
    persons_agree,
    persons_in,
    same_circle,
    same_party,
    same_persons,
    shared_persons,
    united,
)
from dragoman.record.wordings import wordings

# What parties say to or of each other: a text that tells it twice tells of two.
_VERBAL: Final = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE"})
# What each state does by itself, though some tell of several at once.
_EACH_ALONE: Final = frozenset({"SANCTION", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
# Conferences and meetings are told in each other's words when the circle is the same.
_ROUND: Final = frozenset({"meeting", "conference"})
_ALIKE: Final = 0.6  # circles that share so much of their sides are the same
_DATED: Final = ("exact", "inferred")
# Means that are told in each other's words: `bombers struck`, `a bombing`, `rockets`, `blew up`.
_BLASTS: Final = frozenset({"aerial", "drone", "explosives", "suicide-attack", "heavy-weapons", "destroy"})
# Means that go together in one attack of those who fight for no state: gunmen storm what a bomber has opened.
_RAIDS: Final = frozenset({"firearms", "explosives", "suicide-attack", "targeted", "abduct", "destroy"})
# How one march is told: it blocked the streets, it turned violent.
_MARCHES: Final = frozenset({"demo", "riot", "obstruct"})
# One speech that blames: it condemned, it accused.
_BLAME: Final = frozenset({"disapprove", "allege"})
# Sectors of those who march.
_CROWDS: Final = frozenset({"CVL", "OPP", "EDU", "LAB", "REF"})
# Who is named by no more than what they are.
_GENERIC: Final = frozenset({"population", "unnamed", "state"})


def same_happening(told: Told, c: Cluster) -> bool:
    """Whether a report can be of a cluster's happening, its days aside."""
    if told.report.act != c.first.act:
        return _same_deed(told, c)
    if not _same_kind(told, c):
        return False
    bands = {k: v for t in (told, *c.told) for k, v in t.bands.items()}
    if bands:
        told, c = _named_alike(told, c, bands)
    r, first = told.report, c.first
    if r.act in _VERBAL and any(t.report.document == r.document for t in c.told):
        return False
    conflict = r.kind != "call" and place_conflict(r.place, c.place)
    conflict = conflict and not (_hit_the_same(told, c) or _same_person_seized(told, c) or _on_paper(told, c))
    if r.kind is not None and not (r.kind == first.kind == "visit" and _visiting(told, c)):
        here, there = united(told.actors, told.recipients), united(c.actors, c.recipients)
        if conflict and not named_on_both(here, there):
            return False  # a wrong place is forgiven to those who name the same persons
        return (
            same_circle(here, there)
            or _same_conference(told, c)
            or _of_states(told, c)
            or _among_themselves(told, c)
            or _one_table(told, c, here, there)
            or _with_leaders(told, c, here, there)
        )
    if conflict:
        return _one_pact(told, c)
    if _one_signing(told, c) or (r.act in MUTUAL and _of_states(told, c)):
        return True
    if r.act == "ASSAULT" and _one_fight(told, c):
        return True
    if not told.recipients and not c.recipients:
        nobody = told.actors.keys() == c.actors.keys() == {UNKNOWN}
        return same_circle(told.actors, c.actors) or nobody or _one_march(told, c)
    if r.act in MUTUAL and not (told.recipients and c.recipients):
        if min(len(told.actors), len(c.actors)) > 1:
            return same_circle(told.actors, c.actors)
        here, there = united(told.actors, told.recipients), united(c.actors, c.recipients)
        if min(len(here), len(there)) > 1 and same_circle(here, there):
            return True  # `Sudan agreed on a truce with the rebels`, `Sudan and the rebels agreed`
    if not (same_party(told.actors, c.actors) or _one_march(told, c) or _one_front(told, c)):
        return False
    if r.act in _EACH_ALONE and any(_of_other_states(told, t) for t in c.told):
        return False  # what another did, told with it by some: `Bahrain and Sudan cut ties`
    if r.kind == "visit":
        if not (told.recipients and c.recipients):  # `he paid a return visit`
            return bool(persons_in(told.actors) & persons_in(c.actors))
        return bool(told.recipients.keys() & c.recipients.keys())
    if told.recipients and c.recipients:
        if same_party(told.recipients, c.recipients) or _same_person_seized(told, c):
            return True
        if r.act == "PROTEST" and _same_town_and_day(told, c):
            return True  # one march, told with other words for whom or what it was against
        return _same_people(told, c) or _one_blow(told, c) or _one_release(told, c)
    if r.act == "PROTEST":
        return first.dating == "exact" and r.dating in ("exact", "vague")
    if r.place is not None and c.place is not None and same_place(r.place, c.place):
        return True
    return left_out(told, c)


def _of_other_states(told: Told, other: Told) -> bool:
    """Whether two tell what states did, of which they have none in common."""
    both = (*told.actors, *other.actors)
    return all(map(is_state_side, both)) and not told.actors.keys() & other.actors.keys()


def left_out(told: Told, c: Cluster) -> bool:
    """Whether one of two tells the deed of a day without those it was done to: `promised a billion for reconstruction`."""
    r, first = told.report, c.first
    if not (leaves_out(r) and any(leaves_out(t.report) for t in c.told)) or (
        r.mode != first.mode and r.mode and first.mode
    ):
        return False
    if bool(told.recipients) == bool(c.recipients) or not same_party(told.actors, c.actors):
        return False
    return _one_day(told, c)


def _one_day(told: Told, c: Cluster) -> bool:
    """Whether a report tells of the one day of a cluster, or of days about its own; or only vaguely of what others date."""
    r = told.report
    if r.dating == "vague":
        return c.sharp
    if "inferred" in (r.dating, c.first.dating):
        return c.sharp and r.dating in _DATED
    return r.dating == c.first.dating == "exact" and r.start == r.end == c.start == c.end


def _same_deed(told: Told, c: Cluster) -> bool:
    """Whether a report of one act and a cluster begun by another can tell the same: a truce agreed on, and signed."""
    r = told.report
    kind = next((k for t in c.told if (k := kind_of_both(r, t.report)) is not None), None)
    if kind is None or place_conflict(r.place, c.place):
        return False
    if r.act in _VERBAL and not kind.circle and any(t.report.document == r.document for t in c.told):
        return False
    bands = {k: v for t in (told, *c.told) for k, v in t.bands.items()}
    if bands:
        told, c = _named_alike(told, c, bands)
    if kind.circle:
        here, there = united(told.actors, told.recipients), united(c.actors, c.recipients)
        several = min(len(here), len(there)) > 1 or same_persons(persons_in(here), persons_in(there)) > 1
        return several and same_circle(here, there)
    if kind.home:
        if not same_party(told.actors, c.actors):
            return False
        at_home = told.recipients.keys() <= told.actors.keys() or c.recipients.keys() <= c.actors.keys()
        return at_home or same_party(told.recipients, c.recipients)
    if kind.person:
        seized = same_persons(persons_in(told.recipients), persons_in(c.recipients)) > 0
        return seized and same_party(told.actors, c.actors)
    if kind.alone and not (told.recipients or c.recipients):
        return same_party(told.actors, c.actors)
    if not (told.recipients and c.recipients and same_party(told.actors, c.actors)):
        return False
    return same_party(told.recipients, c.recipients) or _same_people(told, c)


def _named_alike(told: Told, c: Cluster, bands: dict[str, str]) -> tuple[Told, Cluster]:
    """Copies in which the rebels of a country are the armed group that the other names."""
    told, c = copy(told), copy(c)
    here, there = united(told.actors, told.recipients), united(c.actors, c.recipients)
    for one, others in ((told, there), (c, here)):
        one.actors, one.recipients = (
            aligned(one.actors, others, bands),
            aligned(one.recipients, others, bands),
        )
    return told, c


def one_stay(told: Told, c: Cluster) -> bool:
    """Whether a report and all of a cluster's are of visits, which may have lasted from one's days to the other's."""
    return told.report.kind == "visit" and all(t.report.kind == "visit" for t in c.told)


def is_departure(told: Told) -> bool:
    """Whether a report tells the end of a visit."""
    return told.report.rule in wordings()["departures"]


def _same_kind(told: Told, c: Cluster) -> bool:
    """Whether kinds of contact, or modes of an act, can be one.

    A visit to a person is a meeting in other words; a visit to a state is not the meetings held in it. What was only
    `spoken` or `discussed`, nowhere, may have been on the telephone.
    """
    r, first = told.report, c.first
    if r.kind is None and first.kind is None:
        modes = {r.mode, first.mode}
        if len(modes) == 1 or None in modes or modes <= _BLASTS or modes <= _BLAME:
            return True
        there = _same_town_and_day(told, c)
        return (
            _hit_the_same(told, c)
            or (there and modes <= _MARCHES)
            or (there and modes <= _RAIDS and not _by_states(told, c))
        )
    if r.kind == first.kind:
        return r.kind != "visit" or not {"talk", "stay"} <= {_sort(told), _sort_of(c)}
    if r.kind in _ROUND and first.kind in _ROUND:
        if named_on_both(united(told.actors, told.recipients), united(c.actors, c.recipients)):
            return True
        both = len(told.actors.keys() & c.actors.keys())
        return both >= _ALIKE * len(told.actors.keys() | c.actors.keys())
    if "visit" in (r.kind, first.kind) and {r.kind, first.kind} & _ROUND:
        return "stay" not in (_sort(told), _sort_of(c))
    if "call" in (r.kind, first.kind):
        generic = [t for t in (told, *c.told) if t.report.kind != "call"]
        return all(_may_be_call(t) for t in generic) and named_on_both(told.actors, c.actors)
    return False


def _may_be_call(told: Told) -> bool:
    """Whether a talk can have been on the telephone: words that leave it open, and no place."""
    r = told.report
    return r.kind == "meeting" and r.place is None and r.dating in _DATED and r.rule in wordings()["spoken"]


def _hit_the_same(told: Told, c: Cluster) -> bool:
    """Whether an attack was on the same target, which two texts say was hit by different means."""
    return told.report.act == "ASSAULT" and any(
        k not in told.lands for k in told.recipients.keys() & c.recipients.keys()
    )


def _same_person_seized(told: Told, c: Cluster) -> bool:
    """Whether both name the person who was arrested, tried, freed or taken away."""
    if told.report.mode not in SEIZED:
        return False
    return same_persons(persons_in(told.recipients), persons_in(c.recipients)) > 0


def _on_paper(told: Told, c: Cluster) -> bool:
    """Whether both tell of a penalty that was decreed, which is told of the town where it was or of where it was felt.

    What is closed is closed in one place.
    """
    rules = {told.report.rule, c.first.rule}
    if told.report.act != "SANCTION" or c.first.act != "SANCTION" or rules & wordings()["closings"]:
        return False
    return bool(told.recipients.keys() & c.recipients.keys())


def _at_one_crossing(told: Told, c: Cluster) -> bool:
    """Whether both tell of a closed border, one of the crossing and the other of the region on its far side."""
    rules = {told.report.rule, c.first.rule}
    return rules <= wordings()["closings"] and across_border(told.report.place, c.place)


def was_talk_of(told: Told, c: Cluster) -> bool:
    """Whether a cluster tells of a talk on the visit to a state that a report tells of: by the same guest, with a host, there."""
    r, first = told.report, c.first
    if not (r.kind == first.kind == "visit" and _sort(told) == "stay" and _sort_of(c) == "talk"):
        return False
    if not (persons_in(told.actors) & persons_in(c.actors) and persons_agree(told.actors, c.actors)):
        return False
    return bool(told.recipients.keys() & c.recipients.keys()) and not place_conflict(r.place, c.place)


def _sort(told: Told) -> str:
    """Whether a contact is a talk of persons, a stay in a state, or either: who travels to see somebody does both."""
    if told.report.kind != "visit":
        return "talk"
    if all(p.kind == "state" or p.id == p.country for p in told.report.recipients):
        return "stay"
    return "either" if told.report.rule in wordings()["stays"] else "talk"


def _sort_of(c: Cluster) -> str:
    """What a cluster's contacts are, those that leave it open left out."""
    sorts = {_sort(t) for t in c.told}
    return "stay" if "stay" in sorts else "talk" if "talk" in sorts else "either"


def of_one_sort(told: Told, c: Cluster) -> bool:
    """Whether both tell of stays, or both of talks: `will visit Indonesia` means the stay rather than whom he called on."""
    return _sort(told) == _sort_of(c)


def _visiting(told: Told, c: Cluster) -> bool:
    """Whether one of two visits is a stay in a state rather than a talk of persons."""
    return "stay" in (_sort(told), _sort_of(c))


def _same_conference(told: Told, c: Cluster) -> bool:
    """Whether both tell of a conference in one town, of which each names some who were there."""
    r, first = told.report, c.first
    if not (r.kind == first.kind == "conference") or r.place is None or c.place is None:
        return False
    here, there = united(told.actors, told.recipients), united(c.actors, c.recipients)
    return bool(here.keys() & there.keys()) and persons_agree(here, there) and same_place(r.place, c.place)


def _same_people(told: Told, c: Cluster) -> bool:
    """Whether those to whom it was done are the same in other words: `Russians`, `Russian diplomats`; students, a college.

    States at war hit many a target of one country on one day, so that an attack by one must be at one place.
    """
    if not told.lands & c.lands or (persons_in(told.recipients) and persons_in(c.recipients)):
        return False
    if told.report.act != "ASSAULT":
        return True
    r = told.report
    if r.place is not None and c.place is not None and not (is_state(r.place) or is_state(c.place)):
        return same_place(r.place, c.place) or in_region(r.place, c.place)
    return not _by_states(told, c)


def _by_states(told: Told, c: Cluster) -> bool:
    """Whether a state is among the doers; those of a war do the same again the next hour."""
    return any(map(is_state_side, (*told.actors, *c.actors)))


def one_blow_in_town(told: Told, c: Cluster) -> bool:
    """Whether both tell of an attack in one town by those who fight for no state, and who strike there but once in days."""
    r = told.report
    if r.act != "ASSAULT" or r.place is None or c.place is None or _by_states(told, c):
        return False
    return not is_state(r.place) and same_place(r.place, c.place)


def _among_themselves(told: Told, c: Cluster) -> bool:
    """Whether both tell of talks in one town on one day within one country, whose sides one of the two does not name.

    `the warring sides`, `the Syrian delegations`: the government and the opposition.
    """
    land = land_of(told.report)
    if land is None or any(land_of(t.report) != land for t in c.told) or not _same_town_and_day(told, c):
        return False
    here, there = united(told.actors, told.recipients), united(c.actors, c.recipients)
    small, large = sorted((here, there), key=len)
    return land in small and land in large and not (persons_in(here) or persons_in(there))


def _one_table(told: Told, c: Cluster, here: Sides, there: Sides) -> bool:
    """Whether two meetings of many in one town on one day are one, of which each names some who were there."""
    if not {told.report.kind, c.first.kind} <= _ROUND or not _same_town_and_day(told, c):
        return False
    both = here.keys() & there.keys()
    return len(both) > 1 and min(len(here), len(there)) > 2 and persons_agree(here, there)


def _with_leaders(told: Told, c: Cluster, here: Sides, there: Sides) -> bool:
    """Whether two meetings in one town on one day are one, of a person whom both name with others whom one names in part.

    `met five Arab leaders`, `met Mubarak and other leaders`.
    """
    if not {told.report.kind, c.first.kind} <= _ROUND or not _same_town_and_day(told, c):
        return False
    together = any(
        p.kind == "unnamed" and p.country is None and p.sector == "GOV"
        for r in (told.report, c.first)
        for p in (*r.actors, *r.recipients)
    )
    return together and same_persons(persons_in(here), persons_in(there)) > 0 and persons_agree(here, there)


def _one_blow(told: Told, c: Cluster) -> bool:
    """Whether two attacks in one town on one day are one: one text tells of the people hit, another of the state."""
    if told.report.act != "ASSAULT" or not _same_town_and_day(told, c):
        return False
    return any(all(p.kind in _GENERIC for p in r.recipients) for r in (told.report, c.first))


def _one_release(told: Told, c: Cluster) -> bool:
    """Whether captives freed on one day by one band are the same, of whose people two texts know different things."""
    if told.report.mode != "release" or _by_states(told, c) or not _one_day(told, c):
        return False
    return not (persons_in(told.recipients) or persons_in(c.recipients))


def _one_fight(told: Told, c: Cluster) -> bool:
    """Whether two sides `clashed` in what another text tells as the attack of one of them, on one day."""
    r, first = told.report, c.first
    if not (is_mutual(r) or is_mutual(first)):
        return False
    here, there = united(told.actors, told.recipients), united(c.actors, c.recipients)
    return min(len(here), len(there)) > 1 and same_circle(here, there) and _one_day(told, c)


def _of_states(told: Told, c: Cluster) -> bool:
    """Whether both tell what several states did in one town, which one of the two does not name: `African leaders`."""
    r, first = told.report, c.first
    if r.place is None or c.place is None or is_state(r.place) or not same_place(r.place, c.place):
        return False
    signed = {r.rule, first.rule} <= wordings()["signings"]
    return (signed or r.kind == first.kind == "conference") and (is_collective(r) or is_collective(first))


def _one_front(told: Told, c: Cluster) -> bool:
    """Whether one tells together, without their countries, of those whom the other names: `three Gulf states`, `western powers`.

    They are several states or their organisation, and did it on one day.
    """
    r, first = told.report, c.first
    if r.act == "ASSAULT" or is_collective(r) == is_collective(first) or r.mode != first.mode:
        return False
    named = first if is_collective(r) else r
    return is_league(named) and _one_day(told, c)


def _one_pact(told: Told, c: Cluster) -> bool:
    """Whether two that differ in the place tell what the same parties signed on one day, which they did in one place."""
    if not {told.report.rule, c.first.rule} <= wordings()["signings"] or told.recipients or c.recipients:
        return False
    both = min(len(told.actors), len(c.actors)) > 1 and told.actors.keys() == c.actors.keys()
    return (
        both
        and same_circle(told.actors, c.actors)
        and told.report.dating in _DATED
        and c.first.dating in _DATED
    )


def _one_signing(told: Told, c: Cluster) -> bool:
    """Whether both tell that something was signed on the days of both, each by some of those who did.

    In one town, or by a person whom both name.
    """
    if not {told.report.rule, c.first.rule} <= wordings()["signings"] or not persons_agree(
        told.actors, c.actors
    ):
        return False
    both, others = united(told.actors, told.recipients), united(c.actors, c.recipients)
    if min(len(both), len(others)) > 1 and same_circle(both, others):
        return True  # `the rebels signed a treaty with the government`, `the government with the rebels`
    here, there = ({p.country for p in r.actors if p.country} for r in (told.report, c.first))
    if not here & there:
        return False
    if _same_town_and_day(told, c) or _at_home(told, c):
        return True
    if told.recipients and c.recipients and not told.recipients.keys() & c.recipients.keys():
        return False
    if told.report.dating not in _DATED or c.first.dating not in _DATED:
        return False
    return shared_persons(told.actors, c.actors) > 0


def _at_home(told: Told, c: Cluster) -> bool:
    """Whether both tell what the sides of one country signed on one day, one of the two without naming any.

    `Kenya's rival leaders signed`, `the president and his challenger signed`.
    """
    lands = [
        {p.country for p in (*r.actors, *r.recipients)} for r in (told.report, *(t.report for t in c.told))
    ]
    if any(land != lands[0] or len(land) != 1 or None in land for land in lands) or not _one_day(told, c):
        return False
    nameless = [all(p.kind == "unnamed" for p in (*r.actors, *r.recipients)) for r in (told.report, c.first)]
    alone = [len(united(t.actors, t.recipients)) == 1 for t in (told, c)]
    return any(n and a for n, a in zip(nameless, alone, strict=True))


def _same_town_and_day(told: Told, c: Cluster) -> bool:
    """Whether both are in one town on one day; a vague report of those days joins only what it alone can mean."""
    r = told.report
    if r.place is None or c.place is None or is_state(r.place) or not same_place(r.place, c.place):
        return False
    if r.dating == "vague":
        return c.sharp
    return r.dating == c.first.dating == "exact" and r.start == r.end == c.start == c.end


def _one_march(told: Told, c: Cluster) -> bool:
    """Whether two protests of crowds are one, in one town on one day: `thousands`, `citizens`, `people of Hong Kong`."""
    r, first = told.report, c.first
    if r.act != "PROTEST" or r.place is None or c.place is None or is_state(r.place):
        return False
    crowds = all(
        p.kind in ("population", "unnamed") or p.sector in _CROWDS for p in (*r.actors, *first.actors)
    )
    dated = first.dating == "exact" and r.dating in ("exact", "vague")
    return crowds and dated and same_place(r.place, c.place)


def named_on_both(a: Sides, b: Sides) -> bool:
    """Whether two circles share a named person on at least two sides."""
    return same_persons(persons_in(a), persons_in(b)) >= 2 and persons_agree(a, b)


def closeness(told: Told, c: Cluster) -> tuple[object, ...]:
    """The cluster that a report belongs to, of several that it fits: the nearest in kind, persons, place and topics."""
    r = told.report
    persons = shared_persons(told.actors, c.actors) + shared_persons(told.recipients, c.recipients)
    sides = len({*told.actors, *told.recipients} & {*c.actors, *c.recipients})
    topics = len(set(r.topics) & {t for x in c.told for t in x.report.topics})
    there = r.place is not None and c.place is not None and same_place(r.place, c.place)
    return (r.kind != c.first.kind, -persons, -sides, not there, -topics, -len(c.told), id_of(c))

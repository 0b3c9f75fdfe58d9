"""Who can be whom: whether two reports speak of the same parties.

One report names the minister, another his state, a third both ministers and an aide. A *side* is a country with the
persons named for it, or an actor of no country by itself. Two reports can be of one happening when the sides
of one are among those of the other, and where both name persons of a side they share one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, permutations
from typing import Final

from dragoman.actors.allegiance import REBELS, nameless_band
from dragoman.record.kindred import kinds_told
from dragoman.schema import Participant
from dragoman.schema.record import Party, Report

# Sectors that act for their country. Opposition, rebels, citizens, the press and former officials do not.
ACTING: Final = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
# The unknown attacker may turn out to be anybody.
UNKNOWN: Final = "UAF"
# Those who held office once.
FORMER: Final = "ELI"
# Words of an id that are no name: `dr-rouhani`.
_TITLES: Final = frozenset({"dr", "mr", "mrs", "ms", "prof", "sir", "sheikh", "ayatollah", "general", "gen"})
# What parties do together: whom they do it for or with is told or left out.
MUTUAL: Final = frozenset({"AGREE", "SUPPORT", "RETREAT", "CONCEDE", "COOPERATE"})
# Of more persons than these, pairs are no links: their sides are.
CIRCLE: Final = 6
# What is done to a person but once in days, wherever two texts put it.
SEIZED: Final = frozenset({"arrest", "release", "convict", "deport", "abduct", "expel"})
# What is done to somebody, whom a text may leave to be understood, and seldom to two on one day.
LEFT_OUT: Final = frozenset({"AGREE", "AID", "RETREAT", "SANCTION"})
# Acts of people rather than of their state.
_OF_PEOPLE: Final = frozenset({"PROTEST", "ASSAULT", "COERCE"})

Sides = Mapping[str, frozenset[str]]


def side_of(party: Participant) -> str:
    """The key of a party's side: its country when it acts for it, a crowd's country and sector, else itself."""
    if party.sector == UNKNOWN:
        return UNKNOWN
    if party.country is not None and (party.sector in ACTING or party.id == party.country):
        return party.country
    if (
        isinstance(party, Party)
        and party.kind == "person"
        and party.sector == FORMER
        and party.country is not None
    ):
        return party.country  # a later text knows that they have left office
    if nameless_band(party):
        return f"{party.country}:{REBELS}"  # militants, gunmen, rebels
    if (
        party.sector == "PRM"
        and party.country is not None
        and party.id.startswith(f"{party.country.lower()}-prm-")
    ):
        return f"{party.country}:PRM"  # militia, militiamen
    if isinstance(party, Party) and party.kind in ("population", "unnamed") and party.country is not None:
        return f"{party.country}:{party.sector}"  # protesters, residents and citizens are told in each other's words
    return party.id


@lru_cache(maxsize=1 << 16)
def _one(names: frozenset[str]) -> frozenset[str]:
    """A set, one for all that are equal: many thousands of reports have the same few sides."""
    return names


def sides_of(parties: Iterable[Party]) -> dict[str, frozenset[str]]:
    """The sides of some parties, each with the persons named for it."""
    out: dict[str, frozenset[str]] = {}
    for p in parties:
        key = side_of(p)
        persons = {p.id} if p.kind == "person" else set()
        out[key] = _one(out.get(key, frozenset()) | persons)
    return out


def doers_of(report: Report) -> dict[str, frozenset[str]]:
    """The sides of those who did it: `the Czechs expelled ten diplomats` tells what their state did."""
    if report.act == "ASSAULT" and len(report.actors) == 1 and _is_anybody(report.actors[0]):
        return {UNKNOWN: _one(frozenset())}
    return sides_of(report.actors) if report.act in _OF_PEOPLE else _as_states(report.actors)


def others_of(report: Report) -> dict[str, frozenset[str]]:
    """The sides of those it was done to, or for and with: `agreed on a radar with the Czechs`, with their state."""
    return _as_states(report.recipients) if report.act in MUTUAL else sides_of(report.recipients)


def _as_states(parties: Sequence[Party]) -> dict[str, frozenset[str]]:
    """The sides of some parties, those named by their nationality alone being their states."""
    sides = sides_of(parties)
    nations = {side_of(p): p.country for p in parties if _is_nation(p)}
    out: dict[str, frozenset[str]] = {}
    for key, persons in sides.items():
        name = nations.get(key) or key
        out[name] = out.get(name, frozenset()) | persons
    return out


def _is_nation(party: Party) -> bool:
    """Whether a party is all that belong to a country, without a word for what they are: `the Czechs`."""
    return party.country is not None and party.id == f"{party.country.lower()}-people"


def _is_anybody(party: Party) -> bool:
    """Whether fighters are told without whose they are: `warplanes`, `the aviation of the coalition`."""
    return party.kind == "unnamed" and party.country is None and party.sector in ("MIL", REBELS)


def is_state_side(side: str) -> bool:
    """Whether a side is a country: its code has three capital letters."""
    return len(side) == 3 and side.isupper() and side != UNKNOWN


def bands_of(parties: Iterable[Party]) -> dict[str, str]:
    """The armed groups among some parties, each with the side of the unnamed rebels of its country, who may be it."""
    return {
        side_of(p): f"{p.country}:{REBELS}"
        for p in parties
        if p.sector == REBELS
        and p.country is not None
        and p.kind not in ("population", "unnamed")
        and not nameless_band(p)
    }


def aligned(side: Sides, others: Sides, bands: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Sides in which unnamed rebels, and a leader, are the armed group that others name: `militants`, `the Taliban`."""
    named = {bands[k]: k for k in sorted(others, reverse=True) if k in bands}
    out: dict[str, frozenset[str]] = {}
    for key, persons in side.items():
        band = key
        if key not in others:
            led = (
                bands.get(key) if persons == {key} else None
            )  # a leader, told of where others tell of the group
            band = named.get(key) or (led and not others.get(named.get(led, ""), led) and named[led]) or key
        out[band] = out.get(band, frozenset()) | persons
    return out


def lands_of(parties: Iterable[Participant]) -> frozenset[str]:
    """The countries of some parties."""
    return _one(frozenset(p.country for p in parties if p.country is not None))


def persons_in(sides: Sides) -> frozenset[str]:
    """Everybody named on some sides."""
    return frozenset(person for named in sides.values() for person in named)


def united(a: Sides, b: Sides) -> dict[str, frozenset[str]]:
    """The sides of both."""
    return {key: a.get(key, frozenset()) | b.get(key, frozenset()) for key in (*a, *b)}


def same_persons(a: frozenset[str], b: frozenset[str]) -> int:
    """How many persons are in both: the same, or one named in full where another gives a part of the name."""
    both = len(a & b)
    return both + sum(_part_of(x, y) or _part_of(y, x) for x in a - b for y in b - a) if a != b else both


@lru_cache(maxsize=1 << 14)
def _part_of(one: str, other: str) -> bool:
    """Whether the names of an id are among those of another, the last of both being one: `dr-rouhani`, `hassan-rouhani`.

    Of names with initials (`m-l-bogdanov`) the first initial is that of the first name.
    """
    names = [n for n in one.split("-") if n not in _TITLES]
    full = [n for n in other.split("-") if n not in _TITLES]
    if not names or not full or names[-1] != full[-1]:
        return False
    initials = [n for n in names[:-1] if len(n) == 1]
    if initials and len(initials) == len(names) - 1:
        return len(full) > 1 and full[0].startswith(initials[0])
    return set(names) <= set(full)


def persons_agree(a: Sides, b: Sides) -> bool:
    """Whether no side is spoken for by different persons."""
    return all(not (a[k] and b[k]) or same_persons(a[k], b[k]) for k in a.keys() & b.keys())


def shared_persons(a: Sides, b: Sides) -> int:
    """How many persons both name."""
    return sum(same_persons(a[k], b[k]) for k in a.keys() & b.keys())


def same_circle(a: Sides, b: Sides) -> bool:
    """Whether the parties of a reciprocal act (met, talked, signed) can be the same circle.

    The smaller circle has at least two sides, or the two are one and the same and name a person in common. Two
    persons whom both name decide by themselves: a text of later years gives them other offices.
    """
    if not persons_agree(a, b):
        return False
    if same_persons(persons_in(a), persons_in(b)) >= 2:
        return True
    small, large = sorted((a, b), key=len)
    if not small.keys() <= large.keys():
        return False
    if len(small) >= 2:
        return True
    return len(large) == 1 and (shared_persons(a, b) > 0 or not any(x for x in (*a.values(), *b.values())))


def same_party(a: Sides, b: Sides) -> bool:
    """Whether the doers (or those done to) of a directed act can be the same."""
    if UNKNOWN in a or UNKNOWN in b:
        return True
    return bool(a.keys() & b.keys()) and persons_agree(a, b)


def is_mutual(report: Report) -> bool:
    """Whether a report tells what several do to each other."""
    return len(report.actors) > 1 and (not report.recipients or report.recipients == report.actors)


def leaves_out(report: Report) -> bool:
    """Whether a report tells a deed of which others may leave out to whom it was done: a measure, a gift."""
    if report.act not in LEFT_OUT:
        return False
    return report.mode is not None or any(not k.circle for k in kinds_told(report))


def is_collective(report: Report) -> bool:
    """Whether all that did it are told together, without their countries: `African leaders`, `forty states`."""
    return all(p.kind == "unnamed" and p.country is None and p.sector == "GOV" for p in report.actors)


def is_league(report: Report) -> bool:
    """Whether several states, or an organisation of states, did it."""
    states = [p for p in report.actors if p.country is not None and p.sector == "GOV"]
    return len(states) > 1 or any(p.kind == "intergovernmental organisation" for p in report.actors)


def land_of(report: Report) -> str | None:
    """The only country of all parties of a contact that belong to one: talks of a government with its opposition."""
    lands = lands_of((*report.actors, *report.recipients))
    return next(iter(lands)) if report.kind is not None and len(lands) == 1 else None


def circle_links(sides: Sides) -> set[str]:
    """What two circles that can be the same (`same_circle`) have in common: a pair of sides or of persons, or the only side."""
    names, persons = sorted(sides), sorted(persons_in(sides))
    links = {f"{a}|{b}" for a, b in combinations(names, 2)} or set(names)
    if len(persons) <= CIRCLE:
        links |= {f"{a}&{b}" for a, b in combinations(persons, 2)}
    return links


def _with_bands(sides: dict[str, frozenset[str]], bands: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Some sides, those of armed groups also by the rebels of their country."""
    return {**sides, **{bands[k]: frozenset[str]() for k in sides if k in bands}} if bands else sides


def links_of(report: Report) -> set[str]:
    """What a report has in common with every report that can be of the same happening.

    Reports without a common link are never held against each other; a link may be shared without need.
    """
    bands = bands_of((*report.actors, *report.recipients))
    return links_between(report, doers_of(report), others_of(report), bands)


def links_between(
    report: Report,
    doers: dict[str, frozenset[str]],
    others: dict[str, frozenset[str]],
    bands: Mapping[str, str],
) -> set[str]:
    """The links of a report (`links_of`) whose sides and armed groups are known."""
    actors, recipients = _with_bands(doers, bands), _with_bands(others, bands)
    if report.kind is not None or not recipients:
        links = circle_links(united(actors, recipients))
        if (
            land := land_of(report)
        ) is not None and report.place is not None:  # which side it was is left out
            links.add(f"{land}@{report.place.name}")
    else:
        links = {f"{a}>{r}" for a in actors for r in (*recipients, *lands_of(report.recipients))}
        if report.act in MUTUAL:  # whom it was done for or with, another may leave out or tell as a doer
            links |= circle_links(actors) | circle_links(united(actors, recipients))
            links |= {
                f"{person}~" for person in persons_in(actors)
            }  # each tells of the signers whom it knows
    if report.act in MUTUAL and len(lands := lands_of((*report.actors, *report.recipients))) == 1:
        links |= {
            f"{land}%" for land in lands
        }  # what the sides of one country sign, some tell without naming them
    if report.kind == "visit" or report.act in MUTUAL:  # the host may be left out, or who else signed
        links |= {f"{person}~" for person in persons_in(actors)}
    if report.kind in ("meeting", "conference") and report.place is not None:  # of others some tell together
        links |= {f"{person}@{report.place.name}" for person in persons_in(actors)}
    if report.kind == "conference" and report.place is not None:  # each tells of whom it knows
        links |= {f"{side}@{report.place.name}" for side in ("?", *actors, *recipients)}
    if leaves_out(report) or any(k.home for k in kinds_told(report)):
        links |= {f"{a}>" for a in actors}
    if report.mode in SEIZED:  # whose they are, and all of their name, is not told by all
        links |= {f"!{person.rsplit('-', 1)[-1]}" for person in persons_in(recipients)}
    if recipients and report.kind is None and (is_collective(report) or is_league(report)):
        links |= {f"&>{r}" for r in recipients}  # several are told together
    if is_mutual(report) and report.act == "ASSAULT":  # another tells it as the attack of one of them
        links |= {f"{a}>{b}" for a, b in permutations(actors, 2)}
    if report.act == "ASSAULT":  # whoever did it may be unknown to another
        links |= {f"?>{r}" for r in (*recipients, *lands_of(report.recipients))}
    if report.act == "PROTEST":
        links |= {f"{a}>" for a in actors}
        if report.place is not None:  # who marched is told in many words
            links.add(f"@{report.place.name}")
    elif (
        report.kind is None and report.place is not None
    ):  # whom it was done to may be told by the place alone
        links |= {f"{a}@{report.place.country}" for a in ("?", *actors)}
    return links

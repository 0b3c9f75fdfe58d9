"""One act told twice in a document is one event: which coded acts are the same, and what is kept."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.coding.coded import Coded
from dragoman.coding.conditions import OUTLAWS
from dragoman.coding.participants import Found, countries_of, nameless, without
from dragoman.coding.status import ATTEMPTED, HAPPENED
from dragoman.schema import Place, Time

# Sectors of a state's forces.
FORCES = frozenset({"MIL", "COP", "PRM", "SPY"})
# Talk is told again in other words; force against the same party on the same day may be another blow.
VERBAL = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE"})
# Measures that a sentence with two verbs tells two of: `froze their assets and cancelled the flights`.
APART = frozenset({"SANCTION", "CONCEDE", "COERCE", "RETREAT", "AID", "MOBILIZE"})
# The calling in of an envoy: an act of speech of which a text tells the bare fact, then when it was and who came.
_SUMMONS = frozenset({"accuse.summon", "accuse.summon-more"})
# Talk told again: within so many sentences, with so much of its words the same.
_AGAIN = 3
_ALIKE = 0.6
_ENOUGH = 3


@dataclass(slots=True)
class Told:
    """A coded act with its time, place, evidence and sentence."""

    coded: Coded
    time: Time | None
    place: Place | None
    evidence: tuple[int, int]
    sentence: int
    words: frozenset[str] = frozenset()  # what its clause says beside who does what to whom

    def fullness(self) -> tuple[float, ...]:
        """How much this telling says: more parties, a time and a place, first a day, a verb, an earlier mention."""
        c = self.coded
        named = sum(f.direct for f in (*c.actors, *c.recipients))
        return (
            len(c.codes()) + 0.5 * named,
            (self.time is not None) + (self.place is not None),
            self.time is not None and self.time.precision == "day",
            c.confidence,
            -self.evidence[0],
        )


def _countries(told: Told) -> set[str]:
    return countries_of((*told.coded.actors, *told.coded.recipients))


def days_apart(a: Time, b: Time) -> bool:
    """Whether two times have no day in common."""
    return a.end < b.start or b.end < a.start


def same_act(a: Told, b: Told) -> bool:
    """Whether two tellings are of one act."""
    x, y = a.coded, b.coded
    if x.act != y.act or x.repeated != y.repeated:
        return False
    if x.mode != y.mode and x.mode is not None and y.mode is not None:
        visiting = {x.mode, y.mode} <= {"visit", "multilateral", "third-party"}
        riot = (
            {x.mode, y.mode} == {"demo", "riot"} and a.sentence == b.sentence and x.kind == y.kind == "verb"
        )
        if not (visiting or riot):
            return False
    if x.status.status != y.status.status and not {x.status.status, y.status.status} <= HAPPENED:
        return False
    if a.time and b.time and days_apart(a.time, b.time):
        return False
    if a.place and b.place and a.place.name != b.place.name and x.act != "CONSULT":
        return False
    if (x.status.why == ATTEMPTED) != (y.status.why == ATTEMPTED):
        return False  # an attempt to mediate is not the meeting of the two
    ids, others = x.codes(), y.codes()
    if x.act == "CONSULT":
        if a.place and b.place and a.place.name != b.place.name and a.place.country != b.place.country:
            return False
        if _at_one_go(a, b) or _told_by_one_side(a, b):
            return True
        if (x.mode == "third-party") != (y.mode == "third-party") and a.sentence != b.sentence:
            broker, talk = (x, y) if x.mode == "third-party" else (y, x)
            if not _countries_of(broker.actors) & _countries_of([*talk.actors, *talk.recipients]):
                return False  # what one mediated once is not where the two met
        apart = a.sentence != b.sentence or x.kind == y.kind == "verb"  # "flew to Rome; he met Meloni there"
        if not _same_persons(x, y) or (apart and visits(x) != visits(y)):
            return False
        smaller, larger = (a, b) if len(_countries(a)) <= len(_countries(b)) else (b, a)
        return _countries(smaller) <= _countries(larger) and bool(
            ids & others or len(_countries(smaller)) > 1
        )
    same_actors = {f.actor.id for f in x.actors} == {f.actor.id for f in y.actors}
    same_recipients = {f.actor.id for f in x.recipients} == {f.actor.id for f in y.recipients}
    if x.act in VERBAL:
        if {x.entry_id, y.entry_id} <= _SUMMONS and _same_envoy(x, y):
            return True
        if a.sentence == b.sentence and not same_recipients and _of_two_things(a, b):
            return False
        return (
            (a.sentence == b.sentence or _said_again(a, b))
            and same_actors
            and (same_recipients or not x.recipients or not y.recipients)
        )
    unnamed = x if nameless(x.actors) else y
    told = any(f.direct for f in unnamed.actors)  # "attackers stormed the post but were driven off by troops"
    if (
        a.sentence == b.sentence
        and x.act == "ASSAULT"
        and not told
        and nameless(x.actors) != nameless(y.actors)
    ):
        return (
            same_recipients or not x.recipients or not y.recipients
        )  # "killed when a bomber blew himself up"
    if not same_actors and not _countries_of(x.actors) & _countries_of(y.actors):
        return False
    if x.act == "ASSAULT" and (opposed(x.actors, y.actors) or opposed(y.actors, x.actors)):
        return False  # "soldiers retook a village seized by rebels"
    if (
        same_recipients
        and x.mode == y.mode == "arrest"
        and all(f.actor.kind == "person" for f in x.recipients)
    ):
        return bool(x.recipients)  # "was seized on Monday and remains under house arrest"
    if x.mode == y.mode == "expel" and _countries_of(x.actors) == _countries_of(y.actors):
        if a.sentence != b.sentence and same_recipients and x.recipients:
            return True  # "expelled two envoys. A source at the ministry had told of their expulsion"
    if a.sentence == b.sentence:
        if x.act in APART and x.kind == y.kind == "verb" and x.entry_id != y.entry_id:
            return False
        if x.act == "PROTEST" and same_actors:
            return _countries_of(x.recipients) == _countries_of(y.recipients) or _at_home(x) or _at_home(y)
        return same_recipients or not x.recipients or not y.recipients
    nominal = x.kind == "noun" or y.kind == "noun"
    return same_recipients and same_actors and (nominal or x.entry_id == y.entry_id)


def opposed(some: list[Found], others: list[Found]) -> bool:
    """Whether some are a state's forces and others those who fight them."""
    forces = bool(some) and all(f.actor.sector in FORCES for f in some)
    return (
        forces
        and bool(others)
        and all(
            f.actor.kind == "armed group" or (f.actor.sector in OUTLAWS and f.actor.country is not None)
            for f in others
        )
    )


def _at_one_go(a: Told, b: Told) -> bool:
    """Whether a visit and whom one met on it are told in one breath: `flew to Rome and met Meloni`."""
    x, y = a.coded, b.coded
    trip, talk = (x, y) if visits(x) else (y, x)
    if a.sentence != b.sentence or not x.kind == y.kind == "verb" or visits(x) == visits(y):
        return False
    visitors = {f.actor.id for f in trip.actors}
    hosts = [f for f in (*talk.actors, *talk.recipients) if f.actor.id not in visitors]
    if visitors - talk.codes() or not hosts or not trip.recipients:
        return False
    at_home = {f.actor.country for f in trip.recipients} - {None}
    return all(f.actor.kind == "person" and f.actor.country in at_home for f in hosts)


def _told_by_one_side(a: Told, b: Told) -> bool:
    """Whether a call of one state alone is that of its official told just before: `The call was initiated by Oman`."""
    alone, call = (a, b) if len(a.coded.codes()) < len(b.coded.codes()) else (b, a)
    if not alone.coded.mode == call.coded.mode == "phone" or alone.sentence - call.sentence not in range(
        _AGAIN
    ):
        return False
    parties = [*alone.coded.actors, *alone.coded.recipients]
    states = all(f.actor.kind in ("state", "government body") for f in parties)
    return (
        alone.coded.kind == "noun" and states and len(parties) == 1 and _countries(alone) < _countries(call)
    )


def _same_envoy(x: Coded, y: Coded) -> bool:
    """Whether two tellings of a summons are of one envoy, whom one of them may not name, or not say who called him in."""
    who, other = (_countries_of(c.actors) for c in (x, y))
    whom, called = x.recipients, y.recipients
    if (who and other and who != other) or len(whom) != 1 or len(called) != 1:
        return False
    named = {f.actor.id for f in (*whom, *called) if f.actor.kind == "person"}
    return _countries_of(whom) == _countries_of(called) and len(named) < 2


def _of_two_things(a: Told, b: Told) -> bool:
    """Whether two verbs of a sentence speak of different things: `demanded an inquiry and asked Chad to send troops`."""
    x, y = a.coded, b.coded
    if not x.kind == y.kind == "verb" or x.entry_id == y.entry_id or not a.words or not b.words:
        return False
    return 2 * len(a.words & b.words) < min(len(a.words), len(b.words))


def _said_again(a: Told, b: Told) -> bool:
    """Whether an act of speech is told a second time in words that add little: `warned Russia. "I warn Russia again"`."""
    x, y = a.coded, b.coded
    if abs(b.sentence - a.sentence) > _AGAIN:
        return False
    fewer = min(a.words, b.words, key=len)
    if x.entry_id != y.entry_id and 0 < len(fewer) < _ENOUGH:
        return False
    if not fewer:
        return bool(x.recipients) and {f.actor.id for f in x.recipients} == {f.actor.id for f in y.recipients}
    return len(a.words & b.words) >= _ALIKE * len(fewer)


def _same_persons(x: Coded, y: Coded) -> bool:
    """Whether no state is spoken for by different persons: the presidents' talks are not the ministers'.

    Nor are the talks of two of one state those that one of them had with a third.
    """
    one, other = _persons(x), _persons(y)
    return all(
        one[c] & other[c]
        and (min(len(one[c]), len(other[c])) == 1 or one[c] <= other[c] or other[c] <= one[c])
        for c in one.keys() & other.keys()
    )


def _persons(coded: Coded) -> dict[str, set[str]]:
    out: dict[str, set[str]] = {}
    for f in (*coded.actors, *coded.recipients):
        if f.actor.kind == "person":
            out.setdefault(f.actor.country or f.actor.id, set()).add(f.actor.id)
    return out


def visits(coded: Coded) -> bool:
    """Whether it is a visit to a state: the meetings held in it are contacts of their own."""
    return coded.mode == "visit" and not any(f.actor.kind == "person" for f in coded.recipients)


def _at_home(one: Coded) -> bool:
    """Whether all whom an act touches are of the country of its actors: `smashed windows`, beside `stoned the embassy`."""
    return _countries_of(one.recipients) <= _countries_of(one.actors)


def _countries_of(found: list[Found]) -> set[str]:
    return {f.actor.country or f.actor.id for f in found}


def _as_visit(best: Told, rest: Told) -> None:
    """Make one visit to a person of a trip and the meeting on it, told from the first to the last word of both."""
    trip, talk = (best.coded, rest.coded) if visits(best.coded) else (rest.coded, best.coded)
    met = without([*talk.actors, *talk.recipients], trip.actors)
    best.coded.mode, best.coded.actors, best.coded.recipients = "visit", trip.actors, met
    best.evidence = (
        min(best.evidence[0], rest.evidence[0]),
        max(best.evidence[1], rest.evidence[1]),
    )


def merge(told: list[Told]) -> list[Told]:
    """Fold tellings of one act together; the fullest telling is kept and takes time, place and mode over."""
    kept: list[Told] = []
    for one in told:
        for i, other in enumerate(kept):
            if same_act(one, other):
                best, rest = (one, other) if one.fullness() > other.fullness() else (other, one)
                if one.coded.act == "CONSULT" and _at_one_go(one, other):
                    _as_visit(best, rest)
                best.time = best.time or rest.time
                best.place = best.place or rest.place
                best.coded.mode = best.coded.mode or rest.coded.mode
                if nameless(best.coded.actors) and not nameless(rest.coded.actors):
                    best.coded.actors = rest.coded.actors
                if best.coded.act == "PROTEST":
                    if "riot" in (best.coded.mode, rest.coded.mode):
                        best.coded.mode = "riot"
                    if _at_home(best.coded) and not _at_home(rest.coded):
                        best.coded.recipients = rest.coded.recipients
                best.coded.recipients = best.coded.recipients or without(
                    rest.coded.recipients, best.coded.actors
                )
                if best.coded.entry_id in _SUMMONS and all(
                    f.actor.kind == "person" for f in rest.coded.recipients
                ):
                    best.coded.recipients = rest.coded.recipients or best.coded.recipients
                best.coded.why.append(f"told again at {rest.evidence[0]}-{rest.evidence[1]}")
                kept[i] = best
                break
        else:
            kept.append(one)
    return sorted(kept, key=lambda t: (t.evidence[0], t.coded.trigger))

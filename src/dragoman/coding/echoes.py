"""Acts told by pointing back to another's: `Venezuela followed suit`, `Japan did the same`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.coding.coded import Coded
from dragoman.coding.means import mode_by_means
from dragoman.coding.participants import Found, Participants, nameless, unique, without
from dragoman.coding.status import verb_status
from dragoman.language import Grammar

# Verbs and what stands beside them when they say that another did the like.
_LIKE: Final = {"follow": frozenset({"suit", "example"}), "do": frozenset({"same", "likewise", "so"})}
# Verbs that with `in kind` say that the other did the like back.
_BACK: Final = frozenset({"respond", "reply", "retaliate", "answer"})
_CLOSE: Final = 4
# So many sentences back may the act lie that is done again, and so much less sure is it.
_REACH: Final = 2
_DOUBT: Final = 0.2


def echoed(g: Grammar, people: Participants, v: int, before: Sequence[Coded]) -> Coded | None:
    """The act that the verb at `v` tells by pointing to the last of those coded `before`, in text order; else `None`.

    An act done together with another (a meeting) is not done again by a third.
    """
    if not before or (g.lemma[v] not in _BACK and g.lemma[v] not in _LIKE):
        return None
    back = g.lemma[v] in _BACK and "kind" in g.lower[v + 1 : v + _CLOSE]
    beside = _LIKE.get(g.lemma[v], frozenset())
    if not (back or beside.intersection(g.lower[v + 1 : v + _CLOSE])):
        return None
    told = next((t for t in reversed(before) if t.status.status in ("actual", "historical", "future")), None)
    if (
        told is None
        or not told.recipients
        or told.act == "CONSULT"
        or g.sent[v] - g.sent[told.trigger] > _REACH
    ):
        return None
    subjects = [f for s in g.subjects(v) for f in people.of(s, owner=False)]
    done_to = told.actors if back else told.recipients
    actors = without(unique(subjects), [*told.actors, *([] if back else told.recipients)])
    if not actors or nameless(done_to):
        return None
    why = f"done as in {g.word[told.trigger]!r} before"
    one = Coded(
        told.entry_id, told.act, mode_by_means(g, told), v, None, verb_status(g, v), actors,
        [Found(f.actor, f.token, f.span, why, False) for f in done_to],
        "verb", told.confidence - _DOUBT, [why],
    )  # fmt: skip
    one.explain(g)
    return one


def send_home(acts: Sequence[Coded]) -> None:
    """Make expulsions of diplomats of those whom a text tells by their nation: `Prague had thrown out 18 Russians`.

    Only between two states of which it tells that diplomats were expelled by one of them.
    """
    quarrels = {_between(one) for one in acts if (one.act, one.mode) == ("SANCTION", "expel")}
    for one in acts:
        nation = one.recipients and all(f.actor.id.endswith("-people") for f in one.recipients)
        if nation and (one.act, one.mode) == ("COERCE", "deport") and _between(one) in quarrels - {None}:
            one.act, one.mode = "SANCTION", "expel"
            one.why.append("those sent home are diplomats, of whom the text tells")


def _between(one: Coded) -> frozenset[str] | None:
    """The two states between which an act is, if it is between two."""
    sides = [{f.actor.country for f in found if f.actor.country} for found in (one.actors, one.recipients)]
    both = frozenset(country for side in sides for country in side)
    return both if len(both) == 2 and all(len(side) == 1 for side in sides) else None

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

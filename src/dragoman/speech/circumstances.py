"""When and on what occasion something was said: the time and the venue that hang on the cue's clause."""

from __future__ import annotations

from dragoman.schema import Time
from dragoman.speech.scene import Attributed, Scene
from dragoman.speech.stage import Chars

_AT = frozenset({"in", "at", "during", "on", "to", "via", "through", "before", "after", "following", "ahead"})
_FAR = 8  # steps up the tree from an expression to the cue


def _clause_of(scene: Scene, token: int, cue: int) -> bool:
    """Whether a token hangs on the cue with no other verb between."""
    g = scene.g
    k = token
    for _ in range(_FAR):
        if k == cue:
            return True
        if (k != token and g.is_verb(k)) or g.head[k] == k:
            return False
        k = g.head[k]
    return False


def _outside(statement: Attributed, start: int, end: int) -> bool:
    return all(end <= a or b <= start for a, b in statement.content)


def time_of(scene: Scene, statement: Attributed) -> Time | None:
    """The time expression of the cue's own clause, never one of the content; `None` when the text gives none."""
    cue = statement.cue_token
    if cue is None or not scene.g.is_verb(cue):
        return None
    sentence = scene.g.sent[cue]
    for mention in scene.times:
        if scene.g.sent[mention.first] != sentence or not _outside(statement, mention.start, mention.end):
            continue
        if any(_clause_of(scene, k, cue) for k in range(mention.first, mention.last + 1)):
            time: Time = mention.time
            return time
    return None


def occasion_of(scene: Scene, statement: Attributed) -> Chars | None:
    """Where or in what something was said: `in an interview with the BBC`, `at a press conference`; without the preposition."""
    cue, g = statement.cue_token, scene.g
    if cue is None or not g.is_verb(cue):
        return None
    for p in g.all_children(cue, "prep"):
        if g.lower[p] not in _AT:
            continue
        for o in g.all_children(p, "pobj"):
            start, end = g.span(o)
            if g.lemma[o] in scene.cues.occasions and _outside(statement, start, end):
                return start, end
    return None

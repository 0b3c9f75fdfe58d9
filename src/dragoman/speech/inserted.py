"""Reporting clauses between commas that the parser did not see as such.

`The four, Athens maintains, offered bribes`, `Iran will not, its leader says, cut ties`,
`In case of new raids, warned his aide, the rebels will fight on`.
"""

from __future__ import annotations

from dragoman.speech.scene import Scene
from dragoman.speech.speakers import speaker_at

_BEFORE, _BEHIND = 9, 7  # tokens of a reporting clause around its verb
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_CLAUSAL = ("WDT", "WP", "WP$", "WRB")


class Inserted:
    """Finds such clauses in a scene, among the cue verbs that have no content yet."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.g = scene, scene.g

    def verb(self, i: int) -> None:
        """Write down the sentence around a reporting clause as its content, if the form of a verb of saying stands in one."""
        s, g = self.scene, self.g
        if not self._tells(i) or (inside := self._between(i)) is None:
            return
        left, right = inside
        begin, stop = s.segment(i)
        source = self._source(i, left, right)
        if source is None or not self._open(begin, left, right, stop, inverted=i == left + 1):
            return
        spans = [x for x in (s.span(begin, left - 1), s.span(right + 1, stop)) if x is not None]
        if len(spans) == 2 and not any(s.is_told(*x) for x in spans):
            s.add(i, spans, "speech.inserted", speaker=speaker_at(g, s.mentions, source))

    def _tells(self, i: int) -> bool:
        """Whether a verb of saying is finite and without content, also one that was taken for a noun: `Athens maintains`."""
        s, g = self.scene, self.g
        turned = g.tag[i] == "VBN" and g.lower[i - 1] == "," and g.pos[i + 1] in ("PROPN", "DET")
        perfect = g.tag[i] == "VBN" and any(g.lower[a] in ("has", "have", "had") for a in g.auxiliaries(i))
        finite = (
            turned
            or perfect
            or g.tag[i] in ("VBD", "VBZ")
            or (g.tag[i] == "NNS" and g.lower[i] == g.lemma[i] + "s")
        )
        told = not s.in_quote[i] and i not in s.used
        return finite and told and all(a.cue_token != i for a in s.found)

    def _between(self, i: int) -> tuple[int, int] | None:
        """The commas around a verb, where it is the only one between them."""
        g = self.g
        first, last = self.scene.segment(i)
        left = next((k for k in range(i - 1, max(i - _BEFORE, first), -1) if g.lower[k] == ","), None)
        right = next((k for k in range(i + 1, min(i + _BEHIND, last)) if g.lower[k] == ","), None)
        if left is None or right is None:
            return None
        others = (k for k in range(left + 1, right) if k != i)
        return (
            None
            if any(g.tag[k] in (*_FINITE, *_CLAUSAL) or g.lower[k] in ("as", "that") for k in others)
            else (left, right)
        )

    def _source(self, i: int, left: int, right: int) -> int | None:
        """Who speaks in the clause: right before its verb, else behind a verb that opens it."""
        s, g = self.scene, self.g
        if i > left + 1:
            k = next((k for k in range(i - 1, left, -1) if g.pos[k] not in ("ADV", "PART")), left)
            return k if k > left and g.pos[k] in ("NOUN", "PROPN", "PRON") and s.thinks(k) else None
        return next(
            (k for k in range(right - 1, i, -1) if g.pos[k] in ("NOUN", "PROPN") and s.thinks(k)), None
        )

    def _open(self, begin: int, left: int, right: int, stop: int, *, inverted: bool) -> bool:
        """Whether the words before and after the clause are one sentence that it interrupts."""
        g = self.g
        before, after = range(begin, left), range(right + 1, stop + 1)
        if (
            not before
            or len(after) < 2
            or any(g.lower[k] in (",", ":") or g.tag[k] in _CLAUSAL for k in before)
        ):
            return False
        helped = [k for k in before if g.tag[k] in _FINITE]
        k = next((k for k in after if g.pos[k] not in ("ADV", "PART")), right + 1)
        if not helped:
            goes_on = g.tag[k] in _FINITE and any(
                g.pos[m] in ("NOUN", "PROPN", "PRON", "NUM", "VERB") for m in before
            )
            led = inverted and g.pos[begin] == "ADP" and any(g.tag[m] in _FINITE for m in after)
            return goes_on or led
        return g.tag[k] in ("VB", "VBN") and all(m >= left - 2 for m in helped)

"""Clauses under a cue that the parser took for something else: what is said is there, but hangs elsewhere."""

from __future__ import annotations

from dragoman.speech.contents import PRONOUNS, Contents

_STARTED = frozenset({"MD", "VBZ", "VBD", "VBP"})


class Misread(Contents):
    """Finds the contents of cue verbs whose clause the parser misread."""

    def clause(self, cue: int) -> bool:
        """Write down a misread clause of a verb of saying, if there is one."""
        if not self.scene.cues.takes("clause", self.scene.g.lemma[cue]):
            return False
        return (
            self._told_that(cue)
            or self._goes_on(cue)
            or self._garden(cue)
            or self._retagged(cue)
            or self._swallowed(cue)
        )

    def _garden(self, cue: int) -> bool:
        """`said samples collected by medics added to the proof`: a clause that the parser took for a thing with participles."""
        s, g = self.scene, self.scene.g
        lemma = g.lemma[cue]
        if s.cues.takes("object", lemma) or lemma in s.cues.object_limited:
            return False
        for o in g.all_children(cue, "dobj"):
            verbs = [c for c in g.all_children(o, "acl", "relcl") if g.tag[c] in ("VBN", "VBD") and c > o]
            if o < cue or not verbs or g.lower[o] in PRONOUNS or s.subjects.is_passive(cue):
                continue
            return self._written(cue, g.left[o], self._end(cue, o))
        return False

    def _told_that(self, cue: int) -> bool:
        """`told the court that guards beat the men`: what is said was taken for a relative clause of whom it is told."""
        s, g = self.scene, self.scene.g
        if s.subjects.is_passive(cue):
            return False
        told_whom = g.all_children(cue, "dobj") if s.cues.takes("addressed", g.lemma[cue]) else []
        for o in g.all_children(
            cue, "dobj", "ccomp"
        ):  # `affirmed to Josep Borrell that the truce would hold`
            if g.lower[cue + 1] == "to" and o > cue + 1 and s.thinks(o) and o not in told_whom:
                told_whom.append(o)
        for o in told_whom:
            for c in g.all_children(o, "relcl", "ccomp"):
                that = g.left[c]
                told = s.thinks(o) or g.lemma[o] in s.cues.occasions  # `told a news conference that`
                if o < that == o + 1 and g.lower[that] == "that" and g.dep[that] in ("dobj", "mark") and told:
                    end = self._end(cue, c)
                    return self._written(cue, that, self._list_end(cue, end))
        return False

    def _list_end(self, cue: int, last: int) -> int:
        """The end of a list of verbs of which the parser hung all but the first on the cue: `beat, robbed and shot them`."""
        g = self.scene.g
        for c in g.all_children(cue, "dep", "advcl", "conj"):
            if g.left[c] == last + 2 and g.lower[last + 1] == "," and g.child(c, "cc") is not None:
                if g.child(c, "nsubj", "mark", "aux") is None and g.tag[c] in ("VBD", "VBN"):
                    return g.right[c]
        return last

    def _goes_on(self, cue: int) -> bool:
        """`planned ads suggesting the plan would ruin the fund`: the verb of what is said was taken for the main one."""
        g = self.scene.g
        if g.tag[cue] != "VBG" or g.dep[cue] != "acl":
            return False
        for o in g.all_children(cue, "dobj"):
            after = g.right[o] + 1
            if o < cue or after >= g.n or g.tag[after] not in _STARTED or g.sent[after] != g.sent[cue]:
                continue
            verb = g.head[after] if g.dep[after] in ("aux", "auxpass") else after
            if g.head[cue] in g.all_children(verb, "nsubj", "nsubjpass"):
                return self._written(cue, g.left[o], self._end(cue, verb))
        return False

    def _retagged(self, cue: int) -> bool:
        """`a body which critics say answers to the president`: a verb that the parser took for a plural."""
        g = self.scene.g
        o = cue + 1
        if (
            g.dep[cue] != "relcl"
            or g.tag[o] != "NNS"
            or g.dep[o] != "dobj"
            or g.right[o] == o
            or not any(g.tag[c] in ("WDT", "WP") for c in range(max(cue - 4, 0), cue))
        ):
            return False
        return self._written(cue, o, g.right[o])

    def _swallowed(self, cue: int) -> bool:
        """`some said diplomacy should be given time`: a cue that the parser took for the subject of what was said."""
        s, g = self.scene, self.scene.g
        head = g.head[cue]
        if (
            g.dep[cue] not in ("csubj", "csubjpass")
            or head < cue
            or g.tag[cue] not in ("VBN", "VBD")
            or not any(c < cue and s.thinks(c) for c in g.all_children(cue, "nsubj"))
            or any(s.is_mark(k) for k in range(cue, head))
        ):
            return False
        return self._written(cue, cue + 1, self._end(cue, head))

    def _written(self, cue: int, first: int, last: int) -> bool:
        span = self.scene.span(first, last)
        if span is None or self.scene.is_told(*span):
            return False
        self._add(cue, [span], "speech.clause", loose=True)
        return True

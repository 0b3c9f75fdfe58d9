"""Acts as content: what somebody is told or wished to do, intends, refuses, weighs or denies."""

from __future__ import annotations

from dragoman.speech.contents import QUESTION, Contents


class Intended(Contents):
    """Finds the contents of cue verbs that are infinitives and gerunds."""

    def told(self, cue: int) -> bool:
        """Somebody is told to do something: the content is what is to be done."""
        s, g = self.scene, self.scene.g
        if not s.cues.takes("told", g.lemma[cue]):
            return False
        if s.subjects.is_passive(cue) and g.child(cue, "agent") is None:
            return False
        named = [*g.objects(cue), *g.prep_objects(cue, "on", "to", "upon", "for")]
        if g.lemma[cue] == "demand" and not g.prep_objects(cue, "from", "of", "to"):
            return False  # `demanded the government to resign`: who does what is the content
        if g.lemma[cue] == "call" and g.objects(cue) and not any(s.thinks(o) for o in g.objects(cue)):
            return False  # `called the plan to close it "a farce"`: a judgement
        for c in g.all_children(cue, "prep"):
            verb = next((k for k in g.all_children(c, "pobj") if g.tag[k] == "VB"), None)
            if verb is not None and g.lower[c] == "to" and named:  # "to" read as a preposition
                return self._infinite(cue, c, verb, "speech.told")
        for c in g.children[cue]:
            near = [c, *(k for k in g.children[c] if g.dep[c] in ("prep", "dobj", "dative"))]
            near += [m for k in near for m in g.children[k] if g.dep[k] == "pobj"]
            for k in near:
                if (
                    k > cue
                    and g.is_verb(k)
                    and self._governed(k)
                    and g.dep[k] in ("xcomp", "ccomp", "acl", "advcl", "relcl")
                ):
                    if not named and g.lemma[cue] in (
                        "ask",
                        "call",
                        "appeal",
                        "press",
                        "plead",
                        "beg",
                        "request",
                    ):
                        if g.dep[k] != "xcomp" or g.child(k, "nsubj") is not None:
                            named = g.all_children(k, "nsubj")
                    if g.dep[k] == "xcomp" and not named and not s.cues.takes("told", g.lemma[cue]):
                        continue
                    if g.lemma[k] in ("name", "identify", "quote") or (
                        g.lemma[k] in s.cues.silent and g.right[k] == k
                    ):
                        return False  # `asked to comment`
                    if (
                        g.dep[k] == "acl"
                        and g.head[k] in g.all_children(cue, "dobj")
                        and not s.thinks(g.head[k])
                    ):
                        continue  # `challenged the decision to close it`
                    what = [x for x in g.all_children(k, "nsubj", "nsubjpass") if not s.thinks(x)]
                    if what and any(g.lower[m] == "for" for m in g.all_children(k, "mark")):
                        return self._infinite(cue, g.left[what[0]], k, "speech.told")  # "for the ban to end"
                    to = next(x for x in g.children[k] if g.lower[x] == "to" and x < k)
                    return self._infinite(cue, to, k, "speech.told")
        return False

    def wished(self, cue: int) -> bool:
        """Somebody is wanted or expected to do something: the content is who does what."""
        s, g = self.scene, self.scene.g
        if s.subjects.is_passive(cue):
            return False
        if "for" in s.cues.prepositions.get(g.lemma[cue], ()):  # `hoping for voters to return`
            for c in g.all_children(cue, "advcl", "xcomp", "ccomp"):
                mark = g.child(c, "mark")
                if mark is not None and g.lower[mark] == "for" and mark == cue + 1:
                    return self._infinite(cue, mark + 1, c, "speech.wished")
        if not s.cues.takes("wished", g.lemma[cue]):
            return False
        for c in g.children[cue]:
            if c > cue and g.dep[c] in ("ccomp", "xcomp") and g.child(c, "nsubj", "nsubjpass") is not None:
                bare = (
                    g.tag[c] == "VBD"
                    and g.child(c, "mark", "aux") is None
                    and g.lemma[cue] in ("want", "like", "need")
                )
                if self._governed(c) or g.tag[c] in ("VBN", "JJ", "VB", "VBG") or bare:
                    return self._infinite(cue, g.left[c], c, "speech.wished")
            if g.dep[c] == "dobj" and c > cue:
                inner = next(
                    (
                        k
                        for k in (*g.children[cue], *g.children[c])
                        if k > c and g.is_verb(k) and self._governed(k)
                    ),
                    None,
                )
                if inner is not None and g.dep[inner] in ("xcomp", "acl", "advcl", "relcl"):
                    return self._infinite(cue, g.left[c], inner, "speech.wished")
        return False

    def infinitive(self, cue: int) -> bool:
        """An infinitive of the source's own: `vowed to retaliate`."""
        s, g = self.scene, self.scene.g
        if not s.cues.takes("infinitive", g.lemma[cue]) or s.subjects.is_passive(cue):
            return False
        for c in g.children[cue]:
            taken = g.dep[c] in ("xcomp", "ccomp") or (
                g.dep[c] == "advcl" and g.left[c] == cue + 1 and g.lower[cue + 1] == "to"
            )
            if c > cue and taken and self._governed(c):
                if self._unnamed(c) or (s.cues.takes("refusing", g.lemma[cue]) and self._mute(c)):
                    return False
                return self._infinite(cue, g.left[c], c, "speech.infinitive")
        return False

    def gerund(self, cue: int) -> bool:
        """An act as a gerund: `denied taking bribes`, `weighed filing a lawsuit`."""
        s, g = self.scene, self.scene.g
        if not s.cues.takes("gerund", g.lemma[cue]) or s.subjects.is_passive(cue):
            return False
        for c in g.children[cue]:
            if (
                c > cue
                and g.tag[c] == "VBG"
                and g.dep[c] in ("xcomp", "ccomp", "dobj")
                and not self._finite(c)
            ):
                return g.lower[g.left[c] - 1] != "," and self._infinite(cue, g.left[c], c, "speech.gerund")
        return False

    def _unnamed(self, verb: int) -> bool:
        """Whether somebody only wants to stay without a name: `did not want to be identified`."""
        g = self.scene.g
        return g.is_passive(verb) and g.lemma[verb] in ("name", "identify", "quote")

    def _mute(self, verb: int) -> bool:
        """Whether who refuses to do so only keeps silent: `declined to comment`, `refused to be drawn`; or withholds an answer."""
        s, g = self.scene, self.scene.g
        clause = g.child(verb, "ccomp")
        if clause is not None and g.lower[self._first(verb, clause)] in QUESTION:
            return True
        return (
            g.right[verb] == verb
            or g.lemma[verb] == "be"  # `declined to be specific`
            or g.lemma[verb] in s.cues.silent  # `declined to name them`
            or g.is_passive(verb)
            or (s.cues.takes("quote", g.lemma[verb]) and clause is None and g.child(verb, "dobj") is None)
        )

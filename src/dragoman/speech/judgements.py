"""Positions by judgements: `described the sanctions as unjust`, `called the vote illegitimate`."""

from __future__ import annotations

from bisect import bisect_left

from dragoman.schema import Stance, Statement
from dragoman.speech.views import Views


class Judgements:
    """Takes the positions of those who judge, in one doc."""

    def __init__(self, views: Views) -> None:
        self.views, self.g, self.words = views, views.g, views.words

    def of_verb(self, i: int) -> None:
        """`described the sanctions as unjust`: what stands for the judgement may hang on the verb in several ways."""
        g = self.g
        object_ = next((o for o in g.objects(i) if o > i and not self.views.names_party(o)), None)
        if g.is_negated(i):
            return
        for c in g.all_children(i, "ccomp"):  # `considers the visit a provocation`: a clause without a verb
            thing = next(
                (k for k in g.all_children(c, "nsubj") if k > i and not self.views.names_party(k)), None
            )
            if thing is not None and not g.is_verb(c) and (judged := self._found_by(i, c)) is not None:
                self.views.take(self.views.holders(g.subjects(i), i), thing, judged, i)
                return
        for p in g.all_children(i, "prep"):  # `described as unjust the tariffs`
            put = g.child(p, "pobj")
            if (
                g.lower[p] != "as"
                or p != i + 1
                or put is None
                or g.left[put] != p + 1
                or g.pos[p + 1] != "ADJ"
            ):
                continue
            if put > p + 2 and g.pos[p + 2] == "DET" and (judged := self.judged_by(p + 1)) is not None:
                self.views.take(self.views.holders(g.subjects(i), i), put, judged, i)
                return
        if object_ is None:
            self._loose(i)
            return
        before = [
            c for c in g.children[i] if i < c < object_ and g.dep[c] in ("acomp", "oprd", "amod", "advmod")
        ]
        before += [
            c for c in g.children[object_] if i < c < object_ and g.left[object_] == c and g.pos[c] == "ADJ"
        ]
        if before and not self.views.names_party(object_):  # `deem illegal all such laws`
            judged = self._found_by(i, before[0])
            if judged is not None:
                self.views.take(self.views.holders(g.subjects(i), i), object_, judged, i)
                return
        said = [
            c
            for c in g.children[i]
            if c > object_ and g.dep[c] in ("oprd", "acomp", "attr", "xcomp", "advcl", "dobj")
        ]
        said += [k for c in g.all_children(i, "prep") if g.lower[c] == "as" for k in g.children[c]]
        for c in said:
            if g.dep[c] == "advcl" and not any(g.lower[k] == "as" for k in g.children[c]):
                continue
            judged = self._found_by(i, c)
            if judged is not None:
                self.views.take(self.views.holders(g.subjects(i), i), object_, judged, i)
                return

    def _loose(self, i: int) -> None:
        """`called the embargo illegal`, `called illegal the embargo`, where the parser took neither for an object."""
        g = self.g
        said = [c for c in g.all_children(i, "oprd") if c > i]
        judged = next((c for c in said if g.pos[c] == "ADJ" and self._found_by(i, c) is not None), None)
        if judged is None:
            return
        things = [
            c
            for c in g.all_children(judged, "compound")
            if g.pos[g.left[c] if g.left[c] != c else i + 1] == "DET"
        ]
        things += [c for c in said if c > judged and g.pos[c] in ("NOUN", "PROPN")]
        thing = next((c for c in things if not self.views.names_party(c)), None)
        if (stance := self._found_by(i, judged)) is not None:
            self.views.take(self.views.holders(g.subjects(i), i), thing, stance, i)

    def _found_by(self, verb: int, i: int) -> Stance | None:
        """The judgement in a predicate of a verb; of what is made so only a condition is a stance."""
        judged = self.judged_by(i)
        return (
            judged if judged == "demands" or self.g.lemma[verb] not in self.words.lists["setting"] else None
        )

    def judged_by(self, i: int) -> Stance | None:
        """The judgement in a predicate: its head, else a word before its noun (`an important step`)."""
        g, words = self.g, self.words
        if any(g.lower[c] in ("not", "no", "less", "neither", "hardly", "far") for c in g.children[i]):
            return None
        own = words.of("judgements", g.lemma[i])
        return own or next(
            (j for c in g.all_children(i, "amod") if (j := words.of("judgements", g.lemma[c])) is not None),
            None,
        )

    def told(self, statement: Statement) -> None:
        """`called the vote illegitimate`, `described the use of force as "disastrous"`."""
        g, words = self.g, self.words
        cue = self.views.token_at(statement.cue[0]) if statement.cue is not None else None
        if cue is None or statement.speaker is None or g.is_negated(cue) or cue in self.views.shown:
            return
        judged_of = [o for o in g.objects(cue) if o > cue]
        inside = [
            i
            for i in range(
                bisect_left(g.start, statement.content[0][0]), bisect_left(g.start, statement.content[-1][1])
            )
            if not any(g.left[o] <= i <= o for o in judged_of)
        ]
        judged = next(
            (w for i in reversed(inside) if (w := words.of("judgements", g.lemma[i])) is not None), None
        )
        if judged is None or any(g.lower[i] in ("not", "no") for i in inside):
            return
        objects = [o for o in g.objects(cue) if o not in inside[-1:] and not self.views.names_party(o)]
        objects += [o for c in g.all_children(cue, "ccomp") for o in g.all_children(c, "nsubj")]
        if objects and g.pos[objects[0]] in ("NOUN", "PROPN"):
            for holder in statement.speakers or [statement.speaker]:
                if self.views.known(holder):
                    self.views.add(
                        holder, objects[0], judged, statement.id, statement.evidence, "position.judgement"
                    )

"""Positions by predicates: `is ready for talks`, `the referendum is illegitimate`, `there is no need for an embargo`."""

from __future__ import annotations

from dragoman.speech.judgements import Judgements
from dragoman.speech.verb_stances import VerbStances
from dragoman.speech.views import TURNED, Views


class PredicateStances:
    """Takes the positions that adjectives and forms of `be` tell, in one doc."""

    def __init__(self, views: Views, verbs: VerbStances, judgements: Judgements) -> None:
        self.views, self.g, self.words = views, views.g, views.words
        self.verbs, self.judgements = verbs, judgements

    def of_adjective(self, i: int, word: str) -> None:
        """`is ready for talks`, `was opposed to the plan`."""
        g, words = self.g, self.words
        be = g.head[i] if g.dep[i] in ("acomp", "oprd", "attr") else i
        if words.of("sure", word) is not None:
            if g.is_negated(be) and (
                be != i or g.child(i, "auxpass") is not None
            ):  # `is not convinced that the truce will hold`
                thought = (*g.all_children(i, "ccomp"), *g.all_children(be, "ccomp"))
                things = [*(c for c in thought if c > i), *g.prep_objects(i, "of", "by", "about")]
                self.views.take(self.views.holders(g.subjects(be), be), next(iter(things), None), "doubts", i)
            return
        if g.pos[i] == "VERB" and be == i and g.child(i, "auxpass") is None:
            return
        if be != i and not g.is_verb(be):
            return
        if (leaning := words.of("leanings", word)) is not None and (done := g.child(i, "xcomp")) is not None:
            turned = TURNED[leaning] if g.is_negated(be) else leaning
            self.views.take(self.views.holders(g.subjects(be), be), done, turned, i)
        clause = next((c for c in (*g.all_children(i, "ccomp"), *g.all_children(be, "ccomp")) if c > i), None)
        if (
            clause is not None
            and "doubts" in words.adjectives.get(word, {}).values()
            and not g.is_negated(be)
        ):
            self.views.take(
                self.views.holders(g.subjects(be), be), clause, "doubts", i
            )  # `sceptical that it will pass`
            return
        for name, stance in words.adjectives.get(word, {}).items():
            for k in g.prep_objects(i, name):
                turned = TURNED[stance] if g.is_negated(be) else stance
                subjects = g.subjects(be) or g.objects(be)
                if not subjects:
                    subjects = [
                        m for c in g.all_children(be, "nsubj", "nsubjpass") for m in g.noun_conjuncts(c)
                    ]
                self.views.take(self.views.holders(subjects, be), k, turned, i)
                return

    def of_copula(self, be: int) -> None:
        """`is against the treaty`; inside a statement `the referendum is illegitimate`, whose source judges it so."""
        g, words = self.g, self.words
        subjects = g.subjects(be) or self._subject_before(be)
        self.verbs.by_phrase(be, self.views.holders(subjects, be), negated=g.is_negated(be))
        for c in g.all_children(be, "attr") if g.child(be, "expl") is not None else ():
            self._of_lack(be, c)
        if (not subjects or g.lower[subjects[0]] == "it") and self._of_it(be):
            return
        for c in g.all_children(be, "acomp", "attr"):
            if (side := words.of("sides", g.lemma[c])) is not None:  # `is an advocate of the treaty`
                goal = next(iter(g.prep_objects(c, "of", "to")), None)
                self.views.take(
                    self.views.holders(subjects, be), goal, TURNED[side] if g.is_negated(be) else side, be, c
                )
                continue
            judged = self.judgements.judged_by(c)
            if (
                judged is None
                or not subjects
                or self.views.names_party(subjects[0])
                or (g.is_negated(be) and judged != "supports")
                or any(g.lemma[a] not in ("would", "will", "be", "have") for a in g.auxiliaries(be))
            ):
                continue
            above = g.head[be]
            denied = (
                g.dep[be] == "ccomp" and g.is_verb(above) and g.is_negated(above)
            )  # did not feel it was fair
            turned = denied or g.is_negated(be)
            self.views.take(self.views.speakers(be), subjects[0], TURNED[judged] if turned else judged, be)

    def _of_lack(self, be: int, i: int) -> None:
        """`there is no alternative to the treaty`, `there is no need for an embargo`: its source stands for it, or against it."""
        g, words = self.g, self.words
        if not any(g.lower[c] == "no" for c in g.all_children(i, "det")) or any(
            g.tag[a] == "MD" for a in g.auxiliaries(be)
        ):
            return
        stance = words.of("denied_nouns", g.lemma[i]) or ("opposes" if g.lemma[i] == "need" else None)
        goal = next(iter([*g.prep_objects(i, "to", "for", "in"), *g.complements(i)]), None)
        if stance is not None and goal is not None and not self.views.names_party(goal):
            self.views.take(self.views.speakers(be), goal, stance, be, i)

    def _of_it(self, be: int) -> bool:
        """`it is regrettable that the talks were broken off`: its source judges so what the clause tells.

        Whether it is such a sentence.
        """
        g = self.g
        if g.is_negated(be) or any(
            g.tag[a] == "MD" and g.lower[a] not in ("would", "will") for a in g.auxiliaries(be)
        ):
            return False
        for c in g.all_children(be, "acomp", "attr", "oprd"):
            clause = next(
                (k for k in (*g.all_children(be, "ccomp", "csubj", "advcl"), *g.all_children(c, "ccomp"))
                 if k > c and any(g.lower[m] == "that" for m in g.children[k])), None)  # fmt: skip
            judged = self.judgements.judged_by(c) or self.words.of("said_of", g.lemma[c])
            if clause is not None and judged is not None and g.is_verb(clause):
                self.views.take(self.views.speakers(be), clause, judged, be, c)
                return True
        return False

    def _subject_before(self, be: int) -> list[int]:
        """The subject that the parser gave to a participle before the verb: `that the vote planned for Sunday is illegal`."""
        g = self.g
        before = [
            c for c in g.children[g.head[be]] if c < be and g.is_verb(c) and g.dep[c] in ("ccomp", "conj")
        ]
        if (
            not before
            or g.tag[before[-1]] not in ("VBN", "VBD")
            or any(g.lower[k] in (",", "and", "but") for k in (be - 1,))
        ):
            return []
        return [k for k in g.all_children(before[-1], "nsubj", "nsubjpass") if g.pos[k] in ("NOUN", "PROPN")]

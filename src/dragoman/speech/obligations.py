"""Positions by what somebody says that others must do or leave, or do first: `the troops must leave`, `no deal unless`."""

from __future__ import annotations

from dragoman.schema import Stance, Statement
from dragoman.speech.views import Views
from dragoman.speech.wording import DUTY

_NEVER = frozenset({"will", "would", "can", "could", "shall", "may"})


class Obligations:
    """Takes the positions of those who say what is to be done, in one doc."""

    def __init__(self, views: Views) -> None:
        self.views, self.g, self.words = views, views.g, views.words
        self._modals = [i for i, tag in enumerate(self.g.tag) if tag == "MD"]

    def told(self, statement: Statement) -> None:
        """`urged both sides to keep the truce`, where no act of the coder said so: its source demands it."""
        g = self.g
        cue = self.views.token_at(statement.cue[0]) if statement.cue is not None else None
        verb = self.views.token_at(statement.content[0][0])
        if cue is None or verb is None or cue in self.views.shown:
            return
        if g.lower[verb] == "to" and verb + 1 < g.n:
            verb = g.head[verb]
        if any(g.lemma[k] in self.words.lists["public"] for k in g.objects(cue)):
            return  # `called the residents to hand over their arms`
        if g.lemma[verb] in self.words.lists["services"]:
            return
        if g.is_verb(verb) and not g.is_negated(cue) and statement.speaker is not None:
            asked, stance = self.views.asked_for(verb)
            if g.is_negated(verb):
                stance = "opposes"
            if stance == "demands" and g.lemma[cue] not in self.words.lists["urging"]:
                return
            self.views.take(list(statement.speakers) or [statement.speaker], asked, stance, cue)

    def take_conditions(self) -> None:
        """`no deal unless the rebels leave`: who says so demands it; who threatens something unless they do only threatens.

        So does who will not do something until they have left.
        """
        g = self.g
        marks = [i for i, dep in enumerate(g.dep) if dep == "mark"]
        for i in marks:
            if g.lower[i] == "until" and self._set_until(i):
                self.views.take(self.views.speakers(i), g.head[i], "demands", i)
        for i in marks:
            if g.lower[i] not in ("unless", "if"):
                continue
            if g.lower[i] == "if" and (i == 0 or g.lower[i - 1] != "only"):
                continue
            above = g.head[g.head[i]]
            threats = self.words.lists["threatening"]
            if g.lemma[above] in threats or g.lemma[g.head[above]] in threats:
                continue
            self.views.take(self.views.speakers(i), g.head[i], "demands", i)

    def _set_until(self, mark: int) -> bool:
        """Whether what is to happen first is a condition that the speaker sets to others: `will not disarm until the troops leave`."""
        g, words = self.g, self.words
        clause = g.head[mark]
        above = g.head[clause]
        refused = g.is_negated(above) or any(
            g.lower[c] == "no"
            for s in (*g.subjects(above), *g.all_children(above, "attr"))
            for c in g.children[s]
        )
        others = g.all_children(clause, "nsubj", "nsubjpass")
        return (
            g.dep[clause] == "advcl"
            and (g.is_verb(clause) or g.pos[clause] == "AUX")
            and refused
            and g.tag[above] == "VB"
            and g.lemma[above] not in words.lists["telling"]
            and any(g.pos[k] != "PRON" and self.views.names_party(k) for k in others)
        )

    def take_duties(self) -> None:
        """What others must or should do, in what somebody says: `said that the troops must leave`."""
        g, words = self.g, self.words
        for i in self._modals:
            if g.lower[i] not in DUTY or g.dep[i] != "aux":
                continue
            verb = g.head[i]
            subjects = g.all_children(verb, "nsubj", "nsubjpass")
            if not subjects and g.dep[verb] == "conj":  # `makes no sense and should be lifted`
                subjects = g.all_children(g.head[verb], "nsubj", "nsubjpass")
            if (
                not subjects
                or not (
                    self.views.names_party(subjects[0])
                    or (g.lower[i] == "must" and g.child(verb, "auxpass") is not None)
                )
                or (g.pos[subjects[0]] == "PRON" and g.left[subjects[0]] == g.right[subjects[0]])
                or g.dep[verb] in ("relcl", "advcl", "acl")
                or g.lemma[verb] == "be"
                or any(g.lower[a] == "have" for a in g.auxiliaries(verb))  # what ought to have been done
                or g.lemma[verb] in words.lists["mental"]
                or (g.lemma[verb] in ("come", "serve") and g.prep_objects(verb, "as"))
                or any(g.lower[k] == "no" for k in g.children[subjects[0]])
                or any(g.dep[c] == "mark" and g.lower[c] != "that" for c in g.children[verb])
                or any(g.lower[c] in words.lists["asking"] for c in g.children[verb])
            ):
                continue
            holders = self.views.speakers(verb)
            own = self.views.mentions.headed(subjects[0])
            if own is not None and any(
                a.id == h.id or (a.country is not None and a.country == h.country)
                for a in own.actors
                for h in holders
            ):
                continue
            stance: Stance = "opposes" if g.is_negated(verb) else "demands"
            if g.lemma[verb] in words.lists["keeping"] and stance == "demands":
                stance = "supports"
            self.views.take(holders, verb, stance, verb)

    def take_bans(self) -> None:
        """`no foreign troops will be allowed in the Gulf`: who says so opposes them."""
        g = self.g
        for i in self._modals:
            if g.lower[i] not in _NEVER or g.dep[i] != "aux":
                continue
            verb = g.head[i]
            for subject in g.all_children(verb, "nsubj", "nsubjpass"):
                none = any(g.lower[c] == "no" for c in g.all_children(subject, "det"))
                if none and g.lemma[verb] in self.words.lists["let"] and g.pos[subject] in ("NOUN", "PROPN"):
                    self.views.take(self.views.speakers(verb), subject, "opposes", verb)

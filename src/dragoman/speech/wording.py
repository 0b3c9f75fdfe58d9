"""The words that name an issue: a noun phrase, or an act by its noun."""

from __future__ import annotations

import re

from dragoman.actors import Mentions
from dragoman.language import Grammar
from dragoman.speech.stances import stances

DUTY = ("must", "should")
_ENDS = frozenset({",", ";", ":", "–", "—"})


def lacked(g: Grammar, clause: int) -> int | None:
    """The noun that is the object of a relative clause taken for what the noun tells: `a claim that the court rejected`."""
    noun = g.head[clause]
    if g.dep[clause] not in ("acl", "relcl") or g.pos[noun] != "NOUN" or g.lower[noun + 1] != "that":
        return None
    taken = g.child(clause, "dobj", "ccomp", "xcomp", "prep") is not None
    told = g.tag[clause] in ("VBD", "VBZ", "VBP") and g.child(clause, "nsubj") is not None
    return noun if told and not taken and stances().of("verbs", g.lemma[clause]) is not None else None


class Wording:
    """Names the issues that the tokens of a doc head."""

    def __init__(self, g: Grammar, mentions: Mentions) -> None:
        self.g, self.mentions = g, mentions
        self.words = stances()

    def _in_clause(self, clause: int) -> int:
        """What a clause is about: what its subject is to lead to, or bring, else the subject itself."""
        g = self.g
        goals = g.prep_objects(clause, "to", "in") if g.lemma[clause] in self.words.lists["leading"] else []
        goals += list(g.all_children(clause, "dobj"))
        goals += list(g.all_children(clause, "nsubj", "nsubjpass"))
        return goals[0] if goals else clause

    def _act_phrase(self, verb: int) -> str:
        """The words for an act that a clause says must be done: `withdrawal of the troops`, else `abide by the award`."""
        g = self.g
        name = self.words.nominal.get(g.lemma[verb])
        if g.lemma[verb] in ("allow", "permit", "let"):  # `must not be allowed to enrich`
            verb = g.child(verb, "xcomp", "ccomp") or verb
            name = self.words.nominal.get(g.lemma[verb])
        passive = g.child(verb, "nsubjpass")
        if passive is None and g.dep[verb] == "conj" and g.child(verb, "auxpass") is not None:
            passive = g.child(g.head[verb], "nsubj", "nsubjpass")
        goal = passive if passive is not None else g.child(verb, "dobj") or g.child(verb, "nsubj")
        if name is not None and goal is not None and not self._bare_pronoun(goal):
            thing = g.text[g.start[g.left[goal]] : g.end[g.right[goal]]].removeprefix("no ")
            return f"{name if ' ' in name else name + ' of'} {thing}"
        end = g.end[self._act_end(verb)]
        if passive is not None and g.lemma[passive] not in self.words.lists["bare"]:
            return g.text[g.start[g.left[passive]] : g.end[g.right[passive]]]
        goal = g.child(verb, "dobj")
        sure = g.start[goal] if goal is not None and goal > verb else g.start[verb]
        return g.text[g.start[verb] : sure] + re.split(r"[,;:.!?”\"]", g.text[sure:end])[0]

    def _bare_pronoun(self, i: int) -> bool:
        """Whether a token is a pronoun alone: `they`, not `those responsible`."""
        return self.g.pos[i] == "PRON" and self.g.left[i] == self.g.right[i]

    def _of_pronoun(self, verb: int, subject: int) -> str | None:
        """The words for a clause about one whom a pronoun means, by his name: `that he be freed`, `that it will listen`."""
        g, mention = self.g, self.mentions.headed(subject)
        if not g.is_verb(verb) or mention is None or len(mention.actors) != 1:
            return None
        if g.is_negated(verb):
            return g.text[g.start[verb] : g.end[self._act_end(verb)]]  # `vowed that he would never resign`
        name, act = mention.actors[0].name, self.words.nominal.get(g.lemma[verb])
        if g.child(verb, "dobj") is not None and g.tag[verb] == "VB" and not g.auxiliaries(verb):
            return self._act_phrase(verb)  # `that they lift the blockade`
        if act is not None and g.dep[subject] == "nsubjpass":
            return f"{act if ' ' in act else act + ' of'} {name}"
        rest = re.split(r"[,;:.!?”\"]", g.text[g.end[subject] : g.end[self._act_end(verb)]])[0]
        return name + rest

    def _lists(self, object_: int, comma: int) -> bool:
        """Whether a comma stands between things of one list inside a phrase: `tariffs on steel, cars and tomatoes`."""
        g = self.g
        before = g.head[comma]
        after = next((c for c in g.all_children(before, "conj") if c > comma), None)
        if (
            after is None
            or g.lower[comma] != ","
            or before <= object_
            or g.pos[before] not in ("NOUN", "PROPN")
        ):
            return False
        while (then := next(iter(g.all_children(after, "conj")), None)) is not None:
            after = then
        joined = any(g.lower[c] in ("and", "or") for c in g.all_children(g.head[after], "cc"))
        return joined and g.pos[after] in ("NOUN", "PROPN") and after <= g.right[object_]

    def bare_act(self, verb: int) -> str | None:
        """The name of an act whose object nobody named: `reopening`."""
        name = self.words.nominal.get(self.g.lemma[verb])
        return name.rsplit(" ", 1)[0] if name is not None else None

    def _act_end(self, verb: int) -> int:
        """The last token of an act without what else its party did: `abide by the award | and voiced concern`."""
        g = self.g
        told = [c for c in g.all_children(verb, "conj") if g.is_verb(c) and g.tag[c] in ("VBD", "VBZ", "VBP")]
        last = min([g.right[verb], *(g.left[c] - 1 for c in told)])
        while last > verb and g.pos[last] in ("CCONJ", "PUNCT", "SPACE"):
            last -= 1
        return last

    def phrase(self, object_: int, *, hoped: bool = False) -> str | None:
        """The words that name an issue: a noun phrase without its relative clause, or an act by its noun."""
        g, words = self.g, self.words
        if (
            {g.lemma[object_], g.lower[object_]} & words.lists["bare"]
            and g.left[object_] >= object_ - 1
            and g.right[object_] == object_
            and g.lemma[object_] not in words.lists["arguable"]
        ):
            return None
        if any(g.tag[c] == "MD" and g.lower[c] in DUTY for c in g.children[object_]):
            return self._act_phrase(object_)
        if (
            g.lemma[object_] in words.nominal
            and (done := g.child(object_, "nsubjpass")) is not None
            and any(g.lower[c] == "be" and g.dep[c] == "auxpass" for c in g.children[object_])
            and not self._bare_pronoun(done)
        ):
            if hoped and g.lemma[done] in words.lists["bare"] and g.right[done] == done:
                return None  # `hopes the matter can be settled`
            return self._act_phrase(object_)  # `that the journalist be freed`
        thing = g.child(object_, "nsubj")
        if (
            thing is not None
            and words.of("judgements", g.lemma[object_]) is not None
            and not g.is_verb(object_)
        ):
            object_ = thing  # `considers the dam a provocation`: the judgement is no part of the issue
        if g.lemma[object_] in ("meet", "receive") and (met := g.child(object_, "dobj")) is not None:
            return f"meeting with {g.text[g.start[g.left[met]] : g.end[met]]}"
        if hoped and (
            g.lemma[object_] in ("return", "withdraw", "join", "resume", "participate")
            or (g.lemma[object_] in words.nominal and g.child(object_, "dobj") is not None)
        ):
            return self._act_phrase(object_)  # `hopes that it can reduce the tension`
        if hoped or g.lemma[object_] == "be":
            object_ = self._in_clause(object_)
            if (
                g.lemma[object_] in words.lists["bare"]
                and g.right[object_] == object_ > g.left[object_] >= object_ - 1
            ):
                return None  # `hoped the matter could be settled`
        subject = g.child(object_, "nsubj", "nsubjpass")
        if g.pos[object_] in ("PRON", "AUX"):
            return None
        if subject is not None and self._bare_pronoun(
            subject
        ):  # but not `those responsible be brought to justice`
            return self._of_pronoun(object_, subject)
        if g.lower[g.left[object_]] == "whose" and g.dep[g.head[object_]] == "relcl":
            owner = g.head[g.head[object_]]  # `the reporter, whose release Paris has sought`
            return f"{g.text[g.end[g.left[object_]] : g.end[object_]].strip()} of {g.text[g.start[g.left[owner]] : g.end[owner]]}"
        if g.lower[g.left[object_]] in ("what", "how", "who", "why", "whose"):
            return None
        if g.pos[object_] == "ADJ" and g.lower[object_ + 1 : object_ + 2] == [
            ","
        ]:  # `the complete, verifiable ban`
            listed = next((k for k in range(object_ + 2, min(object_ + 9, g.n)) if g.pos[k] == "NOUN"), None)
            if listed is not None:
                return g.text[g.start[g.left[object_]] : g.end[max(listed, g.right[listed])]]
        first, last = g.left[object_], self._act_end(object_) if g.is_verb(object_) else g.right[object_]
        if (
            words.of("judgements", g.lemma[first]) is not None
            and first + 1 < object_
            and g.lower[first + 1] in ("all", "any", "the", "such", "every", "its", "their")
        ):
            first += 1  # `deems illegal all such laws`
        while first < object_ and (
            g.lower[first]
            in (
                "to",
                "that",
                "and",
                "in",
                "for",
                "unless",
                "until",
                "if",
                "only",
                "not",
                "never",
                "no",
                "n't",
            )
            or g.pos[first] in ("PUNCT", "SPACE")
        ):
            first += 1
        for c in g.all_children(object_, "amod"):
            if (
                c > first
                and g.tag[c] == "VBN"
                and g.pos[c - 1] == "ADV"
                and g.lemma[g.head[object_]] == "have"
            ):
                first = c + 1  # `had long opposed expansion`: the participle is the verb
        for c in g.children[object_]:
            apart = g.dep[c] in ("relcl", "appos", "advcl", "parataxis") or lacked(g, c) is not None
            if c > object_ and apart and g.left[c] > object_:
                last = min(last, g.left[c] - 1)
        mark = next(
            (
                k
                for k in range(object_ + 1, last + 1)
                if (g.lower[k] in _ENDS and not self._lists(object_, k))
                or (g.pos[object_] == "NOUN" and g.lower[k] in ('"', "“"))
            ),
            None,
        )
        if mark is not None:
            last = mark - 1
        if g.is_verb(object_) and g.tag[object_] == "VB" and first == object_:
            goal = next((o for o in g.all_children(object_, "dobj")), None)
            if goal is not None and g.pos[goal] == "PRON":
                mention = self.mentions.headed(goal)
                if mention is None or len(mention.actors) != 1:
                    return self.bare_act(object_)
                name = words.nominal.get(g.lemma[object_])
                rest = g.text[g.end[goal] : g.end[last]]
                return (
                    f"{name if ' ' in name else name + ' of'} {mention.actors[0].name}"
                    if name is not None
                    else f"{g.text[g.start[object_] : g.start[goal]]}{mention.actors[0].name}{rest}"
                )
            name = words.nominal.get(g.lemma[object_])
            if name is not None and goal is not None and g.left[goal] == object_ + 1:
                begin, end = g.start[object_ + 1], g.end[max(last, object_ + 1)]
                return f"{name if ' ' in name else name + ' of'} {g.text[begin:end]}"
        return g.text[g.start[first] : g.end[max(last, first)]]

"""Positions by verbs: `opposes the plan`, `asked that no arms be sent`, `voted to join`, `is against the treaty`."""

from __future__ import annotations

from dragoman.schema import Participant, Stance
from dragoman.speech.judgements import Judgements
from dragoman.speech.views import OF_SOMEBODY, TURNED, Views
from dragoman.speech.wording import lacked

_OUGHT = frozenset({"should", "must", "may", "might", "could", "can"})


class VerbStances:
    """Takes the positions that verbs tell, in one doc."""

    def __init__(self, views: Views, judgements: Judgements) -> None:
        self.views, self.g, self.words = views, views.g, views.words
        self.judgements = judgements

    def take(self, i: int, lemma: str) -> None:
        """Take the position that a verb tells."""
        g, words, views = self.g, self.words, self.views
        if self._tells_none(i, lemma):
            return
        negated = g.is_negated(i) or views.no_longer(i)
        thought = any(g.lower[k] == "that" for c in g.all_children(i, "ccomp") for k in g.children[c])
        if negated and lemma in words.words["denied"]:
            if not (thought and lemma in ("consider", "want", "wish")):
                self._deny(i)
                return
        if g.is_passive(i) and g.child(i, "agent") is None:
            return
        if self._wish(i, lemma, negated=negated) or self._insist(i, lemma):
            return
        if self._think(i, lemma, negated=negated):
            return
        if lemma in words.lists["judging"]:
            self.judgements.of_verb(i)
        self.by_phrase(i, views.holders(g.subjects(i), i), negated=negated)
        stance, object_ = self._issue_of_verb(i, lemma)
        if object_ is not None and stance == "doubts" and g.lemma[object_] in words.lists["worth"]:
            object_ = next(iter(g.prep_objects(object_, "of", "in", "for")), None)
        if stance is None or object_ is None:
            return
        if stance != "demands" and views.is_quality(object_):
            return
        if self._declined(i) and stance != "supports":
            return  # who refuses to condemn something is not for it yet
        if (negated and lemma not in words.denied_prepositions) or self._declined(i):
            stance = TURNED[stance]
        views.take(views.holders(g.subjects(i), i), object_, stance, i)

    def _tells_none(self, i: int, lemma: str) -> bool:
        """Whether a verb takes no position: it is told already, weighed, denied, asked of others, or over."""
        g, words = self.g, self.words
        if g.dep[i] == "acl" and (g.tag[i] == "VBG" or g.child(i, "agent") is None) and lacked(g, i) is None:
            return True
        if i in self.views.shown or self._weighed(i) or self._denied_or_alleged(i) or self.put_to(i):
            return True
        if g.tag[i] == "VB" and g.dep[i] in ("acl", "advcl"):  # what is done to seek it
            if "demands" in {words.of("verbs", lemma), *words.prepositions.get(lemma, {}).values()}:
                return True
        # what somebody would have preferred is over
        return (
            lemma == "prefer" and g.tag[i] == "VBN" and any(g.lower[a] == "would" for a in g.auxiliaries(i))
        )

    def _deny(self, i: int) -> None:
        """`will not accept the border`, `does not want them to leave`, `must not be allowed to enrich`: opposes it."""
        g, views = self.g, self.views
        holders = views.holders(g.subjects(i), i) or views.speakers(i)
        if g.dep[i] == "csubj":  # `what we do not accept is a partnership`
            named = next(iter(g.all_children(g.head[i], "attr")), None)
            views.take(holders, named, "opposes", i)
            return
        clauses = g.all_children(i, "ccomp", "csubj", "xcomp")
        if g.is_passive(i) and not any(g.tag[a] == "MD" for a in g.auxiliaries(i)):
            return  # `something I have not been allowed to see`
        if self._is_own(g.objects(i) or [c for k in clauses for c in g.subjects(k)]):
            return  # `will not allow its soil to be used`
        acts = [c for c in clauses if g.is_verb(c)] if g.is_passive(i) else []
        inner = next(iter([*acts, *g.objects(i), *clauses]), None)
        views.take(holders, inner, "opposes", i)

    def _wish(self, i: int, lemma: str, *, negated: bool) -> bool:
        """`want the troops out`, `expect of Chad an apology`, `hopes the talks resume`; whether a clause tells what is wished."""
        g, views = self.g, self.views
        stance = self.words.of("wished", lemma)
        if stance == "demands" and lemma == "want" and negated:
            things = [k for k in g.objects(i) if g.pos[k] == "NOUN" and not views.names_party(k)]
            views.take(views.holders(g.subjects(i), i), next(iter(things), None), "opposes", i)
        if stance == "demands" and lemma == "expect" and not negated and g.prep_objects(i, "from", "of"):
            goal = next((k for k in g.objects(i) if k > i and not views.names_party(k)), None)
            views.take(views.holders(g.subjects(i), i), goal, stance, i)
        if stance is None or negated:
            return False
        for c in g.children[i]:
            # a noun is one that the parser took for the clause
            if c > i and (self._wished(c, lemma) or (g.dep[c] == "ccomp" and g.pos[c] == "NOUN")):
                views.take(views.holders(g.subjects(i), i), c, stance, i)
                return True
        return False

    def _wished(self, c: int, lemma: str) -> bool:
        """Whether a clause below a verb of wishing tells what others are to do."""
        g = self.g
        if g.dep[c] not in ("ccomp", "xcomp") or g.child(c, "nsubj", "nsubjpass") is None:
            return False
        if any(g.tag[a] == "MD" for a in g.auxiliaries(c)):
            return False
        if lemma == "expect" and not any(self.views.names_party(k) for k in g.all_children(c, "nsubj")):
            return False
        return g.tag[c] in ("VB", "VBN") or (g.tag[c] == "VBD" and g.child(c, "mark", "aux") is None)

    def _insist(self, i: int, lemma: str) -> bool:
        """`asked that no arms be sent`; whether a clause tells what is to be done."""
        g, views = self.g, self.views
        if lemma not in self.words.lists["mandative"]:
            return False
        for c in g.all_children(i, "ccomp"):
            auxiliaries = g.auxiliaries(c)
            if any(g.tag[k] in ("MD", "TO") for k in auxiliaries):
                continue  # `insisted that it would go on`
            bare = g.tag[c] == "VB" or any(g.tag[k] == "VB" and g.lower[k] == "be" for k in auxiliaries)
            if c > i and bare:
                stance: Stance = "opposes" if views.of_none(c) else "demands"
                views.take(views.holders(g.subjects(i), i), c, stance, i)
                return True
        return False

    def _think(self, i: int, lemma: str, *, negated: bool) -> bool:
        """What somebody does not believe or wonders about, reacts to or calls vain, what a parliament voted to do.

        Whether it is one of these.
        """
        g, words = self.g, self.words
        if lemma == "vote" and not negated:
            done = next((c for c in g.all_children(i, "xcomp", "advcl") if c > i and g.tag[c] == "VB"), None)
            holders = [h for h in self.views.holders(g.subjects(i), i) if h.country is not None]
            if done is not None and not g.is_passive(i):
                self.views.take(holders, done, "supports", i)
            return done is not None
        if lemma in ("react", "respond"):
            how = next((s for c in g.children[i] if (s := words.reacting.get(g.lower[c])) is not None), None)
            things = [k for k in g.prep_objects(i, "to") if not self.views.names_party(k)]
            if how is not None and things and not negated:
                self.views.take(self.views.holders(g.subjects(i), i), things[0], how, i)
            return True
        if lemma in ("make", "serve"):  # `an embargo makes no sense`
            vain = any(
                g.lemma[k] in ("sense", "purpose") and any(g.lower[c] == "no" for c in g.children[k])
                for k in g.objects(i)
            )
            things = [k for k in g.subjects(i) if g.pos[k] == "NOUN" and not self.views.names_party(k)]
            if vain and things:
                self.views.take(self.views.speakers(i), things[0], "opposes", i)
            return vain
        clause = next((c for c in g.all_children(i, "ccomp") if c > i), None)
        if clause is None or not (lemma == "wonder" or (lemma == "believe" and negated)):
            return False
        asked = g.lower[g.left[clause]] in ("whether", "why", "if")
        coming = any(g.lower[a] in ("will", "would", "can", "could") for a in g.auxiliaries(clause))
        if asked if lemma == "wonder" else coming:
            self.views.take(self.views.holders(g.subjects(i), i), clause, "doubts", i)
        return True

    def take_long(self, i: int, lemma: str) -> None:
        """`had long opposed expansion`, whose participle the parser took for an adjective of its object."""
        g = self.g
        thing = g.head[i]
        have, stance = g.head[thing], self.words.of("verbs", lemma)
        if stance is None or g.lemma[have] != "have" or g.dep[thing] != "dobj" or g.left[thing] <= have:
            return
        between = range(have + 1, i)
        if between and all(g.pos[k] == "ADV" for k in between) and not self.views.names_party(thing):
            self.views.take(self.views.holders(g.subjects(have), have), thing, stance, i)

    def by_phrase(self, i: int, holders: list[Participant], *, negated: bool) -> None:
        """`is against the treaty`, `spoke out in favour of it`: a phrase of stance on a verb that takes one."""
        g, words = self.g, self.words
        if g.lemma[i] not in words.lists["siding"]:
            return
        for p in (
            k
            for c in g.children[i]
            if c > i and g.dep[c] in ("prep", "prt", "advmod")
            for k in (c, *g.children[c])
        ):
            for parts in words.wordings.at(g.lower, p):
                stance = words.phrases[" ".join(parts)]
                object_ = g.child(p + len(parts) - 1, "pobj", "pcomp")
                self.views.take(holders, object_, TURNED[stance] if negated else stance, p)
                return

    def put_to(self, i: int) -> bool:
        """Whether a stance is asked of its party or only weighed: `urged them to condemn it`, `had to vote for it`, `should not seek it`."""
        g, words = self.g, self.words
        verb = i
        while g.dep[verb] == "conj" and g.child(verb, "nsubj") is None:
            verb = g.head[verb]
        if self._wished_of(verb):
            return True
        able = ("can", "could", "ca") if g.is_negated(verb) else ()  # `cannot support the text`: opposes it
        if any(
            g.tag[a] == "MD" and g.lower[a] in _OUGHT and g.lower[a] not in able for a in g.auxiliaries(verb)
        ):
            return True
        above = g.head[verb]
        if (noun := self.views.put_by(verb)) is not None and g.lemma[noun] in words.lists["put"]:
            return True  # `resisted calls to condemn it`
        if (
            g.tag[verb] not in ("VB", "VBG")
            or g.dep[verb] not in ("xcomp", "advcl", "ccomp", "acl")
            or above == verb
        ):
            return False
        asked = g.lemma[above] in words.lists["urging"] or g.lemma[above] in words.lists["summoning"]
        return (asked and g.tag[verb] == "VB") or g.lemma[above] in words.lists["weighing"]

    def _weighed(self, i: int) -> bool:
        """Whether a stance is only supposed: `if France were to block the talks`."""
        g = self.g
        if g.tag[i] == "VB" and g.lower[max(0, i - 2) : i] == ["whether", "to"]:
            return True
        while g.dep[i] in ("conj", "xcomp") and g.head[i] != i:
            i = g.head[i]
        weighed = {
            "advcl": ("if", "unless", "should", "lest"),
            "ccomp": ("whether", "if"),  # `did not say if it backs the plan`
            "acl": ("whether",),
        }.get(g.dep[i], ())
        return any(g.dep[k] == "mark" and g.lower[k] in weighed for k in g.children[i])

    def _wished_of(self, verb: int) -> bool:
        """Whether an infinitive has a doer of its own, of whom somebody else wishes or expects it: `wants Oman to back it`."""
        g = self.g
        return (
            g.tag[verb] == "VB"
            and g.dep[verb] in ("xcomp", "ccomp")
            and any(g.lower[a] == "to" for a in g.all_children(verb, "aux"))
            and g.child(verb, "nsubj") is not None
        )

    def _denied_or_alleged(self, i: int) -> bool:
        """Whether a clause is what somebody denies or is accused of: `denied supporting`, `accused Ankara of backing`."""
        g, verb = self.g, i
        while g.dep[verb] in ("conj", "acl", "dobj"):
            marked = any(g.lower[c] == "that" and g.dep[c] == "mark" for c in g.children[verb])
            if g.dep[verb] == "acl" and marked and g.lemma[g.head[verb]] in self.words.lists["assertions"]:
                return True  # `rejected the claim that it backs the rebels`
            verb = g.head[verb]
        above = g.head[verb]
        if g.dep[verb] == "pcomp":
            above = g.head[above]
        return (
            above != i
            and g.dep[verb] in ("pcomp", "xcomp", "ccomp")
            and g.lemma[above] in self.words.lists["denying"]
        )

    def _declined(self, i: int) -> bool:
        """Whether somebody refuses to take a stance: `declined to rule out a trial`."""
        g = self.g
        return g.dep[i] == "xcomp" and g.lemma[g.head[i]] in ("refuse", "decline")

    def _is_own(self, things: list[int]) -> bool:
        """Whether things are the party's own land or home."""
        g = self.g
        return any(
            g.lemma[k] in self.words.lists["guarded"] and any(g.tag[c] == "PRP$" for c in g.children[k])
            for k in things
        )

    def _issue_of_verb(self, i: int, lemma: str) -> tuple[Stance | None, int | None]:
        """What stance a verb takes, and the head of what it takes it towards."""
        g, words = self.g, self.words
        denied = words.denied_prepositions.get(lemma, {}) if g.is_negated(i) else {}
        for name, stance in {**words.prepositions.get(lemma, {}), **denied}.items():
            after = [k for k in g.prep_objects(i, name) if k > i and not self.views.dated(k)]
            after += [k for c in g.children[i] if g.lower[c] == name for k in g.all_children(c, "pcomp")]

            after += [
                c
                for c in g.all_children(i, "ccomp", "xcomp", "advcl")
                if c > i and any(g.lower[k] == name and g.dep[k] == "mark" for k in g.children[c])
            ]
            if lemma == "agree" and (g.dep[i] == "relcl" or any(self.views.names_party(k) for k in after)):
                continue  # `the date which he agreed with Paris`
            if after:
                goods = stance == "demands" and g.lemma[after[0]] in words.lists["given"]
                return (None, None) if goods else (stance, after[0])

        if (
            weight := next((k for k in g.objects(i) if words.of("weights", g.lemma[k]) is not None), None)
        ) is not None:
            behind = [*g.prep_objects(i, "behind"), *g.prep_objects(weight, "behind")]
            if behind:
                return words.of("weights", g.lemma[weight]), behind[0]
        turns = words.particles.get(lemma) if not self._declined(i) else None
        turned = next((turns[p] for p in self._particles(i) if p in turns), None) if turns else None
        if turned is not None:
            goal = next(
                (
                    k
                    for k in (*g.objects(i), *g.prep_objects(i, *words.particles[lemma]))
                    if not self.views.names_party(k)
                    and (lemma not in words.lists["physical"] or g.lemma[k] in words.lists["arguable"])
                ),
                None,
            )
            return turned, None if g.is_negated(i) else goal  # who does not rule it out does not support it
        if (own := words.of("arguments", lemma)) is not None:
            put = next(
                (k for k in g.objects(i) if g.lemma[k] in words.lists["arguable"] or self._any_of(k)), None
            )
            if put is not None or words.of("verbs", lemma) is None:
                return own, put
        if (own := words.of("verbs", lemma)) is not None:
            objects = [k for k in g.objects(i) if not self.views.names_party(k) or lemma in OF_SOMEBODY]
            objects = [k for k in objects if not g.lower[k].endswith(("self", "selves"))]
            if lemma == "defend" and any(g.lemma[k] in words.lists["guarded"] for k in objects):
                return None, None
            if not objects and (own == "doubts" or lemma in words.lists["dreading"]):
                objects = g.complements(i)
            if not objects and own == "demands":
                objects = g.all_children(i, "ccomp")
            if not objects and own in ("supports", "opposes"):  # `favours sending a force`
                objects = [c for c in g.all_children(i, "xcomp") if g.tag[c] == "VBG"]
            if not objects and (gap := lacked(g, i)) is not None:
                objects = [gap]
            goal = next(iter(objects), None)
            if own in ("opposes", "supports") and goal is not None and g.lemma[goal] in words.lists["put"]:
                goal = self.views.put_forward(i, goal)
            return own, goal
        if (own := words.of("infinitives", lemma)) is not None:
            return own, next((c for c in g.all_children(i, "xcomp") if g.tag[c] == "VB"), None)
        return words.of("clauses", lemma), g.child(i, "ccomp")

    def _any_of(self, i: int) -> bool:
        """Whether a noun stands for all of its kind: `refuse any sharing`, which is no single thing that is offered."""
        g = self.g
        return g.pos[i] == "NOUN" and any(
            g.lower[c] in ("any", "all", "every") for c in g.all_children(i, "det")
        )

    def _particles(self, verb: int) -> list[str]:
        """The particles of a verb, also where the parser took one for a preposition: `voted down the deal`."""
        g = self.g
        return [*g.particles(verb), *(g.lower[p] for p in g.all_children(verb, "prep") if p == verb + 1)]

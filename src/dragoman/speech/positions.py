"""Where each party stands: supports, opposes, demands, doubts, read from statements and acts.

A position always has the statement or event that shows it; a plain report gives none.
"""

from __future__ import annotations

from bisect import bisect_left

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.language import layout_of
from dragoman.schema import Participant, Position, Stance, Statement
from dragoman.speech.acts import Acts
from dragoman.speech.cues import cues
from dragoman.speech.views import OF_SOMEBODY, TURNED, Views
from dragoman.speech.wording import DUTY, lacked

if not Doc.has_extension("positions"):
    Doc.set_extension("positions", default=None)


_TELLING = frozenset({"VERB", "AUX", "NOUN", "ADJ"})  # classes of words of stance
_NEVER = frozenset({"will", "would", "can", "could", "shall", "may"})
_OUGHT = frozenset({"should", "must", "may", "might", "could", "can"})


class Positions:
    """Positions of one doc."""

    def __init__(self, doc: Doc) -> None:
        self.views = Views(doc)
        self.g = self.views.g
        self.words = self.views.words
        self._modals = [i for i, tag in enumerate(self.g.tag) if tag == "MD"]
        of_stance = (self.words.words[kind] for kind in ("nouns", "denied_nouns", "granted"))
        self.nouns = frozenset[str]().union(*of_stance)

    def run(self) -> list[Position]:
        """All positions, in text order."""
        g, views, acts = self.g, self.views, Acts(self.views)
        for event in views.events:
            acts.event(event)
        for block in layout_of(views.doc).blocks:
            if block.kind == "body":
                for i in range(bisect_left(g.start, block.start), bisect_left(g.start, block.end)):
                    if g.pos[i] in _TELLING:
                        self._from_word(i)
        for statement in views.statements:
            if statement.rule == "speech.judgement":
                self._from_judgement(statement)
            elif statement.rule == "speech.told":
                self._from_told(statement)
            elif statement.rule == "speech.nominal":
                self._from_nominal(statement)
        self._from_conditions()
        self._from_duties()
        self._from_bans()
        views.settle()
        views.found.sort(key=lambda p: p.evidence)
        return [p.model_copy(update={"id": f"p{k}"}) for k, p in enumerate(views.found, 1)]

    def _from_word(self, i: int) -> None:
        """Stance words and phrases that are no PLOVER act: hopes for, doubts, sees no sense in, is against."""
        g, words = self.g, self.words
        lemma, pos = g.lemma[i], g.pos[i]
        if pos == "VERB" and lemma in words.taking:
            if g.dep[i] not in ("amod", "compound"):
                self._from_verb(i, lemma)
            elif g.tag[i] == "VBN":
                self._from_long(i, lemma)
        if pos in ("AUX", "VERB") and lemma == "be":
            self._from_copula(i)
        elif pos == "NOUN" and lemma in self.nouns:
            self._from_noun(i, lemma)
        elif pos == "NOUN" and lemma in words.words["sides"]:
            self._from_side(i)
        elif (
            (
                g.lower[i] in words.adjectives
                or g.lower[i] in words.words["leanings"]
                or g.lower[i] in words.words["sure"]
            )
            and pos in ("ADJ", "VERB")
            and g.tag[i] in ("JJ", "VBN")
        ):
            self._from_adjective(i, g.lower[i])

    def _from_verb(self, i: int, lemma: str) -> None:
        g, words = self.g, self.words
        gap = lacked(g, i)
        if (
            (g.dep[i] == "acl" and gap is None and (g.tag[i] == "VBG" or g.child(i, "agent") is None))
            or i in self.views.shown
            or self._weighed(i)
            or self._denied_or_alleged(i)
            or self._put_to(i)
        ):
            return
        sought = {words.of("verbs", lemma), *words.prepositions.get(lemma, {}).values()}
        if g.tag[i] == "VB" and g.dep[i] in ("acl", "advcl") and "demands" in sought:
            return  # what is done to seek it
        negated = g.is_negated(i) or self.views.no_longer(i)
        if lemma == "prefer" and any(g.lower[a] == "would" for a in g.auxiliaries(i)) and g.tag[i] == "VBN":
            return  # what somebody would have preferred is over
        thought = any(g.lower[k] == "that" for c in g.all_children(i, "ccomp") for k in g.children[c])
        if (
            negated
            and lemma in words.words["denied"]
            and not (thought and lemma in ("consider", "want", "wish"))
        ):
            holders = self.views.holders(g.subjects(i), i) or self.views.speakers(i)
            if g.dep[i] == "csubj":  # `what we do not accept is a partnership`
                named = next(iter(g.all_children(g.head[i], "attr")), None)
                self.views.take(holders, named, "opposes", i)
                return
            clauses = g.all_children(i, "ccomp", "csubj", "xcomp")
            if g.is_passive(i) and not any(g.tag[a] == "MD" for a in g.auxiliaries(i)):
                return  # `something I have not been allowed to see`
            if self._is_own(g.objects(i) or [c for k in clauses for c in g.subjects(k)]):
                return  # `will not allow its soil to be used`
            acts = (
                [c for c in clauses if g.is_verb(c)] if g.is_passive(i) else []
            )  # `must not be allowed to enrich`
            inner = next(iter([*acts, *g.objects(i), *clauses]), None)
            self.views.take(holders, inner, "opposes", i)
            return
        if g.is_passive(i) and g.child(i, "agent") is None:
            return
        stance = words.of("wished", lemma)
        if stance == "demands" and lemma == "want" and negated:
            things = [k for k in g.objects(i) if g.pos[k] == "NOUN" and not self.views.names_party(k)]
            self.views.take(self.views.holders(g.subjects(i), i), next(iter(things), None), "opposes", i)
        if stance == "demands" and lemma == "expect" and not negated and g.prep_objects(i, "from", "of"):
            goal = next((k for k in g.objects(i) if k > i and not self.views.names_party(k)), None)
            self.views.take(self.views.holders(g.subjects(i), i), goal, stance, i)
        if stance is not None and not negated:
            for c in g.children[i]:
                if (
                    c > i
                    and g.dep[c] in ("ccomp", "xcomp")
                    and g.child(c, "nsubj", "nsubjpass") is not None
                    and not any(g.tag[a] == "MD" for a in g.auxiliaries(c))
                    and (
                        lemma != "expect"
                        or any(self.views.names_party(k) for k in g.all_children(c, "nsubj"))
                    )
                    and (
                        g.tag[c] in ("VB", "VBN") or (g.tag[c] == "VBD" and g.child(c, "mark", "aux") is None)
                    )
                ):
                    self.views.take(self.views.holders(g.subjects(i), i), c, stance, i)
                    return
                if (
                    c > i and g.dep[c] == "ccomp" and g.pos[c] == "NOUN"
                ):  # a noun that the parser took for the clause
                    self.views.take(self.views.holders(g.subjects(i), i), c, stance, i)
                    return
        if lemma in words.lists["mandative"]:
            for c in g.all_children(i, "ccomp"):
                if any(g.tag[k] in ("MD", "TO") for k in g.auxiliaries(c)):
                    continue  # `insisted that it would go on`
                if c > i and (
                    g.tag[c] == "VB" or any(g.tag[k] == "VB" and g.lower[k] == "be" for k in g.auxiliaries(c))
                ):
                    none = self.views.of_none(c)  # `asked that no arms be sent`
                    wish: Stance = "opposes" if none else "demands"
                    self.views.take(self.views.holders(g.subjects(i), i), c, wish, i)
                    return
        if self._from_thought(i, lemma, negated=negated):
            return
        if lemma in words.lists["judging"]:
            self._from_judging(i)
        self._from_phrase(i, self.views.holders(g.subjects(i), i), negated=negated)
        stance, object_ = self._issue_of_verb(i, lemma)
        if object_ is not None and stance == "doubts" and g.lemma[object_] in words.lists["worth"]:
            object_ = next(iter(g.prep_objects(object_, "of", "in", "for")), None)
        if stance is None or object_ is None:
            return
        if stance != "demands" and self.views.is_quality(object_):
            return
        if self._declined(i) and stance != "supports":
            return  # who refuses to condemn something is not for it yet
        if (negated and lemma not in words.denied_prepositions) or self._declined(i):
            stance = TURNED[stance]
        self.views.take(self.views.holders(g.subjects(i), i), object_, stance, i)

    def _from_thought(self, i: int, lemma: str, *, negated: bool) -> bool:
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

    def _from_long(self, i: int, lemma: str) -> None:
        """`had long opposed expansion`, whose participle the parser took for an adjective of its object."""
        g = self.g
        thing = g.head[i]
        have, stance = g.head[thing], self.words.of("verbs", lemma)
        if stance is None or g.lemma[have] != "have" or g.dep[thing] != "dobj" or g.left[thing] <= have:
            return
        between = range(have + 1, i)
        if between and all(g.pos[k] == "ADV" for k in between) and not self.views.names_party(thing):
            self.views.take(self.views.holders(g.subjects(have), have), thing, stance, i)

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

    def _denied_or_alleged(self, i: int) -> bool:
        """Whether a clause is what somebody denies or is accused of: `denied supporting`, `accused Ankara of backing`."""
        g, verb = self.g, i
        while g.dep[verb] in ("conj", "acl", "dobj"):
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

    def _put_to(self, i: int) -> bool:
        """Whether a stance is asked of its party or only weighed: `urged them to condemn it`, `had to vote for it`, `should not seek it`."""
        g, words = self.g, self.words
        verb = i
        while g.dep[verb] == "conj" and g.child(verb, "nsubj") is None:
            verb = g.head[verb]
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

    def _from_judging(self, i: int) -> None:
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
            if put > p + 2 and g.pos[p + 2] == "DET" and (judged := self._judged_by(p + 1)) is not None:
                self.views.take(self.views.holders(g.subjects(i), i), put, judged, i)
                return
        if object_ is None:
            self._from_loose_judgement(i)
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

    def _from_loose_judgement(self, i: int) -> None:
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
        judged = self._judged_by(i)
        return (
            judged if judged == "demands" or self.g.lemma[verb] not in self.words.lists["setting"] else None
        )

    def _judged_by(self, i: int) -> Stance | None:
        """The judgement in a predicate: its head, else a word before its noun (`an important step`)."""
        g, words = self.g, self.words
        if any(g.lower[c] in ("not", "no", "less", "neither", "hardly", "far") for c in g.children[i]):
            return None
        own = words.of("judgements", g.lemma[i])
        return own or next(
            (j for c in g.all_children(i, "amod") if (j := words.of("judgements", g.lemma[c])) is not None),
            None,
        )

    def _from_phrase(self, i: int, holders: list[Participant], *, negated: bool) -> None:
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
            for phrase, stance in words.phrases.items():
                parts = phrase.split()
                if [g.lower[k] for k in range(p, min(p + len(parts), g.n))] == parts:
                    object_ = g.child(p + len(parts) - 1, "pobj", "pcomp")
                    self.views.take(holders, object_, TURNED[stance] if negated else stance, p)
                    return

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

    def _from_noun(self, i: int, lemma: str) -> None:
        """`sees no sense in`, `reaffirmed the need for`, `expressed support for`."""
        g, words = self.g, self.words
        v = g.head[i]
        giving_up = g.lemma[v] in words.lists["giving_up"]
        if g.dep[i] != "dobj" or not g.is_verb(v) or not (giving_up or g.lemma[v] in words.lists["light"]):
            return
        targets = [
            k for n in ("for", "of", "to", "about", "over", "in", "with", "at") for k in g.prep_objects(i, n)
        ]
        if lemma in words.lists["sharing"]:
            targets += g.prep_objects(v, "with")  # `expressed solidarity with Estonia`
        targets += g.complements(i)
        if words.of("nouns", lemma) in ("opposes", "doubts"):
            targets.sort(key=self.views.names_party)  # `concern to the Chinese side about`
            targets = [k for k in targets if k not in g.prep_objects(i, "in")]
            if targets and (self.views.names_party(targets[0]) or lemma == "doubt"):
                targets = [k for k in targets if k not in g.prep_objects(i, "at", "to", "with")]
        if (
            not targets and words.of("nouns", lemma) == "demands"
        ):  # `reiterated its call on Kenya to free them`
            targets = [c for c in g.all_children(v, "xcomp", "advcl") if c > i and g.tag[c] == "VB"]
        if not targets:
            near = [
                k
                for n in ("about", "over", "for", "to", "at", "in", "on")
                for k in g.prep_objects(v, n)
                if k > i
            ]
            near += [m for k in g.prep_objects(v, "in") for m in g.prep_objects(k, "in", "on")]
            near += [
                m
                for p in g.all_children(v, "prep")
                for c in g.all_children(p, "prep")
                for m in g.all_children(c, "pobj")
            ]
            targets = [k for k in near if not self.views.names_party(k) and not self.views.placed(k)]
        if any(g.lower[k] in ("one", "nobody", "none") for k in g.all_children(v, "nsubj")):
            return  # `no one should have any doubts`
        if lemma == "regret" and targets and g.lemma[targets[0]] in words.lists["mourned"]:
            return
        negated = g.is_negated(v) or self.views.no_longer(v) or any(g.lower[c] == "no" for c in g.children[i])
        negated = negated or (g.lemma[v] == "lose" and words.of("denied_nouns", lemma) is not None)
        scant = any(g.lower[c] == "little" and g.lower[c - 1] != "a" for c in g.all_children(i, "amod"))
        negated = negated or (scant and words.of("denied_nouns", lemma) is not None)
        stance = words.of("denied_nouns", lemma) if negated else words.of("nouns", lemma)
        if stance is None and giving_up and not negated:
            stance = words.of("granted", lemma)
        if giving_up and (stance != "supports" or self._put_to(v)):
            return  # who drops a demand has it no longer, which makes him no opponent
        if stance is None and negated and (own := words.of("nouns", lemma)) is not None:
            stance = TURNED[own]
        if stance is not None and giving_up:  # withdrew its support for
            stance = TURNED[stance]
        owners = [
            p for c in g.all_children(i, "poss") if g.tag[c] != "PRP$" for p in self.views.holders([c], c)
        ]
        holders = owners or self.views.holders(g.subjects(v), v)  # `restated Moscow's preference`
        if stance == "demands" and len(holders) > 1:
            stance = "supports"
        if targets and g.lemma[targets[0]] in words.lists["services"]:
            return  # `announced its readiness to mediate`
        if stance is not None:
            self.views.take(holders, targets[0] if targets else None, stance, v, i)

    def _from_side(self, i: int) -> None:
        """`Lula, an opponent of the bill`: what somebody is for or against, told beside his name."""
        g = self.g
        side = self.words.of("sides", g.lemma[i])
        goal = next(iter(g.prep_objects(i, "of", "to")), None)
        if side is None or g.dep[i] != "appos" or any(g.lower[c] == "former" for c in g.children[i]):
            return
        if goal is not None and not self.views.names_party(goal) and g.lemma[goal] not in cues().people:
            self.views.take(self.views.holders([g.head[i]], i), goal, side, i)

    def _from_adjective(self, i: int, word: str) -> None:
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

    def _from_copula(self, be: int) -> None:
        """`is against the treaty`; inside a statement `the referendum is illegitimate`, whose source judges it so."""
        g, words = self.g, self.words
        subjects = g.subjects(be) or self._subject_before(be)
        self._from_phrase(be, self.views.holders(subjects, be), negated=g.is_negated(be))
        for c in g.all_children(be, "attr") if g.child(be, "expl") is not None else ():
            self._from_lack(be, c)
        if (not subjects or g.lower[subjects[0]] == "it") and self._from_it(be):
            return
        for c in g.all_children(be, "acomp", "attr"):
            if (side := words.of("sides", g.lemma[c])) is not None:  # `is an advocate of the treaty`
                goal = next(iter(g.prep_objects(c, "of", "to")), None)
                self.views.take(
                    self.views.holders(subjects, be), goal, TURNED[side] if g.is_negated(be) else side, be, c
                )
                continue
            judged = self._judged_by(c)
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

    def _from_lack(self, be: int, i: int) -> None:
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

    def _from_it(self, be: int) -> bool:
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
            judged = self._judged_by(c) or self.words.of("said_of", g.lemma[c])
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

    def _from_conditions(self) -> None:
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

    def _from_nominal(self, statement: Statement) -> None:
        """`Russia's demand that Ukraine stay neutral`, `his opposition to the pact`: a noun of stance with its owner."""
        g, words = self.g, self.words
        if statement.cue is None or statement.speaker is None:
            return
        last = bisect_left(g.start, statement.cue[1]) - 1
        noun = next((k for k in range(last, max(last - 4, -1), -1) if g.pos[k] == "NOUN"), None)
        stance = words.of("owned", g.lemma[noun]) if noun is not None else None
        if noun is None or stance is None or g.head[noun] in self.views.shown or noun in self.views.shown:
            return
        if any(g.lower[c] == "no" for c in g.children[noun]) or g.is_negated(g.head[noun]):
            return
        if g.dep[noun] == "dobj" and g.lemma[g.head[noun]] in words.lists["giving_up"]:
            return  # `withdrew their support for it`: who had it has it no longer
        inside = range(
            bisect_left(g.start, statement.content[0][0]), bisect_left(g.start, statement.content[-1][1])
        )
        head = next((k for k in inside if g.head[k] not in inside), None)
        if head is None or (
            stance != "demands" and (self.views.names_party(head) or self.views.is_quality(head))
        ):
            return
        self.views.take(list(statement.speakers) or [statement.speaker], head, stance, noun)

    def _from_told(self, statement: Statement) -> None:
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

    def _from_duties(self) -> None:
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

    def _from_bans(self) -> None:
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

    def _from_judgement(self, statement: Statement) -> None:
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


@Language.component(
    "dragoman_positions",
    requires=["doc._.statements", "doc._.events", "doc._.mentions"],
    assigns=["doc._.positions"],
)
def set_positions(doc: Doc) -> Doc:
    """Write `doc._.positions`."""
    doc._.positions = Positions(doc).run()
    return doc

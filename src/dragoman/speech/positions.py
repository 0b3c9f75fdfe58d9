"""Where each party stands: supports, opposes, demands, doubts, read from statements and acts.

A position always has the statement or event that shows it; a plain report gives none.
"""

from __future__ import annotations

from bisect import bisect_right

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.language import Grammar, grammar
from dragoman.schema import Actor, Event, Issue, Participant, Position, Stance, Statement
from dragoman.speech.speakers import government_at
from dragoman.speech.stances import issue_of, stances
from dragoman.speech.wording import DUTY, Wording

if not Doc.has_extension("positions"):
    Doc.set_extension("positions", default=None)

# Verbs whose object is the issue even when it is somebody: `recognised Guaido as president`.
_OF_SOMEBODY = frozenset({"recognise", "recognize", "back", "endorse", "support"})
_TRUE = ("actual", "historical")
_ANNOUNCED = ("REJECT", "SUPPORT")  # acts that show a stance before they are done: `will veto`
_HIMSELF = ("he", "she", "it", "they")  # in what somebody says and with no other name: who says it
_STANDS = ("it", "them", "this", "that")  # for an issue named before
_TURNED: dict[Stance, Stance] = {
    "supports": "opposes",
    "demands": "opposes",
    "opposes": "supports",
    "doubts": "supports",
}


def _holder(actor: Actor, span: tuple[int, int]) -> Participant:
    return Participant(id=actor.id, name=actor.name, country=actor.country, sector=actor.sector, span=span)


class Positions:
    """Positions of one doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.g: Grammar = grammar(doc)
        self.events: list[Event] = doc._.events or []
        self.statements: list[Statement] = doc._.statements or []
        self.found: list[Position] = []
        self.words = stances()
        self.wording = Wording(self.g)
        self._seen: set[tuple[str, int, int]] = set()
        self._told: set[tuple[str, int, str]] = set()  # holder, sentence, issue
        self._held: list[tuple[str, int, Stance]] = []
        self._shown: set[int] = set()  # predicates that showed a stance
        self._named: list[tuple[int, Issue]] = []  # tokens that head an issue
        self._pending: list[tuple[Participant, int, Stance, str | None, tuple[int, int], str]] = []

    def run(self) -> list[Position]:
        """All positions, in text order."""
        for event in self.events:
            self._from_event(event)
        for i in range(self.g.n):
            self._from_word(i)
        for statement in self.statements:
            if statement.rule == "speech.judgement":
                self._from_judgement(statement)
            elif statement.rule == "speech.told":
                self._from_told(statement)
        self._from_conditions()
        self._from_duties()
        self._settle()
        self.found.sort(key=lambda p: p.evidence)
        return [p.model_copy(update={"id": f"p{k}"}) for k, p in enumerate(self.found, 1)]

    def _token_at(self, offset: int) -> int | None:
        g = self.g
        i = bisect_right(g.start, offset) - 1
        return i if i >= 0 and offset < g.end[i] else None

    # Acts ----------------------------------------------------------------------------------

    def _from_event(self, event: Event) -> None:
        g, words = self.g, self.words
        stance = words.rules.get(event.rule) or words.acts.get(event.act)
        if (
            stance is None
            or event.status not in (*_TRUE, *(("future",) if event.act in _ANNOUNCED else ()))
            or self._says_nothing(event.rule)
        ):
            return
        # An allegation is about what was done; only disapproval is about an issue.
        if event.act == "ACCUSE" and event.mode != "disapprove":
            return
        token = self._token_at(event.trigger[0])
        if token is None or g.lemma[token] in words.lists["praising"] or self._judged_adjective(token):
            return
        if g.lemma[token] == "be" and self._conditional(token):
            return  # `there will be no deal unless`: the condition is what is demanded
        if event.rule in words.rules and (g.is_negated(token) or g.is_negated(g.head[token])):
            stance = _TURNED[stance]
        if self._no_longer(token):
            stance = _TURNED[stance]
        noun = next(
            (c for c in g.all_children(token, "dobj") if words.of("nouns", g.lemma[c]) is not None), None
        )
        if noun is not None and event.rule not in words.rules and g.lemma[token] in words.lists["light"]:
            return  # `voiced doubts over`: the noun says what stance it is
        if g.lemma[token] == "insist" and not self._urgent(token):
            return
        object_ = self._content(token, event.act)
        if object_ is None or (stance != "demands" and self._is_quality(object_)):
            return
        if (
            event.act == "ACCUSE"
            and g.pos[object_] == "PROPN"
            and (self._names_party(object_) or g.left[object_] == g.right[object_])
        ):
            return
        if event.rule == "agree.offer" and g.lemma[object_] in words.lists["given"]:
            return
        if self._silent(token, object_) or (event.act == "REQUEST" and self._asks(object_)):
            return
        if stance == "demands" and g.is_verb(object_) and g.is_negated(object_):
            stance = "opposes"  # asked them not to fire, said that they must not fire
        if stance == "demands" and g.lemma[object_] in words.lists["leaving"]:
            inner = next(
                iter([*g.objects(object_), *g.prep_objects(object_, "from", "of"), *g.complements(object_)]),
                None,
            )
            if inner is not None:
                object_, stance = inner, "opposes"
        holders = [h for h in event.actors if h.sector != "UAF" and self._known(h)]
        if event.act == "REQUEST" and not g.is_verb(token):  # `rejected the demands`: whose subject made none
            subjects = [g.start[s] for s in g.subjects(g.head[token])] if g.is_verb(g.head[token]) else []
            refused = self.words.of("verbs", g.lemma[g.head[token]]) == "opposes"
            holders = [
                h
                for h in holders
                if not (refused and h.span is not None and any(h.span[0] <= s < h.span[1] for s in subjects))
            ]
        if (
            stance == "demands"
            and len(holders) > 1
            and g.lemma[object_] in ("need", "necessity", "importance")
        ):
            stance = "supports"  # what all the parties call needed they agree on
        own = self.doc._.mentions.headed(object_)
        for holder in holders:
            if own is not None and any(a.id == holder.id for a in own.actors):
                continue
            if self._add(holder, object_, stance, event.id, event.evidence, event.rule):
                self._shown.add(token)

    def _says_nothing(self, rule: str) -> bool:
        """Whether the acts of a rule show no stance."""
        return any(
            rule == named or (named.endswith("*") and rule.startswith(named[:-1]))
            for named in self.words.lists["no_stance"]
        )

    def _conditional(self, verb: int) -> bool:
        """Whether a clause holds only unless or until something happens."""
        g = self.g
        return any(
            g.lower[k] in ("unless", "until") for c in g.all_children(verb, "advcl") for k in g.children[c]
        )

    def _silent(self, verb: int, done: int) -> bool:
        """Whether somebody only keeps silent or hidden: `refused to comment`, `declined to be named`."""
        g, words = self.g, self.words
        return (
            g.lemma[verb] in words.lists["refusing"]
            and g.is_verb(done)
            and (g.lemma[done] in words.lists["telling"] or g.is_passive(done))
        )

    def _asks(self, clause: int) -> bool:
        """Whether a clause is a question: `asked whether the talks would go on`."""
        g = self.g
        first = g.lower[g.left[clause]]
        return g.is_verb(clause) and (first in ("whether", "if") or first in self.words.lists["asking"])

    def _is_quality(self, i: int) -> bool:
        """Whether a noun is what somebody is praised or thanked for: courage, work."""
        return not self.g.is_verb(i) and self.g.lemma[i] in self.words.lists["qualities"]

    def _judged_adjective(self, token: int) -> bool:
        """Whether an adjective of stance says it with its preposition, which is read as a word: `sceptical of`."""
        g = self.g
        return any(g.prep_objects(token, name) for name in self.words.adjectives.get(g.lower[token], ()))

    def _no_longer(self, verb: int) -> bool:
        """Whether a verb is of what has ended: `no longer supports`."""
        g = self.g
        return any(g.lower[c] == "longer" and g.is_negated(c) for c in g.children[verb])

    def _known(self, holder: Participant) -> bool:
        """Whether a holder is somebody: a name or a state stands behind it."""
        return holder.country is not None or not any(
            a.kind == "unnamed" for m in self.doc._.mentions.items for a in m.actors if a.id == holder.id
        )

    def _subjunctive(self, verb: int) -> bool:
        """Whether a verb stands in the bare form after one of it: `insists that the deal include`."""
        g = self.g
        subject = g.child(verb, "nsubj")
        return (
            subject is not None
            and g.tag[verb] == "VBP"
            and g.tag[subject] in ("NN", "NNP")
            and not g.child(subject, "conj")
        )

    def _urgent(self, verb: int) -> bool:
        """Whether a verb of insisting demands something: `insists on`, `insists that they must`."""
        g = self.g
        if g.prep_objects(verb, "on", "upon") or any(g.lower[c] in ("on", "upon") for c in g.children[verb]):
            return True
        return any(
            g.tag[c] == "VB"
            or self._subjunctive(c)
            or any(g.lower[k] in self.words.lists["urgent"] for k in g.children[c])
            for c in g.all_children(verb, "ccomp")
        )

    def _content(self, i: int, act: str) -> int | None:
        """The head of what an act is about: complement, object or prepositional object of its predicate."""
        g = self.g
        if g.lemma[i] == "be":  # "said that the referendum is illegitimate"
            found = g.all_children(i, "attr") if g.child(i, "expl") is not None else g.subjects(i)
            return next(iter(found), None)
        for c in g.complements(i):
            if c < i:
                continue  # a clause before it is another one's
            if not g.is_verb(c) or g.lemma[c] not in ("name", "identify"):
                return c
            return None
        for name in ("behind", "for", "on", "of", "over", "about", "against", "to"):
            if name == "of" and not g.is_verb(i) and act == "REQUEST":
                continue  # whose the request is
            for k in g.prep_objects(i, name):
                if (
                    not self._names_party(k)
                    and not self._dated(k)
                    and g.lemma[k] not in ("people", "citizen")
                ):
                    return k
        if g.is_verb(i):
            for k in g.objects(i):
                if not self._names_party(k) or g.lemma[i] in _OF_SOMEBODY:
                    return k
        return None

    def _dated(self, i: int) -> bool:
        """Whether a token is part of a date."""
        return any(t.first <= i <= t.last for t in self.doc._.times or ())

    def _placed(self, i: int) -> bool:
        """Whether a token is part of the name of a place."""
        return any(p.first <= i <= p.last for p in self.doc._.places or ())

    def _names_party(self, i: int) -> bool:
        mention = self.doc._.mentions.headed(i)
        if any(self.g.lower[c] in ("a", "an", "any") for c in self.g.all_children(i, "det")):
            return False  # "opposes a European army"
        return mention is not None and bool(mention.actors)

    # Words ----------------------------------------------------------------------------------

    def _from_word(self, i: int) -> None:
        """Stance words and phrases that are no PLOVER act: hopes for, doubts, sees no sense in, is against."""
        g, words = self.g, self.words
        lemma, pos = g.lemma[i], g.pos[i]
        if pos == "VERB" and g.dep[i] not in ("amod", "compound"):
            self._from_verb(i, lemma)
        if pos in ("AUX", "VERB") and lemma == "be":
            self._from_copula(i)
        elif pos == "NOUN" and (lemma in words.words["nouns"] or lemma in words.words["denied_nouns"]):
            self._from_noun(i, lemma)
        elif (
            (g.lower[i] in words.adjectives or g.lower[i] in words.words["leanings"])
            and pos in ("ADJ", "VERB")
            and g.tag[i] in ("JJ", "VBN")
        ):
            self._from_adjective(i, g.lower[i])

    def _from_verb(self, i: int, lemma: str) -> None:
        g, words = self.g, self.words
        if (
            (g.dep[i] == "acl" and (g.tag[i] == "VBG" or g.child(i, "agent") is None))
            or i in self._shown
            or self._denied_or_alleged(i)
        ):
            return
        negated = g.is_negated(i) or self._no_longer(i)
        if lemma == "prefer" and any(g.lower[a] == "would" for a in g.auxiliaries(i)) and g.tag[i] == "VBN":
            return  # what somebody would have preferred is over
        thought = any(g.lower[k] == "that" for c in g.all_children(i, "ccomp") for k in g.children[c])
        if (
            negated
            and lemma in words.words["denied"]
            and not (thought and lemma in ("consider", "want", "wish"))
        ):
            holders = self._holders(g.subjects(i), i) or self._speakers(i)
            if g.dep[i] == "csubj":  # `what we do not accept is a partnership`
                named = next(iter(g.all_children(g.head[i], "attr")), None)
                self._take(holders, named, "opposes", i)
                return
            clauses = g.all_children(i, "ccomp", "csubj", "xcomp")
            acts = (
                [c for c in clauses if g.is_verb(c)] if g.is_passive(i) else []
            )  # `must not be allowed to enrich`
            inner = next(iter([*acts, *g.objects(i), *clauses]), None)
            self._take(holders, inner, "opposes", i)
            return
        if g.is_passive(i) and g.child(i, "agent") is None:
            return
        stance = words.of("wished", lemma)
        if stance is not None and not negated:
            for c in g.children[i]:
                if (
                    c > i
                    and g.dep[c] in ("ccomp", "xcomp")
                    and g.child(c, "nsubj", "nsubjpass") is not None
                    and (
                        g.tag[c] in ("VB", "VBN") or (g.tag[c] == "VBD" and g.child(c, "mark", "aux") is None)
                    )
                ):
                    self._take(self._holders(g.subjects(i), i), c, stance, i)
                    return
                if (
                    c > i and g.dep[c] == "ccomp" and g.pos[c] == "NOUN"
                ):  # a noun that the parser took for the clause
                    self._take(self._holders(g.subjects(i), i), c, stance, i)
                    return
        if lemma in words.lists["judging"]:
            self._from_judging(i)
        self._from_phrase(i, self._holders(g.subjects(i), i), negated=negated)
        stance, object_ = self._issue_of_verb(i, lemma)
        if object_ is not None and stance == "doubts" and g.lemma[object_] in words.lists["worth"]:
            object_ = next(iter(g.prep_objects(object_, "of", "in", "for")), None)
        if stance is None or object_ is None:
            return
        if stance != "demands" and self._is_quality(object_):
            return
        if negated and lemma not in words.denied_prepositions:
            stance = _TURNED[stance]
        self._take(self._holders(g.subjects(i), i), object_, stance, i)

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

    def _from_judging(self, i: int) -> None:
        """`described the sanctions as unjust`: what stands for the judgement may hang on the verb in several ways."""
        g = self.g
        object_ = next((o for o in g.objects(i) if o > i and not self._names_party(o)), None)
        if g.is_negated(i):
            return
        for c in g.all_children(i, "ccomp"):  # `considers the visit a provocation`: a clause without a verb
            thing = next((k for k in g.all_children(c, "nsubj") if k > i and not self._names_party(k)), None)
            if thing is not None and not g.is_verb(c) and (judged := self._judged_by(c)) is not None:
                self._take(self._holders(g.subjects(i), i), thing, judged, i)
                return
        if object_ is None:
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
            judged = self._judged_by(c)
            if judged is not None:
                self._take(self._holders(g.subjects(i), i), object_, judged, i)
                return

    def _judged_by(self, i: int) -> Stance | None:
        """The judgement in a predicate: its head, else a word before its noun (`an important step`)."""
        g, words = self.g, self.words
        if any(g.lower[c] in ("not", "no", "less") for c in g.children[i]):
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
                    self._take(holders, object_, _TURNED[stance] if negated else stance, p)
                    return

    def _issue_of_verb(self, i: int, lemma: str) -> tuple[Stance | None, int | None]:
        """What stance a verb takes, and the head of what it takes it towards."""
        g, words = self.g, self.words
        denied = words.denied_prepositions.get(lemma, {}) if g.is_negated(i) else {}
        for name, stance in {**words.prepositions.get(lemma, {}), **denied}.items():
            after = [k for k in g.prep_objects(i, name) if k > i and not self._dated(k)]
            after += [k for c in g.children[i] if g.lower[c] == name for k in g.all_children(c, "pcomp")]

            after += [
                c
                for c in g.all_children(i, "ccomp", "xcomp", "advcl")
                if c > i and any(g.lower[k] == name and g.dep[k] == "mark" for k in g.children[c])
            ]
            if after:
                return stance, after[0]

        if (
            weight := next((k for k in g.objects(i) if words.of("weights", g.lemma[k]) is not None), None)
        ) is not None:
            behind = [*g.prep_objects(i, "behind"), *g.prep_objects(weight, "behind")]
            if behind:
                return words.of("weights", g.lemma[weight]), behind[0]
        if (
            turned := next(
                (
                    words.particles[lemma][p]
                    for p in self._particles(i)
                    if p in words.particles.get(lemma, ())
                ),
                None,
            )
        ) is not None:
            goal = next(
                (
                    k
                    for k in (*g.objects(i), *g.prep_objects(i, *words.particles[lemma]))
                    if not self._names_party(k)
                ),
                None,
            )
            return turned, None if g.is_negated(i) else goal  # who does not rule it out does not support it
        if (own := words.of("arguments", lemma)) is not None:
            put = next((k for k in g.objects(i) if g.lemma[k] in words.lists["arguable"]), None)
            if put is not None or words.of("verbs", lemma) is None:
                return own, put
        if (own := words.of("verbs", lemma)) is not None:
            objects = [k for k in g.objects(i) if not self._names_party(k) or lemma in _OF_SOMEBODY]
            if not objects and own == "doubts":
                objects = g.complements(i)
            if not objects and own == "demands":
                objects = g.all_children(i, "ccomp")
            return own, next(iter(objects), None)
        if (own := words.of("infinitives", lemma)) is not None:
            return own, next((c for c in g.all_children(i, "xcomp") if g.tag[c] == "VB"), None)
        return words.of("clauses", lemma), g.child(i, "ccomp")

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
        targets += g.complements(i)
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
            targets = [k for k in near if not self._names_party(k) and not self._placed(k)]
        if any(g.lower[k] in ("one", "nobody", "none") for k in g.all_children(v, "nsubj")):
            return  # `no one should have any doubts`
        negated = g.is_negated(v) or self._no_longer(v) or any(g.lower[c] == "no" for c in g.children[i])
        stance = words.of("denied_nouns", lemma) if negated else words.of("nouns", lemma)
        if stance is None and negated and (own := words.of("nouns", lemma)) is not None:
            stance = _TURNED[own]
        if stance is not None and giving_up:  # withdrew its support for
            stance = _TURNED[stance]
        holders = self._holders(g.subjects(v), v)
        if stance == "demands" and len(holders) > 1:
            stance = "supports"
        if stance is not None:
            self._take(holders, targets[0] if targets else None, stance, v, i)

    def _from_adjective(self, i: int, word: str) -> None:
        """`is ready for talks`, `was opposed to the plan`."""
        g, words = self.g, self.words
        be = g.head[i] if g.dep[i] in ("acomp", "oprd", "attr") else i
        if g.pos[i] == "VERB" and be == i and g.child(i, "auxpass") is None:
            return
        if be != i and not g.is_verb(be):
            return
        if (leaning := words.of("leanings", word)) is not None and (done := g.child(i, "xcomp")) is not None:
            turned = _TURNED[leaning] if g.is_negated(be) else leaning
            self._take(self._holders(g.subjects(be), be), done, turned, i)
        for name, stance in words.adjectives.get(word, {}).items():
            for k in g.prep_objects(i, name):
                turned = _TURNED[stance] if g.is_negated(be) else stance
                subjects = g.subjects(be) or g.objects(be)
                if not subjects:
                    subjects = [
                        m for c in g.all_children(be, "nsubj", "nsubjpass") for m in g.noun_conjuncts(c)
                    ]
                self._take(self._holders(subjects, be), k, turned, i)
                return

    def _from_copula(self, be: int) -> None:
        """`is against the treaty`; inside a statement `the referendum is illegitimate`, whose source judges it so."""
        g, words = self.g, self.words
        subjects = g.subjects(be) or self._subject_before(be)
        self._from_phrase(be, self._holders(subjects, be), negated=g.is_negated(be))
        for c in g.all_children(be, "acomp", "attr"):
            if (side := words.of("sides", g.lemma[c])) is not None:  # `is an advocate of the treaty`
                goal = next(iter(g.prep_objects(c, "of", "to")), None)
                self._take(
                    self._holders(subjects, be), goal, _TURNED[side] if g.is_negated(be) else side, be, c
                )
                continue
            judged = self._judged_by(c)
            if (
                judged is None
                or not subjects
                or self._names_party(subjects[0])
                or g.is_negated(be)
                or any(g.lemma[a] not in ("would", "will", "be", "have") for a in g.auxiliaries(be))
            ):
                continue
            above = g.head[be]
            denied = (
                g.dep[be] == "ccomp" and g.is_verb(above) and g.is_negated(above)
            )  # did not feel it was fair
            self._take(self._speakers(be), subjects[0], _TURNED[judged] if denied else judged, be)

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
        """`no deal unless the rebels leave`: who says so demands it."""
        g = self.g
        for i in range(g.n):
            if g.dep[i] != "mark" or g.lower[i] not in ("unless", "if"):
                continue
            if g.lower[i] == "if" and (i == 0 or g.lower[i - 1] != "only"):
                continue
            self._take(self._speakers(i), g.head[i], "demands", i)

    def _from_told(self, statement: Statement) -> None:
        """`urged both sides to keep the truce`, where no act of the coder said so: its source demands it."""
        g = self.g
        cue = self._token_at(statement.cue[0]) if statement.cue is not None else None
        verb = self._token_at(statement.content[0][0])
        if (
            cue is None
            or verb is None
            or cue in self._shown
            or g.lemma[cue] not in self.words.lists["urging"]
        ):
            return
        if g.lower[verb] == "to" and verb + 1 < g.n:
            verb = g.head[verb]
        if g.is_verb(verb) and not g.is_negated(cue) and statement.speaker is not None:
            stance: Stance = "opposes" if g.is_negated(verb) else "demands"
            self._take(list(statement.speakers) or [statement.speaker], verb, stance, cue)

    def _from_duties(self) -> None:
        """What others must or should do, in what somebody says: `said that the troops must leave`."""
        g, words = self.g, self.words
        for i in range(g.n):
            if g.tag[i] != "MD" or g.lower[i] not in DUTY or g.dep[i] != "aux":
                continue
            verb = g.head[i]
            subjects = g.all_children(verb, "nsubj", "nsubjpass")
            if not subjects and g.dep[verb] == "conj":  # `makes no sense and should be lifted`
                subjects = g.all_children(g.head[verb], "nsubj", "nsubjpass")
            if (
                not subjects
                or (g.pos[subjects[0]] == "PRON" and g.left[subjects[0]] == g.right[subjects[0]])
                or g.dep[verb] in ("relcl", "advcl", "acl")
                or g.lemma[verb] == "be"
                or any(g.dep[c] == "mark" and g.lower[c] != "that" for c in g.children[verb])
                or any(g.lower[c] in words.lists["asking"] for c in g.children[verb])
            ):
                continue
            holders = self._speakers(verb)
            own = self.doc._.mentions.headed(subjects[0])
            if own is not None and any(
                a.id == h.id or (a.country is not None and a.country == h.country)
                for a in own.actors
                for h in holders
            ):
                continue
            stance: Stance = "opposes" if g.is_negated(verb) else "demands"
            if g.lemma[verb] in words.lists["keeping"] and stance == "demands":
                stance = "supports"
            self._take(holders, verb, stance, verb)

    def _is_part(self, holder: Participant, object_: int, stance: Stance) -> bool:
        """Whether the holder has the same stance on what holds this, or what this holds, in one sentence."""
        g = self.g
        return any(
            h == holder.id
            and s == stance
            and g.sent[o] == g.sent[object_]
            and (g.left[o] <= object_ <= g.right[o] or g.left[object_] <= o <= g.right[object_])
            for h, o, s in self._held
        )

    def _settle(self) -> None:
        """Give `Cambodia objected to it` the issue that somebody took a stance on just before, if there is one."""
        g = self.g
        for holder, object_, stance, by, evidence, rule in self._pending:
            before = [
                (k, issue) for k, issue in self._named if k < object_ and g.sent[object_] - g.sent[k] <= 1
            ]
            if before:
                issue = max(before, key=lambda x: x[0])[1]
                if any(
                    (p.holder.id, p.stance, p.issue.id) == (holder.id, stance, issue.id) for p in self.found
                ):
                    continue
                self.found.append(
                    Position(
                        id="p0",
                        holder=holder,
                        issue=issue,
                        stance=stance,
                        by=by,
                        evidence=evidence,
                        rule=rule,
                    )
                )

    def _take(
        self, holders: list[Participant], object_: int | None, stance: Stance, cue: int, at: int | None = None
    ) -> None:
        """Write down a stance of each holder towards what the token heads."""
        if object_ is None:
            return
        word = self.g.lemma[cue if at is None else at]
        if cue in self._shown:
            return
        for holder in holders:
            if self._known(holder):
                self._add(
                    holder, object_, stance, self._by(cue), self.g.sentence_span(cue), f"position.{word}"
                )

    def _from_judgement(self, statement: Statement) -> None:
        """`called the vote illegitimate`, `described the use of force as "disastrous"`."""
        g, words = self.g, self.words
        cue = self._token_at(statement.cue[0]) if statement.cue is not None else None
        if cue is None or statement.speaker is None or g.is_negated(cue) or cue in self._shown:
            return
        judged_of = [o for o in g.objects(cue) if o > cue]
        inside = [
            i
            for i in range(g.n)
            if statement.content[0][0] <= g.start[i] < statement.content[-1][1]
            and not any(g.left[o] <= i <= o for o in judged_of)
        ]
        judged = next(
            (w for i in reversed(inside) if (w := words.of("judgements", g.lemma[i])) is not None), None
        )
        if judged is None or any(g.lower[i] in ("not", "no") for i in inside):
            return
        objects = [o for o in g.objects(cue) if o not in inside[-1:] and not self._names_party(o)]
        objects += [o for c in g.all_children(cue, "ccomp") for o in g.all_children(c, "nsubj")]
        if objects and g.pos[objects[0]] in ("NOUN", "PROPN"):
            for holder in statement.speakers or [statement.speaker]:
                if self._known(holder):
                    self._add(
                        holder, objects[0], judged, statement.id, statement.evidence, "position.judgement"
                    )

    def _speakers(self, i: int) -> list[Participant]:
        """Whose words a token stands in: the sources of the smallest statement that holds it."""
        offset = self.g.start[i]
        holding = [
            (s.content[-1][1] - s.content[0][0], k)
            for k, s in enumerate(self.statements)
            if any(a <= offset < b for a, b in s.content)
        ]
        if not holding:
            return []
        s = self.statements[min(holding)[1]]
        return list(s.speakers) or ([s.speaker] if s.speaker is not None else [])

    def _holders(self, subjects: list[int], cue: int) -> list[Participant]:
        g = self.g
        out: list[Participant] = []
        for s in subjects:
            if g.lower[s] in ("we", "i"):
                by = next(
                    (x for x in self.statements if any(a <= g.start[s] < b for a, b in x.content)), None
                )
                if by is not None and by.speaker is not None:
                    out.append(by.speaker)
                continue
            mention = self.doc._.mentions.headed(s)
            if mention is None or not mention.actors:
                if g.lower[s] in _HIMSELF:
                    out += self._speakers(s)
                if g.lower[s] == "they" and (seat := government_at(g, self.doc, cue)) is not None:
                    out += [_holder(a, seat.span) for a in seat.actors]  # `in Moscow they hope`
                continue
            for a in mention.actors:
                out.append(_holder(a, (mention.start, mention.end)))
        if not out:  # whom speech knows as the source of the same words
            said = next((x for x in self.statements if x.cue is not None and x.cue[0] == g.start[cue]), None)
            if said is not None and said.speaker is not None:
                named = [g.lemma[s] for s in subjects]
                out += [
                    h
                    for h in (list(said.speakers) or [said.speaker])
                    if not h.id.startswith("unnamed-") or self.words.lists["collectives"].intersection(named)
                ]
        if not out and not subjects and (seat := government_at(g, self.doc, cue)) is not None:
            out += [_holder(a, seat.span) for a in seat.actors]
        return out

    def _by(self, i: int) -> str | None:
        offset = self.g.start[i]
        for s in self.statements:
            if s.cue is not None and s.cue[0] == offset:
                return s.id
        for s in self.statements:
            if any(a <= offset < b for a, b in s.content) or s.evidence[0] <= offset < s.evidence[1]:
                return s.id
        return None

    def _add(
        self,
        holder: Participant,
        object_: int,
        stance: Stance,
        by: str | None,
        evidence: tuple[int, int],
        rule: str,
    ) -> bool:
        """Write down a position; `False` where its issue has no name or was told before."""
        g = self.g
        words = self.wording.phrase(object_, hoped=rule == "position.hope" and g.is_verb(object_))
        issue = issue_of(words) if words is not None else None
        if issue is None and g.lower[object_] in _STANDS and g.dep[object_] in ("dobj", "pobj", "nsubjpass"):
            self._pending.append((holder, object_, stance, by, evidence, rule))
            return True
        if issue is None or (
            self._names_party(object_) and g.left[object_] == g.right[object_] and g.pos[object_] == "PRON"
        ):
            return False
        key = (holder.id, g.sent[object_], object_)
        if (
            key in self._seen
            or self._is_part(holder, object_, stance)
            or any(h == holder.id and s == g.sent[object_] and i == issue.id for h, s, i in self._told)
        ):
            return False
        self._seen.add(key)
        self._held.append((holder.id, object_, stance))
        self._told.add((holder.id, g.sent[object_], issue.id))
        self._named.append((object_, issue))
        span = (min(evidence[0], g.start[g.left[object_]]), max(evidence[1], g.end[object_]))
        self.found.append(
            Position(id="p0", holder=holder, issue=issue, stance=stance, by=by, evidence=span, rule=rule)
        )
        return True


@Language.component(
    "dragoman_positions",
    requires=["doc._.statements", "doc._.events", "doc._.mentions"],
    assigns=["doc._.positions"],
)
def set_positions(doc: Doc) -> Doc:
    """Write `doc._.positions`."""
    doc._.positions = Positions(doc).run()
    return doc

"""Stances that acts of the coder show: a demand, a refusal, a condemnation, support, readiness."""

from __future__ import annotations

from dragoman.schema import Event, Participant, Stance
from dragoman.speech.views import OF_SOMEBODY, TURNED, Views

# Verbs by which one names what one judges: `condemned what he called an attack`.
_CALLING = frozenset(
    {"call", "term", "describe", "label", "dub", "brand", "characterise", "characterize", "consider"}
)
_TRUE = ("actual", "historical")
_ANNOUNCED = ("REJECT",)  # acts that show a stance before they are done: `will veto`


class Acts:
    """Finds the positions that events show."""

    def __init__(self, views: Views) -> None:
        self.views = views
        self.g = views.g
        self.words = views.words

    def event(self, event: Event) -> None:
        """Write down the stance that an event shows, if it shows one."""
        g, words = self.g, self.words
        if event.act == "PROTEST" and event.status in _TRUE:
            self._protest(event)
            return
        stance = self._stance_of(event)
        if event.rule == "agree.readiness" and (done := self._readiness(event)) is not None:
            for holder in self._holders(event):
                self.views.add(holder, done, "supports", event.id, event.evidence, event.rule)
            return
        if (
            stance is None
            or event.status not in (*_TRUE, *(("future",) if event.act in _ANNOUNCED else ()))
            or (
                self._says_nothing(event.rule)
                and not self._promised_not(event)
                and not self._of_parliament(event)
            )
        ):
            return
        # An allegation is about what was done; only disapproval is about an issue.
        if event.act == "ACCUSE" and event.mode != "disapprove":
            return
        token = self.views.token_at(event.trigger[0])
        if (
            token is not None
            and event.act == "ACCUSE"
            and (g.lemma[token] == "blame" or self._told_of(token))
        ):
            return  # whose fault something is, or that something was done: no issue
        if token is None or self._only_praises(token) or self._judged_adjective(token):
            return
        if g.lemma[token] == "be" and self._conditional(token):
            return  # `there will be no deal unless`: the condition is what is demanded
        if event.rule in words.rules and (g.is_negated(token) or g.is_negated(g.head[token])):
            stance = TURNED[stance]
        if self.views.no_longer(token):
            stance = TURNED[stance]
        voiced = g.all_children(token, "dobj")
        if g.lemma[token] in words.lists["light"] and any(g.lemma[c] in words.lists["mild"] for c in voiced):
            return  # `voiced concern`
        noun = next((c for c in voiced if words.of("nouns", g.lemma[c]) is not None), None)
        if noun is not None and event.rule not in words.rules and g.lemma[token] in words.lists["light"]:
            if event.rule not in words.lists["given_to"] or g.child(noun, "prep") is not None:
                return  # `voiced doubts over`: the noun says what stance it is
        if g.lemma[token] == "insist" and not self._urgent(token):
            return
        meeting = event.rule.startswith("consult.")  # will not meet somebody
        object_ = token if meeting else self._content(token, event.act)
        if noun is not None and object_ == noun and event.rule in words.lists["given_to"]:
            object_ = None  # `gave Kyiv its backing`
        if event.act == "REJECT" and object_ is None and self._promised_not(event):
            object_ = token
        if object_ is None and (party := self._party(event, token)) is not None:
            for holder in self._holders(event):
                if self.views.add(holder, party, stance, event.id, event.evidence, event.rule):
                    self.views.shown.add(token)
            return
        left = token if object_ is None and self._bare_refusal(event, token) else self._pointing(object_)
        if left is not None:  # `Beijing refused`, `urged Deby to free them`
            own = words.of("verbs", g.lemma[object_]) if object_ is not None and stance == "demands" else None
            stance = own if own in ("supports", "opposes") else stance  # `urged them to reject it`
            for holder in self._holders(event):
                self.views.leave(holder, left, stance, event.id, event.evidence, event.rule)
            return
        if object_ is None or (stance != "demands" and self.views.is_quality(object_)):
            return
        if (
            event.act == "ACCUSE"
            and g.pos[object_] == "PROPN"
            and (self.views.names_party(object_) or g.left[object_] == g.right[object_])
        ):
            return
        if event.act == "REJECT" and g.is_verb(object_) and self._courtesy(object_):
            if not self._promised_not(event):
                return
        if event.rule.startswith("agree.read") and g.lemma[object_] in words.lists["fighting"]:
            return  # ready to strike back
        if event.rule == "agree.offer" and g.dep[token] == "relcl":
            return  # `food rules that Brussels has offered`
        if event.rule == "agree.offer" and g.lemma[token] == "offer" and not self._offers_talks(object_):
            return
        if g.lemma[token] in words.lists["ordering"] and not self._to_another_state(event):
            return
        if event.act == "REQUEST" and self._to_own_people(event):
            self.views.shown.add(token)
            return  # `asked all citizens to stay calm`
        if (
            event.act == "REQUEST"
            and g.lemma[object_] in words.lists["services" if g.is_verb(object_) else "given"]
        ):
            self.views.shown.add(token)
            return  # `appealed to the Kremlin for help`, `asked Oman to mediate`
        if (
            event.act == "REJECT"
            and g.lemma[object_] in words.lists["grounds"]
            and g.lemma[token] in words.lists["light"]
        ):
            inner = next((c for c in g.all_children(object_, "acl", "relcl") if g.tag[c] == "VB"), None)
            if inner is None or g.lemma[object_] in words.lists["idle"]:
                return
            object_ = inner  # `sees no reason to prolong the talks`
        if self._silent(token, object_) or (event.act == "REQUEST" and self._asks(object_)):
            return
        if stance == "demands" and g.is_verb(object_) and self.views.of_none(object_):
            stance = "opposes"  # `asked that no arms be sent`
        if stance == "demands" and g.is_verb(object_) and g.is_negated(object_):
            # asked them not to fire, said that they must not fire; not to leave is to stay, not to let others act is none
            lets = any(g.child(c, "nsubj") is not None for c in g.all_children(object_, "ccomp"))
            stance = "demands" if g.lemma[object_] in words.lists["lapsing"] and not lets else "opposes"
        if stance == "demands" and g.lemma[object_] in words.lists["leaving"]:
            inner = next(
                iter([*g.objects(object_), *g.prep_objects(object_, "from", "of"), *g.complements(object_)]),
                None,
            )
            if inner is not None:
                object_, stance = inner, "opposes"
        if stance == "demands":
            object_, stance = self.views.asked_for(object_)
        elif g.lemma[object_] in words.lists["put"]:
            object_ = self.views.put_forward(token, object_)  # `resisted calls to condemn the invasion`
        holders = [*self._holders(event), *self.views.likewise(token)]
        if meeting:
            subjects = [g.start[s] for s in g.subjects(token)]
            holders = [h for h in holders if h.span and any(h.span[0] <= s < h.span[1] for s in subjects)]
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
        named = self.views.mentions.headed(object_)
        for holder in holders:
            if named is not None and any(a.id == holder.id for a in named.actors):
                continue
            if self.views.add(holder, object_, stance, event.id, event.evidence, event.rule):
                self.views.shown.add(token)

    def _readiness(self, event: Event) -> int | None:
        """The talks that somebody is ready for: `willing to sit down with the rebels`, no `ready to go to Beijing`."""
        g, token = self.g, self.views.token_at(event.trigger[0])
        if token is None or event.status not in _TRUE:
            return None
        done = g.child(token, "xcomp")
        if done is None or any(g.is_negated(k) for k in (token, g.head[token])):
            return None
        words = self.words.lists
        talked = g.lemma[done] in words["talking"] and (g.lemma[done] != "sit" or "down" in g.particles(done))
        willing = g.lower[token] in words["willing"] and self._offers_talks(done)
        return done if talked or willing else None

    def _of_parliament(self, event: Event) -> bool:
        """Whether the parliament of a state passed something, which stands for it; a body of many states acts by its office."""
        return event.rule in self.words.lists["passing"] and all(
            a.country is not None and a.sector == "LEG" for a in event.actors
        )

    def _stance_of(self, event: Event) -> Stance | None:
        """The stance that the rule of an event, its verb or its act shows."""
        words, token = self.words, self.views.token_at(event.trigger[0])
        if (own := words.rules.get(event.rule)) is not None:
            return own
        if (
            event.act == "REQUEST"
            and token is not None
            and self.g.lemma[token] in words.lists["proposing"]
            and self.g.is_verb(token)
        ):
            return "supports"  # `proposed that both sides withdraw`
        return words.acts.get(event.act)

    def _promised_not(self, event: Event) -> bool:
        """Whether somebody says that he will never do what he is asked to: `vowed not to give up a foot`, `I am not going to resign`."""
        g, token = self.g, self.views.token_at(event.trigger[0])
        if event.act != "REJECT" or token is None:
            return False
        if event.rule == "agree.promise":
            return any(
                g.is_negated(c) and all(g.pos[s] == "PRON" for s in g.all_children(c, "nsubj", "nsubjpass"))
                for c in g.complements(token)
            )
        above = g.head[token] if g.dep[token] == "xcomp" else token  # `I am not going to resign`
        denied = g.is_negated(token) or g.is_negated(above)
        return event.rule.startswith("retreat.") and g.is_verb(token) and denied

    def _party(self, event: Event, token: int) -> int | None:
        """The party that a stance is about where nothing else is named: `gave Kyiv its backing`, `criticised Chile`."""
        g, words = self.g, self.words
        if event.rule in words.lists["backing"]:
            spans = [r.span for r in event.recipients if r.span is not None]
        elif (event.act == "ACCUSE" and g.lemma[token] in words.lists["censuring"]) or (
            event.act == "REJECT" and g.lemma[token] == "reject"
        ):
            heads = [k for k in g.objects(token) if self.views.names_party(k)]
            return heads[0] if heads else None
        else:
            return None
        if not spans:
            return None
        return self.views.token_at(spans[0][1] - 1)

    def _courtesy(self, done: int) -> bool:
        """Whether what somebody will not do is a mere form or his own business: to receive a guest, to take a call, to put his name to it."""
        g, words = self.g, self.words
        if g.lemma[done] in words.lists["courtesies"]:
            return True
        if g.lemma[done] == "rule" and "out" in g.particles(done):
            return True  # `declined to rule out a trial`: he leaves it open
        return g.lemma[done] in ("take", "put", "give") and any(
            g.lemma[k] in words.lists["formalities"] for k in g.objects(done)
        )

    def _holders(self, event: Event) -> list[Participant]:
        """Those who do an act and may hold a stance by it."""
        told = [h for h in event.actors if h.sector != "UAF" and not h.id.startswith("unknown-")]
        return [h for h in told if self.views.known(h)]

    def _bare_refusal(self, event: Event, token: int) -> bool:
        """Whether somebody refuses what was asked for before, and the words do not say it again: `Beijing refused`."""
        g = self.g
        return (
            event.act == "REJECT"
            and g.is_verb(token)
            and g.lemma[token] in self.words.lists["refusing"]
            and not any(g.dep[c] in ("dobj", "xcomp", "ccomp", "prep") for c in g.children[token])
        )

    def _pointing(self, object_: int | None) -> int | None:
        """The pronoun for what an act that is asked for is done to, if it is told before: `lift [them]`, `honour [it]`."""
        g = self.g
        if object_ is None or not g.is_verb(object_):
            return None
        done = g.child(object_, "nsubjpass")
        if (
            done is not None
            and g.lower[done] in ("it", "them")
            and any(g.tag[a] == "TO" for a in g.auxiliaries(object_))
        ):
            return done  # `asked for it to be lifted`
        goal = g.child(object_, "dobj") if g.tag[object_] == "VB" else None
        if goal is None or g.lower[goal] not in ("it", "them", "this", "that") or goal != object_ + 1:
            return None
        if g.left[goal] != g.right[goal]:
            return None
        return goal if g.child(object_, "nsubjpass", "xcomp", "ccomp") is None else None

    def _protest(self, event: Event) -> None:
        """What protesters are against or want: `marched against the treaty`, `rallied to demand his release`."""
        g, words = self.g, self.words
        token = self.views.token_at(event.trigger[0])
        holders = self._holders(event)
        if token is None or not holders:
            return
        told: list[tuple[int, Stance]] = [
            (k, "opposes") for k in g.prep_objects(token, "against", "over") if k > token
        ]
        for c in g.all_children(token, "advcl", "xcomp", "acl"):
            own = words.of("verbs", g.lemma[c])
            goals = g.prep_objects(c, "against", "over", "for", "at") or g.objects(c) or g.complements(c)
            if c > token and own in ("opposes", "demands") and goals:
                told.append((goals[0], own))
            elif c > token and g.lemma[c] in words.lists["urging"] and goals:
                told.append((goals[0], "demands"))
        for object_, stance in told[:1]:
            if self.views.names_party(object_) or self.views.dated(object_) or self.views.placed(object_):
                continue
            for holder in holders:
                if self.views.add(holder, object_, stance, event.id, event.evidence, event.rule):
                    self.views.shown.add(token)

    def _offers_talks(self, offered: int) -> bool:
        """Whether what is offered is peace or talk, of which a party is in favour: `offered to open talks`, no `offered to resign`."""
        g, parleys = self.g, self.words.lists["parleys"]
        if g.is_verb(offered):
            return any(
                g.lemma[k] in parleys for k in (*g.objects(offered), *g.prep_objects(offered, "to", "in"))
            )
        return g.lemma[offered] in parleys or any(
            g.lemma[k] in parleys for k in (*g.conjuncts(offered), *g.prep_objects(offered, "of", "for"))
        )

    def _to_another_state(self, event: Event) -> bool:
        """Whether those told are of another state than who tells: `ordered Sudan to disarm them`."""
        own = {a.country for a in event.actors}
        return any(r.country is not None and r.country not in own for r in event.recipients)

    def _to_own_people(self, event: Event) -> bool:
        """Whether those asked are nobody but the people of the one who asks: what they are told is no issue between parties."""
        g, public = self.g, self.words.lists["public"]
        if not event.recipients and (token := self.views.token_at(event.trigger[0])) is not None:
            return any(g.lemma[k] in public for k in g.objects(token))
        own = {a.country for a in event.actors} | {None}
        told = [self.views.token_at(r.span[1] - 1) if r.span is not None else None for r in event.recipients]
        return bool(told) and all(
            k is not None
            and (g.lemma[k] in public or g.tag[k] == "NNPS")
            and r.sector == "CVL"
            and r.country in own
            for k, r in zip(told, event.recipients, strict=True)
        )

    def _only_praises(self, token: int) -> bool:
        """Whether somebody is only thanked or praised; whose decision or plan is praised has support for it.

        Praise is for what somebody did, thanks are a courtesy.
        """
        g, words = self.g, self.words
        if g.lemma[token] not in words.lists["praising"]:
            return False
        goals = [k for k in (*g.objects(token), *g.prep_objects(token, "for", "on")) if k > token]
        if g.lemma[token] not in words.lists["thanking"]:
            if self._done_for(token) is not None:
                return False  # `praised Kenya for opening the border`
            return all(
                self.views.names_party(k)
                or self.views.is_quality(k)
                or (g.pos[k] == "PRON" and g.lower[k] != "it")
                for k in goals
            )
        return not any(
            g.lemma[k] in words.lists["arguable"] or g.lemma[k] in words.lists["happenings"] for k in goals
        )

    def _done_for(self, token: int) -> int | None:
        """The act that somebody is praised for: `praised him for inviting the force`."""
        g = self.g
        return next(
            (
                c
                for p in g.all_children(token, "prep")
                if g.lower[p] == "for"
                for c in g.all_children(p, "pcomp")
            ),
            None,
        )

    def _told_of(self, token: int) -> bool:
        """Whether an accusation is a clause of what happened: `complained that Tehran had given no answer`."""
        g = self.g
        return g.is_verb(token) and any(
            (g.tag[c] == "VBD" or any(g.lemma[a] == "have" for a in g.auxiliaries(c)))
            and g.child(c, "nsubj", "nsubjpass") is not None
            and g.lemma[c] not in _CALLING
            for c in g.all_children(token, "ccomp")
        )

    def _says_nothing(self, rule: str) -> bool:
        """Whether the acts of a rule show no stance."""
        return rule in self.words.lists["no_stance"] or rule.startswith(self.words.no_stance_of)

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
            and (g.lemma[verb], g.lemma[done]) != ("refuse", "discuss")
            and (g.lemma[done] in words.lists["telling"] or g.is_passive(done))
        )

    def _asks(self, clause: int) -> bool:
        """Whether a clause is a question: `asked whether the talks would go on`."""
        g = self.g
        first = g.lower[g.left[clause]]
        return g.is_verb(clause) and (first in ("whether", "if") or first in self.words.lists["asking"])

    def _judged_adjective(self, token: int) -> bool:
        """Whether an adjective of stance says it with its preposition, which is read as a word: `sceptical of`."""
        g = self.g
        return any(g.prep_objects(token, name) for name in self.words.adjectives.get(g.lower[token], ()))

    def _subjunctive(self, verb: int) -> bool:
        """Whether a verb stands in the bare form after one of it: `insists that the deal include`."""
        g = self.g
        subject = g.child(verb, "nsubj")
        if subject is None or g.tag[verb] != "VBP":
            return False
        past = g.tag[g.head[verb]] == "VBD" and g.lemma[verb] != "be"  # `insisted that the troops leave`
        return past or (g.tag[subject] in ("NN", "NNP") and not g.child(subject, "conj"))

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
            clause = next(
                (
                    c
                    for c in (
                        *g.all_children(i, "ccomp", "csubj", "advcl"),
                        *(k for a in g.all_children(i, "acomp", "attr") for k in g.all_children(a, "ccomp")),
                    )
                    if c > i and any(g.lower[k] == "that" for k in g.children[c])
                ),
                None,
            )
            if clause is not None and any(g.lower[s] == "it" for s in g.all_children(i, "nsubj", "expl")):
                return clause  # "it is unacceptable that NATO expands"
            found = g.all_children(i, "attr") if g.child(i, "expl") is not None else g.subjects(i)
            return next(iter(found), None)
        for c in g.complements(i):
            if c < i:
                continue  # a clause before it is another one's
            if g.lemma[c] in _CALLING and any(g.lower[k] == "what" for k in g.children[c]):
                called = next((k for k in g.all_children(c, "oprd", "attr", "dobj") if k > c), None)
                if called is None or g.lemma[called] not in self.words.lists["happenings"]:
                    return called
                return None if g.right[called] == called else called
            if not g.is_verb(c) or g.lemma[c] not in ("name", "identify"):
                return c
            return None
        for c in g.all_children(i, "advcl"):
            if act == "REQUEST" and any(g.lower[k] == "for" and g.dep[k] == "mark" for k in g.children[c]):
                return c  # `asked for it to be lifted`
            if act == "REJECT" and g.tag[c] == "VBG" and c == i + 2 and g.dep[i + 1] in ("prt", "advmod"):
                return c  # `ruled out annulling the vote`
        if act == "REQUEST" and g.prep_objects(i, "on", "upon") and (told := self._told_to(i)) is not None:
            return told  # `called on Kinshasa to disarm them`
        for name in ("behind", "for", "on", "of", "over", "about", "against", "to"):
            if name == "of" and not g.is_verb(i) and act == "REQUEST":
                continue  # whose the request is
            for k in g.prep_objects(i, name):
                if (
                    k > i
                    and not self.views.names_party(k)
                    and not self.views.dated(k)
                    and g.lemma[k] not in ("people", "citizen")
                ):
                    return k
        if g.is_verb(i):
            for k in g.objects(i):
                if act in ("ACCUSE", "REQUEST") and g.lemma[k] in self.words.lists["papers"]:
                    continue  # made representations
                if act in ("ACCUSE", "REJECT") and g.lemma[k] in self.words.lists["idioms"]:
                    continue  # took issue with it
                if act == "REQUEST" and g.lemma[k] in self.words.lists["given"]:
                    return self._told_to(i) or k  # `gave them three days to leave`
                if not self.views.names_party(k) or g.lemma[i] in OF_SOMEBODY:
                    return k
        if act == "REQUEST":
            return self._told_to(i)
        for k in g.prep_objects(i, *(("at", "with") if g.is_verb(i) else ("at", "with", "by"))):
            if act == "ACCUSE" and k > i and not (self.views.names_party(k) or self.views.dated(k)):
                return k  # `lashed out at the plan`, `disappointed by the decision`
        return self._lacked(i) if act in ("SUPPORT", "REJECT") else None

    def _told_to(self, i: int) -> int | None:
        """The infinitive of what is asked, which the parser hung on another word: `exhorted the army to put itself on their side`."""
        g = self.g
        if not g.is_verb(i):
            return None
        for k in range(i + 1, g.sents[g.sent[i]][1]):
            if g.pos[k] == "PUNCT" or g.tag[k] in ("VBD", "VBZ", "VBP", "MD", "VBG", "WDT", "WP"):
                return None
            if g.tag[k] == "VB":
                first = k - 1
                while first > i and g.pos[first] == "ADV":
                    first -= 1
                told = g.lower[first] == "to" and g.pos[first - 1] in ("NOUN", "PROPN", "PRON", "NUM", "ADV")
                return k if told else None
        return None

    def _lacked(self, i: int) -> int | None:
        """The noun that a relative clause leaves out as the object of its verb: `a step that Ankara applauded`."""
        g = self.g
        noun = g.head[i]
        if g.dep[i] not in ("relcl", "acl") or not g.is_verb(i) or g.pos[noun] != "NOUN":
            return None
        told = g.lower[g.left[i]] in ("that", "which") and g.tag[i] in ("VBD", "VBZ", "VBP")
        return noun if told and g.child(i, "nsubj") is not None and not self._taken(i) else None

    def _taken(self, i: int) -> bool:
        """Whether a verb has an object or a complement of its own."""
        g = self.g
        return any(
            g.dep[c] in ("dobj", "ccomp", "xcomp") and g.lower[c] not in ("that", "which")
            for c in g.children[i]
        )

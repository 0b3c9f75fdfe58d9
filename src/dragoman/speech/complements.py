"""Content that is no clause: judgements, objects, phrases after a preposition or particle, light verbs."""

from __future__ import annotations

from itertools import chain

from dragoman.speech.contents import PRONOUNS, QUESTION, SHORTEST, Contents
from dragoman.speech.speakers import speaker_at
from dragoman.speech.stage import Chars
from dragoman.speech.stances import stances

# Verbs that judge one thing by another after "to": likened it to a prison, attributes it to the drought.
_TO = frozenset({"compare", "liken", "attribute", "ascribe", "credit"})
# Prepositions of whom or what an object is about: charges against, sanctions over.
_ABOUT = frozenset(
    {
        "against",
        "between",
        "by",
        "of",
        "toward",
        "towards",
        "for",
        "over",
        "about",
        "concerning",
        "regarding",
        "on",
    }
)
# Prepositions behind a verb and its particle: pushed back against, lashed out at.
_AGAINST = frozenset({"against", "at", "on", "over"})
_SHORT = 6  # characters of an object below which it says nothing: `the vote`, `his ire`
# How the parser hangs the members of a list on the verb before it.
_LISTED = frozenset({"npadvmod", "conj", "appos", "dobj", "dep", "cc", "nsubj"})
_LITTLE = frozenset({"no", "little", "few", "any"})


class Complements(Contents):
    """Finds the contents of cue verbs that are phrases."""

    def estimate(self, cue: int) -> bool:
        """`put the number of dead at forty`."""
        s, g = self.scene, self.scene.g
        if g.lemma[cue] not in ("put", "place", "set"):
            return False
        for o in g.all_children(cue, "dobj"):
            if o > cue and g.lemma[o] in s.cues.quantities:
                at = next((k for k in range(o + 1, g.right[cue] + 1) if g.lower[k] == "at"), None)
                span = s.span(g.left[o], g.right[at]) if at is not None else None
                if span is not None:
                    self._add(cue, [span], "speech.estimate")
                    return True
        return False

    def standing(self, cue: int) -> bool:
        """Where a poll shows somebody to stand: `put Labour ahead`, `had him trailing by six points`, `gave her a narrow lead`."""
        s, g = self.scene, self.scene.g
        if not s.cues.takes("standing", g.lemma[cue]) or s.subjects.is_passive(cue):
            return False
        if not any({g.lemma[k], g.lower[k]} & s.cues.polls for k in s.subjects.of(cue)):
            return False
        hung = [
            c
            for c in g.children[cue]
            if c > cue and g.dep[c] not in ("conj", "cc", "punct", "advcl", "parataxis")
        ]
        who = next(
            (c for c in hung if g.dep[c] in ("dobj", "dative", "ccomp", "xcomp", "oprd", "nsubj")), None
        )
        if who is None or g.lower[g.left[who]] in ("that", *QUESTION):
            return False
        given = any(
            g.dep[c] == "dobj" and g.left[c] > who and {g.lemma[c], g.lower[c]} & s.cues.given for c in hung
        )
        first = g.left[who]
        last = max(self._end(cue, c) for c in hung)
        placed = any(
            g.lower[k] in s.cues.standings or (g.lower[k - 1] in ("at", "on") and g.pos[k] == "NUM")
            for k in range(
                (g.right[who] if g.lemma[cue] == "have" and g.dep[who] == "dobj" else first) + 1, last + 1
            )
        )
        aside = (
            k for k in range(who + 1, last) if g.lower[k] == "," and g.pos[k + 1] in ("ADP", "ADV", "VERB")
        )
        span = s.span(first, next(aside, last + 1) - 1)
        if span is None or s.is_told(*span) or not (given or (placed and g.lemma[cue] != "give")):
            return False
        self._add(cue, [span], "speech.standing")
        return True

    def predicate(self, cue: int) -> bool:
        """A judgement: `called the vote a mistake`, `described it as useful`, `the talks, which he called useful`.

        Where the judgement alone stands in quotation marks it is a statement, and so is the whole with what it is of.
        """
        s, g = self.scene, self.scene.g
        if not s.cues.takes("predicate", g.lemma[cue]):
            return False
        if s.subjects.is_passive(cue) and g.child(cue, "agent") is None:
            return self._held(cue)
        if not self._thought(cue):
            return False
        objects = [o for o in g.all_children(cue, "dobj") if o > cue]
        predicate = self._predicate(cue, objects)
        if (
            not objects and predicate is not None
        ):  # `called the judge biased`, both taken for what he is called
            objects = [o for o in g.all_children(cue, "oprd") if cue < o < predicate and s.thinks(o)]
        if predicate is None or (g.lemma[cue] == "name" and not any(s.in_quote[predicate : predicate + 1])):
            return False  # who is named to an office is judged by nobody
        whole: tuple[int, int] | None = None
        begin = g.left[predicate]
        end = g.right[predicate]
        own = g.all_children(predicate, "nsubj")
        if own and g.left[own[0]] == begin:
            objects = own
        pronoun = objects and g.lower[objects[0]] in PRONOUNS and objects[0] == g.left[objects[0]]
        if objects and (s.in_quote[predicate] or not pronoun):
            cut = self._end(cue, predicate)  # `called it “the worst” he had seen | and complained`
            end = cut if predicate <= cut < end else max(end, g.right[objects[0]])
            whole = (min(g.left[objects[0]], begin), end)
        elif own:
            begin = g.right[own[0]] + 1
        quote = next((q for q in s.quotes if g.start[begin] - 3 <= q.start <= g.end[end]), None)
        of_it = s.span(*(whole or (begin, end)))
        alone = s.trim(quote.start, quote.end) if quote is not None else None
        if of_it is None or alone is None or whole is None:
            spans = [of_it if alone is None else alone] if cue not in s.used else []
        elif 2 * (alone[1] - alone[0]) < of_it[1] - of_it[0]:
            spans = [alone, of_it]
        else:  # the words in marks are the most of it
            spans = [of_it]
            s.found = [a for a in s.found if not (a.cue_token == cue and a.content == [alone])]
        judged = self._judged(cue)
        for span in spans:
            if span is not None and span[1] - span[0] >= SHORTEST and not s.is_told(*span):
                apart = judged is not None and span != alone and judged[1] <= span[0]
                self._add(cue, [judged, span] if judged is not None and apart else [span], "speech.judgement")
        return cue in s.used

    def _judged(self, cue: int) -> Chars | None:
        """What is judged, where it stands before a passive: `The ruling was hailed by both sides as historic`."""
        s, g = self.scene, self.scene.g
        subject = g.child(cue, "nsubjpass") if s.subjects.is_passive(cue) else None
        party = subject is not None and s.thinks(subject) and g.lemma[subject] not in s.cues.documents
        if subject is None or party or g.pos[subject] == "PRON":
            return None
        return s.span(g.left[subject], g.right[subject])

    def _held(self, cue: int) -> bool:
        """`is widely considered a friend`: nobody is named as the one who thinks so."""
        s, g = self.scene, self.scene.g
        widely = any(g.lower[c] in s.cues.widely for c in g.all_children(cue, "advmod"))
        billed = s.cues.takes("billed", g.lemma[cue]) and any(
            g.lower[c] == "as" for c in g.all_children(cue, "prep")
        )
        if not billed and not (s.cues.takes("held", g.lemma[cue]) and widely):
            return False
        predicate = self._predicate(cue, [])
        span = s.span(g.left[predicate], g.right[predicate]) if predicate is not None else None
        if span is None or s.is_told(*span):
            return False
        subject = g.child(cue, "nsubjpass")
        about = subject is not None and g.pos[subject] in ("NOUN", "PROPN")
        who = s.span(g.left[subject], g.right[subject]) if subject is not None and about else None
        s.add(
            cue,
            [span] if who is None or who[1] > span[0] else [self._without_aside(who), span],
            "speech.impersonal",
            speaker=None,
            anonymous=True,
        )
        return True

    def _predicate(self, cue: int, objects: list[int]) -> int | None:
        """The head of what a verb of judgement says of its object."""
        s, g = self.scene, self.scene.g
        predicate: int | None = None
        for c in g.children[cue]:
            if c < cue:
                continue
            if g.dep[c] in ("oprd", "acomp", "attr"):
                predicate = c
            elif (g.dep[c] in ("ccomp", "xcomp") and not self._finite(c)) or (
                g.dep[c] == "ccomp" and g.pos[c] in ("ADJ", "NOUN", "PROPN", "NUM")
            ):
                if g.pos[c] in ("ADJ", "NOUN", "PROPN", "NUM") or g.tag[c] in ("VBN", "VBG"):
                    if not self._governed(c) or (g.lemma[cue] in _TO and g.tag[c] == "VBG"):
                        predicate = c
            elif (
                g.dep[c] in ("advcl", "ccomp", "xcomp")
                and g.lower[g.left[c]] == "as"
                and g.tag[c] in ("VBN", "VBG", "JJ", "NN", "NNS")
            ):
                predicate = c  # "described him as violent"
            elif g.dep[c] == "prep" and (g.lower[c] == "as" or (g.lower[c] == "to" and g.lemma[cue] in _TO)):
                predicate = next((k for k in g.children[c] if g.pos[k] != "PUNCT"), None)
        if predicate is None:  # `is viewed by many as a rival`, hung on those who think so
            by = [
                k
                for p in g.all_children(cue, "agent")
                for o in g.all_children(p, "pobj")
                for k in g.all_children(o, "prep")
            ]
            predicate = next(
                (o for p in by if g.lower[p] == "as" for o in g.all_children(p, "pobj", "amod")), None
            )
        if predicate is None and g.lemma[cue] in _TO:
            named = (k for o in objects for k in g.prep_objects(o, "to", "with"))
            done = (
                k
                for o in objects
                for p in g.all_children(o, "prep")
                if g.lower[p] == "to"
                for k in g.all_children(p, "pcomp")
            )
            predicate = next(chain(named, done), None)
        if predicate is not None:
            return predicate
        inner = next(((o, k) for o in objects for k in g.children[o]
                      if g.dep[k] == "prep" and g.lower[k] == "as" and g.children[k]), None)  # fmt: skip
        if inner is not None:
            return g.children[inner[1]][0]
        for o in objects:  # `described the plan to close it as "hasty"`, hung on the verb inside
            for k in range(o + 1, g.right[o]):
                judged = any(s.in_quote[k + 1 : k + 3]) or g.lower[k + 1] in ("a", "an")
                if g.lower[k] == "as" and g.dep[k] == "prep" and judged:
                    return next((c for c in g.children[k] if g.pos[c] != "PUNCT"), k + 2)
        if not any(s.in_quote[o] for o in objects):  # `called the attitude "regrettable"`, hung on the noun
            behind = next((k for o in objects for k in g.children[o] if k > o and s.in_quote[k]), None)
            if behind is not None:
                return behind
        if (
            len(objects) == 2
            and g.left[objects[1]] == g.right[objects[0]] + 1
            and g.pos[objects[1]] == "NOUN"
        ):
            return objects[1]  # `branded the pact a tool of empire`
        for o in objects:  # `held the pilots responsible`, hung on the noun before it
            behind = next((k for k in g.all_children(o, "amod") if k > o and g.pos[k] == "ADJ"), None)
            if behind is not None:
                return behind
        for o in objects:  # `considers the deliveries of weapons inadmissible`, hung on the last noun
            last = g.right[o]
            if g.pos[last] == "ADJ" and g.head[last] < last and g.dep[last] == "amod":
                return last
        return None

    def prepositional(self, cue: int) -> bool:
        """Content after a preposition: `called for restraint`, `accused Kyiv of shelling`."""
        s, g = self.scene, self.scene.g
        limited = s.cues.limited_prepositions.get(g.lemma[cue], frozenset())
        allowed = s.cues.prepositions.get(g.lemma[cue], frozenset()) | limited
        if not allowed:
            return False
        passive = s.subjects.is_passive(cue)
        charged = s.cues.takes("charged", g.lemma[cue])
        if passive and g.child(cue, "agent") is None and not charged:
            return False
        hung = [
            *g.all_children(cue, "prep"),
            *(k for o in g.all_children(cue, "dobj") for k in g.all_children(o, "prep")),
            *(
                k
                for p in g.all_children(cue, "agent")
                for o in g.all_children(p, "pobj")
                for k in g.all_children(o, "prep")
            ),
        ]
        if charged:  # "accused to Managua of massing troops", as translators put it
            hung += [k for _, o in g.prepositions(cue) for k in g.all_children(o, "prep")]
        hung += [k for p in g.all_children(cue, "prep") for o in g.all_children(p, "pobj")
                 for k in g.all_children(o, "prep") if s.in_quote[k + 1 : k + 2] == [True] or s.in_quote[k + 2 : k + 3] == [True]]  # fmt: skip
        for p in hung:
            if p < cue or g.lower[p] not in allowed:
                continue
            for o in [
                *g.all_children(p, "pobj", "pcomp"),
                *(k for x in g.all_children(p, "prep") for k in g.all_children(x, "pobj", "pcomp")),
            ]:
                if (g.lower[o] in PRONOUNS and g.left[o] == g.right[o]) or self._dated(o):
                    continue
                if g.lower[p] in limited and g.lemma[o] not in s.cues.object_nouns:
                    continue
                if g.lemma[cue] in ("ask",) and g.lemma[o] in ("comment", "help", "asylum"):
                    continue
                if g.dep[o] == "pobj" and s.acts(o) and g.left[o] == g.right[o]:
                    continue
                if g.lower[p] == "for" and s.cues.takes("bodily", g.lemma[cue]) and g.tag[o] != "VBG":
                    continue  # `attacked a rally for unity`
                first, last = g.left[o], self._phrase_end(cue, o)
                for doing in g.all_children(cue, "advcl"):  # `spoke of patients waiting for treatment`
                    own = g.left[doing] == last + 1 == doing and g.lemma[doing] not in s.cues.every_verb
                    last = self._end(cue, doing) if own and g.tag[doing] == "VBG" else last
                if (
                    s.cues.takes("reasoned", g.lemma[cue])
                    and g.lower[p] in ("for", "on")
                    and g.child(cue, "dobj") is not None
                ):
                    first = g.left[g.all_children(cue, "dobj")[0]]
                span = s.span(max(first, cue + 1), last)
                if span is None or span[1] - span[0] < SHORTEST or s.is_told(*span):
                    continue
                if not passive and not self._thought(cue):
                    return False
                self._add(cue, [span], "speech.preposition", anonymous=passive)
                return True
        return False

    def _judged_as(self, cue: int, last: int) -> int:
        """The end of an object with what it is taken as: `brushed off the charge as nonsense`, `lamented the vote as a step back`."""
        g = self.scene.g
        k = last + 1
        judged = k < g.n and g.lower[k] == "as" and g.dep[k] == "prep" and g.head[k] == cue
        return g.right[k] if judged else last

    def _phrase_end(self, cue: int, o: int) -> int:
        """The last token of a phrase that is content."""
        g = self.scene.g
        return self._end(cue, o) if g.right[o] > o else o

    def particle(self, cue: int) -> bool:
        """A verb with its particle and an object: `ruled out a second vote`."""
        s, g = self.scene, self.scene.g
        wanted = s.cues.particles.get(g.lemma[cue])
        if not wanted or not wanted & {
            g.lower[c] for c in g.children[cue] if g.dep[c] in ("prt", "advmod", "prep") and c > cue
        }:
            return False
        for o in g.children[cue]:
            if o > cue and g.dep[o] in ("dobj", "xcomp", "ccomp", "pcomp"):
                return not self._is_done_to_a_thing(cue, o) and self._phrase(cue, o, "speech.particle")
        for p in g.children[cue]:
            if p > cue and g.lower[p] in (*wanted, *_AGAINST):
                for o in [*g.all_children(p, "pobj", "pcomp")]:
                    return self._phrase(cue, o, "speech.particle")
        return False

    def _is_done_to_a_thing(self, cue: int, o: int) -> bool:
        """Whether a verb that may be done to things has one for an object: `shot down a plane`, not a proposal."""
        g, lists = self.scene.g, stances().lists
        return g.lemma[cue] in lists["physical"] and g.lemma[o] not in lists["arguable"]

    def _phrase(self, cue: int, o: int, rule: str) -> bool:
        s, g = self.scene, self.scene.g
        if g.lower[o] in PRONOUNS or not self._thought(cue) or (s.acts(o) and g.left[o] == g.right[o]):
            return False
        span = s.span(max(g.left[o], cue + 1), self._judged_as(cue, self._phrase_end(cue, o)))
        if span is None or span[1] - span[0] < SHORTEST or s.is_told(*span):
            return False
        self._add(cue, [span], rule)
        return True

    def object(self, cue: int) -> bool:
        """A noun phrase that is itself what was said or thought."""
        s, g = self.scene, self.scene.g
        lemma = g.lemma[cue]
        narrow = s.cues.object_narrow.get(lemma)
        limited = lemma in s.cues.object_limited or narrow is not None
        if s.cues.takes("evidence", lemma) and self._found(cue):
            return True
        denied = g.is_negated(cue) and (
            s.cues.takes("denied", lemma) or (s.cues.takes("endured", lemma) and self._able(cue))
        )
        if not limited and not denied and not s.cues.takes("object", lemma):
            return False
        passive = s.subjects.is_passive(cue)
        if passive and g.child(cue, "agent") is None:
            return False
        if not self._thought(cue):
            return False
        if not passive and self._related(cue):
            return True
        objects = g.all_children(cue, "nsubjpass") if passive else g.all_children(cue, "dobj")
        for o in objects:
            if not passive and o < cue:
                continue
            if s.cues.takes("personal", lemma) and self._is_named(o):
                span = s.span(g.left[o], g.right[o])
                if span is not None and span[1] - span[0] >= SHORTEST:
                    self._add(cue, [span], "speech.object")
                    return True
            if g.pos[o] == "PROPN" and g.left[o] == g.right[o]:
                continue
            told = lemma == "cite" or s.cues.takes("told", lemma) or s.cues.takes("charged", lemma)
            if told and s.thinks(o) and g.lemma[o] not in s.cues.documents:
                continue  # somebody told to do something, or suspected, not what was said
            if (
                g.lower[o] in PRONOUNS
                or g.lemma[o] == "anonymity"
                or (s.cues.takes("lacking", lemma) and not self._lacks(cue, o))
                or (g.lemma[o] in s.cues.silence and s.cues.takes("unanswered", lemma))
                or (limited and g.lemma[o] not in (narrow or s.cues.object_nouns))
                or self._dated(o)
            ):
                continue
            reason = self._reason(cue, o) if s.cues.takes("reasoned", lemma) else None
            if s.names(o) and g.dep[o] != "nsubjpass" and reason is None:
                continue
            first, last = g.left[o], self._phrase_end(cue, o)
            if passive:
                first, last = g.left[o], g.right[o]
            for more in g.children[cue]:  # "endorsed the bill to raise the wage"
                if g.left[more] == last + 1 and g.is_verb(more) and self._governed(more):
                    last = self._end(cue, more)
            for more in objects:  # a second object that the parser made of the rest of a long phrase
                if last < g.left[more] <= last + 2:
                    last = g.right[more]
            if reason is not None:
                last = max(last, self._end(cue, reason))
            last = self._judged_as(cue, self._listed(cue, self._with_target(cue, o, last)))
            span = s.span(first, last)
            bare = g.left[o] == g.right[o] and g.pos[o] == "NOUN"  # `urged calm`, `fears war`
            least = SHORTEST if bare or g.lemma[o] in s.cues.object_nouns else _SHORT
            if span is None or span[1] - span[0] < least or s.is_told(*span):
                continue
            clause = next(
                (c for c in g.children[o] if g.dep[c] == "acl" and g.child(c, "mark") is not None), None
            )
            if clause is not None and g.lemma[o] in s.cues.noun_clause:
                owner = g.child(o, "poss")
                own = owner is not None and g.pos[owner] == "PRON" and not s.cues.takes("contrary", lemma)
                if lemma in s.cues.light or own:
                    return False  # the noun's own clause is the content
                span = s.span(g.left[o], self._end(cue, clause)) or span
            about = s.cues.noun_preposition.get(g.lemma[o], ("-",))
            if lemma in ("express", "voice", "convey") and (
                g.prep_objects(o, *about) or g.prep_objects(cue, *about)
            ):
                return False  # "expressed concern about the arrests": what follows the noun is the content
            self._add(cue, [span], "speech.noun" if limited else "speech.object")
            return True
        return False

    def kept(self, cue: int) -> bool:
        """What somebody refuses to say: `declined to discuss the arrests`, `would not comment on the report`."""
        s, g = self.scene, self.scene.g
        if not s.cues.takes("kept", g.lemma[cue]) or s.subjects.is_passive(cue) or g.tag[cue] != "VB":
            return False
        about = [
            o
            for p in g.all_children(cue, "prep")
            if g.lower[p] in ("on", "about", "upon")
            for o in g.all_children(p, "pobj")
        ]
        for o in (*g.all_children(cue, "dobj"), *about):
            someone = s.thinks(o) and g.lemma[o] not in s.cues.documents
            if o < cue or someone or self._dated(o) or g.lemma[o] in s.cues.silence or g.pos[o] != "NOUN":
                continue
            if g.lemma[o] in s.cues.noun_clause and any(
                g.lower[k] == "that" for k in range(o, self._phrase_end(cue, o) + 1)
            ):
                return False  # `comment on the claim that it failed`: the noun's own clause is the content
            return self._phrase(cue, o, "speech.kept")
        return False

    def _able(self, cue: int) -> bool:
        """Whether a verb tells what one can do: `cannot stand`, `couldn't bear`."""
        g = self.scene.g
        return any(g.lower[a] in ("can", "ca", "could") for a in g.auxiliaries(cue))

    def _lacks(self, cue: int, o: int) -> bool:
        """Whether there is none of something, or little: `sees no reason`, `did not see the point`."""
        g = self.scene.g
        return g.is_negated(cue) or any(g.lower[c] in _LITTLE for c in g.children[o] if c < o)

    def _related(self, cue: int) -> bool:
        """What a relative clause says somebody thinks of: `the pact, which Rome opposes`, `a wall the president wants`."""
        s, g = self.scene, self.scene.g
        noun = g.head[cue]
        if g.dep[cue] != "relcl" or not s.cues.takes("relative", g.lemma[cue]) or g.pos[noun] != "NOUN":
            return False
        taken = g.child(cue, "dobj", "ccomp", "xcomp", "prep")
        subject = g.child(cue, "nsubj")
        party = s.thinks(noun) and g.lemma[noun] not in s.cues.documents
        if subject is None or not noun < subject < cue or party or s.in_quote[cue]:
            return False
        if taken is not None and g.tag[taken] not in ("WDT", "WP"):
            return False
        span = s.span(g.left[noun], min(g.left[cue] - 1, g.right[noun]))
        if span is None or span[1] - span[0] < _SHORT or s.is_told(*span):
            return False
        self._add(cue, [span], "speech.relative")
        return True

    def _is_named(self, o: int) -> bool:
        """Whether an object is somebody by name, whom another stands by or not: `endorsed Clinton`, `trust Congress`."""
        mention = self.scene.mentions.headed(o)
        return (
            mention is not None and mention.via == "name" and any(a.kind != "unnamed" for a in mention.actors)
        )

    def _reason(self, cue: int, o: int) -> int | None:
        """The `for` behind whom a cue praises or blames, hung on either."""
        g = self.scene.g
        behind = [*g.all_children(cue, "prep"), *g.all_children(o, "prep")]
        return next((p for p in behind if g.lower[p] == "for" and p > o), None)

    def _with_target(self, cue: int, o: int, last: int) -> int:
        """The end of an object with whom or what it is about, hung on the verb: `recommended no charges against her`."""
        g = self.scene.g
        for p in g.all_children(cue, "prep"):
            if p != last + 1 or g.lower[p] not in _ABOUT or p < o:
                continue
            goal = g.child(p, "pobj")
            if g.lower[p] == "on" and (goal is None or g.pos[goal] != "NOUN"):
                continue  # `posted the plan on Facebook`
            if goal is not None and not self._dated(goal) and g.lemma[goal] not in self.scene.cues.occasions:
                last = g.right[p]
        return last

    def _listed(self, cue: int, last: int) -> int:
        """The end of an object that goes on as a list the parser hung elsewhere: `cited the cost, doubts over it and a need to wait`."""
        s, g = self.scene, self.scene.g
        _, stop = s.segment(cue)
        while stop > last and g.pos[stop] in ("PUNCT", "SPACE"):
            stop -= 1
        asked = next(
            (c for c in g.all_children(cue, "conj") if c > last and g.lower[g.left[c]] in QUESTION), None
        )
        if asked is not None and g.lower[g.left[asked] - 1] in ("and", "or"):
            return max(last, min(stop, g.right[asked]))  # `questioned the plan and what it will cost`
        if (
            stop < last + 4
            or g.lower[last + 1] != ","
            or g.pos[last + 2] not in ("DET", "PRON", "ADJ", "NOUN")
        ):
            return last
        rest = range(last + 2, stop + 1)
        if (
            not any(g.lower[k] in ("and", "or") for k in rest)
            or any(
                self._finite(k) or g.tag[k] in ("WP", "WDT", "WRB")
                for k in rest
                if g.is_verb(k) or g.pos[k] == "PRON"
            )
            or any(g.tag[k] == "VBG" and g.lower[k - 1] == "," for k in rest)
        ):
            return last
        heads = [k for k in rest if not last + 2 <= g.head[k] <= stop and g.pos[k] != "PUNCT"]
        return stop if all(g.dep[k] in _LISTED for k in heads) else last

    def _found(self, cue: int) -> bool:
        """What a document shows: `the poll found the two in a dead heat`, `the data showed a decline in exports`."""
        s, g = self.scene, self.scene.g
        if s.subjects.is_passive(cue) or not self._documented(cue):
            return False
        for o in g.all_children(cue, "dobj"):
            if o < cue or g.lower[o] in PRONOUNS:
                continue
            behind = [c for c in g.all_children(cue, "prep", "xcomp", "acomp", "oprd") if c > o]
            last = max([g.right[o], *(self._end(cue, c) for c in behind)])
            span = s.span(g.left[o], last)
            if span is not None and span[1] - span[0] >= 2 * SHORTEST and not s.is_told(*span):
                self._add(cue, [span], "speech.object")
                return True
        return False

    def light(self, cue: int) -> bool:
        """`made it clear that ...`, `let it be known that ...`."""
        s, g = self.scene, self.scene.g
        words = s.cues.light_complements.get(g.lemma[cue])
        if not words:
            return False
        for c in g.children[cue]:
            near = [c, *g.children[c]]
            if not any(g.lemma[k] in words or g.lower[k] in words for k in near):
                continue
            for k in (cue, *near):
                for clause in g.children[k]:
                    if (
                        clause <= c
                        or g.dep[clause] not in ("ccomp", "acl", "advcl", "xcomp", "relcl", "csubj")
                        or not self._finite(clause)
                    ):
                        continue
                    if clause in near and g.lemma[clause] in words:
                        continue
                    begin = next((x for x in range(max(c, cue) + 1, clause) if g.lower[x] == "that"), None)
                    after = max(
                        (
                            x
                            for x in (c, *near)
                            if x < clause and (g.lemma[x] in words or g.lower[x] in words)
                        ),
                        default=c,
                    )
                    span = s.span(
                        begin if begin is not None else max(g.left[clause], after + 1), self._end(cue, clause)
                    )
                    if span is not None and span[1] - span[0] >= SHORTEST and not s.is_told(*span):
                        self._add(cue, [span], "speech.light", last=after)
                        return True
        return False

    def _of_whom(self, who: Chars, what: Chars) -> list[Chars]:
        """What is expected or seen, with whom it is expected of where that is no longer than it."""
        who = self._without_aside(who)
        return [who, what] if who[1] <= what[0] and who[1] - who[0] <= what[1] - what[0] else [what]

    def impersonal(self, cue: int) -> bool:
        """`is expected to win`, `is said to be ill`, `is accused of theft`: nobody is named as the source."""
        s, g = self.scene, self.scene.g
        if not s.cues.takes("impersonal", g.lemma[cue]) or not s.subjects.is_passive(cue):
            return False
        by = next((o for p in g.all_children(cue, "agent") for o in g.all_children(p, "pobj")), None)
        if by is not None and not s.thinks(by):
            return False
        subject = g.child(cue, "nsubjpass")
        if subject is None and g.dep[cue] == "conj":
            subject = g.surface_subject(g.head[cue])  # `has asked for files and is expected to call aides`
        if subject is None:
            return False
        for c in g.children[cue]:
            if c > cue and g.dep[c] == "xcomp" and self._governed(c):
                to = next((x for x in g.children[c] if g.lower[x] == "to" and x < c), g.left[c])
                who, what = s.span(g.left[subject], g.right[subject]), s.span(to, self._end(cue, c))
                if who is None or what is None or g.lower[subject] in ("it", "that", "which"):
                    return False
                named = speaker_at(g, s.mentions, by) if by is not None else None
                s.add(
                    cue, self._of_whom(who, what), "speech.impersonal", speaker=named, anonymous=named is None
                )
                return True
        return False

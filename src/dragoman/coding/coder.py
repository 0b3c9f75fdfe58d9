"""Matching the lexicon against the parse: from predicates in a doc to coded acts."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc

from dragoman.coding.lexicon import Entry, Lexicon, Sense
from dragoman.coding.ontology import HOSTILE, governed
from dragoman.coding.participants import UNKNOWN_ATTACKER, Found, Participants, nouns, wrongs
from dragoman.coding.slots import NounSlots, Slots, VerbSlots, passes
from dragoman.coding.status import NEGATION, Judged, governors, noun_status, verb_status
from dragoman.language import Grammar, grammar
from dragoman.schema import Actor

# Acts that only a state's authorities do to people inside it: a passive without a doer gets the state of
# the place ("was arrested in Cairo").
AUTHORITY = frozenset(
    {("COERCE", "arrest"), ("COERCE", "deport"), ("SANCTION", "convict"), ("ACCUSE", "allege")}
)
FACTIVE_GOVERNORS = frozenset({"disapprove", "investigate"})
SAYING = frozenset(
    [
        "say",
        "declare",
        "state",
        "stress",
        "emphasise",
        "emphasize",
        "insist",
        "note",
        "add",
        "underline",
        "underscore",
        "argue",
        "maintain",
        "believe",
        "tell",
        "warn",
        "remind",
        "conclude",
        "reiterate",
        "affirm",
        "think",
        "announce",
        "write",
    ]
)
DEONTIC = frozenset({"must", "should", "ought", "shall"})
# Acts whose object is what was said or planned: a pronoun for it (`Washington would veto it`) will do.
SPOKEN = frozenset({"REJECT", "SUPPORT", "AGREE", "ACCUSE", "CONCEDE"})
THINGS = frozenset({"it", "this", "that", "them", "these"})
# Acts that a verb tells of a nominal one: the latter is then no act beside it.
TELLING = frozenset({"SANCTION", "CONCEDE", "SUPPORT", "AGREE", "REJECT", "RETREAT", "COERCE", "THREATEN"})
# Acts that touch the state where they are done, when they name nobody.
AT_HOME = frozenset({"PROTEST", "MOBILIZE", "COERCE", "CONCEDE", "THREATEN"})
# A party that refuses these, refuses (codebook REJECT): `will never accept`, `does not recognise`.
REFUSABLE = frozenset({"AGREE", "SUPPORT", "CONCEDE", "RETREAT", "COOPERATE", "AID", "CONSULT"})


@dataclass(slots=True)
class Coded:
    """One coded act, still in tokens."""

    entry_id: str
    act: str
    mode: str | None
    trigger: int
    carrier: int | None
    status: Judged
    actors: list[Found]
    recipients: list[Found]
    kind: str
    confidence: float
    why: list[str] = field(default_factory=list)
    consumed: list[int] = field(default_factory=list)
    hint: str = ""
    repeated: bool = False  # `talked 36 times`: many acts told at once

    def codes(self) -> set[str]:
        """Ids of everyone in it."""
        return {f.actor.id for f in (*self.actors, *self.recipients)}


class Coder:
    """Codes one doc. `coded()` gives its acts in text order, before merging."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self.doc = doc
        self.g: Grammar = grammar(doc)
        self.people = Participants(doc)
        self.lexicon = lexicon
        self._inner: dict[int, tuple[str, str | None] | None] = {}
        self._kept: dict[int, Coded | None] = {}
        self._contact: list[Found] = []  # parties to the contact told last, and whether it was by phone
        self._contact_mode: str | None = None

    # Which entry ---------------------------------------------------------------

    def coded(self, tokens: list[int]) -> list[Coded]:
        """Code the predicates among these tokens; what a governing act has consumed is left out."""
        found: list[Coded] = []
        for i in tokens:
            one = self.code(i)
            if one is not None:
                found.append(one)
                if one.act == "CONSULT" and len(one.codes()) > 1:
                    self._contact = [*one.actors, *one.recipients]
                    self._contact_mode = one.mode if one.mode == "phone" else None
        consumed = {i for one in found for i in one.consumed}
        return [self._uttered(one) for one in found if one.trigger not in consumed]

    def _uttered(self, one: Coded) -> Coded:
        """What a party says of its own future acts is itself an act (codebook THREATEN, REJECT).

        `We will strike at the heart of France` threatens; `we will never accept this` refuses.
        """
        g, v = self.g, one.trigger
        if one.kind == "verb" and g.pos[v] == "ADJ" and one.act == "AGREE" and one.status.status == "negated":
            one.act, one.mode = "REJECT", None
            one.status = Judged("actual", "unwilling")
            return one
        if one.kind != "verb" or not one.actors or not g.is_verb(v):
            return one
        words = {g.lower[a] for a in g.auxiliaries(v)}
        own = any(g.lower[f.token] in ("we", "i") for f in one.actors)
        if one.status.status == "future" and own and (one.act in HOSTILE or one.act == "MOBILIZE"):
            one.act, one.mode = governed("threaten", (one.act, one.mode))
            one.status = Judged("actual", "uttered by its would-be actor")
        elif one.status.status == "negated" and one.act in REFUSABLE and one.status.why == NEGATION:
            willed = words & {"will", "wo", "would", "shall", "'ll"}
            stated = words & {"do", "does"} and one.act in ("AGREE", "SUPPORT", "CONCEDE")
            if not (willed or stated):
                return one
            one.act, one.mode = governed("reject", (one.act, one.mode))
            one.status = Judged("actual", "a refusal of its own actor")
        else:
            return one
        one.why.append(f"read as {one.act}: {one.status.why}")
        return one

    def code(self, i: int) -> Coded | None:
        """The act told by the predicate at token `i`, else `None`."""
        if i not in self._kept:
            self._kept[i] = None  # a cycle of government ends here
            self._kept[i] = self._code(i)
        return self._kept[i]

    def _code(self, i: int) -> Coded | None:
        g = self.g
        pos = g.pos[i]
        if pos == "VERB" or (
            pos == "AUX" and g.dep[i] in ("ROOT", "conj", "ccomp", "xcomp", "advcl", "relcl")
        ):
            if g.dep[i] in ("amod", "compound"):
                return None
            senses = self.lexicon.verbs.get(g.lemma[i])
            if senses:
                slots: Slots = VerbSlots(g, i, self.people.is_actor)
                for sense in senses:
                    if self._fits(sense, slots):
                        return self._verb(sense.entry, slots)
            return self._deontic(i) or self._refusal(i) or self._wrong(i)
        if pos in ("NOUN", "PROPN"):
            senses = self.lexicon.nouns.get(g.lemma[i]) or self.lexicon.nouns.get(g.lower[i])
            if senses and g.dep[i] not in ("compound", "nmod"):
                carrier, support = self._carrier(i)
                slots = NounSlots(g, i, carrier=carrier, support=support)
                for sense in senses:
                    if self._fits(sense, slots):
                        return self._noun(sense.entry, slots)
            return self._wrong_deed(i) if pos == "NOUN" else None
        if pos == "ADJ":
            for sense in self.lexicon.adjectives.get(g.lemma[i], ()):
                slots = AdjectiveSlots(g, i)
                if self._fits(sense, slots):
                    return self._verb(sense.entry, slots)
        return None

    def act_at(self, i: int) -> tuple[str, str | None] | None:
        """Act and mode that the word at `i` denotes by itself, whoever does it."""
        if i in self._inner:
            return self._inner[i]
        self._inner[i] = None
        g = self.g
        found: tuple[str, str | None] | None = None
        if g.pos[i] == "VERB":
            for sense in self.lexicon.verbs.get(g.lemma[i], ()):
                slots: Slots = VerbSlots(g, i, self.people.is_actor)
                if self._fits(sense, slots, lenient=True):
                    found = self._governed_act(sense.entry, slots)
                    break
            else:
                effect = governors()
                if g.lemma[i] in effect["actual"] or g.lemma[i] in effect["support"]:
                    for c in g.complements(i) + g.objects(i):
                        found = self.act_at(c)
                        if found:
                            break
        elif g.pos[i] in ("NOUN", "PROPN"):
            for sense in self.lexicon.nouns.get(g.lemma[i]) or self.lexicon.nouns.get(g.lower[i]) or ():
                slots = NounSlots(g, i)
                if self._fits(sense, slots, lenient=True):
                    found = self._governed_act(sense.entry, slots)
                    break
        self._inner[i] = found
        return found

    def _governed_act(self, entry: Entry, slots: Slots) -> tuple[str, str | None]:
        if entry.governs is None:
            return entry.act, entry.mode
        inner, _ = self._inner_of(slots)
        return governed(entry.governs, inner) if inner else (entry.act, entry.mode)

    def _fits(self, sense: Sense, slots: Slots, *, lenient: bool = False) -> bool:
        """Whether a sense's words and conditions hold. `lenient` waives who the actors are."""
        if sense.rest and not self._has_words(sense, slots):
            return False
        g, classes = self.g, self.lexicon.classes
        for slot, tests in sense.entry.unless:
            tokens = slots.get(slot)
            if any(passes(t, tokens, g, self.people, classes, self.act_at) for t in tests):
                return False
        for slot, tests in sense.entry.when:
            tokens = slots.get(slot)
            if slot == "subj" and sense.entry.kind == "verb" and sense.entry.act != "ASSAULT":
                tokens = [t for t in tokens if not self._happening(t)]
            if lenient and any(t in ("actor", "state", "person", "place") for t in tests):
                continue
            if any(passes(t, tokens, g, self.people, classes, self.act_at) for t in tests):
                continue
            if not (
                sense.entry.act in SPOKEN
                and slot == "obj"
                and any(g.lower[i] in THINGS for i in tokens)
                and any(self.people.of(s) for s in slots.get("subj"))
            ):
                return False
        return True

    def _happening(self, i: int) -> bool:
        """Whether a token names a deed rather than a doer: `the evacuation by the UN opened the road`."""
        return self.g.pos[i] == "NOUN" and not self.people.of(i, owner=False) and self.act_at(i) is not None

    def _has_words(self, sense: Sense, slots: Slots) -> bool:
        g, i = self.g, slots.i
        if sense.entry.kind == "noun":
            if sense.after:
                following = [g.lower[k] for k in range(i + 1, min(i + 9, g.n))]
                lemmas = [g.lemma[k] for k in range(i + 1, min(i + 9, g.n))]
                at = 0
                for word in sense.rest:
                    for k in range(at, len(following)):
                        if word in (following[k], lemmas[k]):
                            at = k + 1
                            break
                    else:
                        return False
                return True
            first = max(g.left[i], i - 4)
            before = {g.lower[k] for k in range(first, i)} | {g.lemma[k] for k in range(first, i)}
            return all(w in before or w.replace("-", "") in before for w in sense.rest)
        near: set[str] = set()
        for c in g.children[i]:
            if g.dep[c] in ("nsubj", "nsubjpass", "punct", "conj", "advcl", "relcl", "ccomp"):
                continue
            near.add(g.lower[c])
            near.add(g.lemma[c])
            if g.dep[c] in (
                "prep",
                "prt",
                "dobj",
                "advmod",
                "agent",
                "acomp",
                "dative",
                "nsubjpass",
                "attr",
                "oprd",
            ):
                near.update(g.lower[k] for k in g.children[c])
                near.update(g.lemma[k] for k in g.children[c] if g.dep[k] in ("pobj", "prep", "amod", "dobj"))
        if self.g.is_passive(i):
            for k in g.objects(i):
                near.add(g.lower[k])
                near.add(g.lemma[k])
        return all(w in near for w in sense.rest)

    def _carrier(self, n: int) -> tuple[int | None, bool]:
        """The verb that carries a nominal act: `(verb, True)` for support, `(verb, False)` for occurrence."""
        g, table = self.g, governors()
        top = n
        while g.dep[top] == "conj" and g.head[top] != top:
            top = g.head[top]
        h, dep = g.head[top], g.dep[top]
        if (
            dep == "pobj"
            and g.lower[h] in ("in", "into", "on", "with", "to", "out", "from", "of")
            and g.is_verb(g.head[h])
        ):
            v = g.head[h]
            if (
                g.lemma[v] == "be"
                and g.lower[h] == "on"
                and (self.act_at(n) or ("",))[0] not in ("CONSULT", "MOBILIZE")
            ):
                return None, False
            if g.lemma[v] in (
                "engage",
                "involve",
                "participate",
                "enter",
                "join",
                "take",
                "go",
                "embark",
                "proceed",
                "move",
                "come",
                "respond",
                "agree",
                "resort",
                "be",
                "press",
                "pull",
                "withdraw",
            ) and (
                g.lower[h] in ("in", "into", "on")
                or g.lemma[v] in ("proceed", "agree", "resort", "respond", "pull", "withdraw")
            ):
                return v, True
        if not g.is_verb(h):
            return None, False
        if dep in ("dobj", "nsubjpass", "attr", "oprd"):
            if g.lemma[h] == "call":  # one calls a meeting or a strike; sanctions are called something
                named = self.act_at(n)
                if named is None or named[0] not in ("CONSULT", "PROTEST", "RETREAT"):
                    return None, False
            if g.lemma[h] in table["support"]:
                return h, True
            return None, False
        if dep == "nsubj" and g.lemma[h] in table["occurrence"]:
            return h, False
        return None, False

    # Who, and whether ------------------------------------------------------------

    def _fill(self, slots: Slots, names: tuple[str, ...], entry: Entry, *, owner: bool = True) -> list[Found]:
        """Actors of the first slot that gives any."""
        for name in names:
            found = self._in_slot(slots, name, entry, owner=owner)
            if found:
                return found
        return []

    def _in_slot(self, slots: Slots, name: str, entry: Entry, *, owner: bool = True) -> list[Found]:
        out: list[Found] = []
        for i in slots.get(name):
            if name == "mod" and entry.kind == "noun":
                found = self.people.of(i, owner=False)
            elif entry.act == "CONSULT" and entry.mode == "visit" and i in self.people.places:
                found = self.people.of(i, owner=False) or self.people.host_state(i)
            else:
                found = self.people.of(i, owner=owner)
                if not found and name != "subj" and i in self.people.places:
                    found = self.people.host_state(i)
            out += found
        return _unique(out)

    def _verb(self, entry: Entry, slots: Slots) -> Coded | None:
        g, v = self.g, slots.i
        judged = verb_status(g, v if g.is_verb(v) else g.head[v])
        if judged.status == "future" and entry.act in (*SPOKEN, "REQUEST") and g.dep[v] == "xcomp":
            if g.lemma[g.head[v]] in ("continue", "keep"):
                judged = Judged("actual", f"goes on: under {g.word[g.head[v]]!r}")
        frame = entry.frame
        consumed: list[int] = []
        inner: tuple[str, str | None] | None = None
        inner_coded: Coded | None = None
        act, mode = entry.act, entry.mode
        if entry.governs or entry.act in ("ACCUSE", "REJECT", "REQUEST", "THREATEN", "AGREE"):
            inner, at = self._inner_of(slots)
            consumed = self._consumed(slots, entry)
            inner_coded = self.code(at) if at is not None else None
            if entry.governs and (inner is not None or entry.mode is None):
                act, mode = governed(entry.governs, inner)
                if inner is None and entry.act != act:
                    act, mode = entry.act, entry.mode
        if frame.reciprocal:
            actors = _unique(
                [f for name in frame.actor for f in self._in_slot(slots, name, entry, owner=name == "subj")]
            )
            recipients: list[Found] = []
        else:
            actors = self._fill(slots, frame.actor, entry)
            recipients = _without(self._fill(slots, frame.recipient, entry), actors)
        if not recipients and entry.governs and not frame.reciprocal:
            recipients = _without(self._recipients_below(slots, inner_coded, entry), actors)
        if not recipients and act in ("ASSAULT", "COERCE") and "obj" in frame.recipient:
            recipients = self._place_of_object(slots) or self._victims(slots)
        if not recipients and act == "PROTEST":
            recipients = _without(self._against(v), actors)
        if not recipients and actors and act in AT_HOME:
            recipients = self._where_done(slots, actors, act)
        why = [f"entry {entry.id} ({entry.file}:{entry.line})"]
        confidence = 0.9
        if act == "THREATEN" and entry.act == "AGREE" and len(actors) > 1:
            act, mode = "AGREE", None  # what allies agree to do threatens none of them
        if act == "ASSAULT" and mode in (None, "destroy", "primitive") and self._crowd(actors):
            act, mode = "PROTEST", "riot"
            why.append("read as PROTEST: violence against property by a crowd of civilians")
        if not actors:
            actors = self._implied(entry, slots, act, mode, recipients)
            confidence = 0.6
        if not actors:
            return None
        if frame.reciprocal and len({f.actor.id for f in actors}) < 2 and not self._plural(slots, actors):
            confidence -= 0.2
            alone = not slots.get("prep:with") and not slots.get("obj")
            if act == "CONSULT" and alone and not self._assembly(actors):
                return None
        if any(not f.direct for f in (*actors, *recipients)):
            confidence -= 0.1
        one = Coded(
            entry.id, act, mode, v, None, judged, actors, recipients, "verb", confidence, why, consumed
        )
        # What the verb carries is told by the verb: "suspended talks" is no cancelled meeting beside the sanction.
        if one.act in TELLING:
            one.consumed += [
                o for o in g.objects(v) if g.pos[o] in ("NOUN", "PROPN") and self._carrier(o) == (v, True)
            ]
        one.repeated = any(
            g.lemma[c] == "time" and g.all_children(c, "nummod")
            for c in g.all_children(v, "npadvmod", "dobj", "advmod")
        )
        self._explain(one)
        return one

    def _noun(self, entry: Entry, slots: Slots) -> Coded | None:
        g, n, carrier = self.g, slots.i, slots.carrier
        frame = entry.frame
        if frame.reciprocal:
            actors = _unique(
                [f for name in frame.actor for f in self._in_slot(slots, name, entry, owner=False)]
            )
            recipients: list[Found] = []
        else:
            names = frame.actor
            if slots.support and "subj" in names:  # the support verb's subject is the doer
                own = (
                    slots.get("poss") and "poss" in names
                )  # "renewing its refusal": the group's, not the speaker's
                names = (
                    *(("poss",) if own else ()),
                    "subj",
                    *[x for x in names if x not in ("subj", "poss")],
                )
            actors = self._fill(slots, names, entry, owner=False)
            recipients = _without(self._fill(slots, frame.recipient, entry), actors)
            if not recipients and slots.support and carrier is not None:
                recipients = _without(self._fill(slots, ("iobj",), entry), actors)
        if entry.mode == "visit" and not actors and len(recipients) == 1:
            actors, recipients = self._visitor(recipients[0])
        if entry.act == "CONSULT" and carrier is None:
            actors = self._with_clause(n, frame.reciprocal, actors, recipients)
        told_mode: str | None = None
        parties = len({f.actor.id for f in (*actors, *recipients)})
        confidence = 0.85 if carrier is not None else 0.75
        if carrier is None:
            if entry.act in ("SUPPORT", "AGREE", "COOPERATE") and not slots.get("prep:by"):
                return None  # good relations and support are spoken of far more often than given
            needs_two = entry.act != "RETREAT" and not (
                entry.act == "CONSULT" and entry.mode == "visit" and slots.get("prep:to")
            )
            if entry.act == "CONSULT" and actors and self._assembly(actors) and slots.get("prep:of"):
                needs_two = False  # "two meetings of the Contact Group"
            if entry.act in ("ACCUSE", "REJECT", "SUPPORT", "REQUEST"):
                # "the Council's condemnation of the violence": who and of what, the whom left open
                needs_two = not (slots.get("prep:of") or slots.get("prep:for") or slots.get("prep:to"))
            if parties < (2 if needs_two else 1) or not actors:
                return None
        passive = carrier is not None and slots.support and not g.subjects(carrier)
        if (not slots.support or passive) and carrier is not None and frame.reciprocal and parties < 2:
            # "The talks will take place in Vienna": the contact told before, with its day or place
            if entry.act != "CONSULT" or actors or not self._definite(n) or not self._contact:
                return None
            actors = [
                Found(f.actor, f.token, f.span, "party to the contact told before", False)
                for f in self._contact
            ]
            confidence = 0.55
            told_mode = self._contact_mode
        if not actors and carrier is not None:
            actors = self._implied(entry, slots, entry.act, entry.mode, recipients)
            confidence = 0.6
        if not actors:
            return None
        act, mode = entry.act, entry.mode or told_mode
        consumed: list[int] = []
        if entry.governs:
            inner, at = self._inner_of(slots)
            consumed = self._consumed(slots, entry)
            if inner is not None or entry.mode is None:
                act, mode = governed(entry.governs, inner)
                if inner is None and entry.act != act:
                    act, mode = entry.act, entry.mode
            if not recipients:
                below = self.code(at) if at is not None else None
                recipients = _without(self._recipients_below(slots, below, entry), actors)
        if (
            frame.reciprocal
            and carrier is not None
            and slots.support
            and parties < 2
            and not self._plural(slots, actors)
        ):
            confidence -= 0.15
        if not recipients and act == "PROTEST" and carrier is not None:
            recipients = _without(self._against(carrier), actors)
        if act == "CONSULT" and mode is None and self._assembly(actors):
            mode = "multilateral"
        judged = noun_status(g, n, carrier, support=slots.support)
        if judged.status == "future" and carrier is not None and g.lemma[carrier] in ("announce", "order"):
            if entry.act in ("SANCTION", "CONCEDE", "REJECT") and verb_status(g, carrier).status == "actual":
                judged = Judged("actual", f"done by being told: {g.word[carrier]!r}")
        if judged.status == "hypothetical" and carrier is None:
            return None
        why = [f"entry {entry.id} ({entry.file}:{entry.line})"]
        if carrier is not None:
            why.append(f"{g.word[n]!r} is carried by {g.word[carrier]!r}")
        one = Coded(
            entry.id, act, mode, n, carrier, judged, actors, recipients, "noun", confidence, why, consumed
        )
        self._explain(one)
        return one

    def _visitor(self, told: Found) -> tuple[list[Found], list[Found]]:
        """Visitor and host of `the visit to Ukraine Vice President Biden`, a translation that lost its `of`."""
        if told.actor.kind == "person":
            for c in self.g.all_children(told.token, "compound", "nmod", "poss"):
                hosts = [f for f in self.people.of(c, owner=False) if f.actor.kind == "state"]
                hosts = hosts or self.people.host_state(c)
                if hosts and hosts[0].actor.country != told.actor.country:
                    return [told], hosts[:1]
        return [], [told]

    def _with_clause(
        self, n: int, reciprocal: bool, actors: list[Found], recipients: list[Found]
    ) -> list[Found]:
        """The parties of a contact, with the one that the clause around it names.

        `In a call with Xi, Biden warned ...`, `Hollande, on a visit to the Emirates`, `arrived for talks with`;
        a meeting without parties of its own is one between subject and object: `urged Putin at a meeting`.
        """
        g = self.g
        p = g.head[n]
        if g.dep[n] != "pobj" or g.lower[p] not in (
            "in",
            "at",
            "during",
            "on",
            "for",
            "after",
            "following",
            "by",
        ):
            return actors
        if len({f.actor.id for f in actors}) > (1 if reciprocal else 0) or (
            not reciprocal and not recipients
        ):
            return actors
        if any(g.dep[c] == "det" and g.lower[c] in ("no", "any", "another") for c in g.children[n]):
            return actors
        above = g.head[p]
        if (
            g.lower[p] == "on"
            and g.is_verb(above)
            and g.lemma[above] not in ("be", "arrive", "go", "travel", "leave", "fly", "come")
        ):
            return actors  # "commenting on the visit"
        if not g.is_verb(above):
            around = self.people.of(above, owner=False)
        else:
            around = [f for s in g.subjects(above)[:1] for f in self.people.of(s, owner=False)]
            if not actors and not recipients:
                objects = g.objects(above) or g.datives(above)
                around += [f for o in objects[:1] for f in self.people.of(o, owner=False)]
                if any(f.actor.kind != "person" for f in around):
                    return actors
        known = {f.actor.id for f in (*actors, *recipients)}
        extra = [f for f in around if f.direct and f.actor.id not in known]
        if not extra or (reciprocal and len(extra) + len(actors) < 2):
            return actors
        return _unique([*extra, *actors])

    def _crowd(self, actors: list[Found]) -> bool:
        """Whether the doers are demonstrators and the like, whose violence is a riot (codebook PROTEST)."""
        return bool(actors) and all(self.g.lemma[f.token] in nouns()["crowd"] for f in actors)

    def _assembly(self, actors: list[Found]) -> bool:
        """Whether the only party is a body of several states, whose meeting is multilateral by itself."""
        return all(f.actor.kind == "intergovernmental organisation" for f in actors)

    def _definite(self, n: int) -> bool:
        """Whether a nominal act is one spoken of before: `the talks`, `this meeting`."""
        return any(self.g.lower[c] in ("the", "this", "these", "their") for c in self.g.children[n])

    def _plural(self, slots: Slots, actors: list[Found]) -> bool:
        """Whether one phrase names several parties to a reciprocal act ("the ministers met")."""
        g = self.g
        return any(g.tag[f.token] in ("NNS", "NNPS") or g.lower[f.token] in ("they", "both") for f in actors)

    def _implied(
        self, entry: Entry, slots: Slots, act: str, mode: str | None, recipients: list[Found]
    ) -> list[Found]:
        """Doers that PLOVER lets us supply: unknown attackers, the authorities of the place."""
        g, i = self.g, slots.i
        span = (g.start[i], g.end[i])
        if act == "ASSAULT" and recipients and slots.get("subj") == []:
            return [Found(UNKNOWN_ATTACKER, i, span, "no attacker is named", False)]
        if act == "ASSAULT" and recipients and entry.kind == "verb":
            if all(g.lemma[s] in nouns()["weapon_or_blast"] for s in slots.get("subj")):
                return [Found(UNKNOWN_ATTACKER, i, span, "no attacker is named", False)]
        if act == "PROTEST":  # "thousands of people took to the streets of Caracas"
            for home in self._where(slots.i)[:1]:
                name = self.people.demonym(home.actor.country)
                people = Actor(
                    id=f"{home.actor.id}-protesters", name=f"{name} protesters", kind="population",
                    country=home.actor.country, sector="CVL",
                )  # fmt: skip
                return [Found(people, i, span, f"people of the place; {home.why}", False)]
        if (act, mode) in AUTHORITY and not slots.get("subj"):
            for name in ("prep:in", "prep:at", "prep:by"):
                for k in slots.get(name):
                    found = self.people.host_state(k) or self.people.of(k, owner=False)
                    if found:
                        return [
                            Found(f.actor, f.token, f.span, f"authorities of the place; {f.why}", False)
                            for f in found[:1]
                        ]
            for f in recipients:
                state = self.people.home(f.actor)
                if state is not None:
                    why = f"no doer is named; the authorities of {f.actor.name}'s country"
                    return [Found(state, f.token, f.span, why, False)]
        return []

    def _against(self, v: int) -> list[Found]:
        """Whom a protest is against, from its purpose or cause: `to protest against X's decision`, `in protest of`."""
        g = self.g
        for i in g.children[v]:
            if g.dep[i] in ("advcl", "xcomp") and g.is_verb(i):
                found = self._parties_in(i, 0)
                if found:
                    return found
        for name, k in g.prepositions(v):
            if name in ("in", "over", "at") and g.lemma[k] in (
                "protest",
                "demonstration",
                "response",
                "reaction",
            ):
                for _, m in g.prepositions(k):
                    found = self.people.of(m)
                    if found:
                        return found
        return []

    def _place_of_object(self, slots: Slots) -> list[Found]:
        """The state in which what was hit lies: `shelled positions in Syria`, `attacked a village in Mali`."""
        g = self.g
        for i in (*slots.get("obj"), slots.i, *slots.get("prep:into"), *slots.get("prep:on")):
            for k in g.prep_objects(i, "in", "near", "outside", "at", "around"):
                found = self.people.host_state(k) or self.people.of(k, owner=False)
                if found:
                    return found[:1]
        return []

    def _where_done(self, slots: Slots, actors: list[Found], act: str) -> list[Found]:
        """Whom an act without an object touches: the state where it is done, for a protest its own government.

        Source: PLOVER gold records, where `threatened a curfew in Algiers` has Algeria on both sides.
        """
        g = self.g
        for i in (slots.i, *slots.get("obj")):
            for k in g.prep_objects(
                i, "in", "at", "on", "near", "into", "across", "against", "over", "for", "of"
            ):
                found = self.people.host_state(k)
                if found:
                    countries = {f.actor.country for f in actors}
                    # A state does not do to itself what it does in its own capital; its people do.
                    own = found[0].actor.country in countries
                    if act == "PROTEST" or not own or act in ("CONCEDE", "THREATEN"):
                        return found[:1]
        if act == "PROTEST":
            for f in actors:
                state = self.people.home(f.actor)
                if state is not None:
                    return [
                        Found(
                            state,
                            f.token,
                            f.span,
                            "a protest addresses the protesters' own government",
                            False,
                        )
                    ]
        return []

    def _victims(self, slots: Slots) -> list[Found]:
        """People hurt in the clause, whom no actor phrase names, belong to the place that the sentence names."""
        g = self.g
        hurt = [i for i in slots.get("obj") if g.lemma[i] in nouns()["victim"] or g.pos[i] == "NUM"]
        if not hurt:
            return []
        return self._where(slots.i)[:1]

    def _where(self, i: int) -> list[Found]:
        """The state of the nearest place that the sentence of token `i`, or else the one before, names."""
        g = self.g
        sentence = g.sent[i]
        for number in (sentence, sentence - 1):
            if number < 0:
                break
            first, last = g.sents[number]
            for k in sorted(range(first, last), key=lambda k: abs(k - i)):
                if k in self.people.places and g.dep[k] == "pobj":
                    return self.people.host_state(k)
        return []

    # What is governed --------------------------------------------------------------

    def _inner_of(self, slots: Slots) -> tuple[tuple[str, str | None] | None, int | None]:
        """The act that a governing verb or noun governs, and the token that tells it."""
        g = self.g
        candidates = list(slots.get("comp"))
        for name in ("obj", "prep:for", "prep:to", "prep:of", "prep:on", "prep:with", "prep:from"):
            candidates += slots.get(name)
        for i in candidates:
            found = self.act_at(i)
            if found is not None:
                return found, i
            if g.pos[i] == "NOUN":  # "an end to the shelling", "a resumption of talks"
                for k in g.prep_objects(i, "of", "to", "in", "from", "for"):
                    found = self.act_at(k)
                    if found is not None:
                        return found, k
        return None, None

    def _consumed(self, slots: Slots, entry: Entry) -> list[int]:
        """Predicates inside the governed clause: demanded, refused, alleged or promised, not told as done."""
        g = self.g
        tops = list(slots.get("comp"))
        if entry.governs:
            tops += slots.get("obj") + slots.get("prep:for") + slots.get("prep:to") + slots.get("prep:on")
        elif entry.mode == "allege":
            tops += slots.get("prep:of") + slots.get("prep:over")
            tops += [c for o in slots.get("obj") for c in g.complements(o)]  # "accused [rebels of ambushing]"
        out: list[int] = []
        for top in tops:
            stack = [top]
            while stack:
                i = stack.pop()
                out.append(i)
                stack += [c for c in g.children[i] if g.dep[c] != "relcl" and c != slots.i]
        return out

    def _recipients_below(self, slots: Slots, inner: Coded | None, entry: Entry) -> list[Found]:
        """Whom a governing act is directed at, when its own slots do not say: the governed clause tells."""
        g = self.g
        for i in slots.get("comp"):
            if entry.governs == "request":
                # Subject of the demanded clause: "demanded that the US match ..."
                own = g.child(i, "nsubj", "nsubjpass")
                if own is not None:
                    found = self.people.of(own)
                    if found:
                        return found
        if inner is not None:
            below = inner.recipients or inner.actors
            if below:
                return below
        for name in ("prep:from", "prep:to", "prep:on", "prep:with", "prep:against", "prep:for", "prep:by"):
            found = self._in_slot(slots, name, entry)
            if found:
                return found
        for i in slots.get("obj"):
            found = self.people.owner(i)
            if not found:
                for name in ("with", "to", "from", "on", "against", "for", "in", "by", "of"):
                    found = [f for k in g.prep_objects(i, name) for f in self.people.of(k)]
                    if found:
                        break
            if found:
                return found
        for i in slots.get("comp"):
            found = self._parties_in(i, 0)
            if found:
                return found
        return []

    def _parties_in(self, i: int, depth: int) -> list[Found]:
        """Parties that a governed clause names: datives, objects, phrases on both, complements below."""
        g = self.g
        for k in g.datives(i) + g.objects(i):
            found = self.people.of(k)
            if found:
                return found
        for k in (i, *g.objects(i)):
            for name, m in g.prepositions(k):
                if name in ("to", "for", "with", "from", "against", "on", "in", "of", "into", "between"):
                    found = self.people.of(m)
                    if found:
                        return found
        if depth < 2:
            for c in g.children[i]:
                if g.dep[c] in ("xcomp", "advcl", "acl") and g.is_verb(c):
                    found = self._parties_in(c, depth + 1)
                    if found:
                        return found
        return []

    def _deontic(self, v: int) -> Coded | None:
        """`said that China must drop barriers`: a request to the subject of the must-clause."""
        g = self.g
        if g.lemma[v] not in SAYING:
            return None
        for c in g.children[v]:
            if g.dep[c] != "ccomp" or not g.is_verb(c):
                continue
            words = {g.lower[a] for a in g.auxiliaries(c)}
            need = g.lemma[c] in ("need", "have") and any(g.dep[k] == "xcomp" for k in g.children[c])
            if not (words & DEONTIC or need):
                continue
            if "have" in words:  # "should have done": a reproach, not a request
                continue
            speakers = [f for s in g.subjects(v) for f in self.people.of(s)]
            addressees = [f for s in g.subjects(c) for f in self.people.of(s)]
            if g.is_passive(c):
                addressees = [f for s in g.objects(c) for f in self.people.owner(s)]
            addressees = _without(addressees, speakers)
            countries = {f.actor.country for f in speakers}
            if (
                not speakers
                or not addressees
                or (countries == {f.actor.country for f in addressees} and None not in countries)
            ):
                continue
            inner = None
            for k in [c, *g.complements(c)]:
                inner = self.act_at(k) or inner
            act, mode = governed("request", inner)
            consumed = list(range(g.left[c], g.right[c] + 1))
            why = [
                f"entry request.must (deontic {', '.join(sorted(words & DEONTIC)) or 'need to'} under {g.word[v]!r})"
            ]
            one = Coded(
                "request.must",
                act,
                mode,
                v,
                None,
                verb_status(g, v),
                speakers,
                addressees,
                "verb",
                0.7,
                why,
                consumed,
            )
            self._explain(one)
            return one
        return None

    def _refusal(self, v: int) -> Coded | None:
        """`Iran will never yield`: a refusal in words that name no act (codebook REJECT)."""
        g = self.g
        if g.lemma[v] not in wrongs()["refusals"] or not g.is_negated(v):
            return None
        if not {g.lower[a] for a in g.auxiliaries(v)} & {"will", "wo", "would", "shall", "'ll"}:
            return None
        actors = [f for s in g.subjects(v) for f in self.people.of(s, owner=False)]
        if not actors or g.is_passive(v):
            return None
        act, mode = governed("reject", next((a for k in g.complements(v) if (a := self.act_at(k))), None))
        return self._told("reject.will-not", act, mode, v, actors, [], "a refusal of its own actor")

    def _wrong(self, v: int) -> Coded | None:
        """What one party says of another that is an accusation by what it says (`data/wrongs.yml`)."""
        g, words = self.g, wrongs()
        named = g.lemma[v] in words["verbs"] or (
            g.lemma[v] in words["object_verbs"]
            and any(
                g.lemma[k] in words["objects"] for o in g.objects(v) for k in (o, *g.prep_objects(o, "of"))
            )
        )
        if g.lemma[v] == "be" and any(
            g.lower[k] in words["adjectives"] for k in g.all_children(v, "acomp", "attr", "oprd")
        ):
            # "said that the recognition is unacceptable": whose, if it says so
            things = [s for s in g.subjects(v) if not self.people.of(s, owner=False)]
            owners = [f for s in things for f in self.people.owner(s)]
            return self._accused("accuse.predicate", v, owners, named=False) if things else None
        if not named or g.is_negated(v) or g.is_passive(v):
            return None
        if {g.lower[a] for a in g.auxiliaries(v)} & {
            "will",
            "would",
            "could",
            "may",
            "might",
            "can",
            "should",
            "must",
        }:
            return None
        doers = [f for s in g.subjects(v) for f in self.people.of(s, owner=False)]
        return self._accused("accuse.wrong", v, doers)

    def _wrong_deed(self, n: int) -> Coded | None:
        """`confrontational steps taken by Washington`, said by another party."""
        g, words = self.g, wrongs()
        if g.lemma[n] not in words["deeds"]:
            return None
        if not any(g.lower[c] in words["adjectives"] for c in g.all_children(n, "amod")):
            return None
        doers = self.people.owner(n)
        if not doers:
            doers = [
                f
                for c in g.all_children(n, "acl")
                for s in g.subjects(c)
                for f in self.people.of(s, owner=False)
            ]
        return self._accused("accuse.wrong-deed", n, doers)

    def _accused(self, rule: str, i: int, doers: list[Found], *, named: bool = True) -> Coded | None:
        """An accusation by the speaker of the statement at token `i` against those who are said to do wrong."""
        statement = self.people.statement_at(self.g.start[i])
        if statement is None or statement.speaker is None or (named and not doers):
            return None
        speaker = self.people.speaker_of(statement, i)
        if speaker.actor.id.startswith("unnamed-"):
            return None  # sources and analysts assess; parties accuse
        if any(
            f.actor.id == speaker.actor.id
            or (f.actor.country is not None and f.actor.country == speaker.actor.country)
            for f in doers
        ):
            return None
        return self._told(rule, "ACCUSE", "disapprove", i, [speaker], _unique(doers), "said of another party")

    def _told(
        self,
        rule: str,
        act: str,
        mode: str | None,
        i: int,
        actors: list[Found],
        recipients: list[Found],
        why: str,
    ) -> Coded:
        judged = Judged("actual", why)
        kind = "verb" if self.g.is_verb(i) else "noun"
        one = Coded(
            rule, act, mode, i, None, judged, actors, recipients, kind, 0.6, [f"entry {rule} ({why})"]
        )
        self._explain(one)
        return one

    def _explain(self, one: Coded) -> None:
        g = self.g
        one.why.append(f"status {one.status.status}: {one.status.why}")
        for role, people in (("actor", one.actors), ("recipient", one.recipients)):
            for f in people:
                path = " ".join(g.path(one.trigger, f.token))
                one.why.append(f"{role} {f.actor.name}: {f.why}" + (f" [{path}]" if path else ""))


class AdjectiveSlots(Slots):
    """Slots of a predicative adjective: the subject of its copula and its own complements."""

    def _find(self, slot: str) -> list[int]:
        g, a = self.g, self.i
        v = g.head[a]
        if slot == "subj":
            if g.dep[a] in ("acomp", "attr", "conj") and g.is_verb(v):
                return g.subjects(v)
            if g.dep[a] == "amod" and a > v:
                return [v]
            return []
        if slot == "comp":
            return g.complements(a) or (g.complements(v) if g.is_verb(v) else [])
        if slot.startswith("prep:"):
            return g.prep_objects(a, slot[5:])
        return []


def _unique(found: list[Found]) -> list[Found]:
    seen: set[str] = set()
    out = []
    for f in found:
        if f.actor.id not in seen:
            seen.add(f.actor.id)
            out.append(f)
    return out


def _without(found: list[Found], others: list[Found]) -> list[Found]:
    ids = {f.actor.id for f in others}
    return [f for f in _unique(found) if f.actor.id not in ids]

"""What only looks like an act: a word of which a sense holds, though the clause around it says something else.

`fighters supporting the rebels` describes, `is going to apologise` goes nowhere, `ended their fifth round of talks`
breaks nothing off. And what stands inside a clause that another act consumes, but is told as done: `accepted the plan
in a call with Obama`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from dragoman.coding.contacts import words
from dragoman.coding.lexicon import PROMISES, Entry
from dragoman.coding.participants import nouns, protests
from dragoman.coding.slots import Slots
from dragoman.coding.status import HAPPENED, governors, verb_status
from dragoman.language import Grammar

# Acts that a participle ascribes to those whom it describes: `parties backing the bill`.
_DESCRIBING: Final = frozenset({"SUPPORT", "REJECT", "COOPERATE"})
# Acts that name what they are done for.
_PUNISHING: Final = frozenset({"COERCE", "SANCTION", "CONCEDE", "ASSAULT"})
# What one calls somebody on the telephone for: `called Erdogan to discuss the crisis`.
_SPEAKING: Final = frozenset(
    {"discuss", "talk", "speak", "brief", "inform", "congratulate", "thank", "express", "tell"}
)
_TOWARDS: Final = frozenset({"on", "for", "upon", "to"})
_IMPERSONAL: Final = frozenset({"it", "this", "that"})
_AMID: Final = frozenset({"in", "during", "after", "following", "at"})
# Prepositions between what one fears and the fear: `concern about the build-up of their presence`.
_FEARED: Final = frozenset({"about", "over"})
_DEEMING: Final = frozenset(
    {"view", "regard", "consider", "treat", "deem", "interpret", "perceive", "see", "understand", "take"}
)
# Those between an office and what it is for: `the envoy for the dialogue`.
_MANDATE: Final = frozenset({"for", "on"})
# Acts in words that judge violence at large.
_JUDGING: Final = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT"})
_DEFENDING: Final = frozenset({"defend", "uphold"})
# What one holds of one's own.
_HELD = frozenset(
    {"office", "post", "seat", "position", "title", "presidency", "portfolio", "majority", "stake", "share"}
)
# What a clause that gives a reason hangs on.
_GROUNDS = frozenset({"ground", "grounds", "pretext", "pretence", "excuse", "suspicion", "premise"})
# What one plans to do oneself, by which nobody is spared anything.
_GOING = frozenset(
    {
        "return",
        "visit",
        "travel",
        "go",
        "come",
        "leave",
        "run",
        "stand",
        "retire",
        "fly",
        "tour",
        "attend",
        "marry",
    }
)
# How far behind `as if` the verb of its clause stands.
_LIKENED_WITHIN = 8
# What opens a clause of what came first.
_FIRST = frozenset({"after", "since"})
# What one does to a decision that does not stand.
_REVOKING = frozenset(
    {"reverse", "revoke", "drop", "scrap", "rescind", "overturn", "annul", "cancel", "withdraw", "suspend", "undo"}
    | {"await", "postpone", "delay", "consider", "weigh"}
)  # fmt: skip
_ENDS = frozenset({"cessation", "end", "halt", "suspension", "pause", "ending"})


class Seeming:
    """Tells what only looks like an act in one doc."""

    def __init__(self, g: Grammar, act_at: Callable[[int], tuple[str, str | None] | None]) -> None:
        self.g = g
        self.act_at = act_at

    def verb(self, entry: Entry, slots: Slots) -> bool:
        """Whether a verb of which a sense of `entry` holds tells no such act."""
        return (
            self._describes(entry, slots.i)
            or self._goes_nowhere(slots.i)
            or self._likened(slots.i)
            or self._is_reason(slots.i)
            or (entry.act == "REQUEST" and (self._asks_nobody(slots) or self._only_named(slots)))
            or (entry.act == "SANCTION" and self._held_to_its_end(slots))
            or (entry.governs in PROMISES and self._assures(slots))
            or (entry.mode == "demo" and self._celebrates(slots.i))
            or (entry.act == "COERCE" and self._holds_office(slots))
            or (entry.act == "CONCEDE" and self._own_journey(slots))
            or (entry.act == "SUPPORT" and self._defends_own(slots))
        )

    def _defends_own(self, slots: Slots) -> bool:
        """Whether one defends what is one's own: `will defend its sovereignty`, `vowed to defend the territory`."""
        g, v = self.g, slots.i
        things = slots.get("obj")
        if g.lemma[v] not in _DEFENDING or not things:
            return False
        return all(
            g.lemma[o] in nouns()["ones_own"]
            and all(g.tag[c] == "PRP$" for c in g.all_children(o, "poss"))
            and not g.all_children(o, "amod", "compound", "nmod")
            and not g.prep_objects(o, "of")
            for o in things
        )

    def _own_journey(self, slots: Slots) -> bool:
        """Whether what one puts off is a journey or a step of one's own: `delayed plans to return`, `dropped plans to visit Oman`."""
        g = self.g
        plans = [o for o in slots.get("obj") if g.lemma[o] in ("plan", "decision", "bid")]
        return bool(plans) and all(
            any(g.lemma[c] in _GOING and g.tag[c] == "VB" for c in g.all_children(o, "acl", "relcl", "xcomp"))
            for o in plans
        )

    def _holds_office(self, slots: Slots) -> bool:
        """Whether what one holds is one's own: `unfit for the office he holds`, `holds a seat on the council`."""
        return self.g.lemma[slots.i] == "hold" and any(self.g.lemma[o] in _HELD for o in slots.get("obj"))

    def asked(self, i: int) -> bool:
        """Whether a predicate is only asked about: `What countermeasures will China take?`; a relative clause tells."""
        g = self.g
        first, last = g.sents[g.sent[i]]
        if "?" not in g.lower[max(first, last - 3) : last]:
            return False
        while g.head[i] != i:
            if g.dep[i] in ("relcl", "acl"):
                return False
            i = g.head[i]
        return True

    def names_weapon(self, i: int) -> bool:
        """Whether a word only says what kind of weapon it is, though the parser takes it for a verb: `flies attack helicopters`."""
        g = self.g
        if g.lower[i] not in ("attack", "strike", "assault") or i + 1 >= g.n or i == 0:
            return False
        before = g.pos[i - 1] in ("VERB", "ADP", "DET", "ADJ", "NUM", "CCONJ")
        return before and g.lower[i - 1] != "to" and g.lemma[i + 1] in nouns()["of_attack"]

    def noun(self, entry: Entry, n: int) -> bool:
        """Whether a noun that no verb carries only names what is talked of or feared."""
        feared = entry.act == "MOBILIZE" and any(
            self.g.lower[self.g.head[k]] in _FEARED for k in (n, self.g.head[self.g.head[n]])
        )
        over = entry.act == "ASSAULT" and self._ended(n)
        return feared or over or self._topic(n) or self._mandate(n) or self._held_to_be(n)

    def at_large(self, n: int) -> bool:
        """Whether violence is only spoken of as such: `condemned attacks on journalists`, `called for an end to killings`."""
        g = self.g
        if g.tag[n] != "NNS" or g.all_children(n, "det", "poss", "nummod", "relcl", "acl"):
            return False
        v = g.verb_over(n)
        judged = g.dep[n] in ("dobj", "pobj") and (self.act_at(v) or ("",))[0] in _JUDGING
        return judged and not any(g.word[k][:1].isupper() for k in g.all_children(n, "amod", "compound"))

    def _ended(self, n: int) -> bool:
        """Whether violence is named only by its end: `spoke about the cessation of hostilities`."""
        g = self.g
        p = g.head[n]
        return g.dep[n] == "pobj" and g.lower[p] == "of" and g.lemma[g.head[p]] in _ENDS

    def amid(self, p: int) -> bool:
        """Whether a phrase tells of the contact at which a thing was said: `accepted the plan in a call with Obama`.

        Or of the mediation that it came of: `ready to accept a truce after mediation by Oman`.
        """
        g = self.g
        if g.dep[p] != "prep":
            return False
        held = g.all_children(p, "pobj")
        deep = [*held, *(m for k in held for m in g.prep_objects(k, "of"))]  # "a week of mediation"
        if g.lower[p] in words()["came_after"] and ("CONSULT", "third-party") in map(self.act_at, deep):
            return True
        return g.lower[p] in _AMID and any(
            self._contact(k) and g.prep_objects(k, "with", "between") for k in held
        )

    def meanwhile(self, c: int) -> bool:
        """Whether a clause tells what somebody else does at that: `said that the raid went on, while Chad refused to talk`."""
        g = self.g
        return (
            g.dep[c] == "advcl"
            and g.child(c, "nsubj", "nsubjpass") is not None
            and any(
                g.lower[k] in ("while", "whereas") and g.lower[k - 1] == ","
                for k in g.all_children(c, "mark")
            )
        )

    def gone_before(self, c: int) -> bool:
        """Whether a clause tells what came first: `accused Chad of theft [after it closed the camp]`, `since it fell`."""
        g = self.g
        return (
            g.dep[c] == "advcl"
            and any(g.lower[k] in _FIRST for k in g.all_children(c, "mark"))
            and g.child(c, "nsubj", "nsubjpass") is not None
            and (g.tag[c] == "VBD" or any(g.lower[a] in ("had", "was", "were") for a in g.auxiliaries(c)))
        )

    def decision(self, v: int) -> bool:
        """Whether an infinitive is what a decision that was taken says: `rejected Chad's decision [to close] the border`."""
        g, n = self.g, self.g.head[v]
        if g.dep[v] != "acl" or g.tag[v] != "VB" or g.lemma[n] != "decision":
            return False
        above = g.head[n] if g.dep[n] in ("dobj", "nsubjpass") and g.is_verb(g.head[n]) else None
        if above is not None and (
            g.lemma[above] in _REVOKING or verb_status(g, above).status not in HAPPENED
        ):
            return False
        return any(g.dep[c] == "poss" or g.lower[c] in ("the", "this") for c in g.children[n])

    def _describes(self, entry: Entry, v: int) -> bool:
        """`fighters supporting the rebels` are not said to do anything."""
        g = self.g
        if entry.act not in _DESCRIBING or g.dep[v] != "acl" or g.tag[v] != "VBG":
            return False
        return g.pos[g.head[v]] == "NOUN" and g.lemma[g.head[v]] not in nouns()["text"]

    def _likened(self, v: int) -> bool:
        """Whether something is only likened to an act: `the streets felt as if martial law had been declared`."""
        g = self.g
        first = g.sents[g.sent[v]][0]
        for k in range(v - 1, max(first, v - _LIKENED_WITHIN), -1):
            if g.pos[k] == "VERB":
                return False
            if g.lower[k] in ("if", "though") and g.lower[k - 1] == "as":
                return True
        return False

    def _goes_nowhere(self, v: int) -> bool:
        """`is going to apologise`."""
        g = self.g
        return (
            g.lemma[v] == "go"
            and g.tag[v] == "VBG"
            and any(g.lower[a] == "to" for c in g.all_children(v, "xcomp") for a in g.auxiliaries(c))
        )

    def _is_reason(self, v: int) -> bool:
        """`was arrested for collaborating with Israel`, `apologised for shelling the town`."""
        g, p = self.g, self.g.head[v]
        if g.dep[v] in ("acl", "relcl", "ccomp") and g.lower[p] in _GROUNDS:
            on = g.head[p]  # "suspended the club on the grounds that it had bribed the judges"
            return g.dep[p] == "pobj" and g.lower[on] in ("on", "under") and g.is_verb(g.head[on])
        if g.dep[v] != "pcomp" or g.lower[p] != "for":
            return False
        hub = g.head[p]
        while g.dep[hub] in ("pobj", "prep", "npadvmod") and g.head[hub] != hub:
            hub = g.head[hub]
        return g.is_verb(hub) and (self.act_at(hub) or ("",))[0] in _PUNISHING

    def _assures(self, slots: Slots) -> bool:
        """Whether what is promised was done before: `promising that calm had returned`."""
        g = self.g
        told = [
            c
            for c in slots.get("comp")
            if g.is_verb(c) and g.dep[c] == "ccomp" and g.child(c, "nsubj", "nsubjpass")
        ]
        return bool(told) and all(any(g.lower[a] == "had" for a in g.auxiliaries(c)) for c in told)

    def _celebrates(self, v: int) -> bool:
        """Whether a crowd comes for something else than to protest: `filled the square to celebrate the victory`."""
        g = self.g
        return any(
            g.lemma[c] in protests()["festive"] and any(g.lower[a] == "to" for a in g.auxiliaries(c))
            for c in g.all_children(v, "advcl", "xcomp")
        )

    def _asks_nobody(self, slots: Slots) -> bool:
        """`Asked about it, he said`, `it requires an answer`, `called the attack a crime`, `expected to meet Modi`."""
        g, v = self.g, slots.i
        if g.lemma[v] == "ask":
            return g.tag[v] == "VBN" and (g.dep[v] == "advcl" or v == g.sents[g.sent[v]][0])
        if g.lemma[v] == "advise":  # "advised that the move was lawful"
            return any(
                g.tag[k] in ("VBD", "VBZ") for c in g.all_children(v, "ccomp") for k in (c, *g.auxiliaries(c))
            )
        if g.lemma[v] == "require":
            return any(g.lower[s] in _IMPERSONAL for s in slots.get("subj"))
        if g.lemma[v] == "expect" and not g.objects(v):  # "expected to have talks with": his own
            return any(g.child(c, "nsubj") is None for c in g.all_children(v, "xcomp"))
        after = [o for o in g.objects(v) if o > v]
        if g.lemma[v] != "call" or not after or _TOWARDS.intersection(g.lower[v + 1 : min(after[0], v + 3)]):
            return False
        return not any(g.is_verb(c) and g.lemma[c] not in _SPEAKING for c in slots.get("comp"))

    def _only_named(self, slots: Slots) -> bool:
        """Whether a clause only says which thing is meant: `to meet a deadline [set by the king]`, `the arms it [needs to defend itself]`."""
        g, v = self.g, slots.i
        if g.lemma[v] == "need":
            return g.dep[v] == "relcl" and any(g.dep[c] == "xcomp" and g.is_verb(c) for c in g.children[v])
        return g.dep[v] == "acl" and g.tag[v] == "VBN" and g.lemma[v] == "set" and g.head[v] < v

    def _held_to_its_end(self, slots: Slots) -> bool:
        """`ended the fifth round of talks with the rebels`."""
        if self.g.lemma[slots.i] not in governors()["to_the_end"]:
            return False
        talks = [k for k in slots.get("obj") if not slots.get("prep:with")]
        talks += [m for k in slots.get("obj") for m in self.g.prep_objects(k, "of")]
        return any(self._contact(k) for k in talks)

    def _topic(self, n: int) -> bool:
        """Whether a nominal act is what a contact is about: `talks on a withdrawal`, `spoke about the shelling`."""
        g, p = self.g, self.g.head[n]
        if g.dep[n] != "pobj" or g.lower[p] not in ("on", "about", "over", "regarding", "concerning"):
            return False
        return self._contact(g.head[p])

    def _mandate(self, n: int) -> bool:
        """Whether a nominal act is what an office is for: `the special envoy for the Kosovo-Serbia dialogue`."""
        g, p = self.g, self.g.head[n]
        if g.dep[n] != "pobj" or g.lower[p] not in _MANDATE or g.lemma[g.head[p]] not in nouns()["mandated"]:
            return False
        # "received the envoy for talks" tells of them
        return bool(g.all_children(n, "det", "amod", "compound", "nmod"))

    def _held_to_be(self, n: int) -> bool:
        """`should be viewed as an act of aggression`, `[an attack] would be considered an act of war`."""
        g, top = self.g, n
        while g.dep[top] == "pobj" and g.lower[g.head[top]] == "of" and g.head[g.head[top]] != top:
            top = g.head[g.head[top]]
        v = g.head[top]
        if g.dep[top] == "pobj" and g.lower[v] == "as":
            return g.lemma[g.head[v]] in _DEEMING
        supposed = any(g.tag[a] == "MD" for a in g.auxiliaries(v))
        return g.dep[top] in ("nsubjpass", "oprd") and g.lemma[v] in _DEEMING and supposed

    def _contact(self, i: int) -> bool:
        return (self.act_at(i) or ("",))[0] == "CONSULT"

"""Accusations told by what is said of another party (codebook ACCUSE)."""

from __future__ import annotations

from dragoman.coding.coded import Coded
from dragoman.coding.conditions import OUTLAWS
from dragoman.coding.ontology import HOSTILE
from dragoman.coding.participants import Found, unique, wrongs
from dragoman.coding.said.common import Voices
from dragoman.coding.status import verb_status
from dragoman.language import Grammar
from dragoman.language.marks import CLOSES, OPENS

_QUOTED_WITHIN = 20  # words from a verb of judging to the judgement
_QUOTED_LONG = 10  # words of a judgement, no more
_MODAL = frozenset({"will", "would", "could", "may", "might", "can", "should", "must"})
_SUPPOSED = frozenset({"if", "unless", "whether", "lest"})
# Of what is denied of a deed, what condemns it whoever has done it.
_ABSOLUTE = frozenset(
    {"acceptable", "justified", "justifiable", "legitimate", "legal", "lawful", "permissible", "admissible", "tolerable"}
)  # fmt: skip
# What is missing of a virtue: `a lack of respect`.
_LACK = frozenset({"lack", "absence", "want", "shortage", "deficit"})
# A part that one has in a deed: `was implicated in`, `had a hand in`.
_TAKING_PART = frozenset({"involve", "implicate"})
_PARTS = frozenset({"hand", "part", "role"})
_POINTING = frozenset({"this", "these", "such", "that", "those"})
# What one has as a duty, and bears or carries as guilt.
_DUTIES = frozenset({"responsibility"})
# Where blame is said to lie: `the responsibility rests with Kigali`.
_LYING = frozenset({"lie", "rest", "fall"})
_BLAME = frozenset({"blame", "responsibility", "fault", "guilt", "culpability"})
# Prepositions before the noun of an idiom of reproach.
_IDIOMATIC = ("with", "to", "on", "in", "of", "between", "from", "by", "at")
# Under these nothing is said of another: it is denied, doubted or asked.
_DENIED = frozenset(
    {
        "deny",
        "doubt",
        "dispute",
        "dismiss",
        "reject",
        "question",
        "wonder",
        "ask",
        "fear",
        "refute",
        "imagine",
    }
)


class Reproaches:
    """Codes what one party says of another that is an accusation by what it says (`data/wrongs.yml`)."""

    def __init__(self, voices: Voices) -> None:
        self.voices = voices
        self.g: Grammar = voices.g

    def wrong(self, v: int) -> Coded | None:
        """What a verb tells: `the regime failed to protect`, `the vote was a farce`, `Kyiv is to blame`."""
        g, words = self.g, wrongs()
        if not self._asserted(v):
            return None
        if g.lemma[v] in words["judging"]:
            return self._judged(v)
        if self._counter(v):
            return self._accused(
                "accuse.wrong", v, [f for s in g.subjects(v) for f in self.voices.people.of(s)]
            )
        blamed = self._blamed(v)
        if blamed:
            return self._accused("accuse.blame-lies", v, blamed)
        if g.lemma[v] in words["being"]:
            return self._predicate(v)
        if g.is_negated(v) or any(g.lower[c] == "no" for o in g.objects(v) for c in g.all_children(o, "det")):
            return self._lacking(v)
        named = g.lemma[v] in words["verbs"] or (
            g.lemma[v] in words["object_verbs"]
            and any(
                g.lemma[k] in words["objects"]
                for o in g.objects(v)
                for k in (o, *g.prep_objects(o, "of"))
                if not (g.lemma[v] == "have" and g.lemma[o] in _DUTIES)
            )
        )
        charged = self._idiom(v, "misdeeds") or self._on_purpose(v) or self._had_part(v)
        named = named or charged or self._idiom(v, "idioms") or self._too_little(v)
        if not named:
            return None
        doers = self._doers(v) or self._deed_owners(v)
        if g.is_passive(v) and g.lemma[v] in _TAKING_PART:  # "were involved in the murder"
            doers = [f for s in g.objects(v) for f in self.voices.people.of(s)]
        told = g.lemma[v] in words["verbs"] and self._pointed(v)  # "such actions contradict the treaty"
        mode = "allege" if charged else "disapprove"
        return self._accused("accuse.wrong", v, doers, named=not told, mode=mode)

    def _pointed(self, v: int) -> bool:
        """Whether the subject of a verb points to a deed told before: `these raids`, `such a step`."""
        g = self.g
        return any(
            self._is_deed(s) and {g.lower[c] for c in g.children[s]} & _POINTING for s in g.subjects(v)
        )

    def _deed_owners(self, v: int) -> list[Found]:
        """Whose deed it is that does wrong: `the American sanctions violate the treaty`."""
        return [
            f for s in self.g.subjects(v) if self._is_deed(s) for f in self.voices.people.owner(s, inert=True)
        ]

    def _on_purpose(self, v: int) -> bool:
        """Whether a deed is said to be done in bad faith or against the law: `had deliberately rammed`."""
        g = self.g
        return any(g.lower[c] in wrongs()["purpose"] for c in g.all_children(v, "advmod"))

    def _too_little(self, v: int) -> bool:
        """`has done nothing to stop them`, `is doing too little`: what is short of what is owed."""
        g = self.g
        if g.lemma[v] != "do" or g.is_negated(v):
            return False
        done = [*g.objects(v), *g.all_children(v, "advmod")]
        short = any(g.lower[k] == "little" and any(g.lower[c] == "too" for c in g.children[k]) for k in done)
        return short or any(g.lower[k] == "nothing" for k in done)

    def _had_part(self, v: int) -> bool:
        """`were involved in the murder`, `had a hand in the coup`: a part in what is done to others."""
        g, words = self.g, wrongs()
        held = [v] if g.lemma[v] in _TAKING_PART and g.is_passive(v) else []
        if g.lemma[v] in ("have", "play"):
            held = [o for o in g.objects(v) if g.lemma[o] in _PARTS]
        deeds = [k for h in held for k in (*g.prep_objects(h, "in"), *g.prep_objects(v, "in"))]
        return any(
            (self.voices.act_at(k) or ("",))[0] in HOSTILE or g.lemma[k] in words["evils"] for k in deeds
        )

    def _idiom(self, v: int, kind: str) -> bool:
        """Whether a verb and its noun make an idiom of reproach: `is playing with fire`, `turned a blind eye`."""
        g = self.g
        return any(
            f"{g.lemma[v]} {g.lemma[k]}" in wrongs()[kind]
            for k in (*g.objects(v), *g.prep_objects(v, *_IDIOMATIC))
        )

    def accuser(self, one: Coded) -> Found | None:
        """The party in whose words others are said to help armed groups, else `None`."""
        backed = one.act == "SUPPORT" and self.g.lemma[one.trigger] in wrongs()["backing"]
        helped = (one.act == "AID" or backed) and one.status.status == "actual"
        if not helped or not one.recipients or not all(f.actor.sector in OUTLAWS for f in one.recipients):
            return None
        speaker = self.voices.speaker(one.trigger)
        if speaker is None or not all(self.voices.other(f, speaker) for f in one.actors):
            return None
        return speaker if not any(f.actor.sector in OUTLAWS for f in one.actors) else None

    def to_blame(self, v: int) -> Coded | None:
        """`Kigali is to blame for the impasse`, said by another party."""
        g = self.g
        be = g.head[v]
        if (
            g.lemma[v] != "blame"
            or g.lemma[be] != "be"
            or g.dep[v] not in ("xcomp", "acomp", "attr", "ccomp")
        ):
            return None
        if not any(g.lower[a] == "to" for a in g.all_children(v, "aux")) or g.is_negated(be):
            return None
        named = [f for s in g.subjects(be) for f in self.voices.people.of(s, owner=False)]
        return self._accused("accuse.to-blame", v, named) if self._asserted(be) else None

    def _blamed(self, v: int) -> list[Found]:
        """On whom the blame is laid: `the responsibility rests with Kigali`, `the fault lies with`."""
        g = self.g
        if g.lemma[v] not in _LYING or not any(g.lemma[s] in _BLAME for s in g.subjects(v)):
            return []
        if g.complements(v):
            return []  # "the responsibility rests with Kigali to act"
        return [f for k in g.prep_objects(v, "with", "on", "upon", "to") for f in self.voices.people.of(k)]

    def _judged(self, v: int) -> Coded | None:
        """What a party calls something in quotation marks, however the parser hangs it: `called the raid off Crete "a crime"`."""
        g, words = self.g, wrongs()
        last = min(g.sents[g.sent[v]][1], v + _QUOTED_WITHIN)
        opened = next((k for k in range(v + 1, last) if g.lower[k] in OPENS), None)
        finite = g.tag[v] in ("VBD", "VBZ", "VBP") or (
            g.tag[v] == "VBN" and any(g.lemma[a] == "have" for a in g.auxiliaries(v))
        )
        if opened is None or opened == v + 1 or g.is_negated(v) or not finite:
            return None
        if any(g.is_verb(k) and k not in g.all_children(v, "xcomp") for k in range(v + 1, opened)):
            return None
        closed = next((k for k in range(opened + 1, last + 8) if k < g.n and g.lower[k] in CLOSES), None)
        if closed is None or closed - opened > _QUOTED_LONG:
            return None
        inside = range(opened + 1, closed)
        if not any(g.lower[k] in words["adjectives"] or g.lemma[k] in words["evils"] for k in inside):
            return None
        actors = [f for s in g.subjects(v) for f in self.voices.people.of(s, owner=False)]
        if not actors or any(f.actor.sector == "JRN" for f in actors):
            return None
        called = [k for k in g.objects(v) if v < k < opened] or [
            k for k in range(v + 1, opened) if g.pos[k] == "NOUN" and g.dep[k] in ("dobj", "nsubj", "oprd")
        ]
        doers = [f for k in called for f in self.voices.people.of(k)]
        doers = doers or [f for k in called[:1] for f in self.voices.counterparts.below.named(k)]
        doers = doers or next(
            (f for k in range(v + 1, opened) if g.dep[k] == "poss" and (f := self.voices.people.of(k))), []
        )
        others = [f for f in unique(doers) if all(self.voices.other(f, a) for a in actors)]
        whose = [c for k in called for c in g.all_children(k, "poss", "amod", "compound")]
        if doers and not others and any(self.voices.people.of(c) for c in whose):
            return None  # one's own deed
        return self.voices.told(
            "accuse.judged", ("ACCUSE", "disapprove"), v, unique(actors), others, "condemned in quoted words",
            judged=verb_status(g, v),
        )  # fmt: skip

    def _counter(self, v: int) -> bool:
        """Whether something is said to go against what is owed: `their actions run against the foundations of peace`."""
        g, words = self.g, wrongs()
        if g.lemma[v] not in ("run", "go", "fly") or g.is_negated(v):
            return False
        against = g.prep_objects(v, "against", "to", "in")
        counter = {"counter", "contrary"} & {g.lower[c] for c in g.children[v]}
        against += [k for c in g.children[v] for k in g.prep_objects(c, "to")]
        marked = counter or any(name == "against" for name, _ in g.prepositions(v))
        return bool(marked) and any(g.lemma[k] in words["norms"] for k in against)

    def _asserted(self, v: int) -> bool:
        """Whether the clause of a verb says that something is so: no condition, wish, question or denial."""
        g = self.g
        if {g.lower[a] for a in g.auxiliaries(v)} & _MODAL:
            return False
        if any(g.lower[m] in _SUPPOSED for m in g.all_children(v, "mark")):
            return False
        if g.dep[v] in ("acl", "relcl") and any(g.lower[a] == "to" for a in g.auxiliaries(v)):
            return False  # "a war to be provoked by"
        if g.dep[v] == "relcl" and g.tag[g.head[v]] == "NNS" and "," not in g.lower[g.head[v] : v]:
            return False  # "restrictions on officials who undermine democracy"
        if g.dep[v] == "ccomp" and g.lemma[g.head[v]] in _DENIED:
            return False
        h = g.head[v]
        if g.dep[v] in ("acl", "ccomp", "appos") and g.pos[h] == "NOUN" and g.lemma[g.head[h]] in _DENIED:
            return False  # "denied allegations that rebels were hiding there"
        return not any(g.lower[c] == "?" for c in g.children[v])

    def _doers(self, v: int) -> list[Found]:
        return [f for s in self.g.subjects(v) for f in self.voices.people.of(s, owner=False)]

    def _lacking(self, v: int) -> Coded | None:
        """`Russia does not respect the agreements`, `has no right to`: what another party lacks that it owes."""
        g, words = self.g, wrongs()
        owed = g.lemma[v] in words["owed"]
        if g.lemma[v] == "have":
            owed = any(g.lemma[k] in words["lacked"] for k in g.objects(v))
        return self._accused("accuse.wrong", v, self._doers(v)) if owed and not g.is_passive(v) else None

    def _predicate(self, v: int) -> Coded | None:
        """What somebody or something is said to be: `the annexation is illegal`, `this was an act of war`."""
        g, words = self.g, wrongs()
        said = [m for k in g.all_children(v, "acomp", "attr", "oprd") for m in g.conjuncts(k)]
        if g.lemma[v] != "be":
            said += [*g.objects(v), *g.prep_objects(v, "to", "like", "a")]
        if any(g.lower[k] in words["tardy"] and self._too(k) for k in said) and g.lemma[v] == "be":
            return self._accused("accuse.predicate", v, self._doers(v))  # "has been too slow to protect them"
        if g.is_negated(v):
            worded = any(g.lower[k] in words["owed_predicates"] for k in said)
            strong = any(g.lower[k] in _ABSOLUTE for k in said)
        else:
            worded, strong = self._bad(v, said)
        if not worded:  # "Iran is behind the attack"
            behind = any(name == "behind" and self._is_deed(k) for name, k in g.prepositions(v))
            told = behind and not g.is_negated(v)
            return self._accused("accuse.predicate", v, self._doers(v), mode="allege") if told else None
        subjects = g.subjects(v)
        doers = [f for s in subjects if not self._is_deed(s) for f in self.voices.people.of(s, owner=False)]
        if doers:  # of a party itself only what names a doer of wrong: `Israel is an aggressor`
            breach = any(name == "in" and g.lemma[k] in words["breaches"] for name, k in g.prepositions(v))
            if not breach and not any(self._names_doer(k) for k in said):
                return None
            return self._accused("accuse.predicate", v, doers)
        owners = [f for s in subjects for f in self.voices.people.owner(s)]
        owners = owners or [f for k in said if g.pos[k] == "NOUN" for f in self.voices.people.owner(k)]
        owners = owners or [
            f
            for s in subjects
            for c in g.all_children(s, "acl")
            for k in g.subjects(c)
            for f in self.voices.people.of(k, owner=False)
        ]  # "the vote pushed through by the ruling party"
        owners = owners or [f for s in g.all_children(v, "csubj") for f in self.voices.parties_of(s)]
        if not owners and any(
            g.lower[s] == "it" for s in subjects
        ):  # "it is regrettable that Chile sent ships"
            clauses = [c for k in (v, *said) for c in g.all_children(k, "ccomp") if g.is_verb(c)]
            owners = [f for c in clauses for s in g.subjects(c) for f in self.voices.people.of(s)]
        if not owners and not (strong and self._done(v, subjects)):
            return None
        return self._accused("accuse.predicate", v, owners, named=False)

    def _too(self, k: int) -> bool:
        return any(self.g.lower[c] == "too" for c in self.g.all_children(k, "advmod"))

    def _done(self, v: int, subjects: list[int]) -> bool:
        """Whether what is spoken of is a deed: `what happened`, `this`, `the verdict`, `the shelling`."""
        g = self.g
        if g.all_children(v, "csubj", "csubjpass"):
            return True
        return any(g.lower[s] in ("this", "that", "it", "these") or self._is_deed(s) for s in subjects)

    def _is_deed(self, s: int) -> bool:
        """Whether a noun names what a party does: a step, a sanction, a raid."""
        g, words = self.g, wrongs()
        return (
            g.lemma[s] in words["deeds"]
            or g.lemma[s] in words["measures_of_state"]
            or self.voices.act_at(s) is not None
        )

    def _bad(self, v: int, said: list[int]) -> tuple[bool, bool]:
        """Whether what is said condemns, and whether it does so whoever is behind it."""
        g, words = self.g, wrongs()
        if any(g.lower[k] in words["adjectives"] for k in said):
            return True, any(g.lower[k] in words["adjectives"] - words["weak"] for k in said)
        heads = [
            m for k in said for m in (k, *(g.prep_objects(k, "of") if g.lemma[k] in words["kinds"] else ()))
        ]
        heads += [k for name, k in g.prepositions(v) if name == "in" and g.lemma[k] in words["breaches"]]
        if any(g.lemma[k] in words["evils"] or g.lower[k] in words["evils"] for k in heads):
            return True, True
        if any(
            g.lemma[k] in _LACK and g.lemma[m] in words["virtues"]
            for k in heads
            for m in g.prep_objects(k, "of")
        ):
            return True, True
        if any(g.lower[c] in words["adjectives"] for k in heads for c in g.all_children(k, "amod")):
            return True, True
        return any(g.lemma[k] in words["doers"] or g.lemma[k] in words["guilty"] for k in heads), False

    def _names_doer(self, k: int) -> bool:
        g, words = self.g, wrongs()
        adjectives = {g.lower[c] for c in g.all_children(k, "amod", "compound")} | {g.lower[k]}
        if g.lemma[k] in words["doers"] or g.lemma[k] in words["guilty"]:
            of_what = g.prep_objects(k, "of", "for", "in") or g.prep_objects(g.head[k], "of", "for")
            return g.lemma[k] not in words["guilty"] or bool(of_what)  # "is responsible" for the attack
        return bool(adjectives & words["adjectives"])

    def wrong_deed(self, n: int) -> Coded | None:
        """`confrontational steps taken by Washington`, said by another party."""
        g, words = self.g, wrongs()
        if g.lemma[n] not in words["deeds"]:
            return None
        if not any(g.lower[c] in words["adjectives"] for c in g.all_children(n, "amod")):
            return None
        if self._refused(n):
            return None
        doers = self.voices.people.owner(n)
        if not doers:
            doers = [
                f
                for c in g.all_children(n, "acl")
                for s in g.subjects(c)
                for f in self.voices.people.of(s, owner=False)
            ]
        return self._accused("accuse.wrong-deed", n, doers)

    def _refused(self, n: int) -> bool:
        """Whether the verb above a noun rejects it: `qualified as baseless the remarks`."""
        g = self.g
        above = g.head[g.head[n]] if g.dep[n] == "pobj" and g.lower[g.head[n]] == "as" else g.head[n]
        return g.is_verb(above) and (self.voices.act_at(above) or ("",))[0] == "REJECT"

    def _accused(
        self, rule: str, i: int, doers: list[Found], *, named: bool = True, mode: str = "disapprove"
    ) -> Coded | None:
        """An accusation by the speaker of the statement at token `i` against those who are said to do wrong."""
        if named and not doers:
            return None
        speaker = self.voices.speaker(i)
        if speaker is None or any(not self.voices.other(f, speaker) for f in doers):
            return None
        return self.voices.told(rule, ("ACCUSE", mode), i, [speaker], unique(doers), "said of another party")

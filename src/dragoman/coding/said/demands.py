"""Requests told by what is said: must-clauses and imperatives (codebook REQUEST)."""

from __future__ import annotations

from dragoman.coding.coded import Coded
from dragoman.coding.ontology import HOSTILE, governed
from dragoman.coding.participants import FIRST_PERSON, Found, unique, wrongs
from dragoman.coding.said.common import Voices
from dragoman.coding.status import Judged, governors, verb_status
from dragoman.language import Grammar

DEONTIC = frozenset({"must", "should", "ought", "shall"})
# Acts that somebody must do for the speaker even where the clause does not say who: `the hostages must be freed`.
_DUE = frozenset({"RETREAT", "CONCEDE", "CONSULT"})
_READY = frozenset({"ready", "prepared", "willing"})
# Time in which another is to do something.
_SPANS = frozenset({"hour", "day", "week", "month", "minute", "deadline"})
_MINDING = frozenset(
    {
        "understand",
        "realise",
        "realize",
        "know",
        "feel",
        "remember",
        "misjudge",
        "misread",
        "underestimate",
        "forget",
    }
)
_GIVING = frozenset({"give", "grant", "allow"})
# What one does who does not do as told: `or see his palace burned`, `or lose its seat`.
_SEEING = frozenset({"see", "watch"})
_LOSING = frozenset({"lose", "forfeit"})
_OR_WITHIN = 4  # words from an `or` to its verb
# Verbs that say on whom it is to act, and what it is for others to judge, not to do: `up to voters to decide`.
_RESTING = frozenset({"be", "lie", "rest", "fall"})
_JUDGING = frozenset({"decide", "determine", "judge", "choose", "say", "see", "tell", "know"})
# Pronouns that may stand for the party of an if-clause before them.
_STANDING_FOR = frozenset({"it", "they", "he", "she"})
_NO_COMMAND = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "aux", "auxpass", "mark"})


class Demands:
    """Codes what a speaker says that others must do, and what he tells them to do."""

    def __init__(self, voices: Voices) -> None:
        self.voices = voices
        self.g: Grammar = voices.g

    def reported(self, v: int) -> Coded | None:
        """`said that China must drop barriers`: a request to the subject of the must-clause."""
        g, people = self.g, self.voices.people
        clauses = [c for c in g.children[v] if g.dep[c] == "ccomp" and g.is_verb(c)]
        if g.lemma[v] not in wrongs()["saying"]:  # "issued a reminder to Iraq that it must cooperate"
            clauses = [
                c
                for o in g.objects(v)
                if g.lemma[o] in wrongs()["sayings"]
                for c in g.all_children(o, "acl", "ccomp", "relcl")
                if g.child(c, "mark") is not None
            ]
        for c in clauses:
            if not self._due(c):
                continue
            speakers = [f for s in g.subjects(v) for f in people.of(s)]
            if not speakers:
                continue
            named = self._demand(c, speakers[0])
            if named is None:
                continue
            act, addressees = named
            return self.voices.told(
                "request.must", act, v, unique(speakers), addressees, f"{g.word[c]!r} is to be done",
                judged=verb_status(g, v), over=self._told_within(c),
            )  # fmt: skip
        return None

    def _told_within(self, c: int) -> list[int]:
        """The tokens of a must-clause, those left out that say what comes of it if it is not done."""
        g = self.g
        out = set(range(g.left[c], g.right[c] + 1))
        for k in (c, *g.complements(c)):
            for m in g.all_children(k, "conj"):
                if self._or(m):
                    out -= set(range(g.left[m], g.right[m] + 1))
        return sorted(out)

    def _or(self, v: int) -> bool:
        """Whether `or` stands between a coordinated verb and the one before it: `or face`, `or else be expelled`."""
        g = self.g
        if g.dep[v] != "conj":
            return False
        first = max(g.head[v], v - _OR_WITHIN)
        return any(g.lower[k] == "or" and g.dep[k] == "cc" for k in range(first + 1, v))

    def or_else(self, v: int) -> Coded | None:
        """The threat of what comes if a demand is not met: `must leave or face sanctions`, `or its assets will be frozen`.

        The demand may be one that is reported: `told Chad to leave or face sanctions`, `gave him a week to resign or see
        his palace burned`.
        """
        g = self.g
        if not self._or(v):
            return None
        h = g.head[v]
        top = g.head[h] if g.dep[h] == "xcomp" else h
        if self._due(h) or self._due(top):
            speaker = self.voices.speaker(v)
            speakers = [speaker] if speaker is not None else []
            whom = [f for k in g.subjects(h) for f in self.voices.people.of(k)]
        else:
            speakers, whom = self._bidden(h)
        if not speakers:
            return None
        addressees = self.voices.others(whom, speakers[0])
        named = self._otherwise(v) if addressees else None
        if named is None:
            return None
        return self.voices.told(
            "threaten.or-else", named, v, unique(speakers), addressees, "should the demand not be met",
            over=range(g.left[v], g.right[v] + 1),
        )  # fmt: skip

    def _bidden(self, h: int) -> tuple[list[Found], list[Found]]:
        """Who asks whom to do what the verb at token `h` tells: `urged Chad to`, `demanded that Chad`, `gave it a week to`."""
        g, people = self.g, self.voices.people
        bids = g.head[h]
        spanned = g.pos[bids] == "NOUN" and g.lemma[bids] in _SPANS
        if spanned:
            bids = g.head[bids]
        if not g.is_verb(bids) or g.is_negated(bids):
            return [], []
        asks = (self.voices.act_at(bids) or ("",))[0] in ("REQUEST", "THREATEN")
        gives = g.lemma[bids] in _GIVING and any(
            g.lemma[k] in _SPANS for k in g.all_children(bids, "dobj", "npadvmod")
        )
        whom: list[int] = []
        if any(g.lower[a] == "to" for a in g.auxiliaries(h)) and (asks or gives):
            whom = [*g.datives(bids), *g.objects(bids), *g.prep_objects(bids, "on", "upon", "to")]
        elif g.dep[h] == "ccomp" and asks:
            whom = g.subjects(h)
        speakers = [f for s in g.subjects(bids) for f in people.of(s)]
        return speakers, [f for k in whom for f in people.of(k)]

    def _otherwise(self, v: int) -> tuple[str, str | None] | None:
        """Act and mode of what is threatened by the verb behind an `or`, `None` if nothing is."""
        g, words = self.g, wrongs()
        evils = [k for o in g.objects(v) for k in (o, *g.prep_objects(o, "of"))]
        told = [v, *evils, *(g.complements(v) if g.lemma[v] in _SEEING else ())]
        act = next((a for k in told if (a := self.voices.act_at(k)) is not None and a[0] in HOSTILE), None)
        if act is not None:
            return governed("threaten", act)
        evil = any(g.lemma[k] in words["consequences"] for k in evils) and g.lemma[v] in words["suffering"]
        seen = g.lemma[v] in _SEEING and bool(g.complements(v))
        return ("THREATEN", None) if evil or seen or (g.lemma[v] in _LOSING and evils) else None

    def said(self, c: int) -> Coded | None:
        """A must-clause that stands by itself in somebody's words: `Israel must lift the siege. ...`"""
        g = self.g
        if not self._due(c):
            return None
        if g.dep[c] == "ccomp" and g.lemma[g.head[c]] in wrongs()["saying"]:
            return None
        speaker = self.voices.speaker(c)
        named = self._demand(c, speaker) if speaker is not None else None
        if speaker is None or named is None:
            return None
        act, addressees = named
        over = [k for k in self._told_within(c) if g.dep[k] != "conj"]
        return self.voices.told("request.must", act, c, [speaker], addressees, "said to be due", over=over)

    def high_time(self, v: int) -> Coded | None:
        """`It is high time that they released them`, `it is time for Cuba to`, `it is up to Cuba to`, said by a party."""
        g, people = self.g, self.voices.people
        if g.lemma[v] not in _RESTING or g.is_negated(v):
            return None
        times = [k for k in g.all_children(v, "attr") if g.lemma[k] == "time" and not self._counted(k)]
        burdened = [] if times else self._burdened(v)
        speaker = self.voices.speaker(v) if times or burdened else None
        if speaker is None:
            return None
        if burdened:
            return self._incumbent(v, speaker, burdened)
        clauses = [
            c
            for k in (v, *times)
            for c in g.children[k]
            if g.dep[c] in ("ccomp", "relcl", "acl", "advcl", "xcomp")
        ]
        for c in clauses:
            marked = any(g.lower[m] in ("that", "for", "to") for m in g.children[c]) or g.tag[c] == "VBD"
            if not marked or not g.is_verb(c):
                continue
            doers = g.subjects(c) if g.child(c, "nsubj", "nsubjpass") is not None else []
            doers = doers or [k for t in (v, *times) for k in g.prep_objects(t, "for")]
            addressees = self.voices.others([f for s in doers for f in people.of(s)], speaker)
            if addressees:
                inner = next((a for k in (c, *g.complements(c)) if (a := self.voices.act_at(k))), None)
                return self.voices.told(
                    "request.high-time", governed("request", inner), v, [speaker], addressees, "said to be due",
                    over=range(g.left[c], g.right[c] + 1),
                )  # fmt: skip
        return None

    def _counted(self, k: int) -> bool:
        """Whether a time is one of several: `this is the first time after the announcement`."""
        return any(self.g.lower[c] in governors()["ranking"] for c in self.g.all_children(k, "amod"))

    def _burdened(self, v: int) -> list[int]:
        """On whom it is to act: `it is up to Damascus to`, `it is incumbent on`, `the onus is on Israel to`."""
        g = self.g
        out = [k for name, k in g.prepositions(v) if name in ("to", "up")] if "up" in g.particles(v) else []
        if any(g.lemma[s] in wrongs()["burden"] for s in g.subjects(v)):
            out = [*out, *g.prep_objects(v, "on", "upon", "with", "to")]
        return [
            *out,
            *(
                k
                for a in g.all_children(v, "acomp")
                if g.lemma[a] == "incumbent"
                for k in g.prep_objects(a, "on", "upon")
            ),
        ]

    def _incumbent(self, v: int, speaker: Found, burdened: list[int]) -> Coded | None:
        """The request that somebody makes by saying on whom it is to act."""
        g = self.g
        people = self.voices.people
        named = [f for k in burdened for f in people.of(k) or people.host_state(k)]
        addressees = self.voices.others(named, speaker)
        clauses = [c for k in (v, *g.all_children(v, "acomp")) for c in g.complements(k)]
        clauses += [c for k in (*g.subjects(v), *burdened) for c in g.complements(k)]
        clauses += [c for c in g.all_children(v, "advcl") if g.tag[c] == "VB"]
        if not addressees or not clauses or any(g.lemma[c] in _JUDGING for c in clauses):
            return None
        inner = next(
            (a for c in clauses for k in (c, *g.complements(c)) if (a := self.voices.act_at(k))), None
        )
        return self.voices.told(
            "request.up-to", governed("request", inner), v, [speaker], addressees, "said to be for others to do",
            over=[k for c in clauses for k in range(g.left[c], g.right[c] + 1)],
        )  # fmt: skip

    def _due(self, c: int) -> bool:
        """Whether a clause says that something must be done; `should have done` is a reproach, no request."""
        g = self.g
        subject = g.child(c, "nsubj", "nsubjpass")
        inverted = subject is not None and any(
            g.lower[a] == "should" and a < subject for a in g.auxiliaries(c)
        )
        if inverted:
            return False  # "should Chad not comply"
        words = {g.lower[a] for a in g.auxiliaries(c)}
        ready = any(g.lemma[k] in _READY for k in g.all_children(c, "acomp"))  # "must be ready to mediate"
        if "have" in words or (g.lemma[c] == "be" and not ready) or g.dep[c] == "relcl" or self._felt(c):
            return False  # "priorities, which should lead us forward"
        need = g.lemma[c] in ("need", "have") and any(g.dep[k] == "xcomp" for k in g.children[c])
        need = need or self._given_time(c)
        return need or bool(words & DEONTIC)

    def _felt(self, c: int) -> bool:
        """Whether others should only feel or understand something: `should feel shame`, `has to understand that`."""
        g = self.g
        return any(g.lemma[k] in _MINDING for k in (c, *g.all_children(c, "xcomp")))

    def _given_time(self, c: int) -> bool:
        """`Honduras has 72 hours to reinstate him`, `Iraq was given a week to comply`: an ultimatum."""
        g = self.g
        given = g.lemma[c] == "have" or (g.lemma[c] == "give" and g.is_passive(c))
        if not given or g.is_negated(c):
            return False
        spans = [
            k for k in (*g.all_children(c, "dobj"), *g.all_children(c, "npadvmod")) if g.lemma[k] in _SPANS
        ]
        untils = g.prep_objects(c, "until", "till")
        clauses = [m for k in (c, *spans, *untils) for m in g.children[k] if g.tag[m] == "VB"]
        return bool(spans or untils) and bool(clauses)

    def _demand(self, c: int, speaker: Found) -> tuple[tuple[str, str | None], list[Found]] | None:
        """The request that a must-clause makes of others than the speaker, and of whom; `None` if it makes none."""
        g, people = self.g, self.voices.people
        inner = None
        for k in [c, *g.complements(c)]:
            inner = self.voices.act_at(k) or inner
        what = next(iter(g.all_children(c, "xcomp")), c) if g.lemma[c] in ("need", "have") else c
        if inner is None and g.lemma[what] in wrongs()["inward"] and not g.is_passive(what):
            return None  # "Lima has to understand our fears"
        due = g.objects(c) if g.is_passive(c) else g.subjects(c)
        if any(g.lower[s] in FIRST_PERSON for s in g.subjects(c)):
            return None
        named = [f for s in due for f in (people.owner(s) if g.is_passive(c) else people.of(s))]
        if not named and due and all(g.lower[s] in _STANDING_FOR for s in due):
            # "if the Americans want calm, they must stop"
            named = [f for k in g.all_children(c, "advcl") for s in g.subjects(k) for f in people.of(s)]
        own = any(f.actor.kind == "state" and f.actor.country == speaker.actor.country for f in named)
        if own and len(named) > 1 and not g.is_passive(c):
            return None  # "both nations must": what one's own side must do too
        addressees = self.voices.others(named, speaker)
        agentless = g.is_passive(c) and not g.subjects(c)
        wanted = inner is not None and inner[0] in _DUE
        if not addressees and not (agentless and (wanted or g.lemma[c] in wrongs()["due"])):
            return None
        return governed("request", inner), addressees

    def command(self, v: int) -> Coded | None:
        """`Stop the killing now`, said by a party: a request to those it is said to."""
        g, words = self.g, wrongs()
        negated = g.is_negated(v)
        if g.tag[v] != "VB" or g.lemma[v] not in words["forbidden" if negated else "commands"]:
            return None
        before = g.dep[v] == "advcl" and v < g.head[v] and g.lemma[g.head[v]] in words["saying"]
        if g.dep[v] not in ("ROOT", "ccomp", "parataxis", "conj") and not before:
            return None
        barred = [c for c in g.children[v] if g.dep[c] in _NO_COMMAND]
        if any(g.dep[c] != "aux" or g.lemma[c] != "do" for c in barred) or (barred and not negated):
            return None
        if g.dep[v] == "conj" and self.command(g.head[v]) is None:
            return None
        statement = self.voices.statement(v)
        speaker = self.voices.speaker(v)
        if statement is None or speaker is None or statement.manner == "indirect":
            return None
        if speaker.actor.country is None and speaker.actor.sector not in ("IGO", "NGO", "REB"):
            return None
        named = next((a for k in (*g.objects(v), *g.complements(v)) if (a := self.voices.act_at(k))), None)
        inner = self.voices.act_at(v) or named
        if g.lemma[v] == "let":  # "let the hostages go"
            named = inner if inner is not None and inner[0] == "RETREAT" else None
        act = governed("request", None if negated else inner)
        if g.lemma[v] in words["ending"]:
            act = ("REQUEST", "yield")
        addressees = self.voices.addressees(v, speaker) or self.voices.others(
            self.voices.counterparts.below.named(v, top=True), speaker
        )
        if not (addressees or named):
            return None  # "Leave the window open"
        judged = Judged("actual", "an imperative")
        over = range(g.left[v], g.right[v] + 1)
        return self.voices.told(
            "request.imperative", act, v, [speaker], addressees, "told to do it", judged=judged, over=over
        )

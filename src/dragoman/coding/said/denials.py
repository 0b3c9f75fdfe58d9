"""Refusals told by what is said: what one will not do, have or discuss (codebook REJECT)."""

from __future__ import annotations

from dragoman.coding.below import BYSTANDERS
from dragoman.coding.coded import Coded
from dragoman.coding.ontology import governed
from dragoman.coding.participants import Found, unique, wrongs
from dragoman.coding.said.common import WILL, Voices
from dragoman.language import Grammar

_STATED = frozenset({"do", "does", "did"})
_CAN = frozenset({"can", "could", "ca", "cannot"})
_YIELDING = frozenset({"CONCEDE", "RETREAT"})
_ASKED_OF_ONE = _YIELDING | {"CONSULT", "AGREE"}
# Acts that are stopped and gone on with.
_GOING_ON = frozenset({"CONSULT", "AID", "COOPERATE"})
_RULING = frozenset({"GOV", "MIL", "LEG", "REB", "PRM"})
_THINGS = frozenset({"it", "this", "that", "them", "these"})
_UNLESS = frozenset({"until", "till", "unless", "before"})
_SO = frozenset({"so", "that", "this", "it"})
_OURSELVES = frozenset({"country", "nation", "republic", "government", "army", "movement"})
_LETTING = frozenset({"allow", "permit", "let"})
_COMING = frozenset({"forthcoming", "possible", "acceptable"})
_UNTIL = frozenset({"until", "till", "unless", "while", "if", "as"})
# What one wishes to do oneself: `wishes to break its ties`.
_WISHING = frozenset({"wish", "want", "like", "love", "prefer", "hope", "intend"})
# `under no circumstances`, `in no way`, `by no means`: they deny the verb as `not` does.
_NO_WAY = frozenset(
    {"circumstance", "way", "mean", "means", "account", "condition", "case", "event", "pretext"}
)


class Denials:
    """Codes refusals for which the lexicon has no entry."""

    def __init__(self, voices: Voices) -> None:
        self.voices = voices
        self.g: Grammar = voices.g

    def unwilling(self, v: int) -> Coded | None:
        """`Iran will never yield`, `does not accept any attempt`, `cannot tolerate it`."""
        g, words = self.g, wrongs()
        auxiliaries = {g.lower[a] for a in g.auxiliaries(v)}
        if not (g.is_negated(v) or (auxiliaries and self._in_no_way(v))):
            return self._none_made(v, auxiliaries)
        if g.is_passive(v):
            return self._unmoved(v, auxiliaries) or self._withheld(v, auxiliaries)
        if g.lemma[v] in words["resuming"]:
            return self._not_resumed(v, auxiliaries)
        lemma = g.lemma[v]
        willed = auxiliaries & WILL and lemma in words["refusals"] | words["refused_things"]
        willed = willed or (auxiliaries & WILL and self._does_so(v))
        stated = auxiliaries & (_STATED | _CAN) and lemma in words["refused_now"]
        if not (willed or stated):
            return None
        actors = [f for s in g.subjects(v) for f in self.voices.people.of(s, owner=False)]
        if not actors:
            return None
        waiting = self.waiting(v, actors)
        if lemma in words["refused_things"] and not waiting and not self._matters(v):
            return None
        if lemma in _LETTING and self._misused(v):
            return None
        inner = next((a for k in (*g.complements(v), *g.objects(v)) if (a := self.voices.act_at(k))), None)
        if inner is None and lemma in words["coming"] and self._to_talks(v):
            inner = ("CONSULT", None)
        others = self._whose(v, actors) or waiting
        return self.voices.told(
            "reject.will-not", governed("reject", inner), v, actors, others, "a refusal of its own actor",
            over=[k for c in (*g.complements(v), *g.objects(v)) for k in range(g.left[c], g.right[c] + 1)],
        )  # fmt: skip

    def _misused(self, v: int) -> bool:
        """`will not allow its territory to be used against any neighbour`: an assurance rather than a refusal."""
        g = self.g
        return any(g.lemma[c] == "use" and g.is_passive(c) for c in g.complements(v))

    def waiting(self, v: int, actors: list[Found]) -> list[Found]:
        """Whose act a refusal waits for: `will not sign until Niger has withdrawn`."""
        g, voices = self.g, self.voices
        clauses = [
            c
            for c in g.all_children(v, "advcl")
            if any(g.lower[m] in _UNLESS for m in g.all_children(c, "mark", "advmod"))
        ]
        found = [f for c in clauses for s in g.subjects(c) for f in voices.people.of(s)]
        return [f for f in unique(found) if all(voices.other(f, a) for a in actors)]

    def _does_so(self, v: int) -> bool:
        """`will not do so`, `would never do that`."""
        g = self.g
        return g.lemma[v] == "do" and any(g.lower[c] in _SO and c > v for c in g.children[v])

    def _in_no_way(self, v: int) -> bool:
        """`will under no circumstances renounce`, `can in no way accept`."""
        g = self.g
        return any(
            g.lemma[k] in _NO_WAY and any(g.lower[c] == "no" for c in g.all_children(k, "det"))
            for _, k in g.prepositions(v)
        )

    def _whose(self, v: int, actors: list[Found]) -> list[Found]:
        """Whose wish is refused by the verb at token `v`: who made what is refused, else whom it names.

        `will not accept the quota of migrants proposed by Brussels` refuses Brussels, not the migrants.
        """
        g, voices = self.g, self.voices
        things = [k for k in (*g.objects(v), *g.complements(v), v) if k not in g.subjects(v)]
        parts = [m for k in things if k != v for m in (k, *g.prep_objects(k, "of"))]
        made = [c for k in parts for c in g.all_children(k, "acl") if g.tag[c] == "VBN"]
        makers = [f for c in made for s in g.subjects(c) for f in voices.people.of(s, owner=False)]
        named = makers or next(
            (f for k in things if (f := voices.counterparts.below.named(k, top=k == v))), []
        )
        return [f for f in unique(named) if all(voices.other(f, a) for a in actors)]

    def own_will(self, clauses: list[int], actors: list[Found]) -> list[int]:
        """Those of some clauses that say what the actors themselves will (not) do."""
        g, voices = self.g, self.voices
        out = []
        for c in clauses:
            doers = [f for s in g.subjects(c) for f in voices.people.of(s, owner=False)]
            willed = {g.lower[a] for a in g.auxiliaries(c)} & WILL
            wished = g.lemma[g.head[c]] in _WISHING and g.child(c, "nsubj", "nsubjpass") is None
            wished = wished and not g.objects(g.head[c]) and g.lower[g.head[c] + 1] == "to"
            if actors and (willed or wished) and doers and not any(voices.other(f, actors[0]) for f in doers):
                out.append(c)
        return out

    def forsworn(self, clauses: list[int], inner: tuple[str, str | None] | None) -> bool:
        """Whether one of the clauses says that what others want will never be done."""
        g = self.g
        met = inner is not None and inner[0] in _ASKED_OF_ONE  # "vowed not to step down"
        # "that no citizen would surrender", "that neither the army nor the people would bow"
        never = [c for c in clauses if g.is_negated(c) or any(g.is_negated(s) for s in g.subjects(c))]
        return any(
            met
            or (
                g.lemma[c] in wrongs()["forsworn"]
                and (g.lemma[c] not in _LETTING or any(map(g.is_verb, g.complements(c))))
            )
            for c in never
        )

    def _to_talks(self, v: int) -> bool:
        """`go to the table`, `return to the talks`."""
        g = self.g
        return any(
            g.lemma[k] in wrongs()["talks"] or (self.voices.act_at(k) or ("",))[0] == "CONSULT"
            for _, k in g.prepositions(v)
        )

    def _matters(self, v: int) -> bool:
        """Whether what a verb refuses is asked for, offered or done by others: not `will not accept old notes`."""
        g, words = self.g, wrongs()
        matters = (
            words["political"]
            | words["offers"]
            | words["asked_for"]
            | words["measures_of_state"]
            | words["deeds"]
            | words["evils"]
            | words["objects"]
        )
        if g.lemma[v] == "accept" and any(g.dep[c] == "ccomp" for c in g.children[v]):
            return True  # "do not accept that the door has been shut"
        if g.lemma[v] in words["coming"] and (self._to_talks(v) or g.lemma[v] != "return"):
            return self._to_talks(v)
        refused = [*g.objects(v), *g.complements(v), *(k for _, k in g.prepositions(v))]
        # "step back from its positions"
        refused += [k for c in g.all_children(v, "prt", "advmod") for _, k in g.prepositions(c)]
        refused += [s for c in g.complements(v) for s in g.subjects(c)]  # "will not let [a resolution] pass"
        return any(
            g.lemma[k] in matters
            or (g.lower[k] in _THINGS and g.dep[k] == "dobj")
            or self.voices.act_at(k) is not None
            or bool(self.voices.people.of(k))
            for k in refused
        )

    def _unmoved(self, v: int, auxiliaries: set[str]) -> Coded | None:
        """`we will not be intimidated by sanctions`: a refusal to give way."""
        g = self.g
        if g.lemma[v] not in wrongs()["moved"] or not auxiliaries & (WILL | _CAN):
            return None
        actors = [f for s in g.objects(v) for f in self.voices.people.of(s, owner=False)]
        movers = [
            f
            for s in g.subjects(v)
            for f in self.voices.people.of(s) or self.voices.counterparts.below.named(s)
        ]
        if not actors:  # "our rights will not be affected by their ruling"
            speaker = self.voices.speaker(v)
            owners = [f for s in g.objects(v) for f in self.voices.people.of(s)]
            mine = (
                bool(movers) and any(not self.voices.other(f, speaker) for f in owners) if speaker else False
            )
            ours = any(g.lemma[s] in _OURSELVES for s in g.objects(v)) and g.lemma[v] != "affect"
            if speaker is None or not (mine or ours):
                return None
            actors = [speaker]
        others = [f for f in movers if all(self.voices.other(f, a) for a in actors)]
        if g.lemma[v] == "affect" and not others:
            return None
        return self.voices.told("reject.unmoved", ("REJECT", None), v, actors, others, "it will not give way")

    def _withheld(self, v: int, auxiliaries: set[str]) -> Coded | None:
        """`the ban will not be lifted, said the minister`: a concession that the speaker will not make."""
        g, words = self.g, wrongs()
        speaker = self.voices.speaker(v)
        inner = self.voices.act_at(v)
        if g.lemma[v] in words["revising"] and any(
            g.lemma[k] in words["burdens"] | words["offers"] | words["measures"] for k in g.objects(v)
        ):
            inner = ("CONCEDE", None)  # "the sanctions will not be reviewed"
        if speaker is None or inner is None or inner[0] not in _YIELDING or not auxiliaries & WILL:
            return None
        if speaker.actor.sector not in _RULING or self.g.subjects(v):
            return None
        things = self.g.objects(v)
        named = [f for k in things for f in self.voices.counterparts.below.named(k)]
        return self.voices.told(
            "reject.will-not", governed("reject", inner), v, [speaker],
            self.voices.others(named, speaker), "a concession that is withheld",
            over=[k for c in things for k in range(self.g.left[c], self.g.right[c] + 1)],
        )  # fmt: skip

    def _none_made(self, v: int, auxiliaries: set[str]) -> Coded | None:
        """`no apology will be made`, `no concession shall be offered`, said by a party: what it will not give."""
        g, words = self.g, wrongs()
        if (
            not g.is_passive(v)
            or g.lemma[v] not in words["making"]
            or not auxiliaries & WILL
            or g.subjects(v)
        ):
            return None
        refused = [
            k
            for k in g.objects(v)
            if any(g.lower[c] == "no" for c in g.all_children(k, "det"))
            and (g.lemma[k] in words["asked_for"] or self._asked(k))
        ]
        speaker = self.voices.speaker(v) if refused else None
        if speaker is None or speaker.actor.sector not in _RULING:
            return None
        inner = next((a for k in refused if (a := self.voices.act_at(k))), None)
        named = [f for k in (*refused, v) for f in self.voices.counterparts.below.named(k, top=k == v)]
        return self.voices.told(
            "reject.none-made", governed("reject", inner), v, [speaker],
            self.voices.others(named, speaker), "the speaker will give none of it", over=refused,
        )  # fmt: skip

    def _not_resumed(self, v: int, auxiliaries: set[str]) -> Coded | None:
        """`the talks will not resume until they leave`: what one will not go on with, on a condition to others."""
        g = self.g
        stopped = [s for s in g.subjects(v) if (self.voices.act_at(s) or ("",))[0] in _GOING_ON]
        clauses = [
            c
            for c in g.all_children(v, "advcl")
            if any(
                g.lower[m] in _UNLESS or g.lower[m] == "while" for m in g.all_children(c, "mark", "advmod")
            )
        ]
        if not stopped or not clauses or not auxiliaries & WILL:
            return None
        speaker = self.voices.speaker(v)
        owners = [f for s in stopped for f in self.voices.people.owner(s)]
        actors = unique(owners)[:1] or ([speaker] if speaker is not None else [])
        if not actors or (speaker is not None and self.voices.other(actors[0], speaker)):
            return None
        named = [f for s in stopped for f in self.voices.counterparts.below.named(s)] + self.waiting(
            v, actors
        )
        return self.voices.told(
            "reject.not-resumed", governed("reject", self.voices.act_at(stopped[0])), v, actors,
            self.voices.others(named, actors[0]), "it will not go on with it",
            over=[k for c in (*stopped, *clauses) for k in range(g.left[c], g.right[c] + 1)],
        )  # fmt: skip

    def ruled_out(self, v: int) -> Coded | None:
        """What a party says of an act or issue to refuse it.

        `removing the sanctions is out of the question`, `our missiles are not negotiable`, `there will be no talks`,
        `the sanctions will stay until`.
        """
        g, words = self.g, wrongs()
        lemma = g.lemma[v]
        if lemma not in ("be", "remain", "stay"):
            return None
        speaker = self.voices.speaker(v)
        if speaker is None:
            return None
        tops = g.all_children(v, "nsubj", "csubj")
        said = g.all_children(v, "acomp", "attr") + [k for _, k in g.prepositions(v)]
        said += [k for c in g.all_children(v, "acomp", "attr") for _, k in g.prepositions(c)]
        auxiliaries = {g.lower[a] for a in g.auxiliaries(v)}
        if lemma == "be" and self._none(v, auxiliaries):
            tops = g.all_children(v, "attr", "nsubj")
        elif (
            lemma == "be" and self._none_coming(tops, said) and (auxiliaries & WILL or self._so_long(v, tops))
        ):
            pass
        elif lemma != "be" or not said:
            if lemma == "be" or g.is_negated(v) or not auxiliaries & WILL or not self._kept(v, tops):
                return None
        elif g.is_negated(v):
            if not any(g.lemma[k] in words["not_for"] for k in said) and not self._unsold(said, tops):
                return None
        else:
            off = {"out", "off"} & g.particles(v)
            named = any(g.lemma[k] in words["ruled_out"] and (off or g.pos[k] == "ADJ") for k in said)
            offer = any(g.lemma[k] in words["offers"] for k in tops)
            if not (named or (offer and any(g.lemma[k] in words["unacceptable"] for k in said))):
                return None
        inner = next((a for k in tops if (a := self.voices.act_at(k))), None)
        if lemma != "be":
            inner = ("CONCEDE", None)
        named_in = [
            f for k in tops for m in (k, *g.objects(k)) for f in self.voices.counterparts.below.named(m)
        ]
        return self.voices.told(
            "reject.ruled-out", governed("reject", inner), v, [speaker],
            self.voices.others(named_in, speaker), "ruled out by the speaker",
            over=[k for c in tops for k in range(g.left[c], g.right[c] + 1)],
        )  # fmt: skip

    def untrue(self, v: int) -> Coded | None:
        """What a party says of claims to reject them: `the allegation is false`, `these claims have no basis`."""
        g, words = self.g, wrongs()
        claims = [s for s in g.subjects(v) if g.lemma[s] in words["claims"]]
        if not claims or g.is_passive(v) or {g.lower[a] for a in g.auxiliaries(v)} & WILL:
            return None
        if not self._called_false(v):
            return None
        speaker = self.voices.speaker(v)
        if speaker is None or speaker.actor.sector is None or speaker.actor.sector in BYSTANDERS:
            return None
        accusers = [
            f
            for s in claims
            for f in self.voices.people.owner(s)
            or [f for c in g.all_children(s, "acl") for k in g.subjects(c) for f in self.voices.people.of(k)]
        ]
        others = self.voices.others(accusers, speaker)
        if accusers and not others:
            return None
        return self.voices.told(
            "reject.untrue", ("REJECT", None), v, [speaker], others, "called untrue by the accused",
            over=claims,
        )  # fmt: skip

    def _called_false(self, v: int) -> bool:
        """Whether the predicate of a claim says that it is not true."""
        g, words = self.g, wrongs()
        said = [m for k in g.all_children(v, "acomp", "attr") for m in g.conjuncts(k)]
        if g.lemma[v] in words["being"] and not g.is_negated(v):
            said += [m for name, k in g.prepositions(v) if name in ("without", "far") for m in (k,)]
            return any(g.lemma[k] in words["falsehoods"] or g.lower[k] in words["falsehoods"] for k in said)
        objects = g.objects(v)
        if g.lemma[v] in ("have", "lack", "hold"):
            no = g.is_negated(v) or g.lemma[v] == "lack"
            no = no or any(g.lower[c] == "no" for o in objects for c in g.all_children(o, "det"))
            return (no and any(g.lemma[o] in words["grounds"] for o in objects)) or (
                g.lemma[v] == "have" and any(g.lower[o] == "nothing" for o in objects)
            )
        if not g.is_negated(v):
            return False
        true = [*objects, *g.prep_objects(v, "to", "with"), *said]
        return g.lemma[v] in ("correspond", "reflect", "match", "conform", "be") and any(
            g.lemma[k] in ("reality", "truth", "fact", "true", "correct") for k in true
        )

    def _unsold(self, said: list[int], tops: list[int]) -> bool:
        """`Greenland is not for sale`."""
        g, people = self.g, self.voices.people
        return any(g.lemma[k] == "sale" for k in said) and any(
            k in people.places or people.of(k, owner=False) for k in tops
        )

    def _none(self, v: int, auxiliaries: set[str]) -> bool:
        """Whether a clause says that there will be none of something that is asked for: `there can be no talks`."""
        g = self.g
        if not any(g.dep[c] == "expl" for c in g.children[v]):
            return False
        if any(
            g.lemma[k] in ("question", "talk")
            and any(g.lower[c] == "no" for c in g.all_children(k, "det"))
            and any(g.lower[c] == "of" for c in g.all_children(k, "prep"))
            for k in g.all_children(v, "attr", "nsubj")
        ):
            return True  # "there is no question of leaving"
        if not auxiliaries & (WILL | _CAN):
            return False
        for k in g.all_children(v, "attr", "nsubj"):
            none = any(g.lower[c] == "no" for c in g.all_children(k, "det")) or g.is_negated(v)
            if none and (g.lemma[k] in wrongs()["asked_for"] or self._asked(k)):
                return True
        return False

    def _none_coming(self, tops: list[int], said: list[int]) -> bool:
        """`no apology will be forthcoming`."""
        g = self.g
        none = [k for k in tops if any(g.lower[c] == "no" for c in g.all_children(k, "det"))]
        wanted = any(g.lemma[k] in wrongs()["asked_for"] or self._asked(k) for k in none)
        return wanted and any(g.lemma[k] in _COMING for k in said)

    def _so_long(self, v: int, tops: list[int]) -> bool:
        """`no talks are possible as long as they shoot`, `while the blockade lasts`."""
        g = self.g
        if not any(g.lemma[k] in wrongs()["asked_for"] for k in tops):
            return False
        over = [k for a in (v, *g.all_children(v, "acomp")) for k in g.all_children(a, "advmod", "advcl")]
        return any(
            g.lower[k] == "long" or any(g.lower[m] in _UNTIL for m in g.all_children(k, "mark")) for k in over
        )

    def _asked(self, k: int) -> bool:
        found = self.voices.act_at(k)
        return found is not None and found[0] in ("CONSULT", "CONCEDE", "RETREAT", "AID", "AGREE")

    def _kept(self, v: int, tops: list[int]) -> bool:
        """Whether what burdens others is said to stay: `the sanctions will stay until`."""
        g = self.g
        kept = any(
            g.lemma[k] in wrongs()["burdens"]
            or ((found := self.voices.act_at(k)) is not None and found[0] in ("SANCTION", "COERCE"))
            for k in tops
        )
        until = any(
            g.lower[m] in _UNTIL for c in g.all_children(v, "advcl") for m in g.all_children(c, "mark")
        ) or any(name in ("until", "till", "in") for name, _ in g.prepositions(v))
        return kept and until

"""What a party says of its own acts to come is itself an act (codebook THREATEN, REJECT): a threat, a refusal."""

from __future__ import annotations

from dragoman.coding.bench import Bench
from dragoman.coding.coded import Coded
from dragoman.coding.ontology import HOSTILE, governed
from dragoman.coding.participants import Found, nouns, without
from dragoman.coding.status import HAPPENED, NEGATION, Judged, verb_status

# A party that refuses these, refuses (codebook REJECT): `will never accept`, `does not recognise`.
_REFUSABLE = frozenset({"AGREE", "SUPPORT", "CONCEDE", "RETREAT", "COOPERATE", "AID", "CONSULT"})
# Subjects by which it is denied that anybody does a thing.
_NOBODY = frozenset({"nobody", "none", "no-one"})
# Verbs that name a threat: `will threaten` is to come, `would treat it as an act of war` is uttered.
_WARNING = frozenset({"threaten", "warn", "menace", "caution", "consider"})
# Verbs of giving leave, which is refused where it was not given: `did not allow the ambassador to return`.
_LETTING = frozenset({"allow", "permit", "let"})
_OF_WILL = frozenset({"would", "will", "shall", "'ll"})


class Utterances:
    """Reads coded acts of one doc by who says them."""

    def __init__(self, bench: Bench) -> None:
        self.bench, self.g, self.said = bench, bench.g, bench.said

    def read(self, one: Coded) -> Coded:
        """The act, as it is done by its own actor in saying that he will or will not do it.

        `We will strike at the heart of France` threatens; `we will never accept this` refuses.
        """
        g, v = self.g, one.trigger
        if one.kind == "verb" and g.pos[v] == "ADJ" and one.act == "AGREE" and one.status.status == "negated":
            one.act, one.mode = "REJECT", None
            one.status = Judged("actual", "unwilling")
            return one
        if self._failed_to_agree(one):  # neither yields (PLOVER gold records)
            one.act, one.mode, one.status = "REJECT", None, Judged("actual", "failed to agree")
            return one
        if one.kind != "verb" or not one.actors or not g.is_verb(v):
            return one
        if (accuser := self.said.accuser(one)) is not None:
            one.act, one.mode = "ACCUSE", "allege"
            one.actors, one.recipients = [accuser], one.actors
            one.why.append("read as ACCUSE: help to armed groups, told by another party")
            return one
        captor = self.said.captor(one)
        if captor is not None:
            one.actors = [captor]
        if self.said.threatened(one):
            one.act, one.mode = governed("threaten", (one.act, one.mode))
            one.status = Judged("actual", "uttered by its would-be actor, should another act")
            one.recipients = self.said.warned(one) or one.recipients
            one.why.append(f"read as {one.act}: {one.status.why}")
            return one
        words = {g.lower[a] for a in g.auxiliaries(v)}
        if one.act == "THREATEN" and g.lemma[v] not in _WARNING and words & {*_OF_WILL, "'d"}:
            one.status = Judged(
                "actual", "uttered by its would-be actor"
            )  # "would regard it as an act of war"
            return one
        own = any(g.lower[f.token] in ("we", "i") for f in one.actors)
        if any(g.lower[c] == "otherwise" and c < v for c in g.all_children(v, "advmod")):
            own = True  # "demanded that Chad leave, otherwise Mali will close the border"
            one.recipients = one.recipients or self._asked_before(v)
        if one.status.status == "future" and own and (one.act in HOSTILE or one.act == "MOBILIZE"):
            one.act, one.mode = governed("threaten", (one.act, one.mode))
            one.status = Judged("actual", "uttered by its would-be actor")
        elif self._refused(one, words):
            self._refuse(one)
        else:
            return one
        one.why.append(f"read as {one.act}: {one.status.why}")
        return one

    def _failed_to_agree(self, one: Coded) -> bool:
        """Whether somebody is said to have failed to agree: `failed to reach agreement`."""
        g, above = self.g, self.g.head[one.trigger]
        if one.act != "AGREE" or one.status != ("negated", f"under {g.word[above]!r}"):
            return False
        if not g.is_verb(one.trigger) or g.lemma[above] != "fail":
            return False
        return verb_status(g, above).status in HAPPENED

    def _asked_before(self, v: int) -> list[Found]:
        """Those of whom something was demanded before in the sentence."""
        asked = [c for c in self.bench.done() if c.act == "REQUEST" and c.trigger < v]
        near = [c for c in asked if self.g.sent[c.trigger] == self.g.sent[v]]
        return [f for c in near[-1:] for f in c.recipients]

    def _refused(self, one: Coded, words: set[str]) -> bool:
        """Whether the actor of what is not done refuses it; `words` are the auxiliaries of its verb."""
        g, v = self.g, one.trigger
        if one.status.status != "negated" or one.act not in _REFUSABLE:
            return False
        if one.status.why != NEGATION and not self._by_nobody(v):
            return False
        if words & {*_OF_WILL, "wo"} or g.lemma[g.head[v]] == "go":
            return True
        if words & {"do", "does"} and one.act in ("AGREE", "SUPPORT", "CONCEDE"):
            return True
        if "did" not in words:
            return False
        put = one.act == "AGREE" and (
            g.prep_objects(v, "to")  # "a proposal to which it did not agree"
            or any(g.lemma[k] in nouns()["proposals"] for k in g.prep_objects(v, "with"))
        )
        return bool(put) or g.lemma[v] in _LETTING

    def _refuse(self, one: Coded) -> None:
        """Make a refusal of an act, by who does not do it, or by who says that nobody will."""
        g, v = self.g, one.trigger
        one.act, one.mode = governed("reject", (one.act, one.mode))
        one.status = Judged("actual", "a refusal of its own actor")
        if self._by_nobody(v):  # "said nobody would sit down with the party"
            speaker = self.said.voices.speaker(v)
            one.recipients = without(one.actors + one.recipients, [speaker] if speaker else [])
            one.actors = [speaker] if speaker else []
        refusing = [f for f in one.actors if f.token in g.subjects(v)]
        hosting = [f for f in one.recipients if f.token in g.subjects(v)]
        if not refusing and hosting:  # "will not receive the envoy": the guest is who is refused
            one.actors, one.recipients = hosting, one.actors
        elif refusing and not one.recipients:  # "we will not return to the table with Chad"
            one.actors, one.recipients = refusing, without(one.actors, refusing)

    def _by_nobody(self, v: int) -> bool:
        """Whether a verb is said to be done by nobody."""
        return any(self.g.lower[s] in _NOBODY for s in self.g.subjects(v))

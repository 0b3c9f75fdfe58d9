"""How an act is told: by which clause, in what tense, as the news or aside, or by the words of its own doer."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc

from dragoman.coding.merge import Told
from dragoman.coding.participants import innermost
from dragoman.coding.setting.words import FORCE, setting_words, spoken_act
from dragoman.coding.status import HAPPENED
from dragoman.language import Grammar
from dragoman.schema import Participant, Statement

_NOT_PAST = frozenset(
    {"has", "have", "'s", "'ve", "will", "shall", "would", "may", "might", "could", "can", "should", "must", "'ll", "to"}
)  # fmt: skip
# Determiners of a happening that is taken as known: `the talks`, `his visit`.
_KNOWN = frozenset({"the", "that", "those", "this", "these", "such"})

_BEING = frozenset({"is", "are", "was", "were", "am", "'re", "'m"})
# Who speaks for a state.
_OF_STATE = frozenset({"GOV", "MIL", "SPY", "LEG"})

Tense = Literal["past", "before past", "known", "other"]


@dataclass(frozen=True, slots=True)
class Telling:
    """How one act or clause is told.

    `clause` is the verb, or else the noun, that tells it, `cue` the verb that says an act done in words. `aside`: not
    in a main clause, but in one that tells of something else or describes a thing; `reported`: in what somebody said
    of it in a main clause, and in nothing else.
    """

    clause: int
    tense: Tense
    aside: bool
    reported: bool = False
    cue: int | None = None

    @property
    def main(self) -> bool:
        """Whether it is told by the main clause of a sentence in the simple past, not as background."""
        return self.tense == "past" and not self.aside


class Tellings:
    """How the acts and clauses of one doc are told; what was found is kept."""

    def __init__(self, doc: Doc, g: Grammar) -> None:
        self.g = g
        self.people = {a.id for m in doc._.mentions.items for a in m.actors if a.kind == "person"}
        self.statements: list[Statement] = doc._.statements or []
        self._acts: dict[int, Telling] = {}
        self._clauses: dict[int, Telling] = {}
        self._tenses: dict[int, Tense] = {}

    def persons(self, one: Told) -> set[str]:
        """Ids of the persons among the doers of an act; who does it by what he says has no kind of his own."""
        return self.people & {f.actor.id for f in one.coded.actors}

    def act(self, one: Told) -> Telling:
        """How an act is told."""
        how = self._acts.get(id(one))
        if how is None:
            how = self._acts[id(one)] = self._act(one)
        return how

    def _act(self, one: Told) -> Telling:
        said = self._saying(one)
        if said is None:
            clause = self._clause(one)
            spoken = spoken_act(self.g, one.coded.trigger, one.coded.act)
            over = self.said_in(clause) if spoken and self.g.is_verb(clause) else None
            told = self.clause(clause if over is None else over)
            return told if over is None else Telling(over, told.tense, told.aside, cue=over)
        cue = bisect_right(self.g.start, said.cue[0]) - 1 if said.cue is not None else None
        if cue is None or not self.g.is_verb(cue):
            return Telling(one.coded.trigger, "past", aside=False)  # a quotation that goes on
        told = self.clause(cue)
        return Telling(cue, told.tense, told.aside, cue=cue)

    def clause(self, clause: int) -> Telling:
        """How a clause is told."""
        how = self._clauses.get(clause)
        if how is None:
            how = self._clauses[clause] = self._told(clause)
        return how

    def _told(self, clause: int) -> Telling:
        g = self.g
        after = (
            g.dep[clause] == "advcl" and g.child(clause, "mark") is not None
        )  # "two days after he imposed"
        inside = self.inside(clause)
        return Telling(
            clause, self.tense(clause), after or inside, inside and not after and self._reported(clause)
        )

    def _reported(self, clause: int) -> bool:
        g = self.g
        i = clause
        while g.dep[i] in ("ccomp", "conj") and g.head[i] != i:
            i = g.head[i]
        return g.head[i] == i and (self.tense(i) == "past" or g.tag[i] in ("VBZ", "VBP"))  # "residents say"

    def _saying(self, one: Told) -> Statement | None:
        """The statement that does an act of speech of its own speaker; none where it tells that he once did so.

        Or one that makes known what is being done: `said on Thursday it was expelling 60 diplomats`.
        """
        g, coded = self.g, one.coded
        if coded.status.status not in HAPPENED:
            return None
        made_known = self._made_known(one)
        if not made_known and not spoken_act(g, coded.trigger, coded.act):
            return None
        said = innermost(self.statements, g.start[coded.trigger])
        if said is None or said.speaker is None or not self._speaks_for(said.speaker, one):
            return None
        clause = coded.trigger if coded.carrier is None else coded.carrier
        own = {f.token for f in coded.actors} & {*g.subjects(clause)} if g.is_verb(clause) else set()
        holds = g.lemma[clause] in setting_words()["holding"]
        told = own and self.tense(clause) != "other" and not holds and not made_known
        return None if told else said  # "We condemned it last year"

    def said_in(self, cue: int) -> int | None:
        """The verb that tells the saying of what a cue says in the present: `said that China opposes it and demands`."""
        g, top = self.g, self.g.first_verb(cue)
        over = g.head[top]
        told = g.dep[top] == "ccomp" and g.is_verb(over) and self.tense(over) == "past"
        present = self.tense(cue) == "other"
        return over if told and present and g.lemma[over] in setting_words()["saying"] else None

    def _made_known(self, one: Told) -> bool:
        """Whether an act is what somebody says that he is doing, or announces that he has done."""
        g, v = self.g, one.coded.trigger if one.coded.carrier is None else one.coded.carrier
        if not g.is_verb(v) or one.coded.act in FORCE:
            return False
        top = g.first_verb(v)
        cue, words = g.head[top], {g.lower[a] for a in g.auxiliaries(v)}
        if g.dep[top] != "ccomp" or not g.is_verb(cue):
            return False
        doing = g.tag[v] == "VBG" and bool(words & _BEING)
        done = g.tag[v] == "VBN" and bool(words & {"has", "have"})
        announced = g.lemma[cue] in setting_words()["announcing"]
        return (doing and (announced or g.lemma[cue] in setting_words()["saying"])) or (done and announced)

    def _speaks_for(self, speaker: Participant, one: Told) -> bool:
        """Whether a speaker does an act himself, or his state does: `the spokesman said that Iran would not yield`."""
        official = speaker.sector is not None and not _OF_STATE.isdisjoint(speaker.sector.split(","))
        return any(
            f.actor.id == speaker.id
            or (official and f.actor.kind == "state" and f.actor.country == speaker.country)
            for f in one.coded.actors
        )

    def _clause(self, one: Told) -> int:
        """The verb, or else the noun, that tells an act; the noun where it is what a verb speaks of."""
        g = self.g
        if not g.is_verb(one.coded.trigger) and g.dep[one.coded.trigger] in ("nsubj", "nsubjpass"):
            return one.coded.trigger
        i = one.coded.carrier if one.coded.carrier is not None else one.coded.trigger
        if not g.is_verb(i) and g.dep[i] == "dobj" and g.lemma[g.head[i]] in setting_words()["announcing"]:
            i = g.head[i]  # "announced a pledge of $200 million"
        for _ in range(3):
            bare = g.is_verb(i) and g.tag[i] in ("VB", "VBG") and not g.auxiliaries(i)
            if bare and g.dep[i] in ("xcomp", "conj", "advcl"):
                i = g.head[i]
        return i

    def tense(self, i: int) -> Tense:
        """The tense of a verb, as far as a tale needs it; of a noun whether it is taken as known."""
        tense = self._tenses.get(i)
        if tense is None:
            tense = self._tenses[i] = self._tense(i)
        return tense

    def _tense(self, i: int) -> Tense:
        g = self.g
        if not g.is_verb(i):
            known = any(
                g.dep[c] == "poss" or (g.dep[c] == "det" and g.lower[c] in _KNOWN) for c in g.children[i]
            )
            return "known" if known else "other"
        words = {g.lower[a] for a in g.auxiliaries(i)}
        if words & _NOT_PAST or g.is_negated(i):
            return "other"
        if "had" in words:
            return "before past"
        told = g.tag[i] == "VBD" or (g.tag[i] == "VBN" and not words and self._finite(i))
        return "past" if told or words & {"was", "were", "did"} else "other"

    def _finite(self, i: int) -> bool:
        """Whether a bare participle is the verb of its sentence: it has a subject of its own, or the sentence no other verb."""
        g = self.g
        own = g.dep[i] == "ROOT" and any(g.dep[c] == "nsubj" and c < i for c in g.children[i])
        return own or self._headless(i)

    def _headless(self, i: int) -> bool:
        """Whether a verb hangs on the noun that heads its sentence, as its subject: `The dispute escalated in May`."""
        g = self.g
        if g.dep[i] != "acl" or g.tag[i] not in ("VBD", "VBN") or g.child(i, "nsubj", "mark") is not None:
            return False
        noun = g.head[i]
        while g.dep[noun] == "appos":
            noun = g.head[noun]
        return g.head[noun] == noun and not g.is_verb(noun) and i > g.head[i]

    def inside(self, i: int) -> bool:
        """Whether a clause is inside another that tells of it, or describes a thing: it has a time of its own."""
        g = self.g
        for _ in range(8):
            if g.head[i] == i:
                return False
            attributed = (
                g.dep[i] == "ccomp" and i < g.head[i] and g.child(i, "mark") is None
            )  # "..., police said"
            goes_on = g.dep[i] == "relcl" and any(
                g.lower[c] == "where" for c in g.children[i]
            )  # "flew to Rome, where"
            if self._headless(i):
                return False
            if g.dep[i] in ("ccomp", "relcl", "acl", "pcomp") and not attributed and not goes_on:
                return True
            i = g.head[i]
        return False

"""Whose words a predicate stands in, and how an act that they tell is made."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from dragoman.coding.coded import Coded
from dragoman.coding.counterparts import Counterparts
from dragoman.coding.matching import Matcher
from dragoman.coding.participants import FIRST_PERSON, Found, Participants, unique, wrongs
from dragoman.coding.status import Judged
from dragoman.language import Grammar
from dragoman.schema import Actor, Statement

WILL = frozenset({"will", "wo", "would", "shall", "'ll", "’ll"})
_CONDITION = frozenset({"if", "unless", "should", "until"})
_CASES = frozenset({"case", "event"})
# What a statement follows upon: `said after the raid`, `in response to the raid`.
_ANSWERING = frozenset({"after", "following", "over"})
_ANSWERS = frozenset({"response", "reaction", "reply", "answer", "retort"})
# Those who speak for a state though nobody names them: `a Chadian negotiator warned`.
_IN_OFFICE = frozenset({"GOV", "MIL"})
# Those who stand against the authorities of their own country, and these.
_OPPOSED = frozenset({"OPP", "REB", "LAB", "PTY", "REL", "REF", "MED"})
_AUTHORITIES = frozenset({"GOV", "MIL", "COP", "JUD", "SPY", "LEG"})


def _against(one: Found, other: Found) -> bool:
    authority = other.actor.kind == "state" or other.actor.sector in _AUTHORITIES
    if one.actor.sector == "OPP" and other.actor.sector == "PTY":
        return True  # "the vote pushed through by the ruling party"
    return one.actor.sector in _OPPOSED and authority


def _private(speaker: Found, f: Found) -> bool:
    """Whether a person of whom no office or party is known speaks of the authorities of a country: he is none of them."""
    nobody = speaker.actor.kind in ("person", "unnamed") and speaker.actor.sector is None
    return nobody and (f.actor.kind == "state" or f.actor.sector in _AUTHORITIES)


class Voices:
    """The speakers of one doc as parties to what they say."""

    def __init__(
        self, g: Grammar, people: Participants, matcher: Matcher, counterparts: Counterparts
    ) -> None:
        self.g = g
        self.people = people
        self.act_at = matcher.act_at
        self.counterparts = counterparts

    def statement(self, i: int) -> Statement | None:
        """The innermost statement that token `i` stands in, if its speaker is a party and no mere source."""
        statement = self.people.statement_at(self.g.start[i])
        if statement is None or statement.speaker is None:
            return None
        s = statement.speaker
        source = s.id.startswith("unnamed-") and (s.country is None or s.sector not in _IN_OFFICE)
        return None if source or s.sector == "JRN" else statement

    def speaker(self, i: int) -> Found | None:
        """Who says what token `i` tells, if a party to it: sources and analysts assess, parties act by saying."""
        statement = self.statement(i)
        return self._mouthpiece(i) if statement is None else self.people.speaker_of(statement, i)

    def _mouthpiece(self, i: int) -> Found | None:
        """The state that speaks through its own news agency: `"We will never yield," the agency said`."""
        g = self.g
        statement = self.people.statement_at(g.start[i])
        if statement is None or statement.speaker is None or statement.manner == "indirect":
            return None
        if statement.speaker.sector != "JRN" or statement.speaker.country is None:
            return None
        found = self.people.speaker_of(statement, i)
        state = self.people.home(found.actor)
        first, last = g.sents[g.sent[i]]
        ours = any(
            g.lower[k] in FIRST_PERSON and start <= g.start[k] < end
            for k in range(first, last)
            for start, end in statement.content
        )
        why = f"{found.actor.name} speaks for its state"
        return Found(state, found.token, found.span, why, False) if ours and state is not None else None

    def cue(self, i: int) -> str | None:
        """The lemma of the verb by which the statement at token `i` is told."""
        statement = self.statement(i)
        if statement is None or statement.cue is None:
            return None
        return self.g.lemma[bisect_right(self.g.start, statement.cue[0]) - 1]

    def addressees(self, i: int, speaker: Found) -> list[Found]:
        """To whom the statement at token `i` is said, the speaker's own people left out."""
        statement = self.statement(i)
        span = (self.g.start[i], self.g.end[i])
        heard = [] if statement is None else statement.addressees
        return self.others(
            [
                Found(
                    Actor(id=p.id, name=p.name, kind="unnamed", country=p.country, sector=p.sector),
                    i, p.span if p.span is not None else span, "to whom it is said", False,
                )
                for p in heard
            ],
            speaker,
        )  # fmt: skip

    def answered(self, i: int, speaker: Found) -> list[Found]:
        """To whose deed the statement at token `i` answers, by what hangs on its verb of saying.

        `the ministry said after the Greek decision`, `said in response to the Turkish overflights`.
        """
        g = self.g
        statement = self.statement(i)
        if statement is None or statement.cue is None:
            return []
        cue = bisect_right(g.start, statement.cue[0]) - 1
        for name, k in g.prepositions(cue):
            if name == "in" and g.lemma[k] in _ANSWERS:
                found = [f for m in g.prep_objects(k, "to") for f in self._behind(m)]
            elif name in _ANSWERING and (self.act_at(k) or ("",))[0] != "CONSULT":
                found = self._behind(k)
            else:
                continue
            found = self.others(found, speaker)
            if found:
                return found
        return []

    def _behind(self, k: int) -> list[Found]:
        return self.people.of(k) or self.counterparts.below.named(k)

    @staticmethod
    def other(f: Found, speaker: Found) -> bool:
        """Whether somebody is another party than the speaker: of another state, or set against him at home."""
        if f.actor.id == speaker.actor.id:
            return False
        same = (f.actor.country or f.actor.id) == (speaker.actor.country or speaker.actor.id)
        return not same or _against(speaker, f) or _against(f, speaker) or _private(speaker, f)

    def others(self, found: Iterable[Found], speaker: Found) -> list[Found]:
        """Those of a list who are other parties than the speaker, each once."""
        return [f for f in unique(list(found)) if self.other(f, speaker)]

    def own(self, tokens: Iterable[int], speaker: Found) -> bool:
        """Whether one of these tokens stands for the speaker's side: `we`, his state, `our army`, `his country`."""
        g, ours = self.g, wrongs()["ours"]
        for i in tokens:
            if g.lower[i] in FIRST_PERSON and g.word[i] != "US":
                return True
            if any(not self.other(f, speaker) for f in self.people.of(i, owner=False)):
                return True
            if g.lemma[i] in ours and any(g.tag[c] == "PRP$" for c in g.all_children(i, "poss")):
                return True
        return False

    def conditions(self, v: int) -> list[int]:
        """The verbs of the if-clauses of the verb at token `v`, and what a case is one of: `in case of new raids`."""
        g = self.g
        cases = [k for name, k in g.prepositions(v) if name == "in" and g.lemma[k] in _CASES]
        return [m for k in cases for m in g.prep_objects(k, "of")] + [
            c
            for k in (v, *g.all_children(v, "xcomp"))
            for c in g.all_children(k, "advcl")
            if any(g.lower[m] in _CONDITION for m in g.all_children(c, "mark", "aux"))
        ]

    def parties_of(self, clause: int) -> list[Found]:
        """Who does what a clause tells, else who is named in it."""
        g = self.g
        doers = [f for s in g.subjects(clause) for f in self.people.of(s)]
        return doers or self.counterparts.below.named(clause, top=True)

    def told(
        self,
        rule: str,
        named: tuple[str, str | None],
        i: int,
        actors: list[Found],
        recipients: list[Found],
        why: str,
        *,
        judged: Judged | None = None,
        over: Iterable[int] = (),
    ) -> Coded:
        """An act that token `i` tells by what is said: act and mode in `named`; tokens `over` tell none beside it."""
        kind = "verb" if self.g.is_verb(i) else "noun"
        one = Coded(
            rule, named[0], named[1], i, None, judged or Judged("actual", why), actors, recipients, kind, 0.6,
            [f"entry {rule} ({why})"], [k for k in over if k != i],
        )  # fmt: skip
        one.explain(self.g)
        return one

"""Acts told by what is said rather than by a word for the act: must-clauses, refusals, threats, reproaches."""

from __future__ import annotations

from dragoman.coding.coded import Coded
from dragoman.coding.counterparts import Counterparts
from dragoman.coding.matching import Matcher
from dragoman.coding.participants import Found, Participants
from dragoman.coding.said.common import Voices
from dragoman.coding.said.crowds import Crowds
from dragoman.coding.said.demands import Demands
from dragoman.coding.said.denials import Denials
from dragoman.coding.said.reproaches import Reproaches
from dragoman.coding.said.threats import Threats
from dragoman.language import Grammar


class Said:
    """Codes predicates for which the lexicon has no entry of their own, or one that they hide."""

    def __init__(
        self, g: Grammar, people: Participants, matcher: Matcher, counterparts: Counterparts
    ) -> None:
        voices = Voices(g, people, matcher, counterparts)
        self.voices = voices
        self.demands = Demands(voices)
        self.denials = Denials(voices)
        self.threats = Threats(voices)
        self.reproaches = Reproaches(voices)
        self.crowds = Crowds(voices)

    def demanded(self, v: int) -> Coded | None:
        """The request that the verb at token `v` makes of others, whatever act it names: `Israel must lift the siege`."""
        return (
            self.demands.or_else(v)
            or self.demands.said(v)
            or self.demands.command(v)
            or self.reproaches.to_blame(v)
        )

    def or_else(self, v: int) -> bool:
        """Whether the verb at token `v` tells what is threatened should a demand not be met."""
        return self.demands.or_else(v) is not None

    def told(self, v: int) -> Coded | None:
        """The act that the verb at token `v` tells by what is said, else `None`."""
        return (
            self.demands.reported(v)
            or self.demands.high_time(v)
            or self.denials.unwilling(v)
            or self.denials.ruled_out(v)
            or self.denials.untrue(v)
            or self.threats.threat(v)
            or self.reproaches.wrong(v)
        )

    def forsworn(self, clauses: list[int], inner: tuple[str, str | None] | None) -> bool:
        """Whether what is promised is not to yield: `vowed never to recognise the result`."""
        return self.denials.forsworn(clauses, inner)

    def own_will(self, clauses: list[int], actors: list[Found]) -> list[int]:
        """Those of some clauses that say what their teller himself will (not) do: `insisted that it would leave`."""
        return self.denials.own_will(clauses, actors)

    def waited_for(self, clauses: list[int], actors: list[Found]) -> list[Found]:
        """On whose act a refusal hangs: `would not lift its veto until Finland acts`."""
        return [f for c in clauses for f in self.denials.waiting(c, actors)]

    def unnamed_speaker(self, v: int, recipients: list[Found]) -> list[Found]:
        """Who demands or warns by what the passive verb at token `v` says without a doer: `Chad was again urged to leave`.

        It is who says so, if a party other than those it is done to.
        """
        speaker = self.voices.speaker(v)
        others = [] if speaker is None else self.voices.others(recipients, speaker)
        return [speaker] if speaker is not None and others and len(others) == len(recipients) else []

    def accuser(self, one: Coded) -> Found | None:
        """Who charges others with an act that is told of them: `Kigali says that Congo arms the rebels`."""
        return self.reproaches.accuser(one)

    def captor(self, one: Coded) -> Found | None:
        """The armed men who say what will be done to those they hold, should others act."""
        return self.threats.captor(one)

    def threatened(self, one: Coded) -> bool:
        """Whether a coded act is one that its would-be actor threatens: `we will shut the camps if they do not pay`."""
        return self.threats.conditional(one)

    def warned(self, one: Coded) -> list[Found]:
        """Those whose act a threat hangs on, where the threatened act names nobody else; else an empty list."""
        return self.threats.warned(one)

    def told_of(self, n: int) -> Coded | None:
        """The accusation that a noun tells by how it is described, or the protest that it names, else `None`."""
        return self.reproaches.wrong_deed(n) or self.crowds.told(n)

    def in_passing(self, n: int) -> Coded | None:
        """The protest that a noun names whose verb brings none about, else `None`."""
        return self.crowds.told(n)

    def needless(self, one: Coded, others: list[Coded]) -> bool:
        """Whether an act told in passing is told by another of these too."""
        return self.crowds.needless(one, others)

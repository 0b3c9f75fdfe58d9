"""A coded act before it becomes an event: entry, act, who and whom, still in tokens."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from typing import Literal

from dragoman.coding.participants import Found
from dragoman.coding.status import Judged
from dragoman.language import Grammar

# Why a word whose sense holds tells no act: nobody who could do it; a contact of one party alone; a nominal act that
# no verb carries, of its kind or with too few parties; one that is only possible.
Reason = Literal["no actor", "one party", "uncarried", "uncarried parties", "not told as done", "own forces"]


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
    predicated: bool = False  # told by an adjective: `is grateful`
    infinitive: bool = False  # `not to attack the village`
    met: bool = False  # a wish that the clause around it meets, whose day and place are not its own
    repeated: bool = False  # `talked 36 times`: many acts told at once

    @property
    def everybody(self) -> tuple[Found, ...]:
        """Its actors and its recipients."""
        return (*self.actors, *self.recipients)

    def codes(self) -> set[str]:
        """Ids of everyone in it."""
        return {f.actor.id for f in self.everybody}

    def is_among(self, acts: Container[str]) -> bool:
        """Whether its act is one of some, written alone or as `ACT/mode`."""
        return self.act in acts or f"{self.act}/{self.mode}" in acts

    def explain(self, g: Grammar) -> None:
        """Add to `why` the status and, for each participant, the way from the trigger to its phrase."""
        self.why.append(f"status {self.status.status}: {self.status.why}")
        for role, people in (("actor", self.actors), ("recipient", self.recipients)):
            for f in people:
                path = " ".join(g.path(self.trigger, f.token))
                self.why.append(f"{role} {f.actor.name}: {f.why}" + (f" [{path}]" if path else ""))

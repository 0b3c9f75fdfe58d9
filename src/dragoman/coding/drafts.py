"""An act while it is being put together from an entry and the slots of its clause."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.coding.coded import Coded
from dragoman.coding.governing import Inner
from dragoman.coding.lexicon import Entry
from dragoman.coding.participants import Found
from dragoman.coding.slots import Slots
from dragoman.coding.status import Judged

_TOLD = Judged("actual", "told")


@dataclass(slots=True)
class Draft:
    """What is known so far of the act that an entry tells."""

    entry: Entry
    slots: Slots
    act: str
    mode: str | None
    why: list[str]
    judged: Judged = _TOLD
    inner: Inner = None  # act and mode that it governs
    below: Coded | None = None  # the same, as it is told
    consumed: list[int] = field(default_factory=list)
    actors: list[Found] = field(default_factory=list)
    recipients: list[Found] = field(default_factory=list)
    confidence: float = 0.9

    @classmethod
    def of(cls, entry: Entry, slots: Slots) -> Draft:
        """The draft with which an entry begins."""
        return cls(entry, slots, entry.act, entry.mode, [entry.origin])

    def recast(self, act: str, mode: str | None, why: str | None = None) -> None:
        """Make another act of it; `why` says what it is read as."""
        self.act, self.mode = act, mode
        if why is not None:
            self.why.append(f"read as {act}: {why}")

    def parties(self) -> int:
        """How many actors and recipients there are."""
        return len({f.actor.id for f in (*self.actors, *self.recipients)})

    def coded(self, kind: str, carrier: int | None = None) -> Coded:
        """The act as it stands."""
        return Coded(
            self.entry.id, self.act, self.mode, self.slots.i, carrier, self.judged, self.actors, self.recipients,
            kind, self.confidence, self.why, self.consumed,
        )  # fmt: skip

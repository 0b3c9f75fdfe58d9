"""The lexicon's examples as tests: read the sentence, compare what was coded with what the entry says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.coding.lexicon import Entry, Example, Lexicon
from dragoman.schema import Event, Participant, Reading


@dataclass(frozen=True)
class Outcome:
    """One example run: what it gave, in the notation of `gives`."""

    entry: Entry
    example: Example
    got: str
    passed: bool


def _codes(people: Iterable[Participant], reading: Reading) -> str:
    return ",".join(sorted({reading.country_of(p) or p.sector or "---" for p in people}))


def notation(event: Event, reading: Reading) -> str:
    """An event of a reading in the notation of `gives`: `RUS ACCUSE/disapprove -> USA`."""
    out = f"{_codes(event.actors, reading)} {event.act}" + (f"/{event.mode}" if event.mode else "")
    if event.status not in ("actual", "historical"):
        out += f" {event.status}"
    if event.recipients:
        out += f" -> {_codes(event.recipients, reading)}"
    return out


def notations(reading: Reading) -> list[str]:
    """All events of a reading in the notation of `gives`."""
    return [notation(e, reading) for e in reading.events]


def normal(gives: str) -> str:
    """A `gives` with its codes sorted and single blanks."""
    left, arrow, right = gives.partition("->")
    words = left.split()
    if words and words[0] != "none":
        words[0] = ",".join(sorted(words[0].split(",")))
    out = " ".join(words)
    return f"{out} -> {','.join(sorted(right.strip().split(',')))}" if arrow else out


def run_examples(lexicon: Lexicon, prefix: str = "", files: Iterable[str] = ()) -> Iterator[Outcome]:
    """Run every example of the entries whose id begins with `prefix`.

    A positive example passes when its act is among those coded; `none` passes when the entry coded nothing.
    """
    from dragoman.reader import Reader  # noqa: PLC0415  (the reader needs the coding room)

    reader = Reader(lexicon=files)
    for entry in lexicon.entries.values():
        if not entry.id.startswith(prefix):
            continue
        for example in entry.examples:
            reading = reader.read(example.text)
            events = reading.events
            own = [notation(e, reading) for e in events if e.rule == entry.id]
            if example.gives == "none":
                yield Outcome(entry, example, "; ".join(own) or "none", not own)
            else:
                every = "; ".join(f"{notation(e, reading)} [{e.rule}]" for e in events)
                yield Outcome(entry, example, every or "none", normal(example.gives) in notations(reading))

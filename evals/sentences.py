"""Score two sets of short texts: sentences with their events, act by act, and distractors without any.

One JSON object a line, each with `id`, `split`, `published`, `text` and `events` in the format of gold articles.
An event is right, and strictly right, as `evals/readings.py` says. A distractor fires when any event is read in it;
its `class` says what sort of text it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import get_args

from dragoman.schema import Act
from evals.readings import Json, Reading, Tally, ratio, score_events, summarise

ACTS: tuple[str, ...] = get_args(Act)
ALL = "all acts"
Row = dict[str, float]


def score_acts(items: Iterable[Json], read: Callable[[Json], Reading]) -> dict[str, Tally]:
    """A tally for each act, and one of `ALL`.

    An event is right only with its own act, so the tallies of the acts add up to that of all.
    """
    tallies = {name: Tally() for name in (*ACTS, ALL)}
    for item in items:
        read_events = read(item)["events"]
        score_events(item, {"events": read_events}, tallies[ALL])
        for act in ACTS:
            gold = {**item, "events": [e for e in item["events"] if e["act"] == act]}
            score_events(gold, {"events": [e for e in read_events if e["act"] == act]}, tallies[act])
    return tallies


def rows(tallies: dict[str, Tally]) -> dict[str, Row]:
    """The figures of each act and of all; what is not asked (dates, places, modes of an act without) is left out."""
    asked = {"mode": "modes", "date": "dates", "place": "places"}
    return {
        name: {k: v for k, v in summarise("events", tally).items() if k not in asked or tally.n[asked[k]]}
        for name, tally in tallies.items()
    }


@dataclass
class Fired:
    """How many distractors of each class there were, how many had an event, and which."""

    asked: Counter[str] = field(default_factory=Counter)
    fired: Counter[str] = field(default_factory=Counter)
    misses: list[tuple[str, ...]] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The share of distractors in which an event was read."""
        return ratio(self.fired.total(), self.asked.total())

    def summary(self) -> dict[str, object]:
        """The figures, for JSON: all, and `[fired, asked]` of each class."""
        classes = {name: [self.fired[name], n] for name, n in sorted(self.asked.items())}
        return {
            "asked": self.asked.total(),
            "fired": self.fired.total(),
            "share": self.share,
            "classes": classes,
        }


def score_distractors(items: Iterable[Json], read: Callable[[Json], Reading]) -> Fired:
    """Read every distractor and see whether it fires."""
    out = Fired()
    for item in items:
        out.asked[item["class"]] += 1
        events = read(item)["events"]
        out.fired[item["class"]] += bool(events)
        out.misses += [
            ("distractor fired", item["class"], f"{e['act']} {e['status']} [{e['rule']}]", item["text"][:110])
            for e in events
        ]
    return out

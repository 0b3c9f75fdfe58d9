"""Occurrences brought up to date batch by batch are those of grouping everything at once."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.record.judgements import Judgements, anchor_of, judgement
from dragoman.record.occurrences import RULES, group
from dragoman.record.refresh import refresh
from dragoman.record.reports import reports_of
from dragoman.record.store import Entry, Record
from dragoman.schema import Reading
from dragoman.schema.record import Occurrence
from tests.record.making import (
    GENEVA,
    MOSCOW,
    PARIS,
    RUSSIA,
    SOCHI,
    entries,
    kept_occurrences,
    reading,
    told,
)

_BEGIN = datetime(2016, 1, 1, tzinfo=UTC)
_CIRCLES = (
    "john-kerry sergey-lavrov",
    "USA RUS",
    "john-kerry sergey-lavrov laurent-fabius",
    "USA RUS FRA",
    "RUS FRA",
    "john-kerry RUS",
    "vladimir-putin john-kerry",
    "USA FRA",
    "RUS",
)
_DAYS = st.integers(1, 14).map(lambda n: f"2015-12-{n:02}")
_TIMES = st.one_of(
    st.none(),
    _DAYS,
    st.sampled_from(["2015-12", "2015", "2015-11", "2015-12-03/2015-12-06", "2015-12-07/2015-12-13"]),
)
_PLACES = st.sampled_from([None, MOSCOW, SOCHI, PARIS, GENEVA, RUSSIA])
_STATUS = st.sampled_from(["actual", "actual", "actual", "future", "cancelled", "historical"])


_SURE = st.sampled_from([0.9, 0.75])
_RULES = st.sampled_from(
    ["test.rule", "consult.arrive", "consult.depart", "consult.receive", "consult.talks", "agree.promise"]
)


# Acts that are told in each other's words, with their modes.
_DEEDS: Any = {
    "AGREE": [None],
    "RETREAT": ["ceasefire", "release"],
    "AID": [None],
    "SANCTION": ["expel", "discontinue"],
    "COERCE": ["arrest", "deport", "restrict"],
}


@st.composite
def _events(draw: st.DrawFn) -> dict[str, Any]:
    act: Any = draw(
        st.sampled_from(["CONSULT", "CONSULT", "CONSULT", "ASSAULT", "ACCUSE", "PROTEST", *_DEEDS])
    )
    common: Any = {"on": draw(_TIMES), "status": draw(_STATUS), "place": draw(_PLACES)}
    common |= {"confidence": draw(_SURE), "rule": draw(_RULES)}
    if act == "CONSULT":
        mode = draw(st.sampled_from([None, None, "phone", "visit", "multilateral"]))
        if mode == "visit":
            return told(act, draw(st.sampled_from(["john-kerry", "USA"])), draw(st.sampled_from(["", "RUS", "sergey-lavrov"])), mode=mode, **common)  # fmt: skip
        return told(act, draw(st.sampled_from(_CIRCLES)), mode=mode, **common)
    who = {
        "ASSAULT": ["RUS", "UAF", "USA"],
        "ACCUSE": ["RUS", "sergey-lavrov", "USA"],
        "PROTEST": ["citizens", "FRA"],
    }
    if act in _DEEDS:
        doers, others = draw(st.sampled_from(["USA", "USA RUS", "john-kerry"])), draw(st.sampled_from(["", "RUS", "sergey-lavrov", "FRA"]))  # fmt: skip
        return told(act, doers, others, mode=draw(st.sampled_from(_DEEDS[act])), **common)
    return told(
        act, draw(st.sampled_from(who[act])), draw(st.sampled_from(["", "FRA", "IRN", "FRA IRN"])), **common
    )


@st.composite
def _histories(draw: st.DrawFn) -> list[list[tuple[str, Any]]]:
    """Batches of steps: a reading of one of ten sources, or a judgement by numbers that say of what."""
    step = st.one_of(
        st.tuples(
            st.just("read"),
            st.tuples(st.integers(0, 9), st.lists(_events(), min_size=1, max_size=3), st.none() | _DAYS),
        ),
        st.tuples(st.sampled_from(["reject", "merge", "split", "who", "undo"]), st.integers(0, 10**6)),
    )
    batches = st.lists(step, min_size=1, max_size=4)
    return draw(st.lists(batches, min_size=2, max_size=5))


class _World:
    """A record, and what it should hold by the plainest account of it."""

    def __init__(self, folder: Path) -> None:
        self.record = Record(folder, create=True)
        self.newest: dict[str, Reading] = {}
        self.clock = _BEGIN

    def tick(self) -> datetime:
        self.clock += timedelta(seconds=1)
        return self.clock

    def batch(self, steps: list[tuple[str, Any]]) -> None:
        batch = []
        for kind, what in steps:
            if kind == "read":
                n, events, published = what
                made = reading(f"d{n}", *events, published=published, text=f"{n} {self.tick()}")
                batch.append(Entry(f"/news/{n}", made, added=self.clock))
                self.newest[f"/news/{n}"] = made
            else:
                self.judge(kind, random.Random(what))
        self.record.keep(batch)

    def judge(self, kind: str, chance: random.Random) -> None:
        told_ = [(r.document.id, e) for _, r in sorted(self.newest.items()) for e in r.events]
        if len(told_) < 2:
            return
        (a, e), (b, f) = chance.sample(told_, 2)
        anchors = [anchor_of(a, e), anchor_of(b, f)]
        if kind == "reject":
            made = judgement("reject event", "me", events=anchors[:1], at=self.tick())
        elif kind == "who":
            made = judgement("merge actors", "me", actors=["sergey-lavrov", "vladimir-putin"], at=self.tick())
        elif kind == "undo":
            given_ = self.record.judgements()
            if not given_:
                return
            made = judgement("undo", "me", undoes=chance.choice(given_).id, at=self.tick())
        elif e.act != f.act:
            return
        else:
            name = "merge occurrences" if kind == "merge" else "split occurrences"
            made = judgement(name, "me", events=anchors, at=self.tick())  # type: ignore[arg-type]
        self.record.judge(made)

    def expected(self) -> list[Occurrence]:
        judgements = Judgements(self.record.judgements())
        reports = [r for one in self.newest.values() for r in reports_of(judgements.applied(one))]
        return sorted(group(reports, ruling=judgements), key=lambda o: o.id)


def _without_sources(occurrences: list[Occurrence]) -> list[Occurrence]:
    return [o.model_copy(update={"sources": 0}) for o in occurrences]


@given(_histories())
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_batch_by_batch_is_all_at_once(tmp_path_factory: pytest.TempPathFactory, history: list[Any]) -> None:
    world = _World(tmp_path_factory.mktemp("record"))
    for steps in history:
        world.batch(steps)
        refresh(world.record)
    assert not refresh(world.record)
    kept, expected = kept_occurrences(world.record), world.expected()
    assert _without_sources(kept) == _without_sources(expected)


def test_occurrences_of_older_rules_are_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = Record(tmp_path / "ledger", create=True)
    record.keep(entries(reading("a", told("CONSULT", "john-kerry sergey-lavrov", on="2015-12-15"))))
    assert refresh(record)
    assert not refresh(record)
    record.compact()
    assert not refresh(record)  # compacted, they are of the same rules
    before = kept_occurrences(record)
    monkeypatch.setattr("dragoman.record.refresh.RULES", RULES + 1)
    assert refresh(record)
    assert not refresh(record)
    assert kept_occurrences(record) == before

"""Dossiers of small records made by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dragoman.brief.dossier import Dossier, make_dossier
from dragoman.errors import RunError
from dragoman.record.store import Record
from tests.brief.records import Text, people, record_of


def designation(target: str, label: str, by: str, day: str | None = None) -> dict[str, Any]:
    time = {"start": day, "end": day, "precision": "day"} if day else None
    return {"target": people(target)[0], "label": label, "by": people(by), "time": time}


@pytest.fixture
def record(tmp_path: Path) -> Record:
    late = Text("late", "2020-03-01")
    late.fact(
        "designations",
        "Egypt calls it terrorist.",
        **designation("nile-front", "terrorist organisation", "EGY"),
    )
    late.fact(
        "designations",
        "Both do.",
        **designation("nile-front", "terrorist organisation", "EGY ETH", "2019-06-01"),
    )
    late.event("The front attacked Egypt.", "ASSAULT", "nile-front", "EGY", day="2020-02-28")
    late.event("Ethiopia struck the front.", "ASSAULT", "ETH", "nile-front", day="2020-02-27")
    late.event("The front will talk.", "CONSULT", "nile-front EGY", day="2020-04-01", status="future")
    late.event("Others fought.", "ASSAULT", "SDN", "EGY", day="2020-02-27")
    early = Text("early", "2020-01-01")
    early.fact("designations", "Sudan calls it a party.", **designation("nile-front", "opposition", "SDN"))
    early.fact(
        "profiles",
        "Founded in 2001.",
        actor=people("nile-front")[0],
        property="founded",
        value="2001",
        time=None,
    )
    early.fact(
        "memberships", "The front is of it.", group=people("egy-opp-opposition")[0], member=people("nile-front")[0],
        capacity="member",
    )  # fmt: skip
    early.fact(
        "statements", "The front spoke.", speaker=people("nile-front")[0], content=[(0, 3)], manner="indirect"
    )
    early.position("The front wants land.", "nile-front", "demands", "land reform")
    return record_of(tmp_path, early, late)


def dossier(record: Record, name: str = "Nile Front", on: str | None = None) -> Dossier:
    return make_dossier(record, name, on=on)


def test_an_actor_whom_only_the_record_names(record: Record) -> None:
    d = dossier(record)
    assert (d.actor.id, d.known, d.offices, d.holders) == ("nile-front", None, [], [])
    assert [(f.property, f.value, f.words.words) for f in d.facts] == [
        ("founded", "2001", "Founded in 2001.")
    ]
    assert [(m.group.id, m.member.id, m.capacity) for m in d.memberships] == [
        ("egy-opp-opposition", "nile-front", "member")
    ]
    assert [h.told[0].words for h in d.by] == ["The front attacked Egypt."]
    assert [h.told[0].words for h in d.against] == ["Ethiopia struck the front."]
    assert [h.told[0].words for h in d.planned] == ["The front will talk."]
    assert [(s.day, s.words.words) for s in d.statements] == [("2020-01-01", "The front spoke.")]
    assert [(p.issue.label, p.views[0].stance) for p in d.positions] == [("land reform", "demands")]
    assert [s.id for s in d.sources] == ["late", "early"]


def test_designations_by_whom_and_since_when(record: Record) -> None:
    found = [
        (x.by.id if x.by else None, x.label, x.since, x.basis, x.words.words)
        for x in dossier(record).designated
    ]
    assert found == [
        ("EGY", "terrorist organisation", "2019-06-01", "text", "Both do."),
        ("ETH", "terrorist organisation", "2019-06-01", "text", "Both do."),
        ("SDN", "opposition", "2020-01-01", "document", "Sudan calls it a party."),
    ]
    assert [(x.target.id, x.label) for x in dossier(record, "Sudan").designates] == [
        ("nile-front", "opposition")
    ]
    assert dossier(record, "Sudan").designated == []


def test_nothing_told_after_the_day_is_used(record: Record) -> None:
    d = dossier(record, on="2020-02-01")
    assert [x.label for x in d.designated] == ["opposition"]
    assert (d.by, d.against, d.planned) == ([], [], [])
    assert len(d.statements) == len(d.positions) == len(d.facts) == 1
    assert [s.id for s in d.sources] == ["early"]


def test_a_person_has_his_offices_up_to_the_day(record: Record) -> None:
    d = dossier(record, "Shoukry", on="2020-02-01")
    assert d.known is not None
    assert d.offices[0].office == "EGY:foreign-minister"
    assert d.offices[0].until is None  # it ended later
    assert d.offices[0].source
    assert all((o.since or "") <= "2020-02-01" for o in d.offices)


def test_a_state_has_its_holders_and_memberships(record: Record) -> None:
    d = dossier(record, "Egypt", on="2020-02-01")
    assert ("sameh-shoukry", "EGY:foreign-minister") in [(h.id, h.office.office) for h in d.holders]
    of_france = [(m.group.id, m.member.id) for m in dossier(record, "France").memberships if m.words is None]
    assert ("g7", "FRA") in of_france
    assert ("g7", "FRA") in [(m.group.id, m.member.id) for m in dossier(record, "G7").memberships]
    assert [h.told[0].words for h in dossier(record, "Egypt").against] == [
        "The front attacked Egypt.",
        "Others fought.",
    ]


def test_the_same_bytes_and_back(record: Record) -> None:
    first = dossier(record).to_json()
    assert dossier(record).to_json() == first
    assert Dossier.model_validate_json(first) == dossier(record)


def test_names_that_are_not_known(record: Record, tmp_path: Path) -> None:
    with pytest.raises(RunError, match=r"D209 .*'Nile Frnt' \(did you mean 'Nile Front'"):
        dossier(record, "Nile Frnt")
    with pytest.raises(RunError, match="D406"):
        dossier(Record(tmp_path / "empty", create=True), "Egypt")

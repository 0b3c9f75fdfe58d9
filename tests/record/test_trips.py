"""A visit that was told as planned and what was told of it when it was held."""

from __future__ import annotations

from dragoman.schema import Reading
from tests.record.making import GENEVA, MOSCOW, RUSSIA, SOCHI, grouped, reading, told


def _planned(on: str) -> Reading:
    plan = told("CONSULT", "john-kerry", "RUS", on, mode="visit", status="future", place=RUSSIA)
    return reading("plan", plan, published="2015-03-01")


def test_a_planned_visit_is_the_trip_with_all_its_legs() -> None:
    first = told("CONSULT", "john-kerry", "RUS", "2015-05-11", mode="visit", place=MOSCOW)
    then = told("CONSULT", "john-kerry", "RUS", "2015-05-13", mode="visit", place=SOCHI)
    found = grouped(_planned("2015-05"), reading("a", first), reading("b", then))
    assert sorted((o.start, len(o.reports)) for o in found) == [("2015-05-11", 2), ("2015-05-13", 1)]
    weeks_on = told("CONSULT", "john-kerry", "RUS", "2015-05-28", mode="visit", place=SOCHI)
    assert len(grouped(_planned("2015-05"), reading("a", first), reading("b", weeks_on))) == 3


def test_a_planned_visit_was_held_where_the_guest_saw_his_host() -> None:
    talk = told("CONSULT", "john-kerry", "sergey-lavrov", "2015-05-12", mode="visit", place=MOSCOW)
    (one,) = grouped(_planned("2015-05"), reading("a", talk))
    assert [change.status for change in one.history] == ["future", "actual"]
    elsewhere = told("CONSULT", "john-kerry", "sergey-lavrov", "2015-05-12", mode="visit", place=GENEVA)
    assert len(grouped(_planned("2015-05"), reading("a", elsewhere))) == 2
    another = told("CONSULT", "barack-obama", "sergey-lavrov", "2015-05-12", mode="visit", place=MOSCOW)
    assert len(grouped(_planned("2015-05"), reading("a", another))) == 2


def test_a_planned_visit_is_the_stay_rather_than_whom_the_guest_called_on() -> None:
    stay = told(
        "CONSULT", "john-kerry", "RUS", "2015-05-12", mode="visit", place=SOCHI, rule="consult.arrive"
    )
    for host in ("sergey-lavrov", "vladimir-putin"):
        called = told(
            "CONSULT", "john-kerry", host, "2015-05-12", mode="visit", place=MOSCOW, rule="consult.get-visit"
        )
        found = grouped(_planned("2015-05"), reading("a", stay), reading("b", called))
        assert sorted({r.document for r in o.reports} for o in found if len(o.reports) > 1) == [{"plan", "a"}]


def test_the_host_of_a_visit_that_names_none_is_the_state_by_its_name() -> None:
    (one,) = grouped(
        reading("a", told("CONSULT", "john-kerry", "", "2015-05-12", mode="visit", place=MOSCOW))
    )
    assert [(p.id, p.name) for p in one.recipients] == [("RUS", "Russia")]


def test_a_letter_is_no_meeting() -> None:
    written = told("CONSULT", "john-kerry", "sergey-lavrov", "2015-05-12", rule="turn.write-to")
    met = told("CONSULT", "john-kerry sergey-lavrov", "", "2015-05-12", place=GENEVA)
    found = grouped(reading("a", written), reading("b", met))
    assert sorted(str(o.kind) for o in found) == ["letter", "meeting"]

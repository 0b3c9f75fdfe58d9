"""Reports of one happening of which one leaves out a side, a place, a day; and those that must stay two."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.record.reports import across_border, in_region
from dragoman.schema import Place, Time
from tests.record.making import GENEVA, MOSCOW, PARIS, count, grouped, reading, told

DAY, NEXT = "2015-12-14", "2015-12-15"
CLOSED: dict[str, Any] = {"rule": "sanction.shut-passage", "mode": "discontinue"}


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        # `closed the border with Iran`, `shut the crossing`: not another day, nor another state
        (told("SANCTION", "RUS", "IRN", DAY, **CLOSED), told("COERCE", "RUS", "RUS", DAY, mode="restrict", rule="coerce.close-passage"), 1),
        (told("SANCTION", "RUS", "IRN", DAY, **CLOSED), told("COERCE", "RUS", "RUS", NEXT, mode="restrict", rule="coerce.close-passage"), 2),
        (told("SANCTION", "RUS", "IRN", DAY, **CLOSED), told("COERCE", "RUS", "FRA", DAY, mode="restrict", rule="coerce.close-passage"), 2),
        # a penalty is told of where it was decreed or felt; what is closed is closed in one place
        (told("SANCTION", "eu", "RUS", DAY, place=GENEVA), told("SANCTION", "eu", "RUS", DAY, place=PARIS), 1),
        (told("SANCTION", "FRA", "RUS", DAY, place=GENEVA, **CLOSED), told("SANCTION", "FRA", "RUS", DAY, place=PARIS, **CLOSED), 2),
        # a truce of one side
        (told("CONCEDE", "band", "", DAY, rule="concede.declare-yielding"), told("RETREAT", "band", "", DAY, mode="ceasefire"), 1),
        (told("CONCEDE", "band", "", DAY, rule="concede.declare-yielding"), told("RETREAT", "band", "", NEXT, mode="ceasefire"), 2),
        # captives whose people two texts take for others; of a state it may be two releases
        (told("RETREAT", "band", "citizens", DAY, mode="release"), told("RETREAT", "band", "rus-people", DAY, mode="release"), 1),
        (told("RETREAT", "FRA", "citizens", DAY, mode="release"), told("RETREAT", "FRA", "rus-people", DAY, mode="release"), 2),
        # one march in one town, whatever it was against
        (told("PROTEST", "citizens", "FRA", DAY, place=PARIS), told("PROTEST", "citizens", "RUS", DAY, place=PARIS), 1),
        (told("PROTEST", "citizens", "FRA", DAY, place=PARIS), told("PROTEST", "citizens", "RUS", NEXT, place=PARIS), 2),
        # an envoy is sent away once, whoever texts take him to be
        (told("SANCTION", "IRN", "sergey-lavrov", DAY, mode="expel"), told("SANCTION", "IRN", "captive-sergey-lavrov", DAY, mode="expel"), 1),
        # the place where a guest came home to is not where he was
        (told("CONSULT", "sergey-lavrov", "FRA", DAY, mode="visit", place=MOSCOW), told("CONSULT", "sergey-lavrov", "FRA", DAY, mode="visit", place=PARIS), 1),
    ],
)  # fmt: skip
def test_what_one_leaves_out(a: dict[str, Any], b: dict[str, Any], found: int) -> None:
    assert count(a, b) == found


def test_for_many_last_week_began_on_sunday() -> None:
    """2015-12-06 was a Sunday: `last week`, on the 15th, is the week from the 7th."""
    week = Time(start="2015-12-07", end="2015-12-13", precision="month")
    call: dict[str, Any] = {"actors": "john-kerry sergey-lavrov", "mode": "phone"}
    sunday, monday = (
        reading(n, told(on=d, **call), published=d) for n, d in (("a", "2015-12-06"), ("b", "2015-12-07"))
    )
    vague = reading("c", {**told(**call), "time": week})
    assert len(grouped(sunday, vague)) == 1
    found = grouped(sunday, monday, vague)
    assert sorted(len(o.reports) for o in found) == [1, 2]
    assert {r.document for o in found if len(o.reports) == 2 for r in o.reports} == {"b", "c"}


def test_regions_of_the_gazetteer_have_towns() -> None:
    zulia = Place(name="Zulia", country="VEN", lat=10.0, lon=-72.0)
    town = Place(name="Maracaibo", country="VEN", lat=10.65, lon=-71.65)
    beyond = Place(name="Maicao", country="COL", lat=11.38, lon=-72.24)
    assert in_region(zulia, town)
    assert across_border(zulia, beyond)
    assert not across_border(town, beyond)

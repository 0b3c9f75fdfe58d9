"""Reports of one happening that differ in who, how and when it was."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.schema import Place
from tests.record.making import GENEVA, PARIS, count, grouped, reading, told

DAY = "2015-12-14"
LATER = "2016-06-01"


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [  # `western powers expelled`, `the EU expelled`: but no single state, no other day, no other target, no attack
        (told("SANCTION", "leaders", "RUS", DAY, mode="expel"), told("SANCTION", "eu", "RUS", DAY, mode="expel"), 1),
        (told("SANCTION", "leaders", "RUS", DAY, mode="expel"), told("SANCTION", "USA FRA", "RUS", DAY, mode="expel"), 1),
        (told("SANCTION", "leaders", "RUS", DAY, mode="expel"), told("SANCTION", "USA", "RUS", DAY, mode="expel"), 2),
        (told("SANCTION", "leaders", "RUS", DAY), told("SANCTION", "eu", "RUS", "2015-12-15"), 2),
        (told("SANCTION", "leaders", "RUS", DAY), told("SANCTION", "eu", "IRN", DAY), 2),
        (told("ASSAULT", "leaders", "RUS", DAY), told("ASSAULT", "USA FRA", "RUS", DAY), 2),
        # `gave a week to yield`, `threatened to use force`
        (told("REQUEST", "USA", "IRN", DAY, rule="request.give-time"), told("THREATEN", "USA", "IRN", DAY), 1),
        (told("REQUEST", "USA", "IRN", DAY, rule="request.urge"), told("THREATEN", "USA", "IRN", DAY), 2),
        (told("REQUEST", "USA", "IRN", DAY, rule="request.give-time"), told("THREATEN", "USA", "RUS", DAY), 2),
        # `sent troops into`, `invaded`
        (told("MOBILIZE", "RUS", "FRA", DAY, mode="troops", rule="mobilize.troops-enter"), told("ASSAULT", "RUS", "FRA", DAY, rule="assault.attack"), 1),
        (told("MOBILIZE", "RUS", "FRA", DAY, mode="troops", rule="mobilize.troops-enter"), told("ASSAULT", "RUS", "FRA", DAY, mode="aerial", rule="assault.attack"), 2),
        # a leader for his group
        (told("SUPPORT", "FRA band-leader", "", DAY, rule="support.sign"), told("SUPPORT", "FRA band", "", DAY, rule="support.sign"), 1),
        # `blew up`, `a bombing`
        (told("ASSAULT", "band", "FRA", DAY, mode="destroy", place=PARIS), told("ASSAULT", "UAF", "FRA", DAY, mode="explosives", place=PARIS), 1),
        # `warplanes`, `militia`
        (told("ASSAULT", "warplanes", "FRA", DAY, mode="aerial", place=PARIS), told("ASSAULT", "USA", "FRA", DAY, mode="aerial", place=PARIS), 1),
        (told("ASSAULT", "fra-prm-militia", "FRA", DAY, place=PARIS), told("ASSAULT", "fra-prm-militiaman", "FRA", DAY, place=PARIS), 1),
        # to whom, and for which day, is left out
        (told("SANCTION", "USA", "IRN", mode="expel"), told("SANCTION", "USA", "", DAY, mode="expel"), 1),
    ],
)  # fmt: skip
def test_who_and_how_may_be_told_in_other_words(a: dict[str, Any], b: dict[str, Any], found: int) -> None:
    assert count(a, b) == found


def test_what_the_same_parties_sign_on_one_day_is_signed_in_one_place() -> None:
    town = Place(name="Quito", country="ECU", lat=-0.2, lon=-78.5)
    a = told("SUPPORT", "RUS IRN", "", DAY, rule="support.sign", place=GENEVA)
    assert count(a, told("SUPPORT", "RUS IRN", "", DAY, rule="support.sign", place=town)) == 1
    assert count(a, told("SUPPORT", "RUS FRA", "", DAY, rule="support.sign", place=town)) == 2


def test_a_weekend_is_of_the_day_that_others_tell() -> None:
    call: dict[str, Any] = {"actors": "john-kerry sergey-lavrov", "mode": "phone"}
    right = [reading(n, told(on="2015-12-13", **call), published=DAY) for n in "ab"]
    weekend = reading("c", told(on="2015-12-12/2015-12-13", **call), published=DAY)
    wrong = reading("d", told(on="2015-12-12", **call), published="2015-12-21")
    assert len(grouped(*right, weekend, wrong)) == 1


@pytest.mark.parametrize(("published", "found"), [(LATER, 1), ("2015-12-20", 2)])
def test_a_step_may_be_misdated_long_after(published: str, found: int) -> None:
    step: dict[str, Any] = {"mode": "withdraw", "actors": "FRA", "recipients": "IRN"}
    right = reading("a", told("SANCTION", on=DAY, **step))
    wrong = reading("b", told("SANCTION", on="2015-12-17", **step), published=published)
    assert len(grouped(right, wrong)) == found


def test_of_two_that_a_month_may_mean_one_may_be_the_other_misdated() -> None:
    right = [reading(n, told(on=DAY, place=PARIS)) for n in "ab"]
    wrong = reading("c", told(on="2015-12-10", place=PARIS), published=LATER)
    month = reading("d", told(on="2015-12"), published=LATER)
    assert sorted(len(o.reports) for o in grouped(*right, wrong, month)) == [1, 3]
    fresh = reading("c", told(on="2015-12-10", place=PARIS), published="2015-12-10")
    assert sorted(len(o.reports) for o in grouped(*right, fresh, month)) == [1, 1, 2]


def test_what_each_state_does_alone_is_one_for_each() -> None:
    both = reading("a", told("SANCTION", "USA FRA", "IRN", DAY, mode="discontinue"), published=DAY)
    one = reading("b", told("SANCTION", "USA", "IRN", DAY, mode="discontinue"), published=DAY)
    other = reading("c", told("SANCTION", "FRA", "IRN", DAY, mode="discontinue"), published=DAY)
    assert not any({"b", "c"} <= {r.document for r in o.reports} for o in grouped(both, one, other))


def test_who_strikes_with_others_is_told_alone_too() -> None:
    both = reading("a", told("ASSAULT", "USA FRA", "IRN", DAY, mode="aerial", place=PARIS), published=DAY)
    one = reading("b", told("ASSAULT", "USA", "IRN", DAY, mode="aerial", place=PARIS), published=DAY)
    other = reading("c", told("ASSAULT", "FRA", "IRN", DAY, mode="aerial", place=PARIS), published=DAY)
    assert len(grouped(both, one, other)) == 1

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.calendar import find_times

TODAY = date(2015, 12, 15)  # a Tuesday


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("on 13 December", "2015-12-13", "2015-12-13", "day"),
        ("on December 18-19", "2015-12-18", "2015-12-19", "day"),
        ("the day before on December 14", "2015-12-14", "2015-12-14", "day"),
        ("in May 2015", "2015-05-01", "2015-05-31", "month"),
        ("two years ago", "2013-01-01", "2013-12-31", "year"),
        ("last week", "2015-12-07", "2015-12-13", "day"),
        ("the 1990s", "1990-01-01", "1999-12-31", "decade"),
        ("spring 2014", "2014-03-01", "2014-05-31", "season"),
        ("on Monday", "2015-12-14", "2015-12-14", "day"),
        ("since 1998", "1998-01-01", "1998-12-31", "year"),
    ],
)
def test_resolved(text: str, start: str, end: str, precision: str) -> None:
    (found,) = find_times(text, today=TODAY)
    assert (found.time.start, found.time.end, found.time.precision) == (start, end, precision)


def test_a_weekday_in_the_future_tense_is_the_next_one() -> None:
    (found,) = find_times("on Friday", today=TODAY, tense="future")
    assert found.time.start == "2015-12-18"


@pytest.mark.parametrize(
    "text", ["Theresa May", "February 31, 2015", "it may rain", "1,998 men", "the third"]
)
def test_no_date(text: str) -> None:
    assert find_times(text, today=TODAY) == []


def test_without_an_anchor_nothing_is_guessed() -> None:
    assert find_times("on Friday and last week", today=None) == []


@given(st.text(alphabet="0123456789 -.MayDec,th"))
def test_never_raises_and_never_ends_before_it_starts(text: str) -> None:
    assert all(e.time.start <= e.time.end for e in find_times(text, today=TODAY))

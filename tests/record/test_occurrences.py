"""Reports of one happening become one occurrence; what only looks alike stays apart."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.coding.lexicon import builtin_lexicon
from dragoman.record.copies import signature
from dragoman.record.kindred import kinds
from dragoman.record.occurrences import group, occurrences_of
from dragoman.record.reports import reports_of
from dragoman.record.wordings import wordings
from dragoman.schema import Place, Reading
from dragoman.schema.record import Occurrence
from tests.record.making import GENEVA, MOSCOW, PARIS, RUSSIA, SOCHI, grouped, reading, told


def _sets(occurrences: list[Occurrence]) -> list[set[str]]:
    """Occurrences as the sets of documents that tell them, the earliest first."""
    return [{r.document for r in o.reports} for o in occurrences]


def _two(a: dict[str, Any], b: dict[str, Any], *, on: tuple[str, str] = ("2015-12-15", "2015-12-15")) -> int:
    """How many occurrences two events of two documents are, published on those days."""
    return len(grouped(reading("a", a, published=on[0]), reading("b", b, published=on[1])))


# One happening ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (told(on="2015-12-14"), told(on="2015-12-14")),
        (told(on="2015-12-14"), told("CONSULT", "USA RUS", on="2015-12-14")),
        (told(on="2015-12-14"), told("CONSULT", "john-kerry", "RUS", on="2015-12-14")),
        (told(on="2015-12-14", place=MOSCOW), told(on="2015-12-14", place=RUSSIA)),
        (told(on="2015-12-14", place=MOSCOW), told(on="2015-12-14", place=GENEVA)),  # the same persons: one is wrong
        (told(on="2015-12-14"), told(on=None)),  # news of the day after
        (told(on="2015-12-14/2015-12-15"), told(on="2015-12-15")),
        (told(on="2015-12-14"), told(on="2015-12")),  # the only one of the month
        (told(on="2015-12-14"), told(on="2015")),
        (told(on=None), told(on=None)),
        (told(on="2015-12-14"), told(on="2015-12-14", status="future")),
        (told("CONSULT", "john-kerry", "RUS", on="2015-12-14", mode="visit"), told("CONSULT", "USA", "RUS", on="2015-12-14", mode="visit")),
        (told("ASSAULT", "UAF", "FRA", on="2015-12-14", place=PARIS), told("ASSAULT", "IRN", "FRA", on="2015-12-14", place=PARIS)),
    ],
)  # fmt: skip
def test_one_happening(a: dict[str, Any], b: dict[str, Any]) -> None:
    assert _two(a, b) == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (told(on="2015-12-13", mode="phone"), told(on="2015-12-14", mode="phone")),  # two calls on two days
        (told(on="2015-12-14", mode="phone"), told(on="2015-12-14")),  # a call, then a meeting
        (told("CONSULT", "john-kerry", "RUS", on="2015-12-03", mode="visit"), told("CONSULT", "john-kerry", "RUS", on="2015-12-14", mode="visit")),
        (told(on="2015-12-14"), told("CONSULT", "barack-obama vladimir-putin", on="2015-12-14")),  # ministers, presidents
        (told(on="2015-12-14"), told("CONSULT", "laurent-fabius sergey-lavrov", on="2015-12-14")),
        (told(on="2015-12-14"), told("ACCUSE", "john-kerry", "sergey-lavrov", on="2015-12-14")),
        (told("CONSULT", "USA RUS", on="2015-12-14", place=MOSCOW), told("CONSULT", "USA RUS", on="2015-12-14", place=GENEVA)),
        (told("ASSAULT", "RUS", "FRA", on="2015-12-14"), told("ASSAULT", "RUS", "IRN", on="2015-12-14")),
        (told("ASSAULT", "RUS", "FRA", on="2015-12-13"), told("ASSAULT", "RUS", "FRA", on="2015-12-14")),
        (told(on="2015-11-14"), told(on=None)),  # a month before the news
        (told(on="2015-12-14"), told(on="2014")),
    ],
)  # fmt: skip
def test_two_happenings(a: dict[str, Any], b: dict[str, Any]) -> None:
    assert _two(a, b) == 2


@pytest.mark.parametrize(
    ("published", "found"), [("2015-12-14", 1), ("2015-12-17", 1), ("2015-12-18", 2), ("2015-12-13", 2)]
)
def test_undated_news_is_of_the_days_before_it(published: str, found: int) -> None:
    assert _two(told(on="2015-12-14"), told(on=None), on=("2015-12-15", published)) == found


@pytest.mark.parametrize(("published", "found"), [("2015-12-17", 1), ("2015-12-18", 2)])
def test_undated_news_of_two_days_is_of_one_happening(published: str, found: int) -> None:
    assert _two(told(on=None), told(on=None), on=("2015-12-15", published)) == found


def test_what_is_done_and_what_is_only_imagined() -> None:
    for status in ("negated", "hypothetical"):
        assert grouped(reading("a", told(status=status))) == []


# Vague and undated -----------------------------------------------------------------------------------------


def test_a_vague_report_names_those_that_it_may_mean() -> None:
    one = reading("a", told(on="2015-05-12", place=SOCHI))
    two = reading("b", told(on="2015-12-15", place=MOSCOW))
    vague = reading("c", told(on="2015"))
    first, second, third = sorted(grouped(one, two, vague), key=lambda o: (o.dating, o.start or ""))
    assert (first.dating, second.dating, third.dating) == ("exact", "exact", "vague")
    assert sorted(third.perhaps) == sorted([first.id, second.id])
    assert _sets(grouped(one, vague)) == [{"a", "c"}]
    at_place = reading("c", told(on="2015", place=MOSCOW))  # says which
    assert {frozenset(s) for s in _sets(grouped(one, two, at_place))} == {frozenset("a"), frozenset("bc")}


def test_every_occurrence_that_is_perhaps_meant_exists() -> None:
    """Also where a vague report that joined it has the smaller name."""
    readings = [
        reading("m", told(on="2015-05-12"), told("CONSULT", "USA RUS FRA", on="2015-05-20")),
        reading("n", told(on="2015-12-14")),
        reading("a", told(on="2015-12")),
        reading("z", told(on="2015")),
    ]
    found = grouped(*readings)
    assert {p for o in found for p in o.perhaps} <= {o.id for o in found}
    assert any(o.perhaps for o in found)


def test_vague_reports_of_the_same_words_stay_together() -> None:
    assert _sets(grouped(reading("a", told(on="2013")), reading("b", told(on="2013")))) == [{"a", "b"}]
    assert len(grouped(reading("a", told(on="2013")), reading("b", told(on="2014")))) == 2


def test_undated_background_is_no_dated_happening() -> None:
    background = reading("b", told(on=None, status="historical"))
    found = grouped(
        reading("a", told(on="2015-12-14")), background, reading("c", told(on=None), published=None)
    )
    assert sorted(o.dating for o in found) == ["exact", "undated"]
    assert {r.document for o in found if o.dating == "undated" for r in o.reports} == {"b", "c"}


# Stays, mentions, what was called off, other words ---------------------------------------------------------

_ARRIVED = {"mode": "visit", "rule": "consult.arrive"}
_LEFT = {"mode": "visit", "rule": "consult.depart"}


@pytest.mark.parametrize(
    ("first", "then", "found"),
    [
        (("2015-12-14", _ARRIVED), ("2015-12-16", _LEFT), 1),
        (("2015-12-14", _ARRIVED), ("2015-12-17", _LEFT), 1),  # the end is told of a day later still
        (("2015-12-14", _ARRIVED), ("2015-12-17", _ARRIVED), 2),
        (("2015-12-14", _ARRIVED), ("2015-12-19", _LEFT), 2),
    ],
)
def test_a_visit_lasts_from_arrival_to_departure(first: Any, then: Any, found: int) -> None:
    a, b = (told("CONSULT", "john-kerry", "RUS", on=day, **how) for day, how in (first, then))
    occurrences = grouped(reading("a", a, published=first[0]), reading("b", b, published=then[0]))
    assert len(occurrences) == found
    if found == 1:
        assert (occurrences[0].start, occurrences[0].end) == (first[0], then[0])


def test_a_talk_on_a_visit_is_not_the_visit() -> None:
    visit = told("CONSULT", "john-kerry", "RUS", on="2015-12-14", mode="visit", rule="consult.arrive")
    talk = told("CONSULT", "john-kerry", "sergey-lavrov", on="2015-12-14", mode="visit", rule="consult.talks")
    hosted = told(
        "CONSULT", "john-kerry", "sergey-lavrov", on="2015-12-14", mode="visit", rule="consult.host"
    )
    assert _two(visit, talk) == 2
    assert _two(visit, hosted) == _two(talk, hosted) == 1


@pytest.mark.parametrize(
    ("event", "published", "found"),
    [
        (told(confidence=0.75), "2015-12-24", 1),  # "after talks between Kerry and Lavrov"
        (told(confidence=0.75), "2015-12-31", 2),
        (told(confidence=0.9), "2015-12-24", 2),  # told with a verb: news
        (told("CONSULT", "USA RUS", confidence=0.75), "2015-12-24", 2),  # nobody is named
    ],
)
def test_a_mention_looks_back_two_weeks(event: dict[str, Any], published: str, found: int) -> None:
    assert _two(told(on="2015-12-14"), event, on=("2015-12-14", published)) == found


def test_what_was_called_off_was_planned_and_not_held() -> None:
    def visit(**more: Any) -> dict[str, Any]:
        return told("CONSULT", "john-kerry", "RUS", mode="visit", **more)

    plan = reading("a", visit(on="2015-12-20", status="future"), published="2015-12-10")
    off = reading(
        "b", visit(on="2015-12-14", status="cancelled"), published="2015-12-15"
    )  # called off on the 14th
    later = reading("c", visit(status="cancelled"), published="2016-03-01")
    held = reading("d", visit(on="2016-01-20"), published="2016-01-20")
    assert sorted(map(sorted, _sets(grouped(plan, off, later, held)))) == [["a", "b", "c"], ["d"]]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (told("CONSULT", "john-kerry sergey-lavrov", on="2015-12-14"), told("CONSULT", "john-kerry dr-lavrov", on="2015-12-14")),
        (told("CONSULT", "hillary-clinton sergey-lavrov", on="2015-12-14"), told("CONSULT", "USA RUS", on="2015-12-14")),
        (told("SANCTION", "USA", "RUS", on="2015-12-14"), told("SANCTION", "USA", "RUS-people", on="2015-12-14")),
        (told("SUPPORT", "USA RUS", on="2015-12-14"), told("SUPPORT", "USA RUS", "FRA", on="2015-12-14")),
        (told("CONSULT", "USA RUS FRA", on="2015-12-14", mode="multilateral", place=GENEVA), told("CONSULT", "FRA", on="2015-12-14", mode="multilateral", place=GENEVA)),
        (told(on="2015-12-14", mode="phone"), told(on="2015-12-14", rule="consult.speak-with")),  # spoke, perhaps on the telephone
        (told("CONSULT", "john-kerry sergey-lavrov", on="2015-12-14"), told("CONSULT", "john-kerry s-v-lavrov", on="2015-12-14")),
        (told("ASSAULT", "UAF", "FRA", on="2015-12-14", mode="explosives", place=PARIS), told("ASSAULT", "UAF", "ministry", on="2015-12-14", mode="aerial", place=PARIS)),
        (told("ASSAULT", "UAF", "RUS-people", on="2015-12-14", place=PARIS), told("ASSAULT", "rebels", "FRA", on="2015-12-14", place=PARIS)),
        (told("PROTEST", "citizens", on="2015-12-14", mode="demo", place=PARIS), told("PROTEST", "opposition", on="2015-12-14", mode="demo", place=PARIS)),
        (told("SUPPORT", "FRA", on="2015-12-14", rule="support.sign-treaty", place=GENEVA), told("SUPPORT", "rebels", on="2015-12-14", rule="support.sign-treaty", place=GENEVA)),
        (told("ASSAULT", "fra-reb-militant", "RUS", on="2015-12-14", place=PARIS), told("ASSAULT", "rebels", "RUS", on="2015-12-14", place=PARIS)),
        (told("AGREE", "RUS", "fra-reb-militant", on="2015-12-14"), told("AGREE", "RUS rebels", on="2015-12-14")),
        (told("SUPPORT", "sergey-lavrov", on="2015-12-14", rule="support.sign-treaty"), told("SUPPORT", "john-kerry sergey-lavrov", on="2015-12-14", rule="support.sign-treaty", place=GENEVA)),
        (told("SUPPORT", "rebels", "RUS", on="2015-12-14", rule="support.sign-treaty"), told("SUPPORT", "RUS", "fra-reb-militant", on="2015-12-14", rule="support.sign-treaty")),
        (told("ASSAULT", "UAF", "opposition", on="2015-12-14", place=PARIS), told("ASSAULT", "UAF", "opposition", on="2015-12-14", place=GENEVA)),
        (told("SUPPORT", "leaders", on="2015-12", rule="support.sign-treaty", place=GENEVA), told("SUPPORT", "USA RUS", on="2015-12-14", rule="support.sign-treaty", place=GENEVA)),
        (told("CONSULT", "leaders", on="2015-12-14", mode="multilateral", place=GENEVA), told("CONSULT", "USA RUS FRA", on="2015-12-14", mode="multilateral", place=GENEVA)),
    ],
)  # fmt: skip
def test_the_same_in_other_words(a: dict[str, Any], b: dict[str, Any]) -> None:
    assert _two(a, b) == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (told("ASSAULT", "UAF", "FRA", on="2015-12-14", place=PARIS), told("ASSAULT", "UAF", "ministry", on="2015-12-15", place=PARIS)),
        (told("ASSAULT", "UAF", "FRA", on="2015-12-14", mode="firearms", place=PARIS), told("ASSAULT", "UAF", "RUS", on="2015-12-14", mode="aerial", place=PARIS)),
        (told("SUPPORT", "FRA", on="2015-12-14", rule="support.sign-treaty", place=GENEVA), told("SUPPORT", "IRN", on="2015-12-14", rule="support.sign-treaty", place=GENEVA)),
        (told("ASSAULT", "opposition", "RUS", on="2015-12-14", place=PARIS), told("ASSAULT", "rebels", "RUS", on="2015-12-14", place=PARIS)),
        (told("SUPPORT", "RUS", on="2015-12-14", rule="support.sign-treaty"), told("SUPPORT", "USA sergey-lavrov", "IRN", on="2015-12-14", rule="support.sign-treaty")),
        (told("SUPPORT", "sergey-lavrov", "USA", on="2015-12-14", rule="support.sign-treaty"), told("SUPPORT", "sergey-lavrov", "FRA", on="2015-12-14", rule="support.sign-treaty")),
        (told("SUPPORT", "FRA", on="2015-12-14", place=GENEVA), told("SUPPORT", "rebels", on="2015-12-14", place=GENEVA)),  # praise
        (told("CONSULT", "leaders", on="2015-12-14", mode="multilateral", place=GENEVA), told("CONSULT", "USA RUS FRA", on="2015-12-14", mode="multilateral", place=PARIS)),
    ],
)  # fmt: skip
def test_not_the_same_for_one_town_and_day(a: dict[str, Any], b: dict[str, Any]) -> None:
    assert _two(a, b) == 2


def test_a_signing_told_a_day_off_by_a_later_text() -> None:
    fresh = reading("a", told("SUPPORT", "USA RUS", on="2015-12-14"), published="2015-12-14")
    late = reading("b", told("SUPPORT", "USA RUS", on="2015-12-13"), published="2015-12-18")
    assert len(grouped(fresh, late)) == 1
    both = reading("b", told("SUPPORT", "USA RUS", on="2015-12-13"), told("SUPPORT", "USA RUS", on="2015-12-14"), published="2015-12-18")  # fmt: skip
    assert len(grouped(fresh, both)) == 2


def _plan(day: str, published: str, **more: Any) -> Reading:
    return reading("a", told(on=day, status="future", **more), published=published)


@pytest.mark.parametrize(
    ("plan", "found"),
    [
        (_plan("2015-12-15", "2015-12-10"), 1),  # held on the eve of the day that was planned
        (_plan("2015-12-12", "2015-12-10"), 1),
        (_plan("2015-12-17", "2015-12-10"), 2),
        (_plan("2015-12-15", "2015-12-14"), 2),  # told on the day of the other: the next one
        (_plan("2015-12-16", "2015-12-10", mode="phone"), 2),
    ],
)
def test_what_was_planned_may_be_held_a_day_off(plan: Reading, found: int) -> None:
    mode = plan.events[0].mode
    held = reading("b", told(on="2015-12-14", mode=mode), published="2015-12-14")
    assert len(grouped(plan, held)) == found
    as_planned = reading("c", told(on=plan.events[0].time.start, mode=mode), published="2015-12-20")  # type: ignore[union-attr]
    assert len(grouped(plan, held, as_planned)) == 2


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        # within one country, one text leaves the sides out
        (told("CONSULT", "FRA", on="2015-12-14", place=PARIS), told("CONSULT", "FRA opposition", on="2015-12-14", place=PARIS), 1),
        (told("CONSULT", "FRA", on="2015-12-14", place=PARIS), told("CONSULT", "FRA opposition", on="2015-12-15", place=PARIS), 2),
        # many at one table, of whom each text names some
        (told("CONSULT", "USA RUS FRA", on="2015-12-14", place=GENEVA), told("CONSULT", "USA RUS IRN", on="2015-12-14", place=GENEVA), 1),
        (told("CONSULT", "USA RUS", on="2015-12-14", place=GENEVA), told("CONSULT", "RUS IRN FRA", on="2015-12-14", place=GENEVA), 2),
        (told("CONSULT", "USA RUS FRA", on="2015-12-14", place=GENEVA), told("CONSULT", "USA RUS IRN", on="2015-12-14", place=MOSCOW), 2),
        # one attack of those who fight for no state; states at war strike twice
        (told("ASSAULT", "rebels", "RUS", on="2015-12-14", mode="firearms", place=PARIS), told("ASSAULT", "rebels", "RUS-people", on="2015-12-14", mode="explosives", place=PARIS), 1),
        (told("ASSAULT", "USA", "RUS", on="2015-12-14", mode="firearms", place=PARIS), told("ASSAULT", "USA", "RUS-people", on="2015-12-14", mode="explosives", place=PARIS), 2),
        # a march that turned violent, a speech that blamed
        (told("PROTEST", "citizens", on="2015-12-14", mode="demo", place=PARIS), told("PROTEST", "citizens", on="2015-12-14", mode="riot", place=PARIS), 1),
        (told("PROTEST", "citizens", on="2015-12-14", mode="demo", place=PARIS), told("PROTEST", "citizens", on="2015-12-14", mode="strike", place=PARIS), 2),
        (told("ACCUSE", "USA", "RUS", on="2015-12-14", mode="disapprove"), told("ACCUSE", "USA", "RUS", on="2015-12-14", mode="allege"), 1),
        # one person is not arrested twice on a day
        (told("COERCE", "FRA", "john-kerry", on="2015-12-14", mode="arrest", place=PARIS), told("COERCE", "FRA", "john-kerry", on="2015-12-14", mode="arrest", place=GENEVA), 1),
        (told("COERCE", "FRA", "RUS", on="2015-12-14", mode="arrest", place=PARIS), told("COERCE", "FRA", "RUS", on="2015-12-14", mode="arrest", place=GENEVA), 2),
        # a nation for its state, but not in what people do
        (told("SANCTION", "rus-people", "USA", on="2015-12-14"), told("SANCTION", "RUS", "USA", on="2015-12-14"), 1),
        (told("ASSAULT", "rus-people", "USA", on="2015-12-14"), told("ASSAULT", "RUS", "USA", on="2015-12-14"), 2),
    ],
)  # fmt: skip
def test_one_happening_told_by_what_each_text_knows(a: dict[str, Any], b: dict[str, Any], found: int) -> None:
    assert _two(a, b) == found


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        # a truce that is agreed on, signed, kept
        (told("AGREE", "USA RUS", on="2015-12-14"), told("RETREAT", "USA RUS", on="2015-12-14", mode="ceasefire"), 1),
        (told("AGREE", "USA", "RUS", on="2015-12-14"), told("SUPPORT", "RUS USA", on="2015-12-14", rule="support.sign-treaty"), 1),
        (told("AGREE", "USA RUS", on="2015-12-14"), told("RETREAT", "USA RUS", on="2015-12-15", mode="ceasefire"), 2),
        (told("AGREE", "USA RUS", on="2015-12-14"), told("RETREAT", "USA IRN", on="2015-12-14", mode="ceasefire"), 2),
        (told("AGREE", "USA", on="2015-12-14"), told("RETREAT", "USA", on="2015-12-14", mode="ceasefire"), 2),
        (told("AGREE", "USA", "RUS", on="2015-12-14"), told("SUPPORT", "USA", "RUS", on="2015-12-14"), 2),  # praise
        (told("AGREE", "USA", "RUS", on="2015-12-14", rule="agree.promise"), told("RETREAT", "USA RUS", on="2015-12-14", mode="ceasefire"), 2),
        # diplomats sent home, help promised and given, a penalty, a captive
        (told("SANCTION", "USA", "RUS", on="2015-12-14", mode="expel"), told("COERCE", "USA", "rus-people", on="2015-12-14", mode="deport"), 1),
        (told("SANCTION", "USA", "RUS", on="2015-12-14", mode="expel"), told("COERCE", "FRA", "rus-people", on="2015-12-14", mode="deport"), 2),
        (told("SANCTION", "USA", "RUS", on="2015-12-14", mode="expel"), told("COERCE", "USA", "RUS", on="2015-12-14", mode="arrest"), 2),
        (told("AGREE", "USA", "FRA", on="2015-12-14", rule="agree.promise"), told("AID", "john-kerry", "FRA", on="2015-12-14"), 1),
        (told("AGREE", "USA", "FRA", on="2015-12-14"), told("AID", "USA", "FRA", on="2015-12-14"), 2),
        (told("SANCTION", "USA", "RUS", on="2015-12-14", mode="discontinue"), told("COERCE", "USA", "RUS", on="2015-12-14", mode="restrict"), 1),
        (told("COERCE", "FRA", "john-kerry", on="2015-12-14", mode="arrest"), told("ASSAULT", "FRA", "john-kerry", on="2015-12-14", mode="abduct"), 1),
        (told("RETREAT", "FRA", "john-kerry", on="2015-12-14", mode="release"), told("CONCEDE", "FRA", "john-kerry", on="2015-12-14"), 1),
        (told("RETREAT", "FRA", "USA", on="2015-12-14", mode="release"), told("CONCEDE", "FRA", "USA", on="2015-12-14"), 2),
    ],
)  # fmt: skip
def test_acts_that_can_tell_one_happening(a: dict[str, Any], b: dict[str, Any], found: int) -> None:
    assert _two(a, b) == _two(b, a) == found


def test_an_occurrence_has_the_act_that_most_tell() -> None:
    truce = told("RETREAT", "USA RUS", on="2015-12-14", mode="ceasefire")
    agreed = told("AGREE", "USA RUS", on="2015-12-14")
    (one,) = grouped(reading("a", agreed), reading("b", truce), reading("c", truce))
    assert (one.act, one.mode) == ("RETREAT", "ceasefire")
    (one,) = grouped(reading("a", agreed), reading("b", truce), reading("c", agreed))
    assert (one.act, one.mode) == ("AGREE", None)


_NIGER_STATE = Place(name="Niger state", country="NGA", lat=9.9, lon=5.6)
_KAGARA = Place(name="Kagara", country="NGA", lat=10.18, lon=6.25)
_LAGOS = Place(name="Lagos", country="NGA", lat=6.45, lon=3.39)
_DANUBE = Place(name="Danube", lat=45.0, lon=28.0)


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        # whom it was done to is told by one of the two
        (told("SANCTION", "USA", "RUS", on="2015-12-14", mode="withdraw"), told("SANCTION", "john-kerry", on="2015-12-14", mode="withdraw"), 1),
        (told("SANCTION", "USA", "RUS", on="2015-12-14", mode="withdraw"), told("SANCTION", "USA", on="2015-12-15", mode="withdraw"), 2),
        (told("AGREE", "USA", "RUS", on="2015-12-14", rule="agree.promise"), told("AGREE", "USA", on="2015-12-14", rule="agree.offer"), 1),
        (told("AGREE", "USA", "RUS", on="2015-12-14"), told("AGREE", "USA", on="2015-12-14"), 2),
        # `troops of both clashed`, `one shelled the other`
        (told("ASSAULT", "USA RUS", on="2015-12-14"), told("ASSAULT", "RUS", "USA", on="2015-12-14", mode="heavy-weapons"), 1),
        (told("ASSAULT", "USA RUS", on="2015-12-14"), told("ASSAULT", "RUS", "USA", on="2015-12-15"), 2),
        (told("ASSAULT", "USA RUS", on="2015-12-14"), told("ASSAULT", "RUS", "FRA", on="2015-12-14"), 2),
        (told("ASSAULT", "USA", "RUS", on="2015-12-14"), told("ASSAULT", "RUS", "USA", on="2015-12-14"), 2),
        # one who was taken away, of another country in another text
        (told("COERCE", "FRA", "sergey-lavrov", on="2015-12-14", mode="arrest"), told("COERCE", "FRA", "citizen-lavrov", on="2015-12-14", mode="arrest"), 2),
        (told("COERCE", "FRA", "sergey-lavrov", on="2015-12-14", mode="arrest"), told("COERCE", "FRA", "captive-sergey-lavrov", on="2015-12-14", mode="arrest"), 1),
        # a region and its towns, a river
        (told("ASSAULT", "UAF", "FRA", on="2015-12-14", place=_NIGER_STATE), told("ASSAULT", "UAF", "FRA", on="2015-12-14", place=_KAGARA), 1),
        (told("ASSAULT", "UAF", "FRA", on="2015-12-14", place=_NIGER_STATE), told("ASSAULT", "UAF", "FRA", on="2015-12-14", place=_LAGOS), 2),
        (told("SUPPORT", "USA RUS", on="2015-12-14", place=_DANUBE), told("SUPPORT", "USA RUS", on="2015-12-14", place=MOSCOW), 1),
        # a nation that agrees is its state
        (told("AGREE", "USA", "rus-people", on="2015-12-14"), told("AGREE", "USA RUS", on="2015-12-14"), 1),
    ],
)  # fmt: skip
def test_one_deed_told_in_part(a: dict[str, Any], b: dict[str, Any], found: int) -> None:
    assert _two(a, b) == _two(b, a) == found


def test_a_deed_without_its_target_is_of_none_where_it_may_be_of_several() -> None:
    def recalled(name: str, whom: str) -> Reading:
        return reading(name, told("SANCTION", "USA", whom, on="2015-12-14", mode="withdraw"))

    assert len(grouped(recalled("a", "RUS"), recalled("b", "FRA"), recalled("c", ""))) == 3


def test_what_a_text_says_is_to_come_is_not_what_it_says_was_held() -> None:
    held = told("CONSULT", "USA RUS", on="2015-12-14")
    to_come = told(on=None, status="future")
    assert len(grouped(reading("a", held, to_come, published="2015-12-14"))) == 2
    assert len(grouped(reading("a", held), reading("b", to_come, published="2015-12-14"))) == 1


def test_a_day_misremembered_of_what_is_done_but_once() -> None:
    def attack(name: str, day: str, published: str, doers: str = "rebels") -> Reading:
        return reading(name, told("ASSAULT", doers, "RUS", on=day, place=PARIS), published=published)

    fresh = [attack(n, "2015-12-14", "2015-12-15") for n in "ab"]
    assert len(grouped(*fresh, attack("c", "2015-12-13", "2015-12-20"))) == 1
    assert len(grouped(fresh[0], attack("c", "2015-12-13", "2015-12-20"))) == 2
    of_a_state = [attack(n, "2015-12-14", "2015-12-15", "USA") for n in "ab"]
    assert len(grouped(*of_a_state, attack("c", "2015-12-13", "2015-12-20", "USA"))) == 2


def test_every_rule_of_the_wordings_is_in_the_lexicon() -> None:
    entries = builtin_lexicon().entries
    for kind in kinds():
        for act, words in kind.acts.items():
            for rule in (words.rules or frozenset()) | words.unless:
                assert entries[rule].act == act, (kind.name, rule)
    for name, rules in wordings().items():
        assert rules <= entries.keys(), name
    visits = {e.id for e in entries.values() if (e.act, e.mode) == ("CONSULT", "visit")}
    assert visits - wordings()["stays"] == {
        "consult.receive", "consult.receive-people", "consult.accept-visitor", "consult.call-on", "consult.whisk-in",
    }  # fmt: skip


# What an occurrence says -----------------------------------------------------------------------------------


def test_copies_count_once() -> None:
    text = "The ministers met in the Kremlin and spoke of the truce for three hours, as their offices said. "
    other = "A meeting of the two ministers took place at the residence; its subject was how the fighting may end. "
    readings = [
        reading("a", told(on="2015-12-14"), text=text),
        reading("b", told(on="2015-12-14"), text=f"{text}Filed from Moscow."),
        reading("c", told(on="2015-12-14"), text=other),
    ]
    signatures = {r.document.id: signature(r.document.text) for r in readings}
    (found,) = occurrences_of(readings, signatures)
    assert (found.sources, len(found.reports)) == (2, 3)


def test_details_that_differ_are_kept_with_their_sources() -> None:
    (found,) = grouped(
        reading("a", told(on="2015-12-14", place=MOSCOW)),
        reading("b", told(on="2015-12-14", place=MOSCOW)),
        reading("c", told(on="2015-12-14", place=GENEVA)),
    )
    assert found.place is not None
    assert found.place.name == "Moscow"
    assert [(c.detail, c.value, c.documents) for c in found.conflicts] == [
        ("place", "Geneva", ["c"]), ("place", "Moscow", ["a", "b"])
    ]  # fmt: skip


def test_a_day_misremembered_later_by_one_text() -> None:
    right = [reading(n, told(on="2015-12-14"), published="2015-12-15") for n in "ab"]
    late = reading("c", told(on="2015-12-13"), published="2015-12-20")
    (found,) = grouped(*right, late)
    assert (found.start, found.end) == ("2015-12-14", "2015-12-14")
    assert [(c.detail, c.value) for c in found.conflicts] == [("date", "2015-12-13"), ("date", "2015-12-14")]
    fresh = reading("c", told(on="2015-12-13"), published="2015-12-13")
    assert len(grouped(*right, fresh)) == 2


@pytest.mark.parametrize(
    ("told_", "history", "status"),
    [
        (["future", "cancelled"], ["future", "cancelled"], "cancelled"),
        (["future", "cancelled", "actual"], ["future", "cancelled", "actual"], "actual"),
        (["future", "actual", "future"], ["future", "actual"], "actual"),
        (["actual", "actual"], ["actual"], "actual"),
    ],
)
def test_what_it_was_held_to_be_over_time(told_: list[Any], history: list[str], status: str) -> None:
    (found,) = grouped(
        *(
            reading(f"d{n}", told(on="2015-12-14", status=s), published=f"2015-12-{10 + n}")
            for n, s in enumerate(told_)
        )
    )
    assert [c.status for c in found.history] == history
    assert [c.on for c in found.history] == sorted(c.on or "" for c in found.history)
    assert found.status == status


def test_everybody_and_every_topic_is_told_once() -> None:
    (found,) = grouped(
        reading("a", told("CONSULT", "USA RUS", on="2015-12-14", topics=["syria"])),
        reading(
            "b", told("CONSULT", "john-kerry sergey-lavrov", on="2015-12-14", topics=["ukraine", "syria"])
        ),
    )
    assert [p.id for p in found.actors] == ["sergey-lavrov", "john-kerry"]
    assert found.topics == ["syria", "ukraine"]


# Order -----------------------------------------------------------------------------------------------------

_ANY = st.builds(
    told,
    st.just("CONSULT"),
    st.sampled_from(["john-kerry sergey-lavrov", "USA RUS", "USA RUS FRA", "barack-obama vladimir-putin", "RUS FRA"]),
    on=st.sampled_from([None, "2015-12-13", "2015-12-14", "2015-12-15", "2015-12", "2015", "2015-12-13/2015-12-14"]),
    mode=st.sampled_from([None, "phone", "multilateral", "visit"]),
    place=st.sampled_from([None, MOSCOW, GENEVA]),
    rule=st.sampled_from(["test.rule", "consult.arrive", "consult.depart", "consult.talks"]),
    confidence=st.sampled_from([0.9, 0.75]),
    status=st.sampled_from(["actual", "future", "cancelled", "historical"]),
)  # fmt: skip


@st.composite
def _readings(draw: st.DrawFn) -> list[Reading]:
    days = st.sampled_from([None, "2015-12-13", "2015-12-15", "2015-12-20"])
    many = draw(st.lists(st.tuples(st.lists(_ANY, min_size=1, max_size=2), days), min_size=2, max_size=8))
    return [reading(f"d{n}", *events, published=day) for n, (events, day) in enumerate(many)]


@given(_readings(), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_the_order_of_reports_changes_nothing(readings: list[Reading], chance: Any) -> None:
    reports = [r for one in readings for r in reports_of(one)]
    shuffled = chance.sample(reports, len(reports))
    found = group(reports)
    assert group(shuffled) == found
    assert sorted((r.document, r.event) for o in found for r in o.reports) == sorted(
        (r.document, r.event) for r in reports
    )
    assert len({o.id for o in found}) == len(found)
    assert {p for o in found for p in o.perhaps} <= {o.id for o in found}

"""When and where acts are told to happen: in their clause, in clauses that go with it, and from what was told before."""

from __future__ import annotations

import pytest

from dragoman.reader import Reader
from dragoman.schema import Event

FRIDAY = "2016-10-14"


def _event(reader: Reader, text: str, word: str, published: str = FRIDAY) -> Event:
    """The event whose trigger is a word."""
    for event in reader.read(text, published=published).events:
        if text[event.trigger[0] : event.trigger[1]] == word:
            return event
    raise AssertionError(f"no event at {word!r}")


def _day(event: Event) -> str | None:
    if event.time is None:
        return None
    return event.time.start if event.time.start == event.time.end else f"{event.time.start}/{event.time.end}"


def _place(event: Event) -> str | None:
    return event.place.name if event.place is not None else None


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("Russian troops shelled Aleppo on Monday, a day after rebels killed five Syrian soldiers.", "killed", "2016-10-09"),
        ("Russian troops shelled Aleppo on Monday, two days after rebels killed five Syrian soldiers.", "killed", "2016-10-08"),
        ("Hundreds protested in Cairo on Monday, several days after police arrested the opposition leader.", "arrested", None),
        ("Hundreds protested in Cairo on Monday, hours after police arrested the opposition leader.", "arrested", "2016-10-10"),
        ("Kerry agreed, when he met Lavrov in Brussels on Monday, to withdraw American troops from Iraq.", "agreed", "2016-10-10"),
        ("On Monday police raided the offices in Harare and arrested 60 people.", "arrested", "2016-10-10"),
    ],
)  # fmt: skip
def test_clauses_share_a_time(reader: Reader, text: str, word: str, day: str | None) -> None:
    assert _day(_event(reader, text, word)) == day


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("On Monday police raided the offices in Harare and arrested 60 people.", "arrested", "Harare"),
        ("Kerry agreed, when he met Lavrov in Brussels, to withdraw American troops from Iraq.", "agreed", "Brussels"),
        # Another doer is elsewhere, and what is said is not where it is said.
        ("Rebels attacked Aleppo on Monday and Turkey arrested 60 Kurds.", "arrested", None),
        ("Kerry urged Moscow to withdraw its troops from Syria.", "urged", None),
        ("Germany condemned the shelling of Aleppo.", "condemned", None),
        ("The foreign ministry in Moscow demanded an immediate ceasefire.", "demanded", "Moscow"),
    ],
)  # fmt: skip
def test_clauses_share_a_place(reader: Reader, text: str, word: str, place: str | None) -> None:
    assert _place(_event(reader, text, word)) == place


def test_what_the_doer_did_next_was_on_the_same_day_and_there(reader: Reader) -> None:
    text = "Kerry met Lavrov in Geneva on Thursday. He thanked Switzerland.\nKerry also praised Jordan."
    thanked = _event(reader, text, "thanked")
    assert (_day(thanked), _place(thanked)) == ("2016-10-13", "Geneva")
    praised = _event(reader, text, "praised")
    assert (_day(praised), _place(praised)) == ("2016-10-13", None)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Kerry met Lavrov in Geneva on Thursday. Merkel condemned Assad.", "condemned"),
        ("Kerry met Lavrov in Geneva on Thursday. Lavrov has accused Turkey of arming rebels.", "accused"),
        ("Kerry met Lavrov in Geneva on Thursday. Their talks in Vienna had failed.", "talks"),
        ("Kerry met Lavrov in Geneva on Thursday.\nHollande met Merkel on Friday.\nKerry praised Jordan.", "praised"),
    ],
)  # fmt: skip
def test_others_and_other_tenses_do_not_go_on(reader: Reader, text: str, word: str) -> None:
    assert _day(_event(reader, text, word)) is None


def test_background_keeps_to_its_frame(reader: Reader) -> None:
    text = "Tillerson travelled to Moscow in April; he met Lavrov there. His visit to Beijing was a success."
    met = _event(reader, text, "met", "2017-12-01")
    assert (met.status, _day(met), _place(met), met.mode) == (
        "historical",
        "2017-04-01/2017-04-30",
        "Moscow",
        None,
    )
    visit = _event(reader, text, "visit", "2017-12-01")
    assert (visit.status, visit.time) == ("historical", None)


def test_news_after_background_stays_news(reader: Reader) -> None:
    text = "Tillerson travelled to Moscow in April. Merkel condemned Assad on Thursday. Hollande condemned Assad."
    last = reader.read(text, published="2017-12-01").events[-1]
    assert last.actors[0].country == "FRA"
    assert last.status == "actual"

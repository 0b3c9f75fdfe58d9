"""What comes near to an act, is but covered by words or touches others than it seems: no event, or one on somebody else."""

from __future__ import annotations

import pytest

from dragoman import Document, Reader
from dragoman.schema import Event


def read(reader: Reader, text: str) -> list[Event]:
    return list(reader.read(Document(text=text, published="2019-07-18")).events)


def told(event: Event) -> tuple[str, list[str | None], list[str | None]]:
    return event.act, [p.country for p in event.actors], [p.country for p in event.recipients]


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Libya nearly went to war over the Aouzou strip.",
        "Greece and Turkey almost came to blows over the islet.",
        "A treaty of 1951 covers attacks on Philippine vessels.",
        "The drill simulated an attack on Estonia.",
        "The pact obliges Washington to respond to attacks on Philippine ships.",
        "Iran failed to keep its promises.",
        "Oman said the tanker had issued no distress call.",
        "Putin warned Russians not to travel to Turkey.",
    ],
)
def test_it_only_came_near_or_may_come(reader: Reader, text: str) -> None:
    assert read(reader, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Chad attacked a Libyan garrison and killed nearly two hundred soldiers.",
        "Estonia condemned the attack on its embassy.",
        "Putin warned Turkey not to shoot down another jet.",
    ],
)
def test_what_was_done_stays(reader: Reader, text: str) -> None:
    assert read(reader, text)


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Iran's navy seized a foreign tanker in the Gulf.", []),
        ("Nigeria cut off the power it supplies to its neighbour. Niger protested.", ["NER"]),
        ("Egypt imposed a naval blockade.", []),
        ("Egypt imposed a curfew.", ["EGY"]),
    ],
)
def test_foreign_things_are_not_its_own_peoples(reader: Reader, text: str, whom: list[str]) -> None:
    assert [p.country for p in read(reader, text)[0].recipients] == whom


@pytest.mark.parametrize(
    ("text", "harmed"),
    [
        ("Russia sent a cruiser to the coast, a day after Turkey shot down one of its warplanes.", "RUS"),
        ("India closed the crossing after Pakistan killed two of its soldiers.", "IND"),
        ("Chad closed the crossing after Libya killed two of its own soldiers.", "LBY"),
    ],
)
def test_whose_is_harmed_below_a_clause(reader: Reader, text: str, harmed: str) -> None:
    (blow,) = (e for e in read(reader, text) if e.act == "ASSAULT")
    assert [p.country for p in blow.recipients] == [harmed]


def test_a_decision_is_that_on_the_things_it_names(reader: Reader) -> None:
    text = (
        "Niger's junta revoked five military accords with France on Thursday. The World Bank suspended its loans. "
        "Paris rejected the decision on the accords."
    )
    (refusal,) = (e for e in read(reader, text) if e.act == "REJECT")
    assert told(refusal) == ("REJECT", ["FRA"], ["NER"])


def test_what_a_speaker_adds_to_a_reproach_is_one_more(reader: Reader) -> None:
    (event,) = read(reader, "Beijing said the Filipinos had trespassed and ignored repeated warnings.")
    assert told(event) == ("ACCUSE", ["CHN"], ["PHL"])


def test_who_mediated_once_is_not_in_the_talks_of_the_two(reader: Reader) -> None:
    text = (
        "Oman, which has mediated between Iran and France in the past, offered help. "
        "Emmanuel Bonne, a French envoy, met Ali Shamkhani, the secretary of Iran's security council, in Tehran."
    )
    assert any({p.country for p in (*e.actors, *e.recipients)} == {"FRA", "IRN"} for e in read(reader, text))


@pytest.mark.parametrize(
    "text",
    [
        "The president's only foreign allies, Cuba and Bolivia, praised the new assembly.",
        "Two presidents, Raul Castro and Evo Morales, praised the new assembly.",
    ],
)
def test_several_who_are_named_behind_what_they_are(reader: Reader, text: str) -> None:
    reading = reader.read(Document(text=text, published="2010-07-18"))
    assert [p.country for p in reading.events[0].actors] == ["CUB", "BOL"]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Iran said Europe had broken its word.", "European countries"),
        ("Iran accused the Europeans of breaking their word.", "European countries"),
        ("Trump warned Africa that loans would be cut.", "African countries"),
    ],
)
def test_continents_act_and_are_spoken_to(reader: Reader, text: str, whom: str) -> None:
    assert [p.name for p in read(reader, text)[0].recipients] == [whom]


@pytest.mark.parametrize("text", ["Trump visited Europe in May.", "Gas prices rose across Europe."])
def test_continents_are_places_too(reader: Reader, text: str) -> None:
    assert all(p.name != "European countries" for e in read(reader, text) for p in (*e.actors, *e.recipients))


def test_news_is_not_of_the_day_of_its_background(reader: Reader) -> None:
    text = (
        "Sudan and South Sudan held talks on Tuesday. Juba accused its neighbour of theft in January. "
        "The European Union urged the two leaders to settle."
    )
    (urged,) = (e for e in read(reader, text) if e.act == "REQUEST")
    assert (urged.status, urged.time) == ("actual", None)


def test_what_somebody_did_once_does_not_date_what_he_does_now(reader: Reader) -> None:
    text = "The Vatican, which mediated in last year's talks, asked Cuba to free the detainees."
    (asked,) = (e for e in read(reader, text) if e.act == "REQUEST")
    assert asked.status == "actual"


def test_names_in_capitals_are_no_plurals(reader: Reader) -> None:
    text = (
        "ECOWAS gave Niger until Sunday and said it would send troops. Its defence chiefs will meet in Abuja."
    )
    (meeting,) = (e for e in read(reader, text) if e.act == "CONSULT")
    assert [(p.country, "West African" in p.name) for p in meeting.actors] == [(None, True)]


def test_guardsmen_are_nobody_by_name(reader: Reader) -> None:
    text = "National Guardsmen fired tear gas in Caracas. Peru expelled the Venezuelan ambassador on Friday."
    expelled = read(reader, text)[-1]
    assert [p.name for p in expelled.recipients] == ["Venezuelan ambassador"]

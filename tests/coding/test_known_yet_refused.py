"""What was known and yet refused: classes of acts that a rule once left out wrongly, and what it must still leave out."""

from __future__ import annotations

import pytest

from dragoman import Document, Reader
from dragoman.schema import Event


def read(reader: Reader, text: str) -> list[Event]:
    return list(reader.read(Document(text=text, published="2020-01-01")).events)


def acts(reader: Reader, text: str) -> set[str]:
    return {f"{e.act}/{e.mode}" if e.mode else e.act for e in read(reader, text)}


@pytest.mark.parametrize(
    ("text", "act", "to"),
    [
        ("The portfolio holder urged the Congolese government to free the detainees.", "REQUEST", "COD"),
        ("The seventeen also urged Turkmenistan to release the activists.", "REQUEST", "TKM"),
        ("The 120-nation grouping accused Armenia of breaking the truce.", "ACCUSE", "ARM"),
    ],
)
def test_what_is_said_to_a_party_is_said_whoever_says_it(
    reader: Reader, text: str, act: str, to: str
) -> None:
    (event,) = read(reader, text)
    assert (event.act, [p.country for p in event.recipients]) == (act, [to])
    assert [p.country for p in event.actors] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The functionary asked not to be named.",
        "Experience tells Russia to wait.",
        "The moment calls for Sudan to act.",
        "The song asks Ireland to forgive its sons.",
        "Nobody asked France to apologise.",
        "The crisis called on Europe to act.",
        "The visitor asked the gardener to wait.",
    ],
)
def test_nobody_or_nothing_asks_or_nobody_in_politics_is_asked(reader: Reader, text: str) -> None:
    assert not read(reader, text)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Zambia demanded that the army leave Lusaka; Malawi has so far refused.", "REJECT"),
        ("Peru asked Manila to keep its ships away - the Philippine side agrees only for a month.", "AGREE"),
        ("Somalia urged the army to free the nun kidnapped by Kenyan rebels on May 3.", "ASSAULT/abduct"),
        (
            "The talks between Cyprus and Turkey collapsed in June, then Ankara refused to send a team.",
            "CONSULT",
        ),
        ("Mr Johnson, on a visit to Washington this week, urged the French to calm down.", "CONSULT/visit"),
    ],
)
def test_what_stands_beside_a_demand_or_refusal_is_told_as_done(reader: Reader, text: str, act: str) -> None:
    assert act in acts(reader, text)


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("Zambia demanded that the army leave Lusaka.", "REQUEST/yield"),
        ("Mali asked the European Union to send a force backed by helicopters.", "REQUEST/change"),
        ("Mali refused to join the sanctions.", "REJECT/change"),
    ],
)
def test_what_is_demanded_or_refused_is_not(reader: Reader, text: str, only: str) -> None:
    assert acts(reader, text) == {only}


@pytest.mark.parametrize(
    ("text", "act", "states"),
    [
        (
            "India and China have argued over the ridge since May. "
            "The seventh round of talks between the corps commanders was held on Monday.",
            "CONSULT",
            {"IND", "CHN"},
        ),
        (
            "Armenia and Azerbaijan accused each other of firing first. "
            "The shootout between the border guards began at dawn.",
            "ASSAULT",
            {"ARM", "AZE"},
        ),
    ],
)
def test_a_bare_noun_between_which_something_happens_is_of_both_sides(
    reader: Reader, text: str, act: str, states: set[str]
) -> None:
    event = read(reader, text)[-1]
    assert (event.act, {p.country for p in event.actors}) == (act, states)


def test_of_one_state_where_the_story_is_of_one(reader: Reader) -> None:
    text = "France is at odds with its unions. The meeting between the ministers took place at the Elysee."
    assert not read(reader, text)


@pytest.mark.parametrize(
    ("text", "askers"),
    [
        ("At the request of Warsaw, twelve F-16 fighters have been deployed to Lask.", {"POL"}),
        ("The text was withdrawn at the request of Kenya and Uganda.", {"KEN", "UGA"}),
    ],
)
def test_a_wish_that_is_met_was_uttered_whoever_meets_it(reader: Reader, text: str, askers: set[str]) -> None:
    (event,) = [e for e in read(reader, text) if e.act == "REQUEST"]
    assert {p.country for p in event.actors} == askers


@pytest.mark.parametrize(
    "text",
    [
        "The visit did not take place at the request of Japan.",
        "The debate was put off at the request of the sponsors.",
        "He met Rice at the request of the Russian side.",
    ],
)
def test_no_wish_of_nobody_told_and_none_that_is_not_met(reader: Reader, text: str) -> None:
    assert "REQUEST" not in acts(reader, text)


POLITICS = (
    "President Mohamed Bazoum met French Foreign Minister Jean-Yves Le Drian and German Defence Minister "
    "Annegret Kramp-Karrenbauer on Monday. The African Union and ECOWAS urged the armed forces of Mali to return to barracks. "
)
DEAL = "China's CNPC signed a memorandum with Sinopec on a pipeline."


def test_what_a_story_of_politics_tells_of_companies_is_no_mere_business(reader: Reader) -> None:
    assert "SUPPORT" in acts(reader, POLITICS + DEAL)
    assert not read(reader, DEAL)
    assert not acts(
        reader, "Chancellor Olaf Scholz will open a plant of BMW. The carmaker BMW signed a deal with CATL."
    )


@pytest.mark.parametrize(
    ("text", "by", "of"),
    [
        ('"The African Union was ungrateful," said Kenyan President William Ruto.', "KEN", None),
        ('"France has betrayed us," Malian Prime Minister Choguel Maiga told reporters.', "MLI", "FRA"),
    ],
)
def test_a_reproach_in_a_quotation_is_made_by_saying_it(
    reader: Reader, text: str, by: str, of: str | None
) -> None:
    (event,) = read(reader, text)
    assert (event.act, event.actors[0].country, event.recipients[0].country) == ("ACCUSE", by, of)


@pytest.mark.parametrize(
    "text",
    [
        '"India was a good host," said Japanese Prime Minister Shinzo Abe.',
        '"They attacked us at dawn," a Chadian soldier told reporters.',
        '"I was wrong about Rwanda," Congolese President Felix Tshisekedi said.',
    ],
)
def test_what_else_a_quotation_tells_is_colour(reader: Reader, text: str) -> None:
    assert not read(reader, text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Oman has tried to mediate between the two sides since March.", "actual"),
        ("Qatar is trying to mediate between Kabul and Islamabad.", "actual"),
        ("Kenya may try to mediate between Kabul and Islamabad.", "hypothetical"),
    ],
)
def test_who_tries_to_mediate_does_so(reader: Reader, text: str, status: str) -> None:
    (event,) = read(reader, text)
    assert (event.act, event.mode, event.status) == ("CONSULT", "third-party", status)


def test_an_attempt_to_mediate_is_not_the_meeting_of_the_two(reader: Reader) -> None:
    text = (
        "Norway has tried to mediate between Turkey and Greece since July. "
        "The Turkish and Greek foreign ministers met in Bratislava last week."
    )
    assert [e.mode for e in read(reader, text)] == ["third-party", None]


def test_who_tries_to_meet_somebody_need_not_have_met_him(reader: Reader) -> None:
    assert not read(reader, "Kenya tried to meet Lavrov on the sidelines.")


@pytest.mark.parametrize(
    "text",
    [
        "Zelensky held talks over the weekend with the leaders of Poland and Latvia.",
        "Sudan and Egypt held talks over the dam in Khartoum.",
    ],
)
def test_what_is_held_over_a_thing_is_no_threat(reader: Reader, text: str) -> None:
    assert {e.act for e in read(reader, text)} == {"CONSULT"}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Chad and Sudan signed a truce in Doha in May. The truce has largely held since then.",
            {"TCD", "SDN"},
        ),
        ("Armenia fought Azerbaijan in the autumn. A ceasefire has held since Friday.", {"ARM", "AZE"}),
    ],
)
def test_a_truce_that_holds_is_kept_by_both_sides_of_the_story(
    reader: Reader, text: str, sides: set[str]
) -> None:
    event = read(reader, text)[-1]
    assert (event.act, event.mode, {p.country for p in event.actors}) == ("RETREAT", "ceasefire", sides)


def test_a_truce_of_nobody_told_is_kept_by_nobody(reader: Reader) -> None:
    assert not read(reader, "A ceasefire has held since October.")


def test_nobody_known_holds_a_position(reader: Reader) -> None:
    text = "The seventeen later called on the Ethiopian authorities to reopen the corridor."
    reading = reader.read(Document(text=text, published="2020-01-01"))
    assert reading.events
    assert not reading.positions

"""Acts that name nobody, in a text about two states: to both, to the other, to whom the others blame or stand by."""

from __future__ import annotations

import pytest

from dragoman.reader import Reader
from tests.coding.told import coded

QUARREL = (
    "Guatemala accused Belize of killing a farmer. Belize rejected the charge. Belize said that Guatemala had seized a "
    "boat. Guatemala denied it. "
)
BLAMED = (
    "Norway condemned Myanmar for the arrests. Chile called on Myanmar to free the monks. Peru imposed sanctions on "
    "Myanmar. "
)
BACKED = "Latvia voiced support for Moldova. Estonia sent medicines to Moldova. "

BOTH = [
    ("Mexico offered to mediate.", "MEX AGREE -> BLZ,GTM"),
    ("Panama proposed its good offices.", "PAN AGREE -> BLZ,GTM"),
    ("Honduras offered to host talks.", "HND AGREE -> BLZ,GTM"),
    ("Jamaica appealed for calm.", "JAM REQUEST/change -> BLZ,GTM"),
    ("Jamaica called for de-escalation.", "JAM REQUEST/change -> BLZ,GTM"),
    ("Canada urged both sides to show restraint.", "CAN REQUEST/change -> BLZ,GTM"),
    ("Mexico and Panama spoke with Cuba. Canada urged both parties to show restraint.",
     "CAN REQUEST/change -> BLZ,GTM"),
    ("Jamaica welcomed the accord.", "JAM SUPPORT -> BLZ,GTM"),
]  # fmt: skip

OTHER = [
    ("Guatemala sent troops to the border.", "GTM MOBILIZE/troops -> BLZ"),
    ("Guatemala sued at the International Court of Justice in The Hague.", "GTM ACCUSE/allege -> BLZ"),
    ("Belize ruled out any talks.", "BLZ REJECT/meet -> GTM"),
    ("Guatemala freed the captured fishermen.", "GTM RETREAT/release -> BLZ"),
    ("Guatemala offered direct talks.", "GTM AGREE -> BLZ"),
    ("In Belmopan hundreds of people marched to the embassy.", "BLZ PROTEST/demo -> GTM"),
]  # fmt: skip


@pytest.mark.parametrize(("tail", "expected"), BOTH)
def test_who_makes_peace_turns_to_both(reader: Reader, tail: str, expected: str) -> None:
    assert expected in coded(reader, QUARREL + tail)


@pytest.mark.parametrize(("tail", "expected"), OTHER)
def test_what_one_of_two_does_concerns_the_other(reader: Reader, tail: str, expected: str) -> None:
    assert expected in coded(reader, QUARREL + tail)


def test_one_of_the_two_mediates_elsewhere(reader: Reader) -> None:
    assert not any(
        "MEX" in told for told in coded(reader, QUARREL + "Guatemala offered to mediate in Haiti.")
    )


def test_the_embassy_of_a_named_state_is_its_own(reader: Reader) -> None:
    told = coded(reader, QUARREL + "In Belmopan hundreds of people marched to the Mexican embassy.")
    assert "BLZ PROTEST/demo -> MEX" in told


REACTIONS = [
    (BLAMED + "Spain also criticised the trials.", "ESP ACCUSE/disapprove -> MMR"),
    (BLAMED + "Spain demanded respect for the law.", "ESP REQUEST/change -> MMR"),
    (BACKED + "Lithuania pledged solidarity.", "LTU SUPPORT -> MDA"),
    (BACKED + "Poland promised money.", "POL AGREE -> MDA"),
]


@pytest.mark.parametrize(("text", "expected"), REACTIONS)
def test_reactions_turn_on_whom_the_others_turn_on(reader: Reader, text: str, expected: str) -> None:
    assert expected in coded(reader, text)


NOBODY = [
    # violence may be anybody's; something indefinite is not what the others speak of
    (BLAMED + "Spain condemned a bombing in Kabul.", "ESP ACCUSE/disapprove -> MMR"),
    (BLAMED + "Spain opposed any military operation.", "ESP ACCUSE/disapprove -> MMR"),
    (BACKED + "Poland promised an inquiry.", "POL AGREE -> MDA"),
]


@pytest.mark.parametrize(("text", "wrong"), NOBODY)
def test_reactions_to_something_else(reader: Reader, text: str, wrong: str) -> None:
    assert wrong not in coded(reader, text)


SPOKEN_TO = [
    (
        "Chilean President Sebastian Pinera telephoned Cristina Fernandez and offered help.",
        "CHL AGREE -> ARG",
    ),
    ("Spain backed Morocco on Monday. Portugal expressed solidarity.", "PRT SUPPORT -> MAR"),
    ("Qatar urged Djibouti and Eritrea to talk and offered its help.", "QAT AGREE -> DJI,ERI"),
]


@pytest.mark.parametrize(("text", "expected"), SPOKEN_TO)
def test_whom_one_has_just_spoken_to_or_of(reader: Reader, text: str, expected: str) -> None:
    assert expected in coded(reader, text)


def test_a_promise_goes_to_nobody_that_one_has_called_names(reader: Reader) -> None:
    told = coded(reader, "Kenya called the raid by Somalia a mistake and promised an inquiry.")
    assert not any("AGREE -> SOM" in one for one in told)


def test_rebels_threaten_the_state_that_they_fight(reader: Reader) -> None:
    text = "The Colombian army killed ten FARC rebels in Colombia. Colombia sent troops to Arauca. The FARC threatened to paralyse the roads."
    assert "COL THREATEN -> COL" in coded(reader, text)


def test_charges_are_no_party_to_an_arrest(reader: Reader) -> None:
    assert "KEN COERCE/arrest -> KEN" in coded(
        reader, "Kenya arrested ten men on charges of spying for Sudan."
    )


def test_an_envoy_is_pulled_out_of_where_he_is_posted(reader: Reader) -> None:
    told = coded(reader, QUARREL + "Belize pulled its envoy out of Havana.")
    assert any("SANCTION/withdraw -> CUB" in one for one in told)


def test_a_refusal_answers_those_at_home_who_asked(reader: Reader) -> None:
    text = "Kuwaiti deputies asked the prime minister of Kuwait for a share of the oil money. The government refused."
    assert any(one.startswith("KWT REJECT") and one.endswith("-> KWT") for one in coded(reader, text))

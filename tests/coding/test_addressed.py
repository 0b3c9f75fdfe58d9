"""Whom an act in words is addressed to when it names nobody: one's own government, who owes what is demanded, nobody."""

from __future__ import annotations

import pytest

from dragoman import Reader
from tests.coding.told import coded


def _read(reader: Reader, text: str) -> list[str]:
    return coded(reader, text, "2011-03-10")


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("Kenya's main trade union demanded a rise of the minimum wage.", "KEN REQUEST/change -> KEN"),
        ("Peruvian bishops denounced the use of force.", "PER ACCUSE/disapprove -> PER"),
        # violence may be anybody's
        ("Bolivia's opposition condemned the assassination of a mayor.", "BOL ACCUSE/disapprove"),
        # those who govern speak to others
        ("The Zambian government demanded a rise of prices.", "ZMB REQUEST/change"),
    ],
)
def test_those_who_do_not_govern_address_their_own_government(reader: Reader, text: str, gives: str) -> None:
    assert _read(reader, text) == [gives]


_STORY = "Chad recalled its envoy from Sudan. Sudan accused Chad of lies. Chad rejected the words of Sudan. Sudan mourned. "


def test_what_one_refuses_for_oneself_is_refused_to_nobody(reader: Reader) -> None:
    assert _read(reader, _STORY + "President Deby refused to resign.")[-1] == "TCD REJECT/change"
    assert _read(reader, _STORY + "President Deby refused to meet.")[-1] == "TCD REJECT/meet -> SDN"


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        (
            "A court in Minsk sentenced a Latvian student to two years in prison. Riga demanded her release.",
            "LVA REQUEST/yield -> BLR",
        ),
        ("Ghana shelled a village in Togo. Lome demanded an apology.", "TGO REQUEST/yield -> GHA"),
        ("Ghana shelled a village in Togo. Lome demanded a ceasefire.", "TGO REQUEST/yield"),
        ("Ghana shelled a village in Togo. France demanded an apology.", "FRA REQUEST/yield"),
        (
            "Malian and Nigerien border guards exchanged fire. Mali demanded compensation.",
            "MLI REQUEST/change -> NER",
        ),
    ],
)
def test_who_has_done_the_wrong_owes_what_is_demanded(reader: Reader, text: str, gives: str) -> None:
    assert _read(reader, text)[-1] == gives


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        # a place of another matter is not where those are from whom police arrest
        (
            "Colombian police arrested dozens of suspects in the hunt for the men who robbed a bank in Caracas.",
            "COL COERCE/arrest -> COL",
        ),
        ("Israeli soldiers detained 20 men in Hebron on Sunday.", "ISR COERCE/arrest -> PSE"),
        # nobody is told who is to bring the guilty to justice
        (
            "The Security Council demanded that those responsible for the bombing be brought to justice.",
            "IGO REQUEST/change",
        ),
    ],
)
def test_a_default_of_what_is_demanded_or_a_place_elsewhere_tells_no_party(
    reader: Reader, text: str, gives: str
) -> None:
    assert _read(reader, text) == [gives]


def test_envoys_are_recalled_from_the_state_that_the_story_names_most(reader: Reader) -> None:
    story = (
        "Chad jailed a priest. Chad shut a church in Chad. Chad shut two schools. France and Togo mourned. "
    )
    assert _read(reader, story + "Ghana recalled its ambassador.")[-1] == "GHA SANCTION/withdraw -> TCD"
    assert _read(reader, story + "Ghana left the accord.")[-1:] != ["GHA SANCTION/withdraw -> TCD"]


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("Norway condemned the execution of two men in Iran.", "NOR ACCUSE/disapprove -> IRN"),
        (
            "The Danish foreign minister criticised the trial of a priest in Chad and called on the authorities to free him.",
            "DNK REQUEST/yield -> TCD",
        ),
        (
            "Peru's foreign minister regretted the decision of Brazil to close a bridge. He asked that it be reviewed.",
            "PER REQUEST/change -> BRA",
        ),
        ("Ghana deported forty Togolese traders. Benin expressed anger over the deportations.", "BEN ACCUSE/disapprove -> GHA"),
        ("Norway condemned the bombing of Sanaa.", "NOR ACCUSE/disapprove"),
    ],
)  # fmt: skip
def test_who_is_turned_against_is_told_by_the_deed_or_the_clause_before(
    reader: Reader, text: str, gives: str
) -> None:
    assert _read(reader, text)[-1] == gives

"""Whom participants act for: armed groups for no state, envoys not for the one they are sent to."""

from __future__ import annotations

import pytest

from dragoman import Document, Reader
from dragoman.coding.examples import notations
from dragoman.exports import Selection, table


def test_an_armed_group_acts_for_no_state_but_belongs_to_one(reader: Reader) -> None:
    reading = reader.read("Hezbollah fired rockets at Israel.", published="2023-11-02")
    (event,) = reading.events
    assert [(p.name, p.country, p.sector) for p in event.actors] == [("Hezbollah", None, "REB")]
    assert [reading.country_of(p) for p in event.actors] == ["LBN"]
    assert notations(reading) == ["LBN ASSAULT/heavy-weapons -> ISR"]
    (row,) = table.rows([reading], Selection())
    assert row["actor_codes"] == ["LBN"]


def test_rebels_known_by_their_country_alone_keep_it(reader: Reader) -> None:
    (event,) = reader.read("Chadian rebels attacked a Sudanese garrison.", published="2008-02-02").events
    assert [p.country for p in event.actors] == ["TCD"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Japan's vice minister Chikao Kawai summoned Ambassador Cheng Yonghua in Tokyo. China sent six ships.", "CHN"),
        ("Niger's junta expelled Ambassador Sylvain Itte. France rejected the demand.", "FRA"),
        ("Niger recalled its ambassador, Issa Moussa. France regretted the decision.", "NER"),
    ],
)  # fmt: skip
def test_an_ambassador_is_not_of_the_state_that_deals_with_him(
    reader: Reader, text: str, country: str
) -> None:
    reading = reader.read(Document(text=text, published="2012-09-14"))
    assert [a.country for a in reading.actors if a.office and "ambassador" in a.office] == [country]


def test_somebody_is_of_the_state_that_the_text_says(reader: Reader) -> None:
    text = "SEPANG, Malaysia (Reuters) - Police arrested Doan Thi Huong of Vietnam on Wednesday."
    assert notations(reader.read(text, published="2017-02-16")) == ["MYS COERCE/arrest -> VNM"]


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("Armenia reported shelling by Azerbaijan along the border.", "AZE ASSAULT/heavy-weapons"),
        ("Kyiv condemned shelling by Russian forces.", "UKR ACCUSE/disapprove -> RUS"),
    ],
)
def test_a_gerund_with_its_doer_names_the_deed(reader: Reader, text: str, gives: str) -> None:
    assert notations(reader.read(text, published="2022-09-14")) == [gives]

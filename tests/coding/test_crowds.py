"""Protests told by crowds, by a noun that no verb brings about, and what is none."""

from __future__ import annotations

import pytest

from dragoman.coding.examples import notations
from dragoman.reader import Reader


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("At least 12 people have died in protests over fuel prices in Haiti.", "HTI PROTEST/demo -> HTI"),
        ("After weeks of protests in Armenia, the cabinet met.", "ARM PROTEST/demo -> ARM"),
        ("Shares fell in Athens amid a general strike.", "GRC PROTEST/strike -> GRC"),
        ("Mass protests toppled the president of Sudan.", "SDN PROTEST/demo -> SDN"),
        ("Turnout was low in the elections following riots in Dhaka.", "BGD PROTEST/riot -> BGD"),
        ("ATHENS - Unions met as a general strike brought ferries to a halt.", "GRC PROTEST/strike -> GRC"),
        ("Some ten thousand people marched across the Greek capital on Friday.", "GRC PROTEST/demo -> GRC"),
        ("Afghan students tried to break into the American base at Bagram.", "AFG PROTEST/riot -> USA"),
        ("Workers in Lima walked out in protest against Chile's decision.", "PER PROTEST/strike -> CHL"),
        ("Opposition supporters stormed parliament in Tbilisi.", "GEO PROTEST/riot -> GEO"),
        ("Parisians marched against the war in Iraq.", "FRA PROTEST/demo -> FRA"),
        ("A strike halted most trains in Portugal.", "PRT PROTEST/strike -> PRT"),
        ("Police in Rangoon dispersed a march by monks.", "MMR PROTEST/demo -> MMR"),
        ("Thousands of Belarusians defied a ban in Minsk.", "BLR PROTEST/demo -> BLR"),
        ("Clashes broke out in Lome between students and police.", "TGO PROTEST/riot -> TGO"),
        ("Lebanese banged pots from their balconies.", "LBN PROTEST/demo -> LBN"),
        ("Students in Lome refused to vote.", "TGO PROTEST/boycott -> TGO"),
        ("Supporters of Hezbollah blocked the highway in Beirut.", "LBN PROTEST/obstruct -> LBN"),
        ("Dozens of young men clashed with soldiers in Lome.", "TGO PROTEST/riot -> TGO"),
        ("Demonstrations had been called by the Front for Change in Togo.", "TGO PROTEST/demo -> TGO"),
        (
            "Togo's government gave way after traders joined nurses in their protests.",
            "TGO PROTEST/demo -> TGO",
        ),
        ("Hundreds were detained at a rally in Minsk.", "BLR PROTEST/demo -> BLR"),
        ("Anti-French demonstrations swept Malian cities.", "MLI PROTEST/demo -> FRA"),
    ],
)
def test_a_protest_is_told(reader: Reader, text: str, gives: str) -> None:
    assert gives in notations(reader.read(text))


@pytest.mark.parametrize(
    "text",
    [
        "The minister resigned in protest at the treatment of refugees in Hungary.",
        "The 1989 protests in Tiananmen Square are never mentioned in Chinese media.",
        "Police in Jakarta warned that further protests would not be tolerated.",
        "A strike on a convoy in Yemen killed ten people.",
        "Lukashenko accused the West of being behind the protests in Minsk.",
        "A drone strike halted flights at the airport of Baghdad.",
        "Tunisia's players protested against the referee.",
    ],
)
def test_what_is_no_protest(reader: Reader, text: str) -> None:
    assert not [e for e in reader.read(text).events if e.act == "PROTEST"]


def test_what_came_of_a_riot_is_not_whom_it_was_against(reader: Reader) -> None:
    text = "Protesters in Santiago torched metro stations and looted shops, prompting President Pinera to resign."
    assert [n for n in notations(reader.read(text)) if "PROTEST" in n] == ["CHL PROTEST/riot -> CHL"]


def test_a_protest_told_in_passing_is_told_once(reader: Reader) -> None:
    text = "Protesters clashed with police in Dhaka on Monday. Ten people died in the protests in Dhaka."
    (riot,) = [e for e in reader.read(text, published="2024-07-16").events if e.act == "PROTEST"]
    assert riot.mode == "riot"


def test_a_gathering_broken_up_by_force_is_not_banned_beside(reader: Reader) -> None:
    acts = [e.act for e in reader.read("Burmese police used tear gas to break up a march by monks.").events]
    assert sorted(acts) == ["ASSAULT", "PROTEST"]


def test_what_a_crowd_breaks_beside_its_target_is_one_riot(reader: Reader) -> None:
    text = "Thousands of Chinese smashed windows and threw rocks at the Japanese consulate in Shanghai."
    assert [n for n in notations(reader.read(text)) if "PROTEST" in n] == ["CHN PROTEST/riot -> JPN"]


def test_a_march_that_turns_to_stones_is_a_riot(reader: Reader) -> None:
    text = "Palestinian youths marched in Nablus and threw stones at Israeli soldiers."
    assert [n for n in notations(reader.read(text)) if "PROTEST" in n] == ["PSE PROTEST/riot -> ISR"]


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("Togo's junta banned all protests.", ["TGO COERCE/restrict -> TGO"]),
        ("In Togo, youths killed a soldier.", ["TGO ASSAULT -> TGO"]),
        ("Tear gas was fired at dockers in Lome.", ["TGO ASSAULT/crowd-control -> TGO"]),
        ("Government supporters exchanged gunfire with strikers in Togo.", ["TGO ASSAULT"]),
        ("Activists in Togo clashed with police, leaving 25 people injured.", ["TGO PROTEST/riot -> TGO"]),
        ("Thirty nurses were killed in protests in Togo amid searches by soldiers.", ["UAF ASSAULT -> TGO", "TGO PROTEST/demo -> TGO"]),
    ],
)  # fmt: skip
def test_what_is_beside_a_protest(reader: Reader, text: str, gives: list[str]) -> None:
    assert notations(reader.read(text)) == gives


def test_what_marchers_demand_is_no_demand_beside(reader: Reader) -> None:
    text = "Demonstrators demanding the resignation of the president gathered in Skopje."
    assert notations(reader.read(text)) == ["MKD PROTEST/demo -> MKD"]

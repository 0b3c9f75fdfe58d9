"""Positions told in ways where the words stand apart, turn or hang elsewhere, and what is none."""

from __future__ import annotations

import pytest

from dragoman.reader import Reader

CASES = [
    ("Chile condemned the coup, as did Peru.", {("opposes", "CHL", "coup"), ("opposes", "PER", "coup")}),
    ("Chile called the embargo illegal.", {("opposes", "CHL", "embargo")}),
    ("Chile poured scorn on the plan to reopen the canal.", {("opposes", "CHL", "plan to reopen the canal")}),
    ("Chile took issue with the plan.", {("opposes", "CHL", "plan")}),
    ("Chile lashed out at the plan to close the border.", {("opposes", "CHL", "plan to close the border")}),
    ("Chile excluded any change of the treaty.", {("opposes", "CHL", "change of the treaty")}),
    ("Chile waved off the Kenyan objections.", {("opposes", "CHL", "Kenyan objections")}),
    ("Peru rejected the Chilean demand.", {("opposes", "PER", "Chilean demand")}),
    ("Chile is satisfied with the decision to lift the curfew.", {("supports", "CHL", "decision to lift the curfew")}),
    ("Chile is dissatisfied with the closing of the port.", {("opposes", "CHL", "closing of the port")}),
    ("Chile praised Kenya for lifting the embargo.", {("supports", "CHL", "lifting the embargo")}),
    ("Chile is willing to sit down with Peru.", {("supports", "CHL", "sit down with Peru")}),
    ("The Senate in Washington voted to end the embargo.", {("supports", "USA", "end of the embargo")}),
    ("Chile gave Kenya three days to free the prisoners.", {("demands", "CHL", "release of the prisoners")}),
    ("Chile is not convinced by the results of the inquiry.", {("doubts", "CHL", "results of the inquiry")}),
    ("Chile does not believe that the truce will hold.", {("doubts", "CHL", "truce will hold")}),
    ("Chile has little faith in the truce.", {("doubts", "CHL", "truce")}),
    ("Kenya closed the border. Chile condemned the move.", {("opposes", "CHL", "move")}),
    ("Hungary refuses all sharing.", {("opposes", "HUN", "sharing")}),
    ("France favoured sending a force.", {("supports", "FRA", "sending a force")}),
    ("Chile reacted angrily to the decision to close the port.", {("opposes", "CHL", "decision to close the port")}),
    ("Chile asked that no arms be sent to Somalia.", {("opposes", "CHL", "dispatch of arms")}),
    ("Chile reiterated its call on Kenya to free the prisoners.", {("demands", "CHL", "release of the prisoners")}),
    ("Lavrov said there was no alternative to the treaty.", {("supports", "RUS", "treaty")}),
    ("“An embargo makes no sense,” Lavrov said.", {("opposes", "RUS", "embargo")}),
]  # fmt: skip
NONE = [
    "Chile voiced concern over the fighting.",
    "Chile dropped its demand for a fee.",
    "Chile has not decided whether to support the treaty.",
    "Chile did not say whether it supports the treaty.",
    "Chile supported itself by fishing.",
    "The leaders of Chile and Peru met to press for a truce.",
    "Chile thanked Kenya for its hospitality.",
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_ways_of_standing(reader: Reader, text: str, wanted: set[tuple[str, str, str]]) -> None:
    found = reader.read(text, published="2004-05-12").positions
    assert {(p.stance, p.holder.country, p.issue.label) for p in found} == wanted


@pytest.mark.parametrize("text", NONE)
def test_no_stance(reader: Reader, text: str) -> None:
    assert not reader.read(text, published="2004-05-12").positions

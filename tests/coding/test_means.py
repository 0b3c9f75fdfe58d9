"""The mode of an act from what its clause names: weapons of an assault, measures of a sanction."""

from __future__ import annotations

import pytest

from dragoman import Document, Reader


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Turkish soldiers attacked Kurdish rebels with knives.", "primitive"),
        ("Turkish helicopters attacked Kurdish rebels.", "aerial"),
        ("Turkish soldiers attacked Kurdish rebels using drones.", "drone"),
        ("Four Turkish soldiers were killed by gunfire.", "firearms"),
        ("Turkish soldiers killed four Kurdish rebels in a shootout.", "firearms"),
        ("Rebels attacked Turkish soldiers with rifles and artillery.", "heavy-weapons"),
        ("Turkish soldiers attacked Kurdish rebels.", None),
    ],
)
def test_the_weapon_decides_the_mode(reader: Reader, text: str, mode: str | None) -> None:
    events = reader.read(Document(text=text, published="2016-05-04")).events
    assert [(e.act, e.mode) for e in events] == [("ASSAULT", mode)]


@pytest.mark.parametrize(
    ("text", "act", "mode"),
    [
        ("Norway imposed an embargo on Chad.", "SANCTION", "discontinue"),
        ("Norway punished Chad.", "SANCTION", "discontinue"),
        ("Norway closed its embassy in Chad.", "SANCTION", "withdraw"),
        ("Norway threatened to impose an embargo on Chad.", "THREATEN", "restrict"),
    ],
)
def test_a_measure_decides_the_mode_of_a_sanction(
    reader: Reader, text: str, act: str, mode: str | None
) -> None:
    events = reader.read(Document(text=text, published="2016-05-04")).events
    assert [(e.act, e.mode) for e in events] == [(act, mode)]

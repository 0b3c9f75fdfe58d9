from __future__ import annotations

import pytest

from dragoman.coding import derive_plover
from dragoman.coding.examples import notations
from dragoman.reader import Reader

CASES = [
    ("Lavrov will hold talks with Kerry on Tuesday.", "RUS,USA CONSULT future"),
    ("The meeting between Serbia and Kosovo was cancelled.", None),
    ("Russia did not attack Georgia.", "RUS ASSAULT negated -> GEO"),
    ("France was accused by Mali of arming rebels.", "MLI ACCUSE/allege -> FRA"),
    ("Iran refused to meet the American delegation.", "IRN REJECT/meet -> USA"),
    ("Turkey threatened to expel the French ambassador.", "TUR THREATEN/expel -> FRA"),
    ("Syria denied that it had shelled Turkey.", None),
]


@pytest.mark.parametrize(("text", "gives"), CASES)
def test_coded(reader: Reader, text: str, gives: str | None) -> None:
    found = notations(reader.read(text, published="2015-12-14"))
    if gives is None:
        assert not [
            f
            for f in found
            if ("CONSULT" in f and "cancelled" not in f) or ("ASSAULT" in f and "negated" not in f)
        ]
    else:
        assert gives in found


def test_distractors_give_nothing(reader: Reader) -> None:
    for text in (
        "Brazil beat Germany in the final on Sunday.",
        "Shares rallied in Tokyo on Monday.",
        "The film was shot in Morocco.",
        "A storm killed ten people in Cuba.",
    ):
        assert reader.read(text).events == [], text


@pytest.mark.parametrize(
    ("act", "mode", "status", "event"),
    [
        ("CONSULT", "visit", "future", "AGREE"),
        ("RETREAT", "withdraw", "future", "CONCEDE"),
        ("ASSAULT", None, "hypothetical", "THREATEN"),
        ("CONCEDE", None, "future", "CONCEDE"),
        ("CONSULT", "visit", "actual", "CONSULT"),
    ],
)
def test_plover_is_derived_by_the_codebook(act: str, mode: str | None, status: str, event: str) -> None:
    assert derive_plover(act, mode, status).event == event  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Nine Indian soldiers were killed when Pakistani troops shelled a post.", [("PAK", "IND")]),
        ("Nine Indian soldiers were killed and two Indian officers were injured in Jammu.", [("UAF", "IND")]),
        (
            "Pakistani troops killed nine Indian soldiers and bombed a Nepalese bridge.",
            [("PAK", "IND"), ("PAK", "NPL")],
        ),
    ],
)
def test_a_toll_is_no_assault_of_its_own(reader: Reader, text: str, acts: list[tuple[str, str]]) -> None:
    events = reader.read(text).events
    told = [
        (e.actors[0].country or e.actors[0].sector, e.recipients[0].country)
        for e in events
        if e.act == "ASSAULT"
    ]
    assert told == acts

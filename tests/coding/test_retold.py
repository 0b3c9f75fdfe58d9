"""Violence told more than once is one act; another blow is another act."""

from __future__ import annotations

import pytest

from dragoman import Reader
from dragoman.coding.examples import notations


def told(reader: Reader, text: str) -> list[str]:
    return notations(reader.read(text, published="2016-05-04"))


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        # One sentence.
        ("A U.S. soldier was killed and two were wounded when a bomb exploded beside a road in Iraq.", "UAF ASSAULT/explosives -> USA"),
        ("Gunmen attacked a convoy in Mali, wounding six soldiers and killing two.", "UAF ASSAULT -> MLI"),
        ("Malian soldiers killed nine rebels during a raid on a camp near Kidal.", "MLI ASSAULT -> MLI"),
        ("Israel launched air strikes on Gaza on Friday, killing a Palestinian commander.", "ISR ASSAULT/aerial -> PSE"),
        ("Somali troops used mines to ambush a column of rebels.", "SOM ASSAULT/explosives -> SOM"),
        ("Nine Somali rebels were arrested in an American and Kenyan army raid.", "KEN,USA COERCE/arrest -> SOM"),
        ("Rebels killed five policemen guarding a mast in Mali.", "MLI ASSAULT -> MLI"),
        ("Mercenaries killed two Malian soldiers.", "UAF ASSAULT -> MLI"),
        # What comes back later.
        ("A car bomb exploded in Baghdad on Monday. The blast killed nine Iraqi policemen.", "UAF ASSAULT/explosives -> IRQ"),
        ("Gunmen attacked a market in Karachi on Monday. Three policemen were killed.", "UAF ASSAULT -> PAK"),
        ("Gunmen attacked a market in Karachi on Monday. One policeman was killed in the attack.", "UAF ASSAULT -> PAK"),
        ("A suicide bomber attacked a base in Kandahar. The Taliban claimed responsibility for the attack.", "AFG ASSAULT/suicide-attack -> AFG"),
        ("Gunmen stormed a hotel in Bamako on Friday. The gunmen stormed the hotel shortly after dawn.", "UAF ASSAULT -> MLI"),
    ],
)  # fmt: skip
def test_told_once(reader: Reader, text: str, gives: str) -> None:
    assert told(reader, text) == [gives]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a market in Karachi on Monday. Three soldiers were killed in another attack in Quetta.",
        "Gunmen attacked a market in Karachi on Monday. Police killed three smugglers in Lahore.",
        "A bomb exploded in Baghdad on Monday. Nine soldiers were killed in Cairo.",
        "Gunmen killed a policeman in Karachi on Monday. Last week three policemen were killed.",
        "Rebels attacked a base in Chad on Sunday. The rebels attacked the base again on Tuesday.",
    ],
)
def test_told_of_two(reader: Reader, text: str) -> None:
    assert len(told(reader, text)) == 2


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Malian soldiers stationed in Kidal attacked a village.", ["MLI ASSAULT -> MLI"]),
        ("There were Malian soldiers massed in Kidal.", ["MLI MOBILIZE/troops -> MLI"]),
        ("Niger visited territory occupied by Libya.", []),
        ("The Russian attack was a crime.", []),
        ("Police in Nigeria arrested ten men suspected of involvement in the kidnapping of a British couple.", ["NGA COERCE/arrest -> NGA"]),
    ],
)  # fmt: skip
def test_who_somebody_is(reader: Reader, text: str, acts: list[str]) -> None:
    assert [a for a in told(reader, text) if "CONSULT" not in a] == acts


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("Some attackers invaded a village in Nigeria but were repelled by the army.", {"UAF ASSAULT -> NGA", "NGA ASSAULT -> UAF"}),
        ("Rockets fired by Houthi rebels killed 14 civilians in Taiz, residents said.", {"YEM ASSAULT/heavy-weapons -> YEM"}),
        ("Three Syrian rebels were killed in a clash with Turkish soldiers.", {"TUR ASSAULT -> SYR"}),
        ("A Chadian policeman was reported to have been killed.", {"UAF ASSAULT -> TCD"}),
        ("The soldiers left a village in Chad without attacking anybody.", set()),
    ],
)  # fmt: skip
def test_who_strikes(reader: Reader, text: str, gives: set[str]) -> None:
    assert {a for a in told(reader, text) if "ASSAULT" in a} == gives


@pytest.mark.parametrize(
    "text",
    [
        "Students clashed with riot police in Athens; 24 people were injured.",
        "Students clashed with riot police in Athens on Monday. Twelve people were injured.",
        "Students clashed with riot police in Athens on Monday and 12 people were hurt.",
    ],
)
def test_those_hurt_in_a_riot_are_no_attack_by_strangers(reader: Reader, text: str) -> None:
    assert told(reader, text) == ["GRC PROTEST/riot -> GRC"]


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("Gunmen killed nine policemen in Sinai.", "UAF ASSAULT -> EGY"),
        ("Three soldiers were killed in Sinai on Saturday.", "UAF ASSAULT -> EGY"),
        ("Police shot two demonstrators dead.", "EGY ASSAULT/firearms -> EGY"),
    ],
)
def test_an_attack_after_a_riot_is_one(reader: Reader, text: str, more: str) -> None:
    given = f"Protesters clashed with police in Cairo on Friday. {text}"
    assert told(reader, given) == ["EGY PROTEST/riot -> EGY", more]


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("Iran summoned the Swiss ambassador on Sunday. The Swiss ambassador, Giulio Haas, was summoned to the Iranian Foreign Ministry over a speech.", ["IRN ACCUSE/disapprove -> CHE"]),
        ("Iran summoned the Swiss ambassador on Sunday. On Monday the Swiss ambassador was summoned to the Iranian Foreign Ministry.", ["IRN ACCUSE/disapprove -> CHE", "IRN ACCUSE/disapprove -> CHE"]),
        ("Iran summoned the Swiss ambassador on Sunday. Iran summoned the British ambassador, too.", ["IRN ACCUSE/disapprove -> CHE", "IRN ACCUSE/disapprove -> GBR"]),
        ("Norway expelled four Russian diplomats on Monday. A diplomatic source in Oslo had announced the expulsion of the Russian diplomats.", ["NOR SANCTION/expel -> RUS"]),
        ("Norway expelled four Russian diplomats on Monday. Denmark expelled three Russian diplomats.", ["NOR SANCTION/expel -> RUS", "DNK SANCTION/expel -> RUS"]),
        ("Lavrov had a telephone conversation with Kerry on Tuesday. The call was initiated by the United States.", ["RUS,USA CONSULT/phone"]),
        ("Davutoglu and Zarif spoke by phone on Tuesday. The conversation took place at the initiative of Turkey.", ["IRN,TUR CONSULT/phone"]),
    ],
)  # fmt: skip
def test_contacts_and_protests_told_again(reader: Reader, text: str, gives: list[str]) -> None:
    assert told(reader, text) == gives


def test_who_was_called_in_keeps_his_name(reader: Reader) -> None:
    text = "Iran summoned the Swiss ambassador on Sunday. The Swiss ambassador, Giulio Haas, was summoned to the Iranian Foreign Ministry over a speech."
    (event,) = reader.read(text, published="2016-05-04").events
    assert [p.name for p in event.recipients] == ["Giulio Haas"]
    assert event.time is not None
    assert event.time.start == "2016-05-01"

"""Acts of words and decisions: who accuses, votes out, blocks or punishes whom, in the constructions of news."""

from __future__ import annotations

import pytest

from dragoman import Reader
from tests.coding.told import coded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Cuba denounced South Korea for holding military exercises.",
            ["CUB ACCUSE/disapprove -> KOR"],
        ),
        (
            "Kenya denounced South Sudan for conducting military exercises.",
            ["KEN ACCUSE/disapprove -> SSD"],
        ),
        ("Laos denounced the north for conducting military exercises.", []),
        (
            "Chad praised Gabon for shelling Togo.",
            ["GAB ASSAULT/heavy-weapons -> TGO"],
        ),
    ],
)
def test_whoever_is_judged_for_a_deed_did_it(reader: Reader, text: str, expected: list[str]) -> None:
    found = coded(reader, text)
    assert [x for x in expected if x not in found] == []
    assert not any(x.startswith(("CUB MOB", "KEN MOB", "LAO MOB", "TCD ASSAULT")) for x in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru said it was concerned at sanctions the European Union imposed on Mali.",
            "IGO SANCTION/discontinue -> MLI",
        ),
        ("Peru regretted the tariffs Canada had slapped on Ghana.", "CAN SANCTION/discontinue -> GHA"),
        ("Peru regretted the tariffs slapped on Ghana by Canada.", "CAN SANCTION/discontinue -> GHA"),
    ],
)
def test_a_measure_is_theirs_who_are_said_to_have_taken_it(reader: Reader, text: str, expected: str) -> None:
    found = coded(reader, text)
    assert expected in found
    assert not any(x.startswith("PER SANCTION") for x in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Eritrea and Ethiopia accuse one another of breaking the truce.",
            "ERI,ETH ACCUSE/allege -> ERI,ETH",
        ),
        (
            "Thailand and Cambodia expelled one another's diplomats.",
            "KHM,THA SANCTION/expel -> KHM,THA",
        ),
        ("Thailand and Cambodia expelled another Lao diplomat.", "KHM,THA SANCTION/expel -> LAO"),
    ],
)
def test_one_another(reader: Reader, text: str, expected: str) -> None:
    assert coded(reader, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "French Prime Minister Edouard Daladier was ousted in a no-confidence vote.",
            ["FRA SANCTION -> FRA"],
        ),
        ("Ecuador's Congress removed President Abdala Bucaram from office.", ["ECU SANCTION -> ECU"]),
        ("Spain's government fell after losing a confidence vote.", ["ESP SANCTION -> ESP"]),
        ("Spanish tenor Placido Domingo was removed in a television vote.", []),
        ("Prime Minister Janez Jansa of Slovenia was defeated in a tennis match.", []),
    ],
)
def test_chambers_vote_governments_out(reader: Reader, text: str, expected: list[str]) -> None:
    assert coded(reader, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia blocked the adoption of a resolution on Sudan.", ["RUS REJECT/change -> SDN"]),
        ("Hungary blocked the approval of a loan to Ukraine.", ["HUN REJECT/change -> UKR"]),
        ("A Hungarian clinic blocked the adoption of a child.", []),
    ],
)
def test_blocking_what_others_would_adopt(reader: Reader, text: str, expected: list[str]) -> None:
    assert coded(reader, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The UN General Assembly adopted a resolution condemning Eritrea's deployment.",
            ["ACCUSE/disapprove -> ERI"],
        ),
        (
            "A resolution rebuking Syria was passed by the board of governors of the IAEA.",
            ["ACCUSE/disapprove -> SYR"],
        ),
        (
            "The Security Council adopted a resolution imposing sanctions on Eritrea.",
            ["SANCTION/discontinue -> ERI"],
        ),
        ("The Security Council adopted a resolution on Eritrea.", ["SUPPORT -> ERI"]),
        (
            "The European Parliament voted in favour of a resolution condemning Eritrea.",
            ["ACCUSE/disapprove -> ERI"],
        ),
        ("The European Parliament voted for a treaty with Eritrea.", ["SUPPORT -> ERI"]),
        ("The Security Council adopted a resolution that extends its mission in Mali.", ["SUPPORT -> MLI"]),
    ],
)
def test_an_adopted_text_does_what_it_says(reader: Reader, text: str, expected: list[str]) -> None:
    told = [x.removeprefix("IGO ") for x in coded(reader, text) if "MOBILIZE" not in x]
    assert told == expected


@pytest.mark.parametrize(
    ("text", "unsaid"),
    [
        (
            "The United States renewed calls on the junta in Conakry to cede power, "
            "restore the constitution, release all detainees and lift the curfew.",
            ("USA RETREAT", "USA CONCEDE"),
        ),
        (
            "Ghana urged Togo to withdraw its troops, release the hostages and lift the siege.",
            ("GHA RETREAT", "GHA CONCEDE"),
        ),
    ],
)
def test_a_row_of_demands(reader: Reader, text: str, unsaid: tuple[str, ...]) -> None:
    found = coded(reader, text)
    assert any(x.split()[1].startswith("REQUEST") for x in found)
    assert not any(x.startswith(unsaid) for x in found)


def test_what_is_done_in_a_row_is_done(reader: Reader) -> None:
    found = coded(reader, "Ghana asked Togo to wait, expelled its envoy and froze its assets.")
    assert any(x.startswith("GHA SANCTION/expel") for x in found)


@pytest.mark.parametrize(
    ("text", "unsaid"),
    [
        (
            'Canadian Foreign Minister Melanie Joly said: "We will act should the Malian army not change course."',
            "REQUEST",
        ),
        ("President Lula said he wishes to end the dispute with Paraguay.", "REQUEST"),
        ("The Kenyan government applies Uganda's policy at the border.", "REQUEST"),
        ("Angola has long denied allegations that rebels of Congo hide on its soil.", "ACCUSE"),
        ("The African Union has rallied around President Camara of Guinea.", "PROTEST"),
    ],
)
def test_none_of_these_is_asked_or_said(reader: Reader, text: str, unsaid: str) -> None:
    assert not any(x.split()[1].startswith(unsaid) for x in coded(reader, text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Canadian Foreign Minister Melanie Joly said the Malian army should change course.",
            "CAN REQUEST/change -> MLI",
        ),
        ("President Lula said he wants Paraguay to end the blockade.", "BRA REQUEST"),
        ("Moldova applied to the European Union for membership.", "MDA REQUEST/assist -> IGO"),
        ("Angola says that Congolese rebels attacked its soldiers.", "ASSAULT"),
        ("Thousands of Guineans rallied in Conakry against the president.", "GIN PROTEST/demo -> GIN"),
    ],
)
def test_while_these_are(reader: Reader, text: str, expected: str) -> None:
    assert any(expected in x for x in coded(reader, text))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Bhutan has never recognised or condemned the junta in Mali.", ["negated", "negated"]),
        ("Bhutan has not threatened or condemned Mali.", ["negated"]),
    ],
)
def test_a_negation_goes_on_behind_or(reader: Reader, text: str, status: list[str]) -> None:
    assert [e.status for e in reader.read(text).events] == status


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chad shut the Bolivian embassy and gave diplomatic staff 48 hours to leave the country.",
            "TCD SANCTION/expel -> BOL",
        ),
        ("Chad gave a Bolivian photographer 48 hours to leave the country.", "TCD COERCE/deport -> BOL"),
    ],
)
def test_who_is_told_to_leave(reader: Reader, text: str, expected: str) -> None:
    assert expected in coded(reader, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ukraine rejected claims that it had shelled Moldova.", ["UKR REJECT"]),
        ("Benin rejected Togolese claims that it had shelled a market.", ["BEN REJECT -> TGO"]),
        ("Benin rejected claims that Togo had shelled a market.", ["BEN REJECT -> TGO"]),
    ],
)
def test_whose_claims_are_rejected(reader: Reader, text: str, expected: list[str]) -> None:
    assert [x for x in coded(reader, text) if " REJECT" in x] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Benin demanded on Facebook that Togo free its sailors.", "BEN REQUEST/yield -> TGO"),
        ("Benin called on Facebook to remove the film.", "BEN REQUEST/change -> USA"),
    ],
)
def test_what_is_said_on_a_platform(reader: Reader, text: str, expected: str) -> None:
    assert coded(reader, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Canada ordered sanctions against six officials in its quarrel with Belarus.",
            "CAN SANCTION/discontinue -> BLR",
        ),
        ("Belarus imposed sanctions on officials of Canada.", "BLR SANCTION/discontinue -> CAN"),
    ],
)
def test_a_state_punishes_officials_of_another(reader: Reader, text: str, expected: str) -> None:
    assert coded(reader, text) == [expected]


def test_behind_a_judgement_in_quotation_marks(reader: Reader) -> None:
    text = 'President Maduro called Duque "deranged" and accused Canada of using Colombia.'
    assert "VEN ACCUSE/allege -> CAN" in coded(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "Austria said it would oppose any sanctions imposed on Romania.",
        "The Austrian foreign minister said she regretted the penalties imposed on Romania.",
    ],
)
def test_who_opposes_a_measure_did_not_take_it(reader: Reader, text: str) -> None:
    assert not any(x.startswith("AUT SANCTION") for x in coded(reader, text))

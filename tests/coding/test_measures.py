"""Measures that nobody is named for, crowds and their demands, promises to yield."""

import pytest

from dragoman import Reader
from dragoman.coding.examples import notations


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("The curfew in Kigali was lifted on Friday.", ["RWA CONCEDE -> RWA"]),
        ("La Paz was placed under martial law.", ["BOL COERCE/martial-law -> BOL"]),
        ("The sanctions on Chad were lifted.", []),
        (
            "Oman reversed the duty imposed on Nepali goods.",
            ["OMN CONCEDE -> NPL", "OMN SANCTION -> NPL"],
        ),
        ("Some 2,500 Haitians have been deported from Ghana.", ["GHA COERCE/deport -> HTI"]),
        ("Protesters in Sofia demanded that the government resign.", ["BGR PROTEST/demo -> BGR"]),
        ("Chad promised to withdraw its troops from Niger.", ["TCD CONCEDE -> NER"]),
        ("Chad is ready to withdraw its troops from Niger.", ["TCD AGREE -> NER"]),
        ("Chad and Niger agreed to a ceasefire.", ["NER,TCD AGREE"]),
        ("In Accra the streets felt as if martial law had been declared.", []),
        ("The Ghanaian general gave no sign of giving way.", []),
        ("The EU lifted most of its earlier sanctions on Chad.", ["IGO CONCEDE -> TCD"]),
    ],
)
def test_what_is_told(reader: Reader, text: str, gives: list[str]) -> None:
    assert sorted(notations(reader.read(text))) == sorted(gives)


def test_an_arrest_and_its_going_on_are_one(reader: Reader) -> None:
    text = "President Bazoum was seized in Niamey on Monday and remains under house arrest."
    assert [e.mode for e in reader.read(text).events if e.act == "COERCE"] == ["arrest"]


def test_a_party_may_be_told_by_a_pronoun(reader: Reader) -> None:
    text = "The New Patriotic Party of Ghana says it will boycott local elections in April."
    assert [e.mode for e in reader.read(text).events] == ["boycott"]


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("Finland has stopped issuing tourist visas to Russians.", "FIN SANCTION/discontinue -> RUS"),
        ("Slovakia will no longer supply ammunition to Ukraine.", "SVK SANCTION/discontinue future -> UKR"),
        ("Poland stopped supplying electricity to Belarus.", "POL SANCTION/discontinue -> BLR"),
        ("Oman did not supply ammunition to Ukraine.", "OMN AID negated -> UKR"),
        ("The Maldives ordered Indian soldiers off the islands.", "MDV SANCTION/expel -> IND"),
        ("Iran seized a British-flagged tanker.", "IRN COERCE/seize -> GBR"),
    ],
)
def test_help_no_longer_given_and_people_ordered_away(reader: Reader, text: str, gives: str) -> None:
    assert notations(reader.read(text, published="2024-05-04")) == [gives]


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("Kuwait forbade its citizens to travel to Lebanon.", ["KWT COERCE/restrict -> KWT"]),
        ("Police in Lima banned the march.", ["PER COERCE/restrict -> PER"]),
        ("Riyadh withdrew its ambassador from Doha and closed the land crossing.", ["SAU SANCTION/withdraw -> QAT", "SAU COERCE/restrict -> QAT"]),
        ("Niger recalled its ambassador from Abuja and imposed a curfew.", ["NER SANCTION/withdraw -> NGA", "NER COERCE/curfew -> NER"]),
    ],
)  # fmt: skip
def test_what_is_forbidden_and_to_whom_a_border_is_closed(
    reader: Reader, text: str, gives: list[str]
) -> None:
    assert notations(reader.read(text, published="2024-05-04")) == gives

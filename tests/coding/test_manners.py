"""Acts done under other verbs, by those whom pronouns and counts stand for, and nominal acts with their doers."""

import pytest

from dragoman import Reader
from tests.coding.told import coded


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # Done, though told under another verb.
        ("Ghana went on to expel the Togolese ambassador.", "GHA SANCTION/expel -> TGO"),
        ("Ghana went as far as expelling the Togolese ambassador.", "GHA SANCTION/expel -> TGO"),
        ("Ghana went so far as to expel the Togolese ambassador.", "GHA SANCTION/expel -> TGO"),
        ("Ghana did not hesitate to expel the Togolese ambassador.", "GHA SANCTION/expel -> TGO"),
        ("Ghana had no choice but to expel the Togolese ambassador.", "GHA SANCTION/expel -> TGO"),
        ("Ghana felt obliged to expel the Togolese ambassador.", "GHA SANCTION/expel -> TGO"),
        ("Ghana set about arresting two Togolese journalists.", "GHA COERCE/arrest -> TGO"),
        ("Ghana stepped in to arrest two Togolese journalists.", "GHA COERCE/arrest -> TGO"),
        ("Ghana carried out its threat to expel the Togolese ambassador.", "GHA SANCTION/expel -> TGO"),
        ("Ghana made good on its threat to expel the Togolese ambassador.", "GHA SANCTION/expel -> TGO"),
        ("Ghana was criticised for arresting two Togolese journalists.", "GHA COERCE/arrest -> TGO"),
        # What a text says is said by who acts in the clause around it; a result is no complement.
        ("In a statement condemning Somalia, Kenya kept silent on trade.", "KEN ACCUSE/disapprove -> SOM"),
        ("Kenya was so angry that it expelled the Somali ambassador.", "KEN SANCTION/expel -> SOM"),
        # Still a threat.
        ("Ghana will not hesitate to expel the Togolese ambassador.", "GHA THREATEN/expel -> TGO"),
        ("Moscow demanded that Georgia stop, otherwise Russia will apply sanctions.", "RUS THREATEN/relations -> GEO"),
        # No negation of the verb.
        ("Togo has not only shelled the Ghanaian town of Aflao but also closed a bank.", "TGO ASSAULT/heavy-weapons -> GHA"),
        ("It was Kenya that recognised Somaliland, not Uganda.", "KEN SUPPORT -> SOM"),
        # Whom a pronoun or a count stands for.
        ("The United States and Canada, both of which have condemned Syria, will meet.", "CAN,USA ACCUSE/disapprove -> SYR"),
        ("Croatia closed seven of its eight crossings with Serbia.", "HRV SANCTION -> SRB"),
        ("Two Indians were killed by mistake by French troops.", "FRA ASSAULT -> IND"),
        ("Residents of the Dominican town of Neiba lynched a Haitian worker.", "DOM ASSAULT/targeted -> HTI"),
        # What there was, and what witnesses spoke of.
        ("There were protests in Tbilisi over the law.", "GEO PROTEST/demo -> GEO"),
        ("There was heavy shelling of Goma by Rwandan troops.", "RWA ASSAULT/heavy-weapons -> COD"),
        ("Witnesses spoke of air raids by Syrian jets.", "SYR ASSAULT/aerial"),
        ("The accord, signed by Ecuador and Peru, was worked out in eleven days of talks.", "ECU,PER CONSULT"),
        # Whose the means are.
        ("The suspension of Dutch aid to Rwanda hit the budget.", "NLD SANCTION/discontinue -> RWA"),
        ("The lifting of the American embargo on Vietnam was announced.", "USA CONCEDE -> VNM"),
        ("Spain's recognition of Palestine angered Israel.", "ESP SUPPORT -> PSE"),
    ],
)  # fmt: skip
def test_told(reader: Reader, text: str, wanted: str) -> None:
    assert wanted in coded(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "Ghana chose not to condemn Togo.",
        "Ghana's minister rushed to the airport to meet the Togolese president.",
        "Ghana's president went on television to celebrate a goal.",
        "There was a risk of protests in Tbilisi.",
        "Kenya quoted from a statement condemning Somalia.",
        "Ghana set about rebuilding its ports.",
    ],
)
def test_untold(reader: Reader, text: str) -> None:
    assert coded(reader, text) == []

"""Acts in clauses where something else stands first, last or between."""

from __future__ import annotations

import pytest

from dragoman import Reader
from dragoman.coding.examples import notations


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # A place that opens a sentence is where a thing is said.
        ("In Vienna, Iran threatened to close the strait.", "IRN THREATEN/restrict"),
        ("In Geneva, Sudan reopened its embassy in Tehran.", "SDN SUPPORT -> IRN"),
        ("Sudan, in a statement on Tuesday, reopened its embassy in Tehran.", "SDN SUPPORT -> IRN"),
        ("In Algiers, the government threatened a curfew.", "DZA THREATEN/restrict -> DZA"),
        # Who does it in the passive, behind what is asked.
        ("Migrants were told to stay in Mexico by Joe Biden.", "USA REQUEST/change -> MEX"),
        ("Syria was stripped of its seat by the Arab League.", "IGO SANCTION/expel -> SYR"),
        # Whose an aircraft is, before its make.
        ("Eritrean gunners shot down an Ethiopian MiG-23 fighter jet.", "ERI ASSAULT/heavy-weapons -> ETH"),
        ("Indian forces shot down a Pakistani F-16 fighter jet.", "IND ASSAULT/heavy-weapons -> PAK"),
        # Who says it, behind the land that it is about.
        (
            "Turkey has withdrawn its ambassador from Austria, Foreign Minister Ozdemir said.",
            "TUR SANCTION/withdraw -> AUT",
        ),
        ("Pirates, for their part, seized a Greek freighter in the Gulf of Aden.", "CRM ASSAULT/abduct -> GRC"),
    ],
)  # fmt: skip
def test_an_act_is_read_the_same(reader: Reader, text: str, told: str) -> None:
    assert told in notations(reader.read(text))


def test_a_deed_keeps_its_doer_behind_a_passive(reader: Reader) -> None:
    told = notations(reader.read("The president was told of an attack by Chadian rebels."))
    assert not any(one.startswith("TCD REQUEST") for one in told)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The Congolese government and M23 rebels signed a truce in Kampala.", {"cod-government", "m23"}),
        ("The Indonesian government and GAM rebels signed a truce in Geneva.", {"idn-government", "gam"}),
        ("The Ethiopian government and Tigray rebels held talks.", {"eth-government", "eth-reb-rebel"}),
        ("Fighting erupted between the Burundian army and FNL rebels.", {"bdi-military", "fnl-burundi"}),
    ],
)
def test_who_rules_and_who_fights_them_are_two(reader: Reader, text: str, sides: set[str]) -> None:
    assert [{p.id for p in e.actors} for e in reader.read(text).events] == [sides]

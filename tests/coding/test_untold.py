"""Who did what a clause tells without a doer, and who asked for what it tells."""

from __future__ import annotations

import pytest

from dragoman.coding.examples import notations
from dragoman.reader import Reader

_RIVALS = (
    "Uganda and Rwanda fought for years. Uganda says Rwanda arms rebels; Rwanda says Uganda hides killers. "
)


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("The journalist was arrested in Minsk on Friday and accused of espionage.", "BLR ACCUSE/allege -> BLR"),
        ("In the Bulgarian Foreign Ministry the claim was denied and Skopje was accused of rewriting history.",
         "BGR ACCUSE/allege -> MKD"),
        ("The Peruvian interior minister said the ban on mining was lifted on Tuesday.", "PER CONCEDE -> PER"),
        ("Bolivia's foreign minister told reporters that an investigation had been opened into the crash.",
         "BOL ACCUSE/investigate -> BOL"),
        ("The Peruvian army chief was sacked on Monday.", "PER SANCTION -> PER"),
        ("Norwegian aid to Malawi, suspended in 2010, will resume next month.", "NOR SANCTION/discontinue -> MWI"),
        ("Four Finnish lawmakers were forbidden to enter Belarus.", "BLR REJECT -> FIN"),
        (_RIVALS + "On Monday 900 Rwandans were deported.", "UGA COERCE/deport -> RWA"),
        (_RIVALS + "Relations broken in 2019 have not been restored.", "RWA,UGA SANCTION/discontinue"),
        (_RIVALS + "A peace deal was signed in Luanda in 2003.", "UGA,RWA SUPPORT"),
        (_RIVALS + "Four Rwandan officers were arrested on Wednesday.", "UGA COERCE/arrest -> RWA"),
        ("Mozambique and Chad signed an accord on Friday. A ceasefire will come into force on Tuesday.",
         "MOZ,TCD RETREAT/ceasefire future"),
        ("Kyrgyz officials held the musician for a week. Kyrgyzstan said he had confessed. He was set free on Friday.",
         "KGZ RETREAT/release"),
    ],
)  # fmt: skip
def test_the_only_one_who_can_have_done_it(reader: Reader, text: str, gives: str) -> None:
    found = [_sorted(n) for n in notations(reader.read(text, published="2020-06-15"))]
    assert _sorted(gives) in found


@pytest.mark.parametrize(
    "text",
    [
        "The coach of Brazil was sacked on Monday.",
        "Iran's foreign minister said that Iranian assets had been frozen.",
        "Serbia's president said that gas supplies had been cut off on Sunday.",
        "The report recommended that the measures be lifted.",
        "The French foreign ministry said that a state of siege was declared in the former colony.",
        "The contract was signed on Monday, Boeing said.",
        "He would honour no agreement signed in Taba, the minister told reporters.",
        "A ceasefire came into force at dawn.",
        "In Moscow a bomb was found.",
        "The bank was fined and accused of fraud.",
        "Two sailors were freed by the rebels on Friday.",
    ],
)
def test_nobody_is_guessed(reader: Reader, text: str) -> None:
    assert not [e for e in reader.read(text, published="2020-06-15").events if e.act not in ("CONSULT",)]


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("At Poland's request, the UN Security Council will meet on Thursday.", "POL REQUEST/meet -> IGO"),
        ("French soldiers entered Chad on Friday at the request of President Idriss Deby.",
         "TCD REQUEST/assist -> FRA"),
        ("Sudan withdrew its troops from the border at the request of Egypt.", "EGY REQUEST/yield -> SDN"),
        ("Foreign Minister Wang Yi will visit Kenya from Monday at the invitation of President Uhuru Kenyatta.",
         "KEN AGREE -> CHN"),
    ],
)  # fmt: skip
def test_a_wish_that_is_met_was_uttered(reader: Reader, text: str, gives: str) -> None:
    assert gives in notations(reader.read(text, published="2020-06-15"))


@pytest.mark.parametrize(
    "text",
    [
        "The lawyer spoke at the request of his client.",
        "Upon request, the hotel serves breakfast in the room.",
        "Lavrov flew to Vienna on Friday at the request of the Russian side.",
    ],
)
def test_no_wish_without_two_parties(reader: Reader, text: str) -> None:
    assert not [e for e in reader.read(text, published="2020-06-15").events if e.act == "REQUEST"]


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        (
            "EU ministers stopped short of imposing sanctions on Belarus.",
            "IGO SANCTION/discontinue negated -> BLR",
        ),
        ("After years of blaming Rwanda, Kinshasa asked for talks.", "COD ACCUSE/allege -> RWA"),
    ],
)
def test_gerunds_below_short_of_and_spans_of_time(reader: Reader, text: str, gives: str) -> None:
    assert gives in notations(reader.read(text, published="2020-06-15"))


def _sorted(notation: str) -> str:
    """A notation with its actors in alphabetical order."""
    actors, _, rest = notation.partition(" ")
    return f"{','.join(sorted(actors.split(',')))} {rest}"

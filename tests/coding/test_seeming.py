"""What only looks like an act, and what stands for an act, a party or two acts though it names none."""

from __future__ import annotations

import pytest

from dragoman import Document
from dragoman.coding.examples import notations
from dragoman.reader import Reader


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # an act that an office is named after
        ("The EU's envoy for the Armenia-Azerbaijan dialogue, Toivo Klaar, criticised Baku.", ["ACCUSE"]),
        ("The Polish minister received the Chadian envoy for talks in Warsaw.", ["CONSULT"]),
        # one attacks nobody, advises of a fact, holds an office
        ("The Kenyan attacked with two laps to go and left the Ethiopian behind.", []),
        ("The British attorney general had advised that the move was lawful.", []),
        ("Jo Swinson judged Boris Johnson unfit for the office he holds.", ["ACCUSE"]),
        # politicians attack in words, forces do not
        ("Donald Trump attacked the judge on Monday.", ["ACCUSE"]),
        ("Donald Trump attacked Mexico over trade.", ["ACCUSE"]),
        ("Vladimir Putin attacked Ukraine in February.", ["ASSAULT"]),
        # what another does meanwhile is no content; two demands of one sentence are two
        (
            "Ecuador denounced that Peruvian helicopters bombed a post, while Sixto Duran Ballen refused to talk to Lima.",
            ["ACCUSE", "REJECT"],
        ),
        (
            "Chad condemned the raid, demanded that those responsible be punished, and asked Niger to send troops.",
            ["ACCUSE", "REQUEST", "REQUEST"],
        ),
        # what would be held to be an act
        ("An attack on Poland would be regarded as an attack on NATO, the minister said.", []),
        # one's own expectations, one's own forces, interviews, duties
        ("Foreign Minister Jaishankar expected to meet Wang Yi in Goa.", ["CONSULT"]),
        ("Philippine boats brought food to Filipino marines on the shoal.", []),
        ("In an interview with the BBC, Julius Maada Bio praised Ghana.", ["SUPPORT"]),
        ("Mohammed Dahlan, charged with the file of the crossings, thanked Egypt.", ["SUPPORT"]),
        # forces that are counted are no crowd
        ("Hundreds of Philippine soldiers besieged a hospital on Basilan island.", ["COERCE"]),
        # questions, and what is neither accepted
        ("What countermeasures will China take against Japan?", []),
        ("China condemned the raid. Has Japan expelled the Chinese envoy?", ["ACCUSE"]),
        ("India has neither accepted such occupation nor recognised it.", ["SUPPORT"]),
        ("John Kerry spoke to Sergey Lavrov about the cessation of hostilities in Syria.", ["CONSULT"]),
        # attacks in words
        ("Robert Fico launched a fierce attack on Zuzana Caputova.", ["ACCUSE"]),
    ],
)
def test_what_only_looks_like_an_act(reader: Reader, text: str, told: list[str]) -> None:
    assert [e.act for e in reader.read(text, published="2023-05-03").events] == told


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The talks between Seoul and Pyongyang were not easy.", "actual"),
        ("The talks between Seoul and Pyongyang will not be easy.", "future"),
        ("Talks between Seoul and Pyongyang are not planned.", "negated"),
    ],
)
def test_talks_that_are_only_judged_are_held(reader: Reader, text: str, status: str) -> None:
    (event,) = reader.read(text).events
    assert event.status == status


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who issues a text says "we" in it
        (
            "Statement by the European Union on Mali\n\nWe condemn the coup in Mali. We urge Niger to open its border.",
            ["IGO ACCUSE/disapprove -> MLI", "IGO REQUEST/yield -> NER"],
        ),
        # nobody is named in a story that is set in one state
        (
            "HARARE, Zimbabwe - Relief work has stopped. Charities were barred from the field on Monday.",
            ["ZWE COERCE/restrict -> NGO"],
        ),
        # talks of nobody are those of the two who were told of
        (
            "Chad and Libya agreed to a truce on Tuesday. The negotiations will be resumed in Tunis.",
            ["LBY,TCD AGREE", "LBY,TCD CONSULT future"],
        ),
        # a nominal attack by somebody of name needs no victim of name
        ("The seizure of its bases by Russian troops angered the city.", ["RUS COERCE/seize"]),
        # two measures are two acts, one blow is one
        (
            "Norway froze the assets of Belarusian officials and cancelled flights to Belarus.",
            ["NOR SANCTION/discontinue -> BLR", "NOR SANCTION/discontinue -> BLR"],
        ),
        # whom a threat is to move, and who would carry it out
        (
            "John Kerry warned that the United States would cut its aid unless Kabul signed.",
            ["USA THREATEN/relations -> AFG"],
        ),
    ],
)
def test_what_stands_for_a_party_or_an_act(reader: Reader, text: str, expected: list[str]) -> None:
    assert notations(reader.read(text, published="2014-05-06")) == expected


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("The Kenyan minister condemned attacks on diplomats.", ["KEN ACCUSE/disapprove"]),
        ("Taiwan said it would defend its sovereignty.", []),
        ("France defended the sovereignty of Ukraine.", ["FRA SUPPORT -> UKR"]),
    ],
)
def test_violence_at_large_and_ones_own_land(reader: Reader, text: str, gives: list[str]) -> None:
    assert notations(reader.read(text, published="2012-05-04")) == gives


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Oslo condemned Chad's decision to expel two envoys.", [("ACCUSE", "actual"), ("SANCTION", "actual")]),
        ("The opposition rejected the decision of Chad to close the border with Sudan.", [("REJECT", "actual"), ("SANCTION", "actual")]),
        ("Sudan reversed its decision to expel the aid agencies.", [("CONCEDE", "actual"), ("SANCTION", "future")]),
        ("Chad demanded that Sudan pay damages after its troops shelled the town of Adre.", [("REQUEST", "actual"), ("ASSAULT", "actual")]),
        ("Spain promised to help Chad after Sudan withdraws its troops.", [("AGREE", "actual")]),
    ],
)  # fmt: skip
def test_what_is_told_below_another_act(reader: Reader, text: str, acts: list[tuple[str, str]]) -> None:
    events = reader.read(Document(text=text, published="2016-05-04")).events
    assert [(e.act, e.status) for e in events] == acts

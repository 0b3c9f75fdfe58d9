"""Which country those are of whom only the place, the neighbour or the kind of land tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from dragoman import Document, Reader

Countries = dict[str, str | None]


def _countries(doc: Doc, wording: str) -> str | None:
    """The country of who is meant by a wording, several joined by `+`."""
    start = doc.text.index(wording)
    end = start + len(wording)
    found = [m for m in doc._.mentions.items if m.start < end and start < m.end]
    best = max(
        found, key=lambda m: min(m.end, end) - max(m.start, start) - (m.end - m.start) / 100, default=None
    )
    same = [m for m in found if best is not None and (m.start, m.end) == (best.start, best.end)]
    codes = {a.country for m in same for a in m.actors if a.country}
    return "+".join(sorted(codes)) or None


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Fighting spread across Mozambique. In Palma, insurgents killed two villagers.", {"insurgents": "MOZ", "villagers": "MOZ"}),
        ("Thailand closed a crossing with Myanmar. In Myawaddy, soldiers burned three houses.", {"soldiers": "MMR"}),
        ("The Philippine president flew to Jakarta. On Basilan, militants ransacked a church.", {"militants": "PHL"}),
        ("The Armenian premier flew to Paris. Residents of Goris blocked the highway.", {"Residents": "ARM"}),
        # A town of a state that the text does not tell of says nothing, nor does a name that is somebody's.
        ("Kenya denied the charge. In Rishton, residents fled.", {"residents": "KEN"}),
        ("Georgia and Russia are at odds. Before the talks of Ivanov, soldiers burned a flag in Georgia.", {"soldiers": "GEO"}),
        ("Pakistani officials flew to Delhi. In Kashmir, militants attacked a convoy. India protested.", {"Pakistani officials": "PAK"}),
    ],
)  # fmt: skip
def test_those_in_a_town_are_of_its_state(read: Callable[..., Doc], text: str, countries: Countries) -> None:
    doc = read(text, "2012-06-01")
    assert {w: _countries(doc, w) for w in countries} == countries


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Paris assured the former colony of its support. Niger closed its border.", {"former colony": None}),
        ("France condemned the coup in Niamey. Paris assured the former colony of its support.", {"former colony": "NER"}),
        ("Lisbon recalled its envoy from Bissau. The former Portuguese colony shrugged.", {"former Portuguese colony": "GNB"}),
        ("Ethiopia and Eritrea fight on. Djibouti sent soldiers. The tiny republic hosts a French base.", {"tiny republic": "DJI"}),
        ("The sultanate kept silent. Oman's envoy had been in Tehran.", {"sultanate": "OMN"}),
        ("Hugo Chavez moved tanks to the Colombian border. He threatened the neighbouring country with war.",
         {"neighbouring country": "COL"}),
        ("Thailand and Cambodia exchanged fire. Laos appealed to its neighbours to talk.", {"neighbours": "KHM+THA"}),
        ("Prime Minister Abiy Ahmed said his northern neighbour had massed tanks. Eritrea denied it.", {"neighbour": "ERI"}),
        ("Canada met Ethiopian and Eritrean envoys. Eritrea and Ethiopia fight. The council threatened both neighbours.",
         {"neighbours": "ERI+ETH"}),
    ],
)  # fmt: skip
def test_lands_told_by_what_they_are(read: Callable[..., Doc], text: str, countries: Countries) -> None:
    doc = read(text, "2021-06-01")
    assert {w: _countries(doc, w) for w in countries} == countries


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Vietnam protested. The General Department of Immigration of Cambodia deported ten men.",
         {"General Department of Immigration of Cambodia": "KHM"}),
        ("France keeps 1,500 soldiers in Chad. Chad thanked it.", {"soldiers": "FRA"}),
        ("Chad lost eleven men. Rebels shot soldiers in Chad.", {"soldiers": "TCD"}),
        ("Guinea protested. The Liberian rebels fought on. In Bossou, rebels burned huts.", {"rebels burned": "GIN"}),
        ("Norway mediated between Manila and the communist rebels. Oslo hosted the talks.", {"communist rebels": "PHL"}),
        ("The border service of Kyrgyzstan spoke. According to its data, the Tajik side used mortars.", {"its": "KGZ"}),
        ("Kenya was silent. In its report, Uganda blamed Sudan.", {"its": "UGA"}),
    ],
)  # fmt: skip
def test_whose_bodies_and_soldiers_they_are(
    read: Callable[..., Doc], text: str, countries: Countries
) -> None:
    doc = read(text, "2021-06-01")
    assert {w: _countries(doc, w) for w in countries} == countries


def _who(doc: Doc, wording: str) -> str | None:
    start = doc.text.index(wording)
    end = start + len(wording)
    found = [m for m in doc._.mentions.items if m.start < end and start < m.end and m.actors]
    return found[0].actors[0].name if found else None


@pytest.mark.parametrize(
    ("text", "wording", "who"),
    [
        ("Wilner Baptiste ruled the slums of Port-au-Prince. The gang leader threatened war.", "gang leader", "Wilner Baptiste"),
        ("Harold Tavi gave up at Mbiti. The militia leader handed over guns.", "militia leader", "Harold Tavi"),
        ("Moses Banda was shot in Lusaka. The union leader had led a strike.", "union leader", "Moses Banda"),
        ("Hassan Yusuf met the Kenyan minister in Nairobi. The warlord promised to disarm.", "warlord", "Hassan Yusuf"),
        # Not of two, nor who holds an office, nor somebody of whom more is said.
        ("Police arrested Somchai Prasert in Bangkok. The judge ordered him held.", "judge", "Thai judge"),
        ("President Ollanta Humala met miners in Cusco. The union leader praised him.", "union leader", "union leader"),
    ],
)  # fmt: skip
def test_who_is_brought_in_by_the_sentence_before(
    read: Callable[..., Doc], text: str, wording: str, who: str
) -> None:
    assert _who(read(text, "2012-05-01"), wording) == who


def test_the_banks_of_waters_are_no_banks(reader: Reader) -> None:
    told = "Guards of both states left the banks of the Dniester, and the banks of Cyprus closed."
    (banks,) = [
        a for a in reader.read(Document(text=told, published="2013-03-20")).actors if a.name == "banks"
    ]
    assert banks.country == "CYP"

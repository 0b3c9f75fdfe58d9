"""Who is meant where parties are told again in other words, and whose bodies are of which nobody says whose."""

from __future__ import annotations

import pytest

from dragoman import Document, Reader

DAY = "2018-03-01"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def meant(reader: Reader, text: str, wording: str) -> set[str]:
    """The ids of who is meant by the last occurrence of a wording."""
    at = text.rindex(wording)
    reading = reader.read(Document(text=text, published=DAY))
    return {m.actor for m in reading.mentions if m.span[0] <= at < m.span[1] and m.actor is not None}


def country(reader: Reader, text: str, wording: str) -> set[str | None]:
    """The countries of who is meant by the last occurrence of a wording."""
    reading = reader.read(Document(text=text, published=DAY))
    actors = {a.id: a.country for a in reading.actors}
    return {actors[id_] for id_ in meant(reader, text, wording)}


@pytest.mark.parametrize(
    ("text", "wording", "who"),
    [
        # things told of only in what the candidate says or does stand in nobody's way
        ("Saudi Arabia made its position clear. It severed ties with Iran.", "It", "SAU"),
        ("The EU said a veto was no answer. Its envoy flew to Skopje.", "Its", "eu"),
        ("China insists none of its soldiers crossed the line.", "its", "CHN"),
        # who is only credited with a sentence does not do what the next one tells
        ("Iran has built a plant, the IAEA said. It has enriched uranium.", "It", "IRN"),
        ("Iran has built a plant, the IAEA said. It warned Tehran of delays.", "It", "iaea"),
        ("Togo has changed its laws, the newspaper Le Monde wrote. It expelled two diplomats.", "It", "TGO"),
        # that country
        ("Chile recalled its ambassador from Bolivia. That country had closed a road.", "country", "BOL"),
        ("Zambia accused Zimbabwe of spying and expelled that country's envoy.", "country", "ZWE"),
        # the regional bloc is one that was named
        ("ECOWAS met in Paris on Nepal's request. The regional bloc accused Chad.", "bloc", "ecowas"),
        ("The African Union met. The continental body accused Russia of a raid.", "body", "african-union"),
        # surnames of several words
        (
            "Yemeni general Saleh el-Haddad spoke. El-Haddad accused Qatar of spying.",
            "El-Haddad",
            "saleh-el-haddad",
        ),
        (
            "Ghanaian envoy Kofi Ansah-Boateng spoke. Ansah-Boateng blamed Togo.",
            "Ansah-Boateng",
            "kofi-ansah-boateng",
        ),
        (
            "Kenyan lawyer Willie Ole-Kimani fled. Ole-Kimani had blamed Togo.",
            "Ole-Kimani",
            "willie-ole-kimani",
        ),
        # whoever sends a delegation
        ("ECOWAS will send a delegation to Banjul.", "delegation", "ecowas"),
        ("Japan will send a delegation to Pyongyang.", "delegation", "jpn-delegation"),
    ],
)
def test_identity(reader: Reader, text: str, wording: str, who: str) -> None:
    assert who in meant(reader, text, wording)


EGYPT = "Egypt's president met his cabinet. Cairo has opposed the dam. "


@pytest.mark.parametrize(
    ("text", "wording", "code"),
    [
        (EGYPT + "The government sued Ethiopia in The Hague.", "government", "EGY"),
        (EGYPT + "The government would like Ethiopia to stop.", "government", "EGY"),
        (EGYPT + "The government rejected the demands of Sudan.", "government", "EGY"),
        (EGYPT + "The army withdrew its troops from Yemen.", "army", "EGY"),
        (EGYPT + "The army massed tanks near Libya.", "army", "EGY"),
        ("France's president spoke. He said that the army had ruled Mali for years.", "army", "MLI"),
        ("Nepal's parties met. The army took control over Nepal.", "army", "NPL"),
        (
            "Norway's envoy spoke in Oslo. In Colombo the army captured the town of Kilinochchi.",
            "army",
            "LKA",
        ),
        (EGYPT + "The army shelled Libyan positions.", "army", "EGY"),
        (EGYPT + "The government freed him under pressure from Washington.", "government", "EGY"),
        ("Officers blamed the local police for the blast in Aden.", "police", "YEM"),
        # a counterpart is of another state
        (
            "India's foreign minister blamed Pakistan. The Indian premier asked his counterpart for help.",
            "counterpart",
            "PAK",
        ),
        # people of bodies of the world, of whom an adjective says of which state they are
        ("The Taliban killed three Swedish aid workers.", "workers", "SWE"),
        ("Two Indian blue helmets were killed in Congo.", "helmets", "IND"),
        ("Norwegian observers accused Israel of an attack.", "observers", "NOR"),
        ("Iraqi weapons inspectors were expelled.", "inspectors", None),
        # numbered armies, men tagged as one, boats
        ("Moldova accused the Russian 14th Army of shelling Bendery.", "Army", "RUS"),
        ("Senegalese servicemen shot two demonstrators.", "servicemen", "SEN"),
        ("Thai patrol boats fired at a Cambodian ship.", "boats", "THA"),
        # where rebels are met says nothing of them
        ("Colombia sent a new team. The envoys met the rebels in Havana.", "rebels", "COL"),
    ],
)
def test_whose(reader: Reader, text: str, wording: str, code: str | None) -> None:
    assert code in country(reader, text, wording)

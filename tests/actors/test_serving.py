"""Who acts for a body of no state, forms of names, callings, and whose forces are meant."""

from __future__ import annotations

import pytest

from dragoman import Document, Reader
from dragoman.actors.knowledge import knowledge_base


def who(reader: Reader, text: str, word: str, on: str) -> list[tuple[str, str | None]]:
    """Names and countries of the last mention that is exactly `word`."""
    with reader.nlp.memory_zone():
        doc = reader.analyse(Document(text=text, published=on))
        found = [m for m in doc._.mentions.items if text[m.start : m.end] == word]
        return [(a.name, a.country) for a in found[-1].actors] if found else []


SERVING = [
    ("Axel Brandt, a colonel who heads a team of observers of the OSCE, was freed. Brandt thanked Russia.", "Brandt", None),
    ("A UN-backed court in Sierra Leone indicted two men. Chief prosecutor Peter Lane praised Ghana. Lane left.", "Lane", None),
    ("The special coordinator for Lebanon, Jan Claes, met ministers. Claes praised the United Nations.", "Claes", None),
    ("Peter Weber, head of the World Bank office in Dhaka, praised Bangladesh. Weber left.", "Weber", None),
    ("The German ambassador to NATO, Martin Kranz, accused Turkey. Kranz left.", "Kranz", "DEU"),
    ("The Kenyan mediator Lazaro Kiprop called the parties. Kiprop blamed Sudan.", "Kiprop", "KEN"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "country"), SERVING)
def test_who_serves_the_world_has_no_state(reader: Reader, text: str, word: str, country: str | None) -> None:
    """An office of a world body outweighs the story's state; one of a state does not."""
    assert [c for _, c in who(reader, text, word, "2003-06-05")] == [country]


CALLINGS = [
    ("Nicolas Maduro won a second term. The former bus driver promised dialogue.", "former bus driver", "Nicolas Maduro"),
    ("Muammar Gaddafi fled. The colonel had ruled for decades.", "colonel", "Muammar Gaddafi"),
    ("Andry Rajoelina took power in Madagascar. The ex-mayor promised a vote.", "ex-mayor", "Andry Rajoelina"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "name"), CALLINGS)
def test_somebody_by_his_trade_or_rank(reader: Reader, text: str, word: str, name: str) -> None:
    """What the known have been by trade says who is meant."""
    assert [n for n, _ in who(reader, text, word, "2018-05-20")] == [name]


def test_a_new_lawyer_is_no_known_one(reader: Reader) -> None:
    """Whom the text brings in is meant by the noun after it."""
    text = "Volodymyr Zelensky met a comedian from Poland. The comedian left."
    assert "Volodymyr Zelenskyy" not in [n for n, _ in who(reader, text, "comedian", "2020-05-01")]


OWNERS = [
    ("Haftar met UN chief Antonio Guterres. His forces shut the ports.", "His", "2019-04-05", "Khalifa Haftar"),
    ("Kofi Annan praised the blue helmets. His mission will stay.", "His", "2003-01-05", "Kofi Annan"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "on", "name"), OWNERS)
def test_forces_are_their_commanders(reader: Reader, text: str, word: str, on: str, name: str) -> None:
    """No mediator has forces of his own."""
    assert [
        n
        for n, _ in who(
            reader, f"Khalifa Haftar is in Benghazi. {text}" if "Haftar" in text else text, word, on
        )
    ] == [name]


def test_its_is_no_plural_subject(reader: Reader) -> None:
    """`protesters burned its embassy`: the state before them."""
    text = "Saudi Arabia broke off relations after protesters burned its embassy in Tehran."
    assert who(reader, text, "its", "2016-01-03") == [("Saudi Arabia", "SAU")]


COMPANY = [
    ("Xi Jinping and Kim Jong Un met in Dalian. Xi praised his guest.", "guest", "Kim Jong-un"),
    ("London said that the British ambassador, Rob Macaire, was well. London will not recall its envoy.", "envoy", "Rob Macaire"),
    ("Prince Nayef spoke in Riyadh. Later the Prince received a guest.", "Prince", "Nayef bin Abdulaziz"),
    ("The Revolutionary Guards threatened America. Washington sanctioned the Guards.", "Guards", "Islamic Revolutionary Guard Corps"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "name"), COMPANY)
def test_the_one_named_before(reader: Reader, text: str, word: str, name: str) -> None:
    """Guests, envoys, princes and corps are those that the text has named."""
    assert [n for n, _ in who(reader, text, word, "2019-06-20")] == [name]


def test_names_by_their_form() -> None:
    """A clear form settles it, an unclear one says nothing."""
    forms = knowledge_base().name_forms
    assert forms.clearer("Sakamoto Masanobu", "CHN", ["JPN"]) == "JPN"
    assert forms.clearer("Mohammad Reza Zahedi", "ISR", ["IRN", "SYR"]) == "IRN"
    assert forms.clearer("John Smith", "GBR", ["USA"]) is None


def test_of_whom_the_text_says_it(reader: Reader) -> None:
    """`X of COUNTRY`, wherever it is said, and officers handed over."""
    text = "Prosecutors in Malaysia charged Siti Rahma of Indonesia. Siti Rahma denied it."
    assert who(reader, text, "Siti Rahma", "2017-02-28")[0][1] == "IDN"
    text = "Pakistan handed Wing Commander Abhi Varthaman over at Wagah. India was glad."
    assert who(reader, text, "Wing Commander Abhi Varthaman", "2019-03-01")[0][1] == "IND"


def test_a_state_that_only_changed_its_name(reader: Reader) -> None:
    """Zaire is counted for the Congo."""
    assert who(reader, "Zaire accused Angola.", "Zaire", "1997-01-05") == [("Zaire", "COD")]


DOMESTIC = [
    ("Georgia protested. Georgia is calm. The State Duma is going to demand from the government to forbid transfers.", "government", "RUS"),
    ("Pakistan summoned the envoy. Sonia Gandhi praised the army.", "army", "IND"),
    ("Turkey arrested officers. The US Congress urged the government to explain.", "government", "TUR"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "country"), DOMESTIC)
def test_organs_of_those_who_deal_with_them_at_home(
    reader: Reader, text: str, word: str, country: str
) -> None:
    """Parliaments, parties and rebels deal with their own government; a foreign parliament with another's."""
    assert [c for _, c in who(reader, text, word, "2006-10-05")] == [country]


NATIONS = [
    ("Egypt jailed Peter Greste, an Australian, for seven years. Greste denied it.", "Greste", "AUS"),
    ("Iran detained Shane Bauer, Josh Fattal and Sarah Shourd, three American hikers. Fattal was tried.", "Fattal", "USA"),
    ("Kenyan police arrested Abdulle Warfa, a Somali national. Warfa denied it.", "Warfa", "SOM"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "country"), NATIONS)
def test_a_nation_beside_a_name(reader: Reader, text: str, word: str, country: str) -> None:
    """What the text says of somebody outweighs those who hold him."""
    assert [c for _, c in who(reader, text, word, "2014-06-23")] == [country]

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.coding import builtin_lexicon
from dragoman.coding.examples import normal, notations, run_examples
from dragoman.coding.lexicon import build_lexicon
from dragoman.errors import KnowledgeError
from dragoman.reader import Reader


def test_every_example_passes() -> None:
    failed = [
        f"{o.entry.id}: {o.example.text} gives {o.got}"
        for o in run_examples(builtin_lexicon())
        if not o.passed
    ]
    assert failed == []


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{id: x.a, lemmas: [go], mode: phone}", "AID has no mode 'phone'"),
        ("{id: x.a, lemmas: [go], frame: dance}", "no frame 'dance'"),
        ("{id: x.a, lemmas: [go], when: {obj: [$cheese]}}", "no word class"),
        ("{id: x.a, lemmas: [go], when: {hat: [any]}}", "no slot 'hat'"),
        ("{id: x.a}", "has no lemmas"),
        ("{id: x.a, lemmas: [go], colour: red}", "no key 'colour'"),
    ],
)
def test_a_fault_is_named_with_file_and_line(tmp_path: Path, entry: str, message: str) -> None:
    file = tmp_path / "aid.yml"
    file.write_text(f"act: AID\nverbs:\n  - {entry}\n")
    with pytest.raises(KnowledgeError, match=r"aid\.yml:3") as error:
        build_lexicon([file])
    assert message in str(error.value)


def test_gives_is_compared_whatever_the_order_of_codes() -> None:
    assert normal("USA,RUS CONSULT/phone") == "RUS,USA CONSULT/phone"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The raid which Turkey launched on a base near Aleppo lasted an hour.", "TUR ASSAULT -> SYR"),
        ("The expulsion by Prague of two Russian diplomats was a surprise.", "CZE SANCTION/expel -> RUS"),
        (
            "The Ukrainian army carried out shelling of the town of Donetsk.",
            "UKR ASSAULT/heavy-weapons -> UKR",
        ),
        ("Turkey scrapped naval exercises.", "TUR MOBILIZE/troops cancelled"),
        ("Viktor Orban has put off his visit to Rome.", "HUN CONSULT/visit cancelled -> ITA"),
        ("Narendra Modi flew to Lahore in December.", "IND CONSULT/visit -> PAK"),
        ("The build-up of Russian troops near Ukraine went on.", "RUS MOBILIZE/troops -> UKR"),
        ("A rocket fired from Gaza killed an Israeli farmer.", "PSE ASSAULT/heavy-weapons -> ISR"),
        ("Three men with knives attacked two Kenyan policemen.", "UAF ASSAULT -> KEN"),
        ("Tehran said that Israel would pay a heavy price for the raid.", "IRN THREATEN -> ISR"),
        (
            "If Kosovo sends police to the north, Serbia will respond firmly, Vucic said.",
            "SRB THREATEN -> XKX",
        ),
    ],
)
def test_wordings_of_acts(reader: Reader, text: str, said: str) -> None:
    assert said in notations(reader.read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Tehran said that Israel would pay for the museum.",
        "Serbia will respond to the letter, Vucic said.",
        "Three men with knives opened the letter.",
    ],
)
def test_no_act_without_a_hostile_word(reader: Reader, text: str) -> None:
    assert not [e for e in reader.read(text).events if e.act in ("THREATEN", "ASSAULT")]

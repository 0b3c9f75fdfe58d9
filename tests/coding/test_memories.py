"""What is remembered or told of a life, and its twin that is news."""

from __future__ import annotations

import pytest

from dragoman import Reader


@pytest.mark.parametrize(
    "text",
    [
        "Wreaths were laid in Seoul for the soldiers who died when North Korea shelled the island in 2010.",
        "A plaque in Prague remembers the student who burned himself to protest against the Soviet invasion.",
        "Pupils read poems in honour of those who died when Soviet troops stormed the tower.",
        "He was born in Beirut when Israeli jets were bombing the city, and studied law in Paris.",
        "He spent his youth in Sarajevo, which the Serbs were besieging, and later wrote books in Toronto.",
        "Argentines light candles every April for conscripts who fell when Britain attacked the islands.",
        "A museum opened a show about the night when Russian soldiers shot at Polish miners.",
        "Turks bowed their heads for those killed when rebel soldiers bombed parliament in 2012.",
    ],
)
def test_memories_are_no_events(reader: Reader, text: str) -> None:
    assert not [
        e
        for e in reader.read(text, published="2016-05-04").events
        if e.act in ("ASSAULT", "PROTEST", "COERCE")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Thousands laid flowers for the soldiers whom Russian troops shot in Kharkiv on Monday.",
        "Israeli jets bombed Beirut, where the singer was born, on Sunday.",
        "Ministers gathered in Seoul after North Korea shelled the island on Monday.",
        "The president honoured the fallen, and Russia shelled Kharkiv again.",
        "Russian soldiers shot at youths who had put up barricades in Kharkiv.",
    ],
)
def test_news_beside_a_memory_stays(reader: Reader, text: str) -> None:
    assert [e for e in reader.read(text, published="2016-05-04").events if e.act == "ASSAULT"]

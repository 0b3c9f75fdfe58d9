"""Whom role nouns, given names and pronouns mean, by who tells it and to whom he belongs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Who = Callable[[Doc, str], str | None]
Read = Callable[..., Doc]

NAMED: list[tuple[str, str, str, str | None]] = [
    ("Thai Foreign Minister Kasit Piromya met reporters. Kasit urged calm.", "2009-07-22", "Kasit#2", "kasit-piromya"),
    ("David Cameron met David Petraeus on Monday. David said little.", "2012-06-02", "David#3", None),
    ("The army held Bongo and his family. Ali Bongo was ousted.", "2023-09-03", "his", "ali-bongo-ondimba"),
]  # fmt: skip

TOLD = [
    # who tells it, where he is brought in without a name
    ("Wu Ken, the Chinese ambassador, met the mayor. A farmer said he had waited for years.", "2016-07-12", "he", "chn-cvl-farmer"),
    ("Carlo Azeglio Ciampi spoke in Rome. His wife said she was tired.", "2001-07-12", "she", ""),
    # who speaks for another tells of him, but knows what he knows himself
    ("Alexei Navalny was moved on Monday. A lawyer said he had lost weight.", "2021-03-22", "he", "alexei-navalny"),
    ("Alexei Navalny was moved on Monday. A prison spokesman said he had no information.", "2021-03-22", "he", "rus-gov-spokesman"),
    ("Kofi Annan left. His spokesman, Fred Eckhard, said he was sad.", "2003-03-17", "he", "kofi-annan"),
    # with whom somebody of his is named
    ("Jens Stoltenberg spoke in Brussels. The poison struck Sergei Skripal and his daughter.", "2018-03-27", "his", "sergei-skripal"),
]  # fmt: skip

OFFICES: list[tuple[str, str, str, str | None]] = [
    ("Manmohan Singh pulled out of a summit. In Nepal, King Gyanendra on Tuesday sacked the prime minister.", "2005-02-03", "the prime minister", "sher-bahadur-deuba"),
    ("Maoist leader Prachanda called a strike. Kofi Annan urged the monarch to yield. King Gyanendra was silent.", "2005-02-03", "monarch", "gyanendra"),
    ("Jacob Rees-Mogg, the leader of the Commons, was angry. Boris Johnson rang the Queen.", "2019-09-25", "Queen", "elizabeth-ii"),
    ("Paul Kagame met Felix Tshisekedi in Luanda on Monday to talk about the border. M23 leader Bertrand Bisimwa said the president lied.", "2023-08-01", "president", "felix-tshisekedi"),
    ("Gotabaya Rajapaksa fled. He named Ranil Wickremesinghe acting president. The acting president ordered the army out.", "2022-07-13", "acting president#2", "ranil-wickremesinghe"),
    ("Ecuador's chancellor, Ricardo Patino, landed. The chancellor saw Julian Assange.", "2013-06-16", "chancellor#2", "ricardo-patino"),
    ("Roza Otunbayeva told reporters that the president was in the south. Kurmanbek Bakiyev had left Bishkek.", "2010-04-08", "president", "kurmanbek-bakiyev"),
    ("Its commander, the general Williams Kaliman, asked for calm in La Paz.", "2019-11-10", "commander", "williams-kaliman"),
]  # fmt: skip

WHOSE = [
    ("Antonio Guterres welcomed the declaration, his spokesman said. Ethiopia's government met the Tigrayans.", "2022-11-02", "spokesman", None),
    ("Donald Trump left and called Canada's prime minister weak. The president's adviser Peter Navarro was angry.", "2018-06-09", "Peter Navarro", "USA"),
    ("South Sudanese rebels signed a deal in Khartoum. A rebel commander was pleased.", "2015-08-19", "rebel commander", "SSD"),
    ("A court in The Hague indicted him. Bosnia must act.", "1995-07-25", "court", None),
    ("A district court in The Hague jailed him. Bosnia must act.", "1995-07-25", "court", "NLD"),
    ("Gazprom cut gas to Ukraine. A company spokesman denied it.", "2009-01-07", "company spokesman", "RUS"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "day", "piece", "id_"), NAMED + OFFICES, ids=[c[2] for c in NAMED + OFFICES]
)
def test_named_or_called_by_an_office(
    read: Read, who: Who, text: str, day: str, piece: str, id_: str | None
) -> None:
    assert who(read(text, day), piece) == id_


@pytest.mark.parametrize(("text", "day", "piece", "id_"), TOLD, ids=[c[3] or "nobody" for c in TOLD])
def test_whom_a_pronoun_means_in_what_somebody_tells(
    read: Read, who: Who, text: str, day: str, piece: str, id_: str
) -> None:
    assert (who(read(text, day), piece) or "") == id_


@pytest.mark.parametrize(("text", "day", "piece", "country"), WHOSE, ids=[c[2] for c in WHOSE])
def test_whose_somebody_is(read: Read, text: str, day: str, piece: str, country: str | None) -> None:
    doc = read(text, day)
    at = text.index(piece)
    found = [m for m in doc._.mentions.items if m.start <= at < m.end and m.end >= at + len(piece)]
    assert {a.country for m in found[:1] for a in m.actors} == {country}

"""Who stands beside a name, sets named after or by states, what somebody undergoes, who leads a state."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from dragoman.actors.knowledge import knowledge_base

from .cases import Case

BESIDE: list[Case] = [
    ("Mutinous soldiers overthrew Amadou Toumani Toure. Their leader, Captain Amadou Sanogo, spoke on television.",
     "2012-03-22", {"leader": "amadou-sanogo"}),
    ("Alexis Tsipras called his counterpart, Zoran Zaev, brave.", "2018-06-17", {"counterpart": "zoran-zaev"}),
    ("Recep Tayyip Erdogan blamed Fethullah Gulen, the cleric who lives in Pennsylvania.", "2016-07-15",
     {"cleric": "fethullah-gulen"}),
    ("The police arrested a lawyer, Wang Yu, on Monday.", "2015-07-13", {"lawyer": "wang-yu", "Wang Yu": "wang-yu"}),
    ("The head of Syrian intelligence in Lebanon, Rustum Ghazali, left yesterday.", "2005-04-30",
     {"head of Syrian intelligence": "rustum-ghazali"}),
    ("The minister, Kofi Annan and others came.", "2003-01-01", {"minister": None}),
    ("Benazir Bhutto was murdered. Her widower, Asif Ali Zardari, flew home.", "2007-12-27",
     {"widower": "asif-ali-zardari"}),
    ("Prayuth Chan-ocha took over. Yingluck Shinawatra was detained. Her brother watched from Dubai.", "2014-05-22",
     {"brother": None}),
]  # fmt: skip

SETS: list[Case] = [
    ("Greece and Macedonia signed at the lake. The two foreign ministers embraced.", "2018-06-17",
     {"two foreign ministers": "nikola-dimitrov+nikos-kotzias"}),
    ("At Dayton the three presidents sat apart. Richard Holbrooke shuttled between Slobodan Milosevic, Franjo "
     "Tudjman and Alija Izetbegovic.", "1995-11-02",
     {"three presidents": "alija-izetbegovic+franjo-tudman+slobodan-milosevic"}),
    ("Iran resumed talks. The six powers want a cap on enrichment.", "2013-11-22", {"six powers": "p5-plus-1"}),
    ("Mobutu Sese Seko faced Laurent Kabila. Nelson Mandela had tried to mediate between the two.", "1997-05-19",
     {"the two": "laurent-desire-kabila+mobutu-sese-seko"}),
    ("Xi Jinping met Ma Ying-jeou in Singapore. The two sides split in 1949.", "2015-11-07", {"two sides": "CHN+TWN"}),
]  # fmt: skip

BACK: list[Case] = [
    ("Mohamed Bazoum is a prisoner. Antonio Guterres demanded his release.", "2023-07-27", {"his": "mohamed-bazoum"}),
    ("Saad Hariri announced his resignation.", "2017-11-04", {"his": "saad-hariri"}),
    ("M23 said it had taken Goma.", "2025-01-27", {"it": "m23"}),
    ("The journey was long. It took three days.", "2025-01-27", {"It": None}),
    ("North Korean guns shelled the island. Lee Myung-bak apologised. The North warned of more.", "2010-11-29",
     {"The North": "PRK"}),
    ("Omar al-Bashir congratulated Salva Kiir in Juba. The new state is poor.", "2011-07-09", {"new state": "SSD"}),
    ("Mutinous soldiers overthrew Amadou Toumani Toure. ECOWAS suspended the country.", "2012-03-22",
     {"country": "MLI"}),
    ("Suharto resigned. B. J. Habibie took the oath. General Wiranto will protect the former president.", "1998-05-21",
     {"former president": "suharto"}),
    ("Askar Akayev fled. Opposition leader Kurmanbek Bakiyev took over. The toppled leader is abroad.", "2005-03-25",
     {"toppled leader": "askar-akayev"}),
    ("Mauricio Macri met Donald Trump. His foreign minister was there.", "2017-04-27",
     {"foreign minister": "susana-malcorra"}),
]  # fmt: skip

ROLES: list[Case] = [
    ("The South Korean leader joined them.", "2019-06-30", {"South Korean leader": "moon-jae-in"}),
    ("The British leader joined them.", "2019-08-30", {"British leader": "boris-johnson"}),
    ("Iraqi tanks entered Kuwait City. The emir fled.", "1990-08-02", {"emir": "jaber-al-ahmad-al-sabah"}),
    ("Hezbollah captured two Israeli soldiers. The group's leader spoke.", "2006-07-12", {"leader": "hassan-nasrallah"}),
    ("Hassan Rouhani won the Iranian election. The supreme leader praised him. The outgoing president will go.",
     "2013-06-16", {"supreme leader": "ali-khamenei", "outgoing president": "mahmoud-ahmadinejad"}),
    ("The head of the UN peacekeeping mission in Mali called for calm.", "2020-08-18",
     {"head of the UN peacekeeping mission": "mahamat-saleh-annadif"}),
    ("The presidents of Rwanda and Burundi died in the crash.", "1994-04-06",
     {"presidents of Rwanda and Burundi": "cyprien-ntaryamira+juvenal-habyarimana"}),
    ("The speaker of the Georgian parliament objected.", "2007-11-07",
     {"speaker of the Georgian parliament": "nino-burjanadze"}),
    ("Yigal Amir shot Yitzhak Rabin.", "1995-11-04", {"Yigal Amir": "yigal-amir"}),
]  # fmt: skip

ALL = [*BESIDE, *SETS, *BACK, *ROLES]


@pytest.mark.parametrize(("text", "published", "expected"), ALL, ids=[c[0][:40] for c in ALL])
def test_who_is_meant(
    misread: Callable[..., dict[str, tuple[str | None, str | None]]],
    text: str,
    published: str,
    expected: dict[str, str | None],
) -> None:
    assert not misread(text, published, expected)


@pytest.mark.parametrize(
    ("text", "piece", "country"),
    [
        (
            "The Pakistani general took over. Soldiers seized the station. India and its army watched India.",
            "Soldiers",
            "PAK",
        ),
        (
            "Sudan's generals rule. Washington urged the military to step aside. Sudan is quiet.",
            "military",
            "SDN",
        ),
        ("The Abkhaz leader agreed.", "Abkhaz leader", "GEO"),
        ("Alan Garcia spoke in Lima, Peru. Congress voted.", "Congress", "PER"),
        ("Congress voted in Washington.", "Congress", "USA"),
        ("Paul Biya met the Liberal Party in Cameroon.", "Liberal Party", "CMR"),
    ],
)
def test_whose_state(read: Callable[..., Doc], text: str, piece: str, country: str) -> None:
    doc = read(text, "2007-06-01")
    start = text.index(piece)
    found = [
        a.country
        for m in doc._.mentions.items
        if m.start < start + len(piece) and start < m.end
        for a in m.actors
    ]
    assert country in found


def test_leaders_of_states_are_in_the_base() -> None:
    """Every state that is led by its premier has had one."""
    kb = knowledge_base()
    assert not [c for c in kb.words.premiers if f"{c[:3]}:head-of-government" not in kb.holders]
    crowned = {c for codes in kb.words.crowned.values() for c in codes}
    assert not [c for c in crowned if f"{c}:head-of-state" not in kb.holders]

"""Who is meant: offices of organisations, sets, descriptions, initials and broken names."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from .cases import Case

OFFICES: list[Case] = [
    ("The UN chief visited Bucha. The NATO secretary general stayed away.", "2022-04-28",
     {"UN chief": "antonio-guterres", "NATO secretary general": "jens-stoltenberg"}),
    ("The UN envoy for Syria met the foreign minister of Jordan.", "2016-02-12", {"UN envoy for Syria": "staffan-de-mistura"}),
    ("The UN envoy left Damascus, Syria said.", "2016-02-12", {"UN envoy": "staffan-de-mistura"}),
    ("The European Commission president spoke to the UN High Commissioner for Refugees.", "1999-12-31",
     {"European Commission president": "romano-prodi", "UN High Commissioner for Refugees": "sadako-ogata"}),
    ("The director-general of the WHO warned. The IMF chief agreed.", "2020-03-11",
     {"director-general of the WHO": "tedros-adhanom-ghebreyesus", "IMF chief": "kristalina-georgieva"}),
    ("The chairman of the African Union flew to Nairobi.", "2008-02-28", {"chairman of the African Union": "jakaya-kikwete"}),
    ("The president of the Eurogroup called Athens. The leader of Likud smiled.", "2015-07-05",
     {"president of the Eurogroup": "jeroen-dijsselbloem", "leader of Likud": "benjamin-netanyahu"}),
    ("The secretary of Iran's Supreme National Security Council received the Europeans.", "2003-10-21",
     {"secretary of Iran's Supreme National Security Council": "hassan-rouhani"}),
    ("The head of Syrian diplomacy flew to Moscow.", "2013-09-09", {"head of Syrian diplomacy": "walid-muallem|walid-al-muallem"}),
    ("President Sarkozy met Medvedev. The leader of the FARC was absent.", "2009-04-01", {"FARC": "farc"}),
]  # fmt: skip

SETS: list[Case] = [
    ("Slobodan Milosevic, Alija Izetbegovic and Franjo Tudjman initialled the accord. The three presidents will sign it "
     "in Paris.", "1995-11-21", {"three presidents": "alija-izetbegovic+franjo-tudman+slobodan-milosevic"}),
    ("Ashraf Ghani and Abdullah Abdullah signed the deal. The two candidates hugged.", "2014-09-21",
     {"two candidates": "abdullah-abdullah+ashraf-ghani"}),
    ("Robert Mugabe and Morgan Tsvangirai signed the pact. Both signatories smiled.", "2008-09-15",
     {"Both signatories": "morgan-tsvangirai+robert-mugabe"}),
    ("Sergey Lavrov, John Kerry and Ban Ki-moon spoke in Geneva. All three were hopeful.", "2014-01-22",
     {"All three": "ban-ki-moon+john-kerry+sergey-lavrov"}),
    ("Saudi Arabia, Bahrain, Egypt and the United Arab Emirates severed relations with Qatar. The four states closed "
     "their airspace.", "2017-06-05", {"four states": "ARE+BHR+EGY+SAU"}),
    ("Angela Merkel met Francois Hollande. Three presidents stayed at home.", "2014-05-10", {"Angela Merkel": "angela-merkel"}),
]  # fmt: skip

DESCRIPTIONS: list[Case] = [
    ("Martti Ahtisaari and Viktor Chernomyrdin came to Belgrade. The Finn said there would be no haggling.", "1999-06-03",
     {"Finn": "martti-ahtisaari"}),
    ("Laurent Gbagbo was arrested by forces loyal to Alassane Ouattara. The defeated president was brought to a hotel.",
     "2011-04-11", {"defeated president": "laurent-gbagbo"}),
    ("Viktor Yanukovych fled to Russia. Arseniy Yatsenyuk called for calm. The ousted president said he would fight.",
     "2014-03-01", {"ousted president": "viktor-yanukovych"}),
    ("Ratko Mladic was arrested. The Serbian president announced it. The fugitive will be sent to The Hague.", "2011-05-26",
     {"fugitive": "ratko-mladic"}),
    ("Mwai Kibaki and Raila Odinga signed a pact. The Kenyan president will share power with his opponent.", "2008-02-28",
     {"opponent": "raila-odinga"}),
    ("Benjamin Netanyahu won. He beat the incumbent, Shimon Peres.", "1996-06-01", {"incumbent": "shimon-peres"}),
    ("The French president met Vladimir Putin. The defeated president of the club resigned.", "2016-03-03",
     {"Vladimir Putin": "vladimir-putin"}),
]  # fmt: skip

NAMES: list[Case] = [
    ("Vladimir Putin and R.T. Erdogan met.", "2019-10-22", {"R.T. Erdogan": "recep-tayyip-erdogan"}),
    ("George W. Bush looked V. V. Putin in the eye.", "2001-06-16", {"V. V. Putin": "vladimir-putin"}),
    ("Wen Jia-bao and Manmohan Singh wrote the text.", "2009-12-18", {"Wen Jia-bao": "wen-jiabao"}),
    ("Jeffrey Feltman and Mikhail Bog danov prepared the conference.", "2013-10-31", {"Mikhail Bog danov": "mikhail-bogdanov"}),
    ("The Indian prime minister landed in Pakistan. Modi congratulated Sharif.", "2015-12-25", {"Sharif": "nawaz-sharif"}),
    ("The Chinese side urged calm.", "2012-09-11", {"Chinese side": "CHN"}),
]  # fmt: skip

GARBLED = [
    ("President Yamil Mahuat of Ecuador spoke.", "1998-10-26", True),
    ("Colombian Foreign Minister Carlos Olmes Trujillo spoke.", "2018-10-01", True),
    ("NATO Secretary General Jaap de Hoop of Scheffer spoke.", "2008-08-20", True),
    (
        "Russian Foreign Minister Sergey Lavrov and Ukrainian President Volodymyr Zelensky spoke.",
        "2022-01-20",
        False,
    ),
    ("Colombian Foreign Minister Carlos Holmes Trujillo spoke.", "2018-10-01", False),
    ("Libyan leader Moammar Kadhafi spoke.", "2008-10-01", False),
]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [*OFFICES, *SETS, *DESCRIPTIONS, *NAMES],
    ids=[c[0][:40] for c in [*OFFICES, *SETS, *DESCRIPTIONS, *NAMES]],
)
def test_who_is_meant(
    read: Callable[..., Doc],
    who: Callable[[Doc, str], str | None],
    text: str,
    published: str | None,
    expected: dict[str, str | None],
) -> None:
    doc = read(text, published)
    wrong = {}
    for wording, ids in expected.items():
        found = who(doc, wording)
        if found not in (ids or "").split("|"):
            wrong[wording] = (found, ids)
    assert not wrong


@pytest.mark.parametrize(("text", "published", "garbled"), GARBLED, ids=[c[0][:40] for c in GARBLED])
def test_garbled_names_are_warned_of(
    read: Callable[..., Doc], text: str, published: str, garbled: bool
) -> None:
    doc = read(text, published)
    assert any(w.kind == "garbled name" for w in doc._.warnings) == garbled


def test_loyal_forces_take_the_country_of_their_leader(read: Callable[..., Doc]) -> None:
    doc = read("Forces loyal to Alassane Ouattara entered the town near the French base.", "2011-04-11")
    forces = next(m for m in doc._.mentions.items if doc._.document.text[m.start : m.end] == "Forces")
    assert [a.country for a in forces.actors] == ["CIV"]


def test_before_its_birth_a_state_owns_nobody(read: Callable[..., Doc]) -> None:
    doc = read("John Garang and Ali Osman Taha signed the peace.", "2005-01-09")
    garang = next(m for m in doc._.mentions.items if m.start == 0)
    assert garang.actors[0].country == "SDN"

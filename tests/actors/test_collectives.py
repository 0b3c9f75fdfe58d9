"""Actors of many states or of none, and what is of no state that stands near it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from dragoman.actors.collectives import states_together
from dragoman.actors.knowledge import knowledge_base
from dragoman.schema import Actor

from .cases import Case

MANY: list[Case] = [
    ("Western countries condemned Belarus. The countries closed their borders.", "2021-05-25",
     {"Western countries": "western-countries", "countries#2": "western-countries"}),
    ("African leaders flew to Tripoli. The leaders saw Muammar Gaddafi.", "2011-04-10",
     {"African leaders": "african-leaders", "leaders#2": "african-leaders"}),
    ("Iran met world powers in Vienna.", "2015-07-01", {"world powers": "p5-plus-1"}),
    ("Ukraine asked world powers for arms.", "2023-07-01", {"world powers": "world-powers"}),
    ("The 5+1 group wrote to Tehran.", "2013-07-01", {"5+1 group": "p5-plus-1"}),
    ("A Western diplomat in Tehran said Iran was ready.", "2013-07-01", {"Western diplomat": "western-diplomat"}),
    ("The presidents of four African countries wrote to Zimbabwe.", "2008-06-25",
     {"presidents of four African countries": "presidents-of-four-african-countries"}),
    ("The West blamed Serbia. Shells fell in the West of the town.", "1999-03-01",
     {"West": "western-countries", "West#2": None}),
    ("U.S. allies opposed the tariffs.", "2018-06-01", {"U.S. allies": "u-s-allies"}),
    ("The international community failed Rwanda.", "1994-06-01", {"international community": "international-community"}),
    ("The two countries and Peru signed. Seven countries wrote to Cuba.", "2003-06-01",
     {"Seven countries": "seven-countries"}),
    ("Sudan told of Arab militias in Darfur.", "2004-06-01", {"Arab militias": "sdn-prm-militia"}),
    ("Kyrgyzstan is poor. The Central Asian state asked for aid.", "2010-06-01", {"Central Asian state": "KGZ"}),
]  # fmt: skip

WHOSE: list[Case] = [
    ("PARIS - Rebels in the north of Ivory Coast said they would disarm.", "2003-01-24", {"Rebels": "civ-reb-rebel"}),
    ("KHARTOUM - Rebels said they would disarm.", "2005-01-24", {"Rebels": "sdn-reb-rebel"}),
    ("The Justice Department charged an aide. Iraq was bombed.", "2003-04-02",
     {"Justice Department": "usa-justice-ministry"}),
    ("Pakistan is angry. The Foreign Office (FO) summoned the Indian envoy. The FO said so.", "2018-01-02",
     {"Foreign Office": "pak-foreign-ministry", "FO#2": "pak-foreign-ministry"}),
    ("Donald Trump came with Melania Trump. Mr. Trump spoke.", "2018-01-02", {"Mr. Trump": "donald-trump"}),
    ("The British ambassador to Iran was summoned. The ambassador, Jane Dunn, left.", "2009-06-18",
     {"Jane Dunn": "jane-dunn"}),
    ("Oslo's International Development Minister Pia Lund came to Sri Lanka.", "2006-04-07", {"Pia Lund": "pia-lund"}),
    ("The envoy of the African Union (AU) Ba Diallo left Mali.", "2021-10-25", {"Ba Diallo": "ba-diallo"}),
    ("Sudan's army and rebels clashed. Syria sent aid.", "2012-02-27", {"rebels": "sdn-reb-rebel"}),
    ("The World Bank will lend 500 million US dollars.", "1999-10-14", {"US": None}),
    ("An attack in San Marino, 170 miles west of Bogota, killed two.", "2005-12-21", {"San Marino": None}),
    ("North Korea condemned the Freedom Guardian exercise.", "2015-08-13", {"Guardian": None}),
    ("Norwegian Envoy Begins New Peace Bid\n\nNorway sent an envoy to Sri Lanka.", "2006-04-07", {"Begins": None}),
    ("Pakistan summons Indian envoy", "2018-01-02", {"envoy": "ind-gov-envoy"}),
    ("North Korea spoke. Korean scientists built a bomb.", "2007-08-13", {"Korean scientists": "prk-edu-scientist"}),
    ("Seoul spoke. Korean scientists built a robot.", "2007-08-13", {"Korean scientists": "kor-edu-scientist"}),
    ("Addis Ababa talked to Eritrea. Ethiopia accused its neighbour.", "1998-06-08", {"neighbour": "ERI"}),
    ("The Saudi journalist Jamal Khashoggi was held in Turkey.", "2018-10-06", {"journalist": "jamal-khashoggi"}),
    ("Moscow was quiet. Sabah Fakhri sang as Aleppo residents fled.", "2016-12-02",
     {"Aleppo residents": "syr-cvl-resident"}),
    ("The generals spoke in Caracas.", "2002-04-12", {"generals": "ven-mil-general"}),
    ("Tribal leaders met in Sanaa.", "2011-04-12", {"leaders": "yem-cvl-leader"}),
    ("The Taliban spoke. The ambassador to Pakistan, Abdul Zalam, left Kabul.", "2001-09-19",
     {"Abdul Zalam": "abdul-zalam"}),
    ("Chinese jets passed Taiwan. The island's police were on alert.", "2022-08-03", {"police": "twn-police"}),
    ("Norway's envoy met Sri Lanka's president. Rebels quit the talks.", "2006-04-07", {"Rebels": "lka-reb-rebel"}),
    ("A truce between Yemen and rebels collapsed amid clashes between the two sides.", "2010-04-07",
     {"two sides": "YEM+yem-reb-rebel"}),
    ("Diplomats met in Geneva after rebels seized offices in Ukraine.", "2014-04-17", {"rebels": "ukr-reb-rebel"}),
    ("In Helmand, 10,000 Marines fight the Taliban.", "2009-12-03", {"Marines": "usa-mil-marine"}),
    ("NATO met. The alliance ambassadors spoke.", "2009-12-03", {"alliance ambassadors": "nato"}),
    ("Canada's foreign minister called for the release of activists. Riyadh fumed.", "2018-08-03",
     {"activists": "sau-opp-activist"}),
    ("Tajik and Kyrgyz border guards clashed.", "2021-04-29",
     {"Tajik and Kyrgyz border guards": "kgz-border-guard+tjk-border-guard"}),
    ("The leaders of North and South Korea signed.", "2018-04-27", {"leaders of North and South Korea": "kor-gov-leader+prk-gov-leader"}),
    ("Mexico's president-elect came.", "2018-08-27", {"Mexico's president-elect": "andres-manuel-lopez-obrador"}),
    ("The Council imposed sanctions on North Korea over its tests.", "2016-03-02", {"its": "PRK"}),
    ("Two men were kidnapped in Gao.", "2013-11-02", {"Gao": None}),
    ("A NATO official spoke in Brussels. He was blunt.", "2011-05-02", {"He": "nato-official"}),
    ("Fidel Ramos met Rodrigo Duterte as an envoy watched, and the latter smiled.", "2016-07-25",
     {"latter": "rodrigo-duterte"}),
    ("The Minister of Sport and Youth, Ana Reyes, left Caracas. The official smiled.", "2019-03-27",
     {"official": "ana-reyes"}),
    ("Euro zone finance ministers met over Greece.", "2015-06-30", {"finance ministers": "euro-zone-finance-ministers"}),
    ("The Inter-American Summit opened.", "2010-03-27", {"Inter-American": None}),
    ("Israel left. The occupation forces in Gaza fired.", "2009-01-05", {"occupation forces": "isr-mil-occupation-force"}),
    ("Georgia sent envoys to Russia. The United States imposed curbs on officials.", "2014-03-06",
     {"officials": "geo-gov-official"}),
]  # fmt: skip

COUNTRIES = [
    ("The British ambassador to Iran was summoned. The ambassador, Jane Dunn, left.", "Jane Dunn", "GBR"),
    ("Oslo's International Development Minister Pia Lund came to Sri Lanka.", "Pia Lund", "NOR"),
    ("The envoy of the African Union (AU) Ba Diallo left Mali.", "Ba Diallo", None),
    ("Japan's U.N. ambassador, Ken Abe, spoke of Iran.", "Ken Abe", "JPN"),
    (
        "A crowd stoned the Dutch embassy in Tehran. The ambassador, Jan Bol, hid. Iran regretted it.",
        "Jan Bol",
        "NLD",
    ),
    ("Kabul was calm. The ambassador to Pakistan, Abdul Zalam, left.", "Abdul Zalam", "AFG"),
]


@pytest.mark.parametrize(
    ("text", "published", "expected"), [*MANY, *WHOSE], ids=[c[0][:40] for c in [*MANY, *WHOSE]]
)
def test_who_is_meant(
    misread: Callable[..., dict[str, tuple[str | None, str | None]]],
    text: str,
    published: str,
    expected: dict[str, str | None],
) -> None:
    assert not misread(text, published, expected)


@pytest.mark.parametrize(("text", "piece", "country"), COUNTRIES, ids=[c[1] for c in COUNTRIES])
def test_the_state_that_somebody_unknown_serves(
    read: Callable[..., Doc], text: str, piece: str, country: str | None
) -> None:
    doc = read(text, "2009-06-18")
    assert [
        a.country for m in doc._.mentions.items for a in m.actors if a.name == piece and a.kind == "person"
    ][:1] == [country]


def test_states_taken_together_are_told_from_unnamed_persons() -> None:
    words = knowledge_base().words
    states = Actor(id="x", name="Arab countries", kind="unnamed", sector="GOV")
    assert states_together(states, words)
    assert not states_together(states.model_copy(update={"name": "Western diplomats"}), words)
    assert not states_together(states.model_copy(update={"country": "RUS"}), words)

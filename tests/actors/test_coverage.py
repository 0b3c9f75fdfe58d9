"""Who is meant where nobody is named in full: regions, falls, successors, bodies alone, kin and company."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from dragoman.actors import knowledge_base

from .cases import Case

REGIONS: list[Case] = [
    ("The governor of Texas met the mayor of London.", "2012-07-20",
     {"governor of Texas": "rick-perry", "mayor of London": "boris-johnson"}),
    ("The Scottish first minister spoke of a referendum.", "2016-06-24", {"Scottish first minister": "nicola-sturgeon"}),
    ("The Catalan parliament voted. The Catalans cheered.", "2017-10-27",
     {"Catalan parliament": "esp-cat-parliament", "Catalans": "esp-cat-people"}),
    ("Soldiers fought in Chechnya.", "2000-01-10", {"Chechnya": None}),
    ("Tokyo's governor flew to Paris.", "2003-05-05", {"Tokyo's governor": "shintaro-ishihara"}),
]  # fmt: skip

FALLS: list[Case] = [
    ("Seleka took Bangui, and the Central African president fled.", "2013-03-24", {"Central African president": "francois-bozize"}),
    ("The Iranian foreign minister died in the crash.", "2024-05-20", {"Iranian foreign minister": "hossein-amir-abdollahian"}),
    ("The Iranian foreign minister spoke in Tehran.", "2024-05-20", {"Iranian foreign minister": "ali-bagheri-kani"}),
    ("Nawaz Sharif dismissed Pervez Musharraf. The deposed prime minister is under arrest.", "1999-10-12",
     {"deposed prime minister": "nawaz-sharif"}),
    ("Kurmanbek Bakiyev flew south. Vladimir Putin telephoned. The ousted president refuses to go.", "2010-04-08",
     {"ousted president": "kurmanbek-bakiyev"}),
    ("Angela Merkel met Franz Muentefering. The future chancellor smiled.", "2005-11-09", {"future chancellor": "angela-merkel"}),
]  # fmt: skip

ALONE: list[Case] = [
    ("The Secretary-General broke off his holiday in Finland.", "2003-08-19", {"Secretary-General": "kofi-annan"}),
    ("Federica Mogherini read the statement. The High Representative wept.", "2015-07-14",
     {"High Representative": "federica-mogherini"}),
    ("Ursula von der Leyen called it barbaric. The Commission will propose sanctions.", "2022-02-24",
     {"Commission": "eu-commission"}),
    ("The Commission on Human Rights met. The council of the village voted.", "2001-04-02", {"council": None}),
    ("UNESCO admitted Palestine. The head of the agency smiled.", "2011-10-31", {"head of the agency": "irina-bokova"}),
    ("Brussels criticised China.", "2021-03-02", {"Brussels": "eu"}),
    ("Belgium and France signed. Brussels will pay.", "2021-03-02", {"Brussels": "BEL"}),
]  # fmt: skip

BACK: list[Case] = [
    ("Hubert Vedrine and his Russian counterpart spoke.", "1998-12-19", {"Russian counterpart": "igor-ivanov"}),
    ("Mevlut Cavusoglu went to Moscow, where his Russian and Iranian counterparts waited.", "2016-12-20",
     {"Russian and Iranian counterparts": "mohammad-javad-zarif+sergey-lavrov"}),
    ("Theresa May called Boris Johnson. Her successor flew to Paris.", "2019-07-10", {"successor": "boris-johnson"}),
    ("Wang Yi met Fidel Ramos. The latter said that he was ready.", "2016-07-26", {"latter": "fidel-ramos", "he": "fidel-ramos"}),
    ("Robert Mugabe spoke. Western capitals, the 84-year-old told a rally, could shout.", "2008-06-20", {"old": "robert-mugabe"}),
    ("The Iraqi president rejected the report, and the Israeli prime minister had his doubts.", "2006-12-07",
     {"his": "ehud-olmert"}),
    ("Both Koreas claim the waters.", "2010-11-23", {"Koreas": "KOR+PRK"}),
    ("Laurent Kabila and Mobutu Sese Seko came. Nelson Mandela received both men.", "1997-05-04",
     {"both men": "laurent-desire-kabila+mobutu-sese-seko|laurent-kabila+mobutu-sese-seko"}),
    ("Bush whispered to Blair in Istanbul.", "2004-06-28", {"Bush": "george-w-bush"}),
    ("The bush burned near the village.", "2004-06-28", {"bush": None}),
]  # fmt: skip
ALL = [*REGIONS, *FALLS, *ALONE, *BACK]


@pytest.mark.parametrize(("text", "published", "expected"), ALL, ids=[c[0][:40] for c in ALL])
def test_who_is_meant(
    read: Callable[..., Doc],
    who: Callable[[Doc, str], str | None],
    text: str,
    published: str | None,
    expected: dict[str, str | None],
) -> None:
    doc = read(text, published)
    found = {wording: who(doc, wording) for wording in expected}
    assert {w for w, ids in expected.items() if found[w] not in (ids.split("|") if ids else [None])} == set()


COUNTRIES = [
    ("Grace Mugabe and Robert Mugabe left Harare.", "2017-11-21", "Grace Mugabe", "ZWE"),
    ("James Baker and Lee Hamiltone gave their report.", "2006-12-07", "Lee Hamiltone", "USA"),
    ("Havana released Alan Grossman.", "2014-12-17", "Alan Grossman", None),
    ("The Yugoslav president read the plan.", "1999-06-03", "Yugoslav president", "YUG"),
]


@pytest.mark.parametrize(
    ("text", "published", "wording", "country"), COUNTRIES, ids=[c[2] for c in COUNTRIES]
)
def test_countries_of_the_unknown(
    read: Callable[..., Doc], text: str, published: str, wording: str, country: str | None
) -> None:
    doc = read(text, published)
    at = text.index(wording)
    over = [m for m in doc._.mentions.items if m.start <= at and m.end >= at + len(wording) and m.actors]
    assert {a.country for m in over for a in m.actors} <= {country}


def test_every_region_lies_in_a_state_and_has_a_government() -> None:
    kb = knowledge_base()
    assert len(kb.regions) > 150
    for id_, region in kb.regions.items():
        assert region.country in kb.states
        assert kb.organisation(id_) is not None


def test_a_people_is_named_by_its_state(read: Callable[..., Doc]) -> None:
    doc = read("The Serbs and the Afghans protested.", "2008-05-05")
    names = [a.name for m in doc._.mentions.items for a in m.actors]
    assert names == ["people of Serbia", "people of Afghanistan"]


MINORITIES = [
    ("Serb forces killed three ethnic Albanians in southern Serbia.", "2001-02-02", "Albanians", "SRB"),
    ("The Albanians of southern Serbia want autonomy.", "2001-02-02", "Albanians", "SRB"),
    ("The Albanians voted on Sunday.", "2001-06-24", "Albanians", "ALB"),
]


@pytest.mark.parametrize(
    ("text", "published", "wording", "country"), MINORITIES, ids=[c[0] for c in MINORITIES]
)
def test_minorities_are_people_of_where_they_live(
    read: Callable[..., Doc], text: str, published: str, wording: str, country: str
) -> None:
    doc = read(text, published)
    at = text.index(wording)
    over = [m for m in doc._.mentions.items if m.start <= at < m.end]
    assert {a.country for m in over for a in m.actors} == {country}

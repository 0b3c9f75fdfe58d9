"""Who is meant beside others: states of a quotation, mediators' homes, namesakes of the base, minorities."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from .asked import countries


@pytest.mark.parametrize(
    ("text", "written", "country"),
    [
        ('NAIROBI - "He is no longer in Ethiopia," said Michael Odhiambo, defence ministry spokesman. "We held him in '
         'Kenya," he said.', "Odhiambo", "KEN"),
        ('KAMPALA - "The men have crossed into Sudan," said Paddy Okello, army spokesman.', "Okello", "UGA"),
        ('ACCRA - "Togo is free to join," said an army officer on Monday.', "officer", "GHA"),
        ('BAMAKO - "The column has left Niger," said Colonel Idriss Maiga, army spokesman.', "Maiga", "MLI"),
        ('"Togo will vote in May," a government spokesman said.', "spokesman", "TGO"),
        ("LOME - Togo is free to join, an army officer said on Monday.", "officer", "TGO"),
    ],
)  # fmt: skip
def test_who_speaks_of_a_state_is_not_of_it(
    read: Callable[..., Doc], text: str, written: str, country: str
) -> None:
    assert countries(read(text, "2012-05-12"), written) == {country}


@pytest.mark.parametrize(
    ("text", "written", "country"),
    [
        ("DOHA - Djibril Bassole, the chief mediator from Burkina Faso, opened the Darfur talks on Thursday. The "
         "government rejected the offer.", "government", "SDN"),
        ("ADDIS ABABA - Seyoum Mesfin, the chief mediator from Ethiopia, opened talks on South Sudan. The government "
         "accused the rebels of attacking Bentiu.", "rebels", "SSD"),
        ("The envoy from Norway met Sri Lankan officials. The government said the truce had been broken.",
         "government", "LKA"),
        ("LOME - President Faure Gnassingbe met the opposition. The government freed ten prisoners. The mediator, "
         "Gilchrist Olympio, was pleased.", "government", "TGO"),
    ],
)  # fmt: skip
def test_the_government_is_not_the_mediators(
    read: Callable[..., Doc], text: str, written: str, country: str
) -> None:
    assert countries(read(text, "2014-03-12"), written) == {country}


@pytest.mark.parametrize(
    ("text", "written", "country"),
    [
        ("PRISTINA - Thousands of ethnic Albanians marched through Pristina. The Albanians asked for a vote.",
         "Albanians", "XKX"),
        ("SKOPJE - Ethnic Albanian rebels fired on police. The Albanians asked for a new constitution.", "Albanians",
         "MKD"),
        ("OSH - Ethnic Uzbeks fled Osh in Kyrgyzstan. The Uzbeks accused the police of murder.", "Uzbeks", "KGZ"),
        ("Albania opened its border. The Albanians welcomed those who came.", "Albanians", "ALB"),
    ],
)  # fmt: skip
def test_a_people_called_ethnic_stays_at_home(
    read: Callable[..., Doc], text: str, written: str, country: str
) -> None:
    assert countries(read(text, "2001-05-12"), written) == {country}


@pytest.mark.parametrize(
    ("text", "written", "country"),
    [
        ("The Dhaka Metropolitan Police arrested three men on Monday.", "Metropolitan Police", "BGD"),
        ("Seoul Metropolitan Police detained ten protesters.", "Metropolitan Police", "KOR"),
        ("The Metropolitan Police in London arrested two men.", "Metropolitan Police", "GBR"),
        ("Nelson Mandela met ambassadors in Pretoria on Friday.", "ambassadors", None),
        ("President Museveni met envoys and aid donors on Friday in Kampala.", "envoys", None),
        ("President Museveni recalled the ambassador to Kenya.", "ambassador", "UGA"),
    ],
)  # fmt: skip
def test_of_whom_a_force_or_envoy_is(
    read: Callable[..., Doc], text: str, written: str, country: str | None
) -> None:
    assert countries(read(text, "2010-05-12"), written) == {country}


def test_a_namesake_of_long_ago_and_of_no_state_told_of_is_a_stranger(read: Callable[..., Doc]) -> None:
    # a director of central intelligence of the United States had this name, too
    doc = read("William Casey was killed by bandits on Monday in Nyeri, Kenyan police said.", "2009-07-12")
    assert "USA" not in countries(doc, "Casey")
    for text, published in (
        ("William Casey flew to Cairo on Monday.", "1985-07-12"),
        ("William Casey was once told of it by a spy of the United States.", "2009-07-12"),
    ):
        assert countries(read(text, published), "Casey") == {"USA"}
    # who held a high office is told of wherever it may be
    doc = read("Kenyan police said Mikhail Gorbachev had sent a wreath.", "2018-07-12")
    assert countries(doc, "Gorbachev") != {"KEN"}


def test_he_is_not_who_is_only_named_in_the_words_of_another(
    read: Callable[..., Doc], who: Callable[[Doc, str], str | None]
) -> None:
    text = (
        "Prime Minister David Cameron met Chancellor Angela Merkel in Berlin on Monday. "
        '"I told Mr Papandreou that Greece must keep its word," Merkel said. He praised her.'
    )
    doc = read(text, "2011-07-12")
    assert who(doc, "He") == "david-cameron"
    assert who(doc, "her") == "angela-merkel"


def test_parts_of_names(read: Callable[..., Doc], who: Callable[[Doc, str], str | None]) -> None:
    doc = read("Rebels attacked the village of Um Qatar on Sunday.", "2009-07-12")
    assert not countries(doc, "Qatar")
    doc = read("Tehrik-e-Taliban Pakistan and Jaish-i-Mohammed denied it.", "2013-05-12")
    assert who(doc, "Tehrik-e-Taliban Pakistan") == "ttp"
    assert who(doc, "Jaish-i-Mohammed") == who(
        read("Jaish-e-Mohammed denied it.", "2013-05-12"), "Jaish-e-Mohammed"
    )
    doc = read(
        "The head of the U.N. Department of Peacekeeping Operations, Herve Ladsous, left for Kinshasa.",
        "2014-06-12",
    )
    assert not any(a.name == "Ban Ki-moon" for m in doc._.mentions.items for a in m.actors)


@pytest.mark.parametrize(
    ("text", "written", "country"),
    [
        ("A protocol was signed by the Burundian government and a large rebel faction in the South African capital.",
         "faction", "BDI"),
        ("Rebels in the Chadian capital fired on soldiers.", "soldiers", "TCD"),
        ("The Angolan government and rebels agreed last month at talks in Zambia to stop the war in the highlands of "
         "Huambo. An army officer said that soldiers had obeyed.", "officer", "AGO"),
    ],
)  # fmt: skip
def test_where_one_signs_or_talks_is_not_whose_one_is(
    read: Callable[..., Doc], text: str, written: str, country: str
) -> None:
    assert countries(read(text, "2007-11-02"), written) == {country}


def test_the_envoy_is_whom_the_text_calls_so(
    read: Callable[..., Doc], who: Callable[[Doc, str], str | None]
) -> None:
    text = (
        "Norwegian envoy Erik Solheim saw President Chandrika Kumaratunga about Jaffna on Friday. The Norwegian envoy "
        "was silent."
    )
    assert who(read(text, "2002-10-10"), "The Norwegian envoy") == "erik-solheim"


def test_who_leads_a_delegation_does_not_lead_the_state(
    read: Callable[..., Doc], who: Callable[[Doc, str], str | None]
) -> None:
    doc = read(
        "The Syrian delegation chief, Bashar Jaafari, told reporters in Geneva that he had time.",
        "2016-02-06",
    )
    assert not any(a.name == "Bashar al-Assad" for m in doc._.mentions.items for a in m.actors)
    told = read("The Syrian leader spoke in Damascus.", "1999-02-06")
    assert who(told, "The Syrian leader") == "hafez-al-assad"

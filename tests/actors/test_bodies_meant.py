"""Bodies told of by a noun, and whose an organ of a state is to which the text gives no country."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Case = tuple[str, str, dict[str, str | None]]

NOUNS: list[Case] = [
    # the name's own noun
    (
        "The Civic Alliance called a strike in Managua. The alliance speaks for students.",
        "2018-07-09",
        {"alliance": "civic-alliance-nicaragua|civic-alliance"},
    ),
    (
        "The Popular Front put up barricades in Baku. The front wants new elections.",
        "1990-01-16",
        {"front": "popular-front|popular-front-azerbaijan"},
    ),
    # one named just after
    ("The alliance bombed a bridge overnight, NATO said in Brussels.", "1999-05-20", {"alliance": "nato"}),
    # by the state that an adjective says
    (
        "Gazprom and Eni signed a contract in Rome. The Italian company will build the pipe.",
        "2007-06-23",
        {"Italian company": "eni"},
    ),
    (
        "Al Shabaab held hostages in Nairobi. The Somali group wants an Islamic state.",
        "2013-09-23",
        {"Somali group": "al-shabaab"},
    ),
    (
        "Greenpeace met Rosneft in Oslo. The environmental group was not heard.",
        "2014-05-01",
        {"environmental group": "greenpeace"},
    ),
    # armed groups: the one named before
    (
        "The FARC signed a truce in Havana. The guerrillas will disarm. The ELN will not.",
        "2016-11-26",
        {"guerrillas": "farc"},
    ),
    # by the leader named
    (
        "Velupillai Prabhakaran was killed near Mullaitivu. Only a few of the Tigers fought on.",
        "2009-05-19",
        {"Tigers": "ltte"},
    ),
    (
        "Mali named a cabinet. The former colonial power said nothing in public.",
        "2021-06-05",
        {"former colonial power": "FRA"},
    ),
]

COUNTRIES: list[Case] = [
    (
        "The government and the Tamil Tigers signed a truce in Oslo.",
        "2002-02-22",
        {"government": "LKA"},
    ),
    (
        "Talks between the government and the URNG resumed in Mexico City.",
        "1996-05-05",
        {"government": "GTM"},
    ),
    (
        "Charles Taylor armed the Revolutionary United Front, whose fighters maimed thousands.",
        "2003-06-05",
        {"fighters": "SLE"},
    ),
    (
        "The European Union, whose foreign ministers meet on Monday, condemned Moscow.",
        "2014-03-20",
        {"foreign ministers": None},
    ),
    ("Two diplomats in Vienna said Iran would get more time.", "2016-05-05", {"diplomats": None}),
    (
        "Israeli aircraft struck Tyre, where the mayor asked for help.",
        "2006-07-20",
        {"mayor": "LBN"},
    ),
    (
        "The Kenyan High Court ruled on Haiti's request on Friday. The judges saw no treaty.",
        "2024-01-26",
        {"judges": "KEN"},
    ),
    (
        "The Polisario Front said the army had moved towards the wall.",
        "1998-11-02",
        {"army": "MAR"},
    ),
    ("In Thailand the Democrats kept quiet.", "2014-05-22", {"Democrats": "THA"}),
    (
        "In Washington the Democrats kept quiet, and the United States waited.",
        "2014-05-22",
        {"Democrats": "USA"},
    ),
]


@pytest.mark.parametrize(("text", "published", "meant"), NOUNS)
def test_the_body_that_a_noun_means(
    read: Callable[..., Doc],
    who: Callable[[Doc, str], str | None],
    text: str,
    published: str,
    meant: dict[str, str],
) -> None:
    doc = read(text, published)
    for wording, ids in meant.items():
        assert who(doc, wording) in ids.split("|")


@pytest.mark.parametrize(("text", "published", "countries"), COUNTRIES)
def test_whose_an_organ_is(
    read: Callable[..., Doc], text: str, published: str, countries: dict[str, str | None]
) -> None:
    doc = read(text, published)
    for wording, country in countries.items():
        at = text.index(wording)
        found = {
            a.country
            for m in doc._.mentions.items
            if m.start <= at < m.end and m.via != "demonym"
            for a in m.actors
        }
        assert found == {country}

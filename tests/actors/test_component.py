"""Names, titles, states, groups and warnings, through the whole component."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from .cases import GROUPS, NAMES, WARNINGS, Case

Who = Callable[[Doc, str], str | None]


@pytest.mark.parametrize("case", [*NAMES, *GROUPS], ids=lambda c: c[0][:40])
def test_who(read: Callable[..., Doc], who: Who, case: Case) -> None:
    text, published, expected = case
    doc = read(text, published)
    wrong = {}
    for wording, ids in expected.items():
        allowed = ["+".join(sorted(one.split("+"))) for one in ids.split("|")] if ids else [None]
        found = who(doc, wording)
        if found not in allowed:
            wrong[wording] = (found, ids)
    assert not wrong


@pytest.mark.parametrize(("text", "published", "kinds"), WARNINGS)
def test_warnings(read: Callable[..., Doc], text: str, published: str | None, kinds: list[str]) -> None:
    assert [w.kind for w in read(text, published)._.warnings] == kinds


def test_warning_says_who_was_expected(read: Callable[..., Doc]) -> None:
    doc = read("Russian Foreign Minister Ivan Petrov spoke.", "2015-12-15")
    (warning,) = doc._.warnings
    assert "Sergey Lavrov" in warning.message
    assert doc._.document.text[slice(*warning.span)].startswith("Russian Foreign Minister")


def test_stated_office_is_kept(read: Callable[..., Doc]) -> None:
    doc = read("Burundian Foreign Minister Zed Nobody spoke.", None)
    (actor,) = doc._.mentions.items[0].actors
    assert (actor.kind, actor.country, actor.sector, actor.office) == (
        "person",
        "BDI",
        "GOV",
        "foreign minister of Burundi",
    )


def test_office_of_the_day(read: Callable[..., Doc]) -> None:
    for published, office in (("2005-01-10", None), ("2010-01-10", "foreign minister of the United States")):
        (actor,) = read("Hillary Clinton spoke.", published)._.mentions.items[0].actors
        assert actor.office == office
    assert actor.country == "USA"


def test_metonym_is_the_state(read: Callable[..., Doc]) -> None:
    mention = read("Moscow rejected the offer.", "2015-01-10")._.mentions.items[0]
    assert (mention.via, mention.actors[0].id, mention.actors[0].name, mention.actors[0].kind) == (
        "metonym",
        "RUS",
        "Russia",
        "state",
    )


def test_locative_names_are_marked(read: Callable[..., Doc]) -> None:
    items = read("The war in Syria worries Turkey.", "2015-01-10")._.mentions.items
    assert {m.actors[0].id: m.locative for m in items} == {"SYR": True, "TUR": False}


def test_labels_are_skipped_and_links_are_no_antecedents(read: Callable[..., Doc]) -> None:
    text = "A quiet day\n\nThe talks ended.\n\nSee also\n\nAngela Merkel meets Emmanuel Macron\n\nShe was pleased."
    doc = read(text, "2018-05-05")
    assert [a.id for m in doc._.mentions.items for a in m.actors] == ["angela-merkel", "emmanuel-macron"]


def test_mentions_nest_and_never_cross(read: Callable[..., Doc]) -> None:
    text = " ".join(case[0] for case in [*NAMES, *GROUPS])
    items = read(text, "2015-12-15")._.mentions.items
    for a in items:
        for b in items:
            assert (
                a is b
                or a.last < b.first
                or b.last < a.first
                or (a.first >= b.first and a.last <= b.last)
                or (b.first >= a.first and b.last <= a.last)
            )


def test_same_text_same_mentions(read: Callable[..., Doc]) -> None:
    text = " ".join(case[0] for case in [*NAMES, *GROUPS])
    assert read(text, "2015-12-15")._.mentions.items == read(text, "2015-12-15")._.mentions.items


def test_works_without_a_document(read: Callable[..., Doc]) -> None:
    from dragoman.language import load_parser  # noqa: PLC0415

    nlp = load_parser()
    nlp.add_pipe("dragoman_layout", before="parser")
    nlp.add_pipe("dragoman_actors")
    doc = nlp("Sergey Lavrov met John Kerry.")
    assert [a.id for a in doc._.mentions.actors()] == ["sergey-lavrov", "john-kerry"]


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", "(", '"', "U.S.", "'s", "of", "Minister", "the", "President of", ", the president"],
)
def test_scraps_do_no_harm(read: Callable[..., Doc], text: str) -> None:
    assert read(text, "2015-12-15")._.mentions is not None

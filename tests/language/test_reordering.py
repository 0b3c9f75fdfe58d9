"""Orders of words that hide who does what to whom."""

from __future__ import annotations

import pytest

from dragoman.language import Grammar, load_parser

NLP = load_parser()


def parsed(text: str) -> Grammar:
    return Grammar(NLP(text))


@pytest.mark.parametrize(
    ("text", "verb", "objects"),
    [
        ("Insulza, who on Friday visited without success Tegucigalpa, complained.", "visited", ["Tegucigalpa"]),
        ("A Peruvian judge ordered Keiko Fujimori jailed.", "ordered", ["Fujimori"]),
        ("The OAS suspended the Saturday to Honduras.", "suspended", []),
        ("The authorities have transferred on Monday to the chairman of the OSCE Karel De Gucht four Russian servicemen.",
         "transferred", ["servicemen"]),
        ("Nigeria's president marked the Saturday of the uprising.", "marked", ["Saturday"]),
    ],
)  # fmt: skip
def test_what_a_verb_is_done_to(text: str, verb: str, objects: list[str]) -> None:
    g = parsed(text)
    v = g.word.index(verb)
    assert [g.word[k] for k in g.objects(v) if g.word[k] != "who"] == objects


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The day before Vladimir Putin, having gathered his ministers, accused Tbilisi of the taking of hostages.",
         "accused", "Putin"),
        ("Six of the eight foreign truce monitors left Batticaloa on Thursday.", "left", "Six"),
    ],
)  # fmt: skip
def test_who_does_it(text: str, verb: str, subject: str) -> None:
    g = parsed(text)
    assert [g.word[k] for k in g.subjects(g.word.index(verb))] == [subject]


@pytest.mark.parametrize(
    ("text", "deed", "doer"),
    [
        ('Nigeria condemned what it termed a "senseless" attack on its embassy in Khartoum by Libyan militiamen.',
         "attack", "militiamen"),
        ("The minister protested against what he described as the shelling of the village by Armenian troops.",
         "shelling", "troops"),
    ],
)  # fmt: skip
def test_a_deed_keeps_its_doer_behind_the_verb_that_names_it(text: str, deed: str, doer: str) -> None:
    g = parsed(text)
    assert [g.word[k] for k in g.prep_objects(g.word.index(deed), "by")] == [doer]


def test_a_deed_stands_for_the_clause_that_names_it() -> None:
    g = parsed(
        "The minister protested against what he described as the shelling of the village by Armenian troops."
    )
    assert [g.word[k] for k in g.prep_objects(g.word.index("protested"), "against")] == ["shelling"]


def test_a_list_of_what_is_called_for_stays_together() -> None:
    g = parsed("The document calls for an end to violence and the release of the leaders.")
    v = g.word.index("calls")
    assert "release" not in [g.word[k] for k in g.conjuncts(v)]


def test_the_verb_after_a_relative_clause_is_the_main_one() -> None:
    g = parsed(
        'Charles B. Rangel, who was led away in handcuffs this month, called the text "thin soup" and urged Bush to act.'
    )
    assert [g.word[k] for k in g.subjects(g.word.index("urged"))] == ["Rangel"]


@pytest.mark.parametrize(
    ("text", "verb", "objects"),
    [
        ("Germany cut on Monday development aid to Malawi.", "cut", ["aid"]),
        ("The envoy commented on Monday attacks in Mali.", "commented", []),
        ("The parliament met on Monday evening.", "met", []),
        ("Police in Lima banned the march.", "banned", ["march"]),
    ],
)
def test_a_day_before_what_is_done(text: str, verb: str, objects: list[str]) -> None:
    g = Grammar(NLP(text))
    assert [g.word[i] for i in g.objects(g.word.index(verb))] == objects

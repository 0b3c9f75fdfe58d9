from __future__ import annotations

import pytest

from dragoman.language import Grammar, load_parser

CASES = [
    ("Russia was condemned by France.", "condemned", ["France"], ["Russia"]),
    ("Police arrested and deported ten men.", "deported", ["Police"], ["men"]),
    ("France urged Iran to release the prisoners.", "release", ["Iran"], ["prisoners"]),
    ("The rebels who attacked the town fled.", "attacked", ["rebels"], ["town"]),
    ("Syria plans to withdraw its troops.", "withdraw", ["Syria"], ["troops"]),
    ("Russia and China signed a treaty.", "signed", ["Russia", "China"], ["treaty"]),
    ("The king landed in Cairo and was received by Egypt.", "received", ["Egypt"], ["king"]),
]


@pytest.fixture(scope="module")
def parse():  # type: ignore[no-untyped-def]
    nlp = load_parser()
    return lambda text: Grammar(nlp(text))


@pytest.mark.parametrize(("text", "verb", "subjects", "objects"), CASES)
def test_logical_roles(parse, text: str, verb: str, subjects: list[str], objects: list[str]) -> None:  # type: ignore[no-untyped-def]
    g = parse(text)
    v = g.word.index(verb)
    assert [g.word[i] for i in g.subjects(v)] == subjects
    assert [g.word[i] for i in g.objects(v)] == objects


def test_a_clause_leaves_coordinated_clauses_out(parse) -> None:  # type: ignore[no-untyped-def]
    text = "France praised the deal and Iran rejected it."
    g = parse(text)
    assert text[slice(*g.clause(g.word.index("praised")))] == "France praised the deal"


def test_what_is_done_according_to_somebody_is_not_done_to_them(parse) -> None:  # type: ignore[no-untyped-def]
    g = parse("The tanks were handed over by Germany, according to a source, and out of sight of the press.")
    v = g.word.index("handed")
    assert g.prep_objects(v, "to") == []
    assert [g.word[k] for k in g.prep_objects(v, "according to")] == ["source"]


@pytest.mark.parametrize(
    ("text", "pronoun", "noun"),
    [
        ("The doctor, whose hospital in Kunduz was bombed, spoke.", "whose", "doctor"),
        ("Lavrov, with whom Kerry met, left.", "whom", "Lavrov"),
        ("Who won is unknown.", "Who", "Who"),
    ],
)
def test_what_a_relative_pronoun_stands_for(parse, text: str, pronoun: str, noun: str) -> None:  # type: ignore[no-untyped-def]
    g = parse(text)
    assert g.word[g.antecedent(g.word.index(pronoun))] == noun


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Merkel will arrive in Kiev, where will meet with President Petro Poroshenko.", "meet", "Merkel"),
        ("Canada welcomed the U.S. decision to lift the embargo.", "lift", "U.S."),
        ("Ukraine praised the Polish decision to send tanks.", "send", "Polish"),
        ("Ukraine made a bold decision to send tanks.", "send", "Ukraine"),
    ],
)
def test_subjects_of_bare_clauses(parse, text: str, verb: str, subject: str) -> None:  # type: ignore[no-untyped-def]
    g = parse(text)
    assert [g.word[i] for i in g.subjects(g.word.index(verb))] == [subject]


def test_the_verb_over_a_word(parse) -> None:  # type: ignore[no-untyped-def]
    g = parse("The envoy of Chad flew to talks in Bamako.")
    flew = g.word.index("flew")
    assert [g.verb_over(g.word.index(w)) for w in ("Bamako", "Chad", "flew")] == [flew, flew, flew]
    title = parse("Talks in Bamako")
    assert title.word[title.verb_over(title.word.index("Bamako"))] == "Talks"


def test_coordinated_prepositions_hang_on_the_same_word(parse) -> None:  # type: ignore[no-untyped-def]
    g = parse("The EU imposed sanctions on Iran and on Syria.")
    n = g.word.index("sanctions")
    assert [g.word[k] for k in (*g.prep_objects(n, "on"), *g.prep_objects(g.head[n], "on"))] == [
        "Iran",
        "Syria",
    ]


def test_who_is_thanked_did_what_he_is_thanked_for(parse) -> None:  # type: ignore[no-untyped-def]
    g = parse("The envoy conveyed his gratitude to Uganda for sheltering refugees.")
    assert [g.word[i] for i in g.subjects(g.word.index("sheltering"))] == ["Uganda"]

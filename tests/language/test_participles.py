"""Participles and gerunds that the parser took for something else."""

from __future__ import annotations

import pytest

from dragoman.language import Grammar, load_parser

NLP = load_parser()


@pytest.mark.parametrize(
    ("text", "verb", "done"),
    [
        ("The accord, initialled on Tuesday near Dayton by both presidents, followed three weeks of talks.", "initialled", ["accord"]),
        ("Twelve US envoys told to leave Cuba by May 3", "told", ["envoys"]),
        ("Russia told to leave the council", "told", ["Russia"]),
        ("The town of Palmyra was overrun on Wednesday.", "overrun", ["town"]),
    ],
)  # fmt: skip
def test_what_a_participle_is_done_to(text: str, verb: str, done: list[str]) -> None:
    g = Grammar(NLP(text))
    v = g.word.index(verb)
    assert g.is_passive(v)
    assert [g.word[i] for i in g.objects(v)] == done


def test_a_gerund_names_what_goes_on() -> None:
    g = Grammar(
        NLP(
            "The decision was preceded by the night shelling of Tskhinvali by Georgian artillery on August 8."
        )
    )
    i = g.word.index("shelling")
    assert g.pos[i] == "NOUN"
    assert [g.word[k] for k in g.prep_objects(i, "by")] == ["artillery"]


def test_the_verb_behind_a_relative_clause_is_the_sentences() -> None:
    g = Grammar(
        NLP("The presidents of Peru and Chile, who had gone to Lima to await the outcome, called for calm.")
    )
    v = g.word.index("called")
    assert [g.word[i] for i in g.subjects(v)] == ["presidents"]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Abdou Diouf, the former president of Senegal, called on both sides to talk.", "called", "Diouf"),
        ("EU ministers stopped short of imposing sanctions on Belarus.", "imposing", "ministers"),
        ("After years of blaming Rwanda, Kinshasa asked for talks.", "blaming", "Kinshasa"),
    ],
)
def test_subjects_told_from_afar(text: str, verb: str, subject: str) -> None:
    g = Grammar(NLP(text))
    assert [g.word[i] for i in g.subjects(g.word.index(verb))] == [subject]


def test_whom_one_calls_on_is_to_do_it() -> None:
    g = Grammar(NLP("Sudan called on Ethiopia to withdraw troops from the border."))
    assert [g.word[i] for i in g.subjects(g.word.index("withdraw"))] == ["Ethiopia"]


def test_nor_negates_what_is_coordinated_with_it() -> None:
    g = Grammar(NLP("India has neither accepted the occupation nor has it accepted the claims."))
    first, second = (i for i, w in enumerate(g.word) if w == "accepted")
    assert g.is_negated(first)
    assert g.is_negated(second)


def test_a_plain_plural_acts_in_a_whole_sentence() -> None:
    g = Grammar(NLP("Rebels attacked on Monday near Goma."))
    assert [g.word[i] for i in g.subjects(g.word.index("attacked"))] == ["Rebels"]


def test_a_past_tense_goes_on_with_the_verb_of_telling() -> None:
    g = Grammar(
        NLP(
            "The minister told parliament the deal was dead, accused Chad of bad faith and vowed to fight on."
        )
    )
    assert [g.word[i] for i in g.subjects(g.word.index("accused"))] == ["minister"]
    assert [g.word[i] for i in g.subjects(g.word.index("vowed"))] == ["minister"]


def test_a_past_tense_is_not_coordinated_with_an_infinitive() -> None:
    g = Grammar(NLP("Johnson insisted that Britain would leave the EU and hinted that he might try again."))
    assert [g.word[i] for i in g.subjects(g.word.index("hinted"))] == ["Johnson"]


def test_a_relative_clause_is_no_content() -> None:
    g = Grammar(
        NLP("The president spoke in an address late on Monday, in which he accused Evo Morales of plotting.")
    )
    v = g.word.index("accused")
    assert (g.dep[v], g.word[g.head[v]]) == ("relcl", "address")


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Soldiers took him prisoner near Izium.", ["him"]),
        ("The guerrillas took about 500 guests hostage.", ["guests"]),
        ("The rebels took two prisoners.", ["prisoners"]),
    ],
)
def test_those_who_are_made_captives(text: str, taken: list[str]) -> None:
    g = Grammar(NLP(text))
    assert [g.word[i] for i in g.objects(g.word.index("took"))] == taken


@pytest.mark.parametrize(
    ("text", "verb", "doers"),
    [
        ("The text Armenia and Azerbaijan signed in Moscow says nothing of timetables.", "signed", ["Armenia", "Azerbaijan"]),
        ("Two farmers were killed by Indian shelling on Saturday.", "killed", ["shelling"]),
        ("Paris mourned the engineer Luc Roy, whom rebels of the northern front killed in Gao.", "killed", ["rebels"]),
    ],
)  # fmt: skip
def test_who_does_it(text: str, verb: str, doers: list[str]) -> None:
    g = Grammar(NLP(text))
    assert [g.word[i] for i in g.subjects(g.word.index(verb))] == doers


@pytest.mark.parametrize(
    ("text", "verb", "doers", "done"),
    [
        ("The Yemeni parties signed on Monday in the Saudi capital an accord that ends the fighting.", "signed", ["parties"], ["accord"]),
        ("The foreign ministers of the Gulf Cooperation Council meet in Riyadh on Sunday.", "meet", ["ministers"], []),
        ("Nicaragua re-established diplomatic relations with China.", "established", ["Nicaragua"], ["relations"]),
    ],
)  # fmt: skip
def test_a_verb_taken_for_something_else(text: str, verb: str, doers: list[str], done: list[str]) -> None:
    g = Grammar(NLP(text))
    v = g.word.index(verb)
    assert [g.word[i] for i in g.subjects(v)] == doers
    assert [g.word[i] for i in g.objects(v)] == done


@pytest.mark.parametrize(
    ("text", "verb", "doers", "done"),
    [
        ("Oman answered by halting imports from Yemen.", "halting", ["Oman"], ["imports"]),
        ("Turkey rejected the report and banned imports of Syrian oil.", "banned", ["Turkey"], ["imports"]),
    ],
)
def test_a_verb_taken_for_an_adjective(text: str, verb: str, doers: list[str], done: list[str]) -> None:
    g = Grammar(NLP(text))
    v = g.word.index(verb)
    assert [g.word[i] for i in g.subjects(v)] == doers
    assert [g.word[i] for i in g.objects(v)] == done


@pytest.mark.parametrize(
    ("text", "adjective", "noun"),
    [
        ("The minister condemned the generals and exiled politicians of Sudan.", "exiled", "politicians"),
        ("The town was shelled by the retreating troops.", "retreating", "troops"),
    ],
)
def test_an_adjective_is_no_deed(text: str, adjective: str, noun: str) -> None:
    g = Grammar(NLP(text))
    assert "nsubj" not in {g.dep[k] for k in g.children[g.word.index(adjective)]}
    assert g.dep[g.word.index(noun)] in ("conj", "pobj")


@pytest.mark.parametrize(
    ("text", "verb", "subject", "done"),
    [
        ("North Korea test-fired two short-range missiles.", "fired", "Korea", "missiles"),
        ("Greece scrambled jets to intercept two Turkish planes.", "scrambled", "Greece", "jets"),
    ],
)
def test_a_past_tense_is_no_attribute_of_its_object(text: str, verb: str, subject: str, done: str) -> None:
    g = Grammar(NLP(text))
    v = g.word.index(verb)
    assert [g.word[i] for i in g.subjects(v)] == [subject]
    assert [g.word[i] for i in g.objects(v)] == [done]

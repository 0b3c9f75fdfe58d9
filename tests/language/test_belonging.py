"""Which verb belongs to whom."""

from __future__ import annotations

import pytest

from dragoman.language import Grammar, load_parser

NLP = load_parser()


def _doers(text: str, verb: str) -> list[str]:
    g = Grammar(NLP(text))
    return [g.word[s] for s in g.subjects(g.word.index(verb))]


@pytest.mark.parametrize("verb", ["recalled", "froze"])
def test_a_list_of_verbs_stays_in_the_clause_that_it_began_in(verb: str) -> None:
    text = (
        "The row broke out on Sunday, when Saudi Arabia expelled the ambassador, recalled its own envoy from Ottawa "
        "and froze new trade."
    )
    assert _doers(text, verb) == ["Arabia"]


def test_a_list_of_verbs_after_a_clause_of_others_stays_with_its_subject() -> None:
    text = "John Kerry left Geneva after the talks collapsed, met Sergei Lavrov in Paris and flew home."
    assert _doers(text, "met") == ["Kerry"]


def test_a_deposed_minister_is_freed() -> None:
    text = "The military junta freed deposed Prime Minister Carlos Gomes Junior on Friday."
    g = Grammar(NLP(text))
    v = g.word.index("freed")
    assert _doers(text, "freed") == ["junta"]
    assert [g.word[o] for o in g.objects(v)] == ["Junior"]


@pytest.mark.parametrize(
    ("text", "verb", "doer", "done_to"),
    [
        ("Joseph Kony had his deputy, Vincent Otti, executed in October.", "executed", "Kony", "deputy"),
        ("Nicolas Maduro had the opposition leader arrested.", "arrested", "Maduro", "leader"),
    ],
)
def test_who_has_a_thing_done_does_it(text: str, verb: str, doer: str, done_to: str) -> None:
    g = Grammar(NLP(text))
    assert _doers(text, verb) == [doer]
    assert [g.word[o] for o in g.objects(g.word.index(verb))] == [done_to]


def test_who_has_suffered_a_thing_does_not_do_it() -> None:
    text = "Iran had two tankers seized by Britain."
    assert "Iran" not in _doers(text, "seized")

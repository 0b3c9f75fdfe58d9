"""Finite verbs get back the subject that the parser lost to a day, a dash, a cleft or an auxiliary."""

from __future__ import annotations

import pytest

from dragoman import Document, Reader
from dragoman.language import grammar


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("It was Turkey that expelled two Greek diplomats.", "expelled", "Turkey"),
        ("After talks in Moscow with aid from Oman, Armenia agreed to a truce.", "agreed", "Armenia"),
        (
            "At the invitation of President Xi Jinping, President of Mozambique Filipe Nyusi will pay a visit.",
            "pay",
            "President",
        ),
        ("The Togolese president is gone to Accra.", "gone", "president"),
        ("Turkey has with effect from Friday expelled two diplomats.", "expelled", "Turkey"),
        ("Barack Obama today visited Malaysia.", "visited", "Obama"),
        ("Israel on Tuesday bombed Damascus.", "bombed", "Israel"),
        ("Israel on 3 June bombed Damascus.", "bombed", "Israel"),
        ("Israel, which had long hesitated, bombed Damascus.", "bombed", "Israel"),
        ("Indonesia, which had taken part in the talks, banned imports of textiles.", "banned", "Indonesia"),
        ("Pakistan Tuesday accused India of spying.", "accused", "Pakistan"),
        ("When talks failed Russia withdrew its troops from Georgia.", "withdrew", "Russia"),
        ("Europe hesitated - Israel bombed Damascus.", "bombed", "Israel"),
    ],
)
def test_the_subject_is_found(reader: Reader, text: str, verb: str, subject: str) -> None:
    with reader.nlp.memory_zone():
        g = grammar(reader.analyse(Document(text=text, published="2015-06-20")))
        assert [g.word[k] for k in g.subjects(g.word.index(verb))] == [subject]


@pytest.mark.parametrize(
    "text",
    ["Turkish jets on runway in destroyed Damascus", "A visit to war-torn bombed Damascus.", "Among visitors Obama walked."],
)  # fmt: skip
def test_no_event_comes_of_a_mended_parse(reader: Reader, text: str) -> None:
    assert not reader.read(Document(text=text, published="2015-06-20")).events


@pytest.mark.parametrize(
    ("text", "verb", "doers", "done"),
    [
        ("After convicting the opposition leader Jan Berg, a court in Dakar adjourned.", "convicting", ["court"], ["Berg"]),
        ("Talks were called off after a court in Dakar convicted the opposition leader Jan Berg.", "convicted", ["court"], ["Berg"]),
        ("Kuwait severs ties with Iran.", "severs", ["Kuwait"], ["ties"]),
    ],
)  # fmt: skip
def test_who_and_whom(reader: Reader, text: str, verb: str, doers: list[str], done: list[str]) -> None:
    with reader.nlp.memory_zone():
        g = grammar(reader.analyse(Document(text=text, published="2015-06-20")))
        v = g.word.index(verb)
        assert [g.word[k] for k in g.subjects(v)] == doers
        assert [g.word[k] for k in g.objects(v)] == done

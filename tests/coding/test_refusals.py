"""Every way in which a word can fail to tell an event, told apart."""

from __future__ import annotations

import pytest

from dragoman import Document, Reader
from dragoman.coding import CodingComponent
from dragoman.coding.refusals import Silence, silences


def silent(reader: Reader, text: str) -> list[Silence]:
    component = reader.nlp.get_pipe("dragoman_coding")
    assert isinstance(component, CodingComponent)
    return list(silences(reader.analyse(Document(text=text, published="2016-05-04")), component))


@pytest.mark.parametrize(
    ("text", "word", "reason", "detail"),
    [
        ("England met its emissions target.", "met", "excluded", 'there stands "target"'),
        ("The memoir attacks the vanity of poets.", "attacks", "condition", 'there stands "vanity"'),
        ("A man was attacked.", "attacked", "no actor", "who does it: nothing"),
        ("The Defence Attack Helicopter Wing is proud.", "Attack", "part of a name", '"Helicopter"'),
        ("The talks will take place in Vienna.", "talks", "one party", "two parties"),
        (
            "Syria denied that it had shelled Turkey.",
            "shelled",
            "not worth an event",
            "a denial is not the act",
        ),
        ("Mali hopes to meet the rebels.", "meet", "not worth an event", "only wished"),
    ],
)
def test_the_nearest_word_and_its_reason(
    reader: Reader, text: str, word: str, reason: str, detail: str
) -> None:
    (found,) = silent(reader, text)
    nearest = next(r for r in found.refusals if text[slice(*r.span)] == word)
    assert (nearest.reason, nearest.event) == (reason, None)
    assert detail in nearest.detail
    assert nearest.senses


def test_an_act_told_again_names_the_event_that_has_it(reader: Reader) -> None:
    text = (
        "Obama met Putin in Geneva on Monday. The meeting between Obama and Putin on Monday lasted two hours."
    )
    (found,) = silent(reader, text)
    assert found.sentence == 2
    assert (found.refusals[0].reason, found.refusals[0].event) == ("told elsewhere", "e1")
    assert set(found.actors) == {"Barack Obama", "Vladimir Putin"}


def test_what_a_demand_speaks_of_is_governed(reader: Reader) -> None:
    text = "Mali urged the rebels to release the prisoners."
    document = Document(text=text, published="2016-05-04")
    component = reader.nlp.get_pipe("dragoman_coding")
    assert isinstance(component, CodingComponent)
    doc = reader.analyse(document)
    assert [e.act for e in doc._.events] == ["REQUEST"]
    doc._.events = []  # so that the sentence counts as silent
    (found,) = silences(doc, component)
    governed = next(r for r in found.refusals if text[slice(*r.span)] == "release")
    assert governed.reason == "governed"
    assert '"urged"' in governed.detail


def test_sentences_that_were_never_read_say_so(reader: Reader) -> None:
    found = silent(reader, "Peru condemns Syria\n\nThe library closes on Mondays. It is blue.")
    assert [(s.sentence, s.not_read is None) for s in found] == [(1, False), (2, True), (3, True)]
    assert "title" in (found[0].not_read or "")
    assert found[0].refusals == found[2].refusals == ()


def test_a_sentence_with_an_event_is_not_silent(reader: Reader) -> None:
    assert silent(reader, "Peru condemned Syria.") == []


def test_the_nearest_comes_first(reader: Reader) -> None:
    for found in silent(
        reader, "Mali hopes to meet the rebels. The memoir attacks the poets who met a demand."
    ):
        assert [r.nearness for r in found.refusals] == sorted(
            (r.nearness for r in found.refusals), reverse=True
        )


def test_looking_again_changes_nothing(reader: Reader) -> None:
    component = reader.nlp.get_pipe("dragoman_coding")
    assert isinstance(component, CodingComponent)
    doc = reader.analyse(Document(text="Obama met Putin in Geneva. The meeting of Obama and Putin was long.", published="2016-05-04"))  # fmt: skip
    before = [e.model_dump() for e in doc._.events]
    first, second = list(silences(doc, component)), list(silences(doc, component))
    assert first == second
    assert [e.model_dump() for e in doc._.events] == before


def test_the_event_that_tells_an_act_again_is_named_rightly_after_a_blow_told_twice(reader: Reader) -> None:
    text = (
        "Rebels attacked an army base near Goma on Monday, killing nine soldiers. "
        "The attack on the base killed nine soldiers, officials said. Rwanda condemned the raid on Tuesday. "
        "Kenyan President William Ruto met Ugandan President Yoweri Museveni in Kampala on Wednesday. "
        "The talks in Kampala were the first of the two."
    )
    component = reader.nlp.get_pipe("dragoman_coding")
    assert isinstance(component, CodingComponent)
    doc = reader.analyse(Document(text=text, published="2016-05-04"))
    by_id = {event.id: event.act for event in doc._.events}
    told = [r for s in silences(doc, component) for r in s.refusals if r.event is not None]
    assert [text[slice(*r.span)] for r in told] == ["talks"]
    assert all(by_id[r.event or ""] == r.act for r in told)

"""`dragoman explain` for every kind of fact."""

from __future__ import annotations

from importlib import resources

import pytest

from dragoman import Document, Reader
from dragoman.cli.explaining import Explainer, facts_of, ranges
from dragoman.errors import RunError

TEXT = """GENEVA, Jan 12 (Agency) - The Russian foreign minister Sergey Lavrov met U.S. Secretary of State John Kerry in Geneva on Monday, their third meeting this year.

Kerry said that the talks were useful. “We support the Minsk agreements,” Lavrov said.

Russia and the United States signed the New START treaty in 2010. Lavrov opposes the deployment of missiles in Poland.

Hezbollah is recognised as a terrorist organisation in the United States and Canada. Al-Qaeda was founded in 1988.

Russia joined the Council of Europe.
"""


@pytest.fixture(scope="module")
def explainer(reader: Reader) -> Explainer:
    return Explainer(reader.analyse(Document(text=TEXT, published="2016-01-13")))


@pytest.fixture(scope="module")
def example(reader: Reader) -> Explainer:
    file = resources.files("dragoman") / "examples" / "lausanne-2015-04-02.txt"
    return Explainer(reader.analyse(Document(text=file.read_text(encoding="utf-8"), published="2015-04-02")))


def test_every_fact_can_be_explained(explainer: Explainer, example: Explainer) -> None:
    kinds = set()
    for one in (explainer, example):
        for id_, fact in facts_of(one.reading).items():
            lines = one.explain(id_)
            kinds.add(type(fact).__name__)
            assert lines[0].startswith(f"{type(fact).__name__.lower()} {id_}: ")
            text = "\n".join(lines)
            if id_.startswith("m"):
                assert "\nwhy: " in text or "\nactor: none" in text
            else:
                assert "\nwords that matched: " in text
                assert f"\nrule: {fact.rule}\n  " in text, fact.rule  # and the entry in words
    assert {"Event", "Statement", "Position", "Count", "Agreement", "Designation", "Mention"} <= kinds


def first(explainer: Explainer, kind: str) -> list[str]:
    return explainer.explain(getattr(explainer.reading, kind)[0].id)


def test_an_event_says_why_its_status_and_actors(explainer: Explainer) -> None:
    lines = first(explainer, "events")
    assert any(line.startswith("status actual: ") for line in lines)
    assert any(line.startswith("actor Sergey Lavrov: ") and "-nsubj->" in line for line in lines)


def test_a_statement_shows_cue_manner_and_the_way_to_its_speaker(explainer: Explainer) -> None:
    lines = first(explainer, "statements")
    assert 'words that matched: "said"' in "\n".join(lines)
    assert "manner indirect: the content stands in the reporter's words" in lines
    assert any(line.startswith("speaker John Kerry") and "said -nsubj-> Kerry" in line for line in lines)


def test_a_position_goes_on_with_what_it_was_read_from(explainer: Explainer) -> None:
    position = next(p for p in explainer.reading.positions if p.by is not None)
    assert f"read from {position.by}:" in explainer.explain(position.id)


def test_a_count_names_its_figure(explainer: Explainer) -> None:
    lines = first(explainer, "counts")
    assert 'words that matched: "third"' in "\n".join(lines)
    assert "value 3: an ordinal, which in its row" in lines


def test_an_agreement_shows_the_way_to_its_status(explainer: Explainer) -> None:
    id_ = next(a.id for a in explainer.reading.agreements if a.name == "New START")
    assert any(line.startswith("status signed: ") and "[signed" in line for line in explainer.explain(id_))


def test_a_designation_names_the_words_of_the_label(explainer: Explainer) -> None:
    lines = first(explainer, "designations")
    assert 'words that matched: "recognised"' in "\n".join(lines)
    assert any(line.startswith("by Canada (CAN): ") for line in lines)


def test_a_mention_says_who_and_why(explainer: Explainer) -> None:
    mention = next(m for m in explainer.reading.mentions if m.text == "Kerry")
    lines = explainer.explain(mention.id)
    assert lines[1].startswith("actor John Kerry (john-kerry): person, USA")
    assert lines[2] == "why: surname of John Kerry"


def test_an_unknown_id_lists_those_there_are(explainer: Explainer) -> None:
    with pytest.raises(RunError, match=r"D207 .*'e99'.*e1 to e\d+, s1"):
        explainer.explain("e99")
    assert ranges([]) == "no facts"
    assert ranges(["e1", "e2", "s1"]) == "e1 to e2, s1"

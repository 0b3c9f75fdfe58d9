"""`dragoman explain` for every kind of fact."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dragoman import Document, Reader
from dragoman.cli import app
from dragoman.cli.explaining import Explainer, facts_of, ranges, why_not, why_not_lines
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


NOTHING = "England met its emissions target. Peru condemned Syria. The shop closes early."


def asked(reader: Reader, sentence: int | None = None) -> list[dict[str, Any]]:
    return why_not(reader, Document(text=NOTHING, published="2016-05-04"), sentence)


def test_why_not_goes_through_the_sentences_without_an_event(reader: Reader) -> None:
    found = asked(reader)
    assert [s["sentence"] for s in found] == [1, 3]
    assert found[0]["nearest"][0]["text"] == "met"
    assert "consult.meet-object" in found[0]["nearest"][0]["senses"]
    assert found[0]["actors"] == ["United Kingdom"]
    lines = "\n".join(why_not_lines(found))
    assert 'sentence 1 at 0-33: "England met its emissions target."' in lines
    assert '"met" could be CONSULT by ' in lines
    assert 'there stands "target"' in lines


def test_why_not_of_one_sentence(reader: Reader) -> None:
    (told,) = asked(reader, 2)
    assert told["events"] == ["e1"]
    assert list(why_not_lines([told]))[1] == "  it tells e1"
    assert [s["sentence"] for s in asked(reader, 3)] == [3]
    with pytest.raises(RunError, match="no sentence 4") as error:
        asked(reader, 4)
    assert "It has 3" in str(error.value)
    with pytest.raises(RunError):
        asked(reader, 0)


def test_why_not_on_the_command_line(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(NOTHING)
    run = CliRunner().invoke
    shown = run(app, ["explain", str(file), "--why-not", "--sentence", "1"])
    assert shown.stdout.startswith("sentence 1 at 0-33")
    as_json = json.loads(run(app, ["explain", str(file), "--why-not", "--json"]).stdout)
    assert [s["sentence"] for s in as_json] == [1, 3]
    fact = json.loads(run(app, ["explain", str(file), "e1", "--json"]).stdout)
    assert fact["id"] == "e1"
    assert fact["why"][0] == "event e1: ACCUSE/disapprove"
    for wrong in ([], ["e1", "--sentence", "1"]):
        assert run(app, ["explain", str(file), *wrong]).exit_code == 2
    assert "D231" in str(run(app, ["explain", str(file), "e1", "--why-not"]).exception)


def test_a_fact_of_one_of_many_documents_is_named_as_in_the_exports(tmp_path: Path) -> None:
    file = tmp_path / "many.csv"
    file.write_text("nr,story\n1,Norway condemned Peru.\n1,Sweden condemned Chile.\nb-2,It rained.\n")
    run = CliRunner().invoke
    fields = ["--field", "text=story", "--field", "id=nr"]
    shown = run(app, ["read", str(file), *fields, "--format", "csv"]).stdout
    first, second = (line.split(",")[0] for line in shown.splitlines()[1:])
    assert first == "1-e1"
    assert second != first
    for id_, words in ((first, "Norway condemned Peru"), (second, "Sweden condemned Chile")):
        assert f'evidence: "{words}"' in run(app, ["explain", str(file), id_, *fields]).stdout
    assert "It rained" in run(app, ["explain", str(file), "b-2", "--why-not", *fields]).stdout
    for wrong in (["e1"], ["9-e1"], ["--why-not"], ["9", "--why-not"]):
        error = run(app, ["explain", str(file), *wrong, *fields]).exception
        assert isinstance(error, RunError)
        assert error.code == "D231"
        assert "1-e1" in str(error) or "in 1." in str(error)

"""Whose a quotation is where the source stands behind its verb, before a colon, or in the sentence beside it."""

from __future__ import annotations

import pytest

from dragoman.reader import Reader

CASES = [
    ("“This is no matter for two,” affirmed Lavrov after a meeting with his colleague, John Kerry.", "Sergey Lavrov"),
    ("“We are not to blame,” clarified to the press in Geneva Sergei Lavrov.", "Sergey Lavrov"),
    ("“One does not bargain with killers,” has launched their spokesman, Sergei Lavrov.", "Sergey Lavrov"),
    ("Lavrov shut the border. If Kerry does the same, he warned, “our planes will answer him”.", "Sergey Lavrov"),
    ("Kerry said the talks should go on. His colleague, Sergei Lavrov, was not so sure: “We need a pause.”", "Sergey Lavrov"),
    ("“The fire has reached our door.” With these words Lavrov opened the session.", "Sergey Lavrov"),
    ("For Sergei Lavrov, “the only way is a new treaty”.", "Sergey Lavrov"),
    ("“Aleppo will fall,” Lavrov predicts, “before those two shake hands.”", "Sergey Lavrov"),
    ("Kerry called the talks useful. Lavrov disagreed. “There is no progress at all.”", "Sergey Lavrov"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), CASES)
def test_source_of_quotation(reader: Reader, text: str, speaker: str) -> None:
    found = [s for s in reader.read(text, published="2015-12-15").statements if s.manner == "direct"]
    assert found
    assert {s.speaker and s.speaker.name for s in found} == {speaker}


def test_turns_with_titles(reader: Reader) -> None:
    text = "Daily briefing\n\nQUESTION: Has anyone seen him?\n\nMR. KERRY: A doctor saw him this afternoon."
    reading = reader.read(text, published="2015-12-15")
    found = [(reading.quote(s.content[0]), s.speaker and s.speaker.name) for s in reading.statements]
    assert ("A doctor saw him this afternoon", "John Kerry") in found


@pytest.mark.parametrize(
    "text", ["Iraq: parliament splits over the bill\n\nIt met on Friday.", "Manama - Agencies: The police stormed the square."]
)  # fmt: skip
def test_no_turns(reader: Reader, text: str) -> None:
    assert not reader.read(text, published="2015-12-15").statements


REPORTED = [
    ("Foreign Minister Sergei Lavrov, who met John Kerry in Rome on Sunday, said his country was ready to help.", "Sergey Lavrov"),
    ("Kerry said: “The crisis is political.” But local leaders have called off the talks, and one of them, Mahantha Thakur, says he will not return.", "Mahantha Thakur"),
    ("Lavrov affirmed to John Kerry that the truce would hold.", "Sergey Lavrov"),
    ("Lavrov at the meeting with John Kerry underlined, that the truce will hold.", "Sergey Lavrov"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), REPORTED)
def test_source_of_report(reader: Reader, text: str, speaker: str) -> None:
    found = [s for s in reader.read(text, published="2015-12-15").statements if s.rule == "speech.clause"]
    assert [s.speaker and s.speaker.name for s in found] == [speaker]


def test_short_words_after_an_act(reader: Reader) -> None:
    reading = reader.read("Sergei Lavrov shook his head. “Nobody has asked us.”", published="2015-12-15")
    found = [(reading.quote(s.content[0]), s.speaker and s.speaker.name) for s in reading.statements]
    assert found == [("Nobody has asked us", "Sergey Lavrov")]


@pytest.mark.parametrize(
    "text",
    [
        "Envoy arrives\n\nDHAKA: Bhutan's foreign minister arrived here on Sunday on a three-day visit.",
        "Envoy arrives\n\nDhaka: Bhutan's foreign minister arrived here on Sunday on a three-day visit.",
        "Eritrean gunners shot down an Ethiopian MiG-23 over Bure.",
        "Armenian forces shot down an Azerbaijani helicopter near Martakert.",
    ],
)
def test_nobody_says_what_is_told_or_done(reader: Reader, text: str) -> None:
    assert not reader.read(text, published="2014-11-12").statements


def test_what_is_shot_down_in_words_is_thought(reader: Reader) -> None:
    reading = reader.read("Kerry shot down a proposal to move the embassy.")
    assert [s.rule for s in reading.statements] == ["speech.particle"]

"""A record as readings in the order of publication, each event with its occurrence, and its exports."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from dragoman.exports import FORMATS, Selection, table
from dragoman.record.judgements import anchor_of, judgement
from dragoman.record.refresh import refresh
from dragoman.record.store import Record
from dragoman.record.tellings import Tellings
from tests.record.making import entries, reading, told


@pytest.fixture
def record(tmp_path: Path) -> Record:
    """Three documents, two of which tell of one meeting, kept in no order."""
    made = Record(tmp_path / "record", create=True)
    first = reading("b", told(on="2015-12-15"), published="2015-12-16")
    again = reading("a", told(on="2015-12-15"), told("ACCUSE", "RUS", "FRA"), published="2015-12-17")
    other = reading("c", told("ACCUSE", "USA", "FRA", on="2015-11-02"), published="2015-11-03")
    made.keep(entries(again, other))
    made.keep(entries(first))
    refresh(made)
    return made


def rows(record: Record, *, once: bool = False) -> list[dict[str, str]]:
    tellings, out = Tellings(record), io.StringIO()
    FORMATS["csv"](tellings, out, Selection(occurrence_of=tellings.occurrence_of, once=once))
    return list(csv.DictReader(io.StringIO(out.getvalue())))


def test_documents_come_in_the_order_of_publication_with_occurrences(record: Record) -> None:
    found = rows(record)
    assert [row["id"] for row in found] == ["c-e1", "b-e1", "a-e1", "a-e2"]
    assert list(found[0]) == [*table.COLUMNS, "occurrence"]
    assert found[1]["occurrence"] == found[2]["occurrence"] != ""
    assert len({row["occurrence"] for row in found}) == 3


def test_each_happening_once_is_its_first_telling(record: Record) -> None:
    assert [row["id"] for row in rows(record, once=True)] == ["c-e1", "b-e1", "a-e2"]


def test_a_rejected_event_does_not_go_out(record: Record) -> None:
    rejected = next(iter(Tellings(record)))
    record.judge(
        judgement("reject event", events=[anchor_of("c", rejected.events[0])], author="x", note=None)
    )
    assert [row["id"] for row in rows(record)] == ["b-e1", "a-e1", "a-e2"]


def test_without_a_record_the_same_words_are_told_once() -> None:
    made = [reading("a", told("ACCUSE", "RUS", "FRA"))] * 2
    assert len(list(table.rows(made, Selection(once=True)))) == 1
    assert len(list(table.rows(made, Selection()))) == 2

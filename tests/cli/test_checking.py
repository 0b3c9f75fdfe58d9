"""Claims held against a record of a few texts: which contacts a claim counts."""

from __future__ import annotations

import pytest

from dragoman import Document, Reader
from dragoman.brief.recorded import Recorded
from dragoman.cli.checking import check_against
from dragoman.keeper import keep
from dragoman.record.claims import Checked
from dragoman.record.store import Record

TOLD = [
    ("2009-05-12", "Russian Foreign Minister Sergey Lavrov met Secretary of State Hillary Clinton in Geneva on Tuesday."),
    ("2009-10-14", "Secretary of State Hillary Clinton met Russian Foreign Minister Sergey Lavrov in Moscow on Tuesday."),
    ("2010-03-19", "Secretary of State Hillary Clinton arrived in Moscow on Thursday. "
                   "On Friday she met Russian Foreign Minister Sergey Lavrov."),
    ("2010-06-25", "Russian President Dmitry Medvedev arrived in Washington on Thursday."),
]  # fmt: skip


@pytest.fixture(scope="module")
def record(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Record:
    made = Record(str(tmp_path_factory.mktemp("ledger") / "record"), create=True)
    keep(made, ((f"{day}.txt", Document(text=text, published=day)) for day, text in TOLD), reader)
    return made


def claim(record: Record, reader: Reader, text: str, on: str) -> Checked:
    (found,) = check_against([reader.read(text, published=on)], Recorded(record)).claims
    return found


def test_a_visit_to_somebody_is_a_meeting_told_once(record: Record, reader: Reader) -> None:
    found = claim(
        record,
        reader,
        "Sergey Lavrov met Hillary Clinton on Friday. It was their third meeting since 2009.",
        "2010-03-19",
    )
    assert (found.verdict, found.found) == ("supported", 3)


def test_a_first_one_of_a_time_long_past(record: Record, reader: Reader) -> None:
    found = claim(
        record, reader, "Lavrov and Hillary Clinton held their first meeting in May 2009.", "2012-01-10"
    )
    assert (found.verdict, found.why) == (
        "supported",
        "The 1st on record is that of 2009-05-12 in Geneva.",
    )


def test_who_visits_whom_by_office(record: Record, reader: Reader) -> None:
    found = claim(
        record,
        reader,
        "Medvedev is in Washington. It is the first visit to the United States by a Russian president since 2007.",
        "2010-06-25",
    )
    assert found.verdict == "supported"
    assert "by Russian president" in found.meaning
    assert "from 2008-01-01" in found.meaning
    assert [c.start for c in found.contacts] == ["2010-06-24"]

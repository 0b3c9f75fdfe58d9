"""Processes that die, that write at once, that find no room: the record stays whole."""

from __future__ import annotations

import random
import time
from multiprocessing.context import ForkServerProcess
from multiprocessing.synchronize import Event
from pathlib import Path

import duckdb
import pytest

from dragoman.errors import RunError
from dragoman.record.refresh import refresh
from dragoman.record.store import Record
from dragoman.record.verify import problems
from tests.record.adding import add, context, corpus
from tests.record.making import FakeReader, grouped, kept_occurrences

COUNT = 500
KILLS = 20


def _documents(address: Path) -> list[str]:
    """The ids of all rows, those superseded too; none when there is no record yet."""
    if not (address / "readings" / "_delta_log" / f"{0:020}.json").exists():
        with pytest.raises(RunError, match="D401"):
            Record(address)
        return []
    record = Record(address)
    with duckdb.connect() as con:
        record.scan(con, "readings", "readings")
        return [row[0] for row in con.execute("SELECT document FROM readings ORDER BY 1").fetchall()]


def _names(first: int, count: int) -> list[str]:
    return sorted(document.id for _, document in corpus(first, count))


def _assert_whole(address: Path, first: int, count: int) -> None:
    """All documents once, and the occurrences that they are at once."""
    assert _documents(address) == _names(first, count)
    record = Record(address)
    refresh(record)
    expected = grouped(*(FakeReader().read(d) for _, d in corpus(first, count)))
    kept = [o.model_copy(update={"sources": 0}) for o in kept_occurrences(record)]
    assert kept == sorted((o.model_copy(update={"sources": 0}) for o in expected), key=lambda o: o.id)
    assert not list(problems(record))


def _started(address: Path, begun: Event | None = None) -> ForkServerProcess:
    process = context().Process(target=add, args=(str(address), 0, COUNT, begun))
    process.start()
    return process


def test_twenty_kills_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    moments = random.Random(20151215)
    began = time.monotonic()
    _started(tmp_path / "undisturbed").join()
    whole = time.monotonic() - began
    killed, records, most = 0, 0, 0
    while killed < KILLS:
        address = tmp_path / f"record{records}"
        records += 1
        had: list[str] = []
        while killed < KILLS and len(had) < COUNT:
            begun = context().Event()
            process = _started(address, begun)
            assert begun.wait(60)
            time.sleep(moments.uniform(0, whole / 3))
            process.kill()
            process.join()
            killed += 1
            has = _documents(address)
            assert set(had) <= set(has)
            assert len(set(has)) == len(has)
            had = has
            most = max(most, len(has))
    assert most > 0, "no kill came after a commit"
    process = _started(address)
    process.join()
    assert process.exitcode == 0
    _assert_whole(address, 0, COUNT)


@pytest.mark.parametrize(
    ("first", "second"), [((0, 100), (100, 100)), ((0, 130), (70, 130))], ids=["apart", "overlapping"]
)
def test_two_at_once_both_land(tmp_path: Path, first: tuple[int, int], second: tuple[int, int]) -> None:
    """They make the record at once, too."""
    spawn = context()
    processes = [
        spawn.Process(target=add, args=(str(tmp_path / "record"), *part)) for part in (first, second)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join(120)
    assert [process.exitcode for process in processes] == [0, 0]
    record = Record(tmp_path / "record")
    with duckdb.connect() as con:
        record.scan(con, "readings", "readings")
        both = con.execute("SELECT count(*), count(DISTINCT document) FROM readings").fetchall()[0]
    assert both[1] == 200
    expected = grouped(*(FakeReader().read(d) for _, d in corpus(0, 200)))
    assert [(o.id, len(o.reports)) for o in kept_occurrences(record)] == sorted(
        (o.id, len(o.reports)) for o in expected
    )
    assert not refresh(record)
    assert not list(problems(record))


@pytest.mark.parametrize("limit", [0, 20_000])
def test_no_room_is_told_and_the_record_stays_whole(tmp_path: Path, limit: int) -> None:
    """A file that may not grow stands for a full disk."""
    address = tmp_path / "record"
    spawn = context()
    for given in (None, limit, None):
        said, say = spawn.Pipe(duplex=False)
        count = 150 if given is not None else 100
        process = spawn.Process(target=add, args=(str(address), 0, count, None, given, say))
        process.start()
        process.join(60)
        assert process.exitcode == (0 if given is None else 3)
        if given is not None:
            assert said.recv().startswith(
                f"D403 the record at {address} could not be written: file too large."
            )
        had = _documents(address)
        assert set(had) >= set(_names(0, 100))
        assert len(had) == len(set(had))
    assert not list(problems(Record(address)))

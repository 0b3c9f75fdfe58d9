"""Work over processes: in order, a few pieces ahead, and no waiting for those that were killed."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.errors import RunError
from dragoman.workers import spread

_given: list[int] = []


def _start(base: int) -> None:
    _given.append(base)


def _add(number: int) -> int:
    return _given[0] + number


def _die(file: str) -> str:
    """End the process as the system does; where a file is named, only as long as it is not there."""
    if file and not Path(file).exists():
        Path(file).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return file


def _die_always(_: str) -> str:
    os.kill(os.getpid(), signal.SIGKILL)
    return ""


def test_results_come_in_order_and_few_pieces_are_taken_ahead() -> None:
    taken = []

    def numbers() -> Iterator[int]:
        for n in range(40):
            taken.append(n)
            yield n

    made = spread(_add, numbers(), 2, start=_start, given=(100,))
    assert next(made) == 100
    assert len(taken) <= 6
    assert list(made) == list(range(101, 140))


def test_what_a_killed_process_was_at_is_done_anew(tmp_path: Path) -> None:
    pieces = ["", str(tmp_path / "once"), "", ""]
    assert list(spread(_die, pieces, 2, start=_start, given=(0,))) == pieces


def test_a_piece_that_kills_again_ends_the_run() -> None:
    with pytest.raises(RunError, match="D250"):
        list(spread(_die_always, ["a", "b"], 1, start=_start, given=(0,)))

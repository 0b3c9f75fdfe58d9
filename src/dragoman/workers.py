"""Work spread over processes, in order, a few pieces ahead, so that neither end of a long stream waits in memory.

A process that is killed (mostly for want of memory) is no reason to wait for ever: what was under way is done anew, and
a piece of work that kills its process again ends the run.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from threading import Thread
from typing import Any, Generic, TypeVar

from dragoman.errors import RunError

A = TypeVar("A")
B = TypeVar("B")


def spread(
    work: Callable[[A], B],
    pieces: Iterable[A],
    processes: int,
    *,
    start: Callable[..., None],
    given: tuple[Any, ...],
) -> Iterator[B]:
    """What `work` makes of each piece, in order; each process begins with `start(*given)`.

    Raises `RunError` D250 when a process ends twice over one piece.
    """
    crew = _Crew(work, processes, start, given)
    try:
        for piece in pieces:
            crew.give(piece)
            if len(crew.waiting) > 2 * processes:
                yield crew.take()
        while crew.waiting:
            yield crew.take()
    finally:
        crew.dismiss()


class _Crew(Generic[A, B]):
    """Processes and the pieces that they have under way, the oldest first."""

    def __init__(
        self, work: Callable[[A], B], processes: int, start: Callable[..., None], given: tuple[Any, ...]
    ) -> None:
        self._work, self._processes, self._begin = work, processes, (start, given)
        self.waiting: deque[tuple[A, Future[B]]] = deque()
        self._suspect: A | None = None
        self._pool = self._hired()

    def _hired(self) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self._processes, context, initializer=_begin, initargs=self._begin)

    def give(self, piece: A) -> None:
        """One more piece, behind the others."""
        try:
            self.waiting.append((piece, self._pool.submit(self._work, piece)))
        except BrokenProcessPool:  # told of when the piece that broke it is taken
            failed: Future[B] = Future()
            failed.set_exception(BrokenProcessPool())
            self.waiting.append((piece, failed))

    def take(self) -> B:
        """What was made of the oldest piece."""
        while True:
            piece, result = self.waiting[0]
            try:
                made = result.result()
            except BrokenProcessPool:
                if self._suspect is piece:
                    raise RunError("D250", processes=self._processes) from None
                self._suspect = piece
                self._again()
            else:
                self.waiting.popleft()
                return made

    def _again(self) -> None:
        """New processes for all that is not done."""
        self.dismiss()
        self._pool = self._hired()
        for number, (piece, result) in enumerate(self.waiting):
            if not result.done() or result.cancelled() or result.exception() is not None:
                self.waiting[number] = (piece, self._pool.submit(self._work, piece))

    def dismiss(self) -> None:
        """Let go of the processes, whatever they are at."""
        processes = list((self._pool._processes or {}).values())
        self._pool.shutdown(wait=not self.waiting, cancel_futures=True)
        for process in processes if self.waiting else ():
            process.terminate()


def _begin(start: Callable[..., None], given: tuple[Any, ...]) -> None:
    """Begin in a process, which is to end with the one that made it: a killed one leaves none behind."""
    Thread(target=_end_with_parent, daemon=True).start()
    start(*given)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)

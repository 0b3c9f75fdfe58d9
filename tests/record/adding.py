"""A process of its own that adds to a record, as `dragoman add` does, with a reader that costs nothing.

Processes are forked from a server that has everything loaded but has opened nothing, so that many can be killed in a
few seconds.
"""

from __future__ import annotations

import multiprocessing
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from multiprocessing.synchronize import Event

from dragoman.errors import RunError
from dragoman.keeper import keep
from dragoman.record.refresh import refresh
from dragoman.record.store import Record
from dragoman.schema import Document
from tests.record.making import FakeReader

_DAYS = [f"2015-{month:02}-{day:02}" for month in range(1, 13) for day in (3, 10, 17, 24)]


def corpus(first: int, count: int) -> list[tuple[str, Document]]:
    """Tiny documents with their sources: some tell the same meeting, each in a text of its own."""
    return [
        (f"https://example.org/{n}", Document(id=f"n{n}", text=f"CONSULT john-kerry sergey-lavrov {_DAYS[n % len(_DAYS)]}\n{n}"))
        for n in range(first, first + count)
    ]  # fmt: skip


def add(
    address: str,
    first: int,
    count: int,
    begun: Event | None = None,
    limit: int | None = None,
    say: Connection | None = None,
) -> None:
    """Add documents and bring the occurrences up to date; `limit` is the most bytes a file may have.

    Exit code 3 when the record cannot be written; `say` gets the message.
    """
    if limit is not None:
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    if begun is not None:
        begun.set()
    try:
        record = Record(address, create=True)
        keep(record, corpus(first, count), FakeReader())  # type: ignore[arg-type]
        refresh(record)
    except RunError as error:
        if say is not None:
            say.send(str(error))
        raise SystemExit(3) from None


def context() -> ForkServerContext:
    """Where such processes come from."""
    found = multiprocessing.get_context("forkserver")
    found.set_forkserver_preload(["tests.record.adding"])
    return found

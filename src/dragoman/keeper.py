"""Reading and keeping: documents in, committed batches out.

Unchanged documents are skipped by their fingerprint; a changed one is read again, and its newer reading supersedes the
older. Whatever was committed stays when the process dies; the same call afterwards does the rest.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

import dragoman
from dragoman.errors import DocumentError
from dragoman.record.refresh import refresh
from dragoman.record.store import Entry, Record, database, fingerprint
from dragoman.schema import Document, Reading
from dragoman.sources import Names, feed, json, table

if TYPE_CHECKING:
    from dragoman.reader import Reader

BATCH: Final = 64  # readings a commit
# Documents looked up in the record at once: twice as many each time, since each look reads the heads of all readings.
LOOKED_UP: Final = 1024
# Readings after which occurrences are brought up to date: what is grouped at once has to fit into memory.
GROUPED: Final = 2048

# Files that hold many documents: each is known by its address, else by its id there.
_OF_MANY: Final = frozenset((*json.SUFFIXES, *feed.SUFFIXES, *table.SUFFIXES))

OnError = Callable[[DocumentError], None]
OnProgress = Callable[["Kept"], None]
T = TypeVar("T", Document, Reading)


@dataclass
class Kept:
    """What became of the documents so far."""

    added: int = 0
    superseded: int = 0
    unchanged: int = 0
    failed: int = 0
    # Of those read now: neither their metadata nor their text tells a day.
    undated: int = field(default=0, compare=False)

    def __add__(self, other: Kept) -> Kept:
        return Kept(
            self.added + other.added, self.superseded + other.superseded, self.unchanged + other.unchanged,
            self.failed + other.failed, self.undated + other.undated,
        )  # fmt: skip

    @property
    def seen(self) -> int:
        """All documents looked at."""
        return self.added + self.superseded + self.unchanged + self.failed


def source_of(where: str, document: Document) -> str:
    """Where a document comes from, as the record knows it: its address, or its file (and its id, in a file of many)."""
    if where.startswith(("http://", "https://")):
        return where
    file = Path(where)
    if file.suffix.lower() in _OF_MANY or not file.is_file():
        return document.url or f"{file.resolve() if file.exists() else where}#{document.id}"
    return str(file.resolve())


def keep(
    record: Record,
    documents: Iterable[tuple[str, Document]],
    reader: Reader,
    *,
    processes: int = 1,
    again: bool = False,
    on_error: OnError | None = None,
    on_progress: OnProgress | None = None,
) -> Kept:
    """Read documents, each with the place it came from, and keep the readings, `BATCH` a commit.

    `again` reads unchanged documents too (after an upgrade of Dragoman, say). Documents that cannot be read go to
    `on_error`. Raises `RunError` D403 when the record cannot be written; what was committed stays.
    """
    return _Keeper(record, again=again, on_error=on_error, on_progress=on_progress).run(
        documents, reader, processes
    )


def keep_readings(
    record: Record,
    readings: Iterable[tuple[str, Reading | DocumentError]],
    *,
    again: bool = False,
    on_error: OnError | None = None,
    on_progress: OnProgress | None = None,
) -> Kept:
    """Keep readings that were made elsewhere (contact logs), each with its source; like `keep` otherwise."""
    return _Keeper(record, again=again, on_error=on_error, on_progress=on_progress).run_readings(readings)


class _Keeper:
    """One run: knows what the record holds, commits batch by batch, counts."""

    def __init__(
        self, record: Record, *, again: bool, on_error: OnError | None, on_progress: OnProgress | None
    ) -> None:
        self.record, self.again = record, again
        self.on_error, self.on_progress = on_error or (lambda error: None), on_progress or (lambda kept: None)
        self.kept = Kept()
        self._sources = Names[tuple[str, str]]()  # of documents under way, each with its fingerprint
        self._known: set[str] = set()  # sources under way that an older reading is known of
        self._batch: list[Entry] = []
        self._ungrouped = 0  # readings kept since occurrences were brought up to date
        self._under_way = _Held()
        self._first: dict[
            bytes, bytes
        ] = {}  # of each source of this run, the id of its first document (digests)
        self._landed: list[str] = []  # ids of documents that were under way and are committed

    def run(self, documents: Iterable[tuple[str, Document]], reader: Reader, processes: int) -> Kept:
        """Read and keep all documents."""
        placed = ((source_of(where, d), d) for where, d in documents)
        wanted = (d for _, d in self._wanted(placed, lambda d: d))
        for reading in reader.pipe(wanted, processes=processes, on_error=self._failed):
            self._add(reading)
        self._commit()
        self._group()
        return self.kept

    def run_readings(self, readings: Iterable[tuple[str, Reading | DocumentError]]) -> Kept:
        """Keep all readings."""
        for _, reading in self._wanted(self._sound(readings), lambda r: r.document):
            self._add(reading)
        self._commit()
        self._group()
        return self.kept

    def _sound(
        self, readings: Iterable[tuple[str, Reading | DocumentError]]
    ) -> Iterator[tuple[str, Reading]]:
        for source, reading in readings:
            if isinstance(reading, DocumentError):
                self.kept.failed += 1
                self.on_error(reading)
            else:
                yield source, reading

    def _failed(self, error: DocumentError) -> None:
        self.kept.failed += 1
        self._landed.append(error.where)
        self.on_error(error.at(self._sources.take(error.where)[0]))
        self.on_progress(self.kept)

    def _add(self, reading: Reading) -> None:
        source, digest = self._sources.take(reading.document.id)
        self.kept.undated += reading.document.day is None
        # Of two states of one source in one run the later counts.
        self._batch = [entry for entry in self._batch if entry.source != source]
        self._batch.append(Entry(source, reading, dragoman.__version__, digest=digest))
        if len(self._batch) >= BATCH:
            self._commit()

    def _commit(self) -> None:
        self.record.keep(self._batch)
        old = sum(entry.source in self._known for entry in self._batch)
        self.kept.superseded += old
        self.kept.added += len(self._batch) - old
        self._landed += (entry.reading.document.id for entry in self._batch)
        self._ungrouped += len(self._batch)
        self._batch = []
        if self._ungrouped >= GROUPED:
            self._group()
        self.on_progress(self.kept)

    def _group(self) -> None:
        refresh(self.record)
        self._ungrouped = 0

    def _wanted(
        self, items: Iterable[tuple[str, T]], document_of: Callable[[T], Document]
    ) -> Iterator[tuple[str, T]]:
        """Those that the record does not have yet, unchanged; what is under way counts as had."""
        stream = ((self._own_source(source, document_of(item)), item) for source, item in items)
        size = BATCH
        while chunk := list(islice(stream, size)):
            size = min(2 * size, LOOKED_UP)
            landed, self._landed = self._landed, []
            here = self._here([(source, document_of(item)) for source, item in chunk])
            self._under_way.forget(landed)  # the record says it from now on
            for source, item in chunk:
                given = document_of(item)
                going = self._under_way.of_source.get(source)
                known = going or here.of_source.get(source)
                twin = self._under_way.of_id.get(given.id) or here.of_id.get(given.id)
                elsewhere = twin is not None and twin.source != source
                if (known is None and twin is not None and twin.sha256 == given.sha256 and elsewhere) or (
                    known is not None
                    and known.fingerprint == fingerprint(given)
                    and (going is not None or not self.again)
                ):
                    self.kept.unchanged += 1
                    continue
                if elsewhere:
                    item = _renamed(item, source)  # another text, of another corpus perhaps, has the id
                document = document_of(item)
                if known is not None:
                    self._known.add(source)
                had = _Had(source, document.id, fingerprint(document), document.sha256)
                self._under_way.add(had)
                self._sources.add(document.id, (source, had.fingerprint))
                yield source, item
            self.on_progress(self.kept)

    def _own_source(self, source: str, document: Document) -> str:
        """The source of a document; with its id where another document of this run has the same source.

        Pages at one address, given at once under ids of their own, are several texts: none is a newer state of another.
        """
        own = _digest(document.id)
        return source if self._first.setdefault(_digest(source), own) == own else f"{source}#{document.id}"

    def _here(self, chunk: list[tuple[str, Document]]) -> _Held:
        """What the record holds of some sources and ids."""
        held = _Held()
        with database() as con:
            self.record.scan(con, "readings", "readings")
            rows = con.execute(_NEWEST, [[s for s, _ in chunk], [d.id for _, d in chunk]]).fetchall()
        for row in rows:
            held.add(_Had(*row))
        return held


# The newest readings of some sources, and of the sources of some documents: as the view `current` has them.
_NEWEST: Final = """
WITH asked AS (
    SELECT DISTINCT source FROM readings WHERE source IN (SELECT unnest(?)) OR document IN (SELECT unnest(?))
), newest AS (
    SELECT source, document, fingerprint, sha256, added, batch FROM readings WHERE source IN (SELECT source FROM asked)
    QUALIFY row_number() OVER (PARTITION BY source ORDER BY added DESC, batch DESC, document DESC) = 1
)
SELECT source, document, fingerprint, sha256 FROM newest
QUALIFY row_number() OVER (PARTITION BY document ORDER BY added DESC, batch DESC, source DESC) = 1
"""


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=8).digest()


@dataclass(frozen=True, slots=True)
class _Had:
    """A document that is kept, or about to be."""

    source: str
    document: str
    fingerprint: str
    sha256: str


class _Held:
    """Documents that are kept, or about to be, by source and by id."""

    def __init__(self) -> None:
        self.of_source: dict[str, _Had] = {}
        self.of_id: dict[str, _Had] = {}

    def add(self, had: _Had) -> None:
        """One more."""
        self.of_source[had.source] = had
        self.of_id[had.document] = had

    def forget(self, documents: Iterable[str]) -> None:
        """Those of some ids no more."""
        for document in documents:
            had = self.of_id.pop(document, None)
            if had is not None and self.of_source.get(had.source) is had:
                del self.of_source[had.source]


def _renamed(item: T, source: str) -> T:
    digest = hashlib.sha256(source.encode()).hexdigest()[:8]
    if isinstance(item, Document):
        return item.model_copy(update={"id": f"{item.id}-{digest}"})
    return item.model_copy(update={"document": _renamed(item.document, source)})

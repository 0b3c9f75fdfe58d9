"""The store: Delta Lake tables in a folder or an object store, queried with DuckDB.

A batch of readings is one commit of one table, so it is there whole or not at all; a process that dies leaves at most
files that no commit names. Occurrences are derived: their commits say which version of the readings and judgements they
were made from, and whoever finds them behind brings them up to date (see `refresh`).
"""

from __future__ import annotations

import hashlib
import json
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import duckdb
from deltalake import CommitProperties, DeltaTable, QueryBuilder, WriterProperties, write_deltalake
from deltalake.exceptions import CommitFailedError, DeltaError, TableNotFoundError

import dragoman
from dragoman.errors import RunError
from dragoman.record.copies import signature
from dragoman.record.tables import TABLES, VERSION, columns_of, facts_structure
from dragoman.schema import Document, Reading
from dragoman.schema.record import Judgement

SCHEMA: Final = "dragoman.record"
# How often a commit that lost a race is tried again.
TRIES: Final = 20
_FROM: Final = "dragoman."  # prefix of what a commit of occurrences says of its origin
_WRITER: Final = WriterProperties(compression="ZSTD")


@dataclass(frozen=True, slots=True)
class Entry:
    """A reading to be kept: where its document came from, and what was read.

    `reader` is the version that read it; `added` the time it was kept, in UTC.
    """

    source: str
    reading: Reading
    reader: str = dragoman.__version__
    added: datetime | None = None


def fingerprint(document: Document) -> str:
    """A digest of a document's text and metadata: the same digest is the same document, unchanged."""
    told = [document.sha256, document.title, document.published, document.publisher, document.url]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:32]


class Record:
    """A record at an address: a folder, or a URL of an object store that `deltalake` can write.

    Credentials of an object store are taken from the environment, as `deltalake` documents them. `as_of` is a version of
    the readings or a time (ISO 8601): the record as it was then, to be read only.
    Raises `RunError` D401 when there is none (and `create` is false), D402 when it is of another version.
    """

    def __init__(self, address: str | Path, *, create: bool = False, as_of: str | None = None) -> None:
        self.address = str(address)
        self.as_of = as_of
        if not self._exists():
            if not create:
                raise RunError("D401", address=self.address)
            self._create()
        found = self._schema_version()
        if found > VERSION:
            raise RunError("D402", address=self.address, found=found, known=VERSION)
        self.outdated = found < VERSION

    @property
    def is_local(self) -> bool:
        """Whether the record lies in a folder of this machine."""
        return "://" not in self.address

    def path(self, table: str) -> str:
        """The address of one of its tables."""
        return f"{self.address.rstrip('/')}/{table}"

    # Making ------------------------------------------------------------------------------------------------

    def _exists(self) -> bool:
        try:
            return all(DeltaTable.is_deltatable(self.path(t)) for t in TABLES)
        except (OSError, DeltaError) as error:
            raise self._failure(error) from None

    def _create(self) -> None:
        """Make the empty tables; another process may be doing the same. `readings` is last: it makes the record be."""
        try:
            if self.is_local:
                Path(self.address).mkdir(parents=True, exist_ok=True)
            with duckdb.connect() as con:
                for table in reversed(TABLES):
                    empty = con.sql(f"SELECT {_nulls(columns_of(table))} WHERE false")
                    write_deltalake(
                        self.path(table), empty, mode="ignore", name=table, description=f"{SCHEMA}/{VERSION}",
                        partition_by=["year"] if table == "occurrences" else None,
                    )  # fmt: skip
        except (OSError, DeltaError) as error:
            if not self._exists():
                raise self._failure(error) from None

    def _schema_version(self) -> int:
        described = self.table("readings").metadata().description or ""
        match = re.fullmatch(rf"{re.escape(SCHEMA)}/(\d+)", described)
        if match is None:
            raise RunError("D404", address=self.address, problem="its table of readings is not Dragoman's")
        return int(match.group(1))

    def _failure(self, error: Exception) -> RunError:
        reason = " ".join(str(error).split())
        known = re.search(
            r"(?i)permission denied|no space left|read-only file system|not a directory|file too large",
            reason,
        )
        return RunError(
            "D403", address=self.address, reason=known.group(0).lower() if known else reason[:300]
        )

    # Reading -----------------------------------------------------------------------------------------------

    def table(self, name: str) -> DeltaTable:
        """A table as it is now, or as it was at `as_of`. Raises `RunError` D401, D404 or D405."""
        try:
            table = DeltaTable(self.path(name))
            if self.as_of is None or name == "occurrences":
                return table
            if name == "readings":
                when = int(self.as_of) if self.as_of.isdigit() else _moment(self.as_of)
                table.load_as_version(when)
            return table
        except TableNotFoundError:
            raise RunError("D401", address=self.address) from None
        except (OSError, DeltaError, ValueError) as error:
            if self.as_of is not None:
                raise RunError("D405", as_of=self.as_of, reason=" ".join(str(error).split())[:200]) from None
            raise RunError("D404", address=self.address, problem=" ".join(str(error).split())[:300]) from None

    def scan(
        self, con: duckdb.DuckDBPyConnection, name: str, view: str, files: Sequence[str] | None = None
    ) -> None:
        """Make the rows of a table a view of a connection; `files` leaves all but some of its files out."""
        table = self.table(name)
        uris = sorted(table.file_uris() if files is None else files)
        if not uris:
            con.execute(
                f"CREATE OR REPLACE TEMP VIEW {view} AS SELECT {_nulls(columns_of(name))} WHERE false"
            )
        elif self.is_local:
            listed = ", ".join(_quoted(u) for u in uris)
            con.execute(
                f"CREATE OR REPLACE TEMP VIEW {view} AS SELECT * FROM read_parquet([{listed}], hive_partitioning = "
                f"{name == 'occurrences'}, union_by_name = true)"
            )
        else:  # DuckDB reads no object store without an extension; Delta's own reader does
            rows = QueryBuilder().register(name, table).execute(f"SELECT * FROM {name}")
            con.register(f"{view}_rows", rows)
            con.execute(f"CREATE OR REPLACE TEMP TABLE {view} AS SELECT * FROM {view}_rows")

    def judgements(self) -> list[Judgement]:
        """All judgements in the order of their time, up to `as_of`."""
        with duckdb.connect() as con:
            self.scan(con, "judgements", "kept")
            rows = con.sql('SELECT to_json(kept) FROM kept ORDER BY "at", id').fetchall()
        found = [Judgement.model_validate_json(row[0]) for row in rows]
        if self.as_of is None:
            return found
        until = self.moment().isoformat()
        return [j for j in found if j.at <= until]

    def moment(self) -> datetime:
        """When the version of the readings that is looked at was committed."""
        table = self.table("readings")
        commit = next(c for c in table.history() if c["version"] == table.version())
        return datetime.fromtimestamp(commit["timestamp"] / 1000, UTC)

    def files_at(self, name: str, version: int) -> set[str]:
        """The files of a table's older version."""
        table = DeltaTable(self.path(name))
        table.load_as_version(version)
        return set(table.file_uris())

    # Writing -----------------------------------------------------------------------------------------------

    def keep(self, entries: Iterable[Entry]) -> int:
        """Keep a batch of readings in one commit and give their number."""
        entries = list(entries)
        if entries:
            with duckdb.connect() as con:
                self._commit("readings", _rows(con, entries))
        return len(entries)

    def rebuild(self, entries: Sequence[Entry]) -> None:
        """Put readings in the place of all rows of an older version, with the columns of this one."""
        try:
            with duckdb.connect() as con:
                write_deltalake(
                    self.path("readings"), _rows(con, entries), mode="overwrite", schema_mode="overwrite",
                    writer_properties=_WRITER,
                )  # fmt: skip
                nothing = con.sql(f"SELECT {_nulls(columns_of('occurrences'))} WHERE false")
                write_deltalake(self.path("occurrences"), nothing, mode="overwrite", schema_mode="overwrite")
            for table in reversed(TABLES):
                self.table(table).alter.set_table_description(f"{SCHEMA}/{VERSION}")
        except (OSError, DeltaError) as error:
            raise self._failure(error) from None

    def judge(self, judgement: Judgement) -> None:
        """Keep a judgement."""
        self.write("judgements", [judgement.model_dump_json()])

    def write(self, table: str, rows: Sequence[str]) -> None:
        """Append rows, each as JSON, to a table of a model's own columns."""
        with duckdb.connect() as con:
            con.execute("CREATE TEMP TABLE given (row VARCHAR)")
            con.executemany("INSERT INTO given VALUES (?)", [[r] for r in rows])
            columns = ", ".join(f'"{name}" {kind}' for name, kind in columns_of(table).items())
            typed = con.sql(f"SELECT unnest(CAST(row::JSON AS STRUCT({columns}))) FROM given")
            self._commit(table, typed)

    def _commit(self, table: str, rows: Any) -> None:
        """One commit; one that lost a race against another process is tried again."""
        for attempt in range(1, TRIES + 1):
            try:
                write_deltalake(
                    self.path(table),
                    rows,
                    mode="append",
                    writer_properties=_WRITER,
                )
                return
            except CommitFailedError as error:
                if attempt == TRIES:
                    raise self._failure(error) from None
                time.sleep(0.05 * attempt)
            except (OSError, DeltaError) as error:
                raise self._failure(error) from None

    def replace_occurrences(self, rows: Any, years: Sequence[int], origin: dict[str, int]) -> bool:
        """Put rows in the place of some years of occurrences, made from those versions of the other tables.

        `years` empty replaces nothing and only notes the origin. Gives `False` when another process was faster.
        """
        note = CommitProperties(
            custom_metadata={f"{_FROM}{k}": str(v) for k, v in origin.items()}, max_commit_retries=0
        )
        path = self.path("occurrences")
        try:
            if years:
                predicate = " OR ".join(f"year = {year}" for year in years)
                write_deltalake(
                    path,
                    rows,
                    mode="overwrite",
                    predicate=predicate,
                    commit_properties=note,
                    writer_properties=_WRITER,
                )
            else:
                write_deltalake(path, rows, mode="append", commit_properties=note, writer_properties=_WRITER)
        except CommitFailedError:
            return False
        except (OSError, DeltaError) as error:
            raise self._failure(error) from None
        return True

    def origin(self) -> dict[str, int]:
        """The versions of readings and judgements that the occurrences were made from; none when never made."""
        for commit in self.table("occurrences").history():
            found = {k.removeprefix(_FROM): int(v) for k, v in commit.items() if k.startswith(_FROM)}
            if found:
                return found
        return {}

    # Looking after -----------------------------------------------------------------------------------------

    def compact(self) -> dict[str, tuple[int, int]]:
        """Rewrite each table in few files; gives the number of files before and after, by table."""
        origin, current = self.origin(), {t: self.table(t).version() for t in ("readings", "judgements")}
        out = {}
        try:
            for name in TABLES:
                table = self.table(name)
                before = len(table.file_uris())
                table.optimize.compact()
                out[name] = (before, len(DeltaTable(self.path(name)).file_uris()))
        except (OSError, DeltaError) as error:
            raise self._failure(error) from None
        if origin == current:  # the same rows in other files: what was made from them stands
            now = {t: self.table(t).version() for t in ("readings", "judgements")}
            with duckdb.connect() as con:
                nothing = con.sql(f"SELECT {_nulls(columns_of('occurrences'))} WHERE false")
                self.replace_occurrences(nothing, [], now)
        return out

    def history(self) -> list[dict[str, Any]]:
        """The commits of the readings, the latest first: version, time, operation, rows."""
        out = []
        for commit in self.table("readings").history():
            out.append(
                {
                    "version": commit["version"],
                    "time": datetime.fromtimestamp(commit["timestamp"] / 1000, UTC).isoformat(
                        timespec="seconds"
                    ),
                    "operation": commit["operation"].lower(),
                    "readings": int(commit.get("operationMetrics", {}).get("num_added_rows", 0) or 0),
                }
            )
        return out


def _rows(con: duckdb.DuckDBPyConnection, entries: Sequence[Entry]) -> duckdb.DuckDBPyRelation:
    """Entries as rows of `readings`."""
    batch = hashlib.sha256(
        "".join(e.source + e.reading.document.sha256 for e in entries).encode()
    ).hexdigest()[:16]
    con.execute("CREATE TEMP TABLE given (" + ", ".join(f"{k} {v}" for k, v in _GIVEN.items()) + ")")
    if entries:
        con.executemany(
            f"INSERT INTO given VALUES ({', '.join('?' for _ in _GIVEN)})",
            [[*_row(e, batch)] for e in entries],
        )
    shape = _quoted(json.dumps(facts_structure()))
    facts = con.sql(
        f"SELECT * EXCLUDE facts, unnest(facts) FROM (SELECT *, from_json(reading, {shape}) AS facts FROM given)"
    )
    return facts.project(", ".join(f'"{c}"' for c in columns_of("readings")))


def _row(entry: Entry, batch: str) -> Iterator[Any]:
    """The columns of an entry that are not facts. The reading leaves its text out: that has a column of its own."""
    reading, d = entry.reading, entry.reading.document
    told = reading.model_dump(mode="json", by_alias=True)
    text = told["document"].pop("text")
    yield from (
        entry.source, d.id, fingerprint(d), (entry.added or datetime.now(UTC)).isoformat(timespec="microseconds"), batch, entry.reader, d.title, d.publisher,
        d.url, d.published, d.language, d.translated_from, d.sha256, list(signature(text)), text,
        json.dumps(told, ensure_ascii=False),
    )  # fmt: skip


_GIVEN: Final = {k: v for k, v in columns_of("readings").items() if k not in facts_structure()}


def restore(text: str, reading: str) -> Reading:
    """A reading from its two columns."""
    told = json.loads(reading)
    told["document"]["text"] = text
    return Reading.model_validate(told)


def _nulls(columns: dict[str, str]) -> str:
    return ", ".join(f'NULL::{kind} AS "{name}"' for name, kind in columns.items())


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _moment(text: str) -> datetime:
    """A time from ISO 8601, in UTC when it names no zone; a day is its end."""
    moment = datetime.fromisoformat(text)
    if len(text) <= len("2015-12-15"):
        moment = moment.replace(hour=23, minute=59, second=59)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)

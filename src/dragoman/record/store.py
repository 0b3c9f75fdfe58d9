"""The store: Delta Lake tables in a folder or an object store, queried with DuckDB.

A batch of readings is one commit of one table, so it is there whole or not at all; a process that dies leaves at most
files that no commit names. Occurrences are derived: their commits say which version of the readings and judgements they
were made from, and whoever finds them behind brings them up to date (see `refresh`).
"""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

import duckdb
from deltalake import (
    CommitProperties,
    DeltaTable,
    QueryBuilder,
    Transaction,
    WriterProperties,
    write_deltalake,
)
from deltalake.exceptions import CommitFailedError, DeltaError, TableNotFoundError

import dragoman
from dragoman.errors import RunError
from dragoman.record.copies import signature
from dragoman.record.tables import TABLES, VERSION, columns_of, facts_structure, typed
from dragoman.schema import Document, Reading
from dragoman.schema.record import Judgement

SCHEMA: Final = "dragoman.record"
# How often a commit that lost a race is tried again.
TRIES: Final = 20
_MEMORY: Final = "600MB"
_FROM: Final = (
    "dragoman."  # prefix of the application ids under which occurrences say what they were made from
)
# The tables that occurrences are made from.
_BASES: Final = ("readings", "judgements")
# Rows are looked up by act and day, which small groups of sorted rows answer without reading the rest.
_WRITER: Final = WriterProperties(compression="ZSTD", max_row_group_size=16_384)
# Old versions of readings and judgements stay readable for good; those of what is derived need not.
_KEPT_FOR_GOOD: Final = {
    "delta.enableExpiredLogCleanup": "false",
    "delta.logRetentionDuration": "interval 36500 days",
}
# The log tells the least and greatest value of each column in a file: of texts and readings that would be all that is read
# when a record is opened, and none is looked up by them.
_CONFIGURATION: Final = {
    "readings": {**_KEPT_FOR_GOOD, "delta.dataSkippingStatsColumns": "source,document,published"},
    "judgements": _KEPT_FOR_GOOD,
    "occurrences": {"delta.dataSkippingStatsColumns": "act,start"},
}
# Delta Lake takes a folder for a URL in which these cannot be written.
_IMPOSSIBLE: Final = re.compile(r"[\[\]^|%\\]")
# Hours after which files of replaced occurrences are no reader's any more.
_UNREAD: Final = 24


@dataclass(frozen=True, slots=True)
class Entry:
    """A reading to be kept: where its document came from, and what was read.

    `reader` is the version that read it; `added` the time it was kept, in UTC; `digest` the fingerprint of the document as
    it was given, where the reading's own has a title that was found in the text.
    """

    source: str
    reading: Reading
    reader: str = dragoman.__version__
    added: datetime | None = None
    digest: str | None = None


def fingerprint(document: Document) -> str:
    """A digest of a document's text and metadata: the same digest is the same document, unchanged."""
    told = [document.sha256, document.title or None, document.published, document.publisher, document.url]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:32]


def database() -> duckdb.DuckDBPyConnection:
    """An empty database in memory that spills to the disk, where it may, before it takes more than its share."""
    try:
        spill = str(Path(tempfile.gettempdir()) / "dragoman-spill")
    except FileNotFoundError:  # no place on the disk may be written
        spill = ""
    con = duckdb.connect(config={"memory_limit": _MEMORY, "temp_directory": spill})
    # What files say of themselves is kept, since no file of a record ever changes: half the cost of small questions.
    con.execute("SET parquet_metadata_cache = true")
    return con


class Record:
    """A record at an address: a folder, or a URL of an object store that `deltalake` can write.

    Credentials of an object store are taken from the environment, as `deltalake` documents them. `as_of` is a version of
    the readings or a time (ISO 8601): the record as it was then, to be read only.
    Raises `RunError` D401 when there is none (and `create` is false), D402 when it is of another version.
    """

    def __init__(self, address: str | Path, *, create: bool = False, as_of: str | None = None) -> None:
        self.address = str(address)
        self.as_of = as_of
        if self.is_local and (odd := _IMPOSSIBLE.search(str(Path(self.address).absolute()))):
            if not create:
                raise RunError("D401", address=self.address)
            reason = f"Delta Lake takes no folder with {odd.group()!r} in its path"
            raise RunError("D403", address=self.address, reason=reason)
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
            for table in reversed(TABLES):
                self._create_table(table)
        except (OSError, DeltaError) as error:
            raise self._failure(error) from None

    def _create_table(self, table: str) -> None:
        try:
            with database() as con:
                write_deltalake(
                    self.path(table), _nothing(con, table), mode="ignore", name=table, description=f"{SCHEMA}/{VERSION}",
                    partition_by=["year"] if table == "occurrences" else None,
                    configuration=_CONFIGURATION[table],
                )  # fmt: skip
        except DeltaError:
            if not DeltaTable.is_deltatable(self.path(table)):  # else another process was faster
                raise

    def _schema_version(self) -> int:
        try:
            return _version_of(self._now("readings"))
        except ValueError as error:
            raise RunError("D404", address=self.address, problem=f"its table of readings: {error}") from None

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
        """A table as it is now; the readings as they were at `as_of`. Raises `RunError` D401, D404 or D405."""
        table = self._now(name)
        if self.as_of is None or name != "readings":
            return table
        try:
            newest = _version_of(table)
            if self.as_of.isdigit():
                table.load_as_version(int(self.as_of))
            else:
                table.load_as_version(when := _moment(self.as_of))
                if table.version() == 0 and when < _time(self._commits(name)[-1][1]):
                    raise ValueError("it was made later")
            if _version_of(table) < newest:
                raise ValueError("the record was of an older version of Dragoman then")
        except (OSError, OverflowError, DeltaError, ValueError) as error:
            raise RunError("D405", as_of=self.as_of, reason=" ".join(str(error).split())[:200]) from None
        return table

    def _now(self, name: str) -> DeltaTable:
        try:
            return DeltaTable(self.path(name))
        except TableNotFoundError:
            raise RunError("D401", address=self.address) from None
        except (OSError, DeltaError, ValueError) as error:
            raise RunError("D404", address=self.address, problem=" ".join(str(error).split())[:300]) from None

    def scan(
        self,
        con: duckdb.DuckDBPyConnection,
        name: str,
        view: str,
        table: DeltaTable | None = None,
        files: Sequence[str] | None = None,
    ) -> None:
        """Make the rows of a table (as it is now, or as given) a view of a connection.

        `files` leaves all but some of its files out where the record is local; elsewhere all rows are there.
        """
        table = self.table(name) if table is None else table
        uris = sorted(table.file_uris() if files is None else files)
        if not uris:
            con.execute(
                f"CREATE OR REPLACE TEMP VIEW {view} AS SELECT {_nulls(columns_of(name))} WHERE false"
            )
        elif self.is_local:
            listed = ", ".join(_quoted(_literally(_path(u))) for u in uris)
            con.execute(
                f"CREATE OR REPLACE TEMP VIEW {view} AS SELECT * FROM read_parquet([{listed}], "
                f"hive_partitioning = {name == 'occurrences'})"
            )
        else:  # DuckDB reads no object store without an extension; Delta's own reader does
            rows = QueryBuilder().register(name, table).execute(f"SELECT * FROM {name}")
            con.register(f"{view}_rows", rows)
            con.execute(f"CREATE OR REPLACE TEMP TABLE {view} AS SELECT * FROM {view}_rows")
            con.unregister(f"{view}_rows")

    def files(self, table: DeltaTable) -> list[Path]:
        """Where the files of a table of a local record lie."""
        return [Path(_path(uri)) for uri in table.file_uris()]

    def judgements(self) -> list[Judgement]:
        """All judgements in the order of their time, up to `as_of`."""
        table = self.table("judgements")
        if not table.file_uris():  # the most are without
            return []
        with database() as con:
            self.scan(con, "judgements", "kept", table)
            rows = con.sql('SELECT to_json(kept) FROM kept ORDER BY "at", id').fetchall()
        found = [Judgement.model_validate_json(row[0]) for row in rows]
        if self.as_of is None:
            return found
        until = self.moment()
        return [j for j in found if datetime.fromisoformat(j.at) <= until]

    def moment(self) -> datetime:
        """The time of `as_of`: as given, else when that version of the readings was committed."""
        if self.as_of is not None and not self.as_of.isdigit():
            return _moment(self.as_of)
        version = self.table("readings").version()
        return next(_time(commit) for v, commit in self._commits("readings") if v == version)

    def _commits(self, name: str) -> list[tuple[int, dict[str, Any]]]:
        """The commits of a table, the latest first, each with its version."""
        commits = self._now(name).history()  # the versions in it are wrong when somebody commits just now
        return list(zip(range(len(commits) - 1, -1, -1), commits, strict=True))

    def files_at(self, name: str, version: int) -> set[str] | None:
        """The files of a table's older version; `None` when nothing tells them any more."""
        try:
            table = DeltaTable(self.path(name))
            table.load_as_version(version)
            return set(table.file_uris())
        except (OSError, DeltaError):
            return None

    # Writing -----------------------------------------------------------------------------------------------

    def keep(self, entries: Iterable[Entry]) -> int:
        """Keep a batch of readings in one commit and give their number."""
        entries = list(entries)
        if entries:
            with database() as con:
                self._commit("readings", _rows(con, entries))
        return len(entries)

    def rebuild(self, older: DeltaTable, entries: Sequence[Entry], judgements: Sequence[Judgement]) -> bool:
        """Put entries in the place of the rows of an older version, with the columns of this one.

        The occurrences are emptied: they are derived anew. Gives `False` when somebody else wrote in the meantime.
        """
        alone = CommitProperties(max_commit_retries=0)
        try:
            with database() as con:
                said = _typed_rows(con, "judgements", [j.model_dump_json() for j in judgements])
                write_deltalake(self.path("judgements"), said, mode="overwrite", schema_mode="overwrite")
                write_deltalake(
                    self.path("occurrences"), _nothing(con, "occurrences"), mode="overwrite", schema_mode="overwrite"
                )  # fmt: skip
                write_deltalake(
                    older, _rows(con, entries), mode="overwrite", schema_mode="overwrite",
                    writer_properties=_WRITER, commit_properties=alone,
                )  # fmt: skip
            for table in reversed(TABLES):
                DeltaTable(self.path(table)).alter.set_table_description(f"{SCHEMA}/{VERSION}")
        except CommitFailedError:
            return False
        except (OSError, DeltaError) as error:
            raise self._failure(error) from None
        return True

    def judge(self, judgement: Judgement) -> None:
        """Keep a judgement."""
        with database() as con:
            self._commit("judgements", _typed_rows(con, "judgements", [judgement.model_dump_json()]))

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

    def replace_occurrences(
        self, table: DeltaTable, rows: Any, years: Sequence[int], origin: dict[str, int]
    ) -> bool:
        """Put rows in the place of some years of occurrences, made from those versions of the other tables and of the rules.

        `table` is the version of the occurrences that the rows were made with: gives `False` when another process
        has committed a newer one. `years` empty replaces nothing and only notes the origin.
        """
        made_from = [Transaction(f"{_FROM}{name}", version) for name, version in origin.items()]
        note = CommitProperties(app_transactions=made_from, max_commit_retries=0)
        try:
            if years:
                predicate = " OR ".join(f"year = {year}" for year in years)
                write_deltalake(
                    table, rows, mode="overwrite", predicate=predicate, commit_properties=note,
                    writer_properties=_WRITER,
                )  # fmt: skip
            else:
                write_deltalake(table, rows, mode="append", commit_properties=note)
        except CommitFailedError:
            return False
        except (OSError, DeltaError) as error:
            raise self._failure(error) from None
        return True

    @staticmethod
    def origin(occurrences: DeltaTable) -> dict[str, int]:
        """The versions of readings, judgements and rules that occurrences were made from; none when never made."""
        found = {name: occurrences.transaction_version(f"{_FROM}{name}") for name in (*_BASES, "rules")}
        return {name: version for name, version in found.items() if version is not None}

    # Looking after -----------------------------------------------------------------------------------------

    def compact(self) -> dict[str, tuple[int, int]]:
        """Rewrite each table in few files; gives the number of files before and after, by table.

        Files of older readings and judgements stay, for `as_of`; those of occurrences replaced a day ago go.
        """
        origin = self.origin(self.table("occurrences"))
        current = {t: self.table(t).version() for t in _BASES}
        out = {}
        try:
            for name in TABLES:
                table = self.table(name)
                before = len(table.file_uris())
                table.optimize.compact(writer_properties=_WRITER)
                out[name] = (before, len(DeltaTable(self.path(name)).file_uris()))
            DeltaTable(self.path("occurrences")).vacuum(
                _UNREAD, dry_run=False, enforce_retention_duration=False, full=True
            )
            if (
                origin.items() >= current.items()
            ):  # the same rows in other files: what was made from them stands
                self._carry_origin(origin)
        except (OSError, DeltaError) as error:
            raise self._failure(error) from None
        return out

    def _carry_origin(self, before: dict[str, int]) -> None:
        """Note the versions that compaction made, unless somebody else wrote in the meantime."""
        now = dict(before)
        for name in _BASES:
            since = [commit for v, commit in self._commits(name) if v > before[name]]
            if any(commit["operation"] != "OPTIMIZE" for commit in since):
                return
            now[name] += len(since)
        with database() as con:
            self.replace_occurrences(self.table("occurrences"), _nothing(con, "occurrences"), [], now)

    def history(self) -> list[dict[str, Any]]:
        """The commits of the readings, the latest first: version, time, operation, rows."""
        return [
            {
                "version": version,
                "time": _time(commit).isoformat(timespec="seconds"),
                "operation": commit["operation"].lower(),
                "readings": int(commit.get("operationMetrics", {}).get("num_added_rows", 0) or 0),
            }
            for version, commit in self._commits("readings")
        ]


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
        entry.source, d.id, entry.digest or fingerprint(d), (entry.added or datetime.now(UTC)).isoformat(timespec="microseconds"), batch, entry.reader, d.title, d.publisher,
        d.url, d.published, d.language, d.translated_from, d.sha256, list(signature(text)), text,
        json.dumps(told, ensure_ascii=False),
    )  # fmt: skip


_GIVEN: Final = {k: v for k, v in columns_of("readings").items() if k not in facts_structure()}


def restore(text: str, reading: str) -> Reading:
    """A reading from its two columns."""
    told = json.loads(reading)
    told["document"]["text"] = text
    return Reading.model_validate(told)


def _nothing(con: duckdb.DuckDBPyConnection, table: str) -> duckdb.DuckDBPyRelation:
    """The columns of a table without rows."""
    return con.sql(f"SELECT {_nulls(columns_of(table))} WHERE false")


def _typed_rows(con: duckdb.DuckDBPyConnection, table: str, rows: Sequence[str]) -> duckdb.DuckDBPyRelation:
    """Rows, each as JSON, with the columns of a table."""
    con.execute("CREATE OR REPLACE TEMP TABLE given_json (row VARCHAR)")
    if rows:
        con.executemany("INSERT INTO given_json VALUES (?)", [[r] for r in rows])
    return con.sql(typed(table, "given_json"))


def _version_of(table: DeltaTable) -> int:
    """The schema's version in a table's description. Raises `ValueError` when it is none of Dragoman's."""
    match = re.fullmatch(rf"{re.escape(SCHEMA)}/(\d+)", table.metadata().description or "")
    if match is None:
        raise ValueError("it is not Dragoman's")
    return int(match.group(1))


def _path(uri: str) -> str:
    """The path of a file of a local table, whose address Delta Lake writes as in a URL."""
    return unquote(uri.removeprefix("file://"))


def _literally(path: str) -> str:
    """A path that DuckDB takes for itself, not for a pattern."""
    return re.sub(r"[*?]", r"[\g<0>]", path)


def _nulls(columns: dict[str, str]) -> str:
    return ", ".join(f'NULL::{kind} AS "{name}"' for name, kind in columns.items())


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _time(commit: dict[str, Any]) -> datetime:
    return datetime.fromtimestamp(commit["timestamp"] / 1000, UTC)


def _moment(text: str) -> datetime:
    """A time from ISO 8601, in UTC when it names no zone; a day is its end."""
    moment = datetime.fromisoformat(text)
    if len(text) <= len("2015-12-15"):
        moment = moment.replace(hour=23, minute=59, second=59)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)

"""The store: whole batches, older versions, several processes, damage."""

from __future__ import annotations

import json
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest
from deltalake import DeltaTable, write_deltalake

from dragoman.errors import RunError
from dragoman.keeper import BATCH, Kept, _Keeper, keep, keep_readings, source_of
from dragoman.record import store
from dragoman.record.judgements import anchor_of, judgement
from dragoman.record.migration import open_record
from dragoman.record.refresh import look, refresh
from dragoman.record.store import Entry, Record, restore
from dragoman.record.tables import TABLES, VERSION, columns_of
from dragoman.record.verify import problems
from dragoman.record.views import connect
from dragoman.schema import Document, Reading
from dragoman.schema.reading import Dateline
from tests.record.making import FakeReader, entries, kept_occurrences, reading, told


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return Record(tmp_path / "record", create=True)


def _document(name: str, text: str, **told_: str) -> tuple[str, Document]:
    return f"https://example.org/{name}", Document(id=name, text=text, **told_)


def _rows(record: Record, query: str) -> list[tuple[object, ...]]:
    with look(record) as con:
        return con.execute(query).fetchall()


def _keep(record: Record, *documents: tuple[str, Document], again: bool = False) -> Kept:
    return keep(record, documents, FakeReader(), again=again)  # type: ignore[arg-type]


def test_a_batch_is_one_commit_and_comes_back_whole(record: Record) -> None:
    before = record.table("readings").version()
    batch = [reading(f"d{n}", told(on="2015-12-15"), told("ACCUSE", "RUS", "FRA")) for n in range(3)]
    assert record.keep(entries(*batch)) == 3
    assert record.keep([]) == 0
    assert record.table("readings").version() == before + 1
    with look(record) as con:
        rows = con.execute("SELECT text, reading FROM current ORDER BY document").fetchall()
    assert [restore(*row) for row in rows] == batch


def test_unchanged_documents_are_skipped_and_changed_ones_superseded(record: Record) -> None:
    first = [_document("a", "One."), _document("b", "Two.", published="2015-12-15")]
    assert _keep(record, *first) == Kept(added=2)
    version = record.table("readings").version()
    assert _keep(record, *first) == Kept(unchanged=2)
    assert record.table("readings").version() == version  # nothing to say, no commit
    changed = [_document("a", "One, corrected."), _document("b", "Two.", published="2015-12-16")]
    assert _keep(record, *changed) == Kept(superseded=2)
    assert _rows(record, "SELECT document, published FROM documents ORDER BY 1") == [
        ("a", None), ("b", datetime(2015, 12, 16).date())
    ]  # fmt: skip
    assert _keep(record, *changed, again=True) == Kept(superseded=2)
    assert _rows(record, "SELECT count(*) FROM documents") == [(2,)]


def test_one_text_from_two_places_is_one_document(record: Record) -> None:
    text = "The same words."
    one, two = Document(text=text), Document(text=text)
    assert _keep(record, ("https://a.example/x", one), ("https://b.example/x", two)) == Kept(
        added=1, unchanged=1
    )
    assert _keep(record, ("https://c.example/x", two)) == Kept(unchanged=1)
    assert _keep(record, ("https://c.example/x", two), again=True) == Kept(unchanged=1)
    assert _rows(record, "SELECT count(*) FROM documents") == [(1,)]


def test_two_corpora_may_use_the_same_ids(record: Record) -> None:
    """Whether both come in one run or in two, and whichever changes later."""
    here, there = ("https://a.example/1", "First."), ("https://b.example/1", "Second.")
    assert _keep(record, (here[0], Document(id="1", text=here[1])), (there[0], Document(id="1", text=there[1]))) == Kept(added=2)  # fmt: skip
    assert _keep(record, ("https://c.example/1", Document(id="1", text="Third."))) == Kept(added=1)
    assert _keep(record, (there[0], Document(id="1", text=there[1]))) == Kept(unchanged=1)
    assert _keep(record, (there[0], Document(id="1", text="Second, later."))) == Kept(superseded=1)
    rows = _rows(record, "SELECT source, document, text FROM current ORDER BY source")
    assert [row[2] for row in rows] == ["First.", "Second, later.", "Third."]
    assert len({row[1] for row in rows}) == 3
    assert rows[0][1] == "1"


def test_texts_of_one_address_given_at_once_are_several(record: Record) -> None:
    """Run after run: none is a newer state of another, but a later run's other text is."""
    page = "https://a.example/live"
    morning = (page, Document(id="m", text="In the morning."))
    evening = (page, Document(id="e", text="In the evening."))
    assert _keep(record, morning, evening) == Kept(added=2)
    assert _keep(record, morning, evening) == Kept(unchanged=2)
    assert _rows(record, "SELECT document FROM current ORDER BY 1") == [("e",), ("m",)]
    assert _keep(record, (page, Document(id="m", text="In the morning, corrected."))) == Kept(superseded=1)
    assert _keep(record, (page, Document(id="n", text="At night."))) == Kept(superseded=1)
    assert _rows(record, "SELECT document FROM current ORDER BY 1") == [("e",), ("n",)]


def test_a_long_run_looks_up_more_at_once(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[int] = []
    here = _Keeper._here

    def looked(self: _Keeper, chunk: list[tuple[str, Document]]) -> object:
        looks.append(len(chunk))
        return here(self, chunk)

    monkeypatch.setattr(_Keeper, "_here", looked)
    many = [_document(str(n), f"Text {n}.") for n in range(BATCH * 7)]
    assert _keep(record, *many) == Kept(added=len(many))
    assert looks == [BATCH, 2 * BATCH, 4 * BATCH]


def test_an_up_to_date_record_is_seen_before_any_view_is_made(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    _keep(record, _document("a", "One."))
    monkeypatch.setattr("dragoman.record.refresh.connect", None)
    assert not refresh(record)


def test_a_text_that_becomes_that_of_another_place_supersedes_its_own(record: Record) -> None:
    _keep(record, _document("a", "Same."), _document("b", "Other."))
    assert _keep(record, ("https://example.org/b", Document(id="a", text="Same."))) == Kept(superseded=1)
    rows = _rows(record, "SELECT source, document, text FROM current ORDER BY source")
    assert [row[2] for row in rows] == ["Same.", "Same."]
    assert len({row[1] for row in rows}) == 2


def test_what_fails_is_told_with_its_place_and_the_rest_is_kept(record: Record) -> None:
    failed: list[str] = []
    documents = [_document("a", "One."), _document("b", "FAIL"), _document("c", "Three.")]
    kept = keep(record, documents, FakeReader(), on_error=lambda e: failed.append(e.where))  # type: ignore[arg-type]
    assert (kept, failed) == (Kept(added=2, failed=1), ["https://example.org/b"])
    assert _keep(record, _document("b", "Mended.")) == Kept(added=1)


def test_readings_made_elsewhere_are_kept_likewise(record: Record) -> None:
    made = reading("log-1", told(on="2015-12-15"))
    assert keep_readings(record, [("log.csv#1", made)]) == Kept(added=1)
    assert keep_readings(record, [("log.csv#1", made)]) == Kept(unchanged=1)
    assert keep_readings(record, [("log.csv#1", made)], again=True) == Kept(superseded=1)


def test_the_source_of_a_document(tmp_path: Path) -> None:
    article, many = tmp_path / "a.txt", tmp_path / "many.jsonl"
    article.write_text("x")
    many.write_text("{}")
    document = Document(id="7", text="x")
    assert source_of(str(article), document) == str(article)
    assert source_of(str(many), document) == f"{many}#7"
    assert source_of("https://example.org/a", document) == "https://example.org/a"
    assert (
        source_of(str(many), document.model_copy(update={"url": "https://x.example"})) == "https://x.example"
    )


def test_as_of_a_version_and_a_time(record: Record) -> None:
    record.keep(entries(reading("a", told(on="2015-12-01"))))
    version = record.table("readings").version()
    time.sleep(0.02)
    between = datetime.now(UTC)
    time.sleep(0.02)
    record.judge(judgement("reject event", "me", events=[anchor_of("a", reading("a", told()).events[0])]))
    record.keep(entries(reading("b", told(on="2015-12-09"))))
    refresh(record)
    for as_of in (str(version), between.isoformat(), between.replace(tzinfo=None).isoformat()):
        then = Record(record.address, as_of=as_of)
        assert _rows(then, "SELECT document FROM documents") == [("a",)]
        assert len(kept_occurrences(then)) == 1
    tomorrow = (between + timedelta(1)).date().isoformat()
    assert _rows(Record(record.address, as_of=tomorrow), "SELECT count(*) FROM documents") == [(2,)]
    assert [o.start for o in kept_occurrences(Record(record.address, as_of=tomorrow))] == ["2015-12-09"]


@pytest.mark.parametrize("as_of", ["99", "yesterday", "2015-13-01", "99999999999999999999999", "1970-01-01"])
def test_as_of_what_never_was(record: Record, as_of: str) -> None:
    with pytest.raises(RunError, match="D405"):
        Record(record.address, as_of=as_of).table("readings")


def test_readers_see_whole_states_while_a_writer_commits(record: Record) -> None:
    """Every batch has three documents that tell one meeting: no state has another number of them."""
    done = threading.Event()

    def write() -> None:
        for n in range(6):
            day = f"2015-{n + 1:02}-15"
            record.keep(entries(*(reading(f"{n}-{k}", told(on=day)) for k in range(3))))
            refresh(record)
        done.set()

    writer = threading.Thread(target=write)
    writer.start()
    seen: set[int] = set()
    while not done.is_set() or not seen:
        with look(Record(record.address)) as con:
            (documents,) = con.execute("SELECT count(*) FROM documents").fetchall()[0]
            reports = con.execute("SELECT told FROM occurrences").fetchall()
        seen.add(documents)
        assert documents % 3 == 0
        assert reports == [(3,)] * (documents // 3)
    writer.join()
    assert len(kept_occurrences(record)) == 6


def test_a_stale_refresh_does_not_undo_a_newer_one(record: Record) -> None:
    from dragoman.record.refresh import _State, _Update  # noqa: PLC0415

    record.keep(entries(reading("a", told(on="2015-12-01"))))
    readings = record.table("readings")
    with connect(record, readings) as con:
        slow = _Update(record, con, _State(record, readings))
        record.keep(entries(reading("b", told(on="2015-12-01"))))
        assert refresh(record)
        assert not slow.keep()
    assert not refresh(record)
    assert [len(o.reports) for o in kept_occurrences(record)] == [2]


# Versions of the schema ------------------------------------------------------------------------------------


def _made_older(record: Record) -> None:
    """Turn a record into one of version 0: fewer columns, another description."""
    for name in TABLES:
        table = DeltaTable(record.path(name))
        with duckdb.connect() as con:
            record.scan(con, name, "now")
            columns = [c for c in columns_of(name) if c not in ("signature", "profiles", "keys", "note")]
            rows = con.sql("SELECT " + ", ".join(f'"{c}"' for c in columns) + " FROM now")
            write_deltalake(table, rows, mode="overwrite", schema_mode="overwrite")
        table.alter.set_table_description(f"{store.SCHEMA}/0")


def test_a_newer_record_is_refused(record: Record) -> None:
    record.table("readings").alter.set_table_description(f"{store.SCHEMA}/{VERSION + 1}")
    with pytest.raises(RunError, match=r"D402 .*is of version 2; this Dragoman knows versions up to 1"):
        Record(record.address)


def test_an_older_record_is_migrated_and_says_so(record: Record, capsys: pytest.CaptureFixture[str]) -> None:
    from rich.console import Console  # noqa: PLC0415

    batch = [reading(f"d{n}", told(on=f"2015-12-{n + 1:02}")) for n in range(3)]
    record.keep(entries(*batch))
    record.judge(judgement("confirm event", "me", events=[anchor_of("d0", batch[0].events[0])]))
    refresh(record)
    before, judged = kept_occurrences(record), record.judgements()
    _made_older(record)
    older = record.table("readings").version()
    again = open_record(record.address, tell=Console())
    assert "brought to the present version (3 readings)" in capsys.readouterr().out
    assert not again.outdated
    assert kept_occurrences(again) == before
    assert again.judgements() == judged
    assert not list(problems(again))
    with pytest.raises(RunError, match="D405"):
        Record(record.address, as_of=str(older)).table("readings")
    again.keep(entries(reading("new", told(on="2015-12-20"))))
    assert len(kept_occurrences(again)) == 4
    open_record(record.address, tell=Console())
    assert capsys.readouterr().out == ""


def test_a_migration_that_somebody_writes_into_begins_again(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    record.keep(entries(reading("a", told(on="2015-12-01"))))
    _made_older(record)
    rebuild = Record.rebuild
    calls: list[int] = []

    def late(self: Record, *given: object) -> bool:
        if not calls:  # a process of the older version adds a row in the meantime
            with duckdb.connect() as con:
                record.scan(con, "readings", "now")
                row = con.sql("SELECT * REPLACE ('b' AS source) FROM now")
                write_deltalake(record.path("readings"), row, mode="append")
        calls.append(1)
        return rebuild(self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(Record, "rebuild", late)
    open_record(record.address)
    assert len(calls) == 2
    with duckdb.connect() as con:
        record.scan(con, "readings", "now")
        assert con.sql("SELECT source FROM now ORDER BY 1").fetchall() == [("/news/a",), ("b",)]


# Damage ----------------------------------------------------------------------------------------------------


def test_a_sound_record_has_no_problems(record: Record) -> None:
    record.keep(entries(reading("a", told(on="2015-12-01"))))
    assert list(problems(record)) == []  # occurrences not made yet are no damage
    refresh(record)
    assert list(problems(record)) == []


def test_verify_finds_a_missing_file(record: Record) -> None:
    record.keep(entries(reading("a", told(on="2015-12-01"))))
    refresh(record)
    record.files(record.table("readings"))[0].unlink()
    (problem,) = problems(record)
    assert problem.startswith("a file of readings is missing: /")


def _tamper(record: Record, table: str, columns: str) -> None:
    """Rewrite the rows of a table, some columns replaced, keeping what it says of its origin."""
    origin = record.origin(record.table("occurrences"))
    with duckdb.connect() as con:
        record.scan(con, table, "now")
        rows = con.sql(f"SELECT * REPLACE ({columns}) FROM now")
        if table == "occurrences":
            record.replace_occurrences(record.table(table), rows, [2015], origin)
        else:
            write_deltalake(record.path(table), rows, mode="overwrite")


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ("text[:5] AS text", "is damaged"),
        ("replace(reading, '\"actual\"', '\"actuel\"') AS reading", "is damaged"),
        ("'z' AS document", "is not the one that its row names"),
        ("'0' AS fingerprint", "is not the one that its row names"),
        ("events[2:] AS events", "has other events than its columns"),
    ],
)
def test_verify_finds_a_reading_tampered_with(record: Record, columns: str, said: str) -> None:
    record.keep(entries(reading("a", told(on="2015-12-01"))))
    _tamper(record, "readings", columns)
    (problem,) = problems(record)
    assert problem.startswith("the reading of /news/a ")
    assert said in problem


@pytest.mark.parametrize(
    "columns",
    [
        "'000000000000' AS id",
        "reports[1:1] AS reports",
        "'cancelled' AS status",
        "'2015-12-02'::DATE AS start",
    ],
)
def test_verify_finds_wrong_occurrences(record: Record, columns: str) -> None:
    record.keep(entries(*(reading(f"d{n}", told(on="2015-12-01")) for n in range(2))))
    refresh(record)
    _tamper(record, "occurrences", columns)
    assert not refresh(record)
    (problem,) = problems(record)
    assert "not as the reports have it" in problem


@pytest.mark.parametrize("content", ["", "no JSON", "{}"])
def test_a_damaged_log_is_told(record: Record, content: str) -> None:
    record.keep(entries(reading("a", told())))
    for log in Path(record.address, "readings", "_delta_log").glob("*.json"):
        log.write_text(content)
    with pytest.raises(RunError, match="D404"):
        Record(record.address)


def test_tables_of_somebody_else_are_no_record(tmp_path: Path) -> None:
    with duckdb.connect() as con:
        for name in TABLES:
            write_deltalake(str(tmp_path / "theirs" / name), con.sql("SELECT 1 AS a"))
    for create in (False, True):
        with pytest.raises(RunError, match=r"D404 .*it is not Dragoman's"):
            Record(tmp_path / "theirs", create=create)


def test_there_is_no_record(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    for place in (tmp_path, tmp_path / "none", file):
        with pytest.raises(RunError, match="D401"):
            Record(place)
    with pytest.raises(RunError, match="D403"):
        Record(file, create=True)
    with pytest.raises(RunError, match="D403"):
        Record(file / "below", create=True)


# Places ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a b – ж", 'q\'uote #1 "so"', "year=2015", "star*", "what? {x}:+b&c"])
def test_a_folder_may_be_called_anything(tmp_path: Path, name: str) -> None:
    if name == "star*":  # what a pattern would find, too
        Record(tmp_path / "starlight", create=True).keep(entries(reading("other", told())))
    record = Record(tmp_path / name, create=True)
    record.keep(entries(reading("a", told(on="2016-12-01"))))
    refresh(record)
    record.keep(entries(reading("b", told(on="2016-12-01"))))
    refresh(record)
    assert [(o.start, len(o.reports)) for o in kept_occurrences(record)] == [("2016-12-01", 2)]
    assert not list(problems(record))
    assert (tmp_path / name / "readings").is_dir()


@pytest.mark.parametrize("name", ["a[1]", "100%", "a|b", "x^2", "back\\slash"])
def test_but_for_what_delta_lake_cannot_take(tmp_path: Path, name: str) -> None:
    with pytest.raises(RunError, match=r"D403 .*Delta Lake takes no folder with"):
        Record(tmp_path / name, create=True)
    with pytest.raises(RunError, match="D401"):
        Record(tmp_path / name)


def test_an_address_that_is_no_folder(tmp_path: Path) -> None:
    """Tables that DuckDB cannot read by itself are read by Delta Lake: the way of object stores."""
    url = (tmp_path / "far away").as_uri()
    record = Record(url, create=True)
    assert not record.is_local
    record.keep(entries(reading("a", told(on="2015-12-01"))))
    refresh(record)
    record.keep(entries(reading("b", told(on="2015-12-01")), reading("c", told(on="2015-12-08"))))
    refresh(record)
    record.judge(judgement("reject event", "me", events=[anchor_of("c", reading("c", told()).events[0])]))
    refresh(record)
    here = Record(tmp_path / "far away")
    for one in (record, here):
        assert [len(o.reports) for o in kept_occurrences(one)] == [2]
        assert not list(problems(one))
    assert kept_occurrences(record) == kept_occurrences(here)


# Looking after ---------------------------------------------------------------------------------------------


def test_compacting_loses_nothing(record: Record) -> None:
    for n in range(4):
        record.keep(entries(reading(f"d{n}", told(on=f"2015-12-{3 * n + 1:02}"))))
        refresh(record)
    before = kept_occurrences(record)
    files = record.compact()
    assert files["readings"] == (4, 1)
    assert files["occurrences"][1] == 1
    assert not refresh(record)  # the same rows in other files
    assert kept_occurrences(record) == before
    assert _rows(Record(record.address, as_of="2"), "SELECT count(*) FROM documents") == [(2,)]
    assert not list(problems(record))
    record.keep(entries(reading("new", told(on="2015-12-01"))))
    assert refresh(record)
    assert len(kept_occurrences(record)) == 4


def test_compacting_a_record_that_is_behind_leaves_it_behind(record: Record) -> None:
    record.keep(entries(reading("a", told(on="2015-12-01"))))
    record.compact()
    assert refresh(record)
    assert len(kept_occurrences(record)) == 1


def test_history(record: Record) -> None:
    record.keep(entries(reading("a"), reading("b")))
    record.compact()
    latest, *_, first = record.history()
    assert (first["version"], first["readings"]) == (0, 0)
    assert [c["version"] for c in record.history()] == list(range(latest["version"], -1, -1))
    assert {"version": 1, "operation": "write", "readings": 2}.items() <= record.history()[-2].items()
    assert datetime.fromisoformat(latest["time"]) <= datetime.now(UTC) + timedelta(seconds=1)


NAMES = [
    "'; DROP TABLE readings; --",
    '"q" \' \\',
    "nul\0byte",
    "emoji 🕊️ é",
    "x" * 5000,
    "{curly} $1 ?",
    "line\nbreak",
]


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_names_break_nothing(record: Record, name: str) -> None:
    odd = Reading.model_validate(
        json.loads(
            reading("a", told(on="2015-12-01"), title=name, publisher=name)
            .to_json()
            .replace("sergey-lavrov", "ODD")
        )
    )
    dump = json.loads(odd.to_json())
    for actor in (*dump["actors"], *(p for e in dump["events"] for p in e["actors"])):
        if actor["id"] == "ODD":
            actor["id"] = actor["name"] = name
    dump["document"]["id"] = name
    made = Reading.model_validate(dump)
    record.keep([Entry(name, made)])
    refresh(record)
    record.judge(judgement("merge actors", name, actors=[name, "vladimir-putin"], note=name))
    record.judge(judgement("split actor", name, actors=["john-kerry", name], documents=[name]))
    record.judge(judgement("confirm event", name, events=[anchor_of(name, made.events[0])]))
    refresh(record)
    assert not list(problems(record))
    ((title, who),) = _rows(
        record, "SELECT d.title, e.actors FROM documents d JOIN events e USING (document)"
    )
    assert title == name
    assert [p["id"] for p in who] == [name, "vladimir-putin"]  # type: ignore[attr-defined]
    (occurrence,) = kept_occurrences(record)
    assert {p.id for p in occurrence.actors} == {name, "vladimir-putin"}
    assert record.judgements()[0].note == name
    assert keep_readings(record, [(name, made)]) == Kept(unchanged=1)


def test_documents_without_a_day_are_counted(record: Record) -> None:
    dated = Document(id="a", text="One.", published="2014-03-12")
    filed = Document(id="b", text="Two.", dateline=Dateline(place=None, date="2014-03-12", span=(0, 3)))
    found = [("a.txt", dated), ("b.txt", filed), ("c.txt", Document(id="c", text="Three."))]
    assert keep(record, found, FakeReader()).undated == 1  # type: ignore[arg-type]


def test_a_title_found_in_the_text_does_not_make_a_document_another(record: Record) -> None:
    class Titling(FakeReader):
        def pipe(self, documents, **more):  # type: ignore[no-untyped-def]
            for read in super().pipe(documents, **more):
                yield read.model_copy(
                    update={"document": read.document.model_copy(update={"title": "A headline"})}
                )

    news = [_document("a", "A headline\n\nOne."), _document("b", "A headline\n\nTwo.")]
    assert keep(record, news, Titling()) == Kept(added=2)  # type: ignore[arg-type]
    assert keep(record, news, Titling()) == Kept(unchanged=2)  # type: ignore[arg-type]
    assert list(problems(record)) == []


def test_two_texts_of_one_source_and_id_in_one_run_are_both_read(record: Record) -> None:
    """The worker processes take several documents before the first comes back."""

    class Slow(FakeReader):
        def pipe(self, documents, **more):  # type: ignore[no-untyped-def]
            yield from super().pipe(list(documents), **more)

    kept = keep(record, [_document("a", "One."), _document("a", "Two.")], Slow())  # type: ignore[arg-type]
    assert kept.failed == 0
    assert _rows(record, "SELECT text FROM current") == [("Two.",)]

"""`dragoman add`, `record`, `contacts`, `check` and `correct`, from the outside."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import icalendar
import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

from dragoman import Reader
from dragoman.cli import app, contacting
from dragoman.cli.contacting import _day
from dragoman.cli.keeping import failed_paths
from dragoman.errors import RunError
from dragoman.record.ledger import contacts
from dragoman.record.refresh import look
from dragoman.record.store import Record
from tests.record.making import MOSCOW, SOCHI, entries, reading, told

RUN = CliRunner()


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reader: Reader) -> Path:
    """An empty folder to work in, and one reader for all commands."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("dragoman.reader.Reader", lambda *given, **named: reader)
    return tmp_path


def _run(*words: str, code: int = 0) -> Result:
    result = RUN.invoke(app, list(words))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == code, result.output
    return result


def _told(*words: str, code: int = 0) -> Any:
    return json.loads(_run(*words, code=code).stdout)


def _refused(*words: str) -> str:
    error = RUN.invoke(app, list(words)).exception
    assert isinstance(error, RunError), error
    return str(error)


@pytest.fixture
def ledger(place: Path) -> Path:
    """A record made by hand: two visits, a meeting, two calls, one plan and one plan that fell through."""
    record = Record(place / "record", create=True)
    visit: dict[str, Any] = {"act": "CONSULT", "actors": "john-kerry", "recipients": "RUS", "mode": "visit"}
    record.keep(
        entries(
            reading(
                "d1", told(**visit, on="2015-05-12", place=SOCHI), published="2015-05-12", title="To Sochi"
            ),
            reading("d2", told(**visit, on="2015-12-15", place=MOSCOW), published="2015-12-15"),
            reading("d3", told(on="2015-12-15", place=MOSCOW, topics=["syria"]), published="2015-12-16"),
            reading(
                "d4",
                told(on="2015-11-01", mode="phone"),
                told(on="2015-11-03", mode="phone"),
                published="2015-11-04",
            ),
            reading("d5", told(on="2016-01-20", status="future"), published="2015-12-20"),
            reading("d6", told(on="2016-02-20", status="cancelled"), published="2016-02-19"),
            reading(
                "d7",
                told("ACCUSE", "RUS", "FRA", on="2015-12-15"),
                told(on="2015-12-15"),
                published="2015-12-17",
            ),
        )
    )
    return place / "record"


# add -------------------------------------------------------------------------------------------------------


def test_add_and_add_again(place: Path) -> None:
    news = place / "news"
    news.mkdir()
    (news / "one.txt").write_text(
        "Kerry met Lavrov in Geneva on Friday. “The talks were useful,” Kerry said."
    )
    (news / "many.jsonl").write_text(
        '{"id": "x", "text": "Lavrov phoned Fabius on Monday."}\nnot JSON\n{"id": "y", "text": "Obama visited Paris."}\n'
    )
    added = _run("add", "news", "--published", "2016-09-10", code=1)
    told_ = json.loads(added.stdout)
    assert {k: told_[k] for k in ("added", "superseded", "unchanged", "failed", "version")} == {
        "added": 3, "superseded": 0, "unchanged": 0, "failed": 1, "version": 1,
    }  # fmt: skip
    assert "D110" in added.stderr
    assert "adding" not in added.stderr  # no progress bar in a pipe
    (failure,) = map(json.loads, Path("record/failures.jsonl").read_text().splitlines())
    assert failure["where"] == f"{news / 'many.jsonl'}:2"

    mended = (
        (news / "many.jsonl")
        .read_text()
        .replace("not JSON", '{"id": "z", "text": "Putin spoke with Obama."}')
    )
    (news / "many.jsonl").write_text(mended)
    again = _told("add", "--retry", "record/failures.jsonl", "--published", "2016-09-10")
    assert (again["added"], again["unchanged"], again["failures"]) == (1, 2, None)
    assert not Path("record/failures.jsonl").exists()

    everything = _told("add", ".", "--published", "2016-09-10")  # the record in it is no news
    assert (everything["added"], everything["unchanged"], everything["failed"]) == (0, 4, 0)
    assert _told("record", "info")["documents"] == 4
    (news / "one.txt").write_text("Kerry met Lavrov in Vienna on Friday.")
    assert _told("add", "news", "--published", "2016-09-10")["superseded"] == 1
    assert [h["readings"] for h in _told("record", "history")] == [1, 1, 3, 0]


def test_add_what_cannot_be_added(place: Path) -> None:
    assert "D411" in _refused("add")
    assert "D412" in _refused("add", "x.xml", "--format", "nonsense")
    assert "D413" in _refused("add", "--retry", "none.jsonl")
    Path("list.jsonl").write_text('{"no": "place"}\n')
    assert "D413" in _refused("add", "--retry", "list.jsonl")
    assert "D101" in _run("add", "none.txt", code=2).stderr
    assert "D403" in _refused("add", "list.jsonl", "--record", "list.jsonl/below")


def test_the_files_of_what_failed(tmp_path: Path) -> None:
    many = tmp_path / "a#b" / "many.jsonl"
    many.parent.mkdir()
    many.write_text("{}")
    places = [
        f"{many}:3",
        f"{many}#some id",
        f"{many}#{'x' * 5000}",
        str(many),
        "https://example.org/a#b",
        "gone.txt",
    ]
    (tmp_path / "list.jsonl").write_text("\n".join(json.dumps({"where": p}) for p in places))
    assert failed_paths(str(tmp_path / "list.jsonl")) == [str(many), "https://example.org/a#b", "gone.txt"]


def test_a_killed_add_is_completed_by_another(place: Path) -> None:
    """The real command, killed as soon as it has made the record."""
    for n in range(5):
        (place / f"{n}.txt").write_text(f"Kerry met Lavrov in Geneva on {n + 1} December 2015.")
    command = [sys.executable, "-m", "dragoman", "add", ".", "--record", "rec"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        until = time.monotonic() + 60
        while not Path("rec/readings/_delta_log").exists() and time.monotonic() < until:
            time.sleep(0.02)
        os.kill(process.pid, signal.SIGKILL)
    told_ = _told("add", ".", "--record", "rec")
    assert told_["added"] + told_["unchanged"] == 5
    assert _told("record", "sql", "SELECT count(*) AS n FROM documents", "--record", "rec") == [{"n": 5}]
    assert _told("record", "verify", "--record", "rec")["sound"]


# record ----------------------------------------------------------------------------------------------------


def test_record_info_verify_compact_history(ledger: Path) -> None:
    info = _told("record", "info")
    assert (info["documents"], info["events"], info["contacts"], info["judgements"]) == (7, 9, 7, 0)
    assert (info["first published"], info["last published"]) == ("2015-05-12", "2016-02-19")
    assert _told("record", "info", "--as-of", "0")["documents"] == 0
    assert "D405" in _refused("record", "info", "--as-of", "12")
    assert _told("record", "verify") == {"record": "record", "sound": True, "problems": []}
    assert _told("record", "compact")["readings"] == {"before": 1, "after": 1}
    Record(ledger).files(Record(ledger).table("readings"))[0].unlink()
    assert not _told("record", "verify", code=1)["sound"]
    assert "D401" in _refused("record", "info", "--record", "none")


def test_sql(ledger: Path) -> None:
    query = "SELECT act, count(*) AS n, max(published) AS last FROM events GROUP BY act ORDER BY act"
    rows = [{"act": "ACCUSE", "n": 1, "last": "2015-12-17"}, {"act": "CONSULT", "n": 8, "last": "2016-02-19"}]
    assert _told("record", "sql", query) == rows
    assert list(csv.reader(io.StringIO(_run("record", "sql", query, "--csv").stdout))) == [
        ["act", "n", "last"], *(list(map(str, row.values())) for row in rows)
    ]  # fmt: skip
    for wrong in ("SELEC 1", "SELECT nothing FROM events", "SELECT 1/'x'", "", "/* nothing */"):
        assert "D415" in _refused("record", "sql", wrong)
    assert "contacts" in _told("record", "sql")


def test_a_query_changes_nothing(ledger: Path) -> None:
    for query in ("DROP VIEW events", "DELETE FROM grouped", "CREATE TABLE x AS SELECT 1"):
        RUN.invoke(app, ["record", "sql", query])
    assert _told("record", "info")["events"] == 9
    assert _told("record", "verify")["sound"]


def test_a_record_that_cannot_be_written_can_be_read(ledger: Path) -> None:
    """Its occurrences were never made, so they are found in memory; a file that may not grow stands for the folder."""
    code = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))\n"
        "from dragoman.cli import main; sys.argv[1:] = {words!r}; main()"
    )

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", code.format(words=list(words))],
            capture_output=True,
            text=True,
            check=False,
        )

    before = sorted(p for p in ledger.rglob("*") if p.is_file())
    listed = run("contacts", "John Kerry", "Russia", "--json")
    assert listed.returncode == 0, listed.stderr
    assert json.loads(listed.stdout)["held"] == 5
    assert json.loads(run("record", "info").stdout)["contacts"] == 7
    judged = run("correct", "reject", "d1:e1")
    assert judged.returncode == 2
    assert "D403 the record at record could not be written" in judged.stderr
    assert {p for p in ledger.rglob("*.json") if p.is_file()} <= set(before)
    assert _told("record", "verify")["sound"]


# contacts --------------------------------------------------------------------------------------------------


def test_contacts(ledger: Path) -> None:
    found = _told("contacts", "John Kerry", "Russia")
    assert [(c["start"], c["kind"], c["status"]) for c in found["contacts"]] == [
        ("2015-05-12", "visit", "actual"),
        ("2015-11-01", "call", "actual"),
        ("2015-11-03", "call", "actual"),
        ("2015-12-15", "meeting", "actual"),
        ("2015-12-15", "visit", "actual"),
        ("2016-01-20", "meeting", "future"),
        ("2016-02-20", "meeting", "cancelled"),
    ]
    assert found["counts"] == {"2015": {"call": 2, "meeting": 1, "visit": 2}}
    assert (found["held"], found["planned"], found["cancelled"]) == (5, 1, 1)
    assert found["gaps"][0]["days"] == 173
    meeting = next(c for c in found["contacts"] if c["kind"] == "meeting")
    assert (meeting["sources"], [t["document"] for t in meeting["tellings"]]) == (2, ["d3", "d7"])


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (["--kind", "visit"], 2),
        (["--kind", "visit", "--kind", "call"], 4),
        (["--since", "2015-12"], 4),
        (["--since", "2016"], 2),
        (["--until", "2015-11"], 3),
        (["--since", "2015-11-02", "--until", "2015-12-14"], 1),
        (["--place", "sochi"], 1),
        (["--place", "RUS"], 3),
    ],
)
def test_contacts_of_a_kind_a_time_a_place(ledger: Path, options: list[str], count: int) -> None:
    assert len(_told("contacts", *options)["contacts"]) == count


def test_contacts_wrongly_asked(ledger: Path) -> None:
    assert "D414" in _refused("contacts", "--since", "last year")
    assert "D414" in _refused("contacts", "--until", "2015-02-30")
    assert "D417" in _refused("contacts", "--kind", "dinner")
    assert "D211" in _refused("contacts", "Russia", "RUS")
    assert "Atlantis" in _refused("contacts", "Atlantis")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2015", "2015-01-01", "2015-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2015-12", "2015-12-01", "2015-12-31"),
        ("2015-12-15", "2015-12-15", "2015-12-15"),
        ("9999", "9999-01-01", "9999-12-31"),
    ],
)
def test_days_of_a_period(text: str, first: str, last: str) -> None:
    assert (_day(text, last=False), _day(text, last=True)) == (first, last)


@pytest.mark.parametrize("text", ["", "2015-13", "0000", "0000-01", "15-12-2015", "2015-12-32", "2015-00"])
def test_no_days(text: str) -> None:
    for last in (False, True):
        with pytest.raises(RunError, match="D414"):
            _day(text, last=last)


def test_contacts_as_a_table(ledger: Path) -> None:
    printed = io.StringIO()
    with look(Record(ledger)) as con:
        contacting.show(
            contacts(con, ["USA"], ["RUS"]), "United States and Russia", Console(file=printed, width=120)
        )
    assert "5 held, 1 planned, 1 cancelled." in printed.getvalue()
    assert "2015: 2 calls, 1 meeting, 2 visits" in printed.getvalue()
    assert "Longest gap: 173 days, from 2015-05-12 to 2015-11-01." in printed.getvalue()


def test_contacts_as_csv_are_taken_back(ledger: Path) -> None:
    Path("log.csv").write_text(_run("contacts", "--csv").stdout)
    rows = list(csv.DictReader(io.StringIO(Path("log.csv").read_text())))
    assert len(rows) == 7
    assert {"John Kerry", "Sergey Lavrov"} == {
        n for n in (rows[1]["a"] + "; " + rows[1]["b"]).split("; ") if n
    }
    assert _told("add", "log.csv", "--format", "contacts-csv", "--record", "again")["added"] == 7

    def lines(record: str) -> list[tuple[str, ...]]:
        found = _told("contacts", "--record", record)["contacts"]
        return sorted((c["start"], c["end"], c["kind"], c["status"], c["place"] or "") for c in found)

    assert lines("again") == lines("record")


def test_contacts_as_a_calendar(ledger: Path) -> None:
    calendar = icalendar.Calendar.from_ical(_run("contacts", "--ical").stdout)
    events: list[Any] = calendar.walk("VEVENT")
    assert len(events) == len({str(e["UID"]) for e in events}) == 7
    sochi = events[0]
    assert (str(sochi["LOCATION"]), str(sochi["STATUS"])) == ("Sochi", "CONFIRMED")
    assert (sochi["DTEND"].dt - sochi["DTSTART"].dt).days == 1
    assert sorted(str(e["STATUS"]) for e in events)[-1] == "TENTATIVE"
    assert "To Sochi" in str(sochi["DESCRIPTION"])


# check -----------------------------------------------------------------------------------------------------


def test_check(ledger: Path) -> None:
    Path("claims.txt").write_text(
        "Kerry arrived in Moscow on Tuesday. It is his second visit to Russia this year. "
        "This year Kerry and Lavrov have held 36 phone calls.\n"
    )
    found = _told("check", "claims.txt", "--published", "2015-12-15")["claims"]
    by_what = {c["what"]: c for c in found}
    assert by_what["visit"]["verdict"] == "supported"
    assert [c["start"] for c in by_what["visit"]["contacts"]] == ["2015-05-12", "2015-12-15"]
    assert (by_what["call"]["verdict"], by_what["call"]["found"]) == ("not decidable", 2)
    assert "from 2015-01-01 to 2015-12-31" in by_what["call"]["meaning"]

    Path("wrong.txt").write_text("Kerry arrived in Moscow on Tuesday. It was his second visit to Russia.")
    (claim,) = _told("check", "wrong.txt", "--published", "2016-06-01", code=1)["claims"]
    assert (claim["verdict"], claim["found"]) == ("contradicted", 2)
    assert "The 2nd was already on 2015-12-15 in Moscow" in claim["why"]
    Path("role.txt").write_text("Russian Foreign Minister John Kerry arrived in Paris on Tuesday.")
    (claim,) = _told("check", "role.txt", "--published", "2015-12-15", code=1)["claims"]
    assert (claim["verdict"], claim["what"]) == ("contradicted", "role")
    assert _told("check", "claims.txt", "none.txt", "--published", "2015-12-15", code=1)["claims"]
    _run("check", "none.txt", code=2)


# correct ---------------------------------------------------------------------------------------------------


def _events(*where: str) -> list[tuple[str, str]]:
    rows = _told(
        "record", "sql", "SELECT document, event, actors, recipients FROM events ORDER BY 1, 2", *where
    )
    return [
        (f"{r['document']}:{r['event']}", " ".join(p["id"] for p in (*r["actors"], *r["recipients"])))
        for r in rows
    ]


def _contacts() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = _told("contacts")["contacts"]
    return found


def test_correct_an_event(ledger: Path) -> None:
    made = _told("correct", "reject", "d1:e1", "--author", "ann", "--note", "never happened")
    assert made["kind"] == "reject event"
    assert "d1:e1" not in dict(_events())
    assert len(_contacts()) == 6
    _run("correct", "confirm", "d1:e1")
    assert len(_contacts()) == 7
    listed = _told("correct", "list")
    assert [(j["kind"], j["author"] == "ann", j["holds"]) for j in listed] == [
        ("reject event", True, True), ("confirm event", False, True)
    ]  # fmt: skip
    _run("correct", "undo", listed[1]["id"])
    assert len(_contacts()) == 6
    _run("correct", "undo", listed[0]["id"])
    assert len(_contacts()) == 7
    assert [j["holds"] for j in _told("correct", "list")][:2] == [False, False]


def test_correct_actors(ledger: Path) -> None:
    _run("correct", "merge-actors", "sergey-lavrov", "vladimir-putin")
    assert dict(_events())["d3:e1"] == "john-kerry vladimir-putin"
    meeting = next(c for c in _contacts() if c["kind"] == "meeting")
    assert {p["id"]: (p["name"], p["kind"]) for p in meeting["actors"]}["vladimir-putin"] == (
        "Vladimir Putin",
        "person",
    )
    _run("correct", "undo", _told("correct", "list")[0]["id"])
    _run("correct", "split-actor", "sergey-lavrov", "vladimir-putin", "d7")
    assert dict(_events())["d7:e2"] == "john-kerry vladimir-putin"
    assert dict(_events())["d3:e1"] == "john-kerry sergey-lavrov"
    assert len(_contacts()) == 8  # another minister's meeting
    assert _told("record", "verify")["sound"]


def test_correct_occurrences(ledger: Path) -> None:
    first, second = (c["id"] for c in _contacts() if c["kind"] == "call")
    _run("correct", "merge", first, second)
    assert [c["told"] for c in _contacts() if c["kind"] == "call"] == [2]
    _run("correct", "undo", _told("correct", "list")[0]["id"])
    assert [c["told"] for c in _contacts() if c["kind"] == "call"] == [1, 1]
    Record(ledger).keep(entries(reading("d8", told(on="2015-12-15", place=MOSCOW), published="2015-12-16")))
    meeting = next(c for c in _contacts() if c["kind"] == "meeting")
    assert meeting["told"] == 3
    _run("correct", "split", "d7:e2", meeting["id"])
    assert sorted(c["told"] for c in _contacts() if c["kind"] == "meeting" and c["status"] == "actual") == [
        1,
        2,
    ]
    assert _told("record", "verify")["sound"]


def test_corrections_of_what_is_not_there(ledger: Path) -> None:
    assert "D416 the record has no event 'd1:e9'" in _refused("correct", "reject", "d1:e9")
    assert "D416" in _refused("correct", "reject", "d1")
    assert "D416" in _refused("correct", "merge-actors", "nobody", "RUS")
    assert "D416" in _refused("correct", "split-actor", "RUS", "FRA", "d99")
    assert "D416" in _refused("correct", "merge", "000000000000", "d1:e1")
    assert "D416" in _refused("correct", "split", "d1:e1", "d1:e1")
    assert "D416" in _refused("correct", "undo", "j0")
    assert _told("correct", "list") == []


def test_a_correction_outlives_another_reading(place: Path) -> None:
    Path("a.txt").write_text("Kerry met Lavrov in Geneva on Friday.")
    _run("add", "a.txt", "--published", "2016-09-10")
    ((event, _), *_) = _events()
    _run("correct", "reject", event)
    assert _told("add", "a.txt", "--published", "2016-09-10", "--again")["superseded"] == 1
    assert event not in dict(_events())
    assert _told("contacts")["contacts"] == []

"""`dragoman brief`, `dossier` and `compare --record`: every shape of their output, and what people get wrong."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner

from dragoman.brief.briefing import Brief, make_brief
from dragoman.brief.dossier import Dossier, make_dossier
from dragoman.cli import app, briefing, dossiers
from dragoman.cli.sheets import Part, Section, Sheet, markdown, show, web_address
from dragoman.errors import DragomanError
from dragoman.record.store import Record
from tests.brief.records import Text, people, record_of
from tests.cli.pages import (
    CHROMIUM,
    NO_BROWSER,
    assert_accessible,
    assert_contrast,
    assert_fits,
    assert_self_contained,
)

RUN = CliRunner()
BOTH = "sameh-shoukry abiy-ahmed"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    return record_of(
        tmp_path_factory.mktemp("brief"),
        Text("a", "2020-01-10")
        .event("They met <b>on</b> the 9th | *there*.", "CONSULT", BOTH, day="2020-01-09", place="Cairo")
        .event("They will meet in March.", "CONSULT", BOTH, day="2020-03-05", status="future")
        .event("Egypt accused Ethiopia.", "ACCUSE", "EGY", "ETH")
        .event("Egypt asks for data.", "REQUEST", "EGY", "ETH", day="2020-01-01")
        .position("Egypt wants it.", "EGY", "supports", "dam filling")
        .position("Ethiopia does not.", "abiy-ahmed", "opposes", "dam filling")
        .fact("agreements", "Signed.", name="Nile Accord", parties=people("EGY ETH"), status="signed", time=None)
        .fact("counts", "The third.", what="meeting", participants=people(BOTH), value=3, ordinal=True, period=None),
    )  # fmt: skip


def command(record: Record, *arguments: str) -> list[str]:
    return ["brief", "Egypt", "Ethiopia", "--record", record.address, *arguments]


@pytest.fixture(scope="module")
def page(record: Record) -> str:
    made = make_brief(record, "Egypt", "Ethiopia")
    return briefing.render(briefing.sheet(made), made.sources)


def test_json_when_piped(record: Record) -> None:
    result = RUN.invoke(app, command(record))
    assert result.exit_code == 0
    assert json.loads(result.stdout)["schema"] == "dragoman.brief/1"
    assert Brief.model_validate_json(result.stdout).contacts.next
    assert RUN.invoke(app, command(record, "--json")).stdout == result.stdout
    told = RUN.invoke(app, ["dossier", "Egypt", "--record", record.address])
    assert Dossier.model_validate_json(told.stdout).schema_ == "dragoman.dossier/1"


def test_the_record_may_be_named_by_the_environment(record: Record) -> None:
    result = RUN.invoke(app, ["brief", "Egypt", "Ethiopia"], env={"DRAGOMAN_RECORD": record.address})
    assert json.loads(result.stdout)["documents"] == 1


def test_a_page_for_people(record: Record) -> None:
    told = " ".join(RUN.invoke(app, command(record, "--page"), env={"COLUMNS": "300"}).stdout.split())
    for said in (
        "Brief as of the record's last day, 2020-01-10", "Held in 2020: 1 meeting; in 2019: none. 1 day since the last.",
        "“They will meet in March.”", "Issues: they differ", "Nile Accord", "accuse", "asked", "2020-01-01", "Title a [a 38–62]",
        "foreign minister of Egypt, since", "3rd meeting of Sameh Shoukry and Abiy Ahmed",
    ):  # fmt: skip
        assert said in told, said


@pytest.mark.parametrize("width", [60, 100, 200])
def test_it_fits_the_terminal(record: Record, width: int) -> None:
    for sheet in (
        briefing.sheet(make_brief(record, "Egypt", "Ethiopia")),
        dossiers.sheet(make_dossier(record, "Egypt")),
    ):
        out = io.StringIO()
        show(sheet, Console(file=out, width=width))
        assert max(map(len, out.getvalue().splitlines())) <= width


def test_empty_sections_say_so(record: Record) -> None:
    told = " ".join(
        RUN.invoke(app, ["brief", "France", "Peru", "--record", record.address, "--page"]).stdout.split()
    )
    for said in (
        "No contact between France and Peru was read.", "No planned contact was read.", "No position of either was read",
        "No agreement between France and Peru was read.", "No accusation, threat, rejection or sanction",
        "No planned contact, unkept promise or unanswered request was read.", "No person of Peru was read.",
        "No countable claim about them",
    ):  # fmt: skip
        assert said in told, said
    told = " ".join(RUN.invoke(app, ["dossier", "Peru", "--record", record.address, "--page"]).stdout.split())
    assert "No statement of Peru was read." in told
    assert "No act of Peru was read." in told


def test_markdown(record: Record) -> None:
    text = RUN.invoke(app, command(record, "--markdown")).stdout
    assert text.startswith("# Egypt and Ethiopia\n")
    assert "“They met &lt;b&gt;on&lt;/b&gt; the 9th \\| \\*there\\*.”" in text
    assert "[Title a \\[a 151–161\\]](https://example.org/a)" in text
    tables = re.split(r"\n(?!\|)", text)
    for table in tables:
        rows = [line for line in table.splitlines() if line.startswith("|")]
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) <= 1


def test_the_page(record: Record, page: str, tmp_path: Path) -> None:
    file = tmp_path / "brief.html"
    assert RUN.invoke(app, command(record, "--html", str(file))).stdout == ""
    assert file.read_text(encoding="utf-8") == page
    assert_self_contained(page)
    assert_accessible(page)
    assert_contrast(page)
    assert 'href="https://example.org/a" rel="noreferrer"' in page
    assert "&lt;b&gt;on&lt;/b&gt;" in page


def test_the_page_of_a_dossier(record: Record) -> None:
    made = make_dossier(record, "Egypt")
    page = briefing.render(dossiers.sheet(made), made.sources)
    assert_self_contained(page)
    assert_accessible(page)
    assert "Egypt wants it." in page


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", 'https://x.org/" onclick="y', None, "ftp://x"]
)
def test_only_the_web_is_linked(url: str | None, tmp_path: Path) -> None:
    assert web_address(url) is None
    text = Text("a", "2020-01-10").event("They met.", "CONSULT", BOTH, day="2020-01-09").reading()
    text.document.url = url
    record = Record(tmp_path / "r", create=True)
    from dragoman.record.store import Entry  # noqa: PLC0415

    record.keep([Entry("a", text)])
    made = make_brief(record, "Egypt", "Ethiopia")
    page = briefing.render(briefing.sheet(made), made.sources)
    assert_self_contained(page)
    assert 'href="#source-1"' in page
    assert "](" not in markdown(briefing.sheet(made))


def test_a_cell_that_is_empty_says_so() -> None:
    section = Section("k", "T", ("A", "B"), (((Part("x", "strong"),), ()),), (1, 1), no_cell="nothing")
    out = io.StringIO()
    show(Sheet("S", "about", (section,)), Console(file=out, width=80))
    assert "nothing" in out.getvalue()
    assert "| **x** | nothing |" in markdown(Sheet("S", "about", (section,)))


def test_compare_over_a_record(record: Record, tmp_path: Path) -> None:
    arguments = ["compare", "Egypt", "Ethiopia", "--record", record.address]
    found = json.loads(RUN.invoke(app, arguments).stdout)
    assert [(r["verdict"], r["issue"]["label"]) for r in found["rows"]] == [("differ", "dam filling")]
    assert json.loads(RUN.invoke(app, [*arguments, "--issue", "grain"]).stdout)["rows"] == []
    own = tmp_path / "issues.yml"
    own.write_text("water: {label: water, wordings: ['dam filling']}\n")
    told = json.loads(RUN.invoke(app, [*arguments, "--issues", str(own), "--issue", "water"]).stdout)
    assert told["rows"][0]["issue"]["id"] == "water"
    file = tmp_path / "page.html"
    assert RUN.invoke(app, [*arguments, "--html", str(file)]).exit_code == 0
    assert "<mark id=" in file.read_text(encoding="utf-8")
    assert RUN.invoke(app, ["compare", "Egypt", "Ethiopia"]).exit_code == 2
    assert RUN.invoke(app, [*arguments[:3], "a.txt", *arguments[3:]]).exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["brief", "Egipt", "Ethiopia"], "D209"),
        (["brief", "Egypt", "Cairo"], "D211"),
        (["brief", "Egypt", "Ethiopia", "--on", "May"], "D220"),
        (["brief", "Egypt", "Ethiopia", "--html", "/no/such/page.html"], "D206"),
        (["dossier", "Egipt"], "D209"),
        (["dossier", "Egypt", "--on", "2020-13-01"], "D220"),
        (["compare", "Egipt", "Ethiopia"], "D209"),
    ],
)
def test_what_cannot_be_told(record: Record, arguments: list[str], code: str) -> None:
    result = RUN.invoke(app, [*arguments, "--record", record.address])
    assert isinstance(result.exception, DragomanError)
    assert result.exception.code == code


@pytest.mark.parametrize(
    "arguments", [["brief", "Egypt", "Ethiopia"], ["dossier", "Egypt"], ["compare", "Egypt", "Ethiopia"]]
)
def test_no_record_and_an_empty_one(arguments: list[str], tmp_path: Path) -> None:
    missing = RUN.invoke(app, [*arguments, "--record", str(tmp_path / "none")])
    assert isinstance(missing.exception, DragomanError)
    assert missing.exception.code == "D401"
    Record(tmp_path / "empty", create=True)
    empty = RUN.invoke(app, [*arguments, "--record", str(tmp_path / "empty")])
    assert isinstance(empty.exception, DragomanError)
    assert empty.exception.code == "D406"


@pytest.mark.skipif(CHROMIUM is None, reason=NO_BROWSER)
def test_the_page_fits_a_phone_and_a_desk(page: str, tmp_path: Path) -> None:
    assert_fits(page, tmp_path, (320, 768, 1200))

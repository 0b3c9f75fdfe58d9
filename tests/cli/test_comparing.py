from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from html import escape
from importlib import resources
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner

from dragoman import Comparison, Document, Reader, Reading, compare
from dragoman.cli import app
from dragoman.cli.comparing import markdown, sheet
from dragoman.cli.comparing_page import render_comparison
from dragoman.cli.sheets import show
from dragoman.errors import DragomanError
from tests.cli.pages import (
    CHROMIUM,
    NO_BROWSER,
    assert_accessible,
    assert_contrast,
    assert_fits,
    assert_self_contained,
)

RUN = CliRunner()
EXAMPLE = str(resources.files("dragoman") / "examples" / "renaissance-dam-2020-06-27.txt")
COMMAND = ["compare", "Egypt", "Ethiopia", EXAMPLE, "--published", "2020-06-27"]


@pytest.fixture(scope="module")
def reading(reader: Reader) -> Reading:
    return reader.read(Document(text=Path(EXAMPLE).read_text(encoding="utf-8"), published="2020-06-27"))


@pytest.fixture(scope="module")
def comparison(reading: Reading) -> Comparison:
    return compare("Egypt", "Ethiopia", [reading])


@pytest.fixture(scope="module")
def page(comparison: Comparison, reading: Reading) -> str:
    return render_comparison(comparison, [reading])


def test_json_when_piped() -> None:
    result = RUN.invoke(app, COMMAND)
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert found["schema"] == "dragoman.comparison/1"
    assert RUN.invoke(app, [*COMMAND, "--json"]).stdout == result.stdout
    assert Comparison.model_validate(found).of("differ")


def test_a_table_a_page_and_the_filter(tmp_path: Path) -> None:
    table = RUN.invoke(app, [*COMMAND, "--page", "--issue", "arbitration"]).stdout
    assert "They differ" in table
    assert "Both agree" not in table
    file = tmp_path / "page.html"
    assert RUN.invoke(app, [*COMMAND, "--html", str(file)]).stdout == ""
    assert "They differ" in file.read_text(encoding="utf-8")
    none = RUN.invoke(app, [*COMMAND, "--page", "--issue", "fisheries"])
    assert none.exit_code == 0
    assert "No position of either about “fisheries”" in none.stdout


def test_issues_of_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "issues.yml"
    file.write_text("filling: {label: filling of the dam, wordings: ['filling of the reservoir']}\n")
    found = json.loads(RUN.invoke(app, [*COMMAND, "--issues", str(file)]).stdout)
    row = next(r for r in found["rows"] if r["issue"]["id"] == "filling")
    assert (row["verdict"], row["a"][0]["stance"], row["b"][0]["stance"]) == ("differ", "opposes", "demands")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["Egipt", "Ethiopia", EXAMPLE], "D209"),
        (["Egypt", "Cairo", EXAMPLE], "D211"),
        (["Egypt", "Ethiopia", EXAMPLE, "--published", "x"], "D202"),
        (["Egypt", "Ethiopia", EXAMPLE, "--issues", "missing.yml"], "D301"),
        (["Egypt", "Ethiopia", EXAMPLE, "--html", "/no/such/page.html"], "D206"),
    ],
)
def test_what_cannot_be_compared(arguments: list[str], code: str) -> None:
    result = RUN.invoke(app, ["compare", *arguments])
    assert isinstance(result.exception, DragomanError)
    assert result.exception.code == code


def test_an_unknown_party_ends_with_2_and_one_line() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "dragoman", "compare", "Egipt", "Ethiopia", EXAMPLE],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stdout == ""
    assert re.fullmatch(r"dragoman: D209 .*'Egipt' \(did you mean 'Egypt'.*\n", done.stderr)


def test_exit_codes_of_files(tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.txt")
    assert RUN.invoke(app, ["compare", "Egypt", "Ethiopia", missing]).exit_code == 2
    some = RUN.invoke(app, [*COMMAND, missing])
    assert some.exit_code == 1
    assert "D101" in some.stderr
    assert json.loads(some.stdout)["documents"] == 1


def test_the_table_has_colours_and_the_exact_words(comparison: Comparison) -> None:
    out = io.StringIO()
    show(sheet(comparison), Console(file=out, width=200, force_terminal=True, color_system="standard"))
    assert "\x1b[1;32msupports" in out.getvalue()
    assert "\x1b[1;31mopposes" in out.getvalue()
    assert "as told by Abiy Ahmed" in out.getvalue()
    narrow = io.StringIO()
    show(sheet(comparison), Console(file=narrow, width=60))
    assert max(len(line) for line in narrow.getvalue().splitlines()) <= 60


def test_markdown_is_one_table(comparison: Comparison) -> None:
    text = markdown(comparison)
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert len(rows) == len(comparison.rows) + 2
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {5}
    row = comparison.rows[0]
    nasty = row.a[0].model_copy(update={"words": "a | b\n<script>*x*"})
    text = markdown(comparison.model_copy(update={"rows": [row.model_copy(update={"a": [nasty]})]}))
    assert "“a \\| b &lt;script&gt;\\*x\\*”" in text


def test_the_page_asks_for_nothing_and_runs_nothing(page: str) -> None:
    assert_self_contained(page)
    assert "://" not in page


def test_the_page_is_accessible(page: str) -> None:
    assert_accessible(page)
    assert_contrast(page)
    assert len(set(re.findall(r'href="#([^"]+)"', page))) > 5
    assert page.count("<table>") == 4


def test_the_page_holds_the_text_whole_and_escaped(page: str, reading: Reading, reader: Reader) -> None:
    body = re.search(r'<div class="text"[^>]*>(.*?)</div>', page, re.DOTALL)
    assert body is not None
    assert re.sub(r"<[^>]+>", "", body.group(1)) == escape(reading.document.text)
    nasty = reader.read("Egypt supports the <script>alert(1)</script> ceasefire. $title")
    assert "<script" not in render_comparison(compare("Egypt", "Ethiopia", [nasty]), [nasty])


def test_the_page_of_nothing(reader: Reader) -> None:
    nothing = reader.read("The weather was fine.")
    page = render_comparison(compare("Egypt", "Ethiopia", [nothing]), [nothing])
    assert "No position of either" in page
    assert "No text is quoted" in page


@pytest.mark.skipif(CHROMIUM is None, reason=NO_BROWSER)
def test_the_page_fits_a_phone_and_a_desk(page: str, tmp_path: Path) -> None:
    assert_fits(page, tmp_path)

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.cli import Export, app
from dragoman.exports import FORMATS

RUN = CliRunner()
TEXT = "Norway and Sweden condemned Syria. Denmark did not meet Iran."


@pytest.fixture
def article(tmp_path: Path) -> str:
    file = tmp_path / "article.txt"
    file.write_text(TEXT)
    return str(file)


def printed(*args: str) -> str:
    result = RUN.invoke(app, ["read", *args, "--published", "2016-05-04"])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_command_line_offers_every_format() -> None:
    assert [e.value for e in Export] == list(FORMATS)


def test_events_of_several_documents_go_into_one_table(article: str, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("Peru condemned Syria.")
    rows = list(csv.DictReader(io.StringIO(printed(article, str(tmp_path / "other.txt"), "--format", "csv"))))
    assert [row["actor_codes"] for row in rows] == ["NOR; SWE", "PER"]
    assert len({row["document"] for row in rows}) == 2


def test_dyads_and_every_status(article: str) -> None:
    lines = printed(article, "--format", "events", "--dyads", "--every-status").splitlines()
    found = [json.loads(line) for line in lines]
    assert [(r["actor_codes"], r["recipient_codes"]) for r in found if r["status"] == "actual"] == [
        (["NOR"], ["SYR"]),
        (["SWE"], ["SYR"]),
    ]
    assert "negated" in {r["status"] for r in found}


def test_plover(article: str) -> None:
    (line,) = printed(article, "--format", "plover").splitlines()
    assert json.loads(line)["event"] == ["ACCUSE"]


@pytest.mark.parametrize(
    ("options", "hint"),
    [
        (["--format", "csv", "--json"], "--format"),
        (["--format", "plover", "--dyads"], "--dyads"),
        (["--every-status"], "--every-status"),
        (["--format", "xml"], "--format"),
    ],
)
def test_options_that_do_not_go_together(article: str, options: list[str], hint: str) -> None:
    result = RUN.invoke(app, ["read", article, *options])
    assert result.exit_code == 2
    assert hint in result.stderr

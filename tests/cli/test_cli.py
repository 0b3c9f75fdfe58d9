from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman import __version__
from dragoman.cli import app
from dragoman.errors import RunError
from dragoman.schema import Reading

RUN = CliRunner()
TEXT = "Kerry met Lavrov in Geneva on Friday. “The talks were useful,” Kerry said."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "article.txt"
    file.write_text(TEXT)
    return file


def test_version() -> None:
    result = RUN.invoke(app, ["--version"])
    assert (result.exit_code, result.stdout) == (0, f"dragoman {__version__}\n")


def test_read_json(article: Path) -> None:
    result = RUN.invoke(app, ["read", str(article), "--published", "2016-09-10"])
    assert result.exit_code == 0
    assert Reading.from_json(result.stdout).events[0].act == "CONSULT"


def test_page_html_and_folder(article: Path, tmp_path: Path) -> None:
    assert "What happened" in RUN.invoke(app, ["read", str(article), "--page"]).stdout
    page = tmp_path / "page.html"
    assert RUN.invoke(app, ["read", str(article), "--html", str(page)]).exit_code == 0
    assert "://" not in page.read_text()
    assert RUN.invoke(app, ["read", str(article), "--out", str(tmp_path / "out")]).exit_code == 0
    assert json.loads((tmp_path / "out" / "article.json").read_text())["document"]["text"] == TEXT


def test_exit_codes(article: Path, tmp_path: Path) -> None:
    some = RUN.invoke(app, ["read", str(article), str(tmp_path / "missing.txt")])
    assert some.exit_code == 1
    assert "no such file" in some.stderr
    assert RUN.invoke(app, ["read", str(tmp_path / "missing.txt")]).exit_code == 2


def test_explain(article: Path) -> None:
    result = RUN.invoke(app, ["explain", str(article), "e1", "--published", "2016-09-10"])
    assert result.exit_code == 0
    assert "entry consult." in result.stdout
    wrong = RUN.invoke(app, ["explain", str(article), "e99"])
    assert isinstance(wrong.exception, RunError)
    assert "e1" in str(wrong.exception)


def test_schema_and_doctor() -> None:
    assert json.loads(RUN.invoke(app, ["schema"]).stdout)["title"] == "Reading"
    found = json.loads(RUN.invoke(app, ["doctor", "--json"]).stdout)
    assert found["problems"] == []

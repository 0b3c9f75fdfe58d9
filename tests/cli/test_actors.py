"""`dragoman actors`, and --actors."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.errors import RunError
from dragoman.schema import Reading

RUN = CliRunner()
GOOD = "FREEDONIA_FRONT_(FFR)_ [FRAREB]\n"


@pytest.fixture
def dictionary(tmp_path: Path) -> Path:
    path = tmp_path / "my.actors.txt"
    path.write_text(GOOD, "utf-8")
    return path


def test_find_prints_json_when_piped() -> None:
    result = RUN.invoke(app, ["actors", "find", "Lavrov", "--on", "2015-12-15"])
    assert result.exit_code == 0
    (found,) = json.loads(result.stdout)["found"]
    assert (found["id"], found["country"], found["sector"], found["matched"]) == (
        "sergey-lavrov",
        "RUS",
        "GOV",
        ["Lavrov"],
    )
    assert found["offices"][0]["title"] == "foreign minister of Russia"
    assert found["offices"][0]["source"]


def test_nobody_is_exit_code_1_with_what_is_like_it() -> None:
    result = RUN.invoke(app, ["actors", "find", "Sergey Lavrof mm"])
    assert result.exit_code == 1
    assert "did you mean Sergey Lavrov" in result.stderr
    assert json.loads(result.stdout)["found"] == []
    result = RUN.invoke(app, ["actors", "show", "sergei-lavrov"])
    assert result.exit_code == 1
    assert "sergey-lavrov" in result.stderr


def test_a_bad_day_is_refused() -> None:
    result = RUN.invoke(app, ["actors", "find", "Lavrov", "--on", "2015-13-15"])
    assert isinstance(result.exception, RunError)
    assert result.exception.code == "D220"


@pytest.mark.parametrize(
    "id_", ["john-kerry", "nato", "NATO", "RUS", "USA:foreign-minister", "rus-foreign-ministry"]
)
def test_show(id_: str) -> None:
    result = RUN.invoke(app, ["actors", "show", id_])
    assert result.exit_code == 0
    described = json.loads(result.stdout)
    assert described["name"]
    for tenure in [*described.get("offices", []), *described.get("holders", [])]:
        assert tenure["source"]


def test_tables_on_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from dragoman.cli.actors import find, show  # noqa: PLC0415

    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "100")
    assert find("Clinton", "2010-01-01", [], as_json=False) == 0
    out = capsys.readouterr().out
    assert "hillary-clinton" in out
    assert "offices on 2010-01-01" in out
    assert show("john-kerry", [], as_json=False) == 0
    assert "2013-02-01 to 2017-02-01" in capsys.readouterr().out


def test_import_and_use(dictionary: Path, tmp_path: Path) -> None:
    layer = tmp_path / "mine.tsv"
    result = RUN.invoke(app, ["actors", "import", str(dictionary), "--to", str(layer)])
    assert result.exit_code == 0
    assert "1 actor with 0 offices" in result.stderr
    for path in (layer, dictionary):
        found = RUN.invoke(app, ["actors", "find", "FFR", "--actors", str(path)])
        assert json.loads(found.stdout)["found"][0]["id"] == "freedonia-front"
        assert RUN.invoke(app, ["actors", "show", "freedonia-front", "--actors", str(path)]).exit_code == 0


def test_a_bad_line_is_named_and_the_rest_imported(dictionary: Path, tmp_path: Path) -> None:
    dictionary.write_text("BAD_ [XYZGOV]\n" + GOOD, "utf-8")
    layer = tmp_path / "mine.tsv"
    result = RUN.invoke(
        app, ["actors", "import", str(dictionary), "--format", "petrarch", "--to", str(layer)]
    )
    assert result.exit_code == 1
    assert "skipped: my.actors.txt:1  BAD_: [XYZGOV] begins with 'XYZ'" in result.stderr
    assert "freedonia-front" in layer.read_text("utf-8")


def test_what_cannot_be_done_is_refused(dictionary: Path, tmp_path: Path) -> None:
    for arguments, code in (
        ([str(tmp_path / "none.csv"), "--to", str(tmp_path / "x.tsv")], "D301"),
        ([str(dictionary), "--to", str(tmp_path / "none" / "x.tsv")], "D206"),
    ):
        result = RUN.invoke(app, ["actors", "import", *arguments])
        assert isinstance(result.exception, RunError)
        assert result.exception.code == code
    assert (
        RUN.invoke(app, ["actors", "import", str(dictionary), "--format", "xml", "--to", "x"]).exit_code == 2
    )


def test_read_with_layers(dictionary: Path, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("The FFR attacked a village in Fiji on Friday.", "utf-8")
    command = ["read", str(article), "--published", "2032-02-03", "--actors", str(dictionary)]
    result = RUN.invoke(app, command)
    assert result.exit_code == 0
    assert any(a.id == "freedonia-front" for a in Reading.from_json(result.stdout).actors)
    dictionary.write_text(GOOD + "BAD_ [XYZGOV]\n", "utf-8")
    result = RUN.invoke(app, command)
    assert result.exit_code == 1
    assert "my.actors.txt:2" in result.stderr


def test_explain_with_layers(dictionary: Path, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("The FFR attacked a village in Fiji on Friday.", "utf-8")
    command = ["explain", str(article), "m1", "--published", "2032-02-03", "--actors", str(dictionary)]
    result = RUN.invoke(app, command)
    assert result.exit_code == 0
    assert "actor Freedonia Front (freedonia-front): armed group, FRA" in result.stdout
    dictionary.write_text(GOOD + "BAD_ [XYZGOV]\n", "utf-8")
    result = RUN.invoke(app, command)
    assert result.exit_code == 1
    assert "my.actors.txt:2" in result.stderr


def test_compare_with_layers(dictionary: Path, tmp_path: Path) -> None:
    """The party is known by a name that only the layer has, and the texts by another."""
    article = tmp_path / "a.txt"
    article.write_text("The Freedonia Front rejected the ceasefire. Fiji supports the ceasefire.", "utf-8")
    command = ["compare", "FFR", "Fiji", str(article), "--published", "2032-02-03"]
    result = RUN.invoke(app, [*command, "--actors", str(dictionary)])
    assert result.exit_code == 0
    assert json.loads(result.stdout)["a"]["id"] == "freedonia-front"
    dictionary.write_text(GOOD + "BAD_ [XYZGOV]\n", "utf-8")
    assert RUN.invoke(app, [*command, "--actors", str(dictionary)]).exit_code == 1
    alone = RUN.invoke(app, command)
    assert isinstance(alone.exception, RunError)
    assert alone.exception.code == "D209"


def test_the_environment_names_actors_files(
    dictionary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.csv"
    other.write_text("name,country,kind\nSylvania League,Fiji,party\n", "utf-8")
    monkeypatch.setenv("DRAGOMAN_ACTORS", f"{dictionary}{os.pathsep}{other}")
    for name, id_ in (("FFR", "freedonia-front"), ("Sylvania League", "sylvania-league")):
        found = RUN.invoke(app, ["actors", "find", name])
        assert [f["id"] for f in json.loads(found.stdout)["found"]] == [id_]
    # The option counts instead of it.
    assert RUN.invoke(app, ["actors", "find", "FFR", "--actors", str(other)]).exit_code == 1
    monkeypatch.setenv("DRAGOMAN_ACTORS", str(tmp_path / "none.tsv"))
    missing = RUN.invoke(app, ["actors", "find", "FFR"])
    assert isinstance(missing.exception, RunError)
    assert missing.exception.code == "D301"


def test_help_loads_no_parser_and_no_actors() -> None:
    code = "import sys, dragoman.cli; print('spacy' in sys.modules, 'dragoman.actors' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_importing_needs_no_parser(dictionary: Path, tmp_path: Path) -> None:
    """spaCy's import takes longer than 2,000 lines do."""
    code = (
        "import sys; from dragoman.cli import app\n"
        "try: app(sys.argv[1:])\n"
        "finally: print('spacy' in sys.modules, 'dragoman.actors.layers' in sys.modules)"
    )
    command = [
        sys.executable,
        "-c",
        code,
        "actors",
        "import",
        str(dictionary),
        "--to",
        str(tmp_path / "x.tsv"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]

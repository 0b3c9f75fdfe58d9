"""Names with their article and verb, in dossiers, briefs and checks."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.cli import app

TEXT = (
    "The Houthis attacked an oil terminal in Saudi Arabia on Sunday. The Houthis demand an end to the blockade. The Houthis and "
    "the United States held two meetings in Muscat in April."
)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("naming")
    file = folder / "a.txt"
    file.write_text(TEXT)
    told(["add", str(file), "--published", "2022-05-16", "--record", str(folder / "desk")])
    return str(folder / "desk")


def told(words: list[str]) -> str:
    done = CliRunner().invoke(app, words)
    assert done.exit_code in (0, 1), done.output
    return " ".join(done.stdout.split())


def test_a_plural_name_has_a_plural_verb(record: str) -> None:
    page = told(["dossier", "Houthis", "--record", record, "--markdown"])
    for words in (
        "What the Houthis are called",
        "Whom the Houthis call what",
        "What the Houthis want",
        "No membership of the Houthis",
    ):
        assert words in page


def test_a_state_is_singular(record: str) -> None:
    page = told(["dossier", "United States", "--record", record, "--markdown"])
    assert "What the United States is called" in page
    assert "state, USA. Dossier" in page


def test_briefs_and_checks(record: str, tmp_path: Path) -> None:
    page = told(["brief", "Houthis", "United States", "--record", record, "--markdown"])
    assert "Who speaks for the United States" in page
    assert "2 meetings of the Houthis and the United States" in page
    file = tmp_path / "b.txt"
    file.write_text(TEXT)
    page = told(["check", str(file), "--record", record, "--published", "2022-05-17", "--page"])
    assert "2 meetings of the Houthis and the United States from" in page

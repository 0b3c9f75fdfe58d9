"""The docs are run: what they print is what is printed. `make docs` refreshes them."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tools import docs

ROOT = Path(__file__).parents[1]
REMEDY = "stale: run `make docs` and look at the difference"


@pytest.mark.parametrize("page", docs.pages(), ids=lambda page: page.name)
def test_printed_output_is_what_is_printed(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert text == docs.refreshed(text), REMEDY


def test_help_texts_are_those_of_the_commands() -> None:
    assert docs.CLI.read_text(encoding="utf-8") == docs.help_texts(), REMEDY


def test_every_python_block_of_the_readme_is_run() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert text.count("```python\n") == len(docs._PYTHON.findall(text)) > 0
    assert "$ dragoman" in text


def test_a_page_is_refreshed_block_by_block() -> None:
    page = "```console\n$ a\nold\n$ b\n```\n\n```python\nprint(1)\n```\n\n```output\n0\n```\n"
    new = docs.refreshed(page, shell=lambda c: f"<{c}>\n", python=lambda _: "1\n")
    assert new == "```console\n$ a\n<a>\n\n$ b\n<b>\n```\n\n```python\nprint(1)\n```\n\n```output\n1\n```\n"


def test_make_targets_that_the_docs_name_exist() -> None:
    named = {t for p in docs.pages() for t in re.findall(r"`?make ([a-z]+)`?", p.read_text(encoding="utf-8"))}
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert named & targets >= {"demo"}
    for target in named & targets:
        done = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, check=False)
        assert done.returncode == 0, target


def test_links_and_pictures_lead_somewhere() -> None:
    for page in [*docs.pages(), docs.CLI]:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), (page.name, target)

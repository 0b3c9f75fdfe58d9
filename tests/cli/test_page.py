"""The HTML page: accessible, self-contained, and opened in a real browser where there is one."""

from __future__ import annotations

import re
from html import escape
from importlib import resources
from pathlib import Path

import pytest

from dragoman import Document, Reader, Reading
from dragoman.cli.page import render_page
from tests.cli.pages import (
    CHROMIUM,
    NO_BROWSER,
    assert_accessible,
    assert_contrast,
    assert_self_contained,
    probed,
)


@pytest.fixture(scope="module")
def reading(reader: Reader) -> Reading:
    file = resources.files("dragoman") / "examples" / "lausanne-2015-04-02.txt"
    return reader.read(Document(text=file.read_text(encoding="utf-8"), published="2015-04-02"))


@pytest.fixture(scope="module")
def page(reading: Reading) -> str:
    return render_page(reading)


def test_the_text_is_whole_and_escaped(reader: Reader, reading: Reading, page: str) -> None:
    body = re.search(r'<div class="text"[^>]*>(.*?)</div>', page, re.DOTALL)
    assert body is not None
    assert re.sub(r"<[^>]+>", "", body.group(1)) == escape(reading.document.text)
    nasty = render_page(reader.read('<script>alert("x")</script> Kerry met Lavrov. $title'))
    assert "<script" not in nasty


def test_it_asks_for_nothing_and_runs_nothing(page: str) -> None:
    assert_self_contained(page)
    assert "://" not in page


def test_it_is_accessible(page: str) -> None:
    assert_accessible(page)
    assert len(re.findall(r'href="#([^"]+)"', page)) > 10
    for tag in ("<article aria-labelledby", "<aside", '<div class="text" lang="en">'):
        assert tag in page


def test_contrast_in_light_and_dark(page: str) -> None:
    assert_contrast(page)


def test_a_notebook_gets_a_fragment_that_keeps_to_itself(reading: Reading) -> None:
    fragment = reading._repr_html_()
    assert "<html" not in fragment
    assert "body" not in fragment
    style = re.search(r"<style>(.*)</style>", fragment, re.DOTALL)
    assert style is not None
    rules = re.sub(r"@media[^{]+\{", "", style.group(1))
    selectors = [
        s.strip(" }\n")
        for block in re.findall(r"([^{}]+)\{", rules)
        for s in re.split(r",\n|, (?=\.)", block)
    ]
    assert all(s.startswith((".dragoman", ".d")) for s in selectors if s)


@pytest.mark.skipif(CHROMIUM is None, reason=NO_BROWSER)
def test_in_a_real_browser(page: str, tmp_path: Path) -> None:
    """Narrow and wide: nothing sticks out, nothing is fetched, the facts stand beside the text where there is room."""
    columns = 'w.getComputedStyle(d.querySelector("main")).gridTemplateColumns.split(" ").length'
    narrow, wide = probed(page, tmp_path, script=f'[d.querySelectorAll("mark[data-ids]").length, {columns}]')
    assert narrow[0] <= 320
    assert wide[0] <= 1200
    assert narrow[1] == wide[1] == 0
    assert narrow[2] > 10
    assert (narrow[3], wide[3]) == (1, 2)

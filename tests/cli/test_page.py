"""The HTML page: accessible, self-contained, and opened in a real browser where there is one."""

from __future__ import annotations

import re
import shutil
import subprocess
from html import escape
from importlib import resources
from itertools import pairwise
from pathlib import Path

import pytest

from dragoman import Document, Reader, Reading
from dragoman.cli.page import render_page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


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
    assert "<script" not in page
    assert not re.search(r'(?:src|srcset)=|url\(|@import|<link|href="(?!#)', page)
    assert "default-src 'none'" in page


def test_ids_are_unique_and_links_lead_to_them(page: str) -> None:
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    links = re.findall(r'href="#([^"]+)"', page)
    assert len(links) > 10
    assert set(links) <= set(ids)


def test_headings_and_landmarks(page: str) -> None:
    levels = [int(x) for x in re.findall(r"<h(\d)", page)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    for tag in ("<main>", "<header>", "<article aria-labelledby", "<aside", '<html lang="en">', 'lang="en">'):
        assert tag in page


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: str, b: str) -> float:
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_in_light_and_dark(page: str) -> None:
    """WCAG 2.2 AA: 4.5 to 1 for text, on every ground it stands on; 3 to 1 for what is drawn."""
    found = [
        dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", block)) for block in page.split("@media (prefers")[:2]
    ]
    light, dark = found[0], {**found[0], **found[1]}
    for colours in (light, dark):
        for ground in ("paper", "card"):
            for text in ("ink", "dim", "link"):
                assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
        for ground in ("who", "act", "said", "when"):
            assert contrast(colours["ink"], colours[ground]) >= 4.5, ground
            assert contrast(colours["dim"], colours[ground]) >= 3, ground
        assert contrast(colours["doubt"], colours["paper"]) >= 3


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


@pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed (apt-get install chromium)")
def test_in_a_real_browser(page: str, tmp_path: Path) -> None:
    """Narrow and wide: nothing sticks out, nothing is fetched, the target of a link is outlined."""
    assert CHROMIUM is not None
    probe = """<script>
      addEventListener("load", () => {
        const out = [];
        for (const frame of document.querySelectorAll("iframe")) {
          const d = frame.contentDocument, w = frame.contentWindow;
          out.push([frame.width, d.documentElement.scrollWidth, w.performance.getEntriesByType("resource").length,
            d.querySelectorAll("mark[data-ids]").length, w.getComputedStyle(d.querySelector("main")).gridTemplateColumns.split(" ").length].join(","));
        }
        document.body.innerHTML = "<pre>" + out.join(";") + "</pre>";
      });</script>"""
    frames = "".join(
        f'<iframe width="{w}" height="600" srcdoc="{escape(page)}"></iframe>' for w in (320, 1200)
    )
    file = tmp_path / "probe.html"
    file.write_text(f'<!doctype html><meta charset="utf-8"><body>{frames}{probe}</body>', encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/profile"]
    done = subprocess.run(
        [CHROMIUM, *options, "--dump-dom", file.as_uri()],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    found = re.search(r"<pre>(.*?)</pre>", done.stdout)
    assert found is not None, done.stdout[:500]
    narrow, wide = ([int(x) for x in part.split(",")] for part in found.group(1).split(";"))
    assert narrow[1] <= 320
    assert wide[1] <= 1200
    assert narrow[2] == wide[2] == 0
    assert narrow[3] > 10
    assert (narrow[4], wide[4]) == (1, 2)

"""What every page must be: self-contained, accessible, readable in light and dark, and at home on a phone."""

from __future__ import annotations

import re
import shutil
import subprocess
from html import escape
from itertools import pairwise
from pathlib import Path

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
NO_BROWSER = "chromium is not installed (apt-get install chromium)"


def assert_self_contained(page: str) -> None:
    """It runs nothing and asks for nothing; links away are links only."""
    assert "<script" not in page
    assert not re.search(r'(?:src|srcset|action)=|url\(|@import|<link|href="(?!#|https?://)', page)
    assert "default-src 'none'" in page


def assert_accessible(page: str) -> None:
    """One main heading, no level left out, ids unique, links and labels that lead to them, columns and rows headed."""
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
    assert set(re.findall(r'aria-labelledby="([^"]+)"', page)) <= set(ids)
    levels = [int(x) for x in re.findall(r"<h(\d)", page)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    for landmark in ("<main>", "<header>", '<html lang="en">', 'class="skip"'):
        assert landmark in page
    regions = re.findall(
        r'<(?:section|nav)[^>]*aria-label(?:ledby)?="([^"]+)"|role="region"[^>]*aria-labelledby="([^"]+)"',
        page,
    )
    names = ["".join(found) for found in regions]
    assert len(names) == len(set(names)), "two regions of one name are announced twice"
    for table in re.findall(r"<table>.*?</table>", page, re.DOTALL):
        columns = table.count('<th scope="col">')
        assert columns > 1
        for row in re.findall(r"<tr>(.*?)</tr>", table.partition("<tbody>")[2], re.DOTALL):
            assert row.count('<th scope="row">') == 1
            assert row.count("<td") == columns - 1


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: str, b: str) -> float:
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def palettes(page: str) -> tuple[dict[str, str], dict[str, str]]:
    """The colours of a page in light and in dark."""
    light, dark = (dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", b)) for b in page.split("@media (prefers")[:2])
    return light, {**light, **dark}


def assert_contrast(page: str) -> None:
    """WCAG 2.2 AA: 4.5 to 1 for text, on every ground it stands on; 3 to 1 for what is drawn."""
    for colours in palettes(page):
        for ground in ("paper", "card"):
            for text in ("ink", "dim", "link", "for", "want", "no", "doubt"):
                assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
        for ground in ("who", "act", "said", "when"):
            assert contrast(colours["ink"], colours[ground]) >= 4.5, ground
            assert contrast(colours["dim"], colours[ground]) >= 3, ground


def probed(
    page: str, tmp_path: Path, widths: tuple[int, ...] = (320, 1200), script: str = ""
) -> list[list[int]]:
    """A page opened in a browser at some widths: for each how wide it is, how much it fetched, and what a script says.

    `script` is an expression over `d`, the document, and `w`, its window, that gives a list of numbers.
    """
    assert CHROMIUM is not None
    probe = f"""<script>
      addEventListener("load", () => {{
        const out = [];
        for (const frame of document.querySelectorAll("iframe")) {{
          const d = frame.contentDocument, w = frame.contentWindow;
          out.push([d.documentElement.scrollWidth, w.performance.getEntriesByType("resource").length,
            ...({script or "[]"})].join(","));
        }}
        document.body.innerHTML = "<pre>" + out.join(";") + "</pre>";
      }});</script>"""
    frames = "".join(f'<iframe width="{w}" height="600" srcdoc="{escape(page)}"></iframe>' for w in widths)
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
    return [[int(x) for x in part.split(",")] for part in found.group(1).split(";")]


def assert_fits(page: str, tmp_path: Path, widths: tuple[int, ...] = (320, 1200)) -> None:
    """In a real browser: nothing sticks out, nothing is fetched."""
    for width, (wide, fetched) in zip(widths, probed(page, tmp_path, widths), strict=True):
        assert wide <= width
        assert fetched == 0

"""One self-contained HTML page of a comparison: the table, and below it the texts with the words it quotes."""

from __future__ import annotations

from html import escape
from itertools import pairwise

from dragoman.brief.compare import Comparison
from dragoman.cli.comparing import sheet
from dragoman.cli.frame import framed
from dragoman.cli.sheets_page import sections_html
from dragoman.schema import Reading, Span


def _anchors(comparison: Comparison) -> dict[tuple[str, Span], str]:
    """Where each quoted position is in the texts below, by document and offsets."""
    out: dict[tuple[str, Span], str] = {}
    for row in comparison.rows:
        for view in (*row.a[:1], *row.b[:1]):
            out.setdefault((view.source.id, view.source.span), f"q{len(out) + 1}")
    return out


def _text(reading: Reading, spans: list[tuple[tuple[int, int], str]]) -> str:
    """A text with its quoted words marked; the first piece of each carries its anchor."""
    text = reading.document.text
    cuts = sorted({0, len(text), *(x for span, _ in spans for x in span)})
    out = []
    for start, end in pairwise(cuts):
        piece = escape(text[start:end])
        if any(s <= start and end <= e for (s, e), _ in spans):
            ids = [anchor for (s, _), anchor in spans if s == start]
            inner = "".join(f'<span id="{i}"></span>' for i in ids[1:])
            piece = f"<mark{f' id={chr(34)}{ids[0]}{chr(34)}' if ids else ''}>{inner}{piece}</mark>"
        out.append(piece)
    return "".join(out)


def _texts(readings: list[Reading], anchors: dict[tuple[str, Span], str]) -> str:
    """The texts that are quoted."""
    out = []
    placed: set[str] = set()
    for reading in readings:
        d = reading.document
        if d.id in placed:
            continue
        placed.add(d.id)
        spans = [(span, anchor) for (document, span), anchor in anchors.items() if document == d.id]
        if not spans:
            continue
        about = " · ".join(x for x in (d.id, d.published, d.publisher, d.url) if x)
        out.append(
            f"<article><h3>{escape(d.title or d.id)}</h3><p>{escape(about)}</p>"
            f'<div class="text" lang="{escape(d.language, quote=True)}">{_text(reading, spans)}</div></article>'
        )
    return "".join(out)


def render_comparison(comparison: Comparison, readings: list[Reading]) -> str:
    """The page, in itself complete: no script, no request, light and dark, usable by keyboard."""
    anchors = _anchors(comparison)
    told = sheet(comparison)
    texts = _texts(readings, anchors) or "<p>No text is quoted.</p>"
    return framed(
        told.title,
        f"<p>{escape(told.about)}</p>",
        sections_html(told, lambda source: f"#{anchors[source.id, source.span]}")
        + f'<section aria-labelledby="texts"><h2 id="texts">The texts</h2>{texts}</section>',
        sheet="sheets.css",
        skip=("texts", "Skip to the texts"),
    )

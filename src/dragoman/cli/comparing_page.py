"""One self-contained HTML page of a comparison: the table, and below it the texts with the words it quotes."""

from __future__ import annotations

from html import escape
from importlib import resources
from itertools import pairwise
from string import Template

from dragoman.brief.compare import VERDICTS, Comparison, Row, View
from dragoman.brief.parties import Party
from dragoman.cli.comparing import heading, holder, others, stance, summary
from dragoman.schema import Reading


def _anchors(comparison: Comparison) -> dict[tuple[str, str], str]:
    """Where each quoted position is in the texts below, by document and position."""
    out: dict[tuple[str, str], str] = {}
    for row in comparison.rows:
        for view in (*row.a[:1], *row.b[:1]):
            out.setdefault((view.source.id, view.position), f"q{len(out) + 1}")
    return out


def _cell(views: list[View], row: Row, party: Party, anchors: dict[tuple[str, str], str]) -> str:
    if not views:
        return f'<td class="none" data-party="{escape(party.name, quote=True)}">no position was read</td>'
    view = views[0]
    who = holder(view, party.id)
    said = f"({escape(who)})" if who else ""
    day = f'<time datetime="{view.date}">{view.date}</time>' if view.date else "undated"
    basis = " (date of the text)" if view.date_basis == "document" else ""
    title = escape(" ".join((view.source.title or view.source.id).split()))
    start, end = view.source.span
    link = f'<a href="#{anchors[view.source.id, view.position]}">{title}, characters {start} to {end}</a>'
    more = f'<p class="also">{escape(others(views))}</p>' if len(views) > 1 else ""
    return (
        f'<td data-party="{escape(party.name, quote=True)}">'
        f'<p><b class="{view.stance}">{escape(stance(view, row))}</b> {said}</p>'
        f"<blockquote>{escape(' '.join(view.words.split()))}</blockquote>"
        f'<p class="source">{day}{basis} · {link}</p>{more}</td>'
    )


def _tables(comparison: Comparison, anchors: dict[tuple[str, str], str]) -> str:
    a, b = comparison.a, comparison.b
    head = (
        f'<thead><tr><th scope="col">Issue</th><th scope="col">{escape(a.name)}</th>'
        f'<th scope="col">{escape(b.name)}</th></tr></thead>'
    )
    out = []
    for verdict in VERDICTS:
        rows = comparison.of(verdict)
        if not rows:
            continue
        body = "".join(
            f'<tr><th scope="row">{escape(row.issue.label)}</th>'
            f"{_cell(row.a, row, a, anchors)}{_cell(row.b, row, b, anchors)}</tr>"
            for row in rows
        )
        key = verdict.replace(" ", "-")
        out.append(
            f'<section aria-labelledby="{key}"><h2 id="{key}" class="{key}">{escape(heading(comparison, verdict))}</h2>'
            f'<div class="wide" tabindex="0" role="region" aria-labelledby="{key}"><table>{head}'
            f"<tbody>{body}</tbody></table></div></section>"
        )
    return "".join(out)


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


def _texts(comparison: Comparison, readings: list[Reading], anchors: dict[tuple[str, str], str]) -> str:
    """The texts that are quoted."""
    out = []
    placed: set[str] = set()
    for reading in readings:
        d = reading.document
        if d.id in placed:
            continue
        placed.add(d.id)
        spans = [(p.evidence, anchors[d.id, p.id]) for p in reading.positions if (d.id, p.id) in anchors]
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
    template = resources.files("dragoman.cli") / "comparing.html"
    return Template(template.read_text(encoding="utf-8")).substitute(
        title=escape(f"{comparison.a.name} and {comparison.b.name}"),
        about=escape(summary(comparison)),
        tables=_tables(comparison, anchors),
        texts=_texts(comparison, readings, anchors) or "<p>No text is quoted.</p>",
    )

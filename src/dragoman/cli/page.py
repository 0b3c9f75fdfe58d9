"""One self-contained HTML page of a reading: the text with its spans, and the facts beside it."""

from __future__ import annotations

from html import escape
from importlib import resources
from itertools import pairwise
from string import Template

from dragoman.cli.terminal import headline, people, said, when
from dragoman.schema import Reading

Span = tuple[int, int]
Mark = tuple[Span, str, str]  # span, class, label


def _marks(reading: Reading) -> list[Mark]:
    """What is marked in the text, the widest first."""
    marks: list[Mark] = []
    for s in reading.statements:
        speaker = s.speaker.name if s.speaker else "unnamed"
        marks += [(span, "said", f"{s.id} {speaker}") for span in s.content]
    for m in reading.mentions:
        actor = next((a for a in reading.actors if a.id == m.actor), None)
        if actor is not None:
            marks.append((m.span, "who", f"{actor.name} ({actor.country or actor.sector})"))
    for e in reading.events:
        marks.append((e.trigger, "act", f"{e.id} {headline(e)}"))
        if e.time and e.time.span:
            marks.append((e.time.span, "when", when(e.time)))
    marks += [(w.span, "doubt", f"{w.kind}: {w.message}") for w in reading.warnings if w.span]
    return sorted(marks, key=lambda m: (m[0][0], -m[0][1], m[1]))


def marked_text(reading: Reading) -> str:
    """The text as HTML. Overlapping spans are cut into segments, each with the classes of all that cover it."""
    text = reading.document.text
    marks = _marks(reading)
    cuts = sorted({0, len(text), *(x for span, _, _ in marks for x in span)})
    opening: dict[int, list[Mark]] = {}
    for mark in marks:
        opening.setdefault(mark[0][0], []).append(mark)
    active: list[Mark] = []
    out: list[str] = []
    for start, end in pairwise(cuts):
        active = [m for m in active if m[0][1] > start] + opening.get(start, [])
        piece = escape(text[start:end])
        if active:
            classes = " ".join(sorted({m[1] for m in active}))
            labels = escape(" | ".join(dict.fromkeys(m[2] for m in active)), quote=True)
            ids = escape(" ".join(m[2].split()[0] for m in active if m[1] in ("said", "act")), quote=True)
            out.append(f'<mark class="{classes}" title="{labels}" data-ids="{ids}">{piece}</mark>')
        else:
            out.append(piece)
    return "".join(out)


def _cards(reading: Reading) -> str:
    """The facts as lists of cards, each with its evidence."""
    r = reading
    groups: list[tuple[str, list[tuple[str, str, Span | None]]]] = [
        ("Events", [(e.id, f"{headline(e)} · {e.status}", e.evidence) for e in r.events]),
        ("Statements", [(s.id, said(r, s), None) for s in r.statements]),
        (
            "Positions",
            [(p.id, f"{p.holder.name} {p.stance}: {p.issue.label}", p.evidence) for p in r.positions],
        ),
        (
            "Figures",
            [
                (
                    c.id,
                    f"{c.what} {'no. ' if c.ordinal else '× '}{c.value} {people(c.participants)}",
                    c.evidence,
                )
                for c in r.counts
            ],
        ),
        ("Agreements", [(a.id, f"{a.name}: {a.status} {when(a.time)}", a.evidence) for a in r.agreements]),
        (
            "Lists",
            [
                (d.id, f"{d.target.name}: {d.label} according to {people(d.by)}", d.evidence)
                for d in r.designations
            ],
        ),
        (
            "Groups",
            [(m.id, f"{m.member.name}: {m.capacity} of {m.group.name}", m.evidence) for m in r.memberships],
        ),
        ("Profiles", [(f.id, f"{f.actor.name}: {f.property} {f.value}", f.evidence) for f in r.profiles]),
        ("Warnings", [("", f"{w.kind}: {w.message}", w.span) for w in r.warnings]),
        ("Related", [("", x.title, None) for x in r.document.related]),
    ]
    out = []
    for title, items in groups:
        if not items:
            continue
        out.append(f"<section><h2>{title}</h2><ul>")
        for id_, line, span in items:
            quote = f"<q>{escape(' '.join(r.quote(span).split()))}</q>" if span else ""
            out.append(f'<li tabindex="0" data-id="{id_}"><b>{id_}</b> {escape(line)}{quote}</li>')
        out.append("</ul></section>")
    return "".join(out)


def render_page(reading: Reading, embedded: bool = False) -> str:
    """The page; `embedded` gives a fragment for a notebook, without html and head."""
    template = resources.files("dragoman.cli") / "page.html"
    page = Template(template.read_text(encoding="utf-8")).substitute(
        title=escape(reading.document.title or reading.document.id),
        about=escape(" · ".join(x for x in (reading.document.published, reading.document.publisher) if x)),
        text=marked_text(reading),
        cards=_cards(reading),
    )
    if embedded:
        start, end = page.index("<style>"), page.index("</body>")
        return page[start:end].replace("</head>", "").replace("<body>", "")
    return page

"""One self-contained HTML page of a reading: the text with its spans, and the facts beside it."""

from __future__ import annotations

from html import escape
from itertools import pairwise

from dragoman.cli.frame import fragment_of, framed
from dragoman.cli.terminal import SECTIONS, figure, headline, people, said, when
from dragoman.schema import Reading

Span = tuple[int, int]
Mark = tuple[Span, str, str]  # span, class, label
_LEGEND = "".join(
    f'<mark class="{c}">{words}</mark>'
    for c, words in (
        ("who", "actor"), ("act", "act"), ("said", "what was said"), ("when", "time"), ("doubt", "doubtful"),
    )
)  # fmt: skip


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


def marked_text(reading: Reading, prefix: str = "d") -> str:
    """The text as HTML. Overlapping spans are cut into segments, each with the classes of all that cover it.

    The first segment of every fact is what its card links to.
    """
    text = reading.document.text
    marks = _marks(reading)
    cuts = sorted({0, len(text), *(x for span, _, _ in marks for x in span)})
    opening: dict[int, list[Mark]] = {}
    for mark in marks:
        opening.setdefault(mark[0][0], []).append(mark)
    active: list[Mark] = []
    linked: set[str] = set()
    out: list[str] = []
    for start, end in pairwise(cuts):
        active = [m for m in active if m[0][1] > start] + opening.get(start, [])
        piece = escape(text[start:end])
        if active:
            classes = " ".join(sorted({m[1] for m in active}))
            labels = escape(" | ".join(dict.fromkeys(m[2] for m in active)), quote=True)
            ids = list(dict.fromkeys(m[2].split()[0] for m in active if m[1] in ("said", "act")))
            new = [i for i in ids if i not in linked]
            linked.update(new)
            own = f' id="{prefix}-{new[0]}"' if new else ""
            more = "".join(f'<span id="{prefix}-{i}"></span>' for i in new[1:])
            data = f' data-ids="{" ".join(ids)}"' if ids else ""
            out.append(f'<mark{own} class="{classes}" title="{labels}"{data}>{more}{piece}</mark>')
        else:
            out.append(piece)
    return "".join(out)


def _groups(reading: Reading) -> list[tuple[str, list[tuple[str, str, Span | None]]]]:
    """The facts under their headings: id, line, evidence."""
    r = reading
    events: list[tuple[str, list[tuple[str, str, Span | None]]]] = [
        (
            title,
            [
                (e.id, headline(e) + (f" ({e.status})" if len(statuses) > 1 else ""), e.evidence)
                for e in r.events
                if e.status in statuses
            ],
        )
        for title, statuses in SECTIONS
    ]
    return [
        *events,
        ("Who said what", [(s.id, said(r, s), None) for s in r.statements]),
        (
            "Positions",
            [(p.id, f"{p.holder.name} {p.stance}: {p.issue.label}", p.evidence) for p in r.positions],
        ),
        ("Figures", [(c.id, f"{figure(c)} {people(c.participants)}", c.evidence) for c in r.counts]),
        (
            "Agreements",
            [
                (a.id, f"{a.name}: {a.status} {when(a.time)} {people(a.parties)}", a.evidence)
                for a in r.agreements
            ],
        ),
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


def _cards(reading: Reading, prefix: str) -> str:
    """The facts as lists of cards, each with its evidence and a link to its place in the text."""
    in_text = {e.id for e in reading.events} | {s.id for s in reading.statements}
    out = []
    for title, items in _groups(reading):
        if not items:
            continue
        out.append(f"<section><h2>{title}</h2><ul>")
        for id_, line, span in items:
            quote = f"<q>{escape(' '.join(reading.quote(span).split()))}</q>" if span else ""
            name = f"<b>{id_}</b> " if id_ else ""
            if id_ in in_text:
                name = f'<a href="#{prefix}-{id_}" title="{id_} in the text">{id_}</a> '
            data = f' data-id="{id_}"' if id_ in in_text else ""
            out.append(f"<li{data}>{name}{escape(' '.join(line.split()))}{quote}</li>")
        out.append("</ul></section>")
    return "".join(out) or "<p>Nothing was read from this text.</p>"


def _hover(reading: Reading, scope: str) -> str:
    """The selector that outlines a fact's words while its card is pointed at or holds the focus: no script."""
    pairs = [
        f'.{scope}:has(li[data-id="{x.id}"]:is(:hover, :focus-within)) mark[data-ids~="{x.id}"]'
        for x in (*reading.events, *reading.statements)
    ]
    return ",\n".join(pairs) or f".{scope} mark.none"


def render_page(reading: Reading, embedded: bool = False) -> str:
    """The page, in itself complete: no script, no request, light and dark, usable by keyboard.

    `embedded` gives a fragment for a notebook, with styles and ids that reach nothing outside it.
    """
    document = reading.document
    prefix = f"d{document.sha256[:8]}"
    place = document.dateline.place if document.dateline else None
    about = " · ".join(x for x in (place, document.day, document.publisher, document.url) if x)
    said = f"<p>{escape(about)}</p>" if about else ""
    page = framed(
        document.title or document.id,
        f'{said}<p class="legend">Marked in the text:{_LEGEND}</p>',
        f'<article aria-labelledby="{prefix}-text" tabindex="0"><h2 class="hidden" id="{prefix}-text">The text</h2>'
        f'<div class="text" lang="{escape(document.language, quote=True)}">{marked_text(reading, prefix)}</div></article>'
        f'<aside class="facts" id="{prefix}-facts" aria-label="What was read from it">{_cards(reading, prefix)}</aside>',
        sheet="page.css",
        skip=(f"{prefix}-facts", "Skip the text"),
        scope=prefix,
        style=f"{_hover(reading, prefix)} {{ outline: 2px solid var(--ink); outline-offset: 1px; }}\n",
    )
    return fragment_of(page) if embedded else page

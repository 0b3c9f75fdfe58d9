"""A sheet as HTML: tables that turn into cards on a phone, readable by ear, each cell with its words and source."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from dragoman.brief.evidence import Source
from dragoman.cli.sheets import Cell, Part, Section, Sheet, one_line

# What a source is linked to; `None` links nothing.
Link = Callable[[Source], str | None]


def sections_html(sheet: Sheet, link: Link) -> str:
    """The sections of a sheet."""
    return "".join(_section(section, link) for section in sheet.sections)


def _section(section: Section, link: Link) -> str:
    key = section.key
    tone = f' class="{section.tone}"' if section.tone else ""
    note = f'<p class="note">{escape(section.note)}</p>' if section.note else ""
    head = f'<section aria-labelledby="{key}"><h2 id="{key}"{tone}>{escape(section.title)}</h2>{note}'
    if not section.rows:
        return f'{head}<p class="empty">{escape(section.empty)}</p></section>'
    total = sum(section.widths)
    columns = "".join(f'<col style="width: {100 * w / total:.1f}%">' for w in section.widths)
    names = "".join(f'<th scope="col">{escape(c)}</th>' for c in section.columns)
    rows = "".join(
        f'<tr><th scope="row">{_cell(row[0], link)}</th>'
        + "".join(
            _data(cell, name, section, link) for cell, name in zip(row[1:], section.columns[1:], strict=True)
        )
        + "</tr>"
        for row in section.rows
    )
    return (
        f'{head}<div class="wide" tabindex="0" role="group" aria-labelledby="{key}"><table>'
        f"<colgroup>{columns}</colgroup><thead><tr>{names}</tr></thead><tbody>{rows}</tbody></table></div></section>"
    )


def _data(cell: Cell, name: str, section: Section, link: Link) -> str:
    column = f' data-column="{escape(name, quote=True)}"'
    if not cell:
        return f'<td class="none"{column}>{escape(section.no_cell)}</td>'
    return f"<td{column}>{_cell(cell, link)}</td>"


def _cell(cell: Cell, link: Link) -> str:
    return "".join(_part(part, link) for part in cell)


def _part(part: Part, link: Link) -> str:
    text = escape(one_line(part.text))
    if part.source is not None:
        start, end = part.source.span
        place = f"{escape(one_line(part.source.title or part.source.id))}, characters {start} to {end}"
        href = link(part.source)
        if href is not None:
            away = "" if href.startswith("#") else ' rel="noreferrer"'
            place = f'<a href="{escape(href, quote=True)}"{away}>{place}</a>'
        return f'<p class="source">{text} · {place}</p>'
    if part.style == "strong":
        tone = f' class="{part.tone}"' if part.tone else ""
        tail = f" {escape(part.tail)}" if part.tail else ""
        return f"<p><b{tone}>{text}</b>{tail}</p>"
    if part.style == "quote":
        return f"<blockquote>{text}</blockquote>"
    return f'<p class="dim">{text}</p>' if part.style == "dim" else f"<p>{text}</p>"

"""A sheet: sections of tables whose cells hold words with their sources. Shown on a terminal, as Markdown, as a page.

Comparisons, briefs and dossiers are turned into sheets; how a sheet looks is told here and in `sheets_page`, once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Literal

from rich import box
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from dragoman.brief.evidence import Source

_TONES = {
    "supports": "green", "demands": "blue", "opposes": "red", "doubts": "yellow",
    "agree": "green", "differ": "red", "divided": "yellow",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of a cell. `tone` colours a strong one, `tail` is what follows it plainly.

    With a source it is the day of the words, and the source follows.
    """

    text: str
    style: Literal["plain", "strong", "quote", "dim", "source"] = "plain"
    tone: str = ""
    tail: str = ""
    source: Source | None = None


Cell = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A table under a heading; the first cell of a row heads it. `widths` are the columns' shares."""

    key: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    tone: str = ""
    note: str = ""
    empty: str = ""  # what is said when there are no rows
    no_cell: str = "–"  # what an empty cell says


@dataclass(frozen=True, slots=True)
class Sheet:
    """A title, a line about it, and its sections."""

    title: str
    about: str
    sections: tuple[Section, ...] = field(default=())


def one_line(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def many(count: int, thing: str, things: str = "") -> str:
    """A number of things, whose plural is given where it does not end in a mere `s`."""
    return f"{count:,} {thing if count == 1 else things or f'{thing}s'}"


def place_of(source: Source) -> str:
    """A document and the offsets of the words in it."""
    start, end = source.span
    return f"{one_line(source.title or source.id)} [{source.id} {start}–{end}]"


def quoted(words: str) -> str:
    """Words in quotation marks."""
    return f"“{one_line(words)}”"


def _line(part: Part) -> Text:
    if part.source is not None:
        return Text(f"{part.text} · {place_of(part.source)}", style="dim")
    if part.style == "strong":
        head = Text(one_line(part.text), style=f"bold {_TONES.get(part.tone, '')}".strip())
        return head + Text(f" {part.tail}", style="default") if part.tail else head
    if part.style == "quote":
        return Text(quoted(part.text), style="italic")
    return Text(one_line(part.text), style="dim" if part.style == "dim" else "")


def show(sheet: Sheet, console: Console) -> None:
    """Print a sheet for people."""
    console.print(Text(sheet.title, style="bold"))
    console.print(Text(sheet.about, style="dim"))
    for section in sheet.sections:
        console.print(Text(f"\n{section.title}", style=f"bold {_TONES.get(section.tone, '')}".strip()))
        for said in (section.note, "" if section.rows else section.empty):
            if said:
                console.print(Text(said, style="dim"))
        if not section.rows:
            continue
        table = Table(box=box.ROUNDED, show_lines=True, expand=True, header_style="bold cyan")
        for name, share in zip(section.columns, section.widths, strict=True):
            table.add_column(name, ratio=share, overflow="fold")
        for row in section.rows:
            cells = [Group(*map(_line, cell)) if cell else Text(section.no_cell, style="dim") for cell in row]
            table.add_row(*cells)
        console.print(table)


# Markdown ----------------------------------------------------------------------------------------------------

_MARKDOWN = str.maketrans({c: f"\\{c}" for c in "\\`*_[]|"} | {"<": "&lt;", ">": "&gt;", "&": "&amp;"})


def escaped(text: str) -> str:
    """A text on one line of Markdown, with nothing in it that Markdown reads as its own."""
    return one_line(text).translate(_MARKDOWN)


def web_address(url: str | None) -> str | None:
    """An address that may be linked: of the web, and nothing that runs."""
    ok = url is not None and url.lower().startswith(("http://", "https://")) and not set(url) & set(' "<>\\')
    return url if ok else None


def markdown_part(part: Part) -> str:
    """A paragraph of a cell as Markdown."""
    if part.source is not None:
        url = web_address(part.source.url)
        place = escaped(place_of(part.source))
        link = (
            f"[{place}]({url.replace('(', '%28').replace(')', '%29').replace('|', '%7C')})" if url else place
        )
        return f"{escaped(part.text)} · {link}"
    if part.style == "strong":
        return f"**{escaped(part.text)}**" + (f" {escaped(part.tail)}" if part.tail else "")
    return escaped(quoted(part.text) if part.style == "quote" else part.text)


def markdown_row(cells: list[str]) -> str:
    """A row of a Markdown table."""
    return f"| {' | '.join(cells)} |"


def markdown(sheet: Sheet) -> str:
    """A sheet as Markdown: a heading and a table for each section."""
    return "\n".join(
        chain([f"# {escaped(sheet.title)}", "", escaped(sheet.about)], *map(_markdown, sheet.sections))
    )


def _markdown(section: Section) -> Iterator[str]:
    yield from ("", f"## {escaped(section.title)}")
    for said in (section.note, "" if section.rows else section.empty):
        if said:
            yield from ("", escaped(said))
    if section.rows:
        yield from ("", markdown_row([escaped(c) for c in section.columns]))
        yield markdown_row(["---"] * len(section.columns))
    for row in section.rows:
        yield markdown_row(
            ["<br>".join(map(markdown_part, cell)) or escaped(section.no_cell) for cell in row]
        )

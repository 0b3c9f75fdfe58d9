"""`dragoman compare`: two parties' positions as a table, as JSON, as Markdown, as a page."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from rich import box
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from dragoman.actors.layers import layered_base
from dragoman.brief.compare import VERDICTS, Comparison, Row, Verdict, View, compare
from dragoman.brief.issues import fold_label, load_issues
from dragoman.brief.parties import is_known
from dragoman.cli import reading as reads
from dragoman.errors import DocumentError
from dragoman.schema import Reading
from dragoman.sources import Found, open_documents

_STYLE = {"supports": "green", "demands": "blue", "opposes": "red", "doubts": "yellow"}
_VERDICT_STYLE: dict[Verdict, str] = {
    "agree": "bold green",
    "differ": "bold red",
    "divided": "bold yellow",
    "only a": "bold",
    "only b": "bold",
}


@dataclass(frozen=True)
class Request:
    """The options of one `dragoman compare`."""

    a: str
    b: str
    paths: list[str]
    issue: str | None
    issues: str | None
    published: str | None
    fields: list[str]
    model: str
    lexicon: list[str]
    processes: int
    json: bool
    markdown: bool
    page: bool
    html: str | None
    actors: Sequence[Path | str] = ()


def run(request: Request) -> int:
    """Read, compare, write, and give the exit code: 0 all read, 1 some failed, 2 none readable."""
    from dragoman.reader import Reader  # noqa: PLC0415

    errors = Console(stderr=True)
    failures: list[DocumentError] = []
    reading = reads.Request(
        paths=request.paths, published=request.published, publisher=None, url=None, fields=request.fields,
        model=request.model, lexicon=request.lexicon, processes=request.processes, json=False, jsonl=False,
    )  # fmt: skip
    options = reads.source_options(reading, errors)
    if request.issues is not None:
        load_issues(Path(request.issues))  # a fault in it is told before anything is read
    found = list(open_documents(request.paths, options, failures.append))
    if not found:
        return reads.report(errors, failures, 0)
    _check_parties(request, found)
    names = reads.Names()
    reader = Reader(request.model, lexicon=request.lexicon, actors=request.actors)

    def stream() -> Iterator[Reading]:
        for where, document in found:
            names.add(document.id, where)
        for result in reader.pipe(
            (document for _, document in found),
            processes=request.processes,
            on_error=lambda error: failures.append(error.at(names.take(error.where))),
        ):
            names.take(result.document.id)
            yield result

    readings = list(reads.with_progress(stream(), errors, reading))
    if readings:
        comparison = compare(
            request.a, request.b, readings, issue=request.issue, issues=request.issues, actors=request.actors
        )
        _write(comparison, readings, request)
    faults = reads.report_layers(errors, reader.issues)
    return max(reads.report(errors, failures, len(readings)), 1 if faults else 0)


def _check_parties(request: Request, found: list[Found]) -> None:
    """Raise at once for a party that neither the knowledge base nor any word of the texts can know."""
    base = layered_base(request.actors)
    for name in (request.a, request.b):
        if not is_known(name, base) and not any(_has(document.text, name) for _, document in found):
            compare(name, name, [], actors=request.actors)


def _has(text: str, name: str) -> bool:
    return all(word in text.casefold() for word in name.casefold().split())


def _write(comparison: Comparison, readings: list[Reading], request: Request) -> None:
    if request.html is not None:
        from dragoman.cli.comparing_page import render_comparison  # noqa: PLC0415

        reads.write_file(Path(request.html), render_comparison(comparison, readings))
    elif request.markdown:
        print(markdown(comparison))
    elif request.json or not (request.page or sys.stdout.isatty()):
        print(comparison.to_json())
    else:
        show(comparison, Console())


def heading(comparison: Comparison, verdict: Verdict) -> str:
    """What the rows of a verdict have in common."""
    a, b = comparison.a.name, comparison.b.name
    return {
        "agree": "Both agree",
        "differ": "They differ",
        "divided": "One of them speaks with two voices",
        "only a": f"Only a position of {a} was read",
        "only b": f"Only a position of {b} was read",
    }[verdict]


def summary(comparison: Comparison) -> str:
    """One line: how many issues of each kind, in how many documents."""
    texts = f"{comparison.documents} text{'s' if comparison.documents != 1 else ''}"
    about = f" about “{comparison.filter}”" if comparison.filter else ""
    n = comparison.nameless
    left_out = (
        f" {n} position{'s' if n != 1 else ''} left out: {'they name' if n != 1 else 'it names'} no issue."
        if n
        else ""
    )
    if not comparison.rows:
        return f"No position of either{about} was read in {texts}.{left_out}"
    counts = [
        f"{len(rows)} {words}"
        for verdict, words in (
            ("agree", "agreed"),
            ("differ", "differing"),
            ("divided", "divided"),
            ("only a", f"of {comparison.a.name} alone"),
            ("only b", f"of {comparison.b.name} alone"),
        )
        if (rows := comparison.of(verdict))  # type: ignore[arg-type]
    ]
    total = f"{len(comparison.rows)} issue{'s' if len(comparison.rows) != 1 else ''}"
    return f"{total}{about} in {texts}: {', '.join(counts)}.{left_out}"


def one_line(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def holder(view: View, party: str) -> str:
    """Who holds it, when not the party itself, and who tells of it."""
    who = [view.holder.name] if view.holder.id != party else []
    who += [f"as told by {view.told_by.name}"] if view.told_by is not None else []
    return ", ".join(who)


def source(view: View) -> str:
    """Date, document and offsets of a view."""
    s = view.source
    day = view.date or "undated"
    if view.date is not None and view.date_basis == "document":
        day += " (date of the text)"
    start, end = s.span
    return f"{day} · {one_line(s.title or s.id)} [{s.id} {start}–{end}]"


def stance(view: View, row: Row) -> str:
    """The stance, with its own wording where it is not the row's."""
    same = set(fold_label(view.about)) == set(fold_label(row.issue.label))
    return view.stance if same else f"{view.stance}: {one_line(view.about)}"


def others(views: list[View]) -> str:
    """The views after the first, by stance and day."""
    rest = [f"{v.stance} {v.date}" if v.date else v.stance for v in views[1:]]
    return f"also: {', '.join(rest)}" if rest else ""


def _cell(views: list[View], row: Row, party: str) -> Group | Text:
    if not views:
        return Text("–", style="dim")
    view = views[0]
    head = Text(stance(view, row), style=f"bold {_STYLE[view.stance]}")
    who = holder(view, party)
    parts: list[Text] = [head + Text(f" ({who})", style="default") if who else head]
    parts.append(Text(f"“{one_line(view.words)}”", style="italic"))
    parts.append(Text(source(view), style="dim"))
    if len(views) > 1:
        parts.append(Text(others(views), style="dim"))
    return Group(*parts)


def show(comparison: Comparison, console: Console) -> None:
    """Print the table for people."""
    a, b = comparison.a, comparison.b
    console.print(Text(f"{a.name} and {b.name}", style="bold"))
    console.print(Text(summary(comparison), style="dim"))
    for verdict in VERDICTS:
        rows = comparison.of(verdict)
        if not rows:
            continue
        console.print(Text(f"\n{heading(comparison, verdict)}", style=_VERDICT_STYLE[verdict]))
        table = Table(box=box.ROUNDED, show_lines=True, expand=True, header_style="bold cyan")
        table.add_column("Issue", ratio=2, overflow="fold")
        shown = [
            (p, side) for p, side in ((a, "a"), (b, "b")) if verdict != f"only {'b' if side == 'a' else 'a'}"
        ]
        for party, _ in shown:
            table.add_column(party.name, ratio=4, overflow="fold")
        for row in rows:
            cells = [_cell(getattr(row, side), row, party.id) for party, side in shown]
            table.add_row(Text(row.issue.label, style="bold"), *cells)
        console.print(table)


def markdown(comparison: Comparison) -> str:
    """The comparison as one Markdown table."""
    a, b = comparison.a, comparison.b
    lines = [
        f"| Issue | {_escaped(a.name)} | {_escaped(b.name)} | |",
        "| --- | --- | --- | --- |",
    ]
    for row in comparison.rows:
        cells = [_markdown_cell(views, row, party.id) for views, party in ((row.a, a), (row.b, b))]
        lines.append(
            f"| **{_escaped(row.issue.label)}** | {cells[0]} | {cells[1]} | {_escaped(heading(comparison, row.verdict))} |"
        )
    return "\n".join(chain(lines, ["", _escaped(summary(comparison))]))


def _markdown_cell(views: list[View], row: Row, party: str) -> str:
    if not views:
        return "–"
    view = views[0]
    parts = [f"**{_escaped(stance(view, row))}**"]
    if who := holder(view, party):
        parts[0] += f" ({_escaped(who)})"
    parts += [f"“{_escaped(view.words)}”", _escaped(source(view))]
    if len(views) > 1:
        parts.append(_escaped(others(views)))
    return "<br>".join(parts)


_MARKDOWN = str.maketrans({c: f"\\{c}" for c in "\\`*_[]|"} | {"<": "&lt;", ">": "&gt;", "&": "&amp;"})


def _escaped(text: str) -> str:
    return one_line(text).translate(_MARKDOWN)

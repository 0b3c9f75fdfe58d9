"""`dragoman compare`: two parties' positions as a table, as JSON, as Markdown, as a page."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from dragoman.actors.knowledge import layered_base
from dragoman.actors.naming import named
from dragoman.brief.compare import VERDICTS, Comparison, Row, Verdict, View, compare
from dragoman.brief.issues import fold_label, load_issues
from dragoman.brief.parties import is_known, resolve_named
from dragoman.cli import reading as reads
from dragoman.cli.sheets import (
    Cell,
    Part,
    Section,
    Sheet,
    escaped,
    markdown_part,
    markdown_row,
    one_line,
    show,
)
from dragoman.errors import DocumentError, RunError
from dragoman.schema import Reading
from dragoman.sources import Found, Names


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
    record: str | None = None


def run(request: Request) -> int:
    """Read, compare, write, and give the exit code: 0 all read, 1 some failed, 2 none readable."""
    if request.record is not None:
        return _run_recorded(request, request.record)
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
    found = list(reads.documents_at(request.paths, options, failures.append))
    if not found:
        return reads.report(errors, failures, 0)
    _check_parties(request, found)
    names = Names[str]()
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


# Of a large record the latest: issues of both, issues of one alone, views of a party on one.
_SHARED, _ALONE, _EACH = 500, 250, 5


def _run_recorded(request: Request, address: str) -> int:
    """Compare what a record holds, and write."""
    from dragoman.brief.briefing import wanted_issue  # noqa: PLC0415  (only records pay for the database)
    from dragoman.brief.recorded import Recorded  # noqa: PLC0415
    from dragoman.record.migration import open_record  # noqa: PLC0415

    errors = Console(stderr=True)
    with closing(Recorded(open_record(address, tell=errors), actors=request.actors)) as recorded:
        if not recorded.documents:
            raise RunError("D406", address=address)
        a, b = (resolve_named(name, recorded, recorded.kb) for name in (request.a, request.b))
        # Issues of ones own may gather what has other words.
        wanted = wanted_issue(request.issue) if request.issue is not None and request.issues is None else None
        chosen, left = recorded.positions(
            recorded.side(a, b), recorded.side(b, a), wanted=wanted, shared=_SHARED, alone=_ALONE, each=_EACH
        )
        readings = recorded.readings(chosen)
    if left:
        note = f"note: the issues that were spoken of longest ago are left out: {left:,}"
        errors.print(note, style="dim", highlight=False, soft_wrap=True)
    comparison = compare(a, b, readings, issue=request.issue, issues=request.issues, actors=request.actors)
    _write(comparison, readings, request)
    return 0


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
        show(sheet(comparison), Console())


def heading(comparison: Comparison, verdict: Verdict) -> str:
    """What the rows of a verdict have in common."""
    a, b = named(comparison.a).text, named(comparison.b).text
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
        return f"No position of either{about} was read.{left_out}"
    counts = [
        f"{len(rows)} {words}"
        for verdict, words in (
            ("agree", "agreed"),
            ("differ", "differing"),
            ("divided", "divided"),
            ("only a", f"of {named(comparison.a).text} alone"),
            ("only b", f"of {named(comparison.b).text} alone"),
        )
        if (rows := comparison.of(verdict))  # type: ignore[arg-type]
    ]
    total = f"{len(comparison.rows)} issue{'s' if len(comparison.rows) != 1 else ''}"
    return f"{total}{about} in {texts}: {', '.join(counts)}.{left_out}"


def holder(view: View, party: str) -> str:
    """Who holds it, when not the party itself, and who tells of it."""
    who = [view.holder.name] if view.holder.id != party else []
    who += [f"as told by {view.told_by.name}"] if view.told_by is not None else []
    return ", ".join(who)


def day(view: View) -> str:
    """When a position was taken, and whether only the document says so."""
    basis = " (date of the text)" if view.date is not None and view.date_basis == "document" else ""
    return (view.date or "undated") + basis


def stance(view: View, row: Row) -> str:
    """The stance, with its own wording where it is not the row's."""
    same = set(fold_label(view.about)) == set(fold_label(row.issue.label))
    return view.stance if same else f"{view.stance}: {one_line(view.about)}"


def others(views: list[View]) -> str:
    """The views after the first, by stance and day."""
    rest = [f"{v.stance} {v.date}" if v.date else v.stance for v in views[1:]]
    return f"also: {', '.join(rest)}" if rest else ""


def cell(views: list[View], row: Row, party: str) -> Cell:
    """The latest view of a party: stance, words, day and source, and the stances before it."""
    if not views:
        return ()
    view = views[0]
    who = holder(view, party)
    parts = [
        Part(stance(view, row), "strong", tone=view.stance, tail=f"({who})" if who else ""),
        Part(view.words, "quote"),
        Part(day(view), "source", source=view.source),
    ]
    return (*parts, Part(others(views), "dim")) if len(views) > 1 else tuple(parts)


def sections(comparison: Comparison) -> tuple[Section, ...]:
    """The issues by verdict."""
    a, b = comparison.a, comparison.b
    out = []
    for verdict in VERDICTS:
        sides = [(p, s) for p, s in ((a, "a"), (b, "b")) if verdict != f"only {'b' if s == 'a' else 'a'}"]
        rows = comparison.of(verdict)
        if rows:
            out.append(
                Section(
                    key=verdict.replace(" ", "-"),
                    title=heading(comparison, verdict),
                    columns=("Issue", *(party.name for party, _ in sides)),
                    rows=tuple(
                        (
                            (Part(row.issue.label, "strong"),),
                            *(cell(getattr(row, side), row, party.id) for party, side in sides),
                        )
                        for row in rows
                    ),
                    widths=(2, *(4 for _ in sides)),
                    tone=verdict if verdict in ("agree", "differ", "divided") else "",
                )
            )
    return tuple(out)


def sheet(comparison: Comparison) -> Sheet:
    """The comparison as a sheet."""
    title = f"{comparison.a.name} and {comparison.b.name}"
    return Sheet(title, summary(comparison), sections(comparison))


def markdown(comparison: Comparison) -> str:
    """The comparison as one Markdown table."""
    a, b = comparison.a, comparison.b
    lines = [markdown_row(["Issue", escaped(a.name), escaped(b.name), ""]), markdown_row(["---"] * 4)]
    for row in comparison.rows:
        cells = [
            "<br>".join(map(markdown_part, cell(views, row, party.id))) or "–"
            for views, party in ((row.a, a), (row.b, b))
        ]
        label, verdict = escaped(row.issue.label), escaped(heading(comparison, row.verdict))
        lines.append(markdown_row([f"**{label}**", *cells, verdict]))
    return "\n".join([*lines, "", escaped(summary(comparison))])

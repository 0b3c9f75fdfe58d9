"""`dragoman read`: documents in, readings out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from dragoman.errors import DocumentError, RunError
from dragoman.schema import Document, Reading
from dragoman.sources import SourceOptions, open_documents


@dataclass(frozen=True)
class Request:
    """The options of one `dragoman read`."""

    paths: list[str]
    published: str | None
    publisher: str | None
    url: str | None
    fields: list[str]
    model: str
    lexicon: list[str]
    processes: int
    json: bool
    jsonl: bool
    page: bool = False
    html: str | None = None
    out: str | None = None


def source_options(request: Request, note: Console) -> SourceOptions:
    """Options for the sources. Raises `RunError` for a faulty --field or --published."""
    import re  # noqa: PLC0415

    fields = {}
    for pair in request.fields:
        ours, sign, theirs = pair.partition("=")
        if not sign or ours not in ("text", "title", "published", "publisher", "url", "id"):
            raise RunError(
                f"--field {pair!r}: write it as text=NAME (text, title, published, publisher, url, id)"
            )
        fields[ours] = theirs
    if request.published is not None and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", request.published):
        raise RunError(f"--published {request.published!r}: write the day as 2015-12-15")
    return SourceOptions(
        published=request.published, publisher=request.publisher, url=request.url, fields=fields,
        note=lambda text: note.print(f"note: {text}", style="dim", highlight=False, soft_wrap=True),
    )  # fmt: skip


def run(request: Request) -> int:
    """Read, write, and give the exit code: 0 all read, 1 some failed, 2 none readable."""
    from dragoman.reader import Reader  # noqa: PLC0415

    errors = Console(stderr=True)
    failures: list[DocumentError] = []
    options = source_options(request, errors)
    found = open_documents(request.paths, options, failures.append)
    first = next(found, None)
    if first is None:
        return _report(errors, failures, 0)
    reader = Reader(request.model, lexicon=request.lexicon)
    names: list[str] = []

    def documents() -> Iterator[Document]:
        for where, document in _chain(first, found):
            names.append(where)
            yield document

    readings = reader.pipe(documents(), processes=request.processes, on_error=failures.append)
    done = Writer(request, names).write(_with_progress(readings, errors, request))
    return _report(errors, failures, done)


def _chain(
    first: tuple[str, Document], rest: Iterable[tuple[str, Document]]
) -> Iterator[tuple[str, Document]]:
    yield first
    yield from rest


def _with_progress(readings: Iterator[Reading], errors: Console, request: Request) -> Iterator[Reading]:
    several = len(request.paths) > 1 or any(
        Path(p).is_dir() or p.endswith((".jsonl", ".ndjson")) for p in request.paths
    )
    if not several or not errors.is_terminal:
        yield from readings
        return
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=errors, transient=True) as progress:
        task = progress.add_task("", total=None)
        for reading in readings:
            progress.advance(task)
            yield reading


class Writer:
    """Writes readings in the form asked for."""

    def __init__(self, request: Request, names: list[str]) -> None:
        self.request = request
        self.names = names

    def write(self, readings: Iterator[Reading]) -> int:
        """Write all; returns how many there were."""
        request = self.request
        if request.out is not None:
            return self._files(readings, Path(request.out))
        if request.html is not None:
            return self._page(readings, Path(request.html))
        if request.jsonl:
            count = 0
            for reading in readings:
                print(reading.to_json(indent=None))
                count += 1
            return count
        if request.json or not (request.page or sys.stdout.isatty()):
            items = [r.to_json() for r in readings]
            single = len(items) == 1 and len(request.paths) == 1
            print(items[0] if single else "[" + ",\n".join(items) + "]")
            return len(items)
        from dragoman.cli.terminal import show  # noqa: PLC0415

        count = 0
        for reading in readings:
            show(reading, Console())
            count += 1
        return count

    def _files(self, readings: Iterator[Reading], folder: Path) -> int:
        folder.mkdir(parents=True, exist_ok=True)
        used: set[str] = set()
        count = 0
        for reading in readings:
            where = self.names[count] if count < len(self.names) else reading.document.id
            stem = (
                Path(where).stem
                if Path(where).suffix.lower() in (".txt", ".md", ".html", ".htm")
                else reading.document.id
            )
            name, n = stem, 2
            while name in used:
                name, n = f"{stem}-{n}", n + 1
            used.add(name)
            (folder / f"{name}.json").write_text(reading.to_json(), encoding="utf-8")
            count += 1
        return count

    def _page(self, readings: Iterator[Reading], file: Path) -> int:
        from dragoman.cli.page import render_page  # noqa: PLC0415

        items = list(readings)
        if len(items) > 1:
            raise RunError(
                f"--html writes one document's page; {len(items)} were read. Use --out for several."
            )
        for reading in items:
            file.write_text(render_page(reading), encoding="utf-8")
        return len(items)


def _report(errors: Console, failures: list[DocumentError], done: int) -> int:
    for failure in failures:
        errors.print(f"dragoman: {failure}", style="red", highlight=False, soft_wrap=True, markup=False)
    if done == 0:
        return 2
    if failures:
        errors.print(f"{done} read, {len(failures)} could not be", highlight=False)
        return 1
    return 0

"""`dragoman read`: documents in, readings out."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.text import Text

from dragoman.errors import DocumentError, RunError
from dragoman.schema import Document, Reading
from dragoman.sources import Distinct, Found, Names, SourceOptions, is_day, open_documents

if TYPE_CHECKING:
    from dragoman.actors.importers import Issue

_MANY = (".jsonl", ".ndjson", ".csv", ".tsv")  # files that mostly hold several documents
Placed = tuple[str, Reading]  # where the document came from, and what was read


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
    actors: Sequence[Path | str] = ()
    format: str | None = None
    dyads: bool = False
    every_status: bool = False


def source_options(request: Request, note: Console) -> SourceOptions:
    """Options for the sources. Raises `RunError` for a faulty --field or --published."""
    fields = {}
    for pair in request.fields:
        ours, sign, theirs = pair.partition("=")
        if not sign or ours not in ("text", "title", "published", "publisher", "url", "id"):
            raise RunError("D201", pair=pair)
        fields[ours] = theirs
    if request.published is not None and not is_day(request.published):
        raise RunError("D202", value=request.published)
    return SourceOptions(
        published=request.published, publisher=request.publisher, url=request.url, fields=fields,
        note=lambda text: note.print(f"note: {text}", style="dim", highlight=False, soft_wrap=True),
    )  # fmt: skip


def documents_at(
    paths: Iterable[str], options: SourceOptions, on_error: Callable[[DocumentError], None]
) -> Iterator[Found]:
    """The documents of files and addresses, with a note on the first that seems not to be in English."""
    from dragoman.language.english import other_language  # noqa: PLC0415

    for where, document in open_documents(paths, options, on_error):
        told = other_language(document.text)
        if told is not None:
            options.note_first("language", f"{where}: {told}")
        yield where, document


def run(request: Request) -> int:
    """Read, write, and give the exit code: 0 all read, 1 some failed, 2 none readable."""
    from dragoman.reader import Reader  # noqa: PLC0415

    errors = Console(stderr=True)
    failures: list[DocumentError] = []
    options = source_options(request, errors)
    found = documents_at(request.paths, options, failures.append)
    first = next(found, None)
    if first is None:
        return report(errors, failures, 0)
    reader = Reader(request.model, lexicon=request.lexicon, actors=request.actors)
    names = Names[str]()

    ids = Distinct(options.note_first)

    def documents() -> Iterator[Document]:
        for where, given in chain([first], found):
            document = ids.own(where, given)
            names.add(document.id, where)
            yield document

    readings = reader.pipe(
        documents(),
        processes=request.processes,
        on_error=lambda error: failures.append(error.at(names.take(error.where))),
    )
    placed = ((names.take(r.document.id), r) for r in with_progress(readings, errors, request))
    done = Writer(request).write(placed)
    faults = report_layers(errors, reader.issues)
    return max(report(errors, failures, done), 1 if faults else 0)


def with_progress(readings: Iterator[Reading], errors: Console, request: Request) -> Iterator[Reading]:
    """The readings as they come, counted on a terminal when there are several documents and it shows nothing else."""
    several = len(request.paths) > 1 or any(
        Path(p).is_dir() or p.lower().endswith(_MANY) for p in request.paths
    )
    shown = request.out is None and request.html is None and sys.stdout.isatty()
    if not several or shown or not errors.is_terminal:
        yield from readings
        return
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=errors, transient=True) as progress:
        task = progress.add_task("", total=None)
        for reading in readings:
            progress.advance(task)
            yield reading


class Writer:
    """Writes readings, each with the place it came from, in the form asked for."""

    def __init__(self, request: Request) -> None:
        self.request = request

    def write(self, readings: Iterator[Placed]) -> int:
        """Write all as they come; returns how many there were."""
        request = self.request
        if request.out is not None:
            return self._files(readings, Path(request.out))
        if request.html is not None:
            return self._page(readings, Path(request.html))
        if request.format is not None:
            return self._export(readings, request.format)
        if request.jsonl:
            return self._each(readings, lambda reading: print(reading.to_json(indent=None)))
        if request.json or not (request.page or sys.stdout.isatty()):
            return self._json(readings)
        from dragoman.cli.terminal import show  # noqa: PLC0415

        return self._each(readings, lambda reading: show(reading, Console()))

    def _each(self, readings: Iterator[Placed], put: Callable[[Reading], None]) -> int:
        count = 0
        for _, reading in readings:
            put(reading)
            count += 1
        return count

    def _export(self, readings: Iterator[Placed], name: str) -> int:
        """The events in another format, as the readings come."""
        from dragoman.exports import FORMATS, Selection  # noqa: PLC0415

        count = 0

        def counted() -> Iterator[Reading]:
            nonlocal count
            for _, reading in readings:
                count += 1
                yield reading

        request = self.request
        FORMATS[name](counted(), sys.stdout, Selection(request.dyads, request.every_status))
        return count

    def _json(self, readings: Iterator[Placed]) -> int:
        """One reading as an object, several as a list, none of them held back but the first."""
        first, second = next(readings, None), next(readings, None)
        if first is None:
            return 0
        if second is None and len(self.request.paths) == 1:
            print(first[1].to_json())
            return 1
        print("[" + first[1].to_json(), end="")
        count = 1
        for _, reading in chain([second] if second else [], readings):
            print(",\n" + reading.to_json(), end="")
            count += 1
        print("]")
        return count

    def _files(self, readings: Iterator[Placed], folder: Path) -> int:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _unwritable(folder, error) from None
        used: set[str] = set()
        count = 0
        for where, reading in readings:
            of_file = Path(where).suffix.lower() in (".txt", ".md", ".html", ".htm")
            stem = file_name(Path(where).stem if of_file else reading.document.id)
            name, n = stem, 2
            while name.casefold() in used:
                name, n = f"{stem}-{n}", n + 1
            used.add(name.casefold())
            write_file(folder / f"{name}.json", reading.to_json())
            count += 1
        return count

    def _page(self, readings: Iterator[Placed], file: Path) -> int:
        from dragoman.cli.page import render_page  # noqa: PLC0415

        items = [reading for _, reading in readings]
        if len(items) > 1:
            raise RunError("D205", count=len(items))
        for reading in items:
            write_file(file, render_page(reading))
        return len(items)


def file_name(id_: str) -> str:
    """A name for a file from an id that anybody may have chosen: no folders, nothing hidden, not too long."""
    return re.sub(r"[^\w.-]+", "_", id_).lstrip(".")[:100] or "document"


def _unwritable(file: Path, error: OSError) -> RunError:
    return RunError("D206", file=file, reason=(error.strerror or str(error)).lower())


def write_file(file: Path, text: str) -> None:
    """Write a text. Raises `RunError` where that is not allowed."""
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise _unwritable(file, error) from None


def report_layers(errors: Console, issues: Iterable[Issue]) -> int:
    """List what the files of --actors have wrong or in conflict; returns how many lines were skipped."""
    faults = 0
    told = Text()  # printed at once: thousands of conflicts one by one would take as long as finding them
    for issue in issues:
        faults += issue.kind == "fault"
        style = "red" if issue.kind == "fault" else "dim"
        word = "skipped" if issue.kind == "fault" else issue.kind
        told.append(f"{word}: {issue}\n", style=style)
    errors.print(told, soft_wrap=True, end="")
    return faults


def report(errors: Console, failures: list[DocumentError], done: int) -> int:
    """List what could not be read, and give the exit code."""
    for failure in failures:
        errors.print(f"dragoman: {failure}", style="red", highlight=False, soft_wrap=True, markup=False)
    if done == 0:
        return 2
    if failures:
        errors.print(f"{done} read, {len(failures)} could not be", highlight=False)
        return 1
    return 0

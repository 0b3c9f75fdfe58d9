"""`dragoman add`: documents into a record, batch by batch, with what failed listed for another try."""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskProgressColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from dragoman.cli import reading as reads
from dragoman.errors import DocumentError, RunError
from dragoman.sources import FORMATS
from dragoman.sources.contacts import FORMATS as LOGS
from dragoman.sources.contacts import SUFFIXES as LOG_SUFFIXES
from dragoman.sources.contacts import format_of

if TYPE_CHECKING:
    from dragoman.keeper import Kept, OnProgress
    from dragoman.record.store import Record

_LOGS = {suffix for suffixes in LOG_SUFFIXES.values() for suffix in suffixes}
FAILURES = "failures.jsonl"  # in the record's folder
_PLACE = re.compile(r"^(.*?)(?::\d+| item \d+| entry \S+)$")


@dataclass(frozen=True)
class Request:
    """The options of one `dragoman add`."""

    paths: list[str]
    record: str
    format: str | None
    retry: str | None
    again: bool
    published: str | None
    publisher: str | None
    url: str | None
    fields: list[str]
    model: str
    lexicon: list[str]
    actors: list[Path]
    processes: int
    json: bool


def run(request: Request) -> int:
    """Read and keep, and give the exit code: 0 all kept or known, 1 some failed, 2 none could be read."""
    from dragoman.keeper import Kept  # noqa: PLC0415
    from dragoman.record.migration import open_record  # noqa: PLC0415

    errors = Console(stderr=True)
    paths = [*request.paths, *(failed_paths(request.retry) if request.retry is not None else ())]
    if not paths:
        raise RunError("D411")
    if request.format is not None and request.format not in LOGS:
        raise RunError("D412", format=request.format, known=", ".join(LOGS))
    record = open_record(request.record, create=True, tell=errors)
    failures: list[DocumentError] = []
    total, began = Kept(), time.monotonic()
    with _progress(errors, paths) as progress:
        task = progress.add_task("adding", total=_count(paths) if errors.is_terminal else None)

        def show(kept: Kept) -> None:
            progress.update(task, completed=total.seen + kept.seen)

        logs, articles = _sorted_out(paths, request.format, failures)
        if articles:
            total += _articles(record, articles, request, errors, failures, show)
        if logs:
            total += _logs(record, logs, request, failures, show)
    total.failed = len(failures)
    listed = _list_failures(record, failures)
    if request.json or not sys.stdout.isatty():
        told = {"record": record.address, **asdict(total), "version": record.table("readings").version()}
        told |= {"seconds": round(time.monotonic() - began, 1), "failures": listed}
        print(json.dumps(told, indent=1, ensure_ascii=False))
    else:
        print(_summary(total, record.address))
    if total.undated and errors.is_terminal:
        errors.print(
            "What a document without a day tells is undated where its words give no date: add it with --published DATE.",
            highlight=False,
            soft_wrap=True,
        )
    for failure in failures:
        errors.print(f"dragoman: {failure}", style="red", highlight=False, soft_wrap=True, markup=False)
    if listed is not None:
        errors.print(
            f"listed in {listed}: try them again with `dragoman add --retry {listed}`",
            highlight=False,
            soft_wrap=True,
        )
    if failures:
        return 2 if total.seen == total.failed else 1
    return 0


def _articles(
    record: Record,
    paths: list[str],
    request: Request,
    errors: Console,
    failures: list[DocumentError],
    show: OnProgress,
) -> Kept:
    from dragoman.keeper import keep  # noqa: PLC0415
    from dragoman.reader import Reader  # noqa: PLC0415

    reading = reads.Request(
        paths=paths, published=request.published, publisher=request.publisher, url=request.url, fields=request.fields,
        model=request.model, lexicon=request.lexicon, processes=request.processes, json=False, jsonl=False,
    )  # fmt: skip
    options = reads.source_options(reading, errors)
    found = reads.documents_at(paths, options, failures.append)
    reader = Reader(request.model, lexicon=request.lexicon, actors=request.actors)
    reads.report_layers(errors, reader.issues)
    return keep(
        record, found, reader, processes=request.processes, again=request.again,
        on_error=failures.append, on_progress=show,
    )  # fmt: skip


def _logs(
    record: Record,
    logs: list[tuple[str, str]],
    request: Request,
    failures: list[DocumentError],
    show: OnProgress,
) -> Kept:
    from dragoman.keeper import keep_readings  # noqa: PLC0415
    from dragoman.logs import read_log  # noqa: PLC0415
    from dragoman.reader import Reader  # noqa: PLC0415
    from dragoman.schema import Reading  # noqa: PLC0415

    reader = Reader(request.model, lexicon=request.lexicon, actors=request.actors)

    def readings() -> Iterator[tuple[str, Reading | DocumentError]]:
        for path, format_ in logs:
            file = str(Path(path).resolve())
            for reading in read_log(Path(path), format_, reader=reader, processes=request.processes):
                yield (
                    (file if isinstance(reading, DocumentError) else f"{file}#{reading.document.id}"),
                    reading,
                )

    return keep_readings(record, readings(), again=request.again, on_error=failures.append, on_progress=show)


def _sorted_out(
    paths: list[str], format_: str | None, failures: list[DocumentError]
) -> tuple[list[tuple[str, str]], list[str]]:
    """Contact logs, each with its format, and everything else."""
    if format_ is not None:
        return [(path, format_) for path in paths], []
    logs: list[tuple[str, str]] = []
    articles: list[str] = []
    for path in paths:
        place = Path(path)
        if path == "-" or "://" in path:
            articles.append(path)
        elif place.is_dir():
            logs += _recognised(sorted(p for p in place.rglob("*") if p.suffix.lower() in _LOGS), failures)
            if not logs or any(p.suffix.lower() in FORMATS for p in place.rglob("*")):
                articles.append(path)
        elif place.suffix.lower() in _LOGS and (known := _recognised([place], failures)):
            logs += known
        else:
            articles.append(path)
    return logs, articles


def _recognised(files: list[Path], failures: list[DocumentError]) -> list[tuple[str, str]]:
    """Those of some files that are contact logs, each with its format."""
    found = []
    for file in files:
        try:
            known = format_of(file)
        except DocumentError as error:
            failures.append(error)
            continue
        if known is not None:
            found.append((str(file), known))
    return found


def failed_paths(file: str) -> list[str]:
    """The paths that a list of failures names, each once. Raises `RunError` D413 for a file that is no such list."""
    try:
        lines = Path(file).read_text(encoding="utf-8").splitlines()
        where = [str(json.loads(line)["where"]) for line in lines if line.strip()]
    except OSError as error:
        raise RunError("D413", file=file, problem=(error.strerror or str(error)).lower()) from None
    except (ValueError, KeyError, TypeError):
        raise RunError("D413", file=file, problem="it is no list of failures") from None
    return list(dict.fromkeys(map(_file_of, where)))


def _file_of(place: str) -> str:
    """The file of a document in it: `many.jsonl:3` and `many.jsonl#id` are of `many.jsonl`."""
    if "://" in place or _exists(place):
        return place
    head = place
    while "#" in head:
        head = head.rpartition("#")[0]
        if _exists(head):
            return head
    match = _PLACE.match(place)
    return match.group(1) if match is not None else place


def _exists(path: str) -> bool:
    return os.path.exists(path)  # noqa: PTH110  (Path.exists raises where this says no)


def _list_failures(record: Record, failures: list[DocumentError]) -> str | None:
    """Write what failed beside the record, one JSON object a line; a list of earlier ones is replaced."""
    file = Path(record.address) / FAILURES if record.is_local else Path(FAILURES)
    if not failures:
        if record.is_local:
            file.unlink(missing_ok=True)
        return None
    rows = [
        json.dumps({"where": _absolute(f.where), "code": f.code, "message": f.message}, ensure_ascii=False)
        for f in failures
    ]
    reads.write_file(file, "\n".join(rows) + "\n")
    return str(file)


def _absolute(where: str) -> str:
    """A file's place from the root, so that the list can be used from anywhere."""
    match = _PLACE.match(where)
    path = Path(match.group(1) if match is not None else where)
    if where.startswith("-") or "://" in where or not _exists(str(path)):
        return where
    return f"{path.resolve()}{where[len(str(path)) :]}" if match is not None else str(path.resolve())


def _progress(errors: Console, paths: list[str]) -> Progress:
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TaskProgressColumn(show_speed=True),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    return Progress(*columns, console=errors, transient=True, disable=not errors.is_terminal)


def _count(paths: list[str]) -> int | None:
    """How many documents there are, where that can be told quickly."""
    count = 0
    for path in paths:
        if path == "-" or "://" in path:
            count += 1
            continue
        place = Path(path)
        files = [p for p in place.rglob("*") if p.suffix.lower() in FORMATS] if place.is_dir() else [place]
        for file in files:
            suffix = file.suffix.lower()
            try:
                if suffix in (".jsonl", ".ndjson"):
                    with file.open("rb") as stream:
                        count += sum(1 for line in stream if line.strip())
                elif suffix in (".json", ".xml", ".rss", ".atom", ".ics", ".csv"):
                    return None
                else:
                    count += 1
            except OSError:
                continue
    return count


def _summary(kept: Kept, address: str) -> str:
    parts = [f"{kept.added:,} added"]
    parts += [f"{kept.superseded:,} read anew"] if kept.superseded else []
    parts += [f"{kept.unchanged:,} known already"] if kept.unchanged else []
    parts += [f"{kept.failed:,} failed"] if kept.failed else []
    parts += [f"{kept.undated:,} without a day"] if kept.undated else []
    return f"{address}: {', '.join(parts)}."

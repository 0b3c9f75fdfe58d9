"""Reading knowledge files, with file and line in every error, and keeping what was compiled from them.

Three formats: word lists (one item a line, `#` comments), TSV tables with a header, and YAML.
"""

from __future__ import annotations

import gc
import hashlib
import os
import pickle
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar

import platformdirs
import yaml

from dragoman import __version__
from dragoman.errors import KnowledgeError

T = TypeVar("T")
File = Traversable | Path


class Row(NamedTuple):
    """One row of a table: its line number and its cells by column name (empty cell = empty string)."""

    line: int
    cells: dict[str, str]

    def many(self, column: str) -> list[str]:
        """The values of a cell that holds several, separated by `;`."""
        return [v.strip() for v in self.cells[column].split(";") if v.strip()]


def _text(file: File) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise KnowledgeError(str(file), None, code="D301", reason=error.strerror) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise KnowledgeError(str(file), line, code="D302", byte=error.start) from error


def read_words(file: File) -> list[str]:
    """The items of a word list, one a line; blank lines and `#` comments are skipped."""
    lines = (line.split("#", 1)[0].strip() for line in _text(file).splitlines())
    return [line for line in lines if line]


def read_table(file: File, columns: Sequence[str]) -> list[Row]:
    """The rows of a TSV table. Raises `KnowledgeError` with the line when the columns are not these."""
    rows: list[Row] = []
    header: list[str] | None = None
    for number, line in enumerate(_text(file).splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [c.strip() for c in line.split("\t")]
        if header is None:
            header = cells
            missing = [c for c in columns if c not in header]
            if missing:
                raise KnowledgeError(
                    str(file), number, code="D303", column=missing[0], have=", ".join(header)
                )
            continue
        if len(cells) > len(header):
            raise KnowledgeError(str(file), number, code="D304", cells=len(cells), columns=len(header))
        cells += [""] * (len(header) - len(cells))
        rows.append(Row(number, dict(zip(header, cells, strict=True))))
    return rows


class _LineLoader(yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader):  # type: ignore[misc]
    """A YAML loader that leaves the line of each mapping under the key `__line__`."""


def _mapping(loader: Any, node: Any) -> dict[Any, Any]:
    seen = set()
    for key, _ in node.value:  # the last of two would count without a word
        if key.value in seen:
            raise yaml.constructor.ConstructorError(
                None, None, f"the key {key.value!r} stands twice", key.start_mark
            )
        seen.add(key.value)
    mapping = loader.construct_mapping(node, deep=True)
    mapping["__line__"] = node.start_mark.line + 1
    return dict(mapping)


_LineLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)
# `on`, `off`, `yes`, `no` are words here, not booleans.
_LineLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in _LineLoader.yaml_implicit_resolvers.items()
}


def read_yaml(file: File) -> Any:
    """The content of a YAML file; every mapping carries its line under `__line__`."""
    text = _text(file)
    try:
        return yaml.load(text, Loader=_LineLoader)
    except yaml.MarkedYAMLError as error:
        mark, problem = error.problem_mark, error.problem or "it ends too soon"
        line = mark.line + 1 if mark else None
        if mark and "".join(text.split("\n")[mark.line : mark.line + 1]).lstrip(" ").startswith("\t"):
            problem = "a tab stands where blanks belong"
        raise KnowledgeError(str(file), line, code="D305", problem=problem) from error
    except yaml.YAMLError as error:  # a character that no YAML may hold
        raise KnowledgeError(str(file), None, code="D305", problem=str(error).splitlines()[0]) from error


def shipped_yaml(file: File) -> Any:
    """The content of a YAML file of ours, kept in the cache: to parse it takes a hundred times as long."""
    name = "-".join(Path(str(file)).parts[-3:])
    return compiled(name, [file], lambda: read_yaml(file))


def digest(files: Iterable[File]) -> str:
    """SHA-256 over names and contents of files, in the order given."""
    sha = hashlib.sha256()
    for file in files:
        sha.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return sha.hexdigest()


def files_below(folder: Traversable, *suffixes: str) -> Iterator[Traversable]:
    """Files of a package folder with one of these suffixes, sorted by path."""
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            yield from files_below(entry, *suffixes)
        elif entry.name.endswith(suffixes):
            yield entry


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep Python from looking for garbage meanwhile: what is loaded stays, and looking takes two fifths of loading."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


# Compiled entries of one name that stay: two installations side by side do not throw each other's away.
_KEPT: Final = 4


def compiled(name: str, files: Sequence[File], build: Callable[[], T], *, also: str = "") -> T:
    """What `build` makes of the files, kept on disk under a digest of their contents and the version.

    `also` is hashed too: versions of packages or code that the result depends on. The cache lives in
    the user's cache folder (`DRAGOMAN_CACHE` overrides it); when that cannot be written, or an entry is
    damaged, the result is built anew.
    """
    key = hashlib.sha256(f"{__version__}|{also}|{digest(files)}".encode()).hexdigest()[:32]
    root = Path(os.environ.get("DRAGOMAN_CACHE") or platformdirs.user_cache_dir("dragoman"))
    path = root / f"{name}-{key}.pickle"
    try:
        with path.open("rb") as stream, uncollected():
            cached: T = pickle.load(stream)
            return cached
    except (OSError, EOFError, pickle.UnpicklingError, AttributeError, ImportError, IndexError):
        pass
    with uncollected():
        result = build()
    try:
        root.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=root, delete=False) as written:
            pickle.dump(result, written, protocol=pickle.HIGHEST_PROTOCOL)
        Path(written.name).replace(path)
        entries = sorted(root.glob(f"{name}-*.pickle"), key=lambda p: p.stat().st_mtime, reverse=True)
        for old in entries[_KEPT:]:
            old.unlink(missing_ok=True)
    except OSError:
        pass
    return result

"""Which kind of contact the words of a log mean (`data/words.yml`)."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources
from typing import Any

from dragoman.datafiles import shipped_yaml
from dragoman.schema import Status
from dragoman.sources.contacts.common import Kind

_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    raw: dict[str, Any] = shipped_yaml(resources.files("dragoman.sources.contacts") / "data" / "words.yml")
    return raw


@lru_cache(maxsize=1)
def _kinds() -> dict[str, Kind]:
    return {w: kind for kind, words in _words()["kinds"].items() if kind != "__line__" for w in words}


@lru_cache(maxsize=1)
def stati() -> dict[str, Status]:
    """The status that each word for one means."""
    return {w: name for name, words in _words()["stati"].items() if name != "__line__" for w in words}


def columns() -> dict[str, list[str]]:
    """The columns of a table of contacts, each with the names it may bear."""
    return {name: names for name, names in _words()["columns"].items() if name != "__line__"}


def kind_of(text: str) -> Kind | None:
    """The kind that words name, `None` when they name none or two that differ.

    A meeting beside another kind is part of it: `a meeting during the visit`.
    """
    table = _kinds()
    found = {table[w] for w in _WORD.findall(text.lower()) if w in table}
    if len(found) > 1:
        found.discard("meeting")
    return found.pop() if len(found) == 1 else None

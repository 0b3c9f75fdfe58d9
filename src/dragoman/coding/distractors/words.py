"""The words of `data/distractors.yml`, by section and class."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources
from typing import Any

from dragoman.datafiles import shipped_yaml

Classes = dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def _sections() -> dict[str, Classes]:
    raw: dict[str, Any] = shipped_yaml(resources.files("dragoman.coding") / "data" / "distractors.yml")
    return {
        section: {name: frozenset(items) for name, items in classes.items() if name != "__line__"}
        for section, classes in raw.items()
        if section != "__line__"
    }


def words(section: str) -> Classes:
    """The word classes of a section, in the order of the file."""
    return _sections()[section]


@lru_cache(maxsize=1)
def scores() -> re.Pattern[str]:
    """The wordings of scores in sport."""
    return re.compile("|".join(sorted(words("sport")["scores"])))


@lru_cache(maxsize=1)
def firsts() -> frozenset[str]:
    """The words that phrases of several words begin with."""
    phrases = (phrase for classes in _sections().values() for items in classes.values() for phrase in items)
    return frozenset(re.split("[ -]", phrase)[0] for phrase in phrases if " " in phrase or "-" in phrase)

"""Rules of the lexicon by what their words leave open or say of a contact (`data/wordings.yml`)."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

from dragoman.datafiles import shipped_yaml


@lru_cache(maxsize=1)
def wordings() -> dict[str, frozenset[str]]:
    """The rules of each class."""
    raw = shipped_yaml(resources.files("dragoman.record") / "data" / "wordings.yml")
    return {name: frozenset(rules) for name, rules in raw.items() if name != "__line__"}

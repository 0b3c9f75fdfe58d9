"""PLOVER's contexts of a paragraph, found by cue words (`data/contexts.yml`).

Source: PLOVER codebook, chapter on contexts.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from importlib import resources
from typing import Any

from dragoman.datafiles import shipped_yaml

MOST = 4  # a paragraph with more contexts than this says nothing by them; the best cued are kept
_WORD = re.compile(r"[a-z][a-z'-]*")


@lru_cache(maxsize=1)
def _cues() -> tuple[dict[str, tuple[str, ...]], dict[str, dict[str, tuple[str, ...]]]]:
    """Single-word cues, and multiword cues by their first word; a trailing `*` means any ending."""
    raw: dict[str, Any] = shipped_yaml(resources.files("dragoman.coding") / "data" / "contexts.yml")
    single: dict[str, list[str]] = {}
    several: dict[str, dict[str, list[str]]] = {}
    for context, cues in raw.items():
        if context == "__line__":
            continue
        for cue in cues:
            words = str(cue).lower().split()
            if len(words) == 1:
                single.setdefault(words[0], []).append(context)
            else:
                several.setdefault(words[0], {}).setdefault(" ".join(words), []).append(context)
    return (
        {w: tuple(c) for w, c in single.items()},
        {first: {p: tuple(c) for p, c in table.items()} for first, table in several.items()},
    )


@lru_cache(maxsize=1)
def _firsts() -> frozenset[str]:
    """The words that a cue begins with."""
    single, several = _cues()
    return frozenset(single) | frozenset(several)


def contexts_of(text: str) -> list[str]:
    """The contexts of a paragraph, best cued first, at most `MOST`."""
    (single, several), firsts = _cues(), _firsts()
    lower = text.lower()
    found: Counter[str] = Counter()
    for match in _WORD.finditer(lower):
        word = match.group(0)
        if word not in firsts and word[:-1] not in firsts:
            continue
        for form in (word, word[:-1] if word.endswith("s") else ""):
            for context in single.get(form, ()):
                found[context] += 1
            for phrase, names in several.get(form, {}).items():
                if lower.startswith(phrase, match.start()):
                    for context in names:
                        found[context] += 2
            if form in single or form in several:
                break
    return [name for name, _ in sorted(found.items(), key=lambda item: (-item[1], item[0]))[:MOST]]

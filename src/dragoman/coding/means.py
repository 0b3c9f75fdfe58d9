"""By which means an assault was done: its mode, from the weapon that its clause names (`data/means.yml`)."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import Any

from dragoman.coding.coded import Coded
from dragoman.datafiles import read_yaml
from dragoman.language import Grammar

# Prepositions before a weapon: `killed in an air strike`, `died of a bullet`, `attacked with stones`.
_WITH = frozenset({"with", "by", "in", "from", "of", "under", "using", "during", "after"})


@lru_cache(maxsize=1)
def _modes() -> dict[str, tuple[int, str]]:
    """Each word of the data file with the place of its mode in the file and the mode."""
    raw: dict[str, Any] = read_yaml(resources.files("dragoman.coding") / "data" / "means.yml")
    table = [(mode, words) for mode, words in raw.items() if mode != "__line__"]
    return {word: (n, mode) for n, (mode, words) in enumerate(table) for word in words}


def mode_by_means(g: Grammar, one: Coded) -> str | None:
    """The mode that the words beside an act name: its doers and its instruments, or its own modifiers."""
    tellers = [one.trigger] if one.carrier is None else [one.trigger, one.carrier]
    near: list[int] = []
    for v in tellers:
        if g.is_verb(v):
            near += g.subjects(v)
            near += [
                k for c in g.all_children(v, "advcl", "prep") if g.lemma[c] == "use" for k in g.objects(c)
            ]
        else:
            near.append(v)
        near += [k for name, k in g.prepositions(v) if name in _WITH]
    found = [m for i in near for m in _named(g, i)]
    return min(found)[1] if found else None


def _named(g: Grammar, i: int) -> list[tuple[int, str]]:
    """The modes that a token and what qualifies it name."""
    modes, out = _modes(), []
    for k in (i, *g.all_children(i, "compound", "amod", "nmod")):
        pair = f"{g.lower[k - 1]} {g.lemma[k]}" if k else g.lemma[k]
        for form in (pair, g.lemma[k], g.lower[k]):
            if form in modes:
                out.append(modes[form])
                break
    return out

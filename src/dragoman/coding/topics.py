"""What an act is about: `talks on fishing`, `spoke about the accord`. Days and circumstances (`on Monday`, `on board`) are none."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from importlib import resources
from typing import Final

from dragoman.calendar.component import TimeMention
from dragoman.datafiles import shipped_yaml
from dragoman.language import Grammar

_LONGEST: Final = 80  # characters of a topic


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    raw = shipped_yaml(resources.files("dragoman.coding") / "data" / "topics.yml")
    return {name: frozenset(raw[name]) for name in ("prepositions", "circumstances")}


def topics_of(g: Grammar, anchors: Iterable[int | None], times: Iterable[TimeMention]) -> list[str]:
    """Objects of `on`, `about`, `over` on an act or what carries it (`anchors`), without articles."""
    words = _words()
    days = {k for t in times for k in range(t.first, t.last + 1)}
    out: list[str] = []
    for anchor in anchors:
        for name, k in g.prepositions(anchor) if anchor is not None else ():
            if name not in words["prepositions"] or g.pos[k] not in ("NOUN", "PROPN") or k in days:
                continue
            if name == "on" and g.lemma[k] in words["circumstances"]:
                continue
            phrase = _phrase(g, k)
            if phrase and phrase not in out and len(phrase) <= _LONGEST:
                out.append(phrase)
    return out


def _phrase(g: Grammar, k: int) -> str:
    """The words of a noun without its article and owner in a pronoun."""
    first = g.left[k]
    while first < k and (
        g.pos[first] in ("DET", "PUNCT", "SPACE") or (g.dep[first] == "poss" and g.pos[first] == "PRON")
    ):
        first += 1
    return " ".join(g.text[g.start[first] : g.end[g.right[k]]].split()).rstrip(",;: ")

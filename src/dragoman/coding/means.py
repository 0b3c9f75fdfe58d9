"""How an act was done: the mode that the words beside it name, where its entry names none (`data/means.yml`)."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import Any

from dragoman.coding.coded import Coded
from dragoman.coding.conditions import OUTLAWS
from dragoman.datafiles import shipped_yaml
from dragoman.language import Grammar

# Words for what flies, or is dropped from it.
_FLOWN = frozenset({
    "air", "aerial", "airborne", "aircraft", "airstrike", "air-strike", "bomber", "drone", "drop", "fly", "glider", "helicopter",
    "jet", "paraglider", "pilot", "plane", "raid", "strike", "uav", "warplane",
})  # fmt: skip
# Prepositions before a weapon: `killed in an air strike`, `died of a bullet`, `attacked with stones`.
_WITH = frozenset({"with", "by", "in", "from", "of", "under", "using", "during", "after"})


@lru_cache(maxsize=1)
def _modes() -> dict[str, dict[str, tuple[int, str]]]:
    """For each act of the data file, its words with the place of their mode in the file and the mode."""
    raw: dict[str, Any] = shipped_yaml(resources.files("dragoman.coding") / "data" / "means.yml")
    return {
        act: {
            word: (n, mode)
            for n, (mode, words) in enumerate(modes.items())
            if mode != "__line__"
            for word in words
        }
        for act, modes in raw.items()
        if act != "__line__"
    }


def mode_by_means(g: Grammar, one: Coded) -> str | None:
    """The mode of a coded act: its own, else the one that the words beside it name, if any."""
    modes = _modes().get(one.act)
    if one.mode == "aerial" and _grounded(g, one):
        return "explosives"  # "rebels bombed the town hall"
    if one.mode is not None or modes is None:
        return one.mode
    found = [m for i in _beside(g, one) for m in _named(g, i, modes)]
    return min(found)[1] if found else None


def _grounded(g: Grammar, one: Coded) -> bool:
    """Whether fighters without a state did it, of whose aircraft the sentence does not tell."""
    fighters = bool(one.actors) and all(f.actor.sector in OUTLAWS for f in one.actors)
    words = {w for i in range(*g.sents[g.sent[one.trigger]]) for w in (g.lower[i], g.lemma[i])}
    return fighters and not words & _FLOWN


def _beside(g: Grammar, one: Coded) -> list[int]:
    """The tokens that may name the means: doers and instruments of an assault, what a sanction imposes."""
    tellers = [one.trigger] if one.carrier is None else [one.trigger, one.carrier]
    near: list[int] = []
    for v in tellers:
        if one.act == "SANCTION":
            near += [v, *g.objects(v), *g.prep_objects(v, "with")] if g.is_verb(v) else [v]
        elif g.is_verb(v):
            near += g.subjects(v)
            if g.dep[v] in ("advcl", "xcomp") and g.lemma[g.head[v]] == "use":  # "used mines to ambush"
                near += g.objects(g.head[v])
            near += [
                k for c in g.all_children(v, "advcl", "prep") if g.lemma[c] == "use" for k in g.objects(c)
            ]
        else:
            near.append(v)
        if one.act != "SANCTION":
            near += [k for name, k in g.prepositions(v) if name in _WITH]
    return near


def _named(g: Grammar, i: int, modes: dict[str, tuple[int, str]]) -> list[tuple[int, str]]:
    """The modes that a token and what qualifies it name."""
    out = []
    for k in (i, *g.all_children(i, "compound", "amod", "nmod"), *g.prep_objects(i, "of")):
        pair = f"{g.lower[k - 1]} {g.lemma[k]}" if k else g.lemma[k]
        for form in (pair, g.lemma[k], g.lower[k]):
            if form in modes:
                out.append(modes[form])
                break
    return out

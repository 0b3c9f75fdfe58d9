"""Acts that govern another one, demanded, refused, promised or alleged: what they make of it, and what they consume."""

from __future__ import annotations

from dragoman.coding.bench import Bench
from dragoman.coding.lexicon import Entry
from dragoman.coding.ontology import HOSTILE, governed
from dragoman.coding.slots import Slots
from dragoman.language import Grammar

Inner = tuple[str, str | None] | None


def governing(entry: Entry, kind: str, inner: Inner) -> tuple[str, str | None]:
    """Act and mode of an entry that governs another act (`inner`): its own where that is not told."""
    if inner is None:
        act, mode = governed(kind, None)
        return (act, mode) if entry.mode is None and act == entry.act else (entry.act, entry.mode)
    return governed(kind, inner)


def forgone(g: Grammar, inner: Inner, at: int | None) -> bool:
    """Whether the act told at a token below a promise is one of force or of penalty, and said not to be done."""
    return at is not None and inner is not None and inner[0] in HOSTILE | {"MOBILIZE"} and g.is_negated(at)


def consumed(bench: Bench, slots: Slots, entry: Entry) -> list[int]:
    """Predicates inside the governed clause: demanded, refused, alleged or promised, not told as done."""
    g = bench.g
    tops = list(slots.get("comp"))
    if entry.governs:
        tops += slots.get("obj") + slots.get("prep:for") + slots.get("prep:to") + slots.get("prep:on")
        if slots.get("comp") and g.tag[slots.i] in ("VBZ", "VBD"):  # "urges Chad to stop, and [free] them"
            joined = g.all_children(slots.i, "conj", "dep")
            tops += [c for c in joined if g.tag[c] == "VB" and g.child(c, "nsubj", "aux") is None]
    elif entry.mode == "allege":
        tops += slots.get("prep:of") + slots.get("prep:over")
        tops += [c for o in slots.get("obj") for c in g.complements(o)]  # "accused [rebels of ambushing]"
    out: list[int] = []
    for top in tops:
        # "received threats": the object is the act itself
        stack = [top] if top != slots.i and not bench.said.or_else(top) else []
        while stack:
            i = stack.pop()
            out.append(i)
            stack += [c for c in g.children[i] if c != slots.i and _within(bench, c)]
    return out


def _within(bench: Bench, c: int) -> bool:
    """Whether a word below a governed clause is a part of what is governed, and no aside that tells of what was done."""
    seeming = bench.seeming
    return not (
        bench.g.dep[c] == "relcl"
        or seeming.amid(c)
        or seeming.meanwhile(c)
        or seeming.decision(c)
        or seeming.gone_before(c)
        or bench.said.or_else(c)
    )

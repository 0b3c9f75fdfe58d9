"""Acts that govern another one, demanded, refused, promised or alleged: what they make of it, and what they consume."""

from __future__ import annotations

from dragoman.coding.bench import Bench
from dragoman.coding.lexicon import Entry
from dragoman.coding.ontology import HOSTILE, governed
from dragoman.coding.slots import Slots
from dragoman.language import Grammar

Inner = tuple[str, str | None] | None

# Deeds that a participle tells as done, with who did them or when: `free the nun [kidnapped by them in May]`.
_DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_STOPS = frozenset({";", "–", "—", "--"})


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
        apart = bench.said.or_else(top) or _stands_apart(bench, top, slots.i, entry)
        stack = [top] if top != slots.i and not apart else []
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
        or _deed(bench, c)
    )


def _stands_apart(bench: Bench, top: int, v: int, entry: Entry) -> bool:
    """Whether what hangs on a governing verb is told beside it: another clause, or the visit on which it was said.

    `Mali demanded its return; Togo [refused]`, `the talks [collapsed] in May, then Iran refused to come`, `on a [visit] to
    Rome, he urged`.
    """
    g = bench.g
    if g.pos[top] == "NOUN":
        return top < v and g.dep[top] == "pobj" and (bench.matcher.act_at(top) or ("",))[0] == "CONSULT"
    if g.dep[top] != "ccomp" or g.child(top, "nsubj", "nsubjpass") is None:
        return False
    if top < v and entry.governs == "reject":
        return True
    stops = [k for k in range(min(top, v) + 1, max(top, v)) if _stop(g, k)]
    return len(stops) == 1


def _stop(g: Grammar, k: int) -> bool:
    """Whether a token ends a clause as a full stop does: a semicolon, a dash between spaces."""
    if g.lower[k] == "-":
        return g.start[k] > g.end[k - 1] and k + 1 < g.n and g.start[k + 1] > g.end[k]
    return g.lower[k] in _STOPS


def _deed(bench: Bench, c: int) -> bool:
    """Whether a participle below a governed clause tells a deed that was done, by somebody or on a day that it names."""
    g = bench.g
    if g.dep[c] != "acl" or g.tag[c] != "VBN" or (bench.matcher.act_at(c) or ("",))[0] not in _DEEDS:
        return False
    by = any(bench.people.of(k) for a in g.all_children(c, "agent") for k in g.all_children(a, "pobj"))
    return by or any(c < t.first <= g.right[c] for t in g.doc._.times or ())

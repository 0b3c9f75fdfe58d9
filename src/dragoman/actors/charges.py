"""What somebody is accused of, which is no part of who he is: `accused the president of treason`."""

from __future__ import annotations

from dragoman.language import Grammar

# Verbs that tell somebody `of` a thing, or take it from him, as one is accused of it.
_OF_WHICH = frozenset(
    {"convict", "acquit", "warn", "assure", "inform", "notify", "remind", "deprive", "rob", "strip", "rid", "relieve", "absolve"}
)  # fmt: skip


def charged(g: Grammar, i: int, accusing: frozenset[str]) -> int | None:
    """The `of` that says what whoever token `i` means is accused of: `accused the president [of] treason`."""
    v = g.head[i]
    if g.dep[i] not in ("dobj", "nsubjpass") or not (g.lemma[v] in accusing or g.lemma[v] in _OF_WHICH):
        return None
    return next((c for c in g.children[i] if c > i and g.dep[c] == "prep" and g.lower[c] == "of"), None)

"""Those whom a text brings in without a name: `a senior official ... the official`, `one of his advisers ... the adviser`.

Whom a noun with an article means is who was brought in by that noun, not somebody named who may be called so as well.
"""

from __future__ import annotations

from collections.abc import Callable

from dragoman.language import Grammar

REACH = 10  # sentences back, where the noun stands alone
_NEW = frozenset({"a", "an", "another"})
_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj"})
_SAYING_AS = frozenset({"as", "like"})
_PRONOUNS = frozenset({"one", "another"})
_DEFINITE = frozenset({"the", "this", "that"})
_QUALIFYING = frozenset({"amod", "compound", "nmod"})


def phrase(g: Grammar, i: int) -> set[str]:
    """The words right before a noun that say which one it is: {`emirati`} of `the Emirati official`."""
    return {g.lower[c] for c in g.children[i] if c < i and g.dep[c] in _QUALIFYING}


def is_definite(g: Grammar, i: int) -> bool:
    """Whether a singular noun stands with `the` and no word behind that says more of it."""
    before = [c for c in g.children[i] if c < i]
    if g.tag[i] not in ("NN", "NNP") or not any(g.lower[c] in _DEFINITE for c in before):
        return False
    if any(g.dep[c] in ("poss", "nummod") or g.lower[c] == "same" for c in before):
        return False
    return not any(c > i and g.dep[c] in ("prep", "appos", "acl") for c in g.children[i])


def newcomer(g: Grammar, i: int, quoted: Callable[[int], bool] | None = None) -> int | None:
    """The token that heads the last phrase which brought somebody in by the noun at token `i`, by no name."""
    said = phrase(g, i)
    first = 0 if said else g.sents[max(g.sent[i] - REACH, 0)][0]
    for k in range(i - 1, first - 1, -1):
        if g.lemma[k].lower() != g.lemma[i].lower() or g.pos[k] not in ("NOUN", "PROPN"):
            continue
        if quoted is not None and quoted(k):
            continue
        head = _brought_in(g, k)
        if head is not None and said <= phrase(g, k):
            return head
    return None


def _brought_in(g: Grammar, k: int) -> int | None:
    """The head of a phrase by whose noun at token `k` one without a name is brought in."""
    if g.tag[k] in ("NNS", "NNPS"):  # "one of his advisers", "one of the diplomats"
        of = g.head[k]
        one = g.head[of]
        part = g.dep[k] == "pobj" and g.lower[of] == "of" and g.lower[one] in ("one", "another")
        return one if part and g.dep[one] in _ROLES else None
    one = g.head[k]
    if g.dep[k] == "appos" and g.lower[one] in _PRONOUNS and g.dep[one] in _ROLES:
        return one  # "one of them, a retired engineer, has come"
    if g.dep[k] not in _ROLES or g.lower[one] in _SAYING_AS:
        return None
    if not any(g.lower[c] in _NEW for c in g.children[k] if c < k):
        return None
    return None if _is_named(g, k) else k


def _is_named(g: Grammar, k: int) -> bool:
    """Whether a name follows a noun, or stands between commas behind its phrase."""
    first = g.left[k]
    if first > 1 and g.word[first - 1] == "," and g.pos[first - 2] == "PROPN":
        return True  # "Raed Arafat, a doctor born abroad"
    if g.child(k, "appos") is not None or (k + 1 < g.n and g.pos[k + 1] == "PROPN"):
        return True
    last = max((g.right[c] for c in g.children[k] if c > k and g.dep[c] == "prep"), default=k)
    return last + 2 < g.n and g.word[last + 1] == "," and g.pos[last + 2] == "PROPN"

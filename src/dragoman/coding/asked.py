"""What is refused, as an act of its own: `rejected a demand by Cameroon that it withdraw` tells of a demand, too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from dragoman.coding.coded import Coded
from dragoman.coding.ontology import governed
from dragoman.coding.status import HAPPENED
from dragoman.language import Grammar

ActAt = Callable[[int], tuple[str, str | None] | None]

_RULES: Final = {"REQUEST": "request.asked-before", "ACCUSE": "accuse.charged-before"}
# Prepositions after which stands who asked.
_BY: Final = ("by", "from", "of")
_DOUBT: Final = 0.2


def asked_before(g: Grammar, refusal: Coded, act_at: ActAt) -> Coded | None:
    """The demand or charge that a verb of refusing names with who made it and what it was, else `None`.

    It must say both: `dismissed the demands`, `rejected a British request` tell no more than the refusal. What was
    asked for gives both acts their mode.
    """
    v = refusal.trigger
    if refusal.act != "REJECT" or refusal.kind != "verb" or refusal.status.status not in HAPPENED:
        return None
    for n in g.objects(v) or g.prep_objects(v, "aside"):
        act, mode = act_at(n) or ("", None)
        wanted = _wanted(g, n, v) if act in _RULES and g.pos[n] == "NOUN" else []
        beside = {*g.all_children(n, "poss", "amod", "compound", "nmod"), *g.prep_objects(n, *_BY)}
        beside |= {k for k in g.prep_objects(v, "by", "from") if k > n and not g.is_passive(v)}
        askers = [f for f in refusal.recipients if f.token in beside]
        if not wanted or not askers:
            continue
        inner = next((a for k in wanted if (a := act_at(k)) is not None), None)
        if act == "REQUEST" and inner is not None:
            mode = governed("request", inner)[1]
            refusal.mode = mode
        one = Coded(
            _RULES[act], act, mode, n, None, refusal.status, askers, refusal.actors, "noun", refusal.confidence - _DOUBT,
            [f"{g.word[n]!r} is what {g.word[v]!r} refuses"],
        )  # fmt: skip
        one.explain(g)
        return one
    return None


def _that(g: Grammar, c: int) -> bool:
    return any(g.lower[m] == "that" for m in g.all_children(c, "mark"))


def _wanted(g: Grammar, n: int, v: int) -> list[int]:
    """What is asked by a noun that the verb at `v` refuses: `demand that it leave`, `request for aid`, `appeal to stop`.

    The parser may hang the clause, or the phrase, on the verb.
    """
    clauses = [*g.complements(n), *g.all_children(n, "acl")]
    clauses += [
        c
        for c in g.all_children(v, "xcomp", "advcl", "ccomp")
        if c > n and (any(g.lower[a] == "to" for a in g.auxiliaries(c)) or _that(g, c))
    ]
    return [*clauses, *(k for k in (*g.prep_objects(n, "for"), *g.prep_objects(v, "for")) if k > n)]

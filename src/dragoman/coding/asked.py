"""What was asked, as an act of its own, where the clause tells what came of it.

`rejected a demand by Cameroon that it withdraw` tells of a demand, too, and so does `met at the request of Cameroon`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from dragoman.coding.coded import Coded
from dragoman.coding.ontology import governed
from dragoman.coding.participants import Found, Participants, nouns, unique, without
from dragoman.coding.status import HAPPENED, verb_status
from dragoman.language import Grammar

ActAt = Callable[[int], tuple[str, str | None] | None]

_RULES: Final = {"REQUEST": "request.asked-before", "ACCUSE": "accuse.charged-before"}
# Prepositions after which stands who asked.
_BY: Final = ("by", "from", "of")
_DOUBT: Final = 0.2
# Prepositions before a wish that is met by what the clause tells.
_AT: Final = frozenset({"at", "upon", "on", "following", "after"})


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


def at_the_wish(g: Grammar, people: Participants, n: int) -> tuple[list[Found], list[Found], int] | None:
    """Who asked, who was asked, and the verb of what was done, for a noun behind `at`: `met at the request of Warsaw`.

    `None` where the noun at `n` tells no wish that the clause around it meets, or not whose. Who did what was asked need
    not be told: `at the request of Warsaw, twelve fighters were deployed`.
    """
    p = g.head[n]
    if g.dep[n] != "pobj" or g.lower[p] not in _AT or g.lemma[n] not in nouns()["wishes"]:
        return None
    beside = [k for c in g.all_children(n, "poss", "amod", "compound", "nmod") for k in g.noun_conjuncts(c)]
    askers = [f for k in (*beside, *g.prep_objects(n, *_BY)) for f in people.of(k, owner=False)]
    v = g.verb_over(p)
    if not askers or not g.is_verb(v):
        return None
    doers = g.acting_subjects(v, people.is_actor)
    above = g.head[v]
    if not doers and v != above:  # "Meeting at the request of Serbia, the Council condemned"
        doers = g.acting_subjects(g.verb_over(above), people.is_actor)
    own = {f.actor.id for o in g.objects(v) for f in people.of(o)} & {f.actor.id for f in askers}
    if not doers and not own and verb_status(g, v).status in (*HAPPENED, "future"):
        return unique(askers), [], v
    asked = without([f for s in doers for f in people.of(s)], askers)
    home = {f.actor.country for f in askers} - {None}
    foreign = [f for f in asked if f.actor.country not in home]
    if not foreign and any(f.actor.kind == "state" for f in askers):
        return None  # "he met Rice at the request of the Russian side": not asked of a Russian
    return (unique(askers), foreign or asked, v) if asked else None


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

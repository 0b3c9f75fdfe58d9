"""The verb that carries a nominal act: `held talks`, `the talks took place`, `received a warning`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from dragoman.coding.participants import nouns, protests
from dragoman.coding.status import governors
from dragoman.language import Grammar

# How the carrier stands to the act: its subject does it, undergoes it, or is the act itself.
Carrying = Literal["support", "undergo", "occurrence"]
_CONVENED = frozenset({"CONSULT", "PROTEST", "RETREAT"})
_HUNG = 4  # steps up from a relative clause to the noun that it tells of
_GONE_ON = frozenset({"CONSULT", "MOBILIZE", "PROTEST"})
_LASTING = frozenset({"CONSULT", "MOBILIZE", "PROTEST", "ASSAULT"})
# Of what there was, if told so: of contacts and penalties one says that there are some, of these that they happened.
_THERE = frozenset({"PROTEST", "ASSAULT"})
# What one plans, and so may call off; a sanction or a promise that one drops is a concession.
_DECREED = frozenset({"SANCTION", "CONCEDE", "COERCE"})
# Acts of force, which only those who can use it do.
FORCED = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
_STRUCK = frozenset({"target", "victim", "object"})
_PLANNED = frozenset({"CONSULT", "PROTEST", "MOBILIZE", "COOPERATE", "ASSAULT"})


class Carrier(NamedTuple):
    """The verb that carries a nominal act, and how."""

    verb: int
    how: Carrying


def strikes(g: Grammar, verb: int) -> bool:
    """Whether a verb says of its subject that an attack struck it: `was the target of an attack`."""
    return any(g.lemma[k] in _STRUCK for k in g.all_children(verb, "attr"))


def witnessed(g: Grammar, n: int) -> bool:
    """Whether others tell that a nominal act was done: `reported shelling by rebels`, `spoke of raids by jets`."""
    h = g.head[n]
    if g.dep[n] == "dobj":
        return g.lemma[h] in governors()["witnessed"]
    return g.dep[n] == "pobj" and g.lower[h] == "of" and g.lemma[g.head[h]] in governors()["witnessed_of"]


def measured(g: Grammar, n: int) -> int:
    """The measure that a nominal act stands under, else the act: `wrapped up [two days] of talks`."""
    p = g.head[n]
    h = g.head[p]
    measure = g.dep[n] == "pobj" and g.lower[p] == "of" and g.lemma[h] in governors()["measure"]
    return h if measure else n


def carrier_of(g: Grammar, n: int, act_at: Callable[[int], tuple[str, str | None] | None]) -> Carrier | None:
    """The carrier of the nominal act at token `n` (`data/governors.yml`), else `None`.

    A relative clause that tells who did it carries it, unless the clause around it says that it was done:
    `the raid which Turkey launched killed ten`.
    """
    around = _carrier_around(g, n, act_at)
    if around is not None and around.how != "occurrence":
        return around
    support = governors()["support"]
    for c in g.all_children(n, "relcl", "acl"):
        if g.lemma[c] in support and g.tag[c] != "VBG" and n in g.objects(c) and g.subjects(c):
            return Carrier(c, "support")
    if around is None and (due := due_in_clause(g, n)) is not None:
        return Carrier(due[1], "support")
    if around is None and (act_at(n) or ("",))[0] == "CONSULT":
        return _told_in_clause(g, n)
    return around


def due_in_clause(g: Grammar, n: int) -> tuple[int, int] | None:
    """The relative clause that says who was to do a nominal act, and the infinitive that carries it there.

    `The visit that [Chirac was to] [pay] to Mali`, `a trip which he was due to make`.
    """
    for c in g.all_children(n, "relcl", "acl"):
        above = (c, *g.all_children(c, "acomp"))
        for v in (k for a in above for k in g.all_children(a, "xcomp")):
            bare = g.tag[v] == "VB" and not g.is_passive(v)
            bare = bare and all(g.tag[o] in ("WDT", "WP") for o in g.all_children(v, "dobj"))
            if bare and g.lemma[v] in governors()["support"] and n not in g.subjects(c):
                return c, v
    return None


def _told_in_clause(g: Grammar, n: int) -> Carrier | None:
    """The relative clause that tells that a contact was: `the conference, which was held on Sunday`, `the talk that took place`.

    The parser may hang it on the name before it: `the Conference on Libya, which was held`.
    """
    for c in range(n + 1, g.right[n] + 1):
        if g.dep[c] != "relcl" or g.lemma[c] not in governors()["told_in_clause"]:
            continue
        above = g.head[c]
        for _ in range(_HUNG):
            above = above if above == n else g.head[above]
        subject = g.child(c, "nsubj", "nsubjpass")
        if above == n and subject is not None and g.lower[subject] in ("which", "that"):
            return Carrier(c, "support" if g.is_passive(c) else "occurrence")
    return None


def _decreed(g: Grammar, n: int) -> int | None:
    """The verb that puts a measure into a text: `signed a decree on the introduction of sanctions`, else `None`."""
    top, table = n, governors()
    p = g.head[top]
    if g.dep[top] == "pobj" and g.lower[p] == "of" and g.lemma[g.head[p]] in table["imposing"]:
        top = g.head[p]
        if g.dep[top] in ("dobj", "nsubjpass") and g.lemma[g.head[top]] in nouns()["authoring"]:
            return g.head[top]  # "approved the extension of sanctions"
        p = g.head[top]
    if g.dep[top] != "pobj" or g.lower[p] not in ("on", "of", "for", "about", "to"):
        return None
    h = g.head[p]
    if g.is_verb(h):  # the parser may hang the phrase on the verb
        texts = [o for o in g.objects(h) if g.lemma[o] in nouns()["text"] and o < p]
        return h if texts and top != n and g.lemma[h] in nouns()["authoring"] else None
    signed = g.lemma[h] in nouns()["text"] and g.dep[h] in ("dobj", "nsubjpass") and top != n
    return g.head[h] if signed and g.lemma[g.head[h]] in nouns()["authoring"] else None


def _carrier_around(
    g: Grammar, n: int, act_at: Callable[[int], tuple[str, str | None] | None]
) -> Carrier | None:
    table = governors()
    top = g.first_of_row(n)
    act = (act_at(n) or ("",))[0]
    if act in _DECREED:
        signed = _decreed(g, n)
        if signed is not None:
            return Carrier(signed, "support")
    contact = act == "CONSULT"
    unrest = act == "PROTEST" or g.lemma[n] in protests()["demo"]  # a protest that is lodged is an accusation
    if act in _LASTING:
        top = measured(g, top)
    if g.dep[top] == "pobj" and g.lower[g.head[top]] == "of":  # "made dozens of arrests"
        counted = g.head[g.head[top]]
        if g.lemma[counted] in nouns()["quantity"]:
            top = counted
        elif g.lemma[counted] in _STRUCK and g.dep[counted] == "attr" and g.is_verb(g.head[counted]):
            return Carrier(g.head[counted], "undergo")  # "was the target of an attack"
    h, dep = g.head[top], g.dep[top]
    if dep == "pobj" and g.is_verb(g.head[h]):
        v, preposition = g.head[h], g.lower[h]
        if g.lemma[v] in table.get(f"undergone.{preposition}", ()):
            return Carrier(v, "undergo")
        if g.lemma[v] in table.get(f"carried.{preposition}", ()):
            if g.lemma[v] == "be" and preposition == "on" and (act_at(n) or ("",))[0] not in _GONE_ON:
                return None
            return Carrier(v, "support")
    if not g.is_verb(h):
        return None
    if dep == "attr" and (unrest or act in _THERE) and g.lemma[h] == "be" and g.child(h, "expl") is not None:
        return Carrier(h, "occurrence")  # "there were protests in Tbilisi"
    if top != n and dep == "npadvmod":  # "ended [a week] of talks", which the parser takes for a time
        dep = "dobj"
    if dep in ("dobj", "nsubjpass", "attr", "oprd"):
        if contact and g.lemma[h] in table["support_contact"]:
            return Carrier(h, "support")
        if g.lemma[h] == "call":  # one calls a meeting or a strike; sanctions are called something
            named = act_at(n)
            judged = any(k > n for k in g.all_children(h, "oprd"))
            convened = named is not None and named[0] in _CONVENED
            if judged or not (convened or g.lemma[n] in protests()["demo"]):
                return None
        if unrest and dep in ("dobj", "nsubjpass") and g.lemma[h] in table["stirring"]:
            return Carrier(h, "occurrence")  # "the verdict sparked protests", "the march was broken up"
        if dep == "dobj" and g.lemma[h] in table["undergone.obj"]:
            return Carrier(h, "undergo")
        if g.lemma[h] in table["support"] and not (act in FORCED and g.lemma[h] in table["in_words"]):
            return Carrier(h, "support")
        if act == "AGREE" and g.lemma[h] in table["taken_back"]:
            return Carrier(h, "support")
        if g.lemma[h] in table["called_off"] and (act_at(n) or ("",))[0] in _PLANNED:
            return Carrier(h, "support")
        return None
    if dep == "nsubj" and (
        g.lemma[h] in table["occurrence"]
        or (contact and g.lemma[h] in table["occurrence_contact"])
        or (unrest and g.lemma[h] in table["occurrence_protest"])
    ):
        return Carrier(h, "occurrence")
    return None

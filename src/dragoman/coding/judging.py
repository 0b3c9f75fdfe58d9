"""Whether the act of an entry is told as done: by its clause, and by what the entry itself says of it."""

from __future__ import annotations

from dragoman.coding.lexicon import SPOKEN, Entry
from dragoman.coding.ontology import COOPERATIVE
from dragoman.coding.seeming import Seeming
from dragoman.coding.slots import Slots
from dragoman.coding.status import (
    ATTEMPTED,
    HAPPENED,
    NEGATION,
    TOLD,
    Judged,
    governors,
    noun_status,
    verb_status,
)
from dragoman.language import Grammar

# Before a day by which, at the latest, a thing must be done: that is a demand.
_LATEST = frozenset({"by", "before", "until", "till", "within", "after", "since"})
_ON_ITS_DAY = Judged("future", "on a day that is set")


def judge_verb(g: Grammar, seeming: Seeming, entry: Entry, slots: Slots) -> Judged:
    """The status of the act that a verb or a predicate tells by an entry."""
    v = slots.i
    words = slots.sense.rest if slots.sense is not None else ()
    judged = verb_status(g, v if g.is_verb(v) else g.head[v])
    if g.dep[v] == "advcl" and g.tag[v] == "VBG" and entry.act not in SPOKEN and g.child(v, "mark") is None:
        above = verb_status(g, g.head[v]) if g.is_verb(g.head[v]) else judged
        if judged.status == "actual" and above.status in ("future", "hypothetical"):
            judged = above  # "will hold talks with him, exchanging views on trade"
    if judged.status == "future" and entry.act in (*SPOKEN, "REQUEST") and g.dep[v] == "xcomp":
        if g.lemma[g.head[v]] in governors()["going_on"]:
            judged = Judged("actual", f"goes on: under {g.word[g.head[v]]!r}")
    if judged.why == NEGATION or judged.why.endswith("is negated"):
        if {"no", "not"} & set(words) and g.is_verb(v):
            judged = Judged("actual", "the negation belongs to the entry")  # "sees no reason to"
    if _decided(seeming, entry, v) and judged.status == "future":
        judged = Judged("actual", "decided upon by who has the power")
    if judged.status == "future" and entry.act in TOLD and _announced(g, v):
        judged = Judged("actual", f"done by being told: {g.word[g.head[v]]!r}")
    if "would" in words and judged.why.startswith(("would", "'would'")):
        judged = Judged("actual", "the wish belongs to the entry")  # "would like X to"
    if "will" in words and judged.why == "will":
        judged = Judged("actual", "the promise belongs to the entry")  # "will abide by the accord"
    if judged.status == "hypothetical" and _on_a_day(g, entry.act, v):
        judged = _ON_ITS_DAY
    brokering = (entry.act, entry.mode) == ("CONSULT", "third-party")
    if (entry.act in ("ASSAULT", "PROTEST") or brokering) and g.dep[v] == "xcomp":
        if g.lemma[g.head[v]] in governors()["attempts"]:
            # CAMEO 185: an attempt to assassinate is an assault; who tries to mediate does so
            judged = verb_status(g, g.head[v])
            if brokering and judged.status in HAPPENED:
                judged = Judged(judged.status, ATTEMPTED)
    return judged


def _announced(g: Grammar, v: int) -> bool:
    """Whether a gerund is what somebody announced and so did: `announced recalling its envoy`; not `will announce`."""
    h = g.head[v]
    gerund = g.tag[v] == "VBG" and g.dep[v] in ("xcomp", "ccomp", "dobj") and not g.auxiliaries(v)
    return gerund and g.lemma[h] == "announce" and verb_status(g, h).status in HAPPENED


def judge_noun(g: Grammar, act: str, slots: Slots) -> Judged:
    """The status of an act that the noun of `slots` tells."""
    judged = noun_status(g, slots.i, slots.carrier, support=slots.support, act=act)
    hoped = judged.status == "hypothetical" and slots.carrier is not None
    return _ON_ITS_DAY if hoped and _on_a_day(g, act, slots.carrier) else judged


def _on_a_day(g: Grammar, act: str, v: int | None) -> bool:
    """Whether what one hopes to do, or translations say must be done, has its day: `hopes to visit Accra on Friday`."""
    if v is None or act not in COOPERATIVE:
        return False
    hoped = g.dep[v] == "xcomp" and g.lemma[g.head[v]] == "hope" and not g.is_negated(g.head[v])
    due = act == "CONSULT" and any(g.lower[a] == "must" for a in g.auxiliaries(v)) and not g.is_negated(v)
    if not (hoped or due):
        return False
    inside = range(g.left[v], g.right[v] + 1)
    times = [t for t in g.doc._.times or () if t.first in inside and t.kind != "vague"]
    return any(hoped or g.lower[t.first] == "on" or g.lower[t.first - 1] not in _LATEST for t in times)


def _decided(seeming: Seeming, entry: Entry, v: int) -> bool:
    """Whether a penalty or a ban is what somebody's decision was: `condemned the decision of Chad to expel two envoys`."""
    penal = entry.act in ("SANCTION", "REJECT") or (
        entry.act == "COERCE" and entry.mode not in ("arrest", "deport")
    )
    return penal and seeming.decision(v)

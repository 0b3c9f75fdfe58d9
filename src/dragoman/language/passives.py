"""Mends passives in forms that hide from the parser what was done to whom, on the plain lists of a parse."""

from __future__ import annotations

from typing import Final

from dragoman.language.lists import Lists, words

_STAYING: Final = frozenset({"remain", "remains", "remained", "remaining", "stay", "stays", "stayed"})
_BE: Final = frozenset({"is", "are", "was", "were"})
_SEEING: Final = frozenset({"see", "sees", "saw", "seen", "seeing"})
_PARTICIPLES: Final = frozenset({"VBN", "VBD"})
_ON: Final = frozenset({"on", "in"})
# What others do before somebody undergoes a thing: `freed after [mediation] by the envoys`.
_GOOD_OFFICES: Final = frozenset(
    {
        "mediation",
        "intervention",
        "negotiation",
        "negotiations",
        "talks",
        "pressure",
        "appeals",
        "efforts",
        "intercession",
    }
)


def restore(parse: Lists) -> None:
    """Mend a parse in place: labels and heads of participles, of those to whom a thing was done and of who did it."""
    _reduce_openers(parse)
    _join_around_day(parse)
    _keep_done(parse)
    _turn_round(parse)
    _list_those(parse)
    _see_done(parse)
    _order_done(parse)
    _find_agents(parse)
    _join_gapped(parse)
    _leave_deeds(parse)
    _leave_arrived(parse)


def _leave_arrived(parse: Lists) -> None:
    """Make no passive of who has gone or come, as French and German have it: `The president [is gone] to Lome`."""
    for v, word in enumerate(parse.lower):
        if word not in words("gone_by_be") or not parse.has(v, "auxpass") or parse.has(v, "agent", "dobj"):
            continue
        for k in parse.below(v, "nsubjpass"):
            parse.dep[k] = "nsubj"
        for k in parse.below(v, "auxpass"):
            parse.dep[k] = "aux"


def _reduce_openers(parse: Lists) -> None:
    """Make a participle of what stands behind the noun of an opening phrase: `Under the deal [signed] in May, ten men were freed`."""
    tag, dep, head = parse.tag, parse.dep, parse.head
    for v, label in enumerate(dep):
        w = head[v]
        if label not in ("ccomp", "advcl") or tag[v] not in _PARTICIPLES or w < v:
            continue
        if parse.has(v, "nsubj", "nsubjpass", "dobj", "aux", "auxpass", "mark", "expl", "ccomp", "xcomp"):
            continue
        opening = [p for p in parse.below(v, "prep") if p < v]
        if not opening or parse.pos[v - 1] != "NOUN" or parse.last(opening[-1]) != v - 1:
            continue
        for p in opening:
            parse.hang(p, w)
        parse.hang(v, v - 1, "acl")
        tag[v] = "VBN"


def _join_around_day(parse: Lists) -> None:
    """Make a passive of what a day parts: `The editor was on 3 May [arrested] by the police`."""
    lower, dep, head = parse.lower, parse.dep, parse.head
    for be, word in enumerate(lower):
        p = be + 1
        if word not in _BE or dep[be] == "auxpass" or p >= len(lower) or lower[p] not in _ON:
            continue
        v = next((k for k in range(p + 2, min(p + 6, len(lower))) if parse.tag[k] in _PARTICIPLES), None)
        if v is None or dep[v] not in ("acl", "advcl") or parse.has(v, "nsubj", "nsubjpass", "aux", "mark"):
            continue
        between = lower[p + 1 : v]
        if not any(w in words("days") for w in between) or any(w in (",", "and") for w in between):
            continue
        if head[p] not in (be, v) or parse.has(be, "attr", "acomp") or not parse.has(be, "nsubj"):
            continue
        if not be <= head[v] < v:
            continue
        parse.replace(be, v)
        parse.hang(be, v, "auxpass")
        parse.pos[v], parse.tag[v] = "VERB", "VBN"
        for k in parse.below(v, "nsubj"):
            parse.hang(k, v, "nsubjpass")


def _keep_done(parse: Lists) -> None:
    """Make a passive of a state that a deed has left and that goes on: `Rallies remain [banned] in Cairo`."""
    for w, label in enumerate(parse.dep):
        v = parse.head[w]
        if label != "acomp" or v > w or parse.lower[v] not in _STAYING:
            continue
        if parse.lower[w] in words("kept_so") and parse.has(v, "nsubj"):
            parse.replace(v, w)
            parse.hang(v, w, "auxpass")
            parse.pos[w], parse.tag[w] = "VERB", "VBN"
    for v, word in enumerate(parse.lower):
        if word in _STAYING and parse.dep[v] == "auxpass":
            for k in (*parse.below(v, "nsubj"), *parse.below(parse.head[v], "nsubj")):
                parse.hang(k, parse.head[v], "nsubjpass")


def _turn_round(parse: Lists) -> None:
    """Make a passive's subject of the noun behind it: `Also arrested was [the editor]`."""
    for w, label in enumerate(parse.dep):
        if label != "auxpass" or parse.lower[w] not in _BE:
            continue
        v = parse.head[w]
        if parse.tag[v] != "VBN" or parse.has(v, "nsubj", "nsubjpass"):
            continue
        there = parse.has(v, "expl")  # "there were arrested [nine citizens]", as translations have it
        behind = (
            parse.below(v, "dobj") if there else [k for k in parse.below(w, "nsubj", "attr") if v < w < k]
        )
        if behind:
            parse.hang(behind[0], v, "nsubjpass")


def _list_those(parse: Lists) -> None:
    """Make those named behind a list's opening whom its participle is about: `Among those arrested were [two editors]`."""
    for p, word in enumerate(parse.lower):
        be = parse.head[p]
        if word != "among" or be < p or parse.lower[be] not in _BE:
            continue
        done = [
            v
            for k in parse.below(p, "pobj")
            if parse.lower[k] == "those"
            for v in parse.below(k, "acl")
            if parse.tag[v] == "VBN" and not parse.has(v, "nsubjpass", "dobj")
        ]
        named = [k for k in parse.below(be, "nsubj", "attr") if k > be]
        if done and named:
            parse.hang(named[0], done[0], "nsubjpass")


def _see_done(parse: Lists) -> None:
    """Make a passive of what a time or an event is said to have seen: `The purge saw hundreds [jailed]`."""
    for v, label in enumerate(parse.dep):
        h = parse.head[v]
        if label != "ccomp" or parse.tag[v] not in _PARTICIPLES or h > v or parse.lower[h] not in _SEEING:
            continue
        if any(w in (";", ",", ":") for w in parse.lower[h:v]):
            continue  # "Kerry saw Zarif; on Monday the two men sat together"
        if parse.has(v, "aux", "auxpass", "mark", "dobj", "ccomp", "xcomp", "nsubjpass"):
            continue
        seen = parse.below(v, "nsubj")
        if len(seen) == 1 and h < seen[0] < v and parse.pos[seen[0]] != "PRON":
            parse.tag[v] = "VBN"
            parse.dep[seen[0]] = "nsubjpass"


def _order_done(parse: Lists) -> None:
    """Make content of an order of a participle taken for a sentence's verb: `A judge ordered the editor [held] pending trial`.

    Where what stands behind the editor's name parts them, of one coordinated with the order.
    """
    dep, head = parse.dep, parse.head
    for v, word in enumerate(parse.lower):
        if word not in words("ordered_so") or parse.tag[v] not in _PARTICIPLES:
            continue
        if parse.has(v, "aux", "auxpass", "cc") or parse.lower[v - 1] in ("and", "or", "but", "then"):
            continue
        judges = parse.below(v, "nsubj")
        orders = [k for n in judges for k in parse.below(n, "acl")] if judges else [head[v]]
        o = orders[-1] if orders else v
        whom = [k for k in parse.below(o, "dobj") if o < k < v]
        if parse.lower[o] != "ordered" or not whom or parse.last(whom[-1]) > v:
            continue
        if judges:
            parse.replace(v, o)
            parse.tag[o] = "VBD"
            parse.hang(judges[0], o, "nsubj")
            for k in parse.below(o):
                if k > v:
                    parse.hang(k, v)
        elif dep[v] != "conj" or not parse.has(whom[-1], "appos") or parse.lower[v - 1] != ",":
            continue
        parse.hang(v, o, "ccomp")
        parse.hang(whom[-1], v, "nsubj")


def _join_gapped(parse: Lists) -> None:
    """Make a passive of a participle that leaves out the verb before it: `Seven were killed and an eighth [wounded] when`."""
    tag, dep, head = parse.tag, parse.dep, parse.head
    for v, label in enumerate(dep):
        n = head[v]
        if label != "acl" or tag[v] != "VBN" or dep[n] != "conj" or not n < v <= n + 3:
            continue
        first = head[n]
        if tag[first] != "VBN" or not parse.has(first, "auxpass") or not parse.has(first, "nsubjpass"):
            continue
        parse.hang(v, first, "conj")
        parse.hang(n, v, "nsubjpass")


def _leave_deeds(parse: Lists) -> None:
    """Hang who did a thing on the noun for it, not on what came of it: `freed after [mediation by local elders]`."""
    for p, label in enumerate(parse.dep):
        if label == "agent" and parse.lower[p - 1] in _GOOD_OFFICES and parse.dep[p - 1] == "pobj":
            parse.hang(p, p - 1, "prep")


def _find_agents(parse: Lists) -> None:
    """Hang who did a thing on its participle, not on what it was done as: `outlawed as terrorists [by Canada]`."""
    for p, word in enumerate(parse.lower):
        n = parse.head[p]
        if word != "by" or parse.dep[p] not in ("prep", "agent") or n > p or parse.dep[n] != "pobj":
            continue
        role = parse.head[n]
        v = parse.head[role]
        if parse.lower[role] != "as" or parse.dep[role] != "prep" or parse.tag[v] != "VBN":
            continue
        if not parse.has(v, "agent") and (parse.dep[v] == "acl" or parse.has(v, "auxpass")):
            parse.hang(p, v, "agent")

"""Mends which verb belongs to whom, on the plain lists of a parse: in a list of clauses, before a deposed minister, after `had`."""

from __future__ import annotations

from typing import Final

from dragoman.language.lists import PROPER, TENSED, Lists, words

_SUBORDINATE: Final = frozenset({"relcl", "advcl", "ccomp"})


def assign(parse: Lists) -> None:
    """Mend a parse in place: heads, labels and tags of verbs and what hangs on them."""
    _read_deposed(parse)
    _keep_in_clause(parse)
    _read_causatives(parse)


def _read_deposed(parse: Lists) -> None:
    """Make a participle of a verb that has the verb before it for its subject: `the junta freed [deposed] minister X`."""
    tag, dep, head = parse.tag, parse.dep, parse.head
    for v, label in enumerate(dep):
        w = v + 1
        if label != "nsubj" or tag[v] != "VBD" or head[v] != w or tag[w] not in ("VBD", "VBN"):
            continue
        objects = [k for k in parse.below(w, "dobj") if k > w]
        if not objects or not parse.has(v, "nsubj"):
            continue
        parse.replace(w, v)
        parse.hang(w, objects[0], "amod")
        tag[w], parse.pos[w] = "VBN", "VERB"


def _keep_in_clause(parse: Lists) -> None:
    """Keep the later verbs of a list in the subordinate clause that it began: `when Riyadh expelled X, [recalled] its envoy and [froze] trade`.

    The parser hangs them on the main verb. Where that has something else than a name for its subject, or another tense,
    they are done by whoever the clause before them names.
    """
    tag, dep, head = parse.tag, parse.dep, parse.head
    for w, label in enumerate(dep):
        main = head[w]
        if label != "conj" or main > w or tag[w] not in TENSED or not parse.lacks_subject(w):
            continue
        if parse.lower[w - 1] != "," or not parse.has(w, "conj") or parse.has(w, "aux", "auxpass"):
            continue
        v = w - 1
        while v > main and not (dep[v] in _SUBORDINATE and tag[v] == tag[w]):
            v -= 1
        if v == main or parse.last(v) != w - 2:
            continue
        mine, others = parse.below(v, "nsubj"), parse.below(main, "nsubj")
        named = any(tag[k] in PROPER for k in mine)
        nameless = bool(others) and not any(tag[k] in PROPER or tag[k] == "PRP" for k in others)
        if named and (nameless or (tag[main] == "VBN" and parse.has(main, "aux"))):
            parse.hang(w, v)


def _read_causatives(parse: Lists) -> None:
    """Give whoever has a thing done the participle for a verb: `Kony had his deputy [executed]`."""
    lower, tag, dep, head = parse.lower, parse.tag, parse.dep, parse.head
    for v, label in enumerate(dep):
        if tag[v] != "VBN" or lower[v] not in words("causatives") or label not in ("acl", "ccomp"):
            continue
        if parse.has(v, "agent", "aux", "auxpass"):
            continue
        if label == "acl":
            o = head[v]
            while dep[o] in ("appos", "conj") and head[o] != o:
                o = head[o]
            have = head[o]
            whole = dep[o] == "dobj" and parse.last(o) == parse.last(v)
        else:
            have = head[v]
            o = next(iter(parse.below(v, "nsubj", "nsubjpass")), -1)
            whole = o > have
        if not whole or lower[have] not in ("had", "has", "have") or parse.pos[have] != "VERB" or have > o:
            continue
        parse.replace(have, v)
        parse.hang(o, v, "dobj")
        parse.hang(have, v, "aux")
        tag[v] = "VBD"

"""Parts rows of names and of clauses that the parser ran together, on the plain lists of a parse."""

from __future__ import annotations

from typing import Final

from dragoman.language.lists import PROPER, TENSED, Lists, words
from dragoman.language.marks import CLOSES, OPENS

# Titles too, where two names with titles stand side by side.
_CHIEFS: Final = frozenset({"chief", "head", "strongman", "negotiator", "mediator"})

# Who rules, and who fights them.
_RULERS: Final = frozenset({"government", "army", "military", "regime", "junta"})
_FIGHTERS: Final = frozenset(
    {"rebels", "guerrillas", "guerillas", "insurgents", "separatists", "fighters", "militants", "militias", "negotiators"}
)  # fmt: skip


def part_rows(parse: Lists) -> None:
    """Mend a parse in place: labels and heads."""
    _list_names(parse)
    _name_several(parse)
    _part_names(parse)
    _part_sides(parse)
    _part_clauses(parse)
    _raise_finite(parse)
    _lower_infinitives(parse)
    _raise_judging(parse)
    _raise_appeals(parse)
    _part_last(parse)


def _list_names(parse: Lists) -> None:
    """Make the second of several names one of them, which the parser took for another name of the first.

    `[Saudi Arabia, Egypt, the Emirates and Bahrain] cut ties`, `[X, its ally Y and Z]`.
    """
    lower, tag, dep, head = parse.lower, parse.tag, parse.dep, parse.head
    for k, label in enumerate(dep):
        first = head[k]
        if label not in ("appos", "npadvmod") or first > k or tag[first] not in PROPER:
            continue
        others = [c for c in parse.below(k, "conj") if tag[c] in PROPER]
        if (
            not others
            or lower[others[-1]] in words("titles")
            or not words("days").isdisjoint((lower[k], lower[first]))
        ):
            continue
        if lower[k] in words("titles") or not (tag[k] in PROPER or parse.has(k, "appos")):
            continue
        if "," in lower[first + 1 : k]:
            parse.hang(k, first, "conj")


def _name_several(parse: Lists) -> None:
    """Make names between commas those of the several before: `its only [allies], Cuba and Bolivia, praised`, no row of three."""
    lower, tag, dep, head = parse.lower, parse.tag, parse.dep, parse.head
    for k, label in enumerate(dep):
        first = head[k]
        if label != "conj" or first > k or tag[first] != "NNS" or tag[k] not in PROPER:
            continue
        second = next((c for c in parse.below(k, "conj") if tag[c] in PROPER), None)
        if second is None or parse.has(first, "cc") or lower[parse.first(k) - 1] != ",":
            continue
        if parse.first(second) > 0 and lower[parse.first(second) - 1] == "and" and parse.follows(second, ","):
            parse.hang(k, first, "appos")


def _part_names(parse: Lists) -> None:
    """Make two of two names with titles that the parser ran into one: `[Russian security chief A] and [rebel commander B] signed`."""
    lower, tag, dep, head = parse.lower, parse.tag, parse.dep, parse.head
    for c in range(2, len(lower) - 2):
        a = c - 1
        if lower[c] != "and" or tag[a] not in PROPER or lower[a] in words("titles") or dep[a] == "conj":
            continue
        last = c + 1 if head[c + 1] > c else c + 2  # its adjective may hang on the name before
        while dep[last] in ("compound", "amod", "nmod") and head[last] > last:
            last = head[last]
        above = a
        while dep[above] in ("compound", "amod", "nmod") and head[above] > above:
            above = head[above]
        if above != last or last <= c + 1 or tag[last] not in PROPER or dep[last] in ("compound", "amod"):
            continue
        first = parse.first(last)
        parts = (range(first, a), range(c + 1, last))
        if not all(any(lower[k] in words("titles") | _CHIEFS for k in part) for part in parts):
            continue
        hub = head[last]
        for k in range(first, last):
            if k < a and head[k] > c:
                parse.hang(k, a)
            elif k > c and head[k] < c:
                parse.hang(k, last, "amod")
        parse.hang(a, a if hub == last else hub, dep[last])
        parse.hang(c, a, "cc")
        parse.hang(last, a, "conj")


def _part_sides(parse: Lists) -> None:
    """Make two of two sides that the parser ran into one: `[the Ethiopian government] and [Tigray rebels] signed`."""
    lower, tag, dep, head = parse.lower, parse.tag, parse.dep, parse.head
    for a, word in enumerate(lower):
        last = head[a]
        if word not in _RULERS or dep[a] not in ("nmod", "compound") or last < a + 3 or tag[last] != "NNS":
            continue
        if lower[a + 1] != "and" or not parse.has(a, "det", "poss", "amod"):
            continue
        named = [c for c in parse.below(a, "conj") if c > a + 1]
        if lower[last] not in _FIGHTERS or any(k < a for k in parse.below(last) if k != a):
            continue
        above, label = head[last], dep[last]
        parse.hang(a, a if above == last else above, label)
        for c in named:
            parse.hang(c, last, "compound")
        parse.hang(a + 1, a, "cc")
        parse.hang(last, a, "conj")


def _part_clauses(parse: Lists) -> None:
    """Make two clauses of what a semicolon parts: `Iran [refuses ...]; the West rejects`, the first no object of the second."""
    lower, dep, head = parse.lower, parse.dep, parse.head
    for mark, word in enumerate(lower):
        if word != ";":
            continue
        v = head[mark]
        for c in parse.below(v, "ccomp"):
            if (
                c < mark < v
                and parse.has(c, "nsubj", "nsubjpass", "expl")
                and lower[v] not in words("sayings")
            ):
                above = head[v]
                parse.hang(c, c if above == v else above, dep[v])


def _raise_finite(parse: Lists) -> None:
    """Coordinate a finite verb with the finite verb above, not with a gerund or infinitive: `thanked Japan for sending X and called on`."""
    tag, dep, head = parse.tag, parse.dep, parse.head
    for w, label in enumerate(dep):
        h = head[w]
        if label != "conj" or tag[w] not in TENSED or tag[h] not in ("VBG", "VB") or w < h:
            continue
        if parse.has(w, "nsubj", "nsubjpass", "expl") or dep[h] not in ("pcomp", "xcomp", "advcl", "acl"):
            continue
        above = parse.verb_above(h)
        while above is not None and tag[above] in ("VBG", "VB"):
            above = parse.verb_above(above)
        if above is None or tag[above] != tag[w] or above > h:
            continue
        for c in parse.below(h, "cc"):
            if h < c < w:
                parse.hang(c, above)
        parse.hang(w, above, "conj")


def _lower_infinitives(parse: Lists) -> None:
    """Coordinate a bare verb with the infinitive before it, not with a finite verb: `urged him to step down, [free] them and leave`."""
    tag, dep, head = parse.tag, parse.dep, parse.head
    for w, label in enumerate(dep):
        h = head[w]
        if (
            label == "conj"
            and tag[w] == "VBP"
            and tag[h] == "VB"
            and not parse.has(w, "nsubj", "expl", "aux")
        ):
            if parse.has(h, "aux") or dep[h] == "conj":
                tag[w] = "VB"  # "to free all and [lift] the curfew"
        if label not in ("conj", "dep") or tag[w] != "VB" or tag[h] not in TENSED | {"VBG", "VBN"} or w < h:
            continue
        if parse.has(w, "aux", "nsubj", "nsubjpass", "expl", "auxpass") or parse.has(h, "aux"):
            continue
        infinitives = [
            k
            for k in range(h + 1, w)
            if tag[k] == "VB" and any(parse.lower[a] == "to" for a in parse.below(k, "aux"))
        ]
        above = infinitives[-1] if infinitives else None
        while above is not None and above != h and head[above] != above:
            if above == infinitives[-1] or dep[above] in (
                "xcomp",
                "acl",
                "conj",
                "prep",
                "pobj",
                "dobj",
                "pcomp",
            ):
                above = head[above]
            else:
                above = None
        if above != h:
            continue
        for c in parse.below(h, "cc"):
            if infinitives[-1] < c:
                parse.hang(c, infinitives[-1])
        parse.hang(w, infinitives[-1], "conj")


def _raise_judging(parse: Lists) -> None:
    """Coordinate a verb behind a judgement in quotation marks with the verb of judging: `called X "crazed" and [accused] Y`."""
    lower, tag, dep, head = parse.lower, parse.tag, parse.dep, parse.head
    for w, label in enumerate(dep):
        h = head[w]
        if label != "conj" or tag[w] not in TENSED or h + 1 >= w or h < 2:
            continue
        if lower[h + 1] not in CLOSES or lower[h - 1] not in OPENS or parse.has(w, "nsubj", "nsubjpass"):
            continue
        above = head[h]
        if above == h or above > h or tag[above] != tag[w] or dep[h] not in ("ccomp", "oprd", "xcomp"):
            continue
        for c in parse.below(h, "cc"):
            if h < c < w:
                parse.hang(c, above)
        parse.hang(w, above, "conj")


def _raise_appeals(parse: Lists) -> None:
    """Give an appeal or reproach behind a comma to who tells, not to whom he tells of: `The group said police beat ten, and [urged] Chad to`."""
    lower, tag, dep, head = parse.lower, parse.tag, parse.dep, parse.head
    for w, label in enumerate(dep):
        h = head[w]
        says = head[h]
        if label != "conj" or lower[w] not in words("appeals") or dep[h] != "ccomp" or not says < h < w:
            continue
        if lower[says] not in words("sayings") or tag[says] not in TENSED:
            continue
        joints = [c for c in parse.below(h, "cc") if h < c < w]
        if not joints or lower[joints[-1] - 1] != "," or parse.has(w, "nsubj", "nsubjpass", "expl", "aux"):
            continue
        parse.hang(joints[-1], says)
        parse.hang(w, says, "conj")


def _part_last(parse: Lists) -> None:
    """Give the last noun of a row to the verb right behind it: `froze the assets of X, and [prosecutors in Madrid] opened`.

    A verb that shares the subject of the verb before it would follow `and` or a comma itself.
    """
    dep, head = parse.dep, parse.head
    for v, label in enumerate(dep):
        h = head[v]
        if label != "conj" or h > v or parse.pos[h] not in ("VERB", "AUX") or not parse.lacks_subject(v):
            continue
        last = parse.first(v) - 1
        noun = last
        while h < noun and not (dep[noun] == "conj" and parse.pos[noun] in ("NOUN", "PROPN", "PRON")):
            noun = head[noun]
        before = parse.first(noun) - 1
        if noun <= h or parse.last(noun) != last or dep[before] != "cc" or head[before] == h:
            continue
        parse.hang(before, h)
        parse.make_subject(noun, v)

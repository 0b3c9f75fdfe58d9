"""Gives finite verbs the subjects that the parser hid in what opens a sentence: an age, a time, a date, a place."""

from __future__ import annotations

from typing import Final

from dragoman.language.lists import DAY_PARTS, DETERMINERS, PROPER, TIMES, Lists, words

_PREPOSITIONS: Final = frozenset({"on", "by", "in", "since", "until", "late", "early", "last", "before"})


def reveal(parse: Lists) -> None:
    """Mend a parse in place: labels and heads."""
    _free_ages(parse)
    _free_evenings(parse)
    _free_subjects(parse)
    _part_dates(parse)
    _find_subjects(parse)


def _free_ages(parse: Lists) -> None:
    """Make a subject of an age before a verb that the parser hung on its object: `the [55-year-old] told reporters`."""
    lower, pos, tag, dep, head = parse.lower, parse.pos, parse.tag, parse.dep, parse.head
    for v in range(5, len(lower)):
        age = v - 1
        if tag[v] != "VBD" or lower[age] != "old" or lower[v - 3] not in ("year", "years"):
            continue
        n = head[v]
        if n <= v or dep[v] not in ("amod", "compound", "nmod"):
            continue
        above, label = head[n], dep[n]
        if above > v and above != n:
            continue
        for k in parse.below(n):
            if k < v:
                parse.hang(k, age)
        if above in (n, v):
            parse.hang(v, v, "ROOT")
        elif dep[above] == "ROOT":  # "'We will stay,' the 55-year-old told reporters"
            parse.hang(v, v, "ROOT")
            parse.hang(above, v, "ccomp")
        else:
            parse.hang(v, above, label)
        parse.hang(n, v, "dobj")
        parse.hang(age, v, "nsubj")
        pos[v], pos[age], tag[age] = "VERB", "NOUN", "NN"


def _free_evenings(parse: Lists) -> None:
    """Make a time of a second subject: `Koizumi [that evening] told reporters`."""
    lower, tag, dep, head = parse.lower, parse.tag, parse.dep, parse.head
    for i, label in enumerate(dep):
        if (
            label != "nsubj"
            or lower[i] not in TIMES
            or i < 2
            or lower[i - 1] not in DETERMINERS | {"same", "next"}
        ):
            continue
        others = [k for k in parse.below(head[i], "nsubj", "nsubjpass") if k != i and k < i]
        if others and tag[others[-1]] in PROPER:
            dep[i] = "npadvmod"


def _free_subjects(parse: Lists) -> None:
    """Part a day from the name after it: `On [Friday Putin] met` becomes `On [Friday] Putin met`.

    The parser takes a day or month for the first word of a name that follows it. Done only where the verb above has
    no subject, before it stands, and is finite: then the name is its subject.
    """
    lower, dep, head = parse.lower, parse.dep, parse.head
    days = words("days")
    for n, label in enumerate(dep):
        p = head[n]
        if label != "pobj" or n - p < 2 or lower[p] not in _PREPOSITIONS or lower[p + 1] not in days:
            continue
        last = p + 2 if p + 2 < len(lower) and lower[p + 2] in DAY_PARTS else p + 1
        verb = parse.verb_above(p)
        if verb is None or verb < n or not parse.lacks_subject(verb):
            continue
        if any(head[k] not in range(p + 1, n + 1) for k in range(p + 1, n)):
            continue  # what stands between is not one phrase
        for k in range(p + 1, n):
            if k <= last:
                parse.hang(k, *((p, "pobj") if k == last else (last, "compound")))
            elif head[k] <= last:
                parse.hang(k, n)
        parse.make_subject(n, verb)


def _part_dates(parse: Lists) -> None:
    """Part a date from the name after it: `On [September 15] [Joe Biden], Boris Johnson and Scott Morrison unveiled`."""
    lower, dep, head, tag = parse.lower, parse.dep, parse.head, parse.tag
    days = words("days")
    for k, label in enumerate(dep):
        p = head[k]
        if label != "pobj" or tag[k] not in PROPER or lower[p] not in _PREPOSITIONS:
            continue
        day = next((d for d in parse.below(p, "pobj") if d < k and lower[d] in days), None)
        verb = parse.verb_above(p)
        if day is None or verb is None or verb < k or parse.last(day) + 1 != parse.first(k):
            continue
        subjects = [s for s in parse.below(verb, "nsubj", "nsubjpass") if s > k]
        if parse.lacks_subject(verb):
            parse.make_subject(k, verb)
        elif subjects and parse.follows(k, ",") and tag[subjects[0]] in PROPER:
            parse.make_subject(k, verb)
            parse.hang(subjects[0], k, "conj")


def _find_subjects(parse: Lists) -> None:
    """Give a finite verb without a subject the one that the parser hid before it.

    In the phrase that opens the sentence (`In Ankara, the president of Turkey, Abdullah Gul, confirmed`, `In New York the
    Assembly turned down`), or as the first part of a name (`[Kosovo demands] that`).
    """
    pos, dep = parse.pos, parse.dep
    for v, t in enumerate(parse.tag):
        if (
            t not in ("VBD", "VBZ")
            or dep[v] not in ("ROOT", "ccomp", "parataxis")
            or not parse.lacks_subject(v)
        ):
            continue
        names = ("compound", "amod", "nmod")
        if v and dep[v - 1] in names and parse.head[v - 1] == v and pos[v - 1] in ("PROPN", "NOUN"):
            dep[v - 1] = "nsubj"
            continue
        for p in parse.below(v, "prep"):
            subject = _fronted(parse, p, v) if p < v else None
            if subject is not None:
                parse.make_subject(subject, v)
                break


def _fronted(parse: Lists, p: int, v: int) -> int | None:
    """The head of the phrase that follows the object of the preposition at `p` and is the subject of the verb at `v`."""
    lower, dep = parse.lower, parse.dep
    objects = parse.below(p, "pobj", "pcomp")
    if len(objects) > 1 and parse.last(objects[0]) + 1 == parse.first(objects[1]) and objects[1] < v:
        return objects[1]
    if parse.last(p) != v - 1 or not objects:
        return None
    # "In Accra, the capital, President Mahama urged": what says more of the place is no subject
    others = [
        k
        for k in range(p + 1, v)
        if (dep[k] == "appos" or _ran_on(parse, p, k))
        and _parted(parse, parse.first(k))
        and lower[k] not in words("localities")
    ]
    if not others:
        return None
    found = next((k for k in others if lower[parse.first(k)] in DETERMINERS), others[-1])
    for k in others:
        if k > found and parse.head[k] < found:
            parse.hang(k, found)
    return found


def _ran_on(parse: Lists, p: int, k: int) -> bool:
    """Whether a name is listed, by a comma alone, with what a gerund does: `After cutting ties with Qatar, [Saudi Arabia] asked`."""
    if parse.dep[k] != "conj" or not parse.has(p, "pcomp") or parse.lower[parse.first(k) - 1] != ",":
        return False
    return not parse.has(parse.head[k], "cc") and not parse.has(k, "cc", "conj")


def _parted(parse: Lists, first: int) -> bool:
    """Whether a phrase is parted from the name before it, by a comma or by its article: `In a call with X the leader noted`."""
    before = first - 1
    return parse.lower[before] == "," or (parse.lower[first] == "the" and parse.tag[before] in PROPER)

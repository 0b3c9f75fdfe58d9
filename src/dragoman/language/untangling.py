"""Mends what the parser often gets wrong in news, on the plain lists of a parse, before anything is read off them.

`untangle` says in what order the modules of mends are asked; those of single words and phrases are here.
"""

from __future__ import annotations

from typing import Final

from dragoman.language.belonging import assign
from dragoman.language.hidden_subjects import reveal
from dragoman.language.lists import DETERMINERS, OF_DEEDS, PROPER, SELVES, TENSED, Lists, words
from dragoman.language.lost_subjects import part_openings, recover
from dragoman.language.participles import shape
from dragoman.language.passives import restore
from dragoman.language.rehanging import rehang
from dragoman.language.reordering import reorder
from dragoman.language.rows import part_rows
from dragoman.language.translationese import straighten

_NEAR_DAYS: Final = frozenset({"today", "yesterday", "tomorrow", "tonight"})
_BESIDE: Final = frozenset(
    {"surrounding", "neighbouring", "neighboring", "remaining", "existing", "outlying"}
)
# Names that the parser takes for forms of verbs.
_NAMES_AS_VERBS: Final = frozenset({"trump", "blinken"})
_BE: Final = frozenset({"is", "are", "was", "were", "'s", "'re"})
_SHOOTING: Final = frozenset({"shot", "shoot", "shoots", "shooting"})
_SITES: Final = frozenset({"near", "outside", "inside", "across", "around", "along", "off", "amid"})
_TERMS: Final = frozenset({"hours", "days", "weeks", "hour", "day", "week", "months", "month"})
_GIVING: Final = frozenset({"gave", "give", "gives", "giving", "given", "granted", "allowed"})


def untangle(lower: list[str], pos: list[str], tag: list[str], dep: list[str], head: list[int]) -> None:
    """Mend a parse in place: labels and heads, and the tag of a word that was taken for another."""
    parse = Lists(lower, pos, tag, dep, head)
    _join_prefixes(parse)
    _free_may(parse)
    _name_verbs(parse)
    _raise_reached(parse)
    reveal(parse)
    recover(parse)
    _free_attributes(parse)
    _join_appositions(parse)
    _name_titled(parse)
    _free_telling(parse)
    _free_urgings(parse)
    _raise_told(parse)
    _free_urged(parse)
    _free_selves(parse)
    _free_there(parse)
    _free_sites(parse)
    _free_terms(parse)
    _free_progressives(parse)
    _free_objects(parse)
    _free_particles(parse)
    _free_shot_dead(parse)
    assign(parse)
    shape(parse)
    part_rows(parse)
    rehang(parse)
    restore(parse)
    reorder(parse)
    straighten(parse)
    part_openings(parse)
    parse.break_circles()


def _join_prefixes(parse: Lists) -> None:
    """Make one verb of what the parser took for a verb `re` and more: `Nicaragua re-[established] relations with China`."""
    for w in range(2, len(parse.lower)):
        first, dash = w - 2, w - 1
        if (parse.lower[first], parse.lower[dash]) != ("re", "-") or parse.tag[first] not in TENSED:
            continue
        if parse.lower[w] not in words("again") or not parse.has(first, "nsubj"):
            continue
        parse.replace(first, w)
        parse.hand_down(dash, w)
        parse.hang(first, w, "advmod")
        parse.hang(dash, w, "punct")
        parse.pos[w], parse.tag[w] = "VERB", parse.tag[first]


def _free_may(parse: Lists) -> None:
    """Make a name of the modal before a finite verb, which none takes: `[May] accused Russia`, `[May] has flown`."""
    pos, tag, dep, head = parse.pos, parse.tag, parse.dep, parse.head
    for i, word in enumerate(parse.lower):
        v = head[i]
        if word != "may" or dep[i] != "aux" or v < i or parse.has(v, "nsubj", "nsubjpass", "expl"):
            continue
        if tag[v] in ("VBD", "VBZ") or any(
            tag[a] in ("VBD", "VBZ") for a in parse.below(v, "aux", "auxpass")
        ):
            pos[i], tag[i] = "PROPN", "NNP"
            parse.make_subject(i, v)


def _name_verbs(parse: Lists) -> None:
    """Make a name of the verb before a finite one, which has no subject: `[Trump] in May 2018 exited from the deal`.

    Where the parser hung that on a noun between them, too: `[Blinken] in a statement called it provocative`.
    """
    tag = parse.tag
    for i, word in enumerate(parse.lower):
        if word not in _NAMES_AS_VERBS or parse.pos[i] != "VERB" or parse.has(i, "nsubj", "aux", "dobj"):
            continue
        told = [k for k in parse.below(i, "conj") if tag[k] in TENSED and k > i and parse.lacks_subject(k)]
        if not told and parse.dep[i] == "ROOT":
            between = [k for p in parse.below(i, "prep") for k in parse.below(p, "pobj")]
            told = [k for n in between for k in parse.below(n, "acl", "relcl") if tag[k] == "VBD"]
            if told:
                parse.hang(told[0], i)
        if told and not parse.has(i, "cc"):
            parse.raise_main(told[0], i)
            for k in parse.below(i):
                parse.hang(k, told[0])
            parse.pos[i], tag[i] = "PROPN", "NNP"


def _raise_reached(parse: Lists) -> None:
    """Make a past form between two names the verb of the sentence that they open: `Trump [phoned] Merkel on Monday`.

    The parser takes the first for a verb or a noun, or the form for part of the second name.
    """
    tag, dep, head = parse.tag, parse.dep, parse.head
    for v, word in enumerate(parse.lower[:-1]):
        if word not in words("reached") or v == 0 or (tag[v] in ("VBD", "VBZ") and dep[v] == "ROOT"):
            continue
        name = v - 1
        opens = name == 0 or parse.pos[name - 1] in ("PUNCT", "SPACE")
        if not opens or tag[v + 1] not in PROPER or tag[name] not in (*PROPER, "NN", "VB", "VBP"):
            continue
        whom = v + 1
        while dep[whom] in ("compound", "nmod") and head[whom] > whom:
            whom = head[whom]
        root = whom if dep[whom] == "ROOT" else name
        if dep[root] != "ROOT" or any(
            tag[k] in TENSED and dep[k] != "conj" for k in parse.below(root) if k != v
        ):
            continue
        if head[v] not in (name, whom) and head[name] != v:
            continue
        for k in (*parse.below(root), *parse.below(v)):
            if k > whom:
                parse.hang(k, v)
        parse.hang(v, v, "ROOT")
        parse.hang(name, v, "nsubj")
        parse.hang(whom, v, "dobj")
        parse.pos[v], tag[v] = "VERB", "VBD"
        parse.pos[name], tag[name] = "PROPN", "NNP"


def _free_attributes(parse: Lists) -> None:
    """Make a participle that qualifies the noun after it an attribute of it, not a verb with that object.

    `met with [visiting Secretary Kerry]`, `withdrew to [surrounding villages]`, `met neither X nor [deposed President Y]`.
    """
    lower, pos, tag, dep, head = parse.lower, parse.pos, parse.tag, parse.dep, parse.head
    for w, t in enumerate(tag):
        if t not in ("VBG", "VBN", "VBD") or w + 1 >= len(tag) or lower[w + 1] in DETERMINERS:
            continue
        nouns = [k for k in parse.below(w, "dobj") if k > w]
        if len(nouns) != 1 or parse.has(w, "aux"):
            continue
        n = nouns[0]
        if any(head[k] not in range(w + 1, n + 1) for k in range(w + 1, n)):
            continue
        if t == "VBG" and dep[w] == "pcomp" and head[w] == w - 1:
            qualifies = lower[w] in _BESIDE and tag[n] in ("NNS", "NNPS", "NN")
            if not (qualifies or (lower[w] == "visiting" and parse.is_titled(w + 1, n))):
                continue
            parse.hang(n, w - 1, "pobj")
        elif t != "VBG" and dep[w] == "conj" and tag[head[w]] == "VB" and parse.is_titled(w + 1, n):
            between = range(head[w] + 1, parse.first(w))
            before = max((k for k in between if pos[k] in ("NOUN", "PROPN")), default=None)
            if before is None:
                continue
            parse.hang(n, before, "conj")
        else:
            continue
        for k in parse.below(w):
            if k > n:
                parse.hang(k, n)
        parse.hang(w, n, "amod")


def _join_appositions(parse: Lists) -> None:
    """Let a second subject between commas say more of the first: `the Council, [the panel that vets elections], ruled`."""
    lower = parse.lower
    for v, tag in enumerate(parse.tag):
        if tag not in TENSED:
            continue
        subjects = [k for k in parse.below(v, "nsubj") if k < v]
        if len(subjects) != 2 or "NOUN" not in (parse.pos[subjects[0]], parse.pos[subjects[1]]):
            continue
        first, second = subjects
        opens = parse.first(second)
        if lower[opens] in ("the", "a", "an") and lower[opens - 1] == "," and lower[v - 1] == ",":
            parse.hang(second, first, "appos")


def _name_titled(parse: Lists) -> None:
    """Hang a name on the word for its bearer, not on the verb as a second subject: `followers of the cleric [Ali Sistani] marched`."""
    for v in range(len(parse.dep)):
        subjects = [k for k in parse.below(v, "nsubj", "nsubjpass") if k < v]
        if len(subjects) != 2 or parse.tag[subjects[1]] not in PROPER:
            continue
        first, name = subjects
        bearer = parse.first(name) - 1
        within = bearer
        while within != first and parse.head[within] != within:
            within = parse.head[within]
        if within == first and bearer > first and parse.pos[bearer] == "NOUN" and parse.dep[bearer] == "pobj":
            parse.hang(name, bearer, "appos")


def _free_telling(parse: Lists) -> None:
    """Make a finite verb with a subject of its own the verb of the clause: `Ban [visited camps]`, no `visited camps`."""
    tag, dep, head = parse.tag, parse.dep, parse.head
    for v, label in enumerate(dep):
        noun = head[v]
        if label != "amod" or tag[v] not in TENSED or noun < v or not parse.has(v, "nsubj"):
            continue
        parse.hang(v, v if head[noun] == noun else head[noun], dep[noun])
        for k in parse.below(noun):
            if (
                (dep[k] == "conj" and parse.pos[k] == "VERB")
                or dep[k] == "cc"
                or (dep[k] == "punct" and k > noun)
            ):
                parse.hang(k, v)
        parse.hang(noun, v, "dobj")


def _free_urgings(parse: Lists) -> None:
    """Make a participle before those who are told to do something the verb that tells them: `and [urged] both sides to talk`."""
    pos, tag, dep, head = parse.pos, parse.tag, parse.dep, parse.head
    for w, label in enumerate(dep):
        if label != "amod" or tag[w] not in ("VBD", "VBN") or not w or parse.lower[w - 1] != "and":
            continue
        n = head[w]
        v = head[n]
        if n < w or dep[n] != "nsubj" or dep[v] != "conj" or tag[v] != "VB" or v < n:
            continue
        first = head[v]
        if (
            first > w
            or tag[first] not in TENSED
            or not any(parse.lower[a] == "to" for a in parse.below(v, "aux"))
        ):
            continue
        pos[w], tag[w] = "VERB", "VBD"
        parse.hang(w, first, "conj")
        parse.hang(n, w, "dobj")
        parse.hang(v, w, "xcomp")


def _raise_told(parse: Lists) -> None:
    """Make a past form the verb of a sentence that the parser built on the noun before it: `The minister [asked] to the`.

    And what follows a day its object: `condemned today, Monday, [the decision]`.
    """
    tag, dep, head = parse.tag, parse.dep, parse.head
    for v, t in enumerate(tag):
        if t not in ("VBD", "VBN") or parse.has(v, "dobj", "auxpass"):
            continue
        told = _behind_day(parse, v)
        noun = head[v]
        if dep[v] == "acl" and dep[noun] == "ROOT" and parse.pos[noun] in ("NOUN", "PROPN") and noun < v:
            if (t == "VBN" and told is None) or any(tag[k] in TENSED for k in parse.below(noun) if k != v):
                continue
            parse.make_main(v, noun)
        if told is not None:
            parse.hang(told, v, "dobj")


def _behind_day(parse: Lists, v: int) -> int | None:
    """The noun behind `today, Monday,` right after a verb, which the parser took for another name of the day."""
    lower = parse.lower
    if v + 5 >= len(lower) or lower[v + 1] not in _NEAR_DAYS or lower[v + 2] != "," or lower[v + 4] != ",":
        return None
    named = [k for k in (*parse.below(v + 1, "appos"), *parse.below(parse.head[v], "appos")) if k > v + 4]
    return named[0] if named and parse.first(named[0]) == v + 5 else None


def _free_urged(parse: Lists) -> None:
    """Make those told to do something the object of who tells them: `had enjoined Monday [the mutineers] to disarm`."""
    tag, dep, head = parse.tag, parse.dep, parse.head
    for c, label in enumerate(dep):
        v = head[c]
        if (
            label != "advcl"
            or tag[c] != "VB"
            or v > c
            or parse.has(c, "mark")
            or parse.has(v, "dobj", "auxpass")
        ):
            continue
        to = [a for a in parse.below(c, "aux") if parse.lower[a] == "to"]
        doers = [k for k in parse.below(c, "nsubj") if v < k < c]
        if to and doers and doers[0] < to[0] and parse.pos[v] == "VERB":
            parse.hang(doers[0], v, "dobj")
            parse.hang(c, v, "xcomp")


def _free_selves(parse: Lists) -> None:
    """Make an object of a reflexive pronoun that the parser took for a subject: `declared [itself] troubled by`."""
    dep, head = parse.dep, parse.head
    for i, word in enumerate(parse.lower):
        c = head[i]
        v = head[c]
        if word in SELVES and dep[i] == "nsubj" and dep[c] == "ccomp" and v == i - 1 and c == i + 1:
            parse.hang(i, v, "dobj")
            parse.hang(c, v, "oprd")


def _free_there(parse: Lists) -> None:
    """Let `there` be the place where a deed was done, and what follows it no subject: `and [there] met Abdelaziz`."""
    dep, head = parse.dep, parse.head
    for i, label in enumerate(dep):
        v = head[i]
        if label != "expl" or parse.lower[i] != "there" or i > v or parse.pos[v] != "VERB":
            continue
        subjects = [k for k in parse.below(v, "nsubj") if k > v]
        if dep[v] != "conj" or parse.pos[head[v]] != "VERB" or len(subjects) != 1:
            continue  # "there remained a gap", "there came a call"
        dep[i] = "advmod"
        dep[subjects[0]] = "dobj"


def _free_sites(parse: Lists) -> None:
    """Part a place from the subject where the parser took its preposition for a name: `[Near Vucitrn], army tanks shelled`."""
    lower, pos, tag, dep, head = parse.lower, parse.pos, parse.tag, parse.dep, parse.head
    for p, word in enumerate(lower):
        n = head[p]
        if word not in _SITES or dep[p] != "compound" or dep[n] != "nsubj" or parse.first(n) != p:
            continue
        if p and dep[p - 1] != "punct":
            continue
        subjects = [k for k in parse.below(n, "appos") if k < head[n]]
        if subjects:
            v = head[n]
            parse.hang(subjects[0], v, "nsubj")
            parse.hang(p, v, "prep")
            parse.hang(n, p, "pobj")
            pos[p], tag[p] = "ADP", "IN"


def _free_terms(parse: Lists) -> None:
    """Part the term that somebody is given from his name and title: `gave Omar Jelban, the envoy, [24 hours] to leave`.

    So too a day until which one has time: `gave the president [until June] to resign`.
    """
    lower, dep, head = parse.lower, parse.dep, parse.head
    for n, label in enumerate(dep):
        given = head[n]
        if label == "appos" and lower[n] in _TERMS and parse.has(n, "nummod"):
            while dep[given] == "appos":  # "gave the envoy, Omar Jelban, 24 hours"
                given = head[given]
            if dep[given] != "dobj":
                continue
            v = head[given]
            if lower[v] in _GIVING:
                dep[given] = "dative"
                parse.hang(n, v, "dobj")
        elif label == "mark" and lower[n] == "until" and parse.has(n, "pobj") and head[given] < n:
            parse.hang(n, head[given], "prep")


def _free_progressives(parse: Lists) -> None:
    """Make a participle that the parser took for what something is the verb it is: `is [mediating] between`."""
    lower, pos, dep, head = parse.lower, parse.pos, parse.dep, parse.head
    for v, t in enumerate(parse.tag):
        be = head[v]
        if t != "VBG" or pos[v] != "VERB" or dep[v] != "attr" or be > v or pos[be] != "AUX":
            continue
        if lower[be] not in _BE or not parse.has(v, "dobj", "prep", "agent"):
            continue
        if parse.has(v, "det") or not parse.has(be, "nsubj"):
            continue
        parse.replace(be, v)
        parse.hang(be, v, "aux")


def _free_objects(parse: Lists) -> None:
    """Make a name right behind a verb its object, which the parser took for a time: `visited [Jakarta] to attend`."""
    lower, pos, dep, head = parse.lower, parse.pos, parse.dep, parse.head
    for n, label in enumerate(dep):
        v = head[n]
        if label == "intj" and n == v + 1 and pos[v] == "VERB" and "'" in lower[n]:  # `visited Sana'a`
            dep[n], pos[n] = "dobj", "PROPN"
            continue
        if label != "npadvmod" or pos[n] != "PROPN" or pos[v] != "VERB" or n <= v:
            continue
        inside = range(v + 1, n + 1)
        if any(head[k] not in inside and k != n for k in inside):
            continue
        if not words("days").isdisjoint(lower[v + 1 : n + 1]) or any(
            pos[k] not in ("PROPN", "DET") for k in inside
        ):
            continue
        if not parse.has(v, "dobj"):
            dep[n] = "dobj"


def _free_shot_dead(parse: Lists) -> None:
    """Give a killing the object that the parser hung on `dead`, or took for a time: `shot dead [a boy]`."""
    for n, label in enumerate(parse.dep):
        above = parse.head[n]
        dead = above if label == "pobj" else parse.first(n) - 1 if label == "npadvmod" else -1
        if dead < 1 or parse.lower[dead] != "dead" or parse.lower[dead - 1] not in _SHOOTING:
            continue
        v = parse.head[dead]
        if v == dead - 1 and not parse.has(v, "dobj"):
            parse.hang(n, v, "dobj")
            parse.dep[dead] = "acomp"


def _free_particles(parse: Lists) -> None:
    """Give a verb the object that the parser hung on its particle: `called off [the meeting]`, and what follows to that."""
    for n, label in enumerate(parse.dep):
        particle = parse.head[n]
        v = parse.head[particle]
        if label != "pobj" or parse.dep[particle] != "prt" or particle < v or parse.has(v, "dobj"):
            continue
        parse.hang(n, v, "dobj")
        for k in parse.below(v, "prep"):
            if k == parse.last(n) + 1 and parse.lower[k] in OF_DEEDS and parse.pos[n] == "NOUN":
                parse.hang(k, n)
                break

"""Mends what the parser often gets wrong in news, on the plain lists of a parse, before anything is read off them."""

from __future__ import annotations

from typing import Final

from dragoman.language.belonging import assign
from dragoman.language.lists import PROPER, SELVES, TENSED, Lists, words
from dragoman.language.lost_subjects import part_openings, recover
from dragoman.language.participles import shape
from dragoman.language.passives import restore
from dragoman.language.reordering import reorder
from dragoman.language.translationese import straighten

_PARTS: Final = frozenset({"morning", "afternoon", "evening", "night"})
_TIMES: Final = _PARTS | {"day", "week", "month", "year", "time", "weekend"}
_NEAR_DAYS: Final = frozenset({"today", "yesterday", "tomorrow", "tonight"})
_PREPOSITIONS: Final = frozenset({"on", "by", "in", "since", "until", "late", "early", "last", "before"})
_DETERMINERS: Final = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their"}
)
_BESIDE: Final = frozenset(
    {"surrounding", "neighbouring", "neighboring", "remaining", "existing", "outlying"}
)
# Names that the parser takes for forms of verbs.
_NAMES_AS_VERBS: Final = frozenset({"trump", "blinken"})
# Words before a number, and how far behind the verb it may stand: `killed at least 12`, `wounding more than a dozen`.
_ABOUT_SO_MANY: Final = frozenset(
    {"least", "most", "than", "about", "around", "some", "nearly", "almost", "over", "another"}
)
_COUNT_REACH: Final = 4
_OPENERS: Final = frozenset({"after", "before", "since", "until", "as"})
_BE: Final = frozenset({"is", "are", "was", "were", "'s", "'re"})
_SHOOTING: Final = frozenset({"shot", "shoot", "shoots", "shooting"})
# Before what a blow fell on, and where: `an attack on a base in Gao that killed`.
_STRUCK: Final = frozenset({"on", "against", "at", "in", "near", "outside", "inside", "around", "of"})
_SITES: Final = frozenset({"near", "outside", "inside", "across", "around", "along", "off", "amid"})
_TERMS: Final = frozenset({"hours", "days", "weeks", "hour", "day", "week", "months", "month"})
_GIVING: Final = frozenset({"gave", "give", "gives", "giving", "given", "granted", "allowed"})
_OF_DEEDS: Final = frozenset({"against", "at", "over", "for", "to", "about", "with"})
_JUDGING: Final = frozenset(
    {
        "called",
        "calls",
        "call",
        "calling",
        "considered",
        "considers",
        "deemed",
        "declared",
        "labelled",
        "found",
    }
)
# Titles too, where two names with titles stand side by side.
_CHIEFS: Final = frozenset({"chief", "head", "strongman", "negotiator", "mediator"})
# Between a thing and the land that it is about.
_OF_LANDS: Final = frozenset({"to", "with", "on", "of", "in", "from", "against", "for"})
# Verbs of what one does a thing with.
_USING: Final = frozenset({"used", "use", "uses", "using", "needs", "needed", "took", "taken"})
_QUOTES: Final = frozenset({'"', "“", "”", "``", "''", "'", "‘", "’"})


def untangle(lower: list[str], pos: list[str], tag: list[str], dep: list[str], head: list[int]) -> None:
    """Mend a parse in place: labels and heads, and the tag of a word that was taken for another."""
    parse = Lists(lower, pos, tag, dep, head)
    _join_prefixes(parse)
    _free_may(parse)
    _name_verbs(parse)
    _free_ages(parse)
    _free_evenings(parse)
    _free_subjects(parse)
    _part_dates(parse)
    _find_subjects(parse)
    recover(parse)
    _name_openers(parse)
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
    _list_names(parse)
    _part_names(parse)
    _part_clauses(parse)
    _raise_finite(parse)
    _raise_appeals(parse)
    _part_rows(parse)
    _free_due(parse)
    _free_counts(parse)
    _give_back_subjects(parse)
    _raise_effects(parse)
    _raise_relatives(parse)
    _free_shouts(parse)
    _free_purposes(parse)
    _give_back_plans(parse)
    _name_brokers(parse)
    _free_called(parse)
    _count_objects(parse)
    _free_addressees(parse)
    _follow_talks(parse)
    _judge_objects(parse)
    _relate_claims(parse)
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
            or lower[i] not in _TIMES
            or i < 2
            or lower[i - 1] not in _DETERMINERS | {"same", "next"}
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
        last = p + 2 if p + 2 < len(lower) and lower[p + 2] in _PARTS else p + 1
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


def _name_openers(parse: Lists) -> None:
    """Make the name that opens a clause its subject, not a time: `[Mottaki], meanwhile, has ruled out`."""
    for v, p in enumerate(parse.pos):
        if p != "VERB" or not parse.lacks_subject(v):
            continue
        for k in parse.below(v, "npadvmod", "advcl"):
            apart = parse.follows(k, ",")
            if k < v and apart and parse.pos[k] == "PROPN" and parse.lower[k] not in words("days"):
                parse.make_subject(k, v)
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
    found = next((k for k in others if lower[parse.first(k)] in _DETERMINERS), others[-1])
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


def _free_attributes(parse: Lists) -> None:
    """Make a participle that qualifies the noun after it an attribute of it, not a verb with that object.

    `met with [visiting Secretary Kerry]`, `withdrew to [surrounding villages]`, `met neither X nor [deposed President Y]`.
    """
    lower, pos, tag, dep, head = parse.lower, parse.pos, parse.tag, parse.dep, parse.head
    for w, t in enumerate(tag):
        if t not in ("VBG", "VBN", "VBD") or w + 1 >= len(tag) or lower[w + 1] in _DETERMINERS:
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
        if label == "appos" and lower[n] in _TERMS and parse.has(n, "nummod") and dep[given] == "dobj":
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
            if k == parse.last(n) + 1 and parse.lower[k] in _OF_DEEDS and parse.pos[n] == "NOUN":
                parse.hang(k, n)
                break


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


def _part_rows(parse: Lists) -> None:
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


def _free_due(parse: Lists) -> None:
    """`was on Sunday [due] to travel`: an adjective with its infinitive, no preposition."""
    lower, dep, head = parse.lower, parse.dep, parse.head
    for due, word in enumerate(lower):
        if word != "due" or dep[due] != "prep" or parse.pos[head[due]] not in ("AUX", "VERB"):
            continue
        for v in parse.below(due, "pobj", "pcomp"):
            if parse.tag[v] == "VB" and parse.has(v, "aux"):
                dep[due], dep[v] = "acomp", "xcomp"
                parse.pos[due] = "ADJ"


def _free_counts(parse: Lists) -> None:
    """Make a bare number behind a verb its object, which the parser took for a measure: `killed at least [12].`"""
    lower, dep, head = parse.lower, parse.dep, parse.head
    for n, label in enumerate(dep):
        v = head[n]
        if (
            label == "npadvmod"
            and parse.tag[n] == "CD"
            and 0 < n - v <= _COUNT_REACH
            and parse.pos[v] == "VERB"
        ):
            if lower[n - 1] in _ABOUT_SO_MANY and not parse.has(v, "dobj", "nsubjpass"):
                dep[n] = "dobj"


def _give_back_subjects(parse: Lists) -> None:
    """Make the noun behind a conjunction the subject of the clause that it opens: `after [an explosion at X] killed two`.

    The parser takes the conjunction for a preposition when the subject is long, and leaves the finite verb without one.
    """
    lower, tag, dep, head = parse.lower, parse.tag, parse.dep, parse.head
    for v, label in enumerate(dep):
        run_on = label == "conj" and lower[v - 1] != "," and not parse.has(head[v], "cc")
        if not (label == "advcl" or run_on) or tag[v] not in TENSED or head[v] > v:
            continue
        if not parse.lacks_subject(v) or parse.has(v, "mark") or parse.has(v, "advmod"):
            continue
        p = v - 1
        while head[v] < p and lower[p] not in _OPENERS and head[p] != p:
            p = head[p]
        nouns = parse.below(p, "pobj")
        if p <= head[v] or dep[p] != "prep" or len(nouns) != 1 or parse.last(p) != v - 1:
            continue
        parse.make_subject(nouns[0], v)
        parse.hang(p, v, "mark")
        dep[v] = "advcl"


def _raise_effects(parse: Lists) -> None:
    """Hang what a blow did on the blow, not on what it fell on: `an [attack] on a base that [killed] ten`, `killing ten`."""
    lower, dep, head = parse.lower, parse.dep, parse.head
    for v, label in enumerate(dep):
        if label not in ("relcl", "acl") or lower[v] not in words("harms") or parse.has(v, "auxpass"):
            continue
        told = [k for k in parse.below(v, "nsubj") if lower[k] in ("that", "which")]
        if not told if label == "relcl" else parse.tag[v] != "VBG":
            continue
        top = head[v]
        while lower[top] not in words("blows") and dep[top] in ("pobj", "conj"):
            if dep[top] == "conj":
                top = head[top]
                continue
            if lower[head[top]] not in _STRUCK:
                break
            top = head[head[top]]
        if top != head[v] and lower[top] in words("blows") and parse.pos[top] == "NOUN":
            parse.hang(v, top)


def _raise_relatives(parse: Lists) -> None:
    """Hang a clause on the noun it is about, not on the land behind that: `the [aid] to Uganda, [which Norway suspended]`."""
    lower, dep, head = parse.lower, parse.dep, parse.head
    for v, label in enumerate(dep):
        n = head[v]
        p = head[n]
        top = head[p]
        if label != "relcl" or parse.tag[n] not in PROPER or dep[n] != "pobj" or parse.pos[top] != "NOUN":
            continue
        which = [k for k in parse.below(v, "dobj", "nsubj") if lower[k] == "which" and lower[k - 1] == ","]
        if not which or not top < p < n < v or parse.has(top, "relcl"):
            continue
        done = dep[which[0]] == "dobj" and lower[v] in words("done_to") and lower[p] in _OF_LANDS
        if done or (dep[which[0]] == "nsubj" and lower[top] in words("seated") and lower[p] in ("in", "of")):
            parse.hang(v, top)


def _free_shouts(parse: Lists) -> None:
    """Part what a crowd shouts from what it does: `Men shouting "Death to Rome" [marched]`, no clause that they shout."""
    lower, tag, dep = parse.lower, parse.tag, parse.dep
    for v, t in enumerate(tag):
        if t != "VBG" or dep[v] != "ROOT" or parse.has(v, "aux") or lower[v] not in words("shouts"):
            continue
        crowd = [k for k in parse.below(v, "nsubj") if k < v]
        does = [k for k in parse.below(v, "ccomp") if k > v and tag[k] in ("VBD", "VBP")]
        if len(crowd) != 1 or len(does) != 1 or _QUOTES.isdisjoint(lower[v + 1 : v + 2]):
            continue
        said = [k for k in parse.below(does[0], "nsubj") if v < k]
        if len(said) != 1 or not _QUOTES & set(lower[said[0] : does[0]]):
            continue
        for k in parse.below(v):
            if k > does[0]:
                parse.hang(k, does[0])
        parse.hang(does[0], does[0], "ROOT")
        parse.hang(crowd[0], does[0], "nsubj")
        parse.hang(v, crowd[0], "acl")
        parse.hang(said[0], v, "dobj")


def _free_purposes(parse: Lists) -> None:
    """Give back to the verb what one summons an envoy for, which the parser hung on him: `summoned the envoy [to protest]`."""
    lower, tag, dep, head = parse.lower, parse.tag, parse.dep, parse.head
    for w, label in enumerate(dep):
        if (
            label not in ("acl", "relcl", "xcomp", "ccomp")
            or tag[w] != "VB"
            or lower[w] not in words("complaints")
        ):
            continue
        v = head[w] if label in ("xcomp", "ccomp") else head[head[w]]
        if lower[v] in words("summonses") and not parse.has(w, "nsubj") and w > v:
            parse.hang(w, v, "advcl")


def _give_back_plans(parse: Lists) -> None:
    """Give back to a noun what is resolved or meant, which the parser hung on a verb that tells of it.

    On the verb before it (`hailed the decision of Chad [to leave]`), or the one behind that says when it was told (`the
    decision, announced on Monday, [to leave]`).
    """
    tag, dep, head = parse.tag, parse.dep, parse.head
    for w, label in enumerate(dep):
        v = head[w]
        if label not in ("xcomp", "advcl") or tag[w] != "VB" or v > w or parse.has(w, "nsubj", "nsubjpass"):
            continue
        noun = _resolved_between(parse, v, w)
        if noun is None and (noun := _meant_before(parse, v, w)) is not None:
            parse.hang(v, noun, "acl")
        if noun is not None:
            parse.hang(w, noun, "acl")


def _resolved_between(parse: Lists, v: int, w: int) -> int | None:
    """The noun between a verb and an infinitive that says what its owner will do: `hailed the [decision] of Chad to leave`."""
    lower, opens = parse.lower, parse.first(w)
    if parse.pos[v] != "VERB" or lower[v] in _USING or lower[opens] != "to" or parse.has(w, "mark"):
        return None
    for n in range(v + 1, opens):
        of = [p for p in parse.below(n, "prep", "agent") if lower[p] in ("of", "by")]
        if lower[n] in words("resolves") and of and parse.last(of[0]) == opens - 1:
            return n
    return None


def _meant_before(parse: Lists, v: int, w: int) -> int | None:
    """The noun before a participle between commas whose infinitive is what is meant: `the [decision], announced on Monday, to leave`."""
    lower, dep, head = parse.lower, parse.dep, parse.head
    if parse.tag[v] != "VBN" or v == 0 or lower[v - 1] not in (",", "-", "–", "—") or not parse.has(w, "aux"):
        return None
    told = [head[v]] if dep[v] == "acl" else parse.below(head[v], "dobj") if dep[v] == "advcl" else []
    plans = words("intents") | words("resolves")
    return next((n for n in reversed(told) if n < v and lower[n] in plans), None)


def _name_brokers(parse: Lists) -> None:
    """Make one phrase of talks and who brokers them, taken for a clause by the parser: `at [African Union mediated talks]`."""
    lower, pos, tag, dep, head = parse.lower, parse.pos, parse.tag, parse.dep, parse.head
    for v, t in enumerate(tag):
        if t not in ("VBD", "VBN") or lower[v] not in words("brokered") or v == 0:
            continue
        nouns = [k for k in parse.below(v, "dobj") if k > v]
        name = v - 1
        if len(nouns) != 1 or dep[name] != "pobj" or tag[name] not in PROPER:
            continue
        n, p = nouns[0], head[name]
        if parse.has(v, "aux", "auxpass", "nsubj") or lower[p] not in ("at", "in", "during", "after"):
            continue
        if any(pos[k] == "DET" for k in range(v, n)):
            continue
        parse.hand_down(v, n)
        parse.hang(n, p, "pobj")
        parse.hang(v, n, "amod")
        parse.hang(name, v, "npadvmod")


def _free_called(parse: Lists) -> None:
    """Give back to a deed what the parser hung on the verb that names it: `what it termed an attack on its ship [by rebels]`.

    Behind a preposition the deed takes the place of the clause: `protested against what he called the [shelling] of a village`.
    """
    lower, dep, head = parse.lower, parse.dep, parse.head
    for v, label in enumerate(dep):
        if label not in ("ccomp", "pcomp") or lower[v] not in words("callings"):
            continue
        if not any(k < v and lower[k] == "what" for k in parse.below(v, "dobj", "nsubj")):
            continue
        named = [k for k in parse.below(v, "oprd", "attr", "dobj") if k > v]
        named += [k for p in parse.below(v, "prep") if lower[p] == "as" for k in parse.below(p, "pobj")]
        if len(named) != 1:
            continue
        for k in parse.below(v, "prep", "agent"):
            if k > named[0]:
                parse.hang(k, named[0], "prep")
        if label == "pcomp" and lower[head[v]] in _OF_DEEDS:
            parse.hang(named[0], head[v], "pobj")
            parse.hang(v, named[0], "relcl")


def _relate_claims(parse: Lists) -> None:
    """Relate to a claim the clause in which a verb lacks its object: `a claim [that] the commission [rejected]`."""
    lower, tag, dep = parse.lower, parse.tag, parse.dep
    for v, label in enumerate(dep):
        if label != "acl" or lower[v] not in words("short_of_object") or tag[v] not in TENSED:
            continue
        marks = [k for k in parse.below(v, "mark") if lower[k] == "that" and k == parse.head[v] + 1]
        if (
            not marks
            or not parse.has(v, "nsubj")
            or parse.has(v, "dobj", "ccomp", "xcomp", "oprd", "auxpass")
        ):
            continue
        dep[v], dep[marks[0]], tag[marks[0]] = "relcl", "dobj", "WDT"


def _count_objects(parse: Lists) -> None:
    """Make an object of those told in a number told before: `responded by expelling [as many Britons]`."""
    for n, label in enumerate(parse.dep):
        first, count = parse.first(n), parse.head[n]
        if label == "npadvmod" and parse.lower[first : first + 2] == ["as", "many"] and first:
            verb = first - 1
        elif label == "pobj" and parse.lower[count:n] == ["as", "many"]:
            verb = parse.head[count]
        else:
            continue
        if parse.pos[verb] == "VERB" and not parse.has(verb, "dobj"):
            parse.hang(n, verb, "dobj")
            if label == "pobj" and verb == count - 1:
                parse.hang(count, n, "advmod")


def _free_addressees(parse: Lists) -> None:
    """Hang those spoken to on the verb: `telephoned [that day] to Correa`, `spoke on Saturday [to rebel leader Nouri]`, no infinitive."""
    lower, dep, head, pos = parse.lower, parse.dep, parse.head, parse.pos
    for p, word in enumerate(lower):
        h = head[p]
        if (
            word == "to"
            and dep[p] == "aux"
            and h > p
            and (pos[h] in ("NOUN", "PROPN", "ADJ") or lower[h] == "rebel")
        ):
            n = h
            while dep[n] in ("compound", "amod", "nmod") and head[n] > n:
                n = head[n]
            if lower[n] == "rebel" and dep[n] in ("advcl", "xcomp") and head[n] < p:
                # nobody rebels a leader
                parse.hang(p, head[n], "prep")
                for k in parse.below(n, "dobj"):
                    parse.hang(k, p, "pobj")
                    parse.hang(n, k, "compound")
                    parse.tag[n], pos[n], pos[p] = "NN", "NOUN", "ADP"
            elif dep[n] == "dobj" and head[n] < p:
                verb = head[n]
                parse.hang(p, verb, "prep")
                parse.hang(n, p, "pobj")
                pos[p] = "ADP"
        elif (
            word in ("to", "with")
            and dep[p] == "prep"
            and h < p
            and (lower[h] in _TIMES or lower[h] in words("days"))
        ):
            above = head[h] if dep[h] == "npadvmod" else head[head[h]] if dep[h] == "pobj" else p
            if above < p and pos[above] in ("VERB", "NOUN") and above != h:
                parse.hang(p, above)


def _follow_talks(parse: Lists) -> None:
    """Make a preposition's object of what something follows: `met Wang, following [talks] with Qin`."""
    for k, label in enumerate(parse.dep):
        p = parse.head[k]
        if label == "dobj" and parse.lower[p] == "following" and parse.dep[p] == "prep":
            parse.dep[k], parse.pos[p] = "pobj", "ADP"


def _judge_objects(parse: Lists) -> None:
    """Let a verb of judging have its verdict: `called the treatment of a member state [unacceptable]`, no state unacceptable."""
    tag, dep, head = parse.tag, parse.dep, parse.head
    for a, label in enumerate(dep):
        n = a - 1
        if label != "pobj" or tag[a] != "JJ" or n < 1 or dep[n] not in ("compound", "nmod") or head[n] != a:
            continue
        p = head[a]
        verb = parse.verb_above(p)
        if verb is None or verb > p or parse.lower[verb] not in _JUDGING or not parse.has(verb, "dobj"):
            continue
        parse.hand_down(a, n)
        parse.hang(n, p, "pobj")
        parse.hang(a, verb, "oprd")

"""Hangs on its own word what the parser hung on another one near it: purposes, plans, counts, relative clauses, addressees."""

from __future__ import annotations

from typing import Final

from dragoman.daynames import WEEKDAYS
from dragoman.language.lists import OF_DEEDS, PROPER, TENSED, TIMES, Lists, words
from dragoman.language.marks import DOUBLE, SINGLE, STROKES

# Words before a number, and how far behind the verb it may stand: `killed at least 12`, `wounding more than a dozen`.
_ABOUT_SO_MANY: Final = frozenset(
    {"least", "most", "than", "about", "around", "some", "nearly", "almost", "over", "another"}
)
_COUNT_REACH: Final = 4
_TIMES_TOLD: Final = frozenset({"first", "second", "third", "fourth", "fifth", "last", "umpteenth"})
_OPENERS: Final = frozenset({"after", "before", "since", "until", "as"})
# Before what a blow fell on, and where: `an attack on a base in Gao that killed`.
_STRUCK: Final = frozenset({"on", "against", "at", "in", "near", "outside", "inside", "around", "of"})
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
# Between a thing and the land that it is about.
_OF_LANDS: Final = frozenset({"to", "with", "on", "of", "in", "from", "against", "for"})
# Verbs of what one does a thing with.
_USING: Final = frozenset({"used", "use", "uses", "using", "needs", "needed", "took", "taken"})
# What sums up a clause opens so, at least so far behind the verb.
_SUMMING: Final = frozenset({"the", "a", "an", "his", "her", "its", "their"})
_FAR_BEHIND: Final = 3
# Phrases of time and place, which a clause ends with.
_CLOSING: Final = frozenset({"on", "in", "at", "during"})
_WEEKDAYS: Final = frozenset(day.lower() for day in WEEKDAYS)
# Before what is yet to come.
_AHEAD: Final = frozenset({"will", "would", "shall", "'ll", "’ll", "'d", "’d", "wo"})
# Before a town in which something is.
_IN: Final = frozenset({"in", "at", "near", "outside", "inside", "from", "to"})
_QUOTES: Final = DOUBLE | SINGLE | STROKES


def _relate_second(parse: Lists) -> None:
    """Hang on the second of two what follows him: `a showdown between protesters and police, [who] fired`."""
    lower, dep, head = parse.lower, parse.dep, parse.head
    for w, label in enumerate(dep):
        n = head[w]
        if label != "relcl" or dep[n] != "pobj" or lower[head[n]] != "between":
            continue
        others, who = parse.below(n, "conj"), parse.below(w, "nsubj", "nsubjpass")
        if len(others) == 1 and who and lower[who[0]] == "who" and others[0] < who[0] <= others[0] + 2:
            parse.hang(w, others[0])


def rehang(parse: Lists) -> None:
    """Mend a parse in place: labels and heads."""
    _free_weekdays(parse)
    _give_back_days(parse)
    _free_asides(parse)
    _free_due(parse)
    _free_counts(parse)
    _give_back_subjects(parse)
    _raise_effects(parse)
    _raise_relatives(parse)
    _relate_second(parse)
    _free_summaries(parse)
    _lower_phrases(parse)
    _free_shouts(parse)
    _free_purposes(parse)
    _give_back_plans(parse)
    _name_brokers(parse)
    _free_called(parse)
    _count_objects(parse)
    _free_addressees(parse)
    _keep_origins(parse)
    _name_those_met(parse)
    _follow_talks(parse)
    _judge_objects(parse)
    _relate_claims(parse)


def _free_weekdays(parse: Lists) -> None:
    """Part a weekday from the town that it was taken to be called after: `arrived in Niamey [Sunday]`."""
    dep, head = parse.dep, parse.head
    for n, label in enumerate(dep):
        if label != "pobj" or n < 2 or parse.lower[n] not in _WEEKDAYS or parse.lower[head[n]] not in _IN:
            continue
        town, p = n - 1, head[n]
        if parse.pos[town] != "PROPN" or head[town] != n or dep[town] not in ("compound", "nmod"):
            continue
        verb = head[p]
        dep[town], head[town] = "pobj", p
        for c in range(p + 1, town):
            if head[c] == n:
                head[c] = town
        dep[n], head[n] = "npadvmod", verb


def _give_back_days(parse: Lists) -> None:
    """Give the verb of saying its day, which the parser hung on what is said: `said [on Monday] he would visit Oslo`."""
    dep, head = parse.dep, parse.head
    for n, word in enumerate(parse.lower):
        if word not in _WEEKDAYS or n + 1 >= len(dep):
            continue
        top = head[n] if dep[n] == "pobj" and parse.lower[head[n]] == "on" and head[n] == n - 1 else n
        said, v = top - 1, head[top]
        if said < 0 or said == v or dep[top] not in ("prep", "npadvmod") or parse.tag[said] not in TENSED:
            continue
        ahead = any(parse.lower[a] in _AHEAD for a in parse.below(v, "aux"))
        told = ahead and dep[v] == "ccomp" and head[v] == said and parse.lower[said] in words("sayings")
        subjects = parse.below(v, "nsubj", "nsubjpass")
        behind = [k for k in subjects if n < k < v]
        if told and behind and min(_first_of(parse, k) for k in behind) == n + 1:
            parse.hang(top, said)


def _first_of(parse: Lists, i: int) -> int:
    """The first token of the phrase of a noun."""
    return min(
        (i, *(_first_of(parse, c) for c in parse.below(i, "det", "amod", "compound", "poss", "nummod")))
    )


def _free_asides(parse: Lists) -> None:
    """Make no phrase of a verb of what tells how a text goes on: `[for its part] accused`, `expelled him [for the first time]`."""
    for n, label in enumerate(parse.dep):
        p = parse.head[n]
        if label != "pobj" or parse.dep[p] != "prep" or parse.pos[parse.head[p]] not in ("VERB", "AUX"):
            continue
        again = parse.lower[p] == "for" and parse.lower[n] == "time"
        counted = again and any(parse.lower[k] in _TIMES_TOLD for k in parse.below(n, "amod"))
        known = f"{parse.lower[p]} {parse.lower[n]}" in words("asides") and not parse.has(n, "prep")
        if counted or known:
            parse.dep[p] = "dep"


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


def _free_summaries(parse: Lists) -> None:
    """Part from a verb what sums up its clause behind a comma, no object: `met here on Saturday, [the first talks] of the two`."""
    lower, dep, head = parse.lower, parse.dep, parse.head
    for n, label in enumerate(dep):
        v, first = head[n], parse.first(n)
        if (
            label != "dobj"
            or lower[first] not in _SUMMING
            or lower[first - 1] != ","
            or first - v < _FAR_BEHIND
        ):
            continue
        if parse.has(n, "conj") or parse.has(v, "xcomp", "ccomp"):
            continue  # one of a list: "demanded to be heard, the release of all and an end"
        if parse.has(v, "nsubj") and lower[v:first].count(",") == 1 and parse.has(v, "prep", "npadvmod"):
            dep[n] = "appos"


def _lower_phrases(parse: Lists) -> None:
    """Hang on a relative clause the phrase that ends it, not on the verb behind: `the call that X made [on Monday] lasted`."""
    lower, dep, head = parse.lower, parse.dep, parse.head
    for p, label in enumerate(dep):
        v = head[p]
        if label != "prep" or p > v or lower[p - 1] == "," or lower[p] not in _CLOSING:
            continue
        if not all(
            k < p or dep[k] in ("aux", "auxpass", "neg", "advmod") for k in parse.below(v) if k < v and k != p
        ):
            continue
        for c in (k for s in parse.below(v, "nsubj", "nsubjpass") for k in parse.below(s, "relcl")):
            if c < p and parse.last(c) == p - 1:
                parse.hang(p, c)


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
        if label == "pcomp" and lower[head[v]] in OF_DEEDS:
            parse.hang(named[0], head[v], "pobj")
            parse.hang(v, named[0], "relcl")


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
            and (lower[h] in TIMES or lower[h] in words("days"))
        ):
            above = head[h] if dep[h] == "npadvmod" else head[head[h]] if dep[h] == "pobj" else p
            if above < p and pos[above] in ("VERB", "NOUN") and above != h:
                parse.hang(p, above)


def _keep_origins(parse: Lists) -> None:
    """Hang on those whom one meets where they are from, not on the meeting: `received envoys [from Chad and Niger]`."""
    lower, dep, head = parse.lower, parse.dep, parse.head
    for p, word in enumerate(lower):
        v = head[p]
        if word != "from" or dep[p] != "prep" or not 0 < v < p or lower[v] not in words("dealings"):
            continue
        who = p - 1
        if lower[who] in words("delegates") and head[who] == v and dep[who] in ("dobj", "nsubjpass"):
            parse.hang(p, who)


def _name_those_met(parse: Lists) -> None:
    """Hang names on those whom one meets, not on the meeting: `the talks of the ministers, [Ivanov] and Straw, were held`."""
    for k, label in enumerate(parse.dep):
        talks = parse.head[k]
        if label != "appos" or parse.pos[k] != "PROPN" or parse.lower[talks] not in words("contacts"):
            continue
        whom = [
            m
            for p in parse.below(talks, "prep")
            if talks < p < k and parse.lower[p] in ("with", "of", "between")
            for m in parse.below(p, "pobj")
        ]
        if whom and parse.pos[whom[-1]] == "NOUN" and parse.lower[whom[-1]].endswith("s") and whom[-1] < k:
            parse.hang(k, whom[-1])


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

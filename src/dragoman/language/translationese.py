"""Mends the parse of sentences that a translation left in another language's order, or without its small words.

Russian, Chinese, Spanish and Arabic put a genitive after a place (`the arrival in Cairo of X`), the object after what
English puts last (`imposed against X new sanctions`), the subject after its verb (`was signed an agreement`); what
they say by endings alone stands side by side in a poor translation (`the trip Kerry`). The parser, made for good
English, takes each for something else.
"""

from __future__ import annotations

from typing import Final

from dragoman.language.lists import PROPER, TENSED, Lists, words

_WHERE: Final = frozenset({"in", "at", "to", "from", "near", "outside"})
_WERE: Final = frozenset({"were", "was"})
_SITED: Final = frozenset({"in", "near", "at"})
_WHITHER: Final = frozenset({"to", "in", "with"})
_SPANS: Final = frozenset({"days", "weeks", "months", "years", "day", "week", "month", "year", "hours"})
_DETERMINERS: Final = frozenset(
    {"the", "a", "an", "its", "his", "her", "their", "this", "these", "several", "some"}
)
# `as long as`, `as early as the`: no judgement.
_MEASURED: Final = frozenset({"long", "early", "late", "far", "soon", "many", "much", "such", "well", "few"})
_RETURNS: Final = frozenset({"return", "response", "reply", "exchange", "turn"})
_CONSULTATIONS: Final = frozenset({"consultation", "consultations"})
_TIMES: Final = _SPANS | {"morning", "afternoon", "evening", "night", "time", "noon", "midnight", "hour"}
# Participles that a noun with an object may follow: `the forces given a leader`.
_GIVEN: Final = frozenset(
    {"given", "offered", "sent", "awarded", "handed", "shown", "told", "asked", "paid", "called", "named", "elected",
     "dubbed", "appointed", "denied", "granted", "considered", "declared", "made", "taught", "promised"}
)  # fmt: skip
# These stand before a title as an adjective does: `US President Trump`.
_ADJECTIVAL: Final = frozenset({"us", "u.s.", "uk", "u.k.", "eu", "un", "u.n.", "nato", "uae", "state"})


def straighten(parse: Lists) -> None:
    """Mend a parse in place: labels and heads."""
    _find_speakers_behind(parse)
    _lift_genitives(parse)
    _join_companions(parse)
    _turn_inverted(parse)
    _part_place_from_person(parse)
    _part_place_from_contact(parse)
    _part_place_from_parties(parse)
    _part_span_from_object(parse)
    _part_day_from_object(parse)
    _free_late_objects(parse)
    _free_behind_phrases(parse)
    _free_parted_objects(parse)
    _free_judged(parse)
    _free_returns(parse)
    _free_recalled(parse)
    _free_late_persons(parse)
    _fill_prepositions(parse)
    _name_heads(parse)
    _name_parties(parse)
    _free_active_verbs(parse)
    _free_hidden_verbs(parse)
    _time_active_verbs(parse)
    _own_contacts(parse)
    _free_after_eve(parse)


def _lift_genitives(parse: Lists) -> None:
    """`the arrival in [Cairo of X]`: the genitive is the noun's, not the place's."""
    lower, tag, dep, head = parse.lower, parse.tag, parse.dep, parse.head
    for i, word in enumerate(lower):
        place = i - 1
        if word != "of" or dep[i] != "prep" or head[i] != place or dep[place] != "pobj":
            continue
        p = head[place]
        n = head[p]
        if tag[place] not in PROPER or lower[p] not in _WHERE or parse.pos[n] != "NOUN" or n > p:
            continue
        if lower[place] in words("proper_heads") or lower[place] in words("days") or parse.has(place, "det"):
            continue
        if not any(lower[k] == "of" and k < p for k in parse.below(n, "prep")):
            parse.hang(i, n)


def _join_companions(parse: Lists) -> None:
    """`[Putin with Erdogan] discussed`: who does something with another does it together with them."""
    lower, dep, head = parse.lower, parse.dep, parse.head
    for w, word in enumerate(lower):
        if word != "with" or dep[w] != "prep" or dep[head[w]] != "nsubj":
            continue
        s = head[w]
        verb = head[s]
        others = parse.below(w, "pobj")
        if len(others) != 1 or lower[verb] not in words("joint_verbs") or s > w:
            continue
        other = others[0]
        end = parse.last(other)
        between = range(end + 1, verb)
        if not (other < verb and all(dep[k] in ("aux", "advmod", "npadvmod", "neg") for k in between)):
            continue
        if _is_somebody(parse, s, w - 1) and _is_somebody(parse, w + 1, end):
            parse.hang(other, s, "conj")
            dep[w] = "cc"


def _is_somebody(parse: Lists, first: int, last: int) -> bool:
    """Whether what stands between reads as a name or somebody with a title."""
    first, last = min(first, last), max(first, last)
    return any(parse.pos[k] == "PROPN" for k in range(first, last + 1)) or parse.is_titled(first, last)


def _turn_inverted(parse: Lists) -> None:
    """`At the meeting was signed [an agreement]`, `In Tashkent arrived [the president]`: a subject after its verb."""
    lower, dep, head = parse.lower, parse.dep, parse.head
    for o, label in enumerate(dep):
        v = head[o]
        passive = parse.has(v, "auxpass")
        counted = label == "npadvmod" and passive and lower[v - 1] in _WERE and parse.tag[o] == "NNS"
        late = (
            counted and lower[o] not in _TIMES and parse.has(o, "nummod", "amod")
        )  # "Were held more than 60 men"
        if not (label == "dobj" or late) or o < v or dep[v] not in ("ROOT", "ccomp", "conj"):
            continue
        if not (passive or lower[v] in words("arrivals")) or not parse.lacks_subject(v):
            continue
        if dep[v] == "conj" and not parse.has(v, "prep", "advmod"):
            continue  # `was arrested and was given a lawyer`
        if dep[v] == "conj" and parse.pos[head[v]] in ("VERB", "AUX") and not parse.lacks_subject(head[v]):
            continue
        dep[o] = "nsubjpass" if passive else "nsubj"


def _part_place_from_person(parse: Lists) -> None:
    """`met in [Ankara President X]`, `the visit to [Ukraine Vice President X]`: a place, and whom it is about.

    What follows is the object of a verb that wants one, or of a noun of contact the one who comes.
    """
    lower, tag, dep, head = parse.lower, parse.tag, parse.dep, parse.head
    for k, label in enumerate(dep):
        p = head[k]
        if label != "pobj" or k - p < 3 or lower[p] not in _WHITHER or tag[p + 1] not in PROPER:
            continue
        opened = next((i for i in range(p + 2, k) if _opens_title(parse, i)), None)
        if opened is None or lower[opened - 1] in _ADJECTIVAL or tag[opened] not in (*PROPER, "NN", "JJ"):
            continue
        if any(tag[i] not in PROPER for i in range(p + 1, opened)) or "POS" in tag[opened:k]:
            continue
        above = head[p]
        if lower[above] in words("contacts") and above < p and lower[p] != "with":
            dep_of_person = "poss"
        elif lower[p] == "in" and lower[above] in words("short_of_object") and not parse.has(above, "dobj"):
            dep_of_person = "dobj"
        else:
            continue
        if parse.lacks_subject(above) and dep_of_person == "dobj":
            continue
        _part(parse, p, opened - 1, k)
        parse.hang(k, above, dep_of_person)


def _part_place_from_contact(parse: Lists) -> None:
    """`held in Riyadh [talks] with Oman`: what follows the place is what the verb is about, no part of its name."""
    lower, tag, dep, head = parse.lower, parse.tag, parse.dep, parse.head
    for k, label in enumerate(dep):
        p = head[k]
        if label != "pobj" or lower[k] not in words("contacts") or lower[p] not in _SITED or k - p < 2:
            continue
        v = head[p]
        wanting = lower[v] in words("short_of_object") and v < p and not parse.has(v, "dobj", "auxpass")
        if not wanting or any(tag[i] not in PROPER or head[i] not in (k, i + 1) for i in range(p + 1, k)):
            continue
        _part(parse, p, k - 1, k)
        parse.hang(k, v, "dobj")
        noun = head[v]
        if dep[v] == "acl" and dep[noun] == "ROOT" and noun < v:
            parse.make_main(v, noun)  # "Minister Ali [held] in Riyadh talks"


def _part_place_from_parties(parse: Lists) -> None:
    """`In [Astana Russia], Turkey and Iran signed`: a place, and those who do it there, whom no comma parts from it."""
    dep, head, tag = parse.dep, parse.head, parse.tag
    for v, t in enumerate(tag):
        if t not in TENSED or not parse.lacks_subject(v) or parse.has(v, "auxpass"):
            continue
        for k in range(v - 1, 1, -1):
            p = head[k]
            if dep[k] != "pobj" or parse.last(k) != v - 1 or p != k - 2 or parse.lower[p] not in _SITED:
                continue
            if (
                tag[k] in PROPER
                and tag[k - 1] in PROPER
                and dep[k - 1] == "compound"
                and parse.has(k, "conj")
            ):
                _part(parse, p, k - 1, k)
                parse.hang(k, v, "nsubj")
                break


def _opens_title(parse: Lists, i: int) -> bool:
    """Whether a title begins at a token: `Vice President`, `President`."""
    if parse.lower[i] in words("titles"):
        return True
    return parse.lower[i] in words("title_starts") and parse.lower[i + 1] in words("titles")


def _part_span_from_object(parse: Lists) -> None:
    """`extended for [six months sanctions]`, `imposed against [X new sanctions]`: a span or a target, and the object."""
    lower, tag, dep, head = parse.lower, parse.tag, parse.dep, parse.head
    for k, label in enumerate(dep):
        p = head[k]
        if label != "pobj" or k - p < 3 or tag[k] not in ("NN", "NNS"):
            continue
        v = head[p]
        if lower[v] not in words("short_of_object") or v > p or parse.has(v, "dobj", "nsubjpass", "auxpass"):
            continue
        if lower[p] == "for":
            last = next((i for i in range(p + 2, k) if lower[i] in _SPANS and tag[i - 1] == "CD"), None)
        elif lower[p] in ("against", "in", "to"):
            last = next((i for i in range(p + 1, k - 1) if tag[i] in PROPER and tag[i + 1] == "JJ"), None)
        else:
            continue
        if last is None or any(tag[i] not in (*PROPER, "CD", "DT") for i in range(p + 1, last)):
            continue
        _part(parse, p, last, k)
        parse.hang(k, v, "dobj")


def _part_day_from_object(parse: Lists) -> None:
    """`witnessed on [Thursday massive demonstrations]`: a day, and the object."""
    lower, tag, dep, head = parse.lower, parse.tag, parse.dep, parse.head
    for k, label in enumerate(dep):
        p = head[k]
        if (
            label != "pobj"
            or k - p < 2
            or lower[p] != "on"
            or tag[k] not in ("NN", "NNS")
            or lower[k] in _TIMES
        ):
            continue
        several = (
            k - p == 2 and tag[k] == "NNS" and lower[head[p]] in words("short_of_object")
        )  # "deployed on [Monday patrols]"
        if lower[p + 1] not in words("days") or not (several or tag[p + 2] in ("JJ", "DT", "PRP$", "CD")):
            continue
        if _lacks_object(parse, head[p]) and head[p] < p:
            _part(parse, p, p + 1, k)
            parse.hang(k, head[p], "dobj")


def _lacks_object(parse: Lists, v: int) -> bool:
    """Whether a verb in the active could still have an object."""
    return parse.pos[v] == "VERB" and not parse.has(v, "dobj", "nsubjpass", "auxpass", "ccomp", "xcomp")


def _free_late_objects(parse: Lists) -> None:
    """`signed in [Juba the final agreement]`, `recalled on [Wednesday its envoy]`: no comma, so no other name of the place."""
    lower, dep, head = parse.lower, parse.dep, parse.head
    for k, label in enumerate(dep):
        if label == "pobj":  # or the parser gave the preposition a second object
            twins = [n for n in parse.below(head[k], "pobj") if n < k]
            if not twins:
                continue
            noun = twins[-1]
        elif label == "appos":
            noun = head[k]
        else:
            continue
        p = head[noun]
        first = k
        while first > noun + 1 and head[first - 1] in range(first, k + 1):
            first -= 1
        if dep[noun] != "pobj" or p > noun or first <= noun or lower[first] not in _DETERMINERS:
            continue
        v = head[p]
        if lower[first - 1] == "," or v > p or not _lacks_object(parse, v):
            continue
        if parse.tag[noun] in PROPER or parse.has(noun, "appos"):
            parse.hang(k, v, "dobj")


def _free_behind_phrases(parse: Lists) -> None:
    """`signed on Monday in Brasilia [the act]`: no time, so the object of a verb that wants one."""
    lower, dep, head, tag = parse.lower, parse.dep, parse.head, parse.tag
    for k, label in enumerate(dep):
        v = head[k]
        if label != "npadvmod" or v > k or tag[k] not in ("NN", "NNS") or lower[k] in _TIMES | words("days"):
            continue
        if lower[parse.first(k)] not in _DETERMINERS - {"this", "several", "some"}:
            continue
        if lower[v] in words("short_of_object") and tag[v] != "VBN" and _lacks_object(parse, v):
            if any(v < p < k for p in parse.below(v, "prep")):
                dep[k] = "dobj"


def _free_parted_objects(parse: Lists) -> None:
    """`signed on Thursday, in [Cairo, an agreement]`: the object of a verb that wants one, behind a place between commas."""
    lower, dep, head, tag = parse.lower, parse.dep, parse.head, parse.tag
    for k, label in enumerate(dep):
        place = head[k]
        if (
            label != "appos"
            or tag[k] not in ("NN", "NNS")
            or dep[place] != "pobj"
            or tag[place] not in PROPER
        ):
            continue
        first = parse.first(k)
        if lower[first] not in ("a", "an") or lower[first - 1] != ",":
            continue
        v = next((i for i in range(place, -1, -1) if tag[i] in ("VBD", "VBN", "VBZ", "VBP")), None)
        if v is not None and lower[v] in words("short_of_object") and _lacks_object(parse, v):
            parse.hang(k, v, "dobj")


def _free_judged(parse: Lists) -> None:
    """`rejected as [absurd] [the charges]`: what is judged, behind what it is judged to be, is the object of the verb."""
    lower, tag, dep, pos = parse.lower, parse.tag, parse.dep, parse.pos
    for p, word in enumerate(lower):
        if word != "as" or not p or p + 2 >= len(lower):
            continue
        v = p - 1 if tag[p - 1] not in ("RB",) else p - 2
        a = p + 2 if tag[p + 1] == "RB" else p + 1
        if v < 0 or lower[v] not in words("judging_as") or pos[v] not in ("VERB", "AUX"):
            continue
        if a + 1 >= len(lower) or not (pos[a] in ("ADJ", "VERB") or lower[a] == "null"):
            continue
        if lower[a] in _MEASURED or not (tag[a + 1] in ("DT", "PRP$") or dep[a + 1] == "poss"):
            continue
        n = parse.head[a + 1]
        while parse.head[n] > n and dep[n] in ("poss", "compound", "amod", "nmod"):
            n = parse.head[n]
        if n <= a or pos[n] not in ("NOUN", "PROPN") or parse.first(n) < v:
            continue
        if parse.head[n] not in (v, p, a) or any(k != n and k < p for k in parse.below(v, "dobj")):
            continue
        parse.hang(n, v, "dobj")
        parse.hang(p, v, "prep")
        parse.hang(a, p, "amod")
        for k in range(p + 1, a):
            parse.hang(k, a, "advmod")


def _free_returns(parse: Lists) -> None:
    """`recalled in [return its ambassadors]`: what is done in return, and to whom."""
    for r, word in enumerate(parse.lower):
        p = parse.head[r]
        if word not in _RETURNS or parse.dep[r] != "pobj" or parse.lower[p] != "in" or p != r - 1:
            continue
        v = parse.head[p]
        if v > p or not _lacks_object(parse, v):
            continue
        for k in parse.below(r, "dobj"):
            for c in parse.below(r, "prep"):
                if c > k:
                    parse.hang(c, k)
            parse.hang(k, v, "dobj")
            parse.pos[r], parse.tag[r] = "NOUN", "NN"


def _free_recalled(parse: Lists) -> None:
    """`called to consultations [to its ambassador] in Peru`: whom one calls home, behind what for."""
    for p, word in enumerate(parse.lower):
        c = parse.head[p]
        if word != "to" or parse.dep[p] != "prep" or parse.lower[c] not in _CONSULTATIONS or c != p - 1:
            continue
        to = parse.head[c]
        v = parse.head[to]
        if parse.dep[c] == "pobj" and v < to and parse.pos[v] == "VERB" and _lacks_object(parse, v):
            for k in parse.below(p, "pobj"):
                parse.hang(k, v, "dobj")
                parse.hang(p, k, "dep")


def _free_late_persons(parse: Lists) -> None:
    """`released on Tuesday in Choco [the journalist X]`, `arrived on Sunday [the minister]`: a person is no time."""
    lower, dep, head = parse.lower, parse.dep, parse.head
    for k, label in enumerate(dep):
        v = head[k]
        if label != "npadvmod" or v > k or parse.tag[k] != "NN" or not parse.has(k, "det"):
            continue
        named = any(parse.tag[c] in PROPER for c in parse.below(k, "appos"))
        if not (named or lower[k] in words("titles")) or lower[k] in _TIMES:
            continue
        if lower[v] in words("arrivals") and parse.lacks_subject(v):
            dep[k] = "nsubj"
        elif _lacks_object(parse, v) and lower[v] not in words("arrivals"):
            dep[k] = "dobj"


def _fill_prepositions(parse: Lists) -> None:
    """`the visit to [Baku Foreign Minister X] met`: a place that a preposition wants, and who is told of next."""
    lower, tag, dep, head = parse.lower, parse.tag, parse.dep, parse.head
    for p, label in enumerate(dep):
        if label != "prep" or lower[p] not in ("to", "in") or parse.below(p) or p + 3 >= len(dep):
            continue
        place = p + 1
        k = head[place]
        while dep[k] in ("compound", "nmod") and head[k] > k:
            k = head[k]
        if tag[place] not in PROPER or dep[place] not in ("compound", "nmod") or k < place + 2:
            continue
        opened = next((i for i in range(place + 1, k) if _opens_title(parse, i)), None)
        if opened is None or any(tag[i] not in PROPER for i in range(place, opened)):
            continue
        if lower[opened - 1] not in _ADJECTIVAL and "POS" not in tag[opened:k]:
            for i in range(place, opened - 1):
                parse.hang(i, opened - 1, "compound")
            parse.hang(opened - 1, p, "pobj")


def _name_heads(parse: Lists) -> None:
    """`[The head of the Libyan government] [Sarraj] arrived`: two subjects side by side, an office and its holder."""
    lower, dep, head = parse.lower, parse.dep, parse.head
    for k, label in enumerate(dep):
        if label != "nsubj" or parse.tag[k] not in PROPER:
            continue
        for n in parse.below(head[k], "nsubj"):
            if (
                n < k
                and (lower[n] in words("titles") or lower[n] in ("head", "chief"))
                and parse.tag[n] != "NNS"
            ):
                first = min((c for c in parse.below(k, "compound") if c < k), default=k)
                if parse.last(n) + 1 == first:
                    parse.hang(k, n, "appos")
                break


def _name_parties(parse: Lists) -> None:
    """`[The two movements] [Fatah and Hamas] signed`: those who act, and their names; no relative clause."""
    dep, head, tag = parse.dep, parse.head, parse.tag
    for v, label in enumerate(dep):
        n = head[v]
        if label != "relcl" or tag[v] not in ("VBD", "VBN") or dep[n] != "ROOT" or tag[n] != "NNS" or n > v:
            continue
        subjects = parse.below(v, "nsubj")
        if len(subjects) != 1 or tag[subjects[0]] not in PROPER or parse.first(subjects[0]) != n + 1:
            continue
        if parse.has(subjects[0], "conj") and parse.has(n, "det") and parse.has(n, "nummod"):
            parse.raise_main(v, n)
            parse.hang(subjects[0], n, "appos")
            tag[v] = "VBD"


def _time_active_verbs(parse: Lists) -> None:
    """`The parties [signed] on Wednesday an agreement`: a participle with subject and object is a past tense."""
    for v, tag in enumerate(parse.tag):
        if tag == "VBN" and parse.dep[v] == "ROOT" and parse.has(v, "nsubj") and parse.has(v, "dobj"):
            if not parse.has(v, "aux", "auxpass", "agent") and parse.lower[v] not in _GIVEN:
                parse.tag[v] = "VBD"


def _free_active_verbs(parse: Lists) -> None:
    """`[Israeli forces arrested today a leader]`: a participle that has an object is the verb of the noun before it."""
    dep, head, tag = parse.dep, parse.head, parse.tag
    for v, label in enumerate(dep):
        n = head[v]
        if (
            label != "acl"
            or dep[n] != "ROOT"
            or tag[v] not in ("VBN", "VBD")
            or parse.pos[n] not in ("NOUN", "PROPN")
        ):
            continue
        if n > v or parse.lower[v] in _GIVEN or not any(o > v for o in parse.below(v, "dobj")):
            continue
        if parse.has(v, "agent", "aux", "auxpass", "nsubj"):
            continue
        parse.raise_main(v, n)


def _free_hidden_verbs(parse: Lists) -> None:
    """`Peru and the rebels [signed] in Lima on Sunday an accord`: what has a place or a day before its object is the verb.

    The parser makes the object the sentence, those before it its subject, and the verb a participle of the last of them.
    """
    dep, head, tag = parse.dep, parse.head, parse.tag
    for v, label in enumerate(dep):
        if label != "acl" or tag[v] not in ("VBN", "VBD") or parse.lower[v] in _GIVEN:
            continue
        n = head[v]
        while dep[n] == "conj":
            n = head[n]
        o = head[n]
        if dep[n] != "nsubj" or dep[o] != "ROOT" or not n < v < o or parse.pos[o] != "NOUN":
            continue
        if parse.has(v, "agent", "aux", "auxpass", "dobj") or parse.has(o, "cop", "aux", "auxpass"):
            continue
        phrases = parse.below(v, "prep")
        if not phrases or phrases[0] != v + 1 or min([o, *parse.below(o, "det", "amod")]) <= parse.last(v):
            continue
        tag[v] = "VBD"
        parse.hang(v, v, "ROOT")
        parse.hang(n, v, "nsubj")
        parse.hang(o, v, "dobj")
        for k in parse.below(o, "punct"):
            parse.hang(k, v)


def _part(parse: Lists, p: int, last: int, noun: int) -> None:
    """Make what ends at `last` the object of the preposition `p`; the rest stays with `noun`."""
    for i in range(p + 1, noun):
        if i < last and parse.head[i] > last:
            parse.hang(i, last)
        elif i > last and p < parse.head[i] <= last:
            parse.hang(i, noun)
    parse.hang(last, p, "pobj")


def _own_contacts(parse: Lists) -> None:
    """`the trip [Kerry] to Moscow`: a name that a translation sets beside a contact is of who comes."""
    lower, tag, dep, head = parse.lower, parse.tag, parse.dep, parse.head
    for k, label in enumerate(dep):
        if tag[k] not in PROPER or k == 0 or label not in ("appos", "nsubj", "nsubjpass"):
            continue
        first = k
        while first > 0 and head[first - 1] == k and dep[first - 1] in ("compound", "nmod"):
            first -= 1
        n = first - 1
        if n < 0 or lower[n] not in words("contacts") or tag[n] not in ("NN", "NNS"):
            continue
        if label == "appos":
            if head[k] != n:
                continue
        elif head[n] != head[k] or not dep[n].startswith("nsubj"):
            continue  # two subjects side by side: `that the visit Kerry will contribute`
        parse.hang(k, n, "poss")
        for i in parse.below(k, "prep"):
            if i > k and lower[i] in _WHITHER:
                parse.hang(i, n)


def _free_after_eve(parse: Lists) -> None:
    """`On the eve [of the Russian aviation] has bombed`: `on the eve` says the day before, and of nobody."""
    lower, dep, head = parse.lower, parse.dep, parse.head
    for of, word in enumerate(lower):
        if word != "of" or of < 3 or lower[of - 1] != "eve" or lower[of - 3] != "on" or head[of] != of - 1:
            continue
        verb = head[of - 3]
        doers = parse.below(of, "pobj")
        if len(doers) != 1 or parse.pos[verb] != "VERB" or verb < of or not parse.lacks_subject(verb):
            continue
        if all(dep[k] in ("aux", "auxpass", "advmod", "neg") for k in range(parse.last(doers[0]) + 1, verb)):
            parse.make_subject(doers[0], verb)
            dep[of] = "dep"


def _find_speakers_behind(parse: Lists) -> None:
    """Make whoever stands right behind the verb that opens a sentence its subject: `And stressed [the minister] that ...`.

    Arabic puts the verb first. That there is something else that the verb can be done to tells it from an object.
    """
    lower, tag, dep, head = parse.lower, parse.tag, parse.dep, parse.head
    for v, label in enumerate(dep):
        if label != "ROOT" or head[v] != v or tag[v] != "VBD" or not parse.lacks_subject(v):
            continue
        before = [k for k in parse.below(v) if k < v]
        behind = [k for k in parse.below(v, "dobj", "dative", "oprd") if k > v]
        if any(dep[k] != "cc" for k in before) or not behind:
            continue
        n = behind[0]
        somebody = tag[n] in PROPER or lower[n] in words("titles")
        told = [k for k in parse.below(v, "ccomp") if k > n and parse.has(k, "mark")]
        given = [
            k for k in parse.below(n, "appos") if tag[k] in ("NN", "NNS") and parse.has(k, "poss", "det")
        ]
        if not somebody or not (told or behind[1:] or given):
            continue
        parse.make_subject(n, v)
        for k in given[:1] if not told and not behind[1:] else ():
            parse.hang(k, v, "dobj")

"""Mends participles and gerunds that the parser took for something else, on the plain lists of a parse."""

from __future__ import annotations

from typing import Final

from dragoman.language.lists import PROPER, TENSED, Lists, words

_BESIDE_A_VERB: Final = frozenset({"with", "at", "on", "against"})
_DOERS: Final = frozenset({"NNP", "NNPS", "NNS"})
_PLURAL: Final = frozenset({"NNS", "NNPS"})
_AMID: Final = frozenset({"in", "during", "amid"})
_GATHERED: Final = frozenset({"meeting", "gathering"})
_OF_WHAT: Final = frozenset({"of", "from", "for"})

# As what somebody goes: `gunmen dressed as soldiers`.
_GOING_AS: Final = frozenset(
    {"disguised", "dressed", "posing", "masquerading", "clad", "known", "described", "identified"}
)
_BEING: Final = frozenset({"is", "are", "was", "were", "be", "been", "being"})
# Participles that are nouns too.
_LIKE_NOUNS: Final = frozenset({"overrun"})
# What people are made, by whom, and sorts of it: `held political prisoners`.
_CAPTIVE: Final = frozenset({"hostage", "hostages", "prisoner", "prisoners", "captive"})
_TAKING: Final = frozenset(
    {"take", "takes", "took", "taken", "taking", "hold", "holds", "held", "holding", "keep", "kept"}
)
_SORTS: Final = frozenset({"war", "child", "soldier", "crime"})


def shape(parse: Lists) -> None:
    """Mend a parse in place: labels, heads and tags of participles and gerunds."""
    _relate_bare(parse)
    _relate_told(parse)
    _relate_whom(parse)
    _relate_taken(parse)
    _raise_disguised(parse)
    _reduce_clauses(parse)
    _read_participles(parse)
    _read_passives(parse)
    _read_overrun(parse)
    _take_captive(parse)
    _raise_main(parse)
    _raise_deeds(parse)
    _raise_handing(parse)
    _raise_before_object(parse)
    _raise_attributes(parse)
    _read_nouns(parse)
    _open_meetings(parse)
    _join_deeds(parse)
    _match_tenses(parse)
    _relate_clauses(parse)
    _part_gerunds(parse)
    _free_means(parse)
    _join_participles(parse)
    _name_gerunds(parse)
    _name_subjects(parse)
    _lower_gerunds(parse)


def _raise_disguised(parse: Lists) -> None:
    """Give a verb back the subject that tells what it goes as: `Two bombers disguised as police [struck] the ministry`."""
    lower, dep, head = parse.lower, parse.dep, parse.head
    for w, label in enumerate(dep):
        v = head[w]
        if label != "advcl" or dep[v] != "acl" or lower[v] not in _GOING_AS or parse.tag[w] not in TENSED:
            continue
        marks, subjects = parse.below(w, "mark"), parse.below(w, "nsubj")
        n = head[v]
        if (
            len(subjects) != 1
            or not marks
            or lower[marks[0]] != "as"
            or dep[n] not in ("ROOT", "ccomp")
            or n > v
        ):
            continue
        parse.hang(marks[0], v, "prep")
        parse.hang(subjects[0], marks[0], "pobj")
        above, of = head[n], dep[n]
        for k in [k for k in (*parse.below(n), *parse.below(v)) if k > w]:
            parse.hang(k, w)
        parse.hang(w, w if above == n else above, of)
        parse.hang(n, w, "nsubj")


def _relate_taken(parse: Lists) -> None:
    """Make a passive behind an object its attribute: `recaptured a town in the north [seized] last week by rebels`."""
    tag, dep, head = parse.tag, parse.dep, parse.head
    for v, label in enumerate(dep):
        if label != "advcl" or tag[v] != "VBN" or not parse.has(v, "agent"):
            continue
        if parse.has(v, "mark", "nsubj", "nsubjpass", "aux", "auxpass") or parse.pos[v - 1] not in (
            "NOUN",
            "PROPN",
        ):
            continue
        things = [k for k in parse.below(head[v], "dobj") if k < v]
        if things and not any(parse.lower[k] == "," for k in range(things[0], v)):
            parse.hang(v, things[0], "acl")


def _reduce_clauses(parse: Lists) -> None:
    """Make a participle behind a subject its attribute where a finite verb follows: `Rockets [fired by rebels] killed ten`."""
    tag, dep, head = parse.tag, parse.dep, parse.head
    for v, t in enumerate(tag):
        if t != "VBN" or parse.has(v, "aux", "auxpass", "cc") or not parse.has(v, "agent"):
            continue
        subjects = [k for k in parse.below(v, "nsubj", "nsubjpass") if k < v]
        finite = [k for k in parse.below(v, "conj") if tag[k] in TENSED and k > v]
        if len(subjects) != 1 or not finite or parse.has(finite[0], "nsubj", "nsubjpass", "auxpass"):
            continue
        s, w = subjects[0], finite[0]
        above, label = head[v], dep[v]
        for k in parse.below(v):
            if k < v or k > w:
                parse.hang(k, w)
        parse.hang(w, w if above == v else above, label)
        parse.hang(v, s, "acl")
    for w, label in enumerate(dep):
        if label != "acl" or tag[w] != "VBD" or parse.has(w, "nsubj", "nsubjpass"):
            continue
        part = parse.verb_above(
            w
        )  # "Shells [fired] by gunmen of the group killed ten": the noun is no sentence
        if (
            part is None
            or part > w
            or dep[part] != "acl"
            or tag[part] != "VBN"
            or not parse.has(part, "agent")
        ):
            continue
        n = head[part]
        if head[n] == n and parse.pos[n] in ("NOUN", "PROPN") and n < part:
            for k in parse.below(n):
                if k > w:
                    parse.hang(k, w)
            parse.hang(w, w, dep[n])
            parse.hang(n, w, "nsubj")


def _read_participles(parse: Lists) -> None:
    """Make a participle of a past tense that tells of the noun before it: `The accord, [initialled] near Dayton by both`."""
    tag, dep, head = parse.tag, parse.dep, parse.head
    for v, label in enumerate(dep):
        if label == "acl" and tag[v] == "VBD" and parse.pos[head[v]] in ("NOUN", "PROPN") and head[v] < v:
            if not parse.has(v, "nsubj", "nsubjpass", "dobj", "ccomp", "aux"):
                tag[v] = "VBN"


def _read_passives(parse: Lists) -> None:
    """Make a passive of a headline's verb of telling somebody to do a thing: `46 diplomats [told] to leave Russia`."""
    tag, dep = parse.tag, parse.dep
    for v, label in enumerate(dep):
        if label != "ROOT" or tag[v] not in ("VBD", "VBN") or parse.lower[v] not in words("told"):
            continue
        subjects = parse.below(v, "nsubj")
        if len(subjects) != 1 or parse.has(v, "dobj", "dative", "aux", "auxpass", "prep", "ccomp"):
            continue
        if any(parse.lower[k] == "." for k in parse.below(v, "punct") if k > v):
            continue  # no headline: "The president ordered to move two battalions."
        done = parse.below(v, "xcomp")
        if done and tag[done[0]] == "VB" and parse.has(done[0], "aux"):
            tag[v], dep[subjects[0]] = "VBN", "nsubjpass"


def _read_overrun(parse: Lists) -> None:
    """Make a passive of a participle that the parser took for a noun: `the town was [overrun] by rebels`."""
    for w, label in enumerate(parse.dep):
        v = parse.head[w]
        if (
            label not in ("attr", "acomp")
            or parse.lower[w] not in _LIKE_NOUNS
            or parse.lower[v] not in _BEING
        ):
            continue
        if v > w or parse.has(w, "det", "amod", "compound", "poss"):
            continue
        parse.replace(v, w)
        parse.hang(v, w, "auxpass")
        parse.pos[w], parse.tag[w] = "VERB", "VBN"
        for k in parse.below(w, "nsubj"):
            parse.dep[k] = "nsubjpass"


def _take_captive(parse: Lists) -> None:
    """Make an object of those who are made captives: `took [him] prisoner`, `held 30 [guests] hostage`."""
    lower, tag, dep, head = parse.lower, parse.tag, parse.dep, parse.head
    for w, label in enumerate(dep):
        v = head[w]
        if label != "dobj" or lower[w] not in _CAPTIVE or lower[v] not in _TAKING or v > w:
            continue
        others = [k for k in parse.below(v, "dobj", "dative") if v < k < w and parse.pos[k] != "ADP"]
        beside = [k for k in parse.below(w, "compound", "nmod") if k == w - 1]
        if others:
            dep[others[-1]], dep[w] = "dobj", "oprd"
        elif beside and lower[beside[0]] not in _SORTS:
            parse.hang(beside[0], v, "dobj")
            for k in parse.below(w):
                if k < beside[0]:
                    parse.hang(k, beside[0])
            dep[w] = "oprd"
        elif (whom := parse.below(w, "poss", "det")) == [w - 1] and tag[w - 1] in ("PRP", "PRP$"):
            parse.hang(whom[0], v, "dobj")
            dep[w] = "oprd"


def _raise_main(parse: Lists) -> None:
    """Make a sentence's verb of what the parser hung on the end of a relative clause: `The men, who had come to X, [called] for calm`."""
    pos, tag, dep, head = parse.pos, parse.tag, parse.dep, parse.head
    for v, label in enumerate(dep):
        if label != "acl" or tag[v] not in ("VBN", "VBD") or parse.lower[v - 1] != ",":
            continue
        if parse.has(v, "agent", "aux", "auxpass", "nsubj", "nsubjpass"):
            continue
        relative = parse.verb_above(v)
        while relative is not None and dep[relative] != "relcl":
            relative = parse.verb_above(relative)
        told = any(k < v for k in parse.below(head[v], "relcl"))  # "X, who was ill, [called] it late"
        active = tag[v] == "VBD" or (parse.has(v, "xcomp") and parse.has(v, "prep"))
        told = told or (
            active and any(k < v for k in parse.below(head[v], "appos"))
        )  # "X, the premier, called on"
        noun = head[relative] if relative is not None else head[v] if told else v
        if dep[noun] == "ROOT" and pos[noun] in ("NOUN", "PROPN") and noun < v and head[noun] == noun:
            parse.make_main(v, noun)


def _raise_deeds(parse: Lists) -> None:
    """Make a sentence's verb of a participle that no headline leaves: `Rebels [attacked] on Monday near Goma.`"""
    tag, dep, head = parse.tag, parse.dep, parse.head
    for v, label in enumerate(dep):
        n = head[v]
        if label != "acl" or tag[v] != "VBN" or parse.lower[v] not in words("advancing") or n != v - 1:
            continue
        if dep[n] != "ROOT" or tag[n] not in _PLURAL or parse.has(v, "agent", "dobj", "aux", "auxpass"):
            continue
        if any(parse.lower[k] == "." for k in parse.below(n, "punct") if k > v):
            parse.make_main(v, n)


def _raise_handing(parse: Lists) -> None:
    """Make a sentence's verb of a participle with a particle and an object: `Hundreds of policemen [handed] over their weapons.`"""
    tag, dep, head = parse.tag, parse.dep, parse.head
    for v, label in enumerate(dep):
        n = head[v]
        if label != "acl" or tag[v] != "VBN" or n > v or dep[n] != "ROOT" or tag[n] not in _PLURAL:
            continue
        if not (parse.has(v, "prt") and parse.has(v, "dobj")) or parse.has(v, "agent", "aux", "auxpass"):
            continue
        if any(parse.lower[k] == "." for k in parse.below(n, "punct") if k > v):
            parse.make_main(v, n)


def _raise_before_object(parse: Lists) -> None:
    """Make a sentence's verb of a participle whose late object the parser took for the sentence: `The parties [signed] in Doha an accord.`"""
    tag, dep, head = parse.tag, parse.dep, parse.head
    for v, label in enumerate(dep):
        s = head[v]
        if label != "acl" or tag[v] not in ("VBN", "VBD") or s > v or dep[s] != "nsubj":
            continue
        n = head[s]
        if head[n] != n or n < v or parse.pos[n] != "NOUN" or not parse.has(n, "det"):
            continue
        if parse.has(n, "cop", "aux", "auxpass", "appos") or parse.has(v, "agent", "auxpass", "aux", "dobj"):
            continue
        if not parse.has(v, "prep", "npadvmod", "advmod") or parse.last(v) + 1 < parse.first_below(n, s):
            continue
        end = [k for k in parse.below(n, "punct") if k > n]
        parse.hang(v, v, "ROOT")
        parse.hang(n, v, "dobj")
        parse.hang(s, v)
        for k in end:
            parse.hang(k, v)
        tag[v] = "VBD"


def _raise_attributes(parse: Lists) -> None:
    """Make a sentence's verb of a past tense taken for an attribute of its object: `Greece [scrambled] jets to meet them.`"""
    tag, dep, head = parse.tag, parse.dep, parse.head
    for v, label in enumerate(dep):
        n = head[v]
        if label != "amod" or tag[v] != "VBD" or n < v:
            continue
        s = v - 1
        if s > 0 and parse.lower[s] == "-":  # "test-fired"
            s -= 2
        if s < 0 or tag[s] not in _DOERS or head[s] not in (n, v) or dep[s] in ("poss", "conj", "appos"):
            continue
        above = head[n]
        meant = dep[n] == "nsubj" and tag[above] == "VB" and head[above] == above  # "jets to meet them"
        if not (head[n] == n or meant) or parse.has(n, "det", "poss"):
            continue
        own = [k for k in parse.below(n) if k < s]
        end = parse.below(above if meant else n, "punct")
        parse.hang(v, v, "ROOT")
        parse.hang(n, v, "dobj")
        parse.hang(s, v, "nsubj")
        for k in own:
            parse.hang(k, s)
        for k in end:
            parse.hang(k, v)
        if meant:
            parse.hang(above, v, "advcl")


def _read_nouns(parse: Lists) -> None:
    """Make a verb of what the parser took for a noun of its plural subject: `The ministers of the Union [meet] in Rome.`"""
    tag, dep = parse.tag, parse.dep
    for v, label in enumerate(dep):
        name = v - 1
        if label == "ROOT" and tag[v] == "NNS" and parse.has(v, "dobj") and v and dep[name] == "compound":
            if tag[name] in PROPER and not parse.has(v, "det", "amod", "poss", "nummod", "case"):
                parse.pos[v], tag[v], dep[name] = "VERB", "VBZ", "nsubj"  # "Kuwait [severs] ties with Iran"
            continue
        if label != "ROOT" or tag[v] != "NN" or parse.lower[v] not in words("plural_verbs"):
            continue
        subjects = parse.below(v, "nsubj")
        if len(subjects) != 1 or tag[subjects[0]] not in _PLURAL or parse.last(subjects[0]) != v - 1:
            continue
        if not parse.has(v, "det", "amod", "compound", "nmod", "poss", "cop"):
            parse.pos[v], tag[v] = "VERB", "VBP"


def _open_meetings(parse: Lists) -> None:
    """Make a participle of a meeting whose first noun is who acts: `EU ministers [meeting] in Brussels condemned the raid`."""
    pos, tag, dep, head, lower = parse.pos, parse.tag, parse.dep, parse.head, parse.lower
    for m, word in enumerate(lower):
        k = m - 1
        if word not in _GATHERED or tag[m] != "NN" or dep[m] != "nsubj" or head[m] < m:
            continue
        if k < 0 or dep[k] != "compound" or head[k] != m or tag[k] != "NNS" or not parse.has(m, "prep"):
            continue
        if any(
            lower[c] in ("a", "an", "this", "that", "another") or dep[c] == "poss" for c in parse.below(m)
        ):
            continue
        parse.hang(k, head[m], "nsubj")
        for c in parse.below(m):
            if c < k:
                parse.hang(c, k)
        parse.hang(m, k, "acl")
        pos[m], tag[m] = "VERB", "VBG"


def _join_deeds(parse: Lists) -> None:
    """Coordinate a past tense with the verb of telling before it: `told reporters he was ill, [insisted] that it was late`."""
    tag, dep, head, lower = parse.tag, parse.dep, parse.head, parse.lower
    for v, label in enumerate(dep):
        t = head[v]
        if label not in ("ccomp", "xcomp") or tag[v] not in ("VBD", "VBN") or t >= v or tag[t] not in TENSED:
            continue
        if parse.has(v, "nsubj", "nsubjpass", "aux", "auxpass", "mark", "agent", "expl", "csubj"):
            continue
        before = v - 1 if tag[v - 1] != "RB" else v - 2
        told = [
            w for w in parse.below(t, "ccomp") if t < w < v and parse.has(w, "nsubj", "nsubjpass", "expl")
        ]
        if told and lower[before] in (",", "and"):
            parse.hang(v, t, "conj")
            tag[v] = "VBD"
            if lower[v - 1] == "," and head[v - 1] in told:
                parse.hang(v - 1, t)


def _match_tenses(parse: Lists) -> None:
    """Coordinate a past tense with the verb above an infinitive: `insisted that it would leave and [hinted] that`."""
    tag, dep, head = parse.tag, parse.dep, parse.head
    for v, label in enumerate(dep):
        h = head[v]
        if label != "conj" or tag[v] != "VBD" or tag[h] != "VB" or h > v or not parse.has(h, "aux"):
            continue
        if parse.has(v, "nsubj", "nsubjpass", "aux", "auxpass", "mark", "expl"):
            continue
        above = parse.verb_above(h)
        while above is not None and (tag[above] != "VBD" or above > h):
            above = parse.verb_above(above)
        if above is not None:
            for k in parse.below(h, "cc", "punct"):
                if h < k < v:
                    parse.hang(k, above)
            parse.hang(v, above, "conj")


def _relate_clauses(parse: Lists) -> None:
    """Hang a clause with a relative on its noun, not as content on the verb: `said in an address on Monday, [in which he accused]`."""
    lower, pos, tag, dep, head = parse.lower, parse.pos, parse.tag, parse.dep, parse.head
    for v, label in enumerate(dep):
        if label not in ("ccomp", "advcl", "parataxis", "conj", "dep") or head[v] >= v:
            continue
        relatives = [
            p
            for p in parse.below(v, "prep")
            if p < v and lower[p - 1] == "," and any(tag[k] == "WDT" for k in parse.below(p, "pobj"))
        ]
        if relatives:
            nouns = [
                k
                for k in range(head[v] + 1, relatives[0] - 1)
                if pos[k] == "NOUN" and dep[k] in ("pobj", "dobj")
            ]
            if nouns:
                parse.hang(v, nouns[-1], "relcl")


def _relate_bare(parse: Lists) -> None:
    """Give a relative clause without a pronoun the subject that the parser took for a name of the noun: `the deal [Iran and Iraq] signed`."""
    tag, dep, head = parse.tag, parse.dep, parse.head
    for s, label in enumerate(dep):
        n = head[s]
        if label != "appos" or tag[s] not in PROPER:
            continue
        if parse.pos[n] != "NOUN" or parse.first(s) != n + 1 or not parse.has(n, "det"):
            continue
        v = parse.last(s) + 1
        if v >= len(dep) or tag[v] not in TENSED or head[v] > v or not parse.lacks_subject(v):
            continue
        if dep[v] not in ("acl", "advcl", "relcl", "conj", "dep") or parse.has(v, "dobj", "auxpass"):
            continue
        parse.hang(v, n, "relcl")
        parse.hang(s, v, "nsubj")


def _relate_told(parse: Lists) -> None:
    """Make a relative clause of a participle with a subject of its own: `the sanctions [the European Union imposed]`."""
    tag, dep, head = parse.tag, parse.dep, parse.head
    for v, label in enumerate(dep):
        n = head[v]
        if label != "acl" or tag[v] != "VBN" or n >= v or parse.has(v, "aux", "auxpass", "agent"):
            continue
        if any(n < s < v for s in parse.below(v, "nsubj")):
            dep[v], tag[v] = "relcl", "VBD"


def _relate_whom(parse: Lists) -> None:
    """Make a clause of `whom` and what the parser took for more names: `the engineer Luc Roy, [whom rebels of the north killed]`."""
    tag, dep, head = parse.tag, parse.dep, parse.head
    for w, word in enumerate(parse.lower):
        if word != "whom" or dep[w] not in ("appos", "nsubj"):
            continue
        if dep[w] == "nsubj":
            s = head[w]
            n = head[s]
            if dep[s] != "relcl" or parse.pos[s] not in ("NOUN", "PROPN"):
                continue
        else:
            n = head[w]
            s = next((k for k in parse.below(n, "appos") if parse.first(k) == w + 1), w)
        told = [v for v in parse.below(s, "acl", "relcl") if tag[v] in ("VBN", "VBD") and v > s]
        if s == w or len(told) != 1 or parse.has(told[0], "agent", "aux", "auxpass", "nsubj", "dobj"):
            continue
        v = told[0]
        parse.hang(v, n, "relcl")
        parse.hang(s, v, "nsubj")
        parse.hang(w, v, "dobj")
        tag[v] = "VBD"


def _part_gerunds(parse: Lists) -> None:
    """Hang a noun right behind a verb's preposition on that, its participle on the noun: `clashed with [crowds] protesting taxes`."""
    dep, head, tag = parse.dep, parse.head, parse.tag
    for v, label in enumerate(dep):
        p = head[v]
        if label != "pcomp" or tag[v] != "VBG" or parse.lower[p] not in _BESIDE_A_VERB or head[p] != p - 1:
            continue
        nouns = parse.below(v, "nsubj")
        if parse.pos[head[p]] == "VERB" and len(nouns) == 1 and p < nouns[0] < v and tag[nouns[0]] in _PLURAL:
            parse.hang(nouns[0], p, "pobj")
            parse.hang(v, nouns[0], "acl")


def _free_means(parse: Lists) -> None:
    """Give a gerund the object whose adjective the parser took it for: `by [halting] imports`, `left angrily, [withholding] funds`."""
    lower, tag, dep, head = parse.lower, parse.tag, parse.dep, parse.head
    for w, label in enumerate(dep):
        o = head[w]
        if label not in ("amod", "compound", "nmod") or not lower[w].endswith("ing") or o < w or w < 2:
            continue
        above = head[o]
        if parse.has(o, "det", "poss") or tag[o] not in ("NN", "NNS", "NNP", "NNPS"):
            continue
        if dep[o] == "pobj" and above == w - 1 and lower[above] == "by" and lower[w] in words("stopping"):
            hub, new = above, "pcomp"
        elif dep[o] == "dobj" and lower[w - 1] == "," and above < w - 1 and parse.pos[above] == "VERB":
            hub, new = above, "advcl"  # no verb has an object behind a comma
        else:
            continue
        parse.hang(w, hub, new)
        parse.hang(o, w, "dobj")
        parse.pos[w], tag[w] = "VERB", "VBG"


def _join_participles(parse: Lists) -> None:
    """Coordinate a past tense that the parser took for an adjective of a noun beside a verb: `left the talks and [tightened] curbs`."""
    tag, dep, head = parse.tag, parse.dep, parse.head
    for w, label in enumerate(dep):
        o = head[w]
        v = head[o]
        if label != "amod" or tag[w] not in ("VBD", "VBN") or o < w or dep[o] != "conj" or v > w:
            continue
        if parse.pos[v] != "VERB" or dep[w - 1] != "cc" or parse.has(o, "det", "poss"):
            continue
        if tag[v] != "VBD" and not (tag[v] == "VBN" and parse.has(v, "aux") and not parse.has(v, "auxpass")):
            continue
        parse.hang(w, v, "conj")
        parse.hang(o, w, "dobj")
        parse.pos[w], tag[w] = "VERB", tag[v]


def _name_gerunds(parse: Lists) -> None:
    """Make a noun of a gerund that names what goes on: `were wounded in [shelling] by Armenian troops`, `in Georgian [shelling]`."""
    lower, pos, tag, dep, head = parse.lower, parse.pos, parse.tag, parse.dep, parse.head
    for w, label in enumerate(dep):
        if tag[w] != "VBG" or lower[w] not in words("gerunds") or w < 2:
            continue
        if parse.has(w, "dobj", "prt", "xcomp", "ccomp", "aux"):
            continue
        by = [k for p in parse.below(w, "prep", "agent") if lower[p] == "by" for k in parse.below(p, "pobj")]
        done_by = any(tag[k] in _DOERS or parse.has(k, "amod", "compound", "poss", "det") for k in by)
        if label == "pcomp" and (lower[head[w]] in _AMID or done_by):
            dep[w], pos[w], tag[w] = "pobj", "NOUN", "NN"
        elif label == "pcomp" and head[w] == w - 2 and parse.below(w, "nsubj", "amod") == [w - 1]:
            dep[w], pos[w], tag[w] = "pobj", "NOUN", "NN"  # "were killed by Indian [shelling]"
            dep[w - 1] = "amod"
        elif label in ("xcomp", "ccomp") and head[w] < w and done_by:
            dep[w], pos[w], tag[w] = "dobj", "NOUN", "NN"  # "reported [shelling] by Azerbaijan"
        elif label in ("advcl", "acl") and dep[w - 1] == "pobj" and tag[w - 1] in ("NNP", "JJ"):
            p = head[w - 1]
            if p == w - 2 and (lower[p] in _AMID or dep[p] == "agent"):
                parse.hang(w, p, "pobj")
                parse.hang(w - 1, w, "amod")
                pos[w], tag[w] = "NOUN", "NN"
        elif label in ("advcl", "acl") and dep[w - 1] == "pobj" and head[w - 1] < w - 2:
            p = head[w - 1]  # "preceded by the night [shelling] of X by Y"
            own = [lower[k] for k in parse.below(w, "prep", "agent") if k > w]
            if parse.has(w - 1, "det") and own[:1] == ["of"] and dep[p] in ("prep", "agent"):
                for k in parse.below(w - 1):
                    parse.hang(k, w)
                parse.hang(w, p, "pobj")
                parse.hang(w - 1, w, "compound")
                pos[w], tag[w] = "NOUN", "NN"


def _name_subjects(parse: Lists) -> None:
    """Make a noun of a gerund that is a subject without an object of its own: `[Fighting] between Chad and Libya killed ten`."""
    for w, label in enumerate(parse.dep):
        if parse.tag[w] != "VBG" or parse.lower[w] not in words("gerunds"):
            continue
        if label not in ("nsubj", "nsubjpass", "csubj", "csubjpass") or not parse.has(w, "prep", "agent"):
            continue
        if not parse.has(w, "dobj", "prt", "xcomp", "ccomp", "aux", "nsubj"):
            parse.dep[w] = label.replace("csubj", "nsubj")
            parse.pos[w], parse.tag[w] = "NOUN", "NN"


def _lower_gerunds(parse: Lists) -> None:
    """Coordinate a gerund with the one before it, not with a finite verb: `accuses Chad of [arming] rebels and [hosting] them`."""
    lower, tag, dep, head = parse.lower, parse.tag, parse.dep, parse.head
    for w, label in enumerate(dep):
        h = head[w]
        if (
            label != "conj"
            or tag[w] != "VBG"
            or w < h
            or not (tag[h] in TENSED or parse.has(h, "aux", "auxpass"))
        ):
            continue
        if tag[h] == "VBG" or parse.has(w, "aux", "nsubj", "nsubjpass"):
            continue
        hubs = [h, *(k for k in parse.below(h, "dobj") if k > h)]
        of = [p for hub in hubs for p in parse.below(hub, "prep") if h < p < w and lower[p] in _OF_WHAT]
        done = [k for p in of for k in parse.below(p, "pobj", "pcomp") if lower[p + 1].endswith("ing")]
        if done:
            for c in parse.below(h, "cc"):
                if done[-1] < c < w:
                    parse.hang(c, done[-1])
            parse.hang(w, done[-1])

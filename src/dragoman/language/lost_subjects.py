"""Gives back to finite verbs the subjects that the parser lost to something beside them, on the plain lists of a parse."""

from __future__ import annotations

from typing import Final

from dragoman.language.lists import PROPER, TENSED, Lists, words

_DASHES: Final = frozenset({"-", "–", "—", "--"})
_NOMINAL: Final = frozenset({"NOUN", "PROPN"})
_ADVERBS: Final = frozenset({"RB", "WRB", "UH"})
# What stands between a subject and its verb.
_BEFORE_VERB: Final = frozenset({"aux", "auxpass", "neg", "advmod"})


def recover(parse: Lists) -> None:
    """Mend a parse in place: labels, heads, and tags of words that were taken for others."""
    _name_first_words(parse)
    _leave_auxiliaries(parse)
    _follow_clefts(parse)
    _part_clauses_run_on(parse)
    _part_at_dashes(parse)
    _part_days(parse)
    _part_gerunds(parse)
    _raise_participles(parse)
    _name_openers(parse)


def _name_first_words(parse: Lists) -> None:
    """Make a name of what the tagger calls a preposition though no such word exists: `[Barack] Obama today visited`."""
    for i, label in enumerate(parse.dep):
        v = parse.head[i]
        if label != "prep" or parse.tag[i] != "IN" or parse.lower[i] in words("prepositions") or v < i:
            continue
        names = parse.below(i)
        if (
            len(names) != 1
            or names[0] != i + 1
            or parse.tag[i + 1] not in PROPER
            or not parse.lacks_subject(v)
        ):
            continue
        parse.make_subject(i + 1, v)
        parse.hang(i, i + 1, "compound")
        parse.tag[i], parse.pos[i] = "NNP", "PROPN"


def _leave_auxiliaries(parse: Lists) -> None:
    """Hang on the verb what hangs on its auxiliary: `[Turkey] has [with effect from Friday] expelled two diplomats`."""
    for i, label in enumerate(parse.dep):
        if label in ("aux", "auxpass") and parse.head[i] > i and parse.has(i, "nsubj", "nsubjpass"):
            parse.hand_down(i, parse.head[i])
            if parse.tag[parse.head[i]] == "VBD":
                parse.tag[parse.head[i]] = "VBN"


def _follow_clefts(parse: Lists) -> None:
    """Let who is set off by `it was` do what is told of him: `It was [Turkey] that expelled two diplomats`."""
    for v, label in enumerate(parse.dep):
        be = parse.head[v]
        if label != "ccomp" or parse.lower[be] not in ("was", "is", "were") or be > v:
            continue
        told = parse.below(be, "attr")
        opened = any(parse.lower[k] == "it" for k in parse.below(be, "nsubj"))
        relative = [k for k in parse.below(v, "nsubj") if parse.tag[k] in ("WDT", "WP")]
        if opened and len(told) == 1 and relative and told[0] < relative[0]:
            parse.hang(v, told[0], "relcl")


def _part_at_dashes(parse: Lists) -> None:
    """Begin a new clause at a dash: `Europe hesitated - [Israel] bombed Damascus`."""
    for v, label in enumerate(parse.dep):
        above = parse.head[v]
        if label not in ("advcl", "ccomp", "acl", "dep") or parse.tag[v] not in TENSED or above > v:
            continue
        if not parse.lacks_subject(v) or parse.has(v, "mark"):
            continue
        for noun in parse.below(above, "dobj", "npadvmod", "appos", "attr"):
            first = parse.first(noun)
            dashed = [k for k in parse.below(noun, "punct") if parse.lower[k] in _DASHES and k < noun]
            start = dashed[-1] if dashed else first - 1
            if above < noun < v and parse.lower[start] in _DASHES and parse.last(noun) == v - 1:
                for k in dashed:
                    parse.hang(k, above)
                parse.make_subject(noun, v)
                parse.dep[v] = "parataxis"


def _part_clauses_run_on(parse: Lists) -> None:
    """Give a verb for its subject the name that the clause before it took for its object: `When talks failed [Russia] withdrew`."""
    for w, label in enumerate(parse.dep):
        v = parse.head[w]
        if label not in ("advcl", "nsubj", "csubj") or parse.tag[w] not in TENSED or v < w:
            continue
        if not parse.has(w, "nsubj", "nsubjpass") or parse.tag[v] not in TENSED:
            continue
        if label == "advcl" and not parse.lacks_subject(v):
            continue
        for noun in parse.below(w, "dobj"):
            if w < noun and parse.last(noun) == v - 1 and parse.pos[noun] == "PROPN":
                for k in parse.below(noun, "punct"):
                    parse.hang(k, w)
                if label != "advcl":
                    parse.dep[w] = "advcl"
                parse.make_subject(noun, v)


def _part_days(parse: Lists) -> None:
    """Part a name from the day behind it, as American papers have it: `[Pakistan] Tuesday accused India`."""
    for i, label in enumerate(parse.dep):
        v = parse.head[i]
        if (
            label != "npadvmod"
            or v != i + 1
            or parse.lower[i] not in words("days")
            or not parse.lacks_subject(v)
        ):
            continue
        names = parse.below(i, "compound", "nmod")
        if names and names[-1] == i - 1 and parse.tag[i - 1] in PROPER:
            for k in names[:-1]:
                parse.hang(k, i - 1, "compound")
            parse.make_subject(i - 1, v)


def _part_gerunds(parse: Lists) -> None:
    """Give a gerund its object, and the verb the subject behind that: `After jailing [the editor Jan Berg], [a court] adjourned`."""
    for v in range(len(parse.dep)):
        subjects = [k for k in parse.below(v, "nsubj") if k < v]
        gerunds = [w for p in parse.below(v, "prep") for w in parse.below(p, "pcomp") if w < v]
        if len(subjects) != 1 or len(gerunds) != 1 or parse.has(gerunds[0], "dobj", "ccomp", "xcomp"):
            continue
        s, w = subjects[0], gerunds[0]
        named = [k for k in parse.below(s, "appos") if s < k]
        if len(named) != 1 or parse.first(s) != w + 1 or parse.last(named[0]) != v - 1:
            continue
        opens = parse.first(named[0])
        if parse.lower[opens - 1] == "," and parse.lower[opens] in ("the", "a", "an"):
            parse.hang(s, w, "dobj")
            parse.hang(named[0], v, "nsubj")


def part_openings(parse: Lists) -> None:
    """Give a verb for its subject the name that the phrase before the comma took in: `After talks with Oman, [Iran and Iraq] agreed`.

    `At the invitation of President Xi, [President of Mali Traore] will pay a visit`.
    """
    for v, label in enumerate(parse.dep):
        if label in ("conj", "relcl") or not parse.lacks_subject(v) or parse.has(v, "mark"):
            continue
        begin = v
        while begin and parse.head[begin - 1] == v and parse.dep[begin - 1] in _BEFORE_VERB:
            begin -= 1
        openings = [k for k in parse.below(v, "prep") if k < begin]
        top = begin - 1
        taken: int | None = None
        while top > 0 and openings and parse.head[top] != top and parse.head[top] != v:
            if parse.dep[top] in ("appos", "conj") and parse.pos[top] in _NOMINAL:
                first = parse.first(top)
                if parse.lower[first - 1] == "," and parse.head[top] < first and parse.last(top) == begin - 1:
                    taken = top
                    break
            top = parse.head[top]
        if taken is not None and parse.tag[parse.head[taken]] in PROPER | {"NN", "NNS"}:
            for k in parse.below(parse.head[taken], "punct"):
                if k == parse.first(taken) - 1:
                    parse.hang(k, v)
            parse.make_subject(taken, v)


def _raise_participles(parse: Lists) -> None:
    """Make the verb of a sentence that has none of what stands before its object: `Israel on 3 June [bombed] Damascus.`

    The parser takes the past tense for an adjective of the object, and the object for another name, or for what the
    preposition before it governs.
    """
    tag, dep, head = parse.tag, parse.dep, parse.head
    for v, label in enumerate(dep):
        o = head[v]
        if label != "amod" or tag[v] not in ("VBN", "VBD") or o < v or parse.has(o, "det", "poss"):
            continue
        above = head[o]
        relative = dep[above] == "relcl" and parse.lower[v - 1] == "," and above < v
        s = head[above] if relative or (dep[above] == "prep" and above < v) else above
        if dep[s] != "ROOT" or parse.pos[s] not in _NOMINAL or s > v or parse.has(s, "nummod"):
            continue
        inset = relative or _is_inset(parse, s, v) or _behind_relative(parse, s, v)
        if not inset or not any(parse.lower[k] == "." for k in parse.below(s, "punct")):
            continue  # "." parts a sentence from a headline
        if dep[o] == "pobj" and not relative:
            _give_object(parse, above, v, o)
        parse.make_main(v, s)
        parse.hang(o, v, "dobj")
        parse.pos[v] = "VERB"


def _is_inset(parse: Lists, s: int, v: int) -> bool:
    """Whether between a noun and a verb there is just when or where: `Israel [late on Friday] bombed`."""
    between = range(s + 1, v)
    if not between or any(parse.lower[k] == "," for k in between):
        return False
    opens = parse.lower[between[0]]
    return opens in words("insets") or opens in words("days")


def _behind_relative(parse: Lists, s: int, v: int) -> bool:
    """Whether between a noun and a verb there is just a relative clause: `Indonesia, which had lost, [banned] imports of`."""
    told = [k for k in parse.below(s, "relcl") if s < k < v]
    return len(told) == 1 and parse.lower[v - 1] == "," and parse.last(told[0]) == v - 2


def _give_object(parse: Lists, p: int, v: int, o: int) -> None:
    """Let a preposition govern the last noun before a verb and not what stands behind the verb."""
    noun = v - 1
    if noun == p or parse.pos[noun] not in ("NOUN", "PROPN", "NUM"):
        return
    for k in parse.below(o):
        if p < k < v and k != noun:
            parse.hang(k, noun)
    parse.hang(noun, p, "pobj")


def _name_openers(parse: Lists) -> None:
    """Make the name that opens a clause its subject, not a time: `[Mottaki], meanwhile, has ruled out`.

    Nor an adverb, as the parser takes names of a strange form: `[Luanda], for its part, accused`.
    """
    for v, p in enumerate(parse.pos):
        if p != "VERB" or not parse.lacks_subject(v):
            continue
        for k in parse.below(v, "npadvmod", "advcl", "advmod", "intj"):
            if k < v and _is_name(parse, k) and parse.lower[k] not in words("days"):
                parse.make_subject(k, v)
                parse.pos[k], parse.tag[k] = "PROPN", "NNP"
                break


def _is_name(parse: Lists, k: int) -> bool:
    """Whether a word that opens a clause, taken for a time or an adverb, is a name."""
    if parse.dep[k] in ("npadvmod", "advcl"):
        return parse.pos[k] == "PROPN" and parse.follows(k, ",")
    word = parse.lower[k]
    opens = k == 0 or parse.dep[k - 1] == "punct" or parse.tag[k - 1] == "_SP"
    strange = word.isalpha() and not word.endswith("ly") and word not in words("adverbs")
    return opens and not parse.below(k) and (parse.tag[k] in PROPER or (parse.tag[k] in _ADVERBS and strange))

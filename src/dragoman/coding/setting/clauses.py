"""Clauses that share their time and place: which clause a word belongs to, and which others are told along with it."""

from __future__ import annotations

from dragoman.coding.carriers import due_in_clause
from dragoman.coding.setting.shifts import LONG, shift_at
from dragoman.coding.setting.words import setting_words
from dragoman.language import Grammar

# A nominal act after these happens where and when its clause does.
_WITHIN = frozenset({"for", "at", "in", "during"})
# A contact is told of on the day on which it was: `said on Friday after a meeting with`.
_AFTER_CONTACT = frozenset({"after", "following"})
# Clauses that tell of the time of the clause above them; those with `when` also lend it theirs.
_MEANWHILE = frozenset({"when", "as", "while", "where"})
_STATED_IN = frozenset({"in", "at", "by", "during", "through", "via", "with"})
_DONE_IN = frozenset({"in", "at", "during"})
_AHEAD = frozenset({"will", "shall", "'ll", "would", "could", "may", "might", "to"})
_BACK = frozenset({"had", "has", "have", "was", "were", "been", "did"})
_BOTH = frozenset({"two", "pair", "both"})
_COMPARED = frozenset({"unlike", "like", "than"})
# What happened is told by these as their subject.
_REPORTED = frozenset({"report", "see", "hear", "record", "observe"})
# What an act that one fights, sees or suffers is told by.
_BORNE = frozenset(
    {"fight", "follow", "wage", "see", "witness", "suffer", "survive", "escape", "face", "repel"}
)
# What was done then is no news: `ministers who met last month`.
_EARLIER = frozenset({"last", "ago", "earlier", "previously"})
# So many steps are the longest way: `killed in a clash with the police of the province in the town of`.
_FAR = 12
# What is told by these to have come after something has a day of its own: `the raid came after rebels shot ten on Sunday`.
_FOLLOWING = frozenset({"come", "follow"})
_SOME = frozenset(
    {"another", "dozens", "hundreds", "many", "more", "others", "scores", "several", "some", "thousands"}
)
TOPICS = frozenset({"on", "about", "over", "regarding", "concerning"})


def _apart(g: Grammar, v: int) -> bool:
    """Whether a verb tells of a time of its own: `discussed the deal reached on Monday`, not `in a statement issued`."""
    if g.dep[v] in ("advcl", "ccomp", "conj", "parataxis"):
        return True
    if g.dep[v] == "acl" and g.lemma[v] in setting_words()["laden"]:
        return False  # "blew up a truck packed with explosives on Sunday"
    describes = g.dep[v] == "relcl" or (g.dep[v] == "acl" and g.tag[v] in ("VBN", "VBD"))
    return describes and not in_vehicle(g, g.head[v]) and not (g.dep[v] == "acl" and _at_it(g, g.head[v]))


def _at_it(g: Grammar, noun: int) -> bool:
    """Whether something is done in what a noun names, so that both are of one time: `in the raid carried out on Monday`."""
    words = setting_words()
    if g.lemma[noun] not in words["scenes"] and g.lemma[noun] not in words["meetings"]:
        return False
    top = _phrase_on(g, noun, _DONE_IN)
    return top is not None and g.is_verb(top)


def in_vehicle(g: Grammar, noun: int) -> bool:
    """Whether something is said in what a noun names: `in a statement`, `at a news conference`."""
    if g.lemma[noun] not in setting_words()["vehicles"]:
        return False
    top = _phrase_on(g, noun, _STATED_IN)
    return top is not None and (g.is_verb(top) or g.dep[top] in ("dobj", "pobj"))


def _phrase_on(g: Grammar, noun: int, prepositions: frozenset[str]) -> int | None:
    """What the phrase of a noun behind one of some prepositions hangs on; `None` where it stands behind none of them."""
    p = g.head[noun]
    return g.head[p] if g.dep[noun] == "pobj" and g.lower[p] in prepositions else None


def belongs(g: Grammar, token: int, anchors: list[int]) -> int | None:
    """Steps from a token up to the first anchor, through no other clause; `None` when there is no such way."""
    i, steps = token, 0
    while steps < _FAR:
        if i in anchors:
            return steps
        h = g.head[i]
        if h == i:
            return None
        # A clause of its own between token and anchor: its time is not ours.
        if g.is_verb(i) and _apart(g, i):
            return None
        # "unlike in April", "the worst bloodshed since the coup": the time of something else.
        if g.lower[i] in _COMPARED or (
            g.lower[i] == "since"
            and ((g.pos[h] in ("NOUN", "PROPN") and g.dep[h] != "npadvmod") or i != token)
        ):
            return None
        # "a decree on the vote due in March": the time of what is spoken of.
        if g.lower[i] in TOPICS and g.dep[h] in ("dobj", "pobj") and h not in anchors and _is_held(g, i):
            return None
        i, steps = h, steps + 1
    return None


def _is_held(g: Grammar, preposition: int) -> bool:
    """Whether a preposition leads to something that is held on a day of its own: `on the holding of elections`."""
    held = setting_words()["held"]
    return any(g.lemma[k] in held for k in range(preposition + 1, g.right[preposition] + 1))


def anchors_of(g: Grammar, trigger: int, carrier: int | None, act: str) -> list[int]:
    """The words that the time and the place of an act may hang on: its trigger, its carrier, the verb it is within."""
    out = [trigger]
    if carrier is not None:
        out.append(carrier)
    elif not g.is_verb(trigger) and g.pos[trigger] == "ADJ":
        out.append(g.head[trigger])
    due = None if g.is_verb(trigger) else due_in_clause(g, trigger)
    if due is not None:  # "the visit that he was to pay on Friday was called off"
        out += due
    within = _WITHIN | _AFTER_CONTACT if act == "CONSULT" else _WITHIN
    words = setting_words()
    if g.lemma[trigger] in words["trips"]:
        within |= {"on"}
    elif g.lemma[trigger] in words["calls"]:
        within |= {"by", "over"}
    if carrier is None and g.dep[trigger] == "pobj" and g.lower[g.head[trigger]] in within:
        p = g.head[trigger]
        above = g.head[p]
        if g.dep[above] in ("nsubj", "nsubjpass") and act == "CONSULT":
            above = g.head[above]  # "Hollande, on a visit to Mali, said on Tuesday"
        earlier = g.lower[p] in _AFTER_CONTACT and (  # "days after a visit to", "arrived after a visit to"
            (p > 0 and g.lower[p - 1] in LONG)
            or (g.lemma[trigger] in setting_words()["trips"] and g.lemma[above] in setting_words()["coming"])
        )
        if g.is_verb(above) and not earlier:
            out.append(above)  # "was due in Belgrade on Thursday for talks"
    if carrier is None and g.dep[trigger] == "nsubjpass" and g.lemma[g.head[trigger]] in _REPORTED:
        out.append(g.head[trigger])  # "fighting was reported in Tanai"
    if carrier is None and g.dep[trigger] == "attr" and g.child(g.head[trigger], "expl") is not None:
        out.append(g.head[trigger])  # "there were clashes on Friday"
    if not g.is_verb(trigger) and g.dep[trigger] == "dobj" and g.lemma[g.head[trigger]] in _BORNE:
        out.append(g.head[trigger])  # "fought a battle in February"
    happening = g.head[trigger] if g.dep[trigger] == "relcl" else None
    if (
        happening is not None
        and g.lemma[happening] in setting_words()["scenes"]
        and happening in g.subjects(trigger)
    ):
        out.append(happening)  # "Monday's bombing in Homs that killed ten"
    if g.lemma[trigger] == "let":  # "let him go last week"
        out += [c for c in g.all_children(trigger, "ccomp", "xcomp") if g.tag[c] == "VB"]
    if g.is_verb(trigger) and g.dep[trigger] in ("xcomp",) and g.head[trigger] != trigger:
        out.append(g.head[trigger])  # "plans to visit Ankara on Monday" may hang the day on either verb
        if g.dep[out[-1]] == "acomp":
            out.append(g.head[out[-1]])  # "was on Sunday due to travel"
    return out


def mark_of(g: Grammar, clause: int) -> int | None:
    """The word that ties a clause to the one above it."""
    for c in g.children[clause]:
        if g.dep[c] == "mark" or (g.dep[c] == "advmod" and g.lower[c] in _MEANWHILE):
            return c
    if g.dep[clause] == "pcomp":
        return g.head[clause]
    for c in g.children[clause]:  # "a week after that Damascus shot down a jet"
        if g.dep[c] == "npadvmod" and c < clause:
            word = g.child(c, "prep")
            if word is not None and g.lower[word] in ("after", "before") and g.lower[word + 1] == "that":
                return word
    return None


def _told_with(g: Grammar, clause: int) -> int | None:
    """The verb whose time a clause shares: the one before it that it is coordinated with, or goes along with.

    `On Monday police raided the offices and took away 60 people`; a change to another time ends it.
    """
    h = g.head[clause]
    if g.dep[clause] == "acl":
        return _given_out(g, clause) or _busy_with(g, clause)
    if g.dep[clause] == "relcl" and (there := _said_there(g, clause)) is not None:
        return there
    if g.dep[clause] == "relcl" and any(g.lower[c] == "where" for c in g.children[clause]):
        h = g.verb_over(h)  # "arrived on Monday in Managua, where he met Ortega"
        return h if g.is_verb(h) and h < clause and reach(g, h) == reach(g, clause) else None
    if g.dep[clause] == "relcl" and g.tag[clause] == "VBG":  # "fired at men who were throwing stones"
        h = g.verb_over(h)
        return (
            h
            if g.is_verb(h) and h < clause and {g.lower[a] for a in g.auxiliaries(clause)} & {"was", "were"}
            else None
        )
    if g.dep[clause] == "pcomp" and g.lower[h] == "by" and g.tag[g.head[h]] in ("VBD", "VBN"):
        return (
            g.head[h] if g.is_verb(g.head[h]) else None
        )  # "On Monday Rome answered by expelling two envoys"
    if h == clause or not g.is_verb(h):
        return None
    if g.dep[clause] in ("dep", "conj") and h < clause and _taken_for_verb(g, h):
        return h  # "The Council of the League (AL), meeting on Monday in Cairo, decided"
    if g.dep[clause] == "advcl":  # "marched on Thursday, setting fire to cars"
        mark = mark_of(g, clause)
        if mark is not None and g.lower[mark] in _MEANWHILE:
            return h if reach(g, h) == reach(g, clause) else None
        alone = (
            g.tag[clause] == "VBG"
            and not g.auxiliaries(clause)
            and g.child(clause, "nsubj", "nsubjpass", "mark") is None
        )
        aim = h < clause and g.tag[h] == "VBD" and _is_purpose(g, clause)
        return h if alone or aim else None
    if g.dep[clause] != "conj" or h > clause:
        return None
    before = any(g.lower[a] == "had" for a in g.auxiliaries(clause))
    if (
        before
        and g.child(clause, "nsubj", "nsubjpass") is not None
        and not any(g.lower[a] == "had" for a in g.auxiliaries(h))
    ):
        return None  # "were seized in July and the rebels had threatened"
    return h if reach(g, h) == reach(g, clause) else None


def _taken_for_verb(g: Grammar, v: int) -> bool:
    """Whether a participle beside the subject was taken for the verb of the sentence: `The council, meeting in Rome, decided`."""
    return g.tag[v] == "VBG" and not g.auxiliaries(v) and g.child(v, "nsubj") is not None


def _given_out(g: Grammar, clause: int) -> int | None:
    """The verb by which something is given out that does an act: `issued a statement on Monday condemning the raid`."""
    noun, words = g.head[clause], setting_words()
    if g.tag[clause] != "VBG" or g.dep[noun] not in ("dobj", "nsubjpass", "pobj"):
        return None
    if g.lemma[noun] not in words["vehicles"] and (
        g.dep[noun] == "pobj" or g.lemma[noun] not in words["documents"]
    ):
        return None
    verb = g.verb_over(noun)
    return verb if g.is_verb(verb) and verb < clause else None


def _busy_with(g: Grammar, clause: int) -> int | None:
    """The verb that tells of those who were just doing something: `fired gas at crowds blocking the road on Monday`."""
    who = g.head[clause]
    if g.tag[clause] != "VBG" or g.dep[who] not in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return None
    verb = g.verb_over(who)
    return verb if g.is_verb(verb) and g.tag[verb] == "VBD" else None


def _said_there(g: Grammar, clause: int) -> int | None:
    """The verb of a contact or a speech in which something was said: `met Lavrov, who promised`, `in a speech in which he accused`."""
    who, words = g.head[clause], setting_words()
    if g.tag[clause] != "VBD" or g.lemma[clause] not in words["telling"] or g.auxiliaries(clause):
        return None
    verb = g.verb_over(who)
    if g.is_verb(verb) and _is_purpose(g, verb) and g.tag[g.head[verb]] == "VBD":
        verb = g.head[verb]  # "flew to Lima to meet Humala, who promised"
    if not g.is_verb(verb) or g.tag[verb] not in ("VBD", "VBN") or verb > clause:
        return None
    first = g.left[clause]
    if g.lower[first] in ("in", "during", "at"):
        return verb if g.lemma[who] in words["vehicles"] | words["meetings"] else None
    partner = g.dep[who] in ("dobj", "pobj") and g.word[first - 1] == ","
    return verb if partner and {"who", "whom"} & {g.lower[first], g.lower[first + 1]} else None


def _is_purpose(g: Grammar, clause: int) -> bool:
    """Whether a clause is an infinitive that may tell what something done was for: `telephoned Dole on Monday to urge`."""
    return g.tag[clause] == "VB" and any(g.lower[a] == "to" for a in g.auxiliaries(clause))


def _clause_when(g: Grammar, clause: int, *, force: bool) -> int | None:
    """The clause that says on what occasion something was done: `agreed when they met in Brussels`.

    Of an act of force also the one that it came after: `troops killed ten men after they were ambushed on Sunday`.
    """
    after = force and g.lemma[clause] not in _FOLLOWING
    for c in g.children[clause]:
        if g.dep[c] == "advcl" and g.is_verb(c) and reach(g, c) == reach(g, clause):
            mark = mark_of(g, c)
            if mark is not None and (
                g.lower[mark] == "when" or (after and g.lower[mark] == "after" and c > clause)
            ):
                return c if shift_at(g, mark) is None else None
    return None


def reach(g: Grammar, v: int) -> tuple[bool, bool]:
    """Whether a verb tells of the future, and whether of the present."""
    words = {g.lower[a] for a in g.auxiliaries(v)}
    ahead = bool(words & _AHEAD)
    return ahead, not ahead and not words & _BACK and g.tag[v] in ("VBZ", "VBP", "VBG")


def shared_clauses(g: Grammar, trigger: int, carrier: int | None, *, force: bool = False) -> list[int]:
    """The verbs, nearest first, of the clauses that an act shares its time and place with, but its own."""
    clause = trigger if carrier is None else carrier
    out: list[int] = []
    while g.dep[clause] == "xcomp" and g.is_verb(g.head[clause]):
        clause = g.head[clause]  # "were seen flying"
        out.append(clause)
    for _ in range(3):
        if not g.is_verb(clause):
            break
        above = _told_with(g, clause)
        when = _clause_when(g, clause, force=force) if not out else None
        if when is not None:
            out.append(when)
        if above is None or above in out:
            break
        out.append(above)
        clause = above
        while g.dep[clause] == "xcomp" and g.is_verb(g.head[clause]):  # "ordered to move and to close"
            clause = g.head[clause]
            out.append(clause)
    return out


def same_doer(g: Grammar, clause: int, other: int) -> bool:
    """Whether a clause is told of the doer of another: it names none, or only refers to one."""
    own = g.child(max(clause, other), "nsubj", "nsubjpass")
    if own is None or g.pos[own] == "PRON":
        return True
    return not _BOTH.isdisjoint({g.lower[own], *(g.lower[c] for c in g.children[own])})  # "the two men"


def participles(g: Grammar, clause: int) -> list[int]:
    """Participles that tell on what occasion a clause is told: `Speaking in Cairo`, `leaders gathered in Rome urged`."""
    out = [
        c
        for c in g.children[clause]
        if g.dep[c] == "advcl"
        and g.tag[c] in ("VBG", "VBN")
        and g.child(c, "nsubj", "nsubjpass", "mark", "aux", "auxpass") is None
    ]
    subject = g.child(clause, "nsubj", "nsubjpass")
    if subject is not None:
        out += [
            c
            for who in (subject, *g.all_children(subject, "conj"))
            for c in g.children[who]
            if c < clause
            and (
                (g.dep[c] == "acl" and g.tag[c] == "VBG")
                or (
                    g.lemma[c] in setting_words()["gathering"]
                    and (g.dep[c], g.tag[c]) in (("acl", "VBN"), ("relcl", "VBD"))
                    and _EARLIER.isdisjoint(g.lower[g.left[c] : g.right[c] + 1])
                )
            )
        ]
    return out


def trips(g: Grammar, clause: int) -> list[int]:
    """The visit on which something was done or said: `Hollande, on a visit to Mali, said`."""
    subject = g.child(clause, "nsubj", "nsubjpass")
    own = [clause] if subject is None else [clause, subject]
    own += [
        c for c in g.children[own[-1]] if g.dep[c] == "relcl" and g.lemma[c] == "be"
    ]  # "who was on a visit to"
    return [
        k
        for i in own
        for name, k in g.prepositions(i)
        if name in ("on", "during") and g.lemma[k] in setting_words()["trips"]
    ]


def _same_tense(g: Grammar, clause: int, after: int) -> bool:
    """Whether forms taken for others go on in one tense: `fired gas and beat them`, `had recalled its envoy and expelled`."""
    tags = g.tag[clause], g.tag[after]
    return tags == ("VBD", "VB") or (
        tags == ("VBN", "VBD") and any(g.lower[a] == "had" for a in g.auxiliaries(clause))
    )


def goes_on(g: Grammar, clause: int) -> list[int]:
    """Verbs coordinated after one, of the same doer, that may bear the time of both: `fired gas and beat men on Monday`."""
    return [
        c
        for c in g.children[clause]
        if g.dep[c] == "conj"
        and g.is_verb(c)
        and (g.child(c, "nsubj", "nsubjpass") is None or _gapped(g, clause, c))
        and (g.tag[c] == g.tag[clause] or _same_tense(g, clause, c) or _gapped(g, clause, c))
        and not g.all_children(c, "aux", "auxpass")
    ]


def _gapped(g: Grammar, clause: int, after: int) -> bool:
    """Whether a passive goes on with others and no auxiliary of its own: `was killed and four wounded on Thursday`."""
    who = g.child(after, "nsubj", "nsubjpass")
    return (
        who is not None
        and g.is_passive(clause)
        and g.tag[after] in ("VBN", "VBD")
        and (g.pos[who] == "NUM" or g.lower[who] in _SOME or g.child(who, "nummod", "amod") is not None)
        and g.child(after, "dobj") is None
    )


def meanwhile(g: Grammar, clause: int) -> list[int]:
    """Clauses that tell what went on meanwhile: `chanted as the coffin was carried through Beirut`."""
    marks = [
        (c, mark_of(g, c)) for c in g.children[clause] if g.dep[c] == "advcl" and c > clause and g.is_verb(c)
    ]
    return [c for c, mark in marks if mark is not None and g.lower[mark] in ("as", "while")]


def purposes(g: Grammar, clause: int) -> list[int]:
    """Infinitives that tell what something done was for, and where and when too: `fired gas to disperse men on Monday`."""
    if g.tag[clause] not in ("VBD", "VBN"):
        return []
    out = [c for c in g.children[clause] if g.dep[c] == "advcl" and c > clause and _is_purpose(g, c)]
    for c in out:
        out += [
            k
            for k in g.children[c]
            if g.dep[k] in ("conj", "xcomp", "ccomp") and g.is_verb(k) and k not in out
        ]
    return out


def main_clause(g: Grammar, clause: int) -> int | None:
    """The main verb of the sentence where a clause goes along with it: coordinated, or told by `while`."""
    i = clause
    for _ in range(4):
        h = g.head[i]
        if h == i:
            return i
        mark = mark_of(g, i) if g.dep[i] == "advcl" else None
        along = g.dep[i] in ("conj", "ccomp", "parataxis") or (
            mark is not None and g.lower[mark] in _MEANWHILE
        )
        if not along or not g.is_verb(h) or (g.dep[i] == "ccomp" and i > h):
            return None
        i = h
    return None

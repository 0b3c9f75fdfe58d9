"""Whether an act happened: actual, future, hypothetical, negated, cancelled, historical.

Read from tense, modality, negation, conditionals and the governors above the act
(`data/governors.yml`). Source: PLOVER codebook, section on auxiliary modes; `cancelled` is Dragoman's own.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import Any, NamedTuple

from dragoman.coding.participants import nouns
from dragoman.datafiles import shipped_yaml
from dragoman.language import Grammar
from dragoman.schema import Status

NEGATION = "negation on the verb"
# Of what one tried to do, which counts though it came to nothing.
ATTEMPTED = "attempted"
# Statuses of what was done.
HAPPENED = frozenset({"actual", "historical"})
_PAST = ("VBD", "VBN")
# Acts that are done when one announces them, and those that one ends by going through with them.
TOLD = frozenset({"SANCTION", "CONCEDE", "REJECT", "AGREE", "ACCUSE", "THREATEN"})
_ENDING = frozenset({"CONSULT", "PROTEST", "MOBILIZE", "COOPERATE"})
_CONDITIONAL = frozenset({"if", "unless", "should", "provided", "whether", "lest", "supposing"})
# Prepositions between a noun and what it is about, which is not thereby done: `optimism over reaching a deal`.
_UNDONE = frozenset({"for", "on", "about", "over", "towards", "toward", "to"})
_QUESTIONS = frozenset({"how", "whether", "when", "where"})
BEFORE = frozenset({"before", "until", "till"})
# Verbs that call their subject something, and the words that tell whether it will be at all.
_COPULAS = frozenset({"be", "remain", "seem", "appear", "prove", "become"})
_FORESEEN = frozenset({"scheduled", "planned", "expected", "due", "possible", "likely"})
_DUE = frozenset({"due", "expected", "scheduled"})
# What is made in talks.
_PROGRESS = frozenset({"progress", "headway", "breakthrough", "movement", "advance", "success"})
_COMING = frozenset({"will", "shall", "wo", "going"})


_AWAITING = BEFORE | {"when", "once"}
_AHEAD = frozenset({"will", "wo", "would", "shall", "'ll", "’ll", "must", "should", "can", "ca", "cannot"})
_FINITE = ("VBD", "VBZ", "VBP", "VBN")


class Judged(NamedTuple):
    """A status and the words that decided it."""

    status: Status
    why: str


@lru_cache(maxsize=1)
def governors() -> dict[str, frozenset[str]]:
    """Governors by effect; nested tables get dotted names (`adjectives.future`)."""
    raw: dict[str, Any] = shipped_yaml(resources.files("dragoman.coding") / "data" / "governors.yml")
    out: dict[str, frozenset[str]] = {}
    for name, value in raw.items():
        if isinstance(value, dict):
            out.update({f"{name}.{k}": frozenset(v) for k, v in value.items() if k != "__line__"})
        elif name != "__line__":
            out[name] = frozenset(value)
    return out


def fulfilled(g: Grammar, n: int) -> int | None:
    """The verb that says that what was announced at a noun was done: `[made] good on its threat`, else `None`."""
    if g.lemma[n] not in governors()["announced"]:
        return None
    h = g.head[n]
    if g.dep[n] in ("dobj", "nsubjpass"):
        beside = {g.lower[c] for c in g.children[h]}
        done = g.lemma[h] in governors()["fulfilling"] or (g.lemma[h] == "carry" and "out" in beside)
        return h if done else None
    v = g.head[h]
    if g.dep[n] != "pobj" or g.lower[h] != "on":
        return None
    beside = {g.lower[c] for c in g.children[v]}
    good = {("make", "good"), ("follow", "through")}
    done = g.lemma[v] in ("act", "deliver") or any(g.lemma[v] == w and k in beside for w, k in good)
    return v if done else None


def _goes_as_far(g: Grammar, v: int) -> int | None:
    """The verb that says how far somebody went who did so: `[went] on to expel`, `[went] as far as expelling`, else `None`."""
    h = g.head[v]
    if g.dep[v] == "pcomp":
        h = g.head[h]
    if g.lower[h] == "far":
        return g.head[h] if g.lemma[g.head[h]] == "go" else None
    if not g.is_verb(h) or g.dep[v] not in ("advcl", "xcomp") or g.objects(h):
        return None
    if g.lemma[h] not in governors()["acting"] or any(
        h < k < v and g.lower[k] not in nouns()["not_parties"] for _, k in g.prepositions(h)
    ):
        return None  # "rushed to the airport to meet"
    beside = {g.lower[c] for c in g.children[h] if g.dep[c] in ("prt", "advmod", "prep")}
    wanted = {"go": "on", "step": "in"}.get(g.lemma[h])
    return h if wanted is None or wanted in beside else None


def _untrue(g: Grammar, v: int) -> int | None:
    """The word that says that a clause is not so: `it is not true that X bombed Y`, `hardly ever bombed`, `nearly came to blows`."""
    for c in g.all_children(v, "advmod"):
        if g.lower[c] == "ever" and any(g.lower[k] in governors()["scarcely"] for k in g.children[c]):
            return c
    nearly = next(
        (c for c in g.children[v] if g.lower[c] in governors()["nearly"] and g.dep[c] == "advmod"), None
    )
    if nearly is not None and nearly < v and all(g.pos[k] == "AUX" for k in range(nearly + 1, v)):
        return nearly  # "nearly went to war", no "nearly two thousand fled", "almost certainly killed"
    h = g.head[v]
    if g.dep[v] != "ccomp" or g.lemma[h] != "be":
        return None
    said = g.child(h, "acomp", "attr")
    if said is None or said > v:
        return None
    if g.lemma[said] in governors()["false"] or (g.lemma[said] in governors()["true"] and g.is_negated(h)):
        return said
    return None


def _refuted(g: Grammar, v: int) -> bool:
    """Whether a clause tells what somebody is said to have done and says he has not: `denied accusations that it had armed them`.

    `dismissed as false reports that`, `the claim that it shelled the town is untrue`, `denied claims of having shelled it`.
    """
    v = g.first_verb(v)
    noun = g.head[v]
    if g.dep[v] == "pcomp" and g.lower[noun] == "of":
        noun = g.head[noun]
    elif g.dep[v] not in ("acl", "ccomp", "relcl") or not any(
        g.lower[c] == "that" and g.dep[c] == "mark" for c in g.children[v]
    ):
        return False
    if g.pos[noun] != "NOUN" or g.lemma[noun] not in governors()["claims"] or noun > v:
        return False
    if any(g.lemma[c] in governors()["false"] for c in g.all_children(noun, "amod")):
        return True
    while g.dep[noun] == "conj" and g.pos[g.head[noun]] == "NOUN":
        noun = g.head[noun]
    above = g.head[noun]
    if g.dep[noun] == "pobj":
        above = g.head[above]
    if g.dep[noun] in ("nsubj", "nsubjpass") and g.lemma[above] in _COPULAS:
        said = g.child(above, "acomp", "attr")
        return said is not None and not g.is_negated(above) and g.lemma[said] in governors()["false"]
    if g.dep[noun] not in ("dobj", "nsubjpass", "pobj") or g.is_negated(above):
        return False
    return g.is_verb(above) and g.lemma[above] in governors()["refuting"]


def verb_status(g: Grammar, v: int, depth: int = 0, *, results: bool = True) -> Judged:
    """Status of the act that a verb tells, from its own form first, then from what governs it.

    Without `results` it does not matter whether its object is none: `the talks brought no accord`.
    """
    mark = g.child(v, "mark")
    if mark is not None and g.lower[mark] in _CONDITIONAL:
        return Judged("hypothetical", f"conditional {g.word[mark]!r}")
    if g.is_negated(v) or any(g.lower[a] in ("cannot", "never") for a in g.auxiliaries(v)):
        return Judged("negated", NEGATION)
    if (untrue := _untrue(g, v)) is not None:
        return Judged("negated", f"{g.word[untrue]!r}")
    if _refuted(g, v):
        return Judged("negated", "'denied'")
    for slot in ("nsubj", "nsubjpass", "dobj") if results else ("nsubj", "nsubjpass"):
        c = g.child(v, slot)
        if c is not None and (g.lower[c] in ("nobody", "none", "nothing", "no-one") or _has_no(g, c)):
            return Judged("negated", f"{g.word[c]!r} is negated")
    if any(g.lower[c] in _QUESTIONS and c < v for c in g.children[v]) and any(
        g.lower[a] == "to" for a in g.auxiliaries(v)
    ):
        return Judged("hypothetical", "infinitive under a question")  # "spoke about how to end the war"
    if mark is not None and g.lower[mark] in BEFORE and g.dep[v] == "advcl" and g.tag[v] not in _PAST:
        return Judged("future", f"{g.word[mark]!r}")
    if g.dep[v] == "advcl" and g.tag[v] in _FINITE and _awaited(g, v):
        if g.lemma[v] in governors()["appointed"] and any(g.lower[c] == "when" for c in g.children[v]):
            return Judged("future", "when it is to be")  # "will raise it when he meets Wen on Thursday"
        return Judged("hypothetical", "what something else waits for")  # "will not sign until he resigned"
    auxiliaries = g.auxiliaries(v)
    words = {g.lower[a] for a in auxiliaries}
    if mark is not None and g.lower[mark] == "that" and not auxiliaries and _subjunctive(g, v):
        return Judged("hypothetical", "under 'that', a subjunctive")  # "demand that Russia free them"
    if words & {"will", "shall", "'ll", "wo", "’ll"}:
        return Judged("future", "will")
    if words & {"would", "'d"}:
        return _would(g, v)
    # "May accused Russia" tells of Theresa May: a modal takes the bare verb.
    modal = (
        set()
        if g.tag[v] in ("VBD", "VBZ")
        else words & {"could", "may", "might", "should", "must", "can", "ought", "need"}
    )
    if modal:
        return Judged("hypothetical", min(modal))
    infinitive = "to" in words or (g.tag[v] == "VB" and g.dep[v] in ("xcomp", "acl"))
    infinitive = infinitive or (g.tag[v] == "VB" and g.dep[v] == "ccomp" and g.lemma[g.head[v]] == "let")
    if infinitive or g.dep[v] in ("xcomp", "pcomp", "ccomp", "acl", "conj", "advcl"):
        above = _governed(g, v, depth, infinitive)
        if above is not None:
            return above
    if infinitive and g.dep[v] == "ROOT":
        return Judged("future", "headline infinitive")
    if "going" in words:
        return Judged("future", "going to")
    if g.tag[v] == "VBZ" and g.lemma[v] in governors()["appointed"]:
        off = [c for c in g.all_children(v, "advmod") if g.lower[c] in governors()["put_off"]]
        if off:  # "returns to Rome later for talks"
            return Judged("future", f"{g.word[off[0]]!r} beside the present")
    return Judged("actual", f"{g.tag[v]} form")


def _awaited(g: Grammar, v: int) -> bool:
    """Whether a time clause tells what the main clause, itself to come, waits for: `will not leave until`, `will resume when`."""
    timed = any(g.lower[c] in _AWAITING and g.dep[c] in ("mark", "advmod") for c in g.children[v] if c < v)
    return timed and any(g.lower[a] in _AHEAD for a in g.auxiliaries(g.head[v]))


def _subjunctive(g: Grammar, v: int) -> bool:
    """Whether a verb has the base form beside a subject of which the present would end in -s: `that Russia free`."""
    subject = g.child(v, "nsubj")
    if subject is None or g.tag[v] not in ("VB", "VBP") or g.tag[subject] not in ("NN", "NNP"):
        return False
    plural = g.child(subject, "conj") is not None or g.lemma[subject] in nouns()["quantity"]
    return not plural and g.lower[v] == g.lemma[v] and g.lemma[subject] not in nouns()["many"]


def _has_no(g: Grammar, i: int) -> bool:
    return any(g.dep[c] == "det" and g.lower[c] in ("no", "neither") for c in g.children[i])


def _would(g: Grammar, v: int) -> Judged:
    """`would` in a past report is a future (`said it would withdraw`), elsewhere a condition."""
    if _on_condition(g, v):
        return Judged("hypothetical", "would ... if")
    h = v
    while g.dep[h] in ("conj", "xcomp") and g.head[h] != h:
        h = g.head[h]
    if g.dep[h] == "ccomp" and g.tag[g.head[h]] in _PAST:
        return Judged("future", f"'would' after {g.word[g.head[h]]!r}")
    if g.dep[h] in ("ROOT", "parataxis") and any(
        g.dep[c] in ("ccomp", "parataxis") and g.tag[c] == "VBD" for c in g.children[h]
    ):
        return Judged("future", "'would' in a report")
    return Judged("hypothetical", "would")


def _on_condition(g: Grammar, v: int) -> bool:
    """Whether a clause hangs on a condition: `if`, `provided that`, `on condition that`, `as long as` it be so."""
    for c in g.children[v]:
        if g.dep[c] == "advcl" and any(g.lower[m] in _CONDITIONAL for m in g.all_children(c, "mark")):
            return True
        if g.lower[c] in ("provided", "providing") and g.dep[c] in ("prep", "mark", "advcl"):
            return True
        if g.lower[c] == "on" and any(g.lower[k] == "condition" for k in g.all_children(c, "pobj")):
            return True
        if g.lower[c] == "long" and g.child(c, "advcl") is not None:
            return True
    return False


def _effect(lemma: str) -> str | None:
    table = governors()
    for effect in ("negated", "cancelled", "future", "hypothetical", "actual"):
        if lemma in table[effect]:
            return effect
    return None


def _governed(g: Grammar, v: int, depth: int, infinitive: bool) -> Judged | None:
    """Status that the word above a verb gives it, or `None` when it has no say."""
    if depth > 4:
        return None
    h, dep = g.head[v], g.dep[v]
    if h == v:
        return None
    if dep == "ccomp" and g.tag[v] in _PAST and g.lemma[h] == "get":
        return verb_status(g, h, depth + 1)  # "trying to get the talks restarted"
    if dep == "conj":
        return verb_status(g, h, depth + 1) if infinitive or g.tag[v] in ("VB", "VBG") else None
    if dep == "pcomp":
        preposition, h = g.lower[h], g.head[h]
        if preposition == "from" and g.lemma[h] in (
            "prevent",
            "stop",
            "refrain",
            "abstain",
            "keep",
            "bar",
            "block",
        ):
            return Judged("negated", f"{g.word[h]!r} from")
        if preposition in _UNDONE and g.pos[h] == "NOUN":  # "a formula for ending the dispute"
            return Judged("hypothetical", f"under {g.word[h]!r} {preposition}")
        if g.lemma[h] in governors()["thinking"] and preposition in ("of", "about"):
            return Judged("hypothetical", f"under {g.word[h]!r} {preposition}")
        if preposition == "before" and g.tag[h] == "VBD" and verb_status(g, h, depth + 1).status == "actual":
            return None  # "arrived in Rome before meeting the Pope"
        if preposition == "about" and g.lemma[h] == "set":
            return verb_status(g, h, depth + 1)  # "set about closing the camps"
        if preposition in ("over", "about") and g.is_verb(h):
            return Judged(
                "hypothetical", f"under {g.word[h]!r} {preposition}"
            )  # "voiced hope about reaching"
        if preposition == "of" and g.lower[h] == "short":
            return Judged("negated", "'short of'")  # "stopped short of imposing sanctions"
        if preposition in ("before", "without"):
            return Judged("negated" if preposition == "without" else "future", preposition)
        if preposition == "in" and g.lemma[h] in governors()["joining"]:
            above = verb_status(g, h, depth + 1)
            return above if above.status != "actual" else None  # "has not joined Chad in recognising it"
        if preposition in ("after", "by", "since", "while", "in", "upon", "on"):
            return None
    lemma = g.lemma[h]
    table = governors()
    done = _goes_as_far(g, v)
    if done is None and (infinitive or dep == "acl"):
        done = fulfilled(g, h)
    if done is not None:
        return verb_status(g, done, depth + 1)
    if dep == "pcomp" and lemma in governors()["otherwise"] and g.lower[g.head[v]] in ("but", "than"):
        return Judged("actual", f"no other {g.word[h]}") if g.tag[g.head[h]] == "VBD" else None
    if g.is_verb(h):
        if lemma == "be" and dep in ("xcomp", "ccomp"):
            # "is due to", "was able to", "is to meet"
            adjective = g.child(h, "acomp", "attr")
            if infinitive and adjective is None:  # "is to open", "if it were to open"
                above = verb_status(g, h, depth + 1)
                return above if above.status == "hypothetical" else Judged("future", "is to")
            lemma = g.lemma[adjective] if adjective is not None else lemma
        if infinitive and lemma in table["contacting"] and g.lemma[v] in table["conveying"]:
            return verb_status(g, h, depth + 1)  # "phoned him to urge restraint"
        if infinitive and g.lemma[v] in table["conveying"] and _speaks_out(g, h):
            return verb_status(g, h, depth + 1)  # "went on television to accuse Iran"
        if infinitive and dep in ("xcomp", "advcl") and (first := ranked(g, v)) is not None:
            return verb_status(g, first, depth + 1)  # "became the first state to sign"
        if dep == "advcl" and infinitive:
            above = verb_status(g, h, depth + 1)
            if lemma == "use":
                return above  # "used mines to ambush a column"
            # A purpose: "arrived in Minsk to hold talks" is under way once the main act is done.
            return above if above.status != "actual" else Judged("future", "purpose clause")
        if (
            infinitive
            and any(g.lemma[o] in governors()["chances"] for o in g.objects(h))
            and lemma in governors()["chances_taken"]
        ):
            return verb_status(g, h, depth + 1)  # "took the chance to lodge a protest"
        if lemma == "go" and g.tag[h] == "VBG" and infinitive:
            return Judged("negated", NEGATION) if g.is_negated(h) else Judged("future", "going to")
        # "accuses him of fraud, a charge he denies" denies the charge, not the accusing
        if lemma in ("deny", "dismiss") and dep in ("ccomp", "xcomp") and not (v < h and g.objects(h)):
            return Judged("negated", f"{g.word[h]!r}")
        called = lemma == "call" and "off" not in g.particles(h)  # "called on them to", not "called off"
        governing = dep in ("xcomp", "oprd", "pcomp") or infinitive
        effect = _effect(lemma) if governing and not called else None
        if lemma in governors()["ordering"] and infinitive and dep == "xcomp" and not g.objects(h):
            effect = "actual"  # "ordered to move ten battalions": done by who has the power
        if lemma in ("have", "choose") and g.tag[h] == "VBD" and g.dep[h] not in ("ccomp", "acl", "pcomp"):
            effect = "actual"  # "had to cancel a visit"
        if lemma in governors()["bound"] and any(g.tag[a] == "VBD" for a in g.auxiliaries(h)):
            effect = "actual"  # "was obliged to leave"
        if (
            infinitive
            and lemma in table["held_to"]
            and (
                any(g.lower[a] == "have" for a in g.auxiliaries(v))
                or (g.lemma[v] == "be" and g.child(v, "acomp") is not None)
            )
        ):
            effect = "actual"  # "is reported to have been killed", "is said to be willing"
        if effect is None:
            return (
                Judged("hypothetical", f"infinitive under {g.word[h]!r}")
                if infinitive and dep == "xcomp"
                else None
            )
        above = verb_status(g, h, depth + 1)
        if effect == "actual":
            return above
        if above.status == "negated":
            if effect == "negated":
                return Judged("actual", f"not {g.word[h]!r}")
            return above
        if effect == "future" and above.status == "hypothetical":
            return above
        return Judged(effect, f"under {g.word[h]!r}")  # type: ignore[arg-type]
    if g.pos[h] == "ADJ":
        effect = _effect(lemma)
        if lemma in ("due", "set", "expected", "scheduled", "about", "poised", "slated"):
            effect = "future"
        if effect in ("future", "hypothetical"):
            return Judged(effect, f"under {g.word[h]!r}")  # type: ignore[arg-type]
        return None
    if dep == "acl" and infinitive and g.lemma[v] in table["conveying"] and _speaks_out(g, g.head[h]):
        return verb_status(g, g.head[h], depth + 1)  # "issued a statement to condemn the raid"
    if dep == "acl" and g.tag[v] == "VBG" and lemma in nouns()["text"]:
        return None  # "signed an order lifting sanctions"
    if (
        infinitive
        and lemma in governors()["chances"]
        and g.is_verb(g.head[h])
        and g.lemma[g.head[h]] in governors()["chances_taken"]
    ):
        return verb_status(g, g.head[h], depth + 1)
    if infinitive and (above_all := ranked(g, v)) is not None:
        return verb_status(g, above_all, depth + 1)
    if dep in ("acl", "pcomp"):
        if lemma in table["nouns_future"]:
            if _dropped(g, h):
                return Judged("cancelled", f"{g.word[g.head[h]]!r}")  # "shelved a plan to deport"
            return Judged("future", f"under {g.word[h]!r}")
        if lemma in table["nouns_hypothetical"] or infinitive:
            return Judged("hypothetical", f"under {g.word[h]!r}")
    return None


def _speaks_out(g: Grammar, v: int) -> bool:
    """Whether a verb says where or how somebody speaks in public: `took to Twitter`, `appeared before parliament`."""
    table = governors()
    if g.lemma[v] not in table["speaking_out"]:
        return False
    told = [
        *g.objects(v),
        *(k for name in ("to", "on", "before", "in", "at") for k in g.prep_objects(v, name)),
    ]
    return any(g.lemma[k] in table["forums"] or g.lower[k] in table["forums"] for k in told)


def ranked(g: Grammar, v: int) -> int | None:
    """The verb that says who was the first, last or only one to do it: `was the first country to recognise`, else `None`."""
    h = g.head[v]
    if g.dep[v] in ("xcomp", "advcl") and g.lemma[h] in _COPULAS:  # the parser may hang it on the verb
        h = next((k for k in g.all_children(h, "attr") if k < v), h)
    elif g.dep[v] not in ("acl", "relcl"):
        return None
    if g.dep[h] != "attr" or not g.is_verb(g.head[h]):
        return None
    if not any(g.lower[a] == "to" for a in g.auxiliaries(v)) or g.child(v, "nsubj", "nsubjpass") is not None:
        return None
    rank = governors()["ranking"]
    told = g.lower[h] in rank or any(g.lower[k] in rank for k in range(g.left[h], h))
    return g.head[h] if told else None


def noun_status(g: Grammar, n: int, carrier: int | None, *, support: bool, act: str = "") -> Judged:
    """Status of the act that a noun names.

    `carrier` is its support verb (`held talks`) or occurrence verb (`talks began`), if any; `act` its category.
    """
    table = governors()
    off = carrier is not None and (
        g.lemma[carrier] in table["called_off"] or g.lemma[carrier] in table["cancelled"]
    )
    for c in g.children[n]:
        if g.dep[c] == "det" and g.lower[c] in ("no", "neither"):
            return Judged("negated", "no")
        if g.dep[c] in ("amod", "compound", "advmod", "nmod", "poss"):
            for effect in ("future", "hypothetical", "cancelled", "historical"):
                if effect == "future" and g.lower[c] in table["adjectives.future"] and _dropped(g, n):
                    return Judged("cancelled", f"{g.word[g.head[n]]!r}")
                if g.lower[c] in table[f"adjectives.{effect}"] and not (off and effect == "future"):
                    return Judged(effect, f"{g.word[c]!r}")
    if carrier is not None:
        own = verb_status(g, carrier)
        lemma = g.lemma[carrier]
        if not support and own.why.endswith("is negated") and not _has_no(g, n):
            own = verb_status(g, carrier, results=False)  # "the meeting produced no result"
        if own.why == NEGATION and not support and n in g.subjects(carrier) and _judged_only(g, carrier):
            coming = {g.lower[carrier], *(g.lower[a] for a in g.auxiliaries(carrier))} & _COMING
            return Judged("future" if coming else "actual", "only what it is called is denied")
        if support and own.status in ("actual", "future"):
            if act == "AGREE" and lemma in table["taken_back"]:
                return Judged("cancelled", f"{g.word[carrier]!r}")
            if lemma == "be" and own.status == "actual" and _due(g, carrier):
                return Judged("future", "due")  # "is due in Rome for talks"
            cancelled = table["support_status.cancelled"]
            if (
                lemma in cancelled
                or lemma in table["called_off"]
                or (lemma in ("call", "put") and "off" in g.particles(carrier))
            ):
                return Judged("cancelled", f"{g.word[carrier]!r}")
            if lemma in table["support_status.future"] and own.status == "actual":
                if lemma in table["done_by_telling"] and (act in TOLD or _pointed(g, n)):
                    return Judged("actual", f"done by being told: {g.word[carrier]!r}")
                return Judged("future", f"{g.word[carrier]!r}")
            if lemma in table["support_status.ended"]:
                if act in _ENDING and lemma in table["to_the_end"]:
                    return own  # "ended their visit", "finished a round of talks"
                return Judged("cancelled", f"{g.word[carrier]!r}")
        if g.dep[n] in ("nsubj", "nsubjpass") and _at_rest(g, carrier):
            put = lemma in ("put", "place")  # "talks were put on hold", not "talks remain on hold"
            return Judged("cancelled" if put else "hypothetical", "under a standstill")
        if not support and lemma in ("be", "remain") and own.status == "actual":
            for c in g.children[carrier]:
                if g.lower[c] in _FORESEEN:
                    return Judged(
                        "future" if g.lower[c] not in ("possible", "likely") else "hypothetical", g.word[c]
                    )
        return own
    return _noun_in_clause(g, n)


def _at_rest(g: Grammar, v: int) -> bool:
    """Whether a verb says of its subject that nothing goes on: `have been on hold`, `are at a standstill`."""
    table = governors()
    return (
        g.lemma[v] in table["at_rest_verbs"]
        and not g.is_negated(v)
        and any(g.lemma[k] in table.get(f"at_rest.{name}", ()) for name, k in g.prepositions(v))
    )


def _due(g: Grammar, i: int) -> bool:
    """Whether somebody is said to be due: `was due in Belgrade`."""
    return any(g.lower[c] in _DUE for c in g.children[i])


def _judged_only(g: Grammar, carrier: int) -> bool:
    """Whether a clause only judges its subject: `the talks were not easy`, `the visit is not going to be a success`."""
    below = [carrier, *g.all_children(carrier, "xcomp")]
    called = [c for v in below if g.lemma[v] in _COPULAS for c in g.all_children(v, "acomp", "attr")]
    return bool(called) and not any(g.lower[c] in _FORESEEN for c in called)


def _pointed(g: Grammar, n: int) -> bool:
    """Whether a noun means a deed that has been spoken of: `ordered this attack`, `the raid that killed ten`."""
    return any(
        g.dep[c] == "det" and g.lower[c] in ("this", "that", "these", "those") for c in g.children[n]
    ) or any(g.dep[c] == "relcl" and g.tag[c] == "VBD" for c in g.children[n])


def _dropped(g: Grammar, n: int) -> bool:
    """Whether a noun is what somebody called off: `dropped its planned deployment`, `called off a visit`."""
    h, table = g.head[n], governors()
    if not g.is_verb(h) or g.dep[n] not in ("dobj", "nsubjpass") or g.is_negated(h):
        return False
    if g.lemma[h] in ("call", "put"):
        return "off" in g.particles(h)
    return g.lemma[h] in (table["cancelled"] | table["called_off"] | table["support_status.cancelled"])


def _noun_in_clause(g: Grammar, n: int) -> Judged:
    """Status of a bare nominal act from the preposition or verb above it."""
    table = governors()
    top = g.first_of_row(n)
    h = g.head[top]
    if g.dep[top] == "pobj":
        preposition = g.lower[h]
        if preposition in ("before", "pending") or (
            preposition == "of" and g.lower[g.head[h]] in ("ahead", "eve")
        ):
            return Judged("future", f"{preposition!r}")
        above = g.head[h]
        if preposition == "for" and (g.lower[above] in _DUE or _due(g, above)):
            return Judged("future", "due")  # "was due in Rome for talks"
        if g.pos[above] == "NOUN" and preposition in ("of", "for", "on", "to", "about", "against"):
            lemma = g.lemma[above]
            if lemma in table["nouns_future"]:
                return Judged("future", f"{g.word[above]!r} {preposition}")
            if lemma in table["nouns_hypothetical"]:
                return Judged("hypothetical", f"{g.word[above]!r} {preposition}")
        if preposition in ("in", "on") and g.lemma[above] in _PROGRESS and g.dep[above] == "dobj":
            top, above = above, g.head[above]  # "to encourage progress in negotiations with Sudan"
        h = above
    if g.is_verb(h) and (g.dep[top] in ("dobj", "nsubjpass") or g.dep[top] == "pobj"):
        lemma = g.lemma[h]
        call_for = lemma in ("call", "push", "hope", "wait", "prepare", "plan", "ask", "appeal", "press")
        if g.dep[top] == "pobj" and not (call_for and g.lower[g.head[top]] == "for"):
            if g.tag[n] == "NNS" and not any(g.dep[c] in ("det", "poss", "nummod") for c in g.children[n]):
                told = verb_status(g, h)
                if told.status in ("future", "hypothetical"):
                    return Judged("hypothetical", told.why)  # "is bound to respond to attacks on its allies"
            return Judged("actual", "told as given")
        if lemma in table["restarting"] and (told := verb_status(g, h)).status != "actual":
            purpose = told.why == "purpose clause"  # "works to restart the talks"
            return Judged("hypothetical", told.why) if purpose else told
        if lemma in table["cancelled"] or (lemma == "rule" and "out" in g.particles(h)):
            return Judged("cancelled", f"{g.word[h]!r}")
        if call_for or lemma in table["hypothetical"] | table["furthering"] | table["of_what_may_be"]:
            return Judged("hypothetical", f"under {g.word[h]!r}")
        if lemma in table["to_come"]:
            return Judged("future", f"under {g.word[h]!r}")
    return Judged("actual", "told as given")

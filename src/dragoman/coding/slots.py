"""The slots of a verb, noun or adjective in its clause."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.coding.carriers import Carrier, due_in_clause, witnessed
from dragoman.coding.lexicon import RECIPIENT, Sense
from dragoman.coding.participants import nouns
from dragoman.coding.status import governors, ranked
from dragoman.language import Grammar
from dragoman.language.grammar import object_control
from dragoman.language.lists import SELVES

# Phrases under which the parser hangs the one that follows: "stands in solidarity with", "spoke over the phone with".
_BETWEEN = frozenset({"in", "on", "over", "by"})
# Before what is talked of, whose parties need not be there.
_TALKED_OF = frozenset({"about", "on", "regarding", "concerning"})
# Words that make one preposition with the `to` behind them.
_COMPOUND = frozenset({"according", "due", "owing", "thanks", "prior"})
# After these, `for` names where one goes.
_LEAVING = frozenset({"leave", "depart", "head", "set", "fly", "sail", "embark"})
# Prepositions of where a thing is done or told.
_WHERE = frozenset({"in", "at", "on"})
_ON_THINGS = frozenset({"between", "among", "in"})
# Who does so to a place and from a trip comes home.
_HOMEWARD = frozenset({"return", "come", "fly", "get", "travel"})


def hyphenated(g: Grammar, i: int) -> str | None:
    """The hyphenated word that ends at token `i`, its last part a lemma (`build-up`), else `None`."""
    if i < 2 or g.word[i - 1] != "-" or g.end[i - 2] != g.start[i - 1] or g.end[i - 1] != g.start[i]:
        return None
    return f"{g.lower[i - 2]}-{g.lemma[i]}"


def is_date(g: Grammar, i: int) -> bool:
    """Whether a token names a day, a month or a year."""
    return g.lower[i] in nouns()["not_parties"] or (
        g.pos[i] == "NUM" and len(g.word[i]) == 4 and g.word[i].isdigit()
    )


# Verbs that say what one takes something for: `condemned what it called an act of piracy`.
_CALLING = frozenset(
    {
        "call",
        "describe",
        "term",
        "dub",
        "consider",
        "regard",
        "see",
        "view",
        "brand",
        "label",
        "say",
        "claim",
        "deem",
    }
)
_THEM = frozenset({"them", "him", "her"})
# Verbs that ask somebody named after a preposition.
_APPEALING = frozenset(
    {"call", "appeal", "plead", "prevail", "demand", "request", "ask", "solicit", "exhort", "order"}
)
# Verbs that lay a deed on somebody.
_LAYING = frozenset({"blame", "pin"})
# Verbs that say what something is to be called.


def _borrowed(g: Grammar, v: int, subjects: list[int]) -> bool:
    """Whether a clause that lost its subject has borrowed that of the saying after it: `..., the ministry said`."""
    top = g.first_of_row(v)
    says = g.head[top]
    if g.dep[top] != "ccomp" or says < top or g.child(top, "mark") is not None or not subjects:
        return False
    return g.tag[top] in ("VBD", "VBZ", "VBP") and all(s > top and g.head[s] == says for s in subjects)


def _after_time(g: Grammar, v: int) -> list[int]:
    """The subject that the parser took for part of a time before it: `During the day [aircraft] of Chad made sorties`."""
    top = g.first_of_row(v)
    times = governors()["lasting"]
    return [
        k
        for p in g.all_children(top, "prep")
        if p < top
        for k in g.all_children(p, "pobj")
        if any(g.lemma[c] in times for c in g.all_children(k, "compound"))
    ]


def _of_a_deed(g: Grammar, i: int) -> bool:
    """Whether a noun tells a deed, of which whoever stands behind `by` may be the doer."""
    if g.is_verb(i):
        return False
    known = nouns()
    return any(
        g.lemma[i] in known[name] for name in ("summing", "deeds", "violence", "undergone", "accords", "text")
    )


# Before `the agenda`: what stands on it.
_ATOP = frozenset({"on", "atop", "topping", "dominating", "heading"})


class Slots:
    """Slot name to token indices for one predicate; computed on demand, kept."""

    def __init__(self, g: Grammar, i: int, carried: Carrier | None = None) -> None:
        self.g = g
        self.i = i
        self.carrier = carried.verb if carried is not None else None
        self.support = carried is not None and carried.how == "support"
        self.undergone = carried is not None and carried.how == "undergo"
        self.sense: Sense | None = None  # the one tried: its words decide what stands for a missing slot
        self._kept: dict[str, list[int]] = {}

    def get(self, slot: str) -> list[int]:
        """Tokens in a slot, in text order; empty when the slot is empty."""
        if slot == RECIPIENT and self.sense is not None:
            return [t for s in self.sense.entry.frame.recipient for t in self.get(s)]
        found = self._kept.get(slot)
        if found is None:
            found = self._kept[slot] = self._find(slot)
        if found or self.sense is None or not self.sense.rest:
            return found
        if slot == "obj" and self.sense.preposition is not None:
            return self.get(f"prep:{self.sense.preposition}")  # "take part in talks"
        if slot.startswith("prep:") and self.sense.entry.kind == "verb":  # "came to the defence of"
            words = self.sense.rest
            inner = [k for _, k in self.g.prepositions(self.i) if self.g.lemma[k] in words]
            return [m for k in inner for m in self.g.prep_objects(k, slot[5:])]
        return found

    def _find(self, slot: str) -> list[int]:
        raise NotImplementedError


class VerbSlots(Slots):
    """Slots of a verb: logical subject and object, dative, complements, prepositional objects.

    `acting` says which tokens stand for actors: a verb without a subject of its own, which the parser hung on a
    clause about a thing, takes the actor of the clause above (`said that no deal holds, accusing the group of`).
    """

    def __init__(self, g: Grammar, i: int, acting: Callable[[int], bool]) -> None:
        super().__init__(g, i)
        self.acting = acting

    def _find(self, slot: str) -> list[int]:
        g, v = self.g, self.i
        if slot == "subj":
            found = self._outer() or self._aside() or g.acting_subjects(v, self.acting) or self._before()
            found = found or self._accusers() or self._giver()
            above_all = None if found else ranked(g, v)
            if above_all is not None:  # "Iceland was the first state to recognise it"
                found = g.subjects(above_all)
            return _after_time(g, v) if _borrowed(g, v, found) else found
        if slot == "obj":
            return (
                self._retained()
                or g.objects(v)
                or self._term_given()
                or self._counted()
                or self._called()
                or self._judged()
                or self._what_is_called()
                or self._small_clause()
                or [s for _, s in self._predicated()]
                or self._personal()
            )
        if slot == "iobj":
            return g.datives(v) or self._given()
        if slot == "comp":
            return self._complements()
        if slot == "comp-subj":  # "alleged that Egypt was behind it", "wants the president to go"
            return [s for c in g.complements(v) for s in g.subjects(c) or g.objects(c) if s != v]
        if slot == "comp-obj":  # "stopped buying Australian cattle"
            return [o for c in g.complements(v) for o in g.objects(c) if o != v]
        if slot.startswith("prep:"):
            name = slot[5:]
            if name.rpartition(" ")[2] not in g.sentence_words(v):
                return []  # seven in ten that entries ask for
            own = g.prep_objects(v, name)
            if name == "as" and not own:  # "described it as illegal", "as biased and false"
                own = [
                    m
                    for p in g.all_children(v, "prep")
                    if g.lower[p] == "as"
                    for k in g.all_children(p, "amod", "pcomp", "acomp")
                    for m in g.conjuncts(k)
                    if g.pos[m] in ("ADJ", "VERB")
                ]
                own += [
                    m
                    for c in g.all_children(v, "advcl")
                    if any(g.lower[k] == "as" for k in g.all_children(c, "mark"))
                    and g.child(c, "nsubj") is None
                    for m in g.conjuncts(c)
                ]
            if name in ("in", "on", "at", "to"):  # "flew to Lahore in December" names no second place
                own = [k for k in own if not is_date(g, k) and (name != "to" or g.pos[k] != "NUM")]
            if name == "with":
                own = [self._partner(k) for k in own if not self._on_agenda(k)]
            if name == "to" and own:  # "returned to Rome from a visit to Egypt"
                own = self._been_to() or own
            # "In Geneva, Chad recalled its envoy in Lima", "in a statement": what stands first is but where it is told
            behind = [k for k in own if k > v] if name in _WHERE else own
            return behind or self._hung_below(name) or own
        return []

    def _hung_below(self, name: str) -> list[int]:
        """Objects of a preposition that the parser hung on something below the verb."""
        g, v = self.g, self.i
        # The parser may hang the phrase on the object or on a particle: "imposed sanctions on X".
        for c in g.children[v]:
            if g.dep[c] in ("dobj", "prt", "advmod", "acomp", "attr", "dative", "nsubjpass") or (
                g.dep[c] == "prep"
                and g.lower[c] not in _COMPOUND
                and not any(g.dep[k] == "pobj" for k in g.children[c])
            ):
                own = g.prep_objects(c, name)
                if not own and g.tag[c] == "CD":  # "closed seven of its eight crossings with Serbia"
                    own = [m for k in g.prep_objects(c, "of") for m in g.prep_objects(k, name)]
                if own:
                    return own
            if g.dep[c] == "nsubj" and name in _ON_THINGS and not self.acting(c):
                own = g.prep_objects(c, name)
                if own:
                    return own
        if name in ("between", "among"):  # "an agreement [on fishing] between X and Y was signed"
            for c in g.all_children(v, "dobj", "nsubjpass"):
                own = [m for _, k in g.prepositions(c) for m in g.prep_objects(k, name)]
                if own:
                    return own
        if g.dep[v] in ("acl", "relcl") and g.head[v] in g.objects(v):
            own = [
                k for k in g.prep_objects(g.head[v], name) if k < v
            ]  # "the ban on imports that Oman lifted"
            if own:
                return own
        if name in (
            "with",
            "to",
            "against",
        ):  # "stands in solidarity with X", "spoke over the phone with X"
            for p, k in g.prepositions(v):
                lasting = (
                    name == "with" and g.lemma[k] in governors()["lasting"] and p not in _TALKED_OF
                )  # "conferred for hours with", not "conferred about the talks with Iran"
                if (p in _BETWEEN or lasting) and g.pos[k] == "NOUN":
                    own = g.prep_objects(k, name)
                    if own:
                        return own
        if name == "for" and g.lemma[v] in _LEAVING:  # "left [for Brazil to make arrangements]"
            clauses = [c for c in g.all_children(v, "advcl") if c > v and g.child(c, "mark") is not None]
            return [
                s
                for c in clauses
                if any(g.lower[m] == "for" for m in g.all_children(c, "mark"))
                for s in g.all_children(c, "nsubj")
            ]
        if name == "against":  # "lodged a complaint with the WTO against X"
            inner = [k for o in g.all_children(v, "dobj") for _, k in g.prepositions(o)]
            return [m for k in inner for m in g.prep_objects(k, name)]
        if name == "to" and self.sense is not None:  # "handed a note of protest to the ambassador"
            inner = [k for o in g.all_children(v, "dobj") for k in g.prep_objects(o, "of")]
            return [m for k in inner if g.lemma[k] in self.sense.rest for m in g.prep_objects(k, name)]
        return []

    def _been_to(self) -> list[int]:
        """Where a trip went from which somebody comes home."""
        g = self.g
        if g.lemma[self.i] not in _HOMEWARD:
            return []
        return [m for k in g.prep_objects(self.i, "from") for m in g.prep_objects(k, "to")]

    def _on_agenda(self, k: int) -> bool:
        """Whether a phrase tells what is talked of: `will gather in Manila, with Cambodia high on the agenda`."""
        g = self.g
        behind = g.lower[k + 1 : g.sents[g.sent[k]][1]]
        at = behind.index("agenda") if "agenda" in behind else 0
        return at > 1 and behind[at - 2] in _ATOP and not {"with", "to", ",", ";"} & set(behind[:at])

    def _retained(self) -> list[int]:
        """What a passive says somebody was given: `Somalia was given [drones]`."""
        g, v = self.g, self.i
        if g.lemma[v] not in governors()["giving"] or not g.is_passive(v) or g.child(v, "nsubjpass") is None:
            return []
        return [m for o in g.all_children(v, "dobj") for m in g.noun_conjuncts(o)]

    def _giver(self) -> list[int]:
        """Who gave it, whom the parser hung on the verb or on the thing: `Somalia was promised help [by] Turkey`."""
        g, v = self.g, self.i
        given = self._retained()
        return g.prep_objects(v, "by") or [k for o in given for k in g.prep_objects(o, "by")] if given else []

    def _term_given(self) -> list[int]:
        """The time that somebody is given, which the parser took for when: `gave the rebels [ten days] to leave`."""
        g, v = self.g, self.i
        whom = g.all_children(v, "dative") if g.lemma[v] in governors()["giving"] else []
        return [
            k
            for k in g.all_children(v, "npadvmod")
            if whom and k > whom[-1] and g.child(k, "nummod") is not None
        ]

    def _term_set(self) -> bool:
        """Whether what somebody is given is a time in which to do a thing."""
        g, v = self.g, self.i
        given = g.lemma[v] in governors()["giving"] and (g.all_children(v, "dobj") or self._term_given())
        return bool(given and any(g.lemma[k] in governors()["lasting"] for k in given))

    def _given(self) -> list[int]:
        """Whom a passive says a thing was given or promised: `Somalia was promised troops`."""
        g, v = self.g, self.i
        kept = g.is_passive(v) and g.all_children(v, "dobj") and g.child(v, "nsubjpass") is not None
        return [o for o in g.objects(v) if o < v] if kept else []

    def _partner(self, k: int) -> int:
        """Whom one talked with, taken by the parser for a part of what was talked of: `discussed with [Obama ways] to`."""
        g = self.g
        if g.lemma[k] in nouns()["talked_of"] and g.dep[k - 1] in ("compound", "nmod") and g.head[k - 1] == k:
            if self.acting(k - 1):
                return k - 1
        return k

    def _aside(self) -> list[int]:
        """The subject of the clause that a participle goes along with, though the parser hung it on a noun before it.

        `lodged a protest with Albania, charging its neighbour with`, `sent a letter to Putin expressing regret`.
        """
        g, v = self.g, self.i
        h = g.head[v]
        if g.dep[v] == "pcomp" and g.lower[h] == "to" and g.child(v, "nsubj") is not None:
            sends = g.head[h]
            if g.is_verb(sends) and any(g.lemma[o] in nouns()["text"] for o in g.objects(sends)):
                return g.subjects(sends)
        if g.dep[v] != "acl" or g.tag[v] != "VBG" or g.dep[h] not in ("pobj", "dobj"):
            return []
        to_whom = g.dep[h] == "pobj" and g.lower[g.head[h]] == "to"
        while g.dep[h] in ("pobj", "prep") and g.head[h] != h:
            h = g.head[h]
        above = h if g.is_verb(h) else g.head[h]
        if not g.is_verb(above) or g.is_passive(above):
            return []
        letter = to_whom and any(g.lemma[o] in nouns()["text"] for o in g.objects(above) if o < v)
        return [s for s in g.subjects(above) if s < v] if letter or g.lower[v - 1] == "," else []

    def _outer(self) -> list[int]:
        """The subject of the clause around a relative one, to which the parser gave its second verb.

        `arrested activists who landed on the island and will deport them`.
        """
        g, v = self.g, self.i
        h = g.head[v]
        if g.dep[v] != "conj" or g.dep[h] != "relcl" or g.child(v, "nsubj", "nsubjpass") is not None:
            return []
        later = {g.lower[a] for a in g.auxiliaries(v)} & {"will", "would", "has", "have"}
        if not later or g.auxiliaries(h) or not any(g.lower[o] in _THEM for o in g.objects(v)):
            return []
        around = g.head[g.head[h]]
        return g.subjects(around) if g.is_verb(around) else []

    def _before(self) -> list[int]:
        """The subject of the clause before, which the parser took for what is said: `has met May, will fly to Rome`."""
        g, v = self.g, self.i
        if g.dep[v] != "ROOT" or not any(g.lower[a] in ("will", "has", "have") for a in g.auxiliaries(v)):
            return []
        return [
            s
            for c in g.all_children(v, "ccomp")
            if c < v and g.child(c, "mark") is None
            for s in g.subjects(c)
        ]

    def _accusers(self) -> list[int]:
        """Who does a thing in the passive, hung on what is below it: `are accused of looting by the UN mission`.

        `Guests were told to leave the hotel by police`, `Chad was stripped of its seat by the League`; who did a deed
        that is told there stays with that: `was told of an attack by rebels`.
        """
        g, v = self.g, self.i
        if not g.is_passive(v):
            return []
        accusing = g.lemma[v] in nouns()["accusing"]
        done = [c for c in g.complements(v) if c > v and (accusing or not g.is_passive(c))]
        told = [k for _, k in g.prepositions(v) if k > v]  # "was condemned in strong terms by the mission"
        done += told if accusing else [k for k in told if g.child(k, "poss") is not None]
        below = (*done, *(o for d in done for o in g.objects(d) if o > d))
        return [
            k
            for c in below
            if accusing or not _of_a_deed(g, c)
            for k in g.prep_objects(c, "by")
            if k > v and self.acting(k)
        ]

    def _complements(self) -> list[int]:
        """Complements, what they predicate included: `called the claims (are) ridiculous`, `as ridiculous`."""
        g, v = self.g, self.i
        own = [
            c for c in g.complements(v) if c > v or ";" not in g.word[c:v]
        ]  # "Iran agrees; the West doubts"
        if self._what_is_called():
            own = [c for c in own if g.lemma[c] not in _CALLING]
        # "threatened in March to seize the base", "gave them ten days to leave", but not "to leave or be seized"
        known = g.lemma[v] in nouns()["infinitive"]
        if not own and (known or self._term_set()):
            own = [
                c
                for c in g.all_children(v, "advcl")
                if any(g.lower[k] == "to" for k in g.all_children(c, "aux"))
                and (known or all(g.lower[k] != "or" for k in g.all_children(c, "cc")))
            ]
        predicates = [k for c in own if g.lemma[c] == "be" for k in g.all_children(c, "acomp", "attr")]
        named = [k for k, _ in self._predicated()]
        named += [
            m for k in named for m in (*g.all_children(k, "amod", "compound"), *g.prep_objects(k, "of"))
        ]
        called = self._called()  # "called Lukashenko" calls him nothing
        told = [k for k in g.all_children(v, "oprd", "acomp") if k not in called]
        return own + predicates + named + told + self._hung()

    def _what_is_called(self) -> list[int]:
        """What stands behind `what it called`: `condemned what it called [the attack] of Israel`, `what it says is`."""
        g = self.g
        out: list[int] = []
        for c in g.all_children(self.i, "ccomp"):
            if g.lemma[c] not in _CALLING or not any(g.lower[k] == "what" for k in range(self.i + 1, c)):
                continue
            told = g.all_children(c, "oprd", "attr", "dobj")
            told += [k for b in g.all_children(c, "ccomp") for k in g.all_children(b, "attr", "acomp")]
            out += [k for k in (*told, *g.prep_objects(c, "as")) if k > c]
        return out

    def _called(self) -> list[int]:
        """Whom one called on the telephone, taken by the parser for what something was called."""
        g, v = self.g, self.i
        if g.lemma[v] not in ("call", "phone", "telephone") or g.child(v, "dobj", "ccomp") is not None:
            return []
        return [k for k in g.all_children(v, "oprd") if g.pos[k] == "PROPN" and self.acting(k)]

    def _hung(self) -> list[int]:
        """Complements that the parser hung elsewhere.

        `exhorted the army [to stand]` as a purpose, `asked [for the embargo to be lifted]`, `called the seizure of its
        ships [a crime]` as a measure of what stands before it.
        """
        g, v = self.g, self.i
        out = []
        if g.lemma[v] in object_control() or g.lemma[v] in ("give", "call"):  # "gave them a week [to leave]"
            for c in g.all_children(v, "advcl"):
                to = any(g.lower[a] == "to" for a in g.all_children(c, "aux"))
                for_whom = any(g.lower[m] == "for" for m in g.all_children(c, "mark"))
                if to and c > v and (for_whom or any(v < o < c for o in g.objects(v))):
                    out.append(c)
        if g.lemma[v] in _APPEALING:  # "called on the allies, especially France, [to help]"
            out += [
                c
                for c in g.all_children(v, "advcl")
                if any(g.lower[a] == "to" for a in g.all_children(c, "aux"))
                and any(v < k < c for k in g.prep_objects(v, "on", "upon", "to", "with"))
            ]
        if g.lemma[v] == "give":  # "gave them three days [to leave]"
            times = g.all_children(v, "dobj", "npadvmod", "dative")
            out += [
                c
                for k in times
                for c in g.all_children(k, "acl", "relcl")
                if any(g.lower[a] == "to" for a in g.all_children(c, "aux"))
            ]
        if g.lemma[v] in governors()["calling"]:
            below = [k for o in g.objects(v) for k in range(max(o, v), g.right[o] + 1)]
            out += [k for k in below if g.dep[k] == "npadvmod" and g.pos[k] == "NOUN"]
            out += self._called_so()
        return out

    def _called_so(self) -> list[int]:
        """What something is called, taken by the parser for a second object: `branded the visit [a provocation]`."""
        g = self.g
        own = g.all_children(self.i, "dobj")
        named = [*own[1:], *(k for o in own for k in g.all_children(o, "appos"))]
        return [
            k
            for k in named
            if own[0] < k
            and any(g.lower[c] in ("a", "an") for c in g.all_children(k, "det"))
            and "," not in g.lower[own[0] : k]
        ]

    def _predicated(self) -> list[tuple[int, int]]:
        """What is said to be what, without a verb: `declared [the party a terrorist group]`; each with its subject."""
        g = self.g
        return [
            (c, s)
            for c in g.all_children(self.i, "ccomp")
            if g.pos[c] in ("NOUN", "PROPN", "ADJ") and g.child(c, "cop", "mark", "aux") is None
            for s in g.all_children(c, "nsubj")
        ]

    def _counted(self) -> list[int]:
        """The object behind a measure that hides it from the parser: `kidnapped up to 16 advisers`."""
        g = self.g
        return [
            k
            for c in g.children[self.i]
            if c == self.i + 1 and g.lower[c] == "up"
            for k in g.prep_objects(c, "to")
            if g.child(k, "nummod") is not None
        ]

    def _judged(self) -> list[int]:
        """The noun that the parser took for a part of what it is called: `called the British [threat] intolerable`."""
        g = self.g
        return [
            k
            for c in g.all_children(self.i, "oprd")
            if g.pos[c] == "ADJ"
            for k in g.all_children(c, "compound", "nmod", "nsubj")
            if g.pos[k] in ("NOUN", "PROPN") and self.i < k < c
        ]

    def _small_clause(self) -> list[int]:
        """The object that the parser took for a clause: `let [inspectors into the site]`."""
        g = self.g
        return [
            k
            for c in g.all_children(self.i, "ccomp", "xcomp")
            if g.pos[c] in ("NOUN", "PROPN") and g.child(c, "nsubj", "cop", "mark", "aux") is None
            for k in g.noun_conjuncts(c)
        ]

    def _personal(self) -> list[int]:
        """The object that a translation marks with `to` or puts last: `received yesterday to his counterpart`.

        One that stands after a time or place, the parser takes for a name of it: `received in the palace the envoy`.
        """
        g, v = self.g, self.i
        if g.lemma[v] not in nouns()["personal_object"] or g.is_passive(v):
            return []
        marked = g.prep_objects(v, "to")
        if marked:
            return marked
        timed = g.all_children(v, "npadvmod")
        before = [k for _, k in g.prepositions(v)] + timed
        before += [m for k in before for _, m in g.prepositions(k)]  # "in his house in Najaf [the Pope]"
        told = [  # "received this morning the Prime Minister"
            k for k in timed if k > v and "," not in g.lower[v + 1 : k] and self.acting(k)
        ]
        return told or [
            a
            for k in before
            if k > v
            for a in g.all_children(k, "appos")
            if "," not in g.lower[k:a] and self.acting(a)
        ]


class NounSlots(Slots):
    """Slots of a nominal act, those of its support verb included."""

    def _find(self, slot: str) -> list[int]:
        g, n = self.g, self.i
        if slot == "subj":
            return self._subject()
        if slot == "poss":
            own = [k for c in g.all_children(n, "poss") for k in g.noun_conjuncts(c)]
            return own or self._own_means()
        if slot == "mod":
            told = [k for c in g.all_children(n, "amod", "compound", "nmod") for k in g.conjuncts(c)]
            told += [  # "Russian-Turkish talks"
                c
                for k in told
                if k > 1 and g.word[k - 1] == "-"
                for c in g.all_children(k, "amod", "nmod", "compound")
                if c == k - 2 and g.pos[k] in ("ADJ", "PROPN")
            ]
            against = self._against()
            return [k for k in sorted(told) if k not in against and not self._brokers(k)]
        if slot == "obj":
            return g.objects(self.carrier) if self.carrier is not None and not self.support else []
        if slot == "comp":
            return g.complements(n)
        if slot == "iobj":
            return g.datives(self.carrier) if self.carrier is not None and self.support else []
        if slot.startswith("prep:"):
            return self._preposition(slot[5:])
        return []

    def _own_means(self) -> list[int]:
        """Whose the means are that something is done with: `the suspension of [Dutch] aid`, `the recall of the [Malian] envoy`."""
        g, n = self.g, self.i
        if g.lemma[n] not in nouns()["handling"] or g.prep_objects(n, "by"):
            return []
        means = [k for k in g.prep_objects(n, "of") if g.lemma[k] in nouns()["own_means"]]
        means = [k for k in means if not any(g.lower[c] == "peacekeeping" for c in g.children[k])]
        return [c for k in means for c in g.all_children(k, "poss", "amod", "compound", "nmod")]

    def _hung_by(self) -> list[int]:
        """Doers whom the parser hung on an active verb: `protests over the shelling of the town [by] the army`."""
        g, n = self.g, self.i
        if not g.prep_objects(n, "of") and not witnessed(g, n):
            return []
        top = n
        while g.dep[top] in ("pobj", "prep", "dobj") and g.head[top] != top:
            top = g.head[top]
        if not g.is_verb(top) or top > n or g.is_passive(top):
            return []
        return [k for k in g.prep_objects(top, "by") if k > n]

    def _brokers(self, k: int) -> bool:
        """Whether a name before a noun says who got others to meet: `[African Union]-mediated talks`."""
        g = self.g
        if g.lower[k].rpartition("-")[2] in nouns()["brokering"]:
            return True  # one token: "U.N.-sponsored talks"
        after = k + 1
        while after < self.i and (g.pos[after] == "PROPN" or g.word[after] == "-"):
            after += 1
        return k < after < self.i and g.lower[after] in nouns()["brokering"]

    def _against(self) -> list[int]:
        """Adjectives of those whom an act is against: `anti-[French] riots`."""
        g = self.g
        mods = g.all_children(self.i, "amod", "compound", "nmod")
        return [k for k in mods if k > 1 and g.word[k - 1] == "-" and g.lower[k - 2] == "anti"]

    def _preposition(self, name: str) -> list[int]:
        g, n = self.g, self.i
        if name == "against" and (opposed := self._against()):
            return opposed
        if name == "on" and g.lemma[g.head[n]] in _LAYING and g.dep[n] in ("dobj", "nsubjpass"):
            return []  # "blamed the attack on the rebels"
        own = g.prep_objects(n, name)
        if own:
            return own
        if name == "by":  # "an attack carried out by", "talks held by"
            for c in g.children[n]:
                if g.dep[c] in ("acl", "relcl") and g.lemma[c] in governors()["support"]:
                    own = g.subjects(c)
                    if own:
                        return own
            own = self._hung_by()
            if own:
                return own
        if name in ("between", "among", "with"):  # "a meeting held at the level of ministers between X and Y"
            for c in g.all_children(n, "acl"):
                if g.tag[c] == "VBN" and g.lemma[c] in governors()["support"]:
                    own = g.prep_objects(c, name) or [
                        m
                        for _, k in g.prepositions(c)
                        for hub in (k, *g.prep_objects(k, "of"))
                        for m in g.prep_objects(hub, name)
                    ]
                    if own:
                        return own
        top = n
        while g.dep[top] == "conj" and g.head[top] != top:
            top = g.head[top]
            own = g.prep_objects(top, name)
            if own:
                return own
        if self.carrier is not None and name not in ("of",):
            own = [k for k in g.prep_objects(self.carrier, name) if k != n]
            if own:
                return own
            for p, k in g.prepositions(self.carrier):  # "held talks in Moscow with Kerry"
                if k != n and p != name:
                    own = g.prep_objects(k, name)
                    if own:
                        return own
        if name in ("between", "among") and g.dep[top] in ("dobj", "nsubj", "nsubjpass"):
            own = g.prep_objects(g.head[top], name)  # "follow talks yesterday between X and Y"
            if own:
                return own
        for p, k in g.prepositions(n):  # "talks in Geneva between X and Y"
            # ... and "the rupture of relations with X"
            if name == "of" and p in ("in", "at", "on"):
                continue  # "talks in the town of Batken" are not Batken's
            if (p in ("in", "at", "on", "of", "by") or (p == "with" and name == "against")) and p != name:
                own = g.prep_objects(k, name)
                if own:
                    return own
        due = due_in_clause(g, n)
        return g.prep_objects(due[1], name) if due is not None else []

    def _subject(self) -> list[int]:
        g = self.g
        found = g.subjects(self.carrier) if self.carrier is not None and self.support else []
        if self.carrier is None or not found:
            due = due_in_clause(g, self.i)  # "the visit that X was to pay was called off"
            return g.subjects(due[0]) if due is not None else []
        return _after_time(g, self.carrier) if _borrowed(g, self.carrier, found) else found


class AdjectiveSlots(Slots):
    """Slots of a predicative adjective: the subject of its copula and its own complements."""

    def _find(self, slot: str) -> list[int]:
        g, a = self.g, self.i
        v = g.head[a]
        if slot == "subj":
            if g.dep[a] in ("acomp", "attr", "conj") and g.is_verb(v):
                return g.subjects(v)
            if g.dep[a] == "amod" and a > v:
                return [v]
            if g.dep[a] == "oprd" and g.is_verb(v):
                itself = g.lemma[v] in governors()["standing"] or any(
                    g.lower[o] in SELVES for o in g.objects(v)
                )
                # "stands ready", "Bamako says itself ready to", "declared himself ready for"
                return g.subjects(v) if itself else []
            return []
        if slot == "comp":
            return g.complements(a) or (g.complements(v) or self._after_aside() if g.is_verb(v) else [])
        if slot.startswith("prep:"):
            return g.prep_objects(a, slot[5:])
        return []

    def _after_aside(self) -> list[int]:
        """The infinitive that words put in between made a purpose: `stands ready, with its partners, [to support] Sudan`."""
        g, a = self.g, self.i
        if g.lemma[a] not in nouns()["willing"] or a + 1 >= g.n or g.word[a + 1] != ",":
            return []
        below = [c for c in g.all_children(g.head[a], "advcl", "xcomp", "ccomp") if c > a]
        return [c for c in below if any(g.lower[k] == "to" for k in g.all_children(c, "aux"))]


class ParticipleSlots(Slots):
    """Slots of a participle that stands for an adjective: `Washington is deeply troubled by the arrests`."""

    def _find(self, slot: str) -> list[int]:
        g, a = self.g, self.i
        if slot == "subj":
            return g.objects(a)
        if slot == "comp":
            return g.complements(a)
        return g.prep_objects(a, slot[5:]) if slot.startswith("prep:") else []

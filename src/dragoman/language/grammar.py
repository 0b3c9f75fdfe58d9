"""The parse of a text as plain lists, with the logical grammar read off it.

spaCy's English parser writes ClearNLP-style surface dependencies. This module undoes passives, follows
relative clauses, participles, control, raising and coordination, so that the rooms above ask for the
*logical* subject or object of a verb. All indices are token indices into the doc.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib import resources

from spacy.attrs import DEP, HEAD, IDX, LEMMA, LENGTH, LOWER, ORTH, POS, SENT_START, TAG
from spacy.tokens import Doc

from dragoman.datafiles import read_table, read_words
from dragoman.language.lists import words
from dragoman.language.untangling import untangle

_ATTRS = [ORTH, LOWER, LEMMA, POS, TAG, DEP, HEAD, IDX, LENGTH, SENT_START]
RELATIVES = frozenset({"who", "whom", "which", "that", "whose", "where", "when"})
# By these, nobody does anything: it is how a thing was done.
_HOW = frozenset({"mistake", "accident", "error", "chance", "night", "day", "force", "land", "sea", "air"})
# After a negation, they say that it is so, and more: `not only shelled the town`.
_NO_LESS = frozenset({"only", "just", "merely", "simply"})
# Of whom a clause tells by `of which`: all of those before it.
_OF_WHICH = frozenset({"both", "all", "each", "most", "some", "many", "several"})
_WHOLE = frozenset({"according", "due", "owing", "thanks", "contrary"})
_NEGATIONS = frozenset({"never", "no", "neither", "not"})
_VERBAL = frozenset({"VERB", "AUX"})


@lru_cache(maxsize=1)
def object_control() -> frozenset[str]:
    """Lemmas of verbs whose object is the subject of their infinitive (`urge X to leave`)."""
    return frozenset(read_words(resources.files("dragoman.language") / "data" / "object_control.txt"))


@lru_cache(maxsize=1)
def lemma_repairs() -> dict[str, str]:
    """Verb forms whose lemma the parser's lemmatiser gets wrong, and words with a hyphen that have one without."""
    rows = read_table(resources.files("dragoman.language") / "data" / "lemmas.tsv", ["form", "lemma"])
    return {row.cells["form"]: row.cells["lemma"] for row in rows}


# Verbs by which one asks whoever stands after a preposition to do a thing.
_CALLING = frozenset({"call", "appeal", "prevail", "plead"})
# Prepositions of what was done at another time: no content of the verb that they hang on.
_TEMPORAL = frozenset({"before", "after", "since", "while", "upon", "without"})

# Blanks behind the last word: rules look a word or two ahead of where they are, and texts break off anywhere.
_BEYOND = 3


class Grammar:
    """The parse of one doc: surface lists, and methods for the logical roles.

    Attributes are lists with one item a token: `word`, `lower`, `lemma`, `pos`, `tag`, `dep` (strings; a few blanks follow the last),
    `head` (token index; a root is its own head), `start`/`end` (character offsets), `children` (token
    indices in text order), `sent` (index into `sents`), `left`/`right` (first and last token of the
    subtree). `text` is the doc's. `sents` holds `(first, last + 1)` token ranges.
    """

    def __init__(self, doc: Doc) -> None:
        rows = doc.to_array(_ATTRS)
        strings = doc.vocab.strings
        n = len(doc)
        names: dict[int, str] = {0: ""}

        def text(column: int) -> list[str]:
            out = []
            for key in rows[:, column].tolist():
                name = names.get(key)
                if name is None:
                    name = names[key] = strings[key]
                out.append(name)
            return out

        self.doc = doc
        self.n = n
        self.word = text(0)
        self.lower = text(1)
        self.lemma = [lemma.lower() for lemma in text(2)]
        self.pos = text(3)
        self.tag = text(4)
        for i, tag in enumerate(self.tag):
            if tag == "NNS" and self._acronym(i):
                self.tag[i], self.pos[i] = "NNP", "PROPN"  # "ECOWAS said it", no several
        gerunds = [i for i, tag in enumerate(self.tag) if tag == "VBG"]
        self.dep = text(5)
        self.head: list[int] = [i + offset for i, offset in enumerate(rows[:, 6].astype("int64").tolist())]
        untangle(self.lower, self.pos, self.tag, self.dep, self.head)
        right = lemma_repairs()
        for i, word in enumerate(self.lower):
            if word in right and (self.pos[i] == "VERB" or "-" in word):
                self.lemma[i] = right[word]
        for i in gerunds:
            if self.pos[i] == "NOUN":
                self.lemma[i] = self.lower[i]
        self.start = [int(x) for x in rows[:, 7].tolist()]
        self.end = [s + int(length) for s, length in zip(self.start, rows[:, 8].tolist(), strict=True)]
        # `doc.text` makes a token object of every token each time it is asked for.
        edges = [*self.start[1:], *self.end[-1:]]
        self.text = "".join(
            [w if e == s else f"{w} " for w, e, s in zip(self.word, self.end, edges, strict=True)]
        )
        for row in (self.word, self.lower, self.lemma, self.pos, self.tag, self.dep):
            row += [""] * _BEYOND
        self.children: list[list[int]] = [[] for _ in range(n)]
        for i, h in enumerate(self.head):
            if h != i:
                self.children[h].append(i)
        self.sents: list[tuple[int, int]] = []
        self.sent = [0] * n
        self._sentences(rows[:, 9].astype("int64").tolist())
        self.left = list(range(n))
        self.right = list(range(n))
        self._edges()
        self._subjects: dict[int, list[int]] = {}
        self._objects: dict[int, list[int]] = {}
        self._auxiliaries: dict[int, list[int]] = {}
        self._prepositions: dict[int, list[tuple[str, int]]] = {}
        self._sentence_words: dict[int, frozenset[str]] = {}

    def _sentences(self, starts: list[int]) -> None:
        first = 0
        for i in range(1, self.n + 1):
            if i == self.n or starts[i] == 1:
                self.sents.append((first, i))
                for j in range(first, i):
                    self.sent[j] = len(self.sents) - 1
                first = i

    def _edges(self) -> None:
        """First and last token of each subtree, children before heads."""
        for first, last in self.sents:
            order = [i for i in range(first, last) if self.head[i] == i]
            for i in order:
                order.extend(self.children[i])
            for i in reversed(order):
                h = self.head[i]
                if h != i:
                    self.left[h] = min(self.left[h], self.left[i])
                    self.right[h] = max(self.right[h], self.right[i])

    # Surface -----------------------------------------------------------------

    def child(self, i: int, *deps: str) -> int | None:
        """The first child of `i` with one of these dependency labels, else `None`."""
        for c in self.children[i]:
            if self.dep[c] in deps:
                return c
        return None

    def all_children(self, i: int, *deps: str) -> list[int]:
        """All children of `i` with one of these labels, in text order."""
        found = []  # a loop: half the time of a comprehension, and nothing is asked as often
        for c in self.children[i]:
            if self.dep[c] in deps:
                found.append(c)
        return found

    def conjuncts(self, i: int) -> list[int]:
        """`i` and everything coordinated after it, in text order."""
        out = [i]
        for j in out:
            out.extend(c for c in self.children[j] if self.dep[c] == "conj")
        return sorted(out)

    def first_verb(self, v: int) -> int:
        """The verb that opens the row of coordinated verbs which a verb stands in: itself, if it opens it."""
        while self.dep[v] == "conj" and self.is_verb(self.head[v]):
            v = self.head[v]
        return v

    def first_of_row(self, i: int) -> int:
        """The word on which the row hangs that a word stands in: `[soldiers] and police`; itself, if it stands in none."""
        while self.dep[i] == "conj" and self.head[i] != i:
            i = self.head[i]
        return i

    def noun_conjuncts(self, i: int) -> list[int]:
        """`i` and the nominals coordinated after it; a misparsed verb conjunct is left out."""
        out = [i]
        named = [a for a in self.children[i] if self.dep[a] == "appos" and self._names(i, a)]
        for j in (*out, *named):
            joined = [c for c in self.children[j] if self.dep[c] == "conj" and self.pos[c] not in _VERBAL]
            out.extend(k for c in joined for k in self.noun_conjuncts(c))
        return sorted(set(out))

    def _whole(self, o: int, v: int) -> int:
        """The last part of an object with `re-`, each part of which the parser took for one: `recognise the [re-election]`."""
        again = self.lower[o] == "re" and self.lower[o + 1 : o + 2] == ["-"]
        return o + 2 if again and o + 2 < self.n and self.head[o + 2] == v else o

    def _row(self, i: int, v: int) -> list[int]:
        """A noun and those coordinated with it; of the noun that a relative clause tells of, none behind that: `A, whom X freed, and B`."""
        row = self.noun_conjuncts(i)
        return [c for c in row if c < v] if self.dep[v] == "relcl" and self.head[v] == i < v else row

    def _names(self, i: int, a: int) -> bool:
        """Whether an apposition is the name of a person whose title stands right before it: `[president] Alberto [Fujimori] and X`."""
        left = self.left[a]
        return self.pos[i] == "NOUN" and self.pos[a] == "PROPN" and left == i + 1 and self.tag[i] == "NN"

    def _acronym(self, i: int) -> bool:
        """Whether a token is in capitals as the words beside it are not."""
        beside = self.word[max(0, i - 1) : i] + self.word[i + 1 : i + 2]
        return (
            self.word[i].isalpha()
            and self.word[i].isupper()
            and not any(w.isupper() and len(w) > 1 for w in beside)
        )

    def is_verb(self, i: int) -> bool:
        """Whether the token is tagged as a verb."""
        return self.pos[i] in _VERBAL

    def verb_over(self, i: int) -> int:
        """The token itself if it is a verb, else the nearest verb above it, else the top of its tree."""
        while not self.is_verb(i) and self.head[i] != i:
            i = self.head[i]
        return i

    def way_up(self, i: int) -> list[int]:
        """A token and the heads above it, up to the top of its tree."""
        out = [i]
        while self.head[out[-1]] not in out:
            out.append(self.head[out[-1]])
        return out

    def span(self, i: int) -> tuple[int, int]:
        """Character span of the subtree of `i`."""
        return self.start[self.left[i]], self.end[self.right[i]]

    def sentence_span(self, i: int) -> tuple[int, int]:
        """Character span of the sentence of `i`, without white space at its ends."""
        first, last = self.sents[self.sent[i]]
        while first < last - 1 and self.pos[first] == "SPACE":
            first += 1
        while last - 1 > first and self.pos[last - 1] == "SPACE":
            last -= 1
        return self.start[first], self.end[last - 1]

    def sentence_words(self, i: int) -> frozenset[str]:
        """The words of the sentence of `i` in lower case: what is not among them need not be looked for in the tree."""
        found = self._sentence_words.get(self.sent[i])
        if found is None:
            first, last = self.sents[self.sent[i]]
            found = self._sentence_words[self.sent[i]] = frozenset(self.lower[first:last])
        return found

    def path(self, i: int, j: int) -> list[str]:
        """The way through the tree from `i` to `j`, as `word -label-> word` steps for explanations."""
        ups: list[int] = [i]
        while self.head[ups[-1]] != ups[-1]:
            ups.append(self.head[ups[-1]])
        downs: list[int] = [j]
        while downs[-1] not in ups and self.head[downs[-1]] != downs[-1]:
            downs.append(self.head[downs[-1]])
        if downs[-1] not in ups:
            return []
        ups = ups[: ups.index(downs[-1])]
        steps = [f"{self.word[k]} <-{self.dep[k]}- {self.word[self.head[k]]}" for k in ups]
        return steps + [
            f"{self.word[self.head[k]]} -{self.dep[k]}-> {self.word[k]}" for k in reversed(downs[:-1])
        ]

    # Verbs -------------------------------------------------------------------

    def is_passive(self, v: int) -> bool:
        """Whether a verb is in the passive, full (`was shelled`) or reduced (`the town shelled by`)."""
        if self.tag[v] != "VBN":
            return False
        if self.child(v, "auxpass", "nsubjpass", "csubjpass") is not None:
            return True
        for c in self.children[v]:
            if self.dep[c] == "agent":  # "Abadi discussed by telephone", a past tense taken for a participle
                return self.child(v, "nsubj") is None
            if self.dep[c] == "aux" and self.lemma[c] == "have":
                return False
        if self.dep[v] == "acl":
            # "Maduro announced the rupture", parsed as "Maduro, announced": what has an object is no passive.
            return not self.all_children(v, "dobj", "ccomp")
        if self.dep[v] == "conj":
            return self.is_passive(self.head[v]) and not self.all_children(v, "nsubj", "aux", "dobj")
        return False

    def auxiliaries(self, v: int) -> list[int]:
        """Auxiliaries of a verb, those shared with a coordinated verb before it included."""
        found = self._auxiliaries.get(v)
        if found is None:
            found = self._auxiliaries[v] = self._find_auxiliaries(v)
        return found

    def _find_auxiliaries(self, v: int) -> list[int]:
        own = self.all_children(v, "aux", "auxpass")
        if own or self.dep[v] != "conj" or not self.is_verb(self.head[v]):
            return own
        if self.child(v, "nsubj", "nsubjpass", "expl") is not None:
            return own
        if self.tag[v] not in ("VB", "VBN", "VBG") or self.tag[v] != self.tag[self.head[v]]:
            return own
        return self.auxiliaries(self.head[v])

    def is_negated(self, i: int) -> bool:
        """Whether a negation word hangs on the token itself, not on a contrast after it: `on Monday, not on Sunday`."""
        for c in self.children[i]:
            dep = self.dep[c]
            if dep == "neg":
                if self.lower[c + 1] in _NO_LESS:
                    continue  # "has not only shelled the town"
                if c < i or self.word[c - 1] != ",":
                    return True
            elif c < i and dep in ("det", "advmod", "preconj", "cc") and self.lower[c] in _NEGATIONS:
                if self.lower[c + 1] not in _NO_LESS:
                    return True
            if c < i and self.lower[c] == "longer" and self.lower[c - 1] == "no":
                return True  # "no longer recognises"
        # "has neither accepted this nor has it accepted that"
        h = self.head[i]
        if self.dep[i] != "conj":
            return False
        joints = {self.lower[c] for c in self.children[h] if self.dep[c] in ("cc", "preconj") and h < c < i}
        if joints == {"or"} and self.is_verb(h) and self.is_verb(i):  # "has never accepted or recognised it"
            return self.child(i, "nsubj", "nsubjpass", "aux") is None and self.is_negated(h)
        return "nor" in joints

    def subjects(self, v: int) -> list[int]:
        """Logical subjects (doers) of a verb, coordination written out; empty when nobody is named."""
        found = self._subjects.get(v)
        if found is None:
            self._subjects[v] = []  # a cycle of control ends here
            found = self._subjects[v] = [c for s in self._find_subject(v, 0) for c in self._row(s, v)]
        return found

    def acting_subjects(self, v: int, acting: Callable[[int], bool]) -> list[int]:
        """Logical subjects of a verb that can act, as `acting` says of a token.

        A coordinated verb or participle that the parser hung on a clause about a thing takes the subject of the
        clause above it: `said that no deal holds, accusing the group of ...`.
        """
        own = self.subjects(v)
        hung = self.dep[v] == "conj" or (self.dep[v] == "advcl" and self.tag[v] == "VBG")
        if not own or not hung or self.surface_subject(v) is not None or any(acting(s) for s in own):
            return own
        above, steps = self.head[v], 0
        while self.head[above] != above and steps < 3:
            above, steps = self.head[above], steps + 1
            if self.is_verb(above):
                found = self.subjects(above)
                if any(acting(s) for s in found):
                    return found
        return own

    def objects(self, v: int) -> list[int]:
        """Logical objects of a verb (subject of a passive included), coordination written out."""
        found = self._objects.get(v)
        if found is None:
            self._objects[v] = []
            found = self._objects[v] = [c for o in self._find_object(v) for c in self._row(o, v)]
        return found

    def _antecedent(self, token: int, clause: int) -> int:
        """The noun a relative pronoun stands for, else the token itself; `both of which` stands for all of it."""
        counted = self.lower[token] in _OF_WHICH and any(
            self.lower[k] in ("which", "whom") for k in self.prep_objects(token, "of")
        )
        if counted or (
            self.lower[token] in RELATIVES and self.tag[token] in ("WP", "WDT", "WP$", "IN", "DT", "WRB")
        ):
            v = clause
            while self.dep[v] in ("conj", "xcomp", "ccomp") and self.head[v] != v:
                v = self.head[v]
            if self.dep[v] == "relcl":
                return self.head[v]
        return token

    def antecedent(self, token: int) -> int:
        """The noun that the relative pronoun at a token stands for (`whose hospital was hit`), else the token itself."""
        v, steps = self.head[token], 0
        while not self.is_verb(v) and self.head[v] != v and steps < 4:
            v, steps = self.head[v], steps + 1
        return self._antecedent(token, v)

    def surface_subject(self, v: int) -> int | None:
        """The grammatical subject of a verb or of the verb it is coordinated with, else `None`."""
        found = self.all_children(v, "nsubj", "nsubjpass", "csubj", "csubjpass")
        if not found:
            return None
        # Two subjects before one verb: "The visit - the third, in May he arrived in Sochi"; the nearer one is its own.
        before = [s for s in found if s < v]
        return self._antecedent(before[-1] if before else found[0], v)

    def _find_subject(self, v: int, depth: int) -> list[int]:
        if depth > 6:
            return []
        if self.is_passive(v):
            agents = [k for a in self.all_children(v, "agent") for k in self.all_children(a, "pobj")]
            # "killed by mistake by French troops"
            return [k for k in agents if len(agents) == 1 or self.lemma[k] not in _HOW][:1]
        own = self.surface_subject(v)
        if own is not None:
            # "The Red Cross operating in Iraq said": a participle parsed as the subject hides the noun.
            hidden = self.child(own, "nsubj") if self.tag[own] == "VBG" else None
            return [own if hidden is None else hidden]
        if self.child(v, "expl") is not None:  # "residents said there were no strikes": not theirs
            return []
        return self._inherited(v, depth)

    def _inherited(self, v: int, depth: int) -> list[int]:
        """Subject of a verb that has none of its own, from the clause it depends on."""
        h, dep = self.head[v], self.dep[v]
        if h == v:
            return []
        if dep == "conj" and self.is_verb(h):
            own = self.surface_subject(h)
            if own is not None:
                return [own]
            return self._inherited(h, depth + 1)
        if dep == "relcl":
            if any(self.lower[c] == "where" for c in self.all_children(v, "advmod")):
                above = self._verb_above(h)  # "arrived in Kyiv, where will meet with": who arrived
                return [] if above is None else self._find_subject(above, depth + 1)
            # "the forces fighting", "the group that ..." whose pronoun was dropped or is the object
            return [] if self.child(v, "dobj") is not None and self.tag[v] != "VBG" else [h]
        if dep == "acl" and not self.is_verb(h):
            if self.tag[v] == "VBG" or (self.tag[v] == "VBN" and not self.is_passive(v)):
                return [h]
            if self.tag[v] == "VB":
                return self._controller_of_noun(h, depth)
            if self.tag[v] == "VBD" and self.word[v - 1] == "," and v > h:
                return [h]  # "Chaudhry, the former premier, called on both sides to talk": no participle
            return []
        if dep in ("xcomp", "ccomp", "advcl", "dep", "parataxis", "pcomp", "oprd"):
            g = h
            if dep == "pcomp":  # "accused X of shelling", "without asking", "after visiting"
                p = h
                g = self.head[p]
                if self.lower[g] in ("short", "far") or (
                    self.pos[g] == "NOUN" and self.lemma[g] in words("spans")
                ):
                    g = (
                        self._verb_above(g) or g
                    )  # "stopped short of imposing", "went as far as expelling", "after a week of resisting"
                if not self.is_verb(g):
                    return self._controller_of_noun(g, depth)
                said = [o for o in self.all_children(g, "dobj") if self.lemma[o] in words("thanks")]
                thanked = [k for o in (*said, g) for k in self.prep_objects(o, "to")] if said else []
                if thanked:
                    return thanked[:1]
                if self.lower[p] in ("of", "from", "for", "into") and dep == "pcomp":
                    patients = self._find_object(g)
                    judged = self.lower[p] == "for" and self.lemma[g] in words("judged_for")
                    if patients and (judged or self.lemma[g] in object_control()):
                        return patients[:1]
            if not self.is_verb(g):
                if (self.pos[g] == "ADJ" or self.lower[g] == "far") and self.head[g] != g:
                    # "is ready to sign", "went so far as to expel"
                    return self._find_subject(self.head[g], depth + 1) if self.is_verb(self.head[g]) else []
                return []
            if dep in ("xcomp", "ccomp", "oprd") and self.lemma[g] in object_control():
                patients = self._find_object(g)
                if patients:
                    return patients[:1]
            if dep == "ccomp" and self.child(v, "mark") is not None:
                return []
            if dep in ("xcomp", "advcl") and self.tag[v] == "VB" and self.lemma[g] in _CALLING:
                called = [k for k in self.prep_objects(g, "on", "upon", "to") if k < v]
                if called:  # "called on Chad to withdraw"
                    return called[:1]
            if self.is_passive(g):  # "was urged to leave", "is expected to visit", "was seen leaving"
                own = self.surface_subject(g)
                return [own] if own is not None else self._inherited(g, depth + 1)
            return self._find_subject(g, depth + 1)
        return []

    def _verb_above(self, i: int) -> int | None:
        while self.head[i] != i:
            i = self.head[i]
            if self.is_verb(i):
                return i
        return None

    def _controller_of_noun(self, noun: int, depth: int) -> list[int]:
        """Who is to do what an infinitive after a noun says: `Iran's pledge to stop`, `the U.S. plan to`, `made a vow to`."""
        if self.lemma[noun] in words(
            "thanks"
        ):  # "thanked", "conveyed gratitude to X for sheltering": X shelters
            thanked = self.prep_objects(noun, "to", "of") or self.prep_objects(self.head[noun], "to")
            if thanked:
                return thanked[:1]
        poss = self.child(noun, "poss")
        if poss is not None:
            return [poss]
        if self.child(noun, "det") is not None and self.lower[self.left[noun]] == "the":
            for c in self.all_children(noun, "compound", "nmod", "amod"):
                if self.word[c][0].isupper():
                    return [c]
        h = self.head[noun]
        of = self.prep_objects(noun, "of", "by")
        if of and self.lemma[noun] in words("resolves"):  # "hailed the decision of Chad to leave"
            return of[:1]
        if self.lower[noun] in words("intents"):  # "criticised the offer of Mali to mediate"
            owners = [k for k in self.prep_objects(noun, "of") if self.word[k][0].isupper()]
            if owners:
                return owners[:1]
        if self.dep[noun] == "dobj" and self.is_verb(h):
            return self._find_subject(h, depth + 1)
        if self.dep[noun] in ("nsubjpass", "nsubj", "pobj", "attr"):
            return of[:1]
        if self.dep[noun] == "ROOT":  # "The leaders plan to meet", a verb that the parser took for a noun
            return self.all_children(noun, "nsubj")[:1]
        return []

    def _find_object(self, v: int) -> list[int]:
        if self.is_passive(v):
            own = self.child(v, "nsubjpass")
            if own is None and self.dep[v] == "ccomp":  # "which Ankara says is armed by Damascus"
                named = self.child(v, "nsubj")
                own = named if named is not None and self.lower[named] in RELATIVES else None
            if own is not None:
                return [self._antecedent(own, v)]
            if self.dep[v] in ("acl", "relcl"):
                return [self.head[v]] if not self.is_verb(self.head[v]) else []
            if self.dep[v] == "conj" and self.is_verb(self.head[v]) and self.is_passive(self.head[v]):
                return self._find_object(self.head[v])
            if self.dep[v] in ("conj", "xcomp", "advcl", "ccomp") and self.is_verb(self.head[v]):
                s = self.surface_subject(self.head[v])
                return [s] if s is not None else []
            return []
        own = self.child(v, "dobj")
        if own is not None:
            return [self._antecedent(self._whole(own, v), v)]
        if self.dep[v] == "relcl" and not self.all_children(v, "nsubjpass"):
            s = self.child(v, "nsubj")
            when = any(self.lower[c] in ("where", "when") for c in self.all_children(v, "advmod"))
            # "a text under which they will meet"
            when = when or any(self.lower[k] in RELATIVES for _, k in self.prepositions(v))
            if (
                s is not None
                and self.lower[s] not in RELATIVES
                and not when
                and not self.is_verb(self.head[v])
            ):
                return [self.head[v]]  # "the man (whom) police arrested"
        # Right-node raising: "arrested and later deported the men"
        for c in self.children[v]:
            if self.dep[c] == "conj" and self.is_verb(c) and self.child(c, "nsubj", "nsubjpass") is None:
                if self.tag[c] == self.tag[v] and self.child(v, "prep", "ccomp", "xcomp") is None:
                    shared = self.child(c, "dobj")
                    if shared is not None:
                        return [shared]
        return []

    def datives(self, v: int) -> list[int]:
        """Indirect objects: `offered Kyiv a loan`, `handed to the police`; coordination written out."""
        out: list[int] = []
        for c in self.all_children(v, "dative"):
            if self.pos[c] == "ADP":
                out += [k for p in self.all_children(c, "pobj") for k in self.noun_conjuncts(p)]
            else:
                out += self.noun_conjuncts(c)
        return out

    def prepositions(self, i: int) -> list[tuple[str, int]]:
        """`(preposition, object)` pairs hanging on a token, chains (`out of X`) by their last word.

        Chains that say no direction keep their name: what is done according to X is not done to X.
        """
        found = self._prepositions.get(i)
        if found is None:
            found = self._prepositions[i] = list(self._find_prepositions(i))
        return found

    def _phrases(self, i: int, *deps: str) -> list[int]:
        """Prepositions on a token, and those coordinated with them: `talks with Chad [and with] Sudan`."""
        out = self.all_children(i, *deps)
        for p in out:
            if self.children[p]:
                out += [c for c in self.children[p] if self.dep[c] == "conj" and self.pos[c] == "ADP"]
        return out

    def _find_prepositions(self, i: int) -> Iterator[tuple[str, int]]:
        for p in self._phrases(i, "prep", "agent", "dative"):
            if self.pos[p] not in ("ADP", "SCONJ", "VERB", "ADV"):
                continue
            name = self.lower[p]
            for c in self.children[p]:
                if self.dep[c] == "pobj":
                    for k in self.noun_conjuncts(c):
                        yield name, k
                elif self.dep[c] == "prep":
                    last = f"{name} {self.lower[c]}" if name in _WHOLE else self.lower[c]
                    for k in self.all_children(c, "pobj"):
                        for m in self.noun_conjuncts(k):
                            yield last, m

    def prep_objects(self, i: int, *names: str) -> list[int]:
        """Objects of these prepositions on a token, coordination written out, in text order."""
        found = self._prepositions.get(i)
        if found is None:
            found = self.prepositions(i)
        return [k for name, k in found if name in names] if found else []

    def complements(self, v: int) -> list[int]:
        """Clausal and infinitival complements of a verb or noun, coordination written out."""
        out: list[int] = []
        result = self.pos[v] == "ADJ" and any(self.lower[k] == "so" for k in self.all_children(v, "advmod"))
        for c in self.children[v]:
            if result and self.dep[c] == "ccomp":
                continue  # "so angry that it recalled its envoy"
            if self.dep[c] in ("xcomp", "ccomp") or (self.dep[c] == "acl" and self.tag[c] == "VB"):
                past = (
                    {"VBD", "VBN"} if self.tag[c] == "VB" else ()
                )  # "agreed to take them back, [forced] out"
                out += [
                    k for k in self.conjuncts(c) if k == c or (self.is_verb(k) and self.tag[k] not in past)
                ]
            elif self.dep[c] == "prep" and self.lower[c] not in _TEMPORAL:
                for p in (c, *(k for k in self.all_children(c, "conj") if self.pos[k] == "ADP")):
                    out += self.all_children(p, "pcomp")
        return out

    def particles(self, v: int) -> set[str]:
        """Particles, prepositions and adverbs on a verb: what tells `call off` from `call for`."""
        return {
            self.lower[c]
            for c in self.children[v]
            if self.dep[c] in ("prt", "prep", "advmod", "agent", "dative")
        }

    def clause(self, v: int) -> tuple[int, int]:
        """Character span of the clause of a verb: its subtree without coordinated or quoted clauses.

        Trailing punctuation and conjunctions are trimmed. Stays within the sentence.
        """
        first, last = self.left[v], self.right[v]
        for c in self.children[v]:
            clausal = self.dep[c] in ("conj", "parataxis") and self.is_verb(c)
            if clausal and c > v:
                last = min(last, self.left[c] - 1)
            elif clausal and c < v:
                first = max(first, self.right[c] + 1)
        last = max(last, v)
        first = min(first, v)
        while last > v and (self.pos[last] in ("PUNCT", "SPACE", "CCONJ") or self.dep[last] == "cc"):
            last -= 1
        while first < v and (self.pos[first] in ("PUNCT", "SPACE", "CCONJ") or self.dep[first] == "mark"):
            first += 1
        return self.start[first], self.end[last]


def grammar(doc: Doc) -> Grammar:
    """The grammar of a parsed doc, computed once."""
    found = doc.user_data.get("dragoman_grammar")
    if found is None:
        found = doc.user_data["dragoman_grammar"] = Grammar(doc)
    return found

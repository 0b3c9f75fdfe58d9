"""What was agreed, between whom, and how it is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from spacy.tokens import Doc

from dragoman.actors import knowledge_base
from dragoman.datafiles import read_table, shipped_yaml
from dragoman.facts.people import People
from dragoman.language import layout_of
from dragoman.schema import Agreement, Participant

# What happened to an agreement is told of one; what is wished of it may be wished of any.
_TOLD = frozenset({"signed", "violated", "withdrawn", "suspended", "in force"})
# Words before an agreement that say nothing of which it is.
_PLAIN = frozenset({"new", "recent", "previous", "joint", "first", "final"})
_DEFINITE = frozenset({"the", "this", "that", "these", "such"})
# After an agreement, what it is on; no longer than so many words, and no clause.
_ABOUT = frozenset({"on", "for", "concerning", "regarding", "about", "of"})
_PAUSES = frozenset({",", ";", ":", "(", "between", "with", "signed", "reached"})
_LONGEST = 7
_WILL = frozenset({"will", "shall", "'ll", "’ll", "would"})
# Who a text speaks of without naming them: those of the last contact.
_SIDES = frozenset(
    {
        "side",
        "party",
        "country",
        "leader",
        "minister",
        "president",
        "government",
        "delegation",
        "state",
        "negotiator",
    }
)
# What stands after these is not what the verb above is done to.
_BESIDE = frozenset({"for", "after", "before", "during", "since", "until", "despite", "amid", "in", "as"})
_PERHAPS = frozenset({"could", "might", "may", "would", "can"})

_WORD = re.compile(r"\w+")
# A name that a translation turns round: `Lusaka accord`, `accord of Lusaka`.
_TURNED = re.compile(
    r"([\w -]+) ((?:agreement|accord|protocol|treaty|declaration|memorandum|convention|communique|pact|act)s?)"
)


@dataclass(frozen=True)
class Words:
    """The words of `data/agreement_words.yml`, lemmas all."""

    lists: dict[str, frozenset[str]]
    verbs: dict[str, frozenset[str]]
    nouns: dict[str, frozenset[str]]
    heads: frozenset[str]  # first words of what an agreement is called

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.lists[name]


@lru_cache(maxsize=1)
def words() -> Words:
    """The words for agreements and for what becomes of them."""
    raw = shipped_yaml(resources.files("dragoman.facts") / "data" / "agreement_words.yml")
    by_status = {
        key: {status: frozenset(v) for status, v in raw[key].items() if status != "__line__"}
        for key in ("verbs", "noun status")
    }
    lists = {k: frozenset(v) for k, v in raw.items() if isinstance(v, list)}
    heads = frozenset(w.split()[0] for w in lists["nouns"] | lists["signed only"])
    return Words(lists, by_status["verbs"], by_status["noun status"], heads)


@dataclass(frozen=True)
class Known:
    """A named agreement of the knowledge file."""

    id: str
    name: str
    parties: tuple[str, ...]


@lru_cache(maxsize=1)
def known_agreements() -> dict[str, Known]:
    """Agreement by wording, in lower case."""
    rows = read_table(
        resources.files("dragoman.facts") / "data" / "agreements.tsv", ["id", "name", "wordings", "parties"]
    )
    found = {}
    for row in rows:
        known = Known(row.cells["id"], row.cells["name"], tuple(row.many("parties")))
        for wording in map(str.lower, row.many("wordings")):
            found[wording] = known
            if match := _TURNED.fullmatch(wording):
                found.setdefault(f"{match.group(2)} of {match.group(1)}", known)
    return found


@lru_cache(maxsize=1)
def _by_first_word() -> dict[str, list[str]]:
    """The wordings by their first word, longest first."""
    table: dict[str, list[str]] = {}
    for wording in sorted(known_agreements(), key=len, reverse=True):
        table.setdefault(_WORD.findall(wording)[0], []).append(wording)
    return table


def named_in(text: str, start: int, end: int) -> Iterator[tuple[int, int, Known]]:
    """The known agreements that `text[start:end]` names, leftmost longest: first character, last + 1, which."""
    firsts, known, free = _by_first_word(), known_agreements(), start
    for match in _WORD.finditer(text, start, end):
        if match.start() < free:
            continue
        for wording in firsts.get(match.group(0).lower(), ()):
            last = match.start() + len(wording)
            if (
                last <= end
                and text[match.start() : last].lower() == wording
                and not text[last : last + 1].isalnum()
            ):
                yield match.start(), last, known[wording]
                free = last
                break


def _same_signing(bare: Agreement, named: Agreement) -> bool:
    """Whether both can be one signing: told of a name later, with no other day and no other party."""
    if named.evidence[0] < bare.evidence[0] or (bare.time is None and named.time is not None):
        return False
    days = [a.time for a in (bare, named) if a.time is not None]
    if len(days) > 1 and (days[0].start > days[1].end or days[1].start > days[0].end):
        return False
    states = [{p.country or p.id for p in a.parties} for a in (bare, named) if a.parties]
    return len(states) < 2 or bool(states[0] & states[1])


class Agreements:
    """Agreements of one doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.people = People(doc)
        self.g = self.people.g
        self.found: dict[str, Agreement] = {}
        self._countries: frozenset[str] | None = None

    def run(self) -> list[Agreement]:
        """All agreements in the body, each once, in text order."""
        g = self.g
        tokens = {g.start[i]: i for i in range(g.n)}
        taken: set[int] = set()
        for block in layout_of(self.doc).blocks:
            if block.kind != "body":
                continue
            for start, end, known in named_in(g.text, block.start, block.end):
                inside = [tokens[o] for o in range(start, end) if o in tokens]
                if not inside or not self._may_mean(known):
                    continue
                head = self._head(inside)
                taken.update(range(g.left[head], g.right[head] + 1))
                parties = [p for code in known.parties if (p := self._state(code)) is not None]
                verb = self._status(head)[1] if not parties else None
                if verb is not None and g.is_verb(verb):
                    parties = self._parties(head, verb)
                self._add(known.id, known.name, parties, head, f"agreement.{known.id}")
            for i in range(g.n):
                if block.start <= g.start[i] < block.end and i not in taken and self._kind(i) is not None:
                    self._unnamed(i)
        self._drop_named_later()
        ordered = sorted(self.found.values(), key=lambda a: a.evidence)
        return [a.model_copy(update={"id": f"a{k}"}) for k, a in enumerate(ordered, 1)]

    def _drop_named_later(self) -> None:
        """Leave out `an agreement` that was signed where the text goes on to say which one: by its name, and often no more."""
        signed = {k: a for k, a in self.found.items() if a.status == "signed"}
        bare = [
            k
            for k, a in signed.items()
            if a.rule == "agreement.unnamed" and a.name.lower() in words()["nouns"]
        ]
        named = [k for k, a in signed.items() if k not in bare and a.name[:1].isupper()]
        for key in bare:
            a = signed[key]
            same = next((k for k in named if _same_signing(a, self.found[k])), None)
            if same is not None:
                told = self.found[same]
                parties = told.parties if len(told.parties) > 1 else a.parties or told.parties
                self.found[same] = told.model_copy(update={"parties": parties, "time": told.time or a.time})
                del self.found[key]

    def _may_mean(self, known: Known) -> bool:
        """Whether a known name can mean the agreement of these parties: one of them is told of in the text.

        `Brussels agreement`, `declaration of principles`, `Geneva accord` are what many agreements are called.
        """
        if not known.parties:
            return True
        if self._countries is None:
            mentions = self.people.mentions.items
            self._countries = frozenset(x for m in mentions for a in m.actors for x in (a.id, a.country) if x)
        return not self._countries.isdisjoint(known.parties)

    def _kind(self, i: int) -> str | None:
        """The word for an agreement at a token, where there is one: `code of conduct`, `joint statement`, `truce`."""
        g = self.g
        lemma = g.lemma[i]
        if lemma not in words().heads:
            return None
        phrase = next((f"{lemma} of {g.lemma[k]}" for k in g.prep_objects(i, "of")), lemma)
        if phrase in words()["nouns"]:
            return phrase
        if lemma in words()["nouns"]:
            return (
                None
                if any(g.lemma[k] in words()["no agreement of"] for k in g.prep_objects(i, "of"))
                else lemma
            )
        if lemma in words()["signed only"] and g.pos[i] in ("NOUN", "PROPN"):
            of = g.dep[i] == "pobj" and g.lower[g.head[i]] == "of"  # "a declaration of principles"
            return None if of else lemma
        return None

    def _head(self, inside: list[int]) -> int:
        """The token of a wording that hangs outside it."""
        g = self.g
        for i in inside:
            if g.head[i] not in inside:
                top = i
                while (
                    g.head[top] != top
                    and g.dep[top] in ("compound", "nmod", "amod", "pobj", "prep", "acl", "nummod")
                    and (
                        g.lemma[g.head[top]] in words()["nouns"]
                        or (g.dep[top] in ("pobj", "prep", "compound") and self._up_to_noun(top))
                    )
                ):
                    top = g.head[top]
                return top
        return inside[-1]

    def _up_to_noun(self, i: int) -> bool:
        g = self.g
        for _ in range(4):
            if g.lemma[i] in words()["nouns"]:
                return True
            if g.head[i] == i or g.is_verb(i):
                return False
            i = g.head[i]
        return g.lemma[i] in words()["nouns"]

    def _state(self, code: str) -> Participant | None:
        state = knowledge_base().state(code)
        if state is None:
            return None
        return Participant.of(state)

    def _unnamed(self, i: int) -> None:
        """An agreement without a known name: only when the text says what became of it."""
        g = self.g
        if g.dep[i] == "compound" or g.pos[i] not in ("NOUN", "PROPN"):
            return
        if g.dep[i] == "conj" and self._kind(g.head[i]) is not None:
            return  # "protocols and documents" are one signing
        status, verb = self._effective(i)
        stated = verb is not None  # its own clause says what became of it
        if not stated:
            status, verb = self._status(i)
        if status is None and self._is_titled(i):
            name = self._name(i)
            self._add(name.lower(), name, self._parties(i, i), i, "agreement.titled", ("in force", None))
            return
        if status is None or verb is None:
            return
        if status not in _TOLD and not self._particular(i):
            return
        if any(
            a.rule == "agreement.unnamed"
            and a.name.lower().endswith(g.lower[i])
            and status in (a.status, "in force", "called for", "negotiated", "signed")
            for a in self.found.values()
        ):
            return  # "the accord" again
        kind = self._kind(i)
        if (
            kind in words()["loose"]
            and (status in ("signed", "called for") or (status == "in force" and not stated))
            and g.lemma[verb] not in words()["firm verbs"]
        ):
            return
        if kind in words()["signed only"] and status != "signed":
            return
        if status == "signed" and self._is_open(i, verb):
            return
        if status == "signed" and self._is_ahead(verb):
            status, stated = "negotiated", True
        parties = self._parties(i, verb)
        if not parties and not stated and not self._particular(i) and not self._of_several(i, verb, parties):
            return
        if kind in words()["signed only"] and not self._of_several(i, verb, parties):
            return
        told = (status, verb) if stated else None
        earlier = self._earlier(i)
        if earlier is not None:
            if status not in (earlier.status, "in force", "signed", "negotiated"):  # "the truce was broken"
                key = f"{earlier.name.lower()} {status}"
                self._add(
                    key, earlier.name, earlier.parties or parties, i, "agreement.unnamed", (status, verb)
                )
            return
        name = self._name(i)
        self._add(name.lower(), name, parties, i, "agreement.unnamed", told)

    def _name(self, i: int) -> str:
        """What an agreement is called: its own words, and what it is on."""
        g = self.g
        first = i
        for c in g.children[i]:
            plain = g.lower[c] in _PLAIN and not (
                g.lower[c] == "joint" and g.lemma[i] in ("statement", "declaration")
            )
            if g.dep[c] in ("compound", "amod", "nmod") and c < i and not plain:
                first = min(first, g.left[c])
        last = next((k for k in g.prep_objects(i, "of") if g.lemma[k] in words()["named by"]), i)
        for c in g.children[last]:
            if c == last + 1 and g.dep[c] == "prep" and g.lower[c] in _ABOUT and not self._dated(c):
                end = g.right[c]
                for k in range(c + 1, end + 1):  # up to a clause or a pause
                    if g.lower[k] in _PAUSES or g.is_verb(k):
                        end = k - 1
                        break
                if c < end <= c + _LONGEST:
                    last = end
                break
        text = " ".join(g.word[k] for k in range(first, last + 1) if g.pos[k] != "SPACE")
        return text.replace(" - ", "-").replace(" '", "'").replace(" ’", "’")

    def _is_titled(self, i: int) -> bool:
        """Whether its words are a name: `the Cotonou Agreement`, `the Rarotonga Treaty`."""
        g = self.g
        if g.pos[i] != "PROPN" or g.lemma[i] not in words()["titled"] or not g.word[i][:1].isupper():
            return False
        named = [c for c in g.children[i] if c < i and g.dep[c] in ("compound", "nmod", "amod")]
        if not named or any(g.lower[c] in words()["untitled"] for c in named):
            return False
        return all(g.word[c][:1].isupper() for c in named) and any(g.pos[c] == "PROPN" for c in named)

    def _earlier(self, i: int) -> Agreement | None:
        """The agreement told of before that `the accord`, `this long-awaited deal` means: the last one."""
        g = self.g
        if self._particular(i) or not any(
            g.dep[c] == "det" and g.lower[c] in _DEFINITE for c in g.children[i]
        ):
            return None
        if any(g.dep[c] in ("compound", "nmod") for c in g.children[i]):
            return None
        before = [a for a in self.found.values() if a.evidence[0] < g.start[i]]
        return max(before, key=lambda a: a.evidence[0]) if before else None

    def _parties(self, i: int, verb: int) -> list[Participant]:
        """Between whom it is: those named with it, those who sign it and with whom, those who accuse each other."""
        g = self.g
        parties = self.people.around(i, "between", "with", "among")
        heads = [m for k in g.prep_objects(i, "between", "with", "among") for m in g.prep_objects(k, "of")]
        if g.is_verb(verb):
            heads += g.subjects(verb)
            heads += g.prep_objects(verb, "with", "between")
            if any(g.lower[k] in ("other", "another") for k in heads):  # accused each other of breaking it
                heads += g.subjects(g.head[g.head[verb]])
            several = any(g.lemma[k] in _SIDES and g.tag[k] == "NNS" for k in heads)
            told = {p.id for k in heads for p in self.people.at(k)}
            if not parties and several and len(told) < 2:
                parties += self.people.contact_near(i)
        for k in heads:
            parties += [p for p in self.people.at(k) if p.id not in {x.id for x in parties}]
        return parties

    def _is_ahead(self, verb: int) -> bool:
        """Whether it is still to be signed: `will sign`, `plans to sign`, `ready to sign`."""
        g = self.g
        v = verb if g.is_verb(verb) else g.head[verb]
        helps = {g.lower[a] for a in g.auxiliaries(v)} | {g.lower[c] for c in g.all_children(v, "aux")}
        if helps & _WILL:
            return True
        return "to" in helps and g.lemma[g.head[v]] not in words()["managing"]

    def _of_several(self, i: int, verb: int, parties: list[Participant]) -> bool:
        """Whether several conclude it: two parties, or a plural (`the two presidents signed a joint statement`)."""
        g = self.g
        if len(parties) > 1 or (parties and g.lemma[i] == "contract"):
            return True
        return g.is_verb(verb) and any(g.tag[k] in ("NNS", "NNPS") for k in g.subjects(verb))

    def _is_open(self, i: int, verb: int) -> bool:
        """Whether it is not told as done: denied, asked, wished, tried, only possible."""
        g = self.g
        v = verb if g.is_verb(verb) else g.head[verb]
        if g.is_negated(v) or any(g.lower[c] == "no" for c in g.children[i]):
            return True
        if any(g.lower[c] in _PERHAPS for c in g.children[v]) or any(
            g.lower[c] in ("if", "whether") for c in g.children[v]
        ):
            return True
        up = g.head[v]
        if g.dep[v] in ("xcomp", "acl", "advcl") and g.lemma[up] in words()["failing"]:
            return True
        return g.word[g.sents[g.sent[i]][1] - 1] == "?"

    def _particular(self, i: int) -> bool:
        """Whether the phrase says which agreement it is: a name before it, or what it is on."""
        g = self.g
        named = any(g.dep[c] in ("compound", "nmod") and g.word[c][:1].isupper() for c in g.children[i])
        told = [k for name, k in g.prepositions(i) if name in ("on", "of", "in", "between") and k > i]
        return named or any(not self._dated(self.g.head[k]) for k in told)

    def _dated(self, preposition: int) -> bool:
        """Whether a preposition tells when it was done: `signed an agreement on Friday`, but not `the accord of 2011`."""
        g = self.g
        return g.lower[preposition] != "of" and any(self.people.is_day(k) for k in g.children[preposition])

    def _effective(self, i: int) -> tuple[str | None, int | None]:
        """`the truce that entered into force`, `the ceasefire took effect`, `an accord initialled in Dayton`."""
        g = self.g
        if (
            g.dep[i] == "pobj"
            and g.lower[g.head[i]] == "under"
            and any(g.dep[c] == "nummod" or g.word[c].isdigit() for c in g.children[i])
        ):
            return "in force", g.head[g.head[i]]  # "under the 1994 accord"
        over = (
            g.head[g.head[i]]
            if g.dep[i] == "pobj" and g.lower[g.head[i]] in ("on", "to", "upon")
            else g.head[i]
        )
        if g.lemma[over] == "agree" and g.is_verb(over) and g.dep[i] in ("pobj", "dobj", "nsubjpass"):
            return ("signed", over) if not g.is_negated(over) else (None, None)  # "agreed on a truce"
        nouns = [i, *g.prep_objects(i, "of")]  # "the memorandum of understanding, which they signed"
        verbs = [c for n in nouns for c in g.children[n] if g.dep[c] in ("acl", "relcl") and g.is_verb(c)]
        if g.dep[i] in ("nsubj", "nsubjpass") and g.is_verb(g.head[i]):
            verbs.append(g.head[i])
        for v in verbs:
            near = {g.lemma[k] for c in g.children[v] for k in (c, *g.children[c])}
            if g.lemma[v] in ("enter", "come", "take", "go") and near & {"force", "effect"}:
                return "in force", v
            for status, those in words().verbs.items():
                if g.lemma[v] == "agree":
                    return "signed", v
                if g.lemma[v] in those and status in ("signed", "violated", "expired", "negotiated"):
                    return status, v
        return None, None

    def _status(self, i: int) -> tuple[str | None, int | None]:
        """What the words above an agreement say of it, and the word that says so."""
        g = self.g
        k, steps = i, 0
        calling = beside = False
        found: tuple[str, int] | None = None
        while steps < 5 and g.head[k] != k:
            up = g.head[k]
            lemma = g.lemma[up]
            beside = beside or (g.pos[up] in ("ADP", "SCONJ") and g.lower[up] in _BESIDE)
            if lemma == "party" and g.lower[k] == "to" and found is None:  # "no longer a party to it"
                found = ("withdrawn" if self._no_longer(up) else "in force", up)
            if lemma in words()["implementing"] and found is None:
                found = ("in force", up)
            for status, those in words().nouns.items():
                if g.pos[up] in ("NOUN", "PROPN") and lemma in those and found is None:
                    found = (status, up)
            for status, those in words().verbs.items():
                if beside and status != "called for":
                    continue
                if g.is_verb(up) and lemma in those and found is None and g.dep[k] not in ("nsubj", "advcl"):
                    negated = g.is_negated(up)
                    found = ("called for" if negated and status == "violated" else status, up)
                elif g.is_verb(up) and lemma in those and status == "expired" and found is None:
                    found = (status, up)
            if lemma in words()["calling"] or (
                g.is_verb(up) and any(g.lower[c] in ("must", "should") for c in g.children[up])
            ):
                calling = True
            k, steps = up, steps + 1
        if calling and (found is None or found[0] in ("in force", "called for")):
            return "called for", found[1] if found else k
        return found if found is not None else (None, None)

    def _no_longer(self, party: int) -> bool:
        g = self.g
        v = g.head[party]
        return any(g.lower[c] == "longer" for c in (*g.children[v], *g.children[party]))

    def _add(
        self,
        key: str,
        name: str,
        parties: list[Participant],
        i: int,
        rule: str,
        told: tuple[str | None, int | None] | None = None,
    ) -> None:
        g = self.g
        status, verb = told or self._status(i)
        if key in self.found and status is None:
            return
        anchor = verb if verb is not None else i
        evidence = g.clause(verb) if verb is not None and g.is_verb(verb) else g.span(anchor)
        evidence = (min(evidence[0], g.start[i]), max(evidence[1], g.end[i]))
        own = status or "in force"
        if own == "signed" and verb is not None and told is None and self._is_open(i, verb):
            own = "negotiated"
        earlier = self.found.get(key)
        if earlier is not None and earlier.status != "in force":
            return
        dated = own in ("signed", "withdrawn", "expired", "suspended")
        time = self.people.time_of(i, verb) if dated else None
        self.found[key] = Agreement(
            id="a0",
            name=name,
            parties=parties,
            status=own,
            time=time,
            evidence=evidence,
            rule=rule,
        )

"""What was agreed, between whom, and how it is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from spacy.tokens import Doc

from dragoman.actors import knowledge_base
from dragoman.datafiles import read_table
from dragoman.facts.people import People
from dragoman.language import layout_of
from dragoman.schema import Agreement, Participant

_NOUNS = frozenset(
    [
        "agreement",
        "treaty",
        "accord",
        "pact",
        "protocol",
        "memorandum",
        "convention",
        "truce",
        "armistice",
        "deal",
        "communique",
        "communiqué",
        "declaration",
        "ceasefire",
        "cease-fire",
    ]
)
_STATUS = {
    "signed": [
        "sign",
        "conclude",
        "seal",
        "ink",
        "ratify",
        "adopt",
        "initial",
        "reach",
        "strike",
        "clinch",
        "approve",
        "finalise",
        "finalize",
        "endorse",
        "announce",
    ],
    "called for": [
        "urge",
        "demand",
        "call",
        "implement",
        "fulfil",
        "fulfill",
        "respect",
        "observe",
        "honour",
        "honor",
        "comply",
        "adhere",
        "uphold",
        "need",
        "restore",
    ],
    "violated": ["violate", "breach", "break", "flout", "disregard", "undermine", "contravene"],
    "withdrawn": [
        "withdraw",
        "quit",
        "leave",
        "abandon",
        "exit",
        "denounce",
        "scrap",
        "terminate",
        "repudiate",
        "pull",
        "tear",
        "renounce",
    ],
    "suspended": ["suspend", "freeze", "halt", "pause"],
    "expired": ["expire", "lapse"],
    "negotiated": ["negotiate", "discuss", "draft", "prepare", "finalise", "finalize", "propose", "seek"],
}
_NOUN_STATUS = {
    "signed": ["signing", "signature", "conclusion", "ratification", "adoption"],
    "violated": ["violation", "breach"],
    "withdrawn": ["withdrawal", "exit", "denunciation", "termination"],
    "suspended": ["suspension"],
    "expired": ["expiry", "expiration"],
    "negotiated": ["negotiation", "talk", "draft", "discussion"],
}
# What happened to an agreement is told of one; what is wished of it may be wished of any.
_TOLD = frozenset({"signed", "violated", "withdrawn", "suspended", "in force"})
_IMPLEMENTING = frozenset(
    [
        "implementation",
        "fulfilment",
        "fulfillment",
        "observance",
        "compliance",
        "adherence",
        "respect",
        "execution",
        "restoration",
    ]
)
_CALLING = frozenset(
    [
        "need",
        "importance",
        "necessity",
        "call",
        "demand",
        "urge",
        "insist",
        "stress",
        "request",
        "appeal",
        "must",
        "should",
        "call-for",
        "require",
    ]
)


_WORD = re.compile(r"\w+")


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
    return {
        wording.lower(): Known(row.cells["id"], row.cells["name"], tuple(row.many("parties")))
        for row in rows
        for wording in row.many("wordings")
    }


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


class Agreements:
    """Agreements of one doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.people = People(doc)
        self.g = self.people.g
        self.found: dict[str, Agreement] = {}

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
                if not inside:
                    continue
                head = self._head(inside)
                taken.update(range(g.left[head], g.right[head] + 1))
                parties = [p for code in known.parties if (p := self._state(code)) is not None]
                self._add(known.id, known.name, parties, head, f"agreement.{known.id}")
            for i in range(g.n):
                if block.start <= g.start[i] < block.end and i not in taken and g.lemma[i] in _NOUNS:
                    self._unnamed(i)
        ordered = sorted(self.found.values(), key=lambda a: a.evidence)
        return [a.model_copy(update={"id": f"a{k}"}) for k, a in enumerate(ordered, 1)]

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
                        g.lemma[g.head[top]] in _NOUNS
                        or (g.dep[top] in ("pobj", "prep", "compound") and self._up_to_noun(top))
                    )
                ):
                    top = g.head[top]
                return top
        return inside[-1]

    def _up_to_noun(self, i: int) -> bool:
        g = self.g
        for _ in range(4):
            if g.lemma[i] in _NOUNS:
                return True
            if g.head[i] == i or g.is_verb(i):
                return False
            i = g.head[i]
        return g.lemma[i] in _NOUNS

    def _state(self, code: str) -> Participant | None:
        state = knowledge_base().state(code)
        if state is None:
            return None
        return Participant(id=state.id, name=state.name, country=state.country, sector=state.sector)

    def _unnamed(self, i: int) -> None:
        """An agreement without a known name: only when the text says what became of it."""
        g = self.g
        if g.dep[i] == "compound" or g.pos[i] not in ("NOUN", "PROPN"):
            return
        status, verb = self._effective(i)
        stated = verb is not None  # its own clause says what became of it
        if not stated:
            status, verb = self._status(i)
        if status is None or verb is None:
            return
        if status not in _TOLD and not self._particular(i):
            return
        if any(
            a.rule == "agreement.unnamed" and a.name.lower().endswith(g.lower[i]) for a in self.found.values()
        ):
            return  # "the accord" again
        if (
            g.lemma[i] in ("declaration", "ceasefire", "cease-fire", "truce", "convention", "deal")
            and status == "signed"
            and g.lemma[verb] not in ("sign", "conclude", "reach", "strike", "seal", "clinch", "signing")
        ):
            return
        first = i
        for c in g.children[i]:
            if (
                g.dep[c] in ("compound", "amod", "nmod")
                and c < i
                and g.lower[c] not in ("new", "recent", "previous", "joint", "first", "final")
            ):
                first = min(first, c)
        name = " ".join(g.word[k] for k in range(first, i + 1) if g.pos[k] not in ("PUNCT", "SPACE"))
        parties = self.people.around(i, "between", "with", "among")
        if g.is_verb(verb):
            for k in g.subjects(verb):
                parties += [p for p in self.people.at(k) if p.id not in {x.id for x in parties}]
        if not parties and not stated and not self._particular(i):
            return
        self._add(name.lower(), name, parties, i, "agreement.unnamed", (status, verb) if stated else None)

    def _particular(self, i: int) -> bool:
        """Whether the phrase says which agreement it is: a name before it, or what it is on."""
        g = self.g
        named = any(g.dep[c] in ("compound", "nmod") and g.word[c][:1].isupper() for c in g.children[i])
        return named or any(name in ("on", "of", "in", "between") and k > i for name, k in g.prepositions(i))

    def _effective(self, i: int) -> tuple[str | None, int | None]:
        """`the truce that entered into force`, `the ceasefire took effect`, `an accord initialled in Dayton`."""
        g = self.g
        verbs = [c for c in g.children[i] if g.dep[c] in ("acl", "relcl") and g.is_verb(c)]
        if g.dep[i] in ("nsubj", "nsubjpass") and g.is_verb(g.head[i]):
            verbs.append(g.head[i])
        for v in verbs:
            near = {g.lemma[k] for c in g.children[v] for k in (c, *g.children[c])}
            if g.lemma[v] in ("enter", "come", "take", "go") and near & {"force", "effect"}:
                return "in force", v
            for status, words in _STATUS.items():
                if g.lemma[v] in words and status in ("signed", "violated", "expired", "negotiated"):
                    return status, v
        return None, None

    def _status(self, i: int) -> tuple[str | None, int | None]:
        """What the words above an agreement say of it, and the word that says so."""
        g = self.g
        k, steps = i, 0
        calling = False
        found: tuple[str, int] | None = None
        while steps < 5 and g.head[k] != k:
            up = g.head[k]
            lemma = g.lemma[up]
            if lemma in _IMPLEMENTING and found is None:
                found = ("in force", up)
            for status, words in _NOUN_STATUS.items():
                if g.pos[up] in ("NOUN", "PROPN") and lemma in words and found is None:
                    found = (status, up)
            for status, words in _STATUS.items():
                if g.is_verb(up) and lemma in words and found is None and g.dep[k] not in ("nsubj", "advcl"):
                    negated = g.is_negated(up)
                    found = ("called for" if negated and status == "violated" else status, up)
                elif g.is_verb(up) and lemma in words and status == "expired" and found is None:
                    found = (status, up)
            if lemma in _CALLING or (
                g.is_verb(up) and any(g.lower[c] in ("must", "should") for c in g.children[up])
            ):
                calling = True
            k, steps = up, steps + 1
        if calling and (found is None or found[0] in ("in force", "called for")):
            return "called for", found[1] if found else k
        return found if found is not None else (None, None)

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
        earlier = self.found.get(key)
        if earlier is not None and earlier.status != "in force":
            return
        time = self.people.time_near(i) if own in ("signed", "withdrawn", "expired", "suspended") else None
        self.found[key] = Agreement(
            id="a0",
            name=name,
            parties=parties,
            status=own,
            time=time,
            evidence=evidence,
            rule=rule,
        )

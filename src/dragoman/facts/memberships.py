"""Who belongs to which group, and as what."""

from __future__ import annotations

from spacy.tokens import Doc

from dragoman.facts.people import People
from dragoman.language import layout_of
from dragoman.schema import Membership, Participant

_CAPACITIES = {
    "member": "member", "co-chair": "co-chair", "chair": "chair", "chairman": "chair", "mediator": "mediator",
    "guarantor": "guarantor", "observer": "observer", "co-chairman": "co-chair", "cochair": "co-chair",
    "founder": "founder", "signatory": "signatory", "participant": "participant", "president": "president",
}  # fmt: skip
_GROUPS = frozenset(
    {"intergovernmental organisation", "non-governmental organisation", "armed group", "party"}
)


class Memberships:
    """Memberships of one doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.people = People(doc)
        self.g = self.people.g
        self.found: list[Membership] = []

    def run(self) -> list[Membership]:
        """All memberships in the body, in text order."""
        g = self.g
        for block in layout_of(self.doc).blocks:
            if block.kind != "body":
                continue
            for i in range(g.n):
                if not block.start <= g.start[i] < block.end:
                    continue
                if g.lemma[i] in _CAPACITIES and g.lemma[i] != "president" and g.pos[i] in ("NOUN", "PROPN"):
                    self._capacity(i, _CAPACITIES[g.lemma[i]])
                elif g.lower[i] == "chairs" and i >= 2 and g.lower[i - 1] == "-" and g.lower[i - 2] == "co":
                    self._capacity(i, "co-chair")
                elif g.lemma[i] == "join" and g.pos[i] == "VERB":
                    self._joined(i)
        return [m.model_copy(update={"id": f"b{k}"}) for k, m in enumerate(self.found, 1)]

    def _group(self, tokens: list[int]) -> Participant | None:
        for k in tokens:
            mention = self.people.mentions.headed(k)
            if mention is None:
                covering = self.people.mentions.covering(k)
                mention = covering[0] if covering else None
            if mention is not None:
                for a in mention.actors:
                    if a.kind in _GROUPS:
                        return Participant.of(a, (mention.start, mention.end))
        return None

    def _capacity(self, i: int, capacity: str) -> None:
        """`the co-chairs of the group, Russia and the US`, `Turkey, a NATO member`, `X is a member of Y`."""
        g = self.g
        top = i
        while g.dep[top] == "compound" and g.head[top] != top:
            top = g.head[top]
        holders = [top] if top != i else [i]
        tokens = [k for h in holders for k in g.prep_objects(h, "of")]
        tokens += [c for c in g.children[i] if g.dep[c] in ("compound", "poss", "nmod", "amod")]
        group = self._group(tokens) or self._nearest_group(i, tokens)
        if group is None:
            return
        members: list[Participant] = []
        head = g.head[i]
        if g.dep[i] == "appos":
            members = self.people.at(head)
        elif g.dep[i] == "attr" and g.is_verb(head):
            members = [p for k in g.subjects(head) for p in self.people.at(k)]
        elif (
            g.dep[i] in ("nsubj", "nsubjpass")
            and g.is_verb(head)
            and g.lemma[head] in ("be", "make", "become", "include")
        ):
            for c in g.children[head]:
                if g.dep[c] in ("attr", "dobj", "oprd"):
                    members += [p for k in g.noun_conjuncts(c) for p in self.people.at(k)]
        if not members:
            members = [
                p
                for c in g.children[i]
                if g.dep[c] == "appos"
                for k in g.noun_conjuncts(c)
                for p in self.people.at(k)
            ]
        for member in members:
            if member.id != group.id:
                self._add(group, member, capacity, g.sentence_span(i))

    def _nearest_group(self, i: int, tokens: list[int]) -> Participant | None:
        """`the group` and the like: the grouping named last before."""
        g = self.g
        if not any(
            g.lemma[k]
            in ("group", "format", "alliance", "bloc", "organisation", "organization", "quartet", "contact")
            for k in tokens
        ):
            return None
        best: Participant | None = None
        for m in self.people.mentions.items:
            if m.start >= g.start[i]:
                break
            for a in m.actors:
                if a.kind == "intergovernmental organisation":
                    best = Participant.of(a, (m.start, m.end))
        return best

    def _joined(self, v: int) -> None:
        g = self.g
        if g.is_negated(v) or g.tag[v] not in ("VBD", "VBN"):
            return
        group = self._group(g.objects(v))
        if group is None:
            return
        for k in g.subjects(v):
            for member in self.people.at(k):
                if member.country is not None and member.id != group.id:
                    self._add(group, member, "member", g.clause(v))

    def _add(self, group: Participant, member: Participant, capacity: str, evidence: tuple[int, int]) -> None:
        if any(
            m.group.id == group.id and m.member.id == member.id and m.capacity == capacity for m in self.found
        ):
            return
        self.found.append(
            Membership(
                id="b0",
                group=group,
                member=member,
                capacity=capacity,
                evidence=evidence,
                rule=f"membership.{capacity}",
            )
        )

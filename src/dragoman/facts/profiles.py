"""Facts about an actor itself: founded, merged from, leader, based in."""

from __future__ import annotations

from spacy.tokens import Doc

from dragoman.facts.people import People
from dragoman.language import layout_of
from dragoman.schema import Participant, Profile

_FOUNDING = frozenset({"establish", "found", "form", "create", "set"})
_GROUPS = frozenset(
    {
        "armed group",
        "party",
        "intergovernmental organisation",
        "non-governmental organisation",
        "government body",
        "company",
        "media",
    }
)


class Profiles:
    """Profiles of one doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.people = People(doc)
        self.g = self.people.g
        self.found: list[Profile] = []

    def run(self) -> list[Profile]:
        """All profile facts in the body, in text order."""
        g = self.g
        for block in layout_of(self.doc).blocks:
            if block.kind != "body":
                continue
            for i in range(g.n):
                if (
                    block.start <= g.start[i] < block.end
                    and g.pos[i] == "VERB"
                    and g.tag[i] in ("VBN", "VBD")
                ):
                    if g.lemma[i] in _FOUNDING:
                        self._founded(i, block.start)
                    elif g.lemma[i] in ("base", "headquarter"):
                        self._based(i)
                    elif g.lemma[i] in ("lead", "head") and g.is_passive(i):
                        self._led(i)
        return [f.model_copy(update={"id": f"f{k}"}) for k, f in enumerate(self.found, 1)]

    def _subject(self, i: int, block: int | None = None) -> Participant | None:
        """The group that a passive or participle is about; a sentence without one is about the last named."""
        g = self.g
        for k in g.objects(i):
            for p in self.people.at(k):
                return p if self._is_group(p) else None
        if block is None or g.dep[i] != "ROOT":
            return None
        best: Participant | None = None
        first = g.start[g.sents[g.sent[i]][0]]
        for m in self.people.mentions.items:
            if block <= m.start < first and best is None:
                for a in m.actors:
                    if a.kind in _GROUPS:
                        best = Participant.of(a, (m.start, m.end))
        return best

    def _is_group(self, p: Participant) -> bool:
        return any(a.id == p.id and a.kind in _GROUPS for m in self.people.mentions.items for a in m.actors)

    def _founded(self, i: int, block: int) -> None:
        g = self.g
        if g.lemma[i] == "set" and "up" not in g.particles(i):
            return
        actor = self._subject(i, block)
        if actor is None:
            return
        sentence = g.sentence_span(i)
        time = self.people.time_near(i)
        if time is not None:
            value = (
                time.start
                if time.start == time.end
                else time.start[:4]
                if time.precision == "year"
                else time.start[:7]
            )
            self._add(actor, "founded", value, sentence, time=time)
        for name, k in g.prepositions(i):
            if name == "by" and g.lemma[k] == "merger":
                merged = g.prep_objects(k, "of")
                if merged:
                    start, end = g.start[g.left[merged[0]]], g.end[g.right[merged[0]]]
                    self._add(actor, "merged from", self.g.text[start:end], sentence)

    def _based(self, i: int) -> None:
        g = self.g
        actor = self._subject(i)
        places = g.prep_objects(i, "in", "at")
        if actor is not None and places:
            start, end = g.start[g.left[places[0]]], g.end[places[0]]
            self._add(actor, "based in", self.g.text[start:end], g.clause(i))

    def _led(self, i: int) -> None:
        g = self.g
        actor = self._subject(i)
        if actor is None:
            return
        for k in g.subjects(i):
            for p in self.people.at(k):
                self._add(actor, "leader", p.name, g.clause(i))

    def _add(
        self, actor: Participant, name: str, value: str, evidence: tuple[int, int], **extra: object
    ) -> None:
        self.found.append(
            Profile(
                id="f0",
                actor=actor,
                property=name,
                value=value,
                evidence=evidence,
                rule=f"profile.{name.replace(' ', '-')}",
                **extra,
            )
        )

"""A party's label for a group: by whom, since when ("recognised as terrorist in X and Y")."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from dragoman.actors import knowledge_base
from dragoman.facts.people import People
from dragoman.language import layout_of
from dragoman.schema import Designation, Participant

_VERBS = frozenset(
    [
        "recognize",
        "recognise",
        "designate",
        "list",
        "blacklist",
        "label",
        "brand",
        "declare",
        "consider",
        "classify",
        "deem",
        "ban",
        "outlaw",
        "forbid",
        "prohibit",
        "proscribe",
        "regard",
        "describe",
        "name",
        "add",
        "include",
        "put",
        "place",
        "return",
        "restore",
    ]
)
# These designate only by a list: `put it on the list of state sponsors of terrorism`.
_LISTING = frozenset(["put", "place", "return", "restore", "add", "include", "name"])
_BANS = frozenset(["ban", "outlaw", "forbid", "prohibit", "proscribe", "blacklist"])
_LABEL = re.compile(
    r"\b(terrorists?|extremists?)\b(?: (organi[sz]ations?|groups?|entit(?:y|ies)|movements?|lists?))?",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"\bterror(?:ist|ism)? (?:list|blacklist|designation)|list of (?:[\w-]+ )?(?:terrorist|terror\b|states?.sponsor)|"
    r"\bstates?.sponsors? of terror",
    re.IGNORECASE,
)
_SPONSOR = re.compile(r"\bstates?.sponsors?\b", re.IGNORECASE)
_TARGETS = frozenset(
    {
        "armed group",
        "party",
        "non-governmental organisation",
        "person",
        "company",
        "government body",
        "unnamed",
    }
)
_PARENTHESIS = re.compile(r"[(\[][^()\[\]]{5,160}[)\]]")


class Designations:
    """Designations of one doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.people = People(doc)
        self.g = self.people.g
        self.found: list[Designation] = []

    def run(self) -> list[Designation]:
        """All designations in the body, in text order."""
        g = self.g
        for block in layout_of(self.doc).blocks:
            if block.kind != "body":
                continue
            text = self.g.text[block.start : block.end]
            if not _LABEL.search(text) and not _LIST.search(text):
                continue
            for match in _PARENTHESIS.finditer(self.g.text, block.start, block.end):
                self._parenthesis(match)
            for i in range(g.n):
                if (
                    block.start <= g.start[i] < block.end
                    and g.lemma[i] in _VERBS
                    and g.pos[i] in ("VERB", "ADJ")
                ):
                    self._verb(i)
        self.found.sort(key=lambda d: d.evidence)
        return [d.model_copy(update={"id": f"d{k}"}) for k, d in enumerate(self.found, 1)]

    def _parenthesis(self, match: re.Match[str]) -> None:
        """`X (terrorist group banned in Russia)`: a label an editor put beside a name."""
        inside = match.group(0)
        if not _LABEL.search(inside) and "banned" not in inside and "forbidden" not in inside:
            return
        if not any(
            w in inside.lower()
            for w in ("ban", "forbid", "prohibit", "outlaw", "recogni", "designat", "proscrib")
        ):
            return
        by = self._states(match.start(), match.end())
        target = self._before(match.start())
        if by and target is not None:
            self._add(
                target,
                by,
                (target.span[0] if target.span else match.start(), match.end()),
                "designation.parenthesis",
            )

    def _before(self, offset: int) -> Participant | None:
        """The group named right before an offset."""
        best: Participant | None = None
        for m in self.people.mentions.items:
            if m.end <= offset and offset - m.end < 6:
                for a in m.actors:
                    if a.kind in _TARGETS:
                        best = Participant(
                            id=a.id, name=a.name, country=a.country, sector=a.sector, span=(m.start, m.end)
                        )
        return best

    def _states(self, start: int, end: int) -> list[Participant]:
        """States and organisations named in a stretch: mentions, and places that are states."""
        out = {p.id: p for p in self.people.within(start, end) if self._can_designate(p)}
        for place in self.doc._.places or ():
            if start <= place.start and place.end <= end and place.place.country:
                state = knowledge_base().state(place.place.country)
                if state is not None and state.name == place.place.name:
                    out.setdefault(
                        state.id,
                        Participant(
                            id=state.id,
                            name=state.name,
                            country=state.country,
                            sector=state.sector,
                            span=(place.start, place.end),
                        ),
                    )
        return sorted(out.values(), key=lambda p: p.span or (0, 0))

    def _can_designate(self, p: Participant) -> bool:
        return p.sector in ("GOV", "IGO", "LEG", "JUD", "MIL") or (p.sector is None and p.country is not None)

    def _verb(self, i: int) -> None:
        g = self.g
        start, end = g.sentence_span(i)
        sentence = self.g.text[start:end]
        if not _LABEL.search(sentence) and not _LIST.search(sentence):
            return
        if g.is_negated(i) or any(
            g.lower[a] in ("would", "could", "may", "might", "should", "will") for a in g.auxiliaries(i)
        ):
            return
        labelled = self._label(i)
        if not labelled and g.lemma[i] not in _BANS:
            return
        targets = [p for k in g.objects(i) for p in self.people.at(k)]
        by = [p for k in g.subjects(i) for p in self.people.at(k)]
        intransitive = not g.is_passive(i) and not g.objects(i)
        if (
            intransitive
        ):  # translationese drops the auxiliary: "The IG recognized as a terrorist organization in"
            targets, by = by, []
        targets = [t for t in targets if not self._can_designate(t) or t.sector in ("MIL",)] or targets
        by = [b for b in by if self._can_designate(b)]
        if not by and (g.is_passive(i) or intransitive):
            by = [s for s in self._states(g.end[i], end) if s.id not in {t.id for t in targets}]
        for target in targets[:1] if len(targets) == 1 else targets:
            if by and target.id not in {b.id for b in by}:
                self._add(target, by, (start, end), "designation.verb")

    def _label(self, i: int) -> bool:
        """Whether a terrorist label hangs on the verb: `as`, predicate, or `on its list of`."""
        g = self.g
        first, last = g.left[i], g.right[i]
        if _LIST.search(g.text[g.start[first] : g.end[last]]):
            return True
        return g.lemma[i] not in _LISTING and bool(_LABEL.search(g.text[g.start[i] : g.end[last]]))

    def _add(self, target: Participant, by: list[Participant], evidence: tuple[int, int], rule: str) -> None:
        text = self.g.text[evidence[0] : evidence[1]]
        extremist = "extremist" in text.lower() and "terror" not in text.lower()
        label = "extremist organisation" if extremist else "terrorist organisation"
        if target.id == target.country and _SPONSOR.search(text):
            label = "state sponsor of terrorism"
        dated = [
            t.time
            for t in self.doc._.times or ()
            if evidence[0] <= t.start < evidence[1] and t.time.precision in ("day", "week", "month", "year")
        ]
        self.found.append(
            Designation(
                id="d0",
                target=target,
                label=label,
                by=by,
                time=dated[0] if dated else None,
                evidence=evidence,
                rule=rule,
            )
        )

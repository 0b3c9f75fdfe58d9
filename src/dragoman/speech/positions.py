"""Where each party stands: supports, opposes, demands, doubts, read from statements and acts.

A position always has the statement or event that shows it; a plain report gives none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.datafiles import read_yaml
from dragoman.language import Grammar, grammar
from dragoman.schema import Event, Issue, Participant, Position, Stance, Statement
from dragoman.speech.speakers import speaker_at

if not Doc.has_extension("positions"):
    Doc.set_extension("positions", default=None)

_ARTICLE = re.compile(
    r"^(?:the|a|an|this|that|these|those|its|his|her|their|our|any|all|such|new)\s+", re.IGNORECASE
)
# Acts that show a stance by themselves. A promise, a threat, a concession or a signature does not: who makes it may
# be made to (on the development gold 2 of 19 positions read from these were an analyst's).
_BY_ACT: dict[str, Stance] = {
    "SUPPORT": "supports",
    "REQUEST": "demands",
    "REJECT": "opposes",
    "ACCUSE": "opposes",
}
# Readiness and offers are a party's own wish, unlike promises that it may have been made to give.
_WILLING = frozenset({"agree.readiness", "agree.ready", "agree.offer"})
# Verbs whose object is the issue even when it is somebody: `recognised Guaido as president`.
_OF_SOMEBODY = frozenset({"recognise", "recognize", "back", "endorse", "support"})
_SHORTEST, _LONGEST = 3, 110  # characters of an issue's label


@lru_cache(maxsize=1)
def stances() -> dict[str, dict[str, frozenset[str]]]:
    """Stance words by stance: verbs, adjectives and nouns, from `data/stances.yml`."""
    raw: dict[str, Any] = read_yaml(resources.files("dragoman.speech") / "data" / "stances.yml")
    return {
        stance: {kind: frozenset(words) for kind, words in table.items() if kind != "__line__"}
        for stance, table in raw.items()
        if stance != "__line__"
    }


@lru_cache(maxsize=1)
def _issues() -> list[tuple[re.Pattern[str], Issue]]:
    raw: dict[str, Any] = read_yaml(resources.files("dragoman.speech") / "data" / "issues.yml")
    out = []
    for id_, item in raw.items():
        if id_ == "__line__":
            continue
        pattern = "|".join(item["wordings"])
        out.append((re.compile(pattern, re.IGNORECASE), Issue(id=id_, label=item["label"])))
    return out


def issue_of(phrase: str) -> Issue | None:
    """The canonical issue of a phrase: a known one when its wording is known, else the phrase itself."""
    label = " ".join(phrase.split()).strip(" ,.;:–—-\"'“”«»")
    while (m := _ARTICLE.match(label)) is not None:
        label = label[m.end() :]
    if not len(label) >= _SHORTEST:
        return None
    for pattern, issue in _issues():
        if pattern.search(label):
            return issue
    if len(label) > _LONGEST:
        label = label[:_LONGEST].rsplit(" ", 1)[0]
    slug = re.sub(r"[^a-z0-9]+", "-", label.lower()).strip("-")
    return Issue(id=slug[:60].strip("-"), label=label) if slug else None


class Positions:
    """Positions of one doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.g: Grammar = grammar(doc)
        self.events: list[Event] = doc._.events or []
        self.statements: list[Statement] = doc._.statements or []
        self.found: list[Position] = []
        self._seen: set[tuple[str, str, int]] = set()

    def run(self) -> list[Position]:
        """All positions, in text order."""
        for event in self.events:
            self._from_event(event)
        for i in range(self.g.n):
            self._from_verb(i)
        self.found.sort(key=lambda p: p.evidence)
        return [p.model_copy(update={"id": f"p{k}"}) for k, p in enumerate(self.found, 1)]

    def _token_at(self, offset: int) -> int | None:
        g = self.g
        return next((i for i in range(g.n) if g.start[i] <= offset < g.end[i]), None)

    def _from_event(self, event: Event) -> None:
        stance = _BY_ACT.get(event.act)
        if event.rule in _WILLING:
            stance = "supports"
        if stance is None or event.status not in ("actual", "historical"):
            return
        # An allegation is about what was done; only disapproval is about an issue.
        if (event.act == "ACCUSE" and event.mode != "disapprove") or event.rule == "support.sign":
            return
        token = self._token_at(event.trigger[0])
        if token is None:
            return
        phrase = self._content(token)
        if phrase is None:
            return
        for holder in event.actors:
            if holder.sector != "UAF":
                self._add(holder, phrase, stance, event.id, event.evidence, event.rule)

    def _content(self, i: int) -> tuple[int, int] | None:
        """The phrase that an act is about: complement, object or prepositional object of its predicate."""
        g = self.g
        if g.lemma[i] == "be":  # "said that the referendum is illegitimate"
            return next(((g.start[g.left[s]], g.end[g.right[s]]) for s in g.subjects(i)), None)
        for c in g.complements(i):
            return g.start[self._first(c)], g.end[g.right[c]]
        for name in ("for", "to", "on", "of", "over", "about", "against"):
            for k in g.prep_objects(i, name):
                if not self._names_party(k) and not self._dated(k):
                    return g.start[g.left[k]], g.end[g.right[k]]
        if g.is_verb(i):
            for k in g.objects(i):
                if not self._names_party(k) or g.lemma[i] in _OF_SOMEBODY:
                    return g.start[g.left[k]], g.end[g.right[k]]
        return None

    def _first(self, clause: int) -> int:
        g = self.g
        first = g.left[clause]
        while first < clause and (g.lower[first] in ("to", "that") or g.pos[first] == "PUNCT"):
            first += 1
        return first

    def _dated(self, i: int) -> bool:
        """Whether a token is part of a date."""
        return any(t.first <= i <= t.last for t in self.doc._.times or ())

    def _names_party(self, i: int) -> bool:
        mention = self.doc._.mentions.headed(i)
        return mention is not None and bool(mention.actors)

    def _from_verb(self, i: int) -> None:
        """Stance verbs and phrases that are no PLOVER act: hopes for, doubts, sees no sense in."""
        g = self.g
        if g.pos[i] not in ("VERB", "ADJ", "NOUN"):
            return
        kind = {"VERB": "verbs", "ADJ": "adjectives", "NOUN": "nouns"}[g.pos[i]]
        lemma = g.lemma[i]
        for stance, table in stances().items():
            if lemma not in table.get(kind, ()):
                continue
            if kind == "verbs":
                self._stance_verb(i, stance)  # type: ignore[arg-type]
            elif kind == "nouns":
                self._stance_noun(i, stance)  # type: ignore[arg-type]

    def _stance_verb(self, i: int, stance: Stance) -> None:
        g = self.g
        phrase = self._content(i)
        holders = self._holders(g.subjects(i), i)
        if phrase is None or not holders:
            return
        if g.is_negated(i):
            stance = "opposes" if stance in ("supports", "demands") else "supports"
        for holder in holders:
            self._add(holder, phrase, stance, self._by(i), g.sentence_span(i), f"position.{g.lemma[i]}")

    def _stance_noun(self, i: int, stance: Stance) -> None:
        """`sees no sense in`, `reaffirmed the need for`, `expressed support for`."""
        g = self.g
        v = g.head[i]
        if g.dep[i] != "dobj" or not g.is_verb(v):
            return
        targets = [k for n in ("for", "of", "in", "to") for k in g.prep_objects(i, n)]
        targets += g.complements(i)
        if not targets:
            targets = [k for n in ("in", "on") for k in g.prep_objects(v, n) if not self._names_party(k)]
        holders = self._holders(g.subjects(v), v)
        if not targets or not holders:
            return
        negated = g.is_negated(v) or any(g.lower[c] == "no" for c in g.children[i])
        if stance == "doubts" and not negated:
            return
        if negated and stance in ("supports", "demands"):
            stance = "opposes"
        k = targets[0]
        for holder in holders:
            self._add(
                holder,
                (g.start[self._first(k)], g.end[g.right[k]]),
                stance,
                self._by(v),
                g.sentence_span(i),
                f"position.{g.lemma[i]}",
            )

    def _holders(self, subjects: list[int], cue: int) -> list[Participant]:
        g = self.g
        out: list[Participant] = []
        for s in subjects:
            if g.lower[s] in ("we", "i"):
                by = next(
                    (x for x in self.statements if any(a <= g.start[s] < b for a, b in x.content)), None
                )
                if by is not None and by.speaker is not None:
                    out.append(by.speaker)
                continue
            mention = self.doc._.mentions.headed(s)
            if mention is None:
                continue
            for a in mention.actors:
                out.append(
                    Participant(
                        id=a.id,
                        name=a.name,
                        country=a.country,
                        sector=a.sector,
                        span=(mention.start, mention.end),
                    )
                )
        if not out and not subjects:  # "In Moscow do not see sense": the metonym is in a locative
            for p, k in g.prepositions(cue):
                mention = self.doc._.mentions.headed(k)
                if p in ("in", "at") and mention is not None and k < cue:
                    found = speaker_at(g, self.doc._.mentions, k)
                    out += [
                        Participant(id=a.id, name=a.name, country=a.country, sector=a.sector, span=found.span)
                        for a in found.actors
                        if a.kind in ("state", "government body")
                    ]
                    break
        return out

    def _by(self, i: int) -> str | None:
        offset = self.g.start[i]
        for s in self.statements:
            if s.cue is not None and s.cue[0] == offset:
                return s.id
        for s in self.statements:
            if any(a <= offset < b for a, b in s.content) or s.evidence[0] <= offset < s.evidence[1]:
                return s.id
        return None

    def _add(
        self,
        holder: Participant,
        phrase: tuple[int, int],
        stance: Stance,
        by: str | None,
        evidence: tuple[int, int],
        rule: str,
    ) -> None:
        issue = issue_of(self.g.text[phrase[0] : phrase[1]])
        if issue is None:
            return
        key = (holder.id, stance, self._sentence(phrase[0]))
        if key in self._seen:
            return
        self._seen.add(key)
        span = (min(evidence[0], phrase[0]), max(evidence[1], phrase[1]))
        self.found.append(
            Position(id="p0", holder=holder, issue=issue, stance=stance, by=by, evidence=span, rule=rule)
        )

    def _sentence(self, offset: int) -> int:
        token = self._token_at(offset)
        return self.g.sent[token] if token is not None else -1


@Language.component(
    "dragoman_positions",
    requires=["doc._.statements", "doc._.events", "doc._.mentions"],
    assigns=["doc._.positions"],
)
def set_positions(doc: Doc) -> Doc:
    """Write `doc._.positions`."""
    doc._.positions = Positions(doc).run()
    return doc

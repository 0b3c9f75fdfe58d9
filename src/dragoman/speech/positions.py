"""Where each party stands: supports, opposes, demands, doubts, read from statements and acts.

A position always has the statement or event that shows it; a plain report gives none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.datafiles import read_yaml
from dragoman.language import Grammar, grammar
from dragoman.schema import Event, Issue, Participant, Position, Stance, Statement
from dragoman.speech.speakers import government_at

if not Doc.has_extension("positions"):
    Doc.set_extension("positions", default=None)

_ARTICLE = re.compile(
    r"^(?:the|a|an|this|that|these|those|its|his|her|their|our|any|all|such|new)\s+", re.IGNORECASE
)
_LEAD = re.compile(r"^(?:need|necessity|importance|willingness|readiness) (?:for|of|to) ", re.IGNORECASE)
# Verbs whose object is the issue even when it is somebody: `recognised Guaido as president`.
_OF_SOMEBODY = frozenset({"recognise", "recognize", "back", "endorse", "support"})
_SHORTEST, _LONGEST = 3, 110  # characters of an issue's label
_ENDS = frozenset({",", ";", ":", "–", "—"})
_STANCES: tuple[Stance, ...] = ("supports", "opposes", "demands", "doubts")
_TURNED: dict[Stance, Stance] = {
    "supports": "opposes",
    "demands": "opposes",
    "opposes": "supports",
    "doubts": "supports",
}


@dataclass(frozen=True, slots=True)
class Stances:
    """Stance words by how they take their issue; `data/stances.yml` says what each list means."""

    words: dict[str, dict[str, tuple[Stance, ...]]]  # kind of list -> word -> stances
    prepositions: dict[str, dict[str, Stance]]  # verb -> preposition -> stance
    adjectives: dict[str, dict[str, Stance]]
    phrases: dict[str, Stance]
    acts: dict[str, Stance]
    rules: dict[str, Stance]
    lists: dict[str, frozenset[str]]
    nominal: dict[str, str]

    def of(self, kind: str, word: str) -> Stance | None:
        """The stance of a word in the lists of a kind."""
        return next(iter(self.words[kind].get(word, ())), None)


@lru_cache(maxsize=1)
def stances() -> Stances:
    """The stance words of `data/stances.yml`."""
    raw: dict[str, Any] = read_yaml(resources.files("dragoman.speech") / "data" / "stances.yml")
    kinds = ("verbs", "clauses", "nouns", "denied", "denied_nouns", "judgements", "wished", "conditions")
    words: dict[str, dict[str, tuple[Stance, ...]]] = {kind: {} for kind in kinds}
    prepositions: dict[str, dict[str, Stance]] = {}
    adjectives: dict[str, dict[str, Stance]] = {}
    phrases: dict[str, Stance] = {}
    for stance in _STANCES:
        for kind in kinds:
            for word in raw[stance].get(kind, ()):
                words[kind][word] = (*words[kind].get(word, ()), stance)
        for kind, taken in (("prepositions", prepositions), ("adjectives", adjectives)):
            for word, after in raw[stance].get(kind, {}).items():
                if word != "__line__":
                    taken.setdefault(word, {}).update(dict.fromkeys(after, stance))
        phrases |= dict.fromkeys(raw[stance].get("phrases", ()), stance)

    def table(name: str) -> dict[str, Any]:
        return {k: v for k, v in raw[name].items() if k != "__line__"}

    names = ("no_stance", "qualities", "praising", "leaving", "leading", "urgent", "light", "bare")
    return Stances(
        words,
        prepositions,
        adjectives,
        phrases,
        table("acts"),
        table("rules"),
        {n: frozenset(raw[n]) for n in names},
        table("nominal"),
    )


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
    while (m := _ARTICLE.match(label) or _LEAD.match(label)) is not None:
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
        self.words = stances()
        self._seen: set[tuple[str, int, int]] = set()
        self._told: set[tuple[str, int, str]] = set()  # holder, sentence, issue

    def run(self) -> list[Position]:
        """All positions, in text order."""
        for event in self.events:
            self._from_event(event)
        for i in range(self.g.n):
            self._from_word(i)
        for statement in self.statements:
            if statement.rule == "speech.judgement":
                self._from_judgement(statement)
        self._from_conditions()
        self.found.sort(key=lambda p: p.evidence)
        return [p.model_copy(update={"id": f"p{k}"}) for k, p in enumerate(self.found, 1)]

    def _token_at(self, offset: int) -> int | None:
        g = self.g
        return next((i for i in range(g.n) if g.start[i] <= offset < g.end[i]), None)

    # Acts ----------------------------------------------------------------------------------

    def _from_event(self, event: Event) -> None:
        g, words = self.g, self.words
        stance = words.rules.get(event.rule) or words.acts.get(event.act)
        if (
            stance is None
            or event.status not in ("actual", "historical")
            or event.rule in words.lists["no_stance"]
        ):
            return
        # An allegation is about what was done; only disapproval is about an issue.
        if event.act == "ACCUSE" and event.mode != "disapprove":
            return
        token = self._token_at(event.trigger[0])
        if token is None or g.lemma[token] in words.lists["praising"]:
            return
        if event.rule in words.rules and (g.is_negated(token) or g.is_negated(g.head[token])):
            stance = _TURNED[stance]
        if g.lemma[token] == "insist" and not self._urgent(token):
            return
        object_ = self._content(token, event.act)
        if object_ is None or g.lemma[object_] in words.lists["qualities"] or self._relative(token):
            return
        if event.act == "ACCUSE" and g.pos[object_] == "PROPN" and g.left[object_] == g.right[object_]:
            return
        if stance == "demands" and g.lemma[object_] in words.lists["leaving"]:
            inner = next(
                iter([*g.objects(object_), *g.prep_objects(object_, "from", "of"), *g.complements(object_)]),
                None,
            )
            if inner is not None:
                object_, stance = inner, "opposes"
        holders = [h for h in event.actors if h.sector != "UAF" and self._known(h)]
        if (
            stance == "demands"
            and len(holders) > 1
            and g.lemma[object_] in ("need", "necessity", "importance")
        ):
            stance = "supports"  # what all the parties call needed they agree on
        for holder in holders:
            self._add(holder, object_, stance, event.id, event.evidence, event.rule)

    def _known(self, holder: Participant) -> bool:
        """Whether a holder is somebody: a name or a state stands behind it."""
        return holder.country is not None or not any(
            a.kind == "unnamed" for m in self.doc._.mentions.items for a in m.actors if a.id == holder.id
        )

    def _urgent(self, verb: int) -> bool:
        """Whether a verb of insisting demands something: `insists on`, `insists that they must`."""
        g = self.g
        if g.prep_objects(verb, "on", "upon") or any(g.lower[c] in ("on", "upon") for c in g.children[verb]):
            return True
        return any(
            g.lower[k] in self.words.lists["urgent"]
            for c in g.all_children(verb, "ccomp")
            for k in g.children[c]
        )

    def _relative(self, verb: int) -> bool:
        """Whether the issue of a verb is only the noun that its relative clause tells apart: `the wording which they demanded`."""
        g = self.g
        return (
            g.dep[verb] in ("relcl", "acl")
            and any(
                (g.dep[c] in ("dobj", "nsubjpass") and g.lower[c] in ("which", "that", "whom", "whose"))
                or g.lower[g.left[c]] == "whose"
                for c in g.children[verb]
            )
        ) or (
            g.dep[verb] == "relcl"
            and not any(
                c > verb and g.dep[c] in ("dobj", "ccomp", "xcomp", "prep", "oprd") for c in g.children[verb]
            )
        )

    def _content(self, i: int, act: str) -> int | None:
        """The head of what an act is about: complement, object or prepositional object of its predicate."""
        g = self.g
        if g.lemma[i] == "be":  # "said that the referendum is illegitimate"
            return next(iter(g.subjects(i)), None)
        for c in g.complements(i):
            if c < i:
                continue  # a clause before it is another one's
            if not g.is_verb(c) or g.lemma[c] not in ("name", "identify"):
                return c
            return None
        for name in ("for", "on", "of", "over", "about", "against", "to"):
            if name == "of" and not g.is_verb(i) and act == "REQUEST":
                continue  # whose the request is
            for k in g.prep_objects(i, name):
                if (
                    not self._names_party(k)
                    and not self._dated(k)
                    and g.lemma[k] not in ("people", "citizen")
                ):
                    return k
        if g.is_verb(i):
            for k in g.objects(i):
                if not self._names_party(k) or g.lemma[i] in _OF_SOMEBODY:
                    return k
        return None

    def _dated(self, i: int) -> bool:
        """Whether a token is part of a date."""
        return any(t.first <= i <= t.last for t in self.doc._.times or ())

    def _placed(self, i: int) -> bool:
        """Whether a token is part of the name of a place."""
        return any(p.first <= i <= p.last for p in self.doc._.places or ())

    def _names_party(self, i: int) -> bool:
        mention = self.doc._.mentions.headed(i)
        return mention is not None and bool(mention.actors)

    # Words ----------------------------------------------------------------------------------

    def _from_word(self, i: int) -> None:
        """Stance words and phrases that are no PLOVER act: hopes for, doubts, sees no sense in, is against."""
        g, words = self.g, self.words
        lemma, pos = g.lemma[i], g.pos[i]
        if pos == "VERB" and g.dep[i] not in ("amod", "compound"):
            self._from_verb(i, lemma)
        if pos in ("AUX", "VERB") and lemma == "be":
            self._from_copula(i)
        elif pos == "NOUN" and (lemma in words.words["nouns"] or lemma in words.words["denied_nouns"]):
            self._from_noun(i, lemma)
        elif g.lower[i] in words.adjectives and pos in ("ADJ", "VERB") and g.tag[i] in ("JJ", "VBN"):
            self._from_adjective(i, g.lower[i])

    def _from_verb(self, i: int, lemma: str) -> None:
        g, words = self.g, self.words
        if g.dep[i] == "acl" and g.tag[i] == "VBN":
            return
        negated = g.is_negated(i)
        if negated and lemma in words.words["denied"]:
            holders = self._holders(g.subjects(i), i) or self._speakers(i)
            inner = next(
                iter([*g.objects(i), *(c for c in g.all_children(i, "ccomp", "csubj", "xcomp"))]), None
            )
            self._take(holders, inner, "opposes", i)
            return
        if g.is_passive(i) and g.child(i, "agent") is None:
            return
        stance = words.of("wished", lemma)
        if stance is not None and not negated:
            for c in g.children[i]:
                if (
                    c > i
                    and g.dep[c] in ("ccomp", "xcomp")
                    and g.child(c, "nsubj", "nsubjpass") is not None
                    and g.tag[c] in ("VB", "VBN")
                ):
                    self._take(self._holders(g.subjects(i), i), c, stance, i)
                    return
        stance, object_ = self._issue_of_verb(i, lemma)
        if stance is None or object_ is None or g.lemma[object_] in words.lists["qualities"]:
            return
        if negated:
            stance = _TURNED[stance]
        self._take(self._holders(g.subjects(i), i), object_, stance, i)

    def _issue_of_verb(self, i: int, lemma: str) -> tuple[Stance | None, int | None]:
        """What stance a verb takes, and the head of what it takes it towards."""
        g, words = self.g, self.words
        for name, stance in words.prepositions.get(lemma, {}).items():
            after = [k for k in g.prep_objects(i, name) if not self._dated(k)]
            after += [k for c in g.children[i] if g.lower[c] == name for k in g.all_children(c, "pcomp")]
            if after:
                return stance, after[0]
        if (own := words.of("verbs", lemma)) is not None:
            objects = [k for k in g.objects(i) if not self._names_party(k) or lemma in _OF_SOMEBODY]
            if not objects and own == "doubts":
                objects = g.complements(i)
            return own, next(iter(objects), None)
        return words.of("clauses", lemma), g.child(i, "ccomp")

    def _from_noun(self, i: int, lemma: str) -> None:
        """`sees no sense in`, `reaffirmed the need for`, `expressed support for`."""
        g, words = self.g, self.words
        v = g.head[i]
        if g.dep[i] != "dobj" or not g.is_verb(v) or g.lemma[v] not in words.lists["light"]:
            return
        targets = [
            k for n in ("for", "of", "to", "about", "over", "in", "with", "at") for k in g.prep_objects(i, n)
        ]
        targets += g.complements(i)
        if not targets:
            near = [k for n in ("in", "on") for k in g.prep_objects(v, n)]
            near += [m for k in g.prep_objects(v, "in") for m in g.prep_objects(k, "in", "on")]
            near += [
                m
                for p in g.all_children(v, "prep")
                for c in g.all_children(p, "prep")
                for m in g.all_children(c, "pobj")
            ]
            targets = [k for k in near if not self._names_party(k) and not self._placed(k)]
        negated = g.is_negated(v) or any(g.lower[c] == "no" for c in g.children[i])
        stance = words.of("denied_nouns", lemma) if negated else words.of("nouns", lemma)
        if stance is None and negated and (own := words.of("nouns", lemma)) is not None:
            stance = _TURNED[own]
        holders = self._holders(g.subjects(v), v)
        if stance == "demands" and len(holders) > 1:
            stance = "supports"
        if stance is not None:
            self._take(holders, targets[0] if targets else None, stance, v, i)

    def _from_adjective(self, i: int, word: str) -> None:
        """`is ready for talks`, `was opposed to the plan`."""
        g, words = self.g, self.words
        be = g.head[i] if g.dep[i] in ("acomp", "oprd", "attr") else i
        if g.pos[i] == "VERB" and be == i and g.child(i, "auxpass") is None:
            return
        if be != i and not g.is_verb(be):
            return
        for name, stance in words.adjectives.get(word, {}).items():
            for k in g.prep_objects(i, name):
                turned = _TURNED[stance] if g.is_negated(be) else stance
                self._take(self._holders(g.subjects(be) or g.objects(be), be), k, turned, i)
                return

    def _from_copula(self, be: int) -> None:
        """`is against the treaty`; inside a statement `the referendum is illegitimate`, whose source judges it so."""
        g, words = self.g, self.words
        subjects = g.subjects(be)
        for p in g.all_children(be, "prep"):
            for phrase, stance in words.phrases.items():
                parts = phrase.split()
                if [g.lower[k] for k in range(p, min(p + len(parts), g.n))] == parts:
                    object_ = g.child(p + len(parts) - 1, "pobj", "pcomp")
                    self._take(
                        self._holders(subjects, be),
                        object_,
                        _TURNED[stance] if g.is_negated(be) else stance,
                        p,
                    )
                    return
        for c in g.all_children(be, "acomp", "attr"):
            judged = words.of("judgements", g.lemma[c])
            if (
                judged is None
                or not subjects
                or self._names_party(subjects[0])
                or g.is_negated(be)
                or g.auxiliaries(be)
            ):
                continue
            self._take(self._speakers(be), subjects[0], judged, be)

    def _from_conditions(self) -> None:
        """`no deal unless the rebels leave`: who says so demands it."""
        g = self.g
        for i in range(g.n):
            if g.dep[i] != "mark" or g.lower[i] not in ("unless", "if"):
                continue
            if g.lower[i] == "if" and (i == 0 or g.lower[i - 1] != "only"):
                continue
            self._take(self._speakers(i), g.head[i], "demands", i)

    def _take(
        self, holders: list[Participant], object_: int | None, stance: Stance, cue: int, at: int | None = None
    ) -> None:
        """Write down a stance of each holder towards what the token heads."""
        if object_ is None:
            return
        word = self.g.lemma[cue if at is None else at]
        for holder in holders:
            if self._known(holder):
                self._add(
                    holder, object_, stance, self._by(cue), self.g.sentence_span(cue), f"position.{word}"
                )

    def _from_judgement(self, statement: Statement) -> None:
        """`called the vote illegitimate`, `described the use of force as "disastrous"`."""
        g, words = self.g, self.words
        cue = self._token_at(statement.cue[0]) if statement.cue is not None else None
        if cue is None or statement.speaker is None or g.is_negated(cue):
            return
        inside = [i for i in range(g.n) if statement.content[0][0] <= g.start[i] < statement.content[-1][1]]
        judged = next(
            (w for i in reversed(inside) if (w := words.of("judgements", g.lemma[i])) is not None), None
        )
        if judged is None or any(g.lower[i] in ("not", "no") for i in inside):
            return
        objects = [o for o in g.objects(cue) if o not in inside[-1:] and not self._names_party(o)]
        objects += [o for c in g.all_children(cue, "ccomp") for o in g.all_children(c, "nsubj")]
        if objects and g.pos[objects[0]] in ("NOUN", "PROPN"):
            for holder in statement.speakers or [statement.speaker]:
                if self._known(holder):
                    self._add(
                        holder, objects[0], judged, statement.id, statement.evidence, "position.judgement"
                    )

    def _speakers(self, i: int) -> list[Participant]:
        """Whose words a token stands in: the sources of the smallest statement that holds it."""
        offset = self.g.start[i]
        holding = [
            (s.content[-1][1] - s.content[0][0], k)
            for k, s in enumerate(self.statements)
            if any(a <= offset < b for a, b in s.content)
        ]
        if not holding:
            return []
        s = self.statements[min(holding)[1]]
        return list(s.speakers) or ([s.speaker] if s.speaker is not None else [])

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
        if not out and not subjects and (seat := government_at(g, self.doc, cue)) is not None:
            out += [
                Participant(id=a.id, name=a.name, country=a.country, sector=a.sector, span=seat.span)
                for a in seat.actors
            ]
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

    def _in_clause(self, clause: int) -> int:
        """What a clause is about: what its subject is to lead to, or bring, else the subject itself."""
        g = self.g
        goals = g.prep_objects(clause, "to", "in") if g.lemma[clause] in self.words.lists["leading"] else []
        goals += list(g.all_children(clause, "dobj"))
        goals += list(g.all_children(clause, "nsubj", "nsubjpass"))
        return goals[0] if goals else clause

    def _phrase(self, object_: int, *, hoped: bool = False) -> str | None:
        """The words that name an issue: a noun phrase without its relative clause, or an act by its noun."""
        g, words = self.g, self.words
        if (
            {g.lemma[object_], g.lower[object_]} & words.lists["bare"]
            and g.left[object_] >= object_ - 1
            and g.right[object_] == object_
        ):
            return None
        if hoped or g.lemma[object_] == "be":
            object_ = self._in_clause(object_)
        subject = g.child(object_, "nsubj", "nsubjpass")
        if g.pos[object_] in ("PRON", "AUX") or (subject is not None and g.pos[subject] == "PRON"):
            return None
        if g.lower[g.left[object_]] in ("what", "how", "who", "why", "whose"):
            return None
        first, last = g.left[object_], g.right[object_]
        while first < object_ and (
            g.lower[first] in ("to", "that", "and", "in", "unless", "if", "only")
            or g.pos[first] in ("PUNCT", "SPACE")
        ):
            first += 1
        for c in g.children[object_]:
            if c > object_ and g.dep[c] in ("relcl", "appos", "advcl", "parataxis") and g.left[c] > object_:
                last = min(last, g.left[c] - 1)
        mark = next(
            (
                k
                for k in range(object_ + 1, last + 1)
                if g.lower[k] in _ENDS or (g.pos[object_] == "NOUN" and g.lower[k] in ('"', "“"))
            ),
            None,
        )
        if mark is not None:
            last = mark - 1
        if g.is_verb(object_) and g.tag[object_] == "VB" and first == object_:
            goal = next((o for o in g.all_children(object_, "dobj")), None)
            if goal is not None and g.pos[goal] == "PRON":
                return None
            name = words.nominal.get(g.lemma[object_])
            if name is not None and goal is not None and g.left[goal] == object_ + 1:
                begin, end = g.start[object_ + 1], g.end[max(last, object_ + 1)]
                return f"{name if ' ' in name else name + ' of'} {g.text[begin:end]}"
        return g.text[g.start[first] : g.end[max(last, first)]]

    def _add(
        self,
        holder: Participant,
        object_: int,
        stance: Stance,
        by: str | None,
        evidence: tuple[int, int],
        rule: str,
    ) -> None:
        g = self.g
        words = self._phrase(object_, hoped=rule == "position.hope" and g.is_verb(object_))
        issue = issue_of(words) if words is not None else None
        if issue is None or (
            self._names_party(object_) and g.left[object_] == g.right[object_] and g.pos[object_] == "PRON"
        ):
            return
        key = (holder.id, g.sent[object_], object_)
        if key in self._seen or any(
            h == holder.id and s == g.sent[object_] and i == issue.id for h, s, i in self._told
        ):
            return
        self._seen.add(key)
        self._told.add((holder.id, g.sent[object_], issue.id))
        span = (min(evidence[0], g.start[g.left[object_]]), max(evidence[1], g.end[object_]))
        self.found.append(
            Position(id="p0", holder=holder, issue=issue, stance=stance, by=by, evidence=span, rule=rule)
        )


@Language.component(
    "dragoman_positions",
    requires=["doc._.statements", "doc._.events", "doc._.mentions"],
    assigns=["doc._.positions"],
)
def set_positions(doc: Doc) -> Doc:
    """Write `doc._.positions`."""
    doc._.positions = Positions(doc).run()
    return doc

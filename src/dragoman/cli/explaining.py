"""`dragoman explain`: why a fact was read, and why a sentence has no event."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from rich.console import Console
from spacy.tokens import Doc

from dragoman.cli.reading import Request, report_layers, source_options
from dragoman.cli.terminal import figure, people, shown
from dragoman.coding import CodingComponent
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.refusals import silences
from dragoman.errors import DocumentError, RunError
from dragoman.knowledge import describe
from dragoman.language import Grammar, grammar
from dragoman.language.numerals import CARDINALS, MULTIPLES, ORDINALS
from dragoman.reader import Reader, assemble
from dragoman.schema import Document, Event, Mention, Participant, Reading, Statement
from dragoman.sources import SourceOptions, open_documents, told_apart

KINDS = (
    "events",
    "statements",
    "positions",
    "counts",
    "agreements",
    "designations",
    "memberships",
    "profiles",
    "mentions",
)
Span = tuple[int, int]
_FACT = re.compile(r"[a-z]\d+")  # the id of a fact
LISTED = 5  # ids of a file's documents that are told
NEAREST = 3  # refusals of a sentence, and senses of a word, that are written out for people

# What a fact without a trigger of its own is known by: lemmas looked for in its evidence, by rule or its family.
_TELLTALE = {
    "agreement": "treaty agreement accord pact convention declaration deal ceasefire cease-fire truce armistice "
    "protocol memorandum charter resolution jcpoa",
    "designation": "terrorist terror designate recognise recognize label list declare classify ban forbid outlaw "
    "prohibit proscribe blacklist",
    "membership": "member chair co-chair guarantor founder observer partner join accede",
    "profile.founded": "establish found form create set",
    "profile.merged-from": "merger merge",
    "profile.leader": "lead head command leader head",
    "profile.based-in": "base headquarter",
}
_ROLES = (
    ("actor", "actors"),
    ("recipient", "recipients"),
    ("speaker", "speaker"),
    ("addressee", "addressees"),
    ("holder", "holder"),
    ("participant", "participants"),
    ("party", "parties"),
    ("target", "target"),
    ("by", "by"),
    ("group", "group"),
    ("member", "member"),
    ("actor", "actor"),
)
_MANNERS = {
    "direct": "the content stands in quotation marks",
    "mixed": "the content is partly in quotation marks",
    "indirect": "the content stands in the reporter's words",
}


def facts_of(reading: Reading) -> dict[str, Any]:
    """Every fact and mention of a reading by its id."""
    return {item.id: item for kind in KINDS for item in getattr(reading, kind)}


def ranges(ids: Iterable[str]) -> str:
    """Ids in short: `e1 to e14, s1, p1 to p3`."""
    last: dict[str, list[str]] = {}
    for id_ in ids:
        last.setdefault(id_.rstrip("0123456789"), []).append(id_)
    return ", ".join(g[0] if len(g) == 1 else f"{g[0]} to {g[-1]}" for g in last.values()) or "no facts"


class Explainer:
    """Explains the facts of one annotated doc."""

    def __init__(self, doc: Doc, lexicon: Lexicon | None = None) -> None:
        self.doc, self.lexicon = doc, lexicon
        self.reading = assemble(doc)
        self.g: Grammar = grammar(doc)
        # A mention of several actors is several in the reading, in the same order.
        self.reasons = [m.why for m in doc._.mentions.items for _ in m.actors or (None,)]

    def explain(self, id_: str) -> list[str]:
        """The lines that explain a fact. Raises `RunError` when there is no such fact."""
        facts = facts_of(self.reading)
        fact = facts.get(id_)
        if fact is None:
            raise RunError("D207", id=id_, have=ranges(facts))
        if isinstance(fact, Mention):
            return self._mention(fact)
        lines = [
            f"{type(fact).__name__.lower()} {id_}: {self._summary(fact)}",
            f'evidence: "{self._quote(fact.evidence)}"',
        ]
        lines += self._words(fact)
        lines.append(f"rule: {fact.rule}")
        lines += [f"  {line}" for line in (describe(fact.rule, self.lexicon) or "").splitlines()]
        if isinstance(fact, Event):
            return lines + fact.why
        lines += self._status(fact)
        lines += self._people(fact)
        by = getattr(fact, "by", None)
        if isinstance(by, str):
            lines += ["", f"read from {by}:", *(f"  {line}" if line else "" for line in self.explain(by))]
        return lines

    def _quote(self, span: Span) -> str:
        return " ".join(self.reading.quote(span).split())

    def _summary(self, fact: Any) -> str:
        match type(fact).__name__:
            case "Event":
                return f"{fact.act}/{fact.mode}" if fact.mode else f"{fact.act}"
            case "Statement":
                return f"{fact.speaker.name}" if fact.speaker else "unnamed"
            case "Position":
                return f"{fact.holder.name} {fact.stance} {fact.issue.label}"
            case "Count":
                return figure(fact)
            case "Agreement":
                return f"{fact.name}, {fact.status}"
            case "Designation":
                return f"{fact.target.name}, {fact.label}"
            case "Membership":
                return f"{fact.member.name}, {fact.capacity} of {fact.group.name}"
            case _:
                return f"{fact.actor.name}, {fact.property} {fact.value}"

    def _mention(self, mention: Mention) -> list[str]:
        """Why a phrase refers to its actor."""
        actor = next((a for a in self.reading.actors if a.id == mention.actor), None)
        start, end = mention.span
        lines = [f'mention {mention.id}: "{self._quote(mention.span)}" at {start}-{end}, by {mention.via}']
        if actor is None:
            lines.append("actor: none could be told")
        else:
            about = [
                x for x in (actor.kind, actor.country or actor.sector, actor.office, actor.wikidata) if x
            ]
            lines.append(f"actor {actor.name} ({actor.id}): {', '.join(about)}")
        index = next(i for i, m in enumerate(self.reading.mentions) if m.id == mention.id)
        lines.append(f"why: {self.reasons[index]}")
        token = self._token(mention.span)
        if token is not None and self.g.head[token] != token:
            step = self.g.path(self.g.head[token], token)
            lines.append(f"grammar: {' '.join(step)}")
        return lines

    def _token(self, span: Span) -> int | None:
        """The token of a span that its other tokens hang on."""
        inside = self._tokens(span)
        return next((i for i in inside if self.g.head[i] not in inside or self.g.head[i] == i), None)

    def _tokens(self, span: Span) -> range:
        g = self.g
        first = next((i for i in range(g.n) if g.end[i] > span[0] and g.start[i] < span[1]), None)
        if first is None:
            return range(0)
        last = first
        while last + 1 < g.n and g.start[last + 1] < span[1]:
            last += 1
        return range(first, last + 1)

    def _matched(self, fact: Any) -> list[int]:
        """The tokens that a fact was known by."""
        trigger = getattr(fact, "trigger", None) or getattr(fact, "cue", None)
        if trigger is not None:
            return list(self._tokens(trigger))
        by = getattr(fact, "by", None)
        if isinstance(by, str):
            return self._matched(facts_of(self.reading)[by])
        inside = self._tokens(fact.evidence)
        family, _, name = fact.rule.partition(".")
        if family == "count":
            found = [i for i in inside if _is_number(self.g.lower[i], fact.value)]
        else:
            words = _TELLTALE.get(fact.rule) or f"{_TELLTALE.get(family, '')} {name.replace('-', ' ')}"
            telltale = set(words.split())
            found = [i for i in inside if self.g.lemma[i] in telltale or self.g.lower[i] in telltale]
        token = self._token(fact.evidence)
        return found or ([token] if token is not None else [])

    def _words(self, fact: Any) -> Iterator[str]:
        g = self.g
        matched = self._matched(fact)
        runs: list[list[int]] = []
        for i in matched:
            if runs and i == runs[-1][1] + 1:
                runs[-1][1] = i
            else:
                runs.append([i, i])
        for first, last in runs:
            span = (g.start[first], g.end[last])
            yield f'words that matched: "{self._quote(span)}" at {span[0]}-{span[1]}'
        if isinstance(fact, Statement):
            if not matched:
                yield "words that matched: none; no reporting word stands beside it"
            for span in fact.content:
                yield f'content: "{self._quote(span)}"'

    def _status(self, fact: Any) -> Iterator[str]:
        """Why a fact is told as it is: the manner of a statement, the stance, the status of an agreement."""
        g = self.g
        match type(fact).__name__:
            case "Statement":
                yield f"manner {fact.manner}: {_MANNERS[fact.manner]}"
                if fact.inside is not None:
                    yield f"inside: the content stands in that of {fact.inside}"
            case "Position":
                yield f"stance {fact.stance}: the rule's own"
            case "Count":
                kind = "an ordinal, which in its row" if fact.ordinal else "a number, how many"
                yield f"value {fact.value}: {kind}"
            case "Agreement":
                matched, top = self._matched(fact), self._token(fact.evidence)
                noun = next((i for i in matched if g.head[i] not in matched), None)
                path = g.path(top, noun) if top is not None and noun is not None else []
                shown = f" [{' '.join(path)}]" if path else ""
                yield f"status {fact.status}: from what the words above its name say{shown}"
            case "Designation":
                when = f", since {fact.time.start}" if fact.time is not None else ""
                yield f"label {fact.label}: from the words that matched{when}"
            case "Membership":
                yield f"capacity {fact.capacity}: from the words that matched"
            case _:
                yield f"value {fact.value}: beside the words that matched"

    def _people(self, fact: Any) -> Iterator[str]:
        """Why these actors: how each was named, and the way through the grammar to it."""
        matched = self._matched(fact)
        for role, name in _ROLES:
            value = getattr(fact, name, None)
            listed = value if isinstance(value, list) else [value]
            for person in listed:
                if isinstance(person, Participant):
                    span = (
                        fact.speaker_span
                        if role == "speaker" and fact.speaker_span is not None
                        else person.span
                    )
                    yield self._person(role, person, span, matched, fact.evidence)
        if isinstance(fact, Statement) and fact.speaker is None:
            yield "speaker unnamed: no actor that could be told stands beside the reporting word"

    def _person(
        self, role: str, person: Participant, span: Span | None, matched: list[int], evidence: Span
    ) -> str:
        mention = self._named(person, span, evidence)
        if mention is None and span is None:
            return f"{role} {people([person])}: not named here; it follows from the rule's entry or from the story"
        where = mention.span if mention is not None else span
        assert where is not None
        out = f'{role} {people([person])}: "{self._quote(where)}"'
        if mention is not None:
            out += f", {self.reasons[self.reading.mentions.index(mention)]}"
        token = self._token(where)
        path = self.g.path(matched[0], token) if matched and token is not None else []
        return out + (f" [{' '.join(path)}]" if path else "")

    def _named(self, person: Participant, span: Span | None, evidence: Span) -> Mention | None:
        """The mention that puts an actor into a fact: at its span, else the first of it in the evidence."""
        own = [m for m in self.reading.mentions if m.actor == person.id]
        for where in (span, evidence):
            if where is not None:
                for m in own:
                    if m.span[0] < where[1] and where[0] < m.span[1]:
                        return m
        return None


def _is_number(word: str, value: int) -> bool:
    """Whether a word writes a number in figures or as a word: 20th, 36, third, twice."""
    figure = re.fullmatch(r"(\d+)(?:st|nd|rd|th)?", word)
    if figure is not None:
        return int(figure.group(1)) == value
    return value in (CARDINALS.get(word), ORDINALS.get(word), MULTIPLES.get(word))


def explanation(reader: Reader, document: Any, id_: str) -> list[str]:
    """The lines that explain a fact of a document. Raises `RunError` when there is no such fact."""
    return Explainer(reader.analyse(document), _coding(reader).lexicon).explain(id_)


def _coding(reader: Reader) -> CodingComponent:
    component = reader.nlp.get_pipe("dragoman_coding")
    assert isinstance(component, CodingComponent)
    return component


def why_not(reader: Reader, document: Any, sentence: int | None = None) -> list[dict[str, Any]]:
    """The sentences without an event, each with what came nearest to one and why it was not taken.

    `sentence` (from 1) asks for one alone; where that has events, it comes with their ids. Raises `RunError` when
    the text has no such sentence.
    """
    doc = reader.analyse(document)
    g = grammar(doc)
    if sentence is not None and not 0 < sentence <= len(g.sents):
        raise RunError("D230", number=sentence, count=len(g.sents))
    component = _coding(reader)
    text = document.text

    def quoted(span: Span) -> dict[str, Any]:
        return {"span": list(span), "text": " ".join(text[span[0] : span[1]].split())}

    out = [
        {
            "sentence": s.sentence,
            **quoted(s.span),
            "events": [],
            "not_read": s.not_read,
            "nearest": [
                {
                    **quoted(r.span), "act": r.act, "mode": r.mode, "senses": list(r.senses), "reason": r.reason,
                    "detail": r.detail, "event": r.event,
                }
                for r in s.refusals
            ],
            "verbs": [quoted(v)["text"] for v in s.verbs],
            "actors": list(s.actors),
            "statements": list(s.statements),
        }
        for s in silences(doc, component)
        if sentence in (None, s.sentence)
    ]  # fmt: skip
    if sentence is not None and not out:
        first, last = g.sents[sentence - 1]
        span = (g.start[first], g.end[last - 1])
        events = [e.id for e in doc._.events if span[0] <= e.trigger[0] < span[1]]
        out.append({"sentence": sentence, **quoted(span), "events": events})
    return out


def why_not_lines(found: list[dict[str, Any]]) -> Iterator[str]:
    """`why_not` in words for people, the nearest three of each sentence."""
    for s in found:
        yield f'sentence {s["sentence"]} at {s["span"][0]}-{s["span"][1]}: "{s["text"]}"'
        if s["events"]:
            yield f"  it tells {', '.join(s['events'])}"
            continue
        if s["not_read"] is not None:
            yield f"  not read: {s['not_read']}"
            continue
        for r in s["nearest"][:NEAREST]:
            act = f"{r['act']}/{r['mode']}" if r["mode"] else r["act"]
            where = f" ({r['event']})" if r["event"] else ""
            yield f'  "{r["text"]}" could be {act} by {", ".join(r["senses"][:NEAREST])}: {r["detail"]}{where}'
        if not s["nearest"]:
            verbs = ", ".join(s["verbs"]) or "none"
            yield f"  no word here is in the lexicon of acts; its verbs: {verbs}"
        yield f"  actors told here: {', '.join(s['actors']) or 'none'}"
        if s["statements"]:
            yield f"  what is said here is kept as {', '.join(s['statements'])}"


def _wanted(
    path: str, options: SourceOptions, id_: str | None, *, whole: bool
) -> tuple[Document, str | None]:
    """The document meant, and which of its facts; `whole` when the id is a document's.

    Raises the first `DocumentError` when none can be read, `RunError` D231 when the id does not say which it is.
    """
    own, _, fact = (id_ or "").rpartition("-")
    named, rest = (id_, None) if whole else (own if _FACT.fullmatch(fact) else "", fact)
    failures: list[DocumentError] = []
    listed: list[str] = []
    documents = (document for _, document in open_documents([path], options, failures.append))
    first = next(documents, None)
    if first is None:
        raise failures[0]
    several = False
    for document in chain([first], documents):
        if named and named in (document.id, told_apart(document)):
            return document, rest
        several = document is not first
        listed += [document.id] if len(listed) < LISTED else []
    if several or (whole and named):
        have = ", ".join(listed) + (" and more" if len(listed) == LISTED else "")
        raise RunError("D231", path=path, have=have, name=listed[0] if whole else f"{listed[0]}-e1")
    return first, id_


def run(
    path: str,
    id_: str | None,
    published: str | None,
    model: str,
    lexicon: list[str],
    actors: Sequence[Path | str] = (),
    *,
    fields: Sequence[str] = (),
    asks_why_not: bool = False,
    sentence: int | None = None,
    as_json: bool = False,
) -> int:
    """Read one document and explain one of its facts, or why its sentences have no event.

    In a file of many documents a fact is named as in the exports, `DOCUMENT-e3`, and a document by its id. Gives 1 when
    lines of the actors files were skipped.
    """
    errors = Console(stderr=True)
    request = Request([path], published, None, None, list(fields), model, lexicon, 1, False, False)
    document, id_ = _wanted(path, source_options(request, errors), id_, whole=asks_why_not)
    reader = Reader(model, lexicon=lexicon, actors=actors)
    if id_ is None:
        told = why_not(reader, document, sentence)
        if as_json:
            print(json.dumps(told, ensure_ascii=False, indent=1))
        lines: Iterable[str] = () if as_json else why_not_lines(told)
    else:
        lines = explanation(reader, document, id_)
        if as_json:
            print(json.dumps({"id": id_, "why": lines}, ensure_ascii=False, indent=1))
            lines = ()
    for line in lines:
        print(shown(line))
    return 1 if report_layers(errors, reader.issues) else 0

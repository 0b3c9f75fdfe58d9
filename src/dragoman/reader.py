"""The reader: one spaCy pipeline that puts the rooms in order, `Document -> Reading`."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, cast

from spacy.language import Language
from spacy.tokens import Doc

import dragoman.actors
import dragoman.calendar
import dragoman.coding
import dragoman.facts
import dragoman.places
import dragoman.speech
from dragoman.actors.allegiance import state_served
from dragoman.actors.component import ActorsComponent
from dragoman.calendar.expressions import Finder
from dragoman.errors import DocumentError
from dragoman.language import DEFAULT_MODEL, lay_out, layout_of, load_parser, repair
from dragoman.places.fronted import Openings
from dragoman.places.gazetteer import gazetteer
from dragoman.schema import Actor, Dateline, Document, Mention, Reading
from dragoman.sources.common import LONGEST as LIMIT
from dragoman.sources.common import is_blank, is_day
from dragoman.workers import spread

if TYPE_CHECKING:
    from dragoman.actors.importers.common import Issue

COMPONENTS = (
    "dragoman_actors",
    "dragoman_calendar",
    "dragoman_places",
    "dragoman_speech",
    "dragoman_coding",
    "dragoman_positions",
    "dragoman_facts",
)
BATCH = 64  # documents handed to a worker at once; also how long a memory zone lives

OnError = Callable[[DocumentError], None]


def build_pipeline(
    model: str = DEFAULT_MODEL, *, lexicon: Iterable[Path | str] = (), actors: Iterable[Path | str] = ()
) -> Language:
    """A spaCy pipeline with the parser and all of Dragoman's components in order.

    Raises `RunError` when the model is not installed or a knowledge file is faulty.
    """
    nlp = load_parser(model)
    nlp.max_length = LIMIT + 1
    nlp.add_pipe("dragoman_english", first=True)
    nlp.add_pipe("dragoman_layout", before="parser")
    nlp.add_pipe("dragoman_insets", after="parser")
    own = {
        "dragoman_coding": {"lexicon": [str(p) for p in lexicon]},
        "dragoman_actors": {"actors": [str(p) for p in actors]},
    }
    for name in COMPONENTS:
        nlp.add_pipe(name, config=own.get(name, {}))
    return nlp


class Reader:
    """Reads documents. Loading takes about a second; reading runs at thousands of words a second.

    `model` names any installed spaCy English pipeline; `lexicon` names files that go over the built-in
    lexicon, `actors` files that go over the built-in actors, in any format that `dragoman actors import` reads.
    """

    def __init__(
        self,
        model: str = DEFAULT_MODEL,
        *,
        lexicon: Iterable[Path | str] = (),
        actors: Iterable[Path | str] = (),
    ) -> None:
        self.model = model
        self.lexicon = tuple(str(p) for p in lexicon)
        self.actors = tuple(str(p) for p in actors)
        self.nlp = build_pipeline(model, lexicon=self.lexicon, actors=self.actors)
        self._kb = cast(ActorsComponent, self.nlp.get_pipe("dragoman_actors")).kb
        self._openings = Openings(gazetteer(), self._kb)

    @property
    def issues(self) -> list[Issue]:
        """What the files of `actors` have wrong (those lines are skipped) or in conflict with the built-in actors."""
        return list(self._kb.issues)

    def analyse(self, document: Document) -> Doc:
        """The parsed and annotated spaCy doc of a document, for those who want to look inside."""
        if len(document.text) > LIMIT:
            raise DocumentError("D106", document.id, length=len(document.text), limit=LIMIT)
        doc = self.nlp.make_doc(self._openings.part(repair(document.text)))
        doc._.document = document
        return self.nlp(doc)

    def read(self, document: Document | str, *, published: str | None = None) -> Reading:
        """Read one document or text. `published` is an ISO day, for a text without metadata.

        Raises `DocumentError` when the text cannot be read.
        """
        if isinstance(document, str):
            document = Document(text=document)
        published = published or document.published
        if published is not None and not is_day(published):
            raise DocumentError("D114", document.id, value=published)
        if published != document.published:
            document = document.model_copy(update={"published": published})
        if is_blank(document.text):
            raise DocumentError("D103", document.id)
        if published is None and document.dateline is None:
            document = _dated_by_itself(document)
        with self.nlp.memory_zone():
            return assemble(self.analyse(document))

    def pipe(
        self,
        documents: Iterable[Document],
        *,
        processes: int = 1,
        on_error: OnError | None = None,
    ) -> Iterator[Reading]:
        """Read a stream of documents, in order, in constant memory.

        With `processes` > 1 the work is spread over that many worker processes; the readings are the same
        to the byte. A document that fails goes to `on_error` and the stream goes on; without `on_error`
        its `DocumentError` is raised.
        """
        results = self._alone(documents) if processes <= 1 else self._spread(documents, processes)
        for result in results:
            if isinstance(result, DocumentError):
                if on_error is None:
                    raise result
                on_error(result)
            else:
                yield result

    def _alone(self, documents: Iterable[Document]) -> Iterator[Reading | DocumentError]:
        for document in documents:
            yield _try(self, document)

    def _spread(self, documents: Iterable[Document], processes: int) -> Iterator[Reading | DocumentError]:
        own = (self.model, self.lexicon, self.actors)
        batches = _batches(documents, BATCH)
        for batch in spread(_work, batches, processes, start=_start_worker, given=own):
            for item in batch:
                yield Reading.from_json(item) if isinstance(item, bytes) else item


def _batches(documents: Iterable[Document], size: int) -> Iterator[list[bytes]]:
    stream = iter(documents)
    while batch := list(islice(stream, size)):
        yield [d.model_dump_json().encode("utf-8") for d in batch]


def _try(reader: Reader, document: Document) -> Reading | DocumentError:
    try:
        return reader.read(document)
    except DocumentError as error:
        return error
    except Exception as error:  # one text that the reader trips over must not end a run of thousands
        return failed(error, document.id)


def failed(error: Exception, where: str) -> DocumentError:
    """A fault of ours as an error of the document that it was met in, with its place in the source."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    problem = f"{type(error).__name__}: {error}, {Path(place.filename).name}:{place.lineno}"
    failure = DocumentError("D118", where, problem=problem)
    failure.__cause__ = error
    return failure


_worker: Reader | None = None


def _start_worker(model: str, lexicon: tuple[str, ...], actors: tuple[str, ...]) -> None:
    global _worker  # noqa: PLW0603  (one reader a worker process)
    _worker = Reader(model, lexicon=lexicon, actors=actors)


def _work(batch: list[bytes]) -> list[bytes | DocumentError]:
    assert _worker is not None
    out: list[bytes | DocumentError] = []
    for raw in batch:
        result = _try(_worker, Document.model_validate_json(raw))
        out.append(
            result if isinstance(result, DocumentError) else result.to_json(indent=None).encode("utf-8")
        )
    return out


def assemble(doc: Doc) -> Reading:
    """The reading of an annotated doc: facts of all components with ids, actors and document metadata."""
    document: Document = doc._.document
    layout = layout_of(doc)
    dateline = document.dateline
    if layout.dateline_span is not None and (dateline is None or dateline.place is None):
        dateline = _dateline(doc, document)
    described = document.model_copy(
        update={
            "title": document.title or layout.title,
            "dateline": dateline,
            "related": [*document.related, *layout.related],
        }
    )
    facts = {
        name: getattr(doc._, name) or []
        for name in (
            "events", "statements", "positions", "counts", "agreements", "designations", "memberships",
            "profiles", "warnings",
        )
    }  # fmt: skip
    actors, mentions = _actors(doc, document.text, facts)
    for party in _participants(facts):
        party.country = state_served(party)
    return Reading(document=described, actors=actors, mentions=mentions, **facts)


def _dated_by_itself(document: Document) -> Document:
    """A document with the day that its own head or dateline bears, year and all, so that every component knows it."""
    layout = lay_out(document.text, document.title)
    for span in (layout.dated, layout.dateline_date):
        found = Finder(document.text, None).find(*span) if span is not None else []
        if span is not None and found and found[0].time.precision == "day":
            day = Dateline(place=None, date=found[0].time.start, span=span)
            return document.model_copy(update={"dateline": day})
    return document


def _dateline(doc: Doc, document: Document) -> Dateline:
    layout = layout_of(doc)
    assert layout.dateline_span is not None
    place, date = None, None
    if layout.dateline_place is not None:
        start, end = layout.dateline_place
        named = next((p.place.name for p in doc._.places or () if start <= p.start < end), None)
        place = named or document.text[start:end].title()
    if layout.dateline_date is not None:
        start, end = layout.dateline_date
        time = next((t.time for t in doc._.times or () if t.start < end and start < t.end), None)
        date = time.start if time is not None and time.start == time.end else None
    if document.dateline is not None:
        date = document.dateline.date
    return Dateline(place=place, date=date, span=layout.dateline_span)


def _actors(doc: Doc, text: str, facts: dict[str, list]) -> tuple[list[Actor], list[Mention]]:  # type: ignore[type-arg]
    """Every actor that is mentioned or takes part in a fact, and all mentions."""
    actors: dict[str, Actor] = {}
    mentions: list[Mention] = []
    for item in doc._.mentions.items:
        for actor in item.actors:
            actors.setdefault(actor.id, actor)
        for actor in item.actors or (None,):
            mentions.append(
                Mention(
                    id=f"m{len(mentions) + 1}",
                    span=(item.start, item.end),
                    text=text[item.start : item.end],
                    actor=actor.id if actor is not None else None,
                    via=item.via,
                )
            )
    for person in _participants(facts):
        if person.id not in actors:
            actors[person.id] = _from_knowledge(person.id, person.name, person.country, person.sector)
    return list(actors.values()), mentions


def _from_knowledge(id_: str, name: str, country: str | None, sector: str | None) -> Actor:
    state = dragoman.actors.knowledge_base().state(id_)
    if state is not None:
        return state
    return Actor(id=id_, name=name, kind="unnamed", country=country, sector=sector)


def _participants(facts: dict[str, list]) -> Iterator:  # type: ignore[type-arg]
    for e in facts["events"]:
        yield from (*e.actors, *e.recipients)
    for s in facts["statements"]:
        yield from (*([s.speaker] if s.speaker else []), *s.speakers, *s.addressees)
    for p in facts["positions"]:
        yield p.holder
    for c in facts["counts"]:
        yield from c.participants
    for a in facts["agreements"]:
        yield from a.parties
    for d in facts["designations"]:
        yield from (d.target, *d.by)
    for m in facts["memberships"]:
        yield from (m.group, m.member)
    for f in facts["profiles"]:
        yield f.actor


@lru_cache(maxsize=1)
def _default_reader() -> Reader:
    return Reader()


def read(text: str, *, published: str | None = None) -> Reading:
    """Read one text with the default reader. `published` is an ISO day (`2015-12-15`).

    >>> import dragoman
    >>> reading = dragoman.read("Kerry met Lavrov in Geneva on Friday.", published="2016-09-10")
    >>> reading.events[0].act
    'CONSULT'
    """
    return _default_reader().read(text, published=published)

"""A pipeline up to the actors, and a way to ask who a wording means."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

import dragoman.actors.component  # noqa: F401  (registers the component)
from dragoman.language import load_parser, repair
from dragoman.schema import Document

Read = Callable[..., Doc]


@pytest.fixture(scope="session")
def pipeline() -> Language:
    nlp = load_parser()
    nlp.add_pipe("dragoman_layout", before="parser")
    nlp.add_pipe("dragoman_actors")
    return nlp


@pytest.fixture(scope="session")
def read(pipeline: Language) -> Read:
    def _read(text: str, published: str | None = None) -> Doc:
        doc = pipeline.make_doc(repair(text))
        doc._.document = Document(text=text, published=published)
        return pipeline(doc)

    return _read


@pytest.fixture(scope="session")
def who(read: Read) -> Callable[[Doc, str], str | None]:
    """The ids of the actors of the smallest mention at a wording; `wording#2` is its second occurrence."""

    def _who(doc: Doc, wording: str) -> str | None:
        phrase, _, number = wording.partition("#")
        places = list(re.finditer(rf"\b{re.escape(phrase)}\b", doc._.document.text))
        at, end = places[int(number or 1) - 1].span()
        exact = [m for m in doc._.mentions.items if (m.start, m.end) == (at, end)]
        within = [m for m in doc._.mentions.items if m.start <= at and end <= m.end]
        inside = [m for m in doc._.mentions.items if at <= m.start and m.end <= end]
        found = (
            exact
            or sorted(within, key=lambda m: m.end - m.start)[:1]
            or sorted(inside, key=lambda m: m.start - m.end)[:1]
        )
        return "+".join(sorted(a.id for a in found[0].actors)) or None if found else None

    return _who

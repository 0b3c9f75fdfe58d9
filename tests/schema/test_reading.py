from __future__ import annotations

import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from dragoman.reader import Reader
from dragoman.schema import Actor, Document, Mention, Reading

TEXT = "Kerry met Lavrov in Geneva on Friday. He said that the talks were useful."
# Lone surrogates are no text: they can be written in no encoding.
texts = st.text(st.characters(exclude_categories=["Cs"]))


@given(texts)
def test_document_digest_is_that_of_its_text(text: str) -> None:
    one, other = Document(text=text), Document(text=text + "x")
    assert one.sha256 != other.sha256
    assert one.id == one.sha256[:16]


def test_round_trip_loses_nothing(reader: Reader) -> None:
    reading = reader.read(TEXT, published="2016-09-10")
    assert reading.events
    assert Reading.from_json(reading.to_json()) == reading


def test_json_fits_the_published_schema(reader: Reader) -> None:
    reading = json.loads(reader.read(TEXT, published="2016-09-10").to_json())
    jsonschema.validate(reading, Reading.model_json_schema(by_alias=True))
    assert reading["schema"] == "dragoman.reading/1"


def test_a_span_outside_the_text_is_refused() -> None:
    actor = Actor(id="RUS", name="Russia", kind="state")
    mention = Mention(id="m1", span=(0, 99), text="Russia", actor="RUS", via="name")
    with pytest.raises(ValidationError, match="does not lie in the text"):
        Reading(document=Document(text="Russia"), actors=[actor], mentions=[mention])


def test_an_id_that_resolves_to_nothing_is_refused() -> None:
    mention = Mention(id="m1", span=(0, 6), text="Russia", actor="RUS", via="name")
    with pytest.raises(ValidationError, match="no actor has the id 'RUS'"):
        Reading(document=Document(text="Russia"), mentions=[mention])

"""Parses of single texts, as the grammar of the reader has them."""

from __future__ import annotations

import pytest

from dragoman import Document, Reader
from dragoman.language import Grammar, grammar
from tests.language.clauses import Parse


@pytest.fixture(scope="module")
def parse(reader: Reader) -> Parse:
    def run(text: str) -> Grammar:
        return grammar(reader.analyse(Document(text=text)))

    return run

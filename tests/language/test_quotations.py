from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language import find_quotations


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ('He said "we agree" today', ["we agree"]),
        ("«One “two” three»", ["One “two” three", "two"]),
        ("“Never closed", ["Never closed"]),
        ("The students' vote and Iran's reply", []),
        ("a ‘so-called’ truce", ["so-called"]),
    ],
)
def test_quotations(text: str, contents: list[str]) -> None:
    assert [text[q.start : q.end] for q in find_quotations(text, 0, len(text))] == contents


@given(st.text(alphabet="ab \"'“”‘’«»"))
def test_spans_lie_in_the_text(text: str) -> None:
    assert all(0 <= q.start < q.end <= len(text) for q in find_quotations(text, 0, len(text)))

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language import find_quotations, load_parser


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ('He said "we agree" today', ["we agree"]),
        ("«One “two” three»", ["One “two” three", "two"]),
        ("“Never closed", ["Never closed"]),
        ("The students' vote and Iran's reply", []),
        ("a ‘so-called’ truce", ["so-called"]),
        ("“We hope for more“ the minister stated. “And soon“.", ["We hope for more", "And soon"]),
        ("“One “two” three“, he said", ["One “two” three", "two"]),
        ("„We agree“, he said", ["We agree"]),
        ("``We agree,'' he said, and “we sign,'' he added", ["We agree,", "we sign,"]),
    ],
)
def test_quotations(text: str, contents: list[str]) -> None:
    assert [text[q.start : q.end] for q in find_quotations(text, 0, len(text))] == contents


@given(st.text(alphabet="ab `,\"'“”‘’«»"))
def test_spans_lie_in_the_text(text: str) -> None:
    assert all(0 <= q.start < q.end <= len(text) for q in find_quotations(text, 0, len(text)))


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We can make a deal soon, ”he said.", "We can make a deal soon,"),
        ("“We will not go, “she told reporters.", "We will not go,"),
        ('"We will not go, "the minister said.', "We will not go,"),
    ],
)
def test_a_closing_mark_on_the_wrong_side_of_its_blank(text: str, quoted: str) -> None:
    assert [text[x.start : x.end].strip() for x in find_quotations(text, 0, len(text))] == [quoted]


def test_words_stuck_together_are_two() -> None:
    doc = load_parser()("The minister spoke of hostile actsOf the kingdom. LinkedIn was closed.")
    words = [t.text for t in doc]
    assert {"acts", "Of", "LinkedIn"} <= set(words)

"""One pass over a text: words, whole phrases, case."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors import knowledge_base
from dragoman.actors.matching import Scan


def found(text: str) -> list[tuple[str, str]]:
    scan = Scan(text, None, knowledge_base())
    return [(text[slice(*scan.span(h.a, h.b))], h.targets[0].flavour) for h in scan.hits]


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("Iran and Iranians", [("Iran", "name"), ("Iranians", "demonym")]),
        ("Iranology in Omanland", []),
        ("Burkina Faso", [("Burkina Faso", "name")]),
        ("Sri\nLanka", []),
        ("The turkey and china on the table", []),
        ("who is it", []),
        ("Al-Qaeda", [("Al-Qaeda", "org")]),
        ("the South China Sea", [("South China Sea", "mask")]),
        ("NATO, nato", [("NATO", "org")]),
    ],
)
def test_phrases(text: str, hits: list[tuple[str, str]]) -> None:
    assert [h for h in found(text) if h[1] not in ("title", "body", "surname")] == hits


def test_a_line_in_lower_case_is_read_all_the_same() -> None:
    assert ("russia", "name") in found("russia and turkey sign a deal")


@given(st.text(alphabet=st.sampled_from(list("abcdeRUS'’-–.,\n \tİß\u0301")), max_size=60))
def test_words_lie_in_the_text_in_order(text: str) -> None:
    scan = Scan(text, None, knowledge_base())
    assert all(0 <= s < e <= len(text) for s, e in zip(scan.start, scan.end, strict=True))
    assert scan.start == sorted(scan.start)
    assert all(0 <= h.a < h.b <= scan.n for h in scan.hits)

"""Who and whose the wordings of many texts are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from .cases_meant import MEANT


@pytest.mark.parametrize(("text", "published", "expected"), MEANT, ids=[c[0][:40] for c in MEANT])
def test_who_is_meant(
    read: Callable[..., Doc],
    who: Callable[[Doc, str], str | None],
    text: str,
    published: str,
    expected: dict[str, str | None],
) -> None:
    doc = read(text, published)
    assert not {w: (found, ids) for w, ids in expected.items() if (found := who(doc, w)) != ids}

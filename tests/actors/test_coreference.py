"""Who pronouns and nominals refer back to."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from .cases import COREFERENCE


@pytest.mark.parametrize(("text", "published", "expected"), COREFERENCE, ids=[c[0][:40] for c in COREFERENCE])
def test_coreference(
    read: Callable[..., Doc],
    who: Callable[[Doc, str], str | None],
    text: str,
    published: str | None,
    expected: dict[str, str | None],
) -> None:
    doc = read(text, published)
    wrong = {}
    for wording, ids in expected.items():
        allowed = ["+".join(sorted(one.split("+"))) for one in ids.split("|")] if ids else [None]
        found = who(doc, wording)
        if found not in allowed:
            wrong[wording] = (found, ids)
    assert not wrong

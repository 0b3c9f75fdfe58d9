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


def test_an_embassy_is_that_of_its_owner_and_keeps_its_place(read: Callable[..., Doc]) -> None:
    doc = read("The United States ordered staff from its embassy in Kabul to leave.", None)
    names = {a.name for m in doc._.mentions.items for a in m.actors}
    assert "Embassy of the United States in Kabul" in names

"""Whether acts are told as done: conditions, names that look like modals, what was planned and dropped."""

from __future__ import annotations

import pytest

from dragoman.reader import Reader


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("May accused Russia of attempted murder.", "accused", "actual"),
        ("Israel may attack Iran, analysts said.", "attack", "hypothetical"),
        ("Erdogan said Turkey would withdraw its troops next month.", "withdraw", "future"),
        ("Erdogan said Turkey would withdraw its troops if the rebels left.", "withdraw", "hypothetical"),
        ("Erdogan said on Monday that Turkey would withdraw its troops provided that the rebels laid down their arms.", "withdraw", "hypothetical"),
        ("Erdogan said Turkey would withdraw its troops on condition that the rebels left.", "withdraw", "hypothetical"),
        ("Erdogan said Turkey would withdraw its troops as long as the rebels stayed away.", "withdraw", "hypothetical"),
        ("Poland announced its planned deployment of troops to Iraq.", "deployment", "future"),
        ("Poland dropped its planned deployment of troops to Iraq.", "deployment", "cancelled"),
        ("Poland did not drop its planned deployment of troops to Iraq.", "deployment", "future"),
        ("Modi abandoned a planned visit to Pakistan.", "visit", "cancelled"),
        ("Modi called off a planned visit to Pakistan.", "visit", "cancelled"),
    ],
)  # fmt: skip
def test_status(reader: Reader, text: str, word: str, status: str) -> None:
    events = reader.read(text, published="2015-06-10").events
    assert [e.status for e in events if text[e.trigger[0] : e.trigger[1]] == word] == [status]

"""The gold articles keep to their format: exact and unique pieces of the text, known words, no item twice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from evals import readings

GOLD = Path(__file__).parents[2] / "evals" / "gold"
ARTICLES = [
    gold for split in ("dev", "test", "fresh-dev", "fresh-test") for gold in readings.load(GOLD / split)
]
STANCES = {"supports", "opposes", "demands", "doubts"}


def faults(gold: dict[str, Any]) -> list[str]:
    """What is wrong with an article's annotation, in words."""
    text = gold["text"]
    out = []
    for kind in readings.KINDS:
        for item in gold[kind]:
            piece = item["content"] if kind == "statements" else item["evidence"]
            if text.count(piece) != 1:
                out.append(f"{kind}: {text.count(piece)} times in the text: {piece}")
    contents = [s["content"] for s in gold["statements"]]
    out += [f"two statements: {c}" for c in sorted(set(contents)) if contents.count(c) > 1]
    for statement in gold["statements"]:
        if not isinstance(statement["direct"], bool) or not isinstance(statement["essential"], bool):
            out.append(f"direct and essential are true or false: {statement['content']}")
    out += [f"no stance: {p['stance']}" for p in gold["positions"] if p["stance"] not in STANCES]
    return out


@pytest.mark.parametrize("gold", ARTICLES, ids=lambda gold: gold["id"])
def test_an_article_keeps_to_the_format(gold: dict[str, Any]) -> None:
    assert faults(gold) == []


def test_a_faulty_article_is_told() -> None:
    statement = {"speaker": "A", "speaker_code": None, "content": "rain", "direct": False, "essential": True}
    gold: dict[str, Any] = {kind: [] for kind in readings.KINDS}
    gold |= {"text": "A said rain and rain again", "statements": [statement, statement]}
    gold["positions"] = [{"stance": "likes", "evidence": "snow"}]
    assert [fault.split(":")[0] for fault in faults(gold)] == [
        "statements",
        "statements",
        "positions",
        "two statements",
        "no stance",
    ]

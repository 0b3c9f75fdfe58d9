from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from evals import attributions, sets

GOLD = sets.load(Path(__file__).parents[2] / "evals" / "gold" / "attributions.jsonl")
TEXT = 'Norway fears a flood. "We wait," a spokesman said, and she thinks that Oslo is dry.'


def span(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


def asked(
    source: str | None, cue: str, content: str, manner: str = "indirect", nested: bool = False
) -> dict[str, Any]:
    return {"source": source, "source_span": span(source) if source else None, "cue": cue, "cue_span": span(cue),
            "content": [span(content)], "manner": manner, "nested": nested}  # fmt: skip


def read(
    source: str | None, content: str, manner: str = "indirect", inside: str | None = None
) -> dict[str, Any]:
    return {"speaker_span": span(source) if source else None, "cue": None, "content": [span(content)],
            "manner": manner, "inside": inside}  # fmt: skip


def rows(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> dict[str, dict[str, float]]:
    item = {"id": "a", "text": TEXT, "attributions": gold}
    return attributions.rows(attributions.score([item], lambda _: {"statements": found}))


def test_an_attribution_is_right_with_content_and_source_as_the_text_has_them() -> None:
    gold = [asked("Norway", "fears", "a flood"), asked("a spokesman", "said", "We wait", "direct")]
    figures = rows(gold, [read("Norway", "a flood"), read("she", "We wait", "direct")])
    every = figures[attributions.ALL]
    assert (every["gold"], every["pred"], every["right"]) == (2, 2, 1)
    assert (every["F1"], every["found F1"]) == (0.5, 1)
    assert (figures["indirect"]["R"], figures["direct"]["R"], figures["mixed"]["gold"]) == (1, 0, 0)


def test_an_omitted_source_is_right_only_where_none_is_given() -> None:
    gold = [asked(None, "fears", "a flood")]
    assert rows(gold, [read(None, "a flood")])[attributions.ALL]["F1"] == 1
    assert rows(gold, [read("Norway", "a flood")])[attributions.ALL]["F1"] == 0


def test_nested_ones_are_neither_asked_for_nor_extra() -> None:
    gold = [
        asked("Norway", "fears", "a flood"),
        asked("she", "thinks", "Oslo is dry", nested=True),
    ]
    every = rows(gold, [read("Norway", "a flood"), read("she", "Oslo is dry")])[attributions.ALL]
    assert (every["gold"], every["pred"], every["F1"]) == (1, 1, 1)
    within = rows(gold[:1], [read("Norway", "a flood"), read("she", "Oslo is dry", inside="s0001")])
    assert within[attributions.ALL]["P"] == 1
    extra = rows(gold[:1], [read("Norway", "a flood"), read("she", "Oslo is dry")])
    assert extra[attributions.ALL]["P"] == 0.5


def test_of_two_readings_of_one_content_that_with_its_source_is_paired() -> None:
    found = [read("she", "a flood"), read("Norway", "a flood")]
    every = rows([asked("Norway", "fears", "a flood")], found)[attributions.ALL]
    assert (every["right"], every["pred"]) == (1, 2)


def test_the_gold_is_in_order() -> None:
    ids = sorted((item["id"] for item in GOLD), key=lambda i: hashlib.sha256(i.encode()).hexdigest())
    assert {item["id"] for item in GOLD if item["split"] == "test"} == set(ids[:5])
    for item in GOLD:
        text = item["text"]
        for one in item["attributions"]:
            assert one["manner"] in attributions.MANNERS
            assert one["content"]
            assert all(0 <= start < end <= len(text) for start, end in one["content"])
            for what in ("source", "cue"):
                if one[what] is not None:
                    assert text[slice(*one[f"{what}_span"])] == one[what]

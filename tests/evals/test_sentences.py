from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any, get_args

import pytest

from dragoman.schema import Act, Status
from evals import sentences, sets
from evals.readings import locate

GOLD = Path(__file__).parents[2] / "evals" / "gold"
SENTENCES = sets.load(GOLD / "sentences.jsonl")
DISTRACTORS = sets.load(GOLD / "distractors.jsonl")
TEXT = "Norway condemned Syria and sent blankets to Jordan."


def event(
    act: str, start: int, end: int, actor: str, recipient: str, status: str = "actual"
) -> dict[str, Any]:
    person = {"name": None, "sector": "GOV"}
    return {"act": act, "mode": None, "status": status, "rule": "r", "evidence": [start, end],
            "actors": [{**person, "country": actor}], "recipients": [{**person, "country": recipient}]}  # fmt: skip


def gold(act: str, evidence: str, actor: str, recipient: str) -> dict[str, Any]:
    return {"act": act, "mode": None, "status": "actual", "evidence": evidence, "essential": True, "date": None,
            "place": None, "actors": [actor], "actor_codes": [actor], "recipients": [recipient],
            "recipient_codes": [recipient]}  # fmt: skip


ITEM = {
    "id": "s", "published": None, "text": TEXT,
    "events": [gold("ACCUSE", "Norway condemned Syria", "NOR", "SYR"), gold("AID", "sent blankets to Jordan", "NOR", "JOR")],
}  # fmt: skip


def test_each_act_has_its_own_figures() -> None:
    read = [event("ACCUSE", 0, 22, "NOR", "SYR", "future"), event("REJECT", 0, 22, "NOR", "SYR")]
    rows = sentences.rows(sentences.score_acts([ITEM], lambda _: {"events": read}))
    assert (rows["ACCUSE"]["F1"], rows["ACCUSE"]["strict F1"], rows["ACCUSE"]["status"]) == (1, 0, 0)
    assert (rows["AID"]["gold"], rows["AID"]["R"]) == (1, 0)
    assert (rows["REJECT"]["gold"], rows["REJECT"]["pred"]) == (0, 1)
    assert (rows[sentences.ALL]["P"], rows[sentences.ALL]["R"]) == (0.5, 0.5)
    assert rows[sentences.ALL]["extra per gold"] == 0.5
    assert "mode" not in rows["ACCUSE"]  # no mode was asked


def test_the_acts_add_up_to_all() -> None:
    read = [
        event("ACCUSE", 0, 22, "NOR", "SYR"),
        event("AID", 27, 50, "NOR", "JOR"),
        event("AID", 0, 5, "SYR", "NOR"),
    ]
    tallies = sentences.score_acts([ITEM], lambda _: {"events": read})
    for what in ("gold", "pred", "hit_pred", "hit_gold", "strict"):
        assert sum(tallies[act].n[what] for act in sentences.ACTS) == tallies[sentences.ALL].n[what]


def test_a_distractor_fires_once_however_many_events_it_has() -> None:
    items = [
        {"id": str(i), "class": c, "text": TEXT, "published": None}
        for i, c in enumerate(["sport", "sport", "law"])
    ]
    two = {"events": [event("ACCUSE", 0, 22, "NOR", "SYR"), event("AID", 27, 50, "NOR", "JOR")]}
    fired = sentences.score_distractors(items, lambda item: two if item["id"] == "0" else {"events": []})
    assert fired.share == pytest.approx(1 / 3)
    assert len(fired.misses) == 2
    assert fired.summary()["classes"] == {"law": [0, 1], "sport": [1, 2]}


@pytest.mark.parametrize("items", [SENTENCES, DISTRACTORS], ids=["sentences", "distractors"])
def test_ids_are_unique_and_decide_the_split(items: list[dict[str, Any]]) -> None:
    assert len({i["id"] for i in items}) == len({i["text"] for i in items}) == len(items)
    for item in items:
        even = int(hashlib.sha256(item["id"].encode()).hexdigest(), 16) % 2 == 0
        assert item["split"] == ("dev" if even else "test")


def test_the_gold_is_well_formed_and_broad() -> None:
    seen = []
    for item in SENTENCES:
        assert item["events"], item["id"]
        for e in item["events"]:
            seen.append((e["act"], e["status"]))
            assert e["act"] in get_args(Act), item["id"]
            assert e["status"] in get_args(Status), item["id"]
            assert item["text"].count(e["evidence"]) == 1, item["id"]
            assert locate(item["text"], e["evidence"]) != (-1, -1)
    assert all(not d["events"] for d in DISTRACTORS)
    assert len(SENTENCES) >= 400
    assert len(DISTRACTORS) >= 150
    for act in get_args(Act):
        assert sum(a == act for a, _ in seen) >= 20, act
    for status in get_args(Status):
        assert sum(s == status for _, s in seen) >= 20, status

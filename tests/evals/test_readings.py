from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman import Document
from dragoman.reader import Reader
from evals import readings

SHARED = Path(__file__).parents[3] / "shared"
SCORER = SHARED / "evals" / "score_readings.py"
GOLD = SHARED / "seed" / "expected.json"


@pytest.mark.skipif(not SCORER.exists(), reason="the shared scorer is not here")
def test_our_scorer_agrees_with_the_shared_one(reader: Reader, tmp_path: Path) -> None:
    gold = json.loads(GOLD.read_text())
    reading = reader.read(Document(text=gold["text"], published=gold["published"]))
    (tmp_path / f"{gold['id']}.json").write_text(reading.to_json())
    command = [sys.executable, str(SCORER), str(GOLD), str(tmp_path), "--json"]
    theirs = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    tallies = readings.score([gold], lambda _: json.loads(reading.to_json()))
    for kind in readings.KINDS:
        ours = readings.summarise(kind, tallies[kind])
        for name, value in theirs[kind].items():
            assert ours[name] == pytest.approx(value, abs=0.001), (kind, name)


def test_a_perfect_reading_scores_one() -> None:
    gold = {
        "id": "x", "text": "Kerry met Lavrov.",
        "events": [{"act": "CONSULT", "mode": None, "status": "actual", "actors": ["John Kerry", "Sergey Lavrov"],
                    "actor_codes": ["USA", "RUS"], "recipients": [], "recipient_codes": [], "date": None, "place": None,
                    "evidence": "Kerry met Lavrov", "essential": True}],
        "statements": [],
    }  # fmt: skip
    people = [{"name": "John Kerry", "country": "USA"}, {"name": "Sergey Lavrov", "country": "RUS"}]
    event = {"act": "CONSULT", "mode": None, "status": "actual", "actors": people, "recipients": [],
             "evidence": [0, 16], "trigger": [6, 9], "rule": "r"}  # fmt: skip
    row = readings.summarise("events", readings.score([gold], lambda _: {"events": [event]})["events"])
    assert row["F1"] == row["strict F1"] == 1.0


def test_a_period_runs_from_the_first_day_of_its_start_to_the_last_of_its_end() -> None:
    assert readings.interval(["2002", "2016-02"]) == ("2002-01-01", "2016-02-29")
    assert readings.interval(["2016-02-03", "2016-02-04"]) == ("2016-02-03", "2016-02-04")

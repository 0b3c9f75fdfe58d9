"""Our scorer and the shared one agree, figure for figure, on what we read from our own gold.

In one figure they differ by intent: the shared recall of attributed statements sets all right ones, those that the
gold does not insist on too, against the essential ones; ours counts essential ones on both sides.
"""

from __future__ import annotations

import json
import math
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman import Document
from dragoman.reader import Reader
from evals import readings

SCORER = Path(__file__).parents[3] / "shared" / "evals" / "score_readings.py"
GOLD = Path(__file__).parents[2] / "evals" / "gold"


@pytest.mark.skipif(not SCORER.exists(), reason=f"the shared scorer is not at {SCORER}")
@pytest.mark.parametrize("split", ["dev", "test"])
def test_both_scorers_agree_on_the_gold(reader: Reader, tmp_path: Path, split: str) -> None:
    golds = readings.load(GOLD / split)
    read = {}
    for gold in golds:
        document = Document(id=gold["id"], text=gold["text"], published=gold["published"])
        text = reader.read(document).to_json(indent=None)
        (tmp_path / f"{gold['id']}.json").write_text(text, encoding="utf-8")
        read[gold["id"]] = json.loads(text)
    command = [sys.executable, str(SCORER), str(GOLD / split), str(tmp_path), "--json"]
    theirs = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert (theirs["articles"], theirs["absent"]) == (len(golds), [])
    tallies = readings.score(golds, lambda gold: read[gold["id"]])
    for kind in readings.KINDS:
        ours = readings.summarise(kind, tallies[kind])
        if kind == "statements":
            n = tallies[kind].n
            recall = min(1.0, readings.ratio(n["attributed"], n["gold"]))
            shared = readings.f1(readings.ratio(n["attributed"], n["pred"]), recall)
            assert ours["attributed F1"] <= shared
            ours["attributed F1"] = shared
        assert ours.keys() == theirs[kind].keys()
        for name, value in theirs[kind].items():
            # Where nothing was asked the shared scorer says "not a number", ours 0.
            expected = 0 if math.isnan(value) else value
            assert round(ours[name], 3) == pytest.approx(expected, abs=0.0011), (kind, name)

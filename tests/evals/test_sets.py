from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals import sets
from evals.sets import Found

TEXT = "Lavrov met Kerry in Vienna on Monday. He left for Georgia. The two will meet again."


def read(_: str, __: str | None) -> Found:
    return Found(
        times=[((30, 36), "2015-12-14", "2015-12-14", "day")],
        places=[((20, 26), "Vienna", "AUT"), ((50, 57), "Georgia", "GEO")],
        actors=[
            ((0, 6), "Sergey Lavrov", "RUS"),
            ((38, 40), "John Kerry", "USA"),
            ((59, 66), "Sergey Lavrov", "RUS"),
            ((59, 66), "John Kerry", "USA"),
        ],
    )


def test_dates() -> None:
    item = {"text": TEXT, "anchor": "2015-12-15", "expression": "Monday", "precision": "day"}
    right = {**item, "start": "2015-12-14", "end": "2015-12-14"}
    other = {**item, "start": "2015-12-21", "end": "2015-12-21"}
    coarse = {**right, "precision": "month"}
    missed = {**right, "expression": "again"}
    n = sets.score_dates([right, other, coarse, missed], read)
    assert n == {"items": 4, "found": 3, "interval": 2, "precision": 2, "both": 1}
    assert sets.rows("dates", n)[0] == ("dates", "interval and precision", 4, 0.25)


def test_places() -> None:
    item = {"text": TEXT, "published": None}
    items = [
        {**item, "mention": "Vienna", "name": "Vienna", "country": "AUT"},
        {**item, "mention": "Vienna", "name": "Vienna", "country": "USA"},
        {**item, "mention": "Georgia", "name": "Republic of Georgia", "country": "GEO"},
        {**item, "mention": "Georgia", "name": None, "country": None},
        {**item, "mention": "Kerry", "name": None, "country": None},
    ]
    n = sets.score_places(items, read)
    assert (n["places"], n["right"], n["country"]) == (3, 2, 2)
    assert (n["none"], n["left_alone"]) == (2, 1)


def test_actors() -> None:
    mentions = [
        {"text": "Lavrov", "nth": 1, "via": "name", "name": "Sergei Lavrov", "country": "RUS"},
        {"text": "Kerry", "nth": 1, "via": "name", "name": "John Kerry", "country": "USA"},
        {"text": "He", "nth": 1, "via": "pronoun", "name": "Sergey Lavrov", "country": "RUS"},
        {"text": "The two", "nth": 1, "via": "nominal", "name": "John Kerry; Sergey Lavrov", "country": "USA; RUS"},
    ]  # fmt: skip
    n = sets.score_actors([{"text": TEXT, "published": None, "mentions": mentions}], read)
    assert (n["mentions"], n["found"]) == (4, 3)
    assert (n["countries"], n["country"]) == (4, 2)
    assert (n["names"], n["name_right"]) == (2, 1)
    assert (n["others"], n["other_right"]) == (2, 1)


def test_occurrences_are_counted_from_one() -> None:
    assert sets.nth("aba", "a", 2) == (2, 3)
    with pytest.raises(ValueError, match="not found"):
        sets.nth("aba", "a", 3)


def test_only_the_split_that_is_asked_for(tmp_path: Path) -> None:
    item = {"text": TEXT, "anchor": "2015-12-15", "expression": "Monday", "start": "2015-12-14",
            "end": "2015-12-14", "precision": "day"}  # fmt: skip
    lines = [json.dumps({**item, "split": split}) for split in ("dev", "test", "dev")]
    (tmp_path / "dates.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert sets.score(tmp_path, read, "dev")[0][2:] == (2, 1.0)
    assert sets.score(tmp_path, read, "test")[0][2:] == (1, 1.0)

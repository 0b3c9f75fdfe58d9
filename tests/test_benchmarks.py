from __future__ import annotations

import json

import pytest

from benchmarks import __main__ as benchmarks


def test_articles_are_all_different_and_always_the_same() -> None:
    texts = [d.text for d in benchmarks.articles(60)]
    assert len(set(texts)) == 60
    assert texts == [d.text for d in benchmarks.articles(60)]


def test_figures_make_sense(capsys: pytest.CaptureFixture[str]) -> None:
    bare, read = benchmarks.speeds(2)
    assert bare > 0 < read
    shares = benchmarks.rooms(2)
    assert {"actors", "calendar", "places", "speech", "coding"} <= shares.keys()
    assert all(share > 0 for share in shares.values())
    benchmarks.stream(2)
    peak, _ = json.loads(capsys.readouterr().out)
    assert 50 < peak < 1500


def test_a_dictionary_is_imported_whole() -> None:
    assert len(set(benchmarks.dictionary(200).splitlines())) == 200
    taken, ratio = benchmarks.importing(200, runs=1)
    assert taken > 0
    assert ratio > 1

"""What is compiled from data files is kept, made anew when damaged or changed, and does not pile up."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dragoman.datafiles import compiled


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("DRAGOMAN_CACHE", str(folder))
    return folder


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "table.tsv"
    path.write_text("one\n", encoding="utf-8")
    return path


def test_built_once(cache: Path, table: Path) -> None:
    assert compiled("t", [table], lambda: "built") == "built"
    assert compiled("t", [table], lambda: pytest.fail("built again")) == "built"


def test_built_anew_for_other_contents(cache: Path, table: Path) -> None:
    compiled("t", [table], lambda: "one")
    table.write_text("two\n", encoding="utf-8")
    assert compiled("t", [table], lambda: "two") == "two"
    assert compiled("t", [table], lambda: "three", also="code") == "three"


def test_built_anew_when_damaged(cache: Path, table: Path) -> None:
    compiled("t", [table], lambda: "whole")
    (entry,) = cache.glob("t-*.pickle")
    entry.write_bytes(entry.read_bytes()[:5])
    assert compiled("t", [table], lambda: "mended") == "mended"


def test_two_installations_keep_theirs_and_old_entries_go(cache: Path, table: Path) -> None:
    for n in range(8):
        table.write_text(f"{n}\n", encoding="utf-8")
        compiled("t", [table], lambda: table.read_text(encoding="utf-8"))
        for age, entry in enumerate(sorted(cache.glob("t-*.pickle"), key=lambda p: p.stat().st_mtime)):
            os.utime(entry, (age, age))
    assert len(list(cache.glob("t-*.pickle"))) == 4
    table.write_text("6\n", encoding="utf-8")
    assert compiled("t", [table], lambda: pytest.fail("thrown away")) == "6\n"


def test_a_cache_that_cannot_be_written_is_done_without(
    tmp_path: Path, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("DRAGOMAN_CACHE", str(tmp_path / "file"))
    assert compiled("t", [table], lambda: "built") == "built"

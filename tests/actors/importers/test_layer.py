"""Layer files, as written and as a spreadsheet has saved them."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.actors import knowledge_base
from dragoman.actors.importers import IMPORTERS, Imported
from dragoman.actors.layers import read_files

HEADER = "id\tname\tkind\tcountry\tsector\taliases\n"


def read(text: str) -> Imported:
    return IMPORTERS["layer"].read(text, "a.tsv", knowledge_base())


def test_a_second_name_for_an_id_is_told_and_kept() -> None:
    found = read(f"{HEADER}x\tZed Quimby\tperson\tFJI\tGOV\nx\tAda Coil\tperson\tPER\tGOV\n")
    (entry,) = found.entries
    assert (entry.name, entry.aliases, entry.country) == ("Zed Quimby", ["Ada Coil"], "FJI")
    assert [str(i) for i in found.issues] == [
        "a.tsv:3  the id 'x' has the name 'Zed Quimby' on line 2; 'Ada Coil' is taken for another name of it",
        "a.tsv:3  Zed Quimby: country PER here, FJI on line 2; the earlier one counts",
    ]


@pytest.mark.parametrize("sign", [",", ";"])
def test_a_layer_that_a_spreadsheet_saved(sign: str, tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    rows = [
        ["id", "name", "kind", "country", "aliases"],
        ["zq", "Zed Quimby", "person", "FJI", '"Z. Quimby;Zed Q."'],
        ["ac", '"Ada Coil', "person", "FJI", ""],
        ["bc", "Bea Coil", "person", "FJI", ""],
    ]
    file.write_text("\n".join(sign.join(r) for r in rows))
    found = read_files([file])
    assert [(e.id, e.aliases) for e in found.entries] == [("zq", ["Z. Quimby", "Zed Q."]), ("bc", [])]
    assert [i.line for i in found.faults] == [3]


def test_a_column_that_is_not_read_is_told() -> None:
    assert "did you mean 'country'?" in str(read("id\tname\tkind\tcontry\nx\tZed\tperson\tFJI\n").issues[0])


def test_a_file_without_actors_is_told(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("name,country\n")
    assert [str(i) for i in read_files([file]).faults] == ["mine.csv:1  holds no actors"]

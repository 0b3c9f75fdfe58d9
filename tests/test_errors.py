"""The catalogue of errors: every code is explained, raised somewhere, and says what to do."""

from __future__ import annotations

import pickle
import re
from pathlib import Path

import pytest

from dragoman.errors import CATALOGUE, DocumentError, DragomanError, KnowledgeError, RunError

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "errors.md"


def test_every_code_is_explained_once_and_in_order() -> None:
    explained = re.findall(r"^### (D\d+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert explained == sorted(CATALOGUE) == list(CATALOGUE)


def test_every_code_is_raised() -> None:
    source = "".join(
        f.read_text(encoding="utf-8") for f in sorted((ROOT / "src").rglob("*.py")) if f.name != "errors.py"
    )
    raised = set(re.findall(r'"(D\d{3})"', source))
    assert raised == set(CATALOGUE) - {"D310"}  # the code of a KnowledgeError that names no other


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_message_says_what_and_what_to_do(code: str) -> None:
    what, remedy = CATALOGUE[code]
    assert not what.endswith(".")
    assert remedy.endswith(".")


def test_the_classes_carry_code_and_place() -> None:
    error = DocumentError("D102", "a.txt", reason="permission denied")
    assert str(error) == "D102 a.txt: cannot be read: permission denied. Check its permissions with `ls -l`."
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.where, again.code) == (str(error), "a.txt", "D102")
    assert error.at("b.txt").where == "b.txt"
    assert RunError("D202", value="x").code == "D202"
    assert str(KnowledgeError("x/y.tsv", 3, "oops")).startswith("D310 x/y.tsv:3  oops.")
    assert issubclass(KnowledgeError, DragomanError)

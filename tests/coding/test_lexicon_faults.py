"""Lexicon files of users: whatever is wrong in them is told with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.coding import lexicon
from dragoman.coding.lexicon import Lexicon, builtin_lexicon, load_lexicon
from dragoman.errors import KnowledgeError
from dragoman.knowledge import describe

HEAD = "act: CONSULT\nverbs:\n"
ENTRY = HEAD + "  - {{id: consult.zork, lemmas: [zork], {}}}\n"


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A built-in lexicon of nothing but its classes: to load the whole takes seconds."""
    classes = builtin_lexicon().classes
    monkeypatch.setattr(lexicon, "build_lexicon", lambda files: Lexicon(classes=dict(classes)))


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        ("", 1, "is empty"),
        ("# a comment\n", 1, "is empty"),
        ("zork\n", 1, "holds no mapping"),
        ("- id: consult.zork\n", 1, "holds no mapping"),
        ("act: [CONSULT]\n", 1, "act holds a list"),
        ("act: CONSULT\nverb: []\n", 1, "no section 'verb'; there are act, verbs, nouns, adjectives"),
        ("act: CONSULT\nverbs: zork\n", 1, "verbs holds 'zork'"),
        ("act: CONSULT\nverbs: {id: consult.zork}\n", 1, "verbs holds a mapping"),
        (HEAD + "  - zork\n", 1, "entry 1 of verbs is 'zork'"),
        (HEAD + "  - {lemmas: [zork]}\n", 3, "an entry has no id"),
        (HEAD + "  - {id: [a], lemmas: [zork]}\n", 3, "id holds a list"),
        (HEAD + "  - {id: a, lemmas: {b: c}}\n", 3, "lemmas holds a mapping"),
        (HEAD + "  - {id: a, lemmas: [zork, ~]}\n", 3, "lemmas holds a list with nothing"),
        (HEAD + "  - {id: a, lemmas: ['']}\n", 3, "lemmas holds a list with nothing"),
        ("verbs:\n  - {id: a, lemmas: [zork]}\n", 2, "neither it nor the file names an act"),
        (HEAD + "  - {id: a, lemmas: [b]}\n  - {id: a, lemmas: [c]}\n", 4, "the id 'a' stands in .*:3 too"),
        (ENTRY.format("mode: [phone]"), 3, "mode holds a list"),
        (ENTRY.format("frame: [visit]"), 3, "frame holds a list"),
        (ENTRY.format("governs: 7"), 3, "governs holds 7"),
        (ENTRY.format("reciprocal: maybe"), 3, "reciprocal holds 'maybe', where true or false"),
        (ENTRY.format("when: [obj]"), 3, "conditions are a list"),
        (ENTRY.format("when: {obj: {a: b}}"), 3, "obj holds a mapping"),
        (ENTRY.format("unless: {obj: }"), 3, "obj holds nothing"),
        (ENTRY.format("when: {7: a}"), 3, "no slot 7"),
        (ENTRY.format("examples: zork"), 3, "an example needs text and gives"),
        (ENTRY.format("examples: [{text: 5, gives: none}]"), 3, "the text of an example holds 5"),
        (ENTRY.format("examples: [{text: A., gives: IRN ZORK}]"), 3, "gives 'IRN ZORK' is neither none nor"),
        (ENTRY.format("id: consult.b"), 3, "the key 'id' stands twice"),
        ("act: CONSULT\nverbs:\n\t- id: a\n", 3, "a tab stands where blanks belong"),
        ("act: CONSULT\n\x00", None, "is not YAML: unacceptable character"),
    ],
)
def test_a_fault_is_told_with_file_and_line(
    tmp_path: Path, content: str, line: int | None, message: str
) -> None:
    file = tmp_path / "mine.yml"
    file.write_text(content)
    with pytest.raises(KnowledgeError, match=message) as error:
        load_lexicon([file])
    assert error.value.line == line
    assert f"/mine.yml{f':{line}' if line else ''}  " in str(error.value)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "latin.yml").write_bytes(b"act: CONSULT\n# caf\xe9\n")
    for name, code, line in (("latin.yml", "D302", 2), ("missing.yml", "D301", None), (".", "D301", None)):
        with pytest.raises(KnowledgeError) as error:
            load_lexicon([tmp_path / name])
        assert (error.value.code, error.value.line) == (code, line)


def test_a_file_where_one_is_does_not_look_like_one_at_the_root() -> None:
    assert str(KnowledgeError(Path("mine.yml"), 3, "oops")).startswith("D310 mine.yml:3  oops.")


def test_an_entry_of_ours_is_replaced_and_false_is_false(tmp_path: Path) -> None:
    file, words = tmp_path / "mine.yml", tmp_path / "classes-mine.yml"
    words.write_text("gadget: [Zorkmid, bauble]\n")
    file.write_text(ENTRY.format("frame: reciprocal, reciprocal: false, when: {obj: [$gadget]}"))
    (entry,) = load_lexicon([file, words]).entries.values()
    assert entry.frame.reciprocal is False
    assert entry.when[0].classes == (frozenset({"zorkmid", "bauble"}),)


def test_an_entry_of_ones_own_is_explained(tmp_path: Path) -> None:
    file = tmp_path / "mine.yml"
    file.write_text(HEAD + "  - {id: consult.palaver, lemmas: [palaver], frame: reciprocal}\n")
    assert "verb palaver" in (describe("consult.palaver", load_lexicon([file])) or "")
    assert describe("consult.palaver") is None

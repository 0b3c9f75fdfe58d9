"""Folding, splitting and comparing names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors.names import DATA, fold, last_name, name_key, pieces, skeleton, slug, word_key, words_of
from dragoman.datafiles import read_yaml


@given(st.text())
def test_fold_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Erdoğan", "erdogan"),
        ("ÁLVARO", "alvaro"),
        ("Wałęsa", "walesa"),
        ("İstanbul", "istanbul"),
        ("Sana’a", "sana'a"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Secretary-General of the U.N.", ["secretary", "general", "of", "the", "u.n."]),
        ("Russia's", ["russia", "'s"]),
        ("N'Djamena", ["ndjamena"]),
        ("dzhebhat EN – Nusra", ["dzhebhat", "en", "–", "nusra"]),
        ("P5+1", ["p5", "+", "1"]),
    ],
)
def test_pieces(text: str, parts: list[str]) -> None:
    assert pieces(text) == parts


def test_words_keep_every_mark() -> None:
    assert words_of("Port-au-Prince") == ("port", "-", "au", "-", "prince")


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("Bashar al-Assad", "Assad"),
        ("Boutros Boutros-Ghali", "Boutros-Ghali"),
        ("Joseph Kabila Jr.", "Kabila"),
    ],
)
def test_last_name(name: str, last: str) -> None:
    assert last_name(name) == last


def test_slug() -> None:
    assert slug("Cote d’Ivoire") == "cote-divoire"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Dmitriy Peskov", "Dmitry Peskov"),
        ("Volodymyr Zelenskiy", "Volodymyr Zelensky"),
        ("Houcine", "Hucine"),
    ],
)
def test_spellings_with_one_key(a: str, b: str) -> None:
    assert name_key(pieces(a)) == name_key(pieces(b))


def test_skeleton_joins_what_translation_broke() -> None:
    assert skeleton(name_key(pieces("dzhebhat EN – Nusra"))) == skeleton(name_key(pieces("Jabhat al-Nusra")))


def test_every_rule_does_what_its_example_says() -> None:
    for rule in read_yaml(DATA / "transliteration.yml"):
        example = rule.get("example", "")
        if " = " in example:
            one, _, other = example.partition(" = ")
            assert word_key(fold(one)) == word_key(fold(other)), f"line {rule['__line__']}: {example}"

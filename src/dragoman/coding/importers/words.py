"""What part of speech a word of a dictionary can be, by the word lists of the parser."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from pathlib import Path

import spacy.util
from spacy.lookups import Lookups

from dragoman.datafiles import shipped_yaml
from dragoman.language.grammar import lemma_repairs
from dragoman.language.parser import DEFAULT_MODEL


@lru_cache(maxsize=1)
def kinds_of_words() -> dict[str, frozenset[str]]:
    """The words of a pattern that are no content words, by what they are."""
    raw = shipped_yaml(resources.files("dragoman.coding.importers") / "data" / "words.yml")
    return {name: frozenset(words) for name, words in raw.items() if name != "__line__"}


class Words:
    """The lemmatizer's lists of the default parser: base forms, irregular forms, and rules for the regular ones."""

    def __init__(self) -> None:
        root = Path(spacy.util.get_package_path(DEFAULT_MODEL))
        file = next(root.rglob("lemmatizer/lookups/lookups.bin"))
        lists = Lookups().from_bytes(file.read_bytes())
        index, irregular, rules = (lists.get_table(f"lemma_{x}") for x in ("index", "exc", "rules"))
        self._index = {p: frozenset(index[p]) for p in ("noun", "verb", "adj", "adv")}
        self._irregular: dict[str, dict[str, list[str]]] = {p: irregular[p] for p in ("noun", "verb")}
        self._rules: dict[str, list[list[str]]] = {p: rules[p] for p in ("noun", "verb")}

    def base(self, word: str, part: str) -> str | None:
        """The base form of a word as a noun or a verb, `None` where it is none."""
        if word in self._index[part]:
            return word
        irregular = self._irregular[part].get(word)
        if irregular:
            return irregular[0]
        for old, new in self._rules[part]:
            if (
                old
                and word.endswith(old)
                and (form := word[: len(word) - len(old)] + new) in self._index[part]
            ):
                return form
        return None

    def lemmas(self, verb: str) -> tuple[str, ...]:
        """The lemmas under which the reader finds the forms of a verb in its base form: mostly one.

        A verb that is in no list comes back from its past with an `e` (`keelhaul`); the reader's own repairs name some otherwise.
        """
        stem = verb.removesuffix("e")
        forms = (f"{verb}s", f"{stem}ed", f"{stem}ing", f"{stem.removesuffix('y')}ied")
        repaired = [lemma for f in forms if (lemma := lemma_repairs().get(f)) is not None]
        unlisted = [f"{verb}e"] if verb not in self._index["verb"] and stem == verb else []
        return tuple(dict.fromkeys((verb, *repaired, *unlisted)))

    def describes(self, word: str) -> bool:
        """Whether a word is an adjective or an adverb."""
        return word in self._index["adj"] or word in self._index["adv"]


@lru_cache(maxsize=1)
def words() -> Words:
    """The lists, read once."""
    return Words()

"""Names as they are compared: folded letters, words, spelling systems, family names.

Three ways of writing a name, from strict to loose:

- `fold`: lower case, no accents, one character for one;
- `name_key`: folded words rewritten by the rules of `data/transliteration.yml`, articles left out;
- `skeleton`: the consonants of a key, for names that machine translation broke.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from typing import Any

from dragoman.datafiles import shipped_yaml
from dragoman.errors import KnowledgeError

DATA = resources.files("dragoman.actors") / "data"
# Places and others split names with this one: every mark is a word of its own.
WORD = re.compile(r"\w+|[^\w\s]")
# The scanner's words: dotted initials stay whole, an apostrophe inside a name does not part it, a line ends a phrase.
PIECE = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:'(?!s\b)[^\W_]+)*|'s\b|\n|[^\w\s]")
SMALL = frozenset({"of", "the", "for", "and", "on", "'s", "in", "to", "de", "la", "a", "'"})
_ARTICLES = frozenset(
    [
        "al",
        "el",
        "an",
        "en",
        "ad",
        "ed",
        "as",
        "es",
        "ash",
        "esh",
        "at",
        "et",
        "ar",
        "er",
        "az",
        "ez",
        "ul",
        "il",
    ]
)
_LETTERS = {
    "ß": "s",
    "æ": "a",
    "œ": "o",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "t",
    "ı": "i",
    "ə": "a",
    "’": "'",
    "ʼ": "'",
    "ʻ": "'",
    "`": "'",
}
_VOWELS = re.compile(r"[aeiouy'\s]+")
_DOUBLE = re.compile(r"(.)\1+")
_JUNIOR = frozenset({"jr", "sr", "ii", "iii", "iv", "vi", "xvi", "xiv"})


class _Fold(dict[int, str]):
    """A table for `str.translate` that folds each character once: always one for one."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        lower = char.lower()
        folded = _LETTERS.get(lower)
        if folded is None:
            parts = [c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c)]
            folded = parts[0].lower() if parts and len(parts[0].lower()) == 1 else lower[:1] or char
            folded = _LETTERS.get(folded, folded)
        self[code] = folded
        return folded


_FOLD = _Fold()


def fold(text: str) -> str:
    """Lower-case letters without accents, exactly one for each character."""
    if text.isascii():
        return text.lower()
    return text.translate(_FOLD)


def words_of(phrase: str) -> tuple[str, ...]:
    """A phrase as folded words and marks."""
    if phrase.isascii():
        return tuple(WORD.findall(phrase.lower()))
    return tuple(fold(w) for w in WORD.findall(phrase))


def pieces(phrase: str) -> list[str]:
    """A phrase as the scanner sees it: folded words, hyphens inside compounds and apostrophes gone."""
    folded = fold(phrase)
    out = []
    for m in PIECE.finditer(folded):
        piece = m.group()
        if (
            piece == "-"
            and m.start()
            and m.end() < len(folded)
            and folded[m.start() - 1 : m.end() + 1].strip() == folded[m.start() - 1 : m.end() + 1]
        ):
            continue
        if piece != "\n":
            out.append(piece.replace("'", "") if len(piece) > 2 else piece)
    return out


def slug(name: str) -> str:
    """An id from a name."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name).replace("'", "")).strip("-") or "x"


@lru_cache(maxsize=1)
def _rules() -> list[tuple[re.Pattern[str], str]]:
    file = DATA / "transliteration.yml"
    if not file.is_file():
        return []
    raw: Any = shipped_yaml(file)
    if isinstance(raw, dict):
        raw = next((v for k, v in raw.items() if isinstance(v, list)), [])
    out = []
    for item in raw:
        try:
            out.append((re.compile(str(item["from"])), str(item["to"] or "").replace("$", "\\")))
        except (KeyError, TypeError, re.error) as error:
            line = item.get("__line__") if isinstance(item, dict) else None
            raise KnowledgeError(str(file), line, f"is no rewriting rule: {error}") from error
    return out


@lru_cache(maxsize=16384)
def word_key(word: str) -> str:
    """A folded word in one spelling for all that the transliteration rules hold equal."""
    for pattern, to in _rules():
        word = pattern.sub(to, word)
    return _DOUBLE.sub(r"\1", word)


def name_key(words: Sequence[str]) -> str:
    """Folded words as a comparison key: rewritten, without articles, marks and initials' full stops."""
    out = [word_key(w) for w in words if w[0].isalnum()]
    kept = [w for w in out if w not in _ARTICLES]
    return " ".join(kept or out)


@lru_cache(maxsize=16384)
def skeleton(key: str) -> str:
    """The consonants of a key, an initial vowel of each word as `a`."""
    out = []
    for word in key.split():
        bare = _VOWELS.sub("", word).replace("h", "")
        out.append(("a" if word[0] in "aeiou" else "") + bare)
    return _DOUBLE.sub(r"\1", "".join(out))


def last_name(name: str) -> str:
    """The family name of a name in Western order."""
    words = [w for w in name.split() if fold(w).strip(".,") not in _JUNIOR]
    if not words:
        return name
    last = words[-1]
    prefix, _, rest = last.partition("-")
    if rest and prefix.lower() in _ARTICLES:
        return rest
    return last

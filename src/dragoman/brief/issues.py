"""Which issues are one: the same id, or labels that say the same after folding."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from dragoman.datafiles import read_yaml, shipped_yaml
from dragoman.errors import KnowledgeError
from dragoman.schema import Issue

# Folded labels with this token_set_ratio say the same. Swept from 50 to 100 on the 88 pairs of
# tests/brief/label_pairs.tsv (written along with the guards below, not held out): alone F1 0.67 at 50, 0.81 at 80,
# 0.88 at 90, 0.87 at 100; with the guards of `same_issue` 0.99 from 50 to 94, 0.97 above.
SAME = 90
# A left-over word of one label is a word of the other from this ratio on: Vienna and Viena, talk and talks.
_SAME_WORD = 85
_FEWEST = 2  # folded words that the shorter of two labels must have to be found inside a longer one
_BEFORE = 4  # words before a known wording in which a turning word turns it
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_OF_SOMEBODY = frozenset({"him", "her", "them", "us", "me", "you", "himself", "herself", "themselves"})
_OWNERS = frozenset({"his", "her", "their", "our", "my", "your"})
_LEAD = re.compile(
    r"(?:the )?(?:urgent |vital )?(?:need|necessity|importance|willingness|readiness) (?:for|of|to) ",
    re.IGNORECASE,
)
_ENDINGS = (
    "ations",
    "ation",
    "isation",
    "ization",
    "ings",
    "ing",
    "ments",
    "ment",
    "ions",
    "ion",
    "ed",
    "es",
    "s",
    "e",
)


@dataclass(frozen=True, slots=True)
class _Words:
    empty: frozenset[str]
    turning: frozenset[str]
    denying: frozenset[str]
    nameless: frozenset[str]
    bare: frozenset[str]
    example: re.Pattern[str]
    forms: dict[str, str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    raw: dict[str, Any] = shipped_yaml(resources.files("dragoman") / "brief" / "data" / "words.yml")
    forms = {k: v for k, v in raw["forms"].items() if k != "__line__"}
    empty, turning, denying, nameless = (
        frozenset(raw[name]) for name in ("empty", "turning", "denying", "nameless")
    )
    bare = frozenset(_stem(w) for w in raw["bare"])
    example = re.compile("|".join(rf"(?<!\w){re.escape(w)}" for w in raw["example"]), re.IGNORECASE)
    return _Words(empty, turning, denying, nameless, bare, example, forms)


@dataclass(frozen=True, slots=True)
class KnownIssue:
    """An issue of an issues file: its id, label and the wordings that speak of it."""

    issue: Issue
    pattern: re.Pattern[str]


def load_issues(file: Path | Traversable | None = None) -> list[KnownIssue]:
    """The issues of a file in the format of `speech/data/issues.yml`; the built-in ones when none is given.

    Raises `KnowledgeError` with file and line on the first fault.
    """
    source = file if file is not None else resources.files("dragoman") / "speech" / "data" / "issues.yml"
    raw = read_yaml(source)
    if not isinstance(raw, dict):
        raise KnowledgeError(str(source), 1, "an issues file holds `id: {label: ..., wordings: [...]}`")
    out = []
    for id_, item in raw.items():
        if id_ == "__line__":
            continue
        line = item.get("__line__") if isinstance(item, dict) else raw["__line__"]
        if not isinstance(item, dict) or not isinstance(item.get("label"), str) or not item["label"].strip():
            raise KnowledgeError(str(source), line, f"issue {id_!r} has no label")
        wordings = item.get("wordings")
        if (
            not isinstance(wordings, list)
            or not wordings
            or not all(isinstance(w, str) and w for w in wordings)
        ):
            raise KnowledgeError(str(source), line, f"issue {id_!r} has no list of wordings")
        try:
            pattern = re.compile("|".join(f"(?:{w})" for w in wordings), re.IGNORECASE)
        except re.error as error:
            raise KnowledgeError(
                str(source), line, f"issue {id_!r} has a wording that is no regular expression ({error})"
            ) from None
        out.append(KnownIssue(Issue(id=str(id_), label=item["label"].strip()), pattern))
    return out


@lru_cache(maxsize=1)
def builtin_issues() -> tuple[KnownIssue, ...]:
    """The built-in issues."""
    return tuple(load_issues())


def _plain(word: str) -> str:
    """A word without case, accents, possessive and hyphens."""
    word = re.sub(r"['’]s?$", "", word.lower())
    word = unicodedata.normalize("NFKD", word)
    return "".join(c for c in word if c.isalnum()).replace("isation", "ization")


def _stem(word: str) -> str:
    """A word without its ending, as far as four letters are left: plural, verb and noun fall together."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4 and not word.endswith(("ss", "us", "is")):
            stem = word[: -len(ending)]
            return stem[:-1] if stem.endswith("e") and len(stem) > 4 else stem
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@lru_cache(maxsize=8192)
def fold_label(label: str) -> tuple[str, ...]:
    """The words of a label that say what it is about, without their endings, each once and in order."""
    words = _words()
    out: dict[str, None] = {}
    for word in _WORD.findall(label):
        plain = _plain(word)
        if plain in words.empty:
            continue
        if plain.endswith("ies") and len(plain) > 4:
            plain = plain[:-3] + "y"
        plain = words.forms.get(plain, plain)
        if plain:
            out[_stem(plain)] = None
    return tuple(out)


@lru_cache(maxsize=8192)
def _turns(label: str) -> frozenset[str]:
    """The words of a label that turn it round, folded."""
    words = _words()
    found = (_plain(w) for w in _WORD.findall(label))
    return frozenset(_stem(words.forms.get(w, w)) for w in found if w in words.turning or w in words.denying)


def _names(label: str) -> frozenset[str]:
    """The names and figures of a label, folded: they say whose and where."""
    return frozenset(
        f for w in _WORD.findall(label) if w[0].isupper() or w[0].isdigit() for f in fold_label(w)
    )


def is_turned(label: str) -> bool:
    """Whether the first word of a label turns round what follows: `lifting of sanctions`."""
    folded = _turns(label)
    first = fold_label(label)[:1]
    return bool(first) and first[0] in folded


def names_an_issue(label: str) -> bool:
    """Whether a label is more than a piece of a sentence: `which`, `are ridiculous`, `their work` name no issue."""
    found, words = _WORD.findall(label), _words()
    folded = fold_label(label)
    return (
        bool(found)
        and (_plain(found[0]) not in words.nameless or _is_acronym(found[0]))
        and any(len(w) > 2 for w in folded)
        and not set(folded) <= words.bare
        and not _is_of_somebody_else(found)
    )


def _is_of_somebody_else(found: list[str]) -> bool:
    """Whether a label ends in somebody whom only its text names: `appeasing them`, `speaking on his behalf`."""
    last = _plain(found[-1])
    return last in _OF_SOMEBODY or (last == "behalf" and len(found) > 1 and _plain(found[-2]) in _OWNERS)


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def short_label(label: str) -> str:
    """A label without a `need for` or `willingness to` before it: the issue is what follows."""
    return label[m.end() :] if (m := _LEAD.match(label)) is not None else label


def is_example(words: str, known: KnownIssue) -> bool:
    """Whether the words of a text name a known issue only as an example of something else."""
    match = known.pattern.search(words)
    return match is not None and _words().example.search(words, 0, match.start()) is not None


def phrase_after(words: str, cue: str) -> str | None:
    """The words after a cue to the end of their clause: what `stated willingness` is towards.

    The cue is a word of any ending, or empty for the start of the words.
    """
    begin = rf"\b{re.escape(cue)}\w*" if cue else r"^"
    match = re.search(rf"{begin}\s+(?:(?:to|for|of|that|in)\s+)?([^,.;:!?]+)", words, re.IGNORECASE)
    return " ".join(match.group(1).split()) if match is not None else None


def same_issue(a: str, b: str, threshold: float = SAME) -> bool:
    """Whether two labels say the same. What one adds to the other may narrow it, never turn it or move it elsewhere.

    `sanctions against Russia` and `lifting the sanctions against Russia` are two issues, so are `ceasefire in
    Syria` and `ceasefire in Libya`.
    """
    left, right = fold_label(a), fold_label(b)
    if not left or not right or _aims(a, b):
        return False
    if set(left) == set(right):
        return True
    if min(len(left), len(right)) < _FEWEST or _turns(a) != _turns(b):
        return False
    more_left = [w for w in left if not _among(w, right)]
    more_right = [w for w in right if not _among(w, left)]
    if more_left and more_right:
        return False
    # A name that only one label has says of whom or where, unless the other names somebody too.
    names_a, names_b = _names(a), _names(b)
    if bool(names_a) != bool(names_b):
        return False
    return fuzz.token_set_ratio(" ".join(left), " ".join(right)) >= threshold


def _aims(a: str, b: str) -> bool:
    """Whether two labels are against different parties: `EU sanctions against Russia`, `... against the EU`."""
    ends = [label.rpartition(" against ")[2] if " against " in label else "" for label in (a, b)]
    left, right = (_names(end) for end in ends)
    return bool(left and right) and not any(_among(w, tuple(right)) for w in left)


def _among(word: str, others: tuple[str, ...]) -> bool:
    return any(word == o or fuzz.ratio(word, o) >= _SAME_WORD for o in others)


def known_in(label: str, known: list[KnownIssue]) -> Issue | None:
    """The first issue of a list whose wording a label has."""
    return next((k.issue for k in known if k.pattern.search(label)), None)


def turned_wording(words: str, known: KnownIssue) -> str | None:
    """The exact words of a text that turn a known issue round: `withdrawal from the Iran nuclear deal`; else `None`."""
    match = known.pattern.search(words)
    if match is None:
        return None
    turning = _words().turning
    clause = max((words.rfind(c, 0, match.start()) for c in ".;:!?,"), default=-1) + 1
    before = list(_WORD.finditer(words, clause, match.start()))[-_BEFORE:]
    start = next((m.start() for m in before if _plain(m.group()) in turning), None)
    return words[start : match.end()] if start is not None else None

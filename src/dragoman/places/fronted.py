"""A place that opens a clause without a comma: `In Sochi Turkey signed the treaty`.

The parser takes place and name for one name (`Sochi Turkey`) and finds nobody who signs. As behind an opening date
(`language.fronted`), the blank between them becomes a comma, so that every offset stays.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources

from dragoman.actors.knowledge import KnowledgeBase, words_of
from dragoman.datafiles import read_words
from dragoman.language.fronted import CLAUSE_BEGINS
from dragoman.places.gazetteer import Gazetteer

_OPENING = re.compile(
    rf"(?:{CLAUSE_BEGINS}|(?<=\bwhile ))"
    r"(?:[Ii]n|[Aa]t|[Ff]rom|[Nn]ear|[Oo]utside) (?=[A-Z]|the [A-Z])",
    re.MULTILINE,
)
_WORD = re.compile(r"\S+")
_DAY = re.compile(r"(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today")
_LANDS = frozenset({"name", "capital", "metonym"})  # of names of states, `the Kremlin` among them
_LONGEST = 5  # words of a place


@lru_cache(maxsize=1)
def _joined() -> frozenset[str]:
    return frozenset(read_words(resources.files("dragoman.places") / "data" / "joined.txt"))


class Openings:
    """Parts the place that opens a clause from the name behind it."""

    def __init__(self, places: Gazetteer, actors: KnowledgeBase) -> None:
        self.places, self.actors = places, actors

    def part(self, text: str) -> str:
        """The text with a comma between an opening place and a name, as long as before."""
        blanks = [at for m in _OPENING.finditer(text) if (at := self._blank(text, m.end())) is not None]
        for at in blanks:
            text = f"{text[:at]},{text[at + 1 :]}"
        return text

    def _blank(self, text: str, start: int) -> int | None:
        """Where the blank after the place that begins at a character is, if a name follows."""
        words: list[re.Match[str]] = []
        for m in _WORD.finditer(text, start, start + 120):
            if words and text[words[-1].end() : m.start()] != " ":
                break
            words.append(m)
            if len(words) > _LONGEST + 2:
                break
        for n in range(min(_LONGEST, len(words) - 1), 0, -1):
            name = text[start : words[n - 1].end()]
            if n > 1 and name[-1] in ",;:" and self._is_place(name[:-1]):
                return None  # "In San Jose, the president": no town called San
            if not self._is_place(name):
                continue
            day = _DAY.match(text, words[n - 1].end() + 1)
            end = day.end() if day is not None else words[n - 1].end()
            return end if self._name_follows(text, end, name, day is not None) else None
        return None

    def _is_place(self, name: str) -> bool:
        key = words_of(name.removeprefix("the "))
        if not key or not name[-1].isalnum():
            return False
        if any(phrase == key for phrase, _ in self.places.beginning(key[0])):
            return True
        return any(t.flavour in _LANDS for t in self.actors.exactly(name.removeprefix("the ")))

    def _name_follows(self, text: str, end: int, name: str, dated: bool) -> bool:
        """Whether somebody's name begins after the blank at `end`, and not the second half of one name."""
        m = _WORD.match(text, end + 1)
        if text[end : end + 1] != " " or m is None or not m.group().strip('"')[:1].isupper():
            return False
        following = re.sub(r"\W.*", "", m.group()).lower()
        if _DAY.match(m.group()) or (not dated and following in _joined()):
            return False
        first = name.rpartition(" ")[2].lower()
        if not dated and " " not in name and first in self.actors.given_names:
            return False  # "In Victoria Nuland's view"
        return dated or not self.actors.exactly(text[end - len(name) : m.end()])

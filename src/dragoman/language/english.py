"""Whether a text is in English at all: the parser makes sentences of any words, and a wrong reading looks like a right one.

Of the words of English news that are not names, every third is one of a short list (`data/english.txt`); of texts in other
languages, one in fifty. The poorest of 188 texts of the open gold, rough translations among them, has 35 in 100, headlines
alone have 28, the richest of seventeen other languages 2.
"""

from __future__ import annotations

import re
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.language.lists import words
from dragoman.schema import Warning_

OTHER_LANGUAGE: Final = "other language"
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_JUDGED: Final = 6000  # characters that are looked at
_SHORTEST: Final = 300  # characters of a text that is judged by its words
_FEWEST: Final = 25  # words beside names
_LEAST: Final = 12  # in 100
# Beyond the letters with which Latin scripts write Europe's languages.
_BEYOND: Final = re.compile(r"[^\x00-\u024f]")
_LETTERS: Final = 100  # of a text that is judged by its script


def other_language(text: str) -> str | None:
    """What to tell of a text that seems not to be in English, `None` for English and for what is too short to tell."""
    found = _WORD.findall(text[:_JUDGED])
    letters = "".join(found)
    beyond = 0 if letters.isascii() else len(_BEYOND.findall(letters))
    if len(letters) >= _LETTERS and 2 * beyond > len(letters):
        return "seems not to be in English, which alone is read: most of its letters are not Latin"
    judged = [w for w in found if not w[0].isupper()]
    if len(judged) < _FEWEST and sum(w.isupper() and len(w) > 1 for w in found) > len(found) / 2:
        judged = found  # all in capitals
    if len(text) < _SHORTEST or len(judged) < _FEWEST:
        return None
    share = 100 * sum(map(words("english").__contains__, map(str.lower, judged))) // len(judged)
    if share >= _LEAST:
        return None
    return f"seems not to be in English, which alone is read: of 100 of its words {share} are common English ones, where others have 35"


if not Doc.has_extension("warnings"):
    Doc.set_extension("warnings", default=None)


@Language.component("dragoman_english", assigns=["doc._.warnings"])
def doubt_language(doc: Doc) -> Doc:
    """Warn of a text that seems to be in another language."""
    document = doc._.document
    told = other_language(document.text if document is not None else doc.text)
    if told is not None:
        warning = Warning_(kind=OTHER_LANGUAGE, message=f"the text {told}")
        doc._.warnings = [*(doc._.warnings or []), warning]
    return doc

"""Where a text quotes: spans between quotation marks of any kind, nested and unclosed ones too."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from dragoman.language.layout import layout_of

_OPEN = "“„«‟〝"
_CLOSE = "”»〞"
_SINGLE = ("‘", "'")
# Two strokes make one mark: ``like this''.
_MARK = re.compile("``|''|[“”„‟«»〝〞\"＂]|(?<![\\w'])[‘'](?=\\w)|(?<=[\\w.,!?])[’'](?!\\w)")
# A mark on the wrong side of its blank: `an agreement soon, ”he said`, `no help, “she told reporters`.
_TOLD = re.compile(
    r"(?:(?:he|she|they|it|the [\w ]{2,30}?|[A-Z][\w-]+) )?(?:said|added|told|stressed|noted|declared)\b"
)


@dataclass(frozen=True)
class Quotation:
    """A quoted stretch of text.

    `start`/`end` enclose the content without the marks; `depth` is 0 for an outermost quotation;
    `closed` is False when the text never closes it (a quotation that runs over paragraphs, or a slip):
    it then ends with its paragraph.
    """

    start: int
    end: int
    depth: int
    closed: bool


def find_quotations(text: str, start: int, end: int) -> list[Quotation]:
    """Quotations inside `text[start:end]` (one paragraph), in the order of their starts."""
    stack: list[tuple[int, str]] = []
    out: list[Quotation] = []
    for match in _MARK.finditer(text, start, end):
        at, mark = match.start(), match.group(0)
        before = text[at - 1] if at > start else " "
        after = text[match.end()] if match.end() < end else " "
        single = mark in ("’", *_SINGLE)
        # „...“ and “...“: the mark closes what that one opened
        closing = mark in "“‟" and bool(stack) and (stack[-1][1] == "„" or _ends(stack[-1][1], before, after))
        # `problem, “she said`: a slip even where nothing is open; `. “Clinton said` may open a quotation
        slipped = before == " " and text[max(at - 2, 0)] in ",.!?" and (bool(stack) or after.islower())
        shifted = slipped and _TOLD.match(text, match.end(), end)
        if not (closing or shifted) and _opens(mark, before, after, bool(stack)):
            stack.append((at, mark))
            continue
        while stack and (stack[-1][1] in _SINGLE) != single:
            if single:
                break  # an apostrophe inside a double quotation
            stack.pop()  # a single quotation that never closed: an apostrophe after all
        if stack and (stack[-1][1] in _SINGLE) == single:
            begin, opened = stack.pop()
            if at > begin + len(opened):
                out.append(Quotation(begin + len(opened), at, len(stack), True))
    for depth, (begin, mark) in enumerate(stack):
        if mark not in _SINGLE and end > begin + len(mark) and depth == 0:
            out.append(Quotation(begin + len(mark), end, depth, False))
    return sorted(out, key=lambda q: (q.start, -q.end))


def _ends(opened: str, before: str, after: str) -> bool:
    """Whether a mark that should open stands where only one that closes can: `“We hope for it“ he said`."""
    return opened in "“‟" and not before.isspace() and (after.isspace() or after in ",.;:!?)")


def _opens(mark: str, before: str, after: str, inside: bool) -> bool:
    if mark in _OPEN or mark == "``":
        return True
    if mark in _CLOSE:
        # Translated texts close with the mark they should open with, and the other way round.
        return not inside and (before.isspace() or before in "([") and not after.isspace()
    if mark in "‘":
        return True
    if (
        mark in ('"', "＂", "''") and before.isspace() and after.isspace()
    ):  # blanks on both sides: a slip of a translation
        return not inside
    return (before.isspace() or before in '([—–-/“«"') and not after.isspace()


def quotations_of(doc: Doc) -> list[Quotation]:
    """The quotations of a doc's body and title, found once, read from the document's own text."""
    found: list[Quotation] | None = doc._.quotations
    if found is None:
        document = doc._.document
        text = document.text if document is not None else doc.text
        found = [
            q
            for block in layout_of(doc).blocks
            if block.kind in ("body", "heading", "title")
            for q in find_quotations(text, block.start, block.end)
        ]
        doc._.quotations = found
    return found


if not Doc.has_extension("quotations"):
    Doc.set_extension("quotations", default=None)

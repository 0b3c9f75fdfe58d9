"""What each stretch of a text is: title, heading, dateline, body, or a link to another story.

Works on characters, before parsing. Blocks are lines that hold something; they never overlap and stand in
text order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Any, Literal

from spacy.attrs import IDX, IS_ALPHA, IS_LOWER, IS_SPACE, LENGTH, ORTH, SENT_START, SPACY
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.datafiles import read_words
from dragoman.language.datelines import dateline, known_town, only_capitals, opens_like_dateline
from dragoman.language.furniture import folded, is_furniture, story_end
from dragoman.language.masthead import masthead
from dragoman.language.wrapping import unwrapped
from dragoman.schema import Related

BlockKind = Literal["title", "repeat", "heading", "label", "related", "byline", "body"]

_LINE = re.compile(r"[^\n\r]+")
_MARK = re.compile(r"\s*(?:#{1,6} +)?")  # the sign of a heading in Markdown is none of its words
_TERMINAL = re.compile(r"[.!?:;,…][\"'”’»)\]]*$")
_BYLINE = re.compile(
    r"^(?:\[.{3,120}\]$|by [A-Z][\w.'-]+ (?:[A-Z][\w.'-]+ ?){1,3}$|photo(?:s| by|:|graph)|image:|video:|source:|copyright\b|\(reporting by |share\b.{0,20}$)",
    re.IGNORECASE,
)
# What the sentence breaks need of a token, and the marks of its start as spaCy keeps them: 1 and -1, unsigned.
_ATTRS = [IDX, LENGTH, ORTH, IS_SPACE, IS_ALPHA, IS_LOWER, SPACY]
_BEGINS, _GOES_ON = 1, 2**64 - 1
_STUCK = frozenset({"He", "She", "They"})
TITLE_LIMIT = 200  # characters; longer first lines are lead paragraphs
HEADING_WORDS = 12
_HEAD = 12  # lines in which a title may stand again, and blocks that a dateline may come after


@dataclass(frozen=True)
class Block:
    """One line of the text: what it is, and where (character offsets)."""

    kind: BlockKind
    start: int
    end: int


@dataclass
class Layout:
    """The blocks of a text, with the dateline read from its first body line.

    `dateline_span` covers the whole dateline; `dateline_place` and `dateline_date` the parts inside it. `dated` is the day,
    with its year, that a line of the head bears.
    """

    blocks: list[Block] = field(default_factory=list)
    related: list[Related] = field(default_factory=list)
    title: str | None = None
    dateline_span: tuple[int, int] | None = None
    dateline_place: tuple[int, int] | None = None
    dateline_date: tuple[int, int] | None = None
    dated: tuple[int, int] | None = None

    def kind_at(self, offset: int) -> BlockKind | None:
        """The kind of the block that an offset lies in, else `None`."""
        for block in self.blocks:
            if block.start <= offset < block.end:
                return block.kind
        return None


@lru_cache(maxsize=1)
def _link_labels() -> frozenset[str]:
    return frozenset(read_words(resources.files("dragoman.language") / "data" / "link_labels.txt"))


def _lines(text: str) -> list[tuple[int, int]]:
    out = []
    for match in _LINE.finditer(text):
        line = match.group(0)
        mark = _MARK.match(line)
        left = mark.end() if mark is not None else 0
        stripped = line[left:].strip()
        if stripped:
            out.append((match.start() + left, match.start() + left + len(stripped)))
    return out


def _is_sentence(line: str) -> bool:
    return bool(_TERMINAL.search(line))


def lay_out(text: str, title: str | None = None) -> Layout:
    """Find the blocks of a text. `title` is the document's own title, where metadata give one."""
    text = unwrapped(text)
    lines = _lines(text)
    head = masthead(text, lines)
    over = story_end([text[start:end] for start, end in lines])
    layout = Layout(dated=head.day)
    kinds: list[BlockKind] = []
    wanted = folded(title) if title else None
    several = len(lines) > 1
    awaiting = False  # a link label was read, its title comes next
    for number, (start, end) in enumerate(lines):
        line = text[start:end]
        told = folded(line)
        label, _, rest = line.partition(":")
        kind: BlockKind
        if number >= over:
            kind = "byline"
        elif number in head.aside or number == head.title:
            kind = "title" if number == head.title else "byline"
            layout.title = line if number == head.title else layout.title
            wanted = told if number == head.title else wanted
        elif awaiting and len(line) <= TITLE_LIMIT:
            kind = "related"
            layout.related.append(Related(title=line, span=(start, end)))
            awaiting = False
        elif told in _link_labels():
            kind, awaiting = "label", True
        elif rest.strip() and folded(label) in _link_labels() and len(rest) <= TITLE_LIMIT:
            kind = "related"
            offset = start + len(label) + 1 + len(rest) - len(rest.lstrip())
            layout.related.append(Related(title=text[offset:end], span=(offset, end)))
        elif is_furniture(line):
            kind = "byline"
        elif (
            several
            and not any(k == "title" for k in kinds)
            and all(k == "byline" for k in kinds)
            and not _BYLINE.search(line)
            and (wanted == told or _looks_like_title(line))
        ):
            kind, layout.title = "title", line
            wanted = told
        elif wanted and told == wanted and number <= _HEAD:
            kind = "repeat" if layout.title else "title"
            layout.title = layout.title or line
        elif _BYLINE.search(line) and len(line) < 120:
            kind = "byline"
        elif (
            number
            and number + 1 < len(lines)
            and not _is_sentence(line)
            and len(told.split()) <= HEADING_WORDS
            and not line.startswith(("-", "–", "•", "*"))
            and text[end : lines[number + 1][0]].count("\n") > 1
            and not opens_like_dateline(line)
        ):
            kind = "heading"
        else:
            kind = "body"
        kinds.append(kind)
    layout.blocks = [Block(k, s, e) for k, (s, e) in zip(kinds, lines, strict=True)]
    _find_dateline(text, layout)
    if layout.dateline_span is None and head.day is not None and head.place is not None:
        layout.dateline_span = (head.place[0], head.day[1])
        layout.dateline_place, layout.dateline_date = head.place, head.day
    return layout


def _looks_like_title(line: str) -> bool:
    return len(line) <= TITLE_LIMIT and not re.search(r"[.;,][\"'”’»)]*$", line) and not dateline(line)


def _find_dateline(text: str, layout: Layout) -> None:
    body = [b for b in layout.blocks if b.kind == "body"][:_HEAD]
    if not body:
        return
    first = body[0]
    line = text[first.start : first.end]
    found = dateline(line) or only_capitals(text, line)
    if found is None and layout.title is not None:
        found = known_town(text, line)
    if found is None:  # a caption, or what a page tells before the story, comes first
        told = ((b, dateline(text[b.start : b.end])) for b in body[1:])
        sure = next(((b, f) for b, f in told if f is not None and f.sure), None)
        if sure is None:
            return
        first, found = sure

    def placed(span: tuple[int, int] | None) -> tuple[int, int] | None:
        return None if span is None else (first.start + span[0], first.start + span[1])

    layout.dateline_span = placed((0, found.end))
    layout.dateline_place, layout.dateline_date = placed(found.place), placed(found.date)


def layout_of(doc: Doc) -> Layout:
    """The layout of a doc, found when it was not yet."""
    found: Layout | None = doc._.layout
    if found is None:
        document = doc._.document
        text, title = (doc.text, None) if document is None else (document.text, document.title)
        found = doc._.layout = lay_out(text, title)
    return found


for _name in ("document", "layout"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)


@Language.component("dragoman_layout", assigns=["doc._.layout", "token.is_sent_start"])
def set_layout(doc: Doc) -> Doc:
    """Find the layout, and let every block and the text after a dateline begin a sentence.

    No word in lower case does that stands right behind another word: `China | imposed sanctions`. So does a pronoun that lost the full stop before it: `with its neighbour GeorgiaHe said`.
    """
    layout = layout_of(doc)
    starts = [b.start for b in layout.blocks]
    if layout.dateline_span:
        starts.append(layout.dateline_span[1])
    starts.sort()
    # All in one go: to tell a single token, spaCy looks through the whole doc for a parse first.
    begins: Any = doc.to_array([SENT_START])
    stuck_words = {doc.vocab.strings[word] for word in _STUCK}
    after_word = after_blank = False
    k = 0
    for i, (start, length, word, space, alpha, lower, blank) in enumerate(doc.to_array(_ATTRS).tolist()):
        passed = False
        while k < len(starts) and start + length > starts[k]:
            if space:
                break
            passed = True
            k += 1
        stuck = word in stuck_words and after_word and not after_blank
        if i and (passed or stuck):
            begins[i] = _BEGINS
        elif i and lower and after_word:
            begins[i] = _GOES_ON
        after_word, after_blank = bool(alpha), bool(blank)
    doc.from_array([SENT_START], begins)
    return doc

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
from dragoman.daynames import MONTH
from dragoman.language.furniture import folded, is_furniture, story_end
from dragoman.language.lists import words as list_of
from dragoman.language.masthead import masthead
from dragoman.language.wrapping import unwrap
from dragoman.schema import Related

BlockKind = Literal["title", "repeat", "heading", "label", "related", "byline", "body"]

_LINE = re.compile(r"[^\n\r]+")
_MARK = re.compile(r"\s*(?:#{1,6} +)?")  # the sign of a heading in Markdown is none of its words
_TERMINAL = re.compile(r"[.!?:;,…][\"'”’»)\]]*$")
_BYLINE = re.compile(
    r"^(?:\[.{3,120}\]$|by [A-Z][\w.'-]+ (?:[A-Z][\w.'-]+ ?){1,3}$|photo(?:s| by|:|graph)|image:|video:|source:|copyright\b|\(reporting by |share\b.{0,20}$)",
    re.IGNORECASE,
)
_MONTHS = rf"(?i:{MONTH})\.?"
DAY_OF_MONTH = rf"(?:{_MONTHS} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTHS}(?:,? \d{{4}})?)"
# Letters that may begin a name, with marks too: `Česká Lípa`, `Żywiec`.
_CAPITAL = "A-ZÀ-ÖØ-Þ" + "".join(
    chr(c) for c in (*range(0x100, 0x250), *range(0x1E00, 0x1F00)) if chr(c).isupper()
)
_INNER = r"(?:de|da|do|das|dos|del|di|du|des|e|el|en|la|las|le|les|los|al|sur|am|an|of|of the)"
_PLACE = rf"[{_CAPITAL}][\w.'’-]+(?:[ /-](?:{_INNER}[ -])?[{_CAPITAL}][\w.'’-]+){{0,3}}"
# A state behind the place: `Bosnia and Herzegovina`, `the Netherlands`.
_REGION = rf"(?:the )?{_PLACE}(?: and (?:the )?{_PLACE})?"
# "MOSCOW, December 15." / "GENEVA, Nov 24 (Agency) -" / "KABUL (Reuters) -" / "Beijing, 5 March /Xinhua/ --"
_DATELINE = re.compile(
    rf"^[\"“]?(?P<place>{_PLACE})(?:, (?P<region>{_REGION}))?"
    rf"(?:(?P<comma>, ?| ?[/.(]|:? )(?P<date>{DAY_OF_MONTH})\)?)?"
    r"(?P<agency>[,.]? ?(?:\([^)\n]{2,40}\)|/[^/\n]{2,30}/|\[[^\]\n]{2,30}\])|, [A-Z]{3,12}(?=\. ))?"
    r"(?P<end> ?(?:--|[–—-])+ |[.:] ?(?=[A-Z“\"«])|(?<=[/)\]]),? |(?<=\d) (?=[A-Z“\"]))"
)
_DASH = re.compile("[-–—]")
# A word in capitals before a colon: who speaks (`KERRY: Thank you`), unless it is the only one.
_TURN = re.compile(r"^[A-Z][A-Z .'-]{2,40}:", re.MULTILINE)
_NO_PLACE = frozenset(
    {"update", "urgent", "breaking", "question", "answer", "note", "correction", "watch", "live", "exclusive"}
)
_COLUMNS = frozenset(
    {"analysis", "background", "briefing", "comment", "commentary", "editorial", "factbox", "feature", "interview", "opinion",
     "profile", "review", "sport", "sports", "summary", "timeline", "the", "explained"}
)  # fmt: skip
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
    text = unwrap(text)
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
            and not _DATELINE.match(line)
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
    return len(line) <= TITLE_LIMIT and not re.search(r"[.;,][\"'”’»)]*$", line) and not _dateline(line)


def _dateline(line: str) -> re.Match[str] | None:
    match = _DATELINE.match(line)
    if match is None:
        return None
    if match.group("date") or match.group("agency"):  # "KHARTOUM Dec 10 Sudan said" only in capitals
        return (
            match
            if match.group("end").strip() or match.group("agency") or match.group("place").isupper()
            else None
        )
    # "PARIS — ...": a bare place must be in capitals, or have its state behind it, and end in a dash
    dash = match.group("end").replace("–", "-").replace("—", "-")
    if "-" in dash and (match.group("place").isupper() or (match.group("region") and dash.startswith(" "))):
        return match
    # "Port Sudan - ...": other names in small letters may be those of columns, or begin an aside
    words = set(match.group("place").lower().split())
    told = line[match.end() :]
    if dash in (" - ", " -- ") and told[:1].isupper() and told.rstrip().endswith(".") and " - " not in told:
        return match if not words & (_NO_PLACE | _COLUMNS) else None
    return None


def _only_capitals(text: str, first: Block) -> re.Match[str] | None:
    """`JEDDAH: Saudi Arabia said`: a place in capitals before a colon, where nothing else of the text is so written."""
    match = _DATELINE.match(text[first.start : first.end])
    if match is None or not match.group("place").isupper() or match.group("end").strip() != ":":
        return None
    words = set(match.group("place").lower().split())
    turns = 0 if match.group("region") else 1  # "HONIARA, Solomon Islands:" is no turn of a speaker
    if words & _NO_PLACE or words & list_of("titles") or len(_TURN.findall(text)) != turns:
        return None
    return match


def _find_dateline(text: str, layout: Layout) -> None:
    body = [b for b in layout.blocks if b.kind == "body"][:_HEAD]
    if not body:
        return
    first = body[0]
    match = _dateline(text[first.start : first.end]) or _only_capitals(text, first)
    if match is None:  # a caption, or what a page tells before the story, comes first
        told = ((b, _dateline(text[b.start : b.end])) for b in body[1:])
        found = next(
            ((b, m) for b, m in told if m is not None and m.group("agency") and _DASH.search(m.group("end"))),
            None,
        )
        if found is None:
            return
        first, match = found
    layout.dateline_span = (first.start, first.start + len(match.group(0).rstrip()))
    layout.dateline_place = (first.start + match.start("place"), first.start + match.end("place"))
    if match.group("date"):
        layout.dateline_date = (first.start + match.start("date"), first.start + match.end("date"))


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

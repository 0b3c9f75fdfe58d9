"""The format of PETRARCH and TABARI verb dictionaries: sets of synonyms, verbs with their codes, patterns.

    &PAPER
    +TREATY
    +PEACE_ACCORD

    --- INK [057] ---            a block of verbs that share the patterns below them
    INK {INKS INKED INKING}
    SCRAWL [---]
    - * &PAPER (WITH +) [057]

`$` is the source, `+` the target, `*` the verb. Without a heading (TABARI) a pattern belongs to the verb right above it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dragoman.actors.importers.common import Fault, Issue

# A comment ends the line, but [###] is a code.
_COMMENT = re.compile(r"(?<!\[)(?<!\[#)(?<!\[##)[#;].*")
_REMARK = re.compile(r"<!--.*?-->")
_HEADING = re.compile(r"(---|###)\s*([^\[\]]*?)\s*(?:\[([^\[\]]*)\])?\s*\1[-#\s]*(?:[#;].*)?")
_OPENING = re.compile(r"---\s*([^\s\[\]]+)\s*(?:\[([^\[\]]*)\])?(?:\s*---)?\s*")
_CODE = re.compile(r"\[([^\[\]]*)\]")
_FORMS = re.compile(r"\{[^{}]*\}")
_VERB = re.compile(r"\+?[A-Za-z][A-Za-z'-]*(?:_\+?[A-Za-z][A-Za-z'-]*)*_?")
_PATTERN = re.compile(r"[(){}]|[^\s(){}]+")
_WORD = re.compile(r"[A-Za-z][A-Za-z.'-]*(?:_[A-Za-z][A-Za-z.'-]*)*_?")
_BRACKETS = {"(": ")", "{": "}"}


@dataclass(slots=True)
class Verb:
    """A verb as the dictionary has it: its words with the verb itself first, and the code of it alone."""

    lemma: str
    code: str | None
    line: int


@dataclass(slots=True)
class Pattern:
    """A pattern: the tokens before the verb and after it, and its code."""

    before: list[str]
    after: list[str]
    code: str
    text: str
    line: int


@dataclass(slots=True)
class Block:
    """Verbs that share patterns."""

    code: str | None
    line: int
    verbs: list[Verb] = field(default_factory=list)
    patterns: list[Pattern] = field(default_factory=list)


@dataclass(slots=True)
class Dictionary:
    """What a file holds: blocks, and sets of synonyms, each phrase a tuple of words."""

    file: str
    blocks: list[Block] = field(default_factory=list)
    sets: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)


def fits(text: str) -> bool:
    """Whether the beginning of a file looks like a verb dictionary: a pattern with its verb and a code, or a heading."""
    return any(
        re.match(r"\s*-\s.*\*.*\[[^\[\]]*\]", x) or re.match(r"--- ?\S.*\[[^\[\]]*\]", x)
        for x in text.splitlines()
    ) or bool(re.search(r"^\+?[A-Z][A-Z_+]*\s*(?:\{[^{}]*\})?\s*\[(?:\d{2,4}|---)\]", text, re.MULTILINE))


def read_dictionary(text: str, file: str) -> Dictionary:
    """The blocks and sets of a dictionary's text, and an issue for each line that cannot be read."""
    return _Reading(file).run(text)


class _Reading:
    def __init__(self, file: str) -> None:
        self.out = Dictionary(file)
        self.block: Block | None = None
        self.headed = False  # the block at hand has a heading: its verbs share what patterns follow
        self.label: str | None = None  # the set of synonyms at hand
        self.remark = 0  # the line on which a remark of several lines began

    def run(self, text: str) -> Dictionary:
        for number, raw in enumerate(text.splitlines(), 1):
            try:
                self._line(number, raw.replace("\ufeff", ""))
            except Fault as fault:
                self.out.issues.append(Issue("fault", self.out.file, number, str(fault)))
        if self.remark:
            told = "a remark <!-- begins here and does not end; what follows is not read"
            self.out.issues.append(Issue("fault", self.out.file, self.remark, told))
        return self.out

    def _line(self, number: int, raw: str) -> None:
        line = raw
        if self.remark:
            _, end, line = raw.partition("-->")
            if not end:
                return
            self.remark = 0
        line, start, _ = _REMARK.sub(" ", line).partition("<!--")
        if start:
            self.remark = number
        if self._heading(number, line.strip()):
            return
        bare = _COMMENT.sub("", line).strip()
        if not bare:
            if not line.strip():
                self._pause()
            return
        if re.fullmatch(r"</?[A-Za-z][^<>]*>", bare):
            return
        if bare.startswith("&"):
            self._set(bare)
        elif bare.startswith("+") and self.label is not None:
            self._member(bare)
        elif bare.startswith("-"):
            self.label = None
            self._pattern(number, bare[1:].strip())
        elif bare.startswith("~"):
            self.label = None
            raise Fault(f"{bare[:60]!r} tells two verbs at once (a transformation); entries are of one verb")
        else:
            self.label = None
            self._verb(number, bare)

    def _pause(self) -> None:
        """A blank line ends a set, and a block that has had its patterns."""
        self.label = None
        if self.block is not None and self.block.patterns:
            self.block, self.headed = None, False

    def _heading(self, number: int, line: str) -> bool:
        match = _HEADING.fullmatch(line)
        name, code = (match[2], match[3]) if match else ("", None)
        if (
            match is None
            and line.startswith("---")
            and (opening := _OPENING.fullmatch(_COMMENT.sub("", line)))
        ):
            name, code = opening[1], opening[2]
        if not re.search(r"[A-Za-z]", name):
            return False
        self.label = None
        self.block, self.headed = Block(code, number), True
        self.out.blocks.append(self.block)
        return True

    def _set(self, bare: str) -> None:
        self.label, *rest = bare.split()
        if self.label in self.out.sets:
            raise Fault(f"the set {self.label} stands here a second time; its words are added to the first")
        self.out.sets[self.label] = []
        if rest:
            raise Fault(
                f"{self.label}: {' '.join(rest)!r} is not read; its words stand on lines of their own, after +"
            )

    def _member(self, bare: str) -> None:
        phrase = bare[1:].strip()
        if not re.fullmatch(r"[A-Za-z][A-Za-z.' _-]*", phrase):
            raise Fault(f"{self.label}: {phrase!r} is no word or phrase")
        words = tuple(phrase.replace("_", " ").lower().split())
        if len(words) > 2:
            raise Fault(
                f"{self.label}: {phrase!r} has more than two words; a slot is asked for one word, or two in a row"
            )
        if self.label is not None and words not in self.out.sets.setdefault(self.label, []):
            self.out.sets[self.label].append(words)

    def _verb(self, number: int, bare: str) -> None:
        code, rest = _code(bare)
        name = _FORMS.sub(" ", rest).strip()
        if (
            self.block is None
            or (self.block.patterns and not self.headed)
            or (self.block.verbs and not self.headed)
        ):
            self.block, self.headed = Block(None, number), False
            self.out.blocks.append(self.block)
        elif self.block.patterns:  # a second run of verbs under one heading
            self.block = Block(self.block.code, number)
            self.out.blocks.append(self.block)
        if not _VERB.fullmatch(name):
            raise Fault(
                f"{bare[:60]!r} is no verb: one word, or words joined by _, then {{forms}} and [code]"
            )
        parts = name.lower().strip("_").split("_")
        marked = [k for k, x in enumerate(parts) if x.startswith("+")]
        if marked and marked[0] > 0:
            raise Fault(
                f"{name}: words stand before the verb; an entry is found by its verb and the words after it"
            )
        self.block.verbs.append(Verb(" ".join(x.lstrip("+") for x in parts), code, number))

    def _pattern(self, number: int, bare: str) -> None:
        if self.block is None or not (self.block.verbs or self.headed):
            raise Fault(f"the pattern {bare[:60]!r} stands under no verb that could be read")
        code, rest = _code(bare)
        if code is None:
            raise Fault(f"the pattern {bare[:60]!r} has no code in brackets")
        before, star, after = rest.partition("*")
        if not star:
            raise Fault(f"the pattern {bare[:60]!r} has no * where its verb stands")
        self.block.patterns.append(
            Pattern(_tokens(before), _tokens(after.lstrip("*")), code, " ".join(rest.split()), number)
        )


def _code(bare: str) -> tuple[str | None, str]:
    """The code of a line, if it has one, and the line without it."""
    codes = _CODE.findall(bare)
    if len(codes) > 1:
        raise Fault(f"{bare[:60]!r} has {len(codes)} codes in brackets, where one belongs")
    rest = _CODE.sub(" ", bare)
    if "[" in rest or "]" in rest:
        raise Fault(f"{bare[:60]!r}: a bracket is not closed, or not opened")
    return (codes[0].strip() if codes else None), rest


def _tokens(part: str) -> list[str]:
    """The tokens of one side of a pattern; brackets pair off, and the rest is words, sets and marks."""
    tokens = _PATTERN.findall(part)
    open_: list[str] = []
    for token in tokens:
        if token in _BRACKETS:
            open_.append(_BRACKETS[token])
        elif token in _BRACKETS.values():
            if not open_ or open_.pop() != token:
                raise Fault(f"a bracket {token!r} closes what is not open in {part.strip()!r}")
        elif not (token in "$+^%" or token.startswith("&") or _WORD.fullmatch(token)):
            if "|" in token or "/" in token:
                raise Fault(f"{token!r} is a choice of words; make it a set (&NAME)")
            raise Fault(f"{token!r} is neither a word nor a mark of a pattern")
    if open_:
        raise Fault(f"a bracket is not closed in {part.strip()!r}")
    return tokens

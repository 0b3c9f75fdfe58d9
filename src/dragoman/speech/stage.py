"""One doc as attribution reads it: its text, parse, mentions and quotations, spans of content, and who can say something.

Content spans never include the quotation marks around them, nor the `that` or `to` before a clause.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from spacy.tokens import Doc

from dragoman.actors import Mentions
from dragoman.calendar import TimeMention
from dragoman.language import Grammar, grammar, quotations_of
from dragoman.language.marks import DOUBLE, SINGLE
from dragoman.schema import Manner
from dragoman.speech.cues import Cues, cues

Chars = tuple[int, int]
_QUOTES = "".join(sorted(DOUBLE | SINGLE))
_TRIM_LEFT = re.compile(rf"^(?:[\s{_QUOTES},;:–—-]|(?:that|to)\s)+")
_TRIM_RIGHT = re.compile(rf"[\s{_QUOTES},;:–—.!?-]+$")
_OWN = frozenset({"i", "we"})
_THINKING = frozenset({"he", "she", "they", "i", "we", "who", "you"})
_SENTENCE_MARKS = frozenset({",", ".", ";", ":", "!", "?", "–", "—", "-", "--", "(", ")", *DOUBLE})


class Stage:
    """One doc, with what is asked of it again and again."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        document = doc._.document
        self.text: str = document.text if document is not None else doc.text
        self.g: Grammar = grammar(doc)
        self.mentions: Mentions = doc._.mentions
        self.times: list[TimeMention] = doc._.times or []
        self._dated = {k for t in self.times for k in range(t.first, t.last + 1)}
        self.cues: Cues = cues()
        self.quotes = [q for q in quotations_of(doc) if q.depth == 0]
        self.in_quote = self._tokens_in_quotes()

    def _tokens_in_quotes(self) -> list[bool]:
        g = self.g
        inside = [False] * g.n
        for q in self.quotes:
            first, stop = bisect_left(g.start, q.start), bisect_left(g.start, q.end)
            inside[first:stop] = [True] * (stop - first)
        return inside

    def trim(self, start: int, end: int) -> Chars | None:
        """A content span without quotation marks, blanks, complementisers and closing punctuation at its ends."""
        piece = self.text[start:end]
        left = _TRIM_LEFT.match(piece)
        if left:
            # An opening mark stays when its closing one stands inside: “isolation” of Russia.
            at = left.end()
            for opening, closing in (("“", "”"), ("«", "»"), ('"', '"')):
                mark = left.group().rfind(opening)
                inner = piece[left.end() :].rstrip(" .,;:!?")
                if mark >= 0 and closing in inner[:-1] and not inner.endswith(closing):
                    at = min(at, mark)
            start += at
            piece = piece[at:]
        right = _TRIM_RIGHT.search(piece)
        if right:
            tail = piece[right.start() :]
            end -= len(tail)
            kept = piece[: right.start()]
            for closing, opening in (("”", "“"), ("»", "«")):
                if closing in tail and kept.count(opening) > kept.count(closing):
                    end += tail.index(closing) + 1
                    break
            else:
                if '"' in tail and kept.count('"') % 2:
                    end += tail.index('"') + 1
        return (start, end) if end > start else None

    def span(self, first: int, last: int) -> Chars | None:
        """The content from one token to another, trimmed."""
        trimmed = self.trim(self.g.start[first], self.g.end[last]) if last >= first else None
        if trimmed is not None and self.g.lower[first] == "that" and self.g.dep[first] == "det":
            return self.g.start[first], trimmed[1]  # `dismissed that suggestion`
        return trimmed

    def token_at(self, offset: int) -> int | None:
        """The token at an offset; `None` between tokens."""
        i = bisect_right(self.g.start, offset) - 1
        return i if i >= 0 and offset < self.g.end[i] else None

    def segment(self, i: int) -> tuple[int, int]:
        """First and last token of the part of a sentence between semicolons that holds token `i`."""
        g = self.g
        first, last = g.sents[g.sent[i]]
        last -= 1
        if ";" not in g.sentence_words(i):
            return first, last
        for k in range(i, first - 1, -1):
            if g.lower[k] == ";" and not self.in_quote[k]:
                first = k + 1
                break
        for k in range(i, last + 1):
            if g.lower[k] == ";" and not self.in_quote[k]:
                last = k - 1
                break
        return first, last

    def is_mark(self, i: int) -> bool:
        """Whether a token is a mark that ends a clause or phrase."""
        return self.g.lower[i] in _SENTENCE_MARKS

    def manner(self, span: Chars) -> Manner:
        """Mixed when words of the source's own stand in quotation marks, else indirect."""
        inside = any(
            span[0] - 1 <= q.start and q.end <= span[1] + 1 and q.end - q.start > 3 for q in self.quotes
        )
        return "mixed" if inside else "indirect"

    def dated(self, i: int) -> bool:
        """Whether a token is part of a date."""
        return i in self._dated

    def quoted_as(self, span: Chars) -> Chars | None:
        """The quotation that a span is, mark for mark, else `None`."""
        for q in self.quotes:
            overlap = min(span[1], q.end) - max(span[0], q.start)
            if overlap > 0.8 * (span[1] - span[0]) and overlap > 0.8 * (q.end - q.start):
                return self.trim(q.start, q.end)
        return None

    def acts(self, i: int) -> bool:
        """Whether a token heads the mention of a known actor."""
        mention = self.mentions.headed(i)
        return mention is not None and bool(mention.actors)

    def names(self, i: int) -> bool:
        """Whether a token heads the mention of an actor with a name."""
        mention = self.mentions.headed(i)
        return mention is not None and any(a.kind != "unnamed" for a in mention.actors)

    def thinks(self, i: int) -> bool:
        """Whether a token names somebody that can think and want: an actor, a person, a group, a document."""
        g, c = self.g, self.cues
        if g.lower[i] in _THINKING or self.acts(i):
            return True
        if g.pos[i] == "PROPN":
            return True
        lemma = g.lemma[i]
        if lemma in c.sources or g.lower[i] in c.sources:
            return True
        if any(g.lower[k] == "old" and g.lower[k - 2] == "year" for k in g.children[i]):
            return True  # `the 41-year-old drywaller`
        if g.lower[i] == "those":  # `those who lost their homes`, `those from the hardest-hit states`
            return any(g.dep[k] in ("relcl", "acl", "prep") for k in g.children[i])
        if lemma in c.partitives:
            return any(self.thinks(k) for k in g.prep_objects(i, "of"))  # `a handful of conservatives`
        noun = g.pos[i] == "NOUN" or (g.pos[i] == "ADJ" and g.dep[i] == "nsubj")  # "the leftist"
        return noun and g.lower[i].endswith(c.people_suffixes)

    def speaks(self, i: int) -> bool:
        """Whether a verb introduces words in quotation marks, alone or with its particle: `shot back`."""
        g, c = self.g, self.cues
        particles = c.phrasal.get(g.lemma[i])
        return c.takes("quote", g.lemma[i]) or (
            particles is not None and i + 1 < g.n and g.lower[i + 1] in particles
        )

    def says_own(self, i: int) -> bool:
        """Whether a cue inside a quotation is the quoted one's own: `We hope that ...` has no source but him."""
        if not self.in_quote[i]:
            return False
        subjects = self.g.subjects(i)
        return not subjects or any(self.g.lower[s] in (*_OWN, "you") for s in subjects)

"""What the parts of attribution share: one doc with its parse, mentions, quotations and the statements found so far.

Content spans never include the quotation marks around them, nor the `that` or `to` before a clause.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from spacy.tokens import Doc

from dragoman.actors import Mentions
from dragoman.calendar import TimeMention
from dragoman.language import Grammar, grammar, quotations_of
from dragoman.schema import Manner
from dragoman.speech.cues import Cues, cues
from dragoman.speech.speakers import Speaker, government_at, institution, issued_by, speaker_at

Chars = tuple[int, int]
_TRIM_LEFT = re.compile(r"^(?:[\s\"'“”„«»‘’,;:–—-]|(?:that|to)\s)+")
_TRIM_RIGHT = re.compile(r"[\s\"'“”„«»‘’,;:–—.!?-]+$")
_OWN = frozenset({"i", "we"})
_THINKING = frozenset({"he", "she", "they", "i", "we", "who", "you"})
_OF_TIME = frozenset({"after", "before", "following", "during", "until", "since"})
_ROW = frozenset({"first", "second", "third", "fourth", "last", "latest", "next", "only", "few"})
_EMPTY = frozenset({"it", "that", "this", "there"})
_SENTENCE_MARKS = frozenset(
    {",", ".", ";", ":", "!", "?", "–", "—", "-", "--", '"', "“", "”", "„", "«", "»", "(", ")"}
)


@dataclass(slots=True)
class Attributed:
    """A statement still in characters and tokens, with its speaker unresolved into the schema.

    `anonymous` is true when the text names nobody and nobody is to be looked for: `is expected to win`.
    """

    speaker: Speaker | None
    cue: Chars | None
    content: list[Chars]
    manner: Manner
    evidence: Chars
    rule: str
    addressees: list[Speaker] = field(default_factory=list)
    cue_token: int | None = None
    anonymous: bool = False
    joint: list[Speaker] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where its content begins."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """Where its content ends."""
        return self.content[-1][1]


class Scene:
    """One doc as attribution sees it."""

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
        self.found: list[Attributed] = []
        self._sources: dict[tuple[int, bool, int], list[int]] = {}
        self.used: set[int] = set()  # cue tokens that have their content
        self.heirs: dict[
            int, int
        ] = {}  # cue verb cut off from another's content -> the cue whose source it shares

    def _tokens_in_quotes(self) -> list[bool]:
        g = self.g
        inside = [False] * g.n
        for q in self.quotes:
            first, stop = bisect_left(g.start, q.start), bisect_left(g.start, q.end)
            inside[first:stop] = [True] * (stop - first)
        return inside

    # Spans -----------------------------------------------------------------------------

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

    def is_told(self, start: int, end: int) -> bool:
        """Whether a span is a quotation that is a statement already, or lies in one."""
        for q in self.quotes:
            overlap = min(end, q.end) - max(start, q.start)
            if overlap > 0.7 * (end - start) and overlap > 0.5 * (q.end - q.start):
                return any(
                    s.manner == "direct" and s.start >= q.start - 1 and s.end <= q.end + 1 for s in self.found
                )
        return False

    # Sources ---------------------------------------------------------------------------

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

    def subjects(self, cue: int, *, outside: bool = False) -> list[int]:
        """The tokens that head the sources of a cue verb."""
        key = (cue, outside, len(self.heirs))
        kept = self._sources.get(key)
        if kept is None:
            kept = self._sources[key] = self._subjects(cue, outside=outside)
        return list(kept)

    def _subjects(self, cue: int, *, outside: bool) -> list[int]:
        g = self.g
        if cue in self.heirs:
            return self.subjects(self.heirs[cue], outside=outside)
        if (above := self._reporting(cue)) is not None:
            return self.subjects(above, outside=outside)
        found = [s for s in g.acting_subjects(cue, self.acts) if not (outside and self.in_quote[s])]
        found = found or self.reduced(cue) or self._said_to(cue)
        if (subject := self.misread(cue)) is not None:
            found = [subject]
        elif (inverted := self._inverted(cue)) is not None:
            found = [inverted]
        elif (apposed := self._apposed(cue)) is not None:
            found = [apposed]
        elif (doer := self._latest(cue)) is not None:
            found = doer
        elif g.tag[cue] == "VBD" and g.dep[cue] == "acl" and g.child(cue, "dobj") is not None:
            found = [g.head[cue]]
        found = self._who(cue) or self._first_of_two(cue) or self._opened_by(cue) or found
        if g.tag[cue] == "VBG" and g.dep[cue] == "csubj" and g.head[cue] > cue:
            found = (
                self._just_before(g.head[cue]) or found
            )  # `Noting that ..., strategist Joel Benenson said`
        if g.tag[cue] == "VBG" and g.dep[cue] == "pcomp" and (quoted := self._quoted(cue)):
            found = quoted
        if g.child(cue, "nsubj", "nsubjpass") is None:
            # "Mandela, breaking a long silence, spoke": the participle has taken the subject
            taken = [c for c in g.all_children(cue, "advcl") if c < cue and g.tag[c] == "VBG"]
            mine = [s for c in taken for s in g.all_children(c, "nsubj") if self.thinks(s)]
            found = mine or found
        if found and any(g.tag[c] == "WP$" for c in g.children[found[0]]):
            # "Snell, whose seat voted for it, tweeted": the relative clause has taken the verb
            found = [
                s for s in g.all_children(g.head[found[0]], "nsubj") if s != found[0] and self.thinks(s)
            ] or found
        if found and found[0] > cue and g.tag[cue] == "VBG" and self.segment(cue) != self.segment(found[0]):
            found = (
                self._of_nearer_clause(cue) or found
            )  # `and, insisting that ..., left; a week later rebels`
        if found and (those := self._part_of(found[0])) is not None:
            found = [those]
        if found and self._reporting_on(found[0]):
            found = self._just_before(cue) or found
        if found and g.lower[found[0]] == "those" and g.lower[g.head[found[0]]] == "among":
            found = g.subjects(g.head[g.head[found[0]]]) or found  # "was among those who questioned"
        if not any(self.thinks(s) for s in found) and not g.is_passive(cue):
            found = (
                self._just_before(cue)
                or self._shared(cue)
                or self.apart(cue)
                or self._of_nearer_clause(cue)
                or self._before_insertion(cue)
                or found
            )
        if (
            not found and g.tag[cue] == "VBG"
        ):  # `the resolution condemning the raid and calling on both sides to stop`
            first = g.head[cue] if g.dep[cue] == "conj" and g.tag[g.head[cue]] == "VBG" else cue
            noun = g.head[first]
            found = (
                [noun]
                if g.dep[first] == "acl" and noun < first and g.lemma[noun] in self.cues.documents
                else []
            )
        if not found and g.tag[cue] == "VBG" and g.dep[cue] == "pcomp":
            found = self._opening(cue)
        if self._clipped(cue) or (
            not found and g.tag[cue] == "VBG" and g.lemma[cue - 1] in self.cues.documents
        ):
            found = [cue - 1]  # `sending a tweet proclaiming: “...”`
        if not found and g.tag[cue] == "VBZ" and g.dep[cue - 1] == "compound" and g.head[cue - 1] == cue:
            found = [cue - 1]  # `As the New York Times notes`
        if g.lemma[cue] == "quote" and any(g.lower[g.head[k]] == "as" for k in self._saying(cue)):
            found = g.objects(cue) or found  # `“...”, Tass quoted the minister as saying`
        if g.is_passive(cue) and g.lemma[cue] in ("quote", "cite"):  # the one quoted is the source
            found = g.objects(cue) or found
        return found

    def _part_of(self, i: int) -> int | None:
        """Who stands before a clause about some of them: `The unions, some of whose members marched, favor the bill`."""
        g = self.g
        aside = g.lower[i + 1 : i + 2] == ["of"] and g.lower[i + 2 : i + 3] in (
            ["whom"],
            ["whose"],
            ["which"],
        )
        return i - 2 if aside and i > 1 and g.lower[i - 1] == "," and self.thinks(i - 2) else None

    def _reporting_on(self, i: int) -> bool:
        """Whether a participle that opens the sentence was taken for a name: `Reporting on the mission, Ali Said (Chad) said`."""
        g = self.g
        opens = i == g.sents[g.sent[i]][0] and g.lower[i].endswith("ing")
        return opens and g.pos[i + 1] == "ADP" and self.mentions.headed(i) is None

    def _said_to(self, cue: int) -> list[int]:
        """Who is said to have said something (`is reported to have told them`), or set on it (`was at pains to stress`)."""
        g, above = self.g, self.g.head[cue]
        if g.is_passive(cue) and self.cues.takes("impersonal", g.lemma[cue]):
            told = any(self.cues.takes("quote", g.lemma[k]) for k in g.all_children(cue, "xcomp"))
            return [k for k in g.all_children(cue, "nsubjpass") if told and self.thinks(k)]
        if g.dep[cue] == "xcomp" and g.is_passive(above) and self.cues.takes("impersonal", g.lemma[above]):
            return [k for k in g.all_children(above, "nsubjpass") if self.thinks(k)]
        if g.tag[cue] == "VB" and g.dep[cue] == "advcl" and g.lower[above] == "far":
            went = g.head[above]  # `went so far as to say`
            return [k for k in g.subjects(went) if self.thinks(k)] if g.lemma[went] == "go" else []
        if g.tag[cue] == "VB" and g.dep[cue] == "acl" and g.dep[above] == "pobj":
            verb = g.head[g.head[above]]
            return (
                [k for k in g.subjects(verb) if self.thinks(k)] if g.lemma[verb] in self.cues.copulas else []
            )
        return []

    def _inverted(self, cue: int) -> int | None:
        """Who stands behind a verb of saying which the parser gave a subject on either side: `..., cards and lists, said the mayor`."""
        g = self.g
        subjects = g.all_children(cue, "nsubj")
        if (
            len(subjects) < 2
            or subjects[-1] < cue
            or not self.is_mark(cue - 1)
            or not self.thinks(subjects[-1])
        ):
            return None
        return subjects[-1]

    def _who(self, cue: int) -> list[int]:
        """Whom `who` means where the parser hung its clause on a thing: `an opponent of the bill, who said`."""
        g = self.g
        who = g.child(cue, "nsubj")
        thing = g.head[cue]
        if who is None or g.lower[who] != "who" or g.dep[cue] != "relcl":
            return []
        if self.thinks(thing) and g.lemma[thing] not in self.cues.documents:
            return []
        first = g.sents[g.sent[cue]][0]
        while g.dep[thing] in ("pobj", "prep", "conj", "compound", "appos") and g.head[thing] >= first:
            thing = g.head[thing]
            if self._is_somebody(thing) and g.dep[thing] != "appos":
                return [thing]
        return next(([k] for k in range(who - 1, first - 1, -1) if self._is_somebody(k)), [])

    def _opened_by(self, cue: int) -> list[int]:
        """Who stands before a phrase whose noun the parser took for the subject: `Mutua at the meeting with Borrell underlined, that`."""
        g, head = self.g, self.g.head[cue]
        own = g.child(cue, "nsubj")
        if g.dep[cue] != "relcl" or own is None or g.dep[head] != "ROOT" or not self.thinks(head):
            return []
        who = any(g.tag[k] in ("WP", "WDT", "WP$") for k in g.children[cue]) or g.tag[cue] not in (
            "VBD",
            "VBZ",
        )
        if who or g.pos[g.left[own] - 1] != "ADP" or g.pos[head] != "PROPN" or not head < own < cue:
            return []
        return [head] if g.lower[head + 1] in ("at", "in", "on", "during", "after", "before") else []

    def _is_somebody(self, i: int) -> bool:
        """Whether a noun is of people."""
        g = self.g
        return g.pos[i] in ("NOUN", "PROPN") and (self.acts(i) or g.lemma[i] in self.cues.people)

    def _first_of_two(self, cue: int) -> list[int]:
        """Who says something after an event that the parser took for a second subject: `the envoy after the talks said`."""
        g = self.g
        subjects = [c for c in g.all_children(cue, "nsubj") if c < cue]
        if len(subjects) != 2 or not self.thinks(subjects[0]) or self.thinks(subjects[1]):
            return []
        between = range(subjects[0] + 1, g.left[subjects[1]])
        timed = [k for k in between if g.dep[k] == "mark" and g.lower[k] in _OF_TIME]
        return subjects[:1] if timed else []

    def _apposed(self, cue: int) -> int | None:
        """Who was taken for an apposition of the object before him: `As Bush opened a new office, Vice President Gore said`."""
        g = self.g
        subject = g.child(cue, "nsubj")
        if subject is None or subject > cue or g.left[subject] == 0:
            return None
        opening = g.left[subject] - 1
        if g.dep[opening] != "advcl" or g.head[opening] != cue or g.child(opening, "dobj") is not None:
            return None
        return next((a for a in g.all_children(subject, "appos") if self.thinks(a)), None)

    def _latest(self, cue: int) -> list[int] | None:
        """Who does what makes him one of a row: `He was the latest official to deny it`."""
        g = self.g
        noun = g.head[cue]
        if g.tag[cue] != "VB" or g.dep[cue] not in ("relcl", "acl") or noun > cue:
            return None
        if not any(g.lower[c] in _ROW for c in g.children[noun]) or not self.thinks(noun):
            return None
        named = g.subjects(g.head[noun]) if g.dep[noun] == "attr" else []
        return named or [noun]

    def misread(self, cue: int) -> int | None:
        """The subject of a main verb that the parser took for a participle of it: `Murtha, a Democrat, called for ..., saying`."""
        g = self.g
        subject = g.head[cue]
        if g.dep[cue] != "acl" or g.tag[cue] not in ("VBN", "VBD"):
            return None
        above = g.head[subject]
        alone = subject == cue - 1 and not any(
            g.tag[k] in ("VBD", "VBZ", "VBP", "MD") and k != cue and g.dep[k] not in ("oprd", "acomp")
            for k in range(*g.sents[g.sent[cue]])
        )
        if g.dep[subject] == "ROOT" and (g.lower[cue - 1] == "," or alone):
            told = g.pos[subject] in ("NOUN", "PROPN")
            return (
                subject if told and self.thinks(subject) else None
            )  # `The union, which ..., called on the mayor`
        if (
            g.dep[above] == "acl"
            and g.dep[g.head[above]] == "ROOT"
            and g.tag[above] == "VBG"
            and above < subject < cue
        ):
            return (
                g.head[above] if self.thinks(g.head[above]) else None
            )  # `The envoy presenting it called it a farce`
        taken = (
            g.dep[subject] == "nsubj"
            and g.tag[above] == "VBG"
            and above > cue
            and g.child(above, "aux") is None
        )
        return subject if taken and self.thinks(subject) else None

    def is_passive(self, cue: int) -> bool:
        """Whether a cue verb is passive, a misread main verb aside."""
        return self.g.is_passive(cue) and self.misread(cue) is None

    def _quoted(self, saying: int) -> list[int]:
        """Whom another quotes: `Tass quoted the minister as saying`."""
        g = self.g
        quoting = g.head[g.head[saying]]
        if g.lower[g.head[saying]] != "as" or g.lemma[quoting] not in ("quote", "cite", "report"):
            return []
        return g.objects(quoting)

    def _opening(self, doing: int) -> list[int]:
        """Who a gerund in an opening phrase is about: `After years of criticizing the law, the senator voted for it`."""
        g = self.g
        noun = g.head[g.head[doing]]
        v = g.verb_over(noun) if noun != g.head[doing] else noun
        return [x for x in g.subjects(v) if self.thinks(x)] if g.is_verb(v) and v > doing else []

    def _clipped(self, cue: int) -> bool:
        """Whether the noun before a cue was taken for one more object: `he hid his returns but records show he paid`."""
        g = self.g
        k = cue - 1
        return (
            g.dep[cue] == "conj"
            and g.dep[k] == "conj"
            and g.lower[k - 1] in ("and", "but")
            and g.pos[k] == "NOUN"
            and g.tag[cue] in ("VBP", "VBZ", "VBD")
            and g.child(cue, "nsubj", "nsubjpass") is None
            and self.thinks(k)
        )

    def _saying(self, quoting: int) -> list[int]:
        """The gerund of `quoted the minister as saying`."""
        g = self.g
        return [
            k
            for p in g.all_children(quoting, "prep")
            for k in g.all_children(p, "pcomp")
            if g.lemma[k] == "say"
        ]

    def reduced(self, cue: int) -> list[int]:
        """The subject that a reduced relative before the cue has taken: `officials briefed on the inquiry said`."""
        g = self.g
        before = [c for c in g.all_children(cue, "ccomp") if c < cue and g.tag[c] in ("VBD", "VBN")]
        if not before or g.child(cue, "nsubj", "nsubjpass") is not None:
            return []
        c = before[-1]
        subject = g.child(c, "nsubj")
        if subject is None or subject > c:
            return []
        marks = [k for k in range(subject, cue) if self.is_mark(k)]
        apart = len(marks) == 2 and marks[1] == cue - 1 and g.tag[marks[0] + 1] in ("WP", "WDT", "VBN", "VBG")
        return [subject] if not marks or apart else []

    def _reporting(self, cue: int) -> int | None:
        """The verb of saying whose source a participle behind a comma shares: `said Moscow would veto it, calling it useless`."""
        g = self.g
        h = g.head[cue]
        if (
            g.tag[cue] == "VBG"
            and g.dep[cue] in ("ccomp", "xcomp", "acl")
            and g.pos[cue - 1] == "PUNCT"
            and self.cues.takes("quote", g.lemma[cue])
        ):  # which the parser hung on what was said, or on whom it was said to
            above = g.head[h] if g.dep[cue] == "acl" else h
            spoken = self.cues.takes("quote", g.lemma[above]) and above < cue and g.is_verb(above)
            if spoken and g.dep[h] != "nsubj" and any(self.thinks(s) for s in g.subjects(above)):
                return above
        if (
            g.tag[cue] != "VBG"
            or g.dep[cue] != "advcl"
            or not g.is_verb(h)
            or g.dep[h] != "ccomp"
            or h > cue
            or g.lower[g.left[cue] - 1] != ","
            or not (self.cues.takes("quote", g.lemma[cue]) or self.cues.takes("predicate", g.lemma[cue]))
        ):
            return None
        above = g.head[h]
        told = self.cues.takes("quote", g.lemma[above]) and above < h
        return above if told and any(self.thinks(s) for s in g.subjects(above)) else None

    def _shared(self, cue: int) -> list[int]:
        """The subject of the cue verb before, of one that the parser gave to a thing: `the row eased after he denied it and said ...`."""
        g = self.g
        if (
            g.dep[cue] != "conj"
            or g.lower[cue - 1] != "and"
            or g.child(cue, "nsubj", "nsubjpass") is not None
        ):
            return []
        first = g.sents[g.sent[cue]][0]
        for k in range(cue - 2, first, -1):
            if (
                g.tag[k] == g.tag[cue]
                and g.lemma[k] in self.cues.every_verb
                and g.dep[k] in ("advcl", "ccomp", "relcl")
            ):
                own = g.all_children(k, "nsubj")
                return own if own and self.thinks(own[0]) else []
        return []

    def apart(self, cue: int) -> list[int]:
        """The source between a comma and a cue at the end, which the parser hung on what is before: `..., a cabinet source said`."""
        g = self.g
        k = cue - 1
        if g.pos[k] not in ("NOUN", "PROPN") or g.tag[cue] not in ("VBD", "VBZ", "VBP") or not self.thinks(k):
            return []
        first = k
        while first > 0 and g.pos[first - 1] in ("DET", "ADJ", "NOUN", "PROPN", "NUM"):
            first -= 1
        closed = cue + 1 >= g.n or self.is_mark(cue + 1)
        return [k] if closed and g.lower[first - 1] in (",", "”", '"') else []

    def _of_nearer_clause(self, cue: int) -> list[int]:
        """The subject of the clause right before a participle that the parser hung on a thing's: `The talks failed when the rebels left, insisting`."""
        g = self.g
        if g.tag[cue] != "VBG" or g.lower[cue - 1] != ",":
            return []
        for k in range(cue - 2, g.sents[g.sent[cue]][0], -1):
            told = g.tag[k] in ("VBD", "VBZ", "VBP") and g.is_verb(k) and not self.in_quote[k]
            subject = g.child(k, "nsubj")
            if told and subject is not None and g.tag[subject] not in ("WP", "WDT"):
                return [s for s in g.subjects(k) if self.thinks(s)]
        return []

    def _just_before(self, cue: int) -> list[int]:
        """The head of a person's name that stands just before a cue which the parser gave to a thing."""
        g = self.g
        k = cue - 1
        bracketed = g.lower[k] == ")"
        if bracketed:  # `Sen. Tim Kaine (D-Va.) said`, `The African Union (AU) said`
            k = next((x - 1 for x in range(k, max(k - 9, 0), -1) if g.lower[x] == "("), k)
        while k > 0 and g.pos[k] in ("AUX", "ADV", "PUNCT") and g.sent[k] == g.sent[cue] and k > cue - 4:
            k -= 1
        for mention in self.mentions.covering(k):
            named = bool(mention.actors) if bracketed else any(a.kind == "person" for a in mention.actors)
            if named and mention.last == k:
                return [mention.head]
        return []

    def _before_insertion(self, cue: int) -> list[int]:
        """Who stands before a clause or a name between commas, which the parser kept from its verb.

        `Gentiloni, who met Kerry on Sunday, said`, `one of them, Mahantha Thakur, says`.
        """
        g = self.g
        if g.lower[cue - 1] != "," or g.tag[cue] not in ("VBD", "VBZ"):
            return []
        first, k = g.sents[g.sent[cue]][0], cue - 2
        while k > first and g.pos[k] == "PROPN":
            k -= 1
        if cue - 2 - k > 1 and g.lower[k] == "," and not self.mentions.covering(cue - 2):
            return [cue - 2]
        for k in range(cue - 2, first + 1, -1):
            if g.lower[k] in ("who", "whose", "whom") and g.lower[k - 1] == ",":
                return [k - 2] if g.pos[k - 2] in ("PROPN", "NOUN") and self.thinks(k - 2) else []
        return []

    def source(self, cue: int, *, outside: bool = False) -> Speaker | None:
        """The source of a cue verb: its subject, an institution it is said in, or the noun after it."""
        g = self.g
        subjects = self.subjects(cue, outside=outside)
        place = institution(g, self.mentions, cue)
        if place is None and g.is_passive(cue):
            place = issued_by(g, self.mentions, cue)
        if g.is_passive(cue) and not subjects:
            return place
        for s in subjects:
            if g.lower[s] in _EMPTY and place is not None:
                return place
            if g.lower[s] == "they" and (seat := government_at(g, self.doc, cue)) is not None:
                return seat
            speaker = speaker_at(g, self.mentions, s)
            if speaker.actors or not (g.lower[s] == "it" or place):
                return speaker
        if place is not None:
            return place
        if outside and len(subjects) == 1 and g.lower[subjects[0]] == "it" and not g.is_passive(cue):
            return speaker_at(
                g, self.mentions, subjects[0]
            )  # `“...,” it concludes`: whatever speaks, not nobody
        if not subjects and (seat := government_at(g, self.doc, cue)) is not None:
            return seat
        return self._beside(cue) if outside else None

    def _beside(self, cue: int) -> Speaker | None:
        """The mention just after a cue that the parser gave no subject: `said the ministry`."""
        g = self.g
        objects = [
            o for o in g.all_children(cue, "dobj") if o > cue and g.pos[o] in ("NOUN", "PROPN", "PRON")
        ]
        if objects and self.is_mark(cue - 1):
            return speaker_at(g, self.mentions, objects[0])
        last = g.sents[g.sent[cue]][1]
        for k in range(cue + 1, min(cue + 8, last)):
            if g.lower[k] in (",", ".", ":", ";") or self.in_quote[k]:
                break
            mention = self.mentions.headed(k)
            if mention is not None and mention.actors and g.tag[k] != "PRP$":
                return Speaker(mention.actors, (mention.start, mention.end))
        return None

    def joint(self, cue: int) -> list[Speaker]:
        """All sources of a cue verb, when several are named one by one: `Kerry and Lavrov said`."""
        subjects = self.subjects(cue)
        if len(subjects) < 2:
            return []
        return [speaker_at(self.g, self.mentions, s) for s in subjects if self.thinks(s)]

    def addressees(self, cue: int) -> list[Speaker]:
        """Whom something was told to: object or dative of `tell`, `assure`, `inform`, `warn`."""
        g = self.g
        tokens = g.datives(cue)
        if self.cues.takes("addressed", g.lemma[cue]):
            tokens = g.objects(cue) + tokens
        out = []
        for k in tokens:
            mention = self.mentions.headed(k)
            if mention is not None and mention.actors:
                out.append(Speaker(mention.actors, (mention.start, mention.end)))
        return out

    # Statements ------------------------------------------------------------------------

    def told_by_others(self) -> set[int]:
        """The statements, by `id()`, whose cue stands in the content of another: `claimed that he had refused to go`."""
        told = bytearray(len(self.text) + 1)
        for s in self.found:
            for start, end in s.content:
                told[start:end] = b"\1" * (end - start)
        return {id(s) for s in self.found if s.cue is not None and told[s.cue[0]]}

    def add(
        self,
        cue: int,
        spans: list[Chars],
        rule: str,
        *,
        speaker: Speaker | None,
        first: int | None = None,
        anonymous: bool = False,
        verb: int | None = None,
    ) -> None:
        """Write down a reported statement; `first` is the first token of a cue of several words."""
        g = self.g
        manner = self.manner((spans[0][0], spans[-1][1]))
        if len(spans) == 1:
            quote = self.quoted_as(spans[0])
            if quote is not None:
                spans, manner = [quote], "direct"
        told = cue if verb is None else verb
        sentence = g.sentence_span(cue)
        begin = min(cue, cue if first is None else first)
        self.found.append(
            Attributed(
                speaker=speaker,
                cue=(g.start[begin], g.end[max(cue, cue if first is None else first)]),
                content=spans,
                manner=manner,
                evidence=(min(sentence[0], spans[0][0]), max(sentence[1], spans[-1][1])),
                rule=rule,
                addressees=self.addressees(told) if g.is_verb(told) else [],
                cue_token=cue,
                anonymous=anonymous,
                joint=self.joint(told) if g.is_verb(told) and speaker is not None else [],
            )
        )
        self.used.add(cue)

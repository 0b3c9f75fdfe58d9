"""What the parts of attribution share: one doc with its parse, mentions, quotations and the statements found so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc

from dragoman.schema import Manner
from dragoman.speech.speakers import Speaker, government_at, institution, issued_by, speaker_at
from dragoman.speech.stage import Chars, Stage
from dragoman.speech.subjects import Subjects

_EMPTY = frozenset({"it", "that", "this", "there"})


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


class Scene(Stage):
    """One doc with the statements found in it so far."""

    def __init__(self, doc: Doc) -> None:
        super().__init__(doc)
        self.found: list[Attributed] = []
        self.used: set[int] = set()  # cue tokens that have their content
        self.subjects = Subjects(self)

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

    def source(self, cue: int, *, outside: bool = False) -> Speaker | None:
        """The source of a cue verb: its subject, an institution it is said in, or the noun after it."""
        g = self.g
        subjects = self.subjects.of(cue, outside=outside)
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
        subjects = self.subjects.of(cue)
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

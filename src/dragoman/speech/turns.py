"""Turns of speech that the layout shows: a name and a colon, questions and answers, dialogue after dashes."""

from __future__ import annotations

import re

from dragoman.actors.mention import ActorMention
from dragoman.language import layout_of
from dragoman.language.layout import Block
from dragoman.schema import Actor, Manner
from dragoman.speech.issuer import briefer_of, issuer_of
from dragoman.speech.scene import Attributed, Scene
from dragoman.speech.speakers import Speaker, speaker_at
from dragoman.speech.stage import Chars

_TURN = re.compile(
    r"(?P<who>(?:(?i:Mrs?|Ms|Dr|Gen|Sen|Rep|Gov|Col|Prof|Amb|St)\. )?(?:[A-Z]\. ?){0,3}[A-Z][^\n:.!?;“”\"]{1,70}):"
    r"\s+(?=(?:…|\.\.\.|--)?\s*[A-Z“\"‘'«]|…|\.\.\.|-- )"
)
# What begins every turn of a transcript: a short name, written large throughout or word by word.
_LABEL = re.compile(
    r"(?:[A-Z][A-Z .,'’()-]{1,50}|(?:[A-Z][\w.'’-]*|of|the|for|and)(?: (?:[A-Z][\w.'’-]*|of|the|for|and)){0,7}):\s+\S"
)
_NO_TURN = frozenset({"analysis", "opinion", "exclusive", "update", "video", "photo", "photos", "watch", "factbox", "explainer", "timeline", "note", "source",
                      "contact", "breaking", "read", "see", "editorial", "comment", "live", "profile", "interview", "q", "a", "question", "answer", "background",
                      "correction", "transcript", "date", "place", "time", "location"})  # fmt: skip
_ASKED = re.compile(r"(?P<who>Q(?:uestion)?|A(?:nswer)?)\s*[:;.]{1,2}\s+(?=\S)", re.IGNORECASE)
# `Q And on Iraq?`: transcripts of the White House have no mark behind it.
_BARE_Q = re.compile(r"(?P<who>Q)\s+(?=[A-Z“\"])")
_DATELINE = re.compile(r"\s[–—-]\s")
_DASH = re.compile(r"\s*[–—-]{1,2}\s+(?=\S)")
_BREAK = re.compile(r"(?<=[,.!?…])[”»\"]?\s*[–—-]{1,2}\s+")
_REPORT = 120  # characters of a reporting clause between dashes
# `MR. BURNS: Good afternoon.`: one such line makes a transcript.
_OFFICIAL = re.compile(
    r"(?:MR|MRS|MS|DR|SECRETARY|PRESIDENT|AMBASSADOR|MINISTER|CHAIRMAN|SENATOR|GENERAL|ADMIRAL|GOVERNOR)\.? [A-Z .'’-]{2,40}:"
    r"|(?:THE )?(?:PM|PRESIDENT|PRIME MINISTER|(?:FOREIGN|DEFEN[CS]E) (?:MINISTER|SECRETARY)|SECRETARY[ -]GENERAL|SPOKES(?:MAN|WOMAN|PERSON)):"
)
_LINE_HEAD = re.compile(r"[A-Z][^\n.!?:;“”\"]{1,40}:\s+[A-Z“\"]")  # `Iranian media: How do you see it?`
_ALONE = re.compile(r"[A-Z][A-Z .,'’()-]{1,50}:")  # `PRIME MINISTER:` on a line of its own
_ASKERS = frozenset(
    {
        "journalist",
        "question",
        "reporter",
        "q",
        "press",
        "media",
        "interviewer",
        "correspondent",
        "unidentified",
        "inaudible",
    }
)
_FEWEST, _SURE = 2, 4  # turns of a transcript
_FOLLOWING = frozenset({"following", "follows", "below"})
_CLOSED = re.compile(r"[\W_]*(?:end|ends|end transcript)?[\W_]*", re.IGNORECASE)  # `###`, `(end transcript)`
_OWN = frozenset({"i", "we", "my", "our", "us", "me", "you"})


class Turns:
    """Finds the turns of speech in the blocks of a scene."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._answering: Speaker | None = None
        self._asked = False  # whether a question came before
        self._floor: Speaker | None = None  # whose turn it is
        self._taken = False
        self._text = False  # whether what goes on is a text that somebody issued
        turns = [b for b in layout_of(scene.doc).blocks if b.kind == "body" and self._is_label(b)]
        self._first = turns[0].start if turns else 0
        official = any(_OFFICIAL.match(scene.text, b.start, b.end) for b in turns)
        self._last = turns[-1].start if len(turns) >= _FEWEST or official else -1  # of a transcript
        self._sure = len(turns) >= _SURE or official  # nothing but a transcript

    def _is_label(self, block: Block) -> bool:
        """Whether a line begins as a turn of a transcript does."""
        text = self.scene.text
        if any(p.match(text, block.start, block.end) for p in (_ASKED, _BARE_Q, _OFFICIAL)):
            return True
        label = _LABEL.match(text, block.start, block.end) or _ALONE.fullmatch(text, block.start, block.end)
        return label is not None and label.group().partition(":")[0].casefold() not in _NO_TURN

    def block(self, block: Block, tokens: list[int]) -> None:
        """Write down the turn of speech that a block is, if it is one."""
        text = self.scene.text
        if not tokens:
            return
        found = len(self.scene.found)
        asked = _ASKED.match(text, block.start, block.end) if block.kind == "body" else None
        if asked is None and self._last >= 0 and block.kind == "body":
            asked = _BARE_Q.match(text, block.start, block.end)
        if asked is not None:
            self._question(block, asked, tokens)
        elif block.kind == "body" and (dash := _DASH.match(text, block.start, block.end)) is not None:
            self._dialogue(dash.end(), block.end, tokens)
        else:
            self._named(block, tokens)
        if _CLOSED.fullmatch(text, block.start, block.end):
            self._taken = False
        if block.kind != "body":
            return
        if (issued := self._issued(block, tokens)) is not None:
            self._floor, self._taken, self._text = issued, True, True
            return
        if len(self.scene.found) > found and self._last >= 0 and self.scene.found[-1].rule == "speech.turn":
            self._floor, self._taken, self._text = self.scene.found[-1].speaker, True, False
        elif self._last >= 0 and _ALONE.fullmatch(text, block.start, block.end):
            self._alone(block, tokens)
        elif self._is_label(block) or _LINE_HEAD.match(text, block.start, block.end):
            self._floor, self._taken = None, False
        elif self._taken:
            self._goes_on(block, tokens)

    def _goes_on(self, block: Block, tokens: list[int]) -> None:
        """A paragraph without a name between two turns of a transcript, or after the last one with `we` in it, is of the same turn."""
        s, g = self.scene, self.scene.g
        own = self._sure or self._text or any(g.lower[i] in _OWN and not s.in_quote[i] for i in tokens)
        if block.start > self._last and not own:
            self._taken = False
            return
        named = self._floor.actors if self._floor is not None else ()
        for i in tokens if self._floor is None or not self._bodies(named) else ():
            mention = s.mentions.headed(i)
            if mention is not None and mention.via == "name" and set(mention.actors) & set(named):
                self._taken = False  # `Lavrov also said`: the story goes on
                return
        if (span := s.trim(block.start, block.end)) is not None and not s.is_told(*span):
            self._write(self._floor, None, span, "direct", span, tokens)

    @staticmethod
    def _bodies(actors: tuple[Actor, ...]) -> bool:
        """Whether a text is that of a body, which calls itself by its name."""
        return all(a.kind not in ("person", "unnamed") for a in actors)

    def _issued(self, block: Block, tokens: list[int]) -> Speaker | None:
        """Whose text stands below a line that announces it: `The minister issued the following statement:`."""
        s, g = self.scene, self.scene.g
        if s.text[block.end - 1] != ":" or not _FOLLOWING & {g.lower[k] for k in tokens}:
            return None
        for i in tokens:
            told = g.lemma[i] in s.cues.issued and g.pos[i] in ("NOUN", "PROPN")
            if not told or s.in_quote[i]:
                continue
            v = g.head[i]
            if g.is_verb(v) and g.dep[i] in ("dobj", "obj"):
                if subjects := s.subjects.of(v):
                    return speaker_at(g, s.mentions, subjects[0])
            by = [*g.prep_objects(i, "by", "from", "of")]
            if g.is_verb(v):
                by = [k for a in g.all_children(v, "agent") for k in g.all_children(a, "pobj")] + by
            by += g.all_children(i, "poss")
            if by:
                return speaker_at(g, s.mentions, by[0])
        return None

    def _question(self, block: Block, asked: re.Match[str], tokens: list[int]) -> None:
        """`Q: ...` and `A: ...`: nobody is named as the one who asks; who answers was named before."""
        s = self.scene
        span = s.trim(asked.end(), block.end)
        if span is None:
            return
        question = asked["who"][0] in "Qq"
        if not question and not self._asked:
            return  # `A: the first option`
        self._asked = True
        if question:
            self._answering = self._person(tokens) or self._answering
        speaker = None if question else self._answering or self._before(block.start)
        label = asked.span("who")
        self._write(
            speaker and Speaker(speaker.actors, label), None, span, "direct", (block.start, span[1]), tokens
        )

    def _person(self, tokens: list[int]) -> Speaker | None:
        """The person whom a question addresses: its first words name him, a comma behind them."""
        lower = self.scene.g.lower
        for i in tokens[:8]:
            if lower[i + 1 : i + 2] != [","]:
                continue
            mention = self.scene.mentions.headed(i)
            if (
                mention is not None
                and any(a.kind == "person" for a in mention.actors)
                and mention.via != "pronoun"
            ):
                return Speaker(mention.actors, (mention.start, mention.end))
        return None

    def _before(self, offset: int) -> Speaker | None:
        """The first person that a text names, before its first answer."""
        for m in self.scene.mentions.items:
            if m.start < offset and len(m.actors) == 1 and m.actors[0].kind == "person":
                return Speaker(m.actors, (m.start, m.end))
        for m in self.scene.mentions.items:  # who answers by name later on: `Mao Ning: ...`
            line = self.scene.text[self.scene.text.rfind("\n", 0, m.start) + 1 : m.start].strip()
            if not line and self.scene.text[m.end : m.end + 1] == ":" and len(m.actors) == 1:
                if m.actors[0].kind == "person":
                    return Speaker(m.actors, (m.start, m.end))
        return None

    def _dialogue(self, start: int, end: int, tokens: list[int]) -> None:
        """`– We wait, – the minister said. – There is no hurry.`: each piece of speech between the reporting clauses."""
        s = self.scene
        cuts = [start, *(x for m in _BREAK.finditer(s.text, start, end) for x in m.span()), end]
        pieces = [(cuts[k], cuts[k + 1]) for k in range(0, len(cuts), 2)]
        reports = {
            k: cue
            for k, piece in enumerate(pieces)
            if k and piece[1] - piece[0] < _REPORT and (cue := self._report(piece, tokens)) is not None
        }
        if not reports:
            return
        speech: list[Chars] = []
        last: tuple[int, Speaker | None] | None = None
        for k, piece in enumerate(pieces):
            if k in reports:
                last = (reports[k], self._speaker(reports[k], piece))
                self._flush(speech, last, (start, end), tokens)
                tail = re.search(r"[.!?]\s+(?=[A-Z])", s.text[slice(*piece)])
                speech = [(piece[0] + tail.end(), piece[1])] if tail else []
            elif speech and k - 1 not in reports:
                speech[-1] = (speech[-1][0], piece[1])
            else:
                speech.append(piece)
        if last is not None:
            self._flush(speech, last, (start, end), tokens)

    def _flush(
        self, speech: list[Chars], told: tuple[int, Speaker | None], evidence: Chars, tokens: list[int]
    ) -> None:
        cue, speaker = told
        for piece in speech:
            if (span := self.scene.trim(*piece)) is not None:
                self._write(speaker, cue, span, "direct", evidence, tokens)

    def _report(self, piece: Chars, tokens: list[int]) -> int | None:
        """The verb of saying of a reporting clause, near its beginning."""
        s, g = self.scene, self.scene.g
        inside = [i for i in tokens if piece[0] <= g.start[i] < piece[1]]
        return next((i for i in inside[:9] if s.cues.takes("quote", g.lemma[i]) and g.pos[i] == "VERB"
                     and g.tag[i] in ("VBD", "VBZ", "VBP", "VBN")), None)  # fmt: skip

    def _speaker(self, cue: int, piece: Chars) -> Speaker | None:
        s, g = self.scene, self.scene.g
        inside = [k for k in range(g.n) if piece[0] <= g.start[k] < piece[1]]
        subjects = [k for k in g.subjects(cue) if k in inside]
        nominal = [k for k in inside if k != cue and g.pos[k] in ("PRON", "PROPN", "NOUN")]
        named = subjects or [k for k in nominal if s.mentions.headed(k) is not None] or nominal
        return speaker_at(g, s.mentions, named[0]) if named else None

    def _write(
        self,
        speaker: Speaker | None,
        cue: int | None,
        span: Chars,
        manner: Manner,
        evidence: Chars,
        tokens: list[int],
    ) -> None:
        """Write down a turn; what stands in it is its speaker's own, as in a quotation."""
        s, g = self.scene, self.scene.g
        s.found.append(
            Attributed(
                speaker=speaker,
                cue=(g.start[cue], g.end[cue]) if cue is not None else None,
                content=[span],
                manner=manner,
                evidence=(min(evidence[0], span[0]), max(evidence[1], span[1])),
                rule="speech.turn",
                cue_token=cue,
                anonymous=speaker is None and cue is None,
            )
        )
        if cue is not None:
            s.used.add(cue)
        if manner == "direct":
            for i in tokens:
                s.in_quote[i] = s.in_quote[i] or span[0] <= g.start[i] < span[1]

    def _named(self, block: Block, tokens: list[int]) -> None:
        """`Lavrov: we will not sign`, a headline or a turn of a transcript: what follows the colon is his."""
        s, g = self.scene, self.scene.g
        match = _TURN.match(s.text, block.start, block.end)
        if match is None or not tokens:
            return
        where = layout_of(s.doc).dateline_span
        if where is not None and where[0] == block.start:  # `ISLAMABAD: The minister arrived`
            return
        who = [i for i in tokens if g.end[i] <= match.end("who") and g.pos[i] not in ("SPACE", "PUNCT")]
        rest = [i for i in tokens if g.start[i] >= match.end()]
        if not who or not rest or len(who) > 9 or any(g.is_verb(i) for i in who):
            return
        if not any(g.is_verb(i) for i in rest) and not (self._sure and block.kind == "body"):
            return
        if g.lower[who[0]] in _NO_TURN or "(" in match["who"]:  # `KUALA LUMPUR (AP): Police arrested ...`
            return
        if _DATELINE.search(match["who"]):  # `Manama - Agencies: The police stormed ...`
            return
        named = [
            m
            for i in who
            for m in s.mentions.covering(i)[:1]
            if m.actors and m.via not in ("role", "nominal", "pronoun")
        ]
        comma = next((k for k, i in enumerate(who) if k and g.lower[i - 1] == ","), len(who))
        top = [i for i in who if g.head[i] not in who or g.head[i] == i]
        if not named and self._last >= 0 and block.kind == "body":  # `PM: ...`
            named = [m for i in who for m in s.mentions.covering(i)[:1] if self._speaks_himself(m)]
        head = next(
            (m.head for m in named if m.head in who[:comma] and (block.kind == "body" or m.head in top)), None
        )
        known = self._by_surname(who[:comma]) if head is None and block.kind == "body" else None
        if head is None:
            who = who[:comma]
            head = next((i for i in who if g.lemma[i] in s.cues.people or g.lower[i] in s.cues.people), None)
        if head is None:
            head = (
                who[0]
                if all(g.word[i][:1].isupper() for i in who[:2])
                and g.pos[who[0]] == "PROPN"
                and block.kind == "body"
                else None
            )
        official = block.kind == "body" and _OFFICIAL.match(s.text, block.start, block.end) is not None
        if head is None and official:
            head = who[0]
        if head is None:
            return
        span = s.trim(match.end(), block.end)
        if span is None or s.is_told(*span):
            return
        if named and block.kind == "title" and all(a.kind == "state" for m in named for a in m.actors):
            return  # `Iraq: parliament split over the bill`: what the headline is about
        if known is not None:
            spoken = known
        elif named and named[0].head == head:
            spoken = Speaker(named[0].actors, (named[0].start, named[0].end))
        else:
            role = block.kind == "body" and g.lemma[head] in s.cues.people
            issuer = briefer_of(s.doc) if official else issuer_of(s.doc) if role else None
            spoken = Speaker(
                (), (g.start[who[0]], g.end[who[-1]]), issuer.actors if issuer is not None else ()
            )
        kind: Manner = "direct" if block.kind == "body" or s.quoted_as(span) else "indirect"
        self._write(spoken, None, span, kind, (block.start, span[1]), tokens)

    def _speaks_himself(self, m: ActorMention) -> bool:
        """Whether a title before a colon means somebody whom no turn tells of in the third person."""
        if m.via != "role" or len(m.actors) != 1:
            return False
        return not any(
            o.via == "name" and o.start >= self._first and m.actors[0] in o.actors
            for o in self.scene.mentions.items
        )

    def _alone(self, block: Block, tokens: list[int]) -> None:
        """A name on a line of its own: the turn below it is his."""
        s, g = self.scene, self.scene.g
        who = [i for i in tokens if g.pos[i] not in ("SPACE", "PUNCT")]
        named = next((m for i in who for m in s.mentions.covering(i)[:1] if m.actors), None)
        if named is not None and named.via != "name" and not self._speaks_himself(named):
            named = None
        if who:
            label = (g.start[who[0]], g.end[who[-1]])
            known = Speaker(named.actors, label) if named is not None else self._by_surname(who)
            asks = g.lower[who[0]] in _ASKERS
            self._floor, self._taken, self._text = None if asks else known or Speaker((), label), True, False

    def _by_surname(self, who: list[int]) -> Speaker | None:
        """The person of the text whose surname a turn bears: `N. KOTZIAS: ...` after `Foreign Minister Nikos Kotzias`."""
        s, g = self.scene, self.scene.g
        last = g.lower[who[-1]]
        if len(last) < len("abc") or last in s.cues.people:
            return None
        meant = {
            m.actors[0].id: m.actors
            for m in s.mentions.items
            if len(m.actors) == 1
            and m.actors[0].kind == "person"
            and last
            in (
                m.actors[0].name.rpartition(" ")[2].lower(),
                s.text[m.start : m.end].rpartition(" ")[2].lower(),
            )
        }
        if len(meant) != 1:
            return None
        return Speaker(next(iter(meant.values())), (g.start[who[0]], g.end[who[-1]]))

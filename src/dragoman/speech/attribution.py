"""Statements: source, cue and content of direct, mixed and reported speech, thought and intention."""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Doc

from dragoman.language import layout_of
from dragoman.language.layout import Block
from dragoman.language.marks import DOUBLE, OPENING, SINGLE, SINGLE_OPENING
from dragoman.speech.focus import Focus
from dragoman.speech.inserted import Inserted
from dragoman.speech.phrases import Phrases
from dragoman.speech.quotations import Quotations
from dragoman.speech.reported import Reported
from dragoman.speech.scene import Attributed, Scene
from dragoman.speech.speakers import Speaker
from dragoman.speech.tails import Tails
from dragoman.speech.turns import Turns

# What stands around quoted words, and right before them.
_AROUND = "".join(sorted({*" \n", *DOUBLE, *SINGLE}))
_BEFORE = f" {OPENING}{SINGLE_OPENING}"
_PRONOUNS = frozenset({"it", "he", "she", "they", "his", "her", "its", "their"})
# What an institution wants or does is what its spokesman says of it; what it said is another statement.
_ATTITUDES = frozenset({"speech.adjective", "speech.infinitive", "speech.object", "speech.preposition", "speech.nominal", "speech.stance",
                        "speech.wished", "speech.told", "speech.particle"})  # fmt: skip

# Words that are no cue, and what a verb of saying may be tagged as, also one taken for a noun.
_BARE = frozenset({"PUNCT", "DET", "PRON", "NUM", "SPACE", "CCONJ", "PROPN"})
_FINITE = frozenset({"VBN", "VBD", "VBZ", "NNS"})

# Contents that are things, of which a clause of their own is part.
_THINGS = frozenset({"speech.object", "speech.particle"})
_BARELY = 20  # characters of a content that may be only a pronoun and an auxiliary
_GAP = 3  # characters between a clause and the quoted words that end it


class Attribution:
    """Finds the statements of one doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.scene = Scene(doc)

    def run(self) -> list[Attributed]:
        """All statements, in the order of their contents."""
        s, g = self.scene, self.scene.g
        quotations, reported, phrases, turns = Quotations(s), Reported(s), Phrases(s), Turns(s)
        inserted, tails = Inserted(s), Tails(s)
        lower, lemma, pos, tag = g.lower, g.lemma, g.pos, g.tag
        verbs, of_clauses = s.cues.every_verb, s.cues.verbs["clause"]
        blocks = layout_of(self.doc).blocks
        bodies = [b for b in blocks if b.kind == "body"]
        last: list[int] = []
        for block in blocks:
            if block.kind not in ("body", "title", "heading"):
                continue
            tokens = list(range(bisect_left(g.start, block.start), bisect_left(g.start, block.end)))
            if block.kind == "body":
                # `He told the crowd:` may stand in the line before its quotation.
                lead = last if s.text[: block.start].rstrip().endswith(":") else []
                quotations.block(
                    [q for q in s.quotes if block.start <= q.start < block.end], [*lead, *tokens]
                )
            last = tokens
            turns.block(block, tokens)
            if block.kind != "body":
                continue
            for i in tokens:
                if pos[i] in _BARE and lower[i] != ":":
                    continue
                if lemma[i] in verbs:
                    reported.verb(i)
                phrases.token(i)
            for i in tokens:
                if lemma[i] in of_clauses and tag[i] in _FINITE:
                    inserted.verb(i)
            for number in range(g.sent[tokens[0]], g.sent[tokens[-1]] + 1) if tokens else ():
                tails.sentence(g.sents[number][0], g.sents[number][1] - 1)
        s.found = [a for a in s.found if not self._empty(a)]
        s.found.sort(key=lambda a: (a.start, -a.end))
        self._join()
        Focus(s).settle()
        self._running_speakers(bodies)
        return self._without_doubles()

    def _empty(self, s: Attributed) -> bool:
        """Whether nobody says it, or nothing: `no country put forward a draft`, `more than Madrid thinks it will`."""
        g = self.scene.g
        if s.manner == "direct":
            return False
        first = self.scene.token_at(s.speaker.span[0]) if s.speaker is not None else None
        if first is not None and g.lower[first] == "no" and not (s.speaker and s.speaker.actors):
            return True
        inside = range(bisect_left(g.start, s.start), bisect_left(g.start, s.end))
        if s.cue_token is not None and g.lemma[s.cue_token] == "thank" and g.lower[inside[0]] == "you":
            return True  # `Mr President, thank you for this meeting`
        if len(s.content) > 1 or s.end - s.start > _BARELY:
            return False
        return all(g.pos[i] in ("PRON", "AUX", "PART") for i in inside)

    # Words that go on in quotation marks -----------------------------------------------------

    def _join(self) -> None:
        """One statement of a clause and the quoted words that end it: `said it was the moment “they said would never come”`."""
        scene = self.scene
        dropped: list[Attributed] = []
        quoted = [(q.start, q) for q in scene.found if q.manner == "direct"]
        for s in scene.found if quoted else ():
            if s.manner == "direct" or s.cue_token is None:
                continue
            end = s.end
            for q in [q for start, q in quoted if end <= start <= end + _GAP]:
                gap = scene.text[s.end : q.start] if s.end <= q.start else "-"
                more = scene.text[
                    q.start : q.start + 1
                ].islower()  # `noting that it grew, “and the gap is closing”`
                if gap.strip(_BEFORE + "," if more else _BEFORE) or not gap:
                    continue
                if q.cue_token not in (None, s.cue_token):
                    continue
                begin = s.content[-1][0]
                s.content[-1] = (begin, q.end)
                s.manner = "mixed"
                s.evidence = (s.evidence[0], max(s.evidence[1], q.end))
                if 2 * (q.end - q.start) >= q.end - begin:
                    dropped.append(q)
        scene.found = [s for s in scene.found if not any(s is d for d in dropped)]

    # Speakers that the sentence leaves out ------------------------------------------------

    def _running_speakers(self, bodies: list[Block]) -> None:
        """Give statements without a source the running one: same paragraph, or the one before."""
        found = self.scene.found
        order = sorted(found, key=lambda s: s.evidence[0])
        number = {}
        for k, block in enumerate(bodies):
            for s in order:
                if block.start <= s.start < block.end:
                    number[id(s)] = k
        told = self.scene.told_by_others()
        for k, s in enumerate(order):
            known = s.speaker is not None and (s.speaker.actors or s.speaker.named is not None)
            resolved = known and not self._one_of_many(s)
            if s.anonymous or resolved or (s.speaker is not None and not self._omitted(s)):
                continue
            here = number.get(id(s), -1)
            before = [o for o in order[:k] if id(o) not in told]
            fits = [o for o in before if here - number.get(id(o), -9) <= 1 and self._fits(s, o)]
            if s.rule == "speech.running" and not fits:  # who is told of in another's words
                before = [o for o in order[:k] if not self._named_in_quote(o)]
                fits = [o for o in before if here - number.get(id(o), -9) <= 1 and self._fits(s, o)]
            if s.rule == "speech.running" and not fits:
                fits = [o for o in order[k + 1 :] if number.get(id(o), -9) == here and self._fits(s, o)][:1]
            if not fits and s.rule == "speech.running" and here >= 0:
                s.speaker = self._told_before(s, bodies, here)
            if fits and s.rule == "speech.running" and (other := self._turns(s, fits[-1], bodies, here)):
                s.speaker = other  # `Prague called it useful. Novak disagreed. “It is not.”`
            elif fits:
                source = fits[-1].speaker
                assert source is not None
                own = s.speaker.span if s.speaker is not None else source.span
                s.speaker = Speaker(source.actors, own, source.owners, source.named or source.span)
                if s.rule == "speech.running" and here == number.get(id(fits[-1]), -9):
                    s.cue = s.cue or fits[-1].cue  # the quotation goes on
        self.scene.found = [s for s in found if s.speaker is not None or s.cue is not None or s.anonymous]

    def _turns(self, s: Attributed, before: Attributed, bodies: list[Block], here: int) -> Speaker | None:
        """The person whom the sentence right before a quotation tells of, where nobody is told to speak there."""
        g = self.scene.g
        here_before = self.scene.text[bodies[here].start : s.start] if here >= 0 else ""
        other = self._told_before(s, bodies, here) if here_before.strip(_AROUND) else None
        if other is None or before.speaker is None or set(other.actors) & set(before.speaker.actors):
            return None
        at = self.scene.token_at(other.span[0])
        last = self.scene.token_at(before.evidence[1] - 1)
        return other if at is not None and last is not None and g.sent[last] < g.sent[at] else None

    def _named_in_quote(self, s: Attributed) -> bool:
        """Whether the source of a statement is named inside somebody's quoted words."""
        at = self.scene.token_at(s.speaker.span[0]) if s.speaker is not None else None
        return at is not None and self.scene.in_quote[at]

    def _told_before(self, s: Attributed, bodies: list[Block], here: int) -> Speaker | None:
        """The person who does something in the last sentence before a quotation that names nobody."""
        g, scene = self.scene.g, self.scene
        inside = scene.text[bodies[here].start : s.start].strip(_AROUND)
        if not inside and here == 0:
            return None
        end = s.start - 1 if inside else bodies[here - 1].end
        last = max(bisect_left(g.start, end) - 1, 0)
        while inside and last > 0 and (scene.in_quote[last] or g.pos[last] in ("PUNCT", "SPACE")):
            last -= 1
        first = g.sents[g.sent[last]][0]
        for m in scene.mentions.items:
            if any(a <= m.start < b for o in scene.found for a, b in o.content):
                continue  # of whom somebody tells
            if first <= m.head <= last and g.dep[m.head] == "nsubj" and len(m.actors) == 1:
                if (
                    m.actors[0].kind == "person"
                    and not scene.in_quote[m.head]
                    and g.dep[g.head[m.head]] == "ROOT"
                ):
                    return Speaker(m.actors, (m.start, m.end))
        return None

    def _word(self, s: Attributed) -> str:
        """The words that name a speaker, in lower case; empty where nobody is named."""
        return self.scene.text[s.speaker.span[0] : s.speaker.span[1]].lower() if s.speaker is not None else ""

    def _one_of_many(self, s: Attributed) -> bool:
        """Whether `they` was taken for one person."""
        actors = s.speaker.actors if s.speaker is not None else ()
        return len(actors) == 1 and actors[0].kind == "person" and self._word(s) in ("they", "their")

    def _fits(self, s: Attributed, other: Attributed) -> bool:
        """Whether the speaker of another statement can be the one that this statement leaves out or calls by a pronoun."""
        speaker = other.speaker
        if s.rule == "speech.running" and other.manner == "direct" and speaker is not None:
            return True  # the quotation goes on
        if speaker is None or (self._word(other) in _PRONOUNS and not speaker.actors):
            return False
        word = self._word(s)
        kinds = {a.kind for a in speaker.actors}
        if word in ("he", "she", "his", "her"):
            return not kinds or bool(kinds & {"person", "unnamed"})
        if word in ("they", "their"):
            return not kinds or "person" not in kinds or len(speaker.actors) > 1 or bool(other.joint)
        return bool(kinds) or (s.rule == "speech.running" and self._unnamed(other))

    def _unnamed(self, s: Attributed) -> bool:
        """Whether the source of a statement is one person without a name: `a European diplomat considers that ...`."""
        g, scene = self.scene.g, self.scene
        heads = scene.subjects.of(s.cue_token) if s.cue_token is not None and g.is_verb(s.cue_token) else []
        return len(heads) == 1 and g.tag[heads[0]] == "NN" and g.lemma[heads[0]] in scene.cues.individuals

    def _omitted(self, s: Attributed) -> bool:
        """Whether the text leaves the source out: `it is noted in the commentary`."""
        if s.speaker is None:
            return True
        words = self.scene.text[s.speaker.span[0] : s.speaker.span[1]].lower()
        return words in _PRONOUNS or any(words.endswith(v) for v in self.scene.cues.venues)

    # Statements told twice --------------------------------------------------------------------

    def _near(self) -> list[list[int]]:
        """For each statement the others whose contents overlap its own, by their place in `found`."""
        found = self.scene.found
        ends = sorted(range(len(found)), key=lambda k: found[k].start)
        out: list[list[int]] = [[] for _ in found]
        open_: list[int] = []
        for k in ends:
            start = found[k].start
            open_ = [o for o in open_ if found[o].end > start]
            for o in open_:
                out[k].append(o)
                out[o].append(k)
            open_.append(k)
        return [sorted(near) for near in out]

    def _absorbed(self, s: Attributed, near: list[int]) -> bool:
        """Whether a statement is part of another one of the same source, which has it whole.

        A few quoted words are part of the reported clause around them; a longer quotation is the statement, the words
        around it its introduction. What somebody says he wants or thinks is what he says.
        """
        if s.rule == "speech.judgement" and s.manner == "direct":
            return False
        for o in (self.scene.found[k] for k in near):
            if o is s or (o.manner == "direct" and s.manner == "direct"):
                continue
            if not any(a <= s.start and s.end <= b + 1 and b - a > s.end - s.start for a, b in o.content):
                continue
            length = max(b - a for a, b in o.content)
            if s.manner == "direct" and 3 * (s.end - s.start) >= 2 * length:
                continue
            if s.speaker is None or o.speaker is None:
                if not s.anonymous:
                    return True
            elif s.cue_token == o.cue_token or (s.speaker.actors and s.speaker.actors == o.speaker.actors):
                return True
            elif s.rule == "speech.nominal" and o.rule in _THINGS and s.speaker.span == o.speaker.span:
                return True  # `the memo lays out a plan to cut jobs`, of a source that is no known actor
            elif not s.speaker.actors and s.manner != "direct" and self._document(s):
                return True  # "said that the statement suggests ..."
            elif s.rule in _ATTITUDES and self._same_side(s, o):
                return True
        return False

    def _sourced(self, s: Attributed, near: list[Attributed]) -> bool:
        """Whether what a word gives to nobody has a source all the same: `was reportedly shot, the ministry said`."""
        return (
            s.anonymous
            and s.rule in ("speech.adverb", "speech.nominal")
            and any(o.speaker is not None and o.start <= s.start and s.end <= o.end + 1 for o in near)
        )

    def _document(self, s: Attributed) -> bool:
        """Whether the source of a statement is a text or a finding, not a person."""
        g, scene = self.scene.g, self.scene
        return s.cue_token is not None and any(
            g.lemma[k] in scene.cues.documents for k in scene.subjects.of(s.cue_token)
        )

    def _same_side(self, s: Attributed, o: Attributed) -> bool:
        """Whether an inner source is the state or body that the outer one speaks for, or a pronoun."""
        assert s.speaker is not None
        assert o.speaker is not None
        if not s.speaker.actors:
            words = self.scene.text[s.speaker.span[0] : s.speaker.span[1]].lower()
            return words in _PRONOUNS or words in ("we", "i")
        actor = s.speaker.actors[0]
        outer = (o.speaker.actors or o.speaker.owners or (actor,))[0]
        return (
            actor.kind in ("state", "government body")
            and actor.country is not None
            and actor.country == outer.country
        )

    def _without_doubles(self) -> list[Attributed]:
        """Drop what another statement holds: of the same source inside it, or the same words again."""
        near = self._near()
        found = self.scene.found
        self.scene.found = [
            s
            for k, s in enumerate(found)
            if not self._absorbed(s, near[k]) and not self._sourced(s, [found[o] for o in near[k]])
        ]
        found, near = self.scene.found, self._near()
        kept: set[int] = set()
        for k, s in enumerate(found):
            a, b = s.content[0]
            for o in near[k]:
                other = found[o]
                if o not in kept and (o > k and other.manner != "direct"):
                    continue
                c, d = other.content[0]
                covers = min(b, d) - max(a, c) > 0.8 * max(b - a, d - c)
                if covers and (other.manner == "direct" or o in kept):
                    if s.manner == "direct" and other.manner == "direct" and o > k:
                        continue
                    break
            else:
                kept.add(k)
        return [s for k, s in enumerate(found) if k in kept]

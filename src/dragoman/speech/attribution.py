"""Statements: source, cue and content of direct, mixed and reported speech.

Content spans never include the quotation marks around them. A quotation interrupted by its reporting
clause (`"...", he said. "..."`) gives one statement for each part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from spacy.tokens import Doc

from dragoman.actors import Mentions
from dragoman.language import Grammar, Quotation, grammar, layout_of, quotations_of
from dragoman.schema import Manner
from dragoman.speech.cues import Cues, cues
from dragoman.speech.speakers import Speaker, institution, speaker_at

SCARE = 3  # words: a shorter quotation without a verb is a name or a scare quote
ALONE = 6  # words: a quotation this long may be speech without a cue beside it
REACH = 14  # tokens between a quotation's edge and its cue verb
_TRIM_LEFT = re.compile(r"^[\s\"'“”„«»‘’,;:–—-]+")
_TRIM_RIGHT = re.compile(r"[\s\"'“”„«»‘’,;:–—.!?-]+$")
_INSERTION = re.compile(
    r"[,.!?]?[”\"»]?,?\s*[–—-]?\s*(?P<cue>(?:(?:he|she|they|it)|[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,4}|the [\w ]{3,40}?)"
    r" (?:said|added|noted|stressed|explained|continued|told [\w ]{3,30}|emphasi[sz]ed|underlined|declared|stated)"
    r"|(?:said|added|noted|stressed|explained|continued|emphasi[sz]ed|underlined|declared|stated) [A-Zth][\w .'-]{2,60}?"
    r"|(?:said|noted|stressed|emphasi[sz]ed|underlined|declared|stated) (?:in|at|by) the [\w ]{3,40}?"
    r"|it is (?:noted|said|stated|stressed|emphasi[sz]ed) in [\w ]{3,40}?)"
    r"[.,]\s*[–—-]\s+"
)


@dataclass(slots=True)
class Attributed:
    """A statement still in characters and tokens, with its speaker unresolved into the schema."""

    speaker: Speaker | None
    cue: tuple[int, int] | None
    content: list[tuple[int, int]]
    manner: Manner
    evidence: tuple[int, int]
    rule: str
    addressees: list[Speaker] = field(default_factory=list)
    cue_token: int | None = None

    @property
    def start(self) -> int:
        """Where its content begins."""
        return self.content[0][0]


class Attribution:
    """Finds the statements of one doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        document = doc._.document
        self.text: str = document.text if document is not None else doc.text
        self.g: Grammar = grammar(doc)
        self.mentions: Mentions = doc._.mentions
        self.cues: Cues = cues()
        self.quotes = [q for q in quotations_of(doc) if q.depth == 0]
        self.found: list[Attributed] = []
        self._used_cues: set[int] = set()
        self._in_quote = self._tokens_in_quotes()

    def run(self) -> list[Attributed]:
        """All statements, in the order of their contents."""
        layout = layout_of(self.doc)
        bodies = [b for b in layout.blocks if b.kind == "body"]
        for block in bodies:
            tokens = self._tokens(block.start, block.end)
            quotes = [q for q in self.quotes if block.start <= q.start < block.end]
            for quote in quotes:
                self._quotation(quote, tokens)
            for i in tokens:
                self._reported(i)
            self._according(tokens)
        self.found.sort(key=lambda s: (s.start, -s.content[-1][1]))
        self._running_speakers(bodies)
        return self._without_doubles()

    # Tokens and text ---------------------------------------------------------------

    def _tokens(self, start: int, end: int) -> list[int]:
        g = self.g
        return [i for i in range(g.n) if start <= g.start[i] < end]

    def _tokens_in_quotes(self) -> list[bool]:
        g = self.g
        inside = [False] * g.n
        quotes = iter(self.quotes)
        q = next(quotes, None)
        for i in range(g.n):
            while q is not None and g.start[i] >= q.end:
                q = next(quotes, None)
            if q is None:
                break
            inside[i] = q.start <= g.start[i] < q.end
        return inside

    def _trim(self, start: int, end: int) -> tuple[int, int] | None:
        """A content span without quotation marks, blanks and closing punctuation at its ends."""
        piece = self.text[start:end]
        left = _TRIM_LEFT.match(piece)
        if left:
            start += left.end()
            piece = piece[left.end() :]
        right = _TRIM_RIGHT.search(piece)
        if right:
            tail = piece[right.start() :]
            end -= len(tail)
            # An opening mark inside the content keeps its closing one: ... into “bad” and “good”
            kept = piece[: right.start()]
            for closing, opening in (("”", "“"), ("»", "«")):
                if closing in tail and kept.count(opening) > kept.count(closing):
                    end += tail.index(closing) + 1
                    break
        return (start, end) if end > start else None

    # Quotations ----------------------------------------------------------------------

    def _quotation(self, quote: Quotation, tokens: list[int]) -> None:
        g = self.g
        inner = [i for i in tokens if quote.start <= g.start[i] < quote.end]
        if not inner:
            return
        words = sum(g.pos[i] not in ("PUNCT", "SPACE") for i in inner)
        verbal = any(g.pos[i] in ("VERB", "AUX") for i in inner)
        if (words <= SCARE and not (verbal and words > 1)) or (words < ALONE and not verbal):
            if self._judged(quote, inner) or words <= SCARE:
                return
        parts, cue_spans = self._split(quote)
        cue, speaker = self._cue_of(quote, inner, tokens)
        if cue is None and cue_spans:
            cue, speaker = self._inserted(cue_spans, tokens)
        if cue is None and (words < ALONE or not verbal or not self._stands_alone(quote)):
            if words >= ALONE and speaker is None and self._fragment_of_speech(inner):
                pass
            else:
                return
        contents = [c for p in parts if (c := self._trim(*p)) is not None]
        evidence_token = inner[0]
        start, end = g.sentence_span(evidence_token)
        for content in contents:
            self.found.append(
                Attributed(
                    speaker=speaker,
                    cue=(g.start[cue], g.end[cue]) if cue is not None else None,
                    content=[content],
                    manner="direct",
                    evidence=(min(start, content[0]), max(end, content[1])),
                    rule="speech.quotation" if cue is not None else "speech.running",
                    addressees=self._addressees(cue) if cue is not None else [],
                    cue_token=cue,
                )
            )
        if cue is not None:
            self._used_cues.add(cue)

    def _judged(self, quote: Quotation, inner: list[int]) -> bool:
        """A judgement in a few quoted words, and who passes it: `called the vote "a big mistake"`."""
        g = self.g
        top = inner[0]
        while g.head[top] != top and (quote.start <= g.start[g.head[top]] < quote.end):
            top = g.head[top]
        verb, steps = g.head[top], 0
        while not g.is_verb(verb) and g.head[verb] != verb and steps < 3:
            verb, steps = g.head[verb], steps + 1
        if self._in_quote[verb] or g.lemma[verb] not in self.cues.judging or not g.is_verb(verb):
            return False
        content = self._trim(quote.start, quote.end)
        speaker = self._source(verb, outside=True)
        if content is None or speaker is None:
            return False
        self.found.append(
            Attributed(
                speaker,
                (g.start[verb], g.end[verb]),
                [content],
                "direct",
                g.sentence_span(verb),
                "speech.judgement",
                cue_token=verb,
            )
        )
        self._used_cues.add(verb)
        return True

    def _split(self, quote: Quotation) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """The parts of a quotation around reporting clauses inserted in it, and those clauses."""
        parts, inserted = [], []
        begin = quote.start
        for match in _INSERTION.finditer(self.text, quote.start, quote.end):
            if match.start() - begin < 10:
                continue
            parts.append((begin, match.start()))
            inserted.append(match.span("cue"))
            begin = match.end()
        parts.append((begin, quote.end))
        return parts, inserted

    def _inserted(self, spans: list[tuple[int, int]], tokens: list[int]) -> tuple[int | None, Speaker | None]:
        """Cue and speaker of a reporting clause that stands inside the quotation."""
        g = self.g
        for start, end in spans:
            inside = [i for i in tokens if start <= g.start[i] < end]
            for i in inside:
                if g.lemma[i] in self.cues.clause and g.pos[i] in ("VERB", "NOUN"):
                    subjects = [s for s in g.subjects(i) if s in inside]
                    nominal = [k for k in inside if k != i and g.pos[k] in ("PRON", "PROPN", "NOUN")]
                    named = subjects or [k for k in nominal if self.mentions.headed(k) is not None]
                    speaker = speaker_at(g, self.mentions, named[0]) if named else None
                    return i, speaker
        return None, None

    def _cue_of(
        self, quote: Quotation, inner: list[int], tokens: list[int]
    ) -> tuple[int | None, Speaker | None]:
        """The reporting verb of a quotation outside it, nearest to its edge, and its source."""
        g = self.g
        first, last = inner[0], inner[-1]
        best: tuple[int, int] | None = None
        low, high = tokens[0], tokens[-1]
        for i in range(max(low, first - REACH - 10), min(high, last + REACH) + 1):
            if self._in_quote[i] or g.lemma[i] not in self.cues.clause or g.pos[i] not in ("VERB", "AUX"):
                continue
            if g.dep[i] in ("amod", "acl") and g.tag[i] == "VBN":
                continue
            if i > last:
                if self._crosses(last + 1, i) or (
                    g.sent[i] != g.sent[last] and not self._same_line(quote, i)
                ):
                    continue
                distance = i - last
            else:
                if self._crosses(i + 1, first) or (
                    g.sent[i] != g.sent[first] and not self._introduces(i, quote)
                ):
                    continue
                distance = first - i + 2
            if best is None or distance < best[0]:
                best = (distance, i)
        if best is None:
            return None, None
        cue = best[1]
        return cue, self._source(cue, outside=True)

    def _crosses(self, start: int, end: int) -> bool:
        """Whether another quotation lies between two tokens."""
        return any(self._in_quote[k] for k in range(start, end))

    def _same_line(self, quote: Quotation, i: int) -> bool:
        """Whether the reporting clause follows the quotation's closing mark at once."""
        between = self.text[quote.end : self.g.start[i]]
        return len(between) < 60 and not re.search(r"[.!?]\s+[A-Z]", between)

    def _introduces(self, i: int, quote: Quotation) -> bool:
        """Whether a clause before the quotation ends in a colon: `he said:`."""
        return bool(re.search(r"[:,]\s*[“\"«„]?$", self.text[self.g.start[i] : quote.start]))

    def _stands_alone(self, quote: Quotation) -> bool:
        """Whether nothing but the quotation stands in its sentence(s): it begins one and ends one."""
        before = self.text[: quote.start].rstrip("“\"«„‘' ")
        return not before or before[-1] in "\n.!?:"

    def _fragment_of_speech(self, inner: list[int]) -> bool:
        """Whether a long quotation is part of somebody's clause: `This “fully applies to the issue”`."""
        return any(self.g.pos[i] == "VERB" and self.g.dep[i] in ("ROOT", "ccomp", "conj") for i in inner)

    # Reported speech -----------------------------------------------------------------

    def _reported(self, i: int) -> None:
        g = self.g
        lemma = g.lemma[i]
        if g.pos[i] != "VERB" or (self._in_quote[i] and lemma in self.cues.strict):
            return
        if lemma in self.cues.light:
            self._light(i)
        if (
            lemma not in self.cues.clause
            and lemma not in self.cues.infinitive
            and lemma not in self.cues.preposition
        ):
            return
        if self._in_quote[i] and any(g.lower[s] in ("i", "we") for s in g.subjects(i)):
            return  # the one quoted speaks of himself: no source of its own
        if g.dep[i] == "amod" or (i in self._used_cues and not g.all_children(i, "ccomp")):
            return
        for c in g.children[i]:
            if g.dep[c] == "ccomp" and self._clause_content(i, c):
                return
        if g.dep[i] == "parataxis" and self._fronted(i):
            return
        if lemma in self.cues.noun and i not in self._used_cues:
            self._noun_content(i)
        if lemma in self.cues.preposition:
            self._prepositional(i)

    def _clause_content(self, cue: int, clause: int) -> bool:
        """A finite clause under a cue verb, before or after it."""
        g = self.g
        mark = g.child(clause, "mark")
        marked = mark is not None and g.lower[mark] == "that"
        if mark is not None and g.lower[mark] in ("if", "whether") and g.lemma[cue] not in ("doubt",):
            return False
        if g.lemma[cue] in self.cues.strict and not marked:
            return False
        if not self._finite(clause):
            return False
        start, end = g.left[clause], g.right[clause]
        if start <= cue <= end:
            return False
        # Clauses coordinated to the content without their own subject or with "that" belong to it; the
        # subtree holds them. The cue's own coordinated verbs do not.
        if marked and mark is not None and mark < clause:
            start = max(start, mark + 1) if mark - start < 3 else start
        begin, stop = g.start[start], g.end[end]
        if self._is_quoted(begin, stop):
            return False
        span = self._trim(begin, stop)
        if span is None or span[1] - span[0] < 8:
            return False
        self._add(cue, span, "speech.clause", self._resumed(cue) if end < cue and not marked else None)
        return True

    def _resumed(self, cue: int) -> tuple[int, int] | None:
        """What goes on after a reporting clause put into the content: `Sanctions would stay, he insisted, until ...`."""
        g = self.g
        near = [
            cue,
            *(s for c in g.all_children(cue, "nsubj") for s in (c, g.right[c]) if g.right[c] < cue + 8),
        ]
        after = max(near) + 1
        last = g.sents[g.sent[cue]][1]
        if after >= last - 3 or g.lower[after] != ",":
            return None
        if any(
            g.dep[c] in ("conj", "advcl", "cc") and c > after and (g.is_verb(c) or g.dep[c] == "cc")
            for c in g.children[cue]
        ):
            return None
        return self._trim(g.start[after + 1], g.end[last - 1])

    def _fronted(self, cue: int) -> bool:
        """Content before a parenthetical cue: `The talks failed, officials said.`"""
        g = self.g
        h = g.head[cue]
        if not g.is_verb(h) or not self._finite(h):
            return False
        first, _ = g.sents[g.sent[cue]]
        if cue < h:
            return False
        span = self._trim(g.start[max(g.left[h], first)], g.end[g.left[cue] - 1])
        if span is None:
            return False
        self._add(cue, span, "speech.fronted")
        return True

    def _finite(self, v: int) -> bool:
        g = self.g
        if g.tag[v] in ("VBD", "VBZ", "VBP", "MD"):
            return True
        return any(
            g.dep[c] in ("aux", "auxpass") and g.lower[c] not in ("to", "being") for c in g.children[v]
        ) or (g.child(v, "nsubj", "nsubjpass") is not None and g.tag[v] != "VBG")

    def _noun_content(self, cue: int) -> None:
        g = self.g
        lemma = g.lemma[cue]
        for o in g.all_children(cue, "dobj"):
            wanted = self.cues.express_nouns if lemma in ("express", "voice") else self.cues.object_nouns
            if g.lemma[o] not in wanted:
                continue
            clause = next((c for c in g.children[o] if g.dep[c] == "acl" and self._marked(c)), None)
            begin, end = g.left[o], g.right[o]
            if clause is not None:
                begin, end = g.left[clause], g.right[clause]
            span = self._trim(g.start[begin], g.end[end])
            if span is None or span[1] - span[0] < 12:
                continue
            quoted = [
                q for q in self.quotes if span[0] <= q.start and q.end <= span[1] + 1 and q.end - q.start > 25
            ]
            if quoted:
                continue
            self._add(cue, span, "speech.noun")

    def _marked(self, clause: int) -> bool:
        return any(self.g.dep[c] == "mark" and self.g.lower[c] == "that" for c in self.g.children[clause])

    def _prepositional(self, cue: int) -> None:
        g = self.g
        allowed = self.cues.preposition[g.lemma[cue]]
        for p in g.all_children(cue, "prep"):
            if g.lower[p] not in allowed:
                continue
            for o in g.all_children(p, "pobj", "pcomp"):
                if g.pos[o] not in ("NOUN", "PROPN", "VERB"):
                    continue
                span = self._trim(g.start[g.left[o]], g.end[g.right[o]])
                if span is not None and span[1] - span[0] >= 12 and not self._is_quoted(*span):
                    self._add(cue, span, "speech.preposition")

    def _light(self, cue: int) -> None:
        """`made it clear that ...`, `expressed confidence that ...`."""
        g = self.g
        words = self.cues.light[g.lemma[cue]]
        for c in g.children[cue]:
            near = [c, *g.children[c]]
            if not any(g.lemma[k] in words for k in near):
                continue
            for k in (cue, *near):
                for clause in g.children[k]:
                    if (
                        g.dep[clause] in ("ccomp", "acl", "advcl")
                        and (self._marked(clause) or g.dep[clause] == "ccomp")
                        and self._finite(clause)
                    ):
                        start = g.left[clause]
                        if g.lower[start] == "that":
                            start += 1
                        span = self._trim(g.start[start], g.end[g.right[clause]])
                        if span is not None and span[1] - span[0] >= 12 and not self._is_quoted(*span):
                            self._add(cue, span, "speech.light")
                            return

    def _according(self, tokens: list[int]) -> None:
        """`According to the ministry, ...`: the rest of the sentence is the content."""
        g = self.g
        for i in tokens:
            if g.lower[i] != "according" or self._in_quote[i]:
                continue
            to = next((c for c in g.children[i] if g.lower[c] == "to"), None)
            sources = g.all_children(to, "pobj") if to is not None else []
            if not sources:
                continue
            source = sources[0]
            first, last = self._scope(i)
            left, right = i, max(g.right[i], g.right[source])
            before = self._trim(g.start[first], g.start[left]) if left > first else None
            after = self._trim(g.end[right], g.end[last - 1]) if right < last - 1 else None
            spans = [s for s in (before, after) if s and s[1] - s[0] >= 8]
            span = max(spans, key=lambda s: s[1] - s[0], default=None)
            if span is None or span[1] - span[0] < 15 or self._is_quoted(*span):
                continue
            speaker = speaker_at(g, self.mentions, source)
            self.found.append(
                Attributed(
                    speaker,
                    (g.start[i], g.end[i]),
                    [span],
                    self._manner(span),
                    g.sentence_span(i),
                    "speech.according",
                    cue_token=i,
                )
            )

    def _scope(self, i: int) -> tuple[int, int]:
        """Tokens that an `according to` speaks for: the clause it stands inside, else the sentence."""
        g = self.g
        first, last = g.sents[g.sent[i]]
        v = g.head[i]
        if g.is_verb(v) and g.dep[v] in ("relcl", "ccomp", "advcl") and g.left[v] < i < g.right[v]:
            return max(first, g.left[v]), min(last, g.right[v] + 1)
        return first, last

    # Sources -------------------------------------------------------------------------

    def _add(self, cue: int, span: tuple[int, int], rule: str, more: tuple[int, int] | None = None) -> None:
        g = self.g
        speaker = self._source(cue, outside=False)
        if speaker is None and rule != "speech.clause" and not g.is_passive(cue):
            return
        if g.is_negated(cue) and g.lemma[cue] not in ("rule",):
            return
        self.found.append(
            Attributed(
                speaker=speaker,
                cue=(g.start[cue], g.end[cue]),
                content=[span] if more is None else [span, more],
                manner=self._manner(span),
                evidence=g.sentence_span(cue),
                rule=rule,
                addressees=self._addressees(cue),
                cue_token=cue,
            )
        )

    def _source(self, cue: int, *, outside: bool) -> Speaker | None:
        """The source of a cue verb: its subject, an institution it is said in, or the noun after it."""
        g = self.g
        subjects = [s for s in g.acting_subjects(cue, self._acts) if not (outside and self._in_quote[s])]
        if g.is_passive(cue):  # "is quoted as saying": the one quoted is the source
            if g.lemma[cue] in ("quote", "cite"):
                subjects = g.objects(cue) or subjects
            elif not subjects:
                return institution(g, self.mentions, cue)
        place = institution(g, self.mentions, cue)
        for s in subjects:
            if g.lower[s] in ("it", "many", "that", "this") and place is not None:
                return place
            speaker = speaker_at(g, self.mentions, s)
            if speaker.actors or not (g.lower[s] == "it" or place):
                return speaker
        if place is not None:
            return place
        if outside:  # "said the ministry" misparsed: the nearest mention after, then before, the cue
            last = g.sents[g.sent[cue]][1]
            for k in range(cue + 1, min(cue + 8, last)):
                if g.lower[k] in (",", ".", ":", ";") or self._in_quote[k]:
                    break
                mention = self.mentions.headed(k)
                if mention is not None and mention.actors:
                    return Speaker(mention.actors, (mention.start, mention.end))
        return None

    def _acts(self, i: int) -> bool:
        mention = self.mentions.headed(i)
        return mention is not None and bool(mention.actors)

    def _addressees(self, cue: int) -> list[Speaker]:
        """Whom something was told to: object or dative of `tell`, `assure`, `inform`, `warn`."""
        g = self.g
        out = []
        tokens = g.datives(cue)
        if g.lemma[cue] in ("tell", "assure", "inform", "notify", "remind", "warn", "ask", "urge", "advise"):
            tokens = g.objects(cue) + tokens
        for k in tokens:
            mention = self.mentions.headed(k)
            if mention is not None and mention.actors:
                out.append(Speaker(mention.actors, (mention.start, mention.end)))
        return out

    def _manner(self, span: tuple[int, int]) -> Manner:
        inside = any(span[0] <= q.start and q.end <= span[1] + 1 and q.end - q.start > 3 for q in self.quotes)
        return "mixed" if inside else "indirect"

    def _is_quoted(self, start: int, end: int) -> bool:
        """Whether a span is a quotation, or lies in one that is a statement already."""
        for q in self.quotes:
            overlap = min(end, q.end) - max(start, q.start)
            if overlap > 0.7 * (end - start) and overlap > 0.5 * (q.end - q.start):
                return any(
                    s.manner == "direct" and s.content[0][0] >= q.start - 1 and s.content[-1][1] <= q.end + 1
                    for s in self.found
                )
        return False

    def _running_speakers(self, bodies: list) -> None:  # type: ignore[type-arg]
        """Give statements without a source the running one: same paragraph, or the one before."""
        order = sorted(self.found, key=lambda s: s.evidence[0])
        number = {}
        for k, block in enumerate(bodies):
            for s in order:
                if block.start <= s.start < block.end:
                    number[id(s)] = k
        for k, s in enumerate(order):
            resolved = s.speaker is not None and s.speaker.actors
            if resolved or (s.speaker is not None and not self._omitted(s)):
                continue
            here = number.get(id(s), -1)
            before = [o for o in order[:k] if o.speaker is not None and o.speaker.actors]
            near = [o for o in before if here - number.get(id(o), -9) <= 1]
            after = [
                o
                for o in order[k + 1 :]
                if number.get(id(o), -9) == here and o.speaker is not None and o.speaker.actors
            ]
            if s.rule == "speech.running" and not near and after:
                near = [after[0]]
            if near:
                s.speaker = near[-1].speaker
        self.found = [s for s in self.found if s.speaker is not None or s.cue is not None]

    def _omitted(self, s: Attributed) -> bool:
        """Whether the text leaves the source out: `it is noted in the commentary`."""
        if s.speaker is None:
            return True
        words = self.text[s.speaker.span[0] : s.speaker.span[1]].lower()
        return words in ("it", "he", "she", "they") or any(words.endswith(v) for v in self.cues.venues)

    def _near(self) -> list[list[int]]:
        """For each statement the others whose contents overlap its own, by their place in `found`."""
        ends = sorted(range(len(self.found)), key=lambda k: self.found[k].start)
        out: list[list[int]] = [[] for _ in self.found]
        open_: list[int] = []
        for k in ends:
            start = self.found[k].start
            open_ = [o for o in open_ if self.found[o].content[-1][1] > start]
            for o in open_:
                out[k].append(o)
                out[o].append(k)
            open_.append(k)
        return [sorted(near) for near in out]

    def _absorbed(self, s: Attributed, near: list[int]) -> bool:
        """Whether a few quoted words are part of a reported clause of the same source, which has them whole."""
        if s.manner != "direct" or s.rule == "speech.judgement":
            return False
        start, end = s.content[0][0], s.content[-1][1]
        for o in (self.found[k] for k in near):
            if o.manner == "direct":
                continue
            for a, b in o.content:
                # Two thirds: a longer quotation is the statement, the words around it its introduction.
                if a <= start and end <= b + 1 and 3 * (end - start) < 2 * (b - a):
                    return (
                        s.speaker is None
                        or o.speaker is None
                        or s.cue_token == o.cue_token
                        or s.speaker.actors == o.speaker.actors
                    )
        return False

    def _without_doubles(self) -> list[Attributed]:
        """Drop a statement whose content another one of the same cue or a direct one covers."""
        near = self._near()
        self.found = [s for k, s in enumerate(self.found) if not self._absorbed(s, near[k])]
        near = self._near()
        kept: set[int] = set()
        for k, s in enumerate(self.found):
            a, b = s.content[0]
            for o in near[k]:
                other = self.found[o]
                if o not in kept and (o > k and other.manner != "direct"):
                    continue
                c, d = other.content[0]
                covers = min(b, d) - max(a, c) > 0.8 * max(b - a, d - c)
                if covers and (other.manner == "direct" or o in kept):
                    break
            else:
                kept.add(k)
        return [s for k, s in enumerate(self.found) if k in kept]

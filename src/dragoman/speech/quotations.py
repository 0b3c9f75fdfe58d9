"""Direct speech: quotations with the reporting clause before, inside or after them.

A quotation interrupted by its reporting clause (`"...", he said. "..."`) gives one statement for each part.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from dragoman.language import Quotation
from dragoman.language.marks import CLOSING, OPENING, SINGLE_OPENING
from dragoman.speech.scene import Attributed, Scene
from dragoman.speech.speakers import Speaker, speaker_at
from dragoman.speech.stage import Chars
from dragoman.speech.tails import word_behind

_SUBJECT = 4  # words of a subject before the quoted words that go on with it
_BEHIND = 2  # tokens from a charge to the quoted words that end it
SCARE = 3  # words: a shorter quotation without a verb is a name or a scare quote
NEAR = 120  # characters between a quotation and the one that goes on with it in the next paragraph
ALONE = 6  # words: a quotation this long may be speech without a cue beside it
REACH = 14  # tokens between a quotation's edge and its cue verb; more where only a name with its apposition stands between
APPOSED = 28  # tokens between a quotation's edge and its cue verb
_VERBS = "said|added|noted|stressed|explained|continued|emphasi[sz]ed|underlined|declared|stated"
_INSERTION = re.compile(
    rf"[,.!?]?[{CLOSING}]?,?\s*[–—-]?\s*(?P<cue>(?:(?:he|she|they|it)|[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){{0,4}}|the [\w ]{{3,40}}?)"
    rf" (?:{_VERBS}|told [\w ]{{3,30}})"
    rf"|(?:{_VERBS}) [A-Zth][\w .'-]{{2,60}}?"
    rf"|(?:{_VERBS}) (?:in|at|by) the [\w ]{{3,40}}?"
    r"|it is (?:noted|said|stated|stressed|emphasi[sz]ed) in [\w ]{3,40}?)"
    r"[.,]\s*[–—-]\s+"
)
_SPEAKING = frozenset({"person", "unnamed", "government body", "party", "company", "intergovernmental organisation",
                       "non-governmental organisation", "armed group"})  # fmt: skip
_NAMED = frozenset({"titled", "entitled", "called", "headlined", "named", "dubbed", "subtitled"})
_BESIDE = frozenset({"while", "whereas", "although", "though"})  # what follows tells of somebody else
_THESE_WORDS = re.compile(rf"[{CLOSING}]?\.?[{CLOSING}]?\s+With (?:these|those|such) words,?\s")
_NOBODY = frozenset({"i", "we", "you", "who"})
_ENDED = re.compile(
    rf"(?:\b[a-z]+|[a-z]{{5}})[.!?][{CLOSING}]?\s+[A-Z{OPENING}]"
)  # a sentence, not `Mr. Smith`
_WORDED = re.compile(
    rf"\b(?:in|to use) the (?:words|phrase|expression) of [^.,;:{OPENING}]{{3,60}}(?:, [^.,;:{OPENING}]{{3,50}})?,?\s*[{OPENING}]?$"
)
_SIGNED = re.compile(rf"\s*[{CLOSING}]?[.,]?\s*[–—-]\s*(?=[A-Z])")


class Quotations:
    """Finds the quotations of a scene that are statements."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def block(self, quotes: list[Quotation], tokens: list[int]) -> None:
        """Write down the statements among the quotations of one paragraph."""
        for quote in quotes:
            self._quotation(quote, tokens)

    def _quotation(self, quote: Quotation, tokens: list[int]) -> None:
        s, g = self.scene, self.scene.g
        inner = [i for i in tokens if quote.start <= g.start[i] < quote.end]
        if not inner or (
            self._is_name(inner)
            and (self._entitled(inner[0]) or not re.search(r"[.!?,]$", s.text[quote.start : quote.end]))
        ):
            return
        if _WORDED.search(s.text, max(quote.start - 160, 0), quote.start):
            return  # `in the words of one envoy, “little else”`: the phrase has its source
        words = sum(g.pos[i] not in ("PUNCT", "SPACE") for i in inner)
        verbal = any(g.pos[i] in ("VERB", "AUX") for i in inner)
        short = (words <= SCARE and not (verbal and words > 1)) or (words < ALONE and not verbal)
        if (overrun := self._overrun(quote, inner)) is not None:
            verb, end = overrun
            content = s.trim(quote.start - 1, end) or (quote.start, end)
            s.add(verb, [content], "speech.overrun", speaker=s.source(verb, outside=True))
            return
        if short and not self._answered(quote) and not self._goes_on(quote):
            self._judged(quote, inner)
            return
        parts, cue_spans = self._split(quote)
        cue, speaker = self._word_of(inner, tokens) or self._cue_of(quote, inner, tokens)
        if cue is None and short and self._introduced(quote, tokens) is None and not self._goes_on(quote):
            self._judged(quote, inner)
            return
        if cue is None and cue_spans:
            cue, speaker = self._inserted(cue_spans, tokens)
        if cue is None and speaker is None:
            speaker = (
                self._signed(quote, tokens) or self._introduced(quote, tokens) or self._opened(quote, tokens)
            )
        if cue is None and speaker is None and not self._is_speech(quote, inner, words, verbal):
            if words < ALONE:
                self._judged(quote, inner)
            return
        if cue is not None and (above := self._above(cue, inner[0])) is not None:
            if self._told_whole(cue, above, (above + 1, inner[-1]), s.source(above, outside=True)):
                return
        if cue is not None and (charge := self._charge(cue, inner)) is not None:
            if self._told_whole(cue, cue, charge, speaker):
                return
        if cue is not None and (last := self._goes_past(cue, inner)) is not None:
            if self._told_whole(cue, cue, (inner[0], last), speaker):
                return
        if cue is not None and (whole := self._predicate(cue, inner)) is not None:
            if self._told_whole(cue, cue, whole, speaker):
                return
        start, end = g.sentence_span(inner[0])
        for content in [c for p in parts if (c := s.trim(*p)) is not None]:
            s.found.append(
                Attributed(
                    speaker=speaker,
                    cue=(g.start[cue], g.end[cue]) if cue is not None else None,
                    content=[content],
                    manner="direct",
                    evidence=(min(start, content[0]), max(end, content[1])),
                    rule="speech.quotation" if cue is not None else "speech.running",
                    addressees=s.addressees(cue) if cue is not None else [],
                    cue_token=cue,
                    joint=s.joint(cue) if cue is not None else [],
                )
            )
        if cue is not None:
            s.used.add(cue)

    def _told_whole(self, cue: int, verb: int, tokens: tuple[int, int], speaker: Speaker | None) -> bool:
        """Add the clause in which quoted words stand as the content of `verb`, if it has any words."""
        whole = self.scene.span(*tokens)
        if whole is not None:
            self.scene.add(verb, [whole], "speech.clause", speaker=speaker)
            self.scene.used.add(cue)
        return whole is not None

    def _predicate(self, cue: int, inner: list[int]) -> tuple[int, int] | None:
        """The clause of which only the predicate is quoted: `A payment “will not be made,” she said`."""
        g = self.scene.g
        if (before := self._named_before(cue, inner)) is not None:
            return before
        if (
            cue < inner[-1]
            or g.tag[inner[0]] not in ("MD", "VBZ", "VBD", "VBP")
            or self.scene.is_mark(inner[0] - 2)
        ):
            return None
        verb = g.verb_over(inner[0])
        while verb in inner and g.dep[verb] in ("aux", "auxpass", "cop"):
            verb = g.head[verb]
        subject = g.child(verb, "nsubj", "nsubjpass")
        if (
            subject is None
            or not subject < inner[0]
            or g.sent[subject] != g.sent[inner[0]]
            or self.scene.in_quote[subject]
        ):
            return None
        return (g.left[subject], inner[-1]) if g.right[subject] >= inner[0] - 3 else None

    def _named_before(self, cue: int, inner: list[int]) -> tuple[int, int] | None:
        """The clause of which all but its subject is quoted: `The ad says Brown “voted to gut it”`."""
        s, g = self.scene, self.scene.g
        subject = [k for k in range(cue + 1, inner[0]) if not s.is_mark(k) and g.lower[k] != "that"]
        if (
            not s.cues.takes("clause", g.lemma[cue])
            or s.cues.takes("addressed", g.lemma[cue])
            or g.tag[inner[0]] not in ("VBD", "VBZ", "MD")
            or not 1 <= len(subject) <= _SUBJECT
            or any(g.lower[k] in (",", ":", ";", "–", "—") for k in range(cue + 1, inner[0]))
            or any(g.pos[k] not in ("PROPN", "NOUN", "DET", "ADJ") for k in subject)
            or g.pos[subject[-1]] not in ("PROPN", "NOUN")
            or s.dated(subject[-1])
        ):
            return None
        return subject[0], inner[-1]

    def _charge(self, cue: int, inner: list[int]) -> tuple[int, int] | None:
        """The tokens of a charge that ends in quoted words: `accused Washington of [seeking a pretext “as in Iraq”]`."""
        g = self.scene.g
        if not self.scene.cues.takes("charged", g.lemma[cue]):
            return None
        hung = [p for k in (cue, *g.all_children(cue, "dobj")) for p in g.all_children(k, "prep")]
        for o in (o for p in hung if g.lower[p] == "of" for o in g.all_children(p, "pcomp", "pobj")):
            if cue < g.left[o] < inner[0] - 1 and inner[0] - g.right[o] <= _BEHIND:
                return g.left[o], inner[-1]
        return None

    def _goes_past(self, cue: int, inner: list[int]) -> int | None:
        """The last token of an infinitive that goes on past the quoted words: `urged him to “think hard” and hold an election`."""
        g = self.scene.g
        for v in inner:
            if g.tag[v] != "VB" or v < cue or not any(k < inner[0] for k in g.all_children(v, "aux")):
                continue
            above = g.head[v]
            if above != cue and g.head[above] != cue:
                continue
            ends = [
                g.right[k]
                for k in g.conjuncts(v)
                if k > inner[-1] and g.tag[k] == "VB" and g.child(k, "nsubj", "aux") is None
            ]
            return max(ends) - (g.lower[max(ends)] in (".", ",", ";")) if ends else None
        return None

    def _above(self, cue: int, first: int) -> int | None:
        """The verb of saying over a cue whose subject is the same one: `said he hoped “it will pass”`."""
        s, g = self.scene, self.scene.g
        above, own = g.head[cue], g.child(cue, "nsubj")
        if (
            cue > first
            or g.dep[cue] != "ccomp"
            or not above < cue
            or own is None
            or g.lower[own] not in ("he", "she", "they", "it")
            or not (own == above + 1 or (own == above + 2 and g.lower[own - 1] == "that"))
            or not s.cues.takes("attitudes", g.lemma[cue])
            or not s.cues.takes("clause", g.lemma[above])
        ):
            return None
        return above

    def _overrun(self, quote: Quotation, inner: list[int]) -> tuple[int, int] | None:
        """The cue of quoted words that are the subject of the clause that goes on, and its end: `tweeted “no Labour MP” would`."""
        s, g = self.scene, self.scene.g
        before, after = inner[0] - 1, inner[-1] + 1
        while before > 0 and (
            (s.is_mark(before) and g.lower[before] in OPENING) or g.lower[before] == "that"
        ):
            before -= 1
        while after < g.n - 1 and g.lower[after] in CLOSING:
            after += 1
        if (
            after == g.n
            or g.pos[before] != "VERB"
            or g.sent[before] != g.sent[inner[0]]
            or not (s.cues.takes("clause", g.lemma[before]) or s.cues.takes("that", g.lemma[before]))
            or g.dep[before] in ("relcl", "acl", "amod")
            or g.tag[after] not in ("MD", "VBZ", "VBP", "VBD")
            or g.sent[after] != g.sent[before]
            or any(g.tag[i] in ("MD", "VBZ", "VBP", "VBD") for i in inner)
        ):
            return None
        return before, g.end[s.segment(after)[1]]

    def _is_speech(self, quote: Quotation, inner: list[int], words: int, verbal: bool) -> bool:
        """Whether a quotation without a reporting clause is speech all the same."""
        if words < ALONE:  # `"We win," he said. "We always win."`, `"Not at any price."`
            alone = verbal and self._stands_alone(quote)
            return (alone and (self._continues(quote) or self._acted(quote))) or self._goes_on(quote)
        if not verbal:
            return self._goes_on(quote)
        return self._stands_alone(quote) or self._fragment(inner)

    def _goes_on(self, quote: Quotation) -> bool:
        """Whether a few quoted words are a sentence that goes on with the quotation before it."""
        ended = self.scene.text[quote.start : quote.end].rstrip()[-1:] in (".", "!", "?")
        return ended and self._stands_alone(quote) and self._continues(quote)

    def _acted(self, quote: Quotation) -> bool:
        """Whether a whole sentence in quotation marks follows one of what a person did: `Nahas shook his head. “We asked nobody.”`."""
        s, g = self.scene, self.scene.g
        text = s.text[quote.start : quote.end].strip()
        first = bisect_left(g.start, quote.start)
        if not text[:1].isupper() or text[-1:] not in (".", "!", "?") or first < 2:
            return False
        begin, last = g.sents[g.sent[first - 2]][:2]
        if "\n" in s.text[g.start[begin] : quote.start] or g.sent[first - 2] == g.sent[first]:
            return False
        return any(
            begin <= m.head < last
            and g.dep[m.head] == "nsubj"
            and g.dep[g.head[m.head]] == "ROOT"
            and any(a.kind == "person" for a in m.actors)
            for m in s.mentions.items
        )

    def _continues(self, quote: Quotation) -> bool:
        """Whether a quotation goes on with the one before it: in the paragraph, or as the whole of the next one."""
        text = self.scene.text
        last = max(
            (s.end for s in self.scene.found if s.manner == "direct" and s.end < quote.start), default=None
        )
        if last is None:
            return False
        lines = text[last : quote.start].split("\n")
        return len(lines) == 1 or (
            len(text[last : quote.start]) < NEAR and not any(c.isalnum() for c in "".join(lines[1:]))
        )

    def _judged(self, quote: Quotation, inner: list[int]) -> None:
        """A few quoted words that somebody thinks or says of a thing: `sees "a trap"`, `is "deeply concerned"`."""
        s, g = self.scene, self.scene.g
        content = s.trim(quote.start, quote.end)
        if content is None or self._is_name(inner):
            return
        if len(inner) == 1 and g.pos[inner[0]] == "PROPN" and g.word[inner[0]][0].isupper():
            return  # the movement “Tamarod”
        top = inner[0]
        while g.head[top] != top and quote.start <= g.start[g.head[top]] < quote.end:
            top = g.head[top]
        verb, steps = top, 0
        while (s.in_quote[verb] or not g.is_verb(verb)) and g.head[verb] != verb and steps < 5:
            verb, steps = g.head[verb], steps + 1
        if s.in_quote[verb]:  # "is" hangs on the quoted word: `Lavrov is "deeply concerned"`
            be = next((c for c in g.children[top] if g.lemma[c] == "be" and not s.in_quote[c]), None)
            speakers = [
                k
                for k in (g.subjects(top) or g.objects(top) or g.all_children(top, "nsubj"))
                if s.thinks(k) and not s.in_quote[k] and g.lemma[k] not in s.cues.documents
            ]
            if be is not None and speakers:
                s.add(
                    be,
                    [content],
                    "speech.judgement",
                    speaker=speaker_at(g, s.mentions, speakers[0]),
                    verb=top,
                )
            return
        if not g.is_verb(verb) or steps == 0:
            return
        copular = g.lemma[verb] in s.cues.copulas and g.dep[top] in ("acomp", "attr", "oprd")
        if not copular and (
            g.lemma[verb] not in s.cues.every_verb or g.dep[top] in ("nsubj", "compound", "amod", "nsubjpass")
        ):
            return
        if not copular and g.dep[top] == "pobj" and not self._taken(verb, top):
            return
        if (
            not copular
            and (g.is_verb(top) or g.pos[top] == "ADV")
            and g.dep[top] not in ("oprd", "acomp", "attr")
        ):
            return  # `urged them not to "engage" with it`
        if g.dep[top] == "pobj" and s.cues.takes("reasoned", g.lemma[verb]) and g.lower[g.head[top]] == "for":
            return  # `thanked Iglesias for his “offer” to help`: whom and for what is the content
        if g.dep[top] == "dobj" and s.cues.takes("charged", g.lemma[verb]):
            return  # `accused “certain embassies” of plotting`: whom
        if verb in s.used or not any(s.thinks(k) for k in s.subjects.of(verb, outside=True)):
            return
        if copular and all(g.lemma[k] in s.cues.documents for k in s.subjects.of(verb, outside=True)):
            return  # `said the report is “just absurd”`
        if g.dep[top] == "dobj" and s.cues.takes("object", g.lemma[verb]) and self._begun(top):
            return  # `ridiculed the minister's "project fear"`: the whole object is the content
        whole = self._gone_on(inner[-1], top) if g.dep[top] in ("dobj", "pobj") else None
        s.add(verb, [whole or content], "speech.judgement", speaker=s.source(verb, outside=True))

    def _gone_on(self, last: int, top: int) -> Chars | None:
        """The phrase whose noun stands in quotation marks, where it goes on behind them: `a “duty” to prevent war`."""
        s, g = self.scene, self.scene.g
        if g.pos[top] != "NOUN":
            return None
        end = last
        for c in (k for k in g.children[top] if k > last and g.pos[k] != "PUNCT"):
            apart = any(g.lower[k] in (",", ";", ":", "–", "—") for k in range(end + 1, g.left[c]))
            goal = g.child(c, "pobj")
            when = goal is not None and (g.lemma[goal] in s.cues.occasions or s.dated(goal))
            if apart or when or g.dep[c] not in ("prep", "acl", "relcl"):
                break
            end = g.right[c]
        return s.span(g.left[top], end) if end > last else None

    def _taken(self, verb: int, top: int) -> bool:
        """Whether a cue verb takes its content after the preposition before a quoted phrase."""
        c, g = self.scene.cues, self.scene.g
        word, lemma = g.lower[g.head[top]], g.lemma[verb]
        return word in c.prepositions.get(lemma, ()) or (word == "as" and c.takes("predicate", lemma))

    def _begun(self, top: int) -> bool:
        """Whether a phrase begins with words of weight before its quoted ones."""
        s, g = self.scene, self.scene.g
        before = range(g.left[top], top)
        return any(g.pos[k] in ("NOUN", "PROPN", "ADJ", "NUM") and not s.in_quote[k] for k in before)

    def _is_name(self, inner: list[int]) -> bool:
        """Whether quoted words are a title or a name: every word of weight has a capital."""
        g = self.scene.g
        weighty = [i for i in inner if g.pos[i] in ("NOUN", "PROPN", "ADJ", "VERB")]
        return len(weighty) > 1 and all(g.word[i][:1].isupper() for i in weighty)

    def _entitled(self, first: int) -> bool:
        """Whether a quotation is said to be the name of something: `a report titled “...”`."""
        lower = self.scene.g.lower[max(first - 4, 0) : first]
        return bool(_NAMED & set(lower))

    def _answered(self, quote: Quotation) -> bool:
        """Whether a quotation of a few words ends as speech does: `"No," she said`."""
        text = self.scene.text
        inside, after = text[quote.end - 1], text[quote.end + 1 : quote.end + 3]
        before = text[: quote.start - 1].rstrip()[-1:]
        return ((inside in ",!?" or after[:1] == ",") and before in '\n.!?:,”"') or (
            inside in "!?." and before in (":", ",")
        )

    def _split(self, quote: Quotation) -> tuple[list[Chars], list[Chars]]:
        """The parts of a quotation around reporting clauses inserted in it, and those clauses."""
        parts, inserted = [], []
        begin = quote.start
        for match in _INSERTION.finditer(self.scene.text, quote.start, quote.end):
            if match.start() - begin < 10:
                continue
            parts.append((begin, match.start()))
            inserted.append(match.span("cue"))
            begin = match.end()
        parts.append((begin, quote.end))
        return parts, inserted

    def _inserted(self, spans: list[Chars], tokens: list[int]) -> tuple[int | None, Speaker | None]:
        """Cue and speaker of a reporting clause that stands inside the quotation."""
        s, g = self.scene, self.scene.g
        for start, end in spans:
            inside = [i for i in tokens if start <= g.start[i] < end]
            for i in inside:
                if s.cues.takes("quote", g.lemma[i]) and g.pos[i] in ("VERB", "NOUN"):
                    subjects = [k for k in g.subjects(i) if k in inside]
                    nominal = [k for k in inside if k != i and g.pos[k] in ("PRON", "PROPN", "NOUN")]
                    named = subjects or [k for k in nominal if s.mentions.headed(k) is not None]
                    return i, speaker_at(g, s.mentions, named[0]) if named else None
        return None, None

    def _cue_of(
        self, quote: Quotation, inner: list[int], tokens: list[int]
    ) -> tuple[int | None, Speaker | None]:
        """The reporting verb of a quotation outside it, nearest to its edge, and its source."""
        s, g = self.scene, self.scene.g
        first, last = inner[0], inner[-1]
        best: tuple[int, int] | None = None
        low, high = tokens[0], tokens[-1]
        for i in range(max(low, first - REACH - 10), min(high, last + APPOSED) + 1):
            if i > last + REACH and (best is not None or any(g.is_verb(k) for k in range(last + 1, i))):
                break
            if s.in_quote[i] or g.pos[i] not in ("VERB", "AUX"):
                continue
            after = i > last and (s.cues.takes("behind", g.lemma[i]) or self._is_sure(i))
            if not s.speaks(i) and not after:
                continue
            if g.dep[i] in ("amod", "acl") and g.tag[i] == "VBN":
                continue
            if i > last:
                if (
                    self._crosses(last + 1, i)
                    or g.pos[last + 1 + (g.pos[last + 1] == "PUNCT")] == "CCONJ"
                    or any(g.lower[k] in _BESIDE for k in range(last + 1, min(last + 4, i)))
                    or (
                        g.tag[i] == "VBG" and g.child(i, "aux") is None
                    )  # `“...,” adding: “...”` introduces the next
                    or self._closed(quote)
                    or (g.sent[i] != g.sent[last] and not self._same_line(quote, i))
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
        if best is None and (said := self._inverted(quote, last, high)) is not None:
            source = s.source(said, outside=True)
            if source is None or source.span[0] < g.start[said]:  # somebody in the quotation
                behind = [
                    k for k in range(said + 1, min(said + 7, high + 1)) if s.thinks(k) and g.pos[k] != "DET"
                ]
                named = next((k for k in behind if g.head[k] not in behind), None)
                source = speaker_at(g, s.mentions, named) if named is not None else source
            return said, source
        if best is None and (said := self._misnamed(quote, last, high)) is not None:
            return said, speaker_at(g, s.mentions, said - 1)
        if best is None:
            return None, None
        source = s.source(best[1], outside=True)
        return best[1], self._turned(best[1], last, high, source) or source

    def _turned(self, cue: int, last: int, high: int, source: Speaker | None) -> Speaker | None:
        """Who stands behind a verb of saying that follows a quotation at once: `“...,” clarified to the press the minister`.

        `None` where the source that the parse gives stands there, and after no preposition.
        """
        s, g = self.scene, self.scene.g
        between = [k for k in range(last + 1, cue) if not s.is_mark(k) and g.pos[k] != "SPACE"]
        if cue <= last or any(g.lower[k] not in ("has", "have", "had") for k in between):
            return None
        for k in range(cue + 1, min(cue + REACH, high + 1)):
            if s.in_quote[k] or g.lower[k] in (".", ":", ";") or g.is_verb(k):
                return None
            if g.pos[k] == "PRON" and g.dep[k] == "nsubj":
                return None
            if s.thinks(k) and g.pos[k] in ("NOUN", "PROPN") and g.pos[k + 1] != "PROPN":
                mention = s.mentions.headed(k)
                first = s.token_at(mention.start) if mention is not None else g.left[k]
                first = k if first is None else max(first, cue + 1)
                inside = g.dep[k] in ("compound", "amod", "nmod", "poss") and g.head[k] > k
                if inside or self._after_preposition(first):
                    continue
                at = s.token_at(source.span[0]) if source is not None else None
                known = at is not None and cue < at <= k and not self._after_preposition(at)
                return None if known else speaker_at(g, s.mentions, k)
        return None

    def _after_preposition(self, first: int) -> bool:
        """Whether a preposition stands before a noun phrase, its article and adjectives left aside."""
        g, i = self.scene.g, first
        while g.pos[i - 1] in ("DET", "ADJ"):
            i -= 1
        return g.pos[i - 1] == "ADP"

    def _is_sure(self, be: int) -> bool:
        """Whether a verb says that somebody is sure of what is quoted before it: `“...,” the minister is sure`."""
        g = self.scene.g
        sure = any(
            g.lower[c] in self.scene.cues.sure and g.right[c] == c for c in g.all_children(be, "acomp")
        )
        more = any(c > be for c in g.complements(be))
        return g.lemma[be] == "be" and sure and not more and not g.is_negated(be)

    def _word_of(self, inner: list[int], tokens: list[int]) -> tuple[int, Speaker] | None:
        """The noun behind a quotation that says whose it is: `“Never,” came the reply from Minsk`."""
        s = self.scene
        i = inner[-1] + 1
        while i < tokens[-1] and s.is_mark(i) and s.g.lower[i] not in (".", ";", ":"):
            i += 1
        return word_behind(s, i, tokens[-1])

    def _inverted(self, quote: Quotation, last: int, high: int) -> int | None:
        """Any verb with somebody after it, right behind a quotation: `“Enough is enough,” launched the minister`."""
        s, g = self.scene, self.scene.g
        i = last + 1
        while i < high and g.pos[i] == "PUNCT" and g.lower[i] not in (".", ";", ":"):
            i += 1
        begin = i
        if i + 1 < high and g.lower[i] in ("has", "have", "had") and g.tag[i + 1] == "VBN":
            i += 1  # `“It is a shame,” has launched the spokesman`
        if i >= high or g.tag[i] not in ("VBD", "VBN") or "," not in s.text[quote.end - 1 : g.start[begin]]:
            return None
        near = [
            k
            for k in range(i + 1, min(i + 6, high + 1))
            if s.thinks(k) and g.pos[k] in ("NOUN", "PROPN", "PRON")
        ]
        turned = (
            g.pos[i + 1] in ("DET", "PROPN", "PRON")
            or s.thinks(i + 1)
            or (i > begin and g.lower[i + 1] == "to")
        )
        return i if near and turned else None

    def _misnamed(self, quote: Quotation, last: int, high: int) -> int | None:
        """A verb of saying that the parser took for part of the name before it: `“No one is above it,” Nadler thundered`."""
        s, g = self.scene, self.scene.g
        i = last + 1
        while i < high and g.pos[i] == "PUNCT":
            i += 1
        begin = i
        while i < high and i < begin + 6 and g.pos[i] in ("PROPN", "NOUN", "DET", "ADJ"):
            word = g.lower[i]
            if (
                i > begin
                and g.tag[i] == "NNS"
                and word.removesuffix("s") in s.cues.verbs["quote"]
                and g.pos[i - 1] in ("PROPN", "NOUN")
                and g.pos[i + 1] == "PUNCT"
            ):
                return i if self._same_line(quote, i) else None  # `“It will fall,” a diplomat predicts`
            if i > begin and word.endswith("ed") and {word[:-1], word[:-2]} & s.cues.verbs["quote"]:
                return i if self._same_line(quote, i) else None
            i += 1
        return None

    def _crosses(self, start: int, end: int) -> bool:
        """Whether another quotation lies between two tokens."""
        return any(self.scene.in_quote[k] for k in range(start, end))

    def _same_line(self, quote: Quotation, i: int) -> bool:
        """Whether the reporting clause follows the quotation's closing mark at once."""
        between = self.scene.text[quote.end : self.scene.g.start[i]]
        return len(between) < 140 and not re.search(r"[.!?]\s+[A-Z]", between)

    def _closed(self, quote: Quotation) -> bool:
        """Whether the quotation ends its sentence, so that the next one reports something else."""
        text = self.scene.text
        return (
            text[quote.end - 1] == "."
            and re.match(r".?\s+[A-Z]", text[quote.end : quote.end + 4]) is not None
        )

    def _introduces(self, i: int, quote: Quotation) -> bool:
        """Whether a clause before the quotation ends in a colon: `he said:`; that of the sentence before does not."""
        between = self.scene.text[self.scene.g.start[i] : quote.start]
        return bool(re.search(rf"[:,]\s*[{OPENING}]?$", between)) and _ENDED.search(between) is None

    def _signed(self, quote: Quotation, tokens: list[int]) -> Speaker | None:
        """The name after a dash behind a quotation: `“...” – Defence Minister Shoigu`."""
        s, g = self.scene, self.scene.g
        match = _SIGNED.match(s.text, quote.end)
        if match is None:
            return None
        after = [i for i in tokens if g.start[i] >= match.end()]
        if not after or any(g.is_verb(i) for i in after) or len(after) > 12:
            return None
        head = next((i for i in after if s.mentions.headed(i) is not None), after[0])
        return speaker_at(g, s.mentions, head)

    def _introduced(self, quote: Quotation, tokens: list[int]) -> Speaker | None:
        """Who stands before a colon without a word of speaking: `Tadic, the president: "..."`, `His reply was short: "..."`."""
        s, g = self.scene, self.scene.g
        before = [i for i in tokens if g.start[i] < quote.start and not s.in_quote[i] and g.pos[i] != "SPACE"]
        while before and g.lower[before[-1]] in OPENING + SINGLE_OPENING:
            before.pop()
        if not before or g.lower[before[-1]] != ":":
            return None
        first = g.sents[g.sent[before[-1]]][0]
        if g.lower[first : first + 2] == ["according", "to"]:  # `According to one aide: "..."`
            source = g.child(first + 1, "pobj")
            return speaker_at(g, s.mentions, source) if source is not None else None
        for i in before:
            mention = s.mentions.headed(i) if i >= first else None
            owner = g.tag[i] == "PRP$"  # `his colleague was not so sure: "..."`
            if mention is not None and not owner and any(a.kind in _SPEAKING for a in mention.actors):
                return speaker_at(g, s.mentions, i)
        subjects = (i for i in before if i >= first and g.dep[i] == "nsubj" and g.lower[i] not in _NOBODY)
        named = next((i for i in subjects if s.thinks(i)), None)  # `Graham was blunt: "..."`
        if named is None:
            named = self._label(before)
        return speaker_at(g, s.mentions, named) if named is not None else None

    def _label(self, before: list[int]) -> int | None:
        """The last word of a name that stands before a colon with no verb: `Charbel Nahas, visibly annoyed: "..."`."""
        g = self.scene.g
        name = before[: next((k for k, i in enumerate(before) if g.pos[i] != "PROPN"), len(before))]
        verbal = any(g.is_verb(i) and g.tag[i] not in ("VBN", "VBG") for i in before)
        return name[-1] if len(name) > 1 and not verbal else None

    def _opened(self, quote: Quotation, tokens: list[int]) -> Speaker | None:
        """Who did something with the words quoted before: `“...” With these words the president opened the session`."""
        s, g = self.scene, self.scene.g
        match = _THESE_WORDS.match(s.text, quote.end)
        if match is None:
            return None
        after = [i for i in tokens if g.start[i] >= match.end()]
        if not after:
            return None
        subject = next((i for i in after if g.sent[i] == g.sent[after[0]] and g.dep[i] == "nsubj"), None)
        return speaker_at(g, s.mentions, subject) if subject is not None else None

    def _stands_alone(self, quote: Quotation) -> bool:
        """Whether nothing but the quotation stands in its sentence(s): it begins one and ends one."""
        before = self.scene.text[: quote.start].rstrip(f"{OPENING}{SINGLE_OPENING} ")
        return not before or before[-1] in "\n.!?:"

    def _fragment(self, inner: list[int]) -> bool:
        """Whether a long quotation is part of somebody's clause: `This “fully applies to the issue”`."""
        s, g = self.scene, self.scene.g
        for i in inner:
            above = g.head[i]
            told = s.cues.takes("clause", g.lemma[above]) or s.cues.takes("that", g.lemma[above])
            if (
                g.dep[i] == "ccomp"
                and above < inner[0]
                and told
                and any(s.thinks(k) for k in s.subjects.of(above))
            ):
                return False  # `likes that he “does not talk like a pamphlet”`: part of that clause
        return any(g.pos[i] == "VERB" and g.dep[i] in ("ROOT", "ccomp", "conj") for i in inner)

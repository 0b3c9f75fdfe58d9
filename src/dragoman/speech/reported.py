"""Reported speech and thought under a cue verb: clauses after it, before it and around it."""

from __future__ import annotations

from dragoman.language.marks import OPENING
from dragoman.speech.complements import Complements
from dragoman.speech.contents import PRONOUNS, QUESTION, SHORTEST, Contents
from dragoman.speech.intended import Intended
from dragoman.speech.misread import Misread
from dragoman.speech.scene import Scene
from dragoman.speech.speakers import institution, speaker_at
from dragoman.speech.stage import Chars

_BLUNTLY = 7  # tokens between a verb of saying and the colon after it
# What opens a reason or condition of what is said, never of the saying.
_REASONS = frozenset({"because", "despite", "if", "once", "owing", "unless", "until", "without"})
_FEW = 40  # characters of quoted words that go on without marks
_ALLOWING = frozenset({"authorize", "authorise", "anonymity", "permit", "permission", "entitle"})
_NAMING = frozenset({"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"})
# Stretches of time, which say nothing.
_STRETCHES = frozenset({"day", "hour", "month", "time", "week", "year"})


class Reported(Contents):
    """Finds the contents of cue verbs in a scene."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.complements = Complements(scene)
        self.intended = Intended(scene)
        self.misread = Misread(scene)

    def verb(self, i: int) -> None:
        """Write down what a word that can be a cue verb reports, if it is one with content."""
        s, g = self.scene, self.scene.g
        lemma, pos = g.lemma[i], g.pos[i]
        if pos not in ("VERB", "NOUN") or g.dep[i] in ("amod", "compound"):
            return
        if pos == "NOUN" and (g.child(i, "nsubj") is None or g.child(i, "ccomp") is None):
            return
        if (
            g.tag[i] == "VBN"
            and g.dep[i] in ("advcl", "acl")
            and g.child(i, "aux", "auxpass", "agent") is None
            and g.lower[g.left[i]] != "as"
            and s.subjects.misread(i) is None
        ):
            self._asked(i)
            return  # "asked about the memo, he ...": the one asked says nothing by it
        if g.tag[i] in ("VBN", "VBD") and i == g.sents[g.sent[i]][0] and s.cues.takes("addressed", lemma):
            self._asked(i)
            return  # `Asked why, he left`
        if s.says_own(i) or self._open(i) or self._allowed(i) or self._time_will_show(i):
            return
        if g.dep[i] == "pcomp" and g.lower[g.head[i]] == "without":
            return  # "without calling for intervention"
        felt = g.is_passive(i) or (g.dep[i] == "acomp" and g.tag[i] == "VBN")
        if felt and g.lower[i] in s.cues.adjectives and g.child(i, "agent") is None and not s.in_quote[i]:
            return  # `is convinced that`: what one feels, which the parser took for a passive
        endured = s.cues.takes("endured", lemma) and g.is_negated(i)
        if self._withheld(i) and not s.cues.takes("deniable", lemma) and not endured:
            if self._refused(i) and not self._clause(i, asked=True):
                self.complements.kept(i)
            return
        if i in s.used or s.in_quote[i]:  # beside a quotation, or inside one, only a clause is content
            if self._clause(i) or s.in_quote[i] or self._joined(i) or self._around(i):
                return
            self.complements.predicate(i)
            return
        if self._quoted_as(i) and self._parenthesis(i):
            return
        for attempt in (
            self.complements.impersonal,
            self._as_clause,
            self.complements.light,
            self._cleft,
            self._colon,
            self._clause,
            self.misread.clause,
            self._parenthesis,
            self.complements.standing,
            self.complements.estimate,
            self.intended.told,
            self.intended.wished,
            self.complements.predicate,
            self.complements.particle,
            self.complements.prepositional,
            self.intended.infinitive,
            self.intended.gerund,
            self.complements.object,
        ):
            if attempt(i):
                return

    def _time_will_show(self, cue: int) -> bool:
        """Whether a stretch of time is the subject of a verb: `The coming days would show whether they meant it`."""
        g = self.scene.g
        subject = g.child(cue, "nsubj")
        return subject is not None and g.pos[subject] == "NOUN" and g.lemma[subject] in _STRETCHES

    def _cleft(self, cue: int) -> bool:
        """`What they fear most is a second wave`: what stands after the verb of being."""
        s, g = self.scene, self.scene.g
        be = g.head[cue]
        asked = [
            c for c in g.children[cue] if c < cue and g.lower[c] == "what" and g.dep[c] in ("dobj", "pobj")
        ]
        believed = s.cues.takes("attitudes", g.lemma[cue]) or s.cues.takes("clause", g.lemma[cue])
        if (
            not asked
            or not believed
            or s.subjects.is_passive(cue)
            or g.dep[cue] != "csubj"
            or g.lemma[be] != "be"
            or be < cue
        ):
            return False
        for c in g.all_children(be, "attr", "ccomp", "acomp", "xcomp", "advcl"):
            span = s.span(g.left[c], g.right[c]) if c > be else None
            if (
                span is not None
                and span[1] - span[0] >= SHORTEST
                and not s.is_told(*span)
                and self._thought(cue)
            ):
                self._add(cue, [span], "speech.cleft")
                return True
        return False

    def _colon(self, cue: int) -> bool:
        """`One official put it this way: the truce had a week`: what stands after the colon, without marks."""
        s, g = self.scene, self.scene.g
        stop = g.sents[g.sent[cue]][1] - 1
        colon = next((k for k in range(cue + 1, min(cue + _BLUNTLY, stop)) if g.lower[k] == ":"), None)
        if colon is None or not s.cues.takes("quote", g.lemma[cue]) or any(s.in_quote[cue : stop + 1]):
            return False
        if any(c < cue and g.dep[c] in ("ccomp", "parataxis") for c in g.children[cue]):
            return False  # "He gave too much, critics complain: a week later ..."
        between = range(cue + 1, colon)
        if any(g.is_verb(k) or g.lower[k] in (",", ";") for k in between) or not self._thought(cue):
            return False
        if not any(self._finite(k) for k in range(colon + 1, stop) if g.is_verb(k)):
            return False
        span = s.span(colon + 1, stop)
        if span is None or s.is_told(*span):
            return False
        self._add(cue, [span], "speech.clause")
        return True

    def _allowed(self, cue: int) -> bool:
        """Whether a cue only tells what somebody may do: `granted anonymity to talk about it`, `not authorised to discuss it`."""
        g = self.scene.g
        if g.lemma[cue] == "see" and g.lemma[g.head[cue]] == "remain":
            return True  # `it remains to be seen whether`
        return (
            g.tag[cue] == "VB"
            and self._governed(cue)
            and bool(
                {g.lemma[g.head[cue]], *(g.lemma[c] for c in g.all_children(g.head[cue], "dobj"))} & _ALLOWING
            )
        )

    def _open(self, cue: int) -> bool:
        """Whether a cue stands in a question or condition: `asked whether he would endorse it`, `if he opposes the deal`."""
        g = self.scene.g
        return any(g.dep[c] == "mark" and g.lower[c] in ("whether", "if", "unless") for c in g.children[cue])

    def _withheld(self, cue: int) -> bool:
        """Whether something is not said: `did not say`, `refused to say`."""
        g = self.scene.g
        above = g.head[cue]
        return g.is_negated(cue) or (
            g.dep[cue] == "xcomp" and self.scene.cues.takes("refusing", g.lemma[above])
        )

    def _refused(self, cue: int) -> bool:
        """Whether something is kept back on purpose: `would not say whether`, `refused to say who`."""
        g = self.scene.g
        return not g.is_negated(cue) or any(
            g.lower[a] in ("would", "will", "could", "wo", "ca") for a in g.children[cue] if g.dep[a] == "aux"
        )

    def _clause(self, cue: int, *, asked: bool = False) -> bool:
        """A finite clause or a question after the cue verb; only a question where `asked`: `would not say whether`."""
        s, g = self.scene, self.scene.g
        lemma = g.lemma[cue]
        for clause in [*self._hung_on_occasion(cue), *g.children[cue]]:
            if (
                g.dep[clause] not in ("ccomp", "xcomp", "advcl", "acl", "dep", "relcl", "appos")
                or clause < cue
            ):
                continue
            if g.dep[clause] in ("relcl", "appos") and g.head[clause] == cue:
                continue
            if self._felt(cue, clause):
                continue
            first = self._first(cue, clause)
            word = g.lower[first]
            if asked and word not in QUESTION:
                continue
            if word == "that" and (g.dep[first] == "mark" or g.pos[first] in ("SCONJ", "PRON")):
                wanted = s.cues.takes("clause", lemma) or s.cues.takes("that", lemma) or s.speaks(cue)
            elif g.dep[clause] not in ("ccomp", "xcomp"):
                continue
            elif word in QUESTION:
                wanted = s.cues.takes("question", lemma)
            else:
                shown = s.cues.takes("evidence", lemma) and g.child(clause, "nsubj", "nsubjpass") is not None
                wanted = s.cues.takes("clause", lemma) or (shown and self._documented(cue))
                wanted = wanted and not self._governed(clause)
            if not wanted or (not self._finite(clause) and word not in QUESTION and word != "that"):
                continue
            if self._governed(clause) and word != "that" and word not in QUESTION:
                continue
            if g.lower[first - 1] == ":" and any(c < cue and g.dep[c] == "ccomp" for c in g.children[cue]):
                continue  # "He gave too much, critics complain: a week later ..."
            if (
                word not in QUESTION
                and g.tag[clause] in ("VBN", "VBD")
                and first == clause
                and g.dep[cue] != "relcl"
            ):
                continue  # `said in an interview aired on Monday`
            last = self._adjunct(cue, self._more(cue, self._end(cue, clause)))
            first = self._after_date(first, clause)
            span = s.span(first, self._quoted_end(first, last))
            if span is None or span[1] - span[0] < SHORTEST:
                continue
            self._take_in(cue, span)
            if s.is_told(*span):
                continue
            self._add(cue, [span], "speech.clause", loose=True)
            return True
        return False

    def _asked(self, cue: int) -> None:
        """A question by somebody whom the text leaves out: `Asked whether he would stand again, the mayor laughed`."""
        s, g = self.scene, self.scene.g
        if not s.cues.takes("asked", g.lemma[cue]) or s.in_quote[cue]:
            return
        for clause in g.all_children(cue, "ccomp", "advcl", "xcomp"):
            first = self._first(cue, clause)
            between = any(g.is_verb(k) or s.is_mark(k) for k in range(cue + 1, first))
            if clause < cue or between or g.lower[first] not in QUESTION:
                continue
            last = next(
                (k - 1 for k in range(clause, g.right[clause] + 1) if g.lower[k] == ","), g.right[clause]
            )
            span = s.span(first, last)
            if span is not None and span[1] - span[0] >= 2 * SHORTEST:
                s.add(cue, [span], "speech.asked", speaker=None, anonymous=True)
            return

    def _take_in(self, cue: int, clause: Chars) -> None:
        """Drop the quoted words that end a clause, which are part of it: `complained that they had learned “more from the press”`."""
        s = self.scene
        s.found = [
            a
            for a in s.found
            if not (
                a.cue_token == cue and a.manner == "direct" and clause[0] < a.start - 1 and a.end <= clause[1]
            )
        ]

    def _felt(self, cue: int, clause: int) -> bool:
        """Whether a clause is of an adjective right before it, not of the cue: `two aides said, and now others are worried he left`."""
        g = self.scene.g
        i = g.left[clause] - 1
        return (
            i > cue + 1
            and g.pos[i] == "ADJ"
            and g.head[i] != cue
            and g.lower[i] in self.scene.cues.adjectives
        )

    def _more(self, cue: int, last: int) -> int:
        """The end of content that goes on with another clause after `and`, which the parser hung on the cue beside the first."""
        s, g = self.scene, self.scene.g
        _, stop = s.segment(cue)
        k = last + 1
        while k < stop and (g.pos[k] in ("PUNCT", "CCONJ") or g.lower[k] == "that"):
            k += 1
        joined = k == last + 1 or any(g.pos[x] == "CCONJ" for x in range(last + 1, k))
        for c in g.children[cue]:
            if c <= last or g.left[c] not in range(last + 1, k + 1):
                continue
            told = (
                joined
                and g.dep[c] == "ccomp"
                and (
                    g.child(c, "nsubj", "nsubjpass") is not None
                    or (self._finite(c) and g.left[c] == last + 1)
                )
            )
            backshifted = (
                joined
                and g.dep[c] == "conj"
                and g.tag[cue] == "VBD"
                and any(g.lower[a] == "would" for a in g.auxiliaries(c))
            )
            if told and self._another(cue, c):
                return last
            told = told or self._one_of_them(c, last)
            if told or backshifted:  # `said the vote was open but, if it came, May would have to go`
                return max(last, min(stop, g.right[c]))
        return last

    def _adjunct(self, cue: int, last: int) -> int:
        """The end of content with a reason or condition that the parser hung on the cue: `said he was against it owing to its cost`."""
        g = self.scene.g
        for c in g.all_children(cue, "advcl", "prep", "ccomp"):
            if g.left[c] == last + 1 and g.lower[last + 1] in _REASONS:
                return self._end(cue, c)
        return last

    def _one_of_them(self, c: int, last: int) -> bool:
        """Whether a verb goes on a list of verbs: `that soldiers beat, stabbed and shot those who fled`."""
        g = self.scene.g
        return (
            g.dep[c] == "advcl"
            and g.tag[c] in ("VBN", "VBD")
            and g.lower[last + 1] == ","
            and g.child(c, "mark", "aux", "auxpass", "nsubj", "agent") is None
            and g.child(c, "cc") is not None
            and g.child(c, "conj") is not None
        )

    def _hung_on_occasion(self, cue: int) -> list[int]:
        """Clauses that the parser hung on where something was said: `said in a terse statement that`, `said from hiding that`."""
        g = self.scene.g
        nouns = [
            o
            for p in g.all_children(cue, "prep")
            if p > cue
            for o in g.all_children(p, "pobj", "pcomp")
            if g.lemma[o] in self.scene.cues.occasions
            or g.lower[p] == "with"
            or (g.lower[p] == "to" and self.scene.thinks(o))
            or (g.tag[o] == "VBG" and o == p + 1)
        ]
        return [
            c
            for o in nouns
            for c in g.all_children(o, "acl", "relcl", "ccomp", "appos")
            if c > o and g.lower[g.left[c]] == "that" and self._complements(g.left[c])
        ]

    def _complements(self, that: int) -> bool:
        """Whether `that` opens a clause of its own; one that the parser took for the object of a verb which has another does."""
        g = self.scene.g
        return g.dep[that] == "mark" or (
            g.dep[that] == "dobj" and len(g.all_children(g.head[that], "dobj")) > 1
        )

    def _after_date(self, first: int, clause: int) -> int:
        """The token after the day on which something was said: `said Tuesday the talks had failed`."""
        g = self.scene.g
        for time in self.scene.times:
            if time.first == first and time.last < clause - 1 and g.lower[time.last] not in ("that", ","):
                follows: int = time.last + 1
                if g.dep[time.last] not in ("nsubj", "nsubjpass", "poss") and g.pos[follows] in _NAMING:
                    return follows
        return first

    def _quoted_end(self, first: int, last: int) -> int:
        """The last token of content that begins in quotation marks: a comma behind them ends it too."""
        s, g = self.scene, self.scene.g
        begin = first
        while begin < last and not s.in_quote[begin] and (g.lower[begin] == "that" or s.is_mark(begin)):
            begin += 1
        if not s.in_quote[begin]:
            return last
        end = next((k for k in range(begin, last + 1) if not s.in_quote[k]), last)
        if (
            end >= last
            or "," not in s.text[g.end[end - 1] - 1 : g.end[end] + 1]
            or (
                any(s.in_quote[end : last + 1])
                and not self._participle(end, last)
                and not self._but(end, last)
            )
        ):
            return last
        return end - 1

    def _but(self, mark: int, last: int) -> bool:
        """Whether the narrator goes on after a closing mark: `said that “it is late”, but, as if in doubt, stayed`."""
        g = self.scene.g
        k = next((k for k in range(mark, last + 1) if g.pos[k] not in ("PUNCT", "SPACE")), last)
        return g.lower[k] == "but" and g.lower[k + 1] not in ("that", *OPENING)

    def _participle(self, mark: int, last: int) -> bool:
        """Whether a participle of saying follows a closing mark: `told CNN that “it is late,” adding: “...”`."""
        g = self.scene.g
        k = next((k for k in range(mark, last + 1) if g.pos[k] not in ("PUNCT", "SPACE")), last)
        return g.tag[k] == "VBG" and self.scene.cues.takes("quote", g.lemma[k])

    def _parenthesis(self, cue: int) -> bool:
        """Content before the reporting clause, or around it: `The talks failed, officials said`."""
        s, g = self.scene, self.scene.g
        lemma = g.lemma[cue]
        told = s.cues.takes("clause", lemma) or (s.cues.takes("quote", lemma) and s.cues.takes("that", lemma))
        shown = s.cues.takes("evidence", lemma) and any(
            {g.lemma[k], g.lower[k]} & s.cues.documents for k in g.children[cue]
        )
        phrasal = not s.cues.takes("quote", lemma) and s.speaks(cue)
        if not (told or shown or phrasal or s.cues.takes("parenthesis", lemma)):
            return False
        if not s.cues.takes("clause", lemma) and any(
            c > cue and g.dep[c] in (("xcomp", "ccomp") if told else ("xcomp", "ccomp", "dobj"))
            for c in g.children[cue]
        ):
            return False  # what is said follows: `the president is asking the public to trust him`; `the mayor held a rally`
        subjects = [c for c in g.children[cue] if g.dep[c] in ("nsubj", "expl")]
        said = self._quoted_as(cue)
        if g.tag[cue] == "VBG" and not subjects:
            return False  # `The paper, citing two officials, reported ...`
        inverted = [
            o
            for o in g.all_children(cue, "dobj")
            if o > cue
            and s.thinks(o)
            and s.is_mark(cue - 1)
            and (not s.cues.takes("addressed", lemma) or (lemma == "inform" and g.tag[cue] == "VBD"))
        ]
        if inverted and not any(s.is_mark(c + 1) is False and c == cue - 1 for c in subjects):
            if any(c < cue for c in subjects):
                return False  # `The party, which had joined the suit, applauded the ruling`
            subjects = inverted
        if said:
            subjects = inverted = said
        elif not subjects and g.is_passive(cue):  # `..., it is noted in the statement of the ministry`
            subjects = [c for c in g.all_children(cue, "nsubjpass") if c < cue and g.lower[c] == "it"]
        if not subjects:
            subjects = s.subjects.reduced(cue) or s.subjects.apart(cue)
        if not subjects:
            return False
        behind = s.is_mark(cue - 1) and min(s.subjects.of(cue), default=0) > cue
        first = cue if behind else min([cue, *(g.left[x] for x in subjects if x < cue)])
        for c in g.children[cue]:
            if c < first and g.dep[c] in ("aux", "advmod", "neg") and g.right[c] == first - 1:
                first = g.left[c]
        begin, stop = s.segment(cue)
        if g.tag[begin] == "VBN" and s.cues.takes("addressed", g.lemma[begin]):
            return False  # `Asked if the talks had failed, the minister shrugged`
        if first - 2 > begin and g.tag[first - 2] in ("WDT", "WP") and s.is_mark(first - 3):
            begin = first - 2  # `the bill, which, they point out, has no budget`
        colon = next(
            (k for k in range(first - 2, begin, -1) if g.lower[k] == ":" and not s.in_quote[k]), None
        )
        if colon is not None and any(self._finite(k) for k in range(begin, colon) if g.is_verb(k)):
            begin = (
                colon + 1
            )  # `London was cool: the plan, one minister remarked, had not been thought through`
        if first > begin and g.lower[first] in ("and", "but"):
            return False
        if first <= begin or not s.is_mark(first - 1) or g.lower[first - 1] in (":", "(", "."):
            return False
        if g.lower[first] in ("who", "which", "that"):
            return False
        last = max([cue, *(g.right[x] for x in subjects if cue < x < cue + 3)])
        while last < stop and not s.is_mark(last + 1) and last < cue + 14:
            last += 1
        before = s.span(begin, first - 1)
        if not any(self._finite(k) for k in range(begin, first) if g.is_verb(k)):
            last = self._meantime(last, stop)
        after = self._resumed(cue, last, stop)
        if before is None or not self._belongs(cue, begin, first - 1, after is not None):
            return False
        spans = [before] if after is None else [before, after]
        if any(s.is_told(*x) for x in spans):
            return False
        if subjects is inverted:
            s.add(cue, spans, "speech.fronted", speaker=speaker_at(g, s.mentions, inverted[0]))
        else:
            self._add(cue, spans, "speech.fronted", loose=True)
        return True

    def _quoted_as(self, cue: int) -> list[int]:
        """Who is quoted or reported, behind what he says: `..., Wang was quoted as saying`, `..., Salami is reported to have said`."""
        s, g = self.scene, self.scene.g
        if not g.is_passive(cue):
            return []
        if g.lemma[cue] in ("quote", "cite"):
            inner = [
                k
                for p in g.all_children(cue, "prep")
                if g.lower[p] == "as"
                for k in g.all_children(p, "pcomp")
            ]
        elif s.cues.takes("impersonal", g.lemma[cue]):
            inner = g.all_children(cue, "xcomp")
        else:
            return []
        told = [
            k
            for k in inner
            if s.cues.takes("quote", g.lemma[k]) and g.child(k, "ccomp", "dobj", "xcomp") is None
        ]
        return [k for k in g.all_children(cue, "nsubjpass") if k < cue and s.thinks(k)] if told else []

    def _meantime(self, last: int, stop: int) -> int:
        """The end of a reporting clause with what went on as it was said: `Now, he said, as he poured tea, the work begins`."""
        g = self.scene.g
        mark = last + 2
        if mark >= stop or g.lower[last + 1] != "," or g.lower[mark] not in ("as", "when", "while"):
            return last
        end = g.right[g.head[mark]]
        return (
            end if mark < end < stop and g.lower[end + 1] == "," and g.dep[g.head[mark]] == "advcl" else last
        )

    def _joined(self, cue: int) -> bool:
        """`“Without guarantees”, she says, there will be another war`: a few quoted words and the clause that goes on."""
        s, g = self.scene, self.scene.g
        short = [a for a in s.found if a.cue_token == cue and a.manner == "direct" and a.end - a.start < _FEW]
        _, stop = s.segment(cue)
        last = max(
            [cue, *(g.right[c] for c in g.all_children(cue, "nsubj", "dobj") if cue < g.right[c] < cue + 6)]
        )
        while last < stop and not s.is_mark(last + 1) and last < cue + 14:
            last += 1
        if len(short) != 1 or short[0].end > g.start[cue] or any(s.in_quote[k] for k in range(cue, stop + 1)):
            return False
        after = self._resumed(cue, last, stop)
        if after is None or not any(
            self._finite(k) for k in range(last, stop + 1) if g.is_verb(k) and g.start[k] >= after[0]
        ):
            return False
        s.found.remove(short[0])
        self._add(cue, [short[0].content[0], after], "speech.fronted", loose=True)
        return True

    def _belongs(self, cue: int, begin: int, last: int, resumed: bool) -> bool:
        """Whether what stands before a reporting clause is its content, not a circumstance of it."""
        g = self.scene.g
        heads = [k for k in range(begin, last + 1) if not begin <= g.head[k] <= last or g.head[k] == k]
        if any(g.head[k] == cue and g.dep[k] in ("ccomp", "parataxis", "dep", "conj") for k in heads):
            return any(self._finite(k) for k in range(begin, last + 1) if g.is_verb(k)) or resumed
        h = g.head[cue]
        if g.dep[cue] == "ROOT" and not resumed:
            return any(g.tag[k] in ("VBD", "VBZ", "VBP", "MD") for k in range(begin, last + 1)) and all(
                g.dep[k] not in ("advcl", "prep", "npadvmod") for k in heads
            )
        if g.dep[cue] == "relcl" and resumed:
            return h <= last
        return g.dep[cue] in ("parataxis", "ccomp", "dep", "advcl") and h != cue and (h <= last or resumed)

    def _resumed(self, cue: int, last: int, stop: int) -> Chars | None:
        """What goes on after a reporting clause put into the content."""
        s, g = self.scene, self.scene.g
        after = last + 1
        if after >= stop - 1 or g.lower[after] != ",":
            return None
        follows = after + 1
        if any(c > cue for c in g.all_children(cue, "nsubj")) and not self._main(follows, stop):
            return None  # `said Tom Delaney, a Democrat of Ohio, who ...`: who he is
        if self._narrated(after, stop) or (g.lower[follows], g.lower[follows + 1]) == ("in", "what"):
            return None
        if (
            g.lower[follows] in ("and", "but")
            and g.tag[follows + 1] in ("VBZ", "VBP", "VBD", "MD")
            and g.tag[follows + 1] != g.tag[cue]
            and g.child(follows + 1, "nsubj") is None
        ):
            return s.span(follows, stop)  # `Ryan plans a vote, he said, but has set no date`
        if g.lower[follows] in ("and", "but") and g.tag[cue] == "VBD" and self._of_today(follows, stop):
            return s.span(follows, stop)  # `The road is open, the army said, but mines remain`
        if g.tag[follows] == "VBG" or g.lower[follows] in (
            "and",
            "but",
            "who",
            "which",
            "while",
            "as",
            "after",
            "when",
            "citing",
            "among",
            "including",
            "such",
        ):
            return None
        if g.lower[follows] in ("the", "a", "an") and any(
            g.dep[c] == "appos" and c > after for c in g.children[g.head[follows]]
        ):
            return None
        mention = s.mentions.covering(follows)
        if mention and g.dep[mention[0].head] == "appos":
            return None
        if g.dep[follows] == "appos" or (g.head[follows] < after and g.dep[g.head[follows]] == "appos"):
            return None
        return s.span(follows, stop)

    def _of_today(self, first: int, last: int) -> bool:
        """Whether a clause behind `and` is told in the present, not in the past of the narrator."""
        g = self.scene.g
        verb = next((k for k in range(first + 1, last + 1) if g.tag[k] in ("VBD", "VBZ", "VBP", "MD")), None)
        if verb is None or g.tag[verb] == "VBD" or g.lower[verb] in ("would", "could", "might"):
            return False
        head = verb if g.dep[verb] not in ("aux", "auxpass") else g.head[verb]
        subject = g.child(head, "nsubj", "nsubjpass", "expl")
        feeling = any(g.lower[c] in self.scene.cues.adjectives for c in g.all_children(head, "acomp"))
        if subject is None or any(self.scene.is_mark(k) or g.lower[k] == "now" for k in range(first, verb)):
            return False
        return not (self.scene.thinks(subject) and (feeling or g.lemma[head] in self.scene.cues.every_verb))

    def _main(self, first: int, last: int) -> bool:
        """Whether tokens hold a finite verb that is not of a relative clause."""
        g = self.scene.g
        return any(
            self._finite(k)
            and g.dep[k] not in ("relcl", "advcl")
            and g.tag[g.left[k]] not in ("WP", "WDT", "WP$")
            for k in range(first, last + 1)
            if g.is_verb(k) and g.dep[k] not in ("aux", "auxpass")
        )

    def _as_clause(self, cue: int) -> bool:
        """`As Biden put it, ...`: the rest of the sentence is the content."""
        s, g = self.scene, self.scene.g
        mark = next(
            (c for c in g.children[cue] if c < cue and g.lower[c] == "as" and g.dep[c] in ("mark", "advmod")),
            None,
        )
        turned = g.child(cue, "nsubj") is None and s.cues.takes(
            "clause", g.lemma[cue]
        )  # `As considers the minister`
        seen = g.lemma[cue] == "see" and any(g.lower[o] == "it" for o in g.all_children(cue, "dobj"))
        told = turned or seen or s.cues.takes("quote", g.lemma[cue])
        if mark is None or g.child(cue, "ccomp") is not None or not told:
            return False
        if s.cues.takes("charged", g.lemma[cue]) or g.child(cue, "xcomp") is not None:
            return False  # `as he accused them of failing`, `as she urged them to wait`
        if any(g.lower[k] not in PRONOUNS and not s.thinks(k) for k in g.all_children(cue, "dobj")):
            return False
        first, last = s.segment(cue)
        if g.dep[g.head[cue]] in ("advcl", "relcl", "ccomp") and g.left[g.head[cue]] <= mark:
            first, last = g.left[g.head[cue]], g.right[g.head[cue]]
            first = min(first, mark)
        end = cue
        while end < last and not s.is_mark(end + 1):
            end += 1
        opens = mark == first or s.is_mark(mark - 1)
        if not opens or (end == last and mark == first):
            return False
        spans = [x for x in (s.span(first, mark - 1), s.span(end + 1, last)) if x and x[1] - x[0] > SHORTEST]
        if not spans or any(s.is_told(*x) for x in spans):
            return False
        after = next((k for k in g.all_children(cue, "dobj", "nsubj", "agent") if k > cue), None)
        if (
            g.child(cue, "nsubj", "nsubjpass") is None
        ):  # `as reported the ministry`, `as noted by the ministry`
            if after is not None and g.dep[after] == "agent":
                after = g.child(after, "pobj")
            named = speaker_at(g, s.mentions, after) if after is not None and s.thinks(after) else None
            s.add(cue, spans, "speech.as", speaker=named or institution(g, s.mentions, cue))
        else:
            self._add(cue, spans, "speech.as")
        return True

    def _around(self, cue: int) -> bool:
        """`The team met under orders to use “all powers” on it, an official said`: quoted words within what is said."""
        s, g = self.scene, self.scene.g
        quoted = [a for a in s.found if a.cue_token == cue and a.manner == "direct" and a.end <= g.start[cue]]
        first = min([cue, *(g.left[x] for x in g.all_children(cue, "nsubj") if x < cue)])
        if not quoted:
            return False
        opening = s.token_at(quoted[0].start) or first
        goes_on = any(
            g.start[k] >= quoted[-1].end and g.pos[k] not in ("PUNCT", "SPACE") and not s.in_quote[k]
            for k in range(s.token_at(quoted[-1].start) or first, first)
        )
        before = range(s.segment(cue)[0], opening - 1)
        within = (  # `Membership would be restored “the day they vote”, he said`
            len(before) > 1
            and opening < cue
            and g.lower[opening] == s.text[quoted[0].start : g.end[opening]]
            and not s.is_mark(opening - 2)
            and any(g.tag[k] in ("VBD", "VBZ", "VBP", "MD") for k in before)
        )
        if not goes_on and not within:
            return False
        if not self._parenthesis(cue):
            return False
        s.found = [a for a in s.found if not any(a is q for q in quoted)]
        return True

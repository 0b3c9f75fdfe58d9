"""What every finder of contents after a cue verb shares: whose it is, where it begins and ends, writing it down."""

from __future__ import annotations

import re

from dragoman.speech.scene import Scene
from dragoman.speech.speakers import Speaker
from dragoman.speech.stage import Chars

SHORTEST = 4  # characters of content below which it says nothing
QUESTION = frozenset(
    {"whether", "if", "how", "why", "what", "who", "whom", "when", "where", "which", "whose"}
)
PRONOUNS = frozenset({"it", "him", "her", "them", "this", "that", "these", "those", "himself", "herself", "itself", "themselves",
                      "us", "me", "you", "what", "which", "who", "whom", "so", "something", "nothing", "anything", "one"})  # fmt: skip
_ASIDE = re.compile(r",\s+(?:which|who|whose|where)\b")
# What the narrator adds behind a comma: `..., a day after Seoul said`, `..., though aides disagreed`.
_LATER = frozenset(
    {
        "day",
        "days",
        "week",
        "weeks",
        "month",
        "months",
        "hour",
        "hours",
        "year",
        "years",
        "minutes",
        "shortly",
        "just",
        "soon",
    }
)
_WHOLE = frozenset(
    {"speech.clause", "speech.fronted", "speech.as"}
)  # rules whose content is a clause, its asides included
_THINGS = frozenset({"speech.object", "speech.particle", "speech.judgement", "speech.nominal", "speech.noun"})
_DAY = re.compile(
    r"\s+(?:(?:late|early) )?(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: night| morning| evening| afternoon)?\Z"
)
_WHEN = frozenset({"ADV", "ADP", "PROPN", "NUM", "NOUN", "DET"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VBN"})
_TAIL = 6  # tokens from the verb of a clause of saying to the end of its sentence
_WHO = frozenset({"ADJ", "DET", "NOUN", "NUM", "PART", "PROPN", "ADP"})
_ASKING = frozenset({"WDT", "WP", "WP$", "WRB"})
_CONCEDING = frozenset({"although", "though", "while", "whereas"})
# Who does so keeps to himself what he knows.
_DECLINING = frozenset({"decline", "refuse"})
_DISCLOSING = frozenset(
    {"comment", "disclose", "elaborate", "give", "identify", "name", "provide", "reveal", "say", "specify"}
)


class Contents:
    """The common part of the finders of contents in a scene."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def _without_aside(self, span: Chars) -> Chars:
        """A phrase without the narrator's relative clause behind a comma: `the plant, whose chief was abducted`."""
        for match in _ASIDE.finditer(self.scene.text, *span):
            if not any(q.start <= match.start() < q.end for q in self.scene.quotes):
                return span[0], match.start()
        return span

    def _without_occasion(self, cue: int, span: Chars) -> Chars:
        """A phrase without where or in what it was said: `criticised the plan in a speech`."""
        s, g = self.scene, self.scene.g
        begin, k = s.token_at(span[0]), s.token_at(span[1] - 1)
        if begin is None or k is None or not g.is_verb(cue):
            return span
        for p in range(k, begin + 1, -1):
            if g.lower[p] not in ("in", "on", "at", "during") or g.dep[p] != "prep" or g.right[p] < k:
                continue
            place = g.child(p, "pobj")
            if place is not None and g.lemma[place] in s.cues.occasions and not s.in_quote[p]:
                return s.trim(span[0], g.end[p - 1]) or span
        return span

    def _first(self, cue: int, clause: int) -> int:
        """Where a clause begins, marks and blanks left out."""
        g = self.scene.g
        first = max(g.left[clause], cue + 1)
        while first < clause and (
            g.pos[first] in ("PUNCT", "SPACE") and g.lower[first] not in ("“", '"', "«")
        ):
            first += 1
        mark = next((c for c in g.children[clause] if g.dep[c] == "mark" and g.lower[c] == "that"), first)
        if first < mark < clause and all(g.pos[k] in _WHEN for k in range(first, mark)):
            return mark  # `told reporters | late on Wednesday that`
        return first

    def _finite(self, v: int) -> bool:
        g = self.scene.g
        if g.tag[v] in ("VBD", "VBZ", "VBP", "MD"):
            return True
        return any(
            g.dep[c] in ("aux", "auxpass") and g.lower[c] not in ("to", "being") for c in g.children[v]
        ) or (g.child(v, "nsubj", "nsubjpass", "csubj") is not None and g.tag[v] != "VBG")

    def _governed(self, v: int) -> bool:
        """Whether a clause is an infinitive: `to sign`."""
        g = self.scene.g
        return any(
            g.lower[c] == "to" and (g.tag[c] == "TO" or g.dep[c] == "aux") and c < v for c in g.children[v]
        )

    def _end(self, cue: int, clause: int) -> int:
        """The last token of the content whose head is `clause`, loose conjunctions and marks left out."""
        g = self.scene.g
        last = self._cut(cue, clause)
        while last > clause and g.pos[last] in ("CCONJ", "PUNCT", "SPACE") and not self.scene.in_quote[last]:
            last -= 1
        return last

    def _cut(self, cue: int, clause: int) -> int:
        """Where the content whose head is `clause` ends: what goes on about the source is cut off."""
        s, g = self.scene, self.scene.g
        last = g.right[clause]
        if g.tag[cue] == "VBG" and g.dep[cue] in ("csubj", "advcl") and g.head[cue] > clause > cue:
            # `Noting that the gap had grown, strategist Joel Benenson said`
            main = g.head[cue]
            begin = min([main, *(g.left[x] for x in g.all_children(main, "nsubj") if clause < x < main)])
            comma = next((k for k in range(begin - 1, clause, -1) if g.lower[k] == ","), None)
            if comma is not None:
                return min(last, comma - 1)
        if (told := self._meanwhile(cue, clause)) is not None:
            return told - 1
        thing = not any(
            s.thinks(k) and not {g.lemma[k], g.lower[k]} & s.cues.documents
            for k in g.all_children(clause, "nsubj", "nsubjpass")
        )
        tail = self._reporting_tail(cue, clause)
        for k in range(clause + 1, last + 1):
            word = g.lower[k]
            if s.in_quote[k]:
                continue
            if word == ";" or (word == "according" and g.lower[k - 1] in (",", "–", "—")):
                return k - 1
            if k == tail or self._doing(k, cue, last):
                return k - 1
            if word == "citing" and g.is_verb(cue):
                self._inherit(k, cue)
                return k - 1
            if word in (",", "—", "–", "--") and k > clause + 1 and self._narrated(k, last):
                return k - 1
            if word in ("while", "whereas") and k > clause + 1 and self._conceded(k, last):
                return k - 1
            if word == "," and g.dep[cue] == "relcl" and clause < k and self._closed_off(cue, k + 1):
                return k - 1  # `The measure, which critics say would gut the law, passed`
            if (
                g.tag[k] in ("VBD", "VBN")
                and g.tag[cue] == "VBD"
                and (g.lower[k - 1], g.lower[min(k + 1, last)]) == ("and", "that")
                and s.cues.takes("quote", g.lemma[k])
            ):  # `answered that it was theirs | and reiterated that`
                self._inherit(k, cue)
                return k - 2
            if g.pos[k] == "VERB" and g.dep[k] == "conj" and g.left[k] > clause and self._another(cue, k):
                return g.left[k] - 1
            if g.pos[k] == "VERB" and self._back(cue, clause, k):
                if g.lemma[k] in s.cues.every_verb:
                    self._inherit(k, cue)
                return g.left[k] - 1 if g.left[k] > clause else k - 1
            if g.lemma[k] not in s.cues.every_verb or g.pos[k] != "VERB":
                continue
            apart = g.lower[g.left[k] - 1] == "," if g.left[k] > clause else False
            if (
                g.tag[k] == "VBG"
                and g.dep[k] in ("advcl", "conj", "ccomp", "dep")
                and (apart or g.lower[k - 1] == ",")
            ):
                if (
                    any(s.cues.takes(kind, g.lemma[k]) for kind in ("quote", "predicate"))
                    or g.lemma[k] in s.cues.prepositions
                ):
                    self._inherit(k, cue)
                    return g.left[k] - 1 if g.left[k] > clause else k - 1
            if (
                g.dep[k] == "conj"
                and g.tag[k] == g.tag[cue]
                and g.tag[k] in ("VBD", "VBZ", "VBP")
                and (thing or (s.cues.takes("predicate", g.lemma[k]) and s.cues.takes("quote", g.lemma[k])))
                and g.head[k] in g.conjuncts(clause)
                and g.child(k, "nsubj", "nsubjpass", "mark") is None
            ):
                self._inherit(k, cue)
                return g.left[k] - 1 if g.left[k] > clause else k - 1
        if g.dep[cue] == "relcl" and g.lower[last + 1] == "," and self._closed_off(cue, last + 2):
            return last
        return self._further(cue, last)

    def _reporting_tail(self, cue: int, clause: int) -> int | None:
        """The comma before a clause of saying that ends the sentence, which the parser drew into the content.

        `will ask the house to raise taxes on the richest, two senior officials said`
        """
        s, g = self.scene, self.scene.g
        stop = g.sents[g.sent[cue]][1] - 1
        v = next((k for k in range(stop, max(clause, stop - _TAIL), -1) if g.is_verb(k)), cue)
        told = s.cues.takes("quote", g.lemma[v]) and s.cues.takes("clause", g.lemma[v])
        if v <= clause or v == cue or g.tag[v] not in ("VBD", "VBZ") or not told:
            return None
        k = v - 1
        while k > clause and g.pos[k] in _WHO and g.tag[k] not in _ASKING:
            k -= 1
        named = any(s.thinks(x) and g.pos[x] != "PRON" for x in range(k + 1, v))
        return k if k > clause and named and g.lower[k] == "," and not s.in_quote[v] else None

    def _doing(self, k: int, cue: int, last: int) -> bool:
        """Whether the narrator goes on with what the source said besides: `invoked her rights after declaring that`."""
        g, cues = self.scene.g, self.scene.cues
        return (
            g.lower[k] in ("after", "before", "while")
            and k < last
            and g.tag[k + 1] == "VBG"
            and g.tag[cue] == "VBD"
            and cues.takes("quote", g.lemma[k + 1])
            and cues.takes("clause", g.lemma[k + 1])
        )

    def _meanwhile(self, cue: int, clause: int) -> int | None:
        """Where the narrator tells what happened when something was asked for or announced: `urged them to wait as planes circled`.

        Something still to be done has no circumstances in the past; behind a comma, neither has what was foretold.
        """
        g = self.scene.g
        if g.tag[cue] != "VBD" and not self._perfect(cue):
            return None
        if not g.is_verb(clause):  # `stressed the need to leave as it called on Kyiv to wait`
            inner = next((k for k in range(clause + 1, g.right[clause] + 1) if g.dep[k] == "advcl"), None)
            return g.left[inner] if inner is not None and self._past_circumstance(inner) else None
        asked = self._governed(clause)
        if not asked and not any(
            g.lower[a] in ("would", "will", "could", "should") for a in g.auxiliaries(clause)
        ):
            return None
        for c in g.all_children(clause, "advcl"):
            if c < clause or not self._past_circumstance(c):
                continue
            if asked or g.lower[g.left[c] - 1] == ",":
                return g.left[c]
        return None

    def _past_circumstance(self, c: int) -> bool:
        """Whether a clause tells what happened meanwhile: `as planes circled`, `even after he left`."""
        g = self.scene.g
        mark = g.left[c]
        while mark < c and g.lower[mark] in ("even", "just", "only", ",", "days", "hours"):
            mark += 1
        return (
            g.lower[mark] in ("as", "while", "after", "when")
            and g.tag[c] == "VBD"
            and not self.scene.in_quote[c]
            and g.child(c, "nsubj") is not None
        )

    def _inherit(self, heir: int, cue: int) -> None:
        """Note that a verb cut off from a cue's content has the cue's source; a cue noun has none to give."""
        if self.scene.g.is_verb(cue):
            self.scene.subjects.heirs[heir] = cue

    def _back(self, cue: int, clause: int, k: int) -> bool:
        """Whether a verb behind `and` is the source's own deed again, which the parser hung on what was said.

        Its tense shows it (`argued that the law strangles trade and promised to end it`), or a comma before the `and` of
        another word of saying (`alleged that he hid millions, and asked the judge to jail him`).
        """
        g = self.scene.g
        if g.dep[g.head[k]] == "acl" and g.head[g.head[k]] == clause:
            clause = g.head[k]  # `challenged the decision to close it and have pressed for an inquiry`
        if self._keeps_silent(clause, k):
            return True
        if (
            g.dep[k] != "conj"
            or g.tag[k] != g.tag[cue]
            or not (g.tag[k] in ("VBD", "VBZ", "VBP", "VBG") or self._perfect(k))
            or g.head[k] not in g.conjuncts(clause)
            or g.child(k, "nsubj", "nsubjpass", "mark", "auxpass") is not None
            or (
                g.child(k, "aux") is not None
                and not (self._governed(clause) and self._perfect(k) and self._perfect(cue))
            )
        ):
            return False
        helped = [g.tag[x] for x in g.children[clause] if g.dep[x] in ("aux", "auxpass")]
        if g.tag[cue] == "VBG":
            return g.tag[clause] != "VBG"  # `worrying that it will be brutal and hoping that`
        if not {g.tag[clause], *helped} & {g.tag[cue], "VBD"}:
            return True
        if helped and self.scene.cues.takes("quote", g.lemma[k]):
            return True  # `said Trump was making calls and insisted that`
        himself = any(g.pos[x] == "PRON" for x in g.all_children(clause, "nsubj"))
        clausal = any(g.lower[g.left[x]] == "that" for x in g.all_children(k, "ccomp"))
        if himself and clausal and self.scene.cues.takes("quote", g.lemma[k]):
            return True  # `said he disagreed, insisted that ..., and hinted that ...`
        first = g.left[k] if g.left[k] > clause else k
        apart = (g.lower[first - 2], g.lower[first - 1]) == (",", "and")
        return apart and self.scene.cues.takes("quote", g.lemma[k])

    def _keeps_silent(self, clause: int, k: int) -> bool:
        """Whether a verb behind `but` tells what the source did not say: `confirmed that he was held but would not say where`."""
        g = self.scene.g
        if (
            g.dep[k] != "conj"
            or g.head[k] not in g.conjuncts(clause)
            or g.child(k, "nsubj", "nsubjpass") is not None
        ):
            return False
        if any(g.lower[o] in PRONOUNS for o in g.objects(k)):
            return False  # "said the army knew the names but would not reveal them"
        if g.lemma[k] in _DECLINING and g.tag[k] in ("VBD", "VBZ"):
            told = g.child(k, "xcomp")
            return told is not None and g.lemma[told] in _DISCLOSING
        modal = any(g.lower[a] in ("would", "did", "could") for a in g.auxiliaries(k))
        return g.lemma[k] in _DISCLOSING and modal and g.is_negated(k) and g.lower[g.left[k] - 1] == "but"

    def _perfect(self, v: int) -> bool:
        """Whether a verb stands in the perfect: `have pressed`."""
        g = self.scene.g
        return g.tag[v] == "VBN" and any(
            g.lower[a] in ("have", "has") for a in g.children[v] if g.dep[a] == "aux"
        )

    def _closed_off(self, cue: int, after: int) -> bool:
        """Whether the clause around a relative clause goes on: `The bill, which critics say goes too far, passed`."""
        g = self.scene.g
        if g.tag[after] in _FINITE:
            return True
        return (
            g.tag[after] == "TO" and g.lower[g.left[cue] - 1] == ","
        )  # `skeptics, who said it cost too much, to back it`

    def _another(self, cue: int, k: int) -> bool:
        """Whether somebody else says something after `and`: `said it was late, and Price said “we go”`."""
        s, g = self.scene, self.scene.g
        own = g.child(k, "nsubj")
        return (
            own is not None
            and g.tag[k] == g.tag[cue] == "VBD"
            and own > cue
            and g.lower[g.left[k] - 1] in ("and", "but")
            and s.cues.takes("quote", g.lemma[k])
            and s.cues.takes("quote", g.lemma[cue])
            and g.pos[own] != "PRON"
            and s.thinks(own)
        )

    def _narrated(self, comma: int, last: int) -> bool:
        """Whether the narrator goes on after a comma: `..., a day after Seoul said`, `..., though aides disagreed`."""
        g = self.scene.g
        after = comma + 1
        if g.lower[after] in _CONCEDING:
            return self._conceded(after, last)
        if g.lower[after] in ("a", "an") and self._sums_up(after):
            return True
        if g.lower[after] == "without" and g.tag[after + 1] == "VBG":
            return True
        if g.lower[after] == "with":  # `..., with sources close to them describing the mood as bleak`
            s = self.scene
            told = next((k for k in range(after + 1, min(after + 9, last)) if g.tag[k] == "VBG"), None)
            return (
                told is not None
                and g.lemma[told] in s.cues.every_verb
                and any(s.thinks(k) for k in range(after + 1, told))
            )
        for k in range(after, min(after + 4, last)):
            if g.is_verb(k) or g.tag[k] in ("WDT", "WP"):
                return False
            if g.lower[k] in _LATER and g.lower[k + 1] in ("after", "before"):
                return g.dep[k + 1] == "mark" or not self._past(after, last)
        return False

    def _past(self, after: int, last: int) -> bool:
        """Whether a phrase hangs on a verb of the past, whose time it gives."""
        g = self.scene.g
        v = next((g.head[k] for k in range(after, last + 1) if g.head[k] < after), after)
        v = v if g.is_verb(v) else g.verb_over(v)
        return g.tag[v] == "VBD"

    def _conceded(self, word: int, last: int) -> bool:
        """Whether a clause of contrast is the narrator's, who tells what others say: `while moderates criticise it`."""
        s, g = self.scene, self.scene.g
        v = g.head[word]
        if not word < v <= last or not g.is_verb(v):
            return False
        told = g.lemma[v] in s.cues.every_verb and g.lemma[v] not in s.cues.verbs["attitudes"]
        return told and any(s.thinks(k) for k in g.all_children(v, "nsubj"))

    def _sums_up(self, article: int) -> bool:
        """Whether a phrase behind a comma sums up what was said: `..., a remarkable statement that historians ...`."""
        g = self.scene.g
        noun = next(
            (
                k
                for k in range(article + 1, min(article + 5, g.n))
                if g.pos[k] == "NOUN" and g.pos[min(k + 1, g.n - 1)] != "NOUN"
            ),
            None,
        )
        return noun is not None and g.lemma[noun] in self.scene.cues.summaries

    def _further(self, cue: int, last: int) -> int:
        """The end of content that goes on with `and that ...`, which the parser may hang elsewhere."""
        g = self.scene.g
        stop = g.sents[g.sent[cue]][1] - 1
        k = last + 1
        if (
            k < stop
            and g.tag[k] in ("VBZ", "VBD", "VBP", "MD")
            and k > cue + 2
            and not self.scene.in_quote[k]
        ):
            head = k if g.head[k] <= k or g.head[k] > stop else g.head[k]
            return max(last, min(stop, g.right[head] if head == k or g.is_verb(head) else last))
        while k < stop and g.lower[k] in (",", "and", "but", "or", "as", "well"):
            k += 1
        if last < k < stop and g.lower[k] == "that" and g.lower[k - 1] in ("and", "but", "or", "as", ","):
            head = g.head[k]
            if head > k and g.is_verb(head):
                return max(last, g.right[head])
        return last

    def _dated(self, i: int) -> bool:
        return self.scene.dated(i)

    def _documented(self, cue: int) -> bool:
        """Whether the subject of a cue verb is a document or finding: `the poll`, `the results`."""
        s, g = self.scene, self.scene.g
        return any({g.lemma[k], g.lower[k]} & s.cues.documents for k in s.subjects.of(cue))

    def _thought(self, cue: int) -> bool:
        """Whether the subject of a cue verb can think."""
        return any(self.scene.thinks(k) for k in self.scene.subjects.of(cue))

    def _infinite(self, cue: int, first: int, head: int, rule: str) -> bool:
        s = self.scene
        span = s.span(max(first, cue + 1), self._end(cue, head))
        spoken = rule == "speech.told" or not s.cues.takes("attitudes", s.g.lemma[cue])
        least = SHORTEST if spoken else 2 * SHORTEST  # `offered to resign`, but not `wants to go`
        if span is None or span[1] - span[0] < least or s.is_told(*span) or not self._thought(cue):
            return False
        self._add(cue, [span], rule)
        return True

    def _add(
        self,
        cue: int,
        spans: list[Chars],
        rule: str,
        *,
        loose: bool = False,
        anonymous: bool = False,
        last: int | None = None,
    ) -> None:
        s = self.scene
        if rule not in _WHOLE and len(spans) == 1:
            spans = [self._without_occasion(cue, self._without_aside(spans[0]))]
            if rule in _THINGS and s.g.tag[cue] in ("VBD", "VBN"):
                start, end = spans[0]
                day = _DAY.search(s.text[start:end])  # `ruled out a tax rise on Sunday`
                spans = [(start, start + day.start() if day is not None and day.start() > 0 else end)]
        speaker: Speaker | None = s.source(cue)
        if speaker is None and not loose and not s.subjects.is_passive(cue) and not anonymous:
            return
        s.add(cue, spans, rule, speaker=speaker, anonymous=anonymous and speaker is None, first=last)

"""Reported speech, thought and intention under a cue verb: what stands for the content, and where it ends."""

from __future__ import annotations

import re

from dragoman.speech.scene import Chars, Scene
from dragoman.speech.speakers import Speaker, speaker_at

SHORTEST = 4  # characters of content below which it says nothing
_QUESTION = frozenset(
    {"whether", "if", "how", "why", "what", "who", "whom", "when", "where", "which", "whose"}
)
_PRONOUNS = frozenset({"it", "him", "her", "them", "this", "that", "these", "those", "himself", "herself", "itself", "themselves",
                       "us", "me", "you", "what", "which", "who", "whom", "so", "something", "nothing", "anything", "one"})  # fmt: skip
# Verbs of which the reason after "for" belongs to what was said.
_FOR = frozenset({"thank", "praise", "congratulate", "criticise", "criticize", "condemn", "denounce", "blame", "fault", "laud", "commend",
                  "applaud", "chide", "rebuke", "castigate", "lambaste", "slam", "blast"})  # fmt: skip
_ASIDE = re.compile(r",\s+(?:which|who|whose|where)\b")


class Reported:
    """Finds the contents of cue verbs in a scene."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def verb(self, i: int) -> None:
        """Write down what a verb reports, if it is a cue with content."""
        s, g = self.scene, self.scene.g
        lemma = g.lemma[i]
        if lemma not in s.cues.every_verb or g.pos[i] != "VERB" or g.dep[i] in ("amod", "compound"):
            return
        if (
            g.tag[i] == "VBN"
            and g.dep[i] in ("advcl", "acl")
            and g.child(i, "aux", "auxpass", "agent") is None
        ):
            return  # "asked about the memo, he ...": the one asked says nothing by it
        if s.says_own(i) or (g.is_negated(i) and not s.cues.takes("deniable", lemma)):
            return
        if i in s.used or s.in_quote[i]:  # beside a quotation, or inside one, only a clause is content
            self._clause(i)
            return
        for attempt in (
            self._impersonal,
            self._as_clause,
            self._light,
            self._clause,
            self._parenthesis,
            self._estimate,
            self._told,
            self._wished,
            self._predicate,
            self._particle,
            self._prepositional,
            self._infinitive,
            self._object,
        ):
            if attempt(i):
                return

    # Clauses -----------------------------------------------------------------------------

    def _clause(self, cue: int) -> bool:
        """A finite clause or a question after the cue verb."""
        s, g = self.scene, self.scene.g
        lemma = g.lemma[cue]
        for clause in g.children[cue]:
            if g.dep[clause] not in ("ccomp", "xcomp", "advcl", "acl", "dep") or clause < cue:
                continue
            first = self._first(cue, clause)
            word = g.lower[first]
            if word == "that" and (g.dep[first] == "mark" or g.pos[first] in ("SCONJ", "PRON")):
                wanted = s.cues.takes("clause", lemma) or s.cues.takes("that", lemma)
            elif g.dep[clause] not in ("ccomp", "xcomp"):
                continue
            elif word in _QUESTION:
                wanted = s.cues.takes("question", lemma)
            else:
                wanted = s.cues.takes("clause", lemma) and not self._governed(clause)
            if not wanted or (not self._finite(clause) and word not in _QUESTION and word != "that"):
                continue
            if self._governed(clause) and word != "that" and word not in _QUESTION:
                continue
            if g.lower[first - 1] == ":" and any(c < cue and g.dep[c] == "ccomp" for c in g.children[cue]):
                continue  # "He gave too much, critics complain: a week later ..."
            last = self._end(cue, clause)
            span = s.span(first, self._quoted_end(first, last))
            if span is None or span[1] - span[0] < SHORTEST or s.is_told(*span):
                continue
            self._add(cue, [span], "speech.clause", loose=True)
            return True
        return False

    def _without_aside(self, span: Chars) -> Chars:
        """A phrase without the narrator's relative clause behind a comma: `the plant, whose chief was abducted`."""
        for match in _ASIDE.finditer(self.scene.text, *span):
            if not any(q.start <= match.start() < q.end for q in self.scene.quotes):
                return span[0], match.start()
        return span

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
            or any(s.in_quote[end : last + 1])
        ):
            return last
        return end - 1

    def _first(self, cue: int, clause: int) -> int:
        """Where a clause begins, marks and blanks left out."""
        g = self.scene.g
        first = max(g.left[clause], cue + 1)
        while first < clause and (
            g.pos[first] in ("PUNCT", "SPACE") and g.lower[first] not in ("“", '"', "«")
        ):
            first += 1
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
        return any(g.lower[c] == "to" and g.tag[c] == "TO" and c < v for c in g.children[v])

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
        thing = not any(s.thinks(k) for k in g.all_children(clause, "nsubj", "nsubjpass"))
        for k in range(clause + 1, last + 1):
            word = g.lower[k]
            if s.in_quote[k]:
                continue
            if word == ";" or (word == "according" and g.lower[k - 1] in (",", "–", "—")):
                return k - 1
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
                    s.heirs[k] = cue
                    return g.left[k] - 1 if g.left[k] > clause else k - 1
            if (
                g.dep[k] == "conj"
                and g.tag[k] == g.tag[cue]
                and g.tag[k] in ("VBD", "VBZ", "VBP")
                and (thing or (s.cues.takes("predicate", g.lemma[k]) and s.cues.takes("quote", g.lemma[k])))
                and g.head[k] in g.conjuncts(clause)
                and g.child(k, "nsubj", "nsubjpass", "mark") is None
            ):
                s.heirs[k] = cue
                return g.left[k] - 1 if g.left[k] > clause else k - 1
        return self._further(cue, last)

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

    # Content around the cue -----------------------------------------------------------------

    def _parenthesis(self, cue: int) -> bool:
        """Content before the reporting clause, or around it: `The talks failed, officials said`."""
        s, g = self.scene, self.scene.g
        lemma = g.lemma[cue]
        if not (
            s.cues.takes("clause", lemma) or (s.cues.takes("quote", lemma) and s.cues.takes("that", lemma))
        ):
            if lemma not in ("argue", "continue", "write", "find"):
                return False
        subjects = [c for c in g.children[cue] if g.dep[c] in ("nsubj", "expl")]
        inverted = [o for o in g.all_children(cue, "dobj") if o > cue and s.thinks(o) and s.is_mark(cue - 1)]
        if inverted and not any(s.is_mark(c + 1) is False and c == cue - 1 for c in subjects):
            subjects = inverted
        if not subjects:
            return False
        first = min([cue, *(g.left[x] for x in subjects if x < cue)])
        for c in g.children[cue]:
            if c < first and g.dep[c] in ("aux", "advmod", "neg") and g.right[c] == first - 1:
                first = g.left[c]
        begin, stop = s.segment(cue)
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

    def _belongs(self, cue: int, begin: int, last: int, resumed: bool) -> bool:
        """Whether what stands before a reporting clause is its content, not a circumstance of it."""
        g = self.scene.g
        heads = [k for k in range(begin, last + 1) if not begin <= g.head[k] <= last or g.head[k] == k]
        if any(g.head[k] == cue and g.dep[k] in ("ccomp", "parataxis", "dep", "conj") for k in heads):
            return any(self._finite(k) for k in range(begin, last + 1) if g.is_verb(k)) or resumed
        h = g.head[cue]
        if g.dep[cue] == "ROOT" and not resumed:
            return any(g.tag[k] in ("VBD", "VBZ", "VBP", "MD") for k in range(begin, last + 1)) and all(
                g.dep[k] not in ("advcl", "prep") for k in heads
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

    def _as_clause(self, cue: int) -> bool:
        """`As Biden put it, ...`: the rest of the sentence is the content."""
        s, g = self.scene, self.scene.g
        mark = next(
            (c for c in g.children[cue] if c < cue and g.lower[c] == "as" and g.dep[c] in ("mark", "advmod")),
            None,
        )
        if mark is None or g.child(cue, "ccomp") is not None or not s.cues.takes("quote", g.lemma[cue]):
            return False
        if any(g.lower[k] not in _PRONOUNS and not s.thinks(k) for k in g.all_children(cue, "dobj")):
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
        self._add(cue, spans, "speech.as")
        return True

    def _estimate(self, cue: int) -> bool:
        """`put the number of dead at forty`."""
        s, g = self.scene, self.scene.g
        if g.lemma[cue] not in ("put", "place", "set"):
            return False
        for o in g.all_children(cue, "dobj"):
            if o > cue and g.lemma[o] in s.cues.quantities:
                at = next((k for k in range(o + 1, g.right[cue] + 1) if g.lower[k] == "at"), None)
                span = s.span(g.left[o], g.right[at]) if at is not None else None
                if span is not None:
                    self._add(cue, [span], "speech.estimate")
                    return True
        return False

    # Infinitives -----------------------------------------------------------------------------

    def _told(self, cue: int) -> bool:
        """Somebody is told to do something: the content is what is to be done."""
        s, g = self.scene, self.scene.g
        if not s.cues.takes("told", g.lemma[cue]):
            return False
        if g.is_passive(cue) and g.child(cue, "agent") is None:
            return False
        named = [*g.objects(cue), *g.prep_objects(cue, "on", "to", "upon", "for")]
        for c in g.children[cue]:
            near = [c, *(k for k in g.children[c] if g.dep[c] in ("prep", "dobj", "dative"))]
            near += [m for k in near for m in g.children[k] if g.dep[k] == "pobj"]
            for k in near:
                if (
                    k > cue
                    and g.is_verb(k)
                    and self._governed(k)
                    and g.dep[k] in ("xcomp", "ccomp", "acl", "advcl", "relcl")
                ):
                    if not named and g.lemma[cue] in (
                        "ask",
                        "call",
                        "appeal",
                        "press",
                        "plead",
                        "beg",
                        "request",
                    ):
                        if g.dep[k] != "xcomp" or g.child(k, "nsubj") is not None:
                            named = g.all_children(k, "nsubj")
                    if g.dep[k] == "xcomp" and not named and not s.cues.takes("told", g.lemma[cue]):
                        continue
                    if g.lemma[k] in ("name", "identify", "quote"):
                        return False
                    to = next(x for x in g.children[k] if g.lower[x] == "to" and g.tag[x] == "TO")
                    return self._infinite(cue, to, k, "speech.told")
        return False

    def _wished(self, cue: int) -> bool:
        """Somebody is wanted or expected to do something: the content is who does what."""
        s, g = self.scene, self.scene.g
        if not s.cues.takes("wished", g.lemma[cue]) or g.is_passive(cue):
            return False
        for c in g.children[cue]:
            if c > cue and g.dep[c] in ("ccomp", "xcomp") and g.child(c, "nsubj", "nsubjpass") is not None:
                if self._governed(c) or g.tag[c] in ("VBN", "JJ", "VB", "VBG"):
                    return self._infinite(cue, g.left[c], c, "speech.wished")
            if g.dep[c] == "dobj" and c > cue:
                inner = next(
                    (
                        k
                        for k in (*g.children[cue], *g.children[c])
                        if k > c and g.is_verb(k) and self._governed(k)
                    ),
                    None,
                )
                if inner is not None and g.dep[inner] in ("xcomp", "acl", "advcl", "relcl"):
                    return self._infinite(cue, g.left[c], inner, "speech.wished")
        return False

    def _infinitive(self, cue: int) -> bool:
        """An infinitive of the source's own: `vowed to retaliate`."""
        s, g = self.scene, self.scene.g
        if not s.cues.takes("infinitive", g.lemma[cue]) or g.is_passive(cue):
            return False
        for c in g.children[cue]:
            if c > cue and g.dep[c] in ("xcomp", "ccomp") and self._governed(c):
                return self._infinite(cue, g.left[c], c, "speech.infinitive")
        return False

    def _infinite(self, cue: int, first: int, head: int, rule: str) -> bool:
        s = self.scene
        span = s.span(max(first, cue + 1), self._end(cue, head))
        if span is None or span[1] - span[0] < 2 * SHORTEST or s.is_told(*span) or not self._thought(cue):
            return False
        self._add(cue, [span], rule)
        return True

    def _thought(self, cue: int) -> bool:
        """Whether the subject of a cue verb can think."""
        return any(self.scene.thinks(k) for k in self.scene.subjects(cue))

    # Phrases ---------------------------------------------------------------------------------

    def _predicate(self, cue: int) -> bool:
        """A judgement: `called the vote a mistake`, `described it as useful`, `the talks, which he called useful`."""
        s, g = self.scene, self.scene.g
        if not s.cues.takes("predicate", g.lemma[cue]):
            return False
        passive = g.is_passive(cue)
        if (passive and g.child(cue, "agent") is None) or not self._thought(cue):
            return False
        whole: tuple[int, int] | None = None
        predicate: int | None = None
        for c in g.children[cue]:
            if c < cue:
                continue
            if g.dep[c] in ("oprd", "acomp", "attr"):
                predicate = c
            elif (g.dep[c] in ("ccomp", "xcomp") and not self._finite(c)) or (
                g.dep[c] == "ccomp" and g.pos[c] in ("ADJ", "NOUN", "PROPN", "NUM")
            ):
                if g.pos[c] in ("ADJ", "NOUN", "PROPN", "NUM") or g.tag[c] in ("VBN", "VBG"):
                    if not self._governed(c):
                        predicate = c
            elif (
                g.dep[c] == "prep"
                and g.lower[c] in ("as", "to")
                and (g.lower[c] == "as" or g.lemma[cue] in ("compare", "liken"))
            ):
                predicate = next((k for k in g.children[c] if g.pos[k] != "PUNCT"), None)
        objects = [o for o in g.all_children(cue, "dobj") if o > cue]
        if predicate is None and g.lemma[cue] in ("compare", "liken"):
            predicate = next((k for o in objects for k in g.prep_objects(o, "to", "with")), None)
        if predicate is None:
            inner = next(((o, k) for o in objects for k in g.children[o]
                          if g.dep[k] == "prep" and g.lower[k] == "as" and g.children[k]), None)  # fmt: skip
            if inner is not None:
                predicate = g.children[inner[1]][0]
            else:  # `called the attitude "regrettable"`, the adjective hung on the noun
                behind = next((k for o in objects for k in g.children[o] if k > o and s.in_quote[k]), None)
                if behind is None or any(s.in_quote[o] for o in objects):
                    return False
                predicate = behind
        begin = g.left[predicate]
        end = g.right[predicate]
        own = g.all_children(predicate, "nsubj")
        if own and g.left[own[0]] == begin:
            objects = own
        if objects and not (g.lower[objects[0]] in _PRONOUNS and objects[0] == g.left[objects[0]]):
            whole = (min(g.left[objects[0]], begin), max(end, g.right[objects[0]]))
        elif own:
            begin = g.right[own[0]] + 1
        quote = next((q for q in s.quotes if g.start[begin] - 3 <= q.start <= g.end[end]), None)
        if quote is not None and (whole is None or self._words(*whole, quote.start) <= 5):
            span = s.trim(quote.start, quote.end)
        elif whole is not None:
            span = s.span(*whole)
        else:
            span = s.span(begin, end)
        if span is None or span[1] - span[0] < SHORTEST or s.is_told(*span):
            return False
        self._add(cue, [span], "speech.judgement")
        return True

    def _words(self, first: int, last: int, before: int) -> int:
        """Words between two tokens that stand before an offset."""
        g = self.scene.g
        return sum(g.end[k] <= before and g.pos[k] != "PUNCT" for k in range(first, last + 1))

    def _prepositional(self, cue: int) -> bool:
        """Content after a preposition: `called for restraint`, `accused Kyiv of shelling`."""
        s, g = self.scene, self.scene.g
        allowed = s.cues.prepositions.get(g.lemma[cue])
        if not allowed:
            return False
        passive = g.is_passive(cue)
        charged = s.cues.takes("charged", g.lemma[cue])
        if passive and g.child(cue, "agent") is None and not charged:
            return False
        hung = [
            *g.all_children(cue, "prep"),
            *(k for o in g.all_children(cue, "dobj") for k in g.all_children(o, "prep")),
        ]
        hung += [k for p in g.all_children(cue, "prep") for o in g.all_children(p, "pobj")
                 for k in g.all_children(o, "prep") if s.in_quote[k + 1 : k + 2] == [True] or s.in_quote[k + 2 : k + 3] == [True]]  # fmt: skip
        for p in hung:
            if p < cue or g.lower[p] not in allowed:
                continue
            for o in [
                *g.all_children(p, "pobj", "pcomp"),
                *(k for x in g.all_children(p, "prep") for k in g.all_children(x, "pobj", "pcomp")),
            ]:
                if (g.lower[o] in _PRONOUNS and g.left[o] == g.right[o]) or self._dated(o):
                    continue
                if g.lemma[cue] in ("ask",) and g.lemma[o] in ("comment", "help", "asylum"):
                    continue
                if g.dep[o] == "pobj" and s.acts(o) and g.left[o] == g.right[o]:
                    continue
                first, last = g.left[o], self._phrase_end(cue, o)
                if g.lemma[cue] in _FOR and g.lower[p] in ("for", "on") and g.child(cue, "dobj") is not None:
                    first = g.left[g.all_children(cue, "dobj")[0]]
                span = s.span(max(first, cue + 1), last)
                if span is None or span[1] - span[0] < SHORTEST or s.is_told(*span):
                    continue
                if not passive and not self._thought(cue):
                    return False
                self._add(cue, [span], "speech.preposition", anonymous=passive)
                return True
        return False

    def _phrase_end(self, cue: int, o: int) -> int:
        """The last token of a phrase that is content."""
        g = self.scene.g
        return self._end(cue, o) if g.right[o] > o else o

    def _dated(self, i: int) -> bool:
        return any(t.first <= i <= t.last for t in self.scene.doc._.times or ())

    def _particle(self, cue: int) -> bool:
        """A verb with its particle and an object: `ruled out a second vote`."""
        s, g = self.scene, self.scene.g
        wanted = s.cues.particles.get(g.lemma[cue])
        if not wanted or not wanted & {
            g.lower[c] for c in g.children[cue] if g.dep[c] in ("prt", "advmod", "prep") and c > cue
        }:
            return False
        for o in g.children[cue]:
            if o > cue and g.dep[o] in ("dobj", "xcomp", "ccomp", "pcomp"):
                return self._phrase(cue, o, "speech.particle")
        for p in g.children[cue]:
            if p > cue and g.lower[p] in wanted:
                for o in [*g.all_children(p, "pobj", "pcomp")]:
                    return self._phrase(cue, o, "speech.particle")
        return False

    def _phrase(self, cue: int, o: int, rule: str) -> bool:
        s, g = self.scene, self.scene.g
        if g.lower[o] in _PRONOUNS or not self._thought(cue) or (s.acts(o) and g.left[o] == g.right[o]):
            return False
        span = s.span(max(g.left[o], cue + 1), self._phrase_end(cue, o))
        if span is None or span[1] - span[0] < SHORTEST or s.is_told(*span):
            return False
        self._add(cue, [span], rule)
        return True

    def _object(self, cue: int) -> bool:
        """A noun phrase that is itself what was said or thought."""
        s, g = self.scene, self.scene.g
        lemma = g.lemma[cue]
        limited = lemma in s.cues.object_limited
        if not limited and not s.cues.takes("object", lemma):
            return False
        passive = g.is_passive(cue)
        if passive and g.child(cue, "agent") is None:
            return False
        if not self._thought(cue):
            return False
        objects = g.all_children(cue, "nsubjpass") if passive else g.all_children(cue, "dobj")
        for o in objects:
            if (not passive and o < cue) or (g.pos[o] == "PROPN" and g.left[o] == g.right[o]):
                continue
            if s.cues.takes("told", lemma) and s.thinks(o):
                continue  # somebody told to do something, not what was said
            if (
                g.lower[o] in _PRONOUNS
                or (limited and g.lemma[o] not in s.cues.object_nouns)
                or self._dated(o)
            ):
                continue
            if s.acts(o) and g.dep[o] != "nsubjpass" and not (g.right[o] > o and g.lemma[cue] in _FOR):
                continue
            first, last = g.left[o], self._phrase_end(cue, o)
            if passive:
                first, last = g.left[o], g.right[o]
            for more in g.children[cue]:  # "endorsed the bill to raise the wage"
                if g.left[more] == last + 1 and g.is_verb(more) and self._governed(more):
                    last = self._end(cue, more)
            for more in objects:  # a second object that the parser made of the rest of a long phrase
                if last < g.left[more] <= last + 2:
                    last = g.right[more]
            if lemma in _FOR:
                reason = next((p for p in g.all_children(cue, "prep") if g.lower[p] == "for" and p > o), None)
                last = max(last, g.right[reason]) if reason is not None else last
            span = s.span(first, last)
            if span is None or span[1] - span[0] < 2 * SHORTEST or s.is_told(*span):
                continue
            clause = next(
                (c for c in g.children[o] if g.dep[c] == "acl" and g.child(c, "mark") is not None), None
            )
            if clause is not None and g.lemma[o] in s.cues.noun_clause:
                if lemma in s.cues.light or g.child(o, "poss") is not None:
                    return False  # the noun's own clause is the content
                span = s.span(g.left[clause], g.right[clause]) or span
            if lemma in ("express", "voice", "convey") and g.lemma[o] in s.cues.noun_preposition:
                return False  # "expressed concern about the arrests": what follows the noun is the content
            self._add(cue, [span], "speech.noun" if limited else "speech.object")
            return True
        return False

    # Light verbs and sources left out ------------------------------------------------------------

    def _light(self, cue: int) -> bool:
        """`made it clear that ...`, `let it be known that ...`."""
        s, g = self.scene, self.scene.g
        words = s.cues.light_complements.get(g.lemma[cue])
        if not words:
            return False
        for c in g.children[cue]:
            near = [c, *g.children[c]]
            if not any(g.lemma[k] in words or g.lower[k] in words for k in near):
                continue
            for k in (cue, *near):
                for clause in g.children[k]:
                    if (
                        clause <= c
                        or g.dep[clause] not in ("ccomp", "acl", "advcl", "xcomp", "relcl")
                        or not self._finite(clause)
                    ):
                        continue
                    if clause in near and g.lemma[clause] in words:
                        continue
                    begin = next((x for x in range(max(c, cue) + 1, clause) if g.lower[x] == "that"), None)
                    after = max(
                        (
                            x
                            for x in (c, *near)
                            if x < clause and (g.lemma[x] in words or g.lower[x] in words)
                        ),
                        default=c,
                    )
                    span = s.span(
                        begin if begin is not None else max(g.left[clause], after + 1), self._end(cue, clause)
                    )
                    if span is not None and span[1] - span[0] >= SHORTEST and not s.is_told(*span):
                        self._add(cue, [span], "speech.light", last=after)
                        return True
        return False

    def _impersonal(self, cue: int) -> bool:
        """`is expected to win`, `is said to be ill`, `is accused of theft`: nobody is named as the source."""
        s, g = self.scene, self.scene.g
        if (
            not s.cues.takes("impersonal", g.lemma[cue])
            or not g.is_passive(cue)
            or g.child(cue, "agent") is not None
        ):
            return False
        subject = g.child(cue, "nsubjpass")
        if subject is None:
            return False
        for c in g.children[cue]:
            if c > cue and g.dep[c] == "xcomp" and self._governed(c):
                who, what = s.span(g.left[subject], g.right[subject]), s.span(g.left[c], self._end(cue, c))
                if who is None or what is None or g.lower[subject] in ("it", "that", "which"):
                    return False
                s.add(cue, [what], "speech.impersonal", speaker=None, anonymous=True)
                return True
        return False

    # Writing down ------------------------------------------------------------------------------

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
        s, g = self.scene, self.scene.g
        if rule != "speech.clause" and len(spans) == 1:
            spans = [self._without_aside(spans[0])]
        speaker: Speaker | None = s.source(cue)
        if speaker is None and not loose and not g.is_passive(cue) and not anonymous:
            return
        s.add(cue, spans, rule, speaker=speaker, anonymous=anonymous and speaker is None, first=last)

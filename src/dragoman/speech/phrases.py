"""Attribution by other words than verbs: nouns, adjectives, adverbs, `according to`, `in his view`."""

from __future__ import annotations

from dragoman.speech.contents import QUESTION, SHORTEST, Contents
from dragoman.speech.scene import Scene
from dragoman.speech.speakers import Speaker, speaker_at
from dragoman.speech.wording import lacked

_BRIEF = 12  # tokens before a colon that say whose the words behind it are
_BESIDE = 4  # characters between a phrase and the quoted words beside it
_PART = 8  # characters of a piece of a clause beside a phrase that can be content


class Phrases(Contents):
    """Finds the contents of cue nouns, adjectives, adverbs and phrases in a scene."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)

    def token(self, i: int) -> None:
        """Write down what a noun, adjective, adverb or preposition reports, if it is a cue."""
        s, g = self.scene, self.scene.g
        if s.in_quote[i] and g.lower[i] != "according":
            return
        pos, word = g.pos[i], g.lower[i]
        if word == ":":
            self._before_colon(i)
            return
        if word in s.cues.phrases.opening and pos in ("ADP", "VERB", "SCONJ", "ADV") and self._phrase(i):
            return
        if word in ("in", "by", "from", "to") and self._possessed(i):
            return
        if word == "for" and i == g.sents[g.sent[i]][0] and self._held_by(i):
            return
        if word in s.cues.adverbs:
            self._adverb(i)
        elif pos == "NOUN" and g.lemma[i] in s.cues.every_noun:
            self._noun(i)
        elif pos == "ADJ" or (pos in ("VERB", "NOUN") and g.tag[i] in ("VBN", "JJ")):
            self._adjective(i)
        elif pos in ("AUX", "VERB") and (g.lemma[i] == "be" or g.lemma[i] in s.cues.siding):
            self._stance(i)

    # The rest of a clause ------------------------------------------------------------------

    def _phrase(self, i: int) -> bool:
        """`According to the ministry, ...`: the rest of the clause is the content."""
        s, g = self.scene, self.scene.g
        for words in s.cues.phrases.at(g.lower, i):
            if words[0] == "per" and not (i == g.sents[g.sent[i]][0] or s.is_mark(i - 1)):
                continue
            last = i + len(words) - 1
            source = next((k for k in g.all_children(last, "pobj")), None)
            if source is None:
                return False
            # `according to international law`: what the phrase says without an article is no text that anybody wrote
            bare = not any(g.dep[c] in ("det", "poss", "nummod", "prep") for c in g.children[source])
            if g.lower[source] in ("which", "whom") or (bare and g.lemma[source] in s.cues.measures):
                return False
            end, speaker = self._source_end(source), speaker_at(g, s.mentions, self._whose(source))
            if {"words", "phrase"} & {*words} and (own := self._own_words(i, source)) is not None:
                s.add(i, [own], "speech.according", speaker=speaker, first=i)
                return True
            return self._rest(i, end, i, speaker, "speech.according")
        return False

    def _whose(self, source: int) -> int:
        """Who speaks where his words are named as the source: `according to his words`, `according to the minister's account`."""
        s, g = self.scene, self.scene.g
        owner = g.child(source, "poss")
        own = g.lemma[source] in s.cues.possessed and g.lemma[source] not in s.cues.documents
        return owner if owner is not None and own and not self._dated(owner) else source

    def _own_words(self, first: int, source: int) -> tuple[int, int] | None:
        """The quotation beside `in the words of one envoy`, which alone is his: `had yielded, in the words of one envoy, “little else”`."""
        s, g = self.scene, self.scene.g
        last = next((k - 1 for k in range(source + 1, g.n) if s.is_mark(k)), source)
        for q in s.quotes:
            after = 0 <= q.start - g.end[last] <= _BESIDE
            if after or 0 <= g.start[first] - q.end <= _BESIDE:
                return s.trim(q.start, q.end)
        return None

    def _source_end(self, source: int) -> int:
        """The last token of a source: to the first comma, an apposition after it included."""
        g = self.scene.g
        last = g.right[source]
        stop = g.sents[g.sent[source]][1] - 1
        if (
            last + 2 < stop
            and g.lower[last + 1] == ","
            and (g.tag[last + 2] in ("WP", "WP$") or g.lower[last + 2] == "speaking")
        ):
            # whom the parser hung elsewhere: `according to three aides, who were not authorised to speak`
            return next((k for k in range(last + 2, stop) if g.lower[k] == ","), stop - 1)
        comma = next((k for k in range(source + 1, last + 1) if g.lower[k] == ","), None)
        if comma is None or not any(g.is_verb(k) for k in range(comma, last + 1)):
            return last
        after = next((k for k in range(comma + 1, last + 1) if g.lower[k] == ","), None)
        if g.tag[comma + 1] in ("WP", "WDT", "WP$"):
            return last if after is None else after
        if (
            after is not None
            and not any(g.is_verb(k) for k in range(comma, after))
            and after < last - 2
            and g.dep[comma + 1] != "poss"
        ):
            return after
        return comma - 1

    def _possessed(self, i: int) -> bool:
        """`In his view, ...`, `by her own account, ...`."""
        s, g = self.scene, self.scene.g
        noun = g.child(i, "pobj")
        if noun is None or (g.lemma[noun] not in s.cues.possessed and g.lower[noun] not in s.cues.possessed):
            return False
        owner = g.child(noun, "poss")
        if (g.lower[i], g.lemma[noun]) == ("in", "account"):
            return False  # `wrote in his account of Twitter`
        if owner is None or not (s.thinks(owner) or g.lower[owner] in ("his", "her", "their", "its")):
            return False
        if g.lower[i] in ("from", "to") and not (i == g.sents[g.sent[i]][0] or s.is_mark(i - 1)):
            return False
        return self._rest(i, g.right[noun], noun, speaker_at(g, s.mentions, owner), "speech.view")

    def _held_by(self, i: int) -> bool:
        """`For critics of the deal, it is a surrender`: those who hold views, not those who bear what comes."""
        s, g = self.scene, self.scene.g
        source = g.child(i, "pobj")
        if source is None:
            return False
        end = self._source_end(source)
        if end + 2 >= g.n or g.lower[end + 1] != ",":
            return False
        mention = s.mentions.headed(source)
        speaks = mention is not None and any(a.kind == "person" for a in mention.actors)
        if speaks and s.in_quote[min(end + 3, g.n - 1)] and s.is_mark(end + 2):
            pass  # `For the envoy, Galo Leoro, “there is an impasse”`
        elif g.tag[source] != "NNS" or g.lemma[source] not in s.cues.viewers:
            return False
        return self._rest(i, end, i, speaker_at(g, s.mentions, source), "speech.view")

    def _rest(self, first: int, last: int, cue: int, speaker: Speaker, rule: str) -> bool:
        """Write down the clause around a phrase as the content of its source."""
        s, g = self.scene, self.scene.g
        begin, stop = self._scope(first)
        if g.lower[first - 1] == "," and g.lower[first - 2] in ("and", "but") and begin < first - 2:
            begin = first  # `that it will help, and, according to him, the troops will stay`
        last = min(last, stop)
        after_last = (
            next((k for k in range(last, stop + 1) if g.lower[k] == ","), None) if last < stop else None
        )
        if (
            last < stop
            and g.lower[last + 1] not in (",",)
            and after_last is not None
            and after_last - last < 12
            and first == begin
        ):
            last = after_last  # the source's apposition or time goes with it
        parts = (s.span(begin, first - 1), s.span(last + 1, stop))
        spans = [x for x in parts if x and (x[1] - x[0] >= _PART or self._subject_in(*x))]
        verbal = [
            x
            for x in spans
            if any(g.is_verb(k) and x[0] <= g.start[k] < x[1] for k in range(begin, stop + 1))
        ]
        if not verbal or all(s.is_told(*x) for x in verbal):
            return False
        if len(verbal) > 1 and not (s.is_mark(first - 1) and s.is_mark(last + 1) and last + 1 <= stop):
            verbal = [max(verbal, key=lambda x: x[1] - x[0])]
        elif len(spans) > 1 and first > begin and s.is_mark(first - 1):
            verbal = spans
        s.add(cue, verbal, rule, speaker=speaker, first=first)
        return True

    def _subject_in(self, start: int, end: int) -> bool:
        """Whether a short piece of a clause is its subject: `Talks, according to the ministry, will resume`."""
        g = self.scene.g
        return any(start <= g.start[k] < end for k in range(g.n) if g.dep[k] in ("nsubj", "nsubjpass"))

    def _scope(self, i: int) -> tuple[int, int]:
        """Tokens that a phrase speaks for: the clause it stands inside, else its part of the sentence."""
        g = self.scene.g
        first, last = self.scene.segment(i)
        v = g.verb_over(g.head[i])
        if self.scene.is_mark(i - 1) and g.lower[i] == "according" and self._closing(i, last):
            dashes = [k for k in range(first, i) if g.lower[k] in ("—", "–", "--")]
            if len(dashes) == 1 and self._told_before(first, dashes[0]):
                return dashes[
                    0
                ] + 1, last  # `Democrats want more — a man who killed many, according to Trump`
            colon = next(
                (k for k in range(i, first, -1) if g.lower[k] == ":" and not self.scene.in_quote[k]), None
            )
            if colon is not None and self._started(first, colon) and self._started(colon, i):
                return colon + 1, last  # `The news is this: most voters have decided, according to a poll`
            return self.scene.segment(i)
        if g.is_verb(v) and g.left[v] < i < g.right[v]:
            if g.dep[v] in ("relcl", "ccomp", "advcl", "acl"):
                return max(first, g.left[v]), min(last, g.right[v])
            if g.dep[v] == "conj" and g.child(v, "nsubj", "nsubjpass") is not None:
                return max(first, g.left[v]), min(last, g.right[v])
        return first, last

    def _started(self, first: int, last: int) -> bool:
        """Whether a finite verb stands between two tokens."""
        return any(self._finite(k) for k in range(first, last) if self.scene.g.is_verb(k))

    def _told_before(self, first: int, dash: int) -> bool:
        """Whether what stands before a dash is somebody else's already."""
        s, g = self.scene, self.scene.g
        return any(a.cue is not None and g.start[first] <= a.cue[0] < g.start[dash] for a in s.found)

    def _closing(self, i: int, last: int) -> bool:
        """Whether a phrase behind a comma ends the sentence: it speaks for all of it, not for the last clause alone."""
        g = self.scene.g
        source = next((k for k in g.all_children(i + 1, "pobj")), None)
        if source is None or self._source_end(source) < last - 1:
            return False
        v = g.verb_over(g.head[i])
        return g.dep[v] not in ("conj", "relcl")

    # Words -----------------------------------------------------------------------------------

    def _adverb(self, i: int) -> None:
        """`reportedly`: the clause is somebody's, the text does not say whose."""
        s, g = self.scene, self.scene.g
        v = g.head[i]
        if g.dep[v] == "amod" or not (g.is_verb(v) or g.pos[v] in ("ADJ", "NOUN")):
            return
        first, last = g.left[v], g.right[v]
        if not g.is_verb(v) and g.is_verb(g.head[v]):
            v = g.head[v]
            first, last = g.left[v], g.right[v]
        subject = g.child(v, "nsubj", "nsubjpass")
        begin = g.left[subject] if subject is not None and subject < i else first
        span = s.span(begin, self._clause_end(v, last))
        if span is not None and span[1] - span[0] > len(g.word[i]) + 8 and not s.is_told(*span):
            s.add(i, [span], "speech.adverb", speaker=None, anonymous=True)

    def _clause_end(self, v: int, last: int) -> int:
        g = self.scene.g
        for c in g.children[v]:
            if c > v and g.dep[c] in ("conj", "parataxis") and g.is_verb(c):
                return min(last, g.left[c] - 1)
        return last

    def _noun(self, i: int) -> None:
        """`the minister's claim that ...`, `a promise to ...`, `expressed concern about ...`."""
        s, g = self.scene, self.scene.g
        lemma = g.lemma[i]
        if lemma in s.cues.withheld and any(g.lower[c] == "no" for c in g.children[i]):
            return
        if lemma in s.cues.drawn and self._drawn(i):
            return
        content = self._noun_content(i, lemma)
        if content is None:
            return
        owner, verb = self._noun_owner(i, content)
        if owner is None and not self._told_of(i, content):
            return
        if verb is not None and any(
            a.cue_token == verb and a.rule in ("speech.estimate", "speech.standing") for a in s.found
        ):
            return  # `put support for the law at 43 percent`
        span = s.span(*content)
        if span is None or span[1] - span[0] < SHORTEST or s.is_told(*span):
            return
        s.add(
            i,
            [self._without_aside(span)],
            "speech.nominal",
            speaker=owner,
            first=verb,
            verb=verb,
            anonymous=owner is None,
        )

    def _drawn(self, i: int) -> bool:
        """What is met with such words, and from whom: `The plan drew praise from farmers`."""
        s, g = self.scene, self.scene.g
        v = g.head[i]
        if g.dep[i] != "dobj" or g.lemma[v] not in s.cues.drawing or g.is_negated(v):
            return False
        source = next(
            (k for k in (*g.prep_objects(i, "from"), *g.prep_objects(v, "from")) if k > i and s.thinks(k)),
            None,
        )
        about = g.child(v, "nsubj")
        if source is None or about is None or about > v or g.pos[about] == "PRON":
            return False
        span = s.span(g.left[about], g.right[about])
        if span is None or span[1] - span[0] < SHORTEST or s.is_told(*span):
            return False
        s.add(
            i,
            [self._without_aside(span)],
            "speech.drawn",
            speaker=speaker_at(g, s.mentions, source),
            first=v,
            verb=v,
        )
        return True

    def _before_colon(self, colon: int) -> None:
        """`Hollande's position: the talks must go on`, `The minister's reading differs: ...`: whose word it is stands before."""
        s, g = self.scene, self.scene.g
        first, stop = s.segment(colon)
        if stop == colon and colon + 1 < g.n:
            stop = s.segment(colon + 1)[1]
        if (
            g.lower[min(colon + 1, stop)] in QUESTION
            or self._says_behind(colon, stop)
            or colon - first > _BRIEF
            or stop < colon + 3
            or any(s.in_quote[k] for k in range(colon + 1, stop + 1))
        ):
            return
        nouns = s.cues.noun_clause | s.cues.possessed | s.cues.summaries | s.cues.answers
        manner, be = colon - 1, g.head[colon - 1]
        if g.lower[manner] in s.cues.outspoken and g.lemma[be] in s.cues.copulas and first <= be < manner:
            subject = next((x for x in g.all_children(be, "nsubj") if x < be and s.thinks(x)), None)
            if subject is not None and not any(s.is_mark(x) for x in range(be, colon)):
                span = s.span(colon + 1, stop)
                if self._finite_in(colon + 1, stop) and span is not None and not s.is_told(*span):
                    s.add(manner, [span], "speech.adjective", speaker=speaker_at(g, s.mentions, subject))
                return
        for k in range(first + 1, colon):
            if g.pos[k] != "NOUN" or (g.lemma[k] not in nouns and g.lower[k] not in nouns):
                continue
            owners = (
                *g.all_children(k, "poss"),
                *(o for o in g.prep_objects(k, "of", "from") if s.thinks(o)),
                *(c for c in g.all_children(k, "amod", "compound") if s.acts(c)),
            )
            owner = next(iter(owners), None)
            if owner is None or not (s.thinks(owner) or g.lower[owner] in ("his", "her", "its", "their")):
                continue
            between = range(g.right[k] + 1, colon)
            verbs = [x for x in between if g.is_verb(x) or g.pos[x] == "AUX"]
            if (
                len(verbs) > 1
                or any(s.is_mark(x) for x in between)
                or any(a.cue_token in between for a in s.found)
            ):
                return
            if not self._finite_in(colon + 1, stop):
                return
            span = s.span(colon + 1, stop)
            if span is not None and not s.is_told(*span):
                s.add(k, [span], "speech.nominal", speaker=speaker_at(g, s.mentions, owner))
            return

    def _says_behind(self, colon: int, stop: int) -> bool:
        """Whether somebody says something in what stands behind a colon, which is the narrator's then."""
        s, g = self.scene, self.scene.g
        return any(
            g.is_verb(x)
            and s.cues.takes("quote", g.lemma[x])
            and any(s.thinks(k) for k in g.all_children(x, "nsubj"))
            for x in range(colon + 1, stop + 1)
        )

    def _finite_in(self, first: int, last: int) -> bool:
        """Whether a main verb stands between two tokens, an order too: `go now, before it is too late`."""
        g = self.scene.g
        return g.tag[first] == "VB" or any(
            g.tag[x] in ("VBD", "VBZ", "VBP", "MD") for x in range(first, last + 1)
        )

    def _told_of(self, i: int, content: tuple[int, int]) -> bool:
        """Whether something is thought, whoever thinks it: `The buzz was that`, `amid fears that`, `denied claims that`."""
        g = self.scene.g
        be = g.head[i]
        if g.dep[i] == "nsubj" and g.lemma[be] == "be" and content[0] > be:
            return True
        if g.lower[content[0]] == "that":
            beside = not any(g.is_verb(k) for k in range(i + 1, content[0]))
            if any(self._says(c) for c in g.children[i]):
                return False  # `an idea that polls show most support`: a relative clause
            return beside and g.lemma[i] in self.scene.cues.unowned
        wanted = self.scene.cues.unowned_preposition.get(g.lemma[i], frozenset())
        there = g.child(be, "expl") is not None or (g.dep[i] == "pobj" and g.lower[be] == "amid")
        if there and not g.is_negated(i):
            wanted |= self.scene.cues.unowned_about.get(g.lemma[i], frozenset())
        return g.lower[content[0] - 1] in wanted

    def _noun_content(self, i: int, lemma: str) -> tuple[int, int] | None:
        s, g = self.scene, self.scene.g
        head = g.head[i]
        if lemma in s.cues.noun_clause:
            if g.dep[i] == "nsubj" and g.lemma[head] == "be":  # "His argument is that ..."
                clause = next(
                    (c for c in g.children[head] if c > head and g.dep[c] == "ccomp" and self._that(c)), None
                )
                if clause is not None:
                    return g.left[clause], min(g.right[clause], self._end(i, clause))
            above = g.verb_over(head) if g.dep[i] == "pobj" else head
            for c in [
                *g.children[i],
                *(k for k in g.children[head] if k > i and g.dep[k] in ("ccomp", "advcl", "acl")),
                *(
                    k
                    for k in g.children[above]
                    if g.dep[k] in ("ccomp", "advcl") and g.left[k] == g.right[i] + 1
                ),
            ]:
                if g.dep[c] in ("acl", "ccomp", "relcl", "advcl", "appos") and c > i and self._that(c):
                    if lacked(g, c) is not None:
                        return None  # `a claim that the court rejected`
                    return g.left[c], min(g.right[c], self._end(i, c))
        if lemma in s.cues.noun_infinitive:
            for c in [*g.children[i], *(k for k in g.children[head] if k > i and g.is_verb(head))]:
                to = next(
                    (
                        k
                        for k in g.children[c]
                        if g.lower[k] == "to" and (g.tag[k] == "TO" or g.dep[k] == "aux") and k < c
                    ),
                    None,
                )
                if (
                    c > i
                    and to is not None
                    and (
                        g.dep[c] in ("acl", "relcl")
                        or (g.dep[c] in ("xcomp", "advcl") and g.lemma[head] in s.cues.light)
                    )
                ):
                    return to, min(g.right[c], self._end(i, c))
        prepositions = s.cues.noun_preposition.get(lemma)
        if prepositions:
            for p in [
                *g.all_children(i, "prep"),
                *(k for k in g.all_children(head, "prep", "dative") if k > i and g.dep[i] == "dobj"),
            ]:
                if g.lower[p] in prepositions:
                    for o in g.all_children(p, "pobj", "pcomp"):
                        if not self._dated(o):
                            return g.left[o], g.right[o]
        return None

    def _says(self, v: int) -> bool:
        """Whether a verb tells what somebody says or a document shows."""
        s, g = self.scene, self.scene.g
        told = s.cues.takes("clause", g.lemma[v]) or s.cues.takes("evidence", g.lemma[v])
        return (
            told and any(s.thinks(k) for k in g.all_children(v, "nsubj")) and g.child(v, "ccomp") is not None
        )

    def _that(self, clause: int) -> bool:
        g = self.scene.g
        first = g.left[clause]
        return (g.lower[first] == "that" and g.dep[first] in ("mark", "det")) or any(
            g.dep[c] == "mark" and g.lower[c] == "that" for c in g.children[clause]
        )

    def _noun_owner(self, i: int, content: tuple[int, int]) -> tuple[Speaker | None, int | None]:
        """Whose a cue noun is, and the light verb that makes it his."""
        s, g = self.scene, self.scene.g
        poss = g.child(i, "poss")
        if poss is not None and self._dated(poss):
            return None, None
        if poss is not None and (s.thinks(poss) or g.lower[poss] in ("his", "her", "their", "its")):
            voicing = g.head[i]
            if (
                g.lower[poss] in ("his", "her", "their", "its")
                and g.dep[i] == "dobj"
                and g.lemma[voicing] in s.cues.light
                and any(s.thinks(k) for k in s.subjects.of(voicing))
            ):
                return s.source(voicing), voicing  # `repeated his pledge to leave`
            return speaker_at(g, s.mentions, poss), None
        whose = next((k for k in g.all_children(i, "compound", "amod") if s.acts(k)), None)
        if (
            whose is not None
            or (
                whose := next((k for k in g.all_children(i, "compound") if g.lemma[k] in s.cues.people), None)
            )
            is not None
        ):
            return speaker_at(g, s.mentions, whose), None
        v = g.head[i]
        if g.dep[i] == "nsubj" and g.lemma[v] == "come":  # `Criticism of the plan came from the left`
            by = next((k for k in g.prep_objects(v, "from") if s.thinks(k)), None)
            if by is not None:
                return speaker_at(g, s.mentions, by), None
        if (
            g.dep[i] == "pobj"
            and g.lower[v] != "amid"
            and g.lemma[i] in s.cues.reasons
            and g.is_verb(g.head[v])
        ):
            v = g.head[v]
            return (s.source(v), None) if any(s.thinks(k) for k in s.subjects.of(v)) else (None, None)
        for k in g.prep_objects(i, "by", "from"):
            if s.thinks(k) and not content[0] <= k <= content[1]:
                return speaker_at(g, s.mentions, k), None  # `won a promise from Oslo that`
        if g.dep[i] == "dobj" and g.is_verb(v) and g.lemma[v] in s.cues.light and not s.says_own(v):
            if g.is_negated(v) or not any(s.thinks(k) for k in s.subjects.of(v)):
                return None, None
            return s.source(v), v
        for k in g.prep_objects(i, "of", "among"):
            if s.thinks(k) and not content[0] <= k <= content[1]:
                return speaker_at(g, s.mentions, k), None
        return None, None

    def _adjective(self, i: int) -> None:
        """`is confident that ...`, `is worried about ...`, `is “deeply concerned”`."""
        s, g = self.scene, self.scene.g
        word = g.lower[i]
        if word not in s.cues.adjectives:
            return
        be = g.head[i] if g.dep[i] in ("acomp", "oprd", "attr", "xcomp") else i
        copular = (
            g.lemma[be] in s.cues.copulas if be != i else g.child(i, "auxpass", "aux", "cop") is not None
        )
        if (
            be == i
            and any(g.lemma[a] == "have" for a in g.all_children(i, "aux"))
            and g.child(i, "auxpass") is None
        ):
            return  # `had resigned at the end of the month`
        fronted = None if copular else self._apart(i)
        if (not copular and fronted is None) or s.in_quote[be]:
            return
        over = be if fronted is None else fronted
        subjects = [over] if fronted is not None and not g.is_verb(over) else g.subjects(over)
        if be == i:  # `was worried by the report`: who feels it stands before
            subjects = g.all_children(be, "nsubjpass") or subjects
        subjects = [k for k in subjects or g.objects(over) or g.all_children(over, "nsubj") if s.thinks(k)]
        if not subjects:
            return
        above = g.head[be]
        behind = [c for c in g.all_children(above, "ccomp") if g.left[c] == i + 1] if above != be else []
        for c in [*g.children[i], *(g.children[be] if be != i else []), *behind]:
            if c <= i:
                continue
            if (
                g.dep[c] in ("ccomp", "xcomp", "advcl")
                and g.is_verb(c)
                and (g.dep[c] != "advcl" or self._that(c))
            ):
                first, last = g.left[c], min(g.right[c], self._end(i, c))
            elif g.dep[c] in ("prep", "agent") and g.lower[c] in s.cues.adjective_prepositions:
                o = g.child(c, "pobj", "pcomp")
                if o is None or (g.left[o] == g.right[o] and g.pos[o] == "PRON"):
                    continue
                doing = s.acts(o) or (s.cues.takes("object", g.lemma[i]) and s.thinks(o))
                if g.dep[c] == "agent" and doing:
                    continue  # `is opposed by the union`, `was prepared by Kozak`: who does it
                first, last = g.left[o], g.right[o]
            else:
                continue
            span = s.span(max(first, i + 1), last)
            if span is not None and span[1] - span[0] >= SHORTEST and not s.is_told(*span):
                if not g.is_verb(c):
                    span = self._without_aside(span)
                s.add(i, [span], "speech.adjective", speaker=speaker_at(g, s.mentions, subjects[0]))
                return

    def _apart(self, i: int) -> int | None:
        """Whose feeling a phrase set apart tells: `Worried about the cost, two senators voted no`, `Paris, fearful of a war, ...`."""
        g, s = self.scene.g, self.scene
        h = g.head[i]
        if i - g.sents[g.sent[i]][0] <= 1:
            front = g.dep[i] in ("advcl", "amod") and h > i and g.is_verb(h)
            return h if front and g.lower[g.right[i] + 1] == "," else None
        if not s.is_mark(i - 1) or h > i or g.dep[i] not in ("advcl", "amod", "acl", "acomp", "appos"):
            return None
        return h if g.is_verb(h) or g.pos[h] in ("NOUN", "PROPN") else None

    def _stance(self, be: int) -> None:
        """`is against the treaty`, `is in favour of talks`, `was “deeply disappointed”`."""
        s, g = self.scene, self.scene.g
        near = [
            k
            for c in g.children[be]
            if c > be and g.dep[c] in ("prep", "prt", "advmod", "acomp")
            for k in (c, *g.children[c])
        ]
        subjects = [k for k in g.subjects(be) if s.thinks(k)] if near else []
        if not subjects or g.lower[subjects[0]] in ("i", "we"):
            return
        for p in near:
            for words in s.cues.stances.at(g.lower, p):
                last = p + len(words) - 1
                o = g.head[last] if words[-1] == "that" else g.child(last, "pobj", "pcomp", "ccomp")
                if o is None or (words[-1] == "that" and not (g.is_verb(o) and o > last)):
                    continue
                span = s.span(g.left[o], self._end(last, o))
                if span is not None and not s.is_told(*span):
                    s.add(
                        last, [span], "speech.stance", speaker=speaker_at(g, s.mentions, subjects[0]), first=p
                    )
                    return

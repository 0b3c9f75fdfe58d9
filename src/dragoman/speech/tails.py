"""Reporting clauses at the end of a sentence that the parser took for something else.

`Our guard will not drop, swore the general on the radio`, `The vote was rigged, a deputy of the party, Ali Said, asserted`,
`There is nothing to hide, was the reply from Minsk`: what stands before the last commas is what is said.
"""

from __future__ import annotations

from functools import lru_cache

from dragoman.speech.cues import Words, cues
from dragoman.speech.scene import Scene
from dragoman.speech.speakers import Speaker, speaker_at

_LONG = 16  # tokens of a reporting clause before its verb
_NEAR = 7  # tokens between an inverted verb and the name of who speaks
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_TENSED = frozenset({"VBD", "VBZ", "VBN"})  # what a verb of saying behind a clause is taken for
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART", "ADP", "PUNCT", "CCONJ"})
_OPENING = frozenset(
    [
        "when",
        "after",
        "as",
        "while",
        "before",
        "although",
        "since",
        "if",
        "because",
        "until",
        "once",
        "though",
        "whereas",
        "and",
        "but",
        "unless",
        "having",
        "despite",
        "following",
        "during",
        "which",
        "who",
        "that",
        "whether",
        "in",
        "on",
        "at",
        "by",
        "with",
        "for",
        "from",
        "under",
        "amid",
        "among",
    ]
)
_BEHIND = frozenset({".", ",", "!", "?", ";"})
_AFTERWARDS = frozenset(
    [
        "in",
        "at",
        "on",
        "to",
        "from",
        "during",
        "before",
        "after",
        "through",
        "via",
        "by",
        "as",
        "late",
        "early",
        "yesterday",
        "today",
        "over",
        "when",
        "while",
    ]
)
_IRREGULAR = {
    "swore": "swear",
    "said": "say",
    "wrote": "write",
    "thought": "think",
    "felt": "feel",
    "wept": "weep",
}
# What is written or done by others too where somebody stands right behind: `..., considered the envoy and his men lost`.
_DOUBTFUL = frozenset(
    [
        "trust",
        "know",
        "understand",
        "decide",
        "suspect",
        "consider",
        "deem",
        "judge",
        "imagine",
        "sense",
        "expect",
        "report",
        "signal",
        "prefer",
    ]
)
_BRIEFLY = frozenset(
    [
        "not",
        "no",
        "yes",
        "never",
        "far",
        "hardly",
        "nonsense",
        "rubbish",
        "quite",
        "wrong",
        "true",
        "untrue",
        "maybe",
        "perhaps",
        "impossible",
    ]
)
# Verbs whose object is whom they are said to or of.
_OF_SOMEBODY = frozenset({"tell", "ask", "accuse", "call", "blame", "see", "hold", "welcome"})
_SHORT = 6  # tokens of such words
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
_SAME = frozenset(["was", "is", "came", "runs", "ran", "comes"])


@lru_cache(maxsize=1)
def _verbs_of_saying() -> tuple[Words, Words, Words]:
    """The verbs that say what stands before them behind their source, those that also stand before it, and those only at the very end."""
    verbs = cues().verbs
    told = verbs["clause"] | (verbs["quote"] & verbs["that"]) | {"celebrate"}
    after = told - verbs["addressed"]
    doing = (verbs["predicate"] | verbs["object"] | verbs["reasoned"]) - verbs["clause"]
    # Those that take whom or what they are about too say what stands before them only where nothing follows.
    return after, after - doing - _DOUBTFUL, (told & (doing | verbs["addressed"])) - _OF_SOMEBODY


class Tails:
    """Finds such clauses in a scene, among the sentences of which nothing is known to be said."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.g = scene, scene.g
        self.after, self.inverted, self.last = _verbs_of_saying()

    def sentence(self, first: int, last: int) -> None:
        """Write down what is said before such a clause in a sentence, from its first token to its last."""
        g, s = self.g, self.scene
        if "," not in g.lower[first + 2 : last]:
            return
        tag, lower = g.tag, g.lower
        finite = [x for x in range(first + 2, last + 1) if tag[x] in _TENSED or lower[x].endswith("ed")]
        telling = [x for x in finite if not self._verbs(x).isdisjoint(self.after)]
        for k in range(last - 1, first + 1, -1):
            if g.lower[k] != "," or s.in_quote[k]:
                continue
            begin, stop = s.segment(k)
            found = self._turned(k, stop) or self._named(k, stop, telling) or self._noun(k, stop)
            if found is None:
                continue
            cue, source, start = found
            self._write(cue, source, (begin, start, stop))
            return

    def _write(self, cue: int, source: Speaker, parts: tuple[int, int, int]) -> None:
        """Write down what stands between the first two of three tokens; the last one ends the clause of saying."""
        g, s = self.g, self.scene
        begin, comma, stop = parts
        verb = next((x for x in range(begin, comma) if g.tag[x] in _FINITE), None)
        verb = begin if g.tag[begin] == "VB" else verb  # `Let them go, was the answer`
        brief = comma - begin < _SHORT and g.lower[begin] in _BRIEFLY  # `Not so, said the envoy`
        if not brief and (
            g.lower[begin] in _OPENING
            or verb is None
            or any(g.tag[x] in _RELATIVE for x in range(begin, verb))
        ):
            return
        if any(s.in_quote[x] for x in range(begin, comma)) or any(
            g.lower[x] == ":" for x in range(begin, comma)
        ):
            return
        span = s.span(begin, comma - 1)
        if span is None or s.is_told(*span):
            return
        for a in s.found:
            if a.cue_token == cue and a.start > g.start[cue]:
                continue
            inside = min(a.end, span[1]) - max(a.start, span[0])
            behind = a.cue is not None and g.start[comma] <= a.cue[0] <= g.start[stop]
            if 2 * inside > span[1] - span[0] or (behind and a.cue_token != cue):
                return
        s.found = [a for a in s.found if a.cue_token != cue]
        s.add(cue, [span], "speech.fronted", speaker=source)

    def _verbs(self, i: int) -> set[str]:
        """What a token can be a past or present form of, also where the parser took it for no verb."""
        word, out = self.g.lower[i], {self.g.lemma[i]}
        if word in _IRREGULAR:
            out.add(_IRREGULAR[word])
        if word.endswith("ed"):
            out |= {word[:-1], word[:-2], word[:-3]}
        if word.endswith("ied"):
            out.add(word[:-3] + "y")
        return out

    def _closed(self, i: int, stop: int) -> bool:
        """Whether a sentence, or the clause of saying in it, ends behind a token: with when, where or to whom it is said."""
        g = self.g
        if i >= stop:
            return True
        if (
            g.lower[i + 1] not in _BEHIND
            and g.lower[i + 1] not in _AFTERWARDS
            and g.tag[i + 1] not in ("RB", "NNP")
        ):
            return False
        who = next(
            (
                x
                for x in range(i + 1, stop)
                if g.lower[x] == ":" or (g.tag[x] in _RELATIVE and "," in g.lower[x - 2 : x])
            ),
            stop,
        )
        return not any(g.tag[x] in _FINITE for x in range(i + 1, who))

    def _turned(self, comma: int, stop: int) -> tuple[int, Speaker, int] | None:
        """`, swore the general`, `, has declared Hollande`."""
        g, s = self.g, self.scene
        i = comma + 1
        if i < stop and g.lower[i] in ("has", "have", "had"):
            i += 1
        if i >= stop:
            return None
        word = g.lower[i]
        past = word.endswith("ed") or word in _IRREGULAR or g.tag[i] in ("VBD", "VBZ")
        verbs = self._verbs(i)
        if not past or not verbs & (self.inverted | self.last) or s.in_quote[i]:
            return None
        last = not verbs & self.inverted
        if (last or verbs & self.scene.cues.verbs["object"]) and self._goes_on(comma, i):
            return None
        if i in s.used and not any(
            a.cue_token == i and a.start > g.start[i] and a.manner != "direct" for a in s.found
        ):
            return None
        for k in range(i + 1, min(i + _NEAR, stop + 1)):
            if g.lower[k] == "-":
                continue
            if g.pos[k] not in _NOMINAL or s.is_mark(k) or g.lower[k] in ("that", "to"):
                return None
            mention = s.mentions.headed(k)
            named = mention.last if mention is not None and mention.first > i else k
            if not s.thinks(k) or g.pos[k] not in ("NOUN", "PROPN", "PRON"):
                continue
            if named < stop and (g.pos[named + 1] in ("NOUN", "PROPN") or g.lower[named + 1] == "-"):
                continue
            if g.lower[min(named + 1, stop)] == "of":
                named = g.right[named + 1]
            closed = named >= stop - 1 if last else self._closed(named, stop)
            return (i, speaker_at(g, s.mentions, k), comma) if closed else None
        return None

    def _goes_on(self, comma: int, i: int) -> bool:
        """Whether a verb may be the next deed of who did the one before: `Beijing broke off the talks, recalled its envoy`."""
        g, s = self.g, self.scene
        first = s.segment(comma)[0]
        verb = next((x for x in range(first, comma) if g.tag[x] in _FINITE), None)
        return verb is not None and g.tag[verb] == "VBD" and any(s.thinks(x) for x in range(first, verb))

    def _named(self, comma: int, stop: int, telling: list[int]) -> tuple[int, Speaker, int] | None:
        """`, the agency certified`, `, a deputy of the party, Ali Said, asserted`."""
        g, s = self.g, self.scene
        behind = range(comma + 2, min(comma + _LONG, stop + 1))
        shown = [x for x in (stop - 1, stop) if self._shows(x, stop)]
        i = next((x for x in (*telling, *shown) if x in behind), None)
        if i is None or i in s.used or s.in_quote[i] or not self._closed(i, stop):
            return None
        if g.dep[i] == "relcl" or any(
            g.lower[x] in ("he", "she", "they", "it", "we", "i") for x in range(comma + 2, i)
        ):
            return None  # `..., a charge he denies`
        if g.tag[i] == "VBN" and (
            g.dep[i] == "amod" or g.lower[i - 1] in ("was", "were", "is", "are", "be", "been", "being")
        ):
            return None
        between = range(comma + 1, i)
        if any(
            g.pos[x] not in _NOMINAL or g.lower[x] in _OPENING - {"in", "on", "at", "for", "from", "and"}
            for x in between
        ):
            return None
        heads = [x for x in between if g.pos[x] in ("NOUN", "PROPN", "PRON") and s.thinks(x)]
        if not heads or g.lower[comma + 1] in _OPENING:
            return None
        last = i - 1
        while last > comma and g.pos[last] in ("PUNCT", "ADV"):
            last -= 1
        mention = s.mentions.covering(last)
        head = mention[0].head if mention else (last if last in heads else heads[0])
        start = comma
        before = next((x for x in range(comma - 1, s.segment(i)[0], -1) if g.lower[x] == ","), None)
        if before is not None and g.lower[i - 1] == ",":
            title = range(before + 1, comma)
            if all(g.pos[x] in _NOMINAL for x in title) and any(
                g.pos[x] == "NOUN" and s.thinks(x) for x in title
            ):
                start = before
        return i, speaker_at(g, s.mentions, head), start

    def _shows(self, x: int, stop: int) -> bool:
        """Whether a verb behind a document at the end was taken for a noun: `..., a new poll shows`."""
        g, cues = self.g, self.scene.cues
        plural = g.tag[x] == "NNS" and g.lower[x] == g.lemma[x] + "s"
        shown = plural and x >= stop - 1 and cues.takes("evidence", g.lemma[x])
        return shown and g.lemma[x - 1] in cues.documents

    def _noun(self, comma: int, stop: int) -> tuple[int, Speaker, int] | None:
        """`, was the reply from Minsk`, `, came the answer of the ministry`, `, was his advice`."""
        found = word_behind(self.scene, comma + 1, stop)
        return (*found, comma) if found is not None else None


def word_behind(scene: Scene, i: int, stop: int) -> tuple[int, Speaker] | None:
    """The noun that a verb of being or coming gives to what stands before it, and whose it is: `..., was the reply from Minsk`."""
    g = scene.g
    if i > stop or g.lower[i] not in _SAME:
        return None
    nouns = scene.cues.noun_clause | scene.cues.possessed | scene.cues.answers
    for k in range(i + 1, min(i + 7, stop + 1)):
        if g.pos[k] not in _NOMINAL or scene.is_mark(k):
            return None
        if g.pos[k] != "NOUN" or g.lemma[k] not in nouns:
            continue
        owners = (
            *g.all_children(k, "poss"),
            *(o for o in g.prep_objects(k, "from", "of", "by") if scene.thinks(o)),
        )
        owner = next(iter(owners), None)
        if owner is None or not (scene.thinks(owner) or g.lower[owner] in ("his", "her", "its", "their")):
            return None
        return k, speaker_at(g, scene.mentions, owner)
    return None

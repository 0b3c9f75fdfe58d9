"""What stands around an act: the words of its sentence and of those beside it.

Kept for a doc, since many classes ask for the same.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from spacy.tokens import Doc

from dragoman.coding.distractors.parties import OF_STATE
from dragoman.coding.distractors.words import firsts, words
from dragoman.language import Grammar, grammar, layout_of

# So many different words of a field in a sentence make it one about the field.
OF_A_FIELD = 2
PRESENT = frozenset({"VBZ", "VBP"})
# So many governments, bodies and people in office make a story one of politics, if it has no more companies than this share.
_OF_POLITICS = 4
_COMPANIES = 0.5
_RULING = frozenset({"government body", "armed group", "intergovernmental organisation"})


class Surroundings:
    """The words around the acts of one doc."""

    def __init__(self, doc: Doc) -> None:
        self.g: Grammar = grammar(doc)
        self.today: date | None = doc._.today
        self._blocks = [(b.start, b.end) for b in layout_of(doc).blocks]
        self._kept: dict[int, frozenset[str]] = {}
        self._politics = words("shared")["politics"]
        self._of_politics: bool | None = None

    def words_in(self, sentence: int) -> frozenset[str]:
        """The words and phrases of a sentence."""
        kept = self._kept.get(sentence)
        if kept is None:
            kept = self._kept[sentence] = frozenset(self.phrases(range(*self.g.sents[sentence])))
        return kept

    def near(self, i: int) -> set[str]:
        """The words and phrases of the sentence of token `i` and of its neighbours in the paragraph."""
        return set().union(*map(self.words_in, self.beside(self.g.sent[i])))

    def political(self, sentence: int) -> bool:
        """Whether a sentence has a word of politics."""
        return not self._politics.isdisjoint(self.words_in(sentence))

    def politics_near(self, i: int) -> bool:
        """Whether the sentence of token `i` or a neighbour in the paragraph has a word of politics."""
        return any(map(self.political, self.beside(self.g.sent[i])))

    def of_politics(self) -> bool:
        """Whether the story is one of politics: it tells of many in power, and of few companies."""
        if self._of_politics is None:
            told = {a.id: a for m in self.g.doc._.mentions.items for a in m.actors}.values()
            power = [a for a in told if a.office is not None or a.kind in _RULING or a.sector in OF_STATE]
            companies = [a for a in told if a.kind == "company"]
            self._of_politics = len(power) >= max(_OF_POLITICS, len(companies) / _COMPANIES)
        return self._of_politics

    def beside(self, sentence: int) -> list[int]:
        """A sentence and its neighbours in the same paragraph."""
        block = self.block(sentence)
        near = [s for s in (sentence, sentence - 1, sentence + 1) if 0 <= s < len(self.g.sents)]
        return [s for s in near if self.block(s) == block]

    def block(self, sentence: int) -> int:
        """Where the paragraph of a sentence begins."""
        start = self.g.start[self.g.sents[sentence][0]]
        return next((b for b, e in self._blocks if b <= start < e), -1)

    def phrases(self, tokens: range) -> set[str]:
        """Lemmas and words of some tokens, alone, in twos, and in threes around a hyphen, where a phrase begins so."""
        g, beginnings = self.g, firsts()
        out = {*g.lemma[tokens.start : tokens.stop], *g.lower[tokens.start : tokens.stop]}
        for i in tokens:
            if g.lower[i] not in beginnings:
                continue
            if i + 1 < tokens.stop:
                out |= {f"{g.lower[i]} {g.lower[i + 1]}", f"{g.lower[i]} {g.lemma[i + 1]}"}
            if i + 2 < tokens.stop and g.lower[i + 1] == "-":
                out |= {f"{g.lower[i]}-{g.lower[i + 2]}", f"{g.lower[i]}-{g.lemma[i + 2]}"}
        return out

    def abouts(self, way: list[int]) -> list[int]:
        """Words on the way up from an act that say what they are `about`: `a show about the night when guards shot him`."""
        g = self.g
        return [k for below, k in pairwise(way) if g.dep[below] == "prep" and g.lower[below] == "about"]

    def in_present(self, v: int) -> bool:
        """Whether a verb is in the present tense, or an auxiliary of it."""
        g = self.g
        return g.tag[v] in PRESENT or any(g.tag[a] in PRESENT for a in g.auxiliaries(v))

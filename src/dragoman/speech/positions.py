"""Where each party stands: supports, opposes, demands, doubts, read from statements and acts.

A position always has the statement or event that shows it; a plain report gives none.
"""

from __future__ import annotations

from bisect import bisect_left

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.language import layout_of
from dragoman.schema import Position
from dragoman.speech.acts import Acts
from dragoman.speech.judgements import Judgements
from dragoman.speech.noun_stances import NounStances
from dragoman.speech.obligations import Obligations
from dragoman.speech.predicate_stances import PredicateStances
from dragoman.speech.verb_stances import VerbStances
from dragoman.speech.views import Views

if not Doc.has_extension("positions"):
    Doc.set_extension("positions", default=None)

_TELLING = frozenset({"VERB", "AUX", "NOUN", "ADJ"})  # classes of words of stance


class Positions:
    """Positions of one doc."""

    def __init__(self, doc: Doc) -> None:
        views = self.views = Views(doc)
        self.g, self.words = views.g, views.words
        self.judgements = Judgements(views)
        self.verbs = VerbStances(views, self.judgements)
        self.nouns = NounStances(views, self.verbs)
        self.predicates = PredicateStances(views, self.verbs, self.judgements)
        self.obligations = Obligations(views)

    def run(self) -> list[Position]:
        """All positions, in text order."""
        g, views, acts = self.g, self.views, Acts(self.views)
        for event in views.events:
            acts.event(event)
        for block in layout_of(views.doc).blocks:
            if block.kind == "body":
                for i in range(bisect_left(g.start, block.start), bisect_left(g.start, block.end)):
                    if g.pos[i] in _TELLING:
                        self._from_word(i)
        for statement in views.statements:
            if statement.rule == "speech.judgement":
                self.judgements.told(statement)
            elif statement.rule == "speech.told":
                self.obligations.told(statement)
            elif statement.rule == "speech.nominal":
                self.nouns.told(statement)
        self.obligations.take_conditions()
        self.obligations.take_duties()
        self.obligations.take_bans()
        views.settle()
        views.found.sort(key=lambda p: p.evidence)
        return [p.model_copy(update={"id": f"p{k}"}) for k, p in enumerate(views.found, 1)]

    def _from_word(self, i: int) -> None:
        """Stance words and phrases that are no PLOVER act: hopes for, doubts, sees no sense in, is against."""
        g, words = self.g, self.words
        lemma, pos = g.lemma[i], g.pos[i]
        if pos == "VERB" and lemma in words.taking:
            if g.dep[i] not in ("amod", "compound"):
                self.verbs.take(i, lemma)
            elif g.tag[i] == "VBN":
                self.verbs.take_long(i, lemma)
        if pos in ("AUX", "VERB") and lemma == "be":
            self.predicates.of_copula(i)
        elif pos == "NOUN" and lemma in self.nouns.nouns:
            self.nouns.take(i, lemma)
        elif pos == "NOUN" and lemma in words.words["sides"]:
            self.nouns.of_side(i)
        elif (
            (
                g.lower[i] in words.adjectives
                or g.lower[i] in words.words["leanings"]
                or g.lower[i] in words.words["sure"]
            )
            and pos in ("ADJ", "VERB")
            and g.tag[i] in ("JJ", "VBN")
        ):
            self.predicates.of_adjective(i, g.lower[i])


@Language.component(
    "dragoman_positions",
    requires=["doc._.statements", "doc._.events", "doc._.mentions"],
    assigns=["doc._.positions"],
)
def set_positions(doc: Doc) -> Doc:
    """Write `doc._.positions`."""
    doc._.positions = Positions(doc).run()
    return doc

"""The actors component: writes `doc._.mentions`, and adds to `doc._.warnings`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.actors.coreference import Coreference
from dragoman.actors.entries import CALLED_NOW
from dragoman.actors.knowledge import KnowledgeBase, knowledge_base, layered_base
from dragoman.actors.mention import Mentions
from dragoman.actors.resolver import resolve
from dragoman.actors.story import tidy
from dragoman.language import grammar, layout_of

for _name in ("mentions", "warnings"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)


class ActorsComponent:
    """Finds who is referred to, and notes what the knowledge base contradicts."""

    def __init__(self, kb: KnowledgeBase | None = None) -> None:
        self._kb = kb

    @property
    def kb(self) -> KnowledgeBase:
        """The knowledge base in use: the built-in one, or one with layers over it."""
        return self._kb if self._kb is not None else knowledge_base()

    def __call__(self, doc: Doc) -> Doc:
        """Write the mentions and warnings of a doc."""
        return set_mentions(doc, self.kb)


@Language.factory(
    "dragoman_actors",
    requires=["doc._.layout", "token.dep", "token.lemma", "token.pos"],
    assigns=["doc._.mentions", "doc._.warnings"],
    default_config={"actors": []},
)
def create_actors(nlp: Language, name: str, actors: list[str]) -> ActorsComponent:
    """The component; `actors` names files that go over the built-in actors, in any format that can be imported."""
    if not actors:
        return ActorsComponent()  # the built-in base waits for the first doc
    return ActorsComponent(layered_base(actors))


def set_mentions(doc: Doc, kb: KnowledgeBase | None = None) -> Doc:
    """Find who is referred to, and note what the knowledge base contradicts."""
    document = doc._.document
    on = document.day if document is not None else None
    g, layout = grammar(doc), layout_of(doc)
    story, people, nominals = resolve(doc, g, layout, kb or knowledge_base(), on)
    coreference = Coreference(story, people, nominals, tidy(story.mentions))
    found = coreference.run()
    for m in found:
        if any(a.country in CALLED_NOW for a in m.actors):
            m.actors = tuple(
                a.model_copy(update={"country": CALLED_NOW.get(a.country or "", a.country)}) for a in m.actors
            )
    doc._.mentions = Mentions(found, coreference.pairs.between_whom)
    doc._.warnings = [*(doc._.warnings or []), *sorted(story.warnings, key=lambda w: w.span or (0, 0))]
    return doc

"""The actors component: writes `doc._.mentions`, and adds to `doc._.warnings`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.actors.coreference import Coreference
from dragoman.actors.knowledge import knowledge_base
from dragoman.actors.mention import Mentions
from dragoman.actors.resolver import resolve
from dragoman.actors.story import tidy
from dragoman.language import grammar, layout_of

for _name in ("mentions", "warnings"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)


@Language.component(
    "dragoman_actors",
    requires=["doc._.layout", "token.dep", "token.lemma", "token.pos"],
    assigns=["doc._.mentions", "doc._.warnings"],
)
def set_mentions(doc: Doc) -> Doc:
    """Find who is referred to, and note what the knowledge base contradicts."""
    document = doc._.document
    on = None
    if document is not None:
        on = document.published or (document.dateline.date if document.dateline else None)
    g, layout = grammar(doc), layout_of(doc)
    story, people = resolve(doc, g, layout, knowledge_base(), on)
    found = Coreference(story, people, tidy(story.mentions)).run()
    doc._.mentions = Mentions(found)
    doc._.warnings = [*(doc._.warnings or []), *sorted(story.warnings, key=lambda w: w.span or (0, 0))]
    return doc

"""The actors component: writes `doc._.mentions`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.actors.coreference import Coreference
from dragoman.actors.knowledge import knowledge_base
from dragoman.actors.mention import Mentions
from dragoman.actors.resolver import Resolver
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
    resolver = Resolver(doc, g, layout, knowledge_base(), on)
    found = resolver.run()
    later = Coreference(g, layout, found, resolver.people).run()
    replaced = {m.head for m in later if m.via == "nominal"}
    doc._.mentions = Mentions([m for m in found if m.head not in replaced or m.via != "nominal"] + later)
    doc._.warnings = [*(doc._.warnings or []), *resolver.warnings]
    return doc

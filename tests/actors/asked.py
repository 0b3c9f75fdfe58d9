"""What several tests ask of a doc with actors."""

from __future__ import annotations

from spacy.tokens import Doc


def countries(doc: Doc, written: str) -> set[str | None]:
    """The countries of the actors of every mention that ends in a wording."""
    return {
        a.country
        for m in doc._.mentions.items
        if doc.text[m.start : m.end].endswith(written)
        for a in m.actors
    }

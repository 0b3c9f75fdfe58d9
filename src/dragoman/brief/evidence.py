"""Where something was read: what every line of a brief, a dossier and a comparison carries."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from dragoman.schema import Document, Span

__all__ = ["Model", "Quote", "Source"]


class Model(BaseModel):
    """Base of what is prepared for a person: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid")


class Source(Model):
    """The place of some words: a document and offsets into its text."""

    id: str = Field(description="Id of the document.")
    title: str | None = Field(description="Its title.")
    publisher: str | None = Field(description="Who published it.")
    published: str | None = Field(description="The day it was published, else the day that its text bears.")
    url: str | None = Field(description="Its address.")
    span: Span = Field(description="Half-open offsets of the words in its text, in code points.")

    @classmethod
    def of(cls, document: Document, span: Span) -> Source:
        """A place in a document."""
        d = document
        return cls(id=d.id, title=d.title, publisher=d.publisher, published=d.day, url=d.url, span=span)


class Quote(Model):
    """The exact words of a text, with their place."""

    words: str = Field(description="The words, as the text has them.")
    source: Source = Field(description="Document and offsets.")

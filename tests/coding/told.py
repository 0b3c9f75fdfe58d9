"""What a text is coded as, in the notation of the lexicon's examples."""

from __future__ import annotations

from dragoman import Reader
from dragoman.coding.examples import notations


def coded(reader: Reader, text: str, published: str = "2024-05-20") -> list[str]:
    """The acts of a text published on a day, as `GHA SANCTION/expel -> TGO`."""
    return notations(reader.read(text, published=published))

"""What was done: the PLOVER ontology, the lexicon, frames over the parse, and status."""

from dragoman.coding.component import CodingComponent
from dragoman.coding.lexicon import Entry, Lexicon, builtin_lexicon, load_lexicon
from dragoman.coding.ontology import acts, derive_plover

__all__ = ["CodingComponent", "Entry", "Lexicon", "acts", "builtin_lexicon", "derive_plover", "load_lexicon"]

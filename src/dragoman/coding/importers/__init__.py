"""Importers of other coders' verb dictionaries: their patterns as entries of a lexicon, with a report of what is left out."""

from dragoman.coding.importers.layer import Imported, import_dictionaries, write_lexicon

__all__ = ["Imported", "import_dictionaries", "write_lexicon"]

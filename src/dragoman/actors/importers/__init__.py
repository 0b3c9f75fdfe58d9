"""Importers of other knowledge about actors, one format a file; a new format is one file and one line here."""

from dragoman.actors.importers.common import Entry, Imported, Importer, Issue
from dragoman.actors.importers.csv import Csv
from dragoman.actors.importers.ftm import Ftm
from dragoman.actors.importers.layer import Layer, write_layer
from dragoman.actors.importers.petrarch import Petrarch

# In the order in which they are asked whether a file is theirs.
IMPORTERS: dict[str, Importer] = {i.name: i for i in (Layer(), Ftm(), Petrarch(), Csv())}

__all__ = ["IMPORTERS", "Entry", "Imported", "Importer", "Issue", "write_layer"]

"""What can go wrong, by how far it reaches.

    DragomanError
    ├── DocumentError     one document is set aside, the others go on
    └── RunError          the run cannot go on
        └── KnowledgeError   a data file says something that cannot be used

Every message says what is wrong, where, and what to do.
"""

from __future__ import annotations

from pathlib import Path


class DragomanError(Exception):
    """Base of all errors that a user can mend."""


class DocumentError(DragomanError):
    """One document could not be read; `where` names it."""

    def __init__(self, where: str, message: str) -> None:
        super().__init__(f"{where}: {message}")
        self.where = where
        self.message = message


class RunError(DragomanError):
    """The run cannot go on."""


class KnowledgeError(RunError):
    """A data file holds something that cannot be used; names file and line."""

    def __init__(self, file: Path | str, line: int | None, message: str) -> None:
        place = f"{Path(file).parent.name}/{Path(file).name}" + (f":{line}" if line else "")
        super().__init__(f"{place}  {message}")
        self.file = str(file)
        self.line = line

"""Quotation marks, of whatever language a text was translated from."""

from __future__ import annotations

from typing import Final

# As characters, for what is stripped and for classes of patterns.
OPENING: Final = '"“«„'
CLOSING: Final = '"”»'
SINGLE_OPENING: Final = "'‘"
SINGLE_CLOSING: Final = "'’"
# As tokens; the parser may write them as two strokes.
DOUBLE: Final = frozenset(OPENING + CLOSING)
SINGLE: Final = frozenset(SINGLE_OPENING + SINGLE_CLOSING)
STROKES: Final = frozenset({"``", "''"})
OPENS: Final = frozenset({*OPENING, "``", "‘"})
CLOSES: Final = frozenset({*CLOSING, "''", "’"})

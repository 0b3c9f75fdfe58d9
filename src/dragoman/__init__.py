"""Dragoman reads the news and keeps a sourced record of diplomacy and conflict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.19.0"
__all__ = ["Comparison", "Document", "Reader", "Reading", "__version__", "compare", "read"]

if TYPE_CHECKING:
    from dragoman.brief.compare import Comparison, compare
    from dragoman.reader import Reader, read
    from dragoman.schema import Document, Reading

_HOME = {
    "Comparison": "dragoman.brief.compare",
    "compare": "dragoman.brief.compare",
    "Document": "dragoman.schema",
    "Reading": "dragoman.schema",
    "Reader": "dragoman.reader",
    "read": "dragoman.reader",
}


def __getattr__(name: str) -> Any:
    """Import the public names on first use, so that `import dragoman` stays light."""
    if name in _HOME:
        import importlib  # noqa: PLC0415

        return getattr(importlib.import_module(_HOME[name]), name)
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")

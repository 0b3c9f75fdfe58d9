"""Who: the knowledge base, matching, roles, offices by date, coreference."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.actors.component import set_mentions
    from dragoman.actors.knowledge import KnowledgeBase, knowledge_base
    from dragoman.actors.mention import ActorMention, Mentions

__all__ = ["ActorMention", "KnowledgeBase", "Mentions", "knowledge_base", "set_mentions"]

_HOME = {
    "ActorMention": "mention",
    "KnowledgeBase": "knowledge",
    "Mentions": "mention",
    "knowledge_base": "knowledge",
    "set_mentions": "component",
}


def __getattr__(name: str) -> Any:
    """Import the public names on first use: looking somebody up, or importing a dictionary, needs no spaCy."""
    if name in _HOME:
        import importlib  # noqa: PLC0415

        return getattr(importlib.import_module(f"{__name__}.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

"""Who: the knowledge base, matching, roles, offices by date, coreference."""

from dragoman.actors.component import set_mentions
from dragoman.actors.knowledge import KnowledgeBase, knowledge_base
from dragoman.actors.mention import ActorMention, Mentions

__all__ = ["ActorMention", "KnowledgeBase", "Mentions", "knowledge_base", "set_mentions"]

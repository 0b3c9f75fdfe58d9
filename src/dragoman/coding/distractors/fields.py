"""Fields of life far from politics, by the words of the sentence: science, music, kitchen, travel, people of fame."""

from __future__ import annotations

from dragoman.coding.coded import Coded
from dragoman.coding.distractors.parties import slight
from dragoman.coding.distractors.surroundings import OF_A_FIELD, PRESENT, Surroundings
from dragoman.coding.distractors.words import Classes, words


class Fields:
    """The field that the sentence of an act is about."""

    def __init__(self, around: Surroundings) -> None:
        self.around, self.g, self.signs = around, around.g, words("signs")

    def why(self, one: Coded) -> str | None:
        """The field, in words, whoever acts, by one sure word of it or two that often are; else `None`."""
        found = self.around.words_in(self.g.sent[one.trigger])
        if sure := found & self.signs["elsewhere"]:
            return f"it is told of what {min(sure)!r} names"
        return _told_of(words("fields"), found)

    def habit(self, one: Coded) -> str | None:
        """The field, in words, told of in the present or of people of fame, in which nobody of office acts; else `None`."""
        sentence = self.g.sent[one.trigger]
        if not all(slight(f) for f in one.everybody) or self.around.political(sentence):
            return None
        found = self.around.words_in(sentence)
        if len(found & self.signs["gossip"]) >= OF_A_FIELD:
            return "it is told of people of fame"
        t = one.carrier if one.carrier is not None else one.trigger
        return _told_of(words("habits"), found) if self.g.tag[t] in PRESENT else None


def _told_of(fields: Classes, found: frozenset[str]) -> str | None:
    """The first of some fields of which a sentence has enough words, as a reason."""
    name = next((name for name, own in fields.items() if len(found & own) >= OF_A_FIELD), None)
    return None if name is None else f"it is told of {name}"

"""What is told in a quotation: colour, claims and promises of a speaker, seldom an event.

A quotation in running text is kept as a statement with the positions in it. An act in it is an event where the speaker
does it by speaking: `we call on both sides to disarm`, `I condemn it`, a threat, a refusal of what politics asks for.
The turns of a briefing or an interview are the text itself and are read as such.
"""

from __future__ import annotations

from typing import Final

from dragoman.coding.coded import Coded
from dragoman.coding.participants import Participants, nouns
from dragoman.language import Grammar
from dragoman.schema import Statement

# Refusals of what somebody asks for, whoever that is: `no apology will be made`.
_POINTED: Final = frozenset({"meet", "yield"})
_BY_SPEAKING: Final = frozenset({"REQUEST", "ACCUSE", "SUPPORT"})
_SPEAKING: Final = frozenset({"VBP", "VBZ", "VBG"})


def only_quoted(g: Grammar, people: Participants, one: Coded) -> bool:
    """Whether an act is told only in words quoted in running text, and not done by saying them."""
    said = people.statement_at(g.start[one.trigger])
    if said is None or said.manner != "direct" or said.rule == "speech.turn" or one.act == "THREATEN":
        return False
    if one.act == "REJECT":
        pointed = bool(one.recipients) or one.mode in _POINTED or g.lemma[one.trigger] in nouns()["refused"]
        return not pointed or one.status.status != "actual"
    return not (_reproach(one, said) or _done_by_saying(g, one, said))


def _reproach(one: Coded, said: Statement) -> bool:
    """Whether the speaker reproaches another by these words, whatever their tense: `"Chad was ungrateful," the envoy said`."""
    if one.act != "ACCUSE" or one.status.status != "actual" or said.speaker is None or not one.recipients:
        return False
    return any(f.actor.id == said.speaker.id for f in one.actors)


def _done_by_saying(g: Grammar, one: Coded, said: Statement) -> bool:
    """Whether the speaker does it by these words: `we urge all sides to calm this down`, `Mali condemns these remarks`."""
    v = one.trigger if one.carrier is None else one.carrier
    if one.act not in _BY_SPEAKING or one.status.status != "actual":
        return False
    subjects = g.subjects(v)
    if any(not any(a <= g.start[s] < b for a, b in said.content) for s in subjects):
        return True  # "the members `unequivocally condemned` it"
    if g.tag[v] not in _SPEAKING:
        return False
    home = said.speaker.country if said.speaker is not None else None
    first_person = any(g.lower[s] in ("i", "we") for s in subjects)
    return first_person or home is None or any(f.actor.country == home for f in one.actors)

"""What reads like an act but is none: sport, fiction, forces of nature, history of centuries ago.

The words are in `data/distractors.yml` (and `data/oddities.yml`). An act is looked at once it is coded, so that
sentences without one cost nothing.
"""

from __future__ import annotations

from spacy.tokens import Doc

from dragoman.coding.coded import Coded
from dragoman.coding.distractors.business import Business
from dragoman.coding.distractors.commoners import Commoners
from dragoman.coding.distractors.crimes import Crimes
from dragoman.coding.distractors.customs import Customs
from dragoman.coding.distractors.fiction import Fiction
from dragoman.coding.distractors.fields import Fields
from dragoman.coding.distractors.history import History
from dragoman.coding.distractors.memories import Memories
from dragoman.coding.distractors.mishaps import Mishaps
from dragoman.coding.distractors.oddities import Oddities
from dragoman.coding.distractors.opinions import Opinions
from dragoman.coding.distractors.sport import Sport
from dragoman.coding.distractors.surroundings import Surroundings
from dragoman.schema import Time


class Distractors:
    """Says of the acts coded in one doc whether they are none."""

    def __init__(self, doc: Doc) -> None:
        around = Surroundings(doc)
        self.mishaps = Mishaps(around)
        self.history = History(around)
        self.crimes = Crimes(around)
        self.memories = Memories(around)
        self.sport = Sport(around)
        self.opinions = Opinions(around)
        self.business = Business(around)
        self.customs = Customs(around)
        self.commoners = Commoners(around)
        self.fiction = Fiction(around)
        self.fields = Fields(around)
        self.oddities = Oddities(around)

    def why(self, one: Coded, time: Time | None) -> str | None:
        """The class of distractors that an act belongs to, in words; `None` for an act."""
        return (
            self.mishaps.why(one)
            or self.history.why(one, time)
            or self.crimes.why(one)
            or self.memories.why(one, time)
            or self.sport.why(one)
            or self.opinions.why(one)
            or self.business.why(one)
            or self.customs.why(one)
            or self.commoners.why(one)
            or self.fiction.why(one)
            or self.fields.why(one)
            or self.business.measured(one)
            or self.fields.habit(one)
            or self.oddities.why(one)
        )

"""When and where an act was: its own time and place, those it shares with what is told beside it, the tale's."""

from dragoman.coding.setting.narrative import HISTORY, Narrative
from dragoman.coding.setting.when import time_of
from dragoman.coding.setting.where import place_of

__all__ = ["HISTORY", "Narrative", "place_of", "time_of"]

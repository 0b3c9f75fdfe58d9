"""What was said: statements with source, cue and content, and where each party stands."""

from dragoman.speech.attribution import Attribution
from dragoman.speech.component import set_statements
from dragoman.speech.cues import Cues, cues
from dragoman.speech.positions import Positions, set_positions
from dragoman.speech.scene import Attributed
from dragoman.speech.stances import Stances, issue_of, stances

__all__ = [
    "Attributed",
    "Attribution",
    "Cues",
    "Positions",
    "Stances",
    "cues",
    "issue_of",
    "set_positions",
    "set_statements",
    "stances",
]

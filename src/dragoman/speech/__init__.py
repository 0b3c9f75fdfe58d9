"""What was said: statements with source, cue and content, and where each party stands."""

from dragoman.speech.attribution import Attribution
from dragoman.speech.component import set_statements
from dragoman.speech.cues import Cues, cues
from dragoman.speech.positions import Positions, Stances, issue_of, set_positions, stances
from dragoman.speech.scene import Attributed

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

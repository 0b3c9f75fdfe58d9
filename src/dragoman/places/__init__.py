"""Where: the gazetteer and the resolution of place names."""

from dragoman.places.component import PlaceMention, set_places
from dragoman.places.gazetteer import gazetteer

__all__ = ["PlaceMention", "gazetteer", "set_places"]

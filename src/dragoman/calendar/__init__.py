"""When: temporal expressions to intervals with precision."""

from dragoman.calendar.component import TimeMention, set_times
from dragoman.calendar.expressions import Expression, find_times

__all__ = ["Expression", "TimeMention", "find_times", "set_times"]

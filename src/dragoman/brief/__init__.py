"""What a person needs before a meeting: where two parties stand, issue by issue, with sources.

The function itself is `dragoman.compare`, at home in `dragoman.brief.compare`.
"""

from dragoman.brief.compare import Comparison, Row, View
from dragoman.brief.parties import Party, resolve_party

__all__ = ["Comparison", "Party", "Row", "View", "resolve_party"]

"""An event finds the time of its own clause, or of the clause that it is coordinated with."""

from __future__ import annotations

import pytest

from dragoman import Document, Reader


@pytest.mark.parametrize(
    ("text", "trigger", "start"),
    [
        (
            "On Monday police raided the party's offices in Harare and took away about 60 people.",
            "took",
            "2008-06-23",
        ),
        (
            "Rebels attacked Freetown in January 1999 and killed thousands of civilians.",
            "killed",
            "1999-01-01",
        ),
        ("The ministers of France and Germany met in Vientiane on the 25th.", "met", "2008-06-25"),
        ("France and Germany met in Rome, unlike in April.", "met", None),
    ],
)
def test_time_of_a_clause(text: str, trigger: str, start: str | None) -> None:
    reading = Reader().read(Document(id="x", text=text, published="2008-06-26"))
    (event,) = (e for e in reading.events if text[e.trigger[0] : e.trigger[1]] == trigger)
    assert (event.time.start if event.time else None) == start

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


@pytest.mark.parametrize(
    ("text", "start"),
    [
        # The author of a deed has done it, whatever is yet to be done to him.
        ("Soldiers came to demolish the house of the author of an attack in April.", "2008-04-01"),
        ("Judges will hear the victims of the bombing in May.", "2008-05-01"),
        ("Ministers will meet in April.", "2009-04-01"),
        ("They came to prepare an attack in April.", "2009-04-01"),
        # What is called after a season is no time.
        ("Three men were killed in the summer capital of the state.", None),
        ("She trained for the race in the winter house of the king.", None),
        ("Three men were killed in the summer.", "2008-06-01"),
    ],
)
def test_months_of_deeds_and_seasons_of_houses(reader: Reader, text: str, start: str | None) -> None:
    times = reader.analyse(Document(id="x", text=text, published="2008-06-26"))._.times
    assert [t.time.start for t in times] == ([start] if start is not None else [])

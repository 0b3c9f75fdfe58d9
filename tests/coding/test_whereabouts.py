"""Where an act was that its own clause does not tell: a frame, a tale that goes on, the dateline."""

from __future__ import annotations

import pytest

from dragoman import Document, Reader
from dragoman.schema import Event


def _place(reader: Reader, text: str, word: str) -> str | None:
    reading = reader.read(Document(text=text, published="2016-10-14"))
    event: Event = next(e for e in reading.events if text[slice(*e.trigger)].startswith(word))
    return event.place.name if event.place is not None else None


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        # A place that opens a sentence holds for the next ones.
        (
            "In Nairobi, crowds burned flags on Monday. The police chief urged them to go home.",
            "urged",
            "Nairobi",
        ),
        ("In Lima, the Senate condemned the coup. Chile and Brazil voted against the text.", "voted", "Lima"),
        # ... but what only stands in a place does not, nor where another place is told.
        (
            "The consulate in Basel will not reopen. In April Russia expelled ten Swiss diplomats.",
            "expelled",
            None,
        ),
        # Those who met go on where they were, and so does a body.
        ("Kerry met Lavrov in Astana on Monday. He urged Moscow to stop the raids.", "urged", "Astana"),
        ("Rebels attacked Aleppo on Monday and Turkey arrested 60 Kurds.", "arrested", None),
        # `Here` is the place of the dateline, but not in what somebody says.
        (
            "MUNICH, Oct 13 - Iran and Japan agreed here on Thursday to exchange prisoners.",
            "agreed",
            "Munich",
        ),
        # The first sentences of a dated text are there where they tell of people of its state.
        ("KAMPALA, Oct 14 - Students marched on Thursday against the new law.", "marched", "Kampala"),
        ("NAIROBI, Oct 14 - France condemned Russia on Thursday.", "condemned", None),
    ],
)
def test_what_is_told_beside_a_place(reader: Reader, text: str, word: str, place: str | None) -> None:
    assert _place(reader, text, word) == place

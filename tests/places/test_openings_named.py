"""Cities that open a sentence, and towns that bear a capital's name."""

from __future__ import annotations

import pytest

from dragoman.reader import Reader


@pytest.mark.parametrize(
    ("text", "cue", "place"),
    [
        ("From San Jose, President Laura Chinchilla offered refuge to those who flee.", "offered", ("San Jose", "CRI")),
        ("In San Salvador, President Mauricio Funes met the Honduran leader on Monday.", "met", ("San Salvador", "SLV")),
        ("In Sochi Turkey signed a treaty with Russia on Monday.", "signed", ("Sochi", "RUS")),
        ("Libya is at war. In Tripoli, the second city of Lebanon, protesters clashed with soldiers.", "clashed", ("Tripoli", "LBN")),
        ("Libya is at war. In Tripoli, the port city, protesters clashed with soldiers.", "clashed", ("Tripoli", "LBY")),
        ("In Doha the emir received an envoy. Cameroonian border guards disarmed 50 deserters.", "disarmed", (None, None)),
    ],
)  # fmt: skip
def test_places_that_open_a_sentence(
    reader: Reader, text: str, cue: str, place: tuple[str | None, str | None]
) -> None:
    at = text.index(cue)
    event = next(
        e for e in reader.read(text, published="2012-05-01").events if e.trigger[0] <= at < e.trigger[1]
    )
    assert ((event.place.name, event.place.country) if event.place is not None else (None, None)) == place

"""Which country those are of whom only the place, the neighbour or the kind of land tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Countries = dict[str, str | None]


def _countries(doc: Doc, wording: str) -> str | None:
    """The country of who is meant by a wording, several joined by `+`."""
    start = doc.text.index(wording)
    end = start + len(wording)
    found = [m for m in doc._.mentions.items if m.start < end and start < m.end]
    best = max(
        found, key=lambda m: min(m.end, end) - max(m.start, start) - (m.end - m.start) / 100, default=None
    )
    same = [m for m in found if best is not None and (m.start, m.end) == (best.start, best.end)]
    codes = {a.country for m in same for a in m.actors if a.country}
    return "+".join(sorted(codes)) or None


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Fighting spread across Mozambique. In Palma, insurgents killed two villagers.", {"insurgents": "MOZ", "villagers": "MOZ"}),
        ("Thailand closed a crossing with Myanmar. In Myawaddy, soldiers burned three houses.", {"soldiers": "MMR"}),
        ("The Philippine president flew to Jakarta. On Basilan, militants ransacked a church.", {"militants": "PHL"}),
        ("The Armenian premier flew to Paris. Residents of Goris blocked the highway.", {"Residents": "ARM"}),
        # A town of a state that the text does not tell of says nothing, nor does a name that is somebody's.
        ("Kenya denied the charge. In Rishton, residents fled.", {"residents": "KEN"}),
        ("Georgia and Russia are at odds. Before the talks of Ivanov, soldiers crossed into Georgia.", {"soldiers": "GEO"}),
        ("Pakistani officials flew to Delhi. In Kashmir, militants attacked a convoy. India protested.", {"Pakistani officials": "PAK"}),
    ],
)  # fmt: skip
def test_those_in_a_town_are_of_its_state(read: Callable[..., Doc], text: str, countries: Countries) -> None:
    doc = read(text, "2012-06-01")
    assert {w: _countries(doc, w) for w in countries} == countries

"""What is asked for in passing: `met at the request of Kuwait`; what somebody is given, in the passive and for a time."""

from __future__ import annotations

import pytest

from dragoman import Document, Reader


def _told(reader: Reader, text: str, act: str) -> list[tuple[list[str], list[str]]]:
    events = reader.read(Document(text=text, published="2021-05-05")).events
    return [([a.name for a in e.actors], [a.name for a in e.recipients]) for e in events if e.act == act]


@pytest.mark.parametrize(
    ("text", "act", "who", "whom"),
    [
        ("The Arab League will meet on Thursday at the request of Kuwait.", "REQUEST", "Kuwait", "Arab League"),
        ("At Norway's request, the Security Council held an emergency session.", "REQUEST", "Norway", "UN Security Council"),
        ("Following a request by Mozambique, Rwanda sent 1,000 soldiers there.", "REQUEST", "Mozambique", "Rwanda"),
        ("Poland closed the consulate at the request of Washington.", "REQUEST", "United States", "Poland"),
        ("Anwar Ibrahim flew to Tokyo at the invitation of Fumio Kishida.", "AGREE", "Fumio Kishida", "Anwar Ibrahim"),
        ("Somalia was given drones by Turkey.", "AID", "Turkey", "Somalia"),
        ("Nepal was promised help by India.", "AGREE", "India", "Nepal"),
        ("Ghana gave Togo ten days to free the pilots.", "REQUEST", "Ghana", "Togo"),
        ("Norway stands ready, with its partners, to support Sudan.", "AGREE", "Norway", "Sudan"),
    ],
)  # fmt: skip
def test_who_asked_or_gave(reader: Reader, text: str, act: str, who: str, whom: str) -> None:
    assert ([who], [whom]) in _told(reader, text, act)


@pytest.mark.parametrize(
    "text",
    [
        "The envoy of Chad was moved at his own request.",
        "Under the treaty, French troops can be sent only at the request of Mali.",
        "The Peruvian singer performed at the request of fans in Lima.",
        "Chad's order is available on request.",
    ],
)
def test_nobody_asked(reader: Reader, text: str) -> None:
    assert _told(reader, text, "REQUEST") == []


def test_a_request_is_before_what_is_done_for_it(reader: Reader) -> None:
    """`will meet on Thursday at the request of Kuwait`: Kuwait asked before Thursday."""
    text = "The Arab League will meet on Thursday at the request of Kuwait."
    events = reader.read(Document(text=text, published="2021-05-05")).events
    asked = next(e for e in events if e.act == "REQUEST")
    assert (asked.status, asked.time) == ("actual", None)

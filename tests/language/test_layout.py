from __future__ import annotations

import pytest

from dragoman.language import lay_out, load_parser

ARTICLE = """Envoys meet in Vienna

VIENNA, Nov 24 (Agency) - Envoys met on Tuesday.

See also

Another story of that day

Background

The talks began in 2013.
"""


def test_blocks() -> None:
    layout = lay_out(ARTICLE)
    assert [b.kind for b in layout.blocks] == ["title", "body", "label", "related", "heading", "body"]
    assert [r.title for r in layout.related] == ["Another story of that day"]
    assert layout.title == "Envoys meet in Vienna"


@pytest.mark.parametrize(
    ("line", "place", "date"),
    [
        ("MOSCOW, December 15. The minister spoke.", "MOSCOW", "December 15"),
        ("GENEVA, Nov 24 (Agency) - Talks began.", "GENEVA", "Nov 24"),
        ("Beijing, 5 March /Agency/ -- China said.", "Beijing", "5 March"),
        ("KABUL (Agency) - Rebels attacked.", "KABUL", None),
        ("KHARTOUM Dec 10 Sudan and Chad spoke.", "KHARTOUM", "Dec 10"),
        ("NEW DELHI, JULY 5: India protested.", "NEW DELHI", "JULY 5"),
        ("YEREVAN, April 9, AGENCY. The president spoke.", "YEREVAN", "April 9"),
        ("Kabul [Afghanistan], January 4 (Agency): Rebels attacked.", "Kabul", "January 4"),
        ("New York [US], May 2 (Agency) The council met.", "New York", "May 2"),
        ("Tirana (Albania), November 8 (Agency) Police said.", "Tirana", "November 8"),
        ("ISLAMABAD: The prime minister left for Doha.", "ISLAMABAD", None),
        ("Colombo: The Indian naval chief arrived on Friday for talks with the president.", "Colombo", None),
    ],
)
def test_dateline(line: str, place: str, date: str | None) -> None:
    text = f"A title\n\n{line}"
    layout = lay_out(text)
    assert layout.dateline_place is not None
    assert text[slice(*layout.dateline_place)] == place
    found = text[slice(*layout.dateline_date)] if layout.dateline_date else None
    assert found == date


@pytest.mark.parametrize(
    "line",
    [
        "SECRETARY KERRY: Thank you.",
        "KERRY: Thank you.\n\nQUESTION: Why?",
        "Tripoli: We shall see.",  # too short to be told
        "Lukashenko: We shall not open the border before our lorries are let through again.",
        "Tehran: We shall not give up our right to enrich uranium in our own land.\nParis: Iran has to give its answer by Friday.",
    ],
)
def test_who_speaks_is_no_dateline(line: str) -> None:
    assert lay_out(f"A title\n\n{line}").dateline_span is None


def test_a_sentence_is_no_dateline() -> None:
    assert lay_out("A title\n\nPutin met Xi on Monday. They spoke.").dateline_span is None


def test_no_sentence_begins_with_a_small_letter_behind_a_word() -> None:
    doc = load_parser()("The two ministers signed the accord on trade in the Omani\ncapital after talks.")
    assert [s.text.split()[0] for s in doc.sents] == ["The"]

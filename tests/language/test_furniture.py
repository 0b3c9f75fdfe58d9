from __future__ import annotations

import pytest

from dragoman import Reader
from dragoman.language import lay_out
from dragoman.language.furniture import is_furniture, story_end

FIRST = "Peru's foreign minister received the Chilean ambassador in Lima on Tuesday, the ministry said."
SECOND = "The ambassador handed over a note on the fishing grounds that both states claim, she added."


@pytest.mark.parametrize(
    "line",
    [
        "Skip to main content", "Share on Facebook", "Tweet", "Email Print", "Home > World > Asia", "News | World", "#World News", "XS",
        "5 min read", "12 Comments", "© Agency / A. Photographer / Pool (from left to right), the two presidents", "Image caption, The palace",
        "Reporting by Ann Lee; Editing by Bob Ray", "Last updated: 10:30 GMT", "Tags: Peru, Chile", "Sources: A Daily, B Radio",
        "Some information for this report was provided by an agency.", "Follow us on Twitter", "ADVERTISEMENT",
    ],
)  # fmt: skip
def test_a_line_of_the_page(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        FIRST, "Share prices in Lima fell.", "Peru", "Follow the money", "Print workers strike in Lima", "Photo shows soldiers at the border",
        "Twitter banned by Turkey", "The two ministers will share the results of the talks by email.", "Live fire drill begins off Taiwan",
        "Source close to the talks sees progress", "China > Japan in trade, says minister", "EU", "Updated plan for Cyprus handed over",
    ],
)  # fmt: skip
def test_a_line_of_the_story(line: str) -> None:
    assert not is_furniture(line)


def test_what_follows_the_story() -> None:
    assert story_end([FIRST, SECOND, "Leave a Reply", "Army shells town"]) == 2
    assert story_end(["Most read", FIRST, SECOND]) == 3, "a menu above the story ends nothing"
    assert story_end([FIRST, "More from the two ministers was expected after the talks in Lima, " * 3]) == 2


def test_a_page_saved_with_all_around_it() -> None:
    text = (
        "Skip to content\n\nBreaking News\n\nPeru receives envoy\n\nBy Staff | 12 March 2004 | 2:55 am\n\n1 Min Read\n\n"
        f"LIMA (Agency) - {FIRST}\n\n{SECOND}\n\nReporting by Ann Lee\n\nMore from Americas\n\n"
        "Army shells town as talks fail\n\nColombian soldiers attacked rebels in the south of the country on Monday, police said."
    )
    layout = lay_out(text)
    assert layout.title == "Peru receives envoy"
    assert text[slice(*layout.dated or (0, 0))] == "12 March 2004"
    assert text[slice(*layout.dateline_place or (0, 0))] == "LIMA"
    assert [text[b.start : b.end] for b in layout.blocks if b.kind == "body"] == [
        f"LIMA (Agency) - {FIRST}",
        SECOND,
    ]


def test_the_dateline_below_a_caption(reader: Reader) -> None:
    text = (
        "Ministers discuss fishing\n\nThe two ministers, in a picture of last year, stand before the palace of Lima.\n\n"
        "LIMA, March 12 (Agency) - Chilean Foreign Minister Soledad Alvear and her Peruvian counterpart discussed fishing on Friday."
    )
    (event,) = reader.read(text, published="2004-03-12").events
    assert {p.country for p in (*event.actors, *event.recipients)} == {"CHL", "PER"}
    assert all(p.name != "Peru" for p in event.actors)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("By AFP   |   22 January 2015   |   2:55 am", "22 January 2015"),
        ("September 10, 2016 / 9:41 AM / 2 years ago", "September 10, 2016"),
        ("Ann Lee | March 12, 2004 | 3 min read", "March 12, 2004"),
        ("Last Updated: Monday, 29 October 2007, 02:30 GMT", "29 October 2007"),
    ],
)
def test_a_line_with_the_day_and_who_wrote(line: str, day: str) -> None:
    text = f"Ministers discuss fishing\n\n{line}\n\n{FIRST}\n\n{SECOND}"
    layout = lay_out(text)
    assert text[slice(*layout.dated or (0, 0))] == day
    assert layout.title == "Ministers discuss fishing"
    assert layout.dateline_place is None

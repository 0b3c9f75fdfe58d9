from __future__ import annotations

import pytest

from dragoman.language import lay_out

BODY = "The two ministers met in Lima and agreed to meet again in the autumn."


@pytest.mark.parametrize(
    ("head", "day", "title"),
    [
        ("Talks end in Lima\n\nBy a staff writer\n\n12 March 2004", "12 March 2004", "Talks end in Lima"),
        ("Talks end in Lima\nLima, 12 March 2004", "12 March 2004", "Talks end in Lima"),
        ("Talks end in Lima\n2004-03-12", "2004-03-12", "Talks end in Lima"),
        ("Talks end in Lima\nPublished: Friday, March 12, 2004 10:30 GMT", "March 12, 2004", "Talks end in Lima"),
        ("Talks end in Lima\n12 March 2004\nThe ministers will meet again", "12 March 2004", "Talks end in Lima"),
        (
            "MINISTRY OF FOREIGN AFFAIRS\nPress Service\nLima (Peru), 12 March 2004\n\nMinisters end talks on fishing",
            "12 March 2004", "Ministers end talks on fishing",
        ),
        (
            "DEPARTMENT OF STATE\nOffice of the Spokesman\nWashington, D.C.\nFor Immediate Release\nMarch 12, 2004\n\nTALKS ON FISHING",
            "March 12, 2004", "TALKS ON FISHING",
        ),
        ("EMBASSY OF PERU\nPRESS RELEASE No. 14\nTalks on fishing end", None, "Talks on fishing end"),
        ("Ministry denies attack\nTalks on fishing end", None, "Ministry denies attack"),
        ("Talks end in Lima", None, "Talks end in Lima"),
        ("# Talks end in Lima", None, "Talks end in Lima"),
    ],
)  # fmt: skip
def test_the_head_of_a_text(head: str, day: str | None, title: str) -> None:
    text = f"{head}\n\n{BODY}\n\n{BODY}"
    layout = lay_out(text)
    assert layout.title == title
    assert (text[slice(*layout.dated)] if layout.dated else None) == day
    assert [b.kind for b in layout.blocks][-2:] == ["body", "body"]


def test_a_day_in_the_story_is_none_of_its_head() -> None:
    layout = lay_out(f"Talks end in Lima\n\n{BODY}\n\n12 March 2004\n\n{BODY}")
    assert layout.dated is None


def test_the_place_of_a_day_is_a_dateline() -> None:
    text = f"Talks end in Lima\n\nGeneva, 12 March 2004\n\n{BODY}"
    layout = lay_out(text)
    assert layout.dateline_place is not None
    assert text[slice(*layout.dateline_place)] == "Geneva"
    assert layout.dated == layout.dateline_date

"""What the head of a text sums up has the day and the spot that its next sentences tell, and only those of the same happening."""

from __future__ import annotations

import pytest

from dragoman import Reader
from dragoman.schema import Event

PUBLISHED = "2016-10-14"  # a Friday


def _event(reader: Reader, text: str, word: str) -> Event:
    return next(
        e for e in reader.read(text, published=PUBLISHED).events if text[e.trigger[0] :].startswith(word)
    )


def _told(event: Event) -> tuple[str | None, str | None]:
    return event.time.start if event.time else None, event.place.name if event.place else None


@pytest.mark.parametrize(
    ("text", "word", "day", "place"),
    [
        # The happening as a noun, with what is told beside it or by its verb.
        ("Gunmen killed six farmers in northern Mali, a mayor said.\n\nThursday's attack on the town of Mopti left a market in ashes.", "killed", "2016-10-13", "Mopti"),
        ("Rebels killed four Ugandan soldiers.\n\nThe ambush took place on Wednesday near Gulu.", "killed", "2016-10-12", "Gulu"),
        ("Guerrillas killed five Colombian policemen, the army said.\n\nThe clash occurred on Wednesday when they raided a post in Popayan.", "killed", "2016-10-12", "Popayan"),
        ("Nine people died in a clash between Chadian soldiers and rebels.\n\nThe incident, which occurred in Abeche on Thursday, was the third.", "died", "2016-10-13", "Abeche"),
        # What those did who had done it, or the deed told again.
        ("A suicide bomber killed nine people in eastern Afghanistan, officials said.\n\nThe bomber blew up his car in Jalalabad on Thursday.", "killed", "2016-10-13", "Jalalabad"),
        ("Militants have stormed a village in northern Nigeria, killing ten people.\n\nThe militants arrived in Bama on Wednesday, a farmer said.", "stormed", "2016-10-12", "Bama"),
        ("Troops killed nine rebels in southern Senegal.\n\nThe army said its troops shot the rebels in Ziguinchor on Thursday.", "killed", "2016-10-13", "Ziguinchor"),
    ],
)  # fmt: skip
def test_what_is_told_in_full(
    reader: Reader, text: str, word: str, day: str | None, place: str | None
) -> None:
    assert _told(_event(reader, text, word)) == (day, place)


@pytest.mark.parametrize(
    ("text", "word", "day", "place"),
    [
        # Another happening.
        ("Gunmen killed six farmers in northern Mali.\n\nA similar attack took place on Monday in Gao.", "killed", None, "Mali"),
        ("Gunmen killed six farmers in northern Mali.\n\nThe previous attack took place on Wednesday in Gao.", "killed", None, "Mali"),
        # Its day is told: what was on another is told of that.
        ("Gunmen killed six farmers in northern Mali on Thursday.\n\nThe raid in Gao on Tuesday went on for hours.", "killed", "2016-10-13", "Mali"),
        ("Gunmen killed six farmers in northern Mali.\n\nThe raid followed clashes in Gao on Thursday.", "killed", None, "Mali"),
        ("Gunmen killed six farmers in northern Mali.\n\nMalian soldiers killed nine gunmen in Gao twelve days ago.", "killed", None, "Mali"),
        ("Gunmen killed six farmers in northern Mali.\n\nThe gunmen also kidnapped nine women in Gao on Thursday.", "killed", None, "Mali"),
        ("Gunmen killed six farmers in northern Mali.\n\nSome nine women were kidnapped in Gao on Thursday.", "killed", None, "Mali"),
        # Another state, and what came after something elsewhere.
        ("Gunmen killed six farmers in northern Mali.\n\nThe attack was condemned in Niamey.", "killed", None, "Mali"),
        ("Gunmen killed six farmers in northern Mali on Thursday.\n\nThe attack came hours after a bomb in Bamako killed two.", "killed", "2016-10-13", "Mali"),
    ],
)  # fmt: skip
def test_what_is_told_of_another_happening(
    reader: Reader, text: str, word: str, day: str | None, place: str | None
) -> None:
    assert _told(_event(reader, text, word)) == (day, place)


@pytest.mark.parametrize(
    ("text", "word", "day", "place"),
    [
        # A day on which it was told is no day of force.
        ("Troops killed nine rebels in southern Senegal, officials said Thursday.\n\nTroops wounded two rebels when they repulsed an attack.", "repulsed", None, "Senegal"),
        # A passive that goes on with others.
        ("A Malian was killed and four wounded on Thursday when troops entered Gao.", "killed", "2016-10-13", "Mali"),
        # What came after something has not its day.
        ("The air strikes in southern Lebanon came after Hezbollah killed three Israeli soldiers on Sunday.", "strikes", None, "Lebanon"),
        ("Police shot dead two Kenyan men less than a week after they killed a judge in Mombasa on October 10.", "shot", "2016-10-11", "Kenya"),
        # Where something was done that two verbs tell.
        ("The army holds Kunduz, where the Taliban last month shot and wounded an Afghan teacher.", "wounded", "2016-09-01", "Kunduz"),
        # The spot right before `where`, and one that is only talked about.
        ("Renzi travelled to Italy from Tirana, where he met the Albanian prime minister, Edi Rama.", "met", None, "Tirana"),
        ("Lavrov spoke with Kerry about the meeting of the ministers in Vienna.", "spoke", None, None),
        # Where the wounded were brought.
        ("Two Kenyan policemen were wounded on Thursday and taken to a hospital in Nairobi.", "wounded", "2016-10-13", "Kenya"),
        ("Two Kenyan policemen were wounded on Thursday at a hospital in Nairobi.", "wounded", "2016-10-13", "Nairobi"),
    ],
)  # fmt: skip
def test_whose_day_and_spot_it_is(
    reader: Reader, text: str, word: str, day: str | None, place: str | None
) -> None:
    assert _told(_event(reader, text, word)) == (day, place)


def test_less_than_a_week_after(reader: Reader) -> None:
    text = "Rebels seized Gao on Thursday, less than a week after they attacked a base of the army of Mali."
    event = _event(reader, text, "attacked")
    assert event.time is not None
    assert (event.time.start, event.time.end) == ("2016-10-07", "2016-10-12")


def test_a_stop_before_another_has_no_day_of_what_was_told(reader: Reader) -> None:
    text = "Merkel met Weah in Monrovia on Thursday. Merkel visited Ghana before she came to Liberia."
    assert _event(reader, text, "visited").time is None

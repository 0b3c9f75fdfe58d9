"""Where acts are: told by what is attacked, by where somebody has come, by a dateline; and where they are not."""

from __future__ import annotations

import pytest

from dragoman.reader import Reader


def _place(reader: Reader, text: str, cue: str) -> str | None:
    at = text.index(cue)
    event = next(
        e
        for e in reader.read(text, published="2012-05-10").events
        if e.trigger[0] < at + len(cue) and at < e.trigger[1]
    )
    return event.place.name if event.place is not None else None


@pytest.mark.parametrize(
    ("text", "cue", "place"),
    [
        ("Rebels attacked the police station of Dungu, in the Haut-Uele province, on Monday.", "attacked", "Dungu"),
        ("Gunmen stormed the barracks of Bamenda in the North-West region on Sunday.", "stormed", "Bamenda"),
        ("Uzbek police opened fire on protesters in Andijan, in the Ferghana Valley.", "opened", "Andijan"),
        ("The Philippine president condemned the bombing after returning to Manila on Thursday.", "condemned", "Manila"),
        ("The Kenyan minister, on his arrival in Kampala, promised to reopen the border.", "promised", "Kampala"),
        ("Students marched through the streets of Lome to the stadium, where police beat them.", "beat", "Lome"),
        ("SUVA, Fiji: Police arrested two opposition leaders on Wednesday.", "arrested", "Suva"),
        ("PESHAWAR: Gunmen shot dead a cleric on Wednesday, police said.", "shot", "Peshawar"),
        ("TABA, Egypt, May 9 - Israeli and Palestinian negotiators met in this Red Sea resort on Tuesday.", "met", "Taba"),
    ],
)  # fmt: skip
def test_where_it_is(reader: Reader, text: str, cue: str, place: str) -> None:
    assert _place(reader, text, cue) == place


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Peru recalled its ambassador in Santiago for consultations.", "recalled"),
        ("Poland recalled its ambassador from Minsk after the verdict.", "recalled"),
        ("The presidents of Ukraine and Moldova met in the Black Sea resort for two days.", "met"),
        ("In Damascus the foreign minister rejected the plan. Moscow praised it.", "praised"),
        ("In Nairobi, the Somali president thanked donors. The African Union called on both sides to stop fighting.", "called"),
    ],
)  # fmt: skip
def test_where_it_is_not(reader: Reader, text: str, cue: str) -> None:
    assert _place(reader, text, cue) is None

"""Days that a text tells elsewhere than beside the act: at the head of its sentence, of its occasion, of its scene."""

from __future__ import annotations

import pytest

from dragoman.reader import Reader

FRIDAY = "2016-10-14"


def _day(reader: Reader, text: str, word: str, published: str = FRIDAY) -> str | None:
    """The day of the act that a word tells."""
    for event in reader.read(text, published=published).events:
        if text[event.trigger[0] :].startswith(word):
            return event.time.start if event.time is not None else None
    raise AssertionError(f"no event at {word!r}")


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        # The day that opens the sentence, whatever the parser hung it on.
        ("On October 3, two days before Peru was to vote, Chile's foreign minister flew to Lima.", "flew", "2016-10-03"),
        ("Egypt recalled its envoy on October 3. The following day Sudan expelled him and demanded that Egypt apologise.", "demanded", "2016-10-04"),
        ("Over lunch on October 3 Kerry warned Lavrov that Russia would face sanctions.", "warned", "2016-10-03"),
        ("Let us recall, October 3 Poland expelled the ambassador of Belarus.", "expelled", "2016-10-03"),
        ("The Council of the Arab League, meeting on Monday in Cairo, condemned Libya.", "condemned", "2016-10-10"),
        # The day of the saying, not of what is to come.
        ("Turkey's foreign minister said on Monday he would visit Baghdad.", "visit", None),
        ("Belgium's foreign minister said Tuesday the king will travel to Kigali.", "travel", None),
        ("Turkey's foreign minister said he would visit Baghdad on Monday.", "visit", "2016-10-17"),
        # What was done when something else has lasted since.
        ("Mugabe has not been seen since Tuesday, when he met Zuma and accused Britain of a plot.", "accused", "2016-10-11"),
    ],
)  # fmt: skip
def test_the_day_at_the_head_of_its_sentence(reader: Reader, text: str, word: str, day: str | None) -> None:
    assert _day(reader, text, word) == day


COUNCIL = """SECURITY COUNCIL DEMANDS END TO FIGHTING IN GEORGIA

New York, 14 October 2016

Appalled by the attack of 3 October, the Security Council this afternoon demanded that all parties leave Gali.

Adopting resolution 937 (1994), the Council condemned Russia over the attack of 3 October and called on Georgia to yield.

The representative of Iceland welcomed the text. In March Norway had urged Georgia to disarm. On Monday the President received Iceland's Foreign Minister. He thanked Georgia."""
BRIEFING = """Foreign Ministry Spokesperson Lu Kang's Regular Press Conference on October 14, 2016

Q: Chile has accused Peru of spying.

A: On Sunday China and Chile reached an accord. China opposes the embargo. We urge Peru to stop it."""


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        # What is said at the meeting that a press release records is of its day, not of that of what it speaks of.
        (COUNCIL, "demanded", FRIDAY),
        (COUNCIL, "condemned", FRIDAY),
        (COUNCIL, "called", FRIDAY),
        (COUNCIL, "welcomed", FRIDAY),
        # Where another day is told, that goes on; background has none of its own.
        (COUNCIL, "received", "2016-10-10"),
        (COUNCIL, "thanked", "2016-10-10"),
        (COUNCIL, "urged", "2016-03-01"),
        # What a spokesman says for his state.
        (BRIEFING, "urge", FRIDAY),
        (BRIEFING, "reached", "2016-10-09"),
        (BRIEFING, "accused", None),
        # News of the same is no record.
        (COUNCIL.replace("New York, 14 October 2016\n\n", "").replace("this afternoon", "on Wednesday"), "welcomed", None),
    ],
)  # fmt: skip
def test_what_a_press_release_records(reader: Reader, text: str, word: str, day: str | None) -> None:
    assert _day(reader, text, word) == day


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        # Who was named on that day, and what was done at once.
        ("On Monday Annan flew to Kigali to see Paul Kagame. Kagame accused France of lies.", "accused", "2016-10-10"),
        ("On Monday Mali expelled the French envoy. France protested immediately.", "protested", "2016-10-10"),
        ("On Monday Mali expelled the French envoy. India put its troops on alert at once.", "put", "2016-10-10"),
        # A contact after which one of its parties speaks, in what is told of him.
        ('On Wednesday Orban rejected the quotas. "We shall not yield to Germany," he said after meeting Robert Fico in Bratislava.', "meeting", "2016-10-12"),
        # What is told along with an act that has its day from the text.
        ("Obama met Abbas on Monday. He telephoned Putin, who urged him to wait.", "urged", "2016-10-10"),
        ("Santos flew to Lima on Monday to meet Ollanta Humala, who promised to help.", "promised", "2016-10-10"),
        ("Sergei Lavrov and John Kerry, who met in Geneva on Monday, urged Syria to yield.", "urged", "2016-10-10"),
    ],
)  # fmt: skip
def test_the_day_of_one_scene(reader: Reader, text: str, word: str, day: str | None) -> None:
    assert _day(reader, text, word) == day


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        # What is agreed on is of its own day, not of that on which it was agreed on.
        ("Chad and Sudan agreed on Monday to hold talks in Doha in November.", "agreed", "2016-11-01"),
        ("Chad and Sudan agreed on Monday to hold talks in Doha on October 20.", "agreed", "2016-10-20"),
        ("Chile and Peru on Thursday agreed to hold a summit in Arica in December.", "agreed", "2016-12-01"),
        ("Chad and Sudan agreed to hold talks next month.", "agreed", "2016-11-01"),
        # Where that is not told, the accord is of its day.
        ("Chad and Sudan agreed on Monday to hold talks.", "agreed", "2016-10-10"),
        ("Japan agreed on Monday to lend Kenya a billion dollars.", "agreed", "2016-10-10"),
        # A step told again without a day is the one that the text gives a day.
        ("Norway complained on Wednesday, a day after Belarusian officials expelled two Norwegian diplomats. Citing a march in Minsk, the Belarusian government ordered two Norwegian diplomats out of the country.", "expelled", "2016-10-11"),
        ("Minsk expelled two Norwegian diplomats on Tuesday. On Wednesday Oslo protested. Norway expelled two Belarusian diplomats.", "expelled two B", "2016-10-12"),
    ],
)  # fmt: skip
def test_what_is_agreed_on_and_what_is_told_again(
    reader: Reader, text: str, word: str, day: str | None
) -> None:
    assert _day(reader, text, word) == day

from __future__ import annotations

import pytest

from dragoman.language.datelines import dateline


@pytest.mark.parametrize(
    ("line", "place", "date", "told"),
    [
        ("Lima, September 8, SANA – The minister met.", "Lima", "September 8", "The minister met."),
        ("Tehran, Sept 8, IRNA -- The minister met.", "Tehran", "Sept 8", "The minister met."),
        ("Lima, Sep 8 (EFE).- The minister met.", "Lima", "Sep 8", "The minister met."),
        ("Damascus, Sep.8 (SANA)_ The minister met.", "Damascus", "Sep.8", "The minister met."),
        ("Sofia. September 8. Interfax - The minister met.", "Sofia.", "September 8", "The minister met."),
        ("ISLAMABAD: (APP) The minister met.", "ISLAMABAD", None, "The minister met."),
        ("New Delhi [India], Sep 8 (ANI): The minister met.", "New Delhi", "Sep 8", "The minister met."),
        ("8 September 2016 – The council met.", None, "8 September 2016", "The council met."),
        ("8 September 2016 (JUBA) - The minister met.", "JUBA", "8 September 2016", "The minister met."),
        ("Sept. 8 (UPI) -- The minister met.", None, "Sept. 8", "The minister met."),
        ("(CNN)The minister met.", None, None, "The minister met."),
        ("PARIS - Sept. 8 - The minister met.", "PARIS", "Sept. 8", "The minister met."),
        ("Baku, 8 September – AZERTAC. The minister met.", "Baku", "8 September", "The minister met."),
        ("Ottawa, Ontario - September 8, 2016 - Global Affairs Canada. The minister met.", "Ottawa", "September 8, 2016", "The minister met."),
        ("Riyadh, Dhu'l-Hijjah 06, 1437, September 08, 2016, SPA -- The King met.", "Riyadh", "September 08, 2016", "The King met."),
        ("The Hague -- The minister met.", "The Hague", None, "The minister met."),
    ],
)  # fmt: skip
def test_datelines_of_all_sorts(line: str, place: str | None, date: str | None, told: str) -> None:
    found = dateline(line)
    assert found is not None
    assert (line[slice(*found.place)] if found.place else None) == place
    assert (line[slice(*found.date)] if found.date else None) == date
    assert line[found.end :].strip() == told


@pytest.mark.parametrize(
    "line",
    [
        "March 5 – the day that changed it all.",
        "Garcia, September 8, said that he met the envoy.",
        "The Latest - Peru recalls its envoy.",
        "Peru (pop. 30 million) met Chile.",
        "(Chile) said no.",
    ],
)
def test_what_is_no_dateline(line: str) -> None:
    assert dateline(line) is None

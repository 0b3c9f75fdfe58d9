from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.calendar import find_times
from dragoman.calendar.arithmetic import easter, named_day, named_days
from dragoman.calendar.expressions import Finder

TODAY = date(2015, 12, 15)  # a Tuesday


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("on 13 December", "2015-12-13", "2015-12-13", "day"),
        ("on December 18-19", "2015-12-18", "2015-12-19", "day"),
        ("the day before on December 14", "2015-12-14", "2015-12-14", "day"),
        ("in May 2015", "2015-05-01", "2015-05-31", "month"),
        ("two years ago", "2013-01-01", "2013-12-31", "year"),
        ("last week", "2015-12-07", "2015-12-13", "week"),
        ("the 1990s", "1990-01-01", "1999-12-31", "decade"),
        ("spring 2014", "2014-03-01", "2014-05-31", "season"),
        ("on Monday", "2015-12-14", "2015-12-14", "day"),
        ("since 1998", "1998-01-01", "2015-12-15", "year"),
    ],
)
def test_resolved(text: str, start: str, end: str, precision: str) -> None:
    (found,) = find_times(text, today=TODAY)
    assert (found.time.start, found.time.end, found.time.precision) == (start, end, precision)


CASES = """
# numbers and names of days
a week ago Monday                            | 2015-12-07 2015-12-07 day
a week ago on Monday                         | 2015-12-07 2015-12-07 day
Thursday, two weeks ago                      | 2015-11-26 2015-11-26 day
on Friday last week                          | 2015-12-11 2015-12-11 day
two years ago this month                     | 2013-12-01 2013-12-31 month
two years ago today                          | 2013-12-15 2013-12-15 day
a year ago this week                         | 2014-12-15 2014-12-21 week
Monday next                                  | 2015-12-21 2015-12-21 day
Monday last                                  | 2015-12-14 2015-12-14 day
Friday through Sunday                        | 2015-12-11 2015-12-13 day
a May peace accord                           | 2015-05-01 2015-05-31 month
a 2007 peace deal                            | 2007-01-01 2007-12-31 year
22/07/2010                                   | 2010-07-22 2010-07-22 day
07/22/2010                                   | 2010-07-22 2010-07-22 day
2010/07/22                                   | 2010-07-22 2010-07-22 day
the first of May of this year                | 2015-05-01 2015-05-01 day
October 16 of the current year               | 2015-10-16 2015-10-16 day
May 3 last year                              | 2014-05-03 2014-05-03 day
the 3rd and the 4th of May                   | 2015-05-03 2015-05-04 day
on the 12th, he said                         | 2015-12-12 2015-12-12 day
on 14th called in the ambassador             | 2015-12-14 2015-12-14 day
on the morning of the 9th they left          | 2015-12-09 2015-12-09 day
13th afternoon, the spokesman said           | 2015-12-13 2015-12-13 day
unless they returned by Feb. 10 at noon      | 2016-02-10 2016-02-10 day
on the 25th                                  | 2015-11-25 2015-11-25 day
on Friday, December 4, they met              | 2015-12-04 2015-12-04 day
on Sunday, the 6th of December               | 2015-12-06 2015-12-06 day
the first Sunday of October                  | 2015-10-04 2015-10-04 day
the last Sunday in May 2014                  | 2014-05-25 2014-05-25 day
next Wednesday                               | 2015-12-23 2015-12-23 day
next Monday                                  | 2015-12-21 2015-12-21 day
earlier in the day                           | 2015-12-15 2015-12-15 day
on Monday 3 people died                      | 2015-12-14 2015-12-14 day
the 14th of last month                       | 2015-11-14 2015-11-14 day
New Year’s Eve 1999                          | 1999-12-31 1999-12-31 day
Thanksgiving                                 | 2015-11-26 2015-11-26 day
Easter Monday 2014                           | 2014-04-21 2014-04-21 day
the eve of the 30 June demonstrations        | 2015-06-29 2015-06-29 day
two days after the 16 March 2014 referendum  | 2014-03-18 2014-03-18 day
the day before the 4 May vote                | 2015-05-03 2015-05-03 day
28 Khordad 1400 (18 June 2021)               | 2021-06-18 2021-06-18 day
1 Shawwal 1445, coinciding with 10 April 2024 | 2024-04-10 2024-04-10 day
# parts
in the middle of March                       | 2015-03-11 2015-03-20 month
at the beginnings of the month               | 2015-12-01 2015-12-10 month
the second half of April                     | 2015-04-16 2015-04-30 month
mid-2013                                     | 2013-05-01 2013-08-31 year
late last year                               | 2014-09-01 2014-12-31 year
early next month                             | 2016-01-01 2016-01-10 month
at the beginning of next week                | 2015-12-21 2015-12-22 week
late last week                               | 2015-12-11 2015-12-13 week
earlier this year                            | 2015-01-01 2015-12-15 year
the second quarter of 2014                   | 2014-04-01 2014-06-30 month
the first three months of 2014               | 2014-01-01 2014-03-31 month
the last week of August                      | 2015-08-25 2015-08-31 week
late '90s                                    | 1997-01-01 1999-12-31 decade
the eighties of the last century             | 1980-01-01 1989-12-31 decade
the second half of the 1990s                 | 1995-01-01 1999-12-31 decade
# seasons
the winter of 2010                           | 2010-12-01 2011-02-28 season
the winter of 2011-2012                      | 2011-12-01 2012-02-29 season
last winter                                  | 2014-12-01 2015-02-28 season
the summer of this year                      | 2015-06-01 2015-08-31 season
in the spring                                | 2015-03-01 2015-05-31 season
# weeks and units
two weeks ago                                | 2015-11-30 2015-12-06 week
a fortnight ago                              | 2015-11-30 2015-12-06 week
the week of 14 March 2014                    | 2014-03-10 2014-03-16 week
Monday of last week                          | 2015-12-07 2015-12-07 day
the year before last                         | 2013-01-01 2013-12-31 year
twenty-five years ago                        | 1990-01-01 1990-12-31 year
over the past five days                      | 2015-12-11 2015-12-15 day
In the year 2005                             | 2005-01-01 2005-12-31 year
# ranges
from February to May                         | 2015-02-01 2015-05-31 month
between November 2014 and March              | 2014-11-01 2015-03-31 month
from 30 September to 2 October 2014          | 2014-09-30 2014-10-02 day
from Monday to Wednesday                     | 2015-12-14 2015-12-16 day
in 2013-14                                   | 2013-01-01 2014-12-31 year
Since 2014, more died                        | 2014-01-01 2015-12-15 year
since the beginning of March                 | 2015-03-01 2015-12-15 month
by the end of this year                      | 2015-12-15 2015-12-31 year
before the end of the year                   | 2015-12-15 2015-12-31 year
by year's end                                | 2015-12-15 2015-12-31 year
"""


@pytest.mark.parametrize("case", [c for c in CASES.splitlines() if c and not c.startswith("#")])
def test_classes(case: str) -> None:
    text, wanted = (part.strip() for part in case.split("|"))
    (found,) = find_times(text, today=TODAY)
    assert f"{found.time.start} {found.time.end} {found.time.precision}" == wanted


TOLD = """
They voted on 16 March. The next day they left.               | 2015-03-17 2015-03-17 day
They voted on 16 March; the day before that, they had met.    | 2015-03-15 2015-03-15 day
They voted on 16 March. Two days before the men had met in Rome. | 2015-03-14 2015-03-14 day
He was killed on 14 February; two weeks later the rest fled.  | 2015-02-23 2015-03-01 week
They left in July. Three months later they were back.         | 2015-10-01 2015-10-31 month
Elected in 2009, he was re-elected five years later.          | 2014-01-01 2014-12-31 year
The votes of 3 May 2014 were counted the following Monday.    | 2014-05-05 2014-05-05 day
He went there in November 2014; the visit the following May was warmer. | 2015-05-01 2015-05-31 month
They met in June 2012 and again that September.               | 2012-09-01 2012-09-30 month
They met in June 2012, and the previous August too.           | 2011-08-01 2011-08-31 month
He came on 3 October 2014. That Sunday they talked.           | 2014-10-05 2014-10-05 day
They met in August 2010. The talks that Sunday failed.        | 2010-08-01 2010-08-31 month
On 3 May 2012 he came; the night before he had slept.         | 2012-05-02 2012-05-02 day
They left in July 2013. In May of the same year they came.    | 2013-05-01 2013-05-31 month
In March 2014 it began. On the 25th, the town fell.           | 2014-03-25 2014-03-25 day
They met in June 2009. The June 15 accord was signed then.    | 2009-06-15 2009-06-15 day
December 15 -- They met on the 13th and talked.               | 2015-12-13 2015-12-13 day
"""


@pytest.mark.parametrize("case", TOLD.strip().splitlines())
def test_counted_from_what_was_told_before(case: str) -> None:
    text, wanted = (part.strip() for part in case.split("|"))
    found = find_times(text, today=TODAY)[-1]
    assert f"{found.time.start} {found.time.end} {found.time.precision}" == wanted


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2014, 4, 20), (2015, 4, 5), (2024, 3, 31), (2000, 4, 23)]
)
def test_easter(year: int, month: int, day: int) -> None:
    assert easter(year) == date(year, month, day)


def test_every_named_day_is_a_day_of_every_year() -> None:
    assert all(named_day(when, year) for when in named_days().values() for year in (1950, 2000, 2023))


def test_what_is_counted_forward_needs_a_date_or_the_future() -> None:
    assert find_times("The next day they left.", today=TODAY) == []
    (found,) = find_times("He will leave in ten days.", today=TODAY, tense="future")
    assert found.time.start == "2015-12-25"


def test_a_weekday_in_the_future_tense_is_the_next_one() -> None:
    (found,) = find_times("on Friday", today=TODAY, tense="future")
    assert found.time.start == "2015-12-18"


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May",
        "February 31, 2015",
        "it may rain",
        "1,998 men",
        "the third",
        "the 19th century",
        "on the 12th floor",
        "on 12th floor",
        "on 14th anniversary",
        "the 10-year plan of a 5-year-old",
        "a man in his eighties",
        "two weeks later",
        "the following May",
        "that Monday",
        "the same Tuesday",
        "the fall of Kabul",
        "by April Glaspie",
        "the week that was",
    ],
)
def test_no_date(text: str) -> None:
    assert find_times(text, today=TODAY) == []


def test_the_day_of_another_zone_is_none() -> None:
    found = find_times("It began at 6.20am (2320 GMT Monday) on Tuesday.", today=TODAY)
    assert [f.time.start for f in found] == ["2015-12-15"]


def test_a_number_before_a_noun_is_no_year() -> None:
    assert find_times("They heard a 1900 strong choir and a 2000 metre sprint.", today=TODAY) == []


def test_without_an_anchor_nothing_is_guessed() -> None:
    assert find_times("on Friday and last week", today=None) == []


_TEXT = (
    "the of by since until from to between and end first half early late last next previous week weeks month year "
    "quarter decade 2014 1998 May March 31 30 2 Monday winter summer day before after later two eve Christmas 1990s "
    "eighties that same past following in on 25th 29 February (18 June) , - ago"
)
WORDS = _TEXT.split()


@given(st.text(alphabet="0123456789 -.MayDec,th") | st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_never_raises_and_never_ends_before_it_starts(text: str) -> None:
    assert all(e.time.start <= e.time.end for e in find_times(text, today=TODAY))


def test_later_in_the_day_is_the_day_told() -> None:
    found = find_times("He spoke on June 3. Later in the day he left.", today=TODAY)
    assert [x.time.start for x in found] == ["2015-06-03", "2015-06-03"]


def _days(text: str, today: str = "2016-10-14") -> list[tuple[str, str]]:
    """First and last days of the expressions of a text whose lines are stretches of their own."""
    finder = Finder(text, date.fromisoformat(today))
    found, at = [], 0
    for line in text.splitlines(keepends=True):
        found += finder.find(at, at + len(line))
        at += len(line)
    return [(e.time.start, e.time.end) for e in found]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("They met on Monday. A few hours later he left.", "2016-10-10"),
        ("They met on Monday. The offer was dismissed within hours.", "2016-10-10"),
        ("They met on Monday. 48 hours later he left.", "2016-10-12"),
        # What is ahead, and what was long before the news, is not what happened hours before.
        ("They met on Monday and will meet on May 2, 2017. Hours later he left.", "2016-10-10"),
        ("They met on Monday over the award of July 12. Hours later he left.", "2016-10-10"),
        # A stretch that begins with the same day goes back to the news, within one to what was told last.
        ("They met on Monday, having come on Sunday.\nOn the same day he left.", "2016-10-10"),
        ("They met on April 5, 2016. That day the king left.", "2016-04-05"),
        ("They met on April 5, 2016. The guns fell silent that evening.", "2016-04-05"),
        ("They met on Monday. He had come on Sunday, and on the same day he left.", "2016-10-09"),
        ("They met on Monday, after the war of March 3, 2012.\nOn the same day he left.", "2012-03-03"),
    ],
)  # fmt: skip
def test_hours_later_and_the_same_day(text: str, last: str) -> None:
    assert _days(text)[-1] == (last, last)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They bombed it for two weeks from August 30.", ("2016-08-30", "2016-09-13")),
        ("They met for three days starting on Monday.", ("2016-10-10", "2016-10-12")),
        ("They fought for two weeks from August.", ("2016-08-01", "2016-08-31")),
    ],
)
def test_so_long_from_a_day(text: str, days: tuple[str, str]) -> None:
    assert _days(text) == [days]


def test_last_week_on_a_sunday_is_the_week_that_ends() -> None:
    assert _days("Italy joined last week.", "2011-05-01") == [("2011-04-25", "2011-05-01")]
    assert _days("Italy joined last week.", "2011-05-02") == [("2011-04-25", "2011-05-01")]


@pytest.mark.parametrize(
    ("today", "text", "days"),
    [
        ("2004-05-11", "On May 3 Baku recalled its envoy, next day Yerevan did so.", ["05-03", "05-04"]),
        ("2004-05-11", "They met on May 3. Same day in Rome the pope spoke.", ["05-03", "05-03"]),
        ("2004-05-11", "They met on May 3. In the next day he left.", ["05-03", "05-04"]),
        ("2004-05-11", "It began on May 3. He shut, the day following, the radio.", ["05-03", "05-04"]),
        ("2004-05-11", "On the second of this month they met.", ["05-02"]),
        ("2004-05-20", "It broke out on the seventh of May. He left on the ninth of the month.", ["05-07", "05-09"]),
        ("2004-05-11", "The same day as the vote, next day's papers and a next-day delivery.", []),
    ],
)  # fmt: skip
def test_days_told_without_an_article_or_by_their_number(today: str, text: str, days: list[str]) -> None:
    found = find_times(text, today=date.fromisoformat(today))
    assert [f.time.start[5:] for f in found] == days


def test_today_is_the_day_of_the_dateline() -> None:
    text = "The Senate voted today. He left yesterday."
    finder = Finder(text, date(1962, 3, 8), date(1962, 3, 7))
    assert [f.time.start for f in finder.find(0, len(text))] == ["1962-03-07", "1962-03-07"]

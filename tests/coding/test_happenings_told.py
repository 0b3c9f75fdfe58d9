"""What several texts tell of one happening: on which day, by whom, and what had been planned."""

from __future__ import annotations

import pytest

from dragoman import Document, Reader
from tests.coding.told import coded

DAY = "2012-05-20"


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("Angola and Zambia signed a cease-fire in Luanda on Friday.", "AGO,ZMB SUPPORT"),
        ("The guns of Angola's army broke a cease-fire.", None),
        # a government and those who fight it are two
        ("Mali's government and Tuareg rebels signed an accord on Tuesday.", "MLI SUPPORT"),
        ("The government of Mali and Tuareg rebels signed an accord on Tuesday.", "MLI SUPPORT"),
        # who comes home from a trip was where it went
        (
            "Nicolas Sarkozy returned to Paris on Friday from a two-day visit to Morocco.",
            "FRA CONSULT/visit -> MAR",
        ),
        ("Ahmed Ben Bella returned to Algiers from exile in Switzerland.", None),
        # calls
        ("Barack Obama called Hamid Karzai on Monday to discuss the pullout.", "AFG,USA CONSULT/phone"),
        ("Barack Obama called Hamid Karzai on Monday to resign.", "USA REQUEST/change -> AFG"),
        (
            "The call that Barack Obama made to Hamid Karzai on Monday lasted an hour.",
            "AFG,USA CONSULT/phone",
        ),
        ("The call between Barack Obama and Hamid Karzai lasted an hour.", "AFG,USA CONSULT/phone"),
        # what sums up a clause is no object
        (
            "Angela Merkel and Donald Tusk met on Friday, the first talks of the two in a year.",
            "DEU,POL CONSULT",
        ),
        ("Hamas staged a rally in Gaza on Tuesday.", "PSE PROTEST/demo -> PSE"),
        # who was to make it is told in a clause of its own
        (
            "A visit that Vladimir Putin was due to pay to Belarus on May 31 has been postponed.",
            "RUS CONSULT/visit cancelled -> BLR",
        ),
        ("The talks which Kenya was to hold with Somalia were put off.", "KEN,SOM CONSULT cancelled"),
    ],
)
def test_what_is_told(reader: Reader, text: str, gives: str | None) -> None:
    assert coded(reader, text, DAY) == ([gives] if gives is not None else [])


@pytest.mark.parametrize(
    ("text", "trigger", "start"),
    [
        # the day for which it was planned
        ("Angela Merkel cancelled on Friday a trip to Poland scheduled for May 31.", "trip", "2012-05-31"),
        ("Angela Merkel on Friday called off a trip to Poland planned for years.", "trip", "2012-05-18"),
        # a phrase that ends a clause within another
        ("The phone call that Barack Obama made to Hamid Karzai on Monday was long.", "call", "2012-05-14"),
        # so long after a thing that has a day
        ("Four days after the raid of May 3, Barack Obama met Hamid Karzai.", "met", "2012-05-07"),
        ("Barack Obama met Hamid Karzai after the raid of May 3.", "met", "2012-05-03"),
        # a day that looks like part of a name
        ("France has sent on Friday troops to Mali.", "sent", "2012-05-18"),
        # a sentence that goes on in its year
        (
            "On 3 May 1994 Yitzhak Rabin met King Hussein; in July Yitzhak Rabin visited Jordan.",
            "visited",
            "1994-07-01",
        ),
        ("The pact, signed in May 1994, was praised in March when Chad met Niger.", "met", "2012-03-01"),
        # what is done by doing something is done then
        ("On Monday Russia answered by expelling two Czech diplomats.", "expelling", "2012-05-14"),
        # a term that is set is no day before which something was done
        (
            "Russia on Sunday told two Czech diplomats to leave by the next day. Prague had expelled two Russians the day before.",
            "expelled",
            "2012-05-19",
        ),
    ],
)
def test_on_which_day(reader: Reader, text: str, trigger: str, start: str) -> None:
    reading = reader.read(Document(id="x", text=text, published=DAY))
    (event,) = (e for e in reading.events if text[e.trigger[0] : e.trigger[1]] == trigger)
    assert event.time is not None
    assert event.time.start == start


@pytest.mark.parametrize("verb", ["phoned", "telephoned", "called"])
def test_a_name_that_opens_a_sentence(reader: Reader, verb: str) -> None:
    assert coded(reader, f"Trump {verb} Merkel on Monday.", "2017-03-01") == ["DEU,USA CONSULT/phone"]


def test_what_had_been_done_may_be_a_mention(reader: Reader) -> None:
    told, mentioned = (
        reader.read(Document(id="x", text=text, published=DAY)).events[0].confidence
        for text in ("Chad severed its ties with Sudan.", "Chad had severed its ties with Sudan.")
    )
    assert mentioned < told

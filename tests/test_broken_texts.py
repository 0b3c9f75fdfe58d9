"""Texts that break off, run on or have words missing: whatever the feed gives, the reader reads it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman import Document, Reader
from dragoman.language.lists import Lists

_SENTENCES = [
    "The Secretary of State met Foreign Minister Le Yucheng in Geneva on Friday and both sides signed an accord.",
    "“We want to avoid a war,” said President Thabo Mbeki, who, according to the ministry, will visit Addis Ababa.",
    "Rebels of the Lord's Resistance Army attacked Gulu on 12 March 2004, killing nine, the spokesman told reporters.",
    "Per the ministry, talks between Ankara and Yerevan were put off; it was the third time this year that they were.",
    "Asked whether Paris backed the plan, the envoy, on his second trip to the North, declined to say.",
    "A shell struck their house in Poonch, police said: two of them died, and it called on the two ministers to act.",
    "Summoned to the palace, Ambassador John McCallum heard a strong protest that neither of them had expected.",
]
_WORDS = sorted({word for sentence in _SENTENCES for word in sentence.split()})
_MARKS = [
    ",",
    ".",
    ";",
    ":",
    "“",
    "”",
    '"',
    "(",
    ")",
    "–",
    "per",
    "of",
    "to",
    "that",
    "and",
    "'s",
    "\n\n",
    "unless",
]

_pieces = st.one_of(
    st.sampled_from(_WORDS),
    st.sampled_from(_MARKS),
    st.tuples(st.sampled_from(_SENTENCES), st.integers(0, 110), st.integers(0, 110)).map(
        lambda t: t[0][min(t[1:]) : max(t[1:])]
    ),
)
_texts = st.lists(_pieces, min_size=1, max_size=25).map(" ".join).filter(str.strip)


@given(_texts)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_is_read_and_points_into_itself(reader: Reader, text: str) -> None:
    reading = reader.read(Document(text=text, published="2015-03-02"))
    spans = [e.trigger for e in reading.events] + [c for s in reading.statements for c in s.content]
    assert all(0 <= start < end <= len(text) for start, end in spans)


@pytest.mark.parametrize("sentence", _SENTENCES)
def test_a_text_may_break_off_behind_any_word(reader: Reader, sentence: str) -> None:
    words = sentence.split()
    for k in range(1, len(words)):
        text = " ".join(words[:k])
        reading = reader.read(Document(text=text, published="2015-03-02"))
        assert all(e.evidence[1] <= len(text) for e in reading.events)


def test_a_source_named_by_per_alone(reader: Reader) -> None:
    text = "Per the Foreign Ministry of Chile, the talks in Lima were cancelled on Monday."
    (statement,) = reader.read(Document(text=text, published="2015-03-02")).statements
    start, end = statement.content[0]
    assert statement.speaker is not None
    assert (statement.speaker.country, text[start:end]) == (
        "CHL",
        "the talks in Lima were cancelled on Monday",
    )


def test_words_hung_in_a_circle_get_a_root() -> None:
    words = ["le", "summoned", "john", "today"]
    parse = Lists(words, ["PROPN"] * 4, ["NNP"] * 4, ["nsubj", "amod", "conj", "npadvmod"], [1, 2, 0, 1])
    parse.break_circles()
    assert parse.head == [0, 2, 0, 1]
    assert parse.dep[0] == "ROOT"

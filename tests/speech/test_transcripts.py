"""Whole turns of briefings and interviews, texts that somebody issued, lines broken at a fixed width."""

import pytest

from dragoman import Document, Reader
from dragoman.language.wrapping import unwrapped


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def told(reader: Reader, text: str, content: str) -> str | None:
    """The name of the one who says the words, in the widest statement that holds them."""
    found = [s for s in reader.read(Document(text=text, published="2000-03-10" if "2000" in text else "2015-02-02")).statements
             if any(content in text[a:b] for a, b in s.content)]  # fmt: skip
    found.sort(key=lambda s: s.content[0][0] - s.content[-1][1])
    return found[0].speaker.name if found and found[0].speaker is not None else None


INTERVIEW = (
    "Answers of Foreign Minister Nikos Kotzias to the press, Athens\n\n"
    "JOURNALIST: Minister, what did you discuss?\n"
    "N. KOTZIAS: We discussed the name issue.\n\n"
    "The talks will go on in spring, and nobody is in a hurry.\n\n"
    "JOURNALIST: And Cyprus?\n"
    "N. KOTZIAS: … as I said, our position is known.\n\n"
    "We call on Turkey to respect the law of the sea."
)
BRIEFING = (
    "U.S. DEPARTMENT OF STATE\nDAILY PRESS BRIEFING\nFRIDAY, MARCH 10, 2000\nBriefer: James P. Rubin\n"
    "MR. RUBIN: Good afternoon. As you know, the Secretary is travelling, and the United States strongly\n"
    "supports the talks that the parties held in the past week at Camp David with the help of our envoy in the\n"
    "region. We urge Indonesia to disarm the militias.\n"
    "Q Does that include Timor?\n"
    "MR. RUBIN: It does.\n"
)
MEDIA = (
    "Interview of Minister for Foreign Affairs K Shanmugam in Bandar Seri Begawan\n\nBrunei media: Welcome. What is your assessment?\n\n"
    "Minister Shanmugam: It was a good meeting.\n\nBrunei media: How do you see Brunei?\n\nMinister Shanmugam: We see it as a friend."
)
ISSUED = (
    "Statement on the ferry\n\nForeign Minister Julie Bishop today issued the following statement:\n\n"
    "The sinking is a tragedy. Families wait for news.\n\nAid is on its way.\n\n###\n\nThe weather is fine."
)


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        (INTERVIEW, "the name issue", "Nikos Kotzias"),
        (INTERVIEW, "nobody is in a hurry", "Nikos Kotzias"),
        (INTERVIEW, "our position is known", "Nikos Kotzias"),
        (INTERVIEW, "respect the law of the sea", "Nikos Kotzias"),
        (BRIEFING, "supports the talks", "James Rubin"),
        (BRIEFING, "disarm the militias", "James Rubin"),
        (BRIEFING, "Does that include Timor", None),
        (MEDIA, "How do you see Brunei", None),
        (MEDIA, "We see it as a friend", "K. Shanmugam"),
        (ISSUED, "The sinking is a tragedy", "Julie Bishop"),
        (ISSUED, "Aid is on its way", "Julie Bishop"),
        (ISSUED, "The weather is fine", None),
    ],
)
def test_a_turn_has_all_its_paragraphs(reader: Reader, text: str, content: str, speaker: str | None) -> None:
    assert told(reader, text, content) == speaker


@pytest.mark.parametrize(
    ("text", "content"),
    [
        # A story around quoted lines goes on by itself.
        ("Two ministers on the strike\n\nAli Sabri: We will not pay.\n\nOmar Zaid: We must talk.\n\n"
         "Police closed the road to the port on Monday.", "Police closed"),
        ("Foreign Minister Julie Bishop issued the following statement:\n\n“We reject this.”\n\nBishop flew to Suva on Monday.",
         "flew to Suva"),
        ("The ministry issued a list of the following towns:\n\nPolice closed the road to the port on Monday.", "Police closed"),
        ("The ministry issued a statement:\n\nPolice closed the road to the port on Monday.", "Police closed"),
    ],
)  # fmt: skip
def test_a_story_is_no_turn(reader: Reader, text: str, content: str) -> None:
    assert told(reader, text, content) is None


def test_broken_lines_are_made_whole() -> None:
    wrapped = (
        "The government of the island said on Sunday that its\ntroops had left the two northern districts, as the accord\n"
        "of March demands.\n\nMR. SMITH: It is good news.\n- a list\n- of things\n"
    )
    assert unwrapped(wrapped).splitlines() == [
        "The government of the island said on Sunday that its troops had left the two northern districts, as the accord of March "
        "demands.",
        "",
        "MR. SMITH: It is good news.",
        "- a list",
        "- of things",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A title without a mark\nThe parliament voted on Monday.\nTwo deputies left.",
        "They want:\nbread\nwork\nland",
        "The parliament of the republic voted on Monday for a long law on the\nports. It has one broken line only.",
        "",
    ],
)
def test_other_lines_stay(text: str) -> None:
    assert unwrapped(text) == text


DOORSTOP = (
    "Transcript of doorstop, Brussels\n\n"
    "JOURNALIST: Prime Minister, what did President Barroso tell you?\n\n"
    "PM: He was frank.\n\nWe will keep working on the carbon price.\n\n"
    "JOURNALIST: And Prime Minister Papandreou?\n\nPM: He is confident.\n"
)
ALONE = (
    "Press Conference, Parliament House, Canberra\n\nHoward, John\n\nPRIME MINISTER:\n\n"
    "Well, I have called you here because a minister has resigned.\n\nJOURNALIST:\n\nWho will follow him?\n\nPRIME MINISTER:\n\n"
    "Nobody for now."
)


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        (DOORSTOP, "He was frank", "PM"),
        (DOORSTOP, "on the carbon price", "PM"),
        (ALONE, "a minister has resigned", "John Howard"),
        (ALONE, "Who will follow him", None),
        (ALONE, "Nobody for now", "John Howard"),
    ],
)
def test_titles_take_turns(reader: Reader, text: str, content: str, speaker: str | None) -> None:
    found = reader.read(Document(text=text, published="2006-01-24"))
    said = [s for s in found.statements if any(content in text[a:b] for a, b in s.content)]
    assert (said[0].speaker.name if said and said[0].speaker is not None else None) == speaker


SPEECH = (
    "Remarks by Foreign Minister Julie Bishop to the Council\n\nMr President, thank you for this meeting.\n\n"
    "I am convinced that the truce will hold. I call on Myanmar to let aid in."
)


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        (SPEECH, "the truce will hold", "Julie Bishop"),
        (SPEECH, "let aid in", "Julie Bishop"),
        (SPEECH, "for this meeting", None),
        (SPEECH.replace("Minister Julie Bishop to the Council", "Minister Julie Bishop anger Burma"), "the truce will hold", None),
        ("Message of hope in a ruined town\n\nI believe that the mayor, Ali Sabri, is right.", "is right", None),
    ],
)  # fmt: skip
def test_a_speech_is_its_speakers(reader: Reader, text: str, content: str, speaker: str | None) -> None:
    assert told(reader, text, content) == speaker


def test_who_speaks_acts_by_it(reader: Reader) -> None:
    events = reader.read(Document(text=SPEECH, published="2015-02-02")).events
    assert [(e.act, e.actors[0].name) for e in events] == [("REQUEST", "Julie Bishop")]

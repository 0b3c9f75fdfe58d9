"""Whether acts are told as done: conditions, names that look like modals, what was planned and dropped."""

from __future__ import annotations

import pytest

from dragoman.reader import Reader


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Theresa May spoke in London. May accused Russia of attempted murder.", "accused", "actual"),
        ("Israel may attack Iran, analysts said.", "attack", "hypothetical"),
        ("Zambia's president went on television to accuse Zimbabwe of meddling.", "accuse", "actual"),
        ("Gabriel Boric issued a statement to condemn the arrest of Alexei Navalny.", "condemn", "actual"),
        ("Erdogan said Turkey would withdraw its troops next month.", "withdraw", "future"),
        ("Erdogan said Turkey would withdraw its troops if the rebels left.", "withdraw", "hypothetical"),
        ("Erdogan said on Monday that Turkey would withdraw its troops provided that the rebels laid down their arms.", "withdraw", "hypothetical"),
        ("Erdogan said Turkey would withdraw its troops on condition that the rebels left.", "withdraw", "hypothetical"),
        ("Erdogan said Turkey would withdraw its troops as long as the rebels stayed away.", "withdraw", "hypothetical"),
        ("Poland announced its planned deployment of troops to Iraq.", "deployment", "future"),
        ("Poland dropped its planned deployment of troops to Iraq.", "deployment", "cancelled"),
        ("Poland did not drop its planned deployment of troops to Iraq.", "deployment", "future"),
        ("Modi abandoned a planned visit to Pakistan.", "visit", "cancelled"),
        ("It is not true that Turkey bombed Greece.", "bombed", "negated"),
        ("Turkey hardly ever criticised Greece.", "criticised", "negated"),
        ("Israel shelved a plan to deport 20,000 Eritreans.", "deport", "cancelled"),
        ("Thailand withdrew its offer to host the Myanmar talks.", "offer", "cancelled"),
        ("Radovan Karadzic was due in Belgrade on Thursday for talks with Slobodan Milosevic.", "was", "future"),
        ("North Korea is believed to have fired two missiles.", "fired", "actual"),
        ("Modi called off a planned visit to Pakistan.", "visit", "cancelled"),
        # what one ends by going through with it, what one breaks off
        ("The Polish and Czech ministers ended their meeting in Brno without a deal.", "meeting", "actual"),
        # what somebody would have go on
        ("Kerry noted on Monday progress in negotiations between Serbia and Kosovo.", "negotiations", "actual"),
        # what lies at rest
        ("Talks between Armenia and Azerbaijan were put on hold last month.", "Talks", "cancelled"),
        ("Talks between Armenia and Azerbaijan were held on a ship last month.", "Talks", "actual"),
        # what is announced in a gerund
        ("Egypt announced recalling its ambassador from Tunis.", "recalling", "actual"),
        ("Egypt will announce recalling its ambassador from Tunis.", "recalling", "future"),
        ("Poland announced withdrawing its soldiers from Iraq.", "withdrawing", "future"),
        # what is done by being told, or has been spoken of
        ("The Chadian government ordered this attack.", "attack", "actual"),
        ("Norway announced a pledge of 20 million dollars to Chad.", "pledge", "actual"),
        # what was done before the next act, what goes along with one to come, what one only thinks about
        ("Modi flew to Oslo on Monday before visiting Stockholm.", "visiting", "actual"),
        ("Poland will send aid to Chad, shelling the rebels in Chad.", "shelling", "future"),
        ("Chad will not sign until Niger has withdrawn its troops.", "withdrawn", "hypothetical"),
        ("Chad did not sign until Niger withdrew its troops.", "withdrew", "actual"),
        # what others do too, who was the first to do it, the day after another one
        ("Norway has not joined Spain in recognising a Palestinian state.", "recognising", "negated"),
        ("Norway joined Spain in recognising a Palestinian state.", "recognising", "actual"),
        ("Malta became the first state to recognise Kosovo.", "recognise", "actual"),
        ("Iran arrested two French tourists. They were freed the next day.", "freed", "actual"),
    ],
)  # fmt: skip
def test_status(reader: Reader, text: str, word: str, status: str) -> None:
    events = reader.read(text, published="2015-06-10").events
    assert [e.status for e in events if text[e.trigger[0] : e.trigger[1]] == word] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian minister spoke about how to attack Libya.",
        "Modi thought about cancelling the meeting with Putin.",
        "The Swedish people will be grateful to Finland, Bildt said.",
        "Asked by Finland about the plan, the Swedish minister smiled.",
        "Norway works to promote the dialogue between Sudan and Chad.",
        "Norway encouraged progress in negotiations with Sudan.",
        "Militants supporting the Houthis were seen near Marib.",
        "The Polish reporter visited Belarus.",
        "Norwegian envoys discussed ways of resuming talks with Sudan in Rome.",
        "Polish ships continue to engage in trade.",
        "It requires a firm answer from Russia.",
        "Norway works hard to restart talks between Chad and Sudan.",
        "Norway voiced hope about reaching an agreement with Chad.",
        "Poland called the wall on the hill a beauty.",
        "The Canadian teacher smiled, and Norway did the same.",
    ],
)
def test_what_is_not_told_as_done_is_no_event(reader: Reader, text: str) -> None:
    assert reader.read(text, published="2015-06-10").events == []


def test_what_one_is_told_not_to_do_is_asked_and_not_done(reader: Reader) -> None:
    events = reader.read("The Indian prime minister told the Pakistani rebels not to attack.").events
    assert [e.act for e in events] == ["REQUEST"]

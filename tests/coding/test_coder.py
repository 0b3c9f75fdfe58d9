"""Which acts stand for themselves: topics, means, causes and conditions do not."""

from __future__ import annotations

import pytest

from dragoman.coding.examples import notations
from dragoman.reader import Reader


def acts(reader: Reader, text: str) -> list[str]:
    return [e.act for e in reader.read(text, published="2024-06-01").events]


def codes(reader: Reader, text: str) -> list[str]:
    return notations(reader.read(text, published="2024-06-01"))


@pytest.mark.parametrize(
    ("text", "kept", "left_out"),
    [
        ("Israel and Lebanon held talks on a Syrian withdrawal from Beirut.", "CONSULT", "RETREAT"),
        # what one stops doing is told by that, and the best to do a thing need not do it
        (
            "The two armies stopped shelling each other across the Litani river in Lebanon.",
            "RETREAT",
            "ASSAULT",
        ),
        ("Norway was the best country to recognise Lithuania's independence.", None, "SUPPORT"),
        # an exercise of two is no show of force beside it, one of one is
        ("The Omani and Pakistani navies conducted a naval exercise.", "COOPERATE", "MOBILIZE"),
        ("The Omani navy conducted a naval exercise.", "MOBILIZE", "COOPERATE"),
        ("Israel tried to assassinate Hassan Nasrallah by bombing a house.", "ASSAULT", None),
        ("Algerian students blocked roads, demanding that President Tebboune resign.", "PROTEST", "REQUEST"),
        ("Yemen said no deal holds unless the Houthis leave Hodeidah.", None, "RETREAT"),
        ("Sudanese rebels shelled Juba, killing ten Kenyans.", "ASSAULT", None),
        ("Modi will meet President Ghani, discussing trade with him.", "CONSULT", None),
        # a warning that is quoted after it is told
        (
            'Vladimir Putin warned Turkey of the consequences. "I warn Turkey again," Putin said.',
            "THREATEN",
            None,
        ),
        # what one is punished for, what is demanded, and a call with its day
        (
            "A Canadian dentist was arrested in Lebanon for working with Israel.",
            "COERCE",
            "COOPERATE",
        ),
        ("Norway condemned the trial and wrote that Chad free the prisoners.", "ACCUSE", "RETREAT"),
        ("Vladimir Putin called Erdogan on June 29 to discuss trade.", None, "REQUEST"),
        # one ends talks by going through with them
        ("The Sudanese army and Chad ended their fifth round of talks in Rome.", "CONSULT", "SANCTION"),
    ],
)
def test_one_act_is_told_once(reader: Reader, text: str, kept: str | None, left_out: str | None) -> None:
    found = acts(reader, text)
    assert left_out not in found
    if kept is not None:
        assert found.count(kept) == 1


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("Palestinians and Israelis failed to reach an agreement.", "ISR,PSE REJECT"),
        ("Syrian rebels attempted to assassinate President Assad.", "SYR ASSAULT/targeted -> SYR"),
        ("Serbia sees no reason to meet the Kosovar president.", "SRB REJECT -> XKX"),
        ("Egypt said that lifting the siege of Gaza was out of the question.", "EGY REJECT"),
        (
            "President Macron issued a reminder to Iraq that it must cooperate with the inspectors.",
            "FRA REQUEST",
        ),
    ],
)
def test_read_as_another_act(reader: Reader, text: str, gives: str) -> None:
    found = codes(reader, text)
    assert any(f == gives or ("->" not in gives and f.startswith(gives)) for f in found), found


def test_the_object_of_a_preposition_is_the_verbs(reader: Reader) -> None:
    """`take part in` asks of its object what stands after `in`."""
    assert "CONSULT" in acts(reader, "President Lula took part in the summit in Johannesburg.")
    assert "CONSULT" not in acts(reader, "President Lula took part in a concert in Johannesburg.")


def test_two_demands_stay_two(reader: Reader) -> None:
    text = "Modi urged Nepal to open its market. Modi also urged Nepal to free a prisoner."
    assert acts(reader, text).count("REQUEST") == 2


def test_a_clause_that_lost_its_subject_is_not_its_speakers(reader: Reader) -> None:
    text = "During the day aircraft of Chad made ten sorties and destroyed ten bases of militants, the Defense Ministry of Niger said."
    assert codes(reader, text) == ["TCD MOBILIZE/troops", "TCD ASSAULT/aerial -> TCD"]


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        # who is the first or last to do a thing does it
        ("Norway was the first country to recognise Lithuania's independence.", "NOR SUPPORT -> LTU"),
        ("Norway will be the last state to ratify the treaty with Denmark.", "NOR SUPPORT future -> DNK"),
        # where what carries relief goes, though its participle does not say
        ("A plane carrying Kuwaiti relief supplies landed in Beirut.", "KWT AID -> LBN"),
        # who tells it is not whom it is done to
        ("Norway hailed the progress of the talks, according to the Danish government.", "NOR SUPPORT"),
    ],
)
def test_the_other_party(reader: Reader, text: str, gives: str) -> None:
    assert gives in codes(reader, text)

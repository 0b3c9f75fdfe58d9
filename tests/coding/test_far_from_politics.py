"""What people, firms, courts and teams do that is no politics, and its twin that is."""

from __future__ import annotations

import pytest

from dragoman import Reader


def acts(reader: Reader, text: str) -> list[str]:
    """The acts read in a text."""
    return [e.act for e in reader.read(text, published="2023-11-07").events]


@pytest.mark.parametrize(
    "text",
    [
        "A court in Lisbon ordered the bank to pay the widow 20,000 euros.",
        "A Paris judge ordered the tabloid to print an apology to the actress.",
        "Turkey's central bank kept rates at 19 percent, defying analysts who had expected a cut.",
        "Twice a week the retired colonels meet in a café in Cairo to play dominoes.",
        "Fishermen in Senegal meet every Friday at the harbour to mend nets.",
        "French farmers' wives have agreed to swap recipes with their guests from Quebec.",
        "The Dutch teenager threatened to eat the whole cake.",
        "Bond buyers punished Italy with the highest yields since 2012.",
        "The Swiss chocolate maker invades China with three hundred shops.",
        "Experts predict that Saudi Arabia could strike a deal with Israel before 2030.",
        "Voters in Chile would punish the president if the election took place today, pollsters say.",
        "A comedy about two Cuban agents who kidnap an American senator is drawing crowds in Madrid.",
        "A message that claimed the U.S. had arrested the Pope was a hoax.",
        "The claim that Russia had bombed the Vatican was invented by a satirical website.",
        "Suppose that China blockaded Taiwan: what would a student of law say?",
        "In the sixteenth century the Portuguese bombarded Calicut and expelled the traders.",
        "Carthage sent envoys to Rome, and the Senate rejected their plea.",
        "England accused their bowlers of nothing worse than tiredness after the draw in Karachi.",
        "New Zealand have the cup, and Australia have demanded another race off Auckland.",
        "The minister shot himself in the foot with the remark, a French daily wrote.",
        "The British prime minister was under fire from her own hairdresser in a popular sketch.",
        "South Africa won the toss and punished India's bowlers all morning in Durban.",
    ],
)
def test_nothing_of_politics(reader: Reader, text: str) -> None:
    assert acts(reader, text) == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("A court in Lisbon ordered the government to pay the widow 20,000 euros.", "SANCTION"),
        ("A Turkish court sentenced a journalist to eight months in prison for treason.", "SANCTION"),
        ("Voters in Denmark rejected the treaty in a referendum.", "REJECT"),
        ("Supporters of the opposition in Basra threatened to boycott Saudi goods.", "THREATEN"),
        ("Students in Budapest demanded the resignation of the prime minister.", "REQUEST"),
        ("The leaders of France and Germany meet in Berlin on Friday.", "CONSULT"),
        ("Croatia have accused Serbia of violating their border.", "ACCUSE"),
        ("Turkey rejected demands from the European Union.", "REJECT"),
        ("Companies in Germany accused the Russian government of seizing their plants.", "ACCUSE"),
    ],
)
def test_politics_stay(reader: Reader, text: str, act: str) -> None:
    assert act in acts(reader, text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("More than 11,000 people have been killed in Nepal since the Maoists took up arms in 1996.", False),
        ("They ended a war in which some 70,000 people were killed in Algeria.", False),
        ("Two policemen were killed in Algeria on Monday.", True),
        ("At least 40 people have been killed in Kabul by the Taliban since Monday.", True),
    ],
)
def test_the_toll_of_a_war_is_no_deed(reader: Reader, text: str, told: bool) -> None:
    assert ("ASSAULT" in acts(reader, text)) is told

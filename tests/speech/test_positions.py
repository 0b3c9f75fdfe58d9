from __future__ import annotations

import pytest

from dragoman.reader import Reader
from dragoman.speech import issue_of, stances

CASES = [
    (
        "Lavrov opposes the deployment of missiles in Poland.",
        "opposes",
        "RUS",
        "deployment of missiles in Poland",
    ),
    ("Merkel is against the pipeline.", "opposes", "DEU", "pipeline"),
    ("On her tour of Asia, Merkel rejected the tariffs.", "opposes", "DEU", "tariffs"),
    ("Palestinians deem illegal all settlement building.", "opposes", "PSE", "settlement building"),
    ("Serbia is eager to resume the talks.", "supports", "SRB", "resumption of the talks"),
    (
        "Wang Yi said it was regrettable that Japan broke off the talks.",
        "opposes",
        "CHN",
        "Japan broke off the talks",
    ),
    (
        "The Iranian president said no foreign troops would be allowed in the Gulf.",
        "opposes",
        "IRN",
        "foreign troops",
    ),
    (
        "Parliament in Nairobi voted in support for a plan to leave the court.",
        "supports",
        "KEN",
        "plan to leave the court",
    ),
    ("Hungary voiced its determination to defend the border.", "supports", "HUN", "border"),
    ("Hollande is in favour of a European army.", "supports", "FRA", "European army"),
    ("Iran does not recognise the award.", "opposes", "IRN", "award"),
    ("Lavrov said that the referendum was illegitimate.", "opposes", "RUS", "referendum"),
    ("Kerry called the vote “illegal”.", "opposes", "USA", "vote"),
    ("Kerry asked Congress to refrain from new sanctions.", "opposes", "USA", "sanctions"),
    ("Lavrov urged Kerry to release the hostages.", "demands", "RUS", "release of the hostages"),
    (
        "Moscow insists on the withdrawal of all foreign troops.",
        "demands",
        "RUS",
        "withdrawal of all foreign troops",
    ),
    (
        "Lavrov said there would be no deal unless the rebels left Aleppo.",
        "demands",
        "RUS",
        "rebels left Aleppo",
    ),
    (
        "Kerry hopes that the talks will contribute to a ceasefire in Syria.",
        "supports",
        "USA",
        "ceasefire in Syria",
    ),
    ("Kerry wants Iran to close the reactor.", "demands", "USA", "Iran to close the reactor"),
    ("Zarif voiced doubts about the plan of the Europeans.", "doubts", "IRN", "plan of the Europeans"),
    ("Iran is ready for talks on its missiles.", "supports", "IRN", "talks on its missiles"),
    ("Merkel described the tariffs on steel as unjust.", "opposes", "DEU", "tariffs on steel"),
    ("Moscow considers the dam a provocation.", "opposes", "RUS", "dam"),
    ("Hollande warned that a war against Iraq would be a mistake.", "opposes", "FRA", "war against Iraq"),
    ("Germany is opposed to a war in Iraq.", "opposes", "DEU", "war in Iraq"),
    ("Kazakhstan spoke out in favour of the expansion of trade.", "supports", "KAZ", "expansion of trade"),
    ("Merkel voiced scepticism about a no-fly zone in Libya.", "doubts", "DEU", "no-fly zone in Libya"),
    ("Myanmar did not agree to the visit of the envoy.", "opposes", "MMR", "visit of the envoy"),
    ("France no longer supports the joint patrols.", "opposes", "FRA", "joint patrols"),
    ("Iran withdrew its support for the road map.", "opposes", "IRN", "road map"),
    ("Lavrov said that the foreign troops must leave Syria.", "demands", "RUS", "leave Syria"),
    (
        "Lavrov said that the sanctions on Iran must be lifted.",
        "demands",
        "RUS",
        "lifting of the sanctions on Iran",
    ),
    (
        "Hollande pleaded for the tribunal to be moved to Arusha.",
        "demands",
        "FRA",
        "tribunal to be moved to Arusha",
    ),
    (
        "Lavrov said that Moscow was worried, and that it was against the partition of Syria.",
        "opposes",
        "RUS",
        "partition of Syria",
    ),
    ("Iran is not ready for talks on its missiles.", "opposes", "IRN", "talks on its missiles"),
    ("Egypt is an opponent of the dam.", "opposes", "EGY", "dam"),
    ("Saudi Arabia threw its weight behind the Moroccan plan.", "supports", "SAU", "Moroccan plan"),
    ("Lavrov sees no alternative to direct talks.", "supports", "RUS", "direct talks"),
    ("Dutch lawmakers voted down the trade agreement.", "opposes", "NLD", "trade agreement"),
    ("Ireland backs a common policy but Greece opposes a European army.", "opposes", "GRC", "European army"),
    ("Spain wants the archive returned to Salamanca.", "demands", "ESP", "archive returned to Salamanca"),
    ("Nigeria urged the junta not to harm the president.", "opposes", "NGA", "harm the president"),
    ("Merkel branded the pact a tool of empire.", "opposes", "DEU", "pact"),
    ("Merkel does not think that the plan is useful.", "opposes", "DEU", "plan"),
    ("Thailand was reluctant to accept the observers.", "opposes", "THA", "acceptance of the observers"),
    ("In Berlin they hope that the truce will hold.", "supports", "DEU", "truce"),
    ("Finland expressed solidarity with Estonia.", "supports", "FIN", "Estonia"),
    ("Japan praised the efforts of the African Union.", "supports", "JPN", "efforts of the African Union"),
    (
        "Russia proposed that both sides withdraw their tanks.",
        "supports",
        "RUS",
        "both sides withdraw their tanks",
    ),
    ("Italy cautioned against haste.", "opposes", "ITA", "haste"),
    ("Italy urged Ghana to boycott the congress.", "demands", "ITA", "boycott the congress"),
    ("Kenya had long opposed settlement expansion.", "opposes", "KEN", "settlement expansion"),
    ("The Arab League rejected the Transitional Council.", "opposes", None, "Transitional Council"),
    ("Lavrov said that Moscow will not sign until the rebels leave.", "demands", "RUS", "rebels leave"),
    ("Norway asked the court in Cairo to free her.", "demands", "NOR", "release"),
]


@pytest.mark.parametrize(("text", "stance", "country", "issue"), CASES)
def test_position(reader: Reader, text: str, stance: str, country: str, issue: str) -> None:
    found = [
        (p.stance, p.holder.country, p.issue.label)
        for p in reader.read(text, published="2015-12-15").positions
    ]
    assert (stance, country, issue) in found
    assert len(found) == text.count(" but ") + 1


@pytest.mark.parametrize(
    "text",
    [
        "Syria accused Turkey of supporting gunmen.",
        "Iran denied that it was seeking a nuclear weapon.",
        "Menon did not rule out talks with Pakistan.",
        "Lavrov said that Russia must build new ships.",
        "Kerry said that trade with Russia grew by a tenth.",
        "Kerry insists that he takes no side.",
        "Kerry thanked Switzerland for its hospitality.",
        "Kerry praised the courage of the rescuers.",
        "Kerry met Lavrov, who asked not to be named.",
        "Lavrov opposes it.",
        "Kerry asked Lavrov to reconsider it.",
        "Algeria has opened its skies to French warplanes.",
        "Mugabe read everything that his government dismissed.",
        "Lavrov denounced what he called an attempt.",
        "The fighters buried all hopes for coexistence.",
        "Kerry refused to comment on the talks.",
        "Lavrov asked whether the talks would go on.",
        "Kerry offered an explanation of the delay.",
        "Zarif would have preferred a shorter text.",
        "Mali and Niger signed a treaty on grazing.",
        "Merkel declined to rule out a referendum.",
        "Kerry refused to take a call from Lavrov.",
        "Kerry asked Oman to mediate.",
        "If France were to block the talks, it might find itself alone.",
        "Merkel said that she will not speak until the report is ready.",
        "The president has no plan to visit Moscow.",
    ],
)
def test_a_plain_report_or_a_nameless_issue_is_no_position(reader: Reader, text: str) -> None:
    assert reader.read(text, published="2015-12-15").positions == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Germany supports the dam on the Mekong. Laos voiced its opposition to this plan.",
            {("supports", "DEU", "dam on the Mekong"), ("opposes", "LAO", "dam on the Mekong")},
        ),
        ("Abbas will not meet Pence on his tour of the region.", {("opposes", "PSE", "meeting with Pence")}),
        (
            "Laos renewed its call for the release of the monks.",
            {("demands", "LAO", "release of the monks")},
        ),
        ("China made solemn representations to Japan.", set()),
        (
            "Kerry restated Moscow's preference for a loose federation.",
            {("supports", "RUS", "loose federation")},
        ),
        ("Tehran laments that the pressure will grow.", {("opposes", "IRN", "pressure will grow")}),
        ("Lavrov said that the draft treaty was not satisfactory.", {("opposes", "RUS", "draft treaty")}),
        ("Zarif urged restraint in the Gulf.", {("demands", "IRN", "restraint in the Gulf")}),
        (
            "Zarif lauded the decision to lift the embargo.",
            {("supports", "IRN", "decision to lift the embargo")},
        ),
        ("Cuba imposed a ban to support its claim.", set()),
        ("The vote should come as a surprise to nobody, Kerry said.", set()),
        ("Iran hails its navy\n\nThe navy sailed on Friday.", set()),
    ],
)
def test_issues_told_by_what_was_named_before(
    reader: Reader, text: str, found: set[tuple[str, str, str]]
) -> None:
    positions = reader.read(text, published="2017-12-10").positions
    assert {(p.stance, p.holder.country, p.issue.label) for p in positions} == found


def test_a_joint_position_is_one_for_each_holder(reader: Reader) -> None:
    text = "Kerry and Lavrov stressed the need for a ceasefire in Syria."
    found = [(p.holder.country, p.stance) for p in reader.read(text, published="2015-12-15").positions]
    assert sorted(found) == [("RUS", "supports"), ("USA", "supports")]


def test_need_of_one_party_is_a_demand(reader: Reader) -> None:
    (position,) = reader.read(
        "Lavrov stressed the need for a ceasefire in Syria.", published="2015-12-15"
    ).positions
    assert (position.stance, position.issue.label) == ("demands", "ceasefire in Syria")


def test_every_position_points_to_what_shows_it(reader: Reader) -> None:
    text = "Lavrov said that the referendum was illegitimate. Kerry urged Iran to release the sailors."
    reading = reader.read(text, published="2015-12-15")
    facts = {f.id for f in (*reading.statements, *reading.events)}
    assert [p.by in facts for p in reading.positions] == [True, True]


@pytest.mark.parametrize(
    ("phrase", "label"),
    [
        ("the need for a ceasefire", "ceasefire"),
        ("its readiness to sign a treaty", "sign a treaty"),
        ("implementation of Minsk", "implementation of the Minsk agreements"),
        ("it", None),
    ],
)
def test_issue_of_a_phrase(phrase: str, label: str | None) -> None:
    issue = issue_of(phrase)
    assert (issue.label if issue else None) == label


def test_no_word_of_a_list_takes_two_stances() -> None:
    for table in stances().words.values():
        assert all(len(found) == 1 for found in table.values()), table


def test_a_pronoun_has_the_issue_named_before(reader: Reader) -> None:
    text = "Germany supports the dam on the Mekong. France has objected to it."
    found = {(p.stance, p.holder.country, p.issue.label) for p in reader.read(text).positions}
    assert found == {("supports", "DEU", "dam on the Mekong"), ("opposes", "FRA", "dam on the Mekong")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kerry told Iran to reject the offer.", {("opposes", "USA", "offer")}),
        ("Kerry urged Iran to back the treaty.", {("supports", "USA", "treaty")}),
        (
            "Russia's demand that Ukraine remain neutral was ignored.",
            {("demands", "RUS", "Ukraine remain neutral")},
        ),
        ("Lavrov repeated his opposition to the embargo.", {("opposes", "RUS", "embargo")}),
        (
            "Lavrov insists that the conflict be resolved in Astana.",
            {("demands", "RUS", "conflict be resolved in Astana")},
        ),
        ("Kerry was skeptical that the truce would hold.", {("doubts", "USA", "truce would hold")}),
        ("Israel would not cooperate with the inquiry.", {("opposes", "ISR", "inquiry")}),
        ("France cannot support the embargo.", {("opposes", "FRA", "embargo")}),
        ("Hungary fought the quota in court.", {("opposes", "HUN", "quota")}),
    ],
)
def test_a_stance_of_who_asks_owns_or_insists(
    reader: Reader, text: str, found: set[tuple[str, str, str]]
) -> None:
    positions = reader.read(text, published="2015-12-15").positions
    assert {(p.stance, p.holder.country, p.issue.label) for p in positions} == found


@pytest.mark.parametrize(
    "text",
    [
        "Kerry blamed Iran for the delay.",
        "French firefighters fought the blaze.",
        "Lavrov may support the embargo.",
        "Lavrov had to accept the plan.",
        "Lavrov would consider backing the plan.",
        "Lavrov expects that the details will be published.",
        "Kerry expressed regret for the loss of life.",
        "Lavrov complained that Tehran had given no answer.",
        "Russia is ready to counter any attack.",
    ],
)
def test_what_is_weighed_forced_or_only_blamed_is_no_position(reader: Reader, text: str) -> None:
    assert reader.read(text, published="2015-12-15").positions == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The United Nations Security Council demanded that those responsible be punished.",
            {("demands", None, "punishment of those responsible")},
        ),
        ("Kenya requested that the fishermen be freed.", {("demands", "KEN", "release of the fishermen")}),
        (
            "Mike Pompeo is ill. Colombia demanded that he be freed.",
            {("demands", "COL", "release of Mike Pompeo")},
        ),
        (
            "Zarif put forward a claim that the Israeli government rejected.",
            {("opposes", "ISR", "claim")},
        ),
        ("Peru withdrew its recognition of Juan Guaidó.", {("opposes", "PER", "Juan Guaidó")}),
        (
            "Iran is holding John Smith, whose release Britain has sought.",
            {("demands", "GBR", "release of John Smith")},
        ),
        ("Lavrov described as unjust the tariffs.", {("opposes", "RUS", "tariffs")}),
        ("Western diplomats doubt that the truce will last.", {("doubts", None, "truce will last")}),
        ("Iran offered to open talks with Iraq.", {("supports", "IRN", "opening of talks with Iraq")}),
        ("Turkey ordered Syria to withdraw its tanks.", {("demands", "TUR", "withdrawal of its tanks")}),
        ("Parliament in Kyiv shot down the proposal.", {("opposes", "UKR", "proposal")}),
        ("Macron scoffed at the plan.", {("opposes", "FRA", "plan")}),
        ("Macron appealed to Israel not to leave the table.", {("demands", "FRA", "leave the table")}),
        ("Macron branded the raid “boorish”.", {("opposes", "FRA", "raid")}),
    ],
)
def test_clauses_that_are_demanded_and_issues_outside_their_clause(
    reader: Reader, text: str, found: set[tuple[str, str, str]]
) -> None:
    positions = reader.read(text, published="2019-12-10").positions
    assert {(p.stance, p.holder.country, p.issue.label) for p in positions} == found


@pytest.mark.parametrize(
    "text",
    [
        "Turkey shot down a Russian jet.",
        "Macron declined to receive Orban.",
        "Jammeh asked Barrow for more time.",
        "Kenya threatened to close the border unless the rebels left.",
        "The Supreme Court of Kenya rejected the petition.",
        "Maduro offered to resign.",
        "Macron ordered the army to free the hostages.",
        "Tehran fears that the raids will go on.",
        "Lavrov insisted that the talks would go on.",
        "Zarif said that Washington must know that Iran is strong.",
        "The UN Security Council adopted resolution 1701.",
    ],
)
def test_orders_to_ones_own_and_what_is_done_to_things_are_no_position(reader: Reader, text: str) -> None:
    assert reader.read(text, published="2019-12-10").positions == []


@pytest.mark.parametrize(
    "text",
    [
        "President Keita of Mali accepted the mediators' plan.",
        "Mali appealed to Russia for help.",
        "President Keita of Mali asked all Malians to remain calm.",
        "Finland hopes the matter can be settled soon.",
        "India and Nepal did not reach an agreement on the border.",
        "Japan and South Korea pledged to refrain from criticising each other.",
    ],
)
def test_acceptances_pleas_and_appeals_to_ones_own_are_no_position(reader: Reader, text: str) -> None:
    assert reader.read(text).positions == []


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("Paris sees no reason to lift the sanctions on Syria.", "lifting of the sanctions on Syria"),
        (
            "Canada hopes that the pact can lower the tension in the region.",
            "lowering of the tension in the region",
        ),
    ],
)
def test_an_issue_is_named_by_the_act_that_follows(reader: Reader, text: str, issue: str) -> None:
    (position,) = reader.read(text).positions
    assert position.issue.label == issue


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Turkey is lukewarm about the plan.", ("doubts", "plan")),
        ("Mexico questioned the legality of the strikes.", ("doubts", "legality of the strikes")),
        ("Sudan insisted that foreign troops leave.", ("demands", "foreign troops leave")),
        (
            "Sudan made the withdrawal of Ethiopian troops a condition for talks.",
            ("demands", "withdrawal of Ethiopian troops"),
        ),
        ("India resisted calls to condemn the invasion.", ("opposes", "condemnation of the invasion")),
        ("Norway backed the call to lift the embargo.", ("supports", "lifting of the embargo")),
        ("Sudan made the plan useless.", None),
        ("Ghana made a proposal to reject the treaty.", None),
    ],
)
def test_conditions_questions_and_calls(reader: Reader, text: str, found: tuple[str, str] | None) -> None:
    wanted = [found] if found is not None else []
    assert [(p.stance, p.issue.label) for p in reader.read(text).positions] == wanted

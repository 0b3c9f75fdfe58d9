from __future__ import annotations

import pytest

from dragoman.facts.agreements import known_agreements, named_in
from dragoman.reader import Reader


def test_counts(reader: Reader) -> None:
    text = "Kerry met Lavrov in Geneva. It was their 20th meeting this year. They talked by phone 36 times."
    found = {(c.what, c.value, c.ordinal) for c in reader.read(text, published="2015-12-15").counts}
    assert ("meeting", 20, True) in found
    assert ("call", 36, False) in found


@pytest.mark.parametrize(
    ("text", "what", "value", "countries", "period"),
    [
        ("Kerry and Lavrov have held 36 phone calls this year.", "call", 36, "RUS USA", ("2015-01-01", "2015-12-31")),
        ("Kerry and Lavrov met for the third time this week.", "meeting", 3, "RUS USA", ("2015-12-14", "2015-12-20")),
        ("Kerry and Lavrov met three times in two months.", "meeting", 3, "RUS USA", ("2015-10-16", "2015-12-15")),
        ("Kerry and Lavrov held five telephone conversations in April alone.", "call", 5, "RUS USA", ("2015-04-01", "2015-04-30")),
        ("Over the past year Kerry and Lavrov have met ten times.", "meeting", 10, "RUS USA", ("2014-12-15", "2015-12-15")),
        ("John Kerry has paid one visit to Cyprus.", "visit", 1, "CYP USA", None),
        ("It was the first visit by John Kerry to Cyprus.", "visit", 1, "CYP USA", None),
        ("Talks between the two ministers, Kerry and Lavrov, were their sixth meeting; the fifth was in May.", "meeting", 6, "RUS USA", None),
    ],
)  # fmt: skip
def test_counts_have_parties_and_a_period(
    reader: Reader, text: str, what: str, value: int, countries: str, period: tuple[str, str] | None
) -> None:
    found = [
        ({p.country for p in c.participants}, (c.period.start, c.period.end) if c.period else None)
        for c in reader.read(text, published="2015-12-15").counts
        if (c.what, c.value) == (what, value)
    ]
    assert found == [(set(countries.split()), period)]


@pytest.mark.parametrize(
    "text",
    ["One visit to the museum is enough.", "Kerry spent 40 hours with Lavrov.", "One of the meetings with Lavrov was long."],
)  # fmt: skip
def test_what_is_no_count(reader: Reader, text: str) -> None:
    assert reader.read(text, published="2015-12-15").counts == []


def test_a_body_that_meets_has_no_host(reader: Reader) -> None:
    text = (
        "There were two meetings of the Security Council in Vienna. Kerry has paid three visits to Austria."
    )
    found = {
        c.what: [p.name for p in c.participants] for c in reader.read(text, published="2015-12-15").counts
    }
    assert found["conference"] == ["UN Security Council"]
    assert "Austria" in found["visit"]


def test_named_agreements_are_whole_words_in_any_case_longest_first() -> None:
    text = "MINSK AGREEMENTS and the Minsk Agreements, not preminsk agreements."
    assert [text[a:b] for a, b, _ in named_in(text, 0, len(text))] == ["MINSK AGREEMENTS", "Minsk Agreements"]
    assert list(named_in(text, 0, 10)) == []  # none goes beyond the end
    for wording, known in known_agreements().items():
        assert [(a, b, k.id) for a, b, k in named_in(f"{wording}.", 0, len(wording) + 1)] == [
            (0, len(wording), known.id)
        ]


@pytest.mark.parametrize(
    ("text", "name", "status"),
    [
        ("Colombia and Panama signed a free trade agreement in Bogota on Friday.", "free trade agreement", "signed"),
        ("ASEAN and China are negotiating a code of conduct in the South China Sea.", "code of conduct", "negotiated"),
        ("The two presidents signed a joint statement on energy.", "joint statement on energy", "signed"),
        ("The memorandum of understanding, which Nepal and India signed last week, covers hydropower.", "memorandum of understanding", "signed"),
        ("Sudan's government and the rebels signed a declaration of principles in Nairobi.", "declaration of principles", "signed"),
        ("Armenia has joined the convention on child labour.", "convention on child labour", "signed"),
        ("Armenia has joined the convention on cluster munitions.", "Convention on Cluster Munitions", "signed"),
        ("The two sides adopted a joint statement in Jeju.", "joint statement", "signed"),
        ("Kabul and Islamabad agreed on a truce in Doha.", "truce", "signed"),
        ("Peru and Chile will sign a mining accord next week.", "mining accord", "negotiated"),
        ("Burundi is no longer a party to the Rome Statute.", "Rome Statute", "withdrawn"),
        ("The Nakhchivan Declaration speaks of borders.", "Nakhchivan Declaration", "in force"),
        ("Under the 1994 accord, Israel and Jordan share the water.", "accord", "in force"),
    ],
)  # fmt: skip
def test_unnamed_agreements(reader: Reader, text: str, name: str, status: str) -> None:
    assert [(a.name, a.status) for a in reader.read(text, published="2014-03-10").agreements] == [
        (name, status)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "North Korea called the exercises a declaration of war.",
        "Can a deal still be reached?",
        "Egypt and Ethiopia failed to reach an agreement on the dam.",
        "No agreement was signed at the summit.",
        "The minister signed a statement.",
        "The president's statement is a declaration of love to Europe.",
    ],
)
def test_what_is_no_agreement(reader: Reader, text: str) -> None:
    assert reader.read(text, published="2014-03-10").agreements == []


def test_agreements(reader: Reader) -> None:
    text = "Moscow called for implementation of the Minsk agreements. The treaty known as New START was signed in 2010."
    found = {a.name: a.status for a in reader.read(text, published="2015-12-15").agreements}
    assert found["Minsk agreements"] == "called for"
    assert "New START" in found


def test_designations(reader: Reader) -> None:
    text = "Boko Haram is designated as a terrorist organization by the United States and Canada."
    (found,) = reader.read(text, published="2015-12-15").designations
    assert found.target.name == "Boko Haram"
    assert {p.country for p in found.by} == {"USA", "CAN"}


def test_a_wrong_office_is_a_warning(reader: Reader) -> None:
    text = "Sergey Lavrov arrived on Monday. U.S. Secretary of State Sergey Lavrov spoke."
    kinds = [w.kind for w in reader.read(text, published="2015-12-15").warnings]
    assert kinds == ["role mismatch"]


@pytest.mark.parametrize(
    ("text", "target", "label"),
    [
        ("The United States put Cuba back on the list of state sponsors of terrorism in 2021.", "Cuba", "state sponsor of terrorism"),
        ("The European Union put Hamas on its list of terrorist organisations.", "Hamas", "terrorist organisation"),
        ("Washington added Hezbollah to its terrorist list.", "Hezbollah", "terrorist organisation"),
    ],
)  # fmt: skip
def test_listed_as_terrorist(reader: Reader, text: str, target: str, label: str) -> None:
    found = reader.read(text, published="2021-03-10").designations
    assert [(d.target.name, d.label) for d in found] == [(target, label)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Canada and Britain have blacklisted Hezbollah as a terror group.", "Hezbollah by CAN GBR"),
        ("EU governments agreed to put the military wing of the group Hezbollah on the EU terror list.", "Hezbollah by -"),
        ("The PKK is on the EU's list of terrorist organisations.", "Kurdistan Workers' Party by -"),
        ("The PKK, considered a terrorist group by Ankara, said it shot down a helicopter.", "Kurdistan Workers' Party by TUR"),
        ("Canada's designation of Boko Haram as a terrorist organisation was welcomed.", "Boko Haram by CAN"),
        ("The Saudi decision to list Hezbollah as a terrorist organisation was hailed in Manama.", "Hezbollah by SAU"),
        ("Al-Shabaab, already designated by Kenya as a terrorist group, claimed it.", "al-Shabaab by KEN"),
        ("The US-designated terrorist group Hezbollah denied the charge.", "Hezbollah by USA"),
        ("Evo Morales described Israel as a terrorist state.", "Israel by BOL"),
    ],
)  # fmt: skip
def test_ways_to_designate(reader: Reader, text: str, expected: str) -> None:
    found = reader.read(text, published="2013-07-22").designations
    told = [f"{d.target.name} by {' '.join(sorted(p.country or '-' for p in d.by))}" for d in found]
    assert told == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Jordan warned against listing Hezbollah as a terrorist group.",
        "Egypt called for adding Hamas to the terrorist list.",
        "Cairo urged the League to consider Hamas a terrorist organization.",
        "France would list Hamas as a terrorist group if it kept firing.",
        "Germany banned Hezbollah and raided mosques of suspected extremists.",
    ],
)
def test_what_is_only_wished_designates_nobody(reader: Reader, text: str) -> None:
    assert reader.read(text, published="2013-07-22").designations == []


def test_the_list_goes_on(reader: Reader) -> None:
    text = "Canada put the Tamil Tigers on its terrorist blacklist. The list also includes the group Hamas."
    found = reader.read(text, published="2006-05-31").designations
    assert [(d.target.name, d.by[0].country) for d in found][1:] == [("Hamas", "CAN")]


def test_the_deal_is_the_one_told_of_before(reader: Reader) -> None:
    text = (
        "Serbia and Kosovo signed a border accord in Oslo. The deal was signed by ministers."
        " A week later the accord was violated."
    )
    found = [(a.name, a.status) for a in reader.read(text, published="2013-07-22").agreements]
    assert found == [("border accord", "signed"), ("border accord", "violated")]


def test_who_accuse_each_other_of_a_breach_are_parties(reader: Reader) -> None:
    text = "Armenia and Azerbaijan accused each other of violating a ceasefire agreement in Karabakh."
    (found,) = reader.read(text, published="2020-10-10").agreements
    assert {p.country for p in found.parties} == {"ARM", "AZE"}


def test_a_list_of_other_things_designates_nobody(reader: Reader) -> None:
    text = "France put Turkey on the list of guests, and terrorists attacked Paris."
    assert reader.read(text, published="2021-03-10").designations == []


def test_the_congress_of_a_party_is_no_contact(reader: Reader) -> None:
    text = "The president spoke when the 8th Congress of the Communist Party of Cuba had closed."
    assert reader.read(text, published="2021-04-20").counts == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Chile and Peru signed an agreement on Friday that ends their dispute. The foreign ministers signed the "
            "Lima Accord at a ceremony in the palace.",
            ["Lima Accord"],
        ),
        ("Sudan and South Sudan signed an agreement on oil on Friday.", ["agreement on oil"]),
        ("Israel and Egypt signed an agreement on Friday.", ["agreement"]),
        (
            "Chile and Peru signed an agreement on Friday. Bolivia and Brazil signed the La Paz Accord on Monday.",
            ["La Paz Accord", "agreement"],
        ),
    ],
)
def test_what_an_agreement_is_called(reader: Reader, text: str, found: list[str]) -> None:
    agreements = reader.read(text, published="2012-10-26").agreements
    assert sorted(a.name for a in agreements) == found
    assert all(len(a.parties) == 2 and a.time is not None for a in agreements)


def test_two_governments_that_are_known_need_no_contact(reader: Reader) -> None:
    text = (
        "Chinese Premier Li Qiang met Australian Prime Minister Anthony Albanese in Beijing. The two governments signed "
        "a memorandum on trade on Tuesday."
    )
    (found,) = reader.read(text, published="2023-11-08").agreements
    assert len({p.country for p in found.parties}) == len(found.parties) == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peru will request Chile to renegotiate the agreement of 1999 that permits one weekly flight.", ["agreement of 1999"]),
        ("Chile and Peru, which signed the accord of 2011, met in Lima.", ["accord of 2011"]),
        (
            "Chile's army and forces from its northern region have signed an accord setting out how fighters will be "
            "disarmed. The Lima deal was signed on Oct. 2.",
            ["Lima deal", "accord"],
        ),
    ],
)  # fmt: skip
def test_an_agreement_of_another_day_is_another(reader: Reader, text: str, found: list[str]) -> None:
    assert sorted(a.name for a in reader.read(text, published="2012-10-26").agreements) == found

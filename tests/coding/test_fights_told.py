"""Fights as the news tells them: who fought whom, towns that change hands, captives let go, what is no blow at all."""

from __future__ import annotations

import pytest

from dragoman import Reader
from dragoman.coding.examples import notations


def told(reader: Reader, text: str) -> list[str]:
    return notations(reader.read(text, published="2016-05-04"))


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        # Those of both sides who were hurt in a fight are its parties.
        ("Two soldiers and six guerrillas were killed in a gun battle in Peru on Monday.", ["PER ASSAULT/firearms"]),
        ("A policeman and four militants died in clashes in Dagestan in Russia.", ["RUS ASSAULT"]),
        # The hurt are counted in a clause without its verb.
        ("Nine policemen were killed and a tenth wounded when Taliban fighters attacked a post in Kunduz.", ["AFG ASSAULT -> AFG"]),
        # What was taken before, and retaken.
        (
            "Malian soldiers recaptured a village in the far north seized last week by jihadists, the army said.",
            ["MLI ASSAULT -> MLI", "MLI ASSAULT"],
        ),
        ("Al-Shabaab has seized much of Somalia's Gedo region.", ["SOM ASSAULT -> SOM"]),
        # Who holds captives lets them go, not those who ask for it.
        ("Six Afghan teachers were released from Taliban custody after mediation by local elders.", ["AFG RETREAT/release -> AFG"]),
        ("Norway plans to withdraw its troops from Mali.", ["NOR RETREAT/withdraw future -> MLI"]),
        # Who goes as somebody else did it, and he who claims to.
        ("Three gunmen dressed as policemen stormed a hotel in Kismayo, killing nine Somalis.", ["UAF ASSAULT -> SOM"]),
        ("The Tamil Tigers claimed to have killed 40 Sri Lankan soldiers.", ["LKA ASSAULT -> LKA"]),
        # Of two, it was the second; whom somebody fought killed him; a raid tells of the dead beside it.
        (
            "The march led to a scuffle between students and police, who fired tear gas at the crowd in Lusaka.",
            ["ZMB PROTEST/riot -> ZMB", "ZMB ASSAULT/crowd-control -> ZMB"],
        ),
        ("The bandit was killed in a gunfight with Mexican soldiers.", ["MEX ASSAULT/firearms -> CRM"]),
        ("Three Afghans were killed and nine wounded during an American raid on a village in Paktia.", ["USA ASSAULT -> AFG"]),
        # Whose raid it was; rebels have no aircraft unless told; nobody knows who snatched them.
        ("A French-led coalition raid killed nine Malian rebels.", ["FRA ASSAULT -> MLI"]),
        ("A U.S.-led air strike killed nine Syrian soldiers.", ["USA ASSAULT/aerial -> SYR"]),
        ("Colombian rebels bombed a police station in Cali.", ["COL ASSAULT/explosives -> COL"]),
        ("Syrian jets bombed a bakery in Hama.", ["SYR ASSAULT/aerial -> SYR"]),
        ("Three engineers were snatched in Kano in Nigeria on Monday.", ["UAF ASSAULT/abduct -> NGA"]),
        ("Nine hostages were set free by rebels in Chad on Monday.", ["TCD RETREAT/release -> TCD"]),
        (
            "Two soldiers and five rebels were killed in a clash in Chad as government troops launched a hunt.",
            ["TCD ASSAULT"],
        ),
        ("Resistance fighters attacked Burmese troops near Lashio.", ["MMR ASSAULT -> MMR"]),
        ("The rebels of Congo were forced to retreat from Bunia on Monday.", ["COD RETREAT/withdraw -> COD"]),
        ("Police in Nairobi fired several volleys of tear gas on Moi Avenue.", ["KEN ASSAULT/crowd-control -> KEN"]),
    ],
)  # fmt: skip
def test_who_did_what_to_whom(reader: Reader, text: str, gives: list[str]) -> None:
    assert [one for one in told(reader, text) if "CONSULT" not in one] == gives


@pytest.mark.parametrize(
    "text",
    [
        "The battle was the worst since a truce between the rebels and the government of Burundi collapsed.",
        "Eritrea denied allegations that it was arming the rebels of Somalia.",
        "France has 1,500 troops deployed in Gabon.",
        "About 9,000 French troops are stationed in Djibouti.",
        "The army of Chad said many more rebels may have been killed.",
        "The group is infamous for atrocities against villagers in Sierra Leone.",
    ],
)
def test_nothing_done(reader: Reader, text: str) -> None:
    assert told(reader, text) == []


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("Two soldiers and a shepherd were killed in a bombing in Peru.", "UAF ASSAULT/explosives -> PER"),
        ("Three French soldiers were killed in an ambush in Mali on Monday.", "UAF ASSAULT -> FRA"),
        (
            "A truce between the rebels and the government of Burundi began on Monday.",
            "BDI RETREAT/ceasefire",
        ),
        ("Police arrested a man in Nairobi wanted by Interpol.", "KEN COERCE/arrest"),
        ("France has deployed 1,500 troops to Gabon.", "FRA MOBILIZE/troops -> GAB"),
        ("Egypt claimed that Sudan had shelled its border posts.", "EGY ACCUSE/allege -> SDN"),
        ("The rebels of Congo plan to withdraw from Bunia on Monday.", "COD RETREAT/withdraw future"),
        ("France stationed 900 troops in Djibouti in April.", "FRA MOBILIZE/troops -> DJI"),
    ],
)
def test_near_misses(reader: Reader, text: str, gives: str) -> None:
    assert any(one.startswith(gives) for one in told(reader, text)), told(reader, text)


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        # Ground won back at home is won from whoever held it, not from one's own state.
        ("Nigerian troops recaptured the town of Bama on Monday.", ["NGA ASSAULT"]),
        ("Khartoum engaged in a battle in the town of Heglig on Monday.", ["SDN ASSAULT"]),
        ("Kenyan troops captured Kismayo in Somalia on Monday.", ["KEN ASSAULT -> SOM"]),
        ("Iraqi forces recaptured Ramadi from Islamic State fighters.", ["IRQ ASSAULT -> REB"]),
        # A bomber with a car is no aircraft.
        ("A bomber blew up his car near a barracks in Kabul.", ["UAF ASSAULT/suicide-attack -> AFG"]),
        ("Turkish jets blew up a depot near Duhok.", ["TUR ASSAULT/aerial -> IRQ"]),
        # People taken from school by nobody named are not arrested, nor let go by the state.
        ("Thirty pupils were seized from their school in Cameroon.", ["UAF ASSAULT/abduct -> CMR"]),
        (
            "Thirty pupils who were seized from their school in Cameroon were freed.",
            ["UAF ASSAULT/abduct -> CMR"],
        ),
        # What one is said to be punished for.
        (
            "The Commonwealth suspended Fiji on the grounds that its leader had rigged the vote.",
            ["IGO SANCTION/expel -> FJI"],
        ),
    ],
)
def test_who_is_fought_and_taken(reader: Reader, text: str, gives: list[str]) -> None:
    assert told(reader, text) == gives


@pytest.mark.parametrize(
    "text",
    [
        "The exiled king delayed plans to return to Nepal.",
        "The Sahrawi movement has sympathy from a group of African states.",
    ],
)
def test_no_fight_and_no_yielding(reader: Reader, text: str) -> None:
    assert told(reader, text) == []


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        # Those who were hit in one telling did not do it because they hit back in the next.
        (
            "The rebels were ambushed in Mali on Monday. The rebels killed nine soldiers in the fighting in Mali on Monday.",
            ["UAF ASSAULT -> MLI", "MLI ASSAULT -> MLI"],
        ),
        # The ambush told with the wounded is that of the killed.
        ("Six soldiers were killed and four wounded in a rebel ambush in Uganda.", ["UGA ASSAULT -> UGA"]),
        # An agency before the dash does nothing.
        (
            "(Reuters) - French jets carried out air strikes on militants in Mali on Monday.",
            ["FRA ASSAULT/aerial -> MLI"],
        ),
    ],
)
def test_one_blow_and_its_doers(reader: Reader, text: str, gives: list[str]) -> None:
    assert told(reader, text) == gives


@pytest.mark.parametrize(
    "text",
    [
        "The resolution, sponsored by Ghana on behalf of African states, is long.",
        "The army struggled to meet a 2010 deadline set by President Arroyo to defeat the insurgents.",
        "Chad has the weapons it needs to defend its interests.",
    ],
)
def test_only_described(reader: Reader, text: str) -> None:
    assert told(reader, text) == []

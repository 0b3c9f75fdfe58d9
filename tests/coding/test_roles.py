"""Who did an act and whom it touched, where the slots of its entry do not say."""

from __future__ import annotations

import pytest

from dragoman.coding.examples import notations
from dragoman.reader import Reader

TOLD = [
    # whose are those who die in what nobody is said to have done; between whom it was fought
    ("At least 40 people have died in clashes in Dhaka.", "UAF ASSAULT -> BGD"),
    ("Nine people died in clashes between Chinese and Indian troops.", "CHN,IND ASSAULT"),
    ("Missiles rained down on Kyiv.", "UAF ASSAULT/heavy-weapons -> UKR"),
    # who does it too, beside the subject
    ("Norway, along with Sweden, praised Finland for its decision.", "NOR,SWE SUPPORT -> FIN"),
    (
        "Kuwait, like Bahrain and Saudi Arabia, has backed the Yemeni government.",
        "BHR,KWT,SAU SUPPORT -> YEM",
    ),
    (
        "More than 20 countries, including Chile and Peru, expelled Russian diplomats.",
        "CHL,PER SANCTION/expel -> RUS",
    ),
    # to whom a passive says a thing was promised; whom one tells not to do it
    ("Somalia was promised fresh troops by Kenya on Tuesday.", "KEN AGREE -> SOM"),
    ("Iran's general warned Israel not to attack.", "IRN THREATEN/violence -> ISR"),
    # nobody does it to the state that he acts for
    ("William Ruto spoke with Yoweri Museveni and invited him to Kenya.", "KEN AGREE -> UGA"),
    (
        "The Ghanaian foreign minister declared the support of Accra for the Ivorian plan.",
        "GHA SUPPORT -> CIV",
    ),
    (
        "Bahrain accused Iran of meddling and told its envoys to leave within two days.",
        "BHR SANCTION/expel -> IRN",
    ),
    # what is done to victims is not done by them; what a pact is brokered by is no party
    ("The French minister condemned terrorism against Israelis.", "FRA ACCUSE/disapprove"),
    ("Russia pulled out of a U.N.-brokered grain pact with Ukraine.", "RUS SANCTION/withdraw -> UKR"),
    # two persons run into one name; appeals of who tells
    (
        "Amnesty International said police had beaten ten men in Harare, and urged Zimbabwe to free them.",
        "NGO REQUEST/yield -> ZWE",
    ),
    # whom a word beside the thing that is hit names, or who has the place
    ("Nigerian jets bombed insurgent camps in the Sambisa forest.", "NGA ASSAULT/aerial -> NGA"),
    ("Russia shelled the Ukrainian-held town of Siversk.", "RUS ASSAULT/heavy-weapons -> UKR"),
    ("A Chinese balloon crossed Alaska; the US air force shot it down.", "USA ASSAULT/heavy-weapons -> CHN"),
    ("Ukraine shot down a Russian Su-24.", "UKR ASSAULT/heavy-weapons -> RUS"),
    # who hurt people amid a deed that the clause tells
    ("Ten people were shot dead when Nigerian troops moved in.", "NGA ASSAULT/firearms -> NGA"),
    ("French soldiers opened fire to disperse a crowd in Abidjan.", "FRA ASSAULT/firearms -> CIV"),
    ("Two soldiers were killed when their truck hit a mine in Mali.", "UAF ASSAULT -> MLI"),
    # whom one shoots dead, one officer, guns, and the law that executes
    ("A policeman shot dead a teenager in Lyon, France.", "FRA ASSAULT/firearms -> FRA"),
    ("An officer beat a demonstrator in Lyon on Friday.", "FRA ASSAULT/beat -> FRA"),
    ("Serb guns pounded Sarajevo.", "SRB ASSAULT/heavy-weapons -> BIH"),
    ("Four dissidents were put to death in Chad on Friday.", "TCD ASSAULT/targeted -> TCD"),
    # whose accord is welcomed, and where
    ("Serbia and Kosovo signed a deal. It rained. The pope welcomed the deal.", "VAT SUPPORT -> SRB,XKX"),
    ("Peres announced a ceasefire. The French president welcomed the ceasefire.", "FRA SUPPORT"),
    ("In New York, the French president welcomed the accord.", "FRA SUPPORT"),
    # the subject undergoes a nominal act
    # headlines and terms
    ("Twelve US envoys told to leave Cuba by May 3", "CUB SANCTION/expel -> USA"),
    (
        "Foreign Secretary William Hague gave Omar Jelban, Libya's ambassador in London, 24 hours to leave.",
        "GBR SANCTION/expel -> LBY",
    ),
    ("The opposition gave the president of Togo until June to resign.", "TGO REQUEST/change -> TGO"),
    # a host's refusal, an envoy sent, what is told by nobody known
    ("Pakistan will not receive the American envoy Marc Grossman.", "PAK REJECT/meet -> USA"),
    ("Nicolas Sarkozy sent his defence minister to Afghanistan.", "FRA CONSULT/visit -> AFG"),
    (
        "Near Vucitrn, Yugoslav army tanks shelled a village in Kosovo, international monitors reported.",
        "YUG ASSAULT/heavy-weapons -> XKX",
    ),
    (
        "President Francois Hollande, on a visit to Mali, said the force would stay.",
        "FRA CONSULT/visit -> MLI",
    ),
    (
        "The presidents of Peru and Chile, who had gone to Lima to await the outcome, called for calm.",
        "CHL,PER REQUEST/change",
    ),
    ("Three Indian soldiers died in a clash with Chinese troops.", "CHN ASSAULT -> IND"),
    # a passive without a doer: the authorities of the place, or the forces that are moved
    ("A curfew was imposed in Nairobi on Monday.", "KEN COERCE/curfew -> KEN"),
    ("Kenyan police were deployed across Nairobi.", "KEN MOBILIZE/police"),
    # the other party stands inside the object's phrase
    ("Hungary vetoed an aid package for Ukraine.", "HUN REJECT/assist -> UKR"),
    ("Mexico's president criticised the US embargo on Cuba.", "MEX ACCUSE/disapprove -> USA"),
    # nobody else is named: the actor's own people
    ("Myanmar's army imposed a curfew.", "MMR COERCE/curfew -> MMR"),
    # agents without a country belong where they are hurt
    ("Gunmen shot dead a journalist in Tijuana.", "UAF ASSAULT/firearms -> MEX"),
    # the second of two acts in one breath shares the other party
    ("Canada condemned Iran and suspended aid.", "CAN SANCTION/discontinue -> IRN"),
    # the object behind a measure
    (
        "Afghan rebels have abducted as many as nine Russian engineers from a village market.",
        "AFG ASSAULT/abduct -> RUS",
    ),
    # the doer's own things inside the object's phrase are passed over
    ("Lesotho demanded higher prices for its water from South Africa.", "LSO REQUEST/change -> ZAF"),
    ("Finland sent soldiers to its frontier with Russia.", "FIN MOBILIZE/troops -> RUS"),
    # a pronoun in an object is the other party
    ("Norway had proof against Moscow and accused it of jamming.", "NOR ACCUSE/allege -> RUS"),
    # forces are moved against those whom a purpose or cause names
    ("Cyprus put its navy on alert after a Turkish ship entered the bay.", "CYP MOBILIZE/troops -> TUR"),
    ("Troops massed in Bambari to hold off the rebels.", "CAF MOBILIZE/troops -> CAF"),
    # a nameless deed is done by whom its phrase lays it on, who then is accused by nobody named
    ("Nine villagers died in a raid blamed on Boko Haram in northern Cameroon.", "NGA ASSAULT -> CMR"),
    ("The attack, attributed to al-Shabab, killed nine villagers in Kenya.", "SOM ASSAULT -> KEN"),
    # what a blow did is the blow's, not that of what it fell on
    (
        "An al-Shabab attack on a Kenyan base that killed nine soldiers was condemned by Uganda.",
        "SOM ASSAULT -> KEN",
    ),
    (
        "Israel carried out an air strike on a convoy killing two Iranian officers.",
        "ISR ASSAULT/aerial -> IRN",
    ),
    # a gerund names what goes on
    (
        "Three Georgian villagers were wounded in shelling on Friday by Armenian troops.",
        "ARM ASSAULT/heavy-weapons -> GEO",
    ),
    # the country that a doer accuses is another one
    ("Chad bombed a Sudanese base, accusing the country of arming rebels.", "TCD ACCUSE/allege -> SDN"),
    # forces are those of the state that speaks for them, unless it is the one that acts on them
    (
        "The Indian spokesman said troops killed a militant near the border with Pakistan.",
        "IND ASSAULT -> PAK",
    ),
    ("A Greek minister said police had detained ten smugglers from Turkey.", "GRC COERCE/arrest -> TUR"),
    # what one charges another with is not done by oneself
    (
        "Sudan regularly accuses Uganda of training rebels and allowing them across the border.",
        "SDN ACCUSE/allege -> UGA",
    ),
    # several who exchange words say them to each other
    (
        "Sudan and Chad traded accusations of shelling villages and of backing rebels.",
        "SDN,TCD ACCUSE/allege -> SDN,TCD",
    ),
    # the accusers behind what one is accused of
    (
        "Boko Haram is accused of killing dozens of farmers by the Cameroonian authorities.",
        "CMR ACCUSE/allege -> NGA",
    ),
    # a place before the word for its ground
    ("Gunmen attacked a clinic in Gao's outskirts.", "UAF ASSAULT -> MLI"),
    # the two of the clause before
    (
        "Mali and Niger signed a truce but both accuse each other of shelling.",
        "MLI,NER ACCUSE/allege -> MLI,NER",
    ),
    # soldiers that a state's forces kill are the other state's
    ("Eritrean troops crossed the border. Ethiopia said it had killed ten soldiers.", "ETH ASSAULT -> ERI"),
    # fighters of whom no more is told are of the one armed group named
    (
        "Boko Haram attacked Chad on Monday. Cameroon said fighters burned ten villages.",
        "NGA ASSAULT/destroy",
    ),
    ("Boko Haram attacked Chad on Monday. Chad killed 200 militants.", "TCD ASSAULT -> NGA"),
    # rebels whom a state is said to back are against the one that says so
    ("Juba says Sudan backs insurgents on its territory.", "SSD ACCUSE/allege -> SDN"),
    # who tells of a blow by another state was hit by it, if it says no more
    (
        "South Sudanese spokesman Philip Aguer said Sudanese planes had bombed the village of Rumaker.",
        "SDN ASSAULT/aerial -> SSD",
    ),
    # what the other did before is what one strikes back for
    (
        "The Chadian army attacked after Boko Haram gunmen fired at a crowd of people.",
        "TCD ASSAULT -> NGA",
    ),
    # who brokers talks is no party to them
    (
        "Malian and Nigerien ministers met on Friday. The African Union-mediated talks resumed on Monday.",
        "MLI,NER CONSULT",
    ),
    ("Russian-Turkish talks were held on Monday.", "RUS,TUR CONSULT"),
    # a weapon is whose who fired it
    ("A mortar fired by Houthi rebels killed two Saudi guards.", "YEM ASSAULT/heavy-weapons -> SAU"),
    # doers whom the parser hung on the verb above
    (
        "Ankara protested over the shelling of Turkish soil by the Syrian army.",
        "SYR ASSAULT/heavy-weapons -> TUR",
    ),
    (
        "A decision was taken at a meeting held at the ministry level between Chad and Niger on Monday.",
        "NER,TCD CONSULT",
    ),
    # whose support one seeks goes before whom it is for
    (
        "Rwanda's minister Vincent Biruta met reporters. He sought Kenya's support for Rwanda's bid.",
        "RWA REQUEST/assist -> KEN",
    ),
    # who holds somebody
    ("The Kenyan editor was released from jail on Friday.", "KEN RETREAT/release -> KEN"),
    ("The Chadian activist was badly beaten in custody.", "TCD ASSAULT/beat -> TCD"),
    # a body among several states in one word, and who commands forces
    ("U.N. and French helicopters attacked the army's base in Abidjan.", "FRA,IGO ASSAULT/aerial -> CIV"),
    # the state before a visit to it
    (
        "Ugandan President Yoweri Museveni will begin his two-day Nepal visit on Sunday.",
        "UGA CONSULT/visit future -> NPL",
    ),
    # rebels and their government are two sides at home
    ("The government of Nepal was ready to meet the Maoist rebels.", "NPL AGREE -> NPL"),
    # `it` of somebody spoken of is no empty word
    ("Hezbollah said it demanded an Israeli withdrawal.", "LBN REQUEST/yield -> ISR"),
    # agents of several states in one word
    ("The Spanish and Moroccan ministers visited Niamey.", "ESP,MAR CONSULT/visit -> NER"),
    ("Oman and Qatar signed a pact and their navies held a joint exercise.", "OMN,QAT COOPERATE"),
    # what stands for a relative pronoun
    ("The Dutch ministry, whose office was bombed by Iran, complained.", "IRN ASSAULT/aerial -> NLD"),
    # the weapon's origin tells the doer, camps those who live in them
    ("A shell fired from Israeli lines killed two people in Gaza.", "ISR ASSAULT/heavy-weapons -> PSE"),
    ("A camp for Somali refugees was attacked by Kenyan soldiers.", "KEN ASSAULT -> SOM"),
    # a group at home is another side
    ("Nepal's government is ready for talks with the Maoists.", "NPL AGREE -> NPL"),
    # who ordered a strike did it; a court that several states keep is of none
    ("The raid that killed Osama bin Laden was ordered by Barack Obama.", "USA ASSAULT"),
    ("Judges of a special court in The Hague sentenced Hashim Thaci.", "IGO SANCTION/convict -> XKX"),
    ("A Dutch court in The Hague sentenced a Syrian soldier.", "NLD SANCTION/convict -> SYR"),
    # foreigners before people at home, whom one complains of before whom one complains to
    ("Iraq handed over to Iran the bodies of its soldiers.", "IRQ RETREAT/release -> IRN"),
    (
        "Fiji lodged a complaint with the World Trade Organization against Japan's curbs.",
        "FJI ACCUSE/disapprove -> JPN",
    ),
    # the doer of what is condemned before whom it is done to; an object pronoun is the other person
    ("Chile condemned Israel's operation against Iran.", "CHL ACCUSE/disapprove -> ISR"),
    ("Emmanuel Macron met Vladimir Putin, urging him to stop the war.", "FRA REQUEST/yield -> RUS"),
    # what two talk of is no party
    ("Sergey Lavrov discussed Syria with Mevlut Cavusoglu by phone.", "RUS,TUR CONSULT/phone"),
    # an infinitive that the parser hung elsewhere
    ("Bolivia's leaders had threatened in March to seize the American base.", "BOL THREATEN/violence -> USA"),
    # a protest for a departure is against those who are to leave
    ("Thousands demonstrated in Beirut for the departure of the Syrian troops.", "LBN PROTEST/demo -> SYR"),
    # those asked to withdraw are asked
    ("Kenya demanded the withdrawal of Ugandan troops from the island.", "KEN REQUEST/yield -> UGA"),
    # the city told before; who claims what nameless attackers did
    (
        "Russian troops withdrew from Kherson. They shelled the city hours later.",
        "RUS ASSAULT/heavy-weapons -> UKR",
    ),
    (
        "Two bombs killed nine people in Jos. Boko Haram claimed responsibility.",
        "NGA ASSAULT/explosives -> NGA",
    ),
    # whom a pronoun alone names
    ("The police in Osh opened fire on them.", "KGZ ASSAULT/firearms"),
    # the leaders of bodies of two states; a name that no table knows is of the court's country
    ("The heads of the border services of Kyrgyzstan and Tajikistan held talks.", "KGZ,TJK CONSULT"),
    ("A court in Tehran sentenced the scientist Ahmadreza Djalali.", "IRN SANCTION/convict -> IRN"),
    # a city that is addressed is the government in it; whom one promises something
    ("Jakarta protested to Canberra.", "IDN ACCUSE/disapprove -> AUS"),
    ("Nepal promised China not to allow any protests.", "NPL AGREE -> CHN"),
    ("Kim Jong Un agreed to dismantle a site after talks with Moon Jae-in.", "PRK AGREE -> KOR"),
    # what a ban is on; an adjective shared by two nouns
    ("The United States lifted its ban on selling arms to Vietnam.", "USA CONCEDE -> VNM"),
    ("Israel released 39 Palestinian women and teenagers on Friday.", "ISR RETREAT/release -> PSE"),
    # each other; all the parties told before; states in a row that the parser took for names of the first
    ("Kenya and Somalia blamed each other for the clash.", "KEN,SOM ACCUSE/allege -> KEN,SOM"),
    (
        "Kenya attacked Somalia on Monday. Norway urged all the parties to stop.",
        "NOR REQUEST/change -> KEN,SOM",
    ),
    ("Damascus, the Iranian militias and Russia continued attacks on Turkey.", "IRN,RUS,SYR ASSAULT -> TUR"),
    # the subject of the clause before
    (
        "Modi has met Queen Elizabeth II, on Friday will hold talks with Angela Merkel.",
        "DEU,IND CONSULT future",
    ),
    # concern about what comes from somebody
    ("Norway expressed concern about false claims coming from Sudan.", "NOR ACCUSE/disapprove -> SDN"),
    # what the parser took for a part of what it is called, and whose provocation something is
    (
        "Ecuadorean President Rafael Correa called the British threat intolerable.",
        "ECU ACCUSE/disapprove -> GBR",
    ),
    ("Norway denounced the exercise as a provocation by Sudan.", "NOR ACCUSE/disapprove -> SDN"),
    # the second verb of a relative clause is the main clause's
    (
        "Japan arrested Chinese activists who landed there and will deport them.",
        "JPN COERCE/deport future -> CHN",
    ),
    # a demand that somebody do a thing; a resolution against somebody
    ("France called for the United Nations to play a role in Chad.", "FRA REQUEST"),
    ("The UN General Assembly adopted a resolution against Iran.", "IGO ACCUSE/disapprove -> IRN"),
    # forces attack by force
    ("Indian jets attacked infiltrators from Pakistan.", "IND ASSAULT/aerial -> PAK"),
    # done as another did before
    (
        "The United States imposed sanctions on Chad, and Canada followed suit.",
        "CAN SANCTION/discontinue -> TCD",
    ),
    ("Kenya expelled a Sudanese envoy. Uganda will do the same.", "UGA SANCTION/expel future -> SDN"),
    # the doer of a deed that the parser hung on the verb
    (
        "Norway described the downing of a Swedish plane by the Chadian army as a mistake.",
        "NOR ACCUSE/disapprove -> TCD",
    ),
    # measures that a decree introduces
    (
        "The President of Ukraine signed a decree on the introduction of sanctions against Russian companies.",
        "UKR SANCTION/discontinue -> RUS",
    ),
    # troops that are offered threaten nobody
    ("Chad is ready to send troops to Niger, its president said.", "TCD AGREE -> NER"),
    # what is not going to be done
    ("Turkey is not going to apologise to Russia.", "TUR REJECT/yield -> RUS"),
    # two clauses beside each other
    ("Chad refused to release the prisoners; Niger rejected an offer of Benin.", "TCD REJECT/yield -> TCD"),
    # the speaker is a party to talks with two others, and to the call in which a thing was agreed
    (
        "In talks with the leaders of France and Chad, President Vladimir Putin was silent.",
        "FRA,RUS,TCD CONSULT",
    ),
    ("Assad agreed to the plan in a phone call with Putin.", "RUS,SYR CONSULT/phone"),
    # the participle of the main clause, hung on a noun before it
    (
        "Serbia lodged a protest with Albania, charging its neighbour with supporting dissidents.",
        "SRB ACCUSE/allege -> ALB",
    ),
    ("Erdogan sent a letter to Putin expressing regret over the incident.", "TUR CONCEDE"),
    # an inquiry into one's own people; what is imposed at home
    (
        "Kosovo is investigating war crimes by Kosovar fighters against Serb villagers.",
        "XKX ACCUSE/investigate -> XKX",
    ),
    (
        "Togo's government said on radio that it stands ready to impose martial law.",
        "TGO THREATEN/restrict -> TGO",
    ),
    # one's own state is not whom one is sorry to, and a state pays back in kind
    ("Belarus expelled a Polish diplomat on Monday. Poland responded in kind.", "POL SANCTION/expel -> BLR"),
    # governments do not demonstrate
    ('"We are protesting through diplomatic channels," the Polish government said.', "POL ACCUSE/disapprove"),
    # one's own troops are no party to the promise to move them
    ("Russia undertook to return its troops.", "RUS AGREE"),
]


@pytest.mark.parametrize(("text", "gives"), TOLD)
def test_roles(reader: Reader, text: str, gives: str) -> None:
    found = notations(reader.read(text, published="2024-06-01"))
    assert gives in found or any(f.startswith(gives) for f in found if "->" not in gives), found


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        # what signers sign together, and the topic of talks, touch no third party
        ("Qatar and Oman signed a treaty on Yemen.", "OMN,QAT SUPPORT"),
        ("Norway offered to host a peace conference on Sudan.", "NOR AGREE"),
        # donors are asked, not those whom they are to help; several promise a thing to each other
        ("Norway urged donors to help Sudan.", "NOR REQUEST/assist"),
        (
            "Norway and Sweden agreed to work closely in the operation against pirates in Somalia.",
            "NOR,SWE AGREE",
        ),
    ],
)
def test_what_names_no_other_party(reader: Reader, text: str, gives: str) -> None:
    assert gives in notations(reader.read(text))


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("A terrorist group banned in Russia met Iranian diplomats.", "COERCE"),
        ("The Russian army left the town of the group forbidden in Russia.", "COERCE"),
    ],
)
def test_what_stands_as_a_label_is_no_act(reader: Reader, text: str, act: str) -> None:
    assert act not in {e.act for e in reader.read(text).events}


def test_the_allies_of_a_state_are_not_that_state(reader: Reader) -> None:
    (event,) = reader.read("Norway urged Turkey's allies to show restraint.").events
    assert [(p.name, p.country) for p in event.recipients] == [("Turkey's allies", None)]


def test_an_attack_blamed_on_a_party_does_not_hit_it(reader: Reader) -> None:
    reading = reader.read("Nigeria blamed the attack on Chad.")
    assert notations(reading) == ["NGA ACCUSE/allege -> TCD"]


def test_the_drills_that_one_protests_are_the_accused_ones(reader: Reader) -> None:
    found = notations(reader.read("Japan accused China of a plot and condemned its naval exercises."))
    assert not any(f.startswith("JPN MOBILIZE") for f in found), found


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Sudan regularly accuses Uganda of training rebels and allowing them across the border.", "CONCEDE"),
        ("Sudan and Chad traded accusations of raids and of arming rebels.", "SUPPORT"),
        ("A bombing blamed on the rebels killed nine Kenyan soldiers.", "ACCUSE"),
        ("The Saudi-led coalition was accused of launching air raids on Yemen.", "ASSAULT"),
        ("Cameroonian soldiers backed by Chadian jets killed ten militants.", "SUPPORT"),
    ],
)
def test_what_one_is_charged_with_is_no_act_beside_the_charge(reader: Reader, text: str, wrong: str) -> None:
    assert wrong not in {e.act for e in reader.read(text).events}


def test_a_repelled_attack_is_one_act(reader: Reader) -> None:
    events = reader.read("Malian troops repelled a Tuareg attack in Kidal on Tuesday.").events
    assert [e.act for e in events] == ["ASSAULT"]


def test_a_teller_in_a_relative_clause_is_no_party(reader: Reader) -> None:
    text = "The group is part of an alliance which Khartoum says is being supported by Uganda."
    assert all(p.country != "SDN" for e in reader.read(text).events for p in e.recipients)


def test_a_visit_and_a_meeting_name_nobody_twice(reader: Reader) -> None:
    text = "Norway's minister flew to Hanoi to meet Vietnam's president. They met in Hanoi on Monday."
    for e in reader.read(text).events:
        assert not {p.id for p in e.actors} & {p.id for p in e.recipients}


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Ethiopian forces shelled rebel columns. The OLF said it had lost nobody.", ["Oromo Liberation Front"]),
        ("Congolese troops shelled a town held by M23.", ["M23"]),
        ("The Angolan government and UNITA signed an accord in the Zambian capital.", []),
    ],
)  # fmt: skip
def test_whose_a_place_is(reader: Reader, text: str, whom: list[str]) -> None:
    event = reader.read(text, published="2012-05-04").events[0]
    assert [p.name for p in event.recipients] == whom

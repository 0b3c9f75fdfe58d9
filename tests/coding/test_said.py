"""Acts told by what is said, and what only sounds like them."""

from __future__ import annotations

import pytest

from dragoman.coding.examples import notations
from dragoman.reader import Reader

SAID = ("request.must", "request.imperative", "reject.", "threaten.told", "accuse.")


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        # demands
        ("Peru's foreign minister said that Chile must open the border.", "PER REQUEST/yield -> CHL"),
        ("The minister of Togo spoke on Monday. \"Benin must withdraw its troops,\" he said. ", "TGO REQUEST/yield -> BEN"),
        ("\"The hostages must be released,\" the foreign minister of Kenya said.", "KEN REQUEST/yield"),
        ("\"Stop the shelling,\" Prime Minister Meloni told the Libyan president.", "ITA REQUEST/yield -> LBY"),
        ("\"Do not interfere in our affairs,\" the Cuban foreign minister told Canada.", "CUB REQUEST/change -> CAN"),
        ("\"It is time for Cuba to release the prisoners,\" the Spanish foreign minister said.", "ESP REQUEST/yield -> CUB"),
        ("Chad must be ready to mediate, the president of Egypt said.", "EGY REQUEST/change -> TCD"),
        ("Chad warned that if the Sudanese want peace, they must stop the raids.", "TCD REQUEST/yield -> SDN"),
        ("\"The onus is on Chile to open the border,\" the foreign minister of Peru said.", "PER REQUEST/yield -> CHL"),
        ("\"It is up to Chile to open the border,\" the foreign minister of Peru said.", "PER REQUEST/yield -> CHL"),
        ("The president of Ghana said that Togo has two weeks to leave the island.", "GHA REQUEST/change -> TGO"),
        ("\"The government of Canada must act,\" said Jill Brown, a teacher.", "CAN REQUEST/change -> CAN"),
        ("Chad was again urged to withdraw its troops, the foreign minister of Niger said.", "NER REQUEST/yield -> TCD"),
        # refusals
        ("\"These allegations by Chad have no basis,\" the foreign minister of Niger said.", "NER REJECT -> TCD"),
        ("The accusation of Chad is false, the foreign minister of Niger said.", "NER REJECT -> TCD"),
        ("\"Chad's claims do not correspond to reality,\" the foreign minister of Niger said.", "NER REJECT -> TCD"),
        ("Niger rejected what it called the baseless charges of Chad.", "NER REJECT -> TCD"),
        ("The rebels of Chad said they would not do so.", "TCD REJECT"),
        ("\"There will be no agreement with Chad,\" the foreign minister of Niger said.", "NER REJECT -> TCD"),
        ("Chad will not sign until Niger has withdrawn its troops.", "TCD REJECT -> NER"),
        ("Nepal will under no circumstances yield, the foreign minister said.", "NPL REJECT"),
        ("Poland will not accept the quota of refugees proposed by Italy.", "POL REJECT -> ITA"),
        ("\"We will not go to the table with Chad,\" the foreign minister of Niger said.", "NER REJECT/meet -> TCD"),
        ("Ghana does not accept any attempt by Togo to move the border.", "GHA REJECT -> TGO"),
        ("Nepal will never kneel before India.", "NPL REJECT"),
        ("\"We will not be intimidated by Chad,\" the foreign minister of Niger said.", "NER REJECT -> TCD"),
        ("Its centrifuges are not negotiable, the Iranian foreign minister said.", "IRN REJECT"),
        ("The return of the island is not up for discussion, the British prime minister said.", "GBR REJECT"),
        ("\"There will be no talks with Eritrea,\" the Ethiopian prime minister said.", "ETH REJECT/meet -> ERI"),
        ("Greenland is not for sale, Denmark's prime minister said.", "DNK REJECT"),
        ("The sanctions on Belarus will stay until the prisoners are free, the Polish president said.", "POL REJECT/yield -> BLR"),
        ("The Kenyan opposition leader vowed never to recognise the result.", "KEN REJECT"),
        ("The president of Niger vowed that neither the army nor the people would bow to Chad.", "NER REJECT/yield -> TCD"),
        ("The president of Peru promised that no Peruvian would yield to Chile.", "PER REJECT/yield -> CHL"),
        ("The ban on fish from Chile will not be lifted, the president of Peru said.", "PER REJECT/yield -> CHL"),
        ("Our rights will not be affected by the Chilean ruling, the president of Peru said.", "PER REJECT -> CHL"),
        ("The prime minister of Niger said there is no question of leaving Chad.", "NER REJECT -> TCD"),
        ("\"No apology will be made to Chile,\" the president of Bolivia said.", "BOL REJECT/yield -> CHL"),
        ("\"No apology will be forthcoming,\" the prime minister of Japan said.", "JPN REJECT/yield"),
        ("Aid to Burundi will not resume until elections are held, the European Union said.", "IGO REJECT/assist -> BDI"),
        ("The sanctions against Chad will not be revised, the president of Niger said.", "NER REJECT/yield -> TCD"),
        ("Algeria insisted it would not lift its veto until Chad frees the captives.", "DZA REJECT/yield -> TCD"),
        ("Ghana said Togo had broken the truce.", "GHA ACCUSE/allege -> TGO"),
        ("The Peruvian minister said that Chilean officials had knowingly misled the court.", "PER ACCUSE/allege -> CHL"),
        ("Togo has been too slow to act, the foreign minister of Ghana said.", "GHA ACCUSE/disapprove -> TGO"),
        ("Togo is doing too little to stop them, the foreign minister of Ghana said.", "GHA ACCUSE/disapprove -> TGO"),
        ("Kenya's president said that Ugandan officers were involved in the murder.", "KEN ACCUSE/allege -> UGA"),
        ("The sale of Turkish drones to Libya is a grave mistake, Greece said.", "GRC ACCUSE/disapprove -> TUR"),
        ("Burundi says that Rwanda is arming the rebels of RED-Tabara.", "BDI ACCUSE/allege -> RWA"),
        ("\"No talks are possible as long as Chad shoots,\" the foreign minister of Niger said.", "NER REJECT/meet"),
        ("Ghana does not accept that the border has been moved.", "GHA REJECT"),
        ("The president of Ghana vowed never to let the rebels return.", "GHA REJECT/yield -> GHA"),
        ("The president of Ghana vowed not to step down.", "GHA REJECT/change"),
        ("The Togolese opposition leader says he will not return to the table until the prisoners are freed.", "TGO REJECT/meet"),
        # threats
        ("Eritrea warned that Mekelle would become a sea of fire.", "ERI THREATEN/violence -> ETH"),
        ("A Chadian general warned that Niamey would be bombed back to the Stone Age.", "TCD THREATEN/violence -> NER"),
        ("Turkish ships are legitimate targets, the president of Cyprus said.", "CYP THREATEN/violence -> TUR"),
        ("The president of Kenya warned Somalia not to close the border.", "KEN THREATEN -> SOM"),
        ("Chad's foreign minister warned that it would deal very decisively with any move by Niger.", "TCD THREATEN -> NER"),
        ("\"Whoever attacks Chad will face a crushing response,\" the Chadian general said.", "TCD THREATEN"),
        ("Chad must hand over the rebels or face sanctions, the foreign minister of Niger said.", "NER THREATEN/restrict -> TCD"),
        ("Kenya told Chad to free the captives or face new sanctions.", "KEN THREATEN/restrict -> TCD"),
        ("Peru gave Chile ten days to sign or see its assets frozen.", "PER THREATEN/relations -> CHL"),
        ("Any attack on Mali would amount to a declaration of war, the president of Mali said.", "MLI THREATEN/violence"),
        ("Chad warned that punitive steps were under review.", "TCD THREATEN/restrict"),
        ("Chad could use chemical weapons if Niger invaded, the Chadian general said.", "TCD THREATEN/violence -> NER"),
        ("The American envoy warned that it would cost Kenya its aid.", "USA THREATEN/relations -> KEN"),
        ("Chad will face a series of sanctions, the French president said.", "FRA THREATEN/restrict -> TCD"),
        ("\"We will turn Lima into ashes,\" the Chilean general said.", "CHL THREATEN/violence -> PER"),
        ("\"We will respond harshly,\" the Chilean foreign minister said after the Peruvian decision.", "CHL THREATEN -> PER"),
        ("\"If Peru does not leave our land, we will drive them out,\" the president of Chile said.", "CHL THREATEN/expel -> PER"),
        ("Chile's foreign minister said the sale of arms to Bolivia would have consequences for relations with Peru.", "CHL THREATEN -> PER"),
        ("NATO said it will shoot anyone who crosses.", "IGO THREATEN/violence"),
        ("\"Revenge awaits the murderers,\" the president of Chad said.", "TCD THREATEN/violence"),
        ("All options remain on the table if Syria uses gas, the American secretary of state said.", "USA THREATEN -> SYR"),
        ("The Chadian general said his fighters would strike if the bombing went on.", "TCD THREATEN/violence"),
        ("Peru's foreign minister said Chile would be held to account.", "PER THREATEN -> CHL"),
        ("\"Spain will answer the expulsions in kind,\" the Spanish foreign minister said.", "ESP THREATEN"),
        ("Mali's foreign minister said his country would respond firmly if Niger closed the road.", "MLI THREATEN -> NER"),
        ("If Laos fills the dam, Cambodia will take all necessary measures, the Cambodian prime minister said.", "KHM THREATEN -> LAO"),
        ("\"Any aggressor will regret it,\" the commander of the Cuban navy said.", "CUB THREATEN"),
        ("The Syrian president said any attack would be met with force.", "SYR THREATEN/violence"),
        ("The French president said that Serbia risked new sanctions.", "FRA THREATEN/restrict -> SRB"),
        ("The talks will be over if Kenya sends troops, the Somali foreign minister said.", "SOM THREATEN/relations -> KEN"),
        ("Turkey's officials said that Ankara may shut the camps if the money did not arrive.", "TUR THREATEN/restrict"),
        ("The Honduran army chief said that soldiers would open fire on anyone who approached.", "HND THREATEN/violence"),
        ("Ankara would be forced to act if Greece did not keep its word, the Turkish foreign minister said.", "TUR THREATEN -> GRC"),
        ("\"We will crush the aggressors,\" the Korean Central News Agency said.", "PRK THREATEN/violence"),
        ("Qatar warned that it could raise the price of the gas that it sells to Belgium.", "QAT THREATEN -> BEL"),
        ("The Fijian prime minister warned that people who shelter the mutineers will face prison.", "FJI THREATEN/arrest"),
        ("Eritrea said it would respond to any raid.", "ERI THREATEN"),
        ("\"If they attack us, we will burn their ports,\" the Chilean general said.", "CHL THREATEN"),
        ("The European Union warned that Georgia could lose its aid.", "IGO THREATEN/relations -> GEO"),
        ("Sanctions will follow if Georgia does not comply, the Dutch minister said.", "NLD THREATEN/restrict -> GEO"),
        ("The captives will be killed if Niger attacks, the rebels of Niger said.", "NER THREATEN/violence -> NER"),
        ("Laos said it would take countermeasures if the sale goes ahead.", "LAO THREATEN"),
        ("Chad said it would treat any plane entering its airspace as hostile.", "TCD THREATEN/violence"),
        ("Moscow warned that Armenia could lose its gas if it signed the accord.", "RUS THREATEN/relations -> ARM"),
        ("Beijing told Vilnius it would pay a price for the office.", "CHN THREATEN -> LTU"),
        ("Laos said it would take all necessary measures to defend its sovereignty.", "LAO THREATEN"),
        # reproaches
        ("The referendum was a farce, the Irish foreign minister said.", "IRL ACCUSE/disapprove"),
        ("The Indian minister said what happened was a premeditated action by Nepal.", "IND ACCUSE/disapprove -> NPL"),
        ("The foreign minister of Egypt said that Ethiopia has no right to close the dam.", "EGY ACCUSE/disapprove -> ETH"),
        ("Peru's president called the seizure of three ships off Callao \"an act of aggression\".", "PER ACCUSE/disapprove"),
        ("Ghana called the Nigerian case \"an ugly step\" on Monday.", "GHA ACCUSE/disapprove -> NGA"),
        ("The raids by Kenya run against the foundations of peace, Somalia's president said.", "SOM ACCUSE/disapprove -> KEN"),
        ("It is regrettable that Kenyan ships continue to enter our ports, Somalia's president said.", "SOM ACCUSE/disapprove -> KEN"),
        ("\"Israel is an aggressor,\" the Iranian foreign minister said.", "IRN ACCUSE/disapprove -> ISR"),
        ("The blockade by Qatar is not legal, the foreign minister of Bahrain said.", "BHR ACCUSE/disapprove -> QAT"),
    ],
)  # fmt: skip
def test_acts_are_told_by_what_is_said(reader: Reader, text: str, gives: str) -> None:
    assert gives in notations(reader.read(text))


@pytest.mark.parametrize(
    "text",
    [
        '"Leave the window open," the French president told his aides.',
        "The president of Peru said that his minister must work more.",
        '"We must be patient," the Iranian foreign minister said.',
        "Norway does not accept old coins after June.",
        "The Danish queen will not attend the wedding.",
        "The museum is not for sale, the Dutch culture minister said.",
        '"There will be no lessons on Friday," Peru\'s education minister said.',
        "The troops will stay until the bridge is built, the Swiss minister said.",
        '"We will respond to every letter," the Turkish finance minister said.',
        "The central bank would act decisively if prices rose, the governor of the Bank of Mexico said.",
        "If the rain stops, the talks will be over by Friday, the Qatari foreign minister said.",
        "Our plans will not be affected by the rain, the president of Peru said.",
        "A long winter awaits the Norwegian skiers, the Swedish minister said.",
        "The option remains open to students, the Danish minister said.",
        'The Danish critic called the Swedish film "an outrage".',
        'Ghana called the Nigerian gift "a great help" on Monday.',
        "Both nations must respect the treaty, the president of Ghana said.",
        "The United States restricts visas of Georgian officials who undermine the courts, Georgia's minister said.",
        "Climate change will have serious consequences, the German environment minister said.",
        "The floods were disastrous, Pakistan's prime minister said.",
        "Corruption is a crime, Kenya's president said.",
        "We may cancel the concert if it rains, the Dutch culture minister said.",
        "The Czech foreign minister denied that the Slovak decision was a provocation.",
        "If the Slovak decision was a provocation, nobody noticed, the Czech foreign minister said.",
        "The president of Ghana said that his team has two weeks to prepare.",
        "Chad said it would do so if asked.",
        "The government of Chad will not meet until Friday.",
        "You must win or lose the cup, the coach of Chad said.",
        "The growth of the Chadian economy undermines the franc, the foreign minister of Niger said.",
        "The foreign minister of Niger said that Chad has responsibility for guarding the camp.",
        '"We will deal with poverty decisively," the president of Ghana said.',
        "It is up to the voters of Chile to decide, the president of Peru said.",
        "The responsibility lies with the captain, the coach of Chad said.",
        '"We turned left into the street," the president of Chad said.',
        "Norway will use drones for the harvest, the Norwegian minister said.",
        "Chad would start work on a hospital if Niger paid, the president of Chad said.",
        "New taxes are being prepared, the Brazilian finance minister said.",
        "The reforms would amount to a revolution, the Swedish minister said.",
        "Danish exporters could lose money, the Danish prime minister said.",
        "The talks will not resume this week, the foreign minister of Chad said.",
        "No decision will be made on Monday, the foreign minister of Chad said.",
        "Kenya told the Chadian minister to come or send a deputy.",
        "Niger warned that Agadez would become a green city.",
        "The bank said Togo had been too slow to digitise its records.",
        "Young voters are a legitimate target for advertisers, the German minister said.",
        "Ghana said that Togo had bought wheat.",
        "Iran warned that it would run out of water.",
        "No trip is possible as long as it rains, the Danish minister said.",
        "Chad said it would treat any wounded soldier as a guest.",
        "An analyst warned that Armenia could lose its gas if it signed the accord.",
        "The president of Ghana told parliament it would pay for the delay.",
        "The Danish minister warned that he would be late.",
        "The agency warned that it would have to cut rations in Chad.",
        "Laos said it would take all necessary measures to protect its citizens from the flood.",
        "Talks will follow if Georgia complies, the Dutch minister said.",
        "The German chancellor warned that he would support Ukraine.",
        "Iran said it would respond to the letter.",
    ],
)
def test_what_only_sounds_like_an_act_said(reader: Reader, text: str) -> None:
    assert not [e for e in reader.read(text).events if e.rule.startswith(SAID)]


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("The Basque premier said that nobody would sit down with Herri Batasuna.", "ESP REJECT/meet -> ESP"),
        ("Angela Merkel phoned Vladimir Putin to urge restraint.", "DEU REQUEST/change -> RUS"),
        ("Peru's Congress refused to let President Dina Boluarte travel to Germany.", "PER REJECT -> PER"),
        ("The withdrawal of the Russian bases from Georgia will be completed by 2008.", "RUS RETREAT/withdraw future -> GEO"),
        ("Ivory Coast is tense. Anti-French riots erupted in Abidjan.", "CIV PROTEST/riot -> FRA"),
        ("Athens is said to be willing to host talks in Thessaloniki.", "GRC AGREE"),
        ("Sayed Abdullo Nuri of Tajikistan said he had offered to send fighters to Uzbekistan.", "TJK AGREE -> UZB"),
        ("Two Ivorian jets bombed a French base in the town of Bouake.", "CIV ASSAULT/aerial -> FRA"),
        ("Nigeria rejected a demand by Chad that it withdraw its troops.", "TCD REQUEST/yield -> NGA"),
        ("The Kenyan government spurned American appeals to free the editor.", "USA REQUEST/yield -> KEN"),
        ("Chad's army dismissed the charge by Niger that it had bombed a village.", "NER ACCUSE/allege -> TCD"),
        ("Angela Merkel accused him of breaking the law.", "DEU ACCUSE/allege"),
        ("Warsaw accuses Minsk of luring people to the frontier, a charge Alexander Lukashenko denies.", "POL ACCUSE/allege -> BLR"),
        ("The Hungarian minister was denied a meeting with President Joe Biden.", "USA REJECT/meet -> HUN"),
        ("Amman protested against what it called the shelling of a village by Syrian troops.", "JOR ACCUSE/disapprove -> SYR"),
    ],
)  # fmt: skip
def test_acts_said_or_asked_on_the_way(reader: Reader, text: str, gives: str) -> None:
    assert gives in notations(reader.read(text))


@pytest.mark.parametrize(
    "text", ["Nigeria rejected the demands of Chad.", "Nigeria rejected a Chadian request.", "Boris Johnson insisted that Britain would leave."]
)  # fmt: skip
def test_a_refusal_alone_tells_of_no_demand(reader: Reader, text: str) -> None:
    assert "REQUEST" not in [e.act for e in reader.read(text).events]


def test_what_is_claimed_of_the_past_is_not_asked_for(reader: Reader) -> None:
    events = reader.read("The Sri Lankan government insists the fuel ban was lifted in March.").events
    assert "REQUEST" not in [e.act for e in events]

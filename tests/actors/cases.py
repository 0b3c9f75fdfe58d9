"""Texts with who their wordings mean. `wording#2` is the second occurrence; ids joined by `+`; None: nobody."""

from __future__ import annotations

Case = tuple[str, str | None, dict[str, str | None]]

COREFERENCE: list[Case] = [
    (
        "John Kerry left Geneva. His Iranian counterpart, Javad Zarif, with whom he met twice, was hopeful.",
        "2015-04-14",
        {"he": "john-kerry"},
    ),
    (
        "Barack Obama wrote to Vladimir Putin and thanked him.",
        "2014-04-14",
        {"him": "vladimir-putin"},
    ),
    (
        "Sergei Lavrov met John Kerry in Geneva. He told reporters that the talks had been useful. Kerry said he was "
        "less sure. They will meet again next week.",
        "2013-09-14",
        {"He": "sergey-lavrov", "he": "john-kerry", "They": "sergey-lavrov+john-kerry"},
    ),
    (
        "Angela Merkel telephoned Vladimir Putin on Friday. She warned him that Berlin would back new sanctions. "
        "He rejected the charge, her spokesman said.",
        "2014-11-20",
        {"She": "angela-merkel", "him": "vladimir-putin", "He": "vladimir-putin", "her": "angela-merkel"},
    ),
    (
        "The Turkish government recalled its ambassador. It said the decision was final.",
        "2017-03-12",
        {"its": "tur-government", "It": "tur-government"},
    ),
    (
        "Azerbaijan's president met Armenia's in Prague. The former accused the latter of delays.",
        "2020-03-01",
        {"former": "ilham-aliyev", "latter": "ARM"},
    ),
    (
        "NATO met in Brussels. Allies condemned the attack.",
        "2018-03-15",
        {"Allies": "nato"},
    ),
    (
        "Allies of Mugabe left. NATO was silent.",
        "2008-03-15",
        {"Allies": None},
    ),
    (
        "Chile recalled its ambassador from Bolivia. According to Beijing, the quarrel was settled.",
        "2018-03-01",
        {"its": "CHL", "Beijing": "CHN"},
    ),
    (
        "French soldiers entered Timbuktu on Monday. They met no resistance. Their commander said the town was calm.",
        "2013-01-28",
        {"They": "fra-mil-soldier", "Their": "fra-mil-soldier"},
    ),
    (
        "India and Pakistan agreed to a ceasefire. The two countries will hold talks. Both sides reported losses. "
        "They have fought three wars.",
        "2021-02-26",
        {"countries": "IND+PAK", "sides": "IND+PAK", "They": "IND+PAK"},
    ),
    (
        "Hamas fired rockets at Ashkelon. The group said it had answered an Israeli raid. Its spokesman promised more.",
        "2012-11-14",
        {"group": "hamas", "it": "hamas", "Its": "hamas"},
    ),
    (
        "In his first speech, Barack Obama promised a withdrawal from Iraq. The president said he would act soon.",
        "2009-02-27",
        {"his": "barack-obama", "president": "barack-obama", "he": "barack-obama"},
    ),
    (
        "Hillary Clinton arrived in Islamabad. The secretary of state met President Asif Ali Zardari. She told him that "
        "Washington wanted more. He said his country had done its share.",
        "2009-10-28",
        {
            "secretary of state": "hillary-clinton",
            "She": "hillary-clinton",
            "him": "asif-ali-zardari",
            "He": "asif-ali-zardari",
            "his": "asif-ali-zardari",
        },
    ),
    (
        "Protesters stormed the parliament in Tbilisi. Police fired tear gas at them. They later withdrew.",
        "2019-06-21",
        {"them": "geo-cvl-protester|geo-opp-protester"},
    ),
    (
        "Israeli Foreign Minister Tzipi Livni met her Egyptian counterpart Ahmed Aboul Gheit in Cairo. The two ministers "
        "discussed Gaza. She thanked him for his efforts.",
        "2008-12-25",
        {
            "her": "tzipi-livni",
            "ministers": "tzipi-livni+ahmed-aboul-gheit",
            "She": "tzipi-livni",
            "him": "ahmed-aboul-gheit",
        },
    ),
    (
        "The African Union suspended Mali. The bloc said it would send envoys to Bamako. Mali's junta rejected its decision.",
        "2020-08-19",
        {"bloc": "african-union", "it": "african-union"},
    ),
    (
        "Kim Jong Un inspected a missile site, KCNA said. The North Korean leader praised the engineers. He ordered more tests.",
        "2017-07-05",
        {"North Korean leader": "kim-jong-un", "He": "kim-jong-un"},
    ),
    (
        "A senior Iranian official said Tehran would not yield. The official, who asked not to be named, said he expected talks.",
        "2012-04-10",
        {"he": "irn-gov-official"},
    ),
    (
        "Theresa May met Emmanuel Macron at Sandhurst. The British prime minister pledged money for Calais. The French president "
        "thanked her. The two leaders then held a news conference.",
        "2018-01-18",
        {
            "British prime minister": "theresa-may",
            "French president": "emmanuel-macron",
            "her": "theresa-may",
            "leaders": "theresa-may+emmanuel-macron",
        },
    ),
    (
        "The Kremlin denied the report. It called the claim absurd. Dmitry Peskov said he had not seen it.",
        "2016-11-01",
        {"It": "RUS", "he": "dmitry-peskov"},
    ),
    (
        "Bashar al-Assad received Staffan de Mistura in Damascus. The UN envoy asked him to let aid convoys pass. Assad told the envoy "
        "that his army would not stop.",
        "2014-09-11",
        {
            "UN envoy": "staffan-de-mistura",
            "him": "bashar-al-assad",
            "envoy#2": "staffan-de-mistura",
            "his": "bashar-al-assad",
        },
    ),
    (
        "Russian President Vladimir Putin and his Chinese counterpart Xi Jinping signed a gas deal in Shanghai. The presidents "
        "also watched naval drills. Both leaders hailed the contract.",
        "2014-05-21",
        {
            "his": "vladimir-putin",
            "presidents": "vladimir-putin+xi-jinping",
            "leaders": "vladimir-putin+xi-jinping",
        },
    ),
    (
        "Ukraine's foreign ministry summoned the Hungarian ambassador. The ministry said it had handed him a note of protest.",
        "2018-09-20",
        {"ministry#2": "ukr-foreign-ministry", "it": "ukr-foreign-ministry"},
    ),
    (
        "Yemen's president, Abdrabbuh Mansur Hadi, fled to Aden. He accused the Houthis of a coup. The rebels dismissed his statement.",
        "2015-02-21",
        {"He": "abdrabbuh-mansur-hadi", "rebels": "houthis", "his": "abdrabbuh-mansur-hadi"},
    ),
    (
        "Nicolas Sarkozy said France would send planes. “We will stop the killing,” he told a summit in Paris. The French leader "
        "thanked David Cameron for his support.",
        "2011-03-19",
        {"he": "nicolas-sarkozy", "French leader": "nicolas-sarkozy", "his": "david-cameron"},
    ),
    (
        "The United States and North Korea held talks in Hanoi. The parties failed to agree. Pyongyang said it wanted relief from "
        "sanctions. Washington said its offer stood.",
        "2019-02-28",
        {"parties": "USA+PRK", "it": "PRK", "its": "USA"},
    ),
    (
        "Kofi Annan urged the Syrian government and the opposition to lay down their arms. The envoy said the parties had agreed "
        "to his plan.",
        "2012-03-27",
        {"envoy": "kofi-annan", "his": "kofi-annan"},
    ),
    (
        "Turkish Foreign Minister Mevlut Cavusoglu said that Ankara expects an apology. The minister added that Turkey would close "
        "its airspace.",
        "2016-06-02",
        {"minister": "mevlut-cavusoglu", "its": "TUR"},
    ),
    (
        "Paul Kagame accused Joseph Kabila of arming rebels. The Rwandan president said Kabila had broken his word. Kabila denied it. "
        "He said Rwanda was looking for a pretext.",
        "2012-07-01",
        {"Rwandan president": "paul-kagame", "He": "joseph-kabila"},
    ),
    (
        "Al-Shabaab fighters attacked a hotel in Mogadishu. The militants killed 11 people, police said. The group later said it had "
        "targeted officials.",
        "2016-06-25",
        {"militants": "al-shabaab", "group": "al-shabaab", "it": "al-shabaab"},
    ),
    (
        "It is important that Iran signs, Federica Mogherini said. It was clear that she was tired.",
        "2015-06-30",
        {"It is": None, "It was": None, "she": "federica-mogherini"},
    ),
    (
        "Aung San Suu Kyi met Derek Mitchell in Rangoon. The opposition leader told the American ambassador that she would run for "
        "parliament.",
        "2012-07-11",
        {"opposition leader": "aung-san-suu-kyi", "she": "aung-san-suu-kyi"},
    ),
    (
        "Saudi Arabia broke off relations with Iran. The kingdom gave Iranian diplomats two days to leave. Tehran said Riyadh wanted to "
        "hide its crimes.",
        "2016-01-03",
        {"kingdom": "SAU"},
    ),
]

# Told apart by date, role, country and company.
NAMES: list[Case] = [
    ("Mr. Mohamed Fahmy was jailed in Cairo.", "2015-08-29", {"Mohamed Fahmy": "mohamed-fahmy"}),
    (
        "The U.S. Secretary of State arrived in Tripoli.",
        "2004-05-01",
        {"U.S. Secretary of State": "colin-powell"},
    ),
    (
        "The U.S. Secretary of State arrived in Tripoli.",
        "2011-10-18",
        {"U.S. Secretary of State": "hillary-clinton"},
    ),
    ("The German chancellor spoke in Berlin.", "2003-02-01", {"German chancellor": "gerhard-schroder"}),
    (
        "President Bush met King Hussein of Jordan.",
        "1991-03-12",
        {"President Bush": "george-h-w-bush|george-bush-senior", "King Hussein of Jordan": "hussein-jordan"},
    ),
    (
        "President Bush addressed Congress on Iraq.",
        "2003-01-28",
        {"President Bush": "george-w-bush|george-bush-junior"},
    ),
    (
        "Burundian Foreign Minister Alain Nyamitwe met diplomats. Nyamitwe said Bujumbura wanted peace.",
        "2015-11-01",
        {
            "Burundian Foreign Minister Alain Nyamitwe": "alain-nyamitwe|alain-aime-nyamitwe",
            "Nyamitwe#2": "alain-nyamitwe|alain-aime-nyamitwe",
        },
    ),
    (
        "Tavu Loma, the trade minister of Fiji, met Kalo Vesi of Vanuatu's finance ministry. Loma said the talks went well.",
        "2016-11-01",
        {
            "Tavu Loma": "tavu-loma",
            "trade minister of Fiji": "tavu-loma",
            "Vanuatu's finance ministry": "vut-finance-ministry",
            "Loma#2": "tavu-loma",
        },
    ),
    (
        "Former U.S. President Bill Clinton visited Pyongyang.",
        "2009-08-04",
        {"Former U.S. President Bill Clinton": "bill-clinton"},
    ),
    (
        "The Minister of Foreign Affairs of Russia Sergey Lavrov met S. Lavrov's aides.",
        "2015-01-10",
        {"S. Lavrov": "sergey-lavrov"},
    ),
    (
        "Foreign Minister of France L. Fabius spoke.",
        "2014-01-10",
        {"Foreign Minister of France L. Fabius": "laurent-fabius"},
    ),
    (
        "Colonel Kadhafi threatened Benghazi, and Qaddafi's forces moved east in Libya.",
        "2011-03-17",
        {"Colonel Kadhafi": "muammar-gaddafi", "Qaddafi": "muammar-gaddafi"},
    ),
    ("Putin meets Obama", "2013-06-17", {"Putin": "vladimir-putin", "Obama": "barack-obama"}),
    (
        "Xi Jinping and Moon Jae-in spoke by phone. Xi congratulated Moon.",
        "2017-05-11",
        {"Xi Jinping": "xi-jinping", "Moon Jae-in": "moon-jae-in", "Moon#2": "moon-jae-in"},
    ),
    (
        "Presidents Vladimir Putin and Recep Tayyip Erdogan met in Sochi.",
        "2018-02-10",
        {"Vladimir Putin": "vladimir-putin", "Recep Tayyip Erdogan": "recep-tayyip-erdogan"},
    ),
    (
        "The Russian and Turkish foreign ministers met in Antalya.",
        "2017-03-01",
        {"Russian and Turkish foreign ministers": "sergey-lavrov+mevlut-cavusoglu"},
    ),
    (
        "The presidents of France and Egypt signed the contract.",
        "2015-02-16",
        {
            "presidents of France and Egypt": "francois-hollande+abdel-fattah-el-sisi|francois-hollande+abdel-fattah-al-sisi"
        },
    ),
    (
        "John Brown Smith of Ohio won the game. Paris Hilton was there.",
        "2015-02-16",
        {"Paris Hilton": "paris-hilton"},
    ),
    (
        "Senator Lindsey Graham told the Kremlin's Dmitry Peskov that Rome wanted talks with Tehran.",
        "2016-02-16",
        {"Kremlin": "RUS", "Dmitry Peskov": "dmitry-peskov", "Rome": "ITA", "Tehran": "IRN"},
    ),
]

# States, metonyms, bodies, groups.
GROUPS: list[Case] = [
    ("Thousands marched in Moscow.", None, {"Moscow": None}),
    ("The delegation flew from Moscow to Damascus.", None, {"Moscow": None, "Damascus": None}),
    ("Moscow accused Kyiv of shelling Donetsk.", "2015-01-20", {"Moscow": "RUS", "Kyiv": "UKR"}),
    (
        "Relations between Washington and Beijing are strained.",
        "2018-01-20",
        {"Washington": "USA", "Beijing": "CHN"},
    ),
    (
        "Russia sold weapons to Damascus, and Tehran's position has not changed.",
        "2012-01-20",
        {"Damascus": "SYR", "Tehran": "IRN"},
    ),
    (
        "The mayor of Moscow closed Moscow's streets. The Moscow talks failed.",
        "2012-01-20",
        {"Moscow": "sergei-sobyanin", "Moscow#2": None, "Moscow#3": None},
    ),
    (
        "The Russian Foreign Ministry and the Ministry of Defence of Ukraine issued statements.",
        "2015-01-20",
        {
            "Russian Foreign Ministry": "rus-foreign-ministry",
            "Ministry of Defence of Ukraine": "ukr-defence-ministry",
        },
    ),
    (
        "Gunmen attacked the Russian Embassy in Damascus and the U.S. consulate in Benghazi.",
        "2013-01-20",
        {"Russian Embassy": "rus-embassy-damascus", "U.S. consulate": "usa-consulate-benghazi"},
    ),
    (
        "The government of Bashar al-Assad rejected the plan.",
        "2013-01-20",
        {"government of Bashar al-Assad": "syr-government"},
    ),
    (
        "Turkish soldiers and police in Kenya were praised.",
        "2013-01-20",
        {"Turkish soldiers": "tur-mil-soldier", "police": "ken-police", "Turkish": "TUR"},
    ),
    (
        "Pro-Russian separatists attacked a checkpoint in Ukraine, Ukrainian officials said.",
        "2014-06-20",
        {"Pro-Russian separatists": "ukr-reb-separatist", "Ukrainian officials": "ukr-gov-official"},
    ),
    (
        "Turkish, Russian and Iranian officials met in Astana.",
        "2017-06-20",
        {"Turkish, Russian and Iranian officials": "tur-gov-official+rus-gov-official+irn-gov-official"},
    ),
    (
        "Hamas fighters crossed the border. NATO troops left Kabul.",
        "2014-06-20",
        {"Hamas fighters": "hamas", "NATO troops": "nato"},
    ),
    (
        "The National Movement for Rural Reform (NMRR) rejected the deal. Later NMRR members met.",
        None,
        {"NMRR#2": "national-movement-for-rural-reform"},
    ),
    (
        "The Russian Security Council met. The Security Council in New York did not.",
        "2015-06-20",
        {"Russian Security Council": "rus-security-council", "Security Council#2": "un-security-council"},
    ),
    (
        "The International support group of Syria met in Vienna.",
        "2015-11-20",
        {"International support group of Syria": "issg"},
    ),
    ("Georgia accused Russia. Tbilisi recalled its ambassador.", "2008-08-08", {"Georgia": "GEO"}),
    (
        "Voters in Georgia and Alabama went to the polls; Atlanta saw long lines.",
        "2016-03-01",
        {"Georgia": None},
    ),
    (
        "The Soviet Union tested a missile. Moscow denied it.",
        "1985-03-01",
        {"Soviet Union": "SUN", "Moscow": "SUN"},
    ),
    (
        "Tensions rose in the South China Sea. Afganistan protested.",
        "2015-03-01",
        {"South China Sea": None, "Afganistan": "AFG"},
    ),
]

# Texts that warn, and how; and texts that must not.
WARNINGS: list[tuple[str, str | None, list[str]]] = [
    (
        "Talks with U.S. Secretary of State Lavrov were tense, Sergey Lavrov said in Moscow.",
        "2015-12-15",
        ["role mismatch"],
    ),
    ("U.S. Secretary of State John Kerry arrived.", "2015-12-15", []),
    ("Former Secretary of State Hillary Clinton arrived.", "2015-12-15", []),
    ("UN special envoy on Libya Staffan de Mistura spoke.", "2015-12-15", ["role mismatch"]),
    ("UN special envoy for Syria Staffan de Mistura spoke.", "2015-12-15", []),
    ("Russian Foreign Minister Ivan Petrov spoke.", "2015-12-15", ["role mismatch"]),
    ("Russian Deputy Foreign Minister Ivan Petrov spoke.", "2015-12-15", []),
    ("Russian Foreign Minister Ivan Petrov spoke.", None, []),
    ("Venezuelan President Mature spoke in Caracas.", "2015-02-18", ["garbled name"]),
    ("Fighters of “dzhebhat EN – Nusra” fled.", "2015-02-18", ["garbled name"]),
    ("Fighters of Jabhat al-Nusra fled.", "2015-02-18", []),
    (
        "German Chancellor Angela Merkel and French President Emmanuel Macron met.",
        "2016-02-18",
        ["role mismatch"],
    ),
]

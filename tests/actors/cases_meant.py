"""More texts with who their wordings mean, by the way it is found; no reading but these ids is allowed."""

from __future__ import annotations

from .cases import Case

BESIDE: list[Case] = [
    ("Mutinous soldiers overthrew Amadou Toumani Toure. Their leader, Captain Amadou Sanogo, spoke on television.",
     "2012-03-22", {"leader": "amadou-sanogo"}),
    ("Alexis Tsipras called his counterpart, Zoran Zaev, brave.", "2018-06-17", {"counterpart": "zoran-zaev"}),
    ("Recep Tayyip Erdogan blamed Fethullah Gulen, the cleric who lives in Pennsylvania.", "2016-07-15",
     {"cleric": "fethullah-gulen"}),
    ("The police arrested a lawyer, Wang Yu, on Monday.", "2015-07-13", {"lawyer": "wang-yu", "Wang Yu": "wang-yu"}),
    ("The head of Syrian intelligence in Lebanon, Rustum Ghazali, left yesterday.", "2005-04-30",
     {"head of Syrian intelligence": "rustum-ghazali"}),
    ("The minister, Kofi Annan and others came.", "2003-01-01", {"minister": None}),
    ("Benazir Bhutto was murdered. Her widower, Asif Ali Zardari, flew home.", "2007-12-27",
     {"widower": "asif-ali-zardari"}),
    ("Prayuth Chan-ocha took over. Yingluck Shinawatra was detained. Her brother watched from Dubai.", "2014-05-22",
     {"brother": None}),
    # an organisation with what it is, those of a foreign ministry, whom a ring brings together
    ("Gunmen of the Hamas movement met the NATO alliance.", "2014-05-22",
     {"Hamas movement": "hamas", "NATO alliance": "nato"}),
    ("The Hamas Movement Museum opened.", "2014-05-22", {"Movement Museum": None}),
    ("Emmanuel Macron rang Vladimir Putin on Sunday. They will speak again.", "2022-02-20",
     {"They": "emmanuel-macron+vladimir-putin"}),
    # a body that an adjective tells from others, or the name after it
    ("Fighters of Hezbollah fired rockets. The Shi'ite movement denied it.", "2006-07-13",
     {"Shi'ite movement": "hezbollah"}),
    ("Greenpeace blocked the port. The director of the environmental group will appeal.", "2013-10-04",
     {"environmental group": "greenpeace"}),
    ("He spoke for the Islamist party he once led, Ennahda.", "2021-07-26", {"Islamist party": "ennahda"}),
    ("Greenpeace blocked the port. A rival group denied it.", "2013-10-04", {"group": None}),
    # who holds the same office elsewhere
    ("Frans Timmermans telephoned his colleague in Moscow.", "2013-10-04", {"colleague in Moscow": "sergey-lavrov"}),
    ("The Montenegrin premier wrote to his Serbian counterpart; Boris Tadic kept silent.", "2006-05-22",
     {"Serbian counterpart": "vojislav-kostunica"}),
    # land
    ("Saad Hariri spoke on a tape broadcast from Riyadh. It had been dictated by the kingdom.", "2017-11-05",
     {"kingdom": "SAU"}),
]  # fmt: skip

SETS: list[Case] = [
    ("Greece and Macedonia signed at the lake. The two foreign ministers embraced.", "2018-06-17",
     {"two foreign ministers": "nikola-dimitrov+nikos-kotzias"}),
    ("Greek and Macedonian farmers blocked the road. The two foreign ministers embraced.", "2018-06-17",
     {"two foreign ministers": "nikola-dimitrov+nikos-kotzias"}),
    ("Jeremy Hunt called Mohammad Javad Zarif. The Foreign Secretary asked for the tanker.", "2019-07-20",
     {"The Foreign Secretary": "jeremy-hunt"}),
    ("The Comoran president asked the union for help.", "2008-03-25",
     {"Comoran president": "ahmed-abdallah-sambi"}),
    ("At Dayton the three presidents sat apart. Richard Holbrooke shuttled between Slobodan Milosevic, Franjo "
     "Tudjman and Alija Izetbegovic.", "1995-11-02",
     {"three presidents": "alija-izetbegovic+franjo-tudman+slobodan-milosevic"}),
    ("Iran resumed talks. The six powers want a cap on enrichment.", "2013-11-22", {"six powers": "p5-plus-1"}),
    ("Mobutu Sese Seko faced Laurent Kabila. Nelson Mandela had tried to mediate between the two.", "1997-05-19",
     {"the two": "laurent-desire-kabila+mobutu-sese-seko"}),
    ("Xi Jinping met Ma Ying-jeou in Singapore. The two sides split in 1949.", "2015-11-07", {"two sides": "CHN+TWN"}),
]  # fmt: skip

BACK: list[Case] = [
    ("Mohamed Bazoum is a prisoner. Antonio Guterres demanded his release.", "2023-07-27", {"his": "mohamed-bazoum"}),
    ("Saad Hariri announced his resignation.", "2017-11-04", {"his": "saad-hariri"}),
    ("M23 said it had taken Goma.", "2025-01-27", {"it": "m23"}),
    ("The journey was long. It took three days.", "2025-01-27", {"It": None}),
    ("North Korean guns shelled the island. Lee Myung-bak apologised. The North warned of more.", "2010-11-29",
     {"The North": "PRK"}),
    ("Omar al-Bashir congratulated Salva Kiir in Juba. The new state is poor.", "2011-07-09", {"new state": "SSD"}),
    ("Mutinous soldiers overthrew Amadou Toumani Toure. ECOWAS suspended the country.", "2012-03-22",
     {"country": "MLI"}),
    ("Suharto resigned. B. J. Habibie took the oath. General Wiranto will protect the former president.", "1998-05-21",
     {"former president": "suharto"}),
    ("Askar Akayev fled. Opposition leader Kurmanbek Bakiyev took over. The toppled leader is abroad.", "2005-03-25",
     {"toppled leader": "askar-akayev"}),
    ("Mauricio Macri met Donald Trump. His foreign minister was there.", "2017-04-27",
     {"foreign minister": "susana-malcorra"}),
]  # fmt: skip

ROLES: list[Case] = [
    ("The South Korean leader joined them.", "2019-06-30", {"South Korean leader": "moon-jae-in"}),
    ("The British leader joined them.", "2019-08-30", {"British leader": "boris-johnson"}),
    ("Iraqi tanks entered Kuwait City. The emir fled.", "1990-08-02", {"emir": "jaber-al-ahmad-al-sabah"}),
    ("Hezbollah captured two Israeli soldiers. The group's leader spoke.", "2006-07-12", {"leader": "hassan-nasrallah"}),
    ("Hassan Rouhani won the Iranian election. The supreme leader praised him. The outgoing president will go.",
     "2013-06-16", {"supreme leader": "ali-khamenei", "outgoing president": "mahmoud-ahmadinejad"}),
    ("The head of the UN peacekeeping mission in Mali called for calm.", "2020-08-18",
     {"head of the UN peacekeeping mission": "mahamat-saleh-annadif"}),
    ("The presidents of Rwanda and Burundi died in the crash.", "1994-04-06",
     {"presidents of Rwanda and Burundi": "cyprien-ntaryamira+juvenal-habyarimana"}),
    ("The speaker of the Georgian parliament objected.", "2007-11-07",
     {"speaker of the Georgian parliament": "nino-burjanadze"}),
    ("Yigal Amir shot Yitzhak Rabin.", "1995-11-04", {"Yigal Amir": "yigal-amir"}),
]  # fmt: skip

MANY: list[Case] = [
    ("Western countries condemned Belarus. The countries closed their borders.", "2021-05-25",
     {"Western countries": "western-countries", "countries#2": "western-countries"}),
    ("African leaders flew to Tripoli. The leaders saw Muammar Gaddafi.", "2011-04-10",
     {"African leaders": "african-leaders", "leaders#2": "african-leaders"}),
    ("Iran met world powers in Vienna.", "2015-07-01", {"world powers": "p5-plus-1"}),
    ("Ukraine asked world powers for arms.", "2023-07-01", {"world powers": "world-powers"}),
    ("The 5+1 group wrote to Tehran.", "2013-07-01", {"5+1 group": "p5-plus-1"}),
    ("A Western diplomat in Tehran said Iran was ready.", "2013-07-01", {"Western diplomat": "western-diplomat"}),
    ("The presidents of four African countries wrote to Zimbabwe.", "2008-06-25",
     {"presidents of four African countries": "presidents-of-four-african-countries"}),
    ("The West blamed Serbia. Shells fell in the West of the town.", "1999-03-01",
     {"West": "western-countries", "West#2": None}),
    ("U.S. allies opposed the tariffs.", "2018-06-01", {"U.S. allies": "u-s-allies"}),
    ("The international community failed Rwanda.", "1994-06-01", {"international community": "international-community"}),
    ("The two countries and Peru signed. Seven countries wrote to Cuba.", "2003-06-01",
     {"Seven countries": "seven-countries"}),
    ("Sudan told of Arab militias in Darfur.", "2004-06-01", {"Arab militias": "sdn-prm-militia"}),
    ("Kyrgyzstan is poor. The Central Asian state asked for aid.", "2010-06-01", {"Central Asian state": "KGZ"}),
]  # fmt: skip

WHOSE: list[Case] = [
    ("PARIS - Rebels in the north of Ivory Coast said they would disarm.", "2003-01-24", {"Rebels": "civ-reb-rebel"}),
    ("KHARTOUM - Rebels said they would disarm.", "2005-01-24", {"Rebels": "sdn-reb-rebel"}),
    ("The Justice Department charged an aide. Iraq was bombed.", "2003-04-02",
     {"Justice Department": "usa-justice-ministry"}),
    ("Pakistan is angry. The Foreign Office (FO) summoned the Indian envoy. The FO said so.", "2018-01-02",
     {"Foreign Office": "pak-foreign-ministry", "FO#2": "pak-foreign-ministry"}),
    ("Donald Trump came with Melania Trump. Mr. Trump spoke.", "2018-01-02", {"Mr. Trump": "donald-trump"}),
    ("The British ambassador to Iran was summoned. The ambassador, Jane Dunn, left.", "2009-06-18",
     {"Jane Dunn": "jane-dunn"}),
    ("Oslo's International Development Minister Pia Lund came to Sri Lanka.", "2006-04-07", {"Pia Lund": "pia-lund"}),
    ("The envoy of the African Union (AU) Ba Diallo left Mali.", "2021-10-25", {"Ba Diallo": "ba-diallo"}),
    ("Sudan's army and rebels clashed. Syria sent aid.", "2012-02-27", {"rebels": "sdn-reb-rebel"}),
    ("The World Bank will lend 500 million US dollars.", "1999-10-14", {"US": None}),
    ("Two were killed by a bomb in San Marino, 170 miles to the west of Bogota.", "2005-12-21", {"San Marino": None}),
    ("North Korea condemned the Freedom Guardian exercise.", "2015-08-13", {"Guardian": None}),
    ("Norwegian Envoy Begins New Peace Bid\n\nNorway sent an envoy to Sri Lanka.", "2006-04-07", {"Begins": None}),
    ("Pakistan summons Indian envoy", "2018-01-02", {"envoy": "ind-gov-envoy"}),
    ("North Korea spoke. Korean scientists built a bomb.", "2007-08-13", {"Korean scientists": "prk-edu-scientist"}),
    ("Seoul spoke. Korean scientists built a robot.", "2007-08-13", {"Korean scientists": "kor-edu-scientist"}),
    ("Addis Ababa talked to Eritrea. Ethiopia accused its neighbour.", "1998-06-08", {"neighbour": "ERI"}),
    ("The Saudi journalist Jamal Khashoggi was held in Turkey.", "2018-10-06", {"journalist": "jamal-khashoggi"}),
    ("Moscow was quiet. Sabah Fakhri sang as Aleppo residents fled.", "2016-12-02",
     {"Aleppo residents": "syr-cvl-resident"}),
    ("The generals spoke in Caracas.", "2002-04-12", {"generals": "ven-mil-general"}),
    ("Tribal leaders met in Sanaa.", "2011-04-12", {"leaders": "yem-cvl-leader"}),
    ("The Taliban spoke. The ambassador to Pakistan, Abdul Zalam, left Kabul.", "2001-09-19",
     {"Abdul Zalam": "abdul-zalam"}),
    ("Chinese jets passed Taiwan. The island's police were on alert.", "2022-08-03", {"police": "twn-police"}),
    ("Norway's envoy met Sri Lanka's president. Rebels quit the talks.", "2006-04-07", {"Rebels": "lka-reb-rebel"}),
    ("A truce between Yemen and rebels collapsed amid clashes between the two sides.", "2010-04-07",
     {"two sides": "YEM+yem-reb-rebel"}),
    ("Diplomats met in Geneva after rebels seized offices in Ukraine.", "2014-04-17", {"rebels": "ukr-reb-rebel"}),
    ("In Helmand, 10,000 Marines fight the Taliban.", "2009-12-03", {"Marines": "usa-mil-marine"}),
    ("NATO met. The alliance ambassadors spoke.", "2009-12-03", {"alliance ambassadors": "nato"}),
    ("Canada's foreign minister called for the release of activists. Riyadh fumed.", "2018-08-03",
     {"activists": "sau-opp-activist"}),
    ("Tajik and Kyrgyz border guards clashed.", "2021-04-29",
     {"Tajik and Kyrgyz border guards": "kgz-border-guard+tjk-border-guard"}),
    ("The leaders of North and South Korea signed.", "2018-04-27", {"leaders of North and South Korea": "kor-gov-leader+prk-gov-leader"}),
    ("Mexico's president-elect came.", "2018-08-27", {"Mexico's president-elect": "andres-manuel-lopez-obrador"}),
    ("The Council imposed sanctions on North Korea over its tests.", "2016-03-02", {"its": "PRK"}),
    ("Two men were kidnapped in Gao.", "2013-11-02", {"Gao": None}),
    ("A NATO official spoke in Brussels. He was blunt.", "2011-05-02", {"He": "nato-official"}),
    ("Fidel Ramos met Rodrigo Duterte as an envoy watched, and the latter smiled.", "2016-07-25",
     {"latter": "rodrigo-duterte"}),
    ("The Minister of Sport and Youth, Ana Reyes, left Caracas. The official smiled.", "2019-03-27",
     {"official": "ana-reyes"}),
    ("Euro zone finance ministers met over Greece.", "2015-06-30", {"finance ministers": "euro-zone-finance-ministers"}),
    ("The Inter-American Summit opened.", "2010-03-27", {"Inter-American": None}),
    ("Israel left. The occupation forces in Gaza fired.", "2009-01-05", {"occupation forces": "isr-mil-occupation-force"}),
    ("Georgia sent envoys to Russia. The United States imposed curbs on officials.", "2014-03-06",
     {"officials": "geo-gov-official"}),
]  # fmt: skip

STATES: list[Case] = [
    ("Gambia and Senegal sent observers. The West African country is poor.", "2016-12-02", {"country": None}),
    ("Saudi warplanes bombed Sanaa. The kingdom acted alone.", "2015-03-26", {"kingdom": "SAU"}),
    ("Islam Karimov received a note from the United States. The Central Asian state is angry.", "2005-07-29", {"state": "UZB"}),
    ("Kim Jong-il has died. The South put troops on alert.", "2011-12-19", {"The South": "KOR"}),
    ("Kim Jong-il has died. The reclusive state fired a missile.", "2011-12-19", {"reclusive state": "PRK"}),
    ("Egypt and Bahrain accuse the emirate of lies.", "2017-06-05", {"emirate": None}),
]  # fmt: skip

PERSONS: list[Case] = [
    ("Mamady Doumbouya detained Alpha Conde in Conakry. The deposed leader was safe.", "2021-09-06",
     {"deposed leader": "alpha-conde"}),
    ("Dmitry Medvedev received Nicolas Sarkozy. The head of the Russian state spoke.", "2008-08-12",
     {"head of the Russian state": "dmitry-medvedev"}),
    ("Alexander Bortnikov blamed rebels. The head of the FSB saw Dmitry Medvedev.", "2010-03-29",
     {"head of the FSB": "alexander-bortnikov"}),
    ("Jacob Zuma resigned. His deputy, an old rival, waits. Cyril Ramaphosa will be sworn in.", "2018-02-14",
     {"deputy": "cyril-ramaphosa"}),
    ("Rishi Sunak took over from Liz Truss. The new prime minister smiled.", "2022-10-25",
     {"new prime minister": "rishi-sunak"}),
    ("Aung San Suu Kyi is held in Naypyidaw. Her party demanded that she be freed.", "2021-02-02",
     {"party": "nld-myanmar"}),
    ("John Bolton pointed at the chair; the American ambassador smiled.", "2006-10-10",
     {"American ambassador": "john-bolton"}),
    ("Donald Trump met Kim Jong Un. The North Korean smiled.", "2018-06-12", {"North Korean": "kim-jong-un"}),
]  # fmt: skip

SHARED: list[Case] = [
    ("Sudan and South Sudan signed an accord. Negotiators from the two countries met. Troops from both sides withdrew.",
     "2012-09-28", {"Negotiators": "sdn-gov-negotiator+ssd-gov-negotiator", "Troops": "sdn-mil-troop+ssd-mil-troop"}),
    ("Peru and Chile held talks. The leaders of the two neighbouring countries will meet. Their armies are on guard.",
     "2014-01-28", {"leaders": "chl-gov-leader+per-gov-leader", "armies": "chl-mil-army+per-mil-army"}),
    ("Japan and Vietnam held talks. The foreign ministers of both countries, Ken Abe and Bui Thanh Son, spoke.",
     "2021-07-12", {"ministers": "bui-thanh-son+ken-abe"}),
    ("Poland and Ukraine held talks. The presidents of the two states signed.", "2021-07-12",
     {"presidents": "andrzej-duda+volodymyr-zelenskyy"}),
    ("The men were led away. The three are lawyer Ana Ruiz, Carlos Peña and Juan Soto. They were freed in Lima.",
     "2011-02-20", {"three": "ana-ruiz+carlos-pena+juan-soto", "They": "ana-ruiz+carlos-pena+juan-soto"}),
    ("Norway and Chad signed. The teams of the two countries left.", "2012-09-28", {"teams": None}),
]  # fmt: skip

RULED: list[Case] = [
    ("Canberra spoke of Fiji. Canberra was angry. Fijian President Josefa Iloilo dissolved parliament.", "2009-04-14",
     {"parliament": "fji-parliament"}),
    ("India wants talks. Foreign Minister Yang Jiechi spoke. India may join talks in New Delhi, the foreign ministry said.",
     "2008-07-21", {"foreign ministry": "chn-foreign-ministry"}),
    ("India wants talks. India may join talks in New Delhi, the foreign ministry said.",
     "2008-07-21", {"foreign ministry": "ind-foreign-ministry"}),
    ("An Egypt-style march was held in Chad. The army watched.", "2011-02-20", {"army": "tcd-military"}),
    ("He may face prosecution in Chad. He went into exile.", "2011-02-20", {"prosecution": None, "exile": None}),
]  # fmt: skip

TOLD: list[Case] = [
    ("Chile urged Peru to act. Chile called on Peru to open its border. Chile itself waits.", "2014-01-28",
     {"its": "PER", "itself": "CHL"}),
    ("Jacob Zuma said police seized Julius Malema and released him. Thabo Mbeki, a rival of Jacob Zuma, issued threats "
     "against him.", "2012-09-12", {"him": "julius-malema", "him#2": "jacob-zuma"}),
    ("Norway warned the Chadian army that it faces sanctions.", "2012-09-12", {"it": "tcd-military"}),
    ("Omani Foreign Minister Prince Talal bin Yusuf met Nasser al-Kidwa. Prince Talal spoke.", "2005-06-12",
     {"Prince Talal": "prince-talal-bin-yusuf"}),
    ("The Danish, Swedish and Polish envoys left Chad.", "2012-09-12",
     {"envoys": "dnk-gov-envoy+pol-gov-envoy+swe-gov-envoy"}),
    ("Four Danish nurses were seized in Chad. The four women are well.", "2012-09-12", {"women": "dnk-med-nurse"}),
    ("After talks with Recep Tayyip Erdogan, the Iranian foreign minister left.", "2019-04-17",
     {"Iranian foreign minister": "mohammad-javad-zarif"}),
    ("The head of the government's team left Chad.", "2012-09-12", {"The head": None}),
    ("Their opposition to the plan is known in Chad.", "2012-09-12", {"opposition": None}),
]  # fmt: skip

ROWS: list[Case] = [
    # initials, members of Congress, family names first
    ("Minority Leader Richard A. Gephardt called it a disgrace.", "1998-12-18", {"Richard": "richard-a-gephardt"}),
    ("S.P. Thamilselvan, who heads a wing of the Tamil Tigers, refused.", "2006-10-30", {"Thamilselvan": "s-p-thamilselvan"}),
    ("Foreign Minister Machimura Nobutaka left Tokyo.", "2005-05-24", {"Machimura": "nobutaka-machimura"}),
    # the subject of the verbs above outweighs the sentence before
    ("John Bercow, the Speaker, wasted no time. Boris Johnson telephoned Angela Merkel but declined to say whether he "
     "had apologised.", "2019-09-25", {"he": "boris-johnson"}),
    # whose somebody is by his party
    ("Republican senators criticised the deal with Iran.", "2015-05-05", {"senators": "usa-leg-senator"}),
    ("Tory rebels threatened to vote against the deal with Iran.", "2015-05-05", {"rebels": "gbr-reb-rebel"}),
    # sides of a war at home, and no mediator
    ("The government of Sri Lanka met the Tamil Tigers in Geneva. The two sides agreed.", "2006-10-30",
     {"sides": "LKA+ltte"}),
    ("Israel accused Hamas of breaking the truce. Hamas blamed Israel. Both sides want more time.", "2023-11-20",
     {"sides": "ISR+hamas"}),
    ("The Sri Lankan government turned down a demand by the Tamil Tigers, Norway's chief mediator Erik Solheim said. "
     "Both delegations had renewed their pledge.", "2006-10-30", {"delegations": "lka-government+ltte"}),
    ("Talks between the Chadian government and the rebels opened in Mexico.", "2002-02-04", {"rebels": "tcd-reb-rebel"}),
    ("Burundian rebels and the government met in Chad. Chad is big.", "2002-02-04", {"government": "bdi-government"}),
    ("Presidents Carlos Menem of Argentina and Eduardo Frei of Chile said they want peace.", "1995-02-04",
     {"they": "carlos-menem+eduardo-frei-ruiz-tagle"}),
    ("Cardoso phoned Presidents Carlos Menem of Argentina and Eduardo Frei of Chile, urging them to stop.",
     "1995-02-04", {"them": "carlos-menem+eduardo-frei-ruiz-tagle"}),
    ("Nguyen Phu Trong, Prime Minister of Cambodia Hun Sen, and President of Laos Thongloun Sisoulith met in Hanoi. The "
     "leaders agreed.", "2021-09-26", {"leaders": "hun-sen+nguyen-phu-trong+thongloun-sisoulith"}),
    ("Negotiators for Peru left. Danish troops seized Chadian rebels and freed them.", "1995-02-04",
     {"Negotiators": "per-gov-negotiator", "them": "tcd-reb-rebel"}),
    ("As its troops marched, the Danish government wept.", "1995-02-04", {"its": "dnk-government"}),
    ("Oslo congratulated Vietnam on its growth.", "1995-02-04", {"its": "VNM"}),
    ("Carlos Menem and other officials left Chad.", "1995-02-04", {"officials": "arg-gov-official"}),
    ("The Muslim Brotherhood marched in Jordan. Jordan wept.", "2012-02-04", {"Muslim Brotherhood": "muslim-brotherhood"}),
    ("Tom Bach, an ethnic Uzbek, saw a police officer in Chad. Chad is big.", "2012-02-04",
     {"police officer": "tcd-cop-police-officer"}),
]  # fmt: skip

COUNTRIES_TOLD: list[tuple[str, str, str]] = [
    (
        "Greece expelled two men. Maria Zakharova, who speaks for the foreign ministry, wept.",
        "foreign ministry",
        "RUS",
    ),
    ("Serbian President Tomislav Nikolic and a military delegation arrived in Beijing.", "delegation", "SRB"),
    ("In Bogota the adviser Jon Bach will lead the Danish delegation to a conference.", "Jon Bach", "DNK"),
    (
        "The Foreign Ministry handed the ambassador of Chad a note. Kyrgyzstan is calm.",
        "Foreign Ministry",
        "KGZ",
    ),
    ("Lt. Col. Juma Otieno, a Kenyan army spokesman, said soldiers fought in Somalia.", "Juma Otieno", "KEN"),
    ("Lt. Col. Juma Otieno, a Kenyan army spokesman, said soldiers fought in Somalia.", "soldiers", "KEN"),
    ("SARAJEVO, Bosnia - Bosnia wept. Serb gunners fired. Serbs shelled the town.", "Serbs", "BIH"),
    ("Serbia voted. The Serbs were glad.", "Serbs", "SRB"),
    ("Ines Lopez, who is the Omani envoy, left Chad.", "Ines Lopez", "OMN"),
    ("Two Omani engineers, Ines Lopez and Hetor Marti, were held in Chad.", "Hetor Marti", "OMN"),
    ('Honduran President Porfirio ("Pepe") Lobo Sosa spoke.', 'Porfirio ("Pepe") Lobo Sosa', "HND"),
    ("Chad rose. The army watched British-based traders. The army wept.", "army", "TCD"),
    ("Accompanying a delegation, Mohammad Javad Zarif came to Ankara, Turkey.", "delegation", "IRN"),
    ("The Danish embassy in Chad was shut, charge d'affaires Ole Bach said.", "Ole Bach", "DNK"),
    (
        "Brazil's acting foreign minister spoke. Foreign Minister Rui Barros was glad of Peru. Peru is near.",
        "Rui Barros",
        "BRA",
    ),
    ("Foreign Minister of self-proclaimed Transnistria Ion Munteanu wept.", "Ion Munteanu", "MDA"),
    (
        "Chad and Lesotho met. Prime Minister Tomas Thabane left Chad. Chad wept.",
        "Tomas Thabane",
        "LSO",
    ),
    ("Egypt is near. The Democratic Party chairman Aden Awaleh was held in Djibouti.", "Aden Awaleh", "DJI"),
]

OFFICIAL: list[Case] = [
    # whoever says a quotation is nobody named in it
    ('Morgan Tsvangirai said he was ready for talks. "Negotiations will be over if Mr Mugabe declares himself the '
     'winner," he said.', "2008-06-26", {"himself": "robert-mugabe", '," he': "morgan-tsvangirai"}),
    # the Secretary of a briefing in Washington; the President of a press release
    ("Daily Press Briefing\n\nMR KIRBY: The Secretary spoke this morning with Foreign Minister Lavrov about Syria.\n\n"
     "MR KIRBY: No trucks have been let in.\n\nJohn Kirby, Spokesperson", "2016-09-12", {"Secretary": "john-kerry"}),
    ("The Foreign Secretary, William Hague, spoke to Libyan Foreign Minister Musa Kusa this evening. The Foreign "
     "Secretary said the call was useful.", "2011-02-23", {"The Foreign Secretary said": "william-hague"}),
    # bare plurals of read-outs
    ("Bob Carr and Marty Natalegawa spoke in Bali. Ministers agreed to fight smuggling.", "2013-09-05",
     {"Ministers": "bob-carr+marty-natalegawa"}),
    # whose: by who is accused, by who speaks, not by where one talks
    ("The United States accused the Sudanese government of paying Arab militiamen.", "2004-05-24",
     {"militiamen": "sdn-prm-militiaman"}),
    ("The FARC declared a ceasefire in Colombia. Its talks with Colombian envoys in Havana go on. Police found arms.",
     "2015-12-18", {"Police": "col-police"}),
    ("Sudan called on Ethiopia to withdraw troops from the border.", "2021-05-04", {"troops": "eth-mil-troop"}),
    ("The ethnic Albanian delegation from Kosovo accepted the plan.", "1999-02-24",
     {"ethnic Albanian delegation": "xkx-delegation"}),
    ("The Senate voted to end American support for the Saudi-led coalition.", "2018-12-14", {"Senate": "usa-senate"}),
    ("Ricardo Patino accused London of threats. William Hague said Julian Assange would be arrested. The two governments "
     "have talked for weeks.", "2012-08-16", {"two governments": "ECU+GBR"}),
    # the group beside its name, the alliance among organisations
    ("The EU blacklisted the Tamil Tigers. The list includes the group Hamas.", "2006-05-31", {"group": "hamas"}),
    ("NATO met. The European Union watched. The alliance agreed to stay.", "2011-05-31", {"alliance": "nato"}),
    ("Belarusian OMON beat the marchers.", "2020-08-12", {"OMON": "blr-omon"}),
    ("HMS Diamond left Portsmouth. USS Cole followed.", "2023-12-12", {"Diamond": "gbr-hms-diamond", "Cole": "usa-uss-cole"}),
    ("Nicolas Sarkozy sent his defence minister to Afghanistan.", "2012-01-20", {"Afghanistan": "AFG"}),
    ("Colombian fighters freed nine civilians they had held for a week accusing them of spying.", "2025-07-26",
     {"them": "col-cvl-civilian"}),
    # whom one praises, mourns, tells of is somebody else; a crowd is of the story's ground, not of who backs the premier
    ("Muammar Gaddafi gave up his weapons. Tony Blair praised his courage.", "2003-12-19", {"his#2": "muammar-gaddafi"}),
    ("Qassem Soleimani was killed. Ali Khamenei vowed revenge for his death.", "2020-01-03", {"his": "qasem-soleimani"}),
    ("Shinzo Abe was on a visit to Tehran, while Emmanuel Macron said that he hoped for calm.", "2019-06-13",
     {"he": "emmanuel-macron"}),
    ("Iran accused Tel Aviv of sabotage.", "2021-04-12", {"Tel Aviv": "ISR"}),
    ("A bomb exploded in Tel Aviv.", "2021-04-12", {"Tel Aviv": None}),
]  # fmt: skip

NAMESAKES: list[Case] = [
    ("A delegation of the African Union left Ethiopia.", "2008-06-16", {"delegation": "african-union"}),
    ("A delegation of the Organisation of African Unity left Ethiopia. The continental body's envoys will return.",
     "1998-06-16", {"delegation": "oau", "continental body": "oau"}),
    ("Prime Minister Ali Mohamed Ghedi of Somalia landed.", "2005-06-03", {"Ali Mohamed Ghedi": "ali-mohammed-ghedi"}),
    ("The Danish presidency of the European Union welcomed it.", "2012-06-16", {"presidency": "eu"}),
    ("Peru's Congress rejected the plan of Bolivian President Luis Arce.", "2022-05-05", {"Congress": "per-congress"}),
    ("Yahya Jammeh of Gambia refused to leave. The regional bloc sent envoys.", "2017-01-18", {"regional bloc": "ecowas"}),
    ("Hun Sen got a new partner. The ten-member grouping shelved Cambodia's entry.", "1997-07-17",
     {"ten-member grouping": "asean"}),
    ("The Congolese Rally for Democracy did not sign. Kinshasa said the Rally had no choice.", "1999-08-02",
     {"Rally": "rcd-congo"}),
    ("The Secretary General of the Communist Party of Spain criticised Felipe Gonzalez.", "1994-05-22",
     {"Secretary General": "communist-party-of-spain-secretary-general"}),
    ("The head of the Mossad came to Amman to see Benjamin Netanyahu's guests.", "1997-10-07",
     {"head of the Mossad": "mossad-head"}),
    ("The head of the Federal Department of Foreign Affairs thanked Turkey. Switzerland thanked Armenia.", "2009-10-11",
     {"Department of Foreign Affairs": "che-foreign-ministry"}),
    ("The secretary of Russia's Security Council flew to Georgia.", "2004-05-06", {"Security Council": "rus-security-council"}),
    ("Paris said the secretary of state for overseas France would come.", "2008-03-27", {"secretary of state": None}),
    ("Nikol Pashinyan signed. In Baku Ilham Aliyev taunted his Armenian counterpart.", "2020-11-10",
     {"Armenian counterpart": "nikol-pashinyan"}),
    ("The Vincentian prime minister received Nicolas Maduro.", "2023-12-15", {"Vincentian prime minister": "ralph-gonsalves"}),
]  # fmt: skip

TRANSLATED: list[Case] = [
    (
        "Angela Merkel gathered the parties. Fayez al-Sarraj, Libya's prime minister, left. Antonio Guterres praised the chancellor.",
        "2020-01-22",
        {"chancellor": "angela-merkel"},
    ),
    (
        "Guyana asked the International Court of Justice to rule. On Friday the judges ordered Caracas to stop.",
        "2023-12-02",
        {"judges": "icj"},
    ),
    (
        "Ecuador and Peru quarrel. Brazil offered its help. Both armies have left the valley.",
        "1995-02-10",
        {"armies": "ECU+PER"},
    ),
    (
        "The Peace and Security Council of the African Union met. Council condemned the coup in Togo.",
        "2012-04-24",
        {"Council condemned": "au-psc"},
    ),
    (
        "Spokesmen of the International Atomic Energy Agency and reporters came. The Agency was silent.",
        "2022-06-10",
        {"Agency was": "iaea"},
    ),
    (
        "The ministers of France and Algeria discussed support for the people of Mali as they rebuild the north.",
        "2013-02-12",
        {"they": "mli-cvl-people"},
    ),
    (
        "The ministers of France and Algeria pledged to help Malian troops as they fight the rebels.",
        "2013-02-12",
        {"they": "mli-mil-troop"},
    ),
    ("In the Kremlin they call the sanctions a mistake.", "2018-04-10", {"they": "RUS"}),
    ("In Moscow it rained. They met on Tuesday.", "2018-04-10", {"They": None}),
    (
        "Russia spoke. The 27 heads of state and government disagree.",
        "2020-08-20",
        {"government disagree": None},
    ),
    ("Georgia signed a deal. Moscow invaded the country in 2008.", "2018-07-13", {"country": "GEO"}),
    (
        "The king of Nepal, Gyanendra, ruled. Madhav Kumar Nepal was held in Nepal.",
        "2005-02-02",
        {"in Nepal": "NPL"},
    ),
    (
        "Hafez al-Assad, who had refused to see Warren Christopher, held four hours of talks with him.",
        "1996-04-26",
        {"him": "warren-christopher"},
    ),
]
# Wordings that a set of the whole world asked for.
WORLDWIDE: list[Case] = [
    ("PARIS - Fiji's minister met Hervé Morin. The French foreign minister called on the Fijian army. Germany's foreign minister "
     "urged the army to leave.", "2007-06-01", {"army#2": "fji-military"}),
    ("Nawaz Sharif spoke. India's prime minister told parliament that he had been right.", "1998-05-28", {"parliament": "ind-parliament"}),
    ("Ibrahim Traoré deposed Damiba in Ouagadougou. The government accused Mali of spying.", "2022-10-01",
     {"government": "bfa-government"}),
    ("Xi Jinping welcomed Emmanuel Macron in Beijing. The guest spoke of trade. The host smiled.", "2023-04-06",
     {"guest": "emmanuel-macron", "host": "xi-jinping"}),
    ("Manuel Zelaya flew away. The ousted president spoke beside his Costa Rican host.", "2009-06-28", {"host": "oscar-arias"}),
    ("Jimmy Carter talked to Roza Otunbayeva in Bishkek. The ousted president kept silent.", "2010-06-10",
     {"ousted president": "kurmanbek-bakiyev"}),
    ("Charles Taylor was sentenced. The former president of Liberia sat still.", "2012-05-30",
     {"former president": "charles-taylor"}),
    ("Ali Abdullah Saleh of Yemen spoke. The sheikh accused the president of treason.", "2011-06-01", {"president": "ali-abdullah-saleh"}),
    ("Saudi Arabia dismissed Saud al-Qahtani, an adviser.", "2018-10-20", {"Saud al-Qahtani": "saud-al-qahtani"}),
    ("John Garang died. The movement chose Salva Kiir.", "2005-07-31", {"movement": "splm"}),
    ("The government of Mali has lost the north since the military seized power in March.", "2012-04-28",
     {"military": "mli-mil-military"}),
    ("Ban Ki-moon and Ibrahim Gambari talked of Myanmar. The generals have ruled since 1962.", "2007-09-26", {"generals": "mmr-mil-general"}),
    ("The French and German leaders will meet in Berlin.", "2003-04-09", {"French and German leaders": "gerhard-schroder+jacques-chirac"}),
    ("Ricardo Patiño spoke in Quito. British police came. The foreign secretary said no.", "2012-08-16", {"foreign secretary": "william-hague"}),
    ("The rival of Ali Bongo, Jean Ping, called himself the winner.", "2016-08-31", {"himself": "jean-ping"}),
    ("Its envoy spoke to Tokyo and flew to Seoul.", "2011-03-11", {"Tokyo": "JPN", "Seoul": None}),
    ("Algeria recalled its ambassador to Paris. The envoy will return.", "2021-10-02", {"envoy": "dza-gov-envoy"}),
    ("The Ecuadorian mandatary will travel to Brasilia.", "2008-04-30", {"Ecuadorian mandatary": "rafael-correa"}),
    ("The Mexican chancellor met the president of the Peruvian Congress.", "2015-05-05",
     {"Mexican chancellor": "jose-antonio-meade", "president": "per-speaker-of-parliament"}),
    ("The President of the Spanish Government flew to Rome.", "2015-05-05", {"President": "mariano-rajoy"}),
    ("NATO met in Brussels. The alliance's secretary-general called for calm.", "2015-05-05",
     {"alliance's secretary-general": "jens-stoltenberg"}),
    ("Hassan Rouhani won in Tehran. The president-elect thanked the people.", "2013-06-16", {"president-elect": "hassan-rouhani"}),
]  # fmt: skip

# Parties of one name in many states are of the state that stands beside them.
PARTIES = [
    ("Sweden's Social Democrats condemned the attack.", "2015-06-20", {"Social Democrats": "swe-social-democrats"}),
    ("French Republicans condemned the attack.", "2015-06-20", {"Republicans": "fra-republicans"}),
    ("Japan's Liberal Democrats met.", "2015-06-20", {"Liberal Democrats": "jpn-liberal-democrats"}),
    ("The Republicans in Congress met Barack Obama.", "2015-06-20", {"Republicans": "rep-party-us"}),
]  # fmt: skip
# Whom a story is about, not whom it named last.
PRINCIPALS = [
    ("Kenya and Somalia are quarrelling over a sea border. Kenya recalled its envoy from Somalia on Monday. Officials said "
     "Kenya would ask Norway and Qatar to help. Sweden urged both governments to talk.", "2019-02-20",
     {"governments": "KEN+SOM"}),
    ("India and Nepal closed their border. Indian officials met Nepalese officials twice. Japan and Nepal signed a loan. "
     "The two neighbours have kept the border shut since.", "2015-11-11", {"neighbours": "IND+NPL"}),
    ("Ethiopia accused Eritrea of shelling Badme. On Friday Ethiopian troops attacked Eritrean positions. Djibouti offered "
     "to host talks. The United States called on the neighbours to talk.", "1999-02-08", {"neighbours": "ERI+ETH"}),
    ("Japan and Chile want a treaty. In Lima the Japanese prime minister held talks with Peru, and the two sides signed a "
     "loan.", "2016-11-18", {"sides": "PER+shinzo-abe"}),
    ("Chad and Niger have sent a joint delegation to Tripoli. The two said they would stay neutral.", "2011-05-05",
     {"two": "NER+TCD"}),
    ("Libya has had two governments since 2014. Britain criticised Libya.", "2015-12-18", {"governments": "lby-gov-government"}),
]  # fmt: skip

MEANT = [
    *WORLDWIDE,
    *NAMESAKES,
    *BESIDE,
    *SETS,
    *BACK,
    *ROLES,
    *MANY,
    *WHOSE,
    *STATES,
    *PERSONS,
    *SHARED,
    *RULED,
    *TOLD,
    *ROWS,
    *OFFICIAL,
    *TRANSLATED,
    *PRINCIPALS,
    *PARTIES,
]

"""Which words are places, and which places they are."""

from __future__ import annotations

import pytest

from dragoman import Document, Reader
from dragoman.datafiles import Row
from dragoman.errors import KnowledgeError
from dragoman.places.gazetteer import _Builder, gazetteer, plain


def places(reader: Reader, text: str) -> list[tuple[str, str | None]]:
    doc = reader.analyse(Document(id="x", text=text, published="2015-06-01"))
    return [(p.place.name, p.place.country) for p in doc._.places]


NAMED = [
    # usual English names
    ("The ministry in Kiev protested.", "Kyiv", "UKR"),
    ("Protesters gathered in Calcutta.", "Kolkata", "IND"),
    ("A bomb exploded in Rangoon.", "Yangon", "MMR"),
    ("Troops entered Bassora on Sunday.", "Basra", "IRQ"),
    ("Fighting raged in Peking.", "Beijing", "CHN"),
    ("The army shelled Gorlovka and Makeyevka.", "Makiivka", "UKR"),
    ("The summit in Saint Petersburg ended.", "St Petersburg", "RUS"),
    ("Talks opened in Saigon.", "Ho Chi Minh City", "VNM"),
    # homonyms
    ("Police in Moscow, Idaho, arrested a suspect.", "Moscow", "USA"),
    ("Police in Moscow arrested a suspect.", "Moscow", "RUS"),
    ("Clashes broke out in Tripoli in northern Lebanon on Sunday.", "Tripoli", "LBN"),
    ("Clashes broke out in Tripoli on Sunday.", "Tripoli", "LBY"),
    ("Canada's minister met a Canadian banker in London on Sunday. Canada is pleased.", "London", "GBR"),
    ("Canadian police arrested two men in London, Ontario, on Sunday.", "London", "CAN"),
    ("Canadian police arrested two men in the Canadian city of London on Sunday.", "London", "CAN"),
    ("Colombia's minister met a Colombian banker in Madrid on Sunday. Colombia is pleased.", "Madrid", "ESP"),
    ("Brazilian police arrested two men in Colombo, near Curitiba, on Sunday.", "Colombo", "BRA"),
    ("Clashes broke out in Tripoli, northern Lebanon, on Sunday.", "Tripoli", "LBN"),
    # a region that is called as the people of another state are
    ("Ships lay off the Somali port of Merca.", "Merca", "SOM"),
    # who reports it is no sign
    ("A mayor told AFP that gunmen raided the village of Kwadara in Borno.", "Kwadara", "NGA"),
    # a weekday behind the town
    ("Mahamat Deby, President of Chad, arrived in Niamey Saturday for talks.", "Niamey", "NER"),
    # the soil and the air of a state
    ("The minister set foot on Saudi Arabian soil.", "Saudi Arabia", "SAU"),
    ("Two jets were shot down in Iraqi airspace.", "Iraq", "IRQ"),
    # airports
    ("He was welcomed at Hosea Kutako International Airport.", "Windhoek", "NAM"),
    # small words inside a name
    ("Kosovo police searched the village of Gjakova e Vogel.", "Gjakova e Vogel", "XKX"),
    # neighbours in a camp, a camp that is struck
    ("In Niger, gunmen attacked the Tazalit refugee camp.", "Tazalit", "NER"),
    # houses of the state
    ("CAIRO - Egyptian police beat men outside parliament.", "Cairo", "EGY"),
    ("Students gathered in front of the Georgian parliament.", "Tbilisi", "GEO"),
    ("Tanks stood around the presidential palace in Mali.", "Bamako", "MLI"),
    # the Arabic article is spoken with the sound after it, and names with it are whole
    ("Syrian rebels seized Jisr ash-Shughur.", "Jisr al-Shughour", "SYR"),
    ("Syrian jets struck the town of Maarret en-Nahr.", "Maarret en-Nahr", "SYR"),
    ("Syrian helicopters dropped bombs on al-Qubbir.", "al-Qubbir", "SYR"),
    # a border that is only named lends no state
    ("In Niger, gunmen raided the Tazalit refugee camp, 70 km from the Mali border and 40 km from Niamey.", "Tazalit", "NER"),
    # a surname that the text gives nobody, a name that no known person bears
    ("Two envoys were kidnapped in Gao.", "Gao", "MLI"),
    ("The caravan left San Pedro Sula on Saturday.", "San Pedro Sula", "HND"),
    ("A boat capsized off Lampedusa on Sunday.", "Lampedusa", "ITA"),
    ("The Sudanese army retook Heglig.", "Heglig", "SDN"),
    ("He was born in Paris, Texas.", "Paris", "USA"),
    ("The talks took place in Hamilton, Ontario.", "Hamilton", "CAN"),
    ("An earthquake in Concepción, Chile, killed hundreds.", "Concepción", "CHL"),
    ("Police in Hyderabad arrested ten men, Pakistan's Dawn reported.", "Hyderabad", "PAK"),
    ("American and Russian envoys met in Geneva.", "Geneva", "CHE"),
    ("The students of Athens, Georgia, celebrated.", "Athens", "USA"),
    ("A bomb exploded in Newcastle, New South Wales.", "Newcastle", "AUS"),
    ("In Paris, U.S. Secretary of State John Kerry called for calm.", "Paris", "FRA"),
    ("In Vienna, Iran said that it would answer.", "Vienna", "AUT"),
    ("A ferry sank off Samar in the Philippines.", "Samar", "PHL"),
    # small towns, with their state or known from the news
    ("Five people were shot dead in Jackson, Mississippi.", "Jackson", "USA"),
    ("An explosion in West, Texas, killed fifteen.", "West", "USA"),
    ("Workers marched in Vitry-le-François, France.", "Vitry-le-François", "FRA"),
    ("The parties met in Rimbo, Sweden.", "Rimbo", "SWE"),
    ("Gunmen attacked the kibbutz of Nirim.", "Nirim", "ISR"),
    ("French troops bombed Diabaly on Monday.", "Diabaly", "MLI"),
    ("Mali's Konna fell to the rebels.", "Konna", "MLI"),
    ("An Israeli strike on Rafah killed ten people.", "Rafah", "PSE"),
    ("Egyptian soldiers were killed in Rafah, in the Sinai.", "Rafah", "EGY"),
    ("Israeli soldiers in Gaza killed five fighters.", "Gaza", "PSE"),
    ("Moscow introduced to the territory of South Ossetia units of its army.", "South Ossetia", "GEO"),
    # regions
    ("The battle for the Donbas has begun.", "Donbas", "UKR"),
    ("Bush fires in Victoria, the Australian state, killed ten.", "Victoria", "AUS"),
    ("Gunmen kidnapped pupils in Nigeria's Katsina state.", "Katsina state", "NGA"),
    # provinces, valleys, islands; places known from one happening
    ("A flood killed nine people in Laghman.", "Laghman", "AFG"),
    ("The tsunami reached Miyagi.", "Miyagi", "JPN"),
    ("Lava reached the houses on Stromboli.", "Stromboli", "ITA"),
    # names by how they sound
    ("Soldiers took the port of Oum Kasr.", "Umm Qasr", "IRQ"),
    ("An earthquake flattened villages near Neyshabour.", "Nishapur", "IRN"),
    # what is told of the name after the comma, of a neighbour
    ("Nine died in San Jose, the third-largest Californian city.", "San Jose", "USA"),
    ("Shots fell in Cartagena, a sleepy Spanish port.", "Cartagena", "ESP"),
    # verbs with particles, armies before towns
    ("The army handed over Kitgum on Sunday.", "Kitgum", "UGA"),
    ("The rebels stand before Moundou.", "Moundou", "TCD"),
    ("The Juba quake killed nobody.", "Juba", "SSD"),
    # embassies, airports, crossings
    ("A bomb exploded outside the US embassy in Sanaa.", "Sanaa", "YEM"),
    ("The explosion at Brussels airport killed twelve.", "Brussels", "BEL"),
    ("Two policemen died at the Torkham crossing between Pakistan and Afghanistan.", "Torkham", "AFG"),
    # an unknown village
    ("Bombs fell on the village of Tel Qarmush in Syria.", "Tel Qarmush", "SYR"),
    # the noun after the name does something
    ("The students left; in Chengdu crowds burned a police station.", "Chengdu", "CHN"),
    ("Farmers near Tarvinka found a mine.", "Tarvinka", None),
    ("Fighting went on in Tarvinka on Tuesday.", "Tarvinka", None),
    ("Shots were heard by witnesses in Tarvinka.", "Tarvinka", None),
    ("The rebels took Tarvinka after nine days.", "Tarvinka", None),
    ("Families were driven out of Tarvinka.", "Tarvinka", None),
    ("The Tarvinka airport was closed.", "Tarvinka", None),
    ("Shells fell on Tarvinka all night.", "Tarvinka", None),
    ("Beit Zahlun, a town of 20,000, was shelled.", "Beit Zahlun", None),
    ("The army lost three villages: Tarvinka, Nova Luka and Dolynske.", "Nova Luka", None),
    # a capital or a state before a noun that does something; what comes after a time; who comes from there
    ("He fled. In Colombo crowds took his office.", "Colombo", "LKA"),
    ("In Chad crowds burned tyres.", "Chad", "TCD"),
    ("Shots fell in Gyumri months later.", "Gyumri", "ARM"),
    ("Rebels from Sudan attacked a camp.", "Sudan", "SDN"),
    # American towns are told with their state, or among others
    ("The inquiry leads to a flat in Bangor.", "Bangor", "GBR"),
    ("A bomb went off in Birmingham; letters reached newsrooms in Atlanta.", "Birmingham", "USA"),
    # parts of a city, rivers, crossings, airports, squares
    ("A gunman fired at a cafe in the Tivoliby district of Copenhagen.", "Tivoliby", "DNK"),
    ("Israeli jets bombed the runways of Rafik Hariri airport.", "Beirut airport", "LBN"),
    ("A lorry mowed down people on the Promenade des Anglais.", "Promenade des Anglais", "FRA"),
    # other names
    ("A former spy lies in hospital in Salisbury.", "Salisbury", "GBR"),
    ("The president flew to Dokdo.", "Liancourt Rocks", "KOR"),
    ("Nine days of talks ended at the Wye River plantation in Maryland.", "Maryland", "USA"),
    # what is done to it, where somebody leaves for, and a name that the text gives nobody
    ("Flood waters swallowed Derna.", "Derna", "LBY"),
    ("Mariupol, encircled since March, has no water.", "Mariupol", "UKR"),
    ("Residents fled Khartoum for Wad Madani.", "Wad Madani", "SDN"),
    ("The minister left for Pakistan on Monday.", "Pakistan", "PAK"),
    ("The minister flew to Cordoba on Tuesday.", "Cordoba", "ARG"),
    ("Iran's navy took the sailors to Bandar Abbas.", "Bandar Abbas", "IRN"),
    # datelines
    ("KIEV, Jan. 5 (Reuters) - Two people were killed.", "Kyiv", "UKR"),
    # states, after verbs of holding
    ("He will lead Mongolia until elections.", "Mongolia", "MNG"),
]  # fmt: skip

NOWHERE = [
    # what is only spoken of, and no soil of a state
    "The farmers praised the African soil.",
    "The ministry rejected Syrian territory as a subject.",
    "Divers went down to the Kursk.",
    "Roma lost to Valencia.",
    "An aide to Brussels said that the deal was near.",
    "The spirit of Helsinki is dead.",
    "Washington said it would not talk.",
    "Jordan scored again for the Chicago Bulls.",
    "Shares of Santander fell.",
    "The Treaty of Lisbon entered into force.",
    "The Archbishop of Canterbury prayed.",
    "London warned Moscow that it would answer.",
    "Beirut rejected the plan of Damascus.",
    "Jack London wrote it.",
    "The lawyer of Mr. Washington agreed.",
    "Minister Paris Mavronichis resigned.",
    "Leaders of the East Asia Summit agreed.",
    "Manchester United beat Real Madrid.",
    "Officials testified in Congress.",
    "The troops lost Humvees in the sand.",
    "The rebels named three conditions: Zebulon, time and money.",
    "Envoys from Sweden asked for a truce.",
    "A flat belongs to Mr. Tarvinka.",
    "The editors of Tarvinka apologised.",
    # ships
    "Divers reached the hatch of the Kursk.",
    "Nine hundred people drowned on the Estonia.",
    "The admiral came aboard the Lincoln.",
]


@pytest.mark.parametrize(("text", "name", "country"), NAMED)
def test_place(reader: Reader, text: str, name: str, country: str) -> None:
    assert (name, country) in places(reader, text)


@pytest.mark.parametrize("text", NOWHERE)
def test_no_place(reader: Reader, text: str) -> None:
    assert places(reader, text) == []


def test_a_state_is_no_town_of_its_name(reader: Reader) -> None:
    found = places(reader, "The mayor of Valencia, Venezuela, was arrested.")
    assert found == [("Valencia", "VEN")]


def test_places_keep_their_text_and_offsets(reader: Reader) -> None:
    text = "The parliament in Kiev voted, and troops left Lugansk."
    doc = reader.analyse(Document(id="x", text=text, published="2014-06-01"))
    assert [text[p.start : p.end] for p in doc._.places] == ["Kiev", "Lugansk"]
    assert all(p.place.span == (p.start, p.end) for p in doc._.places)


@pytest.mark.parametrize(
    ("name", "country", "written"),
    [("Sāmarrā’", "IRQ", "Samarra"), ("Rafaḩ", "PSE", "Rafah"), ("Cúcuta", "COL", "Cúcuta"), ("Muş", "TUR", "Muş")],
)  # fmt: skip
def test_transcription_marks_go(name: str, country: str, written: str) -> None:
    assert plain(name, country) == written


def test_a_place_lies_in_the_state_of_its_day(reader: Reader) -> None:
    doc = reader.analyse(Document(id="x", text="Shops burned in Juba on Monday.", published="2005-08-02"))
    assert [(p.place.name, p.place.country) for p in doc._.places] == [("Juba", "SDN")]


def test_places_lie_on_earth() -> None:
    for first in gazetteer().names:
        for _, entries in gazetteer().beginning(first):
            for e in entries:
                assert (e.lat is None) == (e.lon is None)
                assert e.lat is None or -90 <= e.lat <= 90
                assert e.lon is None or -180 <= e.lon <= 180


def test_a_row_without_coordinates_needs_a_city() -> None:
    cells = {"name": "Nowhere", "aliases": "", "country": "FRA", "lat": "", "lon": "", "kind": "city"}
    with pytest.raises(KnowledgeError):
        _Builder().row("places.tsv", Row(3, cells))


UNLISTED = [
    # what is said of a name
    ("Displaced people streamed out of the Kumbati camp towards Goma.", "Kumbati", "COD"),
    ("The militia burned houses in Vurdelo, a hamlet in Macedonia.", "Vurdelo", "MKD"),
    ("The boats are taken to Tarawai Island, in Papua New Guinea.", "Tarawai Island", "PNG"),
    ("They were seen at Zvirdalo, near Vukovar.", "Zvirdalo", "HRV"),
    # coordinated with a known one
    ("Rockets fell on Kramatorsk, Zhelivka and Yasnivka.", "Yasnivka", "UKR"),
    # where something happens, or whither somebody moves
    ("Gunmen killed nine villagers in Tchombanga, in Niger.", "Tchombanga", "NER"),
    ("The police station at Kinombe was attacked.", "Kinombe", None),
    ("Thousands fled towards Kladanovac.", "Kladanovac", None),
    # a small town that only one state has
    ("Buses left Srebrenica towards Olovo.", "Olovo", "BIH"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "country"), UNLISTED)
def test_a_name_that_no_table_knows(reader: Reader, text: str, name: str, country: str | None) -> None:
    assert (name, country) in places(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "He was killed in Operation Zarb.",
        "Hundreds were arrested in Ramadan.",
        "They met in December.",
        "The Trump camp answered.",
        "Sergey Lavrov met John Kerry and Zoltan Vurdelo.",
        "Vurdelo, a hamlet, is poor.",
        "He believes in Zvirdalo.",
        "The Minsk agreements remain in force.",
    ],
)
def test_other_unknown_names_are_no_places(reader: Reader, text: str) -> None:
    assert places(reader, text) == []


def test_a_town_and_its_american_state_are_one_place(reader: Reader) -> None:
    assert places(reader, "An explosion at a plant in West, Texas, flattened houses.") == [("West", "USA")]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The parliament of the Seychelles met in Victoria.", "SYC"),
        ("The premier spoke in Hamilton, and Canada listened.", "CAN"),
        ("The police of Valletta arrested him.", "MLT"),
    ],
)
def test_small_capitals(reader: Reader, text: str, country: str) -> None:
    assert country in {c for _, c in places(reader, text)}


POSITIONS = [
    "Flights for {} were cancelled.",
    "The army advanced as far as {}.",
    "The camp lies opposite {}.",
    "Tanks rolled past {}.",
    "Police sealed off {}.",
    "The offensive against {} began.",
    "Jihadists entered {}, where Aramaic is still spoken.",
    "{} held out for three months.",
    "{} has been under siege since March.",
    "{} remained calm on Sunday.",
    "The besieged {} received aid.",
    "{} and its suburbs are without water.",
]


@pytest.mark.parametrize("template", POSITIONS)
def test_positions_of_a_place(reader: Reader, template: str) -> None:
    assert "Tikrit" in [name for name, _ in places(reader, template.format("Tikrit"))]


@pytest.mark.parametrize(
    "text", ["London remained calm.", "London became angry with Paris.", "Tikrit United won."]
)
def test_a_capital_or_a_club_as_subject_is_no_place(reader: Reader, text: str) -> None:
    assert places(reader, text) == []


def test_the_state_across_the_border_is_not_its_own(reader: Reader) -> None:
    assert places(reader, "The train stopped at Dandong, on the North Korean border.")[0] == (
        "Dandong",
        "CHN",
    )
    assert ("Slatina", "XKX") in places(reader, "They took the airport of Slatina, near Pristina.")


def test_a_town_of_that_name_comes_before_a_city_once_called_so(reader: Reader) -> None:
    assert places(reader, "Pupils were shot at a school in Newtown, Connecticut.")[0] == ("Newtown", "USA")


def test_a_river_or_a_strait_is_in_no_state(reader: Reader) -> None:
    assert places(reader, "Two men drowned in the Inguri on Monday.") == [("Inguri", None)]
    assert places(reader, "The tanker was seized in the Strait of Hormuz.") == [("Strait of Hormuz", None)]


def test_whom_the_text_names_is_no_place(reader: Reader) -> None:
    text = "Gao Hucheng met Kerry on Monday. Investors trust in Gao."
    assert places(reader, text) == []


def test_a_small_place_bears_its_name_alone(reader: Reader) -> None:
    assert places(reader, "Soldiers burned huts in Warong Village on Monday.")[0][0] == "Warong"
    assert places(reader, "Soldiers landed on Warong Island on Monday.")[0][0] == "Warong Island"


@pytest.mark.parametrize("text", [
    "Spanish police stood outside the regional parliament.",
    "Egypt and Sudan sent envoys to the palace.",
    "The Roma population of Hungary is large.",
    "In Mali the bill went to the opposition congress.",
])  # fmt: skip
def test_no_house_of_the_state(reader: Reader, text: str) -> None:
    named = places(reader, text)
    assert all(name in ("Mali", "Hungary") for name, _ in named)


def test_a_name_that_nobody_else_bears_is_a_place_whatever_stands_before_it(reader: Reader) -> None:
    assert ("Nahr al-Bared", "LBN") in places(reader, "Gunboats pound Nahr el-Bared for a second day.")


def test_a_city_of_a_land_that_the_text_never_names_is_a_village_of_its_own(reader: Reader) -> None:
    told = "Eritrea and Ethiopia fought again. Ethiopian jets struck Eritrean posts. "
    assert ("Tarnow", None) in places(reader, told + "Ethiopia took the Eritrean lines and a post at Tarnow.")
    assert ("Tarnow", "POL") in places(reader, "The Polish army held a parade at Tarnow.")
    assert ("Davos", "CHE") in places(reader, told + "The ministers of Eritrea and Ethiopia met at Davos.")

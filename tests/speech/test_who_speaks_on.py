"""Who speaks in a long text when it names him by what he is, or by a pronoun."""

import pytest

from dragoman import Document, Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


CASES = [
    # Brought in without a name, told of again when others have been named.
    ("A senior Ugandan general briefed journalists in Gulu. Foreign Minister Sam Kutesa, who was in New York, "
     "welcomed the truce. The general said 300 rebels had given up.", "300 rebels had given up", "senior Ugandan general"),
    ("Romania's foreign minister, Adrian Nastase, said talks went on. A senior Romanian diplomat was gloomier. "
     "“Nobody will lift a finger,” the diplomat said.", "Nobody will lift a finger", "senior Romanian diplomat"),
    ("One of the president's aides, who would not be named, said the cabinet was split. “Half of them want to run,” "
     "the aide said.", "Half of them want to run", "One of the president's aides"),
    ("Two officials of the World Bank resigned. One of the officials said loans had been stolen. A third official, who "
     "remains at the bank, denied it. The official said audits were clean.", "audits were clean", "third official"),
    # By what he does, where he stands, whom he leads.
    ("“It will not stop,” said Rana Weiss of the Arava Institute. The researcher said the army had misread the map.",
     "the army had misread the map", "Rana Weiss"),
    ("The movement led the protests. “We bury our soldiers,” said its coordinator, Abdoulaye Seydou. The activist said "
     "the march would go on.", "the march would go on", "Abdoulaye Seydou"),
    ("A resident, Halima Nur, said shops were shut. “We are hiding here,” the mother of four said.",
     "We are hiding here", "Halima Nur"),
    # A name beside what he is.
    ('The director of the plant "Azovmash" Alexander Savchuk noted that workers are paid.', "workers are paid", "Alexander Savchuk"),
    ("The U.N. special envoy, Idris Kamau of Kenya, said the camps were full.", "the camps were full", "Idris Kamau"),
    ("The host of the summit, the Dominican Leonel Fernández, said the air was good.", "the air was good", "Leonel Fernandez"),
    # The one and the other.
    ("The president instructed the vice-premier Oraz Atayev to lead the inquiry. The latter said that nine wells were closed.",
     "nine wells were closed", "Oraz Atayev"),
    ("Secretary of State John Kerry flew to Amman. His president said that the strikes were ready.", "the strikes were ready",
     "Barack Obama"),
    # Texts speak for those who issue them; nobody told of in another's words goes on.
    ("Three ministers, Ali Sabri, Omar Zaid and Karim Lutfi, issued a joint statement. The statement said the border would "
     "stay closed.", "the border would stay closed", "ministers"),
    ("Slovak Foreign Minister Jan Kubis gave a different account. The minister said that Molly Phee had threatened sanctions. “She came "
     "here to threaten us in our own country, and nobody of our people will accept it.”", "She came here", "Jan Kubis"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "speaker"), CASES)
def test_the_one_meant_speaks(reader: Reader, text: str, content: str, speaker: str) -> None:
    reading = reader.read(Document(text=text, published="2013-09-09"))
    found = [s for s in reading.statements if content in text[s.content[0][0] : s.content[-1][1]]]
    assert found, [text[a:b] for s in reading.statements for a, b in s.content]
    assert found[0].speaker is not None
    assert found[0].speaker.name == speaker


NEAR_MISSES = [
    # The last of that title with a name stays meant, where nobody new was brought in since.
    ("A junior minister from Chad arrived. Foreign Minister Sergei Lavrov flew to Sochi. The minister said gas would flow.",
     "gas would flow", "Sergey Lavrov"),
    # Who does so was brought in before.
    ("A lawyer in Oslo wrote the plan. Justice Minister Ove Dahl said the tax would stay. The lawyer said it was "
     "useless.", "it was useless", "lawyer in Oslo"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "speaker"), NEAR_MISSES)
def test_another_is_not_taken_for_him(reader: Reader, text: str, content: str, speaker: str) -> None:
    test_the_one_meant_speaks(reader, text, content, speaker)


BESIDE = [
    ("Hundreds have fled from the clashes in Goma and the World Food Programme says it needs trucks.", "it needs trucks", "Food Programme"),
    ("The raid went on, Xinhua reported. Admitting that sanctions bite and the economy is in debt, Foreign Minister Zarif said: “We will "
     "pay.”", "sanctions bite", "Zarif"),
    ("Officials in Russia and China say it will rain.", "it will rain", "Officials in Russia and China"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "speaker"), BESIDE)
def test_who_stands_beside_the_cue(reader: Reader, text: str, content: str, speaker: str) -> None:
    reading = reader.read(Document(text=text, published="2013-09-09"))
    found = [s for s in reading.statements if content in text[s.content[0][0] : s.content[-1][1]]]
    assert found[0].speaker is not None
    assert speaker in found[0].speaker.name


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Russia’s envoy said no country put forward a statement for the council.",
            "a statement for the council",
        ),
        ("Exports may fall, but not as far as Madrid thinks they will.", "they will"),
        ("No minister said that the truce would hold.", "the truce would hold"),
        ("Medicines are supposed to be exempt from sanctions.", "be exempt"),
    ],
)
def test_nobody_says_it_or_nothing(reader: Reader, text: str, content: str) -> None:
    found = reader.read(Document(text=text, published="2013-09-09")).statements
    assert content not in [text[a:b] for s in found for a, b in s.content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ghana's police chief said the suspects had fled but did not say when.", "the suspects had fled"),
        ("Uganda's army spokesman confirmed the men had been taken but refused to say where.", "the men had been taken"),
        ("Chad's president said the rebels had gone home but would come back.", "the rebels had gone home but would come back"),
        ("Benin's minister said the rebels had met the envoy but refused to sign the accord.",
         "the rebels had met the envoy but refused to sign the accord"),
        ("Togo's ministry said it knew the names but would not reveal them.", "it knew the names but would not reveal them"),
    ],
)  # fmt: skip
def test_what_is_not_said_is_no_content(reader: Reader, text: str, content: str) -> None:
    start, end = reader.read(Document(id="x", text=text, published="2014-03-17")).statements[0].content[0]
    assert text[start:end] == content


@pytest.mark.parametrize(
    "text",
    [
        "The coming days would show whether the rebels were serious.",
        "The next weeks will tell whether the truce holds.",
    ],
)
def test_days_say_nothing(reader: Reader, text: str) -> None:
    assert not reader.read(Document(id="x", text=text, published="2014-03-17")).statements

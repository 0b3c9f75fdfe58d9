"""What reads like an act but is none, and its twin that is one."""

from __future__ import annotations

import pytest

from dragoman import Document, Reader
from dragoman.coding import CodingComponent
from dragoman.coding.coder import Coder


def left_out(reader: Reader, text: str) -> list[str | None]:
    """Why each act coded in a text is left out; `None` for events."""
    component = reader.nlp.get_pipe("dragoman_coding")
    assert isinstance(component, CodingComponent)
    doc = reader.analyse(Document(text=text, published="2016-05-04"))
    return [why for _, why in component.tellings(doc, Coder(doc, component.lexicon))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Chile will meet Ghana in the quarter-final.", "sport"),
        ("Croatia have attacked Malta from the first minute in Split.", "sport"),
        ("Hungary destroyed Malta by six wickets in Pecs.", "sport"),
        ("Jordan threatened Iraq twice before the referee sent off a striker.", "sport"),
        ("Six people were injured in Quito as a result of the collapse of a bridge.", "accident"),
        ("Nine people were injured in a blast at a refinery in Basra.", "accident"),
        ("A passenger attacked a bus driver in Lisbon after a long wait.", "private"),
        ("The painter shows Spanish soldiers killing peasants.", "fiction"),
        ("Verne's inspector kidnaps a consul in Chile.", "fiction"),
        ("In season three the army of Norway attacks Russia.", "fiction"),
        ("Most Poles would vote for the liberals, a poll showed.", "poll"),
        ("Kenya sold 4% more tea to Egypt.", "figure of trade"),
        ("Oman offers visitors forts, old boats and a coast without crowds.", "travel"),
        ("Serbia attacked Japan with long balls after half-time, and the striker hit the bar.", "sport"),
        ("Peru met Chile on Friday. It was the first of two rugby matches.", "sport"),
        ("In the novel, Russia attacks Norway.", "fiction"),
        (
            "A museum in Vilnius recalls how Soviet tanks attacked the television tower in January 1991.",
            "remembered",
        ),
        (
            "Thousands gathered in Hiroshima to mark the day in 1945 when an American plane bombed the city.",
            "remembered",
        ),
        ("Ten years after Russia invaded Georgia, families laid flowers in Gori.", "remembered"),
        ("On this day in 1973 Egypt attacked Israel across the Suez Canal.", "remembered"),
        ("The Egyptian teacher met her pupils online.", "everyday"),
        ("Greek governments do not throw out Russians lightly.", "never do"),
        ("The film tells how Peru attacks Chile and loses.", "fiction"),
        ("The opera, in which Egypt attacks Ethiopia, opens on Friday.", "fiction"),
        ("The thriller follows two pilots. Russia threatens war, and Britain arms.", "fiction"),
        ("Hurricane Mitch attacked Honduras.", "nature"),
        ("Typhoon Ana hit Vietnam on Sunday.", "nature"),
        ("Sweden attacked Denmark in 1658.", "history"),
        ("Veterans gathered on the beaches where American troops landed in June 1944.", "history"),
        ("The Kenyan Eliud Kipchoge threatened the world record in Berlin.", "sport"),
        ("Russia attacked Turkey in the 19th century.", "history"),
        ("Russia attacked Turkey in May 1877.", "history"),
        ("Saturday marks the anniversary of the Soviet invasion of Czechoslovakia.", "remembered"),
        ("Germany welcomed Turkey with three early goals.", "sport"),
        ("Two thirds of Canadians support a shorter week.", "poll"),
        ("Volkswagen agreed to buy a Swedish maker of trucks.", "companies"),
        ("Ole Berg praised Ari Lund for his captaincy.", "sport"),
        ("Ole Lundby thanked Norwegian shareholders as sales and profits rose.", "companies"),
        ("A man from Leeds was jailed for a burglary. The jury found him guilty of manslaughter.", "private"),
        ("Ole Berg went to Kent for the oysters.", "office"),
        ("The soldier was captured in the Battle of Arnhem in the Netherlands.", "passing"),
        ("He served in Egypt. German troops wounded him in World War II.", "passing"),
        (
            "Two girls are abducted in Leeds. The author of the thriller keeps the plot and its characters moving.",
            "fiction",
        ),
        ("An explosion in a coal mine killed 41 miners in Turkey.", "accident"),
    ],
)
def test_distractors_are_told_by_class(reader: Reader, text: str, wanted: str) -> None:
    found = left_out(reader, text)
    assert found, "nothing was coded that could be left out"
    assert all(why is not None and wanted in why for why in found), found


@pytest.mark.parametrize(
    "text",
    [
        "Chile will meet Ghana in Lima.",
        "President Bachelet met President Mahama before the quarter-final.",
        "Peru condemned Chile over the semi-final.",
        "Norway condemned Russia in a film that was shown on Monday.",
        "The novel was banned. Russia attacked Norway.",
        "Russia attacked Turkey in 1974.",
        "Sweden attacked a castle of 1658 in Denmark.",
        "Russian soldiers attacked Turkey after the storm.",
        "Canadians support Norway.",
        "Germany welcomed Turkey's decision.",
        "Mali denounced the attack by Chad on the anniversary.",
        "Volkswagen signed an agreement with Mexico.",
        "An explosion in a mosque killed 41 worshippers in Iraq.",
        "Peru killed 1500 people in Chile.",
        "Three men with knives stabbed passers-by in London.",
        "A man from Leeds was jailed for a bombing. The jury found him guilty of manslaughter.",
        "Gunmen killed a vaccinator and her husband in Quetta.",
        "A court in Minsk sentenced a doctor to nine years for treason.",
        "Police were posted all over Lagos, and in most quarters banks and stalls were closed.",
        "Soldiers were captured in a battle near Arnhem in the Netherlands.",
    ],
)
def test_their_twins_are_events(reader: Reader, text: str) -> None:
    assert None in left_out(reader, text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("France crushed Italy to stay at the top of their group.", "sport"),
        ("New Zealand crushed England in the last minute.", "sport"),
        ("Archaeologists found the skeletons of soldiers killed near Rome.", "history"),
        ("A tanker truck overturned and exploded in Nigeria, killing nine people.", "accident"),
        ("A Kenyan helicopter crashed near Douala, killing 14 people.", "accident"),
        ("A fire swept through a market in Accra, killing nine people.", "accident"),
        ("The Ghanaian singer Kofi Boateng shot his wife dead in Accra.", "private"),
        (
            "Parades are to mark the day when American troops attacked Germany.",
            "remembered",
        ),
        ("The Italian company attacked a French competitor with a cheap tablet.", "companies"),
    ],
)
def test_teams_brands_and_antiquity(reader: Reader, text: str, wanted: str) -> None:
    found = left_out(reader, text)
    assert found, "nothing was coded that could be left out"
    assert all(why is not None and wanted in why for why in found), found


@pytest.mark.parametrize(
    "text",
    [
        "Ethiopia crushed Eritrea.",
        "France attacked Italy in the last minute.",
        "Italian soldiers killed a French customer.",
        "Israeli soldiers killed a Palestinian and his wife.",
        "Mali marked the day. French troops attacked a camp in Mali.",
        "Syrian rebels shot down a plane, killing nine soldiers.",
    ],
)
def test_the_same_words_of_war(reader: Reader, text: str) -> None:
    assert set(left_out(reader, text)) == {None}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("In the mock trial Chile accused Peru of a breach of the treaty.", "mock trial"),
        ("On the title track the Tunisian ouds call for a ceasefire and the violins attack Libya.", "music"),
        ("Peru accepted the gambit, gave up a pawn and attacked Chile.", "chess"),
        ("Argentine ants attacked the larva of a Chilean wasp.", "science"),
    ],
)
def test_fields_far_from_politics(reader: Reader, text: str, said: str) -> None:
    why = left_out(reader, text)
    assert why
    assert all(w is not None and said in w for w in why)


def test_one_word_of_a_field_is_not_enough(reader: Reader) -> None:
    assert "ASSAULT" in [
        e.act for e in reader.read("Libyan jets attacked the town where the violinist lived.").events
    ]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Sonatrach stopped the deliveries of gas for the needs of Morocco.", True),
        ("Gazprom cut off gas supplies to its neighbour on Saturday.", True),
        ("China's ban on Australian coal raised prices and hurt sales.", True),
        ("Tanzania accused Kenya of dumping. It banned imports of sugar sold in shops at a low price.", True),
        ("Lithuania's president rejected a Chinese bid for shares of the port.", True),
        ("Volkswagen ended its deal with the Swedish maker Northvolt.", False),
        ("A Dutch brewer rejected a takeover bid for its Mexican brand.", False),
    ],
)
def test_business_is_not_what_states_live_on(reader: Reader, text: str, kept: bool) -> None:
    told = left_out(reader, text)
    assert (None in told[-1:]) is kept


@pytest.mark.parametrize(
    "text",
    [
        "Over the last four weeks Ethiopia attacked Eritrea.",
        "In the first half of 2019, Turkey attacked Kurdish positions in northern Iraq.",
        "Chad attacked Sudan in a shootout near the border.",
        "Russia have attacked Kharkiv.",
        "Egypt hosted Libya's neighbours on Monday for talks on the elections.",
    ],
)
def test_spans_of_time_and_neighbours_of_states_are_no_sport(reader: Reader, text: str) -> None:
    assert set(left_out(reader, text)) == {None}

"""When and where acts are told to happen: in their clause, in clauses that go with it, and from what was told before."""

from __future__ import annotations

import pytest

from dragoman.reader import Reader
from dragoman.schema import Event

FRIDAY = "2016-10-14"


def _event(reader: Reader, text: str, word: str, published: str = FRIDAY) -> Event:
    """The event whose trigger is a word."""
    for event in reader.read(text, published=published).events:
        if text[event.trigger[0] :].startswith(word):
            return event
    raise AssertionError(f"no event at {word!r}")


def _day(event: Event) -> str | None:
    if event.time is None:
        return None
    return event.time.start if event.time.start == event.time.end else f"{event.time.start}/{event.time.end}"


def _place(event: Event) -> str | None:
    return event.place.name if event.place is not None else None


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("Russian troops shelled Aleppo on Monday, a day after rebels killed five Syrian soldiers.", "killed", "2016-10-09"),
        ("Russian troops shelled Aleppo on Monday, two days after rebels killed five Syrian soldiers.", "killed", "2016-10-08"),
        ("Hundreds protested in Cairo on Monday, several days after police arrested the opposition leader.", "arrested", None),
        ("Hundreds protested in Cairo on Monday, hours after police arrested the opposition leader.", "arrested", "2016-10-10"),
        ("Kerry agreed, when he met Lavrov in Brussels on Monday, to withdraw American troops from Iraq.", "agreed", "2016-10-10"),
        ("On Monday police raided the offices in Harare and arrested 60 people.", "arrested", "2016-10-10"),
        ("Four days after talks between Kerry and Lavrov in Geneva, the guns are silent.", "talks", "2016-10-09/2016-10-10"),
        ("Merkel will visit Warsaw on November 10, not this Wednesday.", "visit", "2016-11-10"),
        ("Putin and Erdogan will meet before the G20 summit in November.", "meet", None),
        ("The Taliban blew up a truck packed with explosives in Herat on Monday.", "blew", "2016-10-10"),
        ("The Taliban blew up a truck seized from the police on Monday.", "blew", None),
    ],
)  # fmt: skip
def test_clauses_share_a_time(reader: Reader, text: str, word: str, day: str | None) -> None:
    assert _day(_event(reader, text, word)) == day


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("On Monday police raided the offices in Harare and arrested 60 people.", "arrested", "Harare"),
        ("Kerry agreed, when he met Lavrov in Brussels, to withdraw American troops from Iraq.", "agreed", "Brussels"),
        # Another doer is elsewhere, and what is said is not where it is said.
        ("Rebels attacked Aleppo on Monday and Turkey arrested 60 Kurds.", "arrested", None),
        ("Kerry urged Moscow to withdraw its troops from Syria.", "urged", None),
        ("Germany condemned the shelling of Aleppo.", "condemned", None),
        ("The foreign ministry in Moscow demanded an immediate ceasefire.", "demanded", "Moscow"),
    ],
)  # fmt: skip
def test_clauses_share_a_place(reader: Reader, text: str, word: str, place: str | None) -> None:
    assert _place(_event(reader, text, word)) == place


def test_what_the_doer_did_next_was_on_the_same_day_and_there(reader: Reader) -> None:
    text = "Kerry met Lavrov in Geneva on Thursday. He thanked Switzerland.\nKerry also praised Jordan."
    thanked = _event(reader, text, "thanked")
    assert (_day(thanked), _place(thanked)) == ("2016-10-13", "Geneva")
    praised = _event(reader, text, "praised")
    assert (_day(praised), _place(praised)) == ("2016-10-13", "Geneva")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Kerry met Lavrov in Geneva on Thursday. Merkel condemned Assad.", "condemned"),
        ("Kerry met Lavrov in Geneva on Thursday. Lavrov has accused Turkey of arming rebels.", "accused"),
        ("Kerry met Lavrov in Geneva on Thursday. Their talks in Vienna had failed.", "talks"),
        ("Kerry met Lavrov in Geneva on Thursday.\nHollande met Merkel on Friday.\nKerry praised Jordan.", "praised"),
    ],
)  # fmt: skip
def test_others_and_other_tenses_do_not_go_on(reader: Reader, text: str, word: str) -> None:
    assert _day(_event(reader, text, word)) is None


def test_background_keeps_to_its_frame(reader: Reader) -> None:
    text = "Tillerson travelled to Moscow in April; he met Lavrov there. His visit to Beijing was a success."
    trip = _event(reader, text, "travelled", "2017-12-01")
    assert (trip.status, _day(trip), _place(trip), trip.mode) == (
        "historical",
        "2017-04-01/2017-04-30",
        "Moscow",
        "visit",
    )
    visit = _event(reader, text, "visit", "2017-12-01")
    assert (visit.status, visit.time) == ("historical", None)


def test_news_after_background_stays_news(reader: Reader) -> None:
    text = "Tillerson travelled to Moscow in April. Merkel condemned Assad on Thursday. Hollande condemned Assad."
    last = reader.read(text, published="2017-12-01").events[-1]
    assert last.actors[0].country == "FRA"
    assert last.status == "actual"


@pytest.mark.parametrize(
    ("text", "word", "day", "place"),
    [
        # What is spoken of is ahead, or elsewhere; the words are of the day of the story.
        ("Kerry telephoned Lavrov on Monday and urged Assad to hold elections in January.", "urged", "2016-10-10", None),
        ("Kerry met Lavrov on Monday. He demanded an answer by Friday.", "demanded", "2016-10-10", None),
        ("Kerry praised the accord reached in Munich on Monday.", "praised", None, None),
        # In what it is said, and on what occasion.
        ("Obama condemned the attack in a statement that was issued in Washington on Monday.", "condemned", "2016-10-10", "Washington"),
        ("Speaking in London on Monday, Kerry urged Syria to stop the raids.", "urged", "2016-10-10", "London"),
        ("Merkel, visiting Tallinn, condemned Russia.", "condemned", None, "Tallinn"),
        ("Obama, who was on a visit to Saint Petersburg, urged Israel to stop the raids.", "urged", None, "St Petersburg"),
        ("Merkel, waiting in the embassy since Monday, urged Assad to resign.", "urged", None, None),
        # One doer's deeds under one day, and what opens a sentence.
        ("Police fired tear gas and beat lawyers in Lahore on Monday.", "fired", "2016-10-10", "Lahore"),
        ("In Belgrade, protesters threw stones and police arrested ten students.", "arrested", None, "Belgrade"),
        ("Hollande flew to Beirut and urged Syria to withdraw its troops.", "urged", None, "Beirut"),
        ("Kerry met Lavrov in Geneva on Monday and Tuesday.", "met", "2016-10-10/2016-10-11", "Geneva"),
        ("Washington recalled its ambassador to Syria on Monday.", "recalled", "2016-10-10", None),
        ("Kerry met Lavrov in the Red Sea resort of Aqaba on Monday.", "met", "2016-10-10", "Aqaba"),
        ("We condemn the violence in Donetsk, where pro-Russian gunmen killed a student.", "killed", None, "Donetsk"),
    ],
)  # fmt: skip
def test_the_time_and_place_of_what_is_said_and_done(
    reader: Reader, text: str, word: str, day: str | None, place: str | None
) -> None:
    event = _event(reader, text, word)
    assert (_day(event), _place(event)) == (day, place)


@pytest.mark.parametrize(
    ("text", "word", "day", "place"),
    [
        # Back to the talks, not to the arrival told last.
        (
            "Xi held talks with Putin in Moscow on Thursday. Xi arrived in Kazan on Wednesday. During the talks, Xi urged Ukraine to cease fire.",
            "urged", "2016-10-13", "Moscow",
        ),
        # The news goes on though others are told of in between, not once a later day is told.
        ("Kerry met Lavrov in Geneva on Thursday.\nFrance condemned Assad on Tuesday.\nKerry praised Jordan.", "praised", "2016-10-13", "Geneva"),
        # Force goes on from force in the same state, not from other contacts; what its government does is of the news.
        ("Gunmen attacked a market in Karachi on Thursday. Police arrested ten men.", "arrested", "2016-10-13", "Karachi"),
        ("Gunmen attacked a market in Karachi on Thursday. The government imposed a curfew.", "imposed", "2016-10-13", "Pakistan"),
        ("Kerry met Lavrov in Karachi on Thursday. Police arrested ten men.", "arrested", None, "Pakistan"),
        # What was said by the words themselves.
        ('"We will strike at the heart of France," the leader of the Taliban said in Kabul on Thursday.', "strike", "2016-10-13", "Kabul"),
        ("Kerry met Lavrov in Geneva; he praised Switzerland.", "praised", None, "Geneva"),
        # The host of a visit, who is not named in what tells it.
        ("Hollande flew to Berlin on Thursday. Merkel urged Russia to withdraw its troops.", "urged", "2016-10-13", "Berlin"),
        ("Hollande flew to Berlin on Thursday. Obama urged Russia to withdraw its troops.", "urged", None, None),
        ("Hollande flew on Thursday to Berlin, where he met Putin.", "met", "2016-10-13", "Berlin"),
        # Force that is reported, and what it came after.
        ("Gunmen attacked a market in Karachi on Thursday. The ministry said that police arrested three of them.", "arrested", "2016-10-13", "Karachi"),
        ("Police killed ten men in Karachi after gunmen attacked a market on Thursday.", "killed", "2016-10-13", "Karachi"),
        ("Kerry praised Pakistan after gunmen attacked a market on Thursday.", "praised", None, None),
        # A quotation that goes on; what its speaker once did.
        (
            '"Russia attacked us," the leader of the Taliban said in Kabul on Thursday. "We will strike at the heart of Russia."',
            "strike", "2016-10-13", "Kabul",
        ),
        ("Kerry said in Berlin on Thursday that he had condemned Russia.", "condemned", None, None),
        # What was told before the news, and is no background to it.
        ("Togo and Benin had signed an accord in March 2012. Obama praised Jordan.", "praised", None, None),
        # Who had been elsewhere before.
        ("Kerry, who had met Lavrov in Geneva on Thursday, condemned Assad.", "condemned", None, None),
    ],
)  # fmt: skip
def test_the_tale_goes_on(reader: Reader, text: str, word: str, day: str | None, place: str | None) -> None:
    event = _event(reader, text, word)
    assert (_day(event), _place(event)) == (day, place)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("YANGON, Oct 14 - Myanmar police beat Myanmar students.", "Myanmar"),
        ("NICOSIA, Oct 14 - Iraqi soldiers beat Iraqi students.", None),  # the story is elsewhere
        ("YANGON, Oct 14 - Myanmar police beat Chinese students.", None),
        ("Myanmar police beat Myanmar students near Bangkok.", "Bangkok"),
    ],
)
def test_force_at_home_is_in_the_state(reader: Reader, text: str, place: str | None) -> None:
    assert _place(_event(reader, text, "beat")) == place


def test_a_press_release_is_of_its_day(reader: Reader) -> None:
    title = "Readout of Secretary Kerry's Call with Foreign Minister Lavrov\n\n"
    body = "Secretary Kerry spoke by phone with Foreign Minister Lavrov. The Secretary urged Russia to withdraw its troops. Secretary Kerry has condemned the shelling of Aleppo. Iran had praised Russia."
    assert _day(_event(reader, title + body, "urged")) == FRIDAY
    assert _day(_event(reader, title + body, "condemned")) == FRIDAY
    assert _day(_event(reader, title + body, "praised")) is None
    assert _day(_event(reader, "Kerry calls Lavrov on Syria\n\n" + body, "urged")) is None


def test_a_council_meets_at_its_seat(reader: Reader) -> None:
    assert _place(_event(reader, "The U.N. Security Council met on Monday.", "met")) == "New York"
    assert _place(_event(reader, "The U.N. Security Council met in Nairobi on Monday.", "met")) == "Nairobi"


def test_a_dateline_without_a_place_is_no_time_of_the_act(reader: Reader) -> None:
    text = "March 5 - Demonstrators marched in Yangon on Thursday."
    assert _day(_event(reader, text, "marched", "2021-03-05")) == "2021-03-04"


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        # A time that says which thing is spoken of; of a subject, or of an occasion, it is the act's.
        ("Kerry urged Lavrov to respect the 2012 ceasefire agreement.", "urged", None),
        ("Thursday's attack killed ten soldiers in Karachi.", "killed", "2016-10-13"),
        ("Kerry condemned Assad at Thursday's meeting in Geneva.", "condemned", "2016-10-13"),
        # What something is counted from; what it is counted from itself.
        ("Kerry met Lavrov for the first time since the invasion in February 2014.", "met", None),
        ("It was the first clash since May 1998, when Indian troops attacked Pakistani soldiers in Kashmir.", "attacked", "1998-05-01/1998-05-31"),
        # What is held on a day of its own.
        ("The junta issued a decree on the vote due in March and condemned France.", "condemned", None),
        # What came after something in a month is of that month, of a day it is not.
        ("Relations worsened in March after Turkish troops attacked Kurdish fighters.", "attacked", "2016-03-01/2016-03-31"),
        ("Relations worsened on Monday after Turkish troops attacked Kurdish fighters.", "attacked", None),
        # Shortly after: the same day in the news, not in what is long past.
        ("Obama arrived in Berlin on Thursday shortly after police arrested ten men.", "arrested", "2016-10-13"),
        ("Obama arrived in Berlin on 5 March 2009 shortly after police arrested ten men.", "arrested", None),
        ("India and Pakistan fought an air battle over Kashmir in March 2012.", "battle", "2012-03-01/2012-03-31"),
        # What is told as done is of no month to come; what is called for a day is on the next one.
        ("Turkish troops had attacked Kurdish fighters in November.", "attacked", "2015-11-01/2015-11-30"),
        ("France announced for Saturday a visit to Algeria by President Hollande.", "visit", "2016-10-15"),
        ("Turkey deployed troops on Thursday, a week after that Damascus shot down a fighter.", "shot", "2016-10-03/2016-10-09"),
    ],
)  # fmt: skip
def test_whose_time_it_is(reader: Reader, text: str, word: str, day: str | None) -> None:
    assert _day(_event(reader, text, word)) == day


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        # What is talked of is elsewhere.
        ("Kerry and Lavrov discussed by telephone the situation in Libya.", "discussed", None),
        ("Kerry and Lavrov discussed the situation in Geneva.", "discussed", None),
        ("Kerry and Lavrov discussed Libya in Geneva.", "discussed", "Geneva"),
        ("Kerry and Lavrov exchanged views on the situation in Libya.", "exchanged", None),
        ("Kerry and Lavrov exchanged views on Libya in Geneva.", "exchanged", "Geneva"),
        # What is answered was elsewhere.
        ("Poland expelled four Russian diplomats over the poisoning of a spy in Salisbury.", "expelled", None),
        ("Norway expelled four Russian diplomats in response to the war in Georgia.", "expelled", None),
        ("Workers marched in Bergen in protest at the war in Georgia.", "marched", "Bergen"),
        # What was elsewhere before, or is planned to be.
        ("Kerry and Lavrov agreed to cooperate after the attacks in Paris.", "agreed", None),
        ("Kerry secured a deal with both parties to meet in Oslo.", "secured", None),
        # Those who were caught at it, and a call, which has no place.
        ("Police detained three men who were planting bombs in Karachi.", "detained", "Karachi"),
        ("Police detained three men who had lived in Karachi.", "detained", "Pakistan"),
        ("Kerry spoke by telephone with Lavrov in Moscow.", "spoke", None),
        # Who comes from where he did it.
        ("The Sudanese delegation returned from Abuja on Wednesday after signing a ceasefire with the rebels.", "signing", "Abuja"),
        ("The Sudanese delegation recovered from Abuja on Wednesday after signing a ceasefire with the rebels.", "signing", None),
        # All over the country of who does it.
        ("The Syrian army is bombing rebel positions across the country.", "bombing", "Syria"),
        ("The Syrian army is bombing positions in the country of the Kurds.", "bombing", None),
    ],
)  # fmt: skip
def test_whose_place_it_is(reader: Reader, text: str, word: str, place: str | None) -> None:
    assert _place(_event(reader, text, word)) == place


def test_a_deed_that_is_thought_of_has_no_place(reader: Reader) -> None:
    missile = "North Korea tested a missile capable of hitting Guam on Thursday."
    assert _place(_event(reader, missile, "tested")) is None
    assert _day(_event(reader, missile, "tested")) == "2016-10-13"


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        # What is done as was told first, or by a state of the news.
        ("Volunteers pledged 50 million dollars for Liberia on Thursday.\nNorway also pledged ten million dollars.", "pledged", "2016-10-13"),
        ("Turkish troops attacked Kurdish fighters on Thursday.\nTurkey rejected the accusation.", "rejected", "2016-10-13"),
        ("Turkish troops attacked Iraqi soldiers on Thursday.\nBrazil praised Norway.", "praised", None),
        ("Turkish troops attacked Kurdish fighters on Thursday. Rebels met in Paris on Tuesday.\nTurkey rejected the accusation.", "rejected", None),
        # The first sentence in the perfect.
        ("Rival leaders of Sudan have signed an accord.\nThe government of Sudan met the rebels on Thursday.", "signed", "2016-10-13"),
        ("Rival leaders of Sudan have signed an accord.\nOfficials said on Thursday that the talks went well.", "signed", None),
        # A contact that more is said of.
        ("Chad and Sudan reached an accord on Thursday. This was the first meeting of their presidents.", "meeting", "2016-10-13"),
    ],
)  # fmt: skip
def test_the_day_of_the_news(reader: Reader, text: str, word: str, day: str | None) -> None:
    events = [
        e for e in reader.read(text, published=FRIDAY).events if text[e.trigger[0] : e.trigger[1]] == word
    ]
    assert _day(events[-1]) == day


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        # A visit to a state is in it; who met its people in those days met them there.
        ("Kerry is to visit Kenya on Sunday.", "visit", "Kenya"),
        ("Kerry met President Kenyatta.\nKerry flew to Nairobi on Thursday.", "met", "Nairobi"),
        ("Kerry met Lavrov.\nKerry flew to Nairobi on Thursday.", "met", None),
        # Those of one state against each other, and the forces of a state against the rebels of another.
        ("Government troops of Sri Lanka clashed with Sri Lankan rebels.", "clashed", "Sri Lanka"),
        ("French troops killed ten Malian rebels.", "killed", "Mali"),
        ("French troops killed ten Malian soldiers.", "killed", None),
        # What an act of force told by a noun is done to.
        ("Obama condemned Russia's annexation of Crimea.", "annexation", "Crimea"),
        ("An attack on Turkish troops was reported in Homs on Monday.", "attack", "Homs"),
        # A text that is dated from the United Nations.
        ("UNITED NATIONS, Oct 14 - France condemned Russia on Thursday.", "condemned", "New York"),
        ("UNITED NATIONS, Oct 14 - France condemned Russia on 5 March.", "condemned", None),
        ("NAIROBI, Oct 14 - France condemned Russia on Thursday.", "condemned", None),
    ],
)  # fmt: skip
def test_places_that_are_not_named(reader: Reader, text: str, word: str, place: str | None) -> None:
    assert _place(_event(reader, text, word)) == place


def test_the_day_of_the_news_is_not_ended_by_an_aside(reader: Reader) -> None:
    text = "Turkish troops entered the suburb of Jarablus on Thursday, where rebels killed civilians in March.\nTurkey rejected the accusation."
    assert _day(_event(reader, text, "rejected")) == "2016-10-13"


def test_what_closes_talks_is_where_they_were(reader: Reader) -> None:
    text = "Iran and Russia reached an agreement on Thursday after five days of talks in Vienna."
    assert _place(reader.read(text, published=FRIDAY).events[0]) == "Vienna"


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        # What is given out on a day does its act on that day.
        ("The Senate passed a resolution on Tuesday condemning the coup in Mali.", "condemning", "2016-10-11"),
        ("Egypt issued a statement on Tuesday condemning the coup in Mali.", "condemning", "2016-10-11"),
        ("There were clashes in Aleppo between the army and rebels on Monday.", "clashes", "2016-10-10"),
        # The visit was before the arrival.
        ("Kerry arrived in Cairo on Monday after a visit to Jordan.", "visit", None),
        ("Kerry is on Monday due to travel to Cairo.", "travel", "2016-10-17"),
        ("Kerry arrived in Cairo on Monday before meeting Lavrov.", "meeting", "2016-10-10"),
        ("Kerry arrived in Cairo on Monday two weeks before meeting Sisi.", "meeting", "2016-10-24/2016-10-30"),
        ("Serbia signed a 2012 peace deal with the rebels.", "signed", "2012-01-01/2012-12-31"),
        # What it was for has its day, if that is past; who died, died when he was struck.
        ("Police fired tear gas to try and scatter protesters in Cairo on Tuesday.", "fired", "2016-10-11"),
        ("Sudan sent troops to guard the talks on Saturday.", "sent", None),
        ("Two envoys were killed on Tuesday after gunmen attacked their car in Homs.", "attacked", "2016-10-11"),
        ("Ban Ki-moon has condemned Tuesday's deadly attack that killed five peacekeepers.", "killed", "2016-10-11"),
        ("Italy is reported to have sent troops to Libya over the weekend.", "sent", "2016-10-08/2016-10-09"),
        # A day in the name of a text is none.
        ("China condemned the United States under the August 17 Communique.", "condemned", None),
        ("China and America signed the August 17 Communique.", "signed", "2016-08-17"),
        ("Rebels stormed a base on Monday. The raid came a day after Syrian troops killed five Turkish soldiers.", "killed", "2016-10-09"),
        ("Egypt has stepped up raids after quitting the talks in May.", "raids", None),
        ("Police fired tear gas on Tuesday at Egyptians who were throwing stones.", "throwing", "2016-10-11"),
        # From what it is counted since until today; a state of things is no act.
        ("Troops have killed 90 protesters in Cairo since the army seized power on October 3.", "killed", "2016-10-03/2016-10-14"),
        ("Troops have killed 90 protesters in Cairo since the coup on October 3.", "killed", "2016-10-03/2016-10-14"),
        # What is set for a day is to come; a term is not the day of the order.
        ("The Contact Group called a new conference for January 15 in France.", "called", "2017-01-15"),
        ("Venezuela told the American envoy to leave by Saturday.", "told", None),
        # Who did something long ago does something else now.
        ("Rebels who signed a truce with the government in May, seized the town of Azaz.", "seized", None),
    ],
)  # fmt: skip
def test_ways_of_telling_a_day(reader: Reader, text: str, word: str, day: str | None) -> None:
    assert _day(_event(reader, text, word)) == day


def test_a_scene_is_set_for_what_follows(reader: Reader) -> None:
    text = "Riots broke out in Izmir on the night of October 9. Villagers stoned policemen and burned cars."
    assert _day(_event(reader, text, "stoned")) == "2016-10-09"
    told = text.replace("Riots broke out", "Elections took place")
    assert _day(_event(reader, told, "stoned")) is None
    near = text.replace(". Villagers", ".\n\nVillagers")
    assert _day(_event(reader, near, "stoned")) == "2016-10-09"
    far = text.replace(". Villagers", ".\n\nThe price of bread doubled.\n\nVillagers")
    assert _day(_event(reader, far, "stoned")) is None


def test_some_of_those_just_told_of(reader: Reader) -> None:
    text = "Seven soldiers were wounded in Homs on Monday. Two were killed in an ambush."
    event = _event(reader, text, "killed")
    assert (_day(event), _place(event)) == ("2016-10-10", "Homs")


def test_told_more_fully_later(reader: Reader) -> None:
    text = "Rebels have attacked a hospital in Syria.\n\nDoctors said rebels attacked it in Azaz on Thursday."
    event = _event(reader, text, "attacked")
    assert (_day(event), _place(event)) == ("2016-10-13", "Azaz")


def test_a_village_without_coordinates_is_more_than_its_state(reader: Reader) -> None:
    text = "In Syria, army helicopters dropped barrel bombs on al-Qubbir."
    assert _place(_event(reader, text, "dropped")) == "al-Qubbir"


def test_a_contact_is_when_something_was_said_at_it(reader: Reader) -> None:
    text = "Merkel spoke on Tuesday of trade. During a meeting with Erdogan in Ankara, she thanked Turkey."
    event = _event(reader, text, "meeting")
    assert (_day(event), _place(event)) == (_day(_event(reader, text, "thanked")), "Ankara")


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        # The way from an act to its place may be long.
        ("A soldier was killed in a clash with rebels of the Free Army in the region of Azaz.", "killed", "Azaz"),
        # Where those are who are quoted, or what is talked of leads, is not where the act is.
        ("According to diplomats in Baku, Putin will meet Obama.", "meet", None),
        ("Kerry and Lavrov discussed the transit of gas to Rostov.", "discussed", None),
        ("Kerry and Lavrov discussed the assassination of a general in Tehran.", "discussed", None),
        # What only says where another place lies is not where it was.
        ("Soldiers killed ten Syrians in Qubbir village, south of Azaz.", "killed", "Qubair"),
        ("The army is near Azaz, 20 miles north of Aleppo, where Syrian rebels killed ten policemen.", "killed", "Azaz"),
        ("Ten Syrians were killed on Monday as troops raided a house in the city of Aleppo.", "killed", "Aleppo"),
        # A part of a city is less than the city.
        ("Shells killed ten people in the Karrada neighbourhood of Baghdad.", "killed", "Baghdad"),
        # Force goes on where it was, unless it is said to be elsewhere.
        ("Syrian troops shelled Azaz on Monday.\n\nGunmen shot dead five villagers.", "shot", "Azaz"),
        ("Syrian troops shelled Azaz on Monday.\n\nElsewhere gunmen shot dead five villagers.", "shot", "Syria"),
        # What goes on after talks is elsewhere; where a thing lies is told first.
        ("Following talks with Assad, Kerry headed to Jerusalem.", "talks", None),
        ("The clashes occurred on Monday in Azaz, where police said Syrian troops shelled a hospital.", "shelled", "Azaz"),
        ("Some 30 miles south of Aleppo, Syrian troops shelled a hospital.", "shelled", "Aleppo"),
    ],
)  # fmt: skip
def test_ways_of_telling_a_place(reader: Reader, text: str, word: str, place: str | None) -> None:
    assert _place(_event(reader, text, word)) == place


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        # Where it was said, of the speaker and of his state.
        ("In Tunis, Foreign Minister Sergei Lavrov said Russia would not recognise Kosovo.", "recognise", "Tunis"),
        ("In Ankara, Prime Minister Erdogan said Turkey supported the opposition.", "supported", "Ankara"),
        ('"Poland will not accept the plan," President Andrzej Duda said during a visit to Montenegro.', "accept", "Montenegro"),
        ("Federica Mogherini condemned from Rabat the coup in Mali.", "condemned", "Rabat"),
        ("The Chadian government demanded from Niamey the return of its soldiers.", "demanded", None),
        ("NATO leaders, gathered in Brussels, invited Macedonia to begin membership talks.", "invited", "Brussels"),
        ("The truce, which Sergei Lavrov had agreed with John Kerry in Geneva, collapsed.", "agreed", "Geneva"),
        # What is left, overrun, and a part of a land.
        ("Germany pulled 35 of its soldiers out of Iraq on Tuesday.", "pulled", "Iraq"),
        ("Russian troops seized a ferry terminal on the eastern tip of Crimea.", "seized", "Crimea"),
        ("In New York, Finland condemned Russia's invasion of Ukraine.", "invasion", "Ukraine"),
        # The city rather than its square, and not where somebody is from or sets out.
        ("In Istanbul thousands walked to Taksim Square and protested against Israel.", "protested", "Istanbul"),
        ("Aguila Saleh of the parliament in Tobruk and the Libyan prime minister met in Malta.", "met", "Malta"),
        ("Kofi Annan flew from Geneva to Damascus to meet Bashar al-Assad.", "flew", "Damascus"),
        ("The League spoke of it during a visit by a delegation of the Arab League to Beirut.", "visit", "Beirut"),
    ],
)  # fmt: skip
def test_where_it_is_told_to_be(reader: Reader, text: str, word: str, place: str | None) -> None:
    assert _place(_event(reader, text, word)) == place


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        # What is said to be done, or announced to have been done, is of the day on which it is said.
        ("Russia said on Thursday it was expelling 60 American diplomats.", "expelling", "2016-10-13"),
        ("NATO announced on Tuesday that it has withdrawn the accreditation of Russian diplomats.", "withdrawn", "2016-10-11"),
        ("Wang Yi said at a press conference on the 8th that China firmly opposes this and demands that Japan stop.", "demands", "2016-10-08"),
        ("On Tuesday Kerry told Sartaj Aziz that Washington was sorry for the losses of Pakistan.", "sorry", "2016-10-11"),
        # On a visit, at a session, by telephone; to whom one speaks, in what, what for, and who is just busy.
        ("Francois Hollande, on a visit to Mali, said on Tuesday that the French force would stay.", "visit", "2016-10-11"),
        ("Park Geun-hye and Barack Obama agreed by telephone on Tuesday to press for sanctions.", "telephone", "2016-10-11"),
        ("Kamal Thapa went to Delhi on October 7 and met Narendra Modi, who promised Nepal trucks.", "promised", "2016-10-07"),
        ("Kamal Thapa met Narendra Modi on October 7, who had promised Nepal trucks.", "promised", None),
        ("Evo Morales spoke in a television address on Monday, in which he accused Chile of egoism.", "accused", "2016-10-10"),
        ("Francois Hollande telephoned Putin on Tuesday to urge Russia to stop.", "urge", "2016-10-11"),
        ("On Sunday police fired tear gas at Kenyan crowds blocking the roads.", "blocking", "2016-10-09"),
        ("EU foreign ministers, who met in New York on Monday, condemned Syria.", "condemned", "2016-10-10"),
        ("African leaders, who met in Addis Ababa last month, condemned Syria.", "condemned", None),
        ("In the operation organised on 2 October, Turkish soldiers shot dead nine Syrians.", "shot", "2016-10-02"),
        # Several verbs of one day.
        ("Saudi Arabia had recalled its ambassador and expelled the Lebanese one on the 5th of October.", "recalled", "2016-10-05"),
        ("Hugo Chavez ordered on Sunday to move ten battalions and to close the embassy in Bogota.", "close", "2016-10-09"),
        ("The row began on Sunday, when Saudi Arabia expelled the Iranian ambassador and recalled its own envoy from Tehran.", "recalled", "2016-10-09"),
        ("Obama met Hamid Karzai on Monday and a day later he flew to Berlin.", "met", "2016-10-10"),
        # Counted from another act; what lasts was done on its first day.
        ("Israel bombed Gaza two days after Turkey recalled its ambassador on October 1.", "bombed", "2016-10-03"),
        ("The prime minister of Mali, detained since 7 October by the junta, asked France for help.", "detained", "2016-10-07"),
        ("Egypt has arrested 300 protesters since 7 October.", "arrested", "2016-10-07/2016-10-14"),
    ],
)  # fmt: skip
def test_when_it_is_told_to_be(reader: Reader, text: str, word: str, day: str | None) -> None:
    assert _day(_event(reader, text, word)) == day


def test_a_body_speaks_where_it_meets(reader: Reader) -> None:
    text = "JAKARTA, Oct. 14 - The African Union urged Sudan on Thursday to free prisoners.\n\nThe envoys met in Jakarta."
    assert _place(_event(reader, text, "urged")) == "Jakarta"
    assert _place(_event(reader, text.replace("met in Jakarta", "met in Lusaka"), "urged")) is None
    assert _place(_event(reader, text.replace("The African Union", "Egypt"), "urged")) is None

"""Contacts: third parties, summits of two, talk from afar, a contact told before, expected visits, measures of talks."""

from __future__ import annotations

import pytest

from dragoman import Document, Reader
from dragoman.coding.examples import notation, notations


def _contacts(reader: Reader, text: str) -> list[str]:
    found = notations(reader.read(Document(id="a", text=text, published="2019-03-05")))
    return [n for n in found if " CONSULT" in n]


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("Japan removed South Korea from its list of partners. Seoul condemned Tokyo's move. The talks collapsed.", "JPN,KOR CONSULT"),
        ("In a telephone call to Theresa May, Angela Merkel pressed for a deal.", "DEU,GBR CONSULT/phone"),
        ("Viktor Orban conveyed his regret to Theresa May in a phone call.", "GBR,HUN CONSULT/phone"),
        ("The truce was reached after mediation by Kenya.", "KEN CONSULT/third-party"),
        ("President Emmanuel Macron visited Marseille on Monday.", "FRA CONSULT/visit"),
        ("Angela Merkel visited a school near Kabul.", "DEU CONSULT/visit -> AFG"),
        ("Angela Merkel received Theresa May in Berlin. May left after the meeting, which lasted two hours.", "GBR CONSULT/visit -> DEU"),
        ("The next round of consultations between Chile and Bolivia has been set for June.", "BOL,CHL CONSULT future"),
        ("Russia and Ukraine held talks in Istanbul under the auspices of Turkey.", "RUS,UKR CONSULT/third-party -> TUR"),
        ("Iran and Saudi Arabia held talks in Baghdad with Iraqi mediation.", "IRN,SAU CONSULT/third-party -> IRQ"),
        ("Talks between Israel and Hamas mediated by Egypt resumed on Monday.", "ISR,PSE CONSULT/third-party -> EGY"),
        ("Qatar hosted talks between the United States and Iran.", "IRN,USA CONSULT/third-party -> QAT"),
        ("Qatar hosted talks between the Sudanese government and rebels from Darfur.", "SDN CONSULT/third-party -> QAT"),
        ("Russia and Ukraine held talks in Geneva with the help of interpreters.", "RUS,UKR CONSULT"),
        ("The summit between Donald Trump and Kim Jong Un ended in Hanoi.", "PRK,USA CONSULT"),
        ("The summit of NATO ended in Brussels.", "IGO CONSULT/multilateral"),
        ("Angela Merkel held talks with Vladimir Putin by videoconference.", "DEU,RUS CONSULT/phone"),
        ("Talks between Angela Merkel and Vladimir Putin took place in the format of a videoconference.", "DEU,RUS CONSULT/phone"),
        ("Angela Merkel held talks with Vladimir Putin about telephones.", "DEU,RUS CONSULT"),
        ("Russian and Japanese diplomats wrapped up two days of talks in Geneva.", "JPN,RUS CONSULT"),
        ("A third round of negotiations between Serbia and Kosovo ended in Brussels.", "SRB,XKX CONSULT"),
        ("Angela Merkel conferred for three hours with Vladimir Putin.", "DEU,RUS CONSULT"),
        ("Syria's Bashar al-Assad and Lebanon's Michel Suleiman met for the first time in Paris.", "LBN,SYR CONSULT"),
        ("The envoy recalled the meeting between Merkel and Putin that was held in Sochi in June.", "DEU CONSULT/visit -> RUS"),
        ("The conference on Libya opened in Berlin on Monday.", "DEU CONSULT/multilateral"),
        ("EU interior ministers meeting in Luxembourg on Monday condemned Belarus.", "IGO CONSULT/multilateral"),
        ("ASEAN ministers, meeting in Jakarta on Friday, urged Myanmar to free the detainees.", "IGO CONSULT/multilateral"),
        ("At an emergency meeting in Jakarta on Monday, ASEAN ministers urged Myanmar to free the detainees.", "IGO CONSULT/multilateral"),
        ("The Lebanese parties signed an accord in Doha after five days of negotiations.", "LBN CONSULT"),
        ("Qatari-mediated talks between Hamas and Israel resumed on Sunday.", "ISR,PSE CONSULT/third-party -> QAT"),
        ("Malaysia's government called off the meeting with the Thai prime minister.", "MYS,THA CONSULT cancelled"),
        ("The meeting between Chad and Libya produced no result.", "LBY,TCD CONSULT"),
        ("Boris Johnson and Leo Varadkar agreed by telephone on Monday to speed up the work.", "GBR,IRL CONSULT/phone"),
        ("Serbian and Kosovo envoys signed an accord. It was reached after ten hours of talks in Geneva.", "SRB,XKX CONSULT"),
        ("Jacques Chirac will visit Tunisia in May. The trip was postponed.", "FRA CONSULT/visit cancelled -> TUN"),
        ("Talks between the two Yemeni sides collapsed in Geneva.", "YEM CONSULT"),
        ("Macky Sall hopes to visit Banjul next week.", "SEN CONSULT/visit future -> GMB"),
        ("The presidents of Peru and Bolivia must meet on Friday in Geneva.", "BOL,PER CONSULT future"),
        ("Serbia and Kosovo agreed to meet again in Geneva in June.", "SRB,XKX CONSULT future"),
        ("Protests went on in Harare. Jacob Zuma is due there on Monday.", "ZAF CONSULT/visit future -> ZWE"),
        ("Sergei Lavrov took part in the Tashkent conference on Afghanistan.", "RUS CONSULT/multilateral"),
        ("Sergei Lavrov had to cancel a visit to Serbia.", "RUS CONSULT/visit cancelled -> SRB"),
        ("The visit of Sergei Lavrov to Serbia did not take place.", "RUS CONSULT/visit cancelled -> SRB"),
        ("Ivory Coast's government and Mali's rebels held talks mediated by South Africa.", "CIV,MLI CONSULT/third-party -> ZAF"),
        ("Angela Merkel is expected in Ankara on Friday.", "DEU CONSULT/visit future -> TUR"),
        ("A planned visit of Angela Merkel to Turkey was cancelled.", "DEU CONSULT/visit cancelled -> TUR"),
        ("Angela Merkel and Vladimir Putin discussed steps to improve relations over the phone.", "DEU,RUS CONSULT/phone"),
        ("Angela Merkel and Vladimir Putin discussed the price of a phone.", "DEU,RUS CONSULT"),
        ("Antonio Guterres and Vladimir Putin met late on Sunday.", "IGO,RUS CONSULT"),
        ("Nepal's foreign secretary received his Indian counterpart for talks.", "IND CONSULT/visit -> NPL"),
        ("Angela Merkel and Vladimir Putin discussed the need to lower the price of gas during a phone call.", "DEU,RUS CONSULT/phone"),
        ("Angela Merkel and Vladimir Putin discussed what the ministers said in a phone call.", "DEU,RUS CONSULT"),
        ("Angela Merkel spoke to Vladimir Putin during a phone call.", "DEU,RUS CONSULT/phone"),
        ("Talks were held in Minsk between Alexander Lukashenko of Belarus and President of Azerbaijan Ilham Aliyev.", "AZE CONSULT/visit -> BLR"),
        ("Angela Merkel and Vladimir Putin attending a summit agreed to lift sanctions on Mali and Niger.", "DEU,RUS CONSULT/multilateral"),
        ("Foreign Minister Sergei Lavrov on Monday discussed by phone with Iranian President Hassan Rouhani ways to end the war.", "IRN,RUS CONSULT/phone"),
        ("Chad and Niger resumed their dialogue on Diffa after a long break.", "NER,TCD CONSULT"),
        ("Serbia and Croatia signed an accord. It followed three weeks of negotiations steered by Norwegian envoy Erik Solheim.", "HRV,SRB CONSULT/third-party -> NOR"),
        ("Angela Merkel and France's Emmanuel Macron, who held two days of talks in Rome, urged calm.", "DEU,FRA CONSULT"),
        ("The foreign ministers of the Gulf Cooperation Council meet in Riyadh on Sunday.", "IGO CONSULT/multilateral future"),
        ("Serbia and Kosovo came face to face in Brussels.", "SRB,XKX CONSULT"),
        ("Rival Libyan factions met in Skhirat to discuss a unity government.", "LBY CONSULT"),
        ("Foreign ministers of the six ASEAN states will gather in Manila, with Cambodia high on the agenda.", "IGO CONSULT/multilateral future"),
        ("Angela Merkel met with Vladimir Putin to set an agenda for the summit.", "DEU,RUS CONSULT"),
        ("Mette Frederiksen said after a meeting with her counterparts from Finland, Iceland and Latvia that the talks were useful.", "DNK,FIN,ISL,LVA CONSULT"),
        ("Kenyan President Uhuru Kenyatta held talks with his colleagues from Uganda and Rwanda in Nairobi.", "RWA,UGA CONSULT/visit -> KEN"),
        ("The Finnish president met his counterpart from Estonia on Friday.", "EST,FIN CONSULT"),
        ("President Paul Biya received delegations from the Republic of Gabon, Chad and Nigeria at the palace.", "GAB,NGA,TCD CONSULT/visit -> CMR"),
        ("Delegations from Armenia and Georgia met in Vienna.", "ARM,GEO CONSULT"),
        ("Paul Biya received envoys from Gabon and Chad on Monday.", "GAB,TCD CONSULT/visit -> CMR"),
        ("The meeting of the ministers, Igor Ivanov of Russia, Jack Straw of Britain and Joschka Fischer of Germany, was held in Vienna.", "DEU,GBR,RUS CONSULT"),
        ("Emmanuel Macron will raise the matter when he meets Joko Widodo on Thursday.", "FRA,IDN CONSULT future"),
        ("Norwegian envoys met Chadian and Nigerien officials on Monday. Talks between the two sides broke down in January.", "NER,TCD CONSULT"),
    ],
)  # fmt: skip
def test_parties_and_kind(reader: Reader, text: str, contact: str) -> None:
    assert contact in _contacts(reader, text)


def test_where_those_are_from_whom_one_meets_is_not_where_they_meet(reader: Reader) -> None:
    text = "Jens Stoltenberg met his counterparts from {} on Friday."
    for whence in ("Denmark", "Denmark and Iceland", "Denmark, Iceland and Latvia"):
        (event,) = reader.read(text.format(whence), published="2012-08-17").events
        assert event.place is None
    (event,) = reader.read("Soldiers fired from Mali on Friday.", published="2014-08-17").events
    assert event.place is not None


def test_a_contact_told_before_with_its_own_day_or_place(reader: Reader) -> None:
    text = "Angela Merkel spoke with Vladimir Putin on Monday. It was their first talk since the meeting in {} in 2018."
    reading = reader.read(Document(id="a", text=text.format("Sochi"), published="2019-03-05"))
    assert [(e.time and e.time.start[:4], notation(e, reading)) for e in reading.events if e.act == "CONSULT"][-1] == (
        "2018", "DEU CONSULT/visit -> RUS"
    )  # fmt: skip
    assert (
        len(_contacts(reader, "Angela Merkel spoke with Vladimir Putin on Monday. She likes the meeting."))
        == 1
    )


@pytest.mark.parametrize(
    "text",
    [
        "At a press conference in Geneva, the World Health Organization urged China to share data.",
        "After a summit in Helsinki, the EU said it was worried.",
        "The spokesman told Reuters by telephone that the rebels had fled.",
        "Russia and China launched a new phone.",
        "Diplomats are trying to get negotiations between Serbia and Kosovo restarted.",
        "Russian and Ukrainian envoys met in Minsk. The next round of the Polish election will be held in June.",
    ],
)
def test_no_more_is_told_than_that(reader: Reader, text: str) -> None:
    assert len(_contacts(reader, text)) == text.count(" met ")


def test_two_offices_of_one_person(reader: Reader) -> None:
    """One who is premier and minister went alone; a president and his minister are two."""
    for text, number in (
        ("Chinese State Councilor and Minister of National Defence Cao Gangchuan met Jack Straw.", 2),
        ("Luxembourg's Deputy Prime Minister and Foreign Minister Jean Asselborn met Guido Westerwelle.", 2),
        ("Communist Party General Secretary and President Nguyen Phu Trong received Xi Jinping.", 2),
        ("The president and Prime Minister Manuel Valls met Angela Merkel.", 3),
        ("Kazakhstan's president and Foreign Minister Erlan Idrissov met John Kerry.", 3),
    ):
        (event,) = reader.read(text, published="2005-05-05" if "Cao" in text else "2013-11-05").events
        assert len((*event.actors, *event.recipients)) == number, text


@pytest.mark.parametrize(
    ("title", "mode"),
    [
        ("Secretary Kerry's Call with Foreign Minister Kishida", "phone"),
        ("Kerry, Kishida Discuss Trade by Phone", "phone"),
        ("Secretary Kerry's Meeting with Foreign Minister Kishida", None),
        ("Kerry and Kishida call for calm", None),
        ("Kerry's Call with Foreign Minister Lavrov", None),
    ],
)
def test_a_title_tells_of_a_call(reader: Reader, title: str, mode: str | None) -> None:
    text = (
        f"{title}\n\nSecretary of State John Kerry spoke today with Japanese Foreign Minister Fumio Kishida."
    )
    assert [e.mode for e in reader.read(text, published="2014-06-02").events] == [mode]


def test_what_one_does_later_or_then_is_yet_to_come(reader: Reader) -> None:
    text = "Kofi Annan met Tony Blair in London. He then goes on to Paris for talks with Jacques Chirac."
    statuses = [e.status for e in reader.read(text, published="2003-03-05").events]
    assert statuses == ["actual", "future"]


@pytest.mark.parametrize(
    ("text", "visitor"),
    [
        ("The first president of Ghana visited Moscow in 1961.", "Ghanaian president"),
        ("The president of Ghana visited Chad.", "John Atta Mills"),
        ("Washington's top diplomat for East Asia, Kurt Campbell, visited Burma.", "Kurt Campbell"),
        ("America's top diplomat visited Burma.", "Hillary Clinton"),
    ],
)
def test_who_held_or_holds_the_office(reader: Reader, text: str, visitor: str) -> None:
    (event,) = reader.read(text, published="2012-05-18").events
    assert [a.name for a in event.actors] == [visitor]


def test_visitor_and_host_are_the_two_countries_of_their_sentence(reader: Reader) -> None:
    text = "Chile's foreign minister will visit Peru. In March, Mwai Kibaki paid a visit to India, during which the two countries signed an accord."
    found = notations(reader.read(Document(id="a", text=text, published="2005-05-05")))
    assert "IND,KEN SUPPORT" in found
    text = "Vladimir Putin met Manmohan Singh in Delhi and the two countries signed three agreements."
    assert "IND,RUS SUPPORT" in notations(reader.read(Document(id="a", text=text, published="2005-05-05")))


def test_a_trip_and_whom_one_met_on_it_are_one_visit(reader: Reader) -> None:
    text = "Jacques Chirac flew to Rome and met Silvio Berlusconi."
    reading = reader.read(Document(id="a", text=text, published="2003-03-05"))
    assert [notation(e, reading) for e in reading.events] == ["FRA CONSULT/visit -> ITA"]
    assert [r.name for r in reading.events[0].recipients] == ["Silvio Berlusconi"]
    assert (
        len(_contacts(reader, "Jacques Chirac flew to Rome on Monday and met Silvio Berlusconi on Tuesday."))
        == 2
    )
    assert len(_contacts(reader, "John Kerry arrived in Cairo and spoke with Vladimir Putin by phone.")) == 2


def test_what_must_be_done_by_a_day_is_a_demand(reader: Reader) -> None:
    assert not _contacts(reader, "The presidents of Peru and Bolivia must meet by Friday, the envoy said.")


def test_an_exchange_on_the_telephone_and_nationals_sent_home_in_return(reader: Reader) -> None:
    (call,) = reader.read(
        "Xi Jinping had a long exchange on the telephone with Joko Widodo on Sunday.", published="2022-02-21"
    ).events
    assert (call.act, call.mode) == ("CONSULT", "phone")
    text = "Russia ordered ten Finnish diplomats to leave. Helsinki had thrown out ten Russians on Monday. Sweden deported 40 Iraqis."
    acts = [(e.act, e.mode) for e in reader.read(text, published="2022-02-21").events]
    assert acts == [("SANCTION", "expel"), ("SANCTION", "expel"), ("COERCE", "deport")]


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("Djibouti and Eritrea held talks in Doha on Monday. The accord was signed there.", "DJI,ERI SUPPORT"),
        ("Djibouti and Eritrea held talks in Doha on Monday. A second agreement will be signed next month.", "DJI,ERI SUPPORT future"),
        ("Djibouti and Eritrea held talks in Doha on Monday. A contract was signed.", None),
        ("Djibouti and Eritrea held talks in Doha on Monday, the first since the accord was signed in Riyadh.", None),
        ("The accord was signed in Doha.", None),
    ],
)  # fmt: skip
def test_who_signed_what_was_talked_about(reader: Reader, text: str, signed: str | None) -> None:
    found = notations(reader.read(Document(id="a", text=text, published="2019-03-05")))
    assert [n for n in found if " SUPPORT" in n] == ([signed] if signed else [])

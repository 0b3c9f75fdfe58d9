"""Contact logs as readings: the same actors, places and meaning that an ordinary reading has."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman import Reader
from dragoman.errors import DocumentError, RunError
from dragoman.knowledge import describe
from dragoman.logs import LogReader, read_log
from dragoman.logs.carrier import carry, says_more
from dragoman.schema import Event, Reading

REAL = Path(__file__).parents[2] / "shared" / "data" / "us-state-department"


@pytest.fixture(scope="session")
def log(reader: Reader) -> LogReader:
    return LogReader(reader)


def trip(
    name: str, start: str, country: str, locale: str, remarks: str, end: str = "", role: str = "secretary"
) -> str:
    return (
        f'<trips><trip who="x"><id>1</id><role>{role}</role><name>{name}</name><start-date>{start}</start-date>'
        f'<end-date>{end or start}</end-date><country id="x">{country}</country><locale>{locale}</locale>'
        f"<remarks>{remarks}</remarks></trip></trips>"
    )


def visit(visitor: str, country: str, start: str, description: str, id_: str = "x") -> str:
    return (
        f"<visits><visit><id>1</id><start-date>{start}</start-date><end-date>{start}</end-date><visitor>{visitor}"
        f'</visitor><from id="{id_}">{country}</from><description>{description}</description></visit></visits>'
    )


class Maker:
    """Reads the text of a log of one entry."""

    def __init__(self, folder: Path, reader: Reader) -> None:
        self.folder, self.reader = folder, reader

    def __call__(self, text: str, name: str = "log.xml") -> Reading:
        file = self.folder / name
        file.write_text(text, encoding="utf-8")
        (found,) = read_log(file, reader=self.reader)
        assert isinstance(found, Reading), found
        return found


@pytest.fixture
def read(tmp_path: Path, reader: Reader) -> Maker:
    return Maker(tmp_path, reader)


def ids(event: Event) -> tuple[list[str], list[str]]:
    return sorted(p.id for p in event.actors), sorted(p.id for p in event.recipients)


def own(reading: Reading) -> Event:
    (event,) = [e for e in reading.events if e.rule.startswith("log.")]
    assert event is reading.events[0]
    return event


# Travels ------------------------------------------------------------------------------


def test_a_trip_is_a_visit_with_the_readers_own_actors(read: Maker, reader: Reader) -> None:
    found = read(trip("John Forbes Kerry", "2014-01-08", "Russia", "Kazan", "", end="2014-01-09"))
    event = own(found)
    assert (event.act, event.mode, event.status, event.confidence) == ("CONSULT", "visit", "actual", 1.0)
    assert event.rule == "log.us-travels.visit"
    assert describe(event.rule)
    assert event.plover.event == "CONSULT"
    ordinary = reader.read("John Kerry visited Russia on Wednesday.", published="2014-01-09").events[0]
    assert ids(event) == ids(ordinary) == (["john-kerry"], ["RUS"])
    assert event.time is not None
    assert (event.time.start, event.time.end, event.time.precision) == ("2014-01-08", "2014-01-09", "day")
    assert event.time.span is not None
    assert found.quote(event.time.span) == "2014-01-08 to 2014-01-09"
    assert event.place is not None
    assert (event.place.name, event.place.country, round(event.place.lat or 0)) == ("Kazan", "RUS", 56)
    assert found.quote(event.trigger) == "Kazan"
    assert found.quote(event.evidence) == found.document.text
    (kerry,) = [a for a in found.actors if a.id == "john-kerry"]
    assert kerry.office == "foreign minister of the United States"
    assert [(found.quote(m.span), m.actor) for m in found.mentions] == [
        ("John Forbes Kerry", "john-kerry"),
        ("Russia", "RUS"),
    ]


def test_remarks_give_the_meetings_of_the_stay(read: Maker) -> None:
    remarks = "Met with President Vladimir Putin and Foreign Minister Lavrov."
    found = read(trip("John Forbes Kerry", "2014-01-08", "Russia", "Kazan", remarks))
    assert len(found.events) == 2
    meeting = found.events[1]
    assert ids(meeting) == (["john-kerry", "sergey-lavrov", "vladimir-putin"], [])
    assert meeting.mode is None
    assert meeting.time == own(found).time
    assert meeting.place == own(found).place
    assert found.quote(meeting.trigger) == "Met"
    assert found.quote(meeting.evidence) == remarks.rstrip(".")
    by_id = {p.id: p.span for p in meeting.actors}
    assert {k: found.quote(s) for k, s in by_id.items() if s is not None} == {
        "john-kerry": "John Forbes Kerry", "vladimir-putin": "President Vladimir Putin", "sergey-lavrov": "Foreign Minister Lavrov",
    }  # fmt: skip


def test_every_clause_without_a_subject_gets_the_traveller(read: Maker) -> None:
    remarks = "Official visit; met with Chancellor Merkel. Also met with French President Hollande."
    found = read(trip("Barack Obama", "2013-06-19", "Germany", "Berlin", remarks, role="president"))
    assert [ids(e)[0] for e in found.events[1:]] == [
        ["angela-merkel", "barack-obama"],
        ["barack-obama", "francois-hollande"],
    ]


def test_several_places_of_one_stay_are_one_visit_and_the_meetings_are_in_the_country(read: Maker) -> None:
    found = read(
        trip("John Forbes Kerry", "2014-01-08", "Russia", "Moscow, Kazan", "Met with President Putin.")
    )
    visit_, meeting = found.events
    assert visit_.place is not None
    assert meeting.place is not None
    assert (visit_.place.name, meeting.place.name, meeting.place.country) == ("Moscow", "Russia", "RUS")


def test_what_the_remarks_say_of_a_place_stands(read: Maker) -> None:
    found = read(
        trip(
            "John Forbes Kerry", "2014-01-08", "Russia", "Moscow, Kazan", "Met with President Putin in Kazan."
        )
    )
    assert found.events[1].place is not None
    assert found.events[1].place.name == "Kazan"


@pytest.mark.parametrize(
    "remarks",
    [
        "Official visit.",
        "Vacation.",
        "State visit to Russia.",
        "Visited Russia.",
        "Visited Syrian refugee camps.",
    ],
)
def test_remarks_that_tell_the_visit_again_add_nothing(read: Maker, remarks: str) -> None:
    assert len(read(trip("John Forbes Kerry", "2014-01-08", "Russia", "Kazan", remarks)).events) == 1


@pytest.mark.parametrize(
    ("country", "day", "code"),
    [
        ("U.S.S.R.", "1988-05-01", "SUN"),
        ("Germany, Federal Republic of", "1985-05-01", "DEU"),
        ("German Democratic Republic", "1985-05-01", "DDR"),
        ("Korea, Republic of", "1985-05-01", "KOR"),
        ("Korea, South", "1985-05-01", "KOR"),
        ("China, People’s Republic of", "1985-05-01", "CHN"),
        ("Republic of China", "1985-05-01", "TWN"),
        ("Denmark (Greenland)", "2011-05-01", "DNK"),
        ("Democratic Republic of the Congo (Zaire)", "2001-05-01", "COD"),
        ("The Gambia", "2001-05-01", "GMB"),
        ("Palestinian Authority", "2001-05-01", "palestinian-authority"),
    ],
)
def test_countries_by_the_names_that_logs_use(read: Maker, country: str, day: str, code: str) -> None:
    assert ids(own(read(trip("Jane Doe", day, country, "", ""))))[1] == [code]


def test_a_country_that_no_table_knows_keeps_its_name_and_is_warned_of(read: Maker) -> None:
    found = read(trip("Jane Doe", "2001-05-01", "Freedonia", "", ""))
    assert ids(own(found)) == (["jane-doe"], ["freedonia"])
    (actor,) = [a for a in found.actors if a.id == "freedonia"]
    assert (actor.kind, actor.country) == ("state", None)
    assert [w.kind for w in found.warnings] == ["unknown name"]


def test_a_traveller_that_no_table_knows_keeps_the_logs_office(read: Maker) -> None:
    found = read(trip("Jane Doe", "1893-05-01", "Portugal", "Lisbon", "Met with King Foo."))
    (actor,) = [a for a in found.actors if a.id == "jane-doe"]
    assert (actor.kind, actor.country, actor.sector) == ("person", "USA", "GOV")
    assert actor.office == "foreign minister of the United States"


# Visits -------------------------------------------------------------------------------


def test_a_visit_and_the_meeting_with_the_president_named(read: Maker) -> None:
    text = visit(
        "Chancellor Helmut Kohl",
        "Germany",
        "1999-02-11",
        "Met with President Clinton during a private visit.",
    )
    found = read(text)
    assert ids(own(found)) == (["helmut-kohl"], ["USA"])
    assert [ids(e) for e in found.events[1:]] == [(["bill-clinton", "helmut-kohl"], [])]
    assert [e.mode for e in found.events] == ["visit", None]


def test_two_visitors_are_two_actors(read: Maker) -> None:
    found = read(
        visit("President Alexander Kwasniewski and Prime Minister Jerzy Buzek", "Poland", "1999-04-23", "")
    )
    assert ids(own(found)) == (["aleksander-kwasniewski", "jerzy-buzek"], ["USA"])
    assert [found.quote(p.span) for p in own(found).actors if p.span] == [
        "President Alexander Kwasniewski", "Prime Minister Jerzy Buzek",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name", ["Premier and Prince Sihanouk", "President Benigno S. Aquino, 3rd", "King Hussein"]
)
def test_one_visitor_is_one_actor(read: Maker, name: str) -> None:
    assert len(own(read(visit(name, "Jordan", "1990-02-16", ""))).actors) == 1


def test_an_office_that_another_holds_is_warned_of(read: Maker) -> None:
    found = read(visit("President Lionel Jospin", "France", "1999-02-11", ""))
    assert [w.kind for w in found.warnings] == ["role mismatch"]
    assert "Jacques Chirac" in found.warnings[0].message


def test_a_state_by_its_old_name_through_the_logs_own_id(read: Maker) -> None:
    found = read(
        visit("President Foo Bar", "Haute Contree (Upper Nowhere)", "1975-01-01", "", "burkina-faso")
    )
    assert own(found).actors[0].country == "BFA"


@pytest.mark.parametrize(
    ("visitor", "country", "day", "id_"),
    [
        ("President Bill Klinton", "United States", "1999-02-11", "bill-clinton"),
        ("Prime Minster Tony Blair", "United Kingdom", "1999-02-11", "tony-blair"),
        ("Chancellor Helmut Josef Michael Kohl", "Germany", "1996-02-11", "helmut-kohl"),
        ("President Chirac", "France", "1999-02-11", "jacques-chirac"),
        ("President Chirac", "Germany", "1999-02-11", "chirac"),
        ("President Chirac", "France", "1951-02-11", "chirac"),
    ],
)
def test_a_known_person_fits_name_country_and_day(
    read: Maker, visitor: str, country: str, day: str, id_: str
) -> None:
    assert ids(own(read(visit(visitor, country, day, ""))))[0] == [id_]


def test_the_chairman_of_a_state_is_no_international_official(read: Maker) -> None:
    found = read(visit("Chairman Foo Bar", "Ghana", "1967-10-08", ""))
    assert [a.sector for a in found.actors if a.id == "foo-bar"] == ["GOV"]


# Calendars and tables -----------------------------------------------------------------


def table(line: str) -> str:
    return f"date,end,kind,a,b,place,topics,status,remarks\n{line}\n"


@pytest.mark.parametrize(
    ("kind", "mode", "actors", "recipients"),
    [
        ("meeting", None, ["john-kerry", "sergey-lavrov"], []),
        ("call", "phone", ["john-kerry", "sergey-lavrov"], []),
        ("conference", "multilateral", ["john-kerry", "sergey-lavrov"], []),
        ("", None, ["john-kerry", "sergey-lavrov"], []),
        ("visit", "visit", ["john-kerry"], ["sergey-lavrov"]),
    ],
)
def test_the_kinds_of_a_table(
    read: Maker, kind: str, mode: str | None, actors: list[str], recipients: list[str]
) -> None:
    found = read(
        table(f"2014-01-08,,{kind},John Kerry,Sergey Lavrov (Russia),Geneva,Syria; Ukraine,,"), "c.csv"
    )
    event = own(found)
    assert (event.mode, ids(event), event.topics) == (mode, (actors, recipients), ["Syria", "Ukraine"])
    assert event.rule == f"log.contacts-csv.{kind or 'contact'}"


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Russia", "RUS"), ("Sergey Lavrov", "sergey-lavrov"), ("Foreign Minister Lavrov (Russia)", "sergey-lavrov"),
        ("Russian Foreign Minister", "sergey-lavrov"), ("Russian Foreign Minister Sergei Lavrov", "sergey-lavrov"),
        ("Sergey Lavrov, Foreign Minister of Russia", "sergey-lavrov"), ("NATO", "nato"), ("Foo Bar", "foo-bar"),
    ],
)  # fmt: skip
def test_parties_as_one_would_name_them(read: Maker, name: str, id_: str) -> None:
    cell = f'"{name}"'
    found = read(table(f"2014-01-08,,meeting,John Kerry,{cell},,,,"), "c.csv")
    assert [p.id for p in own(found).actors] == ["john-kerry", id_]


def test_an_office_of_nobodys_is_an_unnamed_party(read: Maker) -> None:
    found = read(table("2014-01-08,,meeting,John Kerry,Foreign Minister,,,,"), "c.csv")
    assert [(a.kind, a.name) for a in found.actors[1:]] == [("unnamed", "Foreign Minister")]


@pytest.mark.parametrize(
    ("status", "ours", "plover"),
    [("planned", "future", "AGREE"), ("cancelled", "cancelled", "CONSULT"), ("held", "actual", "CONSULT")],
)
def test_status_reaches_the_event_and_its_code(read: Maker, status: str, ours: str, plover: str) -> None:
    event = own(read(table(f"2014-01-08,,meeting,John Kerry,Russia,,,{status},"), "c.csv"))
    assert (event.status, event.plover.event) == (ours, plover)


@pytest.mark.parametrize(
    ("place", "name", "country"),
    [
        ('"Sochi, Russia"', "Sochi", "RUS"), ("Moscow", "Moscow", "RUS"), ("Russia", "Russia", "RUS"),
        ('"Hotel du Lac, Geneva, Switzerland"', "Geneva", "CHE"), ("Nowhereville", "Nowhereville", None),
    ],
)  # fmt: skip
def test_places_of_a_table(read: Maker, place: str, name: str, country: str | None) -> None:
    event = own(read(table(f"2014-01-08,,meeting,John Kerry,Sergey Lavrov,{place},,,"), "c.csv"))
    assert event.place is not None
    assert (event.place.name, event.place.country) == (name, country)


def test_a_single_party_makes_no_contact(read: Maker) -> None:
    assert read(table("2014-01-08,,meeting,John Kerry,,,,,"), "c.csv").events == []


def test_what_is_said_in_remarks_is_a_statement_with_its_own_words(read: Maker) -> None:
    remarks = "Sergey Lavrov said that the talks were useful."
    found = read(table(f"2014-01-08,,meeting,John Kerry,Sergey Lavrov,Geneva,,,{remarks}"), "c.csv")
    (statement,) = found.statements
    assert statement.speaker is not None
    assert statement.speaker.id == "sergey-lavrov"
    assert [found.quote(c).removeprefix("that ") for c in statement.content] == ["the talks were useful"]
    assert found.document.text.index(remarks) <= statement.evidence[0]


def test_a_calendar_event_is_a_contact_of_those_who_attend(read: Maker) -> None:
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:1", "DTSTAMP:20140101T000000Z",
        "DTSTART:20140108T100000Z", "SUMMARY:Phone call", "ORGANIZER;CN=John Kerry:mailto:a@example.org",
        "ATTENDEE;CN=Sergey Lavrov:mailto:b@example.org", "END:VEVENT", "END:VCALENDAR", "",
    ]  # fmt: skip
    event = own(read("\r\n".join(lines), "a.ics"))
    assert (event.mode, event.status, ids(event)) == (
        "phone",
        "future",
        (["john-kerry", "sergey-lavrov"], []),
    )


# The carrier --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("remark", "read_as"),
    [
        ("Met with X.", "Doe met with X."),
        ("Also met with X; visited troops.", "Doe also met with X; Doe visited troops."),
        ("In Kazan, met with X.", "In Kazan, Doe met with X."),
        ("Informal meeting with President X.", "Doe had an informal meeting with President X."),
        ("Summit talks with X", "Doe had summit talks with X."),
        ("State visit. United Nations Day.", "State visit. United Nations Day."),
        (
            "Addressed U.S. Congress May 4. Left U.S. June 4.",
            "Doe addressed U.S. Congress on May 4. Doe left U.S. on June 4.",
        ),
        (
            "Met with X May 4–6; left on May 7, May 8 and Dec. 9.",
            "Doe met with X on May 4–6; Doe left on May 7, May 8 and Dec. 9.",
        ),
        ("Prime Minister X met with Y.", "Prime Minister X met with Y."),
    ],
)
def test_what_the_reader_is_given_to_read(remark: str, read_as: str) -> None:
    text = f"Doe\n{remark}"
    carrier = carry(text, ((4, len(text)),), subject="Doe", span=(0, 3), preamble="")
    assert carrier.text == read_as
    for k, character in enumerate(carrier.text):
        origin = carrier.origin((k, k + 1))
        if origin is not None and not carrier.inserted((k, k + 1)):
            assert text[slice(*origin)].lower() == character.lower()


@pytest.mark.parametrize(
    ("remarks", "more"),
    [
        ("Official working visit.", False),
        ("State Visit", False),
        ("Met with X.", True),
        ("Visit May 4.", True),
    ],
)
def test_remarks_that_only_name_the_sort_of_visit_are_not_read(remarks: str, more: bool) -> None:
    assert says_more(remarks) == more


# Files --------------------------------------------------------------------------------


def test_a_folder_is_read_file_by_file_and_faults_do_not_stop_it(tmp_path: Path, reader: Reader) -> None:
    (tmp_path / "b.xml").write_text(visit("King Foo", "Jordan", "1990-02-16", ""), encoding="utf-8")
    (tmp_path / "a.xml").write_text("<x/>", encoding="utf-8")
    (tmp_path / "c.csv").write_text(table("2014,,meeting,John Kerry,Russia,,,,"), encoding="utf-8")
    found = list(read_log(tmp_path, reader=reader))
    assert [x.code if isinstance(x, DocumentError) else x.document.id for x in found][:2] == [
        "D140",
        "us-visits-1",
    ]
    assert isinstance(found[2], Reading)
    assert [x.code for x in read_log(tmp_path, "ical", reader=reader) if isinstance(x, DocumentError)] == [
        "D109"
    ]


def test_a_format_that_there_is_not(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="D240"):
        list(read_log(tmp_path, "morse"))


def test_the_same_entry_gives_the_same_bytes(read: Maker) -> None:
    text = trip("John Forbes Kerry", "2014-01-08", "Russia", "Moscow, Kazan", "Met with President Putin.")
    assert read(text).to_json() == read(text).to_json()


def test_an_entry_that_the_reader_trips_over_is_named(
    tmp_path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trip_over(*_: object) -> None:
        raise ValueError("oops")

    (tmp_path / "c.csv").write_text(table("2014,,meeting,John Kerry,Russia,,,,"), encoding="utf-8")
    monkeypatch.setattr(LogReader, "read", trip_over)
    (error,) = read_log(tmp_path / "c.csv", reader=reader)
    assert isinstance(error, DocumentError)
    assert (error.code, error.where) == ("D118", f"{tmp_path / 'c.csv'}:2")
    assert "ValueError: oops" in error.message


def test_processes_give_the_same_bytes_in_order(tmp_path: Path, reader: Reader) -> None:
    lines = [f"2014-01-{day:02},,meeting,John Kerry,Russia,,,," for day in range(1, 29)]
    lines.insert(5, "2014-13-01,,meeting,John Kerry,Russia,,,,")
    (tmp_path / "c.csv").write_text(table("\n".join(lines)), encoding="utf-8")
    one, two = (
        [
            x.to_json() if isinstance(x, Reading) else str(x)
            for x in read_log(tmp_path, reader=reader, processes=n)
        ]
        for n in (1, 2)
    )
    assert one == two
    assert len(one) == 29


needs_data = pytest.mark.skipif(
    not REAL.is_dir(), reason="the logs of the Office of the Historian are not beside the checkout"
)


@needs_data
def test_the_secretarys_visits_to_russia_in_the_real_log(log: LogReader) -> None:
    found = list(read_log(REAL / "travels" / "kerry-john-forbes.xml", "us-travels", reader=log.reader))
    readings = [x for x in found if isinstance(x, Reading)]
    assert len(readings) == len(found) == 348
    visits = [own(r) for r in readings if "RUS" in ids(own(r))[1]]
    assert [(e.time.start[:7], e.place.name) for e in visits if e.time and e.place] == [
        ("2013-05", "Moscow"), ("2015-05", "Sochi"), ("2015-12", "Moscow"), ("2016-03", "Moscow"), ("2016-07", "Moscow"),
    ]  # fmt: skip
    assert {p.id for e in visits for p in e.actors} == {"john-kerry"}

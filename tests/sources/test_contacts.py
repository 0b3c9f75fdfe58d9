"""Parsers of contact logs: every field of an entry in its place, faulty entries named, nothing else lost."""

from __future__ import annotations

import contextlib
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import DocumentError
from dragoman.sources.contacts import FORMATS, ContactEntry, format_of
from dragoman.sources.contacts.common import Page, dates_of
from dragoman.sources.contacts.kinds import columns, kind_of

TRIP = """<trip role="secretary" who="doe-jane">
        <id>7</id>
        <role>secretary</role>
        <name>Jane Doe</name>
        <start-date>1999-03-01</start-date>
        <end-date>1999-03-02</end-date>
        <country id="portugal">Portugal</country>
        <locale>Lisbon, Porto</locale>
        <remarks>Met with President Silva &amp; spoke
            at length.</remarks>
        <created-by>someone</created-by>
    </trip>"""
VISIT = """<visit>
        <id>8</id>
        <start-date>1999-03-01</start-date>
        <end-date>1999-03-01</end-date>
        <visitor>Prime Minister João Silva</visitor>
        <from id="burkina-faso">Upper Volta</from>
        <description/>
    </visit>"""


def parse(name: str, file: Path) -> tuple[list[ContactEntry], list[DocumentError], list[str]]:
    notes: list[str] = []
    entries, errors = [], []
    try:
        for item in FORMATS[name](file, notes.append):
            if isinstance(item, DocumentError):
                errors.append(item)
            else:
                entries.append(item)
    except DocumentError as error:
        errors.append(error)
    return entries, errors, notes


def written(tmp_path: Path, text: str | bytes, name: str = "log.xml") -> Path:
    file = tmp_path / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return file


def trips(*entries: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<trips>\n{"".join(entries)}\n</trips>'


# Travels ------------------------------------------------------------------------------


def test_a_trip_is_a_visit_with_every_word_at_its_span(tmp_path: Path) -> None:
    (entry,), errors, notes = parse("us-travels", written(tmp_path, trips(TRIP)))
    assert (errors, notes) == ([], [])
    assert entry.text == (
        "Jane Doe, secretary\n1999-03-01 to 1999-03-02\nLisbon, Porto, Portugal\n"
        "Met with President Silva & spoke at length."
    )
    assert (entry.id, entry.kind, entry.status) == ("us-travels-7", "visit", "actual")
    assert (entry.dates.start, entry.dates.end, entry.dates.precision) == ("1999-03-01", "1999-03-02", "day")
    assert entry.url == "https://history.state.gov/departmenthistory/travels/secretary/doe-jane"
    assert entry.title == "Travels Abroad of the Secretary of State: Jane Doe, Portugal"
    (traveller,), (host,) = entry.actors, entry.recipients
    assert (traveller.name, traveller.country, traveller.title) == (
        "Jane Doe",
        "United States",
        "Secretary of State",
    )
    assert (host.name, host.hint) == ("Portugal", "portugal")
    assert [p.name for p in entry.places] == ["Lisbon", "Porto"]
    for named in (traveller, host, *entry.places):
        assert named.span is not None
        assert entry.text[slice(*named.span)] == named.name
    assert entry.text[slice(*entry.dated)] == "1999-03-01 to 1999-03-02"
    assert [entry.text[a:b] for a, b in entry.remarks] == ["Met with President Silva & spoke at length."]


def test_a_place_with_its_district_is_one_place(tmp_path: Path) -> None:
    text = trips(TRIP.replace("Lisbon, Porto", "Mexico, D.F., Puebla"))
    (entry,), _, _ = parse("us-travels", written(tmp_path, text))
    assert [p.name for p in entry.places] == ["Mexico, D.F.", "Puebla"]


def test_an_entry_without_places_ends_with_its_country(tmp_path: Path) -> None:
    text = trips(TRIP.replace("<locale>Lisbon, Porto</locale>", "<locale/>"))
    (entry,), _, _ = parse("us-travels", written(tmp_path, text))
    assert entry.places == ()
    assert entry.text.split("\n")[2] == "Portugal"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("<name>Jane Doe</name>", "", "D132"),
        ("1999-03-02", "1999-02-02", "D133"),
        ("1999-03-01", "1999-02-30", "D114"),
        ("<role>secretary</role>", "<role>butler</role>", "D136"),
        ("<name>Jane Doe</name>", "<name>Jane <b>Doe</b></name>", "D134"),
    ],
)
def test_a_faulty_entry_is_named_by_its_line_and_the_rest_goes_on(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    file = written(tmp_path, trips(TRIP.replace(old, new, 1), TRIP))
    entries, errors, _ = parse("us-travels", file)
    assert len(entries) == 1
    assert [(e.code, e.where) for e in errors] == [(code, f"{file}:3")]


def test_entities_are_not_expanded_and_nothing_is_fetched(tmp_path: Path) -> None:
    secret = written(tmp_path, "secret", "secret.txt")
    outside = f'<!ENTITY f SYSTEM "{secret.as_uri()}">'
    bomb = f'<!DOCTYPE trips [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">{outside}]>'
    bad = [TRIP.replace("Jane Doe", f"&{name};") for name in ("b", "f")]
    entries, errors, _ = parse("us-travels", written(tmp_path, f"{bomb}<trips>{''.join(bad)}{TRIP}</trips>"))
    assert [e.actors[0].name for e in entries] == ["Jane Doe"]
    assert [e.code for e in errors] == ["D134", "D134"]


def test_a_file_broken_off_gives_what_stands_before_the_break(tmp_path: Path) -> None:
    entries, errors, _ = parse("us-travels", written(tmp_path, trips(TRIP, TRIP)[:-200]))
    assert len(entries) == 1
    assert [e.code for e in errors] == ["D130"]


@pytest.mark.parametrize(("text", "code"), [("", "D103"), ("<trips/>", "D131"), ("no xml", "D130")])
def test_a_file_without_entries_says_so(tmp_path: Path, text: str, code: str) -> None:
    assert [e.code for e in parse("us-travels", written(tmp_path, text))[1]] == [code]


def test_a_missing_file_is_an_error_of_the_document(tmp_path: Path) -> None:
    for name in FORMATS:
        assert [e.code for e in parse(name, tmp_path / "none")[1]] == ["D101"]


def test_fields_that_are_not_known_are_noted_once(tmp_path: Path) -> None:
    odd = TRIP.replace("</trip>", "<mood>fine</mood></trip>")
    entries, _, notes = parse("us-travels", written(tmp_path, trips(odd, odd)))
    assert len(entries) == 2
    assert [n.partition(": ")[2] for n in notes] == ["the field 'mood' is not known and not read"]


# Visits -------------------------------------------------------------------------------


def test_a_visit_keeps_office_and_country_as_stated(tmp_path: Path) -> None:
    (entry,), errors, _ = parse("us-visits", written(tmp_path, f"<visits>{VISIT}</visits>"))
    assert errors == []
    assert entry.text == "Prime Minister João Silva, Upper Volta\n1999-03-01"
    assert entry.actors[0].country == "Upper Volta"
    assert entry.actors[0].hint == "burkina faso"
    assert [r.name for r in entry.recipients] == ["United States"]
    assert entry.remarks == ()
    assert entry.url == "https://history.state.gov/departmenthistory/visits/burkina-faso"


# Calendars ----------------------------------------------------------------------------


def calendar(*lines: str) -> str:
    body = "\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT"])
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t//EN\r\nX-WR-CALNAME:Diary\r\n{body}\r\nEND:VCALENDAR\r\n"


def event(tmp_path: Path, *lines: str) -> ContactEntry:
    (entry,), errors, _ = parse("ical", written(tmp_path, calendar(*lines), "a.ics"))
    assert errors == []
    return entry


def test_a_calendar_event_is_unfolded_and_unescaped(tmp_path: Path) -> None:
    entry = event(
        tmp_path,
        "UID:u1",
        "DTSTART:20240105T100000Z",
        "DTEND:20240105T113000Z",
        "SUMMARY:Meeting with Silva\\, on\r\n  trade",
        "LOCATION:Hotel du Lac\\, Geneva",
        'ORGANIZER;CN="Jane Doe":mailto:j@example.org',
        "ATTENDEE;CN=João Silva;PARTSTAT=ACCEPTED:mailto:s@example.org",
        "ATTENDEE;CN=Room 3;CUTYPE=ROOM:mailto:r@example.org",
        "ATTENDEE;CN=Max Gone;PARTSTAT=DECLINED:mailto:g@example.org",
        "ATTENDEE:mailto:nameless@example.org",
        "DESCRIPTION:They met\\nat noon.",
        "DTSTAMP:20240110T000000Z",
    )
    assert entry.text == (
        "Meeting with Silva, on trade\n2024-01-05\nHotel du Lac, Geneva\nJane Doe, João Silva\nThey met at noon."
    )
    assert [a.name for a in entry.actors] == ["Jane Doe", "João Silva"]
    assert (entry.kind, entry.status, entry.published, entry.publisher) == (
        "meeting",
        "actual",
        "2024-01-10",
        "Diary",
    )
    assert [entry.text[a:b] for a, b in entry.remarks] == [
        "Meeting with Silva, on trade",
        "They met at noon.",
    ]


@pytest.mark.parametrize(
    ("lines", "start", "end"),
    [
        (["DTSTART;VALUE=DATE:20240105"], "2024-01-05", "2024-01-05"),
        (["DTSTART;VALUE=DATE:20240105", "DTEND;VALUE=DATE:20240108"], "2024-01-05", "2024-01-07"),
        (["DTSTART:20240105T220000Z", "DTEND:20240106T000000Z"], "2024-01-05", "2024-01-05"),
        (["DTSTART:20240105T220000Z", "DTEND:20240106T010000Z"], "2024-01-05", "2024-01-06"),
        (["DTSTART;VALUE=DATE:20240105", "DURATION:P2D"], "2024-01-05", "2024-01-06"),
        (["DTSTART;TZID=Europe/Zurich:20240105T233000"], "2024-01-05", "2024-01-05"),
    ],
)
def test_the_days_of_a_calendar_event(tmp_path: Path, lines: list[str], start: str, end: str) -> None:
    entry = event(tmp_path, "SUMMARY:x", *lines)
    assert (entry.dates.start, entry.dates.end) == (start, end)


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        (["STATUS:CANCELLED"], "cancelled"),
        (["STATUS:TENTATIVE", "DTSTAMP:20240106T000000Z"], "hypothetical"),
        (["STATUS:TENTATIVE", "DTSTAMP:20240101T000000Z"], "future"),
        (["STATUS:CONFIRMED", "DTSTAMP:20240101T000000Z"], "future"),
        (["LAST-MODIFIED:20240109T000000Z", "DTSTAMP:20240101T000000Z"], "actual"),
    ],
)
def test_the_status_of_a_calendar_event(tmp_path: Path, lines: list[str], status: str) -> None:
    assert event(tmp_path, "SUMMARY:x", "DTSTART:20240105T100000Z", *lines).status == status


def test_faulty_calendar_events_are_named(tmp_path: Path) -> None:
    two = calendar("UID:u1", "SUMMARY:no day").replace(
        "END:VCALENDAR",
        "BEGIN:VEVENT\r\nSUMMARY:b\r\nDTSTART:20240105\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\nEND:VCALENDAR",
    )
    file = written(tmp_path, two, "a.ics")
    entries, errors, notes = parse("ical", file)
    assert [e.text for e in entries] == ["b\n2024-01-05"]
    assert [(e.code, e.where) for e in errors] == [("D132", f"{file} event 1 (u1)")]
    assert ["recurs" in n for n in notes] == [True]
    assert [e.code for e in parse("ical", written(tmp_path, "BEGIN:VCALENDAR\r\nno colon", "b.ics"))[1]] == [
        "D139"
    ]
    assert [
        e.code for e in parse("ical", written(tmp_path, "BEGIN:VCALENDAR\r\nEND:VCALENDAR", "c.ics"))[1]
    ] == ["D131"]


# Tables -------------------------------------------------------------------------------


def table(tmp_path: Path, text: str) -> tuple[list[ContactEntry], list[DocumentError], list[str]]:
    return parse("contacts-csv", written(tmp_path, text, "c.csv"))


def test_a_line_of_a_table(tmp_path: Path) -> None:
    text = (
        "Start,Until,Type,Who,With,Location,Subject,Notes,Source,State,Link,ID\n"
        '2024-01-05,2024-01-06,State visit,Jane Doe,"Portugal; João Silva","Lisbon, Portugal",trade; fish,'
        '"They spoke\nat length.",Diary,held,https://example.org,17\n'
    )
    (entry,), errors, notes = table(tmp_path, text)
    assert (errors, notes) == ([], [])
    assert entry.text == (
        "Jane Doe; Portugal; João Silva – State visit\n2024-01-05 to 2024-01-06\nLisbon, Portugal\ntrade; fish\n"
        "They spoke at length."
    )
    assert ([a.name for a in entry.actors], [b.name for b in entry.recipients]) == (
        ["Jane Doe"], ["Portugal", "João Silva"],
    )  # fmt: skip
    assert (entry.id, entry.kind, entry.topics) == ("contacts-csv-17", "visit", ("trade", "fish"))
    assert (entry.publisher, entry.url) == ("Diary", "https://example.org")


def test_every_party_of_another_kind_is_an_actor(tmp_path: Path) -> None:
    (entry,), _, _ = table(tmp_path, "date\tkind\ta\tb\n2024-01\tphone call\tJane Doe\tPortugal\n")
    assert [a.name for a in entry.actors] == ["Jane Doe", "Portugal"]
    assert entry.recipients == ()
    assert (entry.kind, entry.dates.start, entry.dates.end, entry.dates.precision) == (
        "call", "2024-01-01", "2024-01-31", "month",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("2024-13-01,,,Doe,x", "D114"),
        ("2024-01-05,2024-01-04,,Doe,x", "D133"),
        (",,,Doe,x", "D132"),
        ("2024-01-05,,,,", "D132"),
        ("2024-01-05,,seance,Doe,x", "D136"),
        ("2024-01-05,,,Doe,x,held,spare", "D135"),
        ("2024-01-05,,,Doe,x,perhaps not", "D136"),
        ('2024-01-05,,,"Doe,x', "D138"),
    ],
)
def test_a_malformed_line_is_named_and_the_rest_goes_on(tmp_path: Path, line: str, code: str) -> None:
    entries, errors, _ = table(tmp_path, f"date,end,kind,a,b,status\n{line}\n2024-01-05,,,Doe,Roe,\n")
    assert [e.actors[1].name for e in entries] == ["Roe"]
    assert [(e.code, e.where.rpartition(":")[2]) for e in errors] == [(code, "2")]


def test_a_header_needs_a_date_and_a_party(tmp_path: Path) -> None:
    assert [e.code for e in table(tmp_path, "date,mood\n2024-01-05,x\n")[1]] == ["D137"]
    assert [e.code for e in table(tmp_path, "a,b\nx,y\n")[1]] == ["D137"]


@pytest.mark.parametrize(
    ("cell", "status"),
    [("planned", "future"), ("Cancelled", "cancelled"), ("tentative", "hypothetical"), ("", "actual")],
)
def test_the_status_of_a_line(tmp_path: Path, cell: str, status: str) -> None:
    (entry,), _, _ = table(tmp_path, f"date,a,b,status\n2024-01-05,x,y,{cell}\n")
    assert entry.status == status


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_table_gives_entries_or_errors_with_spans_in_the_text(text: str) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "c.csv"
        file.write_text(f"date,a,b,place\n2024-01-05,x,y,z\n{text}", encoding="utf-8", errors="replace")
        for entry in parse("contacts-csv", file)[0]:
            for named in (*entry.actors, *entry.places):
                assert named.span is not None
                assert entry.text[slice(*named.span)] == named.name


# Shared -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name", "format"),
    [
        (trips(TRIP), "a.xml", "us-travels"),
        ("<visits></visits>", "a.xml", "us-visits"),
        ("\ufeffBEGIN:VCALENDAR\r\n", "a.txt", "ical"),
        ("When,Who,What\n", "a.csv", "contacts-csv"),
        ("name,age\n", "a.csv", None),
        ("<html/>", "a.xml", None),
    ],
)
def test_a_format_is_known_by_what_a_file_begins_with(
    tmp_path: Path, text: str, name: str, format: str | None
) -> None:
    assert format_of(written(tmp_path, text, name)) == format


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Telephone call", "call"), ("State visit", "visit"), ("met during a visit", "visit"), ("G-20 summit", "conference"),
        ("working lunch", "meeting"), ("visit to the summit", None), ("holiday", None),
    ],
)  # fmt: skip
def test_the_kind_that_words_name(text: str, kind: str | None) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2024-02", None, ("2024-02-01", "2024-02-29", "month")),
        ("2024", "2025-03", ("2024-01-01", "2025-03-31", "year")),
        ("2024-02-03T10:00", None, ("2024-02-03", "2024-02-03", "day")),
        ("2024-02-03", "2024-02", ("2024-02-03", "2024-02-29", "month")),
    ],
)
def test_dates_keep_their_precision(start: str, end: str | None, days: tuple[str, str, str]) -> None:
    found = dates_of(start, end, "x")
    assert (found.start, found.end, found.precision) == days


@given(st.text(max_size=12))
def test_a_date_is_a_day_or_an_error(text: str) -> None:
    with contextlib.suppress(DocumentError):
        found = dates_of(text, None, "x")
        assert len(found.start) == len(found.end) == 10
        assert found.start <= found.end


@given(st.lists(st.text(min_size=1, max_size=5), min_size=1))
def test_a_page_gives_the_span_of_what_it_takes(words: list[str]) -> None:
    page = Page()
    spans = page.many(words)
    assert [page.text[a:b] for a, b in spans] == words


def test_the_columns_in_the_docs_are_those_there_are() -> None:
    docs = (Path(__file__).parents[2] / "docs" / "logs.md").read_text(encoding="utf-8")
    for name in (*columns(), *FORMATS):
        assert f"`{name}`" in docs, name

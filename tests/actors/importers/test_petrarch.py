"""PETRARCH and TABARI dictionaries. The entries are made up, in the form of openeventdata's files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors import knowledge_base
from dragoman.actors.importers import IMPORTERS, Entry, Imported


def read(text: str) -> Imported:
    return IMPORTERS["petrarch"].read(text, "my.actors.txt", knowledge_base())


def one(text: str) -> Entry:
    found = read(text)
    assert not found.issues
    (entry,) = found.entries
    return entry


@pytest.mark.parametrize(
    ("text", "name", "kind", "country", "sector"),
    [
        ("FREEDONIA_FRONT_ [FRAREB]  # kkl 21 Mar 13", "Freedonia Front", "armed group", "FRA", "REB"),
        ("TWO_RIVERS_BOARD_\t[IGOUNODEV]; a board; a note", "Two Rivers Board", "intergovernmental organisation", "", "IGO"),
        ("RIVER_NEWS_ [FJIMED]", "River News", "media", "FJI", "JRN"),
        ("ANNA_LOMA_ [FJIGOVMIL >20310101]", "Anna Loma", "person", "FJI", "GOV"),
        ("FRIENDS_OF_THE_ISLES_ [NGO]", "Friends of the Isles", "non-governmental organisation", "", "NGO"),
        ("XQTL_ [FRAREB]", "XQTL", "armed group", "FRA", "REB"),
        ("BUCHAREST_BUREAU_ [ROMBUS]", "Bucharest Bureau", "company", "ROU", "BUS"),
        ("Mixed_Case_Group [FJIPTY]", "Mixed Case Group", "party", "FJI", "PTY"),
    ],
)  # fmt: skip
def test_an_entry(text: str, name: str, kind: str, country: str, sector: str) -> None:
    entry = one(text)
    assert (entry.name, entry.kind, entry.country, entry.sector) == (name, kind, country, sector)


@pytest.mark.parametrize(
    ("codes", "roles"),
    [
        ("[GBRGOV >900504]", [("GBR:sector-gov", "1990-05-04", "")]),
        ("[GBRGOV <910101]", [("GBR:sector-gov", "", "1990-12-31")]),
        ("[GBRGOV 910101-930101]", [("GBR:sector-gov", "1991-01-01", "1993-01-01")]),
        ("[GBRGOV  20310101-20320101]", [("GBR:sector-gov", "2031-01-01", "2032-01-01")]),
        ("[USAGOV 930120-010120]", [("USA:sector-gov", "1993-01-20", "2001-01-20")]),
        ("[IGOUNO 970101-061231][IGOWSTNAT >070101]", [("un:sector-igo", "1997-01-01", "2006-12-31"), ("nato:sector-igo", "2007-01-01", "")]),
        ("[GBRGOV <910101] [GBRELI]", [("GBR:sector-gov", "", "1990-12-31"), ("GBR:sector-eli", "1991-01-01", "")]),
        ("[GBRGOV 910101-930101]\n\t[GBRELI]", [("GBR:sector-gov", "1991-01-01", "1993-01-01"), ("GBR:sector-eli", "", "1990-12-31"), ("GBR:sector-eli", "1993-01-02", "")]),
        ("[REB >900101]", [(":sector-reb", "1990-01-01", "")]),
    ],
)  # fmt: skip
def test_roles_by_date(codes: str, roles: list[tuple[str, str, str]]) -> None:
    entry = one(f"ZED_QUIMBY_  ; note\n\t{codes}")
    assert [(r.office, r.since, r.until) for r in entry.roles] == roles
    assert all("my.actors.txt:1" in r.source for r in entry.roles)


def test_synonyms_titles_and_acronyms() -> None:
    person = one("PRESIDENT_ANNA_LOMA_\n+LOMA_\n+ANNA_B._LOMA_\n\t[FJIGOV >310101]")
    assert (person.name, person.aliases) == ("Anna Loma", ["Anna B. Loma", "surname=Loma"])
    front = one("FREEDONIA_FRONT_(FFR)_ [FRAREB]\n+THE_FRONT_OF_FREEDONIA_")
    assert front.aliases == ["FFR", "The Front of Freedonia"]


def test_states_take_synonyms() -> None:
    entry = one("AFGHANISTAN_  [AFG]\n+AFGANISTAN_\n+ZABUL          # a province")
    assert (entry.id, entry.kind, entry.aliases) == ("AFG", "state", ["Afganistan", "Zabul"])


def test_a_seat_of_government_is_the_state() -> None:
    entry = one("WHITE_HOUSE_ [USAGOV]")
    assert (entry.id, entry.kind) == ("USA", "state")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("ZED_O'QUIMBY_", "Zed O'Quimby"),
        ("ZED_MCQUIMBY_", "Zed McQuimby"),
        ("AL-QUIMBY_FRONT_", "Al-Quimby Front"),
        ("Z.Q._FRONT_OF_THE_PEOPLE'S_ISLES", "Z.Q. Front of the People's Isles"),
        ('ZED_"QUIM"_FRONT_', 'Zed "Quim" Front'),
    ],
)
def test_capitals_become_names(written: str, name: str) -> None:
    assert one(f"{written} [FRAREB]").name == name


def test_a_null_code_is_no_actor() -> None:
    entry = one("RED_STAR_PRIZE_ [---]")
    assert (entry.name, entry.kind) == ("Red Star Prize", "none")


def test_sections_of_nouns_are_counted() -> None:
    found = read("<NOUN>\nA_CABINET_MEETING  ; tb\nACCORD_\n</NOUN>\nFREEDONIA_FRONT_ [FRAREB]")
    assert [e.name for e in found.entries] == ["Freedonia Front"]
    assert [str(i) for i in found.issues] == [
        "my.actors.txt:1  a section of nouns that are no actors: 2 left out"
    ]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("U.N._\nGOOD_FRONT_ [FRAREB]", 1, "U.N._ has no code that can be used"),
        ("A_B_ [XYZGOV]\nGOOD_FRONT_ [FRAREB]", 1, "begins with 'XYZ'"),
        ("A_B_ [GBRGO]\nGOOD_FRONT_ [FRAREB]", 1, "letters in threes"),
        ("A_B_\n\t[GBRGOV 901301-910101]\nGOOD_FRONT_ [FRAREB]", 2, "no day of the calendar"),
        ("A_B_\n\t[GBRGOV 2004017-20061201]\nGOOD_FRONT_ [FRAREB]", 2, "write it as YYMMDD"),
        ("A_B_\n\t[GBRGOV 910101-900101]\nGOOD_FRONT_ [FRAREB]", 2, "end before they begin"),
        ("A_B_ [GBRGOV 910101]\nGOOD_FRONT_ [FRAREB]", 1, "needs < or >"),
        ("A_B_ [GBRGOV\nGOOD_FRONT_ [FRAREB]", 1, "'[GBRGOV' cannot be read"),
        ("+ORPHAN_\nGOOD_FRONT_ [FRAREB]", 1, "belongs to no name"),
        ("A_B_ [~GOV]\nGOOD_FRONT_ [FRAREB]", 1, "code of an agent"),
    ],
)
def test_faults_are_named_and_the_rest_is_read(text: str, line: int, message: str) -> None:
    found = read(text)
    (fault,) = found.faults
    assert fault.line == line
    assert message in str(fault)
    assert [e.name for e in found.entries] == ["Good Front"]


def test_a_bad_code_leaves_the_good_ones() -> None:
    found = read("ZED_QUIMBY_\n\t[GBRGOV 901301-910101]\n\t[GBRMIL >950101]")
    assert len(found.faults) == 1
    assert [r.office for r in found.entries[0].roles] == ["GBR:sector-mil"]


@given(st.text(alphabet=st.sampled_from(list("AB_+[]<>-~;#()\t\n 019.GVR'")), max_size=80))
def test_whatever_is_written_is_read_or_named(text: str) -> None:
    found = read(text)
    assert all(e.name is not None and e.kind for e in found.entries)

"""Plain CSV."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors import knowledge_base
from dragoman.actors.importers import IMPORTERS, Imported

HEADER = "name,aliases,country,sector,kind,office,start,end,source\n"


def read(text: str) -> Imported:
    return IMPORTERS["csv"].read(text, "a.csv", knowledge_base())


def test_a_person_with_two_offices() -> None:
    found = read(
        HEADER
        + 'Tavu Loma,"T. Loma; Loma Tavu",Fiji,,person,Foreign Minister,2031-02-01,2033-06,own notes\n'
        + "Tavu Loma,,FJ,,person,President,2033-07-01,,own notes\n"
    )
    assert not found.issues
    (entry,) = found.entries
    assert entry.aliases == ["T. Loma", "Loma Tavu"]
    assert [(r.office, r.since, r.until, r.source) for r in entry.roles] == [
        ("FJI:foreign-minister", "2031-02-01", "2033-06", "own notes"),
        ("FJI:head-of-state", "2033-07-01", "", "own notes"),
    ]


@pytest.mark.parametrize(
    ("office", "country", "key"),
    [
        ("Secretary of State", "USA", "USA:foreign-minister"),
        ("Russian Foreign Minister", "", "RUS:foreign-minister"),
        ("President of the Republic of Korea", "", "KOR:head-of-state"),
        ("Keeper of the Seals", "FRA", "FRA:keeper-of-the-seals"),
        ("un:secretary-general", "", "un:secretary-general"),
        ("Secretary-General of the United Nations", "", "un:secretary-general"),
    ],
)
def test_offices(office: str, country: str, key: str) -> None:
    (entry,) = read(HEADER + f"Zed Quimby,,{country},,person,{office},,,\n").entries
    assert [r.office for r in entry.roles] == [key]


@pytest.mark.parametrize("mark", [";", "\t"])
def test_other_delimiters_and_column_names(mark: str) -> None:
    text = (
        mark.join(["Name", "Alias", "Country", "From"])
        + "\n"
        + mark.join(["Zed Quimby", "Z|Zed Q", "Fiji", "2031"])
    )
    (entry,) = read(text).entries
    assert (entry.aliases, entry.country, entry.roles[0].since) == (["Z", "Zed Q"], "FJI", "2031")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (",,,,,,,,", None),
        (",x,,,,,,,", "has no name"),
        ("A,,Fijj,,,,,,", "'Fijj' is no state's code or name; did you mean 'Fiji'?"),
        ("A,,,,goverment body,,,,", "did you mean 'government body'?"),
        ("A,,,GVO,,,,,", "'GVO' is no sector"),
        ("A,,,,person,President,2031-13-01,,", "'2031-13-01' is no day"),
        ("A,,,,person,President,2032,2031,", "ends (2031) before it begins (2032)"),
        ("A,,,,company,President,,,", "holds no office"),
        ("A,,,,,,,,,,too,many", "3 more cells"),
    ],
)
def test_faults_are_named_and_the_rest_is_read(row: str, message: str | None) -> None:
    found = read(HEADER + row + "\nTwo Rivers Bank,TRB,FJ,BUS,company,,,,\n")
    assert [e.name for e in found.entries] == ["Two Rivers Bank"]
    assert [i.line for i in found.faults] == ([] if message is None else [2])
    assert message is None or message in str(found.faults[0])


def test_columns_that_are_not_read_are_told() -> None:
    found = read("name,contry,colour\nA,FJI,red\n")
    assert [str(i) for i in found.issues] == [
        "a.csv:1  the column 'contry' is not read; did you mean 'country'?",
        "a.csv:1  the column 'colour' is not read",
    ]


def test_a_table_without_names() -> None:
    assert "no column 'name'" in str(read("title,country\nx,y\n").faults[0])


@given(st.text(alphabet=st.sampled_from(list('name,;"\n\r\t A1-\0')), max_size=60))
def test_whatever_is_written_is_read_or_named(text: str) -> None:
    assert isinstance(read(text), Imported)


def test_a_quotation_mark_that_is_never_closed_costs_its_line_only() -> None:
    found = read('name,aliases,country\n"Tavu Loma,a,Fiji\nZed Quimby,,Fiji\n"Ada ""A"" Coil",,Fiji\n')
    assert [e.name for e in found.entries] == ["Zed Quimby", 'Ada "A" Coil']
    assert [(i.line, i.kind) for i in found.issues] == [(2, "fault")]


def test_what_a_further_row_says_otherwise_is_told() -> None:
    found = read("name,country,sector,gender\nTwo Rivers Bank,FJI,BUS,\nTwo Rivers Bank,FJI,GOV,x\n")
    (entry,) = found.entries
    assert entry.sector == "BUS"
    assert [str(i) for i in found.issues] == [
        "a.csv:3  the gender 'x' is not read; it is m or f",
        "a.csv:3  Two Rivers Bank: sector GOV here, BUS on line 2; the earlier one counts",
    ]


def test_a_column_that_is_there_twice_is_told() -> None:
    found = read("name,title,office,country\nTavu Loma,President,Premier,Fiji\nAda Coil,,President,Fiji\n")
    assert [i.kind for i in found.issues] == ["conflict"]
    assert [[r.office for r in e.roles] for e in found.entries] == [["FJI:head-of-state"]] * 2

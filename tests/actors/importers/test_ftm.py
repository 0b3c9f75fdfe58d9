"""FollowTheMoney and OpenSanctions JSON lines. The entities are made up."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors import knowledge_base
from dragoman.actors.importers import IMPORTERS, Imported


def entity(id_: str, schema: str, **properties: Any) -> dict[str, Any]:
    return {"id": id_, "schema": schema, "datasets": ["demo"], "properties": properties}


def read(*entities: Any) -> Imported:
    lines = [e if isinstance(e, str) else json.dumps(e, ensure_ascii=False) for e in entities]
    return IMPORTERS["ftm"].read("\n".join(lines), "x.ftm.json", knowledge_base())


LOMA = entity(
    "p1",
    "Person",
    name=["Таву Лома", "Tavu Loma"],
    alias=["T. R. Loma"],
    citizenship=["fj"],
    gender=["female"],
)
POST = entity("pos1", "Position", name=["Minister of Foreign Affairs of Fiji"], country=["fj"])
HELD = entity("o1", "Occupancy", holder=["p1"], post=["pos1"], startDate=["2031-02-01"], endDate=["2033-06"])


@pytest.mark.parametrize("order", [(LOMA, POST, HELD), (HELD, POST, LOMA)])
def test_people_with_positions(order: tuple[dict[str, Any], ...]) -> None:
    found = read(*order)
    assert not found.issues
    (person,) = found.entries
    assert (person.name, person.kind, person.country, person.gender) == ("Tavu Loma", "person", "FJI", "f")
    assert set(person.aliases) == {"Таву Лома", "T. R. Loma"}
    (role,) = person.roles
    assert (role.office, role.since, role.until) == ("FJI:foreign-minister", "2031-02-01", "2033-06")
    assert "x.ftm.json" in role.source
    assert person.source == "demo p1"


def test_nested_entities() -> None:
    nested = entity(
        "p2", "Person", name=["Nested Bearer"],
        positionOccupancies=[
            entity("o2", "Occupancy", post=[entity("pos2", "Position", name=["Prime Minister of Fiji"], country=["fj"])])
        ],
    )  # fmt: skip
    (person,) = read(nested).entries
    assert [r.office for r in person.roles] == ["FJI:head-of-government"]


@pytest.mark.parametrize(
    ("schema", "properties", "kind", "country", "sector"),
    [
        ("PublicBody", {"country": ["fj"]}, "government body", "FJI", "GOV"),
        (
            "Organization",
            {"topics": ["gov.igo"], "country": ["ch"]},
            "intergovernmental organisation",
            "",
            "IGO",
        ),
        ("Organization", {"topics": ["pol.party"], "country": ["fj"]}, "party", "FJI", "PTY"),
        ("Organization", {"topics": ["crime.terror"]}, "armed group", "", "REB"),
        ("Company", {"jurisdiction": ["us-de"]}, "company", "USA", "BUS"),
        ("Organization", {"country": ["suhh"]}, "non-governmental organisation", "SUN", ""),
        ("Person", {"country": ["zz"], "topics": ["role.judge"]}, "person", "", "JUD"),
        ("Person", {"position": ["Minister of Defence"], "nationality": ["fj"]}, "person", "FJI", ""),
    ],
)
def test_kinds(schema: str, properties: dict[str, Any], kind: str, country: str, sector: str) -> None:
    (entry,) = read(entity("x", schema, name=["Two Rivers"], **properties)).entries
    assert (entry.kind, entry.country, entry.sector) == (kind, country, sector)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"id": 1', "is not JSON"),
        ("[]", "one JSON object a line"),
        ('{"id": "x"}', "needs id, schema and properties"),
        (entity("x", "Person"), "has no name"),
        (entity("x", "Occupancy", holder=["nobody"], post=["pos1"]), "'nobody' is no entity"),
        (entity("x", "Occupancy", holder=["p1"], post=["none"]), "'none' is no entity"),
        (entity("x", "Occupancy", holder=["p1"], post=["pos1"], startDate=["soon"]), "'soon' is no day"),
        (entity("x", "Position", country=["fj"]), "has no name"),
    ],
)
def test_faults_are_named_and_the_rest_is_read(line: Any, message: str) -> None:
    found = read(line, LOMA, POST, HELD)
    (fault,) = found.faults
    assert (fault.line, message in str(fault)) == (1, True)
    assert [r.office for e in found.entries for r in e.roles] == ["FJI:foreign-minister"]


def test_what_is_not_read_is_counted() -> None:
    found = read(entity("a", "Ownership"), entity("b", "Ownership"), LOMA)
    assert [str(i) for i in found.issues] == [
        "x.ftm.json:1  entities of schema Ownership are not read: 2 left out"
    ]


@given(st.recursive(st.none() | st.integers() | st.text(max_size=5), lambda x: st.lists(x, max_size=3) | st.dictionaries(st.sampled_from(["id", "schema", "properties", "name", "post"]), x, max_size=4), max_leaves=12))  # fmt: skip
def test_whatever_is_written_is_read_or_named(value: Any) -> None:
    assert isinstance(read(value), Imported)

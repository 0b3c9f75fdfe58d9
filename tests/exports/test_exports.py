from __future__ import annotations

import csv
import io
import json
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from dragoman.actors import knowledge_base
from dragoman.coding.ontology import acts, derive_plover
from dragoman.datafiles import read_yaml
from dragoman.exports import FORMATS, Selection, table
from dragoman.exports.common import QUADS, code
from dragoman.schema import Act, Actor, Document, Event, Participant, Reading, Status

TEXT = "Norway and Sweden accused Syria and Iran, both sides; met in Oslo. Peru, did not sign."
NOR, SWE, SYR, IRN = (
    Participant(id=c.lower(), name=n, country=c, sector="GOV", span=(TEXT.index(n), TEXT.index(n) + len(n)))
    for c, n in [("NOR", "Norway"), ("SWE", "Sweden"), ("SYR", "Syria"), ("IRN", "Iran")]
)


def event(number: int, act: Act, status: Status, actors: list[Participant], recipients: list[Participant],
          **more: Any) -> Event:  # fmt: skip
    mode = more.pop("mode", None)
    return Event(
        id=f"e{number}", act=act, mode=mode, status=status, actors=actors, recipients=recipients,
        plover=derive_plover(act, mode, status), evidence=(0, 40), trigger=(18, 25), rule="accuse.accuse",
        confidence=0.9, contexts=["diplomatic", "military"], **more,
    )  # fmt: skip


def reading(*events: Event) -> Reading:
    actors = [
        Actor(id=p.id, name=p.name, kind="state", country=p.country, sector="GOV",
              wikidata="Q20" if p is NOR else None)
        for p in (NOR, SWE, SYR, IRN)
    ]  # fmt: skip
    return Reading(
        document=Document(id="d", text=TEXT, published="2016-05-04"), actors=actors, events=list(events)
    )


def written(name: str, *events: Event, selection: Selection = Selection()) -> str:  # noqa: B008
    out = io.StringIO()
    FORMATS[name]([reading(*events)], out, selection)
    return out.getvalue()


ACCUSED = event(1, "ACCUSE", "actual", [NOR, SWE], [SYR, IRN], mode="allege")
TO_MEET = event(2, "CONSULT", "future", [NOR, SWE, SYR], [])
NOT_SIGNED = event(3, "SUPPORT", "negated", [NOR], [])


def test_a_plover_record_has_the_codebooks_fields() -> None:
    (record,) = (json.loads(line) for line in written("plover", ACCUSED).splitlines())
    assert record["id"] == "d-e1"
    assert (record["date"], record["date_basis"]) == ("2016-05-04", "published")
    assert (record["event"], record["mode"], record["quad_code"], record["event_scale"]) == (["ACCUSE"], ["allege"], 3, -3.5)  # fmt: skip
    assert record["actor"][0] == {"code": "NOR", "sector": "GOV", "entity_text": "Norway",
                                  "identifier_id": "Q20", "identifier_text": "Norway"}  # fmt: skip
    assert [who["code"] for who in record["recipient"]] == ["SYR", "IRN"]
    assert record["event_text"] == [TEXT[:40]]
    assert record["text_info"] == {"start": 0, "end": 40}
    assert "event_loc" not in record
    assert "enddate" not in record  # one day


def test_a_future_meeting_is_plover_agree_and_cameo_03() -> None:
    (record,) = (json.loads(line) for line in written("plover", TO_MEET).splitlines())
    assert (record["event"], record["act"], record["status"], record["quad_code"]) == (["AGREE"], "CONSULT", "future", 1)  # fmt: skip
    (row,) = csv.DictReader(io.StringIO(written("csv", TO_MEET)))
    assert (row["plover_event"], row["cameo_root"], row["quad"]) == ("AGREE", "03", "verbal cooperation")
    assert row["actors"] == "Norway; Sweden; Syria"
    assert row["contexts"] == "diplomatic; military"


@pytest.mark.parametrize("name", FORMATS)
def test_what_did_not_happen_is_left_out_unless_asked_for(name: str) -> None:
    cancelled = event(4, "CONSULT", "cancelled", [NOR, SWE], [])
    some = written(name, NOT_SIGNED, ACCUSED, cancelled)
    every = written(name, NOT_SIGNED, ACCUSED, cancelled, selection=Selection(every_status=True))
    assert len(every.splitlines()) == len(some.splitlines()) + 2
    assert ("negated" in some, "negated" in every) == (False, True)


@pytest.mark.parametrize(
    ("of", "pairs"),
    [
        (ACCUSED, ["NOR>SYR", "NOR>IRN", "SWE>SYR", "SWE>IRN"]),
        (event(1, "CONSULT", "actual", [NOR, SWE], []), ["NOR>SWE", "SWE>NOR"]),
        (event(1, "ASSAULT", "actual", [NOR, SWE], []), ["NOR>", "SWE>"]),
        (event(1, "ASSAULT", "actual", [], [SYR]), [">SYR"]),
        (event(1, "PROTEST", "actual", [], []), [">"]),
    ],
)
def test_dyads(of: Event, pairs: list[str]) -> None:
    rows = list(table.rows([reading(of)], Selection(dyads=True)))
    assert [">".join("".join(r[k]) for k in ("actor_codes", "recipient_codes")) for r in rows] == pairs
    assert {row["id"] for row in rows} == {"d-e1"}


def test_the_table_is_the_same_as_csv_and_as_json() -> None:
    as_csv = list(csv.DictReader(io.StringIO(written("csv", ACCUSED, TO_MEET))))
    as_json = [json.loads(line) for line in written("events", ACCUSED, TO_MEET).splitlines()]
    assert [list(row) for row in (*as_csv, *as_json)] == [list(table.COLUMNS)] * 4
    assert [row["evidence"] for row in as_csv] == [row["evidence"] for row in as_json]
    assert as_json[0]["recipient_codes"] == ["SYR", "IRN"]
    assert as_json[0]["lat"] is None


@pytest.mark.parametrize(
    ("country", "sector", "id_", "expected"),
    [
        ("FRA", "GOV", "fra", "FRA"),
        ("XKX", "GOV", "xkx", "KOS"),
        (None, "IGO", "un-security-council", "UNO"),
        (None, "IGO", "eu-commission", "EUR"),
        (None, "IGO", "nato", "IGO"),
        (None, "REB", "islamic-state", "IMG"),
        (None, "UAF", "unnamed", None),
    ],
)
def test_plover_codes(country: str | None, sector: str, id_: str, expected: str | None) -> None:
    assert code(Participant(id=id_, name="x", country=country, sector=sector), reading()) == expected


def test_the_actors_with_codes_of_their_own_are_known() -> None:
    raw = read_yaml(resources.files("dragoman.exports") / "data" / "plover-codes.yml")
    for name in ("UNO", "EUR"):
        assert [id_ for id_ in raw["actors"][name] if knowledge_base().organisation(id_) is None] == []


# The codebook's CAMEO2PLOVER table, backwards: its root category for an act in a mode.
@pytest.mark.parametrize(
    ("act", "mode", "root"),
    [("AGREE", None, "03"), ("CONSULT", "visit", "04"), ("SUPPORT", None, "05"), ("COOPERATE", None, "06"),
     ("AID", None, "07"), ("CONCEDE", None, "08"), ("RETREAT", "release", "08"), ("ACCUSE", "investigate", "09"),
     ("REQUEST", None, "10"), ("ACCUSE", "allege", "11"), ("REJECT", "meet", "12"), ("THREATEN", None, "13"),
     ("PROTEST", "riot", "14"), ("MOBILIZE", "troops", "15"), ("SANCTION", "expel", "16"), ("COERCE", "arrest", "17"),
     ("ASSAULT", "abduct", "18"), ("ASSAULT", "suicide-attack", "18"), ("ASSAULT", "firearms", "19"),
     ("ASSAULT", None, "19"), ("ASSAULT", "unconventional", "20")],
)  # fmt: skip
def test_cameo_roots(act: str, mode: str | None, root: str) -> None:
    info = acts()[act]
    assert info.cameo_root(mode) == root
    assert set(info.cameo_modes) <= set(info.modes)
    assert info.quad in QUADS


def test_every_column_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
    for name, meaning in table.COLUMNS.items():
        assert f"| `{name}` | {meaning} |" in page, name
    for name in FORMATS:
        assert f"--format {name}" in page

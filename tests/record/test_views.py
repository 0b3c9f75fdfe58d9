"""The flat views: what the page lists is what they have, and judgements are respected."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from dragoman.record.judgements import anchor_of, judgement
from dragoman.record.refresh import look
from dragoman.record.store import Record
from dragoman.record.tables import FACTS, structure
from dragoman.record.views import VIEWS
from dragoman.schema import Reading
from tests.record.making import MOSCOW, entries, people, reading, told

PAGE = Path(__file__).parents[2] / "docs" / "record.md"


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return Record(tmp_path / "record", create=True)


def test_the_page_lists_every_view_with_its_columns(record: Record) -> None:
    listed = {
        name: re.findall(r"`(\w+)`", columns)
        for name, columns in re.findall(r"^\| `(\w+)` \| [^|]+ \| (`document`.*|`occurrence`.*) \|$", PAGE.read_text(), re.MULTILINE)
    }  # fmt: skip
    with look(record) as con:
        found = {view: [row[0] for row in con.execute(f"DESCRIBE {view}").fetchall()] for view in VIEWS}
    assert listed == found


def _everything() -> Reading:
    """A reading with a fact of every kind."""
    made = reading("d", told(on="2015-12-14", place=MOSCOW, topics=["syria"]), told("ACCUSE", "RUS", "FRA"))
    base = {"evidence": (0, 10), "rule": "r"}
    russia, (kerry, lavrov) = people("RUS")[0], people("john-kerry", "sergey-lavrov")
    time = {"start": "2015-12-14", "end": "2015-12-14", "precision": "day"}
    facts = {
        "statements": [{**base, "id": "s1", "speaker": kerry, "content": [(0, 3), (4, 7)], "manner": "direct", "addressees": [lavrov]}],
        "positions": [{**base, "id": "p1", "holder": kerry, "issue": {"id": "truce", "label": "truce"}, "stance": "supports", "by": "s1"}],
        "counts": [{**base, "id": "c1", "what": "meeting", "participants": [kerry, lavrov], "value": 3, "ordinal": True}],
        "agreements": [{**base, "id": "a1", "name": "truce", "parties": [kerry, lavrov], "status": "signed", "time": time}],
        "designations": [{**base, "id": "g1", "target": russia, "label": "x", "by": [kerry]}],
        "memberships": [{**base, "id": "m1", "group": russia, "member": lavrov, "capacity": "member"}],
        "profiles": [{**base, "id": "f1", "actor": russia, "property": "founded", "value": "1991", "time": time}],
        "warnings": [{"kind": "role mismatch", "span": (0, 4), "message": "not so"}],
    }  # fmt: skip
    return Reading.model_validate({**made.model_dump(by_alias=True), **facts})


def test_every_fact_has_a_row(record: Record) -> None:
    made = _everything()
    record.keep(entries(made))
    with look(record) as con:
        counts = {view: con.execute(f"SELECT count(*) FROM {view}").fetchall()[0][0] for view in VIEWS}
        event = con.execute(
            'SELECT act, "start", place, topics, quote, actors FROM events ORDER BY event'
        ).fetchall()[0]
        words = con.execute("SELECT words, speaker.id, addressees[1].id FROM statements").fetchall()
        agreed = con.execute('SELECT status, "start" FROM agreements').fetchall()
    assert counts == {
        "documents": 1, "events": 2, "statements": 1, "positions": 1, "counts": 1, "agreements": 1, "designations": 1,
        "memberships": 1, "profiles": 1, "warnings": 1, "occurrences": 2, "contacts": 1,
    }  # fmt: skip
    assert event[:4] == ("CONSULT", date(2015, 12, 14), "Moscow", ["syria"])
    assert event[4] == made.quote(made.events[0].evidence)
    assert [p["id"] for p in event[5]] == ["john-kerry", "sergey-lavrov"]
    text = made.document.text
    assert words == [(f"{text[0:3]} {text[4:7]}", "john-kerry", "sergey-lavrov")]
    assert agreed == [("signed", date(2015, 12, 14))]


def test_characters_are_code_points(record: Record) -> None:
    made = reading("d", told(), told(), text="é🕊️ жжж " * 12)
    record.keep(entries(made))
    with look(record) as con:
        quotes = con.execute("SELECT quote FROM events ORDER BY event").fetchall()
    assert [row[0] for row in quotes] == [made.quote(e.evidence) for e in made.events]


def test_judgements_are_respected_by_all_views(record: Record) -> None:
    made = _everything()
    record.keep(entries(made))
    record.judge(judgement("reject event", "me", events=[anchor_of("d", made.events[1])]))
    record.judge(judgement("split actor", "me", actors=["john-kerry", "barack-obama"], documents=["d"]))
    record.judge(judgement("merge actors", "me", actors=["barack-obama", "laurent-fabius"]))
    record.judge(judgement("split actor", "me", actors=["john-kerry", "barack-obama"], documents=["other"]))
    with look(record) as con:
        acts = con.execute("SELECT act FROM events").fetchall()
        speaker = con.execute("SELECT speaker.id, speaker.name FROM statements").fetchall()
        parties = con.execute("SELECT list_transform(parties, lambda p: p.id) FROM agreements").fetchall()
        participants = con.execute(
            "SELECT list_transform(participants, lambda p: p.id) FROM contacts"
        ).fetchall()
    assert acts == [("CONSULT",)]
    assert speaker == [("laurent-fabius", "Laurent Fabius")]
    assert parties == [(["laurent-fabius", "sergey-lavrov"],)]
    assert sorted(participants[0][0]) == ["laurent-fabius", "sergey-lavrov"]


def test_columns_follow_from_the_models() -> None:
    for name in FACTS:
        assert isinstance(structure(Reading.model_fields[name].annotation), list)
    with pytest.raises(TypeError, match="no column can hold"):
        structure(object)

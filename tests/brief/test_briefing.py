"""Briefs of small records made by hand, section by section."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dragoman.brief.briefing import Brief, make_brief
from dragoman.brief.recorded import Happening
from dragoman.errors import RunError
from dragoman.record.judgements import anchor_of, judgement
from dragoman.record.refresh import refresh
from dragoman.record.store import Entry, Record
from tests.brief.records import Text, people, record_of

BOTH = "sameh-shoukry abiy-ahmed"


def brief(record: Record, on: str | None = None, issue: str | None = None) -> Brief:
    return make_brief(record, "Egypt", "Ethiopia", on=on, issue=issue)


def words(found: list[Happening]) -> list[str]:
    return [h.told[0].words for h in found]


@pytest.fixture
def talks(tmp_path: Path) -> Record:
    """A year of contacts: planned, held, cancelled, and some that are of others."""
    return record_of(
        tmp_path,
        Text("t1", "2020-01-10")
        .event("They met on the 9th.", "CONSULT", BOTH, day="2020-01-09", place="Cairo")
        .event("They will meet on the 20th.", "CONSULT", BOTH, day="2020-01-20", status="future")
        .event("Egypt met Sudan.", "CONSULT", "EGY SDN", day="2020-01-08"),
        Text("t2", "2020-01-21").event("They met on Monday.", "CONSULT", BOTH, day="2020-01-20", place="Cairo"),
        Text("t3", "2020-02-02")
        .event("They spoke by phone.", "CONSULT", BOTH, mode="phone", day="2020-02-01")
        .event("They will meet in March.", "CONSULT", BOTH, day="2020-03-05", status="future")
        .event("They will talk on 1 April.", "CONSULT", BOTH, mode="phone", day="2020-04-01", status="future"),
        Text("t4", "2020-03-10").event("The opposition met Ethiopia.", "CONSULT", "egy-opp-opposition ETH", day="2020-03-09"),
        Text("t0", "2019-05-02").event("Abiy visited Egypt.", "CONSULT", "abiy-ahmed", "EGY", mode="visit", day="2019-05-01"),
        Text("old", "2012-05-02").event("An old visit.", "CONSULT", "abiy-ahmed", "EGY", mode="visit", day="2012-05-01"),
    )  # fmt: skip


def test_contacts_are_those_of_both_the_latest_first(talks: Record) -> None:
    found = brief(talks)
    c = found.contacts
    assert (found.on, found.on_basis, found.documents) == ("2020-03-10", "record", 6)
    assert words(c.last) == [
        "They spoke by phone.",
        "They met on Monday.",
        "They met on the 9th.",
        "Abiy visited Egypt.",
        "An old visit.",
    ]
    assert words(c.next) == ["They will talk on 1 April."]
    assert words(c.unconfirmed) == ["They will meet in March."]
    assert c.this_year == {"meeting": 2, "call": 1, "visit": 0, "conference": 0, "letter": 0}
    assert c.last_year == {"meeting": 0, "call": 0, "visit": 1, "conference": 0, "letter": 0}
    assert (c.unclear, c.gap) == (0, 38)


def test_a_planned_contact_that_was_held_is_one_with_it(talks: Record) -> None:
    monday = brief(talks).contacts.last[1]
    assert (monday.reports, monday.sources, monday.place) == (2, 2, "Cairo")
    assert [h.status for h in monday.history] == ["future", "actual"]


@pytest.mark.parametrize("kept", [True, False], ids=["occurrences kept", "occurrences made anew"])
def test_nothing_told_after_the_day_is_used(talks: Record, kept: bool) -> None:
    if kept:
        refresh(talks)
    found = brief(talks, on="2020-01-15")
    assert words(found.contacts.last) == ["They met on the 9th.", "Abiy visited Egypt.", "An old visit."]
    planned = found.contacts.next
    assert words(planned) == ["They will meet on the 20th."]
    assert (planned[0].status, planned[0].reports, planned[0].place) == ("future", 1, None)
    assert found.contacts.this_year["meeting"] == 1
    assert {s.id for s in found.sources} == {"t1", "t0", "old"}
    assert "2020-01-2" not in found.to_json().replace('"2020-01-20"', "")


def test_texts_without_a_day(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        Text("dateline", None, dateline="2020-05-01").position(
            "By dateline.", "EGY", "supports", "dam filling"
        ),
        Text("undated", None)
        .position("Never dated.", "EGY", "opposes", "grain exports")
        .event("They met then.", "CONSULT", BOTH, day="2020-04-01")
        .event("They met some day.", "CONSULT", BOTH),
    )
    found = brief(record)
    assert found.on == "2020-05-01"
    assert [r.issue.label for r in found.issues.rows] == ["dam filling"]
    assert words(found.contacts.last) == ["They met then."]
    nothing = record_of(
        tmp_path / "2", Text("u", None).position("Never dated.", "EGY", "opposes", "grain exports")
    )
    assert brief(nothing).on is None
    assert len(brief(nothing).issues.rows) == 1


def test_issues_of_both_come_with_the_latest_words(tmp_path: Path) -> None:
    texts = [
        Text(f"e{n}", f"2020-01-{n + 10}").position(f"Egypt {n}.", "sameh-shoukry", "opposes", "dam filling")
        for n in range(4)
    ]
    texts += [
        Text("h", "2019-01-01")
        .position("Ethiopia one.", "ETH", "supports", "dam filling")
        .position("Sudan one.", "SDN", "supports", "dam filling")
        .position("Opposition.", "egy-opp-opposition", "supports", "dam filling"),
        Text("g", "2020-02-01").position("Only Egypt.", "EGY", "demands", "grain exports"),
    ]
    record = record_of(tmp_path, *texts)
    found = brief(record).issues
    assert [(r.verdict, r.issue.label) for r in found.rows] == [
        ("differ", "dam filling"),
        ("only a", "grain exports"),
    ]
    assert [v.words for v in found.rows[0].a] == ["Egypt 3.", "Egypt 2."]
    assert [v.words for v in found.rows[0].b] == ["Ethiopia one."]
    assert [r.issue.label for r in brief(record, issue="grain").issues.rows] == ["grain exports"]
    assert brief(record, issue="the").issues.rows == []


def test_issues_left_out_are_counted(tmp_path: Path) -> None:
    text = Text("many", "2020-01-01")
    for name in (
        "wheat",
        "barley",
        "cotton",
        "cattle",
        "timber",
        "copper",
        "cement",
        "coffee",
        "sesame",
        "tobacco",
    ):
        text.position(f"Egypt wants {name}.", "EGY", "supports", f"{name} exports")
    found = brief(record_of(tmp_path, text))
    assert (len(found.issues.rows), found.issues_left) == (8, 2)


def test_agreements_of_both_and_their_status_over_time(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        Text("a", "2020-01-02")
        .fact("agreements", "Signed.", name="Nile Accord", parties=people("EGY ETH"), status="signed", time=None)
        .fact("agreements", "Of others.", name="Gas Pact", parties=people("EGY SDN"), status="signed", time=None),
        Text("b", "2020-03-02").fact(
            "agreements", "Violated.", name="Nile accord", parties=people("sameh-shoukry abiy-ahmed"), status="violated",
            time={"start": "2020-03-01", "end": "2020-03-01", "precision": "day"},
        ),
    )  # fmt: skip
    (kept,) = brief(record).agreements
    assert (kept.name, kept.status) == ("Nile accord", "violated")
    assert [(t.status, t.day, t.words.words) for t in kept.told] == [
        ("violated", "2020-03-01", "Violated."),
        ("signed", "2020-01-02", "Signed."),
    ]
    assert [t.status for t in brief(record, on="2020-02-01").agreements[0].told] == ["signed"]


def test_disputes_are_recent_and_of_one_against_the_other(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        Text("a", "2020-01-02")
        .event("Egypt accused Ethiopia.", "ACCUSE", "EGY", "ETH")
        .event("Ethiopia threatens Egypt.", "THREATEN", "abiy-ahmed", "EGY", day="2020-01-01")
        .event("Egypt accused Sudan.", "ACCUSE", "EGY", "SDN")
        .event("Both accused Sudan.", "ACCUSE", "EGY ETH", "SDN"),
        Text("b", "2018-01-02").event("Long ago.", "ACCUSE", "EGY", "ETH", day="2018-01-01"),
    )
    assert words(brief(record).disputes) == ["Egypt accused Ethiopia.", "Ethiopia threatens Egypt."]


def test_open_tasks_and_what_answers_them(tmp_path: Path) -> None:
    asked = Text("a", "2020-01-02")
    asked.event("Egypt asks for data.", "REQUEST", "EGY", "ETH", day="2020-01-01", topics=["data"])
    asked.event(
        "Ethiopia asks for time.", "REQUEST", "ETH", "sameh-shoukry", day="2020-01-01", topics=["time"]
    )
    asked.event("Ethiopia will send aid.", "AID", "ETH", "EGY", status="future", day="2020-02-01")
    asked.event(
        "Ethiopia promised a study.", "AGREE", "abiy-ahmed", "EGY", day="2020-01-01", topics=["study"]
    )
    asked.event("Egypt asks Sudan.", "REQUEST", "EGY", "SDN", day="2020-01-01")
    tasks = brief(record_of(tmp_path, asked)).tasks
    assert sorted((t.kind, t.happening.told[0].words) for t in tasks) == [
        ("promise", "Ethiopia promised a study."),
        ("promise", "Ethiopia will send aid."),
        ("request", "Egypt asks for data."),
        ("request", "Ethiopia asks for time."),
    ]
    answered = Text("b", "2020-01-20")
    answered.event("Ethiopia refused data.", "REJECT", "ETH", "EGY", day="2020-01-19", topics=["data"])
    answered.event("Egypt gave a study.", "COOPERATE", "EGY", "ETH", day="2020-01-19", topics=["study"])
    tasks = brief(record_of(tmp_path / "2", asked, answered)).tasks
    assert [t.happening.told[0].words for t in tasks if t.kind == "request"] == ["Ethiopia asks for time."]
    # The promise is Ethiopia's: what Egypt does keeps it not.
    assert "Ethiopia promised a study." in [t.happening.told[0].words for t in tasks]


def test_people_have_the_offices_of_the_day(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        Text("a", "2020-01-10")
        .event("They met.", "CONSULT", BOTH, day="2020-01-09")
        .event("Quill spoke to Egypt.", "CONSULT", "zara-quill EGY", mode="phone", day="2020-01-08"),
        Text("b", "2024-11-10").event("They spoke.", "CONSULT", BOTH, mode="phone", day="2024-11-09"),
    )
    then = brief(record, on="2020-01-10")
    (shoukry,) = then.people_a
    assert [o.office for o in shoukry.offices] == ["EGY:foreign-minister"]
    assert all(o.until is None for o in shoukry.offices)  # that it ended in 2024 was not known then
    assert (shoukry.contacts, shoukry.last, shoukry.before) == (1, "2020-01-09", None)
    assert [p.name for p in then.people_b] == ["Abiy Ahmed", "Zara Quill"]
    assert (then.people_b[1].offices, then.people_b[1].before) == ([], None)
    later = brief(record).people_a[0]
    assert later.offices == []
    assert later.before is not None
    assert later.before.office == "EGY:foreign-minister"


def test_claims_worth_checking(tmp_path: Path) -> None:
    period = {"start": "2020-01-01", "end": "2020-12-31"}
    count = {"what": "meeting", "value": 3, "ordinal": True, "period": period}
    record = record_of(
        tmp_path,
        Text("a", "2020-01-10")
        .fact("counts", "Their third meeting.", participants=people(BOTH), **count)
        .fact("counts", "The third with Sudan.", participants=people("EGY SDN"), **count)
        .warning("President Shoukry", "role mismatch", "Shoukry was foreign minister")
        .warning("Shukri", "garbled name", "Shoukry is meant"),
        Text("b", "2020-01-10").warning("elsewhere", "role mismatch", "not of them"),
    )
    claims = brief(record).claims
    assert [(c.kind, c.words.words if c.words else None) for c in claims] == [
        ("count", "Their third meeting."),
        ("role", "President Shoukry"),
    ]
    assert claims[0].says == "3rd meeting of Sameh Shoukry and Abiy Ahmed, 2020"


def test_every_quote_is_at_its_place(talks: Record) -> None:
    found = brief(talks)
    texts = {row[0]: row[1] for row in _texts(talks)}
    quotes = [q for h in (*found.contacts.last, *found.contacts.next) for q in h.told]
    assert quotes
    for q in quotes:
        start, end = q.source.span
        assert texts[q.source.id][start:end] == q.words
        assert q.source.url == f"https://example.org/{q.source.id}"
    assert {q.source.id for q in quotes} <= {s.id for s in found.sources}


def _texts(record: Record) -> list[tuple[str, str]]:
    from dragoman.record.views import connect  # noqa: PLC0415

    with connect(record) as con:
        return con.execute("SELECT document, text FROM current").fetchall()


def test_a_person_beside_his_state(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        Text("a", "2020-01-10")
        .event("Shoukry met Abiy.", "CONSULT", BOTH, day="2020-01-09")
        .event("Egypt met Ethiopia.", "CONSULT", "EGY ETH", day="2020-01-05"),
    )
    assert words(make_brief(record, "Shoukry", "Ethiopia").contacts.last) == ["Shoukry met Abiy."]
    assert words(make_brief(record, "Shoukry", "Egypt").contacts.last) == []


def test_judgements_are_respected(talks: Record) -> None:
    reading = next(
        t for t in [Text("t2", "2020-01-21").event("They met on Monday.", "CONSULT", BOTH)]
    ).reading()
    talks.judge(judgement("reject event", "me", events=[anchor_of("t2", reading.events[0])]))
    found = brief(talks).contacts
    assert "They met on Monday." not in words(found.last)
    assert "They will meet on the 20th." in words(found.unconfirmed)


def test_the_same_record_gives_the_same_bytes(talks: Record) -> None:
    first = brief(talks).to_json()
    assert brief(talks).to_json() == first
    refresh(talks)
    assert brief(talks).to_json() == first
    assert Brief.model_validate_json(first) == brief(talks)


def test_whoever_the_record_alone_names(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        Text("a", "2020-01-10").event("The front fought.", "ASSAULT", "nile-front", "EGY", day="2020-01-09"),
    )
    for name in ("Nile Front", "nile front"):
        assert words(make_brief(record, name, "Egypt").disputes) == ["The front fought."]
    with pytest.raises(RunError, match=r"D209 .*'Nile Frunt' \(did you mean 'Nile Front'"):
        make_brief(record, "Nile Frunt", "Egypt")
    with pytest.raises(RunError, match="D211"):
        make_brief(record, "Egypt", "Cairo")


def test_no_record_and_an_empty_one(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="D401"):
        Record(tmp_path / "none")
    with pytest.raises(RunError, match="D406"):
        brief(Record(tmp_path / "empty", create=True))


def test_a_text_that_changed_counts_as_it_is_now(tmp_path: Path) -> None:
    old = Text("a", "2020-01-10").position("Egypt is for it.", "EGY", "supports", "dam filling")
    record = record_of(tmp_path, old.event("They met.", "CONSULT", BOTH, day="2020-01-09"))
    new = Text("a", "2020-01-10").position("Egypt is now against it.", "EGY", "opposes", "dam filling")
    record.keep([Entry("a.txt", new.event("They spoke.", "CONSULT", BOTH, day="2020-01-08").reading())])
    found = brief(record)
    assert [v.words for r in found.issues.rows for v in r.a] == ["Egypt is now against it."]
    assert words(found.contacts.last) == ["They spoke."]
    assert found.documents == 1


def test_agreements_without_a_name_are_told_apart_by_their_day(tmp_path: Path) -> None:
    def signed(day: str) -> dict[str, Any]:
        time = {"start": day, "end": day, "precision": "day"}
        return {"name": "truce", "parties": people("EGY ETH"), "status": "signed", "time": time}

    broken = {"name": "truce", "parties": people("EGY ETH"), "status": "violated", "time": None}
    record = record_of(
        tmp_path,
        Text("a", "2020-01-02").fact("agreements", "A first truce.", **signed("2020-01-01")),
        Text("b", "2020-01-05").fact("agreements", "It was broken.", **broken),
        Text("c", "2020-03-02").fact("agreements", "A second truce.", **signed("2020-03-01")),
    )
    found = [[t.words.words for t in kept.told] for kept in brief(record).agreements]
    assert found == [["A second truce."], ["It was broken.", "A first truce."]]

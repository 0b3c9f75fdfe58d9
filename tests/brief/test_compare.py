"""Comparisons over readings built by hand, and over real texts."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Any

import pytest

import dragoman
from dragoman import Document, Reader, Reading, compare
from dragoman.brief.compare import Comparison, Row
from dragoman.errors import RunError

PEOPLE: dict[str, tuple[str, str | None, str]] = {
    "EGY": ("state", "EGY", "GOV"),
    "ETH": ("state", "ETH", "GOV"),
    "sameh-shoukry": ("person", "EGY", "GOV"),
    "abiy-ahmed": ("person", "ETH", "GOV"),
    "egy-opp-opposition": ("party", "EGY", "OPP"),
}


def participant(id_: str, span: tuple[int, int] | None = None) -> dict[str, Any]:
    _, country, sector = PEOPLE[id_]
    return {"id": id_, "name": id_, "country": country, "sector": sector, "span": span}


def reading(
    *positions: tuple[str, str, str, str],
    published: str | None = "2020-06-27",
    told: tuple[str, str] | None = None,
    times: dict[int, dict[str, Any]] | None = None,
) -> Reading:
    """A reading of sentences: (holder, stance, issue, words). `told`: a source and the words it says."""
    text = "\n".join(words for *_, words in positions)
    actors = [{"id": i, "name": i, "kind": k, "country": c, "sector": s} for i, (k, c, s) in PEOPLE.items()]
    built, statements, at = [], [], 0
    for number, (holder, stance, label, words) in enumerate(positions, 1):
        span = (at, at + len(words))
        sid = f"s{number}"
        source, content = holder, span
        if told is not None and told[1] == words:
            source = told[0]
        statements.append(
            {
                "id": sid, "evidence": span, "rule": "speech.clause", "speaker": participant(source),
                "content": [content], "manner": "indirect", "time": (times or {}).get(number),
            }
        )  # fmt: skip
        built.append(
            {
                "id": f"p{number}", "evidence": span, "rule": "position.support",
                "holder": participant(holder, (at, at + 1)), "stance": stance, "by": sid,
                "issue": {"id": label.lower().replace(" ", "-"), "label": label},
            }
        )  # fmt: skip
        at += len(words) + 1
    return Reading.model_validate(
        {
            "document": {"text": text, "published": published, "title": "T"},
            "actors": actors, "statements": statements, "positions": built,
        }
    )  # fmt: skip


def only(comparison: Comparison) -> Row:
    assert len(comparison.rows) == 1, comparison.to_json()
    return comparison.rows[0]


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("supports", "supports", "agree"),
        ("supports", "demands", "agree"),
        ("opposes", "doubts", "agree"),
        ("supports", "opposes", "differ"),
        ("doubts", "demands", "differ"),
    ],
)
def test_verdicts(a: str, b: str, verdict: str) -> None:
    text = reading(("EGY", a, "the ceasefire", "Egypt one."), ("ETH", b, "ceasefire", "Ethiopia two."))
    row = only(compare("Egypt", "Ethiopia", [text]))
    assert row.verdict == verdict
    assert (row.a[0].words, row.b[0].words) == ("Egypt one.", "Ethiopia two.")


def test_only_one_has_spoken_and_others_are_left_out() -> None:
    text = reading(
        ("sameh-shoukry", "supports", "ceasefire", "One."),
        ("egy-opp-opposition", "opposes", "ceasefire", "Two."),
        ("ETH", "demands", "which", "Three."),
    )
    comparison = compare("Egypt", "Ethiopia", [text])
    row = only(comparison)
    assert (row.verdict, row.b, comparison.nameless) == ("only a", [], 1)
    assert row.a[0].holder.id == "sameh-shoukry"


def test_the_latest_comes_first_and_decides() -> None:
    old = reading(("EGY", "opposes", "mediation", "Old."), published="2019-01-01")
    new = reading(("EGY", "supports", "mediation", "New."), ("ETH", "supports", "mediation", "E."))
    for order in ([old, new], [new, old]):
        row = only(compare("Egypt", "Ethiopia", order))
        assert [v.words for v in row.a] == ["New.", "Old."]
        assert row.verdict == "agree"


def test_two_voices_on_one_day() -> None:
    text = reading(
        ("EGY", "opposes", "mediation", "One."),
        ("sameh-shoukry", "supports", "mediation", "Two."),
        ("ETH", "supports", "mediation", "Three."),
    )
    assert only(compare("Egypt", "Ethiopia", [text])).verdict == "divided"


def test_the_day_of_a_view() -> None:
    may = {"start": "2020-05-01", "end": "2020-05-31", "precision": "month"}
    later = {"start": "2020-07-01", "end": "2020-07-31", "precision": "month"}
    texts = [
        reading(("EGY", "supports", "mediation", "One."), times={1: may}),
        reading(("EGY", "supports", "elections", "Two."), times={1: later}),
        reading(("EGY", "supports", "disarmament", "Three."), published=None),
    ]
    rows = compare("Egypt", "Ethiopia", texts).rows
    days = {r.issue.label: (r.a[0].date, r.a[0].date_basis) for r in rows}
    assert days == {
        "mediation": ("2020-05", "text"),
        "elections": ("2020-06-27", "document"),
        "disarmament": (None, None),
    }


def test_a_date_inside_the_issue_is_not_that_of_the_view() -> None:
    words = "Egypt supports the decision on water of 13 June."
    at = words.index("13 June")
    time = {"start": "2020-06-13", "end": "2020-06-13", "precision": "day", "span": (at, at + 7)}
    text = reading(("EGY", "supports", "decision on water of 13 June", words), times={1: time})
    assert only(compare("Egypt", "Ethiopia", [text])).a[0].date == "2020-06-27"


def test_what_one_party_says_of_the_other() -> None:
    told = "Egypt wants war."
    text = reading(("EGY", "demands", "war", told), published="2020-06-28", told=("abiy-ahmed", told))
    row = only(compare("Egypt", "Ethiopia", [text]))
    assert row.a[0].told_by is not None
    assert row.a[0].told_by.id == "abiy-ahmed"
    own = reading(("EGY", "opposes", "war", "Egypt opposes war."), published="2020-06-01")
    row = only(compare("Egypt", "Ethiopia", [text, own]))
    assert [v.told_by is None for v in row.a] == [True, False]  # its own older word comes first
    inner = reading(("EGY", "demands", "war", told), told=("sameh-shoukry", told))
    assert only(compare("Egypt", "Ethiopia", [inner])).a[0].told_by is None


def test_the_same_words_read_twice_are_one_view() -> None:
    text = reading(("EGY", "demands", "need for talks on water", "Egypt needs talks on water."))
    twice = text.model_copy(
        update={
            "positions": [
                *text.positions,
                text.positions[0].model_copy(
                    update={
                        "id": "p2",
                        "stance": "supports",
                        "issue": dragoman.schema.Issue(id="x", label="talks on water"),
                    }
                ),
            ]
        }
    )
    row = only(compare("Egypt", "Ethiopia", [twice]))
    assert (row.issue.label, len(row.a)) == ("talks on water", 1)


def test_a_wording_that_turns_the_issue_round(tmp_path: Path) -> None:
    issues = tmp_path / "issues.yml"
    issues.write_text("sanctions: {label: sanctions, wordings: [sanction]}\n")
    text = reading(
        ("EGY", "supports", "lifting of the sanctions", "Egypt."),
        ("ETH", "supports", "UN sanctions", "Ethiopia."),
    )
    assert {r.verdict for r in compare("Egypt", "Ethiopia", [text]).rows} == {"only a", "only b"}
    row = only(compare("Egypt", "Ethiopia", [text], issues=issues))
    assert (row.issue.label, row.verdict, row.a[0].about) == (
        "sanctions",
        "differ",
        "lifting of the sanctions",
    )


def test_the_filter_takes_folded_words() -> None:
    text = reading(
        ("EGY", "supports", "release of prisoners", "One."),
        ("EGY", "supports", "reform of the court", "Two."),
    )
    for words, count in (("prisoner", 1), ("releasing prisoners", 1), ("courts", 1), ("dam", 0), ("the", 0)):
        assert len(compare("Egypt", "Ethiopia", [text], issue=words).rows) == count, words


def test_a_person_beside_his_country() -> None:
    text = reading(
        ("sameh-shoukry", "supports", "talks on water", "One."), ("EGY", "opposes", "talks on water", "Two.")
    )
    row = only(compare("Egypt", "Shoukry", [text]))
    assert (row.verdict, len(row.a), len(row.b)) == ("differ", 1, 1)


def test_both_must_differ() -> None:
    with pytest.raises(RunError, match="D211"):
        compare("Moscow", "Russia", [])


def test_no_readings_and_the_round_trip() -> None:
    comparison = compare("Egypt", "Ethiopia", [])
    assert (comparison.rows, comparison.documents) == ([], 0)
    text = reading(("EGY", "supports", "mediation", "One."))
    full = compare("Egypt", "Ethiopia", [text])
    assert Comparison.model_validate_json(full.to_json()) == full


@pytest.fixture(scope="module")
def dam(reader: Reader) -> Reading:
    file = resources.files("dragoman") / "examples" / "renaissance-dam-2020-06-27.txt"
    return reader.read(Document(text=file.read_text(encoding="utf-8"), published="2020-06-27"))


def test_the_example_is_read_as_it_says(dam: Reading) -> None:
    comparison = compare("Egypt", "Ethiopia", [dam])
    agreed = [r.issue.label for r in comparison.of("agree")]
    differing = {r.issue.label: (r.a[0].stance, r.b[0].stance) for r in comparison.of("differ")}
    assert len(agreed) == 1
    assert agreed[0].startswith("mediation of the African Union")
    assert differing == {
        "binding arbitration of disputes": ("demands", "opposes"),
        "debate of the Security Council on the dam": ("supports", "opposes"),
    }
    told = [v for r in comparison.of("only a") for v in r.a if v.told_by is not None]
    assert [v.told_by.id for v in told if v.told_by] == ["abiy-ahmed"]


def test_every_word_is_in_the_text(dam: Reading) -> None:
    comparison = compare("Egypt", "Ethiopia", [dam])
    views = [v for row in comparison.rows for v in (*row.a, *row.b)]
    assert views
    for view in views:
        assert dam.quote(view.source.span) == view.words
        assert view.source.id == dam.document.id


def test_known_issues_of_which_the_text_gives_only_an_example(reader: Reader) -> None:
    text = "Russia supports continued co-operation with Washington, for example in New START."
    rows = compare("Russia", "United States", [reader.read(text)]).rows
    assert all(row.issue.label != "New START" for row in rows)

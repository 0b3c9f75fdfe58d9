"""The occurrence corpus is sound, and its scorer says what a grouping is worth."""

from __future__ import annotations

import copy
from collections import defaultdict
from collections.abc import Callable
from typing import Any

import pytest

from evals.occurrences import CORPUS, LATER, SPLITS, Told, by_kind, faults, group, load, misses, rows, score

Json = dict[str, Any]


def told(corpus: Json, report: Json) -> Told:
    """A gold report as a perfect reader gives it: the middle of its quote."""
    text = next(d["text"] for d in corpus["documents"] if d["id"] == report["document"])
    start = text.index(report["quote"])
    return Told(report["document"], start + 1, start + len(report["quote"]) - 1)


def perfect(corpus: Json) -> list[list[Told]]:
    return [[told(corpus, r) for r in h["reports"]] for h in corpus["happenings"]]


@pytest.fixture
def small() -> Json:
    """Two happenings alike, of three and four reports, and a copy."""
    text = "Ann met Bob on Monday. They will meet again on Tuesday."
    first, second = "Ann met Bob on Monday", "will meet again on Tuesday"
    names = ["a", "b", "c", "d"]
    documents = [
        {
            "id": n,
            "published": "2020-01-06",
            "publisher": None,
            "translated_from": None,
            "copy_of": None,
            "text": text,
        }
        for n in names
    ]
    documents.append({**documents[0], "id": "e", "copy_of": "a"})
    happening = {
        "acts": ["CONSULT"],
        "kinds": ["meeting"],
        "start": "2020-01-06",
        "end": "2020-01-06",
        "precision": "day",
        "place": None,
        "participants": ["Ann", "Bob"],
        "status": "held",
    }
    return {
        "documents": documents,
        "happenings": [
            {
                **happening,
                "id": "monday",
                "reports": [
                    {"document": n, "quote": first, "status": "actual"} for n in ("a", "b", "c", "e")
                ],
            },
            {
                **happening,
                "id": "tuesday",
                "reports": [{"document": n, "quote": second, "status": "future"} for n in names],
            },
        ],
        "lookalikes": [["monday", "tuesday"]],
    }


@pytest.mark.parametrize("split", SPLITS + LATER)
def test_the_corpus_is_sound(split: str) -> None:
    corpus = load(split)
    assert faults(corpus) == []
    published = {d["id"]: d["published"] for d in corpus["documents"]}
    for h in corpus["happenings"]:
        assert len({published[r["document"]] for r in h["reports"]}) > 1, h["id"]


def test_the_corpus_is_as_large_as_it_has_to_be() -> None:
    splits = [load(split) for split in SPLITS]
    for corpus in splits:
        assert len(corpus["happenings"]) >= 15
        assert len(corpus["lookalikes"]) >= 12
    assert sum(bool(d["copy_of"]) for c in splits for d in c["documents"]) >= 6
    contacts = [bool(h["kinds"]) for c in splits for h in c["happenings"]]
    assert len(contacts) / 2 < sum(contacts) < len(contacts)


def test_the_splits_share_nothing() -> None:
    assert sorted(f.stem for f in CORPUS.glob("*.json")) == sorted(SPLITS + LATER)
    seen: dict[str, set[str]] = defaultdict(set)
    for split in SPLITS + LATER:
        corpus = load(split)
        for value in (*(h["id"] for h in corpus["happenings"]), *(d["text"] for d in corpus["documents"])):
            seen[value].add(split)
    assert [value for value, splits in seen.items() if len(splits) > 1] == []


@pytest.mark.parametrize("split", SPLITS + LATER)
def test_a_perfect_grouping_scores_one(split: str) -> None:
    corpus = load(split)
    s = score(corpus, perfect(corpus))
    assert s["read"] == s["reports"]
    assert [s[k] for k in ("P", "R", "F1", "R of read", "apart", "apart of seen")] == [1.0] * 6
    assert s["copies joined"] == s["copies"]
    assert s["copies"] > 0 or split in LATER
    assert misses(corpus, group(corpus, perfect(corpus))) == []


def test_all_in_one_has_recall_alone(small: Json) -> None:
    s = score(small, [[t for occurrence in perfect(small) for t in occurrence]])
    # 7 reports without the copy: 21 pairs, of which 3 + 6 are of one happening.
    assert (s["pairs"], s["R"]) == (9, 1.0)
    assert s["P"] == pytest.approx(9 / 21)
    assert (s["apart"], s["seen"]) == (0.0, 1)


def test_each_alone_joins_nothing(small: Json) -> None:
    alone = [[t] for occurrence in perfect(small) for t in occurrence]
    s = score(small, alone)
    assert (s["read"], s["P"], s["R"], s["F1"], s["apart"], s["copies joined"]) == (7, 0.0, 0.0, 0.0, 1.0, 0)
    assert ("torn apart", "monday", "a / b / c") in misses(small, group(small, alone))


def test_what_is_not_read_is_not_joined(small: Json) -> None:
    monday, tuesday = perfect(small)
    s = score(small, [monday, tuesday[:2]])
    assert (s["read"], s["P"]) == (5, 1.0)
    assert s["R"] == pytest.approx(4 / 9)
    assert s["R of read"] == 1.0
    unread = [m for m in misses(small, group(small, [monday, tuesday[:2]])) if m[0] == "not read"]
    assert [m[1:3] for m in unread] == [("tuesday", "c"), ("tuesday", "d")]


def test_lookalikes_not_read_are_apart_but_unseen(small: Json) -> None:
    s = score(small, perfect(small)[:1])
    assert (s["apart"], s["seen"], s["apart of seen"]) == (1.0, 0, 0.0)


def test_a_merge_lowers_precision_and_is_named(small: Json) -> None:
    monday, tuesday = perfect(small)
    merged = [[*monday, tuesday[0]], tuesday[1:]]
    s = score(small, merged)
    assert s["P"] == pytest.approx(6 / 9)
    assert s["apart"] == 0.0
    ran = [m for m in misses(small, group(small, merged)) if m[0] == "run together"]
    assert ran == [("run together", "a (monday), b (monday), c (monday), a (tuesday)")]


def test_copies_are_counted_apart(small: Json) -> None:
    monday, tuesday = perfect(small)
    s = score(small, [monday, tuesday])
    # All five texts are the same, so that the record takes every two of them for copies; one pair is one.
    assert (s["copies"], s["copies joined"], s["copies known"], s["false copies"]) == (1, 1, 1, 9)
    assert score(small, [monday[:3], monday[3:], tuesday])["copies joined"] == 0


def test_kinds_are_counted_by_themselves(small: Json) -> None:
    small["happenings"][1]["kinds"] = ["call"]
    monday, tuesday = perfect(small)
    assert by_kind(small, group(small, [monday, tuesday[:2], tuesday[2:3]])) == [
        ("call", 4, 3, 6, 3, 1),
        ("meeting", 3, 3, 3, 3, 3),
    ]


def test_the_rows_say_the_figures(small: Json) -> None:
    monday, tuesday = perfect(small)
    lines = dict(rows(score(small, [monday, tuesday[:2]])))
    assert lines["occurrences: reports read"] == {"gold": 7, "right": 5}
    assert lines["occurrences: pairs"] == {
        "gold": 9,
        "pred": 4,
        "right": 4,
        "P": 1.0,
        "R": pytest.approx(4 / 9),
        "F1": pytest.approx(8 / 13),
    }
    assert lines["occurrences: pairs read"]["F1"] == 1.0
    assert lines["occurrences: lookalikes apart"] == {"gold": 1, "right": 1.0}


def test_a_report_counts_once_and_where_it_overlaps_most(small: Json) -> None:
    # One event over both sentences is the report that it shares most characters with, never both.
    assert list(group(small, [[Told("a", 0, 50)]]).found) == [4]
    # The nearer of two takes the quote.
    assert list(group(small, [[Told("a", 0, 3)], [Told("a", 0, 12)]]).found.values()) == [1]


def test_events_of_one_sentence_are_told_apart_by_their_triggers(small: Json) -> None:
    met, will_meet = (4, 7), (34, 38)
    one = Told("a", 0, 55, "CONSULT", met)
    two = Told("a", 0, 55, "CONSULT", will_meet)
    for occurrences in ([[one], [two]], [[two], [one]]):
        grouping = group(small, occurrences)
        assert {grouping.reports[i].happening: occurrences[o][0] for i, o in grouping.found.items()} == {
            "monday": one,
            "tuesday": two,
        }
    # A trigger outside the quote still tells it, when the evidence is the quote's.
    assert list(group(small, [[Told("a", 0, 30, "CONSULT", (23, 25))]]).found) == [0]


def test_another_act_or_document_is_not_the_report(small: Json) -> None:
    span = (0, 12)
    assert not group(small, [[Told("a", *span, "ACCUSE")], [Told("x", *span)]]).found
    assert group(small, [[Told("a", *span, "CONSULT")]]).found


def _quote(c: Json) -> None:
    c["happenings"][0]["reports"][0]["quote"] = "on"


def _day(c: Json) -> None:
    c["documents"][0]["published"] = "2020-02-30"


def _document(c: Json) -> None:
    c["happenings"][0]["reports"][0]["document"] = "nowhere"


def _few(c: Json) -> None:
    del c["happenings"][0]["reports"][0]


def _pair(c: Json) -> None:
    c["lookalikes"].append(["monday", "sunday"])


def _twice(c: Json) -> None:
    c["happenings"].append(copy.deepcopy(c["happenings"][0]))


def _copy(c: Json) -> None:
    c["documents"][-1]["text"] = (
        "Ann met Bob on Monday, others say, and there was much else to be told besides."
    )


def _act(c: Json) -> None:
    c["happenings"][0]["acts"] = ["MEET"]


def _turned(c: Json) -> None:
    c["happenings"][0]["start"] = "2020-01-07"


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (_quote, "occurs 3 times"),
        (_day, "no ISO day"),
        (_document, "no document"),
        (_few, "not told by 3 to 6"),
        (_pair, "not two happenings"),
        (_twice, "used twice"),
        (_copy, "too far"),
        (_act, "none of the acts"),
        (_turned, "no interval"),
    ],
)
def test_the_checker_sees_a_fault(small: Json, spoil: Callable[[Json], None], says: str) -> None:
    assert faults(small) == []
    spoil(small)
    assert any(says in fault for fault in faults(small)), faults(small)

"""Which labels say the same: measured on pairs, and the guards one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.brief import issues
from dragoman.brief.issues import (
    SAME,
    builtin_issues,
    fold_label,
    is_example,
    is_turned,
    load_issues,
    names_an_issue,
    phrase_after,
    same_issue,
    short_label,
    turned_wording,
)
from dragoman.datafiles import read_table
from dragoman.errors import KnowledgeError

PAIRS = [
    (row.cells["a"], row.cells["b"], row.cells["same"] == "yes")
    for row in read_table(Path(__file__).parent / "label_pairs.tsv", ("same", "a", "b"))
]


def f1(threshold: float) -> float:
    hits = [(same_issue(a, b, threshold), same) for a, b, same in PAIRS]
    right = sum(said and same for said, same in hits)
    return 2 * right / (sum(said for said, _ in hits) + sum(same for _, same in hits))


def test_the_threshold_is_the_one_that_was_measured() -> None:
    scores = {t: f1(t) for t in range(50, 101, 2)}
    assert scores[SAME] == max(scores.values())
    assert scores[SAME] >= 0.98
    assert scores[100] < scores[SAME]


def test_two_issues_are_never_taken_for_one() -> None:
    """A pair that is parted costs a row; a pair that is joined says what no text says."""
    assert [(a, b) for a, b, same in PAIRS if not same and same_issue(a, b)] == []


@pytest.mark.parametrize(("a", "b", "_same"), PAIRS)
def test_it_does_not_matter_which_comes_first(a: str, b: str, _same: bool) -> None:
    assert same_issue(a, b) == same_issue(b, a)
    assert same_issue(a, a)


def test_folding() -> None:
    assert fold_label("the lifting of the sanctions") == fold_label("Lifting sanctions")
    assert fold_label("cease-fires") == fold_label("a ceasefire")
    assert fold_label("of the") == ()


def test_what_names_an_issue() -> None:
    for label in ("ceasefire", "U.S. policy towards Cuba", "US policy"):
        assert names_an_issue(label), label
    for label in ("which", "are ridiculous", "work", "their proposals", "of the", "", "us"):
        assert not names_an_issue(label), label


def test_turning() -> None:
    assert is_turned("lifting of sanctions")
    assert not is_turned("sanctions")
    deal = next(k for k in builtin_issues() if k.issue.id == "iran-nuclear-deal")
    assert (
        turned_wording("Israel welcomed the withdrawal from the JCPOA.", deal) == "withdrawal from the JCPOA"
    )
    assert turned_wording("Israel rejected the JCPOA.", deal) is None  # the stance itself
    assert turned_wording("The talks came to an end. The JCPOA stands.", deal) is None
    assert turned_wording("no such thing", deal) is None


def test_an_example_is_not_the_issue() -> None:
    start = next(k for k in builtin_issues() if k.issue.id == "new-start")
    words = "The ministry stated willingness to continue co-operation, for example in New START."
    assert is_example(words, start)
    assert not is_example("The ministry supports New START, for example by inspections.", start)
    assert phrase_after(words, "willingness") == "continue co-operation"
    assert phrase_after(" willingness to talk.", "") == "willingness to talk"
    assert phrase_after(words, "hope") is None
    assert short_label("need for a ceasefire") == "a ceasefire"


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("- a\n", 1, "holds"),
        ("dam: {wordings: [dam]}\n", 1, "no label"),
        ("x: {label: X, wordings: [x]}\ndam: {label: Dam}\n", 2, "no list of wordings"),
        ("dam: {label: Dam, wordings: ['(']}\n", 1, "no regular expression"),
        ("dam: Dam\n", 1, "no label"),
    ],
)
def test_a_faulty_issues_file_is_named_with_its_line(
    tmp_path: Path, text: str, line: int, problem: str
) -> None:
    file = tmp_path / "issues.yml"
    file.write_text(text)
    with pytest.raises(KnowledgeError, match=problem) as caught:
        load_issues(file)
    assert caught.value.line == line


def test_the_words_of_the_data_are_folded_the_way_labels_are() -> None:
    words = issues._words()
    assert not words.turning & words.empty
    assert not words.denying & words.empty
    assert all(w == w.lower() for w in words.turning | words.denying | words.nameless)


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("appeasing them", False),
        ("advocating on his behalf", False),
        ("behalf of the people of Chile", False),
        ("demand", False),
        ("stop", False),
        ("demand for a truce", True),
        ("release of all of them by Chile", True),
    ],
)
def test_what_only_its_text_names_is_no_issue(label: str, names: bool) -> None:
    assert names_an_issue(label) is names

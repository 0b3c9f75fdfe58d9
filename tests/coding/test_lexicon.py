from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.coding import builtin_lexicon
from dragoman.coding.examples import normal, run_examples
from dragoman.coding.lexicon import build_lexicon
from dragoman.errors import KnowledgeError


def test_every_example_passes() -> None:
    failed = [
        f"{o.entry.id}: {o.example.text} gives {o.got}"
        for o in run_examples(builtin_lexicon())
        if not o.passed
    ]
    assert failed == []


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{id: x.a, lemmas: [go], mode: phone}", "AID has no mode 'phone'"),
        ("{id: x.a, lemmas: [go], frame: dance}", "no frame 'dance'"),
        ("{id: x.a, lemmas: [go], when: {obj: [$cheese]}}", "no word class"),
        ("{id: x.a, lemmas: [go], when: {hat: [any]}}", "no slot 'hat'"),
        ("{id: x.a}", "has no lemmas"),
        ("{id: x.a, lemmas: [go], colour: red}", "no key 'colour'"),
    ],
)
def test_a_fault_is_named_with_file_and_line(tmp_path: Path, entry: str, message: str) -> None:
    file = tmp_path / "aid.yml"
    file.write_text(f"act: AID\nverbs:\n  - {entry}\n")
    with pytest.raises(KnowledgeError, match=r"aid\.yml:3") as error:
        build_lexicon([file])
    assert message in str(error.value)


def test_gives_is_compared_whatever_the_order_of_codes() -> None:
    assert normal("USA,RUS CONSULT/phone") == "RUS,USA CONSULT/phone"

"""Verb dictionaries of PETRARCH and TABARI. The dictionaries are made up."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from dragoman import Reader
from dragoman.actors.importers.common import Fault
from dragoman.cli import app
from dragoman.coding.importers import Imported, import_dictionaries, write_lexicon
from dragoman.coding.importers.cameo import coded
from dragoman.coding.importers.patterns import Asked, asked
from dragoman.coding.importers.petrarch import read_dictionary
from dragoman.coding.lexicon import load_lexicon
from dragoman.coding.ontology import acts
from dragoman.datafiles import read_table
from dragoman.errors import KnowledgeError

SAMPLE = """\
# Made up.
&PAPER
+DRAFT
+PEACE ACCORD
+LETTER_OF_GOOD_WILL

--- SHOEHORN [---] ---
SHOEHORN {SHOEHORNS SHOEHORNED}
BADGER
- * &PAPER (ONTO +) [074]   # aid
- * + TO RESIGN [1041]
- * ^ + [190]

--- KEELHAUL [111] ---
KEELHAUL
+BAIL_UP [112]
- * DOOR [---]
- * + [###]
"""


def imported(tmp_path: Path, text: str, name: str = "my.verbs.txt") -> Imported:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return import_dictionaries([file])


def layered(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "mine.yml"
    file.write_text(write_lexicon(imported(tmp_path, text).entries), encoding="utf-8")
    return file


def test_what_is_imported_and_what_is_left_out(tmp_path: Path) -> None:
    found = imported(tmp_path, SAMPLE)
    assert (found.verbs, found.patterns, found.silent) == (2, 2, 3)
    assert [str(i) for i in found.faults] == [
        "my.verbs.txt:5  &PAPER: 'LETTER_OF_GOOD_WILL' has more than two words; a slot is asked for one word, or two in a row",
        "my.verbs.txt:12  * ^ +: it has a word that is skipped (^), and no slot is asked for that",
        "my.verbs.txt:18  * +: [###] passes the whole sentence over; an entry says only what its own verb tells",
    ]
    keelhaul = next(e for e in found.entries if e.lemmas[0] == "keelhaul")
    assert keelhaul.unless == {"obj": ("door",)}
    assert [e.source for e in found.entries[:2]] == ["my.verbs.txt:10", "my.verbs.txt:11"]


def test_the_file_is_a_lexicon_and_codes_what_ours_does_not(tmp_path: Path) -> None:
    file = layered(tmp_path, SAMPLE)
    load_lexicon([file])
    ours, theirs = Reader(), Reader(lexicon=[file])
    for text, told in [
        ("France shoehorned a peace accord onto Mali.", ("AID", None, ["FRA"], ["MLI"])),
        ("Norway keelhauled Sweden.", ("ACCUSE", "disapprove", ["NOR"], ["SWE"])),
        ("Norway bailed up Sweden.", ("ACCUSE", "allege", ["NOR"], ["SWE"])),
    ]:
        assert not ours.read(text).events
        (event,) = theirs.read(text).events
        who, whom = ([p.country for p in side] for side in (event.actors, event.recipients))
        assert (event.act, event.mode, who, whom) == told
    for text in ("France shoehorned a sofa onto Mali.", "Norway keelhauled the door of Sweden."):
        assert not theirs.read(text).events


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("* +", Asked(target=("iobj", "obj"))),
        ("** BLANKETS", Asked(words={"obj": ("blankets",)})),
        ("* (FOR WAR)", Asked(words={"prep:for": ("war",)})),
        ("* FOR WAR", Asked(words={"prep:for": ("war",)})),
        ("* ARMS TO +", Asked(words={"obj": ("arms",)}, target=("prep:to",))),
        ("* {SWARM BOAT} (ON +)", Asked(words={"obj": ("swarm boat",)}, target=("prep:on",))),
        ("* MILITARY AID", Asked(words={"obj": ("military aid",)})),
        ("* THE_PEACE_PLAN", Asked(words={"obj": ("peace plan",)})),
        ("* + HOSTAGE", Asked(rest=("hostage",), target=("iobj", "obj"))),
        ("* OUT OF +", Asked(rest=("out",), target=("prep:of",))),
        ("* ON", Asked(rest=("on",))),
        ("* RESIST", Asked(words={"comp": ("resist",)})),
        ("* TO ATTACK +", Asked(rest=("to",), words={"comp": ("attack",)}, target=("comp-obj",))),
        ("STUDENTS * {CITY HALL}", Asked(words={"subj": ("students",), "obj": ("city hall",)})),
        ("+ WAS * BY $", Asked(source=("subj",), target=("obj",))),
        ("+ * FROM $", Asked(source=("prep:from",), target=("subj",))),
    ],
)
def test_what_a_pattern_asks(pattern: str, told: Asked) -> None:
    (block,) = read_dictionary(f"SNUB [120]\n- {pattern} [111]\n", "a").blocks
    assert asked(block.patterns[0], {}) == [told]


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("WILL * +", "tense, mood and denial"),
        ("* NOT +", "tense, mood and denial"),
        ("AGREED *", "a second verb"),
        ("RESIST *", "is no noun"),
        ("(IN ROOM) *", "a phrase in parentheses stands before the verb"),
        ("$ + *", "two things stand before the verb"),
        ("* THAT $ WILL GO", "a clause of its own"),
        ("* % OF WAR", "a compound of parties"),
        ("* WELCOMED OFFER", "a second verb"),
        ("* CLOSURE EMBASSIES", "with words allowed between"),
        ("* REOPENING EMBASSIES", "where no slot can ask for it"),
        ("* WEAPONS +", "no preposition between"),
        ("* {BIG RED BUTTON}", "more than two words"),
        ("* &NOWHERE", "there is no set &NOWHERE"),
        ("+ *", "no source ($) is told"),
        ("+ WAS *", "a passive without `BY $`"),
        ("WORKERS WERE *", "a passive without `BY $`"),
        ("* HIM", "pronouns"),
        ("*", None),
    ],
)
def test_what_cannot_be_asked_is_told(tmp_path: Path, pattern: str, reason: str | None) -> None:
    found = imported(tmp_path, f"SNUB [---]\n- {pattern} [111]\n")
    if reason is None:  # the verb alone, told as a pattern
        assert len(found.entries) == 1
        return
    assert not found.entries
    (fault,) = found.faults
    assert fault.line == 2
    assert reason in fault.message


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("SNUB [999]", "is no code of CAMEO"),
        ("SNUB [014]", "no act of PLOVER"),
        ("SNUB [024]", "no act of PLOVER"),
        ("SNUB [050:111]", "one code for each side"),
        ("SNUB [120", "a bracket is not closed"),
        ("SNUB [120] [121]", "2 codes"),
        ("WIRE_+TAP [170]", "stand before the verb"),
        ("~ a (a b WILL_ATTACK) SAY = a b 138", "two verbs at once"),
        ("- * + [120]", "under no verb"),
        ("SNUB 9 [120]", "is no verb"),
    ],
)
def test_lines_that_cannot_be_read_are_told(tmp_path: Path, line: str, reason: str) -> None:
    found = imported(tmp_path, f"JILT [120]\n\n{line}\n" if line[0] != "-" else f"{line}\nJILT [120]\n")
    assert len(found.entries) == 1
    (fault,) = found.faults
    assert reason in fault.message


def test_verbs_share_patterns_under_a_heading_only(tmp_path: Path) -> None:
    verbs = "SNUB\nJILT\n- * + [120]\n"
    headed = imported(tmp_path, f"--- SNUB [---] ---\n{verbs}")
    assert [e.lemmas for e in headed.entries] == [("snub", "jilt")]
    assert [e.lemmas for e in imported(tmp_path, verbs).entries] == [("jilt",)]


def test_another_code_for_the_same_is_told(tmp_path: Path) -> None:
    found = imported(tmp_path, "SNUB [120]\n- * PLAN [120]\n- * PLAN [111]\n- * PLAN [120]\n")
    assert len(found.entries) == 2
    assert [i.line for i in found.faults] == [3]
    assert [i.line for i in found.issues if i.kind == "note"] == [4]


def test_the_sides_of_a_code(tmp_path: Path) -> None:
    found = imported(tmp_path, "SNUB [043]\n\nJILT [042]\nMOCK [046]\n- * WITH + [040]\nLULL [141]\n")
    shape = {
        e.source.rpartition(":")[2]: (e.actor, e.recipient, e.reciprocal, "recipient" in e.when)
        for e in found.entries
    }
    assert shape["1"] == (("obj",), ("subj",), False, False)
    assert shape["3"] == (("subj",), ("obj", "prep:to", "prep:in", "prep:at", "prep:for"), False, True)
    assert shape["4"][2]
    assert shape["5"] == (("subj", "prep:with"), (), True, False)
    assert not shape["6"][3]  # a protest may be against nobody in particular


def test_a_word_that_is_the_name_of_a_test(tmp_path: Path) -> None:
    file = layered(tmp_path, "SHOEHORN [---]\n- * STATE (INTO +) [130]\n")
    assert "word:state" in file.read_text()
    reader = Reader(lexicon=[file])
    assert reader.read("Norway shoehorned the state into Sweden.").events
    assert not reader.read("Norway shoehorned Peru into Sweden.").events


def test_every_code_is_one_of_the_ontology() -> None:
    from importlib import resources  # noqa: PLC0415

    file = resources.files("dragoman.coding.importers") / "data" / "cameo_acts.tsv"
    for row in read_table(file, ["code", "act", "mode", "note"]):
        act, mode = row.cells["act"], row.cells["mode"]
        assert not act or (act in acts() and (not mode or mode in acts()[act].modes)), row
    assert coded("1123")[:2] == ("ACCUSE", "allege")
    assert coded("1953")[:2] == coded("195")[:2] == ("ASSAULT", "aerial")
    assert coded("11")[:2] == ("ACCUSE", "")
    assert coded("042:043")[:2] == ("CONSULT", "visit")


_PIECES = [
    *"&+-*$^%~[](){}# \n_|AB1:;<>!",
    "SNUB",
    "[120]",
    "TO ",
    "--- ",
    "REOPENING ",
    "EMBASSIES ",
    "MINISTER ",
    "NOT ",
    "UP ",
    "WITH ",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=60).map("".join))
def test_whatever_is_written_is_read_or_named(text: str) -> None:
    dictionary = read_dictionary(text, "a")
    for block in dictionary.blocks:
        for pattern in block.patterns:
            with suppress(Fault):
                asked(pattern, dictionary.sets)


@pytest.mark.parametrize(("content", "code"), [("", "D321"), ("Good morning.\n", "D322")])
def test_files_that_are_none(tmp_path: Path, content: str, code: str) -> None:
    with pytest.raises(KnowledgeError, match=code):
        imported(tmp_path, content)


def test_two_thousand_lines_are_quick(tmp_path: Path) -> None:
    verbs = ["SNUB", "JILT", "MOCK", "GOAD"]
    nouns = ["PLAN", "OFFER", "TREATY", "TALKS", "ENVOY", "ALLY", "TRUCE", "AID"]
    lines = [f"- * {a}_{b} ({p} +) [120]" for a in nouns for b in nouns for p in ("TO", "ON", "FOR", "WITH")]
    text = "\n".join(line for k in range(8) for line in (f"--- V{k} [111] ---", *verbs, *lines))
    started = time.perf_counter()
    imported(tmp_path, text)
    assert time.perf_counter() - started < 5  # some 0.2 s where nothing else runs


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("my.verbs.txt").write_text(SAMPLE)
    done = CliRunner().invoke(app, ["lexicon", "import", "my.verbs.txt", "--out", "mine.yml"])
    assert done.exit_code == 1
    assert (
        "4 entries of 2 verbs and 2 patterns written to mine.yml; 3 lines by which nothing is coded; 3 lines left out"
        in (done.output)
    )
    assert CliRunner().invoke(app, ["lexicon", "check", "mine.yml"]).exit_code == 0
    done = CliRunner().invoke(app, ["lexicon", "import", "my.verbs.txt", "--out", "mine.yml", "--json"])
    told = json.loads(done.output)
    assert (done.exit_code, told["entries"], told["left_out"], len(told["issues"])) == (1, 4, 3, 4)
    Path("plain.txt").write_text("SNUB [120]\n")
    done = CliRunner().invoke(app, ["lexicon", "import", "plain.txt"])
    assert done.exit_code == 0
    assert "lemmas: [snub]" in done.output
    assert CliRunner().invoke(app, ["lexicon", "import", "plain.txt", "--out", "classes.yml"]).exit_code == 2
    assert CliRunner().invoke(app, ["lexicon", "import", "plain.txt", "--json"]).exit_code == 2

"""Layers over the built-in base: who an entry is, what conflicts, what the readings make of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman import Document, Reader
from dragoman.actors import KnowledgeBase, knowledge_base
from dragoman.actors.importers import write_layer
from dragoman.actors.knowledge import layered_base
from dragoman.actors.layers import read_files
from dragoman.errors import KnowledgeError

DICTIONARY = """
FREEDONIA_FRONT_(FFR)_ [FRAREB]
ANNA_LOMA_
	[FJIGOV 20310101-20330601]
	[FJIELI]
HAMAS_
	[PSEREBHMS]
JOHN_KERRY_ [USAGOV >130201]
AFGHANISTAN_ [AFG]
+AFGANISTAN_
+ZABUL
RED_STAR_PRIZE_ [---]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "my.actors.txt"
    path.write_text(DICTIONARY, "utf-8")
    return path


def lay(tmp_path: Path, text: str, name: str = "a.csv") -> KnowledgeBase:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return layered_base([path])


def test_without_files_it_is_the_base_itself() -> None:
    assert layered_base([]) is knowledge_base()


def test_the_layer_and_the_base_are_both_known(file: Path) -> None:
    kb = layered_base([file])
    assert kb.find("FFR")[0].id == "freedonia-front"
    assert kb.find("Freedonia Front")[0].sector == "REB"
    assert kb.find("Afganistan")[0].id == kb.find("Zabul")[0].id == "AFG"
    assert kb.find("Sergey Lavrov", "2015-12-15")[0].office == "foreign minister of Russia"
    assert knowledge_base().find("Freedonia Front") == []
    assert kb.issues == []


def test_roles_depend_on_the_day(file: Path) -> None:
    kb = layered_base([file])
    for day, sector in (("2031-06-01", "GOV"), ("2035-01-01", "ELI"), ("2020-01-01", "ELI")):
        actor = kb.person("anna-loma", day)
        assert (actor.country, actor.sector, actor.office) == ("FJI", sector, None)


def test_actors_of_the_base_are_recognised(file: Path) -> None:
    kb = layered_base([file])
    assert kb.find("Hamas")[0].id == "hamas"
    kerry = kb.person("john-kerry", "2015-12-15")
    assert kerry.office == "foreign minister of the United States"
    described = kb.describe("john-kerry")
    assert described is not None
    assert any("my.actors.txt" in (o["source"] or "") for o in described["offices"])


def test_every_format_goes_through_a_layer_file_unchanged(file: Path, tmp_path: Path) -> None:
    found = read_files([file])
    layer = tmp_path / "mine.tsv"
    layer.write_text(write_layer(found.entries), "utf-8")
    again = read_files([layer])
    assert again.issues == []
    assert write_layer(again.entries) == layer.read_text("utf-8")
    one, other = layered_base([file]), layered_base([layer])
    assert one.phrases == other.phrases
    assert one.person("anna-loma", "2031-06-01") == other.person("anna-loma", "2031-06-01")


HEADER = "name,aliases,country,sector,kind,office,start,end\n"


@pytest.mark.parametrize(
    ("row", "conflict"),
    [
        ("Kremlin,,USA,BUS,company,,,", "'Kremlin' is kremlin here and RUS in the built-in base; the organisation counts"),
        ("Hamas,,FJI,BUS,company,,,", "'Hamas' is hamas-fji here and hamas in the built-in base; both are kept"),
        ("Igor Petrov,,RUS,,person,Foreign Minister,2010-01-01,2012-01-01", "Sergey Lavrov 2004-03-09 to now in the built-in base; both are kept"),
        ("Foreign Minister,,FJI,GOV,government body,,,", "the title of foreign minister in the built-in base"),
        ("South China Sea,,FJI,BUS,company,,,", "a phrase that names no actor in the built-in base"),
        ("NATO,,,NGO,,,,", "sector NGO here, IGO in the built-in base; this one counts"),
    ],
)  # fmt: skip
def test_conflicts_are_reported_and_both_kept(tmp_path: Path, row: str, conflict: str) -> None:
    kb = lay(tmp_path, HEADER + row + "\n")
    assert any(conflict in str(i) for i in kb.issues), [str(i) for i in kb.issues]
    assert all(i.kind == "conflict" for i in kb.issues)
    assert kb.find("Hamas", "2015-01-01")[-1].id == "hamas"
    assert kb.actor("RUS") is not None


def test_dated_codes_of_an_organisation_are_told(tmp_path: Path) -> None:
    kb = lay(tmp_path, "FREEDONIA_FRONT_ [FRAGOV 20310101-20320101] [FRAREB]\n", "x.actors")
    assert [i.kind for i in kb.issues] == ["note"]
    assert "REB counts always" in str(kb.issues[0])
    assert kb.find("Freedonia Front", "2031-06-01")[0].sector == "REB"


def test_the_layer_comes_first(tmp_path: Path) -> None:
    kb = lay(tmp_path, HEADER + "Hamas,,FJI,BUS,company,,,\n")
    assert [a.id for a in kb.find("Hamas")] == ["hamas-fji", "hamas"]


def test_two_layers_and_their_conflict(tmp_path: Path, file: Path) -> None:
    other = tmp_path / "b.csv"
    other.write_text(HEADER + "Freedonia Front,,FRA,PTY,party,,,\n", "utf-8")
    kb = layered_base([file, other])
    assert [i.kind for i in kb.issues] == ["conflict", "conflict"]
    assert "b.csv:2  Freedonia Front: sector PTY here, REB in my.actors.txt:2; the earlier one counts" in map(
        str, kb.issues
    )


@pytest.mark.parametrize(
    ("content", "code"), [(b"", "D321"), (b"hello there\n", "D320"), (b"\xff\xfe\0\0name", "D302")]
)
def test_files_that_cannot_be_used(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "x.dat"
    path.write_bytes(content)
    with pytest.raises(KnowledgeError) as error:
        layered_base([path])
    assert error.value.code == code


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="there is no such file"):
        layered_base([tmp_path / "none.csv"])


def test_latin_1_is_read_and_told(tmp_path: Path) -> None:
    path = tmp_path / "old.actors"
    path.write_bytes(
        "MANFRED_WÖRNERX_ [IGOWSTNAT 880701-940813]\r\nGOOD_FRONT_ [FRAREB]\r\n".encode("latin-1")
    )
    kb = layered_base([path])
    assert [str(i) for i in kb.issues] == ["old.actors:1  is not UTF-8; read as Latin-1"]
    assert kb.find("Manfred Wörnerx", "1990-01-01")[0].sector == "IGO"


def test_two_thousand_lines_are_read(tmp_path: Path) -> None:
    path = tmp_path / "big.actors"
    entries = [
        f"QUIMBY{'ABCDEFGHIJ'[k % 10]}_ZED{k:03}X_ ; note\n+Z{k}_QUIMBY_\n\t[GBRGOV 900504-910101]\n\t[GBRELI]"
        for k in range(500)
    ]
    path.write_text("\n".join(entries), "utf-8")
    knowledge_base()
    found = read_files([path])
    assert (len(found.entries), found.issues) == (500, [])


def test_readings_with_layers_are_the_same_bytes(tmp_path: Path, file: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text(HEADER + "Tavu Loma,,FJI,,person,Foreign Minister,2031-02-01,\n,,,,,,,x\n", "utf-8")
    reader = Reader(actors=[file, table])
    assert [str(i) for i in reader.issues] == ["a.csv:3  has no name"]
    text = "Tavu Loma met John Kerry in Suva on Tuesday. The FFR attacked a village."
    document = Document(text=text, published="2032-02-03")
    reading = reader.read(document)
    who = {a.id: (a.country, a.sector, a.office) for a in reading.actors}
    assert who["tavu-loma"] == ("FJI", "GOV", "foreign minister of Fiji")
    assert who["freedonia-front"] == ("FRA", "REB", None)
    again = list(Reader(actors=[file, table]).pipe([document, document], processes=2))
    assert [r.to_json() for r in again] == [reading.to_json()] * 2


def test_the_component_takes_layers_in_its_config(file: Path) -> None:
    from dragoman.language import load_parser  # noqa: PLC0415

    nlp = load_parser()
    nlp.add_pipe("dragoman_layout", before="parser")
    nlp.add_pipe("dragoman_actors", config={"actors": [str(file)]})
    doc = nlp("The Freedonia Front attacked a village.")
    assert doc._.mentions.items[0].actors[0].id == "freedonia-front"

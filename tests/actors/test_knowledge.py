"""The knowledge base: what it reads, what it refuses, what it answers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dragoman.actors import KnowledgeBase, knowledge_base
from dragoman.errors import KnowledgeError


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return knowledge_base()


@pytest.mark.parametrize(
    ("office", "on", "name"),
    [
        ("USA:foreign-minister", "2004-05-01", "Colin Powell"),
        ("USA:foreign-minister", "2015-12-15", "John Kerry"),
        ("DEU:head-of-government", "2016-01-01", "Angela Merkel"),
        ("un:secretary-general", "2015-01-01", "Ban Ki-moon"),
        ("UN:secretary-general", "2015-01-01", "Ban Ki-moon"),
    ],
)
def test_holder(kb: KnowledgeBase, office: str, on: str, name: str) -> None:
    person = kb.holder(office, on)
    assert person is not None
    assert person.name == name


def test_days_may_be_dates(kb: KnowledgeBase) -> None:
    assert kb.holder("USA:foreign-minister", date(2004, 5, 1)) == kb.holder(
        "USA:foreign-minister", "2004-05-01"
    )


def test_nobody_holds_an_office_on_no_day(kb: KnowledgeBase) -> None:
    assert kb.holder("USA:foreign-minister", None) is None


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("Russia", "RUS"), ("the Kremlin", "RUS"), ("Moscow", "RUS"), ("Sergey Lavrov", "sergey-lavrov"), ("Sergei Lavrov", "sergey-lavrov"),
        ("Jinping Xi", "xi-jinping"), ("Lavrov", "sergey-lavrov"), ("NATO", "nato"), ("Erdoğan", "recep-tayyip-erdogan"),
        ("dzhebhat EN – Nusra", "al-nusra"),
    ],
)  # fmt: skip
def test_find(kb: KnowledgeBase, text: str, id_: str) -> None:
    assert kb.find(text, "2015-12-15")[0].id == id_


@pytest.mark.parametrize("text", ["", " ", "nobody at all", "of the", "("])
def test_find_nothing(kb: KnowledgeBase, text: str) -> None:
    assert kb.find(text) == []


def test_former_states_by_year(kb: KnowledgeBase) -> None:
    assert kb.find("Moscow", "1985-01-01")[0].id == "SUN"
    assert kb.find("Moscow", "2005-01-01")[0].id == "RUS"


def test_person_by_day(kb: KnowledgeBase) -> None:
    assert kb.person("hillary-clinton", "2010-01-01").office == "foreign minister of the United States"
    former = kb.person("hillary-clinton", "2020-01-01")
    assert (former.office, former.sector, former.country) == (None, "ELI", "USA")


def test_international_officials_have_no_country(kb: KnowledgeBase) -> None:
    actor = kb.person("ban-ki-moon", "2010-01-01")
    assert (actor.country, actor.sector) == (None, "IGO")


def test_actor_by_id(kb: KnowledgeBase) -> None:
    for id_ in ("RUS", "nato", "sergey-lavrov", "rus-foreign-ministry"):
        actor = kb.actor(id_, "2015-01-01")
        assert actor is not None
        assert actor.id == id_
    assert kb.actor("nobody") is None


def test_describe_gives_offices_with_sources(kb: KnowledgeBase) -> None:
    described = kb.describe("john-kerry")
    assert described is not None
    assert any(
        o["office"] == "USA:foreign-minister" and o["from"] and o["source"] for o in described["offices"]
    )
    holders = kb.describe("USA:foreign-minister")
    assert holders is not None
    assert any(h["person"] == "John Kerry" for h in holders["holders"])
    assert kb.describe("nobody") is None


def test_bodies_of_states_with_an_article(kb: KnowledgeBase) -> None:
    assert kb.body("foreign-ministry", "RUS").name == "Ministry of Foreign Affairs of Russia"
    assert kb.body("government", "USA").name == "Government of the United States"


def test_all_states_of_iso_are_known(kb: KnowledgeBase) -> None:
    import pycountry  # noqa: PLC0415

    assert {c.alpha_3 for c in pycountry.countries} <= set(kb.states)


def test_own_files_go_over_the_built_in(tmp_path: Path) -> None:
    holders = tmp_path / "holders-mine.tsv"
    holders.write_text(
        "office\tname\tfrom\tuntil\tgender\taliases\nFJI:foreign-minister\tTavu Loma\t2031\t\tf\tsurname=Loma\n",
        "utf-8",
    )
    person = KnowledgeBase.build([holders]).holder("FJI:foreign-minister", "2032-01-01")
    assert person is not None
    assert person.name == "Tavu Loma"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        (
            "holders-x.tsv",
            "office\tname\tfrom\tuntil\tgender\taliases\nFJI\tA B\t2001\t2002\t\t\n",
            "OWNER:OFFICE",
        ),
        (
            "holders-x.tsv",
            "office\tname\tfrom\tuntil\tgender\taliases\nFJI:head-of-state\tA B\t2003\t2002\t\t\n",
            "ends office before",
        ),
        (
            "organisations-x.tsv",
            "id\tname\tkind\tcountry\tsector\taliases\nx\tX\tclub\t\tNGO\t\n",
            "no kind of actor",
        ),
        (
            "organisations-x.tsv",
            "id\tname\tkind\tcountry\tsector\taliases\nx\tX\tparty\tXXX\tPTY\t\n",
            "no state's code",
        ),
        ("states-x.tsv", "code\tname\nFJ\tFiji\n", "is missing"),
    ],
)
def test_faults_name_file_and_line(tmp_path: Path, name: str, content: str, message: str) -> None:
    file = tmp_path / name
    file.write_text(content, "utf-8")
    with pytest.raises(KnowledgeError, match=rf"{name}:\d.*{message}"):
        KnowledgeBase.build([file])


@pytest.mark.parametrize(
    ("office", "name"),
    [
        ("USA:envoy-north-korea", "envoy for North Korea of the United States"),
        ("YEM:ambassador-un", "ambassador to the United Nations of Yemen"),
        ("un:envoy-horn-of-africa", "envoy for Horn of Africa of the United Nations"),
        ("IRN:foreign-minister", "foreign minister of Iran"),
        ("nato:secretary-general", "secretary general of NATO"),
    ],
)
def test_the_name_of_an_office(office: str, name: str) -> None:
    assert knowledge_base().office_name(office) == name

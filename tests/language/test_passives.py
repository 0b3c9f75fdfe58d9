"""Passives in forms that hide what was done to whom."""

import pytest

from dragoman import Document, Reader
from dragoman.language import Grammar, grammar


def _grammar(reader: Reader, text: str) -> Grammar:
    return grammar(reader.analyse(Document(text=text, published="2020-01-01")))


@pytest.mark.parametrize(
    ("text", "verb", "whom"),
    [
        ("Rallies remain banned in Accra.", "banned", "Rallies"),
        ("The internet remains blocked in Myanmar.", "blocked", "internet"),
        ("Also arrested was the editor in Rabat.", "arrested", "editor"),
        ("Among those arrested in Ankara were two mayors.", "arrested", "mayors"),
        ("There were arrested nine citizens of Armenia in Baku.", "arrested", "citizens"),
        ("The night saw two policemen killed in Dhaka.", "killed", "policemen"),
        ("The editor was on 3 May arrested by the police in Rabat.", "arrested", "editor"),
        ("Two mayors were on Monday detained in Ankara.", "detained", "mayors"),
        ("Under the state of emergency declared in July, 20 newspapers were shut.", "declared", "emergency"),
    ],
)
def test_to_whom_a_thing_was_done(reader: Reader, text: str, verb: str, whom: str) -> None:
    g = _grammar(reader, text)
    v = g.word.index(verb)
    assert g.is_passive(v)
    assert whom in [g.word[k] for k in g.objects(v)]


def test_who_did_it_stands_behind_what_it_was_done_as(reader: Reader) -> None:
    g = _grammar(reader, "The Tigers, outlawed as terrorists by Canada in 2006, denied it.")
    assert [g.word[k] for k in g.subjects(g.word.index("outlawed"))] == ["Canada"]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The president announced the embargo was lifted.", "announced"),
        ("The Guards threatened to strike any land from which a raid was launched.", "threatened"),
    ],
)
def test_a_main_verb_stays_one(reader: Reader, text: str, verb: str) -> None:
    g = _grammar(reader, text)
    assert not g.is_passive(g.word.index(verb))


def test_a_guest_is_no_list_of_the_dead(reader: Reader) -> None:
    g = _grammar(reader, "Among the guests was the Polish premier.")
    assert g.objects(g.word.index("was")) == []

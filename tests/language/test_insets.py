"""Long sentences: what is set into what, and the parse of each by itself."""

from __future__ import annotations

import pytest

from dragoman import Document, Reader
from dragoman.language.nesting import UnclearError, Unit
from tests.language.clauses import Parse, clause


@pytest.mark.parametrize(
    ("text", "verb", "subject", "obj"),
    [
        (
            "Ghana, after three of its soldiers were killed by gunmen near Bawku, has since August kept "
            "a battalion in the north, which the traders, for their part, have asked it to withdraw.",
            "kept", "Ghana", "battalion",
        ),
        (
            "Chile closed its border to Bolivian trucks, stopped trains between Arica and La Paz and, hours "
            "after its minister had handed the Bolivian envoy a note of protest, expelled him.",
            "expelled", "Chile", "him",
        ),
        (
            "The Vietnamese prime minister, Pham Minh Chinh, whom the president, To Lam, had the night before "
            "accused of sloth, dismissed two ministers on Monday and left for Hue.",
            "accused", "president", "Chinh",
        ),
        (
            "Latvia, after a drone that the army believes was launched by Russia killed two cows in Rezekne, "
            "summoned the ambassador, who denied everything, and closed its airspace.",
            "killed", "drone", "cows",
        ),
        (
            "On Friday, at the request of Oman, which had paid for the wards, the committee, in the presence of both "
            "ministers, freed, without conditions, a pilot captured in May.",
            "freed", "committee", "pilot",
        ),
    ],
)  # fmt: skip
def test_a_verb_behind_what_is_set_in_has_its_subject(
    parse: Parse, text: str, verb: str, subject: str, obj: str
) -> None:
    assert clause(parse(text), verb) == ([subject], [obj])


def test_both_subjects_that_insets_part(parse: Parse) -> None:
    g = parse(
        "Peru, citing the refusal of Quito to let in its judges, and Bolivia, whose foreign minister "
        "had called the vote a farce, withdrew their ambassadors."
    )
    assert clause(g, "withdrew") == (["Peru", "Bolivia"], ["ambassadors"])


def test_an_infinitive_behind_an_inset_is_what_is_asked(parse: Parse) -> None:
    g = parse(
        "Finland's foreign minister, Erkki Tuomioja, whose country had for months been trying to bring both sides to "
        "one table, urged Fatah on Thursday, in a letter that was made public in Turku, to free the driver."
    )
    urged = g.word.index("urged")
    assert [g.word[k] for k in g.complements(urged)] == ["free"]


def test_a_sentence_with_nothing_amiss_keeps_its_parse(reader: Reader) -> None:
    text = "Kenya, which supports the government of Somalia, sent troops to Kismayo on Monday, and Uganda promised to help."
    doc = reader.analyse(Document(text=text))
    assert [(t.text, t.head.text) for t in doc if t.dep_ in ("nsubj", "relcl")] == [
        ("Kenya", "sent"), ("which", "supports"), ("supports", "Kenya"), ("Uganda", "promised"),
    ]  # fmt: skip


def test_levels_are_read_from_tags() -> None:
    words = ["Mali", ",", "which", "Chad", ",", "for", "its", "part", ",", "backs", ",", "left"]
    tags = ["NNP", ",", "WDT", "NNP", ",", "IN", "PRP$", "NN", ",", "VBZ", ",", "VBD"]
    levels = Unit([w.lower() for w in words], tags, list(range(len(words)))).read()
    told = [(level.kind, level.host, " ".join(words[k] for k in level.own)) for level in levels]
    assert told == [
        ("main", None, "Mali left"),
        ("relative", 0, "which Chad backs"),
        ("phrase", 1, "for its part"),
    ]


def test_words_that_do_not_tell_are_left_alone() -> None:
    words = ["Mali", ",", "which", "Chad", ",", "left"]
    tags = ["NNP", ",", "WDT", "NNP", ",", "VBD"]
    with pytest.raises(UnclearError):
        Unit([w.lower() for w in words], tags, list(range(len(words)))).read()

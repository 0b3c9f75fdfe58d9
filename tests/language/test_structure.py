"""Who does what to whom, whatever is set in between, put first or put last."""

from __future__ import annotations

import pytest

from dragoman.language.interposed import interposed, subject_first
from tests.language.clauses import Parse, clause


@pytest.mark.parametrize(
    ("text", "verb", "subject", "obj"),
    [
        ("Marta Vilks, 58, handed in her notice.", "handed", "Vilks", "notice"),
        ("President Moreno, citing the floods, dissolved parliament.", "dissolved", "Moreno", "parliament"),
        ("Ghana, the region's oldest democracy, expanded trade with Togo.", "expanded", "Ghana", "trade"),
    ],
)
def test_short_sentences_with_an_inset(parse: Parse, text: str, verb: str, subject: str, obj: str) -> None:
    assert clause(parse(text), verb) == ([subject], [obj])


@pytest.mark.parametrize(
    ("text", "verb", "subject", "obj"),
    [
        ("The National Liberation Army (ELN) blew up a pipeline in Arauca.", "blew", "Army", "pipeline"),
        ("The World Food Programme (WFP) has flown rice to Juba, officials said.", "flown", "Programme", "rice"),
        ("Foreign Minister Hana Novak (left) received the Kenyan envoy.", "received", "Novak", "envoy"),
        ("Peru - not for the first time this year - withdrew its envoy.", "withdrew", "Peru", "envoy"),
        ("Togo — long seen as the most cautious of the four — expelled a diplomat.", "expelled", "Togo", "diplomat"),
        ("Laos and Burma - uneasy neighbours for decades - signed a treaty.", "signed", "Laos", "treaty"),
    ],
)  # fmt: skip
def test_what_brackets_and_dashes_set_in(parse: Parse, text: str, verb: str, subject: str, obj: str) -> None:
    subjects, objects = clause(parse(text), verb)
    assert subject in subjects
    assert objects == [obj]


def test_brackets_behind_which_nothing_is_broken_keep_the_parse(parse: Parse) -> None:
    g = parse("Kenya and the African Union (AU), which met on Monday, sent troops to Kismayo.")
    assert clause(g, "sent") == (["Kenya", "Union"], ["troops"])


@pytest.mark.parametrize(
    ("text", "verb", "obj"),
    [
        ("Niger deported on Monday 200 Nigerians.", "deported", "Nigerians"),
        ("Lebanon rushed yesterday reinforcements to the border.", "rushed", "reinforcements"),
        ("Parliament removed today, Thursday, President Paz.", "removed", "Paz"),
        ("The ministry blocked Monday the website of a newspaper.", "blocked", "website"),
        ("The two sides initialled in Addis Ababa on 4 May a protocol on water.", "initialled", "protocol"),
    ],
)
def test_an_object_behind_times_and_places(parse: Parse, text: str, verb: str, obj: str) -> None:
    assert clause(parse(text), verb)[1] == [obj]


@pytest.mark.parametrize(
    "text",
    [
        "The minister arrived on Monday the day after the vote.",
        "When the envoy left on Monday the talks ended.",
        "The ministry said on Monday the army had withdrawn.",
    ],
)
def test_what_is_no_object_behind_a_time(parse: Parse, text: str) -> None:
    g = parse(text)
    verbs = [g.word.index(v) for v in ("arrived", "left", "said") if v in g.word]
    assert not any(g.child(v, "dobj") for v in verbs)


@pytest.mark.parametrize(
    ("text", "verb", "subject", "obj"),
    [
        ("And approved the Omani parliament the accession of Yemen.", "approved", "parliament", "accession"),
        ("And occupied the Sudanese army the village of Halfa on Sunday.", "occupied", "army", "village"),
        ("And announced Qatar and Chad an agreement on visas.", "announced", "Qatar", "agreement"),
    ],
)
def test_a_verb_before_its_subject(parse: Parse, text: str, verb: str, subject: str, obj: str) -> None:
    subjects, objects = clause(parse(text), verb)
    assert subject in subjects
    assert objects == [obj]


def test_those_a_passive_names_last(parse: Parse) -> None:
    g = parse("Were detained by the police in Minsk more than 60 participants of the action.")
    assert clause(g, "detained") == (["police"], ["participants"])


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Luanda, for its part, accused Lusaka of arming the rebels.", "Luanda"),
        ("Windhoek accused Lusaka of arming the rebels.", "Windhoek"),
    ],
)
def test_a_name_that_opens_a_clause_is_no_adverb(parse: Parse, text: str, subject: str) -> None:
    assert clause(parse(text), "accused")[0] == [subject]


def test_an_adverb_that_opens_a_clause_is_no_name(parse: Parse) -> None:
    assert clause(parse("Elsewhere, police arrested two men."), "arrested")[0] == ["police"]


def test_how_a_text_goes_on_is_no_phrase_of_a_verb(parse: Parse) -> None:
    g = parse("Oman, for its part, thanked Chad for its help. Chad expelled an envoy for the second time.")
    assert [g.word[k] for k in g.prep_objects(g.word.index("thanked"), "for")] == ["help"]
    assert not g.prep_objects(g.word.index("expelled"), "for")


def test_what_stands_between_is_read_from_tags() -> None:
    words = ["Chad", "signed", "in", "Cairo", "on", "Monday", "an", "accord", "."]
    tags = ["NNP", "VBD", "IN", "NNP", "IN", "NNP", "DT", "NN", "."]
    lower = [w.lower() for w in words]
    assert [(one.verb, one.at) for one in interposed(lower, tags, list(range(9)))] == [(1, 6)]


def test_a_subject_ends_where_the_next_noun_opens() -> None:
    words = ["And", "signed", "the", "king", "of", "Tonga", "the", "law", "."]
    tags = ["CC", "VBD", "DT", "NN", "IN", "NNP", "DT", "NN", "."]
    order = subject_first([w.lower() for w in words], tags, list(range(9)))
    assert order is not None
    assert [words[k] for k in order] == ["And", "the", "king", "of", "Tonga", "signed", "the", "law", "."]


@pytest.mark.parametrize(
    ("text", "verb", "subject", "obj"),
    [
        ("Late on Friday, Latvia, for its part, paid compensation to the fishermen.", "paid", "Latvia", "compensation"),
        ("Despite appeals from bishops, Malta, under pressure at home, closed its ports.", "closed", "Malta", "ports"),
        ("After long talks, Chile, citing the delay, expelled two diplomats.", "expelled", "Chile", "diplomats"),
    ],
)  # fmt: skip
def test_a_subject_behind_what_opens_and_before_an_inset(
    parse: Parse, text: str, verb: str, subject: str, obj: str
) -> None:
    assert clause(parse(text), verb) == ([subject], [obj])

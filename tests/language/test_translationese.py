from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language import Grammar, load_parser
from dragoman.language.lists import Lists
from dragoman.language.translationese import straighten

NLP = load_parser()


def parsed(text: str) -> Grammar:
    return Grammar(NLP(text))


@pytest.mark.parametrize(
    ("text", "noun", "owner"),
    [
        ("The arrival in Lusaka of Secretary of State Antony Blinken is expected.", "arrival", "Blinken"),
        ("The visit to Cairo of President Museveni ended.", "visit", "Museveni"),
    ],
)
def test_a_genitive_after_a_place_is_of_the_noun(text: str, noun: str, owner: str) -> None:
    g = parsed(text)
    assert owner in [g.word[k] for k in g.prep_objects(g.word.index(noun), "of")]


@pytest.mark.parametrize(
    ("text", "place", "other"),
    [
        ("He met a director at Bank of Zambia.", "Bank", "Zambia"),
        ("The meeting in March of 2015 failed.", "March", "2015"),
    ],
)
def test_a_genitive_that_is_of_the_name_stays(text: str, place: str, other: str) -> None:
    g = parsed(text)
    assert other in [g.word[k] for k in g.prep_objects(g.word.index(place), "of")]


@pytest.mark.parametrize(
    ("text", "verb", "subjects"),
    [
        (
            "Putin with Erdogan discussed by telephone the situation.",
            "discussed",
            ["Putin", "Erdogan"],
        ),
        ("In Tashkent arrived the President of Tajikistan Emomali Rahmon.", "arrived", ["President"]),
        ("On the eve of the Russian aviation has bombed the town.", "bombed", ["aviation"]),
        ("During the visit to Baku Foreign Minister Zarif met with President Aliyev.", "met", ["Zarif"]),
        (
            "To Havana arrived on Sunday the foreign minister of Spain José Luis García.",
            "arrived",
            ["minister"],
        ),
        ("The head of the Libyan government Sarraj arrived to Cairo with a visit.", "arrived", ["head"]),
        # No companion: a thing, and a verb that one does alone.
        ("The minister with the red folder met him.", "met", ["minister"]),
        ("Germany with Denmark borders the sea.", "borders", ["Germany"]),
    ],
)
def test_subjects_where_a_translation_puts_them(text: str, verb: str, subjects: list[str]) -> None:
    g = parsed(text)
    assert [g.word[k] for k in g.subjects(g.word.index(verb))] == subjects


@pytest.mark.parametrize(
    ("text", "verb", "what"),
    [
        ("At the meeting was signed an agreement on fishing.", "signed", "agreement"),
        ("The Union has extended for six months sanctions against Belarus.", "extended", "sanctions"),
        ("Canada imposed against Nicaragua new sanctions.", "imposed", "sanctions"),
        ("Secretary of State Tillerson met in Ankara President Erdogan.", "met", "Erdogan"),
        ("Kenya recalled on Wednesday its ambassador to Somalia.", "recalled", "ambassador"),
        (
            "Rebels of the FARC released on Tuesday in Choco the journalist Salud Hernandez.",
            "released",
            "journalist",
        ),
        ("Khartoum witnessed on Thursday massive demonstrations.", "witnessed", "demonstrations"),
        ("Israeli forces arrested at dawn today in Jenin a leader of the movement.", "arrested", "leader"),
    ],
)
def test_objects_where_a_translation_puts_them(text: str, verb: str, what: str) -> None:
    g = parsed(text)
    assert [g.word[k] for k in g.objects(g.word.index(verb))] == [what]


@pytest.mark.parametrize(
    ("text", "noun", "owner"),
    [
        ("The trip Borrell to Moscow will take place in February.", "trip", "Borrell"),
        ("The visit to Armenia President Hassan Rouhani was postponed.", "visit", "Rouhani"),
        ("The ministry believes that the visit Kerry will help peace.", "visit", "Kerry"),
    ],
)
def test_a_name_beside_a_contact_owns_it(text: str, noun: str, owner: str) -> None:
    g = parsed(text)
    assert [g.word[k] for k in g.all_children(g.word.index(noun), "poss")] == [owner]


@pytest.mark.parametrize(
    "text",
    [
        "During the visit Moscow expressed readiness to help.",
        "They met in Moscow President Putin's close aide Surkov.",
        "He was arrested and was given a lawyer.",
        "The trip Congress approved angered Beijing.",
        "He has met US President Joe Biden in Rome.",
        "On the eve of the summit Merkel met Macron.",
        "The forces given a new leader",
        "They met on Friday local time.",
        "He spoke in Juba, the capital of South Sudan.",
    ],
)
def test_good_english_stays(text: str) -> None:
    doc = NLP(text)
    g = Grammar(doc)
    assert g.head == [t.head.i for t in doc]
    assert g.dep[: g.n] == [t.dep_ for t in doc]


@given(
    st.lists(
        st.sampled_from(
            ["the", "visit", "of", "in", "Cairo", "President", "Kerry", "with", "met", "was", "signed"]
        ),
        max_size=9,
    )
)
def test_a_mended_parse_is_a_tree(words: list[str]) -> None:
    doc = NLP(" ".join(words))
    heads = [t.head.i for t in doc]
    labels, classes = [t.dep_ for t in doc], [t.pos_ for t in doc]
    straighten(Lists([t.lower_ for t in doc], classes, [t.tag_ for t in doc], labels, heads))
    for i in range(len(heads)):
        seen = {i}
        while heads[i] != i:
            i = heads[i]
            assert i not in seen
            seen.add(i)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("And stressed the Egyptian minister Sameh Shoukry that Egypt rejects the measures.", "stressed", "minister"),
        ("And condemned Saudi Arabia the attack on Aden.", "condemned", "Arabia"),
        ("And expressed the Iraqi minister his thanks to Turkey.", "expressed", "minister"),
    ],
)  # fmt: skip
def test_a_verb_that_opens_the_sentence_has_its_subject_behind(text: str, verb: str, subject: str) -> None:
    g = Grammar(NLP(text))
    assert [g.word[s] for s in g.subjects(g.word.index(verb))] == [subject]


@pytest.mark.parametrize(
    ("text", "verb", "objects"),
    [
        (
            "The presidents subscribed on Monday in Brasilia the act that ends the dispute.",
            "subscribed",
            ["act"],
        ),
        ("The president announced on Monday in Brasilia the day of the vote.", "announced", []),
    ],
)
def test_an_object_behind_phrases_of_time_and_place(text: str, verb: str, objects: list[str]) -> None:
    g = Grammar(NLP(text))
    assert [g.word[i] for i in g.objects(g.word.index(verb))] == objects


@pytest.mark.parametrize(
    ("text", "verb", "doers"),
    [
        ("In Astana Russia, Turkey and Iran signed the memorandum.", "signed", ["Russia", "Turkey", "Iran"]),
        ("In New York and Boston police arrested two men.", "arrested", ["police"]),
    ],
)
def test_a_place_and_those_who_do_something_there(text: str, verb: str, doers: list[str]) -> None:
    g = Grammar(NLP(text))
    assert [g.word[i] for i in g.subjects(g.word.index(verb))] == doers


def test_a_verb_hidden_between_those_who_sign_and_what_they_sign() -> None:
    g = parsed("Colombia's government and the FARC signed in Havana on Sunday an agreement on land reform.")
    v = g.word.index("signed")
    assert "government" in [g.word[k] for k in g.subjects(v)]
    assert "agreement" in [g.word[k] for k in g.objects(v)]
    g = parsed("The minister and the men arrested in Lima on Sunday are friends.")
    assert "minister" not in [g.word[k] for k in g.subjects(g.word.index("arrested"))]


@pytest.mark.parametrize(
    ("text", "judged"),
    [
        ("Iran dismissed as absurd the American claims.", ["claims"]),
        ("Norway rejected as completely false Iceland's charges.", ["charges"]),
        ("Ghana rejected as null the treaty of 1962.", ["treaty"]),
        ("Iran dismissed the claims as absurd.", ["claims"]),
        ("The court considered as early as the spring a ban on ships.", ["ban"]),
    ],
)
def test_what_is_judged_may_stand_behind_the_judgement(text: str, judged: list[str]) -> None:
    g = parsed(text)
    v = next(i for i in range(len(g.word)) if g.tag[i] == "VBD")
    assert [g.word[k] for k in g.objects(v)] == judged

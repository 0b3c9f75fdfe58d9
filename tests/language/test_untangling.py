from __future__ import annotations

import pytest

from dragoman.language import Grammar, load_parser
from dragoman.language.untangling import untangle

NLP = load_parser()


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("On Friday Vladimir Putin accused Ukraine of violating the truce.", "accused", "Putin"),
        ("By Friday Hassan Rouhani urged Israel to stop.", "urged", "Rouhani"),
        (
            "In Washington on Friday Vladimir Putin accused Ukraine of violating the truce.",
            "accused",
            "Putin",
        ),
        ("On Friday Beijing left for Geneva.", "left", "Beijing"),
        ("On Friday Foreign Minister Lavrov said the talks failed.", "said", "Lavrov"),
    ],
)
def test_a_day_is_no_part_of_the_name_after_it(text: str, verb: str, subject: str) -> None:
    g = Grammar(NLP(text))
    v = g.word.index(verb)
    assert [g.word[i] for i in g.subjects(v)] == [subject]
    assert "Friday" in [g.word[k] for i in range(g.n) for k in g.prep_objects(i, "on", "by")]


def test_a_day_before_a_thing_of_that_day_stays() -> None:
    # "On Friday night talks resumed": the verb has its subject; "by Friday prayers": nothing above lacks one.
    for text in (
        "He spoke before Friday prayers.",
        "Police fired on Sunday protesters.",
        "They met on Friday.",
    ):
        doc = NLP(text)
        g = Grammar(doc)
        assert g.head == [t.head.i for t in doc]
        assert g.dep[: g.n] == [t.dep_ for t in doc]


def test_the_passive_keeps_its_subject() -> None:
    words = ["on", "friday", "putin", "was", "received"]
    pos = ["ADP", "PROPN", "PROPN", "AUX", "VERB"]
    tag = ["IN", "NNP", "NNP", "VBD", "VBN"]
    dep, head = ["prep", "compound", "pobj", "auxpass", "ROOT"], [4, 2, 0, 4, 4]
    untangle(words, pos, tag, dep, head)
    assert (dep[2], head[2]) == ("nsubjpass", 4)
    assert (dep[1], head[1]) == ("pobj", 0)


@pytest.mark.parametrize(
    ("text", "participle", "noun"),
    [
        (
            "President Xi met with visiting U.S. Secretary of State Rex Tillerson Saturday.",
            "visiting",
            "Tillerson",
        ),
        (
            "Government forces redeployed to surrounding villages to avoid casualties.",
            "surrounding",
            "villages",
        ),
        (
            "The team did not meet with coup leader Tiani or deposed President Mohamed Bazoum.",
            "deposed",
            "Bazoum",
        ),
    ],
)
def test_a_participle_before_a_person_or_place_is_its_attribute(
    text: str, participle: str, noun: str
) -> None:
    g = Grammar(NLP(text))
    p, n = g.word.index(participle), g.word.index(noun)
    assert (g.dep[p], g.head[p]) == ("amod", n)


@pytest.mark.parametrize(
    "text",
    [
        "He spoke of visiting Moscow.",
        "The soldiers stormed the palace and deposed President Bazoum.",
        "They were accused of attacking villages.",
        "He dreamt of surrounding the village.",
    ],
)
def test_a_verb_with_an_object_stays_one(text: str) -> None:
    doc = NLP(text)
    assert Grammar(doc).dep[: len(doc)] == [t.dep_ for t in doc]


def _parse(words: str) -> tuple[list[str], list[str], list[str], list[str], list[int]]:
    """Lists of a parse written as `word/pos/tag/dep>head`."""
    cells = [w.rsplit(">", 1) for w in words.split()]
    parts = [c[0].split("/") for c in cells]
    return (
        [p[0].lower() for p in parts],
        [p[1] for p in parts],
        [p[2] for p in parts],
        [p[3] for p in parts],
        [int(c[1]) for c in cells],
    )


def test_a_participle_under_be_is_the_verb() -> None:
    lower, pos, tag, dep, head = _parse(
        "Chiluba/PROPN/NNP/nsubj>1 is/AUX/VBZ/ROOT>1 mediating/VERB/VBG/attr>1 between/ADP/IN/prep>2 rebels/NOUN/NNS/pobj>3"
    )
    untangle(lower, pos, tag, dep, head)
    assert (dep[2], head[2]) == ("ROOT", 2)
    assert (dep[1], head[1]) == ("aux", 2)
    assert (dep[0], head[0]) == ("nsubj", 2)


def test_what_something_is_stays_one() -> None:
    lower, pos, tag, dep, head = _parse(
        "It/PRON/PRP/nsubj>1 is/AUX/VBZ/ROOT>1 a/DET/DT/det>3 meeting/VERB/VBG/attr>1"
    )
    before = (list(dep), list(head))
    untangle(lower, pos, tag, dep, head)
    assert (dep, head) == before


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("Gusmao/PROPN/NNP/nsubj>1 visited/VERB/VBD/ROOT>1 Jakarta/PROPN/NNP/npadvmod>1", "dobj"),
        ("Gusmao/PROPN/NNP/nsubj>1 visited/VERB/VBD/ROOT>1 Monday/PROPN/NNP/npadvmod>1", "npadvmod"),
        ("Gusmao/PROPN/NNP/nsubj>1 spoke/VERB/VBD/ROOT>1 hours/NOUN/NNS/npadvmod>1", "npadvmod"),
    ],
)
def test_a_name_behind_a_verb_is_its_object(words: str, label: str) -> None:
    lower, pos, tag, dep, head = _parse(words)
    untangle(lower, pos, tag, dep, head)
    assert dep[2] == label


@pytest.mark.parametrize(
    ("text", "verb", "subjects"),
    [
        ("The United Arab Emirates, Jordan, Morocco, and Kuwait withdrew their envoys.", "withdrew", 4),
        ("Rwanda, a neighbour of Congo, and Uganda sent troops to Goma.", "sent", 2),
    ],
)
def test_names_of_a_list_are_all_subjects(text: str, verb: str, subjects: int) -> None:
    g = Grammar(NLP(text))
    assert len(g.subjects(g.word.index(verb))) == subjects


def test_a_semicolon_parts_clauses() -> None:
    g = Grammar(NLP("Iran refuses to dismantle its centrifuges; the West rejects its conditions."))
    first, second = g.word.index("refuses"), g.word.index("rejects")
    assert g.head[first] == first
    assert [g.word[i] for i in g.subjects(second)] == ["West"]
    assert g.clause(second)[0] > g.end[first]


def test_a_finite_verb_is_coordinated_with_a_finite_verb() -> None:
    g = Grammar(NLP("The minister thanked Japan for sending doctors and called on Tokyo to help further."))
    assert [g.word[i] for i in g.subjects(g.word.index("called"))] == ["minister"]


def test_due_takes_an_infinitive() -> None:
    lower, pos, tag, dep, head = _parse(
        "Mbeki/PROPN/NNP/nsubj>1 was/AUX/VBD/ROOT>1 due/ADP/IN/prep>1 to/PART/TO/aux>4 travel/VERB/VB/pobj>2"
    )
    untangle(lower, pos, tag, dep, head)
    assert (dep[2], pos[2], dep[4]) == ("acomp", "ADJ", "xcomp")


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The minister resigned after a bomb in a hotel in the city's north killed two guards and a clerk.", "killed", "bomb"),
        ("The minister resigned after the bomb.", "resigned", "minister"),
    ],
)  # fmt: skip
def test_a_clause_has_the_noun_behind_its_conjunction_as_subject(text: str, verb: str, subject: str) -> None:
    g = Grammar(NLP(text))
    assert [g.word[i] for i in g.subjects(g.word.index(verb))] == [subject]


@pytest.mark.parametrize(
    ("text", "verb", "objects"),
    [
        ("In Dhaka, police detained at least 10.", "detained", ["10"]),
        ("Shares rose more than 10 percent.", "rose", []),
    ],
)
def test_a_bare_number_behind_a_verb_is_its_object(text: str, verb: str, objects: list[str]) -> None:
    g = Grammar(NLP(text))
    assert [g.word[i] for i in g.objects(g.word.index(verb))] == objects


@pytest.mark.parametrize(
    ("text", "verb", "subjects"),
    [
        ("May accused Russia of lying.", "accused", ["May"]),
        ("May has accused Russia of lying.", "accused", ["May"]),
        ("It may accuse Russia.", "accuse", ["It"]),
        ("They may have accused Russia.", "accused", ["They"]),
    ],
)
def test_no_modal_stands_before_a_finite_verb(text: str, verb: str, subjects: list[str]) -> None:
    g = Grammar(NLP(text))
    assert [g.word[i] for i in g.subjects(g.word.index(verb))] == subjects


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("It was an attack on a base in Gao that killed ten.", "killed", "attack"),
        ("They denounced an air strike on a convoy killing two officers.", "killing", "strike"),
        ("They met militants in Gao that killed ten.", "killed", "militants"),
    ],
)
def test_what_a_blow_did_is_not_done_by_what_it_fell_on(text: str, verb: str, subject: str) -> None:
    g = Grammar(NLP(text))
    assert [g.word[i] for i in g.subjects(g.word.index(verb))] == [subject]


def test_a_gerund_that_names_what_goes_on_is_a_noun() -> None:
    g = Grammar(NLP("Three men were wounded in shelling on Friday by Armenian troops."))
    i = g.word.index("shelling")
    assert (g.pos[i], g.lemma[i], g.dep[i]) == ("NOUN", "shelling", "pobj")
    g = Grammar(NLP("They lost ten men in shelling the town."))
    assert g.pos[g.word.index("shelling")] == "VERB"


def test_a_gerund_goes_with_the_gerund_before_it() -> None:
    g = Grammar(NLP("Sudan regularly accuses Uganda of training rebels and allowing them across the border."))
    v = g.word.index("accuses")
    assert not [k for k in g.conjuncts(v) if g.word[k] == "allowing"]


def test_one_summons_an_envoy_to_protest_oneself() -> None:
    g = Grammar(NLP("Jordan summoned a senior Israeli diplomat to protest against the death of a judge."))
    assert [g.word[i] for i in g.subjects(g.word.index("protest"))] == ["Jordan"]


@pytest.mark.parametrize(
    ("text", "verb", "subjects"),
    [
        ("In St Petersburg, the head of the U.N. nuclear watchdog, Rafael Grossi, urged Putin to accept it.", "urged", ["head"]),
        ("From Belgrade, the president of Serbia, Boris Tadic, confirmed that the men were Serbs.", "confirmed", ["president"]),
        ("In New York the General Assembly, by 107 votes, turned down Moscow's request; it votes again.", "turned", ["Assembly"]),
        ("Kosovo demands that Serbia recognize its independence before it lowers its tariffs.", "demands", ["Kosovo"]),
        ("In Accra, the capital, President Mahama urged calm.", "urged", ["Mahama"]),
    ],
)  # fmt: skip
def test_a_subject_hidden_before_its_verb_is_found(text: str, verb: str, subjects: list[str]) -> None:
    g = Grammar(NLP(text))
    assert [g.word[i] for i in g.subjects(g.word.index(verb))] == subjects


def test_a_crowd_does_more_than_shout() -> None:
    g = Grammar(
        NLP('About 1,000 Afghans shouting "Death to Rome" demonstrated in front of the embassy in Kabul.')
    )
    assert [g.word[i] for i in g.subjects(g.word.index("demonstrated"))] == ["Afghans"]


def test_a_gerund_behind_an_adjective_is_a_noun() -> None:
    g = Grammar(NLP("Two farmers died in Thai shelling of Samraong on Sunday."))
    i = g.word.index("shelling")
    assert (g.pos[i], g.dep[i], g.dep[i - 1]) == ("NOUN", "pobj", "amod")


def test_an_age_is_the_subject_of_the_verb_behind_it() -> None:
    g = Grammar(
        NLP(
            '"I have a mandate and I will not sell it," the 55-year-old told reporters at his home in Nigeria.'
        )
    )
    v = g.word.index("told")
    assert [g.word[i] for i in g.subjects(v)] == ["old"]
    assert [g.word[i] for i in g.objects(v)] == ["reporters"]


def test_a_time_is_no_second_subject() -> None:
    g = Grammar(
        NLP('"I do not understand," Koizumi that evening told reporters, "I have time at any moment."')
    )
    assert [g.word[i] for i in g.subjects(g.word.index("told"))] == ["Koizumi"]


def test_what_one_does_before_is_no_complement() -> None:
    g = Grammar(NLP("Meles took a call from Clinton before consenting to a pause."))
    assert g.complements(g.word.index("took")) == []


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        (
            "Britain froze the assets of Aeroflot, the state carrier, and prosecutors in Madrid opened a fraud inquiry.",
            "opened",
            "prosecutors",
        ),
        (
            "France condemned the raid on the camp and the Security Council has called an emergency session.",
            "called",
            "Council",
        ),
        ("Soldiers killed three rebels and villagers fled to Uganda.", "fled", "villagers"),
        ("He met the president and the prime minister and left for Cairo.", "left", "He"),
    ],
)
def test_a_verb_right_behind_a_row_has_its_last_noun_as_subject(text: str, verb: str, subject: str) -> None:
    g = Grammar(NLP(text))
    assert [g.word[s] for s in g.subjects(g.word.index(verb))] == [subject]


def test_there_is_where_a_deed_was_done() -> None:
    text = "Ban Ki-moon visited refugee camps near Tindouf, Algeria, on 5 March, and there met Polisario leader Mohamed Abdelaziz."
    g = Grammar(NLP(text))
    visited, met = g.word.index("visited"), g.word.index("met")
    assert [g.word[o] for o in g.objects(visited)] == ["camps"]
    assert [g.word[o] for o in g.objects(met)] == ["Abdelaziz"]
    assert [g.word[s] for s in g.subjects(met)] == ["moon"]


def test_a_second_subject_between_commas_says_more_of_the_first() -> None:
    g = Grammar(NLP("On Tuesday the Guardian Council, the panel that vets elections, ruled out a new vote."))
    assert [g.word[s] for s in g.subjects(g.word.index("ruled"))] == ["Council"]


def test_what_a_clause_is_under_is_not_its_object() -> None:
    g = Grammar(
        NLP("He read out a text under which Nicolas Maduro and Irfaan Ali will meet again in Brazil.")
    )
    assert g.objects(g.word.index("meet")) == []


def test_a_name_that_opens_a_clause_is_its_subject() -> None:
    g = Grammar(
        NLP(
            "Mottaki, meanwhile, has ruled out attending a meeting of Group of Eight foreign ministers that opens on Thursday "
            'in the Italian city of Trieste; his would-be host, Franco Frattini, deplored "a chance thrown away".'
        )
    )
    assert [g.word[s] for s in g.subjects(g.word.index("ruled"))] == ["Mottaki"]


@pytest.mark.parametrize(
    ("text", "verb", "subjects", "objects"),
    [
        ("Trump in May 2018 exited from the deal.", "exited", ["Trump"], []),
        (
            "On September 15 Joe Biden, Boris Johnson and Scott Morrison unveiled a pact.",
            "unveiled",
            ["Biden", "Johnson", "Morrison"],
            ["pact"],
        ),
        (
            "Blinken in a statement called the measures of Iran provocative.",
            "called",
            ["Blinken"],
            ["measures"],
        ),
        ("Peru called to consultations to its ambassador in Lima.", "called", ["Peru"], ["ambassador"]),
        ("Residents said there had been no strikes on the city.", "been", [], []),
        ("Russia responded by expelling as many Britons.", "expelling", ["Russia"], ["Britons"]),
        (
            "The two movements Fatah and Hamas signed the accord in Mecca.",
            "signed",
            ["Fatah", "Hamas"],
            ["accord"],
        ),
        ("EU ministers meeting in Brussels condemned the raid.", "condemned", ["ministers"], ["raid"]),
        (
            "The parties signed on Wednesday an agreement on prisoners.",
            "signed",
            ["parties"],
            ["agreement"],
        ),
    ],
)
def test_who_acts_and_on_whom_behind_days_numbers_and_places(
    text: str, verb: str, subjects: list[str], objects: list[str]
) -> None:
    g = Grammar(NLP(text))
    v = g.word.index(verb)
    assert [g.word[i] for i in g.subjects(v)] == subjects
    assert [g.word[i] for i in g.objects(v)] == objects


@pytest.mark.parametrize(
    ("text", "verb", "word"),
    [
        ("Chavez telephoned that day to Correa.", "telephoned", "to"),
        ("Hugo Chavez spoke on Saturday to rebel leader Nouri.", "spoke", "to"),
    ],
)
def test_those_spoken_to_behind_a_day_hang_on_the_verb(text: str, verb: str, word: str) -> None:
    g = Grammar(NLP(text))
    assert g.head[g.word.index(word)] == g.word.index(verb)
    assert g.prep_objects(g.word.index(verb), word)


def test_following_is_a_preposition_with_its_object() -> None:
    g = Grammar(NLP("Kerry met Wang, following talks with Qin."))
    f = g.word.index("following")
    assert [g.dep[c] for c in g.children[f]] == ["pobj"]


@pytest.mark.parametrize(
    ("text", "verb", "objects"),
    [
        ("The Secretary welcomed the text and encouraged Israeli and Palestinian leaders to return.", "encouraged", ["leaders"]),
        ("The Syrian foreign minister condemned today, Monday, the decision.", "condemned", ["decision"]),
        ("The chiefs of the army of Mali had enjoined Monday the mutineers to lay down the arms.", "enjoined", ["mutineers"]),
        ("Norway declared itself troubled by the verdict.", "declared", ["itself"]),
    ],
)  # fmt: skip
def test_whom_or_what_a_verb_is_told_of_is_its_object(text: str, verb: str, objects: list[str]) -> None:
    g = Grammar(NLP(text))
    assert [g.word[i] for i in g.objects(g.word.index(verb))] == objects


def test_a_past_form_is_the_verb_of_its_sentence() -> None:
    g = Grammar(NLP("The Chilean foreign minister asked to the American authorities that they stop."))
    assert [g.word[i] for i in g.subjects(g.word.index("asked"))] == ["minister"]
    g = Grammar(NLP("A man arrested in Paris."))
    assert g.subjects(g.word.index("arrested")) == []


@pytest.mark.parametrize(
    ("text", "verb", "doers"),
    [
        ("Chad hailed the decision of Niger to expel two envoys.", "expel", ["Niger"]),
        ("After cutting ties with Qatar, Saudi Arabia called for calm.", "cutting", ["Arabia"]),
        ("After dismissing the interior minister, the president of Peru left.", "dismissing", ["president"]),
        ("Peru used the vote of the assembly to win support.", "win", ["Peru"]),
    ],
)
def test_who_is_to_do_it(text: str, verb: str, doers: list[str]) -> None:
    g = Grammar(NLP(text))
    assert [g.word[i] for i in g.subjects(g.word.index(verb))] == doers


@pytest.mark.parametrize(
    ("text", "verb", "noun"),
    [
        ("The aid to Uganda, which Norway suspended in May, was meant for schools.", "suspended", "aid"),
        ("A court in Minsk, which sentenced two activists, said nothing.", "sentenced", "court"),
        ("Trade with Israel, which bombed Gaza on Monday, was halted by Turkey.", "bombed", "Israel"),
        ("Talks with Kosovo, which Serbia does not recognise, failed.", "recognise", "Kosovo"),
    ],
)
def test_what_a_clause_is_about(text: str, verb: str, noun: str) -> None:
    g = Grammar(NLP(text))
    v = g.word.index(verb)
    assert (g.dep[v], g.word[g.head[v]]) == ("relcl", noun)


def test_a_claim_in_a_clause_without_its_object_is_that_object() -> None:
    g = Grammar(load_parser()("He made a claim that the electoral commission rejected."))
    assert [g.word[k] for k in g.objects(g.word.index("rejected"))] == ["claim"]
    g = Grammar(load_parser()("He made a claim that the electoral commission rejected the list."))
    assert [g.word[k] for k in g.objects(g.word.index("rejected"))] == ["list"]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("He criticised the decision of Mali, announced on Friday, to sever relations with Ukraine.", "Mali"),
        ("He criticised the decision of Mali to sever relations with Ukraine.", "Mali"),
        ("Chad's decision, announced on Friday, to sever relations with Sudan was criticised.", "Chad"),
    ],
)
def test_what_is_decided_is_done_by_whose_decision_it_is(text: str, owner: str) -> None:
    g = Grammar(NLP(text))
    assert [g.word[i] for i in g.subjects(g.word.index("sever"))] == [owner]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Fighting between Armenian and Azerbaijani forces has killed 30 people.", "NN"),
        ("Shelling of Sderot killed two people.", "NN"),
        ("Fighting terrorism is the task of the army.", "VBG"),
    ],
)
def test_fighting_as_a_subject_is_a_noun(text: str, tag: str) -> None:
    assert Grammar(NLP(text)).tag[0] == tag

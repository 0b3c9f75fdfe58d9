from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reader import Reader
from dragoman.schema import Reading
from dragoman.speech import cues
from tests.speech.marked import overlap, unmark

CASES = [
    (
        "“We will not sign the agreement,” Lavrov said on Friday.",
        "We will not sign the agreement",
        "Sergey Lavrov",
        "direct",
    ),
    ("Kerry said that the talks were useful.", "the talks were useful", "John Kerry", "indirect"),
    (
        "According to the Kremlin, the visit will take place in May.",
        "the visit will take place in May",
        "Russia",
        "indirect",
    ),
    (
        "“The agreement works”, – said the Russian Foreign Ministry.",
        "The agreement works",
        "Ministry of Foreign Affairs of Russia",
        "direct",
    ),
    ("Lavrov: “The treaty is dead”", "The treaty is dead", "Sergey Lavrov", "direct"),
    ("Lavrov is “deeply concerned” about the raids.", "deeply concerned", "Sergey Lavrov", "direct"),
    (
        "Kerry said the vote was “a step back” for the country.",
        "the vote was “a step back” for the country",
        "John Kerry",
        "mixed",
    ),
    (
        "“We will not yield.” He again urged Lavrov to pull the troops back.",
        "pull the troops back",
        None,
        "indirect",
    ),
    ("Two Western diplomats said the text was ready.", "the text was ready", "Western diplomats", "indirect"),
]


@pytest.mark.parametrize(("text", "content", "speaker", "manner"), CASES)
def test_statement(reader: Reader, text: str, content: str, speaker: str | None, manner: str) -> None:
    reading = reader.read(text, published="2015-12-15")
    found = [
        (reading.quote(s.content[0]), s.speaker and s.speaker.name, s.manner) for s in reading.statements
    ]
    assert (content, speaker, manner) in found


LINES = [
    line
    for line in (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize("line", LINES)
def test_a_marked_sentence_has_its_statement(reader: Reader, line: str) -> None:
    marked = unmark(line)
    assert marked.source is not None
    a, b = marked.source
    for s in reader.read(marked.text, published="2016-10-01").statements:
        if s.speaker_span is None:
            continue
        start, end = s.speaker_span
        if start < b and a < end and overlap(list(s.content), marked.content) >= 0.5:
            return
    pytest.fail(f"no statement of {marked.text[a:b]!r} with the content")


@pytest.mark.parametrize(
    "text",
    [
        "The “moderate” rebels left the town.",
        "The film “Gone with the Wind” opened in Kabul.",
        "The “Iron Dome” system was deployed near Ashdod.",
        "Troops advanced on the “safe zone” around the airport.",
        "The two ministers met in Geneva on Friday.",
        "Kerry did not say when he would return.",
        "China suspended the talks, recalled its ambassador.",
        "The army's position was overrun: forty soldiers were killed.",
        "The weather was clear: the planes took off at dawn.",
        "For residents, there was no water.",
        "The office declined comment.",
        "It remains to be seen whether the truce will last.",
        "The mayor held a rally, and the bishop held a mass.",
        "She did not buy the car.",
        "The committee saw use of the hall rise.",
        "There are no fears of a default.",
        "The storm hit the coast for three days.",
        "The army split the city in two.",
        "Masked men attacked a rally for national unity.",
        "The poll has a margin of error of two points.",
        "The survey had 1,200 respondents in six provinces.",
        "The study gave students a place to work.",
        "Rebels hit the army positions near the bridge.",
        "The minister acted according to law.",
        "The envoy had resigned at the end of May.",
        "The ministry declined to name a director.",
        "Asked to leave, the envoy packed his bags.",
    ],
)
def test_no_statement(reader: Reader, text: str) -> None:
    assert reader.read(text).statements == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Trump is expected to win the state.", "Trump win the state"),
        ("The far-right movement from the north is expected to win.", "win"),
        ("The debate is billed as a test of the governor.", "The debate a test of the governor"),
        ("The treaty was seen as a gift to smugglers.", "The treaty a gift to smugglers"),
        ("Asked whether he would stand again, the mayor laughed.", "whether he would stand again"),
        ("The senator was accused of lying about his service.", "lying about his service"),
        ("Tillerson reportedly opposed the timing.", "Tillerson reportedly opposed the timing"),
    ],
)
def test_a_source_that_the_text_does_not_name_is_null(reader: Reader, text: str, content: str) -> None:
    (statement,) = reader.read(text).statements
    assert (statement.speaker, statement.speaker_span) == (None, None)
    assert " ".join(text[start:end] for start, end in statement.content) == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The senator called the idea a “reckless gamble”.", "the idea a “reckless gamble”"),
        ("The mayor dismissed the audit as “a cheap stunt by rivals”.", "the audit as “a cheap stunt by rivals”"),
        ("Farmers complained that they had learned “more from the radio than from him”.",
         "they had learned “more from the radio than from him"),
    ],
)  # fmt: skip
def test_quoted_words_are_part_of_what_is_said_of_a_thing(reader: Reader, text: str, content: str) -> None:
    (statement,) = [s for s in reader.read(text).statements if s.manner == "mixed"]
    assert text[statement.content[0][0] : statement.content[0][1]].startswith(content.rstrip("”"))


def test_a_quotation_goes_on_after_its_reporting_clause(reader: Reader) -> None:
    text = "“We are winning,” Lavrov said. “We are winning everywhere.”"
    assert [s.speaker.name for s in reader.read(text).statements if s.speaker] == ["Sergey Lavrov"] * 2


def test_joint_sources_time_and_occasion(reader: Reader) -> None:
    text = "Kerry and Lavrov said on Friday in an interview with the BBC that the truce of 12 May had failed."
    reading = reader.read(text, published="2016-09-14")
    statement = reading.statements[0]
    assert [p.name for p in statement.speakers] == ["John Kerry", "Sergey Lavrov"]
    assert statement.speaker == statement.speakers[0]
    assert statement.time is not None
    assert statement.time.start == "2016-09-09"
    assert statement.occasion is not None
    assert reading.quote(statement.occasion) == "an interview with the BBC"


def test_a_time_inside_the_content_is_not_when_it_was_said(reader: Reader) -> None:
    (statement,) = reader.read("Kerry said that the talks had failed on 3 May 2015.").statements
    assert statement.time is None


def test_a_statement_told_by_another_is_marked_as_nested(reader: Reader) -> None:
    text = "Lavrov said that Kerry had told Zarif that the embargo would end."
    outer, inner = sorted(reader.read(text, published="2015-07-01").statements, key=lambda s: s.content[0][0])
    assert (outer.speaker.name, outer.inside) == ("Sergey Lavrov", None)  # type: ignore[union-attr]
    assert (inner.speaker.name, inner.inside) == ("John Kerry", outer.id)  # type: ignore[union-attr]


def test_what_somebody_says_he_wants_is_told_once(reader: Reader) -> None:
    assert len(reader.read("Kerry said that he wanted to visit Sochi in May.").statements) == 1


def test_a_verb_cut_off_from_the_content_keeps_its_source(reader: Reader) -> None:
    text = "Lavrov said that any deal was dead unless the rebels left the port, accusing Kerry of breaking the truce."
    found = {
        text[s.content[0][0] : s.content[0][1]]: s.speaker and s.speaker.name
        for s in reader.read(text).statements
    }
    assert found == {
        "any deal was dead unless the rebels left the port": "Sergey Lavrov",
        "breaking the truce": "Sergey Lavrov",
    }


def test_a_participle_does_not_take_the_source_away(reader: Reader) -> None:
    text = "Merkel left for Paris, while Kerry, breaking a long silence, spoke at a dinner of a “failure of leadership”."
    (statement,) = reader.read(text, published="2015-12-15").statements
    assert statement.speaker is not None
    assert statement.speaker.name == "John Kerry"


def test_the_cue_words_are_many_and_none_is_listed_twice() -> None:
    c = cues()
    assert len(c.every_verb) > 400
    assert c.takes("quote", "say")
    assert not c.takes("quote", "sign")


@given(st.text(alphabet="“”\"'«»,.:;–\n KerrysaidthtxX", max_size=80))
@settings(max_examples=60, deadline=None)
def test_any_marks_give_spans_inside_the_text(reader: Reader, text: str) -> None:
    whole = f"Kerry said. {text}"
    for s in reader.read(whole).statements:
        assert all(0 <= a < b <= len(whole) for a, b in s.content)


@pytest.mark.parametrize(
    ("text", "speaker", "quotations"),
    [
        (
            "Boris Tadic, the Serbian president: “We shall never give up the valley.”",
            "Tadic",
            ["We shall never give up the valley"],
        ),
        (
            "„We do not want war“, President Boris Tadic said. „But we are ready.“",
            "Tadic",
            ["We do not want war", "But we are ready"],
        ),
        (
            "“Guns must fall silent,” Jacques Chirac said.\n\n“Not tomorrow.”",
            "Chirac",
            ["Guns must fall silent", "Not tomorrow"],
        ),
        ("John Garang told the crowd in Rumbek:\n“This peace is yours.”", "Garang", ["This peace is yours"]),
        ('" We are for peace , " Sushma Swaraj said .', "Swaraj", ["We are for peace"]),
    ],
)
def test_quotations_of_the_harder_kinds(
    reader: Reader, text: str, speaker: str, quotations: list[str]
) -> None:
    found = [
        (text[s.content[0][0] : s.content[-1][1]].strip(" ,."), s.speaker.name if s.speaker else "")
        for s in reader.read(text).statements
    ]
    assert [q for q, _ in found] == quotations
    assert all(speaker in name for _, name in found)


def test_content_ends_with_its_quotation_or_before_an_aside(reader: Reader) -> None:
    def content(text: str) -> list[str]:
        return [text[s.content[0][0] : s.content[-1][1]] for s in reader.read(text).statements]

    assert "no one will be spared" in content(
        "Kerry added that “no one will be spared”, without naming the units."
    )
    assert content("Kerry welcomed the agreement, which ended a long war.") == ["the agreement"]
    found = reader.read("The plane was reportedly shot down over the Gulf, Kerry said.").statements
    assert [s.speaker.name for s in found if s.speaker] == ["John Kerry"]
    assert len(found) == 1


def said(text: str, reading: Reading) -> list[tuple[str | None, str]]:
    """Who said what, in text order."""
    return [
        (s.speaker.name if s.speaker else None, " ".join(text[a:b] for a, b in s.content))
        for s in sorted(reading.statements, key=lambda s: s.content[0])
    ]


def test_what_is_refused_or_left_unsaid_is_not_said(reader: Reader) -> None:
    text = "Kerry refused to say that the talks had failed. Lavrov declined to comment. Zarif did not want to be named."
    assert said(text, reader.read(text)) == [("John Kerry", "say that the talks had failed")]


def test_a_phrase_behind_a_comma_speaks_for_the_sentence(reader: Reader) -> None:
    text = "Kerry believes that the truce is dead, according to two aides."
    contents = [c for _, c in said(text, reader.read(text))]
    assert contents == ["Kerry believes that the truce is dead", "the truce is dead"]


@pytest.mark.parametrize("phrase", ["according to the Pentagon", "per the Pentagon"])
@pytest.mark.parametrize("subject", ["Russia", "Talks", "The three armies of the north"])
def test_a_subject_however_short_is_said_with_its_clause(reader: Reader, phrase: str, subject: str) -> None:
    text = f"{subject}, {phrase}, will resume on Monday."
    (statement,) = reader.read(text).statements
    assert [text[a:b] for a, b in statement.content] == [subject, "will resume on Monday"]


def test_a_participle_shares_the_source_of_the_whole(reader: Reader) -> None:
    text = "Lavrov said Washington would block the text, calling it “useless”."
    assert ("Sergey Lavrov", "it “useless") in said(text, reader.read(text))


def test_a_quoted_judgement_counts_alone_and_with_what_it_is_of(reader: Reader) -> None:
    text = "Merkel described the plan to close it as “hasty”."
    assert said(text, reader.read(text)) == [
        ("Angela Merkel", "the plan to close it as “hasty”"),
        ("Angela Merkel", "hasty"),
    ]


def test_quoted_words_that_end_a_clause_or_begin_it_are_one_statement_with_it(reader: Reader) -> None:
    text = "Kerry told the crowd it was the day “they said would never come.” “Without troops”, Lavrov said, there will be no order."
    reading = reader.read(text)
    outermost = reading.model_copy(update={"statements": [s for s in reading.statements if not s.inside]})
    assert said(text, outermost) == [
        ("John Kerry", "it was the day “they said would never come"),
        ("Sergey Lavrov", "Without troops there will be no order"),
    ]


def test_whom_another_quotes_is_the_source(reader: Reader) -> None:
    text = "Xinhua quoted Lavrov as saying the pipeline was ready."
    assert ("Sergey Lavrov", "the pipeline was ready") in said(text, reader.read(text))


def test_a_cue_behind_a_long_apposition_is_found(reader: Reader) -> None:
    text = "“The bridge will hold,” Gen. Tomas Bartok, the chief engineer of the eastern military district, told reporters."
    assert said(text, reader.read(text)) == [("Tomas Bartok", "The bridge will hold")]


@pytest.mark.parametrize("dash", ["–", "—", "-"])
def test_dialogue_after_dashes(reader: Reader, dash: str) -> None:
    text = f"Sergei Lavrov met the press.\n\n{dash} We wait for an answer, {dash} the minister said. {dash} There is no hurry."
    assert said(text, reader.read(text, published="2015-03-01")) == [
        ("Sergey Lavrov", "We wait for an answer"),
        ("Sergey Lavrov", "There is no hurry"),
    ]


def test_an_answer_needs_a_question(reader: Reader) -> None:
    assert reader.read("Two ways are open.\n\nA: The truce holds.\n\nB: The truce fails.").statements == []


def test_a_list_after_dashes_is_no_dialogue(reader: Reader) -> None:
    text = "Kerry had two points.\n\n- the truce must hold\n- the prisoners must go home"
    assert reader.read(text).statements == []


def test_questions_have_no_name_and_answers_that_of_whom_they_address(reader: Reader) -> None:
    text = "The minister answers\n\nQ: Minister Lavrov, is the truce dead?\n\nA: No. We hope that it will hold.\n\nQ: And the talks?\n\nA: They go on."
    assert said(text, reader.read(text, published="2015-03-01")) == [
        (None, "Minister Lavrov, is the truce dead"),
        ("Sergey Lavrov", "No. We hope that it will hold"),
        (None, "And the talks"),
        ("Sergey Lavrov", "They go on"),
    ]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "Lavrov, the Russian foreign minister, left early. A Western diplomat said a vote was near. The diplomat added that nobody would yield.",
            "Western diplomat",
        ),
        (
            "Lavrov said Moscow would wait. Frank-Walter Steinmeier, the German foreign minister, said time was short. “We need a text,” the minister said.",
            "Frank-Walter Steinmeier",
        ),
        ("Lavrov said that Kerry had left the room. He added that the talks would go on.", "Sergey Lavrov"),
        (
            "Two Western envoys said the list was long; they added that London had wanted it.",
            "Western envoys",
        ),
    ],
)
def test_a_role_or_pronoun_goes_to_who_spoke_last(reader: Reader, text: str, last: str) -> None:
    name, _ = said(text, reader.read(text, published="2015-03-01"))[-1]
    assert name is not None
    assert last in name


def test_a_spokesman_for_a_president_is_not_the_president(reader: Reader) -> None:
    text = "A spokesman for President Hamid Karzai said the deadline was too short."
    (statement,) = reader.read(text, published="2009-11-28").statements
    assert statement.speaker is not None
    assert (statement.speaker.id.startswith("unnamed-"), statement.speaker.country) == (True, "AFG")


def test_a_part_of_a_party_is_not_the_party(reader: Reader) -> None:
    (statement,) = reader.read("Two Democrats said the bill was dead.", published="2016-05-01").statements
    assert statement.speaker is not None
    assert statement.speaker.id.startswith("unnamed-")


def test_we_of_a_press_release_is_who_issues_it(reader: Reader) -> None:
    text = "Statement by the Ministry of Foreign Affairs of Armenia\n\nWe condemn the shelling of the town."
    (statement,) = reader.read(text, published="2020-10-01").statements
    assert statement.speaker is not None
    assert statement.speaker.country == "ARM"
    report = "Shelling of the town goes on\n\nWe condemn the shelling of the town."
    assert all(s.speaker is None or s.speaker.country is None for s in reader.read(report).statements)


def test_in_a_capital_they_are_its_government(reader: Reader) -> None:
    text = "In Moscow they hope that the truce will hold."
    (statement,) = reader.read(text).statements
    assert statement.speaker is not None
    assert statement.speaker.country == "RUS"


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "The judge argued that the law strangles trade and promised to end the practice.",
            ["the law strangles trade", "end the practice"],
        ),
        (
            "Lavrov said Kerry was making calls and insisted that the truce held.",
            ["Kerry was making calls", "the truce held"],
        ),
        (
            "Prosecutors alleged that the clerk hid millions, and asked the judge to jail him.",
            ["the clerk hid millions", "jail him"],
        ),
        (
            "Lavrov spoke at length, worrying that the list was long and hoping that it would shrink.",
            ["the list was long", "it would shrink"],
        ),
        (
            "Farmers complain that the price is low while lawyers call it too high.",
            ["the price is low", "too high"],
        ),
        ("The measure, which critics say would gut the law, passed.", ["would gut the law"]),
        (
            "Residents believe there is a risk of flood, with officials describing the dam as old.",
            ["there is a risk of flood", "the dam as old"],
        ),
        (
            "Lavrov dismissed the idea that Kerry had left, calling it absurd.",
            ["the idea that Kerry had left", "absurd"],
        ),
        (
            "Merkel said the road was open and the bridge showed no damage.",
            ["the road was open and the bridge showed no damage"],
        ),
        ("Lavrov ruled out a tax on grain on Sunday.", ["a tax on grain"]),
        ("Lavrov rejected that plan.", ["that plan"]),
    ],
)
def test_content_ends_where_the_narrator_goes_on(reader: Reader, text: str, contents: list[str]) -> None:
    assert [c for _, c in said(text, reader.read(text, published="2015-12-15"))] == contents


@pytest.mark.parametrize(
    "text",
    [
        "Officials granted anonymity to talk about the plan left early.",
        "Kerry declined to be specific.",
        "Lavrov gave no indication that the talks would go on.",
        "KUALA LUMPUR (AP): Police arrested two men on Tuesday.",
    ],
)
def test_what_is_only_asked_allowed_or_withheld_is_no_statement(reader: Reader, text: str) -> None:
    assert reader.read(text, published="2015-12-15").statements == []


def test_a_participle_of_saying_has_the_source_of_the_quotation_before(reader: Reader) -> None:
    text = 'Lavrov told CNN that "the list is long," adding: "Nobody has read it."'
    assert said(text, reader.read(text)) == [
        ("Sergey Lavrov", "the list is long"),
        ("Sergey Lavrov", "Nobody has read it"),
    ]


def test_a_quotation_that_goes_on_has_the_cue_of_the_one_before(reader: Reader) -> None:
    text = '"The list is long," Lavrov said. "Nobody has read it."'
    first, second = reader.read(text).statements
    assert first.cue == second.cue is not None


def test_a_document_is_not_who_spoke_before_it(reader: Reader) -> None:
    text = "Lavrov said the vote was over. A resolution condemning the raids was passed."
    assert [name for name, _ in said(text, reader.read(text))] == ["Sergey Lavrov", "resolution"]


def test_many_of_whom_are_those_named_before(reader: Reader) -> None:
    text = "The Democrats, many of whom have questioned the long war, stayed away."
    assert "Democratic Party" in {name for name, _ in said(text, reader.read(text, published="2009-12-02"))}


def test_what_nobody_named_thinks_has_no_speaker(reader: Reader) -> None:
    text = "The buzz in the lobby was that the budget would fail. Shares fell amid fears that the strike would go on."
    found = reader.read(text, published="2016-10-01").statements
    assert [s.speaker for s in found] == [None, None]
    assert [text[slice(*s.content[0])] for s in found] == ["the budget would fail", "the strike would go on"]


@pytest.mark.parametrize(
    "text",
    [
        "“It is late,” she said in an interview aired Wednesday.",
        "As he accused the rebels of stalling, the envoy left the room.",
        "Ann Doyle said the audit is “just absurd,” and left.",
        "The court published a report titled “The Road Home: An Inquiry.”",
    ],
)
def test_what_only_looks_like_content_is_none(reader: Reader, text: str) -> None:
    contents = [text[a:b] for s in reader.read(text, published="2016-10-01").statements for a, b in s.content]
    assert "just absurd" not in [
        text[a:b] for s in reader.read(text).statements if s.inside is None for a, b in s.content
    ]
    assert not {"aired Wednesday", "the envoy left the room", "The Road Home: An Inquiry"} & set(contents)


def test_what_many_hold_has_no_speaker(reader: Reader) -> None:
    text = "He is widely considered the key to the deal. The chapel was considered."
    found = reader.read(text, published="2016-10-01").statements
    assert [(s.speaker, text[slice(*s.content[0])]) for s in found] == [(None, "the key to the deal")]


def test_nobody_calls_himself_by_name(reader: Reader) -> None:
    text = (
        "Opposition leader Morgan Tsvangirai told reporters that he was ready for talks. President Robert Mugabe was in Cairo. "
        "“It will be over if Mr Mugabe declares himself the winner,” he said."
    )
    assert reader.read(text, published="2008-06-26").statements[-1].speaker.name == "Morgan Tsvangirai"  # type: ignore[union-attr]


def test_they_who_added_are_those_who_spoke(reader: Reader) -> None:
    text = (
        "In London, Foreign Secretary David Miliband met Nelson Mandela. "
        "The text was softened, two Western diplomats said; they added that London had wanted more."
    )
    assert reader.read(text, published="2008-06-26").statements[-1].speaker.name == "Western diplomats"  # type: ignore[union-attr]


def test_the_diplomat_is_who_spoke_last(reader: Reader) -> None:
    text = (
        "Deputy Foreign Minister Mikhail Bogdanov met his Iranian counterpart Hossein Jaberi Ansari in Moscow. "
        "“The talks are useful to us,” Bogdanov stressed. The diplomat also noted that they would go on in Sochi."
    )
    assert reader.read(text, published="2018-01-19").statements[-1].speaker.name == "Mikhail Bogdanov"  # type: ignore[union-attr]


def test_a_quotation_alone_is_of_whom_the_sentence_before_tells(reader: Reader) -> None:
    text = (
        "The ministry held a briefing in Tehran on Sunday.\n\n"
        "Foreign ministry spokesman Mohammad-Ali Hosseini made known the decision while speaking to reporters.\n\n"
        "“Iran has agreed with the request of the agency in line with its cooperation.”\n"
    )
    assert "Hosseini" in reader.read(text, published="2006-12-03").statements[-1].speaker.name  # type: ignore[union-attr]


def test_whom_a_sentence_turns_to_does_not_go_on_speaking(reader: Reader) -> None:
    text = (
        "Spokesman Dmitry Peskov said that the visit was planned. "
        "Asked about President Emmanuel Macron, he said that the call would take place."
    )
    assert reader.read(text, published="2019-03-01").statements[-1].speaker.name == "Dmitry Peskov"  # type: ignore[union-attr]


def test_who_declines_to_name_others_says_nothing(reader: Reader) -> None:
    assert reader.read("The lawyers declined to name the aides.", published="2018-01-01").statements == []


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "The Bosnian Serb leader, Radovan Karadzic, left. The psychiatrist told his parliament that the troops could go.",
            "Radovan Karadzic",
        ),
        (
            "Algeria's new ruler, General Omar Benali, closed the border. “We are ready,” the 46-year-old Berber officer told reporters.",
            "Omar Benali",
        ),
        (
            "A lawyer was shot. General Omar Benali closed the border. The lawyer said he had been warned.",
            "lawyer",
        ),
        (
            "Santos warned that the poor were no criminals as he met Nicolas Maduro. President Juan Manuel Santos left. "
            "His counterpart said that the border would stay shut.",
            "Nicolas Maduro",
        ),
        (
            "“I leave,” Interior Minister Carlos Vega said. Prime Minister Luis Prado stayed. The prime minister said that the vote was a farce.",
            "Luis Prado",
        ),
        (
            "Amnesty International published a report on Chad. The report said that soldiers had shot boys.",
            "Amnesty International",
        ),
        ("A book was found. The report said that soldiers had shot boys.", "report"),
        (
            "Police arrested Jordi Cuixart. His lawyer said that the charges were absurd.",
            "lawyer of Jordi Cuixart",
        ),
        (
            "The talks broke down when the Taliban walked out, insisting that Kabul free the prisoners.",
            "Taliban",
        ),
        ("Kerry noted a warning from Iran that the sailors would be tried.", "Iran"),
    ],
)
def test_who_is_meant_by_what_he_is_or_issued(reader: Reader, text: str, last: str) -> None:
    assert reader.read(text, published="2017-06-20").statements[-1].speaker.name == last  # type: ignore[union-attr]


def test_a_spokesman_of_nobody_speaks_for_the_body_that_spoke(reader: Reader) -> None:
    text = "France's foreign ministry said in Bogota that it knew. A spokeswoman said that talks went on."
    assert reader.read(text, published="2008-03-03").statements[-1].speaker.country == "FRA"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "In case of new raids, warned Lavrov, the rebels will fight on.",
            [("Sergey Lavrov", "In case of new raids the rebels will fight on")],
        ),
        ("Kerry, the man whom Lavrov praised, left.", []),
        (
            "Lavrov said he disagreed with it, insisted that Russia would leave and hinted that he might return.",
            [
                ("Sergey Lavrov", "he disagreed with it"),
                ("Sergey Lavrov", "Russia would leave"),
                ("Sergey Lavrov", "he might return"),
            ],
        ),
        (
            "A second payment “will not be made this year,” Lavrov said.",
            [("Sergey Lavrov", "A second payment “will not be made this year")],
        ),
        (
            "The talks yielded, in the words of one envoy, “smiles and little else”.",
            [("one envoy", "smiles and little else")],
        ),
        (
            "Lavrov scoffed that the same states had kept silent.",
            [("Sergey Lavrov", "the same states had kept silent")],
        ),
        ("Turkey renewed its offer of a dialogue on the islets.", [("Turkey", "a dialogue on the islets")]),
    ],
)
def test_content_around_or_beside_a_clause_that_interrupts(
    reader: Reader, text: str, contents: list[tuple[str, str]]
) -> None:
    assert said(text, reader.read(text, published="2015-12-15")) == contents


def test_talk_and_fears_that_the_text_gives_to_nobody_have_no_speaker(reader: Reader) -> None:
    for text, content in (
        ("There was talk of a third bid.", "a third bid"),
        ("Stocks fell amid fears of a default.", "a default"),
    ):
        (statement,) = reader.read(text).statements
        assert statement.speaker is None
        assert text[slice(*statement.content[0])] == content


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("An army spokesman, Col. Ali Hassan, said two men had died.", "Col. Ali Hassan"),
        ("“It is late,” said one aide, Ann Ray.", "Ann Ray"),
        ("One analyst in Cairo, Hany Saad, 41, said it was late.", "Hany Saad"),
        ("A local official, who asked not to be named, said it was late.", "local official"),
    ],
)
def test_a_name_between_commas_is_who_was_brought_in(reader: Reader, text: str, name: str) -> None:
    (speaker,) = (s.speaker for s in reader.read(text).statements)
    assert speaker is not None
    assert speaker.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Human Rights Watch published pictures of the village. The organisation said soldiers had burned it.",
            "Human Rights Watch",
        ),
        (
            "The Environmental Protection Agency fined the plant. The agency said the leak had lasted a year.",
            "Environmental Protection Agency",
        ),
        (
            "Rep. Kim Ballard of Idaho opposed the bill. The congresswoman said it cost too much.",
            "Kim Ballard",
        ),
        (
            "Secretary of State Jack Kerrigan testified on Tuesday. The secretary said the deal was working.",
            "Jack Kerrigan",
        ),
        ("Ann Selden, a pollster, surveyed 800 voters. The pollster said the race was tied.", "Ann Selden"),
        ("The plant closed in May. The agency said the leak had lasted a year.", "agency"),
        ("Jan Cohen met Ann Ray. By noon Jan Cohen, the Texan said, had left.", "Texan"),
    ],
)
def test_a_bare_noun_means_the_body_or_candidate_named_before(reader: Reader, text: str, name: str) -> None:
    speaker = reader.read(text).statements[-1].speaker
    assert speaker is not None
    assert speaker.name == name


def test_what_hung_on_the_content_is_cut_off(reader: Reader) -> None:
    text = "The survey put support for the law at 43 percent."
    assert [text[slice(*s.content[0])] for s in reader.read(text).statements] == [
        "support for the law at 43 percent"
    ]
    text = "The mayor was worried by the report."
    (statement,) = reader.read(text).statements
    assert statement.speaker_span is not None
    assert text[slice(*statement.speaker_span)] == "The mayor"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The envoys saw President Maia Sandu, an opponent of the bill, who said it was a trap.",
            "Maia Sandu",
        ),
        ('Foreign Minister Jan Orvel after the meeting said: "We proposed a committee."', "Jan Orvel"),
        (
            '"It was a mistake, and the Canadians know it," Foreign Minister Jan Orvel said. "I see no way out."',
            "Jan Orvel",
        ),
        (
            "In Minsk, Jan Orvel told his ministers that order would be kept. President Emmanuel Macron "
            'protested. "People are tired," the 65-year-old leader said.',
            "Jan Orvel",
        ),
        (
            'President Jan Orvel talked with the gunmen\'s leader, Omar Sadir. "They kept their word," the '
            "44-year-old president told reporters.",
            "Jan Orvel",
        ),
        (
            "Mali's rebel spokesman Jan Orvel said that Gao was taken. Army spokesman Omar Sadir called this a "
            'lie. "We hold the bridge," the rebel spokesman insisted.',
            "Jan Orvel",
        ),
        (
            "Bolivia's vice president, Omar Sadir, disagreed with President Jan Orvel. The president said that "
            "the people had been asked.",
            "Jan Orvel",
        ),
        (
            "Peru's peace commissioner, Jan Orvel, flew to Havana. Rebel commander Omar Sadir was waiting. "
            "The commissioner said that a year was lost.",
            "Jan Orvel",
        ),
    ],
)
def test_a_role_is_whom_the_text_calls_so(reader: Reader, text: str, name: str) -> None:
    speaker = reader.read(text).statements[-1].speaker
    assert speaker is not None
    assert speaker.name == name


def test_an_official_without_a_name_stays_who_he_is(reader: Reader) -> None:
    text = (
        "A senior Pentagon official briefed reporters on the plane. Defense Secretary Lloyd Austin was to land "
        "at noon. The official said that the ships would stay."
    )
    speaker = reader.read(text, published="2023-05-05").statements[-1].speaker
    assert speaker is not None
    assert speaker.name == "senior Pentagon official"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"It was a formality," the minister Jan Orvel is sure.', "Jan Orvel"),
        (
            'The minister Jan Orvel shook his head. "Nobody will come back to this table soon, and nobody '
            'wants to."',
            "Jan Orvel",
        ),
    ],
)
def test_a_quotation_without_a_verb_of_saying_has_its_source(reader: Reader, text: str, name: str) -> None:
    (statement,) = reader.read(text).statements
    assert statement.manner == "direct"
    assert statement.speaker is not None
    assert statement.speaker.name == name

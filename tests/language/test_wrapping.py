from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman import Reader
from dragoman.language import lay_out
from dragoman.language.wrapping import unwrapped

STORY = (
    "Peruvian Foreign Minister Diego Garcia-Sayan met U.S. Secretary of State Colin Powell in Lima on Thursday and "
    "discussed the fishing grounds with him. Chile condemned the meeting, saying that the two states had not asked it.",
    "Bolivia expelled three Chilean diplomats on Wednesday after soldiers had crossed the border near the town of Visviri "
    "in the north, the ministry said in a statement.",
)


@pytest.mark.parametrize("width", [50, 66, 80, 100])
def test_a_wrapped_text_is_that_of_its_paragraphs(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(p, width) for p in STORY)
    assert unwrapped(wrapped) == "\n\n".join(STORY)
    assert len(lay_out(wrapped).blocks) == 2


def test_titles_and_paragraphs_keep_their_ends() -> None:
    text = f"MINISTERS MEET\nBy Ann Lee\n{textwrap.fill(STORY[0], 70)}\n   {textwrap.fill(STORY[1], 70)}"
    assert unwrapped(text) == f"MINISTERS MEET\nBy Ann Lee\n{STORY[0]}\n   {STORY[1]}"


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(STORY),
        "Peru met Chile.\nChile met Peru in Lima on Tuesday morning, officials said.\nBolivia protested.",
        "- Peru received the ambassador of Chile in Lima\n- Chile recalled its consul from Tacna in the north\n- Bolivia said nothing of all this",
        "Q: Did the minister meet the envoy in the capital?\nA: He met him on Tuesday.\nQ: And the fishing grounds?\nA: They are ours.",
        "Peru\nChile\nBolivia\nArgentina",
    ],
)
def test_other_breaks_stay(text: str) -> None:
    assert unwrapped(text) == text


@given(st.lists(st.text("ab .\n\r\t-", max_size=60), max_size=12))
def test_only_breaks_become_blanks(parts: list[str]) -> None:
    text = "\n".join(parts)
    out = unwrapped(text)
    assert len(out) == len(text)
    assert all(a == b or (b == " " and a in "\r\n\t") for a, b in zip(text, out, strict=True))


def test_events_of_a_wrapped_text(reader: Reader) -> None:
    def told(text: str) -> list[tuple[str, list[str | None]]]:
        found = reader.read(text, published="2001-09-14").events
        return [(e.act, [p.country for p in (*e.actors, *e.recipients)]) for e in found]

    plain = told("\n\n".join(STORY))
    assert {act for act, _ in plain} >= {"CONSULT", "ACCUSE"}
    assert told("\n\n".join(textwrap.fill(p, 64) for p in STORY)) == plain

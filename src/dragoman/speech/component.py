"""The speech component: statements of a doc as the schema writes them."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.schema import Participant, Statement
from dragoman.speech.attribution import Attribution
from dragoman.speech.circumstances import occasion_of, time_of
from dragoman.speech.cues import cues
from dragoman.speech.scene import Attributed
from dragoman.speech.speakers import Speaker

if not Doc.has_extension("statements"):
    Doc.set_extension("statements", default=None)


_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "who", "which", "that", "this", "one", "his", "her", "its", "their", "many",
                       "some", "others", "those", "these", "both", "all", "there", "what", "everyone"})  # fmt: skip
_OWNED = ("his ", "her ", "its ", "their ")
_DETERMINER = re.compile(
    r"^(?:the|a|an|his|her|its|their|some|several|many|two|three|four|other)\s+(?!of\b)", re.I
)


def _people(speaker: Speaker, text: str) -> list[Participant]:
    """A source as the schema writes it; one whom nothing names stays as the text calls it, of kind unnamed."""
    if speaker.actors:
        return [Participant.of(a, speaker.span) for a in speaker.actors]
    begin, end = speaker.named or speaker.span
    words = " ".join(text[begin:end].split())
    if not words or words.lower() in _PRONOUNS or len(words) > 100 or not words[0].isalnum():
        return []
    name = _DETERMINER.sub("", words)
    name = cues().collective_names.get(name, name)
    owner = speaker.owners[0] if speaker.owners else None
    if owner is not None and owner.kind != "unnamed" and words.lower().startswith(_OWNED):
        name = f"{name} of {owner.name}"  # `her lawyer`
    return [
        Participant(
            id="unnamed-" + "-".join(re.findall(r"\w+", name.lower())),
            name=name,
            country=owner.country if owner is not None else None,
            sector=owner.sector if owner is not None else None,
            span=speaker.span,
        )
    ]


def _joint(s: Attributed, people: list[Participant], text: str) -> list[Participant]:
    """All sources, each once, where there is more than one."""
    named = [*people, *(p for speaker in s.joint for p in _people(speaker, text))]
    every = list({p.id: p for p in named}.values())
    return every if len(every) > 1 else []


def _inside(number: int, found: list[Attributed]) -> str | None:
    """The smallest other statement whose content holds this one's whole content."""
    own = found[number].content[0]
    best: tuple[int, str] | None = None
    for k, other in enumerate(found):
        if k == number:
            continue
        for start, end in other.content:
            if start <= own[0] and own[1] <= end and end - start > own[1] - own[0]:
                if best is None or end - start < best[0]:
                    best = (end - start, f"s{k + 1}")
    return best[1] if best else None


@Language.component(
    "dragoman_speech",
    requires=["doc._.mentions", "doc._.layout", "doc._.times", "token.dep", "token.lemma"],
    assigns=["doc._.statements"],
)
def set_statements(doc: Doc) -> Doc:
    """Write `doc._.statements`."""
    attribution = Attribution(doc)
    scene, found = attribution.scene, attribution.run()
    statements = []
    text = scene.text
    for number, s in enumerate(found):
        people = _people(s.speaker, text) if s.speaker is not None else []
        statements.append(
            Statement(
                id=f"s{number + 1}",
                speaker=people[0] if people else None,
                speakers=_joint(s, people, text),
                speaker_span=s.speaker.span if s.speaker is not None else None,
                cue=s.cue,
                content=s.content,
                manner=s.manner,
                addressees=[p for a in s.addressees for p in _people(a, text)],
                time=time_of(scene, s),
                occasion=occasion_of(scene, s),
                evidence=s.evidence,
                rule=s.rule,
                inside=_inside(number, found),
            )
        )
    doc._.statements = statements
    return doc

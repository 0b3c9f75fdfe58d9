"""`dragoman explain`: why a fact was read."""

from __future__ import annotations

from typing import Any

from rich.console import Console

from dragoman.cli.reading import Request, source_options
from dragoman.errors import DocumentError, RunError
from dragoman.knowledge import describe
from dragoman.reader import Reader
from dragoman.schema import Reading
from dragoman.sources import open_documents

KINDS = (
    "events",
    "statements",
    "positions",
    "counts",
    "agreements",
    "designations",
    "memberships",
    "profiles",
)


def facts_of(reading: Reading) -> dict[str, Any]:
    """Every fact of a reading by its id."""
    return {item.id: item for kind in KINDS for item in getattr(reading, kind)}


def explanation(reading: Reading, id_: str) -> list[str]:
    """The lines that explain a fact. Raises `RunError` when there is no such fact."""
    facts = facts_of(reading)
    fact = facts.get(id_)
    if fact is None:
        raise RunError(f"the reading has no fact {id_!r}; it has {', '.join(facts) or 'none'}")
    lines = [f"{type(fact).__name__.lower()} {id_}", f'evidence: "{reading.quote(fact.evidence)}"']
    trigger = getattr(fact, "trigger", None) or getattr(fact, "cue", None)
    if trigger is not None:
        lines.append(f'words that matched: "{reading.quote(trigger)}" at {trigger[0]}-{trigger[1]}')
    for span in getattr(fact, "content", []):
        lines.append(f'content: "{reading.quote(span)}"')
    if getattr(fact, "speaker", None) is not None:
        named = reading.quote(fact.speaker_span) if fact.speaker_span else ""
        lines.append(f'speaker: {fact.speaker.name}, from "{named}"')
    lines.append(f"rule: {fact.rule}")
    meaning = describe(fact.rule)
    if meaning is not None:
        lines += [f"  {line}" for line in meaning.splitlines()]
    lines += getattr(fact, "why", [])
    return lines


def run(path: str, id_: str, published: str | None, model: str, lexicon: list[str]) -> int:
    """Read one document and explain one of its facts."""
    errors = Console(stderr=True)
    request = Request([path], published, None, None, [], model, lexicon, 1, False, False)
    failures: list[DocumentError] = []
    found = next(open_documents([path], source_options(request, errors), failures.append), None)
    if found is None:
        raise failures[0]
    reading = Reader(model, lexicon=lexicon).read(found[1])
    for line in explanation(reading, id_):
        print(line)
    return 0

"""`dragoman lexicon check|show|test`."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from dragoman.coding.lexicon import Lexicon, load_lexicon
from dragoman.errors import RunError
from dragoman.knowledge import describe_entry


def check(files: list[str]) -> int:
    """Load and count; errors name file and line."""
    lexicon: Lexicon = load_lexicon(Path(f) for f in files)
    verbs, nouns = lexicon.senses
    examples = sum(len(e.examples) for e in lexicon.entries.values())
    Console().print(
        f"{len(lexicon.entries)} entries: {verbs} verb senses, {nouns} noun senses, {examples} examples",
        highlight=False,
    )
    return 0


def show(word: str, files: list[str]) -> int:
    """Print the entries of an id or a lemma."""
    lexicon = load_lexicon(Path(f) for f in files)
    found = [
        e
        for e in lexicon.entries.values()
        if word in (e.id, *e.lemmas) or word in {x.split()[0] for x in e.lemmas}
    ]
    if not found:
        raise RunError("D208", word=word)
    for entry in found:
        print(f"{entry.id}\n  " + describe_entry(entry).replace("\n", "\n  "))
    return 0


def test(prefix: str, files: list[str]) -> int:
    """Run the examples of all entries whose id begins with `prefix`."""
    from dragoman.coding.examples import run_examples  # noqa: PLC0415

    lexicon = load_lexicon(Path(f) for f in files)
    failed = passed = 0
    for outcome in run_examples(lexicon, prefix, files):
        if outcome.passed:
            passed += 1
        else:
            failed += 1
            example = outcome.example
            print(
                f"{outcome.entry.file}:{example.line}  {outcome.entry.id}: {example.text}\n    gives {outcome.got}, not {example.gives}"
            )
    Console().print(f"{passed} examples pass, {failed} fail", highlight=False)
    return 1 if failed else 0

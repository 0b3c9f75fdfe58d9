"""`dragoman lexicon check|show|test|import`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from rich.console import Console

from dragoman.cli.reading import report_layers, write_file
from dragoman.cli.sheets import many
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


def convert(files: list[str], out: str | None, *, as_json: bool) -> int:
    """Write dictionaries of another coder as a lexicon file; 1 when lines were left out."""
    from dragoman.coding.importers import import_dictionaries, write_lexicon  # noqa: PLC0415

    found = import_dictionaries(files)
    text = write_lexicon(found.entries)
    if out is not None:
        write_file(Path(out), text)
    elif not as_json:
        sys.stdout.write(text)
    left_out = len(found.faults)
    counts = {
        "entries": len(found.entries), "verbs": found.verbs, "patterns": found.patterns, "silent": found.silent,
        "left_out": left_out,
    }  # fmt: skip
    if as_json:
        issues = [i._asdict() for i in found.issues]
        print(json.dumps({"out": out, **counts, "issues": issues}, indent=1, ensure_ascii=False))
        return 1 if left_out else 0
    errors = Console(stderr=True)
    report_layers(errors, found.issues)
    told = (
        f"{many(len(found.entries), 'entry', 'entries')} of {many(found.verbs, 'verb')} and {many(found.patterns, 'pattern')}"
        f"{f' written to {out}' if out else ''}; {many(found.silent, 'line')} by which nothing is coded; "
        f"{many(left_out, 'line')} left out"
    )
    errors.print(told, highlight=False, soft_wrap=True, markup=False)
    return 1 if left_out else 0

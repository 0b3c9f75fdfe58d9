"""`python -m evals`: read the gold and print one table of scores.

python -m evals                     the open gold, sentences, distractors, attributions, dates, places, actors; dev and test
python -m evals --split dev --misses
python -m evals --gold FILE_OR_FOLDER
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from dragoman import Document, Reader, __version__
from evals import attributions, occurrences, readings, sentences, sets

GOLD = Path(__file__).parent / "gold"
SPLITS = ("dev", "test")
COLUMNS = ("gold", "pred", "right", "P", "R", "F1", "strict F1", "attributed F1", "status", "roles", "mode", "date",
           "place", "extra per gold", "manner")  # fmt: skip


def reader_of_gold(reader: Reader) -> Callable[[readings.Json], readings.Reading]:
    """A function from a gold article to the reading of its text."""

    def read(gold: readings.Json) -> readings.Reading:
        document = Document(id=gold["id"], text=gold["text"], published=gold["published"])
        result: readings.Reading = json.loads(reader.read(document).to_json(indent=None))
        return result

    return read


def reader_of_sets(reader: Reader) -> sets.Read:
    """A function from a text and its day to the times, places and actors found in it."""

    def read(text: str, published: str | None) -> sets.Found:
        with reader.nlp.memory_zone():
            doc = reader.analyse(Document(text=text, published=published))
            return sets.Found(
                times=[((t.start, t.end), t.time.start, t.time.end, t.time.precision) for t in doc._.times],
                places=[((p.start, p.end), p.place.name, p.place.country) for p in doc._.places],
                actors=[
                    ((m.start, m.end), a.name, a.country) for m in doc._.mentions.items for a in m.actors
                ],
            )

    return read


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, help="a gold file or folder instead of ours")
    parser.add_argument("--split", choices=SPLITS, help="one split only")
    parser.add_argument("--model", help="another spaCy English pipeline")
    parser.add_argument(
        "--misses", action="store_true", help="list what was missed, extra or wrong, but of test"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    args = parser.parse_args()
    splits = [s for s in SPLITS if args.split in (None, s)]
    sets_of_gold = (
        {args.gold.stem: args.gold}
        if args.gold
        else {name: GOLD / name for s in splits for name in (s, f"fresh-{s}")}
    )
    reader = Reader(args.model) if args.model else Reader()
    read = reader_of_gold(reader)
    out: dict[str, dict[str, object]] = {}
    table = Table(title=f"Dragoman {__version__}, parser {reader.model}", title_justify="left")
    for column in ("", *COLUMNS):
        table.add_column(column, justify="right" if column else "left", no_wrap=not column)
    missed: list[tuple[str, ...]] = []
    for name, folder in sets_of_gold.items():
        golds = readings.load(folder)
        tallies = readings.score(golds, read)
        out[name] = {kind: readings.summarise(kind, t) for kind, t in tallies.items()}
        table.add_section()
        table.add_row(f"{name}: {len(golds)} articles", style="bold")
        for kind in readings.KINDS:
            row = readings.summarise(kind, tallies[kind])
            table.add_row(kind, *[_cell(row.get(c)) for c in COLUMNS])
        groups = readings.breakdown(tallies["statements"])
        out[name]["statements broken down"] = [list(line) for line in groups]
        for group, member, gold, found, right in groups:
            cells = {"gold": _cell(gold) if group == "manner" else "", "pred": _cell(found)}
            cells["right"] = _cell(right) if found else ""
            table.add_row(f"  {group} {member}", *[cells.get(c, "") for c in COLUMNS])
        if not args.gold and name in SPLITS:
            asked = sets.score(GOLD, reader_of_sets(reader), name)
            out[name]["sets"] = [list(line) for line in asked]
            for set_name, what, total, right in asked:
                cells = {"gold": _cell(total), "right": _cell(right) if total else ""}
                table.add_row(f"{set_name}: {what}", *[cells.get(c, "") for c in COLUMNS])
            of_acts = sentences.score_acts(sets.load(GOLD / "sentences.jsonl", name), read)
            out[name]["sentences"] = sentences.rows(of_acts)
            table.add_section()
            for act, row in sentences.rows(of_acts).items():
                table.add_row(f"sentences: {act}", *[_cell(row.get(c)) for c in COLUMNS])
            fired = sentences.score_distractors(sets.load(GOLD / "distractors.jsonl", name), read)
            out[name]["distractors"] = fired.summary()
            cells = {"gold": "0", "pred": _cell(fired.fired.total())}
            label = f"distractors: {fired.asked.total()}, {fired.share:.1%} with an event"
            table.add_row(label, *[cells.get(c, "") for c in COLUMNS])
            told = attributions.score(sets.load(GOLD / "attributions.jsonl", name), read)
            out[name]["attributions"] = attributions.rows(told)
            table.add_section()
            for kind, row in attributions.rows(told).items():
                table.add_row(
                    kind if kind == attributions.ALL else f"  manner {kind}",
                    *[_cell(row.get(c)) for c in COLUMNS],
                )
            corpus, grouping = occurrences.result(reader, name)
            joined = occurrences.figures(corpus, grouping)
            out[name]["occurrences"] = dict(joined)
            table.add_section()
            for label, row in occurrences.rows(joined):
                table.add_row(label, *[_cell(row.get(c)) for c in COLUMNS])
            tallies["attributions"] = told
            tallies["sentences"] = of_acts[sentences.ALL]
            tallies["distractors"] = readings.Tally(misses=fired.misses)
        if not name.endswith("test"):
            missed += [miss for tally in tallies.values() for miss in tally.misses]
    if args.json:
        print(json.dumps(out))
        return
    Console(width=None if Console().is_terminal else 190).print(table)
    if args.misses:  # those of the test split stay unseen, so that its figures stay worth something
        for miss in missed:
            print(" | ".join(miss))


def _cell(value: float | None) -> str:
    if value is None:
        return ""
    return str(value) if isinstance(value, int) else f"{value:.2f}"


if __name__ == "__main__":
    main()

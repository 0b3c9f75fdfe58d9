"""`python -m evals`: read the gold and print one table of scores.

python -m evals                     the open gold, dev and test
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
from evals import readings

GOLD = Path(__file__).parent / "gold"
COLUMNS = ("gold", "pred", "P", "R", "F1", "strict F1", "attributed F1", "status", "roles", "mode", "date", "place",
           "extra per gold", "manner")  # fmt: skip


def reader_of_gold(model: str | None) -> Callable[[readings.Json], readings.Reading]:
    """A function from a gold article to the reading of its text."""
    reader = Reader(model) if model else Reader()

    def read(gold: readings.Json) -> readings.Reading:
        document = Document(id=gold["id"], text=gold["text"], published=gold["published"])
        result: readings.Reading = json.loads(reader.read(document).to_json(indent=None))
        return result

    return read


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, help="a gold file or folder instead of ours")
    parser.add_argument("--split", choices=("dev", "test"), help="one split only")
    parser.add_argument("--model", help="another spaCy English pipeline")
    parser.add_argument("--misses", action="store_true", help="list what was missed, extra or wrong")
    parser.add_argument("--json", action="store_true", help="print JSON")
    args = parser.parse_args()
    sets = (
        {args.gold.stem: args.gold}
        if args.gold
        else {s: GOLD / s for s in ("dev", "test") if args.split in (None, s)}
    )
    read = reader_of_gold(args.model)
    console = Console(width=None if Console().is_terminal else 160)
    out = {}
    for name, folder in sets.items():
        golds = readings.load(folder)
        tallies = readings.score(golds, read)
        out[name] = {kind: readings.summarise(kind, t) for kind, t in tallies.items()}
        if not args.json:
            table = Table(title=f"Dragoman {__version__} on {name}: {len(golds)} articles")
            table.add_column("")
            for column in COLUMNS:
                table.add_column(column, justify="right")
            for kind, row in out[name].items():
                table.add_row(kind, *[_cell(row.get(c)) for c in COLUMNS])
            console.print(table)
        if args.misses:
            for tally in tallies.values():
                for miss in tally.misses:
                    print(" | ".join(miss))
    if args.json:
        print(json.dumps(out))


def _cell(value: float | None) -> str:
    if value is None:
        return ""
    return str(value) if isinstance(value, int) else f"{value:.2f}"


if __name__ == "__main__":
    main()

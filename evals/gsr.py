"""Code the sentences of PLOVER gold standard records, in the form their scorer reads.

python -m evals.gsr GOLD.json > predictions.jsonl
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from dragoman import Reader
from dragoman.schema import Event, Participant, Reading

# Acts of PLOVER 2021 by the names of the 2016 records, where the mode decides.
OLD_NAMES = {("ACCUSE", "investigate"): "INVESTIGATE"}
ARMED = frozenset({"heavy-weapons", "firearms", "aerial", "drone", "unconventional"})


def old_name(event: Event) -> str:
    """The name that the 2016 records give an event."""
    act, mode = event.plover.event, event.plover.mode
    if act == "ASSAULT" and (
        mode in ARMED or (mode is None and event.recipients and event.recipients[0].sector in ("MIL", "REB"))
    ):
        return "FIGHT"
    if act == "ASSAULT" and mode in ("destroy", "abduct"):
        return "COERCE"
    return OLD_NAMES.get((act, mode or ""), act)


def codes(people: list[Participant], reading: Reading) -> list[str]:
    """Codes of the countries acted for or belonged to, the sector of international actors where there is none."""
    return [c for p in people if (c := reading.country_of(p) or p.sector) and c != "UAF"]


def main() -> None:
    """Write one line a record."""
    reader = Reader()
    for record in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
        if record["event"] == "DOCUMENT":
            continue
        reading = reader.read(record["text"], published=record.get("date"))
        rows = [
            {
                "type": old_name(e),
                "source": codes(e.actors, reading),
                "target": codes(e.recipients, reading),
            }
            for e in reading.events
            if e.status not in ("negated", "cancelled")
        ]
        print(json.dumps({"id": record["id"], "events": rows}))


if __name__ == "__main__":
    main()

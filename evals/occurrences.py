"""`python -m evals.occurrences`: score how reports are brought together to occurrences.

python -m evals.occurrences                        both splits
python -m evals.occurrences --split dev --misses   what was not read, torn apart, or run together
python -m evals.occurrences --split later-test     happenings written later (the README says how)
python -m evals.occurrences --corpus FILE          a corpus of your own, in the form of the README

Definitions (the corpus is described in `evals/gold/occurrences/README.md`):

- A gold report is *read* when a predicted report of its document tells it: has one of the happening's acts, and
  its trigger lies in the quote, or else its evidence shares at least 0.3 of the shorter with it. One to one within
  a document: triggers first (several events of one sentence share their evidence), then by overlap.
- Pairs are pairs of gold reports, copies left out. A pair is *right* when both are in one occurrence and in one
  happening. Precision is over pairs in one occurrence; recall over all pairs of one happening (a report
  that was not read is not joined), or over those of which both were read.
- Lookalikes are *apart* when no occurrence has reports of both; `seen` counts the pairs of which both were read.
- A copy is *joined* when one of its reports shares an occurrence with that report in the original; it is *known*
  when the record takes the two texts for copies, and any other two texts taken for copies are *false copies*.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple, get_args

from rich.console import Console
from rich.table import Table

from dragoman import Document, Reader
from dragoman.record.copies import alike, signature
from dragoman.record.occurrences import occurrences_of
from dragoman.schema import Act, Precision, Status
from evals.readings import OVERLAP, ratio, share

Json = dict[str, Any]
CORPUS = Path(__file__).parent / "gold" / "occurrences"
SPLITS = ("dev", "test")
LATER = ("later-dev", "later-test", "third-dev", "fourth-dev")  # asked for by name
FEWEST, MOST = 3, 6  # reports of a happening, copies aside
ALIKE = 0.75  # how much of a copy's text is that of the original, by `difflib`
Pair = tuple[int, int]
Span = tuple[int, int]
Figures = dict[str, int | float]


class Told(NamedTuple):
    """A predicted report: the document and its evidence, with act and trigger where they are known."""

    document: str
    start: int
    end: int
    act: str | None = None
    trigger: Span | None = None


class GoldReport(NamedTuple):
    """A report of the corpus with its span."""

    happening: str
    document: str
    quote: Span
    acts: tuple[str, ...]


@dataclass(frozen=True)
class Grouping:
    """Which occurrence each gold report was found in.

    `found` maps the number of a gold report to that of an occurrence; what was not read is not in it.
    """

    reports: list[GoldReport]
    found: dict[int, int]
    copies: frozenset[str]

    def pairs(self) -> Iterator[tuple[Pair, bool, bool]]:
        """Every pair of reports, copies left out: whether one happening, whether one occurrence."""
        own = [i for i, r in enumerate(self.reports) if r.document not in self.copies]
        for a, b in combinations(own, 2):
            together = a in self.found and self.found.get(a) == self.found.get(b)
            yield (a, b), self.reports[a].happening == self.reports[b].happening, together

    def occurrences_of(self, happening: str) -> set[int]:
        """The occurrences that have reports of a happening."""
        return {o for i, o in self.found.items() if self.reports[i].happening == happening}


def load(split: str) -> Json:
    """The corpus of one split."""
    corpus: Json = json.loads((CORPUS / f"{split}.json").read_text(encoding="utf-8"))
    return corpus


def load_from(path: Path) -> Json:
    """A corpus of one's own; raises `ValueError` that lists what is wrong with it."""
    corpus: Json = json.loads(path.read_text(encoding="utf-8"))
    if wrong := faults(corpus):
        raise ValueError("\n".join(wrong))
    return corpus


def documents(corpus: Json) -> list[Document]:
    """The documents of a corpus as the reader takes them."""
    fields = ("id", "text", "published", "publisher", "translated_from")
    return [Document(**{name: d[name] for name in fields}) for d in corpus["documents"]]


def group(corpus: Json, occurrences: Iterable[Iterable[Told]]) -> Grouping:
    """Find the gold reports of a corpus in predicted occurrences."""
    texts = {d["id"]: d["text"] for d in corpus["documents"]}
    reports = []
    for h in corpus["happenings"]:
        for r in h["reports"]:
            start = texts[r["document"]].index(r["quote"])
            quote = (start, start + len(r["quote"]))
            reports.append(GoldReport(h["id"], r["document"], quote, tuple(h["acts"])))
    told: dict[str, list[tuple[Told, int]]] = defaultdict(list)
    for number, occurrence in enumerate(occurrences):
        for item in occurrence:
            told[item[0]].append((Told(*item), number))
    ranked: list[tuple[bool, int, Span, int, Told, int]] = []
    for i, r in enumerate(reports):
        for t, number in told[r.document]:
            evidence = (t.start, t.end)
            if t.act is not None and t.act not in r.acts:
                continue
            triggered = t.trigger is not None and share(t.trigger, r.quote) > 0
            if triggered or share(evidence, r.quote) >= OVERLAP:
                overlap = min(t.end, r.quote[1]) - max(t.start, r.quote[0])
                ranked.append((not triggered, -overlap, t.trigger or evidence, i, t, number))
    found: dict[int, int] = {}
    taken: set[tuple[Told, int]] = set()
    for *_, i, t, number in sorted(ranked, key=lambda item: item[:4]):
        if i not in found and (t, number) not in taken:
            found[i] = number
            taken.add((t, number))
    copies = frozenset(d["id"] for d in corpus["documents"] if d["copy_of"])
    return Grouping(reports, found, copies)


def score(corpus: Json, occurrences: Iterable[Iterable[Told]]) -> Figures:
    """The figures of a grouping."""
    return figures(corpus, group(corpus, occurrences))


def figures(corpus: Json, grouping: Grouping) -> Figures:
    """The figures of a grouping whose gold reports are found."""
    n: Counter[str] = Counter()
    for (a, b), same, together in grouping.pairs():
        read = a in grouping.found and b in grouping.found
        n.update(gold=same, gold_read=same and read, pred=together, right=same and together)
    own = [i for i, r in enumerate(grouping.reports) if r.document not in grouping.copies]
    precision = ratio(n["right"], n["pred"])
    recall, recall_read = ratio(n["right"], n["gold"]), ratio(n["right"], n["gold_read"])
    sides = [
        (grouping.occurrences_of(a), grouping.occurrences_of(b)) for a, b in corpus["lookalikes"]
    ]  # fmt: skip
    copies = list(_copies(corpus, grouping))
    return {
        "happenings": len(corpus["happenings"]),
        "reports": len(own),
        "read": sum(i in grouping.found for i in own),
        "pairs": n["gold"],
        "pairs read": n["gold_read"],
        "pairs joined": n["pred"],
        "pairs right": n["right"],
        "P": precision,
        "R": recall,
        "F1": _f1(precision, recall),
        "R of read": recall_read,
        "F1 of read": _f1(precision, recall_read),
        "lookalikes": len(sides),
        "seen": sum(bool(a and b) for a, b in sides),
        "apart": ratio(sum(not a & b for a, b in sides), len(sides)),
        "apart of seen": ratio(sum(not a & b for a, b in sides if a and b), sum(bool(a and b) for a, b in sides)),
        "copies": len(copies),
        "copies joined": sum(copies),
        **_known_copies(corpus),
    }  # fmt: skip


def _f1(precision: float, recall: float) -> float:
    return ratio(2 * precision * recall, precision + recall)


def _copies(corpus: Json, grouping: Grouping) -> Iterator[bool]:
    """For each copy whether one of its reports is where the original's report of that happening is."""
    found: dict[tuple[str, str], int] = {}
    for i, number in grouping.found.items():
        found[grouping.reports[i].document, grouping.reports[i].happening] = number
    for d in corpus["documents"]:
        if d["copy_of"]:
            yield any(
                number == found.get((d["copy_of"], happening))
                for (document, happening), number in found.items()
                if document == d["id"]
            )


def _known_copies(corpus: Json) -> dict[str, int]:
    """How many copies the record knows for such, and how many other pairs it takes for copies."""
    signatures = {d["id"]: signature(d["text"]) for d in corpus["documents"]}
    originals = {d["id"]: d["copy_of"] or d["id"] for d in corpus["documents"]}
    pairs = [p for p in combinations(signatures, 2) if alike(signatures[p[0]], signatures[p[1]])]
    known = sum(originals[a] == originals[b] for a, b in pairs)
    return {"copies known": known, "false copies": len(pairs) - known}


def by_kind(corpus: Json, grouping: Grouping) -> list[tuple[str, int, int, int, int, int]]:
    """For each kind of contact, and each act of what is no contact: reports, those read; pairs, those read and joined."""
    kinds = {h["id"]: (h["kinds"] or h["acts"])[0] for h in corpus["happenings"]}
    n: dict[str, Counter[str]] = defaultdict(Counter)
    for i, r in enumerate(grouping.reports):
        if r.document not in grouping.copies:
            n[kinds[r.happening]].update(reports=1, read=i in grouping.found)
    for (a, b), same, together in grouping.pairs():
        if same:
            both = a in grouping.found and b in grouping.found
            n[kinds[grouping.reports[a].happening]].update(pairs=1, both=both, joined=together)
    columns = ("reports", "read", "pairs", "both", "joined")
    return [(kind, *(c[name] for name in columns)) for kind, c in sorted(n.items())]  # type: ignore[misc]


def misses(corpus: Json, grouping: Grouping) -> list[tuple[str, ...]]:
    """What went wrong, a line each: reports not read, happenings torn apart, happenings run together."""
    texts = {d["id"]: d["text"] for d in corpus["documents"]}
    out: list[tuple[str, ...]] = []
    for i, r in enumerate(grouping.reports):
        if i not in grouping.found and r.document not in grouping.copies:
            out.append(("not read", r.happening, r.document, texts[r.document][slice(*r.quote)]))
    for h in corpus["happenings"]:
        parts: dict[int, list[str]] = defaultdict(list)
        for i, r in enumerate(grouping.reports):
            if r.happening == h["id"] and i in grouping.found and r.document not in grouping.copies:
                parts[grouping.found[i]].append(r.document)
        if len(parts) > 1:
            by_size = sorted(parts.values(), key=lambda part: (-len(part), part))
            out.append(("torn apart", h["id"], " / ".join(", ".join(part) for part in by_size)))
    members: dict[int, list[str]] = defaultdict(list)
    for i, r in enumerate(grouping.reports):
        if i in grouping.found and r.document not in grouping.copies:
            members[grouping.found[i]].append(f"{r.document} ({r.happening})")
    for number, part in sorted(members.items()):
        if len({grouping.reports[i].happening for i, o in grouping.found.items() if o == number}) > 1:
            out.append(("run together", ", ".join(part)))
    return out


def faults(corpus: Json) -> list[str]:
    """What is wrong with a corpus: its ids, dates, quotes, numbers of reports, copies."""
    out: list[str] = []
    texts = {d["id"]: d for d in corpus["documents"]}
    happenings = {h["id"]: h for h in corpus["happenings"]}
    for kind, ids, items in (
        ("documents", texts, corpus["documents"]),
        ("happenings", happenings, corpus["happenings"]),
    ):
        if len(ids) != len(items):
            out.append(f"{kind}: an id is used twice")
    for d in corpus["documents"]:
        if not _is_day(d["published"]):
            out.append(f"{d['id']}: {d['published']!r} is no ISO day")
        if d["copy_of"] is not None:
            original = texts.get(d["copy_of"])
            if original is None or original is d:
                out.append(f"{d['id']}: no other document has the id {d['copy_of']!r}")
            elif SequenceMatcher(None, original["text"], d["text"], autojunk=False).ratio() < ALIKE:
                out.append(f"{d['id']}: too far from {d['copy_of']} to be a copy of it")
    for h in corpus["happenings"]:
        if not (_is_day(h["start"]) and _is_day(h["end"]) and h["start"] <= h["end"]):
            out.append(f"{h['id']}: {h['start']} to {h['end']} is no interval of ISO days")
        known = {"acts": get_args(Act), "kinds": ("meeting", "call", "visit", "conference")}
        for name, values in known.items():
            out += [f"{h['id']}: {v!r} is none of the {name}" for v in h[name] if v not in values]
        if h["precision"] not in get_args(Precision) or h["status"] not in ("held", "cancelled"):
            out.append(f"{h['id']}: unknown precision or status")
        told_by = {r["document"] for r in h["reports"]}
        if unknown := sorted(told_by - texts.keys()):
            out.append(f"{h['id']}: no document has the id {unknown[0]!r}")
            continue
        if not FEWEST <= sum(texts[d]["copy_of"] is None for d in told_by) <= MOST:
            out.append(f"{h['id']}: not told by {FEWEST} to {MOST} documents")
        for r in h["reports"]:
            if (times := texts[r["document"]]["text"].count(r["quote"])) != 1:
                out.append(f"{h['id']}: a quote occurs {times} times in {r['document']}: {r['quote']!r}")
            if r["status"] not in get_args(Status):
                out.append(f"{h['id']}: {r['status']!r} is no status")
    for pair in corpus["lookalikes"]:
        if len(set(pair)) != 2 or not set(pair) <= happenings.keys():
            out.append(f"lookalikes {pair}: not two happenings of this split")
    return out


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def predict(reader: Reader, corpus: Json) -> list[list[Told]]:
    """What the reader and the record make of a corpus."""
    readings = list(reader.pipe(documents(corpus)))
    return [
        [Told(r.document, *r.evidence, r.act, r.trigger) for r in occurrence.reports]
        for occurrence in occurrences_of(readings)
    ]


def result(reader: Reader, split: str) -> tuple[Json, Grouping]:
    """A split's corpus with its grouping."""
    return grouped(reader, load(split))


def grouped(reader: Reader, corpus: Json) -> tuple[Json, Grouping]:
    """A corpus with its grouping."""
    return corpus, group(corpus, predict(reader, corpus))


def rows(f: Figures) -> list[tuple[str, Figures]]:
    """The lines for the table of all evals: a label and what stands in its columns."""
    pairs = {"pred": f["pairs joined"], "right": f["pairs right"], "P": f["P"]}
    return [
        ("occurrences: reports read", {"gold": f["reports"], "right": f["read"]}),
        ("occurrences: pairs", {**pairs, "gold": f["pairs"], "R": f["R"], "F1": f["F1"]}),
        (
            "occurrences: pairs read",
            {**pairs, "gold": f["pairs read"], "R": f["R of read"], "F1": f["F1 of read"]},
        ),
        ("occurrences: lookalikes apart", {"gold": f["lookalikes"], "right": f["apart"]}),
    ]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--split", choices=SPLITS + LATER, help="one split only")
    parser.add_argument("--corpus", type=Path, metavar="FILE", help="a corpus of your own")
    parser.add_argument("--misses", action="store_true", help="list what went wrong, but of the test splits")
    parser.add_argument("--json", action="store_true", help="print JSON")
    args = parser.parse_args()
    reader = Reader()
    if args.corpus is not None:
        results = {args.corpus.name: grouped(reader, load_from(args.corpus))}
    else:
        results = {split: result(reader, split) for split in ([args.split] if args.split else SPLITS)}
    scores = {split: figures(*r) for split, r in results.items()}
    if args.json:
        print(json.dumps(scores))
        return
    table = Table("", *scores, title="Occurrences", title_justify="left")
    for name in next(iter(scores.values())):
        values = [s[name] for s in scores.values()]
        table.add_row(name, *[f"{v:.3f}" if isinstance(v, float) else str(v) for v in values])
    Console().print(table)
    for split, r in results.items():
        kinds = Table(split, "reports", "read", "pairs", "both read", "joined")
        for row in by_kind(*r):
            kinds.add_row(*map(str, row))
        Console().print(kinds)
    if args.misses:  # those of the test split stay unseen, so that its figures stay worth something
        for split, r in results.items():
            for miss in misses(*r) if not split.endswith("test") else ():
                print(" | ".join(miss))


if __name__ == "__main__":
    main()

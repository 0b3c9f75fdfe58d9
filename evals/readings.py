"""Score readings against gold articles.

Definitions (the gold format is described in `docs/accuracy.md`):

- event: same act, evidence spans overlap by 0.3 of the shorter, and a participant in common (country code or
  last name) unless the gold names none; one to one, best overlap first. Recall counts essential gold only;
  precision counts matches with any gold.
- strict: the matched event also has the right status (actual and historical are one) and the right country
  codes in each role (both roles pooled where the gold has no recipients).
- statement: content overlaps with character IoU of 0.5; attributed: the right speaker too, by last name or
  country code; its recall too counts essential gold only.
- positions, counts, agreements, designations, warnings: evidence overlaps by 0.3 of the shorter and the item
  says the same (`says_the_same`).
"""

from __future__ import annotations

import calendar
import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Json = dict[str, Any]
Reading = Json
OVERLAP = 0.3
IOU = 0.5
SIMPLE = ("positions", "counts", "agreements", "designations", "warnings")
KINDS = ("events", "statements", *SIMPLE)
_EMPTY_WORDS = {"agreement", "agreements", "treaty", "the", "of", "on"}


@dataclass
class Tally:
    """Counts of one kind of fact over many articles, with what went wrong."""

    n: Counter[str] = field(default_factory=Counter)
    misses: list[tuple[str, ...]] = field(default_factory=list)

    def add(self, **counts: int) -> None:
        """Add to the counts."""
        self.n.update(counts)


def fold(name: str | None) -> str:
    """Lower-case letters of a name without accents."""
    text = unicodedata.normalize("NFKD", name or "")
    return "".join(c for c in text if not unicodedata.combining(c)).lower()


def last_name(name: str | None) -> str:
    """The last word of a name, folded."""
    words = [w for w in fold(name).replace("-", " ").split() if w.isalnum()]
    return words[-1] if words else ""


def locate(text: str, snippet: str) -> tuple[int, int]:
    """The span of a gold snippet in its text; (-1, -1) when it is not there."""
    at = text.find(snippet)
    return (at, at + len(snippet)) if at >= 0 else (-1, -1)


def _common(a: Iterable[int], b: Iterable[int]) -> int:
    (a0, a1), (b0, b1) = tuple(a), tuple(b)
    return max(0, min(a1, b1) - max(a0, b0))


def share(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Overlap of two spans as a share of the shorter."""
    shorter = min(a[1] - a[0], b[1] - b[0])
    return _common(a, b) / shorter if shorter > 0 else 0.0


def iou(content: list[tuple[int, int]], gold: tuple[int, int]) -> float:
    """Intersection over union, in characters, of content spans with one gold span."""
    inter = sum(_common(s, gold) for s in content)
    union = sum(s[1] - s[0] for s in content) + gold[1] - gold[0] - inter
    return inter / union if union else 0.0


def pair_up(pairs: list[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """Greedy one-to-one pairs of (gold, predicted), best score first."""
    golds: set[int] = set()
    preds: set[int] = set()
    out = []
    for _, g, p in sorted(pairs, reverse=True):
        if g not in golds and p not in preds:
            golds.add(g)
            preds.add(p)
            out.append((g, p))
    return out


def interval(value: str | list[str] | None) -> tuple[str, str] | None:
    """A gold date as first and last day: `2015` and `2015-05` cover their whole period, also at either end of a longer one."""
    if value is None:
        return None
    if isinstance(value, list):
        first, last = interval(value[0]), interval(value[1])
        return (first[0], last[1]) if first and last else None
    if len(value) == 4:
        return f"{value}-01-01", f"{value}-12-31"
    if len(value) == 7:
        year, month = int(value[:4]), int(value[5:])
        return f"{value}-01", f"{value}-{calendar.monthrange(year, month)[1]:02d}"
    return value[:10], value[:10]


def _codes(people: list[Json]) -> set[str]:
    return {p["country"] for p in people if p and p.get("country")}


def _names(people: list[Json]) -> set[str]:
    return {last_name(p.get("name")) for p in people if p} - {""}


def score_events(gold: Json, reading: Reading, tally: Tally) -> None:
    """Add one article's events to a tally."""
    text, golds, preds = gold["text"], gold["events"], reading.get("events", [])
    spans = [locate(text, g["evidence"]) for g in golds]
    pairs: list[tuple[float, int, int]] = []
    for i, g in enumerate(golds):
        wanted_codes = {*g["actor_codes"], *g["recipient_codes"]}
        wanted_names = {last_name(n) for n in (*g["actors"], *g["recipients"])} - {""}
        for j, p in enumerate(preds):
            people = [*p["actors"], *p["recipients"]]
            known = wanted_codes or wanted_names
            if known and not (_codes(people) & wanted_codes or _names(people) & wanted_names):
                continue
            amount = share(spans[i], tuple(p["evidence"]))
            if amount >= OVERLAP and p["act"] == g["act"]:
                trigger = p.get("trigger") or p["evidence"]
                pairs.append((amount + (spans[i][0] <= trigger[0] < spans[i][1]), i, j))
    found = pair_up(pairs)
    tally.add(
        gold=sum(g["essential"] for g in golds),
        pred=len(preds),
        hit_pred=len(found),
        hit_gold=sum(golds[i]["essential"] for i, _ in found),
    )
    for i, j in found:
        _compare_event(golds[i], preds[j], tally)
    right_gold, right_pred = {i for i, _ in found}, {j for _, j in found}
    for i, g in enumerate(golds):
        if i not in right_gold and g["essential"]:
            tally.misses.append(("missed event", gold["id"], g["act"], g["evidence"][:110]))
    for j, p in enumerate(preds):
        if j not in right_pred:
            who = "/".join(str(x["name"]) for x in (*p["actors"], *p["recipients"]))
            s, e = p["evidence"]
            tally.misses.append(
                (
                    "extra event",
                    gold["id"],
                    f"{p['act']} {p['status']} {who} [{p['rule']}]",
                    text[s:e][:110],
                )
            )


def _compare_event(g: Json, p: Json, tally: Tally) -> None:
    actors, recipients = _codes(p["actors"]), _codes(p["recipients"])
    if g["recipients"]:
        roles = actors == set(g["actor_codes"]) and recipients == set(g["recipient_codes"])
    else:
        roles = (actors | recipients) == set(g["actor_codes"])
    status = p["status"] == g["status"] or {p["status"], g["status"]} == {"actual", "historical"}
    strict = roles and status
    tally.add(
        status_right=status, roles_right=roles, strict=strict, strict_essential=strict and g["essential"]
    )
    if not strict:
        tally.misses.append(
            (
                "not strict", g["act"],
                f"gold {g['status']} {g['actor_codes']}>{g['recipient_codes']}"
                f" read {p['status']} {sorted(actors)}>{sorted(recipients)} [{p['rule']}]",
                g["evidence"][:110],
            )
        )  # fmt: skip
    if g["mode"]:
        tally.add(modes=1, mode_right=p.get("mode") == g["mode"])
    if g["date"]:
        time = p.get("time") or {}
        tally.add(dates=1, date_right=(time.get("start"), time.get("end")) == interval(g["date"]))
    if g["place"]:
        place = p.get("place") or {}
        tally.add(places=1, place_right=fold(place.get("name")) == fold(g["place"]))


def score_statements(gold: Json, reading: Reading, tally: Tally) -> None:
    """Add one article's statements to a tally."""
    text, golds, preds = gold["text"], gold["statements"], reading.get("statements", [])
    spans = [locate(text, g["content"]) for g in golds]
    pairs = [
        (amount, i, j)
        for i in range(len(golds))
        for j, p in enumerate(preds)
        if (amount := iou([(s, e) for s, e in p["content"]], spans[i])) >= IOU
    ]
    found = pair_up(pairs)
    for g, span in zip(golds, spans, strict=True):
        tally.add(**{f"{manner_of(text, g, span)} gold": 1})
    attributed = attributed_essential = 0
    for i, j in found:
        g, speaker = golds[i], preds[j].get("speaker") or {}
        wanted = {last_name(n) for n in (g["speaker"] or "").split(";")} - {""}
        named = last_name(speaker.get("name")) in wanted
        right = named or (bool(g["speaker_code"]) and speaker.get("country") == g["speaker_code"])
        attributed += right
        attributed_essential += right and g["essential"]
        manner = preds[j].get("manner")
        _break_down(text, g, spans[i], preds[j], right, tally)
        tally.add(manner_right=manner == "mixed" or (manner == "direct") == g["direct"])
        if not right:
            tally.misses.append(
                ("wrong speaker", gold["id"], f"{g['speaker']} <> {speaker.get('name')}", g["content"][:90])
            )
    tally.add(
        gold=sum(g["essential"] for g in golds),
        pred=len(preds),
        hit_pred=len(found),
        hit_gold=sum(golds[i]["essential"] for i, _ in found),
        attributed=attributed,
        attributed_essential=attributed_essential,
    )
    right_gold, right_pred = {i for i, _ in found}, {j for _, j in found}
    for i, g in enumerate(golds):
        if i not in right_gold and g["essential"]:
            tally.misses.append(("missed statement", gold["id"], str(g["speaker"]), g["content"][:110]))
    for j, p in enumerate(preds):
        if j not in right_pred:
            content = " ... ".join(text[s:e] for s, e in p["content"])
            speaker = (p.get("speaker") or {}).get("name")
            tally.misses.append(("extra statement", gold["id"], f"{speaker} [{p['rule']}]", content[:110]))


MANNERS = ("direct", "mixed", "indirect")
NAMED = ("name", "role", "pronoun", "none")


def manner_of(text: str, gold: Json, span: tuple[int, int]) -> str:
    """The manner of a gold statement: direct, or indirect; mixed when an indirect one holds quoted words."""
    if gold["direct"]:
        return "direct"
    return "mixed" if any(c in '"“”«»' for c in text[span[0] : span[1]]) else "indirect"


def named_by(text: str, gold: Json, speaker_span: tuple[int, int] | None) -> str:
    """How the text names the speaker of a statement: by name, role, pronoun, or not at all.

    Gold holds no span of the speaker, so the words that the reader took for it say.
    """
    if speaker_span is None:
        return "none"
    words = fold(text[speaker_span[0] : speaker_span[1]])
    wanted = {last_name(n) for n in (gold["speaker"] or "").split(";")} - {""}
    if words.strip() in ("he", "she", "they", "it", "we", "i", "who", "both"):
        return "pronoun"
    return "name" if any(n in words for n in wanted) else "role"


def _break_down(text: str, gold: Json, span: tuple[int, int], pred: Json, right: bool, tally: Tally) -> None:
    """Count a found statement under its manner and how its speaker is named."""
    named = named_by(text, gold, pred.get("speaker_span"))
    for group in (manner_of(text, gold, span), named):
        tally.add(**{f"{group} found": 1, f"{group} right": int(right)})


def breakdown(tally: Tally) -> list[tuple[str, str, int, int, float]]:
    """Lines for statements: group, member, gold (0 where the text alone cannot tell), found, speaker right."""
    out = []
    for group, members in (("manner", MANNERS), ("speaker by", NAMED)):
        for member in members:
            found, right = tally.n[f"{member} found"], tally.n[f"{member} right"]
            out.append((group, member, tally.n[f"{member} gold"], found, ratio(right, found)))
    return out


def says_the_same(kind: str, g: Json, p: Json) -> bool:
    """Whether a position, count, agreement, designation or warning says what the gold one says."""
    if kind == "positions":
        return bool(p["stance"] == g["stance"] and p["holder"].get("country") == g["holder_code"])
    if kind == "counts":
        return bool(p["value"] == g["value"] and p["what"] == g["what"])
    if kind == "agreements":
        return bool((set(fold(p["name"]).split()) & set(fold(g["name"]).split())) - _EMPTY_WORDS)
    if kind == "designations":
        wanted, got = set(g["by"]), _codes(p["by"])
        same = last_name(p["target"]["name"]) == last_name(g["target"])
        return same and len(wanted & got) >= 0.8 * len(wanted | got or {""})
    return p["kind"].replace(" ", "-") in (g["kind"], {"garbled-name": "unknown-name"}.get(g["kind"]))


def score_simple(kind: str, gold: Json, reading: Reading, tally: Tally) -> None:
    """Add one article's items of a simple kind to a tally."""
    text, golds, preds = gold["text"], gold.get(kind, []), reading.get(kind, [])
    pairs = []
    for i, g in enumerate(golds):
        for j, p in enumerate(preds):
            where = p.get("evidence") or p.get("span")
            amount = share(locate(text, g["evidence"]), tuple(where)) if where else 0.0
            if amount >= OVERLAP and says_the_same(kind, g, p):
                pairs.append((amount, i, j))
    found = pair_up(pairs)
    tally.add(gold=len(golds), pred=len(preds), hit_pred=len(found), hit_gold=len(found))
    right_gold, right_pred = {i for i, _ in found}, {j for _, j in found}
    for i, g in enumerate(golds):
        if i not in right_gold:
            tally.misses.append(
                (
                    f"missed {kind}",
                    gold["id"],
                    json.dumps({k: v for k, v in g.items() if k != "evidence"}, ensure_ascii=False),
                    g["evidence"][:110],
                )
            )
    for j, p in enumerate(preds):
        if j not in right_pred:
            s, e = p.get("evidence") or p.get("span") or (0, 0)
            tally.misses.append(
                (f"extra {kind}", gold["id"], str(p.get("rule") or p.get("kind")), text[s:e][:110])
            )


def ratio(a: float, b: float) -> float:
    """a / b, 0 when b is 0."""
    return a / b if b else 0.0


def f1(p: float, r: float) -> float:
    """Harmonic mean of precision and recall."""
    return 2 * p * r / (p + r) if p + r else 0.0


def summarise(kind: str, tally: Tally) -> dict[str, float]:
    """The figures of one kind of fact."""
    n = tally.n
    p, r = ratio(n["hit_pred"], n["pred"]), ratio(n["hit_gold"], n["gold"])
    row: dict[str, float] = {"gold": n["gold"], "pred": n["pred"], "P": p, "R": r, "F1": f1(p, r)}
    if kind == "events":
        row["strict F1"] = f1(ratio(n["strict"], n["pred"]), ratio(n["strict_essential"], n["gold"]))
        row["status"] = ratio(n["status_right"], n["hit_pred"])
        row["roles"] = ratio(n["roles_right"], n["hit_pred"])
        row["mode"] = ratio(n["mode_right"], n["modes"])
        row["date"] = ratio(n["date_right"], n["dates"])
        row["place"] = ratio(n["place_right"], n["places"])
        row["extra per gold"] = ratio(n["pred"] - n["hit_pred"], n["gold"])
    if kind == "statements":
        row["attributed F1"] = f1(
            ratio(n["attributed"], n["pred"]), ratio(n["attributed_essential"], n["gold"])
        )
        row["manner"] = ratio(n["manner_right"], n["hit_pred"])
    return row


def score(golds: Iterable[Json], read: Callable[[Json], Reading]) -> dict[str, Tally]:
    """Read every gold article and score it."""
    tallies = {kind: Tally() for kind in KINDS}
    for gold in golds:
        reading = read(gold)
        score_events(gold, reading, tallies["events"])
        score_statements(gold, reading, tallies["statements"])
        for kind in SIMPLE:
            score_simple(kind, gold, reading, tallies[kind])
    return tallies


def load(folder: Path) -> list[Json]:
    """Gold articles of a folder (or one file), sorted by name."""
    files = sorted(folder.glob("*.json")) if folder.is_dir() else [folder]
    return [json.loads(f.read_text(encoding="utf-8")) for f in files]

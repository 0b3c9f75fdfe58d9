"""Score attributions where every one of a text is marked: its source as named there, cue and content.

One JSON object a line: `id`, `split`, `style`, `published`, `text` and `attributions`, each with `source` (`null` where
the text names none) and `source_span`, `cue` and `cue_span`, `content` (spans), `manner` and `nested`. All spans are
character offsets into `text`.

An attribution is found when the contents overlap with a character IoU of 0.5, one to one, best overlap first; it is
right when the sources also overlap by half of the shorter, or both name none. Only outermost ones are asked for: a
nested one that is read as an outermost one is neither right nor extra.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from evals.readings import IOU, Json, Reading, Tally, pair_up, ratio

ALL = "every attribution"
MANNERS = ("direct", "mixed", "indirect")
SHARED = 0.5


def characters(spans: Iterable[tuple[int, int]]) -> set[int]:
    """The offsets that the spans cover."""
    return {i for start, end in spans for i in range(start, end)}


def same_source(gold: Json, found: Json) -> bool:
    """Whether both have the same words as source, or neither has any."""
    if not gold["source_span"] or not found["speaker_span"]:
        return not gold["source_span"] and not found["speaker_span"]
    ours, theirs = characters([gold["source_span"]]), characters([found["speaker_span"]])
    return len(ours & theirs) >= SHARED * min(len(ours), len(theirs))


def score(items: Iterable[Json], read: Callable[[Json], Reading]) -> Tally:
    """Count, over all and by manner, what is asked for, what was read, what is found and what is right."""
    tally = Tally()
    for item in items:
        gold = item["attributions"]
        found = [s for s in read(item)["statements"] if not s["inside"]]
        contents = [characters(s["content"]) for s in found]
        pairs = []
        for i, attribution in enumerate(gold):
            asked = characters(attribution["content"])
            for j, content in enumerate(contents):
                iou = len(asked & content) / len(asked | content)
                if iou >= IOU:
                    pairs.append((iou + same_source(attribution, found[j]), i, j))
        paired = dict(pair_up(pairs))
        nested = {j for i, j in paired.items() if gold[i]["nested"]}
        for i, attribution in enumerate(gold):
            if attribution["nested"]:
                continue
            kinds = (ALL, attribution["manner"])
            mate = paired.get(i)
            right = mate is not None and same_source(attribution, found[mate])
            for kind in kinds:
                tally.add(**{f"{kind} gold": 1, f"{kind} found": mate is not None, f"{kind} right": right})
            if not right:
                what = "attribution missed" if mate is None else "wrong source"
                start, end = attribution["content"][0]
                tally.misses.append(
                    (
                        what,
                        item["id"],
                        str(attribution["source"]),
                        str(attribution["cue"]),
                        item["text"][start:end][:110],
                    )
                )
        for j, statement in enumerate(found):
            if j in nested:
                continue
            tally.add(**{f"{ALL} pred": 1})
            if j not in paired.values():
                start, end = statement["content"][0]
                cue = item["text"][slice(*statement["cue"])] if statement["cue"] else ""
                tally.misses.append(("extra attribution", item["id"], cue, item["text"][start:end][:110]))
    return tally


def rows(tally: Tally) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of what is right, and the share found by each manner that the gold gives.

    `found F1` leaves the source aside.
    """
    gold, pred, found, right = (tally.n[f"{ALL} {what}"] for what in ("gold", "pred", "found", "right"))
    every = {
        "gold": gold,
        "pred": pred,
        "right": right,
        "P": ratio(right, pred),
        "R": ratio(right, gold),
        "F1": ratio(2 * right, gold + pred),
        "found F1": ratio(2 * found, gold + pred),
    }
    return {ALL: every} | {
        manner: {
            "gold": tally.n[f"{manner} gold"],
            "right": tally.n[f"{manner} right"],
            "R": ratio(tally.n[f"{manner} right"], tally.n[f"{manner} gold"]),
        }
        for manner in MANNERS
    }

"""Score three sets of single questions: dates, places, actors.

One JSON object a line, each with `split`:

- dates: `anchor` (day of publication), `text`, `expression`, and its `start`, `end`, `precision`. Right: a time
  mention over the expression has the same interval; `precision` is counted too, and both.
- places: `published`, `text`, `mention`, and its `name` (null when it is no place), `country`. Right: a place
  over the mention has that name or, where both are known, that country and a name that begins or ends the other;
  for no place: none is read there.
- actors: `published`, `text`, `mentions` (`text`, `nth` occurrence, `via`, `name`, `country`; several actors in
  one mention are joined by `; `). Right country: the set of countries is the same. Right identity: the set of
  last names is the same.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from evals.readings import fold, last_name, ratio

Json = dict[str, Any]
Span = tuple[int, int]


class Found:
    """What the reader found in one text: spans with their times, places and actors."""

    def __init__(
        self,
        times: Iterable[tuple[Span, str, str, str]] = (),
        places: Iterable[tuple[Span, str, str | None]] = (),
        actors: Iterable[tuple[Span, str, str | None]] = (),
    ) -> None:
        self.times = list(times)  # span, start, end, precision
        self.places = list(places)  # span, name, country
        self.actors = list(actors)  # span, name, country


Read = Callable[[str, str | None], Found]  # text and day of publication


def load(file: Path, split: str | None = None) -> list[Json]:
    """The items of a set, those of one split when it is named."""
    lines = file.read_text(encoding="utf-8").splitlines()
    items = [json.loads(line) for line in lines if line.strip()]
    return [item for item in items if split in (None, item["split"])]


def nth(text: str, piece: str, number: int) -> Span:
    """The span of the `number`th occurrence (from 1) of a piece; `ValueError` when there are fewer."""
    at = -1
    for _ in range(number):
        at = text.index(piece, at + 1)
    return at, at + len(piece)


def _over(span: Span, other: Span) -> int:
    return min(span[1], other[1]) - max(span[0], other[0])


def _best(span: Span, found: list[Any]) -> list[Any]:
    """Of found items (span first) those that share most with a span; several where one phrase names several."""
    scored = [(_over(span, f[0]) - 0.01 * (f[0][1] - f[0][0]), f) for f in found if _over(span, f[0]) > 0]
    top = max((score for score, _ in scored), default=0.0)
    return [f for score, f in scored if score == top]


def score_dates(items: Iterable[Json], read: Read) -> Counter[str]:
    """How many expressions have the right interval, the right precision, and both."""
    n: Counter[str] = Counter()
    for item in items:
        span = nth(item["text"], item["expression"], 1)
        best = _best(span, read(item["text"], item["anchor"]).times)
        interval = any((start, end) == (item["start"], item["end"]) for _, start, end, _ in best)
        precision = any(p == item["precision"] for _, _, _, p in best)
        n.update(
            items=1, found=bool(best), interval=interval, precision=precision, both=interval and precision
        )
    return n


def _same_place(name: str, country: str | None, item: Json) -> bool:
    wanted, got = fold(item["name"]), fold(name)
    if wanted == got:
        return item["country"] is None or country is None or country == item["country"]
    same_country = item["country"] is not None and country == item["country"]
    return same_country and bool(got) and (wanted.startswith(got) or wanted.endswith(got) or wanted in got)


def score_places(items: Iterable[Json], read: Read) -> Counter[str]:
    """How many places have the right name and country, and how many that are none are left alone."""
    n: Counter[str] = Counter()
    for item in items:
        span = nth(item["text"], item["mention"], 1)
        best = _best(span, read(item["text"], item["published"]).places)
        if item["name"] is None:
            n.update(none=1, left_alone=not best)
        else:
            n.update(
                places=1,
                found=bool(best),
                country=any(country == item["country"] for _, _, country in best),
                right=any(_same_place(name, country, item) for _, name, country in best),
            )
    return n


def _many(value: str | None) -> set[str]:
    return {v.strip() for v in (value or "").split(";") if v.strip()}


def score_actors(items: Iterable[Json], read: Read) -> Counter[str]:
    """How many mentions have the right countries, and the right identity: names apart from other mentions."""
    n: Counter[str] = Counter()
    for item in items:
        found = read(item["text"], item["published"])
        for mention in item["mentions"]:
            best = _best(nth(item["text"], mention["text"], mention["nth"]), found.actors)
            countries = {country for _, _, country in best if country}
            names = {last_name(name) for _, name, _ in best} - {""}
            wanted = {last_name(name) for name in _many(mention["name"])} - {""}
            kind = "name" if mention["via"] == "name" else "other"
            n.update(mentions=1, found=bool(best))
            if mention["country"]:
                n.update(countries=1, country=countries == _many(mention["country"]))
            if wanted:
                n.update({f"{kind}s": 1, f"{kind}_right": int(names == wanted)})
    return n


Row = tuple[str, str, int, float]  # set, what is right, of how many, share


def rows(name: str, n: Counter[str]) -> list[Row]:
    """The lines of the table for one set."""
    asked = {
        "dates": [("interval and precision", "both", "items"), ("interval", "interval", "items")],
        "places": [
            ("name and country", "right", "places"),
            ("country", "country", "places"),
            ("rightly no place", "left_alone", "none"),
        ],
        "actors": [
            ("country", "country", "countries"),
            ("identity of names", "name_right", "names"),
            ("identity of roles, nominals, pronouns", "other_right", "others"),
        ],
    }[name]
    return [(name, what, n[total], ratio(n[right], n[total])) for what, right, total in asked]


SETS = {"dates": score_dates, "places": score_places, "actors": score_actors}


def score(folder: Path, read: Read, split: str) -> list[Row]:
    """The rows of every set that lies in a folder."""
    out: list[Row] = []
    for name, scorer in SETS.items():
        file = folder / f"{name}.jsonl"
        if file.exists():
            out += rows(name, scorer(load(file, split), read))
    return out

"""`python -m benchmarks.record`: what keeping costs, and how fast a record of many events answers.

The record is generated: documents of fifty events each, between the states of the world over ten years, a third of them
contacts, with statements and positions. Its answers are timed as a user sees them: whole commands, Python's start included.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

import pycountry

from benchmarks.__main__ import articles
from dragoman import Reader
from dragoman.record.refresh import refresh
from dragoman.record.store import Entry, Record
from dragoman.schema import (
    Act,
    Actor,
    Document,
    Event,
    Issue,
    Participant,
    Place,
    Plover,
    Position,
    Reading,
    Statement,
    Time,
)

EVENTS = 50  # a generated document
BATCH = 500
FIRST = date(2015, 1, 1)
_ACTS: tuple[tuple[Act, str | None], ...] = (("CONSULT", "visit"), ("CONSULT", None), ("CONSULT", "phone"), ("AGREE", None), ("ACCUSE", None), ("REQUEST", None),
         ("ASSAULT", None), ("SANCTION", None), ("SUPPORT", None))  # fmt: skip
_LINE = "The parties spoke of the matter at some length on that day. "


def documents(count: int) -> Iterator[Reading]:
    """Generated readings, the same at every call."""
    chance = random.Random(7)
    countries = [c.alpha_3 for c in pycountry.countries]
    weights = [
        20 if c in ("USA", "RUS", "CHN", "GBR", "FRA", "DEU", "IRN", "UKR", "TUR", "ISR") else 1
        for c in countries
    ]
    towns = [
        "Geneva",
        "Vienna",
        "New York",
        "Doha",
        "Istanbul",
        "Brussels",
        "Moscow",
        "Beijing",
        "Cairo",
        "Nairobi",
    ]
    issues = [Issue(id=f"issue-{n}", label=f"issue {n}") for n in range(200)]
    for n in range(count):
        day = FIRST + timedelta(chance.randrange(3650))
        text = f"Report number {n}. " + _LINE * EVENTS
        people: dict[str, Actor] = {}
        events, statements, positions = [], list[Statement](), list[Position]()
        for k in range(EVENTS):
            sides = chance.choices(countries, weights, k=2)
            if sides[0] == sides[1]:
                sides[1] = "UNK" if sides[0] != "UNK" else "USA"
            parties = []
            for country in sides:
                person = chance.random() < 0.7
                id_ = f"{country.lower()}-official-{chance.randrange(3)}" if person else country
                people.setdefault(
                    id_,
                    Actor.model_construct(
                        id=id_,
                        name=id_.title(),
                        kind="person" if person else "state",
                        country=country,
                        sector="GOV",
                        office=None,
                        wikidata=None,
                    ),
                )
                parties.append(
                    Participant.model_construct(
                        id=id_, name=id_.title(), country=country, sector="GOV", span=(0, 6)
                    )
                )
            act, mode = chance.choice(_ACTS)
            together = act in ("CONSULT", "AGREE") and mode != "visit"
            at = (day - timedelta(chance.randrange(3))).isoformat()
            start = 20 + k * len(_LINE)
            events.append(
                Event.model_construct(
                    id=f"e{k + 1}", evidence=(start, start + 40), rule="generated", act=act, mode=mode, status="actual",
                    actors=parties if together else parties[:1], recipients=[] if together else parties[1:],
                    time=Time.model_construct(start=at, end=at, precision="day", span=None) if chance.random() < 0.6 else None,
                    place=Place.model_construct(name=chance.choice(towns), country=None, lat=float(k), lon=float(k), span=None)
                    if chance.random() < 0.4 else None,
                    topics=[], contexts=[], plover=Plover.model_construct(event=act, mode=mode, score=1.0),
                    trigger=(start, start + 5), confidence=0.8, statement=None, why=[],
                )
            )  # fmt: skip
            if k % 5 == 0:
                statements.append(
                    Statement.model_construct(
                        id=f"s{k + 1}", evidence=(start, start + 40), rule="generated", speaker=parties[0], speaker_span=(0, 6),
                        cue=(start, start + 5), content=[(start + 5, start + 40)], manner="indirect", addressees=[], time=None,
                        inside=None,
                    )
                )  # fmt: skip
            if k % 12 == 0:
                positions.append(
                    Position.model_construct(
                        id=f"p{k + 1}", evidence=(start, start + 40), rule="generated", holder=parties[0], by=None,
                        issue=chance.choice(issues), stance=chance.choice(("supports", "opposes", "demands")),
                    )
                )  # fmt: skip
        yield Reading.model_construct(
            schema_="dragoman.reading/1",
            document=Document(text=text, published=day.isoformat(), publisher=f"paper {n % 40}"),
            actors=list(people.values()), mentions=[], events=events, statements=statements, positions=positions, counts=[],
            agreements=[], designations=[], memberships=[], profiles=[], warnings=[],
        )  # fmt: skip


def generate(folder: Path, events: int) -> Record:
    """A record of about so many events."""
    record = Record(folder, create=True)
    stream = documents(-(-events // EVENTS))
    n = 0
    while batch := list(islice(stream, BATCH)):
        record.keep([Entry(f"generated/{(n := n + 1)}", reading) for reading in batch])
    return record


def keeping(count: int) -> float:
    """Seconds that keeping takes for each second of reading, over the same articles."""
    reader = Reader()
    for document in articles(5):
        reader.read(document)
    with tempfile.TemporaryDirectory() as folder:
        record = Record(Path(folder) / "record", create=True)
        began = time.perf_counter()
        readings = [reader.read(d) for d in articles(count)]
        middle = time.perf_counter()
        for n in range(0, count, 64):
            record.keep([Entry(str(k), r) for k, r in enumerate(readings[n : n + 64], n)])
        refresh(record)
        return (time.perf_counter() - middle) / (middle - began)


_MEASURED = """
import json, resource, subprocess, sys, time
began = time.perf_counter()
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
spent = time.perf_counter() - began
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([done.returncode, spent, used.ru_utime + used.ru_stime, used.ru_maxrss / 1e3]))
"""


def answer(*arguments: str) -> tuple[float, float, float]:
    """Seconds, processor seconds and peak megabytes of a whole command."""
    command = [sys.executable, "-c", _MEASURED, sys.executable, "-m", "dragoman", *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    code, spent, processor, peak = json.loads(done.stdout)
    if code not in (0, 1):
        raise SystemExit(f"dragoman {' '.join(arguments)} failed")
    return spent, processor, peak


_CLAIM = "US-Official-1 met Rus-Official-1 in Geneva on Monday. It was the 20th meeting between Russia and the United States this year."


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--events", type=int, default=1_000_000, help="events of the generated record")
    parser.add_argument("--articles", type=int, default=192, help="articles read and kept")
    parser.add_argument("--record", type=Path, help="a record generated before, or where to put it")
    args = parser.parse_args()
    print(f"keeping                  {keeping(args.articles):.1%} of the time of reading")
    with tempfile.TemporaryDirectory() as folder:
        place = args.record or Path(folder) / "record"
        claim = Path(folder) / "claim.txt"
        claim.write_text(_CLAIM, encoding="utf-8")
        if not place.exists():
            began = time.perf_counter()
            record = generate(place, args.events)
            middle = time.perf_counter()
            refresh(record)
            done = time.perf_counter()
            print(f"generated                {args.events:,} events in {middle - began:.0f} s")
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
            print(f"grouped                  in {done - middle:.0f} s, {peak:,.0f} MB at most")
            record.keep([Entry("one more", next(documents(1)))])
            began = time.perf_counter()
            refresh(record)
            print(f"one more document        grouped in {time.perf_counter() - began:.1f} s")
        at = ("--record", str(place))
        questions = {
            "contacts": ("contacts", "Russia", "Turkey", "--json", *at),
            "brief": ("brief", "Russia", "Turkey", "--json", *at),
            "check": ("check", str(claim), "--published", "2020-06-10", "--json", *at),
        }
        for name, command in questions.items():
            seconds, processor, peak = answer(*command)
            print(f"{name:<24} {seconds:.1f} s ({processor:.1f} s of processors), {peak:,.0f} MB")


if __name__ == "__main__":
    main()

"""`python -m benchmarks`: how fast the reader is beside the bare parser, and what it costs.

Reader and bare parser read the same articles one at a time, interleaved, with the same model and the same parts of
it. What starts from nothing (first reading, knowledge base, memory of a stream) is measured in a process of its own.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib import resources
from itertools import cycle, islice
from pathlib import Path

import psutil

from dragoman import Document, Reader
from dragoman.language import load_parser

GOLD = Path(__file__).parents[1] / "evals" / "gold" / "dev"


def articles(count: int) -> Iterator[Document]:
    """The dev articles and the bundled example in turn, every one made different so that no cache knows it."""
    example = resources.files("dragoman") / "examples" / "lausanne-2015-04-02.txt"
    texts = [(example.read_text(encoding="utf-8"), "2015-04-02")]
    for file in sorted(GOLD.glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        texts.append((gold["text"], gold["published"]))
    for n, (text, published) in enumerate(islice(cycle(texts), count)):
        yield Document(text=f"{text}\n\nStory number {n} of name{n}.", published=published)


def _alone(code: str, **env: str) -> float:
    """The number that a piece of Python prints in a process of its own."""
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, **env})
    return float(done.stdout)


_FIRST = """
import dragoman
dragoman.read("Kerry met Lavrov in Geneva on Friday.", published="2016-09-10")
print(0)
"""
_LOAD = """
import time
from dragoman.actors import knowledge_base
began = time.perf_counter()
knowledge_base()
print(time.perf_counter() - began)
"""


def first_reading(runs: int = 3) -> float:
    """Seconds from starting Python to the first reading, where Dragoman was used before: compiled modules are kept.

    They are, in every installation; an environment that forbids it (`PYTHONDONTWRITEBYTECODE`) is overruled.
    """
    with tempfile.TemporaryDirectory() as folder:
        kept = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": folder}
        taken = []
        for _ in range(1 + runs):  # the first compiles them
            began = time.perf_counter()
            _alone(_FIRST, **kept)
            taken.append(time.perf_counter() - began)
        return min(taken[1:])


def loading() -> tuple[float, float]:
    """Seconds to load the knowledge base: from its compiled form, and from its files when there is none."""
    with tempfile.TemporaryDirectory() as folder:
        cold = _alone(_LOAD, DRAGOMAN_CACHE=folder)
        warm = min(_alone(_LOAD, DRAGOMAN_CACHE=folder) for _ in range(3))
    return warm, cold


def dictionary(lines: int) -> str:
    """A PETRARCH dictionary with that many lines: new names with a synonym each, none of them twice."""
    entries = (f"ADON{n:04}_BREVIK_ [FRAGOV]\n+CORM{n:04}_BREVIK_\n" for n in range(lines // 2))
    return "".join(entries)


def importing(lines: int = 2000, runs: int = 5) -> tuple[float, float]:
    """Seconds that `dragoman actors import` takes, Python's start included, and how many times those of `--help`."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "own.actors.txt")
        file.write_text(dictionary(lines), encoding="utf-8")
        command = ["actors", "import", str(file), "--to", str(Path(folder, "own.tsv"))]
        taken, bare = (min(_command(arguments) for _ in range(runs)) for arguments in (command, ["--help"]))
    return taken, taken / bare


def _command(arguments: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "dragoman", *arguments], check=True, capture_output=True)
    return time.perf_counter() - began


def speeds(count: int) -> tuple[float, float]:
    """Words a second of the bare parser and of the reader, interleaved over the same articles."""
    reader, bare = Reader(), load_parser()
    words = spent_bare = spent_reader = 0.0
    for n, document in enumerate(articles(count + 5)):
        began = time.perf_counter()
        with bare.memory_zone():
            size = sum(not t.is_space for t in bare(document.text))
        middle = time.perf_counter()
        reader.read(document)
        if n >= 5:  # the first few warm both up
            words += size
            spent_bare += middle - began
            spent_reader += time.perf_counter() - middle
    return words / spent_bare, words / spent_reader


def rooms(count: int) -> dict[str, float]:
    """Processor time of each of the reader's components, as a share of that of the bare parser."""
    reader = Reader()
    spent: dict[str, float] = {}
    for n, document in enumerate(articles(count + 5)):
        if n == 5:
            gc.collect()  # the first look through all that was loaded is no room's own work
        with reader.nlp.memory_zone():
            began = time.process_time()
            doc = reader.nlp.make_doc(document.text)
            doc._.document = document
            now = time.process_time()
            if n >= 5:
                spent["parser"] = spent.get("parser", 0.0) + now - began  # it makes the tokens
            began = now
            for name, component in reader.nlp.pipeline:
                doc = component(doc)
                now = time.process_time()
                room = name.removeprefix("dragoman_") if name.startswith("dragoman_") else "parser"
                if n >= 5:
                    spent[room] = spent.get(room, 0.0) + now - began
                began = now
    parser = spent.pop("parser")
    return {room: seconds / parser for room, seconds in spent.items()}


def matching() -> float:
    """Megabytes of text a second in which every name of the knowledge base is looked for, on one core."""
    from dragoman.actors import knowledge_base  # noqa: PLC0415
    from dragoman.actors.matching import Scan  # noqa: PLC0415

    kb = knowledge_base()
    texts = [d.text for d in articles(500)]
    Scan(texts[0], None, kb)
    began = time.perf_counter()
    for text in texts:
        Scan(text, None, kb)
    return sum(len(t.encode()) for t in texts) / 1e6 / (time.perf_counter() - began)


def stream(count: int) -> None:
    """Read a stream and print peak memory, and what it grew by after the first tenth, in megabytes."""
    process = psutil.Process()
    reader = Reader()
    early = peak = 0
    for n, _ in enumerate(reader.pipe(articles(count)), 1):
        if n % 10 == 0 or n == count:
            peak = max(peak, process.memory_info().rss)
            early = early if n > count // 10 else peak
    print(json.dumps([peak / 1e6, (process.memory_info().rss - early) / 1e6]))


def memory(count: int) -> tuple[float, float]:
    """Peak and growth in megabytes of a process that only streams."""
    command = [sys.executable, "-m", "benchmarks", "--stream", str(count)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    peak, grown = json.loads(done.stdout)
    return peak, grown


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1000, help="articles streamed for memory")
    parser.add_argument("--timed", type=int, default=200, help="articles timed")
    parser.add_argument("--stream", type=int, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.stream:
        stream(args.stream)
        return
    bare, read = speeds(args.timed)
    print(f"bare parser              {bare:,.0f} words/s")
    print(f"reader                   {read:,.0f} words/s")
    print(f"ratio                    {read / bare:.2f}")
    for room, share in rooms(args.timed).items():
        print(f"  {room:<22} adds {share:.1%} to the parser's time")
    print(f"first reading after      {first_reading():.1f} s, Python's start included")
    warm, cold = loading()
    print(f"knowledge base loads in  {warm:.2f} s ({cold:.1f} s the first time, from its files)")
    taken, ratio = importing()
    print(
        f"2,000 lines imported in  {taken:.2f} s, Python's start included ({ratio:.1f} times that of --help)"
    )
    print(f"matching                 {matching():.1f} MB of text/s on one core")
    peak, grown = memory(args.articles)
    print(f"peak memory              {peak:,.0f} MB on {args.articles:,} articles streamed,")
    print(f"                         {grown:+,.0f} MB after the first tenth of them")


if __name__ == "__main__":
    main()

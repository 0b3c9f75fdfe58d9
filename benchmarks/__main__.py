"""`python -m benchmarks`: words a second of the reader and of the bare parser, their ratio, and memory.

Both read the same articles one at a time, interleaved, with the same parser and the same parts of it.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from importlib import resources

import psutil

from dragoman import Document, Reader
from dragoman.language import load_parser


def articles(count: int) -> Iterator[Document]:
    """The bundled example, made different for every article so that no cache helps."""
    folder = resources.files("dragoman") / "examples"
    text = (folder / "lausanne-2015-04-02.txt").read_text(encoding="utf-8")
    for n in range(count):
        yield Document(text=f"{text}\n\nStory number {n} of name{n}.", published="2015-04-02")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1000, help="articles streamed for memory")
    parser.add_argument("--timed", type=int, default=100, help="articles timed")
    args = parser.parse_args()
    process = psutil.Process()
    began = time.perf_counter()
    reader = Reader()
    reader.read(next(articles(1)))
    print(f"time to first reading   {time.perf_counter() - began:.2f} s")
    bare = load_parser()
    words = spent_bare = spent_reader = 0.0
    for document in articles(args.timed):
        began = time.perf_counter()
        with bare.memory_zone():
            words += sum(not t.is_space for t in bare(document.text))
        spent_bare += time.perf_counter() - began
        began = time.perf_counter()
        reader.read(document)
        spent_reader += time.perf_counter() - began
    print(f"bare parser             {words / spent_bare:,.0f} words/s")
    print(f"reader                  {words / spent_reader:,.0f} words/s")
    print(f"ratio                   {spent_bare / spent_reader:.2f}")
    before = process.memory_info().rss
    peak = before
    for n, _ in enumerate(reader.pipe(articles(args.articles))):
        if n % 50 == 0:
            peak = max(peak, process.memory_info().rss)
    after = process.memory_info().rss
    print(
        f"peak memory             {peak / 1e6:,.0f} MB on {args.articles} articles streamed (grew {(after - before) / 1e6:+,.0f} MB)"
    )


if __name__ == "__main__":
    main()

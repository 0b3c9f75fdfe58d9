"""Syndicated copies: near-duplicate texts are one source.

A signature is a MinHash of the text's five-word shingles (Broder 1997, "On the resemblance and containment of
documents"): two texts share about as many of its numbers as of their shingles.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np

SIZE: Final = 64
SHINGLE: Final = 5
# The share of equal numbers from which two texts are copies; an edited agency report keeps more, a rewrite far less.
ALIKE: Final = 0.5

# Signatures of documents by their ids.
Signatures = Mapping[str, Sequence[int]]

_WORD: Final = re.compile(r"\w+")
_PRIME: Final = (1 << 31) - 1


@lru_cache(maxsize=1)
def _coefficients() -> tuple[np.ndarray, np.ndarray]:
    """The fixed hash functions: the same on every machine and in every version."""
    import numpy as np  # noqa: PLC0415 - a query of the record needs none of it

    seed = hashlib.sha256(b"dragoman.record.copies").digest()
    numbers = np.frombuffer(
        b"".join(hashlib.sha256(seed + bytes([i])).digest()[:8] for i in range(2 * SIZE)), "<u4"
    )
    a, b = numbers[::2][:SIZE].astype(np.uint64), numbers[1::2][:SIZE].astype(np.uint64)
    return a % _PRIME + 1, b % _PRIME


def signature(text: str) -> tuple[int, ...]:
    """The signature of a text: `SIZE` numbers below 2**31; of a text without words, none."""
    import numpy as np  # noqa: PLC0415

    words = _WORD.findall(text.casefold())
    if not words:
        return ()
    shingles = {" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))}
    hashes = np.array(
        [
            int.from_bytes(hashlib.blake2b(s.encode("utf-8", "replace"), digest_size=4).digest(), "big")
            for s in shingles
        ],
        dtype=np.uint64,
    )
    a, b = _coefficients()
    values = (np.outer(hashes % _PRIME, a) + b) % np.uint64(_PRIME)
    return tuple(int(v) for v in values.min(axis=0))


def alike(a: Sequence[int], b: Sequence[int]) -> bool:
    """Whether two signatures are of copies."""
    return bool(a) and bool(b) and sum(x == y for x, y in zip(a, b, strict=True)) >= ALIKE * SIZE


def independent(documents: Iterable[str], signatures: Signatures) -> int:
    """How many independent sources some documents are: copies, and copies of copies, count once."""
    names = sorted(set(documents))
    group = {name: name for name in names}
    for a, b in combinations(names, 2):
        if group[a] != group[b] and alike(signatures.get(a, ()), signatures.get(b, ())):
            old, new = group[b], group[a]
            group = {name: new if g == old else g for name, g in group.items()}
    return len(set(group.values()))

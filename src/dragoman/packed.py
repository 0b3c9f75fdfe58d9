"""Large tables in one piece: a table of a hundred thousand texts loads as fast as a single one."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from itertools import accumulate
from zlib import crc32

# Characters that no knowledge file has: between key and text, and after each text.
_BETWEEN = "\x1f"
_AFTER = "\x1e"


class Packed:
    """Texts by key, in one string of bytes. Keys with the same checksum share a place and are told apart there.

    A dict of as many strings takes ten times as long to load from the cache, string by string, and most are never
    asked for.
    """

    __slots__ = ("_bytes", "_ends")

    def __init__(self, texts: Mapping[str, str] | None = None) -> None:
        places = [""] * (2 * len(texts or ()) + 1)
        for key, text in (texts or {}).items():
            places[crc32(key.encode()) % len(places)] += f"{key}{_BETWEEN}{text}{_AFTER}"
        filled = [place.encode() for place in places]
        self._bytes = b"".join(filled)
        self._ends = array("I", accumulate(map(len, filled), initial=0))

    def get(self, key: str) -> str:
        """The text of a key; empty where there is none."""
        place = crc32(key.encode()) % (len(self._ends) - 1)
        begin, end = self._ends[place], self._ends[place + 1]
        if begin != end:
            for held in self._bytes[begin:end].decode().split(_AFTER):
                name, _, text = held.partition(_BETWEEN)
                if name == key:
                    return text
        return ""

    def __iter__(self) -> Iterator[str]:
        """All keys."""
        for held in self._bytes.decode().split(_AFTER)[:-1]:
            yield held.partition(_BETWEEN)[0]

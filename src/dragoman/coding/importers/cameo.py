"""What a CAMEO code is in PLOVER: act and mode, by a reviewed table."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from dragoman.actors.importers.common import Fault
from dragoman.datafiles import read_table

# Codes by which nothing is coded, and by which TABARI passes a whole sentence over.
NULL = frozenset({"---", "--", "-"})
DISCARD = "###"


class Coded(NamedTuple):
    """Act and mode of a code. `hosting`: its source is the host of a visit."""

    act: str
    mode: str
    hosting: bool


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, str, str]]:
    file = resources.files("dragoman.coding.importers") / "data" / "cameo_acts.tsv"
    rows = (r.cells for r in read_table(file, ["code", "act", "mode", "note"]))
    return {c["code"]: (c["act"], c["mode"], c["note"]) for c in rows}


def coded(code: str) -> Coded:
    """What a code of CAMEO is in PLOVER. Raises `Fault` for a code that is none, or that PLOVER drops."""
    first, colon, second = code.partition(":")
    first = first or second
    if colon and second and second != first:
        if (first, second) != ("042", "043"):  # a visit told from both sides
            raise Fault(f"[{code}] has one code for each side; an entry has one act")
    if not re.fullmatch(r"\d{2,4}", first):
        raise Fault(f"[{code}] is no code of CAMEO, which has two to four digits")
    table = _table()
    known = next((first[:k] for k in range(len(first), 1, -1) if first[:k] in table), None)
    if known is None:
        raise Fault(f"[{code}] is no code of CAMEO")
    act, mode, note = table[known]
    if not act:
        raise Fault(f"[{code}] is no act of PLOVER ({note})")
    return Coded(act, mode, known == "043")

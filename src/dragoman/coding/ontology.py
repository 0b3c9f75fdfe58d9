"""PLOVER's acts, modes, scores, and the derivation of PLOVER's own code from an act and its status."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any, get_args

from dragoman.datafiles import shipped_yaml
from dragoman.errors import KnowledgeError
from dragoman.schema import Act, Plover, Status

DATA = resources.files("dragoman.coding") / "data"
HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
# Codebook, AGREE: future verbal or material cooperation is a promise.
COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})


@dataclass(frozen=True, slots=True)
class ActInfo:
    """What the codebook says of one act: its score, quad class, CAMEO root and modes with scores."""

    score: float
    quad: str
    cameo: str
    modes: dict[str, float]
    cameo_modes: dict[str, str]  # of modes whose CAMEO root is another

    def cameo_root(self, mode: str | None) -> str:
        """The CAMEO root of the act in a mode, in two digits."""
        return self.cameo_modes.get(mode or "", self.cameo)


@lru_cache(maxsize=1)
def acts() -> dict[str, ActInfo]:
    """The 16 acts by name. Raises `KnowledgeError` when the file lacks one."""
    file = DATA / "ontology.yml"
    raw: dict[str, Any] = shipped_yaml(file)
    raw.pop("__line__")
    for name, item in raw.items():
        if name not in get_args(Act):
            raise KnowledgeError(str(file), item["__line__"], f"{name!r} is no PLOVER act")
    missing = set(get_args(Act)) - set(raw)
    if missing:
        raise KnowledgeError(str(file), None, f"the act {min(missing)} is missing")
    return {
        name: ActInfo(
            float(item["score"]),
            item["quad"],
            item["cameo"],
            {m: float(s) for m, s in item.get("modes", {}).items() if m != "__line__"},
            {m: root for m, root in item.get("cameo_modes", {}).items() if m != "__line__"},
        )
        for name, item in raw.items()
    }


_SAME = "same"  # in the table of complements: the mode of the governed act


@lru_cache(maxsize=1)
def complements() -> dict[str, dict[str, tuple[str, str | None]]]:
    """What a governing act becomes by the act it governs, by kind of government."""
    raw = shipped_yaml(DATA / "complements.yml")
    return {
        kind: {inner: (to[0], to[1]) for inner, to in table.items() if inner != "__line__"}
        for kind, table in raw.items()
        if kind != "__line__"
    }


def governed(kind: str, inner: tuple[str, str | None] | None) -> tuple[str, str | None]:
    """Act and mode of a request, refusal, threat or promise, by the `(act, mode)` it governs."""
    table = complements()[kind]
    if inner is None:
        return table["any"]
    act, mode = inner
    to, to_mode = table.get(f"{act}/{mode}") or table.get(act) or table.get("known") or table["any"]
    return to, mode if to_mode == _SAME else to_mode


def derive_plover(act: Act, mode: str | None, status: Status) -> Plover:
    """PLOVER's own code (codebook, auxiliary modes): a future CONSULT is AGREE, and so on."""
    to, to_mode = str(act), mode
    if status in ("future", "hypothetical"):
        if act in COOPERATIVE:
            to, to_mode = "AGREE", None
        elif act == "RETREAT":
            to, to_mode = "CONCEDE", None
        elif act in HOSTILE:
            to, to_mode = governed("threaten", (act, mode))
    info = acts()[to]
    score = info.modes.get(to_mode, info.score) if to_mode else info.score
    return Plover.model_validate({"event": to, "mode": to_mode, "score": score})

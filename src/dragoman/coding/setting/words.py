"""Words that decide when and where an act was, beyond its own time and place (`coding/data/setting.yml`)."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import Any, TypeGuard

from dragoman.actors import knowledge_base
from dragoman.datafiles import shipped_yaml
from dragoman.language import Grammar
from dragoman.schema import Place

# Acts of force, which one scene of a text tells of several doers.
FORCE = frozenset({"ASSAULT", "PROTEST", "COERCE"})
# Acts of speech, and what of their verb is content: the places in it are where something else is.
_SPOKEN = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE"})


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    raw: dict[str, Any] = shipped_yaml(resources.files("dragoman.coding") / "data" / "setting.yml")
    return raw


@lru_cache(maxsize=1)
def setting_words() -> dict[str, frozenset[str]]:
    """Classes of words that decide when and where an act was (`coding/data/setting.yml`)."""
    return {name: frozenset(words) for name, words in _data().items() if isinstance(words, list)}


@lru_cache(maxsize=1)
def setting_seats() -> dict[str, tuple[str, str]]:
    """City and state in which a body of an organisation meets, by the id of its actor."""
    return {id_: (seat[0], seat[1]) for id_, seat in _data()["seats"].items() if id_ != "__line__"}


def is_spot(place: Place | None) -> TypeGuard[Place]:
    """Whether a place is a city, a village or a region, not a whole state."""
    if place is None:
        return False
    state = knowledge_base().states.get(place.country or "") if place.lat is None else None
    return state is None or state.name != place.name


def spoken_act(g: Grammar, trigger: int, act: str) -> bool:
    """Whether an act is done in words, so that what its verb governs is spoken of and not done."""
    return act in _SPOKEN or (
        act in ("SUPPORT", "CONCEDE", "SANCTION") and g.lemma[trigger] in setting_words()["words"]
    )

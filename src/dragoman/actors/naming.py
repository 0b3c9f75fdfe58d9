"""Names of actors in sentences of ours: with their article, and with the verb that goes with them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources
from typing import Final, NamedTuple, Protocol

from dragoman.actors.knowledge import knowledge_base
from dragoman.datafiles import shipped_yaml

_HEAD: Final = re.compile(r" (?:of|for|in|on|to|against|without|/|–|-) ")


class _Called(Protocol):
    """Whoever has an id and a name."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...


class Named(NamedTuple):
    """A name as it stands within a sentence."""

    text: str
    plural: bool = False

    def verb(self, one: str, many: str) -> str:
        """The form of a verb that goes with it."""
        return many if self.plural else one


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    raw = shipped_yaml(resources.files("dragoman.actors") / "data" / "naming.yml")
    return {name: frozenset(words) for name, words in raw.items() if name != "__line__"}


def named(actor: _Called) -> Named:
    """How an actor is named in a sentence: `the United States`, `the Houthis` (plural), `Hamas`."""
    base, name = knowledge_base(), actor.name
    if actor.id in base.states:
        return Named(base.with_article(name))
    if actor.id in base.persons:
        return Named(name)
    words = name.split()
    head = _HEAD.split(name)[0].rpartition(" ")[2]
    known = base.organisations.get(actor.id)
    plural = head.lower() in _words()["plural"] and (
        known is None or known.kind != "intergovernmental organisation"
    )
    articled = plural or (len(words) > 1 and head.lower() in _words()["articled"])
    if not articled or head.isupper() or words[0].lower() in _words()["own"]:
        return Named(name, plural)
    return Named(f"the {name}", plural)


def named_all(actors: Iterable[_Called]) -> str:
    """Several names, as `the United States and Iran`."""
    return " and ".join(named(a).text for a in actors)

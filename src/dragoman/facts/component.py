"""The facts component: counts, agreements, designations, memberships, profiles."""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.facts.agreements import Agreements
from dragoman.facts.counts import Counts
from dragoman.facts.designations import Designations
from dragoman.facts.memberships import Memberships
from dragoman.facts.profiles import Profiles

_FINDERS: dict[str, type[Any]] = {
    "counts": Counts,
    "agreements": Agreements,
    "designations": Designations,
    "memberships": Memberships,
    "profiles": Profiles,
}

for _name in _FINDERS:
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)


@Language.component(
    "dragoman_facts",
    requires=["doc._.mentions", "doc._.times", "doc._.events"],
    assigns=[f"doc._.{name}" for name in _FINDERS],
)
def set_facts(doc: Doc) -> Doc:
    """Write `doc._.counts` and the other facts."""
    for name, finder in _FINDERS.items():
        setattr(doc._, name, finder(doc).run())
    return doc

"""Counts, agreements, designations, memberships and profiles."""

from dragoman.facts.agreements import Agreements, known_agreements
from dragoman.facts.component import set_facts
from dragoman.facts.counts import Counts
from dragoman.facts.designations import Designations
from dragoman.facts.memberships import Memberships
from dragoman.facts.profiles import Profiles

__all__ = ["Agreements", "Counts", "Designations", "Memberships", "Profiles", "known_agreements", "set_facts"]

"""The words of stance of `data/stances.yml`, and the issues known by their wordings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from dragoman.datafiles import shipped_yaml
from dragoman.schema import Issue, Stance
from dragoman.speech.cues import Wordings

_ARTICLE = re.compile(
    r"^(?:the|a|an|this|that|these|those|its|his|her|their|our|any|all|such|new)\s+", re.IGNORECASE
)
# A label without the word of stance before the issue: `no need for`, `full support for`, `concern over`.
_LEAD = re.compile(
    r"^(?:(?:no|full|strong|firm|deep|serious|great|urgent|unwavering|continued) )*"
    r"(?:need|necessity|importance|willingness|readiness|support|backing|commitment|concern|regret|opposition|objections?"
    r"|calls?|doubts?|dismay|alarm) (?:for|of|to|over|about|at) |^fact that ",
    re.IGNORECASE,
)
_MUTUAL = re.compile(r"(?:each other|one another)\b", re.IGNORECASE)  # two parties, no issue
_SHORTEST, _LONGEST = 3, 110  # characters of an issue's label
_STANCES: tuple[Stance, ...] = ("supports", "opposes", "demands", "doubts")


@dataclass(frozen=True, slots=True)
class Stances:
    """Stance words by how they take their issue; `data/stances.yml` says what each list means."""

    words: dict[str, dict[str, tuple[Stance, ...]]]  # kind of list -> word -> stances
    prepositions: dict[str, dict[str, Stance]]  # verb -> preposition -> stance
    denied_prepositions: dict[str, dict[str, Stance]]  # the same of a verb that is denied
    adjectives: dict[str, dict[str, Stance]]
    particles: dict[str, dict[str, Stance]]  # verb -> particle -> stance
    phrases: dict[str, Stance]
    wordings: Wordings  # the phrases, to be found in a text
    acts: dict[str, Stance]
    rules: dict[str, Stance]
    lists: dict[str, frozenset[str]]
    nominal: dict[str, str]
    reacting: dict[str, Stance]  # adverbs of reactions
    no_stance_of: tuple[str, ...]  # how rules begin of which none shows a stance
    taking: frozenset[str]  # verbs that may take a stance in any way

    def of(self, kind: str, word: str) -> Stance | None:
        """The stance of a word in the lists of a kind."""
        found = self.words[kind].get(word)
        return found[0] if found else None


@lru_cache(maxsize=1)
def stances() -> Stances:
    """The stance words of `data/stances.yml`."""
    raw: dict[str, Any] = shipped_yaml(resources.files("dragoman.speech") / "data" / "stances.yml")
    kinds = (
        "verbs",
        "clauses",
        "nouns",
        "denied",
        "denied_nouns",
        "judgements",
        "wished",
        "conditions",
        "arguments",
        "infinitives",
        "weights",
        "leanings",
        "sides",
        "sure",
        "owned",
        "said_of",
        "granted",
    )
    words: dict[str, dict[str, tuple[Stance, ...]]] = {kind: {} for kind in kinds}
    prepositions: dict[str, dict[str, Stance]] = {}
    denied: dict[str, dict[str, Stance]] = {}
    adjectives: dict[str, dict[str, Stance]] = {}
    particles: dict[str, dict[str, Stance]] = {}
    phrases: dict[str, Stance] = {}
    for stance in _STANCES:
        for kind in kinds:
            for word in raw[stance].get(kind, ()):
                words[kind][word] = (*words[kind].get(word, ()), stance)
        for kind, taken in (
            ("prepositions", prepositions),
            ("denied_prepositions", denied),
            ("adjectives", adjectives),
            ("particles", particles),
        ):
            for word, after in raw[stance].get(kind, {}).items():
                if word != "__line__":
                    taken.setdefault(word, {}).update(dict.fromkeys(after, stance))
        phrases |= dict.fromkeys(raw[stance].get("phrases", ()), stance)

    def table(name: str) -> dict[str, Any]:
        return {k: v for k, v in raw[name].items() if k != "__line__"}

    lists = {name: frozenset(words) for name, words in raw.items() if isinstance(words, list)}
    taking = frozenset().union(
        lists["taking"],
        *(words[kind] for kind in ("verbs", "clauses", "denied", "wished", "arguments", "infinitives")),
        *(prepositions, denied, particles),
        *(
            lists[name]
            for name in (
                "judging",
                "siding",
                "throwing",
                "summoning",
                "weighing",
                "fighting",
                "mourned",
                "mandative",
            )
        ),
    )
    return Stances(
        words,
        prepositions,
        denied,
        adjectives,
        particles,
        phrases,
        Wordings(phrases),
        table("acts"),
        table("rules"),
        lists,
        table("nominal"),
        table("reacting"),
        tuple(sorted(rule[:-1] for rule in lists["no_stance"] if rule.endswith("*"))),
        taking,
    )


@lru_cache(maxsize=1)
def _issues() -> list[tuple[re.Pattern[str], Issue]]:
    raw: dict[str, Any] = shipped_yaml(resources.files("dragoman.speech") / "data" / "issues.yml")
    out = []
    for id_, item in raw.items():
        if id_ == "__line__":
            continue
        pattern = "|".join(item["wordings"])
        out.append((re.compile(pattern, re.IGNORECASE), Issue(id=id_, label=item["label"])))
    return out


def issue_of(phrase: str) -> Issue | None:
    """The canonical issue of a phrase: a known one when its wording is known, else the phrase itself."""
    label = " ".join(phrase.split()).strip(" ,.;:–—-\"'“”«»")
    while (m := _ARTICLE.match(label) or _LEAD.match(label)) is not None:
        label = label[m.end() :]
    if not len(label) >= _SHORTEST or _MUTUAL.match(label):
        return None
    for pattern, issue in _issues():
        if pattern.search(label):
            return issue
    if len(label) > _LONGEST:
        label = label[:_LONGEST].rsplit(" ", 1)[0]
    slug = re.sub(r"[^a-z0-9]+", "-", label.lower()).strip("-")
    return Issue(id=slug[:60].strip("-"), label=label) if slug else None

"""Bodies of a part of the world that are told of without a name: `the regional bloc`, `the 15-nation bloc`, `the continental body`.

Which one is meant, the text says that has named it, or its members: the one to which the state belongs of which the text
speaks most.
"""

from __future__ import annotations

from dragoman.actors.story import Story
from dragoman.schema import Actor

_BEFORE = 4  # tokens before the noun among which the word for the part of the world may stand
_REGIONAL, _CONTINENTAL = "regional", "continental"


class RegionalBodies:
    """Finds the regional bodies of one doc."""

    def __init__(self, story: Story) -> None:
        self.story, self.g, self.kb = story, story.g, story.kb
        self.words = story.kb.words

    def run(self) -> None:
        """Mention them."""
        g, story = self.g, self.story
        for i in range(1, g.n):
            if g.lower[i] not in self.words.regional_nouns or story.used[i] or g.tag[i] not in ("NN", "NNP"):
                continue
            found = self._find(i)
            if found is not None:
                body, first = found
                story.mention_tokens(first, i, "nominal", (body,), f"{body.name}, by its members", head=i)

    def _find(self, i: int) -> tuple[Actor, int] | None:
        """The body, and the token where the phrase begins."""
        g, words = self.g, self.words
        first = max(g.sents[g.sent[i]][0], i - _BEFORE)
        before = " ".join(g.lower[first:i]).replace(" - ", "-")
        if not {"the", "'s"} & {*g.lower[first:i]}:
            return None
        last = g.lower[i - 1]
        kinds = {_CONTINENTAL: {*words.continental_bodies}, _REGIONAL: {*words.regional_bodies}}
        named_before = self._named_last(i, kinds.get(last, set()))
        if named_before is not None:
            return self._as_found(named_before, i - 1)
        if last == _CONTINENTAL:
            for id_, parts in words.continental_bodies.items():
                if self._alive(id_) and any(self._members(r) & self._states() for r in parts):
                    return self._as_found(id_, i - 1)
            return None
        for id_, phrases in words.regional_bodies.items():
            phrase = next((p for p in sorted(phrases) if before.endswith(p)), None)
            if phrase is not None and self._alive(id_) and self._members(id_) & self._states():
                size = len(phrase.replace("-", " - ").split())
                return self._as_found(id_, i - size)
        if last != _REGIONAL:
            return None
        own = [c for c in (self.story.dominant, self.story.dateline) if c is not None]
        named = {t.key for hit in self.story.hits for t in hit.targets if t.flavour == "org"}
        fitting = [
            b for b in words.regional_bodies if self._alive(b) and any(c in self._members(b) for c in own)
        ]
        best = next((b for b in fitting if b in named), fitting[0] if fitting else None)
        return self._as_found(best, i - 1) if best is not None else None

    def _named_last(self, i: int, among: set[str]) -> str | None:
        """The one of some bodies that the text has named last before a token."""
        start = self.g.start[i]
        named = [
            (self.story.scan.start[hit.a], id_)
            for hit in self.story.hits
            for id_ in hit.keys("org")
            if id_ in among and self.story.scan.start[hit.a] < start
        ]
        return max(named)[1] if named else None

    def _as_found(self, id_: str, first: int) -> tuple[Actor, int] | None:
        body = self.kb.organisation(id_)
        return (body, first) if body is not None else None

    def _alive(self, id_: str) -> bool:
        """Whether a body exists on the day of the text."""
        org = self.kb.organisations.get(id_)
        return org is not None and self.story.alive(org)

    def _members(self, id_: str) -> frozenset[str]:
        org = self.kb.organisations.get(id_)
        return frozenset(org.members) if org is not None else frozenset()

    def _states(self) -> set[str]:
        """The states of the text."""
        return {*self.story.votes, *self.story.bearers, *filter(None, (self.story.dateline,))}

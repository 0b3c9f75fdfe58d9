"""Sport: what states do as their teams, and players whom nobody knows otherwise."""

from __future__ import annotations

from dragoman.coding.coded import Coded
from dragoman.coding.distractors.parties import FORCED, named, slight
from dragoman.coding.distractors.surroundings import OF_A_FIELD, Surroundings
from dragoman.coding.distractors.words import scores, words

# So many words that may be of sport make a sentence one about it.
_POSSIBLE = 4


class Sport:
    """Acts of teams."""

    def __init__(self, around: Surroundings) -> None:
        self.around, self.g, self.known = around, around.g, words("sport")
        self._of_sport: dict[int, bool] = {}

    def why(self, one: Coded) -> str | None:
        """What an act is in words; `None` for no sport."""
        return (
            "it is told of sport"
            if self._in_a_match(one) or self._contest(one) or self._of_sides(one)
            else None
        )

    def _in_a_match(self, one: Coded) -> bool:
        """Whether those who may be teams do what teams do, in a sentence of sport or beside one."""
        if not self._teams(one) or not (one.is_among(self.known["acts"]) or self._players(one)):
            return False
        sentence = self.g.sent[one.trigger]
        if sentence not in self._of_sport:
            self._of_sport[sentence] = any(map(self._has_sport, self.around.beside(sentence)))
        return self._of_sport[sentence]

    def _teams(self, one: Coded) -> bool:
        """Whether all who act may be teams: states, peoples, players; no person of an office and no body of a state."""
        return all(
            f.actor.kind in ("state", "population")
            or f.why == "name of a region"  # "Wales"
            or f.only_named
            or f.unknown_attacker
            or (f.actor.kind == "unnamed" and self.g.lemma[f.token] in self.known["players"])
            for f in one.everybody
        )

    def _players(self, one: Coded) -> bool:
        """Whether all who act are people of whom nothing is known, as players are: not for them to protest as a crowd."""
        return bool(one.actors) and one.act != "PROTEST" and all(f.only_named for f in one.actors)

    def _has_sport(self, sentence: int) -> bool:
        """Whether a sentence is about sport by its words or its scores."""
        g, known = self.g, self.known
        first, last = g.sents[sentence]
        found = self.around.words_in(sentence)
        sure = found & known["certain"]
        if sure - known["spans"] or len(found & known["possible"]) >= _POSSIBLE:
            return True
        if sure and any(self._is_span_of_sport(i) for i in range(first, last - 1)):
            return True
        return scores().search(g.text[g.start[first] : g.end[last - 1]]) is not None

    def _is_span_of_sport(self, i: int) -> bool:
        """Whether a span of two words is one of a match: `in the second half`, not `the second half of the year`."""
        g, known = self.g, self.known
        if f"{g.lower[i]} {g.lower[i + 1]}" not in known["spans"]:
            return False
        _, last = g.sents[g.sent[i]]
        if i + 2 >= last:
            return True
        if g.lower[i + 2] == "of":
            whole = self.around.phrases(range(i + 3, min(i + 7, last)))
            return not whole.isdisjoint(known["certain"] | known["possible"] | known["likely"])
        return g.lemma[i + 2] not in known["times"]

    def _contest(self, one: Coded) -> bool:
        """Whether teams are told by the name of their state with a verb of contest: `France crushed Italy`."""
        g, known, v = self.g, self.known, one.trigger
        if g.lemma[v] not in known["contests"] or one.act not in FORCED or not g.is_verb(v):
            return False
        teams = {f.token for f in one.everybody if f.actor.kind == "state" and named(g, f)}
        if teams.isdisjoint(g.subjects(v)) or teams.isdisjoint(g.objects(v)):
            return False
        found = self.around.words_in(g.sent[v])
        return not found.isdisjoint(known["possible"] | known["certain"] | known["near"])

    def _of_sides(self, one: Coded) -> bool:
        """Whether states are teams by two words of sport, or by one and their verb: `Croatia have called up two strikers`."""
        known, sentence = self.known, self.g.sent[one.trigger]
        loosely = one.act in known["loosely"]
        if not loosely and one.act not in known["as_teams"]:
            return False
        if not self._teams(one) and not all(slight(f) for f in one.everybody):
            return False
        if self.around.political(sentence):
            return False
        found = self.around.words_in(sentence)
        if len(found & known["likely"]) >= OF_A_FIELD:
            return True
        of_sport = found & (known["possible"] | known["certain"] | known["likely"] | known["near"])
        enough = 1 if loosely else OF_A_FIELD
        return len(of_sport) >= enough and any(self._side(f.token) for f in one.actors)

    def _side(self, i: int) -> bool:
        """Whether a state alone is a plural subject: `Poland were`, `Croatia released their list`, not `the United States have`."""
        g = self.g
        if g.tag[i] != "NNP" or g.lower[i].endswith("s") or len(g.noun_conjuncts(i)) > 1:
            return False
        before = g.lower[i - 1] if i > 0 else ""
        if g.dep[i] not in ("nsubj", "nsubjpass") or before == "the":
            return False
        v = g.head[i]
        if before in ("and", ",", "or", "&") and not (g.dep[v] == "conj" and g.left[v] == i):
            return False  # "Fiji and Tonga have", but "they won, and Tonga have"
        following = g.lower[i + 1] if i + 1 < g.n else ""
        return following in self.known["plurals"] or self._theirs(v)

    def _theirs(self, v: int) -> bool:
        """Whether a verb's object is `theirs`, as that of a team is: `Croatia released their list`."""
        g = self.g
        return any(g.lower[c] == "their" for o in g.objects(v) for c in g.all_children(o, "poss"))

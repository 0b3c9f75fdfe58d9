"""Positions by nouns: `expressed support for it`, `Russia's demand that`, `an opponent of the bill`."""

from __future__ import annotations

from bisect import bisect_left

from dragoman.schema import Statement
from dragoman.speech.cues import cues
from dragoman.speech.verb_stances import VerbStances
from dragoman.speech.views import TURNED, Views


class NounStances:
    """Takes the positions that nouns tell, in one doc."""

    def __init__(self, views: Views, verbs: VerbStances) -> None:
        self.views, self.g, self.words = views, views.g, views.words
        self.verbs = verbs
        of_stance = (self.words.words[kind] for kind in ("nouns", "denied_nouns", "granted"))
        self.nouns = frozenset[str]().union(*of_stance)

    def take(self, i: int, lemma: str) -> None:
        """`sees no sense in`, `reaffirmed the need for`, `expressed support for`."""
        g, words = self.g, self.words
        v = g.head[i]
        giving_up = g.lemma[v] in words.lists["giving_up"]
        if g.dep[i] != "dobj" or not g.is_verb(v) or not (giving_up or g.lemma[v] in words.lists["light"]):
            return
        targets = [
            k for n in ("for", "of", "to", "about", "over", "in", "with", "at") for k in g.prep_objects(i, n)
        ]
        if lemma in words.lists["sharing"]:
            targets += g.prep_objects(v, "with")  # `expressed solidarity with Estonia`
        targets += g.complements(i)
        owning = [k for k in g.prep_objects(i, "of") if self.views.names_party(k)]
        if owning:  # `the commitment of both sides to the truce`, `the keenness of Oman on peace`
            targets = [k for k in targets if k not in owning] or g.prep_objects(i, "on") or owning
        if words.of("nouns", lemma) in ("opposes", "doubts"):
            targets.sort(key=self.views.names_party)  # `concern to the Chinese side about`
            targets = [k for k in targets if k not in g.prep_objects(i, "in")]
            if targets and (self.views.names_party(targets[0]) or lemma == "doubt"):
                targets = [k for k in targets if k not in g.prep_objects(i, "at", "to", "with")]
        if (
            not targets and words.of("nouns", lemma) == "demands"
        ):  # `reiterated its call on Kenya to free them`
            targets = [c for c in g.all_children(v, "xcomp", "advcl") if c > i and g.tag[c] == "VB"]
        if not targets:
            near = [
                k
                for n in ("about", "over", "for", "to", "at", "in", "on")
                for k in g.prep_objects(v, n)
                if k > i
            ]
            near += [m for k in g.prep_objects(v, "in") for m in g.prep_objects(k, "in", "on")]
            near += [
                m
                for p in g.all_children(v, "prep")
                for c in g.all_children(p, "prep")
                for m in g.all_children(c, "pobj")
            ]
            targets = [k for k in near if not self.views.names_party(k) and not self.views.placed(k)]
        if any(g.lower[k] in ("one", "nobody", "none") for k in g.all_children(v, "nsubj")):
            return  # `no one should have any doubts`
        if lemma == "regret" and targets and g.lemma[targets[0]] in words.lists["mourned"]:
            return
        negated = g.is_negated(v) or self.views.no_longer(v) or any(g.lower[c] == "no" for c in g.children[i])
        negated = negated or (g.lemma[v] == "lose" and words.of("denied_nouns", lemma) is not None)
        scant = any(g.lower[c] == "little" and g.lower[c - 1] != "a" for c in g.all_children(i, "amod"))
        negated = negated or (scant and words.of("denied_nouns", lemma) is not None)
        stance = words.of("denied_nouns", lemma) if negated else words.of("nouns", lemma)
        if stance is None and giving_up and not negated:
            stance = words.of("granted", lemma)
        if giving_up and (stance != "supports" or self.verbs.put_to(v)):
            return  # who drops a demand has it no longer, which makes him no opponent
        if stance is None and negated and (own := words.of("nouns", lemma)) is not None:
            stance = TURNED[own]
        if stance is not None and giving_up:  # withdrew its support for
            stance = TURNED[stance]
        owners = [
            p for c in g.all_children(i, "poss") if g.tag[c] != "PRP$" for p in self.views.holders([c], c)
        ]
        holders = owners or self.views.holders(g.subjects(v), v)  # `restated Moscow's preference`
        if stance == "demands" and len(holders) > 1:
            stance = "supports"
        if targets and g.lemma[targets[0]] in words.lists["services"]:
            return  # `announced its readiness to mediate`
        if stance is not None:
            self.views.take(holders, targets[0] if targets else None, stance, v, i)

    def of_side(self, i: int) -> None:
        """`Lula, an opponent of the bill`: what somebody is for or against, told beside his name."""
        g = self.g
        side = self.words.of("sides", g.lemma[i])
        goal = next(iter(g.prep_objects(i, "of", "to")), None)
        if side is None or g.dep[i] != "appos" or any(g.lower[c] == "former" for c in g.children[i]):
            return
        if goal is not None and not self.views.names_party(goal) and g.lemma[goal] not in cues().people:
            self.views.take(self.views.holders([g.head[i]], i), goal, side, i)

    def told(self, statement: Statement) -> None:
        """`Russia's demand that Ukraine stay neutral`, `his opposition to the pact`: a noun of stance with its owner."""
        g, words = self.g, self.words
        if statement.cue is None or statement.speaker is None:
            return
        last = bisect_left(g.start, statement.cue[1]) - 1
        noun = next((k for k in range(last, max(last - 4, -1), -1) if g.pos[k] == "NOUN"), None)
        stance = words.of("owned", g.lemma[noun]) if noun is not None else None
        if noun is None or stance is None or g.head[noun] in self.views.shown or noun in self.views.shown:
            return
        if any(g.lower[c] == "no" for c in g.children[noun]) or g.is_negated(g.head[noun]):
            return
        if g.dep[noun] == "dobj" and g.lemma[g.head[noun]] in words.lists["giving_up"]:
            return  # `withdrew their support for it`: who had it has it no longer
        inside = range(
            bisect_left(g.start, statement.content[0][0]), bisect_left(g.start, statement.content[-1][1])
        )
        head = next((k for k in inside if g.head[k] not in inside), None)
        if head is None or (
            stance != "demands" and (self.views.names_party(head) or self.views.is_quality(head))
        ):
            return
        self.views.take(list(statement.speakers) or [statement.speaker], head, stance, noun)

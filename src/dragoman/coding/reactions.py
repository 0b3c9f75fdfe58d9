"""On whom the acts of a text turn that name nobody: whoever the others blame, whoever the others stand by.

Reactions come in rows: `Norway condemned the move. Chile recalled its envoy`, `Latvia promised money. Poland pledged
solidarity`. Each is done to the one on whom the rest of the text turns far more often than on anybody else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dragoman.actors import knowledge_base
from dragoman.coding.coded import Coded
from dragoman.coding.grounds import OWN_PEOPLE
from dragoman.coding.participants import Found, Participants, countries_of, nouns
from dragoman.language import Grammar

# Acts with which others turn on whoever a text blames, and those laid on him when they name nobody.
_BLAMING = frozenset({"ACCUSE", "SANCTION", "REQUEST", "THREATEN"})
_LAID = frozenset({"ACCUSE", "SANCTION", "REQUEST"})
# Acts by which one stands by somebody.
FRIENDLY = frozenset({"SUPPORT", "AID", "AGREE"})
_TIMES = 2  # by so many other acts somebody must be turned on
_CLEARLY = 2  # and by so many times as many as the next
BLAMED = "nobody else is named: whom the others blame"
BACKED = "nobody else is named: whom the others stand by"
_ANY = frozenset({"a", "an", "any", "no", "some", "such", "possible", "potential"})
_ON_DEMAND = frozenset({"demand", "require"})


class Reactions:
    """Finds in one doc on whom an act turns that names nobody, by the other acts of the doc."""

    def __init__(self, g: Grammar, people: Participants, acts: Sequence[Coded]) -> None:
        self.g = g
        self.people = people
        self.acts = acts

    def blamed(self, one: Coded) -> list[Found]:
        """The one on whom the other acts of the text turn far more often than on anybody else, for one that names nobody."""
        if one.act not in _LAID or not one.actors or one.mode == "investigate" or not self._lays(one):
            return []
        return self.turned_on(one)

    def turned_on(self, one: Coded) -> list[Found]:
        """The one state on which the other acts of the text turn: those of all, else, for a third, those of others than the two it is about."""
        home = countries_of(one.actors)
        two = {*self.people.two_states()}
        everybody: Counter[str] = Counter()
        thirds: Counter[str] = Counter()
        for told in self.acts:
            if told is one or told.act not in _BLAMING:
                continue
            doers = countries_of(told.actors)
            named = {f.actor.country for f in told.recipients if f.why != OWN_PEOPLE} - {None}
            turned = [c for c in named if c is not None and c not in doers | home]
            everybody.update(turned)
            thirds.update(turned if not doers & two else ())
        return self._state(one, _most(everybody) or (_most(thirds) if not home & two else None), BLAMED)

    def backed(self, one: Coded) -> list[Found]:
        """The one whom others than the two that a text is about stand by, for help and solidarity that name nobody."""
        two = {*self.people.two_states()}
        home = countries_of(one.actors)
        if one.recipients or not one.actors or home & two or not self._gives(one):
            return []
        turned: Counter[str] = Counter()
        for told in self.acts:
            if told is one:
                continue
            if (told.act, told.mode) == ("REQUEST", "assist"):  # who asks for help is who gets it
                turned.update(c for c in {f.actor.country for f in told.actors} - home if c is not None)
            if told.act in FRIENDLY and not countries_of(told.actors) & two:
                named = {f.actor.country for f in told.recipients} - {None}
                turned.update(c for c in named if c is not None and c not in home | countries_of(told.actors))
        return self._state(one, _most(turned), BACKED)

    def _gives(self, one: Coded) -> bool:
        """Whether help or solidarity is given or promised: `pledged solidarity`, `promised money`, `sent planes`."""
        g, v = self.g, one.trigger
        if one.act == "AID":
            return True
        words = [v, *g.objects(v)] if g.is_verb(v) else [v]
        words += (
            [o for c in g.complements(v) for o in g.objects(c)] if g.is_verb(v) else []
        )  # "promised to send arms"
        given = {"SUPPORT": nouns()["standing_by"], "AGREE": nouns()["helping"]}.get(one.act)
        return given is not None and any(g.lemma[o] in given for o in words)

    def _lays(self, one: Coded) -> bool:
        """Whether an act that names nobody can be one against whoever is blamed for what it is about."""
        g, v = self.g, one.trigger
        if one.kind == "noun" and one.act == "ACCUSE":  # "joined in the condemnation"
            carried = [one.carrier] if one.carrier is not None else []
            return bool(carried) and not any(
                name != "in" for k in (v, *carried) for name, _ in g.prepositions(k)
            )
        if not g.is_verb(v):
            return False
        things = g.objects(v)
        if one.act == "REQUEST":
            asked = g.lemma[v] in _ON_DEMAND and not g.prep_objects(v, "to", "of", "from")
            told = [k for k in (*things, *g.complements(v)) if k > v]
            return asked and bool(told) and not any(g.lemma[o] in nouns()["accords"] for o in told)
        if one.act == "SANCTION" and (g.prep_objects(v, "on", "against", "from", "to") or self._shared(one)):
            return False
        if one.act == "ACCUSE" and g.complements(v):
            return False  # it says itself what somebody did
        about = [*things, *g.prep_objects(v, "at", "over", "about", "with", "of", "to")]
        if any(g.lower[c] in _ANY for o in about for c in g.all_children(o, "det", "amod")):
            return False
        words = (nouns()["deeds_assault"] | nouns()["violence"]) - nouns()["of_a_power"]
        return not any(g.lemma[o] in words for o in about)

    def _shared(self, one: Coded) -> bool:
        """Whether a penalty is that one ends what many share: `left the accord`, `suspended its deployment`."""
        shared = nouns()["accords"] | nouns()["settled"] | nouns()["to_many"]
        return any(self.g.lemma[o] in shared for o in self.g.objects(one.trigger))

    def _state(self, one: Coded, code: str | None, why: str) -> list[Found]:
        state = knowledge_base().state(code) if code is not None else None
        span = (self.g.start[one.trigger], self.g.end[one.trigger])
        return [Found(state, one.trigger, span, why, False)] if state is not None else []


def _most(turned: Counter[str]) -> str | None:
    """The state on which acts turn at least twice, and twice as often as on any other."""
    row = turned.most_common(2)
    clear = bool(row) and row[0][1] >= _TIMES and (len(row) < 2 or row[0][1] >= _CLEARLY * row[1][1])
    return row[0][0] if clear else None

"""Whether what stands in the slots of a predicate meets the conditions of a lexicon entry."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dragoman.coding.lexicon import Condition
from dragoman.coding.participants import Participants, nouns
from dragoman.coding.slots import hyphenated
from dragoman.language import Grammar

# Sectors of those who protest rather than govern or fight.
CIVIL = frozenset({"CVL", "LAB", "EDU", "OPP", "REF", "REL", "AGR", "SOC", "MED"})
# Words with which an indirect question begins.
_ASKING = frozenset({"what", "whether", "how", "why", "who", "if", "where", "when", "which"})
# Sectors of those who fight for no state.
OUTLAWS = frozenset({"REB", "UAF", "CRM"})

# Verbs under which a that-clause is always a wish: `proposed that both sides withdraw`.
_WISHING = frozenset({"propose", "demand", "recommend", "request", "urge", "stipulate"})
# What an actor told by name or pronoun may be called: `it will boycott the vote`, of a party.
_CALLED = {"party": ("party",), "intergovernmental organisation": ("organisation",)}
# Pronouns that stand for those whom a noun tells; `we` speaks for more than who says it.
_STANDING = frozenset({"they", "it", "who", "which", "that"})
# Sectors of those who fight, whose name, if they have none, is the noun of the text: `South Sudanese troops`.
_ARMED = frozenset({"MIL", "COP", "PRM", "REB", "UAF"})
_CALLED_BY_SECTOR = {"LEG": ("parliament",), "JUD": ("court",)}


class Conditions:
    """Puts conditions to tokens of one doc; the forms of a token are made once.

    `act_of` says which act and mode a token tells by itself, if any.
    """

    def __init__(
        self, g: Grammar, people: Participants, act_of: Callable[[int], tuple[str, str | None] | None]
    ) -> None:
        self.g = g
        self.people = people
        self.act_of = act_of
        self._quantity = nouns()["quantity"]
        self._kind = nouns()["kind"]
        self._forms: dict[int, tuple[str, ...]] = {}
        self._forms_together: dict[tuple[int, ...], frozenset[str]] = {}

    def hold(self, condition: Condition, tokens: Sequence[int], doers: Sequence[int] | None = None) -> bool:
        """Whether any of the tokens in a slot passes any test of a condition.

        `doers` are those that a test for somebody or something may look at (default: all), `tokens` those for words.
        """
        parties = tokens if doers is None else doers
        for kind in condition.kinds:
            if self._is(kind, parties):
                return True
        if not tokens or not (condition.words or condition.classes):
            return False
        forms = self._forms_in(tokens)
        return not condition.words.isdisjoint(forms) or any(
            not words.isdisjoint(forms) for words in condition.classes
        )

    def _forms_in(self, tokens: Sequence[int]) -> frozenset[str]:
        """The forms of all tokens in a slot, of what they count and of what their kind is filled by."""
        key = tuple(tokens)
        forms = self._forms_together.get(key)
        if forms is None:
            all_of_them = (*tokens, *self._counted(tokens), *self._of_kind(tokens))
            forms = frozenset(f for i in all_of_them for f in self._forms_of(i))
            self._forms_together[key] = forms
        return forms

    def _is(self, kind: str, tokens: Sequence[int]) -> bool:
        if kind == "none":
            return not tokens
        if kind == "any":
            return bool(tokens)
        people = self.people
        if kind == "civil":
            return any(f.actor.sector in CIVIL for i in tokens for f in people.of(i, owner=False))
        if kind == "media-outlet":
            return any(f.actor.kind == "media" for i in tokens for f in people.of(i, owner=False))
        if kind == "number":
            return any(self.g.pos[i] == "NUM" for i in tokens)
        if kind == "infinitive":
            return any("to" in self._helpers(i) for i in tokens)
        if kind == "question":  # "asked what it meant"
            return any(self.g.lower[c] in _ASKING for i in tokens for c in self.g.children[i] if c < i)
        if kind == "subjunctive":  # "insists that it be lifted", "that they go"
            return any(self._bare(i) for i in tokens)
        if kind == "past":  # "insists that it was lifted"
            return any(self.g.tag[k] == "VBD" for i in tokens for k in (i, *self.g.auxiliaries(i)))
        tokens = (*tokens, *self._counted(tokens))
        if kind == "armed-group":
            return any(
                f.actor.kind == "armed group" or f.actor.sector in OUTLAWS
                for i in tokens
                for f in people.of(i)
            )
        if kind == "actor":
            return any(people.is_actor(i) for i in tokens)
        if kind == "several":
            return len({f.actor.id for i in tokens for f in people.of(i)}) > 1
        if kind == "state":
            return any(f.actor.kind == "state" for i in tokens for f in people.of(i))
        if kind == "person":
            return any(f.actor.kind == "person" for i in tokens for f in people.of(i, owner=False))
        if kind == "place":
            return any(people.place_at(i) is not None for i in tokens)
        if kind == "placed":  # "a mosque in Hama"
            return any(people.ground_of(i) is not None for i in tokens)
        act = kind.removeprefix("act:")
        return any((found := self.act_of(i)) is not None and found[0] == act for i in tokens)

    def _helpers(self, i: int) -> set[str]:
        return {self.g.lower[a] for a in self.g.auxiliaries(i)}

    def _bare(self, i: int) -> bool:
        """Whether the verb of a clause with a subject stands in its bare form: `that the siege be lifted`."""
        g = self.g
        if g.child(i, "nsubj", "nsubjpass") is None:
            return False
        bare = [a for a in g.auxiliaries(i) if g.lower[a] == "be"] if g.is_passive(i) else [i]
        modal = any(g.tag[a] == "MD" or g.lower[a] in ("to", "do", "does", "did") for a in g.auxiliaries(i))
        return not modal and any(g.tag[k] == "VB" or (g.tag[k] == "VBP" and self._wished(k)) for k in bare)

    def _wished(self, i: int) -> bool:
        """Whether a verb that the tagger took for a plural one is what is wished of others: `proposed that Chad stop`."""
        g = self.g
        one = any(g.tag[s] in ("NN", "NNP") and len(g.conjuncts(s)) == 1 for s in g.all_children(i, "nsubj"))
        return g.dep[i] == "ccomp" and g.is_verb(g.head[i]) and (one or g.lemma[g.head[i]] in _WISHING)

    def _counted(self, tokens: Sequence[int]) -> list[int]:
        """What words of quantity and numbers count: `thousands of refugees`, `part of a town`, `35 of its soldiers`."""
        g = self.g
        counts = [i for i in tokens if g.lemma[i] in self._quantity or g.tag[i] == "CD"]
        return [k for i in counts for k in g.prep_objects(i, "of")]

    def _of_kind(self, tokens: Sequence[int]) -> list[int]:
        """What words of kind are filled by: `an act of piracy`, `a campaign of terror`, `a hostile step`."""
        g = self.g
        return [
            k
            for i in tokens
            if g.lemma[i] in self._kind
            for k in (*g.prep_objects(i, "of"), *g.all_children(i, "amod"))
        ]

    def _forms_of(self, i: int) -> tuple[str, ...]:
        """Lemma, word, the word before it with it (`cease fire`), and what a name is said to be (`the tanker Suez`, `Ambassador Li`)."""
        forms = self._forms.get(i)
        if forms is None:
            g = self.g
            whole = hyphenated(g, i)
            if whole is not None:
                pair = whole.replace("-", " ")
            else:
                pair = f"{g.lower[i - 1]} {g.lemma[i]}" if i else g.lemma[i]
            forms = (g.lemma[i], g.lower[i], pair)
            if g.lower[i] == "persons":
                forms += ("people",)  # as translations have it
            if g.lower[i] == "it" and self.people.is_actor(i, owner=False):
                forms = ()  # "Hamas said it demanded": not the `it` of "it takes two to"
            if g.pos[i] == "PROPN" and not self._state(i):  # "South Korea" is no south
                parts = g.all_children(i, "compound", "nmod", "appos")
                forms += tuple(g.lemma[k] for k in parts if g.pos[k] == "NOUN")
                for k in parts:  # "Ambassador Qin Gang", "High Commissioner Abdul Basit"
                    if g.pos[k] == "PROPN" and g.dep[k] == "compound" and k < i:
                        forms += (g.lower[k], f"{g.lower[k - 1]} {g.lower[k]}")
                if g.lower[i].endswith("s") and not g.lower[i].endswith("ss"):
                    forms += (g.lower[i][:-1],)  # "Rockets", taken for a name where it opens a sentence
            if g.pos[i] in ("PROPN", "PRON"):
                forms += self._called(i)
            own = self.people.mentions.headed(i)
            if own is not None and own.via == "metonym" and own.last > own.first:
                forms = (pair,)  # "the White House" is no house
            self._forms[i] = forms
        return forms

    def _state(self, i: int) -> bool:
        """Whether a token ends the name of a state."""
        own = self.people.mentions.headed(i)
        return own is not None and own.via == "name" and any(a.kind == "state" for a in own.actors)

    def _called(self, i: int) -> tuple[str, ...]:
        """What the actor that a name or a pronoun stands for would be called: the party of `it`, the court of `The Hague`.

        Of fighters without a name it is what the text calls them: the troops of `they`.
        """
        for f in self.people.of(i, owner=False):
            if f.actor.sector in _ARMED and f.actor.kind == "unnamed" and self.g.lower[i] in _STANDING:
                noun = f.actor.name.lower().rpartition(" ")[2]
                return (noun, noun.removesuffix("s"))
            if f.actor.kind == "government body":
                return _CALLED_BY_SECTOR.get(f.actor.sector or "", ())
            return _CALLED.get(f.actor.kind, ())
        return ()

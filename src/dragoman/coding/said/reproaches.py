"""Accusations told by what is said of another party (codebook ACCUSE)."""

from __future__ import annotations

from dragoman.coding.coded import Coded
from dragoman.coding.participants import Found, unique, wrongs
from dragoman.coding.said.common import Voices
from dragoman.language import Grammar

_MODAL = frozenset({"will", "would", "could", "may", "might", "can", "should", "must"})
_SUPPOSED = frozenset({"if", "unless", "whether", "lest"})
# Under these nothing is said of another: it is denied, doubted or asked.
_DENIED = frozenset(
    {
        "deny",
        "doubt",
        "dispute",
        "dismiss",
        "reject",
        "question",
        "wonder",
        "ask",
        "fear",
        "refute",
        "imagine",
    }
)


class Reproaches:
    """Codes what one party says of another that is an accusation by what it says (`data/wrongs.yml`)."""

    def __init__(self, voices: Voices) -> None:
        self.voices = voices
        self.g: Grammar = voices.g

    def wrong(self, v: int) -> Coded | None:
        """What a verb tells: `the regime failed to protect`, `the vote was a farce`, `Kyiv is to blame`."""
        g, words = self.g, wrongs()
        if not self._asserted(v):
            return None
        if g.lemma[v] in words["being"]:
            return self._predicate(v)
        if g.is_negated(v) or any(g.lower[c] == "no" for o in g.objects(v) for c in g.all_children(o, "det")):
            return self._lacking(v)
        named = g.lemma[v] in words["verbs"] or (
            g.lemma[v] in words["object_verbs"]
            and any(
                g.lemma[k] in words["objects"] for o in g.objects(v) for k in (o, *g.prep_objects(o, "of"))
            )
        )
        if not named:
            return None
        return self._accused("accuse.wrong", v, self._doers(v))

    def _asserted(self, v: int) -> bool:
        """Whether the clause of a verb says that something is so: no condition, wish, question or denial."""
        g = self.g
        if {g.lower[a] for a in g.auxiliaries(v)} & _MODAL:
            return False
        if any(g.lower[m] in _SUPPOSED for m in g.all_children(v, "mark")):
            return False
        if g.dep[v] == "ccomp" and g.lemma[g.head[v]] in _DENIED:
            return False
        return not any(g.lower[c] == "?" for c in g.children[v])

    def _doers(self, v: int) -> list[Found]:
        return [f for s in self.g.subjects(v) for f in self.voices.people.of(s, owner=False)]

    def _lacking(self, v: int) -> Coded | None:
        """`Russia does not respect the agreements`, `has no right to`: what another party lacks that it owes."""
        g, words = self.g, wrongs()
        owed = g.lemma[v] in words["owed"]
        if g.lemma[v] == "have":
            owed = any(g.lemma[k] in words["lacked"] for k in g.objects(v))
        return self._accused("accuse.wrong", v, self._doers(v)) if owed and not g.is_passive(v) else None

    def _predicate(self, v: int) -> Coded | None:
        """What somebody or something is said to be: `the annexation is illegal`, `this was an act of war`."""
        g, words = self.g, wrongs()
        said = [m for k in g.all_children(v, "acomp", "attr", "oprd") for m in g.conjuncts(k)]
        if g.lemma[v] != "be":
            said += [*g.objects(v), *g.prep_objects(v, "to", "like", "a")]
        if g.is_negated(v):
            worded = any(g.lower[k] in words["owed_predicates"] for k in said)
            strong = False
        else:
            worded, strong = self._bad(v, said)
        if not worded:
            return None
        subjects = g.subjects(v)
        doers = [f for s in subjects for f in self.voices.people.of(s, owner=False)]
        if doers:  # of a party itself only what names a doer of wrong: `Israel is an aggressor`
            if not any(self._names_doer(k) for k in said):
                return None
            return self._accused("accuse.predicate", v, doers)
        owners = [f for s in subjects for f in self.voices.people.owner(s)]
        owners = owners or [f for k in said if g.pos[k] == "NOUN" for f in self.voices.people.owner(k)]
        owners = owners or [f for s in g.all_children(v, "csubj") for f in self.voices.parties_of(s)]
        if not owners and not (strong and self._done(v, subjects)):
            return None
        return self._accused("accuse.predicate", v, owners, named=False)

    def _done(self, v: int, subjects: list[int]) -> bool:
        """Whether what is spoken of is a deed: `what happened`, `this`, `the verdict`, `the shelling`."""
        g, words = self.g, wrongs()
        if g.all_children(v, "csubj", "csubjpass"):
            return True
        return any(
            g.lower[s] in ("this", "that", "it", "these")
            or g.lemma[s] in words["deeds"]
            or g.lemma[s] in words["measures_of_state"]
            or self.voices.act_at(s) is not None
            for s in subjects
        )

    def _bad(self, v: int, said: list[int]) -> tuple[bool, bool]:
        """Whether what is said condemns, and whether it does so whoever is behind it."""
        g, words = self.g, wrongs()
        if any(g.lower[k] in words["adjectives"] for k in said):
            return True, any(g.lower[k] in words["adjectives"] - words["weak"] for k in said)
        heads = [
            m for k in said for m in (k, *(g.prep_objects(k, "of") if g.lemma[k] in words["kinds"] else ()))
        ]
        heads += [k for name, k in g.prepositions(v) if name == "in" and g.lemma[k] in words["breaches"]]
        if any(g.lemma[k] in words["evils"] or g.lower[k] in words["evils"] for k in heads):
            return True, True
        if any(g.lower[c] in words["adjectives"] for k in heads for c in g.all_children(k, "amod")):
            return True, True
        return any(g.lemma[k] in words["doers"] or g.lemma[k] in words["guilty"] for k in heads), False

    def _names_doer(self, k: int) -> bool:
        g, words = self.g, wrongs()
        adjectives = {g.lower[c] for c in g.all_children(k, "amod", "compound")} | {g.lower[k]}
        if g.lemma[k] in words["doers"] or g.lemma[k] in words["guilty"]:
            return g.lemma[k] not in words["guilty"] or bool(g.prep_objects(k, "of", "for", "in"))
        return bool(adjectives & words["adjectives"])

    def wrong_deed(self, n: int) -> Coded | None:
        """`confrontational steps taken by Washington`, said by another party."""
        g, words = self.g, wrongs()
        if g.lemma[n] not in words["deeds"]:
            return None
        if not any(g.lower[c] in words["adjectives"] for c in g.all_children(n, "amod")):
            return None
        if self._refused(n):
            return None
        doers = self.voices.people.owner(n)
        if not doers:
            doers = [
                f
                for c in g.all_children(n, "acl")
                for s in g.subjects(c)
                for f in self.voices.people.of(s, owner=False)
            ]
        return self._accused("accuse.wrong-deed", n, doers)

    def _refused(self, n: int) -> bool:
        """Whether the verb above a noun rejects it: `qualified as baseless the remarks`."""
        g = self.g
        above = g.head[g.head[n]] if g.dep[n] == "pobj" and g.lower[g.head[n]] == "as" else g.head[n]
        return g.is_verb(above) and (self.voices.act_at(above) or ("",))[0] == "REJECT"

    def _accused(self, rule: str, i: int, doers: list[Found], *, named: bool = True) -> Coded | None:
        """An accusation by the speaker of the statement at token `i` against those who are said to do wrong."""
        if named and not doers:
            return None
        speaker = self.voices.speaker(i)
        if speaker is None or any(not self.voices.other(f, speaker) for f in doers):
            return None
        return self.voices.told(
            rule, ("ACCUSE", "disapprove"), i, [speaker], unique(doers), "said of another party"
        )

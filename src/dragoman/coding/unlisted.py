"""Acts told by what is said rather than by a word for the act: must-clauses, refusals, reproaches."""

from __future__ import annotations

from dragoman.coding.coded import Coded
from dragoman.coding.matching import Matcher
from dragoman.coding.ontology import governed
from dragoman.coding.participants import Found, Participants, unique, without, wrongs
from dragoman.coding.roles import Roles
from dragoman.coding.status import Judged, verb_status
from dragoman.language import Grammar

DEONTIC = frozenset({"must", "should", "ought", "shall"})


def _state(found: Found) -> str:
    """The state that an actor stands for, an actor without one for itself."""
    return found.actor.country or found.actor.id


class Unlisted:
    """Codes predicates for which the lexicon has no entry of their own."""

    def __init__(self, g: Grammar, people: Participants, matcher: Matcher, roles: Roles) -> None:
        self.g = g
        self.people = people
        self.act_at = matcher.act_at
        self.roles = roles

    def deontic(self, v: int) -> Coded | None:
        """`said that China must drop barriers`: a request to the subject of the must-clause."""
        g = self.g
        clauses = [c for c in g.children[v] if g.dep[c] == "ccomp" and g.is_verb(c)]
        if g.lemma[v] not in wrongs()["saying"]:  # "issued a reminder to Iraq that it must cooperate"
            clauses = [
                c
                for o in g.objects(v)
                if g.lemma[o] in wrongs()["sayings"]
                for c in g.all_children(o, "acl", "ccomp", "relcl")
                if g.child(c, "mark") is not None
            ]
        for c in clauses:
            words = {g.lower[a] for a in g.auxiliaries(c)}
            need = g.lemma[c] in ("need", "have") and any(g.dep[k] == "xcomp" for k in g.children[c])
            if not (words & DEONTIC or need):
                continue
            if "have" in words:  # "should have done": a reproach, not a request
                continue
            speakers = [f for s in g.subjects(v) for f in self.people.of(s)]
            addressees = [f for s in g.subjects(c) for f in self.people.of(s)]
            if g.is_passive(c):
                addressees = [f for s in g.objects(c) for f in self.people.owner(s)]
            addressees = without(addressees, speakers)
            countries = {f.actor.country for f in speakers}
            if (
                not speakers
                or not addressees
                or (countries == {f.actor.country for f in addressees} and None not in countries)
            ):
                continue
            inner = None
            for k in [c, *g.complements(c)]:
                inner = self.act_at(k) or inner
            act, mode = governed("request", inner)
            consumed = list(range(g.left[c], g.right[c] + 1))
            why = [
                f"entry request.must (deontic {', '.join(sorted(words & DEONTIC)) or 'need to'} under {g.word[v]!r})"
            ]
            one = Coded(
                "request.must",
                act,
                mode,
                v,
                None,
                verb_status(g, v),
                speakers,
                addressees,
                "verb",
                0.7,
                why,
                consumed,
            )
            one.explain(g)
            return one
        return None

    def refusal(self, v: int) -> Coded | None:
        """`Iran will never yield`: a refusal in words that name no act (codebook REJECT)."""
        g = self.g
        if g.lemma[v] not in wrongs()["refusals"] or not g.is_negated(v):
            return None
        if not {g.lower[a] for a in g.auxiliaries(v)} & {"will", "wo", "would", "shall", "'ll"}:
            return None
        actors = [f for s in g.subjects(v) for f in self.people.of(s, owner=False)]
        if not actors or g.is_passive(v):
            return None
        act, mode = governed("reject", next((a for k in g.complements(v) if (a := self.act_at(k))), None))
        things = [k for k in (*g.objects(v), *g.complements(v), v) if k not in g.subjects(v)]
        named = next((f for k in things if (f := self.roles.named_below(k, top=k == v))), [])
        others = without(named, actors)
        return self._told("reject.will-not", act, mode, v, actors, others, "a refusal of its own actor")

    def ruled_out(self, v: int) -> Coded | None:
        """`removing the sanctions is out of the question`, said by a party: a refusal (codebook REJECT)."""
        g = self.g
        if g.lemma[v] != "be" or g.is_negated(v):
            return None
        said = g.all_children(v, "acomp", "attr") + [
            k for name, k in g.prepositions(v) if name in ("of", "off", "on")
        ]
        off = {"out", "off"} & g.particles(v)
        if not any(g.lemma[k] in wrongs()["ruled_out"] and (off or g.pos[k] == "ADJ") for k in said):
            return None
        statement = self.people.statement_at(g.start[v])
        if statement is None or statement.speaker is None:
            return None
        speaker = self.people.speaker_of(statement, v)
        tops = g.all_children(v, "nsubj", "csubj")
        inner = next((a for k in tops if (a := self.act_at(k))), None)
        act, mode = governed("reject", inner)
        named = [f for k in tops for f in self.roles.named_below(k)]
        others = without(named, [speaker])
        return self._told("reject.ruled-out", act, mode, v, [speaker], others, "ruled out by the speaker")

    def threat(self, v: int) -> Coded | None:
        """What a speaker says will come upon another, or be done to it (codebook THREATEN).

        `said that Israel will pay a price`, `there will be consequences if`, `we shall respond in kind`.
        """
        g, words = self.g, wrongs()
        if g.lemma[v] not in words["retaliating"] | words["suffering"] | {"be", "meet"} or g.is_negated(v):
            return None
        if not {g.lower[a] for a in g.auxiliaries(v)} & {"will", "would", "shall", "'ll", "’ll"}:
            return None
        statement = self.people.statement_at(g.start[v])
        if statement is None or statement.speaker is None:
            return None
        speaker = self.people.speaker_of(statement, v)
        if speaker.actor.id.startswith("unnamed-") or speaker.actor.sector == "JRN":
            return None
        subjects = [f for s in g.subjects(v) for f in self.people.of(s, owner=False)]
        clauses = [
            c
            for c in g.all_children(v, "advcl")
            if any(g.lower[m] in ("if", "unless", "should") for m in g.all_children(c, "mark", "aux"))
        ]
        blamed = [f for c in clauses for s in g.subjects(c) for f in self.people.of(s)]
        if g.lemma[v] in words["retaliating"]:
            own = any(f.actor.id == speaker.actor.id or _state(f) == _state(speaker) for f in subjects)
            if not own or g.is_passive(v) or not (clauses or self._hard(v)):
                return None
            against = [f for k in g.prep_objects(v, "against", "at") for f in self.people.of(k)]
            others = against or blamed or self.roles.named_below(v, top=True)
        elif g.lemma[v] in words["suffering"]:
            evils = [*g.objects(v), *[k for _, k in g.prepositions(v)]]
            if g.is_passive(v) or not any(g.lemma[k] in words["consequences"] for k in evils):
                return None
            others = subjects
        else:  # "there will be consequences", "the response will be harsh", "would be met with force"
            told = g.all_children(v, "attr", "nsubj") + g.prep_objects(v, "with")
            named = any(g.lemma[k] in words["consequences"] for k in told)
            harsh = any(g.lemma[k] in words["hard"] for k in g.all_children(v, "acomp"))
            there = any(g.dep[c] == "expl" for c in g.children[v])
            if not named or not (there or harsh or (g.lemma[v] == "meet" and g.is_passive(v))):
                return None
            others = blamed or (subjects if g.lemma[v] == "meet" else [])
        others = [
            f for f in unique(others) if f.actor.id != speaker.actor.id and _state(f) != _state(speaker)
        ]
        if not others and g.lemma[v] in words["suffering"]:
            return None
        return self._told(
            "threaten.told", "THREATEN", None, v, [speaker], others, "announced to another party"
        )

    def _hard(self, v: int) -> bool:
        """Whether a response is hostile by its own words: `hit back`, `respond firmly`, `act against`."""
        g, words = self.g, wrongs()
        if g.lemma[v] in words["avenging"]:
            return True
        if g.lemma[v] in ("hit", "strike", "fight"):
            return "back" in g.particles(v) or any(g.lower[c] == "back" for c in g.children[v])
        manner = any(g.lower[c] in words["hard"] for c in g.all_children(v, "advmod"))
        kind = any(g.lemma[k] in words["hard"] for k in g.prep_objects(v, "in", "with"))
        return manner or kind or bool(g.prep_objects(v, "against"))

    def wrong(self, v: int) -> Coded | None:
        """What one party says of another that is an accusation by what it says (`data/wrongs.yml`)."""
        g, words = self.g, wrongs()
        named = g.lemma[v] in words["verbs"] or (
            g.lemma[v] in words["object_verbs"]
            and any(
                g.lemma[k] in words["objects"] for o in g.objects(v) for k in (o, *g.prep_objects(o, "of"))
            )
        )
        if g.lemma[v] == "be" and any(
            g.lower[k] in words["adjectives"] for k in g.all_children(v, "acomp", "attr", "oprd")
        ):
            # "said that the recognition is unacceptable": whose, if it says so
            things = [s for s in g.subjects(v) if not self.people.of(s, owner=False)]
            owners = [f for s in things for f in self.people.owner(s)]
            return self._accused("accuse.predicate", v, owners, named=False) if things else None
        if not named or g.is_negated(v) or g.is_passive(v):
            return None
        if {g.lower[a] for a in g.auxiliaries(v)} & {
            "will",
            "would",
            "could",
            "may",
            "might",
            "can",
            "should",
            "must",
        }:
            return None
        doers = [f for s in g.subjects(v) for f in self.people.of(s, owner=False)]
        return self._accused("accuse.wrong", v, doers)

    def wrong_deed(self, n: int) -> Coded | None:
        """`confrontational steps taken by Washington`, said by another party."""
        g, words = self.g, wrongs()
        if g.lemma[n] not in words["deeds"]:
            return None
        if not any(g.lower[c] in words["adjectives"] for c in g.all_children(n, "amod")):
            return None
        doers = self.people.owner(n)
        if not doers:
            doers = [
                f
                for c in g.all_children(n, "acl")
                for s in g.subjects(c)
                for f in self.people.of(s, owner=False)
            ]
        return self._accused("accuse.wrong-deed", n, doers)

    def _accused(self, rule: str, i: int, doers: list[Found], *, named: bool = True) -> Coded | None:
        """An accusation by the speaker of the statement at token `i` against those who are said to do wrong."""
        statement = self.people.statement_at(self.g.start[i])
        if statement is None or statement.speaker is None or (named and not doers):
            return None
        speaker = self.people.speaker_of(statement, i)
        if speaker.actor.id.startswith("unnamed-"):
            return None  # sources and analysts assess; parties accuse
        if any(
            f.actor.id == speaker.actor.id
            or (f.actor.country is not None and f.actor.country == speaker.actor.country)
            for f in doers
        ):
            return None
        return self._told(rule, "ACCUSE", "disapprove", i, [speaker], unique(doers), "said of another party")

    def _told(
        self,
        rule: str,
        act: str,
        mode: str | None,
        i: int,
        actors: list[Found],
        recipients: list[Found],
        why: str,
    ) -> Coded:
        judged = Judged("actual", why)
        kind = "verb" if self.g.is_verb(i) else "noun"
        one = Coded(
            rule, act, mode, i, None, judged, actors, recipients, kind, 0.6, [f"entry {rule} ({why})"]
        )
        one.explain(self.g)
        return one

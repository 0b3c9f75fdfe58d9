"""What the acts of one sentence take from each other: parties that are shared, causes of protests, help that has ended."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.coding.coded import Coded
from dragoman.coding.conditions import OUTLAWS
from dragoman.coding.grounds import OWN_PEOPLE
from dragoman.coding.merge import FORCES
from dragoman.coding.ontology import HOSTILE
from dragoman.coding.participants import (
    Found,
    Participants,
    nameless,
    nouns,
    same_actors,
    same_states,
    unique,
    without,
)
from dragoman.coding.status import Judged, governors, verb_status
from dragoman.language import Grammar

# Acts done to another party in one breath: the second need not name it again.
_SHARING = frozenset(
    {"SANCTION", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "COERCE", "CONCEDE", "AID", "SUPPORT"}
)
# Of these, the ones done for the other party: `thanked Qatar and demanded a timetable` is not said to Qatar.
_FRIENDLY = frozenset({"AID", "CONCEDE", "SUPPORT"})
# Acts that are done to whom one has just spoken to, in one breath: `met him and promised help`.
_TO_HIM = frozenset({"AGREE", "AID", "SUPPORT", "THREATEN", "CONCEDE"})
# What a speaker lays to others in one breath with a wrong of theirs is no act of its own.
_LAID_TO = frozenset({"REJECT", "REQUEST", "AGREE"})
# Where a demand stands beside the protest that it is made in: `blocked roads, demanding that`.
BESIDE_A_PROTEST = frozenset({"advcl", "pcomp", "xcomp", "acl"})


class Interplay:
    """Mends the acts of one doc by those that they stand beside. `kept` maps predicates to the acts that they tell."""

    def __init__(self, g: Grammar, people: Participants, kept: Mapping[int, Coded | None]) -> None:
        self.g = g
        self.people = people
        self.kept = kept

    def fought(self, one: Coded) -> None:
        """Make those of two sides who were hurt in a fight its parties: `a soldier and two rebels were killed in a clash`."""
        g, v = self.g, one.trigger
        if one.act != "ASSAULT" or one.kind != "verb":
            return
        if not nameless(one.actors) and (not g.is_passive(v) or g.child(v, "agent") is not None):
            return
        fights = [
            k
            for name, k in g.prepositions(v)
            if name in ("in", "during", "amid") and g.lemma[k] in nouns()["two_sided"]
        ]
        if not fights:
            return
        against = [k for f in (v, *fights) for k in g.prep_objects(f, "with") if k > fights[0]]
        foes = unique([f for k in against for f in self.people.of(k)])
        if foes:  # "was killed in a shootout with the police"
            one.actors = without(foes, one.recipients) or one.actors
            return
        outlaws = [f for f in one.recipients if f.actor.kind == "armed group" or f.actor.sector in OUTLAWS]
        forces = [f for f in one.recipients if f.actor.sector in FORCES]
        if outlaws and forces:
            one.actors, one.recipients = [*forces, *outlaws], []
            one.why.append("those of both sides who were hurt fought each other")

    def ended(self, one: Coded) -> bool:
        """Make a penalty of help that one gives no longer: `stopped sending aid to Chad`; whether the verb above tells it."""
        g, v = self.g, one.trigger
        given = one.act in ("AID", "COOPERATE") or (one.act, one.mode) == ("RETREAT", "access")
        if not given or one.kind != "verb" or one.status.status != "negated":
            return False
        above = g.head[v]
        stopped = (
            g.dep[v] in ("xcomp", "ccomp") and g.tag[v] == "VBG" and g.lemma[above] in governors()["ceasing"]
        )
        longer = any(g.lower[c] == "longer" and g.lower[c - 1] == "no" for c in g.all_children(v, "advmod"))
        if not (stopped or longer):
            return False
        over = self.kept.get(above) if stopped else None
        if over is not None and over.act == "SANCTION":
            over.recipients = over.recipients or one.recipients
            return True
        if not one.recipients:
            return False
        coming = any(g.lower[a] in ("will", "wo", "'ll") for a in g.auxiliaries(v))
        one.act, one.mode = "SANCTION", "discontinue"
        one.status = (
            verb_status(g, above) if stopped else Judged("future" if coming else "actual", "no longer")
        )
        one.consumed += [o for o in g.objects(v) if g.pos[o] == "NOUN"]
        one.why.append("read as SANCTION: help that is given no longer")
        return False

    def reproached(self, one: Coded) -> bool:
        """Whether an act is one more thing that others are reproached with: `said Chad had trespassed and [ignored] its calls`."""
        g, v = self.g, one.trigger
        if g.dep[v] != "conj" or one.act not in _LAID_TO or g.child(v, "nsubj", "nsubjpass") is not None:
            return False
        over = self.kept.get(g.head[v])
        return over is not None and over.act == "ACCUSE" and over.entry_id.startswith("accuse.wrong")

    def share(self, one: Coded) -> None:
        """Give an act that names nobody the other party of the one it goes along with in its sentence.

        `imposed restrictions on Russian officials and suspended trade talks`, `condemned Iran, demanding ...`
        """
        g, v = self.g, one.trigger
        along = g.dep[v] == "conj" or (g.dep[v] == "advcl" and g.tag[v] == "VBG")
        at_home = all(f.why == OWN_PEOPLE for f in one.recipients) and any(
            g.lemma[o] in nouns()["passages"] for o in g.objects(v)
        )
        if (one.recipients and not at_home) or one.kind != "verb" or one.act not in _SHARING | _TO_HIM:
            return
        contact = self.kept.get(g.head[v])
        purpose = g.dep[v] in ("xcomp", "advcl") and g.tag[v] == "VB"
        if purpose and contact is not None and contact.act == "CONSULT":
            # "phoned Dole to urge passage"
            if contact.mode == "phone" and g.lemma[v] in governors()["conveying"]:
                why = f"to whom {g.word[contact.trigger]!r} was said"
                others = without(contact.actors, one.actors)
                one.recipients = [Found(f.actor, f.token, f.span, why, False) for f in others]
            return
        if not along:
            return
        if contact is not None and contact.act == "CONSULT" and one.act in _TO_HIM:
            one.recipients = self._met(contact, one)
            return
        first = contact
        if first is None or (first.act in _FRIENDLY) != (one.act in _FRIENDLY):
            return
        if one.act == "AGREE" and (first.act != "REQUEST" or same_states(first.recipients, one.actors)):
            return  # "urged them to stop and offered help", not "called it a mistake and promised an inquiry"
        if first.act in _SHARING and same_actors(first.actors, one.actors) and first.recipients:
            one.recipients = [
                Found(f.actor, f.token, f.span, f"shared with {g.word[first.trigger]!r}", False)
                for f in first.recipients
            ]

    def _met(self, contact: Coded, one: Coded) -> list[Found]:
        """To whom one says what is told in a row with a talk with somebody: `telephoned Fernandez and offered help`."""
        if contact.mode not in (None, "phone") or contact.status.status != one.status.status:
            return []
        home = {f.actor.country for f in one.actors}
        others = [f for f in contact.actors if f.actor.country not in home]
        if contact.kind != "verb" or len(others) != 1 or len(contact.actors) != 1 + len(one.actors):
            return []
        why = f"to whom one spoke in {self.g.word[contact.trigger]!r}"
        return [Found(f.actor, f.token, f.span, why, False) for f in others]

    def anothers(self, one: Coded) -> None:
        """Give a deed that its own accuser seems to have done to the accused: `protested to China over its drills`."""
        g, n = self.g, one.trigger
        if one.kind != "noun" or one.act not in HOSTILE | {"MOBILIZE"} or not one.actors:
            return
        owners = g.all_children(n, "poss")
        if not any(g.lower[k] in ("its", "their") for k in owners):
            return
        if not {f.token for f in one.actors} <= {*owners}:
            return
        above = g.head[n] if g.dep[n] != "pobj" else g.head[g.head[n]]
        blame = self.kept.get(above)
        if blame is None or blame.act != "ACCUSE" or not blame.recipients:
            return
        if not same_actors(blame.actors, one.actors):
            return
        one.actors = [
            Found(f.actor, f.token, f.span, f"{g.word[owners[0]]!r} is of the accused", False)
            for f in blame.recipients
        ]
        one.recipients = [f for f in one.recipients if not same_actors([f], one.actors)]

    def cause(self, one: Coded) -> bool:
        """Whether a demand or reproach is what a protest is about, and tells whom: `blocked roads, demanding that`."""
        g, v = self.g, one.trigger
        if one.act not in ("REQUEST", "ACCUSE", "REJECT") or g.dep[v] not in BESIDE_A_PROTEST:
            return False
        above = g.head[g.head[v]] if g.dep[v] == "pcomp" else g.head[v]
        if g.dep[v] == "acl" and g.dep[above] == "nsubj":  # "marchers demanding elections filled the square"
            above = g.head[above]
        while g.dep[above] == "advcl" and g.tag[above] == "VBG":
            above = g.head[above]
        protest = self.kept.get(above)
        if protest is None:  # "began a protest, demanding security"
            protest = next((c for o in g.objects(above) if (c := self.kept.get(o)) is not None), None)
        if protest is None or protest.act != "PROTEST" or not same_actors(protest.actors, one.actors):
            return False
        protest.recipients = one.recipients or protest.recipients
        return True

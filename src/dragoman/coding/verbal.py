"""Acts told by verbs and predicates: an entry's frame filled from the clause, and what kind of act that makes."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.bench import Bench
from dragoman.coding.carriers import carrier_of
from dragoman.coding.coded import Coded
from dragoman.coding.contacts import EXPECTED
from dragoman.coding.counterparts import Deed
from dragoman.coding.drafts import Draft
from dragoman.coding.governing import Inner, consumed, forgone, governing
from dragoman.coding.interplay import BESIDE_A_PROTEST
from dragoman.coding.judging import judge_verb
from dragoman.coding.keepers import freed
from dragoman.coding.lexicon import PROMISES, Entry
from dragoman.coding.matching import SAID_TO
from dragoman.coding.ontology import governed
from dragoman.coding.participants import Found, nameless, nouns, protests, same_actors, unique, without
from dragoman.coding.roles import ARMED
from dragoman.coding.slots import Slots
from dragoman.coding.status import HAPPENED, Judged, governors

# Acts that a verb tells of a nominal one: the latter is then no act beside it.
_TELLING = frozenset({"SANCTION", "CONCEDE", "SUPPORT", "AGREE", "REJECT", "RETREAT", "COERCE", "THREATEN"})
# Those that tell of it whatever the verb: `lifted the ban`, `blocked aid for Ukraine`.
_UNDOING = frozenset({"CONCEDE", "REJECT", "RETREAT", "SANCTION"})
# Acts whose verb governs what is said, though its entry does not.
_GOVERNING = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "AGREE"})
# Sectors of those who attack by force.
_FIGHTING = frozenset({"MIL", "REB", "PRM", "COP", "UAF", "CRM"})
# Verbs of promise that threaten those against whom forces are moved.
_VOWS = frozenset({"vow", "swear"})
# Verbs that tell another what he had better not do: `warned Chad not to close the border`.
_CAUTIONS = frozenset({"warn", "caution"})
# Acts that nobody threatens with: a vow to do one is a word that is given.
_YIELDING = frozenset({"RETREAT", "CONCEDE", "AID", "COOPERATE"})
# A decision that is named to say more of it, or what had been done, is as likely a mention as news.
_MENTIONED = 0.15


class Verbal:
    """Codes the verbs and predicates of one doc."""

    def __init__(self, bench: Bench) -> None:
        self.bench, self.g = bench, bench.g
        self.roles, self.counterparts, self.contacts = bench.roles, bench.counterparts, bench.contacts
        self.said, self.matcher = bench.said, bench.matcher

    def act(self, entry: Entry, slots: Slots) -> Coded | None:
        """The act of an entry whose sense holds of the predicate of some slots; `None` where it tells none."""
        bench, v = self.bench, slots.i
        if bench.seeming.verb(entry, slots):
            return None
        draft = Draft.of(entry, slots)
        draft.judged = judge_verb(self.g, bench.seeming, entry, slots)
        self._govern(draft)
        self._fill(draft)
        if draft.act == "REQUEST" and (own := self.said.own_will(slots.get("comp"), draft.actors)):
            if not any(self.g.is_negated(c) for c in own):
                return None  # "insisted that it would leave the bloc"
            draft.recast(*governed("reject", draft.inner))  # "insisted that it would not lift its veto"
            draft.recipients = self.said.waited_for(own, draft.actors)
        deed = Deed(slots, entry, draft.act, draft.mode, draft.actors, v, draft.below)
        draft.recipients = self.counterparts.named(deed, draft.recipients)
        self._reconsider_promise(draft)
        self._reconsider_crowd(draft)
        if not self._reconsider_attack(draft):
            return None
        self._free(draft)
        self._find_doers(draft)
        if not draft.actors:
            # what one is accused of by nobody told is not told as done
            if draft.act == "ACCUSE" and draft.mode != "disapprove" and self.g.is_passive(v):
                bench.alleged += draft.consumed
            return bench.refuse(v, "no actor")
        if not draft.recipients:
            told = replace(deed, act=draft.act, mode=draft.mode, actors=draft.actors)
            draft.recipients = self.counterparts.at_home(told)
        hurting = draft.act == "ASSAULT"
        draft.recipients = self.roles.placed(draft.recipients, v, draft.act, [] if hurting else draft.actors)
        if not self._reconsider_order(draft):
            return None
        if draft.act == "AID" and self.roles.own_forces(draft.actors, draft.recipients):
            return bench.refuse(v, "own forces")
        if draft.act == "MOBILIZE":  # forces that are moved are not moved against themselves
            draft.recipients = without(draft.recipients, draft.actors)
        if entry.frame.reciprocal and not self._has_parties(draft):
            return bench.refuse(v, "one party")
        return self._coded(draft)

    def _govern(self, draft: Draft) -> None:
        """Let the act that a predicate governs say what is demanded, refused, promised or threatened."""
        g, v, entry, slots = self.g, draft.slots.i, draft.entry, draft.slots
        if not entry.governs and entry.act not in _GOVERNING:
            return
        inner, at = self.matcher.inner_of(slots, of_promise=entry.governs in PROMISES)
        draft.inner = inner
        draft.consumed = consumed(self.bench, slots, entry)
        draft.below = self.bench.code(at) if at is not None else None
        if entry.governs:
            draft.recast(*governing(entry, entry.governs, inner))
        if entry.governs in PROMISES and self.said.forsworn(slots.get("comp"), inner):
            draft.recast(*governed("reject", inner))  # "vowed never to recognise the result"
        elif draft.act == "THREATEN" and entry.act in ("AGREE", "THREATEN") and forgone(g, inner, at):
            draft.recast(*self._not_to(slots, inner))
        elif draft.act == "THREATEN" and g.lemma[v] in _VOWS and inner and inner[0] in _YIELDING:
            draft.recast(*governed("pledge", inner))  # "vowed to withdraw its troops"
        if draft.act == "AGREE" and inner and inner[0] == "CONSULT" and self.contacts.arranged(v, at):
            draft.recast(*inner)
            draft.judged = Judged("future", "arranged for a time")  # "agreed to meet in May"

    def _not_to(self, slots: Slots, inner: Inner) -> tuple[str, str | None]:
        """What one does by words of harm not done: gives his word (`vowed not to attack`) or warns (`warned Israel not to attack`)."""
        if self.g.lemma[slots.i] not in _CAUTIONS or not slots.get("obj"):
            return "AGREE", None
        return "THREATEN", "violence" if inner is not None and inner[0] == "ASSAULT" else None

    def _fill(self, draft: Draft) -> None:
        """Fill the frame of an entry from its slots."""
        v, entry, slots, frame = draft.slots.i, draft.entry, draft.slots, draft.entry.frame
        if frame.reciprocal:
            by_slot = {
                name: self.roles.in_slot(slots, name, entry, owner=name == "subj", doers=True)
                for name in frame.actor
            }
            talking = unique([f for name in by_slot if name != "obj" for f in by_slot[name]])
            about = self.contacts.is_topic(v) and len({f.actor.id for f in talking}) > 1
            draft.actors = talking if about else unique([f for found in by_slot.values() for f in found])
            return
        draft.actors = self.roles.fill(slots, frame.actor, entry, doers=True)
        if "subj" in frame.actor:
            draft.actors = unique([*draft.actors, *self.roles.alongside(v, draft.actors)])
        draft.recipients = self.roles.fill(slots, frame.recipient, entry, but=draft.actors)
        if draft.mode == "visit" and not draft.recipients:
            draft.recipients = without(self.contacts.host_there(v), draft.actors)

    def _reconsider_promise(self, draft: Draft) -> None:
        """Leave a promise one where it threatens nobody: what allies agree to do, who is ready to return, troops for a friend."""
        g, slots, inner = self.g, draft.slots, draft.inner
        if draft.act != "THREATEN" or draft.entry.act != "AGREE":
            return
        alone = inner is not None and inner[1] == "deport" and not any(map(g.objects, slots.get("comp")))
        if len(draft.actors) > 1 or alone:
            draft.recast("AGREE", None)
        elif inner is not None and inner[0] == "MOBILIZE":
            threat = [n for c in slots.get("comp") for n, _ in g.prepositions(c) if n in ("into", "against")]
            if not slots.get("comp") or not (threat or g.lemma[slots.i] in _VOWS):
                draft.recast("AGREE", None)  # "promised him reinforcements", "agreed to send troops to Iraq"

    def _reconsider_crowd(self, draft: Draft) -> None:
        """Tell protests from force and from words, by who does it."""
        g, v, slots, roles = self.g, draft.slots.i, draft.slots, self.roles
        if (
            draft.act == "ASSAULT"
            and draft.mode in (None, "destroy", "primitive", "explosives")
            and g.lemma[v] not in governors()["harm"] | governors()["harm_by_hand"]
            and roles.crowd(draft.actors)
        ):
            draft.recast("PROTEST", "riot", "violence against property by a crowd of civilians")
        before = self.bench.code(g.head[v]) if g.dep[v] == "conj" else None
        marched = before is not None and before.act == "PROTEST"
        if (draft.act, draft.mode) == ("PROTEST", "riot") and not marched:
            if roles.stoning(slots, draft.actors):
                draft.recast("ASSAULT", "primitive", "things thrown at men in uniform")
        if draft.act == "REQUEST" and g.dep[v] not in BESIDE_A_PROTEST and roles.marching(draft.actors):
            # codebook REQUEST: demands that take the form of demonstrations
            draft.recast("PROTEST", "demo", "demonstrators demand it")
            if all(f.actor.kind in ("population", "unnamed") for f in draft.recipients):
                draft.recipients = self.counterparts.grounds.government(draft.actors)
        if draft.act == "COERCE" and draft.mode in ("seize", "restrict") and self._by_crowd(draft):
            stormed = g.lemma[v] in protests()["storming"]
            draft.recast("PROTEST", "riot" if stormed else "obstruct", "a crowd of civilians takes a place")
        if (draft.act, draft.mode) == ("PROTEST", "demo") and g.lemma[v] == "protest":
            if roles.officials(draft.actors):
                draft.recast("ACCUSE", "disapprove")  # "protested through diplomatic channels"

    def _by_crowd(self, draft: Draft) -> bool:
        """Whether civilians take or close a place: `supporters stormed parliament`, `backers of Hezbollah blocked roads`."""
        doers = draft.slots.get("subj")
        named = bool(doers) and all(self.g.lemma[s] in nouns()["crowd"] for s in doers)
        armed = any(f.actor.sector in ARMED for f in draft.actors)
        return (named and not armed) or self.roles.crowd(draft.actors)

    def _reconsider_attack(self, draft: Draft) -> bool:
        """Tell attacks by force from those in words, and texts against somebody from support; whether it is an act at all."""
        g, v, slots = self.g, draft.slots.i, draft.slots
        if draft.act == "ACCUSE" and g.lemma[v] == "attack":
            if any(f.actor.sector in _FIGHTING for f in draft.actors):
                draft.recast("ASSAULT", None)  # "jets attacked infiltrators": forces do not do it in words
                draft.recipients = draft.recipients or self.counterparts.below.faced(v, draft.actors)
            elif not slots.get("obj"):
                return False  # "the Kenyan attacked with two laps to go": nobody in words
        if (draft.act, draft.mode) == ("ASSAULT", None) and g.lemma[v] == "attack":
            if self.roles.spoken_attack(draft.entry, slots, draft.actors):
                draft.recast("ACCUSE", "disapprove")  # "the senator attacked the judge over the ruling"
        if draft.act == "SUPPORT" and any(g.lemma[o] in nouns()["text"] for o in slots.get("obj")):
            opposed = self.roles.in_slot(slots, "prep:against", draft.entry)
            if opposed:  # "passed a resolution against Iran"
                draft.recast("ACCUSE", "disapprove")
                draft.recipients = opposed
        return True

    def _free(self, draft: Draft) -> None:
        """Find who held those who are freed, and whom a text has told of as held."""
        slots = draft.slots
        if (draft.act, draft.mode) != ("RETREAT", "release") or (draft.actors and draft.recipients):
            return
        keeping, held = freed(
            self.g, self.bench.people, slots.i, slots.get("obj"), draft.recipients, self.bench.done()
        )
        if not draft.actors and not slots.get("subj") and not same_actors(keeping, held):
            draft.actors, draft.recipients = keeping, held
        elif same_actors(draft.actors, keeping):
            draft.recipients = draft.recipients or held

    def _find_doers(self, draft: Draft) -> None:
        """Find who does what a clause tells without a doer, and whose an attack of nobody's is."""
        g, v, entry, slots = self.g, draft.slots.i, draft.entry, draft.slots
        if not draft.actors:
            found = self.roles.implied(entry, slots, draft.act, draft.mode, draft.recipients)
            if not found and draft.act == "SUPPORT":
                found = self.contacts.signatories(v)
            if not found and (draft.act, draft.mode) == ("RETREAT", "ceasefire") and g.lemma[v] == "hold":
                found = self.contacts.sides(v)  # "the truce has largely held"
            if not found and entry.kind == "verb":
                kind = (draft.act, draft.mode)
                found = self.bench.untold.doers(
                    entry, slots, kind, draft.recipients, draft.judged, self.bench.done()
                )
                draft.recipients = without(draft.recipients, found)
            asserted = draft.judged.status in HAPPENED or draft.judged.status == "future"
            if not found and draft.act == "REQUEST" and g.is_passive(v) and asserted:
                if not any(g.dep[c] == "ccomp" for c in slots.get("comp")):  # "was told that"
                    found = self.said.unnamed_speaker(v, draft.recipients)
            if not found and draft.act in SAID_TO:
                found = self.matcher.callers.found(entry, slots)
            draft.actors, draft.confidence = found, 0.6
        if draft.act == "ASSAULT" and nameless(draft.actors) and draft.recipients:
            draft.actors = self.roles.claimed(v) or draft.actors

    def _reconsider_order(self, draft: Draft) -> bool:
        """Make an expulsion of an order to leave that is given to the people of others; whether it is an act at all."""
        if self.g.lemma[draft.slots.i] != "order":
            return True
        gone = self._ordered_off(draft)
        if gone:
            draft.recast("SANCTION", "expel")
            draft.recipients = gone
        # "ordered its citizens out of Sudan"
        return gone is None or bool(gone) or (draft.act, draft.mode) != ("SANCTION", "expel")

    def _ordered_off(self, draft: Draft) -> list[Found] | None:
        """The people of others who are ordered away: `ordered US forces out of the base`; `None` where nobody is ordered away."""
        g, v, slots = self.g, draft.slots.i, draft.slots
        told = [*g.children[v], *(c for o in slots.get("obj") for c in g.children[o])]
        if not any(g.lower[c] in ("out", "off") and c > v for c in told):
            return None
        own = {f.actor.country for f in draft.actors}
        found = self.roles.in_slot(slots, "obj", draft.entry)
        return [f for f in found if f.actor.country is not None and f.actor.country not in own]

    def _has_parties(self, draft: Draft) -> bool:
        """Whether those who do a thing together are several, or may be: a body, all who came."""
        slots = draft.slots
        if draft.entry.act == "CONSULT" and len(draft.actors) < 2:
            draft.actors = self.contacts.named_together(slots.get("subj"), draft.actors)
        if len({f.actor.id for f in draft.actors}) > 1 or self.roles.plural(slots, draft.actors):
            return True
        draft.confidence -= 0.2
        alone = not any(self.bench.people.of(i) for i in slots.get("prep:with") + slots.get("obj"))
        if draft.act not in ("CONSULT", "COOPERATE") or not alone or self.roles.assembly(draft.actors):
            return True
        many = draft.mode == "multilateral" and self.contacts.of_many(slots.get("obj"))
        sides = draft.act == "CONSULT" and self.contacts.met_as_sides(slots.get("subj"))
        return bool(draft.actors) and (many or sides)

    def _coded(self, draft: Draft) -> Coded:
        """The finished act, with what it consumes."""
        g, v = self.g, draft.slots.i
        if not all(f.direct for f in (*draft.actors, *draft.recipients)):
            draft.confidence -= 0.1
        if g.tag[v] == "VB" and g.dep[v] == "acl" and g.pos[g.head[v]] == "NOUN":
            draft.confidence -= _MENTIONED  # "the decision of Senegal to cut ties" may be mentioned, not news
        elif g.tag[v] == "VBN" and any(g.lower[a] == "had" for a in g.auxiliaries(v)):
            draft.confidence -= _MENTIONED  # "Chad had announced" goes back to what was before
        one = draft.coded("verb")
        one.consumed += self._told_along(one, draft.entry, draft.slots)
        one.predicated = g.pos[v] == "ADJ"
        one.infinitive = any(g.lower[a] == "to" for a in g.auxiliaries(v))
        one.repeated = any(
            g.lemma[c] == "time" and g.all_children(c, "nummod")
            for c in g.all_children(v, "npadvmod", "dobj", "advmod")
        )
        one.explain(g)
        return one

    def _told_along(self, one: Coded, entry: Entry, slots: Slots) -> list[int]:
        """Predicates that are told by an act of a verb, and so are none beside it."""
        g, v, act_at = self.g, slots.i, self.matcher.act_at
        out: list[int] = []
        if slots.sense is not None:  # "lodged a complaint": the noun is a word of the verb's sense
            out += [o for o in g.objects(v) if g.lemma[o] in slots.sense.rest]
        if one.act == "REJECT":  # "vetoed a resolution condemning the raid"
            below = [c for o in g.objects(v) for c in g.all_children(o, "acl")]
            out += [c for c in below if not self.bench.seeming.decision(c)]
        # What the verb carries is told by the verb: "suspended talks" is no cancelled meeting beside the sanction.
        if one.act in _TELLING:
            some = (o for o in g.objects(v) if g.lemma[o] in nouns()["quantity"])
            counted = [k for o in some for k in g.prep_objects(o, "of")]  # "lifted most of its sanctions"
            out += [
                o
                for o in (*g.objects(v), *counted)
                if g.pos[o] in ("NOUN", "PROPN")
                and (one.act in _UNDOING or carrier_of(g, o, act_at) == (v, "support"))
            ]
        if one.act == "COOPERATE":  # "India and Oman held a drill": an exercise of both is no show of force
            drills = ((o, self.bench.code(o)) for o in slots.get("obj"))
            out += [o for o, told in drills if told is not None and told.act == "MOBILIZE"]
        if (one.act, one.mode) == ("RETREAT", "ceasefire"):  # "stopped shelling the town"
            out += [c for c in slots.get("comp") if (act_at(c) or ("",))[0] == "ASSAULT"]
        if one.act == "AGREE" or entry.id in EXPECTED:  # "agreed to talks in Abuja", "called a conference"
            out += [o for o in slots.get("obj") if (act_at(o) or ("",))[0] == "CONSULT"]
        return out
